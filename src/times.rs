//! What the articles say of time: every day, month, hour, stretch and habit that they name, placed on the calendar.
//!
//! `grammar` reads what is written, with `calendar`, `relative`, `clock`, `durations`, `stretches`,
//! `habits` and `ranges`; days and months come from the
//! reader by which articles are dated. `place` finds the days that are meant, with `periods` those of
//! months, seasons and weeks, from the article's own date and from the `scene`:
//! the day of which the text speaks. What cannot be placed says so by its certainty; nothing is guessed without a sign.
//! Names of holidays are not read, nor adverbs of bare frequency (`souvent`).

mod calendar;
mod clock;
mod durations;
mod expression;
mod grammar;
mod habits;
mod periods;
mod place;
mod ranges;
mod relative;
mod scene;
mod stretches;
#[cfg(test)]
mod tests;
mod unit;

use serde::{Deserialize, Serialize};

pub use crate::corpus::calendar::Day;
use crate::corpus::told::{Aim, aim};
use crate::corpus::{Corpus, Document};
use crate::id::DocumentId;
use crate::say;
use crate::span::Span;
use crate::text::tokens;
use scene::Scene;

/// What sort of time an expression names, as TimeML has it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum TimeKind {
    /// A place on the calendar, of any length: an hour, a day, a century, `récemment`.
    Date,
    /// A length: `trois semaines`, `17 ans`.
    Duration,
    /// What comes again: `chaque jour`.
    Set,
}

impl TimeKind {
    /// The label of the exchange format.
    pub fn label(self) -> &'static str {
        match self {
            Self::Date => "DATE",
            Self::Duration => "DURATION",
            Self::Set => "SET",
        }
    }
}

/// How sure the days of an expression are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Certainty {
    /// The text says all of it.
    Written,
    /// It follows from the day of the article or of the scene.
    Resolved,
    /// It follows from a day that is itself inferred, or the sentence does not tell which way it looks.
    Likely,
    /// It has no place on the calendar.
    Vague,
}

/// From where an expression was counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Anchor {
    /// From nothing: it is written whole, or is a length.
    None,
    /// From the day of publication.
    Published(Day),
    /// From the day of which the text speaks there.
    Scene(Day),
}

/// Bytes beside an expression in which a verb shows which way it looks: more than the words that are looked at, so that a
/// sentence without end is not read again for each of its days.
const AROUND: u32 = 2_000;

/// One expression of time in an article.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Time {
    pub document: DocumentId,
    pub span: Span,
    pub kind: TimeKind,
    /// As in TimeML: `2015-02-20`, `2015-02`, `2015-02-20T11:20`, `2015-02-20TMO`, `2015-SU`, `2015-W07`, `P3W`, `PXD`, `P1D`,
    /// `PAST_REF`; two of them joined by `/` for a stretch.
    pub value: String,
    /// The first and the last day that it may mean.
    pub earliest: Option<Day>,
    pub latest: Option<Day>,
    pub certainty: Certainty,
    pub anchor: Anchor,
}

impl Time {
    /// Why it means these days: a sentence.
    pub fn why(&self) -> String {
        let base = match self.anchor {
            Anchor::None if self.certainty == Certainty::Vague => {
                return say!(
                    "L’expression n’a pas de place précise sur le calendrier.",
                    "The expression has no precise place in the calendar."
                )
                .to_owned();
            }
            Anchor::None => {
                return say!("La date est écrite en toutes lettres dans le texte.", "The date is written out in the text.").to_owned();
            }
            Anchor::Published(day) => {
                let day = day.in_words();
                say!(format!("Compté depuis la parution, le {day}"), format!("Counted from the day of publication, {day}"))
            }
            Anchor::Scene(day) => {
                let day = day.in_words();
                say!(
                    format!("Compté depuis le jour dont parle le texte, le {day}"),
                    format!("Counted from the day that the text speaks of, {day}")
                )
            }
        };
        let doubt = match self.certainty {
            Certainty::Likely => say!(
                " ; ce point de départ, ou le sens de la phrase, n’est que probable.",
                "; this starting point, or the sense of the sentence, is only probable."
            ),
            _ => ".",
        };
        base + doubt
    }

    /// True when its sentence tells it as past; `document` is its own.
    pub fn is_past(&self, document: &Document) -> bool {
        let Some(at) = document.sentence_at(self.span.start) else { return false };
        let (text, sentence) = (document.text(), document.sentences[at].span);
        let start = text.floor_char_boundary(sentence.start.max(self.span.start.saturating_sub(AROUND)) as usize);
        let end = text.ceil_char_boundary(sentence.end.min(self.span.end.saturating_add(AROUND)) as usize);
        let tokens = tokens(text, Span::new(start, end));
        let first = tokens.partition_point(|token| token.span.end <= self.span.start);
        let next = tokens.partition_point(|token| token.span.start < self.span.end);
        aim(document.text(), &tokens, first, next, document.language) == Aim::Past
    }

    /// True when the expression may mean this day.
    pub fn holds(&self, day: Day) -> bool {
        self.earliest.zip(self.latest).is_some_and(|(first, last)| first <= day && day <= last)
    }
}

/// All expressions of time of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TimeIndex {
    /// By document, then start; not overlapping. Article zones and lines of date.
    pub times: Vec<Time>,
}

impl TimeIndex {
    /// Reads all articles.
    pub fn build(corpus: &Corpus) -> Self {
        Self { times: corpus.documents.iter().flat_map(read).collect() }
    }

    /// The expressions of one document, in order.
    pub fn times_in(&self, document: DocumentId) -> &[Time] {
        let start = self.times.partition_point(|time| time.document < document);
        let end = self.times.partition_point(|time| time.document <= document);
        &self.times[start..end]
    }
}

/// The expressions of one article.
fn read(document: &Document) -> Vec<Time> {
    let mut scene = Scene::of(document);
    let mut found = Vec::new();
    let dated = document.zones.iter().filter(|zone| zone.kind == crate::corpus::ZoneKind::Date).map(|zone| zone.span);
    let mut stretches: Vec<(Span, bool)> = dated.map(|span| (span, false)).collect();
    stretches.extend(document.sentences.iter().map(|sentence| (sentence.span, true)));
    let mut paragraphs = document.paragraphs().into_iter().map(|zone| zone.span).peekable();
    for (span, is_told) in stretches {
        while is_told && paragraphs.next_if(|paragraph| paragraph.start <= span.start).is_some() {
            scene.begin_paragraph();
        }
        grammar::read(document, span, &mut scene, &mut found);
        if !is_told {
            scene.leave();
        }
    }
    let order = |a: &Time, b: &Time| a.span.cmp(&b.span);
    crate::order::Order::order_by(&mut found[..], order);
    found
}
