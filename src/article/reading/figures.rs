//! The figures that a claim states.

use super::{Fields, Reading, is_name, join};
use crate::article::format::{Bound, Figure};
use crate::article::near::Near;
use crate::error::{FieldCode, FieldError};
use crate::printed::number::Number;
use crate::printed::unit::{self, Unit};
use crate::value::Value;
use std::collections::BTreeMap;

pub(super) const BOUNDS: [(&str, Bound); 5] = [
    ("exactly", Bound::Exactly),
    ("atLeast", Bound::AtLeast),
    ("above", Bound::Above),
    ("atMost", Bound::AtMost),
    ("below", Bound::Below),
];

/// What a figure is, and so what it can be: least and greatest, in base units.
pub(super) const QUANTITIES: [(&str, f64, f64); 12] = [
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

/// What printing leaves open of a figure that is computed with, in base units. Decimals and shares in
/// per cent were rounded; a whole number may be a count, as the cards of 2 万张 are, and is exact, and
/// so is a bare number of the file.
pub(super) fn rounding(
    value: &Value,
    (from, to): (Number, Number),
    unit: &Unit,
    precision: Option<f64>,
) -> f64 {
    let printed = match value {
        Value::Record(ends) => ends.iter().all(|(_, end)| end.as_text().is_some()),
        other => other.as_text().is_some(),
    };
    let half = from.half.max(to.half);
    let share = unit.to_string() == "%";
    let half = match precision {
        Some(half) => half,
        None if printed && (share || half < 0.5) => half,
        None => 0.0,
    };
    half * unit.factor()
}

impl Reading<'_> {
    /// The stated figures of a claim, under `claim.figure`; what is wrong with the rest of the
    /// claim is said when that is read.
    pub(super) fn figures(
        &mut self,
        claim: &Value,
        path: &str,
        figures: &mut BTreeMap<String, Figure>,
    ) {
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

    pub(super) fn figure(&mut self, value: &Value, path: String) -> Option<Figure> {
        let mut fields = self.fields(value, path)?;
        let value = fields.get("value");
        let printed = match value {
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
        let (printed, unit) = (printed?, unit?);
        let half = match precision {
            Some(half) => (half, half),
            None => (printed.0.half, printed.1.half),
        };
        Some(Figure {
            rounding: rounding(value?, printed, &unit, precision),
            printed,
            half,
            unit,
            bound: bound.map_or(Bound::Exactly, |index| BOUNDS[index].1),
            quantity: quantity.map(|index| QUANTITIES[index]),
            source,
            label,
        })
    }

    /// One printed number, or `{from, to}`.
    pub(super) fn printed(&mut self, value: &Value, path: String) -> Option<(Number, Number)> {
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
                let error =
                    FieldError::new(fields.at("to"), FieldCode::BelowMinimum, &to.value.into());
                self.problems.push(FieldError {
                    min: Some(from.value),
                    ..error
                });
                return None;
            }
            return Some((from, to));
        }
        let one = self.one(value, path)?;
        Some((one, one))
    }

    pub(super) fn one(&mut self, value: &Value, path: String) -> Option<Number> {
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

    pub(super) fn unit(&mut self, fields: &mut Fields, name: &'static str) -> Option<Unit> {
        let Some(value) = fields.get(name) else {
            return Some(Unit::none());
        };
        let text = self.string(value, fields.at(name))?;
        let unit = Unit::parse(text);
        if unit.is_none() {
            self.reject(fields.at(name), FieldCode::UnknownUnit, value);
            if let Some((part, problem)) = unit::stranger(text).zip(self.problems.last_mut()) {
                let mut near = Near::to(&part);
                unit::words(&mut |word| near.see(word));
                problem.nearest = near.found().into_iter().map(ToOwned::to_owned).collect();
                problem.part = Some(part);
            }
        }
        unit
    }
}
