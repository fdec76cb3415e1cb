//! Numbers that count nothing: of products, versions and standards, and those that one dials.

use super::spoken::{since, until};

/// Whether a number is of a name, `H200`, `GPT-5`, `v4.1`, `#3`, or of a power, `10^21`.
pub fn in_name(line: &str, start: usize) -> bool {
    let mut before = until(line, start).chars().rev();
    match before.next() {
        // Of `8000-1.2万` the second is as much a number as the first.
        Some('-') => before
            .take_while(char::is_ascii_alphanumeric)
            .any(|c| c.is_ascii_alphabetic()),
        Some(c) => c.is_ascii_alphabetic() || matches!(c, '_' | '#' | '.' | '^'),
        None => false,
    }
}

/// `CUDA 12.5`, `Ascend 910B`: a version of what is named.
pub fn follows_name(lead: &str) -> bool {
    // `PUE 1.15` is a ratio.
    const RATIOS: [&str; 5] = ["PUE", "WUE", "MFU", "EPS", "ROI"];
    let word = lead.split_whitespace().next_back().unwrap_or_default();
    let latin = word.rsplit(|c: char| !c.is_ascii_alphanumeric()).next();
    lead.ends_with(' ')
        && !latin.is_some_and(|word| RATIOS.contains(&word))
        && latin.is_some_and(|word| word.starts_with(|c: char| c.is_ascii_uppercase()))
}

/// `ISO 50001`: the number of a standard.
pub fn is_standard(lead: &str) -> bool {
    const BODIES: [&str; 12] = [
        "ISO", "IEC", "EN", "DIN", "IEEE", "RFC", "ANSI", "NIST", "ASHRAE", "SOC", "GB", "GB/T",
    ];
    let word = lead.rsplit(|c: char| c != '/' && !c.is_ascii_alphanumeric());
    let word = word.into_iter().next().unwrap_or_default();
    BODIES.contains(&word) || word.ends_with("/IEC")
}

/// Where a number that one dials ends, or another of so many parts: `+1 212 555 0100`, `400-810-8888`.
pub fn dialled_at(line: &str, start: usize) -> Option<usize> {
    const CALLS: [&str; 8] = [
        "tel", "tel.", "phone", "call", "fax", "电话", "热线", "传真",
    ];
    let rest = since(line, start);
    if !rest.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let length = rest
        .find(|c: char| !c.is_ascii_digit() && !matches!(c, '-' | ' ' | '(' | ')'))
        .unwrap_or(rest.len());
    let run = until(rest, length).trim_end_matches(['-', ' ', '(', ')']);
    let end = start + run.len();
    // No farther back than the words below are long.
    let before = until(line, start);
    let near = before.char_indices().rev().nth(11).map_or(0, |(at, _)| at);
    let lead = since(before, near).to_ascii_lowercase();
    let said = lead.trim_end_matches(['+', '(', ' ', ':', '：']);
    let is_called = CALLS.iter().any(|word| {
        let before = said.strip_suffix(word);
        before.is_some_and(|before| {
            !word.is_ascii() || !before.ends_with(|c: char| c.is_alphanumeric())
        })
    });
    let is_called = is_called && run.bytes().filter(u8::is_ascii_digit).count() > 6;
    let mut groups = run
        .split(['-', ' ', '(', ')'])
        .filter(|group| !group.is_empty());
    let first = groups.next().unwrap_or_default();
    // In threes they are thousands.
    let is_abroad =
        lead.ends_with('+') && groups.clone().count() > 1 && groups.any(|group| group.len() != 3);
    let fraction = since(line, end).strip_prefix(['.', ',']);
    let is_whole = !fraction.is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    let is_area = first.len() > 1 && first.starts_with('0') && is_whole;
    if is_called || is_abroad || is_area {
        return Some(end);
    }
    // `4-8 GPUs` are a range.
    let joined = run.split([' ', '(', ')']).next().unwrap_or_default();
    (joined.split('-').count() > 2).then_some(start + joined.len())
}
