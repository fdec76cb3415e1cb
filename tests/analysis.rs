//! The analyses, against single calls, theory and `SciPy`.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::float_cmp, reason = "the same bits are asked for")]

use chip_calculators::analysis::Sides;
use chip_calculators::analysis::correlation::{Copula, Pair};
use chip_calculators::analysis::distribution::{Distribution, Draw};
use chip_calculators::analysis::monte_carlo::{Plan, Samples, Sequence, Uncertain, sample};
use chip_calculators::analysis::{self, ANALYSES, MODELS, Rows, Subject};
use chip_calculators::calculators::cloud_break_even::{CloudBreakEven, Input};
use chip_calculators::calculators::cluster_tco::ClusterTco;
use chip_calculators::calculators::{CALCULATORS, Calculator};
use chip_calculators::error::{CalculatorError, FieldCode};
use chip_calculators::numerics::special::normal_cdf;
use chip_calculators::reader::MAX_ERRORS;
use chip_calculators::table::{Kind, Member, Parameter, Shape};
use chip_calculators::value::{Record, Value};
use serde::Serialize;
use serde_json::{Value as Json, json};
use std::collections::BTreeSet;

fn from_json(value: &Json) -> Value {
    serde_json::from_value(value.clone()).unwrap()
}

fn as_json<T: Serialize>(answer: Result<T, CalculatorError>) -> Result<Json, CalculatorError> {
    answer.map(|answer| serde_json::to_value(answer).unwrap())
}

fn response_curve(request: &Value) -> Result<Json, CalculatorError> {
    as_json(analysis::response_curve(request))
}

fn tornado(request: &Value) -> Result<Json, CalculatorError> {
    as_json(analysis::tornado(request))
}

fn goal_seek(request: &Value) -> Result<Json, CalculatorError> {
    as_json(analysis::goal_seek(request))
}

fn monte_carlo(request: &Value) -> Result<Json, CalculatorError> {
    as_json(analysis::monte_carlo(request))
}

fn batch(request: &Value) -> Result<Json, CalculatorError> {
    as_json(analysis::batch(request))
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

/// Numbers between 0 and 1, as good as any for choosing test cases.
struct Dice(u64);

impl Dice {
    fn next(&mut self) -> f64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// A value of a parameter, near its default as often as anywhere.
    fn value(&mut self, parameter: &Parameter) -> f64 {
        let (min, max) = (parameter.min, parameter.max);
        let value = match (self.next() < 0.5, parameter.default) {
            (true, Some(default)) if default != 0.0 => default * (0.2 + 2.0 * self.next()),
            _ => min + (max - min) * self.next().powi(3),
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
            if self.next() < 0.5 {
                subject.values[index] = self.value(subject.entry(index));
            }
        }
        subject
    }
}

#[test]
fn every_formula_can_be_analysed() {
    for model in MODELS {
        let entry = CALCULATORS
            .iter()
            .find(|entry| entry.description.name == model.name())
            .unwrap();
        assert_eq!(model.parameters(), entry.description.parameters);
        assert_eq!(model.outputs(), entry.description.outputs);
    }
}

// ------------------------------------------------------------------------------ response curve

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
            let (x, y) = analysis::response_curve::curve(&subject, index, output, from, to, 9);
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
                json!({"calculator": "pricePerformance"}),
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

// ----------------------------------------------------------------------------------- goal seek

#[test]
fn goal_seek_inverts() {
    let mut dice = Dice(11);
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
                let found = analysis::goal_seek::seek(&subject, parameter, output, target);
                if found.values.is_empty() {
                    // The input's own value gives the target: only a whole range can hide it.
                    assert_eq!(
                        found.reason,
                        Some(analysis::goal_seek::Unreached::EveryValue),
                        "{name}"
                    );
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
    let found = analysis::goal_seek::seek(&subject, rate, payback, 60.0);
    assert_eq!(found.values.len(), 1);
    let at = subject.column(rate, &found.values, payback)[0];
    assert!((at - 60.0).abs() < 1e-9);
    let below = found.values[0] * (1.0 - 1e-12);
    assert!(subject.column(rate, &[below], payback)[0].is_nan());
}

// ------------------------------------------------------------------------------------- tornado

#[test]
fn a_tornado_is_sorted_and_flips_where_the_saving_is_0() {
    let mut dice = Dice(3);
    for _ in 0..20 {
        let subject = dice.subject();
        let saving = subject.output("saving").unwrap();
        let bars = analysis::tornado::bars(&subject, saving);
        assert!(bars.len() >= 4);
        assert!(bars.is_sorted_by(|a, b| a.swing() >= b.swing()));
        for bar in bars {
            let ends = subject.column(bar.parameter, &[bar.low, bar.high], saving);
            assert_eq!([bar.low_result, bar.high_result], *ends);
            if let Ok(flip) = bar.flip {
                let step = 1e-9 * flip.max(1e-9);
                let around = subject.column(bar.parameter, &[flip - step, flip + step], saving);
                assert!(around[0] * around[1] <= 0.0);
            } else {
                let entry = subject.entry(bar.parameter);
                let ends = subject.column(bar.parameter, &[entry.min, entry.max], saving);
                assert!(ends[0] * ends[1] > 0.0 || ends[0] == ends[1]);
            }
        }
    }
}

#[test]
fn a_tornado_of_a_calculator_without_a_verdict_says_so() {
    let answer = tornado(&from_json(
        &json!({"calculator": "clusterTco", "output": "annualCost"}),
    ))
    .unwrap();
    for bar in rows(&answer, "bars") {
        assert_eq!(text(bar, &["flipReason"]), "noVerdict");
    }
}

// --------------------------------------------------------------------------------- Monte Carlo

fn uncertain(subject: &Subject, name: &str, distribution: Distribution) -> Uncertain {
    let parameter = subject.parameter(name).unwrap();
    let draw = Draw::new(distribution, subject.entry(parameter)).unwrap();
    Uncertain { parameter, draw }
}

#[test]
fn monte_carlo_of_constants_is_the_single_call() {
    let mut dice = Dice(5);
    for _ in 0..20 {
        let subject = dice.subject();
        let saving = subject.output("saving").unwrap();
        let value = subject.value(saving);
        let price = subject.values[subject.parameter("gpuPrice").unwrap()];
        let constant = Distribution::Uniform {
            low: price,
            high: price,
        };
        let constant = uncertain(&subject, "gpuPrice", constant);
        for uncertain in [&[][..], &[constant]] {
            let plan = Plan {
                samples: 100,
                ..Plan::default()
            };
            let samples = sample(&subject, uncertain, saving, &plan);
            let summary = samples.summary(&[], 40);
            assert_eq!(summary.mean(), Some(value));
            assert_eq!(summary.sd(), Some(0.0));
            for p in [0.0, 0.05, 0.5, 0.95, 1.0] {
                assert_eq!(samples.quantile(p), Some(value));
            }
            assert_eq!(summary.histogram(), (&[value; 2][..], &[100.0][..]));
            let own = value > 0.005 * subject.value(subject.output("annualRent").unwrap());
            assert!(!own || samples.sides.above == 100);
            let Sides { above, below, tie } = samples.sides;
            assert_eq!(above.max(below).max(tie), 100);
        }
    }
}

/// The annual rent is linear in the rate, and so has its quantiles.
fn linear(sequence: Sequence, samples: usize, seed: u64) -> (Subject, Samples) {
    let subject = article();
    let rate = Distribution::Normal { mean: 7.0, sd: 1.0 };
    let uncertain = [uncertain(&subject, "cloudRate", rate)];
    let output = subject.output("annualRent").unwrap();
    let plan = Plan {
        samples,
        seed,
        sequence,
        ..Plan::default()
    };
    let samples = sample(&subject, &uncertain, output, &plan);
    (subject, samples)
}

#[test]
fn quantiles_of_a_linear_function_are_those_of_its_argument() {
    let z = [
        (0.05, -1.644_853_626_951_472_7),
        (0.25, -0.674_489_750_196_081_7),
        (0.5, 0.0),
    ];
    for (sequence, samples, tolerance) in [
        (Sequence::LowDiscrepancy, 4096, 1e-3),
        (Sequence::PseudoRandom, 100_000, 1e-2),
    ] {
        let (subject, samples) = linear(sequence, samples, 1);
        let at = subject.value(subject.output("annualRent").unwrap());
        for (p, z) in z {
            for (p, z) in [(p, z), (1.0 - p, -z)] {
                let expected = at / 7.0 * (7.0 + z);
                let off = samples.quantile(p).unwrap() / expected - 1.0;
                assert!(off.abs() < tolerance, "{sequence:?} p{p}: {off}");
            }
        }
        assert!((samples.summary(&[], 1).mean().unwrap() / at - 1.0).abs() < tolerance);
        assert!((samples.summary(&[], 1).sd().unwrap() / (at / 7.0) - 1.0).abs() < tolerance * 3.0);
    }
}

/// Seeds the errors are averaged over: enough to tell, few enough for a debug build.
const SEEDS: u64 = if cfg!(debug_assertions) { 4 } else { 40 };

/// Root mean square of the median's error, in standard deviations of the output.
fn error_of_the_median(
    (sequence, samples): (Sequence, usize),
    truth: &Samples,
    run: impl Fn(Sequence, usize, u64) -> Samples,
) -> f64 {
    let median = |samples: &Samples| samples.quantile(0.5).unwrap();
    let squares: f64 = (0..SEEDS)
        .map(|seed| (median(&run(sequence, samples, seed)) - median(truth)).powi(2))
        .sum();
    (squares / SEEDS as f64).sqrt() / truth.summary(&[], 1).sd().unwrap()
}

/// Four uncertain parameters at once, as a page would ask.
fn usual(sequence: Sequence, samples: usize, seed: u64) -> Samples {
    let subject = article();
    let all = [
        uncertain(
            &subject,
            "gpuPrice",
            Distribution::Pert {
                low: 30e3,
                mode: 37e3,
                high: 50e3,
            },
        ),
        uncertain(
            &subject,
            "operationsFraction",
            Distribution::Triangular {
                low: 0.1,
                mode: 0.2,
                high: 0.35,
            },
        ),
        uncertain(
            &subject,
            "utilization",
            Distribution::Beta {
                alpha: 7.0,
                beta: 3.0,
                low: 0.0,
                high: 1.0,
            },
        ),
        uncertain(
            &subject,
            "cloudRate",
            Distribution::Lognormal { p5: 2.4, p95: 10.6 },
        ),
    ];
    let plan = Plan {
        samples,
        seed,
        sequence,
        ..Plan::default()
    };
    let output = subject.output("saving").unwrap();
    sample(&subject, &all, output, &plan)
}

#[test]
fn even_samples_need_far_fewer() {
    let many = if cfg!(debug_assertions) {
        1 << 16
    } else {
        1 << 21
    };
    let even = (Sequence::LowDiscrepancy, 4096);
    let few = (Sequence::PseudoRandom, 4096);
    let random = (Sequence::PseudoRandom, 100_000);

    let truth = usual(Sequence::LowDiscrepancy, many, 1234);
    let [even_four, few_four, random_four] =
        [even, few, random].map(|plan| error_of_the_median(plan, &truth, usual));
    let one = |sequence, samples, seed| linear(sequence, samples, seed).1;
    let truth = one(Sequence::LowDiscrepancy, many, 1234);
    let [even_one, random_one] = [even, random].map(|plan| error_of_the_median(plan, &truth, one));
    println!(
        "error of the median in standard deviations, rms of {SEEDS} seeds: four parameters \
         4,096 even {even_four:.1e}, 4,096 random {few_four:.1e}, 100,000 random {random_four:.1e}; \
         one parameter 4,096 even {even_one:.1e}, 100,000 random {random_one:.1e}"
    );
    assert!(even_four < 0.5 * few_four && even_one < 0.5 * random_one);
}

#[test]
fn the_same_seed_gives_the_same_bits() {
    for sequence in [Sequence::LowDiscrepancy, Sequence::PseudoRandom] {
        let (_, first) = linear(sequence, 1000, 42);
        let (_, second) = linear(sequence, 1000, 42);
        let (_, other) = linear(sequence, 1000, 43);
        assert_eq!(first, second);
        assert_ne!(first.numbers, other.numbers);
    }
}

const REQUEST: &str = r#"{
    "calculator": "cloudBreakEven",
    "uncertain": [
        {"parameter": "cloudRate", "distribution": "lognormal", "p5": 2.4, "p95": 10.6},
        {"parameter": "gpuPrice", "distribution": "pert", "low": 30000, "mode": 37000, "high": 50000},
        {"parameter": "years", "distribution": "uniform", "low": 3, "high": 7},
        {"parameter": "utilization", "distribution": "normal", "mean": 0.7, "sd": 0.2}
    ],
    "correlations": [{"first": "gpuPrice", "second": "cloudRate", "rank": 0.6}]
}"#;

fn request(change: impl Fn(&mut Json)) -> Result<Json, CalculatorError> {
    let mut request = serde_json::from_str(REQUEST).unwrap();
    change(&mut request);
    monte_carlo(&from_json(&request))
}

#[test]
fn common_random_numbers_move_the_median_smoothly() {
    let median = |gpus: f64| {
        let answer =
            request(|request| request["input"] = json!({"siteCapex": 5e6 + gpus})).unwrap();
        number(&answer, &["quantiles", "p50"])
    };
    let spread = {
        let answer = request(|_| {}).unwrap();
        number(&answer, &["sd"])
    };
    let start = median(0.0);
    let mut last = start;
    for step in 1..=10 {
        // Each thousand of site raises the cost of owning by little more than itself.
        let next = median(1000.0 * f64::from(step));
        assert!(next < last && last - next < 4000.0, "{last} to {next}");
        last = next;
    }
    // Fresh draws would have moved it by far more than that.
    assert!(spread / 64.0 > 10.0 * (start - last));
}

#[test]
fn the_order_of_the_uncertain_parameters_does_not_matter() {
    let first = request(|_| {}).unwrap();
    let second = request(|request| request["uncertain"].as_array_mut().unwrap().reverse()).unwrap();
    assert_eq!(first, second);
}

#[test]
fn the_fan_starts_at_the_capital_and_ends_with_the_longest_horizon() {
    let answer = request(|_| {}).unwrap();
    let year = column(&answer, &["fan", "year"]);
    assert_eq!(year, [0.0, 1.0, 2.0, 3.0, 4.0, 5.0, 6.0, 7.0]);
    let samples = column(&answer, &["fan", "samples"]);
    assert_eq!(samples[..4], [4096.0; 4]);
    assert!(samples.is_sorted_by(|a, b| a >= b) && samples[7] > 0.0);
    // Nothing but the hardware is uncertain at the start.
    let start = column(&answer, &["fan", "p95"])[0];
    assert!(start < -30e6 && start > -38e6, "{start}");
    for year in 0..8 {
        let fan: Vec<f64> = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"]
            .iter()
            .map(|name| column(&answer, &["fan", name])[year])
            .collect();
        assert!(fan.is_sorted());
    }
    let counts: f64 = column(&answer, &["histogram", "counts"]).iter().sum();
    assert_eq!(counts + number(&answer, &["nulls"]), 4096.0);
    let part = |name: &str| number(&answer, &["probability", name]);
    let (above, below, tie) = (part("above"), part("below"), part("tie"));
    assert!(above > 0.05 && above < 0.95 && tie > 0.0);
    assert!((above + below + tie - 1.0).abs() < 1e-12);
    assert_eq!(part("samples"), 4096.0);
    assert!((part("error") - (above * (1.0 - above) / 4096.0).sqrt()).abs() < 1e-15);
}

#[test]
fn the_fan_is_what_the_series_says() {
    let mut dice = Dice(9);
    for _ in 0..20 {
        let subject = dice.subject();
        let mut years = Vec::new();
        let mut row = Rows {
            length: 1,
            varied: &[],
            columns: &[],
            outputs: &[],
            results: &mut [],
            sides: None,
            years: Some(&mut years),
        };
        subject.model.evaluate(&subject.values, &mut row);
        let saving = years.concat();
        let mut input = Record::new();
        for (parameter, value) in subject.model.parameters().iter().zip(&subject.values) {
            input.push(parameter.name, parameter.show(*value));
        }
        let input = input.into();
        let answer = cloud_break_even(&input);
        let own = column(&answer, &["series", "cumulative", "own"]);
        let rent = column(&answer, &["series", "cumulative", "rent"]);
        assert_eq!(own.len(), (saving.len() - 1) * 12 + 1);
        for (year, saving) in saving.iter().enumerate() {
            let (own, rent) = (own[12 * year], rent[12 * year]);
            assert!((saving - (rent - own)).abs() <= 1e-12 * own.abs().max(rent));
        }
    }
}

#[test]
fn the_draws_are_told_with_the_output_of_each() {
    let answer = request(|request| {
        request["draws"] = json!(true);
        request["quantiles"] = json!([0.0, 0.123, 0.5, 1.0]);
        request["samples"] = json!(1000);
    })
    .unwrap();
    let mut savings = column(&answer, &["draws", "saving"]);
    for row in [0, 500, 999] {
        let mut input = Record::new();
        for name in ["cloudRate", "gpuPrice", "years", "utilization"] {
            input.push(name, column(&answer, &["draws", name])[row]);
        }
        let alone = cloud_break_even(&input.into());
        assert_eq!(number(&alone, &["saving"]), savings[row]);
    }
    // The quantiles are those of the draws: at place p (n − 1).
    savings.sort_by(f64::total_cmp);
    let at = column(&answer, &["at", "value"]);
    let place = 0.123 * 999.0;
    let (low, high) = (savings[122], savings[123]);
    assert_eq!((at[0], at[3]), (savings[0], savings[999]));
    assert!((at[1] - (low + (high - low) * (place - 122.0))).abs() <= 1e-9 * low.abs());
    assert_eq!(at[2], number(&answer, &["quantiles", "p50"]));
}

#[test]
fn a_result_tells_what_was_asked_and_can_be_asked_again() {
    let answer = request(|request| request["bins"] = json!(7)).unwrap();
    assert_eq!(number(&answer, &["bins"]), 7.0);
    let again = request(|request| {
        for name in [
            "uncertain",
            "correlations",
            "bins",
            "seed",
            "samples",
            "sequence",
        ] {
            request[name] = answer[name].clone();
        }
    });
    assert_eq!(again.unwrap(), answer);
}

#[test]
fn monte_carlo_of_nothing_is_refused() {
    is_refused(
        request(|request| {
            request.as_object_mut().unwrap().remove("uncertain");
            request["correlations"] = Json::Null;
            request.as_object_mut().unwrap().remove("correlations");
        }),
        &[("uncertain", FieldCode::Missing)],
    );
}

#[test]
fn more_samples_than_are_kept_at_once_come_out_in_slices() {
    let answer = request(|request| request["samples"] = json!(300_000)).unwrap();
    let few = request(|request| request["samples"] = json!(1 << 16)).unwrap();
    let at = |answer: &Json| number(answer, &["quantiles", "p50"]);
    assert!((at(&answer) / at(&few) - 1.0).abs() < 1e-2);
    assert!(column(&answer, &["fan", "samples"])[0] < 110_000.0);
}

#[test]
fn nulls_are_counted_and_left_out() {
    let answer = request(|request| {
        request["output"] = json!("paybackMonths");
        request["samples"] = json!(1000);
    })
    .unwrap();
    let nulls = number(&answer, &["nulls"]);
    assert!(nulls > 0.0 && nulls < 1000.0);
    assert!(number(&answer, &["max"]) <= 84.0);
    let none = request(|request| {
        request["output"] = json!("breakEvenUtilization");
        request["input"] = json!({"cloudBilling": "reserved"});
    })
    .unwrap();
    assert_eq!(number(&none, &["nulls"]), 4096.0);
    assert_eq!(*at(&none, &["mean"]), Json::Null);
    assert!(column(&none, &["histogram", "edges"]).is_empty());
}

#[test]
fn bad_uncertainty_is_refused() {
    is_refused(
        request(|request| {
            request["uncertain"] = json!([
                {"parameter": "gpuPrice", "distribution": "pert", "low": 3, "mode": 2, "high": 1},
                {"parameter": "gpuPrice", "distribution": "uniform", "low": 1, "high": 2, "sd": 3},
                {"parameter": "timing", "distribution": "gamma", "low": 1},
                {"parameter": "pue", "distribution": "normal", "mean": 1.3},
                {"parameter": "utilization", "distribution": "uniform", "low": 2, "high": 3},
                {"parameter": "cloudRate", "distribution": "lognormal", "p5": 0, "p95": 4},
            ]);
            request["correlations"] = json!([
                {"first": "gpuPrice", "second": "years", "rank": 2},
            ]);
            request["sequence"] = json!("dice");
        }),
        &[
            ("uncertain[0].high", FieldCode::BelowMinimum),
            ("uncertain[0].mode", FieldCode::BelowMinimum),
            ("uncertain[1].parameter", FieldCode::Duplicate),
            ("uncertain[1].sd", FieldCode::UnknownField),
            ("uncertain[2].parameter", FieldCode::UnknownChoice),
            ("uncertain[2].distribution", FieldCode::UnknownChoice),
            ("uncertain[3].sd", FieldCode::Missing),
            ("uncertain[4].parameter", FieldCode::Conflict),
            ("uncertain[5].p5", FieldCode::BelowMinimum),
            ("correlations[0].second", FieldCode::Conflict),
            ("correlations[0].rank", FieldCode::AboveMaximum),
            ("sequence", FieldCode::UnknownChoice),
        ],
    );
    is_refused(
        request(|request| {
            request["correlations"] = json!([
                {"first": "gpuPrice", "second": "cloudRate", "rank": 0.9},
                {"first": "gpuPrice", "second": "utilization", "rank": 0.9},
                {"first": "cloudRate", "second": "utilization", "rank": -0.9},
            ]);
        }),
        &[("correlations", FieldCode::Conflict)],
    );
}

#[test]
fn a_copula_gives_the_rank_correlation_and_keeps_the_marginals() {
    for sequence in [Sequence::LowDiscrepancy, Sequence::PseudoRandom] {
        for rank in [-0.8, 0.3, 0.95] {
            let length = 8192;
            let mut columns = vec![0.0; 2 * length];
            for (dimension, column) in columns.chunks_mut(length).enumerate() {
                match sequence {
                    Sequence::LowDiscrepancy => {
                        chip_calculators::numerics::sequence::Stream::spread(3, dimension)
                    }
                    Sequence::PseudoRandom => {
                        chip_calculators::numerics::sequence::Stream::random(3, dimension)
                    }
                }
                .fill(column);
            }
            let pair = Pair {
                first: 0,
                second: 1,
                rank,
            };
            Copula::new(2, &[pair]).unwrap().apply(&mut columns, length);
            // The ranks of uniform numbers are nearly the numbers.
            let (first, second) = columns.split_at(length);
            let products: f64 = first
                .iter()
                .zip(second)
                .map(|(a, b)| (a - 0.5) * (b - 0.5))
                .sum();
            let found = 12.0 * products / length as f64;
            assert!(
                (found - rank).abs() < 0.02,
                "{sequence:?}: {found}, not {rank}"
            );
            let mut sorted = second.to_vec();
            sorted.sort_by(f64::total_cmp);
            let farthest = sorted
                .iter()
                .enumerate()
                .map(|(place, number)| (number - place as f64 / length as f64).abs())
                .fold(0.0, f64::max);
            assert!(farthest < 0.02, "{farthest}");
        }
    }
}

// --------------------------------------------------------------------------------------- SciPy

#[test]
fn distributions_match_scipy() {
    let reference: Json =
        serde_json::from_str(include_str!("reference/analysis_distributions.json")).unwrap();
    let pairs = |value: &Json| -> Vec<[f64; 2]> { serde_json::from_value(value.clone()).unwrap() };
    for [z, expected] in pairs(&reference["normalCdf"]) {
        let found = normal_cdf(z);
        // As far as the nearest float to z determines it.
        let tolerance = 1e-15 * (1.0 + z * z);
        assert!((found / expected - 1.0).abs() < tolerance, "{z}: {found}");
    }
    let mut worst = 0.0_f64;
    for case in reference["cases"].as_array().unwrap() {
        let given = &case["distribution"];
        let value = |name: &str| given[name].as_f64().unwrap();
        let distribution = match given["distribution"].as_str().unwrap() {
            "uniform" => Distribution::Uniform {
                low: value("low"),
                high: value("high"),
            },
            "triangular" => Distribution::Triangular {
                low: value("low"),
                mode: value("mode"),
                high: value("high"),
            },
            "pert" => Distribution::Pert {
                low: value("low"),
                mode: value("mode"),
                high: value("high"),
            },
            "normal" if given["p5"].is_number() => {
                Distribution::normal_by_percentiles(value("p5"), value("p95"))
            }
            "normal" => Distribution::Normal {
                mean: value("mean"),
                sd: value("sd"),
            },
            "lognormal" => Distribution::Lognormal {
                p5: value("p5"),
                p95: value("p95"),
            },
            "beta" => Distribution::Beta {
                alpha: value("alpha"),
                beta: value("beta"),
                low: value("low"),
                high: value("high"),
            },
            other => panic!("{other}"),
        };
        let bound = |index: usize| case["bounds"][index].as_f64().unwrap();
        let parameter = Parameter::number().bounds(bound(0), bound(1)).default(0.0);
        let draw = Draw::new(distribution, &parameter).unwrap();
        for [p, expected] in pairs(&case["quantiles"]) {
            let found = draw.at(p);
            // A normal draw near 0 is a difference, good to the last bit of its parts.
            let parts = given["mean"].as_f64().unwrap_or(0.0).abs();
            let off = (found - expected).abs() - 1e-15 * parts;
            let off = (off / expected.abs()).max(0.0);
            worst = worst.max(off);
            assert!(off < 1e-12, "{given} at {p}: {found}, not {expected}");
        }
    }
    println!("worst relative error {worst:.1e}");
}

// --------------------------------------------------------------------------------------- batch

#[test]
fn a_batch_is_the_single_calls_bit_for_bit() {
    let mut dice = Dice(13);
    let length = 1324;
    for (name, table) in [
        ("cloudBreakEven", article().model.parameters()),
        ("clusterTco", MODELS[0].parameters()),
    ] {
        let entry = CALCULATORS
            .iter()
            .find(|entry| entry.description.name == name)
            .unwrap();
        let mut columns = Record::new();
        let mut given = Vec::new();
        for parameter in table {
            if dice.next() < 0.3 && parameter.name != "cloudRate" {
                continue;
            }
            let column: Vec<f64> = (0..length)
                .map(|_| match parameter.default {
                    None if dice.next() < 0.3 => f64::NAN,
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

// -------------------------------------------------------------------------------- descriptions

fn fits(value: &Json, members: &[Member], at: &str, extra: &[&str]) {
    let Json::Object(record) = value else {
        panic!("{at} is {value:?}")
    };
    let mut names: BTreeSet<&str> = record.keys().map(String::as_str).collect();
    for member in members {
        let at = format!("{at}.{}", member.name);
        assert!(names.remove(member.name), "no {at}");
        let value = &record[member.name];
        let fit = match (member.shape, value) {
            (Shape::Number | Shape::OptionalNumber, Json::Number(_))
            | (
                Shape::OptionalNumber
                | Shape::OptionalText
                | Shape::OptionalColumns
                | Shape::OptionalRecord(_),
                Json::Null,
            )
            | (Shape::Text | Shape::OptionalText, Json::String(_))
            | (Shape::Column, Json::Array(_)) => true,
            (Shape::Choice(words), Json::String(word)) => words.contains(&&**word),
            (Shape::Record(part) | Shape::OptionalRecord(part), Json::Object(_)) => {
                fits(value, part.members, &at, &[]);
                true
            }
            (Shape::List(part), Json::Array(rows)) => {
                for row in rows {
                    fits(row, part.members, &at, &[]);
                }
                true
            }
            _ => false,
        };
        assert!(fit, "{at} is {value:?}");
    }
    let extra = extra.iter().copied().collect::<BTreeSet<_>>();
    assert_eq!(names, extra, "{at} says nothing of these");
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
            let extra: &[&str] = if description.columns {
                &["columns", "calculator", "input", "modelVersion"]
            } else {
                &["calculator", "input", "modelVersion"]
            };
            fits(&answer, description.result, description.name, extra);
        }
    }
}

#[test]
fn a_subject_of_another_calculator_has_its_own_names() {
    let subject =
        Subject::new::<ClusterTco>(&chip_calculators::calculators::cluster_tco::Input::default());
    assert!(subject.parameter("densePflops").is_some());
    assert!(subject.parameter("cloudRate").is_none());
    assert!(subject.parameter("annualization").is_none());
    assert!(article().output("verdict").is_none());
}
