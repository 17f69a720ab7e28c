//! Articles that end before their end, and paragraphs that lost their final stop.
//!
//! A paragraph ends in a stop, in a mark behind a stop, or where a list or a picture follows. What ends otherwise is told only
//! if the article ends its paragraphs elsewhere: a page of headlines has no stops to lose. A final `…` can be meant; it is
//! told of short texts, as a feed gives them.

use super::paragraph::Paragraph;
use super::{Cut, Damage};
use crate::corpus::{Document, ZoneKind};
use crate::order::Order;
use crate::span::Span;
use crate::text;

/// Words of a paragraph of prose at least: a shorter one may be a heading, a list's item, a signature.
const PROSE: usize = 12;
/// Words of a last sentence at least for which it was begun and not signed.
const BEGUN: usize = 5;
/// Words of an article at most for which a final `…` is a feed's.
const FEED: usize = 150;
/// Bytes of a line that says that the rest is for subscribers, at most: more is prose.
const PLEA: usize = 300;

/// What says so on the page, folded.
const PAYWALL: &[&str] = &[
    "de cet article a lire",
    "de l'article a lire",
    "la suite est reservee",
    "la suite de cet article est reservee",
    "reste a lire",
    "la suite de cet article est reserve",
    "cet article est reserve aux abonnes",
    "cet article est reserve a nos abonnes",
    "pour lire la suite",
    "pour lire la totalite de",
    "pour lire l'integralite",
    "subscribe to continue reading",
    "subscribe to read the full",
    "to continue reading",
    "to read the full story",
    "to read the full article",
    "this article is for subscribers",
    "this content is for subscribers",
    "this article is reserved for subscribers",
];
/// What stands for the rest right behind the text, folded.
const MORE: &[&str] =
    &["lire la suite", "lire l'article complet", "read more", "continue reading", "read the full story", "read the full article"];
/// Words after which no sentence is over.
const OPEN: &[&str] = &[
    "de", "du", "des", "le", "la", "les", "un", "une", "au", "aux", "et", "que", "qui", "dans", "par", "pour", "avec", "sur", "the", "a",
    "an", "of", "and", "to", "in", "with", "for", "that", "by", "from", "d", "l",
];

pub(super) fn examine(document: &Document, paragraphs: &[Paragraph]) -> Vec<(Span, Damage)> {
    let of_kinds = |kinds: &'static [ZoneKind]| paragraphs.iter().filter(|paragraph| kinds.contains(&paragraph.kind)).collect::<Vec<_>>();
    // A short last line without a stop is taken for a heading.
    let all = of_kinds(&[ZoneKind::Lead, ZoneKind::Heading, ZoneKind::Body]);
    let mut found: Vec<_> = cut(document, &all).into_iter().map(|(span, cut)| (span, Damage::Cut(cut))).collect();
    let prose = of_kinds(&[ZoneKind::Body]);
    let n_stopped = prose.iter().filter(|paragraph| ends_whole(&paragraph.text)).count();
    if n_stopped * 4 > prose.len() * 3 && prose.len() >= 4 {
        let within = paragraphs.windows(2).filter(|pair| pair[0].kind == ZoneKind::Body && pair[1].kind == ZoneKind::Body);
        let lost = within.filter(|pair| lost_stop(&pair[0].text, &pair[1].text) && !goes_on(document, &pair[0]));
        found.extend(lost.map(|pair| (tail(&pair[0]), Damage::NoStop)));
    }
    found
}

/// What shows that the article was cut, if anything does.
fn cut(document: &Document, paragraphs: &[&Paragraph]) -> Option<(Span, Cut)> {
    let (last, before) = paragraphs.split_last()?;
    let end = last.whole().end;
    let ended = last.text.trim_end();
    if let Some((span, _)) = pleas(document, end).into_iter().next() {
        return Some((span, Cut::Paywall));
    }
    let bracketed = ["[…]", "[...]", "(…)", "(...)", "[…].", "[...]."].iter().any(|mark| ended.ends_with(mark));
    let feed = ended.ends_with(['…']) || ended.ends_with("...");
    if bracketed || feed && document.n_words() <= FEED && !ended.contains(['«', '"', '“']) {
        return Some((tail(last), Cut::Ellipsis));
    }
    let others_end = before.iter().any(|paragraph| ends_whole(&paragraph.text)) || has_stop_within(ended);
    (others_end && is_unfinished(ended) && !is_item(ended) && !goes_on(document, last)).then(|| (tail(last), Cut::Unfinished))
}

/// True when the page goes on in the middle of a sentence: its lines are broken, and the next one was taken for something else.
fn goes_on(document: &Document, paragraph: &Paragraph) -> bool {
    document.text()[paragraph.whole().range().end..].trim_start().starts_with(char::is_lowercase)
}

/// True when the last sentence of a paragraph has no end: it ends in a word that something must follow, or in a comma; or it
/// is long, ends in a word, and no initials of the authors stand behind the last stop (`bur/abc/de`).
fn is_unfinished(text: &str) -> bool {
    let words: Vec<Span> = text::words(text, Span::of(text)).collect();
    let (Some(last), Some(sentence)) = (words.last(), text::sentences(text, Span::of(text)).pop()) else { return false };
    let is_last = last.range().end == text.len();
    let open = is_last && OPEN.contains(&last.slice(text)) && text[..last.start as usize].ends_with([' ', '\u{a0}', '\'', '’', '\n']);
    let initials = text.rsplit(char::is_whitespace).next().is_some_and(|last| last.contains('/'));
    let begun = text::words(text, sentence).count() >= BEGUN && !initials;
    match open || text.ends_with(',') {
        true => words.len() >= BEGUN,
        false => words.len() >= PROSE && begun && is_last && !is_signature(text),
    }
}

/// Lines of the page that say that the article goes on elsewhere.
fn pleas(document: &Document, end: u32) -> Vec<(Span, Cut)> {
    let mut found = Vec::new();
    let lines = document.zones.iter().filter(|zone| zone.kind != ZoneKind::Markup && zone.span.len() <= PLEA);
    let mut next = true;
    for zone in lines {
        let after = zone.span.start >= end;
        let is_prose = zone.kind == ZoneKind::Body && ends_whole(zone.span.slice(document.text())) && !after;
        let folded = text::fold(text::filling::stripped(zone.span.slice(document.text())).trim());
        let says = !is_prose && zone.kind != ZoneKind::Related && PAYWALL.iter().any(|cue| folded.contains(cue));
        // `Lire la suite` also stands below every teaser: it tells right behind the text only.
        let more = after && std::mem::take(&mut next) && MORE.iter().any(|cue| folded.trim_end_matches(['.', '…', '>', '»', ' ']) == *cue);
        if says || more {
            found.push((zone.span, Cut::Paywall));
        }
    }
    found.order_by_key(|(span, _)| *span);
    found
}

/// True for a paragraph that ends as paragraphs do.
fn ends_whole(text: &str) -> bool {
    text.trim_end().ends_with(['.', '!', '?', '…', '»', '”', '"', ')', ']', ':', ';', '\'', '’'])
}

fn has_stop_within(text: &str) -> bool {
    text::sentences(text, Span::of(text)).len() > 1
}

fn is_item(text: &str) -> bool {
    text.starts_with(['-', '–', '—', '•', '*', '·', '►', '>', '|']) || text.starts_with(|c: char| c.is_ascii_digit())
}

/// A last line that names people and agencies: `Jean Dupont avec AFP`.
fn is_signature(text: &str) -> bool {
    let last = text::sentences(text, Span::of(text)).pop().map_or("", |span| span.slice(text));
    let words: Vec<&str> = text::words(last, Span::of(last)).map(|word| word.slice(last)).collect();
    let n_capitals = words.iter().filter(|word| word.starts_with(char::is_uppercase)).count();
    words.len() < PROSE && n_capitals * 2 >= words.len()
}

/// True when a paragraph ends in a letter, or in a mark right behind one, and the next one begins a sentence.
fn lost_stop(text: &str, next: &str) -> bool {
    let ended = text.trim_end();
    let in_marks = ended.ends_with(['»', '”', '"']);
    let bare = ended.trim_end_matches(['»', '”', '"', ' ', '\u{a0}', '\u{202f}']);
    // A paragraph that is all quotation may be a motto.
    let quoted = in_marks && text.trim_start().starts_with(['«', '“', '"', '-', '–', '—']);
    let n_words = text::words(text, Span::of(text)).count();
    let begins = next.trim_start().starts_with(|c: char| c.is_uppercase() || matches!(c, '«' | '“' | '"'));
    let capitals = !bare.rsplit(' ').next().is_some_and(|word| word.contains(char::is_lowercase));
    n_words >= PROSE && bare.ends_with(char::is_alphabetic) && !capitals && !quoted && begins && !is_item(text) && !is_item(next)
}

/// The last words of a paragraph.
fn tail(paragraph: &Paragraph) -> Span {
    let text = paragraph.text.trim_end();
    let words: Vec<Span> = text::words(text, Span::of(text)).collect();
    let start = words.len().checked_sub(3).map_or(0, |at| words[at].start);
    paragraph.place(Span { start, end: Span::of(text).end })
}
