//! What a page of HTML says of its article in `application/ld+json`: headline, dates, authors, publisher.
//!
//! The first object that calls itself an article is read. The notation is scanned, not parsed: what is broken yields what
//! can be read of it, and every value keeps its place in the page.

use super::front_matter::Key;
use crate::span::Span;

/// An object, or a string of an object.
struct Node<'a> {
    /// Place of the object that holds it; its own for the outermost.
    parent: usize,
    /// An item of a list has the key of the list.
    key: &'a str,
    /// Nothing for an object.
    text: Option<Span>,
}

/// Objects within objects; deeper ones are no statement about an article.
const DEEPEST: usize = 12;

/// Facts in `script`, a script with its tags.
pub(super) fn facts(raw: &str, script: Span) -> Vec<(Key, Span)> {
    let nodes = nodes(raw, script);
    let text = |node: &Node| node.text.map(|span| span.slice(raw));
    let is_article = |node: &&Node| {
        let of_article = |text: &str| text.ends_with("Article") || matches!(text, "LiveBlogPosting" | "BlogPosting" | "Report");
        node.key == "@type" && text(node).is_some_and(of_article)
    };
    let Some(article) = nodes.iter().find(is_article).map(|node| node.parent) else { return Vec::new() };
    let mut found = Vec::new();
    for (place, node) in nodes.iter().enumerate().filter(|(place, node)| node.parent == article && *place != article) {
        let key = match node.key {
            "headline" => Key::Title,
            "datePublished" => Key::Published,
            "dateModified" => Key::Updated,
            "author" | "creator" => Key::Author,
            "publisher" => Key::Outlet,
            _ => continue,
        };
        let named = || nodes.iter().find(|inner| inner.parent == place && inner.key == "name").and_then(|name| name.text);
        if let Some(span) = node.text.or_else(named).filter(|span| !span.slice(raw).trim().is_empty()) {
            found.push((key, span));
        }
    }
    found
}

fn nodes(raw: &str, script: Span) -> Vec<Node<'_>> {
    let mut nodes = Vec::new();
    // Open objects with the key that is being told; lists with the key that they were told under.
    let mut open: Vec<(char, usize, &str)> = Vec::new();
    let mut before_value = true;
    let start = script.start as usize + script.slice(raw).find('>').map_or(script.len(), |at| at + 1);
    let mut at = start;
    while let Some(c) = raw[at..script.end as usize].chars().next() {
        let here = open.last().copied().unwrap_or(('[', 0, ""));
        at += c.len_utf8();
        match c {
            '{' if open.len() < DEEPEST => {
                nodes.push(Node { parent: here.1, key: here.2, text: None });
                open.push(('{', nodes.len() - 1, ""));
                before_value = false;
            }
            '[' if open.len() < DEEPEST => open.push(('[', here.1, here.2)),
            '{' | '[' => return nodes,
            '}' | ']' => {
                open.pop();
                before_value = false;
            }
            ':' => before_value = true,
            ',' => before_value = here.0 == '[',
            '"' => {
                let end = end_of_string(raw, at, script.end as usize);
                let span = Span::new(at, end);
                if before_value || here.0 == '[' {
                    nodes.push(Node { parent: here.1, key: here.2, text: Some(span) });
                } else if let Some(top) = open.last_mut() {
                    top.2 = span.slice(raw);
                }
                at = (end + 1).min(script.end as usize);
            }
            _ => {}
        }
    }
    nodes
}

fn end_of_string(raw: &str, from: usize, end: usize) -> usize {
    let mut escaped = false;
    for (at, c) in raw[from..end].char_indices() {
        match c {
            '"' if !escaped => return from + at,
            '\\' => escaped = !escaped,
            _ => escaped = false,
        }
    }
    end
}

/// The text of a string with its escapes resolved.
pub(super) fn unescaped(text: &str) -> String {
    let mut units: Vec<u16> = Vec::with_capacity(text.len());
    let mut chars = text.chars();
    let mut unit = [0; 2];
    while let Some(c) = chars.next() {
        if c != '\\' {
            units.extend_from_slice(c.encode_utf16(&mut unit));
            continue;
        }
        match chars.next() {
            Some('u') => {
                let rest = chars.as_str();
                let code = rest.get(..4).and_then(|digits| u16::from_str_radix(digits, 16).ok());
                if let Some(code) = code {
                    units.push(code);
                    chars = rest[4..].chars();
                }
            }
            Some('n' | 't' | 'r') => units.push(u16::from(b' ')),
            Some(c) => units.extend_from_slice(c.encode_utf16(&mut unit)),
            None => {}
        }
    }
    String::from_utf16_lossy(&units)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(raw: &str) -> Vec<(Key, String)> {
        facts(raw, Span::of(raw)).into_iter().map(|(key, span)| (key, unescaped(span.slice(raw)))).collect()
    }

    #[test]
    fn the_article_of_a_graph_is_read_whatever_stands_around_it() {
        let found = read(
            r#"<script type="application/ld+json">{"@context":"https://schema.org","@graph":[{"@type":"BreadcrumbList","itemListElement":[{"@type":"ListItem","name":"Accueil"}]},
            {"headline":"Cr\u00fbe : \"la digue\" tient","@type":["NewsArticle"],"datePublished":"2021-03-12T14:05:00+01:00","image":{"@type":"ImageObject","name":"x"},
            "author":[{"@type":"Person","name":"Ana Petit"},{"name":"Luc Mas"}],"publisher":{"@type":"Organization","name":"Le Fleuve"}}]}</script>"#,
        );
        let expected = [
            (Key::Title, "Crûe : \"la digue\" tient"),
            (Key::Published, "2021-03-12T14:05:00+01:00"),
            (Key::Author, "Ana Petit"),
            (Key::Author, "Luc Mas"),
            (Key::Outlet, "Le Fleuve"),
        ];
        let found: Vec<(Key, &str)> = found.iter().map(|(key, text)| (*key, text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn what_is_no_article_says_nothing() {
        assert_eq!(read(r#"<script>{"@type":"WebSite","headline":"Un site","author":"Moi"}</script>"#), []);
    }

    proptest! {
        #[test]
        fn broken_notation_is_read_too(text in r#"[{}\[\]":,\\ué@]{0,60}|("@type":"Article"|"author":|[{}\[\]",]){0,30}"#) {
            let raw = format!("<script>{text}</script>");
            read(&raw);
        }
    }
}
