//! Reads what is looked up, one thing at a time, and what nearness ties together.
//!
//! Each side of NEAR, `/s` and `/p` is one term or a choice of terms in brackets; a choice is read as every pair it allows.
//! Several in a row tie from left to right: `a /s b /s c` is `a /s b`, with `c` in its sentence.

use super::expression;
use super::lex::{Piece, Sign};
use super::notice::NoticeKind;
use super::parse::{DEEPEST, Parser};
use super::query::{Leaf, LeafKind, Reach, Typed};
use super::term;
use super::value::{FieldText, is_found};
use crate::span::Span;

/// Choices that nearness may have: `(a OR b) /s (c OR d)` has four, each looked up by itself.
const MOST_CHOICES: usize = 16;

impl Parser<'_> {
    /// Where the bracket ends that opens here, if it holds nothing but terms with OR between them.
    pub(super) fn end_of_choices(&self) -> Option<usize> {
        let sign = |at: usize| self.pieces.get(at).map(|piece| piece.sign);
        let mut at = self.at + 1;
        loop {
            if !matches!(sign(at)?, Sign::Chunk | Sign::Phrase { .. } | Sign::Pattern(_)) {
                return None;
            }
            match sign(at + 1) {
                None => return Some(at + 1),
                Some(Sign::Close) => return Some(at + 2),
                Some(Sign::Or) => at += 2,
                Some(_) => return None,
            }
        }
    }

    /// Reads one side of NEAR: one leaf, or several to choose from.
    pub(super) fn operand(&mut self) -> Vec<Leaf> {
        let mut choices = Vec::new();
        match self.peek() {
            Some(Sign::Open) => {
                let end = self.end_of_choices().unwrap_or(self.at);
                while self.at < end {
                    choices.extend(self.term());
                }
            }
            Some(Sign::Field { name, value, .. }) => {
                let field = self.field_text(name, value);
                self.query.conditions.push(field.span);
                self.at += 1;
                choices.extend(self.found(field));
            }
            _ => choices.extend(self.term()),
        }
        choices
    }

    /// Ties what NEAR, `/s` and `/p` tie to `left`.
    pub(super) fn near(&mut self, mut left: Vec<Leaf>) -> Vec<Leaf> {
        while let Some(Sign::Near(reach)) = self.peek() {
            let can_follow = match self.pieces.get(self.at + 1).map(|piece| piece.sign) {
                Some(Sign::Chunk | Sign::Phrase { .. } | Sign::Pattern(_)) => true,
                Some(Sign::Field { name, .. }) => is_found(name),
                Some(Sign::Open) => {
                    self.at += 1;
                    let is_choice = self.end_of_choices().is_some();
                    self.at -= 1;
                    if !is_choice {
                        self.tell_near_bracket();
                    }
                    is_choice
                }
                _ => false,
            };
            if !can_follow {
                break;
            }
            self.at += 1;
            let right = self.operand();
            if left.is_empty() || right.is_empty() {
                left.extend(right);
            } else if left.len() * right.len() > MOST_CHOICES || depth(&left[0].kind) > DEEPEST {
                self.n_cut += right.len();
            } else {
                left = left.iter().flat_map(|left| right.iter().map(|right| tied(left, reach, right))).collect();
            }
        }
        left
    }

    pub(super) fn tell_near_bracket(&mut self) {
        let span = self.pieces[self.at].span;
        self.notices.mend(NoticeKind::NearBracket, span, span, "AND");
    }

    /// Reads one term; nothing when no word is in it.
    fn term(&mut self) -> Option<Leaf> {
        let Piece { sign, span } = *self.pieces.get(self.at)?;
        self.at += 1;
        let ends_query = self.at == self.pieces.len() && span.end as usize == self.text.len();
        let typed = if self.unfinished && ends_query { Typed::Unfinished } else { Typed::Whole };
        match sign {
            Sign::Phrase { inside, slack, .. } => term::phrase(inside.slice(self.text), typed, slack),
            Sign::Chunk => term::chunk(self.text, span, typed, &mut self.notices),
            Sign::Pattern(inside) => self.pattern(inside, span),
            _ => None,
        }
    }

    fn pattern(&mut self, inside: Span, span: Span) -> Option<Leaf> {
        match expression::read(inside.slice(self.text)) {
            Ok(pattern) => {
                #[cfg(not(feature = "whole"))]
                self.notices.tell(NoticeKind::PatternNeedsWhole, span);
                Some(Leaf { text: span.slice(self.text).to_owned(), kind: LeafKind::Pattern(pattern), within: Vec::new() })
            }
            Err(why) => {
                let start = inside.start as usize;
                let at = Span::new(start + why.at.start as usize, start + why.at.end as usize);
                self.notices.tell(NoticeKind::PatternNotRead { fault: why.fault }, at);
                None
            }
        }
    }

    /// The leaf of what another layer found.
    pub(super) fn found(&mut self, field: FieldText<'_>) -> Option<Leaf> {
        let annotated = field.annotation(&mut self.notices)?;
        Some(Leaf { text: field.span.slice(self.text).to_owned(), kind: LeafKind::Annotation(annotated), within: Vec::new() })
    }
}

/// The two tied together.
fn tied(left: &Leaf, reach: Reach, right: &Leaf) -> Leaf {
    let tie = match reach {
        Reach::Words(between) => format!("NEAR/{between}"),
        Reach::Sentence => "/s".to_owned(),
        Reach::Paragraph => "/p".to_owned(),
    };
    let kind = LeafKind::Near { left: Box::new(left.kind.clone()), reach, right: Box::new(right.kind.clone()) };
    Leaf { text: format!("{} {tie} {}", left.text, right.text), kind, within: Vec::new() }
}

/// How many ties lie inside `kind`.
fn depth(kind: &LeafKind) -> usize {
    let mut depth = 0;
    let mut kind = kind;
    while let LeafKind::Near { left, .. } = kind {
        depth += 1;
        kind = left;
    }
    depth
}
