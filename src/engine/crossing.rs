//! Answers about all articles side by side.

use super::telling::shown;
use super::{Engine, n_of};
use crate::compare::{ClaimKind, Headline, Likenesses, Mood, Statement, Statements, by_statements, by_text, by_words, headline, map};
use crate::concordance::{Form, Separator, write_sheet};
use crate::corpus::Fact;
use crate::id::DocumentId;
use crate::protocol::{AcrossRequest, AcrossView, DistanceBy, DistancesRequest, DistancesView, HeadlineView};
use crate::say;

impl Engine {
    pub(super) fn across(&mut self, request: &AcrossRequest, form: Form) -> AcrossView {
        let separator = if form == Form::Csv(Separator::Semicolon) { Separator::Semicolon } else { Separator::Comma };
        match request {
            AcrossRequest::Headlines(articles) => {
                let found = articles.iter().filter_map(|id| self.headline(*id)).collect::<Vec<_>>();
                if form == Form::View { AcrossView::Headlines(found) } else { AcrossView::Sheet(self.headline_sheet(&found, separator)) }
            }
            AcrossRequest::Ranks(aside) => {
                let view = self.ranks(aside);
                if form == Form::View { AcrossView::Ranks(view) } else { AcrossView::Sheet(self.rank_sheet(&view, separator)) }
            }
            AcrossRequest::Distances(request) => {
                let view = self.distances(request);
                if form == Form::View { AcrossView::Distances(view) } else { AcrossView::Sheet(self.distance_sheet(&view, separator)) }
            }
        }
    }

    fn headline(&self, id: DocumentId) -> Option<HeadlineView> {
        let document = self.corpus.document(id)?;
        let headline = headline(document, &self.entities, &self.figures)?;
        let nearest = headline.nearest.map_or_else(String::new, |(span, _)| shown(document, span));
        Some(HeadlineView { document: id, headline, nearest })
    }

    /// A row for each claim; one for a headline without any.
    fn headline_sheet(&self, found: &[HeadlineView], separator: Separator) -> String {
        let head = say!(
            [
                "article",
                "média",
                "paru",
                "titre",
                "mode",
                "question",
                "guillemets",
                "élément",
                "sorte",
                "dans le texte",
                "phrase la plus proche",
                "son mode",
            ],
            [
                "article",
                "outlet",
                "published",
                "headline",
                "mood",
                "question",
                "quotation marks",
                "element",
                "kind",
                "in the text",
                "nearest sentence",
                "its mood",
            ]
        );
        let rows = found.iter().flat_map(|view| {
            let Headline { mood, asks, n_quoted, claims, nearest } = &view.headline;
            let metadata = self.corpus.document(view.document).map(|document| &document.metadata);
            let fact =
                |fact: Option<&Option<Fact<String>>>| fact.and_then(Option::as_ref).map_or_else(String::new, |fact| fact.value.clone());
            let [name, outlet] = self.article_named(view.document);
            let (published, title) = (fact(metadata.map(|known| &known.published)), fact(metadata.map(|known| &known.title)));
            let yes = |is: bool| if is { say!("oui", "yes") } else { say!("non", "no") }.to_owned();
            let before = [name, outlet, published, title, mood_word(*mood).to_owned(), yes(*asks), n_quoted.to_string()];
            let after = [view.nearest.clone(), nearest.map_or_else(String::new, |(_, mood)| mood_word(mood).to_owned())];
            let of_claim = claims.iter().map(|claim| [claim.shown.clone(), kind_word(claim.kind).to_owned(), yes(claim.found.is_some())]);
            let of_claim: Vec<[String; 3]> = if claims.is_empty() { vec![Default::default()] } else { of_claim.collect() };
            let row = |claim: [String; 3]| before.iter().cloned().chain(claim).chain(after.iter().cloned()).collect();
            of_claim.into_iter().map(row).collect::<Vec<Vec<String>>>()
        });
        let rows: Vec<Vec<String>> = std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect();
        write_sheet(&rows, separator)
    }

    fn distances(&mut self, request: &DistancesRequest) -> DistancesView {
        let among = self.without(&request.aside);
        let found = match request.ground {
            DistanceBy::Text => by_text(&self.comparer, self.annotated(), &among),
            DistanceBy::Statements => {
                let tellers = |statement: &Statement| statement.cells.iter().map(|cell| cell.document).collect();
                let told: Vec<Vec<DocumentId>> = self.shared_statements(&among).rows.iter().map(tellers).collect();
                by_statements(&told, &among)
            }
            DistanceBy::Words => by_words(&self.comparer, &self.corpus, &among),
        };
        placed(found, among.len())
    }

    /// What several of `among` tell; nothing where there is one article, or none.
    pub(super) fn shared_statements(&mut self, among: &[DocumentId]) -> Statements {
        if among.len() < 2 {
            return Statements::default();
        }
        let (_, told) = self.stated(among);
        let rows = told.rows.iter().filter(|statement| statement.cells.len() > 1).cloned().collect();
        Statements { rows, ..*told }
    }

    /// All articles but those `aside`, in order.
    pub(super) fn without(&self, aside: &[DocumentId]) -> Vec<DocumentId> {
        let mut is_aside = vec![false; self.corpus.documents.len()];
        for id in aside {
            if let Some(is_aside) = is_aside.get_mut(id.index()) {
                *is_aside = true;
            }
        }
        self.corpus.documents.iter().map(|document| document.id).filter(|id| !is_aside[id.index()]).collect()
    }

    /// A row for each pair, and the place of its articles on the map.
    fn distance_sheet(&self, view: &DistancesView, separator: Separator) -> String {
        let head = say!(
            ["article", "média", "avec", "média", "proximité (pour mille)", "x", "y"],
            ["article", "outlet", "with", "outlet", "closeness (per thousand)", "x", "y"]
        )
        .map(str::to_owned)
        .to_vec();
        let n = view.articles.len();
        let pairs = (0..n).flat_map(|a| (0..n).filter(move |b| a != *b).map(move |b| (a, b)));
        let row = |(a, b): (usize, usize)| {
            let [[name, outlet], [other, other_outlet]] = [a, b].map(|at| self.article_named(view.articles[at]));
            let (x, y) = view.points[a];
            let numbers = [view.between(a, b).to_string(), x.to_string(), y.to_string()];
            [name, outlet, other, other_outlet].into_iter().chain(numbers).collect()
        };
        let rows: Vec<Vec<String>> = std::iter::once(head).chain(pairs.map(row)).collect();
        write_sheet(&rows, separator)
    }
}

fn mood_word(mood: Mood) -> &'static str {
    match mood {
        Mood::Conditional => say!("conditionnel", "conditional"),
        Mood::Indicative => say!("indicatif", "indicative"),
        Mood::Unclear => "",
    }
}

fn kind_word(kind: ClaimKind) -> &'static str {
    match kind {
        ClaimKind::Name => say!("nom", "name"),
        ClaimKind::Figure => say!("chiffre", "figure"),
        ClaimKind::Quotation => say!("citation", "quotation"),
        ClaimKind::Word => say!("mot", "word"),
    }
}

/// The articles with their places on a map. How far apart two are is the root of what they lack to be one: so that articles
/// with nothing in common are as far apart as can be, and that such distances fit in a space (Gower and Legendre 1986).
fn placed(found: Likenesses, n_asked: usize) -> DistancesView {
    let map = map(found.articles.len(), &|a, b| 1.0 - found.value(a, b));
    let farthest = map.points.iter().flatten().fold(0.0_f64, |far, x| far.max(x.abs()));
    let scaled = |x: f64| if farthest > 0.0 { (x / farthest * 1_000.0).round() as i16 } else { 0 };
    let thousandths = |share: f64| (share * 1_000.0).round() as u16;
    DistancesView {
        n_left_out: n_of(n_asked - found.articles.len()),
        points: map.points.iter().map(|[x, y]| (scaled(*x), scaled(*y))).collect(),
        kept: map.kept.map(thousandths),
        likeness: found.values.iter().map(|value| thousandths(*value)).collect(),
        articles: found.articles,
    }
}
