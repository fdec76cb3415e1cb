//! How an output responds to one parameter: the curve behind a slider.

use super::{
    Analysis, AnalysisDescription, Subject, found, known, option, output, parameter, subject,
};
use crate::column::Column;
use crate::error::CalculatorError;
use crate::float::within;
use crate::reader::Reader;
use crate::table::{Details, Kind, Parameter, Scale, details};
use crate::value::Value;
use libm::{exp, log};

pub(super) const POINTS: Parameter = Parameter::integer()
    .bounds(2.0, 10_001.0)
    .default(101.0)
    .named(
        "points",
        "How many points a curve has; fewer for a whole number with fewer values",
    );

const ANY: Parameter = Parameter::number().bounds(f64::MIN, f64::MAX);

details! {
    /// What `responseCurve` found.
    pub struct ResponseCurve {
        /// The parameter
        parameter: String,
        /// The output
        output: String,
        /// The parameter's values, ascending
        x: Column,
        /// The output at each of them; NaN where it is null
        y: Column,
        /// The parameter's value in the input; null where it is absent
        value: Option<f64>,
        /// The output at the input itself
        result: Option<f64>,
    }
}

/// What `responseCurve` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "responseCurve",
    about: "An output against one parameter over its range, the others as they are.",
    parameter: true,
    parameters: false,
    output: true,
    columns: false,
    texts: &[],
    options: &[
        POINTS,
        ANY.named(
            "from",
            "Where the curve begins, within the parameter's bounds; its lower bound by default",
        ),
        ANY.named(
            "to",
            "Where the curve ends, within the parameter's bounds; its upper bound by default",
        ),
    ],
    lists: &[],
    fields: &[],
    result: ResponseCurve::PART.members,
};

/// Values of a parameter from `from` to `to`, both included: in equal steps, or in equal ratios where
/// its scale is logarithmic and `from` is above 0. Whole numbers are rounded, and stand once each.
///
/// Linear: `x_i = from + (to − from) i / (n − 1)`; logarithmic: `ln x_i` so.
///
/// ```
/// use chip_calculators::analysis::response_curve::grid;
/// use chip_calculators::table::Parameter;
/// let gpus = Parameter::integer().bounds(1.0, 1e6).log();
/// assert_eq!(grid(&gpus, 1.0, 1e6, 7), [1.0, 10.0, 100.0, 1e3, 1e4, 1e5, 1e6]);
/// assert_eq!(grid(&gpus, 1.0, 4.0, 101), [1.0, 2.0, 3.0, 4.0]);
/// ```
#[must_use]
pub fn grid(parameter: &Parameter, from: f64, to: f64, points: usize) -> Vec<f64> {
    let logarithmic = parameter.scale == Scale::Log && from > 0.0;
    let (low, high) = if logarithmic {
        (log(from), log(to))
    } else {
        (from, to)
    };
    let mut grid = Vec::with_capacity(points);
    let last = points.max(2) - 1;
    for index in 0..=last {
        let between = low + (high - low) * (index as f64 / last as f64);
        let mut x = match index {
            0 => from,
            index if index == last => to,
            _ if logarithmic => exp(between),
            _ => between,
        };
        if parameter.kind == Kind::Integer {
            x = x.round_ties_even();
        }
        let x = within(x, from, to);
        if grid.last().is_none_or(|before| x > *before) {
            grid.push(x);
        }
    }
    grid
}

/// An output at each of the values of [`grid`].
///
/// ```
/// use chip_calculators::analysis::{Subject, response_curve::curve};
/// use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
/// let subject = Subject::new::<CloudBreakEven>(&Input::default());
/// let use_of_it = subject.parameter("utilization").unwrap();
/// let saving = subject.output("saving").unwrap();
/// let (x, y) = curve(&subject, use_of_it, saving, 0.0, 1.0, 11);
/// assert_eq!((x[0], x[10]), (0.0, 1.0));
/// // The saving is linear in use.
/// assert!((y[10] - y[5] - (y[5] - y[0])).abs() < 1e-6 * y[10].abs());
/// ```
#[must_use]
pub fn curve(
    subject: &Subject,
    parameter: usize,
    output: usize,
    from: f64,
    to: f64,
    points: usize,
) -> (Vec<f64>, Vec<f64>) {
    let x = grid(subject.entry(parameter), from, to, points);
    let y = subject.column(parameter, &x, output);
    (x, y)
}

/// [`curve`] of an untrusted request: `{calculator, input, parameter, output, points, from, to}`.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn response_curve(request: &Value) -> Result<Analysis<ResponseCurve>, CalculatorError> {
    let mut reader = Reader::new(request);
    let subject = subject(&mut reader, request)?;
    let parameter = parameter(&mut reader, &subject);
    let output = output(&mut reader, &subject);
    let entry = parameter.map_or(&ANY, |parameter| subject.entry(parameter));
    let points = option(&mut reader, &POINTS).unwrap_or(2.0);
    let from = reader.number("from", entry).and_then(known);
    let from = from.unwrap_or(entry.min);
    let rest = Parameter {
        min: from,
        ..*entry
    };
    let to = reader.number("to", &rest).and_then(known);
    reader.finish()?;

    let points = points as usize;
    let to = to.unwrap_or(entry.max);
    let parameter = parameter.unwrap_or(0);
    let (x, y) = curve(&subject, parameter, output, from, to, points);
    let results = ResponseCurve {
        parameter: subject.path(parameter).to_owned(),
        output: subject.output_path(output).to_owned(),
        x: x.into(),
        y: y.into(),
        value: known(subject.values[parameter]),
        result: known(subject.value(output)),
    };
    Ok(found(&subject, &[parameter], results))
}
