//! Descriptions of bodies without a name of their own: `le gouvernement`, `les géants de l’Internet`.
//!
//! The words alone say who is meant, so no holder is looked for; two governments are told apart by their adjectives only. Of
//! places: `la capitale britannique`, `la côte ouest`.

use super::EntityKind;
use super::evidence::is_adjective;
use super::gazetteer;
use super::lexicon::{self, Cue};
use super::link::Identity;
use super::named::Named;
use super::nominal::{Nominal, nominal};
use super::tokens::{Line, Shape, Token};

/// `le gouvernement`, `les géants de l’Internet` in one sentence; `label` is the last such set that the article spoke of, which
/// `les opérateurs` stands for.
pub(super) fn bodies(line: &Line, label: &mut Option<Identity>) -> Vec<Nominal> {
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
            let first = label_start(tokens, at);
            let noun = match &*token.key {
                "geant" | "majors" | "mastodontes" | "operateurs" | "entreprises" | "groupes" | "firmes" | "societes" => "geants",
                key => key,
            };
            let identity = Identity::Named(EntityKind::Organisation, format!("{noun} du web").into());
            *label = Some(identity.clone());
            found.push(nominal(line, first, end, EntityKind::Organisation, identity, 0.6));
        } else if matches!(&*token.key, "operateurs" | "geants" | "mastodontes" | "majors")
            && let Some(identity) = label.clone()
            && let Some(first) = article(&["les", "ces"])
        {
            let specified =
                tokens.get(at + 1).is_some_and(|t| t.near && (is_adjective(&t.key) || matches!(&*t.key, "de" | "d" | "du" | "des")));
            if !specified {
                found.push(nominal(line, first, at + 1, EntityKind::Organisation, identity, 0.4));
            }
        }
    }
    found
}

/// The start of `les quatre grands géants`, of which `géants` is at `at`.
fn label_start(tokens: &[Token], at: usize) -> usize {
    let mut first = at;
    while let Some(before) = first.checked_sub(1).filter(|_| tokens[first].near) {
        match &*tokens[before].key {
            "grands" | "grandes" | "gros" | "quatre" | "cinq" => first = before,
            "les" | "ces" => return before,
            _ => break,
        }
    }
    first
}

/// Nationalities with the capital of the country, as the gazetteer calls it.
const CAPITALS: [(&str, &str); 30] = [
    ("francais", "paris"),
    ("britannique", "londres"),
    ("anglais", "londres"),
    ("allemand", "berlin"),
    ("belge", "bruxelles"),
    ("europeen", "bruxelles"),
    ("italien", "rome"),
    ("espagnol", "madrid"),
    ("portugais", "lisbonne"),
    ("americain", "washington"),
    ("russe", "moscou"),
    ("ukrainien", "kiev"),
    ("grec", "athenes"),
    ("grecque", "athenes"),
    ("turc", "ankara"),
    ("turque", "ankara"),
    ("syrien", "damas"),
    ("irakien", "bagdad"),
    ("iranien", "teheran"),
    ("libanais", "beyrouth"),
    ("tunisien", "tunis"),
    ("algerien", "alger"),
    ("malien", "bamako"),
    ("senegalais", "dakar"),
    ("chinois", "pekin"),
    ("japonais", "tokyo"),
    ("afghan", "kaboul"),
    ("autrichien", "vienne"),
    ("polonais", "varsovie"),
    ("suedois", "stockholm"),
];

/// `la capitale britannique`, `la côte ouest` in one sentence.
pub(super) fn places(line: &Line, named: &Named) -> Vec<Nominal> {
    let tokens = &line.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len().saturating_sub(1) {
        let next = &tokens[at + 1];
        let first = at.checked_sub(1).filter(|d| matches!(&*tokens[*d].key, "la" | "the")).unwrap_or(at);
        if !next.near || tokens[at].shape == Shape::Upper {
            continue;
        }
        if tokens[at].key == "capitale" {
            let nation =
                |word: &str| next.key.as_str() == word || next.key.strip_prefix(word).is_some_and(|e| matches!(e, "e" | "ne" | "nne"));
            let capital = CAPITALS.iter().find(|(word, _)| nation(word)).and_then(|(_, city)| gazetteer::shipped().by_key(city));
            found.extend(capital.map(|entry| nominal(line, first, at + 2, EntityKind::Place, Identity::Known(entry), 0.7)));
        } else if tokens[at].key == "cote" && matches!(&*next.key, "est" | "ouest" | "nord" | "sud") {
            let identity = Identity::Named(EntityKind::Place, format!("cote {}", next.key).into());
            let of = tokens.get(at + 2).is_some_and(|t| t.near && matches!(&*t.key, "de" | "du" | "des" | "d"));
            let end = named.name_end(at + 3).filter(|_| of).unwrap_or(at + 2);
            found.push(nominal(line, first, end, EntityKind::Place, identity, 0.6));
        }
    }
    found
}

/// Behind `et des réseaux sociaux`, which goes on with what the label is made of.
fn and_more(tokens: &[Token], at: usize) -> usize {
    let key = |at: usize| tokens.get(at).filter(|t| t.near && t.shape == Shape::Lower).map_or("", |t| t.key.as_str());
    if key(at) != "et" || !matches!(key(at + 1), "des" | "du") || key(at + 2).len() < 4 {
        return at;
    }
    at + 3 + usize::from(is_adjective(key(at + 3)) || key(at + 3) == "sociaux")
}

/// Behind `du Web`, `de l’Internet`, `américains du numérique`.
fn of_the_net(tokens: &[Token], at: usize) -> Option<usize> {
    let mut noun = at;
    let mut linked = false;
    while let Some(token) = tokens.get(noun).filter(|t| t.near && noun < at + 4) {
        match &*token.key {
            "web" | "net" | "internet" | "numerique" | "toile" | "tech" | "technologie" | "high tech" => {
                return (linked || token.key == "internet").then_some(and_more(tokens, noun + 1));
            }
            "de" | "du" | "d" | "la" | "l" | "high" => linked = true,
            "americains" | "francais" | "europeens" | "chinois" | "mondiaux" => {}
            _ => return None,
        }
        noun += 1;
    }
    None
}
