//! What is near what, as map and matrix.

use crate::protocol::DistanceBy;
use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

/// Name of the file.
pub fn file() -> &'static str {
    say!("distances", "distances")
}

/// A measure, as a choice.
pub fn ground(by: DistanceBy) -> &'static str {
    match by {
        DistanceBy::Text => say!("texte commun", "common text"),
        DistanceBy::Statements => say!("énoncés", "statements"),
        DistanceBy::Words => say!("mots", "words"),
    }
}

/// A measure, at the head of a sentence.
fn by(by: DistanceBy) -> &'static str {
    match by {
        DistanceBy::Text => say!("Par le texte commun", "By common text"),
        DistanceBy::Statements => say!("Par les énoncés", "By statements"),
        DistanceBy::Words => say!("Par les mots", "By words"),
    }
}

pub fn measure() -> &'static str {
    say!("Mesure", "Measure")
}

/// Before the measures.
pub fn by_what() -> &'static str {
    say!("Par", "By")
}

pub fn only_one() -> &'static str {
    say!("Il n’y a qu’un article\u{a0}: rien à quoi le comparer.", "There is only one article: nothing to compare it with.")
}

pub fn none_near(ground: DistanceBy) -> String {
    let by = by(ground);
    say!(format!("{by}, aucun de ces articles n’est près d’un autre."), format!("{by}, none of these articles is near another."))
}

pub fn nearest(ground: DistanceBy, a: &str, b: &str, how: &str) -> String {
    let by = by(ground);
    say!(format!("{by}, les plus proches sont {a} et {b} ({how})"), format!("{by}, the nearest are {a} and {b} ({how})"))
}

/// Behind the nearest: the one that is apart, with the one nearest to it.
pub fn most_apart(article: &str, nearest: &str, how: &str) -> String {
    say!(
        format!("\u{a0}; le plus à part est {article}, dont le plus proche est {nearest} ({how})"),
        format!("; the most apart is {article}, to which the nearest is {nearest} ({how})")
    )
}

pub fn one_alone(article: &str) -> String {
    say!(format!("\u{a0}; {article} n’est près d’aucun autre"), format!("; {article} is near no other"))
}

pub fn several_alone(n: usize) -> String {
    let articles = counts::n_articles(n);
    say!(format!("\u{a0}; {articles} ne sont près d’aucun autre"), format!("; {articles} are near no other"))
}

pub fn one_point() -> &'static str {
    say!(" Rien ne les distingue\u{a0}: la carte n’a qu’un point.", " Nothing tells them apart: the map has only one point.")
}

pub fn map_keeps(share: &str) -> String {
    say!(format!(" La carte garde {share} des écarts."), format!(" The map keeps {share} of the differences."))
}

pub fn map_keeps_little(share: &str) -> String {
    say!(
        format!(" La carte ne garde que {share} des écarts\u{a0}: fiez-vous au tableau."),
        format!(" The map keeps only {share} of the differences: rely on the table.")
    )
}

pub fn left_out(n_shown: usize, n_left: usize) -> String {
    let (shown, left, are) = (format::number(n_shown), counts::n_others(n_left), if n_left == 1 { "is" } else { "are" });
    say!(
        format!(" Sont montrés les {shown} articles qui ont les plus proches voisins\u{a0}; {left} n’y sont pas."),
        format!(" The {shown} articles with the nearest neighbours are shown; {left} {are} not.")
    )
}

pub fn explained(ground: DistanceBy) -> String {
    let counted = match ground {
        DistanceBy::Text => say!(
            "de tous les mots des deux articles, la part qui est dans un passage commun, identique ou presque",
            "of all the words of both articles, the share that is in a common passage, identical or nearly so"
        ),
        DistanceBy::Statements => say!(
            "de tous les énoncés que chacun des deux partage avec un autre, la part que les deux disent",
            "of all the statements that either shares with another, the share that both make"
        ),
        DistanceBy::Words => say!(
            "cosinus des mots pleins, ramenés à leur racine, d’autant plus lourds qu’ils sont rares",
            "cosine of the content words, reduced to their stems, the heavier the rarer they are"
        ),
    };
    say!(
        format!(
            "Proximité\u{a0}: {counted}. Carte\u{a0}: positionnement multidimensionnel (Torgerson 1952)\u{a0}; seules les distances entre points comptent."
        ),
        format!("Closeness: {counted}. Map: multidimensional scaling (Torgerson 1952); only the distances between points count.")
    )
}

pub fn map_of(n: usize) -> String {
    let articles = counts::n_articles(n);
    say!(
        format!("Carte de {articles}\u{a0}: près l’un de l’autre, ceux qui se ressemblent"),
        format!("Map of {articles}: near each other, those that are alike")
    )
}

pub fn each_with_each() -> &'static str {
    say!("Proximité de chaque article avec chaque autre, en pour cent", "Closeness of every article to every other, in per cent")
}

pub fn itself() -> &'static str {
    say!("lui-même", "itself")
}

pub fn pair(a: &str, b: &str, how: &str) -> String {
    say!(format!("{a} et {b}\u{a0}: {how}"), format!("{a} and {b}: {how}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn what_is_near_what_is_said_in_english_too() {
        locale::set(Locale::English);
        let said = nearest(DistanceBy::Text, "A", "B", "31%") + &most_apart("C", "A", "2%");
        assert_eq!(said, "By common text, the nearest are A and B (31%); the most apart is C, to which the nearest is A (2%)");
        assert_eq!(left_out(3, 1).replace('\u{a0}', " "), " The 3 articles with the nearest neighbours are shown; 1 other is not.");
        locale::set(Locale::French);
        assert_eq!(none_near(DistanceBy::Words), "Par les mots, aucun de ces articles n’est près d’un autre.");
    }
}
