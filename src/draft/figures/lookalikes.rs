//! What is printed as figures are and is none: dates, names, labels, ordinals, lengths.

use super::digits::Digits;
use crate::draft::dates::{date_at, month_of};
use crate::draft::names::{dialled_at, follows_name, in_name, is_standard};
use crate::draft::spoken::{since, until};
use crate::printed::unit::Unit;

/// A number with its unit, which may be no figure of the text.
pub(super) struct Candidate<'a> {
    pub(super) line: &'a str,
    pub(super) start: usize,
    /// Behind its sign for more.
    pub(super) end: usize,
    /// What stands before it.
    pub(super) lead: &'a str,
    pub(super) number: &'a str,
    pub(super) unit: &'a str,
    /// Whether no unit stands behind it.
    pub(super) bare: bool,
    pub(super) currency: Option<&'static str>,
    /// Whether it has a sign for more: `100B+`.
    pub(super) more: bool,
}

impl Candidate<'_> {
    /// Whether it is no figure; a short bare number may be one where the sentence has counted before.
    pub(super) fn is_none(&self, counts: bool) -> bool {
        self.is_label(counts)
            || self.is_other()
            || self.is_glued()
            || self.is_version()
            || self.is_model()
    }

    /// `70B parameters` are billions, and no bytes.
    pub(super) fn is_billions(&self) -> bool {
        self.currency.is_none() && (self.unit == "B" || self.unit.starts_with("B "))
    }

    fn after(&self) -> &str {
        since(self.line, self.end)
    }

    fn is_whole(&self) -> bool {
        self.bare && !self.number.contains(&['.', ','][..])
    }

    /// A label or an ordinal: `1.`, `案例 2：`.
    fn is_label(&self, counts: bool) -> bool {
        let short = self.is_whole() && self.number.len() < 3;
        short && !(counts && is_count(self.lead, self.after()))
    }

    fn is_other(&self) -> bool {
        self.is_whole() && is_standard(self.lead)
            || self.number.len() < 3 && is_one_in(self.lead, self.unit)
            || is_reading_time(self.unit, self.lead, self.after())
            || is_length(self.unit, self.after())
    }

    /// `100B+` is a number of billions, `3nm` a length, `2X` a factor; a letter right after is a
    /// name: `4K`.
    fn is_glued(&self) -> bool {
        until(self.line, self.end).ends_with(|c: char| c.is_ascii())
            && self
                .after()
                .starts_with(|c: char| c.is_ascii_alphanumeric())
    }

    fn is_version(&self) -> bool {
        let versioned =
            self.bare && self.number.contains('.') || matches!(self.unit, "B" | "T" | "M" | "K");
        self.currency.is_none() && versioned && follows_name(until(self.line, self.start))
    }

    /// `910B` alone may be a name.
    fn is_model(&self) -> bool {
        let chips = Unit::parse(self.unit).is_some_and(|unit| unit.counts_gpus());
        let alone = self.unit == "B" && !self.more && !counts_parameters(self.after());
        self.is_billions() && (alone || chips)
    }
}

/// Where a number without a currency ends that is of a name or a date, or that one dials.
pub(super) fn label_at(
    line: &str,
    start: usize,
    plain: Option<&Digits>,
    joins: bool,
) -> Option<usize> {
    if let Some(end) = dialled_at(line, start) {
        return Some(end);
    }
    if !joins && in_name(line, start) {
        // `P½`
        let first = since(line, start).chars().next().map_or(0, char::len_utf8);
        let end = start + Digits::joined(since(line, start)).len().max(first);
        let rest =
            since(line, end).find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-');
        return Some(rest.map_or(line.len(), |more| end + more));
    }
    date_at(line, start, &plain?.text)
}

/// Where a number ends that no printed one stands for, `3 × 10^21`, or that another may be off by, `±5%`;
/// `第3次` and `§4.2` are ordinals.
pub(super) fn no_value(line: &str, read: &Digits, lead: &str) -> Option<usize> {
    let signs = [
        "±",
        "+/-",
        "+/−",
        "正负",
        "plus or minus",
        "plus/minus",
        "第",
        "§",
    ];
    let is_signed = signs.iter().any(|sign| lead.ends_with(sign));
    power_at(line, read.end).or_else(|| is_signed.then_some(read.end))
}

/// Whether a bare number of one or two digits may count something: `14 May`, `9:30`, `step 3` do not.
fn is_count(lead: &str, after: &str) -> bool {
    const NUMBERED: [&str; 18] = [
        "table", "figure", "no.", "step", "page", "chapter", "section", "part", "phase", "case",
        "day", "version", "top", "tier", "level", "layer", "rule", "item",
    ];
    let word = lead.rsplit(' ').next().unwrap_or_default();
    let next = after.trim_start().split(|c: char| !c.is_ascii_alphabetic());
    let next = next.into_iter().next().unwrap_or_default();
    let dated = next.starts_with(|c: char| c.is_ascii_uppercase()) && month_of(next).is_some();
    let labelled = NUMBERED.contains(&word.to_ascii_lowercase().as_str())
        || ["案例", "图", "表", "阶段", "步骤"]
            .iter()
            .any(|word| lead.ends_with(word));
    let joined = ['/', ':', '：', '-', '–'];
    !(dated
        || labelled
        || month_of(word).is_some()
        || lead.ends_with(joined)
        || after.starts_with(joined))
}

/// `1.2m wide`: metres, and no million.
fn is_length(unit: &str, after: &str) -> bool {
    const MEASURED: [&str; 6] = ["wide", "tall", "long", "deep", "high", "thick"];
    let word = after
        .trim_start_matches([' ', '-'])
        .split(|c: char| !c.is_alphabetic())
        .next();
    unit == "million" && word.is_some_and(|word| MEASURED.contains(&word))
}

/// The whole of `1 in 5 users`; five years may have passed.
fn is_one_in(lead: &str, unit: &str) -> bool {
    let count = lead
        .strip_suffix(" in")
        .and_then(|lead| lead.rsplit(' ').next());
    let is_count = |count: &str| {
        (1..3).contains(&count.len()) && count.bytes().all(|byte| byte.is_ascii_digit())
    };
    count.is_some_and(is_count) && !Unit::parse(unit).is_some_and(|unit| unit.has_time())
}

/// `6 min read`, `阅读约需 6 分钟`: how long it takes to read the article itself.
fn is_reading_time(unit: &str, lead: &str, after: &str) -> bool {
    let word = after.trim_start_matches([' ', '-', '\u{a0}']);
    let read = word.strip_prefix("read").is_some_and(|rest| {
        !rest.starts_with(|c: char| c.is_ascii_alphanumeric()) || rest.starts_with("ing time")
    });
    let han = word.starts_with("阅读") || word.starts_with("读完");
    let leads = [
        "阅读",
        "阅读时间",
        "阅读时长",
        "阅读约",
        "阅读约需",
        "阅读需",
        "阅读需要",
    ];
    let told = leads
        .iter()
        .any(|words| lead.trim_end_matches(['：', ':', ' ']).ends_with(words));
    matches!(unit, "min" | "minute" | "minutes" | "分钟") && (read || han || told)
}

/// Where a power behind a number ends: `^21`, `×10²¹`, ` x 10^21`.
fn power_at(line: &str, end: usize) -> Option<usize> {
    const RAISED: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
    let rest = since(line, end);
    let times = rest
        .trim_start()
        .strip_prefix(['×', 'x', 'X', '*', '·', '✕']);
    let ten = times.and_then(|rest| rest.trim_start().strip_prefix("10"));
    let power = ten.unwrap_or(rest);
    let digits = match power.strip_prefix('^') {
        Some(power) => power.trim_start_matches(|c: char| c.is_ascii_digit() || "{}-−".contains(c)),
        None => power.trim_start_matches(|c| RAISED.contains(c)),
    };
    (digits.len() < power.len()).then_some(line.len() - digits.len())
}

/// Whether a day, a month or a number in a series ends a text, so that the next number is another.
pub(super) fn of_calendar(lead: &str) -> bool {
    let word = lead.rsplit(' ').next().unwrap_or_default();
    month_of(word).is_some() || matches!(word, "Table" | "Figure" | "No.")
}

/// What stands behind a number of billions.
fn counts_parameters(after: &str) -> bool {
    let rest = after.trim_start_matches([' ', '-', '\u{a0}', '的', '个']);
    let words = ["param", "model", "token", "参数", "模型", "大模型", "词元"];
    let lower = rest.to_ascii_lowercase();
    words.iter().any(|word| lower.starts_with(word))
}
