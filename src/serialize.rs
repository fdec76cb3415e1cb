//! How results become JSON and JavaScript objects: structs whose names are known at compile time,
//! which a host can keep, and not maps, whose names it has to make anew each time: only the columns of
//! analyses, which an input names, are maps.

use crate::table::{Kind, Parameter, Reasons};
use serde::ser::{Serialize, SerializeStruct, Serializer};

/// A struct whose fields can stand among another's: what `#[serde(flatten)]` does by way of a map.
pub trait SerializeFields {
    /// How many fields there are at most.
    const COUNT: usize;

    /// Adds the fields to a struct.
    ///
    /// # Errors
    /// Those of the serializer.
    fn serialize_fields<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error>;
}

/// Nothing beside the rest.
impl SerializeFields for () {
    const COUNT: usize = 0;

    fn serialize_fields<S: SerializeStruct>(&self, _: &mut S) -> Result<(), S::Error> {
        Ok(())
    }
}

/// A struct of its fields alone.
pub(crate) fn fields<T: SerializeFields, S: Serializer>(
    of: &T,
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut to = serializer.serialize_struct("Fields", T::COUNT)?;
    of.serialize_fields(&mut to)?;
    to.end()
}

/// A field that is left out where there is nothing.
pub(crate) fn given<T: Serialize, S: SerializeStruct>(
    to: &mut S,
    name: &'static str,
    value: Option<&T>,
) -> Result<(), S::Error> {
    match value {
        Some(value) => to.serialize_field(name, value),
        None => Ok(()),
    }
}

/// A number, without the `.0` that JSON has behind a float which is whole.
pub(crate) fn number<S: Serializer>(number: f64, serializer: S) -> Result<S::Ok, S::Error> {
    const MOST: f64 = (1_u64 << 53) as f64;
    if number.fract() == 0.0 && number.abs() < MOST {
        serializer.serialize_i64(number as i64)
    } else {
        serializer.serialize_f64(number)
    }
}

/// The values of a table's parameters.
pub(crate) struct Echo<'a> {
    pub table: &'static [Parameter],
    pub values: &'a [f64],
}

impl Echo<'_> {
    /// Adds the values to a struct; those that are absent as null.
    pub(crate) fn serialize_fields<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error> {
        for (parameter, value) in self.table.iter().zip(self.values) {
            to.serialize_field(parameter.name, &Shown(parameter, *value))?;
        }
        Ok(())
    }

    /// Adds those that are there.
    pub(crate) fn serialize_given<S: SerializeStruct>(&self, to: &mut S) -> Result<(), S::Error> {
        for (parameter, value) in self.table.iter().zip(self.values) {
            if !value.is_nan() {
                to.serialize_field(parameter.name, &Shown(parameter, *value))?;
            }
        }
        Ok(())
    }
}

impl Serialize for Echo<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut to = serializer.serialize_struct("Input", self.table.len())?;
        self.serialize_fields(&mut to)?;
        to.end()
    }
}

/// A number of the table: a choice as its word, an absent one as null.
struct Shown<'a>(&'a Parameter, f64);

impl Serialize for Shown<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Shown(parameter, value) = *self;
        match parameter.kind {
            Kind::Choice(words) => match words.get(value as usize) {
                Some(word) => serializer.serialize_unit_variant("Choice", value as u32, word),
                None => serializer.serialize_unit(),
            },
            _ if value.is_nan() => serializer.serialize_unit(),
            Kind::Integer => number(value, serializer),
            _ => serializer.serialize_f64(value),
        }
    }
}

/// Why results are null, by their names.
pub(crate) struct ReasonsOf<'a>(pub &'a Reasons);

impl Serialize for ReasonsOf<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        by_name(self.0, serializer)
    }
}

/// A struct whose names are those of results.
pub(crate) fn by_name<T: Serialize, S: Serializer>(
    values: &[(&'static str, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    let mut to = serializer.serialize_struct("ByName", values.len())?;
    for (name, value) in values {
        to.serialize_field(name, value)?;
    }
    to.end()
}

/// A map whose names are paths, which are made for an input.
#[cfg(feature = "analysis")]
pub(crate) fn by_path<T: Serialize, S: Serializer>(
    values: &[(String, T)],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    serializer.collect_map(values.iter().map(|(path, value)| (path, value)))
}
