//! The page as a person meets it, in a real Chromium under the strict policy, on the shipped corpus.

mod across;
mod address;
mod api;
mod bad_files;
mod classroom;
mod compare;
mod concordance;
mod corpus;
mod correct;
mod crash;
mod disagree;
mod english;
mod files;
mod follow;
mod framed;
mod hostile;
mod keep;
mod later;
mod masked;
mod memory;
mod names;
mod naming;
mod notes;
mod offline;
mod one_file;
mod projector;
mod publish;
mod quiet;
mod quotes;
mod review;
mod search;
mod search_tools;
mod statements;
mod tasks;
mod told;
mod tour;
mod trouble;
mod worksheet;

use browser_tests::{Page, Visit};

/// Every view, in the states that hold the most: query, hit, entity and passage all at once.
const VIEWS: &[(&str, &str)] = &[
    ("panorama", "#/panorama"),
    ("lire", "#/lire/003.txt"),
    ("lire-chercher", "#/lire/000.txt?q=terrorisme&h=1"),
    ("comparer", "#/comparer/002.txt/003.txt"),
    ("comparer-enonces", "#/comparer/enonces"),
    ("comparer-commun", "#/comparer/commun?a=003.txt"),
    ("lire-ailleurs", "#/lire/003.txt?p=568-700&ailleurs=oui"),
    ("comparer-desaccords", "#/comparer/desaccords"),
    ("comparer-silences", "#/comparer/silences?a=001.txt"),
    ("comparer-mots-propres", "#/comparer/mots"),
    ("comparer-mots-de", "#/comparer/mots?a=003.txt&suite=2"),
    ("comparer-distances", "#/comparer/distances"),
    ("comparer-distances-mots", "#/comparer/distances?par=mots"),
    ("comparer-titres", "#/comparer/titres?enonce=2"),
    ("comparer-distances-enonces", "#/comparer/distances?par=enonces"),
    ("index", "#/index"),
    ("chiffres", "#/chiffres"),
    ("chronologie", "#/chronologie"),
    ("chronologie-jusque", "#/chronologie?jusque=2015-02-20"),
    ("index-grille", "#/index?vue=grille"),
    ("nom", "#/index/per:bernard-cazeneuve"),
    ("citations", "#/citations"),
    ("citations-de", "#/citations?qui=per%3Abernard-cazeneuve&sorte=directe"),
    ("lire-citation", "#/lire/003.txt?p=568-700"),
    ("a-propos", "#/a-propos"),
    ("revue", "#/revue"),
    ("projection", "#/projection?n=2"),
    ("corpus", "#/corpus"),
    ("notes", "#/notes"),
    ("corriger", "#/corpus/003.txt"),
    ("chercher", "#/chercher?q=terrorisme"),
    ("concordance", "#/concordance?q=terrorisme&tri=gauche&avec=contre"),
    ("dispersion", "#/concordance/dispersion?q=google"),
    ("autour", "#/concordance/autour?q=google"),
    ("comparer-mots", "#/comparer-mots?q=google&q=terrorisme&q=zzzzqx"),
    ("chercher-filtres", "#/chercher?q=date%3A2015-02%20(terrorisme%20google&s=source"),
    ("chercher-aide", "#/chercher/aide"),
    ("classe", "#/classe"),
    ("classe-article", "#/classe/article?graine=2"),
    ("classe-citations", "#/classe/citations"),
    ("classe-cinq", "#/classe/cinq-questions"),
];

/// Opens the page and waits until its view is drawn.
#[track_caller]
fn open(fragment: &str) -> Page {
    opened(Visit::new().open(fragment))
}

/// Waits until the view is drawn.
#[track_caller]
fn opened(page: Page) -> Page {
    drawn(&page);
    page
}

/// Waits until the view's heading is there and nothing is under way.
#[track_caller]
fn drawn(page: &Page) {
    page.wait_until("document.querySelector('#main h1') && !document.querySelector('[aria-busy=true]')");
}

/// The number before a word in a text: `12 passages dans 4 articles`, `passage` → 12.
#[track_caller]
fn number_before(text: &str, word: &str) -> u32 {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|found| found.starts_with(word)).unwrap_or_else(|| panic!("no “{word}” in: {text}"));
    words[at - 1].parse().unwrap_or_else(|_| panic!("no number before “{word}” in: {text}"))
}
