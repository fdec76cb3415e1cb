//! Chips against each other: what a unit of performance costs.

use super::ownership::Ownership;
use super::{
    Calculator, Description, HOURS_PER_YEAR, List, Member, Shape, Text, belonging, labelled,
    member, quotient,
};
use crate::answer::{Answer, Spelled};
use crate::catalog::{self, ARTICLE_CHIPS, Chip, Figure, Metric, Sparsity, article};
use crate::error::{CalculatorError, FieldCode};
use crate::input::Reader;
use crate::table::{Choice, Group, Parameter, Parameters, choices, echo_given, named, parameters};
use crate::value::Value;
use alloc::string::String;
use alloc::vec::Vec;

/// What a unit of performance costs, chip by chip.
///
/// Cost per unit = cost / performance, with the purchase price, the power or the price and some
/// years' energy as cost; index = that over the baseline's, lower is better; gain = 1 − 1 / index.
///
/// ```
/// use chip_calculators::calculators::{Calculator, price_performance::PricePerformance};
/// use chip_calculators::value::{Record, Value};
/// // H100 at 33,750 USD against H200 at 37,500: dense for dense the older chip costs less per FLOPS.
/// let chip = |id: &'static str, price: f64| {
///     Value::from(Record::new().with("id", id).with("price", price))
/// };
/// let chips = vec![chip("h200-sxm", 37_500.0), chip("h100-sxm", 33_750.0)];
/// let answer = PricePerformance::run(&Record::new().with("chips", chips).into()).unwrap();
/// let Some(Value::List(rows)) = answer.at(&["rows"]) else { panic!() };
/// let index = rows[1].at(&["index"]).and_then(Value::as_number).unwrap();
/// assert!((index - 0.90).abs() < 1e-9);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct PricePerformance;

choices! {
    /// What a unit of performance is set against.
    pub enum Basis {
        /// The purchase price.
        Price = "price",
        /// The chip's power.
        Power = "power",
        /// The purchase price and some years' electricity.
        PriceAndEnergy = "priceAndEnergy",
    }
}

choices! {
    /// Why a chip is in the list but not in the comparison.
    pub enum Gap {
        /// No source gives the metric for this chip.
        NoFigure = "noFigure",
        /// No source gives a price.
        NoPrice = "noPrice",
        /// No source gives the power.
        NoPower = "noPower",
    }
}

const DEFAULT_METRIC: Metric = Metric::Fp8Dense;
const DEFAULT_BASELINE: &str = "h200-sxm";

parameters! {
    /// What is compared, and the energy that counts beside the price.
    pub struct Input {
        /// What counts as performance.
        metric: Metric = Parameter::choice::<Metric>()
            .default_word(DEFAULT_METRIC.as_str())
            .group(Group::Performance)
            .basic();
        /// What a unit of performance is set against.
        basis: Basis = Parameter::choice::<Basis>()
            .group(Group::Performance)
            .basic();
        /// Years of energy that count beside the price.
        years: u32 = Parameter::integer()
            .unit("a")
            .bounds(1.0, 30.0)
            .default(article("cluster.years"))
            .source("seed-article")
            .window(1.0, 10.0)
            .group(Group::Finance);
        /// Price of electricity.
        electricity_price: f64 = Parameter::money()
            .unit("USD/kWh")
            .bounds(0.0, 10.0)
            .default(0.0806)
            .source("eia-epa-2023")
            .low(0.0575, "eia-epa-2023")
            .high(0.3528, "eia-epa-2023")
            .window(0.0, 0.4)
            .step(0.005)
            .group(Group::Energy);
        /// Power usage effectiveness: facility power over IT power.
        pue: f64 = named(Ownership::TABLE, "pue");
        /// Part of its power a chip draws when nothing runs.
        idle_power_fraction: f64 = named(Ownership::TABLE, "idlePowerFraction");
        /// Part of the hours of a year in which the chip works.
        utilization: f64 = named(Ownership::TABLE, "utilization");
    }
}

parameters! {
    /// A chip's own figures, which go before those of the catalogue.
    pub struct ChipFigures {
        /// Price of one chip.
        price: Option<f64> = Parameter::money().bounds(0.0, 1e7).step(100.0);
        /// Power of one chip.
        power_w: Option<f64> = Parameter::number().unit("W").bounds(0.0, 1e5);
        /// Performance in the metric's unit.
        performance: Option<f64> = Parameter::number().bounds(1e-9, 1e12);
    }
}

const ROW: &[Member] = &[
    member("id", Shape::Text, "The chip's id"),
    member("name", Shape::Text, "The chip's name"),
    member("price", Shape::Option, "Price of one chip, USD"),
    member("powerW", Shape::Option, "Power of one chip, W"),
    member(
        "performance",
        Shape::Number,
        "Performance in the metric's unit",
    ),
    member(
        "sparsity",
        Shape::OptionalText,
        "dense or sparse, for FLOPS",
    ),
    member(
        "cost",
        Shape::Number,
        "What the performance is set against: USD, or W by power",
    ),
    member("costPerUnit", Shape::Number, "Cost over performance"),
    member(
        "index",
        Shape::Option,
        "That over the baseline's; lower is better; null without a baseline",
    ),
    member(
        "gain",
        Shape::Option,
        "1 − 1/index: how much better the baseline is; null without a baseline",
    ),
    member(
        "priceToMatch",
        Shape::Option,
        "Price at which the index would be 1, USD; null by power, without a baseline, or where energy alone costs more",
    ),
    member(
        "pareto",
        Shape::Bool,
        "No other chip performs at least as well for at most the same cost",
    ),
    member(
        "warning",
        Shape::OptionalText,
        "What to know before trusting the figures",
    ),
    member(
        "priceSource",
        Shape::OptionalText,
        "Source id of the price; null for the caller's own",
    ),
    member(
        "priceStatus",
        Shape::OptionalText,
        "measured, published, estimated or article",
    ),
    member(
        "performanceSource",
        Shape::OptionalText,
        "Source id of the performance; null for the caller's own",
    ),
    member(
        "performanceStatus",
        Shape::OptionalText,
        "measured, published, estimated or article",
    ),
    member(
        "performanceDetail",
        Shape::OptionalText,
        "How it was measured",
    ),
];

const MISSING: &[Member] = &[
    member("id", Shape::Text, "The chip's id"),
    member("name", Shape::Text, "The chip's name"),
    member(
        "reason",
        Shape::Choice(<Gap as Choice>::NAMES),
        "What is missing",
    ),
];

const DETAILS: &[Member] = &[
    member(
        "metric",
        Shape::Choice(<Metric as Choice>::NAMES),
        "What counts as performance",
    ),
    member("unit", Shape::Text, "The metric's unit"),
    member(
        "sparsity",
        Shape::OptionalText,
        "dense, sparse or mixed, for FLOPS",
    ),
    member(
        "mixed",
        Shape::Bool,
        "Dense and sparse FLOPS stand side by side: only the article's preset does that",
    ),
    member(
        "basis",
        Shape::Choice(<Basis as Choice>::NAMES),
        "What a unit of performance is set against",
    ),
    member("baseline", Shape::Text, "Id of the chip whose index is 1"),
    member(
        "rows",
        Shape::List(ROW),
        "The chips that have the figures, in the order given",
    ),
    member("missing", Shape::List(MISSING), "The chips that lack one"),
];

const CHIPS: List = List {
    name: "chips",
    doc: "Ids of the catalogue, or chips with figures of their own; without it every chip of the catalogue that has a price",
    texts: &[
        Text {
            name: "id",
            doc: "An id of the catalogue, or a new one",
            required: true,
            words: None,
        },
        Text {
            name: "name",
            doc: "A name to show",
            required: false,
            words: None,
        },
        Text {
            name: "sparsity",
            doc: "dense or sparse: required with a FLOPS figure of one's own",
            required: false,
            words: Some(&["dense", "sparse"]),
        },
    ],
    parameters: ChipFigures::TABLE,
    ids: true,
    fields: &[],
};

const PRESETS: &[&str] = &["article"];
const ARTICLE_SOURCE: &str = "seed-article";

/// A chip as it is compared.
#[derive(Debug, Clone)]
struct Candidate {
    id: String,
    name: String,
    price: Known,
    power_w: Option<f64>,
    performance: Known,
    sparsity: Option<Sparsity>,
    warning: Option<&'static str>,
}

/// A figure, and where it is from.
#[derive(Debug, Clone, Copy, Default)]
struct Known {
    value: Option<f64>,
    source: Option<&'static str>,
    status: Option<&'static str>,
    detail: Option<&'static str>,
}

impl Known {
    /// The caller's own figure before that of the catalogue.
    fn or_catalogue(own: Option<f64>, figure: Option<&Figure>) -> Self {
        match (own, figure) {
            (Some(value), _) => Known {
                value: Some(value),
                ..Known::default()
            },
            (None, Some(figure)) => Known {
                value: Some(figure.value),
                source: Some(figure.source),
                status: Some(figure.status.as_str()),
                detail: figure.detail,
            },
            (None, None) => Known::default(),
        }
    }

    fn of_article(value: f64) -> Self {
        Known {
            value: Some(value),
            source: Some(ARTICLE_SOURCE),
            status: Some(catalog::Status::Article.as_str()),
            detail: None,
        }
    }
}

impl Candidate {
    fn of_catalogue(chip: &'static Chip, metric: Metric) -> Self {
        Self::new(
            chip.id.into(),
            None,
            Some(chip),
            &ChipFigures::default(),
            metric,
        )
    }

    fn new(
        id: String,
        name: Option<String>,
        chip: Option<&'static Chip>,
        own: &ChipFigures,
        metric: Metric,
    ) -> Self {
        Candidate {
            name: name.unwrap_or_else(|| chip.map_or_else(|| id.clone(), |chip| chip.name.into())),
            id,
            price: Known::or_catalogue(own.price, chip.and_then(|chip| chip.price.as_ref())),
            power_w: own.power_w.or_else(|| {
                chip.and_then(|chip| chip.power_w.as_ref())
                    .map(|figure| figure.value)
            }),
            performance: Known::or_catalogue(
                own.performance,
                chip.and_then(|chip| chip.figure(metric)),
            ),
            sparsity: metric.sparsity(),
            warning: chip.and_then(|chip| chip.warning),
        }
    }

    fn of_article() -> Vec<Self> {
        ARTICLE_CHIPS
            .iter()
            .map(|chip| Candidate {
                id: chip.id.into(),
                name: chip.name.into(),
                price: Known::of_article(chip.price),
                power_w: catalog::chip(chip.id).and_then(|chip| Some(chip.power_w.as_ref()?.value)),
                performance: Known::of_article(chip.performance),
                sparsity: Some(chip.sparsity),
                warning: None,
            })
            .collect()
    }

    /// What the performance is set against, or what is missing for it.
    fn cost(&self, input: &Input) -> Result<(f64, f64), Gap> {
        let performance = self.performance.value.ok_or(Gap::NoFigure)?;
        let price = self.price.value.ok_or(Gap::NoPrice);
        let power = self.power_w.ok_or(Gap::NoPower);
        let cost = match input.basis {
            Basis::Price => price?,
            Basis::Power => power?,
            Basis::PriceAndEnergy => price? + energy_cost(power?, input),
        };
        Ok((cost, performance))
    }
}

/// Price of a chip's electricity over the years, undiscounted, USD.
fn energy_cost(power_w: f64, input: &Input) -> f64 {
    let load = input.idle_power_fraction + (1.0 - input.idle_power_fraction) * input.utilization;
    power_w / 1000.0
        * input.pue
        * HOURS_PER_YEAR
        * load
        * input.electricity_price
        * f64::from(input.years)
}

/// One row of the list: a catalogue id, or a chip with figures of its own.
fn chip_row(row: &mut Reader, taken: &mut Vec<String>, metric: Metric) -> (Candidate, Given) {
    let id = row.id(taken);
    let name = row.text("name");
    let own = row.parameters(ChipFigures::default());
    let sparsity = row.text("sparsity");
    let chip = catalog::chip(&id);

    match (metric.sparsity(), &sparsity) {
        (Some(_), None) if own.performance.is_some() && row.get("sparsity").is_none() => {
            row.reject("sparsity", FieldCode::Missing, Value::Null);
        }
        (_, Some(word)) if word != "dense" && word != "sparse" => {
            row.reject("sparsity", FieldCode::UnknownChoice, word.clone().into());
        }
        (Some(asked), Some(word)) if asked.as_str() != word => {
            row.reject("sparsity", FieldCode::MixedSparsity, word.clone().into());
        }
        _ => {}
    }
    if chip.is_none() && own.performance.is_none() && !id.is_empty() {
        row.reject("id", FieldCode::UnknownChip, id.clone().into());
    }

    let given = Given {
        name: name.clone(),
        sparsity,
        own,
    };
    (Candidate::new(id, name, chip, &own, metric), given)
}

/// What a row of the list says of a chip beside its id.
struct Given {
    name: Option<String>,
    sparsity: Option<String>,
    own: ChipFigures,
}

impl Given {
    fn write(&self, candidate: &Candidate, answer: &mut Answer) {
        answer.push("id", &candidate.id);
        for (name, text) in [("name", &self.name), ("sparsity", &self.sparsity)] {
            if let Some(text) = text {
                answer.push(name, text);
            }
        }
        echo_given(ChipFigures::TABLE, &self.own.values(), answer);
    }
}

/// The chips an input asks for, and the list as it was given.
fn chip_list(reader: &mut Reader, metric: Metric) -> Option<(Vec<Candidate>, Vec<Given>)> {
    let mut taken = Vec::new();
    let rows = reader.list("chips", CHIPS.ids, |row| chip_row(row, &mut taken, metric))?;
    Some(rows.into_iter().unzip())
}

impl Calculator for PricePerformance {
    const DESCRIPTION: Description = Description {
        name: "pricePerformance",
        about: "AI chips against each other: what a unit of performance costs by price, by power, or by price and energy.",
        element: "chip-price-performance",
        parameters: Input::TABLE,
        texts: &[Text {
            name: "baseline",
            doc: "Id of the chip whose index is 1; h200-sxm, or the first of the list, unless given",
            required: false,
            words: None,
        }],
        lists: &[CHIPS],
        groups: &[],
        fields: &[],
        outputs: &[],
        details: DETAILS,
        presets: PRESETS,
    };

    fn write(input: &Value, answer: &mut Answer) -> Result<(), CalculatorError> {
        let mut reader = Reader::new(input);
        let article = reader.preset_name(PRESETS).is_some();
        let parameters = reader.parameters(Input::default());
        let metric = parameters.metric;
        let given = chip_list(&mut reader, metric);
        let article = article && given.is_none();
        if article && metric != DEFAULT_METRIC {
            // The article compares FP8 alone.
            reader.reject("metric", FieldCode::UnknownChoice, metric.as_str().into());
        }
        let (candidates, given) = match given {
            Some(given) => given,
            None if article => (Candidate::of_article(), Vec::new()),
            None => (
                catalog::chips()
                    .iter()
                    .filter(|chip| chip.price.is_some())
                    .map(|chip| Candidate::of_catalogue(chip, metric))
                    .collect(),
                Vec::new(),
            ),
        };
        let baseline = reader.text("baseline");
        if let Some(id) = &baseline
            && !candidates.iter().any(|candidate| candidate.id == *id)
        {
            reader.reject("baseline", FieldCode::UnknownChip, id.clone().into());
        }
        reader.finish()?;

        let baseline = baseline.unwrap_or_else(|| default_baseline(&candidates, &parameters));
        compare(&candidates, &baseline, &parameters, article, answer);
        belonging(answer, |input| {
            parameters.write(input);
            input.push("baseline", &baseline);
            if article {
                input.push("preset", "article");
            } else if !given.is_empty() {
                let rows = candidates.iter().zip(&given);
                input.list("chips", rows, |row, (candidate, given)| {
                    given.write(candidate, row);
                });
            }
        });
        Ok(())
    }
}

/// H200 where it can be compared, else the first chip that can.
fn default_baseline(candidates: &[Candidate], input: &Input) -> String {
    let fit = |candidate: &&Candidate| candidate.cost(input).is_ok();
    candidates
        .iter()
        .filter(fit)
        .find(|candidate| candidate.id == DEFAULT_BASELINE)
        .or_else(|| candidates.iter().find(fit))
        .or_else(|| candidates.first())
        .map(|candidate| candidate.id.clone())
        .unwrap_or_default()
}

fn compare(
    candidates: &[Candidate],
    baseline: &str,
    input: &Input,
    article: bool,
    answer: &mut Answer,
) {
    let mut compared = Vec::new();
    let mut missing = Vec::new();
    for candidate in candidates {
        match candidate.cost(input) {
            Ok((cost, performance)) => compared.push((candidate, cost, performance)),
            Err(gap) => missing.push((candidate, gap)),
        }
    }
    let reference = compared
        .iter()
        .find(|(candidate, ..)| candidate.id == baseline)
        .map(|(_, cost, performance)| cost / performance)
        .filter(|reference| *reference > 0.0);

    let sparsity = if article {
        Some("mixed")
    } else {
        input.metric.sparsity().map(Sparsity::as_str)
    };
    labelled(
        answer,
        &DETAILS[..6],
        &[
            &input.metric.as_str(),
            &input.metric.unit(),
            &sparsity,
            &article,
            &input.basis.as_str(),
            &Spelled(baseline),
        ],
    );
    answer.list("rows", &compared, |row, &(candidate, cost, performance)| {
        let per_unit = cost / performance;
        let index = reference.and_then(|reference| quotient(per_unit, reference));
        let dominated = compared.iter().any(|&(_, other_cost, other_performance)| {
            other_cost <= cost
                && other_performance >= performance
                && (other_cost < cost || other_performance > performance)
        });
        let besides = match input.basis {
            Basis::Price => Some(0.0),
            Basis::Power => None,
            Basis::PriceAndEnergy => candidate.power_w.map(|power_w| energy_cost(power_w, input)),
        };
        let price_to_match = reference
            .zip(besides)
            .map(|(reference, besides)| reference * performance - besides)
            .filter(|price| *price >= 0.0);
        let gain = index
            .and_then(|index| quotient(1.0, index))
            .map(|inverse| 1.0 - inverse);
        labelled(
            row,
            ROW,
            &[
                &candidate.id,
                &candidate.name,
                &candidate.price.value,
                &candidate.power_w,
                &performance,
                &candidate.sparsity.map(Sparsity::as_str),
                &cost,
                &per_unit,
                &index,
                &gain,
                &price_to_match,
                &!dominated,
                &candidate.warning,
                &candidate.price.source,
                &candidate.price.status,
                &candidate.performance.source,
                &candidate.performance.status,
                &candidate.performance.detail,
            ],
        );
    });
    answer.list("missing", &missing, |row, (candidate, gap)| {
        labelled(
            row,
            MISSING,
            &[&candidate.id, &candidate.name, &gap.as_str()],
        );
    });
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Record;
    use alloc::vec;

    fn run(input: Record) -> Value {
        PricePerformance::run(&input.into()).unwrap()
    }

    fn row<'a>(answer: &'a Value, id: &str) -> &'a Value {
        let Some(Value::List(rows)) = answer.at(&["rows"]) else {
            panic!("no rows")
        };
        rows.iter()
            .find(|row| row.at(&["id"]).and_then(Value::as_text) == Some(id))
            .unwrap()
    }

    fn number(row: &Value, name: &str) -> f64 {
        row.at(&[name]).and_then(Value::as_number).unwrap()
    }

    #[test]
    fn the_article_gets_its_index_by_mixing() {
        let answer = run(Record::new().with("preset", "article"));
        assert_eq!(answer.at(&["mixed"]), Some(&Value::Bool(true)));
        assert!((number(row(&answer, "h100-sxm"), "index") - 1.8).abs() < 1e-12);
        assert!((number(row(&answer, "h100-sxm"), "gain") - 0.444_444).abs() < 1e-6);
        assert!((number(row(&answer, "mi300x"), "index") - 1.3).abs() < 1e-12);
    }

    #[test]
    fn price_to_match_makes_the_index_one() {
        for basis in ["price", "priceAndEnergy"] {
            let chips = |price: f64| {
                vec![
                    Value::from(Record::new().with("id", "h200-sxm").with("price", 37_500.0)),
                    Record::new()
                        .with("id", "h100-sxm")
                        .with("price", price)
                        .into(),
                ]
            };
            let input = |price| {
                Record::new()
                    .with("basis", basis)
                    .with("chips", chips(price))
            };
            let price = number(row(&run(input(33_750.0)), "h100-sxm"), "priceToMatch");
            let index = number(row(&run(input(price)), "h100-sxm"), "index");
            assert!((index - 1.0).abs() < 1e-12);
        }
    }

    #[test]
    fn a_sparse_figure_among_dense_ones_is_an_error() {
        let chip = Record::new()
            .with("id", "mine")
            .with("price", 1000.0)
            .with("performance", 4000.0)
            .with("sparsity", "sparse");
        let input = Record::new().with("chips", vec![Value::from(chip)]);
        let error = PricePerformance::run(&input.into()).unwrap_err();
        assert_eq!(error.fields[0].code, FieldCode::MixedSparsity);
        assert_eq!(error.fields[0].path, "chips[0].sparsity");
    }

    #[test]
    fn an_unmarked_flops_figure_is_an_error() {
        let chip = Record::new()
            .with("id", "mine")
            .with("price", 1.0)
            .with("performance", 1.0);
        let input = Record::new().with("chips", vec![Value::from(chip)]);
        let error = PricePerformance::run(&input.into()).unwrap_err();
        assert_eq!(error.fields[0].code, FieldCode::Missing);
    }

    #[test]
    fn a_chip_without_the_metric_is_listed_as_such() {
        let input = Record::new()
            .with("chips", vec![Value::from("h200-sxm"), "a100-sxm-80".into()])
            .with("metric", "fp8Dense");
        let answer = run(input);
        let Some(Value::List(missing)) = answer.at(&["missing"]) else {
            panic!("no list")
        };
        assert_eq!(
            missing[0].at(&["reason"]).and_then(Value::as_text),
            Some("noFigure")
        );
    }

    fn chip(id: &'static str, price: f64, performance: f64) -> Record {
        Record::new()
            .with("id", id)
            .with("price", price)
            .with("performance", performance)
            .with("sparsity", "dense")
    }

    fn of(chips: impl IntoIterator<Item = Record>) -> Record {
        let chips: Vec<Value> = chips.into_iter().map(Value::from).collect();
        Record::new().with("chips", chips)
    }

    #[test]
    fn the_price_of_energy_is_what_one_reckons_by_hand() {
        let input = of([chip("mine", 1000.0, 50.0).with("powerW", 500.0)])
            .with("basis", "priceAndEnergy")
            .with("years", 3.0)
            .with("electricityPrice", 0.2)
            .with("pue", 1.5)
            .with("idlePowerFraction", 0.4)
            .with("utilization", 0.5);
        let answer = run(input);
        // Half a kilowatt at 0.7 of full load.
        let energy = 0.5 * 1.5 * 8760.0 * 0.7 * 0.2 * 3.0;
        let cost = number(row(&answer, "mine"), "cost");
        assert!((cost - 1000.0 - energy).abs() < 1e-9, "{cost}");
        let per_unit = number(row(&answer, "mine"), "costPerUnit");
        assert!((per_unit - (1000.0 + energy) / 50.0).abs() < 1e-9);
    }

    #[test]
    fn the_pareto_front_is_what_nothing_beats() {
        let answer = run(of([
            chip("cheap", 10.0, 10.0),
            chip("fast", 30.0, 40.0),
            chip("same as fast", 30.0, 40.0),
            chip("slower for the same", 30.0, 39.0),
            chip("dearer for the same", 31.0, 40.0),
            chip("worse in both", 12.0, 9.0),
            chip("between", 20.0, 20.0),
        ]));
        for (id, expected) in [
            ("cheap", true),
            ("fast", true),
            ("same as fast", true),
            ("slower for the same", false),
            ("dearer for the same", false),
            ("worse in both", false),
            ("between", true),
        ] {
            let pareto = row(&answer, id).at(&["pareto"]);
            assert_eq!(pareto, Some(&Value::Bool(expected)), "{id}");
        }
    }

    #[test]
    fn a_baseline_for_nothing_gives_no_index() {
        let answer = run(of([chip("free", 0.0, 1.0), chip("paid", 1.0, 1.0)]));
        for id in ["free", "paid"] {
            for name in ["index", "gain", "priceToMatch"] {
                assert_eq!(row(&answer, id).at(&[name]), Some(&Value::Null), "{name}");
            }
        }
    }

    #[test]
    fn a_dense_figure_among_dense_ones_is_right() {
        let answer = run(of([chip("mine", 1000.0, 50.0)]));
        assert_eq!(number(row(&answer, "mine"), "index"), 1.0);
    }

    #[test]
    fn without_a_list_every_chip_with_a_price_is_compared() {
        let answer = run(Record::new());
        let Some(Value::List(rows)) = answer.at(&["rows"]) else {
            panic!("no rows")
        };
        assert!(rows.len() > 3, "{}", rows.len());
        assert_eq!(answer.at(&["mixed"]), Some(&Value::Bool(false)));
    }

    #[test]
    fn a_sparsity_of_another_type_is_wrong_rather_than_missing() {
        let mine = Record::new()
            .with("id", "mine")
            .with("performance", 1.0)
            .with("sparsity", true);
        let error = PricePerformance::run(&of([mine]).into()).unwrap_err();
        let codes: Vec<_> = error.fields.iter().map(|field| field.code).collect();
        assert_eq!(codes, [FieldCode::WrongType]);
    }
}
