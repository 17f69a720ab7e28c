//! A raw page cut into lines: the pieces that zones are made of.
//!
//! A line is what the page breaks off by itself. Two repairs: lines broken at a fixed width are joined again into
//! paragraphs, and one long line that swallowed its neighbours (title, date, link to another article) is cut at them.

use std::borrow::Cow;

use super::claim;
use super::cuts::cut;
use super::front_matter::{self, Key};
use super::fused;
use crate::span::Span;
use crate::text::{fold, words};

/// What markup says of a line.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Hint {
    #[default]
    None,
    Title,
    Heading,
    Lead,
    Byline,
    Date,
    Caption,
    Credit,
    /// One of a list: no heading.
    Item,
    /// One cell of a table with figures.
    Cell,
    Related,
    Furniture,
    Markup,
}

/// How a line ends.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum End {
    /// With a stop, a question or exclamation mark, closing marks apart.
    Stop,
    /// Cut off: `…` or `...`.
    Ellipsis,
    /// With a word, a comma, a colon.
    Open,
}

/// One line of the page, white space at its edges left out.
#[derive(Clone, Debug)]
pub(super) struct Line<'a> {
    pub span: Span,
    /// The plain text of its beginning, character references resolved.
    pub text: Cow<'a, str>,
    /// Folded words of its beginning (see `LOOKED_AT`).
    pub words: Vec<String>,
    pub n_chars: usize,
    pub end: End,
    /// True when a blank line, or nothing, stands before it.
    pub gap: bool,
    pub hint: Hint,
    pub marks: Marks,
}

/// What the elements around a line of HTML say that may be weighed, not believed. A plain page says none of it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks {
    /// Share of the text that is links, in percent.
    pub linked: u8,
    /// In a `p`.
    pub paragraph: bool,
    pub item: bool,
    /// In an element that says it is the text of the article.
    pub text: bool,
    /// In an element that says furniture: by its name, by its class, or because it is not the article's.
    pub by_element: bool,
    pub by_class: bool,
    pub outside: bool,
    /// Shares of the page's prose under the same element, the one around it and the one around that, in percent, from 1;
    /// 0 on a plain page.
    pub shares: [u8; 3],
}

/// How many bytes of a line are looked at for its words: cues stand at the start or in short lines.
const LOOKED_AT: usize = 600;

impl<'a> Line<'a> {
    /// A line at `span` whose plain text is `text`.
    pub(super) fn new(span: Span, text: Cow<'a, str>, gap: bool, hint: Hint) -> Self {
        let (n_chars, end) = (text.chars().count(), end_of(&text));
        let looked_at = text.floor_char_boundary(LOOKED_AT);
        let text = match text {
            Cow::Borrowed(text) => Cow::Borrowed(&text[..looked_at]),
            Cow::Owned(mut text) => {
                text.truncate(looked_at);
                Cow::Owned(text)
            }
        };
        let words = words(&text, Span::of(&text)).map(|w| fold(w.slice(&text))).collect();
        Self { span, text, words, n_chars, end, gap, hint, marks: Marks::default() }
    }

    pub(super) fn of_raw(raw: &'a str, span: Span, gap: bool, hint: Hint) -> Self {
        Self::new(span, Cow::Borrowed(span.slice(raw)), gap, hint)
    }

    /// The folded words in one string.
    pub(super) fn key(&self) -> String {
        self.words.join(" ")
    }
}

pub(super) fn end_of(text: &str) -> End {
    let text = text.trim_end_matches(|c: char| c.is_whitespace() || matches!(c, '"' | '»' | '”' | '’' | '\'' | ')' | ']' | '*' | '_'));
    if text.ends_with('…') || text.ends_with("..") || text.ends_with("[") {
        End::Ellipsis
    } else if text.ends_with(['.', '!', '?']) {
        End::Stop
    } else {
        End::Open
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// Which breaks a page without markup is read with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Breaks {
    /// Those it has.
    Given,
    /// And those it seems to have lost.
    Guessed,
}

/// Lines of a raw text without markup.
/// A line that goes on after `title` is cut there.
pub(super) fn of_text<'a>(raw: &'a str, title: Option<&str>, breaks: Breaks) -> Vec<Line<'a>> {
    let title: Vec<String> = title.map(|title| words(title, Span::of(title)).map(|w| fold(w.slice(title))).collect()).unwrap_or_default();
    let mut lines: Vec<Line<'a>> = front_matter(raw);
    let start = lines.last().map_or_else(|| mark_length(raw), |last| last.span.end as usize);
    let pieces = join_title(raw, join_wrapped(raw, part_wide(raw, physical(raw, start))));
    let pieces = match breaks {
        Breaks::Given => pieces.into_iter().map(|(span, gap)| (span, gap, Hint::None)).collect(),
        Breaks::Guessed => fused::part(raw, pieces),
    };
    for (span, gap, hint) in pieces {
        if hint != Hint::None {
            lines.push(Line::of_raw(raw, span, gap, hint));
            continue;
        }
        match after_title(raw, span, &title).filter(|_| lines.len() < EARLY) {
            Some(at) => {
                lines.push(Line::of_raw(raw, Span::new(span.start as usize, at).trim(raw), gap, Hint::Title));
                cut(raw, Span::new(at, span.end as usize).trim(raw), false, &mut lines);
            }
            None => cut(raw, span, gap, &mut lines),
        }
    }
    lines
}

/// A byte-order mark is no text.
fn mark_length(raw: &str) -> usize {
    if raw.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 }
}

/// The lines of the front matter: values that are title, names or dates apart from their keys.
fn front_matter(raw: &str) -> Vec<Line<'_>> {
    let mark = mark_length(raw);
    let mut lines = Vec::new();
    let mut push = |start: usize, end: usize, hint: Hint| {
        let span = Span::new(start, end).trim(raw);
        if !span.is_empty() {
            lines.push(Line::of_raw(raw, span, true, hint));
        }
    };
    push(0, mark, Hint::Markup);
    let Some(found) = front_matter::read(raw) else { return lines };
    let titled_below =
        raw[found.whole.end as usize..].lines().map(str::trim).find(|line| !line.is_empty()).is_some_and(|l| l.starts_with("# "));
    let mut at = mark;
    for (key, value) in found.facts {
        let hint = match key {
            Key::Title if !titled_below => Hint::Title,
            Key::Author => Hint::Byline,
            Key::Published | Key::Updated => Hint::Date,
            _ => continue,
        };
        push(at, value.start as usize, Hint::Markup);
        push(value.start as usize, value.end as usize, hint);
        at = value.end as usize;
    }
    push(at, found.whole.end as usize, Hint::Markup);
    lines
}

/// A title that came with the article is looked for in so many lines.
const EARLY: usize = 60;

/// Where the line goes on after the title it begins with; `None` when it does not, or is the title alone.
fn after_title(raw: &str, span: Span, title: &[String]) -> Option<usize> {
    let mut found = words(raw, span);
    let mut end = None;
    for word in title {
        let span = found.next()?;
        if fold(span.slice(raw)) != *word {
            return None;
        }
        end = Some(span.end as usize);
    }
    let next = found.next().filter(|_| title.len() > 1)?;
    // Closing marks and the stop stay with the title, opening marks go to what follows.
    let between = &raw[end?..next.start as usize];
    let space = between.find(char::is_whitespace)?;
    Some(end? + space)
}

/// Trimmed lines that are not blank, and whether a blank line stands before.
fn physical(raw: &str, from: usize) -> Vec<(Span, bool)> {
    let (mut found, mut at, mut gap) = (Vec::new(), from, true);
    let mut carriage_return = false;
    for piece in raw[from..].split_inclusive(is_break) {
        let span = Span::new(at, at + piece.len()).trim(raw);
        at += piece.len();
        // CR LF is one break: the empty piece between the two is no blank line.
        let inside_break = carriage_return && piece == "\n";
        carriage_return = piece.ends_with('\r');
        if !span.is_empty() {
            found.push((span, gap));
            gap = false;
        } else if !inside_break {
            gap = true;
        }
    }
    found
}

/// A page of no more lines may have lost its breaks, and have wide blanks in their place.
const FEW: usize = 3;
/// So many wide blanks in a line are no slips of a typist.
const WIDE: usize = 6;

/// Parts lines whose breaks became wide blanks. Blanks are no breaks where sentences go on after them, a word having been lost,
/// nor where they stand behind full stops only, as some typists set them.
fn part_wide(raw: &str, lines: Vec<(Span, bool)>) -> Vec<(Span, bool)> {
    if lines.len() > FEW {
        return lines;
    }
    let mut parted = Vec::new();
    for (line, gap) in lines {
        let text = line.slice(raw);
        let wide = text.match_indices("  ").filter(|(at, _)| !text[..*at].ends_with(' '));
        let breaks: Vec<usize> = wide.map(|(at, _)| at).filter(|at| !text[*at..].trim_start().starts_with(char::is_lowercase)).collect();
        let n_open = breaks.iter().filter(|at| end_of(&text[..**at]) == End::Open).count();
        if breaks.len() < WIDE || n_open * 4 < breaks.len() {
            parted.push((line, gap));
            continue;
        }
        let starts = std::iter::once(0).chain(breaks.iter().copied());
        let ends = breaks.iter().copied().chain([text.len()]);
        let pieces = starts.zip(ends).map(|(start, end)| Span::new(line.start as usize + start, line.start as usize + end).trim(raw));
        parted.extend(pieces.filter(|piece| !piece.is_empty()).enumerate().map(|(i, piece)| (piece, gap && i == 0)));
    }
    parted
}

/// Joins a title that was broken in two: above the first paragraph, a line that goes on in small letters.
fn join_title(raw: &str, mut lines: Vec<(Span, bool)>) -> Vec<(Span, bool)> {
    let n_words = |span: Span| span.slice(raw).split_whitespace().count();
    let until = lines.len().min(EARLY);
    let goes_on = |i: &usize| {
        let ((line, _), (next, gap)) = (lines[*i], lines[*i + 1]);
        let (line, next) = (line.slice(raw), next.slice(raw));
        let short = |text: &str| text.len() <= 120;
        !gap && short(line)
            && short(next)
            && end_of(line) == End::Open
            && !line.ends_with([':', ';'])
            && line.starts_with(|c: char| c.is_uppercase() || "«“\"".contains(c))
            && next.starts_with(char::is_lowercase)
            // `vendredi 27 mars 2009`, `de notre correspondant`: the line below the title says what it is.
            && claim::cue(&Line::of_raw(raw, lines[*i + 1].0, false, Hint::None)).is_none()
    };
    let found = (0..until.saturating_sub(1)).filter(|&i| n_words(lines[i].0) >= 3 && n_words(lines[i + 1].0) >= 3).find(goes_on);
    if let Some(i) = found {
        lines[i].0 = lines[i].0.cover(lines[i + 1].0);
        lines.remove(i + 1);
    }
    lines
}

/// Widths at which mail programs and old editors break lines.
const WRAP: std::ops::RangeInclusive<usize> = 36..=110;

/// Joins lines that were broken at a fixed width: most of them end where the next word would not have fitted.
fn join_wrapped(raw: &str, lines: Vec<(Span, bool)>) -> Vec<(Span, bool)> {
    let n_chars: Vec<usize> = lines.iter().map(|(span, _)| span.slice(raw).chars().count()).collect();
    let width = n_chars.iter().copied().max().unwrap_or(0);
    if !WRAP.contains(&width) {
        return lines;
    }
    let first_word = |span: Span| span.slice(raw).split_whitespace().next().map_or(0, |word| word.chars().count());
    let full = |i: usize| !lines[i + 1].1 && n_chars[i] + 1 + first_word(lines[i + 1].0) > width;
    let pairs = (0..lines.len().saturating_sub(1)).filter(|&i| !lines[i + 1].1);
    let (n_pairs, n_full) = pairs.fold((0, 0), |(pairs, n), i| (pairs + 1, n + usize::from(full(i))));
    if n_full < 3 || n_full * 10 < n_pairs * 6 {
        return lines;
    }
    let mut joined: Vec<(Span, bool)> = Vec::new();
    for (i, &(span, gap)) in lines.iter().enumerate() {
        match joined.last_mut() {
            Some(last) if i > 0 && full(i - 1) => last.0 = last.0.cover(span),
            _ => joined.push((span, gap)),
        }
    }
    joined
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parted(raw: &str) -> Vec<&str> {
        of_text(raw, None, Breaks::Guessed).iter().map(|line| line.span.slice(raw)).collect()
    }

    #[test]
    fn wide_blanks_part_a_page_that_lost_its_breaks() {
        let raw = "Accueil  Sports  Culture  Le pont est fermé aux camions  Les travaux dureront six mois.  \
                   Une déviation  Le maire promet une réponse.   Partager";
        assert_eq!(
            parted(raw),
            [
                "Accueil",
                "Sports",
                "Culture",
                "Le pont est fermé aux camions",
                "Les travaux dureront six mois.",
                "Une déviation",
                "Le maire promet une réponse.",
                "Partager"
            ]
        );
    }

    #[test]
    fn wide_blanks_behind_stops_or_within_sentences_part_nothing() {
        let typed = "Le pont est fermé.  ".repeat(8);
        assert_eq!(parted(&typed).len(), 1, "a typist's habit");
        let lost = "La crue de la  et de la  a coupé la route  ".repeat(4);
        assert_eq!(parted(&lost).len(), 1, "words that were lost");
    }
}
