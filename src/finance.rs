//! Time value of money: small pure functions, rates as fractions a year.
//!
//! Every rate is a decimal, not per cent: 0.15 is 15 % a year. Capital falls at time 0, flows at the
//! end of their year unless a [`Timing`] says otherwise, as spreadsheets take them. Only `libm` is
//! called and sums have a fixed order, so that every host gives the same bits.
//!
//! Reference: Brealey, Myers and Allen, *Principles of Corporate Finance*, chapters 2 and 5;
//! `tests/finance.rs` compares with numpy-financial.

use crate::float::sqrt;
use crate::numerics::roots::least;
use crate::table::choices;

choices! {
    /// When in its year a cash flow falls.
    pub enum Timing {
        /// At the end of the year, as Excel's `NPV` takes it.
        End = "end",
        /// In the middle of the year.
        Mid = "mid",
        /// At the beginning of the year.
        Begin = "begin",
    }
}

impl Timing {
    /// Present value of 1 that falls in the first year: `(1 + rate)^−1` at its end, `(1 + rate)^−½` in
    /// its middle, 1 at its beginning.
    #[must_use]
    pub fn first_factor(self, rate: f64) -> f64 {
        match self {
            Timing::End => 1.0 / (1.0 + rate),
            Timing::Mid => 1.0 / sqrt(1.0 + rate),
            Timing::Begin => 1.0,
        }
    }
}

/// Present value of 1 paid after whole `years`: `(1 + rate)^−years`.
///
/// ```
/// assert!((chip_calculators::finance::discount_factor(0.10, 5) - 0.620_921_323).abs() < 1e-9);
/// ```
#[must_use]
pub fn discount_factor(rate: f64, years: u32) -> f64 {
    // Repeated multiplication: the horizons are short, and a general power is 5 % of the module.
    (0..years).fold(1.0, |factor, _| factor / (1.0 + rate))
}

/// Present value of 1 a year for `years` whole years, growing by `growth` a year from the second on:
/// `Σ (1 + growth)^(y−1) / (1 + rate)^(y − lead)`, with `lead` 0 at the year's end, ½ in its middle, 1 at its beginning.
///
/// With `growth` 0 this is the annuity factor `(1 − (1 + rate)^−n) / rate`; with both 0 it is `n`.
/// A sum rather than the closed form, which divides by zero where the two rates meet.
///
/// ```
/// use chip_calculators::finance::{annuity_factor, Timing};
/// assert!((annuity_factor(0.10, 0.0, 5, Timing::End) - 3.790_786_769).abs() < 1e-9);
/// assert_eq!(annuity_factor(0.0, 0.0, 5, Timing::End), 5.0);
/// ```
#[cfg_attr(feature = "analysis", inline(always))]
#[must_use]
pub fn annuity_factor(rate: f64, growth: f64, years: u32, timing: Timing) -> f64 {
    let step = (1.0 + growth) / (1.0 + rate);
    let mut term = timing.first_factor(rate);
    let mut sum = 0.0;
    for _ in 0..years {
        sum += term;
        term *= step;
    }
    sum
}

/// The payment a year that repays `principal` with interest in `years` equal payments, each at its
/// year's end: `principal × rate / (1 − (1 + rate)^−years)`; `principal / years` at a rate of 0.
///
/// `rate` is a decimal a year, `years` at least 1, the payment in the unit of `principal` a year.
/// numpy-financial's `pmt` is this with the opposite sign.
///
/// ```
/// use chip_calculators::finance::payment;
/// // 42 million over five years at 10 %.
/// assert!((payment(0.10, 5, 42e6) - 11_079_494.19).abs() < 0.01);
/// assert_eq!(payment(0.0, 5, 42e6), 8.4e6);
/// ```
#[must_use]
pub fn payment(rate: f64, years: u32, principal: f64) -> f64 {
    principal / annuity_factor(rate, 0.0, years, Timing::End)
}

/// Net present value of a flow a year, the first at time 0: `Σ flow_t / (1 + rate)^t`.
///
/// `rate` is a decimal a year above −1; the value is in the unit of the flows. Excel's `NPV` puts the
/// first flow at the end of year 1 and so gives this divided by `1 + rate`.
///
/// ```
/// use chip_calculators::finance::npv;
/// // 42 million bring 68 million a year for five years.
/// let flows = [-42e6, 68e6, 68e6, 68e6, 68e6, 68e6];
/// assert!((npv(0.15, &flows) - 185_946_546.66).abs() < 0.01);
/// assert_eq!(npv(0.0, &flows), 298e6);
/// ```
#[must_use]
pub fn npv(rate: f64, flows: &[f64]) -> f64 {
    polynomial(flows, 1.0 / (1.0 + rate))
}

/// Every internal rate of return of a flow a year, the first at time 0: the rates above −1 at which
/// [`npv`] is 0, ascending; none, one or several.
///
/// Rates are decimals a year. With `v = 1 / (1 + rate)` the net present value is a polynomial in `v`,
/// whose roots in `(0, 1]` are the rates from 0 up. Read backwards it is one in `x = 1 + rate`, whose
/// roots in `(0, 1)` are the rates below 0. On that interval each is split at the roots of its
/// derivative, found in the same way, into parts that rise or fall throughout, and a part whose ends
/// differ in sign is halved down to neighboring floats. Nothing is guessed, so none is missed.
///
/// Flows whose sign changes once have at most one rate above −1 (Descartes' rule of signs).
///
/// ```
/// use chip_calculators::finance::irr;
/// let rates = irr(&[-42e6, 68e6, 68e6, 68e6, 68e6, 68e6]);
/// assert!((rates[0] - 1.605_565_77).abs() < 1e-8);
/// // Two changes of sign, two rates: 10 % and 20 %.
/// let rates = irr(&[-1.0, 2.3, -1.32]);
/// assert!((rates[0] - 0.1).abs() < 1e-12 && (rates[1] - 0.2).abs() < 1e-12);
/// // Money that only comes in has none.
/// assert!(irr(&[1.0, 1.0]).is_empty());
/// ```
#[must_use]
pub fn irr(flows: &[f64]) -> Vec<f64> {
    let end = sign(flows, 1.0);
    let backwards: Vec<f64> = flows.iter().rev().copied().collect();
    let below = unit_roots(&backwards, end)
        .into_iter()
        .filter(|x| *x < 1.0)
        .map(|x| x - 1.0);
    let above = unit_roots(flows, end)
        .into_iter()
        .rev()
        .map(|v| 1.0 / v - 1.0);
    below.chain(above).filter(|rate| rate.is_finite()).collect()
}

/// A value of a polynomial within this part of the sum of its terms' sizes is rounding.
const ROUNDING: f64 = 1e-13;

/// `Σ coefficient_k × at^k`, from the highest power down.
fn polynomial(coefficients: &[f64], at: f64) -> f64 {
    coefficients.iter().rev().fold(0.0, |sum, c| sum * at + c)
}

/// The sign of a polynomial: 0 where its value is no more than rounding leaves.
fn sign(coefficients: &[f64], at: f64) -> f64 {
    let size = coefficients
        .iter()
        .rev()
        .fold(0.0, |sum, c| sum * at + c.abs());
    let value = polynomial(coefficients, at);
    if value.abs() <= ROUNDING * size {
        0.0
    } else {
        value.signum()
    }
}

/// How often the sign changes from one coefficient other than 0 to the next.
fn sign_changes(coefficients: &[f64]) -> usize {
    let mut last = 0.0;
    let mut changes = 0;
    for &coefficient in coefficients.iter().filter(|c| **c != 0.0) {
        if last * coefficient.signum() < 0.0 {
            changes += 1;
        }
        last = coefficient.signum();
    }
    changes
}

/// The roots of a polynomial in `(0, 1]`, ascending; `end` is its sign at 1.
fn unit_roots(coefficients: &[f64], end: f64) -> Vec<f64> {
    // Without its powers of the variable, whose root 0 is not asked for, the value at 0 has a sign.
    let first = coefficients.iter().position(|c| *c != 0.0);
    let coefficients = &coefficients[first.unwrap_or(coefficients.len())..];
    let turns = match sign_changes(coefficients) {
        0 => return Vec::new(),
        1 => Vec::new(),
        _ => {
            let derivative = derivative(coefficients);
            let end = sign(&derivative, 1.0);
            unit_roots(&derivative, end)
        }
    };

    let mut roots = Vec::new();
    let (mut low, mut low_sign) = (0.0, coefficients[0].signum());
    for high in turns.into_iter().filter(|turn| *turn < 1.0).chain([1.0]) {
        let high_sign = if high < 1.0 {
            sign(coefficients, high)
        } else {
            end
        };
        if high_sign == 0.0 {
            roots.push(high);
        } else if low_sign * high_sign < 0.0 {
            roots.push(least(low, high, |at| {
                polynomial(coefficients, at) * high_sign >= 0.0
            }));
        }
        (low, low_sign) = (high, high_sign);
    }
    roots
}

fn derivative(coefficients: &[f64]) -> Vec<f64> {
    let mut power = 0.0;
    let rest = coefficients.iter().skip(1);
    rest.map(|coefficient| {
        power += 1.0;
        power * coefficient
    })
    .collect()
}

/// Time in months at which yearly flows have paid back `outlay`, each spread evenly over its year's
/// twelve months; `None` when they do not within their horizon.
///
/// ```
/// use chip_calculators::finance::payback_months;
/// // 900 million at 500 million a year: 21.6 months.
/// assert!((payback_months(900.0, [500.0; 5]).unwrap() - 21.6).abs() < 1e-12);
/// assert_eq!(payback_months(900.0, [100.0; 5]), None);
/// ```
#[must_use]
pub fn payback_months(outlay: f64, flows: impl IntoIterator<Item = f64>) -> Option<f64> {
    payback_over_spans(outlay, flows.into_iter().map(|flow| (12.0, flow)))
}

/// The same for flows over spans of any length, each a number of months and what flows in them.
///
/// ```
/// use chip_calculators::finance::payback_over_spans;
/// // Nothing for a quarter, then 75 in nine months.
/// let months = payback_over_spans(50.0, [(3.0, 0.0), (9.0, 75.0)]);
/// assert_eq!(months, Some(9.0));
/// ```
#[must_use]
pub fn payback_over_spans(outlay: f64, spans: impl IntoIterator<Item = (f64, f64)>) -> Option<f64> {
    payback(outlay, spans).map(|payback| payback.months)
}

/// When an outlay is paid back, and whether that lasts.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Payback {
    /// Months until what has flowed back first is the outlay.
    pub months: f64,
    /// Months until it is less again, where later outflows undo it within the horizon.
    pub lost: Option<f64>,
}

/// What of an outlay may be missing before it counts: rounding.
const MISSING: f64 = 1e-12;

/// Whether what has come back is an outlay, but for rounding.
pub(crate) fn covers(returned: f64, outlay: f64) -> bool {
    outlay - returned <= MISSING * outlay
}

/// [`payback_over_spans`], with when it is lost again.
///
/// ```
/// use chip_calculators::finance::payback;
/// // 100 are back after six months of the first year; 300 flow out in the second.
/// let payback = payback(100.0, [(12.0, 200.0), (12.0, -300.0)]).unwrap();
/// assert_eq!((payback.months, payback.lost), (6.0, Some(16.0)));
/// ```
#[must_use]
pub fn payback(outlay: f64, spans: impl IntoIterator<Item = (f64, f64)>) -> Option<Payback> {
    let mut spans = spans.into_iter();
    let (mut start, mut open) = (0.0, outlay);
    let mut paid = (open <= 0.0).then_some(0.0);
    while paid.is_none() {
        let (months, flow) = spans.next()?;
        if open - flow <= MISSING * outlay {
            // Rounding may leave a little open at the span's very end.
            paid = Some(start + (months * open / flow).min(months));
        }
        open -= flow;
        start += months;
    }
    let mut payback = Payback {
        months: paid?,
        lost: None,
    };
    for (months, flow) in spans {
        if open - flow > MISSING * outlay {
            payback.lost = Some(start + (months * open / flow).max(0.0));
            break;
        }
        open -= flow;
        start += months;
    }
    Some(payback)
}

#[cfg(test)]
mod tests {
    use super::*;
    use libm::pow;

    #[test]
    fn annuity_factor_matches_the_closed_form_at_every_timing() {
        for rate in [0.01, 0.08, 0.15, 0.9] {
            for years in [1, 5, 20] {
                let closed = (1.0 - pow(1.0 + rate, -f64::from(years))) / rate;
                let end = annuity_factor(rate, 0.0, years, Timing::End);
                assert!((end / closed - 1.0).abs() < 1e-13);
                let mid = annuity_factor(rate, 0.0, years, Timing::Mid);
                assert!((mid / closed / pow(1.0 + rate, 0.5) - 1.0).abs() < 1e-13);
                let begin = annuity_factor(rate, 0.0, years, Timing::Begin);
                assert!((begin / closed / (1.0 + rate) - 1.0).abs() < 1e-13);
            }
        }
    }

    #[test]
    fn growth_equal_to_the_rate_leaves_n_equal_terms() {
        let factor = annuity_factor(0.07, 0.07, 10, Timing::End);
        assert!((factor - 10.0 / 1.07).abs() < 1e-12);
    }

    fn close(found: &[f64], expected: &[f64]) {
        assert_eq!(found.len(), expected.len(), "{found:?}, not {expected:?}");
        for (found, expected) in found.iter().zip(expected) {
            assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
        }
    }

    #[test]
    fn flows_of_one_sign_have_no_rate_of_return() {
        for flows in [
            &[][..],
            &[0.0, 0.0],
            &[5.0],
            &[1.0, 0.0, 2.0],
            &[-3.0, -1.0],
        ] {
            assert!(irr(flows).is_empty(), "{flows:?}");
        }
    }

    #[test]
    fn two_changes_of_sign_may_leave_no_rate_of_return() {
        assert!(irr(&[-100.0, 100.0, -100.0]).is_empty());
    }

    #[test]
    fn a_rate_of_return_may_be_negative_or_nothing() {
        close(&irr(&[-100.0, 50.0]), &[-0.5]);
        close(&irr(&[-100.0, 100.0]), &[0.0]);
        close(
            &irr(&[-1.0, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1, 0.1]),
            &[0.0],
        );
        close(&irr(&[-100.0, 0.0, 1e-4]), &[0.001 - 1.0]);
    }

    #[test]
    fn flows_of_nothing_at_either_end_change_no_rate_of_return() {
        close(&irr(&[0.0, 0.0, -100.0, 110.0, 0.0]), &[0.1]);
    }

    #[test]
    fn a_rate_at_which_the_value_only_touches_nothing_counts() {
        close(&irr(&[-100.0, 220.0, -121.0]), &[0.1]);
    }

    #[test]
    fn every_one_of_several_rates_of_return_is_found() {
        // Σ flow v^t = −(1 − 0.5v)(1 − 1.05v)(1 − 1.1v)(1 − 1.4v)
        let mut flows = vec![-1.0];
        let rates = [-0.5, 0.05, 0.1, 0.4];
        for rate in rates {
            flows.push(0.0);
            for index in (1..flows.len()).rev() {
                flows[index] -= (1.0 + rate) * flows[index - 1];
            }
        }
        close(&irr(&flows), &rates);
    }

    #[test]
    fn extreme_rates_of_return_are_found_to_the_last_digits() {
        let rate = irr(&[-1.0, 1e12])[0];
        assert!((rate / (1e12 - 1.0) - 1.0).abs() < 1e-15);
        let mut flows = [0.0; 31];
        (flows[0], flows[30]) = (-1e12, 1.0);
        close(&irr(&flows), &[pow(1e-12, 1.0 / 30.0) - 1.0]);
    }

    #[test]
    fn payback_of_nothing_is_at_once() {
        assert_eq!(payback_months(0.0, [0.0; 3]), Some(0.0));
    }

    #[test]
    fn payback_waits_through_years_of_loss() {
        let months = payback_months(100.0, [-50.0, 100.0, 100.0]).unwrap();
        assert!((months - 30.0).abs() < 1e-12);
    }

    #[test]
    fn payback_at_the_very_end_of_the_horizon_counts() {
        assert_eq!(payback_months(500.0, [100.0; 5]), Some(60.0));
    }

    #[test]
    fn what_rounding_leaves_open_at_the_end_is_paid_back_there() {
        // 7.700000000000001 against 7.699999999999999, which is what seven times 1.1 sum to.
        assert_eq!(payback_months(1.1 * 7.0, [1.1; 7]), Some(84.0));
        assert_eq!(payback_months(1.0 + 1e-13, [0.25; 4]), Some(48.0));
        assert_eq!(payback_months(1.0 + 1e-11, [0.25; 4]), None);
    }

    #[test]
    fn what_is_paid_back_but_for_rounding_is_not_lost_before_it() {
        let payback = payback(1.0 + 5e-13, [(12.0, 1.0), (12.0, -1.0)]).unwrap();
        assert_eq!((payback.months, payback.lost), (12.0, Some(12.0)));
    }

    #[test]
    fn a_payback_that_later_years_undo_is_lost_when_they_do() {
        // 40 above the outlay after a year, lost at 10 a month.
        let payback = payback(60.0, [(12.0, 100.0), (12.0, -120.0), (12.0, 500.0)]).unwrap();
        assert!((payback.months - 7.2).abs() < 1e-12);
        assert!((payback.lost.unwrap() - 16.0).abs() < 1e-12);
    }

    #[test]
    fn a_rate_that_is_only_touched_counts_once_at_any_scale() {
        for rate in [0.03, 0.07, 0.13, 0.31] {
            for scale in [1e-6, 1e9] {
                // −(1 − (1 + rate) v)²
                let flows = [-1.0, 2.0 * (1.0 + rate), -(1.0 + rate) * (1.0 + rate)];
                let found = irr(&flows.map(|flow| flow * scale));
                assert_eq!(found.len(), 1, "{found:?} at {rate}");
                assert!((found[0] - rate).abs() < 1e-6, "{} not {rate}", found[0]);
            }
        }
        close(&irr(&[-1.0, 2.0, -1.0]), &[0.0]);
    }

    #[test]
    fn a_near_miss_at_a_high_rate_is_no_touch() {
        // 1e-6 + (1 − 1e8 v)² is never 0, however large its last coefficient.
        assert!(irr(&[1.0 + 1e-6, -2e8, 1e16]).is_empty());
    }
}
