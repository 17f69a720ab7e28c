//! Contradictions: two sides of what was found lie on two different sides of one of the gold, and at least half of all its
//! sides lie on that one.
//!
//! The gold also keeps what articles tell at another time, more or less exactly, or in other words (`kind`); all of it counts
//! for precision, and recall is taken of its conflicts alone, and of all whose severity is high or medium.

use serde::Deserialize;

use super::{Figure, Measure, Place};

#[derive(Deserialize)]
pub struct Contradiction {
    pub kind: String,
    pub severity: String,
    pub sides: Vec<Place>,
}

pub fn score(gold: &[Contradiction], predicted: &[Vec<Place>]) -> Vec<Figure> {
    let right = predicted.iter().filter(|sides| gold.iter().any(|g| opposes(g, sides))).count();
    let figure = |name: &'static str, asked: Vec<&Contradiction>| {
        let found = asked.iter().filter(|g| predicted.iter().any(|sides| opposes(g, sides))).count();
        let measure = Measure { right: right as f64, predicted: predicted.len() as f64, found: found as f64, gold: asked.len() as f64 };
        Figure { name, measure }
    };
    vec![
        figure("contradictions · conflicts", gold.iter().filter(|g| g.kind == "conflict").collect()),
        figure("contradictions · of high and medium severity", gold.iter().filter(|g| g.severity != "low").collect()),
    ]
}

fn opposes(gold: &Contradiction, sides: &[Place]) -> bool {
    let half = |a: &Place, b: &Place| a.doc == b.doc && a.common(b) > 0 && 2 * a.common(b) >= a.len().min(b.len());
    let on = |side: &Place| -> Vec<usize> { (0..gold.sides.len()).filter(|at| half(&gold.sides[*at], side)).collect() };
    let on: Vec<Vec<usize>> = sides.iter().map(on).collect();
    let n_on = on.iter().filter(|on| !on.is_empty()).count();
    let differ = |a: &Vec<usize>, b: &Vec<usize>| !a.is_empty() && !b.is_empty() && (a != b || a.len() > 1);
    2 * n_on >= sides.len() && on.iter().enumerate().any(|(at, a)| on[at + 1..].iter().any(|b| differ(a, b)))
}
