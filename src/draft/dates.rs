//! Dates, of the article itself and among its figures.

use super::spoken::{since, until};
use super::tail::unit_at;

pub const MONTHS: [&str; 12] = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
];

/// The first full date of a line: `2024-11-06`, `2024年11月6日`, `6 November 2024`, `Nov 6, 2024`.
pub fn dated(line: &str) -> Option<String> {
    in_digits(line).or_else(|| in_words(line))
}

/// Which month a word is, from 1: `March`, `Mar.`
pub fn month_of(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let fits = |month: &&str| **month == word || (word.len() == 3 && month.starts_with(&word));
    MONTHS.iter().position(fits).map(|at| at + 1)
}

fn in_words(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '*' | '(' | ')' | '·' | '|'))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(3).find_map(|three| {
        let day = |word: &str| {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let suffix = &word[digits.len()..];
            let day: u32 = digits.parse().ok()?;
            let fits = matches!(suffix, "" | "st" | "nd" | "rd" | "th") && (1..=31).contains(&day);
            fits.then_some(day)
        };
        let (month, day) = match (month_of(three[0]), month_of(three[1])) {
            (Some(month), _) => (month, day(three[1])?),
            (_, Some(month)) => (month, day(three[0])?),
            _ => return None,
        };
        let year = three[2].trim_end_matches(|c: char| !c.is_ascii_digit());
        let full =
            year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit()) && year > "0999";
        full.then(|| format!("{year}-{month:02}-{day:02}"))
    })
}

fn in_digits(line: &str) -> Option<String> {
    line.char_indices().find_map(|(at, c)| {
        let before = until(line, at).chars().next_back();
        if !c.is_ascii_digit() || before.is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let mut parts = since(line, at).split(|c: char| !c.is_ascii_digit());
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let signs = since(line, at + year.len());
        let separated = (signs.starts_with('-') && signs[1 + month.len()..].starts_with('-'))
            || (signs.starts_with('年')
                && signs['年'.len_utf8() + month.len()..].starts_with('月'));
        let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
        let real = year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day);
        (separated && real).then(|| format!("{year}-{month:02}-{day:02}"))
    })
}

/// Where a date, a year or the number of a list ends.
pub fn date_at(line: &str, start: usize, digits: &str) -> Option<usize> {
    let end = start + digits.len();
    let rest = since(line, end);
    let year = digits.len() == 4 && ("1990".."2100").contains(&digits);
    let following = |text: &str| {
        let stop = text.find(|c: char| {
            !c.is_ascii_alphanumeric() && !matches!(c, '-' | '年' | '月' | '日' | '/' | '.')
        });
        line.len() - text.len() + stop.unwrap_or(text.len())
    };
    if year {
        let plain = unit_at(line, end, None);
        let own = plain.0.is_empty() || matches!(plain.0.as_str(), "年" | "year" | "years");
        let spaced = rest.trim_start();
        let half = spaced.starts_with(&['H', 'Q'][..])
            && spaced[1..].starts_with(|c: char| c.is_ascii_digit());
        if half {
            return Some(line.len() - spaced.len() + 2);
        }
        if own || rest.starts_with(&['-', '/', '年'][..]) {
            return Some(following(rest));
        }
    }
    // `11月6日`, but not `3 个月`.
    if let Some(day) = rest.strip_prefix('月') {
        let length = day.bytes().take_while(u8::is_ascii_digit).count();
        if day[length..].starts_with(&['日', '号'][..]) {
            return Some(following(rest));
        }
    }
    // `1.` at the head of a line.
    let head = until(line, start)
        .trim()
        .trim_matches(['*', '#', '>', '-'])
        .is_empty();
    (head && rest.starts_with(&['.', '、', ')'][..]) && digits.len() < 3).then_some(end + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_is_read_however_it_is_written() {
        for line in [
            "2026-05-14",
            "2026年5月14日",
            "By Jo, 14 May 2026",
            "**May 14, 2026**",
            "Published on 14th may 2026.",
        ] {
            assert_eq!(dated(line).as_deref(), Some("2026-05-14"), "{line}");
        }
        for line in [
            "May 2026",
            "32 May 2026",
            "14 Maybe 2026",
            "in May we had 14 of 2026",
        ] {
            assert_eq!(dated(line), None, "{line}");
        }
        let march = dated("Mar. 3, 2026");
        assert_eq!(march.as_deref(), Some("2026-03-03"));
    }
}
