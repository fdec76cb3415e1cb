//! Tornados against single calls.

use super::support::Dice;
use super::{as_json, from_json, rows, text};
use chip_calculators::analysis::tornado::{bars, tornado};
use serde_json::json;

#[test]
fn a_tornado_is_sorted_and_flips_where_the_saving_is_0() {
    let mut dice = Dice::new(3);
    for _ in 0..20 {
        let subject = dice.subject();
        let saving = subject.output("saving").unwrap();
        let bars = bars(&subject, saving);
        assert!(bars.len() >= 4);
        assert!(bars.is_sorted_by(|a, b| a.swing() >= b.swing()));
        for bar in bars {
            let ends = subject.column(bar.parameter, &[bar.low, bar.high], saving);
            assert_eq!([bar.low_result, bar.high_result], *ends);
            if let Ok(flip) = bar.flip {
                let step = 1e-9 * flip.max(1e-9);
                let around = subject.column(bar.parameter, &[flip - step, flip + step], saving);
                assert!(around[0] * around[1] <= 0.0);
            } else {
                let entry = subject.entry(bar.parameter);
                let ends = subject.column(bar.parameter, &[entry.min, entry.max], saving);
                assert!(ends[0] * ends[1] > 0.0 || ends[0] == ends[1]);
            }
        }
    }
}

#[test]
fn a_tornado_of_a_calculator_without_a_verdict_says_so() {
    let request = json!({"calculator": "clusterTco", "output": "annualCost"});
    let answer = as_json(tornado(&from_json(&request))).unwrap();
    for bar in rows(&answer, "bars") {
        assert_eq!(text(bar, &["flipReason"]), "noVerdict");
    }
}
