//! What articles tell otherwise, and what one of them does not tell.

use crate::contradictions::{ClashKind, Severity};
use crate::notebook::TOPIC_END;
use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

/// Names of the files.
pub fn file() -> &'static str {
    say!("desaccords", "disagreements")
}

pub fn silences_file() -> &'static str {
    say!("silences", "silences")
}

/// A kind: one and many in a sentence, and the word for a choice.
pub fn kind(kind: ClashKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        ClashKind::Names => say!(
            ("liste de noms ou groupe", "listes de noms ou groupes", "Noms et groupes"),
            ("list of names or group", "lists of names or groups", "Names and groups")
        ),
        ClashKind::Figure => say!(("chiffre", "chiffres", "Chiffres"), ("figure", "figures", "Figures")),
        ClashKind::Day => say!(("date", "dates", "Dates"), ("date", "dates", "Dates")),
        ClashKind::Place => say!(("lieu", "lieux", "Lieux"), ("place", "places", "Places")),
        ClashKind::Attribution => {
            say!(("attribution", "attributions", "Attributions"), ("attribution", "attributions", "Attributions"))
        }
        ClashKind::Tense => say!(
            ("annonce ou fait accompli", "annonces ou faits accomplis", "Annoncé ou fait"),
            ("announced or done", "announced or done", "Announced or done")
        ),
        ClashKind::Metadata => {
            say!(("date de page", "dates de page", "Page et texte"), ("date of a page", "dates of pages", "Page and text"))
        }
    }
}

pub fn severity(severity: Severity) -> &'static str {
    match severity {
        Severity::High => say!("grave", "serious"),
        Severity::Medium => say!("notable", "notable"),
        Severity::Low => say!("léger", "slight"),
    }
}

/// What is not called a disagreement.
fn explained() -> &'static str {
    say!(
        "Ce qu’un arrondi, une partie, une autre source ou un autre moment explique n’y est pas.",
        "What a rounding, a part, another source or another time explains is not among them."
    )
}

pub fn nothing_to_oppose() -> &'static str {
    say!(
        "Un seul article\u{a0}: rien à lui opposer, et sa page ne se contredit pas.",
        "A single article: nothing to set against it, and its page does not contradict itself."
    )
}

/// Among how many articles they were looked for.
fn among(n_articles: usize) -> String {
    match n_articles {
        0 | 1 => say!("dans un seul article", "in a single article").to_owned(),
        n => {
            let articles = counts::n_articles(n);
            say!(format!("entre {articles}"), format!("between {articles}"))
        }
    }
}

pub fn none(n_articles: usize) -> String {
    let (among, explained) = (among(n_articles), explained());
    say!(
        format!(
            "Aucun désaccord trouvé {among}\u{a0}: ni chiffre, ni date, ni lieu, ni liste de noms, ni groupe, ni attribution. {explained}"
        ),
        format!("No disagreement found {among}: no figure, date, place, list of names, group or attribution. {explained}")
    )
}

fn n_disagreements(n: usize) -> String {
    format::count(n, say!("désaccord", "disagreement"), say!("désaccords", "disagreements"))
}

/// All of them, so many of each kind.
pub fn all(n: usize, n_articles: usize, kinds: &[(ClashKind, u32)]) -> String {
    let (all, among, explained) = (n_disagreements(n), among(n_articles), explained());
    let kinds: Vec<String> = kinds
        .iter()
        .map(|(of, n)| {
            let (one, many, _) = kind(*of);
            format::count(*n as usize, one, many)
        })
        .collect();
    let kinds = kinds.join(", ");
    say!(format!("{all} {among}\u{a0}: {kinds}. {explained}"), format!("{all} {among}: {kinds}. {explained}"))
}

/// Those of a kind, or with an article, of all.
pub fn some(n: usize, n_all: usize, n_articles: usize, of: Option<ClashKind>, with: Option<&str>) -> String {
    let (among, explained, all) = (among(n_articles), explained(), format::number(n_all));
    let kind = of.map_or_else(String::new, |of| {
        let word = kind(of).2;
        say!(format!(" de la sorte «\u{a0}{word}\u{a0}»"), format!(" of the kind “{word}”"))
    });
    let with =
        with.map_or_else(String::new, |article| say!(format!(" où {article} prend part"), format!(" in which {article} takes part")));
    if n == 0 {
        return say!(format!("Aucun désaccord{kind}{with}, sur {all} {among}."), format!("No disagreement{kind}{with}, of {all} {among}."));
    }
    let n = n_disagreements(n);
    say!(format!("{n}{kind}{with}, sur {all} {among}. {explained}"), format!("{n}{kind}{with}, of {all} {among}. {explained}"))
}

pub fn most_serious_shown(n: usize) -> String {
    say!(
        format!("Les {n} plus graves sont montrés\u{a0}: le fichier les a tous."),
        format!("The {n} most serious are shown: the file has them all.")
    )
}

pub fn no_other_tells() -> &'static str {
    say!("Un seul article\u{a0}: aucun autre ne dit ce qu’il tait.", "A single article: no other tells what it does not.")
}

/// Who tells what the article does not.
#[derive(Clone, Copy)]
pub enum Tellers<'t> {
    One(&'t str),
    TheOther,
    Several,
}

/// What is set aside, and why.
#[derive(Clone, Copy)]
pub struct Aside {
    pub n_later: usize,
    pub n_few: usize,
    /// It is not known when the article appeared.
    pub is_undated: bool,
}

/// How many statements `article` does not tell.
pub fn untold(article: &str, tellers: Tellers, n: usize, aside: Aside) -> String {
    let tell = match tellers {
        Tellers::One(other) => say!(format!("que dit {other}"), format!("that {other} tells")),
        Tellers::TheOther => say!("que dit l’autre article", "that the other article tells").to_owned(),
        Tellers::Several => say!("que disent au moins deux autres articles", "that at least two other articles tell").to_owned(),
    };
    let statements = n_statements(n);
    let found = match n {
        0 => say!(format!("Rien de ce {tell} ne manque à {article}"), format!("Nothing {tell} is missing from {article}")),
        _ => say!(format!("{statements} {tell} et que {article} ne dit pas"), format!("{statements} {tell} and {article} does not")),
    };
    let mut said = Vec::new();
    match aside.n_later {
        0 if aside.is_undated => said.push(
            say!(
                "sans date de parution, rien n’est écarté comme postérieur",
                "without a date of publication, nothing is set aside as later"
            )
            .to_owned(),
        ),
        0 => {}
        n => {
            let facts = format::count(n, say!("fait arrivé", "fact that happened"), say!("faits arrivés", "facts that happened"));
            said.push(say!(format!("{facts} après sa parution"), format!("{facts} after its publication")));
        }
    }
    if aside.n_few > 0 {
        let statements = n_statements(aside.n_few);
        said.push(say!(format!("{statements} qu’un seul autre article dit"), format!("{statements} that only one other article tells")));
    }
    let semicolon = say!("\u{a0}; ", "; ");
    match (said.is_empty(), aside.n_later + aside.n_few) {
        (true, _) => format!("{found}."),
        (false, 0) => format!("{found}{semicolon}{}.", said.join(", ")),
        (false, _) => {
            let said = said.join(semicolon);
            say!(format!("{found}. Mis de côté\u{a0}: {said}."), format!("{found}. Set aside: {said}."))
        }
    }
}

fn n_statements(n: usize) -> String {
    format::count(n, say!("énoncé", "statement"), say!("énoncés", "statements"))
}

/// Before the choice of the article.
pub fn not_told_by() -> &'static str {
    say!("Ce que tait", "What is not told by")
}

/// Before the choice of those that tell it.
pub fn and_told_by() -> &'static str {
    say!("et que dit", "and told by")
}

pub fn two_others() -> &'static str {
    say!("au moins deux autres", "at least two others")
}

pub fn most_surprising_shown(n: usize) -> String {
    say!(
        format!("Les {n} plus surprenants sont montrés\u{a0}: le fichier les a tous."),
        format!("The {n} most surprising are shown: the file has them all.")
    )
}

pub fn told_by_of(n: usize, n_others: usize) -> String {
    let (n, others) = (format::number(n), counts::n_other_articles(n_others));
    say!(format!("dit par {n} sur {others}"), format!("told by {n} of {others}"))
}

pub fn all_after() -> &'static str {
    say!("\u{a0}; tous parus après", "; all published after")
}

/// On this day.
pub fn on(date: &str) -> String {
    say!(format!("le {date}"), date.to_owned())
}

pub fn happened_after(n: usize) -> String {
    let n = format::number(n);
    say!(format!("Arrivé après sa parution ({n})"), format!("Happened after its publication ({n})"))
}

pub fn first_shown(n: usize) -> String {
    say!(format!("Les {n} premiers sont montrés."), format!("The first {n} are shown."))
}

/// A disagreement in one line, away from its list.
pub fn kept(of_kind: ClashKind, topic: &str, why: &str) -> String {
    let kind = kind(of_kind).0;
    let topic = if topic.is_empty() { String::new() } else { format!("{topic}{TOPIC_END}") };
    say!(format!("{topic}{kind}\u{a0}: {why}"), format!("{topic}{kind}: {why}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn disagreements_and_silences_are_said_in_both_languages() {
        let aside = Aside { n_later: 1, n_few: 2, is_undated: false };
        assert_eq!(
            untold("Le Port", Tellers::Several, 0, aside).replace('\u{a0}', " "),
            "Rien de ce que disent au moins deux autres articles ne manque à Le Port. Mis de côté : 1 fait arrivé après sa parution ; \
             2 énoncés qu’un seul autre article dit."
        );
        locale::set(Locale::English);
        assert_eq!(
            untold("Le Port", Tellers::One("La Rade"), 1, aside).replace('\u{a0}', " "),
            "1 statement that La Rade tells and Le Port does not. Set aside: 1 fact that happened after its publication; \
             2 statements that only one other article tells."
        );
        assert_eq!(
            all(3, 4, &[(ClashKind::Figure, 2), (ClashKind::Names, 1)]).replace('\u{a0}', " "),
            "3 disagreements between 4 articles: 2 figures, 1 list of names or group. What a rounding, a part, another source or another time \
             explains is not among them."
        );
        assert_eq!(
            some(0, 3, 4, Some(ClashKind::Place), Some("Le Port")).replace('\u{a0}', " "),
            "No disagreement of the kind “Places” in which Le Port takes part, of 3 between 4 articles."
        );
        locale::set(Locale::French);
    }
}
