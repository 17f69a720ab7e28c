//! A paragraph in which quotations, sources or dates are to be marked.
//!
//! What the tool found is the answer, so the paragraphs are those where it is most sure: what might be counted or not (words
//! between marks that nobody said, speech told without marks, `récemment`) makes a question doubtful, and what is damaged leaves
//! it unasked. No passage begins or ends within a quotation.

use super::{Asked, Held, Lesson, first, in_turn, n_words, some};
use crate::corpus::ZoneKind;
use crate::order::Order;
use crate::protocol::{ActivityKind, Passage, Question, Wording};
use crate::quotes::{Certainty, Closing, Quote, QuoteKind};
use crate::say;
use crate::span::Span;
use crate::times::{self, TimeKind};

/// Words of a passage: what can be marked in a few minutes.
const WORDS: std::ops::RangeInclusive<usize> = 20..=120;

/// What is to be marked in a passage.
struct Found {
    marks: Vec<Span>,
    is_doubtful: bool,
}

pub(super) fn markings(lesson: &Lesson, kind: ActivityKind) -> Asked {
    let mut candidates: Vec<(&Held, Span)> =
        lesson.held.iter().flat_map(|held| passages(held).into_iter().map(move |span| (held, span))).collect();
    let mut lot = lesson.lot(5 + kind as u32);
    lot.shuffle(&mut candidates);
    // Passages with several things to mark first: one alone is soon found.
    candidates.order_by_key(|(held, span)| found(lesson, kind, held, *span).map_or(2, |found| u8::from(found.marks.len() < 2)));
    let candidates = in_turn(candidates, |(held, _)| held.document.id);
    let questions = first(lesson.n, candidates, |(held, span)| {
        let Found { marks, is_doubtful } = found(lesson, kind, held, span)?;
        let shown = Passage::of(held.document, span, Vec::new());
        let evidence = vec![Passage { marks: marks.clone(), ..shown.clone() }];
        Some(Question {
            shown,
            wording: Wording::Exact,
            choices: Vec::new(),
            answers: Vec::new(),
            ties: Vec::new(),
            marks,
            evidence,
            is_doubtful,
        })
    });
    some(questions, why_none(kind))
}

fn why_none(kind: ActivityKind) -> &'static str {
    match kind {
        ActivityKind::Sources => say!(
            "Aucun paragraphe de ces articles ne nomme clairement une source.",
            "No paragraph of these articles clearly names a source."
        ),
        ActivityKind::Dates => {
            say!("Aucun paragraphe de ces articles ne contient de date précise.", "No paragraph of these articles holds a definite date.")
        }
        _ => say!(
            "Aucun paragraphe de ces articles ne contient de citation entre guillemets bien fermés.",
            "No paragraph of these articles holds a quotation between properly closed marks."
        ),
    }
}

/// Paragraphs that can be shown whole, long ones in pieces of whole sentences.
fn passages(held: &Held) -> Vec<Span> {
    let document = held.document;
    let mut passages = Vec::new();
    for (zone, _) in document.pieces() {
        if !matches!(zone.kind, ZoneKind::Lead | ZoneKind::Body) {
            continue;
        }
        let mut passage: Option<(Span, usize)> = None;
        let first = document.sentences.partition_point(|sentence| sentence.span.start < zone.span.start);
        let own = document.sentences[first..].iter().take_while(|sentence| sentence.span.end <= zone.span.end.min(held.end));
        for sentence in own.map(|sentence| sentence.span) {
            let n = n_words(sentence.slice(document.text()));
            passage = match passage {
                Some((span, before)) if before + n <= *WORDS.end() => Some((span.cover(sentence), before + n)),
                full => {
                    passages.extend(full);
                    Some((sentence, n))
                }
            };
        }
        passages.extend(passage);
    }
    passages.into_iter().filter(|(_, n)| WORDS.contains(n)).map(|(span, _)| span).collect()
}

/// What is to be marked in `passage`; nothing where there is nothing, or where it cannot be told.
fn found(lesson: &Lesson, kind: ActivityKind, held: &Held, passage: Span) -> Option<Found> {
    let quotes = lesson.annotated.quotes.quotes_in(held.document.id);
    let touching = || quotes.iter().filter(|quote| quote.span.overlaps(passage));
    if touching().any(|quote| !passage.contains(quote.span) && quote.kind != QuoteKind::Indirect) {
        return None;
    }
    let mut found = match kind {
        ActivityKind::Dates => dates(lesson, held, passage)?,
        ActivityKind::Sources => sources(&touching().collect::<Vec<_>>(), passage, held),
        _ => quotations(&touching().collect::<Vec<_>>())?,
    };
    found.marks.order();
    found.marks.dedup();
    (!found.marks.is_empty() && found.marks.windows(2).all(|pair| !pair[0].overlaps(pair[1]))).then_some(found)
}

fn quotations(touching: &[&Quote]) -> Option<Found> {
    let is_quoted = |quote: &&Quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial);
    let outer = || touching.iter().copied().filter(|quote| quote.within.is_none());
    if outer().filter(is_quoted).any(|quote| !matches!(quote.closing, Closing::Paired | Closing::Dash)) {
        return None;
    }
    let marks = outer().filter(is_quoted).map(|quote| quote.span).collect();
    Some(Found { marks, is_doubtful: outer().any(|quote| !is_quoted(&quote)) })
}

/// Who is named or described as saying something, and through which outlet.
fn sources(touching: &[&Quote], passage: Span, held: &Held) -> Found {
    let spoken = || touching.iter().filter(|quote| !matches!(quote.kind, QuoteKind::Scare | QuoteKind::Title));
    let speakers = || spoken().filter_map(|quote| quote.speaker).filter(|speaker| passage.contains(speaker.mention));
    let is_named = |span: Span| span.slice(held.document.text()).chars().filter(|c| c.is_alphabetic()).count() > LONGEST_PRONOUN;
    let sure =
        speakers().filter(|speaker| speaker.certainty <= Certainty::Resolved && is_named(speaker.mention)).map(|speaker| speaker.mention);
    let media = spoken().filter_map(|quote| quote.medium).map(|medium| medium.mention).filter(|mention| passage.contains(*mention));
    let marks = sure.chain(media).collect();
    let unsure =
        spoken().any(|quote| quote.speaker.is_none_or(|speaker| speaker.certainty > Certainty::Resolved || !is_named(speaker.mention)));
    Found { marks, is_doubtful: unsure }
}

/// Letters of the longest pronoun that stands for a speaker: `celles-ci` and shorter name nobody.
const LONGEST_PRONOUN: usize = 5;

fn dates(lesson: &Lesson, held: &Held, passage: Span) -> Option<Found> {
    let within: Vec<_> = lesson.annotated.times.times_in(held.document.id).iter().filter(|time| time.span.overlaps(passage)).collect();
    if within.iter().any(|time| !passage.contains(time.span)) {
        return None;
    }
    let is_date = |time: &&times::Time| time.kind == TimeKind::Date && time.certainty != times::Certainty::Vague;
    let marks = within.iter().copied().filter(is_date).map(|time| time.span).collect();
    Some(Found { marks, is_doubtful: within.iter().any(|time| !is_date(time)) })
}
