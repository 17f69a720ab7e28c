//! A passage whose address comes from other texts is found by its words: in the article of that name, else wherever the corpus has them.

use yew::prelude::*;

use super::use_explorer::Step;
use super::{use_answer, use_explorer};
use crate::corpus::{Document, Mask};
use crate::protocol::{Location, NotesAnswer, NotesRequest, Overview, Request, Response};
use crate::ui::cited::{Extent, joined};
use crate::ui::messages::elsewhere;
use crate::ui::route::{Place, View};
use crate::ui::state::Action;

/// Which article the address names.
#[derive(Clone, Copy)]
pub enum Named<'v> {
    /// It is on its way.
    Coming,
    Here(&'v Document),
    /// The corpus has none of this name.
    Absent,
}

/// Leads from a place that holds on other texts to that of the same words here, and says so. True while the place of the address does not
/// hold. While names are hidden the texts are not those of the link either, and its place counts.
#[hook]
pub fn use_cited<'v>(overview: &'v Overview, article: Named<'v>) -> bool {
    let explorer = use_explorer();
    let place = explorer.place();
    let is_foreign = |place: &Place| {
        let cited = place.cited.as_ref().filter(|cited| !cited.is_empty() && explorer.state.held.edits.mask == Mask::Off);
        cited.is_some_and(|cited| !cited.is_of(overview.fingerprint))
    };
    let cited = place.cited.clone().filter(|_| is_foreign(place));
    let anchors = match (&cited, &place.view) {
        (Some(cited), View::Read(Some(name))) => cited.anchors(name, place.passage),
        _ => Vec::new(),
    };
    let n_bytes = place.passage.map_or(0, |span| span.end - span.start);
    let here = match article {
        Named::Here(document) => {
            let places: Vec<_> = anchors.iter().map(|anchor| Some((document.id, document.find(anchor, anchor.span.start)?))).collect();
            // A few words stand in many articles of the same name, but not between the same.
            let is_sure =
                places.iter().zip(&anchors).all(|(place, anchor)| place.is_some_and(|(_, span)| anchor.is_around(document.text(), span)));
            joined(&places, n_bytes).filter(|_| is_sure)
        }
        _ => None,
    };
    let is_asked = here.is_none() && !anchors.is_empty() && !matches!(article, Named::Coming);
    let request = is_asked.then(|| Request::Notes(NotesRequest::Locate(anchors).pack()));
    let answer = use_answer(request.clone());
    let located = match (request.filter(|request| answer.is_to(request)), answer.response.as_deref(), &answer.failure) {
        (Some(_), Some(Response::Notes(bytes)), _) => match NotesAnswer::unpack(bytes) {
            Some(NotesAnswer::Located(locations, _)) => Some(locations),
            _ => None,
        },
        // What cannot be looked for is not found.
        (Some(_), _, Some(_)) => Some(Vec::new()),
        _ => None,
    };
    let found = match (here, located) {
        (Some(here), _) => Some(Some(here)),
        (None, Some(locations)) => {
            let places: Vec<_> = locations.iter().map(at).collect();
            Some(joined(&places, n_bytes))
        }
        (None, None) => None,
    };
    let outcome = cited.as_ref().zip(found).map(|(cited, found)| match found {
        Some((document, span, extent)) => {
            let card = overview.articles.get(document.index());
            let view = card.map_or_else(|| place.view.clone(), |card| View::Read(Some(card.name.clone())));
            let said = match extent {
                Extent::Whole => elsewhere::found_by_words(),
                Extent::Beginning => elsewhere::beginning_found_by_words(),
            };
            (Place { view, ..place.clone() }.with_passage(Some(span)), said.to_owned())
        }
        None => (place.clone().with_passage(None), elsewhere::not_in_these_articles(&cited.words())),
    });
    {
        let explorer = explorer.clone();
        use_effect_with(outcome, move |outcome| {
            if let Some((place, said)) = outcome {
                explorer.go(place, Step::Same);
                explorer.state.dispatch(Action::Notice(said.clone()));
            }
        });
    }
    cited.is_some()
}

fn at(location: &Location) -> Option<(crate::id::DocumentId, crate::span::Span)> {
    match *location {
        Location::Here { document, span } => Some((document, span)),
        Location::Lost(_) | Location::Absent => None,
    }
}
