//! The tagger beside the rules: it says of each candidate how likely it is a name and of which kind, and proposes what the rules
//! cut otherwise or missed.
//!
//! It has no last word: what it says is one more vote, and a threshold in `resolve`. What a gazetteer or a civil title proves
//! is not taken away.

use super::EntityKind;
use super::candidate::{Candidate, Stretch};
use super::compound;
use super::evidence::{Votes, is_adjective};
use super::features::{self, Habits};
use super::gazetteer;
use super::key::Keys;
use super::lexicon::{self, Cue};
use super::tagger::{KINDS, Reading, Tagger};
use super::tokens::{Line, Shape, Style, Token};
use crate::order::Order;
use crate::text::Language;

/// Votes of a kind that the tagger is sure of: with 3, as much as a gazetteer; with 0, the rules alone decide. This and the
/// following were chosen on articles that were not trained on: with half or twice of it, half a point less.
pub(super) const WEIGHT: f32 = 1.5;
/// How much of that comes from the mention itself, the rest from all mentions of the name: alone, one name is of two kinds in
/// one article.
const OWN: f32 = 0.3;
/// A stretch that is no candidate is proposed when it is likelier than this.
const PROPOSED: f32 = 0.7;

/// How likely a stretch is a name of each of [`KINDS`].
pub(super) type Chances = [f32; KINDS.len()];

/// True when the tagger reads `line`: capitals must say something, and it learned from French.
pub(super) fn is_read(line: &Line) -> bool {
    line.style == Style::Plain && line.language == Language::French
}

/// The lines with the candidates of each.
pub(super) fn by_line<'a>(lines: &'a [Line], candidates: &'a [Candidate]) -> impl Iterator<Item = (&'a Line, &'a [Candidate])> {
    let mut rest = candidates;
    lines.iter().zip(0..).map(move |(line, place)| {
        let (own, behind) = rest.split_at(rest.partition_point(|c| c.surface.line <= place));
        rest = behind;
        (line, own)
    })
}

/// The candidates of one article with what `tagger` says of them, and those that it proposes.
pub(super) fn tag(tagger: &Tagger, lines: &[Line], candidates: Vec<Candidate>, keys: &mut Keys) -> Vec<Candidate> {
    let habits = Habits::of(lines, &candidates);
    let mut readings = Vec::new();
    for (line, own) in by_line(lines, &candidates) {
        let read = is_read(line) && line.tokens.iter().any(|token| token.is_nameish() || !own.is_empty());
        readings.push(read.then(|| tagger.reading(features::features(line, own, &habits).tokens())));
    }
    drop(habits);
    let mut found = Vec::with_capacity(candidates.len());
    let mut rest = candidates.into_iter().peekable();
    for ((line, reading), place) in lines.iter().zip(&readings).zip(0..) {
        let mut own: Vec<Candidate> = std::iter::from_fn(|| rest.next_if(|c| c.surface.line == place)).collect();
        if let Some(reading) = reading {
            own.iter_mut().for_each(|candidate| told(candidate, reading));
            let mut proposed = Vec::new();
            let mut replaced = vec![false; own.len()];
            for name in reading.names() {
                proposed.extend(propose(&own, &mut replaced, (line, place, reading), name, keys));
            }
            if !proposed.is_empty() {
                let mut replaced = replaced.into_iter();
                own.retain(|_| !replaced.next().unwrap_or(false));
                own.append(&mut proposed);
                own.order_by_key(|c| (c.surface.first, std::cmp::Reverse(c.surface.end)));
            }
        }
        found.append(&mut own);
    }
    found
}

/// Notes what `reading` says of `candidate`.
fn told(candidate: &mut Candidate, reading: &Reading) {
    candidate.tagged = Some(reading.chances(candidate.surface.first as usize, candidate.surface.end as usize));
}

/// How likely it is a name of any kind.
pub(super) fn chance(chances: &Chances) -> f32 {
    chances.iter().sum()
}

/// Adds what the tagger says of a name, here and of the same name elsewhere, to what the rules say.
pub(super) fn add(votes: &mut Votes, own: &Chances, elsewhere: &(Chances, f32)) {
    let (best, _) = votes.best();
    for (at, kind) in KINDS.into_iter().enumerate() {
        // Papers and armed groups are organisations to the tagger; which of them, only the rules can say.
        let body = kind == EntityKind::Organisation && matches!(best, EntityKind::Media | EntityKind::Group | EntityKind::Law);
        let mean = elsewhere.0[at] / elsewhere.1;
        votes.add(if body { best } else { kind }, WEIGHT * (own[at] * OWN + mean * (1.0 - OWN)));
    }
}

/// No candidate has more words, so that those around a name are looked at and not all of a sentence.
const LONGEST: usize = 64;

/// A name that the tagger sees and the rules do not; what crosses it is marked as replaced.
fn propose(
    own: &[Candidate],
    replaced: &mut [bool],
    (line, place, reading): (&Line, u32, &Reading),
    (first, end, kind): (usize, usize, usize),
    keys: &mut Keys,
) -> Option<Candidate> {
    let chance = reading.chances(first, end)[kind];
    if chance < PROPOSED || !is_proper(&line.tokens, first, end) {
        return None;
    }
    let range = |c: &Candidate| (c.surface.first as usize, c.surface.end as usize);
    let from = own.partition_point(|c| range(c).0 + LONGEST <= first);
    let to = own.partition_point(|c| range(c).0 < end);
    let around = || (from..to).filter(|at| first < range(&own[*at]).1);
    let within = |c: &Candidate| first <= range(c).0 && range(c).1 <= end;
    // A title and a known name stay; of two readings the likelier.
    let stays = |c: &Candidate| c.surface.civil || !within(c) && (c.is_known() || c.tagged.is_some_and(|own| self::chance(&own) > chance));
    if around().any(|at| range(&own[at]) == (first, end) || stays(&own[at])) {
        return None;
    }
    for at in around() {
        replaced[at] |= !(within(&own[at]) && own[at].is_known());
    }
    let known = gazetteer::shipped().longest(&line.tokens, first, line.style).filter(|m| m.first == first && m.end == end);
    let mut candidate = Candidate::new(line, Stretch { place, first, core: first, end }, known, keys);
    candidate.surface.doubtful = false;
    candidate.votes.add(KINDS[kind], chance);
    told(&mut candidate, reading);
    Some(candidate)
}

/// True when `tokens` can be a name: one of them has a capital that is not that of a ministry's field or a nationality, and they
/// end in a word that is no day.
fn is_proper(line: &[Token], first: usize, end: usize) -> bool {
    let lexicon = lexicon::shipped();
    let tokens = &line[first..end];
    let office = first.checked_sub(3).is_some_and(|noun| lexicon.has(&line[noun].key, Cue::Function));
    if office && tokens[0].key == "republique" || compound::is_title(line, first) {
        return false;
    }
    let named = |token: &Token| token.is_nameish() && !lexicon.is_portfolio(&token.key) && !lexicon.is_people(&token.key);
    let last = &tokens[tokens.len() - 1];
    let joined = |token: &Token| token.shape != Shape::Lower || JOINING.contains(&token.key.as_str()) || is_adjective(&token.key);
    tokens.iter().any(named) && tokens.iter().all(joined) && last.is_word() && (last.is_nameish() || !lexicon.is_ordinary(&last.key))
}

/// Small words within names.
const JOINING: [&str; 16] = ["de", "d", "du", "des", "la", "le", "les", "l", "et", "en", "sur", "sous", "aux", "au", "pour", "of"];
