//! What is near what: the articles as a map and as a matrix, each cell a way to both side by side.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::Form;
use crate::protocol::{AcrossRequest, AcrossView, ArticleCard, DistanceBy, DistancesRequest, DistancesView, Overview, Request, Response};
use crate::ui::across::{Across, GROUNDS};
use crate::ui::collecting::Wanted;
use crate::ui::format;
use crate::ui::hooks::{use_answer, use_explorer};
use crate::ui::messages::{distances, tables};
use crate::ui::parts::byline::article_name;
use crate::ui::parts::distance_map::distance_map;
use crate::ui::parts::sheet_buttons::{Said, TABLES, sheet_offers};
use crate::ui::parts::{Keep, PictureButtons};
use crate::ui::route::{Place, View};
use crate::ui::told::later;

#[derive(Properties, PartialEq)]
pub struct DistancesPageProps {
    pub overview: Rc<Overview>,
    pub ground: DistanceBy,
}

#[component]
pub fn DistancesPage(props: &DistancesPageProps) -> Html {
    let explorer = use_explorer();
    let until = explorer.place().until.clone();
    let (articles, ground) = (&props.overview.articles, props.ground);
    let question = AcrossRequest::Distances(DistancesRequest { ground, aside: later(articles, until.as_deref()) });
    let request = |form| Request::Across(question.pack(form));
    let answer = use_answer(Some(request(Form::View)));
    let said = use_state(Said::default);
    let view = match answer.response.as_deref() {
        // What was answered to another measure would be called by this one's name.
        Some(Response::Across(bytes)) if answer.is_to(&request(Form::View)) => AcrossView::unpack(bytes),
        _ => None,
    };
    let matrix = match &view {
        Some(AcrossView::Distances(view)) => Some(Matrix::of(articles, view, ground, until.as_deref())),
        _ => None,
    };
    html! {
        <>
            { choices(ground, until.as_deref()) }
            if matrix.is_none() && answer.failure.is_none() { <p class="status" role="status" aria-busy="true">{ tables::comparing_now() }</p> }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
            if let Some(matrix) = matrix {
                <p class="in-words" role="status">{ matrix.sentence() }</p>
                if matrix.cards.len() > 1 {
                    { matrix.map() }
                    <p class="keep-line"><Keep wanted={Wanted::chart(matrix.sentence(), explorer.place().fragment())} />{ " " }<PictureButtons said={matrix.sentence()} /></p>
                    { matrix.table() }
                    <p class="absent in-words">{ distances::explained(ground) }</p>
                    { sheet_offers(&explorer, distances::file(), &TABLES, &|form| Some(request(form)), &said) }
                }
            }
        </>
    }
}

fn choices(ground: DistanceBy, until: Option<&str>) -> Html {
    let item = |(of, _): &(DistanceBy, &str)| {
        let to = Place::of(View::Across(Across::Distances(*of))).with_until(until).fragment();
        html! { <li><a href={to} aria-current={(*of == ground).then_some("true")}>{ distances::ground(*of) }</a></li> }
    };
    html! { <div class="settings"><div class="choices" role="group" aria-label={distances::measure()}><span aria-hidden="true">{ distances::by_what() }</span><ul>{ for GROUNDS.iter().map(item) }</ul></div></div> }
}

/// The articles in order of time, with how alike they are.
struct Matrix<'m> {
    cards: Vec<&'m ArticleCard>,
    /// Place of each in the answer.
    places: Vec<usize>,
    view: &'m DistancesView,
    ground: DistanceBy,
    until: Option<&'m str>,
}

impl<'m> Matrix<'m> {
    fn of(articles: &'m [ArticleCard], view: &'m DistancesView, ground: DistanceBy, until: Option<&'m str>) -> Self {
        let known = |card: &&ArticleCard| view.articles.binary_search(&card.id).ok();
        let in_time = format::chronological(articles).into_iter();
        let (cards, places) = in_time.filter_map(|card| known(&card).map(|place| (card, place))).unzip();
        Self { cards, places, view, ground, until }
    }

    /// How alike two are, by their places in order of time, in thousandths.
    fn between(&self, a: usize, b: usize) -> u16 {
        self.view.between(self.places[a], self.places[b])
    }

    /// The article nearest to one, the first of several, if anything is near it.
    fn nearest(&self, a: usize) -> Option<(usize, u16)> {
        let others = (0..self.cards.len()).filter(|b| *b != a).map(|b| (b, self.between(a, b)));
        others.filter(|(_, value)| *value > 0).max_by_key(|(b, value)| (*value, std::cmp::Reverse(*b)))
    }

    /// What map and matrix show.
    fn sentence(&self) -> String {
        let n = self.cards.len();
        if self.view.n_left_out == 0 && n < 2 {
            return distances::only_one().to_owned();
        }
        let nearest: Vec<Option<(usize, u16)>> = (0..n).map(|a| self.nearest(a)).collect();
        let best = (0..n).filter_map(|a| nearest[a].map(|(b, value)| (value, std::cmp::Reverse(a), b))).max();
        let Some((value, std::cmp::Reverse(a), b)) = best else { return distances::none_near(self.ground) };
        let label = |at: usize| format::label(self.cards[at]);
        let first = distances::nearest(self.ground, &label(a), &label(b), &percent(value));
        let apart = (0..n).min_by_key(|at| (nearest[*at].map_or(0, |(_, value)| value), *at)).filter(|_| n > 2);
        let apart = apart.filter(|at| nearest[*at].map_or(0, |(_, value)| value) < value).map(|at| match nearest[at] {
            Some((b, value)) => distances::most_apart(&label(at), &label(b), &percent(value)),
            None => match nearest.iter().filter(|nearest| nearest.is_none()).count() {
                1 => distances::one_alone(&label(at)),
                n_alone => distances::several_alone(n_alone),
            },
        });
        let kept = match self.view.kept {
            _ if n < 3 => String::new(),
            None => distances::one_point().to_owned(),
            Some(kept) if kept < POOR => distances::map_keeps_little(&percent(kept)),
            Some(kept) => distances::map_keeps(&percent(kept)),
        };
        let left_out = match self.view.n_left_out as usize {
            0 => String::new(),
            left => distances::left_out(n, left),
        };
        format!("{first}{}.{kept}{left_out}", apart.unwrap_or_default())
    }

    fn map(&self) -> Html {
        let points: Vec<(i16, i16)> = self.places.iter().map(|place| self.view.points[*place]).collect();
        let said = distances::map_of(self.cards.len());
        html! { <figure class="map-frame">{ distance_map(&self.cards, &points, self.until, &said) }</figure> }
    }

    fn table(&self) -> Html {
        let n = self.cards.len();
        let caption = distances::each_with_each();
        let head = |at: usize| {
            let card = self.cards[at];
            html! { <th scope="col" key={card.id.0}><abbr title={format::label(card)}>{ at + 1 }</abbr></th> }
        };
        html! {
            <div class="figure-frame" tabindex="0" role="group" aria-label={caption}>
                <table class="near-matrix">
                    <caption>{ caption }</caption>
                    <thead><tr><th scope="col">{ tables::article() }</th>{ for (0..n).map(head) }</tr></thead>
                    <tbody>{ for (0..n).map(|at| self.row(at)) }</tbody>
                </table>
            </div>
        }
    }

    fn row(&self, a: usize) -> Html {
        let card = self.cards[a];
        let cell = |b: usize| {
            let other = self.cards[b];
            if a == b {
                return html! { <td key={b} class="self"><span aria-hidden="true">{ "–" }</span><span class="visually-hidden">{ distances::itself() }</span></td> };
            }
            let value = self.between(a, b);
            let pair = View::Compare(Some((card.name.clone(), other.name.clone())));
            let to = Place::of(pair).with_until(self.until).fragment();
            let label = distances::pair(&format::label(card), &format::label(other), &percent(value));
            let shown = if (1..10).contains(&value) { "<1".to_owned() } else { ((value + 5) / 10).to_string() };
            html! { <td key={b} class={classes!("near", SHADES[shade(value)])}><a href={to} aria-label={label}>{ shown }</a></td> }
        };
        html! {
            <tr key={card.id.0}>
                <th scope="row"><span class="number">{ a + 1 }</span>{ " " }<a href={Place::read(&card.name).with_until(self.until).fragment()}>{ article_name(card) }</a></th>
                { for (0..self.cards.len()).map(cell) }
            </tr>
        }
    }
}

/// A map that keeps less than this, in thousandths, is said to be poor: half of the differences are then elsewhere.
const POOR: u16 = 500;

/// How dark a cell is, by the number that stands in it.
const SHADES: [&str; 5] = ["near-0", "near-1", "near-2", "near-3", "near-4"];

fn shade(value: u16) -> usize {
    [10, 100, 250, 500].iter().filter(|least| value >= **least).count()
}

fn percent(thousandths: u16) -> String {
    format::percent(f32::from(thousandths) / 1_000.0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Metadata;
    use crate::id::DocumentId;

    fn cards(n: u32) -> Vec<ArticleCard> {
        let card = |at: u32| ArticleCard {
            id: DocumentId(at),
            name: format!("{}.txt", ["a", "b", "c", "d"][at as usize]),
            metadata: Metadata::default(),
            place: 0,
            opening: String::new(),
            n_words: 10,
            language: "fr".to_owned(),
        };
        (0..n).map(card).collect()
    }

    fn said(n: u32, likeness: &[u16], kept: Option<u16>, n_left_out: u32) -> String {
        let (cards, articles) = (cards(n), (0..n).map(DocumentId).collect());
        let view = DistancesView { articles, likeness: likeness.to_vec(), points: vec![(0, 0); n as usize], kept, n_left_out };
        Matrix::of(&cards, &view, DistanceBy::Text, None).sentence().replace('\u{a0}', " ")
    }

    #[test]
    fn the_nearest_and_the_one_apart_are_told() {
        assert_eq!(
            said(3, &[1000, 310, 20, 310, 1000, 5, 20, 5, 1000], Some(900), 0),
            "Par le texte commun, les plus proches sont a et b (31 %) ; le plus à part est c, dont le plus proche est a (2 %). La carte garde 90 % des écarts."
        );
    }

    #[test]
    fn one_article_none_near_all_equal_and_many_are_told_in_words() {
        assert_eq!(said(1, &[1000], None, 0), "Il n’y a qu’un article : rien à quoi le comparer.");
        assert_eq!(said(2, &[1000, 0, 0, 1000], Some(1000), 0), "Par le texte commun, aucun de ces articles n’est près d’un autre.");
        assert_eq!(
            said(3, &[1000; 9], None, 7),
            "Par le texte commun, les plus proches sont a et b (100 %). Rien ne les distingue : la carte n’a qu’un point. \
             Sont montrés les 3 articles qui ont les plus proches voisins ; 7 autres n’y sont pas."
        );
        let alone = [1000, 500, 0, 0, 500, 1000, 0, 0, 0, 0, 1000, 0, 0, 0, 0, 1000];
        assert!(said(4, &alone, Some(400), 0).contains("2 articles ne sont près d’aucun autre. La carte ne garde que 40 % des écarts"));
    }
}
