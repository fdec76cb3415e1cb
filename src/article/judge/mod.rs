//! From checks to verdicts.

mod bench;
mod fit;
mod slips;
mod then_and_now;

use super::format::{Article, Bound, Claim, Figure, Input};
use super::report::{
    By, ClaimReport, Counts, Given, Issue, NotStated, Outcome, Range, Report, Stated, Status,
    Verdict,
};
use crate::calculators::MODEL_VERSION;
use bench::Bench;
use then_and_now::reruns;

/// From which relative departure on a figure is contradicted rather than inexact: a tenth.
pub const CONTRADICTION: f64 = 0.1;

/// What computing loses: far below any printed digit.
const SLACK: f64 = 1e-9;

/// Judges every claim.
pub fn article(article: &Article) -> Report {
    let claims: Vec<_> = article
        .claims
        .iter()
        .map(|claim| judge(claim, &article.date))
        .collect();
    let mut counts = Counts::default();
    for claim in &claims {
        *match claim.verdict {
            Verdict::Agrees => &mut counts.agrees,
            Verdict::Differs => &mut counts.differs,
            Verdict::Contradicted => &mut counts.contradicted,
            Verdict::NeedsAssumption => &mut counts.needs_assumption,
            Verdict::NotStated => &mut counts.not_stated,
        } += 1;
    }
    Report {
        id: article.id.clone(),
        title: article.title.clone(),
        date: article.date.clone(),
        source: article.source.clone(),
        counts,
        claims,
        model_version: MODEL_VERSION,
    }
}

fn judge(claim: &Claim, date: &str) -> ClaimReport {
    let checks: Vec<_> = claim
        .checks
        .iter()
        .map(|check| Bench { claim, check }.report())
        .collect();
    let issues = issues(claim);
    let absurd = issues
        .iter()
        .any(|issue| matches!(issue, Issue::Impossible { .. }));

    let deciding = || checks.iter().filter(|check| check.figure.is_some());
    let has = |outcomes: &[Outcome]| deciding().any(|check| outcomes.contains(&check.outcome));
    let mut contradicted_by: Vec<By> = deciding()
        .filter_map(|check| match check.outcome {
            Outcome::Contradicted | Outcome::WrongUnit | Outcome::Never => {
                Some(match check.basis {
                    Status::Measured => By::Measurement,
                    Status::Published | Status::Estimated => By::DataSheet,
                    _ => By::Article,
                })
            }
            Outcome::Impossible => Some(By::Definition),
            _ => None,
        })
        .collect();
    if absurd {
        contradicted_by.push(By::Definition);
    }
    contradicted_by.sort();
    contradicted_by.dedup();
    let unsourced = issues
        .iter()
        .any(|issue| matches!(issue, Issue::Unsourced { .. }));
    let (verdict, not_stated) = if !contradicted_by.is_empty() {
        (Verdict::Contradicted, None)
    } else if claim.stated.is_empty() {
        (Verdict::NotStated, Some(NotStated::Result))
    } else if has(&[Outcome::Differs]) {
        (Verdict::Differs, None)
    } else if has(&[Outcome::Assumes]) {
        (Verdict::NeedsAssumption, None)
    } else if has(&[Outcome::Agrees]) {
        (Verdict::Agrees, None)
    } else if unsourced {
        (Verdict::NotStated, Some(NotStated::Source))
    } else {
        (Verdict::NotStated, Some(NotStated::Working))
    };
    ClaimReport {
        id: claim.id.clone(),
        section: claim.section.clone(),
        says: claim.says.clone(),
        note: claim.note.clone(),
        verdict,
        contradicted_by,
        not_stated,
        stated: claim
            .stated
            .iter()
            .map(|(name, figure)| (name.clone(), stated(figure)))
            .collect(),
        inputs: claim
            .inputs
            .iter()
            .map(|(name, input)| (name.clone(), given(input)))
            .collect(),
        checks,
        issues,
        reruns: reruns(claim, date),
    }
}

/// What is odd about a claim, whatever its checks come to.
fn issues(claim: &Claim) -> Vec<Issue> {
    let mut issues = Vec::new();
    let mut impossible = |name: &str, found: Option<(&'static str, f64, f64)>| {
        if let Some((quantity, min, max)) = found {
            issues.push(Issue::Impossible {
                name: name.to_owned(),
                quantity,
                min: Some(min).filter(|min| min.is_finite()),
                max: Some(max).filter(|max| max.is_finite()),
            });
        }
    };
    for (name, figure) in &claim.stated {
        impossible(name, figure.impossible());
    }
    for (name, input) in &claim.inputs {
        impossible(name, input.impossible);
    }
    for (name, figure) in &claim.stated {
        let mut checks = claim.checks.iter();
        if !checks.any(|check| check.figure.as_ref() == Some(name)) {
            let figure_name = name.clone();
            issues.push(match &figure.source {
                None => Issue::Unsourced {
                    figure: figure_name,
                },
                Some(source) => Issue::Unchecked {
                    figure: figure_name,
                    source: source.clone(),
                },
            });
        }
    }

    for name in claim.inputs.keys() {
        let mut checks = claim.checks.iter();
        if !checks.any(|check| check.names().contains(&name.as_str())) {
            issues.push(Issue::Unused {
                input: name.clone(),
            });
        }
    }
    issues
}

fn stated(figure: &Figure) -> Stated {
    let factor = figure.unit.factor();
    let (from, to) = figure.interval();
    Stated {
        value: Range {
            from: figure.printed.0.value,
            to: figure.printed.1.value,
        },
        stands_for: Range {
            from: from / factor,
            to: to / factor,
        },
        unit: figure.unit.to_string(),
        bound: match figure.bound {
            Bound::Exactly => "exactly",
            Bound::AtLeast => "atLeast",
            Bound::Above => "above",
            Bound::AtMost => "atMost",
            Bound::Below => "below",
        },
        about: !figure.is_rounded(),
        label: figure.label.clone(),
    }
}

fn given(input: &Input) -> Given {
    let factor = input.unit.factor();
    Given {
        value: Range {
            from: input.values.0 / factor,
            to: input.values.1 / factor,
        },
        unit: input.unit.to_string(),
        status: input.status,
        source: input.source.clone(),
        date: input.date.clone(),
        reference: input.reference.clone(),
        label: input.label.clone(),
        parameter: input.parameter.clone(),
    }
}
