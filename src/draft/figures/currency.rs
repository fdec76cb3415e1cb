//! Signs and codes of currencies before a number.

use crate::draft::spoken::{since, until};

const CURRENCIES: [(&str, &str); 22] = [
    ("US$", "USD"),
    ("NT$", "TWD"),
    ("HK$", "HKD"),
    ("AU$", "AUD"),
    ("A$", "AUD"),
    ("CA$", "CAD"),
    ("C$", "CAD"),
    ("S$", "SGD"),
    ("USD", "USD"),
    ("RMB", "CNY"),
    ("Rmb", "CNY"),
    ("CNY", "CNY"),
    ("EUR", "EUR"),
    ("GBP", "GBP"),
    ("$", "USD"),
    ("＄", "USD"),
    ("¥", "CNY"),
    ("￥", "CNY"),
    ("€", "EUR"),
    ("£", "GBP"),
    ("₹", "INR"),
    ("₩", "KRW"),
];

/// The currency whose sign stands at a place, and where its number begins. Of dollars that no unit is
/// known for, `R$`, there is none.
pub fn currency_at(line: &str, start: usize) -> (Option<&'static str>, usize) {
    let rest = since(line, start);
    let before = until(line, start).chars().next_back();
    let after_letter = before.is_some_and(|c| c.is_ascii_alphabetic());
    let sign = CURRENCIES.iter().find(|(sign, _)| {
        rest.starts_with(sign) && !(after_letter && sign.starts_with(char::is_alphabetic))
    });
    let Some((sign, code)) = sign else {
        return (None, start);
    };
    let end = start + sign.len();
    // `US$ 5 million`
    let space = usize::from(since(line, end).starts_with(' '));
    let unknown = after_letter && sign.ends_with('$');
    ((!unknown).then_some(*code), end + space)
}
