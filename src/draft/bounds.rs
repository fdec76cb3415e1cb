//! What the words before a figure make of it: a bound, or something approximate.

use crate::printed::unit::Unit;

/// What denies another stands before it.
const BOUNDS: &[(&str, &str)] = &[
    (">=", "atLeast"),
    ("≥", "atLeast"),
    ("<=", "atMost"),
    ("≤", "atMost"),
    (">", "above"),
    ("＞", "above"),
    ("<", "below"),
    ("＜", "below"),
    ("不超过", "atMost"),
    ("不高于", "atMost"),
    ("不低于", "atLeast"),
    ("不少于", "atLeast"),
    ("超过", "above"),
    ("超", "above"),
    ("逾", "above"),
    ("高于", "above"),
    ("多于", "above"),
    ("低于", "below"),
    ("少于", "below"),
    ("不到", "below"),
    ("不足", "below"),
    ("至少", "atLeast"),
    ("最少", "atLeast"),
    ("至多", "atMost"),
    ("最多", "atMost"),
    ("no more than", "atMost"),
    ("not more than", "atMost"),
    ("no less than", "atLeast"),
    ("not less than", "atLeast"),
    ("no fewer than", "atLeast"),
    ("over", "above"),
    ("above", "above"),
    ("more than", "above"),
    ("less than", "below"),
    ("fewer than", "below"),
    ("under", "below"),
    ("below", "below"),
    ("at least", "atLeast"),
    ("at most", "atMost"),
    ("up to", "atMost"),
    ("as many as", "atMost"),
    ("as much as", "atMost"),
    ("as few as", "atLeast"),
    ("as little as", "atLeast"),
];

/// What a sign or word before a figure makes of it.
pub fn bound(lead: &str, unit: &str) -> Option<&'static str> {
    let lower = lead.to_ascii_lowercase();
    let stands = |sign: &str| {
        lower.strip_suffix(sign).is_some_and(|before| {
            // `three times as much as` compares.
            let compares = ["twice ", "times ", "half ", "double "]
                .iter()
                .any(|factor| before.ends_with(factor));
            // `turnover`
            let whole = !sign.starts_with(|c: char| c.is_ascii_alphabetic())
                || !before.ends_with(|c: char| c.is_alphanumeric());
            whole && !(compares && sign.starts_with("as "))
        })
    };
    let (sign, bound) = *BOUNDS.iter().find(|(sign, _)| stands(sign))?;
    // `over five years` is as long as that.
    let lasts = sign == "over" && Unit::parse(unit).is_some_and(|unit| unit.counts_time());
    (!lasts).then_some(bound)
}

const HEDGES: [&str; 18] = [
    "about",
    "almost",
    "close to",
    "around",
    "roughly",
    "some",
    "approximately",
    "nearly",
    "约",
    "大约",
    "大概",
    "大致",
    "差不多",
    "近",
    "将近",
    "接近",
    "几乎",
    "~",
];

/// Whether the words around a figure call it approximate.
pub fn hedged(lead: &str, after: &str) -> bool {
    let lead = lead.to_ascii_lowercase();
    // `约为77%`, `约占三成`
    let verbs = ['为', '占', '合', '达', '有', '需', '在', '是'];
    let shorter = lead.strip_suffix(verbs).unwrap_or(&lead);
    let hedge = |hedge: &str| {
        let stands = lead
            .strip_suffix(hedge)
            .or_else(|| shorter.strip_suffix(hedge));
        stands.is_some_and(|before| {
            // `最近`
            let joined: fn(char) -> bool = if hedge.is_ascii() { is_letter } else { is_most };
            !before.ends_with(joined)
        })
    };
    HEDGES.iter().any(|word| hedge(word))
        || ["左右", "上下"]
            .iter()
            .any(|word| after.trim_start().starts_with(word))
}

fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
}

fn is_most(c: char) -> bool {
    matches!(c, '最' | '附')
}
