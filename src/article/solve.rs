//! Where a function of one number reaches another: for expressions over an article's own inputs,
//! which the analyses' goal seek, made of a calculator's table, does not know.

use crate::numerics::roots::{Point, narrow, nearest};

/// Steps that a range is looked at in. A function that turns and turns back within one of them is
/// taken for one that does not.
const STEPS: u32 = 32;

/// Two values that differ by less, of the greatest of all, differ by rounding.
const ROUNDING: f64 = 1e-9;

/// Two sides of a jump differ by more, of what the step differs by.
const JUMP: f64 = 1e-6;

/// A function looked at over a range, for as many targets as one likes.
pub struct Scan<'a> {
    f: &'a dyn Fn(f64) -> Option<f64>,
    /// NaN where there is no value.
    points: Vec<Point>,
}

impl<'a> Scan<'a> {
    /// Looks at `f` in equal steps, of equal ratios where the range spans more than fifty times its
    /// start, and where it turns.
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
        let mut scan = Scan {
            f,
            points: Vec::new(),
        };
        scan.points = (0..=STEPS).map(at).map(|x| (x, scan.at(x))).collect();
        scan.turns();
        scan
    }

    fn at(&self, x: f64) -> f64 {
        (self.f)(x).filter(|y| y.is_finite()).unwrap_or(f64::NAN)
    }

    /// Adds the points at which `f` turns, so that between two neighbors it only rises or falls.
    fn turns(&mut self) {
        let greatest = self
            .points
            .iter()
            .fold(0.0_f64, |y, point| y.max(point.1.abs()));
        let turns: Vec<Point> = self
            .points
            .windows(3)
            .filter_map(|near| {
                let (before, after) = (near[1].1 - near[0].1, near[2].1 - near[1].1);
                let turns =
                    before * after < 0.0 && before.abs().min(after.abs()) > ROUNDING * greatest;
                let side = after.signum();
                turns.then(|| nearest(&|x| self.at(x), near[0], near[2], side))
            })
            .collect();
        self.points.extend(turns);
        self.points.sort_by(|a, b| a.0.total_cmp(&b.0));
    }

    /// Every x of the range at which `f` is the target, ascending; between two neighbors of the
    /// scan at most one.
    pub fn roots(&self, target: f64) -> Vec<f64> {
        let less = |(x, y): Point| (x, y - target);
        let mut found = Vec::new();
        for (index, point) in self.points.iter().enumerate() {
            let here = less(*point);
            if here.1 == 0.0 {
                found.push(here.0);
            }
            if let Some(next) = self.points.get(index + 1).copied().map(less)
                && here.1 * next.1 < 0.0
            {
                let (low, high) = narrow(&|x| self.at(x) - target, here, next, false);
                let jumps = (low.1 - high.1).abs() > JUMP * (here.1 - next.1).abs();
                let nearer = if low.1.abs() < high.1.abs() {
                    low
                } else {
                    high
                };
                found.extend((!jumps || nearer.1 == 0.0).then_some(nearer.0));
            }
        }
        found
    }

    /// Whether `f` is as wanted wherever it was looked at.
    pub fn always(&self, wanted: &dyn Fn(f64) -> bool) -> bool {
        self.points.iter().all(|(_, y)| !y.is_nan() && wanted(*y))
    }
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
    fn two_roots_within_a_step_are_found_by_the_turn_between_them() {
        for f in [1.0, -1.0] {
            let found = roots(&|x| Some(f * ((x - 0.49) * (x - 0.49) - 1e-6)), 0.0, 1.0);
            assert!(
                found.len() == 2
                    && (found[0] - 0.489).abs() < 1e-9
                    && (found[1] - 0.491).abs() < 1e-9,
                "{found:?}"
            );
        }
    }

    #[test]
    fn a_jump_and_a_gap_are_no_roots() {
        assert!(roots(&|x| Some(if x < 1.3 { -1.0 } else { 1.0 }), 0.0, 2.0).is_empty());
        assert!(roots(&|_| None, 0.0, 2.0).is_empty());
        assert!(roots(&|x| Some(1.0 / (x - 0.123)), 0.0, 1.0).is_empty());
        let found = roots(&|x| (x > 0.3).then_some(x - 0.5), 0.0, 1.0);
        assert!(found.len() == 1 && (found[0] - 0.5).abs() < 1e-12);
    }
}
