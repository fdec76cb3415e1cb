//! Whether a stated figure covers what was recomputed.

use super::SLACK;
use crate::article::format::{Bound, Figure};

/// For how much of what was recomputed a figure holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Fit {
    /// For all of it: what is stated covers it.
    Everywhere,
    /// For a part: the article's own inputs leave open whether it does.
    Somewhere,
    /// For none.
    Nowhere,
}

pub(super) fn fit(figure: &Figure, tolerance: f64, low: f64, high: f64) -> Fit {
    if !holds(figure, tolerance, low, high) {
        return Fit::Nowhere;
    }
    // What is stated is one interval, so it covers all that lies between two values in it.
    let both = [low, high].map(|end| holds(figure, tolerance, end, end));
    if both == [true; 2] {
        Fit::Everywhere
    } else {
        Fit::Somewhere
    }
}

/// Whether a figure holds for some of what was recomputed.
pub(super) fn holds(figure: &Figure, tolerance: f64, low: f64, high: f64) -> bool {
    let (from, to) = figure.interval();
    let (printed, printed_to) = figure.values();
    let slack = |of: f64| of.abs() * (tolerance + SLACK);
    match figure.bound {
        Bound::Exactly => {
            low <= to + slack(printed_to.abs().max(low.abs()))
                && high >= from - slack(printed.abs().max(high.abs()))
        }
        Bound::AtLeast => high >= printed - slack(printed),
        Bound::Above => high > printed * (1.0 - tolerance),
        Bound::AtMost => low <= printed_to + slack(printed_to),
        Bound::Below => low < printed_to * (1.0 + tolerance),
    }
}

/// As [`holds`], digits that were cut off rather than rounded included.
pub(super) fn loosely(figure: &Figure, low: f64, high: f64) -> bool {
    holds(figure, 0.0, low, high) || (low.to_bits() == high.to_bits() && cut_off(figure, low))
}

pub(super) fn cut_off(figure: &Figure, value: f64) -> bool {
    let printed = figure.printed.0;
    let single = printed == figure.printed.1;
    let (value, place) = (value / figure.unit.factor(), 2.0 * printed.half);
    single
        && printed.digits >= 2
        && place > 0.0
        && (libm::trunc(value / place) * place - printed.value).abs() < SLACK * printed.value.abs()
}

/// Stated less recomputed, of what was recomputed; from the nearer end of a range.
pub(super) fn deviation(figure: &Figure, low: f64, high: f64) -> f64 {
    let (from, to) = figure.values();
    let (stated, recomputed) = if from > high { (from, high) } else { (to, low) };
    (stated - recomputed) / recomputed.abs()
}
