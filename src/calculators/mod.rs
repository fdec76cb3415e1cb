//! The calculators: each a table of parameters and a pure function, one file each.
//!
//! A new one is a file with a type that implements [`Calculator`] and a line in
//! `for_each_formula!` or `for_each_calculator!`; forms, types, documentation, scenarios and the
//! wasm exports follow from it.

use crate::answer::{self, Answer, Put, Write};
use crate::error::CalculatorError;
use crate::input::Reader;
use crate::table::{Output, Parameter, Parameters, Results, echo, text};
use crate::value::Value;
use alloc::vec::Vec;

pub mod cloud_break_even;
pub mod cluster_tco;
pub mod demand;
pub mod hybrid;
pub mod investment_return;
pub mod ownership;
pub mod price_performance;
pub mod product_line;
pub mod scenario_outlook;

/// Hours in the model's year.
pub const HOURS_PER_YEAR: f64 = 8760.0;

/// Months in a year.
pub const MONTHS_PER_YEAR: f64 = 12.0;

/// The version of the model's definitions, in every result: raised when a formula changes its answer.
pub const MODEL_VERSION: &str = "2";

/// The shape of a result that is more than one number.
#[derive(Debug, Clone, Copy)]
pub enum Shape {
    /// A number.
    Number,
    /// A number or null.
    Option,
    /// A truth value.
    Bool,
    /// A text.
    Text,
    /// A text or null.
    OptionalText,
    /// One of these words.
    Choice(&'static [&'static str]),
    /// A column of numbers.
    Column,
    /// Named values.
    Record(&'static [Member]),
    /// A list of named values.
    List(&'static [Member]),
    /// A list of named values with a table of results in each.
    Outputs(&'static [Member], &'static [Output]),
    /// Named values with a table of results, or null.
    OptionalOutputs(&'static [Member], &'static [Output]),
    /// Parameters of the calculator that the input names.
    Parameters,
}

/// A named part of a [`Shape`].
#[derive(Debug, Clone, Copy)]
pub struct Member {
    /// The name in JavaScript.
    pub name: &'static str,
    /// What it means, with its unit.
    pub doc: &'static str,
    /// Its shape.
    pub shape: Shape,
}

/// Declares a [`Member`] in one line.
#[must_use]
pub const fn member(name: &'static str, shape: Shape, doc: &'static str) -> Member {
    Member {
        name,
        doc: text(doc),
        shape,
    }
}

/// A text a calculator's input may hold.
#[derive(Debug, Clone, Copy)]
pub struct Text {
    /// The name in JavaScript.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// Whether it must be given.
    pub required: bool,
    /// Its words, where only some are taken.
    pub words: Option<&'static [&'static str]>,
}

/// A list of rows a calculator's input may hold.
#[derive(Debug, Clone, Copy)]
pub struct List {
    /// The name in JavaScript.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// The texts of a row.
    pub texts: &'static [Text],
    /// The numbers of a row, each of them optional.
    pub parameters: &'static [Parameter],
    /// Whether a row may also be just an id of the catalogue.
    pub ids: bool,
    /// Those of a row's fields, all of them optional, that are of another shape.
    pub fields: &'static [Member],
}

/// An optional record a calculator's input may hold.
#[derive(Debug, Clone, Copy)]
pub struct Nested {
    /// The name in JavaScript.
    pub name: &'static str,
    /// What it means.
    pub doc: &'static str,
    /// Its parameters.
    pub parameters: &'static [Parameter],
    /// Its lists.
    pub lists: &'static [List],
    /// Those of its fields, all of them optional, that are of another shape.
    pub fields: &'static [Member],
}

/// What a calculator's input and result are made of, for types, forms and documentation.
#[derive(Debug, Clone, Copy)]
pub struct Description {
    /// The name of the function in JavaScript.
    pub name: &'static str,
    /// What it computes.
    pub about: &'static str,
    /// The custom element that shows it.
    pub element: &'static str,
    /// Its parameters.
    pub parameters: &'static [Parameter],
    /// The texts of its input.
    pub texts: &'static [Text],
    /// The lists of its input.
    pub lists: &'static [List],
    /// The records of its input.
    pub groups: &'static [Nested],
    /// Those of its input's fields, all of them optional, that are of another shape.
    pub fields: &'static [Member],
    /// Its results that are numbers or words.
    pub outputs: &'static [Output],
    /// Its results that are more.
    pub details: &'static [Member],
    /// The presets its input may name.
    pub presets: &'static [&'static str],
}

/// What the outside calls: a foreign value in, a result with the input it belongs to out.
pub trait Calculator {
    /// What its input and result are made of.
    const DESCRIPTION: Description;

    /// Reads a foreign input, computes, and writes the results with the input they belong to.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists every bad field.
    fn write(input: &Value, answer: &mut Answer) -> Result<(), CalculatorError>;

    /// The same as a value.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists every bad field.
    fn run(input: &Value) -> Result<Value, CalculatorError> {
        answer::value(Self::write, input)
    }
}

/// A calculator whose results are a pure function of a table of parameters alone, so that any
/// analysis can vary them.
pub trait Formula: Calculator {
    /// Its validated parameters.
    type Parameters: Parameters;
    /// Its results.
    type Results: Results;

    /// What the results are computed from.
    fn basis(parameters: &Self::Parameters) -> Basis<'_, Self>;

    /// The formulas.
    #[must_use]
    fn calculate(parameters: &Self::Parameters) -> Self::Results {
        Self::Results::of(&Self::basis(parameters))
    }

    /// Adds the results that are more than one number: schedules, series, shares.
    fn details(basis: &Basis<'_, Self>, answer: &mut Answer);
}

/// What the results of a formula have in common.
pub type Basis<'a, F> = <<F as Formula>::Results as Results>::Basis<'a>;

/// A part of something; nothing where there is nothing to divide by, or too little for a number to hold
/// the quotient.
pub(crate) fn quotient(part: f64, of: f64) -> Option<f64> {
    let quotient = part / of;
    (of > 0.0 && quotient.is_finite()).then_some(quotient)
}

/// The values of a formula's parameters from a foreign record.
pub(crate) fn read<F: Formula>(reader: &mut Reader) -> Vec<f64> {
    let presets = const { !F::DESCRIPTION.presets.is_empty() };
    reader.values(F::Parameters::TABLE, presets)
}

/// [`Formula::basis`] for a single calculation: out of line, where a batch has it inlined.
#[inline(never)]
pub(crate) fn basis<F: Formula>(parameters: &F::Parameters) -> Basis<'_, F> {
    F::basis(parameters)
}

/// Every result of a formula.
pub(crate) fn evaluate<F: Formula>(basis: &Basis<'_, F>, answer: &mut Answer) {
    F::Results::write(basis, answer);
    F::details(basis, answer);
}

/// Reads, computes and writes a formula that takes nothing but its parameters.
pub(crate) fn formula<F: Formula>(
    input: &Value,
    answer: &mut Answer,
) -> Result<(), CalculatorError> {
    let mut reader = Reader::new(input);
    let values = read::<F>(&mut reader);
    reader.finish()?;
    let parameters = F::Parameters::take(&mut values.iter());
    evaluate::<F>(&basis::<F>(&parameters), answer);
    belonging(answer, |input| echo(F::Parameters::TABLE, &values, input));
    Ok(())
}

/// Adds values under the names of a shape's members, in their order.
pub(crate) fn labelled(answer: &mut Answer, members: &[Member], values: &[&dyn Put]) {
    debug_assert_eq!(members.len(), values.len());
    for (member, value) in members.iter().zip(values) {
        answer.push(member.name, *value);
    }
}

/// A schedule or series in an answer: a column for each member, filled row by row.
pub(crate) struct Columns<'a> {
    answer: &'a mut Answer,
    /// Where the next number of each goes.
    places: Vec<usize>,
}

impl<'a> Columns<'a> {
    /// Adds columns of so many rows.
    pub(crate) fn new(answer: &'a mut Answer, members: &[Member], rows: usize) -> Self {
        let columns = members.iter();
        let places = columns.map(|member| answer.column(member.name, rows));
        Columns {
            places: places.collect(),
            answer,
        }
    }

    // Out of line, as every calculator has a schedule.
    #[inline(never)]
    pub(crate) fn row(&mut self, values: &[f64]) {
        for (place, value) in self.places.iter_mut().zip(values) {
            self.answer.set(*place, *value);
            *place += 1;
        }
    }
}

/// Ends an answer with what every result carries: its input, which `fill` writes, and the model's version.
pub(crate) fn belonging(answer: &mut Answer, fill: impl FnOnce(&mut Answer)) {
    answer.record("input", fill);
    answer.push("modelVersion", MODEL_VERSION);
}

/// Calls a macro with every [`Formula`], then with what else is given: for each its function, its name
/// in JavaScript, its type.
macro_rules! for_each_formula {
    ($callback:ident $($others:tt)*) => {
        $callback! {
            cluster_tco "clusterTco" $crate::calculators::cluster_tco::ClusterTco;
            cloud_break_even "cloudBreakEven" $crate::calculators::cloud_break_even::CloudBreakEven;
            investment_return "investmentReturn" $crate::calculators::investment_return::InvestmentReturn;
            product_line "productLine" $crate::calculators::product_line::ProductLine;
            $($others)*
        }
    };
}
pub(crate) use for_each_formula;

/// Calls a macro with every calculator: its function, its name in JavaScript, its type.
macro_rules! for_each_calculator {
    ($callback:ident) => {
        $crate::calculators::for_each_formula! {
            $callback
            price_performance "pricePerformance" $crate::calculators::price_performance::PricePerformance;
            scenario_outlook "scenarioOutlook" $crate::calculators::scenario_outlook::ScenarioOutlook;
        }
    };
}

/// See [`Calculator::run`].
pub type Run = fn(&Value) -> Result<Value, CalculatorError>;

/// A calculator as data and a function.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// What its input and result are made of.
    pub description: Description,
    /// [`Calculator::run`].
    pub run: Run,
}

macro_rules! entries {
    ($($function:ident $name:literal $type:ty;)+) => {
        /// Every calculator.
        pub const CALCULATORS: &[Entry] = &[$(
            Entry {
                description: <$type as Calculator>::DESCRIPTION,
                run: <$type as Calculator>::run,
            }
        ),+];

        /// [`Calculator::write`] of each.
        pub const FUNCTIONS: &[Write] = &[$( <$type as Calculator>::write ),+];
    };
}
for_each_calculator!(entries);
