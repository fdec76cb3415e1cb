//! The calculators whose inputs hold more numbers than those of a table, and the paths of these.

pub(super) mod cloud_break_even;
pub(super) mod price_performance;
pub(super) mod scenario_outlook;

use crate::calculators::cloud_break_even as cloud;
use crate::calculators::cloud_break_even::CloudTerms;
use crate::calculators::demand::{Step, Terms};
use crate::calculators::hybrid;
use crate::calculators::price_performance::ChipFigures;
use crate::calculators::scenario_outlook::Figures;
use crate::table::{Output, Parameter, Parameters, Results};

/// Numbers that stand deeper in the input or in the results of a calculator, for types and
/// documentation.
#[derive(Debug, Clone, Copy)]
pub struct Branch {
    /// The calculator.
    pub calculator: &'static str,
    /// The path before their names: `{id}` stands for the id of a row, `{place}` for its place from 0,
    /// `{verdict}` for a verdict.
    pub path: &'static str,
    /// Their names.
    pub names: Names,
}

/// The names of some numbers.
#[derive(Debug, Clone, Copy)]
pub enum Names {
    /// Parameters, of an input.
    Parameters(&'static [Parameter]),
    /// Parameters of the calculator that the input names.
    OfCalculator,
    /// Results.
    Results(&'static [Output]),
    /// Results that are no table.
    Listed(&'static [&'static str]),
}

/// Every branch.
pub const BRANCHES: &[Branch] = &[
    branch(
        "cloudBreakEven",
        "offers.{id}",
        Names::Parameters(CloudTerms::TABLE),
    ),
    branch("cloudBreakEven", "demand", Names::Parameters(Terms::TABLE)),
    branch(
        "cloudBreakEven",
        "demand.durationCurve.{place}",
        Names::Parameters(Step::TABLE),
    ),
    branch(
        "cloudBreakEven",
        "offers.{id}",
        Names::Results(cloud::Output::TABLE),
    ),
    branch(
        "cloudBreakEven",
        "hybrid",
        Names::Results(hybrid::Output::TABLE),
    ),
    branch(
        "pricePerformance",
        "chips.{id}",
        Names::Parameters(ChipFigures::TABLE),
    ),
    branch(
        "pricePerformance",
        "rows.{id}",
        Names::Listed(price_performance::RESULTS),
    ),
    branch(
        "scenarioOutlook",
        "scenarios.{id}",
        Names::Parameters(Figures::TABLE),
    ),
    branch(
        "scenarioOutlook",
        "scenarios.{id}.overrides",
        Names::OfCalculator,
    ),
    branch("scenarioOutlook", "base", Names::OfCalculator),
    branch(
        "scenarioOutlook",
        "scenarios.{id}",
        Names::Listed(scenario_outlook::RESULTS),
    ),
    branch(
        "scenarioOutlook",
        "verdicts.{verdict}",
        Names::Listed(&["probability"]),
    ),
];

const fn branch(calculator: &'static str, path: &'static str, names: Names) -> Branch {
    Branch {
        calculator,
        path,
        names,
    }
}

/// The rules of a number that stands deeper than a table: a sourced range is that of the parameter in
/// general and not of this row, and a slider shows what is around the value.
fn deeper(entry: &Parameter, value: f64) -> Parameter {
    let mut window = entry.window;
    if window == (entry.min, entry.max) && value.is_finite() && value != 0.0 {
        let (from, to) = (value.min(0.0), value.max(0.0));
        window = (entry.min.max(2.0 * from), entry.max.min(2.0 * to));
    }
    Parameter {
        low: None,
        high: None,
        window,
        ..*entry
    }
}

/// The values that are others than an input's own, by their places.
fn changed<'v>(values: &'v [f64], own: &'v [f64]) -> impl Iterator<Item = (usize, f64)> + 'v {
    let pairs = values.iter().zip(own).enumerate();
    let other = pairs.filter(|(_, (value, own))| value.to_bits() != own.to_bits());
    other.map(|(place, (value, _))| (place, *value))
}
