//! Lists of names that differ by a name: `Google, Facebook et Microsoft` against `Apple, Google et Facebook`.
//!
//! Lists of the same names are one; two lists meet through the names they share. A list that says it is not whole (`notamment`)
//! opposes nothing, and a name that the other article gives elsewhere is no omission of it.

use std::collections::BTreeMap;

use super::{ClashKind, Contradiction, Severity, Side, Topic, Why};
use crate::compare::{Annotated, Enumeration, enumerations_in};
use crate::corpus::Corpus;
use crate::facts::context::{Lexis, Stem, shared};
use crate::id::{DocumentId, EntityId};
use crate::span::Span;
use crate::text::Line;

/// Names that two lists share at least.
const COMPANIONS: usize = 2;
/// Lists of one name that a list is held against.
const MET: usize = 48;
/// Words beside the names that two sentences share at least to state plainly the same.
const PLAINLY: usize = 4;
/// Articles of which the sentences of two lists are held against each other.
const LOOKED: usize = 6;

/// One list where it stands.
struct Listed {
    document: DocumentId,
    span: Span,
    sentence: Span,
    stems: Vec<Stem>,
}

/// The lists of one set of names.
type Alike = (Enumeration, Vec<Listed>);

/// Contradictions between lists.
pub(super) fn names(corpus: &Corpus, found: Annotated) -> Vec<Contradiction> {
    let lists = lists(corpus, found);
    let mut by_name: BTreeMap<EntityId, Vec<usize>> = BTreeMap::new();
    let mut told = Vec::new();
    for (at, (names, _)) in lists.iter().enumerate() {
        let mut met: Vec<usize> =
            names.iter().filter_map(|name| by_name.get(name)).flat_map(|of| of.iter().rev().take(MET)).copied().collect();
        met.sort_unstable();
        met.dedup();
        told.extend(met.into_iter().filter_map(|other| contradiction(found, &lists[other], &lists[at])));
        names.iter().for_each(|name| by_name.entry(*name).or_default().push(at));
    }
    told
}

/// All whole lists that are asserted, those of the same names together.
fn lists(corpus: &Corpus, found: Annotated) -> Vec<Alike> {
    let mut lexis = Lexis::default();
    let mut lists: BTreeMap<Enumeration, Vec<Listed>> = BTreeMap::new();
    for document in &corpus.documents {
        for (names, span) in enumerations_in(document, found.entities, Span::of(document.text())) {
            let Some(at) = document.sentence_at(span.start) else { continue };
            let sentence = document.sentences[at].span;
            let line = Line::of(document.text(), sentence);
            let first = line.tokens.partition_point(|token| token.span.end <= span.start);
            let last = line.tokens.partition_point(|token| token.span.start < span.end);
            if is_open(&line, first, last) || sentence.slice(document.text()).trim_end().ends_with('?') {
                continue;
            }
            let mut stems = lexis.stems_of(&line, 0..first, document.language);
            stems.extend(lexis.stems_of(&line, last..line.len(), document.language));
            stems.sort_unstable();
            stems.dedup();
            lists.entry(names).or_default().push(Listed { document: document.id, span, sentence, stems });
        }
    }
    lists.into_iter().collect()
}

/// Whether a list between two places says that it is not whole, or is denied.
pub(super) fn is_open(line: &Line<'_>, first: usize, last: usize) -> bool {
    const OPEN: &[&str] = &[
        "notamment",
        "comme",
        "dont",
        "parmi",
        "exemple",
        "tel",
        "tels",
        "telle",
        "telles",
        "entre",
        "ne",
        "n",
        "sauf",
        "si",
        "including",
        "such",
        "like",
        "among",
        "not",
        "except",
    ];
    let opened = (first.saturating_sub(4)..first).any(|at| OPEN.contains(&line.word(at)));
    let goes_on = line.reads(last, &["et", "d", "autres"]) || line.reads(last, &["entre", "autres"]) || line.word(last) == "etc";
    opened || goes_on
}

fn contradiction(found: Annotated, a: &Alike, b: &Alike) -> Option<Contradiction> {
    let common = a.0.intersection(&b.0).count();
    let (only_a, only_b): (Vec<EntityId>, Vec<EntityId>) =
        (a.0.difference(&b.0).copied().collect(), b.0.difference(&a.0).copied().collect());
    // A list of other length, or of which half is other, is another list.
    if common < COMPANIONS || only_a.is_empty() || only_a.len() != only_b.len() || 2 * common < a.0.len() + 1 {
        return None;
    }
    let entity = |id: &EntityId| found.entities.entity(*id);
    let names_else = |lists: &[Listed], names: &[EntityId]| {
        lists.iter().any(|list| names.iter().filter_map(entity).any(|entity| entity.n_in(list.document) > 0))
    };
    // Who is named elsewhere too may have been left out on purpose, unless both sentences plainly state the same.
    let wanted = if names_else(&a.1, &only_b) || names_else(&b.1, &only_a) { PLAINLY } else { 1 };
    let state_alike = |x: &Listed, y: &Listed| x.document != y.document && shared(&x.stems, &y.stems) >= wanted;
    if !a.1.iter().take(LOOKED).any(|x| b.1.iter().take(LOOKED).any(|y| state_alike(x, y))) {
        return None;
    }
    let name = |ids: &[EntityId]| ids.iter().filter_map(entity).map(|entity| entity.name.as_str()).collect::<Vec<_>>().join(", ");
    let (name_a, name_b) = (name(&only_a), name(&only_b));
    let side = |list: &Listed, only: &[EntityId], value: &str| {
        let mentions = found.entities.mentions_in(list.document).iter();
        let differing = mentions.filter(|mention| list.span.contains(mention.span) && only.contains(&mention.entity));
        let at = differing.map(|mention| mention.span).reduce(Span::cover).unwrap_or(list.span);
        Side { document: list.document, sentence: list.sentence, at, value: value.to_owned() }
    };
    let of_a = a.1.iter().map(|list| side(list, &only_a, &name_a));
    let sides = of_a.chain(b.1.iter().map(|list| side(list, &only_b, &name_b))).collect();
    let (topic, why) = (Topic::Either(name_a.clone(), name_b.clone()), Why::Lists(name_a, name_b));
    Some(Contradiction { kind: ClashKind::Names, severity: Severity::High, topic, sides, why })
}
