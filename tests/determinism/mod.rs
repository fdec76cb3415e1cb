//! A few thousand inputs of every calculator and analysis, and one hash of all they give.
//!
//! Free of any host's types, so that the same code runs natively, in Node and in the browsers. All
//! of them are held to the one hash below, and by it to each other.

use chip_calculators::analysis::distribution::Family;
use chip_calculators::analysis::{ANALYSES, AnalysisDescription, MODELS, Model, Subject};
use chip_calculators::calculators::{CALCULATORS, Description};
use chip_calculators::catalog;
use chip_calculators::error::CalculatorError;
use chip_calculators::table::{Choice, Kind, Parameter, Scale, defaults};
use chip_calculators::value::{Record, Value};
use libm::{exp, floor, log};
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use serde_json::Value as Json;
use std::fmt::Write;

/// The hash of all results. Where it changes, some result changed in some bit, or the inputs did,
/// which are drawn over the tables: a new parameter, bound or default. To renew it, say in the commit
/// which of these it is, and copy the hash that `cargo test --test native` reports; the other
/// four hosts must then report the same.
const EXPECTED: u64 = 0xabe8_196c_7fba_f123;

/// Inputs of each calculator.
const INPUTS: usize = 500;

/// Requests of each analysis of each calculator.
const REQUESTS: usize = 4;

/// Computes everything and compares.
///
/// # Panics
/// Where the hash is another, or where too many inputs are refused to say much of results.
pub fn check() {
    let mut all = Hash::new();
    let mut parts = String::new();
    let mut note = |name: &str, part: &Part| {
        all.number(part.hash.0);
        let Part {
            hash,
            asked,
            answered,
        } = part;
        write!(
            parts,
            "
{name}: {:016x}, {answered} of {asked}",
            hash.0
        )
        .expect("a string grows");
        assert!(
            part.answered * 4 > part.asked * 3,
            "too many are refused:{parts}"
        );
    };
    for entry in CALCULATORS {
        let mut part = Part::new();
        for seed in 0..INPUTS {
            let input = Draws::new(seed).input(&entry.description);
            part.take((entry.run)(&input.into()));
        }
        note(entry.description.name, &part);
    }
    for entry in ANALYSES {
        let mut part = Part::new();
        for model in MODELS {
            for seed in 0..REQUESTS {
                let request = Draws::new(seed).request(&entry.description, *model);
                part.take((entry.run)(&request.into()));
            }
        }
        note(entry.description.name, &part);
    }
    assert_eq!(
        all.0, EXPECTED,
        "the results hash to {:#018x}, part by part:{parts}",
        all.0
    );
}

/// FNV-1a of 64 bits.
struct Hash(u64);

impl Hash {
    fn new() -> Self {
        Hash(0xcbf2_9ce4_8422_2325)
    }

    fn bytes(&mut self, bytes: &[u8]) {
        for byte in bytes {
            self.0 = (self.0 ^ u64::from(*byte)).wrapping_mul(0x0000_0100_0000_01b3);
        }
    }

    /// In an order of bytes and a width that are no host's own.
    fn number(&mut self, number: u64) {
        self.bytes(&number.to_le_bytes());
    }

    fn float(&mut self, float: f64) {
        // WebAssembly leaves the bits of a NaN to the engine, and JavaScript cannot see them.
        let float = if float.is_nan() { f64::NAN } else { float };
        self.number(float.to_bits());
    }

    fn text(&mut self, text: &str) {
        self.number(text.len() as u64);
        self.bytes(text.as_bytes());
    }

    /// Names in the order of the alphabet: in which order a host writes them is its own affair.
    fn value(&mut self, value: &Json) {
        match value {
            Json::Null => self.bytes(&[0]),
            Json::Bool(truth) => self.bytes(&[1, u8::from(*truth)]),
            Json::Number(number) => {
                self.bytes(&[2]);
                self.float(number.as_f64().expect("a float"));
            }
            Json::String(text) => {
                self.bytes(&[3]);
                self.text(text);
            }
            Json::Array(list) => {
                self.bytes(&[4]);
                self.number(list.len() as u64);
                for value in list {
                    self.value(value);
                }
            }
            Json::Object(object) => {
                self.bytes(&[5]);
                self.number(object.len() as u64);
                let mut names: Vec<&String> = object.keys().collect();
                names.sort();
                for name in names {
                    self.text(name);
                    self.value(&object[name]);
                }
            }
        }
    }

    fn error(&mut self, error: &CalculatorError) {
        self.bytes(&[8]);
        for field in &error.fields {
            self.text(&field.path);
            self.text(field.code.as_str());
            for number in [given(&field.value), field.min, field.max] {
                self.float(number.unwrap_or(f64::NAN));
            }
        }
    }
}

/// A number that was given.
fn given(value: &Value) -> Option<f64> {
    match value {
        Value::Number(number) => Some(*number),
        _ => None,
    }
}

/// The results of one function.
struct Part {
    hash: Hash,
    asked: usize,
    answered: usize,
}

impl Part {
    fn new() -> Self {
        Part {
            hash: Hash::new(),
            asked: 0,
            answered: 0,
        }
    }

    fn take(&mut self, answer: Result<Json, CalculatorError>) {
        self.asked += 1;
        match answer {
            Ok(answer) => {
                self.answered += 1;
                self.hash.value(&answer);
            }
            Err(error) => self.hash.error(&error),
        }
    }
}

/// Inputs from a seed.
struct Draws(SplitMix64);

impl Draws {
    fn new(seed: usize) -> Self {
        Draws(SplitMix64::seed_from_u64(seed as u64))
    }

    /// From 0 to below 1.
    fn unit(&mut self) -> f64 {
        (self.0.next_u64() >> 11) as f64 / (1_u64 << 53) as f64
    }

    fn below(&mut self, end: usize) -> usize {
        (self.unit() * end as f64) as usize
    }

    fn one_in(&mut self, parts: usize) -> bool {
        self.below(parts) == 0
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    /// A number a parameter takes: mostly between its sourced low and high, at times anywhere, at
    /// times a bound.
    fn number(&mut self, parameter: &Parameter) -> f64 {
        if let Kind::Choice(words) = parameter.kind {
            return self.below(words.len()) as f64;
        }
        if self.one_in(16) {
            return *self.pick(&[parameter.min, parameter.max]);
        }
        let (low, high) = match (parameter.low, parameter.high) {
            (Some(low), Some(high)) if !self.one_in(4) => (low.value, high.value),
            _ => (parameter.min, parameter.max),
        };
        let unit = self.unit();
        let number = if parameter.scale == Scale::Log && low > 0.0 {
            low * exp(unit * log(high / low))
        } else {
            low + unit * (high - low)
        };
        let number = match parameter.kind {
            Kind::Integer => floor(number),
            _ => number,
        };
        number.min(parameter.max).max(parameter.min)
    }

    /// Some of a table's parameters: one in so many.
    fn parameters(&mut self, table: &[Parameter], parts: usize) -> Record {
        let mut record = Record::new();
        for parameter in table {
            if self.one_in(parts) {
                record.push(parameter.name, parameter.show(self.number(parameter)));
            }
        }
        record
    }

    /// An input of a calculator.
    fn input(&mut self, description: &Description) -> Record {
        if description.name == "scenarioOutlook" {
            return self.scenarios(description);
        }
        let mut input = self.parameters(description.parameters, 2);
        if !description.presets.is_empty() && self.one_in(4) {
            input.push("preset", *self.pick(description.presets));
        }
        for group in description.nested {
            if self.one_in(2) {
                assert_eq!(group.name, "demand", "a group that is not tried");
                input.push(group.name, self.demand(group.parameters));
            }
        }
        for list in description.lists {
            if self.one_in(2) {
                let rows: Vec<Value> = match list.name {
                    "offers" => self.rows(|draws| draws.parameters(list.parameters, 2)),
                    "chips" => self.chips(list.parameters, &input),
                    other => panic!("{other} are not tried"),
                };
                input.push(list.name, rows);
            }
        }
        input
    }

    /// One to four rows with an id each.
    fn rows(&mut self, mut row: impl FnMut(&mut Self) -> Record) -> Vec<Value> {
        let length = 1 + self.below(4);
        (0..length)
            .map(|index| row(self).with("id", format!("row-{index}")).into())
            .collect()
    }

    fn chips(&mut self, table: &[Parameter], input: &Record) -> Vec<Value> {
        let metric = input.get("metric").and_then(Value::as_text).unwrap_or("");
        let sparsity = if metric.contains("Sparse") {
            "sparse"
        } else {
            "dense"
        };
        let mut chips = self.rows(|draws| {
            let mut chip = draws.parameters(table, 1).with("name", "A chip");
            chip.push("sparsity", sparsity);
            chip
        });
        let known = catalog::chips();
        let first = self.below(known.len());
        let length = self.below(4);
        for chip in known.iter().cycle().skip(first).take(length) {
            chips.push(chip.id.into());
        }
        chips
    }

    fn demand(&mut self, terms: &[Parameter]) -> Record {
        match self.below(3) {
            0 => {
                let mut demand = self.parameters(terms, 2);
                if demand.get("variation").is_none() {
                    // Any spread has room for so little.
                    demand.push("variation", 0.5 * self.unit());
                }
                demand
            }
            1 => {
                let length = 1 + self.below(6);
                let most = 8760.0 / length as f64;
                let step = |_| {
                    let hours = most * self.unit();
                    let gpus = 2000.0 * self.unit();
                    Record::new().with("hours", hours).with("gpus", gpus).into()
                };
                let steps: Vec<Value> = (0..length).map(step).collect();
                Record::new().with("durationCurve", steps)
            }
            _ => {
                let length = 1 + self.below(48);
                let trace: Vec<f64> = (0..length).map(|_| 2000.0 * self.unit()).collect();
                Record::new().with("trace", trace)
            }
        }
    }

    fn scenarios(&mut self, description: &Description) -> Record {
        if self.one_in(16) {
            return Record::new().with("preset", *self.pick(description.presets));
        }
        let figures = description.lists[0].parameters;
        let model = *self.pick(MODELS);
        let plain = self.one_in(3);
        let rows = self.rows(|draws| {
            let mut row = draws.parameters(figures, 1);
            if !plain {
                row = Record::new().with("probability", draws.unit());
                row.push("overrides", draws.parameters(model.parameters(), 8));
            }
            row
        });
        let input = Record::new()
            .with("scenarios", rows)
            .with("normalize", true);
        if plain {
            return input;
        }
        input
            .with("calculator", model.name())
            .with("output", self.output(model))
            .with("base", self.parameters(model.parameters(), 3))
    }

    /// The name of a result that is a number.
    fn output(&mut self, model: &dyn Model) -> &'static str {
        let outputs: Vec<_> = model
            .outputs()
            .iter()
            .filter(|output| output.kind.is_numeric())
            .collect();
        self.pick(&outputs).name
    }

    /// Parameters that are numbers and vary, each once.
    fn varied(&mut self, model: &dyn Model, count: usize) -> Vec<&'static Parameter> {
        let numbers: Vec<_> = model
            .parameters()
            .iter()
            .filter(|parameter| parameter.kind.is_numeric())
            .collect();
        let first = self.below(numbers.len());
        let varied = numbers.iter().cycle().skip(first).step_by(5).take(count);
        let mut varied: Vec<_> = varied.copied().collect();
        varied.sort_by_key(|parameter| parameter.name);
        varied.dedup_by_key(|parameter| parameter.name);
        varied
    }

    /// A request of an analysis.
    fn request(&mut self, description: &AnalysisDescription, model: &'static dyn Model) -> Record {
        let mut input: Record = self.parameters(model.parameters(), 4);
        let columns = self.columns(model);
        if description.columns {
            // A field is given once.
            let given = input.iter().filter(|(name, _)| columns.get(name).is_none());
            input = given.fold(Record::new(), |rest, (name, value)| {
                rest.with(name, value.clone())
            });
        }
        let mut request = Record::new()
            .with("calculator", model.name())
            .with("input", input);
        let output = self.output(model);
        let parameter = self.varied(model, 1)[0];
        if description.output {
            request.push("output", output);
        }
        if description.parameter {
            request.push("parameter", parameter.name);
        }
        if description.columns {
            request.push("columns", columns);
        }
        match description.name {
            "responseCurve" => request.push("points", 25.0),
            "responseCurves" => {
                let names = self.varied(model, 3).into_iter();
                let names: Vec<Value> = names.map(|of| of.name.into()).collect();
                request.push("parameters", names);
                request.push("points", 25.0);
            }
            "goalSeek" => {
                let at = self.number(parameter);
                request.push("target", reached(model, parameter.name, at, output));
            }
            "monteCarlo" => {
                request.push("samples", 300.0);
                request.push("seed", floor(1e6 * self.unit()));
                request.push("sequence", *self.pick(&["lowDiscrepancy", "pseudoRandom"]));
                let varied = self.varied(model, 3);
                if let [first, second, ..] = *varied {
                    let pair = Record::new()
                        .with("first", first.name)
                        .with("second", second.name)
                        .with("rank", 1.8 * self.unit() - 0.9);
                    request.push("correlations", vec![Value::from(pair)]);
                }
                let uncertain = varied.iter().map(|parameter| self.uncertain(parameter));
                let uncertain: Vec<Value> = uncertain.collect();
                request.push("uncertain", uncertain);
            }
            _ => {}
        }
        request
    }

    fn columns(&mut self, model: &dyn Model) -> Record {
        let mut columns = Record::new();
        for parameter in self.varied(model, 3) {
            let column: Vec<f64> = (0..200).map(|_| self.number(parameter)).collect();
            columns.push(parameter.name, column);
        }
        columns
    }

    fn uncertain(&mut self, parameter: &Parameter) -> Value {
        let mut three = [0.0; 3].map(|_| self.number(parameter));
        three.sort_by(f64::total_cmp);
        let [low, mode, high] = three;
        let family = *self.pick(Family::NAMES);
        let row = Record::new()
            .with("parameter", parameter.name)
            .with("distribution", family);
        match family {
            "uniform" => row.with("low", low).with("high", high),
            "triangular" | "pert" => row.with("low", low).with("mode", mode).with("high", high),
            "normal" => row.with("mean", mode).with("sd", (high - low) / 4.0),
            "lognormal" => row.with("p5", low.max(1e-3)).with("p95", high.max(2e-3)),
            "beta" => row
                .with("low", low)
                .with("high", high)
                .with("alpha", 0.5 + 4.0 * self.unit())
                .with("beta", 0.5 + 4.0 * self.unit()),
            other => panic!("{other} is not tried"),
        }
        .into()
    }
}

/// What an output is where a parameter is so: a target that can be reached, or 0.
fn reached(model: &'static dyn Model, parameter: &str, at: f64, output: &str) -> f64 {
    let values = defaults(model.parameters());
    let subject = Subject { model, values };
    let places = (subject.parameter(parameter), subject.output(output));
    let (Some(parameter), Some(output)) = places else {
        return 0.0;
    };
    let target = subject.column(parameter, &[at], output)[0];
    if target.is_nan() { 0.0 } else { target }
}
