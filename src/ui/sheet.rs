//! What is on a worksheet: which articles, how much of each, their paragraphs with a number, the questions and the table.
//!
//! The sheet and its key are made of the same address, so what is chosen when nothing was follows from the corpus alone and not
//! from how large anything is drawn: printed on two machines, key and sheet agree.

use std::rc::Rc;

use crate::corpus::mask::letter;
use crate::corpus::{Document, ZoneKind};
use crate::id::DocumentId;
use crate::protocol::{
    ActivityKind, ArticleCard, ClassRequest, ClassView, FiveWView, LessonRequest, LessonView, Passage, Request, Response,
};
use crate::span::Span;
use crate::text;
use crate::ui::classroom::Classroom;
use crate::ui::client::Client;

/// Articles of a sheet when none were chosen.
const ARTICLES: usize = 3;
/// Articles of a sheet at most.
pub const MOST_ARTICLES: usize = 12;
/// Articles that the table has columns for.
pub const COLUMNS: usize = 3;
/// What is asked when nothing was chosen: all but the headlines, which would have to be taken away from the articles.
const KINDS: [ActivityKind; 7] = [
    ActivityKind::Teller,
    ActivityKind::Speaker,
    ActivityKind::Figure,
    ActivityKind::Reach,
    ActivityKind::Quotations,
    ActivityKind::Dates,
    ActivityKind::Order,
];
/// Questions of each activity when no number was chosen.
const QUESTIONS: u32 = 1;
/// Words of articles that two pages have room for beside title and table, and what a question and an activity take of it: measured on
/// prints of the shipped articles.
const ROOM: u32 = 1_000;
const OF_QUESTION: u32 = 32;
const OF_ARTICLE: u32 = 20;
/// An article is not shortened below this: the first paragraph tells what it is about.
const SHORTEST: u32 = 60;
/// Words that no article has more of: the whole text.
pub const WHOLE: u32 = 100_000;

/// A sheet, or its key.
#[derive(Clone, Debug, PartialEq)]
pub struct Sheet {
    pub articles: Vec<SheetArticle>,
    pub lesson: LessonView,
    /// Of the first articles.
    pub tables: Vec<FiveWView>,
}

/// One article as it is printed.
#[derive(Clone, Debug, PartialEq)]
pub struct SheetArticle {
    pub document: Document,
    /// What it is called on the sheet: by its place in the corpus, as where names are hidden.
    pub letter: String,
    /// As far as it is printed, in order.
    pub paragraphs: Vec<Span>,
    pub n_shown: usize,
    pub n_words: usize,
}

/// What a sheet is made of, with what is taken where nothing was chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Choice {
    pub articles: Vec<DocumentId>,
    pub kinds: Vec<ActivityKind>,
    pub n_questions: u32,
    /// Words of each article.
    pub words: u32,
    /// The same when nobody says how many.
    pub fitting: u32,
    pub seed: u32,
}

impl Choice {
    pub fn of(classroom: &Classroom, articles: &[ArticleCard]) -> Self {
        let mut chosen: Vec<&ArticleCard> =
            articles.iter().filter(|card| classroom.articles.contains(&card.name)).take(MOST_ARTICLES).collect();
        if chosen.is_empty() {
            chosen = articles.iter().take(ARTICLES).collect();
        }
        let kinds = if classroom.with.is_empty() { KINDS.to_vec() } else { classroom.with.clone() };
        let n_questions = if classroom.n == 0 { QUESTIONS } else { classroom.n };
        let lengths: Vec<u32> = chosen.iter().map(|card| card.n_words).collect();
        let fitting = fitting(&lengths, u32::try_from(kinds.len()).unwrap_or(u32::MAX).saturating_mul(n_questions));
        let words = if classroom.words == 0 { fitting } else { classroom.words };
        Self { articles: chosen.iter().map(|card| card.id).collect(), kinds, n_questions, words, fitting, seed: classroom.seed }
    }

    fn request(&self) -> LessonRequest {
        let words = if self.words >= WHOLE { 0 } else { self.words };
        LessonRequest { kinds: self.kinds.clone(), seed: self.seed, n_questions: self.n_questions, articles: self.articles.clone(), words }
    }
}

/// Words of each article, in tens, with which articles of these lengths and so many questions fit on two pages.
fn fitting(lengths: &[u32], n_questions: u32) -> u32 {
    let n = u32::try_from(lengths.len()).unwrap_or(u32::MAX);
    let room = ROOM.saturating_sub(OF_QUESTION * n_questions.min(ROOM)).saturating_sub(OF_ARTICLE * n.min(ROOM));
    let longest = lengths.iter().copied().max().unwrap_or_default().div_ceil(10) * 10;
    let takes = |words: u32| lengths.iter().map(|length| (*length).min(words)).fold(0, u32::saturating_add);
    let mut words = longest.min(room / 10 * 10);
    while words > SHORTEST && takes(words) > room {
        words -= 10;
    }
    words.max(SHORTEST)
}

/// Fetches all that is on a sheet.
///
/// # Errors
/// What the engine says when it refuses.
pub async fn gather(client: Client, choice: Choice) -> Result<Rc<Sheet>, String> {
    let lesson = match ask(&client, ClassRequest::Lesson(choice.request())).await? {
        ClassView::Lesson(lesson) => lesson,
        ClassView::FiveW(_) => return Err(String::new()),
    };
    let (mut articles, mut tables) = (Vec::new(), Vec::new());
    for document in choice.articles.iter().copied() {
        match client.call(Request::Read { document }).await? {
            Response::Article(view) => articles.push(SheetArticle::of(view.document, choice.request().words)),
            Response::Refused { why } => return Err(why),
            _ => return Err(String::new()),
        }
        if tables.len() < COLUMNS
            && let ClassView::FiveW(table) = ask(&client, ClassRequest::FiveW { document }).await?
        {
            tables.push(table);
        }
    }
    Ok(Rc::new(Sheet { articles, lesson, tables }))
}

async fn ask(client: &Client, request: ClassRequest) -> Result<ClassView, String> {
    match client.call(Request::Class(request.pack())).await? {
        Response::Class(bytes) => ClassView::unpack(&bytes).ok_or_else(String::new),
        Response::Refused { why } => Err(why),
        _ => Err(String::new()),
    }
}

impl Sheet {
    pub fn article(&self, id: DocumentId) -> Option<&SheetArticle> {
        self.articles.iter().find(|article| article.document.id == id)
    }

    /// The number of the paragraph in which a passage stands, with the letter of its article; none outside of what is printed.
    pub fn number(&self, passage: &Passage) -> Option<String> {
        let at = passage.marks.first().unwrap_or(&passage.span).start;
        self.article(passage.document)?.number(at)
    }
}

impl SheetArticle {
    fn of(document: Document, words: u32) -> Self {
        let end = document.end_after(words as usize);
        let is_text = |kind| matches!(kind, ZoneKind::Lead | ZoneKind::Body);
        let pieces = document.pieces().into_iter().map(|(zone, _)| zone).filter(|zone| is_text(zone.kind) && zone.span.start < end);
        let cut = |span: Span| Span { end: span.end.min(end).max(span.start), ..span }.trim(document.text());
        let paragraphs: Vec<Span> = pieces.map(|zone| cut(zone.span)).filter(|span| !span.is_empty()).collect();
        let count = |span: &Span| text::words(document.text(), *span).count();
        let n_shown = paragraphs.iter().map(count).sum();
        let all = document.paragraphs().into_iter().filter(|zone| is_text(zone.kind));
        let n_words = all.map(|zone| count(&zone.span)).sum();
        Self { letter: letter(document.id.index()), paragraphs, n_shown, n_words, document }
    }

    /// The number of the paragraph that has this byte.
    pub fn number(&self, at: u32) -> Option<String> {
        let place = self.paragraphs.iter().position(|span| span.start <= at && at < span.end)?;
        Some(format!("{}{}", self.letter, place + 1))
    }
}
