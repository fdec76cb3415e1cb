//! Numbers between 0 and 1 for Monte Carlo: evenly spread or pseudo-random, always the same for a seed.
//!
//! Evenly spread means Sobol' points with the direction numbers of Joe and Kuo ("Constructing Sobol
//! sequences with better two-dimensional projections", SIAM J. Sci. Comput. 30, 2008; the first
//! dimensions of their table new-joe-kuo-6, © 2008 Frances Y. Kuo and Stephen Joe, BSD license), each
//! dimension scrambled in Owen's way by a hash (Burley, "Practical hash-based Owen scrambling", JCGT
//! 9(4), 2020, with Vegdahl's constants). Among the first 2^k points of a dimension each of the 2^k
//! equal parts of the interval holds exactly one, whatever the seed; the error of a mean falls almost
//! as 1/n rather than 1/√n.
//!
//! No crate fitted: `sobol_burley` stops at 65,536 points of single precision and carries 8 KB of
//! tables, `sobol` unpacks its tables with a decompressor.

use rand_xoshiro::Xoshiro256PlusPlus;
use rand_xoshiro::rand_core::{Rng, SeedableRng};

/// The most dimensions the direction numbers serve.
pub const MAX_DIMENSIONS: usize = 37;

/// From the second dimension on: the primitive polynomial over GF(2) as bits, then as many direction
/// numbers as its degree.
#[rustfmt::skip]
const DIRECTIONS: &[u8] = &[
    3, 1,
    7, 1, 3,
    11, 1, 3, 1,
    13, 1, 1, 1,
    19, 1, 1, 3, 3,
    25, 1, 3, 5, 13,
    37, 1, 1, 5, 5, 17,
    41, 1, 1, 5, 5, 5,
    47, 1, 1, 7, 11, 19,
    55, 1, 1, 5, 1, 1,
    59, 1, 1, 1, 3, 11,
    61, 1, 3, 5, 5, 31,
    67, 1, 3, 3, 9, 7, 49,
    91, 1, 1, 1, 15, 21, 21,
    97, 1, 3, 1, 13, 27, 49,
    103, 1, 1, 1, 15, 7, 5,
    109, 1, 3, 1, 15, 13, 25,
    115, 1, 1, 5, 5, 19, 61,
    131, 1, 3, 7, 11, 23, 15, 103,
    137, 1, 3, 7, 13, 13, 15, 69,
    143, 1, 1, 3, 13, 7, 35, 63,
    145, 1, 3, 5, 9, 1, 25, 53,
    157, 1, 3, 1, 13, 9, 35, 107,
    167, 1, 3, 1, 5, 27, 61, 31,
    171, 1, 1, 5, 11, 19, 41, 61,
    185, 1, 3, 5, 3, 3, 13, 69,
    191, 1, 1, 7, 13, 1, 19, 1,
    193, 1, 3, 7, 5, 13, 19, 59,
    203, 1, 1, 3, 9, 25, 29, 41,
    211, 1, 3, 5, 13, 23, 1, 55,
    213, 1, 3, 7, 3, 13, 59, 17,
    229, 1, 3, 1, 3, 5, 53, 69,
    239, 1, 1, 5, 5, 23, 33, 13,
    241, 1, 1, 7, 7, 1, 61, 123,
    247, 1, 1, 7, 9, 13, 61, 49,
    253, 1, 3, 3, 5, 3, 55, 33,
];

const BITS: usize = 32;

/// The direction numbers of a dimension: point `i` is the exclusive or of those at the bits of `i`.
fn directions(dimension: usize) -> [u32; BITS] {
    let mut numbers = [0; BITS];
    if dimension == 0 {
        for (bit, number) in numbers.iter_mut().enumerate() {
            *number = 1 << (BITS - 1 - bit);
        }
        return numbers;
    }
    let mut at = 0;
    for _ in 1..dimension {
        at += 1 + degree(DIRECTIONS[at]);
    }
    let polynomial = DIRECTIONS[at];
    let degree = degree(polynomial);
    for bit in 0..BITS {
        numbers[bit] = if bit < degree {
            u32::from(DIRECTIONS[at + 1 + bit]) << (BITS - 1 - bit)
        } else {
            let mut number = numbers[bit - degree] ^ (numbers[bit - degree] >> degree);
            for term in 1..degree {
                if polynomial >> (degree - term) & 1 == 1 {
                    number ^= numbers[bit - term];
                }
            }
            number
        };
    }
    numbers
}

const fn degree(polynomial: u8) -> usize {
    polynomial.ilog2() as usize
}

/// The Sobol' points of a dimension, one after the other, as whole numbers of 2^−32 with their bits in
/// reverse, as scrambling takes them.
/// The point at an index is the exclusive or of the direction numbers at its bits.
#[derive(Debug, Clone)]
pub struct Points {
    /// What changes from a point to the next, by the number of ones at the end of its index.
    steps: [u32; BITS],
    point: u32,
    /// The index of the next point.
    next: u32,
}

impl Points {
    fn new(dimension: usize) -> Self {
        let mut steps = directions(dimension);
        for bit in 1..BITS {
            steps[bit] ^= steps[bit - 1];
        }
        let steps = steps.map(u32::reverse_bits);
        Points {
            steps,
            point: 0,
            next: 0,
        }
    }

    fn next(&mut self) -> u32 {
        let point = self.point;
        let ones = self.next.trailing_ones() as usize;
        self.point ^= self.steps[ones.min(BITS - 1)];
        self.next = self.next.wrapping_add(1);
        point
    }
}

/// Owen's nested uniform scrambling of a point in reverse: each bit is flipped by a hash of those above it.
const fn scramble(mut bits: u32, seed: u32) -> u32 {
    bits ^= bits.wrapping_mul(0x3d20_adea);
    bits = bits.wrapping_add(seed);
    bits = bits.wrapping_mul((seed >> 16) | 1);
    bits ^= bits.wrapping_mul(0x0552_6c56);
    bits ^= bits.wrapping_mul(0x53a2_2864);
    bits.reverse_bits()
}

/// A seed for one dimension: the finalizer of `SplitMix64`.
const fn mix(seed: u64, dimension: u64) -> u64 {
    let mut bits = seed
        .wrapping_add(dimension.wrapping_mul(0xd134_2543_de82_ef95))
        .wrapping_add(0x9e37_79b9_7f4a_7c15);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

/// The numbers of one dimension, one after the other.
///
/// A dimension's numbers depend on the seed and on its place alone, so that another input, or one
/// more uncertain parameter after it, meets the same draws: common random numbers.
#[derive(Debug, Clone)]
pub enum Stream {
    /// Owen-scrambled Sobol' points.
    Spread {
        /// The points before they are scrambled.
        points: Box<Points>,
        /// The seed of the scrambling.
        seed: u32,
    },
    /// Pseudo-random numbers (`xoshiro256++`).
    Random(Xoshiro256PlusPlus),
}

impl Stream {
    /// Evenly spread numbers, `dimension` below [`MAX_DIMENSIONS`].
    #[must_use]
    pub fn spread(seed: u64, dimension: usize) -> Self {
        let high = (mix(seed, dimension as u64) >> 32) as u32;
        Stream::Spread {
            points: Box::new(Points::new(dimension)),
            seed: high,
        }
    }

    /// Pseudo-random numbers.
    #[must_use]
    pub fn random(seed: u64, dimension: usize) -> Self {
        Stream::Random(Xoshiro256PlusPlus::seed_from_u64(mix(
            seed,
            dimension as u64,
        )))
    }

    /// Fills a column with the next numbers, each above 0 and below 1.
    ///
    /// ```
    /// use chip_calculators::numerics::sequence::Stream;
    /// let mut points = [0.0; 8];
    /// Stream::spread(1, 0).fill(&mut points);
    /// points.sort_by(f64::total_cmp);
    /// // One in every eighth.
    /// for (eighth, point) in (0..8_u32).zip(points) {
    ///     assert!(f64::from(eighth) <= 8.0 * point && 8.0 * point < f64::from(eighth + 1));
    /// }
    /// ```
    pub fn fill(&mut self, column: &mut [f64]) {
        match self {
            Stream::Spread { points, seed } => {
                for number in column {
                    let bits = scramble(points.next(), *seed);
                    // The middle of the point's 2^−32, which is neither 0 nor 1.
                    *number = (f64::from(bits) + 0.5) / 4_294_967_296.0;
                }
            }
            Stream::Random(generator) => {
                for number in column {
                    let bits = (generator.next_u64() >> 12) as f64;
                    *number = (bits + 0.5) / 4_503_599_627_370_496.0;
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_direction_numbers_end_with_the_last_dimension() {
        let mut at = 0;
        for _ in 1..MAX_DIMENSIONS {
            at += 1 + degree(DIRECTIONS[at]);
        }
        assert_eq!(at, DIRECTIONS.len());
    }

    #[test]
    fn every_dimension_has_one_point_in_each_equal_part() {
        for dimension in 0..MAX_DIMENSIONS {
            for seed in [0, 1, 77] {
                let mut column = [0.0; 1024];
                Stream::spread(seed, dimension).fill(&mut column);
                let mut seen = [false; 1024];
                for number in column {
                    let part = (number * 1024.0) as usize;
                    assert!(!core::mem::replace(&mut seen[part], true));
                }
            }
        }
    }

    /// Point 1,000,003 of `SciPy` 1.17's `qmc.Sobol(37, scramble=False, bits=32)` (in the order of the
    /// index rather than of its Gray code), as whole numbers of 2^−32.
    #[rustfmt::skip]
    const SCIPY: [u32; MAX_DIMENSIONS] = [
        3_259_166_720, 2_422_870_016, 3_449_729_024, 3_132_739_584, 2_738_565_120, 2_174_128_128, 3_361_419_264, 3_323_719_680,
        4_232_572_928, 1_799_081_984, 3_902_312_448, 538_996_736, 2_257_629_184, 1_468_518_400, 1_029_746_688, 3_194_368_000,
        1_366_495_232, 2_167_123_968, 3_175_108_608, 1_623_281_664, 1_878_233_088, 202_510_336, 4_027_543_552, 1_708_576_768,
        1_823_895_552, 3_096_293_376, 2_922_508_288, 2_622_541_824, 3_874_131_968, 189_329_408, 1_705_308_160, 1_024_200_704,
        1_378_676_736, 2_407_395_328, 1_300_951_040, 3_767_234_560, 2_468_876_288,
    ];

    #[test]
    fn unscrambled_points_are_those_of_scipy() {
        for (dimension, expected) in SCIPY.into_iter().enumerate() {
            let mut points = Points::new(dimension);
            for _ in 0..1_000_003 {
                points.next();
            }
            assert_eq!(points.next().reverse_bits(), expected, "{dimension}");
        }
    }
}
