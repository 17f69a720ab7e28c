//! Words in a row with what joins them: the ground on which dates and numbers are read.

use super::{filling, fold, words};
use crate::span::Span;

/// A word with its folded form.
#[derive(Clone, Debug)]
pub struct Token {
    pub word: String,
    pub span: Span,
}

/// The words of a stretch of text, folded.
pub fn tokens(text: &str, within: Span) -> Vec<Token> {
    words(text, within).map(|span| Token { word: fold(span.slice(text)), span }).collect()
}

/// What stands between two words.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Joint {
    /// One white character, no line break.
    Space,
    /// More white space; no empty line.
    Blank,
    /// `, `
    Comma,
    /// `-` without spaces, of any make.
    Hyphen,
    /// An apostrophe without spaces.
    Apostrophe,
    /// A mark without spaces: `1.5`, `1,5`, `3/4`, `11:20`.
    Glued(char),
    Other,
}

/// The words of one sentence, for readers that look around.
pub struct Line<'a> {
    pub text: &'a str,
    pub tokens: Vec<Token>,
}

impl<'a> Line<'a> {
    pub fn of(text: &'a str, within: Span) -> Self {
        Self { text, tokens: tokens(text, within) }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn is_empty(&self) -> bool {
        self.tokens.is_empty()
    }

    /// The folded word at a place; nothing past the end.
    pub fn word(&self, at: usize) -> &str {
        self.tokens.get(at).map_or("", |token| token.word.as_str())
    }

    /// The folded word `n` places before one.
    pub fn before(&self, at: usize, n: usize) -> &str {
        at.checked_sub(n).map_or("", |at| self.word(at))
    }

    /// The word as it is written.
    pub fn written(&self, at: usize) -> &'a str {
        self.tokens.get(at).map_or("", |token| token.span.slice(self.text))
    }

    pub fn is_capital(&self, at: usize) -> bool {
        self.written(at).starts_with(char::is_uppercase)
    }

    /// Written with digits alone.
    pub fn is_digits(&self, at: usize) -> bool {
        let word = self.word(at);
        !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit())
    }

    /// What stands between a word and the next; nothing at the end.
    pub fn gap(&self, at: usize) -> &'a str {
        match (self.tokens.get(at), self.tokens.get(at + 1)) {
            (Some(left), Some(right)) => &self.text[left.span.end as usize..right.span.start as usize],
            _ => "",
        }
    }

    /// What joins a word to the next.
    pub fn joint(&self, at: usize) -> Joint {
        if at + 1 >= self.tokens.len() {
            return Joint::Other;
        }
        let gap = filling::stripped(self.gap(at));
        let mut chars = gap.chars();
        match (chars.next(), chars.next(), chars.next()) {
            (Some('-' | '‐' | '‑'), None, _) => Joint::Hyphen,
            (Some('\'' | '’' | 'ʼ'), None, _) => Joint::Apostrophe,
            (Some(','), Some(c), None) if c.is_whitespace() => Joint::Comma,
            (Some(c), None, _) if c.is_whitespace() && c != '\n' => Joint::Space,
            (Some(c), None, _) if !c.is_whitespace() => Joint::Glued(c),
            (Some(_), ..) if gap.chars().all(char::is_whitespace) && gap.matches('\n').count() < 2 => Joint::Blank,
            _ => Joint::Other,
        }
    }

    /// Only white space stands between a word and the next.
    pub fn spaced(&self, at: usize) -> bool {
        matches!(self.joint(at), Joint::Space | Joint::Blank)
    }

    /// Nothing but white space, a hyphen or an apostrophe stands between a word and the next.
    pub fn tied(&self, at: usize) -> bool {
        matches!(self.joint(at), Joint::Space | Joint::Blank | Joint::Hyphen | Joint::Apostrophe)
    }

    /// True when these words follow from `at` on, tied to each other.
    pub fn reads(&self, at: usize, words: &[&str]) -> bool {
        words.iter().enumerate().all(|(n, word)| self.word(at + n) == *word && (n == 0 || self.tied(at + n - 1)))
    }

    /// From the first word to before `next`.
    pub fn span(&self, first: usize, next: usize) -> Span {
        Span { start: self.tokens[first].span.start, end: self.tokens[next - 1].span.end }
    }
}
