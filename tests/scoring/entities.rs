//! Names by span and type, descriptions by overlap, linking by B³.

use std::collections::HashMap;

use serde::Deserialize;

use super::gold::Gold;
use super::names::same_mention;
use super::{Figure, Measure, Place, assign, zones};

#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Form {
    Name,
    Nominal,
}

#[derive(Clone)]
pub struct Mention {
    pub place: Place,
    pub surface: String,
    pub entity_type: String,
    pub id: String,
    pub form: Form,
    /// Where the core begins, behind determiner or civil title: either start is right.
    pub core_start: Option<u32>,
}

pub fn score(gold: &Gold, predicted: &[Mention]) -> Vec<Figure> {
    let (theirs, inner) = outermost(&gold.mentions);
    let ours = judged(gold, &theirs, &inner, predicted);
    let spans = assign(&theirs, &ours, |g, p| same_mention(g, p).then(|| (g.entity_type == p.entity_type, g.place == p.place)));
    let exact = spans.iter().filter(|(i, j)| theirs[*i].entity_type == ours[*j].entity_type).count();
    let overlap = assign(&theirs, &ours, |g, p| {
        let common = g.place.common(&p.place);
        let dice = f64::from(2 * common) / f64::from(g.place.len() + p.place.len());
        (g.entity_type == p.entity_type && common > 0).then(|| (same_mention(g, p), dice))
    });
    let nominals: Vec<&Mention> = gold.mentions.iter().filter(|m| m.form == Form::Nominal).collect();
    let ours_nominal: Vec<&Mention> = predicted.iter().filter(|m| m.form == Form::Nominal).collect();
    let described = assign(&nominals, &ours_nominal, |g, p| g.place.half(&p.place).then(|| (same_mention(g, p), g.place.common(&p.place))));
    let (found, all) = linking(gold, predicted);
    vec![
        Figure { name: "entities · names: span and type", measure: Measure::paired(exact, ours.len(), theirs.len()) },
        Figure { name: "entities · names: span", measure: Measure::paired(spans.len(), ours.len(), theirs.len()) },
        Figure { name: "entities · names: overlap and type", measure: Measure::paired(overlap.len(), ours.len(), theirs.len()) },
        Figure { name: "entities · nominals found (overlap)", measure: Measure::share(described.len(), nominals.len()) },
        Figure { name: "entities · linking B³ (found mentions)", measure: found },
        Figure { name: "entities · linking B³ (all gold mentions)", measure: all },
    ]
}

/// Names that lie inside no larger name, and those that do.
fn outermost(mentions: &[Mention]) -> (Vec<&Mention>, Vec<&Mention>) {
    let names: Vec<&Mention> = mentions.iter().filter(|m| m.form == Form::Name).collect();
    let inside = |m: &&Mention| {
        let holds = |other: &&&Mention| other.place.common(&m.place) == m.place.len() && other.place.len() > m.place.len();
        names.iter().any(|other| holds(&other))
    };
    let (inner, outer) = names.iter().copied().partition(inside);
    (outer, inner)
}

/// Predicted names that are judged: outermost, in the article or its byline, not equal to an inner name of the gold.
fn judged<'a>(gold: &Gold, theirs: &[&Mention], inner: &[&Mention], predicted: &'a [Mention]) -> Vec<&'a Mention> {
    let in_scope = |m: &Mention| !matches!(zones::label_at(gold, &m.place), None | Some("related" | "boilerplate" | "markup"));
    let known = |m: &Mention| theirs.iter().any(|g| same_mention(g, m)) || !inner.iter().any(|g| same_mention(g, m));
    outermost(predicted).0.into_iter().filter(|m| in_scope(m) && known(m)).collect()
}

/// B³ over the mentions found, clusters across documents; the second keeps all mentions of the gold in the recall.
fn linking(gold: &Gold, predicted: &[Mention]) -> (Measure, Measure) {
    let pairs = assign(&gold.mentions, predicted, |g, p| {
        let alike = u8::from(g.form == p.form) + u8::from(g.entity_type == p.entity_type);
        same_mention(g, p).then(|| (alike, g.place == p.place))
    });
    let ids = |(i, j): (usize, usize)| (gold.mentions[i].id.as_str(), predicted[j].id.as_str());
    let (mut theirs, mut ours, mut both, mut all) = (HashMap::new(), HashMap::new(), HashMap::new(), HashMap::new());
    for (g, p) in pairs.iter().copied().map(ids) {
        *theirs.entry(g).or_insert(0.0) += 1.0;
        *ours.entry(p).or_insert(0.0) += 1.0;
        *both.entry((g, p)).or_insert(0.0) += 1.0;
    }
    gold.mentions.iter().for_each(|m| *all.entry(m.id.as_str()).or_insert(0.0) += 1.0);
    let n_found = pairs.len() as f64;
    let mut found = Measure { predicted: n_found, gold: n_found, ..Measure::default() };
    let mut whole = Measure { predicted: n_found, gold: gold.mentions.len() as f64, ..Measure::default() };
    for (g, p) in pairs.into_iter().map(ids) {
        let together: f64 = both[&(g, p)];
        found.right += together / ours[p];
        found.found += together / theirs[g];
        whole.right += together / ours[p];
        whole.found += together / all[g];
    }
    (found, whole)
}
