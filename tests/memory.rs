//! What batches and Monte Carlo take of the memory, and what becomes of those it has no room for.
#![cfg(not(target_arch = "wasm32"))]

use cap::Cap;
use chip_calculators::analysis::{BatchTask, batch, complete, monte_carlo};
use chip_calculators::error::{CalculatorError, FieldCode};
use chip_calculators::value::{Record, Value};
use std::alloc::System;

/// Counts what this process has, and refuses more than it is told to.
#[global_allocator]
static MEMORY: Cap<System> = Cap::new(System, usize::MAX);

const ROWS: usize = 1_000_000;

/// Bytes of a column.
const COLUMN: usize = 8 * ROWS;

fn gpus(bad: usize) -> Vec<f64> {
    let mut gpus = vec![64.0; ROWS];
    gpus[ROWS - bad..].fill(-1.0);
    gpus
}

fn request(columns: Record) -> Value {
    Record::new()
        .with("calculator", "clusterTco")
        .with("outputs", vec!["total".into(), Value::from("capital")])
        .with("columns", columns)
        .into()
}

fn requested(bad: usize) -> Value {
    request(Record::new().with("gpus", gpus(bad)))
}

/// The most that a call has at once beyond what there was before. What went before it must not have
/// been more, for the allocator knows the most of all.
fn most<T>(call: impl FnOnce() -> T) -> (usize, T) {
    let before = MEMORY.allocated();
    let answer = call();
    (MEMORY.max_allocated().saturating_sub(before), answer)
}

/// One test, for the memory is that of the process.
#[test]
fn a_bad_batch_needs_less_memory_than_a_good_one() {
    // From the least to the most.
    let one_bad = requested(1);
    let (of_one_bad, answer) = most(|| batch(&one_bad));
    assert_eq!(answer.unwrap_err().count, 1);
    // Neither the request's columns again, nor results.
    assert!(of_one_bad < COLUMN / 10, "{of_one_bad}");
    drop(one_bad);

    let all_bad = requested(ROWS);
    let (of_all_bad, answer) = most(|| batch(&all_bad));
    let error = answer.unwrap_err();
    assert_eq!((error.count, error.fields.len()), (ROWS, 100));
    assert!(of_all_bad < COLUMN / 10, "{of_all_bad}");
    drop(all_bad);

    let good = requested(0);
    let (of_good, answer) = most(|| batch(&good));
    let answer = answer.unwrap();
    assert!(
        (2 * COLUMN..2 * COLUMN + COLUMN / 10).contains(&of_good),
        "{of_good}"
    );
    drop(answer);

    let moved = requested(0);
    let (of_moved, answer) = most(|| complete::<BatchTask>(moved));
    assert_eq!(answer.unwrap().results.rows, ROWS);
    assert!(of_moved < 2 * COLUMN + COLUMN / 10, "{of_moved}");

    // Room for one column of results, and not for two.
    let limited = |call: &dyn Fn() -> Result<(), CalculatorError>| {
        MEMORY
            .set_limit(MEMORY.allocated() + COLUMN + COLUMN / 2)
            .unwrap();
        let error = call().unwrap_err();
        MEMORY.set_limit(usize::MAX).unwrap();
        let mut fields = error.fields.into_iter();
        let fields = fields
            .by_ref()
            .map(|field| (field.path, field.code, field.value));
        fields.collect::<Vec<_>>()
    };
    let too_many = |path: &str, number: usize| {
        let number = Value::Number(number as f64);
        [(path.to_owned(), FieldCode::TooManyEntries, number)]
    };
    assert_eq!(
        limited(&|| batch(&good).map(drop)),
        too_many("columns", ROWS)
    );
    let uncertain = Record::new()
        .with("parameter", "gpuPrice")
        .with("distribution", "uniform")
        .with("low", 30e3)
        .with("high", 44e3);
    let samples = Record::new()
        .with("calculator", "clusterTco")
        .with("output", "total")
        .with("uncertain", vec![Value::from(uncertain)])
        .with("samples", ROWS as f64)
        .with("draws", true);
    let samples = Value::from(samples);
    assert_eq!(
        limited(&|| monte_carlo(&samples).map(drop)),
        too_many("samples", ROWS)
    );
}
