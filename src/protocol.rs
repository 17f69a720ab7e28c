//! What the page asks and what the engine answers, as bytes between two memories.
//!
//! Messages are postcard bytes of a [`Message`]: a number that pairs question and answer, and the content. The first
//! request is [`Request::Hello`]; another version on the other side is refused before anything else is read.

mod across;
mod classroom;
mod common;
mod disagreements;
mod names;
mod notes;
mod quotes;
mod search;
mod statements;
mod told;

use std::rc::Rc;

use serde::{Deserialize, Serialize, de::DeserializeOwned};

use crate::compare::{Comparison, Difference, Family, Finding};
use crate::corpus::{Article, Document, Edits, Fact};
use crate::entities::{Entity, Mention};
use crate::export::SearchRecord;
use crate::figures::Figure;
use crate::health::Issue;
use crate::id::{DocumentId, EntityId, Fingerprint};
use crate::locale::{self, Locale};
use crate::say;
use crate::span::Span;
use crate::times::Time;

pub use across::{
    AcrossRequest, AcrossView, DistanceBy, DistancesRequest, DistancesView, HeadlineView, MOST_RANKED, MOST_RANKING, RankCell, RankRow,
    RanksView,
};
pub use classroom::{
    Activity, ActivityKind, Ask, Choice, ClassRequest, ClassView, FiveWCell, FiveWRow, FiveWView, LessonRequest, LessonView,
    MOST_QUESTIONS, Question, Wording,
};
pub use disagreements::{
    DisagreementRow, DisagreementSide, DisagreementsRequest, DisagreementsView, LaterRow, MOST_DISAGREEMENTS, MOST_LATER, MOST_SILENCES,
    SilenceRow, SilencesRequest, SilencesView,
};
pub use names::{
    Companion, MOST_COMPANIONS, MOST_PLACES, MOST_QUOTATIONS, MOST_ROWS, Manner, Mentioned, NameFilter, NameRow, NameSort, NamesRequest,
    NamesView, Nearness, Portrait, Quotation,
};
pub use notes::{Location, NoteSheet, NotesAnswer, NotesRequest, Taken};
pub use quotes::{
    EACH_VERSION, Excerpt, KINDS, LedgerRequest, LedgerSheet, LedgerView, NOBODY, Piece, QuoteCard, QuoteMark, SHOWN_QUOTES, SHOWN_SHARED,
    SHOWN_VERSIONS, SHOWN_VOICES, STANCES, Seam, Shared, Speaker, Splice, Tally, UtteranceCard, UtteranceView, VersionView, Voice,
};
pub use search::{
    Completion, CompletionKind, Facet, FacetField, FacetValue, HelpLine, HelpState, MOST_SHOWN, SHOWN_COMPLETIONS, SHOWN_SENTENCES,
    SHOWN_VALUES, SearchRequest, SearchView, Sorting,
};

pub use crate::export::ExportForm;
pub use common::{CommonPiece, CommonTextGroup, CommonTextView, MOST_GROUPS, ProbableSource};
pub use statements::{
    ElsewhereCard, ElsewhereView, GroundLine, MOST_STATEMENTS, StatementCell, StatementRow, StatementsRequest, StatementsView, UnlikeLine,
};
pub use told::{
    CountCell, CountRow, CountsRequest, CountsView, MOST_COUNTS, MOST_EVENTS, TimelineEvent, TimelinePassage, TimelineView, ToldSheet,
    ToldView,
};

/// Raised whenever a shape in this module, or one that it carries, changes.
pub const VERSION: u32 = 8;

/// A request or response with the number that pairs them, and the language of the moment.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Message<T> {
    pub number: u32,
    /// In which the reader is spoken to.
    pub locale: Locale,
    pub content: T,
}

/// What can be asked of the engine.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Request {
    /// Handshake.
    Hello {
        version: u32,
    },
    /// Articles for the next [`Request::Build`], as bytes (see [`pack_articles`]): who passes them on need not read them.
    Append {
        #[serde(with = "serde_bytes")]
        articles: Vec<u8>,
    },
    /// What was found before in these articles, a piece of it (see [`Request::Analysis`]). Of other articles, or found by another
    /// build, it is passed over.
    AppendAnalysis {
        #[serde(with = "serde_bytes")]
        piece: Vec<u8>,
    },
    /// Makes another corpus, and tells its progress. When refused, the one before stays whole.
    Build {
        base: Base,
        edits: Edits,
    },
    /// Replays these edits in place of those before, over the same articles.
    Correct {
        edits: Edits,
    },
    /// Everything the first view needs.
    Overview,
    /// One article with its mentions.
    Read {
        document: DocumentId,
    },
    Search(SearchRequest),
    /// How what stands before the cursor, `at` in bytes, may go on.
    Complete {
        query: String,
        at: u32,
    },
    /// What can be asked, on this corpus.
    Help,
    /// A search for scripts: offsets in Unicode scalars, documents by name.
    SearchRecord {
        query: String,
        limit: u32,
    },
    Compare {
        a: DocumentId,
        b: DocumentId,
    },
    /// One entity, by slug, with every passage that names it.
    Entity {
        slug: String,
    },
    /// All entities, for scripts.
    Entities,
    /// What came in, before any correction.
    Articles,
    /// A piece of what was found in the corpus, from 0, in order: to be kept, and handed over when the corpus is made again.
    Analysis {
        piece: u32,
    },
    /// What is wrong with the articles, and which are one text.
    Health,
    /// What the researcher's tools know of a query (see [`crate::concordance::Question::pack`]); only a whole engine answers.
    Concordance(#[serde(with = "serde_bytes")] Vec<u8>),
    /// Figures × articles.
    Counts(CountsRequest),
    /// What happened, by day.
    Timeline,
    /// All times and figures, for scripts.
    Told,
    /// Counts or events as a file; only a whole engine writes it.
    ToldSheet(ToldSheet),
    /// Who is quoted, and the quotations.
    Ledger(LedgerRequest),
    /// The same as a table; only a whole engine writes it.
    LedgerSheet {
        request: LedgerRequest,
        sheet: LedgerSheet,
    },
    /// The versions of the utterance of which a quotation of this article begins at `start`, or holds it.
    Utterance {
        document: DocumentId,
        start: u32,
    },
    /// All quotations as JSON, for scripts; only a whole engine writes it.
    Quotes,
    /// The corpus in one of the forms in which it is handed on: [`Response::File`].
    Export(ExportForm),
    /// Names of the index.
    Names(NamesRequest),
    /// One entity, by slug, as the articles show it.
    Portrait {
        slug: String,
    },
    /// The sentences or paragraphs that name two entities, by slug.
    Together {
        slug: String,
        other: String,
        nearness: Nearness,
    },
    /// What all articles are beside each other (see [`AcrossRequest::pack`]); only a whole engine answers.
    Across(#[serde(with = "serde_bytes")] Vec<u8>),
    /// What a class does with the corpus (see [`ClassRequest::pack`]); only a whole engine answers.
    Class(#[serde(with = "serde_bytes")] Vec<u8>),
    /// Notes beside the corpus (see [`NotesRequest::pack`]); only a whole engine answers.
    Notes(#[serde(with = "serde_bytes")] Vec<u8>),
    /// What several articles tell, statement by statement; only a whole engine answers.
    Statements(StatementsRequest),
    /// Text that several articles have nearly word for word.
    CommonText,
    /// A passage in all other articles; only a whole engine answers.
    Elsewhere {
        document: DocumentId,
        span: Span,
    },
    /// What articles tell otherwise; only a whole engine answers.
    Disagreements(DisagreementsRequest),
    /// What the others tell and one article does not; only a whole engine answers.
    Silences(SilencesRequest),
    /// Panics on purpose, so that the way a crash is told to the reader can be tried for real.
    Panic,
}

/// What the engine answers.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub enum Response {
    Hello {
        version: u32,
    },
    /// The articles are there.
    Appended,
    /// Not yet an answer: how far the work is.
    Progress(Progress),
    /// The corpus asked for.
    Built(Built),
    /// Shared: the engine keeps it, and so does every view.
    Overview(Rc<Overview>),
    Entities(Vec<Entity>),
    /// As [`pack_articles`] packs them.
    Articles(#[serde(with = "serde_bytes")] Vec<u8>),
    /// None after the last piece, and when the corpus changed meanwhile.
    Analysis(#[serde(with = "serde_bytes")] Option<Vec<u8>>),
    Health(HealthView),
    Article(Box<ArticleView>),
    Search(Rc<SearchView>),
    Completions(Vec<Completion>),
    Help(Vec<HelpLine>),
    SearchRecord(SearchRecord),
    Comparison(Box<ComparisonView>),
    Entity(EntityView),
    /// See [`crate::concordance::Answer::unpack`].
    Concordance(#[serde(with = "serde_bytes")] Vec<u8>),
    Counts(CountsView),
    Timeline(TimelineView),
    Told(ToldView),
    Ledger(Box<LedgerView>),
    /// A table, as text.
    Sheet(String),
    File(#[serde(with = "serde_bytes")] Vec<u8>),
    Utterance(Box<UtteranceView>),
    Names(NamesView),
    Portrait(Box<Portrait>),
    Together(Vec<Passage>),
    /// See [`AcrossView::unpack`].
    Across(#[serde(with = "serde_bytes")] Vec<u8>),
    /// See [`NotesAnswer::unpack`].
    Notes(#[serde(with = "serde_bytes")] Vec<u8>),
    /// See [`ClassView::unpack`].
    Class(#[serde(with = "serde_bytes")] Vec<u8>),
    Statements(Box<StatementsView>),
    CommonText(Box<CommonTextView>),
    Elsewhere(Box<ElsewhereView>),
    Disagreements(DisagreementsView),
    Silences(Box<SilencesView>),
    /// The request could not be answered; a sentence for the reader.
    Refused {
        why: String,
    },
}

/// Of which articles a corpus is made.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Base {
    /// Those that ship.
    #[default]
    Shipped,
    /// Those that were appended.
    Appended,
}

/// How far a corpus is analysed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Progress {
    pub stage: Stage,
    /// Articles done of `total` in this stage.
    pub done: u32,
    pub total: u32,
}

/// What is being done, in this order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Stage {
    /// Zones, metadata, sentences.
    Reading,
    /// Entities.
    Names,
    /// The index of the search.
    Words,
    /// What is needed to compare.
    Comparing,
}

/// What became of a corpus that was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Built {
    pub overview: Rc<Overview>,
    /// Articles left out, because the same part of the same file was there: name, and name of the one that stays.
    pub repeated: Vec<(String, String)>,
    /// Corrections that fit nothing in these articles, by place in their list.
    pub passed_over: Vec<u32>,
    /// Nothing was found anew: all of it was in the analysis that was appended.
    pub recalled: bool,
    /// What the articles are called, in order, where that is hidden in all other answers.
    pub names: Vec<String>,
}

/// The corpus at a glance.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Overview {
    pub title: Option<String>,
    /// Whose the texts are, where that is known.
    pub rights: Option<String>,
    /// Of the texts as they are now, in whatever order: what is said of a place in one of them holds where it is the same.
    pub fingerprint: Fingerprint,
    /// Shared: every part of the page lists them.
    pub articles: Rc<[ArticleCard]>,
    /// Most shared first, by id: the first [`SHOWN_ENTITIES`] of the index, and those of the findings. Other answers carry
    /// those that they name.
    pub entities: Vec<Entity>,
    /// Of all entities.
    pub n_entities: u32,
    /// Those of `entities` that no article names: all their mentions are descriptions.
    pub described: Vec<EntityId>,
    pub findings: Vec<Finding>,
    /// What most articles quote: the first [`SHOWN_IN_OVERVIEW`].
    pub shared: Vec<Shared>,
    /// Share of common text for each ordered pair of the documents that have most of it.
    pub common: Vec<CommonShare>,
}

// Shares are never NaN; and so an overview that is shared equals itself without being read.
impl Eq for Overview {}

/// Utterances in an overview.
pub const SHOWN_IN_OVERVIEW: usize = 3;

/// Entities in an overview: more than a person looks through, few enough to be sent and drawn at once.
pub const SHOWN_ENTITIES: usize = 2_000;

/// The one of `entities`, which are in order of ids, that is `id`.
pub fn entity(entities: &[Entity], id: EntityId) -> Option<&Entity> {
    // In most lists an entity's place is its id.
    let here = entities.get(id.index()).filter(|entity| entity.id == id);
    here.or_else(|| entities.binary_search_by_key(&id, |entity| entity.id).ok().map(|at| &entities[at]))
}

/// One article without its text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ArticleCard {
    pub id: DocumentId,
    pub name: String,
    pub metadata: crate::corpus::Metadata,
    /// Which of several articles of one outlet, by date, from 1; 0 for the only one.
    pub place: u32,
    /// First words of the article, for one without a title.
    pub opening: String,
    pub n_words: u32,
    /// ISO 639-1 code.
    pub language: String,
}

impl ArticleCard {
    /// What its outlet is called for short, without what stands in brackets.
    pub fn outlet(&self) -> Option<&str> {
        self.metadata.outlet.as_ref().map(Fact::short)
    }
}

/// How much of one article stands in another.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommonShare {
    pub document: DocumentId,
    pub other: DocumentId,
    /// Share of the words of `document`, 0 to 1.
    pub share: f32,
}

/// One article with all that is marked in it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ArticleView {
    pub document: Document,
    pub mentions: Vec<Mention>,
    /// Those that it mentions, by id.
    pub entities: Vec<Entity>,
    /// In order, longest first at one place.
    pub quotes: Vec<QuoteMark>,
    /// In order.
    pub times: Vec<Time>,
    /// In order.
    pub figures: Vec<Figure>,
}

/// Two articles side by side, with their texts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct ComparisonView {
    pub comparison: Comparison,
    /// Those that the comparison lists, by id.
    pub entities: Vec<Entity>,
    /// What changed from one to the other, when they are nearly one text.
    pub difference: Option<Difference>,
    pub a: Document,
    pub b: Document,
}

/// What is wrong with the articles, and which are one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct HealthView {
    /// In order of documents.
    pub issues: Vec<Issue>,
    pub families: Vec<Family>,
}

/// One entity with every passage that names it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct EntityView {
    pub entity: Entity,
    pub passages: Vec<Passage>,
}

/// A sentence with what is marked in it, cut out of its document.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    pub document: DocumentId,
    /// Where it stands in the raw text.
    pub span: Span,
    pub text: String,
    /// Marked spans, in the raw text, inside `span`.
    pub marks: Vec<Span>,
}

impl Passage {
    /// The sentences of `spans`, which are in order: each once, with the spans marked in it.
    pub fn around(document: &Document, spans: &[Span]) -> Vec<Self> {
        let mut passages: Vec<Self> = Vec::new();
        for &span in spans {
            let sentence = document.sentence_around(span);
            match passages.last_mut() {
                Some(last) if last.span == sentence => last.marks.push(span),
                _ => passages.push(Self::of(document, sentence, vec![span])),
            }
        }
        passages
    }

    /// A stretch of an article with what is marked in it.
    pub fn of(document: &Document, span: Span, marks: Vec<Span>) -> Self {
        Self { document: document.id, span, text: span.slice(document.text()).to_owned(), marks }
    }
}

/// The bytes of articles that are brought.
pub fn pack_articles(articles: &[Article]) -> Vec<u8> {
    postcard::to_allocvec(articles).expect("articles have no length that postcard cannot write")
}

/// Reads what [`pack_articles`] wrote.
///
/// # Errors
/// When the bytes were cut, damaged, or written by another version.
pub fn unpack_articles(bytes: &[u8]) -> Result<Vec<Article>, Unreadable> {
    postcard::from_bytes(bytes).map_err(|error| Unreadable { why: error.to_string() })
}

/// Bytes that are not a message of this version.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{}", say!(format!("message illisible : {}", .why), format!("message cannot be read: {}", .why)))]
pub struct Unreadable {
    pub why: String,
}

/// The bytes of a message.
pub fn encode<T: Serialize>(number: u32, content: &T) -> Vec<u8> {
    postcard::to_allocvec(&(number, locale::current(), content)).expect("protocol shapes have no length that postcard cannot write")
}

/// Reads the bytes of a message.
///
/// # Errors
/// When the bytes were cut, damaged, or written by another version.
pub fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<Message<T>, Unreadable> {
    postcard::from_bytes(bytes).map_err(|error| Unreadable { why: error.to_string() })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_reads_back() {
        let request = Request::Search(SearchRequest { query: "délai".to_owned(), ..SearchRequest::default() });
        let bytes = encode(7, &request);
        assert_eq!(decode::<Request>(&bytes), Ok(Message { number: 7, locale: Locale::French, content: request }));
    }

    #[test]
    fn cut_bytes_are_refused() {
        let bytes = encode(7, &Request::Search(SearchRequest { query: "délai".to_owned(), ..SearchRequest::default() }));
        assert!(decode::<Request>(&bytes[..bytes.len() - 1]).is_err());
        assert!(decode::<Request>(&[]).is_err());
    }
}
