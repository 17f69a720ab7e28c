//! Reads the lists of forms: how often in every part, and where in the few parts of which that is asked.

use super::forms::{ANY, FORMS, Form, N_FORMS, Sought};
use super::index::Index;
use super::parts::{FIELDS, Part, Ruler};
use super::places::{Place, Places};
use super::postings::{Count, Counts};
use super::query::N_FIELDS;
use super::rank::{BY_FORM, Lengths};

/// How often one leaf stands in one part.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Tally {
    pub part: u32,
    /// Occurrences, weighted by form, field and length of the field.
    pub weight: f32,
    /// Number of occurrences by field.
    pub counts: [u16; N_FIELDS],
    /// The nearest form.
    pub best: Form,
}

impl Tally {
    /// Number of occurrences.
    pub fn n(&self) -> u32 {
        self.counts.iter().map(|n| u32::from(*n)).sum()
    }

    /// Adds occurrences in the field that goes without saying.
    #[inline]
    fn add_plain(&mut self, n: u32, form: Form, lengths: &Lengths, part: &Part) {
        let field = part.side().plain();
        self.weight += BY_FORM[form as usize] * (lengths.weight(part, field) * n as f32);
        let held = &mut self.counts[field as usize];
        *held = held.saturating_add(u16::try_from(n).unwrap_or(u16::MAX));
        self.best = self.best.min(form);
    }

    fn add_count(&mut self, count: Count, form: Form, lengths: &Lengths, part: &Part) {
        match count {
            Count::Plain(n) => self.add_plain(n, form, lengths, part),
            Count::Fields(counts) => self.add(&counts, form, lengths, part),
        }
    }

    fn add(&mut self, counts: &Counts, form: Form, lengths: &Lengths, part: &Part) {
        let mut weight = 0.0;
        for (field, n) in FIELDS.into_iter().zip(counts).filter(|(_, n)| **n > 0) {
            weight += lengths.weight(part, field) * *n as f32;
            let held = &mut self.counts[field as usize];
            *held = held.saturating_add(u16::try_from(*n).unwrap_or(u16::MAX));
        }
        self.weight += BY_FORM[form as usize] * weight;
        self.best = self.best.min(form);
    }
}

/// How often forms of `terms` stand in each living part, in order of the parts.
pub fn tally(index: &Index, terms: &[Sought], lengths: &Lengths) -> Vec<Tally> {
    let mut found = Vec::new();
    if let [only] = terms {
        each(index, only, |part, data, count| {
            let mut tally = fresh(part);
            tally.add_count(count, only.form, lengths, data);
            found.push(tally);
        });
        return found;
    }
    let mut dense = Dense::of(index);
    let is_longer = |sought: &&Sought| sought.form == Form::Longer && sought.languages == ANY;
    let n_longer = terms.iter().rev().take_while(is_longer).count();
    let (terms, longer) = terms.split_at(if n_longer < MANY { terms.len() } else { terms.len() - n_longer });
    for sought in terms {
        each(index, sought, |part, data, count| dense.of_part(part).add_count(count, sought.form, lengths, data));
    }
    add_longer(index, longer, lengths, &mut dense);
    dense.in_order()
}

/// A tally for every part, of which some are met.
struct Dense {
    tallies: Vec<Tally>,
    /// One bit a part.
    met: Vec<u64>,
}

impl Dense {
    fn of(index: &Index) -> Self {
        let n = index.parts.len() as usize;
        Self { tallies: vec![Tally::default(); n], met: vec![0; n.div_ceil(64)] }
    }

    fn of_part(&mut self, part: u32) -> &mut Tally {
        let (word, bit) = (&mut self.met[part as usize / 64], 1 << (part % 64));
        let tally = &mut self.tallies[part as usize];
        if *word & bit == 0 {
            *word |= bit;
            *tally = fresh(part);
        }
        tally
    }

    /// Those that were met.
    fn in_order(self) -> Vec<Tally> {
        let mut found = Vec::new();
        for (word, at) in self.met.into_iter().zip(0..) {
            let mut rest = word;
            while rest != 0 {
                found.push(self.tallies[at * 64 + rest.trailing_zeros() as usize]);
                rest &= rest - 1;
            }
        }
        found
    }
}

/// From so many longer forms on, occurrences are summed before they are weighted. Below, one pass is as good as two.
const MANY: usize = 64;

/// Adds all occurrences of forms that are longer than what was typed. Thousands of short lists touch all parts in no order:
/// what is touched for each is four bytes, and all else that belongs to a part once at the end.
fn add_longer(index: &Index, longer: &[Sought], lengths: &Lengths, dense: &mut Dense) {
    if longer.is_empty() {
        return;
    }
    let mut plain = vec![0u32; index.parts.len() as usize];
    let mut elsewhere: Vec<(u32, Counts)> = Vec::new();
    for sought in longer {
        let mut reader = index.postings(sought.term);
        while let Some(posting) = reader.next() {
            match posting.count {
                Count::Plain(n) => plain[posting.part as usize] += n,
                Count::Fields(counts) => elsewhere.push((posting.part, counts)),
            }
        }
    }
    for (part, n) in (0..).zip(plain).filter(|(_, n)| *n > 0) {
        let data = index.parts.get(part);
        if !data.is_dead() {
            dense.of_part(part).add_plain(n, Form::Longer, lengths, data);
        }
    }
    for (part, counts) in elsewhere {
        let data = index.parts.get(part);
        if !data.is_dead() {
            dense.of_part(part).add(&counts, Form::Longer, lengths, data);
        }
    }
}

/// The same of `named` forms and of all others that begin with `letter`, which are longer.
pub fn tally_initial(index: &Index, named: &[Sought], letter: char, lengths: &Lengths) -> Vec<Tally> {
    let mut named = tally(index, named, lengths).into_iter().peekable();
    let mut found = Vec::new();
    let Some(mut reader) = index.initials(letter) else { return named.collect() };
    while let Some(posting) = reader.next() {
        let part = index.parts.get(posting.part);
        if part.is_dead() {
            continue;
        }
        let mut counts = posting.count.by_field(part.side().plain());
        let mut tally = named.next_if(|named| named.part == posting.part).unwrap_or(fresh(posting.part));
        counts.iter_mut().zip(tally.counts).for_each(|(all, named)| *all = all.saturating_sub(u32::from(named)));
        if counts.iter().any(|n| *n > 0) {
            tally.add(&counts, Form::Longer, lengths, part);
        }
        found.push(tally);
    }
    found
}

fn fresh(part: u32) -> Tally {
    Tally { part, best: Form::Misspelt, ..Tally::default() }
}

/// Gives `take` every living part in which a form stands as it is sought, with its counts.
#[inline]
fn each(index: &Index, sought: &Sought, mut take: impl FnMut(u32, &Part, Count)) {
    let mut reader = index.postings(sought.term);
    while let Some(posting) = reader.next() {
        let part = index.parts.get(posting.part);
        if is_sought(sought, part) {
            take(posting.part, part, posting.count);
        }
    }
}

fn is_sought(sought: &Sought, part: &Part) -> bool {
    !part.is_dead() && 1 << part.language() as u8 & sought.languages != 0
}

/// The same, of places that are known.
pub fn tally_places(index: &Index, places: &Places, lengths: &Lengths) -> Vec<Tally> {
    let mut ruler = Ruler::default();
    places.by_part().map(|of_part| tally_in(index, of_part, lengths, &mut ruler)).collect()
}

/// How often something stands in one part, where its places are known; there is at least one.
pub fn tally_part(index: &Index, places: &[Place], lengths: &Lengths) -> Tally {
    tally_in(index, places, lengths, &mut Ruler::default())
}

/// The same; the layout of the part is read into `ruler`.
fn tally_in(index: &Index, places: &[Place], lengths: &Lengths, ruler: &mut Ruler) -> Tally {
    let part = places[0].part;
    index.parts.layout(part, ruler);
    let mut counts = [Counts::default(); N_FORMS];
    for place in places {
        counts[place.form as usize][ruler.field(ruler.word(place.position)) as usize] += 1;
    }
    let mut tally = Tally { part, best: Form::Misspelt, ..Tally::default() };
    for (counts, form) in counts.iter().zip(FORMS).filter(|(counts, _)| counts.iter().any(|n| *n > 0)) {
        tally.add(counts, form, lengths, index.parts.get(part));
    }
    tally
}

/// Places of forms of `terms`, in the parts `among` if some are given.
pub fn places(index: &Index, terms: &[Sought], among: Option<&[u32]>) -> Places {
    Places::spread(index, words(index, terms, among, |_, _| true))
}

/// The same, but only what stands at most `reach` words from one of `others`, which are counted in words without gaps.
pub fn places_near(index: &Index, terms: &[Sought], others: &Places, reach: u32) -> Vec<Place> {
    let parts: Vec<u32> = others.parts().collect();
    // Where the others of each part are, so that nothing is searched for: parts come in no order, a few places at a time.
    let mut runs: Vec<&[Place]> = vec![&[]; index.parts.len() as usize];
    others.by_part().for_each(|run| runs[run[0].part as usize] = run);
    let (mut part, mut near, mut next): (Option<u32>, &[Place], usize) = (None, &[], 0);
    words(index, terms, Some(&parts), |at, position| {
        if part.replace(at) != Some(at) {
            near = runs[at as usize];
            next = 0;
        }
        // Positions of one form come in order; those of the next form may begin before.
        if near[next.min(near.len() - 1)].position > position + reach {
            next = 0;
        }
        while near.get(next).is_some_and(|other| other.position + reach < position) {
            next += 1;
        }
        near.get(next).is_some_and(|other| other.position <= position + reach)
    })
}

/// Places counted in words without gaps, form by form; only those that `keep` is true of, by part and position.
pub fn words(index: &Index, terms: &[Sought], among: Option<&[u32]>, mut keep: impl FnMut(u32, u32) -> bool) -> Vec<Place> {
    let mut asked = vec![0u64; if among.is_some() { index.parts.len().div_ceil(64) as usize } else { 0 }];
    // A part that is none may be asked for: then nothing stands in it.
    among.into_iter().flatten().filter(|part| **part < index.parts.len()).for_each(|part| asked[*part as usize / 64] |= 1 << (part % 64));
    let mut found = Vec::new();
    for sought in terms {
        let mut reader = index.postings(sought.term);
        while let Some(posting) = reader.next() {
            let part = posting.part;
            let is_asked = among.is_none() || asked[part as usize / 64] >> (part % 64) & 1 == 1;
            if is_asked && is_sought(sought, index.parts.get(part)) {
                reader.positions(|position, length| {
                    if keep(part, position) {
                        found.push(Place { part, position, form: sought.form, length });
                    }
                });
            }
        }
    }
    found
}

/// What reading `terms` costs, more or less.
pub fn cost(index: &Index, terms: &[Sought]) -> u64 {
    terms.iter().map(|sought| u64::from(index.dictionary.term(sought.term).list.n_articles) + 1).sum()
}
