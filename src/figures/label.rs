//! Numbers that count nothing: names, addresses, ranks, scores, marks of lists.

use crate::text::token::Joint;
use crate::text::{Language, Line};

/// Nouns whose number is a name.
const LABELS: &[&str] = &[
    "article",
    "articles",
    "art",
    "page",
    "pages",
    "numero",
    "no",
    "n",
    "chapitre",
    "tome",
    "volume",
    "loi",
    "decret",
    "alinea",
    "annexe",
    "titre",
    "route",
    "autoroute",
    "ligne",
    "lignes",
    "terminal",
    "chaine",
    "canal",
    "rue",
    "avenue",
    "boulevard",
    "place",
    "chambre",
    "salle",
    "porte",
    "quai",
    "groupe",
    "niveau",
    "phase",
    "acte",
    "etape",
    "vol",
    "section",
    "bus",
    "tram",
    "train",
    "metro",
    "batiment",
    "lot",
    "sortie",
    "type",
    "classe",
    "serie",
    "version",
    "modele",
    "telephone",
    "tel",
    "fax",
    "departementale",
    "nationale",
    "formule",
    "top",
    "chapter",
    "act",
    "room",
    "gate",
    "route",
    "flight",
    "number",
    "level",
    "exit",
    "highway",
    "interstate",
    "episode",
    "saison",
    "season",
    "tableau",
    "figure",
    "resolution",
    "convention",
    "directive",
    "dossier",
    "psaume",
    "verset",
    "boite",
    "bp",
    "cedex",
    "code",
    "codes",
    "match",
    "poste",
    "stade",
    "tribune",
    "secteur",
    "zone",
    "bloc",
    "cellule",
    "categorie",
    "pavillon",
    "livre",
    "scene",
    "plan",
    "agenda",
    "opus",
    "rn",
    "rd",
];

/// True for a number in digits, from `at` to `next`, that is a name or a part of one. `is_counting` tells that a noun or a unit
/// follows it.
pub(super) fn is_label(line: &Line<'_>, at: usize, next: usize, is_counting: bool) -> bool {
    is_in_chain(line, at, next) || is_list_mark(line, at, next) || is_telephone(line, at) || is_named(line, at, is_counting)
}

/// Glued to other words: `Covid-19`, `3-1`, `49/3`, `#12`, `n°5`.
fn is_in_chain(line: &Line<'_>, at: usize, next: usize) -> bool {
    let start = line.tokens[at].span.start as usize;
    let sign = line.text[..start].chars().next_back();
    let before = match at.checked_sub(1).map(|before| line.joint(before)) {
        Some(Joint::Hyphen) => true,
        Some(Joint::Glued(mark)) => !matches!(mark, '(' | '[' | '«' | '"' | '“' | '—' | '–' | '/' | '~'),
        _ => matches!(sign, Some('#' | '°' | '@' | '_' | '/')),
    };
    let numbered = {
        let gap = at.checked_sub(1).map_or("", |before| line.gap(before));
        gap.contains('°') && !gap.contains('C')
    };
    let end = line.tokens[next - 1].span.end as usize;
    let behind = line.text[end..].chars().next();
    let after = matches!(behind, Some('-' | '/' | ':' | '_' | '@')) && matches!(line.joint(next - 1), Joint::Hyphen | Joint::Glued(_));
    // `8-Mai`, `11-Septembre`; an English number may be joined to its noun.
    let named = line.joint(next - 1) == Joint::Hyphen && next < line.len() && !line.is_digits(next) && line.is_capital(next);
    before || numbered || named || after && line.is_digits(next)
}

/// `1.`, `2)` at the head of a sentence.
fn is_list_mark(line: &Line<'_>, at: usize, next: usize) -> bool {
    if at > 0 {
        return false;
    }
    let end = line.tokens[next - 1].span.end as usize;
    let behind = &line.text[end..];
    behind.starts_with(')')
        || behind.starts_with(". ")
        || behind.starts_with(".\u{a0}")
        || behind.starts_with(" –")
        || behind.starts_with(" - ")
}

/// `01 42 34 56 78`: pairs of digits in a row.
fn is_telephone(line: &Line<'_>, at: usize) -> bool {
    let pair = |place: usize| line.is_digits(place) && line.word(place).len() == 2;
    let joined = |place: usize| matches!(line.joint(place), Joint::Space | Joint::Glued('.'));
    let first = (0..5).take_while(|n| at >= *n && pair(at - n) && (*n == 0 || joined(at - n))).last().map_or(at, |n| at - n);
    (0..4).all(|n| pair(first + n) && (n == 3 || joined(first + n)))
}

/// Behind a noun that is numbered, or behind a name: `l’article 49`, `Ligue 1`, `France 24`.
fn is_named(line: &Line<'_>, at: usize, is_counting: bool) -> bool {
    let Some(before) = at.checked_sub(1).filter(|before| line.spaced(*before)) else { return false };
    let word = line.word(before);
    if LABELS.contains(&word) {
        return true;
    }
    let capital = line.is_capital(before)
        && before > 0
        && word.len() > 1
        && !Language::French.is_function_word(word)
        && !Language::English.is_function_word(word);
    let code = line.word(at).starts_with('0') && line.word(at).len() > 1;
    let zip = line.is_digits(at) && line.word(at).len() == 5 && line.is_capital(at + 1);
    capital && !is_counting || code || zip
}
