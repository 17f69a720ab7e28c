//! Front matter between fences, `---` for YAML and `+++` for TOML, with the place of every value.
//!
//! Read are: plain, quoted, folded and literal values over one line or more, lists in brackets or under dashes, maps within,
//! comments, tags, tables of TOML. Not read, because no head of an article needs them: anchors, documents in a stream,
//! sequences as keys. What breaks the rules of YAML but can be understood is understood.

use super::front_matter::{FrontMatter, Key, LONGEST, key, link_or, pair};
use crate::span::Span;

#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Yaml,
    Toml,
}

/// A head between its fences.
#[derive(Clone, Copy)]
pub(super) struct Head {
    style: Style,
    /// What stands between the fences.
    inside: Span,
    /// Fences included.
    whole: Span,
}

/// Nor is it longer in bytes, abstract and all.
const MOST_BYTES: usize = 100_000;

/// The head that a fence opens at `start`, if it is closed soon enough.
pub(super) fn head(raw: &str, start: usize) -> Option<Head> {
    let mut at = start;
    let mut style = None;
    let mut from = start;
    for (n, line) in raw[start..].split_inclusive('\n').enumerate().take(LONGEST) {
        let text = line.trim();
        match style {
            None if n == 0 => {
                style = Some(match text {
                    "---" => Style::Yaml,
                    "+++" => Style::Toml,
                    _ => return None,
                });
                from = at + line.len();
            }
            Some(style) if !line.starts_with([' ', '\t']) && closes(style, text) => {
                let end = at + line.trim_end().len();
                return Some(Head { style, inside: Span::new(from, at), whole: Span::new(start, end) });
            }
            _ if at - start > MOST_BYTES => return None,
            _ => {}
        }
        at += line.len();
    }
    None
}

fn closes(style: Style, line: &str) -> bool {
    match style {
        Style::Yaml => matches!(line, "---" | "..."),
        Style::Toml => line == "+++",
    }
}

/// The facts of a head; `None` when what stands between the fences is text.
pub(super) fn read(raw: &str, head: Head) -> Option<FrontMatter> {
    let end = head.inside.end as usize;
    let mut reader = Reader { raw, style: head.style, end, facts: Vec::new(), stack: Vec::new(), table: None, n_keys: 0, n_strangers: 0 };
    let mut at = head.inside.start as usize;
    while at < end {
        at = reader.line(at).max(at + 1);
    }
    let is_head = reader.n_keys > 0 && reader.n_strangers <= reader.n_keys;
    is_head.then_some(FrontMatter { facts: reader.facts, whole: head.whole })
}

/// What keys below another one are about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Owner {
    /// Facts of the article: `params:`.
    Article,
    /// Somebody or something that has a name.
    Named(Key),
    Other,
}

/// Keys under which the article's own keys stand.
const TRANSPARENT: [&str; 7] = ["params", "extra", "article", "meta", "metadata", "taxonomies", "front_matter"];
/// Keys of what somebody or something is called.
const NAMES: [&str; 5] = ["name", "nom", "literal", "title", "titre"];

struct Reader<'a> {
    raw: &'a str,
    style: Style,
    end: usize,
    facts: Vec<(Key, Span)>,
    /// Keys around the line with their indents, outermost first.
    stack: Vec<(usize, Key, Owner)>,
    /// The table of TOML that the lines stand in.
    table: Option<Owner>,
    n_keys: usize,
    n_strangers: usize,
}

impl<'a> Reader<'a> {
    /// Reads what begins on the line at `at`; the start of the line after it.
    fn line(&mut self, at: usize) -> usize {
        let next = self.next_line(at);
        let mut span = Span::new(at, next).trim(self.raw);
        if span.is_empty() || span.slice(self.raw).starts_with('#') {
            return next;
        }
        if self.style == Style::Toml && span.slice(self.raw).starts_with('[') {
            let name = span.slice(self.raw).trim_matches(['[', ']', ' ']);
            self.table = Some(owner(name, key(name)));
            self.n_keys += 1;
            return next;
        }
        let mut in_list = false;
        while let Some(rest) = span.slice(self.raw).strip_prefix("- ").or_else(|| span.slice(self.raw).strip_prefix("-\t")) {
            in_list = true;
            span = Span::new(span.end as usize - rest.len(), span.end as usize).trim(self.raw);
        }
        let indent = span.start as usize - at;
        match self.pair(span) {
            Some((name, value)) => {
                self.stack.truncate(self.stack.partition_point(|above| above.0 < indent));
                let key = self.key_of(name);
                self.stack.push((indent, key, owner(name, key)));
                self.n_keys += 1;
                self.value(key, value.start as usize, next, indent)
            }
            None if in_list => {
                let dash = indent.saturating_sub(2);
                self.stack.truncate(self.stack.partition_point(|above| above.0 <= dash));
                let key = self.stack.last().map_or(Key::Other, |above| above.1);
                self.value(key, span.start as usize, next, dash)
            }
            None => {
                self.n_strangers += usize::from(indent == 0 && !span.slice(self.raw).starts_with([']', '}']));
                next
            }
        }
    }

    /// `key: value`, as the style writes it.
    fn pair(&self, line: Span) -> Option<(&'a str, Span)> {
        let (name, value) = pair(self.raw, line)?;
        let mark = self.raw.as_bytes()[value.start as usize - 1];
        match self.style {
            Style::Toml => (mark == b'=').then_some((name, value)),
            // A colon without a blank after it is part of a value.
            Style::Yaml => {
                (mark == b':' && (value.is_empty() || value.slice(self.raw).starts_with([' ', '\t', '"']))).then_some((name, value))
            }
        }
    }

    /// What a key says where it stands.
    fn key_of(&self, name: &str) -> Key {
        let own = key(name);
        let around = self.stack.last().map(|above| above.2).or(self.table);
        match around {
            None | Some(Owner::Article) => own,
            Some(Owner::Named(named)) if NAMES.contains(&name) => named,
            Some(Owner::Named(Key::Outlet)) if own == Key::Url => own,
            Some(_) => Key::Other,
        }
    }

    /// Reads the value at `at`, on the line that ends before `next`, of a key so far indented; the start of the line after it.
    fn value(&mut self, key: Key, at: usize, next: usize, indent: usize) -> usize {
        let mut span = Span::new(at, next).trim(self.raw);
        // A tag, `!!str`.
        while span.slice(self.raw).starts_with('!') {
            let tag = span.slice(self.raw).find(' ').unwrap_or(span.len());
            span = Span::new(span.start as usize + tag, span.end as usize).trim(self.raw);
        }
        let text = span.slice(self.raw);
        match text.chars().next() {
            None | Some('#') => next,
            Some('|' | '>') if self.style == Style::Yaml && text[1..].split('#').next().is_some_and(|rest| rest.trim().len() <= 2) => {
                self.block(key, next, indent)
            }
            Some('"' | '\'') => match self.quoted(span.start as usize) {
                Some((inner, end)) => {
                    self.push(key, inner);
                    self.next_line(end)
                }
                None => self.plain(key, span, next, indent),
            },
            Some('[' | '{') => match self.flow(key, span.start as usize) {
                Some(end) => self.next_line(end),
                None => self.plain(key, span, next, indent),
            },
            Some(_) => self.plain(key, span, next, indent),
        }
    }

    /// A value without marks, which goes on over lines that are further in.
    fn plain(&mut self, key: Key, first: Span, next: usize, indent: usize) -> usize {
        let mut span = self.without_comment(first);
        let mut at = next;
        while self.style == Style::Yaml && at < self.end {
            let after = self.next_line(at);
            let line = Span::new(at, after).trim(self.raw);
            let further = line.start as usize - at > indent;
            if line.is_empty() || !further || line.slice(self.raw).starts_with(['#', '-']) || self.pair(line).is_some() {
                break;
            }
            span = span.cover(self.without_comment(line));
            at = after;
        }
        self.push(key, span);
        at
    }

    /// A folded or literal value: all lines that are further in.
    fn block(&mut self, key: Key, from: usize, indent: usize) -> usize {
        let (mut at, mut span) = (from, None::<Span>);
        while at < self.end {
            let next = self.next_line(at);
            let line = Span::new(at, next).trim(self.raw);
            if !line.is_empty() {
                if line.start as usize - at <= indent {
                    break;
                }
                span = Some(span.map_or(line, |span| span.cover(line)));
            }
            at = next;
        }
        if let Some(span) = span {
            self.push(key, span);
        }
        at
    }

    /// What stands between the quotation marks that open at `open`, and where they are closed.
    fn quoted(&self, open: usize) -> Option<(Span, usize)> {
        let text = &self.raw[open..self.end];
        let mark = &text[..1];
        let triple = mark.repeat(3);
        if self.style == Style::Toml && text.starts_with(&triple) {
            let end = open + 3 + text[3..].find(&triple)?;
            return Some((Span::new(open + 3, end).trim(self.raw), end + 3));
        }
        let bytes = text.as_bytes();
        let mut at = 1;
        loop {
            match *bytes.get(at)? {
                b'\\' if mark == "\"" => at += 2,
                b'\'' if mark == "'" && self.style == Style::Yaml && bytes.get(at + 1) == Some(&b'\'') => at += 2,
                byte if byte == mark.as_bytes()[0] => return Some((Span::new(open + 1, open + at), open + at + 1)),
                _ => at += 1,
            }
        }
    }

    /// The values in the brackets that open at `open`, and where these are closed.
    fn flow(&mut self, key: Key, open: usize) -> Option<usize> {
        let n_facts = self.facts.len();
        let bytes = self.raw.as_bytes();
        let (mut at, mut depth, mut item, mut of) = (open, 0_usize, open, key);
        while at < self.end {
            let byte = bytes[at];
            match byte {
                b'"' | b'\'' if Span::new(item, at).trim(self.raw).is_empty() => {
                    let Some((inner, end)) = self.quoted(at) else { break };
                    let named = self.raw[end..self.end].trim_start().starts_with([':', '=']);
                    if !named {
                        self.push(of, inner);
                        item = end;
                    }
                    at = end;
                    continue;
                }
                b'[' | b'{' | b']' | b'}' | b',' => {
                    self.push_plain(of, Span::new(item, at));
                    item = at + 1;
                    of = key;
                    match byte {
                        b'[' | b'{' => depth += 1,
                        b',' => {}
                        _ => depth = depth.saturating_sub(1),
                    }
                    if depth == 0 {
                        return Some(at + 1);
                    }
                }
                b':' | b'=' if bytes.get(at + 1).is_none_or(|next| matches!(next, b' ' | b'"' | b'\'')) => {
                    let name = self.raw[item..at].trim().trim_matches(['"', '\'']);
                    of = if NAMES.contains(&name) { key } else { Key::Other };
                    item = at + 1;
                }
                _ => {}
            }
            at += 1;
        }
        self.facts.truncate(n_facts);
        None
    }

    fn push_plain(&mut self, key: Key, span: Span) {
        let span = span.trim(self.raw);
        if !span.is_empty() {
            self.push(key, span);
        }
    }

    fn push(&mut self, key: Key, span: Span) {
        let text = span.slice(self.raw);
        let linked = text.strip_prefix("[[").and_then(|text| text.strip_suffix("]]"));
        let span = if linked.is_some() { Span { start: span.start + 2, end: span.end - 2 } } else { span };
        if !span.is_empty() && !matches!(text, "~" | "null" | "\"\"" | "''") {
            self.facts.push((link_or(self.raw, key, span), span));
        }
    }

    fn without_comment(&self, span: Span) -> Span {
        let text = span.slice(self.raw);
        let end = text.find(" #").or_else(|| text.find("\t#")).unwrap_or(text.len());
        Span::new(span.start as usize, span.start as usize + end).trim(self.raw)
    }

    fn next_line(&self, at: usize) -> usize {
        self.raw[at..self.end].find('\n').map_or(self.end, |end| at + end + 1)
    }
}

/// What keys below `name` are about.
fn owner(name: &str, key: Key) -> Owner {
    match key {
        Key::Other if TRANSPARENT.contains(&name) => Owner::Article,
        Key::Author | Key::Outlet | Key::Agency => Owner::Named(key),
        _ => Owner::Other,
    }
}
