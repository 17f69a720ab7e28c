//! The order of forms: by their folded letters, then as they are written, then words before compounds.
//!
//! Most forms are told apart by their first letters, which are packed beside their place in one number: no form is read for
//! them, and a hundred thousand are sorted as numbers are. What is new is sorted alone and then moved between what was there.

use std::cmp::Ordering;
use std::ops::Range;

use super::dictionary::TermId;

/// What a letter can be in a packed number: digits, the letters a to z, all others, and none.
const LETTERS: u64 = 39;

/// Puts the forms `new` into `sorted`, which is in order. `folded` gives the folded letters of a form, `compare` is the order.
pub fn insert<'t>(
    sorted: &mut Vec<TermId>,
    new: Range<TermId>,
    folded: impl Fn(TermId) -> &'t [u8],
    compare: impl Fn(TermId, TermId) -> Ordering,
) {
    let new = in_order(new, folded, &compare);
    if sorted.is_empty() {
        *sorted = new;
        return;
    }
    let (mut left, mut to) = (sorted.len(), sorted.len() + new.len());
    sorted.reserve_exact(new.len());
    sorted.resize(to, 0);
    // From the end to the beginning, so that both lie in one list.
    for id in new.into_iter().rev() {
        let at = sorted[..left].partition_point(|known| compare(*known, id).is_lt());
        sorted.copy_within(at..left, to - (left - at));
        to -= left - at + 1;
        left = at;
        sorted[to] = id;
    }
}

/// The forms `new` in order. They are first dealt out by their first byte: numbers are packed for those of one byte at a time, as
/// memory that is asked for once is never given back in WebAssembly.
fn in_order<'t>(new: Range<TermId>, folded: impl Fn(TermId) -> &'t [u8], compare: impl Fn(TermId, TermId) -> Ordering) -> Vec<TermId> {
    let id_bits = TermId::BITS - new.end.leading_zeros();
    let n_letters = (u64::MAX >> id_bits).ilog(LETTERS);
    let id_of = |packed: u64| (packed & ((1 << id_bits) - 1)) as TermId;
    let first = |id: TermId| folded(id).first().map_or(0, |byte| usize::from(*byte));
    let mut ends = [0; 256];
    new.clone().for_each(|id| ends[first(id)] += 1);
    let mut before = 0;
    for end in &mut ends {
        before += std::mem::replace(end, before);
    }
    let mut ids = vec![0; new.len()];
    for id in new {
        let at = &mut ends[first(id)];
        ids[*at] = id;
        *at += 1;
    }
    let mut packed: Vec<u64> = Vec::new();
    let mut start = 0;
    for end in ends {
        let own = &mut ids[start..end];
        start = end;
        packed.clear();
        packed.reserve_exact(own.len());
        packed.extend(own.iter().map(|id| pack(folded(*id), n_letters) << id_bits | u64::from(*id)));
        packed.sort_unstable();
        for alike in packed.chunk_by_mut(|a, b| a >> id_bits == b >> id_bits).filter(|alike| alike.len() > 1) {
            alike.sort_unstable_by(|a, b| compare(id_of(*a), id_of(*b)));
        }
        own.iter_mut().zip(&packed).for_each(|(to, packed)| *to = id_of(*packed));
    }
    ids
}

/// The first letters of `folded` as a number of the same order. Behind a letter beyond z nothing is told.
fn pack(folded: &[u8], n_letters: u32) -> u64 {
    let (mut number, mut n) = (0, 0);
    for byte in folded.iter().take(n_letters as usize) {
        let letter = match byte {
            b'0'..=b'9' => byte - b'0' + 1,
            b'a'..=b'z' => byte - b'a' + 11,
            _ => 37,
        };
        (number, n) = (number * LETTERS + u64::from(letter), n + 1);
        if letter == 37 {
            break;
        }
    }
    number * LETTERS.pow(n_letters - n)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn all_are_in_order_however_they_came(words in proptest::collection::vec("[a-c0-1éж]{0,14}|abcdefgh[a-b]{0,3}", 1..60), cut in 0usize..60) {
            let compare = |a: TermId, b: TermId| words[a as usize].cmp(&words[b as usize]).then(a.cmp(&b));
            let mut expected: Vec<TermId> = (0..words.len() as TermId).collect();
            expected.sort_by(|a, b| compare(*a, *b));
            let cut = cut.min(words.len()) as TermId;
            let mut sorted = Vec::new();
            for new in [0..cut, cut..words.len() as TermId] {
                insert(&mut sorted, new, |id| words[id as usize].as_bytes(), compare);
            }
            prop_assert_eq!(sorted, expected);
        }
    }
}
