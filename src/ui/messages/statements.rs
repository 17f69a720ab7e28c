//! The grid of statements, and how one article tells one.

use crate::compare::{GroundKind, Manner, Unlike};
use crate::locale::in_marks;
use crate::protocol::{GroundLine, UnlikeLine};
use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

/// Name of the file.
pub fn file() -> &'static str {
    say!("enonces", "statements")
}

pub fn only_one_article() -> &'static str {
    say!("Un seul article\u{a0}: il n’y a rien à lui comparer.", "A single article: there is nothing to compare it with.")
}

pub fn none_meets() -> &'static str {
    say!("Aucun énoncé ne répond à ces conditions.", "No statement meets these conditions.")
}

pub fn no_sentence() -> &'static str {
    say!("Ces articles n’ont pas de phrase à comparer.", "These articles have no sentence to compare.")
}

/// Whether something is asked of the rows.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Asked {
    Nothing,
    Something,
}

/// What the grid shows: shared rows, in how many articles the first is where that is said, single ones.
pub fn shown(asked: Asked, n_shared: usize, first: Option<(usize, usize)>, n_single: usize) -> String {
    let told = match n_shared {
        0 => say!("Aucun énoncé n’a été retrouvé dans plusieurs articles", "No statement was found in several articles").to_owned(),
        n => {
            let found =
                format::count(n, say!("énoncé se retrouve", "statement is found"), say!("énoncés se retrouvent", "statements are found"));
            say!(format!("{found} dans plusieurs articles"), format!("{found} in several articles"))
        }
    };
    let most = first.map_or_else(String::new, |(n, all)| match (format::number(n), format::number(all)) {
        _ if n == all => say!("\u{a0}; le premier est dans tous", "; the first is in all").to_owned(),
        (n, all) => {
            say!(format!("\u{a0}; le premier est dans {n} des {all} articles"), format!("; the first is in {n} of the {all} articles"))
        }
    });
    let alone = match n_single {
        0 => say!("Aucune phrase n’est propre à un seul", "No sentence is one article’s own").to_owned(),
        n => {
            let found = say!(("phrase n’est trouvée", "phrases ne sont trouvées"), ("sentence is found", "sentences are found"));
            let found = format::count(n, found.0, found.1);
            say!(format!("{found} que dans un seul"), format!("{found} in only one"))
        }
    };
    match asked {
        Asked::Nothing => format!("{told}{most}. {alone}."),
        // The French sentence goes on in small letters: numbers and `Aucun` alike stand as they are.
        Asked::Something => say!(
            format!("Parmi ceux qui répondent à ces conditions, {told}{most}. {alone}."),
            format!("Among those that meet these conditions: {told}{most}. {alone}.")
        ),
    }
}

pub fn pairs_compared(n: usize, all: usize) -> String {
    let (n, all) = (format::number(n), format::number(all));
    say!(
        format!(" Comparées\u{a0}: {n} des {all} paires d’articles, celles qui partagent le plus de mots rares."),
        format!(" Compared: {n} of the {all} pairs of articles, those that share most rare words.")
    )
}

pub fn told_by() -> &'static str {
    say!("Dit par", "Told by")
}

pub fn absent_from() -> &'static str {
    say!("Absent de", "Absent from")
}

pub fn manner_choice() -> &'static str {
    say!("Manière", "Manner")
}

pub fn previous() -> &'static str {
    say!("Énoncés précédents", "Previous statements")
}

pub fn next() -> &'static str {
    say!("Énoncés suivants", "Next statements")
}

pub fn otherwise_arranged() -> &'static str {
    say!("Les mêmes articles, autrement rangés", "The same articles, otherwise arranged")
}

/// The other grids: names, quotations, figures, dates.
pub fn other_grids() -> [&'static str; 4] {
    say!(
        ["Noms × articles", "Citations × articles", "Chiffres × articles", "Dates"],
        ["Names × articles", "Quotations × articles", "Figures × articles", "Dates"]
    )
}

/// Word, and word for a choice.
pub fn manner(manner: Manner) -> (&'static str, &'static str) {
    match manner {
        Manner::Full => say!(("entier", "Entiers"), ("whole", "Whole")),
        Manner::Partly => say!(("en partie", "En partie"), ("in part", "In part")),
        Manner::Otherwise => say!(("autrement", "Autrement"), ("otherwise", "Otherwise")),
    }
}

/// A manner with what it means, for the key.
pub fn manner_means(of: Manner) -> String {
    let means = match of {
        Manner::Full => say!("dit tout", "tells all of it"),
        Manner::Partly => say!("en dit une partie", "tells a part of it"),
        Manner::Otherwise => {
            say!("le dit autrement (chiffre, nom, date ou certitude)", "tells it otherwise (figure, name, date or certainty)")
        }
    };
    let word = manner(of).0;
    say!(format!("\u{a0}{word}\u{a0}: {means}"), format!("\u{a0}{word}: {means}"))
}

pub fn not_found() -> &'static str {
    say!("non trouvé", "not found")
}

pub fn to_be_checked() -> &'static str {
    say!(", à vérifier", ", to be checked")
}

pub fn in_several() -> &'static str {
    say!("Dans plusieurs articles", "In several articles")
}

pub fn by_article() -> &'static str {
    say!("Énoncés par article", "Statements by article")
}

pub fn who_tells_how() -> &'static str {
    say!("Ce qui est dit, et comment chaque article le dit", "What is told, and how each article tells it")
}

pub fn most_shared_first() -> &'static str {
    say!("Du plus au moins partagé", "Most shared first")
}

pub fn open_sentence(article: &str, manner: &str) -> String {
    say!(format!("{article}\u{a0}: {manner}, ouvrir la phrase"), format!("{article}: {manner}, open the sentence"))
}

pub fn clearest() -> &'static str {
    say!("le passage le plus clair", "the clearest passage")
}

pub fn elsewhere() -> &'static str {
    say!("Ce passage dans les autres articles", "This passage in the other articles")
}

pub fn in_one_alone(n: usize) -> String {
    let n = format::number(n);
    say!(format!("Trouvées dans un seul article ({n})"), format!("Found in one article alone ({n})"))
}

pub fn so_many_at_a_time(n: usize) -> String {
    let n = format::number(n);
    say!(format!("{n} à la fois\u{a0}: les autres sont aux pages suivantes."), format!("{n} at a time: the others are on the next pages."))
}

/// In what two tellings differ.
pub fn unlike(line: &UnlikeLine) -> String {
    let side = |words: &str| if words.is_empty() { say!("rien", "nothing").to_owned() } else { in_marks(words) };
    let (here, there) = (side(&line.here), side(&line.there));
    let what = match line.kind {
        Unlike::Figure => say!("Autre chiffre", "Another figure"),
        Unlike::Name => say!("Autre nom", "Another name"),
        Unlike::Day => say!("Autre date", "Another date"),
        Unlike::Modality => say!("Autre certitude", "Another certainty"),
    };
    say!(format!("{what}\u{a0}: {here} ici, {there} là."), format!("{what}: {here} here, {there} there."))
}

/// What two tellings have in common, one thing of it.
pub fn ground(ground: &GroundLine) -> String {
    let (here, marked) = (&ground.here, in_marks(&ground.here));
    match ground.kind {
        GroundKind::Quotation => say!(format!("la citation {marked}"), format!("the quotation {marked}")),
        GroundKind::Figure => say!(format!("le chiffre {marked}"), format!("the figure {marked}")),
        GroundKind::Day => say!(format!("la date {marked}"), format!("the date {marked}")),
        GroundKind::Name | GroundKind::Word if *here == ground.there => here.clone(),
        GroundKind::Name | GroundKind::Word | GroundKind::Sense => format!("{here}\u{a0}~\u{a0}{}", ground.there),
    }
}

pub fn in_common(grounds: &[String]) -> String {
    let told = grounds.join(", ");
    say!(format!("En commun\u{a0}: {told}."), format!("In common: {told}."))
}

pub fn page_of(page: usize, n_pages: usize) -> String {
    counts::n_of(page, n_pages)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};
    use crate::span::Span;

    #[test]
    fn the_grid_is_said_in_both_languages() {
        let said = |n_shared, first, n_single| shown(Asked::Nothing, n_shared, first, n_single).replace('\u{a0}', " ");
        assert_eq!(
            said(2, Some((3, 5)), 1),
            "2 énoncés se retrouvent dans plusieurs articles ; le premier est dans 3 des 5 articles. 1 phrase n’est trouvée que dans un seul."
        );
        locale::set(Locale::English);
        assert_eq!(
            said(1, Some((5, 5)), 0),
            "1 statement is found in several articles; the first is in all. No sentence is one article’s own."
        );
        assert_eq!(
            shown(Asked::Something, 0, None, 2).replace('\u{a0}', " "),
            "Among those that meet these conditions: No statement was found in several articles. 2 sentences are found in only one."
        );
        let line = UnlikeLine {
            kind: Unlike::Figure,
            here: "12".to_owned(),
            there: String::new(),
            here_span: Span::new(0, 2),
            there_span: Span::new(0, 2),
        };
        assert_eq!(unlike(&line), "Another figure: “12” here, nothing there.");
        locale::set(Locale::French);
    }
}
