//! Analyses of any calculator whose results are a formula of its parameters: how an output responds
//! to one parameter, which parameters matter, what a parameter must be for a wanted result, what
//! uncertain parameters make of it, and many inputs at once.
//!
//! Each analysis is a typed function over a [`Subject`] and, for the outside, a function of a foreign
//! value that names the calculator: `{calculator: "cloudBreakEven", input: {…}, …}`. Both are written
//! over the parameter table alone. A calculator joins by implementing [`Analysed`] and by its line
//! in [`MODELS`].

pub mod batch;
pub mod correlation;
pub mod distribution;
pub mod goal_seek;
pub mod monte_carlo;
pub mod response_curve;
pub mod response_curves;
pub mod tornado;

use crate::calculators::cloud_break_even::{CloudBreakEven, Comparison, Verdict};
use crate::calculators::cluster_tco::ClusterTco;
use crate::calculators::investment_return::{Investment, InvestmentReturn};
use crate::calculators::product_line::ProductLine;
use crate::calculators::{Answer, Basis, Formula, List, Text, read};
#[cfg(feature = "serde")]
use crate::calculators::{Run, json};
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::reader::Reader;
use crate::table::{Member, Output, Parameter, Parameters, Results, details};
use crate::value::Value;
use std::cmp::Ordering;
use std::marker::PhantomData;

pub use batch::{BatchTask, batch};
pub use goal_seek::goal_seek;
pub use monte_carlo::{MonteCarlo, monte_carlo};
pub use response_curve::response_curve;
pub use response_curves::response_curves;
pub use tornado::{Tornado, tornado};

/// A formula with what the analyses ask of it beside its results.
pub trait Analysed: Formula + Sized + 'static {
    /// The output whose sign decides the verdict; it is also the output an analysis takes when none
    /// is asked for.
    const DECISION: Option<&'static str> = None;

    /// Adds the cumulative saving at the start and at the end of each year to that year's; nothing where
    /// there is none.
    fn yearly(_basis: &Basis<'_, Self>, _years: &mut Vec<Vec<f64>>) {}

    /// Which side the result that decides is on: that of [`Self::DECISION`]'s sign, `Equal` for a tie.
    /// `None` where nothing decides or it is null.
    fn side(_basis: &Basis<'_, Self>) -> Option<Ordering> {
        None
    }

    /// The formula without its types.
    const MODEL: &'static dyn Model = &Typed::<Self>(PhantomData);
}

impl Analysed for ClusterTco {}

impl Analysed for ProductLine {}

impl Analysed for InvestmentReturn {
    const DECISION: Option<&'static str> = Some("npv");

    fn side(investment: &Investment) -> Option<Ordering> {
        investment.npv().partial_cmp(&0.0)
    }
}

impl Analysed for CloudBreakEven {
    const DECISION: Option<&'static str> = Some("saving");

    #[inline(always)]
    fn side(comparison: &Comparison) -> Option<Ordering> {
        Some(match comparison.verdict() {
            Verdict::Own => Ordering::Greater,
            Verdict::Rent => Ordering::Less,
            Verdict::Tie => Ordering::Equal,
        })
    }

    fn yearly(comparison: &Comparison, years: &mut Vec<Vec<f64>>) {
        for (year, saving) in comparison.saving_by_year().enumerate() {
            if year == years.len() {
                years.push(Vec::new());
            }
            years[year].push(saving);
        }
    }
}

/// Every calculator that can be analysed.
pub const MODELS: &[&dyn Model] = &[
    ClusterTco::MODEL,
    CloudBreakEven::MODEL,
    InvestmentReturn::MODEL,
    ProductLine::MODEL,
];

/// A formula without its types: parameters and results as numbers in the order of their tables, a
/// choice as the index of its word, an absent parameter and a null result as NaN.
pub trait Model: Sync {
    /// Its name in JavaScript.
    fn name(&self) -> &'static str;

    /// Its parameters.
    fn parameters(&self) -> &'static [Parameter];

    /// Its results.
    fn outputs(&self) -> &'static [Output];

    /// The index of [`Analysed::DECISION`].
    fn decision(&self) -> Option<usize>;

    /// The values of a foreign input.
    fn read(&self, reader: &mut Reader) -> Vec<f64>;

    /// Computes rows: in each, the varied parameters take the row's values, the others `values`.
    fn evaluate(&self, values: &[f64], rows: &mut Rows);
}

/// Rows for [`Model::evaluate`]: every column has the same `length`.
#[derive(Debug)]
pub struct Rows<'a> {
    /// How many rows there are.
    pub length: usize,
    /// The indices of the varied parameters.
    pub varied: &'a [usize],
    /// A column for each of them.
    pub columns: &'a [&'a [f64]],
    /// The indices of the wanted results.
    pub outputs: &'a [usize],
    /// A column for each of these.
    pub results: &'a mut [Vec<f64>],
    /// Where the rows' [`Analysed::side`] are counted, if they are wanted.
    pub sides: Option<&'a mut Sides>,
    /// Where the rows' [`Analysed::yearly`] are added, if they are wanted.
    pub years: Option<&'a mut Vec<Vec<f64>>>,
}

/// On which side of 0 the results that decide were.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Sides {
    /// Above.
    pub above: usize,
    /// Below.
    pub below: usize,
    /// Ties.
    pub tie: usize,
}

struct Typed<F>(PhantomData<fn() -> F>);

impl<F: Analysed> Model for Typed<F> {
    fn name(&self) -> &'static str {
        const { F::DESCRIPTION.name }
    }

    fn parameters(&self) -> &'static [Parameter] {
        F::Parameters::TABLE
    }

    fn outputs(&self) -> &'static [Output] {
        F::Results::TABLE
    }

    fn decision(&self) -> Option<usize> {
        let name = F::DECISION?;
        F::Results::TABLE
            .iter()
            .position(|output| output.name == name)
    }

    fn read(&self, reader: &mut Reader) -> Vec<f64> {
        read::<F>(reader)
    }

    fn evaluate(&self, values: &[f64], rows: &mut Rows) {
        let mut parameters = F::Parameters::take(&mut values.iter());
        for row in 0..rows.length {
            for (parameter, column) in rows.varied.iter().zip(rows.columns) {
                // Zero has no sign, as in a single input.
                parameters.set(*parameter, column[row] + 0.0);
            }
            let basis = F::basis(&parameters);
            for (output, column) in rows.outputs.iter().zip(&mut *rows.results) {
                let kind = F::Results::TABLE[*output].kind;
                column[row] = F::Results::find(&basis, *output).in_column(kind);
            }
            if let Some(sides) = &mut rows.sides {
                match F::side(&basis) {
                    Some(Ordering::Greater) => sides.above += 1,
                    Some(Ordering::Less) => sides.below += 1,
                    Some(Ordering::Equal) => sides.tie += 1,
                    None => {}
                }
            }
            if let Some(years) = &mut rows.years {
                F::yearly(&basis, years);
            }
        }
    }
}

/// A calculator at an input: what an analysis varies.
///
/// ```
/// use chip_calculators::analysis::Subject;
/// use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
/// let subject = Subject::new::<CloudBreakEven>(&Input::default());
/// let rate = subject.parameter("cloudRate").unwrap();
/// let saving = subject.output("saving").unwrap();
/// // At 7 USD an hour owning saves money, at 2 it does not.
/// let at = subject.column(rate, &[7.0, 2.0], saving);
/// assert!(at[0] > 0.0 && at[1] < 0.0);
/// ```
#[derive(Clone)]
pub struct Subject {
    /// The calculator.
    pub model: &'static dyn Model,
    /// Its parameters' values.
    pub values: Vec<f64>,
}

impl Subject {
    /// A calculator at an input.
    #[must_use]
    pub fn new<F: Analysed>(parameters: &F::Parameters) -> Self {
        Subject {
            model: F::MODEL,
            values: parameters.values(),
        }
    }

    /// The index of a parameter that is a number.
    #[must_use]
    pub fn parameter(&self, name: &str) -> Option<usize> {
        let fits = |parameter: &Parameter| parameter.name == name && parameter.kind.is_numeric();
        self.model.parameters().iter().position(fits)
    }

    /// The index of a result that is a number.
    #[must_use]
    pub fn output(&self, name: &str) -> Option<usize> {
        let fits = |output: &Output| output.name == name && output.kind.is_numeric();
        self.model.outputs().iter().position(fits)
    }

    /// The index of any result, a number or a word.
    #[must_use]
    pub fn result(&self, name: &str) -> Option<usize> {
        let fits = |output: &Output| output.name == name;
        self.model.outputs().iter().position(fits)
    }

    /// The entry of the parameter table at an index.
    #[must_use]
    pub fn entry(&self, parameter: usize) -> &'static Parameter {
        &self.model.parameters()[parameter]
    }

    /// An output at each of a parameter's values, the others as they are; NaN where it is null.
    #[must_use]
    pub fn column(&self, parameter: usize, at: &[f64], output: usize) -> Vec<f64> {
        let mut results = [vec![f64::NAN; at.len()]];
        let mut rows = Rows {
            length: at.len(),
            varied: &[parameter],
            columns: &[at],
            outputs: &[output],
            results: &mut results,
            sides: None,
            years: None,
        };
        self.model.evaluate(&self.values, &mut rows);
        let [results] = results;
        results
    }

    /// An output at the input itself; NaN where it is null.
    #[must_use]
    pub fn value(&self, output: usize) -> f64 {
        self.column(0, &self.values[..1], output)[0]
    }
}

/// What an analysis takes and returns, for types and documentation. Beside what it says here, each
/// takes `calculator`, the name of one of [`MODELS`], and `input`, that calculator's input, and
/// returns both with `modelVersion`.
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
    /// Whether it takes `output`, the name of a result that is a number; without it, the calculator's
    /// [`Analysed::DECISION`], and where there is none it must be given.
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

details! {
    /// Which calculator was analysed.
    pub struct Of {
        /// The calculator
        calculator: &'static str,
    }
}

/// The input that was analysed, defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Input {
    table: &'static [Parameter],
    values: Vec<f64>,
}

#[cfg(feature = "serde")]
impl serde::Serialize for Input {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let Input { table, values } = self;
        crate::serialize::Echo { table, values }.serialize(to)
    }
}

/// What was found of a subject.
fn found<D>(subject: Subject, results: D) -> Analysis<D> {
    Answer {
        results,
        details: Of {
            calculator: subject.model.name(),
        },
        input: Input {
            table: subject.model.parameters(),
            values: subject.values,
        },
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

    /// Does a part of the work, about half a millisecond of it; gives back how much of all is done,
    /// which rises from 0 and is 1 when nothing is left.
    fn step(&mut self) -> f64;

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
#[cfg(all(feature = "wasm", target_arch = "wasm32"))]
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
fn model(reader: &mut Reader, request: &Value) -> Result<&'static dyn Model, CalculatorError> {
    let refuse = |path: &str, code, value| {
        Err(CalculatorError::from(vec![FieldError::new(
            path, code, &value,
        )]))
    };
    let Value::Record(_) = request else {
        return refuse("input", FieldCode::WrongType, request.clone());
    };
    match reader.get("calculator") {
        None => refuse("calculator", FieldCode::Missing, Value::Null),
        Some(Value::Text(name)) => match MODELS.iter().find(|model| model.name() == name) {
            Some(model) => Ok(*model),
            None => refuse(
                "calculator",
                FieldCode::UnknownChoice,
                Value::Text(name.clone()),
            ),
        },
        Some(other) => refuse("calculator", FieldCode::WrongType, other.clone()),
    }
}

/// Reads the calculator and its input. Only a calculator that is not known ends the reading at once:
/// without it nothing else has a meaning.
fn subject(reader: &mut Reader, request: &Value) -> Result<Subject, CalculatorError> {
    let model = model(reader, request)?;
    let values = reader.group("input", |input| model.read(input));
    let values = values.unwrap_or_else(|| crate::table::defaults(model.parameters()));
    Ok(Subject { model, values })
}

/// The index of what a required text names; `None` where that is refused.
fn named(
    reader: &mut Reader,
    name: &'static str,
    find: &dyn Fn(&str) -> Option<usize>,
) -> Option<usize> {
    reader.require_given(name);
    let text = reader.text(name)?;
    let index = find(&text);
    if index.is_none() {
        reader.reject(name, FieldCode::UnknownChoice, text);
    }
    index
}

fn parameter(reader: &mut Reader, subject: &Subject) -> Option<usize> {
    named(reader, "parameter", &|name| subject.parameter(name))
}

/// The output that is asked for, or that decides; 0 stands in for one that is refused.
fn output(reader: &mut Reader, subject: &Subject) -> usize {
    let decision = subject.model.decision();
    if decision.is_some() && reader.get("output").is_none() {
        return decision.unwrap_or(0);
    }
    named(reader, "output", &|name| subject.output(name)).unwrap_or(0)
}

/// A number within an entry's bounds; the entry's default where none is given.
fn option(reader: &mut Reader, entry: &Parameter) -> Option<f64> {
    let number = reader.number(entry.name, entry).or(entry.default);
    number.filter(|number| !number.is_nan())
}

/// Ascending.
fn ascending(numbers: impl Iterator<Item = f64>) -> Vec<f64> {
    let mut numbers: Vec<f64> = numbers.collect();
    numbers.sort_unstable_by(f64::total_cmp);
    numbers
}

/// A number or null.
fn known(number: f64) -> Option<f64> {
    (!number.is_nan()).then_some(number)
}
