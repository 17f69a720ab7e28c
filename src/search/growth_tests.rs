//! An index that was changed answers as one that was built at once; one that was saved answers as before.

use super::*;
use crate::corpus::lined::corpus;
use crate::id::DocumentId;
use proptest::prelude::*;

/// What is asked of both.
const QUERIES: &[&str] = &["a", "ab ", "\"a b\" ", "ab OR bé ", "b* -abé ", "abe~1 ", "a NEAR/2 b ", "ba ab bb ", "abab ", "éab ab "];

/// A change of a corpus.
#[derive(Clone, Debug)]
enum Change {
    Add(usize, String),
    Replace(usize, String),
    Remove(usize),
}

fn text() -> impl Strategy<Value = String> {
    "(# (ab|b|é)( [abé]{1,3}){0,3}\n)?([abé]{1,4}([ ,.-]{1,2}[abé]{1,3}){0,10}\n){1,3}(> [ab]{1,2})?"
}

fn change() -> impl Strategy<Value = Change> {
    prop_oneof![
        (0usize..8, text()).prop_map(|(at, text)| Change::Add(at, text)),
        (0usize..8, text()).prop_map(|(at, text)| Change::Replace(at, text)),
        (0usize..8).prop_map(Change::Remove),
    ]
}

/// The corpus of `pages` after one change, told to `index`.
fn changed(index: &mut SearchIndex, pages: &mut Vec<String>, change: Change) -> Corpus {
    let (at, kind) = match &change {
        Change::Add(at, _) => (*at % (pages.len() + 1), 0),
        Change::Replace(at, _) => (*at % pages.len(), 1),
        Change::Remove(at) => (*at % pages.len(), if pages.len() > 1 { 2 } else { 3 }),
    };
    match (kind, change) {
        (0, Change::Add(_, text)) => pages.insert(at, text),
        (1, Change::Replace(_, text)) => pages[at] = text,
        (2, _) => drop(pages.remove(at)),
        _ => {}
    }
    let read: Vec<&str> = pages.iter().map(String::as_str).collect();
    let corpus = corpus(&read);
    match kind {
        0 => index.add(&corpus.documents[at]),
        1 => index.replace(&corpus.documents[at]),
        2 => index.remove(DocumentId(u32::try_from(at).unwrap())),
        _ => {}
    }
    corpus
}

/// An answer to the bit.
fn shown(index: &SearchIndex, corpus: &Corpus, query: &str) -> String {
    let results = index.search(corpus, query, 10);
    let scores: Vec<u32> = results.hits.iter().map(|hit| hit.score.to_bits()).collect();
    format!("{query}: {results:?} {scores:x?}")
}

proptest! {
    #[test]
    fn an_index_that_was_changed_answers_as_a_fresh_one(
        pages in proptest::collection::vec(text(), 1..6),
        changes in proptest::collection::vec(change(), 1..8),
    ) {
        let mut pages = pages;
        let read: Vec<&str> = pages.iter().map(String::as_str).collect();
        let mut index = SearchIndex::build(&corpus(&read));
        for change in changes {
            let corpus = changed(&mut index, &mut pages, change);
            let fresh = SearchIndex::build(&corpus);
            for query in QUERIES {
                prop_assert_eq!(shown(&index, &corpus, query), shown(&fresh, &corpus, query));
            }
            prop_assert_eq!(index.complete("a", 5), fresh.complete("a", 5));
            prop_assert_eq!(index.suggest("abbb"), fresh.suggest("abbb"));
        }
    }
}

#[test]
fn an_index_that_was_saved_answers_as_before() {
    let pages = ["# Le port\nLe maire de l’Île-Verte ferme l’école.\n> Trois gares", "L’école rouvre.", "The mayor closes schools."];
    let before = corpus(&pages);
    let mut index = SearchIndex::build(&before);
    index.remove(DocumentId(1));
    let after = corpus(&[pages[0], pages[2]]);
    let loaded = SearchIndex::load(&index.save()).unwrap();
    for query in ["école ", "closed ", "gare ", "ile-verte ", "é", "écol~1 "] {
        assert_eq!(shown(&loaded, &after, query), shown(&index, &after, query));
    }
    assert_eq!(loaded.save(), index.save());
    assert!(SearchIndex::load(&SearchIndex::default().save()).is_ok());
}

#[test]
fn bytes_that_are_no_index_are_refused() {
    let saved = SearchIndex::build(&corpus(&["Un port."])).save();
    assert_eq!(SearchIndex::load(b"PK").unwrap_err(), LoadError::Foreign);
    assert_eq!(SearchIndex::load(&saved[..saved.len() - 1]).unwrap_err(), LoadError::Damaged);
    let mut other = saved.clone();
    other[4] = 200;
    assert!(matches!(SearchIndex::load(&other).unwrap_err(), LoadError::OtherVersion { found: 200, .. }));
    let mut changed = saved;
    let middle = changed.len() / 2;
    changed[middle] ^= 1;
    assert_eq!(SearchIndex::load(&changed).unwrap_err(), LoadError::Damaged);
}

/// A corpus large enough that a single letter is counted by initial.
#[test]
fn a_letter_finds_in_many_articles_what_it_finds_in_few() {
    let pages: Vec<String> =
        (0..2_100).map(|at| format!("Le port {} attend le pilote numéro {at}.", if at % 3 == 0 { "prêt" } else { "fermé" })).collect();
    let mut index = SearchIndex::default();
    index.add_articles(pages.iter().map(|page| (vec![(Field::Body, page.as_str())], crate::text::Language::French)));
    index.settle();
    let nothing = Corpus::default();
    let found = index.find(&nothing, "p");
    assert_eq!(found.documents().len(), 2_100);
    assert_eq!(found.documents().map(|document| document.n).sum::<u32>(), 2 * 2_100 + 700);
    let found = index.find(&nothing, "fermé a");
    assert_eq!(found.documents().len(), 1_400);
}

#[test]
fn scores_have_the_same_bits_everywhere() {
    let corpus = corpus(&["# Le port\nLe maire ferme le port.", "Le port est fermé, le maire l’a dit au port.", "Les ports ferment."]);
    let index = SearchIndex::build(&corpus);
    let bits = |query: &str| index.find(&corpus, query).best(3).iter().map(|matched| matched.score.to_bits()).collect::<Vec<u32>>();
    expect_test::expect!["[3f2473f3, 3f1aba4d, 3ea41558] [414d67a4, 4086d2eb]"].assert_eq(&format!(
        "{:x?} {:x?}",
        bits("port "),
        bits("maire fermé ")
    ));
}
