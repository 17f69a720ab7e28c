//! What weakens a number: `près de 400`, `au moins douze`, `jusqu’à 3 %`, `more than 30`.

use super::Bound;
use crate::text::Line;

/// What is said of a number by the words before it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Hedge {
    pub approximate: bool,
    pub bound: Option<Bound>,
}

const ROUGHLY: Hedge = Hedge { approximate: true, bound: None };
const LEAST: Hedge = Hedge { approximate: false, bound: Some(Bound::AtLeast) };
const MOST: Hedge = Hedge { approximate: false, bound: Some(Bound::AtMost) };
/// More than a number that is said for its roundness.
const OVER: Hedge = Hedge { approximate: true, bound: Some(Bound::AtLeast) };
const UNDER: Hedge = Hedge { approximate: true, bound: Some(Bound::AtMost) };

/// Longest first where one ends another.
const HEDGES: [(&[&str], Hedge); 50] = [
    (&["un", "peu", "plus", "de"], OVER),
    (&["un", "peu", "plus", "d"], OVER),
    (&["un", "peu", "moins", "de"], UNDER),
    (&["un", "peu", "moins", "d"], UNDER),
    (&["pas", "moins", "de"], LEAST),
    (&["pas", "moins", "d"], LEAST),
    (&["pas", "plus", "de"], MOST),
    (&["plus", "de"], OVER),
    (&["plus", "d"], OVER),
    (&["moins", "de"], UNDER),
    (&["moins", "d"], UNDER),
    (&["de", "l", "ordre", "de"], ROUGHLY),
    (&["pres", "de"], ROUGHLY),
    (&["pres", "d"], ROUGHLY),
    (&["autour", "de"], ROUGHLY),
    (&["aux", "alentours", "de"], ROUGHLY),
    (&["a", "peu", "pres"], ROUGHLY),
    (&["a", "peine"], ROUGHLY),
    (&["au", "moins"], LEAST),
    (&["au", "minimum"], LEAST),
    (&["a", "partir", "de"], LEAST),
    (&["au", "plus"], MOST),
    (&["au", "maximum"], MOST),
    (&["jusqu", "a"], MOST),
    (&["environ"], ROUGHLY),
    (&["presque"], ROUGHLY),
    (&["quasi"], ROUGHLY),
    (&["quasiment"], ROUGHLY),
    (&["quelque"], ROUGHLY),
    (&["quelques"], ROUGHLY),
    (&["approximativement"], ROUGHLY),
    (&["more", "than"], OVER),
    (&["less", "than"], UNDER),
    (&["fewer", "than"], UNDER),
    (&["no", "fewer", "than"], LEAST),
    (&["as", "many", "as"], MOST),
    (&["at", "least"], LEAST),
    (&["at", "most"], MOST),
    (&["up", "to"], MOST),
    (&["just", "over"], OVER),
    (&["just", "under"], UNDER),
    (&["nearly"], ROUGHLY),
    (&["almost"], ROUGHLY),
    (&["about"], ROUGHLY),
    (&["around"], ROUGHLY),
    (&["roughly"], ROUGHLY),
    (&["approximately"], ROUGHLY),
    (&["some"], ROUGHLY),
    (&["over"], OVER),
    (&["under"], UNDER),
];

/// The hedge that ends before a place, and where it begins.
pub(super) fn before(line: &Line<'_>, at: usize) -> (Hedge, usize) {
    let ends = |words: &[&str]| at.checked_sub(words.len()).filter(|first| line.reads(*first, words));
    let tied = at > 0 && line.tied(at - 1);
    let found = HEDGES.iter().filter(|_| tied).find_map(|(words, hedge)| Some((*hedge, ends(words)?)));
    found.unwrap_or((Hedge::default(), at))
}

/// `au moins` and `environ` behind the number.
pub(super) fn after(line: &Line<'_>, at: usize) -> Option<Hedge> {
    if at >= line.len() || !line.spaced(at - 1) {
        return None;
    }
    match line.word(at) {
        "environ" => Some(ROUGHLY),
        "au" if line.word(at + 1) == "moins" => Some(LEAST),
        "au" if matches!(line.word(at + 1), "plus" | "maximum") => Some(MOST),
        _ => None,
    }
}
