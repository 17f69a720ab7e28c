//! Things that are counted in many places, with their number.

use crate::say;
use crate::ui::format::count;

pub fn n_articles(n: usize) -> String {
    count(n, say!("article", "article"), say!("articles", "articles"))
}

pub fn n_words(n: usize) -> String {
    count(n, say!("mot", "word"), say!("mots", "words"))
}

pub fn n_passages(n: usize) -> String {
    count(n, say!("passage", "passage"), say!("passages", "passages"))
}

pub fn n_mentions(n: usize) -> String {
    count(n, say!("mention", "mention"), say!("mentions", "mentions"))
}

pub fn n_names(n: usize) -> String {
    count(n, say!("nom", "name"), say!("noms", "names"))
}

pub fn n_quotations(n: usize) -> String {
    count(n, say!("citation", "quotation"), say!("citations", "quotations"))
}

pub fn n_sentences(n: usize) -> String {
    count(n, say!("phrase", "sentence"), say!("phrases", "sentences"))
}

pub fn n_others(n: usize) -> String {
    count(n, say!("autre", "other"), say!("autres", "others"))
}

pub fn n_other_articles(n: usize) -> String {
    count(n, say!("autre article", "other article"), say!("autres articles", "other articles"))
}
