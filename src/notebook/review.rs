//! A press review in the making: what was collected, in the reader's order, with their own words between.

use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::Anchor;

/// What was collected, in order.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Review {
    pub title: Option<String>,
    pub items: Vec<Item>,
}

/// One thing of a review.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Item {
    /// Begins a group.
    Heading(String),
    /// What the reader writes between.
    Words(String),
    Clipping(Clipping),
}

/// What was cut out of the corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Clipping {
    pub kind: ClippingKind,
    pub length: Length,
    /// The passages: one, or those of both sides of a disagreement, or all that tell a statement.
    pub anchors: Vec<Anchor>,
    /// What is said of them in words: the speaker of a quotation, the sentence of a finding or chart. May be empty.
    pub said: String,
    /// Where in the page it was found, from its `#` on; empty when that is the passage itself.
    pub address: String,
    /// Of a chart: the [`Drawing`](super::Drawing) as it was, written; may be empty.
    pub drawing: String,
}

/// Between what a clipping is about, in the words of the articles, and what is said of it.
pub const TOPIC_END: &str = "\u{a0}· ";

/// How much of its passages a clipping shows.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Length {
    /// The first words, see [`shown`](super::shown).
    #[default]
    Short,
    Whole,
}

/// A step of an item among the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shift {
    Up,
    Down,
}

/// What a clipping is of.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum ClippingKind {
    #[default]
    Passage,
    Quotation,
    Statement,
    Disagreement,
    Chart,
}

impl Review {
    /// What was cut out, in order.
    pub fn clippings(&self) -> impl Iterator<Item = &Clipping> {
        self.items.iter().filter_map(|item| match item {
            Item::Clipping(clipping) => Some(clipping),
            Item::Heading(_) | Item::Words(_) => None,
        })
    }

    /// Place of the item that shows what `clipping` shows, however long.
    pub fn place_of(&self, clipping: &Clipping) -> Option<usize> {
        self.items.iter().position(|item| matches!(item, Item::Clipping(known) if known.is_same(clipping)))
    }

    /// Takes the item a step up or down; its place then.
    pub fn shift(&mut self, at: usize, shift: Shift) -> usize {
        let to = match shift {
            Shift::Up => at.saturating_sub(1),
            Shift::Down => (at + 1).min(self.items.len().saturating_sub(1)),
        };
        if at < self.items.len() {
            self.items.swap(at, to);
        }
        to
    }
}

impl Review {
    /// The item with all that its heading begins, up to the next heading; any other item alone.
    pub fn group(&self, at: usize) -> Range<usize> {
        let is_heading = |item: &Item| matches!(item, Item::Heading(_));
        match self.items.get(at) {
            Some(item) if is_heading(item) => {
                let rest = &self.items[at + 1..];
                at..at + 1 + rest.iter().position(is_heading).unwrap_or(rest.len())
            }
            Some(_) => at..at + 1,
            None => at..at,
        }
    }

    /// Puts the items of `taken` before the one that stands at `to`, or behind the last; the place of the first of them then.
    pub fn carry(&mut self, taken: Range<usize>, to: usize) -> usize {
        let to = to.min(self.items.len());
        if taken.is_empty() || taken.end > self.items.len() || taken.contains(&to) {
            return taken.start;
        }
        let n = taken.len();
        let moved: Vec<Item> = self.items.drain(taken.clone()).collect();
        let place = if to > taken.start { to - n } else { to };
        self.items.splice(place..place, moved);
        place
    }

    /// Takes the group of an item over the group before it, or behind the one after it; its place then.
    pub fn shift_group(&mut self, at: usize, shift: Shift) -> usize {
        let group = self.group(at);
        let begins = |at: &usize| matches!(self.items[*at], Item::Heading(_));
        let to = match shift {
            Shift::Up => (0..group.start).rev().find(begins).unwrap_or(0),
            Shift::Down if group.end < self.items.len() => self.group(group.end).end,
            Shift::Down => return group.start,
        };
        self.carry(group, to)
    }
}

impl Clipping {
    /// What it is about in the words of the articles, as far as [`Clipping::said`] tells: that is the same in either language of the page.
    fn topic(&self) -> &str {
        self.said.split_once(TOPIC_END).map_or("", |(topic, _)| topic)
    }

    fn is_said_of_the_same(&self, other: &Self) -> bool {
        // Days and counts are numbers in both languages.
        let digits = |clipping: &Self| clipping.said.chars().filter(char::is_ascii_digit).collect::<String>();
        self.topic() == other.topic() && (!self.topic().is_empty() || digits(self) == digits(other))
    }

    /// True for one of the same passages and kind. A chart has no passages: its address tells it apart. What several sentences tell is kept
    /// with the whole of each, of which the other may name a part.
    pub fn is_same(&self, other: &Self) -> bool {
        let of_sentences = matches!(self.kind, ClippingKind::Statement | ClippingKind::Disagreement);
        let is_same = |(a, b): (&Anchor, &Anchor)| {
            let within = of_sentences && (a.span.contains(b.span) || b.span.contains(a.span));
            a.article == b.article && (a.span == b.span || within)
        };
        self.kind == other.kind
            && self.anchors.len() == other.anchors.len()
            && self.anchors.iter().zip(&other.anchors).all(is_same)
            && (!of_sentences || self.said == other.said || self.is_said_of_the_same(other))
            && (!self.anchors.is_empty() || self.address == other.address)
    }
}

impl Item {
    /// The passages that it shows.
    pub fn anchors(&self) -> &[Anchor] {
        match self {
            Self::Clipping(clipping) => &clipping.anchors,
            Self::Heading(_) | Self::Words(_) => &[],
        }
    }

    pub(super) fn anchors_mut(&mut self) -> &mut [Anchor] {
        match self {
            Self::Clipping(clipping) => &mut clipping.anchors,
            Self::Heading(_) | Self::Words(_) => &mut [],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::span::Span;

    fn clipping(start: usize, length: Length) -> Clipping {
        let anchor = Anchor { article: "a".to_owned(), span: Span::new(start, start + 3), ..Anchor::default() };
        Clipping { anchors: vec![anchor], length, ..Clipping::default() }
    }

    #[test]
    fn a_clipping_is_known_by_its_passages_and_a_chart_by_its_address() {
        let review = Review { items: vec![Item::Words(String::new()), Item::Clipping(clipping(4, Length::Whole))], ..Review::default() };
        assert_eq!(review.place_of(&clipping(4, Length::Short)), Some(1));
        assert_eq!(review.place_of(&clipping(5, Length::Short)), None);
        let statement =
            |start: usize, said: &str| Clipping { kind: ClippingKind::Statement, said: said.to_owned(), ..clipping(start, Length::Short) };
        let mut sentence = statement(0, "a");
        sentence.anchors[0].span = Span::new(0, 40);
        assert!(sentence.is_same(&statement(4, "a")) && !sentence.is_same(&statement(39, "a")));
        // Kept in one language and looked for in the other.
        assert!(statement(4, "dit par 2").is_same(&statement(4, "told by 2")));
        assert!(!statement(4, "20 février").is_same(&statement(4, "21 février")));
        assert!(statement(4, "Bilan\u{a0}· en désaccord").is_same(&statement(4, "Bilan\u{a0}· in disagreement")));
        assert!(!statement(4, "Bilan\u{a0}· en désaccord").is_same(&statement(4, "Dégâts\u{a0}· en désaccord")));
        let chart = |address: &str| Clipping { kind: ClippingKind::Chart, address: address.to_owned(), ..Clipping::default() };
        assert!(chart("#/chronologie").is_same(&chart("#/chronologie")));
        assert!(!chart("#/chronologie").is_same(&chart("#/comparer/distances")));
    }

    #[test]
    fn a_heading_takes_its_group_along() {
        let heading = |name: &str| Item::Heading(name.to_owned());
        let words = |name: &str| Item::Words(name.to_owned());
        let all = [words("0"), heading("A"), words("1"), words("2"), heading("B"), words("3")];
        let of = |items: &[Item]| Review { items: items.to_vec(), ..Review::default() };
        let mut review = of(&all);
        assert_eq!((review.group(1), review.group(2), review.group(9)), (1..4, 2..3, 9..9));
        assert_eq!(review.carry(1..4, 6), 3);
        assert_eq!(review.items, [words("0"), heading("B"), words("3"), heading("A"), words("1"), words("2")]);
        assert_eq!(review.shift_group(3, Shift::Up), 1);
        assert_eq!(review.items, all);
        assert_eq!((review.shift_group(1, Shift::Down), review.shift_group(3, Shift::Down)), (3, 3));
        // Upon itself nothing moves.
        let mut review = of(&all);
        assert_eq!((review.carry(1..4, 2), review.carry(0..1, 0), review.carry(5..6, 9)), (1, 0, 5));
        assert_eq!(review.items, all);
    }

    #[test]
    fn a_step_stays_within_the_list_and_one_back_undoes_it() {
        let heading = |name: &str| Item::Heading(name.to_owned());
        let mut review = Review { items: ["a", "b", "c"].map(heading).to_vec(), ..Review::default() };
        assert_eq!(review.shift(0, Shift::Up), 0);
        assert_eq!((review.shift(0, Shift::Down), review.shift(1, Shift::Up)), (1, 0));
        assert_eq!(review.items, ["a", "b", "c"].map(heading));
        assert_eq!(review.shift(2, Shift::Down), 2);
        assert_eq!(Review::default().shift(0, Shift::Down), 0);
    }
}
