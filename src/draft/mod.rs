//! Finds the figures in a text and writes the skeleton of an article file: nothing is guessed, what
//! the text does not say is left empty for the editor.

mod bounds;
mod changes;
mod dates;
mod figures;
mod markdown;
mod names;
mod spoken;
mod table;
mod tail;
mod text;

use crate::printed::number::Number;
use dates::{dated, dateline};
use figures::scan;
use markdown::{Line, Page};
use serde::{Serialize, Serializer};
use table::Columns;
use tail::has_han;
use text::{headline, is_heading, plain, sentences};

/// A figure in a text.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Found {
    /// As it stands in the text.
    pub text: String,
    /// The printed number, the lower of a range.
    pub from: String,
    /// The upper of a range.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to: Option<String>,
    /// Its unit as an article file takes it; empty for a plain number.
    pub unit: String,
    /// `above`, `below`, `atLeast` or `atMost`, where a sign says so.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub bound: Option<&'static str>,
    /// Whether the text calls it approximate: its zeros at the end then count as rounded, and the
    /// skeleton has a `precision` for it.
    pub about: bool,
    /// How far off it may be, where it has no digits that say so: `a third`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub precision: Option<f64>,
    /// The line, from 1.
    pub line: usize,
    /// The character in the line, from 1.
    pub column: usize,
}

/// The figures of a text and the skeleton of its file.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Draft {
    /// Every figure, in the text's order.
    pub figures: Vec<Found>,
    /// The file: a claim for each line with figures, without checks.
    pub article: Skeleton,
}

/// An article file that nothing is checked in yet, its fields in the order in which one reads them.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Skeleton {
    id: &'static str,
    title: String,
    date: String,
    source: &'static str,
    sources: [SourceSkeleton; 1],
    inputs: Empty,
    claims: Vec<ClaimSkeleton>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct SourceSkeleton {
    id: &'static str,
    title: String,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct ClaimSkeleton {
    id: String,
    section: String,
    says: String,
    #[serde(serialize_with = "numbered")]
    stated: Vec<StatedSkeleton>,
    inputs: Empty,
    checks: [(); 0],
}

/// `figure1`, `figure2` and so on, in the order of the text: a sorted map has `figure10` before `figure2`.
fn numbered<S: Serializer>(stated: &[StatedSkeleton], serializer: S) -> Result<S::Ok, S::Error> {
    let named = stated.iter().enumerate();
    serializer.collect_map(named.map(|(index, figure)| (format!("figure{}", index + 1), figure)))
}

#[derive(Debug, Clone, PartialEq, Serialize)]
struct StatedSkeleton {
    value: Printed,
    #[serde(skip_serializing_if = "String::is_empty")]
    unit: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    bound: Option<&'static str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    precision: Option<f64>,
}

#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
enum Printed {
    One(String),
    Range { from: String, to: String },
}

/// What the editor fills in.
#[derive(Debug, Clone, PartialEq, Serialize)]
struct Empty {}

/// Drafts the file of a Markdown text in English or Chinese.
///
/// ```
/// use chip_calculators::draft::draft;
/// let draft = draft("# Costs\n\nRenting costs $7/GPU-hour, owning $40-42 million.");
/// let units: Vec<_> = draft.figures.iter().map(|figure| figure.unit.as_str()).collect();
/// assert_eq!(units, ["USD/GPU-hour", "million USD"]);
/// assert_eq!(draft.figures[1].to.as_deref(), Some("42"));
/// ```
#[must_use]
pub fn draft(text: &str) -> Draft {
    let page = Page::of(text);
    let mut figures = Vec::new();
    let mut claims = Vec::new();
    let mut section = String::new();
    let mut date = dated(&page.date).unwrap_or_default();
    let mut filled = 0;
    let mut title = page.title;
    let mut columns = Columns::default();
    let yen = yen(&page.lines);
    let headline = headline(&page.lines).filter(|_| title.is_empty());
    for (index, line) in page.lines.iter().enumerate() {
        let shown = line.shown.as_str();
        columns.read(&page.lines, index);
        let is_filled = !shown.trim().is_empty();
        filled += usize::from(is_filled);
        if date.is_empty() && is_filled && filled <= HEAD && !line.heading {
            date = dateline(shown).unwrap_or_default();
        }
        if headline == Some(index) {
            title = plain(shown);
            continue;
        }
        // A heading says what the text below it says.
        if is_heading(line) {
            section = plain(shown);
            // The title once more.
            if section == title {
                section.clear();
            }
            continue;
        }
        let mut found = scan(shown, index + 1);
        columns.give(shown, index + 1, &mut found);
        let mut found = found.into_iter().peekable();
        let mut until = 0;
        for (number, (start, end)) in sentences(shown).into_iter().enumerate() {
            until += shown[start..end].chars().count();
            let mut own = Vec::new();
            while let Some(mut figure) = found.next_if(|figure| figure.column <= until) {
                if figure.text.contains(['¥', '￥']) {
                    figure.unit = in_yen(&figure.unit, yen);
                }
                own.push(figure.written_in(line));
            }
            if own.is_empty() {
                continue;
            }
            let id = match number {
                0 => format!("line-{}", index + 1),
                _ => format!("line-{}-{}", index + 1, number + 1),
            };
            claims.push(ClaimSkeleton {
                id,
                section: section.clone(),
                says: plain(&shown[start..end]).chars().take(500).collect(),
                stated: own.iter().map(Found::stated).collect(),
                inputs: Empty {},
                checks: [],
            });
            figures.extend(own);
        }
    }
    let title: String = title.chars().take(500).collect();
    let article = Skeleton {
        id: "article",
        title: title.clone(),
        date,
        source: SOURCE,
        sources: [SourceSkeleton { id: SOURCE, title }],
        inputs: Empty {},
        claims,
    };
    Draft { figures, article }
}

/// What `¥` stands for in a text, where that says so: yuan, or yen.
fn yen(lines: &[Line]) -> Option<&'static str> {
    const CHINA: [&str; 6] = ["yuan", "renminbi", "rmb", "cny", "china", "chinese"];
    const JAPAN: [&str; 4] = ["yen", "jpy", "japan", "japanese"];
    let says = |names: &[&str]| {
        lines.iter().any(|line| {
            let words = line.shown.split(|c: char| !c.is_ascii_alphabetic());
            words
                .into_iter()
                .any(|word| names.contains(&word.to_ascii_lowercase().as_str()))
        })
    };
    let is_chinese = || lines.iter().any(|line| has_han(&line.shown));
    match (says(&CHINA), says(&JAPAN)) {
        (true, false) => Some("CNY"),
        (false, true) => Some("JPY"),
        _ => is_chinese().then_some("CNY"),
    }
}

/// A unit with what `¥` stands for, without a currency where that is not known.
fn in_yen(unit: &str, yen: Option<&str>) -> String {
    let unit = unit.replace("CNY", yen.unwrap_or_default());
    let (above, below) = unit.split_once('/').unwrap_or((&unit, ""));
    match (above.trim(), below) {
        (above, "") => above.to_owned(),
        (above, below) => [above, "/", below].concat(),
    }
}

/// Lines at the head of a text among which the one with its date may be.
const HEAD: usize = 8;

/// The id of the article itself.
const SOURCE: &str = "the-article";

impl Found {
    /// With text and column of the line as it is written.
    fn written_in(self, line: &Line) -> Self {
        let (text, column) = line.written_at(self.column - 1, self.text.chars().count());
        Found {
            text: text.to_owned(),
            column,
            ..self
        }
    }

    fn stated(&self) -> StatedSkeleton {
        StatedSkeleton {
            value: match &self.to {
                None => Printed::One(self.from.clone()),
                Some(to) => Printed::Range {
                    from: self.from.clone(),
                    to: to.clone(),
                },
            },
            unit: self.unit.clone(),
            bound: self.bound,
            precision: self
                .precision
                .or_else(|| self.about.then(|| self.rounding())),
        }
    }

    /// Half of the last place that is not a zero of rounding, and a tenth of the figure at most: 500
    /// for 456,000, 0.05 for 7.4, 2 for 20. Of a range the end that is told finer decides.
    fn rounding(&self) -> f64 {
        let ends = [Some(&self.from), self.to.as_ref()];
        let open = |text: &String| {
            let number = Number::parse(text)?;
            let digits: String = text.chars().filter(|c| *c != ',').collect();
            let zeros = if digits.contains('.') || number.value == 0.0 {
                0
            } else {
                digits.len() - digits.trim_end_matches('0').len()
            };
            let half = number.half * libm::pow(10.0, zeros as f64);
            Some(match number.value.abs() {
                0.0 => half,
                value => half.min(value / 10.0),
            })
        };
        let open = ends.into_iter().flatten().filter_map(open);
        open.reduce(f64::min).unwrap_or_default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::printed::unit::Unit;

    #[test]
    fn about_leaves_the_zeros_at_the_end_open() {
        let precision = |line: &str| {
            let found = scan(line, 1).remove(0);
            found.stated().precision
        };
        for (line, expected) in [
            ("about $456,000 a year", Some(500.0)),
            ("Around 20% of it", Some(2.0)),
            ("roughly $7.4 million", Some(0.05)),
            ("约 1,200 张", Some(50.0)),
            ("大约 30 个月", Some(3.0)),
            ("约为77%", Some(0.5)),
            ("大概30%", Some(3.0)),
            ("约占三成", Some(0.3)),
            ("近 4.0 亿美元", Some(0.05)),
            ("500 万美元左右", Some(50.0)),
            ("about $1,000", Some(100.0)),
            ("nearly 10%", Some(1.0)),
            ("about three times the price", Some(0.3)),
            ("预计营收在80亿至100亿元左右。", Some(5.0)),
            ("接近 80 亿元上下", Some(5.0)),
            ("预计为15万至20万颗", None),
            ("Around 15% to 20%", Some(0.5)),
            ("$456,000 a year", None),
            ("awesome 40,000 firms", None),
        ] {
            match (precision(line), expected) {
                (Some(found), Some(expected)) => assert!((found - expected).abs() < 1e-9, "{line}"),
                (found, expected) => assert_eq!(found, expected, "{line}"),
            }
        }
    }

    #[test]
    fn the_headline_is_no_claim() {
        for text in [
            "# 512 GPUs for $20 million\n\nThey cost $20 million.\n",
            "512 GPUs for $20 million\n\nThey cost $20 million.\n",
            "512 GPUs for $20 million\n===\n\nThey cost $20 million.\n",
        ] {
            let draft = draft(text);
            assert_eq!(draft.article.title, "512 GPUs for $20 million");
            assert_eq!(draft.article.claims.len(), 1, "{text}");
        }
        assert_eq!(draft("It costs $20 million.\nSo.").article.claims.len(), 1);
    }

    #[test]
    fn only_a_heading_or_a_line_of_its_own_is_the_title() {
        for (text, title, claims) in [
            (
                "<p>It cost $20 million</p>\n<p>It paid $3 million.</p>",
                "",
                2,
            ),
            (
                "<h1>It cost $20 million</h1>\n<p>It paid $3 million.</p>",
                "It cost $20 million",
                1,
            ),
            (
                "<h1>Costs</h1><p>It paid $3 million.</p>\n\nIt cost $20 million.",
                "",
                2,
            ),
            (
                "It cost $20 million for\nthe whole of it, and $3 million a year.\n",
                "",
                2,
            ),
            ("4 March 2026\n\nIt cost $20 million.\n", "", 1),
            ("标题\n投资2000万元。\n每年300万元。\n", "标题", 2),
        ] {
            let draft = draft(text);
            assert_eq!(draft.article.title, title, "{text}");
            assert_eq!(draft.article.claims.len(), claims, "{text}");
        }
    }

    #[test]
    fn yen_and_yuan_are_told_apart_by_the_text_alone() {
        for (text, unit) in [
            ("A ¥47bn plan.", "bn"),
            ("A ¥47bn plan of China.", "bn CNY"),
            ("A ¥47bn plan, or 5,000 yuan each.", "bn CNY"),
            ("A ¥47bn plan, as Japan has it.", "bn JPY"),
            ("A ¥47bn plan of China and Japan.", "bn"),
            ("It rents for ¥18/GPU-hour.", "/GPU-hour"),
            ("投资¥47亿。", "亿 CNY"),
            ("A plan of Rmb47bn.", "bn CNY"),
        ] {
            assert_eq!(draft(text).figures[0].unit, unit, "{text}");
            assert!(Unit::parse(unit).is_some());
        }
    }

    #[test]
    fn the_date_is_that_of_a_dateline_at_the_head() {
        let date = |text: &str| draft(text).article.date;
        assert_eq!(
            date("# T\n\nWhat it costs.\n\nBy Jane Doe, 4 March 2026\n\nSo."),
            "2026-03-04"
        );
        assert_eq!(
            date("The plant opened on 4 March 2019 at a cost of $3m."),
            ""
        );
        assert_eq!(
            date("# T\n\n本报讯（记者 张三）2026年3月4日，工厂耗资3亿元。"),
            "2026-03-04"
        );
        assert_eq!(date("# T\n\n2019年3月4日，工厂投产。"), "");
        let late = "So it is.\n\n".repeat(9);
        assert_eq!(date(&format!("{late}4 March 2026\n")), "");
    }

    #[test]
    fn a_heading_names_the_section_and_claims_nothing() {
        for heading in [
            "## Rent: $7 million",
            "### 租用：每年 7 亿美元",
            "**Rent: $7 million**",
            "Rent: $7 million\n----------------",
            "三、租用每年 7 亿美元",
        ] {
            let text = format!("# Costs\n\n{heading}\n\nOwning costs $42 million.\n");
            let draft = draft(&text);
            assert_eq!(draft.figures.len(), 1, "{heading}");
            assert_eq!(draft.article.claims.len(), 1, "{heading}");
            let section = &draft.article.claims[0].section;
            assert!(heading.contains(section.as_str()), "{section}");
        }
        for line in [
            "**$7 million** a year, **$8 million** in the next",
            "- **$7 million**",
            "一张卡 7 万元、两张 14 万元",
            "The rent is $7 million.",
            // A heading to CommonMark; whoever sets a rule below a sentence means none.
            "The rent is $7 million.\n---",
            "The rent\nis $7 million\n---",
            "<p>The rent<br>is &yen;7&nbsp;million</p>",
        ] {
            let text = format!("# Costs\n\n{line}\n\nOwning costs $42 million.\n");
            assert_eq!(draft(&text).article.claims.len(), 2, "{line}");
        }
    }

    #[test]
    fn each_sentence_is_a_claim() {
        for (line, count) in [
            ("It costs $42 million. Rent is $61 million a year.", 2),
            (
                "It costs $4.2 million, says Acme Inc. Rent is $61 million.",
                1,
            ),
            (
                "In the U.S. $42 million, on Nov. 6 $61 million, by J. Doe $5 million.",
                1,
            ),
            ("总成本 4.2 亿元。租金每年 6.1 亿元！三成来自电费", 3),
            ("“It costs $42 million.” Rent is $61 million.", 2),
        ] {
            let claims = draft(&format!("# T\n\n{line}")).article.claims;
            let says: Vec<_> = claims.iter().map(|claim| claim.says.as_str()).collect();
            assert_eq!(says.len(), count, "{says:?}");
        }
        let draft = draft("# T\n\nIt costs $42 million. Rent is $61 million.");
        let ids: Vec<_> = draft
            .article
            .claims
            .iter()
            .map(|claim| claim.id.as_str())
            .collect();
        assert_eq!(ids, ["line-3", "line-3-2"]);
    }

    #[test]
    fn what_readers_do_not_see_claims_nothing() {
        let text = "---\ntitle: Chips\ndate: 2026-06-30\nprice: $5 million\n---\n# Chips\n\n\
            It costs [source: $3 million](https://a.org/7%)[^1] a year.\n\n\
            ```\nx = 5%\n```\n<!-- 6% -->\n";
        let draft = draft(text);
        assert_eq!(draft.article.title, "Chips");
        assert_eq!(draft.article.date, "2026-06-30");
        assert_eq!(draft.article.claims.len(), 1);
        let claim = &draft.article.claims[0];
        assert_eq!(claim.says, "It costs source: $3 million a year.");
        assert_eq!(claim.section, "");
        assert_eq!(claim.id, "line-8");
        assert_eq!(draft.figures[0].unit, "million USD/year");
        assert_eq!(
            super::draft("# Real *Title* here ##\n").article.title,
            "Real Title here"
        );
    }

    #[test]
    fn figures_are_numbered_in_the_order_of_the_text() {
        let text = "$5 million, ".repeat(12);
        let json = serde_json::to_string(&draft(&text).article.claims[0]).expect("JSON");
        let places: Vec<_> = (1..=12)
            .map(|count| json.find(&format!("\"figure{count}\"")).expect("a figure"))
            .collect();
        assert!(places.is_sorted(), "{json}");
    }

    #[test]
    fn a_skeleton_is_a_file_but_for_what_the_editor_knows() {
        let text =
            "# Launch\n**Date:** 2024-11-06\n\n## Costs\n- Owning costs $42M.\n- 租用 7 美元\n";
        let draft = draft(text);
        let json = serde_json::to_string(&draft.article).expect("JSON");
        let report = crate::article::check_text(&json).expect("a file");
        assert_eq!(report.date, "2024-11-06");
        assert_eq!(report.claims.len(), 2);
        assert_eq!(report.counts.not_stated, 2);
        assert_eq!(report.claims[0].section.en.as_deref(), Some("Costs"));
        assert_eq!(report.claims[1].says.zh.as_deref(), Some("租用 7 美元"));
    }
}
