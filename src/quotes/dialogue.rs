//! Paragraphs that begin with a dash: lines of a dialogue.
//!
//! Dashes also begin the items of a list. A line is dialogue when somebody is said to speak in it, when it asks or calls,
//! or when it says I, we or you; a hyphen, the usual mark of lists, needs a verb of speech.

use super::Closing;
use super::grammar::Class;
use super::incise;
use super::marks::{Marked, Sort};
use super::scene::Scene;

/// Lines of dialogue without marks of their own, in order.
pub(super) fn lines(scene: &Scene) -> Vec<Marked> {
    let lines = scene.paragraphs.iter().filter_map(|paragraph| line(scene, paragraph.first, paragraph.end));
    lines.collect()
}

fn line(scene: &Scene, dash: usize, end: usize) -> Option<Marked> {
    let sign = scene.sign(dash).filter(|sign| matches!(sign, '—' | '–' | '-' | '―'))?;
    let first = dash + 1;
    let marked = scene.marked.binary_search_by_key(&first, |marked| marked.first).is_ok();
    if first >= end || !scene.is_outside(first) || marked {
        return None;
    }
    let incises = incise::find(scene, first, end);
    // What closes the line is outside: `— Oui, dit-il.`
    let closes = incises.last().filter(|incise| incise.end + 1 >= end);
    let stop = closes.map_or(end, |incise| incise.first + usize::from(asks(scene, incise.first)));
    let lively = || (first..end).any(|at| asks(scene, at) || scene.class(at) == Class::Dialogue);
    if !(!incises.is_empty() || sign != '-' && lively()) {
        return None;
    }
    let stop = stop.max(first + 1);
    Some(Marked { first, end: stop, parts: vec![(first, stop)], closing: Closing::Dash, sort: Sort::Dash, within: None })
}

fn asks(scene: &Scene, at: usize) -> bool {
    matches!(scene.sign(at), Some('?' | '!'))
}
