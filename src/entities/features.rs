//! What the tagger is told of each token: its word and shape, those beside it, what word lists, rules and the rest of the
//! article say. Each is a hash of its sort and its values.
//!
//! The words themselves are few among them on purpose: what a word list or a rule says holds for texts of other years as
//! well, what a name said in the texts that were learned from does not.

use std::collections::{HashMap, HashSet};

use super::candidate::Candidate;
use super::evidence::Votes;
use super::key::Key;
use super::lexicon::{self, Cues, Sure};
use super::tagger::BITS;
use super::tokens::{Line, Shape, Token};
use crate::text::Language;

/// Features of the tokens of one sentence, one token after the other.
#[derive(Default)]
pub(super) struct Features {
    all: Vec<u32>,
    /// Where those of each token end.
    ends: Vec<usize>,
}

impl Features {
    pub fn tokens(&self) -> impl Iterator<Item = &[u32]> {
        let starts = std::iter::once(0).chain(self.ends.iter().copied());
        starts.zip(&self.ends).map(|(start, end)| &self.all[start..*end])
    }

    fn add(&mut self, sort: u32, a: u32, b: u32) {
        let mut hash = (sort ^ 0x9e37_79b9).wrapping_mul(0x85eb_ca6b) ^ a;
        hash = (hash ^ hash >> 15).wrapping_mul(0x2c1b_3c6d) ^ b.rotate_left(13);
        hash = (hash ^ hash >> 12).wrapping_mul(0x297a_2d39);
        self.all.push((hash ^ hash >> 15) & ((1 << BITS) - 1));
    }
}

/// What an article says of words before its sentences are read one by one.
pub(super) struct Habits<'a> {
    /// Words that stand without a capital.
    small: HashSet<&'a str>,
    /// What all mentions of a name say together.
    pooled: HashMap<&'a str, Votes>,
    /// Last words of persons written in full.
    surnames: HashSet<&'a str>,
}

impl<'a> Habits<'a> {
    pub fn of(lines: &'a [Line], candidates: &'a [Candidate]) -> Self {
        let tokens = lines.iter().flat_map(|line| &line.tokens);
        let small = tokens.filter(|t| t.shape == Shape::Lower).map(|t| t.key.as_str()).collect();
        let mut pooled: HashMap<&str, Votes> = HashMap::new();
        let mut surnames = HashSet::new();
        for Candidate { surface, votes, .. } in candidates.iter().filter(|c| !c.surface.doubtful) {
            pooled.entry(surface.key.as_str()).or_default().add_all(votes, 1.0);
            if surface.given > 0 || surface.civil {
                surnames.extend(surface.parts.last().map(Key::as_str));
            }
        }
        Self { small, pooled, surnames }
    }
}

/// What is known of a token by itself.
struct Word {
    hash: u32,
    cues: Cues,
    /// Shape, and whether a capital says little here.
    shape: u32,
    /// First name, ordinary word, nationality, seen without a capital, surname.
    lists: u32,
}

impl Word {
    fn of(token: &Token, habits: &Habits) -> Self {
        let lexicon = lexicon::shipped();
        let key = token.key.as_str();
        let named = if token.is_nameish() {
            let first = match lexicon.first_name(key) {
                Some(Sure::Yes) => 1,
                Some(Sure::No) => 2,
                None => 0,
            };
            let flag = |is: bool, bit: u32| u32::from(is) << bit;
            first
                | flag(lexicon.is_ordinary(key), 2)
                | flag(lexicon.is_people(key), 3)
                | flag(habits.small.contains(key), 4)
                | flag(habits.surnames.contains(key), 5)
                | flag(lexicon.is_portfolio(key), 6)
        } else {
            0
        };
        let joined = key.split(' ').count().min(3) as u32;
        let shape = 1 + token.shape as u32 + 8 * u32::from(token.opens) + 16 * (joined - 1);
        Self { hash: hash(key), cues: if token.is_word() { lexicon.cues(key) } else { Cues::default() }, shape, lists: named }
    }

    const fn edge() -> Self {
        Self { hash: 0, cues: Cues::none(), shape: 0, lists: 0 }
    }
}

fn hash(text: &str) -> u32 {
    text.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// Where a token stands in what the rules take for a name, and for which.
#[derive(Clone, Copy, Default)]
struct Place {
    /// 0 outside; else 1 whole, 2 first, 3 middle, 4 last.
    part: u32,
    kind: u32,
    /// How far the kind stands above others.
    margin: u32,
    /// What the candidate was made of.
    made: u32,
    /// What the rest of the article says: kind and margin.
    pooled: u32,
}

/// What candidates say of each token: the widest, and the one within it.
fn places(line: &Line, candidates: &[Candidate], habits: &Habits) -> Vec<[Place; 2]> {
    let mut places = vec![[Place::default(); 2]; line.tokens.len()];
    let mut wide = 0;
    for Candidate { surface, votes, .. } in candidates {
        let (first, end) = (surface.first as usize, surface.end as usize);
        let depth = usize::from(first < wide);
        wide = wide.max(end);
        let flag = |is: bool, bit: u32| u32::from(is) << bit;
        let made = flag(surface.entry.is_some(), 0)
            | flag(surface.doubtful, 1)
            | flag(surface.given > 0, 2)
            | flag(surface.civil, 3)
            | surface.n_words().min(4) << 4;
        let pooled = habits.pooled.get(surface.key.as_str()).map_or(0, |all| 1 + all.best().0 as u32 + 8 * grade(all.margin()));
        for (at, place) in (first..end).zip(&mut places[first..end]) {
            let part = match (at == first, at + 1 == end) {
                (true, true) => 1,
                (true, false) => 2,
                (false, false) => 3,
                (false, true) => 4,
            };
            place[depth] = Place { part, kind: votes.best().0 as u32, margin: grade(votes.margin()), made, pooled };
        }
    }
    places
}

fn grade(margin: f32) -> u32 {
    [0.3, 1.0, 2.0, 3.0].iter().filter(|bound| margin >= **bound).count() as u32
}

/// The features of the tokens of `line`; `candidates` are those of the line.
pub(super) fn features(line: &Line, candidates: &[Candidate], habits: &Habits) -> Features {
    let words: Vec<Word> = line.tokens.iter().map(|token| Word::of(token, habits)).collect();
    let places = places(line, candidates, habits);
    let mut found = Features::default();
    let english = u32::from(line.language == Language::English);
    let edge = Word::edge();
    let nowhere = [Place::default(); 2];
    for (at, token) in line.tokens.iter().enumerate() {
        let word = |step: isize| at.checked_add_signed(step).and_then(|at| words.get(at)).unwrap_or(&edge);
        let place = |step: isize| at.checked_add_signed(step).and_then(|at| places.get(at)).unwrap_or(&nowhere);
        let (own, [wide, inner]) = (word(0), places[at]);
        found.add(0, english, 0);
        found.add(1, own.hash, 0);
        for step in [-2_i8, -1, 1, 2] {
            let sort = 10 + u32::from(step.cast_unsigned());
            found.add(sort, word(step.into()).hash, 0);
            if step.abs() == 1 {
                found.add(sort + 1_000, word(step.into()).hash, own.shape);
                found.add(sort + 1_500, word(step.into()).lists, own.shape);
            }
            for cue in word(step.into()).cues.places() {
                found.add(sort + 2_000, cue, u32::from(wide.part != 0));
            }
        }
        for cue in own.cues.places() {
            found.add(2, cue, own.shape);
        }
        found.add(3, own.shape, 0);
        found.add(4, own.shape | word(-1).shape << 8, 0);
        found.add(5, own.shape | word(1).shape << 8, 0);
        found.add(6, own.shape | word(1).shape << 8 | word(-1).shape << 16, 0);
        found.add(7, own.lists, own.shape);
        found.add(8, own.lists, word(1).lists);
        if token.is_word() && wide.part != 0 {
            let key = token.key.as_bytes();
            found.add(20, hash(&String::from_utf8_lossy(&key[key.len().saturating_sub(3)..])), wide.part);
            found.add(21, hash(&String::from_utf8_lossy(&key[..key.len().min(3)])), 0);
        }
        found.add(30, wide.part | wide.kind << 4 | wide.margin << 8, 0);
        found.add(31, wide.part | wide.kind << 4 | wide.made << 8, 0);
        found.add(32, wide.part | wide.kind << 4, wide.pooled);
        found.add(33, wide.part | wide.kind << 4, own.lists);
        found.add(34, wide.part | wide.kind << 4, word(-1).hash);
        found.add(35, wide.part | wide.kind << 4, word(1).hash);
        found.add(36, wide.part | wide.kind << 4, inner.part | inner.kind << 4);
        found.add(37, wide.part | wide.kind << 4, place(-1)[0].part | place(-1)[0].kind << 4);
        found.add(38, wide.part | wide.kind << 4, place(1)[0].part | place(1)[0].kind << 4);
        found.ends.push(found.all.len());
    }
    found
}
