//! Notes on passages: how they are made, shown, filtered, handed on.

use crate::notebook::Colour;
use crate::say;
use crate::ui::format;

/// Heading of the panel beside an article.
pub fn your_notes() -> &'static str {
    say!("Notes sur cet article", "Notes on this article")
}

pub fn note_selection() -> &'static str {
    say!("Noter", "Add a note")
}

pub fn note_this_passage() -> &'static str {
    say!("Noter ce passage", "Add a note on this passage")
}

pub fn note_a_sentence() -> &'static str {
    say!("Noter une phrase", "Add a note on a sentence")
}

/// How one comes to a passage, with the key if there is one.
pub fn how_to_note(key: &str) -> String {
    let way = say!("Choisissez des mots dans le texte", "Choose words in the text");
    match key {
        "" => format!("{way}."),
        key => format!("{way}{}", say!(format!(", puis la touche {key}."), format!(", then the key {key}."))),
    }
}

pub fn no_such_place() -> &'static str {
    say!(
        "Ce qui est sélectionné n’est pas d’un seul tenant dans le texte\u{a0}: choisissez moins.",
        "What is selected is not one stretch of the text: choose less."
    )
}

pub fn new_note() -> &'static str {
    say!("Nouvelle note", "New note")
}

pub fn edit_note() -> &'static str {
    say!("Modifier la note", "Edit the note")
}

pub fn edit() -> &'static str {
    say!("Modifier", "Edit")
}

pub fn remove() -> &'static str {
    say!("Retirer", "Remove")
}

/// For who hears the button alone.
pub fn edit_note_on(words: &str) -> String {
    say!(format!("Modifier la note sur «\u{a0}{words}\u{a0}»"), format!("Edit the note on “{words}”"))
}

pub fn remove_note_on(words: &str) -> String {
    say!(format!("Retirer la note sur «\u{a0}{words}\u{a0}»"), format!("Remove the note on “{words}”"))
}

pub fn removed() -> &'static str {
    say!("Note retirée.", "Note removed.")
}

pub fn take_back() -> &'static str {
    say!("La remettre", "Put it back")
}

/// Of whatever was written last in the notebook.
pub fn undo_last() -> &'static str {
    say!("Annuler le dernier changement", "Undo the last change")
}

pub fn sentence_steps() -> [&'static str; 3] {
    say!(["Phrase précédente", "Phrase entière", "Phrase suivante"], ["Previous sentence", "Whole sentence", "Next sentence"])
}

pub fn passage() -> &'static str {
    say!("Le passage", "The passage")
}

pub fn label() -> &'static str {
    say!("Étiquette", "Label")
}

pub fn no_label() -> &'static str {
    say!("Sans étiquette", "No label")
}

pub fn new_label() -> &'static str {
    say!("Nouvelle étiquette…", "New label…")
}

pub fn label_name() -> &'static str {
    say!("Nom de l’étiquette", "Name of the label")
}

pub fn colour() -> &'static str {
    say!("Couleur et trait", "Colour and line")
}

/// The colour with its line.
pub fn colour_name(colour: Colour) -> &'static str {
    match colour {
        Colour::Yellow => say!("Jaune, trait plein", "Yellow, solid"),
        Colour::Green => say!("Vert, tirets", "Green, dashed"),
        Colour::Blue => say!("Bleu, points", "Blue, dotted"),
        Colour::Pink => say!("Rose, double", "Pink, double"),
        Colour::Orange => say!("Orange, ondulé", "Orange, wavy"),
        Colour::Grey => say!("Gris, trait fin", "Grey, thin"),
    }
}

pub fn comment() -> &'static str {
    say!("Commentaire (facultatif)", "Comment (optional)")
}

pub fn save() -> &'static str {
    say!("Enregistrer", "Save")
}

pub fn close() -> &'static str {
    say!("Fermer", "Close")
}

/// What stands before a marked passage without a label.
pub fn note() -> &'static str {
    say!("Note", "Note")
}

/// Who wrote it and when; either may be unknown.
pub fn by_and_when(author: Option<&str>, day: Option<&str>) -> String {
    let author = author.unwrap_or(say!("Vous", "You"));
    match day {
        Some(day) => format!("{author}, {day}"),
        None => author.to_owned(),
    }
}

pub fn also_noted() -> &'static str {
    say!("Notes dans ce texte", "Notes in this text")
}

pub fn not_found_here(n: usize) -> String {
    let notes = n_notes(n);
    say!(format!("{notes} dont les mots ne sont plus dans ce texte"), format!("{notes} whose words are no longer in this text"))
}

pub fn all_notes() -> &'static str {
    say!("Toutes les notes", "All notes")
}

pub fn n_notes(n: usize) -> String {
    format::count(n, say!("note", "note"), say!("notes", "notes"))
}
