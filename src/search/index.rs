//! The inverted index of a corpus: words, their stems, their postings, and what ranking must know of every part.
//!
//! A part is the article of a page or its furniture: furniture is indexed like an article of its own, so that no search has
//! to ask of every hit where it lies. Offsets are not kept: a position is a number of words, and the few pages that are
//! shown are read again (see `snippet`). Built once, for the whole corpus.

use std::collections::HashMap;

use super::analysis::{self, Link};
use super::dictionary::{Dictionary, TermId};
use super::postings::{Posting, PostingList, Postings};
use super::query::{Field, N_FIELDS};
use crate::corpus::{Corpus, Document, ZoneKind};
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;
use crate::text::{Language, Stems};

/// Which part of a page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    Article,
    Furniture,
}

/// Positions left empty between two fields, so that no phrase and no proximity runs from one into the other.
const FIELD_GAP: u32 = 100;

/// The article or the furniture of one document.
#[derive(Clone, Debug)]
pub struct Part {
    pub document: DocumentId,
    pub side: Side,
    pub language: Language,
    /// Number of words in each field.
    pub lengths: [u32; N_FIELDS],
    /// Position from which on each stretch of one field lies, in order; a range of `Index::runs`.
    runs: (u32, u32),
}

#[derive(Clone, Debug, Default)]
pub struct Index {
    pub terms: Dictionary,
    pub postings: Postings,
    pub parts: Vec<Part>,
    runs: Vec<(u32, Field)>,
    stems: [StemTable; 2],
    /// Mean number of words of each field, over the parts that have it.
    pub mean_lengths: [f32; N_FIELDS],
    pub n_articles: u32,
}

/// Which words have which stem, in one language.
#[derive(Clone, Debug, Default)]
struct StemTable {
    stems: Dictionary,
    /// Pairs of a stem's rank and a word's rank, sorted.
    terms: Vec<(TermId, TermId)>,
    /// The same pairs turned round, sorted.
    of_term: Vec<(TermId, TermId)>,
}

pub const LANGUAGES: [Language; 2] = [Language::French, Language::English];

impl Field {
    fn of(kind: ZoneKind) -> Self {
        match kind {
            ZoneKind::Title => Self::Title,
            ZoneKind::Lead => Self::Lead,
            ZoneKind::Heading | ZoneKind::Body => Self::Body,
            ZoneKind::Caption => Self::Caption,
            _ => Self::Furniture,
        }
    }
}

impl Side {
    pub(super) fn has(self, kind: ZoneKind) -> bool {
        match self {
            Self::Article => kind.is_article(),
            Self::Furniture => !kind.is_article() && kind != ZoneKind::Markup,
        }
    }
}

/// Calls `each` with the position, span, link and field of all words of one side of a page, in order.
pub fn walk(document: &Document, side: Side, mut each: impl FnMut(u32, Span, Link, Field)) {
    let mut position = 0;
    for (zone, place) in document.paragraphs_of(|kind| side.has(kind)).into_iter().zip(0..) {
        let field = Field::of(zone.kind);
        // No phrase runs from one paragraph into the next: furniture may stand between them.
        if place > 0 {
            position += FIELD_GAP;
        }
        for token in analysis::tokens(document.text(), zone.span) {
            each(position, token.span, token.link, field);
            position += 1;
        }
    }
}

impl Index {
    /// The index of `corpus`; `progress` is told how many documents are in it.
    pub fn build(corpus: &Corpus, progress: &mut dyn FnMut(u32)) -> Self {
        let mut builder = Builder::default();
        for (document, n_added) in corpus.documents.iter().zip(1..) {
            builder.add(document, Side::Article);
            builder.add(document, Side::Furniture);
            progress(n_added);
        }
        builder.finish()
    }

    pub fn n_parts(&self) -> u32 {
        u32::try_from(self.parts.len()).expect("fewer parts than 4 thousand millions")
    }

    pub fn is_article(&self, part: u32) -> bool {
        self.parts[part as usize].side == Side::Article
    }

    /// Where the fields of `part` begin, in order.
    pub fn runs(&self, part: &Part) -> &[(u32, Field)] {
        &self.runs[part.runs.0 as usize..part.runs.1 as usize]
    }

    /// Ranks of the words that share a stem with `lower`, a word in lower case with its accents, in `language`.
    ///
    /// What is typed without accents has the stem of the word of the texts that is the same without accents; if there is
    /// none, a final `e` is also tried as `é`.
    pub fn same_stem(&self, language: Language, lower: &str) -> Vec<TermId> {
        let table = &self.stems[language as usize];
        let stemmer = Stems::of(language);
        let mut stems: Vec<TermId> = table.stems.find(&stemmer.stem(lower)).into_iter().collect();
        match self.terms.find(&analysis::term(lower)) {
            Some(term) => stems.extend(pairs(&table.of_term, term)),
            None if lower.is_ascii() && language == Language::French => {
                stems.extend(with_final_accent(lower).and_then(|word| table.stems.find(&stemmer.stem(&word))));
            }
            None => {}
        }
        let mut terms: Vec<TermId> = stems.into_iter().flat_map(|stem| pairs(&table.terms, stem)).collect();
        terms.sort_unstable();
        terms.dedup();
        terms
    }
}

fn pairs(sorted: &[(TermId, TermId)], key: TermId) -> impl Iterator<Item = TermId> + '_ {
    let start = sorted.partition_point(|pair| pair.0 < key);
    sorted[start..].iter().take_while(move |pair| pair.0 == key).map(|pair| pair.1)
}

/// `fermees` as `fermées`: what a past participle typed without accents stands for.
fn with_final_accent(word: &str) -> Option<String> {
    ["ees", "ee", "es", "e"].into_iter().find_map(|ending| {
        let base = word.strip_suffix(ending)?;
        Some(format!("{base}é{}", &ending[1..]))
    })
}

#[derive(Default)]
struct Builder<'c> {
    index: Index,
    /// Rank by appearance of every word form met, by language and raw form, so that a form is folded once.
    forms: [HashMap<&'c str, TermId>; 2],
    compounds: [HashMap<String, TermId>; 2],
    terms: HashMap<String, TermId>,
    lists: Vec<PostingList>,
    stems: [Vec<(String, TermId)>; 2],
    stemmers: Option<[Stems; 2]>,
}

impl<'c> Builder<'c> {
    fn add(&mut self, document: &'c Document, side: Side) {
        let part = self.index.n_parts();
        let first_run = self.index.runs.len();
        let mut lengths = [0; N_FIELDS];
        let mut last = None;
        let mut chain: Vec<Span> = Vec::new();
        walk(document, side, |position, span, link, field| {
            if last != Some(field) {
                self.index.runs.push((position, field));
                last = Some(field);
            }
            lengths[field as usize] += 1;
            let term = self.term(document.language, span.slice(document.text()));
            self.lists[term as usize].push(Posting { part, position, length: 1 });
            chain.push(span);
            if link == Link::Apart {
                if chain.len() > 1 {
                    self.add_compound(document, part, position, &chain);
                }
                chain.clear();
            }
        });
        if first_run == self.index.runs.len() && side == Side::Furniture {
            return;
        }
        let narrow = |n: usize| u32::try_from(n).expect("fewer runs than words");
        let runs = (narrow(first_run), narrow(self.index.runs.len()));
        self.index.parts.push(Part { document: document.id, side, language: document.language, lengths, runs });
    }

    /// Adds the one word that `chain`, which ends at position `last`, makes when nothing separates its parts.
    fn add_compound(&mut self, document: &Document, part: u32, last: u32, chain: &[Span]) {
        let words: Vec<&str> = chain.iter().map(|span| span.slice(document.text())).collect();
        let Some(lower) = analysis::joined(&words) else { return };
        let language = document.language as usize;
        let known = self.compounds[language].get(&lower).copied();
        let term = known.unwrap_or_else(|| {
            let term = self.new_form(document.language, &lower);
            self.compounds[language].insert(lower, term);
            term
        });
        let length = u32::try_from(words.len()).expect("a compound is short");
        self.lists[term as usize].push(Posting { part, position: last + 1 - length, length });
    }

    fn term(&mut self, language: Language, raw: &'c str) -> TermId {
        if let Some(&term) = self.forms[language as usize].get(raw) {
            return term;
        }
        let term = self.new_form(language, &analysis::lower(raw));
        self.forms[language as usize].insert(raw, term);
        term
    }

    /// The rank of a form not met before in `language`; its term may have been met.
    fn new_form(&mut self, language: Language, lower: &str) -> TermId {
        let folded = analysis::term(lower);
        let next = TermId::try_from(self.lists.len()).expect("fewer words than bytes");
        let term = *self.terms.entry(folded).or_insert(next);
        if term == next {
            self.lists.push(PostingList::default());
        }
        let stemmers = self.stemmers.get_or_insert_with(|| LANGUAGES.map(Stems::of));
        self.stems[language as usize].push((stemmers[language as usize].stem(lower), term));
        term
    }

    fn finish(mut self) -> Index {
        drop((self.forms, self.compounds));
        let mut sorted: Vec<(String, TermId)> = self.terms.into_iter().collect();
        sorted.order();
        let mut rank = vec![0; sorted.len()];
        for ((_, term), sorted_rank) in sorted.iter().zip(0..) {
            rank[*term as usize] = sorted_rank;
        }
        let index = &mut self.index;
        index.terms = Dictionary::of(sorted.iter().map(|(word, _)| word.as_str()));
        index.postings = Postings::of(sorted.iter().map(|(_, term)| std::mem::take(&mut self.lists[*term as usize])));
        index.stems = self.stems.map(|stems| StemTable::of(stems.into_iter().map(|(stem, term)| (stem, rank[term as usize])).collect()));
        index.n_articles = index.parts.iter().map(|part| u32::from(part.side == Side::Article)).sum();
        for field in 0..N_FIELDS {
            let lengths = index.parts.iter().map(|part| part.lengths[field]).filter(|length| *length > 0);
            let (n, sum) = lengths.fold((0u32, 0u64), |(n, sum), length| (n + 1, sum + u64::from(length)));
            index.mean_lengths[field] = if n == 0 { 1.0 } else { sum as f32 / n as f32 };
        }
        index.runs.shrink_to_fit();
        index.parts.shrink_to_fit();
        self.index
    }
}

impl StemTable {
    fn of(mut stems: Vec<(String, TermId)>) -> Self {
        stems.order();
        stems.dedup();
        let mut distinct: Vec<&str> = stems.iter().map(|(stem, _)| stem.as_str()).collect();
        distinct.dedup();
        let dictionary = Dictionary::of(distinct.into_iter());
        let mut terms = Vec::with_capacity(stems.len());
        let mut rank = 0;
        for (stem, term) in &stems {
            if dictionary.word(rank) != stem {
                rank += 1;
            }
            terms.push((rank, *term));
        }
        let mut of_term: Vec<_> = terms.iter().map(|(stem, term)| (*term, *stem)).collect();
        of_term.sort_unstable();
        Self { stems: dictionary, terms, of_term }
    }
}
