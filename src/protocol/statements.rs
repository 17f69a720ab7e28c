//! What several articles tell, statement by statement, and where one statement stands in the other articles.

use serde::{Deserialize, Serialize};

use super::Passage;
use crate::compare::{Closeness, GroundKind, Manner, Unlike, WordChange};
use crate::id::DocumentId;
use crate::span::Span;

/// Rows of one answer, of those that several articles tell and of the others: more than a person reads through at once.
pub const MOST_STATEMENTS: usize = 200;

/// Which rows of the grid are asked for. Every condition left empty lets all through.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct StatementsRequest {
    /// The columns; empty for all articles.
    pub articles: Vec<DocumentId>,
    /// Words of which a passage of the row has each.
    pub text: String,
    /// An article that tells it.
    pub told_by: Option<DocumentId>,
    /// An article that does not.
    pub absent_from: Option<DocumentId>,
    /// At least one article tells it in this manner.
    pub manner: Option<Manner>,
    /// At least one article is as close as this to the passage of the title.
    pub closeness: Option<Closeness>,
    /// Rows to pass over, of those of several articles and of the others: the next page of each.
    pub from: u32,
}

/// Statements × articles, most shared first.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementsView {
    /// The columns, in order.
    pub articles: Vec<DocumentId>,
    /// At most [`MOST_STATEMENTS`] of several articles, then as many of one.
    pub rows: Vec<StatementRow>,
    /// How many there are that were asked for.
    pub n_shared: u32,
    pub n_single: u32,
    /// Pairs of articles that were compared, of so many: in a large corpus each article is compared with those that share
    /// most rare words with it.
    pub n_compared: u32,
    pub n_pairs: u32,
}

/// One statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementRow {
    /// The clearest passage: its sentence, in which what the others tell too is marked.
    pub title: Passage,
    /// From 0 to 1: how sure it is that all cells say the same; 1 for a single telling.
    pub score: f32,
    /// By article; that of the title included. An article without a cell does not tell it, as far as was found.
    pub cells: Vec<StatementCell>,
}

/// One article that tells a statement.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StatementCell {
    pub document: DocumentId,
    /// Sentences in order, what tells it marked in each: several where it is split.
    pub passages: Vec<Passage>,
    pub manner: Manner,
    pub closeness: Closeness,
    /// Between quotation marks here and in the title.
    pub quoted: bool,
    /// From 0 to 1: how sure it is that it says the same as the title.
    pub score: f32,
    /// What supports it, strongest first; none for the title itself.
    pub grounds: Vec<GroundLine>,
    /// In what it differs from the title; not empty when `manner` is [`Manner::Otherwise`].
    pub unlike: Vec<UnlikeLine>,
}

/// One thing that two passages have in common.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct GroundLine {
    pub kind: GroundKind,
    /// As it stands in this article, and in the one it is held against: the title's, or the one that was asked for.
    pub here: String,
    pub there: String,
    pub here_span: Span,
    pub there_span: Span,
}

/// One thing in which two passages that say the same differ.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct UnlikeLine {
    pub kind: Unlike,
    pub here: String,
    pub there: String,
    pub here_span: Span,
    pub there_span: Span,
}

/// Where a statement stands in the other articles.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ElsewhereView {
    /// The sentences asked for, what was compared marked in them.
    pub asked: Passage,
    /// Best first, one an article.
    pub found: Vec<ElsewhereCard>,
    /// Articles in which it was not found.
    pub absent: Vec<DocumentId>,
}

/// The same statement in one article.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ElsewhereCard {
    pub document: DocumentId,
    /// Its sentence, in which what says the same is marked.
    pub passage: Passage,
    pub manner: Manner,
    pub closeness: Closeness,
    pub quoted: bool,
    /// From 0 to 1.
    pub score: f32,
    /// Word by word, from what was asked for to this one: together they hold both passages.
    pub words: Vec<WordChange>,
    pub grounds: Vec<GroundLine>,
    pub unlike: Vec<UnlikeLine>,
    /// Other places of the article that say it too, in order.
    pub also: Vec<Span>,
}
