//! Chips against each other: what a unit of performance costs.

use super::ownership::Ownership;
use super::{Answer, Calculator, Description, HOURS_PER_YEAR, List, Text, quotient};
use crate::catalog::{self, ARTICLE_CHIPS, Chip, Figure, Metric, Sparsity, article};
use crate::error::{CalculatorError, FieldCode};
use crate::reader::Reader;
use crate::table::{
    self, Found, Group, Parameter, Parameters, choices, details, named, parameters,
};
use crate::value::Value;

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
/// assert!((answer.details.rows[1].index.unwrap() - 0.90).abs() < 1e-9);
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
            .default(0.078)
            .source("eia-epa-2023")
            .low(0.0575, "eia-epa-2023")
            .high(0.3528, "eia-epa-2023")
            .window(0.0, 0.4)
            .smallest(0.005)
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
        price: Option<f64> = Parameter::money().bounds(0.0, 1e7).smallest(100.0);
        /// Power of one chip.
        power_w: Option<f64> = Parameter::number().unit("W").bounds(0.0, 1e5);
        /// Performance in the metric's unit.
        performance: Option<f64> = Parameter::number().bounds(1e-9, 1e12);
    }
}

details! {
    /// A chip that has the figures.
    pub struct Row {
        /// The chip's id
        id: String,
        /// The chip's name
        name: String,
        /// Price of one chip, USD
        price: Option<f64>,
        /// Power of one chip, W
        power_w: Option<f64>,
        /// Performance in the metric's unit
        performance: f64,
        /// dense or sparse, for FLOPS
        sparsity: Option<&'static str>,
        /// What the performance is set against: USD, or W by power
        cost: f64,
        /// Cost over performance
        cost_per_unit: f64,
        /// That over the baseline's; lower is better; null without a baseline
        index: Option<f64>,
        /// 1 − 1/index: how much better the baseline is; null without a baseline
        gain: Option<f64>,
        /// Price at which the index would be 1, USD; null by power, without a baseline, or where
        /// energy alone costs more
        price_to_match: Option<f64>,
        /// No other chip performs at least as well for at most the same cost
        pareto: bool,
        /// What to know before trusting the figures
        warning: Option<&'static str>,
        /// Source id of the price; null for the caller's own
        price_source: Option<&'static str>,
        /// measured, published, estimated or article
        price_status: Option<&'static str>,
        /// Source id of the performance; null for the caller's own
        performance_source: Option<&'static str>,
        /// measured, published, estimated or article
        performance_status: Option<&'static str>,
        /// How it was measured
        performance_detail: Option<&'static str>,
    }
}

details! {
    /// A chip that lacks a figure.
    pub struct Missing {
        /// The chip's id
        id: String,
        /// The chip's name
        name: String,
        /// What is missing
        reason: Gap,
    }
}

details! {
    /// The comparison.
    pub struct Details {
        /// What counts as performance
        metric: Metric,
        /// The metric's unit
        unit: &'static str,
        /// dense, sparse or mixed, for FLOPS
        sparsity: Option<&'static str>,
        /// Dense and sparse FLOPS stand side by side: only the article's preset does that
        mixed: bool,
        /// What a unit of performance is set against
        basis: Basis,
        /// Id of the chip whose index is 1
        baseline: String,
        /// The chips that have the figures, in the order given
        rows: Vec<Row>,
        /// The chips that lack one
        missing: Vec<Missing>,
    }
}

/// The input of a comparison, defaults filled in.
#[derive(Debug, Clone, PartialEq)]
pub struct Request {
    /// What is compared, and the energy that counts beside the price.
    pub parameters: Input,
    /// Id of the chip whose index is 1.
    pub baseline: String,
    /// The chips.
    pub chips: Chips,
}

/// Which chips are compared.
#[derive(Debug, Clone, PartialEq)]
pub enum Chips {
    /// Those of the catalogue that have a price.
    Catalogue,
    /// Those of the article, with its figures.
    Article,
    /// These.
    Given(Vec<GivenChip>),
}

/// What an input says of a chip.
#[derive(Debug, Clone, PartialEq)]
pub struct GivenChip {
    /// An id of the catalogue, or a new one.
    pub id: String,
    /// A name to show.
    pub name: Option<String>,
    /// dense or sparse.
    pub sparsity: Option<String>,
    /// Figures of its own.
    pub figures: ChipFigures,
}

#[cfg(feature = "serde")]
mod ser {
    use super::{ChipFigures, Chips, GivenChip, Input, Request};
    use crate::serialize::{Echo, SerializeFields, given};
    use crate::table::Parameters;
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    impl Serialize for Request {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("Request", Input::COUNT + 2)?;
            self.parameters.serialize_fields(&mut to)?;
            to.serialize_field("baseline", &self.baseline)?;
            match &self.chips {
                Chips::Catalogue => {}
                Chips::Article => to.serialize_field("preset", "article")?,
                Chips::Given(chips) => to.serialize_field("chips", chips)?,
            }
            to.end()
        }
    }

    impl Serialize for GivenChip {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("Chip", ChipFigures::COUNT + 3)?;
            to.serialize_field("id", &self.id)?;
            given(&mut to, "name", self.name.as_ref())?;
            given(&mut to, "sparsity", self.sparsity.as_ref())?;
            let values = &self.figures.values();
            let table = ChipFigures::TABLE;
            Echo { table, values }.serialize_given(&mut to)?;
            to.end()
        }
    }
}

const CHIPS: List = List {
    name: "chips",
    doc: "Ids of the catalogue, or chips with figures of their own; without it every chip of the \
        catalogue that has a price",
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
pub(crate) struct Candidate {
    pub id: String,
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
        let own = ChipFigures::default();
        Self::new(chip.id, None, Some(chip), &own, metric)
    }

    fn of_given(given: &GivenChip, metric: Metric) -> Self {
        let chip = catalog::chip(&given.id);
        Self::new(
            &given.id,
            given.name.as_deref(),
            chip,
            &given.figures,
            metric,
        )
    }

    fn new(
        id: &str,
        name: Option<&str>,
        chip: Option<&'static Chip>,
        own: &ChipFigures,
        metric: Metric,
    ) -> Self {
        let power = chip.and_then(|chip| chip.power_w.as_ref());
        let performance = chip.and_then(|chip| chip.figure(metric));
        Candidate {
            id: id.to_owned(),
            name: name.or(chip.map(|chip| chip.name)).unwrap_or(id).to_owned(),
            price: Known::or_catalogue(own.price, chip.and_then(|chip| chip.price.as_ref())),
            power_w: own.power_w.or(power.map(|figure| figure.value)),
            performance: Known::or_catalogue(own.performance, performance),
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

    /// Its figures, whoever's they are.
    pub fn figures(&self) -> ChipFigures {
        ChipFigures {
            price: self.price.value,
            power_w: self.power_w,
            performance: self.performance.value,
        }
    }
}

impl ChipFigures {
    /// Those of the catalogue alone.
    #[cfg(feature = "analysis")]
    pub(crate) fn of_catalogue(id: &str, metric: Metric) -> Self {
        Candidate::new(id, None, catalog::chip(id), &Self::default(), metric).figures()
    }

    /// What the performance is set against, and the performance; or what is missing for it.
    fn cost(&self, input: &Input) -> Result<(f64, f64), Gap> {
        let performance = self.performance.ok_or(Gap::NoFigure)?;
        let price = self.price.ok_or(Gap::NoPrice);
        let power = self.power_w.ok_or(Gap::NoPower);
        let cost = match input.basis {
            Basis::Price => price?,
            Basis::Power => power?,
            Basis::PriceAndEnergy => price? + energy_cost(power?, input),
        };
        Ok((cost, performance))
    }

    /// Cost over performance, as that of a baseline: nothing where it is no measure.
    pub(crate) fn reference(&self, input: &Input) -> Option<f64> {
        let (cost, performance) = self.cost(input).ok()?;
        Some(cost / performance).filter(|reference| *reference > 0.0)
    }

    /// The chip against a baseline's cost over performance; or what is missing for it.
    pub(crate) fn against(&self, reference: Option<f64>, input: &Input) -> Result<Standing, Gap> {
        let (cost, performance) = self.cost(input)?;
        let per_unit = cost / performance;
        let index = reference.and_then(|reference| quotient(per_unit, reference));
        let gain = index
            .and_then(|index| quotient(1.0, index))
            .map(|inverse| 1.0 - inverse);
        let besides = match input.basis {
            Basis::Price => Some(0.0),
            Basis::Power => None,
            Basis::PriceAndEnergy => self.power_w.map(|power_w| energy_cost(power_w, input)),
        };
        let price_to_match = reference
            .zip(besides)
            .map(|(reference, besides)| reference * performance - besides)
            .filter(|price| *price >= 0.0);
        Ok(Standing {
            cost,
            performance,
            per_unit,
            index,
            gain,
            price_to_match,
        })
    }
}

/// A chip against the baseline.
pub(crate) struct Standing {
    pub cost: f64,
    performance: f64,
    pub per_unit: f64,
    pub index: Option<f64>,
    pub gain: Option<f64>,
    pub price_to_match: Option<f64>,
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
fn chip_row(row: &mut Reader, taken: &mut Vec<String>, metric: Metric) -> GivenChip {
    let given = GivenChip {
        id: row.id(taken),
        name: row.text("name"),
        figures: row.parameters(ChipFigures::default()),
        sparsity: row.text("sparsity"),
    };
    let performance = given.figures.performance;
    match (metric.sparsity(), given.sparsity.as_deref()) {
        (Some(_), None) if performance.is_some() && row.get("sparsity").is_none() => {
            row.reject("sparsity", FieldCode::Missing, Value::Null);
        }
        (_, Some(word)) if word != "dense" && word != "sparse" => {
            row.reject("sparsity", FieldCode::UnknownChoice, word);
        }
        (Some(asked), Some(word)) if asked.as_str() != word => {
            row.reject("sparsity", FieldCode::MixedSparsity, word);
        }
        _ => {}
    }
    if catalog::chip(&given.id).is_none() && performance.is_none() && !given.id.is_empty() {
        row.reject("id", FieldCode::UnknownChip, given.id.as_str());
    }
    given
}

/// The chips an input asks for.
fn candidates(chips: &Chips, metric: Metric) -> Vec<Candidate> {
    match chips {
        Chips::Article => Candidate::of_article(),
        Chips::Catalogue => catalog::chips()
            .iter()
            .filter(|chip| chip.price.is_some())
            .map(|chip| Candidate::of_catalogue(chip, metric))
            .collect(),
        Chips::Given(given) => given
            .iter()
            .map(|given| Candidate::of_given(given, metric))
            .collect(),
    }
}

impl Calculator for PricePerformance {
    const DESCRIPTION: Description = Description {
        name: "pricePerformance",
        about: "AI chips against each other: what a unit of performance costs by price, by power, \
            or by price and energy.",
        element: "chip-price-performance",
        parameters: Input::TABLE,
        texts: &[Text {
            name: "baseline",
            doc: "Id of the chip whose index is 1; h200-sxm, or the first of the list, unless \
                given",
            required: false,
            words: None,
        }],
        lists: &[CHIPS],
        nested: &[],
        fields: &[],
        outputs: &[],
        details: <Details as table::Details>::PART.members,
        presets: PRESETS,
    };

    type Answer = Answer<(), Details, Request>;

    fn run(input: &Value) -> Result<Self::Answer, CalculatorError> {
        let mut reader = Reader::new(input);
        let (request, candidates) = Request::read(&mut reader);
        reader.finish()?;
        Ok(Answer {
            results: (),
            details: compare(&candidates, &request),
            input: request,
        })
    }

    /// None: what it returns is a row for each chip.
    fn result(input: &Value, _: &str) -> Result<Option<Found>, CalculatorError> {
        Self::run(input).map(|_| None)
    }
}

impl Request {
    /// Reads an untrusted input, and finds the figures of its chips.
    pub(crate) fn read(reader: &mut Reader) -> (Self, Vec<Candidate>) {
        let article = reader.preset_name(PRESETS).is_some();
        let parameters = reader.parameters(Input::default());
        let metric = parameters.metric;
        let mut taken = Vec::new();
        let given = reader.list(CHIPS.name, CHIPS.ids, |row| {
            chip_row(row, &mut taken, metric)
        });
        let chips = match given {
            Some(given) => Chips::Given(given),
            None if article => Chips::Article,
            None => Chips::Catalogue,
        };
        if chips == Chips::Article && metric != DEFAULT_METRIC {
            // The article compares FP8 alone.
            reader.reject("metric", FieldCode::UnknownChoice, metric.as_str());
        }
        let candidates = candidates(&chips, metric);
        let baseline = reader.text("baseline");
        if let Some(id) = &baseline
            && !candidates.iter().any(|candidate| candidate.id == *id)
        {
            reader.reject("baseline", FieldCode::UnknownChip, id.as_str());
        }
        let baseline = baseline.unwrap_or_else(|| default_baseline(&candidates, &parameters));
        let request = Request {
            parameters,
            baseline,
            chips,
        };
        (request, candidates)
    }
}

/// H200 where it can be compared, else the first chip that can.
fn default_baseline(candidates: &[Candidate], input: &Input) -> String {
    let fit = |candidate: &&Candidate| candidate.figures().cost(input).is_ok();
    candidates
        .iter()
        .filter(fit)
        .find(|candidate| candidate.id == DEFAULT_BASELINE)
        .or_else(|| candidates.iter().find(fit))
        .or_else(|| candidates.first())
        .map(|candidate| candidate.id.clone())
        .unwrap_or_default()
}

fn compare(candidates: &[Candidate], request: &Request) -> Details {
    let input = &request.parameters;
    let baseline = candidates
        .iter()
        .find(|candidate| candidate.id == request.baseline);
    let reference = baseline.and_then(|baseline| baseline.figures().reference(input));
    let mut compared = Vec::new();
    let mut missing = Vec::new();
    for candidate in candidates {
        match candidate.figures().against(reference, input) {
            Ok(standing) => compared.push((candidate, standing)),
            Err(reason) => missing.push(Missing {
                id: candidate.id.clone(),
                name: candidate.name.clone(),
                reason,
            }),
        }
    }
    let row = |(candidate, standing): &(&Candidate, Standing)| {
        let &Standing {
            cost, performance, ..
        } = standing;
        let dominated = compared.iter().any(|(_, other)| {
            other.cost <= cost
                && other.performance >= performance
                && (other.cost < cost || other.performance > performance)
        });
        Row {
            id: candidate.id.clone(),
            name: candidate.name.clone(),
            price: candidate.price.value,
            power_w: candidate.power_w,
            performance,
            sparsity: candidate.sparsity.map(Sparsity::as_str),
            cost,
            cost_per_unit: standing.per_unit,
            index: standing.index,
            gain: standing.gain,
            price_to_match: standing.price_to_match,
            pareto: !dominated,
            warning: candidate.warning,
            price_source: candidate.price.source,
            price_status: candidate.price.status,
            performance_source: candidate.performance.source,
            performance_status: candidate.performance.status,
            performance_detail: candidate.performance.detail,
        }
    };
    let mixed = request.chips == Chips::Article;
    Details {
        metric: input.metric,
        unit: input.metric.unit(),
        sparsity: if mixed {
            Some("mixed")
        } else {
            input.metric.sparsity().map(Sparsity::as_str)
        },
        mixed,
        basis: input.basis,
        baseline: request.baseline.clone(),
        rows: compared.iter().map(row).collect(),
        missing,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Record;

    fn run(input: Record) -> Details {
        PricePerformance::run(&input.into()).unwrap().details
    }

    fn row<'a>(answer: &'a Details, id: &str) -> &'a Row {
        answer.rows.iter().find(|row| row.id == id).unwrap()
    }

    #[test]
    fn the_article_gets_its_index_by_mixing() {
        let answer = run(Record::new().with("preset", "article"));
        assert!(answer.mixed);
        assert!((row(&answer, "h100-sxm").index.unwrap() - 1.8).abs() < 1e-12);
        assert!((row(&answer, "h100-sxm").gain.unwrap() - 0.444_444).abs() < 1e-6);
        assert!((row(&answer, "mi300x").index.unwrap() - 1.3).abs() < 1e-12);
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
            let price = row(&run(input(33_750.0)), "h100-sxm")
                .price_to_match
                .unwrap();
            let index = row(&run(input(price)), "h100-sxm").index.unwrap();
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
        assert_eq!(answer.missing[0].reason, Gap::NoFigure);
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
        let cost = row(&answer, "mine").cost;
        assert!((cost - 1000.0 - energy).abs() < 1e-9, "{cost}");
        let per_unit = row(&answer, "mine").cost_per_unit;
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
            assert_eq!(row(&answer, id).pareto, expected, "{id}");
        }
    }

    #[test]
    fn a_baseline_for_nothing_gives_no_index() {
        let answer = run(of([chip("free", 0.0, 1.0), chip("paid", 1.0, 1.0)]));
        for id in ["free", "paid"] {
            let Row {
                index,
                gain,
                price_to_match,
                ..
            } = row(&answer, id);
            assert_eq!((*index, *gain, *price_to_match), (None, None, None), "{id}");
        }
    }

    #[test]
    fn a_dense_figure_among_dense_ones_is_right() {
        let answer = run(of([chip("mine", 1000.0, 50.0)]));
        assert_eq!(row(&answer, "mine").index.unwrap(), 1.0);
    }

    #[test]
    fn without_a_list_every_chip_with_a_price_is_compared() {
        let answer = run(Record::new());
        assert!(answer.rows.len() > 3, "{}", answer.rows.len());
        assert!(!answer.mixed);
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
