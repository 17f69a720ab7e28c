//! The index of names: those that fit, in an order, with where each stands in the articles.

use super::portrait::DOUBTFUL;
use super::{Engine, n_of};
use crate::corpus::Document;
use crate::entities::{Entity, EntityKind, MentionForm};
use crate::order::Order;
use crate::protocol::{MOST_PLACES, MOST_ROWS, NameFilter, NameRow, NameSort, NamesRequest, NamesView};
use crate::span::Span;
use crate::text::fold;

impl Engine {
    /// Names of the index.
    pub(super) fn name_index(&self, request: &NamesRequest) -> NamesView {
        let all = &self.entities.entities;
        let (mut named, mut sure) = (vec![false; all.len()], vec![false; all.len()]);
        for mention in &self.entities.mentions {
            named[mention.entity.index()] |= mention.form == MentionForm::Name;
            sure[mention.entity.index()] |= mention.confidence >= DOUBTFUL;
        }
        let typed = fold(request.typed.trim());
        let holds = |entity: &Entity| typed.is_empty() || names_of(entity).any(|name| fold(name).contains(&typed));
        let in_article = |entity: &Entity| request.document.is_none_or(|document| entity.n_in(document) > 0);
        let fitting: Vec<&Entity> = all.iter().filter(|entity| in_article(entity) && holds(entity)).collect();
        let is = |entity: &Entity, filter: NameFilter| match filter {
            NameFilter::Named => named[entity.id.index()],
            NameFilter::Kind(kind) => named[entity.id.index()] && entity.kind == kind,
            NameFilter::Described => !named[entity.id.index()],
        };
        let filters = std::iter::once(NameFilter::Named).chain(EntityKind::ALL.map(NameFilter::Kind)).chain([NameFilter::Described]);
        let count = |filter: NameFilter| (filter, n_of(fitting.iter().filter(|entity| is(entity, filter)).count()));
        let counts = filters.map(count).collect();
        let mut listed: Vec<&Entity> = fitting.into_iter().filter(|entity| is(entity, request.kind)).collect();
        let n_here = |entity: &Entity| request.document.map_or_else(|| entity.n_total(), |document| entity.n_in(document));
        match request.sort {
            NameSort::Shared => {}
            NameSort::Mentions => listed.order_by_key(|entity| (std::cmp::Reverse(n_here(entity)), entity.id)),
            NameSort::Name => listed.order_by_key(|entity| (fold(&entity.name), entity.id)),
        }
        let n = n_of(listed.len());
        listed.truncate(request.limit.min(MOST_ROWS) as usize);
        let rows =
            listed.into_iter().map(|entity| NameRow { entity: entity.clone(), places: Vec::new(), doubtful: !sure[entity.id.index()] });
        let mut rows: Vec<NameRow> = rows.collect();
        self.place(&mut rows);
        NamesView { rows, n, counts }
    }

    /// Finds where the names of `rows` stand.
    fn place(&self, rows: &mut [NameRow]) {
        let mut row_of = vec![usize::MAX; self.entities.entities.len()];
        for (at, row) in rows.iter().enumerate() {
            row_of[row.entity.id.index()] = at;
        }
        for document in &self.corpus.documents {
            let whole = extent(document);
            for mention in self.entities.mentions_in(document.id) {
                let Some(row) = rows.get_mut(row_of[mention.entity.index()]).filter(|row| row.places.len() < MOST_PLACES) else { continue };
                let before = u64::from(mention.span.start.saturating_sub(whole.start));
                let place = before * 1000 / whole.len().max(1) as u64;
                row.places.push((document.id, u16::try_from(place.min(1000)).unwrap_or(1000)));
            }
        }
    }
}

fn names_of(entity: &Entity) -> impl Iterator<Item = &String> {
    std::iter::once(&entity.name).chain(&entity.aliases)
}

/// From the first sentence of an article to its last.
fn extent(document: &Document) -> Span {
    match (document.sentences.first(), document.sentences.last()) {
        (Some(first), Some(last)) => first.span.cover(last.span),
        _ => Span::default(),
    }
}
