//! Where a function of one number reaches another: for expressions over an article's own inputs,
//! which the analyses' goal seek, made of a calculator's table, does not know.

use std::vec::Vec;

/// Steps that a range is looked at in.
const STEPS: u32 = 256;

/// A function looked at over a range, for as many targets as one likes.
pub struct Scan<'a> {
    f: &'a dyn Fn(f64) -> Option<f64>,
    points: Vec<(f64, Option<f64>)>,
}

impl<'a> Scan<'a> {
    /// Looks at `f` in equal steps, of equal ratios where the range spans more than fifty times its
    /// start.
    pub fn new(f: &'a dyn Fn(f64) -> Option<f64>, from: f64, to: f64) -> Self {
        let log = from > 0.0 && to / from > 50.0;
        let at = |step: u32| {
            let part = f64::from(step) / f64::from(STEPS);
            match step {
                0 => from,
                STEPS => to,
                _ if log => libm::exp(libm::log(from) + part * libm::log(to / from)),
                _ => from + part * (to - from),
            }
        };
        let points = (0..=STEPS)
            .map(at)
            .map(|x| (x, f(x).filter(|y| y.is_finite())));
        Scan {
            f,
            points: points.collect(),
        }
    }

    /// Every x of the range at which `f` is the target, ascending; between two neighbours of the
    /// scan at most one.
    pub fn roots(&self, target: f64) -> Vec<f64> {
        let less = |y: f64| y - target;
        let mut found = Vec::new();
        for (index, (x, y)) in self.points.iter().enumerate() {
            let Some(y) = y.map(less) else { continue };
            if y == 0.0 {
                found.push(*x);
            }
            if let Some((next, Some(other))) = self.points.get(index + 1)
                && y * less(*other) < 0.0
            {
                let f = |x| (self.f)(x).map(less).filter(|y| y.is_finite());
                found.extend(bisect(&f, (*x, y), (*next, less(*other))));
            }
        }
        found
    }

    /// Whether `f` is as wanted wherever it was looked at.
    pub fn always(&self, wanted: &dyn Fn(f64) -> bool) -> bool {
        self.points.iter().all(|(_, y)| y.is_some_and(wanted))
    }
}

/// `None` where `f` jumps over 0 or has no value in between.
fn bisect(f: &dyn Fn(f64) -> Option<f64>, a: (f64, f64), b: (f64, f64)) -> Option<f64> {
    let scale = a.1.abs() + b.1.abs();
    let (mut a, mut b) = (a, b);
    for _ in 0..200 {
        let middle = f64::midpoint(a.0, b.0);
        if middle <= a.0 || middle >= b.0 {
            break;
        }
        let value = f(middle)?;
        if value == 0.0 {
            return Some(middle);
        }
        if value * a.1 < 0.0 {
            b = (middle, value);
        } else {
            a = (middle, value);
        }
    }
    let best = if a.1.abs() < b.1.abs() { a } else { b };
    (best.1.abs() <= 1e-6 * scale).then_some(best.0)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn roots(f: &dyn Fn(f64) -> Option<f64>, from: f64, to: f64) -> Vec<f64> {
        Scan::new(f, from, to).roots(0.0)
    }

    #[test]
    fn roots_are_found_where_they_are() {
        let found = roots(&|x| Some(x * x - 4.0), -10.0, 10.0);
        assert!(
            found.len() == 2 && (found[0] + 2.0).abs() < 1e-12 && (found[1] - 2.0).abs() < 1e-12
        );
        // Over nine powers of ten.
        let found = roots(&|x| Some(22.0 - 55e9 / x), 1e6, 1e15);
        assert!(found.len() == 1 && (found[0] / 2.5e9 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_jump_and_a_gap_are_no_roots() {
        assert!(roots(&|x| Some(if x < 1.3 { -1.0 } else { 1.0 }), 0.0, 2.0).is_empty());
        assert!(roots(&|_| None, 0.0, 2.0).is_empty());
        assert!(roots(&|x| Some(1.0 / (x - 0.123)), 0.0, 1.0).is_empty());
    }
}
