//! Versions of one utterance that share too few words to be common text: cut to a word or two, reworded, or told indirectly.
//!
//! Which quotations are one utterance is decided by the module of quotations, from the words and from who speaks; here they
//! only become passages, where no common text has them already.

use super::annotated::Annotated;
use super::{Closeness, CommonPassage};
use crate::id::DocumentId;
use crate::order::Order;
use crate::quotes::{Quote, QuoteKind, Relation, UtteranceId};

/// Versions of one utterance in one article that are paired, at most: a refrain is found again and again.
const VERSIONS: usize = 4;
/// How sure two versions are, that share most words, and that are told in others.
const SAME_WORDS: f32 = 0.9;
const OTHER_WORDS: f32 = 0.6;

/// Passages that both articles quote, which none of `common` holds.
pub(super) fn versions(annotated: Annotated, a: DocumentId, b: DocumentId, common: &[CommonPassage]) -> Vec<CommonPassage> {
    let (of_a, of_b) = (quoted(annotated, a), quoted(annotated, b));
    let mut found: Vec<CommonPassage> = Vec::new();
    for own in of_a.chunk_by(|x, y| x.0 == y.0) {
        let start = of_b.partition_point(|(utterance, _)| *utterance < own[0].0);
        let others = of_b[start..].iter().take_while(|(utterance, _)| *utterance == own[0].0);
        for (_, y) in others.take(VERSIONS) {
            for (_, x) in own.iter().take(VERSIONS) {
                let is_known = common.iter().chain(&found).any(|known| known.a.overlaps(x.span) && known.b.overlaps(y.span));
                if !is_known {
                    found.push(passage(annotated, x, y));
                }
            }
        }
    }
    found
}

/// Quotations of an article that are versions of an utterance, by utterance.
fn quoted(annotated: Annotated<'_>, id: DocumentId) -> Vec<(UtteranceId, &Quote)> {
    let quotes = annotated.quotes.quotes_in(id).iter();
    let mut found: Vec<_> = quotes.filter_map(|quote| Some((quote.utterance?, quote))).collect();
    found.order_by_key(|(utterance, quote)| (*utterance, quote.span.start));
    found
}

fn passage(annotated: Annotated, x: &Quote, y: &Quote) -> CommonPassage {
    let other_words = |quote: &Quote| {
        let utterance = quote.utterance.and_then(|id| annotated.quotes.utterances.get(id.0 as usize));
        let version = utterance.and_then(|found| {
            found.versions.iter().find(|version| annotated.quotes.quote(version.quote).is_some_and(|other| std::ptr::eq(other, quote)))
        });
        version.is_none_or(|version| matches!(version.relation, Relation::Reworded | Relation::Indirect))
    };
    let is_reworded = other_words(x) || other_words(y);
    let in_marks = |quote: &Quote| quote.kind != QuoteKind::Indirect;
    CommonPassage {
        a: x.span,
        b: y.span,
        closeness: if is_reworded { Closeness::Reworded } else { Closeness::NearVerbatim },
        score: if is_reworded { OTHER_WORDS } else { SAME_WORDS },
        runs: Vec::new(),
        quoted: in_marks(x) && in_marks(y),
    }
}
