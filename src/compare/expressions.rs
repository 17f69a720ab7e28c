//! Turns of the press that say in several words what others say in one: `se rendre à` is a visit, `perdre la vie` is to die.
//!
//! Without them two accounts share no word, or the wrong one (`rendre`, `vie`). Only turns that mean one thing wherever they
//! stand; the last word of a turn stands for it.

use crate::text;

/// A turn: what its last word begins with, how one of the words shortly before begins, and the word that says the same. All
/// folded but the last.
const EXPRESSIONS: &[(&str, &[&str], &str)] = &[
    ("vie", &["perd", "cout", "ote"], "mourir"),
    ("lit", &["sorti", "quitt"], "déborder"),
    ("travail", &["cess"], "grève"),
    ("vert", &["feu"], "autoriser"),
    ("delai", &["sans", "brefs", "bref"], "immédiat"),
    ("vite", &["plus"], "immédiat"),
    ("vue", &["garde"], "arrestation"),
    ("cause", &["met", "mis", "mettr"], "accuser"),
    ("parole", &["prend", "pris", "prit"], "discours"),
    ("fin", &["met", "mis", "prend", "pris"], "finir"),
    ("sociaux", &["media", "reseau"], "réseau"),
    ("examen", &["mis"], "inculper"),
    ("lives", &["lost", "lose"], "die"),
    ("life", &["lost", "lose"], "die"),
];

/// Words between the first and the last of a turn, and one.
const NEAR: usize = 3;

/// What `se rendre` goes on with where it is a visit, folded.
const TOWARDS: &[&str] = &["a", "au", "aux", "en", "dans", "sur", "chez"];

/// The word that says what the turn says of which the last of `words` is the last; `next` is the word behind it.
pub(super) fn meant<'w>(words: &[&'w str], next: Option<&'w str>) -> Option<&'static str> {
    let (last, before) = words.split_last()?;
    let before = &before[before.len().saturating_sub(NEAR)..];
    if last.starts_with("rend") {
        let reflexive = before[before.len().saturating_sub(2)..].iter().any(|word| ["se", "s"].contains(&text::fold(word).as_str()));
        return (reflexive && next.is_some_and(|next| TOWARDS.contains(&text::fold(next).as_str()))).then_some("visiter");
    }
    let initial = *last.as_bytes().first()?;
    let may_be = EXPRESSIONS.iter().any(|(end, ..)| end.as_bytes()[0] == initial);
    if !may_be || last.len() > "sociaux".len() + 2 {
        return None;
    }
    let last = text::fold(last);
    let (_, firsts, meant) = EXPRESSIONS.iter().find(|(end, ..)| last.strip_prefix(end).is_some_and(|rest| rest.len() <= 1))?;
    let opens = |word: &&str| {
        let word = text::fold(word);
        firsts.iter().any(|first| word.starts_with(first))
    };
    before.iter().any(opens).then_some(meant)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_turn_is_told_by_its_words_and_not_by_one_of_them() {
        assert_eq!(meant(&["ont", "perdu", "la", "vie"], None), Some("mourir"));
        assert_eq!(meant(&["la", "vie"], None), None);
        assert_eq!(meant(&["s", "est", "rendu"], Some("en")), Some("visiter"));
        assert_eq!(meant(&["s", "est", "rendu"], Some("compte")), None);
        assert_eq!(meant(&["a", "rendu"], Some("à")), None);
        assert_eq!(meant(&["sans", "délai"], None), Some("immédiat"));
    }
}
