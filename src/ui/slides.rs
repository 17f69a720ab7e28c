//! What is shown on a wall, one thing a screen: what the panorama finds, then what the reader kept for the press review.
//!
//! A slide knows what it must ask for the sentences of each side, and makes them of the answers.

use yew::prelude::*;

use super::format;
use super::messages::{collecting, projecting, values};
use super::parts::lede::claim;
use super::press::{Reviewed, Standing};
use super::route::{Place, View};
use crate::compare::{Closeness, Comparison, Finding};
use crate::corpus::Document;
use crate::id::{DocumentId, EntityId};
use crate::notebook::{Clipping, Length, Review, in_marks, short, shown};
use crate::order::Order;
use crate::protocol::{self, ArticleCard, EntityView, Overview, Piece, Request, Response, UtteranceView};
use crate::span::Span;

/// One screen.
#[derive(Clone, Copy)]
pub enum Slide<'s> {
    Finding(&'s Finding),
    /// An utterance: its article and its place there, and who speaks.
    Shared(DocumentId, u32, Option<&'s str>),
    Clipping(&'s Clipping),
}

/// A sentence of one side.
pub struct Side<'s> {
    /// None when its article is gone.
    pub card: Option<&'s ArticleCard>,
    pub words: String,
    /// Where it is read.
    pub door: Option<Place>,
}

/// Sides on one screen: more would be small.
pub const MOST_SIDES: usize = 3;

/// Words of what is said above them: two lines.
const SAID_WORDS: usize = 28;

/// All of them, in order.
pub fn slides<'s>(overview: &'s Overview, review: &'s Review) -> Vec<Slide<'s>> {
    let findings = overview.findings.iter().filter(|finding| claim(overview, finding).is_some()).map(Slide::Finding);
    let is_told = |document: DocumentId, start: u32| {
        let same = |finding: &Finding| matches!(finding, Finding::Versions { document: d, start: s, .. } if (*d, *s) == (document, start));
        overview.findings.iter().any(same)
    };
    let shared = overview.shared.iter().filter(|shared| !is_told(shared.card.document, shared.card.start));
    let shared = shared.map(|shared| Slide::Shared(shared.card.document, shared.card.start, shared.speaker.as_deref()));
    findings.chain(shared).chain(review.clippings().map(Slide::Clipping)).collect()
}

impl<'s> Slide<'s> {
    /// In few words.
    pub fn title(&self) -> &'static str {
        match self {
            Self::Finding(Finding::NamedInstead { .. }) => projecting::named_instead(),
            Self::Finding(Finding::CommonText { .. }) => projecting::common_text(),
            Self::Finding(Finding::NamedByAll { .. }) => projecting::named_by_all(),
            Self::Finding(Finding::NamedByOne { .. }) => projecting::named_by_one(),
            Self::Finding(Finding::Versions { .. }) | Self::Shared(..) => projecting::same_words(),
            Self::Clipping(clipping) => collecting::kind(clipping.kind),
        }
    }

    /// What is said of it.
    pub fn said(&self, reviewed: &Reviewed, length: Length) -> Option<Html> {
        match self {
            Self::Finding(finding) => claim(reviewed.overview, finding),
            Self::Shared(..) | Self::Clipping(_) => self.words(reviewed).map(|words| html! { { short(words, length, SAID_WORDS) } }),
        }
    }

    /// True when not all that is said of it fits.
    pub fn is_cut(&self, reviewed: &Reviewed) -> bool {
        self.words(reviewed).is_some_and(|words| shown(words, Length::Short, SAID_WORDS).1)
    }

    fn words(&self, reviewed: &Reviewed) -> Option<&str> {
        match self {
            Self::Finding(_) => None,
            Self::Shared(_, _, speaker) => *speaker,
            Self::Clipping(clipping) => Some(reviewed.said(clipping)).filter(|said| !said.is_empty()),
        }
    }

    /// Where it can be looked into.
    pub fn door(&self, reviewed: &Reviewed) -> Option<String> {
        let overview = reviewed.overview;
        let name = |id: DocumentId| overview.articles.get(id.index()).map(|card| card.name.clone());
        let entity = |id: EntityId| Place::of(View::Entity { slug: slug(overview, id).unwrap_or_default(), article: None });
        let place = match self {
            Self::Finding(Finding::NamedInstead { entity: id, .. } | Finding::NamedByOne { entity: id, .. }) => entity(*id),
            Self::Finding(Finding::NamedByAll { entities }) => entity(*entities.first()?),
            Self::Finding(Finding::CommonText { document, source, .. }) => {
                Place::of(View::Compare(Some((name(*document)?, name(*source)?))))
            }
            Self::Finding(Finding::Versions { document, start, .. }) | Self::Shared(document, start, _) => {
                Place::of(View::Utterance { article: name(*document)?, start: *start })
            }
            Self::Clipping(clipping) => return reviewed.address(clipping).map(str::to_owned),
        };
        Some(place.fragment())
    }

    /// What has to be asked for its sides: two requests at most.
    pub fn requests(&self, overview: &Overview) -> [Option<Request>; 2] {
        let entity = |id: EntityId| slug(overview, id).map(|slug| Request::Entity { slug });
        match self {
            Self::Finding(Finding::NamedInstead { entity: one, instead, .. }) => [entity(*one), entity(*instead)],
            Self::Finding(Finding::NamedByOne { entity: one, .. }) => [entity(*one), None],
            Self::Finding(Finding::NamedByAll { entities }) => [entities.first().and_then(|id| entity(*id)), None],
            Self::Finding(Finding::CommonText { document, source, .. }) => [Some(Request::Compare { a: *document, b: *source }), None],
            Self::Finding(Finding::Versions { document, start, .. }) | Self::Shared(document, start, _) => {
                [Some(Request::Utterance { document: *document, start: *start }), None]
            }
            Self::Clipping(_) => [None, None],
        }
    }

    /// The sentences of each side, as far as the answers are here.
    pub fn sides(&self, reviewed: &Reviewed<'s>, answers: [Option<&Response>; 2]) -> Vec<Side<'s>> {
        let overview = reviewed.overview;
        match (self, answers) {
            (Self::Finding(Finding::NamedInstead { document, .. }), [Some(Response::Entity(named)), Some(Response::Entity(instead))]) => {
                let other = naming(overview, named, &|id| id != *document).into_iter().take(1);
                other.chain(naming(overview, instead, &|id| id == *document).into_iter().take(1)).collect()
            }
            (Self::Finding(Finding::NamedByOne { document, .. }), [Some(Response::Entity(named)), _]) => {
                naming(overview, named, &|id| id == *document).into_iter().take(1).collect()
            }
            (Self::Finding(Finding::NamedByAll { .. }), [Some(Response::Entity(named)), _]) => naming(overview, named, &|_| true),
            (Self::Finding(Finding::CommonText { .. }), [Some(Response::Comparison(view)), _]) => {
                common(overview, &view.comparison, &view.a, &view.b)
            }
            (Self::Finding(Finding::Versions { .. }) | Self::Shared(..), [Some(Response::Utterance(view)), _]) => versions(overview, view),
            (Self::Clipping(clipping), _) => clipping.anchors.iter().map(|anchor| kept(reviewed, anchor)).collect(),
            _ => Vec::new(),
        }
    }
}

fn slug(overview: &Overview, id: EntityId) -> Option<String> {
    protocol::entity(&overview.entities, id).map(|entity| entity.slug.clone())
}

fn side<'s>(overview: &'s Overview, document: DocumentId, span: Span, words: &str) -> Option<Side<'s>> {
    let card = overview.articles.get(document.index())?;
    let door = Some(Place::read(&card.name).with_passage(Some(span)));
    Some(Side { card: Some(card), words: in_marks(&short(words, Length::Whole, 0)), door })
}

/// The first sentence of each wanted article that names it.
fn naming<'s>(overview: &'s Overview, view: &EntityView, wanted: &dyn Fn(DocumentId) -> bool) -> Vec<Side<'s>> {
    let mut seen = Vec::new();
    let passages = view.passages.iter().filter(|passage| {
        let is_first = wanted(passage.document) && !seen.contains(&passage.document);
        seen.push(passage.document);
        is_first
    });
    passages.filter_map(|passage| side(overview, passage.document, passage.span, &passage.text)).collect()
}

/// The longest piece of common text, as both have it.
fn common<'s>(overview: &'s Overview, comparison: &Comparison, a: &Document, b: &Document) -> Vec<Side<'s>> {
    let is_common = |closeness| matches!(closeness, Closeness::Verbatim | Closeness::NearVerbatim);
    let mut passages: Vec<_> = comparison.passages.iter().filter(|passage| is_common(passage.closeness)).collect();
    passages.order_by_key(|passage| (std::cmp::Reverse(passage.a.len()), passage.a.start));
    let Some(longest) = passages.first() else { return Vec::new() };
    let of = |document: &Document, span: Span| side(overview, document.id, span, span.slice(document.text()));
    of(a, longest.a).into_iter().chain(of(b, longest.b)).collect()
}

/// The fullest version and the others that are not in the same words.
fn versions<'s>(overview: &'s Overview, view: &UtteranceView) -> Vec<Side<'s>> {
    let words = |pieces: &[Piece]| {
        let own = pieces.iter().filter_map(|piece| match piece {
            Piece::Kept(words) | Piece::Own(words) | Piece::Aside(words) => Some(words.as_str()),
            Piece::Left(..) => None,
        });
        own.collect::<Vec<_>>().join(" ")
    };
    let mut told: Vec<(String, DocumentId, Span)> = Vec::new();
    for version in &view.versions {
        let said = words(&version.pieces);
        if !told.iter().any(|(known, ..)| *known == said) {
            told.push((said, version.mark.document, version.mark.span));
        }
    }
    told.into_iter().filter_map(|(said, document, span)| side(overview, document, span, &said)).collect()
}

fn kept<'s>(reviewed: &Reviewed<'s>, anchor: &crate::notebook::Anchor) -> Side<'s> {
    let card = match reviewed.standing(anchor) {
        Standing::There(card, _) | Standing::NoWords(card) => Some(card),
        Standing::NoArticle => None,
    };
    Side { card, words: in_marks(&short(&reviewed.passage(anchor), Length::Whole, 0)), door: reviewed.door(anchor) }
}

/// Outlet and date of a side, in words.
pub fn who(card: &ArticleCard) -> String {
    let published = card.metadata.published.as_ref();
    let when = published.map_or_else(|| values::undated().to_owned(), format::fact_date);
    let guess = if published.is_some_and(crate::corpus::Fact::is_inferred) { "\u{a0}?" } else { "" };
    format!("{}, {when}{guess}", format::label(card))
}
