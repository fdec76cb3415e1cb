//! Total cost of ownership of a cluster.

use super::ownership::{Costs, Ownership};
use super::{
    Calculator, Description, Formula, FormulaAnswer, HOURS_PER_YEAR, formula, formula_result,
    quotient,
};
use crate::catalog;
use crate::column::{Column, columns};
use crate::error::CalculatorError;
use crate::reason::Reason;
use crate::table::{
    self, Found, Group, Parameter, Parameters, Results, details, money, number, parameters, results,
};
use crate::value::Value;

/// Total cost of ownership of a cluster.
///
/// Total = capital + Σ operating − residual; present value = capital + Σ `operating_y / (1 + r)^y` −
/// residual / (1 + r)^n; annual cost = (capital − PV of residual) annualized + levelized operating
/// cost. With `annuity` the cost per GPU-hour is PV of cost over PV of hours, the levelized cost.
///
/// ```
/// use chip_calculators::calculators::{Formula, cluster_tco::{ClusterTco, Input}};
/// // 1,024 H100 at 30,000 USD over five years, power alone as running cost.
/// let mut input = Input::default();
/// input.own.gpus = 1024.0;
/// input.own.gpu_price = 30_000.0;
/// input.own.site_capex = 0.0;
/// input.own.operations_fraction = 0.0;
/// input.own.it_kw_per_gpu = 0.7;
/// input.own.idle_power_fraction = 0.0;
/// input.own.pue = 1.2;
/// input.own.electricity_price = 0.08;
/// let tco = ClusterTco::calculate(&input);
/// assert_eq!(tco.capital, 30_720_000.0);
/// assert!((tco.total - 32_829_800.45).abs() < 0.01);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ClusterTco;

parameters! {
    /// A cluster, and the performance its cost is set against.
    pub struct Input extends own: Ownership {
        /// Dense performance of a GPU, for the cost of a PFLOP-hour.
        dense_pflops: Option<f64> = Parameter::number()
            .unit("PFLOPS")
            .bounds(1e-6, 1e6)
            .group(Group::Performance);
        /// Measured tokens a second of a GPU, for the cost of a million tokens.
        tokens_per_second: Option<f64> = Parameter::number()
            .unit("token/s")
            .bounds(1e-6, 1e9)
            .group(Group::Performance);
    }
}

results! {
    /// What the cluster costs.
    pub struct Output of Tco {
        /// Hardware and site.
        capital: f64 = money("USD");
        /// Price of the hardware.
        hardware: f64 = money("USD");
        /// GPUs in whole servers.
        installed_gpus: f64 = number("GPU");
        /// Capital and running cost over the horizon, less the residual value, undiscounted.
        total: f64 = money("USD");
        /// The same, discounted.
        present_value: f64 = money("USD");
        /// Capital annualized and running cost levelized.
        annual_cost: f64 = money("USD/a");
        /// Levelized cost of a GPU-hour that is used.
        cost_per_gpu_hour_used: Option<f64> = money("USD/GPU-hour");
        /// Levelized cost of a GPU-hour, used or not.
        cost_per_gpu_hour_available: f64 = money("USD/GPU-hour");
        /// Cost of an hour of one dense PFLOPS, at the chip's rated performance.
        cost_per_pflop_hour: Option<f64> = money("USD/PFLOP-hour");
        /// Cost of a million tokens, at the given speed.
        cost_per_million_tokens: Option<f64> = money("USD/million tokens");
        /// Energy of the facility.
        energy_kwh_per_year: f64 = number("kWh/a");
        /// The same in megawatt-hours.
        energy_mwh_per_year: f64 = number("MWh/a");
        /// Installed IT power.
        it_mw: f64 = number("MW");
        /// Power of the facility at full load.
        facility_mw: f64 = number("MW");
        /// CO2 of that energy.
        co2_tonnes_per_year: f64 = number("t/a");
    }
}

details! {
    /// The cost year by year.
    pub struct Schedule {
        /// 0 for the purchase, then each year
        year: Column,
        /// Hardware and site, USD
        capital: Column,
        /// Electricity, USD
        energy: Column,
        /// Staff, USD
        staff: Column,
        /// All running cost, USD
        operating: Column,
        /// Value recovered, USD
        residual: Column,
        /// Cost so far, USD
        cumulative: Column,
        /// Present value of the cost so far, USD
        present_value: Column,
    }
}

details! {
    /// A part of the present value.
    pub struct Part {
        /// Present value over the horizon, USD
        present_value: f64,
        /// Part of all costs before the residual value, which is below 0; null when there are none
        share: Option<f64>,
    }
}

details! {
    /// The parts of the present value, which sum to it.
    pub struct Parts {
        /// Present value and share
        hardware: Part,
        /// Present value and share
        site: Part,
        /// Present value and share
        energy: Part,
        /// Present value and share
        colocation: Part,
        /// Present value and share
        operations: Part,
        /// Present value and share
        maintenance: Part,
        /// Present value and share
        staff: Part,
        /// Present value and share
        software: Part,
        /// Present value, below 0, and share
        residual: Part,
    }
}

details! {
    /// What is more than one number.
    pub struct Details {
        /// What the present value is made of
        parts: Parts,
        /// Year by year
        schedule: Schedule,
    }
}

/// A cluster and its costs.
#[derive(Debug, Clone, Copy)]
pub struct Tco<'a> {
    input: &'a Input,
    costs: Costs,
}

impl Tco<'_> {
    fn capital(&self) -> f64 {
        self.costs.capital
    }

    fn hardware(&self) -> f64 {
        self.costs.hardware
    }

    fn installed_gpus(&self) -> f64 {
        self.costs.installed
    }

    fn total(&self) -> f64 {
        let years = self.input.own.operating_by_year(&self.costs);
        let operating: f64 = years.map(|year| year.operating).sum();
        self.costs.capital + operating - self.costs.residual
    }

    fn present_value(&self) -> f64 {
        let own = &self.input.own;
        self.costs.capital + own.operating_value(&self.costs, own.utilization)
            - self.costs.residual_value
    }

    fn annual_cost(&self) -> f64 {
        let own = &self.input.own;
        own.annual_cost(&self.costs, own.utilization)
    }

    fn cost_per_gpu_hour_used(&self) -> Result<f64, Reason> {
        let available = self.cost_per_gpu_hour_available();
        quotient(available, self.input.own.utilization).ok_or(Reason::NoUse)
    }

    fn cost_per_gpu_hour_available(&self) -> f64 {
        self.annual_cost() / (self.input.own.gpus * HOURS_PER_YEAR)
    }

    fn cost_per_pflop_hour(&self) -> Result<f64, Reason> {
        self.cost_per(self.input.dense_pflops)
    }

    fn cost_per_million_tokens(&self) -> Result<f64, Reason> {
        let tokens = self.input.tokens_per_second;
        self.cost_per(tokens.map(|tokens| tokens * 3600.0 / 1e6))
    }

    /// Cost of one of what a GPU gives in an hour of use.
    fn cost_per(&self, amount: Option<f64>) -> Result<f64, Reason> {
        let amount = amount.ok_or(Reason::NotGiven)?;
        quotient(self.cost_per_gpu_hour_used()?, amount).ok_or(Reason::NoUse)
    }

    fn energy_kwh_per_year(&self) -> f64 {
        self.input.own.energy_kwh(&self.costs)
    }

    fn energy_mwh_per_year(&self) -> f64 {
        self.energy_kwh_per_year() / 1000.0
    }

    fn it_mw(&self) -> f64 {
        self.costs.it_kw / 1000.0
    }

    fn facility_mw(&self) -> f64 {
        self.costs.it_kw * self.input.own.pue / 1000.0
    }

    fn co2_tonnes_per_year(&self) -> f64 {
        self.energy_kwh_per_year() * self.input.own.carbon_intensity / 1000.0
    }

    /// The cost year by year.
    fn schedule(&self) -> Schedule {
        let Tco { input, costs } = self;
        let own = &input.own;
        let (mut so_far, mut value) = (costs.capital, costs.capital);
        let mut factor = own.timing.first_factor(own.discount_rate);
        let first = [0.0, costs.capital, 0.0, 0.0, 0.0, 0.0, so_far, value];
        let years = (1..=own.years).zip(own.operating_by_year(costs));
        let years = years.map(|(index, cost)| {
            let (back, back_value) = if index == own.years {
                (costs.residual, costs.residual_value)
            } else {
                (0.0, 0.0)
            };
            so_far += cost.operating - back;
            value += cost.operating * factor - back_value;
            factor /= 1.0 + own.discount_rate;
            [
                f64::from(index),
                0.0,
                cost.energy,
                cost.staff,
                cost.operating,
                back,
                so_far,
                value,
            ]
        });
        let [
            year,
            capital,
            energy,
            staff,
            operating,
            residual,
            cumulative,
            present_value,
        ] = columns(own.years as usize + 1, std::iter::once(first).chain(years));
        Schedule {
            year,
            capital,
            energy,
            staff,
            operating,
            residual,
            cumulative,
            present_value,
        }
    }

    /// What the present value is made of, before the residual value.
    fn parts(&self) -> Parts {
        let own = &self.input.own;
        let values = self.costs.parts(own.load(own.utilization));
        let all: f64 = values.iter().filter(|value| **value > 0.0).sum();
        let parts = values.map(|present_value| Part {
            present_value,
            share: (all > 0.0).then(|| present_value / all),
        });
        let [
            hardware,
            site,
            energy,
            colocation,
            operations,
            maintenance,
            staff,
            software,
            residual,
        ] = parts;
        Parts {
            hardware,
            site,
            energy,
            colocation,
            operations,
            maintenance,
            staff,
            software,
            residual,
        }
    }
}

impl Calculator for ClusterTco {
    const DESCRIPTION: Description = Description {
        name: "clusterTco",
        about: "Total cost of ownership of a cluster of AI chips: capital, running cost, levelized \
            cost of a GPU-hour, power and emissions.",
        element: "chip-cluster-tco",
        parameters: Input::TABLE,
        texts: &[],
        lists: &[],
        nested: &[],
        fields: &[],
        outputs: Output::TABLE,
        details: <Details as table::Details>::PART.members,
        presets: catalog::PRESET_IDS,
    };

    type Answer = FormulaAnswer<Self>;

    fn run(input: &Value) -> Result<Self::Answer, CalculatorError> {
        formula::<Self>(input)
    }

    fn result(input: &Value, path: &str) -> Result<Option<Found>, CalculatorError> {
        formula_result::<Self>(input, path)
    }
}

impl Formula for ClusterTco {
    type Parameters = Input;
    type Results = Output;
    type Details = Details;

    fn basis(input: &Input) -> Tco<'_> {
        Tco {
            input,
            costs: input.own.costs(),
        }
    }

    fn details(tco: &Tco) -> Details {
        Details {
            parts: tco.parts(),
            schedule: tco.schedule(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schedule_ends_at_the_total_and_the_present_value() {
        let mut input = Input::default();
        input.own.residual_fraction = 0.2;
        input.own.electricity_price = 0.08;
        input.own.electricity_growth = 0.03;
        input.own.staff_count = 4.0;
        input.own.wage_growth = 0.05;
        let output = ClusterTco::calculate(&input);
        let Schedule {
            cumulative,
            present_value,
            ..
        } = ClusterTco::details(&ClusterTco::basis(&input)).schedule;
        let last = |column: &Column| *column.last().unwrap();
        assert!((last(&cumulative) / output.total - 1.0).abs() < 1e-12);
        assert!((last(&present_value) / output.present_value - 1.0).abs() < 1e-12);
    }

    #[test]
    fn levelised_cost_is_cost_over_hours_both_discounted() {
        let input = Input::default();
        let output = ClusterTco::calculate(&input);
        let hours = input.own.gpus * HOURS_PER_YEAR * input.own.utilization;
        let hours_value = hours * input.own.costs().annuity;
        let levelised = output.present_value / hours_value;
        assert!((output.cost_per_gpu_hour_used.unwrap() / levelised - 1.0).abs() < 1e-13);
    }

    #[test]
    fn an_idle_cluster_has_no_cost_per_hour_used() {
        let mut input = Input::default();
        input.own.utilization = 0.0;
        let output = ClusterTco::calculate(&input);
        assert_eq!(output.cost_per_gpu_hour_used, None);
        assert!(
            output
                .reasons
                .contains(&("costPerGpuHourUsed", Reason::NoUse))
        );
    }

    #[test]
    fn hardware_is_bought_in_whole_servers() {
        let mut input = Input::default();
        input.own.gpus = 3.0;
        assert_eq!(ClusterTco::calculate(&input).installed_gpus, 8.0);
    }

    #[test]
    fn power_emissions_and_costs_of_work_are_what_one_reckons_by_hand() {
        let mut input = Input::default();
        input.own.gpus = 8.0;
        input.own.it_kw_per_gpu = 1.0;
        input.own.pue = 1.25;
        input.own.idle_power_fraction = 0.5;
        input.own.utilization = 0.5;
        input.own.carbon_intensity = 0.4;
        input.dense_pflops = Some(2.0);
        input.tokens_per_second = Some(500.0);
        let output = ClusterTco::calculate(&input);
        // 10 kW at three quarters of full load.
        assert_eq!(output.energy_kwh_per_year, 65_700.0);
        assert_eq!(output.energy_mwh_per_year, 65.7);
        assert_eq!((output.it_mw, output.facility_mw), (0.008, 0.01));
        assert!((output.co2_tonnes_per_year - 26.28).abs() < 1e-12);
        let used = output.cost_per_gpu_hour_used.unwrap();
        assert_eq!(output.cost_per_pflop_hour, Some(used / 2.0));
        // 1.8 million tokens in an hour.
        assert_eq!(output.cost_per_million_tokens, Some(used / 1.8));
    }

    #[test]
    fn parts_share_what_is_paid_before_the_residual_value() {
        let mut input = Input::default();
        input.own.residual_fraction = 0.3;
        input.own.staff_count = 3.0;
        let shares = |input: &Input| {
            let parts = ClusterTco::details(&ClusterTco::basis(input)).parts;
            [
                parts.hardware,
                parts.site,
                parts.energy,
                parts.colocation,
                parts.operations,
                parts.maintenance,
                parts.staff,
                parts.software,
                parts.residual,
            ]
            .map(|part| part.share)
        };
        let output = ClusterTco::calculate(&input);
        let before = output.present_value + input.own.costs().residual_value;
        let hardware = shares(&input)[0].unwrap();
        assert!((hardware - output.hardware / before).abs() < 1e-12);
        let sum: f64 = shares(&input).iter().flatten().sum();
        assert!((sum - output.present_value / before).abs() < 1e-12);
        // Where nothing is paid there is nothing to share.
        input.own.gpu_price = 0.0;
        input.own.site_capex = 0.0;
        input.own.staff_count = 0.0;
        assert_eq!(shares(&input), [None; 9]);
    }
}
