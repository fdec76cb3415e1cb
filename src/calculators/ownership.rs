//! What owning a cluster takes: the parameters and costs that `clusterTco` and `cloudBreakEven` share.

use super::HOURS_PER_YEAR;
use crate::catalog::article;
use crate::finance::{Timing, annuity_factor, discount_factor};
use crate::float::ceil;
use crate::table::{Group, Parameter, choices, parameters};

choices! {
    /// How capital becomes a cost a year.
    pub enum Annualization {
        /// Equal payments at the discount rate: capital × r / (1 − (1 + r)^−n).
        Annuity = "annuity",
        /// Equal parts without interest: (capital − residual) / n.
        StraightLine = "straightLine",
        /// Equal parts, and interest on the mean of what stands in the books at the beginning and
        /// at the end: (capital − residual) / n + r × (capital + residual) / 2.
        AverageBalance = "averageBalance",
    }
}

parameters! {
    /// A cluster and what it takes to own it. Every amount per GPU is per installed GPU.
    pub struct Ownership {
        /// GPUs the owner can use.
        gpus: f64 = Parameter::integer()
            .unit("GPU")
            .bounds(1.0, 1e6)
            .default(article("cluster.gpus"))
            .source("seed-article")
            .window(1.0, 100_000.0)
            .log()
            .group(Group::Hardware)
            .basic()
            .decision();
        /// GPUs in a server: hardware is bought in whole servers.
        gpus_per_server: f64 = Parameter::integer()
            .unit("GPU")
            .bounds(1.0, 1024.0)
            .default(8.0)
            .source("gpu-price-index")
            .window(1.0, 72.0)
            .group(Group::Hardware)
            .decision();
        /// Price of one GPU.
        gpu_price: f64 = Parameter::money()
            .bounds(0.0, 1e6)
            .default(article("cluster.gpuPrice"))
            .source("seed-article")
            .low(article("productLine.averageSellingPrice.low"), "seed-article")
            .high(article("productLine.averageSellingPrice.high"), "seed-article")
            .window(0.0, 1e5)
            .smallest(100.0)
            .group(Group::Hardware)
            .basic();
        /// Servers, CPUs and chassis.
        host_price_per_gpu: f64 = Parameter::money()
            .bounds(0.0, 1e6)
            .default(0.0)
            .window(0.0, 20_000.0)
            .smallest(100.0)
            .group(Group::Hardware);
        /// Switches, optics and cables.
        network_price_per_gpu: f64 = Parameter::money()
            .bounds(0.0, 1e6)
            .default(0.0)
            .window(0.0, 20_000.0)
            .smallest(100.0)
            .group(Group::Hardware);
        /// Storage.
        storage_price_per_gpu: f64 = Parameter::money()
            .bounds(0.0, 1e6)
            .default(0.0)
            .window(0.0, 10_000.0)
            .smallest(100.0)
            .group(Group::Hardware);
        /// Power, cooling and building work.
        site_capex: f64 = Parameter::money()
            .bounds(0.0, 1e11)
            .default(article("cluster.siteCapex"))
            .source("seed-article")
            .window(0.0, 1e7)
            .smallest(100_000.0)
            .group(Group::Hardware);
        /// How long the hardware serves: the horizon of the calculation.
        years: u32 = Parameter::integer()
            .unit("a")
            .bounds(1.0, 30.0)
            .default(article("cluster.years"))
            .source("seed-article")
            .window(1.0, 10.0)
            .group(Group::Finance)
            .basic();
        /// Value of the hardware at the end, as a fraction of its price.
        residual_fraction: f64 = Parameter::fraction()
            .bounds(0.0, 1.0)
            .default(0.0)
            .window(0.0, 0.5)
            .group(Group::Hardware);
        /// All-in running cost a year, as a fraction of capital; 0 to itemize it below.
        operations_fraction: f64 = Parameter::fraction()
            .bounds(0.0, 2.0)
            .default(article("cluster.operationsFraction"))
            .source("seed-article")
            .window(0.0, 0.5)
            .group(Group::Operation)
            .basic();
        /// Maintenance a year, as a fraction of the hardware's price.
        maintenance_fraction: f64 = Parameter::fraction()
            .bounds(0.0, 1.0)
            .default(0.0)
            .window(0.0, 0.2)
            .group(Group::Operation);
        /// People who run it, full-time.
        staff_count: f64 = Parameter::number()
            .unit("FTE")
            .bounds(0.0, 1e5)
            .default(0.0)
            .window(0.0, 100.0)
            .smallest(0.5)
            .group(Group::Operation);
        /// Cost of one of them a year.
        staff_cost: f64 = Parameter::money()
            .unit("USD/a")
            .bounds(0.0, 1e7)
            .default(150_000.0)
            .window(0.0, 400_000.0)
            .smallest(1000.0)
            .group(Group::Operation);
        /// Yearly rise of that cost.
        wage_growth: f64 = Parameter::fraction()
            .bounds(-0.5, 1.0)
            .default(0.0)
            .window(-0.05, 0.15)
            .group(Group::Operation);
        /// Colocation, on installed IT power.
        colocation_per_kw_month: f64 = Parameter::money()
            .unit("USD/kW/month")
            .bounds(0.0, 1e4)
            .default(0.0)
            .window(0.0, 400.0)
            .group(Group::Operation);
        /// Software licenses.
        software_per_gpu_year: f64 = Parameter::money()
            .unit("USD/a")
            .bounds(0.0, 1e6)
            .default(0.0)
            .window(0.0, 10_000.0)
            .smallest(10.0)
            .group(Group::Operation);
        /// Power of a GPU with its share of the server at full load.
        it_kw_per_gpu: f64 = Parameter::number()
            .unit("kW")
            .bounds(0.0, 100.0)
            .default(1.275)
            .source("gpu-price-index")
            .low(1.095, "semianalysis-inferencex")
            .high(1.573, "semianalysis-inferencex")
            .window(0.0, 5.0)
            .smallest(0.025)
            .group(Group::Energy);
        /// Part of that power drawn when nothing runs.
        idle_power_fraction: f64 = Parameter::fraction()
            .bounds(0.0, 1.0)
            .default(0.35)
            .source("gpu-price-index")
            .window(0.0, 1.0)
            .group(Group::Energy);
        /// Power usage effectiveness: facility power over IT power.
        pue: f64 = Parameter::number()
            .bounds(1.0, 5.0)
            .default(1.3)
            .source("uptime-survey-2024")
            .low(1.1, "lowdown-uptime")
            .high(1.58, "uptime-2023")
            .window(1.0, 2.0)
            .group(Group::Energy);
        /// Price of electricity; 0 where the running cost above already holds it.
        electricity_price: f64 = Parameter::money()
            .unit("USD/kWh")
            .bounds(0.0, 10.0)
            .default(0.0)
            .low(0.0575, "eia-epa-2023")
            .high(0.3528, "eia-epa-2023")
            .window(0.0, 0.4)
            .smallest(0.005)
            .group(Group::Energy);
        /// Yearly rise of that price.
        electricity_growth: f64 = Parameter::fraction()
            .bounds(-0.5, 1.0)
            .default(0.0)
            .window(-0.1, 0.2)
            .group(Group::Energy);
        /// CO2 of a kilowatt-hour, for the emissions alone.
        carbon_intensity: f64 = Parameter::number()
            .unit("kg/kWh")
            .bounds(0.0, 2.0)
            .default(0.37)
            .window(0.0, 1.0)
            .smallest(0.01)
            .group(Group::Energy);
        /// Part of the hours of a year in which the GPUs work.
        utilization: f64 = Parameter::fraction()
            .bounds(0.0, 1.0)
            .default(0.70)
            .source("gpu-price-index")
            .window(0.0, 1.0)
            .group(Group::Finance)
            .basic();
        /// Rate a year at which later money counts less.
        discount_rate: f64 = Parameter::fraction()
            .bounds(0.0, 1.0)
            .default(0.10)
            .window(0.0, 0.3)
            .group(Group::Finance)
            .basic();
        /// How capital becomes a cost a year.
        annualization: Annualization = Parameter::choice::<Annualization>()
            .group(Group::Finance);
        /// When in its year a running cost falls.
        timing: Timing = Parameter::choice::<Timing>().group(Group::Finance);
    }
}

/// The costs of owning, as far as they do not depend on utilization.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Costs {
    /// Bought in whole servers: `ceil(gpus / gpusPerServer) × gpusPerServer`.
    pub installed: f64,
    /// Installed IT power, kW.
    pub it_kw: f64,
    /// Price of the hardware, USD.
    pub hardware: f64,
    /// Hardware and site, USD.
    pub capital: f64,
    /// Value at the horizon's end, USD.
    pub residual: f64,
    /// The same as present value, USD.
    pub residual_value: f64,
    /// Colocation a year, USD.
    pub colocation: f64,
    /// All-in running cost a year, USD.
    pub operations: f64,
    /// Maintenance a year, USD.
    pub maintenance: f64,
    /// Software a year, USD.
    pub software: f64,
    /// Staff in the first year, USD.
    pub staff: f64,
    /// Power of the whole cluster for a year of full load in the first year, USD.
    pub full_energy: f64,
    /// Present value of 1 a year over the horizon.
    pub annuity: f64,
    /// The same, growing as the price of electricity does.
    pub energy_annuity: f64,
    /// The same, growing as wages do.
    pub staff_annuity: f64,
    /// Cost a year of 1 of capital that is worth nothing in the end.
    pub capital_charge: f64,
    /// What 1 of residual value takes from that cost; it has no meaning where there is none.
    pub residual_credit: f64,
}

impl Ownership {
    /// The costs that do not depend on utilization.
    // Inlined here and around it, a batch, whose rows need only some of them, is half as fast again.
    #[inline(always)]
    #[must_use]
    pub fn costs(&self) -> Costs {
        let installed = ceil(self.gpus / self.gpus_per_server) * self.gpus_per_server;
        let hardware = installed * self.hardware_price_per_gpu();
        let capital = hardware + self.site_capex;
        let residual = hardware * self.residual_fraction;
        let it_kw = installed * self.it_kw_per_gpu;
        let annuity = annuity_factor(self.discount_rate, 0.0, self.years, self.timing);
        let growing = |growth| self.growing(annuity, growth);
        // A division for each year, which a batch's rows need not wait for where nothing is left.
        let end_factor = if self.residual_fraction == 0.0 {
            0.0
        } else {
            discount_factor(self.discount_rate, self.years)
        };
        let (capital_charge, residual_credit) = self.charges(annuity, end_factor);
        Costs {
            installed,
            it_kw,
            hardware,
            capital,
            residual,
            residual_value: residual * end_factor,
            colocation: it_kw * self.colocation_per_kw_month * super::MONTHS_PER_YEAR,
            operations: self.operations_fraction * capital,
            maintenance: self.maintenance_fraction * hardware,
            software: self.software_per_gpu_year * installed,
            staff: self.staff_count * self.staff_cost,
            full_energy: it_kw * self.pue * HOURS_PER_YEAR * self.electricity_price,
            annuity,
            energy_annuity: growing(self.electricity_growth),
            staff_annuity: growing(self.wage_growth),
            capital_charge,
            residual_credit,
        }
    }

    /// What 1 of capital costs a year, and what 1 of residual value takes from that: the annualized
    /// capital is linear in both. `annuity` is the present value of 1 a year, `end_factor` of 1 at the
    /// horizon's end.
    fn charges(&self, annuity: f64, end_factor: f64) -> (f64, f64) {
        let part = 1.0 / f64::from(self.years);
        match self.annualization {
            Annualization::Annuity => (1.0 / annuity, end_factor / annuity),
            Annualization::StraightLine => (part, part),
            Annualization::AverageBalance => {
                let interest = self.discount_rate / 2.0;
                (part + interest, part - interest)
            }
        }
    }

    /// Present value of 1 a year over the horizon, growing by `growth` a year from the second on.
    #[inline(always)]
    #[must_use]
    pub fn annuity(&self, costs: &Costs, growth: f64) -> f64 {
        self.growing(costs.annuity, growth)
    }

    // Most growths are 0, and a batch of inputs waits for these sums.
    #[inline(always)]
    fn growing(&self, constant: f64, growth: f64) -> f64 {
        if growth == 0.0 {
            constant
        } else {
            annuity_factor(self.discount_rate, growth, self.years, self.timing)
        }
    }

    /// GPU, host, network and storage, USD per installed GPU.
    #[must_use]
    pub fn hardware_price_per_gpu(&self) -> f64 {
        self.gpu_price
            + self.host_price_per_gpu
            + self.network_price_per_gpu
            + self.storage_price_per_gpu
    }

    /// Power drawn at a utilization, as a fraction of that at full load.
    #[must_use]
    pub fn load(&self, utilization: f64) -> f64 {
        self.idle_power_fraction + (1.0 - self.idle_power_fraction) * utilization
    }

    /// Energy of the facility in a year, kWh.
    #[must_use]
    pub fn energy_kwh(&self, costs: &Costs) -> f64 {
        costs.it_kw * self.pue * HOURS_PER_YEAR * self.load(self.utilization)
    }

    /// Cost of owning a year at a utilization: capital annualized and running cost levelized, USD.
    #[inline(always)]
    #[must_use]
    pub fn annual_cost(&self, costs: &Costs, utilization: f64) -> f64 {
        costs.capital * costs.capital_charge - costs.residual * costs.residual_credit
            + self.operating_value(costs, utilization) / costs.annuity
    }

    /// Present value of the running costs at a utilization, USD.
    #[inline(always)]
    #[must_use]
    pub fn operating_value(&self, costs: &Costs, utilization: f64) -> f64 {
        costs.annuity * (costs.colocation + costs.operations + costs.maintenance + costs.software)
            + costs.energy_annuity * costs.full_energy * self.load(utilization)
            + costs.staff_annuity * costs.staff
    }

    /// How much a year's levelized cost rises from no use to full use, USD.
    #[must_use]
    pub fn energy_per_utilization(&self, costs: &Costs) -> f64 {
        costs.full_energy * (1.0 - self.idle_power_fraction) * costs.energy_annuity / costs.annuity
    }

    /// Running cost of each year, USD.
    pub fn operating_by_year(&self, costs: &Costs) -> impl Iterator<Item = Year> + use<> {
        let mut energy = costs.full_energy * self.load(self.utilization);
        let mut staff = costs.staff;
        let constant = costs.constant();
        let (energy_growth, staff_growth) = (1.0 + self.electricity_growth, 1.0 + self.wage_growth);
        (0..self.years).map(move |_| {
            let year = Year {
                energy,
                staff,
                operating: constant + energy + staff,
            };
            energy *= energy_growth;
            staff *= staff_growth;
            year
        })
    }
}

/// The running cost of one year, USD.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Year {
    /// Electricity.
    pub energy: f64,
    /// Staff.
    pub staff: f64,
    /// All of it.
    pub operating: f64,
}

impl Costs {
    /// The running cost that is the same every year, USD.
    #[must_use]
    pub fn constant(&self) -> f64 {
        self.colocation + self.operations + self.maintenance + self.software
    }

    /// The present value of hardware, site, energy, colocation, operations, maintenance, staff,
    /// software and, below 0, the residual, USD.
    #[must_use]
    pub fn parts(&self, load: f64) -> [f64; 9] {
        [
            self.hardware,
            self.capital - self.hardware,
            self.energy_annuity * self.full_energy * load,
            self.annuity * self.colocation,
            self.annuity * self.operations,
            self.annuity * self.maintenance,
            self.staff_annuity * self.staff,
            self.annuity * self.software,
            // Not −0 where nothing is left.
            0.0 - self.residual_value,
        ]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn near(found: f64, expected: f64) {
        assert!(
            (found - expected).abs() <= 1e-12 * expected.abs(),
            "{found}, not {expected}"
        );
    }

    /// No two parts are alike, and none is 0.
    fn cluster() -> Ownership {
        Ownership {
            gpus: 10.0,
            gpus_per_server: 8.0,
            gpu_price: 1000.0,
            host_price_per_gpu: 200.0,
            network_price_per_gpu: 30.0,
            storage_price_per_gpu: 4.0,
            site_capex: 5000.0,
            years: 2,
            residual_fraction: 0.25,
            operations_fraction: 0.1,
            maintenance_fraction: 0.05,
            staff_count: 2.0,
            staff_cost: 300.0,
            wage_growth: 0.1,
            colocation_per_kw_month: 7.0,
            software_per_gpu_year: 11.0,
            it_kw_per_gpu: 0.5,
            idle_power_fraction: 0.4,
            pue: 1.5,
            electricity_price: 0.2,
            electricity_growth: 0.5,
            utilization: 0.5,
            discount_rate: 0.25,
            ..Ownership::default()
        }
    }

    #[test]
    fn every_cost_of_a_cluster_is_what_one_reckons_by_hand() {
        let own = cluster();
        let costs = own.costs();
        // 16 GPUs in two servers of eight, 8 kW.
        near(own.hardware_price_per_gpu(), 1234.0);
        near(costs.hardware, 19_744.0);
        near(costs.capital, 24_744.0);
        near(costs.residual, 4936.0);
        near(costs.residual_value, 4936.0 * 0.64);
        near(costs.constant(), 672.0 + 2474.4 + 987.2 + 176.0);
        near(costs.full_energy, 8.0 * 1.5 * 8760.0 * 0.2);
        near(own.load(0.5), 0.7);
        near(own.energy_kwh(&costs), 8.0 * 1.5 * 8760.0 * 0.7);
        // 0.8 and 0.64 are the factors of the two years.
        let parts = [
            19_744.0,
            5000.0,
            (0.8 + 1.5 * 0.64) * 21_024.0 * 0.7,
            1.44 * 672.0,
            1.44 * 2474.4,
            1.44 * 987.2,
            (0.8 + 1.1 * 0.64) * 600.0,
            1.44 * 176.0,
            -4936.0 * 0.64,
        ];
        for (found, expected) in costs.parts(0.7).into_iter().zip(parts) {
            near(found, expected);
        }
        let operating: f64 = parts[2..8].iter().sum();
        near(own.operating_value(&costs, 0.5), operating);
        let yearly: Vec<f64> = own
            .operating_by_year(&costs)
            .map(|year| year.operating)
            .collect();
        near(yearly[0], 4309.6 + 14_716.8 + 600.0);
        near(yearly[1], 4309.6 + 14_716.8 * 1.5 + 660.0);
        let annual = (24_744.0 - 4936.0 * 0.64 + operating) / 1.44;
        near(own.annual_cost(&costs, 0.5), annual);
    }

    #[test]
    fn capital_is_charged_as_each_convention_says() {
        // Capital 24,744, of which 4936 is left after two years at 25 %.
        let annual = |annualization| {
            let own = Ownership {
                annualization,
                ..cluster()
            };
            let costs = own.costs();
            own.annual_cost(&costs, 0.5) - own.operating_value(&costs, 0.5) / costs.annuity
        };
        near(
            annual(Annualization::Annuity),
            (24_744.0 - 4936.0 * 0.64) / 1.44,
        );
        near(
            annual(Annualization::StraightLine),
            (24_744.0 - 4936.0) / 2.0,
        );
        near(
            annual(Annualization::AverageBalance),
            (24_744.0 - 4936.0) / 2.0 + 0.25 * (24_744.0 + 4936.0) / 2.0,
        );
    }
}
