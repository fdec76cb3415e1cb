//! Figures of the catalogue by a path, and what a price was at a date.

use super::near::Near;
use super::{Price, Status};
use crate::calculators::SINGLES;
use crate::catalog::{self, Figure, Metric, Sparsity};
use crate::table::CONVENTION;

/// A figure of the catalogue.
#[derive(Debug, Clone, PartialEq)]
pub struct Cited {
    /// In the unit.
    pub value: f64,
    pub unit: &'static str,
    pub status: Status,
    pub source: &'static str,
    pub date: Option<String>,
}

fn status(status: catalog::Status) -> Status {
    match status {
        catalog::Status::Measured => Status::Measured,
        catalog::Status::Published => Status::Published,
        catalog::Status::Estimated => Status::Estimated,
        catalog::Status::Article => Status::Article,
    }
}

fn cited(figure: &Figure, unit: &'static str) -> Cited {
    Cited {
        value: figure.value,
        unit,
        status: status(figure.status),
        source: figure.source,
        date: figure.date.map(ToOwned::to_owned),
    }
}

/// The figure at `chips/h200-sxm/fp8Dense`, `chips/h200-sxm/price`, `chips/h200-sxm/powerW`,
/// `presets/h100/cloudRate`, `parameters/clusterTco/pue`, `cloud-prices/h100-sxm` or
/// `hardware-prices/h100-sxm`; of the last two the newest, or with a third part, a date, those up
/// to that.
pub fn find(path: &str) -> Option<Cited> {
    let parts: Vec<&str> = path.split('/').collect();
    match parts[..] {
        ["chips", id, name] => {
            let chip = catalog::chip(id)?;
            match name {
                "price" => Some(cited(chip.price.as_ref()?, "USD/GPU")),
                "powerW" => Some(cited(chip.power_w.as_ref()?, "W")),
                _ => {
                    let metric = Metric::by_name(name)?;
                    Some(cited(chip.figure(metric)?, unit(metric)))
                }
            }
        }
        ["presets", id, name] => {
            let figures = catalog::preset(id)?.figures;
            let (_, figure) = figures.iter().find(|(parameter, _)| *parameter == name)?;
            let unit = parameter("cloudBreakEven", name)?.unit;
            Some(cited(figure, unit))
        }
        ["parameters", calculator, name] => {
            let entry = parameter(calculator, name)?;
            let assumed = entry.source == CONVENTION;
            Some(Cited {
                value: entry.default?,
                unit: entry.unit,
                status: if assumed {
                    Status::Assumed
                } else {
                    Status::Estimated
                },
                source: entry.source,
                date: None,
            })
        }
        ["cloud-prices" | "hardware-prices", _] => series(path)?.newest(),
        ["cloud-prices" | "hardware-prices", _, date] => {
            let (series_path, _) = path.rsplit_once('/')?;
            series(series_path)?.at(date)
        }
        _ => None,
    }
}

/// Which part of a path leads nowhere, and the whole path that was probably meant.
pub fn stranger(path: &str) -> Option<(String, Option<String>)> {
    let mut known: Vec<&str> = Vec::new();
    let mut wrong = None;
    for part in path.split('/') {
        let mut near = Near::to(part);
        let mut same = None;
        names(&known, &mut |name| {
            near.see(name);
            if name == part {
                same = Some(name);
            }
        });
        if same.is_none() {
            wrong = wrong.or(Some(part));
        }
        match same.or_else(|| near.found()) {
            Some(name) => known.push(name),
            None => return Some((wrong?.to_owned(), None)),
        }
    }
    let meant = known.join("/");
    let leads = find(&meant).is_some() || series(&meant).is_some();
    Some((wrong?.to_owned(), leads.then_some(meant)))
}

/// Tells what may stand next in a path.
fn names(known: &[&str], tell: &mut dyn FnMut(&'static str)) {
    match known {
        [] => {
            for name in KINDS {
                tell(name);
            }
        }
        ["presets"] => catalog::presets().iter().for_each(|entry| tell(entry.id)),
        ["presets", id] => {
            let figures = catalog::preset(id).map_or(&[][..], |preset| preset.figures);
            for (name, _) in figures {
                tell(name);
            }
        }
        ["parameters"] => SINGLES
            .iter()
            .for_each(|entry| tell(entry.description.name)),
        ["parameters", name] => {
            let entry = SINGLES.iter().find(|entry| entry.description.name == *name);
            let entries = entry.map_or(&[][..], |entry| entry.description.parameters);
            for entry in entries.iter().filter(|entry| entry.default.is_some()) {
                tell(entry.name);
            }
        }
        ["chips", id] => {
            let fields = ["price", "powerW"].into_iter();
            for name in fields.chain(Metric::ALL.iter().map(|metric| metric.as_str())) {
                if find(&format!("chips/{id}/{name}")).is_some() {
                    tell(name);
                }
            }
        }
        [kind] => {
            for chip in catalog::chips() {
                if *kind == "chips" || series(&format!("{kind}/{}", chip.id)).is_some() {
                    tell(chip.id);
                }
            }
        }
        _ => {}
    }
}

/// What a path begins with.
const KINDS: [&str; 5] = [
    "chips",
    "presets",
    "parameters",
    "cloud-prices",
    "hardware-prices",
];

fn parameter(calculator: &str, name: &str) -> Option<&'static crate::table::Parameter> {
    let entry = SINGLES
        .iter()
        .find(|entry| entry.description.name == calculator)?;
    entry
        .description
        .parameters
        .iter()
        .find(|entry| entry.name == name)
}

fn unit(metric: Metric) -> &'static str {
    match (metric.unit(), metric.sparsity()) {
        ("TFLOPS", Some(Sparsity::Dense)) => "TFLOPS dense",
        ("TFLOPS", Some(Sparsity::Sparse)) => "TFLOPS sparse",
        ("TOPS", Some(Sparsity::Dense)) => "TOPS dense",
        ("TOPS", Some(Sparsity::Sparse)) => "TOPS sparse",
        (unit, _) => unit,
    }
}

/// The same rate counted the other way: dense for sparse, sparse for dense.
pub fn other_sparsity(path: &str) -> Option<String> {
    let other = match path.strip_suffix("Dense") {
        Some(rate) => format!("{rate}Sparse"),
        None => format!("{}Dense", path.strip_suffix("Sparse")?),
    };
    find(&other).map(|_| other)
}

/// Dated prices of one chip.
#[derive(Debug, Clone)]
pub struct Series {
    /// Date, who asks it, price.
    quotes: Vec<(&'static str, &'static str, f64)>,
    pub price: Price,
    /// The chip's name.
    pub chip: &'static str,
    pub unit: &'static str,
    source: &'static str,
}

/// The series at `cloud-prices/h100-sxm` or `hardware-prices/h100-sxm`; `None` where there is no
/// quote.
pub fn series(path: &str) -> Option<Series> {
    let (kind, chip) = path.split_once('/')?;
    let (quotes, price, unit, source): (Vec<_>, _, _, _) = match kind {
        "cloud-prices" => (
            catalog::cloud_prices()
                .iter()
                .filter(|offer| offer.chip == Some(chip))
                .filter_map(|offer| Some((offer.date, offer.provider, offer.on_demand?)))
                .collect(),
            Price::Cloud,
            "USD/GPU-hour",
            "cloud-price-median",
        ),
        "hardware-prices" => (
            catalog::hardware_prices()
                .iter()
                .filter(|quote| quote.chip == Some(chip))
                .filter(|quote| {
                    matches!(
                        quote.kind,
                        "single-unit" | "system-or-baseboard" | "release-price"
                    )
                })
                .map(|quote| (quote.date, "", f64::midpoint(quote.low, quote.high)))
                .collect(),
            Price::Purchase,
            "USD/GPU",
            "epoch-hardware-prices",
        ),
        _ => return None,
    };
    (!quotes.is_empty()).then_some(Series {
        quotes,
        price,
        chip: catalog::chip(chip)?.name,
        unit,
        source,
    })
}

impl Series {
    /// The median of the twelve months up to a date, of each provider its newest price; dated by
    /// the newest quote in it.
    pub fn at(&self, date: &str) -> Option<Cited> {
        let year: u32 = date.get(..4)?.parse().ok()?;
        let start = format!("{:04}{}", year.checked_sub(1)?, date.get(4..)?);
        let mut held: Vec<_> = self
            .quotes
            .iter()
            // A month's quote holds to the month's end.
            .filter(|(day, ..)| *day > start.as_str() && *day <= date)
            .collect();
        held.sort_by(|a, b| b.0.cmp(a.0));
        let newest = held.first()?.0;
        let mut by: Vec<(&str, &str, Vec<f64>)> = Vec::new();
        for (day, who, price) in held {
            let own = by
                .iter_mut()
                .find(|(_, other, _)| !who.is_empty() && other == who);
            match own {
                // Of one day a provider's offers count as one.
                Some((last, _, prices)) if last == day => prices.push(*price),
                Some(_) => {}
                None => by.push((day, who, [*price].to_vec())),
            }
        }
        let medians = by.into_iter().map(|(_, _, prices)| median(prices));
        Some(Cited {
            value: median(medians.collect()),
            unit: self.unit,
            status: Status::Estimated,
            source: self.source,
            date: Some(newest.to_owned()),
        })
    }

    /// The same up to the newest quote.
    pub fn newest(&self) -> Option<Cited> {
        let newest = self.quotes.iter().map(|(date, ..)| *date).max()?;
        self.at(newest)
    }
}

/// Dates near one of which a series has no price, where a path is such a one: the nearest, the newest.
pub fn dates_near(path: &str) -> Option<Vec<String>> {
    let (series_path, date) = path.rsplit_once('/')?;
    let prices = series(series_path)?;
    let mut dates: Vec<&str> = prices.quotes.iter().map(|(day, ..)| *day).collect();
    dates.sort_unstable();
    let after = dates.partition_point(|day| *day < date);
    let nearest = dates.get(after).or(dates.last())?;
    let mut near = [(*nearest).to_owned()].to_vec();
    near.extend(dates.last().map(|newest| (*newest).to_owned()));
    near.dedup();
    Some(near)
}

fn median(mut values: Vec<f64>) -> f64 {
    values.sort_by(f64::total_cmp);
    let middle = values.len() / 2;
    match values.len() {
        0 => f64::NAN,
        length if length % 2 == 1 => values[middle],
        _ => f64::midpoint(values[middle - 1], values[middle]),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_leads_to_a_figure_with_its_source() {
        let dense = find("chips/h200-sxm/fp8Dense").expect("a figure");
        assert_eq!((dense.value, dense.unit), (1979.0, "TFLOPS dense"));
        assert_eq!(dense.status, Status::Published);
        assert_eq!(
            find("presets/h100/cloudRate").map(|rate| rate.value),
            Some(3.19)
        );
        for path in [
            "",
            "chips",
            "chips/h200-sxm/nothing",
            "presets/h100",
            "elsewhere/a/b",
        ] {
            assert_eq!(find(path), None, "{path}");
        }
    }

    #[test]
    fn the_part_of_a_path_that_leads_nowhere_is_told() {
        for (path, part, meant) in [
            (
                "chips/h2000-sxm/powerW",
                "h2000-sxm",
                "chips/h200-sxm/powerW",
            ),
            ("chips/h200-sxm/power", "power", "chips/h200-sxm/powerW"),
            ("chip/h200-sxm/powerW", "chip", "chips/h200-sxm/powerW"),
            ("chip/h200-sxm/power", "chip", "chips/h200-sxm/powerW"),
            (
                "presets/h100/cloudrate",
                "cloudrate",
                "presets/h100/cloudRate",
            ),
            ("cloud-prices/h100", "h100", "cloud-prices/h100-sxm"),
            (
                "parameters/clusterTOC/pue",
                "clusterTOC",
                "parameters/clusterTco/pue",
            ),
            ("chips/h200-sxm/colour-of-it", "colour-of-it", ""),
            ("elsewhere/a/b", "elsewhere", ""),
        ] {
            let found = stranger(path);
            let meant = Some(meant.to_owned()).filter(|meant| !meant.is_empty());
            assert_eq!(found, Some((part.to_owned(), meant)), "{path}");
        }
        assert_eq!(stranger("chips/h200-sxm"), None);
    }

    #[test]
    fn a_series_has_a_price_then_and_now() {
        let h100 = series("cloud-prices/h100-sxm").expect("a series");
        // CR8DL 3.95, Lambda 2.99, Oblivus 3.45 and RunPod 3.99 were the newest before the article.
        let then = h100.at("2024-11-06").expect("a price");
        assert!((then.value - 3.7).abs() < 1e-12);
        assert_eq!(then.date.as_deref(), Some("2024-09-01"));
        // The catalogue's preset is reckoned from the same offers.
        let now = h100.newest().expect("a price");
        assert!((now.value - 3.19).abs() < 0.2, "{now:?}");
        assert!(series("cloud-prices/none").is_none());
    }
}
