//! A text in Markdown: its title, its headings, its sentences.

use super::dates::MONTHS;
use super::markdown::Line;
use super::spoken::since;
use std::borrow::ToOwned;
use std::string::String;
use std::vec::Vec;

/// A line without the marks at its head.
pub fn plain(line: &str) -> String {
    let text = line
        .trim()
        .trim_start_matches(&['#', '*', '-', '•', '>', ' ', '\t'][..]);
    text.trim().to_owned()
}

/// A heading without its marks: `## Costs ##`, `## Costs {#costs}`.
pub fn plain_heading(line: &Line) -> String {
    let text = plain(&line.shown);
    let named = text
        .split_once(" {#")
        .filter(|(_, name)| name.ends_with('}'));
    let text = named.map_or(text.as_str(), |(text, _)| text);
    match text.trim_end_matches('#') {
        closed if closed.ends_with(' ') => closed.trim_end().to_owned(),
        _ => text.to_owned(),
    }
}

/// Whether a line is the heading of a section: `## Costs`, `**Costs**`, `三、成本`, one that is underlined.
pub fn is_heading(line: &str, below: Option<&Line>) -> bool {
    let line = line.trim();
    let underlined = |line: &str| {
        let line = line.trim();
        line.len() >= 3 && (line.trim_matches('=').is_empty() || line.trim_matches('-').is_empty())
    };
    if line.starts_with('#') {
        return true;
    }
    let begins = line.starts_with(&['|', '-', '>', '•'][..]) || line.starts_with("* ");
    if line.is_empty() || begins || line.ends_with(&STOPS[..]) {
        return false;
    }
    let bold = line
        .strip_prefix("**")
        .and_then(|line| line.strip_suffix("**"));
    let numbered = line.split_once('、').is_some_and(|(number, _)| {
        let number = number.trim_start_matches('第');
        let figures = |c: char| "一二三四五六七八九十".contains(c);
        !number.is_empty() && number.chars().all(figures) && line.chars().count() <= 40
    });
    let whole = bold.is_some_and(|text| !text.contains("**") && !text.ends_with(&STOPS[..]));
    whole || numbered || below.is_some_and(|below| underlined(below.written))
}

/// What ends a sentence, or announces what comes.
const STOPS: [char; 12] = [
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
    let lines = || lines.iter().map(|line| line.written.trim()).enumerate();
    let filled = |(_, line): &(usize, &str)| !line.is_empty();
    let heading = lines().find(|(_, line)| line.starts_with('#'));
    if let Some((index, _)) = heading {
        return Some(index);
    }
    let (index, first) = lines().find(filled)?;
    let more = lines().filter(filled).count() > 1;
    let marked = first.starts_with(&['-', '*', '•', '|', '>'][..]);
    let sentence = first.ends_with(&STOPS[..]);
    (more && !marked && !sentence && first.chars().count() <= 120).then_some(index)
}
