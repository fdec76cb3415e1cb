//! The figures of a line, with all that belongs to each.

use super::Found;
use super::bounds::{bound, hedged};
use super::dates::date_at;
use super::spoken::{self, Spoken, Words, since, until};
use super::tail::{Tail, each, lead_each};
use crate::printed::number::Number;
use std::borrow::ToOwned;
use std::string::{String, ToString};
use std::vec::Vec;

const CURRENCIES: [(&str, &str); 9] = [
    ("US$", "USD"),
    ("NT$", "TWD"),
    ("HK$", "HKD"),
    ("$", "USD"),
    ("＄", "USD"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
];

const RANGES: [&str; 12] = [
    "-", "–", "—", "~", "～", "至", "到", " to ", " – ", " - ", " 至 ", " 到 ",
];

pub fn scan(line: &str, number: usize) -> Vec<Found> {
    let mut found: Vec<Found> = Vec::new();
    let (mut at, mut last) = (0, 0);
    while at < line.len() {
        let rest = since(line, at);
        // Addresses, tags and hashes hold no figures of the text.
        let opaque = ["http://", "https://", "www."]
            .iter()
            .any(|start| rest.starts_with(start));
        if opaque {
            at += rest.find([' ', ')', '>', '"']).unwrap_or(rest.len()).max(1);
            continue;
        }
        let found_here = figure(line, at, number).or_else(|| in_words_at(line, at, number));
        match found_here {
            Some((figure, end)) => {
                if let Some(figure) = figure {
                    let years = found.pop_if(|years| figure.completes(years, &line[last..at]));
                    found.push(match years {
                        Some(years) => figure.with_years(&years, &line[last..at]),
                        None => figure,
                    });
                    last = end;
                }
                at = end;
            }
            None => at += rest.chars().next().map_or(1, char::len_utf8),
        }
    }
    found
}

impl Found {
    /// Whether these are the months of `four years and two months`, `四年零两个月`.
    fn completes(&self, years: &Found, between: &str) -> bool {
        let is_whole = |figure: &Found| {
            figure.from.bytes().all(|byte| byte.is_ascii_digit()) && figure.to.is_none()
        };
        ["", "零", "又", " ", " and ", ", "].contains(&between)
            && matches!(years.unit.as_str(), "year" | "years" | "年")
            && matches!(self.unit.as_str(), "month" | "months" | "个月")
            && [self, years].into_iter().all(is_whole)
            && self.from.parse().is_ok_and(|months: u32| months < 12)
            && self.bound.is_none()
    }

    /// Years and months as months.
    fn with_years(self, years: &Found, between: &str) -> Found {
        let count = |figure: &Found| figure.from.parse::<u64>().unwrap_or_default();
        Found {
            text: [&years.text, between, &self.text].concat(),
            from: (12 * count(years) + count(&self)).to_string(),
            bound: years.bound,
            about: years.about || self.about,
            column: years.column,
            ..self
        }
    }
}

/// A number in words with a unit, `five years`, `三成`: without one it is a word like others.
fn in_words_at(line: &str, start: usize, number: usize) -> Option<(Option<Found>, usize)> {
    let spoken = match spoken::english(line, start).or_else(|| spoken::chinese(line, start))? {
        Words::Number(spoken) => spoken,
        Words::Unclear(end) => return Some((None, end)),
    };
    let mut tail = if let Some(unit) = spoken.unit {
        Tail::after(line, spoken.end, unit.to_owned())
    } else {
        // `five-year` as well.
        let hyphen = usize::from(since(line, spoken.end).starts_with('-'));
        Tail::at(line, spoken.end + hyphen, None)
    };
    if tail.unit.is_empty() {
        (tail.end, tail.half) = (tail.end.min(spoken.end), false);
    }
    let cut = since(line, tail.end).starts_with(|c: char| c.is_ascii_alphanumeric())
        && until(line, tail.end).ends_with(|c: char| c.is_ascii_alphanumeric());
    let bare = tail.unit.is_empty() && !spoken.counts;
    if bare || cut || is_unclear(&spoken, &tail, since(line, tail.end)) {
        return Some((None, tail.end.max(spoken.end)));
    }
    let lead = until(line, start).trim_end();
    let mut from = spoken.from;
    if tail.half {
        from.push_str(".5");
    }
    let (ordered, from, to) = ordered(from, spoken.to);
    if !ordered {
        return Some((None, tail.end));
    }
    let found = Found {
        text: line[start..tail.end].to_owned(),
        from,
        to,
        bound: bound(lead, &tail.unit).or(tail.bound),
        about: hedged(lead, since(line, tail.end)),
        precision: spoken.precision,
        unit: each(lead, tail.unit),
        line: number,
        column: until(line, start).chars().count() + 1,
    };
    Some((Some(found), tail.end))
}

/// Whether a number in words may be an article, a date or a turn of phrase: `一家`, `三月`, `一次`.
fn is_unclear(spoken: &Spoken, tail: &Tail, after: &str) -> bool {
    let han = tail.unit.starts_with(|c: char| !c.is_ascii()) && tail.unit != "‰";
    let small = spoken.to.is_none() && (spoken.from.len() == 1 || spoken.from == "0.5");
    match tail.unit.as_str() {
        "月" | "日" | "季度" | "度" | "时" | "m" | "s" | "x" if spoken.unit.is_none() => true,
        "个" | "家" | "次" | "件" | "套" | "笔" | "名" | "人" | "辆" if small => true,
        // `三块业务`, but `八块 GPU`.
        "块" if small => !after
            .trim_start()
            .starts_with(&['G', 'H', 'A', '显', '卡', '芯', '加'][..]),
        unit if unit.len() == 1 && unit.is_ascii() && unit != "%" && unit != "x" => true,
        // `一年`, `一张`: an article.
        _ => {
            han && spoken.from == "1" && spoken.to.is_none() && !tail.half && is_counted(&tail.unit)
        }
    }
}

/// Whether a unit has no scale and is no share, so that 一 before it may be an article.
fn is_counted(unit: &str) -> bool {
    !unit.starts_with(&['万', '亿', '千', '百', '十', '成', '倍'][..])
}

/// A number at this place, with all that belongs to it, and where that ends; the first is nothing
/// where it is a date, a name or a label.
#[inline(never)]
fn figure(line: &str, start: usize, number: usize) -> Option<(Option<Found>, usize)> {
    let rest = since(line, start);
    let currency = CURRENCIES.iter().find(|(sign, _)| rest.starts_with(sign));
    let digits = start + currency.map_or(0, |(sign, _)| sign.len());
    let (from, mut end) = digits_at(line, digits)?;
    let before = until(line, start).chars().next_back();
    // `H200`, `GPT-5`, `v4.1`, `#3`: a name.
    let named = before.is_some_and(|c| c.is_ascii_alphabetic() || matches!(c, '_' | '#' | '.'))
        || (matches!(before, Some('-')) && {
            let mut earlier = until(line, start - 1).chars();
            earlier
                .next_back()
                .is_some_and(|c| c.is_ascii_alphanumeric())
        });
    if named && currency.is_none() {
        let rest =
            since(line, end).find(|c: char| !c.is_ascii_alphanumeric() && c != '.' && c != '-');
        return Some((None, rest.map_or(line.len(), |more| end + more)));
    }
    if currency.is_none()
        && let Some(skip) = date_at(line, digits, &from)
    {
        return Some((None, skip));
    }
    let (mut to, stop, falls) = upper(line, end, &from);
    end = stop;
    let tail = Tail::at(line, end, currency.map(|(_, code)| *code));
    let unit = tail.unit;
    let bare = unit.is_empty();
    end = tail.end;
    if let Some(first) = falls {
        (to, end) = (None, first);
    }
    // `3月`, `6日`, `3季度`: of a calendar.
    let dated = matches!(unit.as_str(), "月" | "日" | "季度") && from.len() < 3;
    if dated && to.is_none() && !lead_each(until(line, start)) {
        return Some((None, end));
    }
    let more = since(line, end).starts_with('+');
    if more {
        end += 1;
    }
    // A label or an ordinal: `1.`, `案例 2：`.
    let label = bare && !from.contains(&['.', ','][..]) && from.len() < 3;
    // `100B+` is a number of billions, `3nm` a length, `2X` a factor; a letter right after is a
    // name: `4K`.
    let glued = until(line, end).ends_with(|c: char| c.is_ascii())
        && since(line, end).starts_with(|c: char| c.is_ascii_alphanumeric());
    let versioned = bare && from.contains('.') || matches!(unit.as_str(), "B" | "T" | "M" | "K");
    let version = currency.is_none() && versioned && follows_name(until(line, start));
    if label || glued || version {
        let rest = since(line, end).find(|c: char| !c.is_ascii_alphanumeric());
        return Some((None, rest.map_or(line.len(), |more| end + more)));
    }
    let (ordered, from, to) = ordered(from, to);
    if !ordered {
        return Some((None, end));
    }
    let lead = until(line, start).trim_end();
    let bound = bound(lead, &unit)
        .or(tail.bound)
        .or(more.then_some("atLeast"));
    let sign = sign_at(line, start);
    let half = if tail.half && !from.contains('.') {
        ".5"
    } else {
        ""
    };
    let from = [sign, &from, half].concat();
    let start = start - sign.len();
    let about = hedged(lead, since(line, end));
    let unit = each(lead, unit);
    Some((
        Some(Found {
            text: line[start..end].to_owned(),
            from,
            to,
            unit,
            bound,
            about,
            precision: None,
            line: number,
            column: until(line, start).chars().count() + 1,
        }),
        end,
    ))
}

/// The upper of a range behind a number, where it ends; and where the number ends if it falls to the other.
fn upper(line: &str, end: usize, from: &str) -> (Option<String>, usize, Option<usize>) {
    for &sign in &RANGES {
        let Some(after) = since(line, end).strip_prefix(sign) else {
            continue;
        };
        let currency = CURRENCIES.iter().find(|(sign, _)| after.starts_with(sign));
        let place = line.len() - after.len() + currency.map_or(0, |(sign, _)| sign.len());
        if let Some((upper, stop)) = digits_at(line, place) {
            let size = |text: &str| Number::parse(text).map(|number| number.value);
            let falls = matches!(sign.trim(), "to" | "至" | "到") && size(&upper) < size(from);
            return (Some(upper), stop, falls.then_some(end));
        }
    }
    (None, end, None)
}

/// The sign of a number; a dash that begins a line is a list's.
fn sign_at(line: &str, start: usize) -> &'static str {
    let lead = until(line, start);
    let sign = ["-", "−", "+"].into_iter().find(|sign| {
        lead.strip_suffix(*sign).is_some_and(|before| {
            let earlier = before.chars().next_back();
            earlier.is_none_or(|c| c.is_whitespace() || matches!(c, '(' | '（' | '：' | '，' | ','))
        })
    });
    let begins = lead.trim().trim_matches(['-', '+', '−']).is_empty();
    sign.filter(|_| !begins).unwrap_or_default()
}

/// `CUDA 12.5`, `Ascend 910B`: a version of what is named.
fn follows_name(lead: &str) -> bool {
    let word = lead.split_whitespace().next_back().unwrap_or_default();
    let latin = word.rsplit(|c: char| !c.is_ascii_alphanumeric()).next();
    lead.ends_with(' ')
        && latin.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// Whether a range ascends; `2024-11` does not read as one.
fn ordered(from: String, to: Option<String>) -> (bool, String, Option<String>) {
    let Some(lower) = Number::parse(&from) else {
        return (false, from, to);
    };
    let fits = match &to {
        None => true,
        Some(to) => Number::parse(to).is_some_and(|upper| lower.value < upper.value),
    };
    (fits, from, to)
}

/// The digits at a place: `35,000`, `4.8`.
fn digits_at(line: &str, start: usize) -> Option<(String, usize)> {
    let rest = since(line, start);
    let length = rest
        .find(|c: char| !c.is_ascii_digit() && c != ',' && c != '.')
        .unwrap_or(rest.len());
    let mut text = until(rest, length).trim_end_matches(&[',', '.'][..]);
    if !text.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // A list of numbers, `1,2,3`, is cut at its first comma.
    while Number::parse(text).is_none() {
        text = &text[..text.rfind([',', '.'])?];
    }
    Some((text.to_owned(), start + text.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn figures(line: &str) -> Vec<(String, Option<String>, String)> {
        let found = scan(line, 1);
        found
            .into_iter()
            .map(|figure| (figure.from, figure.to, figure.unit))
            .collect()
    }

    fn one(line: &str) -> (String, Option<String>, String) {
        let mut found = figures(line);
        assert_eq!(found.len(), 1, "{line}: {found:?}");
        found.remove(0)
    }

    fn plain(from: &str, unit: &str) -> (String, Option<String>, String) {
        (from.to_owned(), None, unit.to_owned())
    }

    fn range(from: &str, to: &str, unit: &str) -> (String, Option<String>, String) {
        (from.to_owned(), Some(to.to_owned()), unit.to_owned())
    }

    #[test]
    fn figures_are_found_in_english() {
        assert_eq!(one("It costs $37,000 a card."), plain("37,000", "USD/card"));
        assert_eq!(
            one("Total: $61.3M/year of rent"),
            plain("61.3", "M USD/year")
        );
        assert_eq!(one("saves 30-40% of it"), range("30", "40", "%"));
        assert_eq!(one("bandwidth of 4.8 TB/s"), plain("4.8", "TB/s"));
        assert_eq!(
            one("up 5 percentage points"),
            plain("5", "percentage points")
        );
        assert_eq!(one("at $2.50/GPU-hour"), plain("2.50", "USD/GPU-hour"));
        assert_eq!(
            one("a market of $5.5 to $7 billion"),
            range("5.5", "7", "billion USD")
        );
        assert_eq!(
            one("It saves $3 million a year."),
            plain("3", "million USD/year")
        );
        assert_eq!(
            one("worth $2 billion per year"),
            plain("2", "billion USD/year")
        );
        assert_eq!(one("$456,000 a year"), plain("456,000", "USD/year"));
        assert_eq!(one("$2.50 per GPU per hour"), plain("2.50", "USD/GPU-hour"));
        assert_eq!(one("buys 512 H100 GPUs"), plain("512", "GPU"));
        assert_eq!(one("buys 512 H100s"), plain("512", "GPU"));
        assert_eq!(one("over five years"), plain("5", "years"));
        assert_eq!(one("a twelve-month lease"), plain("12", "month"));
        assert_eq!(one("some 40,000 firms"), plain("40,000", ""));
        assert_eq!(one("12 per cent"), plain("12", "%"));
    }

    #[test]
    fn figures_are_found_in_chinese() {
        let found = figures("25,000 片 × $36,000");
        assert_eq!(found, [plain("25,000", "片"), plain("36,000", "USD")]);
        assert_eq!(one("价值 $3.5-4 亿"), range("3.5", "4", "亿 USD"));
        assert_eq!(one("节省 500 GPU-月"), plain("500", "GPU-月"));
        assert_eq!(one("每 GPU 小时 7 美元"), plain("7", "美元/GPU-hour"));
        assert_eq!(one("每千瓦时0.6元"), plain("0.6", "元/kWh"));
        assert_eq!(one("电价为每度 0.6 元"), plain("0.6", "元/kWh"));
        assert_eq!(one("每卡时18元"), plain("18", "元/GPU-hour"));
        assert_eq!(one("采购512张H100"), plain("512", "张"));
        assert_eq!(one("每年增收 5 亿美元"), plain("5", "亿美元"));
        assert_eq!(one("每月 5 万片"), plain("5", "万片/月"));
        assert_eq!(one("市场规模 150 亿美元"), plain("150", "亿美元"));
        assert_eq!(one("出货 15 万片"), plain("15", "万片"));
        assert_eq!(one("回收期 7.4 个月"), plain("7.4", "个月"));
        assert_eq!(one("提高 3 个百分点"), plain("3", "percentage points"));
        assert_eq!(
            one("$35,000-40,000/片"),
            range("35,000", "40,000", "USD/片")
        );
    }

    #[test]
    fn dates_names_and_labels_are_no_figures() {
        for line in [
            "2024年11月6日",
            "on 2024-11-06",
            "in 2025 H2 and 2026",
            "H200, GPT-5, MI300X, v4.1 and Claude 3",
            "1. First",
            "see https://example.org/2024/500-gpus",
            "案例 1：",
            "CUDA 12.5 on NVLink 5.0 and an Ascend 910B",
            "in 2024 Q3",
            "on 14 May 2026, the one of the two that none knew",
            "On May 14, 2026",
        ] {
            assert_eq!(figures(line), [], "{line}");
        }
    }

    #[test]
    fn signs_bounds_and_hedges_are_kept() {
        let found = scan(
            "Costs of about 12% and of over 1 MW, 90%+ of it, change (-45%)",
            3,
        );
        let texts: Vec<_> = found.iter().map(|figure| figure.text.as_str()).collect();
        assert_eq!(texts, ["12%", "1 MW", "90%+", "-45%"]);
        assert!(found[0].about && !found[1].about);
        assert_eq!(
            (found[1].bound, found[2].bound),
            (Some("above"), Some("atLeast"))
        );
        assert_eq!((found[0].line, found[0].column), (3, 16));
    }

    /// A text, and what is found of it: number, upper end, unit, bound.
    type Case = (&'static str, &'static str);

    const ENGLISH: &[Case] = &[
        ("half of its revenue", "50 %"),
        ("back in four years and two months", "50 months"),
        ("after 2 years, 3 months", "27 months"),
        ("one year and a half-price month", "1 year"),
        ("over 4 years, 64 months at most", "4 years; 64 months"),
        ("a third of the chips", "33.33 %"),
        ("two-thirds of them", "66.67 %"),
        ("Three quarters of the cost", "75 %"),
        ("power fell by half", "50 %"),
        ("half a million GPUs", "0.5 million GPUs"),
        ("half an hour", "0.5 hour"),
        ("twice as fast", "2 x"),
        ("three times the price", "3 x"),
        ("sales doubled to $4 billion", "2 x; 4 billion USD"),
        ("a tenfold rise", "10 x"),
        ("a five-fold rise", "5 x"),
        ("three dozen servers", "36 servers"),
        ("a dozen GPUs", "12 GPUs"),
        ("two million dollars", "2 million dollars"),
        ("a billion dollars", "1 billion dollars"),
        ("twenty-five thousand GPUs", "25 thousand GPUs"),
        ("two hundred and fifty servers", "250 servers"),
        ("two thousand five hundred GPUs", "2500 GPUs"),
        ("two and a half years", "2.5 years"),
        ("two to three years", "2-3 years"),
        ("thirty per cent of it", "30 %"),
        ("five percentage points", "5 percentage points"),
        ("more than forty percent", "40 percent above"),
        ("No more than 30% of it", "30 % atMost"),
        ("Over five years", "5 years"),
        ("Over 30% of it", "30 % above"),
        ("a turnover 30% higher", "30 %"),
        ("three hundred customers", "300 "),
        // May be none.
        ("the second half of 2025, a quarter of 2026", ""),
        ("half of 2025", ""),
        ("two or three years", ""),
        ("three times a year, twice a week", ""),
        ("five of the six, one in three", ""),
        ("double-digit growth, six customers, the one", ""),
        ("a third quarter, a second chip", ""),
        ("millions of dollars, a few billion", ""),
    ];

    const CHINESE: &[Case] = &[
        ("四年零两个月才能回本", "50 个月"),
        ("4年2个月后", "50 个月"),
        ("三年又六个月", "42 个月"),
        ("三成来自海外", "3 成"),
        ("近三成五", "3.5 成"),
        ("三成至五成", "3 成; 5 成"),
        ("三到五成", "3-5 成"),
        ("八成以上的算力", "8 成 atLeast"),
        ("提高两倍", "2 倍"),
        ("是一倍半", "1.5 倍"),
        ("三点五倍", "3.5 倍"),
        ("一半的卡", "50 %"),
        ("八千万美元", "8000 万美元"),
        ("十五亿元", "15 亿元"),
        ("一点五亿元", "1.5 亿元"),
        ("一亿五千万元", "15000 万元"),
        ("三万亿美元", "3 万亿美元"),
        ("三百零五张卡", "305 张"),
        ("两万五千张", "25000 张"),
        ("百分之三十", "30 %"),
        ("百分之三点五", "3.5 %"),
        ("百分之三十到四十", "30-40 %"),
        ("千分之五", "5 ‰"),
        ("三分之一的成本", "33.33 %"),
        ("三十多亿美元", "30 亿美元 above"),
        ("30 余张卡、3亿多美元", "3 亿美元 above"),
        ("30多亿美元", "30 亿美元 above"),
        ("逾二十家企业", "20 家 above"),
        ("不到两年", "2 年 below"),
        ("两年半", "2.5 年"),
        ("一个半月", "1.5 个月"),
        ("三到五年", "3-5 年"),
        ("每年五百万美元", "500 万美元/年"),
        ("半年", "0.5 年"),
        ("十年", "10 年"),
        ("不超过 30%", "30 % atMost"),
        ("30%以上", "30 % atLeast"),
        // May be none.
        ("三月、6日、三季度、3月、第三年、上半年", ""),
        ("两三年、七八成、几十亿、十几家、数百万元", ""),
        ("二〇二四年、三成本、一成不变、成本上升", ""),
        ("一家公司、一个、两家公司、一次、一张卡、一年来", ""),
        ("十分重要、千万不要、万一、百万美元级、八点三十分", ""),
        ("两家半导体企业、四分五裂、十四五规划", ""),
        ("最近三年", "3 年"),
        ("约一千二百万千瓦、八千瓦", "1200 万千瓦; 8 千瓦"),
        ("八卡服务器", "8 卡"),
        ("平均每张卡约35万元", "35 万元/GPU"),
        ("19% a year", "19 %"),
        (
            "15.5 cents a year ago, $3 a month earlier",
            "15.5 cents; 3 USD",
        ),
        (
            "from 210 to 140 grams per kWh",
            "210 grams/kWh; 140 grams/kWh",
        ),
        (
            "由 62 至 55 个百分点",
            "62 percentage points; 55 percentage points",
        ),
        ("三块业务", ""),
    ];

    #[test]
    fn numbers_in_words_are_read_and_nothing_is_guessed() {
        for (line, expected) in ENGLISH.iter().chain(CHINESE) {
            let found = scan(line, 1).into_iter().map(|figure| {
                let to = figure.to.map_or(String::new(), |to| format!("-{to}"));
                let bound = figure
                    .bound
                    .map_or(String::new(), |bound| format!(" {bound}"));
                format!("{}{to} {}{bound}", figure.from, figure.unit)
            });
            let found: Vec<_> = found.collect();
            assert_eq!(found.join("; "), *expected, "{line}");
        }
        assert!(!scan("最近三年", 1)[0].about);
    }
}
