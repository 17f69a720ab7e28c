//! A flat map of articles: near each other where they are alike. Each name opens its article; the table beside it has the
//! names that do not fit.

use yew::prelude::*;

use crate::protocol::ArticleCard;
use crate::ui::format;
use crate::ui::route::Place;

/// Half the width and height of the field of points.
const REACH: (i32, i32) = (140, 110);
/// Around it, for what is written beside the points.
const MARGIN: i32 = 24;
/// Height of a line of writing, and width of a number.
const LINE: i32 = 14;
const NUMBER: i32 = 20;
/// Articles whose names are written on the map; of more, their numbers.
const NAMED: usize = 8;
/// Letters of such a name.
const LONGEST: usize = 16;

/// Where something is written: beside which point, and how far below it.
struct Writing {
    x: i32,
    y: i32,
    words: String,
    is_left: bool,
}

/// The map of `cards` at `points`, in thousandths; `said` is what it shows.
pub fn distance_map(cards: &[&ArticleCard], points: &[(i16, i16)], until: Option<&str>, said: &str) -> Html {
    let scaled: Vec<(i32, i32)> = points.iter().map(|(x, y)| (i32::from(*x) * REACH.0 / 1_000, -i32::from(*y) * REACH.1 / 1_000)).collect();
    let written = written(cards, &scaled);
    // All points first, so that none lies on what is written beside another.
    let point =
        |(card, (x, y)): (&&ArticleCard, &(i32, i32))| html! { <circle key={card.id.0} cx={x.to_string()} cy={y.to_string()} r="4.5" /> };
    let name = |((card, (x, y)), writing): ((&&ArticleCard, &(i32, i32)), &Writing)| {
        let anchor = if writing.is_left { "end" } else { "start" };
        let aside = if writing.is_left { -8 } else { 8 };
        html! {
            <a key={card.id.0} href={Place::read(&card.name).with_until(until).fragment()}>
                if writing.y != *y { <path d={format!("M{x} {y}L{} {}", writing.x + aside / 2, writing.y)} /> }
                <text x={(writing.x + aside).to_string()} y={(writing.y + 4).to_string()} text-anchor={anchor}>{ &writing.words }</text>
            </a>
        }
    };
    let (width, height) = (2 * (REACH.0 + MARGIN), 2 * (REACH.1 + MARGIN));
    let lowest = written.iter().map(|writing| writing.y + LINE).max().unwrap_or(0).max(height / 2);
    html! {
        <svg class="distance-map" viewBox={format!("{} {} {width} {}", -width / 2, -height / 2, height / 2 + lowest)} role="group" aria-label={said.to_owned()}>
            <path class="axes" d={format!("M{} 0H{}M0 {}V{}", -width / 2, width / 2, -height / 2, height / 2)} />
            { for cards.iter().zip(&scaled).map(point) }
            { for cards.iter().zip(&scaled).zip(&written).map(name) }
        </svg>
    }
}

/// What is written beside each point, moved down where something is written already.
fn written(cards: &[&ArticleCard], points: &[(i32, i32)]) -> Vec<Writing> {
    let is_named = cards.len() <= NAMED;
    let mut order: Vec<usize> = (0..points.len()).collect();
    crate::order::Order::order_by_key(order.as_mut_slice(), |at| (points[*at].1, *at));
    let mut written: Vec<Option<Writing>> = (0..points.len()).map(|_| None).collect();
    for at in order {
        let (x, mut y) = points[at];
        let is_left = x > 0;
        let collides = |y: i32| {
            written.iter().flatten().any(|other: &Writing| {
                let near = if is_named { other.is_left == is_left } else { (other.x - x).abs() < NUMBER };
                near && (other.y - y).abs() < LINE
            })
        };
        while collides(y) {
            y += LINE;
        }
        let number = at + 1;
        let words = if is_named { format!("{number} {}", shortened(&format::label(cards[at]))) } else { number.to_string() };
        written[at] = Some(Writing { x, y, words, is_left });
    }
    written.into_iter().flatten().collect()
}

fn shortened(label: &str) -> String {
    let mut shown: String = label.chars().take(LONGEST).collect();
    if shown.len() < label.len() {
        shown.push('…');
    }
    shown
}
