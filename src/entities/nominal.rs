//! Descriptions that stand for somebody: `le ministre de l’Intérieur`, `le gouvernement`, `les géants du Web`.
//!
//! A function is tied to a person by apposition (`la maire de Gap, Jeanne Rey`). Elsewhere the description stands for
//! that person only while nobody else in the article, or for want of a holder there in the corpus, has the same
//! function: a missing link is better than a wrong one. Indefinite and plural descriptions of persons are left out.

use std::collections::{BTreeSet, HashMap};

use super::EntityKind;
use super::collective;
use super::evidence::is_adjective;
use super::key::Key;
use super::lexicon::{self, Cue};
use super::link::Identity;
use super::named::Named;
use super::resolve::Resolved;
use super::tokens::{Line, Shape, Token};
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

/// `le ministre français de l’Intérieur`: tokens with and without determiner, and its parts as keys.
#[derive(Clone, Debug)]
struct Phrase {
    line: usize,
    first: usize,
    end: usize,
    noun: Key,
    /// Nationality and other adjectives that tell holders apart.
    adjectives: BTreeSet<Key>,
    complement: Option<Key>,
    definite: bool,
    office: bool,
}

struct Holder {
    document: DocumentId,
    noun: Key,
    adjectives: BTreeSet<Key>,
    complement: Option<Key>,
    identity: Identity,
}

/// All descriptions, in order. `names` and `identities` go together, in order. `progress` is told how many articles are done,
/// their first half before.
pub(super) fn nominals(lines: &[Line], names: &[Resolved], identities: &[Identity], progress: &mut dyn FnMut(u32)) -> Vec<Nominal> {
    let n_documents = lines.last().map_or(0, |line| line.document.0 + 1);
    let mut met = Descriptions::default();
    let (mut first, mut from) = (0, 0);
    for of_document in lines.chunk_by(|x, y| x.document == y.document) {
        let document = of_document[0].document;
        let to = from + names[from..].partition_point(|name| name.candidate.document <= document);
        met.read(of_document, first, &names[from..to], &identities[from..to]);
        (first, from) = (first + of_document.len(), to);
        progress((n_documents + document.0).div_ceil(2));
    }
    let holders = holders(lines, &met.functions);
    let stands_for = |(phrase, apposed): &(Phrase, Option<Identity>)| stands_for(phrase, apposed, lines, &holders);
    let mut found: Vec<Nominal> = met.functions.iter().filter_map(stands_for).collect();
    found.extend(met.bodies);
    found.extend(met.heads);
    found.order_by_key(|n| (n.document, n.span.start, std::cmp::Reverse(n.span.end)));
    found
}

/// Descriptions of all articles.
#[derive(Default)]
struct Descriptions {
    /// Functions of persons, with whom one stands beside.
    functions: Vec<(Phrase, Option<Identity>)>,
    bodies: Vec<Nominal>,
    heads: Vec<Nominal>,
}

impl Descriptions {
    /// Adds those of one article, whose lines begin at place `first` of all; `names` and `identities` are those of the article.
    fn read(&mut self, lines: &[Line], first: usize, names: &[Resolved], identities: &[Identity]) {
        let heads = heads(names, identities);
        let mut from = 0;
        for (line, place) in lines.iter().zip(first..) {
            let to = from + names[from..].partition_point(|name| name.candidate.line <= place);
            let named = Named::of(line, &names[from..to], &identities[from..to]);
            from = to;
            for phrase in phrases(line, place, &named) {
                let apposed = named.beside(&phrase, line);
                self.functions.push((phrase, apposed));
            }
            self.bodies.extend(collective::bodies(line));
            self.heads.extend(named.headed(line, &heads));
        }
    }
}

/// The description with whom it stands for, if that is known.
fn stands_for(phrase: &Phrase, apposed: &Option<Identity>, lines: &[Line], holders: &HashMap<Key, Vec<Holder>>) -> Option<Nominal> {
    let line = &lines[phrase.line];
    let sure = apposed.is_some();
    let identifies =
        phrase.definite || phrase.complement.is_some() || !phrase.adjectives.is_empty() || line.tokens[phrase.first].is_nameish();
    let identity = apposed.clone().filter(|_| identifies).or_else(|| held(holders, phrase, line.document));
    let identity = identity.filter(|_| phrase.definite || sure)?;
    Some(nominal(line, phrase.first, phrase.end, EntityKind::Person, identity, if sure { 0.9 } else { 0.7 }))
}

pub(super) fn nominal(line: &Line, first: usize, end: usize, kind: EntityKind, identity: Identity, confidence: f32) -> Nominal {
    let span = line.tokens[first].span.cover(line.tokens[end - 1].span);
    Nominal { document: line.document, span, kind, identity, confidence }
}

/// Head noun of an organisation to the only one in the article that has it: `le ministère`.
type Heads<'a> = HashMap<&'a str, Option<&'a Identity>>;

fn heads<'a>(names: &'a [Resolved], identities: &'a [Identity]) -> Heads<'a> {
    let mut heads = Heads::new();
    for (name, identity) in names.iter().zip(identities) {
        if name.kind == EntityKind::Organisation && name.candidate.parts.len() > 1 {
            let held = heads.entry(&*name.candidate.parts[0]).or_insert(Some(identity));
            if *held != Some(identity) {
                *held = None;
            }
        }
    }
    heads
}

impl Named<'_> {
    /// `le ministère`, `l’université`: a head noun with nothing behind it, for the only organisation here that has it.
    fn headed(&self, line: &Line, heads: &Heads) -> Vec<Nominal> {
        let tokens = &line.tokens;
        let mut found = Vec::new();
        for at in (1..tokens.len()).filter(|_| !heads.is_empty()) {
            let token = &tokens[at];
            if token.shape != Shape::Lower || !lexicon::shipped().has(&token.key, Cue::HeadOrganisation) || self.is_name(at) {
                continue;
            }
            let before = &*tokens[at - 1].key;
            let specified =
                tokens.get(at + 1).is_some_and(|t| t.near && (is_adjective(&t.key) || matches!(&*t.key, "de" | "d" | "du" | "des")));
            let Some(Some(identity)) = heads.get(token.key.as_str()).filter(|_| !specified) else { continue };
            if is_definite(before) || matches!(before, "du" | "au") {
                let first = if is_definite(before) { at - 1 } else { at };
                found.push(nominal(line, first, at + 1, EntityKind::Organisation, (*identity).clone(), 0.6));
            }
        }
        found
    }

    /// The person whose name stands right behind the phrase, or before it with a comma between.
    fn beside(&self, phrase: &Phrase, line: &Line) -> Option<Identity> {
        let tokens = &line.tokens;
        let comma = |at: usize| tokens.get(at).is_some_and(|t| t.key == ",");
        let behind = phrase.end + usize::from(comma(phrase.end));
        let after = self.tokens.get(behind).and_then(|marks| marks.starts);
        // `Le maire, M. Roy, a dit` but not `selon le ministre, Jeanne Rey et Paul Mas sont partis`.
        if let Some(identity) = after.filter(|_| phrase.definite || behind == phrase.end) {
            return Some(identity.clone());
        }
        let before = phrase.first.checked_sub(2).filter(|_| comma(phrase.first - 1))?;
        let appositive = phrase.complement.is_some() || !phrase.definite;
        self.tokens.get(before).and_then(|marks| marks.ends).filter(|_| appositive).cloned()
    }
}

fn is_definite(key: &str) -> bool {
    matches!(key, "le" | "la" | "l" | "ce" | "cette" | "the")
}

/// Descriptions of persons by their function in one sentence.
fn phrases(line: &Line, place: usize, named: &Named) -> Vec<Phrase> {
    let lexicon = lexicon::shipped();
    let tokens = &line.tokens;
    let mut found = Vec::new();
    let mut at = 0;
    while at < tokens.len() {
        let begins = lexicon.begins_cue(&tokens[at].key);
        let length = (1..=3).rev().find(|n| {
            let Some(words) = tokens.get(at..at + n).filter(|_| *n == 1 || begins) else { return false };
            let cues = match words {
                [word] => lexicon.cues(&word.key),
                words => lexicon.cues(&words.iter().map(|t| t.key.as_str()).collect::<Vec<_>>().join(" ")),
            };
            words.iter().all(Token::is_word) && (cues.has(Cue::Office) || cues.has(Cue::Function))
        });
        let Some(length) =
            length.filter(|_| tokens[at].is_word() && !named.is_name(at) && !(at > 0 && tokens[at - 1].key == "-" && tokens[at].near))
        else {
            at += 1;
            continue;
        };
        let mut phrase = phrase(line, place, at, length);
        // `la porte-parole de la Commission européenne`: a description holds its names whole.
        phrase.end = named.name_end(phrase.end - 1).unwrap_or(0).max(phrase.end);
        at = phrase.end;
        if named.name_end(phrase.first).is_none() {
            found.push(phrase);
        }
    }
    found
}

fn phrase(line: &Line, place: usize, at: usize, length: usize) -> Phrase {
    let lexicon = lexicon::shipped();
    let tokens = &line.tokens;
    let noun = match &tokens[at..at + length] {
        [word] => word.key.clone(),
        words => words.iter().map(|t| t.key.as_str()).collect::<Vec<_>>().join(" ").into(),
    };
    let determiner = at.checked_sub(1).filter(|d| is_definite(&tokens[*d].key));
    let contracted = at.checked_sub(1).is_some_and(|d| matches!(&*tokens[d].key, "du" | "au"));
    let indefinite = at.checked_sub(1).is_some_and(|d| matches!(&*tokens[d].key, "un" | "une" | "des" | "les" | "a" | "an"));
    let mut found = Phrase {
        line: place,
        first: determiner.unwrap_or(at),
        end: at + length,
        adjectives: BTreeSet::new(),
        complement: None,
        definite: (determiner.is_some() || contracted) && !indefinite,
        office: lexicon.has(&noun, Cue::Office),
        noun,
    };
    while let Some(token) = tokens.get(found.end).filter(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key)) {
        found.adjectives.insert(token.key.clone());
        found.end += 1;
    }
    if let Some((end, head)) = complement(tokens, found.end) {
        found.complement = Some(head);
        found.end = end;
        // `le procureur de la République de Gap` is `le procureur de Gap`: every prosecutor is the Republic's.
        if found.noun.starts_with("procureur") && found.complement.as_ref().is_some_and(|held| *held == "republique") {
            let of = complement(tokens, end);
            found.end = of.as_ref().map_or(end, |(end, _)| *end);
            found.complement = of.map(|(_, town)| town);
        }
    }
    while let Some(token) = tokens.get(found.end).filter(|t| t.near && t.shape == Shape::Lower && is_adjective(&t.key)) {
        found.adjectives.insert(token.key.clone());
        found.end += 1;
    }
    found
}

/// `de l’Intérieur`, `de la Ville de Lyon`, `au numérique`: its end, and its head as a key.
fn complement(tokens: &[Token], at: usize) -> Option<(usize, Key)> {
    let key = |at: usize| tokens.get(at).filter(|t| t.near).map_or("", |t| t.key.as_str());
    if !matches!(key(at), "de" | "du" | "des" | "d" | "a" | "au" | "aux" | "of" | "charge" | "chargee") {
        return None;
    }
    let mut noun = at + 1;
    while matches!(key(noun), "la" | "le" | "l" | "les" | "the" | "de" | "du" | "des" | "d") {
        noun += 1;
    }
    let head = tokens.get(noun).filter(|t| t.near && t.is_word())?;
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

fn holders(lines: &[Line], described: &[(Phrase, Option<Identity>)]) -> HashMap<Key, Vec<Holder>> {
    let mut holders: HashMap<Key, Vec<Holder>> = HashMap::new();
    for (phrase, identity) in described {
        let Some(identity) = identity.clone().filter(|_| phrase.office) else { continue };
        let known = holders.entry(phrase.noun.clone()).or_default();
        let document = lines[phrase.line].document;
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

/// Who is meant by a description without a name beside it.
fn held(holders: &HashMap<Key, Vec<Holder>>, phrase: &Phrase, document: DocumentId) -> Option<Identity> {
    if !phrase.office || !phrase.definite {
        return None;
    }
    let known = holders.get(&phrase.noun)?;
    let start = known.partition_point(|h| h.document < document);
    let end = known.partition_point(|h| h.document <= document);
    if start < end {
        return only(known[start..end].iter().take(MEMORY), phrase);
    }
    only(known.iter().take(MEMORY), phrase)
}

/// The one person among `holders` whom `phrase` fits.
fn only<'a>(holders: impl Iterator<Item = &'a Holder>, phrase: &Phrase) -> Option<Identity> {
    let mut one: Option<&Identity> = None;
    for holder in holders.filter(|holder| holder.fits(phrase)) {
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
            (_, None) => true,
        };
        // An adjective that the holder was never given may tell him from another; `français` is what goes without saying.
        let unsaid = |adjective: &Key| *adjective == "francais" || *adjective == "francaise" || self.adjectives.contains(adjective);
        complement && phrase.adjectives.iter().all(unsaid)
    }
}
