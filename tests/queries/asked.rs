//! Queries as a tree, made by chance, and as somebody would type them.

use recoupe::corpus::Corpus;

use crate::articles::{AUTHORS, OUTLETS};
use crate::chance::Chance;
use crate::lexicon::{COMPOUNDS, ENGLISH, FRENCH, FRENCH_GRAMMAR, fold};

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Kind {
    Word,
    Prefix,
    Suffix,
    Fuzzy,
    Compound,
    Phrase,
    Slack,
    Near,
    Sentence,
    Paragraph,
    Choice,
    Exclusion,
    Place,
    Filter,
    Sets,
}

/// A whole query.
#[derive(Debug)]
pub struct Asked {
    pub root: Node,
    /// Places of articles in the corpus.
    pub with: Option<usize>,
    pub without: Option<usize>,
}

#[derive(Clone, Debug)]
pub enum Node {
    /// Terms typed one after the other, each with the words of grammar typed before it.
    Words(Vec<(Vec<&'static str>, Term)>),
    And(Vec<Node>),
    Or(Vec<Node>),
    Not(Box<Node>),
    /// In one of the places of an article, or outside of it.
    In {
        place: &'static str,
        outside: bool,
        node: Box<Node>,
    },
    Outlet(&'static str),
    Author(&'static str),
    /// Every word of the sets, which are asked for alone.
    Any,
    /// As it is typed, with the first and the last day.
    Date(&'static str, &'static str, &'static str),
}

#[derive(Clone, Debug)]
pub enum Term {
    Word(String),
    Prefix(String),
    Suffix(String),
    Fuzzy(String, u32),
    Compound(String, String),
    Phrase(Vec<String>, usize),
    Near(Box<Term>, Reach, Box<Term>),
}

#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reach {
    Words(usize),
    Sentence,
    Paragraph,
}

pub const PLACES: &[&str] = &["title", "lead", "body", "caption", "furniture"];

const DATES: &[(&str, &str, &str)] = &[
    ("2021", "2021-01-01", "2021-12-31"),
    ("2021-03", "2021-03-01", "2021-03-31"),
    ("2021-03-18", "2021-03-18", "2021-03-18"),
    ("2021-03-16..2021-04-01", "2021-03-16", "2021-04-01"),
    ("2021-04..", "2021-04-01", "2099-12-31"),
    ("..2020-06", "1800-01-01", "2020-06-30"),
    ("18/03/2021", "2021-03-18", "2021-03-18"),
];

/// A query of any kind but those that are `waiting`.
pub fn query(chance: &mut Chance, corpus: &Corpus, waiting: &[Kind]) -> Asked {
    loop {
        let sets = chance.once_in(12);
        let root = if sets && chance.once_in(5) { Node::Any } else { node(chance, 2) };
        // Fields alone are what is looked for, with everything in them: the reader is asked for words.
        if sets && !root.wants() || root.restricts_nothing() {
            continue;
        }
        let any = |chance: &mut Chance| chance.below(corpus.documents.len());
        let with = (sets && !chance.once_in(3)).then(|| any(chance));
        let without = (sets && (with.is_none() || chance.once_in(2))).then(|| any(chance));
        let asked = Asked { root, with, without };
        if !asked.kinds().iter().any(|kind| waiting.contains(kind)) {
            return asked;
        }
    }
}

fn node(chance: &mut Chance, depth: usize) -> Node {
    let several = |chance: &mut Chance| (0..2 + chance.below(2)).map(|_| node(chance, depth - 1)).collect::<Vec<_>>();
    match chance.below(if depth == 0 { 4 } else { 14 }) {
        4 | 5 => Node::Or(several(chance)),
        6 => Node::And(several(chance)),
        7 | 8 => Node::And(vec![node(chance, depth - 1), Node::Not(Box::new(words(chance)))]),
        9 => Node::In { place: chance.one(PLACES), outside: chance.once_in(3), node: Box::new(node(chance, depth - 1)) },
        10 => Node::And(vec![filter(chance), node(chance, depth - 1)]),
        11 if chance.once_in(4) => Node::Not(Box::new(words(chance))),
        11 if chance.once_in(3) => filter(chance),
        _ => words(chance),
    }
}

fn filter(chance: &mut Chance) -> Node {
    let filter = match chance.below(3) {
        0 => Node::Outlet(chance.one(OUTLETS)),
        1 => Node::Author(chance.one(AUTHORS)),
        _ => {
            let (typed, first, last) = chance.one(DATES);
            Node::Date(typed, first, last)
        }
    };
    if chance.once_in(4) { Node::Not(Box::new(filter)) } else { filter }
}

fn words(chance: &mut Chance) -> Node {
    let n_words = [1, 1, 1, 2, 2, 3][chance.below(6)];
    let mut terms = Vec::new();
    for at in 0..n_words {
        let grammar = if at > 0 && chance.once_in(3) { vec![chance.one(FRENCH_GRAMMAR)] } else { Vec::new() };
        // Bare words make passages; anything else does not, and is asked for mostly alone.
        terms.push((grammar, if n_words > 1 && !chance.once_in(5) { Term::Word(word(chance)) } else { term(chance) }));
    }
    // The engine reads a word twice in a row and no more.
    if let [(_, Term::Word(a)), (_, Term::Word(b)), (_, Term::Word(c))] = &terms[..]
        && a == b
        && b == c
    {
        terms.pop();
    }
    Node::Words(terms)
}

fn term(chance: &mut Chance) -> Term {
    match chance.below(11) {
        0 => Term::Prefix(part(chance, |word, n| word.chars().take(n).collect())),
        1 => Term::Suffix(part(chance, |word, n| word.chars().skip(word.chars().count().saturating_sub(n)).collect())),
        2 => Term::Fuzzy(word(chance), 1 + chance.below(2) as u32),
        3 => {
            let (left, right) = chance.one(COMPOUNDS);
            Term::Compound(left.to_owned(), right.to_owned())
        }
        4 => Term::Phrase((0..1 + chance.below(3)).map(|_| word_or_grammar(chance)).collect(), 0),
        5 | 6 => Term::Phrase((0..2 + chance.below(2)).map(|_| word(chance)).collect(), 1 + chance.below(8)),
        7 => near(chance, Reach::Words),
        8 => near(chance, |_| Reach::Sentence),
        9 => near(chance, |_| Reach::Paragraph),
        _ => Term::Word(word(chance)),
    }
}

fn near(chance: &mut Chance, reach: impl Fn(usize) -> Reach) -> Term {
    let mut side = || match chance.below(6) {
        0 => Term::Prefix(part(chance, |word, n| word.chars().take(n).collect())),
        1 => Term::Phrase(vec![word_or_grammar(chance), word(chance)], 0),
        _ => Term::Word(word(chance)),
    };
    let (left, right) = (Box::new(side()), Box::new(side()));
    Term::Near(left, reach(chance.below(8)), right)
}

fn part(chance: &mut Chance, cut: impl Fn(&str, usize) -> String) -> String {
    let n = 2 + chance.below(4);
    let word = fold(&word(chance));
    cut(&word, n)
}

/// A word of the articles, as it might be typed.
fn word(chance: &mut Chance) -> String {
    let families = if chance.once_in(4) { ENGLISH } else { FRENCH };
    let family = chance.one(families);
    let word = chance.one(family);
    match chance.below(5) {
        0 => fold(word),
        1 => word.to_uppercase(),
        _ => word.to_owned(),
    }
}

fn word_or_grammar(chance: &mut Chance) -> String {
    if chance.once_in(4) { chance.one(FRENCH_GRAMMAR).to_owned() } else { word(chance) }
}

impl Asked {
    /// As somebody types it; the blank at the end ends the last word.
    pub fn typed(&self) -> String {
        let mut typed = String::new();
        for (name, set) in [("dans", self.with), ("sans", self.without)] {
            if let Some(at) = set {
                typed.push_str(&format!("{name}:{at:03} "));
            }
        }
        let root = self.root.typed();
        // Fields restrict up to the next OR: here they are meant for all.
        typed + &if matches!(self.root, Node::Or(_)) && self.with.or(self.without).is_some() { format!("({root})") } else { root } + " "
    }

    pub fn kinds(&self) -> Vec<Kind> {
        let mut kinds = Vec::new();
        self.root.kinds(&mut kinds);
        if self.with.or(self.without).is_some() {
            kinds.push(Kind::Sets);
        }
        kinds.sort();
        kinds.dedup();
        kinds
    }
}

impl Node {
    fn typed(&self) -> String {
        let all = |nodes: &[Node], between: &str| nodes.iter().map(Node::inside).collect::<Vec<_>>().join(between);
        match self {
            Self::Words(terms) => {
                let typed = |(grammar, term): &(Vec<&str>, Term)| [&grammar[..], &[term.typed().as_str()]].concat().join(" ");
                terms.iter().map(typed).collect::<Vec<_>>().join(" ")
            }
            Self::And(nodes) => all(nodes, " AND "),
            Self::Or(nodes) => all(nodes, " OR "),
            Self::Not(node) => match **node {
                Self::Outlet(_) | Self::Author(_) | Self::Date(..) => format!("-{}", node.typed()),
                _ => format!("NOT {}", node.inside()),
            },
            Self::In { place, outside, node } => format!("{}in:{place} {}", if *outside { "-" } else { "" }, node.inside()),
            Self::Outlet(name) => format!("outlet:\"{name}\""),
            Self::Author(name) => format!("auteur:\"{name}\""),
            Self::Any => String::new(),
            Self::Date(typed, ..) => format!("date:{typed}"),
        }
    }

    /// True when words are asked for, and not only excluded.
    pub fn wants(&self) -> bool {
        match self {
            Self::Words(_) | Self::Any => true,
            Self::And(nodes) | Self::Or(nodes) => nodes.iter().any(Node::wants),
            Self::In { node, .. } => node.wants(),
            Self::Not(_) | Self::Outlet(_) | Self::Author(_) | Self::Date(..) => false,
        }
    }

    fn restricts_nothing(&self) -> bool {
        match self {
            Self::And(nodes) | Self::Or(nodes) => nodes.iter().any(Node::restricts_nothing),
            Self::In { node, .. } => !node.wants() || node.restricts_nothing(),
            Self::Not(node) => node.restricts_nothing(),
            _ => false,
        }
    }

    /// In brackets, unless it is a filter.
    fn inside(&self) -> String {
        let is_filter = |node: &Node| matches!(node, Self::Outlet(_) | Self::Author(_) | Self::Date(..));
        match self {
            Self::Not(node) if is_filter(node) => self.typed(),
            node if is_filter(node) => self.typed(),
            _ => format!("({})", self.typed()),
        }
    }

    fn kinds(&self, kinds: &mut Vec<Kind>) {
        match self {
            Self::Words(terms) => terms.iter().for_each(|(_, term)| term.kinds(kinds)),
            Self::And(nodes) => nodes.iter().for_each(|node| node.kinds(kinds)),
            Self::Or(nodes) => {
                kinds.push(Kind::Choice);
                nodes.iter().for_each(|node| node.kinds(kinds));
            }
            Self::Not(node) => {
                kinds.push(Kind::Exclusion);
                node.kinds(kinds);
            }
            Self::In { node, .. } => {
                kinds.push(Kind::Place);
                node.kinds(kinds);
            }
            Self::Outlet(_) | Self::Author(_) | Self::Date(..) => kinds.push(Kind::Filter),
            Self::Any => {}
        }
    }
}

impl Term {
    pub fn typed(&self) -> String {
        match self {
            Self::Word(word) => word.clone(),
            Self::Prefix(part) => format!("{part}*"),
            Self::Suffix(part) => format!("*{part}"),
            Self::Fuzzy(word, edits) => format!("{word}~{edits}"),
            Self::Compound(left, right) => format!("{left}-{right}"),
            Self::Phrase(words, 0) => format!("« {} »", words.join(" ")),
            Self::Phrase(words, slack) => format!("\"{}\"~{slack}", words.join(" ")),
            Self::Near(left, reach, right) => {
                let tie = match reach {
                    Reach::Words(n) => format!("NEAR/{n}"),
                    Reach::Sentence => "/s".to_owned(),
                    Reach::Paragraph => "/p".to_owned(),
                };
                format!("{} {tie} {}", left.typed(), right.typed())
            }
        }
    }

    fn kinds(&self, kinds: &mut Vec<Kind>) {
        kinds.push(match self {
            Self::Word(_) => Kind::Word,
            Self::Prefix(_) => Kind::Prefix,
            Self::Suffix(_) => Kind::Suffix,
            Self::Fuzzy(..) => Kind::Fuzzy,
            Self::Compound(..) => Kind::Compound,
            Self::Phrase(_, 0) => Kind::Phrase,
            Self::Phrase(..) => Kind::Slack,
            Self::Near(_, Reach::Words(_), _) => Kind::Near,
            Self::Near(_, Reach::Sentence, _) => Kind::Sentence,
            Self::Near(_, Reach::Paragraph, _) => Kind::Paragraph,
        });
        if let Self::Near(left, _, right) = self {
            left.kinds(kinds);
            right.kinds(kinds);
        }
    }
}
