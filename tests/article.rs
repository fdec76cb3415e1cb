//! The built-in article's claims, and two articles full of mistakes.
#![cfg(all(feature = "article", feature = "catalogue", not(target_arch = "wasm32")))]

use chip_calculators::article::{self, BUILT_IN, ClaimReport, Report, Verdict, check_text};

fn built_in() -> Report {
    check_text(BUILT_IN).unwrap_or_else(|error| panic!("{error}"))
}

fn claim<'a>(report: &'a Report, id: &str) -> &'a ClaimReport {
    report.claims.iter().find(|claim| claim.id == id).unwrap_or_else(|| panic!("{id}"))
}

#[test]
fn dump() {
    let report = built_in();
    for claim in &report.claims {
        println!("{:28} {:?} {:?} {:?}", claim.id, claim.verdict, claim.contradicted_by, claim.issues);
        for check in &claim.checks {
            println!("      {:?} {:?} {:?} {:?} {} dev {:?} {:?} {:?} {:?} {:?}", check.figure, check.outcome, check.basis, check.recomputed, check.unit, check.deviation, check.assumption.as_ref().map(|a| (&a.name, a.value, a.holds, a.holds_as_known)), check.slips, check.would_hold.iter().map(|r| (&r.input, r.value)).collect::<Vec<_>>(), check.reason);
        }
        for rerun in &claim.reruns { println!("      RERUN {rerun:?}"); }
    }
    let _ = article::CONTRADICTION; let _ = Verdict::Agrees;
    claim(&report, "portfolio");
}
