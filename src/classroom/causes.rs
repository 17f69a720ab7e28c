//! Cues by which a sentence tells why something is so, or how it was done: `parce que`, `afin de`, `en signant`, `thanks to`.
//!
//! A cue opens a clause, which is what the sentence says of it. Connectives are a closed class and are listed, those that mean
//! something else as often (`par`, `pour` with an infinitive) as weak; whether the clause is the cause of what the article is
//! about is left to the reader, so all of this is a guess.

use super::told::balanced;
use crate::span::Span;
use crate::text::{Language, Line};

/// What a cue leads to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Lead {
    Why,
    How,
}

/// How often a cue means it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Strength {
    Strong,
    Weak,
}

/// A clause with the cue that opens it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Clause {
    pub span: Span,
    pub strength: Strength,
}

/// Words of a clause that are taken, and those it has before a comma may end it: `afin, dit-il, de…`.
const MOST: usize = 24;
const LEAST: usize = 4;

const WHY_FRENCH: &[&[&str]] = &[
    &["parce", "que"],
    &["parce", "qu"],
    &["puisque"],
    &["puisqu"],
    &["en", "raison", "de"],
    &["en", "raison", "du"],
    &["en", "raison", "des"],
    &["en", "raison", "d"],
    &["a", "cause", "de"],
    &["a", "cause", "du"],
    &["a", "cause", "des"],
    &["a", "cause", "d"],
    &["du", "fait", "de"],
    &["du", "fait", "des"],
    &["du", "fait", "d"],
    &["du", "fait", "que"],
    &["faute", "de"],
    &["faute", "d"],
    &["afin", "de"],
    &["afin", "d"],
    &["afin", "que"],
    &["afin", "qu"],
    &["pour", "que"],
    &["pour", "qu"],
    &["dans", "le", "but", "de"],
    &["dans", "le", "but", "d"],
    &["en", "vue", "de"],
    &["en", "vue", "d"],
    &["au", "motif", "que"],
    &["au", "motif", "qu"],
    &["a", "la", "suite", "de"],
    &["a", "la", "suite", "du"],
    &["a", "la", "suite", "d"],
    &["en", "reponse", "a"],
    &["en", "reponse", "au"],
    &["en", "reponse", "aux"],
];
const WHY_ENGLISH: &[&[&str]] = &[
    &["because"],
    &["due", "to"],
    &["owing", "to"],
    &["in", "order", "to"],
    &["so", "that"],
    &["so", "as", "to"],
    &["as", "a", "result", "of"],
    &["in", "response", "to"],
    &["on", "the", "grounds"],
    &["in", "a", "bid", "to"],
    &["in", "an", "effort", "to"],
    &["for", "fear", "of"],
];
const HOW_FRENCH: &[&[&str]] = &[
    &["grace", "a"],
    &["grace", "au"],
    &["grace", "aux"],
    &["au", "moyen", "de"],
    &["au", "moyen", "du"],
    &["au", "moyen", "d"],
    &["a", "l", "aide", "de"],
    &["a", "l", "aide", "du"],
    &["a", "l", "aide", "d"],
    &["par", "le", "biais", "de"],
    &["par", "le", "biais", "du"],
    &["par", "le", "biais", "d"],
    &["par", "l", "intermediaire", "de"],
    &["par", "l", "intermediaire", "du"],
    &["par", "l", "intermediaire", "d"],
    &["a", "coups", "de"],
];
const HOW_ENGLISH: &[&[&str]] = &[&["thanks", "to"], &["by", "means", "of"], &["with", "the", "help", "of"], &["by", "way", "of"]];

/// What looks like a present participle behind `en`, and is none.
const NO_PARTICIPLES: &[&str] = &["avant", "tant", "enfant", "instant", "restaurant", "montant", "courant", "dedans"];
/// What looks like an infinitive behind `pour`, and is none.
const NO_INFINITIVES: &[&str] = &[
    "notre",
    "votre",
    "autre",
    "entre",
    "contre",
    "quatre",
    "hier",
    "premier",
    "dernier",
    "janvier",
    "fevrier",
    "septembre",
    "octobre",
    "novembre",
    "decembre",
    "chaque",
    "leur",
    "plaisir",
    "avenir",
    "loisir",
];
/// Behind `par`, what makes it a rate, a turn of phrase, or, with a determiner, whoever does something in the passive.
const NO_MEANS: &[&str] = &[
    "le",
    "les",
    "l",
    "un",
    "une",
    "des",
    "du",
    "ce",
    "cet",
    "cette",
    "ces",
    "son",
    "sa",
    "ses",
    "leur",
    "leurs",
    "d",
    "de",
    "deux",
    "trois",
    "quatre",
    "cinq",
    "plusieurs",
    "quelques",
    "certains",
    "celui",
    "celle",
    "ceux",
    "qui",
    "lui",
    "elle",
    "eux",
    "moi",
    "nous",
    "vous",
    "ailleurs",
    "exemple",
    "rapport",
    "contre",
    "consequent",
    "jour",
    "an",
    "mois",
    "semaine",
    "heure",
    "minute",
    "personne",
    "habitant",
    "tete",
    "suite",
    "fois",
    "la",
    "ici",
    "terre",
];
/// Before `car`, what makes it a coach; before `par` it is no matter.
const DETERMINERS: &[&str] = &["un", "le", "ce", "son", "du", "au", "en", "de", "par", "des", "les", "deux", "leur", "notre"];

/// The clauses of a sentence that tell what `lead` asks for, strong ones first, in order.
pub(super) fn clauses(text: &str, sentence: Span, language: Language, lead: Lead) -> Vec<Clause> {
    let line = Line::of(text, sentence);
    let mut found: Vec<Clause> = Vec::new();
    for at in 0..line.len() {
        let Some(strength) = strength(&line, at, language, lead) else { continue };
        let span = clause(&line, at, sentence);
        if found.iter().all(|known| !known.span.overlaps(span)) {
            found.push(Clause { span, strength });
        }
    }
    crate::order::Order::order_by_key(&mut found[..], |clause| clause.strength);
    found
}

fn strength(line: &Line, at: usize, language: Language, lead: Lead) -> Option<Strength> {
    let listed = match (language, lead) {
        (Language::French, Lead::Why) => WHY_FRENCH,
        (Language::English, Lead::Why) => WHY_ENGLISH,
        (Language::French, Lead::How) => HOW_FRENCH,
        (Language::English, Lead::How) => HOW_ENGLISH,
    };
    if listed.iter().any(|cue| line.reads(at, cue)) {
        return Some(Strength::Strong);
    }
    let (word, next) = (line.word(at), line.word(at + 1));
    let joined = at + 1 < line.len() && line.tied(at);
    match (language, lead) {
        (Language::French, Lead::Why) if word == "car" && at > 0 && !DETERMINERS.contains(&line.before(at, 1)) => Some(Strength::Strong),
        (Language::French, Lead::Why) if word == "pour" && joined && is_infinitive(line, at + 1) => Some(Strength::Weak),
        (Language::French, Lead::How) if word == "en" && joined && is_participle(next) => Some(Strength::Strong),
        (Language::French, Lead::How)
            if word == "par" && joined && is_means(next) && !line.is_capital(at + 1) && !line.is_digits(at + 1) =>
        {
            Some(Strength::Weak)
        }
        (Language::English, Lead::How) if word == "by" && joined && next.len() > 5 && next.ends_with("ing") => Some(Strength::Strong),
        (Language::English, Lead::How) if matches!(word, "using" | "through") && joined => Some(Strength::Weak),
        _ => None,
    }
}

fn is_participle(word: &str) -> bool {
    word.len() > 4 && word.ends_with("ant") && !NO_PARTICIPLES.contains(&word)
}

/// `pour réduire`, `pour ne pas céder`, `pour se défendre`, `pour y aller`.
fn is_infinitive(line: &Line, at: usize) -> bool {
    const BEFORE: &[&str] = &["ne", "pas", "plus", "se", "s", "y", "en", "le", "la", "les", "l", "lui", "leur", "mieux"];
    let passed = (at..line.len()).take(3).take_while(|at| BEFORE.contains(&line.word(*at))).count();
    let word = line.word(at + passed);
    // Behind an article there is a noun as a rule: `pour le dîner`.
    let is_after_article = passed > 0 && matches!(line.word(at + passed - 1), "le" | "la" | "les" | "l");
    let ends = word.ends_with("er") || word.ends_with("ir") || word.ends_with("re") && !word.ends_with("ure") || word.ends_with("dre");
    word.len() > 3 && ends && !is_after_article && !line.is_capital(at + passed) && !NO_INFINITIVES.contains(&word)
}

fn is_means(next: &str) -> bool {
    !NO_MEANS.contains(&next) && next.chars().any(char::is_alphabetic)
}

/// From the cue to the end of what it opens.
fn clause(line: &Line, at: usize, sentence: Span) -> Span {
    let mut last = at;
    while last + 1 < line.len() && last + 1 < at + MOST {
        let ends = if last + 1 - at < LEAST { [';', '\u{0}', '\u{0}'] } else { [';', ',', ':'] };
        // Behind the comma of a list of names it goes on.
        let is_list = line.is_capital(last) && line.is_capital(last + 1) && line.gap(last).trim() == ",";
        if line.gap(last).contains(ends) && !is_list {
            break;
        }
        last += 1;
    }
    let (start, end) = (line.tokens[at].span.start, line.tokens[last].span.end);
    // A closing mark belongs to what it closes, where that began within the clause.
    let behind = &line.text[end as usize..sentence.end as usize];
    let closing = behind.find(['»', '”', '"', ')']).filter(|at| behind[..*at].trim().is_empty());
    let closed = closing.map(|at| end as usize + at + behind[at..].chars().next().map_or(0, char::len_utf8));
    match closed.map(|closed| Span::new(start as usize, closed)) {
        Some(closed) if balanced(closed.slice(line.text)) => closed,
        _ => Span { start, end },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(text: &str, language: Language, lead: Lead) -> Vec<&str> {
        clauses(text, Span::of(text), language, lead).into_iter().map(|clause| clause.span.slice(text)).collect()
    }

    #[test]
    fn french_sentences_tell_why() {
        let why = |text| found(text, Language::French, Lead::Why);
        assert_eq!(why("Le pont est fermé en raison des crues, a dit la mairie."), ["en raison des crues"]);
        assert_eq!(why("Elle renonce parce que le budget manque."), ["parce que le budget manque"]);
        assert_eq!(why("La ville emprunte pour ne pas augmenter l’impôt."), ["pour ne pas augmenter l’impôt"]);
        assert_eq!(why("Ils restent, car la route est coupée."), ["car la route est coupée"]);
        assert_eq!(why("Un car scolaire est tombé pour la troisième fois, pour le dîner et pour notre ville."), Vec::<&str>::new());
    }

    #[test]
    fn french_sentences_tell_how() {
        let how = |text| found(text, Language::French, Lead::How);
        assert_eq!(how("Elle a gagné en signant un accord."), ["en signant un accord"]);
        assert_eq!(how("Ils ont été sauvés grâce à un voisin."), ["grâce à un voisin"]);
        assert_eq!(how("En tant que maire, il parle une fois par jour, par exemple en avant."), Vec::<&str>::new());
    }

    #[test]
    fn english_sentences_tell_why_and_how() {
        assert_eq!(found("The bridge is closed because of the flood.", Language::English, Lead::Why), ["because of the flood"]);
        assert_eq!(found("They won by signing a deal.", Language::English, Lead::How), ["by signing a deal"]);
        assert_eq!(found("The king stood by the morning train.", Language::English, Lead::How), Vec::<&str>::new());
    }

    #[test]
    fn a_clause_lies_within_its_sentence_whatever_the_text() {
        for text in ["car", "pour", "en", "en allant", "par «", "Pour que … ; car, car", "…", "afin de ; ; ;"] {
            for lead in [Lead::Why, Lead::How] {
                assert!(clauses(text, Span::of(text), Language::French, lead).iter().all(|clause| Span::of(text).contains(clause.span)));
            }
        }
    }
}
