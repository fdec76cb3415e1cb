//! A few thousand inputs of every calculator and analysis, and a hash of all that each gives.
//!
//! Free of any host's types, so that the same code runs natively, in Node and in the browsers. All
//! of them are held to the hashes below, and by them to each other.

use chip_calculators::analysis::distribution::Family;
use chip_calculators::analysis::{ANALYSES, AnalysisDescription, MODELS, Model, Subject, Variable};
use chip_calculators::calculators::{CALCULATORS, Description};
use chip_calculators::catalog;
use chip_calculators::error::CalculatorError;
use chip_calculators::reader::Reader;
use chip_calculators::table::{Choice, Kind, Output, Parameter, Scale};
use chip_calculators::value::{Record, Value};
use libm::{exp, floor, log};
use rand_xoshiro::SplitMix64;
use rand_xoshiro::rand_core::{Rng, SeedableRng};
use serde_json::Value as Json;
use std::fmt::Write;

/// The hash of each function's results. Where one changes, some result changed in some bit, or the
/// inputs did, which are drawn over the tables: a new parameter, bound or default. To renew it, say in
/// the commit which of these it is, and copy the hash that `cargo test --test native` reports; the other
/// four hosts must then report the same.
const EXPECTED: &[(&str, u64)] = &[
    ("clusterTco", 0x2364_19d8_0af7_cfb0),
    ("cloudBreakEven", 0x45d3_0b86_9264_27d2),
    ("investmentReturn", 0xbaf0_0542_04dd_a940),
    ("productLine", 0xe403_77e0_6b2a_ef7e),
    ("pricePerformance", 0x1df5_4452_7b9b_4a43),
    ("scenarioOutlook", 0x208f_2d47_0a3f_027c),
    ("responseCurve", 0x478a_2c81_4cd7_5fe9),
    ("responseCurves", 0x6418_9085_c3ca_e443),
    ("tornado", 0xd3f5_6963_3b49_ceec),
    ("goalSeek", 0x38ba_5319_2fd0_b120),
    ("monteCarlo", 0xf75d_62c5_5f22_29d5),
    ("batch", 0x8bd1_5c7b_e66b_6157),
];

/// Inputs of each calculator.
const INPUTS: usize = 500;

/// Requests of each analysis of each calculator.
const REQUESTS: usize = 4;

/// Computes everything and compares.
///
/// # Panics
/// Where a hash is another, or where too many inputs are refused to say much of results.
pub fn check() {
    let calculators = CALCULATORS.iter().map(|entry| entry.description.name);
    let analyses = ANALYSES.iter().map(|entry| entry.description.name);
    let mut wrong = String::new();
    for name in calculators.chain(analyses) {
        let part = Part::of(name);
        assert!(
            part.answered() * 4 > part.asked.len() * 3,
            "{name}: too many are refused, {} of {}",
            part.asked.len() - part.answered(),
            part.asked.len()
        );
        let expected = EXPECTED.iter().find(|(known, _)| *known == name);
        let Some(place) = part.differs(expected.map(|(_, hash)| *hash)) else {
            continue;
        };
        writeln!(wrong, "{name}: {place}").expect("a string grows");
    }
    assert!(wrong.is_empty(), "other results than elsewhere:\n{wrong}");
    assert_eq!(EXPECTED.len(), CALCULATORS.len() + ANALYSES.len());
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
    name: &'static str,
    /// Of each request the hash of its answer, and whether it was answered.
    asked: Vec<(u64, bool)>,
}

impl Part {
    fn of(name: &'static str) -> Self {
        let mut part = Part {
            name,
            asked: Vec::new(),
        };
        if let Some(entry) = CALCULATORS
            .iter()
            .find(|entry| entry.description.name == name)
        {
            for seed in 0..INPUTS {
                let input = Draws::new(seed).input(&entry.description);
                part.take(&(entry.run)(&input.into()));
            }
        }
        if let Some(entry) = ANALYSES.iter().find(|entry| entry.description.name == name) {
            for model in MODELS {
                for seed in 0..REQUESTS {
                    let request = Draws::new(seed).request(&entry.description, model);
                    part.take(&(entry.run)(&request.into()));
                }
            }
        }
        part
    }

    fn take(&mut self, answer: &Result<Json, CalculatorError>) {
        let mut hash = Hash::new();
        match answer {
            Ok(answer) => hash.value(answer),
            Err(error) => hash.error(error),
        }
        self.asked.push((hash.0, answer.is_ok()));
    }

    fn answered(&self) -> usize {
        self.asked.iter().filter(|(_, answered)| *answered).count()
    }

    fn hash(&self) -> u64 {
        let mut all = Hash::new();
        for (hash, _) in &self.asked {
            all.number(*hash);
        }
        all.0
    }

    /// How it differs from what is expected, if it does: with what the same host gives the second time,
    /// which tells a compiler that changes its mind from a program that is another, and with each
    /// request's hash, which tells which one it is.
    fn differs(&self, expected: Option<u64>) -> Option<String> {
        let hash = self.hash();
        if expected == Some(hash) {
            return None;
        }
        let again = Part::of(self.name).hash();
        let each = self
            .asked
            .iter()
            .fold(String::new(), |mut each, (hash, _)| {
                write!(each, " {:04x}", hash & 0xffff).expect("a string grows");
                each
            });
        Some(format!(
            "{hash:#018x}, the second time {again:#018x}; each:{each}"
        ))
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
        let formulas = MODELS.iter().filter(|model| model.name != description.name);
        let formulas: Vec<&Model> = formulas.filter(|of| !of.outputs.is_empty()).collect();
        let model = *self.pick(&formulas);
        let plain = self.one_in(3);
        let rows = self.rows(|draws| {
            let mut row = draws.parameters(figures, 1);
            if !plain {
                row = Record::new().with("probability", draws.unit());
                row.push("overrides", draws.parameters(model.parameters, 8));
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
            .with("calculator", model.name)
            .with("output", self.pick(&numbers(model)).name)
            .with("base", self.parameters(model.parameters, 3))
    }

    /// Numbers of an input that vary, each once; for a batch those that it leaves out.
    fn varied<'s>(&mut self, subject: &'s Subject, count: usize, batch: bool) -> Vec<&'s Variable> {
        let numbers: Vec<_> = subject
            .variables()
            .iter()
            .filter(|variable| variable.entry.kind.is_numeric() && !(batch && variable.given))
            .collect();
        let first = self.below(numbers.len());
        let varied = numbers.iter().cycle().skip(first).step_by(5).take(count);
        let mut varied: Vec<_> = varied.copied().collect();
        varied.sort_by_key(|variable| &variable.path);
        varied.dedup_by_key(|variable| &variable.path);
        varied
    }

    /// A request of an analysis.
    fn request(&mut self, description: &AnalysisDescription, model: &'static Model) -> Record {
        let entry = CALCULATORS
            .iter()
            .find(|entry| entry.description.name == model.name)
            .expect("a calculator");
        let input = Value::from(self.input(&entry.description));
        let subject = (model.read)(&mut Reader::new(&input));
        let mut request = Record::new()
            .with("calculator", model.name)
            .with("input", input);
        let outputs: Vec<&str> = subject.outputs().map(|(_, path)| path).collect();
        let output = *self.pick(&outputs);
        let parameter = self.varied(&subject, 1, false)[0];
        if description.output {
            request.push("output", output);
        }
        if description.parameter {
            request.push("parameter", &*parameter.path);
        }
        if description.columns {
            request.push("columns", self.columns(&subject));
        }
        match description.name {
            "responseCurve" => request.push("points", 25.0),
            "responseCurves" => {
                let varied = self.varied(&subject, 3, false).into_iter();
                let paths: Vec<Value> = varied.map(|of| (&*of.path).into()).collect();
                request.push("parameters", paths);
                request.push("points", 25.0);
            }
            "goalSeek" => {
                let at = self.number(&parameter.entry);
                request.push("target", reached(&subject, &parameter.path, at, output));
            }
            "monteCarlo" => {
                request.push("samples", 300.0);
                request.push("seed", floor(1e6 * self.unit()));
                request.push("sequence", *self.pick(&["lowDiscrepancy", "pseudoRandom"]));
                let varied = self.varied(&subject, 3, false);
                if let [first, second, ..] = *varied {
                    let pair = Record::new()
                        .with("first", &*first.path)
                        .with("second", &*second.path)
                        .with("rank", 1.8 * self.unit() - 0.9);
                    request.push("correlations", vec![Value::from(pair)]);
                }
                let uncertain = varied.iter().map(|variable| self.uncertain(variable));
                let uncertain: Vec<Value> = uncertain.collect();
                request.push("uncertain", uncertain);
            }
            _ => {}
        }
        request
    }

    fn columns(&mut self, subject: &Subject) -> Record {
        let mut columns = Record::new();
        for variable in self.varied(subject, 3, true) {
            let column: Vec<f64> = (0..200).map(|_| self.number(&variable.entry)).collect();
            columns.push(&*variable.path, column);
        }
        columns
    }

    fn uncertain(&mut self, variable: &Variable) -> Value {
        let mut three = [0.0; 3].map(|_| self.number(&variable.entry));
        three.sort_by(f64::total_cmp);
        let [low, mode, high] = three;
        let family = *self.pick(Family::NAMES);
        let row = Record::new()
            .with("parameter", &*variable.path)
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

/// The results of a calculator that are numbers.
fn numbers(model: &Model) -> Vec<&'static Output> {
    let outputs = model.outputs.iter();
    outputs.filter(|output| output.kind.is_numeric()).collect()
}

/// What an output is where a parameter is so: a target that can be reached, or 0.
fn reached(subject: &Subject, parameter: &str, at: f64, output: &str) -> f64 {
    let places = (subject.parameter(parameter), subject.output(output));
    let (Some(parameter), Some(output)) = places else {
        return 0.0;
    };
    let target = subject.column(parameter, &[at], output)[0];
    if target.is_nan() { 0.0 } else { target }
}
