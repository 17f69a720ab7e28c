//! Who said it?
//!
//! Asked of what stands between marks in one piece and is attributed to somebody who is named or described there: the quoted words
//! alone are shown, so that the name beside them gives nothing away, and words in which a name of the speaker stands are not
//! asked. Where the same words are given to two speakers, nobody is right and nothing is asked. A pronoun or a function that was
//! resolved is a doubt, and said. Wrong choices are those who speak elsewhere, and then those who are only named.

use super::spread::spread;
use super::words::is_in_one_piece;
use super::{Asked, Lesson, has_words, in_turn, n_words, some, words_of};
use crate::corpus::Document;
use crate::entities::{Entity, EntityKind, MentionForm};
use crate::id::EntityId;
use crate::order::Order;
use crate::protocol::{Choice, Passage, Question, Wording};
use crate::quotes::{Certainty, Quote, Speaker};
use crate::say;
use crate::text::filling;

/// Names that are chosen from.
const CHOICES: usize = 4;
/// Words of a quotation: fewer could be anybody's, more are a page.
const WORDS: std::ops::RangeInclusive<usize> = 6..=70;
/// Letters of a part of a name that tells one from another, and of a word of a description; `de` does not.
const TELLING: usize = 3;
const TELLING_WORD: usize = 5;
/// Words of a description: longer ones are half a sentence.
const DESCRIBED: usize = 9;

/// Who can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Voice {
    entity: Option<EntityId>,
    kind: Option<EntityKind>,
    name: String,
    /// The words that tell it from others, each as [`words_of`] makes it.
    telling: Vec<String>,
}

pub(super) fn speakers(lesson: &Lesson) -> Asked {
    let mut lot = lesson.lot(3);
    let voices = voices(lesson);
    let mut quotes: Vec<(&Quote, Voice)> = spoken(lesson).filter_map(|quote| Some((quote, asked_of(lesson, quote)?))).collect();
    if quotes.is_empty() {
        return Err(say!(
            "Aucune citation entre guillemets de ces articles n’est sûrement attribuée à quelqu’un qui y est nommé.",
            "No quotation between marks in these articles is surely attributed to somebody named there."
        )
        .to_owned());
    }
    lot.shuffle(&mut quotes);
    let quotes = in_turn(quotes, |(_, voice)| voice.name.clone());
    let mut turn = lot.below(CHOICES);
    let mut asked: Vec<String> = Vec::new();
    let questions = quotes.into_iter().filter_map(|(quote, voice)| {
        let words = words_of(quote.inner.slice(lesson.held(quote.document)?.document.text()));
        if asked.iter().any(|known| has_words(known, &words) || has_words(&words, known)) {
            return None;
        }
        let question = question(lesson, (quote, &voice), &voices, turn, &mut lot)?;
        turn += 1;
        asked.push(words);
        Some((voice.name, question))
    });
    some(
        spread(lesson.n, questions.collect()),
        say!(
            "Une seule personne est citée ou nommée sans ambiguïté dans ces articles : il n’y a pas de choix à proposer.",
            "Only one person is quoted or named unambiguously in these articles: there is no choice to offer."
        ),
    )
}

fn question(lesson: &Lesson, (quote, right): (&Quote, &Voice), voices: &[Voice], turn: usize, lot: &mut super::Lot) -> Option<Question> {
    let document = lesson.held(quote.document)?.document;
    let mut others: Vec<&Voice> = voices.iter().filter(|other| differ(right, other)).collect();
    let n_speaking = voices.iter().filter(|voice| voice.entity.is_none() || is_speaking(lesson, voice)).count();
    lot.shuffle(&mut others);
    // Who speaks elsewhere before who is only named; and the same kind first: a ministry among four persons is told by its looks.
    let speaks = |voice: &Voice| n_speaking > 1 && (voice.entity.is_none() || is_speaking(lesson, voice));
    others.order_by_key(|other| (!speaks(other), other.kind != right.kind));
    let mut chosen: Vec<&Voice> = Vec::new();
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
        wording: Wording::Exact,
        choices: chosen.iter().map(|voice| Choice::Words(voice.name.clone())).collect(),
        answers: vec![u32::try_from(place).ok()?],
        ties: Vec::new(),
        marks: Vec::new(),
        evidence: evidence(lesson, quote)?,
        is_doubtful: quote.speaker?.certainty > Certainty::Described,
    })
}

/// The sentences from the quotation to the words that say who speaks.
fn evidence(lesson: &Lesson, quote: &Quote) -> Option<Vec<Passage>> {
    let document = lesson.held(quote.document)?.document;
    let mention = quote.speaker?.mention;
    let mut marks = vec![quote.inner, mention];
    marks.order();
    let whole = document.sentence_around(quote.span).cover(document.sentence_around(mention));
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

/// Who says a quotation of which the question can be asked.
fn asked_of(lesson: &Lesson, quote: &Quote) -> Option<Voice> {
    let (held, speaker) = (lesson.held(quote.document)?, quote.speaker?);
    let said = quote.inner.slice(held.document.text());
    let words = words_of(said);
    let serves = is_in_one_piece(lesson, quote)
        && speaker.certainty <= Certainty::Resolved
        && lesson.shows(quote.document, speaker.mention)
        && WORDS.contains(&n_words(said));
    let voice = voice(lesson, held.document, speaker).filter(|_| serves)?;
    let is_named = voice.telling.iter().any(|name| has_words(&words, name));
    (!is_named && !is_disputed(lesson, quote, &words)).then_some(voice)
}

/// True when the same words are given to somebody else: in another version of the utterance, or anywhere in the lesson.
fn is_disputed(lesson: &Lesson, quote: &Quote, words: &str) -> bool {
    let quotes = lesson.annotated.quotes;
    let speaker = quote.speaker.and_then(|speaker| speaker.entity);
    let is_other = |other: &Quote| other.speaker.is_some_and(|theirs| theirs.entity != speaker) && !std::ptr::eq(other, quote);
    let utterance = quote.utterance.and_then(|id| quotes.utterances.get(id.0 as usize));
    let versions = utterance.map_or(&[][..], |utterance| &utterance.versions);
    versions.iter().filter_map(|version| quotes.quote(version.quote)).any(is_other)
        || spoken(lesson).filter(|other| is_other(other)).any(|other| {
            let Some(held) = lesson.held(other.document) else { return false };
            let said = other.inner.slice(held.document.text());
            let theirs = words_of(said);
            has_words(&theirs, words) || (n_words(said) >= *WORDS.start() && has_words(words, &theirs))
        })
}

/// Who speaks in the articles of the lesson, then the persons that these name.
fn voices(lesson: &Lesson) -> Vec<Voice> {
    let sure = spoken(lesson).filter(|quote| quote.speaker.is_some_and(|speaker| speaker.certainty <= Certainty::Resolved));
    let speaking = sure.filter_map(|quote| voice(lesson, lesson.held(quote.document)?.document, quote.speaker?));
    let named = lesson.held.iter().flat_map(|held| {
        let mentions = lesson.annotated.entities.mentions_in(held.document.id).iter();
        mentions.filter(|mention| mention.kind == EntityKind::Person && mention.form == MentionForm::Name && held.shows(mention.span))
    });
    let named = named.filter_map(|mention| lesson.annotated.entities.entity(mention.entity)).filter(|entity| entity.name.contains(' '));
    let mut voices: Vec<Voice> = speaking.chain(named.map(of_entity)).collect();
    voices.order_by_key(|voice| (voice.entity.is_none(), voice.entity, voice.name.clone()));
    voices.dedup();
    voices
}

fn is_speaking(lesson: &Lesson, voice: &Voice) -> bool {
    spoken(lesson).any(|quote| quote.speaker.is_some_and(|speaker| speaker.entity.is_some() && speaker.entity == voice.entity))
}

/// Who a speaker is to the reader: somebody with a name, or the words that describe a source that has none.
fn voice(lesson: &Lesson, document: &Document, speaker: Speaker) -> Option<Voice> {
    let Some(id) = speaker.entity else {
        let name = filling::in_one_line(speaker.mention.slice(document.text()));
        let telling = telling_words(&name, TELLING_WORD);
        let is_described = speaker.certainty == Certainty::Described && !telling.is_empty() && n_words(&name) <= DESCRIBED;
        return is_described.then_some(Voice { entity: None, kind: None, name, telling });
    };
    let entity = lesson.annotated.entities.entity(id)?;
    let named = |mention: &crate::entities::Mention| mention.entity == id && mention.form == MentionForm::Name;
    let is_named = lesson.annotated.entities.mentions_in(document.id).iter().any(named);
    // An outlet would tell where the words stand.
    let is_somebody = matches!(entity.kind, EntityKind::Person | EntityKind::Organisation | EntityKind::Group);
    (is_named && is_somebody).then(|| of_entity(entity))
}

fn of_entity(entity: &Entity) -> Voice {
    Voice { entity: Some(entity.id), kind: Some(entity.kind), name: entity.name.clone(), telling: telling_words(&entity.name, TELLING) }
}

/// True when no telling part of the names is common to both: `Manuel Valls` is not chosen beside `Valls`.
fn differ(x: &Voice, y: &Voice) -> bool {
    x.telling.iter().all(|word| !y.telling.contains(word))
}

/// The words of a name, of `least` letters, that tell it from others; all of a short one.
fn telling_words(name: &str, least: usize) -> Vec<String> {
    let words = words_of(name);
    let long = words.split_whitespace().filter(|word| word.chars().count() >= least);
    let mut found: Vec<String> = long.map(|word| format!(" {word} ")).collect();
    if found.is_empty() && words.len() > 1 {
        found.push(words);
    }
    found
}
