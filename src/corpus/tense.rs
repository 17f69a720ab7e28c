//! Whether a sentence tells what has been or what is to come, by the verb nearest to a place in it.
//!
//! Auxiliaries and endings only: no dictionary of verbs. A sentence that shows neither is unclear, which is an answer too.

use crate::text::{Language, Token};

/// Which way a sentence looks from its day of writing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Aim {
    Past,
    Future,
    Unclear,
}

/// A verb further away belongs to something else.
const REACH: usize = 25;

/// Which way the words around tokens `first..next` look: the nearest cue before them, else the first after
/// them, as in `Vendredi, il a parlé`.
pub(crate) fn aim(text: &str, tokens: &[Token], first: usize, next: usize, language: Language) -> Aim {
    let cue = |at: usize| match language {
        Language::French => french(text, tokens, at),
        Language::English => english(text, tokens, at),
    };
    let before = || (first.saturating_sub(REACH)..first).rev().find_map(cue);
    // `la loi du 20 février` : the verb is not the date's.
    if first.checked_sub(1).is_some_and(|at| matches!(tokens[at].word.as_str(), "du" | "de" | "of")) {
        return Aim::Unclear;
    }
    // What follows tells less: `vendredi, il espère gagner`.
    let after = || (next..tokens.len().min(next + REACH)).filter_map(cue).find(|aim| *aim != Aim::Unclear);
    let found = before().or_else(after);
    found.unwrap_or(Aim::Unclear)
}

fn french(text: &str, tokens: &[Token], at: usize) -> Option<Aim> {
    let word = tokens[at].word.as_str();
    let next = tokens.get(at + 1).map_or("", |token| token.word.as_str());
    let last = at.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    let written = tokens[at].span.slice(text);
    match word {
        // The preposition `à` folds to the same word.
        "a" => (written == "a").then_some(Aim::Past),
        "ont" | "avait" | "avaient" | "etait" | "etaient" | "fut" | "furent" | "eut" | "depuis" | "lors" => Some(Aim::Past),
        // Hearsay of what has been: `auraient été vus`.
        "aurait" | "auraient" if is_participle(next) || next == "ete" => Some(Aim::Past),
        "est" | "sont" if is_awaited(next) => Some(Aim::Future),
        // `ce qui s’est joué dimanche`: with a reflexive pronoun any participle tells the past.
        "est" | "sont" if matches!(last, "s" | "se") => Some(Aim::Past),
        "est" | "sont" => is_participle(next).then_some(Aim::Past),
        "doit" | "doivent" | "devrait" | "devraient" => Some(Aim::Future),
        "va" | "vont" => ["er", "ir", "re"].iter().any(|end| next.ends_with(end)).then_some(Aim::Future),
        // What was to be may not have been.
        "devait" | "devaient" => Some(Aim::Unclear),
        // `a invité à venir en avril` : what somebody is to do, no one knows when.
        _ if is_infinitive(word) && matches!(last, "a" | "de" | "d") => Some(Aim::Unclear),
        _ if is_awaited(word) && matches!(last, "etait" | "etaient" | "ete" | "initialement") => Some(Aim::Unclear),
        _ if is_awaited(word) => Some(Aim::Future),
        _ if !written.starts_with(char::is_lowercase) => None,
        _ if is_future(word) => Some(Aim::Future),
        _ if word.ends_with("rait") || word.ends_with("raient") => Some(Aim::Unclear),
        _ if word.len() > 5 && (word.ends_with("ait") && word != "souhait" && word != "portrait" || word.ends_with("aient")) => {
            Some(Aim::Past)
        }
        _ if word.len() > 6 && (word.ends_with("erent") || word.ends_with("irent")) && word != "different" => Some(Aim::Past),
        _ => None,
    }
}

/// `prévue`, `attendus`, `programmé`, `prochaine`.
fn is_awaited(word: &str) -> bool {
    let stem = word.trim_end_matches('s').trim_end_matches('e');
    matches!(stem, "prevu" | "attendu" | "programm" | "prochain" | "convoqu" | "annonc")
        && !matches!(word, "annonce" | "annonces" | "programme" | "programmes" | "convoque")
}

fn is_infinitive(word: &str) -> bool {
    word.len() > 4 && ["er", "ir", "dre"].iter().any(|end| word.ends_with(end)) && super::stamp::month(word).is_none()
}

fn is_participle(word: &str) -> bool {
    let word = word.trim_end_matches('s');
    word.len() > 2
        && (word.ends_with(['e', 'u', 'i']) || word.ends_with("it") || word.ends_with("ort") || word.ends_with("ert"))
        && !matches!(word, "une" | "le" | "de" | "qui")
}

/// `sera`, `rencontreront`; not `opéra`.
fn is_future(word: &str) -> bool {
    const NOT_VERBS: [&str; 12] =
        ["opera", "camera", "extra", "ultra", "infra", "intra", "mantra", "agora", "choera", "tiara", "front", "affront"];
    word.len() >= 4 && (word.ends_with("ra") || word.ends_with("ront")) && !NOT_VERBS.contains(&word)
}

fn english(text: &str, tokens: &[Token], at: usize) -> Option<Aim> {
    const PAST: [&str; 42] = [
        "was", "were", "had", "did", "said", "told", "took", "came", "went", "met", "made", "left", "gave", "began", "held", "won", "lost",
        "saw", "spoke", "died", "ran", "found", "felt", "brought", "got", "hit", "struck", "broke", "fell", "rose", "drew", "led", "sent",
        "shot", "sat", "stood", "swept", "burst", "burnt", "flew", "wrote", "since",
    ];
    const NOT_VERBS: [&str; 12] =
        ["need", "indeed", "feed", "speed", "seed", "hundred", "exceed", "proceed", "succeed", "breed", "united", "limited"];
    let word = tokens[at].word.as_str();
    let next = tokens.get(at + 1).map_or("", |token| token.word.as_str());
    let last = at.checked_sub(1).map_or("", |at| tokens[at].word.as_str());
    match word {
        // What was due may not have been.
        "scheduled" | "due" | "expected" | "planned" if matches!(last, "was" | "were" | "been" | "had") => Some(Aim::Unclear),
        "will" | "scheduled" | "due" | "expected" | "planned" | "plans" | "upcoming" | "next" | "shall" => Some(Aim::Future),
        "is" | "are" if next == "to" => Some(Aim::Future),
        "was" | "were" if matches!(next, "due" | "to" | "scheduled" | "expected" | "planned") => Some(Aim::Unclear),
        "would" => Some(Aim::Unclear),
        _ if PAST.contains(&word) => Some(Aim::Past),
        _ if !tokens[at].span.slice(text).starts_with(char::is_lowercase) => None,
        _ => (word.len() > 3 && word.ends_with("ed") && !NOT_VERBS.contains(&word)).then_some(Aim::Past),
    }
}
