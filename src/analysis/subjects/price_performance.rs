//! Chips against each other, each with its price, power and performance.

use super::{changed, deeper};
use crate::analysis::subject::{Evaluate, Input, Outcome, Rows, Subject, Variable, table};
use crate::calculators::price_performance::{
    self, Candidate, ChipFigures, Chips, Request, Standing,
};
use crate::reader::Reader;
use crate::table::{Parameters, same};

/// What a row says of a chip.
pub const RESULTS: &[&str] = &["cost", "costPerUnit", "index", "gain", "priceToMatch"];

/// The place of the metric, which stays as it is: another one is another comparison, of other figures.
const METRIC: usize = 0;
const _: () = assert!(same(price_performance::Input::TABLE[METRIC].name, "metric"));

/// Where a variable stands.
#[derive(Clone, Copy)]
enum Place {
    Table(usize),
    Chip(usize, usize),
}

struct Comparison {
    request: Request,
    variables: Vec<Variable>,
    /// Where each of these stands.
    places: Vec<Place>,
    /// And its value.
    values: Vec<f64>,
    outputs: Vec<Outcome>,
    chips: Vec<ChipFigures>,
    /// What a chip has where the input gives it none.
    catalogue: Vec<ChipFigures>,
    /// The place of the baseline among the chips.
    baseline: Option<usize>,
}

pub fn read(reader: &mut Reader) -> Subject {
    let (request, candidates) = Request::read(reader);
    let comparison = Comparison::new(request, &candidates, reader);
    let values = comparison.values.clone();
    Subject::of(comparison, values)
}

impl Comparison {
    fn new(request: Request, candidates: &[Candidate], reader: &Reader) -> Self {
        let mut variables = table(price_performance::Input::TABLE, Some(reader));
        variables.remove(METRIC);
        let mut places: Vec<Place> = (0..=variables.len()).map(Place::Table).collect();
        places.remove(METRIC);
        let mut values = request.parameters.values();
        values.remove(METRIC);

        let mut outputs = Vec::new();
        let (mut chips, mut catalogue) = (Vec::new(), Vec::new());
        for (chip, candidate) in candidates.iter().enumerate() {
            let figures = candidate.figures();
            let (own, others) = match &request.chips {
                Chips::Given(given) => (
                    given[chip].figures,
                    ChipFigures::of_catalogue(&candidate.id, request.parameters.metric),
                ),
                _ => (ChipFigures::default(), figures),
            };
            let own = own.values();
            for (figure, value) in figures.values().into_iter().enumerate() {
                let entry = &ChipFigures::TABLE[figure];
                variables.push(Variable {
                    path: format!("chips.{}.{}", candidate.id, entry.name),
                    entry: deeper(entry, value),
                    given: !own[figure].is_nan(),
                });
                places.push(Place::Chip(chip, figure));
                values.push(value);
            }
            let result = |name: &&str| Outcome::number(format!("rows.{}.{name}", candidate.id));
            outputs.extend(RESULTS.iter().map(result));
            chips.push(figures);
            catalogue.push(others);
        }
        let is_baseline = |candidate: &Candidate| candidate.id == request.baseline;
        Comparison {
            baseline: candidates.iter().position(is_baseline),
            request,
            variables,
            places,
            values,
            outputs,
            chips,
            catalogue,
        }
    }
}

/// What varies.
struct State<'a> {
    of: &'a Comparison,
    parameters: price_performance::Input,
    chips: Vec<ChipFigures>,
}

impl State<'_> {
    fn set(&mut self, variable: usize, value: f64) {
        match self.of.places[variable] {
            Place::Table(parameter) => self.parameters.set(parameter, value),
            Place::Chip(chip, figure) => {
                // As in an input, a figure that is absent is that of the catalogue.
                let value = if value.is_nan() {
                    self.of.catalogue[chip].values()[figure]
                } else {
                    value
                };
                self.chips[chip].set(figure, value);
            }
        }
    }

    /// NaN for null, and for a chip that lacks a figure.
    fn find(&self, output: usize, reference: Option<f64>) -> f64 {
        let chip = &self.chips[output / RESULTS.len()];
        let Ok(standing) = chip.against(reference, &self.parameters) else {
            return f64::NAN;
        };
        let Standing {
            cost,
            per_unit,
            index,
            gain,
            price_to_match,
            ..
        } = standing;
        let results = [Some(cost), Some(per_unit), index, gain, price_to_match];
        results[output % RESULTS.len()].unwrap_or(f64::NAN)
    }
}

impl Evaluate for Comparison {
    fn name(&self) -> &'static str {
        "pricePerformance"
    }

    fn variables(&self) -> &[Variable] {
        &self.variables
    }

    fn outputs(&self) -> &[Outcome] {
        &self.outputs
    }

    fn decisive_output(&self, _output: usize) -> Option<usize> {
        None
    }

    fn usual(&self) -> Option<usize> {
        None
    }

    fn evaluate(&self, values: &[f64], rows: &mut Rows) {
        let mut state = State {
            of: self,
            parameters: self.request.parameters,
            chips: self.chips.clone(),
        };
        for (variable, value) in changed(values, &self.values) {
            state.set(variable, value);
        }
        for row in 0..rows.length {
            for (variable, column) in rows.varied.iter().zip(rows.columns) {
                state.set(*variable, column[row] + 0.0);
            }
            let baseline = self.baseline.map(|chip| &state.chips[chip]);
            let reference = baseline.and_then(|baseline| baseline.reference(&state.parameters));
            for (output, column) in rows.outputs.iter().zip(&mut *rows.results) {
                column[row] = state.find(*output, reference);
            }
        }
    }

    fn echo(&self, _values: &[f64]) -> Input {
        Input::PricePerformance(Box::new(self.request.clone()))
    }
}
