//! What a dependent crate gets of the tables, and of a calculation.

use chip_calculators::calculators::CALCULATORS;
use chip_calculators::calculators::{
    Formula,
    cloud_break_even::{CloudBreakEven, Input},
};

/// Bytes of the units, the documentation and the sources of all parameters.
#[unsafe(no_mangle)]
pub extern "C" fn text_bytes() -> usize {
    CALCULATORS
        .iter()
        .flat_map(|entry| entry.description.parameters)
        .map(|parameter| parameter.unit.len() + parameter.doc.len() + parameter.source.len())
        .sum()
}

/// From which utilization owning so many GPUs beats renting them.
#[unsafe(no_mangle)]
pub extern "C" fn break_even_utilization(gpus: f64) -> f64 {
    let mut input = Input::default();
    input.own.gpus = gpus;
    CloudBreakEven::calculate(&input)
        .break_even_utilization
        .unwrap_or(f64::NAN)
}
