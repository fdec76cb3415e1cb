//! Whether something rises or falls from one figure to another.

use super::spoken::since;

/// Whether a text ends with a word.
pub fn ends_with_word(text: &str, word: &str) -> bool {
    let lower = text.to_ascii_lowercase();
    let before = lower.strip_suffix(word);
    before.is_some_and(|before| !before.ends_with(|c: char| c.is_alphanumeric()))
}

/// What rises or falls from one figure to another has two, and no range.
const CHANGES: [&str; 40] = [
    "rose",
    "risen",
    "rise",
    "rises",
    "rising",
    "grew",
    "grown",
    "grow",
    "growing",
    "growth",
    "increased",
    "increase",
    "increases",
    "climbed",
    "jumped",
    "soared",
    "surged",
    "up",
    "went",
    "gone",
    "moved",
    "expanded",
    "widened",
    "raised",
    "lifted",
    "doubled",
    "advanced",
    "expand",
    "expands",
    "climbs",
    "jumps",
    "raise",
    "raises",
    "boosted",
    "improved",
    "scaled",
    "extended",
    "lengthened",
    "multiplied",
    "progressed",
];

const FALLS: [&str; 18] = [
    "fell",
    "fallen",
    "fall",
    "falls",
    "falling",
    "dropped",
    "dropping",
    "drops",
    "declined",
    "decreased",
    "shrank",
    "slid",
    "down",
    "cut",
    "reduced",
    "lowered",
    "narrowed",
    "shortened",
];

/// How many words may stand between the verb and `from`: `expanded its cluster in Oslo from`.
pub const BETWEEN: usize = 4;

/// Whether a text ends with what has two figures.
pub fn changes(lead: &str) -> bool {
    lead.ends_with('由') || has_verb(lead, &CHANGES)
}

/// Whether it falls, so that the first figure is the larger.
pub fn falls(lead: &str) -> bool {
    has_verb(lead, &FALLS)
}

/// Whether such a verb stands before the `from` that ends a text.
fn has_verb(lead: &str, verbs: &[&str]) -> bool {
    let lower = lead.to_ascii_lowercase();
    let Some(before) = lower.strip_suffix("from") else {
        return false;
    };
    let said = before.trim_end();
    let word = said.rsplit(' ').next().unwrap_or_default();
    if said.len() < before.len() && verbs.contains(&word) {
        return true;
    }
    // Farther away a verb alone: `growth` may be what ranges from one figure to another.
    let is_verb = |word: &str| {
        let word = word.trim_end_matches(',');
        let is_form = word.ends_with("ed") || word.ends_with("ing");
        let past = [
            "rose", "grew", "went", "risen", "fell", "fallen", "shrank", "slid", "cut",
        ];
        (is_form || past.contains(&word)) && verbs.contains(&word)
    };
    // `more than doubled, from $5`: what stands behind a comma is said of the clause before it.
    let stops = [", ", "; ", ": ", ". ", "，", "。"];
    let (clause, far, stops) = match said.strip_suffix(',') {
        Some(clause) => (clause, usize::MAX, &stops[1..]),
        None => (said, BETWEEN, &stops[..]),
    };
    let begins = stops
        .iter()
        .filter_map(|stop| Some(clause.rfind(stop)? + stop.len()))
        .max();
    let words = since(clause, begins.unwrap_or_default()).split_whitespace();
    words.rev().take(far).any(is_verb)
}
