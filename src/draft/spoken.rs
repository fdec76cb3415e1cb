//! Numbers in words, as a text has them: `two and a half million`, `a third of`, `三成`, `十五亿`.
//!
//! What may be no number is left out: `两三年`, `几十亿`, the `三月` of a date, `one of them`.

use crate::printed::unit::AFTER_TENTHS;

/// A number in words.
#[derive(Debug, PartialEq)]
pub struct Spoken {
    pub from: String,
    /// The upper of a range.
    pub to: Option<String>,
    /// Where the words end; a unit may follow, and its scale: `million` is one.
    pub end: usize,
    /// Where the first number of a range ends.
    pub lower: usize,
    /// The unit, where the words themselves have it: `三成` are a share.
    pub unit: Option<&'static str>,
    /// How far off it may be, where no digits say it: a third is 33.33 % to half a per cent.
    pub precision: Option<f64>,
    /// Whether it is a number without any unit: `three hundred customers`, but not `six customers`.
    pub counts: bool,
}

impl Spoken {
    fn new(from: String, end: usize) -> Self {
        Spoken {
            from,
            to: None,
            end,
            lower: end,
            unit: None,
            precision: None,
            counts: false,
        }
    }

    /// So many parts of a whole.
    fn share(count: u64, whole: u64, end: usize) -> Self {
        if 100 % whole == 0 {
            return Spoken::of(100 * count / whole, "%", end);
        }
        let hundredths = (20_000 * count + whole) / (2 * whole);
        let text = format!("{}.{:02}", hundredths / 100, hundredths % 100);
        Spoken {
            unit: Some("%"),
            precision: Some(0.5),
            ..Spoken::new(text, end)
        }
    }

    fn of(from: u64, unit: &'static str, end: usize) -> Self {
        Spoken {
            unit: Some(unit),
            ..Spoken::new(from.to_string(), end)
        }
    }
}

/// What the words at a place are.
#[derive(Debug, PartialEq)]
pub enum Words {
    /// A number.
    Number(Spoken),
    /// None that can be read for certain; where it ends.
    Unclear(usize),
}

const ONES: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];

const TENS: [&str; 8] = [
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

const SCALES: [(&str, u64); 4] = [
    ("thousand", 1_000),
    ("million", 1_000_000),
    ("billion", 1_000_000_000),
    ("trillion", 1_000_000_000_000),
];

/// Parts of a whole.
const PARTS: [(&str, u64); 8] = [
    ("half", 2),
    ("third", 3),
    ("thirds", 3),
    ("quarter", 4),
    ("quarters", 4),
    ("fifth", 5),
    ("fifths", 5),
    ("tenth", 10),
];

const FACTORS: [(&str, u64); 12] = [
    ("twice", 2),
    ("double", 2),
    ("triple", 3),
    ("doubled", 2),
    ("doubles", 2),
    ("doubling", 2),
    ("tripled", 3),
    ("triples", 3),
    ("tripling", 3),
    ("quadrupled", 4),
    ("quadruples", 4),
    ("quadrupling", 4),
];

/// What a share is said behind without `of`, `up a fifth`, and what may follow it then.
const CHANGED: [&str; 13] = [
    "by",
    "up",
    "down",
    "rose",
    "grew",
    "fell",
    "gained",
    "lost",
    "dropped",
    "climbed",
    "declined",
    "increased",
    "decreased",
];
const AFTER: [&str; 22] = [
    "to", "from", "in", "on", "since", "over", "this", "last", "compared", "and", "after", "as",
    "at", "for", "with", "between", "while", "but", "when", "more", "less", "year",
];

/// What a factor before a noun is followed by: `twice the price`, `three times as much`.
const COMPARED: [&str; 12] = [
    "as", "the", "its", "their", "that", "what", "more", "higher", "larger", "faster", "cheaper",
    "those",
];

/// A text from a place on. Called rather than inlined: every slice of its own is a check and a panic more.
#[inline(never)]
pub fn since(text: &str, at: usize) -> &str {
    text.get(at..).unwrap_or_default()
}

/// A text up to a place.
#[inline(never)]
pub fn until(text: &str, at: usize) -> &str {
    text.get(..at).unwrap_or_default()
}

/// The word at a place, in small letters, and where it ends.
fn word(text: &str, start: usize) -> Option<(String, usize)> {
    let rest = text.get(start..)?;
    let length = rest
        .find(|c: char| !c.is_ascii_alphabetic())
        .unwrap_or(rest.len());
    (length > 0).then(|| (until(rest, length).to_ascii_lowercase(), start + length))
}

/// The word after one space or hyphen.
fn next(text: &str, end: usize) -> Option<(String, usize)> {
    let rest = text.get(end..)?;
    let gap = rest.starts_with(&[' ', '-', '\u{a0}'][..]);
    let length = rest.chars().next().filter(|_| gap)?.len_utf8();
    word(text, end + length)
}

fn found<T: Copy>(list: &[(&str, T)], word: &str) -> Option<T> {
    let entry = list.iter().find(|(name, _)| *name == word);
    entry.map(|(_, value)| *value)
}

fn followed(text: &str, end: usize, by: &[&str]) -> bool {
    next(text, end).is_some_and(|(word, _)| by.contains(&word.as_str()))
}

/// A whole number in words, without the scale that ends it, and where it ends.
fn cardinal(text: &str, start: usize) -> Option<(u64, usize)> {
    let (mut total, mut part, mut end) = (0_u64, None, start);
    let mut at = word(text, start);
    let mut least = u64::MAX;
    while let Some((name, stop)) = at {
        let one = ONES.iter().position(|entry| *entry == name);
        let ten = TENS.iter().position(|entry| *entry == name);
        if let Some(one) = one {
            // `twenty-five` and `two hundred five`, but not `five six`.
            let room = match part {
                None => true,
                Some(part) => one > 0 && part % 100 == 0 || one < 10 && part % 100 >= 20,
            };
            if !room || part.is_some_and(|part| part % 10 != 0) {
                return None;
            }
            part = Some(part.unwrap_or(0) + one as u64);
        } else if let Some(ten) = ten {
            if part.is_some_and(|part| part % 100 != 0) {
                return None;
            }
            part = Some(part.unwrap_or(0) + 10 * (ten as u64 + 2));
        } else if name == "hundred" {
            match part {
                Some(hundreds @ 1..=99) => part = Some(hundreds * 100),
                _ => break,
            }
        } else if let Some(scale) = found(&SCALES, &name) {
            // One that ends the number is left to the unit: `million dollars`.
            let more = next(text, stop).is_some_and(|(name, _)| is_cardinal(&name));
            let Some(thousands) = part.filter(|_| more && scale < least) else {
                break;
            };
            total = total.checked_add(thousands.checked_mul(scale)?)?;
            (part, least) = (None, scale);
        } else if name == "and" && part.is_some_and(|part| part % 100 == 0) {
            // `two hundred and fifty`; `two hundred and a few` ends before.
            if !next(text, stop).is_some_and(|(name, _)| is_cardinal(&name)) {
                break;
            }
            at = next(text, stop);
            continue;
        } else {
            break;
        }
        end = stop;
        at = next(text, stop);
    }
    if total == 0 && part.is_none() {
        return None;
    }
    Some((total + part.unwrap_or(0), end))
}

fn is_cardinal(name: &str) -> bool {
    ONES.contains(&name) || TENS.contains(&name)
}

/// An English number at the beginning of a word.
pub fn english(text: &str, start: usize) -> Option<Words> {
    let before = until(text, start).chars().next_back();
    if before.is_some_and(|c| c.is_ascii_alphanumeric() || c == '-') {
        return None;
    }
    let (first, end) = word(text, start)?;
    if let Some(part) = part_of(text, start, &first, end) {
        return Some(part);
    }
    if matches!(first.as_str(), "halved" | "halves" | "halving") {
        return Some(Words::Number(Spoken::of(50, "%", end)));
    }
    if let Some(factor) = found(&FACTORS, &first) {
        // `double-digit` and `twice a year` compare nothing.
        let plain = since(text, end).starts_with('-');
        let verb = first.ends_with(&['d', 's'][..]) || first.ends_with("ing");
        let compares = verb || followed(text, end, &COMPARED);
        return (compares && !plain).then(|| Words::Number(Spoken::of(factor, "x", end)));
    }
    let fold = first
        .strip_suffix("fold")
        .and_then(|name| ONES.iter().position(|one| *one == name && one.len() > 2));
    if let Some(factor) = fold.filter(|factor| *factor > 1) {
        return Some(Words::Number(Spoken::of(factor as u64, "x", end)));
    }
    // `a million`, `a dozen servers`; `half a million` has been read.
    if matches!(first.as_str(), "a" | "an") {
        let (name, stop) = next(text, end)?;
        return match name.as_str() {
            "dozen" => Some(Words::Number(Spoken::new("12".to_string(), stop))),
            "million" | "billion" | "trillion" => {
                Some(Words::Number(Spoken::new("1".to_string(), end)))
            }
            _ => None,
        };
    }
    let (value, end) = cardinal(text, start)?;
    if followed(text, end, &["dozen"]) {
        let (_, end) = next(text, end)?;
        let dozens = Spoken::new((value.checked_mul(12)?).to_string(), end);
        return Some(Words::Number(dozens));
    }
    if followed(text, end, &["fold"]) {
        let (_, end) = next(text, end)?;
        return Some(Words::Number(Spoken::of(value, "x", end)));
    }
    if followed(text, end, &["times"]) {
        let (_, times) = next(text, end)?;
        // `three times a year` says how often.
        return Some(if followed(text, times, &COMPARED) {
            Words::Number(Spoken::of(value, "x", times))
        } else {
            Words::Unclear(times)
        });
    }
    if let Some(share) = one_in(text, value, end) {
        return Some(Words::Number(share));
    }
    // `two or three years` is neither, `five out of six` a share of something.
    for &joined in &[" or ", " out of ", " in ", " of "] {
        if let Some(rest) = since(text, end).strip_prefix(joined)
            && let Some((_, stop)) = cardinal(text, text.len() - rest.len())
        {
            return Some(Words::Unclear(stop));
        }
    }
    let mut spoken = Spoken::new(value.to_string(), end);
    spoken.counts = value >= 100;
    if let Some(rest) = since(text, end).strip_prefix(" and a half") {
        spoken.from.push_str(".5");
        spoken.end = text.len() - rest.len();
    } else if let Some(rest) = since(text, end).strip_prefix(" to ")
        && let Some((upper, stop)) = cardinal(text, text.len() - rest.len())
    {
        (spoken.to, spoken.end) = (Some(upper.to_string()), stop);
    }
    Some(Words::Number(spoken))
}

/// `one in five`; `one in five years` is how often.
fn one_in(text: &str, count: u64, end: usize) -> Option<Spoken> {
    const TIMES: [&str; 10] = [
        "year", "years", "month", "months", "week", "weeks", "day", "days", "hour", "hours",
    ];
    let rest = since(text, end).strip_prefix(" in ")?;
    let (whole, stop) = cardinal(text, text.len() - rest.len())?;
    let is_share = count > 0 && count < whole && whole <= 100 && !followed(text, stop, &TIMES);
    is_share.then(|| Spoken::share(count, whole, stop))
}

/// `half of`, `two-thirds of`, `half a million`.
fn part_of(text: &str, start: usize, first: &str, end: usize) -> Option<Words> {
    let (count, name, end) = if first == "half" {
        (1, first.to_string(), end)
    } else {
        let count = match first {
            "a" | "one" => 1,
            _ => ONES.iter().position(|one| *one == first)? as u64,
        };
        let (name, end) = next(text, end)?;
        (count, name, end)
    };
    let whole = found(&PARTS, &name)?;
    if count == 0 || count >= whole || (name.ends_with('s') != (count > 1)) {
        return None;
    }
    let lead = until(text, start).trim_end().to_ascii_lowercase();
    // `by nearly two-thirds`
    let hedges = [
        " nearly",
        " almost",
        " about",
        " around",
        " roughly",
        " more than",
        " less than",
    ];
    let said = hedges.iter().find_map(|hedge| lead.strip_suffix(hedge));
    let last = said.unwrap_or(&lead).rsplit(' ').next().unwrap_or_default();
    if name == "half" {
        // Of a year there are two halves, of a match as well.
        let which = &[
            "first", "second", "other", "latter", "former", "better", "back", "and", "a", "this",
            "last",
        ];
        if which.contains(&last) {
            return Some(Words::Unclear(end));
        }
        if followed(text, end, &["a", "an"]) {
            let (_, article) = next(text, end)?;
            // The unit or its scale is next: `half a million`, `half an hour`.
            return Some(Words::Number(Spoken::new("0.5".to_string(), article)));
        }
    }
    let ends = ["of", "the", "its", "their", "that", "as"];
    let by = match name.as_str() {
        "half" => matches!(last, "by" | "in"),
        // `by a third`, but not `by a third party`.
        _ => {
            CHANGED.contains(&last)
                && next(text, end).is_none_or(|(word, _)| AFTER.contains(&&*word))
        }
    };
    let of = followed(text, end, if name == "half" { &ends } else { &ends[..1] });
    // Of a year it is three months.
    let year = since(text, end)
        .strip_prefix(" of ")
        .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if !(of || by) || year {
        return Some(Words::Unclear(end));
    }
    Some(Words::Number(Spoken::share(count, whole, end)))
}

const DIGITS: &str = "零一二三四五六七八九";

fn digit(c: char) -> Option<u64> {
    match c {
        '两' => Some(2),
        '〇' => Some(0),
        _ => DIGITS
            .chars()
            .position(|other| other == c)
            .map(|at| at as u64),
    }
}

fn place(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1_000,
        _ => return None,
    })
}

/// How long the run of a number's characters is.
fn run(text: &str) -> usize {
    let ends = |c: char| digit(c).is_none() && place(c).is_none() && !matches!(c, '万' | '亿');
    let length = text.find(ends).unwrap_or(text.len());
    // The 千 of a kilowatt is its own.
    match until(text, length).strip_suffix('千') {
        Some(rest) if since(text, length).starts_with(&['瓦', '克', '米'][..]) => rest.len(),
        _ => length,
    }
}

/// A whole number of such characters; `七八` and `二〇二四` are none.
fn han(text: &str) -> Option<u64> {
    let (mut total, mut section, mut one) = (0_u64, 0_u64, None);
    let mut ended = '\0';
    for c in text.chars() {
        if let Some(digit) = digit(c) {
            // After 零 alone one digit follows another.
            if one.is_some_and(|one| one != 0) || (one == Some(0) && digit == 0) {
                return None;
            }
            one = Some(digit);
        } else if let Some(place) = place(c) {
            let first = section == 0 && place == 10;
            section = section.checked_add(match one {
                Some(one) if one > 0 => one * place,
                // `十五`, and the first of a section alone.
                None if first => place,
                _ => return None,
            })?;
            one = None;
        } else {
            let scale = if c == '万' { 10_000 } else { 100_000_000 };
            let part = section + one.unwrap_or(0);
            // `万亿` is one scale.
            total = if c == '亿' && ended == '万' && part == 0 {
                total.checked_mul(scale)?
            } else if part == 0 {
                return None;
            } else if c == '亿' {
                total.checked_add(part)?.checked_mul(scale)?
            } else {
                total.checked_add(part.checked_mul(scale)?)?
            };
            (section, one) = (0, None);
        }
        ended = c;
    }
    // `三百五` is 350 to some and a slip to others.
    let tail = one.unwrap_or(0);
    let before = text.chars().rev().nth(1);
    if tail > 0 && before.is_some_and(|c| matches!(c, '百' | '千' | '万' | '亿')) {
        return None;
    }
    total.checked_add(section + tail)
}

/// The scale that ends a number, left to its unit.
fn scale(text: &str) -> (&str, u64) {
    for &(end, size) in &[
        ("万亿", 1_000_000_000_000),
        ("亿", 100_000_000),
        ("万", 10_000),
    ] {
        if let Some(rest) = text.strip_suffix(end) {
            return (rest, size);
        }
    }
    (text, 1)
}

/// A number as it is printed, without the scale that ends it, and how long that is.
fn printed(text: &str) -> Option<(String, usize)> {
    let length = run(text);
    if length == 0 {
        return None;
    }
    let (whole, size) = scale(until(text, length));
    if let Some(rest) = since(text, length).strip_prefix('点') {
        // `三点五`, and its scale.
        let more = run(rest);
        let (digits, _) = scale(until(rest, more));
        let each = |c: char| digit(c).map(|digit| char::from(b'0' + digit as u8));
        let fraction: Option<String> = digits.chars().map(each).collect();
        let fraction = fraction.filter(|fraction| !fraction.is_empty());
        if let (Some(fraction), 1) = (fraction, size) {
            let end = length + '点'.len_utf8() + digits.len();
            return Some((format!("{}.{fraction}", han(whole)?), end));
        }
    }
    let value = han(until(text, length))?;
    Some(((value / size).to_string(), whole.len())).filter(|_| value % size == 0)
}

/// What stands before a number that is none of a figure: an ordinal, a vague one, a weekday.
const LEADS: [&str; 11] = [
    "第", "数", "几", "好", "周", "星期", "初", "十", "百", "千", "其",
];

/// A Chinese number.
pub fn chinese(text: &str, start: usize) -> Option<Words> {
    let rest = since(text, start);
    for &(words, unit) in &[("百分之", "%"), ("千分之", "‰")] {
        if let Some(after) = rest.strip_prefix(words) {
            let from = start + words.len();
            if unit == "%" && after.starts_with('百') {
                return Some(Words::Number(Spoken::of(100, unit, from + '百'.len_utf8())));
            }
            return Some(match ranged(text, from) {
                Some(spoken) => Words::Number(Spoken {
                    unit: Some(unit),
                    ..spoken
                }),
                None => Words::Unclear(from + run(after)),
            });
        }
    }
    let read = discount(text, start).or_else(|| doublings(text, start));
    if let Some(spoken) = read {
        return Some(Words::Number(spoken));
    }
    let first = rest.chars().next()?;
    let before = until(text, start).chars().next_back();
    if first == '半' {
        return half(text, start, before);
    }
    if digit(first).is_none_or(|digit| digit == 0) && first != '十' {
        return None;
    }
    let end = start + run(rest);
    let led = LEADS.iter().any(|lead| until(text, start).ends_with(lead));
    if led || before.is_some_and(|c| c.is_ascii_digit()) {
        return Some(Words::Unclear(end));
    }
    let after = since(text, end);
    if let Some(share) = after.strip_prefix("分之") {
        let whole = han(&text[start..end])?;
        let length = run(share);
        let count = han(&share[..length])?;
        let stop = end + "分之".len() + length;
        if whole < 2 || count == 0 || count >= whole || whole > 1000 {
            return Some(Words::Unclear(stop));
        }
        return Some(Words::Number(Spoken::share(count, whole, stop)));
    }
    if rest.starts_with("一半") && !rest.starts_with("一半导") {
        return Some(Words::Number(Spoken::of(50, "%", start + "一半".len())));
    }
    let Some(spoken) = ranged(text, start) else {
        return Some(Words::Unclear(end));
    };
    let after = since(text, spoken.end);
    // `十几亿`, `三十来家`
    if after.starts_with(&['几', '来'][..]) {
        return Some(Words::Unclear(end));
    }
    if let Some(rest) = since(text, spoken.end).strip_prefix('成') {
        return Some(tenths(spoken, rest, text.len() - rest.len()));
    }
    Some(Words::Number(spoken))
}

/// `八折` and `打7.5折` are what is left of a price.
pub fn discount(text: &str, start: usize) -> Option<Spoken> {
    let before = until(text, start).chars().next_back();
    let is_number =
        |c: char| c.is_ascii_digit() || c == '.' || digit(c).is_some() || place(c).is_some();
    if before.is_some_and(|c| is_number(c) || matches!(c, '第' | '几' | '-')) {
        return None;
    }
    let rest = since(text, start);
    let (length, _) = rest.char_indices().take(4).find(|(_, c)| *c == '折')?;
    let after = since(rest, length + '折'.len_utf8());
    let figures = until(rest, length).trim_end();
    let digits = figures.chars().filter(|c| *c != '.').map(|c| match c {
        '0'..='9' => Some(c),
        _ => digit(c).map(|digit| char::from(b'0' + digit as u8)),
    });
    let digits: String = digits.collect::<Option<_>>()?;
    let is_other = after.starts_with(&['算', '合', '旧', '射', '叠', '腾', '中', '成'][..]);
    let first = digits
        .parse::<u64>()
        .ok()
        .filter(|first| *first > 0 && !is_other)?;
    let end = start + length + '折'.len_utf8();
    match digits.len() {
        1 if !figures.contains('.') => Some(Spoken::of(10 * first, "%", end)),
        2 if !digits.starts_with('0') => Some(Spoken::of(first, "%", end)),
        _ => None,
    }
}

/// `翻番`, `翻倍`, `翻了两番`.
fn doublings(text: &str, start: usize) -> Option<Spoken> {
    let rest = since(text, start).strip_prefix('翻')?;
    let rest = rest.strip_prefix('了').unwrap_or(rest);
    let mut letters = rest.chars();
    let times = match letters.next()? {
        '番' | '倍' => 1,
        c => {
            let times = c
                .to_digit(10)
                .map_or_else(|| digit(c), |times| Some(u64::from(times)))?;
            (letters.next() == Some('番')).then_some(times)?
        }
    };
    let end = text.len() - letters.as_str().len();
    (1..10)
        .contains(&times)
        .then(|| Spoken::of(1 << times, "倍", end))
}

/// One number or, with 至 or 到 between, two.
fn ranged(text: &str, start: usize) -> Option<Spoken> {
    let (from, length) = printed(since(text, start))?;
    let mut spoken = Spoken::new(from, start + length);
    let rest = since(text, spoken.end);
    if let Some(upper) = rest.strip_prefix(&['至', '到'][..])
        && let Some((to, length)) = printed(upper)
    {
        (spoken.to, spoken.end) = (Some(to), text.len() - upper.len() + length);
    }
    Some(spoken)
}

/// `三成`, `三成五`, `两成半`; `一成不变` is none, and neither is the 成 of another word.
fn tenths(spoken: Spoken, rest: &str, end: usize) -> Words {
    let small = |text: &String| text.len() == 1 || text == "10";
    let whole = small(&spoken.from) && spoken.to.as_ref().is_none_or(small);
    if !whole || rest.starts_with(&AFTER_TENTHS[..]) {
        return Words::Unclear(end);
    }
    let mut spoken = Spoken {
        unit: Some("成"),
        end,
        ..spoken
    };
    let first = rest.chars().next();
    let more = first.and_then(|c| if c == '半' { Some(5) } else { digit(c) });
    if let (Some(more), Some(first)) = (more, first)
        && spoken.to.is_none()
        && run(rest) <= first.len_utf8()
    {
        spoken.from = format!("{}.{more}", spoken.from);
        spoken.end += first.len_utf8();
    }
    Words::Number(spoken)
}

/// `半年`, `半小时`; not the half of a year that is its first or second.
fn half(text: &str, start: usize, before: Option<char>) -> Option<Words> {
    let end = start + '半'.len_utf8();
    let rest = since(text, end);
    let length = ["年", "个月", "小时"]
        .iter()
        .find(|unit| rest.starts_with(**unit))?
        .len();
    let other = since(rest, length).starts_with(&['报', '度', '线', '期', '来'][..]);
    let which = before.is_some_and(|c| "上下前后大小多过一两".contains(c));
    Some(if other || which {
        Words::Unclear(end + length)
    } else {
        Words::Number(Spoken::new("0.5".to_string(), end))
    })
}
