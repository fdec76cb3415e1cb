//! A vendor's product line: revenue, profit and its weight in the segment.

use super::{Calculator, Description, Formula, FormulaAnswer, formula, formula_result, quotient};
use crate::catalog::article;
use crate::error::CalculatorError;
use crate::reason::Reason;
use crate::table::{Found, Parameter, Parameters, Results, fraction, money, parameters, results};
use crate::value::Value;

/// A vendor's product line over one year.
///
/// Revenue = units × price; gross profit = revenue × gross margin; operating profit = gross profit −
/// research; operating margin = operating profit / revenue; share = revenue / segment's revenue.
/// Sales and administration are not in it, so that the operating profit is before them. A share above
/// 1 is shown as it comes: it says that the segment's revenue is not one the line is part of.
///
/// ```
/// use chip_calculators::calculators::{Formula, product_line::{Input, ProductLine}};
/// // The article's 175,000 cards at 37,000 USD.
/// let line = ProductLine::calculate(&Input::default());
/// assert_eq!(line.revenue, 6.475e9);
/// assert_eq!(line.gross_profit, 4.856_25e9);
/// assert_eq!(line.operating_profit, 4.056_25e9);
/// assert!((line.operating_margin.unwrap() - 0.626_448).abs() < 1e-6);
/// assert!((line.segment_share - 0.076_176).abs() < 1e-6);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ProductLine;

parameters! {
    /// A product line and the segment it belongs to.
    pub struct Input {
        /// Units sold in the year.
        units: f64 = Parameter::integer()
            .unit("unit/a")
            .bounds(0.0, 1e10)
            .default(article("productLine.units"))
            .source("seed-article")
            .low(article("productLine.units.low"), "seed-article")
            .high(article("productLine.units.high"), "seed-article")
            .window(0.0, 500_000.0)
            .smallest(1000.0)
            .basic();
        /// Revenue of a unit, on average.
        average_selling_price: f64 = Parameter::money()
            .bounds(0.0, 1e9)
            .default(article("productLine.averageSellingPrice"))
            .source("seed-article")
            .low(article("productLine.averageSellingPrice.low"), "seed-article")
            .high(article("productLine.averageSellingPrice.high"), "seed-article")
            .window(0.0, 1e5)
            .smallest(100.0)
            .basic();
        /// Gross profit as a fraction of revenue; below 0 where a unit costs more than it brings.
        gross_margin: f64 = Parameter::fraction()
            .bounds(-10.0, 1.0)
            .default(article("productLine.grossMargin"))
            .source("seed-article")
            .window(0.0, 1.0)
            .basic();
        /// Research and development charged to the line.
        research: f64 = Parameter::money()
            .unit("USD/a")
            .bounds(0.0, 1e13)
            .default(article("productLine.research"))
            .source("seed-article")
            .window(0.0, 2e9)
            .smallest(1e7)
            .basic();
        /// Revenue of the whole segment.
        segment_revenue: f64 = Parameter::money()
            .unit("USD/a")
            .bounds(1.0, 1e15)
            .default(article("productLine.segmentRevenue"))
            .source("seed-article")
            .window(1.0, 2e11);
    }
}

results! {
    /// What the line earns.
    pub struct Output of Line {
        /// Units times their price.
        revenue: f64 = money("USD/a");
        /// Revenue less the cost of what is sold.
        gross_profit: f64 = money("USD/a");
        /// Gross profit less research, before sales and administration.
        operating_profit: f64 = money("USD/a");
        /// Operating profit as a fraction of revenue.
        operating_margin: Option<f64> = fraction();
        /// Revenue as a fraction of the segment's.
        segment_share: f64 = fraction();
    }
}

/// What the line sells, and of which segment.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    input: &'a Input,
    revenue: f64,
}

impl Line<'_> {
    fn revenue(&self) -> f64 {
        self.revenue
    }

    fn gross_profit(&self) -> f64 {
        self.revenue * self.input.gross_margin
    }

    fn operating_profit(&self) -> f64 {
        self.gross_profit() - self.input.research
    }

    fn operating_margin(&self) -> Result<f64, Reason> {
        quotient(self.operating_profit(), self.revenue).ok_or(Reason::NoRevenue)
    }

    fn segment_share(&self) -> f64 {
        self.revenue / self.input.segment_revenue
    }
}

impl Calculator for ProductLine {
    const DESCRIPTION: Description = Description {
        name: "productLine",
        about: "A vendor's product line: revenue, gross and operating profit, operating margin and \
            share of its segment.",
        element: "chip-product-line",
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

impl Formula for ProductLine {
    type Parameters = Input;
    type Results = Output;
    type Details = ();

    fn basis(input: &Input) -> Line<'_> {
        Line {
            input,
            revenue: input.units * input.average_selling_price,
        }
    }

    fn details(_: &Line) {}
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_that_sells_nothing_loses_its_research_and_has_no_margin() {
        let line = ProductLine::calculate(&Input {
            units: 0.0,
            ..Input::default()
        });
        assert_eq!(line.operating_profit, -800e6);
        assert_eq!(line.operating_margin, None);
        assert_eq!(line.reasons, [("operatingMargin", Reason::NoRevenue)]);
    }

    #[test]
    fn a_revenue_too_small_to_divide_by_has_no_margin() {
        let line = ProductLine::calculate(&Input {
            average_selling_price: 5e-324,
            units: 1.0,
            ..Input::default()
        });
        assert!(line.revenue > 0.0);
        assert_eq!(line.operating_margin, None);
        assert_eq!(line.reasons, [("operatingMargin", Reason::NoRevenue)]);
    }
}
