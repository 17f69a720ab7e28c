//! Damage of the texts: of what the gold calls anomalies, the kinds that the health report is for.
//!
//! Spelling, grammar and style are not asked for; neither is what is wrong with the furniture of a page.

use super::gold::Gold;
use super::{Figure, Measure, Place, assign, zones};

/// Damage found, under the kind of the gold.
pub struct Anomaly {
    pub place: Place,
    pub kind: &'static str,
}

const ASKED: [&str; 5] = ["missing-words", "unclosed-quote", "mismatched-quote", "truncation", "missing-punctuation"];

/// Both name the same kind at places that meet.
pub fn score(gold: &Gold, predicted: &[Anomaly]) -> Vec<Figure> {
    let in_article = |place: &Place| !matches!(zones::label_at(gold, place), Some("related" | "boilerplate"));
    let asked: Vec<_> = gold.anomalies.iter().filter(|g| ASKED.contains(&g.kind.as_str()) && in_article(&g.place)).collect();
    let right = assign(&asked, predicted, |g, p| (g.kind == p.kind && g.place.common(&p.place) > 0).then_some(g.place.common(&p.place)));
    vec![Figure { name: "anomalies · damage of the article", measure: Measure::paired(right.len(), predicted.len(), asked.len()) }]
}
