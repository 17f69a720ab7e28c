//! What happened, by day: the passages of all articles that tell of one time, those of one event joined.

use std::collections::BTreeMap;
use std::rc::Rc;

use super::context::{Lexis, Stem, shared};
use super::reason::TwoDays;
use super::{Dated, DayClash, Event};
use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;
use crate::times::{Certainty, Day, Time, TimeIndex, TimeKind};

/// What is longer, in days, is a period in which things happen, and no event.
const LONGEST: i32 = 31;
/// Passages of one day that a passage is held against, newest first.
const MET: usize = 48;
/// Stems of one sentence that are looked at: more than sentences have, which bounds the work for texts without full stops.
const MOST_STEMS: usize = 160;
/// Stems that two passages of one day share, to be of one event.
const JOINED: usize = 2;
/// Stems that two sentences share which give one deed two days, and the share of the longer one's in per cent. The shorter has
/// none of its own: a verb that differs, as `ouvert` and `achevé`, is another deed.
const CLASHING: usize = 5;
const ALIKE: usize = 80;

/// A passage with its words.
struct Passage {
    dated: Dated,
    days: (Day, Day),
    stems: Rc<[Stem]>,
    /// Its time is written, or follows from a day that is known; and it is the only one of its sentence.
    is_firm: bool,
}

/// All events by day, and deeds to which two articles give two days.
pub(super) fn events(corpus: &Corpus, times: &TimeIndex, lexis: &mut Lexis) -> (Vec<Event>, Vec<DayClash>) {
    let mut passages = passages(corpus, times, lexis);
    passages.order_by_key(|passage| (passage.days, passage.dated.document, passage.dated.sentence));
    let clashes = clashes(&passages, times, corpus);
    let mut events: Vec<(Event, Rc<[Stem]>)> = Vec::new();
    let mut day_start = 0;
    for (at, passage) in passages.iter().enumerate() {
        if at == 0 || passages[at - 1].days != passage.days {
            day_start = events.len();
        }
        let met = events[day_start..].iter_mut().rev().take(MET);
        let home = met.map(|event| (shared(&event.1, &passage.stems), event)).filter(|(n, _)| *n >= JOINED).fold(None, best);
        match home {
            Some((_, (event, _))) => event.passages.push(passage.dated),
            None => events.push((Event { passages: vec![passage.dated], n_documents: 0 }, passage.stems.clone())),
        }
    }
    let counted = |(mut event, _): (Event, Rc<[Stem]>)| {
        event.passages.dedup_by_key(|passage| (passage.document, passage.sentence));
        let documents: std::collections::BTreeSet<DocumentId> = event.passages.iter().map(|passage| passage.document).collect();
        event.n_documents = u32::try_from(documents.len()).expect("fewer articles than bytes");
        event
    };
    (events.into_iter().map(counted).collect(), clashes)
}

fn best<T>(best: Option<(usize, T)>, next: (usize, T)) -> Option<(usize, T)> {
    match best {
        Some(best) if best.0 >= next.0 => Some(best),
        _ => Some(next),
    }
}

/// The passages of articles' own sentences that tell of a day or of some.
fn passages(corpus: &Corpus, times: &TimeIndex, lexis: &mut Lexis) -> Vec<Passage> {
    let mut found = Vec::new();
    let mut at = 0;
    for document in &corpus.documents {
        let own = times.times_in(document.id);
        // The last sentence that was read, with its words and how many days it tells: a sentence may have thousands.
        let mut last: Option<(Span, Rc<[Stem]>, usize)> = None;
        for (nth, time) in own.iter().enumerate() {
            let place = u32::try_from(at).expect("fewer times than bytes");
            at += 1;
            let Some(days) = days_of(time) else { continue };
            let Some(sentence) = document.sentence_at(time.span.start) else { continue };
            let sentence = document.sentences[sentence].span;
            if last.as_ref().is_none_or(|(read, ..)| *read != sentence) {
                let mut stems = lexis.stems(document.text(), sentence, document.language);
                stems.truncate(MOST_STEMS);
                let inside = own[nth..].iter().take_while(|other| other.span.start < sentence.end);
                let n_days = inside.filter(|other| sentence.contains(other.span) && days_of(other).is_some()).count();
                last = Some((sentence, stems.into(), n_days));
            }
            let Some((_, stems, n_days)) = &last else { continue };
            found.push(Passage {
                dated: Dated { time: place, document: document.id, sentence },
                days,
                stems: Rc::clone(stems),
                is_firm: *n_days == 1 && days.0 == days.1 && time.certainty <= Certainty::Resolved,
            });
        }
    }
    found
}

/// The days of a time that can be told on a line.
pub(super) fn days_of(time: &Time) -> Option<(Day, Day)> {
    let days = time.earliest.zip(time.latest)?;
    (time.kind == TimeKind::Date && time.certainty < Certainty::Vague && days.1.0 - days.0.0 <= LONGEST).then_some(days)
}

/// Deeds told in nearly the same words with two days. Passages meet where they share their rarest words.
fn clashes(passages: &[Passage], times: &TimeIndex, corpus: &Corpus) -> Vec<DayClash> {
    let mut by_stem: BTreeMap<Stem, Vec<usize>> = BTreeMap::new();
    for (at, passage) in passages.iter().enumerate().filter(|(_, passage)| passage.is_firm) {
        passage.stems.iter().for_each(|stem| by_stem.entry(*stem).or_default().push(at));
    }
    let mut found: Vec<DayClash> = Vec::new();
    for (at, passage) in passages.iter().enumerate().filter(|(_, passage)| passage.is_firm) {
        let mut rare: Vec<&Vec<usize>> = passage.stems.iter().filter_map(|stem| by_stem.get(stem)).filter(|with| with.len() > 1).collect();
        rare.order_by_key(|with| with.len());
        let mut met: Vec<usize> = rare.iter().take(3).flat_map(|with| with.iter().copied().take(MET)).filter(|other| *other > at).collect();
        met.sort_unstable();
        met.dedup();
        for other in met.into_iter().map(|other| &passages[other]) {
            if clash(passage, other) && !tells_both(passages, passage, other) {
                found.push(told(passage, other, times, corpus));
            }
        }
    }
    found
}

fn clash(a: &Passage, b: &Passage) -> bool {
    let near = shared(&a.stems, &b.stems);
    let (shorter, longer) = (a.stems.len().min(b.stems.len()), a.stems.len().max(b.stems.len()));
    a.dated.document != b.dated.document && a.days != b.days && near >= CLASHING && near == shorter && near * 100 >= ALIKE * longer
}

/// Whether the article of one passage gives such a deed the day of the other, too.
fn tells_both(passages: &[Passage], a: &Passage, b: &Passage) -> bool {
    let from = |days: (Day, Day)| passages.partition_point(|passage| passage.days < days);
    let tells = |passage: &Passage, days: (Day, Day)| {
        passages[from(days)..].iter().take_while(|other| other.days == days).any(|other| other.dated.document == passage.dated.document)
    };
    tells(a, b.days) || tells(b, a.days)
}

fn told(a: &Passage, b: &Passage, times: &TimeIndex, corpus: &Corpus) -> DayClash {
    let written = |passage: &Passage| {
        let time = &times.times[passage.dated.time as usize];
        let surface = corpus.document(passage.dated.document).map_or("", |document| time.span.slice(document.text()));
        (passage.days.0, surface.split_whitespace().collect::<Vec<_>>().join(" "))
    };
    DayClash { a: a.dated, b: b.dated, why: TwoDays { a: written(a), b: written(b) } }
}
