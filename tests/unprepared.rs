//! Articles that nobody had prepared: what strangers wrote and how it was judged.
#![cfg(all(
    feature = "article",
    feature = "catalogue",
    not(target_arch = "wasm32")
))]
#![expect(clippy::needless_pass_by_value, reason = "`json!` makes values")]

use chip_calculators::article::{
    BUILT_IN, ClaimReport, Issue, Outcome, Slip, Status, Verdict, check_text,
};
use chip_calculators::error::{FieldCode, FieldError};
use serde_json::{Value, json};

fn file(claim: Value) -> Value {
    json!({"id": "unprepared", "date": "2026", "source": "seed-article", "claims": [claim]})
}

/// A claim of one figure, `f`, with one check of the inputs.
fn claim(stated: Value, inputs: Value, expression: &str) -> Value {
    json!({
        "id": "only", "says": "so", "stated": {"f": stated}, "inputs": inputs,
        "checks": [{"figure": "f", "expression": expression}]
    })
}

fn figure(value: &str, unit: &str) -> Value {
    json!({"value": value, "unit": unit})
}

fn judged(claim: Value) -> ClaimReport {
    let text = file(claim).to_string();
    let report = check_text(&text).unwrap_or_else(|error| panic!("{error}: {text}"));
    report.claims.into_iter().next().expect("one claim")
}

fn refused(claim: Value) -> Vec<FieldError> {
    let text = file(claim).to_string();
    check_text(&text).expect_err(&text).fields
}

fn calculator(input: Value, inputs: Value) -> Value {
    json!({
        "id": "only", "says": "so", "stated": {"f": figure("84", "million USD")}, "inputs": inputs,
        "checks": [{"figure": "f", "calculator": "clusterTco", "output": "total", "input": input}]
    })
}

#[test]
fn a_mistake_in_the_file_is_not_the_articles() {
    for (input, name, code) in [
        (
            json!({"utilization": 70}),
            "utilization",
            FieldCode::AboveMaximum,
        ),
        (json!({"gpuPrice": -5}), "gpuPrice", FieldCode::BelowMinimum),
        (json!({"foo": 3}), "foo", FieldCode::UnknownField),
        (
            json!({"utilisation": 0.7}),
            "utilisation",
            FieldCode::UnknownField,
        ),
        (
            json!({"utilisation": "=x"}),
            "utilisation",
            FieldCode::UnknownField,
        ),
        (json!({"gpus": "8"}), "gpus", FieldCode::WrongType),
        (json!({"gpus": 8.5}), "gpus", FieldCode::NotAnInteger),
        (json!({"gpus": "=8.5"}), "gpus", FieldCode::NotAnInteger),
        (
            json!({"preset": "h300"}),
            "preset",
            FieldCode::UnknownPreset,
        ),
        (
            json!({"gpuPrice": "$37,000"}),
            "gpuPrice",
            FieldCode::WrongType,
        ),
        // Beside what is computed of the article's figures.
        (
            json!({"gpuPrice": -5, "gpus": "=x"}),
            "gpuPrice",
            FieldCode::BelowMinimum,
        ),
    ] {
        let fields = refused(calculator(input.clone(), json!({"x": 8})));
        let path = format!("claims[0].checks[0].input.{name}");
        let found = fields.iter().find(|field| field.path == path);
        assert_eq!(
            found.map(|field| field.code),
            Some(code),
            "{input} {fields:?}"
        );
    }
    let fields = refused(calculator(json!({"utilization": 70}), json!({})));
    assert_eq!((fields[0].min, fields[0].max), (Some(0.0), Some(1.0)));
}

#[test]
fn the_input_is_told_of_beside_a_result_that_does_not_exist() {
    let fields = refused(json!({
        "id": "only", "says": "so", "stated": {"f": figure("8", "month")},
        "inputs": {"investment": figure("42", "million USD")},
        "checks": [{
            "figure": "f", "calculator": "investmentReturn", "output": "paybackMonth",
            "input": {"invest": "=investment", "years": 2.5, "discountRate": 15}
        }]
    }));
    let mut told: Vec<_> = fields
        .iter()
        .map(|field| {
            (
                field.path.rsplit('.').next().unwrap_or_default(),
                field.code,
            )
        })
        .collect();
    told.sort_unstable_by_key(|(name, _)| *name);
    assert_eq!(
        told,
        [
            ("discountRate", FieldCode::AboveMaximum),
            ("invest", FieldCode::UnknownField),
            ("output", FieldCode::UnknownName),
            ("years", FieldCode::NotAnInteger),
        ]
    );
    let invest = fields.iter().find(|field| field.path.ends_with("invest"));
    // As the file has it, and not what it is computed to.
    assert_eq!(
        invest.and_then(|field| field.value.as_text()),
        Some("=investment")
    );
}

#[test]
fn the_part_that_is_not_known_is_told_with_what_was_meant() {
    let part = |input: Value| {
        let fields = refused(claim(figure("7", ""), json!({"x": input}), "x"));
        let (part, nearest) = (fields[0].part.clone(), fields[0].nearest.clone());
        (part.unwrap_or_default(), nearest.join(", "))
    };
    for (input, word, meant) in [
        (figure("7", "milion USD/yr"), "milion", "million"),
        (figure("7", "million Usd"), "Usd", "USD"),
        (figure("7", "galon"), "galon", ""),
        (
            json!({"catalogue": "chips/h2000-sxm/powerW"}),
            "h2000-sxm",
            "chips/h200-sxm/powerW",
        ),
        (
            json!({"value": 7, "unit": "USD/GPU-hour", "series": "cloud-prices/h100"}),
            "h100",
            "cloud-prices/h100-sxm",
        ),
    ] {
        assert_eq!(part(input), (word.to_owned(), meant.to_owned()));
    }
}

#[test]
fn what_the_articles_own_figures_cannot_be_contradicts_it() {
    let absurd = judged(calculator(
        json!({"utilization": "=use"}),
        json!({"use": figure("170", "%")}),
    ));
    assert_eq!(absurd.checks[0].outcome, Outcome::Impossible);
    assert_eq!(absurd.verdict, Verdict::Contradicted);
}

#[test]
fn all_amounts_in_another_currency_are_told_at_once() {
    let fields = refused(calculator(
        json!({"gpuPrice": "=a", "siteCapex": "=b"}),
        json!({"a": figure("3", "万元/张"), "b": figure("2", "亿元")}),
    ));
    let paths: Vec<&str> = fields.iter().map(|field| field.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "claims[0].checks[0].input.gpuPrice",
            "claims[0].checks[0].input.siteCapex"
        ]
    );
    assert!(
        fields
            .iter()
            .all(|field| field.code == FieldCode::IncompatibleUnits)
    );
}

#[test]
fn an_amount_is_converted_at_a_rate_that_the_file_names() {
    let converted = judged(calculator(
        json!({"siteCapex": "=site * rate"}),
        json!({"site": figure("2", "亿元"), "rate": figure("0.14", "USD/CNY")}),
    ));
    let input = converted.checks[0].input.as_ref().expect("an input");
    assert_eq!(input["siteCapex"].as_f64(), Some(28e6));
}

#[test]
fn no_figure_is_checked_against_itself() {
    let fields = refused(claim(figure("7", ""), json!({}), "f"));
    assert_eq!(fields[0].path, "claims[0].checks[0].expression");
    assert_eq!(fields[0].code, FieldCode::Conflict);
    let fields = refused(claim(
        figure("7", ""),
        json!({"l": {"figure": "only.f"}}),
        "l * 1",
    ));
    assert_eq!(fields[0].code, FieldCode::Conflict);
}

#[test]
fn too_many_claims_are_told_with_the_limit_alone() {
    let mut file = file(json!({}));
    file["claims"] = json!(vec![json!({"id": "a", "says": "so"}); 501]);
    let fields = check_text(&file.to_string()).expect_err("too many").fields;
    assert_eq!(fields.len(), 1, "{fields:?}");
    assert_eq!(fields[0].code, FieldCode::TooManyEntries);
    assert_eq!(fields[0].max, Some(500.0));
}

#[test]
fn a_range_upside_down_says_what_its_end_is_at_least() {
    let upside_down = json!({"value": {"from": "5", "to": "2"}});
    let fields = refused(claim(upside_down, json!({"a": 1}), "a"));
    assert_eq!(
        (fields[0].code, fields[0].min),
        (FieldCode::BelowMinimum, Some(5.0))
    );
}

#[test]
fn a_date_without_prices_is_told_with_those_that_have_some() {
    let old = json!({"a": {"catalogue": "cloud-prices/h100-sxm/1999-01-01"}});
    let fields = refused(claim(figure("7", ""), old, "a"));
    assert_eq!(fields[0].code, FieldCode::UnknownName);
    assert_eq!(fields[0].nearest.len(), 2, "{:?}", fields[0].nearest);
    assert!(fields[0].nearest.iter().all(|date| date.starts_with("202")));
}

/// 115.2 may be 115.15 and 47.5 may be 47.55.
#[test]
fn what_the_rounding_of_its_figures_leaves_open_is_not_held_against_an_article() {
    let sales = json!({"a": figure("115.2", "billion USD"), "b": figure("47.5", "billion USD")});
    let growth = judged(claim(figure("142", "%"), sales, "a / b - 1"));
    assert_eq!(growth.verdict, Verdict::Agrees);
    let open = growth.checks[0].left_open.expect("a range");
    assert!(
        (open.from - 142.166).abs() < 0.01 && (open.to - 142.887).abs() < 0.01,
        "{open:?}"
    );
    assert!(growth.checks[0].slips.is_empty());

    let about = |precision: Value| {
        let mut card = figure("800", "TFLOPS/GPU");
        card["precision"] = precision;
        claim(
            figure("300", "PFLOPS"),
            json!({"card": card, "n": figure("384", "GPU")}),
            "card * n",
        )
    };
    assert_eq!(judged(about(json!(50))).verdict, Verdict::Agrees);
    assert_eq!(judged(about(Value::Null)).verdict, Verdict::Differs);

    // Bare numbers of the file are exact, and so is a count.
    let exact = json!({"a": 115.2, "b": 47.5});
    assert_eq!(
        judged(claim(figure("142", "%"), exact, "a / b - 1")).verdict,
        Verdict::Differs
    );
    let counts = json!({"a": figure("2", "万张"), "b": figure("25", "万元/张")});
    assert_eq!(
        judged(claim(figure("47", "亿元"), counts, "a * b")).verdict,
        Verdict::Differs
    );
}

/// 100% may be 99.5%, but a calculator takes no 100.5%.
#[test]
fn what_rounding_makes_impossible_is_left_out() {
    let file = json!({
        "id": "only", "says": "so", "stated": {"f": figure("3.46", "USD/GPU-hour")},
        "inputs": {"use": figure("100", "%")},
        "checks": [{
            "figure": "f", "calculator": "clusterTco", "output": "costPerGpuHourUsed",
            "input": {"utilization": "=use", "siteCapex": 0, "gpuPrice": 60_000}
        }]
    });
    let exact = judged(file.clone()).checks[0]
        .recomputed
        .expect("a cost")
        .from;
    let near = format!("{:.3}", exact * 1.003);
    let mut file = file;
    file["stated"]["f"]["value"] = json!(near);
    let fits = judged(file);
    assert_eq!(fits.verdict, Verdict::Agrees, "{exact} {near}");
    assert!(fits.checks[0].left_open.is_some());
}

/// 0.5 and 0.3 leave open so much that nobody can say.
#[test]
fn where_rounding_leaves_a_tenth_open_it_depends() {
    let coarse = json!({"a": "0.5", "b": "0.3"});
    let ratio = judged(claim(figure("2.1", ""), coarse, "a / b"));
    assert_eq!(ratio.verdict, Verdict::NeedsAssumption);
    assert!(ratio.checks[0].left_open.is_some());
}

/// Where 5 is 355 % more than 1.1, 1.1 is no 1.111.
#[test]
fn a_printed_figure_is_the_same_in_all_checks_of_a_claim() {
    let claim = json!({
        "id": "only", "says": "so",
        "stated": {"high": figure("355", "%"), "low": figure("80", "%")},
        "inputs": {"today": "1.1"},
        "checks": [
            {"figure": "high", "expression": "5 / today - 1"},
            {"figure": "low", "expression": "2 / today - 1"}
        ]
    });
    assert_eq!(judged(claim).verdict, Verdict::Differs);
}

fn slips(claim: ClaimReport) -> Vec<Slip> {
    claim
        .checks
        .into_iter()
        .flat_map(|check| check.slips)
        .collect()
}

#[test]
fn no_slip_is_named_that_is_none() {
    let none = |stated: Value, inputs: Value, expression: &str| {
        let found = slips(judged(claim(stated, inputs, expression)));
        assert!(found.is_empty(), "{expression} {found:?}");
    };
    none(figure("0", "USD"), json!({"a": figure("2", "USD")}), "a");
    let range = json!({"value": {"from": "30", "to": "40"}, "unit": "%"});
    none(range, json!({"a": figure("26", "%")}), "a");
    none(
        figure("1", "USD"),
        json!({"a": figure("10,590,000", "USD")}),
        "a",
    );
    let times = slips(judged(claim(
        figure("200", "%"),
        json!({"a": 4, "b": 2}),
        "a / b - 1",
    )));
    assert!(matches!(times[..], [Slip::Ratio { .. }]), "{times:?}");
}

#[test]
fn parts_of_a_whole_make_the_whole_however_it_is_written() {
    let parts = |third: &str| {
        let parts = json!({
            "a": figure("7", "成"), "b": figure("2", "成"), "c": figure(third, "成")
        });
        judged(claim(figure("10", "成"), parts, "a + b + c"))
    };
    assert_eq!(parts("1").verdict, Verdict::Agrees);
    assert_eq!(parts("1.5").verdict, Verdict::Differs);
    assert!(slips(parts("1.5")).is_empty());
    let thirds = json!({
        "a": figure("33", "%"), "b": figure("33", "%"), "c": figure("33", "%")
    });
    let thirds = judged(claim(figure("100", "%"), thirds, "a + b + c"));
    assert_eq!(thirds.verdict, Verdict::Agrees);
    let open = thirds.checks[0].left_open.expect("a range");
    assert!((open.from - 98.0).abs() < 1e-6 && (open.to - 100.0).abs() < 1e-6);
    // An hour is no whole of shares.
    let minutes = json!({"a": figure("30", "minutes"), "b": figure("35", "minutes")});
    assert_eq!(
        judged(claim(figure("1", "hour"), minutes, "a + b")).verdict,
        Verdict::Agrees
    );
}

#[test]
fn common_slips_are_named() {
    let server = |stated: Value, one: Value| slips(judged(claim(stated, json!({"a": one}), "a")));
    for (stated, one) in [
        (figure("296,000", "USD/server"), figure("37,000", "USD/GPU")),
        (figure("144", "元/台时"), figure("18", "元/卡时")),
    ] {
        let found = server(stated, one);
        assert!(
            matches!(
                found[..],
                [Slip::Server {
                    gpus: 8.0,
                    of_server: true
                }]
            ),
            "{found:?}"
        );
    }
    let pounds = json!({"value": {"from": "30", "to": "40"}, "unit": "GBP"});
    let dollars = json!({"value": {"from": "30", "to": "40"}, "unit": "USD"});
    let found = server(pounds, dollars);
    assert!(
        matches!(&found[..], [Slip::Unit { to, .. }] if to == "USD"),
        "{found:?}"
    );

    let year = judged(claim(
        figure("114", "million USD"),
        json!({"a": figure("113.7", "million USD/year")}),
        "a",
    ));
    assert_eq!(year.checks[0].unit, "million USD/year");
    assert!(matches!(
        &year.checks[0].slips[..],
        [Slip::Unit { value: None, .. }]
    ));
}

#[test]
fn a_year_of_8640_hours_is_told_as_a_year() {
    let yearly = json!({"a": figure("2", "USD/GPU-hour"), "n": figure("1,000", "GPU")});
    let found = slips(judged(claim(
        figure("17.28", "million USD/year"),
        yearly,
        "a * n",
    )));
    assert!(
        matches!(
            found[..],
            [Slip::Hours {
                here: 8760.0,
                fits: 8640.0
            }]
        ),
        "{found:?}"
    );
}

#[test]
fn dollars_are_not_told_as_yuan() {
    let price = json!({"a": {
        "value": "2.5", "unit": "USD/GPU-hour", "series": "cloud-prices/h100-sxm"
    }});
    let mut file = file(claim(figure("18", "元/卡时"), price, "a"));
    file["date"] = json!("2024-11-06");
    let report = check_text(&file.to_string()).expect("a report");
    let rerun = &report.claims[0].reruns[0];
    assert_eq!(rerun.unit, "USD/GPU-hour");
    assert_eq!((rerun.then.holds, rerun.now.holds), (None, None));
}

#[test]
fn no_result_is_asked_for_in_another_currency() {
    let dollars = json!({
        "id": "only", "says": "so", "inputs": {"a": figure("2", "USD")},
        "checks": [{"expression": "a * 3", "unit": "万元"}]
    });
    let fields = refused(dollars);
    assert_eq!(fields[0].path, "claims[0].checks[0].unit");
    assert_eq!(fields[0].code, FieldCode::IncompatibleUnits);
}

/// Nobody reads trillions of FLOP an hour.
#[test]
fn a_result_beside_the_claim_is_told_in_the_usual_unit() {
    let unit = |inputs: Value, expression: &str| {
        let claim = json!({
            "id": "only", "says": "so", "inputs": inputs, "checks": [{"expression": expression}]
        });
        let check = judged(claim).checks.remove(0);
        let value = check.recomputed.map_or(f64::NAN, |range| range.from);
        (format!("{value:.4}"), check.unit)
    };
    let one = |path: &str| json!({"a": {"catalogue": path}});
    for (inputs, expression, value, name) in [
        (
            one("chips/h200-sxm/fp8Dense"),
            "a",
            "1979.0000",
            "TFLOPS dense",
        ),
        (one("chips/h200-sxm/memoryGb"), "a * 8", "141.0000", "GB"),
        (one("chips/h200-sxm/bandwidthTbs"), "a", "4.8000", "TB/s"),
        (
            json!({"a": figure("12", "PFLOPS"), "b": 3.0}),
            "a * b / 1",
            "36.0000",
            "PFLOPS",
        ),
        (
            json!({"a": figure("3.7", "USD/GPU-hour")}),
            "a * 1",
            "3.7000",
            "USD/GPU-hour",
        ),
        (
            json!({"a": figure("2", "USD/token"), "b": figure("3", "token/s")}),
            "a * b",
            "189216000.0000",
            "USD/year",
        ),
        (
            json!({"a": figure("26", "USD"), "b": figure("100", "USD")}),
            "a / b",
            "26.0000",
            "%",
        ),
        (
            json!({"a": figure("1,600", "GPU"), "b": figure("700", "W/GPU")}),
            "a * b",
            "1.1200",
            "MW",
        ),
        (
            json!({"a": {"catalogue": "chips/h200-sxm/fp8Dense"}, "b": figure("16,000", "GPU")}),
            "a * b",
            "31.664",
            "EFLOPS",
        ),
        (
            json!({"a": figure("39,580", "USD/GPU"), "b": {"catalogue": "chips/h200-sxm/fp8Dense"}}),
            "a / b",
            "20",
            "USD/TFLOPS",
        ),
    ] {
        let factor = if expression == "a * 8" { 8.0 } else { 1.0 };
        let (found, unit) = unit(inputs, expression);
        let found: f64 = found.parse().expect("a number");
        let value: f64 = value.parse().expect("a number");
        assert!(
            (found / factor - value).abs() < 1e-6 * value,
            "{expression} {found}"
        );
        assert_eq!(unit, name, "{expression}");
    }
}

#[test]
fn units_that_papers_use_are_known() {
    for (unit, other) in [
        ("兆瓦时", "MWh"),
        ("吉瓦时", "GWh"),
        ("太瓦时", "TWh"),
        ("watts", "W"),
        ("megawatts", "MW"),
        ("人民币元", "CNY"),
        ("元/台时", "CNY/server-hour"),
        ("¢/kWh", "cents/kWh"),
        ("c/kWh", "cents/kWh"),
        ("USD/1M tokens", "USD/million tokens"),
        ("tCO2", "t"),
    ] {
        let agrees = judged(claim(
            figure("3", unit),
            json!({"a": figure("3", other)}),
            "a",
        ));
        assert_eq!(agrees.verdict, Verdict::Agrees, "{unit}");
    }
}

/// A claim of one figure, `f`, with one check by a calculator.
fn reckoned(calculator: &str, output: &str, stated: Value, inputs: Value, input: Value) -> Value {
    json!({
        "id": "only", "says": "so", "stated": {"f": stated}, "inputs": inputs,
        "checks": [{"figure": "f", "calculator": calculator, "output": output, "input": input}]
    })
}

#[test]
fn what_a_calculator_assumes_does_not_contradict_the_article() {
    let inputs = json!({
        "a": figure("42", "million USD"), "b": figure("18", "million USD/year"),
        "years": figure("5", "year"),
    });
    let given = json!({"investment": "=a", "annualBenefit": "=b"});
    let stated = figure("10", "%");
    let of = |output, stated, input| {
        judged(reckoned(
            "investmentReturn",
            output,
            stated,
            inputs.clone(),
            input,
        ))
    };
    let taken = |claim: &ClaimReport| -> Vec<&str> {
        let taken = claim.checks[0].taken.iter();
        taken.map(|taken| taken.parameter).collect()
    };

    let without = of("irr", stated.clone(), given.clone());
    assert_eq!(without.verdict, Verdict::Differs);
    assert_eq!(without.checks[0].basis, Status::Assumed);
    assert_eq!(taken(&without), ["years"]);
    let with = json!({"investment": "=a", "annualBenefit": "=b", "years": "=years"});
    let with = of("irr", stated, with);
    assert_eq!(with.verdict, Verdict::Contradicted);
    assert!(taken(&with).is_empty());

    // Two years give 120% of 68 million a year, and five no more than 161%.
    let inputs_of =
        json!({"a": figure("42", "million USD"), "b": figure("68", "million USD/year")});
    let short = judged(reckoned(
        "investmentReturn",
        "irr",
        figure("120", "%"),
        inputs_of,
        json!({"investment": "=a", "annualBenefit": "=b"}),
    ));
    assert_eq!(short.verdict, Verdict::Differs);
    assert_eq!(taken(&short), ["years"]);

    // The horizon and the rate have no part in a payback, until there is none within it.
    let stated = figure("14", "month");
    let soon = of("paybackMonths", stated.clone(), given);
    assert_eq!(soon.verdict, Verdict::Contradicted);
    assert!(taken(&soon).is_empty());
    let late = json!({"investment": "=a", "annualBenefit": "=b / 3"});
    let late = of("paybackMonths", stated, late);
    assert_eq!(late.verdict, Verdict::Differs);
    assert_eq!(taken(&late), ["years"]);

    // A preset's figures are none of the article's either.
    let preset = judged(reckoned(
        "clusterTco",
        "hardware",
        figure("900", "million USD"),
        json!({"n": figure("1,024", "GPU")}),
        json!({"preset": "h200", "gpus": "=n"}),
    ));
    assert_eq!(preset.verdict, Verdict::Differs);
    assert!(taken(&preset).contains(&"gpuPrice"), "{:?}", taken(&preset));
}

#[test]
fn rounding_explains_no_gross_error() {
    let of = |stated: Value, a: Value, b: Value, expression: &str| {
        judged(claim(stated, json!({"a": a, "b": b}), expression))
    };
    for expression in ["a - b", "b - a"] {
        let points = of(
            figure("20", "percentage points"),
            figure("75", "%"),
            figure("60", "%"),
            expression,
        );
        assert_eq!(points.verdict, Verdict::Contradicted);
        let slips = &points.checks[0].slips;
        assert!(
            matches!(slips[..], [Slip::Percent { points }] if (points - 15.0).abs() < 1e-9),
            "{expression} {slips:?}"
        );
    }
    for (stated, a, unit) in [
        ("20", "15", "%"),
        ("100", "149", "million USD"),
        ("100", "149", "USD"),
        ("10", "14", "USD"),
    ] {
        let gross = of(figure(stated, unit), figure(a, unit), json!("1"), "a * b");
        assert_eq!(gross.verdict, Verdict::Contradicted, "{a} {unit}");
        assert!(gross.checks[0].slips.is_empty(), "{a} {unit}");
    }
    let near = of(figure("40", "%"), figure("41.67", "%"), json!("1"), "a * b");
    assert_eq!(near.verdict, Verdict::Differs);
    assert!(matches!(
        near.checks[0].slips[..],
        [Slip::RoundedTooFar { .. }]
    ));
}

#[test]
fn what_is_not_between_the_bounds_may_be_beyond_them() {
    let solved = |unit: &str, between: Value, stated: Value| {
        json!({
            "id": "only", "says": "so", "stated": {"f": stated},
            "inputs": {"hours": figure("2", "million GPU-hours")},
            "checks": [{
                "figure": "f", "expression": "hours * rent",
                "unknown": {"name": "rent", "unit": unit, "between": between}
            }]
        })
    };
    let claim = solved("USD/GPU-hour", json!([3, 10]), figure("30", "million USD"));
    let out = judged(claim);
    assert_eq!(out.verdict, Verdict::Differs);
    let assumption = out.checks[0].assumption.as_ref().expect("an assumption");
    assert_eq!(
        (assumption.between.from, assumption.between.to),
        (3.0, 10.0)
    );
    assert!((assumption.beyond.expect("a rent") - 15.0).abs() < 1e-9);
    let claim = solved("USD/GPU-hour", json!([3, 10]), figure("-30", "million USD"));
    let never = judged(claim);
    assert_eq!(
        never.checks[0].assumption.as_ref().expect("one").beyond,
        None
    );
    assert_eq!(never.verdict, Verdict::Differs);

    // The unit of an unknown is the file's.
    let fields = refused(solved("USD", json!([3, 10]), figure("30", "million USD")));
    assert_eq!(fields[0].path, "claims[0].checks[0].unknown.unit");
    assert_eq!(fields[0].code, FieldCode::IncompatibleUnits);
    assert_eq!(fields[0].nearest, ["USD/GPU-hour"]);
    // That of the figure is the article's.
    let kind = solved("kW/GPU", json!([0.1, 10]), figure("2", "MW"));
    assert_eq!(judged(kind).verdict, Verdict::Contradicted);
}

#[test]
fn a_figure_that_fits_in_another_unit_blames_no_data_sheet() {
    let power = judged(claim(
        figure("5.6", "kWh"),
        json!({"a": figure("700", "W"), "b": figure("8", "GPU")}),
        "a * b",
    ));
    assert_eq!(power.checks[0].outcome, Outcome::WrongUnit);
    let slips = &power.checks[0].slips;
    assert!(
        matches!(&slips[..], [Slip::Unit { to, .. }] if to == "kW"),
        "{slips:?}"
    );
}

#[test]
fn a_saving_measured_against_the_dearer_names_both() {
    let saving = judged(claim(
        figure("22", "%"),
        json!({"own": figure("13.2", "million USD"), "rent": figure("16.1", "million USD")}),
        "(rent - own) / rent",
    ));
    let [Slip::Base { after, before, .. }] = &saving.checks[0].slips[..] else {
        panic!("{:?}", saving.checks[0].slips)
    };
    assert_eq!(after.as_deref(), Some("own"));
    assert_eq!(before.as_deref(), Some("rent"));
}

/// The verdict, and what the deciding check gives in the unit it is told in.
fn told(stated: Value, inputs: Value, expression: &str) -> (Verdict, f64, String) {
    let judged = judged(claim(stated, inputs, expression));
    let check = &judged.checks[0];
    let found = check.recomputed.map_or(f64::NAN, |found| found.to);
    let rounded = (found * 1e6).round() / 1e6;
    (judged.verdict, rounded, check.unit.clone())
}

#[test]
fn percentage_points_are_the_difference_of_two_shares() {
    let points = |value: &str| figure(value, "percentage points");
    let (contradicted, agrees) = (Verdict::Contradicted, Verdict::Agrees);
    let dollars = || json!({"a": figure("100", "million USD"), "b": figure("120", "million USD")});
    let shares = |a: &str, b: &str| json!({"a": figure(a, "%"), "b": figure(b, "%")});
    let percent = |value: f64, verdict| (verdict, value, "%".to_owned());
    assert_eq!(
        told(points("20"), dollars(), "b / a - 1"),
        percent(20.0, contradicted)
    );
    assert_eq!(
        told(points("20"), dollars(), "(b - a) / a"),
        percent(20.0, contradicted)
    );
    let pp = |value: f64, verdict| (verdict, value, "percentage points".to_owned());
    assert_eq!(
        told(points("1"), shares("4.0", "5.0"), "b / a - 1"),
        pp(1.0, agrees)
    );
    assert_eq!(
        told(points("25"), shares("4.0", "5.0"), "b / a - 1"),
        pp(1.0, contradicted)
    );
    assert_eq!(
        told(points("10"), shares("40.0", "30.0"), "1 - b / a"),
        pp(10.0, agrees)
    );
    // What is not told in points, although it is: the whole per cents are no excuse.
    let claim = claim(figure("1", "%"), shares("4", "5"), "b / a - 1");
    let judged = judged(claim);
    assert_eq!(judged.verdict, contradicted);
    assert!(matches!(
        judged.checks[0].slips[..],
        [Slip::PercentagePoints { .. }]
    ));
}

#[test]
fn per_gpu_is_no_matter_of_taste_where_all_figures_say_it() {
    let contradicted = Verdict::Contradicted;
    let cases = [
        (
            "7,000",
            "USD/GPU-hour",
            json!({"p": figure("7", "USD/GPU-hour"), "n": figure("1,000", "GPU")}),
            "p * n",
        ),
        (
            "37",
            "million USD/GPU",
            json!({"p": figure("37,000", "USD/GPU"), "n": figure("1,000", "GPU")}),
            "p * n",
        ),
        (
            "5.6",
            "kW/GPU",
            json!({"p": figure("700", "W/GPU"), "n": figure("8", "GPU")}),
            "p * n",
        ),
        (
            "720,000",
            "hours",
            json!({"p": figure("30", "days"), "n": figure("1,000", "GPU")}),
            "p * n",
        ),
        (
            "8,219",
            "months",
            json!({"p": figure("684.9", "GPU-years")}),
            "p",
        ),
        ("132", "kW/GPU", json!({"p": figure("132", "kW/rack")}), "p"),
        ("96", "GPU", json!({"p": figure("96", "racks")}), "p"),
        ("5", "racks", json!({"p": figure("5", "accelerators")}), "p"),
    ];
    for (value, unit, inputs, expression) in cases {
        let (verdict, _, told) = told(figure(value, unit), inputs, expression);
        assert_eq!(verdict, contradicted, "{value} {unit}");
        assert_ne!(told, unit);
    }
    // Where one of them may leave it out, it is not missed.
    let cases = [
        (
            "37",
            "million USD",
            json!({"p": figure("37,000", "USD"), "n": figure("1,000", "GPU")}),
            "p * n",
        ),
        (
            "37,000",
            "USD/GPU",
            json!({"p": figure("37", "million USD"), "n": "1,000"}),
            "p / n",
        ),
        ("5.6", "kW", json!({"p": figure("700", "W/GPU")}), "8 * p"),
        (
            "8,219",
            "GPU-months",
            json!({"p": figure("684.9", "GPU-years")}),
            "p",
        ),
    ];
    for (value, unit, inputs, expression) in cases {
        let (verdict, ..) = told(figure(value, unit), inputs, expression);
        assert_eq!(verdict, Verdict::Agrees, "{value} {unit}");
    }
}

#[test]
fn both_ends_of_a_range_follow_from_ranges() {
    let inputs = || {
        json!({
            "n": {"value": {"from": "15", "to": "20"}, "unit": "万颗"}, "p": figure("8.5", "万元/颗")
        })
    };
    let range = |from: &str, to: &str| json!({"value": {"from": from, "to": to}, "unit": "亿元"});
    let verdict = |from: &str, to: &str| told(range(from, to), inputs(), "n * p").0;
    assert_eq!(verdict("127.5", "170"), Verdict::Agrees);
    assert_eq!(verdict("127.5", "180"), Verdict::Differs);
    assert_eq!(verdict("10", "1,700"), Verdict::Differs);
    let judged = judged(claim(range("127.5", "180"), inputs(), "n * p"));
    assert_eq!(
        judged.checks[0].slips,
        [Slip::Ends {
            lower: true,
            upper: false
        }]
    );
}

#[test]
fn a_bound_that_holds_by_far_is_told() {
    let bounded = |value: &str, unit: &str, bound: &str| json!({"value": value, "unit": unit, "bound": bound});
    let far = |stated: Value, input: Value| {
        let judged = judged(claim(stated, json!({"a": input}), "a"));
        assert_eq!(judged.verdict, Verdict::Agrees);
        judged.checks[0].slips.clone()
    };
    let dollars = |value: &str| figure(value, "billion USD");
    assert_eq!(
        far(bounded("410", "billion USD", "atMost"), dollars("41")),
        [Slip::FarWithin { times: 10.0 }]
    );
    assert_eq!(
        far(bounded("410", "billion USD", "atMost"), dollars("300")),
        []
    );
    assert!(matches!(
        far(bounded("1", "MW", "above"), figure("900", "MW"))[..],
        [Slip::FarWithin { .. }]
    ));
}

#[test]
fn a_bound_leaves_open_what_it_bounds() {
    let file = |value: &str| {
        json!({
            "id": "bounds", "date": "2026", "source": "seed-article",
            "claims": [
                {"id": "e", "says": "so", "stated": {"t": {"value": "10", "unit": "MW", "bound": "above"}}},
                {"id": "f", "says": "so", "stated": {"t": figure(value, "MW")},
                 "inputs": {"a": {"figure": "e.t"}}, "checks": [{"figure": "t", "expression": "a"}]}
            ]
        })
    };
    let verdict = |value: &str| {
        let report = check_text(&file(value).to_string()).expect("a file");
        let check = &report.claims[1].checks[0];
        (report.claims[1].verdict, check.slips.len())
    };
    assert_eq!(verdict("12"), (Verdict::NeedsAssumption, 1));
    assert_eq!(verdict("8").0, Verdict::Contradicted);
    // An input has a bound of its own as well.
    let input = json!({"a": {"value": "10", "unit": "MW", "bound": "atMost"}});
    assert_eq!(
        told(figure("8", "MW"), input, "a").0,
        Verdict::NeedsAssumption
    );
}

#[test]
fn parts_round_to_both_sides() {
    let sum = |parts: &[&str], unit: &str, whole: &str| {
        let names = ["a", "b", "c", "d", "e", "g"];
        let inputs: serde_json::Map<String, Value> = names
            .iter()
            .zip(parts)
            .map(|(name, part)| ((*name).to_owned(), figure(part, unit)))
            .collect();
        told(
            figure(whole, unit),
            inputs.into(),
            &names[..parts.len()].join(" + "),
        )
        .0
    };
    assert_eq!(sum(&["33", "33", "33"], "%", "100"), Verdict::Agrees);
    assert_eq!(
        sum(&["31", "22", "14", "9", "6"], "%", "83"),
        Verdict::Agrees
    );
    assert_eq!(
        sum(&["31", "22", "14", "9", "6"], "%", "84"),
        Verdict::NeedsAssumption
    );
    assert_ne!(
        sum(&["46", "27", "14", "11", "4"], "%", "100"),
        Verdict::Agrees
    );
    assert_ne!(
        sum(&["20", "20", "17", "15", "14", "11"], "%", "100"),
        Verdict::Agrees
    );
    assert_eq!(
        sum(&["0.5", "1.2", "0.8", "0.9", "0.6"], "billion USD", "4.2"),
        Verdict::NeedsAssumption
    );
}

#[test]
fn a_fall_is_told_as_one() {
    let inputs = || json!({"a": figure("31,000", "USD"), "b": figure("27,900", "USD")});
    let fall = |value: &str| json!({"value": value, "unit": "%", "quantity": "fall"});
    for expression in ["b / a - 1", "1 - b / a", "(a - b) / a", "(b - a) / a"] {
        let found = told(fall("10"), inputs(), expression);
        assert_eq!(
            found,
            (Verdict::Agrees, 10.0, "%".to_owned()),
            "{expression}"
        );
    }
    let rise = json!({"b": figure("31,000", "USD"), "a": figure("27,900", "USD")});
    assert_ne!(told(fall("10"), rise, "b / a - 1").0, Verdict::Agrees);
}

#[test]
fn no_diagnosis_is_made_up() {
    let kinds = |stated: Value, inputs: Value, expression: &str| {
        slips(judged(claim(stated, inputs, expression)))
    };
    // Nothing here counts machines.
    let years = json!({"i": figure("20", "million USD"), "b": figure("12", "million USD/year")});
    assert_eq!(kinds(figure("160", "months"), years, "i / b"), []);
    // A loss that narrows.
    let losses = json!({"a": figure("-4", "million USD"), "b": figure("-2", "million USD")});
    assert_eq!(
        kinds(figure("50", "%"), losses, "b / a - 1"),
        [Slip::NegativeBase]
    );
    let turned = json!({"a": figure("-2", "million USD"), "b": figure("4", "million USD")});
    assert_eq!(
        kinds(figure("300", "%"), turned, "b / a - 1"),
        [Slip::NegativeBase]
    );
    // Ten times too large, and no per mille.
    let tenth = json!({"a": figure("5.0", "%")});
    assert_eq!(
        kinds(figure("50", "%"), tenth, "a"),
        [Slip::PowerOfTen { factor: 10.0 }]
    );
    // At a bound that is not reached, nothing would have to be as it is.
    let doubled = json!({"a": figure("14", "GBP"), "c": figure("28", "GBP")});
    let above = json!({"value": "2", "unit": "times", "bound": "above"});
    let report = judged(claim(above, doubled, "c / a"));
    assert!(
        report.checks[0]
            .would_hold
            .iter()
            .all(|remedy| remedy.change.abs() > 1e-9)
    );
}

#[test]
fn what_is_no_date_or_address_or_source_is_refused() {
    for date in ["2026-02-30", "2025-02-29", "2026-04-31", "2026-13-01"] {
        let text = json!({"id": "x", "date": date, "source": "seed-article", "claims": [
            claim(figure("1", ""), json!({"a": 1}), "a")]});
        let refused = check_text(&text.to_string()).expect_err(date).fields;
        assert_eq!(
            (refused[0].path.as_str(), refused[0].code),
            ("date", FieldCode::InvalidText)
        );
    }
    let text = json!({"id": "x", "date": "2024-02-29", "source": "own", "sources": [
        {"id": "own", "title": "T", "url": "javascript:alert(1)"}],
        "claims": [claim(json!({"value": "1", "source": "nope"}), json!({"a": 1}), "a")]});
    let refused = check_text(&text.to_string()).expect_err("refused").fields;
    let paths: Vec<_> = refused.iter().map(|field| field.path.as_str()).collect();
    assert_eq!(paths, ["sources[0].url", "claims[0].stated.f.source"]);
}

#[test]
fn what_does_not_go_together_is_named() {
    let part = |inputs: Value, expression: &str| {
        let error = refused(claim(figure("1", ""), inputs, expression)).remove(0);
        assert_eq!(error.code, FieldCode::IncompatibleUnits);
        (error.part.unwrap_or_default(), error.nearest)
    };
    let money =
        json!({"a": figure("1", "GBP"), "b": figure("1", "EUR"), "n": figure("6", "years")});
    let both = |sign: &str, units: [&str; 2]| (sign.to_owned(), units.map(str::to_owned).to_vec());
    assert_eq!(
        part(money.clone(), "2 * (a + b)"),
        both("+", ["GBP", "EUR"])
    );
    assert_eq!(part(money.clone(), "(a / a) ^ (1 / n) - 1").0, "^");
    assert_eq!(
        part(money.clone(), "max(a, n)"),
        both("max", ["GBP", "hour"])
    );
    assert_eq!(
        part(money, "ln(n)"),
        ("ln".to_owned(), vec!["hour".to_owned()])
    );
}

#[test]
fn a_faulty_expression_hides_no_other_fault_of_its_input() {
    let input = json!({"gpus": "=gpu *", "utilization": 70});
    let refused = refused(calculator(input, json!({"gpu": 8})));
    let paths: Vec<_> = refused.iter().map(|field| field.path.as_str()).collect();
    assert_eq!(
        paths,
        [
            "claims[0].checks[0].input.gpus",
            "claims[0].checks[0].input.utilization"
        ]
    );
}

#[test]
fn every_unit_of_the_guide_is_known() {
    let guide = include_str!("../docs/editors.md");
    let (_, table) = guide.split_once("**Units**").expect("the units");
    let (table, _) = table.split_once("\n## ").expect("an end");
    // What stands between a pair of backticks is every second piece.
    let pieces: Vec<&str> = table.split('`').collect();
    let units: Vec<&str> = pieces.chunks_exact(2).map(|pair| pair[1]).collect();
    assert!(units.len() > 80, "{units:?}");
    for unit in units {
        let text = file(claim(
            figure("1", unit),
            json!({"a": figure("1", unit)}),
            "a",
        ))
        .to_string();
        let report = check_text(&text).unwrap_or_else(|error| panic!("{unit}: {error}"));
        assert_eq!(report.claims[0].verdict, Verdict::Agrees, "{unit}");
    }
}

#[test]
fn an_input_that_no_check_uses_is_told() {
    let inputs = json!({"a": figure("7", "USD"), "rate": figure("8", "%")});
    let judged = judged(claim(figure("7", "USD"), inputs, "a"));
    assert_eq!(judged.verdict, Verdict::Agrees);
    let unused = Issue::Unused {
        input: "rate".to_owned(),
    };
    assert_eq!(judged.issues, [unused]);
    let report = check_text(BUILT_IN).expect("the built-in article");
    let mut issues = report.claims.iter().flat_map(|claim| &claim.issues);
    assert!(!issues.any(|issue| matches!(issue, Issue::Unused { .. })));
}
