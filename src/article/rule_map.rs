//! The article's rule of thumb, own, rent or mix, against the calculators, over size and use.

use super::json;
use super::reading::{Fields, Reading};
use crate::calculators::cloud_break_even::CloudBreakEven;
use crate::calculators::{Calculator, HOURS_PER_YEAR, MODEL_VERSION};
use crate::error::{CalculatorError, FieldCode};
use crate::value::{Record, Value};
use serde::Serialize;

/// What one can do.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub enum Way {
    /// Rent every hour.
    Rent,
    /// Own for the demand that is always there, rent the rest.
    Hybrid,
    /// Own for the peak.
    Own,
}

/// The rule: under `rent_below` GPUs or used less than `continuous_from`, rent; from `hybrid_from`
/// to `hybrid_to`, mix; above `own_above`, own; nothing is said of what is in between.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Rule {
    /// GPUs.
    pub rent_below: f64,
    /// GPUs.
    pub hybrid_from: f64,
    /// GPUs.
    pub hybrid_to: f64,
    /// GPUs.
    pub own_above: f64,
    /// Utilization from which use is continuous; the article gives no figure, so this is an
    /// assumption.
    pub continuous_from: f64,
}

impl Default for Rule {
    fn default() -> Self {
        Rule {
            rent_below: 10.0,
            hybrid_from: 20.0,
            hybrid_to: 50.0,
            own_above: 100.0,
            continuous_from: 0.5,
        }
    }
}

impl Rule {
    fn says(&self, gpus: f64, utilization: f64) -> Option<Way> {
        if gpus < self.rent_below || utilization < self.continuous_from {
            Some(Way::Rent)
        } else if gpus >= self.hybrid_from && gpus <= self.hybrid_to {
            Some(Way::Hybrid)
        } else if gpus > self.own_above {
            Some(Way::Own)
        } else {
            None
        }
    }
}

/// One size at one use.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Cell {
    /// GPUs at the peak.
    pub gpus: f64,
    /// Mean demand over the peak.
    pub utilization: f64,
    /// What the rule says; nothing where it says nothing.
    pub rule: Option<Way>,
    /// What costs least.
    pub model: Way,
    /// Whether they agree; nothing where the rule says nothing.
    pub agrees: Option<bool>,
    /// Cost of owning for the peak, USD a year.
    pub own: f64,
    /// Cost of renting every hour, USD a year.
    pub rent: f64,
    /// Cost of the cheapest mix, USD a year; nothing where a reserved cloud leaves none.
    pub mixed: Option<f64>,
    /// GPUs to own in it.
    pub owned_gpus: Option<f64>,
    /// What following the rule costs beyond the cheapest way, as a fraction of that.
    pub cost_of_rule: Option<f64>,
}

/// The map.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct RuleMap {
    /// The rule.
    pub rule: Rule,
    /// Sizes, ascending.
    pub sizes: Vec<f64>,
    /// Utilizations, ascending.
    pub utilizations: Vec<f64>,
    /// Size by size, each at every utilization.
    pub cells: Vec<Cell>,
    /// Cells the rule says something of.
    pub ruled: usize,
    /// Those of them in which the model agrees.
    pub agreeing: usize,
    /// How much a mix must save on the better of owning and renting to be worth its trouble.
    pub margin: f64,
    /// Part of the use that is there all year.
    pub steady: f64,
    /// Site work for each GPU, USD.
    pub site_capex_per_gpu: f64,
    /// What else the calculator was given.
    pub input: serde_json::Value,
    /// The version of the calculators' model.
    pub model_version: &'static str,
}

/// Steps of the load-duration curve.
const STEPS: u32 = 24;

/// Maps the rule. Everything in `request` may be left out: `input` (parameters of `cloudBreakEven`
/// but `gpus`, `utilization`, `siteCapex`, `demand` and `offers`, which the map sets),
/// `siteCapexPerGpu`, `sizes`, `utilizations`, `margin`, `steady`, and of `rule` each bound.
///
/// Demand at a utilization u is a load-duration curve of peak 1 and mean u: a part s·u of it, s
/// being `steady`, is there all year, the rest follows t^(1/v − 1), t the part of the year that is
/// left and v = (u − s·u) / (1 − s·u); at u = 1 it never varies. Owning and renting are
/// `cloudBreakEven`'s annual costs, the mix is its hybrid's optimum of whole servers for that curve; it must save
/// the `margin` on both.
///
/// # Errors
/// Everything that is wrong with the request, the calculator's own errors under `input`.
///
/// ```
/// use chip_calculators::article::rule_map::{Way, rule_map};
/// use chip_calculators::value::Record;
/// let map = rule_map(&Record::new().into()).unwrap();
/// let cell = |gpus, utilization| {
///     map.cells.iter().find(|cell| cell.gpus == gpus && cell.utilization == utilization).unwrap()
/// };
/// // At the article's prices owning pays for far fewer than 100 GPUs.
/// assert_eq!(cell(200.0, 0.9).model, Way::Own);
/// assert_eq!(cell(8.0, 0.9).model, Way::Own);
/// assert_eq!(cell(8.0, 0.9).agrees, Some(false));
/// ```
pub fn rule_map(request: &Value) -> Result<RuleMap, CalculatorError> {
    let mut problems = Vec::new();
    let mut reading = Reading {
        problems: &mut problems,
    };
    let asked = reading.fields(request, String::new()).map(|mut fields| {
        let asked = Asked::read(&mut reading, &mut fields);
        reading.finish(&fields);
        asked
    });
    let Some(asked) = asked.filter(|_| problems.is_empty()) else {
        return Err(CalculatorError::from(problems));
    };
    asked.map()
}

struct Asked {
    rule: Rule,
    sizes: Vec<f64>,
    utilizations: Vec<f64>,
    margin: f64,
    steady: f64,
    site: f64,
    input: Record,
}

impl Asked {
    fn read(reading: &mut Reading, fields: &mut Fields) -> Self {
        let mut rule = Rule::default();
        if let Some(mut given) = reading.record(fields, "rule") {
            for (name, bound, max) in [
                ("rentBelow", &mut rule.rent_below, 1e6),
                ("hybridFrom", &mut rule.hybrid_from, 1e6),
                ("hybridTo", &mut rule.hybrid_to, 1e6),
                ("ownAbove", &mut rule.own_above, 1e6),
                ("continuousFrom", &mut rule.continuous_from, 1.0),
            ] {
                if let Some(value) = reading.number(&mut given, name, 0.0, max) {
                    *bound = value;
                }
            }
            reading.finish(&given);
        }
        let sizes = axis(reading, fields, "sizes", (1.0, 1e6));
        let utilizations = axis(reading, fields, "utilizations", (0.01, 1.0));
        let margin = reading.number(fields, "margin", 0.0, 1.0).unwrap_or(0.05);
        let steady = reading.number(fields, "steady", 0.0, 0.95).unwrap_or(0.5);
        let site = reading
            .number(fields, "siteCapexPerGpu", 0.0, 1e6)
            .unwrap_or(5000.0);
        let mut input = Record::new();
        if let Some(given) = reading.record(fields, "input") {
            for (name, value) in given.record.iter() {
                let set = ["gpus", "utilization", "siteCapex", "demand", "offers"];
                if set.contains(&name) {
                    reading.reject(given.at(name), FieldCode::Conflict, value);
                } else {
                    input.push(name, value.clone());
                }
            }
        }
        let default = |given: Vec<f64>, default: &[f64]| {
            if given.is_empty() {
                default.to_vec()
            } else {
                given
            }
        };
        Asked {
            rule,
            sizes: default(
                sizes,
                &[
                    1.0, 4.0, 8.0, 16.0, 20.0, 32.0, 50.0, 64.0, 100.0, 200.0, 500.0, 1000.0,
                ],
            ),
            utilizations: default(
                utilizations,
                &[0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0],
            ),
            margin,
            steady,
            site,
            input,
        }
    }

    fn map(self) -> Result<RuleMap, CalculatorError> {
        let mut cells = Vec::with_capacity(self.sizes.len() * self.utilizations.len());
        for gpus in &self.sizes {
            for utilization in &self.utilizations {
                cells.push(self.cell(*gpus, *utilization)?);
            }
        }
        let ruled = cells.iter().filter(|cell| cell.agrees.is_some()).count();
        let agreeing = cells
            .iter()
            .filter(|cell| cell.agrees == Some(true))
            .count();
        Ok(RuleMap {
            rule: self.rule,
            sizes: self.sizes,
            utilizations: self.utilizations,
            cells,
            ruled,
            agreeing,
            margin: self.margin,
            steady: self.steady,
            site_capex_per_gpu: self.site,
            input: json::out(&self.input.into()),
            model_version: MODEL_VERSION,
        })
    }

    fn cell(&self, gpus: f64, utilization: f64) -> Result<Cell, CalculatorError> {
        let input = self
            .input
            .clone()
            .with("gpus", gpus)
            .with("utilization", utilization)
            .with("siteCapex", self.site * gpus)
            .with(
                "demand",
                Record::new().with("durationCurve", curve(gpus, utilization, self.steady)),
            );
        let result = CloudBreakEven::run(&input.into()).map_err(|mut error| {
            for field in &mut error.fields {
                field.path = format!("input.{}", field.path);
            }
            error
        })?;
        let own = result.results.annual_own;
        let rent = result.results.annual_rent;
        let hybrid = result.details.hybrid.map(|hybrid| hybrid.output);
        let mixed = hybrid.as_ref().and_then(|hybrid| hybrid.mixed_in_servers);
        let (single, cost) = if own < rent {
            (Way::Own, own)
        } else {
            (Way::Rent, rent)
        };
        let (model, least) = match mixed {
            Some(mixed) if mixed < cost * (1.0 - self.margin) => (Way::Hybrid, mixed),
            _ => (single, cost),
        };
        let rule = self.rule.says(gpus, utilization);
        let followed = rule.and_then(|way| match way {
            Way::Rent => Some(rent),
            Way::Own => Some(own),
            Way::Hybrid => mixed,
        });
        Ok(Cell {
            gpus,
            utilization,
            rule,
            model,
            agrees: rule.map(|way| way == model),
            own,
            rent,
            mixed,
            owned_gpus: hybrid.and_then(|hybrid| hybrid.owned_gpus_in_servers),
            cost_of_rule: followed
                .map(|cost| cost / least - 1.0)
                .filter(|part| part.is_finite()),
        })
    }
}

/// The load-duration curve, cut into steps of the same mean.
fn curve(peak: f64, utilization: f64, steady: f64) -> Vec<Value> {
    let base = steady * utilization;
    let varying = (utilization - base) / (1.0 - base);
    let whole = |part: f64| libm::pow(part, 1.0 / varying);
    (0..STEPS)
        .map(|step| {
            let (from, to) = (f64::from(step), f64::from(step + 1));
            let steps = f64::from(STEPS);
            // The mean of t^(1/v − 1) over the step.
            let mean = varying * (whole(to / steps) - whole(from / steps)) * steps;
            let level = base + (1.0 - base) * mean;
            Record::new()
                .with("hours", HOURS_PER_YEAR / steps)
                .with("gpus", peak * level)
                .into()
        })
        .collect()
}

/// Ascending numbers within bounds.
fn axis(
    reading: &mut Reading,
    fields: &mut Fields,
    name: &'static str,
    (min, max): (f64, f64),
) -> Vec<f64> {
    let numbers: Vec<Value> = match fields.get(name) {
        Some(Value::Column(column)) => column.iter().map(|number| (*number).into()).collect(),
        _ => reading.list(fields, name).to_vec(),
    };
    if numbers.len() > 50 {
        reading.reject(
            fields.at(name),
            FieldCode::TooManyEntries,
            &(numbers.len() as f64).into(),
        );
        return Vec::new();
    }
    let mut axis: Vec<f64> = Vec::new();
    for (index, value) in numbers.iter().enumerate() {
        let code = match value {
            Value::Number(number) if number.is_nan() => FieldCode::NotANumber,
            Value::Number(number) if *number < min => FieldCode::BelowMinimum,
            Value::Number(number) if *number > max => FieldCode::AboveMaximum,
            Value::Number(number) if axis.last().is_some_and(|last| number <= last) => {
                FieldCode::Conflict
            }
            Value::Number(number) => {
                axis.push(*number);
                continue;
            }
            _ => FieldCode::WrongType,
        };
        reading.reject(format!("{}[{index}]", fields.at(name)), code, value);
    }
    axis
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_has_the_mean_it_is_named_by() {
        for utilization in [0.01, 0.3, 0.5, 1.0] {
            let levels = curve(100.0, utilization, 0.4);
            let gpus = |step: &Value| match step {
                Value::Record(step) => match step.get("gpus") {
                    Some(Value::Number(gpus)) => *gpus,
                    other => panic!("{other:?}"),
                },
                other => panic!("{other:?}"),
            };
            let mean = levels.iter().map(gpus).sum::<f64>() / f64::from(STEPS);
            assert!((mean - 100.0 * utilization).abs() < 1e-9, "{mean}");
        }
    }

    #[test]
    fn what_is_wrong_with_a_request_is_listed() {
        let request = Record::new()
            .with(
                "sizes",
                std::vec![Value::from(0.0), 5.0.into(), 5.0.into(), "x".into()],
            )
            .with("margin", 2.0)
            .with("rule", Record::new().with("rentAbove", 1.0))
            .with("input", Record::new().with("gpus", 1.0));
        let error = rule_map(&request.into()).expect_err("bad");
        let found: Vec<_> = error
            .fields
            .iter()
            .map(|field| (field.path.as_str(), field.code))
            .collect();
        assert_eq!(
            found,
            [
                ("rule.rentAbove", FieldCode::UnknownField),
                ("sizes[0]", FieldCode::BelowMinimum),
                ("sizes[2]", FieldCode::Conflict),
                ("sizes[3]", FieldCode::WrongType),
                ("margin", FieldCode::AboveMaximum),
                ("input.gpus", FieldCode::Conflict),
            ]
        );
        let request = Record::new().with("input", Record::new().with("cloudRate", -1.0));
        let error = rule_map(&request.into()).expect_err("bad");
        assert_eq!(error.fields[0].path, "input.cloudRate");
    }

    #[test]
    fn assumptions_move_the_map() {
        let cheap = Record::new().with("input", Record::new().with("cloudRate", 1.0));
        let map = rule_map(&cheap.into()).expect("a map");
        assert!(map.cells.iter().all(|cell| cell.model == Way::Rent));
        let map = rule_map(&Record::new().into()).expect("a map");
        assert_eq!(map.cells.len(), 120);
        assert!(map.agreeing < map.ruled && map.ruled < 120);
        // Where use never varies there is nothing to mix.
        assert!(
            map.cells
                .iter()
                .all(|cell| cell.utilization < 1.0 || cell.model != Way::Hybrid)
        );
    }
}
