//! A leaf of a query with all that is known of it before places are looked at: which forms of the dictionary answer it.
//!
//! Forms are looked up once; the plan then finds places in the lists of the index, in all parts or in a few.

use super::analysis::LONGEST_COMPOUND;
use super::forms::{self, Reach as Forms, Sought};
use super::index::Index;
use super::parts::Ruler;
use super::places::{Place, Places, common};
use super::query::{Annotated, Inside, Leaf, LeafKind, PlaceKind, Reach, Typed, Within, Word};
use super::scan;
use super::sets::Allowed;
use crate::order::Order;

/// What is looked for.
#[derive(Clone, Debug)]
pub enum Plan {
    /// Any of these forms.
    Terms(Vec<Sought>),
    /// These forms, and whatever else begins with the letter.
    Initial(Vec<Sought>, char),
    /// One directly after the other.
    Phrase(Vec<Vec<Sought>>),
    /// All of them in any order, with at most so many other words among them.
    Loose(Vec<Vec<Sought>>, u32),
    Either(Vec<Plan>),
    Near(Box<Plan>, Reach, Box<Plan>),
    Annotation(Annotated),
    /// Only what stands there, or does not.
    Within(Box<Plan>, Vec<Within>),
    /// Only when it stands in all of these parts and in none of those; and only in the first, if there are any.
    Sets(Box<Plan>, Allowed),
}

/// The plan of `leaf`.
pub fn of(index: &Index, leaf: &Leaf, allowed: &Allowed) -> Plan {
    let mut plan = of_kind(index, &leaf.kind);
    if !leaf.within.is_empty() {
        plan = Plan::Within(Box::new(plan), leaf.within.clone());
    }
    if allowed.is_everything() {
        return plan;
    }
    match plan {
        Plan::Terms(mut terms) => {
            allowed.keep(&mut terms);
            Plan::Sets(Box::new(Plan::Terms(terms)), allowed.only_where())
        }
        plan => Plan::Sets(Box::new(plan), allowed.clone()),
    }
}

fn of_kind(index: &Index, kind: &LeafKind) -> Plan {
    match kind {
        LeafKind::Word(word) if word.typed == Typed::Unfinished && is_wide(index, &word.term) => {
            initial(index, &word.term, Some(&word.lower))
        }
        LeafKind::Prefix(prefix) if is_wide(index, prefix) => initial(index, prefix, None),
        LeafKind::Word(word) => Plan::Terms(forms::of_word(index, word, Forms::Inflected)),
        LeafKind::Prefix(prefix) => Plan::Terms(forms::of_prefix(index, prefix)),
        LeafKind::Suffix(suffix) => Plan::Terms(forms::that(index, |folded| folded.ends_with(suffix.as_str()))),
        LeafKind::Pattern(pattern) => Plan::Terms(super::pattern::forms(index, pattern)),
        LeafKind::Fuzzy { word, edits } => {
            let mut terms = forms::of_word(index, word, Forms::Inflected);
            add_new(forms::near(index, &word.term, *edits), &mut terms);
            Plan::Terms(terms)
        }
        LeafKind::Phrase { words, slack: 0 } => phrase(index, words, Forms::Exact),
        LeafKind::Phrase { words, slack } => Plan::Loose(all(index, words, Forms::Exact), *slack),
        LeafKind::Compound { parts, joined } => {
            let mut plans = vec![phrase(index, parts, Forms::Inflected)];
            plans.extend(joined.as_ref().map(|word| Plan::Terms(forms::of_word(index, word, Forms::Inflected))));
            Plan::Either(plans)
        }
        LeafKind::Near { left, reach, right } => Plan::Near(Box::new(of_kind(index, left)), *reach, Box::new(of_kind(index, right))),
        LeafKind::Annotation(asked) => Plan::Annotation(asked.clone()),
        LeafKind::Any => Plan::Terms(forms::any(index)),
    }
}

/// From so many articles on, what a single letter begins is counted by initial and not read form by form; it then takes no
/// part in passages. Below, all is read within a millisecond or two.
const MANY_ARTICLES: u32 = 2_000;

fn is_wide(index: &Index, prefix: &str) -> bool {
    index.parts.n_articles >= MANY_ARTICLES && prefix.chars().nth(1).is_none()
}

fn initial(index: &Index, letter: &str, typed: Option<&str>) -> Plan {
    Plan::Initial(forms::as_typed(index, letter, typed), letter.chars().next().unwrap_or_default())
}

/// Takes the forms of `near` that are not in `terms`.
fn add_new(mut near: Vec<Sought>, terms: &mut Vec<Sought>) {
    near.retain(|near| !terms.iter().any(|known| known.term == near.term));
    terms.extend(near);
}

fn all(index: &Index, words: &[Word], reach: Forms) -> Vec<Vec<Sought>> {
    words.iter().map(|word| forms::of_word(index, word, reach)).collect()
}

fn phrase(index: &Index, words: &[Word], reach: Forms) -> Plan {
    let mut words = all(index, words, reach);
    if words.len() == 1 { Plan::Terms(words.remove(0)) } else { Plan::Phrase(words) }
}

impl Plan {
    /// The plan of a word in no text: what is one letter away.
    pub fn misspelt(index: &Index, word: &Word) -> Self {
        Self::Terms(forms::misspelt(index, &word.term))
    }

    /// True when no form at all answers.
    pub fn is_hopeless(&self, index: &Index) -> bool {
        match self {
            Self::Terms(terms) => !terms.iter().any(|sought| index.lives(sought.term, sought.languages)),
            _ => false,
        }
    }

    /// All its places, in the parts `among` if some are given.
    pub fn places(&self, index: &Index, among: Option<&[u32]>) -> Places {
        match self {
            Self::Terms(terms) => scan::places(index, terms, among),
            Self::Initial(_, letter) => scan::places(index, &forms::of_prefix(index, letter.encode_utf8(&mut [0; 4])), among),
            Self::Phrase(words) => {
                // No word of a phrase covers more places than a compound does.
                let reach = LONGEST_COMPOUND as u32 * words.len() as u32;
                Places::spread_within(index, phrase_places(&in_all(index, words, among, Some(reach))))
            }
            Self::Loose(words, slack) => {
                let words = in_all(index, words, among, None);
                let spread = |places: Places| Places::spread(index, places.into_vec());
                loose_places(&words.into_iter().map(spread).collect::<Vec<_>>(), *slack)
            }
            Self::Either(plans) => Places::of(plans.iter().flat_map(|plan| plan.places(index, among).into_vec()).collect()),
            Self::Near(left, reach, right) => {
                let left = left.places(index, among);
                let parts: Vec<u32> = left.parts().collect();
                let right = right.places(index, Some(&parts));
                match reach {
                    Reach::Words(between) => near(&left, *between, &right),
                    Reach::Sentence => beside(index, &left, &right, Ruler::sentence),
                    Reach::Paragraph => beside(index, &left, &right, Ruler::paragraph),
                }
            }
            Self::Annotation(asked) => among_only(index.layers.places(index, asked), among),
            Self::Within(plan, within) => {
                let places = plan.places(index, among);
                within.iter().fold(places, |places, within| restricted(index, places, within))
            }
            Self::Sets(plan, allowed) => among_only(allowed.places(plan.places(index, allowed.among().as_deref())), among),
        }
    }
}

/// The places of all `words` in the parts that have them all, counted in words without gaps; the rarest is looked up first, of the
/// others only what stands at most `reach` words from it, if that is given.
fn in_all(index: &Index, words: &[Vec<Sought>], among: Option<&[u32]>, reach: Option<u32>) -> Vec<Places> {
    let mut order: Vec<usize> = (0..words.len()).collect();
    order.order_by_key(|at| scan::cost(index, &words[*at]));
    let mut found = vec![Places::default(); words.len()];
    let Some((rarest, others)) = order.split_first() else { return found };
    let core = Places::of(scan::words(index, &words[*rarest], among, |_, _| true));
    let mut parts: Vec<u32> = core.parts().collect();
    for at in others {
        found[*at] = Places::of(match reach {
            Some(reach) => scan::places_near(index, &words[*at], &core, reach),
            None => scan::words(index, &words[*at], Some(&parts), |_, _| true),
        });
        parts = found[*at].parts().collect();
    }
    found[*rarest] = core;
    found
}

fn among_only(places: Places, among: Option<&[u32]>) -> Places {
    match among {
        Some(among) => places.only(|place| among.binary_search(&place.part).is_ok()),
        None => places,
    }
}

/// Where the words stand one directly after the other.
fn phrase_places(words: &[Places]) -> Places {
    let Some((last, before)) = words.split_last() else { return Places::default() };
    let parts: Vec<u32> = words.iter().map(|places| places.parts().collect()).reduce(|a: Vec<u32>, b| common(&a, &b)).unwrap_or_default();
    let mut found = Vec::new();
    for part in parts {
        // From the end to the beginning, each word is kept where the rest follows it.
        let mut rest: Vec<Place> = last.in_part(part).to_vec();
        for word in before.iter().rev() {
            let followed = word.in_part(part).iter().filter_map(|first| {
                let next = rest[rest.binary_search_by_key(&first.end(), |place| place.position).ok()?];
                Some(Place { length: next.end() - first.position, form: first.form.max(next.form), ..*first })
            });
            rest = followed.collect();
        }
        found.extend(rest);
    }
    Places::of(found)
}

/// Where all words stand in any order with at most `slack` others among them: from the left the first that end, none twice.
fn loose_places(words: &[Places], slack: u32) -> Places {
    let Some(first) = words.first() else { return Places::default() };
    let mut found = Vec::new();
    for part in first.parts() {
        let mut events: Vec<(Place, usize)> =
            words.iter().enumerate().flat_map(|(at, places)| places.in_part(part).iter().map(move |place| (*place, at))).collect();
        events.order_by_key(|(place, at)| (place.position, *at));
        // The latest place of each word; one that was typed twice takes two places.
        let mut latest: Vec<Option<Place>> = vec![None; words.len()];
        for run in events.chunk_by(|a, b| a.0.position == b.0.position) {
            // Words typed alike meet at one place: it goes to the one that waits longest.
            let waits = run.iter().min_by_key(|(_, at)| latest[*at].map(|place| place.position));
            let Some(&(place, at)) = waits else { continue };
            latest[at] = Some(place);
            let Some(all) = latest.iter().copied().collect::<Option<Vec<Place>>>() else { continue };
            let start = all.iter().map(|place| place.position).min().unwrap_or(place.position);
            let end = all.iter().map(|place| place.end()).max().unwrap_or(place.end());
            let covered: u32 = all.iter().map(|place| place.length).sum();
            if end - start <= covered + slack {
                let form = all.iter().map(|place| place.form).max().unwrap_or_default();
                found.push(Place { part, position: start, form, length: end - start });
                latest.fill(None);
            }
        }
    }
    Places::of(found)
}

/// Where the two stand with at most `between` words in between, in any order. Each place is used once, with the nearest.
fn near(left: &Places, between: u32, right: &Places) -> Places {
    let mut found = Vec::new();
    for part in right.parts() {
        let on = |places: &Places, side: u8| places.in_part(part).iter().map(|place| (*place, side)).collect::<Vec<_>>();
        let mut sorted = [on(left, 1), on(right, 2)].concat();
        sorted.order_by_key(|(place, side)| (place.position, place.length, *side));
        let mut open: Option<(Place, u8)> = None;
        // A place that both sides ask for is one place, and goes with either.
        for run in sorted.chunk_by(|a, b| a.0.position == b.0.position) {
            let (place, sides) = (run[0].0, run.iter().fold(0, |sides, (_, side)| sides | side));
            match open {
                Some((first, others))
                    if others | sides == 3 && place.position >= first.end() && place.position - first.end() <= between =>
                {
                    found.push(Place { length: place.end() - first.position, form: first.form.max(place.form), ..first });
                    open = None;
                }
                _ => open = Some((place, sides)),
            }
        }
    }
    Places::of(found)
}

/// Both, where they stand in one sentence or one paragraph, as `unit` numbers them.
fn beside(index: &Index, left: &Places, right: &Places, unit: fn(&Ruler, u32) -> u32) -> Places {
    let mut found = Vec::new();
    let mut ruler = Ruler::default();
    for part in right.parts() {
        let (left, right) = (left.in_part(part), right.in_part(part));
        index.parts.layout(part, &mut ruler);
        let units = |places: &[Place]| places.iter().map(|place| unit(&ruler, ruler.word(place.position))).collect::<Vec<u32>>();
        let (left_units, right_units) = (units(left), units(right));
        let shared = |place: &Place, own: u32, others: &[Place], units: &[u32]| {
            // One word that both sides ask for is not beside itself.
            let from = units.partition_point(|unit| *unit < own);
            let same = units[from..].iter().zip(&others[from..]).take_while(|(unit, _)| **unit == own);
            same.into_iter().any(|(_, other)| other.position != place.position)
        };
        found
            .extend(left.iter().zip(&left_units).filter(|(place, own)| shared(place, **own, right, &right_units)).map(|(place, _)| *place));
        found
            .extend(right.iter().zip(&right_units).filter(|(place, own)| shared(place, **own, left, &left_units)).map(|(place, _)| *place));
    }
    Places::of(found)
}

/// Those of `places` that are `within`.
fn restricted(index: &Index, places: Places, within: &Within) -> Places {
    let keeps = |inside: bool| inside == (within.side == Inside::Inside);
    match &within.place {
        PlaceKind::Field(field) => {
            let mut ruler = Ruler::default();
            let mut read = None;
            places.only(|place| {
                if read.replace(place.part) != Some(place.part) {
                    index.parts.layout(place.part, &mut ruler);
                }
                keeps(ruler.field(ruler.word(place.position)) == *field)
            })
        }
        PlaceKind::Annotation(asked) => {
            let there = index.layers.places(index, asked);
            let (mut read, mut reaches) = (None, Vec::new());
            places.only(|place| {
                if read.replace(place.part) != Some(place.part) {
                    reaches = reaches_of(there.in_part(place.part));
                }
                let before = reaches.partition_point(|(start, _)| *start <= place.position);
                keeps(before > 0 && place.end() <= reaches[before - 1].1)
            })
        }
    }
}

/// Where each of `places` begins, and how far those reach that begin no later.
fn reaches_of(places: &[Place]) -> Vec<(u32, u32)> {
    let mut furthest = 0;
    let reach = |place: &Place| {
        furthest = place.end().max(furthest);
        (place.position, furthest)
    };
    places.iter().map(reach).collect()
}
