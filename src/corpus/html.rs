//! Pages that came as HTML: tags, scripts, styles and comments are markup; block tags break the text between into lines.
//!
//! A small reader, not a browser: it never fails, never goes back, and keeps every offset. What an element is called and
//! which class it carries become hints for the layout; the text decides with them.

use std::borrow::Cow;
use std::collections::BTreeMap;

use super::claim::is_credit;
use super::cuts::{credit_at, cut};
use super::lines::{End, Hint, Line, end_of};
use super::scope::{self, Claim, Context, Group};
use super::tags::{self, Token};
use crate::span::Span;

/// A page of HTML in pieces.
pub(super) struct Page<'a> {
    pub lines: Vec<Line<'a>>,
    /// For every line, its stretches of text; inline tags stand between them.
    pub parts: Vec<Vec<Span>>,
    /// Tags, scripts, styles, comments.
    pub markup: Vec<Span>,
}

struct Element {
    name: String,
    before: Context,
}

/// True when the text is a page of HTML.
pub(crate) fn is_html(raw: &str) -> bool {
    let mut start = raw.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}');
    while let Some(comment) = start.strip_prefix("<!--") {
        start = comment.split_once("-->").map_or("", |(_, after)| after).trim_start();
    }
    let Some(tag) = start.strip_prefix('<') else { return false };
    let name: String =
        tag.chars().take(16).take_while(|c| c.is_ascii_alphanumeric() || matches!(c, '!' | '?')).collect::<String>().to_ascii_lowercase();
    let ends = tag[name.len()..].starts_with(|c: char| c.is_whitespace() || matches!(c, '>' | '/'));
    ends && OPENING.contains(&name.as_str())
}

/// Tags that the source of a page, or a part cut out of one, begins with.
const OPENING: &[&str] = &[
    "!doctype",
    "?xml",
    "html",
    "head",
    "body",
    "article",
    "main",
    "section",
    "div",
    "header",
    "p",
    "h1",
    "h2",
    "h3",
    "title",
    "meta",
    "link",
    "script",
    "style",
    "table",
    "ul",
    "ol",
    "blockquote",
    "figure",
    "span",
    "nav",
];

/// Reads a page.
pub(super) fn read(raw: &str) -> Page<'_> {
    let mut reader = Reader {
        raw,
        stack: Vec::new(),
        open: BTreeMap::new(),
        context: Context::default(),
        n_articles: 0,
        parts: Vec::new(),
        linked: 0,
        line: Context::default(),
        lines: Vec::new(),
        contexts: Vec::new(),
        all_parts: Vec::new(),
        markup: Vec::new(),
        groups: Vec::new(),
        n_tables: 0,
        n_blocks: 0,
    };
    for token in tags::tokens(raw) {
        match token {
            Token::Text(span) => reader.text(span),
            Token::Markup(span) => reader.markup.push(span),
            Token::Open { span, name, closed } => {
                reader.markup.push(span);
                reader.open(span, name, closed);
            }
            Token::Close { span, name } => {
                reader.markup.push(span);
                reader.close(&name);
            }
        }
    }
    reader.flush();
    scope::judge(&mut reader.lines, &reader.contexts, &reader.groups, reader.n_articles);
    Page { lines: reader.lines, parts: reader.all_parts, markup: reader.markup }
}

struct Reader<'a> {
    raw: &'a str,
    stack: Vec<Element>,
    /// How many elements of a name are open, so that a stray closing tag costs nothing.
    open: BTreeMap<String, usize>,
    context: Context,
    n_articles: u32,
    parts: Vec<Span>,
    linked: usize,
    line: Context,
    lines: Vec<Line<'a>>,
    contexts: Vec<Context>,
    all_parts: Vec<Vec<Span>>,
    markup: Vec<Span>,
    groups: Vec<Group>,
    n_tables: u32,
    n_blocks: u32,
}

/// Labels set side by side hold no more bytes than this together.
const LABELS: usize = 200;
/// So many inline tags left open are seen through.
const LEFT_OPEN: usize = 8;

const VOID: &[&str] = &["br", "img", "hr", "meta", "link", "input", "source", "wbr", "area", "col", "embed", "track", "base", "param"];
const INLINE: &[&str] = &[
    "a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "data", "del", "dfn", "em", "font", "i", "ins", "kbd", "mark", "q",
    "rp", "rt", "ruby", "s", "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "img", "nobr",
];
/// True when `gap`, what stands between two stretches of text, is nothing but inline tags: the text goes on in one paragraph.
pub(super) fn is_inline(gap: &str) -> bool {
    let mut tags = gap.split('<');
    let before = tags.next().unwrap_or_default();
    let mut n_tags = 0;
    let all_inline = tags.all(|tag| {
        n_tags += 1;
        let Some((inside, after)) = tag.split_once('>') else { return false };
        let name: String = inside.trim_start_matches('/').chars().take_while(char::is_ascii_alphanumeric).collect();
        after.trim().is_empty() && INLINE.contains(&name.to_ascii_lowercase().as_str())
    });
    n_tags > 0 && all_inline && before.trim().is_empty()
}

const FURNITURE: &[&str] = &[
    "nav", "footer", "aside", "button", "select", "option", "label", "dialog", "menu", "noscript", "iframe", "svg", "template", "object",
    "audio", "video", "canvas", "map",
];

impl<'a> Reader<'a> {
    fn text(&mut self, span: Span) {
        let span = span.trim(self.raw);
        if span.is_empty() {
            return;
        }
        if self.parts.is_empty() {
            self.line = self.context;
        } else {
            self.line.hint = if self.line.hint == Hint::None { self.context.hint } else { self.line.hint };
        }
        self.linked += if self.context.link { span.len() } else { 0 };
        self.parts.push(span);
    }

    fn open(&mut self, span: Span, name: String, closed: bool) {
        let inline = INLINE.contains(&name.as_str());
        if !inline {
            self.flush();
            // A block ends the paragraph before it, whatever inline tags were left open in that; an item ends an item.
            let inside = self.stack.iter().rev().take(LEFT_OPEN).find(|element| !INLINE.contains(&element.name.as_str()));
            let ended = inside.map(|element| element.name.clone()).filter(|open| open == "p" || open == "li" && name == "li");
            if let Some(ended) = ended {
                self.close(&ended);
            }
        }
        if closed || VOID.contains(&name.as_str()) {
            return;
        }
        let before = self.context;
        self.enter(&name, span);
        // `<p>Par <span class="author">…` keeps its line together, but a byline or date of its own is a line.
        if inline && self.context.hint != before.hint && matches!(self.context.hint, Hint::Byline | Hint::Date | Hint::Credit) {
            self.flush_unless_label();
        }
        *self.open.entry(name.clone()).or_default() += 1;
        self.stack.push(Element { name, before });
    }

    fn enter(&mut self, name: &str, tag: Span) {
        let context = &mut self.context;
        if !INLINE.contains(&name) {
            self.n_blocks += 1;
            context.blocks = [self.n_blocks, context.blocks[0], context.blocks[1]];
        }
        match name {
            "article" if context.article == 0 => {
                self.n_articles += 1;
                context.article = self.n_articles;
                context.by_element = false;
            }
            "main" => context.main = true,
            "p" => context.paragraph = true,
            "table" => {
                self.n_tables += 1;
                context.table = self.n_tables;
            }
            "a" => context.link = true,
            "li" => context.item = true,
            "h1" => context.hint = Hint::Title,
            "h2" | "h3" | "h4" | "h5" | "h6" => context.hint = Hint::Heading,
            "figcaption" => context.hint = Hint::Caption,
            "time" => context.hint = Hint::Date,
            "address" => context.hint = Hint::Byline,
            "title" => context.hint = Hint::Markup,
            "header" if context.article == 0 && !context.main => context.by_element = true,
            _ if FURNITURE.contains(&name) => context.by_element = true,
            _ => {}
        }
        if matches!(name, "html" | "body" | "main" | "article") {
            return;
        }
        let said = tags::says(tag.slice(self.raw));
        context.related |= said.hint == Hint::Related;
        let furniture = said.furniture.or((said.hint == Hint::Related).then_some("related")).or((name == "form").then_some("form"));
        let claim = match said.hint {
            _ if furniture.is_some() => furniture.map(Claim::Furniture),
            _ if said.text => Some(Claim::Text),
            Hint::Byline | Hint::Date | Hint::Credit | Hint::Caption | Hint::Lead => Some(Claim::Short(said.hint)),
            _ => None,
        };
        if let Some(claim) = claim {
            self.groups.push(Group { around: context.group, claim });
            context.group = self.groups.len();
        }
        if context.hint == Hint::None || said.hint != Hint::None && !matches!(context.hint, Hint::Title | Hint::Heading) {
            context.hint = if said.hint == Hint::None { context.hint } else { said.hint };
        }
    }

    fn close(&mut self, name: &str) {
        let inline = INLINE.contains(&name);
        if !inline {
            self.flush();
        }
        if self.open.get(name).is_none_or(|n| *n == 0) {
            return;
        }
        while let Some(element) = self.stack.pop() {
            if let Some(n) = self.open.get_mut(&element.name) {
                *n -= 1;
            }
            let hint = self.context.hint;
            self.context = element.before;
            if element.name == name {
                if inline && hint != self.context.hint && matches!(hint, Hint::Byline | Hint::Date | Hint::Credit) {
                    self.flush();
                }
                return;
            }
        }
    }

    /// A word or two before a name or a date (`Par`, `Publié le`) belong to it.
    fn flush_unless_label(&mut self) {
        if self.parts.iter().map(|span| span.len()).sum::<usize>() > 24 {
            self.flush();
        }
    }

    /// Text between two block tags is one line, unless it holds labels set side by side, or a credit behind a caption.
    fn flush(&mut self) {
        let linked = std::mem::take(&mut self.linked);
        let mut parts = std::mem::take(&mut self.parts);
        if self.is_labels(&parts) {
            for part in parts {
                self.push_line(vec![part], linked);
            }
            return;
        }
        let can = matches!(self.line.hint, Hint::None | Hint::Caption | Hint::Lead);
        let credit = parts.last().copied().filter(|_| can).and_then(|last| self.credit_in(last, parts.len() > 1));
        if let Some(credit) = credit
            && let Some(last) = parts.last_mut()
        {
            *last = Span { start: last.start, end: credit.start }.trim(self.raw);
            parts.retain(|part| !part.is_empty());
        }
        self.push_line(parts, linked);
        if let Some(credit) = credit {
            self.line.hint = Hint::Credit;
            self.push_line(vec![credit], 0);
        }
    }

    /// The maker of a picture behind its caption: the last stretch of a line, or the end of it.
    fn credit_in(&self, last: Span, follows: bool) -> Option<Span> {
        let text = last.slice(self.raw);
        if follows && is_credit(&plain(text)) {
            return Some(last);
        }
        let at = credit_at(text).filter(|_| self.line.hint == Hint::Caption)?;
        Some(Span::new(last.start as usize + at, last.end as usize))
    }

    /// True for short stretches, none of them a sentence, each in an element of its own.
    fn is_labels(&self, parts: &[Span]) -> bool {
        let seam = |pair: &[Span]| {
            let gap = &self.raw[pair[0].end as usize..pair[1].start as usize];
            let begins = gap.rfind('<').map_or("", |at| &gap[at + 1..]);
            gap.trim_start().starts_with("</")
                && ["span", "a", "button", "label", "time", "small"]
                    .iter()
                    .any(|name| begins.strip_prefix(name).is_some_and(|rest| rest.starts_with([' ', '>'])))
        };
        parts.len() >= 2
            && self.line.hint == Hint::None
            && parts.iter().map(|span| span.len()).sum::<usize>() <= LABELS
            && parts.windows(2).all(seam)
            && parts.iter().all(|part| end_of(part.slice(self.raw)) == End::Open)
    }

    fn push_line(&mut self, parts: Vec<Span>, linked: usize) {
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return };
        let whole = first.cover(*last);
        let text = if parts.len() == 1 {
            plain(whole.slice(self.raw))
        } else {
            let mut joined = String::new();
            for (i, part) in parts.iter().enumerate() {
                let spaced = |before: &Span| {
                    self.raw[before.end as usize..].starts_with(char::is_whitespace)
                        || self.raw[..part.start as usize].ends_with(char::is_whitespace)
                };
                if i.checked_sub(1).is_some_and(|before| spaced(&parts[before])) {
                    joined.push(' ');
                }
                joined.push_str(&plain(part.slice(self.raw)));
            }
            Cow::Owned(joined)
        };
        if let Cow::Borrowed(_) = text
            && linked == 0
            && self.line.hint == Hint::None
            && !self.line.item
        {
            // One stretch of raw text may have swallowed its neighbours as a line of a plain page may.
            let mut pieces = Vec::new();
            cut(self.raw, whole, true, &mut pieces);
            self.contexts.extend(pieces.iter().map(|_| self.line));
            self.all_parts.extend(pieces.iter().map(|piece| vec![piece.span]));
            self.lines.append(&mut pieces);
            return;
        }
        let mut line = Line::new(whole, text, true, self.line.hint);
        let n_bytes: usize = parts.iter().map(|span| span.len()).sum();
        line.marks.linked = u8::try_from(linked.min(n_bytes) * 100 / n_bytes.max(1)).unwrap_or(100);
        let too_long = match line.hint {
            Hint::Byline => line.n_chars > 250,
            Hint::Date => line.n_chars > 160,
            Hint::Lead => line.n_chars > 1_200,
            _ => false,
        };
        if too_long {
            line.hint = Hint::None;
        }
        if line.hint == Hint::None && self.line.item {
            line.hint = Hint::Item;
        }
        // A line that is one link leads elsewhere.
        if linked * 10 >= n_bytes * 9 && line.n_chars < 250 && matches!(line.hint, Hint::None | Hint::Heading | Hint::Item) {
            line.hint = Hint::Related;
        }
        self.lines.push(line);
        self.contexts.push(self.line);
        self.all_parts.push(parts);
    }
}

/// The text with character references resolved.
pub(crate) fn plain(text: &str) -> Cow<'_, str> {
    if !text.contains('&') {
        return Cow::Borrowed(text);
    }
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find('&') {
        plain.push_str(&rest[..at]);
        rest = &rest[at..];
        match reference(rest) {
            Some((c, length)) => {
                plain.push(c);
                rest = &rest[length..];
            }
            None => {
                plain.push('&');
                rest = &rest[1..];
            }
        }
    }
    plain.push_str(rest);
    Cow::Owned(plain)
}

/// Letters of the longest reference that is read, with its `;`: a text may be nothing but `&`.
const LONGEST_REFERENCE: usize = 11;

/// The character that the reference at the start of `text` names, and the length of the reference.
pub(super) fn reference(text: &str) -> Option<(char, usize)> {
    let tail = text.strip_prefix('&')?;
    let end = tail.bytes().take(LONGEST_REFERENCE).position(|byte| byte == b';')?;
    Some((tags::character(&tail[..end])?, end + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_of_a_page_is_one_too() {
        for page in ["<div>a</div>", "<!-- x --> <p class=\"a\">b</p>", "\u{feff}<!DOCTYPE html>", "<h1/>"] {
            assert!(is_html(page), "{page}");
        }
        for text in ["", "<", "<!--", "< 5 ans", "<3 la mer", "<presse> dit", "Titre\n<p>a</p>"] {
            assert!(!is_html(text), "{text}");
        }
    }
}
