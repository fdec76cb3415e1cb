//! What an investment returns: present value, rates of return, payback.

use super::{
    Calculator, Description, Formula, FormulaAnswer, MONTHS_PER_YEAR, formula, formula_result,
};
use crate::catalog::article;
use crate::column::{Column, columns};
use crate::error::CalculatorError;
use crate::finance::{Timing, covers, discount_factor, irr, payback_over_spans};
use crate::reason::Reason;
use crate::table::{
    self, Found, Group, Parameter, Parameters, Results, details, fraction, money, number,
    parameters, results,
};
use crate::value::Value;

/// What an investment returns.
///
/// NPV = −investment + `Σ (benefit_y − cost_y) / (1 + r)^(y − lead)` + residual / (1 + r)^n, with `lead`
/// 0, ½ or 1 by [`Timing`]; the internal rates of return are the r above −1 at which it is 0.
///
/// Conventions:
/// - The investment falls at time 0, the residual at the end of the last year. A residual below 0 is
///   what it costs to clear the site.
/// - The delay holds back the benefit alone: hardware that is being commissioned is already housed
///   and staffed. The horizon stays, so that a delay shortens the time of benefit. A year with part
///   of the delay in it keeps the other months' share of its benefit.
/// - The benefit of year y is annualBenefit × (1 + benefitGrowth)^(y − 1), delayed or not: it grows
///   with the market rather than with the investment's age.
/// - Payback spreads each year's money evenly over its months (the benefit over those after the
///   delay), counts from time 0, delay included, and leaves the residual out. Discounted payback
///   discounts each year as the NPV does.
/// - The simple annual return knows neither delay, growth nor residual.
///
/// ```
/// use chip_calculators::calculators::{Formula, investment_return::{Input, InvestmentReturn}};
/// // The article: 42 million bring 68 million a year for five years, at 15 %.
/// let answer = InvestmentReturn::calculate(&Input::default());
/// assert!((answer.npv - 185_946_546.66).abs() < 0.01);
/// assert!((answer.irr.unwrap() - 1.605_565_77).abs() < 1e-8);
/// assert!((answer.payback_months.unwrap() - 7.411_765).abs() < 1e-6);
/// assert!((answer.simple_annual_return - 1.619_047_6).abs() < 1e-7);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct InvestmentReturn;

parameters! {
    /// An investment and what it brings.
    pub struct Input {
        /// Paid at time 0.
        investment: f64 = Parameter::money()
            .bounds(1.0, 1e13)
            .default(article("investmentReturn.investment"))
            .source("seed-article")
            .window(1e5, 1e9)
            .log()
            .group(Group::Finance)
            .basic();
        /// What it brings a year.
        annual_benefit: f64 = Parameter::money()
            .unit("USD/a")
            .bounds(0.0, 1e13)
            .default(article("investmentReturn.annualBenefit"))
            .source("seed-article")
            .window(0.0, 2e8)
            .smallest(1e6)
            .group(Group::Finance)
            .basic();
        /// Yearly rise of the benefit, from the second year on.
        benefit_growth: f64 = Parameter::fraction()
            .bounds(-1.0, 1.0)
            .default(0.0)
            .window(-0.2, 0.5)
            .group(Group::Finance);
        /// Running cost a year.
        annual_cost: f64 = Parameter::money()
            .unit("USD/a")
            .bounds(0.0, 1e13)
            .default(0.0)
            .window(0.0, 5e7)
            .smallest(1e5)
            .group(Group::Finance)
            .basic();
        /// Months before the benefit begins; the cost begins at once.
        delay_months: f64 = Parameter::number()
            .unit("month")
            .bounds(0.0, 120.0)
            .default(0.0)
            .window(0.0, 36.0)
            .group(Group::Finance);
        /// The horizon of the calculation.
        years: u32 = Parameter::integer()
            .unit("a")
            .bounds(1.0, 30.0)
            .default(article("investmentReturn.years"))
            .source("seed-article")
            .window(1.0, 10.0)
            .group(Group::Finance)
            .basic()
            .decision();
        /// Rate a year at which later money counts less.
        discount_rate: f64 = Parameter::fraction()
            .bounds(0.0, 1.0)
            .default(article("investmentReturn.discountRate"))
            .source("seed-article")
            .window(0.0, 0.3)
            .group(Group::Finance)
            .basic();
        /// What is left at the horizon's end; below 0 for the cost of clearing it away.
        residual: f64 = Parameter::money()
            .bounds(-1e13, 1e13)
            .default(0.0)
            .window(-1e7, 2e7)
            .smallest(1e5)
            .group(Group::Finance);
        /// When in its year benefit and cost fall.
        timing: Timing = Parameter::choice::<Timing>().group(Group::Finance);
    }
}

results! {
    /// What the investment returns.
    pub struct Output of Investment {
        /// Net present value.
        npv: f64 = money("USD");
        /// Internal rate of return a year, where there is one and no other.
        irr: Option<f64> = fraction();
        /// When the net benefit has paid for the investment.
        payback_months: Option<f64> = number("month");
        /// The same with each year discounted.
        discounted_payback_months: Option<f64> = number("month");
        /// Annual benefit less annual cost, as a fraction of the investment.
        simple_annual_return: f64 = fraction();
        /// Present value of what comes after the investment, per unit of it.
        profitability_index: f64 = number("");
    }
}

details! {
    /// The investment year by year.
    pub struct Schedule {
        /// 0 for the investment, then each year
        year: Column,
        /// Investment, USD
        investment: Column,
        /// Benefit, USD
        benefit: Column,
        /// Running cost, USD
        cost: Column,
        /// What is left, USD
        residual: Column,
        /// All of it, outflows below 0, USD
        net: Column,
        /// Net so far, USD
        cumulative: Column,
        /// Present value of the net so far, USD
        present_value: Column,
    }
}

details! {
    /// What is more than one number.
    pub struct Details {
        /// Every internal rate of return above −1, ascending; empty where there is none
        irrs: Column,
        /// Year by year
        schedule: Schedule,
    }
}

/// One year of the investment.
#[derive(Debug, Clone, Copy)]
struct Year {
    /// The part of the year that lies after the delay.
    running: f64,
    /// USD.
    benefit: f64,
    /// Present value of 1 that falls in it.
    factor: f64,
}

impl Input {
    fn years(&self) -> impl Iterator<Item = Year> + '_ {
        let mut benefit = self.annual_benefit;
        let mut factor = self.timing.first_factor(self.discount_rate);
        (1..=self.years).map(move |year| {
            let running = f64::from(year) - self.delay_months / MONTHS_PER_YEAR;
            let running = running.clamp(0.0, 1.0);
            let year = Year {
                running,
                benefit: benefit * running,
                factor,
            };
            benefit *= 1.0 + self.benefit_growth;
            factor /= 1.0 + self.discount_rate;
            year
        })
    }

    fn residual_value(&self) -> f64 {
        self.residual * discount_factor(self.discount_rate, self.years)
    }

    /// Months and money of the spans that the delay and the years' ends bound, each year's money
    /// times `factor`.
    fn spans(&self, factor: fn(&Year) -> f64) -> impl Iterator<Item = (f64, f64)> {
        self.years().flat_map(move |year| {
            let waiting = 1.0 - year.running;
            [
                (waiting, -self.annual_cost * waiting),
                (year.running, year.benefit - self.annual_cost * year.running),
            ]
            .map(|(part, money)| (part * MONTHS_PER_YEAR, money * factor(&year)))
        })
    }

    /// Every internal rate of return a year.
    fn irrs(&self) -> Vec<f64> {
        let mut rates = irr(&self.flows());
        if self.timing == Timing::Mid {
            for rate in &mut rates {
                *rate = (1.0 + *rate) * (1.0 + *rate) - 1.0;
            }
        }
        rates
    }

    /// All that flows at once, from the investment on: year by year, or by half-years where money
    /// flows in the middle of a year.
    fn flows(&self) -> Vec<f64> {
        // Flows in the middle of a year stand on a grid of half-years.
        let (steps, lead) = match self.timing {
            Timing::End => (1, 0),
            Timing::Mid => (2, 1),
            Timing::Begin => (1, 1),
        };
        let last = self.years as usize * steps;
        let mut flows = vec![0.0; last + 1];
        flows[0] -= self.investment;
        for (year, flow) in self
            .years()
            .zip(flows[steps - lead..].iter_mut().step_by(steps))
        {
            *flow += year.benefit - self.annual_cost;
        }
        flows[last] += self.residual;
        flows
    }

    fn payback(&self, factor: fn(&Year) -> f64, residual: f64) -> Result<f64, Reason> {
        if let Some(months) = payback_over_spans(self.investment, self.spans(factor)) {
            return Ok(months);
        }
        let returned: f64 = self.spans(factor).map(|(_, money)| money).sum();
        let sold = residual > 0.0 && covers(returned + residual, self.investment);
        Err(if sold {
            Reason::OnlyWithResidual
        } else {
            Reason::NotWithinHorizon
        })
    }
}

/// The one rate there is, or why there is not one.
fn only(rates: &[f64], input: &Input) -> Result<f64, Reason> {
    match rates {
        [rate] => Ok(*rate),
        [] => {
            let flows = input.flows();
            let both = flows.iter().any(|flow| *flow > 0.0) && flows.iter().any(|flow| *flow < 0.0);
            Err(if both {
                Reason::NoRate
            } else {
                Reason::FlowsOfOneSign
            })
        }
        _ => Err(Reason::SeveralRates),
    }
}

/// The investment whose returns are asked for.
#[derive(Debug)]
pub struct Investment<'a> {
    input: &'a Input,
}

impl Investment<'_> {
    /// Present value of what comes after the investment, USD.
    fn returned(&self) -> f64 {
        let input = self.input;
        let operating: f64 = input
            .years()
            .map(|year| (year.benefit - input.annual_cost) * year.factor)
            .sum();
        operating + input.residual_value()
    }

    pub(crate) fn npv(&self) -> f64 {
        self.returned() - self.input.investment
    }

    fn irr(&self) -> Result<f64, Reason> {
        only(&self.input.irrs(), self.input)
    }

    fn payback_months(&self) -> Result<f64, Reason> {
        self.input.payback(|_| 1.0, self.input.residual)
    }

    fn discounted_payback_months(&self) -> Result<f64, Reason> {
        let residual = self.input.residual_value();
        self.input.payback(|year| year.factor, residual)
    }

    fn simple_annual_return(&self) -> f64 {
        (self.input.annual_benefit - self.input.annual_cost) / self.input.investment
    }

    fn profitability_index(&self) -> f64 {
        self.returned() / self.input.investment
    }
}

impl Schedule {
    fn of(input: &Input) -> Self {
        let paid = -input.investment;
        let first = [0.0, input.investment, 0.0, 0.0, 0.0, paid, paid, paid];
        let (mut cumulative, mut present_value) = (paid, paid);
        let years = (1..=input.years).zip(input.years()).map(|(index, year)| {
            let (residual, residual_value) = if index == input.years {
                (input.residual, input.residual_value())
            } else {
                (0.0, 0.0)
            };
            let operating = year.benefit - input.annual_cost;
            cumulative += operating + residual;
            present_value += operating * year.factor + residual_value;
            [
                f64::from(index),
                0.0,
                year.benefit,
                input.annual_cost,
                residual,
                operating + residual,
                cumulative,
                present_value,
            ]
        });
        let [
            year,
            investment,
            benefit,
            cost,
            residual,
            net,
            cumulative,
            present_value,
        ] = columns(
            input.years as usize + 1,
            std::iter::once(first).chain(years),
        );
        Schedule {
            year,
            investment,
            benefit,
            cost,
            residual,
            net,
            cumulative,
            present_value,
        }
    }
}

impl Calculator for InvestmentReturn {
    const DESCRIPTION: Description = Description {
        name: "investmentReturn",
        about: "What an investment in AI chips returns: net present value, internal rates of \
            return, payback and profitability.",
        element: "chip-investment-return",
        parameters: Input::TABLE,
        texts: &[],
        lists: &[],
        nested: &[],
        fields: &[],
        outputs: Output::TABLE,
        details: <Details as table::Details>::PART.members,
        presets: &[],
    };

    type Answer = FormulaAnswer<Self>;

    fn run(input: &Value) -> Result<Self::Answer, CalculatorError> {
        formula::<Self>(input)
    }

    fn result(input: &Value, path: &str) -> Result<Option<Found>, CalculatorError> {
        formula_result::<Self>(input, path)
    }
}

impl Formula for InvestmentReturn {
    type Parameters = Input;
    type Results = Output;
    type Details = Details;

    fn basis(input: &Input) -> Investment<'_> {
        Investment { input }
    }

    fn details(investment: &Investment) -> Details {
        Details {
            irrs: investment.input.irrs().into(),
            schedule: Schedule::of(investment.input),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::finance::npv;

    fn near(found: f64, expected: f64) {
        assert!(
            (found - expected).abs() <= 1e-9 * expected.abs().max(1.0),
            "{found}, not {expected}"
        );
    }

    fn last(input: &Input, column: impl Fn(&Schedule) -> &Column) -> f64 {
        let details = InvestmentReturn::details(&InvestmentReturn::basis(input));
        *column(&details.schedule).last().unwrap()
    }

    #[test]
    fn the_value_is_that_of_the_flows() {
        let input = Input {
            annual_cost: 8.4e6,
            residual: 3e6,
            ..Input::default()
        };
        let flows = [-42e6, 59.6e6, 59.6e6, 59.6e6, 59.6e6, 62.6e6];
        let answer = InvestmentReturn::calculate(&input);
        near(answer.npv, npv(0.15, &flows));
        near(answer.irr.unwrap(), irr(&flows)[0]);
        near(answer.profitability_index, 1.0 + answer.npv / 42e6);
        near(last(&input, |of| &of.present_value), answer.npv);
        near(last(&input, |of| &of.cumulative), npv(0.0, &flows));
    }

    #[test]
    fn earlier_flows_are_worth_half_a_year_or_a_year_more() {
        let value = |timing| {
            let input = Input {
                timing,
                ..Input::default()
            };
            InvestmentReturn::calculate(&input).npv + input.investment
        };
        near(value(Timing::Mid), value(Timing::End) * libm::sqrt(1.15));
        near(value(Timing::Begin), value(Timing::End) * 1.15);
    }

    #[test]
    fn value_at_the_rate_of_return_is_nothing_at_every_timing() {
        for timing in [Timing::End, Timing::Mid, Timing::Begin] {
            let mut input = Input {
                annual_benefit: 15e6,
                annual_cost: 2e6,
                delay_months: 5.0,
                residual: 1e6,
                timing,
                ..Input::default()
            };
            input.discount_rate = InvestmentReturn::calculate(&input).irr.unwrap();
            assert!(InvestmentReturn::calculate(&input).npv.abs() < 1e-5);
        }
    }

    #[test]
    fn a_delay_takes_its_months_from_the_benefit_and_adds_them_to_the_payback() {
        let delayed = Input {
            delay_months: 3.0,
            ..Input::default()
        };
        let answer = InvestmentReturn::calculate(&delayed);
        near(answer.payback_months.unwrap(), 3.0 + 12.0 * 42.0 / 68.0);
        let lost = 68e6 * 0.25 / 1.15;
        near(
            answer.npv,
            InvestmentReturn::calculate(&Input::default()).npv - lost,
        );
        let delayed = Input {
            delay_months: 30.0,
            ..Input::default()
        };
        near(last(&delayed, |of| &of.cumulative), 68e6 * 2.5 - 42e6);
    }

    #[test]
    fn running_cost_falls_due_during_the_delay() {
        let delayed = Input {
            annual_cost: 12e6,
            delay_months: 6.0,
            ..Input::default()
        };
        let answer = InvestmentReturn::calculate(&delayed);
        near(answer.payback_months.unwrap(), 6.0 + 12.0 * 48.0 / 56.0);
    }

    #[test]
    fn a_loss_has_no_payback_and_no_rate_of_return() {
        let input = Input {
            annual_benefit: 1e6,
            annual_cost: 2e6,
            ..Input::default()
        };
        let answer = InvestmentReturn::calculate(&input);
        assert_eq!((answer.irr, answer.payback_months), (None, None));
        assert_eq!(
            answer.reasons,
            [
                ("irr", Reason::FlowsOfOneSign),
                ("paybackMonths", Reason::NotWithinHorizon),
                ("discountedPaybackMonths", Reason::NotWithinHorizon),
            ]
        );
    }

    #[test]
    fn a_payback_at_the_very_end_is_one_whatever_rounding_leaves() {
        let input = Input {
            investment: 1.1 * 7.0,
            annual_benefit: 1.1,
            years: 7,
            discount_rate: 0.0,
            ..Input::default()
        };
        let answer = InvestmentReturn::calculate(&input);
        assert_eq!(answer.payback_months, Some(84.0));
        assert_eq!(answer.discounted_payback_months, Some(84.0));
    }

    #[test]
    fn only_what_is_resold_pays_back_with_it() {
        let reason = |residual| {
            let input = Input {
                investment: 1.1 * 7.0,
                annual_benefit: 1.1,
                years: 6,
                residual,
                ..Input::default()
            };
            let answer = InvestmentReturn::calculate(&input);
            let mut reasons = answer.reasons.into_iter();
            reasons
                .find(|(name, _)| *name == "paybackMonths")
                .unwrap()
                .1
        };
        assert_eq!(reason(0.0), Reason::NotWithinHorizon);
        assert_eq!(reason(1.0), Reason::NotWithinHorizon);
        // But for rounding, which leaves seven times 1.1 above the sum.
        assert_eq!(reason(1.1), Reason::OnlyWithResidual);
    }

    #[test]
    fn a_dear_end_gives_two_rates_of_return_and_none_that_counts() {
        // −42, 68 …, 68 − 300: the value is below 0 at low and at high rates.
        let input = Input {
            residual: -300e6,
            ..Input::default()
        };
        let answer = InvestmentReturn::calculate(&input);
        assert_eq!(answer.irr, None);
        assert!(answer.reasons.contains(&("irr", Reason::SeveralRates)));
        let rates = input.irrs();
        assert_eq!(rates.len(), 2);
        for rate in rates {
            let value = npv(rate, &[-42e6, 68e6, 68e6, 68e6, 68e6, -232e6]);
            assert!(value.abs() < 1e-4, "{value} at {rate}");
        }
    }

    #[test]
    fn a_dearer_end_leaves_no_rate_of_return() {
        let input = Input {
            annual_benefit: 20e6,
            residual: -1e9,
            ..Input::default()
        };
        let answer = InvestmentReturn::calculate(&input);
        assert!(answer.reasons.contains(&("irr", Reason::NoRate)));
    }

    #[test]
    fn a_growing_delayed_investment_is_what_one_reckons_by_hand() {
        let input = Input {
            investment: 100.0,
            annual_benefit: 60.0,
            benefit_growth: 0.5,
            annual_cost: 10.0,
            delay_months: 6.0,
            years: 3,
            discount_rate: 0.25,
            residual: 8.0,
            ..Input::default()
        };
        let answer = InvestmentReturn::calculate(&input);
        // Half of 60, then 90 and 135, each less 10.
        let flows = [-100.0, 20.0, 80.0, 133.0];
        near(answer.npv, npv(0.25, &flows));
        near(answer.simple_annual_return, 0.5);
        near(last(&input, |of| &of.cumulative), npv(0.0, &flows));
        near(last(&input, |of| &of.net), 133.0);
        near(last(&input, |of| &of.benefit), 135.0);
        // −5 in the first half year, 25 in the second, then 80 of the 80 that are left.
        near(answer.payback_months.unwrap(), 24.0);
        // The same at 0.8, 0.64 and 0.512 of it.
        let open = 100.0 - 16.0 - 51.2;
        let months = 24.0 + 12.0 * open / (125.0 * 0.512);
        near(answer.discounted_payback_months.unwrap(), months);
    }

    #[test]
    fn a_benefit_of_the_cost_alone_or_no_residual_is_no_gain() {
        let reason = |annual_benefit, residual| {
            let input = Input {
                annual_benefit,
                annual_cost: 10.0,
                residual,
                ..Input::default()
            };
            let answer = InvestmentReturn::calculate(&input);
            let reason = answer.reasons.iter().find(|(name, _)| *name == "irr");
            reason.map(|(_, reason)| *reason)
        };
        assert_eq!(reason(10.0, 0.0), Some(Reason::FlowsOfOneSign));
        assert_eq!(reason(10.0, -1.0), Some(Reason::FlowsOfOneSign));
        // Some gain, but the value is below 0 at every rate.
        assert_eq!(reason(11.0, -1e9), Some(Reason::NoRate));
        assert_eq!(reason(10.0, 42e6), None);
    }
}
