//! Rank correlation between uncertain parameters: a Gaussian copula.
//!
//! Uniform draws become normal ones, z = Φ⁻¹(u); these are mixed by the Cholesky factor L of the
//! wanted correlations, z′ = L z; and u′ = Φ(z′) are uniform again. Pearson's correlation ρ of the
//! normals gives Spearman's rank correlation r = 6/π asin(ρ/2), so that ρ = 2 sin(π r / 6).

use crate::float::sqrt;
use crate::numerics::special::{normal_cdf, normal_quantile};
use std::f64::consts::PI;

/// A wanted rank correlation between two draws, by their places.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The place of the one.
    pub first: usize,
    /// The place of the other.
    pub second: usize,
    /// Spearman's rank correlation, above −1 and below 1.
    pub rank: f64,
}

/// The lower triangular L with L Lᵀ the correlations of the normals.
#[derive(Debug, Clone, PartialEq)]
pub struct Copula {
    size: usize,
    rows: Vec<f64>,
}

impl Copula {
    /// The copula of `size` draws with these correlations, the others 0; `None` where no draws can have
    /// them together.
    ///
    /// ```
    /// use chip_calculators::analysis::correlation::{Copula, Pair};
    /// let pair = |first, second, rank| Pair { first, second, rank };
    /// // Two draws that go with a third go with each other.
    /// let pairs = [pair(0, 1, 0.9), pair(0, 2, 0.9), pair(1, 2, 0.8)];
    /// assert!(Copula::new(3, &pairs).is_some());
    /// assert!(Copula::new(3, &pairs[..2]).is_none());
    /// ```
    #[must_use]
    pub fn new(size: usize, pairs: &[Pair]) -> Option<Self> {
        let mut rows = vec![0.0; size * size];
        for at in 0..size {
            rows[at * size + at] = 1.0;
        }
        for pair in pairs {
            let (low, high) = (pair.first.min(pair.second), pair.first.max(pair.second));
            rows[high * size + low] = 2.0 * sine(PI * pair.rank / 6.0);
        }
        for row in 0..size {
            for column in 0..=row {
                let mut rest = rows[row * size + column];
                for before in 0..column {
                    rest -= rows[row * size + before] * rows[column * size + before];
                }
                rows[row * size + column] = if column < row {
                    rest / rows[column * size + column]
                } else if rest > 1e-12 {
                    sqrt(rest)
                } else {
                    return None;
                };
            }
        }
        Some(Copula { size, rows })
    }

    /// Correlates uniform draws, columns one after the other, each `length` long. A column that is
    /// correlated with none before it stays as it is.
    pub fn apply(&self, columns: &mut [f64], length: usize) {
        let mut normal = vec![0.0; self.size];
        for row in 0..length {
            for (at, z) in normal.iter_mut().enumerate() {
                *z = normal_quantile(columns[at * length + row]);
            }
            for at in 0..self.size {
                let factors = &self.rows[at * self.size..=at * self.size + at];
                if factors[..at].iter().all(|factor| *factor == 0.0) {
                    continue;
                }
                let mixed = factors
                    .iter()
                    .zip(&normal)
                    .fold(0.0, |sum, (factor, z)| sum + factor * z);
                columns[at * length + row] = normal_cdf(mixed);
            }
        }
    }
}

/// The sine of an angle up to π/6 either way, by its series: `libm`'s serves any angle, and is larger
/// than all else here.
fn sine(angle: f64) -> f64 {
    let square = angle * angle;
    let (mut term, mut sum) = (angle, angle);
    for step in 1..=8_u32 {
        let even = f64::from(2 * step);
        term *= -square / (even * (even + 1.0));
        sum += term;
    }
    sum
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sine_is_the_sine() {
        for step in -100..=100_i32 {
            let angle = f64::from(step) / 100.0 * PI / 6.0;
            assert!((sine(angle) - libm::sin(angle)).abs() < 2e-16);
        }
    }
}
