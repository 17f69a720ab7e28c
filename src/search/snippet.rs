//! From positions back to the text: which bytes are marked, and the sentences that show them.
//!
//! The index keeps no offsets. Only the pages that are shown are read again, word by word, as they were when the index was
//! built; that is some ten microseconds a page against four bytes for every word of the corpus.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use super::Hit;
use super::evaluate::{Answer, Found, Mark};
use super::index::{self, Index, Side};
use crate::corpus::{Corpus, Document};
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// Sentences shown of one article: more than anybody reads of a hit; the marks themselves are all there.
const MOST_SENTENCES: usize = 50;

/// Forms told of one word. A prefix may have thousands.
const MOST_FORMS: usize = 12;

/// The hit for `found`; adds the forms in which each leaf was met to `forms`. Nothing when `corpus` is not the one indexed.
pub fn show(index: &Index, corpus: &Corpus, answer: &Answer, found: &Found, forms: &mut [BTreeSet<String>]) -> Option<Hit> {
    let part = &index.parts[found.part as usize];
    let document = corpus.document(part.document)?;
    let mut words: Vec<(u32, Span)> = Vec::new();
    index::walk(document, part.side, |position, span, _, _| words.push((position, span)));
    let word_at = |position: u32| words.binary_search_by_key(&position, |(at, _)| *at).ok().map(|at| words[at].1);
    let cover = |start: u32, end: u32| Some(word_at(start)?.cover(word_at(end.checked_sub(1)?)?));
    let marks: Vec<(Span, Mark)> =
        answer.marks(index, found.part).into_iter().filter_map(|mark| Some((cover(mark.position, mark.end)?, mark))).collect();
    for &leaf in &answer.wanted {
        for place in answer.places[leaf].in_part(found.part) {
            if forms[leaf].len() >= MOST_FORMS {
                break;
            }
            let after = marks.partition_point(|(_, mark)| mark.position <= place.position);
            let marked = after.checked_sub(1).is_some_and(|at| place.end() <= marks[at].1.end);
            if marked && let Some(span) = cover(place.position, place.end()) {
                forms[leaf].insert(text::filling::stripped(span.slice(document.text())).to_lowercase());
            }
        }
    }
    let sentences = sentences(document, part.side, &marks);
    Some(Hit { document: part.document, score: found.score, spans: marks.into_iter().map(|(span, _)| span).collect(), sentences })
}

/// Sentences that hold marks: those with more of the words first, then those with more marks, then in the order of the text.
fn sentences(document: &Document, side: Side, marks: &[(Span, Mark)]) -> Vec<Span> {
    let mut found: BTreeMap<Span, (u64, u32)> = BTreeMap::new();
    for (span, mark) in marks {
        let Some(sentence) = sentence_of(document, side, *span) else { continue };
        let (leaves, n_marks) = found.entry(sentence).or_default();
        *leaves |= mark.leaves;
        *n_marks += 1;
    }
    let mut sentences: Vec<_> = found.into_iter().collect();
    sentences.order_by_key(|(_, (leaves, n_marks))| (Reverse(leaves.count_ones()), Reverse(*n_marks)));
    sentences.truncate(MOST_SENTENCES);
    sentences.into_iter().map(|(sentence, _)| sentence).collect()
}

fn sentence_of(document: &Document, side: Side, span: Span) -> Option<Span> {
    match side {
        Side::Article => document.sentence_at(span.start).map(|at| document.sentences[at].span),
        Side::Furniture => {
            let zone = document.paragraphs_of(|kind| side.has(kind)).into_iter().find(|zone| zone.span.contains(span))?;
            text::sentences(document.text(), zone.span).into_iter().find(|sentence| sentence.overlaps(span))
        }
    }
}
