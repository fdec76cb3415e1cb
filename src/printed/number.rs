//! Numbers as an article prints them: `7.4` stands for 7.35 to 7.45.

/// A printed number with what its digits leave open.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Number {
    /// As printed.
    pub value: f64,
    /// Half of the last digit's place: the number stands for value ± half.
    pub half: f64,
    /// Digits from the first to the last that is not a zero before the decimal point: 2 in `7.4`, 1
    /// in `40`, 2 in `1.0`.
    pub digits: usize,
}

impl Number {
    /// Reads `7.4`, `35,000`, `-45`, `+355`, `1.979`, `１２`; commas stand for thousands alone.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let text = text.trim();
        let (sign, text) = match text.chars().next()? {
            '-' | '−' => (-1.0, text.trim_start_matches(['-', '−'])),
            '+' => (1.0, text.strip_prefix('+')?),
            _ => (1.0, text),
        };
        if text.len() > 40 {
            return None;
        }
        let (whole, fraction) = text.split_once('.').unwrap_or((text, ""));
        let figures = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
        if whole.is_empty() || !figures(fraction) || (text.contains('.') && fraction.is_empty()) {
            return None;
        }
        let mut groups = whole.split(',');
        let first = groups.next()?;
        let grouped = whole.contains(',');
        let rest = || whole.split(',').skip(1);
        if first.is_empty()
            || !figures(first)
            || (grouped
                && (first.len() > 3 || rest().any(|group| group.len() != 3 || !figures(group))))
        {
            return None;
        }
        let digits: String = whole.chars().filter(|c| *c != ',').collect();
        let value: f64 = format!("{digits}.{fraction}0").parse().ok()?;
        let half = 0.5 * libm::pow(10.0, -(fraction.len() as f64));
        let figures = format!("{digits}{fraction}");
        let leading = figures.trim_start_matches('0');
        let significant = if fraction.is_empty() {
            leading.trim_end_matches('0').len()
        } else {
            leading.len()
        };
        Some(Number {
            value: sign * value,
            half,
            digits: significant,
        })
    }

    /// The number of a JSON file, where `4.0` is `4`.
    #[must_use]
    pub fn of(value: f64) -> Option<Self> {
        Number::parse(&format!("{value}"))
    }

    /// The place of the last digit that is not a zero before the decimal point: 10 in `150`.
    #[must_use]
    pub fn place(&self) -> f64 {
        if self.value == 0.0 {
            return 2.0 * self.half;
        }
        let first = libm::floor(libm::log10(self.value.abs()));
        libm::pow(10.0, first - self.digits as f64 + 1.0)
    }

    /// Rounded to so many digits.
    #[must_use]
    pub fn rounded(value: f64, digits: usize) -> f64 {
        if value == 0.0 || !value.is_finite() {
            return value;
        }
        let place = libm::floor(libm::log10(value.abs())) - digits as f64 + 1.0;
        let unit = libm::pow(10.0, place);
        libm::round(value / unit) * unit
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn number(text: &str) -> (f64, f64, usize) {
        let number = Number::parse(text).unwrap_or_else(|| panic!("{text}"));
        (number.value, number.half, number.digits)
    }

    #[test]
    fn a_number_stands_for_what_rounds_to_it() {
        assert_eq!(number("35,000"), (35_000.0, 0.5, 2));
        assert_eq!(number("-45"), (-45.0, 0.5, 2));
        assert_eq!(number("1.0"), (1.0, 0.05, 2));
        assert_eq!(number("0.0357").2, 3);
        let (value, half, digits) = number("7.4");
        assert_eq!((value, digits), (7.4, 2));
        assert!((half - 0.05).abs() < 1e-15);
        assert_eq!(Number::of(0.9).map(|number| number.digits), Some(1));
    }

    #[test]
    fn the_last_digit_that_says_something_has_a_place() {
        for (text, place) in [
            ("150", 10.0),
            ("35,000", 1000.0),
            ("7.4", 0.1),
            ("0", 1.0),
            ("20.0", 0.1),
        ] {
            let found = Number::parse(text).map(|number| number.place());
            assert!(
                found.is_some_and(|found| (found / place - 1.0_f64).abs() < 1e-12),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_number_is_refused() {
        for text in [
            "", "-", "1,00", "1,0000", ".5", "5.", "1e3", "1 000", "7.4.1", "0x1", "NaN", ",1",
        ] {
            assert_eq!(Number::parse(text), None, "{text}");
        }
    }

    #[test]
    fn rounding_keeps_so_many_digits() {
        assert_eq!(Number::rounded(41.67, 1), 40.0);
        assert_eq!(Number::rounded(0.0357, 1), 0.04);
        assert_eq!(Number::rounded(0.0, 1), 0.0);
    }
}
