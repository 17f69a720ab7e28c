//! Text that several articles have nearly word for word, over all of them: which articles share it, how much each has, and the common
//! text put back in order, each piece once.
//!
//! Articles are in one group when they share at least [`LEAST`] words outside of quotations: an utterance that all quote is common
//! because it was said. The common text is put back from the article that has most of it; what only others have comes after
//! the piece that stands before it in their text. Who wrote a text first is not asked here.

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::reuse::{self, Pair};
use super::statements::disjoint;
use super::{Comparer, order_of_texts};
use crate::corpus::{Corpus, Document};
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// Articles that share text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct CommonGroup {
    /// In order of articles.
    pub members: Vec<Member>,
    /// The common text in order.
    pub pieces: Vec<Piece>,
}

/// One article of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Member {
    pub document: DocumentId,
    pub n_words: u32,
    /// Of them, words that stand nearly the same in another member.
    pub n_common: u32,
    /// Where they stand: in order, not overlapping.
    pub common: Vec<Span>,
}

/// A piece of the common text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Piece {
    /// The member from which it is taken: the one with most common text that has it.
    pub document: DocumentId,
    pub span: Span,
    /// The same in other members, in order of articles.
    pub also: Vec<(DocumentId, Span)>,
}

/// Words outside of quotations that two articles share before they are a group: a sentence, or some turns beside common
/// quotations, and no formula.
const LEAST: u32 = 20;
/// Pairs compared in full, most common text first; all pairs of fifty articles are 1,225.
const PAIRS: usize = 1_300;
/// Part of a passage from which it is another one.
const ONE_PASSAGE: f32 = 0.5;

/// One passage of an article, and the same in another.
#[derive(Clone, Copy, Debug)]
struct Shared {
    here: Span,
    other: DocumentId,
    there: Span,
}

type ByArticle = BTreeMap<DocumentId, Vec<Shared>>;

/// The groups of `corpus`, the one that was read: most articles first, then most common words.
pub(super) fn groups(comparer: &Comparer, corpus: &Corpus) -> Vec<CommonGroup> {
    let mut shared = ByArticle::new();
    let mut near: BTreeMap<DocumentId, BTreeSet<DocumentId>> = BTreeMap::new();
    for (a, b) in pairs(comparer) {
        let (Some(of_a), Some(of_b)) = (corpus.document(a), corpus.document(b)) else { continue };
        if share(comparer, of_a, of_b, &mut shared) >= LEAST {
            near.entry(a).or_default().insert(b);
            near.entry(b).or_default().insert(a);
        }
    }
    let mut found: Vec<CommonGroup> = connected(&near).iter().map(|ids| group(corpus, ids, &shared)).collect();
    let n_words = |group: &CommonGroup| group.members.iter().map(|member| member.n_common).sum::<u32>();
    found.order_by(|x, y| {
        y.members.len().cmp(&x.members.len()).then(n_words(y).cmp(&n_words(x))).then(x.members[0].document.cmp(&y.members[0].document))
    });
    found
}

/// The pairs with most text in common.
fn pairs(comparer: &Comparer) -> Vec<(DocumentId, DocumentId)> {
    let mut shares = comparer.common_shares().to_vec();
    shares.order_by(|x, y| y.2.max(y.3).total_cmp(&x.2.max(x.3)).then((x.0, x.1).cmp(&(y.0, y.1))));
    shares.into_iter().take(PAIRS).map(|(a, b, ..)| (a, b)).collect()
}

/// Notes what two articles share, and how many words of it no one is quoted with.
fn share(comparer: &Comparer, a: &Document, b: &Document, shared: &mut ByArticle) -> u32 {
    let (a, b) = if order_of_texts(a, b).is_le() { (a, b) } else { (b, a) };
    let (ready_a, ready_b) = (comparer.ready(a), comparer.ready(b));
    let passages = reuse::common_text(Pair { vocabulary: &comparer.vocabulary, a: &ready_a.prepared, b: &ready_b.prepared });
    for passage in &passages {
        shared.entry(a.id).or_default().push(Shared { here: passage.a, other: b.id, there: passage.b });
        shared.entry(b.id).or_default().push(Shared { here: passage.b, other: a.id, there: passage.a });
    }
    let unquoted = |passages: &mut dyn Iterator<Item = Span>, document: &Document| n_words_of(document, &disjoint(passages.collect()));
    let own = || passages.iter().filter(|passage| !passage.quoted);
    unquoted(&mut own().map(|passage| passage.a), a).min(unquoted(&mut own().map(|passage| passage.b), b))
}

/// Articles that are near one another, directly or by others.
fn connected(near: &BTreeMap<DocumentId, BTreeSet<DocumentId>>) -> Vec<Vec<DocumentId>> {
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for id in near.keys() {
        if !seen.insert(*id) {
            continue;
        }
        let mut group = vec![*id];
        let mut at = 0;
        while let Some(here) = group.get(at) {
            let more: Vec<DocumentId> = near.get(here).into_iter().flatten().copied().filter(|id| seen.insert(*id)).collect();
            group.extend(more);
            at += 1;
        }
        group.order();
        found.push(group);
    }
    found
}

fn group(corpus: &Corpus, ids: &[DocumentId], shared: &ByArticle) -> CommonGroup {
    let inside = |id: DocumentId| ids.binary_search(&id).is_ok();
    let of = |id: &DocumentId| -> Vec<Shared> {
        let all = shared.get(id).into_iter().flatten().filter(|shared| inside(shared.other));
        all.copied().collect()
    };
    let mut members = Vec::new();
    for id in ids {
        let Some(document) = corpus.document(*id) else { continue };
        let common = disjoint(of(id).iter().map(|shared| shared.here).collect());
        let all: Vec<Span> = document.paragraphs().iter().map(|zone| zone.span).collect();
        members.push(Member { document: *id, n_words: n_words_of(document, &all), n_common: n_words_of(document, &common), common });
    }
    let mut fullest: Vec<&Member> = members.iter().collect();
    fullest.order_by_key(|member| (std::cmp::Reverse(member.n_common), member.document));
    let mut text = CommonText::default();
    for member in fullest {
        if let Some(document) = corpus.document(member.document) {
            text.put_back(document, &member.common, &of(&member.document));
        }
    }
    CommonGroup { members, pieces: text.in_order() }
}

/// Common text that is being put back.
#[derive(Default)]
struct CommonText {
    pieces: Vec<Piece>,
    /// Places of pieces, as they are read.
    order: Vec<usize>,
    /// Of each article, which stretch is which piece.
    known: BTreeMap<DocumentId, Vec<(Span, usize)>>,
}

impl CommonText {
    /// Puts what is missing of the common text of an article where it belongs.
    fn put_back(&mut self, document: &Document, common: &[Span], shared: &[Shared]) {
        let mut after = None;
        for here in by_sentence(document, common) {
            let same = || shared.iter().filter(|shared| shared.here.overlaps(here)).map(|shared| (shared.other, shared.there));
            // A sentence that is part of a longer common stretch stands in a part of the other's stretch, which is not known.
            let close = shared.iter().filter(|shared| is_one(here, shared.here)).map(|shared| (shared.other, shared.there));
            let piece = std::iter::once((document.id, here)).chain(close).find_map(|(id, span)| self.piece_at(id, span));
            let piece = piece.unwrap_or_else(|| {
                self.pieces.push(Piece { document: document.id, span: here, also: Vec::new() });
                let piece = self.pieces.len() - 1;
                self.order.insert(after.map_or(0, |at: usize| at + 1), piece);
                piece
            });
            after = self.order.iter().position(|one| *one == piece);
            let told: Vec<(DocumentId, Span)> = std::iter::once((document.id, here)).chain(same()).collect();
            for (id, span) in told {
                self.note(piece, id, span);
            }
        }
    }

    fn piece_at(&self, id: DocumentId, span: Span) -> Option<usize> {
        self.known.get(&id)?.iter().find(|(known, _)| is_one(*known, span)).map(|(_, piece)| *piece)
    }

    /// Notes that a piece stands in an article, once.
    fn note(&mut self, piece: usize, id: DocumentId, span: Span) {
        let known = self.known.entry(id).or_default();
        if known.iter().any(|(one, of)| *of == piece && one.overlaps(span)) {
            return;
        }
        known.push((span, piece));
        if id != self.pieces[piece].document {
            self.pieces[piece].also.push((id, span));
        }
    }

    fn in_order(mut self) -> Vec<Piece> {
        self.pieces.iter_mut().for_each(|piece| piece.also.order());
        self.order.iter().map(|at| self.pieces[*at].clone()).collect()
    }
}

/// Common stretches, cut where sentences end; a sentence of which every word is common keeps its marks.
fn by_sentence(document: &Document, common: &[Span]) -> Vec<Span> {
    let mut found = Vec::new();
    let n_words = |span| text::words(document.text(), span).count();
    for span in common {
        let first = document.sentences.partition_point(|sentence| sentence.span.end <= span.start);
        for sentence in document.sentences[first..].iter().take_while(|sentence| sentence.span.start < span.end) {
            let whole = sentence.span;
            let inside = Span { start: whole.start.max(span.start), end: whole.end.min(span.end) };
            found.push(if n_words(inside) == n_words(whole) { whole } else { inside });
        }
    }
    found
}

fn is_one(known: Span, here: Span) -> bool {
    known.shared(here) as f32 >= ONE_PASSAGE * here.len() as f32
}

fn n_words_of(document: &Document, spans: &[Span]) -> u32 {
    let n: usize = spans.iter().map(|span| text::words(document.text(), *span).count()).sum();
    u32::try_from(n).unwrap_or(u32::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::compare::fixture::{corpus, id};

    const FIRST: &str = "Un incendie a détruit lundi un entrepôt de bois près du canal, selon les pompiers.";
    const SECOND: &str = "Une centaine de riverains ont été évacués pendant la nuit vers le gymnase de la commune.";
    const THIRD: &str = "La préfecture annonce que la circulation des trains reprendra mercredi matin sur la ligne.";

    const FOURTH: &str = "Une enquête a été ouverte pour établir l’origine du feu, que rien n’explique à cette heure.";

    fn found(texts: &[&str]) -> (Corpus, Vec<CommonGroup>) {
        let corpus = corpus(texts);
        let groups = Comparer::new(&corpus).common_text(&corpus);
        (corpus, groups)
    }

    fn pieces<'c>(corpus: &'c Corpus, group: &CommonGroup) -> Vec<&'c str> {
        group.pieces.iter().map(|piece| piece.span.slice(corpus.documents[piece.document.index()].text())).collect()
    }

    #[test]
    fn the_common_text_is_put_back_in_order_from_those_that_have_parts_of_it() {
        let own = "Le maire, joint par téléphone, dit avoir tout vu depuis sa fenêtre.";
        let (corpus, groups) = found(&[
            &format!("{FIRST} {SECOND} {THIRD} {own}"),
            &format!("{SECOND} {THIRD} {FOURTH}"),
            &format!("{FIRST} Les habitants parlent d’une odeur âcre. {THIRD} {FOURTH}"),
        ]);
        assert_eq!(groups.len(), 1);
        assert_eq!(groups[0].members.iter().map(|member| member.document).collect::<Vec<_>>(), [id(0), id(1), id(2)]);
        assert_eq!(pieces(&corpus, &groups[0]), [FIRST, SECOND, THIRD, FOURTH]);
        assert_eq!(groups[0].pieces.iter().map(|piece| piece.also.len()).collect::<Vec<_>>(), [1, 1, 2, 1]);
    }

    #[test]
    fn what_an_article_adds_is_not_common() {
        let (corpus, groups) =
            found(&[&format!("{FIRST} {SECOND}"), &format!("{FIRST} {SECOND} Personne n’a été blessé dans le quartier voisin.")]);
        let [whole, longer] = &groups[0].members[..] else { panic!("two members") };
        assert_eq!(whole.n_common, whole.n_words);
        let all = text::words(corpus.documents[1].text(), Span::of(corpus.documents[1].text())).count();
        assert!(longer.n_common < longer.n_words && longer.n_words as usize == all, "{longer:?}");
    }

    #[test]
    fn one_utterance_that_two_quote_is_no_common_text() {
        let said = "« Nous ne laisserons personne au bord du chemin, et nous reconstruirons cet entrepôt de bois avec tous les habitants du canal avant le printemps prochain, quoi qu’il en coûte à la commune »";
        let (_, groups) =
            found(&[&format!("Lundi soir, {said}, dit le maire."), &format!("Dans un tout autre ton, {said} : ainsi parle l’élu.")]);
        assert_eq!(groups, []);
    }

    #[test]
    fn one_article_and_two_strangers_have_nothing_in_common() {
        assert_eq!(found(&[FIRST]).1, []);
        assert_eq!(found(&[FIRST, THIRD]).1, []);
    }

    #[test]
    fn the_same_text_many_times_is_one_group_with_each_piece_once() {
        let text = format!("{FIRST} {SECOND} {THIRD}");
        let (_, groups) = found(&[text.as_str(); 40]);
        assert_eq!((groups.len(), groups[0].members.len(), groups[0].pieces.len()), (1, 40, 3));
    }
}
