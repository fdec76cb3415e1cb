//! Reads foreign data against parameter tables and gathers every bad field.

use crate::catalog;
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::parameters::{Kind, Parameter, Parameters};
use crate::value::{Record, Value};

/// The most rows a list may have: far above any table a reader could use, far below what stalls a page.
pub const MAX_ROWS: usize = 1000;

static EMPTY: Record = Record::new();

/// Reads one record field by field; [`Reader::finish`] then reports all that was wrong with it.
pub struct Reader<'a> {
    record: &'a Record,
    prefix: String,
    known: Vec<&'static str>,
    errors: Vec<FieldError>,
}

impl<'a> Reader<'a> {
    /// Reads a calculator's input, which must be a record.
    #[must_use]
    pub fn new(input: &'a Value) -> Self {
        Self::at(input, String::new())
    }

    fn at(input: &'a Value, path: String) -> Self {
        let (record, errors) = match input {
            Value::Record(record) => (record, Vec::new()),
            other => {
                let name = if path.is_empty() { "input" } else { &path };
                (
                    &EMPTY,
                    vec![FieldError::new(name, FieldCode::WrongType, other.clone())],
                )
            }
        };
        let prefix = if path.is_empty() { path } else { path + "." };
        Reader {
            record,
            prefix,
            known: Vec::new(),
            errors,
        }
    }

    /// The value under a name, which from now on counts as known.
    pub fn get(&mut self, name: &'static str) -> Option<&'a Value> {
        self.known.push(name);
        self.record.get(name)
    }

    /// Notes a bad field.
    pub fn reject(&mut self, name: &str, code: FieldCode, value: Value) {
        let path = self.path(name);
        self.errors.push(FieldError::new(path, code, value));
    }

    fn path(&self, name: &str) -> String {
        let mut path = self.prefix.clone();
        path.push_str(name);
        path
    }

    /// Every parameter of a table; those not given keep the value they have in `base`.
    pub fn parameters<P: Parameters>(&mut self, base: P) -> P {
        let mut values = base.values();
        self.overlay(P::TABLE, &mut values);
        P::take(&mut values.iter())
    }

    fn overlay(&mut self, table: &'static [Parameter], values: &mut [f64]) {
        for (parameter, value) in table.iter().zip(values) {
            if let Some(given) = self.get(parameter.name) {
                match parameter.check(given) {
                    Ok(number) => *value = number,
                    Err(code) => self.reject_number(parameter, code, given.clone()),
                }
            }
        }
    }

    fn reject_number(&mut self, parameter: &Parameter, code: FieldCode, value: Value) {
        let bounded = !matches!(parameter.kind, Kind::Choice(_));
        self.errors.push(FieldError {
            path: self.path(parameter.name),
            code,
            value,
            min: bounded.then_some(parameter.min),
            max: bounded.then_some(parameter.max),
        });
    }

    /// The preset the input names, where it is one of `known`.
    pub fn preset_name(&mut self, known: &[&'static str]) -> Option<&'static str> {
        let given = self.get("preset")?;
        let code = match given {
            Value::Text(text) => match known.iter().find(|name| *name == text) {
                Some(name) => return Some(name),
                None => FieldCode::UnknownPreset,
            },
            _ => FieldCode::WrongType,
        };
        self.reject("preset", code, given.clone());
        None
    }

    /// The values of `base` with those of the preset the input names laid over them.
    pub fn preset<P: Parameters>(&mut self, base: P) -> P {
        let name = self.preset_name(catalog::PRESET_IDS);
        let Some(preset) = name.and_then(catalog::preset) else {
            return base;
        };
        let mut values = base.values();
        for (name, figure) in preset.values {
            let index = P::TABLE
                .iter()
                .position(|parameter| parameter.name == *name);
            if let Some(value) = index.and_then(|index| values.get_mut(index)) {
                *value = *figure;
            }
        }
        P::take(&mut values.iter())
    }

    /// A text, where one is given.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        match self.get(name)? {
            Value::Text(text) => Some(text.clone().into_owned()),
            other => {
                self.reject(name, FieldCode::WrongType, other.clone());
                None
            }
        }
    }

    /// The required id of a row, which no other row of the list may have.
    pub fn id(&mut self, taken: &mut Vec<String>) -> String {
        let given = self.record.get("id").is_some();
        let id = self.text("id");
        match &id {
            None if !given => self.reject("id", FieldCode::Missing, Value::Null),
            Some(id) if taken.contains(id) => {
                self.reject("id", FieldCode::Duplicate, id.clone().into());
            }
            _ => {}
        }
        let id = id.unwrap_or_default();
        taken.push(id.clone());
        id
    }

    /// A list of records, where one is given: each is read by `row`, and its errors join these.
    /// With `ids`, a text stands for a record that holds that id alone.
    pub fn list<T>(
        &mut self,
        name: &'static str,
        ids: bool,
        mut row: impl FnMut(&mut Reader) -> T,
    ) -> Option<Vec<T>> {
        let rows = self.rows(name)?;
        let mut read = Vec::with_capacity(rows.len());
        for (index, value) in rows.iter().enumerate() {
            let path = format!("{}[{index}]", self.path(name));
            let record = match value {
                Value::Text(_) if ids => &Record::new().with("id", value.clone()).into(),
                other => other,
            };
            let mut reader = Reader::at(record, path);
            read.push(row(&mut reader));
            self.errors.append(&mut reader.close());
        }
        Some(read)
    }

    /// The entries of a list, where a fitting one is given.
    pub fn rows(&mut self, name: &'static str) -> Option<&'a [Value]> {
        let given = self.get(name)?;
        let Value::List(rows) = given else {
            self.reject(name, FieldCode::WrongType, given.clone());
            return None;
        };
        let code = match rows.len() {
            0 => FieldCode::EmptyList,
            1..=MAX_ROWS => return Some(rows),
            _ => FieldCode::TooManyEntries,
        };
        #[allow(clippy::cast_precision_loss)]
        self.errors.push(FieldError {
            path: self.path(name),
            code,
            value: Value::Number(rows.len() as f64),
            min: Some(1.0),
            max: Some(MAX_ROWS as f64),
        });
        None
    }

    fn close(mut self) -> Vec<FieldError> {
        for (name, value) in self.record.iter() {
            if !self.known.iter().any(|known| known == name) {
                let path = self.path(name);
                self.errors.push(FieldError::new(
                    path,
                    FieldCode::UnknownField,
                    value.clone(),
                ));
            }
        }
        self.errors
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// Every bad field that was met, and every field that no one asked for.
    pub fn finish(self) -> Result<(), CalculatorError> {
        let fields = self.close();
        if fields.is_empty() {
            Ok(())
        } else {
            Err(CalculatorError { fields })
        }
    }
}
