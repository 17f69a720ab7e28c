//! The table of what is counted, by article.

use super::counts::n_others;
use crate::say;
use crate::ui::format::number;

pub fn counted_by_several() -> &'static str {
    say!("Comptés par plusieurs articles", "Counted by several articles")
}

pub fn figures_by_article() -> &'static str {
    say!("Chiffres par article", "Figures by article")
}

pub fn caption() -> &'static str {
    say!(
        "Ce qui est compté, et le chiffre de chaque article tel qu’il est écrit",
        "What is counted, and the figure of each article as it is written"
    )
}

pub fn what_is_counted() -> &'static str {
    say!("Ce qui est compté", "What is counted")
}

pub fn filter_for_more(n: usize) -> String {
    let others = n_others(n);
    say!(format!("Et {others}\u{a0}: filtrez pour les voir."), format!("And {others}: filter to see them."))
}

pub fn absent() -> &'static str {
    say!("absent", "absent")
}

pub fn not_said() -> &'static str {
    say!("ce qui est compté n’est pas dit", "what is counted is not said")
}

pub fn not_known_yet() -> &'static str {
    say!("L’autre chiffre est paru plus tard\u{a0}: il n’était pas connu.", "The other figure appeared later: it was not known.")
}

pub fn sentences() -> &'static str {
    say!("Les phrases", "The sentences")
}

/// What a figure opens.
pub fn open_sentence(figure: &str, counted: &str, article: &str) -> String {
    say!(format!("{figure} ({counted}), {article}\u{a0}: ouvrir la phrase"), format!("{figure} ({counted}), {article}: open the sentence"))
}

pub fn counted_by_one(n: usize) -> String {
    let n = number(n);
    say!(format!("Comptés par un seul article ({n})"), format!("Counted by one article only ({n})"))
}
