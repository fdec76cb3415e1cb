//! Present values, rates of return and payments as numpy-financial computes them.
#![cfg(not(target_arch = "wasm32"))]

use chip_calculators::finance::{irr, npv, payment};
use serde_json::Value;

const FIXTURE: &str = include_str!("reference/numpy_financial.json");

fn rows(name: &str) -> Vec<Value> {
    let fixture: Value = serde_json::from_str(FIXTURE).expect("JSON");
    fixture[name].as_array().expect("a list").clone()
}

fn number(row: &Value, name: &str) -> f64 {
    row[name]
        .as_f64()
        .unwrap_or_else(|| panic!("no {name} in {row}"))
}

#[test]
fn values_and_rates_of_return() {
    for row in rows("returns") {
        let flows: Vec<f64> = row["flows"]
            .as_array()
            .expect("flows")
            .iter()
            .map(|flow| flow.as_f64().expect("a number"))
            .collect();
        let size: f64 = flows.iter().map(|flow| flow.abs()).sum();

        let value = npv(number(&row, "rate"), &flows);
        assert!((value - number(&row, "npv")).abs() <= 1e-12 * size, "{row}");

        let rates = irr(&flows);
        assert_eq!(rates.len(), 1, "{rates:?} of {row}");
        let expected = number(&row, "irr");
        assert!(
            (rates[0] - expected).abs() <= 1e-9 * (1.0 + expected.abs()),
            "{} of {row}",
            rates[0]
        );
    }
}

#[test]
fn payments() {
    for row in rows("payments") {
        let years = number(&row, "years") as u32;
        let rate = number(&row, "rate");
        let payment = payment(rate, years, number(&row, "principal"));
        let expected = number(&row, "payment");
        // At a rate of a billionth numpy-financial itself loses seven digits.
        let tolerance = if rate > 0.0 && rate < 1e-6 {
            1e-6
        } else {
            1e-12
        };
        assert!((payment / expected - 1.0).abs() < tolerance, "{row}");
    }
}
