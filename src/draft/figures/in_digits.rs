//! A number in digits, with all that belongs to it.

use super::currency::currency_at;
use super::digits::{Digits, sign_at};
use super::lookalikes::{Candidate, label_at, no_value, of_calendar};
use super::ranges::{Joined, ordered, upper};
use super::{Sentence, lead_of};
use crate::draft::Found;
use crate::draft::bounds::{bound, hedged};
use crate::draft::changes::falls;
use crate::draft::spoken::{self, since, until};
use crate::draft::tail::{Tail, each, lead_each};
use crate::printed::unit::Unit;

/// Characters of the longest number that is read.
const LONGEST: usize = 40;

/// A number at this place, with all that belongs to it, and where that ends; the first is nothing
/// where it is a date, a name or a label. A short bare number is a label unless the sentence has counted
/// in such before: `of 212 customers 61`.
pub(super) fn figure(
    line: &str,
    start: usize,
    number: usize,
    so_far: Sentence,
) -> Option<(Option<Found>, usize)> {
    if spoken::discount(line, start).is_some() {
        return None;
    }
    let (currency, digits) = currency_at(line, start);
    let read = match number_at(line, start, digits, so_far)? {
        Ok(read) => read,
        Err(end) => return Some((None, end)),
    };
    let lead = lead_of(line, start);
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
    let counted = since(line, after).trim_start().starts_with('个');
    let dated = matches!(unit.as_str(), "月" | "日" | "季度") && from.len() < 3 && !counted;
    if dated && to.is_none() && !lead_each(until(line, start)) {
        return Some((None, end));
    }
    let more = since(line, end).starts_with('+');
    end += usize::from(more);
    let candidate = Candidate {
        line,
        start,
        end,
        lead,
        number: &from,
        unit: &unit,
        bare,
        currency,
        more,
    };
    if candidate.is_none(so_far.counts) {
        let rest = since(line, end).find(|c: char| !c.is_ascii_alphanumeric());
        return Some((None, rest.map_or(line.len(), |more| end + more)));
    }
    if candidate.is_billions() {
        unit = unit.replacen('B', "billion", 1);
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

/// The digits of a number that may have a value, or where those end that have none: of a date, a name, a
/// power.
fn number_at(
    line: &str,
    start: usize,
    digits: usize,
    so_far: Sentence,
) -> Option<Result<Digits, usize>> {
    let run = Digits::joined(since(line, digits));
    // A number of so many digits is none of a text.
    if run.len() > LONGEST {
        return Some(Err(digits + run.len()));
    }
    let read = Digits::at(line, digits)?;
    let lead = lead_of(line, start);
    let plain = read.end == digits + read.text.len();
    let own = (digits == start).then_some(&read).filter(|_| plain);
    // `5m-6m` are no name.
    let joins = so_far.last > 0 && line.get(so_far.last..start) == Some("-");
    let none = (digits == start)
        .then(|| label_at(line, start, own, joins))
        .flatten();
    if let Some(end) = none.or_else(|| no_value(line, &read, lead)) {
        return Some(Err(end));
    }
    // `14 May 512 GPUs` is no 14,512.
    if read.text.contains(',') && !plain && of_calendar(lead) {
        return Digits::first(line, digits).map(Ok);
    }
    Some(Ok(read))
}
