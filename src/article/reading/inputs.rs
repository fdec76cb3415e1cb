//! The figures that a check computes with: of the article, of the catalogue, given.

use super::figures::{BOUNDS, QUANTITIES, rounding};
use super::{Fields, Reading, Scope, is_date, is_name};
use crate::article::Status;
use crate::article::catalogue::{self, Cited};
use crate::article::format::{Bound, Input};
use crate::catalog;
use crate::error::{FieldCode, FieldError};
use crate::printed::unit::{Unit, same_but_for_gpus};
use crate::value::Value;
use std::collections::BTreeMap;

impl Reading<'_> {
    pub(super) fn inputs(&mut self, fields: &Fields, scope: &Scope) -> BTreeMap<String, Input> {
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
    pub(super) fn input(&mut self, value: &Value, path: String, scope: &Scope) -> Option<Input> {
        if let Value::Number(_) | Value::Text(_) = value {
            let number = self.one(value, path)?;
            let values = (number.value, number.value);
            return Some(Input {
                rounding: rounding(value, (number, number), &Unit::none(), None),
                ..Input::of_article(values, Unit::none(), scope.source)
            });
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
            self.astray(fields.at("series"), series);
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
    pub(super) fn series_for(
        &mut self,
        fields: &mut Fields,
        series: Option<&str>,
    ) -> Option<&'static str> {
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

    pub(super) fn referred(&mut self, fields: &mut Fields, scope: &Scope) -> Option<Input> {
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
            bound: figure.bound,
            rounding: figure.rounding,
            ..Input::of_article(figure.values(), figure.unit.clone(), scope.source)
        })
    }

    pub(super) fn cited(&mut self, fields: &mut Fields) -> Option<Input> {
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
            self.astray(fields.at("catalogue"), name);
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

    /// Refuses a path that leads to nothing in the catalogue.
    fn astray(&mut self, path: String, name: &str) {
        let error = FieldError::new(path, FieldCode::UnknownName, &name.to_owned().into());
        let (part, nearest) = match catalogue::dates_near(name) {
            Some(dates) => (None, dates),
            None => catalogue::stranger(name).map_or((None, Vec::new()), |(part, meant)| {
                (Some(part), meant.into_iter().collect())
            }),
        };
        self.problems.push(FieldError {
            nearest,
            part,
            ..error
        });
    }

    pub(super) fn given(&mut self, fields: &mut Fields, scope: &Scope) -> Option<Input> {
        let path = fields.at("value");
        let printed = fields.get("value").map(|value| self.printed(value, path));
        let unit = self.unit(fields, "unit");
        let precision = self.number(fields, "precision", 0.0, f64::MAX);
        let source = self.text(fields, "source").unwrap_or(scope.source);
        if !scope.knows(source) {
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
        let bound = self.choice(fields, "bound", &BOUNDS.map(|(name, _)| name));
        let (from, to) = printed??;
        let unit = unit?;
        let values = (from.value * unit.factor(), to.value * unit.factor());
        let quantity = quantity.map(|index| QUANTITIES[index]);
        Some(Input {
            status,
            rounding: rounding(fields.get("value")?, (from, to), &unit, precision),
            date: date.map(ToOwned::to_owned),
            bound: bound.map_or(Bound::Exactly, |index| BOUNDS[index].1),
            impossible: quantity
                .filter(|(_, least, greatest)| values.0 < *least || values.1 > *greatest),
            ..Input::of_article(values, unit, source)
        })
    }
}
