//! How an output responds to each of several parameters: the curves behind all sliders at once.

use super::goal_seek::flips;
use super::response_curve::{POINTS, curve};
use super::{Analysis, AnalysisDescription, found, known, listed, option, output, subject};
use crate::column::Column;
use crate::error::CalculatorError;
use crate::reader::Reader;
use crate::table::{Details, details};
use crate::value::Value;

details! {
    /// The response to one of several parameters.
    pub struct Curve {
        /// The parameter
        parameter: String,
        /// Its values, ascending, over its window, which is widened to hold the value of the input
        x: Column,
        /// The output at each of them; NaN where it is null
        y: Column,
        /// The values within its bounds at which the verdict changes, ascending: the result that
        /// decides is 0 there or jumps over it
        flips: Column,
    }
}

details! {
    /// What `responseCurves` found.
    pub struct ResponseCurves {
        /// The output
        output: String,
        /// How many points were asked for
        points: usize,
        /// The output at the input itself
        result: Option<f64>,
        /// A curve for each parameter, in the order asked
        curves: Vec<Curve>,
    }
}

/// What `responseCurves` takes and returns.
pub const DESCRIPTION: AnalysisDescription = AnalysisDescription {
    name: "responseCurves",
    about: "An output against each of several parameters over its slider's window, and where the \
        verdict changes.",
    parameter: false,
    parameters: true,
    output: true,
    columns: false,
    texts: &[],
    options: &[POINTS],
    lists: &[],
    fields: &[],
    result: ResponseCurves::PART.members,
};

/// Curves of several parameters for an untrusted request: `{calculator, input, parameters, output,
/// points}`. The flips are those that `goalSeek` finds for the result that decides at 0.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn response_curves(request: &Value) -> Result<Analysis<ResponseCurves>, CalculatorError> {
    let mut reader = Reader::new(request);
    let subject = subject(&mut reader, request)?;
    let output = output(&mut reader, &subject);
    let points = option(&mut reader, &POINTS).unwrap_or(2.0) as usize;
    reader.require_given("parameters");
    let parameters = listed(&mut reader, "parameters", &subject.parameters());
    reader.finish()?;

    let curves = parameters.iter().map(|&parameter| {
        let entry = subject.entry(parameter);
        let (mut from, mut to) = entry.window;
        if let Some(value) = known(subject.values[parameter]) {
            (from, to) = (from.min(value), to.max(value));
        }
        let (x, y) = curve(&subject, parameter, output, from, to, points);
        let decisive = subject.decisive_output(output);
        Curve {
            parameter: subject.path(parameter).to_owned(),
            x: x.into(),
            y: y.into(),
            flips: decisive
                .map(|decisive| flips(&subject, parameter, decisive).0)
                .unwrap_or_default()
                .into(),
        }
    });
    let results = ResponseCurves {
        output: subject.output_path(output).to_owned(),
        points,
        result: known(subject.value(output)),
        curves: curves.collect(),
    };
    Ok(found(&subject, &parameters, results))
}
