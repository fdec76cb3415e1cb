//! The catalogue: chips, cloud and electricity prices, presets.
//!
//! `build.rs` checks the files in `data/` and turns them into plain tables; nothing is parsed or
//! allocated at run time, and a table that is not used is dropped by the linker.
#![allow(clippy::doc_markdown, reason = "MLPerf is a name, not code")]

use crate::table::{Choice, same};

/// What kind of statement a figure is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// A benchmark result that was submitted and reviewed.
    Measured,
    /// Stated by a vendor, seller, statistical office or survey.
    Published,
    /// Someone's estimate, or calculated by this project from published figures.
    Estimated,
    /// Taken from the news article whose arithmetic is examined.
    Article,
}

impl Status {
    /// The word used in `data/` and in JavaScript.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Measured => "measured",
            Self::Published => "published",
            Self::Estimated => "estimated",
            Self::Article => "article",
        }
    }
}

/// Whether a compute rate counts every multiplication, or assumes that part of the weights are zero.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sparsity {
    /// Every multiplication is done.
    Dense,
    /// Structured sparsity: the rate counts multiplications that are skipped.
    Sparse,
}

impl Sparsity {
    /// `dense` or `sparse`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Dense => "dense",
            Self::Sparse => "sparse",
        }
    }
}

/// One number with its origin.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Figure {
    /// The number, in the unit of its metric or parameter.
    pub value: f64,
    /// What kind of statement it is.
    pub status: Status,
    /// The id of its source; see [`source`].
    pub source: &'static str,
    /// The day, month or year it holds for, in ISO form, where known.
    pub date: Option<&'static str>,
    /// What one must know to quote it: precision, round and size of the system for MLPerf, number of quotes for a price.
    pub detail: Option<&'static str>,
}

macro_rules! metrics {
    ($($(#[$doc:meta])* $variant:ident = $name:literal, $unit:literal, $sparsity:expr;)*) => {
        /// What a chip can be compared by. Each rate says dense or sparse, each MLPerf result its round:
        /// results of different rounds are different metrics and are never mixed.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub enum Metric {
            $($(#[$doc])* $variant,)*
        }

        impl Metric {
            /// Every metric, in the order of tables.
            pub const ALL: &'static [Self] = &[$(Self::$variant),*];

            const NAMES: &'static [&'static str] = &[$($name),*];

            /// The name in `data/` and in JavaScript.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self {
                    $(Self::$variant => $name,)*
                }
            }

            /// The unit of its values.
            #[must_use]
            pub const fn unit(self) -> &'static str {
                match self {
                    $(Self::$variant => $unit,)*
                }
            }

            /// Dense or sparse for a compute rate, `None` for anything else.
            #[must_use]
            pub const fn sparsity(self) -> Option<Sparsity> {
                match self {
                    $(Self::$variant => $sparsity,)*
                }
            }
        }
    };
}

metrics! {
    /// Memory of one accelerator.
    MemoryGb = "memoryGb", "GB", None;
    /// Memory bandwidth of one accelerator.
    BandwidthTbs = "bandwidthTbs", "TB/s", None;
    /// Link to other accelerators, both directions together.
    InterconnectGbs = "interconnectGbs", "GB/s", None;
    /// FP64, vector units unless the chip's warning says otherwise.
    Fp64Dense = "fp64Dense", "TFLOPS", Some(Sparsity::Dense);
    /// FP64 on the matrix units.
    Fp64MatrixDense = "fp64MatrixDense", "TFLOPS", Some(Sparsity::Dense);
    /// TF32.
    Tf32Dense = "tf32Dense", "TFLOPS", Some(Sparsity::Dense);
    /// TF32 with structured sparsity.
    Tf32Sparse = "tf32Sparse", "TFLOPS", Some(Sparsity::Sparse);
    /// BF16 or FP16, whose rates are equal where a chip has both.
    Bf16Dense = "bf16Dense", "TFLOPS", Some(Sparsity::Dense);
    /// BF16 or FP16 with structured sparsity.
    Bf16Sparse = "bf16Sparse", "TFLOPS", Some(Sparsity::Sparse);
    /// FP8.
    Fp8Dense = "fp8Dense", "TFLOPS", Some(Sparsity::Dense);
    /// FP8 with structured sparsity.
    Fp8Sparse = "fp8Sparse", "TFLOPS", Some(Sparsity::Sparse);
    /// FP4.
    Fp4Dense = "fp4Dense", "TFLOPS", Some(Sparsity::Dense);
    /// INT8.
    Int8Dense = "int8Dense", "TOPS", Some(Sparsity::Dense);
    /// INT8 with structured sparsity.
    Int8Sparse = "int8Sparse", "TOPS", Some(Sparsity::Sparse);
    /// Llama 2 70B at 99 % accuracy, offline, MLPerf Inference v4.1.
    Llama2_70bOfflineV41 = "llama2_70bOfflineV41", "tokens/s", None;
    /// Llama 2 70B at 99 % accuracy, server, MLPerf Inference v4.1.
    Llama2_70bServerV41 = "llama2_70bServerV41", "tokens/s", None;
    /// Llama 2 70B at 99.9 % accuracy, offline, MLPerf Inference v4.1.
    Llama2_70b999OfflineV41 = "llama2_70b999OfflineV41", "tokens/s", None;
    /// Llama 2 70B at 99.9 % accuracy, server, MLPerf Inference v4.1.
    Llama2_70b999ServerV41 = "llama2_70b999ServerV41", "tokens/s", None;
    /// Mixtral 8x7B, offline, MLPerf Inference v4.1.
    Mixtral8x7bOfflineV41 = "mixtral8x7bOfflineV41", "tokens/s", None;
    /// Mixtral 8x7B, server, MLPerf Inference v4.1.
    Mixtral8x7bServerV41 = "mixtral8x7bServerV41", "tokens/s", None;
    /// Llama 2 70B at 99 % accuracy, offline, MLPerf Inference v6.0.
    Llama2_70bOfflineV60 = "llama2_70bOfflineV60", "tokens/s", None;
    /// Llama 2 70B at 99 % accuracy, server, MLPerf Inference v6.0.
    Llama2_70bServerV60 = "llama2_70bServerV60", "tokens/s", None;
    /// Llama 2 70B at 99.9 % accuracy, offline, MLPerf Inference v6.0.
    Llama2_70b999OfflineV60 = "llama2_70b999OfflineV60", "tokens/s", None;
    /// Llama 2 70B at 99.9 % accuracy, server, MLPerf Inference v6.0.
    Llama2_70b999ServerV60 = "llama2_70b999ServerV60", "tokens/s", None;
    /// Llama 3.1 8B, offline, MLPerf Inference v6.0.
    Llama3_1_8bOfflineV60 = "llama3_1_8bOfflineV60", "tokens/s", None;
    /// Llama 3.1 8B, server, MLPerf Inference v6.0.
    Llama3_1_8bServerV60 = "llama3_1_8bServerV60", "tokens/s", None;
    /// Llama 3.1 405B, offline, MLPerf Inference v6.0.
    Llama3_1_405bOfflineV60 = "llama3_1_405bOfflineV60", "tokens/s", None;
    /// Llama 3.1 405B, server, MLPerf Inference v6.0.
    Llama3_1_405bServerV60 = "llama3_1_405bServerV60", "tokens/s", None;
    /// gpt-oss 120B, offline, MLPerf Inference v6.0.
    GptOss120bOfflineV60 = "gptOss120bOfflineV60", "tokens/s", None;
    /// gpt-oss 120B, server, MLPerf Inference v6.0.
    GptOss120bServerV60 = "gptOss120bServerV60", "tokens/s", None;
    /// DeepSeek R1, offline, MLPerf Inference v6.0.
    DeepseekR1OfflineV60 = "deepseekR1OfflineV60", "tokens/s", None;
    /// DeepSeek R1, server, MLPerf Inference v6.0.
    DeepseekR1ServerV60 = "deepseekR1ServerV60", "tokens/s", None;
    /// Mixtral 8x7B, offline, MLPerf Inference v6.0.
    Mixtral8x7bOfflineV60 = "mixtral8x7bOfflineV60", "tokens/s", None;
    /// Mixtral 8x7B, server, MLPerf Inference v6.0.
    Mixtral8x7bServerV60 = "mixtral8x7bServerV60", "tokens/s", None;
}

#[cfg(feature = "serde")]
impl serde::Serialize for Metric {
    fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        to.serialize_unit_variant("Metric", *self as u32, self.as_str())
    }
}

impl Choice for Metric {
    const ALL: &'static [Self] = Metric::ALL;
    const NAMES: &'static [&'static str] = Metric::NAMES;

    fn index(self) -> usize {
        self as usize
    }
}

impl Metric {
    /// The metric of that name.
    #[must_use]
    pub fn by_name(name: &str) -> Option<Self> {
        Self::by_word(name)
    }

    /// The MLPerf Inference round of a measured metric: `v4.1` or `v6.0`.
    #[must_use]
    pub fn round(self) -> Option<&'static str> {
        let name = self.as_str();
        if name.ends_with("V41") {
            Some("v4.1")
        } else if name.ends_with("V60") {
            Some("v6.0")
        } else {
            None
        }
    }
}

/// One accelerator.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Chip {
    /// Short name for code, such as `h200-sxm`.
    pub id: &'static str,
    /// Name for readers.
    pub name: &'static str,
    /// Who makes it.
    pub vendor: &'static str,
    /// Card, module or rack.
    pub form: Option<&'static str>,
    /// Launch or first availability, ISO date.
    pub launched: Option<&'static str>,
    /// Manufacturing process.
    pub process: Option<&'static str>,
    /// Kind of memory.
    pub memory_type: Option<&'static str>,
    /// What a reader must be told when the chip's figures are shown.
    pub warning: Option<&'static str>,
    /// Reference purchase price in USD for one accelerator.
    pub price: Option<Figure>,
    /// Lowest and highest quote behind the price, in USD.
    pub price_range: Option<(f64, f64)>,
    /// Rated power in watts.
    pub power_w: Option<Figure>,
    /// Every figure but price and power; see [`Chip::figure`].
    pub figures: &'static [(Metric, Figure)],
}

impl Chip {
    /// The chip's figure for a metric; `None` where no source that may be shipped has one.
    #[must_use]
    pub fn figure(&self, metric: Metric) -> Option<&'static Figure> {
        let figures: &'static [(Metric, Figure)] = self.figures;
        figures
            .iter()
            .find(|(name, _)| *name == metric)
            .map(|(_, figure)| figure)
    }
}

/// Where figures come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Source {
    /// The id that figures name.
    pub id: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Who publishes it.
    pub publisher: &'static str,
    /// Where it was read.
    pub url: Option<&'static str>,
    /// When it was published or, failing that, read; ISO date.
    pub date: &'static str,
    /// On what terms its figures are used.
    pub licence: &'static str,
    /// The credit its license asks for.
    pub attribution: Option<&'static str>,
}

/// A text in both languages of the demonstrations.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Text {
    /// English.
    pub en: &'static str,
    /// Chinese.
    pub zh: &'static str,
}

/// Starting values for the ownership calculators. A parameter that is not named keeps its default.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Preset {
    /// Short name for code.
    pub id: &'static str,
    /// Name for readers.
    pub title: Text,
    /// How the values were chosen.
    pub note: Text,
    /// Parameter names, camelCase, and values.
    pub values: &'static [(&'static str, f64)],
    /// The same with their sources.
    pub figures: &'static [(&'static str, Figure)],
}

/// One rental offer, in USD per GPU-hour.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CloudPrice {
    /// Who rents it out.
    pub provider: &'static str,
    /// The provider's name of the offer.
    pub instance: Option<&'static str>,
    /// The accelerator as the source names it.
    pub chip_label: &'static str,
    /// The chip's id, where the offer is of a chip of the catalogue beyond doubt.
    pub chip: Option<&'static str>,
    /// Accelerators in the offer.
    pub gpus: Option<u32>,
    /// On demand.
    pub on_demand: Option<f64>,
    /// Spot or interruptible.
    pub spot: Option<f64>,
    /// Committed for one year.
    pub commit_1y: Option<f64>,
    /// Committed for three years.
    pub commit_3y: Option<f64>,
    /// Region, as the source names it.
    pub region: Option<&'static str>,
    /// Day of the price, ISO date.
    pub date: &'static str,
    /// What kind of statement it is.
    pub status: Status,
    /// The id of its source.
    pub source: &'static str,
    /// The page the source names.
    pub url: Option<&'static str>,
    /// A caveat.
    pub note: Option<&'static str>,
}

/// What one accelerator was offered for, in USD.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct HardwarePrice {
    /// The accelerator's id, where the quote is of a chip of the catalogue beyond doubt.
    pub chip: Option<&'static str>,
    /// Day or month of the quote, ISO date.
    pub date: &'static str,
    /// Lowest price.
    pub low: f64,
    /// Highest price.
    pub high: f64,
    /// `single-unit`, `system-or-baseboard` and `release-price` are quotes; the others are estimates.
    pub kind: &'static str,
    /// What kind of statement it is.
    pub status: Status,
    /// The id of its source.
    pub source: &'static str,
}

/// Prices of electricity in one region, per kWh.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ElectricityPrice {
    /// State, group of states or country.
    pub region: &'static str,
    /// Year, half-year or month.
    pub period: &'static str,
    /// `USD` or `EUR`; nothing is converted.
    pub currency: &'static str,
    /// Commercial customers.
    pub commercial: Option<f64>,
    /// Industrial customers (US) or all but households (EU).
    pub industrial: Option<f64>,
    /// What kind of statement it is.
    pub status: Status,
    /// The id of its source.
    pub source: &'static str,
}

#[allow(clippy::unreadable_literal, reason = "generated from data/")]
#[allow(
    unused_imports,
    dead_code,
    reason = "the tables are empty without the feature `catalogue`"
)]
mod tables {
    use super::{ArticleChip, ArticleScenario, Sparsity};
    use super::{
        Chip, CloudPrice, ElectricityPrice, Figure, HardwarePrice, Metric, Preset, Source, Status,
        Text,
    };
    use crate::table::text;

    const fn optional_text(text: Option<&'static str>) -> Option<&'static str> {
        if cfg!(feature = "texts") { text } else { None }
    }

    const fn optional_label(label: Option<&'static str>) -> Option<&'static str> {
        if cfg!(feature = "units") { label } else { None }
    }

    /// What no calculator reads.
    const fn figures_with_labels(
        figures: &'static [(&'static str, Figure)],
    ) -> &'static [(&'static str, Figure)] {
        if cfg!(feature = "units") {
            figures
        } else {
            &[]
        }
    }

    include!(concat!(env!("OUT_DIR"), "/catalog.rs"));
}

/// What the article says of a figure, at compile time: `cluster.gpuPrice`, `productLine.units.low`.
///
/// # Panics
/// At compile time, where `data/` has no such figure.
pub(crate) const fn article(figure: &str) -> f64 {
    let mut index = 0;
    while index < tables::ARTICLE.len() {
        if same(tables::ARTICLE[index].0, figure) {
            return tables::ARTICLE[index].1;
        }
        index += 1;
    }
    panic!("the article has no such figure")
}

/// A chip as the article compares it: the price its index implies, and FLOPS as it mixes them.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArticleChip {
    /// The chip's id.
    pub id: &'static str,
    /// The article's name for it.
    pub name: &'static str,
    /// USD.
    pub price: f64,
    /// TFLOPS in FP8.
    pub performance: f64,
    /// Which of the two FLOPS that is.
    pub sparsity: Sparsity,
}

/// A scenario of the article.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ArticleScenario {
    /// Its name.
    pub id: &'static str,
    /// Its part of 1.
    pub probability: f64,
    /// Price of an H200, USD.
    pub price: f64,
    /// Market value of its vendor, USD.
    pub market_value: f64,
}

/// The article's comparison.
pub(crate) const ARTICLE_CHIPS: &[ArticleChip] = tables::ARTICLE_CHIPS;

/// The article's scenarios.
pub(crate) const ARTICLE_SCENARIOS: &[ArticleScenario] = tables::ARTICLE_SCENARIOS;

/// All chips.
#[must_use]
pub fn chips() -> &'static [Chip] {
    tables::CHIPS
}

/// The chip of that id.
#[must_use]
pub fn chip(id: &str) -> Option<&'static Chip> {
    chips().iter().find(|chip| chip.id == id)
}

/// All sources.
#[must_use]
pub fn sources() -> &'static [Source] {
    tables::SOURCES
}

/// The source of that id.
#[must_use]
pub fn source(id: &str) -> Option<&'static Source> {
    sources().iter().find(|source| source.id == id)
}

/// All presets of the ownership calculators.
#[must_use]
pub fn presets() -> &'static [Preset] {
    tables::PRESETS
}

/// The ids of the presets.
pub const PRESET_IDS: &[&str] = &{
    let mut ids = [""; tables::PRESETS.len()];
    let mut index = 0;
    while index < ids.len() {
        ids[index] = tables::PRESETS[index].id;
        index += 1;
    }
    ids
};

/// The preset of that id.
#[must_use]
pub fn preset(id: &str) -> Option<&'static Preset> {
    presets().iter().find(|preset| preset.id == id)
}

/// All rental offers.
#[must_use]
pub fn cloud_prices() -> &'static [CloudPrice] {
    tables::CLOUD_PRICES
}

/// All purchase quotes.
#[must_use]
pub fn hardware_prices() -> &'static [HardwarePrice] {
    tables::HARDWARE_PRICES
}

/// All electricity prices.
#[must_use]
pub fn electricity_prices() -> &'static [ElectricityPrice] {
    tables::ELECTRICITY
}
