//! Markdown: what its readers see of a text, line by line, and what its front matter says.

use super::spoken::{since, until};
use std::borrow::ToOwned;
use std::string::String;
use std::vec::Vec;

/// A text as its readers see it.
#[derive(Debug, Default)]
pub struct Page<'a> {
    /// What the front matter calls it; empty where it says nothing.
    pub title: String,
    /// The front matter's date, as it is written there.
    pub date: String,
    /// Every line, those without text for readers included.
    pub lines: Vec<Line<'a>>,
}

/// A line as its readers see it.
#[derive(Debug, Default)]
pub struct Line<'a> {
    /// As written; empty where readers see nothing of it.
    pub written: &'a str,
    /// Without marks, comments and the addresses of links.
    pub shown: String,
    /// Of each character that is shown, its place in the line as written, in characters and in bytes.
    places: Vec<(usize, usize)>,
}

impl<'a> Page<'a> {
    /// Reads a text.
    pub fn of(text: &'a str) -> Self {
        let lines: Vec<&str> = text.trim_start_matches('\u{feff}').lines().collect();
        let mut page = Page::default();
        let mut next = page.front_matter(&lines);
        page.lines.resize_with(next, Line::default);
        // A comment that does not end is none.
        let is_end = |line: &&str| line.contains(COMMENT_END);
        let last_end = lines.iter().rposition(is_end);
        let mut fence: Option<Fence> = None;
        let mut inside = false;
        while let Some(written) = lines.get(next) {
            let mark = if inside { None } else { Fence::at(written) };
            let line = match (&fence, mark) {
                (Some(open), Some(mark)) if mark.closes(open) => {
                    fence = None;
                    Line::default()
                }
                (None, Some(mark)) => {
                    let below = lines.iter().skip(next + 1);
                    let block = below.take_while(|line| {
                        !Fence::at(line).is_some_and(|other| other.closes(&mark))
                    });
                    let is_code = match mark.language {
                        // Tables in words are set so as well.
                        "" | "text" | "txt" => block.copied().any(is_code),
                        _ => true,
                    };
                    fence = Some(Fence { is_code, ..mark });
                    Line::default()
                }
                (Some(Fence { is_code: true, .. }), _) => Line::default(),
                _ => Line::of(
                    written,
                    &mut inside,
                    last_end.is_some_and(|end| next <= end),
                ),
            };
            page.lines.push(line);
            next += 1;
        }
        page
    }

    /// Takes title and date from what stands between `---` before the text; the line the text begins at.
    fn front_matter(&mut self, lines: &[&str]) -> usize {
        let fence = lines.first().map_or("", |line| line.trim_end());
        let separator = match fence {
            "---" => ':',
            "+++" => '=',
            _ => return 0,
        };
        let ends =
            |line: &&str| line.trim_end() == fence || (fence == "---" && line.trim_end() == "...");
        let Some(length) = lines.iter().skip(1).position(ends) else {
            return 0;
        };
        let fields = &lines[1..=length];
        let field = |name: &str| {
            let at = fields.iter().position(|line| {
                let key = line.split_once(separator).map(|(key, _)| key.trim_end());
                key.is_some_and(|key| key.eq_ignore_ascii_case(name))
            })?;
            let (_, value) = fields[at].split_once(separator)?;
            // `title: >` has its text in the indented lines below.
            if value.trim().starts_with(['>', '|']) {
                let below = fields[at + 1..]
                    .iter()
                    .map_while(|line| line.strip_prefix(' '));
                let below: Vec<&str> = below.map(str::trim).collect();
                return Some(below.join(" "));
            }
            Some(unquoted(value.trim()))
        };
        // A rule across the page, and another further down, are no front matter.
        let is_field = |line: &&str| line.contains(separator) && !line.starts_with([' ', '|', '#']);
        if !fields.iter().any(is_field) {
            return 0;
        }
        let title = field("title").unwrap_or_default();
        self.title = Line::of(&title, &mut false, false).shown;
        self.date = field("date").unwrap_or_default();
        length + 2
    }
}

/// The text of a value of front matter.
fn unquoted(value: &str) -> String {
    for quote in ['"', '\''] {
        if let Some(rest) = value.strip_prefix(quote)
            && let Some(end) = rest.rfind(quote)
        {
            let text = &rest[..end];
            return match quote {
                '"' => text.replace("\\\"", "\"").replace("\\\\", "\\"),
                _ => text.replace("''", "'"),
            };
        }
    }
    let end = value.find(" #").unwrap_or(value.len());
    value[..end].trim_end().to_owned()
}

/// A line of three or more signs, above or below a block.
struct Fence<'a> {
    sign: char,
    length: usize,
    language: &'a str,
    is_code: bool,
}

impl<'a> Fence<'a> {
    fn at(line: &'a str) -> Option<Self> {
        let line = line.trim();
        let sign = line.chars().next().filter(|c| matches!(c, '`' | '~'))?;
        let rest = line.trim_start_matches(sign);
        let length = line.len() - rest.len();
        (length >= 3 && !rest.contains(sign)).then(|| Fence {
            sign,
            length,
            language: rest.split_whitespace().next().unwrap_or_default(),
            is_code: false,
        })
    }

    fn closes(&self, open: &Fence) -> bool {
        self.sign == open.sign && self.length >= open.length && self.language.is_empty()
    }
}

/// Whether a line is of a program, as far as one can tell without its language.
fn is_code(line: &str) -> bool {
    let line = line.trim();
    let begins = [
        "$ ", "//", "import ", "from ", "def ", "const ", "let ", "var ", "return ", "npm ",
    ];
    let assigned = line.split_once('=').is_some_and(|(name, _)| {
        let name = name.trim_end_matches([' ', '+', '-', '*', ':']);
        name.starts_with(|c: char| c.is_ascii_lowercase() || c == '_')
            && name
                .chars()
                .all(|c| c.is_ascii_alphanumeric() || "_.[]".contains(c))
    });
    assigned || line.ends_with([';', '{', '}']) || begins.iter().any(|sign| line.starts_with(sign))
}

const COMMENT: &str = "<!--";
const COMMENT_END: &str = "-->";

/// Tags within a sentence; all others part what they stand between.
const INLINE: [&str; 15] = [
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span",
    "strong", "u",
];

impl<'a> Line<'a> {
    fn of(written: &'a str, inside: &mut bool, ends: bool) -> Self {
        let letters: Vec<char> = written.chars().collect();
        let mut shown: Vec<Option<char>> = letters.iter().copied().map(Some).collect();
        hide_tags(&letters, &mut shown, inside, ends);
        if is_definition(written) {
            shown.fill(None);
        }
        hide_links(&letters, &mut shown);
        hide_marks(&letters, &mut shown);
        let visible = written.char_indices().zip(&shown).enumerate();
        let visible = visible.filter_map(|(column, ((byte, _), letter))| {
            let letter = (*letter)?;
            Some(((column, byte), letter))
        });
        let (places, text): (Vec<_>, String) = visible.unzip();
        let written = if text.trim().is_empty() { "" } else { written };
        Line {
            written,
            shown: text,
            places,
        }
    }

    /// What is written where some characters are shown, and its column from 1.
    pub fn written_at(&self, start: usize, length: usize) -> (&str, usize) {
        let place = |at: usize| self.places.get(at).copied().unwrap_or_default();
        let (column, from) = place(start);
        let (_, to) = place((start + length).saturating_sub(1));
        let last = since(self.written, to).chars().next();
        let end = to + last.map_or(0, char::len_utf8);
        (since(until(self.written, end), from), column + 1)
    }
}

/// Hides comments, which may go on over lines, and tags.
fn hide_tags(letters: &[char], shown: &mut [Option<char>], inside: &mut bool, ends: bool) {
    let at_sign = |at: usize, sign: &str| {
        sign.chars()
            .enumerate()
            .all(|(index, c)| letters.get(at + index) == Some(&c))
    };
    let mut at = 0;
    while at < letters.len() {
        if *inside {
            if at_sign(at, COMMENT_END) {
                shown[at..at + COMMENT_END.len()].fill(None);
                at += COMMENT_END.len();
                *inside = false;
            } else {
                shown[at] = None;
                at += 1;
            }
        } else if ends && at_sign(at, COMMENT) {
            *inside = true;
        } else if let Some((length, stands_for)) = tag(&letters[at..]) {
            shown[at..at + length].fill(None);
            shown[at] = stands_for;
            at += length;
        } else {
            at += 1;
        }
    }
}

/// How long a tag is, and what stands for it.
fn tag(letters: &[char]) -> Option<(usize, Option<char>)> {
    if letters.first() != Some(&'<') {
        return None;
    }
    let mut inside = letters[1..].iter().take_while(|c| **c != '<');
    let close = 1 + inside.position(|c| *c == '>')?;
    let inner: String = letters[1..close].iter().collect();
    let opens = !inner.starts_with('/');
    let inner = inner
        .trim_start_matches('/')
        .trim_end_matches('/')
        .trim_end();
    let length = inner
        .find(|c: char| !c.is_ascii_alphanumeric())
        .unwrap_or(inner.len());
    let (name, rest) = inner.split_at(length);
    // `a <b and c> d` is a comparison.
    let is_tag = name.starts_with(|c: char| c.is_ascii_alphabetic())
        && (rest.is_empty() || (rest.starts_with(' ') && rest.contains('=')));
    let name = name.to_ascii_lowercase();
    is_tag.then(|| {
        let stands_for = match name.as_str() {
            "sup" => opens.then_some('^'),
            name if INLINE.contains(&name) => None,
            _ => Some(' '),
        };
        (close + 1, stands_for)
    })
}

/// `[name]: https://…`, which a link further up refers to.
fn is_definition(line: &str) -> bool {
    let definition = line
        .trim_start()
        .strip_prefix('[')
        .and_then(|rest| rest.split_once("]: "));
    definition.is_some_and(|(name, address)| {
        !name.starts_with('^') && (address.contains("://") || address.starts_with(['/', '<', '#']))
    })
}

/// Of links the text stays; pictures and the signs of notes go.
fn hide_links(letters: &[char], shown: &mut [Option<char>]) {
    let mut open: Vec<usize> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let next = letters.get(at + 1);
        match letters[at] {
            '[' => open.push(at),
            ']' => {
                let Some(start) = open.pop() else {
                    at += 1;
                    continue;
                };
                let target = match next {
                    Some('(') => end_of(&letters[at + 1..], '(', ')'),
                    Some('[') => end_of(&letters[at + 1..], '[', ']'),
                    _ => None,
                };
                let is_note = letters.get(start + 1) == Some(&'^');
                let is_picture = start > 0 && letters[start - 1] == '!';
                if is_note {
                    let colon = usize::from(next == Some(&':'));
                    shown[start..=at + colon].fill(None);
                } else if let Some(length) = target {
                    let end = at + length;
                    let first = if is_picture { start - 1 } else { start };
                    if is_picture {
                        shown[first..=end].fill(None);
                    }
                    shown[first] = None;
                    shown[at..=end].fill(None);
                    at = end;
                }
            }
            _ => {}
        }
        at += 1;
    }
}

/// How many characters it is to the bracket that closes the first.
fn end_of(letters: &[char], open: char, close: char) -> Option<usize> {
    let mut depth = 0;
    for (at, letter) in letters.iter().enumerate().take(2000) {
        if *letter == open {
            depth += 1;
        } else if *letter == close {
            depth -= 1;
            if depth == 0 {
                return Some(at + 1);
            }
        }
    }
    None
}

/// Marks that may be open at once: each is sought among them.
const MOST_OPEN: usize = 100;

/// Hides backslashes before signs, and what makes text bold, italic, struck or code.
fn hide_marks(letters: &[char], shown: &mut [Option<char>]) {
    let is_blank = |at: Option<usize>| {
        at.and_then(|at| letters.get(at))
            .is_none_or(|c| c.is_whitespace())
    };
    let is_word = |at: Option<usize>, ascii: bool| {
        let letter = at.and_then(|at| letters.get(at));
        letter.is_some_and(|c| {
            if ascii {
                c.is_ascii_alphanumeric()
            } else {
                c.is_alphanumeric()
            }
        })
    };
    let mut open: Vec<(char, usize, usize)> = Vec::new();
    let mut at = 0;
    while at < letters.len() {
        let sign = letters[at];
        if sign == '\\' && letters.get(at + 1).is_some_and(char::is_ascii_punctuation) {
            shown[at] = None;
            at += 2;
            continue;
        }
        if sign == '`' {
            shown[at] = None;
        }
        // In an address it is a part of that.
        let run = match sign {
            '*' | '_' | '~' if shown[at].is_some() => {
                letters[at..].iter().take_while(|c| **c == sign).count()
            }
            _ => 0,
        };
        if run == 0 || (sign == '~' && run != 2) {
            at += run.max(1);
            continue;
        }
        let (before, after) = (at.checked_sub(1), Some(at + run));
        // `3*4*5`, `snake_case_name`
        if run == 1 && is_word(before, sign == '*') && is_word(after, sign == '*') {
            at += run;
            continue;
        }
        let opened = open.iter().rposition(|(other, ..)| *other == sign);
        if let Some(opened) = opened.filter(|_| !is_blank(before)) {
            let (_, start, length) = open[opened];
            open.truncate(opened);
            shown[start..start + length].fill(None);
            shown[at..at + run].fill(None);
        } else if !is_blank(after) && open.len() < MOST_OPEN {
            open.push((sign, at, run));
        }
        at += run;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(text: &str) -> Vec<String> {
        let lines = Page::of(text).lines.into_iter();
        lines.map(|line| line.shown).collect()
    }

    #[test]
    fn readers_see_the_text_of_links_and_no_marks() {
        for (written, seen) in [
            (
                "See [a $3 billion fund](https://a.org/b_(c)).",
                "See a $3 billion fund.",
            ),
            (
                "So [it says][source]. So[^1] it does.",
                "So it says. So it does.",
            ),
            ("[^1]: It costs $5 million.", " It costs $5 million."),
            ("[source]: https://a.org/5%", ""),
            ("![5% of it](chart.png) rose", " rose"),
            (
                "Real *Title* **here**, __and__ _there_",
                "Real Title here, and there",
            ),
            (
                "3*4*5 in snake_case_name * 2 *",
                "3*4*5 in snake_case_name * 2 *",
            ),
            (r"\$5 and \*5\*", "$5 and *5*"),
            ("10<sup>21</sup>, <b class=\"a\">5</b>%", "10^21, 5%"),
            ("<td>5</td><td>6%</td>", " 5  6% "),
            ("a <b and c> d, 1 < 2", "a <b and c> d, 1 < 2"),
            ("a <!-- 5% --> b", "a  b"),
            ("a <!-- 5% never ends", "a <!-- 5% never ends"),
        ] {
            assert_eq!(shown(written), [seen], "{written}");
        }
    }

    #[test]
    fn code_and_comments_show_nothing() {
        let text = "a\n```js\nx = 5%\n~~~\n```\nb\n<!-- 5%\n6% -->c\n~~~~ py\n7%\n~~~\n";
        assert_eq!(shown(text), ["a", "", "", "", "", "b", "", "c", "", "", ""]);
    }

    #[test]
    fn a_table_in_words_is_no_code() {
        for (block, seen) in [
            ("```\n• 收入：$64.75 亿\n```", "• 收入：$64.75 亿"),
            ("~~~\nRevenue  $6 billion\n~~~", "Revenue  $6 billion"),
            ("```\nprice = 37000 * 8\n```", ""),
            ("```\nassert!(share > 0.5);\n```", ""),
            ("``` json\n\"share\": 0.5\n```", ""),
        ] {
            assert_eq!(shown(block), ["", seen, ""], "{block}");
        }
    }

    #[test]
    fn what_is_shown_is_found_in_what_is_written() {
        let page = Page::of("So **[$7 million](a)** a year");
        let line = &page.lines[0];
        assert_eq!(line.shown, "So $7 million a year");
        let found = line.written_at(3, "$7 million a year".len());
        assert_eq!(found, ("$7 million](a)** a year", 7));
    }

    #[test]
    fn front_matter_names_title_and_date() {
        for (text, title) in [
            (
                "---\ntitle: \"Chips: \\\"cheap\\\"\" \ndate: 2026-06-30\ntags:\n  - 5%\n---\nText",
                "Chips: \"cheap\"",
            ),
            (
                "---\nTitle: It's *5%* # why\ndate: 2026-06-30\n...\nText",
                "It's 5%",
            ),
            (
                "---\ntitle: >-\n  Chips\n  again\ndate: 2026-06-30\n---\nText",
                "Chips again",
            ),
            (
                "+++\ntitle = 'Chips'\ndate = 2026-06-30\n+++\nText",
                "Chips",
            ),
        ] {
            let page = Page::of(text);
            assert_eq!(
                (page.title.as_str(), page.date.as_str()),
                (title, "2026-06-30")
            );
            let seen: Vec<&Line> = page
                .lines
                .iter()
                .filter(|line| !line.written.is_empty())
                .collect();
            assert_eq!(seen.len(), 1, "{text}");
            assert_eq!(page.lines.len(), text.lines().count());
        }
        for text in ["---\nIt costs 5%\n---\nMore", "---\ntitle: never ends"] {
            assert_eq!(Page::of(text).title, "", "{text}");
            assert_ne!(Page::of(text).lines[1].written, "");
        }
    }
}
