//! The normal, gamma and beta distributions: their functions and the inverses of these.
//!
//! Only `libm` and the four operations in a fixed order, so that native and wasm agree in every bit.
//! Crates do not serve: `special` 0.14.1 misses 3 of our 110 reference quantiles, and `statrs` and
//! `puruspe` take their logarithms and powers from the host, which differ between native and wasm in the
//! last bit of about one in ten. The logarithm of the gamma function is `libm`'s.
#![allow(clippy::many_single_char_names, reason = "as in the literature")]
#![allow(clippy::float_cmp, reason = "the same float, not a near one")]

use crate::float::sqrt;
use libm::{erfc, exp, fabs, lgamma, log, log1p};
use std::cell::OnceCell;
use std::f64::consts::{FRAC_1_SQRT_2, PI};

/// Probability that a standard normal variable is at most `z`.
///
/// ```
/// use chip_calculators::numerics::special::normal_cdf;
/// assert_eq!(normal_cdf(0.0), 0.5);
/// assert!((normal_cdf(1.959_963_984_540_054) - 0.975).abs() < 1e-15);
/// ```
#[must_use]
pub fn normal_cdf(z: f64) -> f64 {
    0.5 * erfc(-z * FRAC_1_SQRT_2)
}

/// The `p`-quantile of a standard normal variable to about 1e-16 (Wichura 1988, algorithm AS 241,
/// `PPND16`); infinite at 0 and 1.
///
/// ```
/// use chip_calculators::numerics::special::normal_quantile;
/// assert!((normal_quantile(0.975) - 1.959_963_984_540_054).abs() < 1e-15);
/// ```
#[must_use]
pub fn normal_quantile(p: f64) -> f64 {
    let q = p - 0.5;
    if fabs(q) <= 0.425 {
        let r = 0.180_625 - q * q;
        return q * horner(&CENTRE, r) / horner(&CENTRE_BELOW, r);
    }
    let tail = if q < 0.0 { p } else { 1.0 - p };
    if tail <= 0.0 {
        return q * f64::INFINITY;
    }
    let r = sqrt(-log(tail));
    let z = if r <= 5.0 {
        horner(&TAIL, r - 1.6) / horner(&TAIL_BELOW, r - 1.6)
    } else {
        horner(&FAR, r - 5.0) / horner(&FAR_BELOW, r - 5.0)
    };
    if q < 0.0 { -z } else { z }
}

fn horner(coefficients: &[f64; 8], x: f64) -> f64 {
    coefficients
        .iter()
        .rev()
        .fold(0.0, |sum, coefficient| sum * x + coefficient)
}

const CENTRE: [f64; 8] = [
    3.387_132_872_796_366_5,
    1.331_416_678_917_843_8e2,
    1.971_590_950_306_551_3e3,
    1.373_169_376_550_946e4,
    4.592_195_393_154_987e4,
    6.726_577_092_700_87e4,
    3.343_057_558_358_813e4,
    2.509_080_928_730_122_7e3,
];
const CENTRE_BELOW: [f64; 8] = [
    1.0,
    4.231_333_070_160_091e1,
    6.871_870_074_920_579e2,
    5.394_196_021_424_751e3,
    2.121_379_430_158_659_7e4,
    3.930_789_580_009_271e4,
    2.872_908_573_572_194_3e4,
    5.226_495_278_852_854e3,
];
const TAIL: [f64; 8] = [
    1.423_437_110_749_683_5,
    4.630_337_846_156_546,
    5.769_497_221_460_691,
    3.647_848_324_763_204_5,
    1.270_458_252_452_368_4,
    2.417_807_251_774_506e-1,
    2.272_384_498_926_918_4e-2,
    7.745_450_142_783_414e-4,
];
const TAIL_BELOW: [f64; 8] = [
    1.0,
    2.053_191_626_637_759,
    1.676_384_830_183_803_8,
    6.897_673_349_851e-1,
    1.481_039_764_274_800_8e-1,
    1.519_866_656_361_645_7e-2,
    5.475_938_084_995_345e-4,
    1.050_750_071_644_416_9e-9,
];
const FAR: [f64; 8] = [
    6.657_904_643_501_103,
    5.463_784_911_164_114,
    1.784_826_539_917_291_3,
    2.965_605_718_285_048_7e-1,
    2.653_218_952_657_612_4e-2,
    1.242_660_947_388_078_4e-3,
    2.711_555_568_743_487_6e-5,
    2.010_334_399_292_288_1e-7,
];
const FAR_BELOW: [f64; 8] = [
    1.0,
    5.998_322_065_558_88e-1,
    1.369_298_809_227_358e-1,
    1.487_536_129_085_061_5e-2,
    7.868_691_311_456_133e-4,
    1.846_318_317_510_054_8e-5,
    1.421_511_758_316_446e-7,
    2.044_263_103_389_939_8e-15,
];

/// The two parts of a gamma distribution of a shape and scale 1, on both sides of x.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Gamma {
    /// Probability of at most x.
    pub below: f64,
    /// Probability of more.
    pub above: f64,
}

/// The regularised incomplete gamma functions `P(a, x)` and `Q(a, x) = 1 − P(a, x)`, for `a > 0`.
///
/// The power series converges fast below `a + 1`, Legendre's continued fraction above; each gives the
/// smaller of the two without cancellation. Reference: Abramowitz and Stegun, 6.5.29 and 6.5.31, the
/// fraction by Lentz's method; `tests/demand.rs` compares with `SciPy`. Beyond a shape of 1.1 million, where
/// both take thousands of terms, Temme's expansion takes their place.
#[must_use]
pub fn gamma(a: f64, x: f64) -> Gamma {
    if x <= 0.0 {
        return Gamma {
            below: 0.0,
            above: 1.0,
        };
    }
    if a > LARGE_SHAPE {
        return gamma_of_large(a, x);
    }
    let front = gamma_front(a, x);
    if x < a + 1.0 {
        let below = (front * gamma_series(a, x)).min(1.0);
        Gamma {
            below,
            above: 1.0 - below,
        }
    } else {
        let above = (front * gamma_fraction(a, x)).min(1.0);
        Gamma {
            below: 1.0 - above,
            above,
        }
    }
}

/// The shape beyond which the gamma distribution is expanded around the normal one.
pub(crate) const LARGE_SHAPE: f64 = 1.1e6;

/// The incomplete gamma functions of a large shape: `Q(a, x) = erfc(η √(a / 2)) / 2 + R`, where `η² / 2` is
/// `x/a − 1 − ln(x/a)` and `R = e^(−a η² / 2) / √(2π a) · (C₀(η) + …)` (Temme 1979; the
/// coefficients are those of `DiDonato` and Morris 1986). Where both are far from 0, η is below 0.01, so that
/// of their digits ten are right, and near the mean all.
fn gamma_of_large(a: f64, x: f64) -> Gamma {
    const FIRST: [f64; 4] = [-1.0 / 3.0, 1.0 / 12.0, -2.0 / 135.0, 1.0 / 864.0];
    let away = (x - a) / a;
    let half_square = beyond_log(away);
    let eta = sqrt(2.0 * half_square).copysign(away);
    let z = sqrt(a * half_square).copysign(away);
    let sum = FIRST.iter().rev().fold(0.0, |sum, term| sum * eta + term);
    let rest = exp(-a * half_square) / sqrt(2.0 * PI * a) * sum;
    Gamma {
        below: 0.5 * erfc(-z) - rest,
        above: 0.5 * erfc(z) + rest,
    }
}

/// `x^a e^(−x) / Γ(a + 1)`, by which `P(a, x)` is above `P(a + 1, x)`.
pub(crate) fn gamma_step(a: f64, x: f64) -> f64 {
    gamma_front(a, x) / a
}

/// `x^a e^(−x) / Γ(a)`. Its logarithm is a difference of numbers of the size of `a ln a`, whose digits are
/// lost where demand hardly varies; from a shape of 10 on it is taken apart into √(a / 2π), the distance
/// of x from a and the rest of Stirling's formula, all small (Loader, "Fast and Accurate Computation of
/// Binomial Probabilities", 2000).
fn gamma_front(a: f64, x: f64) -> f64 {
    if a < 10.0 {
        return exp(a * log(x) - x - lgamma(a));
    }
    sqrt(a / (2.0 * PI)) * exp(-a * beyond_log(x / a - 1.0) - stirling_rest(a))
}

/// `d − ln(1 + d)`, above 0: near 0 by the series of the inverse hyperbolic tangent, for there the two
/// are alike to most of their digits.
fn beyond_log(d: f64) -> f64 {
    if d.abs() > 0.3 {
        return d - log1p(d);
    }
    let ratio = d / (2.0 + d);
    let square = ratio * ratio;
    let (mut power, mut sum) = (1.0, 0.0);
    for odd in (3..40_u32).step_by(2) {
        sum += power / f64::from(odd);
        power *= square;
    }
    ratio * (d - 2.0 * square * sum)
}

/// What Stirling's formula leaves of the logarithm of the gamma function, from 10 on to the last digit.
fn stirling_rest(x: f64) -> f64 {
    const SERIES: [f64; 7] = [
        1.0 / 12.0,
        -1.0 / 360.0,
        1.0 / 1260.0,
        -1.0 / 1680.0,
        1.0 / 1188.0,
        -691.0 / 360_360.0,
        1.0 / 156.0,
    ];
    let square = 1.0 / (x * x);
    let terms = SERIES.iter().rev();
    terms.fold(0.0, |sum, coefficient| sum * square + coefficient) / x
}

/// Terms after which the incomplete gamma functions have long converged for every shape up to
/// [`LARGE_SHAPE`].
const MOST_TERMS: u32 = 20_000;

/// `Σ x^k / (a (a + 1) … (a + k))`.
fn gamma_series(a: f64, x: f64) -> f64 {
    let mut term = 1.0 / a;
    let mut sum = term;
    for k in 1..MOST_TERMS {
        term *= x / (a + f64::from(k));
        sum += term;
        if term < sum * f64::EPSILON / 2.0 {
            break;
        }
    }
    sum
}

/// `1 / (x + 1 − a − 1·(1 − a) / (x + 3 − a − 2·(2 − a) / (x + 5 − a − …)))`.
fn gamma_fraction(a: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let apart = |value: f64| if value.abs() < TINY { TINY } else { value };
    let mut partial = x + 1.0 - a;
    let mut above = 1.0 / TINY;
    let mut below = 1.0 / apart(partial);
    let mut fraction = below;
    for term in 1..MOST_TERMS {
        let term = f64::from(term);
        let numerator = term * (a - term);
        partial += 2.0;
        below = 1.0 / apart(numerator * below + partial);
        above = apart(partial + numerator / above);
        let step = above * below;
        fraction *= step;
        if (step - 1.0).abs() < f64::EPSILON {
            break;
        }
    }
    fraction
}

/// A beta distribution on 0 to 1: density x^(α−1) (1−x)^(β−1) / B(α, β).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Beta {
    /// α and β.
    shapes: (f64, f64),
    /// ln B(α, β) = ln Γ(α) + ln Γ(β) − ln Γ(α + β).
    normalizer: f64,
}

impl Beta {
    /// The distribution with these shapes, both above 0.
    #[must_use]
    pub fn new(alpha: f64, beta: f64) -> Self {
        Beta {
            shapes: (alpha, beta),
            normalizer: lgamma(alpha) + lgamma(beta) - lgamma(alpha + beta),
        }
    }

    /// The distribution of 1 − x.
    fn mirrored(&self) -> Self {
        let (alpha, beta) = self.shapes;
        Beta {
            shapes: (beta, alpha),
            ..*self
        }
    }

    /// Probability of at most `x`: the regularised incomplete beta function, by the continued
    /// fraction that converges on its side of the mean (modified Lentz; Numerical Recipes 6.4).
    ///
    /// ```
    /// use chip_calculators::numerics::special::Beta;
    /// // Of two heights drawn uniformly, both are below 0.3 in nine cases in a hundred.
    /// assert!((Beta::new(2.0, 1.0).cdf(0.3) - 0.09).abs() < 1e-15);
    /// ```
    #[must_use]
    pub fn cdf(&self, x: f64) -> f64 {
        if x <= 0.0 {
            0.0
        } else if x >= 1.0 {
            1.0
        } else {
            self.cdf_and_density(x).0
        }
    }

    /// Both at once, within 0 and 1: they share x^α (1−x)^β / B(α, β).
    fn cdf_and_density(&self, x: f64) -> (f64, f64) {
        let (alpha, beta) = self.shapes;
        let rest = 1.0 - x;
        let front = exp(alpha * log(x) + beta * log(rest) - self.normalizer);
        let cdf = if x < (alpha + 1.0) / (alpha + beta + 2.0) {
            front * fraction(alpha, beta, x) / alpha
        } else {
            1.0 - front * fraction(beta, alpha, rest) / beta
        };
        (cdf, front / (x * rest))
    }

    /// Density at `x`, within 0 and 1.
    fn density(&self, x: f64) -> f64 {
        let (alpha, beta) = self.shapes;
        let rest = 1.0 - x;
        exp(alpha * log(x) + beta * log(rest) - self.normalizer) / (x * rest)
    }

    /// The `p`-quantile: the root of `cdf(x) = p`, by Halley's steps kept within a shrinking bracket.
    ///
    /// ```
    /// use chip_calculators::numerics::special::Beta;
    /// assert!((Beta::new(2.0, 1.0).quantile(0.09) - 0.3).abs() < 1e-14);
    /// ```
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        self.quantile_near(p, f64::NAN)
    }

    /// The `p`-quantile, sought from a start; from a guess where that is not within 0 and 1.
    fn quantile_near(&self, p: f64, start: f64) -> f64 {
        if p <= 0.0 {
            return 0.0;
        }
        if p >= 1.0 {
            return 1.0;
        }
        let (alpha, beta) = self.shapes;
        let (mut low, mut high) = (0.0, 1.0);
        let mut x = if start > 0.0 && start < 1.0 {
            start
        } else {
            self.guess(p)
        };
        for _ in 0..200 {
            let (cdf, density) = self.cdf_and_density(x);
            let error = cdf - p;
            if error == 0.0 {
                return x;
            }
            if error < 0.0 {
                low = x;
            } else {
                high = x;
            }
            let newton = error / density;
            let curvature = (alpha - 1.0) / x - (beta - 1.0) / (1.0 - x);
            let bend = (newton * curvature).clamp(-1.0, 1.0);
            let next = x - newton / (1.0 - 0.5 * bend);
            // Each step triples the digits.
            if fabs(next - x) <= 1e-6 * x.min(1.0 - x) {
                return next;
            }
            // Also where the density is 0 or infinite, and the step no number.
            x = if next > low && next < high {
                next
            } else {
                0.5 * (low + high)
            };
        }
        x
    }

    /// A start for [`Beta::quantile`]: the two power laws of the ends, or the normal approximation.
    fn guess(&self, p: f64) -> f64 {
        let (alpha, beta) = self.shapes;
        let x = if alpha >= 1.0 && beta >= 1.0 {
            let z = -normal_quantile(p);
            let lambda = (z * z - 3.0) / 6.0;
            let (a, b) = (1.0 / (2.0 * alpha - 1.0), 1.0 / (2.0 * beta - 1.0));
            let h = 2.0 / (a + b);
            let w =
                z * sqrt(fabs(h + lambda)) / h - (b - a) * (lambda + 5.0 / 6.0 - 2.0 / (3.0 * h));
            alpha / (alpha + beta * exp(2.0 * w))
        } else {
            let left = exp(alpha * log(alpha / (alpha + beta))) / alpha;
            let right = exp(beta * log(beta / (alpha + beta))) / beta;
            let sum = left + right;
            if p < left / sum {
                exp(log(alpha * sum * p) / alpha)
            } else {
                1.0 - exp(log(beta * sum * (1.0 - p)) / beta)
            }
        };
        if x > 0.0 && x < 1.0 { x } else { 0.5 }
    }
}

/// The quantiles of a [`Beta`] distribution, tabulated as they are asked for: 4,096 draws with their table
/// take two and a half times as long as from a normal distribution, one by one twenty-five times.
///
/// Each half of 0 to 1 is cut into octaves towards its end, and these into 4 parts. On a part stands
/// the polynomial that has the quantile's value and first 8 derivatives at both ends. As a function of
/// `p` the quantile has a singularity at the end, 9 half widths away or more, so that the polynomial
/// errs by about (9² − 1)⁻⁹, less than the last digit; and, where the shapes sum to less than 1, at
/// the corner of the triangle with the angles πα at 0 and πβ at 1, to which a half plane of quantiles
/// maps: for shapes of at least 0.1 that is 5 half widths away, for (5² + 1)⁻⁹ = 2·10⁻¹³. Farther out than
/// the table goes, quantiles are computed one by one.
#[derive(Debug, Clone)]
pub struct BetaTable {
    beta: Beta,
    octaves: Vec<OnceCell<Box<Octave>>>,
}

/// Polynomials of the parts of an octave.
type Octave = [Polynomial; PARTS];

/// Newton's coefficients over −1 and 1, the ends of a part, each [`ORDER`] times.
type Polynomial = [f64; 2 * ORDER];

/// A value and its first derivatives, each over its factorial.
type Taylor = [f64; ORDER];

/// How many of these.
const ORDER: usize = 9;

/// Octaves of a half: evenly spread numbers go no farther than 2⁻³³.
const OCTAVES: usize = 34;

/// Parts of an octave, as a power of two.
const PART_BITS: u32 = 2;

/// Parts of an octave.
const PARTS: usize = 1 << PART_BITS;

impl BetaTable {
    /// An empty table.
    #[must_use]
    pub fn new(beta: Beta) -> Self {
        BetaTable {
            beta,
            octaves: vec![OnceCell::new(); 2 * OCTAVES],
        }
    }

    /// The `p`-quantile.
    ///
    /// ```
    /// use chip_calculators::numerics::special::{Beta, BetaTable};
    /// let beta = Beta::new(2.5, 4.0);
    /// let table = BetaTable::new(beta);
    /// assert!((table.quantile(0.3) / beta.quantile(0.3) - 1.0).abs() < 1e-14);
    /// ```
    #[must_use]
    pub fn quantile(&self, p: f64) -> f64 {
        let upper = p > 0.5;
        // 1 − p is exact there.
        let tail = if upper { 1.0 - p } else { p };
        // The octave from the exponent, the part from the first bits behind it.
        let bits = tail.to_bits();
        let octave = 1022_usize.wrapping_sub((bits >> 52) as usize);
        if octave >= OCTAVES {
            return self.exact(tail, upper, f64::NAN);
        }
        let part = (bits >> (52 - PART_BITS)) as usize & (PARTS - 1);
        let polynomials = self.octaves[usize::from(upper) * OCTAVES + octave]
            .get_or_init(|| Box::new(self.fit(upper, octave)));
        let half = half_part(octave);
        let at = (tail - middle(octave, part)) / half;
        let (left, right) = polynomials[part].split_at(ORDER);
        let sum = |sum: f64, coefficients: &[f64], by: f64| {
            let coefficients = coefficients.iter().rev();
            coefficients.fold(sum, |sum, coefficient| sum * by + coefficient)
        };
        sum(sum(0.0, right, at - 1.0), left, at + 1.0)
    }

    /// The quantile that leaves a tail below it, or above it; sought from a start.
    fn exact(&self, tail: f64, upper: bool, start: f64) -> f64 {
        if !upper {
            self.beta.quantile_near(tail, start)
        } else if tail > 1e-3 {
            self.beta.quantile_near(1.0 - tail, start)
        } else {
            // 1 − tail would keep too few of its digits.
            1.0 - self.beta.mirrored().quantile_near(tail, 1.0 - start)
        }
    }

    fn fit(&self, upper: bool, octave: usize) -> Octave {
        let half = half_part(octave);
        let step = if upper { -half } else { half };
        let at = |tail: f64, start: f64| self.beta.taylor(self.exact(tail, upper, start), step);
        let mut left = at(exp2(octave), f64::NAN);
        std::array::from_fn(|part| {
            // Two steps on, what the left end foretells is right to some digits.
            let start = left.iter().rev().fold(0.0, |sum, term| sum * 2.0 + term);
            let right = at(middle(octave, part) + half, start);
            let polynomial = interpolate(&left, &right);
            left = right;
            polynomial
        })
    }
}

impl Beta {
    /// The quantile as a function of its probability around a quantile `x`, in steps of that.
    ///
    /// The quantile's derivative is 1 over the density, whose logarithm's is (α − 1)/x − (β − 1)/(1 − x). So
    /// x″ x (1 − x) = x′² ((1 − α) − (2 − α − β) x), and by comparing powers each coefficient follows
    /// from those before it.
    fn taylor(&self, x: f64, step: f64) -> Taylor {
        let (alpha, beta) = self.shapes;
        let mut terms = [0.0; ORDER];
        terms[0] = x;
        let first = step / self.density(x);
        // At an end, where the quantile is flat to its last digit.
        if x * (1.0 - x) <= 0.0 || !first.is_finite() {
            return terms;
        }
        terms[1] = first;
        // The coefficients of x′, of its square and of x (1 − x).
        let (mut slopes, mut squares, mut around) = ([0.0; ORDER], [0.0; ORDER], [0.0; ORDER]);
        slopes[0] = first;
        around[0] = x * (1.0 - x);
        for k in 0..ORDER - 2 {
            squares[k] = product(&slopes, &slopes, k);
            let sum = product(&squares, &terms, k);
            let mut rest = (1.0 - alpha) * squares[k] - (2.0 - alpha - beta) * sum;
            for j in 1..=k {
                rest -= around[j] * (k + 1 - j) as f64 * slopes[k + 1 - j];
            }
            slopes[k + 1] = rest / (around[0] * (k + 1) as f64);
            terms[k + 2] = slopes[k + 1] / (k + 2) as f64;
            around[k + 1] = terms[k + 1] - product(&terms, &terms, k + 1);
        }
        terms
    }
}

/// A coefficient of the product of two power series.
fn product(a: &Taylor, b: &Taylor, k: usize) -> f64 {
    (0..=k).map(|j| a[j] * b[k - j]).sum()
}

/// Newton's divided differences over −1 and 1, each as often as derivatives are known there.
fn interpolate(left: &Taylor, right: &Taylor) -> Polynomial {
    let mut differences = [left[0]; 2 * ORDER];
    differences[ORDER..].fill(right[0]);
    for order in 1..2 * ORDER {
        for at in (order..2 * ORDER).rev() {
            differences[at] = if at < ORDER {
                left[order]
            } else if at - order >= ORDER {
                right[order]
            } else {
                (differences[at] - differences[at - 1]) / 2.0
            };
        }
    }
    differences
}

/// Half the width of an octave's parts.
fn half_part(octave: usize) -> f64 {
    0.5 / PARTS as f64 * exp2(octave)
}

/// The middle of a part.
fn middle(octave: usize, part: usize) -> f64 {
    exp2(octave) + half_part(octave) * (2 * part + 1) as f64
}

/// The lower end of an octave: 2^(−octave − 1).
fn exp2(octave: usize) -> f64 {
    f64::from_bits((1022 - octave as u64) << 52)
}

/// The continued fraction of the incomplete beta function.
fn fraction(a: f64, b: f64, x: f64) -> f64 {
    const TINY: f64 = 1e-300;
    let away = |value: f64| if fabs(value) < TINY { TINY } else { value };
    let mut c = 1.0;
    let mut d = 1.0 / away(1.0 - (a + b) * x / (a + 1.0));
    let mut result = d;
    for step in 1..=1000_u32 {
        let m = f64::from(step);
        let even = m * (b - m) * x / ((a + 2.0 * m - 1.0) * (a + 2.0 * m));
        d = 1.0 / away(1.0 + even * d);
        c = away(1.0 + even / c);
        result *= d * c;
        let odd = -(a + m) * (a + b + m) * x / ((a + 2.0 * m) * (a + 2.0 * m + 1.0));
        d = 1.0 / away(1.0 + odd * d);
        c = away(1.0 + odd / c);
        let change = d * c;
        result *= change;
        if fabs(change - 1.0) < 2e-16 {
            break;
        }
    }
    result
}

#[cfg(test)]
mod tests {
    use super::*;

    /// At the largest shape that the series and the fraction have, the expansion is the same.
    #[test]
    fn the_expansion_continues_the_series() {
        for step in -80..=80 {
            let x = LARGE_SHAPE + f64::from(step) / 10.0 * sqrt(LARGE_SHAPE);
            let (exact, found) = (gamma(LARGE_SHAPE, x), gamma_of_large(LARGE_SHAPE, x));
            for (exact, found) in [(exact.below, found.below), (exact.above, found.above)] {
                let near = 1e-15 + 1e-10 * exact;
                assert!(fabs(found - exact) < near, "{found}, not {exact} at {step}");
            }
        }
    }

    #[test]
    fn the_table_is_the_function() {
        for (alpha, beta) in [
            (1.0, 1.0),
            (0.1, 0.1),
            (0.1, 0.2),
            (0.3, 0.4),
            (0.1, 0.95),
            (0.5, 0.5),
            (0.3, 2.0),
            (0.5, 30.0),
            (2.6, 3.4),
            (5.0, 1.0),
            (300.0, 20.0),
            (1000.0, 1000.0),
        ] {
            let exact = Beta::new(alpha, beta);
            let table = BetaTable::new(exact);
            for step in 1..4000_u32 {
                let p = f64::from(step) / 4000.0;
                for p in [p, p * p * p, 1.0 - p * p * p] {
                    let expected = if p > 0.999 {
                        1.0 - Beta::new(beta, alpha).quantile(1.0 - p)
                    } else {
                        exact.quantile(p)
                    };
                    let found = table.quantile(p);
                    // A shape of 0.1 makes ten times of what rounding leaves of p.
                    let near = 1e-13 / alpha.min(1.0) * expected.max(f64::MIN_POSITIVE);
                    assert!(
                        (found - expected).abs() <= near,
                        "{alpha}, {beta} at {p}: {found}, not {expected}"
                    );
                }
            }
        }
    }
}
