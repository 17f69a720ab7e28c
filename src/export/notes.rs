//! What people noted, for others: as W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>), which reads back, as a table, as
//! Markdown to read.
//!
//! Places count Unicode scalars of the raw text, as all exports do; the words with those around them stand beside, so that a reader
//! with another text finds the passage. The label is a body that tags, the comment one that comments, the colour the class of style
//! of the target. Who writes here is called by the name they gave, else by none.

use std::collections::BTreeMap;

use serde_json::{Value, json};

use super::ScalarOffsets;
use crate::corpus::Document;
use crate::notebook::{Anchor, Label, Note, Notebook};
use crate::say;
use crate::span::Span;
use crate::text::filling;

/// A note with where it stands, as far as that is known.
#[derive(Clone, Copy, Debug)]
pub struct PlacedNote<'n> {
    pub note: &'n Note,
    pub at: Option<(&'n Document, Span)>,
}

/// All notes as one collection.
pub fn note_annotations(notebook: &Notebook, placed: &[PlacedNote], title: &str) -> String {
    let mut offsets = BTreeMap::new();
    let items: Vec<Value> = placed
        .iter()
        .map(|placed| {
            let at = placed.at.map(|(document, span)| {
                let offsets = offsets.entry(document.id).or_insert_with(|| ScalarOffsets::of(&document.raw));
                (document, span, offsets.span(span))
            });
            let mut selectors = Vec::new();
            if let Some((.., place)) = at {
                selectors.push(json!({ "type": "TextPositionSelector", "start": place.start, "end": place.end }));
            }
            selectors.push(quote(placed));
            annotation(notebook, placed, selectors)
        })
        .collect();
    let collection = json!({
        "@context": "http://www.w3.org/ns/anno.jsonld",
        "type": "AnnotationCollection",
        "label": title,
        "generator": { "type": "Software", "name": "Recoupe", "version": env!("CARGO_PKG_VERSION") },
        "total": items.len(),
        "first": { "type": "AnnotationPage", "startIndex": 0, "items": items },
    });
    format!("{collection:#}\n")
}

/// The words as they stand in the raw text, or as they were when they were noted.
fn quote(placed: &PlacedNote) -> Value {
    let anchor = &placed.note.anchor;
    let (exact, prefix, suffix) = match placed.at {
        Some((document, span)) => {
            let raw = Anchor::of(&document.name, &document.raw, span);
            (raw.exact, raw.prefix, raw.suffix)
        }
        None => (anchor.exact.clone(), anchor.prefix.clone(), anchor.suffix.clone()),
    };
    json!({ "type": "TextQuoteSelector", "exact": exact, "prefix": prefix, "suffix": suffix })
}

fn annotation(notebook: &Notebook, placed: &PlacedNote, selectors: Vec<Value>) -> Value {
    let PlacedNote { note, at } = placed;
    let article = at.map_or(&*note.anchor.article, |(document, _)| &*document.name);
    let mut bodies = Vec::new();
    if !note.text.is_empty() {
        bodies.push(json!({ "type": "TextualBody", "purpose": "commenting", "format": "text/plain", "value": note.text }));
    }
    if let Some(label) = &note.label {
        bodies.push(json!({ "type": "TextualBody", "purpose": "tagging", "value": label }));
    }
    let mut target = json!({ "source": format!("urn:recoupe:{article}"), "selector": selectors });
    if let Some(Label { colour, .. }) = note.label.as_deref().and_then(|name| notebook.label(name)) {
        target["styleClass"] = json!(colour.label());
    }
    let author = note.author.as_ref().or(notebook.author.as_ref());
    let mut annotation = json!({
        "id": note.name(notebook.author.as_deref()),
        "type": "Annotation",
        "motivation": if note.text.is_empty() { "highlighting" } else { "commenting" },
        "body": bodies,
        "target": target,
    });
    if let Some(author) = author {
        annotation["creator"] = json!({ "type": "Person", "name": author });
    }
    if let Some(made) = &note.made {
        annotation["created"] = json!(made);
    }
    if let Some(edited) = &note.edited {
        annotation["modified"] = json!(edited);
    }
    annotation
}

/// The rows of all notes, the heads first.
pub fn note_rows(notebook: &Notebook, placed: &[PlacedNote]) -> Vec<Vec<String>> {
    let heads: [&str; 8] = say!(
        ["article", "média", "début", "fin", "passage", "étiquette", "commentaire", "auteur"],
        ["article", "outlet", "start", "end", "passage", "label", "comment", "author"]
    );
    let row = |placed: &PlacedNote| {
        let note = placed.note;
        let place = placed.at.map(|(document, span)| ScalarOffsets::of(&document.raw).span(span));
        let [start, end] = [place.map(|place| place.start), place.map(|place| place.end)];
        let number = |n: Option<u32>| n.map_or_else(String::new, |n| n.to_string());
        let author = note.author.as_ref().or(notebook.author.as_ref());
        vec![
            placed.at.map_or_else(|| note.anchor.article.clone(), |(document, _)| document.name.clone()),
            outlet(placed),
            number(start),
            number(end),
            filling::in_one_line(&note.anchor.exact),
            note.label.clone().unwrap_or_default(),
            note.text.clone(),
            author.cloned().unwrap_or_default(),
        ]
    };
    std::iter::once(heads.map(str::to_owned).to_vec()).chain(placed.iter().map(row)).collect()
}

fn outlet(placed: &PlacedNote) -> String {
    let outlet = placed.at.and_then(|(document, _)| document.metadata.outlet.as_ref());
    outlet.map_or_else(String::new, |outlet| outlet.value.clone())
}

/// All notes to read, article by article in the order in which they are given.
pub fn note_markdown(notebook: &Notebook, placed: &[PlacedNote], title: &str) -> String {
    let mut text = format!("# {}\n", plain(title));
    let mut before: Option<&str> = None;
    for placed in placed {
        let note = placed.note;
        let article = placed.at.map_or(&*note.anchor.article, |(document, _)| &*document.name);
        if before != Some(article) {
            let outlet = outlet(placed);
            let gap = if outlet.is_empty() { "" } else { " · " };
            text.push_str(&format!("\n## {}{gap}{}\n", plain(&outlet), plain(article)));
            before = Some(article);
        }
        text.push_str(&format!("\n> {}\n", plain(&filling::in_one_line(&note.anchor.exact))));
        let author = note.author.as_ref().or(notebook.author.as_ref());
        let label = note.label.as_ref().map(|label| format!("**{}**", plain(label)));
        let said = Some(plain(&note.text)).filter(|said| !said.is_empty());
        let line: Vec<String> = [label, said, author.map(|author| format!("({})", plain(author)))].into_iter().flatten().collect();
        if !line.is_empty() {
            text.push_str(&format!("\n{}\n", line.join(" ")));
        }
    }
    text
}

/// Words in one line, with what Markdown would read as a sign made plain.
fn plain(words: &str) -> String {
    let mut plain = String::with_capacity(words.len());
    for c in words.split_whitespace().collect::<Vec<_>>().join(" ").chars() {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|') {
            plain.push('\\');
        }
        plain.push(c);
    }
    plain
}
