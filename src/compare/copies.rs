//! Articles that are one text: the same twice, a later version, an agency's dispatch in two papers, an excerpt.
//!
//! What decides is first the text, then what is known of the articles. Bodies that agree word for word, or letter for letter
//! where one of them was misread (`Ã©` for `é`), are found by a fingerprint; what is nearly or partly the same by common
//! shingles (see [`super::containment`]).
//!
//! Two articles that carry half of one dispatch are no copies: each is mostly its own. Neither does an excerpt join what
//! contains it with what else contains it. Which of two outlets had the text first is deliberately not said.

use serde::{Deserialize, Serialize};

use super::containment::{self, Numbers, Shingled, WORDS};
use super::likeness::{self, Detail, Likeness};
use super::prepare::Prepared;
use super::vocabulary::Vocabulary;
use crate::corpus::{Corpus, Document, ZoneKind};
use crate::id::{DocumentId, Fingerprint};
use crate::order::Order;
use crate::text::filling;

/// How articles of one text differ, least first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum CopyKind {
    /// The same article twice: equal but for white space, furniture and misread letters.
    Same,
    /// One article at two times.
    Version,
    /// Nearly the same text in two outlets.
    Syndicated,
    /// One article stands in another, much longer one.
    Excerpt,
}

/// Why an article belongs to its family: one other member with which it has text in common.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tie {
    pub document: DocumentId,
    pub with: DocumentId,
    pub kind: CopyKind,
    /// Share of the words of `document` that stand in `with`, and the other way round, 0 to 1.
    pub share: f32,
    pub share_with: f32,
    /// What is known of both and is the same, and what is known of both and is not.
    pub agrees: Vec<Detail>,
    pub differs: Vec<Detail>,
}

/// Articles that are one text.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Family {
    /// That of the loosest tie.
    pub kind: CopyKind,
    /// Versions: newest first when all are dated. Else the fullest first; of excerpts, what contains them.
    pub members: Vec<DocumentId>,
    /// One tie less than members: together they join all of them.
    pub ties: Vec<Tie>,
}

/// Share of the words of both for which two texts are one, whatever else is known. Half a dispatch is 0.5; at 1, an edit
/// makes two articles of one.
const COPY: f32 = 0.75;
/// The same where title and day of publication differ: yesterday's bulletin and today's are one form filled in twice, three
/// quarters to nine tenths the same in reports of sports and results of contests.
const SERIES: f32 = 0.92;
/// Share of the shorter for which it is an excerpt of the longer.
const CONTAINED: f32 = 0.85;
/// Share of the shorter that is enough when title, author or address say that it is one article.
const REWRITTEN: f32 = 0.5;
/// Share of the longer that stays when an article of one outlet has grown.
const GROWN: f32 = 0.5;

/// What is needed of an article's words: they are read once and put away.
struct Words {
    n: usize,
    keys: Vec<Fingerprint>,
    /// Of the articles that have common text with another.
    shingled: Shingled,
}

/// Families of `corpus`, closest kind first, then in order of their first member. Articles that are `alike` another have
/// enough of their words in common with one to be looked at; equal ones are found among all.
pub(super) fn families(corpus: &Corpus, vocabulary: &Vocabulary, alike: &[bool]) -> Vec<Family> {
    let mut numbers = Numbers::default();
    let mut words_of = |document: &Document| {
        let prepared = Prepared::of(document, vocabulary);
        let shingled = if alike[document.id.index()] { numbers.shingled(&prepared) } else { Shingled::default() };
        Words { n: prepared.tokens.len(), keys: keys_of(document, &prepared), shingled }
    };
    let documents: Vec<Words> = corpus.documents.iter().map(&mut words_of).collect();
    let n_shingles = numbers.n_shingles();
    let documents = &documents[..];
    let mut ties = equal_bodies(corpus, documents);
    let shingled: Vec<&Shingled> = documents.iter().map(|words| &words.shingled).collect();
    containment::each_pair(&shingled, n_shingles, |short, long| ties.extend(tie(corpus, short, long)));
    ties.order_by(|x, y| {
        let ids = |tie: &Tie| (tie.kind, tie.with, tie.document);
        let strength = |tie: &Tie| tie.share + tie.share_with;
        x.kind.cmp(&y.kind).then_with(|| strength(y).total_cmp(&strength(x))).then_with(|| ids(x).cmp(&ids(y)))
    });
    let (excerpts, copies): (Vec<_>, Vec<_>) = ties.into_iter().partition(|tie| tie.kind == CopyKind::Excerpt);
    let mut roots = Roots::new(documents.len());
    let joining: Vec<Tie> = copies.into_iter().filter(|tie| roots.join(tie.document, tie.with)).collect();
    let mut found = of_copies(joining, &mut roots);
    found.extend(of_excerpts(excerpts, &mut roots));
    for family in &mut found {
        let is_excerpt = family.kind == CopyKind::Excerpt;
        order_members(corpus, documents, family.kind, &mut family.members[usize::from(is_excerpt)..]);
    }
    found.order_by_key(|family| (family.kind, family.members[0]));
    found
}

/// One family for each tree of ties.
fn of_copies(mut joining: Vec<Tie>, roots: &mut Roots) -> Vec<Family> {
    let mut of_root: Vec<(u32, Tie)> = joining.drain(..).map(|tie| (roots.of(tie.document), tie)).collect();
    of_root.order_by_key(|(root, _)| *root);
    let family = |tree: &[(u32, Tie)]| {
        let ties: Vec<Tie> = tree.iter().map(|(_, tie)| tie.clone()).collect();
        let mut members: Vec<_> = ties.iter().flat_map(|tie| [tie.document, tie.with]).collect();
        members.order();
        members.dedup();
        Family { kind: ties.iter().map(|tie| tie.kind).max().unwrap_or(CopyKind::Same), members, ties }
    };
    of_root.chunk_by(|x, y| x.0 == y.0).map(family).collect()
}

/// One family for each article with excerpts; of copies that contain the same one, and of copies of one excerpt, the first.
fn of_excerpts(excerpts: Vec<Tie>, roots: &mut Roots) -> Vec<Family> {
    let mut pairs: Vec<((u32, u32), Tie)> = excerpts.into_iter().map(|tie| ((roots.of(tie.with), roots.of(tie.document)), tie)).collect();
    pairs.retain(|((container, excerpt), _)| container != excerpt);
    pairs.order_by_key(|(pair, _)| *pair);
    pairs.dedup_by_key(|(pair, _)| *pair);
    let mut ties: Vec<Tie> = pairs.into_iter().map(|(_, tie)| tie).collect();
    ties.order_by_key(|tie| (tie.with, tie.document));
    let family = |ties: &[Tie]| Family {
        kind: CopyKind::Excerpt,
        members: [ties[0].with].into_iter().chain(ties.iter().map(|tie| tie.document)).collect(),
        ties: ties.to_vec(),
    };
    ties.chunk_by(|x, y| x.with == y.with).map(family).collect()
}

fn order_members(corpus: &Corpus, documents: &[Words], kind: CopyKind, members: &mut [DocumentId]) {
    members.order_by_key(|id| (std::cmp::Reverse(documents[id.index()].n), *id));
    let date = |id: &DocumentId| likeness::last_change(&corpus.documents[id.index()].metadata);
    if kind == CopyKind::Version && members.iter().all(|id| date(id).is_some()) {
        members.order_by(|x, y| date(y).cmp(&date(x)));
    }
}

/// Ties of articles with equal bodies, each to the first of them.
fn equal_bodies(corpus: &Corpus, documents: &[Words]) -> Vec<Tie> {
    let mut keys: Vec<(u64, u32)> = Vec::new();
    for (document, words) in corpus.documents.iter().zip(documents) {
        keys.extend(words.keys.iter().map(|key| (key.0, document.id.0)));
    }
    keys.order();
    let same = keys.chunk_by(|x, y| x.0 == y.0).flat_map(|same| same[1..].iter().map(|other| (same[0].1, other.1)));
    let tie = |(first, other)| {
        let (first, other) = (DocumentId(first), DocumentId(other));
        let likeness = Likeness::of(&corpus.documents[other.index()].metadata, &corpus.documents[first.index()].metadata);
        let kind = match () {
            () if likeness.differs(Detail::Outlet) => CopyKind::Syndicated,
            () if likeness.differs(Detail::Title) => CopyKind::Version,
            () => CopyKind::Same,
        };
        let short = documents[first.index()].n.min(documents[other.index()].n) < WORDS;
        // Two stubs before a paywall are equal; two briefs under one title are one brief.
        let stands = !short || (likeness.agrees(Detail::Title) && !likeness.differs(Detail::Outlet));
        stands.then_some(Tie {
            document: other,
            with: first,
            kind,
            share: 1.0,
            share_with: 1.0,
            agrees: likeness.agrees,
            differs: likeness.differs,
        })
    };
    same.filter(|(first, other)| first != other).filter_map(tie).collect()
}

/// What is equal for equal articles, for the body alone and with its title, which one page may lack: their folded words; and
/// their letters and digits of ASCII, which survive a wrong encoding.
fn keys_of(document: &Document, prepared: &Prepared) -> Vec<Fingerprint> {
    let mut found = Vec::new();
    for with_title in [ZoneKind::Body, ZoneKind::Title] {
        let (mut words, mut letters, mut n_letters) = (Vec::new(), Vec::new(), 0);
        let is_meant = |kind| matches!(kind, ZoneKind::Lead | ZoneKind::Heading | ZoneKind::Body) || kind == with_title;
        for sentence in document.sentences.iter().filter(|sentence| is_meant(sentence.zone)) {
            let first = prepared.tokens.partition_point(|token| token.span.start < sentence.span.start);
            let own = prepared.tokens[first..].iter().take_while(|token| token.span.end <= sentence.span.end);
            words.extend(own.flat_map(|token| token.word.to_le_bytes()));
            let text = filling::stripped(sentence.span.slice(document.text()));
            n_letters += text.chars().filter(|c| c.is_alphanumeric()).count();
            letters.extend(text.bytes().filter(u8::is_ascii_alphanumeric).map(|byte| byte.to_ascii_lowercase()));
        }
        // A text in another script has no letters of ASCII to speak of.
        let latin = letters.len() * 4 > n_letters * 3;
        found.extend((!words.is_empty()).then(|| Fingerprint::of(&words)));
        found.extend((latin && !letters.is_empty()).then(|| Fingerprint::of(&letters)));
    }
    found
}

/// What two articles are to each other, if their common text makes them anything.
fn tie(corpus: &Corpus, (short, share): (DocumentId, f32), (long, share_with): (DocumentId, f32)) -> Option<Tie> {
    let likeness = Likeness::of(&corpus.documents[short.index()].metadata, &corpus.documents[long.index()].metadata);
    let foreign = likeness.differs(Detail::Outlet);
    let same_day = !likeness.differs(Detail::Published);
    let same_page = likeness.agrees(Detail::Address);
    let series = !foreign && !same_page && !same_day && likeness.differs(Detail::Title);
    let copy = if series { SERIES } else { COPY };
    let is_copy = share >= copy && share_with >= copy;
    // Under one title and on two days may stand a daily column.
    let same_title = !foreign && likeness.agrees(Detail::Title) && (same_day || share >= COPY);
    let same_hand = !series && likeness.agrees(Detail::Outlet) && likeness.agrees(Detail::Author);
    let kind = match () {
        () if foreign && is_copy => CopyKind::Syndicated,
        () if same_page || is_copy => CopyKind::Version,
        () if (same_title || same_hand) && share >= REWRITTEN => CopyKind::Version,
        () if !series && likeness.agrees(Detail::Outlet) && share >= COPY && share_with >= GROWN => CopyKind::Version,
        () if share >= CONTAINED && !series => CopyKind::Excerpt,
        () => return None,
    };
    Some(Tie { document: short, with: long, kind, share, share_with, agrees: likeness.agrees, differs: likeness.differs })
}

/// Which articles are joined: the forest of Galler and Fischer (An improved equivalence algorithm, 1964), paths halved.
struct Roots(Vec<u32>);

impl Roots {
    fn new(n: usize) -> Self {
        Self((0..).take(n).collect())
    }

    fn of(&mut self, document: DocumentId) -> u32 {
        let mut at = document.0;
        while self.0[at as usize] != at {
            self.0[at as usize] = self.0[self.0[at as usize] as usize];
            at = self.0[at as usize];
        }
        at
    }

    /// Joins two articles; false when they were.
    fn join(&mut self, a: DocumentId, b: DocumentId) -> bool {
        let (a, b) = (self.of(a), self.of(b));
        self.0[a.max(b) as usize] = a.min(b);
        a != b
    }
}
