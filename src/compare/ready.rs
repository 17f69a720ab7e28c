//! Articles ready to be compared, kept for a while: who compares one article with another often compares it with a third.

use std::cell::RefCell;
use std::rc::Rc;

use super::evidence::Matter;
use super::prepare::Prepared;
use super::vocabulary::Vocabulary;
use crate::corpus::Document;
use crate::id::DocumentId;

/// Words of the articles kept, at most; some ninety bytes each. All pairs of five hundred articles are compared without
/// reading one twice; at 0, each comparison reads both.
const KEPT: usize = 200_000;

/// One article with what its words speak for.
#[derive(Debug)]
pub(super) struct Ready {
    pub prepared: Prepared,
    pub matter: Matter,
}

/// Articles that are ready.
#[derive(Clone, Debug, Default)]
pub(super) struct Shelf {
    kept: RefCell<Kept>,
}

#[derive(Clone, Debug, Default)]
struct Kept {
    articles: Vec<(DocumentId, Rc<Ready>)>,
    n_words: usize,
}

impl Shelf {
    /// `document`, ready. The shelf is emptied when it is full.
    pub fn ready(&self, document: &Document, vocabulary: &Vocabulary) -> Rc<Ready> {
        let mut kept = self.kept.borrow_mut();
        if let Some((_, ready)) = kept.articles.iter().find(|(id, _)| *id == document.id) {
            return ready.clone();
        }
        let prepared = Prepared::of(document, vocabulary);
        let matter = Matter::of(&prepared, vocabulary);
        let n_words = prepared.tokens.len();
        if kept.n_words + n_words > KEPT {
            *kept = Kept::default();
        }
        kept.n_words += n_words;
        let ready = Rc::new(Ready { prepared, matter });
        kept.articles.push((document.id, ready.clone()));
        ready
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture;

    #[test]
    fn a_full_shelf_is_emptied() {
        let text = "pont ".repeat(KEPT * 2 / 5);
        let corpus = fixture::corpus(&[&text, &text, &text]);
        let (shelf, vocabulary) = (Shelf::default(), Vocabulary::default());
        for (document, kept) in corpus.documents.iter().zip([1, 2, 1]) {
            assert!(!shelf.ready(document, &vocabulary).prepared.tokens.is_empty());
            assert_eq!(shelf.kept.borrow().articles.len(), kept);
        }
        let again = &corpus.documents[2];
        assert!(Rc::ptr_eq(&shelf.ready(again, &vocabulary), &shelf.ready(again, &vocabulary)));
    }
}
