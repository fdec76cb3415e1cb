//! Response curves against single calls.

use super::{Dice, column, from_json, number, response_curve, text};
use chip_calculators::analysis::response_curve::curve;
use chip_calculators::table::Kind;
use serde_json::json;

#[test]
fn a_response_curve_ends_at_what_single_calls_give() {
    let mut dice = Dice(7);
    for _ in 0..50 {
        let subject = dice.subject();
        for (index, parameter) in subject.model.parameters().iter().enumerate() {
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
