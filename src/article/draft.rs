//! Finds the figures in a text and writes the skeleton of an article file: nothing is guessed, what
//! the text does not say is left empty for the editor.

use super::number::Number;
use super::unit::{self, Unit};
use serde::Serialize;
use std::borrow::ToOwned;
use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

/// A figure in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// As it stands in the text.
    pub text: String,
    /// The printed number, the lower of a range.
    pub from: String,
    /// The upper of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Its unit as an article file takes it; empty for a plain number.
    pub unit: String,
    /// `above`, `below`, `atLeast` or `atMost`, where a sign says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<&'static str>,
    /// Whether the text calls it approximate: its zeros at the end then count as rounded, and the
    /// skeleton has a `precision` for it.
    pub about: bool,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// The figures of a text and the skeleton of its file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// Every figure, in the text's order.
    pub figures: Vec<Found>,
    /// The file: a claim for each line with figures, without checks.
    pub article: Skeleton,
}

/// An article file that nothing is checked in yet, its fields in the order in which one reads them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Skeleton {
    id: &'static str,
    title: String,
    date: String,
    source: &'static str,
    sources: [SourceSkeleton; 1],
    inputs: Empty,
    claims: Vec<ClaimSkeleton>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct SourceSkeleton {
    id: &'static str,
    title: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ClaimSkeleton {
    id: String,
    section: String,
    says: String,
    stated: BTreeMap<String, StatedSkeleton>,
    inputs: Empty,
    checks: [(); 0],
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct StatedSkeleton {
    value: Printed,
    #[serde(skip_serializing_if = "String::is_empty")]
    unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
enum Printed {
    One(String),
    Range { from: String, to: String },
}

/// What the editor fills in.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Empty {}

/// Drafts the file of a Markdown text in English or Chinese.
///
/// ```
/// use chip_calculators::article::draft::draft;
/// let draft = draft("# Costs\n\nRenting costs $7/GPU-hour, owning $40-42 million.");
/// let units: Vec<_> = draft.figures.iter().map(|figure| figure.unit.as_str()).collect();
/// assert_eq!(units, ["USD/GPU-hour", "million USD"]);
/// assert_eq!(draft.figures[1].to.as_deref(), Some("42"));
/// ```
#[must_use]
pub fn draft(text: &str) -> Draft {
    let mut figures = Vec::new();
    let mut claims = Vec::new();
    let (mut title, mut section, mut date) = (String::new(), String::new(), String::new());
    let headline = headline(text);
    for (index, line) in text.lines().enumerate() {
        if date.is_empty() {
            date = dated(line).unwrap_or_default();
        }
        let plain = line
            .trim()
            .trim_start_matches(['#', '*', '-', '•', '>', ' ', '\t']);
        let plain = plain.replace("**", "").replace('`', "");
        if line.trim_start().starts_with('#') {
            section.clone_from(&plain);
            if title.is_empty() {
                title.clone_from(&plain);
            }
        }
        if headline == Some(index) {
            plain.trim().clone_into(&mut title);
            continue;
        }
        let found = scan(line, index + 1);
        if found.is_empty() {
            continue;
        }
        let stated = found
            .iter()
            .enumerate()
            .map(|(index, figure)| (format!("figure{}", index + 1), figure.stated()))
            .collect();
        claims.push(ClaimSkeleton {
            id: format!("line-{}", index + 1),
            section: section.clone(),
            says: plain.trim().chars().take(500).collect(),
            stated,
            inputs: Empty {},
            checks: [],
        });
        figures.extend(found);
    }
    let title: String = title.chars().take(500).collect();
    let article = Skeleton {
        id: "article",
        title: title.clone(),
        date,
        source: SOURCE,
        sources: [SourceSkeleton { id: SOURCE, title }],
        inputs: Empty {},
        claims,
    };
    Draft { figures, article }
}

/// The line that is the text's title, which claims nothing that the text does not: the first heading,
/// or without any a first line that is no sentence.
fn headline(text: &str) -> Option<usize> {
    let lines = || text.lines().map(str::trim).enumerate();
    let filled = |(_, line): &(usize, &str)| !line.is_empty();
    let heading = lines().find(|(_, line)| line.starts_with('#'));
    if let Some((index, _)) = heading {
        return Some(index);
    }
    let (index, first) = lines().find(filled)?;
    let more = lines().filter(filled).count() > 1;
    let marked = first.starts_with(['-', '*', '•', '|', '>']);
    let sentence = first.ends_with([
        '.', '。', '!', '！', '?', '？', ':', '：', ';', '；', '，', ',',
    ]);
    (more && !marked && !sentence && first.chars().count() <= 120).then_some(index)
}

/// The id of the article itself.
const SOURCE: &str = "the-article";

impl Found {
    fn stated(&self) -> StatedSkeleton {
        StatedSkeleton {
            value: match &self.to {
                None => Printed::One(self.from.clone()),
                Some(to) => Printed::Range {
                    from: self.from.clone(),
                    to: to.clone(),
                },
            },
            unit: self.unit.clone(),
            bound: self.bound,
            precision: self.about.then(|| self.precision()),
        }
    }

    /// Half of the last place that is not a zero of rounding: 500 for 456,000, 0.05 for 7.4.
    fn precision(&self) -> f64 {
        let ends = [Some(&self.from), self.to.as_ref()];
        let half = |text: &String| {
            let number = Number::parse(text)?;
            let digits: String = text.chars().filter(|c| *c != ',').collect();
            let zeros = if digits.contains('.') || number.value == 0.0 {
                0
            } else {
                digits.len() - digits.trim_end_matches('0').len()
            };
            Some(number.half * libm::pow(10.0, zeros as f64))
        };
        let halves = ends.into_iter().flatten().filter_map(half);
        halves.fold(0.0, f64::max)
    }
}

const MONTHS: [&str; 12] = [
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
fn dated(line: &str) -> Option<String> {
    in_digits(line).or_else(|| in_words(line))
}

fn in_words(line: &str) -> Option<String> {
    let words: Vec<&str> = line
        .split(|c: char| c.is_whitespace() || matches!(c, ',' | '*' | '(' | ')' | '·' | '|'))
        .filter(|word| !word.is_empty())
        .collect();
    words.windows(3).find_map(|three| {
        let month = |word: &str| {
            let word = word.trim_end_matches('.').to_ascii_lowercase();
            let fits =
                |month: &&str| **month == word || (word.len() == 3 && month.starts_with(&word));
            MONTHS.iter().position(fits).map(|at| at + 1)
        };
        let day = |word: &str| {
            let digits = word.trim_end_matches(|c: char| c.is_ascii_alphabetic());
            let suffix = &word[digits.len()..];
            let day: u32 = digits.parse().ok()?;
            let fits = matches!(suffix, "" | "st" | "nd" | "rd" | "th") && (1..=31).contains(&day);
            fits.then_some(day)
        };
        let (month, day) = match (month(three[0]), month(three[1])) {
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
        let before = line[..at].chars().next_back();
        if !c.is_ascii_digit() || before.is_some_and(|c| c.is_ascii_digit()) {
            return None;
        }
        let mut parts = line[at..].split(|c: char| !c.is_ascii_digit());
        let (year, month, day) = (parts.next()?, parts.next()?, parts.next()?);
        let signs = &line[at + year.len()..];
        let separated = (signs.starts_with('-') && signs[1 + month.len()..].starts_with('-'))
            || (signs.starts_with('年')
                && signs['年'.len_utf8() + month.len()..].starts_with('月'));
        let (month, day): (u32, u32) = (month.parse().ok()?, day.parse().ok()?);
        let real = year.len() == 4 && (1..=12).contains(&month) && (1..=31).contains(&day);
        (separated && real).then(|| format!("{year}-{month:02}-{day:02}"))
    })
}

const CURRENCIES: [(&str, &str); 9] = [
    ("US$", "USD"),
    ("NT$", "TWD"),
    ("HK$", "HKD"),
    ("$", "USD"),
    ("＄", "USD"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
];

const RANGES: [&str; 10] = ["-", "–", "—", "~", "～", "至", "到", " to ", " – ", " - "];

const HEDGES: [&str; 14] = [
    "about",
    "around",
    "roughly",
    "some",
    "approximately",
    "nearly",
    "约",
    "大约",
    "预估",
    "估计",
    "近",
    "左右",
    "预计",
    "~",
];

fn scan(line: &str, number: usize) -> Vec<Found> {
    let mut found = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let rest = &line[at..];
        // Addresses, tags and hashes hold no figures of the text.
        let opaque = ["http://", "https://", "www."]
            .iter()
            .any(|start| rest.starts_with(start));
        if opaque {
            at += rest.find([' ', ')', '>', '"']).unwrap_or(rest.len()).max(1);
            continue;
        }
        let found_here = figure(line, at, number).or_else(|| in_letters(line, at, number));
        match found_here {
            Some((figure, end)) => {
                found.extend(figure);
                at = end;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

const NUMBERS: [&str; 12] = [
    "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve",
];

/// A number in letters with a unit, `five years`: without one it is a word like others.
fn in_letters(line: &str, start: usize, number: usize) -> Option<(Option<Found>, usize)> {
    let before = line[..start].chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-') {
        return None;
    }
    let rest = &line[start..];
    let length = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    let word = rest[..length].to_ascii_lowercase();
    let value = NUMBERS.iter().position(|name| *name == word)? + 1;
    // `five-year` as well.
    let place = start + length;
    let hyphen = usize::from(line[place..].starts_with('-'));
    let (unit, end) = unit_at(line, place + hyphen, None);
    if unit.chars().count() < 2 || line[end..].starts_with(|c: char| c.is_ascii_alphanumeric()) {
        return None;
    }
    let lead = line[..start].trim_end();
    let found = Found {
        text: line[start..end].to_owned(),
        from: value.to_string(),
        to: None,
        unit,
        bound: bound(lead),
        about: hedged(lead, &line[end..]),
        line: number,
        column: line[..start].chars().count() + 1,
    };
    Some((Some(found), end))
}

/// Whether the words around a figure call it approximate.
#[inline(never)]
fn hedged(lead: &str, after: &str) -> bool {
    let lead = lead.to_ascii_lowercase();
    let hedge = |hedge: &str| {
        lead.strip_suffix(hedge).is_some_and(|before| {
            !hedge.is_ascii() || !before.ends_with(|c: char| c.is_ascii_alphabetic())
        })
    };
    HEDGES.iter().any(|word| hedge(word)) || after.trim_start().starts_with("左右")
}

/// What a price is for, where Chinese says it first: `每千瓦时0.6元`.
fn each(lead: &str, unit: String) -> String {
    let Some((_, below)) = lead.rsplit_once('每') else {
        return unit;
    };
    let below = below.trim();
    if unit.is_empty() || unit.contains('/') || below.is_empty() || below.chars().count() > 12 {
        return unit;
    }
    let plain: String = below.chars().filter(|c| *c != ' ').collect();
    let below = match plain.as_str() {
        "千瓦时" | "度" | "度电" => "kWh".to_owned(),
        "卡时" | "卡小时" | "GPU时" | "GPU小时" | "GPU-小时" => "GPU-hour".to_owned(),
        _ => match Unit::parse(&plain) {
            Some(below) => below.to_string(),
            None => return unit,
        },
    };
    Unit::parse(&format!("{unit}/{below}")).map_or(unit, |whole| whole.to_string())
}

/// A number at this place, with all that belongs to it, and where that ends; the first is nothing
/// where it is a date, a name or a label.
#[inline(never)]
fn figure(line: &str, start: usize, number: usize) -> Option<(Option<Found>, usize)> {
    let rest = &line[start..];
    let currency = CURRENCIES.iter().find(|(sign, _)| rest.starts_with(sign));
    let digits = start + currency.map_or(0, |(sign, _)| sign.len());
    let (from, mut end) = digits_at(line, digits)?;
    let before = line[..start].chars().next_back();
    // `H200`, `GPT-5`, `v4.1`, `#3`: a name.
    let named = before.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '#' | '.'))
        || (matches!(before, Some('-')) && {
            let mut earlier = line[..start - 1].chars();
            earlier
                .next_back()
                .is_some_and(|c| c.is_ascii_alphanumeric())
        });
    if named && currency.is_none() {
        let rest = line[end..].find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-');
        return Some((None, rest.map_or(line.len(), |more| end + more)));
    }
    if currency.is_none()
        && let Some(skip) = date_at(line, digits, &from)
    {
        return Some((None, skip));
    }
    let mut to = None;
    for sign in RANGES {
        let Some(after) = line[end..].strip_prefix(sign) else {
            continue;
        };
        let place = line.len() - after.len();
        let place = place
            + CURRENCIES
                .iter()
                .find(|(sign, _)| after.starts_with(sign))
                .map_or(0, |(sign, _)| sign.len());
        if let Some((upper, stop)) = digits_at(line, place) {
            to = Some(upper);
            end = stop;
            break;
        }
    }
    let (unit, stop) = unit_at(line, end, currency.map(|(_, code)| *code));
    let bare = unit.is_empty();
    end = stop;
    let more = line[end..].starts_with('+');
    if more {
        end += 1;
    }
    // A label or an ordinal: `1.`, `案例 2：`.
    let label = bare && !from.contains(['.', ',']) && from.len() < 3;
    // `100B+` is a number of billions, `3nm` a length, `2X` a factor; a letter right after is a
    // name: `4K`.
    let glued = line[..end].ends_with(|c: char| c.is_ascii())
        && line[end..].starts_with(|c: char| c.is_ascii_alphanumeric());
    let versioned = bare && from.contains('.') || matches!(unit.as_str(), "B" | "T" | "M" | "K");
    let version = currency.is_none() && versioned && follows_name(&line[..start]);
    if label || glued || version {
        let rest = line[end..].find(|c: char| !c.is_ascii_alphanumeric());
        return Some((None, rest.map_or(line.len(), |more| end + more)));
    }
    let (ordered, from, to) = ordered(from, to);
    if !ordered {
        return Some((None, end));
    }
    let lead = line[..start].trim_end();
    let bound = bound(lead).or(more.then_some("atLeast"));
    let sign = ["-", "−", "+"].into_iter().find(|sign| {
        line[..start].ends_with(sign) && {
            let earlier = line[..start - sign.len()].chars().next_back();
            earlier.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '（' | '：' | '，' | ','))
        }
    });
    // A dash that begins a line is a list's.
    let sign = sign.filter(|_| {
        !line[..start]
            .trim()
            .trim_matches(['-', '+', '−'])
            .is_empty()
    });
    let from = [sign.unwrap_or_default(), &from].concat();
    let start = start - sign.map_or(0, str::len);
    let about = hedged(lead, &line[end..]);
    let unit = each(lead, unit);
    Some((
        Some(Found {
            text: line[start..end].to_owned(),
            from,
            to,
            unit,
            bound,
            about,
            line: number,
            column: line[..start].chars().count() + 1,
        }),
        end,
    ))
}

/// `CUDA 12.5`, `Ascend 910B`: a version of what is named.
fn follows_name(lead: &str) -> bool {
    let word = lead.split_whitespace().next_back().unwrap_or_default();
    let latin = word.rsplit(|c: char| !c.is_ascii_alphanumeric()).next();
    lead.ends_with(' ')
        && latin.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// What a sign or word before a figure makes of it.
#[inline(never)]
fn bound(lead: &str) -> Option<&'static str> {
    let signs = [
        (">=", "atLeast"),
        ("≥", "atLeast"),
        ("<=", "atMost"),
        ("≤", "atMost"),
        (">", "above"),
        ("＞", "above"),
        ("<", "below"),
        ("＜", "below"),
        ("超过", "above"),
        ("高于", "above"),
        ("低于", "below"),
        ("over", "above"),
        ("above", "above"),
        ("more than", "above"),
        ("less than", "below"),
        ("under", "below"),
        ("below", "below"),
        ("at least", "atLeast"),
        ("at most", "atMost"),
    ];
    let found = signs.into_iter().find(|(sign, _)| lead.ends_with(sign));
    found.map(|(_, bound)| bound)
}

/// Whether a range ascends; `2024-11` does not read as one.
fn ordered(from: String, to: Option<String>) -> (bool, String, Option<String>) {
    let Some(lower) = Number::parse(&from) else {
        return (false, from, to);
    };
    let fits = match &to {
        None => true,
        Some(to) => Number::parse(to).is_some_and(|upper| lower.value < upper.value),
    };
    (fits, from, to)
}

/// The digits at a place: `35,000`, `4.8`.
fn digits_at(line: &str, start: usize) -> Option<(String, usize)> {
    let rest = &line[start..];
    let length = rest
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(rest.len());
    let mut text = rest[..length].trim_end_matches([',', '.']);
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // A list of numbers, `1,2,3`, is cut at its first comma.
    while Number::parse(text).is_none() {
        text = &text[..text.rfind([',', '.'])?];
    }
    Some((text.to_owned(), start + text.len()))
}

/// Where a date, a year or the number of a list ends.
fn date_at(line: &str, start: usize, digits: &str) -> Option<usize> {
    let end = start + digits.len();
    let rest = &line[end..];
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
        let half =
            spaced.starts_with(['H', 'Q']) && spaced[1..].starts_with(|c: char| c.is_ascii_digit());
        if half {
            return Some(line.len() - spaced.len() + 2);
        }
        if own || rest.starts_with(['-', '/', '年']) {
            return Some(following(rest));
        }
    }
    // `11月6日`, but not `3 个月`.
    if let Some(day) = rest.strip_prefix('月') {
        let length = day.bytes().take_while(u8::is_ascii_digit).count();
        if day[length..].starts_with(['日', '号']) {
            return Some(following(rest));
        }
    }
    // `1.` at the head of a line.
    let head = line[..start]
        .trim()
        .trim_matches(['*', '#', '>', '-'])
        .is_empty();
    (head && rest.starts_with(['.', '、', ')']) && digits.len() < 3).then_some(end + 1)
}

/// The unit after a number, with the currency before it in its place, and where it ends.
#[inline(never)]
fn unit_at(line: &str, end: usize, currency: Option<&str>) -> (String, usize) {
    let rest = &line[end..];
    let spaced = rest.trim_start_matches([' ', '\u{a0}']);
    let gap = rest.len() - spaced.len();
    for (words, unit) in [
        ("per cent", "%"),
        ("percentage points", "percentage points"),
        ("percentage point", "percentage points"),
        ("个百分点", "percentage points"),
        ("GPU-小时", "GPU-hour"),
    ] {
        if spaced.starts_with(words) {
            return (unit.to_owned(), end + gap + words.len());
        }
    }
    let lead = unit::leading(spaced);
    // `7 a year` is no 7 years.
    let lead = lead.filter(|(_, length)| {
        let text = &spaced[..*length];
        let one = text.split('/').next().unwrap_or_default();
        gap == 0
            || !matches!(
                one,
                "a" | "d" | "y" | "t" | "s" | "m" | "b" | "T" | "J" | "k"
            )
    });
    let Some(code) = currency else {
        if lead.is_none()
            && let Some(length) = named_gpus(spaced)
        {
            return ("GPU".to_owned(), end + gap + length);
        }
        return match lead {
            Some((unit, length)) => (unit.to_string(), end + gap + length),
            None => (String::new(), end),
        };
    };
    let priced = |text: &str| Unit::parse(text).map(|unit| unit.to_string());
    // `million`, then what it is per.
    let scale = lead.map_or(0, |(_, length)| {
        let text = &spaced[..length];
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let scale = |end: &usize| {
            let cut = text[..*end].ends_with(|c: char| c.is_ascii_alphanumeric())
                && text[*end..].starts_with(|c: char| c.is_ascii_alphanumeric());
            !cut && unit::is_only_scale(text[..*end].trim())
        };
        let trimmed = ends.filter(scale).max().unwrap_or_default();
        text[..trimmed].trim_end().len()
    });
    let (scale, after) = match scale {
        0 => ("", end),
        length => (&spaced[..length], end + gap + length),
    };
    let whole = format!("{scale} {code}").trim().to_owned();
    for sign in ["/", " a ", " an ", " per ", " each ", "每"] {
        if let Some(below) = line[after..].strip_prefix(sign)
            && let Some((unit, length)) = unit::leading(below)
            && let Some(unit) = priced(&format!("{whole}/{unit}"))
        {
            return (unit, after + sign.len() + length);
        }
    }
    priced(&whole).map_or((code.to_owned(), end), |unit| (unit, after))
}

/// How long `H100 GPUs` or `H100s` is.
fn named_gpus(text: &str) -> Option<usize> {
    let length = text
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(text.len());
    let name = &text[..length];
    let product = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains(|c: char| c.is_ascii_digit());
    if !product {
        return None;
    }
    let after = &text[length..];
    let spaced = after.trim_start_matches([' ', '\u{a0}']);
    let counted = unit::leading(spaced).filter(|(unit, _)| unit.counts_gpus());
    match counted {
        Some((_, more)) => Some(length + after.len() - spaced.len() + more),
        None => name.ends_with('s').then_some(length),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(line: &str) -> Vec<(String, Option<String>, String)> {
        let found = scan(line, 1);
        found
            .into_iter()
            .map(|figure| (figure.from, figure.to, figure.unit))
            .collect()
    }

    fn one(line: &str) -> (String, Option<String>, String) {
        let mut found = figures(line);
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        found.remove(0)
    }

    fn plain(from: &str, unit: &str) -> (String, Option<String>, String) {
        (from.to_owned(), None, unit.to_owned())
    }

    fn range(from: &str, to: &str, unit: &str) -> (String, Option<String>, String) {
        (from.to_owned(), Some(to.to_owned()), unit.to_owned())
    }

    #[test]
    fn figures_are_found_in_english() {
        assert_eq!(one("It costs $37,000 a card."), plain("37,000", "USD/card"));
        assert_eq!(
            one("Total: $61.3M/year of rent"),
            plain("61.3", "M USD/year")
        );
        assert_eq!(one("saves 30-40% of it"), range("30", "40", "%"));
        assert_eq!(one("bandwidth of 4.8 TB/s"), plain("4.8", "TB/s"));
        assert_eq!(
            one("up 5 percentage points"),
            plain("5", "percentage points")
        );
        assert_eq!(one("at $2.50/GPU-hour"), plain("2.50", "USD/GPU-hour"));
        assert_eq!(
            one("a market of $5.5 to $7 billion"),
            range("5.5", "7", "billion USD")
        );
        assert_eq!(
            one("It saves $3 million a year."),
            plain("3", "million USD/year")
        );
        assert_eq!(
            one("worth $2 billion per year"),
            plain("2", "billion USD/year")
        );
        assert_eq!(one("$456,000 a year"), plain("456,000", "USD/year"));
        assert_eq!(one("$2.50 per GPU per hour"), plain("2.50", "USD/GPU-hour"));
        assert_eq!(one("buys 512 H100 GPUs"), plain("512", "GPU"));
        assert_eq!(one("buys 512 H100s"), plain("512", "GPU"));
        assert_eq!(one("over five years"), plain("5", "years"));
        assert_eq!(one("a twelve-month lease"), plain("12", "month"));
        assert_eq!(one("some 40,000 firms"), plain("40,000", ""));
        assert_eq!(one("12 per cent"), plain("12", "%"));
    }

    #[test]
    fn figures_are_found_in_chinese() {
        let found = figures("25,000 片 × $36,000");
        assert_eq!(found, [plain("25,000", "片"), plain("36,000", "USD")]);
        assert_eq!(one("价值 $3.5-4 亿"), range("3.5", "4", "亿 USD"));
        assert_eq!(one("节省 500 GPU-月"), plain("500", "GPU-月"));
        assert_eq!(one("每 GPU 小时 7 美元"), plain("7", "美元/GPU-hour"));
        assert_eq!(one("每千瓦时0.6元"), plain("0.6", "元/kWh"));
        assert_eq!(one("电价为每度 0.6 元"), plain("0.6", "元/kWh"));
        assert_eq!(one("每卡时18元"), plain("18", "元/GPU-hour"));
        assert_eq!(one("采购512张H100"), plain("512", "张"));
        assert_eq!(one("每年增收 5 亿美元"), plain("5", "亿美元"));
        assert_eq!(one("每月 5 万片"), plain("5", "万片/月"));
        assert_eq!(one("市场规模 150 亿美元"), plain("150", "亿美元"));
        assert_eq!(one("出货 15 万片"), plain("15", "万片"));
        assert_eq!(one("回收期 7.4 个月"), plain("7.4", "个月"));
        assert_eq!(one("提高 3 个百分点"), plain("3", "percentage points"));
        assert_eq!(
            one("$35,000-40,000/片"),
            range("35,000", "40,000", "USD/片")
        );
    }

    #[test]
    fn dates_names_and_labels_are_no_figures() {
        for line in [
            "2024年11月6日",
            "on 2024-11-06",
            "in 2025 H2 and 2026",
            "H200, GPT-5, MI300X, v4.1 and Claude 3",
            "1. First",
            "see https://example.org/2024/500-gpus",
            "案例 1：",
            "CUDA 12.5 on NVLink 5.0 and an Ascend 910B",
            "in 2024 Q3",
            "on 14 May 2026, the one of the two that none knew",
            "On May 14, 2026",
        ] {
            assert_eq!(figures(line), [], "{line}");
        }
    }

    #[test]
    fn signs_bounds_and_hedges_are_kept() {
        let found = scan(
            "Costs of about 12% and of over 1 MW, 90%+ of it, change (-45%)",
            3,
        );
        let texts: Vec<_> = found.iter().map(|figure| figure.text.as_str()).collect();
        assert_eq!(texts, ["12%", "1 MW", "90%+", "-45%"]);
        assert!(found[0].about && !found[1].about);
        assert_eq!(
            (found[1].bound, found[2].bound),
            (Some("above"), Some("atLeast"))
        );
        assert_eq!((found[0].line, found[0].column), (3, 16));
    }

    #[test]
    fn about_leaves_the_zeros_at_the_end_open() {
        let precision = |line: &str| {
            let found = scan(line, 1).remove(0);
            found.stated().precision
        };
        for (line, expected) in [
            ("about $456,000 a year", Some(500.0)),
            ("Around 20% of it", Some(5.0)),
            ("roughly $7.4 million", Some(0.05)),
            ("约 1,200 张", Some(50.0)),
            ("大约 30 个月", Some(5.0)),
            ("近 4.0 亿美元", Some(0.05)),
            ("500 万美元左右", Some(50.0)),
            ("$456,000 a year", None),
            ("awesome 40,000 firms", None),
        ] {
            match (precision(line), expected) {
                (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-9, "{line}"),
                (found, expected) => assert_eq!(found, expected, "{line}"),
            }
        }
    }

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

    #[test]
    fn the_headline_is_no_claim() {
        for text in [
            "# 512 GPUs for $20 million\n\nThey cost $20 million.\n",
            "512 GPUs for $20 million\n\nThey cost $20 million.\n",
        ] {
            let draft = draft(text);
            assert_eq!(draft.article.title, "512 GPUs for $20 million");
            assert_eq!(draft.article.claims.len(), 1, "{text}");
        }
        // A section's heading may be all there is of a claim.
        assert_eq!(
            draft("# Costs\n## Rent: $7 million\n").article.claims.len(),
            1
        );
        assert_eq!(draft("It costs $20 million.\nSo.").article.claims.len(), 1);
    }

    #[test]
    fn a_skeleton_is_a_file_but_for_what_the_editor_knows() {
        let text =
            "# Launch\n**Date:** 2024-11-06\n\n## Costs\n- Owning costs $42M.\n- 租用 7 美元\n";
        let draft = draft(text);
        let json = serde_json::to_string(&draft.article).expect("JSON");
        let report = crate::article::check_text(&json).expect("a file");
        assert_eq!(report.date, "2024-11-06");
        assert_eq!(report.claims.len(), 2);
        assert_eq!(report.counts.not_stated, 2);
        assert_eq!(report.claims[0].section.en.as_deref(), Some("Costs"));
        assert_eq!(report.claims[1].says.zh.as_deref(), Some("租用 7 美元"));
    }
}
