//! Reads what was typed. Whatever is typed is a query; what cannot be read as asked becomes a notice.
//!
//! ```text
//! query   = all { OR all }                        OR, OU
//! all     = item { [AND] item }                   AND, ET; words without an operator are one group
//! item    = { NOT | - } ( field | "(" query ")" | near )          NOT, SAUF
//! near    = operand { (NEAR/n | /s | /p) operand }                PRES/n; same sentence; same paragraph
//! operand = term | field | "(" term { OR term } ")"               entity, type, figure, when
//! term    = word | word* | *word | word~1 | "phrase" | "phrase"~5 | /pattern/
//! field   = name : value                          value: up to a space, or in quotation marks
//! ```
//!
//! Operators are written in capitals: `or` and `ou` are words. A word is what stands between white space, commas and the
//! like; one that holds a hyphen or a full stop is a compound. Function words between other words are neither required nor
//! marked. The last word may go on, unless a space or a mark follows it. Quotation marks and brackets that are not closed
//! are closed at the end. There is no escape character and no weight.
//!
//! Fields (see `field` for their names) are of four kinds. `outlet:`, `author:` and `date:` are true of an article as a whole.
//! `in:` and `speaker:` restrict all that they are typed with, up to the next OR or bracket, excluded words as well; where they
//! are typed with nothing they are what is looked for. `entity:`, `type:`, `figure:` and `when:` are looked for as words are.
//! `dans:` and `sans:` say of which articles the words must be, wherever in the query they stand.

use super::analysis;
use super::balance::{balanced, tell_lone_operators};
use super::function_words::is_function_word;
use super::lex::{Piece, Sign, lex};
use super::notice::{Notice, NoticeKind, Notices};
use super::query::{Leaf, LeafKind, MOST_LEAVES, Node, Query, Typed, Word, Words};
use super::restrict::Restriction;
use super::term;
use super::value::is_found;
use crate::span::Span;
use unicode_normalization::char::is_combining_mark;

/// Characters that are read of a query: some three hundred words. At 0 nothing could be asked; more costs time, and no
/// question is longer.
const LONGEST: usize = 2_000;

/// How often one word is read in a row: twice is a name (`Duran Duran`), more often asks for nothing more.
const MOST_REPEATED: usize = 2;

/// Brackets inside brackets beyond this depth are read as if they were not there.
pub const DEEPEST: usize = 16;

/// As much of `text` as is read.
pub fn read_of(text: &str) -> &str {
    let Some((cut, _)) = text.char_indices().nth(LONGEST) else { return text };
    // Half of a word would be another word, unless it is one without an end.
    let whole = text[..cut].trim_end_matches(|c: char| !c.is_whitespace());
    if whole.trim().is_empty() { &text[..cut] } else { whole }
}

/// Reads `text`.
pub fn parse(text: &str) -> (Query, Vec<Notice>) {
    let read = read_of(text);
    let mut notices = Notices::of(read);
    if read.len() < text.len() {
        let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
        let kind = NoticeKind::QueryCut { read: narrow(LONGEST), length: narrow(text.chars().count()) };
        notices.push(Notice { kind, span: Some(Span::new(read.len(), text.len())), mend: Some(read.trim().to_owned()) });
    }
    let mut pieces = lex(read, &mut notices);
    if !pieces.iter().any(|piece| matches!(piece.sign, Sign::Chunk | Sign::Phrase { .. } | Sign::Pattern(_) | Sign::Field { .. })) {
        // Operators alone are words: « OU » typed by somebody who means the word.
        pieces.retain(|piece| !matches!(piece.sign, Sign::Open | Sign::Close));
        pieces.iter_mut().for_each(|piece| piece.sign = Sign::Chunk);
    }
    let pieces = balanced(read, pieces, &mut notices);
    tell_lone_operators(read, &pieces, &mut notices);
    let unfinished = read.len() == text.len() && read.chars().next_back().is_some_and(may_go_on);
    let mut parser = Parser { text: read, pieces, at: 0, query: Query::default(), notices, unfinished, n_cut: 0, n_repeated: 0 };
    let root = parser.query();
    parser.finish(root)
}

/// True for a last character after which its word may go on: `aujourd'`, `cyber-`.
fn may_go_on(last: char) -> bool {
    last.is_alphanumeric() || is_combining_mark(last) || analysis::is_apostrophe(last) || last == '-'
}

pub struct Parser<'t> {
    pub(super) text: &'t str,
    pub(super) pieces: Vec<Piece>,
    pub(super) at: usize,
    pub(super) query: Query,
    pub(super) notices: Notices<'t>,
    pub(super) unfinished: bool,
    pub(super) n_cut: usize,
    n_repeated: usize,
}

/// What is read between two OR or brackets.
#[derive(Default)]
pub struct Level {
    pub(super) nodes: Vec<Node>,
    /// Things typed one after the other, function words among them.
    words: Vec<Leaf>,
    pub(super) within: Vec<Restriction>,
}

/// Whether what follows is asked for or excluded.
#[derive(Clone, Copy, PartialEq)]
pub enum Asked {
    Wanted,
    Excluded,
}

impl Asked {
    pub(super) fn node(self, node: Node) -> Node {
        match self {
            Self::Wanted => node,
            Self::Excluded => Node::Not(Box::new(node)),
        }
    }
}

impl<'t> Parser<'t> {
    fn finish(mut self, mut root: Option<Node>) -> (Query, Vec<Notice>) {
        if self.query.sets != Default::default() && root.as_ref().is_none_or(|root| !wants(root)) {
            let any = Leaf { text: String::new(), kind: LeafKind::Any, within: Vec::new() };
            let any = self.words_of(any);
            root = one_or(any.into_iter().chain(root).collect(), Node::And);
        }
        let Self { mut query, mut notices, n_cut, n_repeated, text, .. } = self;
        query.root = root;
        if n_repeated > 0 {
            notices.push(Notice::of(NoticeKind::Repeated));
        }
        if n_cut > 0 {
            notices.push(Notice::of(NoticeKind::WordsCut { read: MOST_LEAVES as u32 }));
        }
        let is_grammar =
            |leaf: &Leaf| matches!(&leaf.kind, LeafKind::Word(Word { term, typed: Typed::Whole, .. }) if is_function_word(term));
        if query.root.is_none() && query.conditions.is_empty() {
            notices.push(Notice::of(NoticeKind::NoWord));
        } else if !query.leaves.is_empty() && query.conditions.is_empty() && query.leaves.iter().all(is_grammar) {
            let span = Span::of(text).trim(text);
            let is_one = matches!(query.root, Some(Node::Words(_))) && query.leaves.len() > 1;
            match is_one && !text.contains(['"', '(', ')']) {
                true => notices.mend(NoticeKind::OnlyFunctionWords, span, span, &format!("\"{}\"", span.slice(text))),
                false => notices.tell(NoticeKind::OnlyFunctionWords, span),
            }
        }
        (query, notices.into_list())
    }

    pub(super) fn peek(&self) -> Option<Sign> {
        self.pieces.get(self.at).map(|piece| piece.sign)
    }

    fn next_if(&mut self, sign: Sign) -> bool {
        let is_next = self.peek() == Some(sign);
        self.at += usize::from(is_next);
        is_next
    }

    fn query(&mut self) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            nodes.extend(self.all());
            if !self.next_if(Sign::Or) {
                break;
            }
        }
        one_or(nodes, Node::Or)
    }

    fn all(&mut self) -> Option<Node> {
        let first_leaf = self.query.leaves.len();
        let mut level = Level::default();
        while let Some(sign) = self.peek() {
            match sign {
                Sign::Or | Sign::Close => break,
                Sign::And => {
                    self.at += 1;
                    self.end(&mut level);
                }
                Sign::Not => self.excluded(&mut level),
                _ => self.item(&mut level, Asked::Wanted, self.pieces[self.at].span.start),
            }
        }
        self.end(&mut level);
        self.restrict(first_leaf, &mut level);
        one_or(level.nodes, Node::And)
    }

    fn excluded(&mut self, level: &mut Level) {
        let start = self.pieces[self.at].span.start;
        // `NOT -mot` is typed by somebody who means to exclude, not to ask for what is not excluded.
        while self.next_if(Sign::Not) {}
        self.end(level);
        if !self.peek().is_some_and(Sign::starts_item) {
            return;
        }
        // An excluded word is whole even while it is typed: else its first letter would exclude nearly everything.
        let unfinished = std::mem::replace(&mut self.unfinished, false);
        let mut inner = Level::default();
        // A field says itself what it is to exclude.
        let is_field = matches!(self.peek(), Some(Sign::Field { .. }));
        self.item(&mut inner, Asked::Excluded, start);
        self.end(&mut inner);
        self.unfinished = unfinished;
        level.within.append(&mut inner.within);
        level.nodes.extend(inner.nodes.into_iter().map(|node| if is_field { node } else { Asked::Excluded.node(node) }));
    }

    /// Reads a field, a bracket, or a term with those that nearness ties to it. What is excluded begins at `start`.
    fn item(&mut self, level: &mut Level, asked: Asked, start: u32) {
        let choices = match self.peek() {
            Some(Sign::Field { name, .. }) if !(asked == Asked::Wanted && is_found(name)) => return self.field(level, asked, start),
            Some(Sign::Near(_)) => {
                self.at += 1;
                return self.end(level);
            }
            Some(Sign::Open) if !self.is_near_after_choices() => {
                self.end(level);
                let node = self.bracket();
                level.nodes.extend(node);
                if let Some(Sign::Near(_)) = self.peek() {
                    self.tell_near_bracket();
                    self.at += 1;
                }
                return;
            }
            _ => self.operand(),
        };
        let choices = self.near(choices);
        match <[Leaf; 1]>::try_from(choices) {
            Ok([leaf]) if matches!(leaf.kind, LeafKind::Annotation(_)) => {
                let node = self.words_of(leaf);
                level.nodes.extend(node);
            }
            Ok([leaf]) => level.words.push(leaf),
            Err(choices) => {
                self.end(level);
                let nodes = choices.into_iter().filter_map(|leaf| self.words_of(leaf)).collect();
                level.nodes.extend(one_or(nodes, Node::Or));
            }
        }
    }

    fn bracket(&mut self) -> Option<Node> {
        self.at += 1;
        let node = self.query();
        self.next_if(Sign::Close);
        node
    }

    /// True when a choice opens here that nearness ties to what follows it.
    fn is_near_after_choices(&self) -> bool {
        let after = self.end_of_choices().and_then(|end| self.pieces.get(end));
        matches!(after, Some(Piece { sign: Sign::Near(_), .. }))
    }

    /// Ends a group: function words go, unless there is nothing else.
    fn end(&mut self, level: &mut Level) {
        let group = std::mem::take(&mut level.words);
        let Some(last) = group.len().checked_sub(1) else { return };
        let particle = |place: usize| match &group[place].kind {
            LeafKind::Word(word) if is_function_word(&word.term) => true,
            LeafKind::Word(word) if place < last => term::is_bare_particle(word, group[place + 1].text.as_str()),
            // What may go on to `l'usine`.
            LeafKind::Word(word) => {
                place > 0 && word.typed == Typed::Unfinished && matches!(word.term.as_str(), "l" | "d" | "qu" | "jusqu")
            }
            _ => false,
        };
        let passed: Vec<bool> = (0..group.len()).map(particle).collect();
        let all_passed = passed.iter().all(|p| *p);
        let mut words = Words::default();
        let mut skipped = 0;
        for (leaf, passed) in group.into_iter().zip(passed) {
            let is_same = |at: &&usize| self.query.leaves[**at].kind == leaf.kind;
            if words.leaves.iter().filter(is_same).count() >= MOST_REPEATED {
                self.n_repeated += 1;
            } else if passed && !all_passed {
                skipped += 1;
            } else if let Some(at) = self.leaf(leaf) {
                words.leaves.push(at);
                words.skipped.push(std::mem::take(&mut skipped));
            }
        }
        level.nodes.extend((!words.leaves.is_empty()).then_some(Node::Words(words)));
    }

    /// Takes `leaf` into the query, unless there are too many.
    fn leaf(&mut self, leaf: Leaf) -> Option<usize> {
        if self.query.leaves.len() == MOST_LEAVES {
            self.n_cut += 1;
            return None;
        }
        self.query.leaves.push(leaf);
        Some(self.query.leaves.len() - 1)
    }

    /// A group of one leaf.
    pub(super) fn words_of(&mut self, leaf: Leaf) -> Option<Node> {
        self.leaf(leaf).map(|at| Node::Words(Words { leaves: vec![at], skipped: vec![0] }))
    }
}

/// True when `node` looks for something, and does not only exclude or filter.
pub(super) fn wants(node: &Node) -> bool {
    let mut wants = false;
    node.wanted(&mut |_| wants = true);
    wants
}

fn one_or(mut nodes: Vec<Node>, many: impl FnOnce(Vec<Node>) -> Node) -> Option<Node> {
    if nodes.len() > 1 { Some(many(nodes)) } else { nodes.pop() }
}
