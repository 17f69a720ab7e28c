//! How one article tells a statement, in words: wholly, partly or otherwise, what supports that it is the same, in what it differs.

use yew::prelude::*;

use super::element::{element, line, text};
use crate::compare::{Closeness, GroundKind, Manner, Unlike};
use crate::protocol::{GroundLine, UnlikeLine};

/// A score below which the reader is asked to look for himself.
pub const SURE: f32 = 0.6;
/// Grounds told of one telling.
const TOLD: usize = 6;

/// Manners: sign, word, and words for a choice.
pub fn manner(manner: Manner) -> (&'static str, &'static str, &'static str) {
    match manner {
        Manner::Full => ("●", "entier", "Entiers"),
        Manner::Partly => ("◐", "en partie", "En partie"),
        Manner::Otherwise => ("≠", "autrement", "Autrement"),
    }
}

/// The manner and how close the words are; doubt is said.
pub fn manner_words(how: Manner, closeness: Closeness, score: f32) -> Html {
    let (sign, word, _) = manner(how);
    let doubt = (score < SURE).then(|| element("span", "guess", vec![text(", à vérifier")]));
    html! { <small class="manner"><span aria-hidden="true">{ sign }</span>{ format!("\u{a0}{word}, {}", closeness.label()) }{ doubt }</small> }
}

/// In what the two differ, a line each.
pub fn unlike_lines(unlike: &[UnlikeLine]) -> Vec<Html> {
    let said = |one: &UnlikeLine| {
        let what = match one.kind {
            Unlike::Figure => "chiffre",
            Unlike::Name => "nom",
            Unlike::Day => "date",
            Unlike::Modality => "certitude",
        };
        let side = |words: &str| if words.is_empty() { "rien".to_owned() } else { format!("«\u{a0}{words}\u{a0}»") };
        line("p", "unlike", format!("Autre {what}\u{a0}: {} ici, {} là.", side(&one.here), side(&one.there)))
    };
    unlike.iter().map(said).collect()
}

/// What both have in common, in one line.
pub fn grounds(grounds: &[GroundLine]) -> Option<Html> {
    let said = |ground: &GroundLine| {
        let here = &ground.here;
        match ground.kind {
            GroundKind::Quotation => format!("la citation «\u{a0}{here}\u{a0}»"),
            GroundKind::Figure => format!("le chiffre «\u{a0}{here}\u{a0}»"),
            GroundKind::Day => format!("la date «\u{a0}{here}\u{a0}»"),
            GroundKind::Name | GroundKind::Word if *here == ground.there => here.clone(),
            GroundKind::Name | GroundKind::Word | GroundKind::Sense => format!("{here}\u{a0}~\u{a0}{}", ground.there),
        }
    };
    let told: Vec<String> = grounds.iter().take(TOLD).map(said).collect();
    (!told.is_empty()).then(|| line("p", "grounds", format!("En commun\u{a0}: {}.", told.join(", "))))
}
