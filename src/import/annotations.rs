//! Notes of a file: W3C Web Annotation (<https://www.w3.org/TR/annotation-model/>), ours and that of other tools: a collection, a page, a
//! list, or one annotation.
//!
//! What is read of an annotation: its target with the words and the place of the passage, the comment and the tags of its bodies, who
//! made it and when. The first tag is the label; others stay with the comment. Who made it is else called as the file is: of thirty
//! pupils' files each has its own name. One without a passage (on a whole page, on another annotation) is left out, and that is told; so are those that
//! Recoupe itself made of what it found. Articles are not here: whether the passage is in one is asked of who has them.

use serde_json::Value;

use super::Refusal;
use super::kind::ending;
use crate::id::Fingerprint;
use crate::notebook::{AROUND, Anchor, Colour, DERIVED_ID, Label, NOTE_ID, Note, NoteFile, label_name};
use crate::span::Span;
use crate::{locale, say};

/// Bytes at the beginning in which a file says what it is.
const HEAD: usize = 4_096;
/// What says it.
const MARKS: [&str; 3] = ["ns/anno.jsonld", "\"Annotation\"", "\"AnnotationCollection\""];
/// A larger file is no notes of people; as JSON it would fill the memory of a tab many times over.
const LARGEST: usize = 64_000_000;
/// Notes of one file; thirty classes do not write more.
const MOST: usize = 50_000;
/// Characters of a comment and of the words of a passage that are kept: longer than any article.
const LONGEST: usize = 100_000;
/// Characters of what an annotation is called: an address.
const LONGEST_ID: usize = 500;
/// Selectors within selectors that are looked through.
const DEEPEST: u32 = 4;

/// What a file of notes gave, with a line for what was left out.
#[derive(Debug)]
pub(super) struct Notes {
    pub file: NoteFile,
    pub left_out: Vec<String>,
}

/// Reads a file of notes; none when it is something else.
pub(super) fn read(name: &str, bytes: &[u8]) -> Option<Result<Notes, Refusal>> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start = bytes.iter().position(|byte| !byte.is_ascii_whitespace())?;
    let head = String::from_utf8_lossy(&bytes[start..bytes.len().min(start + HEAD)]);
    let is_json = head.starts_with(['{', '[']);
    let is_marked = is_json && MARKS.iter().any(|mark| head.contains(mark));
    if !is_marked && ending(name) != "jsonld" {
        return None;
    }
    if bytes.len() > LARGEST {
        return Some(Err(Refusal::TooLarge { bytes: bytes.len() as u64, limit: LARGEST as u64 }));
    }
    Some(match serde_json::from_slice::<Value>(bytes) {
        Ok(value) => {
            let notes = of_value(name, &value);
            // Linked data of another sort holds neither notes nor articles.
            if is_marked || !notes.file.notes.is_empty() { Ok(notes) } else { Err(Refusal::NoArticle) }
        }
        Err(error) => Err(Refusal::Damaged { why: error.to_string() }),
    })
}

fn of_value(name: &str, value: &Value) -> Notes {
    let mut items = Vec::new();
    let mut is_cut = false;
    collect(value, DEEPEST, &mut items);
    let own = value.pointer("/generator/name").and_then(Value::as_str) == Some("Recoupe");
    if items.len() > MOST {
        items.truncate(MOST);
        is_cut = true;
    }
    let mut file = NoteFile { name: name.to_owned(), ..NoteFile::default() };
    let (mut n_nowhere, mut n_found) = (0, 0);
    for item in items {
        let id = item.get("id").and_then(Value::as_str).unwrap_or_default();
        if own && !id.starts_with(NOTE_ID) {
            n_found += 1;
        } else if let Some((note, label)) = note(item, stem(name)) {
            if let Some(label) = label.filter(|label| file.labels.iter().all(|known| known.name != label.name)) {
                file.labels.push(label);
            }
            file.notes.push(note);
        } else {
            n_nowhere += 1;
        }
    }
    Notes { file, left_out: left_out(n_nowhere, n_found, is_cut) }
}

fn left_out(n_nowhere: usize, n_found: usize, is_cut: bool) -> Vec<String> {
    let n = |n: usize| format!("{n}\u{a0}{}", if locale::current().is_one(n) { "annotation" } else { "annotations" });
    let mut lines = Vec::new();
    if n_nowhere > 0 {
        lines.push(say!(format!("{} sans passage lisible", n(n_nowhere)), format!("{} without a passage that can be read", n(n_nowhere))));
    }
    if n_found > 0 {
        lines.push(say!(
            format!("{} de ce que Recoupe a trouvé : ce ne sont pas des notes", n(n_found)),
            format!("{} of what Recoupe found: these are no notes", n(n_found))
        ));
    }
    if is_cut {
        lines.push(say!(format!("au-delà de {MOST} notes : laissé de côté"), format!("beyond {MOST} notes, left out")));
    }
    lines
}

/// The annotations of a collection, its pages, a list; else the value itself, whatever it is.
fn collect<'v>(value: &'v Value, depth: u32, items: &mut Vec<&'v Value>) {
    let inside = ["items", "first", "@graph", "rows"].into_iter().find_map(|field| value.get(field));
    match (value, inside) {
        (Value::Array(all), _) if depth > 0 => all.iter().for_each(|one| collect(one, depth - 1, items)),
        (Value::Object(_), Some(inside)) if depth > 0 && value.get("target").is_none() => collect(inside, depth - 1, items),
        _ => items.push(value),
    }
}

/// One annotation as a note with its label; none when it has no passage.
fn note(item: &Value, file: &str) -> Option<(Note, Option<Label>)> {
    let target = first(item.get("target")?);
    let source = target.get("source").map_or(Some(target), Some).and_then(|source| {
        let named = source.get("id").or_else(|| source.get("name")).unwrap_or(source);
        named.as_str()
    })?;
    let mut anchor = Anchor { article: clipped(source.strip_prefix("urn:recoupe:").unwrap_or(source), LONGEST), ..Anchor::default() };
    select(target.get("selector")?, DEEPEST, &mut anchor);
    if anchor.exact.is_empty() && anchor.span.is_empty() {
        return None;
    }
    let bodies = item.get("body").or_else(|| item.get("bodyValue"));
    let (text, tags) = bodies.map(said).unwrap_or_default();
    let mut tags = tags.into_iter().map(|tag| label_name(&tag)).filter(|tag| !tag.is_empty());
    let label = tags.next();
    let text = tags.fold(text, |text, tag| [&*text, if text.is_empty() { "#" } else { "\n#" }, &*tag].concat());
    let colour = target.get("styleClass").map(first).and_then(Value::as_str).and_then(Colour::of_label).unwrap_or_default();
    let id = item.get("id").and_then(Value::as_str).filter(|id| id.contains(':') && !id.starts_with(DERIVED_ID));
    let id = id.map(|id| if id.starts_with(NOTE_ID) { clipped(id, LONGEST_ID) } else { foreign(id, &anchor) });
    let edited = item.get("modified").and_then(Value::as_str).map(|edited| clipped(edited, 40));
    let made = item.get("created").and_then(Value::as_str).map(|made| clipped(made, 40));
    let author = Some(item.get("creator").map(first).and_then(person).unwrap_or_else(|| file.to_owned()));
    let note = Note { id, anchor, label: label.clone(), text: clipped(&text, LONGEST), author, made, edited };
    Some((note, label.map(|name| Label { name, colour })))
}

/// What the annotation of another tool is called here. Tools that call them `…/anno1` in every file do not mean one and the same.
fn foreign(id: &str, anchor: &Anchor) -> String {
    let number = Fingerprint::of([id, &*anchor.article, &*anchor.exact].join("\u{0}").as_bytes()).0;
    format!("{NOTE_ID}{number:016x}")
}

/// Reads words and place of whatever selectors there are; the first of each sort counts.
fn select(selector: &Value, depth: u32, anchor: &mut Anchor) {
    if let Value::Array(all) = selector {
        all.iter().for_each(|one| select(one, depth, anchor));
        return;
    }
    let words = |field: &str| selector.get(field).and_then(Value::as_str).unwrap_or_default();
    let number = |field: &str| selector.get(field).and_then(Value::as_u64).and_then(|n| u32::try_from(n).ok());
    match words("type") {
        "TextQuoteSelector" if anchor.exact.is_empty() => {
            anchor.exact = clipped(words("exact"), LONGEST);
            let prefix: Vec<char> = words("prefix").chars().collect();
            anchor.prefix = prefix[prefix.len().saturating_sub(AROUND)..].iter().collect();
            anchor.suffix = clipped(words("suffix"), AROUND);
        }
        "TextPositionSelector" if anchor.span.is_empty() => {
            if let (Some(start), Some(end)) = (number("start"), number("end")) {
                anchor.span = Span { start, end: end.max(start) };
            }
        }
        _ => {}
    }
    if let (Some(refined), true) = (selector.get("refinedBy"), depth > 0) {
        select(refined, depth - 1, anchor);
    }
}

/// Comment and tags of one body or of several.
fn said(body: &Value) -> (String, Vec<String>) {
    let all = match body {
        Value::Array(all) => &all[..],
        one => std::slice::from_ref(one),
    };
    let (mut texts, mut tags) = (Vec::new(), Vec::new());
    for body in all {
        let value = body.as_str().or_else(|| body.get("value").and_then(Value::as_str)).map(str::trim).unwrap_or_default();
        let purpose = body.get("purpose").map(first).and_then(Value::as_str).unwrap_or("commenting");
        match purpose {
            _ if value.is_empty() => {}
            "tagging" => tags.push(value.to_owned()),
            _ => texts.push(value),
        }
    }
    (texts.join("\n"), tags)
}

/// What a person is called: by name, else by their address.
fn person(creator: &Value) -> Option<String> {
    let field = |field: &str| creator.get(field).map(first).and_then(Value::as_str);
    let named = creator.as_str().or_else(|| field("name")).or_else(|| field("nickname")).or_else(|| field("id"))?;
    Some(label_name(named)).filter(|name| !name.is_empty())
}

/// A value, or the first of several.
fn first(value: &Value) -> &Value {
    value.as_array().and_then(|all| all.first()).unwrap_or(value)
}

fn clipped(text: &str, most: usize) -> String {
    text.chars().take(most).collect()
}

/// The name of a file without folders and ending.
fn stem(name: &str) -> &str {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map_or(file, |(stem, _)| stem)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;
    use serde_json::json;

    use super::*;

    fn notes(name: &str, value: &Value) -> Notes {
        read(name, value.to_string().as_bytes()).expect("it is recognised").expect("it is read")
    }

    fn annotation(more: &Value) -> Value {
        let mut one = json!({
            "@context": "http://www.w3.org/ns/anno.jsonld", "type": "Annotation",
            "target": { "source": "https://journal.example/a.html",
                "selector": { "type": "TextQuoteSelector", "exact": "le port", "prefix": "ferme ", "suffix": "." } },
        });
        one.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        one
    }

    #[test]
    fn what_other_tools_write_is_read_in_each_of_its_shapes() {
        let bodies = json!({ "body": [
            { "type": "TextualBody", "value": "Lequel ?", "purpose": "commenting" },
            { "type": "TextualBody", "value": "Lieu", "purpose": "tagging" }, { "value": "Doute", "purpose": ["tagging"] } ],
            "creator": { "id": "acct:ana@example", "name": "Ana" }, "created": "2026-01-02T03:04:05Z" });
        let one = annotation(&bodies);
        let page = json!({ "@context": "http://www.w3.org/ns/anno.jsonld", "type": "AnnotationPage", "items": [one] });
        let collection = json!({ "@context": ["http://www.w3.org/ns/anno.jsonld"], "type": "AnnotationCollection", "first": page });
        for value in [one.clone(), json!([one]), page.clone(), collection] {
            let Notes { file, left_out } = notes("eleve.json", &value);
            assert_eq!((file.notes.len(), left_out.len(), &*file.labels[0].name), (1, 0, "Lieu"));
            let note = &file.notes[0];
            assert_eq!((&*note.anchor.article, &*note.anchor.exact), ("https://journal.example/a.html", "le port"));
            assert_eq!((note.label.as_deref(), &*note.text, note.author.as_deref()), (Some("Lieu"), "Lequel ?\n#Doute", Some("Ana")));
        }
    }

    #[test]
    fn who_is_not_named_is_called_as_the_file_is() {
        let file = notes("classe/Bo Li.jsonld", &annotation(&json!({ "body": "Oui." }))).file;
        assert_eq!((file.notes[0].author.as_deref(), &*file.notes[0].text), (Some("Bo Li"), "Oui."));
    }

    #[test]
    fn an_annotation_without_a_passage_is_left_out_and_told() {
        let nowhere = annotation(&json!({ "target": "https://journal.example/a.html" }));
        let Notes { file, left_out } = notes("a.json", &json!([nowhere, annotation(&json!({})), 3, "x"]));
        assert_eq!((file.notes.len(), left_out), (1, vec!["3\u{a0}annotations sans passage lisible".to_owned()]));
    }

    #[test]
    fn what_is_damaged_is_said_and_what_is_something_else_is_passed_on() {
        let whole = annotation(&json!({})).to_string();
        assert!(matches!(read("a.json", &whole.as_bytes()[..whole.len() - 9]), Some(Err(Refusal::Damaged { .. }))));
        assert!(matches!(read("a.jsonld", b"Pas du tout."), Some(Err(Refusal::Damaged { .. }))));
        assert!(matches!(read("a.jsonld", b"{\"@type\": \"NewsArticle\"}"), Some(Err(Refusal::NoArticle))));
        assert!(read("a.json", b"[{\"titre\": \"Un port\", \"texte\": \"Le port ferme.\"}]").is_none());
        assert!(read("a.txt", b"Il dit : \"Annotation\".").is_none());
        assert!(read("vide.jsonld", b"  ").is_none());
    }

    #[test]
    fn what_recoupe_found_is_no_note() {
        let found = annotation(&json!({ "id": "urn:recoupe:003.txt#4" }));
        let all = json!({ "@context": "http://www.w3.org/ns/anno.jsonld", "generator": { "name": "Recoupe" }, "items": [found] });
        let Notes { file, left_out } = notes("a.jsonld", &all);
        assert_eq!((file.notes.len(), left_out.len()), (0, 1));
    }

    #[test]
    fn a_label_of_three_hundred_characters_is_kept_whole() {
        let long = "é".repeat(300);
        let file = notes("a.jsonld", &annotation(&json!({ "body": { "value": long, "purpose": "tagging" } }))).file;
        assert_eq!((file.labels[0].name.as_str(), file.notes[0].label.as_deref()), (&*long, Some(&*long)));
    }

    proptest! {
        #[test]
        fn a_spoiled_file_of_notes_ends_in_an_answer(at in any::<prop::sample::Index>(), byte in any::<u8>()) {
            let mut bytes = json!({ "items": [annotation(&json!({ "body": ["x", { "purpose": 4 }], "creator": [] }))] }).to_string().into_bytes();
            let at = at.index(bytes.len());
            bytes[at] = byte;
            let _ = read("a.jsonld", &bytes);
            bytes.truncate(at);
            if let Some(Ok(notes)) = read("a.jsonld", &bytes) {
                prop_assert!(notes.file.notes.len() <= 1);
            }
        }
    }
}
