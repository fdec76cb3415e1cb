//! What stands after a number: its unit, and what that makes of it.

use super::spoken::{since, until};
use crate::printed::unit::{self, Unit};

/// What follows a number: its unit, and what that makes of it.
pub struct Tail {
    pub unit: String,
    pub end: usize,
    /// `两年半`
    pub half: bool,
    /// `30多亿`, `30%以上`
    pub bound: Option<&'static str>,
}

const MORE: [char; 2] = ['多', '余'];

impl Tail {
    /// With the currency that stands before the number.
    pub fn at(line: &str, end: usize, currency: Option<&str>) -> Self {
        // `一个半月`
        for &unit in &["月", "小时", "年"] {
            let text = ["个半", unit].concat();
            if since(line, end).starts_with(&text) && currency.is_none() {
                let unit = if unit == "月" { "个月" } else { unit };
                let tail = Tail::after(line, end + text.len(), unit.to_owned());
                return Tail { half: true, ..tail };
            }
        }
        // `30多亿美元`, `三十余张`
        if let Some(rest) = since(line, end).strip_prefix(MORE)
            && unit::leading(rest).is_some()
        {
            let (unit, stop) = unit_at(line, line.len() - rest.len(), currency);
            return Tail {
                bound: Some("above"),
                ..Tail::after(line, stop, unit)
            };
        }
        let (unit, stop) = unit_at(line, end, currency);
        // `3亿多美元`
        if !unit.is_empty()
            && unit::is_only_scale(&unit)
            && let Some(rest) = since(line, stop).strip_prefix(MORE)
            && let Some((counted, length)) = unit::leading(rest)
            && let Some(whole) = Unit::parse(&format!("{unit} {counted}"))
        {
            let stop = line.len() - rest.len() + length;
            return Tail {
                bound: Some("above"),
                ..Tail::after(line, stop, whole.to_string())
            };
        }
        Tail::after(line, stop, unit)
    }

    /// What stands behind the unit.
    pub fn after(line: &str, mut end: usize, unit: String) -> Self {
        let mut tail = Tail {
            unit,
            end,
            half: false,
            bound: None,
        };
        let timed = matches!(
            tail.unit.as_str(),
            "年" | "个月" | "天" | "小时" | "周" | "倍" | "成" | "%" | "万" | "亿" | "万亿"
        );
        let half = timed && tail.unit != "%" && !since(line, end).starts_with("半导");
        if half && let Some(rest) = since(line, end).strip_prefix('半') {
            end = line.len() - rest.len();
            tail.half = true;
        }
        if timed && let Some(rest) = since(line, end).strip_prefix('多') {
            end = line.len() - rest.len();
            tail.bound = Some("above");
        }
        tail.end = end;
        let after = since(line, end).trim_start();
        for (words, bound) in &[
            ("以上", "atLeast"),
            ("及以上", "atLeast"),
            ("以下", "atMost"),
            ("以内", "atMost"),
            ("or more", "atLeast"),
            ("or less", "atMost"),
            ("or fewer", "atMost"),
        ] {
            if after.starts_with(*words) {
                tail.bound = Some(*bound);
            }
        }
        tail
    }
}

/// The unit after a number, with the currency before it in its place, and where it ends.
pub fn unit_at(line: &str, end: usize, currency: Option<&str>) -> (String, usize) {
    // `15 cents a year ago` are none a year.
    let near = near(since(line, end));
    let near = until(near, ago(near).unwrap_or(near.len()));
    let near = until(line, end + near.len());
    let (unit, stop) = whole_unit_at(near, end, currency);
    let (unit, stop) = with_and(near, unit, stop);
    let hyphen = until(near, end).ends_with('-') || since(near, end).starts_with('-');
    let unit = of_servers(unit, hyphen);
    let unit = spelled(unit);
    // So much a year of growth or interest is written in per cent, and `12% GPU utilization` counts no
    // GPUs.
    match unit.split_once(['/', ' ', '-']) {
        Some((share @ ("%" | "percent"), _)) => {
            let own = since(line, end)
                .find(share)
                .map(|at| end + at + share.len());
            let stop = own.filter(|_| !unit.contains('/')).unwrap_or(stop);
            (share.to_owned(), stop)
        }
        _ => (unit, stop),
    }
}

/// With `million` for the `m` that may be taken for metres.
pub fn spelled(unit: String) -> String {
    match unit.strip_prefix('m') {
        Some(rest) if rest.is_empty() || rest.starts_with(' ') => ["million", rest].concat(),
        _ => unit,
    }
}

/// `tokens per second and GPU`; of `4.8 TB/s and GPU memory` the GPU is another word's.
fn with_and(line: &str, unit: String, stop: usize) -> (String, usize) {
    const ENDS: [&str; 14] = [
        "in", "on", "at", "with", "for", "is", "are", "when", "while", "than", "as", "under", "by",
        "from",
    ];
    let more = || {
        let rest = since(line, stop).strip_prefix(" and ")?;
        let length = rest.find(|c: char| !c.is_ascii_alphanumeric());
        let word = until(rest, length.unwrap_or(rest.len()));
        let counted = [
            "GPU", "card", "chip", "server", "user", "hour", "second", "month", "year",
        ];
        let after = since(rest, word.len());
        let next = after.strip_prefix([' ', '-']).unwrap_or_default();
        let next = next.split(|c: char| !c.is_alphanumeric()).next();
        let ends = next.is_none_or(|next| next.is_empty() || ENDS.contains(&next));
        let whole = Unit::parse(&format!("{unit}/{word}"))?;
        let fits = unit.contains('/') && counted.contains(&word) && ends;
        fits.then(|| (whole.to_string(), line.len() - after.len()))
    };
    more().unwrap_or((unit, stop))
}

/// An eight-GPU server has so many GPUs, and with a hyphen several have; sixteen GPU servers are servers.
fn of_servers(unit: String, hyphen: bool) -> String {
    for gpu in ["GPU", "card", "chip", "accelerator"] {
        for server in ["server", "node", "rack"] {
            let pair = format!("{gpu}-{server}");
            let singular = unit.strip_suffix('s').unwrap_or(&unit);
            let Some(before) = singular.strip_suffix(&pair) else {
                continue;
            };
            let several = singular.len() < unit.len();
            return match before {
                "" if hyphen || !several => format!("{gpu}/{server}"),
                _ => [before, server, if several { "s" } else { "" }].concat(),
            };
        }
    }
    unit
}

/// As much of a text as a unit is sought in.
fn near(text: &str) -> &str {
    const FAR: usize = 80;
    let end = text.char_indices().nth(FAR);
    until(text, end.map_or(text.len(), |(at, _)| at))
}

const TIMES: [&str; 5] = [
    " a day ",
    " a week ",
    " a month ",
    " a quarter ",
    " a year ",
];
const PAST: [&str; 6] = ["ago", "earlier", "later", "before", "after", "from now"];

/// Where the first `a year ago` or `year on year` begins.
fn ago(text: &str) -> Option<usize> {
    let compared = ["year", "quarter", "month", "week"]
        .iter()
        .flat_map(|time| {
            let each = [" on ", "-on-", " over ", "-over-"];
            each.map(|on| [" ", time, on, time].concat())
        });
    let compared = compared.filter_map(|words| text.find(&words)).min();
    let mut spaces = text.bytes().enumerate().filter(|(_, byte)| *byte == b' ');
    let begins = |at: usize, words: &[&str]| -> Option<usize> {
        let rest = since(text, at);
        let word = words.iter().find(|word| rest.starts_with(**word))?;
        Some(at + word.len())
    };
    let past =
        spaces.find(|(at, _)| begins(*at, &TIMES).is_some_and(|end| begins(end, &PAST).is_some()));
    past.map(|(at, _)| at).into_iter().chain(compared).min()
}

fn whole_unit_at(line: &str, end: usize, currency: Option<&str>) -> (String, usize) {
    let spaced = since(line, end).trim_start_matches(&[' ', '\u{a0}'][..]);
    let begins = line.len() - spaced.len();
    if let Some((unit, length)) = in_own_words(spaced, line) {
        return (unit, begins + length);
    }
    let lead = leading(spaced, begins == end);
    if let Some(code) = currency {
        let scale = lead.map_or("", |(_, length)| scale_of(until(spaced, length)));
        let after = if scale.is_empty() {
            end
        } else {
            begins + scale.len()
        };
        return priced(line, after, scale, code).unwrap_or_else(|| (code.to_owned(), end));
    }
    let text = lead
        .as_ref()
        .map_or("", |(_, length)| until(spaced, *length));
    match scaled_gpus(text, since(spaced, text.len())).or(lead) {
        Some((unit, length)) => (unit.to_string(), begins + length),
        None => (String::new(), end),
    }
}

/// A unit that is not written as units are, and how long it is.
fn in_own_words(text: &str, line: &str) -> Option<(String, usize)> {
    const WORDS: [(&str, &str); 6] = [
        ("per cent", "%"),
        ("percentage points", "percentage points"),
        ("percentage point", "percentage points"),
        ("个百分点", "percentage points"),
        ("GPU-小时", "GPU-hour"),
        ("c/kWh", "cents/kWh"),
    ];
    if let Some((words, unit)) = WORDS.iter().find(|(words, _)| text.starts_with(words)) {
        return Some(((*unit).to_owned(), words.len()));
    }
    if let Some(found) = of_language(text, line) {
        return Some(found);
    }
    // `5个点`, but not `5个点位`.
    if let Some(after) = text.strip_prefix("个点")
        && !after.starts_with(&['位', '赞', '评', '击', '名', '餐'][..])
    {
        return Some(("percentage points".to_owned(), text.len() - after.len()));
    }
    // `1,800个token`: the counting word of a unit says nothing.
    let after = text.strip_prefix('个')?;
    let counted = after.trim_start();
    let (unit, length) = unit::leading(counted).filter(|_| !after.starts_with('月'))?;
    Some((unit.to_string(), text.len() - counted.len() + length))
}

/// The unit that a text begins with and how long it is, where no word is meant by it.
fn leading(text: &str, glued: bool) -> Option<(Unit, usize)> {
    unit::leading(text).filter(|(_, length)| {
        let written = until(text, *length);
        // `7 a year` is no 7 years.
        let one = written.split('/').next().unwrap_or_default();
        let word = matches!(
            one,
            "a" | "d" | "y" | "t" | "s" | "m" | "b" | "T" | "J" | "k"
        );
        // `5g networks`, and `30,000-a-month`, which is no month's year.
        let network = glued && written == "g";
        (glued || !word) && !network && !text.starts_with("-a-")
    })
}

/// `2.8M H800 hours`: a scale alone leads to the unit, which is told with how long both are.
fn scaled_gpus(text: &str, rest: &str) -> Option<(Unit, usize)> {
    let scale = text.trim_end_matches('个');
    if !unit::is_only_scale(scale) {
        return None;
    }
    let named = rest.trim_start_matches([' ', '\u{a0}']);
    let (counted, length) = named_gpus(named)?;
    let unit = Unit::parse(&format!("{scale} {counted}"))?;
    Some((unit, text.len() + rest.len() - named.len() + length))
}

/// The scale that a unit begins with: `million`.
fn scale_of(text: &str) -> &str {
    let ends = text.char_indices().map(|(at, c)| at + c.len_utf8());
    let is_scale = |end: &usize| {
        let cut = text[..*end].ends_with(|c: char| c.is_ascii_alphanumeric())
            && text[*end..].starts_with(|c: char| c.is_ascii_alphanumeric());
        !cut && unit::is_only_scale(text[..*end].trim())
    };
    let end = ends.filter(is_scale).max().unwrap_or_default();
    until(text, end).trim_end()
}

/// A currency with its scale and what it is per, and where that ends.
fn priced(line: &str, after: usize, scale: &str, code: &str) -> Option<(String, usize)> {
    const SIGNS: [&str; 9] = [
        "/", " a ", " an ", "-a-", "-an-", " per ", "-per-", " each ", "每",
    ];
    let parsed = |text: &str| Unit::parse(text).map(|unit| unit.to_string());
    let whole = format!("{scale} {code}").trim().to_owned();
    let each = SIGNS.iter().find_map(|sign| {
        let below = since(line, after).strip_prefix(sign)?;
        // `per 1M tokens`
        let below = below.strip_prefix('1').unwrap_or(below).trim_start();
        let (unit, length) = unit::leading(below)?;
        let unit = parsed(&format!("{whole}/{unit}"))?;
        Some((unit, line.len() - below.len() + length))
    });
    each.or_else(|| Some((parsed(&whole)?, after)))
}

/// What means one thing in English and another in Chinese, and how long it is: `pct`, of which one has
/// percentage points, and `1.5万P算力`.
fn of_language(text: &str, line: &str) -> Option<(String, usize)> {
    let ends =
        |length: usize| !since(text, length).starts_with(|c: char| c.is_ascii_alphanumeric());
    for name in ["pcts", "pct"] {
        if text.starts_with(name) && ends(name.len()) {
            let unit = if has_han(line) {
                "percentage points"
            } else {
                "%"
            };
            return Some((unit.to_owned(), name.len()));
        }
    }
    let scale = ["万", "亿", "千", ""]
        .into_iter()
        .find(|scale| text.starts_with(scale))?;
    let rest = since(text, scale.len()).trim_start();
    let length = text.len() - rest.len() + 1;
    (rest.starts_with('P') && ends(length) && line.contains("算力")).then(|| {
        (
            [scale, if scale.is_empty() { "" } else { " " }, "PFLOPS"].concat(),
            length,
        )
    })
}

/// Whether a text has Chinese characters.
pub fn has_han(text: &str) -> bool {
    text.contains(|c: char| ('一'..='鿿').contains(&c))
}

/// The unit of `H100 GPUs`, `H100s` or `H800 hours`, and how long that is.
fn named_gpus(text: &str) -> Option<(String, usize)> {
    let length = text
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '-')
        .unwrap_or(text.len());
    let name = until(text, length);
    // `H100-months`, but not `H100-80GB`.
    let parts = name.split_once('-');
    let parts = parts.filter(|(_, unit)| Unit::parse(unit).is_some());
    let name = parts.map_or(name, |(name, _)| name);
    let length = name.len();
    let product = name.starts_with(|c: char| c.is_ascii_uppercase())
        && name.contains(|c: char| c.is_ascii_digit());
    if !product {
        return None;
    }
    let after = since(text, length);
    let spaced = after.trim_start_matches(&[' ', '\u{a0}', '-'][..]);
    let counted = unit::leading(spaced).and_then(|(unit, more)| {
        // `512 H100 a day` are no GPU-days.
        let lasts = unit.counts_time() && more > 2;
        let timed = Unit::parse(&format!("GPU-{unit}")).filter(|_| lasts);
        let hours = Unit::parse("GPU-hour").map(|unit| unit.dimension());
        let whole = if hours == Some(unit.dimension()) {
            Some(unit.clone())
        } else {
            timed
        };
        let text = match whole {
            Some(whole) => whole.to_string(),
            None if unit.counts_gpus() => "GPU".to_owned(),
            None => return None,
        };
        Some((text, length + after.len() - spaced.len() + more))
    });
    counted.or_else(|| name.ends_with('s').then(|| ("GPU".to_owned(), length)))
}

/// Whether 每 stands right before.
pub fn lead_each(lead: &str) -> bool {
    lead.trim_end().ends_with('每')
}

/// What may stand between 每卡时 and its figure: `每卡时租金约18元`.
const NOUNS: [&str; 37] = [
    "约", "为", "需", "是", "价", "价格", "单价", "租金", "成本", "电费", "电价", "费用", "收费",
    "售价", "报价", "租价", "要", "需要", "只", "仅", "只要", "仅需", "可", "达", "高达", "近",
    "超过", "超", "逾", "不到", "不足", "至少", "最多", "处理", "生成", "输出", "的",
];

/// What a price or a rate is for, where Chinese says it first: `每千瓦时0.6元`, `每卡每小时2.5美元`.
pub fn each(lead: &str, unit: &str) -> String {
    let whole = told_first(lead, unit).or_else(|| rented(lead, unit));
    whole.unwrap_or_else(|| unit.to_owned())
}

fn told_first(lead: &str, unit: &str) -> Option<String> {
    if unit.is_empty() || unit.contains('/') {
        return None;
    }
    let mut parts: Vec<String> = Vec::new();
    let mut rest = lead;
    while let Some((before, below)) = rest.rsplit_once('每') {
        let mut below = below.trim();
        while parts.is_empty()
            && let Some(shorter) = NOUNS.iter().find_map(|noun| below.strip_suffix(noun))
        {
            below = shorter.trim_end();
        }
        match divisor(below) {
            Some(part) => parts.insert(0, part),
            None => break,
        }
        rest = before;
    }
    if parts.is_empty() {
        return None;
    }
    // Beside a GPU or kW the hour is that of both languages; `台-月` is all Chinese.
    if parts.iter().any(|part| part.is_ascii()) {
        for part in &mut parts {
            let names = [
                ("小时", "hour"),
                ("天", "day"),
                ("月", "month"),
                ("年", "year"),
            ];
            if let Some((_, name)) = names.iter().find(|(han, _)| part == han) {
                *part = (*name).to_owned();
            }
        }
    }
    let whole = format!("{unit}/{}", parts.join("-"));
    Unit::parse(&whole).map(|whole| whole.to_string())
}

/// What a rent is for: `月租金2.8万元/台`.
fn rented(lead: &str, unit: &str) -> Option<String> {
    let said = ["约", "为", "达", "仅", "高达", "近"]
        .iter()
        .fold(lead.trim_end(), |lead, word| {
            lead.strip_suffix(word).unwrap_or(lead)
        });
    let said = said.strip_suffix("金").unwrap_or(said).strip_suffix('租')?;
    let time = said
        .chars()
        .next_back()
        .filter(|time| "月年日".contains(*time))?;
    // `三个月租金`, `2025年租金` and `每月租金`, which is read as others with 每.
    let before = said.chars().rev().nth(1);
    let counted = |c: char| {
        c.is_ascii_digit() || "个每今去明前后上下本当全半一二三四五六七八九十两几".contains(c)
    };
    if before.is_some_and(counted) || !Unit::parse(unit)?.has_money() {
        return None;
    }
    let each = if unit.contains('/') { '-' } else { '/' };
    let whole = format!("{unit}{each}{time}");
    Unit::parse(&whole).map(|whole| whole.to_string())
}

/// A unit that 每 stands before.
fn divisor(text: &str) -> Option<String> {
    if text.is_empty() || text.chars().count() > 12 {
        return None;
    }
    let plain: String = text.chars().filter(|c| *c != ' ').collect();
    Some(match plain.as_str() {
        "千瓦时" | "度" | "度电" => "kWh".to_owned(),
        "千瓦" => "kW".to_owned(),
        "台服务器" => "台".to_owned(),
        "张" | "张卡" | "卡" | "片" | "块卡" | "块" => "GPU".to_owned(),
        "卡时" | "卡小时" | "GPU时" | "GPU小时" | "GPU-小时" => "GPU-hour".to_owned(),
        _ => Unit::parse(&plain)?.to_string(),
    })
}
