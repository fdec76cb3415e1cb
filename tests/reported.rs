//! Faults that others reported of calculators like these, and right figures for each: `reported.json`
//! says where from. What JSON cannot ask, objects and memory of JavaScript, it leaves to the tests it
//! names.
#![cfg(not(target_arch = "wasm32"))]

mod vectors;

use chip_calculators::analysis::{ANALYSES, goal_seek};
use chip_calculators::error::{CalculatorError, FieldCode};
use chip_calculators::finance::{irr, payback_months};
use chip_calculators::value::Value::Number;
use serde_json::Value;
use vectors::from_json;

const REPORTED: &str = include_str!("reference/reported.json");

/// How many cases there are: none may drop out by a misspelt name.
const CASES: usize = 34;

fn run(function: &str, input: &Value) -> Result<Value, CalculatorError> {
    let analysis = ANALYSES
        .iter()
        .find(|entry| entry.description.name == function);
    let run = analysis.map_or_else(|| vectors::entry(function).run, |analysis| analysis.run);
    run(&from_json(input))
}

/// The value at `a.b[2].c`, `a.length` or `a*730`.
fn at(answer: &Value, path: &str) -> Value {
    if let Some((path, factor)) = path.split_once('*') {
        let number = at(answer, path).as_f64().expect(path);
        return (number * factor.parse::<f64>().expect("a factor")).into();
    }
    let mut at = answer;
    for step in path.split('.') {
        let (name, index) = match step.split_once('[') {
            Some((name, index)) => (name, index.strip_suffix(']')),
            None => (step, None),
        };
        if let (Value::Array(list), "length") = (at, name) {
            return list.len().into();
        }
        at = at
            .get(name)
            .unwrap_or_else(|| panic!("no {path} in {answer}"));
        if let Some(index) = index {
            let index: usize = index.parse().expect("an index");
            at = at
                .get(index)
                .unwrap_or_else(|| panic!("no {path} in {answer}"));
        }
    }
    at.clone()
}

fn check(id: &str, case: &Value) {
    let function = case["function"].as_str().expect("a function");
    let answer = run(function, &case["input"]);
    if let Some(expected) = case["expectError"].as_array() {
        let error = answer.expect_err(id);
        let found = error
            .fields
            .iter()
            .map(|field| (&*field.path, field.code.as_str()));
        let expected = expected.iter().map(|field| {
            let text = |name: &str| field[name].as_str().expect("a text");
            (text("path"), text("code"))
        });
        assert!(found.eq(expected), "{id}: {error}");
        return;
    }
    let answer = answer.unwrap_or_else(|error| panic!("{id}: {error}"));
    for (path, expected) in case["expect"].as_object().expect("what is expected") {
        let found = at(&answer, path);
        match (&expected[0], found.as_f64()) {
            (Value::Number(number), Some(found)) => {
                let number = number.as_f64().expect("a number");
                let tolerance = expected[1].as_f64().expect("a tolerance");
                assert!(
                    (found - number).abs() <= tolerance,
                    "{id}: {path} is {found}, not {number} within {tolerance}"
                );
            }
            (expected, _) => assert_eq!(found, *expected, "{id}: {path}"),
        }
    }
}

#[test]
fn what_others_got_wrong_is_right() {
    let cases: Vec<Value> = serde_json::from_str(REPORTED).expect("a list of cases");
    for case in &cases {
        let id = case["id"].as_str().expect("an id");
        assert!(case["source"].is_string(), "{id} is of no source");
        match &case["runs"] {
            Value::Array(runs) => {
                for run in runs {
                    check(id, run);
                }
            }
            _ => named(id, &case["tests"]),
        }
    }
    assert_eq!(cases.len(), CASES);
}

/// The tests that hold a case are there.
fn named(id: &str, tests: &Value) {
    let tests: Vec<[String; 2]> = serde_json::from_value(tests.clone()).expect(id);
    assert!(!tests.is_empty(), "{id} is held by nothing");
    for [file, name] in tests {
        let text = std::fs::read_to_string(&file).expect(&file);
        let (rust, javascript) = (format!("fn {name}()"), format!("test(\"{name}\""));
        let there = text.contains(&rust) || text.contains(&javascript);
        assert!(there, "{id}: no {name} in {file}");
    }
}

/// A year's hours as any host writes them: F04 of the list.
#[test]
fn a_year_of_hours_comes_in_as_json() {
    let trace = |hours: usize| {
        let hours: Vec<usize> = (0..hours).map(|hour| 500 + hour % 24).collect();
        let text = serde_json::json!({"demand": {"trace": hours}}).to_string();
        run("cloudBreakEven", &serde_json::from_str(&text).unwrap())
    };
    let answer = trace(8760).unwrap();
    let mean = answer["hybrid"]["meanDemand"].as_f64().unwrap();
    assert!((mean - 511.5).abs() < 1e-9, "{mean}");
    assert_eq!(answer["hybrid"]["peakDemand"], 523.0);
    assert_eq!(at(&answer, "input.demand.trace.length"), 8760);
    let error = trace(100_001).unwrap_err();
    let [field] = &*error.fields else {
        panic!("{error}")
    };
    assert_eq!(field.path, "demand.trace");
    assert_eq!(field.code, FieldCode::TooManyEntries);
    assert_eq!(field.value, Number(100_001.0));
    assert_eq!(field.max, Some(100_000.0));
}

#[test]
fn the_parts_of_a_present_value_sum_to_it() {
    let input = serde_json::json!({"preset": "itemised", "residualFraction": 0.2, "staffCount": 3});
    let answer = run("clusterTco", &input).unwrap();
    let parts = answer["parts"].as_object().unwrap().values();
    let sum: f64 = parts
        .map(|part| part["presentValue"].as_f64().unwrap())
        .sum();
    assert!((sum / answer["presentValue"].as_f64().unwrap() - 1.0).abs() < 1e-12);
}

/// <https://github.com/numpy/numpy-financial/issues/44>: a last flow of −1 adds a second rate.
#[test]
fn every_rate_of_return_of_a_long_flow_is_found() {
    let flows = [
        -1678.87, 771.96, 1814.05, 3520.3, 3552.95, 3584.99, 4789.91, -1.0,
    ];
    let found = irr(&flows);
    let expected = [-0.999_791_260_428_328_3, 1.004_269_848_720_557_7];
    assert_eq!(found.len(), 2);
    for (found, expected) in found.iter().zip(expected) {
        assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
    }
}

/// <https://github.com/ebradyjobory/finance.js/pull/50>: a year too many, less the fraction of the last.
#[test]
fn a_payback_takes_the_part_of_its_last_year() {
    let months = payback_months(50.0, [10.0, 13.0, 16.0, 19.0, 22.0]).unwrap();
    assert!((months - (36.0 + 12.0 * 11.0 / 19.0)).abs() < 1e-12);
}

/// A plateau is told by both its ends: 9 to 16 GPUs are two servers of eight.
#[test]
fn a_plateau_is_told_by_both_its_ends() {
    let request = serde_json::json!({
        "calculator": "clusterTco", "parameter": "gpus", "output": "installedGpus", "target": 16,
    });
    let answer = serde_json::to_value(goal_seek(&from_json(&request)).unwrap()).unwrap();
    assert_eq!(answer["values"], serde_json::json!([9.0, 16.0]));
}

/// Whether a value is out of reach or was only not found.
#[test]
fn what_is_out_of_reach_is_told_from_what_was_not_found() {
    let reason = |request: Value| {
        let answer = serde_json::to_value(goal_seek(&from_json(&request)).unwrap()).unwrap();
        assert!(answer["resolution"].as_f64().unwrap() > 0.0);
        answer["reason"].clone()
    };
    // The rent rises with the rate throughout.
    let below = serde_json::json!({
        "calculator": "cloudBreakEven", "parameter": "cloudRate", "output": "annualRent", "target": -1,
    });
    assert_eq!(reason(below), "outOfReach");
    // The value of these flows turns at a rate between the bounds.
    let turning = serde_json::json!({
        "calculator": "investmentReturn",
        "input": {"investment": 1000, "annualBenefit": 2200, "benefitGrowth": -1, "years": 2, "residual": -1210},
        "parameter": "discountRate", "output": "npv", "target": 5,
    });
    assert_eq!(reason(turning), "notFound");
}
