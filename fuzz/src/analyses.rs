//! What an analysis says must be what single calls say.

use crate::tree::{self, at, same, with};
use chip_calculators::analysis::batch::Batch;
use chip_calculators::analysis::response_curve::grid;
use chip_calculators::analysis::{MODELS, Subject, Variable};
use chip_calculators::calculators::CALCULATORS;
use chip_calculators::reader::Reader;
use chip_calculators::value::{Record, Value};

/// The calculator an answer is of, at the answer's input.
struct Single<'a> {
    name: &'a str,
    input: &'a Record,
    subject: Subject,
}

impl Single<'_> {
    fn parameter(&self, path: &str) -> &Variable {
        let mut variables = self.subject.variables().iter();
        let found = variables.find(|variable| variable.path == path);
        found.expect("a parameter")
    }

    /// An output of a single call with some parameters changed; NaN for null. Nothing where one of them
    /// stands deeper: `tests/paths.rs` asks that of single calls.
    fn call(&self, changed: &[(&Variable, f64)], output: &str) -> Option<f64> {
        let mut input = self.input.clone();
        let paths = changed.iter().map(|(variable, _)| &*variable.path);
        if paths.chain([output]).any(|path| path.contains('.')) {
            return None;
        }
        for (variable, number) in changed {
            input = with(&input, &variable.path, variable.entry.show(*number));
        }
        let entry = CALCULATORS
            .iter()
            .find(|entry| entry.description.name == self.name);
        let answer = (entry.expect("a calculator").run)(&input.into());
        let answer = answer.expect("what an analysis accepts, the calculator accepts");
        let answer = tree::answer(&answer);
        match at(&answer, &[output]) {
            Some(Value::Number(number)) => Some(*number),
            Some(Value::Null) => Some(f64::NAN),
            Some(Value::Text(word)) => {
                let outputs = entry.expect("a calculator").description.outputs.iter();
                let mut words = outputs.filter(|of| of.name == output);
                let words = words.next().and_then(|of| of.kind.words());
                let index = words.expect("words").iter().position(|of| of == word);
                index.map(|index| index as f64)
            }
            other => panic!("{output} is {other:?}"),
        }
    }
}

fn bits(found: f64, expected: Option<f64>, at: &str) {
    let Some(expected) = expected else { return };
    let same = same(&found.into(), &expected.into(), false);
    assert!(same, "{at}: {found}, not {expected}");
}

fn number(value: &Value, path: &[&str]) -> f64 {
    match at(value, path) {
        Some(Value::Number(number)) => *number,
        Some(Value::Null) => f64::NAN,
        other => panic!("{path:?} is {other:?}"),
    }
}

fn text<'a>(value: &'a Value, name: &str) -> &'a str {
    at(value, &[name]).and_then(Value::as_text).expect(name)
}

fn column<'a>(value: &'a Value, path: &[&str]) -> &'a [f64] {
    match at(value, path) {
        Some(Value::Column(column)) => column,
        other => panic!("{path:?} is {other:?}"),
    }
}

fn rows<'a>(value: &'a Value, name: &str) -> &'a [Value] {
    match at(value, &[name]) {
        Some(Value::List(rows)) => rows,
        // An empty list does not say of what.
        Some(Value::Column(none)) if none.is_empty() => &[],
        other => panic!("{name} is {other:?}"),
    }
}

/// Checks the answer of the analysis of a name.
pub fn check(name: &str, request: &Value, answer: &Value) {
    let Some(Value::Record(input)) = at(answer, &["input"]) else {
        panic!("{answer:?}")
    };
    let name_of = text(answer, "calculator");
    let model = MODELS.iter().find(|model| model.name == name_of);
    let given = Value::from(input.clone());
    let single = Single {
        name: name_of,
        input,
        subject: (model.expect("a calculator").read)(&mut Reader::new(&given)),
    };
    match name {
        "responseCurve" => response_curve(&single, answer),
        "responseCurves" => response_curves(&single, answer),
        "tornado" => tornado(&single, answer),
        "goalSeek" => goal_seek(&single, answer),
        "monteCarlo" => monte_carlo(&single, answer),
        "batch" => batch(&single, request, answer),
        other => panic!("{other} is not checked"),
    }
}

fn response_curve(single: &Single, answer: &Value) {
    let parameter = single.parameter(text(answer, "parameter"));
    let output = text(answer, "output");
    let (x, y) = (column(answer, &["x"]), column(answer, &["y"]));
    assert!(x.len() == y.len() && !x.is_empty());
    assert!(x.is_sorted_by(|a, b| a < b), "{x:?}");
    assert!(parameter.entry.min <= x[0] && x[x.len() - 1] <= parameter.entry.max);
    for at in [0, x.len() / 2, x.len() - 1] {
        bits(y[at], single.call(&[(parameter, x[at])], output), "y");
    }
    bits(
        number(answer, &["result"]),
        single.call(&[], output),
        "result",
    );
}

fn response_curves(single: &Single, answer: &Value) {
    let output = text(answer, "output");
    for curve in rows(answer, "curves") {
        let parameter = single.parameter(text(curve, "parameter"));
        let (x, y) = (column(curve, &["x"]), column(curve, &["y"]));
        assert!(x.len() == y.len() && !x.is_empty());
        assert!(x.is_sorted_by(|a, b| a < b), "{x:?}");
        assert!(parameter.entry.min <= x[0] && x[x.len() - 1] <= parameter.entry.max);
        for at in [0, x.len() / 2, x.len() - 1] {
            bits(y[at], single.call(&[(parameter, x[at])], output), "y");
        }
        for flip in column(curve, &["flips"]) {
            assert!(
                parameter.entry.min <= *flip && *flip <= parameter.entry.max,
                "{flip}"
            );
        }
    }
}

fn tornado(single: &Single, answer: &Value) {
    let output = text(answer, "output");
    bits(
        number(answer, &["result"]),
        single.call(&[], output),
        "result",
    );
    let mut last = f64::INFINITY;
    for bar in rows(answer, "bars") {
        let parameter = single.parameter(text(bar, "parameter"));
        for end in ["low", "high"] {
            let result = number(bar, &[&format!("{end}Result")]);
            let at = number(bar, &[end]);
            bits(result, single.call(&[(parameter, at)], output), end);
        }
        let swing = number(bar, &["swing"]);
        assert!(swing <= last || swing.is_nan(), "{swing} after {last}");
        last = if swing.is_nan() { -1.0 } else { swing };
        let flip = number(bar, &["flip"]);
        let reason = at(bar, &["flipReason"]).expect("a reason or none");
        assert_eq!(flip.is_nan(), *reason != Value::Null, "{bar:?}");
        assert!(flip.is_nan() || parameter.entry.min <= flip && flip <= parameter.entry.max);
    }
}

fn goal_seek(single: &Single, answer: &Value) {
    let parameter = single.parameter(text(answer, "parameter"));
    let output = text(answer, "output");
    let target = number(answer, &["target"]);
    let values = column(answer, &["values"]);
    let value = number(answer, &["value"]);
    assert_eq!(value.is_nan(), values.is_empty());
    assert!(value.is_nan() || values.contains(&value));
    assert_eq!(
        at(answer, &["reason"]) == Some(&Value::Null),
        !values.is_empty()
    );
    // What counts as meeting the target is in proportion to the output's own size.
    let range = grid(
        &parameter.entry,
        parameter.entry.min,
        parameter.entry.max,
        33,
    );
    if single.call(&[(parameter, range[0])], output).is_none() {
        return;
    }
    let at = |x: f64| {
        single
            .call(&[(parameter, x)], output)
            .expect("a single call")
    };
    let size = range
        .iter()
        .fold(target.abs(), |size, x| size.max(at(*x).abs()));
    for value in values.iter().take(3) {
        assert!(parameter.entry.min <= *value && *value <= parameter.entry.max);
        let found = at(*value);
        let off = (found - target).abs();
        assert!(off <= 1e-6 * size, "{value} gives {found}, not {target}");
    }
    for bracket in rows(answer, "brackets").iter().take(3) {
        let [low, high] = ["low", "high"].map(|end| number(bracket, &[end]));
        assert!(low < high, "{bracket:?}");
        let [below, above] = ["lowResult", "highResult"].map(|end| number(bracket, &[end]));
        for (x, result) in [(low, below), (high, above)] {
            let off = (at(x) - result).abs();
            assert!(
                off <= 1e-12 * result.abs(),
                "{} at {x}, not {result}",
                at(x)
            );
        }
        assert!(
            (below < target) != (above < target),
            "{target} in {bracket:?}"
        );
    }
}

fn monte_carlo(single: &Single, answer: &Value) {
    let output = text(answer, "output");
    let samples = number(answer, &["samples"]);
    let nulls = number(answer, &["nulls"]);
    let counts = column(answer, &["histogram", "counts"]);
    let edges = column(answer, &["histogram", "edges"]);
    assert_eq!(counts.iter().sum::<f64>() + nulls, samples);
    assert!(edges.is_sorted(), "{edges:?}");
    if at(answer, &["probability"]) != Some(&Value::Null) {
        let share = |name| number(answer, &["probability", name]);
        let [above, below, tie] = ["above", "below", "tie"].map(share);
        assert!(
            [above, below, tie]
                .iter()
                .all(|share| (0.0..=1.0).contains(share))
        );
        assert!((above + below + tie - 1.0).abs() < 1e-9, "{answer:?}");
    }
    const PERCENTILES: [&str; 7] = ["p5", "p10", "p25", "p50", "p75", "p90", "p95"];
    let [min, max] = ["min", "max"].map(|name| number(answer, &[name]));
    let mut numbers = vec![min];
    numbers.extend(PERCENTILES.map(|name| number(answer, &["percentiles", name])));
    numbers.push(max);
    let asked = column(answer, &["quantiles", "value"]);
    if nulls == samples {
        assert!(numbers.iter().chain(asked).all(|number| number.is_nan()));
        return;
    }
    assert!(numbers.is_sorted(), "{numbers:?}");
    let within = |value: &f64| (min..=max).contains(value);
    assert!(asked.iter().all(within), "{asked:?} of {numbers:?}");
    let (mean, sd) = (number(answer, &["mean"]), number(answer, &["sd"]));
    let rounding = 1e-9 * min.abs().max(max.abs());
    assert!(
        min - rounding <= mean && mean <= max + rounding,
        "{mean} of {numbers:?}"
    );
    assert_eq!(sd.is_nan(), samples - nulls < 2.0);
    // One sample of one value: the fewest that leave any room, √½ of it.
    assert!(
        sd.is_nan() || sd <= (max - min) + rounding,
        "{sd} of {numbers:?}"
    );
    for year in 0..column(answer, &["fan", "year"]).len() {
        let fan = PERCENTILES.map(|name| column(answer, &["fan", name])[year]);
        assert!(fan.is_sorted(), "{fan:?}");
    }
    if min == max && nulls == 0.0 && single.call(&[], output) == Some(min) {
        assert_eq!((mean, number(answer, &["percentiles", "p50"])), (min, min));
    }
}

/// A column of a batch, or the list that stands for one, in which null is NaN.
fn numbers(columns: &Record, name: &str) -> Vec<f64> {
    match columns.get(name) {
        Some(Value::Column(column)) => column.clone(),
        Some(Value::List(list)) => {
            let number = |value: &Value| tree::number(value).unwrap_or(f64::NAN);
            list.iter().map(number).collect()
        }
        other => panic!("{name} is {other:?}"),
    }
}

fn batch(single: &Single, request: &Value, answer: &Value) {
    let Some(Value::Record(given)) = at(request, &["columns"]) else {
        panic!("{request:?}")
    };
    let Some(Value::Record(results)) = at(answer, &["columns"]) else {
        panic!("{answer:?}")
    };
    let length = number(answer, &["rows"]) as usize;
    for row in [0, length / 2, length - 1] {
        let changed: Vec<_> = given
            .iter()
            .map(|(name, _)| (single.parameter(name), numbers(given, name)[row]))
            .collect();
        for (output, found) in results.iter().take(3) {
            let Value::Column(found) = found else {
                panic!("{output} is {found:?}")
            };
            assert_eq!(found.len(), length);
            bits(found[row], single.call(&changed, output), output);
        }
    }

    // As a host does that keeps its columns, or gives them part by part.
    let names: Vec<&str> = given.iter().map(|(name, _)| name).collect();
    let mut rest = Record::new();
    if let Value::Record(request) = request {
        for (name, value) in request.iter().filter(|(name, _)| *name != "columns") {
            rest.push(name, value.clone());
        }
    }
    let batch = Batch::read(&rest.into(), &names).expect("an accepted batch");
    let columns: Vec<Vec<f64>> = names.iter().map(|name| numbers(given, name)).collect();
    let columns: Vec<&[f64]> = columns.iter().map(Vec::as_slice).collect();
    let part: Vec<&[f64]> = columns.iter().map(|column| &column[length / 2..]).collect();
    let part = batch.run(&part).expect("a part of an accepted batch");
    let whole = batch.run(&columns).expect("an accepted batch");
    for (part, whole) in part.into_iter().zip(&whole) {
        assert!(same(
            &part.into(),
            &whole[length / 2..].to_vec().into(),
            false
        ));
    }
    for (output, expected) in batch.outputs().zip(whole) {
        let found = results.get(output).expect("a column of each output");
        let expected = expected.into();
        assert!(
            same(found, &expected, false),
            "{output}: {found:?}, {expected:?}"
        );
    }
}
