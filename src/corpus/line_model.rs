//! The trained model of lines: it revises what the rules said where the counted features of a line say otherwise.
//!
//! A sum of small decision trees over the features of `shallow` gives the log-odds that a line is the article's (gradient
//! boosting with logistic loss: Friedman, Annals of Statistics 29(5), 2001). The rules are revised only where the trees are
//! surer than a margin, and what stays apart in both (title, names, dates, credits, captions) is never touched. Trees were
//! chosen over one weight for each feature because what a feature means depends on the others: a short line is a heading
//! between paragraphs and a link among links.
//!
//! The weights are written by `cargo xtask train-zones` and read as they are: bytes, compared and added as integers, so that
//! every machine decides alike. What it deliberately does not do: look at words, except by class.

use super::claim::is_heading;
use super::cues::Cue;
use super::lines::End;
use super::shallow::{self, Said};
use super::zones::ZoneKind;

const WEIGHTS: &[u8] = include_bytes!("../../corpus/model/lines.bin");

/// Log-odds are counted in this part of one.
pub(super) const UNIT: i32 = 32;
/// Surer than these, the model is believed against the rules. The rules find most of what is article and keep some furniture
/// with it, so it takes less to say furniture. Chosen by cross-validation over one half of the training pages.
const FURNITURE: i32 = -3 * UNIT / 4;
const ARTICLE: i32 = 5 * UNIT / 4;
/// A line of fewer words is often a heading, and the training pages are least sure of those: it takes more. So it does for a
/// report: the last paragraph of a short article looks like what stands below it.
const WORDS: usize = 5;
const BRIEF: i32 = -2 * UNIT;
/// A text of no more lines, in which the rules find no furniture, is somebody's text and no page: it takes most.
const FEW: usize = 8;
const BARE: i32 = -4 * UNIT;
/// A model that leaves less than this part of the article has not met such a page.
const LEFT: usize = 5;
/// A first paragraph of more characters is no lead.
const LEAD: usize = 700;

/// Trees of one depth, packed: for every node a feature and a bound, node after node as in a heap, then the leaves.
pub(super) struct LineModel<'a> {
    n_features: usize,
    depth: usize,
    trees: &'a [u8],
}

impl<'a> LineModel<'a> {
    /// The weights that ship; `None` only while there are none.
    pub(super) fn get() -> Option<LineModel<'static>> {
        LineModel::read(WEIGHTS)
    }

    /// `None` when the bytes are no model.
    pub(super) fn read(bytes: &'a [u8]) -> Option<Self> {
        let (&[n_features, depth], trees) = bytes.split_first_chunk()?;
        let model = Self { n_features: usize::from(n_features), depth: usize::from(depth), trees };
        let fits = (1..=6).contains(&depth) && trees.len().is_multiple_of(model.length());
        let known = |tree: &[u8]| tree[..2 * model.n_nodes()].chunks_exact(2).all(|node| usize::from(node[0]) < model.n_features);
        (fits && trees.chunks_exact(model.length()).all(known)).then_some(model)
    }

    fn n_nodes(&self) -> usize {
        (1 << self.depth) - 1
    }

    /// Bytes of one tree.
    fn length(&self) -> usize {
        3 * (self.n_nodes() + 1) - 2
    }

    /// Log-odds that a line with these features is the article's; nothing when they are not those of the model.
    pub(super) fn score(&self, row: &[u8]) -> i32 {
        if row.len() != self.n_features {
            return 0;
        }
        let (n_nodes, leaf) = (self.n_nodes(), |byte: u8| i32::from(byte.cast_signed()));
        let of_tree = |tree: &[u8]| {
            let mut node = 0;
            while node < n_nodes {
                node = 2 * node + 1 + usize::from(row[usize::from(tree[2 * node])] > tree[2 * node + 1]);
            }
            leaf(tree[n_nodes + node])
        };
        self.trees.chunks_exact(self.length()).map(of_tree).sum()
    }
}

/// True for kinds that may change: what is text or furniture, and nothing more exact.
pub(super) fn is_open(kind: ZoneKind) -> bool {
    matches!(kind, ZoneKind::Lead | ZoneKind::Body | ZoneKind::Heading | ZoneKind::Related | ZoneKind::Boilerplate)
}

/// The kinds of all lines, revised by `model`.
pub(super) fn revise(page: &[Said<'_>], model: &LineModel<'_>) -> Vec<ZoneKind> {
    let by_rules: Vec<ZoneKind> = page.iter().map(|said| said.kind).collect();
    let scores: Vec<i32> = shallow::rows(page).iter().map(|row| model.score(row)).collect();
    let is_bare = page.len() <= FEW && by_rules.iter().all(|kind| kind.is_article());
    let mut kinds = by_rules.clone();
    for i in 0..page.len() {
        if !is_open(by_rules[i]) {
            continue;
        }
        let bound = match page[i].line {
            _ if is_bare => BARE,
            line if shallow::is_report(line) => BRIEF,
            line if line.words.len() < WORDS => BRIEF,
            _ => FURNITURE,
        };
        if by_rules[i].is_article() && scores[i] < bound {
            let among_links = i > 0 && kinds[i - 1] == ZoneKind::Related;
            kinds[i] = if among_links { ZoneKind::Related } else { ZoneKind::Boilerplate };
        } else if !by_rules[i].is_article() && scores[i] > ARTICLE && !speaks_of_the_page(&page[i]) {
            kinds[i] = if is_heading(page[i].line) { ZoneKind::Heading } else { ZoneKind::Body };
        }
    }
    let text = |kinds: &[ZoneKind]| -> usize {
        let of = |(said, kind): (&Said<'_>, &ZoneKind)| if is_text(*kind) { said.line.n_chars } else { 0 };
        page.iter().zip(kinds).map(of).sum()
    };
    if text(&kinds) * LEFT < text(&by_rules) || !kinds.iter().any(|kind| is_text(*kind)) {
        return by_rules;
    }
    mend_lead(page, &by_rules, &mut kinds);
    mend_headings(page, &mut kinds);
    kinds
}

/// True for a line whose own words are furniture's and that is no report.
fn speaks_of_the_page(said: &Said<'_>) -> bool {
    matches!(said.cue, Some(Cue::Furniture | Cue::Closing | Cue::Comments)) && !shallow::is_report(said.line)
}

fn is_text(kind: ZoneKind) -> bool {
    matches!(kind, ZoneKind::Lead | ZoneKind::Body)
}

/// A few words between two lines of furniture head nothing of the article: they are the name of a box.
fn mend_headings(page: &[Said<'_>], kinds: &mut [ZoneKind]) {
    let is_furniture = |kind: ZoneKind| matches!(kind, ZoneKind::Boilerplate | ZoneKind::Related);
    for i in 1..kinds.len().saturating_sub(1) {
        let brief = page[i].line.words.len() <= WORDS && page[i].line.end == End::Open;
        if kinds[i] == ZoneKind::Heading && brief && is_furniture(kinds[i - 1]) && is_furniture(kinds[i + 1]) {
            kinds[i] = kinds[i - 1];
        }
    }
}

/// A page whose lead turned out to be furniture begins with the next paragraph.
fn mend_lead(page: &[Said<'_>], by_rules: &[ZoneKind], kinds: &mut [ZoneKind]) {
    if !by_rules.contains(&ZoneKind::Lead) || kinds.contains(&ZoneKind::Lead) {
        return;
    }
    let mut text = (0..kinds.len()).filter(|&i| kinds[i] == ZoneKind::Body);
    if let (Some(first), Some(_)) = (text.next(), text.next())
        && page[first].line.n_chars <= LEAD
    {
        kinds[first] = ZoneKind::Lead;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::zones;

    #[test]
    fn the_weights_that_ship_fit_the_features() {
        let model = LineModel::get().expect("the weights are a model");
        let samples = zones::samples("Un titre de page\nUne phrase qui suit, assez longue pour être du texte, et qui finit par un point.");
        assert_eq!(samples[0].features.len(), model.n_features);
        assert!(WEIGHTS.len() <= 10_000, "{} bytes", WEIGHTS.len());
    }

    #[test]
    fn a_tree_is_walked_from_its_root_to_a_leaf() {
        // One feature, depth two: more than 10, then more than 20 or more than 5.
        let bytes = [1, 2, 0, 10, 0, 5, 0, 20, 1, 2, 3, 255];
        let model = LineModel::read(&bytes).expect("it is a model");
        assert_eq!([5, 6, 20, 21].map(|value| model.score(&[value])), [1, 2, 3, -1]);
        assert_eq!(model.score(&[1, 2]), 0, "features of another kind say nothing");
    }

    #[test]
    fn what_is_no_model_is_refused() {
        for bytes in [&[][..], &[1], &[1, 0, 3], &[1, 2, 0, 10], &[1, 1, 1, 10, 0, 0]] {
            assert!(LineModel::read(bytes).is_none(), "{bytes:?}");
        }
    }

    #[test]
    fn features_of_a_line_do_not_grow_with_the_page() {
        let line = "Le conseil a voté lundi, après deux heures de débat, la création d’une école unique dans le bourg, malgré les craintes de nombreux parents.\n";
        let rows = |n: usize| zones::samples(&line.repeat(n));
        let (few, many) = (rows(100), rows(1_000));
        assert_eq!((few.len() * 10, few[0].features.len()), (many.len(), many[0].features.len()));
    }
}
