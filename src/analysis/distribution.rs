//! What an uncertain parameter may be: distributions cut off at the parameter's bounds.
//!
//! A draw is `F⁻¹(F(a) + u (F(b) − F(a)))` with F the distribution, a and b the bounds, u uniform: the
//! draws within the bounds, without rejecting any, and each a rising function of its u.

use crate::float::{ceil, floor, sqrt, within};
use crate::numerics::special::{Beta, BetaTable, normal_cdf, normal_quantile};
use crate::table::{Kind, Parameter, choices};
use libm::{exp, log};
use std::rc::Rc;

/// z of the 95th percentile of a standard normal variable.
const Z95: f64 = 1.644_853_626_951_472_2;

choices! {
    /// How an uncertain parameter spreads.
    pub enum Family {
        /// Evenly from `low` to `high`.
        Uniform = "uniform",
        /// A triangle from `low` over `mode` to `high`.
        Triangular = "triangular",
        /// Smoother than a triangle, and nearer to the mode: beta with α = 1 + 4 (mode − low) /
        /// (high − low) and β = 1 + 4 (high − mode) / (high − low), so that its mean is (low + 4
        /// mode + high) / 6.
        Pert = "pert",
        /// Normal, by `mean` and `sd`, or by its 5th and 95th percentiles `p5` and `p95`.
        Normal = "normal",
        /// Lognormal, by its 5th and 95th percentiles `p5` and `p95`.
        Lognormal = "lognormal",
        /// Beta with shapes `alpha` and `beta`, from `low` to `high`.
        Beta = "beta",
    }
}

/// A distribution with its parameters.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Distribution {
    /// Evenly between two values, `low` ≤ `high`.
    Uniform {
        /// The lowest value.
        low: f64,
        /// The highest value.
        high: f64,
    },
    /// A triangle, `low` ≤ `mode` ≤ `high`.
    Triangular {
        /// The lowest value.
        low: f64,
        /// The likeliest value.
        mode: f64,
        /// The highest value.
        high: f64,
    },
    /// A PERT distribution, `low` ≤ `mode` ≤ `high`.
    Pert {
        /// The lowest value.
        low: f64,
        /// The likeliest value.
        mode: f64,
        /// The highest value.
        high: f64,
    },
    /// A normal distribution, `sd` ≥ 0.
    Normal {
        /// The mean.
        mean: f64,
        /// The standard deviation.
        sd: f64,
    },
    /// A lognormal distribution, 0 < `p5` ≤ `p95`.
    Lognormal {
        /// The 5th percentile.
        p5: f64,
        /// The 95th percentile.
        p95: f64,
    },
    /// A beta distribution stretched from 0 … 1 to `low` … `high`, both shapes above 0.
    Beta {
        /// The shape towards `high`.
        alpha: f64,
        /// The shape towards `low`.
        beta: f64,
        /// The lowest value.
        low: f64,
        /// The highest value.
        high: f64,
    },
}

impl Distribution {
    /// The normal distribution with these 5th and 95th percentiles.
    ///
    /// ```
    /// use chip_calculators::analysis::distribution::Distribution;
    /// let Distribution::Normal { mean, sd } = Distribution::normal_by_percentiles(2.0, 4.0) else {
    ///     unreachable!()
    /// };
    /// assert_eq!(mean, 3.0);
    /// assert!((sd - 1.0 / 1.644_853_626_951_472).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn normal_by_percentiles(p5: f64, p95: f64) -> Self {
        Distribution::Normal {
            mean: 0.5 * (p5 + p95),
            sd: (p95 - p5) / (2.0 * Z95),
        }
    }
}

/// Draws from a distribution within a parameter's bounds.
#[derive(Debug, Clone)]
pub struct Draw {
    shape: Shape,
    /// F at the bounds; of the mirrored distribution where that keeps the digits.
    from: f64,
    to: f64,
    min: f64,
    max: f64,
    whole: bool,
}

#[derive(Debug, Clone)]
enum Shape {
    Constant(f64),
    Uniform,
    Triangular {
        low: f64,
        mode: f64,
        high: f64,
    },
    /// Normal in x, or in ln x. Where both bounds are above the mean, `mirrored`: F would round to 1.
    Normal {
        mean: f64,
        sd: f64,
        log: bool,
        mirrored: bool,
    },
    Beta {
        table: Rc<BetaTable>,
        low: f64,
        width: f64,
    },
}

impl Draw {
    /// Draws for a parameter; `None` where the distribution has nothing within its bounds.
    ///
    /// Whole numbers are the nearest to what a continuous parameter would draw; under a uniform
    /// distribution each of them from `low` to `high` has the same weight.
    ///
    /// ```
    /// use chip_calculators::analysis::distribution::{Distribution, Draw};
    /// use chip_calculators::table::Parameter;
    /// let fraction = Parameter::fraction().bounds(0.0, 1.0).default(0.7);
    /// let draw = Draw::new(Distribution::Normal { mean: 1.0, sd: 0.1 }, &fraction).unwrap();
    /// // Only the lower half is left of it, and its median is the lower quartile of the whole.
    /// assert!((draw.at(0.5) - (1.0 - 0.1 * 0.674_489_750_196_081_7)).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn new(distribution: Distribution, parameter: &Parameter) -> Option<Self> {
        let (min, max) = (parameter.min, parameter.max);
        let mut draw = Draw {
            shape: Shape::Uniform,
            from: 0.0,
            to: 1.0,
            min,
            max,
            whole: parameter.kind == Kind::Integer,
        };
        match distribution {
            Distribution::Uniform { low, high } => {
                draw.from = low.max(min);
                draw.to = high.min(max);
                if draw.whole {
                    // Each whole number has the half below it and the half above it.
                    (draw.min, draw.max) = (ceil(draw.from), floor(draw.to));
                    if draw.min > draw.max {
                        return None;
                    }
                    (draw.from, draw.to) = (draw.min - 0.5, draw.max + 0.5);
                }
                (draw.from <= draw.to).then_some(draw)
            }
            Distribution::Triangular { low, mode, high } => {
                draw.shape = Shape::Triangular { low, mode, high };
                draw.cut(low, high, |x| triangular_cdf(low, mode, high, x))
            }
            Distribution::Pert { low, mode, high } => {
                let (alpha, beta) = (
                    1.0 + 4.0 * (mode - low) / (high - low),
                    1.0 + 4.0 * (high - mode) / (high - low),
                );
                draw.cut_beta(alpha, beta, low, high)
            }
            Distribution::Beta {
                alpha,
                beta,
                low,
                high,
            } => draw.cut_beta(alpha, beta, low, high),
            Distribution::Normal { mean, sd } => draw.cut_normal(mean, sd, false),
            Distribution::Lognormal { p5, p95 } => {
                let (low, high) = (log(p5), log(p95));
                draw.cut_normal(0.5 * (low + high), (high - low) / (2.0 * Z95), true)
            }
        }
    }

    fn constant(mut self, value: f64) -> Option<Self> {
        self.shape = Shape::Constant(value);
        (self.min <= value && value <= self.max).then_some(self)
    }

    /// With F at the bounds, for a distribution from `low` to `high`.
    fn cut(mut self, low: f64, high: f64, cdf: impl Fn(f64) -> f64) -> Option<Self> {
        if low >= high {
            return self.constant(low);
        }
        self.from = cdf(self.min);
        self.to = cdf(self.max);
        (self.from < self.to).then_some(self)
    }

    fn cut_beta(mut self, alpha: f64, beta: f64, low: f64, high: f64) -> Option<Self> {
        if low >= high {
            return self.constant(low);
        }
        let beta = Beta::new(alpha, beta);
        let width = high - low;
        let table = Rc::new(BetaTable::new(beta));
        self.shape = Shape::Beta { table, low, width };
        self.cut(low, high, |x| beta.cdf((x - low) / width))
    }

    fn cut_normal(mut self, mean: f64, sd: f64, log: bool) -> Option<Self> {
        if sd <= 0.0 {
            return self.constant(if log { exp(mean) } else { mean });
        }
        let z = |x: f64| {
            if !log {
                (x - mean) / sd
            } else if x > 0.0 {
                (libm::log(x) - mean) / sd
            } else {
                f64::NEG_INFINITY
            }
        };
        let (low, high) = (z(self.min), z(self.max));
        let mirrored = low > 0.0;
        (self.from, self.to) = if mirrored {
            (normal_cdf(-high), normal_cdf(-low))
        } else {
            (normal_cdf(low), normal_cdf(high))
        };
        self.shape = Shape::Normal {
            mean,
            sd,
            log,
            mirrored,
        };
        (self.from < self.to).then_some(self)
    }

    /// The draw at `u`, above 0 and below 1.
    #[must_use]
    pub fn at(&self, u: f64) -> f64 {
        let mut column = [u];
        self.fill(&mut column);
        column[0]
    }

    /// Puts in place of each number of a column, above 0 and below 1, the draw there.
    pub fn fill(&self, column: &mut [f64]) {
        let between = |u: f64| self.from + (self.to - self.from) * u;
        match &self.shape {
            Shape::Constant(value) => self.each(column, |_| *value),
            Shape::Uniform => self.each(column, between),
            &Shape::Triangular { low, mode, high } => {
                self.each(column, |u| triangular_quantile(low, mode, high, between(u)));
            }
            &Shape::Normal {
                mean,
                sd,
                log,
                mirrored,
            } => self.each(column, |u| {
                let z = if mirrored {
                    -normal_quantile(between(1.0 - u))
                } else {
                    normal_quantile(between(u))
                };
                let value = mean + sd * z;
                if log { exp(value) } else { value }
            }),
            Shape::Beta { table, low, width } => {
                self.each(column, |u| low + width * table.quantile(between(u)));
            }
        }
    }

    /// The loop over a column, compiled for each shape: no draw asks which it is.
    fn each(&self, column: &mut [f64], value: impl Fn(f64) -> f64) {
        for number in column {
            let value = value(*number);
            let value = if self.whole {
                value.round_ties_even()
            } else {
                value
            };
            *number = within(value, self.min, self.max);
        }
    }
}

fn triangular_cdf(low: f64, mode: f64, high: f64, x: f64) -> f64 {
    if x <= low {
        0.0
    } else if x >= high {
        1.0
    } else if x < mode {
        (x - low) * (x - low) / ((high - low) * (mode - low))
    } else {
        1.0 - (high - x) * (high - x) / ((high - low) * (high - mode))
    }
}

fn triangular_quantile(low: f64, mode: f64, high: f64, p: f64) -> f64 {
    if p * (high - low) < mode - low {
        low + sqrt(p * (high - low) * (mode - low))
    } else {
        high - sqrt((1.0 - p) * (high - low) * (high - mode))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_distribution_beside_the_bounds_has_no_draws() {
        let fraction = Parameter::fraction().bounds(0.0, 1.0).default(0.5);
        let beside = [
            Distribution::Uniform {
                low: 1.5,
                high: 2.0,
            },
            Distribution::Pert {
                low: -3.0,
                mode: -2.0,
                high: -1.0,
            },
            Distribution::Normal { mean: 2.0, sd: 0.0 },
            Distribution::Normal {
                mean: 100.0,
                sd: 1.0,
            },
        ];
        for distribution in beside {
            assert!(Draw::new(distribution, &fraction).is_none());
        }
    }

    #[test]
    fn a_range_of_one_value_is_that_value() {
        let price = Parameter::money().bounds(0.0, 1e6).default(0.0);
        let one = [
            Distribution::Uniform {
                low: 37.1,
                high: 37.1,
            },
            Distribution::Triangular {
                low: 37.1,
                mode: 37.1,
                high: 37.1,
            },
            Distribution::Pert {
                low: 37.1,
                mode: 37.1,
                high: 37.1,
            },
            Distribution::Normal {
                mean: 37.1,
                sd: 0.0,
            },
        ];
        for distribution in one {
            let draw = Draw::new(distribution, &price).unwrap();
            assert_eq!((draw.at(0.01), draw.at(0.99)), (37.1, 37.1));
        }
    }

    #[test]
    fn whole_numbers_stay_whole_and_within_the_bounds() {
        let years = Parameter::integer().bounds(1.0, 30.0).default(5.0);
        let draw = Draw::new(
            Distribution::Normal {
                mean: 3.3,
                sd: 40.0,
            },
            &years,
        )
        .unwrap();
        for step in 1..1000_u32 {
            let value = draw.at(f64::from(step) / 1000.0);
            assert!((1.0..=30.0).contains(&value) && value == value.round_ties_even());
        }
    }

    #[test]
    fn whole_numbers_of_a_uniform_distribution_have_the_same_weight() {
        let years = Parameter::integer().bounds(1.0, 30.0).default(5.0);
        let even = |low, high| Draw::new(Distribution::Uniform { low, high }, &years);
        let mut counts = [0; 3];
        for step in 0..3000_u32 {
            let value = even(3.0, 5.0).unwrap().at((f64::from(step) + 0.5) / 3000.0);
            counts[value as usize - 3] += 1;
        }
        assert_eq!(counts, [1000; 3]);
        assert_eq!(even(3.2, 4.8).unwrap().at(0.9), 4.0);
        assert!(even(3.2, 3.8).is_none());
    }

    #[test]
    fn draws_rise_with_u() {
        let wide = Parameter::number().bounds(-10.0, 10.0).default(0.0);
        for distribution in [
            Distribution::Normal {
                mean: -30.0,
                sd: 4.0,
            },
            Distribution::Beta {
                alpha: 0.5,
                beta: 3.0,
                low: -20.0,
                high: 20.0,
            },
            Distribution::Lognormal { p5: 0.5, p95: 9.0 },
        ] {
            let draw = Draw::new(distribution, &wide).unwrap();
            let mut last = f64::NEG_INFINITY;
            for step in 1..2000_u32 {
                let value = draw.at(f64::from(step) / 2000.0);
                assert!(value >= last, "{distribution:?} at {step}");
                last = value;
            }
        }
    }
}
