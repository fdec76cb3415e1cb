//! The figures of a line, with all that belongs to each.

use super::Found;
use super::bounds::{bound, hedged};
use super::changes::{BETWEEN, changes, ends_with_word, falls};
use super::dates::{date_at, month_of};
use super::names::{dialled_at, follows_name, in_name, is_standard};
use super::spoken::{self, Spoken, Words, since, until};
use super::tail::{Tail, each, lead_each};
use crate::printed::number::Number;
use crate::printed::unit::{Unit, is_only_scale};

const CURRENCIES: [(&str, &str); 22] = [
    ("US$", "USD"),
    ("NT$", "TWD"),
    ("HK$", "HKD"),
    ("AU$", "AUD"),
    ("A$", "AUD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("S$", "SGD"),
    ("USD", "USD"),
    ("RMB", "CNY"),
    ("Rmb", "CNY"),
    ("CNY", "CNY"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("$", "USD"),
    ("＄", "USD"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("₩", "KRW"),
];

const RANGES: [&str; 12] = [
    "-", "–", "—", "~", "～", "至", "到", " to ", " – ", " - ", " 至 ", " 到 ",
];

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
            let mut letters = rest.chars();
            let letter = letters.next().unwrap_or_default();
            let ends = match letter {
                '.' | '!' | '?' => letters.next().is_none_or(|next| !next.is_alphanumeric()),
                other => matches!(other, '。' | '！' | '？'),
            };
            if ends {
                (so_far.counts, so_far.changed) = (false, false);
            }
            at += letter.len_utf8();
        }
    }
    // Until here the column is a place in bytes: to count characters for each would take a walk each.
    let mut letters = text.chars();
    let (mut place, mut column) = (0, 1);
    for figure in &mut found {
        let more = line[place..figure.column].chars().count();
        letters.by_ref().take(more).for_each(drop);
        place = figure.column;
        column += more;
        figure.column = column;
        let length = figure.text.chars().count();
        figure.text = letters.clone().take(length).collect();
    }
    found
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

impl Found {
    /// These months and the years before them, as months: `four years and two months`, `四年零两个月`.
    fn with_years(&self, years: &Found, between: &str) -> Option<Found> {
        let is_whole = |figure: &Found| {
            figure.from.bytes().all(|byte| byte.is_ascii_digit()) && figure.to.is_none()
        };
        let completes = ["", "零", "又", " ", " and ", ", "].contains(&between)
            && matches!(years.unit.as_str(), "year" | "years" | "年")
            && matches!(self.unit.as_str(), "month" | "months" | "个月")
            && [self, years].into_iter().all(is_whole)
            && self.from.parse().is_ok_and(|months: u32| months < 12)
            && self.bound.is_none();
        let count = |figure: &Found| figure.from.parse::<u64>().unwrap_or_default();
        completes.then(|| Found {
            text: [&years.text, between, &self.text].concat(),
            from: (12 * count(years) + count(self)).to_string(),
            bound: years.bound,
            about: years.about || self.about,
            column: years.column,
            ..self.clone()
        })
    }

    /// The range from the figure before to this one, where each has a unit: `1.2万至1.5万美元`,
    /// `between $24,528 and $30,368`.
    fn with_lower(
        &self,
        lower: &Found,
        between: &str,
        lead: &str,
        so_far: Sentence,
    ) -> Option<Found> {
        let joins = is_joining(between, lead);
        let unit = common(&lower.unit, &self.unit)?;
        let single = |figure: &Found| figure.to.is_none() && figure.precision.is_none();
        let size = |figure: &Found| Number::parse(&figure.from).map(|number| number.value);
        let (from, to) = (size(lower)?, size(self)?);
        let changes = is_to(between) && so_far.changes;
        let is_range = joins && single(lower) && single(self) && from < to && !changes;
        (is_range && self.bound.is_none_or(|bound| bound != "above")).then(|| Found {
            text: [&lower.text, between, &self.text].concat(),
            from: lower.from.clone(),
            to: Some(self.from.clone()),
            unit: unit.to_owned(),
            bound: lower.bound.or(self.bound),
            about: lower.about || self.about,
            column: lower.column,
            ..self.clone()
        })
    }
}

/// Whether what stands between two figures makes one range of them.
fn is_joining(between: &str, lead: &str) -> bool {
    match between.trim() {
        "and" => ends_with_word(lead, "between"),
        "和" | "与" | "及" => lead.ends_with("介于") || lead.ends_with('在'),
        sign => RANGES.iter().any(|range| range.trim() == sign),
    }
}

/// What the unit of one end of a range says of the other as well: `8000万到1.5亿元`, `每卡35万-40万元`.
fn share_unit(lower: &mut Found, upper: &mut Found) {
    let above = |unit: &str| unit.split('/').next().unwrap_or_default().to_owned();
    let below = |unit: &str| unit.split_once('/').map(|(_, below)| below.to_owned());
    let (scale, whole) = (above(&lower.unit), above(&upper.unit));
    let Some(counted) = Unit::parse(&whole).map(|unit| unit.without_scale()) else {
        return;
    };
    let is_scale = Unit::parse(&scale).is_some_and(|unit| unit.without_scale().is_plain());
    if scale.is_empty() || !is_scale || counted.is_plain() {
        return;
    }
    let each = below(&lower.unit).or_else(|| below(&upper.unit));
    let each = each.map_or(String::new(), |each| ["/", &each].concat());
    for (figure, text) in [(lower, format!("{scale} {counted}")), (upper, whole)] {
        if let Some(unit) = Unit::parse(&[&text, &*each].concat()) {
            figure.unit = unit.to_string();
        }
    }
}

/// The unit of a range whose ends have these: the longer, which has all that the other says.
fn common<'a>(lower: &'a str, upper: &'a str) -> Option<&'a str> {
    let continues = |short: &str, long: &str| {
        !short.is_empty()
            && long.strip_prefix(short).is_some_and(|rest| {
                rest.is_empty() || rest.starts_with('/') || is_only_scale(short)
            })
    };
    if continues(lower, upper) {
        return Some(upper);
    }
    // `每小时2美元至3美元`: what it is for stands before the first.
    (continues(upper, lower) && !is_only_scale(upper)).then_some(lower)
}

/// Whether what stands between two figures may lead from the one to the other: `60%-65%` does not.
fn is_to(between: &str) -> bool {
    matches!(between.trim(), "to" | "至" | "到")
}

/// A number in words with a unit, `five years`, `三成`: without one it is a word like others.
fn in_words_at(
    line: &str,
    start: usize,
    number: usize,
    so_far: Sentence,
) -> Option<(Option<Found>, usize)> {
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
    let lead = lead_of(line, start);
    let mut from = spoken.from;
    if tail.half {
        from.push_str(".5");
    }
    let changed = so_far.has_changed(lead, &line[so_far.last..start]);
    let to = if spoken.to.is_some() && changed {
        tail.end = spoken.lower;
        None
    } else {
        spoken.to
    };
    let (ordered, from, to) = ordered(from, to);
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
        unit: each(lead, &tail.unit),
        line: number,
        column: start,
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

/// Characters of the longest number that is read.
const LONGEST: usize = 40;

/// A number at this place, with all that belongs to it, and where that ends; the first is nothing
/// where it is a date, a name or a label. A short bare number is a label unless the sentence has counted
/// in such before: `of 212 customers 61`.
fn figure(
    line: &str,
    start: usize,
    number: usize,
    so_far: Sentence,
) -> Option<(Option<Found>, usize)> {
    if spoken::discount(line, start).is_some() {
        return None;
    }
    let (currency, digits) = currency_at(line, start);
    let run = Digits::joined(since(line, digits));
    // A number of so many digits is none of a text.
    if run.len() > LONGEST {
        return Some((None, digits + run.len()));
    }
    let mut read = Digits::at(line, digits)?;
    let lead = lead_of(line, start);
    let plain = read.end == digits + read.text.len();
    let own = (digits == start).then_some(&read).filter(|_| plain);
    // `5m-6m` are no name.
    let joins = so_far.last > 0 && line.get(so_far.last..start) == Some("-");
    let none = (digits == start)
        .then(|| label_at(line, start, own, joins))
        .flatten();
    if let Some(end) = none.or_else(|| no_value(line, &read, lead)) {
        return Some((None, end));
    }
    // `14 May 512 GPUs` is no 14,512.
    if read.text.contains(',') && !plain && of_calendar(lead) {
        read = Digits::first(line, digits)?;
    }
    let (from, first) = (read.text, read.end);
    let other = upper(line, first, lead);
    let after = other.as_ref().map_or(first, |other| other.end);
    let tail = Tail::at(line, after, currency);
    let mut unit = tail.unit;
    let bare = unit.is_empty();
    // `1,2` without a unit, or `第3,5月`, are two of a list.
    if read.decimal_comma && currency.is_none() && (bare || !unit.is_ascii()) {
        return Some((None, read.end));
    }
    let counted = since(line, after).trim_start().starts_with('个');
    let rises = so_far.has_changed(lead, &line[so_far.last..start]);
    let joined = other.map(|other| (other.join(&from, &unit, rises, falls(lead)), other.text));
    let two = joined
        .as_ref()
        .is_some_and(|(joined, _)| *joined != Joined::Range);
    if let Some((Joined::Apart, _)) = joined {
        unit = Unit::parse(&unit).map_or(unit, |unit| unit.without_scale().to_string());
    }
    let to = joined.filter(|_| !two).map(|(_, text)| text);
    let mut end = if two { first } else { tail.end };
    // `3月`, `6日`, `3季度`: of a calendar.
    let dated = matches!(unit.as_str(), "月" | "日" | "季度") && from.len() < 3 && !counted;
    if dated && to.is_none() && !lead_each(until(line, start)) {
        return Some((None, end));
    }
    let more = since(line, end).starts_with('+');
    end += usize::from(more);
    // A label or an ordinal: `1.`, `案例 2：`.
    let whole = bare && !from.contains(&['.', ','][..]);
    let label = whole && from.len() < 3 && !(so_far.counts && is_count(lead, since(line, end)));
    let other = whole && is_standard(lead)
        || from.len() < 3 && is_one_in(lead, &unit)
        || is_reading_time(&unit, lead, since(line, end))
        || is_length(&unit, since(line, end));
    // `100B+` is a number of billions, `3nm` a length, `2X` a factor; a letter right after is a
    // name: `4K`.
    let glued = until(line, end).ends_with(|c: char| c.is_ascii())
        && since(line, end).starts_with(|c: char| c.is_ascii_alphanumeric());
    let versioned = bare && from.contains('.') || matches!(unit.as_str(), "B" | "T" | "M" | "K");
    let version = currency.is_none() && versioned && follows_name(until(line, start));
    // `70B parameters` are billions, and no bytes; `910B` alone may be a name.
    let billions = currency.is_none() && (unit == "B" || unit.starts_with("B "));
    let chips = Unit::parse(&unit).is_some_and(|unit| unit.counts_gpus());
    let alone = unit == "B" && !more && !counts_parameters(since(line, end));
    let name = billions && (alone || chips);
    if billions {
        unit = unit.replacen('B', "billion", 1);
    }
    if label || other || glued || version || name {
        let rest = since(line, end).find(|c: char| !c.is_ascii_alphanumeric());
        return Some((None, rest.map_or(line.len(), |more| end + more)));
    }
    let (ordered, from, to) = ordered(from, to);
    if !ordered {
        return Some((None, end));
    }
    // Behind the second of two figures it is said of that.
    let bound = bound(lead, &unit)
        .or(tail.bound.filter(|_| !two))
        .or(more.then_some("atLeast"));
    let (sign, begins) = sign_at(line, start);
    let half = tail.half && !from.contains('.');
    let found = Found {
        text: line[begins..end].to_owned(),
        from: [sign, &from, if half { ".5" } else { "" }].concat(),
        to,
        unit: each(lead, &unit),
        bound,
        about: hedged(lead, since(line, end)),
        precision: None,
        line: number,
        column: begins,
    };
    Some((Some(found), end))
}

/// Where a number without a currency ends that is of a name or a date, or that one dials.
fn label_at(line: &str, start: usize, plain: Option<&Digits>, joins: bool) -> Option<usize> {
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
fn no_value(line: &str, read: &Digits, lead: &str) -> Option<usize> {
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

/// The currency whose sign stands at a place, and where its number begins. Of dollars that no unit is
/// known for, `R$`, there is none.
pub fn currency_at(line: &str, start: usize) -> (Option<&'static str>, usize) {
    let rest = since(line, start);
    let before = until(line, start).chars().next_back();
    let after_letter = before.is_some_and(|c| c.is_ascii_alphabetic());
    let sign = CURRENCIES.iter().find(|(sign, _)| {
        rest.starts_with(sign) && !(after_letter && sign.starts_with(char::is_alphabetic))
    });
    let Some((sign, code)) = sign else {
        return (None, start);
    };
    let end = start + sign.len();
    // `US$ 5 million`
    let space = usize::from(since(line, end).starts_with(' '));
    let unknown = after_letter && sign.ends_with('$');
    ((!unknown).then_some(*code), end + space)
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
fn of_calendar(lead: &str) -> bool {
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

/// A number that a word for a range joins to the one before.
struct Upper {
    text: String,
    end: usize,
    /// Whether the word may lead from the one to the other as well.
    is_to: bool,
}

/// What a number and the one that is joined to it are.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Joined {
    Range,
    /// Two figures, in the unit that stands behind the second.
    Two,
    /// Two figures, of which the first has no share in the scale of the second.
    Apart,
}

fn upper(line: &str, end: usize, lead: &str) -> Option<Upper> {
    let between = ends_with_word(lead, "between").then_some(" and ");
    RANGES.iter().chain(between.as_ref()).find_map(|sign| {
        let after = since(line, end).strip_prefix(sign)?;
        let (_, place) = currency_at(line, line.len() - after.len());
        let Digits { text, end, .. } = Digits::at(line, place)?;
        let is_to = is_to(sign);
        Some(Upper { text, end, is_to })
    })
}

impl Upper {
    /// Of `$300,000 to $1 million` and `8000至1.2万` the first is larger as long as the scale is left
    /// out: it is meant without. Only what falls may be larger with it, `from 12 to 10 million`.
    fn join(&self, from: &str, unit: &str, rises: bool, falls: bool) -> Joined {
        let size = |text: &str| Number::parse(text).map(|number| number.value);
        let descends = size(&self.text) < size(from);
        let is_scaled = Unit::parse(unit).is_some_and(|unit| unit.without_scale() != unit);
        match (descends, is_scaled) {
            (true, true) if !falls => Joined::Apart,
            (true, _) if self.is_to => Joined::Two,
            (false, _) if self.is_to && rises => Joined::Two,
            _ => Joined::Range,
        }
    }
}

/// The sign of a number and where it begins; a dash that begins a line is a list's.
fn sign_at(line: &str, start: usize) -> (&'static str, usize) {
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

/// A number in digits, as a file takes it.
struct Digits {
    text: String,
    end: usize,
    /// `3,5`, which a list of two may look like.
    decimal_comma: bool,
}

impl Digits {
    /// The digits at a place: `35,000`, `4.8`, `100 000`, `3,5`.
    fn at(line: &str, start: usize) -> Option<Self> {
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
    fn joined(text: &str) -> &str {
        let length = text
            .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
            .unwrap_or(text.len());
        until(text, length).trim_end_matches(&[',', '.'][..])
    }

    /// Without what spaces join.
    fn first(line: &str, start: usize) -> Option<Self> {
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

    /// A text, and what is found of it: number, upper end, unit, bound.
    type Case = (&'static str, &'static str);

    const ENGLISH: &[Case] = &[
        ("half of its revenue", "50 %"),
        ("back in four years and two months", "50 months"),
        ("after 2 years, 3 months", "27 months"),
        ("one year and a half-price month", "1 year"),
        ("over 4 years, 64 months at most", "4 years; 64 months"),
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
        ("One in five racks, two in three of them", "20 %; 66.67 %"),
        (
            "up a fifth, by one third, fell by a quarter in May",
            "20 %; 33.33 %; 25 %",
        ),
        (
            "shipments of 5m-6m units, 5MW-6MW",
            "5-6 million units; 5-6 MW",
        ),
        (
            "fell by nearly two-thirds, by more than a third",
            "66.67 %; 33.33 % above",
        ),
        ("Prices halved, halving the cost", "50 %; 50 %"),
        ("P½6, x¾", ""),
        ("2½ years, ¾ of it, 4¼% of it", "2.5 years; 0.75 ; 4.25 %"),
        ("as many as 11,400 GPUs", "11,400 GPUs atMost"),
        ("three times as much as $5 million", "3 x; 5 million USD"),
        (
            "minus $1.2 billion, plus or minus 5%, fell –3%",
            "-1.2 billion USD; -3 %",
        ),
        // Units that newspapers write in their own way.
        (
            "1.2m litres, $3m a year, 1.2m to 1.5m GPUs",
            "1.2 million; 3 million USD/year; 1.2-1.5 million GPUs",
        ),
        ("a rack 1.2m wide, a 5g network", ""),
        (
            "3,958 teraflops, 4 petaflops dense",
            "3,958 teraflops; 4 petaflops dense",
        ),
        ("4.5 yrs, 400 g per kWh", "4.5 yrs; 400 g/kWh"),
        ("30,000 wafers a month, 30,000-a-month", "30,000 ; 30,000 "),
        ("a $1,500-a-month plan", "1,500 USD/month"),
        (
            "1.000.000 units, 1.000 units",
            "1,000,000 units; 1.000 units",
        ),
        (
            "Rmb48bn, up 150bps or 150 basis points",
            "48 bn CNY; 150 bps; 150 bp",
        ),
        ("a change of -2.3pct", "-2.3 %"),
        // May be none.
        ("up a third party, in a quarter, by a third floor", ""),
        ("the second half of 2025, a quarter of 2026", ""),
        ("half of 2025", ""),
        ("two or three years", ""),
        ("three times a year, twice a week", ""),
        ("five of the six, one in three years, one in Oslo", ""),
        ("1 in 5 users, 2 in 3 of them; 12 in 5 years", "5 years"),
        ("double-digit growth, six customers, the one", ""),
        ("a third quarter, a second chip", ""),
        ("millions of dollars, a few billion", ""),
        // Currencies, thousands and decimals as others write them.
        ("A$5 million", "5 million AUD"),
        ("US$5 million, HK$6 million", "5 million USD; 6 million HKD"),
        ("R$5 million", "5 million"),
        (
            "RMB 3.5 billion, USD5 a day, US$ 7",
            "3.5 billion CNY; 5 USD/day; 7 USD",
        ),
        ("some 100 000 GPUs", "100,000 GPUs"),
        ("$1 250 000 of it", "1,250,000 USD"),
        ("14 May 512 GPUs, in 2025 400 GPUs", "512 GPUs; 400 GPUs"),
        ("H100 512 GPUs", "512 GPUs"),
        ("up 3,5 %, and €1.234,50", "3.5 %; 1234.50 EUR"),
        ("between 3,5 and 4,5 %", "3.5-4.5 %"),
        ("steps 3,5 and 1,2", ""),
        ("10^21 FLOPs, 3.5 × 10^25 FLOP, 10²¹ FLOP", ""),
        ("right to ±5%, or +/-3%", ""),
        (
            "a 70B model with 405B parameters",
            "70 billion; 405 billion",
        ),
        ("trained 405B, then Ascend 910B chips", ""),
        (
            "over 100B parameters, 50B+, 2.4B tokens",
            "100 billion above; 50 billion atLeast; 2.4 billion tokens",
        ),
        ("$70B of it", "70 B USD"),
        // What a price is for.
        ("9 cents a kilowatt-hour", "9 cents/kilowatt-hour"),
        ("$0.09 per kilowatt-hour", "0.09 USD/kilowatt-hour"),
        ("8c/kWh", "8 cents/kWh"),
        (
            "$2 per 1M tokens, $15 per 1 million tokens",
            "2 USD/M-tokens; 15 USD/million-tokens",
        ),
        ("$2 per 10 tokens", "2 USD; 10 tokens"),
        (
            "2.4 billion tokens a day from sixteen servers",
            "2.4 billion tokens/day; 16 servers",
        ),
        ("$3 million a year from now", "3 million USD"),
        // Ranges with a unit at both ends.
        ("between $24,528 and $30,368", "24,528-30,368 USD"),
        (
            "from $3 million to $4 million a year",
            "3-4 million USD/year",
        ),
        (
            "rose from $3 million to $4 million",
            "3 million USD; 4 million USD",
        ),
        ("$3 million and $4 million", "3 million USD; 4 million USD"),
        (
            "$900 million to $1 billion",
            "900 million USD; 1 billion USD",
        ),
        ("from 30% to 50%, over 3% to 4%", "30-50 %; 3-4 % above"),
        ("from 3% to over 4%", "3 %; 4 % above"),
        // What rises from one figure to another has two.
        (
            "rose from 1,800 to 4,500 tokens per second",
            "1,800 tokens/second; 4,500 tokens/second",
        ),
        ("grew from 500 to 2,000 GPUs", "500 GPUs; 2,000 GPUs"),
        ("expanded the site from 5 to 20 MW", "5 MW; 20 MW"),
        (
            "Utilization rose sharply from 60 to 75 percent.",
            "60 percent; 75 percent",
        ),
        (
            "It grew from 500 to 2,000 GPUs and power from 5 to 20 MW.",
            "500 GPUs; 2,000 GPUs; 5 MW; 20 MW",
        ),
        (
            "It grew from 500 to 2,000 GPUs. They take from 5 to 20 MW.",
            "500 GPUs; 2,000 GPUs; 5-20 MW",
        ),
        ("rose from three to five years", "3 years; 5 years"),
        ("rose from 5 to 20 MW or more", "5 MW; 20 MW atLeast"),
        ("Sales rose; a card costs from 5 to 20 MW", "5-20 MW"),
        ("growth ranges from 5 to 10 percent", "5-10 percent"),
        ("a site takes from 5 to 20 MW", "5-20 MW"),
        ("rose from 60-65 percent to 75", "60-65 percent"),
        (
            "more than doubled, from £14.20 to £31.85",
            "2 x above; 14.20 GBP; 31.85 GBP",
        ),
        (
            "Sales, rising 300% from 0.5 million to 1.5 million, and others",
            "300 %; 0.5 million; 1.5 million",
        ),
        ("improved 4%, from 12% to 16%", "4 %; 12 %; 16 %"),
        ("Sales rose. A card costs, say, from 5 to 20 MW", "5-20 MW"),
        // A larger number before it has no share in the scale of a smaller one.
        (
            "Prices range from $300,000 to $1 million a rack.",
            "300,000 USD/rack; 1 million USD/rack",
        ),
        (
            "rose from 800,000 to 1.2 million GPUs",
            "800,000 GPUs; 1.2 million GPUs",
        ),
        (
            "from 4,500 to 12 thousand servers",
            "4,500 servers; 12 thousand servers",
        ),
        (
            "$500 to $1 million, $500-$1 million",
            "500 USD; 1 million USD; 500 USD; 1 million USD",
        ),
        (
            "$35 to $40 million, $35-40m",
            "35-40 million USD; 35-40 million USD",
        ),
        (
            "fell from 12 to 10 million GPUs",
            "12 million GPUs; 10 million GPUs",
        ),
        // What a change is counted from is no unit.
        (
            "12% year on year, 3.5% year-over-year, 2 percent month on month, 5% yoy",
            "12 %; 3.5 %; 2 percent; 5 %",
        ),
        (
            "12,000 GPUs year on year, $5 million year-on-year",
            "12,000 GPUs; 5 million USD",
        ),
        ("a 12% GPU share", "12 %"),
        // Units as inference and chips have them.
        ("Output is 95 tok/s/user.", "95 tok/s-user"),
        ("40 tok/s, 3 tok", "40 tok/s; 3 tok"),
        ("26 GPU\u{2011}months", "26 GPU-months"),
        ("2.8M H800 hours", "2.8 M GPU-hours"),
        ("2.788M H800 GPU hours", "2.788 M GPU-hours"),
        ("2 million H100 GPUs", "2 million GPU"),
        ("buys 8 H100s a day", "8 GPU"),
        ("an eight-GPU server", "8 GPU/server"),
        ("an 8-GPU node, 8-GPU nodes", "8 GPU/node; 8 GPU/node"),
        ("a 72-GPU rack", "72 GPU/rack"),
        ("14 H100-months", "14 GPU-months"),
        ("sixteen GPU servers", "16 servers"),
        ("$250,000 per GPU server", "250,000 USD/server"),
        ("3,000 tokens per second and GPU", "3,000 tokens/second-GPU"),
        ("$2 per GPU and hour.", "2 USD/GPU-hour"),
        ("4.8 TB/s and GPU memory", "4.8 TB/s"),
        // No figures of the text, and what is bare.
        ("6 min read, a 6-minute read, §4.2, ISO 50001", ""),
        ("see § 4.2, ISO/IEC 27001, IEEE 802", ""),
        ("takes 6 minutes", "6 minutes"),
        (
            "Of its 212 customers, 120 rent, 61 buy and 41 do both",
            "212 ; 120 ; 61 ; 41 ",
        ),
        (
            "Of 212 customers, 61 may leave by 14 May, at 9:30",
            "212 ; 61 ",
        ),
        ("It has 212 customers. See case 2 and the 3 others.", "212 "),
        ("+1 212 555 0100, 400-810-8888, ISBN 978-7-111-54742-6", ""),
        (
            "Call 555-1234 or fax: 555 1235; (010) 8888 6666, 010-88886666",
            "",
        ),
        ("up +1 250 000 of it, +355 GPUs", "+1,250,000 ; +355 GPUs"),
    ];

    const CHINESE: &[Case] = &[
        ("四年零两个月才能回本", "50 个月"),
        ("出货8000至1.2万张", "8000 张; 1.2 万张"),
        ("8.5至10亿，1500至2000万元", "8.5-10 亿; 1500-2000 万元"),
        ("8000-1.2万张", "8000 张; 1.2 万张"),
        ("每卡35万-40万元", "35-40 万元/GPU"),
        ("8000万到1.5亿元", "8000 万元; 1.5 亿元"),
        (
            "月租金2.8万元/台，年租金约300万元",
            "2.8 万元/台-月; 300 万元/年",
        ),
        (
            "每台月租金2.8万元，三个月租金3万元",
            "2.8 万元/台-月; 3 个月; 3 万元",
        ),
        (
            "1.5万P算力，-2.3pct，负1.2亿元",
            "1.5 万 PFLOPS; -2.3 percentage points; -1.2 亿元",
        ),
        ("打八折，打七五折，打8.5折，75折", "80 %; 75 %; 85 %; 75 %"),
        ("八折算下来，三折合", ""),
        (
            "翻了一番，几乎翻番，翻两番，翻了3番，翻倍，翻了3倍",
            "2 倍; 2 倍; 4 倍; 8 倍; 2 倍; 3 倍",
        ),
        ("机房PUE 1.15，PUE为1.25，CUDA 12.5", "1.15 ; 1.25 "),
        ("4年2个月后", "50 个月"),
        ("三年又六个月", "42 个月"),
        ("三成来自海外", "3 成"),
        ("近三成五", "3.5 成"),
        ("三成至五成", "3-5 成"),
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
        ("电话：8888 6666，客服热线400-810-8888", ""),
        ("采用70B模型、昇腾910B、700亿参数", "70 billion; 700 亿"),
        ("下降5个点，5个点位", "5 percentage points; 5 个"),
        ("占３０％，１．５亿元", "30 %; 1.5 亿元"),
        ("每卡时租金18元", "18 元/GPU-hour"),
        ("每卡每小时2.5美元", "2.5 美元/GPU-hour"),
        ("每卡每小时约2美元至3美元", "2-3 美元/GPU-hour"),
        ("每张卡每年3万元", "3 万元/GPU-year"),
        ("每千瓦每月900元", "900 元/kW-month"),
        ("每秒1,800个token", "1,800 token/秒"),
        ("每卡时不到3美元", "3 美元/GPU-hour below"),
        ("每年增收3个亿、3个季度、512个GPU", "3 亿; 3 季度; 512 GPU"),
        ("1.2万至1.5万美元", "1.2-1.5 万美元"),
        ("12亿至15亿美元", "12-15 亿美元"),
        ("1.2万美元～1.5万美元", "1.2-1.5 万美元"),
        ("介于3%和5%之间", "3-5 %"),
        ("由1.2亿元至2.4亿元", "1.2 亿元; 2.4 亿元"),
        ("由60%-65%提高到75%", "60-65 %; 75 %"),
        ("278.8万H800 GPU小时", "278.8 万 GPU-小时"),
        ("278.8 万个 H800 GPU 小时", "278.8 万 GPU-小时"),
        ("每台服务器每月1.2万元", "1.2 万元/台-月"),
        ("第3次、第 12 家、阅读约需 6 分钟", ""),
        ("每台每月1.2万元", "1.2 万元/台-月"),
        ("每月每台1.2万元", "1.2 万元/月-台"),
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
}
