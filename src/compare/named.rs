//! Which entities two articles name: both, or only one of them.

use std::collections::BTreeMap;

use crate::entities::{EntityIndex, MentionForm};
use crate::id::{DocumentId, EntityId};
use crate::order::Order;

/// Entities of two articles, each list with the most mentioned first.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Named {
    pub both: Vec<EntityId>,
    pub only_a: Vec<EntityId>,
    pub only_b: Vec<EntityId>,
}

/// Entities by name: a description (`le ministre`) names nobody.
pub(super) fn compare(entities: &EntityIndex, a: DocumentId, b: DocumentId) -> Named {
    let mut counts: BTreeMap<EntityId, (u32, u32)> = BTreeMap::new();
    for mention in entities.mentions_in(a).iter().filter(|mention| mention.form == MentionForm::Name) {
        counts.entry(mention.entity).or_default().0 += 1;
    }
    for mention in entities.mentions_in(b).iter().filter(|mention| mention.form == MentionForm::Name) {
        counts.entry(mention.entity).or_default().1 += 1;
    }
    let mut ranked: Vec<_> = counts.into_iter().collect();
    ranked.order_by_key(|(id, (in_a, in_b))| (std::cmp::Reverse(in_a + in_b), *id));
    let mut named = Named::default();
    for (id, counts) in ranked {
        match counts {
            (_, 0) => named.only_a.push(id),
            (0, _) => named.only_b.push(id),
            _ => named.both.push(id),
        }
    }
    named
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture::{corpus, entities, id};
    use crate::entities::EntityKind::{Organisation, Person};

    #[test]
    fn names_are_sorted_into_both_and_only_one_most_mentioned_first() {
        let corpus = corpus(&["Ana Ruiz et Orme. Ana Ruiz, Balto.", "Balto, Balto, Cyan, Ana Ruiz."]);
        let index = entities(&corpus, &[("Ana Ruiz", Person), ("Orme", Organisation), ("Balto", Organisation), ("Cyan", Organisation)]);
        let named = compare(&index, id(0), id(1));
        assert_eq!(named, Named { both: vec![EntityId(0), EntityId(2)], only_a: vec![EntityId(1)], only_b: vec![EntityId(3)] });
    }

    #[test]
    fn a_description_names_nobody() {
        let corpus = corpus(&["La maire est venue.", "La maire est partie."]);
        let mut index = entities(&corpus, &[("La maire", Person)]);
        index.mentions.iter_mut().for_each(|mention| mention.form = MentionForm::Nominal);
        assert_eq!(compare(&index, id(0), id(1)), Named::default());
    }
}
