//! The words and signs of an article's own paragraphs, in order, with what each word may be.
//!
//! Finer than the words of `text::words`, because a subject is told by its joint (`a-t-il`) and a quotation by its signs.
//! A word is looked up once in a corpus, however often it stands there.

use std::collections::HashMap;

use unicode_normalization::char::is_combining_mark;

use super::grammar::{self, Class};
use super::verbs::{self, Verb};
use crate::corpus::{Document, ZoneKind};
use crate::span::Span;
use crate::text::{self, Language, Stems, filling, fold};

/// What joins a word to the one before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Joint {
    /// White space.
    Space,
    /// Nothing: a sign beside it.
    Glued,
    Hyphen,
    Apostrophe,
}

/// A word, or a sign that is no joint.
#[derive(Clone, Copy, Debug)]
pub(super) struct Token {
    pub span: Span,
    /// The sign; `None` for a word.
    pub sign: Option<char>,
    /// Place in [`Lexis::words`]; of a sign 0.
    pub word: u32,
    pub joint: Joint,
    pub paragraph: u32,
    pub capital: bool,
}

/// What is known of a word wherever it stands.
#[derive(Clone, Debug)]
pub(super) struct Word {
    /// In lower case, with accents, letters put together.
    pub lower: String,
    pub class: Class,
    pub verb: Option<Verb>,
    /// Equal for words of one stem; of function words `None`.
    pub stem: Option<u32>,
    /// Equal for words of matter that begin alike.
    pub root: Option<u32>,
    /// Equal for words that fold alike.
    pub folded: u32,
}

/// Every word of a corpus, once.
pub(super) struct Lexis<'a> {
    places: HashMap<&'a str, u32>,
    numbers: HashMap<String, u32>,
    pub words: Vec<Word>,
    /// How often each of [`Lexis::words`] stands in what was read.
    counts: Vec<u32>,
}

/// Letters in which words begin alike: `mobilisation`, `mobilisé`.
const ROOT: usize = 5;

/// A paragraph of an article.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paragraph {
    pub first: usize,
    pub end: usize,
    pub kind: ZoneKind,
}

impl<'a> Lexis<'a> {
    pub fn new() -> Self {
        let mut lexis = Self { places: HashMap::new(), numbers: HashMap::new(), words: Vec::new(), counts: Vec::new() };
        // Signs point here.
        lexis.place("", Language::French);
        lexis
    }

    fn place(&mut self, surface: &'a str, language: Language) -> u32 {
        if let Some(place) = self.places.get(surface) {
            return *place;
        }
        let lower = text::compose(&filling::stripped(surface)).to_lowercase();
        let folded = fold(&lower);
        let class = grammar::class(&lower);
        let matter = class == Class::Other && !language.is_function_word(&folded) && folded.len() > 1;
        let stem = matter.then(|| self.number(format!("={}", Stems::of(language).stem(&lower))));
        let root = matter.then(|| self.number(format!("~{}", folded.chars().take(ROOT).collect::<String>())));
        let word = Word { class, verb: verbs::verb(&lower), stem, root, folded: self.number(folded), lower };
        let place = n_of(self.words.len());
        self.words.push(word);
        self.counts.push(0);
        self.places.insert(surface, place);
        place
    }

    fn number(&mut self, key: String) -> u32 {
        let next = n_of(self.numbers.len());
        *self.numbers.entry(key).or_insert(next)
    }

    /// Of each stem and root how much it tells: the logarithm of how seldom it stands in what was read.
    pub fn rarity(&self) -> Vec<f32> {
        let mut counts = vec![0_u32; self.numbers.len()];
        for (word, n) in self.words.iter().zip(&self.counts) {
            [word.stem, word.root].into_iter().flatten().for_each(|key| counts[key as usize] += n);
        }
        let all: u32 = self.words.iter().zip(&self.counts).filter(|(word, _)| word.stem.is_some()).map(|(_, n)| n).sum();
        counts.iter().map(|n| (all.max(1) as f32 / (*n).max(1) as f32).ln()).collect()
    }

    /// Tokens and paragraphs of `document`.
    pub fn read(&mut self, document: &'a Document) -> (Vec<Token>, Vec<Paragraph>) {
        let (mut tokens, mut paragraphs) = (Vec::new(), Vec::new());
        for (zone, number) in document.paragraphs().iter().zip(0..) {
            let first = tokens.len();
            self.read_paragraph(document, zone.span, number, &mut tokens);
            paragraphs.push(Paragraph { first, end: tokens.len(), kind: zone.kind });
        }
        (tokens, paragraphs)
    }

    fn read_paragraph(&mut self, document: &'a Document, span: Span, paragraph: u32, tokens: &mut Vec<Token>) {
        let text = document.text();
        let slice = span.slice(text);
        let base = span.start as usize;
        let mut chars = slice.char_indices().peekable();
        // The joint of what comes next.
        let mut joint = Joint::Space;
        while let Some((at, c)) = chars.next() {
            if filling::is_tag(c) || is_combining_mark(c) {
                continue;
            }
            if c.is_whitespace() {
                joint = Joint::Space;
                continue;
            }
            let is_word = c.is_alphanumeric();
            let mut end = at + c.len_utf8();
            while let Some(&(next, c)) = chars.peek() {
                let goes_on = is_combining_mark(c) || is_word && (c.is_alphanumeric() || filling::is_tag(c));
                if !goes_on {
                    break;
                }
                end = next + c.len_utf8();
                chars.next();
            }
            let after_word = joint == Joint::Glued && tokens.last().is_some_and(|last: &Token| last.sign.is_none());
            if let Some(joined) = as_joint(c, after_word, &slice[end..], tokens.last().map(|last| last.span.slice(text))) {
                joint = joined;
                continue;
            }
            let surface = slice[at..end].trim_end_matches(filling::is_tag);
            let span = Span::new(base + at, base + at + surface.len());
            let word = if is_word { self.place(surface, document.language) } else { 0 };
            self.counts[word as usize] += 1;
            let sign = (!is_word).then_some(c);
            tokens.push(Token { span, sign, word, joint, paragraph, capital: c.is_uppercase() });
            joint = Joint::Glued;
        }
    }
}

/// The joint that the sign `c` is, if it is one: between letters, or an elision before an opening mark.
fn as_joint(c: char, after_word: bool, after: &str, before: Option<&str>) -> Option<Joint> {
    let next = after.chars().find(|c| !filling::is_tag(*c));
    let letter = next.is_some_and(char::is_alphanumeric);
    match c {
        '-' | '‐' | '‑' if after_word && letter => Some(Joint::Hyphen),
        '\'' | '’' | 'ʼ' if after_word && letter => Some(Joint::Apostrophe),
        '\'' | '’' if after_word && next.is_some_and(|c| grammar::OPENING.contains(&c)) => {
            before.is_some_and(grammar::is_elided).then_some(Joint::Apostrophe)
        }
        _ => None,
    }
}

fn n_of(n: usize) -> u32 {
    u32::try_from(n).expect("fewer words than bytes")
}
