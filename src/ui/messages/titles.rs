//! The headlines side by side, and in which order articles tell what several of them tell.

use crate::compare::Mood;
use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

pub fn reading_now() -> &'static str {
    say!("Un instant\u{a0}: le moteur complet lit les titres.", "One moment: the full engine is reading the headlines.")
}

pub fn aligning_now() -> &'static str {
    say!("Un instant\u{a0}: le moteur complet aligne les énoncés.", "One moment: the full engine is aligning the statements.")
}

pub fn oldest_first() -> &'static str {
    say!("Les titres, du plus ancien au plus récent", "The headlines, oldest first")
}

pub fn heads() -> [&'static str; 3] {
    say!(
        ["Article", "Titre", "Ce qu’il avance, et si son texte le dit"],
        ["Article", "Headline", "What it claims, and whether its text says so"]
    )
}

pub fn show_more(n: usize, all: usize) -> String {
    let all = format::number(all);
    say!(format!("Montrer {n} titres de plus, sur {all}"), format!("Show {n} more headlines, of {all}"))
}

/// Names of the files.
pub fn file() -> &'static str {
    say!("titres", "headlines")
}

pub fn order_file() -> &'static str {
    say!("ordre", "order")
}

pub fn in_which_order() -> &'static str {
    say!("Dans quel ordre ils le disent", "In which order they tell it")
}

pub fn explained() -> &'static str {
    say!(
        "Noms, chiffres, mots pleins et citations du titre, cherchés dans le chapo, le corps et les légendes\u{a0}: les noms par qui est désigné, les chiffres par leur valeur, les mots par leur racine, les citations mot pour mot. \
         Ce qui manque peut y être dit autrement. Le mode est lu à la terminaison du verbe\u{a0}; un titre sans verbe reconnu n’en a pas.",
        "Names, figures, content words and quotations of the headline, looked for in the standfirst, the body and the captions: names by whom they mean, figures by their value, words by their stem, quotations word for word. \
         What is missing may be told there otherwise. The mood is read from the ending of the verb; a headline without a recognised verb has none."
    )
}

pub fn untitled(n: usize) -> String {
    let articles = counts::n_articles(n);
    match n {
        0 => String::new(),
        1 => say!(" Un article n’a pas de titre.", " One article has no headline.").to_owned(),
        _ => say!(format!(" {articles} n’ont pas de titre."), format!(" {articles} have no headline.")),
    }
}

pub fn none_to_compare() -> &'static str {
    say!("Aucun titre à comparer.", "No headline to compare.")
}

/// How many headlines are told in each way.
#[derive(Clone, Copy)]
pub struct Told {
    pub conditional: usize,
    pub indicative: usize,
    pub unclear: usize,
    pub asking: usize,
    pub quoting: usize,
}

pub fn told(n_titles: usize, told: Told) -> String {
    let titles = format::count(n_titles, say!("titre", "headline"), say!("titres", "headlines"));
    let ways = [
        (told.conditional, "au conditionnel", "au conditionnel", "in the conditional", "in the conditional"),
        (told.indicative, "à l’indicatif", "à l’indicatif", "in the indicative", "in the indicative"),
        (told.unclear, "sans verbe reconnu", "sans verbe reconnu", "without a recognised verb", "without a recognised verb"),
        (told.asking, "pose une question", "posent une question", "asks a question", "ask a question"),
        (told.quoting, "a des guillemets", "ont des guillemets", "has quotation marks", "have quotation marks"),
    ];
    let ways = ways.into_iter().filter(|(n, ..)| *n > 0).map(|(n, one, many, one_english, many_english)| {
        let words = say!(format::plural(n, one, many), format::plural(n, one_english, many_english));
        format!("{} {words}", format::number(n))
    });
    let ways = ways.collect::<Vec<_>>().join(", ");
    say!(format!("{titles}\u{a0}: {ways}."), format!("{titles}: {ways}."))
}

pub fn all_in_text(n_claims: usize) -> String {
    let claims = format::count(n_claims, say!("élément", "element"), say!("éléments", "elements"));
    say!(
        format!(" Ce qu’ils avancent ({claims}) est tout entier dans leur texte."),
        format!(" All that they claim ({claims}) is in their text.")
    )
}

/// Of what is claimed so much is missing; `most` says in which article most.
pub fn missing_in_text(n_claims: usize, n_missing: usize, most: &str) -> String {
    let claims = format::count(n_claims, say!("élément avancé", "element claimed"), say!("éléments avancés", "elements claimed"));
    let n = format::number(n_missing);
    say!(
        format!(" De {claims}, {n} {} dans le texte de l’article{most}.", if n_missing == 1 { "manque" } else { "manquent" }),
        format!(" Of {claims}, {n} {} from the text of the article{most}.", if n_missing == 1 { "is missing" } else { "are missing" })
    )
}

pub fn most_missing(article: &str, n: usize) -> String {
    let n = format::number(n);
    say!(format!("\u{a0}; c’est {article} qui en a le plus ({n})"), format!("; {article} has the most ({n})"))
}

pub fn mood(mood: Mood) -> Option<&'static str> {
    match mood {
        Mood::Conditional => Some(say!("conditionnel", "conditional")),
        Mood::Indicative => Some(say!("indicatif", "indicative")),
        Mood::Unclear => None,
    }
}

pub fn question() -> &'static str {
    say!("question", "question")
}

pub fn marks() -> &'static str {
    say!("guillemets", "quotation marks")
}

pub fn text_is_conditional() -> &'static str {
    say!("Le texte, lui, est au conditionnel\u{a0}: ", "The text, for its part, is in the conditional: ")
}

pub fn text_is_indicative() -> &'static str {
    say!("Le texte, lui, est à l’indicatif\u{a0}: ", "The text, for its part, is in the indicative: ")
}

pub fn in_text() -> &'static str {
    say!("Dans le texte", "In the text")
}

pub fn not_found() -> &'static str {
    say!("Pas retrouvé", "Not found")
}

pub fn no_order() -> &'static str {
    say!(
        "Aucun énoncé n’est commun à deux de ces articles\u{a0}: il n’y a pas d’ordre à comparer.",
        "No statement is common to two of these articles: there is no order to compare."
    )
}

/// So many statements, of which `shown` are shown when that is fewer; `moved` says which changes its place.
pub fn order(n: usize, shown: Option<usize>, moved: &str) -> String {
    let rows = format::count(n, say!("énoncé est dit", "statement is made"), say!("énoncés sont dits", "statements are made"));
    let shown = shown.map(format::number).map_or_else(String::new, |most| {
        say!(format!(", dont les {most} les plus partagés sont montrés"), format!(", of which the {most} most shared are shown"))
    });
    say!(format!("{rows} par plusieurs articles{shown}. {moved}"), format!("{rows} by several articles{shown}. {moved}"))
}

pub fn order_of_most(n_articles: usize, n_left: usize) -> String {
    let (left, are) = (counts::n_others(n_left), if n_left == 1 { "is" } else { "are" });
    say!(
        format!(" Ce sont les {n_articles} articles qui partagent le plus\u{a0}; {left} n’y sont pas."),
        format!(" These are the {n_articles} articles that share most; {left} {are} not shown.")
    )
}

pub fn same_order() -> &'static str {
    say!("Tous le sont dans le même ordre.", "All come in the same order.")
}

/// Which statement changes its place most: where it stands first, and where last.
pub fn moves_most(number: usize, first: (u32, &str), last: (u32, &str)) -> String {
    let (rank, article) = (ordinal(first.0), first.1);
    let (last_rank, last_article) = (ordinal(last.0), last.1);
    say!(
        format!("Celui qui change le plus de place est le n°\u{a0}{number}\u{a0}: {rank} dans {article}, {last_rank} dans {last_article}."),
        format!("The one that changes its place most is no.\u{a0}{number}: {rank} in {article}, {last_rank} in {last_article}.")
    )
}

/// `1er`, `2e`; `1st`, `2nd`, `11th`.
pub fn ordinal(rank: u32) -> String {
    let french = if rank == 1 { "er" } else { "e" };
    let english = match (rank % 10, rank % 100) {
        (_, 11..=13) => "th",
        (1, _) => "st",
        (2, _) => "nd",
        (3, _) => "rd",
        _ => "th",
    };
    format!("{rank}{}", say!(french, english))
}

pub fn statement() -> &'static str {
    say!("Énoncé", "Statement")
}

pub fn rank_in(number: u32, article: &str, rank: u32) -> String {
    let rank = ordinal(rank);
    say!(format!("Énoncé {number}, {article}\u{a0}: {rank}"), format!("Statement {number}, {article}: {rank}"))
}

pub fn follow(number: u32) -> String {
    say!(format!("Suivre l’énoncé {number}"), format!("Follow statement {number}"))
}

pub fn rank_of_each() -> &'static str {
    say!(
        "Rang de chaque énoncé dans chaque article, parmi ceux qu’il partage",
        "Rank of each statement in each article, among those that it shares"
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn headlines_and_ranks_are_said_in_english_too() {
        let two = Told { conditional: 1, indicative: 0, unclear: 1, asking: 2, quoting: 1 };
        assert_eq!([1, 2, 11, 21].map(ordinal), ["1er", "2e", "11e", "21e"]);
        locale::set(Locale::English);
        assert_eq!([1, 2, 3, 4, 11, 12, 21, 111].map(ordinal), ["1st", "2nd", "3rd", "4th", "11th", "12th", "21st", "111th"]);
        assert_eq!(
            told(2, two).replace('\u{a0}', " "),
            "2 headlines: 1 in the conditional, 1 without a recognised verb, 2 ask a question, 1 has quotation marks."
        );
        assert_eq!(
            missing_in_text(4, 1, &most_missing("Le Port", 1)).replace('\u{a0}', " "),
            " Of 4 elements claimed, 1 is missing from the text of the article; Le Port has the most (1)."
        );
        assert_eq!(
            order(40, Some(16), &moves_most(2, (2, "A"), (5, "B"))).replace('\u{a0}', " "),
            "40 statements are made by several articles, of which the 16 most shared are shown. The one that changes its place most is no. 2: 2nd in A, 5th in B."
        );
        locale::set(Locale::French);
    }
}
