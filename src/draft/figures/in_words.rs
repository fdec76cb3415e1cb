//! A number in words, with all that belongs to it.

use super::ranges::ordered;
use super::{Sentence, lead_of};
use crate::draft::Found;
use crate::draft::bounds::{bound, hedged};
use crate::draft::spoken::{self, Spoken, Words, since, until};
use crate::draft::tail::{Tail, each};

/// A number in words with a unit, `five years`, `三成`: without one it is a word like others.
pub(super) fn in_words_at(
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
