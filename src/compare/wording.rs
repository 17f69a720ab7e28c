//! Two wordings of one utterance, word by word: what both have, what only one has.
//!
//! A heaviest common subsequence, where a word that goes on from the word before weighs more than one alone: of several
//! ways to place a short version in a long one, the one with the fewest seams is shown. Words in common by chance, a `de`
//! between two changes, are part of the change. The caller folds the words.

use std::ops::Range;

/// A run of words, by place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Wording {
    Both { a: Range<usize>, b: Range<usize> },
    OnlyA(Range<usize>),
    OnlyB(Range<usize>),
}

/// Words of each side that are compared: what is longer is cut there, so that the table stays small (two of 2 MB).
pub const COMPARED: usize = 1_000;

/// Words in common without matter are kept only in a run of so many, or at an edge of `b`.
const CHANCE: usize = 3;
/// What a common word weighs, and how much more when it goes on from the one before.
const WORD: u16 = 2;
const GOES_ON: u16 = 1;

/// How `b` stands to `a`, of which the first [`COMPARED`] words are read; `matters` tells words of matter from small ones.
/// The runs of each side, in order, hold each of its words once.
pub fn wordings(a: &[&str], b: &[&str], matters: &dyn Fn(&str) -> bool) -> Vec<Wording> {
    let (a, b) = (&a[..a.len().min(COMPARED)], &b[..b.len().min(COMPARED)]);
    let common = common(a, b);
    let runs = common.chunk_by(|x, y| (x.0 + 1, x.1 + 1) == *y);
    let stands = |run: &&[(usize, usize)]| {
        let at_edge = run[0].1 == 0 || run[run.len() - 1].1 + 1 == b.len();
        run.len() >= CHANCE || at_edge && run.len() > 1 || run.iter().any(|(_, j)| matters(b[*j]))
    };
    let mut found = Vec::new();
    let (mut i, mut j) = (0, 0);
    let end = [(a.len(), b.len())];
    for run in runs.filter(stands).chain([&end[..]]) {
        let (x, y) = run[0];
        if i < x {
            found.push(Wording::OnlyA(i..x));
        }
        if j < y {
            found.push(Wording::OnlyB(j..y));
        }
        if (x, y) != end[0] {
            found.push(Wording::Both { a: x..x + run.len(), b: y..y + run.len() });
        }
        (i, j) = (x + run.len(), y + run.len());
    }
    found
}

/// The pairs of equal words of most weight that go up on both sides.
pub(super) fn common<T: PartialEq>(a: &[T], b: &[T]) -> Vec<(usize, usize)> {
    let width = b.len() + 1;
    // The best from here on, and the best that begins with this very pair; 0 where the words differ.
    let mut best = vec![0_u16; width * (a.len() + 1)];
    let mut paired = best.clone();
    for i in (0..a.len()).rev() {
        for j in (0..b.len()).rev() {
            let (here, next) = (i * width + j, (i + 1) * width + j + 1);
            if a[i] == b[j] {
                let on = if paired[next] > 0 { paired[next] + GOES_ON } else { 0 };
                paired[here] = WORD + on.max(best[next]);
            }
            best[here] = paired[here].max(best[here + width]).max(best[here + 1]);
        }
    }
    let mut found = Vec::new();
    let (mut i, mut j, mut goes_on) = (0, 0, false);
    while i < a.len() && j < b.len() {
        let here = i * width + j;
        if paired[here] > 0 && (goes_on || paired[here] == best[here]) {
            found.push((i, j));
            let next = here + width + 1;
            goes_on = paired[next] > 0 && paired[next] + GOES_ON >= best[next];
            (i, j) = (i + 1, j + 1);
        } else if best[here + width] >= best[here + 1] {
            i += 1;
        } else {
            j += 1;
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn shown(a: &str, b: &str) -> String {
        let (a, b): (Vec<_>, Vec<_>) = (a.split(' ').collect(), b.split(' ').collect());
        let small = ["de", "la", "le", "et", "à"];
        let runs = wordings(&a, &b, &|word| !small.contains(&word));
        let piece = |run: &Wording| match run {
            Wording::Both { b: words, .. } => b[words.clone()].join(" "),
            Wording::OnlyA(words) => format!("[-{}-]", a[words.clone()].join(" ")),
            Wording::OnlyB(words) => format!("[+{}+]", b[words.clone()].join(" ")),
        };
        runs.iter().map(piece).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_cut_is_one_stretch_even_where_its_first_word_stands_before() {
        assert_eq!(shown("le pont et le quai sont fermés", "le quai sont fermés"), "[-le pont et-] le quai sont fermés");
    }

    #[test]
    fn a_changed_word_is_told_and_a_small_word_between_two_changes_is_no_agreement() {
        assert_eq!(
            shown("nous fermerons les écoles lundi", "nous fermerons les lycées lundi"),
            "nous fermerons les [-écoles-] [+lycées+] lundi"
        );
        assert_eq!(shown("fin de mars", "début de mai"), "[-fin de mars-] [+début de mai+]");
    }

    #[test]
    fn nothing_in_common_is_all_change() {
        assert_eq!(shown("oui", "non"), "[-oui-] [+non+]");
        assert!(wordings(&[], &[], &|_| true).is_empty());
    }

    proptest! {
        #[test]
        fn the_runs_hold_every_word_once(a in prop::collection::vec("[abcd]", 0..30), b in prop::collection::vec("[abcd]", 0..30)) {
            let (x, y): (Vec<&str>, Vec<&str>) = (a.iter().map(String::as_str).collect(), b.iter().map(String::as_str).collect());
            let (mut i, mut j) = (0, 0);
            for run in wordings(&x, &y, &|word| word == "a") {
                match run {
                    Wording::Both { a, b } => {
                        prop_assert_eq!((a.start, b.start), (i, j));
                        prop_assert_eq!(&x[a.clone()], &y[b.clone()]);
                        (i, j) = (a.end, b.end);
                    }
                    Wording::OnlyA(words) => { prop_assert_eq!(words.start, i); i = words.end; }
                    Wording::OnlyB(words) => { prop_assert_eq!(words.start, j); j = words.end; }
                }
            }
            prop_assert_eq!((i, j), (x.len(), y.len()));
        }
    }
}
