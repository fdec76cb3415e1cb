//! Turns the catalogue in `data/` into Rust tables; fails the build on a figure without a source.

use serde::Deserialize;
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs, process};

#[path = "data/check.rs"]
mod check;

fn main() {
    println!("cargo:rerun-if-changed=data");
    match tables() {
        Ok(tables) => {
            let out = env::var_os("OUT_DIR").expect("cargo sets OUT_DIR");
            fs::write(Path::new(&out).join("catalog.rs"), tables).expect("OUT_DIR is writable");
        }
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            process::exit(1);
        }
    }
}

type Files = BTreeMap<String, Value>;

fn tables() -> Result<String, Vec<String>> {
    let files = read()?;
    let mut problems = check::problems(&files);
    let sources: Vec<Source> = records(&files, "sources.json", &mut problems);
    let chips: Vec<Chip> = records(&files, "chips.json", &mut problems);
    let presets: Vec<Preset> = records(&files, "presets.json", &mut problems);
    let clouds: Vec<CloudPrice> = records(&files, "cloud-prices.json", &mut problems);
    let electricity: Vec<Electricity> = records(&files, "electricity.json", &mut problems);
    let mlperf: Vec<Mlperf> = records(&files, "mlperf.json", &mut problems);
    let quotes: Vec<HardwarePrice> = records(&files, "hardware-prices.json", &mut problems);
    // These are shipped as data only; decoding them still finds a misspelt field.
    let _: Vec<Assumption> = records(&files, "assumptions.json", &mut problems);
    let article: Vec<ArticleInput> = records(&files, "article-inputs.json", &mut problems);
    if !problems.is_empty() {
        return Err(problems);
    }
    let mut out = article_tables(&presets, &article);
    table(
        &mut out,
        "SOURCES",
        "Source",
        sources.iter().map(Source::rust),
    );
    table(
        &mut out,
        "CHIPS",
        "Chip",
        chips.iter().map(|chip| chip.rust(&mlperf)),
    );
    table(
        &mut out,
        "PRESETS",
        "Preset",
        presets.iter().map(Preset::rust),
    );
    table(
        &mut out,
        "CLOUD_PRICES",
        "CloudPrice",
        clouds.iter().map(CloudPrice::rust),
    );
    table(
        &mut out,
        "ELECTRICITY",
        "ElectricityPrice",
        electricity.iter().map(Electricity::rust),
    );
    table(
        &mut out,
        "HARDWARE_PRICES",
        "HardwarePrice",
        quotes.iter().map(HardwarePrice::rust),
    );
    Ok(out)
}

/// Every JSON file directly in `data/`, by name.
fn read() -> Result<Files, Vec<String>> {
    let mut files = Files::new();
    let mut problems = Vec::new();
    for entry in fs::read_dir("data").expect("data/ exists").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry
            .path()
            .extension()
            .is_none_or(|extension| extension != "json")
        {
            continue;
        }
        match fs::read_to_string(entry.path()).map(|text| serde_json::from_str(&text)) {
            Ok(Ok(value)) => drop(files.insert(name, value)),
            Ok(Err(error)) => problems.push(format!("data/{name}: {error}")),
            Err(error) => problems.push(format!("data/{name}: {error}")),
        }
    }
    if problems.is_empty() {
        Ok(files)
    } else {
        Err(problems)
    }
}

/// The records of one file, strictly decoded; what does not decode is a problem that names the record.
fn records<T: DeserializeOwned>(files: &Files, file: &str, problems: &mut Vec<String>) -> Vec<T> {
    let content = files
        .get(file)
        .map(|content| content.get("results").unwrap_or(content));
    let Some(list) = content.and_then(Value::as_array) else {
        problems.push(format!("data/{file}: no list of records"));
        return Vec::new();
    };
    let mut decoded = Vec::new();
    for (index, record) in list.iter().enumerate() {
        let id = ["id", "parameter"]
            .iter()
            .find_map(|key| record.get(key)?.as_str());
        let label = id.map_or_else(|| format!("record {index}"), str::to_owned);
        match T::deserialize(record) {
            Ok(record) => decoded.push(record),
            Err(error) => problems.push(format!("data/{file}: {label}: {error}")),
        }
    }
    decoded
}

/// Without the feature `catalogue` the data are checked all the same, and the tables left empty.
fn table(out: &mut String, name: &str, kind: &str, rows: impl Iterator<Item = String>) {
    let shipped = env::var_os("CARGO_FEATURE_CATALOGUE").is_some();
    // Not a static: constants elsewhere are made of it.
    writeln!(out, "pub const {name}: &[{kind}] = &[").expect("writing to a string");
    for row in rows.filter(|_| shipped) {
        writeln!(out, "    {row},").expect("writing to a string");
    }
    out.push_str("];\n");
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Source {
    id: String,
    title: String,
    publisher: String,
    /// For the pages alone, which read the file themselves.
    #[serde(rename = "zh")]
    _zh: Option<serde::de::IgnoredAny>,
    url: Option<String>,
    date: String,
    licence: String,
    attribution: Option<String>,
}

impl Source {
    fn rust(&self) -> String {
        format!(
            "Source {{ id: {:?}, title: {:?}, publisher: {:?}, url: {:?}, date: {:?}, licence: {:?}, attribution: {:?} }}",
            self.id,
            self.title,
            self.publisher,
            self.url,
            self.date,
            self.licence,
            self.attribution
        )
    }
}

#[derive(Deserialize, Clone, Copy)]
#[serde(rename_all = "lowercase")]
enum Status {
    Measured,
    Published,
    Estimated,
    Article,
}

impl Status {
    fn rust(self) -> &'static str {
        match self {
            Self::Measured => "Status::Measured",
            Self::Published => "Status::Published",
            Self::Estimated => "Status::Estimated",
            Self::Article => "Status::Article",
        }
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Figure {
    value: f64,
    status: Status,
    source: String,
    date: Option<String>,
}

impl Figure {
    fn rust(&self) -> String {
        figure(
            self.value,
            self.status,
            &self.source,
            self.date.as_deref(),
            None,
        )
    }
}

fn figure(
    value: f64,
    status: Status,
    source: &str,
    date: Option<&str>,
    detail: Option<&str>,
) -> String {
    format!(
        "Figure {{ value: {value:?}, status: {}, source: {source:?}, date: optional_label({date:?}), detail: {detail:?} }}",
        status.rust()
    )
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Price {
    value: f64,
    low: f64,
    high: f64,
    status: Status,
    source: String,
    date: String,
    quotes: u32,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Chip {
    id: String,
    name: String,
    vendor: String,
    form: Option<String>,
    launched: Option<String>,
    process: Option<String>,
    memory_type: Option<String>,
    warning: Option<String>,
    price: Option<Price>,
    figures: BTreeMap<String, Figure>,
}

impl Chip {
    fn rust(&self, mlperf: &[Mlperf]) -> String {
        let mut figures: Vec<String> = check::FIGURES
            .iter()
            .filter(|name| **name != "powerW")
            .filter_map(|name| Some(pair(name, &self.figures.get(*name)?.rust())))
            .collect();
        for result in mlperf
            .iter()
            .filter(|result| result.catalogue && result.chip == self.id)
        {
            let metric = check::mlperf_metric(&result.benchmark, &result.scenario, &result.round);
            figures.push(pair(&metric.expect("checked"), &result.rust()));
        }
        let price = self.price.as_ref().map(|price| {
            let detail = match price.quotes {
                1 => "one quote".to_owned(),
                quotes => format!("median of {quotes} quotes"),
            };
            figure(
                price.value,
                price.status,
                &price.source,
                Some(&price.date),
                Some(&detail),
            )
        });
        format!(
            "Chip {{ id: {:?}, name: {:?}, vendor: text({:?}), form: optional_text({:?}), launched: optional_text({:?}), process: optional_text({:?}), memory_type: optional_text({:?}), \
             warning: {:?}, price: {}, price_range: {:?}, power_w: {}, figures: &[{}] }}",
            self.id,
            self.name,
            self.vendor,
            self.form,
            self.launched,
            self.process,
            self.memory_type,
            self.warning,
            option(price),
            self.price.as_ref().map(|price| (price.low, price.high)),
            option(self.figures.get("powerW").map(Figure::rust)),
            figures.join(", ")
        )
    }
}

/// A metric's figure; the variant's name is the metric's with a capital.
fn pair(metric: &str, figure: &str) -> String {
    let (first, rest) = metric.split_at(1);
    format!("(Metric::{}{rest}, {figure})", first.to_uppercase())
}

fn option(value: Option<String>) -> String {
    value.map_or_else(|| "None".to_owned(), |value| format!("Some({value})"))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct Mlperf {
    chip: String,
    round: String,
    benchmark: String,
    scenario: String,
    accelerators: u32,
    #[serde(rename = "result")]
    _result: f64,
    per_gpu: f64,
    precision: Option<String>,
    submitter: String,
    #[serde(rename = "system")]
    _system: String,
    inferred: bool,
    catalogue: bool,
    status: Status,
    source: String,
    date: String,
}

impl Mlperf {
    fn rust(&self) -> String {
        let precision = self.precision.as_deref().unwrap_or("precision not stated");
        let accelerators = match self.accelerators {
            1 => "1 accelerator".to_owned(),
            count => format!("{count} accelerators"),
        };
        let inferred = if self.inferred {
            ", inferred from another run"
        } else {
            ""
        };
        let detail = format!(
            "MLPerf Inference {}, {precision}, {accelerators}, {}{inferred}; per accelerator by division",
            self.round, self.submitter
        );
        figure(
            self.per_gpu,
            self.status,
            &self.source,
            Some(&self.date),
            Some(&detail),
        )
    }
}

/// What the article gives one calculator.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct ArticleInput {
    calculator: String,
    #[serde(default)]
    values: BTreeMap<String, ArticleFigure>,
    #[serde(default)]
    chips: Vec<ArticleChip>,
    #[serde(default)]
    scenarios: Vec<ArticleScenario>,
}

#[derive(Deserialize)]
struct ArticleFigure {
    value: f64,
    low: Option<f64>,
    high: Option<f64>,
}

#[derive(Deserialize)]
struct ArticleChip {
    chip: String,
    name: String,
    price: f64,
    performance: f64,
    sparsity: String,
}

#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct ArticleScenario {
    name: String,
    probability: f64,
    price: f64,
    market_value: f64,
}

/// What the article says, by `calculator.figure`: of the cluster, its preset. The defaults of the
/// parameters are made of it, so that it is there without the feature `catalogue` as well.
fn article_tables(presets: &[Preset], inputs: &[ArticleInput]) -> String {
    let mut out = String::from("pub const ARTICLE: &[(&str, f64)] = &[\n");
    let mut put = |name: &str, value: f64| {
        writeln!(out, "    ({name:?}, {value:?}),").expect("writing to a string");
    };
    let preset = presets.iter().find(|preset| preset.id == "article");
    for (name, figure) in preset.iter().flat_map(|preset| &preset.values) {
        put(&format!("cluster.{name}"), figure.value);
    }
    for input in inputs {
        for (name, figure) in &input.values {
            let name = format!("{}.{name}", input.calculator);
            put(&name, figure.value);
            for (end, bound) in [("low", figure.low), ("high", figure.high)] {
                if let Some(bound) = bound {
                    put(&format!("{name}.{end}"), bound);
                }
            }
        }
    }
    out.push_str("];\n");
    out.push_str("pub const ARTICLE_CHIPS: &[ArticleChip] = &[\n");
    for chip in inputs.iter().flat_map(|input| &input.chips) {
        let (first, rest) = chip.sparsity.split_at(1);
        let sparsity = first.to_uppercase() + rest;
        writeln!(
            out,
            "    ArticleChip {{ id: {:?}, name: {:?}, price: {:?}, performance: {:?}, \
             sparsity: Sparsity::{sparsity} }},",
            chip.chip, chip.name, chip.price, chip.performance,
        )
        .expect("writing to a string");
    }
    out.push_str("];\n");
    out.push_str("pub const ARTICLE_SCENARIOS: &[ArticleScenario] = &[\n");
    for scenario in inputs.iter().flat_map(|input| &input.scenarios) {
        writeln!(
            out,
            "    ArticleScenario {{ id: {:?}, probability: {:?}, price: {:?}, market_value: {:?} }},",
            scenario.name, scenario.probability, scenario.price, scenario.market_value,
        )
        .expect("writing to a string");
    }
    out.push_str("];\n");
    out
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    en: String,
    zh: String,
}

impl Text {
    fn rust(&self) -> String {
        format!(
            "Text {{ en: text({:?}), zh: text({:?}) }}",
            self.en, self.zh
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Preset {
    id: String,
    title: Text,
    note: Text,
    values: BTreeMap<String, Figure>,
}

impl Preset {
    fn rust(&self) -> String {
        let values: Vec<String> = self
            .values
            .iter()
            .map(|(name, figure)| format!("({name:?}, {:?})", figure.value))
            .collect();
        let figures: Vec<String> = self
            .values
            .iter()
            .map(|(name, figure)| format!("({name:?}, {})", figure.rust()))
            .collect();
        format!(
            "Preset {{ id: {:?}, title: {}, note: {}, values: &[{}], figures: figures_with_labels(&[{}]) }}",
            self.id,
            self.title.rust(),
            self.note.rust(),
            values.join(", "),
            figures.join(", ")
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct CloudPrice {
    provider: String,
    instance: Option<String>,
    chip_label: String,
    chip: Option<String>,
    gpus: Option<u32>,
    on_demand: Option<f64>,
    spot: Option<f64>,
    commit1y: Option<f64>,
    commit3y: Option<f64>,
    region: Option<String>,
    date: String,
    #[serde(rename = "dateBasis")]
    _date_basis: DateBasis,
    status: Status,
    source: String,
    url: Option<String>,
    note: Option<String>,
}

#[derive(Deserialize)]
#[serde(rename_all = "lowercase")]
enum DateBasis {
    Stated,
    File,
    Commit,
}

impl CloudPrice {
    fn rust(&self) -> String {
        format!(
            "CloudPrice {{ provider: {:?}, instance: {:?}, chip_label: {:?}, chip: {:?}, gpus: {:?}, on_demand: {:?}, spot: {:?}, \
             commit_1y: {:?}, commit_3y: {:?}, region: {:?}, date: {:?}, status: {}, source: {:?}, url: {:?}, note: {:?} }}",
            self.provider,
            self.instance,
            self.chip_label,
            self.chip,
            self.gpus,
            self.on_demand,
            self.spot,
            self.commit1y,
            self.commit3y,
            self.region,
            self.date,
            self.status.rust(),
            self.source,
            self.url,
            self.note
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Electricity {
    region: String,
    #[serde(rename = "kind")]
    _kind: String,
    period: String,
    currency: String,
    commercial: Option<f64>,
    industrial: Option<f64>,
    status: Status,
    source: String,
    #[serde(rename = "note")]
    _note: Option<String>,
}

impl Electricity {
    fn rust(&self) -> String {
        format!(
            "ElectricityPrice {{ region: {:?}, period: {:?}, currency: {:?}, commercial: {:?}, industrial: {:?}, status: {}, source: {:?} }}",
            self.region,
            self.period,
            self.currency,
            self.commercial,
            self.industrial,
            self.status.rust(),
            self.source
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields, rename_all = "camelCase")]
struct HardwarePrice {
    #[serde(rename = "item")]
    _item: String,
    chip: Option<String>,
    date: String,
    low: f64,
    high: f64,
    kind: String,
    #[serde(rename = "gpusInQuote")]
    _gpus_in_quote: Option<u32>,
    #[serde(rename = "note")]
    _note: Option<String>,
    status: Status,
    source: String,
    #[serde(rename = "url")]
    _url: String,
}

impl HardwarePrice {
    fn rust(&self) -> String {
        format!(
            "HardwarePrice {{ chip: {:?}, date: {:?}, low: {:?}, high: {:?}, kind: {:?}, status: {}, source: {:?} }}",
            self.chip,
            self.date,
            self.low,
            self.high,
            self.kind,
            self.status.rust(),
            self.source
        )
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(dead_code, reason = "decoded only to find misspelt fields")]
struct Assumption {
    id: String,
    quantity: String,
    chip: Option<String>,
    unit: String,
    value: Option<f64>,
    low: Option<f64>,
    high: Option<f64>,
    status: Status,
    source: String,
    date: String,
    note: Option<String>,
}
