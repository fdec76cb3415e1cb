//! The parts of `README.md` that the tools write: between `<!-- NAME -->` and `<!-- /NAME -->`.

use std::fmt::Write;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result, ensure};

use crate::size::Line;

const FILE: &str = "README.md";
/// The table of sizes.
const SIZES: &str = "sizes";
/// What `cargo xtask bench` has measured.
const BENCH: &str = "bench";

/// How far a stated size may be from the built one: a commit need not renew it for a few bytes.
const NEAR: f64 = 0.01;

/// Writes the sizes.
pub fn write_sizes(root: &Path, lines: &[Line]) -> Result<()> {
    write(root, SIZES, &sizes(lines))
}

/// Writes what the bench has measured.
pub fn write_bench(root: &Path, table: &str) -> Result<()> {
    write(root, BENCH, table)
}

/// An error where the sizes that are stated are not those of the build.
pub fn check_sizes(root: &Path, lines: &[Line]) -> Result<()> {
    let text = fs::read_to_string(root.join(FILE))?;
    let (_, stated, _) = split(&text, SIZES)?;
    ensure!(
        agree(stated, &sizes(lines)),
        "the sizes in {FILE} are not those of this build: run `cargo xtask build` and commit what it writes"
    );
    Ok(())
}

fn write(root: &Path, name: &str, part: &str) -> Result<()> {
    let path = root.join(FILE);
    let text = fs::read_to_string(&path)?;
    let (before, old, after) = split(&text, name)?;
    if old.trim() != part.trim() {
        fs::write(&path, format!("{before}\n{}\n{after}", part.trim()))?;
        println!("{FILE}: {name} renewed");
    }
    Ok(())
}

/// The text before the part, the part, and the text after it; the marks are the outer ones'.
fn split<'a>(text: &'a str, name: &str) -> Result<(&'a str, &'a str, &'a str)> {
    let (start, end) = (format!("<!-- {name} -->"), format!("<!-- /{name} -->"));
    let from = text.find(&start).map(|at| at + start.len());
    let part = from.and_then(|from| Some((from, from + text[from..].find(&end)?)));
    let (from, to) = part.with_context(|| format!("{FILE} has no {start} … {end}"))?;
    Ok((&text[..from], &text[from..to], &text[to..]))
}

fn sizes(lines: &[Line]) -> String {
    let mut table = String::from("| file | bytes after brotli | at most |\n|---|---:|---:|\n");
    for Line { name, size, budget } in lines {
        let size = grouped(size.brotli);
        // What has no budget is others' work, to compare with.
        match budget {
            Some(budget) => writeln!(table, "| `{name}` | {size} | {} |", grouped(*budget)),
            None => writeln!(table, "| {name} | {size} | |"),
        }
        .expect("a string grows");
    }
    table
}

/// Thousands apart.
fn grouped(number: usize) -> String {
    let digits = number.to_string();
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push(',');
        }
        text.push(digit);
    }
    text
}

/// The same table but for what a few bytes make of its numbers.
fn agree(stated: &str, built: &str) -> bool {
    let cells = |text: &str| -> Vec<String> {
        let rows = text.lines().filter(|line| line.starts_with('|'));
        rows.flat_map(|row| {
            row.split('|')
                .map(|cell| cell.trim().to_owned())
                .collect::<Vec<_>>()
        })
        .collect()
    };
    let number = |cell: &str| cell.replace(',', "").parse::<f64>().ok();
    let near = |(a, b): (&String, &String)| match (number(a), number(b)) {
        (Some(a), Some(b)) => (a - b).abs() <= NEAR * b,
        _ => a == b,
    };
    let (stated, built) = (cells(stated), cells(built));
    stated.len() == built.len() && stated.iter().zip(&built).all(near)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::size::Size;

    fn lines(brotli: usize) -> Vec<Line> {
        let size = Size {
            brotli,
            ..Size::default()
        };
        vec![Line {
            name: "embed.js".into(),
            size,
            budget: Some(6_000),
        }]
    }

    #[test]
    fn a_part_is_replaced_between_its_marks() {
        let text = "before\n<!-- a -->\nold\n<!-- /a -->\nafter\n";
        let (before, old, after) = split(text, "a").unwrap();
        assert_eq!(old.trim(), "old");
        assert_eq!(
            format!("{before}\nnew\n{after}"),
            "before\n<!-- a -->\nnew\n<!-- /a -->\nafter\n"
        );
        assert!(split(text, "b").is_err());
    }

    #[test]
    fn sizes_are_stale_from_one_in_a_hundred_on() {
        let stated = sizes(&lines(5_000));
        assert!(
            stated.contains("| `embed.js` | 5,000 | 6,000 |"),
            "{stated}"
        );
        assert!(agree(&stated, &sizes(&lines(5_049))));
        assert!(!agree(&stated, &sizes(&lines(5_060))));
        assert!(!agree(&stated, ""));
    }
}
