//! Goal seeking against single calls and the formulas.

use super::support::Dice;
use super::{article, at, cloud_break_even, from_json, goal_seek, number, rows, text};
use chip_calculators::analysis::MODELS;
use chip_calculators::analysis::goal_seek::{Unreached, seek};
use chip_calculators::reader::Reader;
use chip_calculators::value::Record;
use serde_json::{Value as Json, json};

#[test]
fn goal_seek_inverts() {
    let mut dice = Dice::new(11);
    let (mut tried, mut found_nearest) = (0, 0);
    for _ in 0..60 {
        let subject = dice.subject();
        for output in [
            "saving",
            "annualOwn",
            "breakEvenUtilizationRaw",
            "paybackMonths",
        ] {
            let output = subject.output(output).unwrap();
            let target = subject.value(output);
            if target.is_nan() {
                continue;
            }
            for name in [
                "gpuPrice",
                "cloudRate",
                "utilization",
                "siteCapex",
                "discountRate",
            ] {
                let parameter = subject.parameter(name).unwrap();
                let found = seek(&subject, parameter, output, target);
                if found.values.is_empty() {
                    // The input's own value gives the target: only a whole range can hide it.
                    assert_eq!(found.reason, Some(Unreached::EveryValue), "{name}");
                    continue;
                }
                tried += 1;
                let at = subject.column(parameter, &found.values, output);
                for (value, at) in found.values.iter().zip(&at) {
                    let off = (at - target).abs();
                    assert!(
                        off <= 1e-6 * target.abs().max(1.0),
                        "{name} = {value} gives {at}, not {target}"
                    );
                }
                found_nearest += u32::from(found.values.contains(&subject.values[parameter]));
            }
        }
    }
    assert!(
        tried > 300 && found_nearest * 10 > tried * 9,
        "{found_nearest} of {tried}"
    );
}

#[test]
fn goal_seek_finds_what_the_formulas_say() {
    let answer = goal_seek(&from_json(&json!({
        "calculator": "cloudBreakEven", "parameter": "cloudRate", "target": 0,
    })))
    .unwrap();
    let direct = cloud_break_even(&from_json(&json!({})));
    let rate = number(&direct, &["breakEvenCloudRate"]);
    assert!((number(&answer, &["value"]) / rate - 1.0).abs() < 1e-12);
    assert_eq!(*at(&answer, &["reason"]), Json::Null);
    assert_eq!(text(&answer, &["output"]), "saving");
}

#[test]
fn goal_seek_says_why_not() {
    let reason = |request: Json| {
        let answer = goal_seek(&from_json(&request)).unwrap();
        assert_eq!(*at(&answer, &["value"]), Json::Null);
        text(&answer, &["reason"]).to_owned()
    };
    assert_eq!(
        reason(json!({
            "calculator": "cloudBreakEven", "parameter": "cloudRate", "output": "annualRent", "target": -1,
        })),
        "outOfReach"
    );
    assert_eq!(
        reason(json!({
            "calculator": "cloudBreakEven", "input": {"cloudBilling": "reserved"},
            "parameter": "cloudRate", "output": "breakEvenUtilization", "target": 0.5,
        })),
        "noNumber"
    );
    assert_eq!(
        reason(
            json!({"calculator": "cloudBreakEven", "parameter": "carbonIntensity", "target": 0})
        ),
        "noEffect"
    );
    assert_eq!(
        reason(json!({
            "calculator": "clusterTco", "parameter": "utilization", "output": "capital",
            "target": 42e6,
        })),
        "everyValue"
    );
    assert_eq!(
        reason(json!({
            "calculator": "clusterTco", "parameter": "gpus", "output": "installedGpus", "target": 12,
        })),
        "betweenValues"
    );
}

#[test]
fn goal_seek_brackets_whole_numbers() {
    let answer = goal_seek(&from_json(&json!({
        "calculator": "clusterTco", "parameter": "gpus", "output": "capital", "target": 1e8,
    })))
    .unwrap();
    let bracket = &rows(&answer, "brackets")[0];
    let (low, high) = (number(bracket, &["low"]), number(bracket, &["high"]));
    assert_eq!(high, low + 1.0);
    assert!(number(bracket, &["lowResult"]) < 1e8 && number(bracket, &["highResult"]) > 1e8);
}

#[test]
fn goal_seek_finds_both_values_of_a_curve_that_turns_and_the_edge_of_what_is_null() {
    // Payback at the very end of the horizon: beyond that rent it is null.
    let subject = article();
    let rate = subject.parameter("cloudRate").unwrap();
    let payback = subject.output("paybackMonths").unwrap();
    let found = seek(&subject, rate, payback, 60.0);
    assert_eq!(found.values.len(), 1);
    let at = subject.column(rate, &found.values, payback)[0];
    assert!((at - 60.0).abs() < 1e-9);
    let below = found.values[0] * (1.0 - 1e-12);
    assert!(subject.column(rate, &[below], payback)[0].is_nan());
}

#[test]
fn goal_seek_of_what_is_not_given_is_the_same_whatever_the_sign_of_nan() {
    // An engine of WebAssembly may give NaN either sign, and changes it as it compiles anew.
    let mut absent = 0;
    for model in MODELS {
        let mut subject = (model.read)(&mut Reader::new(&Record::new().into()));
        for parameter in 0..subject.values.len() {
            if !subject.values[parameter].is_nan() || !subject.entry(parameter).kind.is_numeric() {
                continue;
            }
            absent += 1;
            for output in 0..subject.outputs().count() {
                let sought = [f64::NAN, -f64::NAN].map(|value| {
                    subject.values[parameter] = value;
                    seek(&subject, parameter, output, 0.5)
                });
                assert_eq!(sought[0], sought[1], "{}", subject.path(parameter));
            }
        }
    }
    assert!(absent > 0, "every parameter has a value of its own");
}
