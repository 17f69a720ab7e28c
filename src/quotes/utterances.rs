//! The same utterance in several articles: quotations joined by what they say.
//!
//! Two quotations are one utterance when the content words of the shorter stand in the longer in order, or nearly all of
//! them do. Few words count only from the same mouth; a word or two in a long quotation are a formula, not an utterance.
//! Candidates come from an inverted index of rare words, so that the work stays near linear in the number of quotations.

use std::collections::{BTreeMap, BTreeSet};

use super::likeness::{self, Features};
use super::{Certainty, Quote, QuoteId, QuoteKind, Relation, Utterance, UtteranceId, Version};
use crate::entities::{EntityIndex, EntityKind};
use crate::groups::Groups;
use crate::id::{DocumentId, EntityId};
use crate::order::Order;

/// Quotations that share a word at most, for the word to bring candidates: a word in more tells nothing.
const SHARED_BY: usize = 48;
/// Rarest words of one quotation that bring candidates.
const RAREST: usize = 6;
/// Share of the shorter one's words that the longer must have, when some were changed; at 0.5 topics would be utterances.
const REWORDED: f32 = 0.75;
/// Content words from which a quotation is the same whoever is said to speak.
const TELLING: usize = 5;
/// Words from which a stretch without a gap is the same utterance, small words counted.
const VERBATIM: usize = 5;
/// Words from which two quotations of the same words are one utterance, though two people are said to speak.
const WHOLE: usize = 6;
/// Words of a cut from the same mouth at least, and of what it is cut from at most; without its first word, `de rester chez eux`.
const FEW: usize = 3;
pub(super) const SHORT: usize = 30;
const SHORTER: usize = 12;
/// Words with which a clause from the same mouth begins another, from which it is the same, cut short.
const BEGINNING: usize = 4;
/// Words of the longer left out between two runs of the shorter, from which the shorter is a splice.
const APART: usize = 3;

/// What a quotation says, as numbers of words.
#[derive(Clone, Debug, Default)]
pub(super) struct Content {
    /// All words, folded.
    pub words: Vec<u32>,
    /// Stems of the words with matter.
    pub stems: Vec<u32>,
    /// With what these words begin.
    pub roots: Vec<u32>,
    /// Numbers in digits and plain words.
    pub numbers: Vec<u64>,
    /// True when somebody speaks who is brought in without a name: `un collègue`.
    pub by_somebody: bool,
    /// Of a quotation in a heading or the headline, what it is.
    pub heading: Option<Heading>,
}

/// A quotation in a heading.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Heading {
    Words,
    /// With a verb.
    Clause,
}

/// Groups of at least two quotations, fullest version first; sets [`Quote::utterance`].
pub(super) fn group(quotes: &mut [Quote], contents: &[Content], rarity: &[f32], entities: &EntityIndex) -> Vec<Utterance> {
    let mut joined = Groups::new(quotes.len());
    let firsts = join_repeated(quotes, contents, entities, &mut joined);
    let with_stem = index(quotes, contents, &firsts);
    for (at, content) in contents.iter().enumerate().filter(|(at, _)| firsts[*at]) {
        for other in candidates(at, content, &with_stem) {
            if joined.first(at) != joined.first(other) && same(&quotes[at], &quotes[other], content, &contents[other], entities) {
                joined.join(at, other);
            }
        }
    }
    join_alike(quotes, contents, &likely(quotes, contents, &firsts, rarity), &mut joined);
    let mut groups: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    (0..quotes.len()).for_each(|at| groups.entry(joined.first(at)).or_default().push(at));
    let several = groups.into_values().filter(|group| group.len() > 1);
    let mut utterances = Vec::new();
    for mut group in several {
        group.order_by_key(|at| (rank(quotes[*at].kind), std::cmp::Reverse(contents[*at].words.len()), *at));
        let id = UtteranceId(number(utterances.len()));
        let fullest = group[0];
        let version =
            |at: &usize| Version { quote: QuoteId(number(*at)), relation: relation(&quotes[*at], &contents[*at], &contents[fullest]) };
        utterances.push(Utterance { id, versions: group.iter().map(version).collect() });
        group.iter().for_each(|at| quotes[*at].utterance = Some(id));
    }
    utterances
}

/// The words between marks come before what is told.
fn rank(kind: QuoteKind) -> u8 {
    u8::from(kind == QuoteKind::Indirect)
}

/// Quotations of the same words that are looked at for each: the same few words from many mouths.
const REPEATED: usize = 16;

/// Joins quotations of the same words to the first of them, so that what a hundred articles copy counts as one where rare words
/// are sought; true for every quotation that was joined to none before.
fn join_repeated(quotes: &[Quote], contents: &[Content], entities: &EntityIndex, joined: &mut Groups) -> Vec<bool> {
    let mut with_words: BTreeMap<&[u32], Vec<usize>> = BTreeMap::new();
    let mut firsts = vec![true; quotes.len()];
    for (at, content) in contents.iter().enumerate().filter(|(_, content)| !content.words.is_empty()) {
        let same_words = with_words.entry(&content.words).or_default();
        match same_words.iter().take(REPEATED).find(|other| same(&quotes[at], &quotes[**other], content, &contents[**other], entities)) {
            Some(first) => {
                joined.join(at, *first);
                firsts[at] = false;
            }
            None => same_words.push(at),
        }
    }
    firsts
}

/// Stem to the quotations that hold it, of those of the same words the first.
fn index(quotes: &[Quote], contents: &[Content], firsts: &[bool]) -> BTreeMap<u32, Vec<u32>> {
    let mut with_stem: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for (at, content) in contents.iter().enumerate().filter(|(at, _)| firsts[*at] && is_spoken(&quotes[*at])) {
        for stem in &content.stems {
            let holding = with_stem.entry(*stem).or_default();
            // One more than is looked at says that there are too many.
            if holding.last() != Some(&number(at)) && holding.len() <= SHARED_BY {
                holding.push(number(at));
            }
        }
    }
    with_stem
}

/// Two quotations that may be one utterance in other words.
pub(super) struct Pair {
    pub a: usize,
    pub b: usize,
    pub features: Features,
}

/// Quotations of two articles that share a rare word, or any word that its speaker seldom says, with what speaks for them.
pub(super) fn likely(quotes: &[Quote], contents: &[Content], firsts: &[bool], rarity: &[f32]) -> Vec<Pair> {
    let mut with_root: BTreeMap<(Option<EntityId>, u32), Vec<u32>> = BTreeMap::new();
    let is_own = |at: &usize| firsts[*at] && is_spoken(&quotes[*at]) && quotes[*at].within.is_none();
    let spoken = || (0..quotes.len()).filter(is_own);
    let keys = |at: usize| {
        let speaker = quotes[at].speaker.and_then(|speaker| speaker.entity);
        let own = speaker.into_iter().flat_map(move |speaker| contents[at].roots.iter().map(move |root| (Some(speaker), *root)));
        own.chain(contents[at].roots.iter().map(|root| (None, *root)))
    };
    for at in spoken() {
        for key in keys(at) {
            let holding = with_root.entry(key).or_default();
            if holding.last() != Some(&number(at)) && holding.len() <= SHARED_BY {
                holding.push(number(at));
            }
        }
    }
    let rarity = &telling(spoken(), quotes, contents, rarity);
    let mut found = Vec::new();
    for at in spoken() {
        let mut lists: Vec<&Vec<u32>> =
            keys(at).filter_map(|key| with_root.get(&key)).filter(|list| (2..=SHARED_BY).contains(&list.len())).collect();
        lists.order_by_key(|list| list.len());
        let others = lists.into_iter().take(LISTS).flatten().map(|other| *other as usize);
        let other_article = |other: &usize| quotes[*other].document != quotes[at].document;
        found.extend(others.filter(other_article).map(|other| (number(at.min(other)), number(at.max(other)))));
    }
    found.sort_unstable();
    found.dedup();
    let side = |at: u32| (&quotes[at as usize], &contents[at as usize]);
    let common = found.iter().filter_map(|(a, b)| Some(((*a, *b), likeness::common(side(*a), side(*b), rarity)?)));
    let common: Vec<_> = common.collect();
    let mut best: BTreeMap<(u32, DocumentId), f32> = BTreeMap::new();
    let sides = |(a, b): (u32, u32)| [(a, quotes[b as usize].document), (b, quotes[a as usize].document)];
    for (pair, common) in &common {
        for side in sides(*pair) {
            let best = best.entry(side).or_default();
            *best = best.max(common.score);
        }
    }
    common
        .into_iter()
        .map(|(pair, common)| {
            let features = likeness::features(common, sides(pair).map(|side| best[&side]));
            Pair { a: pair.0 as usize, b: pair.1 as usize, features }
        })
        .collect()
}

/// How much each word tells of one utterance: what several quotations of one article have is its topic, `liberté` in a debate on it.
fn telling(spoken: impl Iterator<Item = usize>, quotes: &[Quote], contents: &[Content], rarity: &[f32]) -> Vec<f32> {
    // Of each word the article last seen, how many articles quote it, and how many quotations.
    let mut seen: Vec<(Option<DocumentId>, f32, f32)> = vec![(None, 0.0, 0.0); rarity.len()];
    for at in spoken.filter(|at| contents[*at].heading.is_none()) {
        let keys: BTreeSet<u32> = contents[at].stems.iter().chain(&contents[at].roots).copied().collect();
        for key in keys {
            let (last, articles, n) = &mut seen[key as usize];
            let document = Some(quotes[at].document);
            *articles += if *last == document { 0.0 } else { 1.0 };
            (*last, *n) = (document, *n + 1.0);
        }
    }
    rarity.iter().zip(seen).map(|(rarity, (_, articles, n))| if n > 0.0 { rarity * articles / n } else { *rarity }).collect()
}

/// Lists of quotations that share a word, of one quotation.
const LISTS: usize = 12;

/// Members of a group that are held against those of another.
const HELD: usize = 12;

/// Joins what is likely one utterance, surest first; groups of which any two cannot be one stay apart.
fn join_alike(quotes: &[Quote], contents: &[Content], pairs: &[Pair], joined: &mut Groups) {
    let mut sure: Vec<(f32, &Pair)> = pairs.iter().map(|pair| (likeness::sureness(&pair.features, &likeness::WEIGHTS), pair)).collect();
    sure.retain(|(sure, _)| *sure >= likeness::SURE);
    sure.order_by(|a, b| b.0.total_cmp(&a.0));
    let mut members: BTreeMap<usize, Vec<usize>> = BTreeMap::new();
    (0..quotes.len()).for_each(|at| members.entry(joined.first(at)).or_default().push(at));
    let side = |at: &usize| (&quotes[*at], &contents[*at]);
    for (_, pair) in sure {
        let groups = [joined.first(pair.a), joined.first(pair.b)];
        let [a, b] = groups.map(|group| &members[&group][..]);
        let clash = a.iter().take(HELD).any(|a| b.iter().take(HELD).any(|b| likeness::clashes(side(a), side(b))));
        if groups[0] == groups[1] || clash {
            continue;
        }
        joined.join(pair.a, pair.b);
        let both = groups.map(|group| members.remove(&group).unwrap_or_default()).concat();
        members.insert(joined.first(pair.a), both);
    }
}

fn is_spoken(quote: &Quote) -> bool {
    matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Indirect)
}

/// Other quotations that share one of the rarest words of this one. Words that it alone has lead nowhere: a long quotation has
/// many of them, and is still found from the short one that has none.
fn candidates(at: usize, content: &Content, with_stem: &BTreeMap<u32, Vec<u32>>) -> Vec<usize> {
    let mut lists: Vec<&Vec<u32>> =
        content.stems.iter().filter_map(|stem| with_stem.get(stem)).filter(|list| (2..=SHARED_BY).contains(&list.len())).collect();
    lists.order_by_key(|list| list.len());
    let mut found: Vec<usize> =
        lists.into_iter().take(RAREST).flatten().map(|other| *other as usize).filter(|other| *other != at).collect();
    found.order();
    found.dedup();
    found
}

fn same(a: &Quote, b: &Quote, x: &Content, y: &Content, entities: &EntityIndex) -> bool {
    let (short, long) = if x.stems.len() <= y.stems.len() { (x, y) } else { (y, x) };
    let (n, m) = (short.stems.len(), long.stems.len());
    let speakers = (a.speaker.and_then(|speaker| speaker.entity), b.speaker.and_then(|speaker| speaker.entity));
    let same_speaker = matches!(speakers, (Some(a), Some(b)) if a == b);
    let guessed = [a, b].iter().any(|quote| quote.speaker.is_some_and(|speaker| speaker.certainty == Certainty::Guessed));
    let other_speaker = !guessed && matches!(speakers, (Some(a), Some(b)) if a != b);
    if n == 0 || !is_spoken(a) || !is_spoken(b) {
        return false;
    }
    // The same words from two mouths: one of the articles has mistaken the speaker, or a body speaks by its head and by its seat.
    let is_person = |entity: Option<EntityId>| {
        entity.and_then(|entity| entities.entity(entity)).is_some_and(|entity| entity.kind == EntityKind::Person)
    };
    let other_person = other_speaker && is_person(speakers.0) && is_person(speakers.1);
    let enough = if other_person { WHOLE } else { VERBATIM };
    if x.words.len() >= enough && x.words == y.words {
        return true;
    }
    // A heading is cut from what stands in the article below it.
    let headed = a.document == b.document && !other_speaker && (x.heading.is_some() || y.heading.is_some());
    let (heading, below) = if x.words.len() <= y.words.len() { (x, y) } else { (y, x) };
    if headed
        && heading.heading.is_some()
        && heading.words.len() > 1
        && below.words.windows(heading.words.len()).any(|run| run == heading.words)
    {
        return true;
    }
    if other_speaker && n < TELLING {
        return false;
    }
    let (shorter, longer) = if x.words.len() <= y.words.len() { (x, y) } else { (y, x) };
    let stretch = |gaps: Vec<usize>| gaps[1..].iter().all(|gap| *gap == 0);
    if shorter.words.len() >= VERBATIM && !other_speaker && gaps(&shorter.words, &longer.words).is_some_and(stretch) {
        return true;
    }
    // A few words in a row from the same mouth are cut from what the other article has of it, where that is short.
    let cut = |words: &[u32]| gaps(words, &longer.words).is_some_and(stretch);
    let (few, fewer) = (&shorter.words[..], &shorter.words[1..]);
    if same_speaker
        && (n > 1 && few.len() >= FEW && longer.words.len() <= SHORT && cut(few)
            || few.len() > FEW && longer.words.len() <= SHORTER && cut(fewer))
    {
        return true;
    }
    // A headline is spliced from what stands in the article below it.
    let below = a.document == b.document && (a.speaker.is_none() || b.speaker.is_none());
    if below && shorter.words.len() >= BEGINNING && gaps(&shorter.words, &longer.words).is_some_and(|gaps| is_spliced(&gaps)) {
        return true;
    }
    // `Je n’attends rien`, cut short: from the same mouth fewer words do, where they begin the longer.
    let direct = a.kind == QuoteKind::Direct && b.kind == QuoteKind::Direct;
    if same_speaker && direct && shorter.words.len() >= BEGINNING && longer.words.starts_with(&shorter.words) {
        return true;
    }
    if same_speaker && shares_run(&shorter.words, &longer.words) {
        return true;
    }
    // Few words are the same utterance only in few words.
    let longest = match n {
        1 => 2,
        2 => 4,
        3 => 12,
        _ => usize::MAX,
    };
    if m > longest || n < TELLING && !same_speaker && n < m || n < 3 && !same_speaker {
        return false;
    }
    if is_scattered(n, &shorter.words, &longer.words) {
        return false;
    }
    let common = in_order(&short.stems, &long.stems);
    common == n || n > 3 && common as f32 >= REWORDED * n as f32
}

/// Words of a quotation that stand in another with no more left out between them than they are.
fn is_spliced(gaps: &[usize]) -> bool {
    gaps[1..].iter().sum::<usize>() <= gaps.len()
}

/// Few words, `n` of them with matter, that stand far apart in the other: no part of it.
pub(super) fn is_scattered(n: usize, short: &[u32], long: &[u32]) -> bool {
    n < BEGINNING && gaps(short, long).is_some_and(|gaps| !is_spliced(&gaps))
}

/// Words in a row that two cuts of one utterance have in common, when neither holds the other: shorter runs are formulas.
const RUN: usize = 7;

/// True when a run of words of one stands in the other.
fn shares_run(a: &[u32], b: &[u32]) -> bool {
    let runs: BTreeSet<&[u32]> = a.windows(RUN).collect();
    !runs.is_empty() && b.windows(RUN).any(|run| runs.contains(run))
}

/// Words of `short` that stand in `long` in the same order: greedy, one walk. A word that `long` has only before the last
/// one found is passed over.
pub(super) fn in_order(short: &[u32], long: &[u32]) -> usize {
    let mut places: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    long.iter().enumerate().for_each(|(at, stem)| places.entry(*stem).or_default().push(at));
    let (mut from, mut n) = (0, 0);
    for stem in short {
        let Some(found) = places.get(stem) else { continue };
        let next = found.partition_point(|at| *at < from);
        if let Some(at) = found.get(next).filter(|at| **at < from + JUMP || n == 0) {
            (from, n) = (at + 1, n + 1);
        }
    }
    n
}

/// Words of the longer passed over from one word to the next at most: a splice may join distant parts.
const JUMP: usize = 400;

/// How a version stands to the fullest.
fn relation(quote: &Quote, content: &Content, fullest: &Content) -> Relation {
    if quote.kind == QuoteKind::Indirect {
        return Relation::Indirect;
    }
    if content.words == fullest.words {
        return Relation::Full;
    }
    let gaps = gaps(&content.words, &fullest.words);
    match gaps {
        Some(gaps) if gaps[1..].iter().any(|gap| *gap >= APART) => Relation::Spliced,
        Some(_) => Relation::Cut,
        None => Relation::Reworded,
    }
}

/// Words of `long` left out between each word of `short` and the next, when all of `short` stands there in order.
fn gaps(short: &[u32], long: &[u32]) -> Option<Vec<usize>> {
    let first = *short.first()?;
    // Of several beginnings the one from which the words go on.
    let starts = (0..long.len()).filter(|at| long[*at] == first).take(32);
    starts.filter_map(|start| from(short, &long[start..])).min_by_key(|gaps| gaps.iter().sum::<usize>())
}

fn from(short: &[u32], long: &[u32]) -> Option<Vec<usize>> {
    let (mut at, mut gaps) = (0, Vec::new());
    for word in short {
        let gap = long[at..].iter().position(|other| other == word)?;
        gaps.push(gap);
        at += gap + 1;
    }
    Some(gaps)
}

fn number(n: usize) -> u32 {
    u32::try_from(n).expect("fewer quotations than bytes")
}
