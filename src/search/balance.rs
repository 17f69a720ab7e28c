//! Brackets and operators that lack something, before the tree is read.
//!
//! After this every bracket has its half or is closed by the end, and none lies too deep: the tree can be read by recursion.

use super::lex::{Piece, Sign, ends_open};
use super::notice::{NoticeKind, Notices};
use super::parse::DEEPEST;
use crate::span::Span;

/// Leaves out brackets that lack their half or lie too deep.
pub fn balanced(text: &str, pieces: Vec<Piece>, notices: &mut Notices<'_>) -> Vec<Piece> {
    let mut open: Vec<usize> = Vec::new();
    let mut dropped = vec![false; pieces.len()];
    let mut too_deep = None;
    for (at, piece) in pieces.iter().enumerate() {
        match piece.sign {
            Sign::Open => {
                open.push(at);
                dropped[at] = open.len() > DEEPEST;
                too_deep = too_deep.or(dropped[at].then_some(piece.span));
            }
            Sign::Close => match open.pop() {
                Some(opening) => dropped[at] = dropped[opening],
                None => {
                    dropped[at] = true;
                    notices.mend(NoticeKind::StrayBracket, piece.span, piece.span, "");
                }
            },
            _ => {}
        }
    }
    if let Some(last) = open.last() {
        let (span, end) = (pieces[*last].span, Span::new(text.len(), text.len()));
        if ends_open(&pieces) {
            notices.tell(NoticeKind::OpenBracket, span);
        } else {
            notices.mend(NoticeKind::OpenBracket, span, end, &")".repeat(open.len()));
        }
    }
    if let Some(span) = too_deep {
        notices.tell(NoticeKind::DeepBrackets { read: DEEPEST as u32 }, span);
    }
    pieces.into_iter().zip(dropped).filter(|(_, dropped)| !dropped).map(|(piece, _)| piece).collect()
}

/// Operators that have nothing to work on.
pub fn tell_lone_operators(text: &str, pieces: &[Piece], notices: &mut Notices<'_>) {
    // A minus before nothing begins nothing.
    let starts = |at: usize| {
        pieces[at.min(pieces.len())..].iter().find(|piece| piece.sign != Sign::Not).is_some_and(|piece| piece.sign.starts_item())
    };
    for (at, piece) in pieces.iter().enumerate() {
        let ended = at.checked_sub(1).is_some_and(|before| pieces[before].sign.ends_item());
        let is_lone = match piece.sign {
            Sign::And | Sign::Or => !ended || !starts(at + 1),
            Sign::Near(_) => !ended || !starts(at + 1) || pieces[at + 1].sign == Sign::Not,
            Sign::Not => !starts(at + 1),
            _ => false,
        };
        if is_lone {
            let operator = piece.span.slice(text).to_owned();
            notices.mend(NoticeKind::LoneOperator { operator }, piece.span, piece.span, "");
        }
    }
}
