//! What a person makes of a corpus: notes on passages, and a press review of what was collected.
//!
//! All of it points at passages by an [`Anchor`]: article, place and words, so that it is found again when the text was corrected
//! or came from another machine. Kept with the corpus and handed on with it; nothing of it changes what is found in the articles.
//! Texts are not held here: who has them resolves anchors.

mod anchor;
mod excerpt;
mod note;
mod press;
mod press_html;
mod press_markdown;
mod quoted;
mod review;
mod source;

use serde::{Deserialize, Serialize};

pub use anchor::{AROUND, Anchor};
pub use excerpt::{SHORT, in_marks, short, shown};
pub use note::{Colour, Label, Note};
pub use press::{Cutting, Fragment, Press, Share, Slip};
pub use press_html::html;
pub use press_markdown::{markdown, plain};
pub use quoted::Quoted;
pub use review::{Clipping, ClippingKind, Item, Length, Review, Shift};
pub use source::{Said, Source};

/// All that was written beside a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Notebook {
    /// In the order in which they were made.
    pub labels: Vec<Label>,
    /// In the order in which they were made.
    pub notes: Vec<Note>,
    pub review: Review,
}

impl Notebook {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes what another notebook holds and this one does not. Labels of one name are one label; a note that is the same in
    /// place, words and author is one note.
    pub fn append(&mut self, other: Self) {
        for label in other.labels {
            if !self.labels.iter().any(|known| known.name == label.name) {
                self.labels.push(label);
            }
        }
        for note in other.notes {
            if !self.notes.contains(&note) {
                self.notes.push(note);
            }
        }
        if self.review.title.is_none() {
            self.review.title = other.review.title;
        }
        for item in other.review.items {
            if !self.review.items.contains(&item) {
                self.review.items.push(item);
            }
        }
    }

    /// The same for articles that are called otherwise: each name is what `rename` makes of it.
    pub fn rename(&mut self, rename: &dyn Fn(&str) -> String) {
        let of_notes = self.notes.iter_mut().map(|note| &mut note.anchor);
        let of_review = self.review.items.iter_mut().flat_map(Item::anchors_mut);
        of_notes.chain(of_review).for_each(|anchor| anchor.article = rename(&anchor.article));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn note(author: &str) -> Note {
        Note {
            anchor: Anchor::of("a", "Un port ferme.", Span::new(3, 7)),
            label: Some("Lieu".to_owned()),
            text: "Lequel ?".to_owned(),
            author: Some(author.to_owned()),
            made: None,
        }
    }

    #[test]
    fn notes_of_two_pupils_are_both_kept_and_the_same_file_twice_adds_nothing() {
        let label = Label { name: "Lieu".to_owned(), colour: Colour::Green };
        let of = |author: &str| Notebook { labels: vec![label.clone()], notes: vec![note(author)], review: Review::default() };
        let mut all = of("Ana");
        all.append(of("Bo"));
        all.append(of("Bo"));
        assert_eq!((all.labels, all.notes), (vec![label], vec![note("Ana"), note("Bo")]));
    }

    #[test]
    fn notes_follow_an_article_that_is_called_otherwise() {
        let mut all = Notebook { notes: vec![note("Ana")], ..Notebook::default() };
        let clipping = Clipping { kind: ClippingKind::Passage, anchors: vec![note("Bo").anchor], ..Clipping::default() };
        all.review.items = vec![Item::Heading("Un".to_owned()), Item::Clipping(clipping)];
        all.rename(&|name| format!("{name} (2)"));
        let names: Vec<&str> = all.review.items.iter().flat_map(Item::anchors).map(|anchor| &*anchor.article).collect();
        assert_eq!((&*all.notes[0].anchor.article, names), ("a (2)", vec!["a (2)"]));
    }
}
