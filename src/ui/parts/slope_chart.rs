//! In which order articles tell what several of them tell: one line a statement, from article to article, with its table.

use yew::prelude::*;

use crate::corpus::mask;
use crate::protocol::{ArticleCard, MOST_RANKED, RankCell, RankRow, RanksView};
use crate::ui::format;
use crate::ui::messages::{tables, titles};
use crate::ui::parts::byline::article_name;
use crate::ui::route::Place;

/// Between two columns, between two ranks, and around all, in units of a drawing 360 wide at most.
const COLUMN: u32 = 44;
const RANK: u32 = 22;
const MARGIN: u32 = 22;
const WIDTH: u32 = 360;

/// What the chart is made from: the articles in order of time.
pub struct Slopes<'s> {
    pub cards: Vec<&'s ArticleCard>,
    pub view: &'s RanksView,
    /// Number of the statement that is followed, from 1; 0 for none.
    pub followed: u32,
    pub until: Option<&'s str>,
    /// Where following a statement leads.
    pub to: &'s dyn Fn(u32) -> String,
}

impl Slopes<'_> {
    /// What it shows, with what its letters stand for: for who sees the chart alone.
    pub fn explained(&self) -> String {
        let named = self.cards.iter().zip(0..).map(|(card, at)| (letter(card, at), format::label(card)));
        let letters = named.filter(|(letter, label)| letter != label).map(|(letter, label)| format!("{letter} = {label}"));
        let letters = letters.collect::<Vec<_>>().join(", ");
        if letters.is_empty() { self.sentence() } else { format!("{} {letters}.", self.sentence()) }
    }

    /// What chart and table show.
    pub fn sentence(&self) -> String {
        let view = self.view;
        let n = view.n_rows as usize;
        if n == 0 {
            return titles::no_order().to_owned();
        }
        let shown = (n > view.rows.len()).then_some(MOST_RANKED);
        let said = titles::order(n, shown, &self.moved());
        match view.n_left_out as usize {
            0 => said,
            left => said + &titles::order_of_most(self.cards.len(), left),
        }
    }

    /// The statement whose place differs most, of the shown ones.
    fn moved(&self) -> String {
        let ends = |row: &RankRow| {
            let first = row.cells.iter().min_by_key(|cell| (cell.rank, cell.document))?.to_owned();
            let last = row.cells.iter().max_by_key(|cell| (cell.rank, std::cmp::Reverse(cell.document)))?.to_owned();
            Some((first, last))
        };
        let all = self.view.rows.iter().zip(1_usize..).filter_map(|(row, number)| ends(row).map(|(first, last)| (number, first, last)));
        let most = all.max_by_key(|(number, first, last)| (last.rank - first.rank, std::cmp::Reverse(*number)));
        let Some((number, first, last)) = most.filter(|(_, first, last)| first.rank != last.rank) else {
            return titles::same_order().to_owned();
        };
        let label =
            |cell: &RankCell| self.cards.iter().find(|card| card.id == cell.document).map_or_else(String::new, |card| format::label(card));
        titles::moves_most(number, (first.rank, &label(&first)), (last.rank, &label(&last)))
    }

    pub fn chart(&self) -> Html {
        let n_columns = self.cards.len() as u32;
        if self.view.rows.is_empty() || n_columns < 2 {
            return Html::default();
        }
        let column = ((WIDTH - 2 * MARGIN) / (n_columns - 1)).clamp(COLUMN, 3 * COLUMN);
        let width = 2 * MARGIN + column * (n_columns - 1);
        let last = self.view.rows.iter().flat_map(|row| &row.cells).map(|cell| cell.rank).max().unwrap_or(1);
        let height = 2 * MARGIN + RANK * last;
        let place = |cell: &RankCell| {
            let at = self.cards.iter().position(|card| card.id == cell.document)? as u32;
            Some((MARGIN + at * column, MARGIN + RANK * cell.rank))
        };
        let heads = self.cards.iter().zip(0_u32..).map(|(card, at)| {
            html! { <text key={card.id.0} class="head" x={(MARGIN + at * column).to_string()} y="14">{ letter(card, at) }</text> }
        });
        let lines = self.view.rows.iter().zip(1_u32..).map(|(row, number)| self.line(row, number, &place));
        html! {
            <svg class="slopes" viewBox={format!("0 0 {width} {height}")} role="group" aria-label={self.sentence()}>
                { for heads }
                { for lines }
            </svg>
        }
    }

    /// One statement from article to article, in order of time.
    fn line(&self, row: &RankRow, number: u32, place: &dyn Fn(&RankCell) -> Option<(u32, u32)>) -> Html {
        let in_time = self.cards.iter().filter_map(|card| row.cells.iter().find(|cell| cell.document == card.id).map(|cell| (card, cell)));
        let points: Vec<(&&ArticleCard, &RankCell, (u32, u32))> =
            in_time.filter_map(|(card, cell)| place(cell).map(|point| (card, cell, point))).collect();
        let path =
            points.iter().zip(0..).map(|((.., (x, y)), at)| format!("{}{x} {y}", if at == 0 { 'M' } else { 'L' })).collect::<String>();
        let node = |(card, cell, (x, y)): &(&&ArticleCard, &RankCell, (u32, u32))| {
            let to = Place::read(&card.name).with_passage(Some(cell.span)).with_until(self.until).fragment();
            let label = titles::rank_in(number, &format::label(card), cell.rank);
            html! {
                <a key={card.id.0} href={to} aria-label={label}>
                    <circle cx={x.to_string()} cy={y.to_string()} r="9" />
                    <text x={x.to_string()} y={(y + 4).to_string()}>{ number }</text>
                </a>
            }
        };
        html! { <g key={format!("line-{number}")} class={classes!((self.followed == number).then_some("followed"))}><path d={path} />{ for points.iter().map(node) }</g> }
    }

    pub fn table(&self) -> Html {
        if self.view.rows.is_empty() {
            return Html::default();
        }
        let caption = titles::rank_of_each();
        let head = |(card, at): (&&ArticleCard, u32)| {
            html! { <th scope="col" key={card.id.0}><abbr title={format::title(card)}>{ letter(card, at) }</abbr>{ " " }<span>{ article_name(card) }</span></th> }
        };
        html! {
            <div class="figure-frame" tabindex="0" role="group" aria-label={caption}>
                <table class="ranks">
                    <caption class="visually-hidden">{ caption }</caption>
                    <thead><tr><th scope="col">{ titles::statement() }</th>{ for self.cards.iter().zip(0..).map(head) }</tr></thead>
                    <tbody>{ for self.view.rows.iter().zip(1..).map(|(row, number)| self.row(row, number)) }</tbody>
                </table>
            </div>
        }
    }

    fn row(&self, row: &RankRow, number: u32) -> Html {
        let is_followed = self.followed == number;
        let to = (self.to)(if is_followed { 0 } else { number });
        let cell = |(card, at): (&&ArticleCard, u32)| match row.cells.iter().find(|cell| cell.document == card.id) {
            None => {
                html! { <td key={card.id.0} class="none"><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ tables::absent() }</span></td> }
            }
            Some(cell) => {
                let to = Place::read(&card.name).with_passage(Some(cell.span)).with_until(self.until).fragment();
                let label = titles::rank_in(number, &format::label(card), cell.rank);
                html! { <td key={card.id.0} data-label={letter(card, at)}><a href={to} aria-label={label}>{ titles::ordinal(cell.rank) }</a></td> }
            }
        };
        html! {
            <tr key={number} class={classes!(is_followed.then_some("followed"))}>
                <th scope="row"><a class="number" href={to} aria-current={is_followed.then_some("true")} aria-label={titles::follow(number)}>{ number }</a>{ " " }<span lang={row.language.clone()}>{ &row.text }</span></th>
                { for self.cards.iter().zip(0..).map(cell) }
            </tr>
        }
    }
}

/// `A`, `B`, …: what a column of the chart is called. While sources are hidden articles are called so themselves, not by their column.
fn letter(card: &ArticleCard, at: u32) -> String {
    if card.outlet() == Some(&*card.name) { card.name.clone() } else { mask::letter(at as usize) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Metadata;
    use crate::id::DocumentId;
    use crate::span::Span;

    fn said(rows: &[&[u32]], n_rows: u32) -> String {
        let card = |at: u32| {
            let (opening, language) = (String::new(), "fr".to_owned());
            ArticleCard {
                id: DocumentId(at),
                name: format!("{}.txt", mask::letter(at as usize)),
                metadata: Metadata::default(),
                place: 0,
                opening,
                n_words: 9,
                language,
            }
        };
        let cards: Vec<ArticleCard> = (0..2).map(card).collect();
        let cell = |(rank, at): (&u32, u32)| RankCell { document: DocumentId(at), span: Span::new(0, 1), rank: *rank };
        let row =
            |ranks: &&[u32]| RankRow { text: String::new(), language: String::new(), cells: ranks.iter().zip(0..).map(cell).collect() };
        let articles = cards.iter().map(|card| card.id).collect();
        let view = RanksView { articles, n_shared: vec![0; 2], rows: rows.iter().map(row).collect(), n_rows, n_left_out: 0 };
        let slopes = Slopes { cards: cards.iter().collect(), view: &view, followed: 0, until: None, to: &|_| String::new() };
        slopes.sentence().replace('\u{a0}', " ")
    }

    #[test]
    fn the_statement_that_moves_most_is_told_and_none_is_said() {
        assert_eq!(
            said(&[&[1, 2], &[2, 5], &[3, 1]], 3),
            "3 énoncés sont dits par plusieurs articles. Celui qui change le plus de place est le n° 2 : 2e dans A, 5e dans B."
        );
        assert_eq!(said(&[&[1, 1]], 1), "1 énoncé est dit par plusieurs articles. Tous le sont dans le même ordre.");
        assert!(said(&[&[1, 1]], 40).contains(", dont les 16 les plus partagés sont montrés."));
        assert!(said(&[], 0).starts_with("Aucun énoncé"));
    }
}
