//! What stands around every view: bar, tab, foot, work under way, an engine that stopped.

use crate::locale::Locale;
use crate::protocol::Stage;
use crate::say;
use crate::ui::format;

pub fn skip_to_content() -> &'static str {
    say!("Aller au contenu", "Skip to content")
}

pub fn views() -> &'static str {
    say!("Vues", "Views")
}

/// Before what is followed from view to view.
pub fn following() -> &'static str {
    say!("Suivi de vue en vue\u{a0}:", "Followed across views:")
}

pub fn a_passage_of(article: &str) -> String {
    say!(format!("un passage de {article}"), format!("a passage of {article}"))
}

pub fn show_it_here() -> &'static str {
    say!("Le montrer ici", "Show it here")
}

pub fn let_go() -> &'static str {
    say!("Ne plus suivre", "Stop following")
}

pub fn panorama() -> &'static str {
    say!("Panorama", "Overview")
}

pub fn read() -> &'static str {
    say!("Lire", "Read")
}

pub fn compare() -> &'static str {
    say!("Comparer", "Compare")
}

pub fn index() -> &'static str {
    say!("Index", "Index")
}

pub fn corpus() -> &'static str {
    say!("Corpus", "Corpus")
}

pub fn notes() -> &'static str {
    say!("Notes", "Notes")
}

pub fn review() -> &'static str {
    say!("Revue de presse", "Press review")
}

pub fn classroom() -> &'static str {
    say!("En classe", "Classroom")
}

pub fn projector() -> &'static str {
    say!("Projection", "Projector")
}

pub fn sources_hidden() -> &'static str {
    say!("Les sources sont cachées\u{a0}: les articles s’appellent A, B, C…", "The sources are hidden: the articles are called A, B, C…")
}

pub fn show_sources() -> &'static str {
    say!("Montrer les sources", "Show the sources")
}

pub fn about() -> &'static str {
    say!("À propos", "About")
}

pub fn about_and_keys() -> &'static str {
    say!("À propos, mesures, raccourcis", "About, measures, shortcuts")
}

pub fn quotations() -> &'static str {
    say!("Citations", "Quotations")
}

pub fn figures() -> &'static str {
    say!("Chiffres", "Figures")
}

pub fn timeline() -> &'static str {
    say!("Chronologie", "Timeline")
}

pub fn search() -> &'static str {
    say!("Chercher", "Search")
}

pub fn how_to_search() -> &'static str {
    say!("Comment chercher", "How to search")
}

/// Title of the tab: one article.
pub fn reading(name: &str) -> String {
    say!(format!("Lire {name}"), format!("Read {name}"))
}

/// Title of the tab: two articles.
pub fn comparing(a: &str, b: &str) -> String {
    say!(format!("Comparer {a} et {b}"), format!("Compare {a} and {b}"))
}

/// Title of the tab: one of the views over all articles.
pub fn comparing_by(what: &str) -> String {
    let what = what.to_lowercase();
    say!(format!("Comparer, {what}"), format!("Compare, {what}"))
}

/// Title of the tab: one name.
pub fn index_of(name: &str) -> String {
    say!(format!("Index, {name}"), format!("Index, {name}"))
}

/// Title of the tab: one utterance.
pub fn utterance_in(name: &str) -> String {
    say!(format!("Une parole, {name}"), format!("An utterance, {name}"))
}

/// Title of the tab: the facts of one article.
pub fn correcting(name: &str) -> String {
    say!(format!("Corriger {name}"), format!("Correct {name}"))
}

pub fn nothing_leaves() -> &'static str {
    say!(
        "Tout se calcule dans cette page : elle n’envoie rien, et ne demande que son propre code.",
        "Everything is worked out in this page: it sends nothing, and asks for nothing but its own code."
    )
}

/// A door out of another page.
pub fn open_alone() -> &'static str {
    say!("Ouvrir l’explorateur dans un onglet", "Open the explorer in a tab")
}

pub fn licences() -> &'static str {
    say!("Licences des logiciels employés", "Licences of the software used")
}

/// Label of the switch, in the language that it leads to.
pub fn speak(locale: Locale) -> &'static str {
    match locale {
        Locale::French => "Afficher en français",
        Locale::English => "Show in English",
    }
}

pub fn close_message() -> &'static str {
    say!("Fermer ce message", "Close this message")
}

pub fn engine_stopped() -> &'static str {
    say!("Le moteur s’est arrêté.", "The engine has stopped.")
}

pub fn still_legible() -> &'static str {
    say!(
        "Ce qui est affiché reste lisible ; l’adresse garde où vous en étiez.",
        "What is shown can still be read; the address keeps where you were."
    )
}

pub fn reload() -> &'static str {
    say!("Recharger la page", "Reload the page")
}

pub fn reading_file(name: &str) -> String {
    say!(format!("Lecture de {name}"), format!("Reading {name}"))
}

pub fn writing_corpus() -> &'static str {
    say!("Écriture du corpus", "Writing the corpus")
}

pub fn stage(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => say!("Lecture des articles", "Reading the articles"),
        Stage::Names => say!("Reconnaissance des noms", "Recognising names"),
        Stage::Words => say!("Index des mots", "Indexing words"),
        Stage::Comparing => say!("Préparation des comparaisons", "Preparing comparisons"),
    }
}

/// How far work is.
pub fn done_of(done: u32, total: u32) -> String {
    let (done, total) = (format::number(done as usize), format::number(total as usize));
    say!(format!(" ({done} sur {total})"), format!(" ({done} of {total})"))
}

pub fn progress() -> &'static str {
    say!("Avancement", "Progress")
}

pub fn stop_keeping_nothing() -> &'static str {
    say!("Arrêter sans rien garder", "Stop and keep nothing")
}

/// Where a view that is fetched later will be.
pub fn view_is_coming() -> &'static str {
    say!("Un instant\u{a0}: cette vue se charge.", "One moment: this view is loading.")
}

pub fn view_does_not_come() -> &'static str {
    say!("Cette vue ne se charge pas", "This view does not load")
}

pub fn why_view_does_not_come() -> &'static str {
    say!(
        "Le réseau manque, ou la page a été mise à jour depuis son ouverture. Vos articles restent ouverts et le reste répond\u{a0}; si un nouvel essai n’y fait rien, rechargez la page.",
        "The network is missing, or the page was updated after you opened it. Your articles stay open and the rest works; if another try does not help, reload the page."
    )
}

pub fn try_again() -> &'static str {
    say!("Réessayer", "Try again")
}
