//! Which line is the title: a short line that is no sentence, before the first paragraph, near names and date.

use std::collections::HashSet;

use super::byline;
use super::claim::{PARAGRAPH, is_capitals, is_sentence};
use super::cues::Cue;
use super::layout::Page;
use super::lines::{End, Hint, Line};
use crate::span::Span;
use crate::text::{fold, words};

/// The title's line, before line `first`, which is the first paragraph. `given` is the title that came with the article.
pub(super) fn find(page: &Page<'_>, first: usize, given: Option<&str>) -> Option<usize> {
    let given = given.map(|title| words(title, Span::of(title)).map(|w| fold(w.slice(title))).collect::<Vec<_>>());
    if let Some(given) = given.filter(|given| !given.is_empty())
        && let Some(at) = (0..page.lines.len().min(EARLY)).find(|&i| page.lines[i].words == given)
    {
        return Some(at);
    }
    let marked = |i: &usize| page.lines[*i].hint == Hint::Title && page.cues[*i].is_none();
    if let Some(at) = (0..page.lines.len().min(first + EARLY)).find(marked) {
        return Some(at);
    }
    let from = first.saturating_sub(FAR);
    let candidates: Vec<usize> = (from..first).filter(|&i| page.is_free(i) && has_shape(&page.lines[i])).collect();
    let told = told(page, first);
    let scores = candidates.iter().map(|&i| score(page, &candidates, i, first) + if recurs(&page.lines[i], &told) { RECURS } else { 0 });
    let best = scores.clone().max().filter(|best| *best > -3)?;
    candidates.iter().zip(scores).find(|(_, score)| *score == best).map(|(i, _)| *i)
}

/// A title stands at most so many lines above the first paragraph; menus are long, but not longer.
const FAR: usize = 400;
/// A given title is looked for in so many lines.
const EARLY: usize = 60;

/// Words of the text below the title, which a title takes up.
const TOLD: usize = 1_500;
/// A word of so many letters says what a text is about.
const TELLING: usize = 5;
/// What it counts that half of the telling words of a line come again.
const RECURS: i32 = 2;

/// The telling words of the paragraphs from `first` on.
fn told<'p>(page: &'p Page<'_>, first: usize) -> HashSet<&'p str> {
    let prose = page.lines[first..].iter().filter(|line| is_sentence(line) || line.n_chars >= PARAGRAPH);
    prose.flat_map(|line| &line.words).take(TOLD).map(String::as_str).filter(|word| word.len() >= TELLING).collect()
}

/// True when at least three of the telling words of a line, and half of them, come again.
fn recurs(line: &Line<'_>, told: &HashSet<&str>) -> bool {
    let telling = line.words.iter().filter(|word| word.len() >= TELLING);
    let (n, again) = telling.fold((0, 0), |(n, again), word| (n + 1, again + usize::from(told.contains(word.as_str()))));
    again >= 3 && again * 2 >= n
}

fn has_shape(line: &Line<'_>) -> bool {
    let asks = line.end == End::Stop && line.words.len() <= 25;
    line.words.len() >= 2 && (8..=260).contains(&line.n_chars) && (line.end != End::Stop || asks) && line.hint == Hint::None
}

/// How much the line looks like the title; none of it is sure, together it mostly is.
fn score(page: &Page<'_>, candidates: &[usize], i: usize, first: usize) -> i32 {
    let line = &page.lines[i];
    let text = &*line.text;
    let mut score = match line.words.len() {
        2 => 1,
        3 | 4 => 2,
        5 => 4,
        6..=30 => 5,
        _ => 1,
    };
    if text.ends_with('.') {
        score -= if i == 0 && !is_sentence(line) { 2 } else { 5 };
    }
    if text.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase) {
        score -= 3;
    }
    // Names alone are a byline, or a title when nothing else could be one.
    // Five capitals in a row and then other words are an English headline rather than a person.
    let person = |name: &&str| name.split_whitespace().count() < 5 || *name == text;
    if line.words.len() <= 8 && byline::names(text).iter().any(person) {
        score -= if line.words.len() == 2 { 6 } else { 4 };
    }
    // Prices and indices: no words to speak of.
    if line.words.iter().filter(|word| word.bytes().all(|b| b.is_ascii_digit())).count() * 2 >= line.words.len() {
        score -= 4;
    }
    if [" > ", " › ", " | "].iter().any(|mark| text.contains(mark)) {
        score -= 3;
    }
    // Names, a date or the first paragraph stand close below a title.
    let signed = |at: usize| matches!(page.cues.get(at), Some(Some(Cue::Byline | Cue::Date)));
    let named = |at: usize| at < first && page.is_free(at) && byline::is_names(&page.lines[at].text);
    if signed(i + 1) || signed(i + 2) || named(i + 1) {
        score += 2;
    }
    // Or the day of the page above it; not the day of the article, which stands below names.
    let above = |n: usize| i.checked_sub(n).is_some_and(|at| page.cues[at] == Some(Cue::Date));
    let names_above = (i.saturating_sub(5)..i).any(|at| page.cues[at] == Some(Cue::Byline) || named(at));
    if (above(1) || above(2)) && !names_above {
        score += 2;
    }
    // The house of the author stands in capitals under the name.
    if i > 0 && named(i - 1) && is_capitals(text) {
        score -= 2;
    }
    if i + 1 == first {
        score += 1;
    }
    if candidates.first() == Some(&i) {
        score += 1;
    }
    // A list of headlines above the article: its members have neighbours of their own kind on both sides.
    let near = |at: Option<usize>| at.is_some_and(|at| candidates.contains(&at) && page.lines[at].words.len() >= 5);
    if near(i.checked_sub(1)) && near(Some(i + 1)) {
        score -= 3;
    }
    // `Title | Outlet` in the bar of the window, then the title itself.
    let key = line.key();
    if candidates.iter().any(|&other| other < i && key.len() >= 12 && page.lines[other].key().contains(&key)) {
        score += 3;
    }
    score
}
