//! Reads an article file: everything that is wrong with it at once, each with its path.

mod checks;
mod figures;
mod inputs;

use super::Words;
use super::format::{Article, Claim, Figure, Input};
use crate::catalog;
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::value::{Record, Value};
use std::collections::BTreeMap;

/// Claims in a file, checks in a claim, names in a record: far above any article.
const MOST: usize = 500;
/// The longest text, in characters.
const LONGEST: usize = 2000;

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

impl Scope<'_> {
    /// Whether there is a source of this id: the file's or the catalogue's.
    fn knows(&self, source: &str) -> bool {
        let own = source == self.source || self.sources.iter().any(|id| id == source);
        own || catalog::source(source).is_some()
    }
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

    pub(super) fn too_many(&mut self, path: String, count: usize) {
        let error = FieldError::new(path, FieldCode::TooManyEntries, &(count as f64).into());
        self.problems.push(FieldError {
            max: Some(MOST as f64),
            ..error
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
                self.too_many(path, record.len());
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
                self.too_many(fields.at(name), list.len());
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
        match fields.get("claims") {
            None => self.missing(&fields, "claims"),
            Some(Value::List(list)) if list.is_empty() => {
                self.reject("claims", FieldCode::EmptyList, &0.0.into());
            }
            _ => {}
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
        for name in ["publisher", "licence"] {
            self.text(&mut fields, name);
        }
        if fields.get("url").is_some() {
            self.formed(&mut fields, "url", is_address);
        }
        if fields.get("date").is_some() {
            self.formed(&mut fields, "date", is_date);
        }
        self.finish(&fields);
        id.map(ToOwned::to_owned)
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
        let stated = self.stated(&mut fields, id, scope);
        let mut inputs = self.inputs_of(&mut fields, &stated, scope, common);
        let mut checks = Vec::new();
        let base = fields.at("checks");
        for (index, value) in self.list(&mut fields, "checks").iter().enumerate() {
            let path = format!("{base}[{index}]");
            let id = id.unwrap_or_default();
            if let Some(check) = self.check(value, path, id, &stated, &inputs, scope) {
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

    /// The figures that a claim states, which have been read before any claim.
    fn stated(
        &mut self,
        fields: &mut Fields,
        id: Option<&str>,
        scope: &Scope,
    ) -> BTreeMap<String, Figure> {
        fields.known.push("stated");
        let mut stated = BTreeMap::new();
        if let (Some(id), Some(Value::Record(record))) = (id, fields.record.get("stated")) {
            for (name, _) in record.iter() {
                if let Some(figure) = scope.figures.get(&format!("{id}.{name}")) {
                    stated.insert(name.to_owned(), figure.clone());
                }
            }
        }
        for (name, figure) in &stated {
            let unknown = figure.source.as_ref().filter(|source| !scope.knows(source));
            if let Some(source) = unknown {
                let path = format!("{}.{name}.source", fields.at("stated"));
                self.reject(path, FieldCode::UnknownName, &source.clone().into());
            }
        }
        stated
    }

    /// All that a claim's checks can name: its own inputs, before those of the file, and what it states.
    fn inputs_of(
        &mut self,
        fields: &mut Fields,
        stated: &BTreeMap<String, Figure>,
        scope: &Scope,
        common: &BTreeMap<String, Input>,
    ) -> BTreeMap<String, Input> {
        let mut inputs = match self.record(fields, "inputs") {
            Some(record) => self.inputs(&record, scope),
            None => BTreeMap::new(),
        };
        for name in inputs.keys().filter(|name| stated.contains_key(*name)) {
            let path = join(&fields.at("inputs"), name);
            self.reject(path, FieldCode::Duplicate, &name.as_str().into());
        }
        for (name, input) in common {
            inputs.entry(name.clone()).or_insert_with(|| input.clone());
        }
        for (name, figure) in stated {
            let input = Input {
                bound: figure.bound,
                rounding: figure.rounding,
                ..Input::of_article(figure.values(), figure.unit.clone(), scope.source)
            };
            inputs.insert(name.clone(), input);
        }
        inputs
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
        && is_in_month(text)
}

/// Whether the month has such a day, if the text has one.
fn is_in_month(date: &str) -> bool {
    let part = |at: std::ops::Range<usize>| date.get(at)?.parse::<u32>().ok();
    let (Some(year), Some(month), Some(day)) = (part(0..4), part(5..7), part(8..10)) else {
        return true;
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    day <= match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

/// An address that a browser opens as a page: nothing that runs.
fn is_address(text: &str) -> bool {
    ["https://", "http://"]
        .iter()
        .any(|scheme| text.starts_with(scheme))
}
