//! Distributions of demand as `SciPy` computes them, and the mix of owning and renting they lead to.
#![cfg(not(target_arch = "wasm32"))]
#![allow(clippy::float_cmp, reason = "exact by construction")]

use chip_calculators::calculators::Calculator;
use chip_calculators::calculators::cloud_break_even::CloudBreakEven;
use chip_calculators::calculators::demand::{Demand, DemandInput, Spread};
use chip_calculators::calculators::hybrid::{Prices, cost, mix};
use chip_calculators::value::Record;
use serde_json::Value;

const FIXTURE: &str = include_str!("reference/scipy_demand.json");

/// What the article's 1,000 H200 cost at 10 % over five years, per GPU and year.
const ARTICLE: Prices = Prices {
    lump: 0.0,
    server: 8.0,
    fixed: 19_479.494_193_379,
    energy: 0.0,
    rent: 61_320.0,
    reserved: false,
};

fn spread(name: &str) -> Spread {
    *Spread::ALL
        .iter()
        .find(|spread| spread.as_str() == name)
        .expect("a spread")
}

#[test]
fn distributions_are_scipys() {
    let rows: Vec<Value> = serde_json::from_str(FIXTURE).expect("JSON");
    for row in &rows {
        let number = |name: &str| row[name].as_f64().expect("a number");
        let demand = Demand::new(
            spread(row["spread"].as_str().expect("a text")),
            number("mean"),
            number("variation"),
        );
        let gpus = number("gpus");
        // Of a uniform tail the GPUs, a float, determine no more digits.
        let digits = if matches!(demand, Demand::Uniform { .. }) {
            1e-8
        } else {
            1e-10
        };
        let exceedance = demand.exceedance(gpus);
        let expected = number("exceedance");
        assert!(
            (exceedance - expected).abs() < digits * expected + 1e-15,
            "{exceedance} of {row}"
        );
        let served = demand.served(gpus);
        assert!(
            (served / number("served") - 1.0).abs() < 1e-9,
            "{served} of {row}"
        );
    }
}

#[test]
fn capacity_undoes_exceedance() {
    for spread in Spread::ALL {
        for variation in [0.0, 0.01, 0.3, 0.57] {
            let demand = Demand::new(*spread, 700.0, variation);
            for exceedance in [0.001, 0.3177, 0.5, 0.9] {
                let capacity = demand.capacity(exceedance);
                assert!(demand.exceedance(capacity) <= exceedance);
                assert!(demand.exceedance(capacity * (1.0 - 1e-9)) > exceedance * (1.0 - 1e-6));
            }
        }
    }
}

#[test]
fn the_optimum_is_the_cheapest_of_all_mixes() {
    let prices = Prices {
        energy: 1_500.0,
        ..ARTICLE
    };
    let levels = Demand::levels(vec![(100.0, 0.5), (400.0, 0.2), (900.0, 0.1), (50.0, 0.2)]);
    let mut demands = vec![levels];
    for spread in Spread::ALL {
        demands.push(Demand::new(*spread, 700.0, 0.5));
    }
    for demand in demands {
        let peak = demand.peak(0.999);
        let best = mix(&prices, &demand, peak).mixed.unwrap();
        for hundredth in 0..=300 {
            let owned = peak * f64::from(hundredth) / 100.0;
            assert!(best <= cost(&prices, &demand, peak, owned) * (1.0 + 1e-12));
        }
    }
}

fn savings(demand: &Demand) -> (f64, f64) {
    let mix = mix(&ARTICLE, demand, demand.peak(0.999));
    (mix.saving_on_rented.unwrap(), mix.saving_on_owned.unwrap())
}

/// The table in the documentation of [`mix`]: 30 to 40 % hold for some demand and not for other.
#[test]
fn the_articles_saving_holds_for_some_demand_and_not_for_other() {
    let of = |spread, variation| savings(&Demand::new(spread, 700.0, variation));
    let bursts = Demand::levels(vec![(1000.0, 0.3), (0.0, 0.7)]);
    for (found, expected) in [
        (of(Spread::Lognormal, 0.0), (0.682_330, 0.0)),
        (of(Spread::Uniform, 0.5), (0.494_615, 0.147_431)),
        (of(Spread::Lognormal, 0.25), (0.590_179, 0.378_790)),
        (of(Spread::Lognormal, 0.5), (0.500_736, 0.592_021)),
        (of(Spread::Lognormal, 1.0), (0.360_049, 0.782_761)),
        (of(Spread::Gamma, 1.0), (0.318_045, 0.689_369)),
        (of(Spread::Lognormal, 2.0), (0.213_478, 0.890_375)),
        (savings(&bursts), (0.0, 0.055_622)),
    ] {
        assert!((found.0 - expected.0).abs() < 1e-6, "{found:?}");
        assert!((found.1 - expected.1).abs() < 1e-6, "{found:?}");
    }
}

#[test]
fn a_reserved_cloud_does_not_mix() {
    let prices = Prices {
        reserved: true,
        ..ARTICLE
    };
    let demand = Demand::new(Spread::Uniform, 100.0, 0.5);
    let peak = demand.peak(0.999);
    let mix = mix(&prices, &demand, peak);
    assert_eq!(mix.owned_gpus, None);
    assert!((mix.all_rented / (peak * prices.rent) - 1.0).abs() < 1e-12);
}

#[test]
fn nothing_to_serve_costs_nothing() {
    let demand = Demand::new(Spread::Gamma, 0.0, 0.5);
    let mix = mix(&ARTICLE, &demand, demand.peak(0.999));
    assert_eq!((mix.owned_gpus, mix.mixed), (Some(0.0), Some(0.0)));
    assert_eq!((mix.saving_on_owned, mix.served_fraction), (None, None));
}

#[test]
fn what_demand_never_falls_below_is_served_by_as_many() {
    let demand = Demand::new(Spread::Uniform, 700.0, 0.3);
    assert!((demand.served(200.0) - 200.0).abs() < 1e-9);
    assert!(demand.exceedance(200.0) > 1.0 - 1e-12);
}

#[test]
fn the_peak_of_levels_is_the_greatest_that_is_ever_reached() {
    let demand = Demand::levels(vec![
        (100.0, 0.5),
        (900.0, 1e-4),
        (2000.0, 0.0),
        (0.0, 0.4999),
    ]);
    assert!((demand.peak(0.5) - 900.0).abs() < 1e-9);
}

#[test]
fn uniform_demand_may_reach_down_to_nothing_but_not_below() {
    let run = |variation: f64| {
        let demand = Record::new()
            .with("spread", "uniform")
            .with("variation", variation);
        CloudBreakEven::run(&Record::new().with("demand", demand).into())
    };
    // 1/√3.
    let least = 0.577_350_269_189_625_8;
    assert!(run(least).is_ok());
    let error = run(least + f64::EPSILON).unwrap_err();
    assert_eq!(error.fields[0].path, "demand.variation");
    assert_eq!(error.fields[0].max, Some(least));
}

/// A trace as its definition has it, hour by hour.
#[test]
fn a_trace_is_looked_up_as_it_is_counted() {
    let hours: Vec<f64> = (0..8_760_u32)
        .map(|hour| f64::from(hour * 7_919 % 997))
        .collect();
    let demand = DemandInput::Trace(hours.clone().into()).demand();
    let all = hours.len() as f64;
    for gpus in [-1.0, 0.0, 0.5, 1.0, 499.0, 499.5, 995.0, 996.0, 1e6] {
        let above = hours.iter().filter(|level| **level > gpus).count() as f64;
        let served: f64 = hours.iter().map(|level| level.min(gpus)).sum();
        assert_eq!(demand.exceedance(gpus), above / all, "{gpus}");
        assert!((demand.served(gpus) - served / all).abs() < 1e-9, "{gpus}");
    }
    assert_eq!(demand.mean(), hours.iter().sum::<f64>() / all);
    assert_eq!(demand.peak(1.0), 996.0);
    for exceedance in [0.0, 0.1, 0.5, 0.9, 1.0] {
        let capacity = demand.capacity(exceedance);
        assert!(demand.exceedance(capacity) <= exceedance);
        assert!(capacity == 0.0 || demand.exceedance(capacity.next_down()) > exceedance);
    }
}

/// Hours are counted and divided once, so that nothing is above 1 and a constant is itself.
#[test]
fn a_constant_trace_is_that_constant() {
    for hours in [7, 8_760, 8_784, 99_999] {
        let demand = DemandInput::Trace(vec![7.0; hours].into()).demand();
        let found = (
            demand.mean(),
            demand.exceedance(6.0),
            demand.exceedance(7.0),
        );
        assert_eq!(found, (7.0, 1.0, 0.0), "{hours}");
        assert_eq!((demand.capacity(0.5), demand.served(3.0)), (7.0, 3.0));
    }
    for steps in 1..=100_u32 {
        let hours = 8_760.0 / f64::from(steps);
        let curve = (0..steps).map(|_| (7.0, hours)).collect();
        let demand = DemandInput::DurationCurve(curve).demand();
        assert!(demand.exceedance(6.0) <= 1.0, "{steps}");
        assert!((demand.mean() / 7.0 - 1.0).abs() < 1e-13, "{steps}");
    }
    let never = DemandInput::DurationCurve(vec![(5.0, 0.0)]).demand();
    assert_eq!(
        (never.mean(), never.peak(1.0), never.capacity(0.0)),
        (0.0, 0.0, 0.0)
    );
}

/// What as many GPUs as the mean do not serve is proportional to a small variation: 1/√(2π) of it, or √3/4
/// where demand is uniform. Nowhere below does demand turn constant.
#[test]
fn the_least_variation_counts() {
    for (spread, missed) in [
        (Spread::Lognormal, 0.398_942_280_401_432_7),
        (Spread::Gamma, 0.398_942_280_401_432_7),
        (Spread::Uniform, 0.433_012_701_892_219_3),
    ] {
        for step in 4..=300_u32 {
            let variation = 10.0_f64.powf(-f64::from(step) / 20.0);
            let demand = Demand::new(spread, 700.0, variation);
            let found = 1.0 - demand.served(700.0) / 700.0;
            let near = missed * variation * (1e-15_f64.max(variation * variation)) + 4e-16;
            assert!(
                (found - missed * variation).abs() < near,
                "{spread:?} {variation}"
            );
            if variation > 1e-12 {
                // As far above the mean as a standard deviation, and as far below.
                for (away, above) in [(1.0, 0.158_655_253_931_457), (-1.0, 0.841_344_746_068_543)] {
                    let found = demand.exceedance(700.0 * (1.0 + away * variation));
                    let uniform = 0.5 - away * 0.577_350_269_189_625_8 / 2.0;
                    let above = if spread == Spread::Uniform {
                        uniform
                    } else {
                        above
                    };
                    let near = variation + 1e-15 / variation;
                    assert!(
                        (found - above).abs() < near,
                        "{spread:?} {variation}: {found}"
                    );
                }
            }
        }
    }
}

/// The cost of the mix has no step in the variation: it rises with it, where it is small in proportion.
#[test]
fn the_mix_follows_the_least_variation() {
    for spread in Spread::ALL {
        let rise = |variation: f64| {
            let demand = Demand::new(*spread, 700.0, variation);
            let constant = 700.0 * ARTICLE.fixed;
            mix(&ARTICLE, &demand, demand.peak(0.999)).mixed.unwrap() / constant - 1.0
        };
        let slope = rise(1e-4) / 1e-4;
        assert!(slope > 0.1, "{spread:?}");
        for variation in [9.99e-4, 9e-4, 1e-6, 1e-8, 1e-10] {
            let near = 2e-3 * slope * variation + 1e-15;
            let off = rise(variation) - slope * variation;
            assert!(off.abs() < near, "{spread:?} {variation}: {off}");
        }
        assert!(rise(0.0).abs() < 1e-15);
    }
}
