//! A text in Markdown: its title, its headings, its sentences.

use super::dates::{MONTHS, dateline};
use super::markdown::Line;
use super::spoken::since;
use super::table::is_rule;

/// A line without the signs at its head that are no marks to the library: `•`, `#Costs`.
pub fn plain(line: &str) -> String {
    let text = line
        .trim()
        .trim_start_matches(&['#', '*', '•', ' ', '\t'][..]);
    text.trim().to_owned()
}

/// Whether a line is the heading of a section: one that is marked so, `**Costs**`, `三、成本`.
pub fn is_heading(line: &Line) -> bool {
    let text = line.written.trim();
    let bold = text
        .strip_prefix("**")
        .and_then(|text| text.strip_suffix("**"));
    let whole = bold.is_some_and(|text| !text.contains("**"));
    let numbered = text.split_once('、').is_some_and(|(number, _)| {
        let number = number.trim_start_matches('第');
        let figures = |c: char| "一二三四五六七八九十".contains(c);
        !number.is_empty() && number.chars().all(figures) && text.chars().count() <= 40
    });
    line.heading || ((whole || numbered) && !bold.unwrap_or(text).ends_with(&STOPS[..]))
}

/// What ends a sentence, or announces what comes.
pub const STOPS: [char; 12] = [
    '.', '。', '!', '！', '?', '？', ':', '：', ';', '；', '，', ',',
];

/// What a full stop ends besides a sentence.
const SHORT: [&str; 14] = [
    "inc", "corp", "co", "ltd", "mr", "ms", "mrs", "dr", "vs", "no", "approx", "est", "fig", "st",
];

/// Where the sentences of a line begin and end, in bytes. One is not cut where it may go on.
pub fn sentences(line: &str) -> Vec<(usize, usize)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, c) in line.char_indices() {
        let end = at + c.len_utf8();
        let rest = since(line, end);
        let closed = rest.trim_start_matches(&['”', '"', '’', '」', '）', ')'][..]);
        let end = line.len() - closed.len();
        let ends = match c {
            '。' | '！' | '？' => true,
            '.' | '!' | '?' => {
                let word = line[start..at]
                    .rsplit(|c: char| !c.is_alphanumeric() && c != '.')
                    .next()
                    .unwrap_or_default();
                // `U.S.`, `J.`, `Nov.`
                let letters = word.rsplit('.').next().unwrap_or_default();
                let lower = word.to_ascii_lowercase();
                let short = (letters.len() == 1
                    && letters.starts_with(|c: char| c.is_alphabetic()))
                    || SHORT.contains(&lower.as_str())
                    || (word.len() == 3 && MONTHS.iter().any(|month| month.starts_with(&*lower)));
                let more = closed.trim_start();
                let opens =
                    |c: char| c.is_uppercase() || c.is_ascii_digit() || "$€£¥“\"‘".contains(c);
                (c != '.' || !short) && more.len() < closed.len() && more.starts_with(opens)
            }
            _ => false,
        };
        if ends && end > start {
            found.push((start, end));
            start = end;
        }
    }
    if start < line.len() {
        found.push((start, line.len()));
    }
    found
}

/// The line that is the text's title, which claims nothing that the text does not: the first heading,
/// or without any a first line that is no sentence.
pub fn headline(lines: &[Line]) -> Option<usize> {
    let heading = lines.iter().position(|line| line.heading);
    let mut filled = (0..lines.len()).filter(|index| !lines[*index].written.is_empty());
    heading.or_else(|| {
        let index = filled.next()?;
        let first = lines[index].written.trim();
        let marked = first.starts_with(&['-', '*', '•', '|', '>', '<'][..]);
        let sentence = first.ends_with(&STOPS[..]) || dateline(first).is_some();
        // The next line may go on with it.
        let goes_on = lines.get(index + 1).is_some_and(|line| {
            let next = line.written.trim();
            next.starts_with(|c: char| c.is_ascii_lowercase()) || is_rule(next)
        });
        let more = filled.next().is_some() && !goes_on;
        (more && !marked && !sentence && first.chars().count() <= 120).then_some(index)
    })
}
