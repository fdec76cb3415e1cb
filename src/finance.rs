//! Time value of money: small pure functions, rates as fractions a year.
//!
//! Conventions are those of Excel's `NPV` and `IRR`: capital falls at time 0, flows at the end of
//! their year unless a [`Timing`] says otherwise.

use crate::parameters::choices;
use libm::pow;

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
    /// How much of a year earlier than its end the flow falls.
    #[must_use]
    pub const fn lead(self) -> f64 {
        match self {
            Timing::End => 0.0,
            Timing::Mid => 0.5,
            Timing::Begin => 1.0,
        }
    }
}

/// Present value of 1 paid after `years`: `(1 + rate)^−years`.
///
/// ```
/// assert!((chip_calculators::finance::discount_factor(0.10, 5.0) - 0.620_921_323).abs() < 1e-9);
/// ```
#[must_use]
pub fn discount_factor(rate: f64, years: f64) -> f64 {
    pow(1.0 + rate, -years)
}

/// Present value of 1 a year for `years` whole years, growing by `growth` a year from the second on:
/// `Σ (1 + growth)^(y−1) / (1 + rate)^(y − lead)`, with `lead` 0 at the year's end.
///
/// With `growth` 0 this is the annuity factor `(1 − (1 + rate)^−n) / rate`; with both 0 it is `n`.
/// A sum rather than the closed form, which divides by zero where the two rates meet.
///
/// ```
/// use chip_calculators::finance::{annuity_factor, Timing};
/// assert!((annuity_factor(0.10, 0.0, 5, Timing::End) - 3.790_786_769).abs() < 1e-9);
/// assert_eq!(annuity_factor(0.0, 0.0, 5, Timing::End), 5.0);
/// ```
#[must_use]
pub fn annuity_factor(rate: f64, growth: f64, years: u32, timing: Timing) -> f64 {
    let step = (1.0 + growth) / (1.0 + rate);
    let mut term = discount_factor(rate, 1.0 - timing.lead());
    let mut sum = 0.0;
    for _ in 0..years {
        sum += term;
        term *= step;
    }
    sum
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
    let mut open = outlay;
    if open <= 0.0 {
        return Some(0.0);
    }
    let mut months = 0.0;
    for flow in flows {
        if flow >= open {
            return Some(months + 12.0 * open / flow);
        }
        open -= flow;
        months += 12.0;
    }
    None
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
