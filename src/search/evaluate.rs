//! Finds the parts that answer a query, and how well each does.
//!
//! First every leaf tells how often it stands in which parts, and the parts that answer are found; places are read only
//! in those, and only if words are to stand together. All words must stand in a part. If no article has them all, those that
//! have most are shown, and the answer says what they lack. If words stand together nowhere, one long word may be misspelt:
//! its neighbours vouch for it.

use super::filters;
use super::group::Group;
use super::index::Index;
use super::looked::Looked;
use super::parts::Side;
use super::passages;
use super::places::{Place, Places, common};
use super::plan::{self, Plan};
use super::query::{LeafKind, N_FIELDS, Node, Query, Words};
use super::rank::{self, Lengths};
use super::scan::{self, Tally};
use super::sets::Allowed;
use crate::corpus::Corpus;
use crate::id::DocumentId;
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
    pub leaves: Vec<Looked>,
    pub groups: Vec<Group>,
}

/// A part that answers.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Found {
    pub part: u32,
    pub document: DocumentId,
    pub score: f32,
    pub n_marks: u32,
    /// Words typed one after the other stand together: only such passages are marked.
    pub together: bool,
    /// Occurrences of all that is wanted, by field.
    pub by_field: [u16; N_FIELDS],
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

/// Among more words no misspelling is looked for: every word costs a walk through the dictionary.
const MOST_VOUCHED: usize = 6;

/// Marks that may overlap are counted one by one up to so many; beyond, each occurrence counts. At 0 numbers of marks are
/// those of occurrences; growing, broad questions take longer.
const MOST_COUNTED: u64 = 4_000;

/// Looks everything up and judges every part that may answer.
pub fn answer(index: &Index, corpus: &Corpus, query: &Query) -> Answer {
    let Some(root) = &query.root else { return Answer::default() };
    let mut answer = Answer::default();
    let mut groups: Vec<&Words> = Vec::new();
    root.wanted(&mut |words| groups.push(words));
    answer.wanted = groups.iter().flat_map(|words| words.leaves.iter().copied()).collect();
    let allowed = Allowed::of(index, corpus, &query.sets);
    answer.look_up(index, query, &allowed);
    answer.groups = groups.into_iter().map(|words| Group::of(index, query, &answer.leaves, words)).collect();
    let scope = Scope { index, corpus };
    let mut parts = answer.parts(&scope, root);
    let mut whole = true;
    if answer.wanted.is_empty() {
        // What is only excluded leaves every other article.
        parts.retain(|part| index.parts.is_article(*part));
    } else if !parts.iter().any(|part| index.parts.is_article(*part))
        && answer.wanted.len() > 1
        && is_conjunction(root)
        && !answer.any_has_all(index)
    {
        parts.extend(answer.most(&scope, root));
        parts.order();
        whole = parts.is_empty();
    }
    answer.judge(index, &parts, whole);
    answer.vouch(index, query, root);
    answer
}

/// The best `limit` of `found`: by score, then in the order of the corpus.
pub fn best(found: &[Found], limit: usize) -> Vec<Found> {
    let order = |a: &Found, b: &Found| b.score.total_cmp(&a.score).then(a.document.cmp(&b.document));
    // What is kept is cut down to the best whenever it has doubled, so that few are ever in order.
    let room = limit.saturating_mul(2).max(64);
    let mut best: Vec<Found> = Vec::new();
    for found in found {
        if best.len() == room {
            best.select_nth_unstable_by(limit, order);
            best.truncate(limit);
        }
        best.push(*found);
    }
    best.order_by(order);
    best.truncate(limit);
    best
}

/// What parts are scored by.
struct Scale<'a> {
    index: &'a Index,
    lengths: Lengths,
    /// Places of the leaves that are wanted, in their order, where marks are counted one by one.
    counted: Vec<Places>,
}

/// Where parts are looked for.
struct Scope<'a> {
    index: &'a Index,
    corpus: &'a Corpus,
}

impl Scope<'_> {
    /// Every part that is not taken out, in order.
    fn all(&self) -> Vec<u32> {
        self.index.parts.iter().zip(0..).filter(|(part, _)| !part.is_dead()).map(|(_, at)| at).collect()
    }
}

impl Answer {
    fn look_up(&mut self, index: &Index, query: &Query, allowed: &Allowed) {
        let lengths = Lengths::of(index);
        for (leaf, at) in query.leaves.iter().zip(0..) {
            let mut plan = plan::of(index, leaf, allowed);
            if let LeafKind::Word(word) = &leaf.kind
                && plan.is_hopeless(index)
                && self.wanted.contains(&at)
            {
                plan = Plan::misspelt(index, word);
                self.misspelt.push(at);
            }
            self.leaves.push(Looked::of(index, plan, &lengths));
        }
    }

    /// Parts that answer `node`, in order.
    fn parts(&self, scope: &Scope, node: &Node) -> Vec<u32> {
        match node {
            Node::Words(words) => {
                let mut lists: Vec<&[Tally]> = words.leaves.iter().map(|leaf| &self.leaves[*leaf].tallies[..]).collect();
                lists.order_by_key(|list| list.len());
                let all = lists.into_iter().map(|list| list.iter().map(|tally| tally.part).collect());
                all.reduce(|parts: Vec<u32>, other| common(&parts, &other)).unwrap_or_default()
            }
            Node::And(nodes) => {
                let (restricting, finding): (Vec<&Node>, Vec<&Node>) =
                    nodes.iter().partition(|node| matches!(node, Node::Not(_) | Node::Filter(_)));
                let found = finding.into_iter().map(|node| self.parts(scope, node)).reduce(|a, b| common(&a, &b));
                restricting.into_iter().fold(found.unwrap_or_else(|| scope.all()), |parts, node| self.restrict(scope, parts, node))
            }
            Node::Or(nodes) => {
                let mut parts: Vec<u32> = nodes.iter().flat_map(|node| self.parts(scope, node)).collect();
                parts.sort_unstable();
                parts.dedup();
                parts
            }
            Node::Filter(_) | Node::Not(_) => self.restrict(scope, scope.all(), node),
        }
    }

    /// Those of `parts` that `node` is true of.
    fn restrict(&self, scope: &Scope, mut parts: Vec<u32>, node: &Node) -> Vec<u32> {
        match node {
            Node::Filter(filter) => {
                let fits = filters::judge(scope.corpus, filter);
                parts.retain(|part| fits.get(scope.index.parts.get(*part).document.index()).copied().unwrap_or(false));
            }
            Node::Not(node) => {
                let excluded = self.parts(scope, node);
                parts.retain(|part| excluded.binary_search(part).is_err());
            }
            node => parts = common(&parts, &self.parts(scope, node)),
        }
        parts
    }

    /// True when some article has all that is wanted, whatever is excluded.
    fn any_has_all(&self, index: &Index) -> bool {
        let all = self.wanted.iter().map(|leaf| self.leaves[*leaf].parts()).reduce(|parts, other| common(&parts, &other));
        all.is_some_and(|all| all.iter().any(|part| index.parts.is_article(*part)))
    }

    /// Articles that have most of what is wanted, and nothing of what is excluded. Notes what they lack.
    fn most(&mut self, scope: &Scope, root: &Node) -> Vec<u32> {
        let mut masks = vec![0u64; scope.index.parts.len() as usize];
        for leaf in &self.wanted {
            self.leaves[*leaf].tallies.iter().for_each(|tally| masks[tally.part as usize] |= 1 << leaf);
        }
        let mut parts: Vec<u32> = (0..scope.index.parts.len()).collect();
        parts.retain(|part| masks[*part as usize] != 0 && scope.index.parts.is_article(*part));
        if let Node::And(nodes) = root {
            let restricting = nodes.iter().filter(|node| matches!(node, Node::Not(_) | Node::Filter(_)));
            parts = restricting.fold(parts, |parts, node| self.restrict(scope, parts, node));
        }
        let n = |part: &u32| masks[*part as usize].count_ones();
        let most = parts.iter().map(n).max().unwrap_or(0);
        parts.retain(|part| n(part) == most);
        let all = parts.iter().fold(u64::MAX, |all, part| all & masks[*part as usize]);
        self.missing = self.wanted.iter().copied().filter(|leaf| all & 1 << leaf == 0).collect();
        parts
    }

    /// Scores `parts`; unless `whole`, furniture that has everything stands among articles that have not.
    fn judge(&mut self, index: &Index, parts: &[u32], whole: bool) {
        let mut groups = std::mem::take(&mut self.groups);
        groups.iter_mut().for_each(|group| group.look(index, &self.leaves, parts));
        self.groups = groups;
        let scale = Scale { index, lengths: Lengths::of(index), counted: self.counted(index, parts) };
        let mut cursors = vec![0; self.leaves.len()];
        let (mut articles, mut furniture) = (Vec::new(), Vec::new());
        let (mut tallies, mut marks) = (Vec::with_capacity(self.leaves.len()), Vec::new());
        for &part in parts {
            for (cursor, leaf) in cursors.iter_mut().zip(&self.leaves) {
                // Most lists hold few more parts than answer; where one holds many, this is a walk through it.
                *cursor += leaf.tallies[*cursor..].iter().take_while(|tally| tally.part < part).count();
            }
            tallies.clear();
            tallies.extend(self.leaves.iter().zip(&cursors).map(|(leaf, at)| leaf.tallies.get(*at).filter(|tally| tally.part == part)));
            let data = index.parts.get(part);
            let whole = whole || data.side() == Side::Furniture;
            let mut found = Found { part, document: data.document, score: 0.0, n_marks: 0, together: false, by_field: [0; N_FIELDS] };
            self.score(&scale, &tallies, whole, &mut marks, &mut found);
            match data.side() {
                Side::Article => articles.push(found),
                Side::Furniture => furniture.push(found),
            }
        }
        for found in [&mut articles, &mut furniture] {
            if !found.is_sorted_by_key(|found| found.document) {
                found.order_by_key(|found| found.document);
            }
        }
        (self.articles, self.furniture) = (articles, furniture);
    }

    /// Places of the leaves whose marks may overlap, to be counted one by one; none where occurrences are marks.
    fn counted(&self, index: &Index, parts: &[u32]) -> Vec<Places> {
        let leaves = || self.wanted.iter().map(|leaf| &self.leaves[*leaf]);
        let alone = self.groups.len() < 2 && self.wanted.len() < 2;
        let overlap = leaves().any(|leaf| leaf.has_compounds(index)) || (!alone && self.shares_terms());
        let n: u64 = leaves().map(|leaf| leaf.n_in(parts)).sum();
        if !overlap || n > MOST_COUNTED || leaves().any(Looked::is_counted) {
            return Vec::new();
        }
        leaves().map(|leaf| leaf.places_in(index, parts)).collect()
    }

    /// True when one form answers two of the leaves that are wanted.
    fn shares_terms(&self) -> bool {
        let terms = self.wanted.iter().map(|leaf| match &self.leaves[*leaf].plan {
            Plan::Terms(terms) => &terms[..],
            _ => &[],
        });
        let mut all: Vec<u32> = terms.flatten().map(|sought| sought.term).collect();
        all.sort_unstable();
        all.windows(2).any(|pair| pair[0] == pair[1])
    }

    /// Scores one part, in which the leaves stand as often as `tallies` say. `marks` is a list to write to.
    fn score(&self, scale: &Scale, tallies: &[Option<&Tally>], whole: bool, marks: &mut Vec<Mark>, found: &mut Found) {
        marks.clear();
        let mut n_plain = 0;
        let mut at = 0;
        for group in &self.groups {
            let own = at..at + group.words.leaves.len();
            at = own.end;
            let present = || group.words.leaves.iter().zip(&group.rarity).filter_map(|(leaf, rarity)| Some((tallies[*leaf]?, *rarity)));
            let leaves = group.in_part(found.part);
            let passages = group.passages(&leaves, found.part, whole);
            if whole && passages.is_empty() && group.words.leaves.iter().any(|leaf| tallies[*leaf].is_none()) {
                continue;
            }
            found.score += present().map(|(tally, rarity)| rarity * rank::score(tally)).sum::<f32>();
            for (tally, _) in present() {
                found.by_field.iter_mut().zip(tally.counts).for_each(|(sum, n)| *sum = sum.saturating_add(n));
            }
            if passages.is_empty() {
                let pairs = leaves.windows(2).zip(group.rarity.windows(2));
                found.score += pairs.map(|(places, rarity)| rarity[0].min(rarity[1]) * rank::nearness(places[0], places[1])).sum::<f32>();
                n_plain += present().map(|(tally, _)| tally.n()).sum::<u32>();
            } else {
                found.score += group.rarity.iter().sum::<f32>() * (rank::HIGHEST + 1.0)
                    + rank::score(&scan::tally_part(scale.index, &passages, &scale.lengths));
                n_plain += passages.len() as u32;
                found.together = true;
            }
            if let Some(counted) = scale.counted.get(own) {
                let leaves: Vec<&[Place]> = counted.iter().map(|places| places.in_part(found.part)).collect();
                group.mark(&leaves, &passages, marks);
            }
        }
        found.n_marks = if scale.counted.is_empty() { n_plain } else { merge(marks) };
    }

    /// If the words of a plain query stand together in no article, takes the articles in which they do with one misspelt.
    fn vouch(&mut self, index: &Index, query: &Query, root: &Node) {
        let (Node::Words(words), [group]) = (root, self.groups.as_slice()) else { return };
        let counted = words.leaves.iter().any(|leaf| self.leaves[*leaf].is_counted());
        if !group.is_plain
            || counted
            || words.leaves.len() > MOST_VOUCHED
            || self.articles.iter().any(|found| group.has_passage(found.part))
        {
            return;
        }
        let mut found = Vec::new();
        for (at, leaf) in words.leaves.iter().enumerate() {
            let LeafKind::Word(word) = &query.leaves[*leaf].kind else { continue };
            if word.term.chars().count() < SHORTEST_VOUCHED {
                continue;
            }
            let others = words.leaves.iter().enumerate().filter(|(other, _)| *other != at);
            let Some(parts) = others.clone().map(|(_, leaf)| self.leaves[*leaf].parts()).reduce(|a, b| common(&a, &b)) else { continue };
            let other = Plan::misspelt(index, word).places(index, Some(&parts));
            let parts: Vec<u32> = other.parts().collect();
            let mut places: Vec<Places> = Vec::new();
            for (place, leaf) in words.leaves.iter().enumerate() {
                places.push(if place == at { other.clone() } else { self.leaves[*leaf].places_in(index, &parts) });
            }
            for part in parts {
                let in_part: Vec<&[Place]> = places.iter().map(|places| places.in_part(part)).collect();
                passages::find(&in_part, &words.skipped, passages::TIGHT, &mut found);
            }
        }
        if found.is_empty() {
            return;
        }
        let found = Places::of(found);
        let mut parts: Vec<u32> = found.parts().collect();
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

/// Puts marks in order and joins those that overlap; tells how many are left.
pub fn merge(marks: &mut Vec<Mark>) -> u32 {
    marks.order_by_key(|mark| (mark.position, std::cmp::Reverse(mark.end)));
    marks.dedup_by(|next, kept| {
        let overlaps = next.position < kept.end;
        if overlaps && next.position == kept.position {
            kept.leaves |= next.leaves;
        }
        overlaps
    });
    u32::try_from(marks.len()).unwrap_or(u32::MAX)
}

/// True when all that is wanted must be there: then an article can have most of it.
fn is_conjunction(node: &Node) -> bool {
    match node {
        Node::Words(_) | Node::Not(_) | Node::Filter(_) => true,
        Node::And(nodes) => nodes.iter().all(is_conjunction),
        Node::Or(_) => false,
    }
}
