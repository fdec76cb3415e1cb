//! The name that was probably meant.

/// Finds among known names the one that was probably meant: begun by what is written, or a slip or two
/// away. Of ASCII alone: a page loads it, and the tables of all letters are many times as long.
pub struct Near<'a> {
    text: &'a str,
    best: Option<((bool, usize), &'static str)>,
}

/// Bytes of the longest text that is compared.
const LONGEST: usize = 60;

impl<'a> Near<'a> {
    pub fn to(text: &'a str) -> Self {
        Near { text, best: None }
    }

    /// Compares one more name.
    pub fn see(&mut self, name: &'static str) {
        let (text, known) = (self.text.as_bytes(), name.as_bytes());
        if text.len() > LONGEST || known.len() > LONGEST {
            return;
        }
        let distance = distance(text, known);
        let most = if text.len() < 4 {
            1
        } else {
            2.max(text.len() / 3)
        };
        // `h100` of `h100-sxm`, which is farther away than `gh200`.
        let head = known.get(..text.len()).unwrap_or_default();
        let begun = text.len() > 2 && head.eq_ignore_ascii_case(text);
        let rank = (!begun, distance);
        let near = begun || (distance <= most && distance < text.len());
        if near && self.best.is_none_or(|(best, _)| rank < best) {
            self.best = Some((rank, name));
        }
    }

    pub fn found(&self) -> Option<&'static str> {
        self.best.map(|(_, name)| name)
    }
}

/// Levenshtein's distance in bytes, of capital and small letters of ASCII alike.
fn distance(a: &[u8], b: &[u8]) -> usize {
    strsim::generic_levenshtein(&a.to_ascii_lowercase(), &b.to_ascii_lowercase())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_name_is_found() {
        for (a, b, steps) in [
            ("", "", 0),
            ("a", "", 1),
            ("", "ab", 2),
            ("kitten", "Sitting", 3),
        ] {
            assert_eq!(distance(a.as_bytes(), b.as_bytes()), steps, "{a} {b}");
        }
        let mut near = Near::to("h100");
        for name in ["gh200", "h100-sxm", "h100-pcie"] {
            near.see(name);
        }
        assert_eq!(near.found(), Some("h100-sxm"));
        let mut near = Near::to("galon");
        near.see("trillion");
        assert_eq!(near.found(), None);
    }
}
