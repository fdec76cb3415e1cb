//! Response curves against single calls.

use super::support::Dice;
use super::{
    as_json, cloud_break_even, column, from_json, goal_seek, is_refused, number, response_curve,
    rows, text,
};
use chip_calculators::analysis::response_curve::curve;
use chip_calculators::analysis::{MODELS, response_curves};
use chip_calculators::error::FieldCode;
use chip_calculators::table::Kind;
use serde_json::{Value as Json, json};

#[test]
fn a_response_curve_ends_at_what_single_calls_give() {
    let mut dice = Dice::new(7);
    for _ in 0..50 {
        let subject = dice.subject();
        for (index, parameter) in subject.variables().iter().enumerate() {
            let parameter = &parameter.entry;
            if !parameter.kind.is_numeric() {
                continue;
            }
            let output = subject.output("saving").unwrap();
            let (from, to) = (parameter.min, parameter.max);
            let (x, y) = curve(&subject, index, output, from, to, 9);
            for place in [0, x.len() - 1] {
                let mut single = subject.clone();
                single.values[index] = x[place];
                assert_eq!(y[place].to_bits(), single.value(output).to_bits());
            }
            assert_eq!((x[0], x[x.len() - 1]), (from, to));
            assert!(x.is_sorted_by(|a, b| a < b));
            if parameter.kind == Kind::Integer {
                assert!(x.iter().all(|x| x.fract() == 0.0));
            }
        }
    }
}

#[test]
fn a_response_curve_of_a_request_is_nan_where_there_is_no_number() {
    let answer = response_curve(&from_json(&json!({
        "calculator": "clusterTco", "parameter": "utilization", "output": "costPerGpuHourUsed",
        "points": 3, "from": 0, "to": 0.5,
    })))
    .unwrap();
    assert_eq!(column(&answer, &["x"]), [0.0, 0.25, 0.5]);
    let y = column(&answer, &["y"]);
    assert!(y[0].is_nan() && (y[1] / y[2] - 2.0).abs() < 1e-12);
    assert_eq!(number(&answer, &["value"]), 0.7);
    assert_eq!(text(&answer, &["calculator"]), "clusterTco");
    assert_eq!(number(&answer, &["input", "gpus"]), 1000.0);
}

#[test]
fn curves_of_several_parameters_hold_the_input_and_flip_where_goals_are_met() {
    // Beyond the window of what clouds usually charge.
    let input = json!({"cloudRate": 60});
    let names = ["utilization", "cloudRate", "gpuPrice", "years"];
    let request = json!({
        "calculator": "cloudBreakEven", "input": input, "parameters": names, "points": 31,
    });
    let answer = as_json(response_curves(&from_json(&request))).unwrap();
    assert_eq!(text(&answer, &["output"]), "saving");
    let table = MODELS.iter().find(|model| model.name == "cloudBreakEven");
    let table = table.unwrap().parameters;
    let curves = rows(&answer, "curves");
    assert_eq!(curves.len(), names.len());
    for (curve, name) in curves.iter().zip(names) {
        assert_eq!(text(curve, &["parameter"]), name);
        let window = table
            .iter()
            .find(|entry| entry.name == name)
            .unwrap()
            .window;
        let (x, y) = (column(curve, &["x"]), column(curve, &["y"]));
        let given = number(&answer, &["input", name]);
        let (first, last) = (x[0], x[x.len() - 1]);
        assert_eq!((first, last), (window.0.min(given), window.1.max(given)));
        assert_eq!(last > window.1, name == "cloudRate");
        for place in [0, x.len() / 2, x.len() - 1] {
            let mut single = input.clone();
            single[name] = json!(x[place]);
            let single = cloud_break_even(&from_json(&single));
            assert_eq!(y[place], number(&single, &["saving"]), "{name}");
        }
        let sought = json!({
            "calculator": "cloudBreakEven", "input": input, "parameter": name, "target": 0,
        });
        let sought = goal_seek(&from_json(&sought)).unwrap();
        assert_eq!(
            column(curve, &["flips"]),
            column(&sought, &["values"]),
            "{name}"
        );
    }
    let flips = |index: usize| column(&curves[index], &["flips"]).len();
    assert!(flips(0) == 1 && flips(1) == 1 && flips(2) == 1);
}

#[test]
fn curves_of_nothing_or_of_one_twice_are_refused() {
    let refused = |parameters: Json, expected: &[(&str, FieldCode)]| {
        let request = json!({"calculator": "cloudBreakEven", "parameters": parameters});
        is_refused(as_json(response_curves(&from_json(&request))), expected);
    };
    refused(json!([]), &[("parameters", FieldCode::EmptyList)]);
    refused(json!(null), &[("parameters", FieldCode::WrongType)]);
    refused(
        json!(["gpus", "gpus", "verdict", 3]),
        &[
            ("parameters[1]", FieldCode::Duplicate),
            ("parameters[2]", FieldCode::UnknownChoice),
            ("parameters[3]", FieldCode::WrongType),
        ],
    );
}
