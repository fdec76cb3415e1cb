//! Batches against single calls.

use super::support::Dice;
use super::{as_json, from_json, is_refused, number, refused};
use chip_calculators::analysis::{self, BatchTask, MODELS, MonteCarlo, Task, complete};
use chip_calculators::calculators::CALCULATORS;
use chip_calculators::error::{CalculatorError, FieldCode};
use chip_calculators::reader::MAX_ERRORS;
use chip_calculators::table::Kind;
use chip_calculators::value::{Record, Value};
use serde_json::{Value as Json, json};

fn batch(request: &Value) -> Result<Json, CalculatorError> {
    as_json(analysis::batch(request))
}

#[test]
fn a_batch_is_the_single_calls_bit_for_bit() {
    let mut dice = Dice::new(13);
    let length = 1324;
    for (name, table) in [
        ("cloudBreakEven", MODELS[1].parameters),
        ("clusterTco", MODELS[0].parameters),
    ] {
        let entry = CALCULATORS
            .iter()
            .find(|entry| entry.description.name == name)
            .unwrap();
        let mut columns = Record::new();
        let mut given = Vec::new();
        for parameter in table {
            if dice.unit() < 0.3 && parameter.name != "cloudRate" {
                continue;
            }
            let column: Vec<f64> = (0..length)
                .map(|_| match parameter.default {
                    None if dice.unit() < 0.3 => f64::NAN,
                    _ => dice.value(parameter),
                })
                .collect();
            columns.push(parameter.name, column.clone());
            given.push((parameter, column));
        }
        let names = entry
            .description
            .outputs
            .iter()
            .map(|output| output.name.into());
        let names: Vec<Value> = names.collect();
        let request = Record::new()
            .with("calculator", name)
            .with("columns", columns)
            .with("outputs", names)
            .into();
        let answer = batch(&request).unwrap();
        let rows = length as f64;
        assert_eq!(number(&answer, &["rows"]), rows);
        for row in 0..length {
            let mut input = Record::new();
            for (parameter, column) in &given {
                input.push(parameter.name, parameter.show(column[row]));
            }
            let single = (entry.run)(&input.into()).unwrap();
            for output in entry.description.outputs {
                let found = &answer["columns"][output.name][row];
                let found = match output.kind {
                    Kind::Choice(words) => &json!(words[found.as_f64().unwrap() as usize]),
                    _ => found,
                };
                assert_eq!(*found, single[output.name], "{} of row {row}", output.name);
            }
        }
    }
}

#[test]
fn a_batch_names_its_bad_values() {
    let mut gpus = vec![8.0; 2000];
    gpus[17] = 0.5;
    gpus[1999] = f64::NAN;
    let mut billing = vec![1.0; 2000];
    billing[3] = 2.0;
    billing[4] = 0.5;
    let columns = Record::new()
        .with("cloudBilling", billing)
        .with("gpus", gpus);
    let request = |columns: Record| -> Value {
        Record::new()
            .with("calculator", "cloudBreakEven")
            .with("outputs", vec![Value::from("saving")])
            .with("columns", columns)
            .into()
    };
    is_refused(
        batch(&request(columns)),
        &[
            ("cloudBilling[3]", FieldCode::AboveMaximum),
            ("cloudBilling[4]", FieldCode::NotAnInteger),
            ("gpus[17]", FieldCode::BelowMinimum),
            ("gpus[1999]", FieldCode::NotANumber),
        ],
    );
    let many = Record::new().with("gpus", vec![-1.0; 1_000_000]);
    assert_eq!(refused(batch(&request(many))).len(), MAX_ERRORS);
    let demand = Record::new().with("trace", vec![-1.0; 8760]);
    let deep = Record::new()
        .with("calculator", "cloudBreakEven")
        .with("input", Record::new().with("demand", demand))
        .with("columns", Record::new().with("gpus", Vec::<f64>::new()))
        .into();
    let error = batch(&deep).unwrap_err();
    assert_eq!((error.fields.len(), error.count), (MAX_ERRORS + 1, 8761));
    let uneven = Record::new()
        .with("gpus", vec![1.0; 3])
        .with("years", vec![1.0; 2])
        .with("gpuPrize", vec![1.0; 3])
        .with("pue", 1.0);
    is_refused(
        batch(&request(uneven)),
        &[
            ("columns.gpuPrize", FieldCode::UnknownField),
            ("columns.pue", FieldCode::WrongType),
            ("columns.years", FieldCode::Missing),
        ],
    );
    is_refused(
        batch(&from_json(&json!({
            "calculator": "cloudBreakEven", "outputs": ["saving", "verdicts", "saving", 3],
        }))),
        &[
            ("outputs[1]", FieldCode::UnknownChoice),
            ("outputs[2]", FieldCode::Duplicate),
            ("outputs[3]", FieldCode::WrongType),
            ("columns", FieldCode::Missing),
        ],
    );
}

/// What is no number is told by its row, as a number that does not fit is.
#[test]
fn a_list_names_what_is_no_number_by_its_row() {
    let request = |rates: Json| {
        from_json(&json!({
            "calculator": "cloudBreakEven", "columns": {"cloudRate": rates, "gpus": [1, 2, 3]},
        }))
    };
    let error = batch(&request(json!([2, "3", {"a": 1}]))).unwrap_err();
    let told = error.fields.iter().map(|field| (&*field.path, field.code));
    let expected = [
        ("cloudRate[1]", FieldCode::WrongType),
        ("cloudRate[2]", FieldCode::WrongType),
    ];
    assert_eq!(told.collect::<Vec<_>>(), expected);
    assert_eq!(error.fields[0].value, "3".into());
    let error = batch(&request(json!(vec!["x"; 300]))).unwrap_err();
    assert_eq!((error.fields.len(), error.count), (MAX_ERRORS, 300));
    let error = batch(&request(json!("2, 3"))).unwrap_err();
    assert_eq!(error.fields[0].path, "columns.cloudRate");
}

/// How a task is parted is no part of what it finds.
#[test]
fn tasks_give_the_same_bits_however_they_are_parted() {
    let rates: Vec<f64> = (0..300_u32)
        .map(|row| 1.0 + f64::from(row) / 40.0)
        .collect();
    let batch = from_json(&json!({
        "calculator": "cloudBreakEven",
        "input": {"demand": {"trace": [9, 3, 7, 200, 40, 3]}, "offers": [{"id": "a"}]},
        "columns": {"cloudRate": rates},
    }));
    let sampled = from_json(&json!({
        "calculator": "cloudBreakEven", "samples": 300, "draws": true,
        "uncertain": [
            {"parameter": "cloudRate", "distribution": "uniform", "low": 1, "high": 7},
            {"parameter": "gpuPrice", "distribution": "uniform", "low": 1e4, "high": 5e4},
        ],
        "correlations": [{"first": "cloudRate", "second": "gpuPrice", "rank": 0.5}],
    }));
    // The n-th step was short, or was not.
    let paces: [fn(usize) -> bool; 4] = [|_| false, |_| true, |n| n % 3 > 0, |n| n % 7 < 4];
    let batched = as_json(complete::<BatchTask>(batch.clone())).unwrap();
    let drawn = as_json(complete::<MonteCarlo>(sampled.clone())).unwrap();
    for pace in paces {
        assert_eq!(
            as_json(Ok(paced::<BatchTask>(&batch, pace).0)).unwrap(),
            batched
        );
        assert_eq!(
            as_json(Ok(paced::<MonteCarlo>(&sampled, pace).0)).unwrap(),
            drawn
        );
    }
}

/// Where a row takes long, a step is a single one: the page waits for no more.
#[test]
fn a_step_that_is_not_short_is_followed_by_a_smaller_one() {
    let batch = from_json(&json!({
        "calculator": "clusterTco", "columns": {"gpus": vec![64; 5000]},
    }));
    let sampled = from_json(&json!({
        "calculator": "cloudBreakEven", "samples": 5000,
        "uncertain": [{"parameter": "cloudRate", "distribution": "uniform", "low": 1, "high": 7}],
    }));
    assert!(paced::<BatchTask>(&batch, |_| false).1 >= 5000);
    assert!(paced::<MonteCarlo>(&sampled, |_| false).1 >= 5000);
    // And where it does not, they soon are as long as they can be.
    assert!(paced::<BatchTask>(&batch, |_| true).1 < 20);
    assert!(paced::<MonteCarlo>(&sampled, |_| true).1 < 40);
}

/// What a task gives whose steps are short where `is_short` says so, and how many it took.
fn paced<T: Task>(request: &Value, is_short: fn(usize) -> bool) -> (T::Output, usize) {
    let mut task = T::read(request.clone()).ok().unwrap();
    let mut steps = 0;
    while task.step() < 1.0 {
        if !is_short(steps) {
            task.shorten();
        }
        steps += 1;
    }
    (task.finish().ok().unwrap(), steps + 1)
}
