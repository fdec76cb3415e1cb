//! A number in digits, however thousands, decimals and signs are written.

use crate::draft::spoken::{since, until};
use crate::printed::number::Number;

/// A number in digits, as a file takes it.
pub(super) struct Digits {
    pub(super) text: String,
    pub(super) end: usize,
    /// `3,5`, which a list of two may look like.
    pub(super) decimal_comma: bool,
}

impl Digits {
    /// The digits at a place: `35,000`, `4.8`, `100 000`, `3,5`.
    pub(super) fn at(line: &str, start: usize) -> Option<Self> {
        let rest = since(line, start);
        let read = Digits::spaced(rest, start)
            .or_else(|| Digits::with_comma(rest, start))
            .or_else(|| Digits::with_points(rest, start))
            .or_else(|| Digits::first(line, start));
        Digits::with_part(line, start, read)
    }

    /// `2½`, `¾`.
    fn with_part(line: &str, start: usize, whole: Option<Self>) -> Option<Self> {
        const PARTS: [(char, &str); 6] = [
            ('½', ".5"),
            ('¼', ".25"),
            ('¾', ".75"),
            ('⅕', ".2"),
            ('⅛', ".125"),
            ('⅒', ".1"),
        ];
        let end = whole.as_ref().map_or(start, |whole| whole.end);
        let next = since(line, end).chars().next();
        let Some((part, decimals)) = PARTS.iter().find(|(part, _)| Some(*part) == next) else {
            return whole;
        };
        let text = whole.map_or("0".to_owned(), |whole| whole.text);
        (!text.contains('.')).then(|| Digits {
            text: [&text, *decimals].concat(),
            end: end + part.len_utf8(),
            decimal_comma: false,
        })
    }

    /// `1.000.000`: thousands that points part, which takes two of them.
    fn with_points(rest: &str, start: usize) -> Option<Self> {
        let text = Digits::joined(rest);
        let mut groups = text.split('.');
        let first = groups.next().unwrap_or_default();
        let is_figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        let fits = (1..=3).contains(&first.len())
            && !first.starts_with('0')
            && groups.clone().count() > 1
            && groups.all(|group| group.len() == 3)
            && text.split('.').all(is_figures);
        fits.then(|| Digits {
            text: text.replace('.', ","),
            end: start + text.len(),
            decimal_comma: false,
        })
    }

    /// Digits with the commas and points between them.
    pub(super) fn joined(text: &str) -> &str {
        let length = text
            .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .unwrap_or(text.len());
        until(text, length).trim_end_matches(&[',', '.'][..])
    }

    /// Without what spaces join.
    pub(super) fn first(line: &str, start: usize) -> Option<Self> {
        let mut text = Digits::joined(since(line, start));
        if !text.starts_with(|c: char| c.is_ascii_digit()) {
            return None;
        }
        // A list of numbers, `1,2,3`, is cut at its first comma.
        while Number::parse(text).is_none() {
            text = &text[..text.rfind([',', '.'])?];
        }
        Some(Digits {
            text: text.to_owned(),
            end: start + text.len(),
            decimal_comma: false,
        })
    }

    /// `100 000`: thousands that spaces part.
    fn spaced(rest: &str, start: usize) -> Option<Self> {
        let count = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
        let first = count(rest);
        let gap = since(rest, first).chars().next()?;
        if !(1..=3).contains(&first) || rest.starts_with('0') || !matches!(gap, ' ' | '\u{a0}') {
            return None;
        }
        let mut text = until(rest, first).to_owned();
        let mut end = first;
        while let Some(more) = since(rest, end).strip_prefix(gap)
            && count(more) == 3
            && !since(more, 3).starts_with(|c: char| c.is_ascii_alphabetic() || c == ',')
        {
            text.push(',');
            text.push_str(until(more, 3));
            end += gap.len_utf8() + 3;
        }
        // `8 256.5` and a version as `5 100.2.1` are read no further.
        (end > first).then_some(Digits {
            text,
            end: start + end,
            decimal_comma: false,
        })
    }

    /// `3,5` and `1.234,5`: a comma that no three digits follow is decimal, or parts a list.
    fn with_comma(rest: &str, start: usize) -> Option<Self> {
        let text = Digits::joined(rest);
        let (whole, fraction) = text.split_once(',')?;
        let mut groups = whole.split('.');
        let first = groups.next().unwrap_or_default();
        let is_figures =
            |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
        let grouped = groups.all(|group| group.len() == 3 && is_figures(group));
        let thousands = fraction.len() == 3 && whole != "0" && !whole.contains('.');
        if !is_figures(first) || !grouped || !is_figures(fraction) || thousands {
            return None;
        }
        Some(Digits {
            text: [&whole.replace('.', ""), ".", fraction].concat(),
            end: start + text.len(),
            decimal_comma: true,
        })
    }
}

/// The sign of a number and where it begins; a dash that begins a line is a list's.
pub(super) fn sign_at(line: &str, start: usize) -> (&'static str, usize) {
    let lead = until(line, start);
    for word in ["minus ", "Minus ", "负"] {
        let before = lead.strip_suffix(word);
        let joined = |before: &str| match word {
            "负" => before.ends_with('自'),
            _ => before.ends_with(char::is_alphanumeric),
        };
        if before.is_some_and(|before| !joined(before)) {
            return ("-", start - word.len());
        }
    }
    let signs = [("-", "-"), ("−", "−"), ("–", "-"), ("+", "+")];
    let sign = signs.into_iter().find(|(written, _)| {
        lead.strip_suffix(*written).is_some_and(|before| {
            let earlier = before.chars().next_back();
            earlier.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '（' | '：' | '，' | ','))
        })
    });
    let begins = lead.trim().trim_matches(['-', '+', '−']).is_empty();
    let (written, sign) = sign.filter(|_| !begins).unwrap_or_default();
    (sign, start - written.len())
}
