//! Persons without a name whom an article lets speak: `confie un ancien cadre`, `selon une source proche du dossier`.
//!
//! Whoever is introduced so is somebody of his own, under no name. He is told by where he stands: behind a verb of speech that a
//! quotation or a comma precedes, behind `selon`, or at the head of a sentence that quotes him or says that he stays anonymous. A
//! person whose name stands beside the description is no such person. `Le retraité`, said later in the article of the only one of whom
//! that noun was said, takes him up.

use std::collections::HashMap;

use super::EntityKind;
use super::evidence::is_adjective;
use super::gazetteer;
use super::lexicon::{self, Cue};
use super::link::Identity;
use super::named::Named;
use super::nominal::{Nominal, nominal};
use super::tokens::{Line, Shape, Token};

/// Complements of one description at most.
const MOST_COMPLEMENTS: usize = 3;
/// Words between the end of a quotation and who said it at most: `», nous a confié un`.
const INCISE: usize = 5;

/// Nouns of persons whom the lists of functions and professions do not hold.
const NOUNS: [&str; 50] = [
    "source",
    "proche",
    "autre",
    "retraite",
    "retraitee",
    "cadre",
    "cadres",
    "fonctionnaire",
    "tenor",
    "cador",
    "baron",
    "interlocuteur",
    "interlocutrice",
    "participant",
    "participante",
    "observateur",
    "observatrice",
    "connaisseur",
    "connaisseuse",
    "initie",
    "diplomate",
    "attache",
    "homme",
    "femme",
    "collegue",
    "opposant",
    "opposante",
    "internaute",
    "auditeur",
    "spectateur",
    "spectatrice",
    "elu",
    "elue",
    "negociateur",
    "negociatrice",
    "parent",
    "locataire",
    "automobiliste",
    "militant",
    "militante",
    "cacique",
    "pilier",
    "stratege",
    "visiteur",
    "visiteuse",
    "adolescent",
    "adolescente",
    "eleveur",
    "camarade",
    "benevole",
];

/// Adjectives before the noun of a person.
const BEFORE: [&str; 20] = [
    "ancien", "ancienne", "haut", "haute", "jeune", "vieux", "vieil", "vieille", "bon", "bonne", "grand", "grande", "simple", "autre",
    "futur", "petit", "petite", "certain", "premier", "premiere",
];

/// What can follow `autre`, `proche` or `source` and is no noun of another kind.
fn is_person(key: &str) -> bool {
    let key = key.strip_prefix("ex ").unwrap_or(key);
    let cues = lexicon::shipped().cues(key);
    NOUNS.contains(&key) || cues.has(Cue::Function) || cues.has(Cue::Profession) || (is_decade(key))
}

/// `quinquagénaire`
fn is_decade(key: &str) -> bool {
    key.ends_with("genaire") || key == "trentenaire"
}

/// The persons without a name of one article, so far.
#[derive(Default)]
pub(super) struct Unnamed {
    quoted: bool,
    /// By noun; nothing when there are several.
    by_noun: HashMap<String, Option<Identity>>,
}

/// Nouns of one article that are remembered at most.
const MOST: usize = 64;

impl Unnamed {
    /// Those of one sentence.
    pub fn read(&mut self, line: &Line, named: &Named) -> Vec<Nominal> {
        let tokens = &line.tokens;
        let mut found = Vec::new();
        for (at, token) in tokens.iter().enumerate() {
            match &*token.key {
                "«" | "“" => self.quoted = true,
                "»" | "”" => self.quoted = false,
                "\"" => self.quoted = !self.quoted,
                "un" | "une" if token.is_word() => {
                    let Some((noun, end)) = extent(tokens, at, named) else { continue };
                    if self.speaks(tokens, at, end) && !has_name(tokens, end, named) {
                        let key = tokens[noun].key.as_str();
                        let identity =
                            Identity::Named(EntityKind::Person, format!("{key} @{}.{}", line.document.0, token.span.start).into());
                        if self.by_noun.len() < MOST {
                            let again = |held: &mut Option<Identity>| *held = None;
                            self.by_noun.entry(key.to_owned()).and_modify(again).or_insert_with(|| Some(identity.clone()));
                        }
                        found.push(nominal(line, at, end, EntityKind::Person, identity, 0.6));
                    }
                }
                "le" | "la" | "l" | "ce" | "cet" | "cette" if !self.quoted => {
                    let Some(noun) = tokens.get(at + 1).filter(|t| t.near && t.shape == Shape::Lower) else { continue };
                    let Some(Some(identity)) = self.by_noun.get(noun.key.as_str()) else { continue };
                    if !is_told(tokens, at + 2) && !has_name(tokens, at + 2, named) {
                        found.push(nominal(line, at, at + 2, EntityKind::Person, identity.clone(), 0.5));
                    }
                }
                _ => {}
            }
        }
        found
    }

    /// True when who is described from `at` to `end` says something.
    fn speaks(&self, tokens: &[Token], at: usize, end: usize) -> bool {
        let key = |at: usize| tokens.get(at).map_or("", |t| t.key.as_str());
        let before = at.checked_sub(1).map_or("", key);
        // `selon une source`, `d’après un témoin`, `auprès d’un proche`
        let told =
            before == "selon" || at > 1 && (key(at - 2), before) == ("d", "apres") || before == "d" && at > 1 && key(at - 2) == "aupres";
        if told {
            return true;
        }
        // `», nous a confié un voisin`, `, raconte un voisin`
        if at > 0 && tokens[at - 1].shape == Shape::Lower {
            let lowest = at.saturating_sub(INCISE);
            let mark = (lowest..at).rev().find(|at| !matches!(tokens[*at].shape, Shape::Lower));
            let words = mark.map_or(0, |mark| at - mark - 1);
            let closing = mark.is_some_and(|mark| {
                let quote = |at: usize| matches!(key(at), "»" | "”" | "\"");
                quote(mark) && !self.opened(tokens, mark) || key(mark) == "," && mark > 0 && quote(mark - 1)
            });
            let verb = lexicon::shipped().says(before) || words > 1 && is_small(before) && lexicon::shipped().says(key(at - 2));
            if closing && words > 0 && verb_like(before) || verb && mark.is_some_and(|mark| key(mark) == "," || closing) {
                return true;
            }
            return false;
        }
        if self.quoted || !tokens[at].opens && at > 0 {
            return false;
        }
        // `Un cadre, qui a requis l’anonymat, nuance : « … »`
        let rest = &tokens[end..];
        let quotes = rest.iter().any(|t| matches!(&*t.key, "«" | "“" | "\""));
        let secret = rest.iter().any(|t| t.key.starts_with("anonym"));
        let says =
            rest.iter().take_while(|t| !matches!(&*t.key, "." | ":")).any(|t| t.shape == Shape::Lower && lexicon::shipped().says(&t.key));
        secret || quotes && says
    }

    /// True when the straight mark at `at` opens a quotation.
    fn opened(&self, tokens: &[Token], at: usize) -> bool {
        tokens[at].key == "\"" && self.quoted
    }
}

/// `un`, `t`, `pour`: between a verb and who says it.
fn is_small(key: &str) -> bool {
    key.len() < 5
}

/// No preposition, conjunction or article: `», affirme`, but not `», dans un`.
fn verb_like(key: &str) -> bool {
    const NONE: [&str; 24] = [
        "dans", "avec", "pour", "par", "sur", "sous", "de", "d", "a", "en", "et", "ou", "mais", "que", "qu", "comme", "chez", "apres",
        "avant", "est", "sont", "dit on", "devant", "sans",
    ];
    !NONE.contains(&key)
}

/// True when a name stands right behind a description, or behind a comma: he has one.
fn has_name(tokens: &[Token], end: usize, named: &Named) -> bool {
    let comma = usize::from(tokens.get(end).is_some_and(|t| t.key == ","));
    let starts = |at: usize| named.tokens.get(at).is_some_and(|marks| marks.starts.is_some());
    starts(end) || comma == 1 && starts(end + 1) || tokens.get(end).is_some_and(|t| t.near && t.is_nameish())
}

/// True when what stands at `at` says which one is meant.
fn is_told(tokens: &[Token], at: usize) -> bool {
    tokens.get(at).is_some_and(|t| t.near && (is_adjective(&t.key) || t.is_nameish() || matches!(&*t.key, "de" | "d" | "du" | "des")))
}

/// The noun of the description whose determiner is at `at`, and its end.
fn extent(tokens: &[Token], at: usize, named: &Named) -> Option<(usize, usize)> {
    let key = |at: usize| tokens.get(at).filter(|t| t.near).map_or("", |t| t.key.as_str());
    let lower = |at: usize| tokens.get(at).is_some_and(|t| t.near && t.shape == Shape::Lower);
    // `une de ses collègues`, `l’un des élus`
    if matches!(key(at + 1), "de" | "des") {
        let noun = at + 2 + usize::from(matches!(key(at + 2), "ses" | "leurs" | "nos" | "mes" | "ces") && key(at + 1) == "de");
        let one = key(noun).strip_suffix('s').filter(|one| lower(noun) && is_person(one));
        return one.map(|_| (noun, complements(tokens, noun + 1, named)));
    }
    let mut noun = at + 1;
    // `un ex-salarié`
    if key(noun) == "ex" && key(noun + 1) == "-" {
        noun += 2;
    }
    while BEFORE.contains(&key(noun)) && lower(noun + 1) && is_person(key(noun + 1))
        || BEFORE.contains(&key(noun)) && BEFORE.contains(&key(noun + 1))
    {
        noun += 1;
    }
    // `un porte-parole`, `un directeur général`
    let longest = (2..=3).rev().find(|n| {
        let Some(words) = tokens.get(noun..noun + n).filter(|words| words.iter().all(|t| t.near && t.shape == Shape::Lower)) else {
            return false;
        };
        let joined = words.iter().map(|t| t.key.as_str()).collect::<Vec<_>>().join(" ");
        let cues = lexicon::shipped().cues(&joined);
        cues.has(Cue::Function) || cues.has(Cue::Profession)
    });
    let person = lower(noun) && (longest.is_some() || is_person(key(noun)));
    person.then(|| (noun, complements(tokens, noun + longest.unwrap_or(1), named)))
}

/// Behind the adjectives and complements that begin at `end`: `proche du dossier`, `militaire français`, `de la présidence`.
fn complements(tokens: &[Token], mut end: usize, named: &Named) -> usize {
    let key = |at: usize| tokens.get(at).filter(|t| t.near).map_or("", |t| t.key.as_str());
    let adjective = |at: usize| {
        tokens.get(at).is_some_and(|t| {
            let participle = matches!(
                &*t.key,
                "proche"
                    | "haut"
                    | "place"
                    | "placee"
                    | "informe"
                    | "retraite"
                    | "retraitee"
                    | "syndical"
                    | "bien"
                    | "directeur"
                    | "executif"
            );
            t.near && t.shape == Shape::Lower && (is_adjective(&t.key) || participle)
        })
    };
    for _ in 0..MOST_COMPLEMENTS {
        while adjective(end) {
            end += 1;
        }
        // `un député PS`
        if let Some(name) = named.name_end(end).filter(|_| tokens[end].near && tokens[end].shape == Shape::Upper) {
            end = name;
        }
        let preposition = key(end);
        if !matches!(preposition, "de" | "du" | "des" | "d" | "a" | "au" | "aux") {
            break;
        }
        let mut noun = end + 1;
        while matches!(key(noun), "la" | "le" | "l" | "les" | "un" | "une" | "son" | "sa" | "ses" | "leur") {
            noun += 1;
        }
        let Some(head) = tokens.get(noun).filter(|t| t.near && t.is_word()) else { break };
        // `un cadre à l’AFP` says to whom, `un homme de 40 ans` how old.
        let outlet =
            gazetteer::shipped().by_key(&head.key).is_some_and(|entry| gazetteer::shipped().entries[entry].kind == EntityKind::Media);
        let bare = noun == end + 1 && head.shape == Shape::Lower && matches!(preposition, "de" | "d" | "a");
        let infinitive = bare && ["er", "ir", "re"].iter().any(|ending| head.key.ends_with(ending));
        if matches!(preposition, "a" | "au" | "aux") && (outlet || bare && preposition == "a") || infinitive {
            break;
        }
        end = named.name_end(noun).unwrap_or(noun + 1).max(noun + 1);
    }
    while adjective(end) {
        end += 1;
    }
    end
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Article, Corpus};
    use crate::entities::EntityIndex;

    /// The words for persons without a name; those for one person have one number.
    fn unnamed(text: &str) -> Vec<(String, usize)> {
        let corpus = Corpus::read(None, vec![Article::new("a.txt", text)]).expect("the article is a corpus");
        let index = EntityIndex::build(&corpus);
        let mut slugs: Vec<&str> = Vec::new();
        let found = index.unnamed.iter().map(|unnamed| {
            let place = slugs.iter().position(|slug| *slug == unnamed.slug).unwrap_or_else(|| {
                slugs.push(&unnamed.slug);
                slugs.len() - 1
            });
            (unnamed.span.slice(corpus.documents[0].text()).to_owned(), place)
        });
        found.collect()
    }

    fn words(text: &str) -> Vec<String> {
        unnamed(text).into_iter().map(|(words, _)| words).collect()
    }

    #[test]
    fn whoever_speaks_without_a_name_is_found_with_all_that_is_said_of_him() {
        assert_eq!(words("« On verra », confie un ancien cadre du groupe."), ["un ancien cadre du groupe"]);
        assert_eq!(words("Le navire a coulé, selon une source proche du dossier."), ["une source proche du dossier"]);
        assert_eq!(words("« C’est long », soupire une de ses collègues."), ["une de ses collègues"]);
        assert_eq!(words("Un conseiller du ministre, qui a requis l’anonymat, en rit."), ["Un conseiller du ministre"]);
    }

    #[test]
    fn whoever_has_a_name_or_says_nothing_is_not() {
        assert_eq!(words("« On verra », confie un ancien cadre, Paul Mas."), [""; 0]);
        assert_eq!(words("Un technicien a été tué dans une usine."), [""; 0]);
        assert_eq!(words("« On verra », indique un communiqué. Elle a vu un médecin."), [""; 0]);
    }

    #[test]
    fn the_same_noun_takes_up_the_only_one_of_whom_it_was_said() {
        let one = unnamed("« On verra », confie un retraité de Gap. Le retraité est parti.");
        assert_eq!(one, [("un retraité de Gap".to_owned(), 0), ("Le retraité".to_owned(), 0)]);
        let two = unnamed("« Oui », confie un retraité de Gap. « Non », répond un retraité de Lyon. Le retraité est parti.");
        assert_eq!(two.iter().map(|(_, place)| *place).collect::<Vec<_>>(), [0, 1]);
    }
}
