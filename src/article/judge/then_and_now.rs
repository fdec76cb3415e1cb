//! A dated claim on the prices of its day and on the newest.

use super::bench::{Bench, Instead};
use super::fit::holds;
use crate::article::catalogue::{self, Cited, Series};
use crate::article::format::Claim;
use crate::article::report::{Given, Moment, Move, Range, Rerun};
use crate::printed::unit::{Unit, same_but_for_gpus};

/// Then and now, for every check with an input that has a series.
pub(super) fn reruns(claim: &Claim, date: &str) -> Vec<Rerun> {
    let checks = claim.checks.iter().enumerate();
    let solved = checks.filter(|(_, check)| check.unknown.is_none());
    solved
        .filter_map(|(index, check)| rerun(&Bench { claim, check }, index, date))
        .collect()
}

/// An input whose figure is dated, then and now.
pub(super) struct Dated<'a> {
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
pub(super) fn base(cited: &Cited) -> f64 {
    cited.value * Unit::parse(cited.unit).map_or(1.0, |unit| unit.factor())
}

/// The inputs of a check that have a series, which has a price of the day.
fn dated_inputs<'a>(bench: &Bench<'a>, date: &str) -> Vec<Dated<'a>> {
    let dated = |name: &'a str| {
        let input = bench.claim.inputs.get(name)?;
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
    };
    bench.check.names().into_iter().filter_map(dated).collect()
}

/// One check on the prices of the article's date and on the newest, if there are newer ones. What a price did is the result
/// with it alone moved, less that of then; what they do together beyond the sum is the interaction.
pub(super) fn rerun(bench: &Bench, check: usize, date: &str) -> Option<Rerun> {
    let dated = dated_inputs(bench, date);
    let newest = dated
        .iter()
        .filter_map(|entry| entry.now.date.clone())
        .max()
        .filter(|newest| newest.as_str() > date)?;
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
    let dimension = bench.dimension()?;
    let size = bench.compute(&then, None).map_or(0.0, |found| found.value);
    let (factor, unit) = bench.told_in(size, size, &dimension);
    let at = |instead: Instead| {
        let found = bench.compute(instead, None).ok();
        found.map(|found| found.value / factor)
    };
    let (before, after) = (at(&then), at(&now));
    let moves = moves(&dated, |moved| {
        let mut instead = then.clone();
        instead[moved] = now[moved];
        Some(at(&instead)? - before?)
    });
    let alone: Option<f64> = moves.iter().map(|entry| entry.effect).sum();
    let figure = bench
        .figure()
        .filter(|figure| same_but_for_gpus(&figure.unit.dimension(), &dimension));
    let moment = |date: String, price: fn(&Dated) -> Given, value: Option<f64>| Moment {
        date,
        inputs: dated
            .iter()
            .map(|entry| (entry.name.to_owned(), price(entry)))
            .collect(),
        value,
        holds: value.zip(figure).map(|(value, figure)| {
            let value = value * factor;
            holds(figure, bench.check.tolerance, value, value)
        }),
    };
    Some(Rerun {
        check,
        unit,
        article: at(&[]),
        then: moment(date.to_owned(), |entry| entry.given(&entry.then), before),
        now: moment(newest, |entry| entry.given(&entry.now), after),
        moves,
        interaction: after
            .zip(before)
            .zip(alone)
            .map(|((now, then), alone)| now - then - alone),
    })
}

/// What each price did, the greatest effect first.
fn moves(dated: &[Dated], effect: impl Fn(usize) -> Option<f64>) -> Vec<Move> {
    let moves = dated.iter().enumerate().map(|(moved, entry)| Move {
        input: entry.name.to_owned(),
        price: entry.prices.price,
        chip: entry.prices.chip,
        stands_for: entry.stands_for,
        from: entry.then.value,
        to: entry.now.value,
        unit: entry.then.unit.to_owned(),
        effect: effect(moved),
    });
    let mut moves: Vec<Move> = moves.collect();
    let size = |entry: &Move| entry.effect.unwrap_or(0.0).abs();
    moves.sort_by(|a, b| size(b).total_cmp(&size(a)));
    moves
}
