//! Columns of numbers: what charts draw and batches compute.

use std::ops::{Deref, DerefMut};

/// A column of numbers: a list in JSON, a `Float64Array` in JavaScript.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Column(pub Vec<f64>);

impl Deref for Column {
    type Target = Vec<f64>;

    fn deref(&self) -> &Vec<f64> {
        &self.0
    }
}

impl DerefMut for Column {
    fn deref_mut(&mut self) -> &mut Vec<f64> {
        &mut self.0
    }
}

impl From<Vec<f64>> for Column {
    fn from(numbers: Vec<f64>) -> Self {
        Column(numbers)
    }
}

impl FromIterator<f64> for Column {
    fn from_iter<I: IntoIterator<Item = f64>>(numbers: I) -> Self {
        Column(numbers.into_iter().collect())
    }
}

/// Rows of a schedule or series as columns; so many are expected.
pub(crate) fn columns<const N: usize>(
    count: usize,
    rows: impl Iterator<Item = [f64; N]>,
) -> [Column; N] {
    let mut columns = std::array::from_fn(|_| Column(Vec::with_capacity(count)));
    for row in rows {
        for (column, number) in columns.iter_mut().zip(row) {
            column.push(number);
        }
    }
    columns
}

#[cfg(feature = "serde")]
impl serde::Serialize for Column {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serialize(&self.0, serializer)
    }
}

/// Numbers as a column.
#[cfg(feature = "serde")]
pub(crate) fn serialize<S: serde::Serializer>(
    numbers: &[f64],
    serializer: S,
) -> Result<S::Ok, S::Error> {
    // Outward, for serde has no plain hook: to tell columns apart takes a serializer of one's own.
    #[cfg(feature = "wasm")]
    if let Some(column) = crate::wasm::column(numbers) {
        return serde::Serialize::serialize(&column, serializer);
    }
    serializer.collect_seq(numbers)
}
