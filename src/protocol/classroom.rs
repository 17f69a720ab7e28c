//! What a class does with a corpus: activities with their answers, and the five questions of each article.
//!
//! Requests and answers go as bytes, as those about all articles do: who passes them on carries no code to read them. Nothing in an
//! answer is chosen by chance of the moment: the same corpus and the same seed give the same questions, on every machine, so that a
//! link brings a whole class to one sheet. Articles are chosen among by id, so that what they are called gives nothing away.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::id::DocumentId;
use crate::span::Span;

/// A question for the classroom.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClassRequest {
    Lesson(LessonRequest),
    FiveW { document: DocumentId },
}

/// Its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ClassView {
    Lesson(LessonView),
    FiveW(FiveWView),
}

/// Which activities, and how many questions each.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonRequest {
    pub kinds: Vec<ActivityKind>,
    /// Another one gives other questions, where there are more than are asked.
    pub seed: u32,
    /// Questions of each activity at most; [`MOST_QUESTIONS`] are given.
    pub n_questions: u32,
    /// The articles that the class has before it; empty for all, of which a large corpus gives some that tell of one thing.
    pub articles: Vec<DocumentId>,
    /// Words of each article that the class has before it, to the end of a sentence; 0 for the whole. Nothing is asked that
    /// stands further down.
    pub words: u32,
}

/// Questions of one activity, at most.
pub const MOST_QUESTIONS: u32 = 20;

/// What is guessed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum ActivityKind {
    /// Which article says it?
    Teller,
    /// Who said it?
    Speaker,
    /// Which article gives this figure?
    Figure,
    /// Told by all, by several, by one?
    Reach,
    /// Mark the quotations of a passage.
    Quotations,
    /// Mark who is named as a source.
    Sources,
    /// Mark the dates.
    Dates,
    /// Which headline belongs to which article?
    Headlines,
    /// In which order did they appear?
    Order,
}

impl ActivityKind {
    pub const ALL: [Self; 9] = [
        Self::Teller,
        Self::Speaker,
        Self::Figure,
        Self::Reach,
        Self::Quotations,
        Self::Sources,
        Self::Dates,
        Self::Headlines,
        Self::Order,
    ];

    /// As it is called in addresses and files.
    pub fn label(self) -> &'static str {
        match self {
            Self::Teller => "article",
            Self::Speaker => "voix",
            Self::Figure => "chiffre",
            Self::Reach => "portee",
            Self::Quotations => "citations",
            Self::Sources => "sources",
            Self::Dates => "dates",
            Self::Headlines => "titres",
            Self::Order => "ordre",
        }
    }

    pub fn of_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.label() == label)
    }

    /// True for what is answered by marking words and not by choosing.
    pub fn is_marking(self) -> bool {
        matches!(self, Self::Quotations | Self::Sources | Self::Dates)
    }
}

/// The activities, in the order in which they were asked for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct LessonView {
    /// The articles that are asked about, in order: of those that are one text the first, of a large corpus some.
    pub articles: Vec<DocumentId>,
    pub activities: Vec<Activity>,
}

/// One activity.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Activity {
    pub kind: ActivityKind,
    pub questions: Vec<Question>,
    /// Why there are none; a sentence for the reader.
    pub why_none: Option<String>,
}

/// One question with its answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// What is shown. Of a headline or an order, the opening of the article; of a statement, its clearest passage.
    pub shown: Passage,
    pub wording: Wording,
    /// What is to be chosen from; nothing where words are marked.
    pub choices: Vec<Choice>,
    /// Places of the right choices, ascending. In an order: the places of all choices from the first to the last, and days in
    /// common make more than one order right, see [`Question::ties`].
    pub answers: Vec<u32>,
    /// Of an order: for each answer, true when it stands on the day of the one before.
    pub ties: Vec<bool>,
    /// Of a marking: what the tool found, inside `shown`.
    pub marks: Vec<Span>,
    /// The passages that the answer rests on: every answer opens at least one.
    pub evidence: Vec<Passage>,
    /// The tool itself is not sure; said beside the answer.
    pub is_doubtful: bool,
}

/// Whether an article must have the words that are shown.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Wording {
    /// Other words that tell the same count as well.
    #[default]
    Free,
    /// These very words, one behind the other.
    Exact,
}

/// What can be chosen.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Choice {
    Article(DocumentId),
    /// A name, a headline, an amount.
    Words(String),
    All,
    Several,
    One,
}

/// The questions of one article, with what the tool proposes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiveWView {
    pub document: DocumentId,
    /// One for each of [`Ask::ALL`], in that order.
    pub rows: Vec<FiveWRow>,
}

/// One question of the table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiveWRow {
    pub ask: Ask,
    /// Best first; empty where nothing was found.
    pub cells: Vec<FiveWCell>,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FiveWCell {
    /// In few words.
    pub said: String,
    /// Where that is said; its marks are the words.
    pub passage: Passage,
    /// Inferred, or found by a cue that also means other things.
    pub is_guess: bool,
}

/// What one asks of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Ask {
    Hour,
    What,
    Who,
    Where,
    When,
    Why,
    How,
    Sources,
}

impl Ask {
    pub const ALL: [Self; 8] = [Self::Hour, Self::What, Self::Who, Self::Where, Self::When, Self::Why, Self::How, Self::Sources];
}

impl ClassRequest {
    pub fn pack(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("a request has no length that postcard cannot write")
    }

    /// Reads what [`ClassRequest::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}

impl ClassView {
    pub fn pack(&self) -> Vec<u8> {
        postcard::to_allocvec(self).expect("a view has no length that postcard cannot write")
    }

    /// Reads what [`ClassView::pack`] wrote.
    pub fn unpack(bytes: &[u8]) -> Option<Self> {
        postcard::from_bytes(bytes).ok()
    }
}
