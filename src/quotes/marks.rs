//! Which stretches stand between quotation marks, as tokens.
//!
//! Press pages nest, mix and lose marks: `«` closed by `"`, one never closed, a quotation that opens each of its paragraphs
//! anew. Marks are matched with a short stack in one walk; single marks are believed only in pairs, because apostrophes
//! look like them. A mark that is never closed holds to the end of its paragraph, or of its sentence when that is far or
//! another quotation opens before. Dashes of dialogue are left to `dialogue`.

use super::tokens::{Joint, Paragraph, Token};
use super::{Closing, grammar};
use crate::corpus::ZoneKind;
use crate::order::Order;

/// A quotation as tokens.
#[derive(Clone, Debug)]
pub(super) struct Marked {
    /// The opening mark; of a dash of dialogue the first word.
    pub first: usize,
    /// Behind the closing mark.
    pub end: usize,
    /// Stretches inside the marks, one a paragraph.
    pub parts: Vec<(usize, usize)>,
    pub closing: Closing,
    pub sort: Sort,
    /// Place of the quotation around it.
    pub within: Option<usize>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Sort {
    Guillemets,
    Curly,
    Straight,
    Angles,
    Single,
    Plus,
    Dash,
    /// Nothing but a name and a colon before it.
    Label,
}

impl Sort {
    /// Believed only in pairs.
    fn is_weak(self) -> bool {
        matches!(self, Self::Single | Self::Plus | Self::Angles)
    }
}

/// A mark that waits for its counterpart.
struct Open {
    sort: Sort,
    first: usize,
    parts: Vec<(usize, usize)>,
    /// Where the part begins that is not closed.
    from: usize,
}

#[derive(Clone, Copy, PartialEq)]
enum Role {
    Opens,
    Closes,
    Either,
}

/// Marks open at once at most: with more, the outermost was never meant to be closed. Bounds the work for one mark.
const DEEPEST: usize = 6;
/// Tokens behind a mark without counterpart that still belong to it, to the end of its paragraph; growing, a stray mark takes more.
const LOOSE_END: usize = 120;

/// All quotations between marks, by their opening mark. `sentence_ends` are tokens behind a sentence, in order.
pub(super) fn quotations(tokens: &[Token], paragraphs: &[Paragraph], sentence_ends: &[usize]) -> Vec<Marked> {
    let mut matcher = Matcher { tokens, sentence_ends, found: Vec::new(), open: Vec::new() };
    for (at, paragraph) in paragraphs.iter().enumerate() {
        matcher.read(paragraph);
        matcher.end_paragraph(paragraph, paragraphs.get(at + 1));
    }
    let mut found = matcher.found;
    found.retain(|marked| marked.parts.iter().any(|(first, end)| tokens[*first..*end].iter().any(|token| token.sign.is_none())));
    nest(found)
}

/// Puts quotations in order and says of each which one holds it; what crosses another is left out.
pub(super) fn nest(mut found: Vec<Marked>) -> Vec<Marked> {
    found.order_by_key(|marked| (marked.first, std::cmp::Reverse(marked.end)));
    let mut kept: Vec<Marked> = Vec::with_capacity(found.len());
    let mut around: Vec<usize> = Vec::new();
    for mut marked in found {
        while around.last().is_some_and(|at| kept[*at].end <= marked.first) {
            around.pop();
        }
        marked.within = around.last().copied();
        if marked.within.is_some_and(|at| marked.end > kept[at].end) {
            continue;
        }
        around.push(kept.len());
        kept.push(marked);
    }
    kept
}

struct Matcher<'a> {
    tokens: &'a [Token],
    sentence_ends: &'a [usize],
    found: Vec<Marked>,
    open: Vec<Open>,
}

impl Matcher<'_> {
    fn read(&mut self, paragraph: &Paragraph) {
        let edges = edges(self.tokens, paragraph);
        // A quotation that goes on is opened anew by the first mark of its paragraph.
        let mut from = 0;
        if let (Some(open), Some(&(sort, _, token))) = (self.open.last_mut(), edges.first()) {
            if token == paragraph.first && open.sort == sort {
                open.from = token + 1;
                from = 1;
            } else {
                open.from = paragraph.first;
            }
        }
        let mut closers_left = [0usize; 6];
        edges[from..].iter().filter(|(_, role, _)| *role != Role::Opens).for_each(|(sort, ..)| closers_left[*sort as usize] += 1);
        for (at, &(sort, role, token)) in edges.iter().enumerate().skip(from) {
            closers_left[sort as usize] -= usize::from(role != Role::Opens);
            let own = self.open.iter().rposition(|open| open.sort == sort);
            let opens = match role {
                Role::Opens => true,
                Role::Closes => false,
                Role::Either => own.is_none() && !sort.is_weak(),
            };
            if opens {
                // Marks that are also signs and apostrophes open nothing without a counterpart in the paragraph.
                let believed = !sort.is_weak() || closers_left[sort as usize] > 0 && (sort != Sort::Plus || !self.open.is_empty());
                if believed {
                    self.push(Open { sort, first: token, parts: Vec::new(), from: token + 1 });
                }
            } else if let Some(own) = own {
                if sort == Sort::Single && self.is_genitive(token) && closers_left[sort as usize] > 0 {
                    continue;
                }
                self.close(own, token, Closing::Paired);
            } else if !sort.is_weak() {
                let next = edges.get(at + 1).map(|(sort, role, _)| (*sort, *role));
                self.close_mismatched(token, next);
            }
        }
    }

    /// `the seafarers’ union`: an apostrophe behind a plural.
    fn is_genitive(&self, token: usize) -> bool {
        let before = token.checked_sub(1).map(|at| &self.tokens[at]);
        before.is_some_and(|before| before.sign.is_none()) && self.tokens.get(token + 1).is_some_and(|next| next.sign.is_none())
    }

    fn push(&mut self, open: Open) {
        if self.open.len() == DEEPEST {
            let outermost = self.open.remove(0);
            self.give_up(outermost, open.first);
        }
        self.open.push(open);
    }

    fn close(&mut self, at: usize, token: usize, closing: Closing) {
        for left in self.open.split_off(at + 1) {
            self.give_up(left, token);
        }
        let Some(Open { sort, first, mut parts, from }) = self.open.pop() else { return };
        parts.push((from, token.max(from)));
        self.found.push(Marked { first, end: token + 1, parts, closing, sort, within: None });
    }

    /// A closing mark of a sort that is not open closes the nearest one, unless its own mark comes next.
    fn close_mismatched(&mut self, token: usize, next: Option<(Sort, Role)>) {
        let Some(at) = self.open.iter().rposition(|open| !open.sort.is_weak()) else { return };
        let own_follows = next.is_some_and(|(sort, role)| sort == self.open[at].sort && role == Role::Closes);
        if !own_follows {
            self.close(at, token, Closing::Mismatched);
        }
    }

    /// A mark without counterpart before token `limit`.
    fn give_up(&mut self, open: Open, limit: usize) {
        if open.sort.is_weak() {
            return;
        }
        let Open { sort, first, mut parts, from } = open;
        let inside = self.found.iter().rev().take_while(|marked| marked.first > first);
        let next = inside.filter(|marked| !marked.sort.is_weak()).map(|marked| marked.first).min();
        let sentence = self.sentence_ends.partition_point(|end| *end <= from);
        let sentence = self.sentence_ends.get(sentence).copied().unwrap_or(limit);
        let mut end = match next {
            Some(next) => next.min(sentence),
            None if limit - from.min(limit) > LOOSE_END => sentence,
            None => limit,
        };
        end = end.min(limit).max(from);
        parts.push((from, end));
        self.found.push(Marked { first, end, parts, closing: Closing::Missing, sort, within: None });
    }

    /// What is still open goes on in the next paragraph, or is given up.
    fn end_paragraph(&mut self, paragraph: &Paragraph, next: Option<&Paragraph>) {
        let waiting = self.open.iter().position(|open| !open.sort.is_weak());
        let goes_on = waiting.is_some_and(|at| next.is_some_and(|next| goes_on(self.tokens, self.open[at].sort, paragraph, next)));
        let kept = match waiting {
            Some(at) if goes_on => Some(self.open.remove(at)),
            _ => None,
        };
        while let Some(left) = self.open.pop() {
            self.give_up(left, paragraph.end);
        }
        if let Some(mut open) = kept {
            open.parts.push((open.from, paragraph.end));
            open.from = paragraph.end;
            self.open.push(open);
        }
    }
}

/// True when the next paragraph begins with the mark again, or closes it before it opens another.
fn goes_on(tokens: &[Token], sort: Sort, paragraph: &Paragraph, next: &Paragraph) -> bool {
    let running = |kind| matches!(kind, ZoneKind::Body | ZoneKind::Lead);
    if !running(paragraph.kind) || !running(next.kind) {
        return false;
    }
    let Some(first) = tokens.get(next.first) else { return false };
    let begins = mark(tokens, next.first, next).is_some_and(|(found, _)| found == sort) && first.sign.is_some();
    let edge = (next.first..next.end).filter_map(|at| mark(tokens, at, next)).find(|(found, _)| *found == sort);
    begins || edge.is_some_and(|(_, role)| role == Role::Closes)
}

/// The marks of a paragraph.
fn edges(tokens: &[Token], paragraph: &Paragraph) -> Vec<(Sort, Role, usize)> {
    let places = paragraph.first..paragraph.end;
    let mut found: Vec<_> = places.filter_map(|at| mark(tokens, at, paragraph).map(|(sort, role)| (sort, role, at))).collect();
    // `»…«` as in German.
    let guillemets = || found.iter().filter(|(sort, ..)| *sort == Sort::Guillemets);
    let reversed = guillemets().enumerate().all(|(n, (_, role, _))| (*role == Role::Closes) == n.is_multiple_of(2));
    if reversed && guillemets().count().is_multiple_of(2) {
        for (_, role, _) in found.iter_mut().filter(|(sort, ..)| *sort == Sort::Guillemets) {
            *role = if *role == Role::Closes { Role::Opens } else { Role::Closes };
        }
    }
    found
}

fn mark(tokens: &[Token], at: usize, paragraph: &Paragraph) -> Option<(Sort, Role)> {
    let token = &tokens[at];
    let before = at.checked_sub(1).filter(|before| *before >= paragraph.first).map(|at| &tokens[at]);
    let after = tokens.get(at + 1).filter(|_| at + 1 < paragraph.end);
    // Something stands right before or right behind.
    let opens_before = |sign: char| grammar::OPENING.contains(&sign) || matches!(sign, '(' | '[' | '—' | '–' | '-' | '/');
    let left = token.joint == Joint::Glued && before.is_some_and(|before| !before.sign.is_some_and(opens_before));
    let right = after.is_some_and(|after| after.joint == Joint::Glued);
    let opens_only = |sign: char| matches!(sign, '«' | '“' | '‘' | '‹' | '(' | '[');
    let right_word = right && after.is_some_and(|after| after.sign.is_none_or(opens_only));
    let by_place = match (left, right_word) {
        (false, true) => Role::Opens,
        (true, false) => Role::Closes,
        _ => Role::Either,
    };
    match token.sign? {
        '«' => Some((Sort::Guillemets, Role::Opens)),
        '»' => Some((Sort::Guillemets, Role::Closes)),
        '“' if left && !right_word => Some((Sort::Curly, Role::Either)),
        '“' | '„' | '‟' => Some((Sort::Curly, Role::Opens)),
        '”' if !left && right_word => Some((Sort::Curly, Role::Either)),
        '”' => Some((Sort::Curly, Role::Closes)),
        '"' => Some((Sort::Straight, by_place)),
        '‹' => Some((Sort::Angles, Role::Opens)),
        '›' => Some((Sort::Angles, Role::Closes)),
        '‘' => Some((Sort::Single, Role::Opens)),
        '’' if left && !right_word => Some((Sort::Single, Role::Closes)),
        '\'' | '+' if by_place != Role::Either => Some((if token.sign == Some('+') { Sort::Plus } else { Sort::Single }, by_place)),
        _ => None,
    }
}
