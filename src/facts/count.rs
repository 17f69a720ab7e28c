//! Joins the figures that count the same thing.
//!
//! Figures of one class meet the counts of that class that were found before, the newest first, and no more than [`MET`] of
//! them: the work grows with the number of figures, not with its square.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::context::shared;
use super::reason::{Reason, Why};
use super::telling::Telling;
use super::verdict::{Found, Published, verdict};
use super::{Count, Verdict};
use crate::corpus::Corpus;
use crate::figures::FigureIndex;
use crate::id::DocumentId;
use crate::order::Order;

/// Counts of one class that a figure is held against, and figures of a count.
const MET: usize = 48;
const MEMBERS: usize = 6;
/// Figures of an article that may be parts of a sum.
const PARTS: usize = 12;

/// The counts of all figures.
pub(super) fn counts(corpus: &Corpus, tellings: &[Telling], figures: &FigureIndex) -> Vec<Count> {
    let published: Vec<Published> = corpus.documents.iter().map(Published::of).collect();
    let known = Known { tellings, published: &published };
    let mut classes: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    let mut clusters: Vec<Vec<usize>> = Vec::new();
    for (at, telling) in tellings.iter().enumerate() {
        let of_class = telling.class.as_deref().map(|class| classes.entry(class).or_default());
        let joined = of_class.as_ref().and_then(|clusters_of| known.home(at, clusters_of, &clusters));
        match (joined, of_class) {
            (Some(cluster), _) => clusters[cluster].push(at),
            (None, of_class) => {
                of_class.into_iter().for_each(|of_class| of_class.push(clusters.len()));
                clusters.push(vec![at]);
            }
        }
    }
    let mut counts: Vec<Count> = clusters.iter().map(|cluster| known.count(cluster)).collect();
    debug_assert!(tellings.len() <= figures.figures.len(), "no figure is told twice");
    counts.order_by_key(|count| {
        (count.verdict == Verdict::Single, Reverse(count.verdict == Verdict::Conflict), Reverse(count.n_documents), count.figures[0])
    });
    counts
}

struct Known<'a> {
    tellings: &'a [Telling],
    published: &'a [Published],
}

impl Known<'_> {
    /// The count to which a figure belongs: the one whose words are most like its own.
    fn home(&self, at: usize, of_class: &[usize], clusters: &[Vec<usize>]) -> Option<usize> {
        let telling = &self.tellings[at];
        let mut best: Option<(usize, usize)> = None;
        for cluster in of_class.iter().rev().take(MET) {
            let members = &clusters[*cluster];
            let score = members.iter().take(MEMBERS).filter_map(|member| self.likeness(*member, at)).max();
            // An article that counts two things in two figures has two counts.
            let taken = members.iter().any(|member| {
                let member = &self.tellings[*member];
                member.document == telling.document && !member.amount.meets(&telling.amount)
            });
            if let Some(score) = score.filter(|score| !taken && best.is_none_or(|(most, _)| *score > most)) {
                best = Some((score, *cluster));
            }
        }
        best.map(|(_, cluster)| cluster)
    }

    fn likeness(&self, a: usize, b: usize) -> Option<usize> {
        let (verdict, _) = self.verdict(a, b)?;
        let (a, b) = (&self.tellings[a], &self.tellings[b]);
        let agrees = usize::from(matches!(verdict, Verdict::Same | Verdict::Rounding));
        Some(10 * agrees + 2 * shared(&a.stems, &b.stems) + shared(&a.narrowed, &b.narrowed))
    }

    fn verdict(&self, a: usize, b: usize) -> Option<(Verdict, Reason)> {
        let (x, y) = (&self.tellings[a], &self.tellings[b]);
        let published = [&self.published[x.document.index()], &self.published[y.document.index()]];
        let differ = !x.amount.meets(&y.amount);
        let twice = differ && (x.document == y.document || self.tells(y.document, b, x) || self.tells(x.document, a, y));
        let is_sum = differ && (self.is_sum(a, b) || self.is_sum(b, a));
        let is_sole = differ && !twice && self.is_sole(x) && self.is_sole(y);
        verdict(x, y, published, Found { twice, is_sum, is_sole })
    }

    /// The figures of an article, around that at `near`.
    fn own(&self, document: DocumentId) -> &[Telling] {
        let start = self.tellings.partition_point(|telling| telling.document < document);
        let end = self.tellings.partition_point(|telling| telling.document <= document);
        &self.tellings[start..end]
    }

    /// Whether an article also gives the number of `telling` for such a thing.
    fn tells(&self, document: DocumentId, but: usize, telling: &Telling) -> bool {
        let but = self.tellings[but].figure;
        let near = self.own(document).iter().filter(|own| own.figure != but && own.figure.abs_diff(but) <= MET as u32);
        // As many euros may be the price of something else: of a unit, some word says that it is the same thing.
        let may_be = |own: &Telling| own.counts_noun || shared(&own.stems, &telling.stems) > 0;
        near.into_iter().any(|own| own.class == telling.class && own.amount.meets(&telling.amount) && may_be(own))
    }

    /// Whether an article gives one number, and no other, for such a thing.
    fn is_sole(&self, telling: &Telling) -> bool {
        let near = self.own(telling.document).iter().filter(|own| own.figure.abs_diff(telling.figure) <= MET as u32);
        near.into_iter().filter(|own| own.class == telling.class).all(|own| own.amount.meets(&telling.amount))
    }

    /// Whether the figure at `whole` is the sum of the one at `part` and others of the same article.
    fn is_sum(&self, whole: usize, part: usize) -> bool {
        let (whole, first) = (self.tellings[whole].amount, &self.tellings[part]);
        let rest = whole.written - first.amount.written;
        if rest <= 0.0 || !whole.is_exact || !first.amount.is_exact || first.class.as_deref() == Some("%") {
            return false;
        }
        let near = |own: &&Telling| own.figure != first.figure && own.figure.abs_diff(first.figure) <= PARTS as u32;
        let of_a_kind = |own: &&Telling| own.amount.is_exact && (own.class == first.class || own.class.is_none());
        let parts: Vec<f64> =
            self.own(first.document).iter().filter(near).filter(of_a_kind).map(|own| own.amount.written).take(PARTS).collect();
        sums(&parts, rest, 3)
    }

    /// A count with its verdict: the most serious of those between its figures.
    fn count(&self, cluster: &[usize]) -> Count {
        let of = |at: usize| &self.tellings[cluster[at]];
        let mut n_documents = 0;
        for at in 0..cluster.len() {
            n_documents += u32::from(at == 0 || of(at).document != of(at - 1).document);
        }
        let mut found = (Verdict::Single, None, (0, 0));
        // Figures that are written alike stand to the others alike: one of each is held against the rest.
        let mut kinds: Vec<usize> = Vec::new();
        for at in 0..cluster.len() {
            if kinds.len() < MEMBERS * 2
                && !kinds.iter().any(|kind| of(*kind).surface == of(at).surface && of(*kind).speaker == of(at).speaker)
            {
                kinds.push(at);
            }
        }
        if n_documents > 1 && kinds.len() == 1 {
            found = (Verdict::Same, Some(Why::of(Reason::Same, of(0), of(0))), (0, 0));
        }
        for (n, a) in kinds.iter().enumerate() {
            for b in kinds[n + 1..].iter().filter(|b| of(*a).document != of(**b).document) {
                let Some((verdict, reason)) = self.verdict(cluster[*a], cluster[*b]) else { continue };
                if verdict > found.0 {
                    let place = |at: usize| u32::try_from(at).expect("fewer figures than bytes");
                    found = (verdict, Some(Why::of(reason, of(*a), of(*b))), (place(*a), place(*b)));
                }
            }
        }
        if n_documents > 1 && found.0 == Verdict::Single {
            found = (Verdict::Same, Some(Why::of(Reason::Same, of(0), of(0))), (0, 0));
        }
        let clearest = cluster.iter().map(|at| self.tellings[*at].label.as_str()).filter(|label| !label.is_empty());
        let counted = clearest.fold("", |best, label| if best.is_empty() || clearness(label) > clearness(best) { label } else { best });
        let figures = cluster.iter().map(|at| self.tellings[*at].figure).collect();
        Count { counted: counted.to_owned(), figures, n_documents, verdict: found.0, why: found.1, between: found.2 }
    }
}

/// A label of some words is clearer than one word, and than a long one.
fn clearness(label: &str) -> usize {
    const BEST: usize = 4;
    let n = label.split(' ').count();
    if n > BEST { (2 * BEST).saturating_sub(n) } else { n }
}

/// Whether some of `parts`, `most` at most, make up `rest`.
fn sums(parts: &[f64], rest: f64, most: usize) -> bool {
    let near = |a: f64| (a - rest).abs() < 1e-6;
    parts.iter().enumerate().any(|(at, part)| near(*part) || most > 1 && *part < rest && sums(&parts[at + 1..], rest - part, most - 1))
}
