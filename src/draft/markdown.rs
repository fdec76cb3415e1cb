//! What readers see of a Markdown text, line by line, and what its front matter says. pulldown-cmark
//! reads the text.

use super::text::STOPS;
use pulldown_cmark::{CodeBlockKind, Event, LinkType, Options, Parser, Tag, TagEnd};
use std::ops::Range;

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
    /// Whether it is marked as a heading.
    pub heading: bool,
    /// Of each character that is shown, its column and its bytes in the line as written.
    places: Vec<(usize, Range<usize>)>,
}

impl<'a> Page<'a> {
    /// Reads a text.
    pub fn of(text: &'a str) -> Self {
        let text = text.trim_start_matches('\u{feff}');
        let mut page = Page::default();
        let mut reader = Reader::default();
        let body = page.front_matter(text);
        reader.read(&text[body..], 0, body);
        let mut letters = reader.letters.into_iter().peekable();
        let mut start = 0;
        for whole in text.split_inclusive('\n') {
            let written = whole.lines().next().unwrap_or_default();
            let mut line = Line::default();
            let end = start + whole.len();
            let (mut column, mut passed) = (0, 0);
            // A page in one line has more than its heading there.
            let mut only = true;
            while let Some(letter) = letters.next_if(|letter| letter.bytes.start < end) {
                let from = letter.bytes.start.saturating_sub(start);
                let to = (letter.bytes.end.saturating_sub(start)).min(written.len());
                // The line's end is no part of it.
                if from < written.len() {
                    let between = written.get(passed..from).unwrap_or_default();
                    column += between.chars().count();
                    passed = passed.max(from);
                    line.places.push((column, from..to));
                    line.shown.push(letter.shown);
                    line.heading |= letter.heading;
                    only &= letter.heading || letter.shown.is_whitespace();
                }
            }
            line.heading &= only;
            if !line.shown.trim().is_empty() {
                line.written = written;
            }
            page.lines.push(line);
            start = end;
        }
        page
    }

    /// Takes title and date from what stands between `---` before the text; the byte the text begins at.
    /// The library would find such blocks further down as well, between two rules across the page.
    fn front_matter(&mut self, text: &str) -> usize {
        let lines: Vec<&str> = text.lines().collect();
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
        let mut title = Reader::default();
        title.read(&field("title").unwrap_or_default(), 0, 0);
        self.title = title.letters.iter().map(|letter| letter.shown).collect();
        self.date = field("date").unwrap_or_default();
        text.split_inclusive('\n')
            .take(length + 2)
            .map(str::len)
            .sum()
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

/// Whether a block is a program: tables in words are set like one, and paragraphs indented.
fn is_code(kind: &CodeBlockKind, block: &str) -> bool {
    let language = match kind {
        CodeBlockKind::Fenced(language) => language.split_whitespace().next(),
        CodeBlockKind::Indented => None,
    };
    !matches!(language, None | Some("text" | "txt")) || block.lines().any(is_code_line)
}

/// Whether a line is of a program, as far as one can tell without its language.
fn is_code_line(line: &str) -> bool {
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

/// Tags within a sentence; all others part what they stand between.
const INLINE: [&str; 15] = [
    "a", "abbr", "b", "cite", "code", "em", "font", "i", "mark", "q", "s", "small", "span",
    "strong", "u",
];

/// A character that is shown.
#[derive(Debug)]
struct Letter {
    shown: char,
    /// What is written for it.
    bytes: Range<usize>,
    heading: bool,
}

/// What is shown of a text, in its order.
#[derive(Debug, Default)]
struct Reader {
    letters: Vec<Letter>,
    /// Where the last heading ends.
    heading: usize,
    /// Where code, a picture or an address ends.
    hidden: usize,
}

/// Without tables: the bars between their cells part numbers. Footnotes of the older kind, for a part of
/// an article has their signs without the notes.
const OPTIONS: Options = Options::ENABLE_OLD_FOOTNOTES
    .union(Options::ENABLE_STRIKETHROUGH)
    .union(Options::ENABLE_HEADING_ATTRIBUTES);

/// Shows nothing, and keeps a tag behind it from opening a block.
const HEAD: &str = "<b>";

impl Reader {
    /// Reads a text that stands at a place of the whole, but for some bytes at its head.
    fn read(&mut self, text: &str, head: usize, place: usize) {
        for (event, range) in Parser::new_ext(text, OPTIONS).into_offset_iter() {
            let source = text.get(range.clone()).unwrap_or_default();
            let at = (range.start + place).saturating_sub(head);
            let end = at + source.len();
            match event {
                Event::Start(Tag::Heading { .. }) if is_heading(source) => self.heading = end,
                Event::Start(Tag::CodeBlock(kind)) if is_code(&kind, source) => self.hidden = end,
                Event::Start(
                    Tag::Image { .. }
                    | Tag::Link {
                        link_type: LinkType::Autolink | LinkType::Email,
                        ..
                    },
                ) => self.hidden = self.hidden.max(end),
                Event::Start(Tag::HtmlBlock) if head == 0 => self.html(source, at),
                Event::Start(Tag::Emphasis | Tag::Strikethrough) => {
                    self.sign(text, range.start, 1, at);
                }
                Event::End(TagEnd::Emphasis | TagEnd::Strikethrough) => {
                    self.sign(text, range.end - 1, 1, end - 1);
                }
                Event::Start(Tag::Strong) => self.sign(text, range.start, 2, at),
                Event::End(TagEnd::Strong) => self.sign(text, range.end - 2, 2, end - 2),
                // A program in a tag that is not closed.
                Event::End(TagEnd::Heading(_) | TagEnd::Item | TagEnd::Paragraph) => {
                    self.hidden = 0;
                }
                Event::Text(shown) if &*shown == "*" && is_left_over(text, range.start) => {}
                Event::Text(shown) | Event::Code(shown) => self.text(&shown, source, at),
                Event::InlineHtml(_) => self.tag(source, at),
                Event::SoftBreak | Event::HardBreak => self.show(' ', at..at),
                _ => {}
            }
        }
    }

    fn show(&mut self, shown: char, bytes: Range<usize>) {
        if bytes.start >= self.hidden {
            self.letters.push(Letter {
                shown,
                heading: bytes.start < self.heading,
                bytes,
            });
        }
    }

    /// Shows a text, each character where it is written.
    fn text(&mut self, shown: &str, source: &str, at: usize) {
        let mut passed = 0;
        for letter in shown.chars() {
            let rest = &source[passed..];
            // In code a blank stands for a line's end; the library leaves the marks of quotes out.
            let is_it =
                |other: char| other == letter || (letter == ' ' && matches!(other, '\r' | '\n'));
            let (from, to) = match rest.char_indices().find(|(_, other)| is_it(*other)) {
                Some((from, other)) => (passed + from, passed + from + other.len_utf8()),
                // `&yen;`
                None => (passed, source.len()),
            };
            self.show(letter, at + from..at + to);
            passed = to;
        }
    }

    /// HTML as a CMS gives it. To the library a block of it is one piece: it is read once more as a line
    /// of a paragraph, in which tags, comments and entities are told from text.
    fn html(&mut self, source: &str, at: usize) {
        let line = source.replace(['\n', '\r'], " ");
        self.read(&[HEAD, &line].concat(), HEAD.len(), at);
        self.heading = self.heading.min(at + source.len());
        self.hidden = at + source.len();
    }

    /// A tag or a comment, and what stands for it: the library gives them as they are written.
    fn tag(&mut self, source: &str, at: usize) {
        let inner = source.trim_start_matches(['<', '/']);
        let opens = !source.starts_with("</");
        let end = inner.find(|c: char| !c.is_ascii_alphanumeric());
        let name = inner[..end.unwrap_or(inner.len())].to_ascii_lowercase();
        if matches!(name.as_bytes(), [b'h', b'1'..=b'6']) {
            self.heading = if opens { usize::MAX } else { at };
        }
        let shown = match name.as_str() {
            "sup" => opens.then_some('^'),
            name if name.is_empty() || INLINE.contains(&name) => None,
            _ => Some(' '),
        };
        if let Some(shown) = shown {
            self.show(shown, at..at + source.len());
        }
        if matches!(name.as_str(), "script" | "style") {
            self.hidden = if opens { usize::MAX } else { 0 };
        }
    }

    /// What makes text italic, bold or struck, where that is not what is meant: `3*4*5`, `5%~$10`.
    fn sign(&mut self, text: &str, index: usize, length: usize, at: usize) {
        let is_tilde = |index| byte(text, index) == b'~';
        let is_shown = match byte(text, index) {
            b'~' => !is_tilde(index.wrapping_sub(1)) && !is_tilde(index + 1),
            sign => sign == b'*' && is_between_words(text, index, length),
        };
        if let Some(sign) = text.get(index..index + length).filter(|_| is_shown) {
            self.text(sign, sign, at);
        }
    }
}

/// A byte of a text; a blank outside of it.
fn byte(text: &str, index: usize) -> u8 {
    text.as_bytes().get(index).copied().unwrap_or(b' ')
}

fn is_between_words(text: &str, index: usize, length: usize) -> bool {
    let is_word = |index| byte(text, index).is_ascii_alphanumeric();
    is_word(index.wrapping_sub(1)) && is_word(index + length)
}

/// Whether a star is one of two that are meant to make text bold. Chinese has no blank behind the second
/// ones in `**成本：**4 亿元`, where `CommonMark` wants one and shows all four.
fn is_left_over(text: &str, index: usize) -> bool {
    let first = index - usize::from(byte(text, index.wrapping_sub(1)) == b'*');
    let is_double = byte(text, first + 1) == b'*' && byte(text, first.wrapping_sub(1)) != b'\\';
    is_double && !is_between_words(text, first, 2)
}

/// A rule right below a sentence, or below a whole paragraph, is no heading's.
fn is_heading(source: &str) -> bool {
    let mut lines = source.trim().lines();
    let first = lines.next().unwrap_or_default();
    first.starts_with('#') || (lines.count() == 1 && !first.trim_end().ends_with(&STOPS[..]))
}

impl Line<'_> {
    /// What is written where some characters are shown, and its column from 1.
    pub fn written_at(&self, start: usize, length: usize) -> (&str, usize) {
        let place = |at: usize| self.places.get(at).cloned().unwrap_or_default();
        let (column, from) = place(start);
        let (_, to) = place((start + length).saturating_sub(1));
        let text = self.written.get(from.start..to.end);
        (text.unwrap_or_default(), column + 1)
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
            ("So[^1] it does.", "So it does."),
            ("[^1]: It costs $5 million.", "It costs $5 million."),
            ("[source]: https://a.org/5%", ""),
            ("![5% of [it](a)](chart.png) rose", " rose"),
            ("Says <https://a.org/5>. So", "Says . So"),
            (
                "Real *Title* **here**, __and__ _there_",
                "Real Title here, and there",
            ),
            // The first two stars would make the 4 italic, and the figure 345.
            (
                "3*4*5 in snake_case_name * 2 *",
                "3*4*5 in snake_case_name * 2 *",
            ),
            ("5%~10%, $2~$3, ~~4~~", "5%~10%, $2~$3, 4"),
            // Not bold to CommonMark, but to who writes it.
            ("**成本：**4 亿元，2**10", "成本：4 亿元，2**10"),
            ("　　约**三成**", "　　约三成"),
            ("> 1. `5%` &yen;6&amp;7 | 8", "5% ¥6&7 | 8"),
            (r"\$5 and \*5\*", "$5 and *5*"),
            ("10<sup>21</sup>, <b class=\"a\">5</b>%", "10^21, 5%"),
            ("<td>5</td><td>6%</td>", " 5  6% "),
            (
                "<p title='>'>5&nbsp;% <!-- 6 --><i>3*4*5</i></p>",
                " 5\u{a0}% 3*4*5 ",
            ),
            // A tag may have attributes without values.
            ("a <b and c> d, 1 < 2", "a  d, 1 < 2"),
            ("a <!-- 5% --> b", "a  b"),
            ("a <!-- 5% never ends", "a <!-- 5% never ends"),
            ("<!-- 5% never ends", "<!-- 5% never ends"),
            ("a <script> b", "a  "),
        ] {
            assert_eq!(shown(written), [seen], "{written}");
        }
        let text = "So [it says][source].\n\n[source]: https://a.org/5%";
        assert_eq!(shown(text), ["So it says.", "", ""]);
    }

    #[test]
    fn code_and_comments_show_nothing() {
        let text = "a\n```js\nx = 5%\n~~~\n```\nb\n<!-- 5%\n6% -->c\n~~~~ py\n7%\n~~~\n";
        // A comment at the head of a line hides what stands behind its end to a browser; the editor may
        // have meant it to be read.
        assert_eq!(shown(text), ["a", "", "", "", "", "b", "", "c", "", "", ""]);
        let html = "<style>\na {width: 5%}\n</style>\n<p\nclass='a'>6%\r\n</p>\n\n7%";
        let seen = [" ", "", "", " ", "6%", " ", "", "7%"];
        assert_eq!(shown(html), seen);
    }

    #[test]
    fn a_table_in_words_is_no_code() {
        for (block, seen) in [
            ("```\n• 收入：$64.75 亿\n```", "• 收入：$64.75 亿"),
            ("~~~\nRevenue  $6 billion\n~~~", "Revenue  $6 billion"),
            ("```\nprice = 37000 * 8\n```", ""),
            ("```\nassert!(share > 0.5);\n```", ""),
            ("``` json\n\"share\": 0.5\n```", ""),
            ("a\n\n    总投资 $64.75 亿", "总投资 $64.75 亿"),
            ("a\n\n    let share = 0.5;", ""),
        ] {
            let lines = shown(block);
            assert!(lines.iter().any(|line| line == seen), "{block}");
            assert!(
                !lines
                    .iter()
                    .any(|line| line.contains("0.5") || line.contains('*'))
            );
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
