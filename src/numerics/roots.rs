//! Roots of functions of one number: by halving, by Brent's method, where a function turns.
//!
//! Not by a crate: `roots` and `argmin` stop at a tolerance, where a break-even here is met to the last
//! bit, know nothing of functions of whole numbers or with gaps, and take no function that is NaN.
#![allow(clippy::float_cmp, reason = "the same float, not a near one")]

use crate::float::floor;
use libm::fabs;

/// The least number in `(low, high]` from which on something holds, to the last bit; `high` when it
/// holds nowhere below.
#[must_use]
pub fn least(mut low: f64, mut high: f64, holds: impl Fn(f64) -> bool) -> f64 {
    loop {
        let middle = low + (high - low) / 2.0;
        if middle <= low || middle >= high {
            return high;
        }
        if holds(middle) {
            high = middle;
        } else {
            low = middle;
        }
    }
}

/// A value of the parameter and how far the output is from the target there.
pub(crate) type Point = (f64, f64);

/// The value between two others; `None` where nothing lies between.
pub(crate) fn middle(low: f64, high: f64, whole: bool) -> Option<f64> {
    let middle = low + 0.5 * (high - low);
    let middle = if whole { floor(middle) } else { middle };
    (middle > low && middle < high).then_some(middle)
}

/// The last point with a number on the way from `known` to a value without one.
pub(crate) fn edge(at: &impl Fn(f64) -> f64, known: Point, unknown: f64, whole: bool) -> Point {
    let (mut known, mut unknown) = (known, unknown);
    while let Some(x) = middle(known.0.min(unknown), known.0.max(unknown), whole) {
        let y = at(x);
        if y.is_nan() {
            unknown = x;
        } else {
            known = (x, y);
        }
    }
    known
}

/// Two points of different sign as near to each other as whole numbers or floats come: Brent's method
/// (Brent 1973, ch. 4), or halving where only whole numbers count or a value on the way is null.
pub(crate) fn narrow(
    at: &impl Fn(f64) -> f64,
    low: Point,
    high: Point,
    whole: bool,
) -> (Point, Point) {
    let order = |a: Point, b: Point| if a.0 <= b.0 { (a, b) } else { (b, a) };
    if whole {
        return halve(at, low, high, true);
    }
    // `best` and `other` hold different signs; `before` is the last `best`.
    let (mut before, mut best, mut other) = (low, high, low);
    let mut step = best.0 - before.0;
    let mut last = step;
    for _ in 0..200 {
        if fabs(other.1) < fabs(best.1) {
            (before, best, other) = (best, other, best);
        }
        let tolerance = 2.0 * f64::EPSILON * fabs(best.0) + f64::MIN_POSITIVE;
        let half = 0.5 * (other.0 - best.0);
        if fabs(half) <= tolerance || best.1 == 0.0 {
            break;
        }
        if fabs(last) >= tolerance && fabs(before.1) > fabs(best.1) {
            let s = best.1 / before.1;
            // Secant where only two points differ, else inverse quadratic interpolation.
            let (mut p, mut q) = if before.0 == other.0 {
                (2.0 * half * s, 1.0 - s)
            } else {
                let (q, r) = (before.1 / other.1, best.1 / other.1);
                (
                    s * (2.0 * half * q * (q - r) - (best.0 - before.0) * (r - 1.0)),
                    (q - 1.0) * (r - 1.0) * (s - 1.0),
                )
            };
            if p > 0.0 {
                q = -q;
            }
            p = fabs(p);
            if 2.0 * p < (3.0 * half * q - fabs(tolerance * q)).min(fabs(last * q)) {
                last = step;
                step = p / q;
            } else {
                step = half;
                last = half;
            }
        } else {
            step = half;
            last = half;
        }
        before = best;
        let x = if fabs(step) > tolerance {
            best.0 + step
        } else if half > 0.0 {
            best.0 + tolerance
        } else {
            best.0 - tolerance
        };
        let y = at(x);
        if y.is_nan() {
            let (low, high) = order(best, other);
            return halve(at, low, high, false);
        }
        best = (x, y);
        if best.1 * other.1 > 0.0 {
            other = before;
            step = best.0 - before.0;
            last = step;
        }
    }
    order(best, other)
}

pub(crate) fn halve(
    at: &impl Fn(f64) -> f64,
    mut low: Point,
    mut high: Point,
    whole: bool,
) -> (Point, Point) {
    while let Some(x) = middle(low.0, high.0, whole) {
        let y = at(x);
        // What is null in the middle is no passage: the two sides stay as far apart as they are.
        if y.is_nan() {
            break;
        }
        if y == 0.0 {
            return ((x, y), (x, y));
        }
        if y * low.1 > 0.0 {
            low = (x, y);
        } else {
            high = (x, y);
        }
    }
    (low, high)
}

/// The last value from a zero on towards a value that is none.
pub(crate) fn last_zero(at: &impl Fn(f64) -> f64, zero: f64, other: f64, whole: bool) -> f64 {
    let (mut zero, mut other) = (zero, other);
    while let Some(x) = middle(zero.min(other), zero.max(other), whole) {
        if at(x) == 0.0 {
            zero = x;
        } else {
            other = x;
        }
    }
    zero
}

/// The point between two others at which what is on a `side` of 0 comes nearest to it or goes farthest
/// past it, by golden section (Kiefer 1953) down to where a parabola is flat in floating point.
pub(crate) fn nearest(at: &impl Fn(f64) -> f64, low: Point, high: Point, side: f64) -> Point {
    const GOLDEN: f64 = 0.618_033_988_749_894_9;
    let (mut low, mut high) = (low.0, high.0);
    let narrowest = 1e-12 * (high - low);
    let point = |x: f64| (x, at(x));
    let mut left = point(high - GOLDEN * (high - low));
    let mut right = point(low + GOLDEN * (high - low));
    while high - low > narrowest.max(1e-9 * fabs(low).max(fabs(high))) {
        // Also where one is null: then it is not nearer.
        if left.1 * side <= right.1 * side || right.1.is_nan() {
            (high, right) = (right.0, left);
            left = point(high - GOLDEN * (high - low));
        } else {
            (low, left) = (left.0, right);
            right = point(low + GOLDEN * (high - low));
        }
    }
    if left.1 * side <= right.1 * side {
        left
    } else {
        right
    }
}

/// How far the output strays among the floats next to a point: its rounding, where it is flat.
pub(crate) fn noise(at: &impl Fn(f64) -> f64, point: Point) -> f64 {
    let ulp = f64::EPSILON * fabs(point.0);
    let strays = (-8..=8_i32).map(|step| fabs(at(point.0 + f64::from(step) * ulp) - point.1));
    strays.fold(0.0, f64::max)
}
