//! Which language a text is in, of the nine that the press around it writes, and which paragraphs are in another one.
//!
//! The engine reads French and English; a text in a third language is taken for one of them, which must be said. Languages
//! in Latin letters are told by function words of their own, others by their letters. What is short or mixed is not told.

use serde::{Deserialize, Serialize};

use crate::corpus::Document;
use crate::order::Order;
use crate::say;
use crate::span::Span;
use crate::text::{self, Language};

/// A language that is told from the others, read by the engine or not.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Tongue {
    French,
    English,
    Spanish,
    German,
    Italian,
    Portuguese,
    Dutch,
    Russian,
    Arabic,
}

/// Frequent words that the other languages of this list do not have, folded.
const WORDS: [(Tongue, &[&str]); 7] = [
    (
        Tongue::French,
        &["le", "les", "et", "du", "est", "une", "dans", "qui", "pour", "au", "aux", "ce", "pas", "sur", "il", "elle", "avec", "a"],
    ),
    (
        Tongue::English,
        &["the", "of", "and", "to", "is", "was", "that", "for", "with", "by", "it", "his", "has", "have", "from", "were", "are", "on"],
    ),
    (
        Tongue::Spanish,
        &["el", "los", "las", "y", "en", "por", "con", "una", "para", "del", "es", "pero", "sus", "como", "fue", "lo", "este", "ha"],
    ),
    (
        Tongue::German,
        &["der", "die", "das", "und", "den", "von", "zu", "mit", "ist", "auf", "dem", "nicht", "ein", "eine", "im", "auch", "sich"],
    ),
    (
        Tongue::Italian,
        &["il", "di", "che", "della", "e", "per", "sono", "gli", "del", "con", "una", "nel", "alla", "dei", "anche", "non", "ha"],
    ),
    (
        Tongue::Portuguese,
        &["o", "os", "do", "da", "em", "um", "uma", "com", "nao", "dos", "das", "no", "na", "ao", "foi", "mais", "pelo", "e"],
    ),
    (
        Tongue::Dutch,
        &["het", "een", "van", "en", "dat", "zijn", "niet", "voor", "met", "op", "aan", "ook", "naar", "bij", "maar", "wordt", "er"],
    ),
];

/// Words of a paragraph at least: a shorter one is a quotation or a name.
const WORDS_OF_A_PARAGRAPH: usize = 25;
/// Share of the words of a text that its language's own words are, at least: a sixth even in lists of names.
const OWN: usize = 7;
/// Times as many words of another language as of the article's own in a paragraph of that language.
const CLEAR: usize = 3;
/// Words of a text that are looked at.
const LOOKED_AT: usize = 1_000;

impl Tongue {
    /// As in `en …`, `in …`.
    pub(super) fn name(self) -> &'static str {
        match self {
            Tongue::French => say!("français", "French"),
            Tongue::English => say!("anglais", "English"),
            Tongue::Spanish => say!("espagnol", "Spanish"),
            Tongue::German => say!("allemand", "German"),
            Tongue::Italian => say!("italien", "Italian"),
            Tongue::Portuguese => say!("portugais", "Portuguese"),
            Tongue::Dutch => say!("néerlandais", "Dutch"),
            Tongue::Russian => say!("russe ou une langue voisine", "Russian or a language close to it"),
            Tongue::Arabic => say!("arabe ou une langue voisine", "Arabic or a language close to it"),
        }
    }
}

impl From<Language> for Tongue {
    fn from(language: Language) -> Self {
        match language {
            Language::French => Tongue::French,
            Language::English => Tongue::English,
        }
    }
}

/// The language of an article; when its words do not tell, the one it is read in.
pub(super) fn of(document: &Document) -> Tongue {
    let spans = document.paragraphs().into_iter().map(|zone| zone.span);
    told(document.text(), spans).map_or(document.language.into(), |(tongue, _)| tongue)
}

/// The language of two articles in three, if there is one.
pub(super) fn most(tongues: &[Tongue]) -> Option<Tongue> {
    let mut sorted = tongues.to_vec();
    sorted.order();
    let most = sorted.chunk_by(|x, y| x == y).max_by_key(|same| same.len())?;
    (tongues.len() >= super::MANY && most.len() * 3 >= tongues.len() * 2).then_some(most[0])
}

/// For each other language with paragraphs in it: the first of them, and how many.
pub(super) fn foreign_paragraphs(document: &Document, own: Tongue) -> Vec<(Span, Tongue, usize)> {
    let mut found: Vec<(Span, Tongue, usize)> = Vec::new();
    for span in document.paragraphs().into_iter().map(|zone| zone.span) {
        let Some((tongue, counts)) = told(document.text(), [span].into_iter()) else { continue };
        let count = |tongue| counts.iter().find(|(other, _)| *other == tongue).map_or(0, |(_, n)| *n);
        if tongue == own || count(tongue) < CLEAR * count(own) {
            continue;
        }
        match found.iter_mut().find(|(_, other, _)| *other == tongue) {
            Some((_, _, n)) => *n += 1,
            None => found.push((span, tongue, 1)),
        }
    }
    found
}

/// The language of some stretches of text, with the words counted for each; nothing when it is not clear.
fn told(text: &str, spans: impl Iterator<Item = Span>) -> Option<(Tongue, Vec<(Tongue, usize)>)> {
    let mut counts: Vec<(Tongue, usize)> = WORDS.iter().map(|(tongue, _)| (*tongue, 0)).collect();
    let (mut n_words, mut n_russian, mut n_arabic) = (0, 0, 0);
    for span in spans.flat_map(|span| text::words(text, span)).take(LOOKED_AT) {
        let word = span.slice(text);
        n_words += 1;
        n_russian += usize::from(word.starts_with(|c| matches!(c, '\u{400}'..='\u{4ff}')));
        n_arabic += usize::from(word.starts_with(|c| matches!(c, '\u{600}'..='\u{6ff}')));
        let folded = text::fold(word);
        for (count, (_, words)) in counts.iter_mut().zip(&WORDS) {
            count.1 += usize::from(words.contains(&folded.as_str()));
        }
    }
    counts.extend([(Tongue::Russian, n_russian / 2), (Tongue::Arabic, n_arabic / 2)]);
    let (tongue, n) = counts.iter().copied().fold((Tongue::French, 0), |best, next| if next.1 > best.1 { next } else { best });
    (n_words >= WORDS_OF_A_PARAGRAPH && n * OWN >= n_words).then_some((tongue, counts))
}
