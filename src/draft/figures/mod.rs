//! The figures of a line, with all that belongs to each.

pub(super) mod currency;
mod digits;
mod in_digits;
mod in_words;
mod lookalikes;
mod ranges;
#[cfg(test)]
mod tests;

use super::Found;
use super::changes::{BETWEEN, changes, ends_with_word};
use super::spoken::{since, until};
use in_digits::figure;
use in_words::in_words_at;
use ranges::{is_joining, share_unit};

pub fn scan(text: &str, number: usize) -> Vec<Found> {
    let line = narrow(text);
    let line = line.as_str();
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut first) = (0, 0);
    let mut so_far = Sentence::default();
    while at < line.len() {
        let rest = since(line, at);
        // Addresses and hashes hold no figures of the text.
        let opaque = ["http://", "https://", "www."]
            .iter()
            .any(|start| rest.starts_with(start));
        if opaque {
            at += rest.find([' ', ')', '>', '"']).unwrap_or(rest.len()).max(1);
            continue;
        }
        let found_here =
            figure(line, at, number, so_far).or_else(|| in_words_at(line, at, number, so_far));
        if let Some((figure, end)) = found_here.filter(|(_, end)| *end > at) {
            if let Some(figure) = figure {
                let mut figure = figure;
                let between = &line[so_far.last..at];
                if let Some(before) = found.last_mut()
                    && is_joining(between, lead_of(line, first))
                {
                    share_unit(before, &mut figure);
                }
                so_far.counts |= figure.unit.is_empty();
                let joined = found.last().and_then(|before| {
                    figure.with_years(before, between).or_else(|| {
                        figure.with_lower(before, between, lead_of(line, first), so_far)
                    })
                });
                if joined.is_some() {
                    found.pop();
                } else {
                    first = at;
                    so_far.changes = so_far.has_changed(lead_of(line, at), between);
                    so_far.changed |= so_far.changes;
                }
                found.push(joined.unwrap_or(figure));
                so_far.last = end;
            }
            at = end;
        } else {
            if ends_sentence(rest) {
                (so_far.counts, so_far.changed) = (false, false);
            }
            at += rest.chars().next().map_or(1, char::len_utf8);
        }
    }
    count_letters(&mut found, text, line);
    found
}

/// Makes of places in bytes those in letters, and takes each figure's text as it was before [`narrow`]:
/// in one walk, for to count for each would take a walk each.
fn count_letters(found: &mut [Found], text: &str, line: &str) {
    let mut letters = text.chars();
    let (mut place, mut column) = (0, 1);
    for figure in found {
        let more = line[place..figure.column].chars().count();
        letters.by_ref().take(more).for_each(drop);
        place = figure.column;
        column += more;
        figure.column = column;
        let length = figure.text.chars().count();
        figure.text = letters.clone().take(length).collect();
    }
}

/// What has been read of a sentence.
#[derive(Debug, Default, Clone, Copy)]
struct Sentence {
    /// Where the last figure ends.
    last: usize,
    /// Whether there is a bare number.
    counts: bool,
    /// Whether something rises or falls from one figure to another.
    changed: bool,
    /// Whether the last figure is such a one.
    changes: bool,
}

impl Sentence {
    /// Whether a figure is what something rises or falls from. One verb may do for several: `grew from
    /// 500 to 2,000 GPUs and power from 5 to 20 MW`.
    fn has_changed(self, lead: &str, between: &str) -> bool {
        let words = || between.split_whitespace();
        let again = self.changed
            && ends_with_word(between.trim_end(), "from")
            && words().count() <= BETWEEN + 2
            && !words().any(|word| word.starts_with("rang") || word.starts_with("var"));
        again || changes(lead)
    }
}

/// Whether a sentence ends with the letter that a text begins with.
fn ends_sentence(text: &str) -> bool {
    let mut letters = text.chars();
    match letters.next() {
        Some('.' | '!' | '?') => letters.next().is_none_or(|next| !next.is_alphanumeric()),
        Some(letter) => matches!(letter, '。' | '！' | '？'),
        None => false,
    }
}

/// The end of what stands before a figure: the words that belong to it are no farther away.
fn lead_of(line: &str, start: usize) -> &str {
    const FAR: usize = 60;
    let lead = until(line, start).trim_end();
    let begins = lead.char_indices().rev().nth(FAR - 1);
    since(lead, begins.map_or(0, |(at, _)| at))
}

/// A line with the digits of full width as others, one space for those that part thousands and one
/// hyphen.
fn narrow(text: &str) -> String {
    let letters = text.chars().map(|letter| match letter {
        '０'..='９' => char::from(b'0' + (u32::from(letter) - u32::from('０')) as u8),
        '．' => '.',
        '％' => '%',
        '＋' => '+',
        '\u{2007}' | '\u{2009}' | '\u{202f}' => '\u{a0}',
        // One that no line breaks at, and the one that is nothing else: `26 GPU‑months`.
        '\u{2010}' | '\u{2011}' => '-',
        _ => letter,
    });
    letters.collect()
}
