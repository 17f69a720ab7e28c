//! What is wrong with the articles that were brought: what is not known of them, and where their texts are damaged.
//!
//! A text copied from a page loses words where links stood, its quotation marks, its end; a file read wrongly shows `Ã©`.
//! Who compares articles must know it before taking a loss for an omission. Precision goes before recall: every rule asks
//! for evidence that a sound text in French or English does not give, and furniture is left alone. Nothing is repaired here,
//! and neither spelling nor grammar is judged.

mod encoding;
mod endings;
mod languages;
mod losses;
mod marks;
mod paragraph;
mod sentences;
mod spacing;
#[cfg(test)]
mod tests;
mod values;

use serde::{Deserialize, Serialize};

pub use languages::Tongue;

use crate::corpus::{Basis, Corpus, Document, Encoding, Reason, ZoneKind};
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;
use paragraph::Paragraph;

/// One thing wrong with one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Issue {
    pub document: DocumentId,
    /// Where, or where first.
    pub span: Option<Span>,
    pub kind: IssueKind,
}

/// What is wrong with an article. Displayed as a sentence.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum IssueKind {
    /// Nothing could be read at all.
    NoText,
    /// A title, and no article below it.
    NoBody,
    NoTitle,
    NoOutlet,
    /// No day of publication is stated or given; `inferred` when there is a guess.
    NoDate {
        inferred: bool,
    },
    /// The page gives a date that its text contradicts.
    ContradictedDate {
        value: String,
        why: Reason,
    },
    /// So few words that figures about the article mean little.
    Short {
        n_words: usize,
    },
    /// Many times longer than the middle one of the corpus.
    Long {
        n_words: usize,
        median: usize,
    },
    /// Most articles of the corpus are in another language.
    ForeignArticle {
        language: Tongue,
        most: Tongue,
    },
    /// Paragraphs in another language than their article.
    ForeignParagraphs {
        language: Tongue,
        n: usize,
    },
    /// The file was not UTF-8.
    Reencoded {
        encoding: Encoding,
    },
    /// The text is damaged in `n` places in this way; `first` is the first one.
    Damaged {
        first: Damage,
        n: usize,
    },
}

/// How a text is damaged at one place.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Damage {
    /// Words are missing, often a link that stood there.
    LostWords,
    /// `Publié Mis à jour`, without the dates.
    LostDate,
    /// A character that could not be read: U+FFFD.
    Unreadable,
    /// UTF-8 read as another encoding, with the reading of the word that was meant.
    Misread { shown: String, repaired: String },
    /// The article ends before its end.
    Cut(Cut),
    /// A quotation mark that nothing closes, or that nothing opened.
    UnpairedMark,
    /// A quotation opened by one sort of mark and closed by another.
    MismatchedMarks,
    /// A paragraph without its final stop.
    NoStop,
    /// `fin.Début`
    NoSpace,
    /// A word cut at the end of a line: `exem- ple`.
    CutWord { joined: String },
    /// A day that no calendar has: `31 février`.
    NoSuchDay { written: String },
    /// A number that cannot be read: `1.2.3,4`.
    NoSuchNumber { written: String },
    /// Code of a page in the text: `&nbsp;`, `</p>`.
    Residue,
}

/// What shows that an article was cut.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Cut {
    /// The last sentence has no end.
    Unfinished,
    /// `[…]`, or a short text that ends in `…`.
    Ellipsis,
    /// The page says that the rest is for subscribers, or elsewhere.
    Paywall,
}

/// Words below which an article is short: a brief of a news agency has some sixty.
const SHORT: usize = 60;
/// Times the middle length above which an article is long, and words below which it never is.
const LONG: usize = 8;
const LONG_WORDS: usize = 3_000;
/// Articles below which a corpus has no middle and no majority.
const MANY: usize = 3;

/// Everything wrong with the articles of `corpus`, in their order; damage of one sort in one article is one issue.
pub fn examine(corpus: &Corpus) -> Vec<Issue> {
    let lengths: Vec<usize> = corpus.documents.iter().map(Document::n_words).collect();
    let tongues: Vec<Tongue> = corpus.documents.iter().map(languages::of).collect();
    let (median, most) = (median(&lengths), languages::most(&tongues));
    let mut issues = Vec::new();
    for ((document, n_words), language) in corpus.documents.iter().zip(lengths).zip(tongues) {
        let mut note = |span: Option<Span>, kind: IssueKind| issues.push(Issue { document: document.id, span, kind });
        unknown(document, n_words, &mut note);
        if n_words > LONG_WORDS && median.is_some_and(|median| n_words > LONG * median) {
            note(None, IssueKind::Long { n_words, median: median.unwrap_or(0) });
        }
        if let Some(most) = most.filter(|most| *most != language && n_words >= SHORT / 2) {
            note(None, IssueKind::ForeignArticle { language, most });
        }
        for (span, language, n) in languages::foreign_paragraphs(document, language) {
            note(Some(span), IssueKind::ForeignParagraphs { language, n });
        }
        let mut damages = damages(document);
        damages.order_by_key(|(span, damage)| (rank(damage), *span));
        for same in damages.chunk_by(|x, y| rank(&x.1) == rank(&y.1)) {
            note(Some(same[0].0), IssueKind::Damaged { first: same[0].1.clone(), n: same.len() });
        }
    }
    issues
}

/// Every place where the text of an article is damaged, in order; offsets as in [`Document::text`].
pub fn damages(document: &Document) -> Vec<(Span, Damage)> {
    let paragraphs: Vec<Paragraph> = document.paragraphs().into_iter().map(|zone| Paragraph::of(document, zone)).collect();
    let mut found = Vec::new();
    for paragraph in &paragraphs {
        let mut report = |span: Span, damage: Damage| found.push((paragraph.place(span), damage));
        losses::words(document, paragraph, &mut report);
        encoding::examine(&paragraph.text, &mut report);
        spacing::examine(&paragraph.text, &mut report);
        values::examine(&paragraph.text, &mut report);
    }
    found.extend(losses::dates(document));
    found.extend(spacing::cut_words(&paragraphs));
    found.extend(marks::examine(&paragraphs));
    found.extend(endings::examine(document, &paragraphs));
    found.order_by_key(|(span, damage)| (*span, rank(damage)));
    found
}

/// What is not known of an article, and how it was read.
fn unknown(document: &Document, n_words: usize, note: &mut impl FnMut(Option<Span>, IssueKind)) {
    let has = |kinds: &[ZoneKind]| document.zones.iter().any(|zone| kinds.contains(&zone.kind));
    let known = &document.metadata;
    match n_words {
        0 => note(None, IssueKind::NoText),
        _ if !has(&[ZoneKind::Lead, ZoneKind::Body]) => note(None, IssueKind::NoBody),
        1..SHORT => note(None, IssueKind::Short { n_words }),
        _ => {}
    }
    if known.title.is_none() {
        note(None, IssueKind::NoTitle);
    }
    if known.outlet.is_none() {
        note(None, IssueKind::NoOutlet);
    }
    match &known.published {
        None => note(None, IssueKind::NoDate { inferred: false }),
        Some(fact) if matches!(fact.basis, Basis::Inferred { .. }) => note(None, IssueKind::NoDate { inferred: true }),
        Some(_) => {}
    }
    for date in &known.contradicted {
        note(Some(date.span), IssueKind::ContradictedDate { value: date.value.clone(), why: date.why.clone() });
    }
    if document.origin.encoding != Encoding::Utf8 {
        note(None, IssueKind::Reencoded { encoding: document.origin.encoding.clone() });
    }
}

fn median(lengths: &[usize]) -> Option<usize> {
    let mut lengths = lengths.to_vec();
    lengths.order();
    (lengths.len() >= MANY).then(|| lengths[lengths.len() / 2])
}

/// Sorts of damage, the worst first; damage of one rank is told once.
fn rank(damage: &Damage) -> u8 {
    match damage {
        Damage::Cut(_) => 0,
        Damage::Unreadable => 1,
        Damage::Misread { .. } => 2,
        Damage::LostWords => 3,
        Damage::LostDate => 4,
        Damage::Residue => 5,
        Damage::MismatchedMarks => 6,
        Damage::UnpairedMark => 7,
        Damage::CutWord { .. } => 8,
        Damage::NoSpace => 9,
        Damage::NoStop => 10,
        Damage::NoSuchDay { .. } => 11,
        Damage::NoSuchNumber { .. } => 12,
    }
}
