//! What must be true of an article as a whole, judged from its metadata.

use crate::corpus::{Basis, Corpus, Document, Fact};
use crate::text::fold;

use super::query::{Called, Filter};
use super::term;

/// Outlets whose answer is kept: more are looked up anew, so that time stays linear.
const MOST_KNOWN: usize = 64;

/// For every document whether `filter` is true of it.
pub fn judge(corpus: &Corpus, filter: &Filter) -> Vec<bool> {
    match filter {
        Filter::Outlet(words, called) => {
            // Outlets are few beside articles.
            let mut known: Vec<(&str, Held)> = Vec::new();
            let mut all = Vec::with_capacity(corpus.documents.len());
            for document in &corpus.documents {
                let (outlet, short) = document.metadata.outlet.as_ref().map_or(("", ""), |outlet| (&*outlet.value, outlet.short()));
                let held = known.iter().find(|(name, _)| *name == outlet).map(|(_, held)| *held);
                all.push(held.unwrap_or_else(|| {
                    let held = held_in(short, words).max(held_in(outlet, words));
                    if known.len() < MOST_KNOWN {
                        known.push((outlet, held));
                    }
                    held
                }));
            }
            meant(&all, *called)
        }
        Filter::Author(words, called) => {
            let of = |author: &Fact<String>| held_in(&author.value, words);
            let held = |document: &Document| document.metadata.authors.iter().map(of).max().unwrap_or(Held::Not);
            meant(&corpus.documents.iter().map(held).collect::<Vec<_>>(), *called)
        }
        Filter::Published { first, last } => corpus
            .documents
            .iter()
            .map(|document| document.metadata.published.as_ref().is_some_and(|published| touches(published, first, last)))
            .collect(),
    }
}

/// How a name holds the words that are asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Held {
    Not,
    Partly,
    Wholly,
}

fn held_in(name: &str, words: &[String]) -> Held {
    match has(name, words) {
        false => Held::Not,
        true if term::name(name) == words => Held::Wholly,
        true => Held::Partly,
    }
}

/// Which are meant by words that are `called` so.
fn meant(held: &[Held], called: Called) -> Vec<bool> {
    let least = if called == Called::Exactly && held.contains(&Held::Wholly) { Held::Wholly } else { Held::Partly };
    held.iter().map(|held| *held >= least).collect()
}

/// True when all of `words` are words of `name`.
fn has(name: &str, words: &[String]) -> bool {
    let folded = fold(name);
    let of_name = || folded.split(|c: char| !c.is_alphanumeric());
    let has =
        |word: &String| of_name().any(|other| other == word) || (word.contains(|c: char| !c.is_alphanumeric()) && folded.contains(word));
    !name.is_empty() && words.iter().all(has)
}

/// True when a date may lie between two days, both included. What is known to the month may be any day of it.
fn touches(published: &Fact<String>, first: &str, last: &str) -> bool {
    let (earliest, latest) = match &published.basis {
        Basis::Inferred { earliest, latest, .. } => {
            (earliest.as_ref().unwrap_or(&published.value), latest.as_ref().unwrap_or(&published.value))
        }
        _ => (&published.value, &published.value),
    };
    let day = |date: &str| date.get(..10).unwrap_or(date).to_owned();
    let (earliest, latest) = (day(earliest), day(latest));
    // Shorter dates are whole months or years: compared as far as both go, they touch.
    let not_after = |a: &str, b: &str| {
        b.is_empty() || a.is_empty() || a.as_bytes().iter().zip(b.as_bytes()).find(|(x, y)| x != y).is_none_or(|(x, y)| x < y)
    };
    not_after(&earliest, last) && not_after(first, &latest)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(value: &str) -> Fact<String> {
        Fact::given(value.to_owned())
    }

    #[test]
    fn a_date_lies_between_two_days_as_far_as_it_is_known() {
        assert!(touches(&date("2015-02-20T11:20"), "2015-02-01", "2015-02-20"));
        assert!(!touches(&date("2015-02-20"), "2015-02-21", "2015-03-01"));
        assert!(touches(&date("2015-02"), "2015-02-21", "2015-03-01"));
        assert!(!touches(&date("2014"), "2015-01-01", "2015-12-31"));
        assert!(touches(&date("2015-02-20"), "", "2015-02-20") && touches(&date("2015-02-20"), "2015-02-20", ""));
        let guess = Basis::Inferred { earliest: Some("2015-02-01".to_owned()), latest: Some("2015-02-12".to_owned()), why: "".into() };
        let guess = Fact { value: "2015-02".to_owned(), basis: guess };
        assert!(touches(&guess, "2015-02-12", "2015-02-13") && !touches(&guess, "2015-02-13", "2015-02-28"));
    }

    #[test]
    fn of_names_that_hold_the_words_one_called_just_so_is_meant() {
        let held = ["Le Monde", "Le Monde diplomatique", "L’Écho"].map(|name| held_in(name, &term::name("le monde")));
        assert_eq!(held, [Held::Wholly, Held::Partly, Held::Not]);
        assert_eq!(meant(&held, Called::Exactly), [true, false, false]);
        assert_eq!(meant(&held, Called::Partly), [true, true, false]);
        assert_eq!(meant(&held[1..], Called::Exactly), [true, false]);
    }

    #[test]
    fn a_name_holds_words_whole() {
        let words = |words: &[&str]| words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>();
        assert!(has("Le Monde", &words(&["monde"])) && !has("Le Monde", &words(&["mond"])));
        assert!(has("L’Écho des Plaines", &words(&["plaines", "echo"])) && !has("", &words(&[])));
    }
}
