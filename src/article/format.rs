//! What an article file says, once it is read.

use super::expression::Expression;
use super::{Quantity, Status, Words};
use crate::calculators::Single;
use crate::printed::number::Number;
use crate::printed::unit::{Dimension, Unit};
use crate::value::{Record, Value};
use std::collections::BTreeMap;

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
    /// What printing leaves open where it is computed with, in base units.
    pub rounding: f64,
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

    /// Whether what it stands for follows from its digits, not from a `precision`.
    pub fn is_rounded(&self) -> bool {
        (self.half.0 - self.printed.0.half).abs() <= f64::EPSILON
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
    /// Whether the article gives it as a bound only.
    pub bound: Bound,
    /// Where it lies outside what it can be.
    pub impossible: Option<(&'static str, f64, f64)>,
    /// What printing leaves open, in base units; 0 where it is exact.
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
            bound: Bound::Exactly,
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

impl Way {
    /// What it measures, where the names measure this.
    pub fn dimension(&self, of: &dyn Fn(&str) -> Option<Dimension>) -> Option<Dimension> {
        match self {
            Way::Calculator { unit, .. } => Some(unit.dimension()),
            Way::Expression { tree, .. } => {
                // Any value will do.
                let one = |name: &str| {
                    of(name).map(|dimension| Quantity {
                        value: 1.0,
                        dimension,
                    })
                };
                tree.evaluate(&one).map(|found| found.dimension)
            }
        }
    }
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
    /// What the calculator is given, where its expressions have these values in base units.
    pub fn fill<E>(&self, of: &dyn Fn(&Expression) -> Result<f64, E>) -> Result<Value, E> {
        Ok(match self {
            Template::Plain(value) => value.clone(),
            Template::Expression(tree, unit) => {
                let value = of(tree)? / unit.factor();
                // 1,000 GPUs must stay whole after their unit was divided out.
                let whole = libm::round(value);
                let near = (value - whole).abs() <= 1e-12 * whole.abs();
                if near { whole.into() } else { value.into() }
            }
            Template::List(list) => {
                let list: Result<Vec<Value>, E> = list.iter().map(|inner| inner.fill(of)).collect();
                list?.into()
            }
            Template::Record(record) => {
                let mut filled = Record::new();
                for (name, inner) in record {
                    filled.push(name.clone(), inner.fill(of)?);
                }
                filled.into()
            }
        })
    }

    /// Whether what stands at a path of the input, `offers[2].cloudRate`, is computed from named
    /// figures, in part at least.
    pub fn computed(&self, path: &str) -> bool {
        let end = path.find(['.', '[', ']']).unwrap_or(path.len());
        let (step, rest) = path.split_at(end);
        if step.is_empty() && !rest.is_empty() {
            return self.computed(&rest[1..]);
        }
        let inner = match self {
            Template::Record(record) => record.iter().find(|(name, _)| name == step),
            _ => None,
        };
        match (self, inner) {
            (_, Some((_, inner))) => inner.computed(rest),
            (Template::List(list), _) if !step.is_empty() => {
                let inner = step.parse().ok().and_then(|index: usize| list.get(index));
                inner.is_some_and(|inner| inner.computed(rest))
            }
            (Template::Record(_), None) if !step.is_empty() => false,
            _ => {
                let mut names = Vec::new();
                self.gather(&mut names);
                !names.is_empty()
            }
        }
    }

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
