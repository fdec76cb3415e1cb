//! Sizes of the built files as readers download them, against their budgets.

use std::collections::{BTreeSet, HashMap};
use std::fs;
use std::io::Write;
use std::iter::Sum;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::Compression;
use flate2::write::GzEncoder;
use rayon::prelude::*;

/// Bytes raw and compressed as a server would.
#[derive(Clone, Copy, Debug, Default)]
pub struct Size {
    pub raw: usize,
    pub gzip: usize,
    pub brotli: usize,
}

impl Size {
    fn of(bytes: &[u8]) -> Result<Self> {
        let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
        gzip.write_all(bytes)?;
        let mut brotli = Vec::new();
        let parameters = BrotliEncoderParams {
            quality: 11,
            lgwin: 22,
            ..Default::default()
        };
        brotli::BrotliCompress(&mut &*bytes, &mut brotli, &parameters)?;
        Ok(Self {
            raw: bytes.len(),
            gzip: gzip.finish()?.len(),
            brotli: brotli.len(),
        })
    }
}

/// Files, each with all that it imports statically.
pub fn measure(entries: &[PathBuf]) -> Result<Vec<Size>> {
    let closures: Vec<_> = entries
        .iter()
        .map(|entry| closure(entry))
        .collect::<Result<_>>()?;
    // Each once, and several at a time: the best compression takes seconds.
    let files: BTreeSet<_> = closures.iter().flatten().collect();
    let sizes: HashMap<_, _> = files
        .into_par_iter()
        .map(|file| Ok((file, Size::of(&read(file)?)?)))
        .collect::<Result<_>>()?;
    let total = |files: &BTreeSet<PathBuf>| files.iter().map(|file| sizes[file]).sum();
    Ok(closures.iter().map(total).collect())
}

impl Sum for Size {
    fn sum<I: Iterator<Item = Self>>(sizes: I) -> Self {
        sizes.fold(Self::default(), |sum, size| Self {
            raw: sum.raw + size.raw,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
        })
    }
}

/// One line of the table: what, its size, and its budget unless it is others' work.
pub struct Line {
    pub name: String,
    pub size: Size,
    pub budget: Option<usize>,
}

/// Prints the table; an error names every line above its budget.
pub fn report(lines: &[Line]) -> Result<()> {
    let width = lines
        .iter()
        .map(|line| line.name.len())
        .max()
        .unwrap_or_default();
    println!(
        "\n{:width$} {:>9} {:>9} {:>9} {:>9}",
        "bytes", "raw", "gzip", "brotli", "budget"
    );
    let mut above = Vec::new();
    for Line { name, size, budget } in lines {
        let Size { raw, gzip, brotli } = *size;
        print!("{name:width$} {raw:>9} {gzip:>9} {brotli:>9}");
        match budget {
            None => println!(" {:>9}", "peer"),
            Some(budget) if brotli <= *budget => println!(" {budget:>9}"),
            Some(budget) => {
                println!(" {budget:>9}  above budget");
                above.push(format!("{name} by {} bytes", brotli - budget));
            }
        }
    }
    println!();
    if !above.is_empty() {
        bail!("above the budget of wasm-pack.toml: {}", above.join(", "));
    }
    Ok(())
}

fn closure(entry: &Path) -> Result<BTreeSet<PathBuf>> {
    let mut seen = BTreeSet::new();
    let mut open = vec![entry.to_path_buf()];
    while let Some(file) = open.pop() {
        let file =
            fs::canonicalize(&file).with_context(|| format!("{} was not built", file.display()))?;
        if !seen.insert(file.clone()) {
            continue;
        }
        if file.extension().is_some_and(|extension| extension == "js") {
            let text = String::from_utf8_lossy(&read(&file)?).into_owned();
            let dir = file.parent().unwrap_or(Path::new("."));
            open.extend(static_imports(&text).map(|import| dir.join(import)));
        }
    }
    Ok(seen)
}

/// The relative paths that a bundled module imports or re-exports; not `import()`, which may never load.
fn static_imports(text: &str) -> impl Iterator<Item = &str> {
    text.match_indices(['"', '\'']).filter_map(|(at, quote)| {
        let before = text[..at].trim_end();
        let (path, _) = text[at + 1..].split_once(quote)?;
        let imported = before.ends_with("from") || before.ends_with("import");
        (imported && path.starts_with('.')).then_some(path)
    })
}

fn read(file: &Path) -> Result<Vec<u8>> {
    fs::read(file).with_context(|| format!("cannot read {}", file.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_what_a_server_sends() {
        let size = Size::of(&[b'a'; 10_000]).unwrap();
        assert_eq!(size.raw, 10_000);
        assert!(size.brotli < size.gzip && size.gzip < 100, "{size:?}");
    }

    #[test]
    fn follows_static_imports_only() {
        let text = r#"import{a as b}from"./a.js";import './b.js';export * from "../c.js";
            import{x}from"lit";const d=()=>import("./d.js");const s="./e.js";"#;
        assert_eq!(
            static_imports(text).collect::<Vec<_>>(),
            ["./a.js", "./b.js", "../c.js"]
        );
    }

    #[test]
    fn an_import_cycle_is_counted_once() {
        let dir = std::env::temp_dir().join(format!("xtask-size-{}", std::process::id()));
        fs::create_dir_all(&dir).unwrap();
        fs::write(dir.join("a.js"), r#"import"./b.js""#).unwrap();
        fs::write(dir.join("b.js"), r#"import"./a.js""#).unwrap();
        let files = closure(&dir.join("a.js"));
        fs::remove_dir_all(&dir).unwrap();
        assert_eq!(files.unwrap().len(), 2);
    }

    #[test]
    fn a_line_above_its_budget_is_an_error() {
        let size = Size {
            raw: 30,
            gzip: 20,
            brotli: 11,
        };
        let line = |budget| {
            [Line {
                name: "x.js".into(),
                size,
                budget: Some(budget),
            }]
        };
        assert!(report(&line(11)).is_ok());
        assert_eq!(
            report(&line(10)).unwrap_err().to_string(),
            "above the budget of wasm-pack.toml: x.js by 1 bytes"
        );
    }
}
