//! Who said it?
//!
//! Asked of what stands between marks in one piece and is attributed to somebody named: the quoted words alone are shown, so that
//! the name beside them gives nothing away, and words in which a name of the speaker stands are not asked. Where the same words are
//! given to two speakers, nobody is right and nothing is asked. A pronoun or a function that was resolved is a doubt, and said.

use super::{Asked, Lesson, first, has_words, in_turn, n_words, some, words_of};
use crate::entities::{Entity, EntityKind, MentionForm};
use crate::id::EntityId;
use crate::order::Order;
use crate::protocol::{Choice, Passage, Question};
use crate::quotes::{Certainty, Closing, Quote, QuoteKind};
use crate::say;

/// Names that are chosen from.
const CHOICES: usize = 4;
/// Words of a quotation: fewer could be anybody's, more are a page.
const WORDS: std::ops::RangeInclusive<usize> = 6..=70;
/// Letters of a part of a name that tells one person from another; `de` does not.
const TELLING: usize = 3;

pub(super) fn speakers(lesson: &Lesson) -> Asked {
    let mut lot = lesson.lot(3);
    let names = names(lesson);
    let mut quotes: Vec<&Quote> = spoken(lesson).filter(|quote| serves(lesson, quote)).collect();
    if quotes.is_empty() {
        return Err(say!(
            "Aucune citation entre guillemets de ces articles n’est sûrement attribuée à quelqu’un qui y est nommé.",
            "No quotation between marks in these articles is surely attributed to somebody named there."
        )
        .to_owned());
    }
    lot.shuffle(&mut quotes);
    let quotes = in_turn(quotes, |quote| quote.speaker.and_then(|speaker| speaker.entity));
    let mut turn = lot.below(CHOICES);
    let mut asked: Vec<String> = Vec::new();
    let questions = first(lesson.n, quotes, |quote| {
        let words = words_of(quote.inner.slice(lesson.held(quote.document)?.document.text()));
        if asked.iter().any(|known| has_words(known, &words) || has_words(&words, known)) {
            return None;
        }
        let question = question(lesson, quote, &names, turn, &mut lot)?;
        turn += 1;
        asked.push(words);
        Some(question)
    });
    some(
        questions,
        say!(
            "Une seule personne est citée sans ambiguïté dans ces articles : il n’y a pas de choix à proposer.",
            "Only one person is quoted unambiguously in these articles: there is no choice to offer."
        ),
    )
}

fn question(lesson: &Lesson, quote: &Quote, names: &[EntityId], turn: usize, lot: &mut super::Lot) -> Option<Question> {
    let document = lesson.held(quote.document)?.document;
    let speaker = quote.speaker?;
    let right = lesson.annotated.entities.entity(speaker.entity?)?;
    let mut others: Vec<&Entity> =
        names.iter().filter_map(|id| lesson.annotated.entities.entity(*id)).filter(|other| differ(right, other)).collect();
    lot.shuffle(&mut others);
    // Somebody of the same kind first: a ministry among four persons is told by its looks.
    others.order_by_key(|other| other.kind != right.kind);
    let mut chosen: Vec<&Entity> = Vec::new();
    for other in others {
        if chosen.len() + 1 < CHOICES && chosen.iter().all(|known| differ(known, other)) {
            chosen.push(other);
        }
    }
    if chosen.is_empty() {
        return None;
    }
    lot.shuffle(&mut chosen);
    let place = turn % (chosen.len() + 1);
    chosen.insert(place, right);
    Some(Question {
        shown: Passage::of(document, quote.inner, Vec::new()),
        choices: chosen.iter().map(|entity| Choice::Words(entity.name.clone())).collect(),
        answers: vec![u32::try_from(place).ok()?],
        ties: Vec::new(),
        marks: Vec::new(),
        evidence: evidence(lesson, quote)?,
        is_doubtful: speaker.certainty > Certainty::Described,
    })
}

/// The sentences from the quotation to the words that say who speaks.
fn evidence(lesson: &Lesson, quote: &Quote) -> Option<Vec<Passage>> {
    let document = lesson.held(quote.document)?.document;
    let mut marks = vec![quote.inner, quote.speaker?.mention];
    marks.order();
    let whole = document.sentence_around(quote.span);
    let whole = whole.cover(document.sentence_around(quote.speaker?.mention));
    // A mention far off has a passage of its own.
    Some(if n_words(whole.slice(document.text())) > 2 * *WORDS.end() {
        Passage::around(document, &marks)
    } else {
        vec![Passage::of(document, whole, marks)]
    })
}

/// Quotations of the articles of the lesson, as far as they are shown.
fn spoken<'l>(lesson: &'l Lesson) -> impl Iterator<Item = &'l Quote> {
    let of = |held: &'l super::Held| lesson.annotated.quotes.quotes_in(held.document.id).iter();
    lesson.held.iter().flat_map(of).filter(|quote| lesson.shows(quote.document, quote.span))
}

/// True for a quotation of which the question can be asked.
fn serves(lesson: &Lesson, quote: &Quote) -> bool {
    let (Some(held), Some(speaker)) = (lesson.held(quote.document), quote.speaker) else { return false };
    let Some(entity) = speaker.entity.and_then(|id| lesson.annotated.entities.entity(id)) else { return false };
    let text = quote.inner.slice(held.document.text());
    let words = words_of(text);
    matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial)
        && quote.closing == Closing::Paired
        && speaker.certainty <= Certainty::Resolved
        && lesson.shows(quote.document, speaker.mention)
        && quote.within.is_none()
        && quote.parts.iter().copied().reduce(crate::span::Span::cover) == Some(quote.inner)
        && quote.parts.windows(2).all(|pair| held.document.text()[pair[0].end as usize..pair[1].start as usize].trim().is_empty())
        && WORDS.contains(&n_words(text))
        && is_somebody(lesson, entity)
        && !telling_words(entity).iter().any(|name| has_words(&words, name))
        && !is_disputed(lesson, quote, entity.id, &words)
}

/// True when the same words are given to somebody else: in another version of the utterance, or anywhere in the lesson.
fn is_disputed(lesson: &Lesson, quote: &Quote, speaker: EntityId, words: &str) -> bool {
    let quotes = lesson.annotated.quotes;
    let other_speaker = |other: &Quote| other.speaker.and_then(|other| other.entity).is_some_and(|id| id != speaker);
    let utterance = quote.utterance.and_then(|id| quotes.utterances.get(id.0 as usize));
    let versions = utterance.map_or(&[][..], |utterance| &utterance.versions);
    versions.iter().filter_map(|version| quotes.quote(version.quote)).any(other_speaker)
        || spoken(lesson).filter(|other| other_speaker(other)).any(|other| {
            let Some(held) = lesson.held(other.document) else { return false };
            let theirs = words_of(other.inner.slice(held.document.text()));
            has_words(&theirs, words) || (n_words(&theirs) >= *WORDS.start() && has_words(words, &theirs))
        })
}

/// Those who speak in the articles of the lesson; of a lesson with one voice, those who speak elsewhere in the corpus too.
fn names(lesson: &Lesson) -> Vec<EntityId> {
    let of = |quotes: &mut dyn Iterator<Item = &Quote>| {
        let sure = quotes.filter_map(|quote| quote.speaker).filter(|speaker| speaker.certainty <= Certainty::Resolved);
        let mut ids: Vec<EntityId> = sure.filter_map(|speaker| speaker.entity).collect();
        ids.order();
        ids.dedup();
        ids.retain(|id| lesson.annotated.entities.entity(*id).is_some_and(|entity| is_somebody(lesson, entity)));
        ids
    };
    let here = of(&mut spoken(lesson));
    if here.len() > 1 { here } else { of(&mut lesson.annotated.quotes.quotes.iter()) }
}

/// True for a person or a body that is called by a name: not an outlet, which would tell where the words stand.
fn is_somebody(lesson: &Lesson, entity: &Entity) -> bool {
    let named = |mention: &crate::entities::Mention| mention.entity == entity.id && mention.form == MentionForm::Name;
    let is_named = || {
        let documents = entity.n_mentions.iter().map(|(document, _)| *document);
        documents.take(CHOICES).any(|document| lesson.annotated.entities.mentions_in(document).iter().any(named))
    };
    matches!(entity.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Group) && is_named()
}

/// True when no telling part of the names is common to both: `Manuel Valls` is not chosen beside `Valls`.
fn differ(x: &Entity, y: &Entity) -> bool {
    let theirs = telling_words(y);
    x.id != y.id && telling_words(x).iter().all(|word| !theirs.contains(word))
}

/// The parts of an entity's name that tell it from others, each as [`words_of`] makes it.
fn telling_words(entity: &Entity) -> Vec<String> {
    let words = words_of(&entity.name);
    let long = words.split_whitespace().filter(|word| word.chars().count() >= TELLING);
    let mut found: Vec<String> = long.map(|word| format!(" {word} ")).collect();
    if found.is_empty() {
        found.push(words);
    }
    found
}
