//! What is known of one quotation, and one utterance in all its versions.

use crate::locale::in_marks;
use crate::protocol::{Seam, Splice};
use crate::quotes::{Certainty, Relation};
use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

pub fn title() -> &'static str {
    say!("Une parole", "An utterance")
}

pub fn n_versions(n: usize) -> String {
    format::count(n, say!("version", "version"), say!("versions", "versions"))
}

pub fn title_with(n: usize) -> String {
    let versions = n_versions(n);
    say!(format!("Une parole, {versions}"), format!("An utterance, {versions}"))
}

pub fn none_here(article: &str) -> String {
    say!(
        format!("Ce corpus n’a pas de citation à cet endroit de «\u{a0}{article}\u{a0}»\u{a0}: ce lien venait peut-être d’un autre."),
        format!("This corpus has no quotation at this place of “{article}”: this link perhaps came from another.")
    )
}

pub fn other_versions(n: usize) -> String {
    let others = format::count(n, say!("autre version", "other version"), say!("autres versions", "other versions"));
    say!(format!("Et {others}."), format!("And {others}."))
}

/// Before the articles that do not have it.
pub fn absent_from() -> &'static str {
    say!("Absent de", "Absent from")
}

pub fn only_one_article() -> &'static str {
    say!("Ce corpus n’a qu’un article\u{a0}: rien à recouper encore.", "This corpus has only one article: nothing to cross-check yet.")
}

pub fn no_other_quotes_it() -> &'static str {
    say!("Aucun autre article ne cite cette parole.", "No other article quotes these words.")
}

/// How often the fullest version is taken up in each way; those that are not are left out.
pub fn taken_up(relations: &[(usize, Relation)]) -> String {
    let times = |(n, relation): &(usize, Relation)| {
        let how = match relation {
            Relation::Full => say!("mot pour mot", "word for word"),
            Relation::Cut => say!("par une version coupée", "by a version that is cut"),
            Relation::Spliced => say!("en joignant des passages éloignés", "joining distant passages"),
            Relation::Reworded => say!("en d’autres mots", "in other words"),
            Relation::Indirect => say!("sans guillemets", "without quotation marks"),
        };
        match n {
            1 => say!(format!("1 fois {how}"), format!("once {how}")),
            _ => {
                let n = format::number(*n);
                say!(format!("{n} fois {how}"), format!("{n} times {how}"))
            }
        }
    };
    let said: Vec<String> = relations.iter().filter(|(n, _)| *n > 0).map(times).collect();
    let list = said.join(", ");
    match said.is_empty() {
        true => say!("une seule version", "a single version").to_owned(),
        false => say!(format!("la version la plus complète est reprise {list}"), format!("the fullest version is taken up {list}")),
    }
}

/// What the marks mean: what they are seen against, left out, added, the article's own.
pub fn key() -> [&'static str; 4] {
    say!(
        [
            "Face à la plus complète\u{a0}:",
            "mots qui n’y sont pas repris",
            "mots qu’elle n’a pas",
            "mots de l’article, entre deux morceaux"
        ],
        ["Against the fullest:", "words that are left out", "words that it does not have", "the article’s words, between two pieces"]
    )
}

pub fn fullest() -> &'static str {
    say!("la plus complète", "the fullest")
}

/// How a version stands to the fullest.
pub fn relation(relation: Relation) -> &'static str {
    match relation {
        Relation::Full => say!("entière", "whole"),
        Relation::Cut => say!("coupée", "cut"),
        Relation::Spliced => say!("jointe\u{a0}: des passages éloignés s’y suivent", "joined: distant passages stand together"),
        Relation::Reworded => say!("en d’autres mots", "in other words"),
        Relation::Indirect => say!("rapportée sans guillemets", "reported without quotation marks"),
    }
}

pub fn same_words() -> &'static str {
    say!("Les mêmes mots.", "The same words.")
}

pub fn not_compared_further(n_words: usize) -> String {
    let words = counts::n_words(n_words);
    say!(format!("La suite ({words}) n’est pas comparée mot à mot."), format!("The rest ({words}) is not compared word for word."))
}

pub fn read_in_article() -> &'static str {
    say!("Lire dans l’article", "Read in the article")
}

/// Before the articles that have the same words.
pub fn same_words_again(n: usize) -> String {
    match (n, format::number(n)) {
        (1, _) => say!("Les mêmes mots 1 fois encore\u{a0}:", "The same words once more:").to_owned(),
        (_, n) => say!(format!("Les mêmes mots {n} fois encore\u{a0}:"), format!("The same words {n} times more:")),
    }
}

/// Behind them: so many others, or none.
pub fn and_others(n: usize) -> String {
    let others = counts::n_others(n);
    match n {
        0 => say!(" c’est tout.", " that is all.").to_owned(),
        _ => say!(format!(" et {others}."), format!(" and {others}.")),
    }
}

pub fn splice(splice: &Splice) -> String {
    let how = match splice.seam {
        Seam::None => say!("se suivent ici sans signe de coupe", "follow each other here without a sign of a cut"),
        Seam::Ellipsis => say!("se suivent ici, la coupe est signalée", "follow each other here, the cut is marked"),
        Seam::Aside => say!("sont séparés ici par des mots de l’article", "are separated here by words of the article"),
    };
    let (before, after, left) = (in_marks(&splice.before), in_marks(&splice.after), counts::n_words(splice.n_left as usize));
    say!(
        format!("Jointure\u{a0}: {before} et {after} {how}\u{a0}; dans la version la plus complète, {left} les séparent."),
        format!("Join: {before} and {after} {how}; in the fullest version, they are {left} apart.")
    )
}

/// Why somebody is said to speak; a guess says so first.
pub fn certainty(certainty: Certainty, mention: &str) -> String {
    let mention = in_marks(mention);
    match certainty {
        Certainty::Named => say!("nommé à côté du verbe", "named beside the verb").to_owned(),
        Certainty::Described => say!("source décrite, non nommée", "source described, not named").to_owned(),
        Certainty::Resolved => say!(format!("{mention} le désigne"), format!("meant by {mention}")),
        Certainty::Inherited => say!("suite de la citation précédente", "continues the quotation before").to_owned(),
        Certainty::Guessed => say!(
            "attribution incertaine\u{a0}: déduite de ce qui se trouve près de la citation",
            "uncertain attribution: inferred from what stands near the quotation"
        )
        .to_owned(),
    }
}

pub fn verb(verb: &str) -> String {
    let verb = in_marks(verb);
    say!(format!("verbe\u{a0}: {verb}"), format!("verb: {verb}"))
}

/// A verb, and the one of the scale that it is like.
pub fn verb_like(verb: &str, like: Option<&str>) -> String {
    let verb = in_marks(verb);
    match like.map(in_marks) {
        Some(like) => say!(format!("{verb} (comme {like})"), format!("{verb} (like {like})")),
        None => verb,
    }
}

/// `3 versions dans 3 articles`.
pub fn versions_in(n_versions: usize, n_articles: usize) -> String {
    let (versions, articles) = (self::n_versions(n_versions), counts::n_articles(n_articles));
    say!(format!("{versions} dans {articles}"), format!("{versions} in {articles}"))
}

pub fn this_one(of: Relation) -> String {
    let relation = relation(of);
    say!(format!(" (celle-ci {relation})"), format!(" (this one {relation})"))
}

/// To which outlet it was said.
pub fn to_medium(medium: &str) -> String {
    say!(format!("à {medium}"), format!("to {medium}"))
}

pub fn never_closed() -> &'static str {
    say!("guillemet jamais fermé\u{a0}: la fin est supposée", "quotation mark never closed: the end is supposed")
}

pub fn unlike_marks() -> &'static str {
    say!("guillemets dépareillés", "mismatched quotation marks")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn versions_are_said_in_both_languages() {
        let relations = [(1, Relation::Full), (0, Relation::Cut), (2, Relation::Spliced)];
        assert_eq!(
            taken_up(&relations),
            "la version la plus complète est reprise 1 fois mot pour mot, 2 fois en joignant des passages éloignés"
        );
        locale::set(Locale::English);
        assert_eq!(taken_up(&relations), "the fullest version is taken up once word for word, 2 times joining distant passages");
        assert_eq!(taken_up(&[]), "a single version");
        assert_eq!((same_words_again(1), and_others(0)), ("The same words once more:".to_owned(), " that is all.".to_owned()));
        assert_eq!(versions_in(1, 2).replace('\u{a0}', " "), "1 version in 2 articles");
        locale::set(Locale::French);
    }
}
