//! The reference vectors natively, and what must hold for any calculator.
#![cfg(not(target_arch = "wasm32"))]

mod determinism;
mod support;
mod vectors;

use chip_calculators::calculators::demand::LONGEST_TRACE;
use chip_calculators::calculators::{CALCULATORS, SINGLES, Single};
use chip_calculators::catalog;
use chip_calculators::error::FieldCode;
use chip_calculators::reader::Reader;
use chip_calculators::table::{Found, Kind, Output, Parameter, Part, Shape};
use chip_calculators::value::{Record, Value};
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;
use support::{described, finite};
use vectors::{entry, from_json, run};

#[test]
fn worked_examples() {
    assert_eq!(vectors::worked_examples(), vectors::WORKED);
}

#[test]
fn the_same_bits_as_everywhere() {
    determinism::check();
}

#[test]
fn refusals() {
    assert_eq!(vectors::refusals(), vectors::REFUSED);
}

#[test]
fn not_finite_numbers_are_refused_at_every_parameter() {
    for entry in CALCULATORS {
        for parameter in entry.description.parameters {
            if !parameter.kind.is_numeric() {
                continue;
            }
            for (number, code) in [
                (f64::NAN, FieldCode::NotANumber),
                (f64::INFINITY, FieldCode::NotFinite),
                (f64::NEG_INFINITY, FieldCode::NotFinite),
            ] {
                let input = Record::new().with(parameter.name, number).into();
                let error = (entry.run)(&input).unwrap_err();
                assert_eq!(error.fields.len(), 1);
                assert_eq!(error.fields[0].path, parameter.name);
                assert_eq!(error.fields[0].code, code);
            }
        }
    }
}

#[test]
fn every_bound_is_itself_allowed_and_gives_finite_results() {
    for entry in CALCULATORS {
        for parameter in entry.description.parameters {
            for bound in [parameter.min, parameter.max] {
                let input = Record::new()
                    .with(parameter.name, parameter.show(bound))
                    .into();
                let answer = (entry.run)(&input)
                    .unwrap_or_else(|error| panic!("{} at {bound}: {error}", parameter.name));
                finite(&answer, &format!("{} at {bound}", parameter.name));
            }
        }
    }
}

/// One scenario without a figure, one with a plain one.
fn break_even_scenarios() -> Json {
    json!({
        "calculator": "cloudBreakEven",
        "output": "paybackMonths",
        "base": {"preset": "article"},
        "normalize": true,
        "scenarios": [
            {"id": "base", "name": "As it is", "probability": 5},
            {"id": "cheap", "probability": 3, "overrides": {"cloudRate": 1.5}},
            {"id": "assumed", "probability": 2, "value": 60},
        ],
    })
}

/// Each result asked for alone is the one that stands among all of them.
fn alone(function: &str, input: &Json, answer: &Json) {
    let mut singles = SINGLES.iter();
    let single = singles.find(|single| single.description.name == function);
    let Single {
        description,
        result,
    } = single.expect("a calculator");
    let compare = |path: &str, outputs: &[Output], record: &Json| {
        for output in outputs {
            let path = format!("{path}{}", output.name);
            let expected = match result(&from_json(input), &path).unwrap() {
                Some(Found::Number(number)) => json!(number),
                Some(Found::Word(word)) => json!(word),
                Some(Found::Null(reason)) => {
                    assert_eq!(record["reasons"][output.name], json!(reason), "{path}");
                    Json::Null
                }
                None => panic!("{function} has no {path}"),
            };
            assert_eq!(record[output.name], expected, "{function} {path} {input}");
        }
    };
    compare("", description.outputs, answer);
    for member in description.details {
        if let Shape::OptionalRecord(part) = member.shape
            && !answer[member.name].is_null()
        {
            let path = format!("{}.", member.name);
            compare(&path, part.outputs, &answer[member.name]);
        }
    }
    assert_eq!(result(&from_json(input), "nothing").unwrap(), None);
    assert_eq!(result(&from_json(input), "nothing.saving").unwrap(), None);
    let bad = Record::new().with("nothing", 1.0).into();
    assert_eq!(
        result(&bad, "nothing").unwrap_err(),
        (entry(function).run)(&bad).unwrap_err()
    );
}

#[test]
fn a_result_is_what_its_description_says() {
    let inputs = [
        (
            "clusterTco",
            json!({"tokensPerSecond": 3000, "densePflops": 1.979}),
        ),
        (
            "clusterTco",
            json!({"utilization": 0, "gpuPrice": 0, "siteCapex": 0}),
        ),
        ("cloudBreakEven", json!({})),
        (
            "cloudBreakEven",
            json!({"cloudRate": 0, "offers": [{"id": "a", "cloudRate": 3}]}),
        ),
        ("pricePerformance", json!({})),
        ("pricePerformance", json!({"preset": "article"})),
        (
            "pricePerformance",
            json!({"basis": "power", "metric": "memoryGb"}),
        ),
        ("cloudBreakEven", json!({"demand": {}})),
        (
            "cloudBreakEven",
            json!({"cloudRate": 0, "siteCapex": 0, "gpuPrice": 0, "demand": {"trace": [0, 0]}}),
        ),
        (
            "cloudBreakEven",
            json!({"cloudBilling": "reserved", "demand": {"spread": "uniform"}}),
        ),
        ("investmentReturn", json!({})),
        ("investmentReturn", json!({"annualBenefit": 0})),
        ("investmentReturn", json!({"residual": -300e6})),
        ("productLine", json!({})),
        ("productLine", json!({"units": 0})),
        ("scenarioOutlook", json!({})),
        ("scenarioOutlook", break_even_scenarios()),
    ];
    for name in CALCULATORS.iter().map(|entry| entry.description.name) {
        assert!(
            inputs.iter().any(|(function, _)| *function == name),
            "{name} is not tried"
        );
    }
    for (function, input) in inputs {
        let description = entry(function).description;
        let answer = (entry(function).run)(&from_json(&input)).unwrap();
        let part = Part {
            outputs: description.outputs,
            members: description.details,
        };
        described(&answer, part, &["input", "modelVersion"], function);
        alone(function, &input, &answer);
    }
}

#[test]
fn a_result_can_be_computed_again_from_its_own_input() {
    for (function, input) in [
        ("clusterTco", json!({"preset": "itemised", "gpus": 64})),
        (
            "cloudBreakEven",
            json!({"offers": [{"id": "a", "cloudBilling": "reserved"}]}),
        ),
        (
            "pricePerformance",
            json!({"chips": ["h200-sxm", {"id": "h100-sxm", "price": 30000}]}),
        ),
        ("pricePerformance", json!({"preset": "article"})),
        (
            "cloudBreakEven",
            json!({"demand": {"durationCurve": [{"hours": 3000, "gpus": 700}, {"hours": 0, "gpus": 9000}]}}),
        ),
        (
            "cloudBreakEven",
            json!({"gpus": 64, "demand": {"spread": "gamma", "variation": 0.9}}),
        ),
        ("cloudBreakEven", json!({"demand": {"trace": [5, 8, 2]}})),
        (
            "investmentReturn",
            json!({"delayMonths": 7, "timing": "mid"}),
        ),
        ("productLine", json!({"grossMargin": -0.2})),
        ("scenarioOutlook", json!({"preset": "articleMarketValue"})),
        ("scenarioOutlook", break_even_scenarios()),
    ] {
        let first = run(function, &input).unwrap();
        let second = run(function, &first["input"]).unwrap();
        assert_eq!(first, second, "{function}");
    }
}

#[test]
fn a_year_of_hours_is_a_column_or_a_list() {
    let run = |trace: Value| {
        let demand = Record::new().with("trace", trace);
        (entry("cloudBreakEven").run)(&Record::new().with("demand", demand).into())
    };
    assert!(run(Value::Column(vec![500.0; 8760])).is_ok());
    assert!(run(Value::List(vec![Value::Number(500.0); 8760])).is_ok());
    for trace in [
        Value::List(vec![Value::Number(500.0); LONGEST_TRACE + 1]),
        Value::Column(vec![500.0; LONGEST_TRACE + 1]),
        Value::TooLong(LONGEST_TRACE + 1),
    ] {
        let error = run(trace).unwrap_err();
        assert_eq!(error.fields[0].path, "demand.trace");
        assert_eq!(error.fields[0].code, FieldCode::TooManyEntries);
        let longest = LONGEST_TRACE as f64;
        assert_eq!(error.fields[0].value, Value::Number(longest + 1.0));
        assert_eq!(error.fields[0].max, Some(longest));
    }
}

#[test]
fn bad_values_that_are_not_listed_are_counted() {
    for trace in [
        Value::Column(vec![-1.0; 8760]),
        Value::List(vec![Value::Number(-1.0); 8760]),
    ] {
        let demand = Record::new().with("trace", trace);
        let input = Record::new().with("gpus", -1.0).with("demand", demand);
        let error = (entry("cloudBreakEven").run)(&input.into()).unwrap_err();
        assert_eq!((error.fields.len(), error.count), (101, 8761));
        assert!(error.to_string().ends_with(" and 8741 more"), "{error}");
    }
}

#[test]
fn bad_values_are_counted_however_deep_they_stand() {
    let part = Parameter::fraction().bounds(0.0, 1.0);
    let row = Record::new().with("parts", vec![2.0; 250]);
    let row = Record::new().with("group", row).with("other", 1.0);
    let input = Record::new()
        .with("rows", vec![Value::from(row.clone()), row.into()])
        .into();
    let mut reader = Reader::new(&input);
    reader.list("rows", false, |row| {
        row.group("group", |group| group.column("parts", &part, 300))
    });
    let error = reader.finish().unwrap_err();
    assert_eq!((error.fields.len(), error.count), (202, 502));
}

#[test]
fn parameter_tables_are_sound() {
    for entry in CALCULATORS {
        let description = entry.description;
        let groups = description.nested.iter().map(|group| group.parameters);
        let lists = description.lists.iter().map(|list| list.parameters);
        let nested = description.nested.iter().flat_map(|group| group.lists);
        let tables = groups
            .chain(lists)
            .chain(nested.map(|list| list.parameters))
            .chain([description.parameters]);
        for table in tables {
            sound(table);
        }
    }
}

fn sound(table: &[Parameter]) {
    let mut names = BTreeSet::new();
    for parameter in table {
        let Parameter {
            name,
            min,
            max,
            default,
            smallest,
            kind,
            low,
            high,
            ..
        } = *parameter;
        assert!(names.insert(name), "{name} stands twice");
        assert!(min <= max && 0.0 < smallest, "{name}");
        assert!(kind != Kind::Number || smallest < max, "{name}");
        for value in [
            default,
            low.map(|low| low.value),
            high.map(|high| high.value),
        ] {
            assert!(
                value.is_none_or(|value| (min..=max).contains(&value)),
                "{name}"
            );
        }
        if let (Some(low), Some(high)) = (low, high) {
            assert!(low.value < high.value, "{name}");
        }
        let cited = [
            Some(parameter.source),
            low.map(|low| low.source),
            high.map(|high| high.source),
        ];
        for source in cited.into_iter().flatten() {
            assert!(
                catalog::source(source).is_some(),
                "{name}: no source {source}"
            );
        }
        assert!(!parameter.doc.trim().is_empty(), "{name}");
    }
}

#[test]
fn presets_name_parameters_that_exist() {
    for preset in catalog::presets() {
        for (name, _) in preset.values {
            let known = entry("cloudBreakEven").description.parameters;
            assert!(
                known.iter().any(|parameter| parameter.name == *name),
                "{name}"
            );
        }
    }
}

#[test]
fn a_slider_shows_what_is_usual_within_what_is_possible() {
    for entry in CALCULATORS {
        for parameter in entry.description.parameters {
            let name = parameter.name;
            let (low, high) = parameter.window;
            assert!(
                parameter.min <= low && low < high && high <= parameter.max,
                "{name}"
            );
            let cited = [parameter.low, parameter.high].map(|cited| cited.map(|it| it.value));
            for value in [parameter.default, cited[0], cited[1]]
                .into_iter()
                .flatten()
            {
                assert!((low..=high).contains(&value), "{name}: {value}");
            }
        }
    }
}

#[test]
fn money_is_in_a_unit_of_money_and_a_fraction_in_none() {
    for entry in CALCULATORS {
        let parameters = entry.description.parameters.iter();
        let quantities = parameters.map(|of| (of.name, of.unit, of.kind));
        let outputs = entry.description.outputs.iter();
        for (name, unit, kind) in quantities.chain(outputs.map(|of| (of.name, of.unit, of.kind))) {
            assert_eq!(kind == Kind::Money, unit.starts_with("USD"), "{name}");
            assert!(kind != Kind::Fraction || unit.is_empty(), "{name}");
        }
    }
}
