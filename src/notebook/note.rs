//! Notes on passages, and the labels that group them.

use serde::{Deserialize, Serialize};

use super::Anchor;
use crate::id::Fingerprint;

/// What a reader wrote about a passage, or that they marked it.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Note {
    /// What it is called in files; stays when it is edited. None of one that another tool wrote without.
    pub id: Option<String>,
    pub anchor: Anchor,
    /// Name of a label.
    pub label: Option<String>,
    /// Empty where a passage is only marked.
    pub text: String,
    /// Who wrote it, as they call themselves; none for who sits here.
    pub author: Option<String>,
    /// When, ISO 8601.
    pub made: Option<String>,
    /// When it was last written again, ISO 8601; none for one that stayed as it was made.
    pub edited: Option<String>,
}

impl Note {
    /// What it is called in files, which follows from what it says where nobody called it anything; `author` writes here.
    pub fn name(&self, author: Option<&str>) -> String {
        let Anchor { article, span, exact, .. } = &self.anchor;
        let author = self.author.as_deref().or(author).unwrap_or_default();
        let identity = [article, exact, &*self.text, self.made.as_deref().unwrap_or_default(), author];
        let number = || Fingerprint::of(identity.join("\u{0}").as_bytes()).0 ^ u64::from(span.start);
        self.id.clone().unwrap_or_else(|| format!("{DERIVED_ID}{:016x}", number()))
    }

    /// What makes it this note and no other: what it is called; of one that is called nothing passage, words, label, and the moment when
    /// it was made; of one that tells no moment, who wrote it. Two people do not write the same in the same millisecond, but a file may
    /// call the writer of one's own notes by a name.
    pub fn identity(&self) -> impl Ord + '_ {
        match &self.id {
            Some(id) => (Some(id.as_str()), None),
            None => (None, Some(self.contents())),
        }
    }

    fn contents(&self) -> impl Ord + '_ {
        let Anchor { article, span, exact, .. } = &self.anchor;
        let moment = self.made.as_deref().ok_or(self.author.as_deref());
        (article.as_str(), span.start, exact.as_str(), self.label.as_deref(), self.text.as_str(), moment)
    }
}

/// Which of two versions of a note counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Newer {
    First,
    Second,
    /// They say the same.
    Neither,
}

impl Note {
    /// Of two versions of one note the one that was written last; in doubt the first.
    pub(super) fn newer(&self, other: &Self) -> Newer {
        if (&self.text, &self.label, self.anchor.span) == (&other.text, &other.label, other.anchor.span) {
            return Newer::Neither;
        }
        let moment = |note: &Self| note.edited.clone().or_else(|| note.made.clone());
        if moment(other) > moment(self) { Newer::Second } else { Newer::First }
    }
}

/// What a note is called in files, before its number: told by it from what the tool itself found.
pub const NOTE_ID: &str = "urn:recoupe:note:";
/// The same of one that is called nothing: it follows from what it says, so that it is no name once it comes back.
pub const DERIVED_ID: &str = "urn:recoupe:note:~";

/// The notes of one file, as it tells them: places count Unicode scalars of the raw text, and none is known where start and end are
/// one. Who has the texts makes them notes of a corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoteFile {
    /// Its name.
    pub name: String,
    pub labels: Vec<Label>,
    pub notes: Vec<Note>,
}

/// Characters of a label's name that are kept: longer than anything that is a name, and short enough that thirty files of
/// damaged ones fit in memory. On the screen it is cut much earlier.
pub const LONGEST_LABEL: usize = 1_000;

/// What notes are grouped by. Its name is what tells it apart; the colour helps the eye.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Label {
    pub name: String,
    pub colour: Colour,
}

/// Each has a line of its own too, so that none is told by colour alone.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Colour {
    #[default]
    Yellow,
    Green,
    Blue,
    Pink,
    Orange,
    Grey,
}

impl Colour {
    pub const ALL: [Self; 6] = [Self::Yellow, Self::Green, Self::Blue, Self::Pink, Self::Orange, Self::Grey];

    /// As it is called in files and style sheets.
    pub fn label(self) -> &'static str {
        match self {
            Self::Yellow => "yellow",
            Self::Green => "green",
            Self::Blue => "blue",
            Self::Pink => "pink",
            Self::Orange => "orange",
            Self::Grey => "grey",
        }
    }

    pub fn of_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|colour| colour.label() == label)
    }
}
