//! Descriptions that stand for somebody: `le ministre de l’Intérieur`, `le gouvernement`, `les géants du Web`.
//!
//! A function is tied to a person by apposition (`la maire de Gap, Jeanne Rey`). Elsewhere the description stands for
//! that person only while nobody else in the article, or for want of a holder there in the corpus, has the same
//! function: a missing link is better than a wrong one. Indefinite and plural descriptions of persons are left out.

use std::collections::{BTreeSet, HashMap, HashSet};

use super::EntityKind;
use super::anonymous::Unnamed;
use super::candidate::narrow;
use super::collective;
use super::evidence::is_adjective;
use super::function;
use super::headed::{Heads, Left, Seats};
use super::key::{Key, Keys};
use super::kin::Kin;
use super::lexicon::{self, Cue, Gender};
use super::link::Identity;
use super::named::Named;
use super::occasion::Occasions;
use super::recent::Recent;
use super::resolve::Resolved;
use super::setting::Settings;
use super::tokens::{self, Line, Shape, Token, near_key};
use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;

/// A description with what it stands for.
#[derive(Clone, Debug)]
pub(super) struct Nominal {
    pub document: DocumentId,
    pub span: Span,
    pub kind: EntityKind,
    pub identity: Identity,
    pub confidence: f32,
}

/// `le ministre français de l’Intérieur`: where it stands and its parts as keys.
#[derive(Clone, Debug)]
struct Phrase {
    document: DocumentId,
    span: Span,
    noun: Key,
    /// Nationality and other adjectives that tell holders apart.
    adjectives: BTreeSet<Key>,
    complement: Option<Key>,
    definite: bool,
    office: bool,
    /// Begins with a capital, as a title does.
    capital: bool,
    /// Stands between two commas, or a comma and the end of its sentence: an apposition, whatever else is said.
    closed: bool,
    determiner: Determiner,
    /// What `le` or `une` tells of who is meant.
    gender: Option<Gender>,
    /// Stands in a sentence in which somebody speaks.
    spoken: bool,
}

/// What stands before a description.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Determiner {
    None,
    Definite,
    /// `du`, `au`.
    Contracted,
    /// `son`: of somebody else.
    Possessive,
    /// `une`: of somebody who comes first here.
    Indefinite,
    /// `les`, `des`: of several.
    Plural,
}

impl Determiner {
    fn of(key: &str) -> (Self, Option<Gender>) {
        let gender = match key {
            "le" | "ce" | "cet" | "du" | "au" | "un" => Some(Gender::Masculine),
            "la" | "cette" | "une" => Some(Gender::Feminine),
            _ => None,
        };
        let determiner = match key {
            "du" | "au" => Self::Contracted,
            "un" | "une" | "a" | "an" => Self::Indefinite,
            "les" | "des" | "ces" | "ses" => Self::Plural,
            "son" | "sa" | "leur" | "his" | "her" | "their" => Self::Possessive,
            _ if is_definite(key) => Self::Definite,
            _ => Self::None,
        };
        (determiner, gender)
    }
}

/// The words of a phrase in its sentence, with determiner.
#[derive(Clone, Copy, Debug)]
struct Extent {
    first: usize,
    end: usize,
}

struct Holder {
    document: DocumentId,
    noun: Key,
    adjectives: BTreeSet<Key>,
    complement: Option<Key>,
    identity: Identity,
}

/// All descriptions, in order, and persons without a name. `names` and `identities` go together, article by article, in order. The sentences are read again,
/// by `keys`, because those of all articles would be most of the memory that an analysis takes. `progress` is told how many
/// articles are done, their first half before.
pub(super) fn nominals<'a>(
    corpus: &'a Corpus,
    keys: &mut Keys<'a>,
    (names, identities, kin): (&[Vec<Resolved>], &[Vec<Identity>], &Kin),
    progress: &mut dyn FnMut(u32),
) -> (Vec<Nominal>, Vec<Nominal>) {
    let mut met = Descriptions::default();
    let seats = Seats::of(names, identities);
    let n_documents = narrow(corpus.documents.len());
    for ((document, n_read), (names, identities)) in corpus.documents.iter().zip(0..).zip(names.iter().zip(identities)) {
        met.read(tokens::lines(document, keys), (names, identities), &seats);
        progress((n_documents + n_read).div_ceil(2));
    }
    let held = Held::of(&met.functions, kin);
    let mut found: Vec<Nominal> = Vec::new();
    for functions in met.functions.chunk_by(|(a, _), (b, _)| a.document == b.document) {
        let here = identities[functions[0].0.document.index()].iter().collect();
        found.extend(functions.iter().filter_map(|(phrase, apposed)| held.stands_for(phrase, apposed, &here)));
    }
    // `cette avocate` is first the only advocate of the article.
    let taken: HashSet<(DocumentId, u32)> = found.iter().map(|n| (n.document, n.span.start)).collect();
    found.extend(met.recent.into_iter().filter(|n| !taken.contains(&(n.document, n.span.start))));
    found.extend(met.bodies);
    found.extend(met.heads);
    found.extend(met.left.read(kin));
    found.order_by_key(|n| (n.document, n.span.start, std::cmp::Reverse(n.span.end)));
    // Whoever is known by another word is not without a name.
    let taken: HashSet<(DocumentId, u32)> = found.iter().map(|n| (n.document, n.span.start)).collect();
    met.unnamed.retain(|n| !taken.contains(&(n.document, n.span.start)));
    (found, met.unnamed)
}

/// Descriptions of all articles.
#[derive(Default)]
struct Descriptions {
    /// Functions of persons, with whom one stands beside.
    functions: Vec<(Phrase, Option<Identity>)>,
    bodies: Vec<Nominal>,
    heads: Vec<Nominal>,
    occasions: Occasions,
    /// By age, sex, origin or a pointing word.
    recent: Vec<Nominal>,
    /// What no name of its article fits, and whom each article's nouns stand for.
    left: Left,
    /// Of persons without a name.
    unnamed: Vec<Nominal>,
}

impl Descriptions {
    /// Adds those of one article; `names` and `identities` are those of the article.
    fn read(&mut self, lines: impl Iterator<Item = Line>, (names, identities): (&[Resolved], &[Identity]), seats: &Seats) {
        let (mut heads, mut places) = (Heads::of(names, identities), Settings::of(names, identities));
        let (mut from, mut labels, mut recent, mut unnamed) = (0, None, Recent::default(), Unnamed::default());
        for (line, place) in lines.zip(0..) {
            let to = from + names[from..].partition_point(|name| name.surface.line <= place);
            let named = Named::of(&line, &names[from..to], &identities[from..to]);
            for (phrase, extent) in phrases(&line, &named) {
                let apposed = named.beside(&phrase, extent, &line);
                self.functions.push((phrase, apposed));
            }
            self.bodies.extend(collective::bodies(&line, &mut labels));
            self.bodies.extend(collective::places(&line, &named));
            self.bodies.extend(self.occasions.read(&line, &named));
            self.recent.extend(recent.read(place, &line, &named));
            self.unnamed.extend(unnamed.read(&line, &named));
            heads.introduce(&line, &names[from..to], &identities[from..to]);
            places.introduce(&line, &names[from..to], &identities[from..to]);
            let seen = self.heads.len();
            self.heads.extend(heads.read(&line, &named, seats, &mut self.left));
            self.heads.extend(places.read(&line, &named, &mut self.left));
            debug_assert!(self.heads[seen..].iter().all(|n| n.document == line.document));
            from = to;
        }
        if let Some(document) = names.first().map(|name| name.surface.document) {
            self.left.holds(document, heads.into_nouns().chain(places.into_nouns()));
        }
    }
}

pub(super) fn nominal(line: &Line, first: usize, end: usize, kind: EntityKind, identity: Identity, confidence: f32) -> Nominal {
    let span = line.tokens[first].span.cover(line.tokens[end - 1].span);
    Nominal { document: line.document, span, kind, identity, confidence }
}

impl Named<'_> {
    /// True when the name that begins at `at`, title included, ends before a comma or bracket: `une passagère, Jeanne Rey, dit`.
    fn is_closed(&self, tokens: &[Token], at: usize) -> bool {
        self.behind(at).and_then(|end| tokens.get(end)).is_some_and(|t| t.key == "," || t.key == "(")
    }

    /// The person whose name stands right behind the phrase, or before it with a comma between.
    fn beside(&self, phrase: &Phrase, extent: Extent, line: &Line) -> Option<Identity> {
        let tokens = &line.tokens;
        let comma = |at: usize| tokens.get(at).is_some_and(|t| t.key == ",");
        let end = behind_bracket(tokens, extent.end);
        let mut behind = end + usize::from(comma(end));
        // `le ministre de l’Intérieur, le général Paul Mas`: a title of its own stands between.
        if behind > end && tokens.get(behind).is_some_and(|t| is_definite(&t.key)) {
            let title = |at: usize| tokens.get(at).is_some_and(|t| t.near && lexicon::shipped().has(&t.key, Cue::Function));
            behind += if title(behind + 1) { 2 } else { 0 };
        }
        let after = self.tokens.get(behind).and_then(|marks| marks.starts);
        // `Le maire, M. Roy, a dit` but not `selon le ministre, Jeanne Rey et Paul Mas sont partis`.
        let introduces =
            || phrase.determiner == Determiner::Possessive || phrase.determiner == Determiner::Indefinite && self.is_closed(tokens, behind);
        if let Some(identity) = after.filter(|_| phrase.definite || behind == end || introduces()) {
            return Some(identity.clone());
        }
        let mut before = extent.first.checked_sub(2).filter(|_| comma(extent.first - 1)).or_else(|| second_of_two(tokens, extent.first))?;
        // `Paul Mas, 44 ans, technicien de maintenance`
        if tokens[before].key == "ans" && before > 2 && tokens[before - 1].shape == Shape::Number && comma(before - 2) {
            before -= 3;
        }
        let appositive = phrase.complement.is_some() || !phrase.definite || phrase.closed && !goes_on(tokens, extent.end);
        self.tokens.get(before).and_then(|marks| marks.ends).filter(|_| appositive).cloned()
    }
}

/// True when what stands behind the comma at `at` may go on a list: `Jeanne Rey, le maire, le préfet et Paul Mas`.
fn goes_on(tokens: &[Token], at: usize) -> bool {
    let next = tokens.get(at + 1).filter(|_| tokens.get(at).is_some_and(|t| t.key == ","));
    next.is_some_and(|t| {
        t.is_nameish() || Determiner::of(&t.key).0 != Determiner::None || matches!(&*t.key, "et" | "ou" | "ainsi" | "d" | "and")
    })
}

/// Behind a short bracket that stands at `at`, as that of a party in `le maire (PS) de Gap`, else `at`.
fn behind_bracket(tokens: &[Token], at: usize) -> usize {
    const LONGEST: usize = 5;
    let opens = tokens.get(at).is_some_and(|t| t.key == "(");
    let close = (at + 1..=at + LONGEST).find(|close| tokens.get(*close).is_none_or(|t| t.key == ")"));
    close.filter(|close| opens && *close < tokens.len()).map_or(at, |close| close + 1)
}

/// `Jeanne Rey, médecin et maire de Gap`: where the name ends, for the description that begins at `first`.
fn second_of_two(tokens: &[Token], first: usize) -> Option<usize> {
    const LONGEST: usize = 4;
    let and = first.checked_sub(1).filter(|at| tokens[*at].key == "et" || tokens[*at].key == "and")?;
    let comma = (and.saturating_sub(LONGEST + 1)..and).rev().find(|at| tokens[*at].key == ",")?;
    let plain = |t: &Token| t.shape == Shape::Lower && !is_definite(&t.key) || t.key == "-";
    (comma + 1 < and && tokens[comma + 1..and].iter().all(plain)).then(|| comma.checked_sub(1)).flatten()
}

pub(super) fn is_definite(key: &str) -> bool {
    matches!(key, "le" | "la" | "l" | "ce" | "cet" | "cette" | "the")
}

/// Descriptions of persons by their function in one sentence.
fn phrases(line: &Line, named: &Named) -> Vec<(Phrase, Extent)> {
    let lexicon = lexicon::shipped();
    let tokens = &line.tokens;
    let mut found = Vec::new();
    let spoken = tokens.iter().any(|t| t.shape == Shape::Lower && lexicon.says(&t.key));
    let mut at = 0;
    while at < tokens.len() {
        let begins = lexicon.begins_cue(&tokens[at].key);
        let length = (1..=4).rev().find(|n| {
            let Some(words) = tokens.get(at..at + n).filter(|_| *n == 1 || begins) else { return false };
            let cues = match words {
                [word] => lexicon.cues(&word.key),
                words => lexicon.cues(&words.iter().map(|t| t.key.as_str()).collect::<Vec<_>>().join(" ")),
            };
            let profession = cues.has(Cue::Profession) && words[0].shape == Shape::Lower;
            words.iter().all(Token::is_word) && (cues.has(Cue::Office) || cues.has(Cue::Function) || profession)
        });
        let Some(length) =
            length.filter(|_| tokens[at].is_word() && !named.is_name(at) && !(at > 0 && tokens[at - 1].key == "-" && tokens[at].near))
        else {
            at += 1;
            continue;
        };
        let (mut phrase, mut extent) = phrase(line, at, length);
        // `la porte-parole de la Commission européenne`: a description holds its names whole.
        extent.end = named.name_end(extent.end - 1).unwrap_or(0).max(extent.end);
        // `la députée PS | du Nord`
        if tokens.get(extent.end).is_some_and(|t| t.near && t.shape == Shape::Upper) {
            extent.end = named.name_end(extent.end).unwrap_or(extent.end);
            if let Some((end, head)) = complement(tokens, extent.end).filter(|_| phrase.complement.is_none()) {
                phrase.complement = Some(head);
                extent.end = named.name_end(end - 1).unwrap_or(0).max(end);
            }
        }
        extent.end = seat(&phrase, extent.end, tokens, named).unwrap_or(extent.end);
        extent.end = further(&phrase, extent.end, tokens, named);
        let inner = extent_of_inner(&phrase, at + length, &mut extent, tokens, named);
        let mark = |at: usize| tokens.get(at).is_none_or(|t| matches!(&*t.key, "," | "." | ")" | ";" | "»" | "\"" | "”"));
        phrase.closed = extent.first.checked_sub(1).is_some_and(|at| tokens[at].key == ",") && mark(extent.end);
        phrase.spoken = spoken;
        phrase.span = tokens[extent.first].span.cover(tokens[extent.end - 1].span);
        at = inner.unwrap_or(extent.end);
        if named.name_end(extent.first).is_none() {
            found.push((phrase, extent));
        }
    }
    found
}

/// `le consul du Chili à Lyon`, but not `le ministre de l’Intérieur à Lyon`, who is only there: where the name of the place ends.
fn seat(phrase: &Phrase, end: usize, tokens: &[Token], named: &Named) -> Option<usize> {
    if !function::is_seated(&phrase.noun) || !matches!(near_key(tokens, end), "a" | "au" | "en") {
        return None;
    }
    let at = end + 1;
    tokens.get(at).filter(|t| t.near)?;
    let behind_article = named.name_end(at + 1).filter(|_| matches!(near_key(tokens, at), "la" | "l"));
    behind_article.or_else(|| named.name_end(at))
}

/// `le beau-frère de la gardienne Jeanne Rey`: the name is that of whom the complement describes, so the description holds it, and
/// what is within it is read from the place that is given back; nothing when the complement describes nobody or a comma parts the name
/// from both.
fn extent_of_inner(phrase: &Phrase, behind_noun: usize, extent: &mut Extent, tokens: &[Token], named: &Named) -> Option<usize> {
    let head = phrase.complement.as_ref()?;
    let cues = lexicon::shipped().cues(head);
    if !(cues.has(Cue::Function) || cues.has(Cue::Profession)) || lexicon::shipped().is_portfolio(head) {
        return None;
    }
    let starts = |at: usize| named.tokens.get(at).is_some_and(|marks| marks.starts.is_some());
    if starts(extent.end) {
        extent.end = named.behind(extent.end)?;
    } else if tokens.get(extent.end).is_some_and(|t| t.key == ",") && starts(extent.end + 1) {
        return None;
    }
    Some(behind_noun)
}

/// Behind what goes on a complement: `le président du club | de la ville de Gap`; but not `… de partir`.
fn further(phrase: &Phrase, mut end: usize, tokens: &[Token], named: &Named) -> usize {
    const MOST: usize = 2;
    let near = |at: usize| near_key(tokens, at);
    for _ in 0..if phrase.complement.is_some() { MOST } else { 0 } {
        if !matches!(near(end), "de" | "du" | "des" | "d" | "of") {
            break;
        }
        let mut noun = end + 1;
        while matches!(near(noun), "la" | "le" | "l" | "les" | "un" | "une" | "the") {
            noun += 1;
        }
        let Some(head) = tokens.get(noun).filter(|t| t.near && t.is_word()) else { break };
        let infinitive =
            head.shape == Shape::Lower && noun == end + 1 && ["er", "ir", "re"].iter().any(|ending| head.key.ends_with(ending));
        if infinitive {
            break;
        }
        end = named.name_end(noun).unwrap_or(noun + 1);
        while tokens.get(end).is_some_and(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key)) {
            end += 1;
        }
    }
    end
}

fn phrase(line: &Line, at: usize, length: usize) -> (Phrase, Extent) {
    let lexicon = lexicon::shipped();
    let tokens = &line.tokens;
    let noun = match &tokens[at..at + length] {
        [word] => word.key.clone(),
        words => words.iter().map(|t| t.key.as_str()).collect::<Vec<_>>().join(" ").into(),
    };
    // `l’ancien ministre`: what tells the holder of before from today’s.
    let former = at.checked_sub(1).filter(|d| tokens[at].near && BEFORE.contains(&&*tokens[*d].key));
    let determiner = former.unwrap_or(at).checked_sub(1);
    let (kind, gender) = determiner.map_or((Determiner::None, None), |d| Determiner::of(&tokens[d].key));
    let own = matches!(kind, Determiner::Definite | Determiner::Possessive);
    let mut extent = Extent { first: determiner.filter(|_| own).or(former).unwrap_or(at), end: at + length };
    let mut found = Phrase {
        document: line.document,
        span: tokens[at].span,
        adjectives: former.iter().map(|at| tokens[*at].key.clone()).collect(),
        complement: None,
        definite: matches!(kind, Determiner::Definite | Determiner::Contracted),
        office: lexicon.has(&noun, Cue::Office),
        capital: tokens[extent.first].is_nameish(),
        closed: false,
        determiner: kind,
        gender,
        spoken: false,
        noun,
    };
    while let Some(token) = tokens.get(extent.end).filter(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key)) {
        found.adjectives.insert(token.key.clone());
        extent.end += 1;
    }
    // `le maire (PS) de Gap`
    let bracketed = behind_bracket(tokens, extent.end);
    let at_work = |end| (!lexicon.has(&found.noun, Cue::Office)).then(|| workplace(tokens, end)).flatten();
    if let Some((end, head)) = complement(tokens, bracketed).or_else(|| at_work(extent.end)) {
        found.complement = Some(head);
        extent.end = end;
        // `le procureur de la République de Gap` is `le procureur de Gap`: every prosecutor is the Republic's.
        if found.noun.starts_with("procureur") && found.complement.as_ref().is_some_and(|held| *held == "republique") {
            let of = complement(tokens, end);
            extent.end = of.as_ref().map_or(end, |(end, _)| *end);
            found.complement = of.map(|(_, town)| town);
        }
    }
    while let Some(token) = tokens.get(extent.end).filter(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key)) {
        found.adjectives.insert(token.key.clone());
        extent.end += 1;
    }
    (found, extent)
}

/// Adjectives before the noun.
const BEFORE: [&str; 12] =
    ["ancien", "ancienne", "futur", "future", "nouveau", "nouvel", "nouvelle", "actuel", "actuelle", "jeune", "former", "new"];

/// What one speaks with, behind `d’une`.
const MANNERS: [&str; 12] = ["voix", "ton", "air", "geste", "trait", "main", "mot", "sourire", "souffle", "oeil", "phrase", "traite"];

/// `de l’Intérieur`, `de la Ville de Lyon`, `au numérique`: its end, and its head as a key.
fn complement(tokens: &[Token], at: usize) -> Option<(usize, Key)> {
    let key = |at: usize| near_key(tokens, at);
    if !matches!(key(at), "de" | "du" | "des" | "d" | "a" | "au" | "aux" | "of" | "charge" | "chargee") {
        return None;
    }
    let mut noun = at + 1;
    while matches!(
        key(noun),
        "la" | "le"
            | "l"
            | "les"
            | "the"
            | "de"
            | "du"
            | "des"
            | "d"
            | "un"
            | "une"
            | "ce"
            | "cet"
            | "cette"
            | "son"
            | "sa"
            | "ses"
            | "leur"
    ) {
        noun += 1;
    }
    let head = tokens.get(noun).filter(|t| t.near && t.is_word())?;
    // `dit le colonel d’une voix blanche`: how, and not whose.
    if matches!(key(at + 1), "un" | "une") && MANNERS.contains(&&*head.key) {
        return None;
    }
    // `a` is also the verb `a déclaré`; a complement behind it is a noun with its article or a capital.
    if key(at) == "a" && (noun == at + 1 && !head.is_nameish() || noun > at + 1 && key(at + 1) == "de") {
        return None;
    }
    if matches!(key(at), "au" | "aux" | "a") && !lexicon::shipped().is_portfolio(&head.key) {
        return None;
    }
    let mut end = noun + 1;
    if head.is_nameish() && !lexicon::shipped().is_portfolio(&head.key) {
        while tokens.get(end).is_some_and(|t| t.near && t.shape == Shape::Capital && lexicon::shipped().first_name(&t.key).is_none()) {
            end += 1;
        }
    } else {
        while tokens.get(end).is_some_and(|t| t.near && t.shape == Shape::Lower && (is_adjective(&t.key) || t.key.starts_with("etranger")))
        {
            end += 1;
        }
    }
    Some((end, head.key.clone()))
}

/// `à la découpe`, `au CHU`, `aux urgences`: where somebody works, behind what he does.
fn workplace(tokens: &[Token], at: usize) -> Option<(usize, Key)> {
    let key = |at: usize| near_key(tokens, at);
    let noun = match key(at) {
        "au" | "aux" => at + 1,
        "a" if matches!(key(at + 1), "la" | "l") => at + 2,
        // `infirmière à Brest`
        "a" if tokens.get(at + 1).is_some_and(|t| t.near && t.shape == Shape::Capital) => at + 1,
        _ => return None,
    };
    let head = tokens.get(noun).filter(|t| t.near && t.is_word())?;
    Some((noun + 1, head.key.clone()))
}

fn holders(described: &[(Phrase, Option<Identity>)]) -> HashMap<Key, Vec<Holder>> {
    let mut holders: HashMap<Key, Vec<Holder>> = HashMap::new();
    for (phrase, identity) in described {
        let Some(identity) = identity.clone() else { continue };
        // `l’élu` is the mayor of whom the article spoke, `la chercheuse` its historian.
        for noun in function::general(&phrase.noun, &identity).chain((!phrase.office).then_some(&*phrase.noun)) {
            // A club has a president too, and he is no head of state.
            if function::is_of_state(noun) && phrase.complement.as_ref().is_some_and(|of| *of != "republique") {
                continue;
            }
            if function::is_of_justice(noun)
                && phrase.noun.starts_with("president")
                && !phrase.complement.as_ref().is_none_or(|of| function::is_court(of))
            {
                continue;
            }
            let Phrase { document, adjectives, .. } = phrase.clone();
            let adjectives = if phrase.noun == noun { adjectives } else { BTreeSet::new() };
            let (noun, identity): (Key, _) = (noun.into(), identity.clone());
            let known = holders.entry(noun.clone()).or_default();
            if !known.iter().rev().take(MEMORY).any(|h| h.document == document && h.identity == identity && h.adjectives == adjectives) {
                let complement = phrase.complement.clone().filter(|_| phrase.noun == noun);
                // `le patron de Gaz de Gap` is its chairman, and `le patron` too where there is no other.
                if let Some(of) = phrase.complement.clone().filter(|_| complement.is_none() && function::heads_a_firm(&noun)) {
                    known.push(Holder {
                        document,
                        noun: noun.clone(),
                        adjectives: adjectives.clone(),
                        complement: Some(of),
                        identity: identity.clone(),
                    });
                }
                known.push(Holder { document, noun, adjectives, complement, identity });
            }
        }
        if !phrase.office {
            continue;
        }
        let known = holders.entry(phrase.noun.clone()).or_default();
        let document = phrase.document;
        let again = |h: &&mut Holder| {
            h.document == document && h.identity == identity && (h.complement == phrase.complement || h.complement.is_none())
        };
        if let Some(holder) = known.iter_mut().rev().take(MEMORY).find(again) {
            holder.adjectives.extend(phrase.adjectives.iter().cloned());
            holder.complement = phrase.complement.clone();
        } else {
            let Phrase { noun, adjectives, complement, .. } = phrase.clone();
            known.push(Holder { document, noun, adjectives, complement, identity });
        }
    }
    holders
}

/// How many holders of one function are looked at for one description: bounds the work on long corpora.
const MEMORY: usize = 64;

/// Who holds what, in all articles.
struct Held<'a> {
    kin: &'a Kin,
    holders: HashMap<Key, Vec<Holder>>,
    /// Functions of which an article knows another holder, whom it does not name: `un commandant`, `le chef des rebelles`.
    nameless: HashSet<(DocumentId, Key)>,
}

impl<'a> Held<'a> {
    fn of(described: &[(Phrase, Option<Identity>)], kin: &'a Kin) -> Self {
        let mut held = Self { kin, holders: holders(described), nameless: HashSet::new() };
        for (phrase, _) in described.iter().filter(|(_, apposed)| apposed.is_none()) {
            let other = phrase.determiner == Determiner::Indefinite
                || phrase.complement.is_some() && !held.here(phrase).iter().take(MEMORY).any(|h| h.complement == phrase.complement);
            if other {
                held.nameless.insert((phrase.document, phrase.noun.clone()));
            }
        }
        held
    }

    /// Those who hold what `phrase` says in its article.
    fn here(&self, phrase: &Phrase) -> &[Holder] {
        let known = self.holders.get(&phrase.noun).map_or(&[][..], Vec::as_slice);
        let start = known.partition_point(|h| h.document < phrase.document);
        let end = known.partition_point(|h| h.document <= phrase.document);
        &known[start..end]
    }

    /// The description with whom it stands for, if that is known; `here` are those who are named in its article.
    fn stands_for(&self, phrase: &Phrase, apposed: &Option<Identity>, here: &HashSet<&Identity>) -> Option<Nominal> {
        let sure = apposed.is_some();
        let told = phrase.complement.is_some() || !phrase.adjectives.is_empty() || phrase.capital || phrase.closed;
        let identifies = told || phrase.definite || matches!(phrase.determiner, Determiner::Possessive | Determiner::Indefinite);
        let identity = apposed.clone().filter(|_| identifies).or_else(|| self.holder(phrase, here)).or_else(|| self.whoever(phrase));
        let identity = identity.filter(|_| phrase.definite || sure)?;
        let Phrase { document, span, .. } = *phrase;
        Some(Nominal { document, span, kind: EntityKind::Person, identity, confidence: if sure { 0.9 } else { 0.7 } })
    }

    /// `La ministre des Transports a salué …`, whom no article names: whoever holds that office.
    fn whoever(&self, phrase: &Phrase) -> Option<Identity> {
        let of = phrase.complement.as_ref().filter(|_| phrase.office && phrase.spoken && phrase.definite)?;
        // Who is called mayor, and of what nobody says, may be this one.
        let may_be = |h: &Holder| match &h.complement {
            Some(other) => other == of,
            None => self.kin.akin(h.document, phrase.document),
        };
        let held = self.holders.get(&phrase.noun).is_some_and(|known| known.iter().take(MEMORY).any(may_be));
        (!held).then(|| Identity::Named(EntityKind::Person, format!("{} {of}", phrase.noun).into()))
    }

    /// Who is meant by a description without a name beside it.
    fn holder(&self, phrase: &Phrase, here: &HashSet<&Identity>) -> Option<Identity> {
        if !phrase.definite {
            return None;
        }
        let known = self.holders.get(&phrase.noun)?;
        let local = self.here(phrase);
        if !local.is_empty() {
            return only(local.iter().take(MEMORY).filter(|h| h.fits(phrase))).or_else(|| self.bare(phrase, local));
        }
        // `l’entraîneur` is the one whom another article introduced so, if this one names him.
        let own = !function::is_one_of_many(&phrase.noun);
        let named = known.iter().take(MEMORY).filter(|h| own && here.contains(&h.identity) && phrase.may_be(&h.identity));
        let named = only(named.clone().filter(|h| h.fits(phrase))).or_else(|| self.bare(phrase, named));
        // Any article has its lawyer and its elected; whoever holds an office holds it in all, and whoever heads a firm that is named.
        let unnamed = phrase.office || phrase.complement.is_some() && function::heads_a_firm(&phrase.noun);
        let named = named.or_else(|| only(known.iter().take(MEMORY).filter(|h| unnamed && h.fits(phrase))));
        // `le commandant` is the one whom an article about the same things names.
        let akin = || {
            let several = function::is_of_several(&phrase.noun);
            let near = |h: &&Holder| !several || here.contains(&h.identity);
            let holders = known.iter().take(MEMORY).filter(near).filter(|h| phrase.may_be(&h.identity));
            let holders = holders.filter(|h| self.kin.akin(h.document, phrase.document));
            only(holders.clone().filter(|h| h.fits(phrase))).or_else(|| self.bare(phrase, holders))
        };
        named.or_else(akin)
    }

    /// `la gardienne`, with nothing else: the only one of `holders`, whatever she was said to be the keeper of.
    fn bare<'b>(&self, phrase: &Phrase, holders: impl IntoIterator<Item = &'b Holder>) -> Option<Identity> {
        let bare = phrase.complement.is_none() && phrase.adjectives.is_empty() && !function::is_vague(&phrase.noun);
        if !bare || self.nameless.contains(&(phrase.document, phrase.noun.clone())) {
            return None;
        }
        only(holders.into_iter().take(MEMORY)).filter(|identity| phrase.may_be(identity))
    }
}

impl Phrase {
    /// False when determiner and first name speak of different sexes.
    fn may_be(&self, identity: &Identity) -> bool {
        let Identity::Person(given, _) = identity else { return true };
        let lexicon = lexicon::shipped();
        lexicon.first_name(given).is_none() || self.gender.is_none_or(|gender| lexicon.gender(given) == gender)
    }
}

/// The one person of all `holders`.
fn only<'a>(holders: impl Iterator<Item = &'a Holder>) -> Option<Identity> {
    let mut one: Option<&Identity> = None;
    for holder in holders {
        if one.is_some_and(|identity| *identity != holder.identity) {
            return None;
        }
        one = Some(&holder.identity);
    }
    one.cloned()
}

impl Holder {
    fn fits(&self, phrase: &Phrase) -> bool {
        debug_assert_eq!(self.noun, phrase.noun);
        let complement = match (&self.complement, &phrase.complement) {
            (Some(held), Some(said)) => held == said,
            (None, Some(_)) => false,
            // `le chef` is no more the head of the opposition than any other.
            (Some(_), None) => phrase.office,
            (None, None) => true,
        };
        // An adjective that the holder was never given may tell him from another; `français` is what goes without saying.
        let unsaid = |adjective: &Key| *adjective == "francais" || *adjective == "francaise" || self.adjectives.contains(adjective);
        complement && phrase.adjectives.iter().all(unsaid)
    }
}
