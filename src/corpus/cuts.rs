//! Where a line that swallowed its neighbours is cut: title, names, date, credit, a link to another article.

use super::claim::{is_credit, is_initials, is_picture};
use super::cues::{Cue, Cues};
use super::lines::{End, Hint, Line, end_of};
use super::stamp;
use crate::order::Order as _;
use crate::span::Span;
use crate::text::{fold, words};

/// A paragraph of more characters may have swallowed its neighbours.
const LONG: usize = 300;
/// Title, names and date stand within so many bytes of the start.
const HEAD: usize = 500;

/// Adds the lines that the piece of text at `span` holds.
pub(super) fn cut<'a>(raw: &'a str, span: Span, gap: bool, lines: &mut Vec<Line<'a>>) {
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
    } else if is_picture(text) {
        // One thing, whatever its description holds.
    } else if text.len() <= LONG {
        starts.extend(short_cuts(raw, span));
    } else {
        let from = starts.last().map_or(0, |s| s.0);
        starts.extend(head_cuts(raw, Span::new(from, span.end as usize)).into_iter().map(|at| (at, Hint::None)));
        let from = starts.last().map_or(0, |s| s.0);
        let mut ends = cue_cuts(raw, Span::new(from, span.end as usize));
        ends.extend(initials_cuts(raw, span));
        ends.order();
        starts.extend(ends.into_iter().filter(|at| *at > from && *at < span.end as usize).map(|at| (at, Hint::None)));
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
    let Some(mut date) = stamp::labelled(raw, head) else { return before_dispatch(raw, head) };
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

/// Where to cut a title from a dispatch, and a date of the page between the two.
fn before_dispatch(raw: &str, head: Span) -> Vec<usize> {
    let Some(at) = dispatch_at(raw, head) else { return Vec::new() };
    let before = Span::new(head.start as usize, at);
    let dated = stamp::all(raw, before).pop().map(|stamp| stamp.span).filter(|date| raw[date.end as usize..at].trim().is_empty());
    let title = |date: Span| raw[before.start as usize..date.start as usize].trim_end();
    let date = dated.map(|date| {
        let title = title(date);
        before.start as usize + title.strip_suffix(" le").unwrap_or(title).len()
    });
    date.into_iter().filter(|&date| date >= before.start as usize + 10).chain([at]).collect()
}

/// Where the initials of those who wrote a dispatch stand behind its last sentence, and what follows them.
fn initials_cuts(raw: &str, span: Span) -> Vec<usize> {
    let from = raw.ceil_char_boundary((span.end as usize).saturating_sub(TAIL).max(span.start as usize));
    let tail = &raw[from..span.end as usize];
    let words = tail.split_whitespace().map(|word| (word.as_ptr() as usize - tail.as_ptr() as usize, word));
    let mut after_stop = false;
    for (at, word) in words {
        if after_stop && is_initials(word) {
            return vec![from + at, from + at + word.len()];
        }
        after_stop = end_of(word) == End::Stop;
    }
    Vec::new()
}

/// The signature of a dispatch stands within so many bytes of the end.
const TAIL: usize = 200;

/// Where a dispatch begins behind its title: `Titre PARIS, 3 mars 2021 (AFP) - Le texte`.
fn dispatch_at(raw: &str, head: Span) -> Option<usize> {
    let text = head.slice(raw);
    let is_agency = |name: &str| (2..=8).contains(&name.len()) && name.chars().all(|c| c.is_uppercase() || c == '-');
    let bracket = text.match_indices('(').map(|(at, _)| at).find(|&at| {
        let Some((inside, after)) = text[at + 1..].split_once(')') else { return false };
        is_agency(inside) && after.trim_start().starts_with(['-', '–', '—'])
    })?;
    let start = head.start as usize;
    let dated = stamp::all(raw, Span::new(start, start + bracket)).pop().map(|stamp| stamp.span);
    let dated = dated.filter(|date| raw[date.end as usize..start + bracket].trim().is_empty());
    let before = &text[..dated.map_or(bracket, |date| date.start as usize - start)].trim_end_matches([' ', ',', '\u{a0}']);
    // The place: words in capitals, or one word when it is written like any other.
    let mut at = before.len();
    for word in before.rsplit(' ') {
        let capitals = word.chars().any(char::is_uppercase) && !word.contains(char::is_lowercase);
        let first = at == before.len() && word.starts_with(char::is_uppercase);
        if !capitals && !first {
            break;
        }
        at = word.as_ptr() as usize - text.as_ptr() as usize;
        if !capitals {
            break;
        }
    }
    let title = before[..at].trim_end();
    (title.contains(' ') && at < before.len() && !has_stop(title)).then_some(start + at)
}

/// What introduces the maker of a picture at the end of its caption.
const CREDITS: [&str; 11] =
    ["Photograph:", "©", "(Photo", "(photo", "(Crédit", "(crédit", "Crédit :", "Crédits :", "Crédit photo", "Photo credit", "Photo :"];

/// Where the maker of a picture stands behind its caption.
pub(super) fn credit_at(text: &str) -> Option<usize> {
    let marked = CREDITS.iter().filter_map(|mark| text.find(mark)).min().filter(|at| text.len() - at <= 80);
    let bracketed = || text.rfind('(').filter(|at| text.ends_with(')') && is_credit(&text[*at..]));
    marked.or_else(bracketed).filter(|at| *at > 0)
}

/// Where to cut a short line that holds two things: a caption and its credit, names and a date.
fn short_cuts(raw: &str, span: Span) -> Vec<(usize, Hint)> {
    let text = span.slice(raw);
    let start = span.start as usize;
    if let Some(at) = credit_at(text) {
        return vec![(start + at, Hint::None)];
    }
    if let Some(at) = capitals_at(text) {
        return vec![(start + at, Hint::Credit)];
    }
    if let Some(at) = date_after_bar(raw, span) {
        return vec![(at, Hint::Date)];
    }
    let Some(date) = stamp::labelled(raw, span) else {
        // `Par Prénom Nom, le 3 mars 2021`
        let at = names_before_date(raw, span).or_else(|| names_after_date(raw, span));
        return at.into_iter().map(|at| (start + at, Hint::None)).collect();
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

/// Where the date begins in `La Gazette du Val — 3 mars 2021`.
fn date_after_bar(raw: &str, span: Span) -> Option<usize> {
    let date = stamp::all(raw, span).into_iter().next()?.span;
    let before = &raw[span.start as usize..date.start as usize];
    let before = before.trim_end().trim_end_matches(" le").trim_end_matches(" Le").trim_end();
    let name = before.strip_suffix(['—', '–', '|', '·', '•', '-'])?.trim_end();
    let alone = raw[date.end as usize..span.end as usize].trim().is_empty();
    let title_case = name.starts_with(char::is_uppercase) && name.split_whitespace().last()?.contains(char::is_uppercase);
    let short = name.split_whitespace().count() <= 6 && !name.contains(['.', ',', ':']);
    (alone && title_case && short).then_some(span.start as usize + before.len() - before.chars().next_back()?.len_utf8())
}

/// Where the date begins in `Par Prénom Nom, le 3 mars 2021`, with the separator.
fn names_before_date(raw: &str, span: Span) -> Option<usize> {
    let text = span.slice(raw);
    let date = stamp::all(raw, span).into_iter().next()?.span.start - span.start;
    let before = text[..date as usize].trim_end();
    const DAYS: [&str; 14] = ["lun", "mar", "mer", "jeu", "ven", "sam", "dim", "mon", "tue", "wed", "thu", "fri", "sat", "sun"];
    let day = before.trim_end_matches([',', '.']);
    let is_day = day.rsplit(' ').next().is_some_and(|word| DAYS.contains(&fold(word).as_str()));
    let before = if is_day { day.rsplit_once(' ').map_or("", |(before, _)| before) } else { before };
    let before = ["le", "on"].iter().find_map(|word| before.strip_suffix(word)).unwrap_or(before);
    let names = before.trim_end_matches([' ', ',', '|', '-', '–', '—', '•', '·', '/', '\u{a0}']);
    let signed = ["Par ", "By ", "par ", "by "].iter().any(|cue| names.starts_with(cue) && byline_at(&format!(" {names}")) == Some(1));
    (signed || super::byline::is_names(names)).then_some(names.len())
}

/// Where the names begin in `3 mars 2021 Prénom Nom`.
fn names_after_date(raw: &str, span: Span) -> Option<usize> {
    let date = stamp::all(raw, span).into_iter().next()?.span;
    let rest = &raw[date.end as usize..span.end as usize];
    let names = rest.trim_start_matches([' ', ',', '|', '-', '–', '—', '•', '·', '/', '\u{a0}']);
    let at = (span.end - span.start) as usize - names.len();
    (date.start <= span.start + 4 && names.len() < rest.len() && super::byline::is_names(names)).then_some(at)
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
    [" Article rédigé par ", " Rédigé par ", " Auteur(s) ", " Auteur : ", " Par ", " par ", " By ", " by "]
        .iter()
        .find_map(|cue| text.rfind(cue).filter(|at| super::byline::is_names(text[at + cue.len()..].trim())))
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
