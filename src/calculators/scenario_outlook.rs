//! Named scenarios with probabilities: what each gives, and what they give together.

use super::{Answer, Calculator, Description, Formula, List, Text, for_each_formula, read};
use crate::catalog::ARTICLE_SCENARIOS;
use crate::error::{CalculatorError, FieldCode};
use crate::float::sqrt;
use crate::reader::Reader;
use crate::reason::Reason;
use crate::table::{
    self, Found, Kind, Member, Parameter, Parameters, Results, Shape, details, number, parameters,
    results, text,
};
use crate::value::Value;

/// Named scenarios, each with a probability and a figure.
///
/// A scenario's figure is a plain `value`, or the `output` of a `calculator` whose parameters are
/// `base` with the scenario's `overrides` over them; with neither, that of `base` itself. Expected
/// value = Σ p·x; standard deviation = √(Σ p·(x − expected)²), that of the whole distribution, not of
/// a sample.
///
/// Conventions: probabilities sum to 1 within [`SUM_TOLERANCE`], or are divided by their sum with
/// `normalize`. Where one scenario has no figure ("never" is an answer), neither do the expected value,
/// the deviation nor the range, however small its probability. Verdicts are those of the scenarios that
/// are calculated. Overrides name parameters, not presets: a preset belongs in `base`.
///
/// ```
/// use chip_calculators::calculators::{Calculator, scenario_outlook::ScenarioOutlook};
/// use chip_calculators::value::{Record, Value};
/// // The article's prices of an H200: 25,000, 33,500 and 20,000 USD at 30, 50 and 20 %.
/// let answer = ScenarioOutlook::run(&Record::new().into()).unwrap();
/// assert_eq!(answer.results.expected, Some(28_250.0));
/// // Its market values of the vendor.
/// let answer = ScenarioOutlook::run(&Record::new().with("preset", "articleMarketValue").into());
/// let expected = answer.unwrap().results.expected.unwrap();
/// assert!((expected / 2.62e12 - 1.0).abs() < 1e-12);
/// ```
#[derive(Debug, Clone, Copy)]
pub struct ScenarioOutlook;

/// How far from 1 the probabilities may sum.
pub const SUM_TOLERANCE: f64 = 1e-9;

parameters! {
    /// The numbers of a scenario.
    pub struct Figures {
        /// Its probability; any weight with `normalize`.
        probability: Option<f64> = Parameter::fraction()
            .bounds(0.0, 1e6);
        /// Its figure, where it is not calculated.
        value: Option<f64> = Parameter::number().bounds(-1e18, 1e18);
    }
}

results! {
    /// What the scenarios give together.
    pub struct Output of Outlook {
        /// Mean of the figures, weighted by probability.
        expected: Option<f64> = number("");
        /// How far the figures stray from it, the root of the mean square.
        standard_deviation: Option<f64> = number("");
        /// The least figure.
        min: Option<f64> = number("");
        /// The greatest figure.
        max: Option<f64> = number("");
    }
}

/// A calculator that scenarios can vary, without its description, which the module would carry along.
/// What it takes and gives beside its parameters and results is no part of a scenario.
#[derive(Debug, Clone, Copy)]
struct Varied {
    name: &'static str,
    parameters: &'static [Parameter],
    outputs: &'static [table::Output],
    /// The values of an untrusted input.
    read: fn(&mut Reader) -> Vec<f64>,
    /// Each of some results at some values.
    find: fn(&[f64], &[usize], &mut Vec<Found>),
}

fn find<F: Formula>(values: &[f64], outputs: &[usize], found: &mut Vec<Found>) {
    let parameters = F::Parameters::take(&mut values.iter());
    let basis = F::basis(&parameters);
    found.extend(
        outputs
            .iter()
            .map(|output| F::Results::find(&basis, *output)),
    );
}

macro_rules! varied {
    ($($name:ident $module:ident :: $type:ident;)+) => {
        const NAMES: &[&str] = &[$( stringify!($name) ),+];

        const VARIED: &[Varied] = &[$(
            Varied {
                name: stringify!($name),
                parameters: <super::$module::$type as Formula>::Parameters::TABLE,
                outputs: <super::$module::$type as Formula>::Results::TABLE,
                read: read::<super::$module::$type>,
                find: find::<super::$module::$type>,
            }
        ),+];
    };
}
for_each_formula!(varied);

const fn member(name: &'static str, shape: Shape, doc: &'static str) -> Member {
    Member {
        name,
        doc: text(doc),
        shape,
    }
}

const SCENARIOS: List = List {
    name: "scenarios",
    doc: "The scenarios; without them those of the preset, and without one the article's prices of \
        an H200",
    texts: &[
        Text {
            name: "id",
            doc: "A name for the scenario, once in the list",
            required: true,
            words: None,
        },
        Text {
            name: "name",
            doc: "A name to show",
            required: false,
            words: None,
        },
    ],
    parameters: Figures::TABLE,
    ids: false,
    fields: &[member(
        "overrides",
        Shape::Parameters,
        "Parameters of the calculator that differ from base",
    )],
};

const FIELDS: &[Member] = &[
    member(
        "base",
        Shape::Parameters,
        "Parameters of the calculator in every scenario",
    ),
    member(
        "normalize",
        Shape::Bool,
        "Divide the probabilities by their sum",
    ),
];

details! {
    /// A scenario's figure.
    pub struct Row {
        /// The scenario's id
        id: String,
        /// Its name
        name: Option<String>,
        /// Its part of 1
        probability: f64,
        /// Its figure; null where there is none
        value: Option<f64>,
        /// Why it is null
        reason: Option<&'static str>,
        /// The calculator's verdict, where it gives one
        verdict: Option<&'static str>,
    }
}

details! {
    /// How probable a verdict is.
    pub struct VerdictProbability {
        /// The verdict
        verdict: &'static str,
        /// How probable it is
        probability: f64,
    }
}

details! {
    /// The scenarios one by one.
    pub struct Details {
        /// Each scenario's figure
        scenarios: Vec<Row>,
        /// Every verdict the calculator can give; empty for one that gives none
        verdicts: Vec<VerdictProbability>,
    }
}

/// The input of an outlook, defaults filled in.
#[derive(Debug, Clone)]
pub struct Request {
    /// What the scenarios vary.
    pub model: Option<Model>,
    /// Whether the probabilities were divided by their sum.
    pub normalize: bool,
    /// The scenarios as they were given.
    pub scenarios: Vec<Scenario>,
}

#[cfg(feature = "serde")]
mod ser {
    use super::{Figures, Model, Request, Scenario};
    use crate::serialize::{Echo, given};
    use crate::table::Parameters;
    use serde::ser::{Serialize, SerializeStruct, Serializer};

    impl Serialize for Request {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("Request", 5)?;
            if let Some(model) = &self.model {
                let Model { calculator, .. } = model;
                let table = calculator.parameters;
                let values = &model.base;
                to.serialize_field("calculator", calculator.name)?;
                to.serialize_field("output", calculator.outputs[model.output].name)?;
                to.serialize_field("base", &Echo { table, values })?;
            }
            to.serialize_field("normalize", &self.normalize)?;
            to.serialize_field("scenarios", &self.scenarios)?;
            to.end()
        }
    }

    impl Serialize for Scenario {
        fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
            let mut to = serializer.serialize_struct("Scenario", 5)?;
            to.serialize_field("id", &self.id)?;
            given(&mut to, "name", self.name.as_ref())?;
            let values = &self.figures.values();
            let table = Figures::TABLE;
            Echo { table, values }.serialize_given(&mut to)?;
            given(&mut to, "overrides", self.overrides.as_ref())?;
            to.end()
        }
    }
}

const MARKET_VALUE: &str = "articleMarketValue";
const PRESETS: &[&str] = &["article", MARKET_VALUE];

/// A scenario as it is given.
#[derive(Debug, Clone, PartialEq)]
pub struct Scenario {
    /// Its name in the list.
    pub id: String,
    /// A name to show.
    pub name: Option<String>,
    /// Its probability and, where it is not calculated, its value.
    pub figures: Figures,
    /// Its value was given, fitting or not.
    valued: bool,
    /// The parameters that differ from the base: a record.
    pub(crate) overrides: Option<Value>,
}

impl Scenario {
    fn of_article(preset: Option<&str>) -> Vec<Self> {
        ARTICLE_SCENARIOS
            .iter()
            .map(|scenario| Scenario {
                id: scenario.id.into(),
                name: None,
                figures: Figures {
                    probability: Some(scenario.probability),
                    value: Some(if preset == Some(MARKET_VALUE) {
                        scenario.market_value
                    } else {
                        scenario.price
                    }),
                },
                valued: true,
                overrides: None,
            })
            .collect()
    }

    fn read(row: &mut Reader, taken: &mut Vec<String>) -> Self {
        let id = row.id(taken);
        let name = row.text("name");
        let figures = row.parameters(Figures::default());
        row.require("probability");
        let valued = row.get("value").is_some_and(|value| *value != Value::Null);
        let overrides = row.record("overrides");
        if let Some(overrides) = overrides {
            if figures.value.is_some() {
                row.reject("overrides", FieldCode::Conflict, overrides.clone());
            }
            if let Some(preset) = overrides.get("preset") {
                row.reject_given("overrides.preset", FieldCode::UnknownField, preset);
            }
        }
        Scenario {
            id,
            name,
            figures,
            valued,
            overrides: overrides.cloned().map(Value::from),
        }
    }
}

/// A calculator, the output that is looked at, and the parameters that scenarios start from.
#[derive(Debug, Clone)]
pub struct Model {
    calculator: &'static Varied,
    output: usize,
    /// The values of the calculator's parameters that scenarios start from.
    pub(crate) base: Vec<f64>,
}

/// What one scenario gives.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Figure {
    pub value: Option<f64>,
    reason: Option<&'static str>,
    pub verdict: Option<&'static str>,
}

impl Figure {
    /// One that is not calculated.
    pub(crate) fn given(value: f64) -> Self {
        Figure {
            value: Some(value),
            ..Figure::default()
        }
    }
}

impl Model {
    /// The calculator an input names, with its base computed once: so that what is wrong with the base
    /// is said once, and the overrides lie over parameters that are complete.
    fn read(reader: &mut Reader, scenarios: Option<&[Scenario]>) -> Option<Self> {
        let name = reader.text("calculator");
        let output = reader.text("output");
        let base = reader.record("base");
        let overridden = |scenario: &Scenario| scenario.overrides.is_some();
        let Some(name) = name else {
            if output.is_some()
                || base.is_some()
                || scenarios.is_some_and(|scenarios| scenarios.iter().any(overridden))
            {
                reader.require_given("calculator");
            }
            return None;
        };
        if scenarios.is_none() {
            reader.require_given(SCENARIOS.name);
        }
        let Some(calculator) = VARIED.iter().find(|varied| varied.name == name) else {
            reader.reject("calculator", FieldCode::UnknownChoice, name.as_str());
            return None;
        };
        let output = numeric_output(reader, calculator.outputs, output);
        let base = if base.is_some() {
            reader.group("base", calculator.read)
        } else {
            Some(table::defaults(calculator.parameters))
        };
        Some(Model {
            calculator,
            output: output?,
            base: base?,
        })
    }

    /// The figure of a scenario, whose overrides the reader is at.
    fn figure(&self, overrides: Option<&mut Reader>) -> Figure {
        let mut values = self.base.clone();
        if let Some(reader) = overrides {
            // Refused already: a preset belongs in `base`.
            reader.get("preset");
            reader.overlay(self.calculator.parameters, &mut values);
        }
        self.at(&values)
    }

    /// The figure at some values of the calculator's parameters.
    pub(crate) fn at(&self, values: &[f64]) -> Figure {
        let verdict = self.verdicts().map(|(output, _)| output);
        let wanted: Vec<usize> = [self.output].into_iter().chain(verdict).collect();
        let mut found = Vec::with_capacity(wanted.len());
        (self.calculator.find)(values, &wanted, &mut found);
        let mut figure = Figure::default();
        for found in found {
            match found {
                Found::Number(number) => figure.value = Some(number),
                Found::Null(reason) => figure.reason = Some(reason.as_str()),
                Found::Word(word) => figure.verdict = Some(word),
            }
        }
        figure
    }

    /// The calculator's parameters.
    #[cfg(feature = "analysis")]
    pub(crate) fn parameters(&self) -> &'static [Parameter] {
        self.calculator.parameters
    }

    /// The output that is a word, and its words.
    pub(crate) fn verdicts(&self) -> Option<(usize, &'static [&'static str])> {
        let mut outputs = self.calculator.outputs.iter().enumerate();
        outputs.find_map(|(index, output)| match output.kind {
            Kind::Choice(words) => Some((index, words)),
            _ => None,
        })
    }
}

/// The output of that name, which must be a number.
fn numeric_output(
    reader: &mut Reader,
    outputs: &'static [table::Output],
    name: Option<String>,
) -> Option<usize> {
    let Some(name) = name else {
        reader.require_given("output");
        return None;
    };
    let found = outputs
        .iter()
        .position(|output| output.name == name && output.kind.is_numeric());
    if found.is_none() {
        reader.reject("output", FieldCode::UnknownChoice, name.as_str());
    }
    found
}

/// The probabilities as parts of 1; empty where one is missing or wrong, which has been named already.
fn probabilities(reader: &mut Reader, scenarios: &[Scenario], normalize: bool) -> Vec<f64> {
    let given: Option<Vec<f64>> = scenarios
        .iter()
        .map(|scenario| scenario.figures.probability)
        .collect();
    let given = given.unwrap_or_default();
    let sum: f64 = given.iter().sum();
    let fits = if normalize {
        sum > 0.0
    } else {
        (sum - 1.0).abs() <= SUM_TOLERANCE
    };
    if !fits && !given.is_empty() {
        reader.reject(SCENARIOS.name, FieldCode::ProbabilitySum, sum);
    }
    // Divided also where the sum is 1 but for what is tolerated: else the expected value of equal
    // figures would be beside them.
    given.into_iter().map(|part| part / sum).collect()
}

/// Each scenario's figure.
fn figures(reader: &mut Reader, scenarios: &[Scenario], model: Option<&Model>) -> Vec<Figure> {
    let mut figures = Vec::with_capacity(scenarios.len());
    for (index, scenario) in scenarios.iter().enumerate() {
        let at = |field| format!("{}[{index}].{field}", SCENARIOS.name);
        let figure = match (scenario.figures.value, model) {
            (Some(value), _) => Figure::given(value),
            (None, Some(model)) => match &scenario.overrides {
                None => model.figure(None),
                Some(overrides) => reader.within(&at("overrides"), overrides, |overrides| {
                    model.figure(Some(overrides))
                }),
            },
            (None, None) => {
                // Overrides without a calculator lack that, which has been named already.
                if scenario.overrides.is_none() && !scenario.valued {
                    reader.reject(&at("value"), FieldCode::Missing, Value::Null);
                }
                Figure::default()
            }
        };
        figures.push(figure);
    }
    figures
}

/// The scenarios' figures, where each has one, and how probable they are.
#[derive(Debug)]
pub struct Outlook<'a> {
    pub(crate) probabilities: &'a [f64],
    pub(crate) figures: Option<Vec<f64>>,
}

impl Outlook<'_> {
    fn figures(&self) -> Result<&[f64], Reason> {
        self.figures.as_deref().ok_or(Reason::NotInEveryScenario)
    }

    fn mean(&self, of: &dyn Fn(f64) -> f64) -> Result<f64, Reason> {
        let weighted = self.probabilities.iter().zip(self.figures()?);
        Ok(weighted.map(|(part, figure)| part * of(*figure)).sum())
    }

    fn expected(&self) -> Result<f64, Reason> {
        // From the least one, so that equal figures give themselves.
        let min = self.min()?;
        Ok(min + self.mean(&|figure| figure - min)?)
    }

    fn standard_deviation(&self) -> Result<f64, Reason> {
        let expected = self.expected()?;
        let variance = self.mean(&|figure| (figure - expected) * (figure - expected))?;
        Ok(sqrt(variance))
    }

    fn min(&self) -> Result<f64, Reason> {
        Ok(self
            .figures()?
            .iter()
            .copied()
            .fold(f64::INFINITY, f64::min))
    }

    fn max(&self) -> Result<f64, Reason> {
        Ok(self
            .figures()?
            .iter()
            .copied()
            .fold(f64::NEG_INFINITY, f64::max))
    }
}

/// How probable each verdict is.
fn verdicts(
    model: Option<&Model>,
    probabilities: &[f64],
    figures: &[Figure],
) -> Vec<VerdictProbability> {
    let words = model
        .and_then(Model::verdicts)
        .map_or(&[][..], |(_, words)| words);
    let probability = |word: &str| -> f64 {
        probabilities
            .iter()
            .zip(figures)
            .filter(|(_, figure)| figure.verdict == Some(word))
            .map(|(part, _)| part)
            .sum()
    };
    let verdict = |verdict: &&'static str| VerdictProbability {
        verdict,
        probability: probability(verdict),
    };
    words.iter().map(verdict).collect()
}

impl Calculator for ScenarioOutlook {
    const DESCRIPTION: Description = Description {
        name: "scenarioOutlook",
        about: "Named scenarios with probabilities, of plain figures or of a calculator's output: \
            each one's figure, expected value, standard deviation, range and how probable each \
            verdict is.",
        element: "chip-scenario-outlook",
        parameters: &[],
        texts: &[
            Text {
                name: "calculator",
                doc: "The calculator whose output the scenarios vary: one whose results are a \
                    formula of its parameters",
                required: false,
                words: Some(NAMES),
            },
            Text {
                name: "output",
                doc: "The output to look at, a number; required with a calculator",
                required: false,
                words: None,
            },
        ],
        lists: &[SCENARIOS],
        nested: &[],
        fields: FIELDS,
        outputs: Output::TABLE,
        details: <Details as table::Details>::PART.members,
        presets: PRESETS,
    };

    type Answer = Answer<Output, Details, Request>;

    fn run(input: &Value) -> Result<Self::Answer, CalculatorError> {
        let mut reader = Reader::new(input);
        let (request, probabilities, figures) = Request::read(&mut reader);
        reader.finish()?;

        let Request {
            model, scenarios, ..
        } = &request;
        let outlook = Outlook {
            probabilities: &probabilities,
            figures: figures.iter().map(|figure| figure.value).collect(),
        };
        let rows = scenarios.iter().zip(&probabilities).zip(&figures);
        let rows = rows.map(|((scenario, probability), figure)| Row {
            id: scenario.id.clone(),
            name: scenario.name.clone(),
            probability: *probability,
            value: figure.value,
            reason: figure.reason,
            verdict: figure.verdict,
        });
        Ok(Answer {
            results: Output::of(&outlook),
            details: Details {
                scenarios: rows.collect(),
                verdicts: verdicts(model.as_ref(), &probabilities, &figures),
            },
            input: request,
        })
    }

    fn result(input: &Value, path: &str) -> Result<Option<Found>, CalculatorError> {
        let rows = Self::run(input)?.details.scenarios;
        let probabilities: Vec<f64> = rows.iter().map(|row| row.probability).collect();
        let outlook = Outlook {
            probabilities: &probabilities,
            figures: rows.iter().map(|row| row.value).collect(),
        };
        Ok(Output::named(&outlook, path))
    }
}

impl Request {
    /// Reads an untrusted input, with each scenario's part of 1 and its figure.
    pub(crate) fn read(reader: &mut Reader) -> (Self, Vec<f64>, Vec<Figure>) {
        let preset = reader.preset_name(PRESETS);
        let mut taken = Vec::new();
        let given = reader.list(SCENARIOS.name, SCENARIOS.ids, |row| {
            Scenario::read(row, &mut taken)
        });
        let named = reader.get("calculator").is_some();
        let model = Model::read(reader, given.as_deref());
        let scenarios = given.unwrap_or_else(|| Scenario::of_article(preset));
        let normalize = reader.flag("normalize").unwrap_or(false);
        let probabilities = probabilities(reader, &scenarios, normalize);
        // A calculator that cannot be used has been named already.
        let figures = if named && model.is_none() {
            Vec::new()
        } else {
            figures(reader, &scenarios, model.as_ref())
        };
        let request = Request {
            model,
            normalize,
            scenarios,
        };
        (request, probabilities, figures)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::value::Record;

    fn scenario(id: &'static str, probability: f64) -> Record {
        Record::new()
            .with("id", id)
            .with("probability", probability)
    }

    fn with_scenarios(rows: Vec<Record>) -> Record {
        let rows: Vec<Value> = rows.into_iter().map(Value::from).collect();
        Record::new().with("scenarios", rows)
    }

    fn refused(input: Record) -> Vec<(String, FieldCode)> {
        let error = ScenarioOutlook::run(&input.into()).unwrap_err();
        let fields = error.fields.into_iter();
        fields.map(|field| (field.path, field.code)).collect()
    }

    #[test]
    fn deviation_and_range_are_those_of_the_scenarios() {
        let answer = ScenarioOutlook::run(&Record::new().into()).unwrap();
        // Σ p x² = 788,625,000 + …: 0.3·25000² + 0.5·33500² + 0.2·20000² − 28250² = 30,562,500.
        let deviation = answer.results.standard_deviation.unwrap();
        assert!((deviation - sqrt(30_562_500.0)).abs() < 1e-6, "{deviation}");
        let Output { min, max, .. } = answer.results;
        assert_eq!((min, max), (Some(20_000.0), Some(33_500.0)));
    }

    #[test]
    fn probabilities_that_do_not_sum_are_refused_with_their_sum() {
        let rows = vec![
            scenario("a", 0.3).with("value", 1.0),
            scenario("b", 0.3).with("value", 2.0),
        ];
        let error = ScenarioOutlook::run(&with_scenarios(rows.clone()).into()).unwrap_err();
        assert_eq!(error.fields.len(), 1);
        assert_eq!(error.fields[0].path, "scenarios");
        assert_eq!(error.fields[0].code, FieldCode::ProbabilitySum);
        assert_eq!(error.fields[0].value, Value::Number(0.6));
        let answer = ScenarioOutlook::run(&with_scenarios(rows).with("normalize", true).into());
        assert!((answer.unwrap().results.expected.unwrap() - 1.5).abs() < 1e-15);
    }

    #[test]
    fn weights_of_nothing_cannot_be_normalized() {
        let input = with_scenarios(vec![scenario("a", 0.0).with("value", 1.0)]);
        assert_eq!(
            refused(input.with("normalize", true)),
            [("scenarios".to_owned(), FieldCode::ProbabilitySum)]
        );
    }

    fn break_even() -> Record {
        let cheap = Record::new().with("cloudRate", 2.0);
        with_scenarios(vec![
            scenario("as it is", 0.6),
            scenario("cheap cloud", 0.4).with("overrides", cheap),
        ])
        .with("calculator", "cloudBreakEven")
        .with("output", "saving")
        .with("base", Record::new().with("preset", "article"))
    }

    #[test]
    fn scenarios_vary_a_calculator_and_count_its_verdicts() {
        let answer = ScenarioOutlook::run(&break_even().into()).unwrap();
        let verdicts = answer.details.verdicts.iter();
        let verdicts: Vec<_> = verdicts.map(|of| (of.verdict, of.probability)).collect();
        assert_eq!(verdicts, [("own", 0.6), ("rent", 0.4), ("tie", 0.0)]);
        let rows = answer.details.scenarios.iter();
        let values: Vec<f64> = rows.map(|row| row.value.unwrap()).collect();
        assert!(values[0] > 0.0 && values[1] < 0.0);
        let expected = 0.6 * values[0] + 0.4 * values[1];
        assert!((answer.results.expected.unwrap() / expected - 1.0).abs() < 1e-12);
    }

    #[test]
    fn a_scenario_without_a_figure_leaves_no_expected_value() {
        let mut input = Record::new();
        for (name, value) in break_even().iter() {
            let value = match name {
                "output" => "paybackMonths".into(),
                _ => value.clone(),
            };
            input.push(name, value);
        }
        let answer = ScenarioOutlook::run(&input.into()).unwrap();
        assert_eq!(answer.results.expected, None);
        let reason = ("expected", Reason::NotInEveryScenario);
        assert!(answer.results.reasons.contains(&reason));
        let row = &answer.details.scenarios[1];
        assert_eq!(row.reason, Some("notWithinHorizon"));
    }

    #[test]
    fn bad_parameters_are_named_where_they_stand() {
        let overrides = Record::new().with("pue", 0.5).with("preset", "h100");
        let input = with_scenarios(vec![scenario("a", 1.0).with("overrides", overrides)])
            .with("calculator", "clusterTco")
            .with("output", "verdict")
            .with(
                "base",
                Record::new().with("gpus", 0.0).with("cloudRate", 1.0),
            );
        assert_eq!(
            refused(input),
            [
                ("scenarios[0].overrides.preset", FieldCode::UnknownField),
                ("output", FieldCode::UnknownChoice),
                ("base.gpus", FieldCode::BelowMinimum),
                ("base.cloudRate", FieldCode::UnknownField),
            ]
            .map(|(path, code)| (path.to_owned(), code))
        );
        let overrides = Record::new().with("pue", 0.5).with("colour", "red");
        let input = with_scenarios(vec![scenario("a", 1.0).with("overrides", overrides)])
            .with("calculator", "clusterTco")
            .with("output", "total");
        assert_eq!(
            refused(input),
            [
                ("scenarios[0].overrides.pue", FieldCode::BelowMinimum),
                ("scenarios[0].overrides.colour", FieldCode::UnknownField),
            ]
            .map(|(path, code)| (path.to_owned(), code))
        );
    }

    #[test]
    fn what_is_missing_is_named() {
        let overrides = Record::new().with("pue", 2.0);
        let rows = vec![
            scenario("a", 0.5),
            scenario("b", 0.5).with("overrides", overrides),
            Record::new().with("id", "c"),
        ];
        assert_eq!(
            refused(with_scenarios(rows)),
            [
                ("scenarios[2].probability", FieldCode::Missing),
                ("calculator", FieldCode::Missing),
                ("scenarios[0].value", FieldCode::Missing),
                ("scenarios[2].value", FieldCode::Missing),
            ]
            .map(|(path, code)| (path.to_owned(), code))
        );
    }

    #[test]
    fn a_refused_value_is_not_said_to_be_missing() {
        let rows = vec![scenario("a", 1.0).with("value", f64::NAN)];
        assert_eq!(
            refused(with_scenarios(rows)),
            [("scenarios[0].value".to_owned(), FieldCode::NotANumber)]
        );
        let null = vec![scenario("a", 1.0).with("value", Value::Null)];
        assert_eq!(
            refused(with_scenarios(null)),
            [("scenarios[0].value".to_owned(), FieldCode::Missing)]
        );
    }

    #[test]
    fn a_scenario_takes_parameters_alone() {
        let demand = || Record::new().with("mean", 3.0);
        let rows =
            vec![scenario("a", 1.0).with("overrides", Record::new().with("demand", demand()))];
        let input = with_scenarios(rows.clone())
            .with("calculator", "cloudBreakEven")
            .with("output", "saving");
        assert_eq!(
            refused(input.clone()),
            [(
                "scenarios[0].overrides.demand".to_owned(),
                FieldCode::UnknownField
            )]
        );
        assert_eq!(
            refused(input.with("base", Record::new().with("demand", demand()))),
            ["base.demand", "scenarios[0].overrides.demand"]
                .map(|path| (path.to_owned(), FieldCode::UnknownField))
        );
    }
}
