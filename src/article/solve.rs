//! Where a function of one number reaches another: for expressions over an article's own inputs, which
//! the analyses' goal seek, made of a calculator's table, does not know.

use std::vec::Vec;

/// Steps that a range is looked at in.
const STEPS: u32 = 256;

/// Every x of a range at which `f` is 0, ascending; between two neighbours of the scan at most one.
pub fn roots(f: &dyn Fn(f64) -> Option<f64>, from: f64, to: f64) -> Vec<f64> {
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
    let finite = |x| f(x).filter(|y| y.is_finite());
    let mut found = Vec::new();
    let mut last = (from, finite(from));
    if last.1 == Some(0.0) {
        found.push(from);
    }
    for step in 1..=STEPS {
        let next = (at(step), finite(at(step)));
        if let ((a, Some(left)), (b, Some(right))) = (last, next) {
            if right == 0.0 {
                found.push(b);
            } else if left * right < 0.0
                && let Some(root) = bisect(&finite, (a, left), (b, right))
            {
                found.push(root);
            }
        }
        last = next;
    }
    found
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

    #[test]
    fn roots_are_found_where_they_are() {
        let found = roots(&|x| Some(x * x - 4.0), -10.0, 10.0);
        assert!(found.len() == 2 && (found[0] + 2.0).abs() < 1e-12 && (found[1] - 2.0).abs() < 1e-12);
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
