//! The labels of a notebook: given, called otherwise, taken away; what changes a label changes its notes.

use super::{Colour, LONGEST_LABEL, Label, Notebook};

impl Notebook {
    /// The label of this name.
    pub fn label(&self, name: &str) -> Option<&Label> {
        self.labels.iter().find(|label| label.name == name)
    }

    /// Takes a label; one of its name that is there stays as it is.
    pub fn add_label(&mut self, label: Label) {
        if self.label(&label.name).is_none() {
            self.labels.push(label);
        }
    }

    /// Calls a label otherwise, with its notes. One of the new name that is there already takes them.
    pub fn rename_label(&mut self, from: &str, to: &str) {
        let to = label_name(to);
        if to.is_empty() || to == from || self.label(from).is_none() {
            return;
        }
        if self.label(&to).is_some() {
            self.labels.retain(|label| label.name != from);
        }
        self.labels.iter_mut().filter(|label| label.name == from).for_each(|label| label.name.clone_from(&to));
        for note in self.notes.iter_mut().filter(|note| note.label.as_deref() == Some(from)) {
            note.label = Some(to.clone());
        }
    }

    pub fn recolour_label(&mut self, name: &str, colour: Colour) {
        self.labels.iter_mut().filter(|label| label.name == name).for_each(|label| label.colour = colour);
    }

    /// Takes a label away; its notes stay without one.
    pub fn remove_label(&mut self, name: &str) {
        self.labels.retain(|label| label.name != name);
        self.notes.iter_mut().filter(|note| note.label.as_deref() == Some(name)).for_each(|note| note.label = None);
    }
}

/// A label's name as it is kept: in one line, no longer than [`LONGEST_LABEL`].
pub fn label_name(typed: &str) -> String {
    typed.split_whitespace().collect::<Vec<_>>().join(" ").chars().take(LONGEST_LABEL).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebook::Note;

    fn notebook() -> Notebook {
        let label = |name: &str, colour| Label { name: name.to_owned(), colour };
        let note = |label: &str| Note { label: Some(label.to_owned()), ..Note::default() };
        let labels = vec![label("Lieu", Colour::Green), label("Doute", Colour::Pink)];
        Notebook { labels, notes: vec![note("Lieu"), note("Doute")], ..Notebook::default() }
    }

    fn labels_of_notes(notebook: &Notebook) -> Vec<Option<&str>> {
        notebook.notes.iter().map(|note| note.label.as_deref()).collect()
    }

    #[test]
    fn a_label_that_is_called_otherwise_takes_its_notes_along() {
        let mut all = notebook();
        all.rename_label("Lieu", " Un  endroit ");
        assert_eq!(labels_of_notes(&all), [Some("Un endroit"), Some("Doute")]);
        all.rename_label("Un endroit", "Doute");
        assert_eq!((labels_of_notes(&all), all.labels.len()), (vec![Some("Doute"); 2], 1));
        all.rename_label("Doute", "  ");
        assert_eq!(labels_of_notes(&all), [Some("Doute"); 2]);
    }

    #[test]
    fn without_its_label_a_note_stays() {
        let mut all = notebook();
        all.remove_label("Lieu");
        assert_eq!((labels_of_notes(&all), all.labels.len()), (vec![None, Some("Doute")], 1));
    }

    #[test]
    fn a_name_of_three_hundred_characters_is_kept_whole_and_an_endless_one_is_cut() {
        assert_eq!(label_name(&"é".repeat(300)).chars().count(), 300);
        assert_eq!(label_name(&"é".repeat(30_000)).chars().count(), LONGEST_LABEL);
    }
}
