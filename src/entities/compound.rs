//! Names that a common noun begins: `ministère de la Santé`, `université de Rouen`, `affaire Dreyfus`, and expansions of
//! an acronym in brackets: `Fédération des pêcheurs (FDP)`.
//!
//! Grammar only: head, adjectives, complements. Whether such a name is worth keeping is decided elsewhere.

use super::EntityKind;
use super::evidence::is_adjective;
use super::gazetteer;
use super::lexicon::{self, Cue, Sure};
use super::tokens::{Line, Shape, Token, near_key};
use crate::order::Order;

/// A name with its head noun.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Compound {
    pub first: usize,
    pub end: usize,
    pub kind: EntityKind,
    pub weight: f32,
}

/// Longer complements belong to the sentence, not to the name.
const LONGEST: usize = 10;

const SMALL: [&str; 24] = [
    "de", "des", "du", "d", "la", "le", "les", "l", "et", "pour", "sur", "a", "aux", "au", "en", "of", "the", "contre", "dans", "par",
    "and", "for", "sans", "against",
];

/// The compound that begins at token `first`, if its head is known and its complement holds a name.
pub(super) fn at(line: &Line, first: usize) -> Option<Compound> {
    let lexicon = lexicon::shipped();
    let head = &line.tokens[first];
    let key = head.key.as_str();
    // `le mot d’ordre`, `le service d’ordre`, `le numéro d’ordre` are no orders.
    if key == "ordre" && first.checked_sub(1).is_some_and(|before| line.tokens[before].key == "d") {
        return None;
    }
    // `Le Courrier des Alpes`: a newspaper keeps the article that has a capital itself.
    if head.shape == Shape::Capital && !head.opens && matches!(key, "le" | "la" | "l" | "les") {
        let paper = line.tokens.get(first + 1).filter(|t| t.near && lexicon.has(&t.key, Cue::HeadMediaCapital));
        return paper.and_then(|_| at(line, first + 1)).map(|paper| Compound { first, ..paper });
    }
    let next_is_name = line.tokens.get(first + 1).is_some_and(|t| t.near && t.shape == Shape::Capital);
    if matches!(key, "saint" | "sainte") && head.shape == Shape::Lower && next_is_name {
        // `la châsse de sainte Odile`: with a capital of its own it would be a place.
        return Some(Compound { first, end: first + 2, kind: EntityKind::Person, weight: 3.0 });
    }
    // `Radio Rivage a appris`: no other word at the head of a sentence stands so before a name.
    let station = matches!(key, "radio" | "tele") && head.shape == Shape::Capital && next_is_name;
    let capital = head.is_nameish() && (!head.opens || station);
    let cues = lexicon.cues(key);
    let club = cues.has(Cue::HeadClub) && (head.shape == Shape::Upper || capital && key.len() > 3);
    let capital = capital || club;
    let (kind, weight) = if cues.has(Cue::HeadOrganisation) {
        (EntityKind::Organisation, 3.0)
    } else if club || capital && cues.has(Cue::HeadCapital) {
        (EntityKind::Organisation, 2.5)
    } else if capital && cues.has(Cue::HeadMediaCapital) {
        (EntityKind::Media, 2.5)
    } else if cues.has(Cue::HeadPlace) {
        (EntityKind::Place, 2.5)
    } else if cues.has(Cue::HeadEvent) || (capital && cues.has(Cue::HeadEventCapital)) {
        (EntityKind::Event, 2.5)
    } else if capital && cues.has(Cue::HeadLawCapital) {
        (EntityKind::Law, 2.5)
    } else if cues.has(Cue::HeadLaw) {
        return law(line, first);
    } else {
        return None;
    };
    let lone = Complement {
        capital: capital && matches!(kind, EntityKind::Organisation | EntityKind::Media),
        ministry: key.starts_with("minist"),
        kind,
    };
    // `Haute Autorité de santé`: the head has two words.
    let second = line.tokens.get(first + 1).is_some_and(|t| t.near && t.is_nameish() && lexicon.has(&t.key, Cue::HeadCapital));
    let end = lone.end(line, first + 1 + usize::from(second && capital))?;
    Some(Compound { first, end, kind, weight })
}

struct Complement {
    /// The head has a capital, so its complement need not have one.
    capital: bool,
    ministry: bool,
    kind: EntityKind,
}

impl Complement {
    /// Behind the last token of the complement that begins at `from`.
    fn end(&self, line: &Line, from: usize) -> Option<usize> {
        let tokens = &line.tokens;
        let (mut at, mut end, mut named) = (from, None, false);
        let limit = tokens.len().min(from + LONGEST);
        while at < limit && tokens[at].near {
            let token = &tokens[at];
            // `le Stade rennais Yann Roy`
            if end.is_some() && lexicon::shipped().first_name(&token.key) == Some(Sure::Yes) {
                break;
            }
            if token.is_nameish() && (at > from || !self.needs_preposition()) {
                if named && tokens[at - 1].is_word() && !is_preposition(&tokens[at - 1].key) {
                    break;
                }
                let direct = at == from;
                at = name_end(line, at, self.kind)?;
                if direct {
                    at = slogan_end(tokens, from, at);
                }
                // `l’association Robin des Bois`: a name beside its head keeps its own complement.
                let own = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|t| matches!(&*t.key, "la" | "l")));
                let linked = tokens.get(at).is_some_and(|t| t.near && is_preposition(&t.key));
                if direct
                    && linked
                    && self.kind == EntityKind::Organisation
                    && tokens.get(own).is_some_and(|t| t.near && t.shape == Shape::Capital)
                {
                    at = own + 1;
                }
                (end, named) = (Some(at), true);
            } else if token.shape == Shape::Lower && is_adjective(&token.key) {
                at += 1;
                // `musée d’Art sacré`
                let art = named && end == Some(at - 1) && matches!(&*tokens[at - 2].key, "art" | "arts" | "histoire");
                if self.capital || (named && self.ministry) || art {
                    end = Some(at);
                }
            } else if token.key == "contre" && self.capital && !named && (at == from || tokens[at - 1].key == "lutte") {
                // `Office de lutte contre la fraude`, `Ligue contre l’oubli`
                let article = tokens.get(at + 1).is_some_and(|t| t.near && matches!(&*t.key, "la" | "le" | "l" | "les"));
                at += 1 + usize::from(article);
                tokens.get(at).filter(|t| t.near && t.shape == Shape::Lower && t.key.len() > 3)?;
                at += 1;
                end = Some(at);
            } else if token.key == "et" && self.capital && tokens.get(at + 1).is_some_and(|t| t.near && is_preposition(&t.key)) {
                at += 1;
            } else if is_preposition(&token.key)
                && (matches!(self.kind, EntityKind::Organisation | EntityKind::Media) || token.key.starts_with('d'))
                && (!named || matches!(&*token.key, "de" | "d" | "du"))
            {
                let noun = at + 1 + usize::from(tokens.get(at + 1).is_some_and(|t| matches!(&*t.key, "la" | "le" | "l" | "les")));
                let next = tokens.get(noun).filter(|t| t.near && noun < limit)?;
                if next.is_nameish() {
                    if named && (self.ministry || gazetteer::shipped().longest(tokens, noun, line.style).is_none()) {
                        break;
                    }
                    at = noun;
                } else if !named && next.shape == Shape::Lower && next.key.len() > 3 && !SMALL.contains(&&*next.key) {
                    at = noun + 1;
                    if self.capital {
                        end = Some(at);
                    }
                } else {
                    break;
                }
            } else {
                break;
            }
        }
        end
    }

    fn needs_preposition(&self) -> bool {
        self.ministry
    }
}

fn is_preposition(key: &str) -> bool {
    matches!(key, "de" | "d" | "du" | "des" | "pour" | "of")
}

/// Behind the run of capitals that begins at `at`; nothing when it is a person (`association de Jeanne Rey`).
fn name_end(line: &Line, at: usize, kind: EntityKind) -> Option<usize> {
    let tokens = &line.tokens;
    if let Some(found) = gazetteer::shipped().longest(tokens, at, line.style)
        && found.first == at
    {
        return Some(found.end + quarter(tokens, found.end));
    }
    let person = lexicon::shipped().first_name(&tokens[at].key) == Some(Sure::Yes);
    if person && kind == EntityKind::Organisation && at > 0 && is_preposition(&tokens[at - 1].key) {
        return None;
    }
    let mut end = at + 1;
    let person = |t: &Token| lexicon::shipped().first_name(&t.key) == Some(Sure::Yes);
    while end < tokens.len()
        && end < at + 4
        && tokens[end].near
        && tokens[end].is_nameish()
        && !(person(&tokens[end]) && portfolio(&tokens[at]))
    {
        end += 1;
    }
    Some(end)
}

/// Behind the small words that go on the name `from..end` of a body: `Rives vivantes`, `Mieux vivre à Gap`. A plural is
/// followed by plurals, anything by an adjective or an infinitive with its complement; the verb of the sentence is neither.
pub(super) fn slogan_end(tokens: &[Token], from: usize, end: usize) -> usize {
    let lexicon = lexicon::shipped();
    let small = |at: usize| tokens.get(at).filter(|t| t.near && t.shape == Shape::Lower).map_or("", |t| t.key.as_str());
    if !from.checked_sub(1).is_some_and(|head| lexicon.has(&tokens[head].key, Cue::HeadSlogan)) {
        return end;
    }
    // `Les Amis du port`: what begins with an article is a phrase.
    let article = matches!(&*tokens[from].key, "les" | "la" | "l" | "le");
    if article && matches!(small(end), "du" | "des" | "de") && small(end + 1).len() > 2 {
        return end + 2 + usize::from(small(end) == "de" && small(end + 1) == "la" && !small(end + 2).is_empty());
    }
    let (mut at, mut plural) = (end, tokens[end - 1].key.ends_with('s'));
    while let Some(key) = Some(small(at)).filter(|key| key.len() > 4 && !lexicon.is_ordinary(key) && !lexicon.has(key, Cue::Speech)) {
        let infinitive = at == end && ["er", "ir", "vre", "dre", "tre"].iter().any(|ending| key.ends_with(ending));
        if infinitive && matches!(small(at + 1), "a" | "en" | "au" | "dans" | "sans" | "ensemble") {
            return at + 2 + usize::from(tokens.get(at + 2).is_some_and(|t| t.near && t.is_word() && small(at + 1) != "ensemble"));
        }
        plural &= key.ends_with('s');
        if !(plural || infinitive || is_adjective(key) || ["ante", "anne"].iter().any(|ending| key.ends_with(ending))) {
            break;
        }
        at += 1;
    }
    at
}

/// True when what begins at `at` is the title of a work: `le film Les Misérables`, `la pièce « Antigone »`.
pub(super) fn is_title(tokens: &[Token], at: usize) -> bool {
    let marks = tokens[..at].iter().rev().take_while(|t| matches!(&*t.key, "«" | "\"" | "“")).count();
    let noun = |at: usize| lexicon::shipped().has(&tokens[at].key, Cue::Work) && tokens[at].shape == Shape::Lower;
    let Some(before) = at.checked_sub(1 + marks).filter(|_| tokens[at].near) else { return false };
    let slogan = before >= 2 && tokens[before].key == "ordre" && tokens[before - 1].key == "d" && tokens[before - 2].key == "mot";
    slogan || noun(before) || is_adjective(&tokens[before].key) && before.checked_sub(1).is_some_and(noun)
}

/// Behind a title that begins with its article inside a sentence: `Le Jardin des délices`. Of names, only those of newspapers
/// are made so, and these are told by their heads.
pub(super) fn title_end(tokens: &[Token], at: usize, end: usize) -> Option<usize> {
    let article = matches!(&*tokens[at].key, "le" | "la" | "les") && tokens[at].shape == Shape::Capital && !tokens[at].opens;
    let small = |at: usize| tokens.get(at).filter(|t| t.near && t.shape == Shape::Lower).map_or("", |t| t.key.as_str());
    let noun = end + 1 + usize::from(matches!(small(end + 1), "la" | "l" | "les"));
    let linked = matches!(small(end), "des" | "du" | "d" | "de") && small(noun).len() > 3;
    (article && end == at + 2 && linked && is_title_noun(&tokens[end - 1].key)).then_some(noun + 1)
}

/// No name of a person or place is a word that the lists hold for ordinary, or ends as abstract nouns do; others may be.
fn is_title_noun(key: &str) -> bool {
    const ENDINGS: [&str; 12] = ["eur", "ance", "ence", "tion", "ment", "age", "tude", "esse", "ites", "ettes", "in", "s"];
    lexicon::shipped().is_ordinary(key) || ENDINGS.iter().any(|ending| key.ends_with(ending))
}

fn portfolio(token: &Token) -> bool {
    lexicon::shipped().is_portfolio(&token.key)
}

/// Number of tokens of a point of the compass at `at`: `Afrique | de l’Ouest`, `Caroline | du Nord`.
pub(super) fn quarter(tokens: &[Token], at: usize) -> usize {
    let key = |ahead: usize| near_key(tokens, at + ahead);
    let compass = |ahead: usize| matches!(key(ahead), "nord" | "sud" | "est" | "ouest") && tokens[at + ahead].is_nameish();
    match key(0) {
        "du" if compass(1) => 2,
        "de" if key(1) == "l" && compass(2) => 3,
        _ => 0,
    }
}

/// `loi Macron`, `loi sur le renseignement`, `loi relative à la santé publique`.
fn law(line: &Line, first: usize) -> Option<Compound> {
    let tokens = &line.tokens;
    let key = |at: usize| tokens.get(at).map_or("", |t| t.key.as_str());
    let made = |end: usize| Some(Compound { first, end, kind: EntityKind::Law, weight: 3.0 });
    if tokens.get(first + 1).is_some_and(|t| t.near && t.is_nameish()) {
        return made(name_end(line, first + 1, EntityKind::Law)?);
    }
    let mut at = match key(first + 1) {
        "sur" | "pour" | "contre" => first + 2,
        "relative" => first + 3,
        _ => return None,
    };
    if !matches!(key(at), "la" | "le" | "l" | "les" | "au") {
        return None;
    }
    at += 1;
    tokens.get(at).filter(|t| t.is_word() && t.near)?;
    at += 1;
    let adjective = |at: usize| usize::from(tokens.get(at).is_some_and(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key)));
    at += adjective(at);
    // `loi sur le transfert des biens culturels`
    let of = matches!(key(at), "des" | "du" | "d" | "de") && tokens[at].near;
    let noun = at + 1 + usize::from(key(at) == "de" && matches!(key(at + 1), "la" | "l"));
    if of && tokens.get(noun).is_some_and(|t| t.near && t.shape == Shape::Lower && t.key.len() > 3) {
        at = noun + 1 + adjective(noun + 1);
    }
    made(at)
}

/// Expansions in `line` with their acronyms: (compound, token of the acronym), in order.
pub(super) fn expansions(line: &Line) -> Vec<(Compound, usize)> {
    let tokens = &line.tokens;
    let mut found = Vec::new();
    for at in 0..tokens.len().saturating_sub(1) {
        if tokens[at].shape != Shape::Upper || tokens[at].key.len() > 8 {
            continue;
        }
        if tokens[at + 1].key == "(" {
            found.extend(expansion_behind(tokens, at).map(|compound| (compound, at)));
        }
        if at == 0 || tokens[at - 1].key != "(" || tokens[at + 1].key != ")" {
            continue;
        }
        // `Institut national de géophysique (INGV)`: the last letter may stand for a word that was left out.
        let acronym = tokens[at].key.as_str();
        let shorter = acronym.char_indices().next_back().map(|(last, _)| &acronym[..last]).filter(|rest| rest.len() > 2);
        let first = expansion_start(tokens, at - 1, acronym).or_else(|| expansion_start(tokens, at - 1, shorter?));
        if let Some(first) = first {
            found.push((Compound { first, end: at - 1, kind: EntityKind::Organisation, weight: 2.5 }, at));
        }
    }
    found.order_by_key(|(compound, _): &(Compound, usize)| compound.first);
    found
}

/// `PNAT (parquet national antiterroriste)`: the acronym first. The brackets say where the name ends, so it is enough
/// that its letters come in order and that no word is without one.
fn expansion_behind(tokens: &[Token], acronym: usize) -> Option<Compound> {
    let first = acronym + 2;
    let end = (first..tokens.len().min(first + LONGEST + 4)).find(|at| tokens[*at].key == ")")?;
    let inside = &tokens[first..end];
    let words: Vec<_> = inside.iter().filter(|t| !SMALL.contains(&t.key.as_str())).collect();
    let mut text = words.iter().flat_map(|t| t.key.chars());
    let acronym = &tokens[acronym].key;
    let whole = (2..=acronym.chars().count()).contains(&words.len())
        && inside.iter().all(Token::is_word)
        && inside[0].key.chars().next() == acronym.chars().next()
        && acronym.chars().all(|letter| text.any(|c| c == letter))
        && words.iter().all(|t| t.key.chars().next().is_some_and(|c| acronym.contains(c)));
    whole.then_some(Compound { first, end, kind: EntityKind::Organisation, weight: 2.5 })
}

/// The token from which the first letters of the words before `end` spell `acronym`.
fn expansion_start(tokens: &[Token], end: usize, acronym: &str) -> Option<usize> {
    spelled(tokens, end, acronym, Small::Silent).or_else(|| spelled(tokens, end, acronym, Small::Heard))
}

/// Whether small words may have a letter of their own: `Agence de lutte contre le tabac (ALT)`, `Droit au logement (DAL)`.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Small {
    Silent,
    Heard,
}

fn spelled(tokens: &[Token], end: usize, acronym: &str, small: Small) -> Option<usize> {
    let mut letters: Vec<char> = acronym.chars().collect();
    let mut at = end;
    while let Some(&wanted) = letters.last() {
        at = at.checked_sub(1)?;
        let token = &tokens[at];
        if !token.is_word() || end - at > LONGEST + 4 {
            return None;
        }
        let is_small = token.shape == Shape::Lower && SMALL.contains(&token.key.as_str());
        if is_small && small == Small::Silent {
            continue;
        }
        let initials: Vec<char> = token.key.split(' ').filter_map(|part| part.chars().next()).collect();
        if letters.ends_with(&initials) {
            letters.truncate(letters.len() - initials.len());
        } else if initials.first() == Some(&wanted) {
            letters.pop();
        } else if !is_small {
            return None;
        }
    }
    (end - at > 1 && tokens[at].key.len() > 1).then_some(at)
}
