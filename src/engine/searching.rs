//! A search as the page shows it: a window of articles with their sentences, and facets over all that match.

use super::Engine;
use crate::id::DocumentId;
use crate::protocol::{Facet, FacetField, FacetValue, MOST_SHOWN, Passage, SHOWN_SENTENCES, SearchRequest, SearchView};
use crate::search::found::Window;
use crate::search::{self, Hit, Notice, NoticeKind};
use crate::span::Span;

/// Where a query may be asked to stand, as the query language calls them, most telling first.
const PLACES: &[&str] = &["title", "lead", "body", "caption", "quote"];

impl Engine {
    pub(super) fn search(&self, request: &SearchRequest) -> SearchView {
        let window =
            Window { limit: request.limit.min(MOST_SHOWN) as usize, places: self.facets.places(request.sorting), open: request.open };
        let found = self.index.find(&self.corpus, &request.query);
        let mut results = found.results_in(&window);
        for notice in &mut results.notices {
            self.mend(&request.query, notice);
        }
        let shown = |hits: &[Hit]| hits.iter().flat_map(|hit| self.passages(hit)).collect();
        let mut facets = self.facets.count(&found.matching(), &self.entities);
        // Where a query stands that only excludes or filters is no question.
        if !facets.is_empty() && results.n_spans > 0 {
            facets.extend(self.places(&request.query, &found.matching()));
        }
        SearchView { passages: shown(&results.hits), furniture: shown(&results.furniture), results, facets }
    }

    /// Puts the most frequent word nearby in the place of one that no text has, where that place is known.
    fn mend(&self, query: &str, notice: &mut Notice) {
        let NoticeKind::ReadAs { word, .. } = &notice.kind else { return };
        let mut places = query.match_indices(word.as_str());
        if let (Some((start, _)), None, None) = (places.next(), places.next(), &notice.mend) {
            let end = start + word.len();
            let suggested = self.index.suggest(word).into_iter().next();
            notice.mend = suggested.map(|(other, _)| [&query[..start], &other, &query[end..]].concat());
            notice.span = Some(Span::new(start, end));
        }
    }

    /// In how many of the articles that match the query still answers when it must stand in one place: asked of the search itself, for an
    /// article may have one of the words in its title and another in its text.
    fn places(&self, query: &str, matching: &[DocumentId]) -> Option<Facet> {
        let counted = PLACES.iter().map(|place| {
            let there = self.index.find(&self.corpus, &search::with_condition(query, FacetField::Place.name(), place));
            // What is excluded there may be elsewhere in the article, which then does not match.
            let both = there.matching().into_iter().filter(|document| matching.binary_search(document).is_ok()).count();
            let n_documents = if there.n_whole() > 0 { super::n_of(both) } else { 0 };
            FacetValue { label: (*place).to_owned(), value: (*place).to_owned(), n_documents, n_perhaps: 0 }
        });
        let values: Vec<FacetValue> = counted.filter(|value| value.n_documents > 0).collect();
        let n_values = super::n_of(values.len());
        (n_values > 0).then_some(Facet { field: FacetField::Place, values, n_values })
    }

    /// The sentences of a hit with their marks.
    fn passages(&self, hit: &Hit) -> Vec<Passage> {
        let Some(document) = self.corpus.document(hit.document) else { return Vec::new() };
        let cut = |span: &Span| Passage {
            document: document.id,
            span: *span,
            text: span.slice(document.text()).to_owned(),
            marks: hit.spans.iter().copied().filter(|mark| span.contains(*mark)).collect(),
        };
        hit.sentences.iter().take(SHOWN_SENTENCES).map(cut).collect()
    }
}
