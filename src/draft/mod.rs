//! Finds the figures in a text and writes the skeleton of an article file: nothing is guessed, what
//! the text does not say is left empty for the editor.

mod spoken;

use crate::printed::number::Number;
use crate::printed::unit::{self, Unit};
use serde::Serialize;
use spoken::{Spoken, Words, since, until};
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
    /// How far off it may be, where it has no digits that say so: `a third`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
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
/// use chip_calculators::draft::draft;
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
    let lines: Vec<&str> = text.lines().collect();
    for (index, line) in lines.iter().enumerate() {
        if date.is_empty() {
            date = dated(line).unwrap_or_default();
        }
        if headline == Some(index) {
            title = plain(line);
            continue;
        }
        // A heading says what the text below it says.
        if is_heading(line, lines.get(index + 1)) {
            section = plain(line);
            continue;
        }
        let mut found = scan(line, index + 1).into_iter().peekable();
        for (number, (start, end)) in sentences(line).into_iter().enumerate() {
            let until = until(line, end).chars().count();
            let mut own = Vec::new();
            while let Some(figure) = found.next_if(|figure| figure.column <= until) {
                own.push(figure);
            }
            if own.is_empty() {
                continue;
            }
            let stated = own
                .iter()
                .enumerate()
                .map(|(index, figure)| (format!("figure{}", index + 1), figure.stated()))
                .collect();
            let id = match number {
                0 => format!("line-{}", index + 1),
                _ => format!("line-{}-{}", index + 1, number + 1),
            };
            claims.push(ClaimSkeleton {
                id,
                section: section.clone(),
                says: plain(&line[start..end]).chars().take(500).collect(),
                stated,
                inputs: Empty {},
                checks: [],
            });
            figures.extend(own);
        }
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

/// A line without the marks of Markdown.
fn plain(line: &str) -> String {
    let text = line
        .trim()
        .trim_start_matches(&['#', '*', '-', '•', '>', ' ', '\t'][..]);
    text.replace("**", "").replace('`', "").trim().to_owned()
}

/// Whether a line is the heading of a section: `## Costs`, `**Costs**`, `三、成本`, one that is underlined.
fn is_heading(line: &str, below: Option<&&str>) -> bool {
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
    whole || numbered || below.is_some_and(|below| underlined(below))
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
fn sentences(line: &str) -> Vec<(usize, usize)> {
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
fn headline(text: &str) -> Option<usize> {
    let lines = || text.lines().map(str::trim).enumerate();
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
            precision: self
                .precision
                .or_else(|| self.about.then(|| self.rounding())),
        }
    }

    /// Half of the last place that is not a zero of rounding: 500 for 456,000, 0.05 for 7.4.
    fn rounding(&self) -> f64 {
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

const RANGES: [&str; 12] = [
    "-", "–", "—", "~", "～", "至", "到", " to ", " – ", " - ", " 至 ", " 到 ",
];

const HEDGES: [&str; 17] = [
    "about",
    "almost",
    "close to",
    "将近",
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
        let rest = since(line, at);
        // Addresses, tags and hashes hold no figures of the text.
        let opaque = ["http://", "https://", "www."]
            .iter()
            .any(|start| rest.starts_with(start));
        if opaque {
            at += rest.find([' ', ')', '>', '"']).unwrap_or(rest.len()).max(1);
            continue;
        }
        let found_here = figure(line, at, number).or_else(|| in_words_at(line, at, number));
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

/// A number in words with a unit, `five years`, `三成`: without one it is a word like others.
fn in_words_at(line: &str, start: usize, number: usize) -> Option<(Option<Found>, usize)> {
    let spoken = match spoken::english(line, start).or_else(|| spoken::chinese(line, start))? {
        Words::Number(spoken) => spoken,
        Words::Unclear(end) => return Some((None, end)),
    };
    let mut tail = if let Some(unit) = spoken.unit {
        Tail::after(line, spoken.end, unit.to_owned())
    } else {
        // `five-year` as well.
        let hyphen = usize::from(since(line, spoken.end).starts_with('-'));
        Tail::at(line, spoken.end + hyphen, None)
    };
    if tail.unit.is_empty() {
        (tail.end, tail.half) = (tail.end.min(spoken.end), false);
    }
    let cut = since(line, tail.end).starts_with(|c: char| c.is_ascii_alphanumeric())
        && until(line, tail.end).ends_with(|c: char| c.is_ascii_alphanumeric());
    let bare = tail.unit.is_empty() && !spoken.counts;
    if bare || cut || is_unclear(&spoken, &tail, since(line, tail.end)) {
        return Some((None, tail.end.max(spoken.end)));
    }
    let lead = until(line, start).trim_end();
    let mut from = spoken.from;
    if tail.half {
        from.push_str(".5");
    }
    let (ordered, from, to) = ordered(from, spoken.to);
    if !ordered {
        return Some((None, tail.end));
    }
    let found = Found {
        text: line[start..tail.end].to_owned(),
        from,
        to,
        bound: bound(lead, &tail.unit).or(tail.bound),
        about: hedged(lead, since(line, tail.end)),
        precision: spoken.precision,
        unit: each(lead, tail.unit),
        line: number,
        column: until(line, start).chars().count() + 1,
    };
    Some((Some(found), tail.end))
}

/// Whether a number in words may be an article, a date or a turn of phrase: `一家`, `三月`, `一次`.
fn is_unclear(spoken: &Spoken, tail: &Tail, after: &str) -> bool {
    let han = tail.unit.starts_with(|c: char| !c.is_ascii()) && tail.unit != "‰";
    let small = spoken.to.is_none() && (spoken.from.len() == 1 || spoken.from == "0.5");
    match tail.unit.as_str() {
        "月" | "日" | "季度" | "度" | "时" | "m" | "s" | "x" if spoken.unit.is_none() => true,
        "个" | "家" | "次" | "件" | "套" | "笔" | "名" | "人" | "辆" if small => true,
        // `三块业务`, but `八块 GPU`.
        "块" if small => !after
            .trim_start()
            .starts_with(&['G', 'H', 'A', '显', '卡', '芯', '加'][..]),
        unit if unit.len() == 1 && unit.is_ascii() && unit != "%" && unit != "x" => true,
        // `一年`, `一张`: an article.
        _ => {
            han && spoken.from == "1" && spoken.to.is_none() && !tail.half && is_counted(&tail.unit)
        }
    }
}

/// Whether a unit has no scale and is no share, so that 一 before it may be an article.
fn is_counted(unit: &str) -> bool {
    !unit.starts_with(&['万', '亿', '千', '百', '十', '成', '倍'][..])
}

/// What follows a number: its unit, and what that makes of it.
struct Tail {
    unit: String,
    end: usize,
    /// `两年半`
    half: bool,
    /// `30多亿`, `30%以上`
    bound: Option<&'static str>,
}

const MORE: [char; 2] = ['多', '余'];

impl Tail {
    /// With the currency that stands before the number.
    fn at(line: &str, end: usize, currency: Option<&str>) -> Self {
        // `一个半月`
        for &unit in &["月", "小时", "年"] {
            let text = ["个半", unit].concat();
            if since(line, end).starts_with(&text) && currency.is_none() {
                let unit = if unit == "月" { "个月" } else { unit };
                let tail = Tail::after(line, end + text.len(), unit.to_owned());
                return Tail { half: true, ..tail };
            }
        }
        // `30多亿美元`, `三十余张`
        if let Some(rest) = since(line, end).strip_prefix(MORE)
            && unit::leading(rest).is_some()
        {
            let (unit, stop) = unit_at(line, line.len() - rest.len(), currency);
            return Tail {
                bound: Some("above"),
                ..Tail::after(line, stop, unit)
            };
        }
        let (unit, stop) = unit_at(line, end, currency);
        // `3亿多美元`
        if !unit.is_empty()
            && unit::is_only_scale(&unit)
            && let Some(rest) = since(line, stop).strip_prefix(MORE)
            && let Some((counted, length)) = unit::leading(rest)
            && let Some(whole) = Unit::parse(&format!("{unit} {counted}"))
        {
            let stop = line.len() - rest.len() + length;
            return Tail {
                bound: Some("above"),
                ..Tail::after(line, stop, whole.to_string())
            };
        }
        Tail::after(line, stop, unit)
    }

    /// What stands behind the unit.
    fn after(line: &str, mut end: usize, unit: String) -> Self {
        let mut tail = Tail {
            unit,
            end,
            half: false,
            bound: None,
        };
        let timed = matches!(
            tail.unit.as_str(),
            "年" | "个月" | "天" | "小时" | "周" | "倍" | "成" | "%" | "万" | "亿" | "万亿"
        );
        let half = timed && tail.unit != "%" && !since(line, end).starts_with("半导");
        if half && let Some(rest) = since(line, end).strip_prefix('半') {
            end = line.len() - rest.len();
            tail.half = true;
        }
        if timed && let Some(rest) = since(line, end).strip_prefix('多') {
            end = line.len() - rest.len();
            tail.bound = Some("above");
        }
        tail.end = end;
        let after = since(line, end).trim_start();
        for (words, bound) in &[
            ("以上", "atLeast"),
            ("及以上", "atLeast"),
            ("以下", "atMost"),
            ("以内", "atMost"),
            ("or more", "atLeast"),
            ("or less", "atMost"),
            ("or fewer", "atMost"),
        ] {
            if after.starts_with(*words) {
                tail.bound = Some(*bound);
            }
        }
        tail
    }
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn is_most(c: char) -> bool {
    matches!(c, '最' | '附')
}

/// Whether the words around a figure call it approximate.
#[inline(never)]
fn hedged(lead: &str, after: &str) -> bool {
    let lead = lead.to_ascii_lowercase();
    let hedge = |hedge: &str| {
        lead.strip_suffix(hedge).is_some_and(|before| {
            // `最近`
            let joined: fn(char) -> bool = if hedge.is_ascii() { is_letter } else { is_most };
            !before.ends_with(joined)
        })
    };
    HEDGES.iter().any(|word| hedge(word)) || after.trim_start().starts_with("左右")
}

/// Whether 每 stands right before.
fn lead_each(lead: &str) -> bool {
    lead.trim_end().ends_with('每')
}

/// What a price is for, where Chinese says it first: `每千瓦时0.6元`.
fn each(lead: &str, unit: String) -> String {
    let Some((_, below)) = lead.rsplit_once('每') else {
        return unit;
    };
    let below = below
        .trim()
        .trim_end_matches(&['约', '为', '需', '是', '价'][..]);
    if unit.is_empty() || unit.contains('/') || below.is_empty() || below.chars().count() > 12 {
        return unit;
    }
    let plain: String = below.chars().filter(|c| *c != ' ').collect();
    let below = match plain.as_str() {
        "千瓦时" | "度" | "度电" => "kWh".to_owned(),
        "张" | "张卡" | "卡" | "片" | "块卡" => "GPU".to_owned(),
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
    let rest = since(line, start);
    let currency = CURRENCIES.iter().find(|(sign, _)| rest.starts_with(sign));
    let digits = start + currency.map_or(0, |(sign, _)| sign.len());
    let (from, mut end) = digits_at(line, digits)?;
    let before = until(line, start).chars().next_back();
    // `H200`, `GPT-5`, `v4.1`, `#3`: a name.
    let named = before.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '#' | '.'))
        || (matches!(before, Some('-')) && {
            let mut earlier = until(line, start - 1).chars();
            earlier
                .next_back()
                .is_some_and(|c| c.is_ascii_alphanumeric())
        });
    if named && currency.is_none() {
        let rest =
            since(line, end).find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-');
        return Some((None, rest.map_or(line.len(), |more| end + more)));
    }
    if currency.is_none()
        && let Some(skip) = date_at(line, digits, &from)
    {
        return Some((None, skip));
    }
    let (mut to, stop, falls) = upper(line, end, &from);
    end = stop;
    let tail = Tail::at(line, end, currency.map(|(_, code)| *code));
    let unit = tail.unit;
    let bare = unit.is_empty();
    end = tail.end;
    if let Some(first) = falls {
        (to, end) = (None, first);
    }
    // `3月`, `6日`, `3季度`: of a calendar.
    let dated = matches!(unit.as_str(), "月" | "日" | "季度") && from.len() < 3;
    if dated && to.is_none() && !lead_each(until(line, start)) {
        return Some((None, end));
    }
    let more = since(line, end).starts_with('+');
    if more {
        end += 1;
    }
    // A label or an ordinal: `1.`, `案例 2：`.
    let label = bare && !from.contains(&['.', ','][..]) && from.len() < 3;
    // `100B+` is a number of billions, `3nm` a length, `2X` a factor; a letter right after is a
    // name: `4K`.
    let glued = until(line, end).ends_with(|c: char| c.is_ascii())
        && since(line, end).starts_with(|c: char| c.is_ascii_alphanumeric());
    let versioned = bare && from.contains('.') || matches!(unit.as_str(), "B" | "T" | "M" | "K");
    let version = currency.is_none() && versioned && follows_name(until(line, start));
    if label || glued || version {
        let rest = since(line, end).find(|c: char| !c.is_ascii_alphanumeric());
        return Some((None, rest.map_or(line.len(), |more| end + more)));
    }
    let (ordered, from, to) = ordered(from, to);
    if !ordered {
        return Some((None, end));
    }
    let lead = until(line, start).trim_end();
    let bound = bound(lead, &unit)
        .or(tail.bound)
        .or(more.then_some("atLeast"));
    let sign = sign_at(line, start);
    let half = if tail.half && !from.contains('.') {
        ".5"
    } else {
        ""
    };
    let from = [sign, &from, half].concat();
    let start = start - sign.len();
    let about = hedged(lead, since(line, end));
    let unit = each(lead, unit);
    Some((
        Some(Found {
            text: line[start..end].to_owned(),
            from,
            to,
            unit,
            bound,
            about,
            precision: None,
            line: number,
            column: until(line, start).chars().count() + 1,
        }),
        end,
    ))
}

/// The upper of a range behind a number, where it ends; and where the number ends if it falls to the other.
fn upper(line: &str, end: usize, from: &str) -> (Option<String>, usize, Option<usize>) {
    for &sign in &RANGES {
        let Some(after) = since(line, end).strip_prefix(sign) else {
            continue;
        };
        let currency = CURRENCIES.iter().find(|(sign, _)| after.starts_with(sign));
        let place = line.len() - after.len() + currency.map_or(0, |(sign, _)| sign.len());
        if let Some((upper, stop)) = digits_at(line, place) {
            let size = |text: &str| Number::parse(text).map(|number| number.value);
            let falls = matches!(sign.trim(), "to" | "至" | "到") && size(&upper) < size(from);
            return (Some(upper), stop, falls.then_some(end));
        }
    }
    (None, end, None)
}

/// The sign of a number; a dash that begins a line is a list's.
fn sign_at(line: &str, start: usize) -> &'static str {
    let lead = until(line, start);
    let sign = ["-", "−", "+"].into_iter().find(|sign| {
        lead.strip_suffix(*sign).is_some_and(|before| {
            let earlier = before.chars().next_back();
            earlier.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '（' | '：' | '，' | ','))
        })
    });
    let begins = lead.trim().trim_matches(['-', '+', '−']).is_empty();
    sign.filter(|_| !begins).unwrap_or_default()
}

/// `CUDA 12.5`, `Ascend 910B`: a version of what is named.
fn follows_name(lead: &str) -> bool {
    let word = lead.split_whitespace().next_back().unwrap_or_default();
    let latin = word.rsplit(|c: char| !c.is_ascii_alphanumeric()).next();
    lead.ends_with(' ')
        && latin.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// What denies another stands before it.
const BOUNDS: &[(&str, &str)] = &[
    (">=", "atLeast"),
    ("≥", "atLeast"),
    ("<=", "atMost"),
    ("≤", "atMost"),
    (">", "above"),
    ("＞", "above"),
    ("<", "below"),
    ("＜", "below"),
    ("不超过", "atMost"),
    ("不高于", "atMost"),
    ("不低于", "atLeast"),
    ("不少于", "atLeast"),
    ("超过", "above"),
    ("超", "above"),
    ("逾", "above"),
    ("高于", "above"),
    ("多于", "above"),
    ("低于", "below"),
    ("少于", "below"),
    ("不到", "below"),
    ("不足", "below"),
    ("至少", "atLeast"),
    ("最少", "atLeast"),
    ("至多", "atMost"),
    ("最多", "atMost"),
    ("no more than", "atMost"),
    ("not more than", "atMost"),
    ("no less than", "atLeast"),
    ("not less than", "atLeast"),
    ("no fewer than", "atLeast"),
    ("over", "above"),
    ("above", "above"),
    ("more than", "above"),
    ("less than", "below"),
    ("fewer than", "below"),
    ("under", "below"),
    ("below", "below"),
    ("at least", "atLeast"),
    ("at most", "atMost"),
    ("up to", "atMost"),
];

/// What a sign or word before a figure makes of it.
#[inline(never)]
fn bound(lead: &str, unit: &str) -> Option<&'static str> {
    let lower = lead.to_ascii_lowercase();
    let stands = |sign: &str| {
        lower.strip_suffix(sign).is_some_and(|before| {
            // `turnover`
            !sign.starts_with(|c: char| c.is_ascii_alphabetic())
                || !before.ends_with(|c: char| c.is_alphanumeric())
        })
    };
    let (sign, bound) = *BOUNDS.iter().find(|(sign, _)| stands(sign))?;
    // `over five years` is as long as that.
    let lasts = sign == "over" && Unit::parse(unit).is_some_and(|unit| unit.counts_time());
    (!lasts).then_some(bound)
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
    let rest = since(line, start);
    let length = rest
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(rest.len());
    let mut text = until(rest, length).trim_end_matches(&[',', '.'][..]);
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

/// The unit after a number, with the currency before it in its place, and where it ends.
#[inline(never)]
fn unit_at(line: &str, end: usize, currency: Option<&str>) -> (String, usize) {
    // `15 cents a year ago` are none a year.
    let stop = ago(since(line, end)).map_or(line.len(), |at| end + at);
    let (unit, stop) = whole_unit_at(until(line, stop), end, currency);
    // So much a year of growth or interest is written in per cent.
    match unit.split_once('/') {
        Some((share @ ("%" | "percent"), _)) => (share.to_owned(), stop),
        _ => (unit, stop),
    }
}

const TIMES: [&str; 5] = [
    " a day ",
    " a week ",
    " a month ",
    " a quarter ",
    " a year ",
];
const PAST: [&str; 6] = ["ago", "earlier", "later", "before", "after", "from"];

/// Where the first `a year ago` begins.
fn ago(text: &str) -> Option<usize> {
    let mut spaces = text.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    let begins = |at: usize, words: &[&str]| -> Option<usize> {
        let rest = since(text, at);
        let word = words.iter().find(|word| rest.starts_with(**word))?;
        Some(at + word.len())
    };
    let (at, _) = spaces
        .find(|(at, _)| begins(*at, &TIMES).is_some_and(|end| begins(end, &PAST).is_some()))?;
    Some(at)
}

fn whole_unit_at(line: &str, end: usize, currency: Option<&str>) -> (String, usize) {
    let rest = since(line, end);
    let spaced = rest.trim_start_matches(&[' ', '\u{a0}'][..]);
    let gap = rest.len() - spaced.len();
    for &(words, unit) in &[
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
        let text = until(spaced, length);
        let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
        let scale = |end: &usize| {
            let cut = text[..*end].ends_with(|c: char| c.is_ascii_alphanumeric())
                && text[*end..].starts_with(|c: char| c.is_ascii_alphanumeric());
            !cut && unit::is_only_scale(text[..*end].trim())
        };
        let trimmed = ends.filter(scale).max().unwrap_or_default();
        until(text, trimmed).trim_end().len()
    });
    let (scale, after) = match scale {
        0 => ("", end),
        length => (until(spaced, length), end + gap + length),
    };
    let whole = format!("{scale} {code}").trim().to_owned();
    for &sign in &["/", " a ", " an ", " per ", " each ", "每"] {
        if let Some(below) = since(line, after).strip_prefix(sign)
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
    let name = until(text, length);
    let product = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains(|c: char| c.is_ascii_digit());
    if !product {
        return None;
    }
    let after = since(text, length);
    let spaced = after.trim_start_matches(&[' ', '\u{a0}'][..]);
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
        assert_eq!(draft("It costs $20 million.\nSo.").article.claims.len(), 1);
    }

    #[test]
    fn a_heading_names_the_section_and_claims_nothing() {
        for heading in [
            "## Rent: $7 million",
            "### 租用：每年 7 亿美元",
            "**Rent: $7 million**",
            "Rent: $7 million\n----------------",
            "三、租用每年 7 亿美元",
        ] {
            let text = format!("# Costs\n\n{heading}\n\nOwning costs $42 million.\n");
            let draft = draft(&text);
            assert_eq!(draft.figures.len(), 1, "{heading}");
            assert_eq!(draft.article.claims.len(), 1, "{heading}");
            let section = &draft.article.claims[0].section;
            assert!(heading.contains(section.as_str()), "{section}");
        }
        for line in [
            "**$7 million** a year, **$8 million** in the next",
            "- **$7 million**",
            "一张卡 7 万元、两张 14 万元",
            "The rent is $7 million.",
        ] {
            let text = format!("# Costs\n\n{line}\n\nOwning costs $42 million.\n");
            assert_eq!(draft(&text).article.claims.len(), 2, "{line}");
        }
    }

    #[test]
    fn each_sentence_is_a_claim() {
        for (line, count) in [
            ("It costs $42 million. Rent is $61 million a year.", 2),
            (
                "It costs $4.2 million, says Acme Inc. Rent is $61 million.",
                1,
            ),
            (
                "In the U.S. $42 million, on Nov. 6 $61 million, by J. Doe $5 million.",
                1,
            ),
            ("总成本 4.2 亿元。租金每年 6.1 亿元！三成来自电费", 3),
            ("“It costs $42 million.” Rent is $61 million.", 2),
        ] {
            let claims = draft(&format!("# T\n\n{line}")).article.claims;
            let says: Vec<_> = claims.iter().map(|claim| claim.says.as_str()).collect();
            assert_eq!(says.len(), count, "{says:?}");
        }
        let draft = draft("# T\n\nIt costs $42 million. Rent is $61 million.");
        let ids: Vec<_> = draft
            .article
            .claims
            .iter()
            .map(|claim| claim.id.as_str())
            .collect();
        assert_eq!(ids, ["line-3", "line-3-2"]);
    }

    /// A text, and what is found of it: number, upper end, unit, bound.
    type Case = (&'static str, &'static str);

    const ENGLISH: &[Case] = &[
        ("half of its revenue", "50 %"),
        ("a third of the chips", "33.33 %"),
        ("two-thirds of them", "66.67 %"),
        ("Three quarters of the cost", "75 %"),
        ("power fell by half", "50 %"),
        ("half a million GPUs", "0.5 million GPUs"),
        ("half an hour", "0.5 hour"),
        ("twice as fast", "2 x"),
        ("three times the price", "3 x"),
        ("sales doubled to $4 billion", "2 x; 4 billion USD"),
        ("a tenfold rise", "10 x"),
        ("a five-fold rise", "5 x"),
        ("three dozen servers", "36 servers"),
        ("a dozen GPUs", "12 GPUs"),
        ("two million dollars", "2 million dollars"),
        ("a billion dollars", "1 billion dollars"),
        ("twenty-five thousand GPUs", "25 thousand GPUs"),
        ("two hundred and fifty servers", "250 servers"),
        ("two thousand five hundred GPUs", "2500 GPUs"),
        ("two and a half years", "2.5 years"),
        ("two to three years", "2-3 years"),
        ("thirty per cent of it", "30 %"),
        ("five percentage points", "5 percentage points"),
        ("more than forty percent", "40 percent above"),
        ("No more than 30% of it", "30 % atMost"),
        ("Over five years", "5 years"),
        ("Over 30% of it", "30 % above"),
        ("a turnover 30% higher", "30 %"),
        ("three hundred customers", "300 "),
        // May be none.
        ("the second half of 2025, a quarter of 2026", ""),
        ("half of 2025", ""),
        ("two or three years", ""),
        ("three times a year, twice a week", ""),
        ("five of the six, one in three", ""),
        ("double-digit growth, six customers, the one", ""),
        ("a third quarter, a second chip", ""),
        ("millions of dollars, a few billion", ""),
    ];

    const CHINESE: &[Case] = &[
        ("三成来自海外", "3 成"),
        ("近三成五", "3.5 成"),
        ("三成至五成", "3 成; 5 成"),
        ("三到五成", "3-5 成"),
        ("八成以上的算力", "8 成 atLeast"),
        ("提高两倍", "2 倍"),
        ("是一倍半", "1.5 倍"),
        ("三点五倍", "3.5 倍"),
        ("一半的卡", "50 %"),
        ("八千万美元", "8000 万美元"),
        ("十五亿元", "15 亿元"),
        ("一点五亿元", "1.5 亿元"),
        ("一亿五千万元", "15000 万元"),
        ("三万亿美元", "3 万亿美元"),
        ("三百零五张卡", "305 张"),
        ("两万五千张", "25000 张"),
        ("百分之三十", "30 %"),
        ("百分之三点五", "3.5 %"),
        ("百分之三十到四十", "30-40 %"),
        ("千分之五", "5 ‰"),
        ("三分之一的成本", "33.33 %"),
        ("三十多亿美元", "30 亿美元 above"),
        ("30 余张卡、3亿多美元", "3 亿美元 above"),
        ("30多亿美元", "30 亿美元 above"),
        ("逾二十家企业", "20 家 above"),
        ("不到两年", "2 年 below"),
        ("两年半", "2.5 年"),
        ("一个半月", "1.5 个月"),
        ("三到五年", "3-5 年"),
        ("每年五百万美元", "500 万美元/年"),
        ("半年", "0.5 年"),
        ("十年", "10 年"),
        ("不超过 30%", "30 % atMost"),
        ("30%以上", "30 % atLeast"),
        // May be none.
        ("三月、6日、三季度、3月、第三年、上半年", ""),
        ("两三年、七八成、几十亿、十几家、数百万元", ""),
        ("二〇二四年、三成本、一成不变、成本上升", ""),
        ("一家公司、一个、两家公司、一次、一张卡、一年来", ""),
        ("十分重要、千万不要、万一、百万美元级、八点三十分", ""),
        ("两家半导体企业、四分五裂、十四五规划", ""),
        ("最近三年", "3 年"),
        ("约一千二百万千瓦、八千瓦", "1200 万千瓦; 8 千瓦"),
        ("八卡服务器", "8 卡"),
        ("平均每张卡约35万元", "35 万元/GPU"),
        ("19% a year", "19 %"),
        (
            "15.5 cents a year ago, $3 a month earlier",
            "15.5 cents; 3 USD",
        ),
        (
            "from 210 to 140 grams per kWh",
            "210 grams/kWh; 140 grams/kWh",
        ),
        (
            "由 62 至 55 个百分点",
            "62 percentage points; 55 percentage points",
        ),
        ("三块业务", ""),
    ];

    #[test]
    fn numbers_in_words_are_read_and_nothing_is_guessed() {
        for (line, expected) in ENGLISH.iter().chain(CHINESE) {
            let found = scan(line, 1).into_iter().map(|figure| {
                let to = figure.to.map_or(String::new(), |to| format!("-{to}"));
                let bound = figure
                    .bound
                    .map_or(String::new(), |bound| format!(" {bound}"));
                format!("{}{to} {}{bound}", figure.from, figure.unit)
            });
            let found: Vec<_> = found.collect();
            assert_eq!(found.join("; "), *expected, "{line}");
        }
        assert!(!scan("最近三年", 1)[0].about);
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
