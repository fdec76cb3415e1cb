//! No two results of one comparison contradict each other, under any convention and timing.
#![cfg(not(target_arch = "wasm32"))]

mod support;

use chip_calculators::analysis::{Subject, goal_seek::seek};
use chip_calculators::calculators::Formula;
use chip_calculators::calculators::cloud_break_even::{
    Billing, CloudBreakEven, Input, Output, Verdict, Warning,
};
use chip_calculators::calculators::ownership::Annualization;
use chip_calculators::finance::Timing;
use chip_calculators::reason::Reason;
use support::Dice;

const INPUTS: usize = 20_000;

/// Goal seeking takes a thousand times as long as a comparison.
const SOUGHT: usize = if cfg!(debug_assertions) { 20 } else { 1 };

impl Dice {
    /// Nothing half the time, for nothing is what makes results disappear.
    fn some(&mut self, high: f64) -> f64 {
        if self.unit() < 0.5 {
            0.0
        } else {
            self.between(0.0, high)
        }
    }

    fn input(&mut self) -> Input {
        let mut input = Input::default();
        let own = &mut input.own;
        own.gpus = self.between(1.0, 3000.0).floor();
        own.gpus_per_server = self.one(&[1.0, 8.0, 72.0]);
        own.gpu_price = self.some(60_000.0);
        own.host_price_per_gpu = self.some(10_000.0);
        own.site_capex = self.some(1e7);
        own.years = self.between(1.0, 11.0) as u32;
        own.residual_fraction = self.some(1.0);
        own.operations_fraction = self.some(0.4);
        own.maintenance_fraction = self.some(0.1);
        own.staff_count = self.some(20.0);
        own.wage_growth = self.between(-0.05, 0.1);
        own.colocation_per_kw_month = self.some(200.0);
        own.software_per_gpu_year = self.some(5000.0);
        own.idle_power_fraction = self.one(&[0.0, 0.35, 1.0]);
        own.electricity_price = self.some(0.5);
        own.electricity_growth = self.between(-0.1, 0.2);
        own.utilization = self.one(&[0.0, 1.0, 0.7, 0.3]) * self.between(0.5, 1.0);
        own.discount_rate = self.some(0.3);
        own.annualization = self.one(Annualization::ALL);
        own.timing = self.one(Timing::ALL);
        input.cloud.cloud_rate = self.some(12.0);
        input.cloud.cloud_rate_decline = self.one(&[0.0, 0.1, 0.4, -0.2]);
        input.cloud.cloud_overhead_fraction = self.some(0.5);
        input.cloud.cloud_billing = self.one(Billing::ALL);
        input
    }
}

fn reason(output: &Output, name: &str) -> Option<Reason> {
    let found = output.reasons.iter().find(|(of, _)| *of == name);
    found.map(|(_, reason)| *reason)
}

/// The verdict with the sign of a difference; a tie goes with both.
fn agrees(verdict: Verdict, own: bool) -> bool {
    verdict == Verdict::Tie || (verdict == Verdict::Own) == own
}

fn consistent(input: &Input, found: &Output, warnings: &[Warning]) {
    let Output { verdict, .. } = *found;
    let own = &input.own;
    let difference = found.annual_rent - found.annual_own;
    assert!(agrees(verdict, difference > 0.0));
    assert_eq!(found.saving > 0.0, difference > 0.0);
    if let Some(fraction) = found.saving_fraction {
        assert_eq!(verdict == Verdict::Tie, fraction.abs() <= 0.005);
    }
    let disagrees = warnings.contains(&Warning::ConventionDisagrees);
    if own.annualization == Annualization::Annuity {
        let size = found.annual_rent + found.annual_own;
        let off = (found.saving - found.present_value_saving).abs();
        assert!(!disagrees && off <= 1e-9 * size * f64::from(own.years));
    } else {
        assert_eq!(disagrees, found.saving * found.present_value_saving < 0.0);
    }

    match found.break_even_utilization_raw {
        Some(raw) => assert!(agrees(verdict, own.utilization > raw)),
        None => match reason(found, "breakEvenUtilizationRaw") {
            Some(Reason::RentIndependentOfUse) => {
                assert_eq!(input.cloud.cloud_billing, Billing::Reserved);
            }
            Some(Reason::EnergyAboveRent) => {
                assert!(own.electricity_price > 0.0 && own.idle_power_fraction < 1.0);
                assert_ne!(verdict, Verdict::Own);
            }
            Some(Reason::NoRent) => {
                assert!(found.annual_rent == 0.0 && verdict != Verdict::Own);
            }
            other => panic!("{other:?}"),
        },
    }
    if let Some(rate) = found.break_even_cloud_rate {
        assert!(agrees(verdict, input.cloud.cloud_rate > rate));
    }
    match (
        found.break_even_gpu_price,
        reason(found, "breakEvenGpuPrice"),
    ) {
        (Some(price), None) => assert!(agrees(verdict, own.gpu_price < price)),
        (None, Some(Reason::RentBelowOtherCosts)) => assert_ne!(verdict, Verdict::Own),
        (None, Some(Reason::PriceWithoutEffect)) => {}
        other => panic!("{other:?}"),
    }

    let paid = [
        (
            found.payback_months,
            found.payback_lost_month,
            "paybackMonths",
        ),
        (
            found.discounted_payback_months,
            found.discounted_payback_lost_month,
            "discountedPaybackMonths",
        ),
    ];
    // By the present values: the payback knows of no convention.
    let size = 1e-9 * (found.annual_rent + found.annual_own) * f64::from(own.years);
    let wins = found.present_value_saving > size;
    let loses = found.present_value_saving < -size;
    for (at, (months, lost, name)) in paid.into_iter().enumerate() {
        match (months, reason(found, name)) {
            (Some(months), None) => {
                assert!(lost.is_none() && months <= 12.0 * f64::from(own.years));
                // What is paid back for good, discounted, is cheaper.
                assert!(at == 0 || !loses, "{found:?}");
            }
            (Some(months), Some(Reason::NotLasting)) => {
                assert!(lost.unwrap() > months);
            }
            (None, Some(Reason::NothingInvested)) => {
                assert!(own.gpu_price + own.host_price_per_gpu + own.site_capex == 0.0);
            }
            (None, Some(Reason::OnlyWithResidual)) => {
                assert!(own.residual_fraction > 0.0);
                assert!(at == 0 || !loses);
            }
            (None, Some(Reason::NotWithinHorizon)) => assert!(!wins, "{found:?}"),
            other => panic!("{name}: {other:?}"),
        }
    }
}

fn sought(input: &Input, found: &Output) {
    let subject = Subject::new::<CloudBreakEven>(input);
    let saving = subject.output("saving").unwrap();
    // Where rent does not depend on use, the power of the owned GPUs still does.
    let reserved = input.cloud.cloud_billing == Billing::Reserved;
    for (name, expected) in [
        ("utilization", found.break_even_utilization),
        ("cloudRate", found.break_even_cloud_rate),
        ("gpuPrice", found.break_even_gpu_price),
    ] {
        if reserved && name == "utilization" {
            continue;
        }
        let parameter = subject.parameter(name).unwrap();
        let entry = subject.entry(parameter);
        let values = seek(&subject, parameter, saving, 0.0).values;
        let within = expected.filter(|value| (entry.min..=entry.max).contains(value));
        // At a slope of nothing every value gives the target, or none does.
        match (within, &values[..]) {
            (Some(expected), [value, ..]) => {
                let off = (value - expected).abs();
                assert!(
                    off <= 1e-6 * expected.abs().max(1e-6),
                    "{name}: {value}, {expected}"
                );
            }
            (Some(expected), []) => {
                // Every value may give it.
                let at = subject.column(parameter, &[expected], saving)[0];
                let size = found.annual_own + found.annual_rent;
                assert!(
                    at.abs() <= 1e-6 * size && size.abs() <= 1e12,
                    "{name} {expected}"
                );
            }
            // GPUs that cost nothing but power are, at rest, as cheap as none rented: no break-even.
            (None, &[0.0]) => {
                let reason = reason(found, "breakEvenUtilization");
                assert_eq!(name, "utilization", "{input:?}");
                assert!(matches!(
                    reason,
                    Some(Reason::NoRent | Reason::EnergyAboveRent)
                ));
            }
            (None, values) => assert!(values.is_empty(), "{name}: {values:?} {input:?}"),
        }
    }
}

#[test]
fn no_two_results_of_a_comparison_contradict_each_other() {
    let mut dice = Dice::new(1);
    let mut verdicts = [0; 3];
    for round in 0..INPUTS {
        let input = dice.input();
        let basis = CloudBreakEven::basis(&input);
        let found = CloudBreakEven::calculate(&input);
        let warnings = CloudBreakEven::details(&basis).warnings;
        let checked = std::panic::catch_unwind(|| {
            consistent(&input, &found, &warnings);
            if round % SOUGHT == 0 {
                sought(&input, &found);
            }
        });
        assert!(checked.is_ok(), "{round}: {input:?}\n{found:?}");
        verdicts[found.verdict as usize] += 1;
    }
    assert!(
        verdicts.iter().all(|count| *count > INPUTS / 200),
        "{verdicts:?}"
    );
}
