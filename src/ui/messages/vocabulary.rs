//! The words that are one article's or outlet's own.

use crate::concordance::Parting;
use crate::say;
use crate::ui::format;
use crate::ui::messages::counts;

pub fn counting_now() -> &'static str {
    say!("Un instant\u{a0}: le moteur complet compte les mots.", "One moment: the full engine is counting the words.")
}

pub fn unknown_outlet() -> &'static str {
    say!("média inconnu", "unknown outlet")
}

/// What is compared, one of it.
pub fn part(parting: Parting) -> &'static str {
    match parting {
        Parting::Article => say!("article", "article"),
        Parting::Outlet => say!("média", "outlet"),
    }
}

fn n_parts(parting: Parting, n: usize) -> String {
    match parting {
        Parting::Article => counts::n_articles(n),
        Parting::Outlet => format::count(n, say!("média", "outlet"), say!("médias", "outlets")),
    }
}

/// One of what is counted: a word, or so many in a row.
pub fn unit(length: u32) -> String {
    match length {
        1 => say!("mot", "word").to_owned(),
        n => say!(format!("suite de {n}\u{a0}mots"), format!("run of {n}\u{a0}words")),
    }
}

fn n_units(length: u32, n: usize) -> String {
    let many = match length {
        1 => say!("mots", "words").to_owned(),
        length => say!(format!("suites de {length}\u{a0}mots"), format!("runs of {length}\u{a0}words")),
    };
    format::count(n, &unit(length), &many)
}

fn no_unit(length: u32) -> String {
    let unit = unit(length);
    match length {
        1 => say!(format!("Aucun {unit}"), format!("No {unit}")),
        _ => say!(format!("Aucune {unit}"), format!("No {unit}")),
    }
}

pub fn only_one_part(parting: Parting) -> String {
    let part = part(parting);
    say!(
        format!("Il n’y a qu’un {part}\u{a0}: ses mots ne se comparent à rien."),
        format!("There is only one {part}: its words compare with nothing.")
    )
}

pub fn nothing_sure(length: u32, parting: Parting) -> String {
    let (none, part) = (no_unit(length), part(parting));
    say!(
        format!("{none} ne revient assez souvent dans un {part} et pas dans les autres pour que le hasard soit exclu."),
        format!("{none} occurs often enough in one {part} and not in the others for chance to be ruled out.")
    )
}

/// A word with how often it stands here and elsewhere.
pub struct Counted<'w> {
    pub shown: &'w str,
    pub here: u32,
    pub elsewhere: u32,
}

impl Counted<'_> {
    fn numbers(&self) -> (String, String) {
        (format::number(self.here as usize), format::number(self.elsewhere as usize))
    }
}

/// What all parts have of their own: how many, in how many parts, and the first of them with its part.
pub fn own_of_all(length: u32, parting: Parting, n: usize, n_own: usize, n_all: usize, first: &Counted, whose: &str) -> String {
    let (units, part, parts, all) = (n_units(length, n), part(parting), n_parts(parting, n_own), format::number(n_all));
    let (shown, (here, there)) = (first.shown, first.numbers());
    let verb = say!(if n == 1 { "revient" } else { "reviennent" }, if n == 1 { "occurs" } else { "occur" });
    say!(
        format!(
            "{units} {verb} plus souvent dans un {part} que dans les autres sans que le hasard l’explique, dans {parts} sur {all}\u{a0}; d’abord «\u{a0}{shown}\u{a0}» ({whose}), {here} ici et {there} ailleurs."
        ),
        format!(
            "{units} {verb} more often in one {part} than in the others without chance explaining it, in {parts} of {all}; first “{shown}” ({whose}), {here} here and {there} elsewhere."
        )
    )
}

pub fn alone_in_its_language(label: &str) -> String {
    say!(
        format!("{label} est seul dans sa langue\u{a0}: ses mots ne se comparent à rien."),
        format!("{label} is alone in its language: its words compare with nothing.")
    )
}

/// More often here, or less often.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Over,
    Under,
}

/// What one part has more often, or less often: how many, and the first.
fn side(length: u32, side: Side, n: usize, first: Option<&Counted>) -> String {
    let (units, none) = (n_units(length, n), no_unit(length));
    let how = match side {
        Side::Over => say!("plus", "more"),
        Side::Under => say!("moins", "less"),
    };
    if n == 0 {
        return say!(
            format!("{none} n’y revient {how} souvent sans que le hasard puisse l’expliquer"),
            format!("{none} occurs {how} often in it without chance being able to explain it")
        );
    }
    let first = first.map_or_else(String::new, |word| {
        let (shown, (here, there)) = (word.shown, word.numbers());
        say!(
            format!(", d’abord «\u{a0}{shown}\u{a0}» ({here} ici, {there} ailleurs)"),
            format!(", first “{shown}” ({here} here, {there} elsewhere)")
        )
    });
    let verb = say!(if n < 2 { "revient" } else { "reviennent" }, if n == 1 { "occurs" } else { "occur" });
    say!(format!("{units} y {verb} {how} souvent{first}"), format!("{units} {verb} {how} often in it{first}"))
}

/// What one part has of its own: its size and that of the others, then both sides, then what may be chance.
pub fn own_of_one(
    length: u32,
    label: &str,
    sizes: (usize, usize),
    over: (usize, Option<&Counted>),
    under: (usize, Option<&Counted>),
    n_doubtful: usize,
) -> String {
    let (own, others) = (n_units(length, sizes.0), format::number(sizes.1));
    let (over, under) = (side(length, Side::Over, over.0, over.1), side(length, Side::Under, under.0, under.1));
    let number = format::number(n_doubtful);
    let doubtful = match n_doubtful {
        0 => String::new(),
        1 => say!(" Un écart de plus est peut-être du hasard.", " One more difference is perhaps chance.").to_owned(),
        _ => say!(format!(" {number} écarts de plus sont peut-être du hasard."), format!(" {number} more differences are perhaps chance.")),
    };
    say!(
        format!("{label}, {own} contre {others} ailleurs. {over}. {under}.{doubtful}"),
        format!("{label}, {own} against {others} elsewhere. {over}. {under}.{doubtful}")
    )
}

pub fn by() -> &'static str {
    say!("Par", "By")
}

pub fn runs_of() -> &'static str {
    say!("Suites de", "Runs of")
}

pub fn run(length: u32) -> String {
    counts::n_words(length as usize)
}

pub fn function_words() -> &'static str {
    say!("Mots-outils", "Function words")
}

pub fn hidden() -> &'static str {
    say!("cachés", "hidden")
}

pub fn shown() -> &'static str {
    say!("montrés", "shown")
}

pub fn order() -> &'static str {
    say!("Tri", "Sort")
}

pub fn specificity() -> &'static str {
    say!("spécificité", "specificity")
}

pub fn likelihood() -> &'static str {
    say!("log-vraisemblance", "log-likelihood")
}

pub fn not_here(name: &str) -> String {
    say!(
        format!("«\u{a0}{name}\u{a0}» n’est pas dans ce corpus, ou pas à cette date."),
        format!("“{name}” is not in this corpus, or not on this date.")
    )
}

/// Heads of the table of words, behind what is counted.
pub fn heads() -> [&'static str; 5] {
    say!(["Ici", "Ailleurs", "Articles", "Spécificité", "Log-vrais."], ["Here", "Elsewhere", "Articles", "Specificity", "Log-likelihood"])
}

/// More often than elsewhere, or less.
pub fn than_elsewhere(side: Side) -> &'static str {
    match side {
        Side::Over => say!("Plus souvent qu’ailleurs", "More often than elsewhere"),
        Side::Under => say!("Moins souvent qu’ailleurs", "Less often than elsewhere"),
    }
}

/// The same beside one row, in fewer words.
pub fn how_often(side: Side) -> &'static str {
    match side {
        Side::Over => say!("Plus souvent", "More often"),
        Side::Under => say!("Moins souvent", "Less often"),
    }
}

pub fn no_more_than_chance(side: Side) -> &'static str {
    match side {
        Side::Over => say!("Rien de plus que ce que ferait le hasard.", "Nothing more than chance would do."),
        Side::Under => say!("Rien de moins que ce que ferait le hasard.", "Nothing less than chance would do."),
    }
}

/// Behind what may be chance.
pub fn chance() -> &'static str {
    say!(" hasard\u{a0}?", " chance?")
}

pub fn each_part() -> &'static str {
    say!(
        "Les mots de chaque partie que le hasard n’explique pas, et ceux qu’il explique peut-être",
        "The words of each part that chance does not explain, and those that it perhaps does"
    )
}

pub fn part_by_part(parting: Parting) -> &'static str {
    match parting {
        Parting::Article => say!("Article par article", "Article by article"),
        Parting::Outlet => say!("Média par média", "Outlet by outlet"),
    }
}

pub fn without_the_shortest(n: usize) -> String {
    let n = format::number(n);
    say!(format!("Sans les {n} plus courts\u{a0}; le CSV les a tous."), format!("Without the {n} shortest; the CSV has them all."))
}

pub fn alone_in_language() -> &'static str {
    say!("seul dans sa langue", "alone in its language")
}

pub fn and_more(n: usize) -> String {
    let n = format::number(n);
    say!(format!("et {n} de plus"), format!("and {n} more"))
}

/// Name of the file.
pub fn file() -> &'static str {
    say!("mots propres", "own words")
}

pub fn explained() -> &'static str {
    say!(
        "Spécificité (Lafon 1980)\u{a0}: à 3, le hasard ferait autant une fois sur mille. Log-vraisemblance (Dunning 1993). \
         Sans marque, le hasard est exclu\u{a0}: il n’explique qu’un sur vingt de ces écarts au plus, tous les mots comparés ensemble (Tarone 1990, Gilbert 2005). \
         «\u{a0}hasard\u{a0}?\u{a0}»\u{a0}: improbable pour ce mot seul, mais on en compare beaucoup. Un mot compte s’il est dans deux phrases au moins, et contre les articles de la même langue.",
        "Specificity (Lafon 1980): at 3, chance would do as much once in a thousand. Log-likelihood (Dunning 1993). \
         Without a mark, chance is ruled out: it explains at most one in twenty of these differences, all words compared together (Tarone 1990, Gilbert 2005). \
         “chance?”: unlikely for this word alone, but many are compared. A word counts if it is in two sentences at least, and against the articles of the same language."
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn own_words_are_said_in_both_languages() {
        let word = Counted { shown: "quai", here: 6, elsewhere: 0 };
        let said = || own_of_one(1, "Le Port", (120, 900), (1, Some(&word)), (0, None), 1).replace('\u{a0}', " ");
        assert_eq!(
            said(),
            "Le Port, 120 mots contre 900 ailleurs. 1 mot y revient plus souvent, d’abord « quai » (6 ici, 0 ailleurs). Aucun mot n’y revient \
             moins souvent sans que le hasard puisse l’expliquer. Un écart de plus est peut-être du hasard."
        );
        locale::set(Locale::English);
        assert_eq!(
            said(),
            "Le Port, 120 words against 900 elsewhere. 1 word occurs more often in it, first “quai” (6 here, 0 elsewhere). No word occurs \
             less often in it without chance being able to explain it. One more difference is perhaps chance."
        );
        let all = own_of_all(2, Parting::Outlet, 3, 2, 5, &word, "Le Port").replace('\u{a0}', " ");
        assert!(all.starts_with(
            "3 runs of 2 words occur more often in one outlet than in the others without chance explaining it, in 2 outlets of 5;"
        ));
        locale::set(Locale::French);
    }
}
