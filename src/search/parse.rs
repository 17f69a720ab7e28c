//! Reads what was typed. Whatever is typed is a query; what cannot be read as asked becomes a notice.
//!
//! ```text
//! query  = either { OR either }            OR, OU
//! either = item { [AND] item }             AND, ET; words without an operator are one group
//! item   = [NOT | -] (group | leaf)        NOT, SAUF
//! group  = "(" query ")"                   a bracket not closed is closed at the end
//! leaf   = term [ NEAR/n term ]            n words at most in between, 10 if not said
//! term   = word | word* | word~1 | "phrase" | « phrase » | “phrase”
//! ```
//!
//! Operators are written in capitals. A word is what stands between white space, commas and the like; one that holds a
//! hyphen or a full stop is a compound. Function words between other words are neither required nor marked. The last word
//! may go on, unless a space or a mark follows it. There is no escape character, no field, no weight.

use super::analysis::{self, Link};
use super::function_words::is_function_word;
use super::lex::{Sign, lex};
use super::query::{Leaf, LeafKind, MOST_LEAVES, Node, Query, Reach, Typed, Word, Words};
use super::{Notice, NoticeKind};
use crate::span::Span;
use unicode_normalization::char::is_combining_mark;

/// Characters that are read of a query: some three hundred words. At 0 nothing could be asked; more costs time, and no
/// question is longer.
const LONGEST: usize = 2_000;

/// Brackets inside brackets beyond this depth are read as if they were not there.
const DEEPEST: usize = 16;

/// Reads `text`.
pub fn parse(text: &str) -> (Query, Vec<Notice>) {
    let mut notices = Vec::new();
    let read = match text.char_indices().nth(LONGEST) {
        None => text,
        Some((cut, _)) => {
            let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
            notices.push(Notice::of(NoticeKind::QueryCut { read: narrow(LONGEST), length: narrow(text.chars().count()) }));
            &text[..cut]
        }
    };
    let mut signs = lex(read, &mut notices);
    if signs.iter().all(|sign| !matches!(sign, Sign::Chunk(_) | Sign::Phrase(..))) {
        // Operators alone are words: « OU » typed by somebody who means the word.
        signs = read.split_whitespace().map(|chunk| Sign::Chunk(chunk.to_owned())).collect();
    }
    let unfinished = read.len() == text.len() && read.chars().next_back().is_some_and(may_go_on);
    let mut parser = Parser { signs: signs.into_iter().peekable(), query: Query::default(), unfinished, n_cut: 0 };
    let root = parser.query(0);
    let Parser { mut query, n_cut, .. } = parser;
    query.root = root;
    if n_cut > 0 {
        notices.push(Notice::of(NoticeKind::WordsCut { read: MOST_LEAVES as u32 }));
    }
    if query.root.is_none() {
        notices.push(Notice::of(NoticeKind::NoWord));
    }
    (query, notices)
}

struct Parser {
    signs: std::iter::Peekable<std::vec::IntoIter<Sign>>,
    query: Query,
    unfinished: bool,
    n_cut: usize,
}

/// True for a last character after which its word may go on: `aujourd'`, `cyber-`.
fn may_go_on(last: char) -> bool {
    last.is_alphanumeric() || is_combining_mark(last) || analysis::is_apostrophe(last) || last == '-'
}

/// Things typed one after the other, function words among them.
type Group = Vec<Leaf>;

impl Parser {
    fn query(&mut self, depth: usize) -> Option<Node> {
        let mut nodes = Vec::new();
        loop {
            nodes.extend(self.either(depth));
            if self.signs.next_if_eq(&Sign::Or).is_none() {
                break;
            }
        }
        one_or(nodes, Node::Or)
    }

    fn either(&mut self, depth: usize) -> Option<Node> {
        let mut nodes = Vec::new();
        let mut words = Group::default();
        while let Some(sign) = self.signs.peek() {
            match sign {
                // A bracket that nothing opened.
                Sign::Close if depth == 0 => drop(self.signs.next()),
                Sign::Or | Sign::Close => break,
                Sign::And | Sign::Near(_) => {
                    self.signs.next();
                    nodes.extend(self.end(&mut words));
                }
                Sign::Not => {
                    self.signs.next();
                    nodes.extend(self.end(&mut words));
                    nodes.extend(self.excluded(depth));
                }
                Sign::Open => {
                    nodes.extend(self.end(&mut words));
                    nodes.extend(self.bracket(depth));
                }
                Sign::Chunk(_) | Sign::Phrase(_) => self.leaf(&mut words),
            }
        }
        nodes.extend(self.end(&mut words));
        one_or(nodes, Node::And)
    }

    fn bracket(&mut self, depth: usize) -> Option<Node> {
        self.signs.next();
        if depth >= DEEPEST {
            return None;
        }
        let node = self.query(depth + 1);
        self.signs.next_if_eq(&Sign::Close);
        node
    }

    fn excluded(&mut self, depth: usize) -> Option<Node> {
        let node = match self.signs.peek()? {
            Sign::Open => self.bracket(depth),
            Sign::Chunk(_) | Sign::Phrase(_) => {
                let mut words = Group::default();
                // An excluded word is whole even while it is typed: else its first letter would exclude nearly everything.
                let unfinished = std::mem::replace(&mut self.unfinished, false);
                self.leaf(&mut words);
                self.unfinished = unfinished;
                self.end(&mut words)
            }
            _ => None,
        };
        node.map(|node| Node::Not(Box::new(node)))
    }

    /// Reads a term, with the one that NEAR ties to it, into `group`.
    fn leaf(&mut self, group: &mut Group) {
        let Some(left) = self.term() else { return };
        let Some(&Sign::Near(between)) = self.signs.peek() else { return group.push(left) };
        self.signs.next();
        let next_is_term = matches!(self.signs.peek(), Some(Sign::Chunk(_) | Sign::Phrase(_)));
        group.push(match next_is_term.then(|| self.term()).flatten() {
            None => left,
            Some(right) => Leaf {
                text: format!("{} NEAR/{between} {}", left.text, right.text),
                kind: LeafKind::Near { left: Box::new(left.kind), reach: Reach::Words(between), right: Box::new(right.kind) },
                within: Vec::new(),
            },
        });
    }

    /// Reads one term; nothing when no word is in it.
    fn term(&mut self) -> Option<Leaf> {
        let sign = self.signs.next()?;
        let typed = if self.unfinished && self.signs.peek().is_none() { Typed::Unfinished } else { Typed::Whole };
        match sign {
            Sign::Phrase(text) => phrase(&text, typed),
            Sign::Chunk(text) => chunk(&text, typed),
            _ => None,
        }
    }

    /// Ends a group: function words go, unless there is nothing else.
    fn end(&mut self, group: &mut Group) -> Option<Node> {
        let group = std::mem::take(group);
        let last = group.len().checked_sub(1)?;
        let particle = |place: usize| match &group[place].kind {
            LeafKind::Word(word) if is_function_word(&word.term) => true,
            LeafKind::Word(word) if place < last => is_bare_particle(word, group[place + 1].text.as_str()),
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
            if passed && !all_passed {
                skipped += 1;
            } else if self.query.leaves.len() == MOST_LEAVES {
                self.n_cut += 1;
            } else {
                words.leaves.push(self.query.leaves.len());
                words.skipped.push(std::mem::take(&mut skipped));
                self.query.leaves.push(leaf);
            }
        }
        (!words.leaves.is_empty()).then_some(Node::Words(words))
    }
}

fn one_or(mut nodes: Vec<Node>, many: impl FnOnce(Vec<Node>) -> Node) -> Option<Node> {
    if nodes.len() > 1 { Some(many(nodes)) } else { nodes.pop() }
}

/// True for the `l` of « l interieur »: a particle before a vowel, its apostrophe not typed.
fn is_bare_particle(word: &Word, next: &str) -> bool {
    analysis::is_elided(&word.lower) && analysis::term(next).starts_with(['a', 'e', 'i', 'o', 'u', 'y', 'h'])
}

fn words(text: &str, typed: Typed) -> (Vec<Word>, Vec<Link>) {
    let (mut words, mut links): (Vec<_>, Vec<_>) = analysis::tokens(text, Span::of(text))
        .map(|token| {
            let raw = token.span.slice(text);
            (Word { lower: analysis::lower(raw), term: analysis::term(raw), typed: Typed::Whole }, token.link)
        })
        .filter(|(word, _)| !word.term.is_empty())
        .unzip();
    links.pop();
    if let Some(last) = words.last_mut() {
        last.typed = typed;
    }
    (words, links)
}

fn phrase(text: &str, typed: Typed) -> Option<Leaf> {
    let (all, _) = words(text, typed);
    let bare: Vec<bool> = all.windows(2).map(|pair| is_bare_particle(&pair[0], &pair[1].term)).collect();
    let kept: Vec<Word> = all.into_iter().zip(bare.into_iter().chain([false])).filter(|(_, bare)| !bare).map(|(word, _)| word).collect();
    (!kept.is_empty()).then(|| Leaf { text: text.trim().to_owned(), kind: LeafKind::Phrase { words: kept, slack: 0 }, within: Vec::new() })
}

fn chunk(text: &str, typed: Typed) -> Option<Leaf> {
    let (body, mark) = match text.rfind(['*', '~']) {
        Some(at) if matches!(&text[at..], "*" | "~" | "~1" | "~2") => (&text[..at], text[at..].chars().next()),
        _ => (text, None),
    };
    let typed = if mark.is_some() { Typed::Whole } else { typed };
    let (mut parts, links) = words(body, typed);
    let last = parts.pop()?;
    let text = text.trim_matches(|c: char| !c.is_alphanumeric() && !matches!(c, '*' | '~')).to_owned();
    let kind = match (parts.is_empty(), mark) {
        (true, None) => LeafKind::Word(last),
        (true, Some('*')) => LeafKind::Prefix(last.term),
        (true, Some(_)) => LeafKind::Fuzzy(last),
        (false, _) => {
            let typed = if mark == Some('*') { Typed::Unfinished } else { last.typed };
            parts.push(Word { typed, ..last });
            let lowers: Vec<&str> = parts.iter().map(|word| word.lower.as_str()).collect();
            let lower = links.iter().all(|link| *link == Link::Joined).then(|| analysis::joined(&lowers)).flatten();
            let joined = lower.map(|lower| Word { term: analysis::term(&lower), lower, typed });
            LeafKind::Compound { parts, joined }
        }
    };
    Some(Leaf { text, kind, within: Vec::new() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn show_kind(kind: &LeafKind) -> String {
        let word = |word: &Word| format!("{}{}", word.term, if word.typed == Typed::Unfinished { "…" } else { "" });
        let list = |words: &[Word]| words.iter().map(word).collect::<Vec<_>>().join(" ");
        match kind {
            LeafKind::Word(w) => word(w),
            LeafKind::Prefix(prefix) => format!("{prefix}*"),
            LeafKind::Fuzzy(w) => format!("{}~", w.term),
            LeafKind::Phrase { words, .. } => format!("\"{}\"", list(words)),
            LeafKind::Compound { parts, joined } => format!("[{}|{}]", list(parts), joined.as_ref().map(word).unwrap_or_default()),
            LeafKind::Near { left, reach, right } => format!("{{{} {reach:?} {}}}", show_kind(left), show_kind(right)),
            kind => format!("{kind:?}"),
        }
    }

    fn show(node: &Node, leaves: &[Leaf]) -> String {
        let all = |nodes: &[Node], between: &str| nodes.iter().map(|n| show(n, leaves)).collect::<Vec<_>>().join(between);
        match node {
            Node::Words(words) => words.leaves.iter().map(|leaf| show_kind(&leaves[*leaf].kind)).collect::<Vec<_>>().join(" "),
            Node::And(nodes) => format!("({})", all(nodes, " & ")),
            Node::Or(nodes) => format!("({})", all(nodes, " | ")),
            Node::Not(node) => format!("!{}", show(node, leaves)),
            Node::Filter(filter) => format!("{filter:?}"),
        }
    }

    fn check(text: &str, expected: Expect) {
        let (query, notices) = parse(text);
        let mut shown = query.root.as_ref().map(|root| show(root, &query.leaves)).unwrap_or_default();
        for notice in notices {
            shown.push_str(&format!(" ; {:?}", notice.kind));
        }
        expected.assert_eq(&shown);
    }

    #[test]
    fn the_last_word_may_go_on_until_a_space_follows() {
        check("route fermé", expect!["route ferme…"]);
        check("route fermée ", expect!["route fermee"]);
        check("\"route fermé", expect![[r#""route ferme…" ; UnclosedPhrase"#]]);
        check("maire d'", expect!["maire"]);
        check("aujourd’", expect!["aujourd…"]);
        check("-rou", expect!["!rou"]);
    }

    #[test]
    fn function_words_are_passed_over_unless_alone() {
        check("maire de l ile ", expect!["maire ile"]);
        check("maire de l'ile ", expect!["maire ile"]);
        check("maire de l", expect!["maire"]);
        check("de la ", expect!["de la"]);
        check("\"de l eau\"", expect![[r#""de eau""#]]);
    }

    #[test]
    fn operators_bind_as_written() {
        check("pont AND (gare OR \"place du port\") NOT -marché ", expect![[r#"(pont & (gare | "place du port") & !marche)"#]]);
        check("pont OU gare SAUF marché ", expect!["(pont | (gare & !marche))"]);
        check("fermer NEAR/3 usine ", expect!["{fermer Words(3) usine}"]);
        check("« place du port » -“quai nord”", expect![[r#"("place du port" & !"quai nord")"#]]);
        check("pont -(gare marché)", expect!["(pont & !gare marche)"]);
    }

    #[test]
    fn marks_on_a_word_say_how_it_is_looked_up() {
        check(
            "inond* maire~1 cyber-attaque cyber-att* lejournal.fr ",
            expect!["inond* maire~ [cyber attaque|cyberattaque] [cyber att…|cyberatt…] [lejournal fr|]"],
        );
    }

    #[test]
    fn what_makes_no_sense_is_read_as_far_as_it_goes() {
        check("", expect![" ; NoWord"]);
        check("((( ; ! )", expect![" ; NoWord"]);
        check("OR", expect!["or…"]);
        check("pont AND", expect!["pont"]);
        check("NEAR/3 pont) gare ", expect!["pont gare"]);
        check("pont NEAR/", expect!["pont"]);
    }

    #[test]
    fn a_very_long_query_is_cut() {
        let (query, notices) = parse(&"pont ".repeat(200_000));
        assert_eq!(query.leaves.len(), MOST_LEAVES);
        let kinds: Vec<_> = notices.into_iter().map(|notice| notice.kind).collect();
        assert_eq!(kinds, [NoticeKind::QueryCut { read: 2_000, length: 1_000_000 }, NoticeKind::WordsCut { read: 64 }]);
    }

    proptest! {
        #[test]
        fn anything_is_a_query(text in "([a-cé]{1,3}|[\"«»“”()*~/-]|OR|NOT|NEAR/2|[ ']){0,20}|\\PC{0,40}") {
            parse(&text);
        }
    }
}
