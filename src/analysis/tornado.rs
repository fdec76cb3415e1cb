//! Which parameters matter: each at the low and the high that sources support, the others as they are.

use super::goal_seek::{Unreached, flip};
use super::{
    Analysis, AnalysisDescription, Subject, Task, complete, found, known, output, subject,
};
use crate::error::CalculatorError;
use crate::reader::Reader;
use crate::table::{Details, details};
use crate::value::Value;
use libm::fabs;

details! {
    /// One parameter of a tornado.
    pub struct BarResult {
        /// The parameter
        parameter: String,
        /// Its sourced low
        low: f64,
        /// Its sourced high
        high: f64,
        /// The output at the low; null where it has no number there
        low_result: Option<f64>,
        /// The output at the high
        high_result: Option<f64>,
        /// How far apart the two are; null where one of them is
        swing: Option<f64>,
        /// The parameter's value, nearest to the input's, at which the verdict changes; null with a
        /// reason
        flip: Option<f64>,
        /// Why it does not change within the bounds: outOfReach, notFound, noNumber, noEffect,
        /// everyValue, betweenValues or noVerdict
        flip_reason: Option<&'static str>,
    }
}

details! {
    /// What `tornado` found.
    pub struct TornadoResult {
        /// The output
        output: String,
        /// The output at the input itself
        result: Option<f64>,
        /// A bar for each parameter, the widest swing first, those without one last
        bars: Vec<BarResult>,
    }
}

/// What `tornado` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "tornado",
    about: "An output at the low and high of each parameter that has sourced ones, widest first, \
        and where the verdict changes.",
    parameter: false,
    parameters: false,
    output: true,
    columns: false,
    texts: &[],
    options: &[],
    lists: &[],
    fields: &[],
    result: TornadoResult::PART.members,
};

/// One parameter of a tornado.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bar {
    /// The parameter's index.
    pub parameter: usize,
    /// Its sourced low.
    pub low: f64,
    /// Its sourced high.
    pub high: f64,
    /// The output at the low; NaN where it is null.
    pub low_result: f64,
    /// The output at the high; NaN where it is null.
    pub high_result: f64,
    /// The value, nearest to the input's, at which the sign of [`super::Analysed::DECISIVE_OUTPUT`] changes.
    pub flip: Result<f64, Unreached>,
}

impl Bar {
    /// How far apart the two results are; NaN where one is null.
    #[must_use]
    pub fn swing(&self) -> f64 {
        fabs(self.high_result - self.low_result)
    }
}

/// A bar for each parameter with a sourced low and high, the widest first; of equal ones the first of
/// the table.
///
/// ```
/// use chip_calculators::analysis::{Subject, tornado::bars};
/// use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
/// let subject = Subject::new::<CloudBreakEven>(&Input::default());
/// let bars = bars(&subject, subject.output("saving").unwrap());
/// // Nothing matters as much as the price of the cloud.
/// assert_eq!(subject.entry(bars[0].parameter).name, "cloudRate");
/// // The verdict changes at the break-even rate, within the sources' range.
/// let flip = bars[0].flip.unwrap();
/// assert!(bars[0].low < flip && flip < bars[0].high);
/// ```
#[must_use]
pub fn bars(subject: &Subject, output: usize) -> Vec<Bar> {
    let mut bars = Vec::new();
    for parameter in 0..subject.variables().len() {
        if let Some(bar) = bar(subject, parameter, output) {
            insert(&mut bars, bar);
        }
    }
    bars
}

/// The bar of a parameter that has a sourced low and high.
fn bar(subject: &Subject, parameter: usize, output: usize) -> Option<Bar> {
    let entry = subject.entry(parameter);
    let (low, high) = entry.low.zip(entry.high)?;
    let results = subject.column(parameter, &[low.value, high.value], output);
    let decisive = subject.decisive_output(output);
    Some(Bar {
        parameter,
        low: low.value,
        high: high.value,
        low_result: results[0],
        high_result: results[1],
        flip: decisive
            .ok_or(Unreached::NoVerdict)
            .and_then(|decisive| flip(subject, parameter, decisive)),
    })
}

/// Keeps the widest bar first.
fn insert(bars: &mut Vec<Bar>, bar: Bar) {
    let width = |bar: &Bar| known(bar.swing()).unwrap_or(-1.0);
    let place = bars.partition_point(|before| width(before) >= width(&bar));
    bars.insert(place, bar);
}

/// [`bars`] for an untrusted request: `{calculator, input, output}`.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn tornado(request: &Value) -> Result<Analysis<TornadoResult>, CalculatorError> {
    complete::<Tornado>(request.clone())
}

/// A tornado bar by bar.
pub struct Tornado {
    subject: Subject,
    output: usize,
    bars: Vec<Bar>,
    /// The parameter that is next.
    next: usize,
}

impl Task for Tornado {
    type Output = Analysis<TornadoResult>;

    fn read(request: Value) -> Result<Self, CalculatorError> {
        let mut reader = Reader::new(&request);
        let subject = subject(&mut reader, &request)?;
        let output = output(&mut reader, &subject);
        reader.finish()?;
        Ok(Tornado {
            subject,
            output,
            bars: Vec::new(),
            next: 0,
        })
    }

    fn step(&mut self) -> f64 {
        let all = self.subject.variables().len();
        if self.next < all {
            if let Some(bar) = bar(&self.subject, self.next, self.output) {
                insert(&mut self.bars, bar);
            }
            self.next += 1;
        }
        self.next as f64 / all as f64
    }

    fn finish(self) -> Result<Self::Output, CalculatorError> {
        let Tornado {
            subject,
            output,
            bars,
            ..
        } = self;
        let bar = |bar: &Bar| BarResult {
            parameter: subject.path(bar.parameter).to_owned(),
            low: bar.low,
            high: bar.high,
            low_result: known(bar.low_result),
            high_result: known(bar.high_result),
            swing: known(bar.swing()),
            flip: bar.flip.ok(),
            flip_reason: bar.flip.err().map(Unreached::as_str),
        };
        let results = TornadoResult {
            output: subject.output_path(output).to_owned(),
            result: known(subject.value(output)),
            bars: bars.iter().map(bar).collect(),
        };
        let varied: Vec<usize> = bars.iter().map(|bar| bar.parameter).collect();
        Ok(found(&subject, &varied, results))
    }
}
