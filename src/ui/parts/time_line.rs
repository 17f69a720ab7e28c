//! What happened above the line, what was published below. The picture is for the eye: the table beside it says the same and
//! holds the doors, so a mark only brings its row into sight.

use yew::prelude::*;

use super::time_scale::{Scale, WIDTH};
use crate::times::Day;
use crate::ui::hooks::use_scroll_to::show;
use crate::ui::messages::days;

/// One mark.
#[derive(Clone, Debug, PartialEq)]
pub struct Mark {
    pub first: Day,
    pub last: Day,
    /// Articles that tell it; of a publication one.
    pub n: u32,
    /// It is inferred, or only likely.
    pub is_guess: bool,
    /// What it is, for whoever points at it.
    pub title: String,
    /// The row of the table that says the same.
    pub row: String,
}

/// Height of a row of marks, and rows on either side of the line.
const ROW: i32 = 17;
const ROWS: usize = 7;
/// What stands free above the marks.
const HEAD: i32 = 26;

/// The picture; `said` says what it shows, `until` where the known ends.
pub fn time_line(events: &[Mark], published: &[Mark], until: Option<Day>, said: String) -> Html {
    let all = events.iter().chain(published).flat_map(|mark| [mark.first, mark.last]).collect();
    let scale = Scale::of(all);
    let (above, n_above) = stacked(&scale, events);
    let (below, n_below) = stacked(&scale, published);
    let axis = HEAD + ROW * n_above;
    let height = axis + 34 + ROW * n_below;
    let tick = |(day, at): &(Day, i32)| {
        html! { <g key={day.0}><path d={format!("M{at} {} v8", axis - 4)} /><text x={at.to_string()} y={(axis + 21).to_string()}>{ days::short(*day) }</text></g> }
    };
    let cut = |(at, gap): &(i32, i32)| {
        html! { <g key={*at} class="cut"><path d={format!("M{} {} l5 -12 M{} {} l5 -12", at - 5, axis + 6, at, axis + 6)} /><text x={at.to_string()} y={(axis - 11).to_string()}>{ days::gap(*gap) }</text></g> }
    };
    let circle = |(mark, at, row): &(&Mark, i32, i32)| {
        let y = axis - 9 - ROW * row;
        let radius = (3 + i32::try_from(mark.n.min(4)).unwrap_or(4)).to_string();
        let shape = html! { <circle cx={at.to_string()} cy={y.to_string()} r={radius} /> };
        pointed(mark, *at, y, shape, &scale)
    };
    let square = |(mark, at, row): &(&Mark, i32, i32)| {
        let y = axis + 36 + ROW * row;
        let shape = html! { <rect x={(at - 5).to_string()} y={(y - 5).to_string()} width="10" height="10" /> };
        pointed(mark, *at, y, shape, &scale)
    };
    html! {
        <div class="time-line" tabindex="0" role="group" aria-label={days::scrollable()}>
            <svg viewBox={format!("0 0 {WIDTH} {height}")} role="img" aria-label={said}>
                <text class="side" x="4" y="12">{ days::what_happened() }</text>
                <path class="axis" d={format!("M4 {axis} H{}", WIDTH - 4)} />
                if let Some(until) = until { <path class="until" d={format!("M{} 4 V{height}", scale.place(until) + 12)} /> }
                { for scale.named().iter().map(tick) }
                { for above.iter().map(circle) }
                { for below.iter().map(square) }
                // Behind the stretches its words could not be read.
                { for scale.cuts.iter().map(cut) }
                <text class="side" x="4" y={(height - 4).to_string()}>{ days::what_was_published() }</text>
            </svg>
        </div>
    }
}

/// Marks with place and row: those of one place stand upon each other; beyond the last row they share it.
fn stacked<'m>(scale: &Scale, marks: &'m [Mark]) -> (Vec<(&'m Mark, i32, i32)>, i32) {
    /// Marks that are nearer than this touch.
    const APART: i32 = 15;
    let (mut ends, mut placed) = (Vec::<i32>::new(), Vec::new());
    for mark in marks {
        let (first, last) = (scale.place(mark.first), scale.place(mark.last));
        let free = ends.iter().position(|end| first - end >= APART).unwrap_or(ends.len()).min(ROWS - 1);
        if free == ends.len() {
            ends.push(last);
        }
        ends[free] = ends[free].max(last);
        placed.push((mark, first, i32::try_from(free).unwrap_or_default()));
    }
    (placed, i32::try_from(ends.len().max(1)).unwrap_or(1))
}

/// A mark with its stretch and its title; pointing at it shows its row.
fn pointed(mark: &Mark, at: i32, y: i32, shape: Html, scale: &Scale) -> Html {
    let end = scale.place(mark.last);
    let row = mark.row.clone();
    let onclick = Callback::from(move |_: MouseEvent| show(&row));
    html! {
        <g key={mark.row.clone()} class={classes!("mark", mark.is_guess.then_some("guess"))} {onclick}>
            <title>{ &mark.title }</title>
            if end > at { <path class="stretch" d={format!("M{at} {y} H{end}")} /> }
            { shape }
        </g>
    }
}
