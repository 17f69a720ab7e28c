//! When two spans are the same mention: a title, a function or a determiner before the name is free, and so are marks.

use super::entities::{Form, Mention};

const CIVIL_TITLES: &str =
    "m. mm. m mm mme mmes mlle mlles me mgr dr dr. pr pr. monsieur messieurs madame mesdames mademoiselle maître monseigneur";
const DETERMINERS: &[&str] = &[
    "le", "les", "la", "un", "une", "des", "du", "ce", "ces", "cet", "cette", "son", "sa", "ses", "leur", "leurs", "notre", "nos", "votre",
    "vos", "au", "aux",
];
/// Beginnings of the nouns of function that stand before a name.
const FUNCTIONS: &[&str] = &[
    "ministre",
    "secrétaire",
    "président",
    "maire",
    "préfet",
    "préfète",
    "procureur",
    "juge",
    "avocat",
    "député",
    "sénat",
    "direct",
    "pdg",
    "patron",
    "porte-parole",
    "conseill",
    "commissaire",
    "général",
    "professeur",
    "journaliste",
    "ambassad",
    "responsable",
    "chef",
];
const MARKS: &[char] =
    &[' ', '\u{a0}', '\u{202f}', '\n', '\r', '\t', '«', '»', '"', '“', '”', '„', '*', '_', '+', '(', ')', '[', ']', '\u{feff}'];

/// Length in scalars.
fn n_scalars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).expect("a mention is short")
}

/// The places where a mention may be said to begin, without marks at its edges, and where it ends.
pub fn edges(mention: &Mention) -> (Vec<u32>, u32) {
    let inner = mention.surface.trim_start_matches(MARKS);
    let first = mention.place.start + n_scalars(&mention.surface) - n_scalars(inner);
    let inner = inner.trim_end_matches(|c| MARKS.contains(&c) || c == ',' || c == ';');
    let mut starts = vec![first];
    starts.extend(mention.core_start);
    let mut rest = inner;
    while let Some(shorter) = peeled(rest, mention) {
        starts.push(first + n_scalars(inner) - n_scalars(shorter));
        rest = shorter;
    }
    (starts, first + n_scalars(inner))
}

/// `text` without its first word, if that word is a title, a function or a determiner and a name is left.
fn peeled<'a>(text: &'a str, mention: &Mention) -> Option<&'a str> {
    let elided = ["l'", "l’", "L'", "L’"].into_iter().find(|article| text.starts_with(article));
    if let Some(article) = elided {
        return Some(&text[article.len()..]).filter(|rest| !rest.is_empty());
    }
    let (word, rest) = text.split_once([' ', '\u{a0}', '\u{202f}'])?;
    let (word, name) = (word.to_lowercase(), mention.form == Form::Name);
    let before_name =
        name && (CIVIL_TITLES.split(' ').any(|title| title == word) || is_function(&word)) && rest.contains(char::is_uppercase);
    // "Le Goff": the capital article of a person is part of the name.
    let own_article = name && mention.entity_type == "PER" && text.starts_with(char::is_uppercase);
    (before_name || DETERMINERS.contains(&word.as_str()) && !own_article).then_some(rest.trim_start())
}

fn is_function(word: &str) -> bool {
    FUNCTIONS.iter().any(|function| word.starts_with(function))
}

/// True when both are the same mention of the same words.
pub fn same_mention(gold: &Mention, ours: &Mention) -> bool {
    let ((gold_starts, gold_end), (our_starts, our_end)) = (edges(gold), edges(ours));
    if gold.place.doc != ours.place.doc || gold_end != our_end {
        return false;
    }
    gold_starts.iter().any(|start| our_starts.contains(start)) || function_before(gold, ours)
}

/// A person's name with "la préfète de l’Ombrine" before it, against the name alone.
fn function_before(gold: &Mention, ours: &Mention) -> bool {
    let people = gold.entity_type == "PER" || ours.entity_type == "PER";
    let names = gold.form == Form::Name && ours.form == Form::Name;
    let (long, short) = if gold.place.start < ours.place.start { (gold, ours) } else { (ours, gold) };
    let n_before = short.place.start.saturating_sub(long.place.start) as usize;
    let before: String = long.surface.chars().take(n_before).collect();
    let mut words = before.split_whitespace().map(str::to_lowercase);
    let first = words.next().unwrap_or_default();
    let function = if DETERMINERS.contains(&first.as_str()) { words.next().unwrap_or_default() } else { first };
    people
        && names
        && is_function(&function)
        && n_before <= 100
        && !before.contains([',', ';', '.', ':', '!', '?', '(', ')', '«', '»', '"'])
}
