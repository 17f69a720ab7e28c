//! How an article tells a statement that another tells too: in full, in part, or otherwise.
//!
//! Otherwise means that both speak of the same and one thing differs: a figure of the same things, the day, a name in a list,
//! or whether it is done, announced or supposed. What could be a rounding is no difference, and neither is what only one of
//! them says: that is a part. Verbs are told by their endings and a few forms, French and English; who is right is not asked.

use serde::{Deserialize, Serialize};

use super::Annotated;
use super::enumerations;
use super::grounds::{self, Side};
use super::vocabulary::Vocabulary;
use crate::figures::{Figure, Value};
use crate::order::Order;
use crate::span::Span;
use crate::text;
use crate::times::{Certainty, Time};

/// How an article tells a statement, against its clearest passage.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Manner {
    Full,
    /// Some of it.
    Partly,
    /// With another figure, day or name, or as announced where the other has it done.
    Otherwise,
}

impl Manner {
    pub const ALL: [Self; 3] = [Self::Full, Self::Partly, Self::Otherwise];

    /// One word, for addresses and tables.
    pub fn label(self) -> &'static str {
        match self {
            Self::Full => "entier",
            Self::Partly => "partie",
            Self::Otherwise => "autrement",
        }
    }
}

/// In what two passages that say the same differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Unlike {
    /// Two numbers of the same things.
    Figure,
    /// Two days.
    Day,
    /// Two lists of names that agree but for one or more.
    Name,
    /// Done against announced or supposed.
    Modality,
}

/// One thing in which two passages differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Divergence {
    pub kind: Unlike,
    pub here: Span,
    pub there: Span,
}

/// Part of the weight of the title's content words that a full telling has at least, or as many words and half of that.
const FULL: f32 = 0.5;
/// Figures this near each other may be one, rounded.
const ROUNDED: f64 = 0.1;

/// How `here` tells what `there`, the clearest passage, tells; with what differs.
pub(super) fn manner(annotated: Annotated, vocabulary: &Vocabulary, here: Side, there: Side) -> (Manner, Vec<Divergence>) {
    let mut found = figures(annotated, here, there);
    found.extend(days(annotated, here, there));
    found.extend(names(annotated, here, there));
    found.extend(modality(annotated, here, there));
    found.order_by_key(|divergence| (divergence.kind, divergence.here, divergence.there));
    if !found.is_empty() {
        return (Manner::Otherwise, found);
    }
    (if is_full(vocabulary, here, there) { Manner::Full } else { Manner::Partly }, found)
}

fn is_full(vocabulary: &Vocabulary, here: Side, there: Side) -> bool {
    let own: Vec<_> = here.tokens().iter().filter(|token| token.content).collect();
    let is_told = |stem: u32| {
        let sense = vocabulary.sense(stem);
        own.iter().any(|token| token.stem == stem || (sense.is_some() && vocabulary.sense(token.stem) == sense))
    };
    let (mut all, mut told, mut n) = (0.0, 0.0, 0);
    for token in there.tokens().iter().filter(|token| token.content) {
        let weight = vocabulary.weight(token.stem);
        (all, n) = (all + weight, n + 1);
        told += if is_told(token.stem) { weight } else { 0.0 };
    }
    let cover = if all > 0.0 { told / all } else { 1.0 };
    cover >= FULL || (cover >= FULL / 2.0 && own.len() as f32 >= FULL * 1.6 * n as f32)
}

fn figures(annotated: Annotated, here: Side, there: Side) -> Vec<Divergence> {
    let same_things = |x: &Figure, y: &Figure| {
        let counted = x.counted.as_ref().zip(y.counted.as_ref()).is_some_and(|(x, y)| x.key == y.key);
        x.unit == y.unit && (counted || (x.unit.is_some() && x.counted.is_none() && y.counted.is_none()))
    };
    let mut found = Vec::new();
    for x in here.figures(annotated) {
        let others: Vec<&Figure> = there.figures(annotated).filter(|y| same_things(x, y)).collect();
        let [y] = others.as_slice() else { continue };
        let alone = here.figures(annotated).filter(|x| same_things(x, y)).count() == 1;
        if alone && differ(x, y) {
            found.push(Divergence { kind: Unlike::Figure, here: x.span, there: y.span });
        }
    }
    found
}

/// True when two numbers cannot be one.
fn differ(x: &Figure, y: &Figure) -> bool {
    let (Value::Number(a), Value::Number(b)) = (x.value, y.value) else { return false };
    let (a, b) = (number(&a.to_string()), number(&b.to_string()));
    let rough = x.approximate || y.approximate || x.bound.is_some() || y.bound.is_some();
    let apart = (a - b).abs() / a.abs().max(b.abs()).max(f64::MIN_POSITIVE);
    a != b && (!rough || apart > ROUNDED)
}

fn number(text: &str) -> f64 {
    text.parse().unwrap_or(f64::NAN)
}

/// Only where each says one day: of several, the one that is meant is not known.
fn days(annotated: Annotated, here: Side, there: Side) -> Option<Divergence> {
    let exact = |time: &&Time| grounds::length(time) <= 1 && time.certainty <= Certainty::Resolved;
    let (mut of_here, mut of_there) = (here.times(annotated), there.times(annotated));
    let (x, y) = (of_here.next().filter(exact)?, of_there.next().filter(exact)?);
    let alone = of_here.next().is_none() && of_there.next().is_none();
    (alone && !grounds::meet(x, y)).then_some(Divergence { kind: Unlike::Day, here: x.span, there: y.span })
}

/// Lists that share two names at least, of which each has one that the other has not.
fn names(annotated: Annotated, here: Side, there: Side) -> Vec<Divergence> {
    let lists = |side: Side| {
        let document = annotated.corpus.document(side.document);
        let lists = document.map(|document| enumerations::enumerations_in(document, annotated.entities, side.span));
        lists.unwrap_or_default()
    };
    let others = lists(there);
    let mut found = Vec::new();
    for (x, here) in lists(here) {
        let same = |(y, _): &&(enumerations::Enumeration, Span)| x.intersection(y).count() >= 2;
        let Some((y, there)) = others.iter().find(same) else { continue };
        if x.difference(y).next().is_some() && y.difference(&x).next().is_some() {
            found.push(Divergence { kind: Unlike::Name, here, there: *there });
        }
    }
    found
}

/// Whether a verb tells what is done, or what is announced or supposed.
#[derive(Clone, Copy, PartialEq)]
enum Mode {
    Done,
    Announced,
}

/// Announced forms, folded, beside the endings.
const ANNOUNCED: &[&str] = &[
    "doit",
    "doivent",
    "devrait",
    "devraient",
    "devra",
    "devront",
    "va",
    "vont",
    "sera",
    "seront",
    "serait",
    "seraient",
    "aura",
    "auront",
    "aurait",
    "auraient",
    "pourrait",
    "pourraient",
    "ira",
    "iront",
    "fera",
    "feront",
    "will",
    "would",
    "should",
    "might",
    "shall",
];
/// Forms of what is done, folded: auxiliaries before a participle.
const DONE: &[&str] = &["a", "ont", "avait", "avaient", "etait", "etaient", "fut", "furent", "eut", "had", "was", "were", "has", "have"];

/// Both have one mode only, and not the same.
fn modality(annotated: Annotated, here: Side, there: Side) -> Option<Divergence> {
    let (here, there) = (mode(annotated, here)?, mode(annotated, there)?);
    (here.0 != there.0).then_some(Divergence { kind: Unlike::Modality, here: here.1, there: there.1 })
}

fn mode(annotated: Annotated, side: Side) -> Option<(Mode, Span)> {
    let raw = annotated.corpus.document(side.document)?.text();
    let mut found: Option<(Mode, Span)> = None;
    let tokens = side.tokens();
    for (at, token) in tokens.iter().enumerate().filter(|(_, token)| token.quotation.is_none()) {
        let folded = text::fold(token.span.slice(raw));
        let surface = token.span.slice(raw);
        let participle = tokens.get(at + 1).is_some_and(|next| is_participle(next.span.slice(raw)));
        let mode = if ANNOUNCED.contains(&folded.as_str()) || (!token.name_like && is_future(surface)) {
            Mode::Announced
        } else if DONE.contains(&folded.as_str()) && (participle || folded.starts_with("etai")) {
            Mode::Done
        } else {
            continue;
        };
        match found {
            Some((other, _)) if other != mode => return None,
            Some(_) => {}
            None => found = Some((mode, token.span)),
        }
    }
    found
}

/// `demandera`, `exhorteront`, `fermerait`: an infinitive in -er or -ir with an ending. `espérait` has its accent.
fn is_future(surface: &str) -> bool {
    ["era", "eront", "erait", "eraient", "ira", "iront"]
        .iter()
        .any(|ending| surface.strip_suffix(ending).is_some_and(|stem| stem.chars().count() >= 3))
}

fn is_participle(surface: &str) -> bool {
    ["é", "ée", "és", "ées", "i", "ie", "is", "it", "u", "ue", "us", "ues", "ert", "ed"].iter().any(|ending| surface.ends_with(ending))
}
