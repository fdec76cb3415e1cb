//! From checks to verdicts.

use super::catalogue::{self, Cited, Series};
use super::expression::{Expression, Operator};
use super::format::{Article, Bound, Check, Claim, Figure, Input, Template, Way};
use super::report::{
    Assumption, By, CheckReport, ClaimReport, Counts, Given, Issue, Moment, Move, NotStated,
    Outcome, Range, Remedy, Report, Rerun, Slip, Stated, Status, Verdict,
};
use super::solve::Scan;
use super::{Quantity, json};
use crate::calculators::{MODEL_VERSION, Single};
use crate::error::CalculatorError;
use crate::printed::number::Number;
use crate::printed::unit::{Mark, Unit, same_but_for_gpus, written};
use crate::table::{Found, Kind};
use crate::value::{Record, Value};
use std::borrow::ToOwned;
use std::boxed::Box;
use std::collections::BTreeMap;
use std::string::{String, ToString};
use std::vec;
use std::vec::Vec;

/// From which relative departure on a figure is contradicted rather than inexact: a tenth.
pub const CONTRADICTION: f64 = 0.1;

/// What computing loses: far below any printed digit.
const SLACK: f64 = 1e-9;

/// Why a check has no number.
#[derive(Debug, Clone)]
enum Trouble {
    /// A calculator's reason.
    Never(String),
    /// What a calculator refused.
    Refused(CalculatorError),
    /// A division by 0 or the like.
    NoNumber,
}

/// Judges every claim.
pub fn article(article: &Article) -> Report {
    let claims: Vec<_> = article
        .claims
        .iter()
        .map(|claim| judge(claim, &article.date))
        .collect();
    let mut counts = Counts::default();
    for claim in &claims {
        *match claim.verdict {
            Verdict::Agrees => &mut counts.agrees,
            Verdict::Differs => &mut counts.differs,
            Verdict::Contradicted => &mut counts.contradicted,
            Verdict::NeedsAssumption => &mut counts.needs_assumption,
            Verdict::NotStated => &mut counts.not_stated,
        } += 1;
    }
    Report {
        id: article.id.clone(),
        title: article.title.clone(),
        date: article.date.clone(),
        source: article.source.clone(),
        counts,
        claims,
        model_version: MODEL_VERSION,
    }
}

fn judge(claim: &Claim, date: &str) -> ClaimReport {
    let checks: Vec<_> = claim
        .checks
        .iter()
        .map(|check| Bench { claim, check }.report())
        .collect();
    let mut issues = Vec::new();
    let mut impossible = |name: &str, found: Option<(&'static str, f64, f64)>| {
        if let Some((quantity, min, max)) = found {
            issues.push(Issue::Impossible {
                name: name.to_owned(),
                quantity,
                min: Some(min).filter(|min| min.is_finite()),
                max: Some(max).filter(|max| max.is_finite()),
            });
        }
    };
    for (name, figure) in &claim.stated {
        impossible(name, figure.impossible());
    }
    for (name, input) in &claim.inputs {
        impossible(name, input.impossible);
    }
    let absurd = !issues.is_empty();
    for (name, figure) in &claim.stated {
        let mut checks = claim.checks.iter();
        if !checks.any(|check| check.figure.as_ref() == Some(name)) {
            let figure_name = name.clone();
            issues.push(match &figure.source {
                None => Issue::Unsourced {
                    figure: figure_name,
                },
                Some(source) => Issue::Unchecked {
                    figure: figure_name,
                    source: source.clone(),
                },
            });
        }
    }

    let deciding = || checks.iter().filter(|check| check.figure.is_some());
    let has = |outcomes: &[Outcome]| deciding().any(|check| outcomes.contains(&check.outcome));
    let mut contradicted_by: Vec<By> = deciding()
        .filter_map(|check| match check.outcome {
            Outcome::Contradicted | Outcome::WrongUnit | Outcome::Never => {
                Some(match check.basis {
                    Status::Measured => By::Measurement,
                    Status::Published => By::DataSheet,
                    _ => By::Article,
                })
            }
            Outcome::Impossible => Some(By::Definition),
            _ => None,
        })
        .collect();
    if absurd {
        contradicted_by.push(By::Definition);
    }
    contradicted_by.sort();
    contradicted_by.dedup();
    let unsourced = issues
        .iter()
        .any(|issue| matches!(issue, Issue::Unsourced { .. }));
    let (verdict, not_stated) = if !contradicted_by.is_empty() {
        (Verdict::Contradicted, None)
    } else if claim.stated.is_empty() {
        (Verdict::NotStated, Some(NotStated::Result))
    } else if has(&[Outcome::Differs]) {
        (Verdict::Differs, None)
    } else if has(&[Outcome::Assumes]) {
        (Verdict::NeedsAssumption, None)
    } else if has(&[Outcome::Agrees]) {
        (Verdict::Agrees, None)
    } else if unsourced {
        (Verdict::NotStated, Some(NotStated::Source))
    } else {
        (Verdict::NotStated, Some(NotStated::Working))
    };
    ClaimReport {
        id: claim.id.clone(),
        section: claim.section.clone(),
        says: claim.says.clone(),
        note: claim.note.clone(),
        verdict,
        contradicted_by,
        not_stated,
        stated: claim
            .stated
            .iter()
            .map(|(name, figure)| (name.clone(), stated(figure)))
            .collect(),
        inputs: claim
            .inputs
            .iter()
            .map(|(name, input)| (name.clone(), given(input)))
            .collect(),
        checks,
        issues,
        reruns: reruns(claim, date),
    }
}

fn stated(figure: &Figure) -> Stated {
    let factor = figure.unit.factor();
    let (from, to) = figure.interval();
    Stated {
        value: Range {
            from: figure.printed.0.value,
            to: figure.printed.1.value,
        },
        stands_for: Range {
            from: from / factor,
            to: to / factor,
        },
        unit: figure.unit.to_string(),
        bound: match figure.bound {
            Bound::Exactly => "exactly",
            Bound::AtLeast => "atLeast",
            Bound::Above => "above",
            Bound::AtMost => "atMost",
            Bound::Below => "below",
        },
        label: figure.label.clone(),
    }
}

fn given(input: &Input) -> Given {
    let factor = input.unit.factor();
    Given {
        value: Range {
            from: input.values.0 / factor,
            to: input.values.1 / factor,
        },
        unit: input.unit.to_string(),
        status: input.status,
        source: input.source.clone(),
        date: input.date.clone(),
        reference: input.reference.clone(),
        label: input.label.clone(),
        parameter: input.parameter.clone(),
    }
}

/// Values that stand in for those of a claim's inputs.
type Instead<'a> = &'a [(&'a str, f64)];

/// A check of a claim.
struct Bench<'a> {
    claim: &'a Claim,
    check: &'a Check,
}

impl Bench<'_> {
    /// What a name stands for; the unknown has no value of its own.
    fn find(&self, name: &str, instead: Instead) -> Option<Quantity> {
        let unknown = self.check.unknown.as_ref();
        let quantity = if let Some(unknown) = unknown.filter(|unknown| unknown.name == name) {
            Quantity {
                value: f64::NAN,
                dimension: unknown.unit.dimension(),
            }
        } else if let Some(input) = self.claim.inputs.get(name) {
            input.quantity()
        } else {
            let figure = self.claim.stated.get(name)?;
            Quantity {
                value: figure.values().0,
                dimension: figure.unit.dimension(),
            }
        };
        let value = instead.iter().find(|(other, _)| *other == name);
        Some(Quantity {
            value: value.map_or(quantity.value, |(_, value)| *value),
            ..quantity
        })
    }

    fn evaluate(&self, tree: &Expression, instead: Instead) -> Result<Quantity, Trouble> {
        let found = tree.evaluate(&|name| self.find(name, instead));
        found
            .filter(|found| found.value.is_finite())
            .ok_or(Trouble::NoNumber)
    }

    /// What the check gives with some inputs other than given, and a calculator's choice of words.
    fn compute(
        &self,
        instead: Instead,
        word: Option<(&str, &'static str)>,
    ) -> Result<Quantity, Trouble> {
        match &self.check.way {
            Way::Expression { tree, .. } => self.evaluate(tree, instead),
            Way::Calculator {
                entry,
                output,
                unit,
                ..
            } => {
                let input = self.input(instead, word)?;
                let value = run(entry, &input, output)?;
                Ok(Quantity {
                    value: value * unit.factor(),
                    dimension: unit.dimension(),
                })
            }
        }
    }

    /// What the calculator is given.
    fn input(
        &self,
        instead: Instead,
        word: Option<(&str, &'static str)>,
    ) -> Result<Value, Trouble> {
        let Way::Calculator { input, .. } = &self.check.way else {
            return Err(Trouble::NoNumber);
        };
        let mut filled = self.fill(input, instead)?;
        if let (Some((name, word)), Value::Record(record)) = (word, &mut filled) {
            let others = record.iter().filter(|(other, _)| *other != name);
            let mut changed = Record::new();
            for (name, value) in others {
                changed.push(name, value.clone());
            }
            changed.push(name.to_owned(), word);
            filled = changed.into();
        }
        Ok(filled)
    }

    fn fill(&self, template: &Template, instead: Instead) -> Result<Value, Trouble> {
        Ok(match template {
            Template::Plain(value) => value.clone(),
            Template::Expression(tree, unit) => {
                let value = self.evaluate(tree, instead)?.value / unit.factor();
                // 1,000 GPUs must stay whole after their unit was divided out.
                let whole = libm::round(value);
                let near = (value - whole).abs() <= 1e-12 * whole.abs();
                if near { whole.into() } else { value.into() }
            }
            Template::List(list) => {
                let list: Result<Vec<_>, _> =
                    list.iter().map(|inner| self.fill(inner, instead)).collect();
                list?.into()
            }
            Template::Record(record) => {
                let mut filled = Record::new();
                for (name, inner) in record {
                    filled.push(name.clone(), self.fill(inner, instead)?);
                }
                filled.into()
            }
        })
    }

    /// What the check gives over all ends of its ranges.
    fn corners(&self) -> Result<(f64, f64, crate::printed::unit::Dimension), Trouble> {
        let names = self.check.names();
        let ends = |name: &str| match self.claim.inputs.get(name) {
            Some(input) => Some(input.values),
            None => self.claim.stated.get(name).map(Figure::values),
        };
        let ranges: Vec<(&str, (f64, f64))> = names
            .iter()
            .filter_map(|name| Some((*name, ends(name)?)))
            .filter(|(_, (low, high))| low < high)
            .take(8)
            .collect();
        let (mut low, mut high) = (f64::INFINITY, f64::NEG_INFINITY);
        let mut dimension = crate::printed::unit::Dimension::default();
        for corner in 0..1_u32 << ranges.len() {
            let instead: Vec<_> = ranges
                .iter()
                .enumerate()
                .map(|(index, (name, (from, to)))| {
                    (*name, if corner >> index & 1 == 0 { *from } else { *to })
                })
                .collect();
            let found = self.compute(&instead, None)?;
            low = low.min(found.value);
            high = high.max(found.value);
            dimension = found.dimension;
        }
        Ok((low, high, dimension))
    }

    /// The weakest of the figures that the check rests on.
    fn basis(&self) -> Status {
        let names = self.check.names();
        let status = names
            .iter()
            .filter_map(|name| Some(self.claim.inputs.get(*name)?.status));
        status.max().unwrap_or(Status::Article)
    }

    fn figure(&self) -> Option<&Figure> {
        self.claim.stated.get(self.check.figure.as_ref()?)
    }

    fn report(&self) -> CheckReport {
        let (expression, calculator, output) = match &self.check.way {
            Way::Expression { text, .. } => (Some(text.clone()), None, None),
            Way::Calculator { entry, output, .. } => {
                (None, Some(entry.description.name), Some(output.clone()))
            }
        };
        let mut report = CheckReport {
            figure: self.check.figure.clone(),
            label: self.check.label.clone(),
            outcome: Outcome::Computed,
            basis: self.basis(),
            expression,
            calculator,
            input: self.input(&[], None).ok().map(|input| json::out(&input)),
            output,
            recomputed: None,
            unit: self
                .unit()
                .map_or_else(String::new, |unit| unit.to_string()),
            deviation: None,
            assumption: None,
            slips: Vec::new(),
            would_hold: Vec::new(),
            reason: None,
        };
        match (self.figure(), &self.check.unknown) {
            (Some(figure), Some(_)) => self.solve(figure, &mut report),
            (figure, _) => self.recompute(figure, &mut report),
        }
        report
    }

    /// The unit to tell the result in.
    fn unit(&self) -> Option<Unit> {
        if let Some(figure) = self.figure() {
            return Some(figure.unit.clone());
        }
        let own = match &self.check.way {
            Way::Calculator { unit, .. } => Some(unit),
            Way::Expression { .. } => None,
        };
        self.check.unit.as_ref().or(own).cloned()
    }

    fn recompute(&self, figure: Option<&Figure>, report: &mut CheckReport) {
        let (low, high, dimension) = match self.corners() {
            Ok(found) => found,
            Err(trouble) => return fail(trouble, figure.is_some(), report),
        };
        let unit = self.unit();
        if unit.is_none() {
            report.unit = written(&dimension);
        }
        let factor = unit.map_or(1.0, |unit| unit.factor());
        report.recomputed = Some(Range {
            from: low / factor,
            to: high / factor,
        });
        let Some(figure) = figure else { return };
        if !same_but_for_gpus(&figure.unit.dimension(), &dimension) {
            report.outcome = Outcome::WrongUnit;
            report.recomputed = Some(Range {
                from: low,
                to: high,
            });
            report.unit = written(&dimension);
            report.slips = units(figure, low, high, &dimension);
            if report.slips.is_empty() {
                report.slips = self.of_inputs(figure);
            }
            return;
        }
        // Shares that were rounded one by one need not make 100 %.
        let (low, high) = match self.parts_of_whole(figure) {
            Some(open) if (low - 1.0).abs() <= open && (high - 1.0).abs() <= open => (1.0, 1.0),
            _ => (low, high),
        };
        let fit = fit(figure, self.check.tolerance, low, high);
        if fit != Fit::Nowhere {
            report.deviation = Some(0.0);
            // What is true of a part of the range holds only where that part does.
            let all = fit == Fit::Everywhere && report.basis != Status::Assumed;
            report.outcome = if all {
                Outcome::Agrees
            } else {
                Outcome::Assumes
            };
            return;
        }
        let deviation = deviation(figure, low, high);
        report.deviation = Some(deviation).filter(|deviation| deviation.is_finite());
        report.slips = self.slips(figure, low, high, &dimension);
        report.would_hold = self.remedies(figure);
        let small = |slip: &Slip| {
            matches!(
                slip,
                Slip::RoundedTooFar { .. }
                    | Slip::CutOff { .. }
                    | Slip::Hours { .. }
                    | Slip::Convention { .. }
            )
        };
        let mild = report.slips.iter().any(small)
            || matches!(report.basis, Status::Estimated | Status::Assumed);
        // As printed, 0.9 is a tenth less than 1.
        report.outcome = if deviation.abs() >= CONTRADICTION - SLACK && !mild {
            Outcome::Contradicted
        } else {
            Outcome::Differs
        };
    }

    /// What the unknown must be.
    fn solve(&self, figure: &Figure, report: &mut CheckReport) {
        let Some(unknown) = &self.check.unknown else {
            return;
        };
        let name = unknown.name.as_str();
        let at = |x: f64| {
            self.compute(&[(name, x)], None)
                .ok()
                .map(|found| found.value)
        };
        let dimension = self.dimension();
        if let Some(dimension) = dimension
            && !same_but_for_gpus(&figure.unit.dimension(), &dimension)
        {
            report.outcome = Outcome::WrongUnit;
            report.unit = written(&dimension);
            return;
        }
        let right = |value: f64| holds(figure, self.check.tolerance, value, value);
        let fits = |x: f64| at(x).is_some_and(right);
        let (from, to) = unknown.between;
        let scan = Scan::new(&at, from, to);
        let reach = |target: f64| scan.roots(target);
        let known = unknown.known.as_ref().map(|known| known.values.0);
        let near = |values: Vec<f64>| {
            let to = known.unwrap_or(from);
            values.into_iter().reduce(|best, value| {
                if (value - to).abs() < (best - to).abs() {
                    value
                } else {
                    best
                }
            })
        };
        let (printed_low, printed_high) = figure.values();
        let single = printed_low.to_bits() == printed_high.to_bits();
        let (low, high) = if single && figure.bound == Bound::Exactly {
            figure.interval()
        } else {
            (printed_low, printed_high)
        };
        let value = if single {
            near(reach(printed_low))
        } else {
            None
        };
        let mut ends = reach(low);
        if low < high {
            ends.extend(reach(high));
        }
        ends.extend([from, to].into_iter().filter(|end| fits(*end)));
        ends.sort_by(f64::total_cmp);
        let everywhere = scan.always(&right);
        let factor = unknown.unit.factor();
        let holds = match (ends.first(), ends.last()) {
            (Some(first), Some(last)) => Some(Range {
                from: first / factor,
                to: last / factor,
            }),
            _ => None,
        };
        report.outcome = if everywhere {
            Outcome::Agrees
        } else if holds.is_some() || value.is_some() {
            Outcome::Assumes
        } else {
            report.reason = Some("outOfReach".to_owned());
            match report.basis {
                Status::Estimated | Status::Assumed => Outcome::Differs,
                _ => Outcome::Contradicted,
            }
        };
        report.recomputed = known.and_then(at).map(|found| {
            let value = found / figure.unit.factor();
            Range {
                from: value,
                to: value,
            }
        });
        report.assumption = Some(Assumption {
            name: unknown.name.clone(),
            label: unknown.label.clone(),
            unit: unknown.unit.to_string(),
            value: value.map(|value| value / factor),
            holds,
            known: unknown.known.as_ref().map(given),
            holds_as_known: known.map(fits),
        });
    }

    /// What the check measures, whatever its unknown is.
    fn dimension(&self) -> Option<crate::printed::unit::Dimension> {
        match &self.check.way {
            Way::Calculator { unit, .. } => Some(unit.dimension()),
            Way::Expression { tree, .. } => tree
                .evaluate(&|name| self.find(name, &[]))
                .map(|found| found.dimension),
        }
    }

    /// What the rounding of its parts leaves open, where the figure is the whole of them, 100 %.
    fn parts_of_whole(&self, figure: &Figure) -> Option<f64> {
        let Way::Expression { tree, .. } = &self.check.way else {
            return None;
        };
        let (from, to) = figure.values();
        let whole = (from - 1.0).abs() < SLACK && (to - 1.0).abs() < SLACK;
        let open = tree.names().into_iter().map(|name| {
            let input = self.claim.inputs.get(name);
            input.map_or(0.0, |input| input.rounding)
        });
        (whole && tree.is_sum()).then(|| open.sum::<f64>() + SLACK)
    }

    /// Inputs whose unit was written for another, where the check measures something else.
    fn of_inputs(&self, figure: &Figure) -> Vec<Slip> {
        let Way::Expression { tree, .. } = &self.check.way else {
            return Vec::new();
        };
        let mut slips = Vec::new();
        for name in tree.names() {
            let Some(input) = self.claim.inputs.get(name) else {
                continue;
            };
            for unit in input.unit.confused() {
                let value = input.values.0 / input.unit.factor() * unit.factor();
                let dimension = unit.dimension();
                let found = tree.evaluate(&|other| {
                    if other == name {
                        Some(Quantity { value, dimension })
                    } else {
                        self.find(other, &[])
                    }
                });
                let fits = found.is_some_and(|found| {
                    same_but_for_gpus(&found.dimension, &figure.unit.dimension())
                        && loosely(figure, found.value, found.value)
                });
                if fits {
                    slips.push(Slip::InputUnit {
                        input: name.to_owned(),
                        from: input.unit.to_string(),
                        to: unit.to_string(),
                    });
                }
            }
        }
        slips
    }

    /// Every mistake that would explain the figure.
    fn slips(
        &self,
        figure: &Figure,
        low: f64,
        high: f64,
        dimension: &crate::printed::unit::Dimension,
    ) -> Vec<Slip> {
        if figure.bound != Bound::Exactly {
            return Vec::new();
        }
        let fits = |factor: f64| loosely(figure, low * factor, high * factor);
        let value = low / figure.unit.factor();
        let exact = low.to_bits() == high.to_bits();
        let digits = figure.printed.0.digits.max(1);
        let printed = figure.printed.0.value;
        // Nobody rounds the whole.
        let whole = self.parts_of_whole(figure).is_some();
        let rounded = || Number::rounded(value, digits) - printed;
        if exact && !whole && rounded().abs() <= SLACK * printed.abs() {
            return vec![Slip::RoundedTooFar { digits, value }];
        }
        if exact && cut_off(figure, low) {
            return vec![Slip::CutOff { value }];
        }
        let mut slips = units(figure, low, high, dimension);
        if slips.is_empty() {
            let powers = (-12..=12_i32).filter(|power| *power != 0);
            for power in powers {
                let factor = libm::pow(10.0, f64::from(power));
                if fits(factor) {
                    slips.push(Slip::PowerOfTen { factor });
                }
            }
        }
        let names = self.check.names();
        let inputs = || {
            names
                .iter()
                .filter_map(|name| Some((*name, self.claim.inputs.get(*name)?)))
        };
        let timed = figure.unit.has_time() || inputs().any(|(_, input)| input.unit.has_time());
        if timed {
            for (here, fit) in [
                (730.0, 720.0),
                (730.0, 744.0),
                (8760.0, 8640.0),
                (8760.0, 8784.0),
                (8760.0, 8766.0),
            ] {
                if fits(fit / here) || fits(here / fit) {
                    slips.push(Slip::Hours { here, fits: fit });
                }
            }
        }
        self.of_several(figure, &fits, &mut slips);
        self.of_shares(figure, &mut slips);
        self.of_sparsity(figure, &mut slips);
        self.of_conventions(figure, &mut slips);
        let plain = *dimension == crate::printed::unit::Dimension::default();
        if plain && exact && low != 0.0 && loosely(figure, 1.0 / low, 1.0 / low) {
            slips.push(Slip::Inverted { value });
        }
        if fits(-1.0) {
            slips.push(Slip::Sign);
        }
        slips
    }

    /// One GPU for a server, one for all.
    fn of_several(&self, figure: &Figure, fits: &dyn Fn(f64) -> bool, slips: &mut Vec<Slip>) {
        let names = self.check.names();
        let counts = names
            .iter()
            .filter_map(|name| Some((*name, self.claim.inputs.get(*name)?)));
        for (name, input) in counts {
            let count = input.values.0;
            if input.unit.counts_gpus() && count > 1.0 && (fits(1.0 / count) || fits(count)) {
                slips.push(Slip::PerGpu {
                    input: name.to_owned(),
                });
            }
        }
        // A coarse figure fits eight times another one too often.
        if figure.printed.0.digits >= 2 && slips.is_empty() {
            for gpus in [8.0, 4.0, 72.0] {
                if fits(gpus) || fits(1.0 / gpus) {
                    slips.push(Slip::Server { gpus });
                }
            }
        }
    }

    /// Per cent and percentage points, and the wrong base.
    fn of_shares(&self, figure: &Figure, slips: &mut Vec<Slip>) {
        let Way::Expression { tree, .. } = &self.check.way else {
            return;
        };
        let at = |tree: &Expression| self.evaluate(tree, &[]).ok().map(|found| found.value);
        let (Some(value), factor) = (at(tree), figure.unit.factor()) else {
            return;
        };
        let fits = |value: f64| loosely(figure, value, value);
        let plain = |tree: &Expression| {
            let found = self.evaluate(tree, &[]).ok();
            found.is_some_and(|found| found.dimension == crate::printed::unit::Dimension::default())
        };
        let points = figure.unit.mark() == Some(Mark::Points);
        if let Some(change) = tree.change() {
            let (Some(before), Some(after)) = (at(change.before), at(change.after)) else {
                return;
            };
            let difference = if change.falls {
                before - after
            } else {
                after - before
            };
            if plain(change.before) && fits(difference) && !points {
                slips.push(Slip::PercentagePoints {
                    percent: value / factor,
                });
            }
            if before != 0.0 && fits(after / before) {
                slips.push(Slip::Ratio {
                    value: value / factor,
                    falls: change.falls,
                });
            }
            if after != 0.0 && fits(difference / after) {
                slips.push(Slip::Base {
                    value: value / factor,
                });
            }
        } else if let Some((ratio, periods)) = tree.growth() {
            let whole = at(ratio).map(|ratio| ratio - 1.0);
            let value = value / factor;
            if whole.is_some_and(fits) {
                slips.push(Slip::Growth {
                    value,
                    divided: false,
                });
            }
            let periods = at(periods).filter(|periods| *periods > 1.0);
            if let (Some(whole), Some(periods)) = (whole, periods)
                && fits(whole / periods)
            {
                slips.push(Slip::Growth {
                    value,
                    divided: true,
                });
            }
        } else if let Some((left, right)) = tree.difference()
            && plain(left)
        {
            let relative = Expression::Binary(
                Operator::Divide,
                Box::new(tree.clone()),
                Box::new(right.clone()),
            );
            if at(&relative).is_some_and(fits) {
                slips.push(Slip::Percent {
                    points: value / factor,
                });
            }
        }
    }

    fn of_sparsity(&self, figure: &Figure, slips: &mut Vec<Slip>) {
        for name in self.check.names() {
            let Some(path) = self
                .claim
                .inputs
                .get(name)
                .and_then(|input| input.reference.as_ref())
            else {
                continue;
            };
            let Some((other, cited)) = catalogue::other_sparsity(path)
                .and_then(|other| Some((other.clone(), catalogue::find(&other)?)))
            else {
                continue;
            };
            let factor = Unit::parse(cited.unit).map_or(1.0, |unit| unit.factor());
            let found = self.compute(&[(name, cited.value * factor)], None);
            if found.is_ok_and(|found| loosely(figure, found.value, found.value)) {
                slips.push(Slip::Sparsity {
                    input: name.to_owned(),
                    fits: other,
                });
            }
        }
    }

    fn of_conventions(&self, figure: &Figure, slips: &mut Vec<Slip>) {
        let Way::Calculator { entry, .. } = &self.check.way else {
            return;
        };
        for parameter in entry.description.parameters {
            let Kind::Choice(words) = parameter.kind else {
                continue;
            };
            for word in words {
                let found = self.compute(&[], Some((parameter.name, word)));
                if found.is_ok_and(|found| loosely(figure, found.value, found.value)) {
                    slips.push(Slip::Convention {
                        parameter: parameter.name,
                        word,
                    });
                }
            }
        }
    }

    /// What each input alone would have to be for the printed figure.
    fn remedies(&self, figure: &Figure) -> Vec<Remedy> {
        let (target, end) = figure.values();
        if target.to_bits() != end.to_bits() {
            return Vec::new();
        }
        let mut remedies = Vec::new();
        for name in self.check.names() {
            let Some(input) = self.claim.inputs.get(name) else {
                continue;
            };
            let (value, other) = input.values;
            if value <= 0.0 || value.to_bits() != other.to_bits() {
                continue;
            }
            let at = |x: f64| {
                let found = self.compute(&[(name, x)], None).ok()?;
                Some(found.value)
            };
            let found = Scan::new(&at, value / 100.0, value * 100.0).roots(target);
            let distance = |x: &f64| libm::log(*x / value).abs();
            if let Some(x) = found
                .into_iter()
                .min_by(|a, b| distance(a).total_cmp(&distance(b)))
            {
                remedies.push(Remedy {
                    input: name.to_owned(),
                    value: x / input.unit.factor(),
                    unit: input.unit.to_string(),
                    change: x / value - 1.0,
                });
            }
        }
        remedies.sort_by(|a, b| a.change.abs().total_cmp(&b.change.abs()));
        remedies
    }
}

/// The one place that calls a calculator.
fn run(entry: &Single, input: &Value, output: &str) -> Result<f64, Trouble> {
    match (entry.result)(input, output).map_err(Trouble::Refused)? {
        Some(Found::Number(number)) if number.is_finite() => Ok(number),
        Some(Found::Null(reason)) => Err(Trouble::Never(reason.as_str().to_owned())),
        _ => Err(Trouble::NoNumber),
    }
}

fn fail(trouble: Trouble, decides: bool, report: &mut CheckReport) {
    let weak = matches!(report.basis, Status::Estimated | Status::Assumed);
    report.outcome = match &trouble {
        Trouble::Refused(_) => Outcome::Impossible,
        _ if weak => Outcome::Differs,
        _ => Outcome::Never,
    };
    report.reason = Some(match trouble {
        Trouble::Never(reason) => reason,
        Trouble::Refused(error) => error.to_string(),
        Trouble::NoNumber => "noNumber".to_owned(),
    });
    if !decides {
        report.outcome = Outcome::Never;
    }
}

/// Other units in which the figure fits.
fn units(
    figure: &Figure,
    low: f64,
    high: f64,
    dimension: &crate::printed::unit::Dimension,
) -> Vec<Slip> {
    let own = same_but_for_gpus(&figure.unit.dimension(), dimension);
    let (mut slips, mut factors) = (Vec::new(), Vec::new());
    for unit in figure.unit.confused() {
        let same = unit.dimension() == *dimension
            || (own && same_but_for_gpus(&unit.dimension(), dimension));
        let other = Figure {
            unit: unit.clone(),
            ..figure.clone()
        };
        // `thousand kW` says no more than `MW`.
        let told = |factor: f64| (factor / unit.factor() - 1.0).abs() < SLACK;
        if same && !factors.iter().any(|factor| told(*factor)) && loosely(&other, low, high) {
            factors.push(unit.factor());
            slips.push(Slip::Unit {
                from: figure.unit.to_string(),
                to: unit.to_string(),
                value: own.then(|| low / figure.unit.factor()),
                value_in_other: low / unit.factor(),
            });
        }
    }
    slips
}

/// For how much of what was recomputed a figure holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fit {
    /// For all of it: what is stated covers it.
    Everywhere,
    /// For a part: the article's own inputs leave open whether it does.
    Somewhere,
    /// For none.
    Nowhere,
}

fn fit(figure: &Figure, tolerance: f64, low: f64, high: f64) -> Fit {
    if !holds(figure, tolerance, low, high) {
        return Fit::Nowhere;
    }
    // What is stated is one interval, so it covers all that lies between two values in it.
    let both = [low, high].map(|end| holds(figure, tolerance, end, end));
    if both == [true; 2] {
        Fit::Everywhere
    } else {
        Fit::Somewhere
    }
}

/// Whether a figure holds for some of what was recomputed.
#[inline(never)]
fn holds(figure: &Figure, tolerance: f64, low: f64, high: f64) -> bool {
    let (from, to) = figure.interval();
    let (printed, printed_to) = figure.values();
    let slack = |of: f64| of.abs() * (tolerance + SLACK);
    match figure.bound {
        Bound::Exactly => {
            low <= to + slack(printed_to.abs().max(low.abs()))
                && high >= from - slack(printed.abs().max(high.abs()))
        }
        Bound::AtLeast => high >= printed - slack(printed),
        Bound::Above => high > printed * (1.0 - tolerance),
        Bound::AtMost => low <= printed_to + slack(printed_to),
        Bound::Below => low < printed_to * (1.0 + tolerance),
    }
}

/// As [`holds`], digits that were cut off rather than rounded included.
fn loosely(figure: &Figure, low: f64, high: f64) -> bool {
    holds(figure, 0.0, low, high) || (low.to_bits() == high.to_bits() && cut_off(figure, low))
}

fn cut_off(figure: &Figure, value: f64) -> bool {
    let printed = figure.printed.0;
    let single = printed == figure.printed.1;
    let (value, place) = (value / figure.unit.factor(), 2.0 * printed.half);
    single
        && printed.digits >= 2
        && place > 0.0
        && (libm::trunc(value / place) * place - printed.value).abs() < SLACK * printed.value.abs()
}

/// Stated less recomputed, of what was recomputed; from the nearer end of a range.
fn deviation(figure: &Figure, low: f64, high: f64) -> f64 {
    let (from, to) = figure.values();
    let (stated, recomputed) = if from > high { (from, high) } else { (to, low) };
    (stated - recomputed) / recomputed.abs()
}

/// Then and now, for every check with an input that has a series.
fn reruns(claim: &Claim, date: &str) -> Vec<Rerun> {
    let checks = claim.checks.iter().enumerate();
    let solved = checks.filter(|(_, check)| check.unknown.is_none());
    solved
        .filter_map(|(index, check)| rerun(&Bench { claim, check }, index, date))
        .collect()
}

/// An input whose figure is dated, then and now.
struct Dated<'a> {
    name: &'a str,
    series: &'a str,
    stands_for: Option<&'static str>,
    prices: Series,
    then: Cited,
    now: Cited,
}

impl Dated<'_> {
    fn given(&self, cited: &Cited) -> Given {
        Given {
            value: Range {
                from: cited.value,
                to: cited.value,
            },
            unit: cited.unit.to_owned(),
            status: cited.status,
            source: cited.source.to_owned(),
            date: cited.date.clone(),
            reference: Some(self.series.to_owned()),
            label: None,
            parameter: None,
        }
    }
}

/// In base units.
fn base(cited: &Cited) -> f64 {
    cited.value * Unit::parse(cited.unit).map_or(1.0, |unit| unit.factor())
}

/// One check on the prices of the article's date and on the newest, if there are newer ones. What a price did is the result
/// with it alone moved, less that of then; what they do together beyond the sum is the interaction.
fn rerun(bench: &Bench, check: usize, date: &str) -> Option<Rerun> {
    let names = bench.check.names();
    let dated: Vec<Dated> = names
        .iter()
        .filter_map(|name| {
            let input = bench.claim.inputs.get(*name)?;
            let series = input.series.as_ref()?;
            let prices = catalogue::series(series)?;
            let (then, now) = (prices.at(date)?, prices.newest()?);
            Some(Dated {
                name,
                series,
                stands_for: input.series_for,
                prices,
                then,
                now,
            })
        })
        .collect();
    let newest = dated
        .iter()
        .filter_map(|entry| entry.now.date.clone())
        .max()
        .filter(|newest| newest.as_str() > date)?;
    let unit = bench.unit();
    let factor = unit.as_ref().map_or(1.0, Unit::factor);
    let at = |instead: Instead| {
        let found = bench.compute(instead, None).ok();
        found.map(|found| found.value / factor)
    };
    let standing = |value: Option<f64>| {
        let value = value? * factor;
        Some(holds(bench.figure()?, bench.check.tolerance, value, value))
    };
    let values = |pick: fn(&Dated) -> f64| -> Vec<(&str, f64)> {
        dated
            .iter()
            .map(|entry| (entry.name, pick(entry)))
            .collect()
    };
    let (then, now) = (
        values(|entry| base(&entry.then)),
        values(|entry| base(&entry.now)),
    );
    let (before, after) = (at(&then), at(&now));
    let mut moves: Vec<Move> = dated
        .iter()
        .enumerate()
        .map(|(moved, entry)| {
            let mut instead = then.clone();
            instead[moved] = now[moved];
            Move {
                input: entry.name.to_owned(),
                price: entry.prices.price,
                chip: entry.prices.chip,
                stands_for: entry.stands_for,
                from: entry.then.value,
                to: entry.now.value,
                unit: entry.then.unit.to_owned(),
                effect: at(&instead).zip(before).map(|(moved, then)| moved - then),
            }
        })
        .collect();
    let size = |entry: &Move| entry.effect.unwrap_or(0.0).abs();
    moves.sort_by(|a, b| size(b).total_cmp(&size(a)));
    let alone: Option<f64> = moves.iter().map(|entry| entry.effect).sum();
    let inputs = |pick: fn(&Dated) -> Given| -> BTreeMap<String, Given> {
        dated
            .iter()
            .map(|entry| (entry.name.to_owned(), pick(entry)))
            .collect()
    };
    Some(Rerun {
        check,
        unit: unit.map_or_else(String::new, |unit| unit.to_string()),
        article: at(&[]),
        then: Moment {
            date: date.to_owned(),
            inputs: inputs(|entry| entry.given(&entry.then)),
            value: before,
            holds: standing(before),
        },
        now: Moment {
            date: newest,
            inputs: inputs(|entry| entry.given(&entry.now)),
            value: after,
            holds: standing(after),
        },
        moves,
        interaction: after
            .zip(before)
            .zip(alone)
            .map(|((now, then), alone)| now - then - alone),
    })
}
