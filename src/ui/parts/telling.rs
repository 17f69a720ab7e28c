//! How one article tells a statement, in words: wholly, partly or otherwise, what supports that it is the same, in what it differs.

use yew::prelude::*;

use super::element::{element, line, text};
use crate::compare::{Closeness, Manner};
use crate::protocol::{GroundLine, UnlikeLine};
use crate::ui::messages::statements;

/// A score below which the reader is asked to look for himself.
pub const SURE: f32 = 0.6;
/// Grounds told of one telling.
const TOLD: usize = 6;

/// The sign of a manner.
pub fn manner_sign(manner: Manner) -> &'static str {
    match manner {
        Manner::Full => "●",
        Manner::Partly => "◐",
        Manner::Otherwise => "≠",
    }
}

/// The manner and how close the words are; doubt is said.
pub fn manner_words(how: Manner, closeness: Closeness, score: f32) -> Html {
    let (sign, word) = (manner_sign(how), statements::manner(how).0);
    let doubt = (score < SURE).then(|| element("span", "guess", vec![text(statements::to_be_checked())]));
    html! { <small class="manner"><span aria-hidden="true">{ sign }</span>{ format!("\u{a0}{word}, {}", closeness.label()) }{ doubt }</small> }
}

/// In what the two differ, a line each.
pub fn unlike_lines(unlike: &[UnlikeLine]) -> Vec<Html> {
    unlike.iter().map(|one| line("p", "unlike", statements::unlike(one))).collect()
}

/// What both have in common, in one line.
pub fn grounds(grounds: &[GroundLine]) -> Option<Html> {
    let told: Vec<String> = grounds.iter().take(TOLD).map(statements::ground).collect();
    (!told.is_empty()).then(|| line("p", "grounds", statements::in_common(&told)))
}
