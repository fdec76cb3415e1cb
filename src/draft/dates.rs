//! Dates, of the article itself and among its figures.

use super::spoken::{since, until};
use super::tail::{has_han, unit_at};
use std::ops::Range;

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
    date_in(line).map(|(date, _)| date)
}

fn date_in(line: &str) -> Option<(String, Range<usize>)> {
    in_digits(line).or_else(|| in_words(line))
}

/// The date of a line that says when the text was written: `By Jane Doe, 4 March 2026`, `Published: …`,
/// `LONDON, 4 March 2026 —`, `本报讯（记者张三）2026年3月4日`. What a sentence dates is something else.
pub fn dateline(line: &str) -> Option<String> {
    const LABELS: [&str; 12] = [
        "published",
        "posted",
        "updated",
        "last updated",
        "date",
        "发布",
        "日期",
        "时间",
        "更新",
        "发表",
        "本报",
        "来源",
    ];
    let (date, place) = date_in(line)?;
    let (lead, after) = (until(line, place.start), since(line, place.end));
    let lower = lead
        .trim_start_matches(|c: char| !c.is_alphanumeric())
        .to_lowercase();
    let is_labelled = LABELS.iter().any(|label| lower.starts_with(label));
    let ends = after
        .trim_end_matches(['.', '*', ' ', ')', '）', '_'])
        .is_empty();
    let rest = after.trim_start();
    // What parts it from the text behind it, as only such a line has.
    let begins = rest.starts_with(['—', '–', '-', '|', '(', '电', '讯'])
        || ["讯", "记者", "电"].iter().any(|word| lead.contains(word));
    let is_short = line.chars().count() <= 100
        && !line.trim_end().ends_with(['.', '。', '!', '！', '：', ':']);
    let fits = if is_labelled && ends || begins {
        is_byline(lead)
    } else {
        (ends || is_short) && is_byline(lead) && is_byline(after)
    };
    fits.then_some(date)
}

/// Whether a text has nothing but names and what a byline says of them.
fn is_byline(text: &str) -> bool {
    const SAID: [&str; 17] = [
        "by",
        "and",
        "of",
        "for",
        "the",
        "min",
        "minute",
        "read",
        "published",
        "posted",
        "updated",
        "last",
        "on",
        "date",
        "at",
        "am",
        "pm",
    ];
    const SENTENCE: [&str; 6] = ["On", "In", "Since", "Until", "From", "As"];
    let is_name = |word: &str| {
        let begins = !word.starts_with(|c: char| c.is_ascii_lowercase());
        (begins && !SENTENCE.contains(&word)) || SAID.contains(&word)
    };
    let mut words = text.split(|c: char| !c.is_alphanumeric() && c != '\'');
    // A sentence in Chinese has words that a byline does without.
    let says = ["的", "了", "在", "于", "图", "，"]
        .iter()
        .any(|word| text.contains(word));
    let says = says && !text.contains("发布于") && !text.contains("记者");
    words.all(|word| word.is_empty() || is_name(word))
        && !(has_han(text) && says)
        && text.chars().count() <= 80
}

/// Which month a word is, from 1: `March`, `Mar.`
pub fn month_of(word: &str) -> Option<usize> {
    let word = word.trim_end_matches('.').to_ascii_lowercase();
    let fits = |month: &&str| **month == word || (word.len() == 3 && month.starts_with(&word));
    MONTHS.iter().position(fits).map(|at| at + 1)
}

fn in_words(line: &str) -> Option<(String, Range<usize>)> {
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
        let place = |part: &str| part.as_ptr().addr() - line.as_ptr().addr();
        let place = place(three[0])..place(year) + year.len();
        full.then(|| (format!("{year}-{month:02}-{day:02}"), place))
    })
}

fn in_digits(line: &str) -> Option<(String, Range<usize>)> {
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
        let length = day.as_ptr().addr() + day.len() - line.as_ptr().addr();
        let end = length + usize::from(since(line, length).starts_with('日')) * '日'.len_utf8();
        let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
        let real = year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day);
        (separated && real).then(|| (format!("{year}-{month:02}-{day:02}"), at..end))
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
        for line in [
            "By Jane Doe, 4 March 2026",
            "4 March 2026.",
            "Jane Doe | March 4, 2026 | 6 min read",
            "Published: 2026-03-04",
            "*Published on March 4, 2026 at 9:30 am*",
            "Updated 4 March 2026, 10:15 GMT",
            "**Updated on 4 March 2026**",
            "LONDON, 4 March 2026 — The plant cost $3m.",
            "LONDON, March 4, 2026 (Wire) - The plant cost $3m.",
            "本报讯（记者 张三）2026年3月4日，工厂投产。",
            "新华社北京2026年3月4日电 工厂投产。",
            "发布时间：2026-03-04 10:30",
            "财经周刊 2026年3月4日",
        ] {
            assert_eq!(dateline(line).as_deref(), Some("2026-03-04"), "{line}");
        }
        for line in [
            "The plant opened on 4 March 2019 at a cost of $3m.",
            "The plant opened on 4 March 2019.",
            "On 4 March 2019 - a Monday - it opened.",
            "On 4 March 2019 it opened",
            "The plant on 4 March 2019",
            "March 4, 2019 was the day",
            "2019年3月4日，工厂投产。",
            "2019年3月4日投产的工厂",
            "工厂于2019年3月4日投产",
        ] {
            assert_eq!(dateline(line), None, "{line}");
        }
        let march = dated("Mar. 3, 2026");
        assert_eq!(march.as_deref(), Some("2026-03-03"));
    }
}
