//! Owning against several offers, and a mix of owning and renting for demand that varies.

use super::{changed, deeper};
use crate::analysis::subject::{
    Analysed, Evaluate, Input, Outcome, Rows, Subject, Typed, Variable, outcomes, table,
};
use crate::calculators::HOURS_PER_YEAR;
use crate::calculators::cloud_break_even::{
    self as cloud, CloudBreakEven, CloudTerms, Comparison, Output, Request,
};
use crate::calculators::demand::{
    Demand, DemandInput, STEPS, Spread, Step, Terms, UNIFORM_VARIATION,
};
use crate::calculators::hybrid::{self, Mix};
use crate::calculators::ownership::Costs;
use crate::reader::Reader;
use crate::table::{Parameter, Parameters, Results};
use crate::value::{Record, Value};

/// The input's own parameters alone, where it has no more.
pub fn read(reader: &mut Reader) -> Subject {
    let request = Request::read(reader);
    if request.offers.is_none() && request.demand.is_none() {
        let values = request.parameters.values();
        return Subject::of(Typed::<CloudBreakEven>::new(Some(reader)), values);
    }
    let with_more = WithMore::new(request, reader);
    let values = with_more.values.clone();
    Subject::of(with_more, values)
}

/// Where a variable stands.
#[derive(Clone, Copy)]
enum Place {
    Table(usize),
    Offer(usize, usize),
    /// Of demand by its mean.
    Demand(usize),
    /// Of demand by a curve: a step, and which of its numbers.
    Step(usize, usize),
}

/// What an output is of.
#[derive(Clone, Copy, PartialEq)]
enum Part {
    Own,
    Offer(usize),
    Hybrid,
}

/// An input with offers or demand.
struct WithMore {
    request: Request,
    variables: Vec<Variable>,
    /// Where each of these stands.
    places: Vec<Place>,
    /// And its value.
    values: Vec<f64>,
    outputs: Vec<Outcome>,
    /// What each of these is of, and where it stands in the table of results.
    targets: Vec<(Part, usize)>,
    /// Demand hour by hour, which nothing varies: sorted once.
    trace: Option<Demand>,
    state: State,
}

/// What varies.
#[derive(Clone)]
struct State {
    parameters: cloud::Input,
    /// What each offer says itself; NaN for what it takes from the input's own terms.
    offers: Vec<Vec<f64>>,
    demand: Option<DemandInput>,
}

/// The record of a row that the input gives.
fn row<'v>(reader: &Reader<'v>, list: &str, row: usize) -> Option<&'v Record> {
    match reader.peek(list)? {
        Value::List(rows) => match rows.get(row)? {
            Value::Record(record) => Some(record),
            _ => None,
        },
        _ => None,
    }
}

impl WithMore {
    fn new(request: Request, reader: &Reader) -> Self {
        let own = cloud::Input::TABLE;
        let mut with_more = WithMore {
            variables: table(own, Some(reader)),
            places: (0..own.len()).map(Place::Table).collect(),
            values: request.parameters.values(),
            outputs: Vec::new(),
            targets: Vec::new(),
            trace: None,
            state: State {
                parameters: request.parameters,
                offers: Vec::new(),
                demand: request.demand.clone(),
            },
            request,
        };
        with_more.results("", Part::Own, Output::TABLE);
        with_more.offers(reader);
        with_more.demand(reader);
        with_more
    }

    fn variable(&mut self, path: String, entry: Parameter, given: bool, place: Place, value: f64) {
        self.variables.push(Variable { path, entry, given });
        self.places.push(place);
        self.values.push(value);
    }

    fn results(&mut self, path: &str, part: Part, table: &[crate::table::Output]) {
        self.outputs.extend(outcomes(path, table));
        self.targets
            .extend((0..table.len()).map(|place| (part, place)));
    }

    fn offers(&mut self, reader: &Reader) {
        let offers = self.request.offers.clone().unwrap_or_default();
        for (at, offer) in offers.iter().enumerate() {
            let path = format!("offers.{}.", offer.id);
            let said = row(reader, "offers", at);
            let mut own = offer.terms.values();
            for (term, entry) in CloudTerms::TABLE.iter().enumerate() {
                let value = own[term];
                let given = said.is_some_and(|said| said.get(entry.name).is_some());
                let name = format!("{path}{}", entry.name);
                let place = Place::Offer(at, term);
                self.variable(name, deeper(entry, value), given, place, value);
                if !given {
                    own[term] = f64::NAN;
                }
            }
            self.state.offers.push(own);
            self.results(&path, Part::Offer(at), Output::TABLE);
        }
    }

    fn demand(&mut self, reader: &Reader) {
        let Some(demand) = &mut self.state.demand else {
            return;
        };
        match demand.clone() {
            DemandInput::Terms(terms) => {
                let said = match reader.peek("demand") {
                    Some(Value::Record(said)) => Some(said),
                    _ => None,
                };
                let values = terms.values();
                for (term, entry) in Terms::TABLE.iter().enumerate() {
                    let value = values[term];
                    let given = said.and_then(|said| said.get(entry.name));
                    let given = given.is_some_and(|given| *given != Value::Null);
                    let mut entry = deeper(entry, value);
                    if entry.name == "variation" && terms.spread == Spread::Uniform {
                        entry.max = UNIFORM_VARIATION;
                    }
                    if entry.name == "mean" && !given {
                        // It follows the cluster's GPUs and their use.
                        if let Some(DemandInput::Terms(terms)) = &mut self.state.demand {
                            terms.mean = None;
                        }
                    }
                    let name = format!("demand.{}", entry.name);
                    self.variable(name, entry, given, Place::Demand(term), value);
                }
            }
            DemandInput::DurationCurve(steps) => {
                let sum: f64 = steps.iter().map(|(_, hours)| hours).sum();
                for (at, (gpus, hours)) in steps.into_iter().enumerate() {
                    let step = Step {
                        hours: Some(hours),
                        gpus: Some(gpus),
                    };
                    for (number, value) in step.values().into_iter().enumerate() {
                        let entry = &Step::TABLE[number];
                        // What other steps leave of the year.
                        let most = if entry.name == "hours" {
                            (HOURS_PER_YEAR - (sum - hours)).max(hours)
                        } else {
                            entry.max
                        };
                        let entry = Parameter {
                            max: most,
                            default: Some(value),
                            ..deeper(entry, value)
                        };
                        let path = format!("demand.{}.{at}.{}", STEPS.name, entry.name);
                        self.variable(path, entry, false, Place::Step(at, number), value);
                    }
                }
            }
            // A year of numbers, and none of them matters alone.
            trace @ DemandInput::Trace(_) => {
                self.trace = Some(trace.demand());
                self.state.demand = None;
            }
        }
        self.results("hybrid.", Part::Hybrid, hybrid::Output::TABLE);
    }
}

impl State {
    fn set(&mut self, place: Place, value: f64) {
        match (place, &mut self.demand) {
            (Place::Table(parameter), _) => self.parameters.set(parameter, value),
            (Place::Offer(offer, term), _) => self.offers[offer][term] = value,
            (Place::Demand(term), Some(DemandInput::Terms(terms))) => terms.set(term, value),
            (Place::Step(step, number), Some(DemandInput::DurationCurve(steps))) => {
                let (gpus, hours) = &mut steps[step];
                *(if Step::TABLE[number].name == "hours" {
                    hours
                } else {
                    gpus
                }) = value;
            }
            _ => {}
        }
    }

    /// What an offer charges.
    fn terms(&self, offer: usize) -> CloudTerms {
        let mut terms = self.parameters.cloud;
        for (term, value) in self.offers[offer].iter().enumerate() {
            if !value.is_nan() {
                terms.set(term, *value);
            }
        }
        terms
    }

    /// The demand, unless its numbers do not go together.
    fn demand(&self) -> Option<DemandInput> {
        let mut demand = self.demand.clone()?;
        if let DemandInput::Terms(terms) = &mut demand {
            let own = &self.parameters.own;
            terms.mean.get_or_insert(own.gpus * own.utilization);
        }
        demand.is_possible().then_some(demand)
    }

    /// The results at some places of a part; NaN for null, a word by its index. Demand is
    /// the trace, where there is one.
    fn find(
        &self,
        part: Part,
        costs: Costs,
        trace: Option<&Demand>,
        places: &[usize],
        found: &mut dyn FnMut(usize, f64),
    ) {
        let parameters = &self.parameters;
        let terms = match part {
            Part::Offer(offer) => self.terms(offer),
            Part::Own | Part::Hybrid => parameters.cloud,
        };
        let comparison = Comparison::new(&parameters.own, costs, &terms);
        if part != Part::Hybrid {
            for (at, place) in places.iter().enumerate() {
                let kind = Output::TABLE[*place].kind;
                found(at, Output::find(&comparison, *place).in_column(kind));
            }
            return;
        }
        let prices = comparison.prices();
        let own = self.demand();
        let own = own.map(|given| (given.demand(), given.peak_quantile()));
        let own = own.as_ref().map(|(demand, quantile)| (demand, *quantile));
        // A trace has a greatest level.
        let demand = trace.map(|trace| (trace, 1.0)).or(own);
        let mix = demand.map(|(demand, quantile)| Mix::new(&prices, demand, demand.peak(quantile)));
        for (at, place) in places.iter().enumerate() {
            let kind = hybrid::Output::TABLE[*place].kind;
            let number = mix
                .as_ref()
                .map(|mix| hybrid::Output::find(mix, *place).in_column(kind));
            found(at, number.unwrap_or(f64::NAN));
        }
    }
}

/// The wanted outputs of a part.
struct Wanted {
    part: Part,
    /// Where they stand among the wanted ones.
    columns: Vec<usize>,
    /// Where they stand in the table of results.
    places: Vec<usize>,
}

impl Evaluate for WithMore {
    fn name(&self) -> &'static str {
        "cloudBreakEven"
    }

    fn variables(&self) -> &[Variable] {
        &self.variables
    }

    fn outputs(&self) -> &[Outcome] {
        &self.outputs
    }

    /// That of the offer, where an output is of one; a mix has no verdict.
    fn decisive_output(&self, output: usize) -> Option<usize> {
        let (part, _) = self.targets[output];
        let name = CloudBreakEven::DECISIVE_OUTPUT?;
        let decides = |(part_of, place): &(Part, usize)| {
            *part_of == part && part != Part::Hybrid && Output::TABLE[*place].name == name
        };
        self.targets.iter().position(decides)
    }

    fn usual(&self) -> Option<usize> {
        self.decisive_output(0)
    }

    fn evaluate(&self, values: &[f64], rows: &mut Rows) {
        let mut state = self.state.clone();
        for (variable, value) in changed(values, &self.values) {
            state.set(self.places[variable], value);
        }
        let mut wanted: Vec<Wanted> = Vec::new();
        for (column, output) in rows.outputs.iter().enumerate() {
            let (part, place) = self.targets[*output];
            let at = wanted.iter().position(|wanted| wanted.part == part);
            let at = at.unwrap_or_else(|| {
                wanted.push(Wanted {
                    part,
                    columns: Vec::new(),
                    places: Vec::new(),
                });
                wanted.len() - 1
            });
            wanted[at].columns.push(column);
            wanted[at].places.push(place);
        }
        let decided = wanted.first().map(|wanted| wanted.part);
        for row in 0..rows.length {
            for (variable, column) in rows.varied.iter().zip(rows.columns) {
                state.set(self.places[*variable], column[row] + 0.0);
            }
            let costs = state.parameters.own.costs();
            for Wanted {
                part,
                columns,
                places,
            } in &wanted
            {
                let results = &mut *rows.results;
                state.find(
                    *part,
                    costs,
                    self.trace.as_ref(),
                    places,
                    &mut |at, number| {
                        results[columns[at]][row] = number;
                    },
                );
            }
            let terms = match decided {
                Some(Part::Offer(offer)) => state.terms(offer),
                Some(Part::Own) => state.parameters.cloud,
                Some(Part::Hybrid) | None => continue,
            };
            if rows.sides.is_some() || rows.years.is_some() {
                let comparison = Comparison::new(&state.parameters.own, costs, &terms);
                rows.decide::<CloudBreakEven>(&comparison);
            }
        }
    }

    fn echo(&self, _values: &[f64]) -> Input {
        Input::CloudBreakEven(Box::new(self.request.clone()))
    }
}
