//! Analyses of any calculator: how an output responds to one parameter, which parameters matter, what
//! a parameter must be for a wanted result, what uncertain parameters make of it, and many inputs at
//! once.
//!
//! Each analysis is a typed function over a [`Subject`] and, for the outside, a function of an untrusted
//! value that names the calculator: `{calculator: "cloudBreakEven", input: {…}, …}`. Both are written
//! over the subject's variables and outputs alone. A calculator whose results are a formula of its
//! parameters joins by implementing [`Analysed`], any other by implementing [`Evaluate`], and both by
//! their line in [`MODELS`].
//!
//! A number that stands deeper in an input or in a result is named by its path, `chips.h200-sxm.price`
//! or `rows.h200-sxm.index`: a row of a list by its `id`, or by its place from 0 where rows have none,
//! `demand.durationCurve.0.hours`. [`BRANCHES`] lists them all.

pub mod batch;
pub mod correlation;
pub mod distribution;
pub mod goal_seek;
pub mod monte_carlo;
pub mod response_curve;
pub mod response_curves;
pub mod subject;
pub mod tornado;

mod subjects;

use crate::calculators::{Answer, List, Text};
#[cfg(feature = "serde")]
use crate::calculators::{Run, json};
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::reader::Reader;
use crate::table::{Member, Parameter, choices, details};
use crate::value::{Record, Value};

pub use batch::{BatchTask, batch};
pub use goal_seek::goal_seek;
pub use monte_carlo::{MonteCarlo, monte_carlo};
pub use response_curve::response_curve;
pub use response_curves::response_curves;
pub use subject::{
    Analysed, Evaluate, Input, MODELS, Model, Outcome, Rows, Sides, Subject, Variable,
};
pub use subjects::{BRANCHES, Branch, Names};
pub use tornado::{Tornado, tornado};

/// What an analysis takes and returns, for types and documentation. Beside what it says here, each
/// takes `calculator`, the name of one of [`MODELS`], and `input`, that calculator's input, and
/// returns what [`Of`] says, the input and `modelVersion`. Parameters and results are named by their
/// paths.
#[derive(Debug, Clone, Copy)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "each says whether a field is taken"
)]
pub struct AnalysisDescription {
    /// The name of the function in JavaScript.
    pub name: &'static str,
    /// What it computes.
    pub about: &'static str,
    /// Whether it takes `parameter`, the name of a parameter that is a number, which must be given.
    pub parameter: bool,
    /// Whether it takes `parameters`, a list of the names of parameters that are numbers, which must be
    /// given.
    pub parameters: bool,
    /// Whether it takes `output`, the name of a result that is a number; without it,
    /// [`Evaluate::usual`], and where there is none it must be given.
    pub output: bool,
    /// Whether it takes `columns`, a `Float64Array` for each of some parameters (a choice by the index
    /// of its word, an absent value as NaN), and `outputs`, a list of the names of results, by default all
    /// that are numbers; and returns `columns`, a `Float64Array` for each of these with NaN for null and
    /// a word by its index.
    pub columns: bool,
    /// Those of its options that are words.
    pub texts: &'static [Text],
    /// Those of its options that are numbers.
    pub options: &'static [Parameter],
    /// Those of its options that are lists; a text named `parameter` is one of the calculator's.
    pub lists: &'static [List],
    /// Those of its options that are of another shape.
    pub fields: &'static [Member],
    /// What it returns.
    pub result: &'static [Member],
}

/// What an analysis returns: what it found, and the calculator and input that it belongs to.
pub type Analysis<D> = Answer<D, Of, Input>;

choices! {
    /// What an analysis takes for granted, which the input does not say.
    pub enum Convention {
        /// Where the probability of a scenario varies, the others share what is left of 1 in the
        /// ratios that they have in the input.
        OtherProbabilitiesKeepRatios = "otherProbabilitiesKeepRatios",
    }
}

details! {
    /// Which calculator was analyzed, and how.
    pub struct Of {
        /// The calculator
        calculator: &'static str,
        /// What was taken for granted: otherProbabilitiesKeepRatios, where the probability of a
        /// scenario varies and the others share what is left of 1 in the ratios of the input
        conventions: Vec<Convention>,
    }
}

/// What was found of a subject whose variables at these places were varied.
fn found<D>(subject: &Subject, varied: &[usize], results: D) -> Analysis<D> {
    Answer {
        results,
        details: Of {
            calculator: subject.calculator(),
            conventions: subject.conventions(varied),
        },
        input: subject.echo(),
    }
}

/// An analysis that takes its time: done in many short steps, so that a page can go on in between.
pub trait Task: Sized {
    /// What it gives in the end.
    type Output;

    /// Reads an untrusted request.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists every bad field.
    fn read(request: Value) -> Result<Self, CalculatorError>;

    /// Does a part of the work; gives back how much of all is done, which rises from 0 and is 1 when
    /// nothing is left. What is found does not depend on how the work is parted.
    fn step(&mut self) -> f64;

    /// Takes fewer rows into the next step, for the last one was long: what a row takes differs ten
    /// thousandfold between inputs. A step that is not followed by this is followed by a larger one.
    fn shorten(&mut self) {}

    /// What was found, after the last step.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists what was found to be bad on the way.
    fn finish(self) -> Result<Self::Output, CalculatorError>;
}

/// All steps of a task at once.
///
/// # Errors
/// A [`CalculatorError`] that lists every bad field.
pub fn complete<T: Task>(request: Value) -> Result<T::Output, CalculatorError> {
    let mut task = T::read(request)?;
    while task.step() < 1.0 {}
    task.finish()
}

/// How many rows a step takes: a single one at first.
struct Chunk {
    rows: usize,
    most: usize,
}

impl Chunk {
    fn new(most: usize) -> Self {
        Chunk { rows: 1, most }
    }

    /// For the step that begins; the next has twice as many.
    fn take(&mut self) -> usize {
        let rows = self.rows;
        self.rows = (2 * rows).min(self.most);
        rows
    }

    /// Half as many for the next step as for the last.
    fn shorten(&mut self) {
        self.rows = (self.rows / 4).max(1);
    }
}

/// An analysis without its types, as data and a function.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// What it takes and returns.
    pub description: AnalysisDescription,
    /// The function, with the answer as JSON, where a number that is none is null.
    #[cfg(feature = "serde")]
    pub run: Run,
}

/// Calls a macro with every analysis: its name in JavaScript and its function.
macro_rules! for_each_analysis {
    ($callback:ident) => {
        $callback! {
            responseCurve response_curve;
            responseCurves response_curves;
            tornado tornado;
            goalSeek goal_seek;
            monteCarlo monte_carlo;
            batch batch;
        }
    };
}
#[cfg(feature = "wasm")]
#[allow(unused_imports, reason = "the exports are for wasm32 alone")]
pub(crate) use for_each_analysis;

macro_rules! entries {
    ($($name:ident $function:ident;)+) => {
        /// Every analysis.
        pub const ANALYSES: &[Entry] = &[$(
            Entry {
                description: $function::DESCRIPTION,
                #[cfg(feature = "serde")]
                run: |request| json($function(request)),
            }
        ),+];
    };
}
for_each_analysis!(entries);

/// The calculator a request names.
fn model(reader: &mut Reader, request: &Value) -> Result<&'static Model, CalculatorError> {
    let refuse = |path, code, value| Err(vec![FieldError::new(path, code, value)].into());
    let Value::Record(_) = request else {
        return refuse("input", FieldCode::WrongType, request);
    };
    match reader.get("calculator") {
        None => refuse("calculator", FieldCode::Missing, &Value::Null),
        Some(given @ Value::Text(name)) => {
            let found = MODELS.iter().find(|model| model.name == name);
            found.ok_or_else(|| {
                let error = FieldError::new("calculator", FieldCode::UnknownChoice, given);
                let known = &mut MODELS.iter().map(|model| model.name);
                vec![error.near(name, known)].into()
            })
        }
        Some(other) => refuse("calculator", FieldCode::WrongType, other),
    }
}

/// Reads the calculator and its input. Only a calculator that is not known ends the reading at once:
/// without it nothing else has a meaning.
fn subject(reader: &mut Reader, request: &Value) -> Result<Subject, CalculatorError> {
    let model = model(reader, request)?;
    let subject = reader.group("input", model.read);
    Ok(subject.unwrap_or_else(|| (model.read)(&mut Reader::new(&Record::new().into()))))
}

/// The index of what a required text names among the known; `None` where that is refused.
fn named<'n>(
    reader: &mut Reader,
    field: &'static str,
    known: &(impl Iterator<Item = (usize, &'n str)> + Clone),
) -> Option<usize> {
    reader.require_given(field);
    let text = reader.text(field)?;
    let found = known.clone().find(|(_, name)| *name == text);
    if found.is_none() {
        reader.reject_unknown(
            field,
            FieldCode::UnknownChoice,
            &text,
            &mut known.clone().map(|of| of.1),
        );
    }
    found.map(|(index, _)| index)
}

fn parameter(reader: &mut Reader, subject: &Subject) -> Option<usize> {
    named(reader, "parameter", &subject.parameters())
}

/// The indices of those that a list of texts names, each once.
fn listed<'n>(
    reader: &mut Reader,
    field: &'static str,
    known: &(impl Iterator<Item = (usize, &'n str)> + Clone),
) -> Vec<usize> {
    let mut indices = Vec::new();
    for (index, value) in reader.rows(field).unwrap_or(&[]).iter().enumerate() {
        let path = format!("{field}[{index}]");
        let Value::Text(text) = value else {
            reader.reject_given(&path, FieldCode::WrongType, value);
            continue;
        };
        match known.clone().find(|(_, name)| name == text) {
            Some((index, _)) if indices.contains(&index) => {
                reader.reject_given(&path, FieldCode::Duplicate, value);
            }
            Some((index, _)) => indices.push(index),
            None => {
                let known = &mut known.clone().map(|of| of.1);
                reader.reject_unknown(&path, FieldCode::UnknownChoice, text, known);
            }
        }
    }
    indices
}

/// The output that is asked for, or the usual one; 0 stands in for one that is refused.
fn output(reader: &mut Reader, subject: &Subject) -> usize {
    let usual = subject.usual();
    if usual.is_some() && reader.get("output").is_none() {
        return usual.unwrap_or(0);
    }
    named(reader, "output", &subject.outputs()).unwrap_or(0)
}

/// A number within an entry's bounds; the entry's default where none is given.
fn option(reader: &mut Reader, entry: &Parameter) -> Option<f64> {
    let number = reader.number(entry.name, entry).or(entry.default);
    number.filter(|number| !number.is_nan())
}

/// Ascending. Not of NaN: the engine chooses its sign, and by it the place where it would stand.
fn ascending(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    debug_assert!(numbers.iter().all(|number| !number.is_nan()));
    numbers.sort_unstable_by(f64::total_cmp);
    numbers
}

/// A number or null.
fn known(number: f64) -> Option<f64> {
    (!number.is_nan()).then_some(number)
}
