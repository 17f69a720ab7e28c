//! The words of one article in order, and what lies around a passage in them.
//!
//! A context never leaves the paragraph of its passage: what follows on the page may be another article's. Only the wide
//! context, which is read and not counted, goes on into the neighbouring paragraphs.

use std::ops::Range;

use super::Window;
use crate::corpus::Document;
use crate::search::analysis;
use crate::span::Span;
use crate::text::filling;

/// One article, cut into words.
pub struct Reading<'c> {
    pub document: &'c Document,
    pub words: Vec<Word>,
    paragraphs: Vec<Paragraph>,
}

#[derive(Clone, Copy, Debug)]
pub struct Word {
    pub span: Span,
    /// Words of one sentence have one number.
    pub sentence: u32,
}

struct Paragraph {
    span: Span,
    /// Its words.
    words: Range<usize>,
}

/// Signs with which a context may begin; others end what is cut off.
const OPENING: [char; 6] = ['«', '“', '‹', '(', '[', '‘'];

impl<'c> Reading<'c> {
    pub fn of(document: &'c Document) -> Self {
        let (mut words, mut paragraphs) = (Vec::new(), Vec::new());
        // Words before the first sentence have number 0; a paragraph without sentences is one.
        let (mut at, mut sentence) = (0, 0);
        for zone in document.paragraphs() {
            let first = words.len();
            sentence += 1;
            for token in analysis::tokens(document.text(), zone.span) {
                while document.sentences.get(at).is_some_and(|next| next.span.end <= token.span.start) {
                    at += 1;
                    sentence += 1;
                }
                words.push(Word { span: token.span, sentence });
            }
            paragraphs.push(Paragraph { span: zone.span, words: first..words.len() });
        }
        Self { document, words, paragraphs }
    }

    /// The words of a passage, by place.
    pub fn range(&self, hit: Span) -> Range<usize> {
        let start = self.words.partition_point(|word| word.span.end <= hit.start);
        let end = self.words.partition_point(|word| word.span.start < hit.end);
        start..end.max(start)
    }

    /// The words of the paragraph of a passage that begins with the word `first`, up to that of its last word.
    fn bounds(&self, range: &Range<usize>) -> Range<usize> {
        let holds = |place: usize| self.paragraphs.partition_point(|paragraph| paragraph.words.end <= place);
        let of = |at: usize| self.paragraphs.get(at).map_or(range.clone(), |paragraph| paragraph.words.clone());
        let last = range.end.saturating_sub(1).max(range.start);
        of(holds(range.start)).start.min(range.start)..of(holds(last)).end.max(range.end)
    }

    /// Where the `width` words on each side of a passage begin and end, in bytes.
    pub fn context(&self, hit: Span, width: usize) -> Span {
        let text = self.document.text();
        let range = self.range(hit);
        let bounds = self.bounds(&range);
        // The paragraph with the first byte of the passage, and that with its last.
        let paragraph = |byte: u32| {
            let found = self.paragraphs.get(self.paragraphs.partition_point(|paragraph| paragraph.span.end <= byte));
            found.map(|paragraph| paragraph.span).filter(|span| span.start <= byte)
        };
        let start = if range.start - bounds.start <= width {
            paragraph(hit.start).map_or(hit.start, |span| span.start)
        } else {
            let cut = self.words[range.start - width - 1].span.end as usize;
            let from = text.get(cut..hit.start as usize).unwrap_or_default();
            let kept = from.trim_start_matches(|c: char| !c.is_alphanumeric() && !OPENING.contains(&c));
            hit.start - kept.len() as u32
        };
        let end = if bounds.end - range.end <= width {
            paragraph(hit.end.saturating_sub(1)).map_or(hit.end, |span| span.end)
        } else {
            width.checked_sub(1).map_or(hit.end, |more| self.words[range.end + more].span.end)
        };
        Span { start: start.min(hit.start), end: end.max(hit.end) }
    }

    /// Up to `width` words on each side, those of other paragraphs on lines of their own.
    pub fn wide(&self, hit: Span, width: usize) -> [String; 2] {
        let context = self.context(hit, width);
        let text = self.document.text();
        let mut left = plain(&text[context.start as usize..hit.start as usize]);
        let mut right = plain(&text[hit.end as usize..context.end as usize]);
        let range = self.range(hit);
        let bounds = self.bounds(&range);
        let mut wanted = width.saturating_sub(range.start - bounds.start);
        for before in self.paragraphs.iter().rev().filter(|paragraph| paragraph.span.end <= context.start) {
            if wanted == 0 {
                break;
            }
            let skipped = before.words.len().saturating_sub(wanted);
            let start = if skipped == 0 { before.span.start } else { self.words[before.words.start + skipped].span.start };
            left = format!("{}\n{left}", plain(&text[start as usize..before.span.end as usize]).trim());
            wanted = wanted.saturating_sub(before.words.len().max(1));
        }
        let mut wanted = width.saturating_sub(bounds.end - range.end);
        for after in self.paragraphs.iter().filter(|paragraph| paragraph.span.start >= context.end) {
            if wanted == 0 {
                break;
            }
            let end = if after.words.len() <= wanted { after.span.end } else { self.words[after.words.start + wanted - 1].span.end };
            right = format!("{right}\n{}", plain(&text[after.span.start as usize..end as usize]).trim());
            wanted = wanted.saturating_sub(after.words.len().max(1));
        }
        [left, right]
    }

    /// The words of a window around the words `range`, which are among them.
    pub fn window(&self, range: &Range<usize>, window: Window) -> Range<usize> {
        let bounds = self.bounds(range);
        match window {
            Window::Words { left, right } => {
                let (left, right) = (left.min(super::WIDEST) as usize, right.min(super::WIDEST) as usize);
                range.start.saturating_sub(left).max(bounds.start)..(range.end + right).min(bounds.end)
            }
            Window::Sentence => {
                let Some(first) = self.words.get(range.start) else { return range.clone() };
                let last = self.words[range.end.saturating_sub(1).max(range.start)];
                let start = self.words.partition_point(|word| word.sentence < first.sentence);
                start..self.words.partition_point(|word| word.sentence <= last.sentence)
            }
        }
    }

    /// For every word, whether it is part of a passage.
    pub fn marked(&self, passages: &[Range<usize>]) -> Vec<bool> {
        let mut marked = vec![false; self.words.len()];
        passages.iter().for_each(|passage| marked[passage.clone()].fill(true));
        marked
    }

    pub fn form(&self, place: usize) -> &'c str {
        self.words[place].span.slice(self.document.text())
    }
}

/// A text on one line, without what fills it.
pub fn plain(text: &str) -> String {
    let text = filling::stripped(text);
    let words: Vec<&str> = text.split_whitespace().collect();
    let mut plain = words.join(" ");
    if plain.is_empty() {
        return if text.is_empty() { plain } else { " ".to_owned() };
    }
    if text.starts_with(char::is_whitespace) {
        plain.insert(0, ' ');
    }
    if text.ends_with(char::is_whitespace) {
        plain.push(' ');
    }
    plain
}
