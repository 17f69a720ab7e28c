//! Answers about what several articles tell.

use super::{Engine, export, n_of};
use crate::corpus::Document;
use crate::facts::{Count, Dated, Event, Verdict};
use crate::order::Order;
use crate::protocol::{
    CountCell, CountRow, CountsRequest, CountsView, MOST_COUNTS, MOST_EVENTS, TimelineEvent, TimelinePassage, TimelineView, ToldView,
};
use crate::span::Span;
use crate::text::{filling, fold};

impl Engine {
    pub(super) fn counted(&self, request: &CountsRequest) -> CountsView {
        let counts = &self.facts().counts;
        let folded = fold(&request.text);
        let words: Vec<&str> = folded.split_whitespace().collect();
        let mut view = CountsView { rows: Vec::new(), n_shared: 0, n_single: 0, n_verdicts: [0; 7] };
        for count in counts.iter().filter(|count| self.is_wanted(count, request, &words)) {
            let place = Verdict::SHARED.iter().position(|verdict| *verdict == count.verdict);
            if let Some(place) = place {
                view.n_verdicts[place] += 1;
            }
            if request.verdict.is_some_and(|verdict| verdict != count.verdict) {
                continue;
            }
            let n = if place.is_some() { &mut view.n_shared } else { &mut view.n_single };
            *n += 1;
            if *n as usize <= MOST_COUNTS {
                view.rows.push(self.row(count));
            }
        }
        view
    }

    pub(super) fn is_wanted(&self, count: &Count, request: &CountsRequest, words: &[&str]) -> bool {
        let figures = || count.figures.iter().filter_map(|place| self.figures.figures.get(*place as usize));
        if request.article.is_some_and(|article| figures().all(|figure| figure.document != article)) {
            return false;
        }
        let has = |text: &str| {
            let text = fold(text);
            words.iter().all(|word| text.contains(word))
        };
        words.is_empty() || has(&count.counted) || self.row(count).cells.iter().any(|cell| has(&cell.text))
    }

    pub(super) fn row(&self, count: &Count) -> CountRow {
        let figures = count.figures.iter().filter_map(|place| self.figures.figures.get(*place as usize));
        let cell = |figure: &crate::figures::Figure| {
            let document = self.corpus.document(figure.document)?;
            let sentence = sentence(document, figure.span);
            let (surface, text) = (shown(document, figure.span), shown(document, sentence));
            Some(CountCell { document: figure.document, span: figure.span, sentence, surface, text })
        };
        CountRow {
            counted: count.counted.clone(),
            verdict: count.verdict,
            why: count.why.clone(),
            between: count.between,
            cells: figures.filter_map(cell).collect(),
        }
    }

    pub(super) fn timeline(&self) -> TimelineView {
        let events = &self.facts().events;
        let mut places: Vec<usize> = (0..events.len()).collect();
        places.order_by_key(|at| (std::cmp::Reverse(events[*at].n_documents), *at));
        places.truncate(MOST_EVENTS);
        places.order_by_key(|at| *at);
        TimelineView { events: places.into_iter().filter_map(|at| self.event(&events[at])).collect(), n_events: n_of(events.len()) }
    }

    pub(super) fn event(&self, event: &Event) -> Option<TimelineEvent> {
        let first = self.times.times.get(event.passages.first()?.time as usize)?;
        let passages = event.passages.iter().filter_map(|passage| self.dated(passage)).collect();
        Some(TimelineEvent { earliest: first.earliest?, latest: first.latest?, passages })
    }

    fn dated(&self, dated: &Dated) -> Option<TimelinePassage> {
        let time = self.times.times.get(dated.time as usize)?;
        let document = self.corpus.document(dated.document)?;
        Some(TimelinePassage {
            document: dated.document,
            span: time.span,
            sentence: dated.sentence,
            surface: shown(document, time.span),
            text: shown(document, dated.sentence),
            certainty: time.certainty,
            why: time.why(),
        })
    }

    pub(super) fn told(&self) -> ToldView {
        let groups = self.facts().groups(self.figures.figures.len());
        let (mut dates, mut figures) = (Vec::new(), Vec::new());
        for document in &self.corpus.documents {
            dates.extend(export::dates(document, self.times.times_in(document.id)));
            let own = self.figures.figures_in(document.id);
            let before = figures.len();
            figures.extend(export::quantities(document, own, &groups[before..before + own.len()]));
        }
        ToldView { dates, figures }
    }
}

/// The sentence of a figure.
fn sentence(document: &Document, span: Span) -> Span {
    document.sentence_at(span.start).map_or(span, |at| document.sentences[at].span)
}

/// A stretch in one line, as it is read.
pub(super) fn shown(document: &Document, span: Span) -> String {
    filling::in_one_line(span.slice(document.text()))
}
