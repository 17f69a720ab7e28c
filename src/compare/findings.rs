//! What stands out when all articles are compared: one names another company in the same list, one has its text in common
//! with another, one names somebody nobody else names.
//!
//! Every claim is about what the articles say, so that it can be checked by opening its passages; whether a difference
//! is an error is deliberately left to the reader.

use std::cmp::Reverse;
use std::collections::BTreeSet;

use super::Finding;
use super::enumerations::{Enumeration, enumerations};
use crate::corpus::{Corpus, Document, ZoneKind};
use crate::entities::{EntityIndex, MentionForm};
use crate::id::{DocumentId, EntityId};
use crate::order::Order;

/// Findings at most: what can be read at a glance.
const FINDINGS: usize = 5;
/// Entities told as named by all, at most.
const NAMED_BY_ALL: usize = 6;
/// Share of common text worth telling: less is a quotation or two.
const COMMON_TEXT: f32 = 0.05;
/// Pairs looked at, of those with the most words in common.
const MEASURED: usize = 8;
/// Names that two lists have in common at least, to be the same list.
const COMPANIONS: usize = 2;

/// Findings about `corpus`, most telling first.
pub(super) fn findings(corpus: &Corpus, entities: &EntityIndex, closest: &[(DocumentId, DocumentId, f32, f32)]) -> Vec<Finding> {
    let naming = Naming::new(corpus, entities);
    let mut found: Vec<_> = named_instead(corpus, entities, &naming).into_iter().take(1).collect();
    found.extend(common_text(closest));
    found.extend(named_by_all(corpus, &naming));
    found.extend(named_by_one(corpus, &naming, &found));
    found.truncate(FINDINGS);
    found
}

/// Who names whom, by name.
struct Naming {
    /// For each entity: documents that name it, in order, with the number of times and whether title or lead does.
    by_entity: Vec<Vec<Counted>>,
}

#[derive(Clone, Copy)]
struct Counted {
    document: DocumentId,
    n_times: u32,
    up_front: bool,
}

impl Naming {
    fn new(corpus: &Corpus, entities: &EntityIndex) -> Self {
        let mut by_entity: Vec<Vec<Counted>> = vec![Vec::new(); entities.entities.len()];
        for document in &corpus.documents {
            for mention in entities.mentions_in(document.id).iter().filter(|mention| mention.form == MentionForm::Name) {
                let Some(naming) = by_entity.get_mut(mention.entity.index()) else { continue };
                if naming.last().is_none_or(|last| last.document != document.id) {
                    naming.push(Counted { document: document.id, n_times: 0, up_front: false });
                }
                if let Some(last) = naming.last_mut() {
                    last.n_times += 1;
                    last.up_front |= is_up_front(document, mention.span.start);
                }
            }
        }
        Self { by_entity }
    }

    fn documents(&self, entity: EntityId) -> &[Counted] {
        self.by_entity.get(entity.index()).map_or(&[], Vec::as_slice)
    }

    fn entities(&self) -> impl Iterator<Item = (EntityId, &[Counted])> {
        self.by_entity.iter().zip(0..).map(|(naming, place)| (EntityId(place), naming.as_slice()))
    }
}

fn is_up_front(document: &Document, at: u32) -> bool {
    document.sentence_at(at).is_some_and(|sentence| matches!(document.sentences[sentence].zone, ZoneKind::Title | ZoneKind::Lead))
}

/// All articles but one name X, and that one alone names Y in the same list: best supported first.
fn named_instead(corpus: &Corpus, entities: &EntityIndex, naming: &Naming) -> Vec<Finding> {
    let n = corpus.documents.len();
    // In a large corpus nobody is named by all but one, and the lists of ten thousand articles need not be read.
    if n < 3 || !naming.entities().any(|(_, by)| by.len() + 1 == n) {
        return Vec::new();
    }
    let lists: Vec<Vec<Enumeration>> = corpus.documents.iter().map(|document| enumerations(document, entities)).collect();
    let mut found = Vec::new();
    for (entity, by) in naming.entities().filter(|(_, by)| by.len() + 1 == n) {
        let Some(document) = corpus.documents.iter().map(|document| document.id).find(|id| by.iter().all(|naming| naming.document != *id))
        else {
            continue;
        };
        let with: Vec<&Enumeration> = lists.iter().flatten().filter(|list| list.contains(&entity)).collect();
        let candidates: BTreeSet<EntityId> = lists[document.index()].iter().flatten().copied().collect();
        for instead in candidates.into_iter().filter(|candidate| naming.documents(*candidate).len() == 1) {
            let own = lists[document.index()].iter().filter(|list| list.contains(&instead));
            let support: usize = own.map(|own| with.iter().filter(|list| own.intersection(list).count() >= COMPANIONS).count()).sum();
            if support > 0 {
                found.push((support, Finding::NamedInstead { entity, document, instead }));
            }
        }
    }
    found.order_by_key(|(support, _)| Reverse(*support));
    found.into_iter().map(|(_, finding)| finding).collect()
}

/// The pair with the largest share of common text.
fn common_text(closest: &[(DocumentId, DocumentId, f32, f32)]) -> Option<Finding> {
    let measured = closest.iter().take(MEASURED).flat_map(|&(a, b, share_a, share_b)| [(a, b, share_a), (b, a, share_b)]);
    let (document, source, share) = measured.fold(None, |best: Option<(_, _, f32)>, next| match best {
        Some(best) if best.2 >= next.2 => Some(best),
        _ => Some(next),
    })?;
    (share >= COMMON_TEXT).then_some(Finding::CommonText { document, source, share })
}

fn named_by_all(corpus: &Corpus, naming: &Naming) -> Option<Finding> {
    let n = corpus.documents.len();
    let mut named: Vec<_> = naming.entities().filter(|(_, by)| n >= 2 && by.len() == n).collect();
    named.order_by_key(|(id, by)| (Reverse(by.iter().map(|naming| naming.n_times).sum::<u32>()), *id));
    let entities: Vec<_> = named.into_iter().map(|(id, _)| id).take(NAMED_BY_ALL).collect();
    (!entities.is_empty()).then_some(Finding::NamedByAll { entities })
}

/// Who is named by one article only, and matters to it: one for each article, those of titles and leads first.
fn named_by_one(corpus: &Corpus, naming: &Naming, told: &[Finding]) -> Vec<Finding> {
    if corpus.documents.len() < 3 {
        return Vec::new();
    }
    let is_told = |id: EntityId| told.iter().any(|finding| matches!(finding, Finding::NamedInstead { instead, .. } if *instead == id));
    let mut named: Vec<_> = naming
        .entities()
        .filter_map(|(id, by)| match by {
            [only] if (only.up_front || only.n_times >= 2) && !is_told(id) => Some((id, *only)),
            _ => None,
        })
        .collect();
    named.order_by_key(|(id, only)| (Reverse((only.up_front, only.n_times)), *id));
    let mut seen = BTreeSet::new();
    named.retain(|(_, only)| seen.insert(only.document));
    named.into_iter().map(|(entity, only)| Finding::NamedByOne { entity, document: only.document }).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture;
    use crate::entities::EntityKind::{Organisation, Person};
    use expect_test::{Expect, expect};

    fn check(texts: &[&str], expected: Expect) {
        let corpus = fixture::corpus(texts);
        let names = ["Orme", "Balto", "Cyan", "Delta"].map(|name| (name, Organisation));
        let names = [&names[..], &[("Ana Ruiz", Person), ("Zoé Petit", Person)]].concat();
        let entities = fixture::entities(&corpus, &names);
        let name = |id: &EntityId| entities.entities[id.index()].name.clone();
        let shown: Vec<_> = findings(&corpus, &entities, &crate::compare::Comparer::new(&corpus).closest_pairs(&corpus, MEASURED))
            .iter()
            .map(|finding| match finding {
                Finding::NamedInstead { entity, document, instead } => {
                    format!("{} names {} instead of {}", document.0, name(instead), name(entity))
                }
                Finding::NamedByAll { entities } => format!("all name {}", entities.iter().map(name).collect::<Vec<_>>().join(", ")),
                Finding::NamedByOne { entity, document } => format!("only {} names {}", document.0, name(entity)),
                Finding::CommonText { document, source, share } => format!("{:.0} % of {} in {}", share * 100.0, document.0, source.0),
                Finding::Versions { document, n_articles, .. } => format!("said in {} of {n_articles}", document.0),
            })
            .collect();
        expected.assert_eq(&shown.join("\n"));
    }

    #[test]
    fn one_that_names_another_in_the_same_list_is_told_first() {
        check(
            &[
                "Ana Ruiz reçoit Orme, Balto et Cyan à déjeuner.",
                "Chez Orme, Balto ou Cyan, on attend Ana Ruiz de pied ferme.",
                "Ana Ruiz a vu Delta, Orme et Balto. Zoé Petit proteste ; Zoé Petit attendait dehors.",
            ],
            expect![[r#"
                2 names Delta instead of Cyan
                all name Orme, Balto, Ana Ruiz
                only 2 names Zoé Petit"#]],
        );
    }

    #[test]
    fn the_largest_common_text_is_told_with_its_source() {
        let common = "La fissure du vieux barrage inquiète les riverains depuis le printemps dernier.";
        check(
            &[common, &format!("{common} La préfecture promet une expertise indépendante avant la fin du mois."), "Rien ici."],
            expect!["100 % of 0 in 1"],
        );
    }

    #[test]
    fn one_article_alone_has_nothing_to_be_compared_with() {
        check(&["Ana Ruiz reçoit Orme. Ana Ruiz sourit."], expect![""]);
        check(&["…"], expect![""]);
    }
}
