//! The page's state: one place, which is the address, and the little that is no address. One pure reducer.

use std::rc::Rc;

use yew::Reducible;

use super::brought::Brought;
use super::desk::Join;
use super::format;
use super::messages::bringing;
use super::route::{Place, View};
use super::shelf::{Card, Unkept};
use crate::corpus::{Correction, Edits};
use crate::entities::EntityKind;
use crate::import::Outcome;
use crate::locale::{self, Locale};
use crate::protocol::{Base, Progress, Taken};

#[derive(Clone, Debug, PartialEq)]
pub struct State {
    pub place: Place,
    /// Where the reader was before they came to the corpus as a thing that is corrected and kept, or to the projector.
    pub before: Place,
    /// In which the page speaks.
    pub locale: Locale,
    /// Raised with every corpus; answers of an older one are asked again.
    pub generation: u32,
    /// False until it is known which corpus opens the page.
    pub ready: bool,
    /// A sentence for the reader, until the next step or until put away.
    pub notice: Option<String>,
    /// What the engine said before it stopped.
    pub crash: Option<String>,
    /// What is being done, if it takes its time.
    pub task: Option<Task>,
    /// What became of the files brought last.
    pub report: Option<Rc<Report>>,
    /// The corpus as a thing that is corrected and kept.
    pub held: Rc<Held>,
    /// Corpora kept in this browser, newest first, or why none can be.
    pub shelf: Result<Vec<Card>, Unkept>,
    /// What a corpus was called that was taken out of this browser and can be put back.
    pub taken: Option<String>,
    /// What a corpus was called that gave way to the open one, is not kept as it was, and can be opened again.
    pub earlier: Option<String>,
    /// Whether what is brought next joins the reader's corpus.
    pub join: Join,
    /// Layers of the article that are not as at first.
    pub toggled: Vec<Layer>,
    /// At which stop of the tour somebody is, from 0.
    pub tour: Option<u8>,
}

impl Default for State {
    fn default() -> Self {
        Self {
            place: Place::default(),
            before: Place::default(),
            locale: locale::current(),
            generation: 0,
            ready: false,
            notice: None,
            crash: None,
            task: None,
            report: None,
            held: Rc::default(),
            shelf: Ok(Vec::new()),
            taken: None,
            earlier: None,
            join: Join::Corpus,
            toggled: Vec::new(),
            tour: None,
        }
    }
}

/// Work that takes its time.
#[derive(Clone, Debug, PartialEq)]
pub enum Task {
    /// Files are read: which one, how many before it, how many in all.
    Reading { name: String, done: u32, total: u32 },
    /// The corpus is analysed.
    Making(Progress),
    /// The corpus is written as one file.
    Packing,
}

/// The corpus as a thing that is corrected and kept.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Held {
    pub base: Base,
    pub edits: Edits,
    pub kept: Kept,
    /// What was taken back and can be made again, last first to be made.
    pub undone: Vec<Correction>,
    /// Places of corrections that fit nothing in these articles.
    pub passed_over: Vec<u32>,
    /// Steps of writing in the notebook that can be taken back.
    pub n_leafed: usize,
}

/// Whether the corpus will be there next time.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Kept {
    /// Nobody asked: it ships, or a script gave it.
    #[default]
    NotAsked,
    /// In this browser, under this id.
    As(String),
    /// It comes with the page each time.
    WithPage,
    /// It will not, for this reason.
    No(Unkept),
}

/// What became of files.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// One for each file.
    pub outcomes: Vec<Outcome>,
    /// Articles that the files gave.
    pub n_brought: u32,
    /// Articles of the corpus now; 0 when the one before stays.
    pub n_articles: usize,
    /// Articles that were there already: name, and name of the one that stays.
    pub repeated: Vec<(String, String)>,
    /// Corrections that came along and fit nothing.
    pub passed_over: usize,
    /// Files beyond the number that are read.
    pub n_beyond: u32,
    /// Files that browsers put beside the pages they save.
    pub n_set_aside: usize,
    /// Why no corpus was made of it.
    pub problem: Option<String>,
    /// Tables, to be read again with other columns.
    pub tables: Vec<Brought>,
    /// What came along with an exported corpus.
    pub edits: Option<Edits>,
    /// Notes on articles that came as files of their own, before they are in the notebook; bytes, see [`crate::protocol::NotesRequest`].
    pub note_files: Vec<Vec<u8>>,
    /// What became of them.
    pub taken: Vec<Taken>,
}

impl Report {
    /// What a corpus of these files is called: the file or the folder, where there is one.
    pub fn title(&self) -> String {
        let is_matter = |outcome: &&Outcome| outcome.result.as_ref().is_ok_and(|read| read.n_notes == 0);
        let came_in: Vec<&str> = self.outcomes.iter().filter(is_matter).map(|outcome| outcome.name.as_str()).collect();
        let mut names = came_in.iter().copied();
        let first = names.next().unwrap_or_default();
        let folder = first.split_once('/').map_or("", |(folder, _)| folder);
        let same_folder = !folder.is_empty() && names.all(|name| name.split_once('/').is_some_and(|(other, _)| other == folder));
        match came_in.len() {
            0 | 1 => format::stem(first.rsplit('/').next().unwrap_or(first)).to_owned(),
            _ if same_folder => format::stem(folder).to_owned(),
            n => bringing::titled(format::stem(first.rsplit('/').next().unwrap_or(first)), n - 1),
        }
    }

    /// True when a person should read it: something was left out, guessed or mended.
    pub fn is_telling(&self) -> bool {
        let notable = |outcome: &Outcome| match &outcome.result {
            Ok(read) => read.table.is_some() || !read.left_out.is_empty() || read.n_unreadable > 0,
            Err(_) => true,
        };
        self.problem.is_some()
            || !self.taken.is_empty()
            || !self.repeated.is_empty()
            || self.passed_over > 0
            || self.n_beyond > 0
            || self.outcomes.iter().any(notable)
    }
}

/// What can be shown in an article, and put away.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    Names(EntityKind),
    /// What is said between marks.
    Quotations,
    /// What is told without marks.
    Reported,
    /// Marks of distance and titles.
    OtherMarks,
    Dates,
    Figures,
}

impl State {
    /// True when a layer is shown. What stands between the marks of speech is, unless it was put away; reported speech is half
    /// of many articles, and is shown when asked for.
    pub fn shows(&self, layer: Layer) -> bool {
        let at_first = !matches!(layer, Layer::Reported | Layer::OtherMarks);
        at_first != self.toggled.contains(&layer)
    }

    fn arrive(&mut self, place: Place) {
        let before = std::mem::replace(&mut self.place, place);
        if !matches!(before.view, View::Corpus | View::Record(_) | View::Projector) {
            self.before = before;
        }
        self.notice = None;
    }
}

#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// The address is now this fragment.
    Arrive(String),
    /// The reader goes there; the address says as much of it as fits.
    Go(Place),
    /// It is known which corpus opens the page.
    Ready,
    /// Another corpus is loaded.
    Loaded,
    /// The corpus changed under the reader, who stays where they are.
    Again,
    Crashed(String),
    Notice(String),
    DismissNotice,
    Task(Option<Task>),
    Report(Option<Rc<Report>>),
    Held(Held),
    Shelf(Result<Vec<Card>, Unkept>),
    Taken(Option<String>),
    Earlier(Option<String>),
    Join(Join),
    Toggle(Layer),
    Tour(Option<u8>),
    /// The page speaks another language: what the engine said in the one before is asked again.
    Speak(Locale),
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        let mut next = (*self).clone();
        match action {
            Action::Arrive(fragment) => match Place::parse(&fragment) {
                Ok(place) if place == self.place && self.notice.is_none() => return self,
                Ok(place) => next.arrive(place),
                // Where the reader was stays: a bad link loses nothing.
                Err(unknown) => next.notice = Some(unknown.to_string()),
            },
            Action::Go(place) => next.arrive(place),
            Action::Loaded => {
                next.join = Join::Corpus;
                next.generation += 1;
                next.arrive(Place::default());
                next.before = Place::default();
            }
            Action::Again => next.generation += 1,
            Action::Tour(stop) => next.tour = stop,
            Action::Ready => next.ready = true,
            Action::Crashed(why) => next.crash = Some(why),
            Action::Notice(text) => next.notice = Some(text),
            Action::Task(task) => next.task = task,
            Action::Held(held) => next.held = Rc::new(held),
            Action::Shelf(shelf) => next.shelf = shelf,
            Action::Taken(title) => next.taken = title,
            Action::Earlier(title) => next.earlier = title,
            Action::DismissNotice => next.notice = None,
            Action::Report(report) => next.report = report,
            Action::Join(join) => next.join = join,
            Action::Speak(locale) => {
                next.locale = locale;
                next.generation += 1;
            }
            Action::Toggle(layer) => match next.toggled.iter().position(|toggled| *toggled == layer) {
                Some(at) => {
                    next.toggled.remove(at);
                }
                None => next.toggled.push(layer),
            },
        }
        Rc::new(next)
    }
}

#[cfg(test)]
mod tests {
    use crate::import::{Read, Refusal};

    use super::*;

    fn after(state: State, action: Action) -> State {
        (*Rc::new(state).reduce(action)).clone()
    }

    #[test]
    fn a_corpus_is_called_after_what_came_in() {
        let titled = |names: &[&str]| {
            let read = |name: &&str| Outcome { name: (*name).to_owned(), result: Ok(Read::default()) };
            let refused = Outcome { name: "vide.txt".to_owned(), result: Err(Refusal::Empty) };
            Report { outcomes: [refused].into_iter().chain(names.iter().map(read)).collect(), ..Report::default() }.title()
        };
        assert_eq!(titled(&["dossier/a.txt"]), "a");
        assert_eq!(titled(&["port.zip/a.txt", "port.zip/b/c.txt"]), "port");
        assert_eq!(titled(&["a.txt", "b.txt", "c.txt"]), "a et 2\u{a0}autres fichiers");
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
        for layer in [Layer::Names(EntityKind::Place), Layer::Reported] {
            let once = after(State::default(), Action::Toggle(layer));
            assert_ne!(once.shows(layer), State::default().shows(layer));
            assert_eq!(after(once, Action::Toggle(layer)), State::default());
        }
    }
}
