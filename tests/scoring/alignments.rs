//! Passages that say the same. A pair is found when one prediction covers both sides, in either order.
//!
//! The gold is not exhaustive, so precision is a lower bound. Figures by whole sentences are left to the script.

use super::gold::{Alignment, Gold};
use super::{Figure, Measure, Place};

pub struct Pair {
    pub a: Place,
    pub b: Place,
}

pub fn score(gold: &Gold, predicted: &[Pair]) -> Vec<Figure> {
    let covers = |g: &Alignment, p: &Pair| (g.a.half(&p.a) && g.b.half(&p.b)) || (g.a.half(&p.b) && g.b.half(&p.a));
    let found = |g: &&Alignment| predicted.iter().any(|p| covers(g, p));
    let recall = |asked: &dyn Fn(&Alignment) -> bool| {
        let asked: Vec<&Alignment> = gold.alignments.iter().filter(|g| g.strength != "weak" && asked(g)).collect();
        (asked.iter().copied().filter(found).count(), asked.len())
    };
    let share = |(found, of): (usize, usize)| Measure::share(found, of);
    let right = predicted.iter().filter(|p| gold.alignments.iter().any(|g| covers(g, p))).count();
    let (n_found, n_asked) = recall(&|_| true);
    let all = Measure { found: n_found as f64, gold: n_asked as f64, ..Measure::paired(right, predicted.len(), 0) };
    let copied = |g: &Alignment| matches!(g.kind.as_str(), "same-quote" | "agency-reuse");
    vec![
        Figure { name: "alignments · recall of same-quote and agency-reuse", measure: share(recall(&copied)) },
        Figure { name: "alignments · recall of paraphrase and same-fact", measure: share(recall(&|g| !copied(g))) },
        Figure { name: "alignments · recall of paraphrase", measure: share(recall(&|g| g.kind == "paraphrase")) },
        Figure { name: "alignments · recall of same-fact", measure: share(recall(&|g| g.kind == "same-fact")) },
        Figure { name: "alignments · precision of all", measure: Measure::share(right, predicted.len()) },
        Figure { name: "alignments · all kinds", measure: all },
    ]
}
