//! The press review: what is kept for it, how it is put in order, what is handed on.

use super::counts::n_words;
use crate::notebook::ClippingKind;
use crate::say;
use crate::ui::format::{count, number, percent};

/// Sign, word, and what is read out behind it.
pub fn keep_button() -> (&'static str, &'static str, &'static str) {
    let (word, rest) = say!(("Retenir", " pour la revue de presse"), ("Keep", " for the press review"));
    ("+", word, rest)
}

/// What the sign of the button means.
pub fn keep_in_words() -> &'static str {
    say!("retenir pour la revue de presse", "keep for the press review")
}

pub fn kept_button() -> (&'static str, &'static str, &'static str) {
    let (word, rest) = say!(("Retenu", "\u{a0}: enlever de la revue de presse"), ("Kept", ": take out of the press review"));
    ("✓", word, rest)
}

fn in_review(n: usize) -> String {
    match n {
        0 => say!("La revue de presse est vide. ", "The press review is empty. ").to_owned(),
        n => say!(
            format!("La revue de presse a {}. ", count(n, "élément", "éléments")),
            format!("The press review has {}. ", count(n, "item", "items"))
        ),
    }
}

pub fn kept(n: usize) -> String {
    format!("{}{}", say!("Retenu. ", "Kept. "), in_review(n))
}

pub fn taken_out(n: usize) -> String {
    format!("{}{}", say!("Enlevé. ", "Taken out. "), in_review(n))
}

pub fn see_review() -> &'static str {
    say!("Voir la revue de presse", "See the press review")
}

pub fn nothing_chosen() -> &'static str {
    say!(
        "Rien n’est sélectionné ici\u{a0}: choisissez un passage, une citation ou une ligne, puis la même touche.",
        "Nothing is selected here: choose a passage, a quotation or a row, then press the same key."
    )
}

pub fn nothing_yet() -> &'static str {
    say!("Rien n’est encore retenu.", "Nothing is kept yet.")
}

pub fn how_to_collect(key: &str) -> String {
    let by_key = match key {
        "" => String::new(),
        key => say!(
            format!(" La touche {key} fait de même avec le passage sélectionné, le lien ou la ligne où l’on se trouve."),
            format!(" The {key} key does the same with the selected passage, the link or the row where one is.")
        ),
    };
    say!(
        format!(
            "Le bouton «\u{a0}Retenir\u{a0}» se trouve à côté des passages sélectionnés d’un article, des citations, des énoncés, des désaccords, des dates et des graphiques.{by_key}"
        ),
        format!(
            "The “Keep” button stands beside the selected passages of an article, quotations, statements, disagreements, dates and charts.{by_key}"
        )
    )
}

/// Ways to where one collects.
pub fn where_to_collect() -> [&'static str; 3] {
    say!(["Citations", "Énoncés", "Désaccords"], ["Quotations", "Statements", "Disagreements"])
}

pub fn kind(kind: ClippingKind) -> &'static str {
    match kind {
        ClippingKind::Passage => say!("Passage", "Passage"),
        ClippingKind::Quotation => say!("Citation", "Quotation"),
        ClippingKind::Statement => say!("Énoncé", "Statement"),
        ClippingKind::Disagreement => say!("Désaccord", "Disagreement"),
        ClippingKind::Chart => say!("Graphique", "Chart"),
    }
}

/// How many articles tell a statement.
pub fn told_by(n: usize, n_articles: usize) -> String {
    say!(
        format!("dit par {} articles sur {}", number(n), number(n_articles)),
        format!("told by {} of {} articles", number(n), number(n_articles))
    )
}

pub fn title_of_review() -> &'static str {
    say!("Titre de la revue", "Title of the review")
}

pub fn heading() -> &'static str {
    say!("Intertitre", "Heading")
}

pub fn drag() -> &'static str {
    say!("Tirer pour déplacer", "Drag to move")
}

pub fn own_words() -> &'static str {
    say!("Votre texte", "Your words")
}

pub fn in_order() -> &'static str {
    say!("Ce qui est retenu, dans l’ordre", "What is kept, in order")
}

/// How the list is used from the keyboard.
pub fn hint() -> &'static str {
    say!(
        "On déplace un élément en le tirant par sa poignée, ou par Alt + flèche haut ou bas là où l’on se trouve\u{a0}; un intertitre que l’on tire, ou avec Alt + Maj + flèche, emporte son groupe. Suppr enlève l’élément.",
        "An item is moved by dragging its handle, or by Alt + up or down arrow where one is; a heading that is dragged, or moved with Alt + Shift + arrow, takes its group along. Delete takes the item out."
    )
}

/// Up, down, heading before, words after, the whole, short again, take out.
pub fn actions() -> [&'static str; 7] {
    say!(
        ["Monter", "Descendre", "Intertitre avant", "Texte après", "En entier", "Abréger", "Enlever"],
        ["Move up", "Move down", "Heading before", "Words after", "In full", "Shorten", "Take out"]
    )
}

/// An action on one of the items.
pub fn action_on(action: &str, number: usize) -> String {
    say!(format!("{action}\u{a0}: élément {number}"), format!("{action}: item {number}"))
}

pub fn undo() -> &'static str {
    say!("Revenir en arrière", "Undo")
}

pub fn moved_to(at: usize, n: usize) -> String {
    say!(format!("Déplacé\u{a0}: {at} sur {n}."), format!("Moved: {at} of {n}."))
}

pub fn item_taken_out() -> &'static str {
    say!("Enlevé\u{a0}; «\u{a0}Revenir en arrière\u{a0}» le remet.", "Taken out; “Undo” brings it back.")
}

pub fn undone() -> &'static str {
    say!("Le dernier changement est défait.", "The last change is undone.")
}

pub fn saved() -> &'static str {
    say!("Le fichier est enregistré.", "The file is saved.")
}

pub fn hand_on() -> &'static str {
    say!("Emporter la revue", "Hand the review on")
}

pub fn print() -> &'static str {
    say!("Imprimer", "Print")
}

pub fn project() -> &'static str {
    say!("Projeter", "Project")
}

pub fn open_passage() -> &'static str {
    say!("Ouvrir le passage", "Open the passage")
}

pub fn open_where_found() -> &'static str {
    say!("Voir où c’était", "See where it was")
}

/// In place of what a chart says.
pub fn hidden_with_sources() -> &'static str {
    say!("phrase cachée, comme les sources", "sentence hidden, as the sources are")
}

pub fn table_of_chart() -> &'static str {
    say!("Le tableau du graphique", "The chart’s table")
}

pub fn see_chart() -> &'static str {
    say!("Voir le graphique", "See the chart")
}

pub fn article_gone(name: &str) -> String {
    say!(
        format!("L’article {name} n’est plus dans le corpus\u{a0}; ses mots restent ici."),
        format!("The article {name} is no longer in the corpus; its words stay here.")
    )
}

pub fn words_gone() -> &'static str {
    say!(
        "Ces mots ne se retrouvent plus dans l’article, qui a changé depuis\u{a0}; ils restent ici.",
        "These words are no longer found in the article, which has changed since; they stay here."
    )
}

pub fn sources() -> &'static str {
    say!("Références, et ce qui est cité de chaque article", "References, and how much of each article is quoted")
}

/// What the meter counts.
pub fn what_counts() -> &'static str {
    say!(
        "Sont comptés les mots montrés ici, dans le texte propre de l’article\u{a0}; un mot que deux passages citent compte une fois.",
        "What counts are the words shown here, in the article’s own text; a word that two passages quote counts once."
    )
}

pub fn quoted(n_quoted: usize, n_all: usize, share: f32) -> String {
    say!(
        format!("{} sur {} ({})", count(n_quoted, "mot cité", "mots cités"), number(n_all), percent(share)),
        format!("{} of {} quoted ({})", n_words(n_quoted), number(n_all), percent(share))
    )
}

/// What is said at the end of what is handed on.
pub fn colophon(version: &str, n: usize) -> String {
    let n = say!(count(n, "article cité", "articles cités"), count(n, "article quoted", "articles quoted"));
    say!(
        format!("Revue de presse composée avec Recoupe {version}\u{a0}; {n}. Les citations restent à leurs auteurs."),
        format!("Press review put together with Recoupe {version}; {n}. Quotations remain their authors’.")
    )
}

/// Forms of files.
pub fn markdown() -> &'static str {
    say!("Markdown", "Markdown")
}

pub fn html() -> &'static str {
    say!("HTML", "HTML")
}
