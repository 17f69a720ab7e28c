//! People's own words while it is hidden where articles come from: a comment that names an outlet gives it away as its name would.
//!
//! What is kept stays as it was written; what is shown, printed and handed on meanwhile is what the engine makes of it. Before it
//! has answered nothing is shown of them.

use std::collections::BTreeMap;

use yew::prelude::*;

use super::hooks::{use_answer, use_explorer};
use crate::corpus::Mask;
use crate::notebook::{Item, Note, Notebook, Review};
use crate::protocol::{NotesAnswer, NotesRequest, Request, Response};

/// How words are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Covered {
    /// As they are: nothing is hidden.
    #[default]
    Plain,
    /// It is not known yet.
    Waiting,
    Known(BTreeMap<String, String>),
}

impl Covered {
    pub fn of(&self, words: &str) -> String {
        match self {
            Self::Plain => words.to_owned(),
            Self::Known(known) if known.contains_key(words) => known[words].clone(),
            _ if words.is_empty() => String::new(),
            Self::Waiting | Self::Known(_) => "…".to_owned(),
        }
    }

    /// A review with what people wrote in it covered; its passages are those of the articles.
    pub fn review(&self, review: &Review) -> Review {
        let mut review = review.clone();
        each_of_review(&mut review, &mut |words| *words = self.of(words));
        review
    }

    pub fn note(&self, note: &Note) -> Note {
        Note { text: self.of(&note.text), label: note.label.as_deref().map(|label| self.of(label)), ..note.clone() }
    }

    /// The labels by the names under which notes are shown.
    pub fn labels(&self, notebook: &Notebook) -> Notebook {
        let mut labels = notebook.labels.clone();
        labels.iter_mut().for_each(|label| label.name = self.of(&label.name));
        Notebook { labels, ..Notebook::default() }
    }
}

/// What of a notebook's notes is covered.
pub fn words_of_notes(notebook: &Notebook) -> Vec<String> {
    let of_notes = notebook.notes.iter().flat_map(|note| [&note.text, &note.anchor.exact]);
    of_notes.chain(notebook.labels.iter().map(|label| &label.name)).cloned().collect()
}

/// What of a review is covered.
pub fn words_of_review(review: &Review) -> Vec<String> {
    let mut all = Vec::new();
    each_of_review(&mut review.clone(), &mut |words| all.push(words.clone()));
    all
}

fn each_of_review(review: &mut Review, act: &mut dyn FnMut(&mut String)) {
    review.title.iter_mut().for_each(&mut *act);
    for item in &mut review.items {
        match item {
            Item::Heading(words) | Item::Words(words) => act(words),
            Item::Clipping(clipping) => act(&mut clipping.said),
        }
    }
}

/// Asks how the words are shown that `words` gathers, while something is hidden.
#[hook]
pub fn use_covered(words: impl FnOnce() -> Vec<String>) -> Covered {
    let is_hidden = use_explorer().state.held.edits.mask != Mask::Off;
    let words = if is_hidden { words() } else { Vec::new() };
    let request = is_hidden.then(|| Request::Notes(NotesRequest::Cover(words.clone()).pack()));
    let answer = use_answer(request.clone());
    if !is_hidden {
        return Covered::Plain;
    }
    match answer.response.as_deref() {
        Some(Response::Notes(bytes)) if answer.request == request => match NotesAnswer::unpack(bytes) {
            Some(NotesAnswer::Covered(covered)) => Covered::Known(words.into_iter().zip(covered).collect()),
            _ => Covered::Waiting,
        },
        _ => Covered::Waiting,
    }
}
