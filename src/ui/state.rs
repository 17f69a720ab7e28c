//! The page's state: one place, which is the address, and the little that is no address. One pure reducer.

use std::collections::BTreeSet;
use std::rc::Rc;

use yew::Reducible;

use super::route::Place;
use crate::entities::EntityKind;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct State {
    pub place: Place,
    /// Raised with every corpus; answers of an older one are asked again.
    pub generation: u32,
    /// A sentence for the reader, until the next step or until put away.
    pub notice: Option<String>,
    /// What the engine said before it stopped.
    pub crash: Option<String>,
    /// What became of the files brought last.
    pub report: Option<Report>,
    /// Kinds that are not marked in the article.
    pub hidden: BTreeSet<EntityKind>,
}

/// What became of files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// Articles that make the corpus now; 0 when the one before stays.
    pub n_articles: usize,
    /// File name and reason.
    pub refused: Vec<(String, String)>,
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The address is now this fragment.
    Arrive(String),
    /// The reader goes there; the address says as much of it as fits.
    Go(Place),
    /// Another corpus is loaded.
    Loaded,
    Crashed(String),
    DismissNotice,
    Report(Option<Report>),
    Toggle(EntityKind),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Arrive(fragment) => match Place::parse(&fragment) {
                Ok(place) if place == self.place && self.notice.is_none() => return self,
                Ok(place) => {
                    next.place = place;
                    next.notice = None;
                }
                // Where the reader was stays: a bad link loses nothing.
                Err(unknown) => next.notice = Some(unknown.to_string()),
            },
            Action::Go(place) => {
                next.place = place;
                next.notice = None;
            }
            Action::Loaded => {
                next.generation += 1;
                next.place = Place::default();
                next.notice = None;
            }
            Action::Crashed(why) => next.crash = Some(why),
            Action::DismissNotice => next.notice = None,
            Action::Report(report) => next.report = report,
            Action::Toggle(kind) => {
                if !next.hidden.remove(&kind) {
                    next.hidden.insert(kind);
                }
            }
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use super::super::route::View;
    use super::*;

    fn after(state: State, action: Action) -> State {
        (*Rc::new(state).reduce(action)).clone()
    }

    #[test]
    fn an_unknown_address_keeps_the_place_and_says_so() {
        let reading = after(State::default(), Action::Arrive("#/lire/a.txt?q=x".to_owned()));
        let lost = after(reading.clone(), Action::Arrive("#/ailleurs".to_owned()));
        assert_eq!(lost.place, reading.place);
        assert!(lost.notice.is_some());
        assert_eq!(after(lost, Action::DismissNotice), reading);
    }

    #[test]
    fn another_corpus_opens_on_the_first_view() {
        let reading = after(State::default(), Action::Arrive("#/lire/a.txt?q=x".to_owned()));
        let loaded = after(reading, Action::Loaded);
        assert_eq!((loaded.place.view, loaded.generation), (View::Panorama, 1));
    }

    #[test]
    fn a_layer_toggled_twice_is_as_before() {
        let once = after(State::default(), Action::Toggle(EntityKind::Place));
        assert!(once.hidden.contains(&EntityKind::Place));
        assert_eq!(after(once, Action::Toggle(EntityKind::Place)), State::default());
    }
}
