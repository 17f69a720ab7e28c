//! What a person makes of a corpus: notes on passages, and a press review of what was collected.
//!
//! All of it points at passages by an [`Anchor`]: article, place and words, so that it is found again when the text was corrected
//! or came from another machine. Kept with the corpus and handed on with it; nothing of it changes what is found in the articles.
//! Texts are not held here: who has them resolves anchors.

mod anchor;
mod excerpt;
mod labels;
mod note;
mod press;
mod press_html;
mod press_markdown;
mod quoted;
mod review;
mod source;

use serde::{Deserialize, Serialize};

use crate::order::Order;

pub use anchor::{AROUND, Anchor};
pub use excerpt::{SHORT, in_marks, short, shown};
pub use labels::label_name;
pub use note::{Colour, LONGEST_LABEL, Label, NOTE_ID, Note, NoteFile};
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
    /// Who writes here, as they call themselves: in files their notes carry this name.
    pub author: Option<String>,
}

impl Notebook {
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }

    /// Takes what another notebook holds and this one does not. Labels of one name are one label. What the other calls its writer's
    /// own is theirs here, unless the same person writes here or nobody wrote anything yet.
    pub fn append(&mut self, other: Self) {
        let is_own = self.notes.is_empty() || self.author == other.author;
        if self.notes.is_empty() {
            self.author = self.author.take().or(other.author.clone());
        }
        for label in other.labels {
            self.add_label(label);
        }
        let theirs = |note: Note| if is_own { note } else { Note { author: note.author.or_else(|| other.author.clone()), ..note } };
        self.notes.extend(other.notes.into_iter().map(theirs));
        self.drop_repeated();
        if self.review.title.is_none() {
            self.review.title = other.review.title;
        }
        for item in other.review.items {
            if !self.review.items.contains(&item) {
                self.review.items.push(item);
            }
        }
    }

    /// Keeps the first of notes that are one (see [`Note::identity`]).
    pub fn drop_repeated(&mut self) {
        let mut repeated = self.repeated().into_iter();
        self.notes.retain(|_| !repeated.next().unwrap_or_default());
    }

    /// Which notes are there already before their place.
    pub fn repeated(&self) -> Vec<bool> {
        let notes = &self.notes;
        let mut places: Vec<usize> = (0..notes.len()).collect();
        places.order_by(|a, b| notes[*a].identity().cmp(&notes[*b].identity()));
        let mut repeated = vec![false; notes.len()];
        for pair in places.windows(2) {
            repeated[pair[1]] = notes[pair[0]].identity() == notes[pair[1]].identity();
        }
        repeated
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
        let of = |author: &str| Notebook { labels: vec![label.clone()], notes: vec![note(author)], ..Notebook::default() };
        let mut all = of("Ana");
        all.append(of("Bo"));
        all.append(of("Bo"));
        assert_eq!((all.labels, all.notes), (vec![label], vec![note("Ana"), note("Bo")]));
    }

    #[test]
    fn what_a_pupil_calls_their_own_is_theirs_in_another_notebook() {
        let own = |made: &str, author: &str| Notebook {
            notes: vec![Note { author: None, made: Some(made.to_owned()), ..note("") }],
            author: Some(author.to_owned()),
            ..Notebook::default()
        };
        let mut all = own("1", "Ana");
        all.append(own("2", "Bo"));
        all.append(own("3", "Ana"));
        let authors: Vec<Option<&str>> = all.notes.iter().map(|note| note.author.as_deref()).collect();
        assert_eq!(authors, [None, Some("Bo"), None]);
    }

    #[test]
    fn a_note_made_in_one_moment_is_one_note_whoever_it_is_said_to_be_by() {
        let of = |author: Option<&str>, made: Option<&str>| Note { author: author.map(Into::into), made: made.map(Into::into), ..note("") };
        let n_kept = |notes: Vec<Note>| {
            let mut all = Notebook { notes, ..Notebook::default() };
            all.drop_repeated();
            all.notes.len()
        };
        assert_eq!(n_kept(vec![of(None, Some("1")), of(Some("Ana"), Some("1"))]), 1);
        assert_eq!(n_kept(vec![of(None, None), of(Some("Ana"), None)]), 2);
        assert_eq!(n_kept(vec![of(None, Some("1")), of(None, Some("2")), of(None, Some("1"))]), 2);
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
