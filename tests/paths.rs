//! Analyses of what stands deeper in an input, against single calls and closed forms.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::float_cmp, reason = "the same bits are asked for")]

use chip_calculators::analysis::{ANALYSES, BRANCHES, MODELS, Names, Subject};
use chip_calculators::calculators::CALCULATORS;
use chip_calculators::error::{CalculatorError, FieldCode};
use chip_calculators::reader::Reader;
use chip_calculators::value::Value;
use serde_json::{Value as Json, json};

fn from_json(value: &Json) -> Value {
    serde_json::from_value(value.clone()).unwrap()
}

fn analyse(name: &str, request: &Json) -> Result<Json, CalculatorError> {
    let mut entries = ANALYSES
        .iter()
        .filter(|entry| entry.description.name == name);
    (entries.next().unwrap().run)(&from_json(request))
}

fn call(name: &str, input: &Json) -> Json {
    let mut entries = CALCULATORS
        .iter()
        .filter(|entry| entry.description.name == name);
    (entries.next().unwrap().run)(&from_json(input)).unwrap()
}

fn subject(name: &str, input: &Json) -> Subject {
    let model = MODELS.iter().find(|model| model.name == name).unwrap();
    let input = from_json(input);
    let mut reader = Reader::new(&input);
    let subject = (model.read)(&mut reader);
    reader.finish().unwrap();
    subject
}

/// The place of a path in an input or a result; where it is not yet there, it is made.
fn at<'a>(value: &'a mut Json, path: &str) -> &'a mut Json {
    let Json::Array(rows) = value else {
        return match path.split_once('.') {
            Some((name, rest)) => at(&mut value[name], rest),
            None => &mut value[path],
        };
    };
    for (place, row) in rows.iter_mut().enumerate() {
        let id = if row.is_string() { &*row } else { &row["id"] };
        let id = id.as_str().or(row["verdict"].as_str());
        let id = id.map_or(place.to_string(), str::to_owned);
        let rest = path.strip_prefix(&id);
        if let Some(rest) = rest.and_then(|rest| rest.strip_prefix('.')) {
            if row.is_string() {
                *row = json!({ "id": id });
            }
            return at(row, rest);
        }
    }
    panic!("no row of {path}")
}

fn number(answer: &Json, path: &str) -> f64 {
    at(&mut answer.clone(), path).as_f64().unwrap_or(f64::NAN)
}

fn column(value: &Json) -> Vec<f64> {
    let column = value.as_array().unwrap().iter();
    column.map(|of| of.as_f64().unwrap_or(f64::NAN)).collect()
}

fn near(found: f64, expected: f64, tolerance: f64) {
    let apart = (found - expected).abs();
    assert!(
        apart <= tolerance * expected.abs().max(1e-300),
        "{found}, not {expected}"
    );
}

/// A result as a single call of the calculator with one number changed has it.
fn single(name: &str, input: &Json, changes: &[(&str, f64)], output: &str) -> f64 {
    let mut input = input.clone();
    for (path, value) in changes {
        *at(&mut input, path) = json!(value);
    }
    number(&call(name, &input), output)
}

fn chips() -> Json {
    json!({
        "basis": "priceAndEnergy", "electricityPrice": 0.1, "years": 4,
        "chips": [
            "h200-sxm",
            {"id": "h100-sxm", "sparsity": "dense"},
            {"id": "mine.2", "price": 9000, "powerW": 450, "performance": 700, "sparsity": "dense"},
            {"id": "priceless", "powerW": 450, "performance": 700, "sparsity": "dense"},
        ],
    })
}

fn offers() -> Json {
    json!({
        "gpus": 512, "electricityPrice": 0.08, "cloudRate": 5,
        "offers": [
            {"id": "reserved", "cloudRate": 3.1, "cloudBilling": "reserved"},
            {"id": "falling", "cloudRateDecline": 0.1},
        ],
        "demand": {"spread": "gamma", "variation": 0.6},
    })
}

fn bursts() -> Json {
    json!({
        "electricityPrice": 0.08,
        "demand": {"durationCurve": [{"hours": 1000, "gpus": 900}, {"hours": 5000, "gpus": 300}]},
    })
}

fn outlook() -> Json {
    json!({
        "calculator": "cloudBreakEven", "output": "saving", "base": {"gpus": 256},
        "scenarios": [
            {"id": "as it is", "probability": 0.5},
            {"id": "cheap", "probability": 0.3, "overrides": {"cloudRate": 2.1}},
            {"id": "none", "probability": 0.2, "value": -1e6},
        ],
    })
}

#[test]
fn a_batch_is_the_single_calls_bit_for_bit() {
    let cases = [
        (
            "pricePerformance",
            chips(),
            vec![
                ("chips.h200-sxm.price", vec![25e3, 40e3, 0.0]),
                ("chips.h100-sxm.performance", vec![900.0, 1000.0, 1e-9]),
                ("chips.priceless.price", vec![1.0, 20e3, 1e7]),
                ("utilization", vec![0.0, 0.7, 1.0]),
            ],
        ),
        (
            "cloudBreakEven",
            offers(),
            vec![
                ("offers.reserved.cloudOverheadFraction", vec![0.0, 0.2, 5.0]),
                ("offers.falling.cloudRate", vec![1.0, 7.0, 0.0]),
                ("demand.mean", vec![100.0, 400.0, 0.0]),
                ("siteCapex", vec![0.0, 5e6, 1e8]),
                ("cloudOverheadFraction", vec![0.0, 0.1, 0.2]),
            ],
        ),
        (
            "cloudBreakEven",
            bursts(),
            vec![
                ("demand.durationCurve.0.hours", vec![0.0, 1200.0, 3760.0]),
                ("demand.durationCurve.1.gpus", vec![0.0, 250.0, 1e7]),
            ],
        ),
        (
            "scenarioOutlook",
            outlook(),
            vec![
                ("scenarios.none.value", vec![-1e18, 0.0, 2e6]),
                ("scenarios.cheap.overrides.utilization", vec![0.0, 0.5, 1.0]),
                ("base.cloudRate", vec![0.0, 5.0, 9.0]),
            ],
        ),
    ];
    for (name, input, columns) in cases {
        let mut request = json!({"calculator": name, "input": input, "columns": {}});
        for (path, column) in &columns {
            request["columns"][path] = json!(column);
        }
        let answer = analyse("batch", &request).unwrap();
        let results = answer["columns"].as_object().unwrap();
        let outputs = subject(name, &input);
        assert_eq!(results.len(), outputs.outputs().count());
        let mut nulls = 0;
        for (output, found) in results {
            for (row, found) in column(found).into_iter().enumerate() {
                let changes = columns.iter().map(|(path, column)| (*path, column[row]));
                let changes: Vec<_> = changes.collect();
                let expected = single(name, &input, &changes, output);
                nulls += u32::from(found.is_nan());
                let same = found == expected || found.is_nan() && expected.is_nan();
                assert!(same, "{output}[{row}]: {found}, not {expected}");
            }
        }
        assert!(
            nulls > 0 || name == "scenarioOutlook",
            "nulls of {name} are tried too"
        );
        // The input comes back as the calculator tells it, and can be asked again.
        assert_eq!(answer["input"], call(name, &input)["input"]);
        request["input"] = answer["input"].clone();
        if name == "scenarioOutlook" {
            // But for what an echo makes explicit, and leaves no room for.
            request["input"]["base"]
                .as_object_mut()
                .unwrap()
                .remove("cloudRate");
            let again = analyse("batch", &request).unwrap();
            assert_eq!(again["columns"], answer["columns"]);
        }
    }
}

#[test]
fn an_index_is_linear_in_the_chips_price_and_one_over_its_performance() {
    let input = json!({"chips": ["h200-sxm", {
        "id": "mine", "price": 20e3, "performance": 500, "sparsity": "dense",
    }]});
    let answer = call("pricePerformance", &input);
    let reference = number(&answer, "rows.h200-sxm.costPerUnit");
    let curve = |parameter: &str, from: f64, to: f64| {
        let request = json!({
            "calculator": "pricePerformance", "input": input, "parameter": parameter,
            "output": "rows.mine.index", "from": from, "to": to, "points": 11,
        });
        let answer = analyse("responseCurve", &request).unwrap();
        assert_eq!(answer["conventions"], json!([]));
        (column(&answer["x"]), column(&answer["y"]))
    };
    let (x, y) = curve("chips.mine.price", 0.0, 50e3);
    for (price, index) in x.iter().zip(y) {
        near(index, price / 500.0 / reference, 1e-14);
    }
    let (x, y) = curve("chips.mine.performance", 100.0, 4000.0);
    for (performance, index) in x.iter().zip(y) {
        near(index, 20e3 / performance / reference, 1e-14);
    }
    // Of the baseline itself the index is 1 at any price, and others fall as its price rises.
    let (_, y) = curve("chips.h200-sxm.price", 10e3, 20e3);
    near(y[0] / y[10], 2.0, 1e-14);
    let request = json!({
        "calculator": "pricePerformance", "input": input, "parameter": "chips.mine.price",
        "output": "rows.mine.index", "target": 1,
    });
    let sought = analyse("goalSeek", &request).unwrap();
    near(
        number(&sought, "value"),
        number(&answer, "rows.mine.priceToMatch"),
        1e-13,
    );
    assert_eq!(column(&sought["values"]).len(), 1);
}

#[test]
fn energy_moves_a_chips_cost_by_what_it_draws() {
    let request = json!({
        "calculator": "pricePerformance", "input": chips(),
        "parameters": ["electricityPrice", "chips.mine.2.powerW"],
        "output": "rows.mine.2.cost", "points": 3,
    });
    let answer = analyse("responseCurves", &request).unwrap();
    let input = &answer["input"];
    let load = number(input, "idlePowerFraction");
    let load = load + (1.0 - load) * number(input, "utilization");
    // kWh over four years of each W.
    let energy = number(input, "pue") * 8.76 * load * 4.0;
    for (curve, slope) in [(0, 450.0 * energy), (1, 0.1 * energy)] {
        let curve = &answer["curves"][curve];
        let (x, y) = (column(&curve["x"]), column(&curve["y"]));
        near((y[2] - y[0]) / (x[2] - x[0]), slope, 1e-12);
        assert_eq!(curve["flips"], json!([]));
    }
    // A power's slider shows what is around it.
    assert_eq!(column(&answer["curves"][1]["x"]), [0.0, 450.0, 900.0]);
}

#[test]
fn an_uncertain_price_gives_the_index_of_its_quantiles() {
    let request = json!({
        "calculator": "pricePerformance", "input": chips(), "output": "rows.priceless.index",
        "uncertain": [
            {"parameter": "chips.priceless.price", "distribution": "uniform",
             "low": 10e3, "high": 20e3},
        ],
        "quantiles": [0.25], "draws": true,
    });
    let answer = analyse("monteCarlo", &request).unwrap();
    let expected = |price| {
        let changes = [("chips.priceless.price", price)];
        single(
            "pricePerformance",
            &chips(),
            &changes,
            "rows.priceless.index",
        )
    };
    near(number(&answer, "percentiles.p50"), expected(15e3), 1e-3);
    near(
        column(&answer["quantiles"]["value"])[0],
        expected(12.5e3),
        1e-3,
    );
    assert_eq!(answer["probability"], Json::Null);
    assert_eq!(answer["uncertain"][0]["parameter"], "chips.priceless.price");
    let draws = answer["draws"].as_object().unwrap();
    assert!(draws.contains_key("chips.priceless.price"));
    assert_eq!(column(&draws["rows.priceless.index"]).len(), 4096);
}

#[test]
fn the_flip_of_an_offer_is_its_break_even_rate() {
    let input = offers();
    let answer = call("cloudBreakEven", &input);
    for id in ["reserved", "falling"] {
        let (rate, saving) = (
            format!("offers.{id}.cloudRate"),
            format!("offers.{id}.saving"),
        );
        let request = json!({
            "calculator": "cloudBreakEven", "input": input, "output": saving,
            "parameters": [rate, "gpus"], "points": 5,
        });
        let expected = number(&answer, &format!("offers.{id}.breakEvenCloudRate"));
        let curves = analyse("responseCurves", &request).unwrap();
        let flips = column(&curves["curves"][0]["flips"]);
        assert_eq!(flips.len(), 1);
        near(flips[0], expected, 1e-12);
        // The saving is linear in the rate.
        let y = column(&curves["curves"][0]["y"]);
        near(y[4] - y[2], y[2] - y[0], 1e-12);
        let request = json!({
            "calculator": "cloudBreakEven", "input": input, "output": saving, "parameter": rate,
            "target": 0,
        });
        near(
            number(&analyse("goalSeek", &request).unwrap(), "value"),
            expected,
            1e-12,
        );
    }
    // Another offer's rate moves nothing; the input's own moves the offers that have none.
    let seek = |parameter: &str, output: &str| {
        let request = json!({
            "calculator": "cloudBreakEven", "input": input, "output": output,
            "parameter": parameter, "target": 0,
        });
        analyse("goalSeek", &request).unwrap()
    };
    let other = seek("offers.reserved.cloudRate", "offers.falling.saving");
    assert_eq!(other["reason"], "noEffect");
    let inherited = seek("cloudRate", "offers.falling.saving");
    let own = seek("offers.falling.cloudRate", "offers.falling.saving");
    near(number(&inherited, "value"), number(&own, "value"), 1e-12);
    assert_eq!(
        seek("cloudRate", "offers.reserved.saving")["reason"],
        "noEffect"
    );
}

#[test]
fn sides_and_fan_are_those_of_the_offer_that_is_looked_at() {
    let input = offers();
    let request = |output: &str| {
        json!({
            "calculator": "cloudBreakEven", "input": input, "output": output,
            "uncertain": [{"parameter": "offers.reserved.cloudRate", "distribution": "uniform",
                           "low": 1, "high": 5}],
        })
    };
    let of_offer = analyse("monteCarlo", &request("offers.reserved.saving")).unwrap();
    // Half a per cent of the rent around the break-even is a tie.
    let even = number(
        &call("cloudBreakEven", &input),
        "offers.reserved.breakEvenCloudRate",
    );
    let part = |rate: f64| (5.0 - rate) / 4.0;
    near(
        number(&of_offer, "probability.above"),
        part(even / 0.995),
        2e-3,
    );
    near(
        1.0 - number(&of_offer, "probability.below"),
        part(even / 1.005),
        2e-3,
    );
    let fan = column(&of_offer["fan"]["p50"]);
    assert!(fan[5] > fan[0]);
    let own = analyse("monteCarlo", &request("saving")).unwrap();
    assert_eq!(number(&own, "probability.above"), 1.0);
    let mix = analyse("monteCarlo", &request("hybrid.mixed")).unwrap();
    assert_eq!(mix["probability"], Json::Null);
    assert_eq!(mix["fan"]["year"], json!([]));

    let tornado = json!({
        "calculator": "cloudBreakEven", "input": input, "output": "offers.reserved.saving",
    });
    let tornado = analyse("tornado", &tornado).unwrap();
    let bars = tornado["bars"].as_array().unwrap();
    let bar = bars
        .iter()
        .find(|bar| bar["parameter"] == "gpuPrice")
        .unwrap();
    let price = number(
        &call("cloudBreakEven", &input),
        "offers.reserved.breakEvenGpuPrice",
    );
    near(number(bar, "flip"), price, 1e-12);
    // The rate's sourced range is that of clouds, not of this offer.
    assert!(
        bars.iter()
            .all(|bar| bar["parameter"] != "offers.reserved.cloudRate")
    );
}

#[test]
fn the_mix_for_uniform_demand_is_what_the_newsvendor_says() {
    let input = json!({
        "siteCapex": 0, "demand": {"spread": "uniform", "mean": 700, "variation": 0.3},
    });
    let rented = number(
        &call("cloudBreakEven", &input),
        "hybrid.rentedHoursFraction",
    );
    let request = json!({
        "calculator": "cloudBreakEven", "input": input, "parameter": "demand.variation",
        "output": "hybrid.ownedGpus", "points": 8, "from": 0.1,
    });
    let answer = analyse("responseCurve", &request).unwrap();
    let x = column(&answer["x"]);
    near(x[7], 1.0 / 3.0_f64.sqrt(), 1e-15);
    for (variation, owned) in x.iter().zip(column(&answer["y"])) {
        // Uniform from mean (1 − √3 v) to mean (1 + √3 v), of which a part is above what is owned.
        let half = 700.0 * 3.0_f64.sqrt() * variation;
        near(owned, 700.0 + half - rented * 2.0 * half, 1e-12);
    }
}

#[test]
fn demand_follows_the_cluster_where_it_has_no_mean() {
    let request = json!({
        "calculator": "cloudBreakEven", "input": {"demand": {"variation": 0.4}},
        "parameter": "gpus", "output": "hybrid.meanDemand", "from": 100, "to": 500, "points": 5,
    });
    let answer = analyse("responseCurve", &request).unwrap();
    for (gpus, mean) in column(&answer["x"]).into_iter().zip(column(&answer["y"])) {
        near(mean, 0.7 * gpus, 1e-15);
    }
}

#[test]
fn the_length_of_bursts_costs_what_their_gpus_rent_for() {
    let request = json!({
        "calculator": "cloudBreakEven", "input": bursts(), "output": "hybrid.allRented",
        "parameter": "demand.durationCurve.0.hours", "points": 5,
    });
    let answer = analyse("responseCurve", &request).unwrap();
    let (x, y) = (column(&answer["x"]), column(&answer["y"]));
    // What the other step leaves of the year.
    assert_eq!((x[0], x[4]), (0.0, 3760.0));
    assert_eq!(number(&answer, "value"), 1000.0);
    for (hours, rent) in x.iter().zip(y) {
        near(rent, 7.0 * (900.0 * hours + 300.0 * 5000.0), 1e-12);
    }
    let batch = |first: f64, second: f64| {
        let request = json!({
            "calculator": "cloudBreakEven", "input": bursts(), "outputs": ["hybrid.allRented"],
            "columns": {"demand.durationCurve.0.hours": [first],
                        "demand.durationCurve.1.hours": [second]},
        });
        analyse("batch", &request).map(|of| column(&of["columns"]["hybrid.allRented"])[0])
    };
    near(
        batch(3000.0, 1000.0).unwrap(),
        7.0 * (900.0 * 3000.0 + 300.0 * 1000.0),
        1e-12,
    );
    // Each within what the other of the input leaves, and together longer than the year.
    assert!(batch(3000.0, 6000.0).unwrap().is_nan());
    let error = batch(3761.0, 1000.0).unwrap_err();
    assert_eq!(error.fields[0].path, "demand.durationCurve.0.hours[0]");
    assert_eq!(error.fields[0].code, FieldCode::AboveMaximum);
    assert_eq!(error.fields[0].max, Some(3760.0));
}

#[test]
fn other_probabilities_keep_their_ratios_and_it_is_said() {
    let input = json!({"scenarios": [
        {"id": "a", "probability": 3, "value": 10},
        {"id": "b", "probability": 5, "value": 20},
        {"id": "c", "probability": 2, "value": 70},
    ], "normalize": true});
    let curve = |parameter: &str, output: &str| {
        let request = json!({
            "calculator": "scenarioOutlook", "input": input, "parameter": parameter,
            "output": output, "points": 5, "from": 0, "to": 1,
        });
        analyse("responseCurve", &request).unwrap()
    };
    let answer = curve("scenarios.a.probability", "expected");
    assert_eq!(
        answer["conventions"],
        json!(["otherProbabilitiesKeepRatios"])
    );
    assert_eq!(number(&answer, "value"), 0.3);
    assert_eq!(number(&answer, "result"), 27.0);
    // What is left is for b and c as 5 to 2.
    let others = (5.0 * 20.0 + 2.0 * 70.0) / 7.0;
    for (p, expected) in column(&answer["x"]).iter().zip(column(&answer["y"])) {
        near(expected, p * 10.0 + (1.0 - p) * others, 1e-14);
    }
    let answer = curve("scenarios.a.probability", "scenarios.b.probability");
    for (p, b) in column(&answer["x"]).iter().zip(column(&answer["y"])) {
        near(b, (1.0 - p) * 5.0 / 7.0, 1e-14);
    }
    let deviation = curve("scenarios.a.probability", "standardDeviation");
    for (p, sd) in column(&deviation["x"]).iter().zip(column(&deviation["y"])) {
        let weights = [*p, (1.0 - p) * 5.0 / 7.0, (1.0 - p) * 2.0 / 7.0];
        let mean: f64 = weights
            .iter()
            .zip([10.0, 20.0, 70.0])
            .map(|(p, x)| p * x)
            .sum();
        let squares = weights.iter().zip([10.0, 20.0, 70.0]);
        let variance: f64 = squares.map(|(p, x)| p * (x - mean) * (x - mean)).sum();
        assert!((sd - variance.sqrt()).abs() < 1e-12);
    }
    // The expected value moves by the probability.
    let answer = curve("scenarios.c.value", "expected");
    assert_eq!(answer["conventions"], json!([]));
    let y = column(&answer["y"]);
    near((y[4] - y[0]) / 1.0, 0.2, 1e-13);

    let seek = json!({
        "calculator": "scenarioOutlook", "input": input, "parameter": "scenarios.a.probability",
        "output": "expected", "target": 20,
    });
    let sought = analyse("goalSeek", &seek).unwrap();
    near(
        number(&sought, "value"),
        (others - 20.0) / (others - 10.0),
        1e-13,
    );

    let batch = |columns: Json| {
        let request = json!({
            "calculator": "scenarioOutlook", "input": input, "outputs": ["expected", "max"],
            "columns": columns,
        });
        let answer = analyse("batch", &request).unwrap();
        assert_eq!(
            answer["conventions"],
            json!(["otherProbabilitiesKeepRatios"])
        );
        column(&answer["columns"]["expected"])
    };
    let two = json!({"scenarios.a.probability": [0.3, 0.5, 0.6],
                     "scenarios.b.probability": [0.5, 0.5, 0.5]});
    let expected = batch(two);
    near(expected[0], 27.0, 1e-14);
    near(expected[1], 15.0, 1e-14);
    assert!(expected[2].is_nan(), "more than all");
    let all = json!({"scenarios.a.probability": [0.5, 0.5], "scenarios.b.probability": [0.4, 0.4],
                     "scenarios.c.probability": [0.1, 0.2]});
    let expected = batch(all);
    near(expected[0], 20.0, 1e-14);
    assert!(expected[1].is_nan());
}

#[test]
fn what_no_other_scenario_has_a_part_of_is_null() {
    let input = json!({"scenarios": [
        {"id": "sure", "probability": 1, "value": 10},
        {"id": "never", "probability": 0, "value": 20},
    ]});
    let request = json!({
        "calculator": "scenarioOutlook", "input": input, "parameter": "scenarios.sure.probability",
        "points": 3,
    });
    let y = column(&analyse("responseCurve", &request).unwrap()["y"]);
    assert!(y[0].is_nan() && y[1].is_nan() && y[2] == 10.0);
    let alone = json!({"scenarios": [{"id": "sure", "probability": 1, "value": 10}]});
    assert!(
        subject("scenarioOutlook", &alone)
            .parameter("scenarios.sure.probability")
            .is_none()
    );
}

#[test]
fn parameters_of_a_scenarios_calculator_move_its_figure() {
    let input = outlook();
    let saving = |gpus: f64, rate: f64| {
        let input = json!({"gpus": gpus, "cloudRate": rate});
        number(&call("cloudBreakEven", &input), "saving")
    };
    let curve = |parameter: &str, output: &str| {
        let request = json!({
            "calculator": "scenarioOutlook", "input": input, "parameter": parameter,
            "output": output, "from": 1, "to": 9, "points": 3,
        });
        let answer = analyse("responseCurve", &request).unwrap();
        column(&answer["x"]).into_iter().zip(column(&answer["y"]))
    };
    let cheap = saving(256.0, 2.1);
    for (rate, expected) in curve("base.cloudRate", "expected") {
        near(
            expected,
            0.5 * saving(256.0, rate) + 0.3 * cheap - 0.2e6,
            1e-12,
        );
    }
    let usual = saving(256.0, 7.0);
    for (rate, expected) in curve("scenarios.cheap.overrides.cloudRate", "expected") {
        near(
            expected,
            0.5 * usual + 0.3 * saving(256.0, rate) - 0.2e6,
            1e-12,
        );
    }
    for (gpus, value) in curve("scenarios.cheap.overrides.gpus", "scenarios.cheap.value") {
        near(value, saving(gpus, 2.1), 1e-12);
    }
    for (rate, own) in curve("base.cloudRate", "verdicts.own.probability") {
        let owned = [saving(256.0, rate), cheap].map(|saving| f64::from(u8::from(saving > 0.0)));
        near(own, 0.5 * owned[0] + 0.3 * owned[1], 1e-14);
    }
    let tornado = json!({"calculator": "scenarioOutlook", "input": input});
    let tornado = analyse("tornado", &tornado).unwrap();
    assert_eq!(tornado["output"], "expected");
    let bars = tornado["bars"].as_array().unwrap();
    let paths: Vec<&str> = bars
        .iter()
        .map(|bar| bar["parameter"].as_str().unwrap())
        .collect();
    assert!(paths.contains(&"base.cloudRate"), "{paths:?}");
    assert!(
        paths.iter().all(|path| path.starts_with("base.")),
        "{paths:?}"
    );
    assert!(bars.iter().all(|bar| bar["flipReason"] == "noVerdict"));
}

#[test]
fn an_unknown_path_is_told_with_the_nearest_known_ones() {
    let refused = |name: &str, request: Json| {
        let error = analyse(name, &request).unwrap_err();
        let field = error.fields[0].clone();
        (field.path, field.code, field.nearest)
    };
    let (path, code, nearest) = refused(
        "responseCurve",
        json!({"calculator": "pricePerformance", "input": chips(),
               "parameter": "chips.h200.price", "output": "rows.h200-sxm.index"}),
    );
    assert_eq!((&*path, code), ("parameter", FieldCode::UnknownChoice));
    assert_eq!(nearest.len(), 5);
    assert!(
        nearest.contains(&"chips.h200-sxm.price".to_owned()),
        "{nearest:?}"
    );
    let (path, code, nearest) = refused(
        "batch",
        json!({"calculator": "cloudBreakEven", "input": offers(),
               "columns": {"offers.reserved.cloudrate": [1]}}),
    );
    assert_eq!(path, "columns.offers.reserved.cloudrate");
    assert_eq!(
        (code, &*nearest[0]),
        (FieldCode::UnknownField, "offers.reserved.cloudRate")
    );
    let (path, _, nearest) = refused(
        "goalSeek",
        json!({"calculator": "clusterTco", "parameter": "gpus", "output": "totals", "target": 1}),
    );
    assert_eq!((&*path, &*nearest[0]), ("output", "total"));
    let (path, _, nearest) = refused("tornado", json!({"calculator": "clusterTCO"}));
    assert_eq!((&*path, &*nearest[0]), ("calculator", "clusterTco"));
    let (path, code, _) = refused(
        "tornado",
        json!({"calculator": "pricePerformance", "input": {"chips": [{"id": "x"}]},
               "output": "rows.x.index"}),
    );
    assert_eq!(
        (&*path, code),
        ("input.chips[0].id", FieldCode::UnknownChip)
    );
    // As JSON only where there are some.
    let error = analyse("tornado", &json!({"calculator": "clusterTCO"})).unwrap_err();
    let error = serde_json::to_value(error).unwrap();
    assert_eq!(error["fields"][0]["nearest"][0], "clusterTco");
    let error = analyse("tornado", &json!({"calculator": 3})).unwrap_err();
    let error = serde_json::to_value(error).unwrap();
    assert_eq!(error["fields"][0].get("nearest"), None);
}

#[test]
fn a_column_leaves_no_room_for_what_the_input_need_not_give() {
    let conflicts = |name: &str, input: Json, path: &str, value: f64| {
        let request = json!({"calculator": name, "input": input, "columns": {path: [value]}});
        match analyse("batch", &request) {
            Ok(_) => false,
            Err(error) => {
                let field = &error.fields[0];
                assert_eq!(field.path, format!("columns.{path}"));
                assert_eq!(field.code, FieldCode::Conflict);
                true
            }
        }
    };
    for (name, input, path, value, expected) in [
        ("pricePerformance", chips(), "chips.mine.2.price", 1.0, true),
        (
            "pricePerformance",
            chips(),
            "chips.h200-sxm.price",
            1.0,
            false,
        ),
        (
            "cloudBreakEven",
            offers(),
            "offers.reserved.cloudRate",
            1.0,
            true,
        ),
        (
            "cloudBreakEven",
            offers(),
            "offers.falling.cloudRate",
            1.0,
            false,
        ),
        ("cloudBreakEven", offers(), "demand.variation", 1.0, true),
        ("cloudBreakEven", offers(), "demand.mean", 1.0, false),
        (
            "cloudBreakEven",
            bursts(),
            "demand.durationCurve.0.hours",
            1.0,
            false,
        ),
        ("scenarioOutlook", outlook(), "base.gpus", 1.0, true),
        (
            "scenarioOutlook",
            outlook(),
            "scenarios.cheap.overrides.cloudRate",
            1.0,
            true,
        ),
        (
            "scenarioOutlook",
            outlook(),
            "scenarios.none.value",
            1.0,
            false,
        ),
        (
            "scenarioOutlook",
            outlook(),
            "scenarios.none.probability",
            1.0,
            false,
        ),
    ] {
        assert_eq!(conflicts(name, input, path, value), expected, "{path}");
    }
}

#[test]
fn a_subject_takes_other_values_than_its_inputs() {
    for (name, input, path, value, output) in [
        (
            "pricePerformance",
            chips(),
            "chips.mine.2.price",
            7e3,
            "rows.mine.2.index",
        ),
        (
            "cloudBreakEven",
            offers(),
            "offers.falling.cloudRate",
            4.0,
            "offers.falling.saving",
        ),
        (
            "scenarioOutlook",
            outlook(),
            "scenarios.none.value",
            5e6,
            "expected",
        ),
    ] {
        let mut subject = subject(name, &input);
        let place = subject.parameter(path).unwrap();
        let found = subject.output(output).unwrap();
        let own = subject.value(found);
        assert_eq!(own, number(&call(name, &input), output));
        subject.values[place] = value;
        assert_eq!(
            subject.value(found),
            single(name, &input, &[(path, value)], output)
        );
        assert_ne!(subject.value(found), own);
    }
}

#[test]
fn every_path_is_of_a_branch_and_every_branch_has_paths() {
    let mut met = vec![false; BRANCHES.len()];
    for (name, input, verdicts) in [
        ("pricePerformance", chips(), false),
        ("cloudBreakEven", offers(), false),
        ("cloudBreakEven", bursts(), false),
        ("scenarioOutlook", outlook(), true),
    ] {
        let subject = subject(name, &input);
        let model = MODELS.iter().find(|model| model.name == name).unwrap();
        assert!(!verdicts || subject.output("verdicts.own.probability").is_some());
        let mut of_branch = |path: &str, input: bool| {
            let own = |name: &str| name == path;
            if input && model.parameters.iter().any(|of| own(of.name))
                || !input && model.outputs.iter().any(|of| own(of.name))
            {
                return;
            }
            let (before, last) = path.rsplit_once('.').unwrap();
            let found = BRANCHES.iter().position(|branch| {
                let (is_input, named) = match branch.names {
                    Names::Parameters(table) => (true, table.iter().any(|of| of.name == last)),
                    Names::OfCalculator => (true, true),
                    Names::Results(table) => (false, table.iter().any(|of| of.name == last)),
                    Names::Listed(names) => (false, names.contains(&last)),
                };
                branch.calculator == name && is_input == input && named && fits(branch.path, before)
            });
            met[found.unwrap_or_else(|| panic!("{path} is of no branch"))] = true;
        };
        for variable in subject.variables() {
            of_branch(&variable.path, true);
        }
        for (_, output) in subject.outputs() {
            of_branch(output, false);
        }
    }
    assert!(met.iter().all(|met| *met), "{met:?}");
}

/// Whether a path is one of a branch's, which has at most one open place.
fn fits(branch: &str, path: &str) -> bool {
    match (branch.find('{'), branch.find('}')) {
        (Some(open), Some(close)) => {
            let (before, after) = (&branch[..open], &branch[close + 1..]);
            path.len() > before.len() + after.len()
                && path.starts_with(before)
                && path.ends_with(after)
        }
        _ => branch == path,
    }
}
