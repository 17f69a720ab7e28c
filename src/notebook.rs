//! What a person makes of a corpus: notes on passages, and a press review of what was collected.
//!
//! All of it points at passages by an [`Anchor`]: article, place and words, so that it is found again when the text was corrected
//! or came from another machine. Kept with the corpus and handed on with it; nothing of it changes what is found in the articles.
//! Texts are not held here: who has them resolves anchors.

mod anchor;
mod drawing;
mod excerpt;
mod labels;
mod note;
mod picture;
mod press;
mod press_html;
mod press_markdown;
mod quoted;
mod review;
mod source;

use serde::{Deserialize, Serialize};

use crate::order::Order;

pub use anchor::{AROUND, Anchor};
pub use drawing::{Anchoring, Drawing, Ink, Paint, Shape};
pub use excerpt::{SHORT, in_marks, short, shown};
pub use labels::label_name;
use note::Newer;
pub use note::{Colour, DERIVED_ID, LONGEST_LABEL, Label, NOTE_ID, Note, NoteFile};
pub use picture::{Hues, Picture, Rgba};
pub use press::{Cutting, Fragment, Press, Share, Slip};
pub use press_html::html;
pub use press_markdown::{markdown, plain};
pub use quoted::Quoted;
pub use review::{Clipping, ClippingKind, Item, Length, Review, Shift, TOPIC_END};
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

/// What becomes of a note that is brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Fate {
    Kept,
    /// It was there already.
    Known,
    /// It takes the place of an older version, which said this.
    Newer(String),
    /// The one that is there was written later; this is what the older one says.
    Older(String),
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
        self.join_repeated();
        if self.review.title.is_none() {
            self.review.title = other.review.title;
        }
        for item in other.review.items {
            if !self.review.items.contains(&item) {
                self.review.items.push(item);
            }
        }
    }

    /// Keeps one of the notes that are one (see [`Note::identity`]), in the place of the first: the version that was written last. What
    /// became of each.
    pub fn join_repeated(&mut self) -> Vec<Fate> {
        let notes = &mut self.notes;
        let mut places: Vec<usize> = (0..notes.len()).collect();
        places.order_by(|a, b| notes[*a].identity().cmp(&notes[*b].identity()));
        let mut fates = vec![Fate::Kept; notes.len()];
        for one in places.chunk_by(|a, b| notes[*a].identity() == notes[*b].identity()).map(<[usize]>::to_vec).collect::<Vec<_>>() {
            let Some((first, later)) = one.split_first() else { continue };
            for again in later {
                fates[*again] = match notes[*first].newer(&notes[*again]) {
                    Newer::Neither => Fate::Known,
                    Newer::First => Fate::Older(notes[*again].text.clone()),
                    Newer::Second => {
                        let newer = notes[*again].clone();
                        let author = notes[*first].author.clone();
                        let older = std::mem::replace(&mut notes[*first], Note { author, ..newer });
                        Fate::Newer(older.text)
                    }
                };
            }
        }
        let mut is_kept = fates.iter().map(|fate| *fate == Fate::Kept);
        notes.retain(|_| is_kept.next().unwrap_or_default());
        fates
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
            ..Note::default()
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
            all.join_repeated();
            all.notes.len()
        };
        assert_eq!(n_kept(vec![of(None, Some("1")), of(Some("Ana"), Some("1"))]), 1);
        assert_eq!(n_kept(vec![of(None, None), of(Some("Ana"), None)]), 2);
        assert_eq!(n_kept(vec![of(None, Some("1")), of(None, Some("2")), of(None, Some("1"))]), 2);
    }

    #[test]
    fn of_a_note_that_was_edited_the_version_written_last_stays_in_its_place() {
        let of = |text: &str, edited: Option<&str>| Note {
            id: Some("n1".to_owned()),
            text: text.to_owned(),
            made: Some("2026-01-01".to_owned()),
            edited: edited.map(Into::into),
            ..note("Ana")
        };
        let joined = |notes: Vec<Note>| {
            let mut all = Notebook { notes, ..Notebook::default() };
            let fates = all.join_repeated();
            (all.notes.iter().map(|note| note.text.clone()).collect::<Vec<_>>(), fates)
        };
        let (old, new) = (of("Lequel ?", None), of("Le port de Brest.", Some("2026-01-02")));
        let said = |words: &str| vec![words.to_owned()];
        assert_eq!(
            joined(vec![old.clone(), new.clone()]),
            (said("Le port de Brest."), vec![Fate::Kept, Fate::Newer("Lequel ?".to_owned())])
        );
        assert_eq!(joined(vec![new.clone(), old]), (said("Le port de Brest."), vec![Fate::Kept, Fate::Older("Lequel ?".to_owned())]));
        assert_eq!(joined(vec![new.clone(), new.clone()]).1, [Fate::Kept, Fate::Known]);
        // Two that are called otherwise are two, however alike.
        assert_eq!(joined(vec![new.clone(), Note { id: Some("n2".to_owned()), ..new }]).0.len(), 2);
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
