//! Descriptions of bodies without a name of their own: `le gouvernement`, `les géants de l’Internet`.
//!
//! The words alone say who is meant, so no holder is looked for; two governments are told apart by their adjectives only.

use super::EntityKind;
use super::evidence::is_adjective;
use super::lexicon::{self, Cue};
use super::link::Identity;
use super::nominal::{Nominal, nominal};
use super::tokens::{Line, Shape, Token};

/// `le gouvernement`, `les géants de l’Internet` in one sentence.
pub(super) fn bodies(line: &Line) -> Vec<Nominal> {
    let lexicon = lexicon::shipped();
    let tokens = &line.tokens;
    let mut found = Vec::new();
    for (at, token) in tokens.iter().enumerate().filter(|(_, t)| t.is_word()) {
        let article = |keys: &[&str]| at.checked_sub(1).filter(|d| keys.contains(&&*tokens[*d].key));
        if token.key == "gouvernement" || token.key == "government" {
            let adjective = tokens.get(at + 1).filter(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key));
            let own = adjective.filter(|t| t.key != "francais");
            let name = own.map_or_else(|| "gouvernement".into(), |t| format!("gouvernement {}", t.key).into());
            if at.checked_sub(1).is_some_and(|d| matches!(&*tokens[d].key, "le" | "du" | "au" | "the" | "ce")) {
                let first = article(&["le", "the", "ce"]).unwrap_or(at);
                let end = at + 1 + usize::from(adjective.is_some());
                found.push(nominal(line, first, end, EntityKind::Organisation, Identity::Named(EntityKind::Organisation, name), 0.7));
            }
        } else if lexicon.has(&token.key, Cue::Collective)
            && let Some(end) = of_the_net(tokens, at + 1)
        {
            let first = article(&["les", "ces", "quatre", "cinq"]).unwrap_or(at);
            let first = if matches!(&*tokens[first].key, "quatre" | "cinq") && first > 0 && tokens[first - 1].key == "les" {
                first - 1
            } else {
                first
            };
            let label = if matches!(&*token.key, "geant" | "majors" | "mastodontes") { "geants" } else { token.key.as_str() };
            let identity = Identity::Named(EntityKind::Organisation, format!("{label} du web").into());
            found.push(nominal(line, first, end, EntityKind::Organisation, identity, 0.6));
        }
    }
    found
}

/// Behind `du Web`, `de l’Internet`, `américains du numérique`.
fn of_the_net(tokens: &[Token], at: usize) -> Option<usize> {
    let mut noun = at;
    let mut linked = false;
    while let Some(token) = tokens.get(noun).filter(|t| t.near && noun < at + 4) {
        match &*token.key {
            "web" | "net" | "internet" | "numerique" | "toile" | "tech" | "technologie" | "high tech" => {
                return (linked || token.key == "internet").then_some(noun + 1);
            }
            "de" | "du" | "d" | "la" | "l" => linked = true,
            "americains" | "francais" | "europeens" | "chinois" | "mondiaux" => {}
            _ => return None,
        }
        noun += 1;
    }
    None
}
