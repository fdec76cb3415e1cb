//! What the tokens of a served model bring in.

use super::{Calculator, Description, Formula, FormulaAnswer, formula, formula_result};
use crate::error::CalculatorError;
use crate::table::{Found, Parameter, Parameters, Results, money, number, parameters, results};
use crate::value::Value;

/// Seconds of a day.
const DAY: f64 = 86_400.0;

/// What the tokens of a served model bring in, a day.
///
/// tokens = tokensPerSecond × 86,400 × utilization; revenue = tokens / 10⁶ × price of a million.
///
/// ```
/// use chip_calculators::calculators::{Formula, token_revenue::{Input, TokenRevenue}};
/// let answer = TokenRevenue::calculate(&Input {
///     tokens_per_second: 30_000.0,
///     utilization: 0.5,
///     price_per_million: 0.6,
/// });
/// assert_eq!(answer.tokens, 1.296e9);
/// assert!((answer.revenue - 777.6).abs() < 1e-9);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct TokenRevenue;

parameters! {
    /// A served model and its price.
    pub struct Input {
        /// Tokens a second at full load.
        tokens_per_second: f64 = Parameter::number()
            .unit("token/s")
            .bounds(0.0, 1e9)
            .default(30_000.0)
            .window(0.0, 100_000.0)
            .smallest(100.0)
            .basic();
        /// Load, as a fraction of full.
        utilization: f64 = Parameter::fraction()
            .bounds(0.0, 1.0)
            .default(0.5)
            .window(0.0, 1.0)
            .basic();
        /// Price of a million tokens.
        price_per_million: f64 = Parameter::money()
            .bounds(0.0, 1e4)
            .default(0.6)
            .window(0.0, 10.0)
            .smallest(0.05)
            .basic();
    }
}

results! {
    /// What they bring in.
    pub struct Output of Service {
        /// Tokens times their price.
        revenue: f64 = money("USD");
        /// Tokens a day.
        tokens: f64 = number("token");
    }
}

/// What the results are computed from.
#[derive(Debug, Clone, Copy)]
pub struct Service<'a> {
    input: &'a Input,
}

impl Service<'_> {
    fn tokens(&self) -> f64 {
        self.input.tokens_per_second * DAY * self.input.utilization
    }

    fn revenue(&self) -> f64 {
        self.tokens() / 1e6 * self.input.price_per_million
    }
}

impl Calculator for TokenRevenue {
    const DESCRIPTION: Description = Description {
        name: "tokenRevenue",
        about: "What the tokens of a served model bring in, a day.",
        element: "chip-token-revenue",
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

impl Formula for TokenRevenue {
    type Parameters = Input;
    type Results = Output;
    type Details = ();

    fn basis(input: &Input) -> Service<'_> {
        Service { input }
    }

    fn details(_: &Service) {}
}
