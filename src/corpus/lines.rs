//! A raw page cut into lines: the pieces that zones are made of.
//!
//! A line is what the page breaks off by itself. Two repairs: lines broken at a fixed width are joined again into
//! paragraphs, and one long line that swallowed its neighbours (title, date, link to another article) is cut at them.

use std::borrow::Cow;

use super::cues::{Cue, Cues};
use super::front_matter::{self, Key};
use super::stamp;
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
        Self { span, text, words, n_chars, end, gap, hint }
    }

    fn of_raw(raw: &'a str, span: Span, gap: bool, hint: Hint) -> Self {
        Self::new(span, Cow::Borrowed(span.slice(raw)), gap, hint)
    }

    /// The folded words in one string.
    pub(super) fn key(&self) -> String {
        self.words.join(" ")
    }
}

fn end_of(text: &str) -> End {
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

/// Lines of a raw text without markup.
/// A line that goes on after `title` is cut there.
pub(super) fn of_text<'a>(raw: &'a str, title: Option<&str>) -> Vec<Line<'a>> {
    let title: Vec<String> = title.map(|title| words(title, Span::of(title)).map(|w| fold(w.slice(title))).collect()).unwrap_or_default();
    let mut lines: Vec<Line<'a>> = front_matter(raw);
    let start = lines.last().map_or_else(|| mark_length(raw), |last| last.span.end as usize);
    for (span, gap) in join_wrapped(raw, physical(raw, start)) {
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

/// Widths at which mail programs and old editors break lines.
const WRAP: std::ops::RangeInclusive<usize> = 50..=110;

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

/// A paragraph of more characters may have swallowed its neighbours.
const LONG: usize = 300;
/// Title, names and date stand within so many bytes of the start.
const HEAD: usize = 500;

fn cut<'a>(raw: &'a str, span: Span, gap: bool, lines: &mut Vec<Line<'a>>) {
    let mut starts = vec![(span.start as usize, Hint::None)];
    let text = span.slice(raw);
    let residue = crawler_residue(text);
    if residue > 0 {
        starts[0].1 = Hint::Furniture;
        if residue < text.len() {
            starts.push((span.start as usize + residue, Hint::None));
        }
    }
    let markdown = if residue == 0 { heading_marks(text) } else { None };
    if let Some(hint) = markdown {
        starts[0].1 = hint;
    } else if text.len() <= LONG {
        starts.extend(short_cuts(raw, span));
    } else {
        let from = starts.last().map_or(0, |s| s.0);
        starts.extend(head_cuts(raw, Span::new(from, span.end as usize)).into_iter().map(|at| (at, Hint::None)));
        let from = starts.last().map_or(0, |s| s.0);
        starts.extend(cue_cuts(raw, Span::new(from, span.end as usize)).into_iter().map(|at| (at, Hint::None)));
    }
    for (i, &(start, hint)) in starts.iter().enumerate() {
        let end = starts.get(i + 1).map_or(span.end as usize, |next| next.0);
        let piece = Span::new(start, end).trim(raw);
        if !piece.is_empty() {
            lines.push(Line::of_raw(raw, piece, gap && i == 0, hint));
        }
    }
}

/// `# Title` and `## Heading`.
fn heading_marks(text: &str) -> Option<Hint> {
    let level = text.bytes().take_while(|b| *b == b'#').count();
    if level == 0 || level > 6 || !text[level..].starts_with([' ', '\t', '\u{a0}']) || text.len() > LONG {
        return None;
    }
    Some(if level == 1 { Hint::Title } else { Hint::Heading })
}

/// Length of what a crawler left at the start: `date 2021-10`, `timestamp: 2021-10-03T10:00`.
fn crawler_residue(text: &str) -> usize {
    const KEYS: [&str; 6] = ["date", "timestamp", "crawled", "fetched", "crawl_date", "retrieved"];
    let Some(key) = KEYS.iter().find(|key| text.get(..key.len()).is_some_and(|start| start.eq_ignore_ascii_case(key))) else { return 0 };
    let rest = text[key.len()..].trim_start_matches([' ', ':', '=', '\t']);
    let skipped = text.len() - rest.len();
    let stamp = rest.bytes().take_while(|b| b.is_ascii_digit() || b"-T:Z+.".contains(b)).count();
    let value = &rest.as_bytes()[..stamp];
    let is_iso = value.len() >= 7 && value[..4].iter().all(u8::is_ascii_digit) && value[4] == b'-';
    let ends = rest[stamp..].chars().next().is_none_or(char::is_whitespace);
    if skipped > key.len() && is_iso && ends { skipped + stamp } else { 0 }
}

/// Where to cut a line that begins with title, names and date: `Titre Par A. B. Publié le 3 mars 2021 à 14h05 Le texte`.
fn head_cuts(raw: &str, span: Span) -> Vec<usize> {
    let end = raw.floor_char_boundary((span.start as usize + HEAD).min(span.end as usize));
    let head = Span::new(span.start as usize, end);
    let Some(mut date) = stamp::labelled(raw, head) else { return Vec::new() };
    let before = Span::new(span.start as usize, date.start as usize);
    if before.len() > LONG || has_stop(before.slice(raw)) {
        return Vec::new();
    }
    let mut cuts = Vec::new();
    if let Some(at) = byline_at(before.slice(raw)) {
        cuts.push(span.start as usize + at);
    }
    loop {
        cuts.push(date.start as usize);
        cuts.push(date.end as usize);
        match stamp::labelled(raw, Span::new(date.end as usize, end)) {
            Some(next) if next.start as usize <= date.end as usize + 4 => date = next,
            _ => break,
        }
    }
    cuts.dedup();
    cuts.retain(|at| *at > span.start as usize && *at < span.end as usize);
    cuts
}

/// What introduces the maker of a picture at the end of its caption.
const CREDITS: [&str; 10] =
    ["©", "(Photo", "(photo", "(Crédit", "(crédit", "Crédit :", "Crédits :", "Crédit photo", "Photo credit", "Photo :"];

/// Where to cut a short line that holds two things: a caption and its credit, names and a date.
fn short_cuts(raw: &str, span: Span) -> Vec<(usize, Hint)> {
    let text = span.slice(raw);
    let start = span.start as usize;
    if let Some(at) = CREDITS.iter().filter_map(|mark| text.find(mark)).min()
        && at > 0
        && text.len() - at <= 80
    {
        return vec![(start + at, Hint::None)];
    }
    if let Some(at) = capitals_at(text) {
        return vec![(start + at, Hint::Credit)];
    }
    let Some(date) = stamp::labelled(raw, span) else {
        // `Par Prénom Nom, le 3 mars 2021`
        let at = text.find(", le ").or_else(|| text.find(" | ")).or_else(|| text.find(" - le "));
        let dated = at.filter(|at| text.starts_with("Par ") && !stamp::all(raw, Span::new(start + at, span.end as usize)).is_empty());
        return dated.into_iter().map(|at| (start + at, Hint::None)).collect();
    };
    let (before, after) = (&raw[start..date.start as usize], &raw[date.end as usize..span.end as usize]);
    let mut cuts = Vec::new();
    if before.chars().count() > 80 || has_stop(before) || end_of(text) == End::Stop {
        return cuts;
    }
    let label = &raw[date.start as usize..];
    if before.chars().any(char::is_alphanumeric) && label.starts_with(char::is_uppercase) {
        cuts.push((date.start as usize, Hint::None));
    } else if let Some(at) = [" | ", ", ", " - ", " – "].iter().find_map(|mark| before.rfind(mark))
        && byline_at(&format!(" {}", before[..at].trim())).is_some()
    {
        cuts.push((start + at, Hint::None));
    }
    if let Some(at) = byline_at(after).filter(|at| *at > 0) {
        cuts.push((date.end as usize + at, Hint::None));
    }
    cuts
}

/// Where a caption's maker begins, written in capitals after the last stop: `… le 8 mars. JEAN ROY / AGENCE`.
fn capitals_at(text: &str) -> Option<usize> {
    let at = text.rfind(". ")? + 2;
    let tail = &text[at..];
    let letters = tail.chars().filter(|c| c.is_alphabetic()).count();
    let capitals = tail.chars().all(|c| !c.is_lowercase()) && letters >= 6 && tail.contains([' ', '/']);
    (capitals && tail.len() <= 80 && !tail.ends_with(['.', '!', '?', '»', '"'])).then_some(at)
}

fn has_stop(text: &str) -> bool {
    text.split_whitespace().rev().skip(1).any(|word| word.ends_with('.') && word.chars().count() > 4)
}

/// Where ` Par Prénom Nom` or ` By …` begins, when names are all that follows.
fn byline_at(text: &str) -> Option<usize> {
    [" Par ", " par ", " By ", " by "]
        .iter()
        .filter_map(|cue| text.rfind(cue))
        .max()
        .filter(|at| super::byline::is_names(text[at + 5 - 1..].trim()))
        .map(|at| at + 1)
}

/// Where a cue stands after a full stop inside a paragraph: `… a dit le maire. Lire aussi : Un autre article`.
fn cue_cuts(raw: &str, span: Span) -> Vec<usize> {
    let text = span.slice(raw);
    let cues = Cues::get();
    let mut cuts = Vec::new();
    let mut related_from = None;
    for (at, c) in text.char_indices() {
        if !matches!(c, '.' | '!' | '?' | '…' | '»' | '"' | '”') {
            continue;
        }
        let rest = &text[at + c.len_utf8()..];
        if !rest.starts_with(char::is_whitespace) {
            continue;
        }
        let next = span.start as usize + at + c.len_utf8() + (rest.len() - rest.trim_start().len());
        let window = Span::new(next, raw.floor_char_boundary((next + 60).min(span.end as usize)));
        let first: Vec<String> = words(raw, window).take(6).map(|w| fold(w.slice(raw))).collect();
        let upper = window.slice(raw).chars().find(|c| c.is_alphabetic()).is_some_and(char::is_uppercase);
        match cues.after_stop(&first) {
            Some(cue) if upper => {
                cuts.push(next);
                related_from = (cue == Cue::Related).then_some(next);
            }
            // A link ends with its sentence when a good deal of text follows it.
            _ if c != '"' && c != '»' && related_from.is_some() && span.end as usize - next > LONG => {
                cuts.push(next);
                related_from = None;
            }
            _ => {}
        }
    }
    cuts.dedup();
    cuts
}
