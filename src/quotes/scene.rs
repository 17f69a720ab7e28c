//! One article laid out for attribution: its tokens, its sentences outside quotations, who is named where.
//!
//! Words inside a quotation are the speaker's: whoever looks for a subject or a verb steps over them. A sentence here goes
//! on behind a quotation that ends in a full stop when what follows it is in small letters.

use super::grammar::{self, Class};
use super::marks::Marked;
use super::tokens::{Joint, Lexis, Paragraph, Token, Word};
use super::verbs::{Form, Verb};
use crate::corpus::Document;
use crate::entities::{EntityIndex, Mention};
use crate::order::Order;
use crate::span::Span;

pub(super) struct Scene<'a> {
    pub document: &'a Document,
    pub entities: &'a EntityIndex,
    pub mentions: &'a [Mention],
    pub words: &'a [Word],
    pub tokens: Vec<Token>,
    pub paragraphs: Vec<Paragraph>,
    pub marked: Vec<Marked>,
    /// Of each token the outermost quotation that holds it, and the one inside that.
    quoted: [Vec<u32>; 2],
    level: Level,
    /// Of each token whether it attributes words inside a quotation.
    told: Vec<bool>,
    /// First tokens of sentences outside quotations, in order.
    starts: Vec<usize>,
    /// Of each token the mention that begins there, and the one that ends there; the longest.
    begins: Vec<u32>,
    ends: Vec<u32>,
}

const NONE: u32 = u32::MAX;

/// Tokens between an auxiliary and its participle at most, and before them: `a, pour sa part, simplement déclaré`.
const INSERTED: usize = 8;

/// Whose words are looked at: the writer's, or those of whoever is quoted.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Level {
    Writer,
    Quoted,
}

#[cfg(test)]
thread_local! {
    /// How often a word was looked at, to hold the growth of the work.
    pub(super) static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}

/// Tokens behind the last of each sentence, quotations not looked at.
pub(super) fn sentence_ends(document: &Document, tokens: &[Token]) -> Vec<usize> {
    document.sentences.iter().map(|sentence| tokens.partition_point(|token| token.span.start < sentence.span.end)).collect()
}

impl<'a> Scene<'a> {
    pub fn new(
        document: &'a Document,
        entities: &'a EntityIndex,
        lexis: &'a Lexis,
        (tokens, paragraphs): (Vec<Token>, Vec<Paragraph>),
        marked: Vec<Marked>,
    ) -> Self {
        let n = tokens.len();
        let mentions = entities.mentions_in(document.id);
        let (mut begins, mut ends) = (vec![NONE; n], vec![NONE; n]);
        for (mention, at) in mentions.iter().zip(0..) {
            // The longest of those that begin together comes first; of those that end together too.
            let first = tokens.partition_point(|token| token.span.end <= mention.span.start);
            let end = tokens.partition_point(|token| token.span.start < mention.span.end);
            if first < end {
                let (first, last) = (&mut begins[first], &mut ends[end - 1]);
                *first = if *first == NONE { at } else { *first };
                *last = if *last == NONE { at } else { *last };
            }
        }
        let words = &lexis.words;
        let (quoted, level, starts, told, no_marks) = (Default::default(), Level::Writer, Vec::new(), vec![false; n], Vec::new());
        let scene =
            Self { document, entities, mentions, words, tokens, paragraphs, marked: no_marks, quoted, level, told, starts, begins, ends };
        scene.with(marked)
    }

    /// The same with these quotations, which are in order.
    pub fn with(mut self, marked: Vec<Marked>) -> Self {
        self.quoted = [vec![NONE; self.tokens.len()], vec![NONE; self.tokens.len()]];
        for (at, quotation) in (0..).zip(&marked) {
            match quotation.within {
                None => self.quoted[0][quotation.first..quotation.end].fill(at),
                Some(around) if marked[around].within.is_none() => self.quoted[1][quotation.first..quotation.end].fill(at),
                Some(_) => {}
            }
        }
        self.marked = marked;
        self.starts = self.sentence_starts();
        self
    }

    fn sentence_starts(&self) -> Vec<usize> {
        let ends = sentence_ends(self.document, &self.tokens);
        let stopped = |at: usize| matches!(self.sign(at), Some('.' | '!' | '?' | '…'));
        let last = |quotation: &Marked| quotation.parts.last().and_then(|(_, end)| end.checked_sub(1));
        // Behind a quotation that ends in a full stop a capital begins a sentence, whatever the mark.
        let behind = self.marked.iter().filter(|quotation| last(quotation).is_some_and(stopped)).map(|quotation| quotation.end);
        let behind = behind.filter(|at| self.tokens.get(*at).is_some_and(|token| token.capital));
        let mut starts: Vec<usize> = self.paragraphs.iter().map(|paragraph| paragraph.first).chain(ends).chain(behind).collect();
        starts.order();
        starts.dedup();
        // A sentence does not begin inside a quotation.
        starts.retain(|at| *at == 0 || self.quotation(*at).is_none() || self.quotation(*at) != self.quotation(at - 1));
        starts
    }

    /// Tokens of the sentence that holds token `at`.
    pub fn sentence(&self, at: usize) -> (usize, usize) {
        let after = self.starts.partition_point(|start| *start <= at);
        let first = after.checked_sub(1).map_or(0, |before| self.starts[before]);
        let end = self.starts.get(after).copied().unwrap_or(self.tokens.len());
        (first, end.min(self.paragraph(at).end))
    }

    pub fn paragraph(&self, at: usize) -> &Paragraph {
        &self.paragraphs[self.tokens[at.min(self.tokens.len() - 1)].paragraph as usize]
    }

    /// From now on whose words are looked at.
    pub fn look_at(&mut self, level: Level) {
        self.level = level;
    }

    /// The quotation that hides token `at` from whoever reads the words looked at.
    pub fn quotation(&self, at: usize) -> Option<usize> {
        self.quoted[self.level as usize].get(at).filter(|quoted| **quoted != NONE).map(|quoted| *quoted as usize)
    }

    pub fn is_outside(&self, at: usize) -> bool {
        self.quotation(at).is_none()
    }

    /// Says that tokens inside a quotation are the writer's: a clause of attribution.
    pub fn tell(&mut self, first: usize, end: usize) {
        self.told[first..end].fill(true);
    }

    /// True when the writer says token `at`, outside a quotation or in a clause of attribution.
    pub fn is_told(&self, at: usize) -> bool {
        self.is_outside(at) || self.told.get(at).copied().unwrap_or_default()
    }

    pub fn word(&self, at: usize) -> &Word {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.tokens.get(at).map_or(&self.words[0], |token| &self.words[token.word as usize])
    }

    pub fn lower(&self, at: usize) -> &str {
        &self.word(at).lower
    }

    pub fn class(&self, at: usize) -> Class {
        match self.tokens.get(at) {
            Some(token) if token.sign.is_none() => {
                let word = self.word(at);
                grammar::in_language(word.class, &word.lower, self.document.language)
            }
            _ => Class::Other,
        }
    }

    pub fn sign(&self, at: usize) -> Option<char> {
        self.tokens.get(at).and_then(|token| token.sign)
    }

    pub fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.sign.is_none())
    }

    pub fn verb(&self, at: usize) -> Option<Verb> {
        self.word(at).verb
    }

    pub fn joint(&self, at: usize) -> Joint {
        self.tokens.get(at).map_or(Joint::Space, |token| token.joint)
    }

    pub fn is_auxiliary(&self, at: usize) -> bool {
        self.class(at) == Class::Auxiliary && !self.tokens[at].capital
    }

    pub fn is_clitic(&self, at: usize) -> bool {
        self.is_word(at) && grammar::is_clitic(self.class(at), self.lower(at))
    }

    /// The longest mention that begins with token `at`.
    pub fn mention_from(&self, at: usize) -> Option<&'a Mention> {
        self.begins.get(at).filter(|place| **place != NONE).map(|place| &self.mentions[*place as usize])
    }

    /// The longest mention whose last token is `at`.
    pub fn mention_to(&self, at: usize) -> Option<&'a Mention> {
        self.ends.get(at).filter(|place| **place != NONE).map(|place| &self.mentions[*place as usize])
    }

    /// The first token that is not before byte `at`.
    pub fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|token| token.span.end <= at)
    }

    /// Behind the last token of a span.
    pub fn token_behind(&self, span: Span) -> usize {
        self.tokens.partition_point(|token| token.span.start < span.end)
    }

    /// Bytes of tokens `first` to `end`.
    pub fn span(&self, first: usize, end: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[end.max(first + 1) - 1].span)
    }

    /// A form that says by itself that somebody speaks, at `at`: finite, or a participle behind an auxiliary.
    pub fn is_speaking(&self, at: usize) -> bool {
        let Some(verb) = self.verb(at).filter(|_| self.is_word(at)) else { return false };
        match verb.form {
            Form::Finite | Form::Either => true,
            Form::Participle => self.auxiliary_before(at).is_some(),
            Form::Gerund | Form::Infinitive => false,
        }
    }

    /// The auxiliary that goes with the participle at `at`: `a simplement déclaré`, `s’est dit`.
    pub fn auxiliary_before(&self, at: usize) -> Option<usize> {
        let mut place = at;
        for _ in 0..INSERTED {
            place = place.checked_sub(1)?;
            if self.is_auxiliary(place) {
                // Who is condemned does not speak.
                return self.speaks_with(place).then_some(place);
            }
            let may_stand_between = matches!(self.class(place), Class::Adverb | Class::Negation | Class::Pronoun(_))
                || matches!(self.lower(place), "été" | "t" | "tout" | "d" | "abord" | "longtemps" | "beaucoup")
                || self.lower(place).ends_with("ment");
            // `a quant à elle reconnu`, `a, pour sa part, reconnu`, `a, lui, reconnu`.
            let aside = matches!(self.lower(place), "quant" | "à" | "pour" | "sa" | "leur" | "part" | "lui" | "elle" | "eux" | "elles")
                || self.sign(place) == Some(',');
            let locution = || self.is_locution(place) || place > 0 && self.is_locution(place - 1);
            if !(aside || may_stand_between && self.is_word(place) || locution()) {
                return None;
            }
        }
        None
    }

    /// `au contraire`, `par ailleurs`: an adverb of two words, the first at `at`.
    fn is_locution(&self, at: usize) -> bool {
        match self.lower(at) {
            "au" => self.lower(at + 1) == "contraire",
            "en" => matches!(self.lower(at + 1), "outre" | "effet" | "revanche" | "retour" | "substance" | "particulier"),
            "de" | "à" => matches!(self.lower(at + 1), "nouveau" | "raison"),
            "par" => self.lower(at + 1) == "ailleurs",
            _ => false,
        }
    }

    /// `être` makes a passive, but with a reflexive pronoun the past: `s’est félicité`.
    fn speaks_with(&self, auxiliary: usize) -> bool {
        let have = matches!(
            self.lower(auxiliary),
            "a" | "ont"
                | "avait"
                | "avaient"
                | "aura"
                | "auront"
                | "ait"
                | "aient"
                | "eut"
                | "eurent"
                | "ayant"
                | "aurait"
                | "auraient"
                | "has"
                | "have"
                | "had"
                | "will"
                | "would"
        );
        have || auxiliary.checked_sub(1).is_some_and(|before| matches!(self.lower(before), "s" | "se"))
    }
}
