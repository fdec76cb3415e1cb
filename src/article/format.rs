//! Reads an article file: everything that is wrong with it at once, each with its path.

use super::catalogue::{self, Cited};
use super::expression::{Expression, Fault};
use super::{Quantity, Status, Words};
use crate::calculators::{Description, SINGLES, Single};
use crate::catalog;
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::printed::number::Number;
use crate::printed::unit::{Dimension, Unit, same_but_for_gpus};
use crate::table::{Kind, Output, Shape};
use crate::value::{Record, Value};
use std::borrow::ToOwned;
use std::collections::BTreeMap;
use std::format;
use std::string::{String, ToString};
use std::vec::Vec;

/// Claims in a file, checks in a claim, names in a record: far above any article.
const MOST: usize = 500;
/// The longest text, in characters.
const LONGEST: usize = 2000;

/// A file that has been read.
#[derive(Debug)]
pub struct Article {
    pub id: String,
    pub title: Words,
    pub date: String,
    pub source: String,
    pub claims: Vec<Claim>,
}

/// One claim.
#[derive(Debug)]
pub struct Claim {
    pub id: String,
    pub section: Words,
    pub says: Words,
    pub note: Option<Words>,
    pub stated: BTreeMap<String, Figure>,
    /// The claim's own inputs, and those of the article that its checks name.
    pub inputs: BTreeMap<String, Input>,
    pub checks: Vec<Check>,
}

/// How a stated figure is to be understood.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Bound {
    Exactly,
    AtLeast,
    Above,
    AtMost,
    Below,
}

const BOUNDS: [(&str, Bound); 5] = [
    ("exactly", Bound::Exactly),
    ("atLeast", Bound::AtLeast),
    ("above", Bound::Above),
    ("atMost", Bound::AtMost),
    ("below", Bound::Below),
];

/// What a figure is, and so what it can be: least and greatest, in base units.
const QUANTITIES: [(&str, f64, f64); 12] = [
    ("share", 0.0, 1.0),
    ("utilization", 0.0, 1.0),
    ("probability", 0.0, 1.0),
    ("efficiency", 0.0, 1.0),
    ("margin", f64::NEG_INFINITY, 1.0),
    ("fall", f64::NEG_INFINITY, 1.0),
    ("growth", -1.0, f64::INFINITY),
    ("pue", 1.0, f64::INFINITY),
    ("count", 0.0, f64::INFINITY),
    ("price", 0.0, f64::INFINITY),
    ("power", 0.0, f64::INFINITY),
    ("duration", 0.0, f64::INFINITY),
];

/// A figure that the article states.
#[derive(Debug, Clone)]
pub struct Figure {
    /// The printed numbers, the same twice where there is one.
    pub printed: (Number, Number),
    /// What rounding or `precision` leaves open, in the unit.
    pub half: (f64, f64),
    pub unit: Unit,
    pub bound: Bound,
    pub quantity: Option<(&'static str, f64, f64)>,
    pub source: Option<String>,
    /// What a formula calls it.
    pub label: Option<Words>,
}

impl Figure {
    /// The printed numbers in base units.
    pub fn values(&self) -> (f64, f64) {
        let factor = self.unit.factor();
        (self.printed.0.value * factor, self.printed.1.value * factor)
    }

    /// All that the figure stands for, in base units.
    pub fn interval(&self) -> (f64, f64) {
        let factor = self.unit.factor();
        (
            (self.printed.0.value - self.half.0) * factor,
            (self.printed.1.value + self.half.1) * factor,
        )
    }

    /// Where it lies outside what it can be.
    pub fn impossible(&self) -> Option<(&'static str, f64, f64)> {
        let (low, high) = self.values();
        self.quantity
            .filter(|(_, least, greatest)| low < least - 1e-12 || high > greatest + 1e-12)
    }
}

/// A figure that a check computes with.
#[derive(Debug, Clone)]
pub struct Input {
    /// In base units, the same twice where it is no range.
    pub values: (f64, f64),
    pub unit: Unit,
    pub status: Status,
    pub source: String,
    pub date: Option<String>,
    /// The article's own figure or record of the catalogue that it is.
    pub reference: Option<String>,
    /// The series of the catalogue that says what it was then and is now.
    pub series: Option<String>,
    /// The chip whose price it is, where the series is another's.
    pub series_for: Option<&'static str>,
    /// Where it lies outside what it can be.
    pub impossible: Option<(&'static str, f64, f64)>,
    /// What rounding leaves open, in base units, where it is printed in per cent.
    pub rounding: f64,
    /// What a formula calls it.
    pub label: Option<Words>,
    /// The parameter that a check of the claim gives it as: `clusterTco.gpuPrice`.
    pub parameter: Option<String>,
}

impl Input {
    /// A figure of the article itself.
    fn of_article(values: (f64, f64), unit: Unit, source: &str) -> Self {
        Input {
            values,
            unit,
            status: Status::Article,
            source: source.to_owned(),
            date: None,
            reference: None,
            series: None,
            series_for: None,
            impossible: None,
            rounding: 0.0,
            label: None,
            parameter: None,
        }
    }

    pub fn quantity(&self) -> Quantity {
        Quantity {
            value: self.values.0,
            dimension: self.unit.dimension(),
        }
    }
}

/// What recomputes a figure.
#[derive(Debug)]
pub struct Check {
    /// The stated figure; without one the result stands beside the claim and decides nothing.
    pub figure: Option<String>,
    pub label: Option<Words>,
    pub way: Way,
    /// Relative, beyond what the figure's digits leave open.
    pub tolerance: f64,
    pub unknown: Option<Unknown>,
    /// The unit to tell the result in, where no figure has one.
    pub unit: Option<Unit>,
}

impl Check {
    /// The names that it computes with.
    pub fn names(&self) -> Vec<&str> {
        match &self.way {
            Way::Expression { tree, .. } => tree.names(),
            Way::Calculator { input, .. } => {
                let mut names = Vec::new();
                input.gather(&mut names);
                names
            }
        }
    }
}

impl Check {
    /// Tells the inputs that a calculator is given as they are which of its parameters they are.
    fn name_parameters(&self, inputs: &mut BTreeMap<String, Input>) {
        let Way::Calculator {
            entry,
            input: Template::Record(record),
            ..
        } = &self.way
        else {
            return;
        };
        for (parameter, template) in record {
            if let Template::Expression(Expression::Name(name), _) = template
                && let Some(input) = inputs.get_mut(name)
            {
                let path = || format!("{}.{parameter}", entry.description.name);
                input.parameter.get_or_insert_with(path);
            }
        }
    }
}

/// How a check computes.
#[derive(Debug)]
pub enum Way {
    Expression {
        text: String,
        tree: Expression,
    },
    Calculator {
        entry: &'static Single,
        input: Template,
        /// What [`Calculator::result`](crate::calculators::Calculator::result) takes.
        output: String,
        unit: Unit,
    },
}

/// A calculator's input with expressions in it.
#[derive(Debug)]
pub enum Template {
    Plain(Value),
    /// An expression and the unit that the calculator takes it in.
    Expression(Expression, Unit),
    List(Vec<Template>),
    Record(Vec<(String, Template)>),
}

impl Template {
    fn gather<'a>(&'a self, names: &mut Vec<&'a str>) {
        match self {
            Template::Plain(_) => {}
            Template::Expression(tree, _) => {
                for name in tree.names() {
                    if !names.contains(&name) {
                        names.push(name);
                    }
                }
            }
            Template::List(list) => {
                for inner in list {
                    inner.gather(names);
                }
            }
            Template::Record(record) => {
                for (_, inner) in record {
                    inner.gather(names);
                }
            }
        }
    }
}

/// What the article leaves out: a check is solved for it.
#[derive(Debug)]
pub struct Unknown {
    pub name: String,
    /// What sentences call it.
    pub label: Option<Words>,
    pub unit: Unit,
    /// In base units.
    pub between: (f64, f64),
    /// What it is elsewhere.
    pub known: Option<Input>,
}

/// Reads a file.
///
/// # Errors
/// Everything that is wrong with it.
pub fn read(file: &Value) -> Result<Article, CalculatorError> {
    let mut problems = Vec::new();
    let article = Reading {
        problems: &mut problems,
    }
    .article(file);
    match article {
        Some(article) if problems.is_empty() => Ok(article),
        _ => {
            if problems.is_empty() {
                problems.push(FieldError::new("article", FieldCode::Missing, &Value::Null));
            }
            Err(CalculatorError::from(problems))
        }
    }
}

/// A record with its path; the fields that nobody asked for are errors.
pub(super) struct Fields<'a> {
    pub(super) record: &'a Record,
    path: String,
    known: Vec<&'static str>,
}

impl<'a> Fields<'a> {
    pub(super) fn get(&mut self, name: &'static str) -> Option<&'a Value> {
        self.known.push(name);
        self.record.get(name).filter(|value| **value != Value::Null)
    }

    pub(super) fn at(&self, name: &str) -> String {
        join(&self.path, name)
    }
}

fn join(path: &str, name: &str) -> String {
    if path.is_empty() {
        name.to_owned()
    } else {
        format!("{path}.{name}")
    }
}

/// What everything in a file may refer to.
struct Scope<'a> {
    source: &'a str,
    sources: &'a [String],
    figures: &'a BTreeMap<String, Figure>,
}

pub(super) struct Reading<'a> {
    pub(super) problems: &'a mut Vec<FieldError>,
}

impl Reading<'_> {
    pub(super) fn reject(&mut self, path: impl Into<String>, code: FieldCode, value: &Value) {
        // A long text would repeat the file in its error.
        let short = match value {
            Value::Text(text) => text.chars().take(100).collect::<String>().into(),
            other => other.reported(),
        };
        let problem = FieldError::new(path, code, value);
        self.problems.push(FieldError {
            value: short,
            ..problem
        });
    }

    pub(super) fn fields<'v>(&mut self, value: &'v Value, path: String) -> Option<Fields<'v>> {
        match value {
            Value::Record(record) if record.len() <= MOST => Some(Fields {
                record,
                path,
                known: Vec::new(),
            }),
            Value::Record(record) => {
                self.reject(
                    path,
                    FieldCode::TooManyEntries,
                    &(record.len() as f64).into(),
                );
                None
            }
            other => {
                let path = if path.is_empty() {
                    "article".to_owned()
                } else {
                    path
                };
                self.reject(path, FieldCode::WrongType, other);
                None
            }
        }
    }

    pub(super) fn finish(&mut self, fields: &Fields) {
        for (name, value) in fields.record.iter() {
            if !fields.known.contains(&name) {
                self.reject(fields.at(name), FieldCode::UnknownField, value);
            }
        }
    }

    fn missing(&mut self, fields: &Fields, name: &str) {
        self.reject(fields.at(name), FieldCode::Missing, &Value::Null);
    }

    fn string<'v>(&mut self, value: &'v Value, path: String) -> Option<&'v str> {
        match value.as_text() {
            Some(text) if text.chars().count() > LONGEST => {
                self.reject(path, FieldCode::TooLong, value);
                None
            }
            Some(text) => Some(text),
            None => {
                self.reject(path, FieldCode::WrongType, value);
                None
            }
        }
    }

    fn text<'v>(&mut self, fields: &mut Fields<'v>, name: &'static str) -> Option<&'v str> {
        let value = fields.get(name)?;
        self.string(value, fields.at(name))
    }

    fn required<'v>(&mut self, fields: &mut Fields<'v>, name: &'static str) -> Option<&'v str> {
        if fields.get(name).is_none() {
            self.missing(fields, name);
            return None;
        }
        self.text(fields, name)
    }

    /// A text of a form.
    fn formed<'v>(
        &mut self,
        fields: &mut Fields<'v>,
        name: &'static str,
        form: fn(&str) -> bool,
    ) -> Option<&'v str> {
        let text = self.required(fields, name)?;
        if form(text) {
            return Some(text);
        }
        self.reject(
            fields.at(name),
            FieldCode::InvalidText,
            &text.to_owned().into(),
        );
        None
    }

    /// A text in one language or in both.
    fn words(&mut self, value: &Value, path: String) -> Option<Words> {
        if let Value::Text(_) = value {
            let text = self.string(value, path)?.to_owned();
            let chinese = text.chars().any(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
            return Some(if chinese {
                Words {
                    en: None,
                    zh: Some(text),
                }
            } else {
                Words {
                    en: Some(text),
                    zh: None,
                }
            });
        }
        let mut fields = self.fields(value, path)?;
        let words = Words {
            en: self.text(&mut fields, "en").map(ToOwned::to_owned),
            zh: self.text(&mut fields, "zh").map(ToOwned::to_owned),
        };
        if words.en.is_none() && words.zh.is_none() {
            self.missing(&fields, "en");
        }
        self.finish(&fields);
        Some(words)
    }

    fn said(&mut self, fields: &mut Fields, name: &'static str) -> Option<Words> {
        let value = fields.get(name)?;
        self.words(value, fields.at(name))
    }

    pub(super) fn list<'v>(&mut self, fields: &mut Fields<'v>, name: &'static str) -> &'v [Value] {
        match fields.get(name) {
            None => &[],
            Some(Value::List(list)) if list.len() <= MOST => list,
            Some(Value::List(list)) => {
                let count = (list.len() as f64).into();
                self.reject(fields.at(name), FieldCode::TooManyEntries, &count);
                &[]
            }
            Some(other) => {
                self.reject(fields.at(name), FieldCode::WrongType, other);
                &[]
            }
        }
    }

    pub(super) fn record<'v>(
        &mut self,
        fields: &mut Fields<'v>,
        name: &'static str,
    ) -> Option<Fields<'v>> {
        let value = fields.get(name)?;
        self.fields(value, fields.at(name))
    }

    fn article(&mut self, file: &Value) -> Option<Article> {
        let mut fields = self.fields(file, String::new())?;
        // What a schema-aware editor adds.
        self.text(&mut fields, "$schema");
        let id = self.formed(&mut fields, "id", is_id);
        let title = self.said(&mut fields, "title");
        let date = self.formed(&mut fields, "date", is_date);
        let mut sources = Vec::new();
        for (index, value) in self.list(&mut fields, "sources").iter().enumerate() {
            let id = self.source(value, format!("sources[{index}]"));
            if let Some(id) = id {
                let known = sources.contains(&id) || catalog::source(&id).is_some();
                if known {
                    let path = format!("sources[{index}].id");
                    self.reject(path, FieldCode::Duplicate, &id.clone().into());
                }
                sources.push(id);
            }
        }
        let source = self.required(&mut fields, "source").unwrap_or_default();
        if !source.is_empty()
            && !sources.iter().any(|id| id == source)
            && catalog::source(source).is_none()
        {
            self.reject("source", FieldCode::UnknownName, &source.to_owned().into());
        }

        let claims = self.list(&mut fields, "claims");
        if claims.is_empty() {
            let code = if fields.record.get("claims").is_none() {
                FieldCode::Missing
            } else {
                FieldCode::EmptyList
            };
            self.reject("claims", code, &Value::Null);
        }
        // Any figure may be an input of any claim.
        let mut figures = BTreeMap::new();
        for (index, claim) in claims.iter().enumerate() {
            self.figures(claim, &format!("claims[{index}]"), &mut figures);
        }
        let scope = Scope {
            source,
            sources: &sources,
            figures: &figures,
        };
        let common = match self.record(&mut fields, "inputs") {
            Some(record) => self.inputs(&record, &scope),
            None => BTreeMap::new(),
        };
        let mut ids = Vec::new();
        let read: Vec<Claim> = claims
            .iter()
            .enumerate()
            .filter_map(|(index, claim)| {
                self.claim(claim, format!("claims[{index}]"), &scope, &common, &mut ids)
            })
            .collect();
        self.finish(&fields);
        Some(Article {
            id: id?.to_owned(),
            title: title.unwrap_or_default(),
            date: date?.to_owned(),
            source: source.to_owned(),
            claims: read,
        })
    }

    fn source(&mut self, value: &Value, path: String) -> Option<String> {
        let mut fields = self.fields(value, path)?;
        let id = self.formed(&mut fields, "id", is_id);
        self.required(&mut fields, "title");
        for name in ["publisher", "url", "licence"] {
            self.text(&mut fields, name);
        }
        if fields.get("date").is_some() {
            self.formed(&mut fields, "date", is_date);
        }
        self.finish(&fields);
        id.map(ToOwned::to_owned)
    }

    /// The stated figures of a claim, under `claim.figure`; what is wrong with the rest of the
    /// claim is said when that is read.
    fn figures(&mut self, claim: &Value, path: &str, figures: &mut BTreeMap<String, Figure>) {
        let Value::Record(claim) = claim else { return };
        let id = claim.get("id").and_then(Value::as_text).unwrap_or_default();
        let Some(stated) = claim.get("stated").filter(|stated| **stated != Value::Null) else {
            return;
        };
        let Some(stated) = self.fields(stated, join(path, "stated")) else {
            return;
        };
        for (name, value) in stated.record.iter() {
            let path = stated.at(name);
            if !is_name(name) {
                self.reject(
                    path.clone(),
                    FieldCode::InvalidText,
                    &name.to_owned().into(),
                );
            }
            if let Some(figure) = self.figure(value, path) {
                figures.insert(format!("{id}.{name}"), figure);
            }
        }
    }

    fn figure(&mut self, value: &Value, path: String) -> Option<Figure> {
        let mut fields = self.fields(value, path)?;
        let printed = match fields.get("value") {
            None => {
                self.missing(&fields, "value");
                None
            }
            Some(value) => self.printed(value, fields.at("value")),
        };
        let unit = self.unit(&mut fields, "unit");
        let precision = self.number(&mut fields, "precision", 0.0, f64::MAX);
        let bound = self.choice(&mut fields, "bound", &BOUNDS.map(|(name, _)| name));
        let quantity = self.choice(&mut fields, "quantity", &QUANTITIES.map(|(name, ..)| name));
        let source = self.text(&mut fields, "source").map(ToOwned::to_owned);
        let label = self.said(&mut fields, "label");
        self.finish(&fields);
        let printed = printed?;
        let half = match precision {
            Some(half) => (half, half),
            None => (printed.0.half, printed.1.half),
        };
        Some(Figure {
            printed,
            half,
            unit: unit?,
            bound: bound.map_or(Bound::Exactly, |index| BOUNDS[index].1),
            quantity: quantity.map(|index| QUANTITIES[index]),
            source,
            label,
        })
    }

    /// One printed number, or `{from, to}`.
    fn printed(&mut self, value: &Value, path: String) -> Option<(Number, Number)> {
        if let Value::Record(_) = value {
            let mut fields = self.fields(value, path)?;
            let mut end = |name| match fields.get(name) {
                None => {
                    self.missing(&fields, name);
                    None
                }
                Some(value) => self.one(value, fields.at(name)),
            };
            let (from, to) = (end("from"), end("to"));
            self.finish(&fields);
            let (from, to) = (from?, to?);
            if from.value > to.value {
                self.reject(fields.at("to"), FieldCode::BelowMinimum, &to.value.into());
                return None;
            }
            return Some((from, to));
        }
        let one = self.one(value, path)?;
        Some((one, one))
    }

    fn one(&mut self, value: &Value, path: String) -> Option<Number> {
        let (number, code) = match value {
            Value::Number(number) if number.is_nan() => (None, FieldCode::NotANumber),
            Value::Number(number) if !number.is_finite() || number.abs() > 1e30 => {
                (None, FieldCode::NotFinite)
            }
            Value::Number(number) => (Number::of(*number), FieldCode::InvalidText),
            Value::Text(text) => (Number::parse(text), FieldCode::InvalidText),
            _ => (None, FieldCode::WrongType),
        };
        if number.is_none() {
            self.reject(path, code, value);
        }
        number
    }

    fn unit(&mut self, fields: &mut Fields, name: &'static str) -> Option<Unit> {
        let Some(value) = fields.get(name) else {
            return Some(Unit::none());
        };
        let text = self.string(value, fields.at(name))?;
        let unit = Unit::parse(text);
        if unit.is_none() {
            self.reject(fields.at(name), FieldCode::UnknownUnit, value);
        }
        unit
    }

    pub(super) fn number(
        &mut self,
        fields: &mut Fields,
        name: &'static str,
        min: f64,
        max: f64,
    ) -> Option<f64> {
        let value = fields.get(name)?;
        let code = match value {
            Value::Number(number) if number.is_nan() => FieldCode::NotANumber,
            Value::Number(number) if *number < min => FieldCode::BelowMinimum,
            Value::Number(number) if *number > max => FieldCode::AboveMaximum,
            Value::Number(number) => return Some(*number),
            _ => FieldCode::WrongType,
        };
        let error = FieldError::new(fields.at(name), code, value);
        let bounded = matches!(code, FieldCode::BelowMinimum | FieldCode::AboveMaximum);
        self.problems.push(FieldError {
            min: bounded.then_some(min),
            max: bounded.then_some(max),
            ..error
        });
        None
    }

    fn choice(&mut self, fields: &mut Fields, name: &'static str, words: &[&str]) -> Option<usize> {
        let text = self.text(fields, name)?;
        let index = words.iter().position(|word| *word == text);
        if index.is_none() {
            self.reject(
                fields.at(name),
                FieldCode::UnknownChoice,
                &text.to_owned().into(),
            );
        }
        index
    }

    fn inputs(&mut self, fields: &Fields, scope: &Scope) -> BTreeMap<String, Input> {
        let mut inputs = BTreeMap::new();
        for (name, value) in fields.record.iter() {
            let path = fields.at(name);
            if !is_name(name) {
                self.reject(
                    path.clone(),
                    FieldCode::InvalidText,
                    &name.to_owned().into(),
                );
            }
            if let Some(input) = self.input(value, path, scope) {
                inputs.insert(name.to_owned(), input);
            }
        }
        inputs
    }

    /// A plain number of the article; a value with unit and source; a figure of the article; a
    /// record of the catalogue.
    fn input(&mut self, value: &Value, path: String, scope: &Scope) -> Option<Input> {
        if let Value::Number(_) | Value::Text(_) = value {
            let number = self.one(value, path)?;
            let values = (number.value, number.value);
            return Some(Input::of_article(values, Unit::none(), scope.source));
        }
        let mut fields = self.fields(value, path)?;
        let ways = ["value", "figure", "catalogue"];
        let given: Vec<_> = ways
            .into_iter()
            .filter(|name| fields.get(name).is_some())
            .collect();
        let [way] = given[..] else {
            match given.get(1) {
                Some(second) => {
                    let value = fields.get(second).unwrap_or(&Value::Null);
                    self.reject(fields.at(second), FieldCode::Conflict, value);
                }
                None => self.missing(&fields, "value"),
            }
            return None;
        };
        let series = self.text(&mut fields, "series");
        let prices = series.map(|series| (series, catalogue::series(series)));
        if let Some((series, None)) = prices {
            self.reject(
                fields.at("series"),
                FieldCode::UnknownName,
                &series.to_owned().into(),
            );
        }
        let series_for = self.series_for(&mut fields, series);
        let label = self.said(&mut fields, "label");
        let input = match way {
            "figure" => self.referred(&mut fields, scope),
            "catalogue" => self.cited(&mut fields),
            _ => self.given(&mut fields, scope),
        };
        if let (Some((series, Some(prices))), Some(input)) = (&prices, &input)
            && !Unit::parse(prices.unit)
                .is_some_and(|unit| same_but_for_gpus(&unit.dimension(), &input.unit.dimension()))
        {
            self.reject(
                fields.at("series"),
                FieldCode::IncompatibleUnits,
                &(*series).to_owned().into(),
            );
        }
        self.finish(&fields);
        let series = series.map(ToOwned::to_owned);
        input.map(|input| Input {
            series,
            series_for,
            label: label.or(input.label),
            ..input
        })
    }

    /// The chip that another one's prices stand in for.
    fn series_for(&mut self, fields: &mut Fields, series: Option<&str>) -> Option<&'static str> {
        let id = self.text(fields, "seriesFor")?;
        let code = match (series, catalog::chip(id)) {
            (None, _) => FieldCode::Conflict,
            (_, None) => FieldCode::UnknownName,
            // A series stands in for no prices of its own.
            (Some(series), Some(_)) if series.ends_with(&format!("/{id}")) => FieldCode::Conflict,
            (_, Some(chip)) => return Some(chip.name),
        };
        self.reject(fields.at("seriesFor"), code, &id.to_owned().into());
        None
    }

    fn referred(&mut self, fields: &mut Fields, scope: &Scope) -> Option<Input> {
        let name = self.text(fields, "figure")?;
        let Some(figure) = scope.figures.get(name) else {
            self.reject(
                fields.at("figure"),
                FieldCode::UnknownName,
                &name.to_owned().into(),
            );
            return None;
        };
        Some(Input {
            reference: Some(name.to_owned()),
            label: figure.label.clone(),
            ..Input::of_article(figure.values(), figure.unit.clone(), scope.source)
        })
    }

    fn cited(&mut self, fields: &mut Fields) -> Option<Input> {
        let name = self.text(fields, "catalogue")?;
        let cited = catalogue::find(name);
        let unit = cited.as_ref().and_then(|cited| Unit::parse(cited.unit));
        let (
            Some(Cited {
                value,
                status,
                source,
                date,
                ..
            }),
            Some(unit),
        ) = (cited, unit)
        else {
            self.reject(
                fields.at("catalogue"),
                FieldCode::UnknownName,
                &name.to_owned().into(),
            );
            return None;
        };
        let value = value * unit.factor();
        Some(Input {
            status,
            date,
            reference: Some(name.to_owned()),
            ..Input::of_article((value, value), unit, source)
        })
    }

    fn given(&mut self, fields: &mut Fields, scope: &Scope) -> Option<Input> {
        let path = fields.at("value");
        let printed = fields.get("value").map(|value| self.printed(value, path));
        let unit = self.unit(fields, "unit");
        let source = self.text(fields, "source").unwrap_or(scope.source);
        let known = source == scope.source || scope.sources.iter().any(|id| id == source);
        if !known && catalog::source(source).is_none() {
            self.reject(
                fields.at("source"),
                FieldCode::UnknownName,
                &source.to_owned().into(),
            );
        }
        let words = ["measured", "published", "estimated", "assumed"];
        let status = self.choice(fields, "status", &words);
        let status = match status {
            Some(0) => Status::Measured,
            Some(2) => Status::Estimated,
            Some(3) => Status::Assumed,
            None if source == scope.source => Status::Article,
            None if source == crate::table::CONVENTION => Status::Assumed,
            _ => Status::Published,
        };
        let date = self.text(fields, "date");
        if let Some(date) = date
            && !is_date(date)
        {
            self.reject(
                fields.at("date"),
                FieldCode::InvalidText,
                &date.to_owned().into(),
            );
        }
        let quantity = self.choice(fields, "quantity", &QUANTITIES.map(|(name, ..)| name));
        let (from, to) = printed??;
        let unit = unit?;
        let values = (from.value * unit.factor(), to.value * unit.factor());
        let quantity = quantity.map(|index| QUANTITIES[index]);
        let rounding = match unit.to_string().as_str() {
            "%" => from.half * unit.factor(),
            _ => 0.0,
        };
        Some(Input {
            status,
            rounding,
            date: date.map(ToOwned::to_owned),
            impossible: quantity
                .filter(|(_, least, greatest)| values.0 < *least || values.1 > *greatest),
            ..Input::of_article(values, unit, source)
        })
    }

    fn claim(
        &mut self,
        value: &Value,
        path: String,
        scope: &Scope,
        common: &BTreeMap<String, Input>,
        ids: &mut Vec<String>,
    ) -> Option<Claim> {
        let mut fields = self.fields(value, path)?;
        let id = self.formed(&mut fields, "id", is_id);
        if let Some(id) = id {
            if ids.iter().any(|other| other == id) {
                self.reject(fields.at("id"), FieldCode::Duplicate, &id.to_owned().into());
            }
            ids.push(id.to_owned());
        }
        let section = self.said(&mut fields, "section").unwrap_or_default();
        if fields.get("says").is_none() {
            self.missing(&fields, "says");
        }
        let says = self.said(&mut fields, "says").unwrap_or_default();
        let note = self.said(&mut fields, "note");
        fields.known.push("stated");
        let mut stated = BTreeMap::new();
        if let (Some(id), Some(Value::Record(record))) = (id, fields.record.get("stated")) {
            for (name, _) in record.iter() {
                if let Some(figure) = scope.figures.get(&format!("{id}.{name}")) {
                    stated.insert(name.to_owned(), figure.clone());
                }
            }
        }
        let mut inputs = match self.record(&mut fields, "inputs") {
            Some(record) => self.inputs(&record, scope),
            None => BTreeMap::new(),
        };
        for name in inputs.keys().filter(|name| stated.contains_key(*name)) {
            let path = fields.at("inputs");
            let path = join(&path, name);
            self.problems.push(FieldError::new(
                path,
                FieldCode::Duplicate,
                &name.as_str().into(),
            ));
        }
        for (name, input) in common {
            inputs.entry(name.clone()).or_insert_with(|| input.clone());
        }
        for (name, figure) in &stated {
            let input = Input::of_article(figure.values(), figure.unit.clone(), scope.source);
            inputs.insert(name.clone(), input);
        }
        let mut checks = Vec::new();
        let base = fields.at("checks");
        for (index, value) in self.list(&mut fields, "checks").iter().enumerate() {
            let path = format!("{base}[{index}]");
            if let Some(check) = self.check(value, path, &stated, &inputs, scope) {
                checks.push(check);
            }
        }
        self.finish(&fields);
        for check in &checks {
            check.name_parameters(&mut inputs);
        }
        // What no check names is not the claim's.
        inputs.retain(|name, _| {
            !stated.contains_key(name)
                && (!common.contains_key(name)
                    || checks
                        .iter()
                        .any(|check| check.names().contains(&name.as_str())))
        });
        Some(Claim {
            id: id?.to_owned(),
            section,
            says,
            note,
            stated,
            inputs,
            checks,
        })
    }

    fn check(
        &mut self,
        value: &Value,
        path: String,
        stated: &BTreeMap<String, Figure>,
        inputs: &BTreeMap<String, Input>,
        scope: &Scope,
    ) -> Option<Check> {
        let before = self.problems.len();
        let mut fields = self.fields(value, path)?;
        let figure = self.text(&mut fields, "figure");
        if let Some(name) = figure
            && !stated.contains_key(name)
        {
            self.reject(
                fields.at("figure"),
                FieldCode::UnknownName,
                &name.to_owned().into(),
            );
        }
        let label = self.said(&mut fields, "label");
        let tolerance = self.number(&mut fields, "tolerance", 0.0, 1.0);
        let unit = match fields.get("unit") {
            Some(_) => self.unit(&mut fields, "unit"),
            None => None,
        };
        let unknown = match self.record(&mut fields, "unknown") {
            Some(record) => Some(self.unknown(record, inputs, scope)?),
            None => None,
        };
        if unknown.is_some() && figure.is_none() {
            self.missing(&fields, "figure");
        }
        let known = |name: &str| {
            if let Some(unknown) = unknown.as_ref().filter(|unknown| unknown.name == name) {
                return Some(unknown.unit.dimension());
            }
            inputs.get(name).map(|input| input.unit.dimension())
        };
        let way = match (fields.get("expression"), fields.get("calculator")) {
            (Some(_), Some(value)) => {
                self.reject(fields.at("calculator"), FieldCode::Conflict, value);
                None
            }
            (None, None) => {
                self.missing(&fields, "expression");
                None
            }
            (Some(_), None) => {
                let text = self.text(&mut fields, "expression");
                text.and_then(|text| {
                    let (tree, _) = self.tree(text, fields.at("expression"), &known)?;
                    let text = text.to_owned();
                    Some(Way::Expression { text, tree })
                })
            }
            (None, Some(_)) => self.calculator(&mut fields, &known, unit.as_ref()),
        };
        self.finish(&fields);
        let check = Check {
            figure: figure.map(ToOwned::to_owned),
            label,
            way: way?,
            tolerance: tolerance.unwrap_or(0.0),
            unknown,
            unit,
        };
        if let Some(unknown) = &check.unknown
            && !check.names().contains(&unknown.name.as_str())
        {
            let name = unknown.name.clone().into();
            self.reject(fields.at("unknown.name"), FieldCode::UnknownName, &name);
        }
        (self.problems.len() == before).then_some(check)
    }

    fn unknown(
        &mut self,
        mut fields: Fields,
        inputs: &BTreeMap<String, Input>,
        scope: &Scope,
    ) -> Option<Unknown> {
        let name = self.formed(&mut fields, "name", is_name);
        if let Some(name) = name
            && inputs.contains_key(name)
        {
            self.reject(
                fields.at("name"),
                FieldCode::Duplicate,
                &name.to_owned().into(),
            );
        }
        let label = self.said(&mut fields, "label");
        let unit = self.unit(&mut fields, "unit");
        let between = match fields.get("between") {
            None => {
                self.missing(&fields, "between");
                None
            }
            Some(value) => self.between(value, fields.at("between")),
        };
        let known = match fields.get("known") {
            None => None,
            Some(value) => self.input(value, fields.at("known"), scope),
        };
        self.finish(&fields);
        let unit = unit?;
        let factor = unit.factor();
        if let Some(known) = &known
            && !same_but_for_gpus(&known.unit.dimension(), &unit.dimension())
        {
            let text = known.unit.to_string().into();
            self.reject(fields.at("known"), FieldCode::IncompatibleUnits, &text);
        }
        let (from, to) = between?;
        Some(Unknown {
            name: name?.to_owned(),
            label,
            unit,
            between: (from * factor, to * factor),
            known,
        })
    }

    /// Two ascending numbers.
    fn between(&mut self, value: &Value, path: String) -> Option<(f64, f64)> {
        let ends = match value {
            Value::List(list) => match &list[..] {
                [Value::Number(from), Value::Number(to)] => Some((*from, *to)),
                _ => None,
            },
            Value::Column(column) => match column[..] {
                [from, to] => Some((from, to)),
                _ => None,
            },
            _ => None,
        };
        let ends = ends.filter(|(from, to)| from < to && from.abs() < 1e30 && to.abs() < 1e30);
        if ends.is_none() {
            self.reject(path, FieldCode::WrongType, value);
        }
        ends
    }

    fn tree(
        &mut self,
        text: &str,
        path: String,
        known: &dyn Fn(&str) -> Option<Dimension>,
    ) -> Option<(Expression, Dimension)> {
        let given: Value = text.to_owned().into();
        let tree = match Expression::parse(text) {
            Ok(tree) => tree,
            Err(fault) => {
                let code = match fault {
                    Fault::TooLong => FieldCode::TooLong,
                    Fault::TooDeep => FieldCode::TooDeep,
                    Fault::Syntax => FieldCode::InvalidText,
                };
                self.reject(path, code, &given);
                return None;
            }
        };
        let strange: Vec<String> = tree
            .names()
            .into_iter()
            .filter(|name| known(name).is_none())
            .map(ToOwned::to_owned)
            .collect();
        for name in &strange {
            self.reject(path.clone(), FieldCode::UnknownName, &name.clone().into());
        }
        if !strange.is_empty() {
            return None;
        }
        // Any values will do to see whether the dimensions fit.
        let one = |name: &str| {
            known(name).map(|dimension| Quantity {
                value: 1.0,
                dimension,
            })
        };
        let dimension = tree.evaluate(&one).map(|quantity| quantity.dimension);
        if dimension.is_none() {
            self.reject(path, FieldCode::IncompatibleUnits, &given);
        }
        Some((tree, dimension?))
    }

    fn calculator(
        &mut self,
        fields: &mut Fields,
        known: &dyn Fn(&str) -> Option<Dimension>,
        unit: Option<&Unit>,
    ) -> Option<Way> {
        let name = self.text(fields, "calculator")?;
        let entry = SINGLES.iter().find(|entry| entry.description.name == name);
        let Some(entry) = entry else {
            self.reject(
                fields.at("calculator"),
                FieldCode::UnknownChoice,
                &name.to_owned().into(),
            );
            return None;
        };
        let description = &entry.description;
        let input = match fields.get("input") {
            None => Some(Template::Record(Vec::new())),
            Some(value @ Value::Record(_)) => {
                let units = |name: &str| {
                    let parameter = description
                        .parameters
                        .iter()
                        .find(|entry| entry.name == name)?;
                    match parameter.kind {
                        Kind::Choice(_) => None,
                        _ => Unit::parse(parameter.unit),
                    }
                };
                self.template(value, fields.at("input"), known, &units, 0)
            }
            Some(other) => {
                self.reject(fields.at("input"), FieldCode::WrongType, other);
                None
            }
        };
        let output = self.required(fields, "output")?;
        let found = find_output(description, output);
        let unit = found.and_then(|found| Unit::parse(found.unit).or_else(|| unit.cloned()));
        if unit.is_none() {
            self.reject(
                fields.at("output"),
                FieldCode::UnknownName,
                &output.to_owned().into(),
            );
        }
        Some(Way::Calculator {
            entry,
            input: input?,
            output: output.to_owned(),
            unit: unit?,
        })
    }

    /// Texts that begin with `=` are expressions, everything else is what the calculator is given.
    fn template(
        &mut self,
        value: &Value,
        path: String,
        known: &dyn Fn(&str) -> Option<Dimension>,
        unit: &dyn Fn(&str) -> Option<Unit>,
        depth: usize,
    ) -> Option<Template> {
        if depth > 6 {
            self.reject(path, FieldCode::TooDeep, value);
            return None;
        }
        match value {
            Value::Text(text) if text.starts_with('=') => {
                let name = path.rsplit('.').next().unwrap_or_default();
                let unit = if depth == 1 { unit(name) } else { None };
                let (tree, dimension) = self.tree(&text[1..], path.clone(), known)?;
                if let Some(unit) = &unit
                    && !same_but_for_gpus(&unit.dimension(), &dimension)
                {
                    self.reject(path, FieldCode::IncompatibleUnits, value);
                    return None;
                }
                Some(Template::Expression(tree, unit.unwrap_or_else(Unit::none)))
            }
            Value::List(list) if list.len() <= MOST => {
                let list = list.iter().enumerate().map(|(index, value)| {
                    self.template(value, format!("{path}[{index}]"), known, unit, depth + 1)
                });
                Some(Template::List(list.collect::<Option<_>>()?))
            }
            Value::Record(record) if record.len() <= MOST => {
                let record = record.iter().map(|(name, value)| {
                    let inner = self.template(value, join(&path, name), known, unit, depth + 1)?;
                    Some((name.to_owned(), inner))
                });
                Some(Template::Record(record.collect::<Option<_>>()?))
            }
            Value::List(_) | Value::Record(_) => {
                self.reject(path, FieldCode::TooManyEntries, value);
                None
            }
            plain => Some(Template::Plain(plain.clone())),
        }
    }
}

/// A number that the calculator's tables name: `npv`, `hybrid.savingOnRented`.
fn find_output(description: &Description, output: &str) -> Option<Output> {
    let find = |outputs: &[Output], name: &str| {
        let mut numbers = outputs.iter().filter(|output| output.kind.is_numeric());
        numbers.find(|output| output.name == name).copied()
    };
    match output.split_once('.') {
        None => find(description.outputs, output),
        Some((member, name)) => {
            let member = description
                .details
                .iter()
                .find(|detail| detail.name == member)?;
            match member.shape {
                Shape::OptionalRecord(part) => find(part.outputs, name),
                _ => None,
            }
        }
    }
}

/// `kebab-case`.
fn is_id(text: &str) -> bool {
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
    !text.is_empty() && text.len() <= 80 && text.chars().all(plain)
}

/// What an expression can name.
fn is_name(text: &str) -> bool {
    let mut letters = text.chars();
    letters.next().is_some_and(|c| c.is_ascii_alphabetic())
        && letters.all(|c| c.is_ascii_alphanumeric() || c == '_')
        && text.len() <= 60
        && !super::expression::FUNCTIONS.contains(&text)
}

/// `2024`, `2024-11` or `2024-11-06`.
fn is_date(text: &str) -> bool {
    let mut parts = text.split('-');
    let mut part = |length: usize, most: u32| {
        let part = parts.next()?;
        let number: u32 = part.parse().ok()?;
        let fits = part.len() == length && (1..=most).contains(&number);
        Some(fits && part.bytes().all(|byte| byte.is_ascii_digit()))
    };
    let parts = [part(4, 9999), part(2, 12), part(2, 31)];
    parts[0] == Some(true)
        && parts[1] != Some(false)
        && parts[2] != Some(false)
        && text.len() == 4 + 3 * parts[1..].iter().flatten().count()
}
