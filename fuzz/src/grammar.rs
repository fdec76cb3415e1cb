//! Untrusted values drawn from the fuzzer's bytes.
//!
//! A grammar over the calculators' own tables makes inputs that are mostly accepted; then some are
//! spoilt at a few places, and some are random throughout. Bytes that have run out read as 0, which
//! always stands for the simplest choice.

use crate::tree::{at, edit, nodes};
use arbitrary::Unstructured;
use chip_calculators::analysis::distribution::Family;
use chip_calculators::analysis::{ANALYSES, AnalysisDescription, MODELS, Subject, Variable};
use chip_calculators::calculators::{CALCULATORS, Description, List};
use chip_calculators::catalog;
use chip_calculators::reader::{MAX_ROWS, Reader};
use chip_calculators::table::{Choice, Kind, Parameter};
use chip_calculators::value::{Record, Value};
use std::sync::LazyLock;

/// How deep random values nest: hosts cut untrusted data off before.
const DEPTH: usize = 6;

/// How deep a place is at times buried.
const BURIED: usize = 64;

const EXTREMES: [f64; 14] = [
    f64::NAN,
    f64::INFINITY,
    f64::NEG_INFINITY,
    -0.0,
    5e-324,
    f64::MIN_POSITIVE,
    f64::EPSILON,
    0.5,
    -1.0,
    1e9,
    9_007_199_254_740_993.0,
    1e300,
    f64::MIN,
    f64::MAX,
];

/// Names that some field has and words that some field takes.
static WORDS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let mut words = vec![
        "",
        "id",
        "preset",
        "h200-sxm",
        "article",
        "__proto__",
        "a.b",
        "a[0]",
    ];
    let list = |words: &mut Vec<&'static str>, list: &List| {
        words.push(list.name);
        words.extend(list.texts.iter().map(|text| text.name));
        words.extend(list.parameters.iter().map(|entry| entry.name));
        words.extend(list.fields.iter().map(|field| field.name));
    };
    for entry in CALCULATORS {
        let description = entry.description;
        words.push(description.name);
        words.extend(description.texts.iter().map(|text| text.name));
        words.extend(description.fields.iter().map(|field| field.name));
        words.extend(description.outputs.iter().map(|output| output.name));
        words.extend(description.presets);
        description
            .lists
            .iter()
            .for_each(|entry| list(&mut words, entry));
        for group in description.nested {
            words.push(group.name);
            words.extend(group.parameters.iter().map(|entry| entry.name));
            words.extend(group.fields.iter().map(|field| field.name));
            group.lists.iter().for_each(|entry| list(&mut words, entry));
        }
        for parameter in description.parameters {
            words.push(parameter.name);
            if let Kind::Choice(names) = parameter.kind {
                words.extend(names);
            }
        }
    }
    words.extend([
        "calculator",
        "input",
        "parameter",
        "output",
        "columns",
        "outputs",
    ]);
    for entry in ANALYSES {
        let description = entry.description;
        words.push(description.name);
        words.extend(description.texts.iter().map(|text| text.name));
        words.extend(description.options.iter().map(|option| option.name));
        description
            .lists
            .iter()
            .for_each(|entry| list(&mut words, entry));
    }
    words.extend(Family::NAMES);
    words
});

/// Draws from the fuzzer's bytes.
pub struct Grammar<'a>(Unstructured<'a>);

impl<'a> Grammar<'a> {
    pub fn new(bytes: &'a [u8]) -> Self {
        Grammar(Unstructured::new(bytes))
    }

    /// A whole number below `end`; 0 without bytes.
    pub fn below(&mut self, end: usize) -> usize {
        self.0.int_in_range(0..=end.max(1) - 1).unwrap_or(0)
    }

    /// True once in so many times; false without bytes.
    fn one_in(&mut self, parts: usize) -> bool {
        self.below(parts) == parts - 1
    }

    pub fn pick<'l, T>(&mut self, list: &'l [T]) -> &'l T {
        &list[self.below(list.len())]
    }

    /// From 0 to 1, both included.
    fn unit(&mut self) -> f64 {
        self.below(65_536) as f64 / 65_535.0
    }

    fn text(&mut self) -> String {
        match self.below(8) {
            0 => self.0.arbitrary().unwrap_or_default(),
            1 => (*self.pick(catalog::chips())).id.into(),
            _ => (*self.pick(&WORDS)).into(),
        }
    }

    /// Any name or id that someone might ask the catalogue for.
    pub fn name(&mut self) -> String {
        self.text()
    }

    /// A number that no table is asked about.
    pub fn extreme(&mut self) -> f64 {
        match self.below(3) {
            0 => *self.pick(&EXTREMES),
            1 => self.0.arbitrary().unwrap_or(0.0),
            _ => self.magnitude(),
        }
    }

    /// Of any size and sign.
    pub fn magnitude(&mut self) -> f64 {
        let sign = if self.one_in(2) { -1.0 } else { 1.0 };
        let power = self.below(31) as i32 - 15;
        sign * (1.0 + self.unit()) * 10_f64.powi(power)
    }

    // ------------------------------------------------------------------ what is mostly accepted

    /// A number that a parameter takes, its bounds and their neighbours among them.
    fn number(&mut self, parameter: &Parameter) -> f64 {
        let (min, max) = (parameter.min, parameter.max);
        let cited = |cited: Option<chip_calculators::table::Cited>| cited.map(|it| it.value);
        let default = parameter.default.unwrap_or(f64::NAN);
        let number = match self.below(12) {
            0 => default,
            1 => min,
            2 => max,
            3 => cited(parameter.low).unwrap_or(default),
            4 => cited(parameter.high).unwrap_or(default),
            5 => min.next_up(),
            6 => max.next_down(),
            7 => self.below(256) as f64,
            8 => self.magnitude(),
            9 => -0.0,
            _ => min + (max - min) * self.unit(),
        };
        if number.is_nan() {
            return number;
        }
        let number = if parameter.kind.is_whole() {
            number.round()
        } else {
            number
        };
        number.max(min).min(max)
    }

    fn parameter(&mut self, parameter: &Parameter) -> Value {
        let number = self.number(parameter);
        parameter.show(number)
    }

    /// Some of a table's parameters: one in so many.
    fn some(&mut self, table: &[Parameter], parts: usize) -> Record {
        let mut record = Record::new();
        for parameter in table {
            if self.one_in(parts) {
                record.push(parameter.name, self.parameter(parameter));
            }
        }
        record
    }

    /// A list's rows: few, at times as many as are taken, or one more.
    fn rows(&mut self, mut row: impl FnMut(&mut Self, usize) -> Value) -> Value {
        let length = 1 + self.below(4);
        let mut rows: Vec<Value> = (0..length).map(|index| row(self, index)).collect();
        if self.one_in(64) {
            let length = MAX_ROWS + self.below(2);
            while rows.len() < length {
                let index = rows.len();
                let copy = match &rows[index % 4 % rows.len()] {
                    Value::Record(record) if record.get("id").is_some() => {
                        with_id(record, index).into()
                    }
                    other => other.clone(),
                };
                rows.push(copy);
            }
        }
        Value::List(rows)
    }

    fn table_rows(&mut self, list: &List) -> Value {
        self.rows(|grammar, index| {
            let mut row = grammar.some(list.parameters, 2);
            if list.texts.iter().any(|text| text.name == "id") {
                row = with_id(&row, index);
            }
            row.into()
        })
    }

    /// The input of a calculator.
    fn input(&mut self, description: &Description) -> Record {
        if description.name == "scenarioOutlook" {
            return self.scenarios(description);
        }
        let mut input = self.some(description.parameters, 4);
        if !description.presets.is_empty() && self.one_in(4) {
            input.push("preset", *self.pick(description.presets));
        }
        for list in description.lists {
            if self.one_in(3) {
                let rows = match list.name {
                    "chips" => self.chips(list, &input),
                    _ => self.table_rows(list),
                };
                input.push(list.name, rows);
            }
        }
        for text in description.texts {
            if self.one_in(4) {
                let id = match input.get("chips") {
                    Some(Value::List(chips)) => self.pick(chips).clone(),
                    _ => (*self.pick(catalog::chips())).id.into(),
                };
                let id = at(&id, &["id"]).cloned().unwrap_or(id);
                input.push(text.name, id);
            }
        }
        for group in description.nested {
            if self.one_in(2) {
                let demand = match self.below(4) {
                    0 | 1 => self.some(group.parameters, 2),
                    2 => self.duration_curve(&group.lists[0]),
                    _ => self.trace(),
                };
                input.push(group.name, demand);
            }
        }
        input
    }

    fn chips(&mut self, list: &List, input: &Record) -> Value {
        let metric = input.get("metric").and_then(Value::as_text);
        let sparsity = metric.map_or(Some(catalog::Sparsity::Dense), |name| {
            catalog::Metric::by_name(name).and_then(catalog::Metric::sparsity)
        });
        self.rows(|grammar, index| {
            let chip = grammar.pick(catalog::chips()).id;
            match grammar.below(3) {
                0 => return chip.into(),
                1 => {
                    let figures = &list.parameters[..2];
                    return grammar.some(figures, 2).with("id", chip).into();
                }
                _ => {}
            }
            let mut row = Record::new();
            for parameter in list.parameters {
                row.push(parameter.name, grammar.parameter(parameter));
            }
            if let Some(sparsity) = sparsity {
                row.push("sparsity", sparsity.as_str());
            }
            with_id(&row, index).into()
        })
    }

    fn duration_curve(&mut self, list: &List) -> Record {
        let mut left = 8760.0;
        let rows = self.rows(|grammar, _| {
            let hours = left * grammar.unit();
            left -= hours;
            let gpus = grammar.parameter(&list.parameters[1]);
            Record::new().with("hours", hours).with("gpus", gpus).into()
        });
        Record::new().with(list.name, rows)
    }

    fn trace(&mut self) -> Record {
        let length = 1 + self.below(30);
        let mut trace: Vec<f64> = (0..length).map(|_| self.below(5000) as f64).collect();
        if self.one_in(64) {
            trace = trace
                .iter()
                .copied()
                .cycle()
                .take(100_000 + self.below(2))
                .collect();
        }
        if self.one_in(2) {
            let list: Vec<Value> = trace.into_iter().map(Value::Number).collect();
            return Record::new().with("trace", list);
        }
        Record::new().with("trace", trace)
    }

    fn scenarios(&mut self, description: &Description) -> Record {
        if self.one_in(8) {
            return Record::new().with("preset", *self.pick(description.presets));
        }
        let [figure, value] = description.lists[0].parameters else {
            panic!("a scenario has two numbers")
        };
        let entry = *self.pick(CALCULATORS);
        let model = MODELS
            .iter()
            .find(|model| model.name == entry.description.name && !model.outputs.is_empty());
        let rows = self.rows(|grammar, index| {
            let mut row = Record::new().with("probability", grammar.parameter(figure));
            if let (Some(model), 1..) = (model, grammar.below(4)) {
                if grammar.one_in(2) {
                    row.push("overrides", grammar.some(model.parameters, 8));
                }
            } else {
                row.push("value", grammar.parameter(value));
            }
            with_id(&row, index).into()
        });
        let mut input = Record::new()
            .with("scenarios", rows)
            .with("normalize", true);
        if let Some(model) = model {
            input.push("calculator", model.name);
            let outputs = model.outputs.iter();
            let outputs: Vec<_> = outputs.filter(|of| of.kind.is_numeric()).collect();
            input.push("output", self.pick(&outputs).name);
            // All that the calculator itself takes, not its parameters alone.
            input.push("base", self.input(&entry.description));
        }
        input
    }

    /// The path of a result that is a number.
    fn output(&mut self, subject: &Subject) -> String {
        let outputs: Vec<&str> = subject.outputs().map(|(_, path)| path).collect();
        (*self.pick(&outputs)).to_owned()
    }

    /// A parameter that is a number.
    fn varied<'s>(&mut self, subject: &'s Subject) -> &'s Variable {
        let variables = subject.variables().iter();
        let numbers: Vec<_> = variables
            .filter(|variable| variable.entry.kind.is_numeric())
            .collect();
        *self.pick(&numbers)
    }

    /// The request of an analysis.
    fn request(&mut self, description: &AnalysisDescription) -> Record {
        let model = self.pick(MODELS);
        let entry = CALCULATORS
            .iter()
            .find(|entry| entry.description.name == model.name)
            .expect("a calculator");
        let mut request = Record::new().with("calculator", model.name);
        let mut input = Record::new();
        if self.one_in(2) {
            input = if self.one_in(2) {
                self.input(&entry.description)
            } else {
                self.some(model.parameters, 4)
            };
            request.push("input", input.clone());
        }
        let input = Value::from(input);
        let subject = (model.read)(&mut Reader::new(&input));
        if subject.outputs().next().is_none() || subject.parameters().next().is_none() {
            // Nothing to look at: a refused input.
            return request;
        }
        if description.output && (subject.usual().is_none() || self.one_in(2)) {
            request.push("output", self.output(&subject));
        }
        let varied = self.varied(&subject);
        if description.parameter {
            request.push("parameter", &*varied.path);
        }
        if description.parameters {
            let count = 1 + self.below(4);
            let mut names: Vec<&str> = (0..count).map(|_| &*self.varied(&subject).path).collect();
            names.sort_unstable();
            names.dedup();
            let names: Vec<Value> = names.into_iter().map(Value::from).collect();
            request.push("parameters", names);
        }
        for option in description.options {
            let value = match option.name {
                // Any sample is as good as another: many are only tried at times.
                "samples" if self.one_in(1000) => option.max.into(),
                "samples" => ((1 + self.below(300)) as f64).into(),
                "from" | "to" if self.one_in(2) => self.parameter(&varied.entry),
                "target" => match self.below(3) {
                    0 => 0.0.into(),
                    1 => self.magnitude().into(),
                    _ => self.parameter(option),
                },
                "points" | "seed" | "bins" if self.one_in(2) => self.parameter(option),
                _ => continue,
            };
            request.push(option.name, value);
        }
        for text in description.texts {
            if self.one_in(3) {
                request.push(text.name, *self.pick(text.words.unwrap_or(&[""])));
            }
        }
        if description.columns {
            let columns = self.columns(&subject);
            request.push("columns", columns);
            if self.one_in(3) {
                request.push("outputs", vec![Value::from(self.result(&subject))]);
            }
        }
        if description.name == "monteCarlo" {
            if self.one_in(4) {
                request.push("draws", true);
            }
            if self.one_in(4) {
                let levels: Vec<f64> = (0..=self.below(4)).map(|_| self.unit()).collect();
                request.push("quantiles", levels);
            }
            self.uncertainty(&subject, &mut request);
        }
        request
    }

    /// The path of a result, a number or a word.
    fn result(&mut self, subject: &Subject) -> String {
        let results: Vec<&str> = subject.results().map(|(_, path)| path).collect();
        (*self.pick(&results)).to_owned()
    }

    /// Columns of parameters that the input does not give, for most of the time.
    fn columns(&mut self, subject: &Subject) -> Record {
        let length = match self.below(16) {
            15 => 1020 + self.below(10),
            few => 1 + few,
        };
        let mut columns = Record::new();
        for _ in 0..=self.below(4) {
            let Variable { path, entry, given } = self.pick(subject.variables());
            let few: Vec<f64> = (0..length.min(8)).map(|_| self.number(entry)).collect();
            let clashes = *given && !self.one_in(16);
            if columns.get(path).is_none() && !clashes {
                let column: Vec<f64> = few.iter().copied().cycle().take(length).collect();
                columns.push(&**path, column);
            }
        }
        columns
    }

    fn uncertainty(&mut self, subject: &Subject, request: &mut Record) {
        let mut taken: Vec<&Variable> = Vec::new();
        for _ in 0..self.below(5) {
            let parameter = self.varied(subject);
            if taken.iter().all(|other| other.path != parameter.path) {
                taken.push(parameter);
            }
        }
        if taken.is_empty() {
            return;
        }
        let rows = taken.iter().map(|parameter| self.uncertain(parameter));
        let rows: Vec<Value> = rows.collect();
        request.push("uncertain", rows);
        if self.one_in(2) {
            let pair = Record::new()
                .with("first", &*self.pick(&taken).path)
                .with("second", &*self.pick(&taken).path)
                .with("rank", 1.98 * self.unit() - 0.99);
            request.push("correlations", vec![Value::from(pair)]);
        }
    }

    fn uncertain(&mut self, variable: &Variable) -> Value {
        let parameter = &variable.entry;
        let mut three = [0.0; 3].map(|_| match self.below(8) {
            7 => self.magnitude(),
            _ => self.number(parameter),
        });
        for number in &mut three {
            if number.is_nan() {
                *number = parameter.max;
            }
        }
        three.sort_by(f64::total_cmp);
        let [low, mode, high] = three;
        let family = *self.pick(Family::NAMES);
        let row = Record::new()
            .with("parameter", &*variable.path)
            .with("distribution", family);
        let row = match family {
            "uniform" => row.with("low", low).with("high", high),
            "triangular" | "pert" => row.with("low", low).with("mode", mode).with("high", high),
            "normal" if self.one_in(2) => row.with("p5", low).with("p95", high),
            "normal" => row.with("mean", mode).with("sd", high - low),
            "lognormal" => row
                .with("p5", low.max(f64::MIN_POSITIVE))
                .with("p95", high.max(f64::MIN_POSITIVE)),
            _ => row
                .with("low", low)
                .with("high", high)
                .with("alpha", 0.1 + 999.9 * self.unit().powi(4))
                .with("beta", 0.1 + 999.9 * self.unit().powi(4)),
        };
        row.into()
    }

    // ------------------------------------------------------------------------ what is mostly not

    /// Any value.
    pub fn any(&mut self, depth: usize) -> Value {
        let kinds = if depth == 0 { 8 } else { 10 };
        match self.below(kinds) {
            0 => Value::Null,
            1 => Value::Bool(self.one_in(2)),
            2 => Value::Number(self.extreme()),
            3 => Value::Number(self.below(3000) as f64),
            4 | 5 => Value::Text(self.text()),
            6 => {
                let length = self.below(5);
                Value::Column((0..length).map(|_| self.extreme()).collect())
            }
            7 => Value::Other(["function", "undefined", "object"][self.below(3)]),
            8 => {
                let length = self.below(5);
                Value::List((0..length).map(|_| self.any(depth - 1)).collect())
            }
            _ => {
                let mut record = Record::new();
                for _ in 0..self.below(6) {
                    let name = self.text();
                    if record.get(&name).is_none() {
                        record.push(name, self.any(depth - 1));
                    }
                }
                record.into()
            }
        }
    }

    /// The value with one of its places changed.
    fn spoil(&mut self, value: &Value) -> Value {
        let place = self.below(nodes(value));
        edit(value, place, &mut |old| match (self.below(8), old) {
            (0, _) => Some(Value::Number(self.extreme())),
            (1, _) => None,
            (2, Value::Record(record)) => {
                let name = self.text();
                let mut record = record.clone();
                if record.get(&name).is_none() {
                    record.push(name, self.any(2));
                }
                Some(record.into())
            }
            (3, Value::List(rows)) if !rows.is_empty() => {
                let mut rows = rows.clone();
                rows.push(self.pick(&rows).clone());
                Some(rows.into())
            }
            (3, Value::Column(column)) => {
                let mut column = column.clone();
                column.push(self.extreme());
                Some(column.into())
            }
            (4, Value::Column(column)) => {
                let list = column.iter().copied().map(Value::Number);
                Some(Value::List(list.collect()))
            }
            (5, old) => {
                let mut old = old.clone();
                for _ in 0..1 + self.below(BURIED) {
                    old = Record::new().with("input", vec![old]).into();
                }
                Some(old)
            }
            (6, Value::Number(number)) => Some(Value::Number(number * self.extreme())),
            _ => Some(self.any(3)),
        })
    }

    fn untrusted(&mut self, tame: impl FnOnce(&mut Self) -> Record) -> Value {
        let spoils = match self.below(8) {
            0..4 => 0,
            7 => return self.any(DEPTH),
            few => few - 3,
        };
        let tame = tame(self).into();
        (0..spoils).fold(tame, |value, _| self.spoil(&value))
    }

    /// An input of a calculator.
    pub fn calculator(&mut self, description: &Description) -> Value {
        self.untrusted(|grammar| grammar.input(description))
    }

    /// A request of the map of the article's rule.
    pub fn rule_map(&mut self) -> Value {
        self.untrusted(|grammar| {
            let mut request = Record::new();
            for (name, low, high) in [("sizes", 1.0, 2000.0), ("utilizations", 0.01, 1.0)] {
                if grammar.one_in(2) {
                    let count = 1 + grammar.below(4);
                    let at = (0..count).map(|_| low + (high - low) * grammar.unit());
                    request.push(name, at.collect::<Vec<f64>>());
                }
            }
            for (name, most) in [("margin", 1.0), ("steady", 0.95), ("siteCapexPerGpu", 1e6)] {
                if grammar.one_in(3) {
                    request.push(name, most * grammar.unit());
                }
            }
            if grammar.one_in(2) {
                let entry = CALCULATORS
                    .iter()
                    .find(|entry| entry.description.name == "cloudBreakEven");
                let table = entry.expect("the calculator").description.parameters;
                let mut input = Record::new();
                for (name, value) in grammar.some(table, 8).iter() {
                    if !["gpus", "utilization", "siteCapex"].contains(&name) {
                        input.push(name, value.clone());
                    }
                }
                request.push("input", input);
            }
            request
        })
    }

    /// A text with figures of all kinds in it.
    pub fn article(&mut self) -> String {
        const PIECES: &str = "\
            \u{20}|\n|# |- |**|`|$|US$|¥|€|7|12|1,000|3.5|0|½|2024-11-06|2024年11月6日|%|万|亿|百万|\
            美元|元|个月|约|至|million|billion|bn|k|GPUs|/GPU-hour|kWh|–|-|to|about|比|MW";
        let pieces: Vec<&str> = PIECES.split('|').collect();
        let mut text = String::new();
        for _ in 0..self.below(60) {
            if self.one_in(12) {
                text.push_str(&self.text());
            } else {
                text.push_str(*self.pick(&pieces));
            }
        }
        text
    }

    /// A request of an analysis.
    pub fn analysis(&mut self, description: &AnalysisDescription) -> Value {
        self.untrusted(|grammar| grammar.request(description))
    }
}

/// A row with an id that no row of another index has.
fn with_id(row: &Record, index: usize) -> Record {
    let mut copy = Record::new().with("id", format!("row-{index}"));
    for (name, value) in row.iter().filter(|(name, _)| *name != "id") {
        copy.push(name, value.clone());
    }
    copy
}

/// Shapes that the grammar has no rule for would never be tried.
#[cfg(test)]
mod tests {
    use super::*;
    use chip_calculators::table::Shape;

    #[test]
    fn every_field_of_another_shape_has_a_rule() {
        for entry in CALCULATORS {
            let description = entry.description;
            let groups = description.nested.iter().flat_map(|group| group.fields);
            for field in groups {
                assert!(matches!(field.shape, Shape::Column), "{}", field.name);
            }
            if description.name != "scenarioOutlook" {
                assert!(description.fields.is_empty(), "{}", description.name);
            }
        }
    }
}
