//! What the fuzz targets have in common: one function a target, over the fuzzer's bytes.
//!
//! Each draws an untrusted value from a grammar over the tables, asks, and checks more than that nothing
//! panics. That every accepted input ends soon is libFuzzer's `-timeout` to check.

pub mod analyses;
pub mod grammar;
pub mod oracle;
pub mod tree;

use chip_calculators::analysis::{ANALYSES, Of};
use chip_calculators::article::rule_map::rule_map as mapped;
use chip_calculators::article::{check as check_claims, check_text};
use chip_calculators::calculators::CALCULATORS;
use chip_calculators::catalog::{self, Metric};
use chip_calculators::draft::draft as drafted;
use chip_calculators::error::CalculatorError;
use chip_calculators::finance::{irr, npv};
use chip_calculators::table::Details;
use chip_calculators::value::Value;
use chip_calculators_csv::{Column, Results, Rows};
use grammar::Grammar;
use oracle::{ask, fits, run, spoilt};
use serde::Serialize;
use std::collections::BTreeMap;
use std::fmt::Debug;
use std::sync::LazyLock;
use tree::{at, edit, nodes, same};

#[path = "../../data/check.rs"]
#[allow(dead_code, reason = "build.rs and the tests use the rest")]
mod check;

/// The entry of a table; a target whose name is none must not pass.
fn find<T>(table: &'static [T], is: impl Fn(&T) -> bool) -> &'static T {
    table
        .iter()
        .find(|entry| is(entry))
        .expect("a function's name")
}

/// [`chip_calculators::calculators::Calculator::run`] of one calculator.
pub fn calculator(name: &str, bytes: &[u8]) {
    let entry = find(CALCULATORS, |entry| entry.description.name == name);
    let mut grammar = Grammar::new(bytes);
    let input = grammar.calculator(&entry.description);
    let input = crossed(&mut grammar, input);
    let Some(answer) = ask(entry.run, &input) else {
        return;
    };
    let description = &entry.description;
    let extra = ["input", "modelVersion"];
    fits(&answer, description.outputs, description.details, &extra);
    let echo = at(&answer, &["input"]).expect("the input of the answer");
    let again =
        run(entry.run, echo).unwrap_or_else(|error| panic!("{error} of {echo:?} of {input:?}"));
    assert!(same(&answer, &again, false), "{answer:?}\nnot {again:?}");
    spoilt(entry.run, &input, &mut grammar);
}

/// The value as it is or, as often, as a host gives it that has written it as JSON.
fn crossed(grammar: &mut Grammar, value: Value) -> Value {
    if grammar.below(2) == 0 {
        value
    } else {
        tree::through_json(&value)
    }
}

/// One analysis.
pub fn analysis(name: &str, bytes: &[u8]) {
    let entry = find(ANALYSES, |entry| entry.description.name == name);
    let mut grammar = Grammar::new(bytes);
    let request = grammar.analysis(&entry.description);
    let request = crossed(&mut grammar, request);
    let Some(answer) = ask(entry.run, &request) else {
        return;
    };
    let mut extra = vec!["input", "modelVersion"];
    if entry.description.columns {
        extra.push("columns");
    }
    let members = [entry.description.result, Of::PART.members].concat();
    fits(&answer, &[], &members, &extra);
    analyses::check(name, &request, &answer);
    spoilt(entry.run, &request, &mut grammar);
}

/// Names and ids asked of the catalogue, and the check of its files, with a place of one changed.
pub fn catalogue(bytes: &[u8]) {
    let mut grammar = Grammar::new(bytes);
    let name = grammar.name();
    if let Some(chip) = catalog::chip(&name) {
        assert_eq!(chip.id, name);
        for metric in Metric::ALL {
            let figure = chip.figure(*metric);
            assert!(figure.is_none_or(|figure| figure.value.is_finite()));
        }
    }
    if let Some(metric) = Metric::by_name(&name) {
        assert_eq!(metric.as_str(), name);
    }
    if let Some(preset) = catalog::preset(&name) {
        assert_eq!(preset.id, name);
    }
    assert!(catalog::source(&name).is_none_or(|source| source.id == name));

    let [sources, others @ ..] = &*FILES;
    let (name, file) = &others[grammar.below(others.len())];
    let place = grammar.below(nodes(file));
    let changed = edit(file, place, &mut |_| Some(grammar.any(3)));
    // A file that is not given is not checked; the sources are what the others refer to.
    let files = [(sources.0, &sources.1), (*name, &changed)];
    let files = files.map(|(name, file)| (name.to_owned(), tree::json(file)));
    let files = BTreeMap::from(files);
    assert_eq!(check::problems(&files), check::problems(&files));
}

static FILES: LazyLock<[(&str, Value); 9]> = LazyLock::new(|| {
    [
        ("sources.json", include_str!("../../data/sources.json")),
        (
            "assumptions.json",
            include_str!("../../data/assumptions.json"),
        ),
        ("chips.json", include_str!("../../data/chips.json")),
        ("article.json", include_str!("../../data/article.json")),
        (
            "cloud-prices.json",
            include_str!("../../data/cloud-prices.json"),
        ),
        (
            "electricity.json",
            include_str!("../../data/electricity.json"),
        ),
        (
            "hardware-prices.json",
            include_str!("../../data/hardware-prices.json"),
        ),
        ("mlperf.json", include_str!("../../data/mlperf.json")),
        ("presets.json", include_str!("../../data/presets.json")),
    ]
    .map(|(name, text)| {
        (
            name,
            tree::answer(&serde_json::from_str(text).expect("JSON")),
        )
    })
});

/// The rates of return of any flows.
pub fn rates_of_return(bytes: &[u8]) {
    let mut grammar = Grammar::new(bytes);
    let wild = grammar.below(4) == 3;
    let length = grammar.below(62);
    let flow = |_| match grammar.below(4) {
        0 => 0.0,
        1 => grammar.below(201) as f64 - 100.0,
        _ if wild => grammar.extreme(),
        _ => grammar.magnitude(),
    };
    let flows: Vec<f64> = (0..length).map(flow).collect();
    let rates = irr(&flows);
    assert!(rates.is_sorted(), "{rates:?} of {flows:?}");
    for rate in rates {
        assert!(rate.is_finite() && rate >= -1.0, "{rate} of {flows:?}");
        let sizes: Vec<f64> = flows.iter().map(|flow| flow.abs()).collect();
        let (value, size) = (npv(rate, &flows), npv(rate, &sizes));
        // Nearer to −1 a rate has too few digits left to say so.
        if !wild && rate > -0.999 && size.is_finite() {
            assert!(value.abs() <= 1e-9 * size, "{value} at {rate} of {flows:?}");
        }
    }
}

/// The file of an article with one of its values changed: it is judged or refused, twice alike, as a
/// value and as a text.
pub fn article(bytes: &[u8]) {
    let mut grammar = Grammar::new(bytes);
    let place = grammar.below(nodes(&ARTICLE));
    let file = edit(&ARTICLE, place, &mut |_| Some(grammar.any(3)));
    let file = crossed(&mut grammar, file);
    alike(check_claims(&file), check_claims(&file));
    let text = serde_json::to_string(&file).expect("JSON has a place for every value");
    alike(check_text(&text), check_text(&text));
    // Cut anywhere, it is no JSON.
    let mut end = (0..=grammar.below(text.len())).rev();
    let end = end.find(|end| text.is_char_boundary(*end)).unwrap_or(0);
    assert!(check_text(&text[..end]).is_err());
}

/// Two answers to one question.
fn alike<T: Serialize + Debug>(
    first: Result<T, CalculatorError>,
    again: Result<T, CalculatorError>,
) {
    match (first, again) {
        (Ok(first), Ok(again)) => {
            let json = |answer| serde_json::to_value(answer).expect("an answer is JSON");
            assert_eq!(json(first), json(again));
        }
        (Err(error), Err(again)) => {
            assert!(!error.fields.is_empty() && error.fields.len() <= error.count);
            // NaN among the values is never equal to itself.
            assert_eq!(format!("{error:?}"), format!("{again:?}"));
        }
        (first, again) => panic!("{first:?}\nagain {again:?}"),
    }
}

/// The skeleton of any text: figures stand in its lines, and the same text has the same.
pub fn draft(bytes: &[u8]) {
    let text = Grammar::new(bytes).article();
    let first = drafted(&text);
    for figure in &first.figures {
        assert!((1..=text.lines().count()).contains(&figure.line), "{text}");
    }
    alike(Ok(first), Ok(drafted(&text)));
}

/// Any lines as a table: each is a row, blank, or left to be told of, and a row has numbers within bounds.
pub fn table(bytes: &[u8]) {
    let Ok(text) = str::from_utf8(bytes) else {
        return;
    };
    for separator in [',', ';', '\t'] {
        let columns = vec![Column::number(0.0, 1.0, false, 0.5), Column::any()];
        let rows = Rows::read(text, separator, columns, &[1]);
        let lines = text.split('\n').filter(|line| !line.trim().is_empty());
        assert_eq!(rows.count() + rows.others().len(), lines.count(), "{text}");
        let numbers = rows.column(0);
        assert!(
            numbers.iter().all(|number| (0.0..=1.0).contains(number)),
            "{text}"
        );
        let mut results = Results::new();
        results.numbers(numbers);
        let written = results.lines(&rows).take_text();
        let again = String::from_utf8(written).expect("what was text");
        let columns = vec![Column::any(), Column::number(0.0, 1.0, false, f64::NAN)];
        // What is kept is a cell of CSV, unless quotes stand within it.
        let read = Rows::read(&again, ',', columns, &[]);
        assert!(
            read.count() == rows.count() || again.contains("\"\""),
            "{again}"
        );
    }
}

/// The article's rule of thumb against any request.
pub fn rule_map(bytes: &[u8]) {
    let mut grammar = Grammar::new(bytes);
    let request = grammar.rule_map();
    let request = crossed(&mut grammar, request);
    let answer = mapped(&request);
    if let Ok(map) = &answer {
        assert_eq!(map.cells.len(), map.sizes.len() * map.utilizations.len());
        assert!(map.agreeing <= map.ruled && map.ruled <= map.cells.len());
        for cell in &map.cells {
            assert!(cell.own.is_finite() && cell.rent.is_finite(), "{cell:?}");
            let least = cell
                .mixed
                .unwrap_or(f64::INFINITY)
                .min(cell.own)
                .min(cell.rent);
            assert!(least >= 0.0, "{cell:?}");
        }
    }
    alike(answer, mapped(&request));
}

static ARTICLE: LazyLock<Value> = LazyLock::new(|| {
    let file = include_str!("../../tests/articles/inference-costs.json");
    tree::answer(&serde_json::from_str(file).expect("JSON"))
});
