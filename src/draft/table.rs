//! The units that the head of a table gives the figures below it: `| Year | Revenue ($bn) |`.

use super::Found;
use super::figures::currency::currency_at;
use super::markdown::Line;
use super::spoken::since;
use super::tail::spelled;
use crate::printed::number::Number;
use crate::printed::unit::Unit;

/// The unit of each column, empty for one without; none outside of tables.
#[derive(Debug, Default)]
pub struct Columns {
    units: Vec<String>,
}

impl Columns {
    /// Takes a line of the text, which may begin or end a table.
    pub fn read(&mut self, lines: &[Line], index: usize) {
        let shown = |index: usize| lines.get(index).map_or("", |line| line.shown.as_str());
        if is_rule(shown(index + 1)) {
            let heads = cells(shown(index)).into_iter();
            self.units = heads.map(|(_, head)| unit_in(head)).collect();
        } else if !shown(index).contains('|') {
            self.units.clear();
        }
    }

    /// Gives the figures of a row their columns' units: those that are all their cells have, and no unit.
    pub fn give(&self, row: &str, number: usize, found: &mut Vec<Found>) {
        for ((place, cell), unit) in cells(row).into_iter().zip(&self.units) {
            let text = cell.trim();
            let (_, digits) = currency_at(text, 0);
            let printed = since(text, digits);
            let begins = cell.len() - cell.trim_start().len();
            let column = row[..place + begins].chars().count() + 1;
            let end = column + text.chars().count();
            // A range of two has been found, without a unit or with a currency alone.
            let plain = Unit::parse(unit).map(|unit| unit.without_scale());
            for figure in found.iter_mut().filter(|figure| figure.text == text) {
                let own = Unit::parse(&figure.unit);
                if figure.column == column && (figure.unit.is_empty() || own == plain) {
                    figure.unit.clone_from(unit);
                }
            }
            if unit.is_empty() || Number::parse(printed).is_none() {
                continue;
            }
            found.retain(|figure| !(column..end).contains(&figure.column));
            let at = found.partition_point(|figure| figure.column < column);
            let figure = Found {
                text: text.to_owned(),
                from: printed.to_owned(),
                to: None,
                unit: unit.clone(),
                bound: None,
                about: false,
                precision: None,
                line: number,
                column,
            };
            found.insert(at, figure);
        }
    }
}

/// Whether a line parts the head of a table from its rows: `|---|--:|`.
pub fn is_rule(line: &str) -> bool {
    let signs = |c: char| matches!(c, '|' | '-' | ':' | ' ' | '\t');
    line.contains('|') && line.contains('-') && line.chars().all(signs)
}

/// The cells of a row and where they begin, in bytes.
fn cells(row: &str) -> Vec<(usize, &str)> {
    let begins = row.len() - row.trim_start().trim_start_matches('|').len();
    let mut place = begins;
    let cell = |cell: &'_ str| {
        let begins = place;
        place += cell.len() + 1;
        begins
    };
    let cells = since(row, begins).split('|');
    cells.clone().map(cell).zip(cells).collect()
}

/// The unit that stands in parentheses at the end of a column's head: `($bn)`, `（亿元）`.
fn unit_in(head: &str) -> String {
    let head = head.trim().trim_end_matches([')', '）']);
    let Some(at) = head.rfind(['(', '（']) else {
        return String::new();
    };
    let text = since(head, at).trim_start_matches(['(', '（']);
    let text = ["单位：", "单位:", "in "]
        .iter()
        .find_map(|words| text.strip_prefix(words))
        .unwrap_or(text);
    // `Plan (a)`, `Length (m)`
    if text.len() == 1 && text.starts_with(|c: char| c.is_ascii_lowercase()) {
        return String::new();
    }
    let (code, end) = currency_at(text, 0);
    let whole = match code {
        Some(code) => {
            let (scale, below) = match since(text, end).split_once('/') {
                Some((scale, below)) => (scale, format!("/{below}")),
                None => (since(text, end), String::new()),
            };
            format!("{scale} {code}{below}")
        }
        None => text.to_owned(),
    };
    let unit = Unit::parse(whole.trim()).filter(|unit| !unit.is_plain());
    unit.map_or(String::new(), |unit| spelled(unit.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_head_gives_the_unit_of_what_stands_below_it() {
        for (head, unit) in [
            ("Revenue ($bn)", "bn USD"),
            ("Price (US$/GPU-hour)", "USD/GPU-hour"),
            ("Cost ($m)", "million USD"),
            ("Power (MW)", "MW"),
            ("Share (%)", "%"),
            ("营收（亿元）", "亿元"),
            ("出货（单位：万张）", "万张"),
            ("Plan (b)", ""),
            ("Length (m)", ""),
            ("Year", ""),
            ("Site (Oslo)", ""),
        ] {
            assert_eq!(unit_in(head), unit, "{head}");
        }
    }

    #[test]
    fn a_row_has_its_figures_in_their_columns_units() {
        for (text, expected) in [
            (
                "| Year | Revenue ($bn) | Growth |\n|---|--:|---|\n| 2025 | 48 | 12% |\n| 2026 | $7.5 | n/a |\n\nIt has 5,000.",
                "48 bn USD; 12 %; 7.5 bn USD; 5,000 ",
            ),
            (
                "年份 | 营收（亿元） | 说明\n--- | --- | ---\n2025 | 8 | 增长3成\n2026 | 约10 | 共 300 张",
                "8 亿元; 3 成; 300 张",
            ),
            ("Costs ($bn) | 512", "512 "),
            (
                "| Chip | Price ($m) |\n|---|---|\n| A | $31–35 |\n| B | 1,200–1,400 |\n| C | 5% |",
                "31 million USD; 1,200 million USD; 5 %",
            ),
        ] {
            let found = crate::draft::draft(text).figures.into_iter();
            let found: Vec<_> = found
                .map(|figure| format!("{} {}", figure.from, figure.unit))
                .collect();
            assert_eq!(found.join("; "), expected, "{text}");
        }
    }
}
