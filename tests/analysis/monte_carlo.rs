//! Monte Carlo against single calls, theory and `SciPy`.

use super::support::Dice;
use super::{article, as_json, at, cloud_break_even, column, from_json, is_refused, number};
use chip_calculators::analysis::correlation::{Copula, Pair};
use chip_calculators::analysis::distribution::{Distribution, Draw};
use chip_calculators::analysis::monte_carlo::{
    Plan, Samples, Sequence, Uncertain, monte_carlo, sample,
};
use chip_calculators::analysis::{Rows, Sides, Subject};
use chip_calculators::error::{CalculatorError, FieldCode};
use chip_calculators::numerics::sequence::Stream;
use chip_calculators::numerics::special::normal_cdf;
use chip_calculators::table::Parameter;
use chip_calculators::value::Record;
use serde_json::{Value as Json, json};

fn uncertain(subject: &Subject, name: &str, distribution: Distribution) -> Uncertain {
    let parameter = subject.parameter(name).unwrap();
    let draw = Draw::new(distribution, subject.entry(parameter)).unwrap();
    Uncertain { parameter, draw }
}

#[test]
fn monte_carlo_of_constants_is_the_single_call() {
    let mut dice = Dice::new(5);
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
    as_json(monte_carlo(&from_json(&request)))
}

#[test]
fn common_random_numbers_move_the_median_smoothly() {
    let median = |gpus: f64| {
        let answer =
            request(|request| request["input"] = json!({"siteCapex": 5e6 + gpus})).unwrap();
        number(&answer, &["percentiles", "p50"])
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
    let mut dice = Dice::new(9);
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
        subject.evaluate(&mut row);
        let saving = years.concat();
        let mut input = Record::new();
        for (parameter, value) in subject.variables().iter().zip(&subject.values) {
            input.push(&*parameter.path, parameter.entry.show(*value));
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
    let at = column(&answer, &["quantiles", "value"]);
    let place = 0.123 * 999.0;
    let (low, high) = (savings[122], savings[123]);
    assert_eq!((at[0], at[3]), (savings[0], savings[999]));
    assert!((at[1] - (low + (high - low) * (place - 122.0))).abs() <= 1e-9 * low.abs());
    assert_eq!(at[2], number(&answer, &["percentiles", "p50"]));
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
    let at = |answer: &Json| number(answer, &["percentiles", "p50"]);
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
                    Sequence::LowDiscrepancy => Stream::spread(3, dimension),
                    Sequence::PseudoRandom => Stream::random(3, dimension),
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

#[test]
fn distributions_match_scipy() {
    let reference: Json =
        serde_json::from_str(include_str!("../reference/analysis_distributions.json")).unwrap();
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
