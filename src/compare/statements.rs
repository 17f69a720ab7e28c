//! What several articles tell, as rows: passages that say the same, one row a statement, one cell an article.
//!
//! Passages aligned pairwise (see [`super::Comparer::compare`]) are points, alignments are links, the surest first. Two groups become
//! one row when at least half of the pairs of passages between them, of articles that were compared, are linked: average linkage
//! over links (Sokal and Michener, 1958), so that one lead that tells everything does not make one row of all. A passage is a
//! run of clauses, so that a sentence that says two things stands in two rows, and a statement that is told in two sentences
//! has both in its cell. Sentences of which hardly a word is in a row are rows of one.
//!
//! Rows do not depend on the order in which articles are given: they are taken in the order of their texts. In a large corpus
//! not every pair is compared (see `nearest`). Which of the articles is right is not asked, and no title is made up: a row is
//! called by its clearest passage.

use std::collections::BTreeMap;

use super::annotated::Annotated;
use super::nearest::Pairs;
use super::{Closeness, Comparer, order_of_texts};
use crate::corpus::{Corpus, Document};
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// What the articles tell.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Statements {
    /// Most shared first, then surest; those of one article in order of articles.
    pub rows: Vec<Statement>,
    /// Pairs of articles that were compared, of so many.
    pub n_compared: u32,
    pub n_pairs: u32,
}

/// One statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Statement {
    /// The clearest passage.
    pub document: DocumentId,
    pub span: Span,
    /// From 0 to 1: the mean of the cells; 1 for a single telling.
    pub score: f32,
    /// In order of articles, that of the title included.
    pub cells: Vec<Cell>,
}

/// One article that tells a statement.
#[derive(Clone, Debug, PartialEq)]
pub struct Cell {
    pub document: DocumentId,
    /// In order; not overlapping.
    pub spans: Vec<Span>,
    /// To the passage of the title.
    pub closeness: Closeness,
    pub quoted: bool,
    pub score: f32,
}

/// Of two passages of one article, the part of the longer one from which they are one.
const ONE_PASSAGE: f32 = 0.5;
/// Links between two groups, of the pairs of their passages, from which they are one row. At 0 one link joins, at 1 all must.
const LINKED: f32 = 0.5;
/// Part of a sentence in rows from which it is no row of its own.
const TOLD: f32 = 0.4;
/// Words that a clear passage has.
const CLEAR: std::ops::Range<usize> = 8..45;

/// One passage of one article.
#[derive(Clone, Copy, Debug)]
struct Point {
    document: usize,
    span: Span,
}

/// Two passages that say the same.
#[derive(Clone, Copy, Debug)]
struct Link {
    x: usize,
    y: usize,
    score: f32,
    closeness: Closeness,
    quoted: bool,
}

/// The rows of `articles`.
pub(super) fn statements(comparer: &Comparer, annotated: Annotated, articles: &[DocumentId]) -> Statements {
    let documents = in_order_of_texts(annotated.corpus, articles);
    let pairs = Pairs::of(comparer, &documents);
    let mut sides: Vec<Vec<Span>> = vec![Vec::new(); documents.len()];
    let mut found = Vec::new();
    comparer.compare_pairs(annotated, &documents, &pairs.compared, &mut |(x, y), passages| {
        for passage in passages {
            sides[x].push(passage.a);
            sides[y].push(passage.b);
            found.push((x, y, passage));
        }
    });
    let points = points(sides);
    let links = found.into_iter().map(|(x, y, passage)| Link {
        x: points.place(x, passage.a),
        y: points.place(y, passage.b),
        score: passage.score,
        closeness: passage.closeness,
        quoted: passage.quoted,
    });
    let mut links: Vec<Link> = links.collect();
    links.order_by(|l, m| m.score.total_cmp(&l.score).then((l.x, l.y).cmp(&(m.x, m.y))));
    let groups = Groups::of(&points.all, &links, &pairs);
    let mut rows = rows(comparer, &documents, &points.all, &links, groups);
    rows.extend(single(&documents, &rows));
    let n = documents.len();
    let n_pairs = n * n.saturating_sub(1) / 2;
    Statements { rows, n_compared: narrow(pairs.compared.len()), n_pairs: narrow(n_pairs) }
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// Articles by their text, so that nothing depends on the order in which they came.
fn in_order_of_texts<'c>(corpus: &'c Corpus, articles: &[DocumentId]) -> Vec<&'c Document> {
    let mut documents: Vec<&Document> = articles.iter().filter_map(|id| corpus.document(*id)).collect();
    documents.order_by(|x, y| order_of_texts(x, y));
    documents.dedup_by_key(|document| document.id);
    documents
}

/// Passages of all articles.
struct Points {
    all: Vec<Point>,
    /// Where the passages of each article begin in `all`.
    starts: Vec<usize>,
}

/// Joins sides of one article that are mostly one passage; the longest stand for the others.
fn points(sides: Vec<Vec<Span>>) -> Points {
    let mut points = Points { all: Vec::new(), starts: vec![0] };
    for (document, mut spans) in sides.into_iter().enumerate() {
        spans.order_by_key(|span| (std::cmp::Reverse(span.len()), span.start));
        let start = points.all.len();
        for span in spans {
            let known = points.all[start..].iter().any(|point| is_one(point.span, span));
            if !known {
                points.all.push(Point { document, span });
            }
        }
        points.starts.push(points.all.len());
    }
    points
}

impl Points {
    /// The passage of a document for which a side stands.
    fn place(&self, document: usize, span: Span) -> usize {
        let own = self.starts[document]..self.starts[document + 1];
        let of = |at: usize| self.all[at].span.shared(span);
        own.filter(|at| is_one(self.all[*at].span, span))
            .fold(None, |best: Option<usize>, at| if best.is_some_and(|best| of(best) >= of(at)) { best } else { Some(at) })
            .expect("every side has a passage")
    }
}

fn is_one(x: Span, y: Span) -> bool {
    x.shared(y) as f32 >= ONE_PASSAGE * x.len().max(y.len()) as f32
}

/// Passages that are one row.
struct Groups {
    members: Vec<Vec<usize>>,
}

impl Groups {
    fn of(points: &[Point], links: &[Link], pairs: &Pairs) -> Self {
        let mut group: Vec<usize> = (0..points.len()).collect();
        let mut members: Vec<Vec<usize>> = group.iter().map(|at| vec![*at]).collect();
        // For each group the groups with links to it, and how many.
        let mut linked: Vec<BTreeMap<usize, usize>> = vec![BTreeMap::new(); points.len()];
        let mut counted: std::collections::BTreeSet<(usize, usize)> = std::collections::BTreeSet::new();
        for link in links.iter().filter(|link| counted.insert((link.x, link.y))) {
            *linked[link.x].entry(link.y).or_default() += 1;
            *linked[link.y].entry(link.x).or_default() += 1;
        }
        for link in links {
            let (x, y) = (group[link.x], group[link.y]);
            if x == y {
                continue;
            }
            let n_links = linked[x].get(&y).copied().unwrap_or(0);
            if (n_links as f32) < LINKED * n_compared(points, &members[x], &members[y], pairs) as f32 {
                continue;
            }
            let (into, from) = if members[x].len() >= members[y].len() { (x, y) } else { (y, x) };
            let moved = std::mem::take(&mut members[from]);
            moved.iter().for_each(|at| group[*at] = into);
            members[into].extend(moved);
            for (other, n) in std::mem::take(&mut linked[from]) {
                linked[other].remove(&from);
                if other != into {
                    *linked[into].entry(other).or_default() += n;
                    *linked[other].entry(into).or_default() += n;
                }
            }
        }
        Self { members: members.into_iter().filter(|members| members.len() > 1).collect() }
    }
}

/// Articles of a group looked at when pairs are counted: more is a formula or many versions of one text.
const LOOKED_AT: usize = 64;

/// Pairs of passages of two groups, of different articles that were compared.
fn n_compared(points: &[Point], x: &[usize], y: &[usize], pairs: &Pairs) -> usize {
    let of = |group: &[usize]| group.iter().take(LOOKED_AT).map(|at| points[*at].document).collect::<Vec<_>>();
    let (x, y) = (of(x), of(y));
    x.iter().map(|a| y.iter().filter(|b| a != *b && pairs.has(*a, **b)).count()).sum::<usize>().max(1)
}

/// A row for each group of two articles at least.
fn rows(comparer: &Comparer, documents: &[&Document], points: &[Point], links: &[Link], groups: Groups) -> Vec<Statement> {
    let mut of_point: Vec<Vec<usize>> = vec![Vec::new(); points.len()];
    for (place, link) in links.iter().enumerate() {
        of_point[link.x].push(place);
        of_point[link.y].push(place);
    }
    let mut rows = Vec::new();
    for mut members in groups.members {
        members.order();
        let n_documents = members.chunk_by(|x, y| points[*x].document == points[*y].document).count();
        if n_documents < 2 {
            continue;
        }
        // Each link counts to both of its ends, once for each other article.
        let sure = |at: &usize| {
            let mut best: BTreeMap<usize, f32> = BTreeMap::new();
            for link in of_point[*at].iter().map(|place| &links[*place]) {
                let other = if link.x == *at { link.y } else { link.x };
                if members.binary_search(&other).is_ok() {
                    let best = best.entry(points[other].document).or_default();
                    *best = best.max(link.score);
                }
            }
            best.values().sum::<f32>() * clearness(comparer, documents[points[*at].document], points[*at].span)
        };
        let sureness: Vec<f32> = members.iter().map(sure).collect();
        let top = (0..members.len()).fold(0, |best, at| if sureness[at] > sureness[best] { at } else { best });
        rows.push(row(documents, points, links, &of_point, &members, members[top]));
    }
    rows.order_by(|x: &Statement, y| {
        let place = |row: &Statement| documents.iter().position(|document| document.id == row.document);
        y.cells.len().cmp(&x.cells.len()).then(y.score.total_cmp(&x.score)).then_with(|| (place(x), x.span).cmp(&(place(y), y.span)))
    });
    rows
}

/// The row that is called by passage `title`.
fn row(documents: &[&Document], points: &[Point], links: &[Link], of_point: &[Vec<usize>], members: &[usize], title: usize) -> Statement {
    let to_title = |at: usize| {
        let own = of_point[at].iter().map(|place| &links[*place]);
        own.clone().find(|link| link.x == title || link.y == title).or_else(|| {
            // Not aligned with the title itself, but with others of the row.
            own.clone().find(|link| members.binary_search(&link.x).is_ok() && members.binary_search(&link.y).is_ok())
        })
    };
    let mut cells: Vec<Cell> = Vec::new();
    for own in members.chunk_by(|x, y| points[*x].document == points[*y].document) {
        let document = points[own[0]].document;
        let spans = disjoint(own.iter().map(|at| points[*at].span).collect());
        let best = own.iter().filter_map(|at| to_title(*at)).fold(None, |best: Option<&Link>, link| match best {
            Some(best) if best.score >= link.score => Some(best),
            _ => Some(link),
        });
        let is_title = document == points[title].document;
        let (closeness, quoted, score) = match best {
            Some(link) if !is_title => (link.closeness, link.quoted, link.score),
            _ => (Closeness::Verbatim, false, 1.0),
        };
        cells.push(Cell { document: documents[document].id, spans, closeness, quoted, score });
    }
    let n_others = (cells.len() - 1).max(1);
    let title_document = documents[points[title].document].id;
    let score = cells.iter().filter(|cell| cell.document != title_document).map(|cell| cell.score).sum::<f32>() / n_others as f32;
    cells.order_by_key(|cell| cell.document);
    Statement { document: title_document, span: points[title].span, score, cells }
}

/// Spans in order, those that overlap as one.
pub(super) fn disjoint(mut spans: Vec<Span>) -> Vec<Span> {
    spans.order();
    let mut found: Vec<Span> = Vec::new();
    for span in spans {
        match found.last_mut() {
            Some(last) if last.overlaps(span) => *last = last.cover(span),
            _ => found.push(span),
        }
    }
    found
}

/// How well a passage can be read alone: a whole sentence of some length that does not begin with a pronoun.
fn clearness(comparer: &Comparer, document: &Document, span: Span) -> f32 {
    let ready = comparer.ready(document);
    let tokens = ready.prepared.within(span);
    let whole = ready.prepared.segments_at(span).any(|at| ready.prepared.segments[at].span.start == span.start);
    let opens = tokens.first().is_some_and(|token| is_pronoun(token.span.slice(document.text())));
    let factor = |clear: bool| if clear { 1.0 } else { 0.7 };
    factor(CLEAR.contains(&tokens.len())) * factor(!opens) * factor(whole)
}

/// True for a word that points back at a sentence before: a passage that begins with it is not understood alone.
pub(crate) fn is_pronoun(word: &str) -> bool {
    const PRONOUNS: &[&str] =
        &["il", "elle", "ils", "elles", "on", "ce", "cela", "ceci", "celui", "celle", "y", "qui", "que", "he", "she", "it", "they", "this"];
    PRONOUNS.contains(&text::fold(word).as_str())
}

/// Sentences that stand in no row, each a row.
fn single(documents: &[&Document], shared: &[Statement]) -> Vec<Statement> {
    let mut told: BTreeMap<DocumentId, Vec<Span>> = BTreeMap::new();
    for cell in shared.iter().flat_map(|row| &row.cells) {
        told.entry(cell.document).or_default().extend(&cell.spans);
    }
    let mut ids: Vec<&Document> = documents.to_vec();
    ids.order_by_key(|document| document.id);
    let mut found = Vec::new();
    for document in ids {
        let told = disjoint(told.remove(&document.id).unwrap_or_default());
        let mut rest = told.as_slice();
        for sentence in &document.sentences {
            let span = sentence.span;
            rest = &rest[rest.partition_point(|told| told.end <= span.start)..];
            let inside: u32 = rest.iter().take_while(|told| told.start < span.end).map(|told| told.shared(span)).sum();
            if inside as f32 > TOLD * span.len() as f32 || !says_something(document, span) {
                continue;
            }
            let cell = Cell { document: document.id, spans: vec![span], closeness: Closeness::Verbatim, quoted: false, score: 1.0 };
            found.push(Statement { document: document.id, span, score: 1.0, cells: vec![cell] });
        }
    }
    found
}

/// A sentence of one word or two, a heading or an answer, is no statement.
fn says_something(document: &Document, span: Span) -> bool {
    text::words(document.text(), span).nth(2).is_some()
}
