//! Text that several articles have nearly word for word.

use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

/// Who has most of a text.
#[derive(Clone, Copy)]
pub enum Most {
    Own,
    Another,
}

/// So many articles in so many groups, of which `shown` are shown.
pub fn groups(n_articles: usize, n_groups: usize, shown: usize) -> String {
    let (articles, number) = (counts::n_articles(n_articles), format::number(shown));
    match n_groups {
        0 => say!(
            "Aucun texte commun de vingt mots, citations mises à part, n’a été trouvé entre ces articles.",
            "No common text of twenty words, quotations aside, was found between these articles."
        )
        .to_owned(),
        1 => say!(
            format!("{articles} ont du texte commun, presque mot pour mot."),
            format!("{articles} have text in common, almost word for word.")
        ),
        n => {
            let groups = format::count(n, say!("groupe", "group"), say!("groupes", "groups"));
            let said = say!(
                format!("{groups} d’articles qui ont du texte commun, presque mot pour mot."),
                format!("{groups} of articles that have text in common, almost word for word.")
            );
            let cut = say!(format!(" Les {number} plus grands sont ici."), format!(" The {number} largest are here."));
            if shown < n { said + &cut } else { said }
        }
    }
}

pub fn common_to(n: usize) -> String {
    let articles = counts::n_articles(n);
    say!(format!("Texte commun à {articles}"), format!("Text common to {articles}"))
}

pub fn put_back_in_order(n_words: usize) -> String {
    let words = counts::n_words(n_words);
    say!(format!("Le texte commun, remis dans l’ordre ({words})"), format!("The common text, put back in order ({words})"))
}

pub fn from_agency(article: &str, agency: &str) -> String {
    say!(
        format!("Source probable\u{a0}: {article}, publié par l’agence {agency}."),
        format!("Probable source: {article}, published by the agency {agency}.")
    )
}

/// A dispatch that is not there; so many articles do not credit it.
pub fn from_dispatch(agency: &str, credited_by: &str, n_silent: usize) -> String {
    let silent = counts::n_articles(n_silent);
    let others = match n_silent {
        0 => say!("tous la citent", "all credit it").to_owned(),
        1 => say!(
            format!("citée par {credited_by}\u{a0}; un article ne la cite pas"),
            format!("credited by {credited_by}; one article does not credit it")
        ),
        _ => say!(
            format!("citée par {credited_by}\u{a0}; {silent} ne la citent pas"),
            format!("credited by {credited_by}; {silent} do not credit it")
        ),
    };
    say!(
        format!("Source probable\u{a0}: une dépêche {agency}, qui n’est pas dans ce corpus\u{a0}: {others}."),
        format!("Probable source: a dispatch by {agency}, which is not in this corpus: {others}.")
    )
}

/// The one that appeared first.
pub fn from_earliest(article: &str, most: Most) -> String {
    let more = match most {
        Most::Own => say!(", et il a le plus de ce texte", ", and it has most of this text"),
        Most::Another => say!(", mais un autre a plus de ce texte", ", but another has more of this text"),
    };
    say!(
        format!("Source probable\u{a0}: {article}, paru avant les autres{more}. Aucun ne cite d’agence."),
        format!("Probable source: {article}, published before the others{more}. None credits an agency.")
    )
}

pub fn source_unknown() -> &'static str {
    say!(
        "Rien ne dit d’où vient ce texte\u{a0}: aucune agence citée, pas d’heure de parution sûre qui départage.",
        "Nothing tells where this text comes from: no agency is credited, and no certain hour of publication decides."
    )
}

/// Heads of the table of those who have it.
pub fn heads() -> [&'static str; 5] {
    say!(["Article", "Paru", "Agence citée", "En commun", "En propre"], ["Article", "Published", "Agency credited", "In common", "Its own"])
}

pub fn who_has_how_much() -> &'static str {
    say!("Qui a combien de ce texte", "Who has how much of this text")
}

pub fn no_agency() -> &'static str {
    say!("aucune", "none")
}

/// Before the doors to the others that have a piece.
pub fn also(article: &str) -> String {
    say!(format!("{article}\u{a0}; aussi\u{a0}: "), format!("{article}; also: "))
}

pub fn what_adds(article: &str, n_words: usize) -> String {
    let words = counts::n_words(n_words);
    say!(format!("Ce qu’ajoute {article}\u{a0}: {words}"), format!("What {article} adds: {words}"))
}

pub fn common_is_grey() -> &'static str {
    say!(
        "Le texte commun est en gris, entre crochets\u{a0}; le reste n’est dans aucun autre article du groupe.",
        "The common text is grey, in square brackets; the rest is in no other article of the group."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn groups_and_sources_are_said_in_both_languages() {
        assert_eq!(
            groups(9, 4, 3).replace('\u{a0}', " "),
            "4 groupes d’articles qui ont du texte commun, presque mot pour mot. Les 3 plus grands sont ici."
        );
        locale::set(Locale::English);
        assert_eq!(groups(2, 1, 1).replace('\u{a0}', " "), "2 articles have text in common, almost word for word.");
        assert_eq!(
            from_dispatch("AFP", "Le Port, La Rade", 2).replace('\u{a0}', " "),
            "Probable source: a dispatch by AFP, which is not in this corpus: credited by Le Port, La Rade; 2 articles do not credit it."
        );
        assert_eq!(what_adds("Le Port", 1).replace('\u{a0}', " "), "What Le Port adds: 1 word");
        locale::set(Locale::French);
    }
}
