//! Lists of names in a sentence: `Google, Facebook et Twitter`.
//!
//! Names of one kind with nothing between them but commas, conjunctions and small words. Two accounts that list nearly the
//! same names are worth a look where the lists differ.

use std::collections::BTreeSet;

use crate::corpus::Document;
use crate::entities::{EntityIndex, Mention, MentionForm};
use crate::id::EntityId;
use crate::span::Span;
use crate::text;

/// Names listed together in one article.
pub(crate) type Enumeration = BTreeSet<EntityId>;

/// Below this confidence the kind of a name is a guess: what is not told by its own words has some 0.25 to 0.45.
const DOUBTFUL: f32 = 0.5;

/// What may join two names of a list, folded.
const CONJUNCTIONS: &[&str] = &["et", "ou", "ni", "puis", "and", "or", "nor"];
/// What may stand before a name of a list, folded.
const SMALL_WORDS: &[&str] = &[
    "l", "le", "la", "les", "d", "de", "du", "des", "a", "au", "aux", "en", "que", "ainsi", "aussi", "enfin", "autre", "autres", "the",
    "of", "in",
];

/// Lists of three names or more in `document`, in order.
pub(super) fn enumerations(document: &Document, entities: &EntityIndex) -> Vec<Enumeration> {
    let lists = lists(document, entities.mentions_in(document.id));
    lists.into_iter().map(|(list, _)| list).collect()
}

/// The same within a passage, each with where it stands.
pub(crate) fn enumerations_in(document: &Document, entities: &EntityIndex, passage: Span) -> Vec<(Enumeration, Span)> {
    let mentions: Vec<Mention> =
        entities.mentions_in(document.id).iter().filter(|mention| passage.contains(mention.span)).copied().collect();
    lists(document, &mentions)
}

fn lists(document: &Document, mentions: &[Mention]) -> Vec<(Enumeration, Span)> {
    let names = outer_names(mentions);
    names
        .chunk_by(|x, y| is_of_a_kind(x, y) && is_joint(document, x.span, y.span))
        .map(|list| (list.iter().map(|mention| mention.entity).collect(), list[0].span.cover(list[list.len() - 1].span)))
        .filter(|(list, _): &(Enumeration, Span)| list.len() >= 3)
        .collect()
}

/// A name whose kind is hardly known is of the kind of its neighbours.
fn is_of_a_kind(a: &Mention, b: &Mention) -> bool {
    a.kind == b.kind || a.confidence.min(b.confidence) < DOUBTFUL
}

/// Mentions by name that stand in no other one.
fn outer_names(mentions: &[Mention]) -> Vec<Mention> {
    let mut names: Vec<Mention> = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
        if names.last().is_none_or(|last| last.span.end <= mention.span.start) {
            names.push(*mention);
        }
    }
    names
}

fn is_joint(document: &Document, before: Span, after: Span) -> bool {
    let between = Span { start: before.end, end: after.start };
    let slice = between.slice(document.text());
    let words: Vec<_> = text::words(document.text(), between).map(|span| text::fold(span.slice(document.text()))).collect();
    let joins = slice.contains([',', '&']) || words.iter().any(|word| CONJUNCTIONS.contains(&word.as_str()));
    let only_small = words.iter().all(|word| CONJUNCTIONS.contains(&word.as_str()) || SMALL_WORDS.contains(&word.as_str()));
    let same_sentence = !slice.contains(['.', ';', ':', '!', '?', '\n', '(', ')']);
    joins && only_small && same_sentence
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture;
    use crate::entities::EntityKind::{Organisation, Place};
    use expect_test::{Expect, expect};

    fn check(text: &str, expected: Expect) {
        let corpus = fixture::corpus(&[text]);
        let names = [("Orme", Organisation), ("Balto", Organisation), ("Cyan", Organisation), ("Delta", Organisation), ("Lyon", Place)];
        let entities = fixture::entities(&corpus, &names);
        let shown: Vec<_> = enumerations(&corpus.documents[0], &entities)
            .iter()
            .map(|list| list.iter().map(|id| entities.entities[id.index()].name.clone()).collect::<Vec<_>>().join(" "))
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn names_joined_by_commas_and_small_words_are_a_list() {
        check("Les patrons d’Orme, de Balto et de l'autre Cyan sont venus. Delta et Cyan, non.", expect!["Orme Balto Cyan"]);
    }

    #[test]
    fn names_of_another_kind_or_sentence_end_a_list() {
        check("Orme, Balto et Lyon. Cyan, Delta parlent à Orme.", expect![""]);
    }
}
