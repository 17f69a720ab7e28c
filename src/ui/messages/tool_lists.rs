//! The tools that count words or queries: what stands around the passages, queries beside each other.

use super::counts::{n_articles, n_passages, n_words};
use super::tools::within;
use crate::concordance::{Kept, Window};
use crate::say;
use crate::ui::format::{count, number};

pub fn around(n_hits: usize, n_near: usize, n_all: usize) -> String {
    let (passages, near, all) = (n_passages(n_hits), n_words(n_near), number(n_all));
    say!(format!("{passages}, {near} autour, {all} dans le corpus"), format!("{passages}, {near} around them, {all} in the corpus"))
}

/// What the columns of both lists mean; a count below `few` is small.
pub fn strength_explained(few: u32) -> String {
    say!(
        format!(
            "Force\u{a0}: rapport de vraisemblance (Dunning 1993). Au-dessus de 10,8, le hasard ne ferait pas mieux une fois sur mille\u{a0}; \
             «\u{a0}faible\u{a0}»\u{a0}: au-dessous\u{a0}; «\u{a0}peu\u{a0}»\u{a0}: moins de {few} fois. Les mots des passages eux-mêmes ne sont pas comptés."
        ),
        format!(
            "Strength: log-likelihood ratio (Dunning 1993). Above 10.8, chance would do as much less than once in a thousand; “weak”: below \
             that; “few”: fewer than {few} times. Words of the passages themselves are not counted."
        )
    )
}

/// Heads of the words nearby.
pub fn collocate_heads() -> [&'static str; 5] {
    say!(["Mot", "Passages", "Fois, près", "Fois, partout", "Force"], ["Word", "Passages", "Times, near", "Times, everywhere", "Strength"])
}

/// Heads of the runs of words.
pub fn cluster_heads() -> [&'static str; 3] {
    say!(["Suite", "Fois", "Articles"], ["Cluster", "Times", "Articles"])
}

pub fn collocates(window: Window) -> String {
    let within = within(window);
    say!(format!("Mots voisins {within}"), format!("Collocates {within}"))
}

pub fn no_collocate() -> &'static str {
    say!("Aucun mot ne revient ici plus que le hasard ne le voudrait.", "No word comes back here more often than chance would have it.")
}

pub fn clusters(n_words: u32) -> String {
    say!(format!("Suites de {n_words} mots"), format!("Clusters of {n_words} words"))
}

pub fn no_cluster() -> &'static str {
    say!("Aucune suite ne revient deux fois.", "No cluster comes back twice.")
}

/// Settings: the window, the length of runs, words of grammar.
pub fn settings() -> [&'static str; 3] {
    say!(["Autour", "Suites de", "Mots-outils"], ["Around", "Clusters of", "Function words"])
}

pub fn kept(kept: Kept) -> &'static str {
    match kept {
        Kept::Content => say!("cachés", "hidden"),
        Kept::All => say!("montrés", "shown"),
    }
}

/// Beside the strength of a word met few times.
pub fn few() -> &'static str {
    say!(" peu", " few")
}

/// Beside a strength that chance may have.
pub fn weak() -> &'static str {
    say!(" faible", " weak")
}

pub fn compared(n_queries: usize, n_all: usize) -> String {
    let queries = count(n_queries, say!("requête comparée", "query compared"), say!("requêtes comparées", "queries compared"));
    let articles = n_articles(n_all);
    say!(format!("{queries} dans {articles}"), format!("{queries} in {articles}"))
}

/// How the bars are to be read; `size` articles share one.
pub fn bars_explained(size: usize) -> String {
    say!(
        format!(
            "{}, du plus ancien au plus récent\u{a0}; hauteur\u{a0}: passages pour 10\u{202f}000 mots, même échelle pour toutes.",
            if size == 1 { "Une barre par article".to_owned() } else { format!("Une barre pour {size} articles") }
        ),
        format!(
            "{}, oldest to newest; height: passages per 10,000 words, on one scale for all queries.",
            if size == 1 { "One bar per article".to_owned() } else { format!("One bar for every {size} articles") }
        )
    )
}

pub fn no_passage() -> &'static str {
    say!("Aucun passage.", "No passage.")
}

/// What a chart of one query shows: `most` of its passages for ten thousand words stand in `article`.
pub fn most_in(n_hits: usize, n_documents: usize, article: &str, most: &str) -> String {
    let (passages, articles) = (n_passages(n_hits), n_articles(n_documents));
    say!(
        format!(
            "{passages} dans {articles}\u{a0}; le plus souvent, pour sa longueur, dans {article}\u{a0}: {most} pour 10\u{202f}000 mots."
        ),
        format!("{passages} in {articles}; most often, for its length, in {article}: {most} per 10,000 words.")
    )
}

/// The row of all articles.
pub fn all_together() -> &'static str {
    say!("Ensemble", "Total")
}

pub fn frequencies_caption() -> &'static str {
    say!("Passages de chaque requête\u{a0}; en petit, pour 10\u{202f}000 mots", "Passages of each query; in small, per 10,000 words")
}

pub fn most_only(n: usize) -> String {
    say!(
        format!("Les {n} articles qui ont le plus de passages\u{a0}; le CSV les a tous."),
        format!("The {n} articles with most passages; the CSV has them all.")
    )
}
