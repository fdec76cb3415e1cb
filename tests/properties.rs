//! What must hold for any input.
#![cfg(not(target_arch = "wasm32"))]

use chip_calculators::analysis::Subject;
use chip_calculators::analysis::goal_seek::seek;
use chip_calculators::calculators::cloud_break_even::{self, CloudBreakEven, Verdict};
use chip_calculators::calculators::cluster_tco::{self, ClusterTco};
use chip_calculators::calculators::demand::{Demand, Spread};
use chip_calculators::calculators::hybrid::{Prices, mix};
use chip_calculators::calculators::investment_return::{self, InvestmentReturn};
use chip_calculators::calculators::ownership::{Annualization, Ownership};
use chip_calculators::calculators::{CALCULATORS, Formula};
use chip_calculators::finance::{Timing, irr, npv};
use chip_calculators::reason::Reason;
use chip_calculators::table::{Kind, Parameters};
use chip_calculators::value::{Record, Value};
use proptest::prelude::*;
use support::{finite, record};

mod support;

fn near(found: f64, expected: f64, tolerance: f64) -> bool {
    (found - expected).abs() <= tolerance * expected.abs().max(found.abs()).max(1.0)
}

/// Clusters as people have them, rather than the corners of the table.
fn ownership() -> impl Strategy<Value = Ownership> {
    let hardware = (
        1_u32..20_000,
        1_u32..16,
        100.0..90_000.0,
        0.0..20_000.0,
        0.0..2e7,
    );
    let running = (0.0..0.4, 0.0..0.1, 0.0..30.0, 0.0..300.0, 0.0..0.4);
    let power = (0.1..3.0, 0.0..1.0, 1.0..2.0, -0.1..0.2);
    let finance = (
        1_u32..15,
        0.0..0.5,
        0.0..0.4,
        0_usize..3,
        0_usize..3,
        0.01..1.0,
    );
    (hardware, running, power, finance).prop_map(|(hardware, running, power, finance)| Ownership {
        gpus: hardware.0.into(),
        gpus_per_server: hardware.1.into(),
        gpu_price: hardware.2,
        host_price_per_gpu: hardware.3,
        site_capex: hardware.4,
        operations_fraction: running.0,
        maintenance_fraction: running.1,
        staff_count: running.2,
        colocation_per_kw_month: running.3,
        electricity_price: running.4,
        it_kw_per_gpu: power.0,
        idle_power_fraction: power.1,
        pue: power.2,
        electricity_growth: power.3,
        years: finance.0,
        residual_fraction: finance.1,
        discount_rate: finance.2,
        annualization: Annualization::ALL[finance.3],
        timing: Timing::ALL[finance.4],
        utilization: finance.5,
        ..Ownership::default()
    })
}

fn comparison() -> impl Strategy<Value = cloud_break_even::Input> {
    (ownership(), 0.1..20.0, -0.1..0.3, 0.0..0.5).prop_map(|(own, rate, decline, overhead)| {
        let mut input = cloud_break_even::Input {
            own,
            ..cloud_break_even::Input::default()
        };
        input.cloud.cloud_rate = rate;
        input.cloud.cloud_rate_decline = decline;
        input.cloud.cloud_overhead_fraction = overhead;
        input
    })
}

fn tco(own: Ownership) -> cluster_tco::Output {
    ClusterTco::calculate(&cluster_tco::Input {
        own,
        ..cluster_tco::Input::default()
    })
}

fn demand() -> impl Strategy<Value = Demand> {
    let levels = prop::collection::vec(0.0..1e4, 1..50).prop_map(|levels| {
        let part = 1.0 / levels.len() as f64;
        Demand::levels(levels.into_iter().map(|level| (level, part)).collect())
    });
    prop_oneof![
        (0_usize..2, 0.0..1e5, 0.0..5.0).prop_map(|(spread, mean, variation)| Demand::new(
            Spread::ALL[spread],
            mean,
            variation
        )),
        (0.0..1e5, 0.0..0.57).prop_map(|(mean, variation)| Demand::new(
            Spread::Uniform,
            mean,
            variation
        )),
        levels,
    ]
}

proptest! {
    #[test]
    fn all_money_scaled_scales_all_costs(own in ownership(), factor in 0.01..100.0) {
        let mut scaled = own;
        for money in [
            &mut scaled.gpu_price,
            &mut scaled.host_price_per_gpu,
            &mut scaled.site_capex,
            &mut scaled.staff_cost,
            &mut scaled.colocation_per_kw_month,
            &mut scaled.electricity_price,
        ] {
            *money *= factor;
        }
        let (one, other) = (tco(own), tco(scaled));
        for (one, other) in [
            (one.capital, other.capital),
            (one.total, other.total),
            (one.present_value, other.present_value),
            (one.annual_cost, other.annual_cost),
            (one.cost_per_gpu_hour_available, other.cost_per_gpu_hour_available),
        ] {
            prop_assert!(near(other, one * factor, 1e-9));
        }
    }

    #[test]
    fn break_evens_put_back_make_both_cost_the_same(input in comparison()) {
        let answer = CloudBreakEven::calculate(&input);
        let mut inputs = Vec::new();
        for (value, put) in [
            (answer.break_even_utilization, (|input, value| input.own.utilization = value) as fn(&mut cloud_break_even::Input, f64)),
            (answer.break_even_cloud_rate, |input, value| input.cloud.cloud_rate = value),
            (answer.break_even_gpu_price, |input, value| input.own.gpu_price = value),
        ] {
            if let Some(value) = value {
                let mut changed = input;
                put(&mut changed, value);
                inputs.push(changed);
            }
        }
        for input in inputs {
            let answer = CloudBreakEven::calculate(&input);
            prop_assert!(near(answer.annual_own, answer.annual_rent, 1e-9), "{answer:?}");
            if input.own.annualization == Annualization::Annuity {
                prop_assert_eq!(answer.verdict, Verdict::Tie);
            }
        }
    }

    #[test]
    fn dearer_chips_power_and_rooms_cost_more_and_dearer_rent_saves_more(
        input in comparison(), more in 1.01_f64..3.0,
    ) {
        let base = CloudBreakEven::calculate(&input);
        let mut price = input;
        price.own.gpu_price *= more;
        let mut pue = input;
        pue.own.pue = (pue.own.pue * more).min(5.0);
        for dearer in [price, pue] {
            let answer = CloudBreakEven::calculate(&dearer);
            // A residual of half the price at no discount still leaves the other half.
            prop_assert!(answer.annual_own >= base.annual_own * (1.0 - 1e-12));
            prop_assert!(answer.saving <= base.saving + 1e-9 * base.annual_own);
        }
        let mut rate = input;
        rate.cloud.cloud_rate *= more;
        let answer = CloudBreakEven::calculate(&rate);
        prop_assert!(answer.saving > base.saving);
        if let (Some(lower), Some(higher)) =
            (answer.break_even_utilization_raw, base.break_even_utilization_raw)
        {
            prop_assert!(lower <= higher);
        }
    }

    #[test]
    fn value_at_a_rate_of_return_is_nothing(flows in prop::collection::vec(-1e6..1e6, 2..40)) {
        for rate in irr(&flows) {
            let value = npv(rate, &flows);
            let size: f64 = flows.iter().enumerate().map(|(year, flow)| {
                (flow * (1.0 + rate).powf(-f64::from(u32::try_from(year).unwrap()))).abs()
            }).sum();
            prop_assert!(value.abs() <= 1e-10 * size, "{value} of {size} at {rate}");
        }
    }

    #[test]
    fn flows_that_turn_once_have_one_rate_of_return(
        outlay in prop::collection::vec(-1e9..-1.0, 1..4),
        income in prop::collection::vec(1.0..1e9, 1..30),
    ) {
        let flows: Vec<f64> = outlay.into_iter().chain(income).collect();
        prop_assert_eq!(irr(&flows).len(), 1);
    }

    #[test]
    fn rates_of_return_built_in_are_found(mut rates in prop::collection::vec(-0.6..2.0, 1..5)) {
        rates.sort_by(f64::total_cmp);
        prop_assume!(rates.windows(2).all(|pair| pair[1] - pair[0] > 0.05));
        let mut flows = vec![-1000.0];
        for rate in &rates {
            flows.push(0.0);
            for index in (1..flows.len()).rev() {
                flows[index] -= (1.0 + rate) * flows[index - 1];
            }
        }
        let found = irr(&flows);
        prop_assert_eq!(found.len(), rates.len(), "{:?}", found);
        for (found, rate) in found.iter().zip(&rates) {
            prop_assert!((found - rate).abs() < 1e-8, "{found}, not {rate}");
        }
    }

    #[test]
    fn an_investment_is_worth_nothing_at_its_rate_of_return(
        investment in 1e3..1e9, benefit in 0.0..1e9, cost in 0.0..1e8, delay in 0.0..40.0,
        years in 1_u32..30, growth in -0.3..0.5, residual in -1e8..1e8, timing in 0_usize..3,
    ) {
        let mut input = investment_return::Input {
            investment,
            annual_benefit: benefit,
            annual_cost: cost,
            delay_months: delay,
            years,
            benefit_growth: growth,
            residual,
            timing: Timing::ALL[timing],
            ..investment_return::Input::default()
        };
        if let Some(rate) = InvestmentReturn::calculate(&input).irr {
            input.discount_rate = rate;
            let years = f64::from(years);
            let size = investment + (benefit * (1.0 + growth.max(0.0)).powf(years) + cost) * years + residual.abs();
            let size = size * (1.0 + rate).powf(-years).max(1.0);
            prop_assert!(InvestmentReturn::calculate(&input).npv.abs() <= 1e-9 * size);
        }
    }

    #[test]
    fn an_investment_worth_nothing_is_paid_back_at_its_horizon(
        investment in 1e3..1e9, cost in 0.0..2.0, delay in 0.0..0.9_f64, years in 2_u32..21,
        rate in 0.0..0.5, growth in 0.0..0.2, timing in 0_usize..3,
    ) {
        let mut input = investment_return::Input {
            investment,
            annual_cost: cost * investment,
            delay_months: (delay * 12.0 * f64::from(years)).min(120.0),
            years,
            discount_rate: rate,
            benefit_growth: growth,
            timing: Timing::ALL[timing],
            ..investment_return::Input::default()
        };
        let subject = Subject::new::<InvestmentReturn>(&input);
        let benefit = subject.parameter("annualBenefit").unwrap();
        let sought = seek(&subject, benefit, subject.output("npv").unwrap(), 0.0);
        input.annual_benefit = sought.values[0];
        let answer = InvestmentReturn::calculate(&input);
        let months = answer.discounted_payback_months;
        let off = months.map(|months| months - 12.0 * f64::from(years));
        prop_assert!(off.is_some_and(|off| off.abs() < 1e-6), "{months:?} {:?}", answer.reasons);
    }

    #[test]
    fn a_cluster_at_its_break_even_rate_is_paid_back_with_what_is_resold(input in comparison()) {
        let mut input = input;
        input.own.annualization = Annualization::Annuity;
        let answer = CloudBreakEven::calculate(&input);
        // Of a rent that dwarfs the capital, rounding alone is more than may be missing.
        prop_assume!(answer.annual_own < 100.0 * tco(input.own).capital);
        for residual_fraction in [input.own.residual_fraction, 0.0] {
            input.own.residual_fraction = residual_fraction;
            let rate = CloudBreakEven::calculate(&input).break_even_cloud_rate;
            input.cloud.cloud_rate = rate.unwrap();
            let answer = CloudBreakEven::calculate(&input);
            let mut reasons = answer.reasons.iter();
            let reason = reasons.find(|(name, _)| *name == "discountedPaybackMonths");
            match (answer.discounted_payback_months, reason) {
                (Some(months), _) => prop_assert!(months <= 12.0 * f64::from(input.own.years)),
                (None, Some((_, Reason::OnlyWithResidual))) if residual_fraction > 0.0 => {}
                other => prop_assert!(false, "{residual_fraction} {other:?}"),
            }
        }
    }

    #[test]
    fn no_mix_is_dearer_than_either_alone(
        demand in demand(), fixed in 0.0..1e5, energy in 0.0..1e5, rent in 0.0..1e5, lump in 0.0..1e8, quantile in 0.5..0.999_999,
    ) {
        let prices = Prices { lump, fixed, energy, rent, reserved: false, server: 8.0 };
        let mix = mix(&prices, &demand, demand.peak(quantile));
        let best = mix.all_owned.min(mix.all_rented);
        prop_assert!(mix.mixed.unwrap() <= best * (1.0 + 1e-9), "{mix:?}");
        prop_assert!(mix.owned_gpus.unwrap().is_finite());
    }
}

/// Names that some field has, and words and numbers that some field takes, so that random inputs get
/// past the first check.
fn words() -> Vec<String> {
    let mut words: Vec<String> = [
        "preset", "article", "h200", "h200-sxm", "id", "demand", "input", "",
    ]
    .map(String::from)
    .into();
    for entry in CALCULATORS {
        let description = entry.description;
        words.push(description.name.to_owned());
        let lists = description
            .lists
            .iter()
            .chain(description.nested.iter().flat_map(|group| group.lists));
        for list in lists {
            words.push(list.name.to_owned());
            words.extend(list.texts.iter().map(|text| text.name.to_owned()));
            words.extend(
                list.parameters
                    .iter()
                    .map(|parameter| parameter.name.to_owned()),
            );
            words.extend(list.fields.iter().map(|field| field.name.to_owned()));
        }
        words.extend(description.texts.iter().map(|text| text.name.to_owned()));
        words.extend(description.fields.iter().map(|field| field.name.to_owned()));
        words.extend(
            description
                .outputs
                .iter()
                .map(|output| output.name.to_owned()),
        );
        let groups = description.nested.iter().map(|group| group.parameters);
        for parameter in groups.chain([description.parameters]).flatten() {
            words.push(parameter.name.to_owned());
            if let Kind::Choice(names) = parameter.kind {
                words.extend(names.iter().map(|name| (*name).to_owned()));
            }
        }
        for group in description.nested {
            words.push(group.name.to_owned());
            words.extend(group.fields.iter().map(|field| field.name.to_owned()));
        }
    }
    words
}

fn value() -> impl Strategy<Value = Value> {
    let word = || prop_oneof![4 => prop::sample::select(words()), 1 => any::<String>()];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::Bool),
        any::<f64>().prop_map(Value::Number),
        (0.0..2.0).prop_map(Value::Number),
        (0_u32..3000).prop_map(|number| Value::Number(number.into())),
        word().prop_map(Value::Text),
        prop::collection::vec(any::<f64>(), 0..5).prop_map(Value::Column),
        Just(Value::Other("function")),
    ];
    leaf.prop_recursive(4, 60, 8, move |inner| {
        let fields = prop::collection::btree_map(word(), inner.clone(), 0..8);
        prop_oneof![
            prop::collection::vec(inner, 0..5).prop_map(Value::List),
            fields.prop_map(|fields| {
                let mut record = Record::new();
                for (name, value) in fields {
                    record.push(name, value);
                }
                record.into()
            }),
        ]
    })
}

/// Any values within a table's bounds, its ends among them.
fn within<P: Parameters + std::fmt::Debug>() -> impl Strategy<Value = P> {
    let values: Vec<_> = P::TABLE
        .iter()
        .map(|parameter| {
            let (min, max, kind) = (parameter.min, parameter.max, parameter.kind);
            let absent = parameter.default.is_none();
            (0_u32..4, 0.0..=1.0).prop_map(move |(corner, part)| {
                let number: f64 = match corner {
                    0 => min,
                    1 => max,
                    2 if absent => f64::NAN,
                    _ => min + (max - min) * part,
                };
                if kind.is_whole() {
                    number.round()
                } else {
                    number
                }
            })
        })
        .collect();
    values.prop_map(|values| P::take(&mut values.iter()))
}

/// Runs a calculator on what a strategy gives, which must be computed and be finite throughout.
fn computed(name: &str, input: Record) {
    let entry = CALCULATORS
        .iter()
        .find(|entry| entry.description.name == name);
    let answer = (entry.expect("a calculator").run)(&input.into());
    finite(&answer.unwrap_or_else(|error| panic!("{error}")), name);
}

proptest! {
    #[test]
    fn nothing_from_outside_panics(input in value()) {
        for entry in CALCULATORS {
            let _ = (entry.run)(&input);
        }
    }

    #[test]
    fn any_cluster_has_finite_results(input in within::<cluster_tco::Input>()) {
        computed("clusterTco", record(&input));
    }

    #[test]
    fn any_comparison_has_finite_results(
        input in within::<cloud_break_even::Input>(),
        mut terms in within::<chip_calculators::calculators::demand::Terms>(),
    ) {
        if terms.spread == Spread::Uniform {
            terms.variation = terms.variation.min(0.577);
        }
        computed("cloudBreakEven", record(&input).with("demand", record(&terms)));
    }

    #[test]
    fn any_investment_has_finite_results(input in within::<investment_return::Input>()) {
        computed("investmentReturn", record(&input));
    }

    #[test]
    fn any_product_line_has_finite_results(
        input in within::<chip_calculators::calculators::product_line::Input>(),
    ) {
        computed("productLine", record(&input));
    }
}
