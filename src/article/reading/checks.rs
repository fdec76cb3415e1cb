//! The checks: an expression or a calculator, and what is solved for.

use super::{Fields, MOST, Reading, Scope, is_name, join};
use crate::article::Quantity;
use crate::article::expression::{Expression, Fault};
use crate::article::format::{Check, Figure, Input, Template, Unknown, Way};
use crate::calculators::{Description, SINGLES, Single};
use crate::error::{FieldCode, FieldError};
use crate::printed::unit::{Dimension, Unit, same_but_for_gpus, usual, written};
use crate::table::{Kind, Output, Shape};
use crate::value::Value;
use std::collections::BTreeMap;
use std::convert::Infallible;

impl Reading<'_> {
    pub(super) fn check(
        &mut self,
        value: &Value,
        path: String,
        id: &str,
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
        let way = self.way(&mut fields, &known, unit.as_ref());
        self.finish(&fields);
        if let (Some(way), Some(unit)) = (&way, &unit) {
            self.unit_of_way(way, unit, &fields, &known);
        }
        let check = Check {
            figure: figure.map(ToOwned::to_owned),
            label,
            way: way?,
            tolerance: tolerance.unwrap_or(0.0),
            unknown,
            unit,
        };
        self.circle(&check, &fields, id, inputs);
        if let Some(stated) = figure.and_then(|name| stated.get(name)) {
            self.unit_of_unknown(&check, stated, &fields, inputs);
        }
        if let Some(unknown) = &check.unknown
            && !check.names().contains(&unknown.name.as_str())
        {
            let name = unknown.name.clone().into();
            self.reject(fields.at("unknown.name"), FieldCode::UnknownName, &name);
        }
        (self.problems.len() == before).then_some(check)
    }

    /// The one of expression and calculator that is given.
    fn way(
        &mut self,
        fields: &mut Fields,
        known: &dyn Fn(&str) -> Option<Dimension>,
        unit: Option<&Unit>,
    ) -> Option<Way> {
        match (fields.get("expression"), fields.get("calculator")) {
            (Some(_), Some(value)) => {
                self.reject(fields.at("calculator"), FieldCode::Conflict, value);
                None
            }
            (None, None) => {
                self.missing(fields, "expression");
                None
            }
            (Some(_), None) => {
                let text = self.text(fields, "expression")?;
                let (tree, _) = self.tree(text, fields.at("expression"), known)?;
                let text = text.to_owned();
                Some(Way::Expression { text, tree })
            }
            (None, Some(_)) => self.calculator(fields, known, unit),
        }
    }

    /// The unit that a check is to be told in has to measure what the check does.
    fn unit_of_way(
        &mut self,
        way: &Way,
        unit: &Unit,
        fields: &Fields,
        known: &dyn Fn(&str) -> Option<Dimension>,
    ) {
        if let Some(dimension) = way.dimension(known)
            && !same_but_for_gpus(&unit.dimension(), &dimension)
        {
            let text = unit.to_string().into();
            self.reject(fields.at("unit"), FieldCode::IncompatibleUnits, &text);
        }
    }

    /// What the calculator refuses of its input as the file has it. What it refuses of what is
    /// computed from the article's figures is the article's, and is judged.
    fn calls(&mut self, entry: &Single, input: &Template, output: &str, fields: &Fields) {
        // NaN for what is computed, which is refused there alone: whatever it will be, what the file
        // has plainly is judged by itself.
        let number = |tree: &Expression| -> Result<f64, Infallible> {
            let found = tree.evaluate(&|_| None);
            Ok(found.map_or(f64::NAN, |found| found.value))
        };
        let Ok(filled) = input.fill(&number);
        let Err(refused) = (entry.result)(&filled, output) else {
            return;
        };
        let written = refused
            .fields
            .into_iter()
            .filter(|field| field.code == FieldCode::UnknownField || !input.computed(&field.path));
        for field in written {
            let path = join(&fields.at("input"), &field.path);
            if self.problems.iter().any(|problem| problem.path == path) {
                continue;
            }
            // Of an expression the file has its text.
            let value = match fields.record.get("input") {
                Some(Value::Record(given)) => given.get(&field.path).map(Value::reported),
                _ => None,
            };
            self.problems.push(FieldError {
                path,
                value: value.unwrap_or(field.value),
                ..field
            });
        }
    }

    /// Refuses a figure that is recomputed from itself, which it always agrees with.
    fn circle(
        &mut self,
        check: &Check,
        fields: &Fields,
        id: &str,
        inputs: &BTreeMap<String, Input>,
    ) {
        let Some(figure) = &check.figure else { return };
        let own = format!("{id}.{figure}");
        let names = check.names();
        let itself = names.iter().find(|name| {
            let reference = inputs
                .get(**name)
                .and_then(|input| input.reference.as_ref());
            *name == figure || reference == Some(&own)
        });
        if let Some(name) = itself {
            let way = match check.way {
                Way::Expression { .. } => "expression",
                Way::Calculator { .. } => "input",
            };
            let name = (*name).to_owned().into();
            self.reject(fields.at(way), FieldCode::Conflict, &name);
        }
    }

    /// Refuses a unit of the unknown with which the check measures something else than the figure,
    /// where another would do: the article says nothing of it.
    fn unit_of_unknown(
        &mut self,
        check: &Check,
        stated: &Figure,
        fields: &Fields,
        inputs: &BTreeMap<String, Input>,
    ) {
        let (Some(unknown), Way::Expression { .. }) = (&check.unknown, &check.way) else {
            return;
        };
        let own = unknown.unit.dimension();
        let measured = |own: Dimension| {
            let of = |name: &str| {
                if name == unknown.name {
                    Some(own)
                } else {
                    inputs.get(name).map(|input| input.unit.dimension())
                }
            };
            check.way.dimension(&of)
        };
        let Some(found) = measured(own) else { return };
        let fits = |unit: &Unit| same_but_for_gpus(&unit.dimension(), &found);
        // kWh beside kW is the article's own slip.
        if fits(&stated.unit) || stated.unit.confused().iter().any(fits) {
            return;
        }
        let target = stated.unit.dimension();
        let needed = [1, -1, 2, -2].into_iter().find_map(|power: i8| {
            let mut needed = own;
            for (base, (to, from)) in needed.iter_mut().zip(target.iter().zip(found)) {
                *base = base.saturating_add(to.saturating_sub(from) / power);
            }
            let fits = |found: Dimension| same_but_for_gpus(&found, &target);
            measured(needed)
                .filter(|found| fits(*found))
                .map(|_| needed)
        });
        if let Some(needed) = needed {
            let unit = told_in(&needed);
            let path = fields.at("unknown.unit");
            let given = unknown.unit.to_string().into();
            let error = FieldError::new(path, FieldCode::IncompatibleUnits, &given);
            let nearest = [unit].to_vec();
            self.problems.push(FieldError { nearest, ..error });
        }
    }

    pub(super) fn unknown(
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
    pub(super) fn between(&mut self, value: &Value, path: String) -> Option<(f64, f64)> {
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

    pub(super) fn tree(
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
            if let Some(((sign, found), problem)) = tree.clash(&one).zip(self.problems.last_mut()) {
                problem.part = Some(sign.to_owned());
                problem.nearest = found.iter().map(told_in).collect();
            }
        }
        Some((tree, dimension?))
    }

    pub(super) fn calculator(
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
        let output = self.required(fields, "output");
        // Whatever result is asked for, all that is wrong with the input is told.
        if let Some(input) = &input {
            self.calls(entry, input, output.unwrap_or_default(), fields);
        }
        let output = output?;
        let found = find_output(description, output);
        // What scenarios of plain figures give is in the unit that the check says.
        let said = unit.filter(|unit| unit.dimension() != Dimension::default());
        let unit = found.and_then(|found| match (found.unit, said) {
            ("", Some(said)) => Some(said.clone()),
            (own, _) => Unit::parse(own).or_else(|| unit.cloned()),
        });
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
    pub(super) fn template(
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
                let Some((tree, dimension)) = self.tree(&text[1..], path.clone(), known) else {
                    // So that what else is wrong with the input is told as well.
                    let unknown = Expression::Number(f64::NAN);
                    return Some(Template::Expression(unknown, Unit::none()));
                };
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
                // All of it is read before a fault ends it: each is told.
                let list: Vec<_> = list.collect();
                Some(Template::List(list.into_iter().collect::<Option<_>>()?))
            }
            Value::Record(record) if record.len() <= MOST => {
                let record = record.iter().map(|(name, value)| {
                    let inner = self.template(value, join(&path, name), known, unit, depth + 1)?;
                    Some((name.to_owned(), inner))
                });
                let record: Vec<_> = record.collect();
                Some(Template::Record(record.into_iter().collect::<Option<_>>()?))
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

/// What something measures, in a unit that an editor knows; nothing for a plain number.
fn told_in(dimension: &Dimension) -> String {
    usual(dimension, 1.0).map_or_else(|| written(dimension), |unit| unit.to_string())
}
