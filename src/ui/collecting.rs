//! What is kept for the press review: from anywhere, by a button or by one key; once more takes it out.
//!
//! A button says what it would keep ([`Wanted`]). The key presses the button of what has the focus; where there is none it keeps the words
//! that are selected, the passage that a link leads to, or the one that the address names. Words are taken from the article's own text.

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use wasm_bindgen::JsCast;
use web_sys::{Element, HtmlElement};

use super::drawn::chart_beside;
use super::hooks::Explorer;
use super::hooks::use_explorer::Step;
use super::hooks::use_selection;
use super::messages::collecting as messages;
use super::parts::quote_meta::speaker_name;
use super::route::{Place, View};
use super::views::chunk::Here;
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::notebook::{Anchor, Clipping, ClippingKind, Item, Review};
use crate::protocol::{ArticleCard, ArticleView, Overview, QuoteMark, Request, Response, SearchRequest};
use crate::span::Span;

/// What a button keeps.
#[derive(Clone, Debug, PartialEq)]
pub struct Wanted {
    pub kind: ClippingKind,
    pub passages: Vec<Cited>,
    pub said: String,
    /// Where it was found; empty for a passage.
    pub address: String,
}

/// A passage of an article.
#[derive(Clone, Debug, PartialEq)]
pub struct Cited {
    pub document: DocumentId,
    /// Name of the article.
    pub article: String,
    pub span: Span,
}

/// Passages of one clipping: of what more articles tell, the first say it, and its address leads to all.
const MOST_PASSAGES: usize = 6;

impl Wanted {
    /// A passage alone.
    pub fn passage(document: DocumentId, article: &str, span: Span) -> Self {
        let cited = Cited { document, article: article.to_owned(), span };
        Self { kind: ClippingKind::Passage, passages: vec![cited], said: String::new(), address: String::new() }
    }

    /// A passage of an article that is open: a quotation where it is one; of a date or a figure, its sentence.
    pub fn of_article(view: &ArticleView, span: Span) -> Self {
        let is_value = view.times.iter().any(|time| time.span == span) || view.figures.iter().any(|figure| figure.span == span);
        let whole = if is_value { sentence(&view.document, span) } else { span };
        let passage = Self::passage(view.document.id, &view.document.name, whole);
        match view.quotes.iter().find(|quote| quote.span == span) {
            Some(quote) => Self { kind: ClippingKind::Quotation, said: speaker_name(quote.speaker.as_ref()), ..passage },
            None => passage,
        }
    }

    /// A quotation with who speaks.
    pub fn quotation(articles: &[ArticleCard], mark: &QuoteMark) -> Option<Self> {
        let card = articles.get(mark.document.index())?;
        let passage = Self::passage(card.id, &card.name, mark.span);
        Some(Self { kind: ClippingKind::Quotation, said: speaker_name(mark.speaker.as_ref()), ..passage })
    }

    /// Several passages, of which something is said.
    pub fn several(
        kind: ClippingKind,
        articles: &[ArticleCard],
        passages: impl Iterator<Item = (DocumentId, Span)>,
        said: String,
        address: String,
    ) -> Self {
        let mut cited: Vec<Cited> = Vec::new();
        for (document, span) in passages {
            let Some(card) = articles.get(document.index()) else { continue };
            let one = Cited { document, article: card.name.clone(), span };
            if cited.len() < MOST_PASSAGES && !cited.contains(&one) {
                cited.push(one);
            }
        }
        Self { kind, passages: cited, said, address }
    }

    /// A chart: what it shows in words, and where it stands.
    pub fn chart(said: String, address: String) -> Self {
        Self { kind: ClippingKind::Chart, passages: Vec::new(), said, address }
    }

    /// True when a review holds it.
    pub fn is_kept(&self, review: &Review) -> bool {
        review.place_of(&self.clipping(|cited| Anchor { article: cited.article.clone(), span: cited.span, ..Anchor::default() })).is_some()
    }

    fn clipping(&self, anchor: impl Fn(&Cited) -> Anchor) -> Clipping {
        let anchors = self.passages.iter().map(anchor).collect();
        // Whether names are hidden is for the moment, not for what is kept.
        let plain = Place::parse(&self.address).ok().filter(|_| !self.address.is_empty());
        let address = plain.map_or_else(String::new, |place| place.with_mask(None).fragment());
        Clipping { kind: self.kind, anchors, said: self.said.clone(), address, ..Clipping::default() }
    }
}

/// Keeps it, or takes it out where it was kept, and says so. Of a chart the drawing beside `button` is kept too.
pub fn toggle(explorer: &Explorer, wanted: Wanted, button: Option<Element>) {
    let explorer = explorer.clone();
    let drawing = button.filter(|_| wanted.kind == ClippingKind::Chart).and_then(|button| chart_beside(&button));
    let drawing = drawing.map_or_else(String::new, |drawing| drawing.written());
    wasm_bindgen_futures::spawn_local(async move {
        let mut documents: Vec<Document> = Vec::new();
        for cited in &wanted.passages {
            if documents.iter().any(|known| known.id == cited.document) {
                continue;
            }
            match article(&explorer, cited.document).await {
                Ok(view) => documents.push(view.document),
                Err(why) => return say(&why, Door::None),
            }
        }
        let is_of_sentences = matches!(wanted.kind, ClippingKind::Statement | ClippingKind::Disagreement);
        let anchor = |cited: &Cited| {
            let known = documents.iter().find(|document| document.id == cited.document);
            let known = known.filter(|document| document.text().get(cited.span.range()).is_some());
            known.map_or_else(Anchor::default, |document| {
                let span = if is_of_sentences { sentence(document, cited.span) } else { cited.span };
                Anchor::of(&cited.article, document.text(), span)
            })
        };
        let clipping = Clipping { drawing, ..wanted.clipping(anchor) };
        // An address can name a passage that its article does not have.
        if clipping.anchors.iter().any(|anchor| anchor.exact.trim().is_empty()) {
            return say(messages::nothing_chosen(), Door::None);
        }
        let (mut n, mut is_kept) = (0, false);
        explorer.desk.write(Step::New, |notebook| {
            let review = &mut notebook.review;
            match review.place_of(&clipping) {
                Some(at) => drop(review.items.remove(at)),
                None => {
                    review.items.push(Item::Clipping(clipping));
                    is_kept = true;
                }
            }
            n = review.clippings().count();
        });
        say(&if is_kept { messages::kept(n) } else { messages::taken_out(n) }, Door::Review);
    });
}

/// The sentence around a passage, as far as it is in one.
fn sentence(document: &Document, span: Span) -> Span {
    document.sentence_at(span.start).map_or(span, |at| document.sentences[at].span.cover(span))
}

async fn article(explorer: &Explorer, document: DocumentId) -> Result<ArticleView, String> {
    match explorer.desk.client().call(Request::Read { document }).await? {
        Response::Article(view) => Ok(*view),
        Response::Refused { why } => Err(why),
        _ => Err(messages::nothing_chosen().to_owned()),
    }
}

/// Keeps what is chosen, or says that nothing is.
pub fn keep_here((explorer, answer): Here) {
    let Response::Overview(overview) = &*answer else { return };
    let focus = gloo::utils::document().active_element();
    let around = |css: &str| focus.as_ref().and_then(|focus| focus.closest(css).ok().flatten());
    let selected = use_selection::selection();
    let button = around("[data-keep]").and_then(|row| row.query_selector(".keep").ok().flatten());
    if let (None, Some(button)) = (&selected, button.and_then(|button| button.dyn_into::<HtmlElement>().ok())) {
        return button.click();
    }
    let led_to = around("a[href^='#']").and_then(|link| link.get_attribute("href")).and_then(|href| Place::parse(&href).ok());
    let overview = overview.clone();
    wasm_bindgen_futures::spawn_local(async move {
        let place = explorer.place().clone();
        let mut wanted = None;
        if let (Some(selected), Some(card)) = (selected, read(&overview, &place)) {
            let view = article(&explorer, card.id).await.ok();
            wanted = view.and_then(|view| Some(Wanted::of_article(&view, use_selection::place(&view.document, &selected)?)));
        }
        for place in led_to.iter().chain([&place]) {
            if wanted.is_none() {
                wanted = at(&explorer, &overview, place).await;
            }
        }
        match wanted {
            Some(wanted) => toggle(&explorer, wanted, None),
            None => say(messages::nothing_chosen(), Door::None),
        }
    });
}

/// The article that is read there.
fn read<'o>(overview: &'o Overview, place: &Place) -> Option<&'o ArticleCard> {
    let View::Read(Some(name)) = &place.view else { return None };
    overview.articles.iter().find(|card| card.name == *name)
}

/// What a place is about: the passage that it names, the sentence of its hit, the fullest version of its utterance.
async fn at(explorer: &Explorer, overview: &Overview, place: &Place) -> Option<Wanted> {
    if let View::Utterance { article, start } = &place.view {
        let card = overview.articles.iter().find(|card| card.name == *article)?;
        let request = Request::Utterance { document: card.id, start: *start };
        let Ok(Response::Utterance(view)) = explorer.desk.client().call(request).await else { return None };
        return Wanted::quotation(&overview.articles, &view.versions.first()?.mark);
    }
    let card = read(overview, place)?;
    if let Some(span) = place.passage {
        return Some(Wanted::of_article(&article(explorer, card.id).await.ok()?, span));
    }
    if place.hit == 0 || place.query.is_empty() {
        return None;
    }
    let request = SearchRequest { query: place.query.clone(), limit: 1, open: Some(card.id), ..SearchRequest::default() };
    let Ok(Response::Search(found)) = explorer.desk.client().call(Request::Search(request)).await else { return None };
    let hit = *found.results.hits.iter().find(|hit| hit.document == card.id)?.spans.get(place.hit - 1)?;
    let document = article(explorer, card.id).await.ok()?.document;
    Some(Wanted::passage(card.id, &card.name, sentence(&document, hit)))
}

/// Whether a line that is said leads to the review.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Door {
    None,
    Review,
}

/// Id of the line that says what was kept, below the page.
const LINE: &str = "kept-line";
/// Milliseconds that it stays; and before it is filled, so that software that reads it out knows it before it changes.
const STAYS: u32 = 20_000;
const BEFORE: u32 = 60;

/// Says it in a line that is no part of any view: what is kept moves nothing. It goes with the next step, or after a while; the newest
/// counts.
fn say(words: &str, door: Door) {
    let Some(line) = line() else { return };
    line.set_text_content(None);
    let words = words.to_owned();
    Timeout::new(BEFORE, move || {
        line.set_text_content(Some(&words));
        if let (Door::Review, Ok(link)) = (door, gloo::utils::document().create_element("a")) {
            let _ = link.set_attribute("href", &Place::of(View::Review).fragment());
            link.set_text_content(Some(messages::see_review()));
            let _ = line.append_child(&link);
        }
        let last = Timeout::new(STAYS, clear);
        LAST.set(Some(last));
    })
    .forget();
}

thread_local! {
    /// Takes the line away after a while, unless something else is said before.
    static LAST: std::cell::Cell<Option<Timeout>> = const { std::cell::Cell::new(None) };
}

/// Empties the line, unless the reader is on its link.
fn clear() {
    let page = gloo::utils::document();
    let in_use = page.active_element().is_some_and(|focus| focus.closest(&format!("#{LINE}")).ok().flatten().is_some());
    if let Some(line) = page.get_element_by_id(LINE).filter(|_| !in_use) {
        line.set_text_content(None);
    }
}

/// The line; made when something is said for the first time.
fn line() -> Option<Element> {
    let page = gloo::utils::document();
    if let Some(line) = page.get_element_by_id(LINE) {
        return Some(line);
    }
    let line = page.create_element("p").ok()?;
    line.set_id(LINE);
    let _ = line.set_attribute("role", "status");
    page.body()?.append_child(&line).ok()?;
    EventListener::new(&gloo::utils::window(), "recoupe-statechange", |_| clear()).forget();
    Some(line)
}
