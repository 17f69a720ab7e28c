//! How many of what every room counts.

use crate::say;
use crate::ui::format;

pub fn n_articles(n: usize) -> String {
    format::count(n, say!("article", "article"), say!("articles", "articles"))
}

pub fn n_words(n: usize) -> String {
    format::count(n, say!("mot", "word"), say!("mots", "words"))
}

pub fn n_others(n: usize) -> String {
    format::count(n, say!("autre", "other"), say!("autres", "others"))
}

pub fn n_other_articles(n: usize) -> String {
    format::count(n, say!("autre article", "other article"), say!("autres articles", "other articles"))
}

pub fn n_of(n: usize, all: usize) -> String {
    let (n, all) = (format::number(n), format::number(all));
    say!(format!("{n} sur {all}"), format!("{n} of {all}"))
}

pub fn n_passages(n: usize) -> String {
    format::count(n, say!("passage", "passage"), say!("passages", "passages"))
}

pub fn n_mentions(n: usize) -> String {
    format::count(n, say!("mention", "mention"), say!("mentions", "mentions"))
}

pub fn n_names(n: usize) -> String {
    format::count(n, say!("nom", "name"), say!("noms", "names"))
}

pub fn n_quotations(n: usize) -> String {
    format::count(n, say!("citation", "quotation"), say!("citations", "quotations"))
}

pub fn n_sentences(n: usize) -> String {
    format::count(n, say!("phrase", "sentence"), say!("phrases", "sentences"))
}

pub fn n_corrections(n: usize) -> String {
    format::count(n, say!("correction", "correction"), say!("corrections", "corrections"))
}

pub fn n_files(n: usize) -> String {
    format::count(n, say!("fichier", "file"), say!("fichiers", "files"))
}

pub fn n_other_files(n: usize) -> String {
    format::count(n, say!("autre fichier", "other file"), say!("autres fichiers", "other files"))
}

/// What a long list leaves out.
pub fn and_n_lines(n: usize) -> String {
    let lines = format::count(n, say!("ligne", "line"), say!("lignes", "lines"));
    say!(format!("et {lines} de plus."), format!("and {lines} more."))
}
