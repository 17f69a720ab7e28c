//! What the tool proposes for the questions that one asks of an article: hour, what, who, where, when, why, how, sources.
//!
//! News tells the answers first (the inverted pyramid), so they are looked for in the headline and the first sentences, in what was
//! found there: names, places, days, speakers. Where the opening has none, the first ones further down are proposed and
//! marked as guesses; so are all reasons and means, which rest on a cue. Each proposal opens its passage.

use super::causes::{self, Lead};
use crate::compare::Annotated;
use crate::corpus::{Basis, Document, Fact, ZoneKind};
use crate::entities::{EntityKind, Mention, MentionForm};
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::protocol::{Ask, FiveWCell, FiveWRow, FiveWView, Passage};
use crate::quotes::{Certainty, Quote, QuoteKind};
use crate::say;
use crate::span::Span;
use crate::text::filling;
use crate::times::{self, Day, Time, TimeKind};

/// Proposals for one question.
const CELLS: usize = 4;
/// Words of the opening, behind the headline: lead and first paragraph as a rule.
const OPENING: usize = 90;
/// Words of a proposal, beyond which it is cut.
const WORDS: usize = 26;
/// Sentences in which reasons and means are looked for: further down they are those of other things.
const SENTENCES: usize = 16;

/// One article with its opening.
struct Asked<'c> {
    annotated: Annotated<'c>,
    document: &'c Document,
    /// Where the opening ends.
    opening: u32,
}

/// The questions of an article; nothing with an unknown id.
pub(crate) fn five_w(annotated: Annotated, id: DocumentId) -> Option<FiveWView> {
    let document = annotated.corpus.document(id)?;
    let asked = Asked { annotated, document, opening: document.end_after(OPENING) };
    let row = |ask: &Ask| FiveWRow { ask: *ask, cells: asked.cells(*ask) };
    Some(FiveWView { document: id, rows: Ask::ALL.iter().map(row).collect() })
}

impl Asked<'_> {
    fn cells(&self, ask: Ask) -> Vec<FiveWCell> {
        let mut cells = match ask {
            Ask::Hour => self.hours(),
            Ask::What => self.matter(),
            Ask::Who => self.named(|kind| matches!(kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Group)),
            Ask::Where => self.named(|kind| kind == EntityKind::Place),
            Ask::When => self.days(),
            Ask::Why => self.clauses(Lead::Why),
            Ask::How => self.clauses(Lead::How),
            Ask::Sources => self.sources(),
        };
        let mut known: Vec<String> = Vec::new();
        cells.retain(|cell| {
            let words = super::words_of(&cell.said);
            let is_new = !known.contains(&words);
            known.push(words);
            is_new
        });
        cells.truncate(CELLS);
        cells
    }

    fn text(&self, span: Span) -> String {
        filling::in_one_line(span.slice(self.document.text()))
    }

    /// A proposal in the words of the article.
    fn cell(&self, at: Span, is_guess: bool) -> FiveWCell {
        FiveWCell { said: clipped(&self.text(at)), passage: self.passage(at), is_guess }
    }

    fn passage(&self, at: Span) -> Passage {
        Passage::of(self.document, self.document.sentence_around(at), vec![at])
    }

    /// When it appeared, and the hours that it names.
    fn hours(&self) -> Vec<FiveWCell> {
        let mut cells: Vec<FiveWCell> = self.published().into_iter().collect();
        let times = self.annotated.times.times_in(self.document.id).iter();
        let of_article = times.filter(|time| self.document.sentence_at(time.span.start).is_some());
        cells.extend(of_article.filter(|time| has_hour(time)).map(|time| self.cell(time.span, false)));
        cells
    }

    fn published(&self) -> Option<FiveWCell> {
        let published = self.document.metadata.published.as_ref()?;
        let (day, hour) = published.value.split_once('T').unwrap_or((&published.value, ""));
        let day = Day::range_of(day).filter(|(first, last)| first == last).map_or(day.to_owned(), |(day, _)| day.in_words());
        let said = if hour.is_empty() {
            say!(format!("Paru le {day}, heure non indiquée"), format!("Published on {day}, no hour given"))
        } else {
            let hour = hour.get(..5).unwrap_or(hour);
            say!(format!("Paru le {day} à {}", hour.replace(':', "\u{a0}h\u{a0}")), format!("Published on {day} at {hour}"))
        };
        let passage = match published.basis {
            Basis::Stated(span) => Passage::of(self.document, span, vec![span]),
            // It stands nowhere in the page: the article's first sentence is what it is the date of.
            _ => Passage::of(self.document, self.document.sentences.first()?.span, Vec::new()),
        };
        Some(FiveWCell { said, passage, is_guess: matches!(published.basis, Basis::Inferred { .. }) })
    }

    /// The headline, and the first sentence behind it.
    fn matter(&self) -> Vec<FiveWCell> {
        let title = self.document.metadata.title.as_ref().and_then(stated);
        let first = |wanted: &dyn Fn(ZoneKind) -> bool| {
            self.document.sentences.iter().find(|sentence| wanted(sentence.zone)).map(|sentence| sentence.span)
        };
        let title = title.or_else(|| first(&|zone| zone == ZoneKind::Title));
        let told = first(&|zone| matches!(zone, ZoneKind::Lead | ZoneKind::Body));
        title.into_iter().chain(told).map(|at| self.cell(at, false)).collect()
    }

    /// Names of a kind in the opening, those that the article names most first; else the first further down.
    fn named(&self, wanted: impl Fn(EntityKind) -> bool) -> Vec<FiveWCell> {
        let mentions = self.annotated.entities.mentions_in(self.document.id).iter();
        let own: Vec<&Mention> = mentions.filter(|mention| wanted(mention.kind) && mention.form == MentionForm::Name).collect();
        let is_early = |mention: &&&Mention| mention.span.end <= self.opening;
        let mut early: Vec<&Mention> = own.iter().filter(is_early).copied().collect();
        let is_guess = early.is_empty();
        if is_guess {
            early = own;
        }
        let mut seen: Vec<EntityId> = Vec::new();
        early.retain(|mention| {
            !seen.contains(&mention.entity) && {
                seen.push(mention.entity);
                true
            }
        });
        let n = |mention: &Mention| self.annotated.entities.entity(mention.entity).map_or(0, |entity| entity.n_in(self.document.id));
        early.order_by_key(|mention| (std::cmp::Reverse(n(mention)), mention.span.start));
        let name = |mention: &Mention| {
            self.annotated.entities.entity(mention.entity).map_or_else(|| self.text(mention.span), |entity| entity.name.clone())
        };
        early.into_iter().map(|mention| FiveWCell { said: name(mention), passage: self.passage(mention.span), is_guess }).collect()
    }

    /// Days of the opening, sure ones first; else the first further down.
    fn days(&self) -> Vec<FiveWCell> {
        let times = self.annotated.times.times_in(self.document.id).iter();
        let is_day = |time: &&Time| {
            time.kind == TimeKind::Date && time.certainty != times::Certainty::Vague && self.document.sentence_at(time.span.start).is_some()
        };
        let own: Vec<&Time> = times.filter(is_day).collect();
        let mut early: Vec<&Time> = own.iter().filter(|time| time.span.end <= self.opening).copied().collect();
        let is_far = early.is_empty();
        if is_far {
            early = own;
        }
        // A day is a better answer than a year, and what is sure than what is likely.
        early.order_by_key(|time| (time.earliest != time.latest, time.certainty == times::Certainty::Likely, time.span.start));
        let cell = |time: &Time| {
            let is_guess = is_far || time.certainty == times::Certainty::Likely;
            let words = self.text(time.span);
            let day = time.earliest.zip(time.latest).filter(|(first, last)| first == last && time.certainty != times::Certainty::Written);
            let said = day.map_or(words.clone(), |(day, _)| format!("{words} ({})", day.in_words()));
            FiveWCell { said, passage: self.passage(time.span), is_guess }
        };
        early.into_iter().map(cell).collect()
    }

    fn clauses(&self, lead: Lead) -> Vec<FiveWCell> {
        let told =
            self.document.sentences.iter().filter(|sentence| matches!(sentence.zone, ZoneKind::Title | ZoneKind::Lead | ZoneKind::Body));
        let of = |sentence: &crate::corpus::Sentence| causes::clauses(self.document.text(), sentence.span, self.document.language, lead);
        let mut found: Vec<causes::Clause> = told.take(SENTENCES).flat_map(of).collect();
        found.order_by_key(|clause| clause.strength);
        found.into_iter().map(|clause| self.cell(clause.span, true)).collect()
    }

    /// Who is quoted, the most quoted first, then outlets and agencies through which it came.
    fn sources(&self) -> Vec<FiveWCell> {
        let quotes = self.annotated.quotes.quotes_in(self.document.id);
        let spoken = || quotes.iter().filter(|quote| !matches!(quote.kind, QuoteKind::Scare | QuoteKind::Title));
        let mut voices: Vec<(String, usize, &Quote)> = Vec::new();
        for quote in spoken() {
            let Some(speaker) = quote.speaker else { continue };
            let name = speaker.entity.and_then(|id| self.annotated.entities.entity(id)).map(|entity| entity.name.clone());
            let name = name.unwrap_or_else(|| clipped(&self.text(speaker.mention)));
            match voices.iter_mut().find(|(known, ..)| *known == name) {
                Some((_, words, first)) => {
                    *words += quote.inner.len();
                    // The proof is the surest place.
                    if first.speaker.is_some_and(|first| speaker.certainty < first.certainty) {
                        *first = quote;
                    }
                }
                None => voices.push((name, quote.inner.len(), quote)),
            }
        }
        voices.order_by_key(|(_, words, _)| std::cmp::Reverse(*words));
        let mut cells: Vec<FiveWCell> = voices.into_iter().filter_map(|(said, _, quote)| self.voice(said, quote)).collect();
        // A place is kept for those through whom the words came.
        let mut through: Vec<FiveWCell> =
            spoken().filter_map(|quote| quote.medium).map(|medium| self.through(medium.entity, medium.mention)).collect();
        through.extend(self.document.metadata.agencies.iter().filter_map(|agency| {
            let at = stated(agency)?;
            let passage = Passage::of(self.document, at, vec![at]);
            Some(FiveWCell { said: agency.value.clone(), passage, is_guess: false })
        }));
        cells.truncate(CELLS - usize::from(!through.is_empty()));
        cells.extend(through);
        cells
    }

    fn voice(&self, said: String, quote: &Quote) -> Option<FiveWCell> {
        let speaker = quote.speaker?;
        Some(FiveWCell { said, passage: self.passage(speaker.mention), is_guess: speaker.certainty > Certainty::Described })
    }

    fn through(&self, entity: EntityId, mention: Span) -> FiveWCell {
        let name = self.annotated.entities.entity(entity).map_or_else(|| self.text(mention), |entity| entity.name.clone());
        FiveWCell { said: name, passage: self.passage(mention), is_guess: false }
    }
}

fn stated<T>(fact: &Fact<T>) -> Option<Span> {
    match fact.basis {
        Basis::Stated(span) => Some(span),
        _ => None,
    }
}

/// True for a time that says the hour: `2015-02-20T11:20`, not `2015-02-20TMO`.
fn has_hour(time: &Time) -> bool {
    time.kind == TimeKind::Date && time.value.split_once('T').is_some_and(|(_, hour)| hour.starts_with(|c: char| c.is_ascii_digit()))
}

/// The first words of what is said.
fn clipped(text: &str) -> String {
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut said = words[..words.len().min(WORDS)].join(" ");
    if words.len() > WORDS {
        said.push('…');
    }
    said
}
