//! Runs of words that hold a passage: `le ministre de`, `ministre de l’Intérieur`.
//!
//! A run stays in one sentence; a comma does not end it. It is written as it is first met.

use std::collections::HashMap;

use super::collocates::is_function_word;
use super::reading::{Reading, plain};
use super::vocabulary::{Vocabulary, WordId};
use super::{Kept, Run};
use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::search::Hit;

/// Lengths that can be asked for: below there is no run, above next to none comes twice.
const LENGTHS: std::ops::RangeInclusive<u32> = 2..=5;

/// How often a run must be met to be told.
const FEWEST: u32 = 2;

struct Met {
    n: u32,
    n_documents: u32,
    last: DocumentId,
    shown: String,
}

/// All runs of `length` words that hold one of `hits`, most frequent first.
pub fn runs(corpus: &Corpus, hits: &[Hit], length: u32, kept: Kept, vocabulary: &mut Vocabulary) -> Vec<Run> {
    let length = length.clamp(*LENGTHS.start(), *LENGTHS.end()) as usize;
    let mut met: HashMap<Vec<WordId>, Met> = HashMap::new();
    for hit in hits {
        let Some(document) = corpus.document(hit.document) else { continue };
        let reading = Reading::of(document);
        // A run with two passages in it is one run.
        let mut next = 0;
        for range in hit.spans.iter().map(|span| reading.range(*span)).filter(|range| (1..=length).contains(&range.len())) {
            for start in range.end.saturating_sub(length).max(next)..=range.start {
                next = start + 1;
                let Some(run) = reading.words.get(start..start + length) else { continue };
                let within = run[0].sentence == run[length - 1].sentence;
                let ids: Vec<WordId> = (start..start + length).map(|place| vocabulary.id(reading.form(place))).collect();
                let ends_in_grammar = |place: usize, id: WordId| !range.contains(&place) && is_function_word(vocabulary.word(id));
                let bare = ends_in_grammar(start, ids[0]) || ends_in_grammar(start + length - 1, ids[length - 1]);
                if !within || (kept == Kept::Content && bare) {
                    continue;
                }
                let shown = || plain(run[0].span.cover(run[length - 1].span).slice(document.text()));
                let met = met.entry(ids).or_insert_with(|| Met { n: 0, n_documents: 0, last: DocumentId(u32::MAX), shown: shown() });
                met.n += 1;
                met.n_documents += u32::from(met.last != document.id);
                met.last = document.id;
            }
        }
    }
    let words = |ids: &[WordId]| ids.iter().map(|id| vocabulary.word(*id)).collect::<Vec<_>>().join(" ");
    let told = met.into_iter().filter(|(_, met)| met.n >= FEWEST);
    let mut runs: Vec<Run> =
        told.map(|(ids, met)| Run { words: words(&ids), shown: met.shown, n: met.n, n_documents: met.n_documents }).collect();
    runs.sort_unstable_by(|x, y| (y.n, y.n_documents, &x.words).cmp(&(x.n, x.n_documents, &y.words)));
    runs
}
