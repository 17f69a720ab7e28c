//! Looks up the leaves of a query: every place where one stands, with the nearest form in which it does.

use super::index::{Index, LANGUAGES};
use super::postings::Posting;
use super::query::{LeafKind, Reach as Apart, Typed, Word};
use crate::order::Order;

/// How near what stands in a text is to what was typed; the nearer, the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Exact,
    Inflected,
    Longer,
    Misspelt,
}

/// A place where a leaf stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Place {
    pub part: u32,
    pub position: u32,
    pub form: Form,
    /// Number of positions covered.
    pub length: u32,
}

impl Place {
    /// The first position after it.
    pub fn end(self) -> u32 {
        self.position + self.length
    }
}

/// All places of one leaf, by part, then by position, not two at one position.
#[derive(Clone, Debug, Default)]
pub struct Places {
    places: Vec<Place>,
    /// Every part that has some, and where in `places` they begin.
    parts: Vec<(u32, u32)>,
}

/// Words shorter than this are not taken for misspelt ones: one letter of three makes another word. Elasticsearch's AUTO
/// says three; four spares the acronyms.
const SHORTEST_MISSPELT: usize = 4;

impl Places {
    pub fn of(places: Vec<Place>) -> Self {
        let mut places = if places.is_sorted() { places } else { sorted(&places) };
        places.dedup_by_key(|place| (place.part, place.position));
        let mut parts: Vec<(u32, u32)> = Vec::new();
        for (place, at) in places.iter().zip(0..) {
            if parts.last().is_none_or(|(part, _)| *part != place.part) {
                parts.push((place.part, at));
            }
        }
        Self { places, parts }
    }

    pub fn is_empty(&self) -> bool {
        self.places.is_empty()
    }

    /// The parts that have some, in order.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = u32> + '_ {
        self.parts.iter().map(|(part, _)| *part)
    }

    /// The places in `part`, in order.
    pub fn in_part(&self, part: u32) -> &[Place] {
        let Ok(found) = self.parts.binary_search_by_key(&part, |(part, _)| *part) else { return &[] };
        let end = self.parts.get(found + 1).map_or(self.places.len(), |(_, start)| *start as usize);
        &self.places[self.parts[found].1 as usize..end]
    }

    /// Number of articles that have some.
    pub fn n_articles(&self, index: &Index) -> u32 {
        self.parts().map(|part| u32::from(index.is_article(part))).sum()
    }
}

/// `places` in order. The beginning of a word brings thousands of words with a few places each in every part: they are
/// first dealt out by part, as in a counting sort, so that only the few of one part are compared with each other.
fn sorted(places: &[Place]) -> Vec<Place> {
    let n_parts = places.iter().map(|place| place.part as usize + 1).max().unwrap_or(0);
    let mut next = vec![0; n_parts + 1];
    for place in places {
        next[place.part as usize + 1] += 1;
    }
    for part in 1..=n_parts {
        next[part] += next[part - 1];
    }
    let mut sorted = places.to_vec();
    for place in places {
        let at = &mut next[place.part as usize];
        sorted[*at] = *place;
        *at += 1;
    }
    for run in sorted.chunk_by_mut(|a, b| a.part == b.part) {
        run.order_by_key(|place| (place.position, place.form, place.length));
    }
    sorted
}

/// Which forms of a word are looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Reach {
    /// As typed, accents and case apart.
    Exact,
    /// Also inflected.
    Inflected,
}

/// All places of `kind`.
pub fn places(index: &Index, kind: &LeafKind) -> Places {
    match kind {
        LeafKind::Word(word) => word_places(index, word, Reach::Inflected),
        LeafKind::Prefix(prefix) => {
            let mut found = Vec::new();
            if let Some(term) = index.terms.find(prefix) {
                add(index, term, Form::Exact, &mut found);
            }
            add_prefix(index, prefix, &mut found);
            Places::of(found)
        }
        LeafKind::Fuzzy { word, .. } => {
            let mut found = word_places(index, word, Reach::Inflected).places;
            found.extend(misspelt(index, word).places);
            Places::of(found)
        }
        LeafKind::Phrase { words, .. } => phrase(index, words, Reach::Exact),
        LeafKind::Compound { parts, joined } => {
            let mut found = phrase(index, parts, Reach::Inflected).places;
            if let Some(word) = joined {
                found.extend(word_places(index, word, Reach::Inflected).places);
            }
            Places::of(found)
        }
        LeafKind::Near { left, reach: Apart::Words(between), right } => near(&places(index, left), *between, &places(index, right)),
        // Not written by the parser yet.
        _ => Places::default(),
    }
}

fn word_places(index: &Index, word: &Word, reach: Reach) -> Places {
    let mut found = Vec::new();
    let exact = index.terms.find(&word.term);
    if let Some(term) = exact {
        add(index, term, Form::Exact, &mut found);
    }
    // The beginning of a word has no forms: « écoli » is on its way to « écoliers », not a form of « école ». But « ouverte »
    // is a word where « ouvertes » is one of its forms.
    let longer = index.terms.with_prefix(&word.term);
    let is_beginning = |forms: &[u32]| {
        exact.is_none() && word.typed == Typed::Unfinished && !longer.is_empty() && !forms.iter().any(|term| longer.contains(term))
    };
    if reach == Reach::Inflected {
        for language in LANGUAGES {
            let forms = index.same_stem(language, &word.lower);
            if is_beginning(&forms) {
                continue;
            }
            for term in forms.into_iter().filter(|term| Some(*term) != exact) {
                let postings = index.postings.of_term(term).filter(|posting| index.parts[posting.part as usize].language == language);
                found.extend(postings.map(|posting| place(posting, Form::Inflected)));
            }
        }
    }
    if word.typed == Typed::Unfinished {
        add_prefix(index, &word.term, &mut found);
    }
    Places::of(found)
}

fn add(index: &Index, term: u32, form: Form, found: &mut Vec<Place>) {
    found.extend(index.postings.of_term(term).map(|posting| place(posting, form)));
}

fn add_prefix(index: &Index, prefix: &str, found: &mut Vec<Place>) {
    let mut terms = index.terms.with_prefix(prefix);
    // The prefix itself, if it is a word, is the first of those that begin with it.
    if !terms.is_empty() && index.terms.word(terms.start) == prefix {
        terms.next();
    }
    for term in terms {
        add(index, term, Form::Longer, found);
    }
}

fn place(posting: Posting, form: Form) -> Place {
    Place { part: posting.part, position: posting.position, length: posting.length, form }
}

/// Where words stand that are one letter away from `word`.
pub fn misspelt(index: &Index, word: &Word) -> Places {
    let mut found = Vec::new();
    if word.term.chars().count() >= SHORTEST_MISSPELT {
        for term in index.terms.one_edit_from(&word.term) {
            add(index, term, Form::Misspelt, &mut found);
        }
    }
    Places::of(found)
}

/// Where `words` stand one directly after the other.
fn phrase(index: &Index, words: &[Word], reach: Reach) -> Places {
    let mut words: Vec<Places> = words.iter().map(|word| word_places(index, word, reach)).collect();
    let Some(last) = words.pop() else { return Places::default() };
    // From the end to the beginning, each word is kept where the rest follows it.
    words.into_iter().rev().fold(last, |rest, word| {
        let mut found = Vec::new();
        for part in both(&word, &rest) {
            let followers = rest.in_part(part);
            for first in word.in_part(part) {
                if let Ok(next) = followers.binary_search_by_key(&first.end(), |place| place.position) {
                    let next = followers[next];
                    found.push(Place { length: next.end() - first.position, form: first.form.max(next.form), ..*first });
                }
            }
        }
        Places::of(found)
    })
}

/// Where the two stand with at most `between` words in between, in any order. Each place is used once, with the nearest.
fn near(left: &Places, between: u32, right: &Places) -> Places {
    let mut found = Vec::new();
    for part in both(left, right) {
        let all = || left.in_part(part).iter().map(|place| (*place, true)).chain(right.in_part(part).iter().map(|place| (*place, false)));
        let mut sorted: Vec<(Place, bool)> = all().collect();
        sorted.order();
        let mut open: Option<(Place, bool)> = None;
        for (place, is_left) in sorted {
            match open {
                Some((first, first_is_left))
                    if first_is_left != is_left && place.position >= first.end() && place.position - first.end() <= between =>
                {
                    found.push(Place { length: place.end() - first.position, form: first.form.max(place.form), ..first });
                    open = None;
                }
                _ => open = Some((place, is_left)),
            }
        }
    }
    Places::of(found)
}

/// Parts that have places of both, in order.
pub fn both(a: &Places, b: &Places) -> Vec<u32> {
    let (few, many) = if a.parts.len() <= b.parts.len() { (a, b) } else { (b, a) };
    intersect(few.parts().collect(), many)
}

/// Those of `parts` that have places of `places`.
pub fn intersect(mut parts: Vec<u32>, places: &Places) -> Vec<u32> {
    let mut from = 0;
    parts.retain(|part| {
        let rest = &places.parts[from..];
        // Doubling steps, then halving (Bentley & Yao 1976): fast when one list is much shorter.
        let mut step = 1;
        while step < rest.len() && rest[step].0 < *part {
            step *= 2;
        }
        let window = &rest[step / 2..rest.len().min(step + 1)];
        from += step / 2 + window.partition_point(|(other, _)| other < part);
        places.parts.get(from).is_some_and(|(other, _)| other == part)
    });
    parts
}
