//! A calculator at an input, as numbers: what the analyses vary, and what they look at.

use super::{Convention, subjects};
use crate::calculators::cloud_break_even::{self, CloudBreakEven, Comparison, Verdict};
use crate::calculators::cluster_tco::ClusterTco;
use crate::calculators::investment_return::{Investment, InvestmentReturn};
use crate::calculators::price_performance;
use crate::calculators::product_line::ProductLine;
use crate::calculators::scenario_outlook;
use crate::calculators::{Basis, Formula, read};
use crate::reader::Reader;
use crate::table::{Output, Parameter, Parameters, Results};
use std::cmp::Ordering;
use std::marker::PhantomData;
use std::rc::Rc;

/// A formula with what the analyses ask of it beside its results.
pub trait Analysed: Formula + Sized + 'static {
    /// The output whose sign decides the verdict; it is also the output an analysis takes when none
    /// is asked for.
    const DECISIVE_OUTPUT: Option<&'static str> = None;

    /// Adds the cumulative saving at the start and at the end of each year to that year's; nothing where
    /// there is none.
    fn yearly(_basis: &Basis<'_, Self>, _years: &mut Vec<Vec<f64>>) {}

    /// Which side the result that decides is on: that of [`Self::DECISIVE_OUTPUT`]'s sign, `Equal` for a tie.
    /// `None` where nothing decides or it is null.
    fn side(_basis: &Basis<'_, Self>) -> Option<Ordering> {
        None
    }
}

impl Analysed for ClusterTco {}

impl Analysed for ProductLine {}

impl Analysed for InvestmentReturn {
    const DECISIVE_OUTPUT: Option<&'static str> = Some("npv");

    fn side(investment: &Investment) -> Option<Ordering> {
        investment.npv().partial_cmp(&0.0)
    }
}

impl Analysed for CloudBreakEven {
    const DECISIVE_OUTPUT: Option<&'static str> = Some("saving");

    #[inline(always)]
    fn side(comparison: &Comparison) -> Option<Ordering> {
        Some(match comparison.verdict() {
            Verdict::Own => Ordering::Greater,
            Verdict::Rent => Ordering::Less,
            Verdict::Tie => Ordering::Equal,
        })
    }

    fn yearly(comparison: &Comparison, years: &mut Vec<Vec<f64>>) {
        let reached = comparison.years() + 1;
        if years.len() < reached {
            years.resize(reached, Vec::new());
        }
        for (savings, saving) in years.iter_mut().zip(comparison.saving_by_year()) {
            savings.push(saving);
        }
    }
}

/// A calculator that can be analyzed.
#[derive(Debug, Clone, Copy)]
pub struct Model {
    /// Its name in JavaScript.
    pub name: &'static str,
    /// Its parameters; what stands deeper in an input is not among them.
    pub parameters: &'static [Parameter],
    /// Its results; what stands deeper is not among them.
    pub outputs: &'static [Output],
    /// The name of the output whose sign decides the verdict.
    pub decisive_output: Option<&'static str>,
    /// Reads its input.
    pub read: fn(&mut Reader) -> Subject,
}

impl Model {
    const fn of<F: Analysed>(read: fn(&mut Reader) -> Subject) -> Self {
        Model {
            name: const { F::DESCRIPTION.name },
            parameters: F::Parameters::TABLE,
            outputs: F::Results::TABLE,
            decisive_output: F::DECISIVE_OUTPUT,
            read,
        }
    }
}

/// Every calculator.
pub const MODELS: &[Model] = &[
    Model::of::<ClusterTco>(read_formula::<ClusterTco>),
    Model::of::<CloudBreakEven>(subjects::cloud_break_even::read),
    Model::of::<InvestmentReturn>(read_formula::<InvestmentReturn>),
    Model::of::<ProductLine>(read_formula::<ProductLine>),
    Model {
        name: "pricePerformance",
        parameters: price_performance::Input::TABLE,
        outputs: &[],
        decisive_output: None,
        read: subjects::price_performance::read,
    },
    Model {
        name: "scenarioOutlook",
        parameters: &[],
        outputs: scenario_outlook::Output::TABLE,
        decisive_output: None,
        read: subjects::scenario_outlook::read,
    },
];

fn read_formula<F: Analysed>(reader: &mut Reader) -> Subject {
    let values = read::<F>(reader);
    Subject::of(Typed::<F>::new(Some(reader)), values)
}

/// A number of an input, or a choice by the index of its word, that analyses can vary.
#[derive(Debug, Clone, PartialEq)]
pub struct Variable {
    /// Where it stands in the input.
    pub path: String,
    /// The values it takes.
    pub entry: Parameter,
    /// Whether the input gives it although it need not: then a column for it leaves no room for what is
    /// given.
    pub given: bool,
}

/// A result that analyses can look at.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome {
    /// Where it stands among the results.
    pub path: String,
    /// Whether it is a number; a word is given by its index.
    pub is_number: bool,
}

impl Outcome {
    pub(super) fn number(path: String) -> Self {
        Outcome {
            path,
            is_number: true,
        }
    }
}

/// A calculator without its types, at an input: parameters and results as numbers, a choice as the
/// index of its word, an absent parameter and a null result as NaN.
pub trait Evaluate {
    /// Its name in JavaScript.
    fn name(&self) -> &'static str;

    /// What can be varied.
    fn variables(&self) -> &[Variable];

    /// Its results.
    fn outputs(&self) -> &[Outcome];

    /// The index of the output whose sign decides the verdict that an output belongs to.
    fn decisive_output(&self, output: usize) -> Option<usize>;

    /// The index of the output that is looked at when none is asked for.
    fn usual(&self) -> Option<usize>;

    /// What is taken for granted when some variables vary.
    fn conventions(&self, _varied: &[usize]) -> Vec<Convention> {
        Vec::new()
    }

    /// Computes rows: in each, the varied variables take the row's values, the others `values`.
    fn evaluate(&self, values: &[f64], rows: &mut Rows);

    /// The input at some values, defaults filled in.
    fn echo(&self, values: &[f64]) -> Input;
}

/// Rows for [`Evaluate::evaluate`]: every column has the same `length`.
#[derive(Debug)]
pub struct Rows<'a> {
    /// How many rows there are.
    pub length: usize,
    /// The indices of the varied variables.
    pub varied: &'a [usize],
    /// A column for each of them.
    pub columns: &'a [&'a [f64]],
    /// The indices of the wanted results.
    pub outputs: &'a [usize],
    /// A column for each of these.
    pub results: &'a mut [Vec<f64>],
    /// Where the sides of the verdict that the first of these belongs to are counted, if they are
    /// wanted: see [`Analysed::side`].
    pub sides: Option<&'a mut Sides>,
    /// Where its savings by year are added, if they are wanted: see [`Analysed::yearly`].
    pub years: Option<&'a mut Vec<Vec<f64>>>,
}

impl Rows<'_> {
    /// Adds what a verdict rests on.
    #[inline(always)]
    pub(super) fn decide<F: Analysed>(&mut self, basis: &Basis<'_, F>) {
        if let Some(sides) = &mut self.sides {
            match F::side(basis) {
                Some(Ordering::Greater) => sides.above += 1,
                Some(Ordering::Less) => sides.below += 1,
                Some(Ordering::Equal) => sides.tie += 1,
                None => {}
            }
        }
        if let Some(years) = &mut self.years {
            F::yearly(basis, years);
        }
    }
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

/// A formula of its table of parameters alone.
pub(super) struct Typed<F> {
    variables: Vec<Variable>,
    outputs: Vec<Outcome>,
    formula: PhantomData<fn() -> F>,
}

impl<F: Analysed> Typed<F> {
    /// Of an input that is being read, or of one that is complete.
    pub fn new(reader: Option<&Reader>) -> Self {
        Typed {
            variables: table(F::Parameters::TABLE, reader),
            outputs: outcomes("", F::Results::TABLE).collect(),
            formula: PhantomData,
        }
    }
}

/// The results of a table, in its order.
pub(super) fn outcomes(path: &str, table: &[Output]) -> impl Iterator<Item = Outcome> {
    table.iter().map(move |output| Outcome {
        path: format!("{path}{}", output.name),
        is_number: output.kind.is_numeric(),
    })
}

/// The variables of a table.
pub(super) fn table(table: &[Parameter], reader: Option<&Reader>) -> Vec<Variable> {
    let variable = |entry: &Parameter| Variable {
        path: entry.name.to_owned(),
        entry: *entry,
        given: reader.is_some_and(|reader| reader.peek(entry.name).is_some()),
    };
    table.iter().map(variable).collect()
}

impl<F: Analysed> Evaluate for Typed<F> {
    fn name(&self) -> &'static str {
        const { F::DESCRIPTION.name }
    }

    fn variables(&self) -> &[Variable] {
        &self.variables
    }

    fn outputs(&self) -> &[Outcome] {
        &self.outputs
    }

    fn decisive_output(&self, _output: usize) -> Option<usize> {
        self.usual()
    }

    fn usual(&self) -> Option<usize> {
        let name = F::DECISIVE_OUTPUT?;
        self.outputs.iter().position(|output| output.path == name)
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
            rows.decide::<F>(&basis);
        }
    }

    fn echo(&self, values: &[f64]) -> Input {
        Input::Table {
            table: F::Parameters::TABLE,
            values: values.to_vec(),
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
    calculator: Rc<dyn Evaluate>,
    /// The variables' values.
    pub values: Vec<f64>,
}

impl Subject {
    /// A formula at its parameters.
    #[must_use]
    pub fn new<F: Analysed>(parameters: &F::Parameters) -> Self {
        Subject::of(Typed::<F>::new(None), parameters.values())
    }

    /// A calculator with its variables' values.
    #[must_use]
    pub fn of(calculator: impl Evaluate + 'static, values: Vec<f64>) -> Self {
        Subject {
            calculator: Rc::new(calculator),
            values,
        }
    }

    /// The calculator's name in JavaScript.
    #[must_use]
    pub fn calculator(&self) -> &'static str {
        self.calculator.name()
    }

    /// What can be varied.
    #[must_use]
    pub fn variables(&self) -> &[Variable] {
        self.calculator.variables()
    }

    /// The rules of the variable at an index.
    #[must_use]
    pub fn entry(&self, parameter: usize) -> &Parameter {
        &self.variables()[parameter].entry
    }

    /// The path of the variable at an index.
    #[must_use]
    pub fn path(&self, parameter: usize) -> &str {
        &self.variables()[parameter].path
    }

    /// The path of the result at an index.
    #[must_use]
    pub fn output_path(&self, output: usize) -> &str {
        &self.calculator.outputs()[output].path
    }

    /// The variables that are numbers: the index and the path of each.
    pub fn parameters(&self) -> impl Iterator<Item = (usize, &str)> + Clone {
        let variables = self.variables().iter().enumerate();
        let numbers = variables.filter(|(_, variable)| variable.entry.kind.is_numeric());
        numbers.map(|(index, variable)| (index, &*variable.path))
    }

    /// The results that are numbers: the index and the path of each.
    pub fn outputs(&self) -> impl Iterator<Item = (usize, &str)> + Clone {
        let outputs = self.calculator.outputs();
        self.results()
            .filter(|(index, _)| outputs[*index].is_number)
    }

    /// The results, numbers and words: the index and the path of each.
    pub fn results(&self) -> impl Iterator<Item = (usize, &str)> + Clone {
        let paths = self.calculator.outputs().iter().map(|of| &*of.path);
        paths.enumerate()
    }

    /// The index of a variable that is a number.
    #[must_use]
    pub fn parameter(&self, path: &str) -> Option<usize> {
        let mut found = self.parameters().filter(|(_, known)| *known == path);
        found.next().map(|(index, _)| index)
    }

    /// The index of a result that is a number.
    #[must_use]
    pub fn output(&self, path: &str) -> Option<usize> {
        let mut found = self.outputs().filter(|(_, known)| *known == path);
        found.next().map(|(index, _)| index)
    }

    /// The index of the output whose sign decides the verdict that an output belongs to.
    #[must_use]
    pub fn decisive_output(&self, output: usize) -> Option<usize> {
        self.calculator.decisive_output(output)
    }

    /// The index of the output that is looked at when none is asked for.
    #[must_use]
    pub fn usual(&self) -> Option<usize> {
        self.calculator.usual()
    }

    /// What is taken for granted when some variables vary.
    #[must_use]
    pub fn conventions(&self, varied: &[usize]) -> Vec<Convention> {
        self.calculator.conventions(varied)
    }

    /// Computes rows: in each, the varied variables take the row's values, the others their own.
    pub fn evaluate(&self, rows: &mut Rows) {
        self.calculator.evaluate(&self.values, rows);
    }

    /// The input, defaults filled in.
    #[must_use]
    pub fn echo(&self) -> Input {
        self.calculator.echo(&self.values)
    }

    /// An output at each of a parameter's values, the others as they are; NaN where it is null.
    #[must_use]
    pub fn column(&self, parameter: usize, at: &[f64], output: usize) -> Vec<f64> {
        self.computed(&[parameter], &[at], at.len(), output)
    }

    /// An output at the input itself; NaN where it is null.
    #[must_use]
    pub fn value(&self, output: usize) -> f64 {
        self.computed(&[], &[], 1, output)[0]
    }

    fn computed(
        &self,
        varied: &[usize],
        columns: &[&[f64]],
        length: usize,
        output: usize,
    ) -> Vec<f64> {
        let mut results = [vec![f64::NAN; length]];
        self.evaluate(&mut Rows {
            length,
            varied,
            columns,
            outputs: &[output],
            results: &mut results,
            sides: None,
            years: None,
        });
        let [results] = results;
        results
    }
}

/// The input that was analyzed, defaults filled in.
#[derive(Debug, Clone)]
pub enum Input {
    /// The values of a table alone.
    Table {
        /// The table.
        table: &'static [Parameter],
        /// The values.
        values: Vec<f64>,
    },
    /// With offers or demand.
    CloudBreakEven(Box<cloud_break_even::Request>),
    /// With its chips.
    PricePerformance(Box<price_performance::Request>),
    /// With its scenarios.
    ScenarioOutlook(Box<scenario_outlook::Request>),
}

#[cfg(feature = "serde")]
impl serde::Serialize for Input {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        match self {
            Input::Table { table, values } => {
                crate::serialize::Echo { table, values }.serialize(to)
            }
            Input::CloudBreakEven(request) => request.serialize(to),
            Input::PricePerformance(request) => request.serialize(to),
            Input::ScenarioOutlook(request) => request.serialize(to),
        }
    }
}
