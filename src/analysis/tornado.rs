//! Which parameters matter: each at the low and the high that sources support, the others as they are.

use super::goal_seek::{Unreached, flip};
use super::{AnalysisDescription, Subject, belonging, known, output, subject};
use crate::answer::{self, Answer};
use crate::calculators::{Member, Shape, labelled, member};
use crate::error::CalculatorError;
use crate::input::Reader;
use crate::value::Value;
use alloc::vec::Vec;
use libm::fabs;

const BAR: &[Member] = &[
    member("parameter", Shape::Text, "The parameter"),
    member("low", Shape::Number, "Its sourced low"),
    member("high", Shape::Number, "Its sourced high"),
    member(
        "lowResult",
        Shape::Option,
        "The output at the low; null where it has no number there",
    ),
    member("highResult", Shape::Option, "The output at the high"),
    member(
        "swing",
        Shape::Option,
        "How far apart the two are; null where one of them is",
    ),
    member(
        "flip",
        Shape::Option,
        "The parameter's value, nearest to the input's, at which the verdict changes; null with a reason",
    ),
    member(
        "flipReason",
        Shape::OptionalText,
        "Why it does not change within the bounds: outOfReach, notFound, noNumber, noEffect, everyValue or noVerdict",
    ),
];

/// What `tornado` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "tornado",
    about: "An output at the low and high of each parameter that has sourced ones, widest first, and where the verdict changes.",
    parameter: false,
    output: true,
    columns: false,
    texts: &[],
    options: &[],
    lists: &[],
    result: &[
        member("output", Shape::Text, "The output"),
        member("result", Shape::Option, "The output at the input itself"),
        member(
            "bars",
            Shape::List(BAR),
            "A bar for each parameter, the widest swing first, those without one last",
        ),
    ],
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
    /// The value, nearest to the input's, at which the sign of [`super::Analysed::DECISION`] changes.
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
    let decision = subject.model.decision();
    let mut bars = Vec::new();
    for (parameter, entry) in subject.model.parameters().iter().enumerate() {
        let (Some(low), Some(high)) = (entry.low, entry.high) else {
            continue;
        };
        let results = subject.column(parameter, &[low.value, high.value], output);
        let bar = Bar {
            parameter,
            low: low.value,
            high: high.value,
            low_result: results[0],
            high_result: results[1],
            flip: decision
                .ok_or(Unreached::NoVerdict)
                .and_then(|decision| flip(subject, parameter, decision)),
        };
        let width = |bar: &Bar| known(bar.swing()).unwrap_or(-1.0);
        let place = bars.partition_point(|before| width(before) >= width(&bar));
        bars.insert(place, bar);
    }
    bars
}

/// [`bars`] for a foreign request: `{calculator, input, output}`.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn tornado(request: &Value) -> Result<Value, CalculatorError> {
    answer::value(write, request)
}

pub(super) fn write(request: &Value, answer: &mut Answer) -> Result<(), CalculatorError> {
    let mut reader = Reader::new(request);
    let subject = subject(&mut reader, request)?;
    let output = output(&mut reader, &subject);
    reader.finish()?;

    answer.push("output", subject.model.outputs()[output].name);
    answer.push("result", known(subject.value(output)));
    answer.list("bars", bars(&subject, output), |row, bar| {
        labelled(
            row,
            BAR,
            &[
                &subject.entry(bar.parameter).name,
                &bar.low,
                &bar.high,
                &known(bar.low_result),
                &known(bar.high_result),
                &known(bar.swing()),
                &bar.flip.ok(),
                &bar.flip.err().map(Unreached::as_str),
            ],
        );
    });
    belonging(answer, &subject);
    Ok(())
}
