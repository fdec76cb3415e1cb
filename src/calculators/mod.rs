//! The calculators: each a table of parameters and a pure function, one file each.
//!
//! A new one is a file with a type that implements [`Calculator`] and a line in
//! `for_each_formula!` or `for_each_calculator!`; forms, types, documentation, scenarios and the
//! wasm exports follow from it.

use crate::error::CalculatorError;
use crate::reader::Reader;
use crate::table::{Found, Member, Output, Parameter, Parameters, Results};
use crate::value::Value;

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
pub const MODEL_VERSION: &str = "3";

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
    pub nested: &'static [Nested],
    /// Those of its input's fields, all of them optional, that are of another shape.
    pub fields: &'static [Member],
    /// Its results that are numbers or words.
    pub outputs: &'static [Output],
    /// Its results that are more.
    pub details: &'static [Member],
    /// The presets its input may name.
    pub presets: &'static [&'static str],
}

/// What a calculator returns: its results, what is more than one number, and the input they belong to.
///
/// With the feature `serde` it is one flat struct of all of them, with `modelVersion`.
#[derive(Debug, Clone, PartialEq)]
pub struct Answer<R, D, I> {
    /// Results that are numbers or words.
    pub results: R,
    /// Series, schedules, rows.
    pub details: D,
    /// The input, defaults filled in.
    pub input: I,
}

#[cfg(feature = "serde")]
mod ser {
    use super::{Answer, MODEL_VERSION};
    use crate::serialize::SerializeFields;
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    impl<R: SerializeFields, D: SerializeFields, I: Serialize> Serialize for Answer<R, D, I> {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("Answer", R::COUNT + D::COUNT + 2)?;
            self.results.serialize_fields(&mut to)?;
            self.details.serialize_fields(&mut to)?;
            to.serialize_field("input", &self.input)?;
            to.serialize_field("modelVersion", MODEL_VERSION)?;
            to.end()
        }
    }
}

/// What the outside calls: an untrusted value in, results with the input they belong to out.
pub trait Calculator {
    /// What its input and result are made of.
    const DESCRIPTION: Description;

    /// What it returns.
    type Answer;

    /// Reads an untrusted input and computes.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists every bad field.
    fn run(input: &Value) -> Result<Self::Answer, CalculatorError>;

    /// One result alone, sooner than all of them: what is asked for at hundreds of inputs. The path
    /// is a result's name, or a detail's and that of a result in it, `hybrid.mixed`; nothing where
    /// there is no such result.
    ///
    /// # Errors
    /// A [`CalculatorError`] that lists every bad field.
    fn result(input: &Value, path: &str) -> Result<Option<Found>, CalculatorError>;
}

/// A calculator whose results are a pure function of a table of parameters alone, so that any
/// analysis can vary them.
pub trait Formula: Calculator {
    /// Its parameters.
    type Parameters: Parameters;
    /// Its results.
    type Results: Results;
    /// Its results that are more than one number: schedules, series, shares.
    type Details;

    /// What the results are computed from.
    fn basis(parameters: &Self::Parameters) -> Basis<'_, Self>;

    /// The formulas, of parameters that the table allows: see [`Parameters::validate`].
    #[must_use]
    fn calculate(parameters: &Self::Parameters) -> Self::Results {
        Self::Results::of(&Self::basis(parameters))
    }

    /// What is more than one number.
    fn details(basis: &Basis<'_, Self>) -> Self::Details;
}

/// What the results of a formula have in common.
pub type Basis<'a, F> = <<F as Formula>::Results as Results>::Basis<'a>;

/// What a formula that takes nothing but its parameters returns.
pub type FormulaAnswer<F> =
    Answer<<F as Formula>::Results, <F as Formula>::Details, <F as Formula>::Parameters>;

/// A part of something; nothing where there is nothing to divide by, or too little for a number to hold
/// the quotient.
pub(crate) fn quotient(part: f64, of: f64) -> Option<f64> {
    let quotient = part / of;
    (of > 0.0 && quotient.is_finite()).then_some(quotient)
}

/// The values of a formula's parameters from an untrusted record.
pub(crate) fn read<F: Formula>(reader: &mut Reader) -> Vec<f64> {
    let presets = const { !F::DESCRIPTION.presets.is_empty() };
    reader.values(F::Parameters::TABLE, presets)
}

/// Reads the input of a formula that takes nothing but its parameters.
fn parameters<F: Formula>(input: &Value) -> Result<F::Parameters, CalculatorError> {
    let mut reader = Reader::new(input);
    let values = read::<F>(&mut reader);
    reader.finish()?;
    Ok(F::Parameters::take(&mut values.iter()))
}

/// Reads and computes a formula that takes nothing but its parameters.
pub(crate) fn formula<F: Formula>(input: &Value) -> Result<FormulaAnswer<F>, CalculatorError> {
    let parameters = parameters::<F>(input)?;
    let basis = F::basis(&parameters);
    Ok(Answer {
        results: F::Results::of(&basis),
        details: F::details(&basis),
        input: parameters,
    })
}

/// Reads a formula that takes nothing but its parameters, and computes one of its results.
pub(crate) fn formula_result<F: Formula>(
    input: &Value,
    name: &str,
) -> Result<Option<Found>, CalculatorError> {
    let parameters = parameters::<F>(input)?;
    Ok(F::Results::named(&F::basis(&parameters), name))
}

/// Calls a macro with every [`Formula`], then with what else is given: for each its name in
/// JavaScript, its module and its type.
macro_rules! for_each_formula {
    ($callback:ident $($others:tt)*) => {
        $callback! {
            clusterTco cluster_tco::ClusterTco;
            cloudBreakEven cloud_break_even::CloudBreakEven;
            investmentReturn investment_return::InvestmentReturn;
            productLine product_line::ProductLine;
            $($others)*
        }
    };
}
pub(crate) use for_each_formula;

/// Calls a macro with every calculator: its name in JavaScript, its module and its type.
macro_rules! for_each_calculator {
    ($callback:ident) => {
        $crate::calculators::for_each_formula! {
            $callback
            pricePerformance price_performance::PricePerformance;
            scenarioOutlook scenario_outlook::ScenarioOutlook;
        }
    };
}
#[cfg(all(feature = "calculators", feature = "wasm"))]
#[allow(unused_imports, reason = "the exports are for wasm32 alone")]
pub(crate) use for_each_calculator;

/// An untrusted value in, JSON out.
#[cfg(feature = "serde")]
pub type Run = fn(&Value) -> Result<serde_json::Value, CalculatorError>;

/// A calculator without its types, as data and a function.
#[derive(Debug, Clone, Copy)]
pub struct Entry {
    /// What its input and result are made of.
    pub description: Description,
    /// [`Calculator::run`], with the answer as JSON, where a number that is none is null.
    #[cfg(feature = "serde")]
    pub run: Run,
}

/// A calculator without its types, for one result at a time. Apart from [`Entry`], whose `run`
/// brings along how every answer is written as JSON: 8 kB of the 194 of the articles' module.
#[derive(Debug, Clone, Copy)]
pub struct Single {
    /// What its input and result are made of.
    pub description: Description,
    /// [`Calculator::result`].
    pub result: fn(&Value, &str) -> Result<Option<Found>, CalculatorError>,
}

/// An answer as JSON.
#[cfg(feature = "serde")]
pub(crate) fn json<T: serde::Serialize>(
    answer: Result<T, CalculatorError>,
) -> Result<serde_json::Value, CalculatorError> {
    // Structs with names of text and numbers: JSON has a place for all of them.
    answer.map(|answer| serde_json::to_value(answer).unwrap_or_default())
}

macro_rules! entries {
    ($($name:ident $module:ident :: $type:ident;)+) => {
        /// Every calculator.
        pub const CALCULATORS: &[Entry] = &[$(
            Entry {
                description: $module::$type::DESCRIPTION,
                #[cfg(feature = "serde")]
                run: |input| json($module::$type::run(input)),
            }
        ),+];

        /// Every calculator, for one result at a time.
        pub const SINGLES: &[Single] = &[$(
            Single {
                description: $module::$type::DESCRIPTION,
                result: $module::$type::result,
            }
        ),+];
    };
}
for_each_calculator!(entries);
