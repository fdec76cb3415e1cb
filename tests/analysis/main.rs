//! The analyses, against single calls, theory and `SciPy`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::float_cmp, reason = "the same bits are asked for")]

mod batch;
mod goal_seek;
mod monte_carlo;
mod response_curve;
#[path = "../support/mod.rs"]
mod support;
mod tornado;
#[path = "../vectors/mod.rs"]
mod vectors;

use chip_calculators::analysis::{self, ANALYSES, MODELS, Of, Subject};
use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
use chip_calculators::calculators::cluster_tco::{self, ClusterTco};
use chip_calculators::calculators::{CALCULATORS, Calculator};
use chip_calculators::error::{CalculatorError, FieldCode};
use chip_calculators::table::{Details, Parameter, Part};
use chip_calculators::value::{Record, Value};
use serde::Serialize;
use serde_json::{Value as Json, json};
use support::{Dice, described};
use vectors::from_json;

fn as_json<T: Serialize>(answer: Result<T, CalculatorError>) -> Result<Json, CalculatorError> {
    answer.map(|answer| serde_json::to_value(answer).unwrap())
}

fn response_curve(request: &Value) -> Result<Json, CalculatorError> {
    as_json(analysis::response_curve(request))
}

fn goal_seek(request: &Value) -> Result<Json, CalculatorError> {
    as_json(analysis::goal_seek(request))
}

fn cloud_break_even(input: &Value) -> Json {
    as_json(CloudBreakEven::run(input)).unwrap()
}

fn at<'a>(value: &'a Json, path: &[&str]) -> &'a Json {
    let step = |value: &'a Json, name: &&str| value.get(name).unwrap_or(&Json::Null);
    path.iter().fold(value, step)
}

/// JSON has null for what is no number.
fn column(value: &Json, path: &[&str]) -> Vec<f64> {
    let column = at(value, path).as_array();
    let column = column.unwrap_or_else(|| panic!("{path:?} is {:?}", at(value, path)));
    let number = |number: &Json| number.as_f64().unwrap_or(f64::NAN);
    column.iter().map(number).collect()
}

fn number(value: &Json, path: &[&str]) -> f64 {
    let number = at(value, path).as_f64();
    number.unwrap_or_else(|| panic!("{path:?} is {:?}", at(value, path)))
}

fn text<'a>(value: &'a Json, path: &[&str]) -> &'a str {
    let text = at(value, path).as_str();
    text.unwrap_or_else(|| panic!("{path:?} is {:?}", at(value, path)))
}

fn rows<'a>(value: &'a Json, name: &str) -> &'a [Json] {
    let rows = value[name].as_array();
    rows.unwrap_or_else(|| panic!("{name} is {:?}", value[name]))
}

fn refused(result: Result<Json, CalculatorError>) -> Vec<(String, FieldCode)> {
    let error = result.expect_err("a bad request");
    error
        .fields
        .into_iter()
        .map(|field| (field.path, field.code))
        .collect()
}

fn is_refused(result: Result<Json, CalculatorError>, expected: &[(&str, FieldCode)]) {
    let found = refused(result);
    let found: Vec<_> = found
        .iter()
        .map(|(path, code)| (path.as_str(), *code))
        .collect();
    assert_eq!(found, expected);
}

fn article() -> Subject {
    Subject::new::<CloudBreakEven>(&Input::default())
}

impl Dice {
    /// A value of a parameter, near its default as often as anywhere.
    fn value(&mut self, parameter: &Parameter) -> f64 {
        let (min, max) = (parameter.min, parameter.max);
        let value = match (self.unit() < 0.5, parameter.default) {
            (true, Some(default)) if default != 0.0 => default * (0.2 + 2.0 * self.unit()),
            _ => min + (max - min) * self.unit().powi(3),
        };
        let value = value.clamp(min, max);
        if parameter.kind.is_whole() {
            value.round().clamp(min, max)
        } else {
            value
        }
    }

    fn subject(&mut self) -> Subject {
        let mut subject = article();
        for index in 0..subject.values.len() {
            if self.unit() < 0.5 {
                subject.values[index] = self.value(subject.entry(index));
            }
        }
        subject
    }
}

#[test]
fn every_calculator_can_be_analysed() {
    assert_eq!(MODELS.len(), CALCULATORS.len());
    for model in MODELS {
        let entry = CALCULATORS
            .iter()
            .find(|entry| entry.description.name == model.name)
            .unwrap();
        assert_eq!(model.parameters, entry.description.parameters);
        assert_eq!(model.outputs, entry.description.outputs);
    }
}

#[test]
fn bad_requests_name_every_bad_field() {
    is_refused(
        response_curve(&from_json(&json!({
            "calculator": "cloudBreakEven", "parameter": "cloudBilling", "output": "verdict",
            "points": 1.5, "input": {"gpus": -1, "gpuPrize": 3}, "colour": "red",
        }))),
        &[
            ("input.gpus", FieldCode::BelowMinimum),
            ("input.gpuPrize", FieldCode::UnknownField),
            ("parameter", FieldCode::UnknownChoice),
            ("output", FieldCode::UnknownChoice),
            ("points", FieldCode::NotAnInteger),
            ("colour", FieldCode::UnknownField),
        ]
        .map(|(path, code)| {
            (
                path,
                if path == "points" {
                    FieldCode::BelowMinimum
                } else {
                    code
                },
            )
        }),
    );
    is_refused(
        response_curve(&from_json(&json!({
            "calculator": "cloudBreakEven", "parameter": "utilization", "from": 0.8, "to": 0.5,
        }))),
        &[("to", FieldCode::BelowMinimum)],
    );
    for entry in ANALYSES {
        for (request, code) in [
            (
                json!({"calculator": "pricePerformence"}),
                FieldCode::UnknownChoice,
            ),
            (json!({"calculator": 3}), FieldCode::WrongType),
            (json!({}), FieldCode::Missing),
        ] {
            let found = refused((entry.run)(&from_json(&request)));
            assert_eq!(found[0], ("calculator".to_owned(), code));
        }
        is_refused(
            (entry.run)(&Value::Null),
            &[("input", FieldCode::WrongType)],
        );
    }
    is_refused(
        goal_seek(&from_json(&json!({"calculator": "clusterTco"}))),
        &[
            ("parameter", FieldCode::Missing),
            ("output", FieldCode::Missing),
            ("target", FieldCode::Missing),
        ],
    );
}

#[test]
fn results_are_what_the_descriptions_say() {
    let requests = [
        json!({"calculator": "cloudBreakEven", "parameter": "gpus", "target": 1e7, "points": 5}),
        json!({"calculator": "clusterTco", "parameter": "years", "output": "total", "target": 6e7}),
    ];
    for request in requests {
        for entry in ANALYSES {
            let description = entry.description;
            let mut fields = request.as_object().unwrap().clone();
            fields.retain(|name, _| match name.as_str() {
                "parameter" => description.parameter,
                "output" => description.output,
                "calculator" => true,
                name => description.options.iter().any(|option| option.name == name),
            });
            if description.parameters {
                fields.insert("parameters".into(), json!(["gpus", "years"]));
            }
            if description.name == "monteCarlo" {
                let even =
                    json!({"parameter": "years", "distribution": "uniform", "low": 3, "high": 5});
                fields.insert("uncertain".into(), json!([even]));
            }
            let mut given = from_json(&fields.into());
            if let (true, Value::Record(record)) = (description.columns, &mut given) {
                record.push("columns", Record::new().with("gpus", vec![1.0, 2.0]));
            }
            let answer = (entry.run)(&given).unwrap();
            let mut extra = vec!["input", "modelVersion"];
            if description.columns {
                extra.push("columns");
            }
            let members = [description.result, Of::PART.members].concat();
            described(&answer, Part::of(members.leak()), &extra, description.name);
        }
    }
}

#[test]
fn a_subject_of_another_calculator_has_its_own_names() {
    let subject = Subject::new::<ClusterTco>(&cluster_tco::Input::default());
    assert!(subject.parameter("densePflops").is_some());
    assert!(subject.parameter("cloudRate").is_none());
    assert!(subject.parameter("annualization").is_none());
    assert!(article().output("verdict").is_none());
}
