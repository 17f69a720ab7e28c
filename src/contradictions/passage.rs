//! A day, a length, a number or a place with the words by which its statement is known again.
//!
//! No parser: a clause is what stands between marks and the words that open one, with the beginning of its sentence where it
//! says too little; what governs is the nearest word of matter
//! before, else behind. Whether the sentence asserts at all (no question, no negation, no condition) is read from function words
//! and endings, and who answers for it from the quotations.

use std::ops::Range;
use std::rc::Rc;

use super::company::Company;
use crate::compare::Annotated;
use crate::corpus::told::{Aim, aim};
use crate::corpus::{Corpus, Document};
use crate::entities::{EntityKind, MentionForm};
use crate::facts::context::{Lexis, Stem, is_telling};
use crate::facts::telling::{Amount, Source, evolves, speaker};
use crate::id::{DocumentId, EntityId};
use crate::span::Span;
use crate::text::{Language, Line};
use crate::times::{Certainty, Day, TimeKind};

/// What is longer, in days, is a period: a year is a year of many things.
pub(super) const LONGEST: i32 = 31;

/// What is told in one place of a statement.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Matter {
    /// First and last day, and the minute of the day with how many minutes it may be off.
    Day {
        days: (Day, Day),
        minute: Option<(u32, u32)>,
        /// `vers 15 h`: nothing but the minute is told by it.
        is_rough: bool,
    },
    /// A TimeML length, the word that says of what, and whether a deed is said to have lasted so long.
    Length(String, Option<Stem>, bool),
    Number {
        amount: Amount,
        class: String,
    },
    Place {
        entity: EntityId,
        manner: Manner,
    },
}

/// How a place is brought in: `à Nantes` is a town, `en Bretagne` a land, `au palais de Nantes` something within.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Manner {
    At,
    In,
    Within,
}

/// One passage.
#[derive(Clone, Debug)]
pub(super) struct Passage {
    pub document: DocumentId,
    pub matter: Matter,
    pub at: Span,
    pub sentence: Span,
    pub governor: Stem,
    /// Stems of its clause, of its sentence, and of title, sentence before and sentence; sorted, times and numbers left out.
    pub clause: Vec<Stem>,
    pub stems: Vec<Stem>,
    pub around: Vec<Stem>,
    /// Stems of the title.
    pub title: Rc<[Stem]>,
    pub source: Option<Source>,
    /// First and last day that the sentence gives, where it gives one time.
    pub days: Option<(Day, Day)>,
    pub aim: Aim,
    pub company: Rc<Company>,
}

/// Words that open a clause, folded.
const OPENERS: &[&str] = &[
    "et", "mais", "qui", "que", "dont", "ou", "afin", "pour", "car", "lorsque", "quand", "alors", "tandis", "apres", "avant", "selon",
    "and", "but", "who", "which", "that", "while", "when", "after", "before",
];

/// Stems of a clause at least: a shorter one takes the beginning of the sentence, where the subject stands as a rule.
const CLAUSE: usize = 2;

/// All passages of the articles that assert something.
pub(super) fn passages(corpus: &Corpus, found: Annotated) -> Vec<Passage> {
    let mut lexis = Lexis::default();
    let mut passages = Vec::new();
    for document in &corpus.documents {
        let title = document.metadata.title.as_ref().map_or("", |title| &title.value);
        let title: Rc<[Stem]> = lexis.stems(title, Span::of(title), document.language).into();
        let mut before: Vec<Stem> = Vec::new();
        for sentence in &document.sentences {
            let Some(told) = Sentence::of(document, sentence.span, found, &mut lexis) else { continue };
            let mut around: Vec<Stem> = title.iter().chain(&before).chain(&told.all).copied().collect();
            sort(&mut around);
            if !told.asks() {
                told.passages(&around, &title, &mut passages);
            }
            before.clone_from(&told.all);
        }
    }
    passages
}

fn sort(stems: &mut Vec<Stem>) {
    stems.sort_unstable();
    stems.dedup();
}

/// A sentence, word by word.
struct Sentence<'a> {
    document: &'a Document,
    found: Annotated<'a>,
    span: Span,
    line: Line<'a>,
    /// Under each word its stem, if it says something and belongs to no time and no number.
    stems: Vec<Option<Stem>>,
    /// All of them, sorted.
    all: Vec<Stem>,
    /// Where its clauses begin.
    starts: Vec<usize>,
}

impl<'a> Sentence<'a> {
    fn of(document: &'a Document, span: Span, found: Annotated<'a>, lexis: &mut Lexis) -> Option<Self> {
        let line = Line::of(document.text(), span);
        if line.is_empty() {
            return None;
        }
        let times = within(found.times.times_in(document.id), span, |time| time.span);
        let figures = within(found.figures.figures_in(document.id), span, |figure| figure.span);
        let taken: Vec<Span> = times.iter().map(|time| time.span).chain(figures.iter().map(|figure| figure.span)).collect();
        let stem = |at: usize, lexis: &mut Lexis| {
            let free = !taken.iter().any(|span| span.overlaps(line.tokens[at].span));
            (free && is_telling(&line, at, document.language)).then(|| lexis.stem(line.word(at), document.language))
        };
        let stems: Vec<Option<Stem>> = (0..line.len()).map(|at| stem(at, lexis)).collect();
        let mut all: Vec<Stem> = stems.iter().flatten().copied().collect();
        sort(&mut all);
        let starts = starts(&line);
        Some(Self { document, found, span, line, stems, all, starts })
    }

    fn asks(&self) -> bool {
        self.span.slice(self.document.text()).trim_end().ends_with(['?', '…'])
    }

    /// The clause of some words, the one before it while it says nothing, else the one behind.
    fn clause(&self, places: &Range<usize>) -> Range<usize> {
        let mut first = self.starts.partition_point(|start| *start <= places.start).saturating_sub(1);
        let mut next = first + 1;
        let end = |next: usize| self.starts.get(next).copied().unwrap_or(self.line.len());
        let says = |first: usize, next: usize| self.stems[self.starts[first]..end(next)].iter().any(Option::is_some);
        while !says(first, next) && first > 0 {
            first -= 1;
        }
        while !says(first, next) && next < self.starts.len() {
            next += 1;
        }
        self.starts[first]..end(next).max(places.end)
    }

    /// What belongs to a clause that says little: the beginning of the sentence.
    fn beginning(&self, clause: &Range<usize>) -> Range<usize> {
        let n_said = self.stems[clause.clone()].iter().flatten().count();
        let end = self.starts.get(1).copied().unwrap_or(self.line.len());
        if n_said < CLAUSE && clause.start >= end { 0..end } else { 0..0 }
    }

    fn passages(&self, around: &[Stem], title: &Rc<[Stem]>, passages: &mut Vec<Passage>) {
        let mut found: Vec<(Span, Matter)> = Vec::new();
        found.extend(self.times());
        found.extend(self.numbers());
        found.extend(self.places());
        let company = Rc::new(Company::of(self.found, self.document.id, self.span));
        let days = self.days();
        for (at, matter) in &found {
            let places = self.words(*at);
            let clause = self.clause(&places);
            let beginning = self.beginning(&clause);
            if places.is_empty() || !self.asserts(clause.clone()) || !self.asserts(beginning.clone()) {
                continue;
            }
            if !matches!(matter, Matter::Day { .. }) && clause.clone().chain(beginning.clone()).any(|at| self.is_one_of_many(at)) {
                continue;
            }
            // Of two days in one clause nobody says here which deed has which.
            let rival = |(other, kind): &(Span, Matter)| {
                other != at && std::mem::discriminant(kind) == std::mem::discriminant(matter) && {
                    let other = self.words(*other);
                    clause.contains(&other.start) && !matches!(matter, Matter::Number { .. } | Matter::Place { .. })
                }
            };
            let governor = match matter {
                Matter::Length(_, of, true) => *of,
                _ => self.governor(&places, &clause),
            };
            let (Some(governor), false) = (governor, found.iter().any(rival)) else { continue };
            let own = |at: usize| self.stems[at].filter(|_| !matches!(matter, Matter::Place { .. }) || !places.contains(&at));
            let stems_of = |places: std::iter::Chain<Range<usize>, Range<usize>>| {
                let mut stems: Vec<Stem> = places.filter_map(own).collect();
                sort(&mut stems);
                stems
            };
            passages.push(Passage {
                document: self.document.id,
                matter: matter.clone(),
                at: *at,
                sentence: self.span,
                governor,
                clause: stems_of(beginning.chain(clause.clone())),
                stems: stems_of((0..0).chain(0..self.line.len())),
                around: around.to_vec(),
                title: title.clone(),
                source: speaker(self.found.quotes, self.document, *at),
                company: company.clone(),
                days,
                aim: aim(self.document.text(), &self.line.tokens, places.start, places.end, self.document.language),
            });
        }
    }

    fn words(&self, span: Span) -> Range<usize> {
        let tokens = &self.line.tokens;
        tokens.partition_point(|token| token.span.end <= span.start)..tokens.partition_point(|token| token.span.start < span.end)
    }

    /// The nearest word of matter before, in the clause, else behind.
    fn governor(&self, places: &Range<usize>, clause: &Range<usize>) -> Option<Stem> {
        let before = (clause.start..places.start).rev().find_map(|at| self.stems[at]);
        before.or_else(|| (places.end..clause.end).find_map(|at| self.stems[at]))
    }

    /// True when a clause says that something is, was or will be so.
    fn asserts(&self, clause: Range<usize>) -> bool {
        const NOT: &[&str] = &[
            "ne",
            "n",
            "ni",
            "si",
            "peut-etre",
            "eventuel",
            "eventuelle",
            "eventuellement",
            "sauf",
            "initialement",
            "aurait",
            "auraient",
            "not",
            "never",
            "if",
            "would",
            "could",
            "might",
            "may",
            "unless",
            "perhaps",
        ];
        !clause.into_iter().any(|at| {
            let word = self.line.word(at);
            NOT.contains(&word) || self.document.language == Language::French && is_conditional(word)
        })
    }

    /// `la prochaine étape` is another one in each article.
    fn is_one_of_many(&self, at: usize) -> bool {
        const WORDS: &[&str] =
            &["prochain", "prochaine", "suivant", "suivante", "precedent", "precedente", "next", "following", "previous"];
        WORDS.contains(&self.line.word(at))
    }

    fn times(&self) -> Vec<(Span, Matter)> {
        let times = within(self.found.times.times_in(self.document.id), self.span, |time| time.span);
        let before = |span: Span, words: &[&str]| {
            let first = self.words(span).start;
            (1..=2).any(|n| words.contains(&self.line.before(first, n))) || words.contains(&self.line.word(first))
        };
        const ABOUT: &[&str] = &["vers", "environ", "around", "about"];
        const OPEN: &[&str] =
            &["pres", "avant", "apres", "depuis", "jusqu", "jusque", "peu", "since", "until", "before", "after", "shortly"];
        let told = times.iter().filter(|time| !before(time.span, OPEN)).filter_map(|time| match time.kind {
            TimeKind::Date if time.certainty <= Certainty::Resolved => {
                let days = time.earliest.zip(time.latest)?;
                let is_rough = before(time.span, ABOUT) || self.is_about(time.span, ABOUT);
                let minute = minute(&time.value).map(|minute| (minute, leeway(minute, is_rough)));
                (!is_rough || minute.is_some()).then_some((time.span, Matter::Day { days, minute, is_rough }))
            }
            TimeKind::Duration if !before(time.span, ABOUT) => {
                let places = self.words(time.span);
                if let Some(of) = self.lasting(&places) {
                    return Some((time.span, Matter::Length(time.value.clone(), Some(of), true)));
                }
                // `trois ans de prison` : the word behind says of what.
                let behind = places.end;
                let of = (behind..self.line.len().min(behind + 3)).find_map(|at| self.stems[at]);
                Some((time.span, Matter::Length(time.value.clone(), of, false)))
            }
            _ => None,
        });
        told.collect()
    }

    /// The deed that lasted: `le siège a duré trois heures`, `assiégés pendant trois heures`.
    fn lasting(&self, length: &Range<usize>) -> Option<Stem> {
        const LASTED: &[&str] = &["dure", "durait", "durera", "lasted"];
        const FURTHEST: usize = 4;
        let first = length.start.checked_sub(1)?;
        let word = self.line.word(first);
        let until = if LASTED.contains(&word) || matches!(word, "pendant" | "durant" | "for") { first } else { return None };
        let clause = self.clause(&(first..length.end)).start;
        (clause.max(until.saturating_sub(FURTHEST))..until).rev().find_map(|at| self.stems[at])
    }

    /// `jeudi vers 17 h 40`: the word stands within.
    fn is_about(&self, span: Span, words: &[&str]) -> bool {
        self.words(span).any(|at| words.contains(&self.line.word(at)))
    }

    /// The days of its one time.
    fn days(&self) -> Option<(Day, Day)> {
        let times = within(self.found.times.times_in(self.document.id), self.span, |time| time.span);
        let mut dated = times.iter().filter(|time| time.kind == TimeKind::Date && time.certainty <= Certainty::Likely);
        let days = dated.next().and_then(|time| time.earliest.zip(time.latest));
        days.filter(|days| days.1.0 - days.0.0 <= LONGEST && dated.next().is_none())
    }

    fn numbers(&self) -> Vec<(Span, Matter)> {
        let figures = within(self.found.figures.figures_in(self.document.id), self.span, |figure| figure.span);
        let told = figures.iter().filter_map(|figure| {
            let amount = Amount::of(figure);
            let class = figure.unit.clone().or_else(|| figure.counted.as_ref().map(|counted| counted.key.clone()))?;
            // What goes on counting is judged with the rest of its count.
            (amount.is_exact && !evolves(&class)).then_some((figure.span, Matter::Number { amount, class }))
        });
        told.collect()
    }

    fn places(&self) -> Vec<(Span, Matter)> {
        let mentions = within(self.found.entities.mentions_in(self.document.id), self.span, |mention| mention.span);
        let told = mentions.iter().filter(|mention| mention.kind == EntityKind::Place && mention.form == MentionForm::Name);
        told.filter_map(|mention| {
            let first = self.words(mention.span).start;
            let manner = self.manner(first)?;
            Some((mention.span, Matter::Place { entity: mention.entity, manner }))
        })
        .collect()
    }

    /// How the place that begins at a word is brought in; nothing where it does not say where something is.
    fn manner(&self, first: usize) -> Option<Manner> {
        const LOCATIVE: &[&str] = &["a", "au", "aux", "dans", "sur", "chez", "pres", "at", "in", "near"];
        let before = if matches!(self.line.before(first, 1), "la" | "le" | "les" | "l") { 2 } else { 1 };
        match self.line.before(first, before) {
            "a" | "au" | "at" => Some(Manner::At),
            "en" | "dans" | "in" => Some(Manner::In),
            "de" | "d" | "du" | "of" => {
                let near = (before + 1..=before + 5).take_while(|n| *n <= first && self.line.tied(first - n));
                near.into_iter().any(|n| LOCATIVE.contains(&self.line.before(first, n))).then_some(Manner::Within)
            }
            _ => None,
        }
    }
}

/// Places at which a clause begins; the first is 0.
fn starts(line: &Line<'_>) -> Vec<usize> {
    let mut starts = vec![0];
    for at in 1..line.len() {
        let marked = line.gap(at - 1).contains([',', ';', ':', '(', ')', '«', '»', '“', '”', '"', '–', '—']);
        if marked || OPENERS.contains(&line.word(at)) {
            starts.push(at);
        }
    }
    starts
}

/// A French verb in the conditional, by its ending.
pub(super) fn is_conditional(word: &str) -> bool {
    word.len() > 5 && (word.ends_with("rait") || word.ends_with("raient"))
}

/// Minutes by which the writer of an hour may be off: `15 heures` is said of what is nearly an hour away, `15 h 42` is not.
fn leeway(minute: u32, is_rough: bool) -> u32 {
    match minute % 60 {
        0 => 45,
        _ if is_rough => 30,
        _ => 20,
    }
}

/// The minute of the day of a TimeML value: `2021-10-03T04:00`.
fn minute(value: &str) -> Option<u32> {
    let (_, hour) = value.split_once('T')?;
    let (hour, minute) = hour.split_once(':')?;
    Some(60 * hour.parse::<u32>().ok()? + minute.parse::<u32>().ok()?)
}

/// Those of `all`, in order and not overlapping but for nested ones, that lie in a sentence.
pub(super) fn within<T>(all: &[T], sentence: Span, span: impl Fn(&T) -> Span) -> &[T] {
    let start = all.partition_point(|one| span(one).start < sentence.start);
    let end = all.partition_point(|one| span(one).start < sentence.end);
    &all[start..end.max(start)]
}
