//! Reads untrusted data against parameter tables and gathers every bad field.

use crate::catalog;
use crate::error::{CalculatorError, FieldCode, FieldError};
use crate::table::{Parameter, Parameters, defaults};
use crate::value::{Record, Value};

/// The most rows a list may have: far above any table a reader could use, far below what stalls a page.
pub const MAX_ROWS: usize = 1000;

/// The most bad values of one column that are listed.
pub const MAX_ERRORS: usize = 100;

/// The most errors of unknown names that tell the nearest known ones.
#[cfg(feature = "analysis")]
const MAX_NEAREST: usize = 10;

static EMPTY: Record = Record::new();

/// Reads one record field by field; [`Reader::finish`] then reports all that was wrong with it.
pub struct Reader<'a> {
    record: &'a Record,
    prefix: String,
    known: Vec<&'static str>,
    errors: Vec<FieldError>,
    /// How many errors there are beyond those that are listed.
    unlisted: usize,
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
                    vec![FieldError::new(name, FieldCode::WrongType, other)],
                )
            }
        };
        let prefix = if path.is_empty() { path } else { path + "." };
        Reader {
            record,
            prefix,
            known: Vec::with_capacity(48),
            errors,
            unlisted: 0,
        }
    }

    /// The value under a name, which from now on counts as known.
    pub fn get(&mut self, name: &'static str) -> Option<&'a Value> {
        self.known.push(name);
        self.record.get(name)
    }

    /// The value under a name that stays unknown.
    #[cfg(feature = "analysis")]
    pub(crate) fn peek(&self, name: &str) -> Option<&'a Value> {
        self.record.get(name)
    }

    /// Notes a bad field.
    pub fn reject(&mut self, name: &str, code: FieldCode, value: impl Into<Value>) {
        self.reject_given(name, code, &value.into());
    }

    /// Notes a bad field that was given.
    pub(crate) fn reject_given(&mut self, name: &str, code: FieldCode, value: &Value) {
        let path = self.path(name);
        self.errors.push(FieldError::new(path, code, value));
    }

    /// Notes a text that names nothing known. Only the first such errors tell what is nearest, for that
    /// takes its time.
    #[cfg(feature = "analysis")]
    pub(crate) fn reject_unknown(
        &mut self,
        name: &str,
        code: FieldCode,
        text: &str,
        known: &mut dyn Iterator<Item = &str>,
    ) {
        let error = FieldError::new(self.path(name), code, &text.into());
        let few = self.errors.len() < MAX_NEAREST;
        self.errors
            .push(if few { error.near(text, known) } else { error });
    }

    fn path(&self, name: &str) -> String {
        let mut path = self.prefix.clone();
        path.push_str(name);
        path
    }

    /// A value for every parameter of a table: its default, that of the preset the input names over it
    /// where there are `presets`, the given one over both.
    pub fn values(&mut self, table: &'static [Parameter], presets: bool) -> Vec<f64> {
        let mut values = defaults(table);
        if presets {
            self.preset(table, &mut values);
        }
        self.overlay(table, &mut values);
        values
    }

    /// Every parameter of a table; those not given keep the value they have in `base`.
    pub fn parameters<P: Parameters>(&mut self, base: P) -> P {
        let mut values = base.values();
        self.overlay(P::TABLE, &mut values);
        P::take(&mut values.iter())
    }

    /// The given parameters of a table over the values there are.
    pub(crate) fn overlay(&mut self, table: &'static [Parameter], values: &mut [f64]) {
        for (parameter, value) in table.iter().zip(values) {
            if let Some(given) = self.get(parameter.name) {
                match parameter.check(given) {
                    Ok(number) => *value = number,
                    Err(code) => self.reject_number(parameter, code, given),
                }
            }
        }
    }

    fn reject_number(&mut self, parameter: &Parameter, code: FieldCode, value: &Value) {
        let path = self.path(parameter.name);
        self.errors.push(parameter.error(path, code, value));
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
        self.reject_given("preset", code, given);
        None
    }

    /// The values of the preset the input names over those there are.
    fn preset(&mut self, table: &[Parameter], values: &mut [f64]) {
        let name = self.preset_name(catalog::PRESET_IDS);
        let Some(preset) = name.and_then(catalog::preset) else {
            return;
        };
        for (name, figure) in preset.values {
            let index = table.iter().position(|parameter| parameter.name == *name);
            if let Some(value) = index.and_then(|index| values.get_mut(index)) {
                *value = *figure;
            }
        }
    }

    /// A text, where one is given.
    pub fn text(&mut self, name: &'static str) -> Option<String> {
        match self.get(name)? {
            Value::Text(text) => Some(text.clone()),
            other => {
                self.reject_given(name, FieldCode::WrongType, other);
                None
            }
        }
    }

    /// A number read as a parameter reads its own, where a fitting one is given; NaN for a null.
    pub fn number(&mut self, name: &'static str, parameter: &Parameter) -> Option<f64> {
        let given = self.get(name)?;
        match parameter.check(given) {
            Ok(number) => Some(number),
            Err(code) => {
                let parameter = parameter.named(name, "");
                self.reject_number(&parameter, code, given);
                None
            }
        }
    }

    /// A truth value, where one is given.
    pub fn flag(&mut self, name: &'static str) -> Option<bool> {
        match self.get(name)? {
            Value::Bool(truth) => Some(*truth),
            other => {
                self.reject_given(name, FieldCode::WrongType, other);
                None
            }
        }
    }

    /// A record that is read elsewhere, where one is given.
    pub fn record(&mut self, name: &'static str) -> Option<&'a Record> {
        match self.get(name)? {
            Value::Record(record) => Some(record),
            other => {
                self.reject_given(name, FieldCode::WrongType, other);
                None
            }
        }
    }

    /// What `read` makes of a record, where one is given; its errors join these.
    pub fn group<T>(
        &mut self,
        name: &'static str,
        read: impl FnOnce(&mut Reader) -> T,
    ) -> Option<T> {
        let given = self.get(name)?;
        Some(self.within(name, given, read))
    }

    /// What `read` makes of a record that stands under a path; its errors join these.
    pub(crate) fn within<T>(
        &mut self,
        path: &str,
        given: &Value,
        read: impl FnOnce(&mut Reader) -> T,
    ) -> T {
        let mut reader = Reader::at(given, self.path(path));
        let read = read(&mut reader);
        self.join(reader.close());
        read
    }

    /// A column of numbers within an entry's bounds, where a fitting one is given: a list or a column
    /// of at most so many.
    pub fn column(
        &mut self,
        name: &'static str,
        entry: &Parameter,
        longest: usize,
    ) -> Option<Vec<f64>> {
        match self.get(name)? {
            Value::List(list) => {
                let entries = list.iter();
                self.checked(name, entry, longest, entries, |value| entry.check(value))
            }
            Value::Column(column) => {
                let entries = column.iter();
                self.checked(name, entry, longest, entries, |number| {
                    entry.check_number(*number)
                })
            }
            Value::TooLong(length) if *length > longest => {
                self.fits(name, *length, longest);
                None
            }
            other => {
                self.reject_given(name, FieldCode::WrongType, other);
                None
            }
        }
    }

    fn checked<'v, V: Clone + Into<Value> + 'v>(
        &mut self,
        name: &str,
        entry: &Parameter,
        longest: usize,
        entries: impl ExactSizeIterator<Item = &'v V>,
        check: impl Fn(&V) -> Result<f64, FieldCode>,
    ) -> Option<Vec<f64>> {
        if !self.fits(name, entries.len(), longest) {
            return None;
        }
        let mut column = Vec::with_capacity(entries.len());
        let mut bad = 0;
        for (index, value) in entries.enumerate() {
            match check(value) {
                Ok(number) => column.push(number),
                Err(code) if bad < MAX_ERRORS => {
                    bad += 1;
                    let path = self.entry(name, index);
                    self.errors
                        .push(entry.error(path, code, &value.clone().into()));
                }
                Err(_) => self.unlisted += 1,
            }
        }
        Some(column)
    }

    /// Notes a number above a bound that other fields set.
    pub fn reject_above(&mut self, name: &str, value: f64, max: f64) {
        let path = self.path(name);
        self.errors.push(FieldError {
            max: Some(max),
            ..FieldError::new(path, FieldCode::AboveMaximum, &value.into())
        });
    }

    /// Notes a number that was not given although it must be.
    pub fn require(&mut self, name: &str) {
        if matches!(self.record.get(name), None | Some(Value::Null)) {
            self.reject(name, FieldCode::Missing, Value::Null);
        }
    }

    /// Notes a text or a list that was not given although it must be; that a null is neither, reading it
    /// says.
    pub fn require_given(&mut self, name: &str) {
        if self.record.get(name).is_none() {
            self.reject(name, FieldCode::Missing, Value::Null);
        }
    }

    /// The required id of a row, which no other row of the list may have.
    pub fn id(&mut self, taken: &mut Vec<String>) -> String {
        let given = self.record.get("id").is_some();
        let id = self.text("id");
        match &id {
            None if !given => self.reject("id", FieldCode::Missing, Value::Null),
            Some(id) if taken.contains(id) => {
                self.reject("id", FieldCode::Duplicate, id.as_str());
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
        let mut read = Vec::new();
        self.each(name, ids, &mut |reader| read.push(row(reader)))
            .then_some(read)
    }

    /// Reads a list row by row; whether there is a fitting one.
    fn each(&mut self, name: &'static str, ids: bool, row: &mut dyn FnMut(&mut Reader)) -> bool {
        let Some(rows) = self.rows(name) else {
            return false;
        };
        for (index, value) in rows.iter().enumerate() {
            let path = self.entry(name, index);
            let record = match value {
                Value::Text(_) if ids => &Record::new().with("id", value.clone()).into(),
                other => other,
            };
            let mut reader = Reader::at(record, path);
            row(&mut reader);
            self.join(reader.close());
        }
        true
    }

    fn entry(&self, name: &str, index: usize) -> String {
        format!("{}[{index}]", self.path(name))
    }

    /// The entries of a list, where a fitting one is given.
    pub fn rows(&mut self, name: &'static str) -> Option<&'a [Value]> {
        let given = self.get(name)?;
        match given {
            Value::List(rows) => self.fits(name, rows.len(), MAX_ROWS).then_some(rows),
            Value::TooLong(length) if *length > MAX_ROWS => {
                self.fits(name, *length, MAX_ROWS);
                None
            }
            _ => {
                self.reject_given(name, FieldCode::WrongType, given);
                None
            }
        }
    }

    /// Whether a list has entries, but not too many; notes it where not.
    fn fits(&mut self, name: &str, length: usize, longest: usize) -> bool {
        let code = match length {
            0 => FieldCode::EmptyList,
            length if length > longest => FieldCode::TooManyEntries,
            _ => return true,
        };
        let path = self.path(name);
        let length = Value::Number(length as f64);
        self.errors.push(FieldError {
            min: Some(1.0),
            max: Some(longest as f64),
            ..FieldError::new(path, code, &length)
        });
        false
    }

    /// The errors of a record within this one, listed and not.
    fn join(&mut self, within: CalculatorError) {
        self.unlisted += within.count - within.fields.len();
        self.errors.extend(within.fields);
    }

    fn close(mut self) -> CalculatorError {
        for (name, value) in self.record.iter() {
            if !self.known.contains(&name) {
                self.reject_given(name, FieldCode::UnknownField, value);
            }
        }
        CalculatorError {
            count: self.errors.len() + self.unlisted,
            fields: self.errors,
        }
    }

    /// Ends the reading.
    ///
    /// # Errors
    /// Every bad field that was met, and every field that no one asked for.
    pub fn finish(self) -> Result<(), CalculatorError> {
        let error = self.close();
        if error.count == 0 { Ok(()) } else { Err(error) }
    }
}
