//! Goal seeking against single calls and the formulas.

use super::support::Dice;
use super::{article, at, cloud_break_even, from_json, goal_seek, number, rows, text};
use chip_calculators::analysis::goal_seek::{Unreached, seek};
use chip_calculators::analysis::{MODELS, Subject};
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

/// Ranges of a value, as pairs of their ends.
fn ranges(subject: &Subject, parameter: &str, output: &str, target: f64) -> Vec<f64> {
    let [parameter, output] = [
        subject.parameter(parameter).unwrap(),
        subject.output(output).unwrap(),
    ];
    seek(subject, parameter, output, target).values
}

fn subject(calculator: &str, input: &Json) -> Subject {
    let model = MODELS
        .iter()
        .find(|model| model.name == calculator)
        .unwrap();
    (model.read)(&mut Reader::new(&from_json(input)))
}

#[test]
fn goal_seek_tells_both_ends_of_every_step() {
    let cluster = subject("clusterTco", &json!({}));
    let gpus = cluster.parameter("gpus").unwrap();
    let near = (1..=300_u32).map(f64::from);
    let far = (1..=60_u32).map(|of| f64::from(of) * 2_083.0);
    for servers in near.chain(far) {
        let installed = servers * 8.0;
        let expected = [installed - 7.0, installed];
        for output in ["installedGpus", "capital", "total"] {
            let output_index = cluster.output(output).unwrap();
            let target = cluster.column(gpus, &[installed], output_index)[0];
            let found = ranges(&cluster, "gpus", output, target);
            assert_eq!(found, expected, "{output} of {installed}");
        }
    }
}

#[test]
fn goal_seek_tells_a_wide_range_by_its_ends_alone() {
    let hybrid = subject("cloudBreakEven", &json!({"demand": {"variation": 0.5}}));
    let owned = hybrid.output("hybrid.ownedGpus").unwrap();
    for (name, low_end) in [("cloudRate", true), ("gpuPrice", false)] {
        let parameter = hybrid.parameter(name).unwrap();
        let entry = hybrid.entry(parameter);
        let found = ranges(&hybrid, name, "hybrid.ownedGpus", 0.0);
        let [low, high] = found[..] else {
            panic!("{name}: {found:?}");
        };
        // From the bound to where the first GPU is owned.
        let (bound, turn) = if low_end { (low, high) } else { (high, low) };
        assert_eq!(bound, if low_end { entry.min } else { entry.max }, "{name}");
        let beyond = if low_end {
            turn.next_up()
        } else {
            turn.next_down()
        };
        let at = hybrid.column(parameter, &[turn, beyond], owned);
        assert!(at[0] == 0.0 && at[1] > 0.0, "{name}: {at:?}");
    }
}

#[test]
fn goal_seek_tries_every_one_of_few_whole_numbers() {
    let cluster = subject("clusterTco", &json!({}));
    let per_server = cluster.parameter("gpusPerServer").unwrap();
    let installed = cluster.output("installedGpus").unwrap();
    let entry = cluster.entry(per_server);
    let all: Vec<f64> = (entry.min as u32..=entry.max as u32)
        .map(f64::from)
        .collect();
    let at = cluster.column(per_server, &all, installed);
    for target in [1000.0, 1001.0, 1002.0, 1008.0, 1024.0] {
        let gives = |index: usize| at.get(index) == Some(&target);
        let is_end = |index: &usize| {
            let inner = gives(index.wrapping_sub(1)) && gives(index + 1);
            gives(*index) && !inner
        };
        let ends = (0..all.len()).filter(is_end).map(|index| all[index]);
        let found = ranges(&cluster, "gpusPerServer", "installedGpus", target);
        assert_eq!(found, ends.collect::<Vec<_>>(), "{target}");
    }
    let of_1001 = ranges(&cluster, "gpusPerServer", "installedGpus", 1001.0);
    assert_eq!(of_1001, [7.0, 11.0, 13.0, 77.0, 91.0, 143.0, 1001.0]);
}
