//! Units of the figures in an article, in English and Chinese, with their dimensions.
//!
//! Own code, for no units crate has what articles confuse: GPU-hours with GPU-years, dense with
//! sparse FLOPS, per cent with percentage points, 亿 with 10 million, a server with a GPU,
//! currencies that do not convert. What is left is one table of words and a vector of exponents.

/// What a unit measures: an exponent for each of [`BASES`].
pub type Dimension = [i8; 24];

/// The base units, in which everything is computed. A year has 8,760 hours, a month 730.
pub const BASES: [&str; 24] = [
    "hour", "GPU", "server", "W", "B", "FLOP", "token", "kg", "m", "person", "USD", "CNY", "EUR",
    "GBP", "JPY", "KRW", "TWD", "HKD", "CAD", "AUD", "CHF", "SGD", "INR", "rack",
];

const HOUR: usize = 0;
const GPU: usize = 1;
const SERVER: usize = 2;
const WATT: usize = 3;
const CURRENCIES: usize = 10;
const RACK: usize = 23;

/// What a number alone does not say.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Mark {
    /// A compute rate without sparsity.
    Dense,
    /// A compute rate that counts on structured sparsity.
    Sparse,
    /// The difference of two percentages.
    Points,
}

/// A unit as written, as factors of the base units.
#[derive(Debug, Clone, PartialEq)]
pub struct Unit {
    words: Vec<Word>,
    mark: Option<Mark>,
}

#[derive(Debug, Clone, PartialEq)]
struct Word {
    text: String,
    below: bool,
    factor: f64,
    bases: Bases,
}

/// Up to two base units with their exponents.
type Bases = [(usize, i8); 2];

const NONE: Bases = [(HOUR, 0), (HOUR, 0)];

const fn one(base: usize) -> Bases {
    [(base, 1), (HOUR, 0)]
}

/// Words for nothing but a factor.
const SCALES: [(&[&str], f64); 12] = [
    (&["thousand", "k", "K", "千"], 1e3),
    (&["万"], 1e4),
    (&["million", "mn", "M", "m", "百万"], 1e6),
    (&["千万"], 1e7),
    (&["亿"], 1e8),
    (&["billion", "bn", "B", "十亿"], 1e9),
    (&["百亿"], 1e10),
    (&["千亿"], 1e11),
    (&["trillion", "tn", "T", "万亿", "兆"], 1e12),
    (&["%", "percent", "per-cent", "％"], 1e-2),
    (&["成"], 0.1),
    (
        &[
            "x", "X", "times", "fold", "倍", "unit", "units", "share", "shares", "request",
            "requests", "query", "queries", "user", "users", "企业", "家", "个", "次", "件", "股",
            "辆", "套", "笔",
        ],
        1.0,
    ),
];

/// What makes another word of the 成 of `三成`, a tenth: 成本, 成为.
pub const AFTER_TENTHS: [char; 36] = [
    '本', '立', '功', '为', '员', '果', '熟', '交', '长', '品', '型', '效', '绩', '都', '不', '分',
    '就', '年', '人', '群', '片', '套', '色', '行', '败', '语', '问', '对', '千', '名', '全', '见',
    '家', '因', '形', '像',
];

/// Scales that no metric prefix can be mistaken for stand before any unit: `亿美元`, `million USD`.
const GLUED: [&str; 9] = [
    "万亿", "千亿", "百亿", "十亿", "千万", "百万", "亿", "万", "千",
];

const WORDS: [(&[&str], f64, Bases); 55] = [
    (
        &["h", "hr", "hrs", "hour", "hours", "小时", "时"],
        1.0,
        one(HOUR),
    ),
    (
        &["s", "sec", "second", "seconds", "秒"],
        1.0 / 3600.0,
        one(HOUR),
    ),
    (&["min", "minute", "minutes", "分钟"], 1.0 / 60.0, one(HOUR)),
    (&["d", "day", "days", "天", "日"], 24.0, one(HOUR)),
    (&["week", "weeks", "wk", "周"], 168.0, one(HOUR)),
    (&["month", "months", "mo", "月", "个月"], 730.0, one(HOUR)),
    (&["quarter", "quarters", "季度"], 2190.0, one(HOUR)),
    (
        &["year", "years", "a", "y", "yr", "yrs", "年"],
        8760.0,
        one(HOUR),
    ),
    (
        &[
            "GPU",
            "GPUs",
            "gpu",
            "card",
            "cards",
            "chip",
            "chips",
            "accelerator",
            "accelerators",
            "卡",
            "片",
            "张",
            "颗",
            "块",
            "芯片",
            "显卡",
        ],
        1.0,
        one(GPU),
    ),
    (
        &["server", "servers", "node", "nodes", "节点", "台", "服务器"],
        1.0,
        one(SERVER),
    ),
    (&["rack", "racks", "机柜"], 1.0, one(RACK)),
    (&["瓦"], 1.0, one(WATT)),
    (&["千瓦"], 1e3, one(WATT)),
    (&["兆瓦"], 1e6, one(WATT)),
    (&["吉瓦"], 1e9, one(WATT)),
    (&["瓦时"], 1.0, [(WATT, 1), (HOUR, 1)]),
    (&["度", "千瓦时"], 1e3, [(WATT, 1), (HOUR, 1)]),
    (&["兆瓦时"], 1e6, [(WATT, 1), (HOUR, 1)]),
    (&["吉瓦时"], 1e9, [(WATT, 1), (HOUR, 1)]),
    (&["太瓦时"], 1e12, [(WATT, 1), (HOUR, 1)]),
    (&["kilowatt", "kilowatts"], 1e3, one(WATT)),
    (&["megawatt", "megawatts"], 1e6, one(WATT)),
    (&["gigawatt", "gigawatts"], 1e9, one(WATT)),
    (&["J"], 1.0 / 3600.0, [(WATT, 1), (HOUR, 1)]),
    (&["KiB"], 1024.0, one(4)),
    (&["MiB"], 1_048_576.0, one(4)),
    (&["GiB"], 1_073_741_824.0, one(4)),
    (&["TiB"], 1_099_511_627_776.0, one(4)),
    (&["byte", "bytes", "字节"], 1.0, one(4)),
    (
        &["Tokens", "Token", "tokens", "token", "tok", "词元"],
        1.0,
        one(6),
    ),
    (&["kg", "公斤", "千克", "kgCO2", "kgCO2e"], 1.0, one(7)),
    (&["g", "gram", "grams", "克", "gCO2", "gCO2e"], 1e-3, one(7)),
    (
        &["t", "tonne", "tonnes", "吨", "tCO2", "tCO2e"],
        1e3,
        one(7),
    ),
    (&["nm", "纳米"], 1e-9, one(8)),
    (&["mm", "毫米"], 1e-3, one(8)),
    (&["FTE", "person", "people", "人", "名"], 1.0, one(9)),
    (
        &["USD", "$", "US$", "dollar", "dollars", "美元", "美金"],
        1.0,
        one(10),
    ),
    (
        &["CNY", "RMB", "yuan", "¥", "元", "人民币", "人民币元"],
        1.0,
        one(11),
    ),
    (&["EUR", "€", "euro", "euros", "欧元"], 1.0, one(12)),
    (&["GBP", "£", "英镑"], 1.0, one(13)),
    (&["JPY", "日元"], 1.0, one(14)),
    (&["KRW", "韩元"], 1.0, one(15)),
    (&["TWD", "NT$", "新台币"], 1.0, one(16)),
    (&["HKD", "HK$", "港元", "港币"], 1.0, one(17)),
    (&["CAD", "C$", "加元"], 1.0, one(18)),
    (&["AUD", "A$", "澳元"], 1.0, one(19)),
    (&["CHF", "瑞士法郎"], 1.0, one(20)),
    (&["SGD", "S$", "新元"], 1.0, one(21)),
    (&["INR", "₹", "卢比"], 1.0, one(22)),
    (&["cent", "cents", "¢", "美分"], 0.01, one(10)),
    (&["kt"], 1e6, one(7)),
    (&["Mt"], 1e9, one(7)),
    (&["ms", "毫秒"], 1.0 / 3.6e6, one(HOUR)),
    (&["‰"], 1e-3, NONE),
    (&["bp", "bps", "基点"], 1e-4, NONE),
];

/// Units that take a metric prefix.
const PREFIXED: [(&[&str], f64, Bases); 6] = [
    (&["Wh"], 1.0, [(WATT, 1), (HOUR, 1)]),
    (&["W", "watt", "watts"], 1.0, one(WATT)),
    (&["B"], 1.0, one(4)),
    (&["b", "bit", "bits"], 0.125, one(4)),
    (
        &["FLOPS", "flops", "FLOP/s", "FLOPs/s", "OPS"],
        3600.0,
        [(5, 1), (HOUR, -1)],
    ),
    (&["FLOP", "FLOPs"], 1.0, one(5)),
];

const PREFIXES: [(&[&str], f64); 6] = [
    (&["k", "K", "Kilo", "kilo"], 1e3),
    (&["M", "Mega", "mega"], 1e6),
    (&["G", "Giga", "giga"], 1e9),
    (&["T", "Tera", "tera"], 1e12),
    (&["P", "Peta", "peta"], 1e15),
    (&["E", "Exa", "exa"], 1e18),
];

const MARKS: [(&[&str], Mark); 2] = [
    (&["dense", "稠密"], Mark::Dense),
    (&["sparse", "稀疏"], Mark::Sparse),
];

const POINTS: [&str; 7] = [
    "percentage points",
    "percentage point",
    "个百分点",
    "百分点",
    "ppt",
    "pps",
    "pp",
];

/// Words that one may write for another by mistake.
const CONFUSED: [&[&str]; 13] = [
    &["hour", "day", "month", "year"],
    &["", "thousand", "million", "billion", "trillion"],
    &[
        "", "万", "百万", "千万", "亿", "十亿", "百亿", "千亿", "万亿",
    ],
    &["W", "kW", "MW", "GW", "Wh", "kWh", "MWh", "GWh", "TWh"],
    &["MB", "GB", "TB", "Mb", "Gb", "Tb"],
    &["GB", "GiB"],
    &["TB", "TiB"],
    &["GFLOPS", "TFLOPS", "PFLOPS", "EFLOPS"],
    &["GOPS", "TOPS", "POPS"],
    &["%", ""],
    &["GPU", "server", "rack", ""],
    &["USD", "CNY", "EUR", "GBP", "JPY", "HKD", "TWD"],
    &["kg", "t"],
];

impl Unit {
    /// The unit of a plain number.
    #[must_use]
    pub fn none() -> Self {
        Unit {
            words: Vec::new(),
            mark: None,
        }
    }

    /// Reads a unit: `USD/GPU-hour`, `million USD`, `亿美元`, `PFLOPS sparse`, `percentage points`,
    /// `美元/GPU小时`, `USD a year`. Words stand between spaces, hyphens or `·`; all after a `/` is
    /// below the line up to the next `/`.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Unit::of_words(text, &mut |_| {})
    }

    /// The same; of a word that is no unit it tells.
    fn of_words(text: &str, strange: &mut dyn FnMut(&str)) -> Option<Self> {
        let text = text.trim();
        if text.chars().count() > 60 {
            return None;
        }
        if POINTS.contains(&text) {
            let mut unit = Unit::parse("%")?;
            unit.mark = Some(Mark::Points);
            return Some(unit);
        }
        // `c` is no unit elsewhere: 12 c/kWh.
        let cents = text.strip_prefix("c/").map(|below| ["¢/", below].concat());
        let text = cents.as_deref().unwrap_or(text);
        let text = text.replace("per cent", "%");
        let text = text
            .replace("basis points", "bp")
            .replace("basis point", "bp");
        let mut text = text.replace('每', "/");
        for below in [" per ", " a ", " an "] {
            text = text.replace(below, "/");
        }
        let text = text.replace("FLOP/s", "FLOPS");
        let mut unit = Unit::none();
        for (index, part) in text.split('/').enumerate() {
            if part.trim().is_empty() && index > 0 {
                return None;
            }
            let spaced = part.trim().contains(' ');
            for token in part.split([' ', '-', '·', '*', '×']) {
                let token = token.trim();
                // The article, not the year of `USD/a`.
                if spaced && token == "a" {
                    return None;
                }
                if !token.is_empty() && unit.read(token, index > 0).is_none() {
                    strange(token);
                    return None;
                }
            }
        }
        Some(unit)
    }

    fn read(&mut self, token: &str, below: bool) -> Option<()> {
        if let Some((_, mark)) = MARKS.iter().find(|(words, _)| words.contains(&token)) {
            return self.mark.replace(*mark).is_none().then_some(());
        }
        // Nothing is counted per billion: `FLOP/B` is per byte.
        let token = if below && token == "B" { "byte" } else { token };
        if let Some((factor, bases)) = lookup(token) {
            self.words.push(Word {
                text: token.to_string(),
                below,
                factor,
                bases,
            });
            return Some(());
        }
        // Prices are told per 1M tokens.
        if below
            && let Some(rest) = token.strip_prefix('1')
            && (rest.is_empty() || is_scale(rest))
        {
            return if rest.is_empty() {
                Some(())
            } else {
                self.read(rest, below)
            };
        }
        let glued = GLUED.iter().chain(&["GPU", "卡", "台", "$"]);
        for prefix in glued {
            if let Some(rest) = token.strip_prefix(prefix)
                && !rest.is_empty()
            {
                // `卡时` is both, `8 卡服务器` a server of so many.
                let kind = lookup(rest).map(|(_, bases)| bases);
                if matches!(*prefix, "GPU" | "卡" | "台") && kind != Some(one(HOUR)) {
                    return None;
                }
                self.read(prefix, below)?;
                return self.read(rest, below);
            }
        }
        // `TB每秒` and the like were split; `GPU时` and `卡时` are met above.
        None
    }

    /// Without thousands, millions, 亿 and the like above the line.
    #[must_use]
    pub fn without_scale(&self) -> Self {
        let mut unit = self.clone();
        let is_scale = |word: &Word| !word.below && word.bases == NONE && word.factor >= 1e3;
        unit.words.retain(|word| !is_scale(word));
        unit
    }

    /// How many base units it is.
    #[must_use]
    pub fn factor(&self) -> f64 {
        self.words.iter().fold(1.0, |factor, word| {
            if word.below {
                factor / word.factor
            } else {
                factor * word.factor
            }
        })
    }

    /// What it measures.
    #[must_use]
    pub fn dimension(&self) -> Dimension {
        let mut dimension = Dimension::default();
        for word in &self.words {
            for (base, exponent) in word.bases {
                dimension[base] += if word.below { -exponent } else { exponent };
            }
        }
        dimension
    }

    /// Dense, sparse or percentage points.
    #[must_use]
    pub fn mark(&self) -> Option<Mark> {
        self.mark
    }

    /// Whether it counts time, so that the length of a month or a year matters.
    #[must_use]
    pub fn has_time(&self) -> bool {
        self.words.iter().any(|word| {
            word.bases
                .iter()
                .any(|(base, power)| *base == HOUR && *power != 0)
        })
    }

    /// Whether it counts months.
    #[must_use]
    pub fn has_months(&self) -> bool {
        let month = |word: &Word| word.factor.to_bits() == 730_f64.to_bits();
        self.words
            .iter()
            .any(|word| month(word) && word.bases == one(HOUR))
    }

    /// Whether it counts GPUs, servers or racks, or is so much for each.
    #[must_use]
    pub fn names_machines(&self) -> bool {
        let dimension = self.dimension();
        [GPU, SERVER, RACK].iter().any(|base| dimension[*base] != 0)
    }

    /// Whether it is that of a plain number.
    #[must_use]
    pub fn is_plain(&self) -> bool {
        self.words.is_empty()
    }

    /// Whether it is an amount of money, or one for something.
    #[must_use]
    pub fn has_money(&self) -> bool {
        self.dimension()[CURRENCIES..]
            .iter()
            .any(|power| *power != 0)
    }

    /// Whether it is a length of time.
    #[must_use]
    pub fn counts_time(&self) -> bool {
        let mut count = Dimension::default();
        count[HOUR] = 1;
        self.dimension() == count
    }

    /// Whether it is a number of GPUs.
    #[must_use]
    pub fn counts_gpus(&self) -> bool {
        let mut count = Dimension::default();
        count[GPU] = 1;
        self.dimension() == count
    }

    /// So much a year, a month, a day or an hour, or that without the time.
    #[must_use]
    pub fn timed(&self) -> Vec<Self> {
        let time = |word: &Word| word.below && word.bases == one(HOUR);
        let mut unit = self.clone();
        if let Some(index) = unit.words.iter().position(time) {
            drop(unit.words.remove(index));
            return [unit].into();
        }
        let below = ["year", "month", "day", "hour"].iter().filter_map(|text| {
            let (factor, bases) = lookup(text)?;
            let text = (*text).to_string();
            let mut unit = self.clone();
            unit.words.push(Word {
                text,
                below: true,
                factor,
                bases,
            });
            Some(unit)
        });
        below.collect()
    }

    /// Every unit that differs from this one by a word one may write by mistake.
    #[must_use]
    pub fn confused(&self) -> Vec<Self> {
        let mut others: Vec<Self> = Vec::new();
        let mut add = |words: Vec<Word>| {
            let unit = Unit {
                words,
                mark: self.mark.filter(|mark| *mark != Mark::Points),
            };
            if unit.words != self.words && !others.contains(&unit) {
                others.push(unit);
            }
        };
        for (index, word) in self.words.iter().enumerate() {
            for group in CONFUSED.iter().filter(|group| contains(group, word)) {
                for text in group.iter().filter(|text| !same(text, word)) {
                    let mut words = self.words.clone();
                    match lookup(text) {
                        Some((factor, bases)) => {
                            words[index] = Word {
                                text: (*text).to_string(),
                                below: word.below,
                                factor,
                                bases,
                            };
                        }
                        None => drop(words.remove(index)),
                    }
                    add(words);
                }
            }
        }
        // A scale that was left out; only one may have been.
        let scaled = self.words.iter().any(|word| is_scale(&word.text));
        if !scaled {
            for text in ["thousand", "万", "million", "亿", "billion", "trillion"] {
                let mut words = self.words.clone();
                if let Some((factor, bases)) = lookup(text) {
                    let text = text.to_string();
                    let below = false;
                    words.insert(
                        0,
                        Word {
                            text,
                            below,
                            factor,
                            bases,
                        },
                    );
                }
                add(words);
            }
        }
        others
    }
}

/// The word of a text that makes it no unit.
pub fn stranger(text: &str) -> Option<String> {
    let mut word = None;
    let unit = Unit::of_words(text, &mut |strange| word = Some(strange.to_string()));
    word.filter(|_| unit.is_none())
}

/// Tells the words for units that one may have meant by another: the short ones are near to everything.
pub fn words(tell: &mut dyn FnMut(&'static str)) {
    let mut each = |words: &[&'static str]| {
        for word in words
            .iter()
            .filter(|word| word.len() > 2 && word.is_ascii())
        {
            tell(word);
        }
    };
    for (words, _) in &SCALES {
        each(words);
    }
    for (words, ..) in &WORDS {
        each(words);
    }
}

/// Whether a text is nothing, or nothing but words for thousands, millions, 亿 and the like.
pub fn is_only_scale(text: &str) -> bool {
    text.split(' ')
        .all(|word| word.is_empty() || is_scale(word))
}

fn is_scale(text: &str) -> bool {
    SCALES.iter().any(|(words, _)| words.contains(&text))
}

fn contains(group: &[&str], word: &Word) -> bool {
    group.iter().any(|text| same(text, word))
}

/// Whether a word and the one written mean the same.
fn same(text: &str, word: &Word) -> bool {
    text == word.text
        || lookup(text).is_some_and(|(factor, bases)| {
            factor.to_bits() == word.factor.to_bits()
                && bases == word.bases
                && is_scale(text) == is_scale(&word.text)
        })
}

fn lookup(token: &str) -> Option<(f64, Bases)> {
    let plain = WORDS.iter().find(|(words, ..)| words.contains(&token));
    if let Some((_, factor, bases)) = plain {
        return Some((*factor, *bases));
    }
    if let Some((_, factor)) = SCALES.iter().find(|(words, _)| words.contains(&token)) {
        return Some((*factor, NONE));
    }
    for (names, factor, bases) in &PREFIXED {
        for name in *names {
            let Some(prefix) = token.strip_suffix(name) else {
                continue;
            };
            if prefix.is_empty() && *name != "B" && *name != "b" {
                return Some((*factor, *bases));
            }
            if let Some((_, prefix)) = PREFIXES.iter().find(|(words, _)| words.contains(&prefix)) {
                return Some((prefix * factor, *bases));
            }
        }
    }
    None
}

/// Whether two dimensions are the same but for GPUs: `USD` beside `USD/GPU`, which articles do not
/// keep apart.
#[must_use]
pub fn same_but_for_gpus(a: &Dimension, b: &Dimension) -> bool {
    let mut a = *a;
    a[GPU] = b[GPU];
    a == *b
}

/// The same but for GPUs and servers: `USD/GPU` beside `USD/server`.
#[must_use]
pub fn same_but_for_servers(a: &Dimension, b: &Dimension) -> bool {
    let mut a = *a;
    a[SERVER] = b[SERVER];
    same_but_for_gpus(&a, b)
}

/// What such figures are usually told in, the smallest first; `$` stands for a currency.
const USUAL: [&str; 37] = [
    "hour",
    "day",
    "month",
    "year",
    "GPU-hour",
    "GPU-month",
    "GPU-year",
    "server-hour",
    "kWh",
    "kW",
    "MW",
    "kW/GPU",
    "kW/server",
    "GB",
    "TB",
    "GB/GPU",
    "GB/s",
    "TB/s",
    "TB/s/GPU",
    "TFLOPS",
    "PFLOPS",
    "EFLOPS",
    "TFLOPS/GPU",
    "TFLOPS/W",
    "token/s",
    "token/s/GPU",
    "token/kWh",
    "t/year",
    "kg/kWh",
    "$/GPU-hour",
    "$/server-hour",
    "$/year",
    "$/kWh",
    "$/W",
    "$/TFLOPS",
    "$/million token",
    "$/GB",
];

/// The usual unit of a value in base units; its base units where there is none.
#[must_use]
pub fn usual(dimension: &Dimension, value: f64) -> Option<Unit> {
    let currency = (CURRENCIES..RACK).find(|base| dimension[*base] != 0);
    let currency = currency.map_or("", |base| BASES[base]);
    let units = || {
        USUAL
            .iter()
            .filter_map(|text| Unit::parse(&text.replace('$', currency)))
    };
    // The largest of which there is at least one.
    let larger = |small: Unit, large: Unit| {
        if value.abs() >= large.factor() {
            large
        } else {
            small
        }
    };
    let mut all = *dimension;
    all[GPU] = 0;
    units()
        .filter(|unit| unit.dimension() == *dimension)
        .reduce(larger)
        .or_else(|| {
            units()
                .filter(|unit| unit.dimension() == all)
                .reduce(larger)
        })
}

/// How a dimension is written: `USD/GPU·hour`.
#[must_use]
pub fn written(dimension: &Dimension) -> String {
    let part = |sign: i8| {
        let words = BASES
            .iter()
            .zip(dimension)
            .filter(move |(_, power)| **power * sign > 0);
        let words = words.map(|(base, power)| match power.abs() {
            1 => (*base).to_string(),
            power => [*base, "^", &power.to_string()].concat(),
        });
        words.collect::<Vec<_>>().join("·")
    };
    match (part(1), part(-1)) {
        (above, below) if below.is_empty() => above,
        (above, below) if above.is_empty() => ["1/", &below].concat(),
        (above, below) => [above, below].join("/"),
    }
}

impl std::fmt::Display for Unit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        if self.mark == Some(Mark::Points) {
            return f.write_str("percentage points");
        }
        let mut text = String::new();
        for below in [false, true] {
            let mut last = "";
            for word in self.words.iter().filter(|word| word.below == below) {
                if below {
                    // All that one `/` holds are together: `USD/GPU-hour`.
                    text.push_str(if text.contains('/') { "-" } else { "/" });
                } else if !text.is_empty() {
                    let glued = GLUED.contains(&last) && !word.text.is_ascii();
                    text.push_str(match (glued, is_scale(last)) {
                        (true, _) => "",
                        // After a space `a` is the article.
                        (_, true) if word.text != "a" => " ",
                        _ => "-",
                    });
                }
                last = &word.text;
                text.push_str(last);
            }
        }
        for (words, mark) in MARKS {
            if self.mark == Some(mark) {
                if !text.is_empty() {
                    text.push(' ');
                }
                text.push_str(words[0]);
            }
        }
        f.write_str(&text)
    }
}

/// The longest unit that a text begins with, and how many bytes of the text it takes.
#[must_use]
pub fn leading(text: &str) -> Option<(Unit, usize)> {
    let longest = text
        .char_indices()
        .map(|(at, c)| at + c.len_utf8())
        .take(40);
    let ends: Vec<usize> = longest.collect();
    ends.iter().rev().find_map(|end| {
        let head = &text[..*end];
        // A word is not cut in two: `W` is not the unit of `700 Widgets`.
        let cut = head.ends_with(|c: char| c.is_ascii_alphanumeric())
            && text[*end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        let product =
            head.contains(['×', '*']) || head.rfind(['$', '¥', '€', '£']).is_some_and(|at| at > 0);
        let tenths = head.ends_with('成') && text[*end..].starts_with(&AFTER_TENTHS[..]);
        let whole = !cut
            && !tenths
            && !product
            && head.trim_end() == head
            && !head.ends_with(['/', '-', '·', '*', '×']);
        let unit = if whole { Unit::parse(head)? } else { None? };
        (!unit.words.is_empty()).then_some((unit, *end))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Unit {
        Unit::parse(text).unwrap_or_else(|| panic!("{text}"))
    }

    #[test]
    fn both_languages_mean_the_same() {
        for (a, b) in [
            ("USD/GPU-hour", "美元/GPU小时"),
            ("million USD", "百万美元"),
            ("GPU-month", "GPU月"),
            ("100 million USD".trim_start_matches("100 "), "百万美元"),
            ("kWh", "度"),
            ("percentage points", "个百分点"),
            ("PFLOPS sparse", "PetaFLOPS 稀疏"),
            ("GPU", "片"),
            ("token/s/user", "tok/s/user"),
            ("months", "个月"),
            ("petaflops", "PFLOPS"),
            ("g/kWh", "克/千瓦时"),
            ("basis point", "基点"),
            ("bps", "bp"),
            ("yrs", "年"),
        ] {
            let (a, b) = (unit(a), unit(b));
            assert_eq!(a.dimension(), b.dimension());
            assert!((a.factor() / b.factor() - 1.0).abs() < 1e-12, "{a} {b}");
            assert_eq!(a.mark(), b.mark());
        }
        assert_eq!(unit("亿美元").factor(), 1e8);
        assert_eq!(unit("万片").factor(), 1e4);
    }

    #[test]
    fn a_unit_may_do_without_its_scale() {
        for (text, plain) in [
            ("million USD/rack", "USD/rack"),
            ("万元/GPU", "元/GPU"),
            ("亿", ""),
            ("%", "%"),
            ("USD/million tokens", "USD/million-tokens"),
        ] {
            assert_eq!(unit(text).without_scale().to_string(), plain);
        }
    }

    #[test]
    fn what_a_unit_is_printed_as_is_read_again() {
        for text in [
            "亿a",
            "million-a",
            "million USD/a",
            "亿美元/GPU小时",
            "MW-a",
        ] {
            let printed = unit(text).to_string();
            assert_eq!(Unit::parse(&printed), Some(unit(text)), "{printed}");
        }
    }

    #[test]
    fn a_year_has_8760_hours_and_a_month_730() {
        assert_eq!(unit("GPU-year").factor(), 8760.0);
        assert_eq!(unit("GPU-month").factor(), 730.0);
        assert!(unit("TB/s").dimension() == unit("GB/h").dimension());
        assert_eq!(unit("kW").factor() * 8760.0, unit("kWh").factor() * 8760.0);
    }

    #[test]
    fn nonsense_is_no_unit() {
        for text in ["parsec", "USD//GPU", "USD/", "kwh^2", "dense sparse"] {
            assert_eq!(Unit::parse(text), None, "{text}");
        }
    }

    #[test]
    fn the_word_that_is_no_unit_is_found() {
        for (text, word) in [
            ("milion USD/yr", Some("milion")),
            ("USD per galon", Some("galon")),
            ("亿美圆", Some("亿美圆")),
            ("million USD a year", None),
            ("percentage points", None),
            ("USD//GPU", None),
        ] {
            assert_eq!(stranger(text).as_deref(), word, "{text}");
        }
        let mut known = Vec::new();
        words(&mut |word| known.push(word));
        assert!(known.contains(&"million") && !known.contains(&"h"));
    }

    #[test]
    fn a_unit_knows_what_it_may_be_mistaken_for() {
        let names = |text: &str| {
            let units = unit(text).confused();
            units.iter().map(ToString::to_string).collect::<Vec<_>>()
        };
        assert!(names("GPU-month").contains(&"GPU-year".to_string()));
        assert!(names("kWh").contains(&"kW".to_string()));
        assert!(names("million USD").contains(&"billion USD".to_string()));
        assert!(names("亿美元").contains(&"万美元".to_string()));
        assert!(names("USD/GPU-hour").contains(&"USD/server-hour".to_string()));
    }

    #[test]
    fn the_longest_unit_leads() {
        let lead = |text| leading(text).map(|(unit, end)| (unit.to_string(), end));
        assert_eq!(
            lead("million USD a year."),
            Some(("million USD/year".to_string(), 18))
        );
        assert_eq!(lead("million a"), Some(("million".to_string(), 7)));
        assert_eq!(lead("亿美元的"), Some(("亿美元".to_string(), 9)));
        assert_eq!(lead("Widgets"), None);
        assert_eq!(lead("TB/s on"), Some(("TB/s".to_string(), 4)));
    }
}
