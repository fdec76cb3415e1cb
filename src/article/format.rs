//! What an article file says, once it is read.

use super::expression::Expression;
use super::{Quantity, Status, Words};
use crate::calculators::Single;
use crate::printed::number::Number;
use crate::printed::unit::Unit;
use crate::value::Value;
use std::borrow::ToOwned;
use std::collections::BTreeMap;
use std::format;
use std::string::String;
use std::vec::Vec;

/// A file that has been read.
#[derive(Debug)]
pub struct Article {
    pub id: String,
    pub title: Words,
    pub date: String,
    pub source: String,
    pub claims: Vec<Claim>,
}

/// One claim.
#[derive(Debug)]
pub struct Claim {
    pub id: String,
    pub section: Words,
    pub says: Words,
    pub note: Option<Words>,
    pub stated: BTreeMap<String, Figure>,
    /// The claim's own inputs, and those of the article that its checks name.
    pub inputs: BTreeMap<String, Input>,
    pub checks: Vec<Check>,
}

/// How a stated figure is to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    Exactly,
    AtLeast,
    Above,
    AtMost,
    Below,
}

/// A figure that the article states.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The printed numbers, the same twice where there is one.
    pub printed: (Number, Number),
    /// What rounding or `precision` leaves open, in the unit.
    pub half: (f64, f64),
    pub unit: Unit,
    pub bound: Bound,
    pub quantity: Option<(&'static str, f64, f64)>,
    pub source: Option<String>,
    /// What a formula calls it.
    pub label: Option<Words>,
}

impl Figure {
    /// The printed numbers in base units.
    pub fn values(&self) -> (f64, f64) {
        let factor = self.unit.factor();
        (self.printed.0.value * factor, self.printed.1.value * factor)
    }

    /// All that the figure stands for, in base units.
    pub fn interval(&self) -> (f64, f64) {
        let factor = self.unit.factor();
        (
            (self.printed.0.value - self.half.0) * factor,
            (self.printed.1.value + self.half.1) * factor,
        )
    }

    /// Where it lies outside what it can be.
    pub fn impossible(&self) -> Option<(&'static str, f64, f64)> {
        let (low, high) = self.values();
        self.quantity
            .filter(|(_, least, greatest)| low < least - 1e-12 || high > greatest + 1e-12)
    }
}

/// A figure that a check computes with.
#[derive(Debug, Clone)]
pub struct Input {
    /// In base units, the same twice where it is no range.
    pub values: (f64, f64),
    pub unit: Unit,
    pub status: Status,
    pub source: String,
    pub date: Option<String>,
    /// The article's own figure or record of the catalogue that it is.
    pub reference: Option<String>,
    /// The series of the catalogue that says what it was then and is now.
    pub series: Option<String>,
    /// The chip whose price it is, where the series is another's.
    pub series_for: Option<&'static str>,
    /// Where it lies outside what it can be.
    pub impossible: Option<(&'static str, f64, f64)>,
    /// What rounding leaves open, in base units, where it is printed in per cent.
    pub rounding: f64,
    /// What a formula calls it.
    pub label: Option<Words>,
    /// The parameter that a check of the claim gives it as: `clusterTco.gpuPrice`.
    pub parameter: Option<String>,
}

impl Input {
    /// A figure of the article itself.
    pub fn of_article(values: (f64, f64), unit: Unit, source: &str) -> Self {
        Input {
            values,
            unit,
            status: Status::Article,
            source: source.to_owned(),
            date: None,
            reference: None,
            series: None,
            series_for: None,
            impossible: None,
            rounding: 0.0,
            label: None,
            parameter: None,
        }
    }

    pub fn quantity(&self) -> Quantity {
        Quantity {
            value: self.values.0,
            dimension: self.unit.dimension(),
        }
    }
}

/// What recomputes a figure.
#[derive(Debug)]
pub struct Check {
    /// The stated figure; without one the result stands beside the claim and decides nothing.
    pub figure: Option<String>,
    pub label: Option<Words>,
    pub way: Way,
    /// Relative, beyond what the figure's digits leave open.
    pub tolerance: f64,
    pub unknown: Option<Unknown>,
    /// The unit to tell the result in, where no figure has one.
    pub unit: Option<Unit>,
}

impl Check {
    /// The names that it computes with.
    pub fn names(&self) -> Vec<&str> {
        match &self.way {
            Way::Expression { tree, .. } => tree.names(),
            Way::Calculator { input, .. } => {
                let mut names = Vec::new();
                input.gather(&mut names);
                names
            }
        }
    }
}

impl Check {
    /// Tells the inputs that a calculator is given as they are which of its parameters they are.
    pub fn name_parameters(&self, inputs: &mut BTreeMap<String, Input>) {
        let Way::Calculator {
            entry,
            input: Template::Record(record),
            ..
        } = &self.way
        else {
            return;
        };
        for (parameter, template) in record {
            if let Template::Expression(Expression::Name(name), _) = template
                && let Some(input) = inputs.get_mut(name)
            {
                let path = || format!("{}.{parameter}", entry.description.name);
                input.parameter.get_or_insert_with(path);
            }
        }
    }
}

/// How a check computes.
#[derive(Debug)]
pub enum Way {
    Expression {
        text: String,
        tree: Expression,
    },
    Calculator {
        entry: &'static Single,
        input: Template,
        /// What [`Calculator::result`](crate::calculators::Calculator::result) takes.
        output: String,
        unit: Unit,
    },
}

/// A calculator's input with expressions in it.
#[derive(Debug)]
pub enum Template {
    Plain(Value),
    /// An expression and the unit that the calculator takes it in.
    Expression(Expression, Unit),
    List(Vec<Template>),
    Record(Vec<(String, Template)>),
}

impl Template {
    fn gather<'a>(&'a self, names: &mut Vec<&'a str>) {
        match self {
            Template::Plain(_) => {}
            Template::Expression(tree, _) => {
                for name in tree.names() {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
            Template::List(list) => {
                for inner in list {
                    inner.gather(names);
                }
            }
            Template::Record(record) => {
                for (_, inner) in record {
                    inner.gather(names);
                }
            }
        }
    }
}

/// What the article leaves out: a check is solved for it.
#[derive(Debug)]
pub struct Unknown {
    pub name: String,
    /// What sentences call it.
    pub label: Option<Words>,
    pub unit: Unit,
    /// In base units.
    pub between: (f64, f64),
    /// What it is elsewhere.
    pub known: Option<Input>,
}
