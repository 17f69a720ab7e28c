//! What is counted × articles.

use crate::facts::Verdict;
use crate::say;
use crate::ui::format;

/// Name of the file.
pub fn file() -> &'static str {
    say!("chiffres", "figures")
}

pub fn none_meets() -> &'static str {
    say!("Aucun chiffre ne répond à ces conditions.", "No figure meets these conditions.")
}

pub fn no_figure() -> &'static str {
    say!("Ces articles ne donnent aucun chiffre.", "These articles give no figure.")
}

/// So many things are counted, so many by several articles, of which so many disagreements.
pub fn counted(n: usize, n_shared: usize, n_conflicts: usize) -> String {
    let all = format::count(n, say!("chose comptée", "thing counted"), say!("choses comptées", "things counted"));
    let shared = match (n_shared, format::number(n_shared)) {
        (0, _) => say!("Rien n’est compté par plusieurs articles", "Nothing is counted by several articles").to_owned(),
        (1, _) => say!("Une seule l’est par plusieurs articles", "Only one of them by several articles").to_owned(),
        (_, n) => say!(format!("{n} le sont par plusieurs articles"), format!("{n} of them by several articles")),
    };
    let conflicts = match (n_conflicts, format::number(n_conflicts)) {
        _ if n_shared == 0 => String::new(),
        (0, _) => say!("\u{a0}; aucun désaccord que rien n’explique", "; no unexplained disagreement").to_owned(),
        (1, _) => say!("\u{a0}; un désaccord que rien n’explique", "; one unexplained disagreement").to_owned(),
        (_, n) => say!(format!("\u{a0}; {n} désaccords que rien n’explique"), format!("; {n} unexplained disagreements")),
    };
    say!(
        format!("{all}. {shared}{conflicts}. Chaque chiffre ouvre sa phrase."),
        format!("{all}. {shared}{conflicts}. Every figure opens its sentence.")
    )
}

/// Verdicts: sign, words, and the word for a choice.
pub fn verdict(verdict: Verdict) -> (&'static str, &'static str, &'static str) {
    match verdict {
        Verdict::Conflict => say!(("≠", "désaccord", "Désaccords"), ("≠", "disagreement", "Disagreements")),
        Verdict::Attribution => say!(("»", "selon la source", "Selon la source"), ("”", "by source", "By source")),
        Verdict::Older => say!(("↑", "autre date", "Autre date"), ("↑", "other date", "Other date")),
        Verdict::Scope => say!(("⊂", "autre périmètre", "Autre périmètre"), ("⊂", "other scope", "Other scope")),
        Verdict::Sum => say!(("Σ", "somme", "Sommes"), ("Σ", "sum", "Sums")),
        Verdict::Rounding => say!(("≈", "arrondi", "Arrondis"), ("≈", "rounding", "Roundings")),
        Verdict::Same => say!(("=", "accord", "Accords"), ("=", "agreement", "Agreements")),
        Verdict::Single => say!(("·", "un seul article", "Un seul article"), ("·", "one article alone", "One article alone")),
    }
}

pub fn verdict_choice() -> &'static str {
    say!("Verdict", "Verdict")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::locale::{self, Locale};

    #[test]
    fn what_is_counted_is_said_in_both_languages() {
        let said = |n, n_shared, n_conflicts| counted(n, n_shared, n_conflicts).replace('\u{a0}', " ");
        assert_eq!(said(1, 0, 0), "1 chose comptée. Rien n’est compté par plusieurs articles. Chaque chiffre ouvre sa phrase.");
        locale::set(Locale::English);
        assert_eq!(
            said(9, 1, 0),
            "9 things counted. Only one of them by several articles; no unexplained disagreement. Every figure opens its sentence."
        );
        assert_eq!(
            said(9, 4, 2),
            "9 things counted. 4 of them by several articles; 2 unexplained disagreements. Every figure opens its sentence."
        );
        locale::set(Locale::French);
    }
}
