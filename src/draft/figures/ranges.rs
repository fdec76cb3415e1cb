//! Two figures that are one range, or of which the second follows from the first.

use super::Sentence;
use super::currency::currency_at;
use super::digits::Digits;
use crate::draft::Found;
use crate::draft::changes::ends_with_word;
use crate::draft::spoken::since;
use crate::printed::number::Number;
use crate::printed::unit::{Unit, is_only_scale};

const RANGES: [&str; 12] = [
    "-", "–", "—", "~", "～", "至", "到", " to ", " – ", " - ", " 至 ", " 到 ",
];

impl Found {
    /// These months and the years before them, as months: `four years and two months`, `四年零两个月`.
    pub(super) fn with_years(&self, years: &Found, between: &str) -> Option<Found> {
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
    pub(super) fn with_lower(
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
pub(super) fn is_joining(between: &str, lead: &str) -> bool {
    match between.trim() {
        "and" => ends_with_word(lead, "between"),
        "和" | "与" | "及" => lead.ends_with("介于") || lead.ends_with('在'),
        sign => RANGES.iter().any(|range| range.trim() == sign),
    }
}

/// What the unit of one end of a range says of the other as well: `8000万到1.5亿元`, `每卡35万-40万元`.
pub(super) fn share_unit(lower: &mut Found, upper: &mut Found) {
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

/// A number that a word for a range joins to the one before.
pub(super) struct Upper {
    pub(super) text: String,
    pub(super) end: usize,
    /// Whether the word may lead from the one to the other as well.
    is_to: bool,
}

/// What a number and the one that is joined to it are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Joined {
    Range,
    /// Two figures, in the unit that stands behind the second.
    Two,
    /// Two figures, of which the first has no share in the scale of the second.
    Apart,
}

pub(super) fn upper(line: &str, end: usize, lead: &str) -> Option<Upper> {
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
    pub(super) fn join(&self, from: &str, unit: &str, rises: bool, falls: bool) -> Joined {
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

/// Whether a range ascends; `2024-11` does not read as one.
pub(super) fn ordered(from: String, to: Option<String>) -> (bool, String, Option<String>) {
    let Some(lower) = Number::parse(&from) else {
        return (false, from, to);
    };
    let fits = match &to {
        None => true,
        Some(to) => Number::parse(to).is_some_and(|upper| lower.value < upper.value),
    };
    (fits, from, to)
}
