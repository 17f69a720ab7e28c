//! Lines that several pages of a corpus share: the menu, the footer and the lists of a site from which more than one came.
//!
//! Only short lines count, three in a row: a paragraph that several papers print is a dispatch, which is text. And only pages
//! whose longest paragraphs differ: versions of one article share its title and names as well. What this deliberately does not
//! do: look at pages of HTML, whose elements say more, or learn from pages of which there are fewer than three.

use std::hash::{DefaultHasher, Hasher as _};

use super::html;
use crate::order::Order as _;
use crate::span::Span;

/// So many pages that are different articles make a site.
const PAGES: usize = 3;
/// So many lines in a row are no chance.
const ROW: usize = 3;
/// A line of more characters, or with a stop at its end, may be a sentence.
const BRIEF: usize = 110;
/// So many of its longest lines tell which article a page is.
const LONGEST: usize = 3;

/// Which lines of which text several texts share.
pub(super) struct Shared {
    /// By text, the stretches in order.
    stretches: Vec<Vec<Span>>,
}

impl Shared {
    /// What these texts share.
    pub(super) fn of(texts: &[&str]) -> Self {
        let mut stretches = vec![Vec::new(); texts.len()];
        let plain: Vec<usize> = (0..texts.len()).filter(|&i| !html::is_html(texts[i])).collect();
        if plain.len() >= PAGES {
            let lines: Vec<Vec<Line>> = plain.iter().map(|&i| lines(texts[i])).collect();
            let articles = articles(&lines);
            let shared = rows_of_many(&lines, &articles);
            for (lines, &i) in lines.iter().zip(&plain) {
                stretches[i] = stretches_of(lines, &shared);
            }
        }
        Self { stretches }
    }

    /// The lines of text `i` that others share.
    pub(super) fn of_text(&self, i: usize) -> &[Span] {
        &self.stretches[i]
    }
}

/// A line that is not blank.
struct Line {
    span: Span,
    hash: u64,
    brief: bool,
}

fn hashed(value: &impl std::hash::Hash) -> u64 {
    // The same on every machine: its keys are zero.
    let mut hasher = DefaultHasher::new();
    value.hash(&mut hasher);
    hasher.finish()
}

fn lines(text: &str) -> Vec<Line> {
    let mut at = 0;
    let spans = text.split_inclusive('\n').map(|line| {
        at += line.len();
        Span::new(at - line.len(), at).trim(text)
    });
    let line = |span: Span| {
        let text = span.slice(text);
        let brief = text.len() <= 4 * BRIEF && text.chars().count() <= BRIEF && !text.ends_with(['.', '!', '?', '…', '»', '”', '"', ':']);
        Line { span, hash: hashed(&text), brief }
    };
    spans.filter(|span| !span.is_empty()).map(line).collect()
}

/// The rows of brief lines of a text: their hashes, with the place of the first.
fn rows(lines: &[Line]) -> impl Iterator<Item = (u64, usize)> {
    let hash = |row: &[Line]| hashed(&row.iter().map(|line| line.hash).collect::<Vec<_>>());
    lines.windows(ROW).enumerate().filter(|(_, row)| row.iter().all(|line| line.brief)).map(move |(at, row)| (hash(row), at))
}

/// Which article each text is: texts that have one of their longest lines in common are one, the first of them names it.
fn articles(texts: &[Vec<Line>]) -> Vec<usize> {
    let mut longest: Vec<(u64, usize)> = Vec::new();
    for (i, lines) in texts.iter().enumerate() {
        let mut by_length: Vec<&Line> = lines.iter().filter(|line| !line.brief).collect();
        by_length.order_by_key(|line| std::cmp::Reverse(line.span.len()));
        longest.extend(by_length.iter().take(LONGEST).map(|line| (line.hash, i)));
    }
    longest.order();
    let mut first: Vec<usize> = (0..texts.len()).collect();
    let root = |first: &[usize], mut i: usize| {
        while first[i] != i {
            i = first[i];
        }
        i
    };
    for pair in longest.windows(2).filter(|pair| pair[0].0 == pair[1].0) {
        let (one, other) = (root(&first, pair[0].1), root(&first, pair[1].1));
        first[one.max(other)] = one.min(other);
    }
    (0..texts.len()).map(|i| root(&first, i)).collect()
}

/// The rows that stand in enough articles, sorted.
fn rows_of_many(texts: &[Vec<Line>], articles: &[usize]) -> Vec<u64> {
    let mut all: Vec<(u64, usize)> = Vec::new();
    for (lines, &article) in texts.iter().zip(articles) {
        all.extend(rows(lines).map(|(hash, _)| (hash, article)));
    }
    all.order();
    all.dedup();
    all.chunk_by(|a, b| a.0 == b.0).filter(|same| same.len() >= PAGES).map(|same| same[0].0).collect()
}

/// Where lines of a text stand in a row that is shared.
fn stretches_of(lines: &[Line], shared: &[u64]) -> Vec<Span> {
    let mut found: Vec<Span> = Vec::new();
    for (_, at) in rows(lines).filter(|(hash, _)| shared.binary_search(hash).is_ok()) {
        let stretch = lines[at].span.cover(lines[at + ROW - 1].span);
        match found.last_mut() {
            Some(last) if stretch.start <= last.end => *last = last.cover(stretch),
            _ => found.push(stretch),
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Article, Corpus, ZoneKind};

    const MENU: &str = "Cantons\nLittoral\nMontagne\nMots fléchés du soir\n";
    const FOOT: &str = "Le port en quarante dates\nLes marées de la semaine\nUne cabane dans les arbres\n";

    fn page(i: usize) -> String {
        let place = ["Brévelle", "Saint-Ouarn", "Les Aubins", "Montcorbeau"][i % 4];
        format!(
            "{MENU}{place} : le conseil vote le budget\nLe conseil municipal de {place} a voté lundi soir, après deux heures de débat, un budget de {i} millions d’euros.\n\n\
             La maire de {place} a promis de ne pas augmenter les impôts avant la fin du mandat, ce que l’opposition ne croit guère.\n\n{FOOT}"
        )
    }

    fn furniture(texts: &[String]) -> Vec<String> {
        let articles = texts.iter().enumerate().map(|(i, text)| Article::new(&format!("{i}.txt"), text)).collect();
        let document = Corpus::read(None, articles).unwrap().documents.remove(0);
        let apart = document.zones.iter().filter(|zone| !zone.kind.is_article() && zone.kind != ZoneKind::Date);
        apart.map(|zone| zone.span.slice(document.text()).to_owned()).collect()
    }

    #[test]
    fn what_three_pages_of_a_site_share_is_furniture() {
        let pages: Vec<String> = (0..3).map(page).collect();
        let found = furniture(&pages);
        for line in MENU.lines().chain(FOOT.lines()) {
            assert!(found.iter().any(|found| found == line), "{line} of {found:?}");
        }
    }

    #[test]
    fn versions_of_one_article_say_nothing_of_each_other() {
        let pages: Vec<String> = (0..4).map(|i| page(0) + &format!("Une ligne de plus, la numéro {i}.\n")).collect();
        let texts: Vec<&str> = pages.iter().map(String::as_str).collect();
        assert!(Shared::of(&texts).of_text(0).is_empty());
    }

    #[test]
    fn two_pages_are_no_site_and_long_lines_no_menu() {
        let two: Vec<String> = (0..2).map(page).collect();
        assert!(Shared::of(&two.iter().map(String::as_str).collect::<Vec<_>>()).of_text(1).is_empty());
        let dispatch = "Le séisme a fait douze morts, selon un nouveau bilan des autorités locales.\n".repeat(3);
        let reprints: Vec<String> = (0..4).map(|i| format!("{dispatch}{}", page(i).replace(MENU, "").replace(FOOT, ""))).collect();
        assert!(Shared::of(&reprints.iter().map(String::as_str).collect::<Vec<_>>()).of_text(0).is_empty());
    }
}
