//! Owning against renting: from which use on, at which price, after which month.

use super::demand::{self, DemandInput};
use super::hybrid::{self, Hybrid, Mix};
use super::ownership::{Annualization, Costs, Ownership};
use super::{
    Answer, Calculator, Description, Formula, HOURS_PER_YEAR, List, MONTHS_PER_YEAR, Text,
    quotient, read,
};
use crate::catalog::{self, article};
use crate::column::{Column, columns};
use crate::error::CalculatorError;
use crate::finance::{Payback, covers, payback};
use crate::reader::Reader;
use crate::reason::Reason;
use crate::table::{
    self, Found, Given, Group, Parameter, Parameters, Results, choices, details, fraction, money,
    number, parameters, results, word,
};
use crate::value::Value;

/// Difference below which neither side wins, as a fraction of the annual rent.
pub const TIE: f64 = 0.005;

choices! {
    /// Which hours the cloud charges for.
    pub enum Billing {
        /// The hours that are used.
        Used = "used",
        /// Every hour, used or not.
        Reserved = "reserved",
    }
}

choices! {
    /// The answer in a word.
    pub enum Verdict {
        /// Owning is cheaper.
        Own = "own",
        /// Renting is cheaper.
        Rent = "rent",
        /// The two are within half a per cent of the rent.
        Tie = "tie",
    }
}

choices! {
    /// What is to be known about a verdict.
    pub enum Warning {
        /// The saving under the chosen annualization has another sign than the present values'
        /// difference: the convention leaves out a cost of capital.
        ConventionDisagrees = "conventionDisagrees",
    }
}

parameters! {
    /// What a cloud charges.
    pub struct CloudTerms {
        /// Price of a rented GPU for an hour.
        cloud_rate: f64 = Parameter::money()
            .unit("USD/GPU-hour")
            .bounds(0.0, 1000.0)
            .default(article("cluster.cloudRate"))
            .source("seed-article")
            .low(2.4, "gpu-pricing-8f09a68")
            .high(10.6, "epoch-hardware-prices")
            .window(0.0, 16.0)
            .smallest(0.05)
            .group(Group::Cloud)
            .basic();
        /// Which hours the cloud charges for.
        cloud_billing: Billing = Parameter::choice::<Billing>()
            .group(Group::Cloud);
        /// Yearly fall of the price.
        cloud_rate_decline: f64 = Parameter::fraction()
            .bounds(-0.5, 0.95)
            .default(0.0)
            .window(0.0, 0.5)
            .group(Group::Cloud);
        /// Storage, egress and support, as a fraction of the rent.
        cloud_overhead_fraction: f64 = Parameter::fraction()
            .bounds(0.0, 5.0)
            .default(0.0)
            .window(0.0, 0.5)
            .group(Group::Cloud);
    }
}

/// Owning against renting.
///
/// Everything rests on one difference, D = annual rent − annual cost of owning, with capital
/// annualized as the input says. Both costs are linear in utilization u, so that D is 0 at
/// u* = fixed / (rent per u − energy per u); the saving is D over the horizon, D × (1 − (1 + r)^−n) / r;
/// the verdict is a tie where D is within [`TIE`] of the rent. Straight-line depreciation leaves out
/// the cost of capital, so that D may differ in sign from the present values: then `warnings` says so.
/// Where demand varies, `hybrid::mix` finds how many GPUs to own.
///
/// ```
/// use chip_calculators::calculators::{Formula, cloud_break_even::{CloudBreakEven, Input}};
/// // The article's 1,000 H200 at 37,000 USD against 7 USD an hour: one year, no running cost.
/// let mut input = Input::default();
/// input.own.years = 1;
/// input.own.discount_rate = 0.0;
/// input.own.operations_fraction = 0.0;
/// let answer = CloudBreakEven::calculate(&input);
/// assert!((answer.break_even_utilization.unwrap() - 0.684_931_5).abs() < 1e-7);
/// assert!((answer.gpu_years_per_year.unwrap() - 684.931_5).abs() < 1e-4);
/// assert!((answer.gpu_months_per_year.unwrap() - 8_219.178).abs() < 1e-3);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct CloudBreakEven;

parameters! {
    /// A cluster to own, and what a cloud charges instead.
    pub struct Input extends own: Ownership, cloud: CloudTerms {}
}

results! {
    /// The comparison with one cloud offer.
    pub struct Output of Comparison {
        /// Use above which owning is cheaper.
        break_even_utilization: Option<f64> = fraction();
        /// The same before it is asked whether a year has that many hours.
        break_even_utilization_raw: Option<f64> = fraction();
        /// The break-even in hours: u* × GPUs × 8,760.
        gpu_hours_per_year: Option<f64> = number("GPU-hour/a");
        /// The break-even in months: u* × GPUs × 12.
        gpu_months_per_year: Option<f64> = number("GPU-month/a");
        /// The break-even in years: u* × GPUs.
        gpu_years_per_year: Option<f64> = number("GPU-year/a");
        /// Cost of owning a year.
        annual_own: f64 = money("USD/a");
        /// Rent a year, levelized.
        annual_rent: f64 = money("USD/a");
        /// Rent at which the two cost the same, at the given use.
        break_even_cloud_rate: Option<f64> = money("USD/GPU-hour");
        /// Price of a GPU at which the two cost the same, at the given use.
        break_even_gpu_price: Option<f64> = money("USD");
        /// When the rent saved has paid for the cluster, in cash.
        payback_months: Option<f64> = number("month");
        /// When later years undo that payback, within the horizon.
        payback_lost_month: Option<f64> = number("month");
        /// The payback with each year discounted.
        discounted_payback_months: Option<f64> = number("month");
        /// When later years undo the discounted payback.
        discounted_payback_lost_month: Option<f64> = number("month");
        /// Annual rent less annual cost of owning, over the horizon at its discount rate.
        saving: f64 = money("USD");
        /// Present value of the rent less that of owning; the saving itself where capital is
        /// annualized as an annuity.
        present_value_saving: f64 = money("USD");
        /// Annual rent less annual cost of owning, as a fraction of the rent.
        saving_fraction: Option<f64> = fraction();
        /// The answer in a word.
        verdict: Verdict = word::<Verdict>();
    }
}

/// What one cloud offer costs, as far as utilization does not matter.
#[derive(Debug, Clone, Copy)]
struct Rent {
    /// Rent of a year at full use, at the first year's price, USD.
    full: f64,
    /// Present value of 1 a year, falling as the price does.
    annuity: f64,
    billing: Billing,
}

impl Rent {
    #[inline(always)]
    fn new(own: &Ownership, costs: &Costs, cloud: &CloudTerms) -> Self {
        let hourly = cloud.cloud_rate * (1.0 + cloud.cloud_overhead_fraction);
        Rent {
            full: own.gpus * HOURS_PER_YEAR * hourly,
            annuity: own.annuity(costs, -cloud.cloud_rate_decline),
            billing: cloud.cloud_billing,
        }
    }

    /// The part of a year's hours that is paid for.
    fn paid(&self, utilization: f64) -> f64 {
        match self.billing {
            Billing::Used => utilization,
            Billing::Reserved => 1.0,
        }
    }

    fn value(&self, utilization: f64) -> f64 {
        self.full * self.annuity * self.paid(utilization)
    }
}

/// When it is paid back; with a reason also where that is undone later.
fn paid_back(payback: Result<Payback, Reason>) -> Given {
    match payback {
        Ok(payback) => Given {
            number: Some(payback.months),
            reason: payback.lost.map(|_| Reason::NotLasting),
        },
        Err(reason) => Err(reason).into(),
    }
}

/// Owning against one offer.
#[derive(Debug, Clone, Copy)]
pub struct Comparison<'a> {
    own: &'a Ownership,
    cloud: &'a CloudTerms,
    costs: Costs,
    rent: Rent,
}

impl<'a> Comparison<'a> {
    #[inline(always)]
    pub(crate) fn new(own: &'a Ownership, costs: Costs, cloud: &'a CloudTerms) -> Self {
        Comparison {
            own,
            cloud,
            costs,
            rent: Rent::new(own, &costs, cloud),
        }
    }

    /// What a GPU costs either way, levelized: owned, per installed one, so that it does not matter how
    /// many the cluster of the input has.
    pub(crate) fn prices(&self) -> hybrid::Prices {
        let Comparison {
            own, costs, rent, ..
        } = self;
        let staff = costs.staff * costs.staff_annuity / costs.annuity;
        let lump = own.site_capex * (costs.capital_charge + own.operations_fraction) + staff;
        hybrid::Prices {
            lump,
            fixed: (own.annual_cost(costs, 0.0) - lump) / costs.installed,
            energy: own.energy_per_utilization(costs) / costs.installed,
            rent: rent.full * rent.annuity / costs.annuity / own.gpus,
            reserved: rent.billing == Billing::Reserved,
            server: own.gpus_per_server,
        }
    }
}

impl Comparison<'_> {
    // What batches and Monte Carlo are asked for most: inlined there, they take two thirds of the time.
    #[inline(always)]
    fn break_even_utilization(&self) -> Result<f64, Reason> {
        let raw = self.break_even_utilization_raw()?;
        if raw <= 1.0 {
            Ok(raw)
        } else {
            Err(Reason::AboveFullUse)
        }
    }

    #[inline(always)]
    fn break_even_utilization_raw(&self) -> Result<f64, Reason> {
        let Comparison {
            own, costs, rent, ..
        } = self;
        if rent.billing == Billing::Reserved {
            return Err(Reason::RentIndependentOfUse);
        }
        let paid = rent.full * rent.annuity / costs.annuity;
        let per_use = paid - own.energy_per_utilization(costs);
        quotient(own.annual_cost(costs, 0.0), per_use).ok_or(if paid > 0.0 {
            Reason::EnergyAboveRent
        } else {
            Reason::NoRent
        })
    }

    fn gpu_hours_per_year(&self) -> Result<f64, Reason> {
        Ok(self.gpu_years_per_year()? * HOURS_PER_YEAR)
    }

    fn gpu_months_per_year(&self) -> Result<f64, Reason> {
        Ok(self.gpu_years_per_year()? * MONTHS_PER_YEAR)
    }

    fn gpu_years_per_year(&self) -> Result<f64, Reason> {
        Ok(self.break_even_utilization()? * self.own.gpus)
    }

    fn annual_own(&self) -> f64 {
        self.own.annual_cost(&self.costs, self.own.utilization)
    }

    fn rent_value(&self) -> f64 {
        self.rent.value(self.own.utilization)
    }

    fn annual_rent(&self) -> f64 {
        self.rent_value() / self.costs.annuity
    }

    fn break_even_cloud_rate(&self) -> Result<f64, Reason> {
        // What a rate of 1 would cost in the same hours.
        let hours_value = self.own.gpus
            * HOURS_PER_YEAR
            * (1.0 + self.cloud.cloud_overhead_fraction)
            * (self.rent.annuity / self.costs.annuity)
            * self.rent.paid(self.own.utilization);
        quotient(self.annual_own(), hours_value).ok_or(Reason::NoUse)
    }

    fn break_even_gpu_price(&self) -> Result<f64, Reason> {
        let Comparison { own, costs, .. } = self;
        // Annual cost of owning is linear in the price: its slope, and its value at price 0.
        let per_price = costs.installed
            * (costs.capital_charge - own.residual_fraction * costs.residual_credit
                + own.operations_fraction
                + own.maintenance_fraction);
        let (own_cost, rent) = (self.annual_own(), self.annual_rent());
        let left = rent - (own_cost - per_price * own.gpu_price);
        // What rounding leaves of nothing is nothing.
        let left = if left.abs() <= 1e-13 * (own_cost + rent) {
            0.0
        } else {
            left
        };
        let price = quotient(left, per_price).ok_or(Reason::PriceWithoutEffect)?;
        if price >= 0.0 {
            Ok(price)
        } else {
            Err(Reason::RentBelowOtherCosts)
        }
    }

    fn payback_months(&self) -> Given {
        paid_back(self.cash_payback())
    }

    fn payback_lost_month(&self) -> Result<f64, Reason> {
        self.cash_payback()?.lost.ok_or(Reason::Lasting)
    }

    fn discounted_payback_months(&self) -> Given {
        paid_back(self.discounted_payback())
    }

    fn discounted_payback_lost_month(&self) -> Result<f64, Reason> {
        self.discounted_payback()?.lost.ok_or(Reason::Lasting)
    }

    fn cash_payback(&self) -> Result<Payback, Reason> {
        self.payback(0.0, self.costs.residual)
    }

    fn discounted_payback(&self) -> Result<Payback, Reason> {
        self.payback(self.own.discount_rate, self.costs.residual_value)
    }

    /// Capital against the rent saved, both discounted at `rate`; `residual` is what is left, so too.
    fn payback(&self, rate: f64, residual: f64) -> Result<Payback, Reason> {
        let capital = self.costs.capital;
        if capital <= 0.0 {
            return Err(Reason::NothingInvested);
        }
        let yearly = || self.net_flows(rate).map(|flow| (MONTHS_PER_YEAR, flow));
        payback(capital, yearly()).ok_or_else(|| {
            let returned: f64 = self.net_flows(rate).sum();
            if residual > 0.0 && covers(returned + residual, capital) {
                Reason::OnlyWithResidual
            } else {
                Reason::NotWithinHorizon
            }
        })
    }

    /// Annual rent less annual cost of owning: what decides.
    #[inline(always)]
    fn difference(&self) -> f64 {
        self.annual_rent() - self.annual_own()
    }

    #[inline(always)]
    fn saving(&self) -> f64 {
        self.difference() * self.costs.annuity
    }

    fn present_value_saving(&self) -> f64 {
        let operating = self.own.operating_value(&self.costs, self.own.utilization);
        self.rent_value() - (self.costs.capital + operating - self.costs.residual_value)
    }

    fn saving_fraction(&self) -> Result<f64, Reason> {
        quotient(self.difference(), self.annual_rent()).ok_or(Reason::NoRent)
    }

    pub(crate) fn verdict(&self) -> Verdict {
        let difference = self.difference();
        if difference.abs() <= TIE * self.annual_rent() {
            Verdict::Tie
        } else if difference > 0.0 {
            Verdict::Own
        } else {
            Verdict::Rent
        }
    }

    /// What else is to be known about the verdict.
    fn warnings(&self) -> Vec<Warning> {
        let saving = self.saving();
        // An annuity's saving is the present values' but for rounding.
        let disagrees = self.own.annualization != Annualization::Annuity
            && saving * self.present_value_saving() < 0.0;
        let warnings = disagrees.then_some(Warning::ConventionDisagrees);
        warnings.into_iter().collect()
    }

    /// What is paid each year, discounted at nothing: rent, and running cost of owning.
    fn paid_by_year(&self) -> impl Iterator<Item = (f64, f64)> {
        let mut rent = self.rent.full * self.rent.paid(self.own.utilization);
        let rent_growth = 1.0 - self.cloud.cloud_rate_decline;
        self.own.operating_by_year(&self.costs).map(move |year| {
            let paid = (rent, year.operating);
            rent *= rent_growth;
            paid
        })
    }

    /// Rent saved less running cost, year by year, discounted at `rate`.
    fn net_flows(&self, rate: f64) -> impl Iterator<Item = f64> {
        let mut factor = self.own.timing.first_factor(rate);
        self.paid_by_year().map(move |(rent, operating)| {
            let net = (rent - operating) * factor;
            factor /= 1.0 + rate;
            net
        })
    }

    /// The years of the horizon.
    #[must_use]
    pub fn years(&self) -> usize {
        self.own.years as usize
    }

    /// Rent less the cost of owning, both paid so far, at the purchase and at the end of each year: the two
    /// lines of `series.cumulative`.
    pub fn saving_by_year(&self) -> impl Iterator<Item = f64> {
        let mut years = self.paid_by_year();
        std::iter::successors(Some(-self.costs.capital), move |so_far| {
            let (rent, operating) = years.next()?;
            Some(so_far + (rent - operating))
        })
    }
}

details! {
    /// Cash paid by month.
    pub struct Cumulative {
        /// Months from the purchase
        month: Column,
        /// Paid so far when owning, USD
        own: Column,
        /// Paid so far when renting, USD
        rent: Column,
    }
}

details! {
    /// Annual cost by use.
    pub struct ByUtilization {
        /// 0 to 1 in hundredths
        utilization: Column,
        /// Annual cost of owning, USD
        own: Column,
        /// Annual rent, USD
        rent: Column,
    }
}

details! {
    /// The comparison over time and over use.
    pub struct Series {
        /// Cash paid by month
        cumulative: Cumulative,
        /// Annual cost by use
        by_utilization: ByUtilization,
    }
}

details! {
    /// The comparison with one of several offers.
    pub struct OfferResult with output: Output {
        /// The offer's id
        id: String,
        /// What is to be known about its verdict: conventionDisagrees
        warnings: Vec<Warning>,
    }
}

details! {
    /// What is more than one number.
    pub struct Details {
        /// What is to be known about the verdict: conventionDisagrees
        warnings: Vec<Warning>,
        /// The comparison over time and over use
        series: Series,
        /// The same results for each offer of the input; empty without any
        offers: Vec<OfferResult>,
        /// The cheapest mix of owned and rented GPUs for the demand of the input; null without one
        hybrid: Option<Hybrid>,
    }
}

/// The input of a comparison, defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// The cluster, and what the cloud charges.
    pub parameters: Input,
    /// Several offers at once.
    pub offers: Option<Vec<Offer>>,
    /// Demand that varies.
    pub demand: Option<DemandInput>,
}

impl Request {
    /// Reads an untrusted input.
    pub(crate) fn read(reader: &mut Reader) -> Self {
        let values = read::<CloudBreakEven>(reader);
        let parameters = Input::take(&mut values.iter());
        let mut ids = Vec::new();
        let offers = reader.list(OFFERS.name, OFFERS.ids, |row| Offer {
            id: row.id(&mut ids),
            terms: row.parameters(parameters.cloud),
        });
        let mean = parameters.own.gpus * parameters.own.utilization;
        let demand = reader.group(demand::NESTED.name, |group| demand::read(group, mean));
        Request {
            parameters,
            offers,
            demand,
        }
    }
}

/// One of several cloud offers.
#[derive(Debug, Clone, PartialEq)]
pub struct Offer {
    /// Its name.
    pub id: String,
    /// What it charges.
    pub terms: CloudTerms,
}

#[cfg(feature = "serde")]
mod ser {
    use super::{CloudTerms, Input, Offer, Request};
    use crate::serialize::{SerializeFields, given};
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    impl Serialize for Request {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("Request", Input::COUNT + 2)?;
            self.parameters.serialize_fields(&mut to)?;
            given(&mut to, "offers", self.offers.as_ref())?;
            given(&mut to, "demand", self.demand.as_ref())?;
            to.end()
        }
    }

    impl Serialize for Offer {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("Offer", CloudTerms::COUNT + 1)?;
            to.serialize_field("id", &self.id)?;
            self.terms.serialize_fields(&mut to)?;
            to.end()
        }
    }
}

const OFFERS: List = List {
    name: "offers",
    doc: "Several cloud offers at once; what an offer does not say is taken from the fields above",
    texts: &[Text {
        name: "id",
        doc: "A name for the offer, once in the list",
        required: true,
        words: None,
    }],
    parameters: CloudTerms::TABLE,
    ids: false,
    fields: &[],
};

impl Comparison<'_> {
    /// Cash paid by month.
    fn cumulative(&self) -> Cumulative {
        let (mut month, mut own_paid, mut rent_paid) = (0.0, self.costs.capital, 0.0);
        let first = [month, own_paid, rent_paid];
        let months = self.paid_by_year().flat_map(|(yearly_rent, operating)| {
            let year = [month, own_paid, rent_paid];
            month += MONTHS_PER_YEAR;
            own_paid += operating;
            rent_paid += yearly_rent;
            (1..=12_u32).map(move |part| {
                let fraction = f64::from(part) / MONTHS_PER_YEAR;
                let [month, own_paid, rent_paid] = year;
                [
                    month + f64::from(part),
                    own_paid + operating * fraction,
                    rent_paid + yearly_rent * fraction,
                ]
            })
        });
        let count = 12 * self.own.years as usize + 1;
        let [month, own, rent] = columns(count, std::iter::once(first).chain(months));
        Cumulative { month, own, rent }
    }

    /// Annual cost by use.
    fn by_utilization(&self) -> ByUtilization {
        let [utilization, own, rent] = columns(
            101,
            (0..=100_u32).map(|hundredth| {
                let utilization = f64::from(hundredth) / 100.0;
                [
                    utilization,
                    self.own.annual_cost(&self.costs, utilization),
                    self.rent.value(utilization) / self.costs.annuity,
                ]
            }),
        );
        ByUtilization {
            utilization,
            own,
            rent,
        }
    }
}

impl Calculator for CloudBreakEven {
    const DESCRIPTION: Description = Description {
        name: "cloudBreakEven",
        about: "Owning a cluster against renting one: break-even utilization, rent and price, \
            payback, saving and verdict.",
        element: "chip-cloud-break-even",
        parameters: Input::TABLE,
        texts: &[],
        lists: &[OFFERS],
        nested: &[demand::NESTED],
        fields: &[],
        outputs: Output::TABLE,
        details: <Details as table::Details>::PART.members,
        presets: catalog::PRESET_IDS,
    };

    type Answer = Answer<Output, Details, Request>;

    fn run(input: &Value) -> Result<Self::Answer, CalculatorError> {
        let mut reader = Reader::new(input);
        let request = Request::read(&mut reader);
        reader.finish()?;
        let parameters = &request.parameters;
        let comparison = Self::basis(parameters);
        let costs = comparison.costs;
        let mut details = Self::details(&comparison);
        let compared = request.offers.as_deref().unwrap_or_default().iter();
        details.offers = compared
            .map(|offer| {
                let comparison = Comparison::new(&parameters.own, costs, &offer.terms);
                OfferResult {
                    id: offer.id.clone(),
                    warnings: comparison.warnings(),
                    output: Output::of(&comparison),
                }
            })
            .collect();
        details.hybrid = request.demand.as_ref().map(|demand| {
            let prices = comparison.prices();
            Hybrid::of(&prices, &demand.demand(), demand.peak_quantile())
        });
        Ok(Answer {
            results: Output::of(&comparison),
            details,
            input: request,
        })
    }

    fn result(input: &Value, path: &str) -> Result<Option<Found>, CalculatorError> {
        let mut reader = Reader::new(input);
        let Request {
            parameters, demand, ..
        } = Request::read(&mut reader);
        reader.finish()?;
        let comparison = Self::basis(&parameters);
        let Some(name) = path.strip_prefix("hybrid.") else {
            return Ok(Output::named(&comparison, path));
        };
        Ok(demand.and_then(|given| {
            let prices = comparison.prices();
            let demand = given.demand();
            let mix = Mix::new(&prices, &demand, demand.peak(given.peak_quantile()));
            hybrid::Output::named(&mix, name)
        }))
    }
}

impl Formula for CloudBreakEven {
    type Parameters = Input;
    type Results = Output;
    type Details = Details;

    #[inline(always)]
    fn basis(input: &Input) -> Comparison<'_> {
        Comparison::new(&input.own, input.own.costs(), &input.cloud)
    }

    /// Without offers and demand, which are no parameters.
    fn details(comparison: &Comparison) -> Details {
        Details {
            warnings: comparison.warnings(),
            series: Series {
                cumulative: comparison.cumulative(),
                by_utilization: comparison.by_utilization(),
            },
            offers: Vec::new(),
            hybrid: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Record;

    fn article() -> Input {
        Input::default()
    }

    #[test]
    fn break_even_use_makes_both_cost_the_same() {
        let mut input = article();
        input.own.electricity_price = 0.1;
        input.own.electricity_growth = 0.02;
        input.cloud.cloud_rate_decline = 0.08;
        input.own.utilization = CloudBreakEven::calculate(&input)
            .break_even_utilization
            .unwrap();
        let answer = CloudBreakEven::calculate(&input);
        assert!((answer.annual_own / answer.annual_rent - 1.0).abs() < 1e-12);
        assert_eq!(answer.verdict, Verdict::Tie);
    }

    #[test]
    fn break_even_rate_and_price_make_both_cost_the_same() {
        let mut input = article();
        input.own.residual_fraction = 0.15;
        input.own.maintenance_fraction = 0.05;
        let answer = CloudBreakEven::calculate(&input);
        let mut by_rate = input;
        by_rate.cloud.cloud_rate = answer.break_even_cloud_rate.unwrap();
        let mut by_price = input;
        by_price.own.gpu_price = answer.break_even_gpu_price.unwrap();
        for input in [by_rate, by_price] {
            let answer = CloudBreakEven::calculate(&input);
            assert!((answer.annual_own / answer.annual_rent - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn payback_is_where_the_cumulative_lines_cross() {
        let input = article();
        let months = CloudBreakEven::calculate(&input).payback_months.unwrap();
        let rent = 1000.0 * 8760.0 * 0.7 * 7.0 / 12.0;
        let operating = 0.2 * 42e6 / 12.0;
        assert!((months * (rent - operating) / 42e6 - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_demand_that_never_varies_costs_what_the_cluster_does() {
        let demand = Record::new().with("variation", 0.0);
        let input = Record::new()
            .with("gpus", 24.0)
            .with("utilization", 1.0)
            .with("electricityPrice", 0.1)
            .with("electricityGrowth", 0.02)
            .with("demand", demand);
        let answer = CloudBreakEven::run(&input.into()).unwrap();
        let hybrid = answer.details.hybrid.unwrap().output;
        for (hybrid, whole) in [
            (hybrid.all_owned, answer.results.annual_own),
            (hybrid.all_rented, answer.results.annual_rent),
        ] {
            assert!((hybrid / whole - 1.0).abs() < 1e-12, "{hybrid}: {whole}");
        }
    }

    #[test]
    fn never_is_an_answer_with_its_reason() {
        let mut input = article();
        input.cloud.cloud_rate = 0.1;
        let answer = CloudBreakEven::calculate(&input);
        assert_eq!(answer.break_even_utilization, None);
        assert!(answer.break_even_utilization_raw.unwrap() > 1.0);
        assert!(
            answer
                .reasons
                .contains(&("breakEvenUtilization", Reason::AboveFullUse))
        );
        assert_eq!(answer.payback_months, None);
        assert_eq!(answer.break_even_gpu_price, None);
        assert_eq!(answer.verdict, Verdict::Rent);
    }

    #[test]
    fn reserved_rent_has_no_break_even_use() {
        let mut input = article();
        input.cloud.cloud_billing = Billing::Reserved;
        let answer = CloudBreakEven::calculate(&input);
        assert_eq!(answer.break_even_utilization, None);
        assert!(
            answer
                .reasons
                .contains(&("breakEvenUtilization", Reason::RentIndependentOfUse))
        );
        input.own.utilization = 0.0;
        assert_eq!(
            CloudBreakEven::calculate(&input).annual_rent,
            answer.annual_rent
        );
    }

    #[test]
    fn power_dearer_than_rent_never_breaks_even() {
        let mut input = article();
        input.own.electricity_price = 9.0;
        let answer = CloudBreakEven::calculate(&input);
        assert!(
            answer
                .reasons
                .contains(&("breakEvenUtilizationRaw", Reason::EnergyAboveRent))
        );
    }

    #[test]
    fn nothing_used_and_nothing_paid_is_no_division_by_zero() {
        let mut input = article();
        input.own.utilization = 0.0;
        let answer = CloudBreakEven::calculate(&input);
        assert_eq!(answer.saving_fraction, None);
        assert_eq!(answer.break_even_cloud_rate, None);
        assert_eq!(answer.verdict, Verdict::Rent);
    }

    /// Two years of one GPU: 1,000 USD, 100 and 150 USD of power, rent of 876 and 438 USD.
    fn two_years() -> Input {
        let mut input = article();
        input.own.gpus = 1.0;
        input.own.gpus_per_server = 1.0;
        input.own.gpu_price = 1000.0;
        input.own.site_capex = 0.0;
        input.own.operations_fraction = 0.0;
        input.own.years = 2;
        input.own.it_kw_per_gpu = 1.0;
        input.own.pue = 1.0;
        input.own.idle_power_fraction = 0.0;
        input.own.utilization = 0.5;
        input.own.electricity_price = 100.0 / 4380.0;
        input.own.electricity_growth = 0.5;
        input.own.discount_rate = 0.25;
        input.cloud.cloud_rate = 0.1;
        input.cloud.cloud_overhead_fraction = 1.0;
        input.cloud.cloud_rate_decline = 0.5;
        input
    }

    #[test]
    fn the_series_are_what_one_reckons_by_hand() {
        let input = two_years();
        let Series {
            cumulative,
            by_utilization,
        } = CloudBreakEven::details(&CloudBreakEven::basis(&input)).series;
        let months: Vec<f64> = (0..=24).map(f64::from).collect();
        assert_eq!(*cumulative.month, months);
        for (line, expected) in [
            (cumulative.own, [1000.0, 1050.0, 1100.0, 1175.0, 1250.0]),
            (cumulative.rent, [0.0, 438.0, 876.0, 1095.0, 1314.0]),
        ] {
            for (found, expected) in line.iter().step_by(6).zip(expected) {
                assert!((found - expected).abs() < 1e-9, "{found}, not {expected}");
            }
        }
        let answer = CloudBreakEven::calculate(&input);
        let uses = by_utilization.utilization;
        assert_eq!((uses.len(), uses[1], uses[100]), (101, 0.01, 1.0));
        let (own, rent) = (by_utilization.own[50], by_utilization.rent[50]);
        assert!((own / answer.annual_own - 1.0).abs() < 1e-12);
        assert!((rent / answer.annual_rent - 1.0).abs() < 1e-12);
        // 876 · 0.8 and 438 · 0.64, levelized over 0.8 + 0.64.
        assert!((rent - (700.8 + 280.32) / 1.44).abs() < 1e-9);
    }

    #[test]
    fn discounted_payback_discounts_the_falling_rent_and_the_rising_cost() {
        let mut input = two_years();
        // Saved: 776, then 288, of which the discounted 620.8 and 184.32.
        input.own.gpu_price = 700.0;
        let answer = CloudBreakEven::calculate(&input);
        let months = 12.0 * 700.0 / 776.0;
        assert!((answer.payback_months.unwrap() - months).abs() < 1e-9);
        let months = 12.0 + 12.0 * (700.0 - 620.8) / 184.32;
        assert!((answer.discounted_payback_months.unwrap() - months).abs() < 1e-9);
        input.own.gpu_price = 800.0;
        let answer = CloudBreakEven::calculate(&input);
        let months = 12.0 + 12.0 * (800.0 - 776.0) / 288.0;
        assert!((answer.payback_months.unwrap() - months).abs() < 1e-9);
    }

    #[test]
    fn a_mix_is_priced_as_the_comparison_is() {
        let input = two_years();
        let prices = CloudBreakEven::basis(&input).prices();
        let answer = CloudBreakEven::calculate(&input);
        let owned = prices.lump + prices.fixed + prices.energy * 0.5;
        assert!((owned - answer.annual_own).abs() < 1e-9);
        assert!((prices.rent * 0.5 - answer.annual_rent).abs() < 1e-9);
    }

    #[test]
    fn a_break_even_rate_is_before_the_clouds_overhead() {
        let mut input = two_years();
        input.own.gpus = 3.0;
        input.cloud.cloud_rate = CloudBreakEven::calculate(&input)
            .break_even_cloud_rate
            .unwrap();
        let answer = CloudBreakEven::calculate(&input);
        assert!((answer.annual_own / answer.annual_rent - 1.0).abs() < 1e-12);
    }

    #[test]
    fn what_is_saved_by_a_years_end_is_rent_less_what_owning_costs() {
        let input = two_years();
        let comparison = CloudBreakEven::basis(&input);
        let saved: Vec<f64> = comparison.saving_by_year().collect();
        assert_eq!(saved.len(), 3);
        for (saved, expected) in saved.iter().zip([-1000.0, 876.0 - 1100.0, 1314.0 - 1250.0]) {
            assert!((saved - expected).abs() < 1e-9, "{saved}, not {expected}");
        }
    }

    #[test]
    fn the_break_even_is_the_same_in_hours_months_and_years() {
        let answer = CloudBreakEven::calculate(&article());
        let years = answer.break_even_utilization.unwrap() * 1000.0;
        assert_eq!(answer.gpu_years_per_year, Some(years));
        assert_eq!(answer.gpu_months_per_year, Some(years * 12.0));
        assert_eq!(answer.gpu_hours_per_year, Some(years * 8760.0));
    }
}
