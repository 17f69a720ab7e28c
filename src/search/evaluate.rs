//! Finds the parts that answer a query, and what is marked in each.
//!
//! All words must stand in a part. If no article has them all, those that have most are shown, and the answer says what they
//! lack. Where words typed one after the other stand together they are marked as one passage (see `passages`); else each
//! word is marked. If they stand together nowhere, one long word may be misspelt: its neighbours vouch for it.

use super::group::Group;
use super::index::{Index, Side};
use super::lookup::{self, Place, Places};
use super::passages;
use super::query::{LeafKind, Node, Query, Words};
use super::rank;
use crate::order::Order;

/// What answers a query.
#[derive(Debug, Default)]
pub struct Answer {
    /// Articles, in the order of the corpus.
    pub articles: Vec<Found>,
    /// Furniture of pages, in the order of the corpus.
    pub furniture: Vec<Found>,
    /// Leaves that are asked for, not those that are excluded.
    pub wanted: Vec<usize>,
    /// Leaves that some of the articles lack.
    pub missing: Vec<usize>,
    /// Leaves that no text has as typed.
    pub misspelt: Vec<usize>,
    /// Places of each leaf.
    pub places: Vec<Places>,
    groups: Vec<Group>,
}

/// A part that answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    pub part: u32,
    pub score: f32,
    pub n_marks: u32,
}

/// A stretch of positions to be marked, and which leaves it holds, one bit each.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    pub position: u32,
    pub end: u32,
    pub leaves: u64,
}

/// A word must be this long for its neighbours to vouch for a misspelling of it: between short words, other words stand.
const SHORTEST_VOUCHED: usize = 7;

/// Among more words no misspelling is looked for: every word costs a pass over the dictionary.
const MOST_VOUCHED: usize = 6;

/// Looks everything up and judges every part that may answer.
pub fn answer(index: &Index, query: &Query) -> Answer {
    let Some(root) = &query.root else { return Answer::default() };
    let mut answer = Answer::default();
    let mut groups: Vec<&Words> = Vec::new();
    root.wanted(&mut |words| groups.push(words));
    answer.wanted = groups.iter().flat_map(|words| words.leaves.iter().copied()).collect();
    answer.look_up(index, query);
    answer.groups = groups.into_iter().map(|words| Group::of(index, query, &answer.places, words)).collect();
    let mut parts = answer.parts(index, root);
    let mut whole = true;
    if answer.wanted.is_empty() {
        // What is only excluded leaves every other article.
        parts.retain(|part| index.is_article(*part));
    } else if !parts.iter().any(|part| index.is_article(*part))
        && answer.wanted.len() > 1
        && is_conjunction(root)
        && !answer.any_has_all(index)
    {
        parts.extend(answer.most(index, root));
        whole = parts.is_empty();
    }
    answer.judge(index, &parts, whole);
    answer.vouch(index, query, root);
    answer
}

/// The best `limit` of `found`: by score, then in the order of the corpus.
pub fn best(found: &[Found], limit: usize) -> Vec<Found> {
    let mut best = found.to_vec();
    let order = |a: &Found, b: &Found| b.score.total_cmp(&a.score).then(a.part.cmp(&b.part));
    if limit < best.len() {
        best.select_nth_unstable_by(limit, order);
        best.truncate(limit);
    }
    best.order_by(order);
    best
}

impl Answer {
    fn look_up(&mut self, index: &Index, query: &Query) {
        for (leaf, at) in query.leaves.iter().zip(0..) {
            let mut places = lookup::places(index, &leaf.kind);
            if let LeafKind::Word(word) = &leaf.kind
                && places.is_empty()
                && self.wanted.contains(&at)
            {
                places = lookup::misspelt(index, word);
                self.misspelt.push(at);
            }
            self.places.push(places);
        }
    }

    /// Parts that answer `node`, in order.
    fn parts(&self, index: &Index, node: &Node) -> Vec<u32> {
        match node {
            Node::Words(words) => {
                let mut leaves: Vec<&Places> = words.leaves.iter().map(|leaf| &self.places[*leaf]).collect();
                leaves.order_by_key(|places| places.parts().len());
                let Some((rarest, others)) = leaves.split_first() else { return Vec::new() };
                others.iter().fold(rarest.parts().collect(), |parts, other| lookup::intersect(parts, other))
            }
            Node::And(nodes) => nodes.iter().map(|node| self.parts(index, node)).reduce(|a, b| common(&a, &b)).unwrap_or_default(),
            Node::Or(nodes) => {
                let mut parts: Vec<u32> = nodes.iter().flat_map(|node| self.parts(index, node)).collect();
                parts.order();
                parts.dedup();
                parts
            }
            // Not written by the parser yet.
            Node::Filter(_) => (0..index.n_parts()).collect(),
            Node::Not(node) => {
                let excluded = self.parts(index, node);
                (0..index.n_parts()).filter(|part| excluded.binary_search(part).is_err()).collect()
            }
        }
    }

    /// True when some article has all that is wanted, whatever is excluded.
    fn any_has_all(&self, index: &Index) -> bool {
        let mut leaves = self.wanted.iter().map(|leaf| &self.places[*leaf]);
        let Some(first) = leaves.next() else { return false };
        let all = leaves.fold(first.parts().collect(), lookup::intersect);
        all.iter().any(|part| index.is_article(*part))
    }

    /// Articles that have most of what is wanted, and nothing of what is excluded. Notes what they lack.
    fn most(&mut self, index: &Index, root: &Node) -> Vec<u32> {
        let mut bits: Vec<(u32, u64)> =
            self.wanted.iter().flat_map(|leaf| self.places[*leaf].parts().map(move |part| (part, 1 << leaf))).collect();
        bits.order();
        bits.dedup_by(|next, kept| {
            let same = next.0 == kept.0;
            if same {
                kept.1 |= next.1;
            }
            same
        });
        bits.retain(|(part, _)| index.is_article(*part));
        if let Node::And(nodes) = root {
            for allowed in nodes.iter().filter(|node| matches!(node, Node::Not(_))).map(|node| self.parts(index, node)) {
                bits.retain(|(part, _)| allowed.binary_search(part).is_ok());
            }
        }
        let most = bits.iter().map(|(_, mask)| mask.count_ones()).max().unwrap_or(0);
        bits.retain(|(_, mask)| mask.count_ones() == most);
        let common = bits.iter().fold(u64::MAX, |common, (_, mask)| common & mask);
        self.missing = self.wanted.iter().copied().filter(|leaf| common & 1 << leaf == 0).collect();
        bits.into_iter().map(|(part, _)| part).collect()
    }

    /// Scores `parts`; unless `whole`, furniture that has everything stands among articles that have not.
    fn judge(&mut self, index: &Index, parts: &[u32], whole: bool) {
        let (mut articles, mut furniture) = (Vec::new(), Vec::new());
        let mut marks = Vec::new();
        for &part in parts {
            let side = index.parts[part as usize].side;
            marks.clear();
            let score = self.score(index, part, whole || side == Side::Furniture, &mut marks);
            let found = Found { part, score, n_marks: u32::try_from(marks.len()).unwrap_or(u32::MAX) };
            match side {
                Side::Article => articles.push(found),
                Side::Furniture => furniture.push(found),
            }
        }
        (self.articles, self.furniture) = (articles, furniture);
    }

    /// What is marked in `part`, in order, not overlapping.
    pub fn marks(&self, index: &Index, part: u32) -> Vec<Mark> {
        let mut marks = Vec::new();
        let whole = self.missing.is_empty() || index.parts[part as usize].side == Side::Furniture;
        self.score(index, part, whole, &mut marks);
        marks
    }

    /// Score of `part`; puts what is to be marked into `marks`.
    fn score(&self, index: &Index, part: u32, whole: bool, marks: &mut Vec<Mark>) -> f32 {
        let mut score = 0.0;
        for group in &self.groups {
            let leaves: Vec<&[Place]> = group.words.leaves.iter().map(|leaf| self.places[*leaf].in_part(part)).collect();
            let found = group.passages(&leaves, part, whole);
            if whole && found.is_empty() && leaves.iter().any(|places| places.is_empty()) {
                continue;
            }
            let present = leaves.iter().zip(&group.rarity).filter(|(places, _)| !places.is_empty());
            score += present.map(|(places, rarity)| rarity * rank::score(index, part, places)).sum::<f32>();
            if found.is_empty() {
                let pairs = leaves.windows(2).zip(group.rarity.windows(2));
                score += pairs.map(|(places, rarity)| rarity[0].min(rarity[1]) * rank::nearness(places[0], places[1])).sum::<f32>();
                for (leaf, places) in group.words.leaves.iter().zip(leaves) {
                    marks.extend(places.iter().map(|place| Mark { position: place.position, end: place.end(), leaves: 1 << leaf }));
                }
            } else {
                score += group.rarity.iter().sum::<f32>() * (rank::HIGHEST + 1.0) + rank::score(index, part, &found);
                let all = group.words.leaves.iter().fold(0, |mask, leaf| mask | 1 << leaf);
                marks.extend(found.iter().map(|place| Mark { position: place.position, end: place.end(), leaves: all }));
            }
        }
        marks.order_by_key(|mark| (mark.position, std::cmp::Reverse(mark.end)));
        marks.dedup_by(|next, kept| {
            let overlaps = next.position < kept.end;
            if overlaps && next.position == kept.position {
                kept.leaves |= next.leaves;
            }
            overlaps
        });
        score
    }

    /// If the words of a plain query stand together in no article, takes the articles in which they do with one misspelt.
    fn vouch(&mut self, index: &Index, query: &Query, root: &Node) {
        let (Node::Words(words), [group]) = (root, self.groups.as_slice()) else { return };
        let leaves_in = |part: u32| words.leaves.iter().map(|leaf| self.places[*leaf].in_part(part)).collect::<Vec<_>>();
        if !group.is_plain
            || words.leaves.len() > MOST_VOUCHED
            || self.articles.iter().any(|found| !group.passages(&leaves_in(found.part), found.part, true).is_empty())
        {
            return;
        }
        let mut found = Vec::new();
        for (at, leaf) in words.leaves.iter().enumerate() {
            let LeafKind::Word(word) = &query.leaves[*leaf].kind else { continue };
            if word.term.chars().count() < SHORTEST_VOUCHED {
                continue;
            }
            let other = lookup::misspelt(index, word);
            let mut leaves: Vec<&Places> = words.leaves.iter().map(|leaf| &self.places[*leaf]).collect();
            leaves[at] = &other;
            for part in leaves.iter().fold(other.parts().collect(), |parts, places| lookup::intersect(parts, places)) {
                let in_part: Vec<&[Place]> = leaves.iter().map(|places| places.in_part(part)).collect();
                passages::find(&in_part, &words.skipped, passages::TIGHT, &mut found);
            }
        }
        if found.is_empty() {
            return;
        }
        found.order();
        let mut parts: Vec<u32> = found.iter().map(|place| place.part).collect();
        if self.missing.is_empty() {
            parts.extend(self.articles.iter().chain(&self.furniture).map(|found| found.part));
        }
        parts.order();
        parts.dedup();
        self.groups[0].misspelt = found;
        self.missing.clear();
        self.judge(index, &parts, true);
    }
}

/// True when all that is wanted must be there: then an article can have most of it.
fn is_conjunction(node: &Node) -> bool {
    match node {
        Node::Words(_) | Node::Not(_) | Node::Filter(_) => true,
        Node::And(nodes) => nodes.iter().all(is_conjunction),
        Node::Or(_) => false,
    }
}

/// Numbers in both sorted lists.
fn common(a: &[u32], b: &[u32]) -> Vec<u32> {
    a.iter().copied().filter(|part| b.binary_search(part).is_ok()).collect()
}
