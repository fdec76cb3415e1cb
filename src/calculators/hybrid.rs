//! Owning for the demand that is always there, renting for the rest.

use super::demand::Demand;
use super::quotient;
use crate::column::{Column, columns};
use crate::float::{ceil, floor};
use crate::reason::Reason;
use crate::table::{Results, details, fraction, money, number, results};

/// What one GPU costs either way, USD a year.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Prices {
    /// What owning takes however many GPUs are owned, as long as any is: site and staff, USD a year in
    /// all.
    pub lump: f64,
    /// To own it, used or not.
    pub fixed: f64,
    /// Power, if the owned GPU is used all year.
    pub energy: f64,
    /// To rent one all year.
    pub rent: f64,
    /// The cloud charges for every hour, used or not.
    pub reserved: bool,
    /// GPUs in a server.
    pub server: f64,
}

results! {
    /// The cheapest mix of owned and rented GPUs, against either alone.
    pub struct Output of Mix {
        /// GPUs to own.
        owned_gpus: Option<f64> = number("GPU");
        /// The same in whole servers: the cheaper of the two nearest.
        owned_gpus_in_servers: Option<f64> = number("GPU");
        /// Part of the hours in which some are rented.
        rented_hours_fraction: Option<f64> = fraction();
        /// Part of the GPU-hours in demand that owned ones serve.
        served_fraction: Option<f64> = fraction();
        /// Mean demand.
        mean_demand: f64 = number("GPU");
        /// Greatest demand, or the quantile that stands for it.
        peak_demand: f64 = number("GPU");
        /// Cost of owning for the peak.
        all_owned: f64 = money("USD/a");
        /// Cost of renting everything.
        all_rented: f64 = money("USD/a");
        /// Cost of the cheapest mix.
        mixed: Option<f64> = money("USD/a");
        /// Cost of the cheapest mix of whole servers.
        mixed_in_servers: Option<f64> = money("USD/a");
        /// What the mix saves on owning for the peak, as a fraction of that.
        saving_on_owned: Option<f64> = fraction();
        /// What the mix saves on renting everything, as a fraction of that.
        saving_on_rented: Option<f64> = fraction();
    }
}

details! {
    /// The mix by the number of GPUs owned.
    pub struct Curve {
        /// GPUs owned, 0 to the peak
        gpus: Column,
        /// Cost of that mix, USD a year
        cost: Column,
        /// Part of the hours with more than that in demand: the load-duration curve
        exceedance: Column,
    }
}

details! {
    /// The cheapest mix, and what others cost.
    pub struct Hybrid with output: Output {
        /// The mix by the number of GPUs owned
        curve: Curve,
    }
}

/// Points of the curve.
const POINTS: u32 = 101;

/// Cost of owning so many GPUs and renting what demand exceeds them, USD a year:
/// `lump + fixed·K + e·E[min(D, K)] + c·E[(D − K)⁺]`, with a year's hours in `e` and `c`; without the
/// lump where K is 0.
///
/// A reserved cloud rents the rest of the peak all year.
#[must_use]
pub fn cost(prices: &Prices, demand: &Demand, peak: f64, owned: f64) -> f64 {
    let served = demand.served(owned);
    let rented = if prices.reserved {
        peak - owned
    } else {
        demand.mean() - served
    };
    let lump = if owned > 0.0 { prices.lump } else { 0.0 };
    lump + prices.fixed * owned + prices.energy * served + prices.rent * rented.max(0.0)
}

/// The cheapest mix of owned and rented GPUs.
///
/// One more owned GPU costs `fixed` and spares `c − e` in every hour in which demand exceeds what is
/// owned, so that it pays while `P(D > K) > fixed / (8760·(c − e))`: the newsvendor's rule, and the
/// break-even utilization again, of the last GPU instead of the average one (Weinman, *Cloudonomics*,
/// 2012). At most the peak is owned when it costs nothing to, none when the power alone costs the rent
/// or when the lump costs more than the mix spares.
///
/// Conventions: in the optimum GPUs are not rounded to servers; what the cluster has as a whole (site,
/// staff) is a lump, paid where any GPU is owned. What demand has above the peak is rented even when "all" is owned.
/// A reserved cloud does not follow demand: then there is no mix, and renting everything is renting
/// the peak.
///
/// # The article's "saves 30 to 40 %"
/// With the article's prices (19,479 USD a year to own a GPU, the site in proportion; 61,320 to rent it, at 10 % over five
/// years) the mix saves, on renting everything and on owning for the peak:
///
/// | demand | on renting | on owning |
/// |---|---|---|
/// | constant | 68.2 % | 0 % |
/// | uniform, variation 0.5 | 49.5 % | 14.7 % |
/// | lognormal, variation 0.25 | 59.0 % | 37.9 % |
/// | lognormal, variation 0.5 | 50.1 % | 59.2 % |
/// | lognormal, variation 1 | 36.0 % | 78.3 % |
/// | gamma, variation 1 | 31.8 % | 68.9 % |
/// | lognormal, variation 2 | 21.3 % | 89.0 % |
/// | 2,628 h a year at one level, else none | 0 % | 5.6 % |
///
/// So it holds against renting where demand strays by about its own mean, against owning for the peak
/// where it strays by about a quarter of it, and against both at once for none of these.
///
/// ```
/// use chip_calculators::calculators::demand::{Demand, Spread};
/// use chip_calculators::calculators::hybrid::{Prices, mix};
/// // The site among the cost of a GPU, as the article has it.
/// let article = Prices {
///     lump: 0.0,
///     fixed: 19_479.49,
///     energy: 0.0,
///     rent: 61_320.0,
///     reserved: false,
///     server: 8.0,
/// };
/// let saving = |variation| {
///     let demand = Demand::new(Spread::Lognormal, 700.0, variation);
///     mix(&article, &demand, demand.peak(0.999)).saving_on_rented.unwrap()
/// };
/// assert!((0.30..=0.40).contains(&saving(1.0)));
/// assert!(saving(0.5) > 0.40);
/// ```
#[must_use]
pub fn mix(prices: &Prices, demand: &Demand, peak: f64) -> Output {
    Output::of(&Mix::new(prices, demand, peak))
}

/// The cheapest mix for a demand.
#[derive(Debug)]
pub struct Mix<'a> {
    demand: &'a Demand,
    peak: f64,
    all_owned: f64,
    all_rented: f64,
    owned: Result<f64, Reason>,
    in_servers: Result<f64, Reason>,
    mixed: Result<f64, Reason>,
    mixed_in_servers: Result<f64, Reason>,
}

impl<'a> Mix<'a> {
    /// The cheapest mix; see [`mix`].
    #[must_use]
    pub fn new(prices: &Prices, demand: &'a Demand, peak: f64) -> Self {
        let spared = prices.rent - prices.energy;
        let at = |owned| cost(prices, demand, peak, owned);
        // Of the mix and of renting alone, which spares the lump, the cheaper.
        let cheaper = |owned: f64| if at(owned) <= at(0.0) { owned } else { 0.0 };
        let owned = if prices.reserved {
            Err(Reason::RentIndependentOfUse)
        } else if spared <= 0.0 {
            Ok(0.0)
        } else if prices.fixed <= 0.0 {
            Ok(cheaper(peak))
        } else {
            Ok(cheaper(demand.capacity(prices.fixed / spared)))
        };
        let in_servers = owned.map(|owned| {
            let below = floor(owned / prices.server) * prices.server;
            let above = ceil(owned / prices.server) * prices.server;
            cheaper(if at(below) <= at(above) { below } else { above })
        });
        Mix {
            demand,
            peak,
            all_owned: at(peak),
            all_rented: at(0.0),
            owned,
            in_servers,
            mixed: owned.map(at),
            mixed_in_servers: in_servers.map(at),
        }
    }
}

impl Mix<'_> {
    fn owned_gpus(&self) -> Result<f64, Reason> {
        self.owned
    }

    fn owned_gpus_in_servers(&self) -> Result<f64, Reason> {
        self.in_servers
    }

    fn rented_hours_fraction(&self) -> Result<f64, Reason> {
        self.owned.map(|owned| self.demand.exceedance(owned))
    }

    fn served_fraction(&self) -> Result<f64, Reason> {
        quotient(self.demand.served(self.owned?), self.demand.mean()).ok_or(Reason::NoUse)
    }

    fn mean_demand(&self) -> f64 {
        self.demand.mean()
    }

    fn peak_demand(&self) -> f64 {
        self.peak
    }

    fn all_owned(&self) -> f64 {
        self.all_owned
    }

    fn all_rented(&self) -> f64 {
        self.all_rented
    }

    fn mixed(&self) -> Result<f64, Reason> {
        self.mixed
    }

    fn mixed_in_servers(&self) -> Result<f64, Reason> {
        self.mixed_in_servers
    }

    fn saving_on_owned(&self) -> Result<f64, Reason> {
        quotient(self.all_owned - self.mixed?, self.all_owned).ok_or(Reason::NoCost)
    }

    fn saving_on_rented(&self) -> Result<f64, Reason> {
        quotient(self.all_rented - self.mixed?, self.all_rented).ok_or(Reason::NoRent)
    }
}

impl Hybrid {
    /// The cheapest mix for a demand; the quantile stands for a peak that it does not have.
    #[must_use]
    pub fn of(prices: &Prices, demand: &Demand, quantile: f64) -> Self {
        let peak = demand.peak(quantile);
        let [gpus, cost, exceedance] = columns(
            POINTS as usize,
            (0..POINTS).map(|point| {
                let owned = peak * f64::from(point) / f64::from(POINTS - 1);
                let cost = cost(prices, demand, peak, owned);
                [owned, cost, demand.exceedance(owned)]
            }),
        );
        Hybrid {
            output: mix(prices, demand, peak),
            curve: Curve {
                gpus,
                cost,
                exceedance,
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reserved_cloud_rents_the_rest_of_the_peak_all_year() {
        let prices = Prices {
            lump: 0.0,
            server: 8.0,
            fixed: 2.0,
            energy: 0.5,
            rent: 7.0,
            reserved: true,
        };
        let demand = Demand::levels(vec![(100.0, 0.25), (20.0, 0.75)]);
        // Owned ones serve 40·¼ + 20·¾ on average.
        let expected = 2.0 * 40.0 + 0.5 * 25.0 + 7.0 * 60.0;
        assert_eq!(cost(&prices, &demand, 100.0, 40.0), expected);
    }

    #[test]
    fn the_curve_goes_from_renting_all_to_owning_for_the_peak() {
        let prices = Prices {
            lump: 0.0,
            server: 8.0,
            fixed: 2.0,
            energy: 0.5,
            rent: 7.0,
            reserved: false,
        };
        let demand = Demand::levels(vec![(100.0, 0.25), (20.0, 0.75)]);
        let Hybrid { output, curve } = Hybrid::of(&prices, &demand, 0.999);
        let gpus: Vec<f64> = (0..=100).map(f64::from).collect();
        assert_eq!(*curve.gpus, gpus);
        assert_eq!(
            (curve.cost[0], curve.cost[100]),
            (output.all_rented, output.all_owned)
        );
        let exceedance = [0, 20, 100].map(|owned: usize| curve.exceedance[owned]);
        assert_eq!(exceedance, [1.0, 0.25, 0.0]);
    }

    #[test]
    fn the_mix_costs_what_its_gpus_cost() {
        let prices = Prices {
            lump: 0.0,
            server: 8.0,
            fixed: 2.0,
            energy: 0.5,
            rent: 7.0,
            reserved: false,
        };
        let demand = Demand::levels(vec![(100.0, 0.25), (20.0, 0.75)]);
        let answer = mix(&prices, &demand, 100.0);
        // The last 80 work a quarter of the hours, which rents for 1.75 and is owned for 2.125.
        assert_eq!(answer.owned_gpus, Some(20.0));
        assert_eq!(answer.mixed, Some(2.0 * 20.0 + 0.5 * 20.0 + 7.0 * 20.0));
    }
}
