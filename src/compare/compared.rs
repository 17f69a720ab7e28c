//! All that comparing a small corpus gives, computed once and kept.
//!
//! The page's first module has the shipped articles only: `build.rs` compares them with this, so that what compares need not be
//! loaded. For a corpus that is brought nothing is kept: its pairs are too many, and each is compared when it is asked for.

use serde::{Deserialize, Serialize};

use super::{Annotated, CLOSEST_PAIRS, Comparer, Comparison, Finding};
use crate::id::DocumentId;

/// Every comparison of a corpus, and what stands out in it.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Compared {
    /// Every article with itself and with each behind it.
    pairs: Vec<Comparison>,
    /// As [`Comparer::closest_pairs`].
    pub closest: Vec<(DocumentId, DocumentId, f32, f32)>,
    pub findings: Vec<Finding>,
}

impl Compared {
    /// Compares all articles of a corpus.
    pub fn of(annotated: Annotated) -> Self {
        let Annotated { corpus, entities, .. } = annotated;
        let comparer = Comparer::new(corpus);
        let ids = || corpus.documents.iter().map(|document| document.id);
        let ordered = ids().flat_map(|a| ids().filter(move |b| a <= *b).map(move |b| (a, b)));
        let pairs = ordered.map(|(a, b)| comparer.compare(annotated, a, b)).collect();
        let closest = comparer.closest_pairs(corpus, CLOSEST_PAIRS);
        let findings = comparer.findings(corpus, entities, &closest);
        Self { pairs, closest, findings }
    }

    /// The comparison of two articles, as [`Comparer::compare`] gives it; nothing with an unknown id.
    pub fn compare(&self, a: DocumentId, b: DocumentId) -> Option<Comparison> {
        let (first, second) = (a.min(b), a.max(b));
        let found = self.pairs.iter().find(|pair| (pair.a, pair.b) == (first, second))?.clone();
        Some(if a > b { found.mirrored() } else { found })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture::{self, annotated};
    use crate::entities::EntityKind::Organisation;

    #[test]
    fn what_is_kept_is_what_comparing_gives_whichever_comes_first() {
        let common = "La fissure du vieux barrage inquiète les riverains depuis le printemps dernier.";
        let texts = [common, &format!("Orme dit « oui ». {common} Balto le dit aussi."), "Orme et Balto ne disent rien."];
        let corpus = fixture::corpus(&texts);
        let entities = fixture::entities(&corpus, &[("Orme", Organisation), ("Balto", Organisation)]);
        let (compared, comparer) = (Compared::of(annotated(&corpus, &entities)), Comparer::new(&corpus));
        for (a, b) in (0..3).flat_map(|a| (0..3).map(move |b| (DocumentId(a), DocumentId(b)))) {
            assert_eq!(compared.compare(a, b), Some(comparer.compare(annotated(&corpus, &entities), a, b)));
        }
        assert!(compared.compare(DocumentId(1), DocumentId(0)).is_some_and(|pair| !pair.passages.is_empty()));
        assert_eq!(compared.compare(DocumentId(0), DocumentId(3)), None);
    }
}
