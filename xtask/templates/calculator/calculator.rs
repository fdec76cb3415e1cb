//! __Title__: what it computes, in a line.

use super::{Calculator, Description, Formula, FormulaAnswer, formula, formula_result};
use crate::error::CalculatorError;
use crate::table::{Found, Parameter, Parameters, Results, money, parameters, results};
use crate::value::Value;

/// __Title__.
///
/// total = quantity × unitPrice: the equation, its units, its source.
///
/// ```
/// use chip_calculators::calculators::{Formula, __snake__::{Input, __Pascal__}};
/// // A worked example, with the number that its source gives.
/// let answer = __Pascal__::calculate(&Input { quantity: 3.0, unit_price: 200.0 });
/// assert_eq!(answer.total, 600.0);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct __Pascal__;

parameters! {
    /// What it is computed of.
    pub struct Input {
        /// How many.
        quantity: f64 = Parameter::integer()
            .unit("unit")
            .bounds(0.0, 1e9)
            .default(1.0)
            .window(0.0, 100.0)
            .basic();
        /// What one costs.
        unit_price: f64 = Parameter::money()
            .bounds(0.0, 1e9)
            .default(100.0)
            .window(0.0, 1000.0)
            .basic();
    }
}

results! {
    /// What comes of it.
    pub struct Output of Sum {
        /// Quantity times price.
        total: f64 = money("USD");
    }
}

/// What the results are computed from.
#[derive(Debug, Clone, Copy)]
pub struct Sum<'a> {
    input: &'a Input,
}

impl Sum<'_> {
    fn total(&self) -> f64 {
        self.input.quantity * self.input.unit_price
    }
}

impl Calculator for __Pascal__ {
    const DESCRIPTION: Description = Description {
        name: "__camel__",
        about: "__Title__: what it computes, in a sentence.",
        element: "chip-__kebab__",
        parameters: Input::TABLE,
        texts: &[],
        lists: &[],
        nested: &[],
        fields: &[],
        outputs: Output::TABLE,
        details: &[],
        presets: &[],
    };

    type Answer = FormulaAnswer<Self>;

    fn run(input: &Value) -> Result<Self::Answer, CalculatorError> {
        formula::<Self>(input)
    }

    fn result(input: &Value, path: &str) -> Result<Option<Found>, CalculatorError> {
        formula_result::<Self>(input, path)
    }
}

impl Formula for __Pascal__ {
    type Parameters = Input;
    type Results = Output;
    type Details = ();

    fn basis(input: &Input) -> Sum<'_> {
        Sum { input }
    }

    fn details(_: &Sum) {}
}
