//! `cargo xtask new calculator NAME`: a calculator that works, to be made into the one that is meant.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail, ensure};

use crate::codegen::pascal;
use crate::config::Project;
use crate::process::run;

/// The files of a calculator, and what each starts as.
const FILES: [(&str, &str); 9] = [
    (
        "src/calculators/__snake__.rs",
        include_str!("../templates/calculator/calculator.rs"),
    ),
    (
        "fuzz/fuzz_targets/__snake__.rs",
        include_str!("../templates/calculator/fuzz.rs"),
    ),
    (
        "www/src/elements/calculators/__kebab__.ts",
        include_str!("../templates/calculator/element.ts"),
    ),
    (
        "www/src/charts/calculators/__kebab__.ts",
        include_str!("../templates/calculator/chart.ts"),
    ),
    (
        "www/src/locales/calculators/__kebab__.ts",
        include_str!("../templates/calculator/sentences.ts"),
    ),
    (
        "www/src/locales/en/__kebab__.ts",
        include_str!("../templates/calculator/en.ts"),
    ),
    (
        "www/src/locales/zh/__kebab__.ts",
        include_str!("../templates/calculator/zh.ts"),
    ),
    (
        "www/src/locales/en/outputs/__kebab__.ts",
        include_str!("../templates/calculator/en-outputs.ts"),
    ),
    (
        "www/src/locales/zh/outputs/__kebab__.ts",
        include_str!("../templates/calculator/zh-outputs.ts"),
    ),
];

/// Lines that go into files there are: before which text, and what.
const LINES: [(&str, &str, &str); 8] = [
    (
        "src/calculators/mod.rs",
        "pub mod cloud_break_even;\n",
        "pub mod __snake__;\n",
    ),
    (
        "src/calculators/mod.rs",
        "            $($others)*\n",
        "            __camel__ __snake__::__Pascal__;\n",
    ),
    (
        "src/analysis/subject.rs",
        "use crate::calculators::{Basis",
        "use crate::calculators::__snake__::__Pascal__;\n",
    ),
    (
        "src/analysis/subject.rs",
        "impl Analysed for InvestmentReturn {",
        "impl Analysed for __Pascal__ {}\n\n",
    ),
    (
        "src/analysis/subject.rs",
        "    Model {\n        name: \"pricePerformance\"",
        "    Model::of::<__Pascal__>(read_formula::<__Pascal__>),\n",
    ),
    (
        "fuzz/Cargo.toml",
        "[[bin]]\nname = \"price_performance\"",
        "[[bin]]\nname = \"__snake__\"\npath = \"fuzz_targets/__snake__.rs\"\ntest = false\n\
         doc = false\nbench = false\n\n",
    ),
    (
        "www/src/locales/en/scenario-outlook.ts",
        "      clusterTco: ",
        "      __camel__: \"__Title__\",\n",
    ),
    (
        "www/src/locales/zh/scenario-outlook.ts",
        "      clusterTco: ",
        "      __camel__: \"新计算器\",\n",
    ),
];

/// Writes the calculator, registers it, and has the generated files follow.
pub fn calculator(project: &Project, name: &str) -> Result<()> {
    let words: Vec<&str> = name.split('-').collect();
    let fits = |word: &&str| {
        !word.is_empty()
            && word.starts_with(|first: char| first.is_ascii_lowercase())
            && word
                .chars()
                .all(|letter| letter.is_ascii_lowercase() || letter.is_ascii_digit())
    };
    if !words.iter().all(fits) {
        bail!("`{name}` is no name for a calculator: write it as `energy-per-token`");
    }
    let names = Names::of(&words);
    for (path, _) in FILES {
        let path = names.fill(path);
        ensure!(
            !project.root.join(&path).exists(),
            "{path} is there already"
        );
    }
    for (path, text) in FILES {
        let path = project.root.join(names.fill(path));
        let folder = path.parent().context("every file is in a folder")?;
        fs::create_dir_all(folder)?;
        fs::write(&path, names.fill(text))?;
    }
    for (path, before, line) in LINES {
        insert(&project.root, path, before, &names.fill(line))?;
    }
    run(project
        .command("cargo")
        .args(["fmt", "--package", "chip-calculators"]))?;
    // A new run, which knows the new calculator.
    run(project.command("cargo").args(["xtask", "codegen"]))?;
    println!(
        "\n{} is there. What is yours to write:\n  \
         {}  its table, its formula, its tests\n  \
         www/src/locales/en/ and zh/  what it says, in {kebab}.ts and outputs/{kebab}.ts\n\
         and, where a sentence and bars are not enough,\n  \
         www/src/locales/calculators/{kebab}.ts  which sentence fits which result\n  \
         www/src/charts/calculators/{kebab}.ts  its chart",
        names.camel,
        names.fill("src/calculators/__snake__.rs"),
        kebab = names.kebab,
    );
    Ok(())
}

/// A name in its forms.
struct Names {
    snake: String,
    kebab: String,
    camel: String,
    pascal: String,
    title: String,
}

impl Names {
    fn of(words: &[&str]) -> Self {
        let capital: String = words.iter().map(|word| pascal(word)).collect();
        let (first, _) = words.split_first().unwrap_or((&"", &[]));
        Names {
            snake: words.join("_"),
            kebab: words.join("-"),
            camel: format!("{first}{}", &capital[first.len()..]),
            title: pascal(&words.join(" ")),
            pascal: capital,
        }
    }

    fn fill(&self, template: &str) -> String {
        template
            .replace("__snake__", &self.snake)
            .replace("__kebab__", &self.kebab)
            .replace("__camel__", &self.camel)
            .replace("__Pascal__", &self.pascal)
            .replace("__Title__", &self.title)
    }
}

fn insert(root: &Path, path: &str, before: &str, line: &str) -> Result<()> {
    let file = root.join(path);
    let text = fs::read_to_string(&file).with_context(|| format!("reading {path}"))?;
    let at = text
        .find(before)
        .with_context(|| format!("{path} has no `{}`", before.trim()))?;
    let (head, tail) = text.split_at(at);
    fs::write(&file, format!("{head}{line}{tail}")).with_context(|| format!("writing {path}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_has_all_its_forms() {
        let names = Names::of(&["energy", "per", "token"]);
        let forms = "__snake__ __kebab__ __camel__ __Pascal__ __Title__";
        assert_eq!(
            names.fill(forms),
            "energy_per_token energy-per-token energyPerToken EnergyPerToken Energy per token"
        );
    }
}
