//! What there is to say about a query: which part of it was not read as asked, and how it would be read.
//!
//! A notice never stands in the way of an answer. Its sentence is shown under the field, with a caret under the place and a
//! mend that a click takes over; what somebody is only in the midst of typing is told without blame.

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Something to say about a query, with its place in it and a way to mend it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Notice {
    pub kind: NoticeKind,
    /// Bytes of the query that it is about.
    pub span: Option<Span>,
    /// The whole query as it would be, mended.
    pub mend: Option<String>,
}

impl Notice {
    /// A notice about the query as a whole.
    pub fn of(kind: NoticeKind) -> Self {
        Self { kind, span: None, mend: None }
    }
}

/// What there is to say.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum NoticeKind {
    /// Only the first part of a very long query was read.
    QueryCut {
        read: u32,
        length: u32,
    },
    /// No document has all words: those with some are shown.
    PartialMatches {
        missing: Vec<String>,
    },
    /// A quotation mark was not closed; it was closed at the end.
    UnclosedPhrase,
    /// Only the first words of a query of very many were read.
    WordsCut {
        read: u32,
    },
    /// The words stand together in `n` articles: only these passages are counted, the `n_apart` other articles with all words are not.
    Together {
        n: u32,
        n_apart: u32,
    },
    /// A word was typed again and again; it was read twice.
    Repeated,
    /// No text holds the word: words one letter away were looked for.
    ReadAs {
        word: String,
        forms: Vec<String>,
    },
    /// Nothing in the query is a word.
    NoWord,
    /// A mark closes quotation marks that nothing opened.
    StrayQuote,
    /// A bracket was not closed; it was closed at the end.
    OpenBracket,
    /// A bracket closes what nothing opened.
    StrayBracket,
    /// Brackets inside brackets beyond this depth are read as if they were not there.
    DeepBrackets {
        read: u32,
    },
    /// An operator has nothing before or after it.
    LoneOperator {
        operator: String,
    },
    /// A minus sign stands alone between words.
    LoneMinus,
    /// NEAR without a number.
    NearWithoutNumber {
        read: u32,
    },
    /// Nearness is not read between groups of words that are more than alternatives.
    NearBracket,
    /// A number beyond what is read: `mot~9`, `NEAR/100000`.
    NumberCut {
        asked: String,
        read: u32,
    },
    /// A field without a value.
    EmptyValue {
        field: String,
    },
    /// No field is called so: its words are searched.
    UnknownField {
        field: String,
    },
    /// The field has no such value.
    UnknownValue {
        field: String,
        value: String,
        known: Vec<String>,
    },
    /// No date that can be read.
    DateNotRead {
        value: String,
    },
    NoSuchMonth {
        month: u32,
    },
    NoSuchDay {
        day: u32,
    },
    /// A period that ends before it begins was turned round.
    ReversedPeriod,
    /// A regular expression without its second bar.
    OpenPattern,
    PatternNotRead {
        fault: PatternFault,
    },
    /// Regular expressions are searched by the whole engine only.
    PatternNeedsWhole,
    /// An asterisk without letters.
    LoneStar,
    /// An asterisk inside a word.
    StarInside {
        read: String,
    },
    /// Nothing but function words.
    OnlyFunctionWords,
}

/// Why a regular expression cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum PatternFault {
    TooLong {
        most: u32,
    },
    /// Its repetitions make it too large.
    TooLarge,
    Unbalanced,
    /// A repetition of nothing: `/*a/`.
    NothingToRepeat,
    /// What a search in linear time cannot do: looking around, going back.
    Unsupported,
    Malformed,
}

/// Notices about one query, in the order in which it is read.
pub(super) struct Notices<'t> {
    text: &'t str,
    list: Vec<Notice>,
}

/// More is never told of one query: nobody reads on, and every mend is as long as the query.
const MOST_NOTICES: usize = 8;

impl<'t> Notices<'t> {
    /// Of `text`, as far as it is read.
    pub fn of(text: &'t str) -> Self {
        Self { text, list: Vec::new() }
    }

    /// Tells `kind` of `span`.
    pub fn tell(&mut self, kind: NoticeKind, span: Span) {
        self.push(Notice { kind, span: Some(span), mend: None });
    }

    /// Tells `kind` of `span`; with `instead` in place of `replaced` all would be well.
    pub fn mend(&mut self, kind: NoticeKind, span: Span, replaced: Span, instead: &str) {
        let (before, after) = (&self.text[..replaced.start as usize], &self.text[replaced.end as usize..]);
        let mended = if instead.is_empty() { super::condition::rejoin(before, after) } else { [before, instead, after].concat() };
        // Nothing is left to look for: that mends nothing.
        let mend = Some(mended).filter(|mended| !mended.trim().is_empty());
        self.push(Notice { kind, span: Some(span), mend });
    }

    pub fn push(&mut self, notice: Notice) {
        if self.list.len() < MOST_NOTICES {
            self.list.push(notice);
        }
    }

    pub fn into_list(self) -> Vec<Notice> {
        self.list
    }
}
