//! Figures: spans that share half of the shorter one, and their values within half a thousandth.
//!
//! Lengths of lists (`implicit`) are left out. A length of time that the gold keeps as a date is neither asked for nor punished.

use super::{Figure, Measure, Place, assign};

pub struct Quantity {
    pub place: Place,
    pub value: f64,
    pub value_max: Option<f64>,
}

pub fn score(names: [&'static str; 2], gold: &[Quantity], predicted: &[&Quantity]) -> Vec<Figure> {
    let pairs = pairs(gold, predicted);
    let right = pairs.iter().filter(|(g, p)| is_right(&gold[*g], predicted[*p])).count();
    let figure = |name, n| Figure { name, measure: Measure::paired(n, predicted.len(), gold.len()) };
    vec![figure(names[0], pairs.len()), figure(names[1], right)]
}

fn pairs(gold: &[Quantity], predicted: &[&Quantity]) -> Vec<(usize, usize)> {
    let half =
        |g: &Quantity, p: &Quantity| g.place.common(&p.place) > 0 && 2 * g.place.common(&p.place) >= g.place.len().min(p.place.len());
    assign(gold, predicted, |g, p: &&Quantity| half(g, p).then(|| (u8::from(is_right(g, p)), g.place.common(&p.place))))
}

/// What was missed, read wrong or made up.
pub fn wrong(gold: &[Quantity], predicted: &[&Quantity], text_of: &dyn Fn(&Place) -> String) -> Vec<String> {
    let pairs = pairs(gold, predicted);
    let mut told = Vec::new();
    for (at, g) in gold.iter().enumerate() {
        match pairs.iter().find(|(of, _)| *of == at) {
            None => told.push(format!("{} missed «{}» {}", g.place.doc, text_of(&g.place), g.value)),
            Some((_, p)) if !is_right(g, predicted[*p]) => {
                let p = predicted[*p];
                told.push(format!(
                    "{} «{}» {} {:?}, not {} {:?}",
                    g.place.doc,
                    text_of(&p.place),
                    p.value,
                    p.value_max,
                    g.value,
                    g.value_max
                ));
            }
            Some(_) => {}
        }
    }
    let alone = predicted.iter().enumerate().filter(|(at, _)| pairs.iter().all(|(_, of)| of != at));
    told.extend(alone.map(|(_, p)| format!("{} made up «{}» {}", p.place.doc, text_of(&p.place), p.value)));
    told
}

fn is_right(g: &Quantity, p: &Quantity) -> bool {
    let tolerance = if g.value < 1.0 { 0.015 } else { 0.000_5 };
    let near = |a: f64, b: f64| (a - b).abs() <= tolerance * a.abs().max(b.abs()) + 1e-9;
    near(g.value, p.value) && g.value_max.is_none_or(|most| p.value_max.is_some_and(|own| near(most, own)))
}
