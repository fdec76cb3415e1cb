//! What many numbers are together: moments, quantiles, a histogram, in short steps.
//!
//! Nothing is approximated. The numbers themselves are kept (80 MB at 10 million), counted in 1,024
//! equal parts of their range, and of all numbers only those are sorted whose part holds the place of a
//! wanted quantile.
//!
//! Not by a crate: `statrs` 0.19.1 estimates quantiles by another definition (R's type 8; here it is type
//! 7, which is the default of R and of `NumPy`), and like every sort in one go it keeps a browser's thread
//! for a second at 10 million, where a task here gives it back every 8 ms.

use crate::float::{floor, sqrt};

/// Equal parts of a range. The parts rise with the numbers, though rounding may shift their bounds.
#[derive(Debug, Clone, Copy)]
struct Parts {
    min: f64,
    per_number: f64,
    last: usize,
}

impl Parts {
    fn new((min, max): (f64, f64), count: usize) -> Self {
        Parts {
            min,
            per_number: count as f64 / (max - min),
            last: count - 1,
        }
    }

    /// The part a number of the range is in.
    #[inline]
    fn of(&self, number: f64) -> usize {
        (((number - self.min) * self.per_number) as usize).min(self.last)
    }
}

/// Parts among which numbers are counted for their quantiles.
const PARTS: usize = 1024;

/// The quantiles of numbers in any order, in three passes over all of them: [`Self::widen`],
/// [`Self::count`] and then [`Self::find`], [`Self::gather`] and then [`Self::sort`].
#[derive(Debug, Clone)]
struct Quantiles {
    p: Vec<f64>,
    range: (f64, f64),
    /// How many numbers are in the parts before each.
    before: Vec<usize>,
    /// Whether a part holds the place of a quantile.
    near: Vec<bool>,
    /// The numbers of these parts.
    gathered: Vec<f64>,
}

impl Quantiles {
    fn new(p: &[f64]) -> Self {
        Quantiles {
            p: p.to_vec(),
            range: (f64::INFINITY, f64::NEG_INFINITY),
            before: vec![0; PARTS + 1],
            near: vec![false; PARTS],
            gathered: Vec::new(),
        }
    }

    fn widen(&mut self, numbers: &[f64]) {
        let (mut min, mut max) = self.range;
        for &number in numbers {
            min = if number < min { number } else { min };
            max = if number > max { number } else { max };
        }
        self.range = (min, max);
    }

    fn count(&mut self, numbers: &[f64]) {
        let parts = Parts::new(self.range, PARTS);
        let counts = &mut self.before[1..=PARTS];
        for &number in numbers {
            counts[parts.of(number)] += 1;
        }
    }

    fn find(&mut self) {
        for at in 0..PARTS {
            self.before[at + 1] += self.before[at];
        }
        for p in 0..self.p.len() {
            let (low, high, _) = place(self.p[p], self.numbers());
            for place in [low, high] {
                let part = self.holding(place);
                self.near[part] = true;
            }
        }
        let wanted = (0..PARTS).filter(|part| self.near[*part]);
        let wanted = wanted.map(|part| self.in_part(part)).sum();
        self.gathered.reserve_exact(wanted);
    }

    fn gather(&mut self, numbers: &[f64]) {
        let parts = Parts::new(self.range, PARTS);
        let near = &self.near[..PARTS];
        for &number in numbers {
            if near[parts.of(number)] {
                self.gathered.push(number);
            }
        }
    }

    fn sort(&mut self) {
        self.gathered.sort_unstable_by(f64::total_cmp);
    }

    fn in_part(&self, part: usize) -> usize {
        self.before[part + 1] - self.before[part]
    }

    /// The part that holds a place of the ascending order.
    fn holding(&self, place: usize) -> usize {
        self.before.partition_point(|count| *count <= place) - 1
    }

    fn numbers(&self) -> usize {
        self.before[PARTS]
    }

    /// NaN where there are no numbers.
    fn values(&self) -> Vec<f64> {
        if self.numbers() == 0 {
            return vec![f64::NAN; self.p.len()];
        }
        let number = |place: usize| {
            let holding = self.holding(place);
            let skipped = (0..holding).filter(|part| !self.near[*part]);
            let skipped: usize = skipped.map(|part| self.in_part(part)).sum();
            self.gathered[place - skipped]
        };
        let quantile = |&p: &f64| {
            let (low, high, part) = place(p, self.numbers());
            let (low, high) = (number(low), number(high));
            // Between equal numbers this is the number itself.
            low + (high - low) * part
        };
        self.p.iter().map(quantile).collect()
    }
}

/// The quantiles of numbers alone, as [`Summary::quantiles`] has them.
///
/// ```
/// use chip_calculators::numerics::summary::quantiles;
/// assert_eq!(quantiles(&[4.0, 1.0, 2.0], &[0.0, 0.75]), [1.0, 3.0]);
/// assert!(quantiles(&[], &[0.5])[0].is_nan());
/// ```
#[must_use]
pub fn quantiles(numbers: &[f64], p: &[f64]) -> Vec<f64> {
    let mut quantiles = Quantiles::new(p);
    if !numbers.is_empty() {
        quantiles.widen(numbers);
        quantiles.count(numbers);
        quantiles.find();
        quantiles.gather(numbers);
        quantiles.sort();
    }
    quantiles.values()
}

/// Numbers looked at in a step.
const CHUNK: usize = 1 << 15;

/// What is being done with all numbers.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Pass {
    /// The least, the greatest.
    Range,
    /// The mean, and how many are in each part and bin.
    Count,
    /// The deviation, and those that are near a quantile.
    Gather,
    /// Nothing: all is done.
    Done,
}

/// Moments, quantiles and histogram of numbers in any order.
#[derive(Debug, Clone)]
pub struct Summary {
    bins: usize,
    pass: Pass,
    /// Numbers that this pass has looked at.
    at: usize,
    sum: f64,
    squares: f64,
    quantiles: Quantiles,
    edges: Vec<f64>,
    counts: Vec<f64>,
}

impl Summary {
    /// A summary with the `p`-quantiles and a histogram of so many bins, before any number was seen.
    #[must_use]
    pub fn new(p: &[f64], bins: usize) -> Self {
        Summary {
            bins,
            pass: Pass::Range,
            at: 0,
            sum: 0.0,
            squares: 0.0,
            quantiles: Quantiles::new(p),
            edges: Vec::new(),
            counts: Vec::new(),
        }
    }

    /// The summary of numbers.
    ///
    /// ```
    /// use chip_calculators::numerics::summary::Summary;
    /// let summary = Summary::of(&[4.0, 1.0, 2.0], &[0.0, 0.75], 1);
    /// assert_eq!(summary.quantiles(), [1.0, 3.0]);
    /// ```
    #[must_use]
    pub fn of(numbers: &[f64], p: &[f64], bins: usize) -> Self {
        let mut summary = Summary::new(p, bins);
        while summary.step(numbers) < 1.0 {}
        summary
    }

    /// Looks at some more of the numbers, which must be the same each time; gives back how much of all
    /// is done.
    pub fn step(&mut self, numbers: &[f64]) -> f64 {
        let chunk = &numbers[self.at..numbers.len().min(self.at + CHUNK)];
        match self.pass {
            Pass::Range => self.quantiles.widen(chunk),
            Pass::Count => self.count(chunk),
            Pass::Gather => self.gather(chunk, numbers.len()),
            Pass::Done => return 1.0,
        }
        self.at += chunk.len();
        let part = self.at as f64 / numbers.len().max(1) as f64;
        let passed = match self.pass {
            Pass::Range => 0.0,
            Pass::Count => 1.0,
            Pass::Gather | Pass::Done => 2.0,
        };
        if self.at == numbers.len() {
            self.next(numbers.len());
        }
        if self.pass == Pass::Done {
            1.0
        } else {
            // Of what lasts: sorting comes at the end.
            0.99 * (passed + part) / 3.0
        }
    }

    /// Ends a pass.
    fn next(&mut self, count: usize) {
        self.at = 0;
        self.pass = match self.pass {
            Pass::Range if count == 0 => Pass::Done,
            Pass::Range => {
                let (min, max) = self.quantiles.range;
                let bins = if min < max { self.bins } else { 1 };
                let edge = |bin| min + (max - min) * (bin as f64 / bins as f64);
                self.edges = (0..bins).map(edge).collect();
                self.counts = vec![0.0; bins];
                Pass::Count
            }
            Pass::Count => {
                self.quantiles.find();
                self.edges.push(self.quantiles.range.1);
                Pass::Gather
            }
            Pass::Gather => {
                self.quantiles.sort();
                Pass::Done
            }
            Pass::Done => Pass::Done,
        };
    }

    fn count(&mut self, chunk: &[f64]) {
        self.quantiles.count(chunk);
        let range = self.quantiles.range;
        let bins = Parts::new(range, self.edges.len());
        for &number in chunk {
            // From the least, so that equal numbers have themselves as their mean.
            self.sum += number - range.0;
            let mut bin = bins.of(number);
            // Where the edges' own rounding says otherwise.
            while number < self.edges[bin] {
                bin -= 1;
            }
            while self.edges.get(bin + 1).is_some_and(|edge| number >= *edge) {
                bin += 1;
            }
            self.counts[bin] += 1.0;
        }
    }

    fn gather(&mut self, chunk: &[f64], count: usize) {
        self.quantiles.gather(chunk);
        let mean = self.quantiles.range.0 + self.sum / count as f64;
        for &number in chunk {
            self.squares += (number - mean) * (number - mean);
        }
    }

    fn numbers(&self) -> usize {
        self.quantiles.numbers()
    }

    /// The least and the greatest number; none without numbers.
    #[must_use]
    pub fn bounds(&self) -> Option<(f64, f64)> {
        (self.numbers() > 0).then_some(self.quantiles.range)
    }

    /// The mean.
    #[must_use]
    pub fn mean(&self) -> Option<f64> {
        self.bounds()
            .map(|(min, _)| min + self.sum / self.numbers() as f64)
    }

    /// The standard deviation, √(Σ (x − mean)² / (n − 1)); none with fewer than two numbers.
    #[must_use]
    pub fn sd(&self) -> Option<f64> {
        (self.numbers() > 1).then(|| sqrt(self.squares / (self.numbers() - 1) as f64))
    }

    /// The wanted quantiles, at place `p (n − 1)` of the ascending order, interpolated (Hyndman and
    /// Fan's type 7, as in spreadsheets and numpy). NaN where there are no numbers.
    #[must_use]
    pub fn quantiles(&self) -> Vec<f64> {
        self.quantiles.values()
    }

    /// Edges and counts of bins of equal width from the least to the greatest number; a single bin where
    /// they are equal, none without numbers. A bin holds its lower edge, the last one both.
    #[must_use]
    pub fn histogram(&self) -> (&[f64], &[f64]) {
        (&self.edges, &self.counts)
    }
}

/// The two places around a quantile, and how far it is from the one to the other.
fn place(p: f64, count: usize) -> (usize, usize, f64) {
    let last = count - 1;
    let place = p * last as f64;
    let low = (place as usize).min(last);
    (low, last.min(low + 1), place - floor(place))
}
