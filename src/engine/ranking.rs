//! In which order the articles tell what several of them tell.

use super::telling::shown;
use super::{Engine, n_of};
use crate::compare::Statement;
use crate::concordance::{Separator, write_sheet};
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::{MOST_RANKED, MOST_RANKING, RankCell, RankRow, RanksView};
use crate::say;
use crate::span::Span;

impl Engine {
    pub(super) fn ranks(&mut self, aside: &[DocumentId]) -> RanksView {
        let among = self.without(aside);
        let told = self.shared_statements(&among).rows;
        let articles = columns(&told, among.clone());
        // For each statement where each of the articles tells it first.
        let places: Vec<Vec<(DocumentId, Span)>> = told.iter().map(|statement| places(statement, &articles)).collect();
        let shared: Vec<(&Statement, Vec<(DocumentId, Span)>)> = told.iter().zip(places).filter(|(_, places)| places.len() > 1).collect();
        let orders: Vec<Vec<Span>> = articles.iter().map(|id| order(&shared, *id)).collect();
        let cell = |(document, span): &(DocumentId, Span)| {
            let at = articles.binary_search(document).expect("places are those of the articles");
            let rank = n_of(orders[at].partition_point(|before| before < span)) + 1;
            RankCell { document: *document, span: *span, rank }
        };
        let mut rows: Vec<&(&Statement, Vec<(DocumentId, Span)>)> = shared.iter().collect();
        rows.order_by_key(|(_, places)| std::cmp::Reverse(places.len()));
        rows.truncate(MOST_RANKED);
        let row = |(statement, places): &&(&Statement, Vec<(DocumentId, Span)>)| {
            let document = self.corpus.document(statement.document)?;
            let (text, language) = (shown(document, statement.span), document.language.code().to_owned());
            Some(RankRow { text, language, cells: places.iter().map(cell).collect() })
        };
        RanksView {
            n_shared: orders.iter().map(|order| n_of(order.len())).collect(),
            rows: rows.iter().filter_map(row).collect(),
            n_rows: n_of(shared.len()),
            n_left_out: n_of(among.len() - articles.len()),
            articles,
        }
    }

    /// A row for each statement in each article.
    pub(super) fn rank_sheet(&self, view: &RanksView, separator: Separator) -> String {
        let head = say!(
            ["énoncé", "texte", "article", "média", "rang", "sur", "passage"],
            ["statement", "text", "article", "outlet", "rank", "of", "passage"]
        )
        .map(str::to_owned)
        .to_vec();
        let rows = view.rows.iter().zip(1..).flat_map(|(row, number)| {
            row.cells.iter().map(move |cell| {
                let [name, outlet] = self.article_named(cell.document);
                let n = view.articles.binary_search(&cell.document).map_or(0, |at| view.n_shared[at]);
                let passage = self.corpus.document(cell.document).map_or_else(String::new, |document| shown(document, cell.span));
                vec![number.to_string(), row.text.clone(), name, outlet, cell.rank.to_string(), n.to_string(), passage]
            })
        });
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(rows).collect();
        write_sheet(&rows, separator)
    }
}

/// The articles of the chart: all of few; of many those that share most statements, in order.
fn columns(told: &[Statement], among: Vec<DocumentId>) -> Vec<DocumentId> {
    if among.len() <= MOST_RANKING {
        return among;
    }
    let last = among.last().map_or(0, |id| id.index() + 1);
    let mut n_shared = vec![0_u32; last];
    told.iter().flat_map(|statement| &statement.cells).for_each(|cell| n_shared[cell.document.index()] += 1);
    let mut articles = among;
    articles.order_by_key(|id| (std::cmp::Reverse(n_shared[id.index()]), *id));
    articles.truncate(MOST_RANKING);
    articles.order();
    articles
}

/// Where each of `articles` tells it first, in order.
fn places(statement: &Statement, articles: &[DocumentId]) -> Vec<(DocumentId, Span)> {
    let cells = statement.cells.iter().filter(|cell| articles.binary_search(&cell.document).is_ok());
    cells.filter_map(|cell| Some((cell.document, *cell.spans.first()?))).collect()
}

/// Where one article tells what it shares, in order.
fn order(shared: &[(&Statement, Vec<(DocumentId, Span)>)], id: DocumentId) -> Vec<Span> {
    let own = shared.iter().flat_map(|(_, places)| places).filter(|(document, _)| *document == id);
    let mut spans: Vec<Span> = own.map(|(_, span)| *span).collect();
    spans.order();
    spans
}
