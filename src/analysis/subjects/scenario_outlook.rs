//! Scenarios with probabilities, of plain figures or of a calculator whose parameters differ.

use super::{changed, deeper};
use crate::analysis::Convention;
use crate::analysis::subject::{Evaluate, Input, Outcome, Rows, Subject, Variable, outcomes};
use crate::calculators::scenario_outlook::{
    Figure, Figures, Outlook, Output, Request, SUM_TOLERANCE,
};
use crate::reader::Reader;
use crate::table::{Parameter, Parameters, Results, named};
use crate::value::{Record, Value};

/// What is said of a scenario.
pub const RESULTS: &[&str] = &["probability", "value"];

const PROBABILITY: Parameter = Parameter {
    max: 1.0,
    window: (0.0, 1.0),
    ..named(Figures::TABLE, "probability")
};
const VALUE: Parameter = named(Figures::TABLE, "value");

/// Where a variable stands: in which scenario, and which of the calculator's parameters.
#[derive(Clone, Copy)]
enum Place {
    Probability(usize),
    Value(usize),
    Base(usize),
    Override(usize, usize),
}

/// What an output is.
#[derive(Clone, Copy)]
enum Target {
    Outlook(usize),
    Probability(usize),
    Value(usize),
    Verdict(&'static str),
}

struct Scenarios {
    request: Request,
    variables: Vec<Variable>,
    /// Where each of these stands.
    places: Vec<Place>,
    /// And its value.
    values: Vec<f64>,
    outputs: Vec<Outcome>,
    targets: Vec<Target>,
    /// Each scenario's part of 1.
    probabilities: Vec<f64>,
    state: State,
}

/// What varies.
#[derive(Clone)]
struct State {
    /// The probabilities that are varied.
    probabilities: Vec<Option<f64>>,
    base: Vec<f64>,
    sources: Vec<Source>,
}

/// Where a scenario's figure is from.
#[derive(Clone)]
enum Source {
    Given(f64),
    /// Calculated, with these parameters, each by its place, over the base.
    Calculated(Vec<(usize, f64)>),
}

pub fn read(reader: &mut Reader) -> Subject {
    let (request, probabilities, _) = Request::read(reader);
    let scenarios = Scenarios::new(request, probabilities, reader);
    let values = scenarios.values.clone();
    Subject::of(scenarios, values)
}

/// A number that stands deeper and must be there.
fn required(entry: &Parameter, value: f64) -> Parameter {
    Parameter {
        default: Some(value),
        ..deeper(entry, value)
    }
}

impl Scenarios {
    fn new(request: Request, mut probabilities: Vec<f64>, reader: &Reader) -> Self {
        // Of an input that is refused.
        probabilities.resize(request.scenarios.len(), f64::NAN);
        let mut scenarios = Scenarios {
            variables: Vec::new(),
            places: Vec::new(),
            values: Vec::new(),
            outputs: Vec::new(),
            targets: Vec::new(),
            state: State {
                probabilities: vec![None; probabilities.len()],
                base: request
                    .model
                    .as_ref()
                    .map_or(Vec::new(), |of| of.base.clone()),
                sources: Vec::new(),
            },
            probabilities,
            request,
        };
        for (place, outcome) in outcomes("", Output::TABLE).enumerate() {
            scenarios.outputs.push(outcome);
            scenarios.targets.push(Target::Outlook(place));
        }
        scenarios.rows();
        scenarios.base(reader);
        scenarios
    }

    fn variable(&mut self, path: String, entry: Parameter, given: bool, place: Place, value: f64) {
        self.variables.push(Variable { path, entry, given });
        self.places.push(place);
        self.values.push(value);
    }

    fn output(&mut self, path: String, target: Target) {
        self.outputs.push(Outcome::number(path));
        self.targets.push(target);
    }

    fn rows(&mut self) {
        let rows = self.request.scenarios.clone();
        for (at, row) in rows.iter().enumerate() {
            let path = format!("scenarios.{}", row.id);
            let probability = self.probabilities[at];
            // A single scenario is certain.
            if rows.len() > 1 {
                let entry = required(&PROBABILITY, probability);
                let name = format!("{path}.probability");
                self.variable(name, entry, false, Place::Probability(at), probability);
            }
            self.output(format!("{path}.probability"), Target::Probability(at));
            self.output(format!("{path}.value"), Target::Value(at));
            if let Some(value) = row.figures.value {
                let entry = required(&VALUE, value);
                let name = format!("{path}.value");
                self.variable(name, entry, false, Place::Value(at), value);
                self.state.sources.push(Source::Given(value));
                continue;
            }
            let Some(model) = &self.request.model else {
                self.state.sources.push(Source::Given(f64::NAN));
                continue;
            };
            let none = Record::new();
            let overrides = match &row.overrides {
                Some(Value::Record(overrides)) => overrides,
                _ => &none,
            };
            let mut own = Vec::new();
            let base = model.base.clone();
            for (parameter, entry) in model.parameters().iter().enumerate() {
                let given = overrides.get(entry.name);
                let value = given.and_then(|given| entry.check(given).ok());
                own.extend(value.map(|value| (parameter, value)));
                let value = value.unwrap_or(base[parameter]);
                let name = format!("{path}.overrides.{}", entry.name);
                let place = Place::Override(at, parameter);
                self.variable(name, deeper(entry, value), given.is_some(), place, value);
            }
            self.state.sources.push(Source::Calculated(own));
        }
    }

    fn base(&mut self, reader: &Reader) {
        let Some(model) = self.request.model.clone() else {
            return;
        };
        let said = match reader.peek("base") {
            Some(Value::Record(said)) => Some(said),
            _ => None,
        };
        for (parameter, entry) in model.parameters().iter().enumerate() {
            let given = said.is_some_and(|said| said.get(entry.name).is_some());
            let (path, place) = (format!("base.{}", entry.name), Place::Base(parameter));
            self.variable(path, *entry, given, place, model.base[parameter]);
        }
        for word in model.verdicts().map_or(&[][..], |(_, words)| words) {
            let path = format!("verdicts.{word}.probability");
            self.output(path, Target::Verdict(word));
        }
    }

    fn figure(&self, state: &State, scenario: usize) -> Figure {
        let own = match &state.sources[scenario] {
            Source::Given(value) => return Figure::given(*value),
            Source::Calculated(own) => own,
        };
        let mut values = state.base.clone();
        for (parameter, value) in own {
            values[*parameter] = *value;
        }
        let model = self.request.model.as_ref();
        model.map_or(Figure::default(), |model| model.at(&values))
    }

    /// The probabilities: those that are varied as they are, of the others each its part of what these
    /// leave. `None` where they leave less than nothing, or something and there is no other that has
    /// a part.
    fn weights(&self, state: &State) -> Option<Vec<f64>> {
        let varied = || state.probabilities.iter().flatten();
        if varied().next().is_none() {
            return Some(self.probabilities.clone());
        }
        let left = 1.0 - varied().sum::<f64>();
        let pairs = || state.probabilities.iter().zip(&self.probabilities);
        let others = pairs().filter(|(varied, _)| varied.is_none());
        let others: f64 = others.map(|(_, own)| own).sum();
        let fits = if others > 0.0 {
            left >= -SUM_TOLERANCE
        } else {
            left.abs() <= SUM_TOLERANCE
        };
        let share = if others > 0.0 {
            left.max(0.0) / others
        } else {
            0.0
        };
        let weights = pairs().map(|(varied, own)| varied.unwrap_or(own * share));
        fits.then(|| weights.collect())
    }
}

impl State {
    fn set(&mut self, place: Place, value: f64) {
        match place {
            Place::Probability(scenario) => self.probabilities[scenario] = Some(value),
            Place::Value(scenario) => self.sources[scenario] = Source::Given(value),
            Place::Base(parameter) => self.base[parameter] = value,
            Place::Override(scenario, parameter) => {
                if let Source::Calculated(own) = &mut self.sources[scenario] {
                    match own.iter_mut().find(|(place, _)| *place == parameter) {
                        Some((_, own)) => *own = value,
                        None => own.push((parameter, value)),
                    }
                }
            }
        }
    }
}

impl Evaluate for Scenarios {
    fn name(&self) -> &'static str {
        "scenarioOutlook"
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

    /// The expected value.
    fn usual(&self) -> Option<usize> {
        Some(0)
    }

    fn conventions(&self, varied: &[usize]) -> Vec<Convention> {
        let is_probability = |of: &usize| matches!(self.places[*of], Place::Probability(_));
        let shared = varied.iter().any(is_probability);
        let shared = shared.then_some(Convention::OtherProbabilitiesKeepRatios);
        shared.into_iter().collect()
    }

    fn evaluate(&self, values: &[f64], rows: &mut Rows) {
        let mut state = self.state.clone();
        for (variable, value) in changed(values, &self.values) {
            state.set(self.places[variable], value);
        }
        let count = self.probabilities.len();
        let mut figures: Vec<Figure> = (0..count).map(|at| self.figure(&state, at)).collect();
        // What other columns do not touch is computed once.
        let varies = |scenario: usize| {
            rows.varied.iter().any(|of| match self.places[*of] {
                Place::Probability(_) => false,
                Place::Value(of) | Place::Override(of, _) => of == scenario,
                Place::Base(_) => true,
            })
        };
        let touched: Vec<usize> = (0..count).filter(|of| varies(*of)).collect();
        for row in 0..rows.length {
            for (variable, column) in rows.varied.iter().zip(rows.columns) {
                state.set(self.places[*variable], column[row] + 0.0);
            }
            for scenario in &touched {
                figures[*scenario] = self.figure(&state, *scenario);
            }
            let weights = self.weights(&state);
            let outlook = weights.as_deref().map(|probabilities| Outlook {
                probabilities,
                figures: figures.iter().map(|figure| figure.value).collect(),
            });
            for (output, column) in rows.outputs.iter().zip(&mut *rows.results) {
                let found = match self.targets[*output] {
                    Target::Value(scenario) => figures[scenario].value,
                    Target::Probability(scenario) => weights.as_ref().map(|of| of[scenario]),
                    Target::Outlook(place) => outlook.as_ref().map(|outlook| {
                        Output::find(outlook, place).in_column(Output::TABLE[place].kind)
                    }),
                    Target::Verdict(word) => weights.as_ref().map(|weights| {
                        let pairs = weights.iter().zip(&figures);
                        let such = pairs.filter(|(_, figure)| figure.verdict == Some(word));
                        such.map(|(part, _)| part).sum()
                    }),
                };
                column[row] = found.unwrap_or(f64::NAN);
            }
        }
    }

    fn echo(&self, _values: &[f64]) -> Input {
        Input::ScenarioOutlook(Box::new(self.request.clone()))
    }
}
