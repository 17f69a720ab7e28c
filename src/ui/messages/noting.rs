//! Notes on passages: how they are made, shown, filtered, handed on.

use crate::locale::in_marks;
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

/// Why the list is empty, and how one begins.
pub fn none_yet() -> &'static str {
    say!(
        "Il n’y a pas encore de note. Ouvrez un article, choisissez des mots dans son texte et notez-les\u{a0}; ou joignez des notes reçues.",
        "There is no note yet. Open an article, choose words in its text and add a note; or join notes that you were given."
    )
}

pub fn open_an_article() -> &'static str {
    say!("Ouvrir un article", "Open an article")
}

pub fn none_of_these() -> &'static str {
    say!("Aucune note ne correspond à ces choix.", "No note fits these choices.")
}

pub fn show_all() -> &'static str {
    say!("Montrer toutes les notes", "Show all notes")
}

/// How many are shown of how many, by how many people, in how many articles.
pub fn counted(n_shown: usize, n_all: usize, n_authors: usize, n_articles: usize) -> String {
    let shown = if n_shown == n_all {
        n_notes(n_all)
    } else {
        say!(format!("{n_shown} sur {}", n_notes(n_all)), format!("{n_shown} of {}", n_notes(n_all)))
    };
    let people = format::count(n_authors, say!("personne", "person"), say!("personnes", "people"));
    let articles = format::count(n_articles, say!("article", "article"), say!("articles", "articles"));
    say!(format!("{shown}, {people}, {articles}"), format!("{shown}, {people}, {articles}"))
}

pub fn filters() -> &'static str {
    say!("Choisir parmi les notes", "Choose among the notes")
}

pub fn article() -> &'static str {
    say!("Article", "Article")
}

pub fn author() -> &'static str {
    say!("Auteur", "Author")
}

pub fn you() -> &'static str {
    say!("Vous", "You")
}

pub fn every_label() -> &'static str {
    say!("Toutes", "All")
}

pub fn every_article() -> &'static str {
    say!("Tous", "All")
}

pub fn everyone() -> &'static str {
    say!("Tout le monde", "Everyone")
}

/// A choice with how many notes it leaves.
pub fn choice(words: &str, n: usize) -> String {
    format!("{words} ({})", format::number(n))
}

pub fn more(n: usize) -> String {
    let notes = n_notes(n);
    say!(format!("Montrer la suite\u{a0}: encore {notes}"), format!("Show more: {notes} left"))
}

pub fn words_gone() -> &'static str {
    say!("Passages dont les mots ne sont plus dans leur article", "Passages whose words are no longer in their article")
}

pub fn articles_gone() -> &'static str {
    say!("Passages d’articles qui ne sont pas dans ce corpus", "Passages of articles that are not in this corpus")
}

/// The heading of labels.
pub fn labels() -> &'static str {
    say!("Étiquettes", "Labels")
}

pub fn no_labels() -> &'static str {
    say!("Une étiquette se donne en écrivant une note.", "A label is given when a note is written.")
}

pub fn name_of_label(name: &str) -> String {
    say!(format!("Nom de l’étiquette «\u{a0}{name}\u{a0}»"), format!("Name of the label “{name}”"))
}

pub fn colour_of_label(name: &str) -> String {
    say!(format!("Couleur de l’étiquette «\u{a0}{name}\u{a0}»"), format!("Colour of the label “{name}”"))
}

pub fn remove_label() -> &'static str {
    say!("Retirer", "Remove")
}

pub fn remove_label_named(name: &str) -> String {
    say!(format!("Retirer l’étiquette «\u{a0}{name}\u{a0}»\u{a0}; ses notes restent"), format!("Remove the label “{name}”; its notes stay"))
}

/// Heading of what hands notes on and takes them in.
pub fn exchange() -> &'static str {
    say!("Transmettre et réunir", "Hand on and bring together")
}

pub fn your_name() -> &'static str {
    say!("Vos initiales ou votre nom (facultatif)", "Your initials or your name (optional)")
}

pub fn why_your_name() -> &'static str {
    say!(
        "Il accompagne vos notes dans les fichiers que vous enregistrez, et n’est envoyé nulle part.",
        "It goes with your notes in the files that you save, and is sent nowhere."
    )
}

pub fn save_notes() -> &'static str {
    say!("Enregistrer les notes (JSON-LD)", "Save the notes (JSON-LD)")
}

pub fn save_markdown() -> &'static str {
    say!("Markdown", "Markdown")
}

pub fn save_table() -> &'static str {
    say!("Tableau (CSV)", "Table (CSV)")
}

pub fn join_notes() -> &'static str {
    say!("Joindre des notes reçues", "Join notes that you were given")
}

pub fn what_is_joined() -> &'static str {
    say!(
        "Fichiers d’annotations W3C (.jsonld, .json), un par personne\u{a0}; on peut aussi les déposer n’importe où dans la page. Qui n’y est pas nommé prend le nom de son fichier.",
        "Files of W3C annotations (.jsonld, .json), one a person; they can also be dropped anywhere on the page. Who is not named in it takes the name of the file."
    )
}

/// Name of the file, before what tells whose or which.
pub fn file_name() -> &'static str {
    say!("notes", "notes")
}

/// Where no note of a file is about an article that is here.
pub fn of_another_corpus() -> &'static str {
    say!(
        "ce sont les notes d’un autre corpus\u{a0}: elles sont gardées, à la fin de la liste, et retrouvent leur passage dès que leurs articles sont ajoutés.",
        "these are the notes of another corpus: they are kept, at the end of the list, and find their passages again once their articles are added."
    )
}

/// A version that no longer counts.
pub fn older_version(words: &str) -> String {
    let words = in_marks(words);
    say!(format!("la version plus ancienne disait {words}"), format!("the older version said {words}"))
}

/// What became of the notes of a file.
pub fn taken(n: usize, n_known: usize, n_absent: usize, n_lost: usize, (n_newer, n_older): (usize, usize)) -> String {
    let part = |n: usize, words: String| (n > 0).then_some(words);
    let number = format::number;
    let known = say!(format!("{} déjà là", number(n_known)), format!("{} already here", number(n_known)));
    let absent = say!(
        format!("{} pour des articles qui ne sont pas dans ce corpus", number(n_absent)),
        format!("{} for articles that are not in this corpus", number(n_absent))
    );
    let lost = say!(
        format!("{} dont les mots ne se trouvent pas dans leur article", number(n_lost)),
        format!("{} whose words are not found in their article", number(n_lost))
    );
    let newer = say!(
        format!("{} plus récentes que celles d’ici, qu’elles remplacent", number(n_newer)),
        format!("{} newer than those here, which they replace", number(n_newer))
    );
    let older = say!(
        format!("{} plus anciennes que celles d’ici, qui restent", number(n_older)),
        format!("{} older than those here, which stay", number(n_older))
    );
    let parts = [part(n_known, known), part(n_newer, newer), part(n_older, older), part(n_absent, absent), part(n_lost, lost)];
    let parts: Vec<String> = std::iter::once(n_notes(n)).chain(parts.into_iter().flatten()).collect();
    parts.join(", ")
}
