//! Somebody who reads every article from its first word to its last for every query.

use std::cell::RefCell;
use std::collections::HashMap;
use std::rc::Rc;

use recoupe::corpus::{Basis, Corpus, Document, ZoneKind};
use recoupe::search::analysis;
use recoupe::span::Span;
use recoupe::text::Language;

use crate::asked::{Asked, Node, Reach, Term};
use crate::lexicon::{self, ENGLISH, FRENCH, fold};

/// Words that may stand between two words typed one after the other for both to be one passage.
const LOOSE: usize = 2;

/// What is found in one document.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    pub document: usize,
    pub spans: Vec<Span>,
}

#[derive(Debug, Default)]
pub struct Answer {
    pub articles: Vec<Found>,
    pub furniture: Vec<Found>,
}

pub struct Scan<'c> {
    corpus: &'c Corpus,
    parts: Vec<Part>,
    /// All folded words of the articles; others call them by their place here.
    forms: Vec<String>,
    /// What was judged of every form before, by what was typed: the same few words are asked for again and again.
    judged: RefCell<HashMap<(String, Language), Judged>>,
}

/// For every form how near it is to what was typed, if it is.
type Judged = Rc<Vec<Option<u8>>>;

/// The article of a page, or what stands around it.
struct Part {
    document: usize,
    is_article: bool,
    language: Language,
    words: Vec<Read>,
}

/// A word as it is read.
struct Read {
    span: Span,
    form: usize,
    place: &'static str,
    /// Which paragraph and which sentence it stands in, counted in the part.
    paragraph: usize,
    sentence: usize,
    /// The one word that this one makes with so many that follow, if nothing separated them.
    joined: Option<(usize, usize)>,
}

/// A run of words, and how near it is to what was typed: the smaller the nearer.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Run {
    start: usize,
    nearness: u8,
    end: usize,
}

/// The place that all words of a restricted part of a query must have, or must not.
type Within<'q> = Vec<(&'q str, bool)>;

impl<'c> Scan<'c> {
    pub fn of(corpus: &'c Corpus) -> Self {
        let mut forms = Vec::new();
        let mut parts = Vec::new();
        for (at, document) in corpus.documents.iter().enumerate() {
            parts.extend([true, false].map(|is_article| Part::read(at, document, is_article, &mut forms)));
        }
        Self { corpus, parts, forms, judged: RefCell::default() }
    }

    pub fn answer(&self, asked: &Asked) -> Answer {
        let mut answer = Answer::default();
        // Of a page without furniture nothing is said.
        for part in self.parts.iter().filter(|part| part.is_article || !part.words.is_empty()) {
            if !self.is_true(asked, &asked.root, part, &Vec::new()) || !asked.root.wants() && !part.is_article {
                continue;
            }
            let mut runs = Vec::new();
            self.mark(asked, &asked.root, part, &Vec::new(), &mut runs);
            runs.sort_by_key(|run| (run.start, std::cmp::Reverse(run.end)));
            let mut spans: Vec<Span> = Vec::new();
            let mut end = 0;
            for run in runs.into_iter().filter(|run| !part.words[run.start..run.end].is_empty()) {
                if run.start >= end {
                    spans.push(part.words[run.start].span.cover(part.words[run.end - 1].span));
                    end = run.end;
                }
            }
            let found = Found { document: part.document, spans };
            if part.is_article { answer.articles.push(found) } else { answer.furniture.push(found) }
        }
        answer
    }

    fn is_true<'q>(&self, asked: &Asked, node: &'q Node, part: &Part, within: &Within<'q>) -> bool {
        let document = &self.corpus.documents[part.document];
        match node {
            Node::Words(terms) => terms.iter().all(|(_, term)| !self.places(asked, term, part, within).is_empty()),
            Node::Any => !self.all_words(asked, part).is_empty(),
            Node::And(nodes) => nodes.iter().all(|node| self.is_true(asked, node, part, within)),
            Node::Or(nodes) => nodes.iter().any(|node| self.is_true(asked, node, part, within)),
            Node::Not(node) => !self.is_true(asked, node, part, within),
            Node::In { place, outside, node } => self.is_true(asked, node, part, &narrowed(within, place, *outside)),
            Node::Outlet(name) => document.metadata.outlet.as_ref().is_some_and(|outlet| outlet.value == *name),
            Node::Author(name) => document.metadata.authors.iter().any(|author| author.value == *name),
            Node::Date(_, first, last) => was_published(document, first, last),
        }
    }

    /// What is marked in a part that answers: every group of words of which it has all.
    fn mark<'q>(&self, asked: &Asked, node: &'q Node, part: &Part, within: &Within<'q>, runs: &mut Vec<Run>) {
        match node {
            Node::Words(terms) => {
                let places: Vec<Vec<Run>> = terms.iter().map(|(_, term)| self.places(asked, term, part, within)).collect();
                if places.iter().any(Vec::is_empty) {
                    return;
                }
                let are_bare = terms.len() > 1 && terms.iter().all(|(_, term)| matches!(term, Term::Word(_) | Term::Compound(..)));
                let passages = if are_bare { passages(part, terms, &places) } else { Vec::new() };
                if passages.is_empty() { runs.extend(places.concat()) } else { runs.extend(passages) }
            }
            Node::Any => runs.extend(self.all_words(asked, part)),
            Node::And(nodes) | Node::Or(nodes) => nodes.iter().for_each(|node| self.mark(asked, node, part, within, runs)),
            Node::In { place, outside, node } => self.mark(asked, node, part, &narrowed(within, place, *outside), runs),
            Node::Not(_) | Node::Outlet(_) | Node::Author(_) | Node::Date(..) => {}
        }
    }

    fn article(&self, document: usize) -> &Part {
        self.parts.iter().find(|part| part.document == document && part.is_article).unwrap()
    }

    /// Where `term` stands in `part`, as far as the sets of articles let it.
    fn places(&self, asked: &Asked, term: &Term, part: &Part, within: &Within) -> Vec<Run> {
        let there = |part: &Part| restricted(part, self.runs(term, part), within);
        if asked.with.is_some_and(|with| with != part.document || !part.is_article) {
            return Vec::new();
        }
        if within.is_empty() && term.is_one_word() {
            // Each form by itself must stand in one article and not in the other.
            let has = |document: Option<usize>, form: usize, missing: bool| document.map_or(missing, |at| self.article(at).has(form));
            let kept = |run: &Run| {
                let form = part.form(run);
                has(asked.with, form, true) && !has(asked.without, form, false)
            };
            // Of two forms at one place the one that is let through stands.
            return nearest(self.all_runs(term, part).into_iter().filter(kept).collect());
        }
        let stands = |document: usize| !there(self.article(document)).is_empty();
        if asked.with.is_some_and(|with| !stands(with)) || asked.without.is_some_and(stands) {
            return Vec::new();
        }
        there(part)
    }

    /// Every word of matter that the sets let through.
    fn all_words(&self, asked: &Asked, part: &Part) -> Vec<Run> {
        if asked.with.is_some_and(|with| with != part.document || !part.is_article) {
            return Vec::new();
        }
        let all = part.one_word(&self.judged("any", part.language, |folded| (!lexicon::is_grammar(folded)).then_some(0)));
        let kept = |run: &Run| {
            let form = part.form(run);
            asked.with.is_none_or(|with| self.article(with).has(form))
                && !asked.without.is_some_and(|without| self.article(without).has(form))
        };
        nearest(all.into_iter().filter(kept).collect())
    }
}

fn narrowed<'q>(within: &Within<'q>, place: &'q str, outside: bool) -> Within<'q> {
    [within.as_slice(), &[(place, outside)]].concat()
}

fn restricted(part: &Part, mut runs: Vec<Run>, within: &Within) -> Vec<Run> {
    runs.retain(|run| within.iter().all(|(place, outside)| (part.words[run.start].place == *place) != *outside));
    runs
}

/// True when the article may be of one of these days, as far as its date is known.
fn was_published(document: &Document, first: &str, last: &str) -> bool {
    let Some(published) = &document.metadata.published else { return false };
    let (earliest, latest) = match &published.basis {
        Basis::Inferred { earliest, latest, .. } => (earliest.clone().unwrap(), latest.clone().unwrap()),
        _ => match published.value.len() {
            4 => (format!("{}-01-01", published.value), format!("{}-12-31", published.value)),
            7 => (format!("{}-01", published.value), format!("{}-31", published.value)),
            _ => (published.value[..10].to_owned(), published.value[..10].to_owned()),
        },
    };
    earliest.as_str() <= last && first <= latest.as_str()
}

impl Part {
    fn read(at: usize, document: &Document, is_article: bool, forms: &mut Vec<String>) -> Self {
        let mut words = Vec::new();
        let mut n_sentences = 0;
        let zones = document.zones.iter().filter(|zone| zone.kind.is_article() == is_article);
        for (paragraph, zone) in zones.enumerate() {
            let place = match zone.kind {
                ZoneKind::Title => "title",
                ZoneKind::Lead => "lead",
                ZoneKind::Body => "body",
                ZoneKind::Caption => "caption",
                _ => "furniture",
            };
            let first = words.len();
            let mut joints = Vec::new();
            for token in analysis::tokens(&document.raw, zone.span) {
                let form = taken(forms, fold(token.span.slice(&document.raw)));
                joints.push(token.link == analysis::Link::Joined);
                words.push(Read { span: token.span, form, place, paragraph, sentence: n_sentences, joined: None });
                // Sentences of these texts end at full stops, and nothing else has one.
                n_sentences += usize::from(document.raw[token.span.end as usize..].starts_with('.'));
            }
            join(&mut words[first..], &joints, forms);
            n_sentences += 1;
        }
        Self { document: at, is_article, language: document.language, words }
    }

    /// Runs of one word: those that are near.
    fn one_word(&self, judged: &Judged) -> Vec<Run> {
        let mut runs = Vec::new();
        for (start, word) in self.words.iter().enumerate() {
            runs.extend(judged[word.form].map(|nearness| Run { start, nearness, end: start + 1 }));
            if let Some((joined, n)) = word.joined {
                runs.extend(judged[joined].map(|nearness| Run { start, nearness, end: start + n }));
            }
        }
        runs
    }

    /// The form of a run of one word.
    fn form(&self, run: &Run) -> usize {
        let word = &self.words[run.start];
        match word.joined {
            Some((joined, n)) if run.end - run.start == n => joined,
            _ => word.form,
        }
    }

    fn has(&self, form: usize) -> bool {
        self.words.iter().any(|word| word.form == form || word.joined.is_some_and(|(joined, _)| joined == form))
    }

    /// Words between the ends of two runs; none when one begins in the other, or in another paragraph.
    fn between(&self, first: &Run, second: &Run) -> Option<usize> {
        let is_after = second.start >= first.end && self.words[first.start].paragraph == self.words[second.start].paragraph;
        is_after.then(|| second.start - first.end)
    }
}

/// The place of `form` among `forms`.
fn taken(forms: &mut Vec<String>, form: String) -> usize {
    forms.iter().position(|known| *known == form).unwrap_or_else(|| {
        forms.push(form);
        forms.len() - 1
    })
}

/// Takes hyphenated runs of up to four words as one word each.
fn join(words: &mut [Read], joints: &[bool], forms: &mut Vec<String>) {
    let mut start = 0;
    while start < words.len() {
        let n = joints[start..].iter().take_while(|joint| **joint).count() + 1;
        if (2..=4).contains(&n) && start + n <= words.len() {
            let joined = words[start..start + n].iter().map(|word| forms[word.form].as_str()).collect();
            words[start].joined = Some((taken(forms, joined), n));
        }
        start += n;
    }
}

/// Of several runs at one place the nearest, then the shortest.
fn nearest(mut runs: Vec<Run>) -> Vec<Run> {
    runs.sort();
    runs.dedup_by_key(|run| run.start);
    runs
}

impl Term {
    /// True for what is looked up form by form.
    fn is_one_word(&self) -> bool {
        match self {
            Self::Word(_) | Self::Prefix(_) | Self::Suffix(_) | Self::Fuzzy(..) => true,
            Self::Phrase(words, 0) => words.len() == 1,
            _ => false,
        }
    }
}

impl Scan<'_> {
    /// What `nearness` says of every form, which depends on what was typed and on the language only.
    fn judged(&self, typed: &str, language: Language, nearness: impl Fn(&str) -> Option<u8>) -> Judged {
        let all = || Rc::new(self.forms.iter().map(|form| nearness(form)).collect());
        Rc::clone(self.judged.borrow_mut().entry((typed.to_owned(), language)).or_insert_with(all))
    }

    fn exact(&self, typed: &str, part: &Part) -> Judged {
        self.judged(&format!("\"{typed}\""), part.language, |form| (form == fold(typed)).then_some(0))
    }

    fn inflected(&self, typed: &str, part: &Part) -> Judged {
        self.judged(typed, part.language, |form| inflected(part.language, typed, form))
    }

    fn runs(&self, term: &Term, part: &Part) -> Vec<Run> {
        nearest(self.all_runs(term, part))
    }

    fn all_runs(&self, term: &Term, part: &Part) -> Vec<Run> {
        let judged = |nearness: &dyn Fn(&str) -> Option<u8>| part.one_word(&self.judged(&term.typed(), part.language, nearness));
        match term {
            Term::Word(word) => part.one_word(&self.inflected(word, part)),
            Term::Prefix(prefix) => judged(&|form| form.starts_with(prefix.as_str()).then_some(if form == prefix { 0 } else { 3 })),
            Term::Suffix(suffix) => judged(&|form| form.ends_with(suffix.as_str()).then_some(0)),
            Term::Fuzzy(word, edits) => judged(&|form| {
                inflected(part.language, word, form).or_else(|| (n_edits(&fold(word), form) <= *edits as usize).then_some(4))
            }),
            Term::Compound(left, right) => {
                let mut runs = part.one_word(&self.inflected(&format!("{left}{right}"), part));
                let word = |word: &str| nearest(part.one_word(&self.inflected(word, part)));
                let right = word(right);
                for first in word(left) {
                    let next = right.iter().find(|second| part.between(&first, second) == Some(0));
                    runs.extend(next.map(|next| Run { start: first.start, nearness: first.nearness.max(next.nearness), end: next.end }));
                }
                runs
            }
            Term::Phrase(words, 0) => {
                let words: Vec<Judged> = words.iter().map(|word| self.exact(word, part)).collect();
                let ends = |start: usize| words.iter().try_fold(start, |at, word| exact_at(part, at, word));
                let in_one = |start: &usize, end: usize| part.words[*start].paragraph == part.words[end - 1].paragraph;
                let starts = 0..part.words.len();
                starts
                    .filter_map(|start| ends(start).filter(|end| in_one(&start, *end)).map(|end| Run { start, nearness: 0, end }))
                    .collect()
            }
            Term::Phrase(words, slack) => loose(part, &words.iter().map(|word| self.exact(word, part)).collect::<Vec<_>>(), *slack),
            Term::Near(left, Reach::Words(between), right) => near(part, &self.runs(left, part), *between, &self.runs(right, part)),
            Term::Near(left, reach, right) => {
                let unit = |run: &Run| {
                    let word = &part.words[run.start];
                    if *reach == Reach::Sentence { word.sentence } else { word.paragraph }
                };
                let (left, right) = (self.runs(left, part), self.runs(right, part));
                let beside = |run: &&Run, others: &[Run]| others.iter().any(|other| unit(other) == unit(run) && other.start != run.start);
                let mut runs: Vec<Run> = left.iter().filter(|run| beside(run, &right)).copied().collect();
                runs.extend(right.iter().filter(|run| beside(run, &left)));
                runs
            }
        }
    }
}

/// How near a word of the text is to a word that was typed, in any of its forms.
fn inflected(language: Language, typed: &str, form: &str) -> Option<u8> {
    if form == fold(typed) {
        return Some(0);
    }
    let families = if language == Language::English { ENGLISH } else { FRENCH };
    lexicon::forms(families, &fold(typed)).iter().any(|other| other == form).then_some(2)
}

/// Where the word that was typed ends if it stands at `at` as it is, as one word or in several parts.
fn exact_at(part: &Part, at: usize, typed: &Judged) -> Option<usize> {
    let word = part.words.get(at)?;
    match word.joined {
        _ if typed[word.form].is_some() => Some(at + 1),
        Some((joined, n)) if typed[joined].is_some() => Some(at + n),
        _ => None,
    }
}

/// Passages: the words in the order in which they were typed, each the nearest after the one before, with at most two words
/// between them besides those of grammar that were typed there. Of two that overlap the shorter, else the first.
fn passages(part: &Part, terms: &[(Vec<&str>, Term)], places: &[Vec<Run>]) -> Vec<Run> {
    let mut found: Vec<Run> = Vec::new();
    for start in &places[0] {
        let mut end = *start;
        let is_passage = terms[1..].iter().zip(&places[1..]).all(|((grammar, _), places)| {
            let next = places.iter().find(|place| place.start >= end.end);
            let near = next.filter(|next| part.between(&end, next).is_some_and(|between| between <= LOOSE + grammar.len()));
            near.map(|next| end = *next).is_some()
        });
        if !is_passage {
            continue;
        }
        let passage = Run { end: end.end, ..*start };
        match found.last().copied() {
            Some(last) if passage.start < last.end => {
                if passage.end - passage.start < last.end - last.start {
                    found.pop();
                    found.push(passage);
                }
            }
            _ => found.push(passage),
        }
    }
    found
}

/// All words in any order with at most `slack` others among them. From left to right: as soon as the latest places of all words
/// lie close enough they are a run, and are used up.
fn loose(part: &Part, words: &[Judged], slack: usize) -> Vec<Run> {
    let mut latest: Vec<Option<Run>> = vec![None; words.len()];
    let mut runs = Vec::new();
    for start in 0..part.words.len() {
        let standing: Vec<usize> = (0..words.len()).filter(|at| exact_at(part, start, &words[*at]).is_some()).collect();
        // A word that was typed twice takes two places: the one that waits longest goes first.
        let Some(&at) = standing.iter().min_by_key(|at| latest[**at].map(|run| run.start)) else { continue };
        let end = exact_at(part, start, &words[at]).unwrap();
        latest[at] = Some(Run { start, nearness: 0, end });
        let Some(all) = latest.iter().copied().collect::<Option<Vec<Run>>>() else { continue };
        let first = all.iter().map(|run| run.start).min().unwrap();
        let last = all.iter().map(|run| run.end).max().unwrap();
        let n_words: usize = all.iter().map(|run| run.end - run.start).sum();
        let in_one = part.words[first].paragraph == part.words[last - 1].paragraph;
        if in_one && last - first <= n_words + slack {
            runs.push(Run { start: first, nearness: 0, end: last });
            latest = vec![None; words.len()];
        }
    }
    runs
}

/// The two in any order with at most so many words between; each place is used once, with the nearest. A place of both goes with
/// either.
fn near(part: &Part, left: &[Run], between: usize, right: &[Run]) -> Vec<Run> {
    let mut runs = Vec::new();
    let mut waiting: Option<(Run, bool, bool)> = None;
    for start in 0..part.words.len() {
        let at = |side: &[Run]| side.iter().find(|run| run.start == start).copied();
        let (on_left, on_right) = (at(left), at(right));
        let Some(run) = on_left.into_iter().chain(on_right).min_by_key(|run| run.end) else { continue };
        let (is_left, is_right) = (on_left.is_some(), on_right.is_some());
        match waiting {
            Some((first, was_left, was_right))
                if (was_left && is_right || was_right && is_left) && part.between(&first, &run).is_some_and(|n| n <= between) =>
            {
                runs.push(Run { start: first.start, nearness: first.nearness.max(run.nearness), end: run.end });
                waiting = None;
            }
            _ => waiting = Some((run, is_left, is_right)),
        }
    }
    runs
}

/// Letters that must be put in, left out, changed, or exchanged with their neighbour to make one word of the other.
fn n_edits(a: &str, b: &str) -> usize {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let mut table = vec![vec![0; b.len() + 1]; a.len() + 1];
    for i in 0..=a.len() {
        for j in 0..=b.len() {
            table[i][j] = if i == 0 || j == 0 {
                i + j
            } else {
                let mut least = (table[i - 1][j] + 1).min(table[i][j - 1] + 1).min(table[i - 1][j - 1] + usize::from(a[i - 1] != b[j - 1]));
                if i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] {
                    least = least.min(table[i - 2][j - 2] + 1);
                }
                least
            };
        }
    }
    table[a.len()][b.len()]
}
