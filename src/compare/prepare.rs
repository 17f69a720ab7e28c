//! One article made ready for comparison.
//!
//! Ready, an article takes some thirty times its text, so it is made ready when it is compared and not kept for long. Every word becomes two numbers: the word as folded (for identity) and its stem (for likeness). Sentences are the unit
//! in which passages are sought, which bounds a passage and lets it be found wherever it was moved to; a longer stretch
//! without full stop is cut every [`LONGEST`] words. Nothing here looks at two articles at once.

use std::collections::HashMap;

use super::vocabulary::{Form, Vocabulary};
use super::{clauses, expressions, marks};
use crate::corpus::Document;
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// Words of a segment at most. News sentences rarely pass 60 words; cost of one alignment grows with its square.
pub(super) const LONGEST: usize = 80;

/// One word of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub span: Span,
    /// Equal for words that fold alike.
    pub word: u32,
    /// Equal for words of one stem.
    pub stem: u32,
    /// Carries matter of its own: no function word.
    pub content: bool,
    /// Capitalised inside its sentence: part of a name, very likely.
    pub name_like: bool,
    /// Place of the quotation that holds it.
    pub quotation: Option<u32>,
}

/// A sentence, or a piece of a very long one.
#[derive(Clone, Debug)]
pub(super) struct Segment {
    /// Its words, as a range of [`Prepared::tokens`].
    pub first: usize,
    pub end: usize,
    /// What a reader sees of it.
    pub span: Span,
}

/// A quotation with its marks.
#[derive(Clone, Copy, Debug)]
pub(super) struct Quotation {
    /// Marks included.
    pub outer: Span,
    pub first: usize,
    pub end: usize,
}

/// Two consecutive content words of a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Seed {
    /// Both stems.
    pub key: (u32, u32),
    pub segment: u32,
    /// Place of the first of the two words.
    pub at: u32,
}

/// One article, ready.
#[derive(Clone, Debug, Default)]
pub(super) struct Prepared {
    pub tokens: Vec<Token>,
    pub segments: Vec<Segment>,
    pub quotations: Vec<Quotation>,
    /// Sorted.
    pub seeds: Vec<Seed>,
    /// Segments in order of their words, to find equal ones.
    pub by_words: Vec<u32>,
    /// Where the clauses of each segment begin, relative to its first word; the first at 0.
    pub clauses: Vec<Vec<usize>>,
    /// Distinct content stems of each segment, sorted.
    pub stems: Vec<Vec<u32>>,
}

impl Prepared {
    /// Words of a segment as numbers.
    pub fn words(&self, segment: u32) -> impl Iterator<Item = u32> + '_ {
        self.segment_tokens(segment).iter().map(|token| token.word)
    }

    pub fn segment_tokens(&self, segment: u32) -> &[Token] {
        let segment = &self.segments[segment as usize];
        &self.tokens[segment.first..segment.end]
    }

    /// Words within a span.
    pub fn within(&self, span: Span) -> &[Token] {
        let first = self.tokens.partition_point(|token| token.span.start < span.start);
        let end = self.tokens.partition_point(|token| token.span.end <= span.end);
        &self.tokens[first.min(end)..end]
    }

    /// Segments that a span touches.
    pub fn segments_at(&self, span: Span) -> std::ops::Range<usize> {
        let first = self.segments.partition_point(|segment| segment.span.end <= span.start);
        let end = self.segments.partition_point(|segment| segment.span.start < span.end);
        first..end.max(first)
    }

    /// All words of the article as numbers.
    pub fn words_of_all(&self) -> impl Iterator<Item = u32> + '_ {
        self.tokens.iter().map(|token| token.word)
    }

    /// The quotation of which a token is the first word.
    pub fn quotation_from(&self, token: usize) -> Option<&Quotation> {
        self.tokens[token].quotation.map(|place| &self.quotations[place as usize]).filter(|quotation| quotation.first == token)
    }

    /// The quotation of which a token is the last word.
    pub fn quotation_to(&self, token: usize) -> Option<&Quotation> {
        self.tokens[token].quotation.map(|place| &self.quotations[place as usize]).filter(|quotation| quotation.end == token + 1)
    }

    /// Share of the words of the article that stand within one of `spans`, 0 to 1.
    pub fn share_within(&self, spans: impl Iterator<Item = Span>) -> f32 {
        let mut within = vec![false; self.tokens.len()];
        for span in spans {
            let first = self.tokens.partition_point(|token| token.span.start < span.start);
            let end = self.tokens.partition_point(|token| token.span.end <= span.end);
            within[first.min(end)..end].fill(true);
        }
        within.iter().filter(|within| **within).count() as f32 / within.len().max(1) as f32
    }

    /// Place of the segment that holds a token.
    pub fn segment_of(&self, token: usize) -> u32 {
        let after = self.segments.partition_point(|segment| segment.first <= token);
        u32::try_from(after.saturating_sub(1)).expect("fewer segments than bytes")
    }
}

impl Prepared {
    /// One article, ready, with words and stems as `vocabulary` numbers them.
    pub fn of(document: &Document, vocabulary: &Vocabulary) -> Self {
        let mut forms = HashMap::new();
        let mut reader = Reader::new(document);
        reader.read(&mut |surface| *forms.entry(surface).or_insert_with(|| vocabulary.form(document.language, surface)));
        reader.mark_quotations();
        reader.index();
        reader.prepared
    }

    /// The words of one article, its sentences and their stems, without what only a comparison asks for.
    pub fn words_of<'a>(document: &'a Document, form: &mut dyn FnMut(&'a str) -> Form) -> Self {
        let mut reader = Reader::new(document);
        reader.read(form);
        reader.prepared.stems = reader.prepared.segments.iter().map(|segment| reader.prepared.stems_of(segment)).collect();
        reader.prepared
    }

    /// Distinct content stems of a segment, sorted.
    fn stems_of(&self, segment: &Segment) -> Vec<u32> {
        let content = self.tokens[segment.first..segment.end].iter().filter(|token| token.content);
        let mut stems: Vec<_> = content.map(|token| token.stem).collect();
        stems.order();
        stems.dedup();
        stems
    }
}

struct Reader<'a> {
    document: &'a Document,
    prepared: Prepared,
}

impl<'a> Reader<'a> {
    fn new(document: &'a Document) -> Self {
        Self { document, prepared: Prepared::default() }
    }

    fn read(&mut self, form: &mut dyn FnMut(&'a str) -> Form) {
        for sentence in &self.document.sentences {
            let first = self.prepared.tokens.len();
            for span in text::words(self.document.text(), sentence.span) {
                let Form { word, stem, content } = form(span.slice(self.document.text()));
                self.prepared.tokens.push(Token { span, word, stem, content, name_like: false, quotation: None });
            }
            self.read_expressions(first, form);
            self.mark_names(first);
            self.cut(first, sentence.span);
        }
    }

    /// The last word of a turn has the stem of the word that says the same.
    fn read_expressions(&mut self, first: usize, form: &mut dyn FnMut(&'a str) -> Form) {
        let raw = self.document.text();
        let tokens = &mut self.prepared.tokens;
        let words: Vec<&str> = tokens[first..].iter().map(|token| token.span.slice(raw)).collect();
        for at in 1..words.len() {
            if let Some(meant) = expressions::meant(&words[..=at], words.get(at + 1).copied()) {
                tokens[first + at].stem = form(meant).stem;
            }
        }
    }

    /// Capitals tell names, but not at the start of a sentence and not in a line of capitals.
    fn mark_names(&mut self, first: usize) {
        let raw = self.document.text();
        let capital = |token: &Token| token.span.slice(raw).starts_with(char::is_uppercase);
        let tokens = &mut self.prepared.tokens[first..];
        let n_capitals = tokens.iter().filter(|token| token.content && capital(token)).count();
        let n_content = tokens.iter().filter(|token| token.content).count();
        if n_capitals * 4 > n_content * 3 {
            return;
        }
        for token in tokens.iter_mut().skip(1) {
            token.name_like = token.content && capital(token);
        }
    }

    fn cut(&mut self, first: usize, span: Span) {
        let end = self.prepared.tokens.len();
        for start in (first..end).step_by(LONGEST) {
            let stop = (start + LONGEST).min(end);
            let whole = start == first && stop == end;
            let tokens = &self.prepared.tokens;
            let span = if whole { span } else { tokens[start].span.cover(tokens[stop - 1].span) };
            self.prepared.segments.push(Segment { first: start, end: stop, span });
        }
    }

    fn mark_quotations(&mut self) {
        let document = self.document;
        let tokens = &mut self.prepared.tokens;
        let mut place = 0;
        for outer in document.paragraphs().into_iter().flat_map(|zone| marks::quotations(document.text(), zone.span)) {
            let first = tokens.partition_point(|token| token.span.start < outer.start);
            let end = tokens.partition_point(|token| token.span.end <= outer.end);
            if first < end {
                tokens[first..end].iter_mut().for_each(|token| token.quotation = Some(place));
                self.prepared.quotations.push(Quotation { outer, first, end });
                place += 1;
            }
        }
    }

    fn index(&mut self) {
        let prepared = &mut self.prepared;
        for (segment, place) in prepared.segments.iter().zip(0..) {
            let content: Vec<_> = (segment.first..segment.end).filter(|at| prepared.tokens[*at].content).collect();
            prepared.seeds.extend(content.windows(2).map(|pair| Seed {
                key: (prepared.tokens[pair[0]].stem, prepared.tokens[pair[1]].stem),
                segment: place,
                at: u32::try_from(pair[0]).expect("fewer words than bytes"),
            }));
            prepared.clauses.push(clauses::starts(self.document.text(), &prepared.tokens[segment.first..segment.end]));
        }
        prepared.stems = prepared.segments.iter().map(|segment| prepared.stems_of(segment)).collect();
        prepared.seeds.order();
        let mut by_words: Vec<u32> = (0..).take(prepared.segments.len()).collect();
        by_words.order_by(|x, y| prepared.words(*x).cmp(prepared.words(*y)).then(x.cmp(y)));
        prepared.by_words = by_words;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture::{self, prepare};

    #[test]
    fn words_that_fold_alike_are_one_word_and_families_one_stem() {
        let (documents, _) = prepare(&fixture::corpus(&["L’ÉLÈVE coopère, l'élève coopérait."]));
        let tokens = &documents[0].tokens;
        assert_eq!(tokens[1].word, tokens[4].word);
        assert_ne!(tokens[2].word, tokens[5].word);
        assert_eq!(tokens[2].stem, tokens[5].stem);
    }

    #[test]
    fn a_text_without_full_stop_is_cut() {
        let text = "mot ".repeat(1_000);
        let (documents, _) = prepare(&fixture::corpus(&[&text]));
        assert_eq!(documents[0].segments.len(), 1_000_usize.div_ceil(LONGEST));
    }
}
