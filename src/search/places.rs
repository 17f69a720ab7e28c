//! Places in parts, by part, and what can be asked of two lists of them.

use super::forms::Form;
use super::index::Index;
use super::parts::Ruler;
use crate::order::Order;

/// A place where something stands.
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

/// All places of one thing, by part, then by position, not two at one position.
#[derive(Clone, Debug, Default)]
pub struct Places {
    places: Vec<Place>,
    /// Every part that has some, and where in `places` they begin.
    parts: Vec<(u32, u32)>,
}

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

    /// Places that come counted in words, with the gaps between paragraphs.
    pub fn spread(index: &Index, places: Vec<Place>) -> Self {
        let mut places = Self::of(places);
        let mut ruler = Ruler::default();
        for run in places.places.chunk_by_mut(|a, b| a.part == b.part) {
            index.parts.layout(run[0].part, &mut ruler);
            for place in run {
                let (start, last) = (ruler.spread(place.position), ruler.spread(place.end() - 1));
                (place.position, place.length) = (start, last + 1 - start);
            }
        }
        places
    }

    /// The same, without those that run from one paragraph into the next. Phrases are few beside the places of their words: where
    /// paragraphs begin is read only where one was found.
    pub fn spread_within(index: &Index, mut places: Self) -> Self {
        let mut ruler = Ruler::default();
        for run in places.places.chunk_by_mut(|a, b| a.part == b.part) {
            index.parts.layout(run[0].part, &mut ruler);
            for place in run {
                let start = ruler.spread(place.position);
                let is_within = ruler.spread(place.end() - 1) + 1 - start == place.length;
                (place.position, place.length) = (start, if is_within { place.length } else { 0 });
            }
        }
        places.only(|place| place.length > 0)
    }

    pub fn into_vec(self) -> Vec<Place> {
        self.places
    }

    /// The parts that have some, in order.
    pub fn parts(&self) -> impl ExactSizeIterator<Item = u32> + '_ {
        self.parts.iter().map(|(part, _)| *part)
    }

    /// All places of each part, in order.
    pub fn by_part(&self) -> impl Iterator<Item = &[Place]> {
        self.places.chunk_by(|a, b| a.part == b.part)
    }

    /// The places in `part`, in order.
    pub fn in_part(&self, part: u32) -> &[Place] {
        let Ok(found) = self.parts.binary_search_by_key(&part, |(part, _)| *part) else { return &[] };
        let end = self.parts.get(found + 1).map_or(self.places.len(), |(_, start)| *start as usize);
        &self.places[self.parts[found].1 as usize..end]
    }

    /// Only the places that `keep` is true of.
    pub fn only(mut self, mut keep: impl FnMut(&Place) -> bool) -> Self {
        self.places.retain(|place| keep(place));
        Self::of(self.places)
    }
}

/// `places` in order. Words of one beginning have a few places each in every part: they are first dealt out by part, as in a
/// counting sort, so that only the few of one part are compared with each other.
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
        if !run.is_sorted() {
            run.order_by_key(|place| (place.position, place.form, place.length));
        }
    }
    sorted
}

/// Those of `parts`, which are in order, that are also in `others`, in order as well.
pub fn common(parts: &[u32], others: &[u32]) -> Vec<u32> {
    let (few, many) = if parts.len() <= others.len() { (parts, others) } else { (others, parts) };
    let mut from = 0;
    let mut both = Vec::new();
    for &part in few {
        let rest = &many[from..];
        // Doubling steps, then halving (Bentley & Yao 1976): fast when one list is much shorter.
        let mut step = 1;
        while step < rest.len() && rest[step] < part {
            step *= 2;
        }
        let window = &rest[step / 2..rest.len().min(step + 1)];
        from += step / 2 + window.partition_point(|other| *other < part);
        if many.get(from) == Some(&part) {
            both.push(part);
        }
    }
    both
}
