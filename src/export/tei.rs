//! The articles with what was found in them, as TEI P5 (<https://tei-c.org/guidelines/p5/>): for editors, concordancers and archives.
//!
//! One `teiCorpus`, one `TEI` an article. Names are `persName`, `orgName`, `placeName`, else `name`, with a reference to the list of
//! entities; quotations `said` or `quote` with who speaks; times `date`, figures `num`. An element of XML cannot cross another: of marks
//! that cross the one that begins first stands, the others are left out and counted in the header. Only the article is written, not the
//! furniture of its page.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::Layers;
use crate::corpus::{Corpus, Document, Fact, ZoneKind};
use crate::entities::{Entity, EntityKind};
use crate::figures::Value;
use crate::quotes::QuoteKind;
use crate::span::Span;
use crate::text::markup::escaped;

/// One mark: where, and the element's name with its attributes.
struct Mark {
    span: Span,
    name: &'static str,
    attributes: Vec<(&'static str, String)>,
}

/// The whole corpus.
pub fn tei(corpus: &Corpus, layers: Layers) -> String {
    let mut xml =
        String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<teiCorpus xmlns=\"http://www.tei-c.org/ns/1.0\" version=\"5.0\">\n");
    xml.push_str("<teiHeader><fileDesc><titleStmt><title>");
    text(&mut xml, corpus.title.as_deref().unwrap_or("Recoupe"));
    xml.push_str("</title></titleStmt><publicationStmt><p>Recoupe ");
    xml.push_str(env!("CARGO_PKG_VERSION"));
    xml.push_str("</p></publicationStmt><sourceDesc>");
    entities(&mut xml, &layers.entities.entities);
    xml.push_str("</sourceDesc></fileDesc></teiHeader>\n");
    corpus.documents.iter().for_each(|document| article(&mut xml, document, layers));
    xml.push_str("</teiCorpus>\n");
    xml
}

/// Entities by kind, each with an identifier that the mentions point at.
fn entities(xml: &mut String, all: &[Entity]) {
    let mut lists: BTreeMap<(&str, &str, &str), Vec<&Entity>> = BTreeMap::new();
    for entity in all {
        lists.entry(list_of(entity.kind)).or_default().push(entity);
    }
    for ((list, item, name), entities) in lists {
        let _ = write!(xml, "\n<{list}>");
        for entity in entities {
            let _ = write!(xml, "<{item}");
            attribute(xml, "xml:id", &identifier(&entity.slug));
            let _ = write!(xml, "><{name}>");
            text(xml, &entity.name);
            let _ = write!(xml, "</{name}>");
            if let Some(id) = &entity.wikidata {
                xml.push_str("<idno type=\"Wikidata\">");
                text(xml, id);
                xml.push_str("</idno>");
            }
            let _ = write!(xml, "</{item}>");
        }
        let _ = write!(xml, "</{list}>");
    }
    if all.is_empty() {
        xml.push_str("<p/>");
    }
}

/// List, item and name of a kind.
fn list_of(kind: EntityKind) -> (&'static str, &'static str, &'static str) {
    match kind {
        EntityKind::Person => ("listPerson", "person", "persName"),
        EntityKind::Organisation | EntityKind::Media | EntityKind::Group => ("listOrg", "org", "orgName"),
        EntityKind::Place => ("listPlace", "place", "placeName"),
        EntityKind::Event => ("listEvent", "event", "label"),
        EntityKind::Law | EntityKind::Product => ("listObject", "object", "objectName"),
    }
}

/// A slug as an XML identifier.
fn identifier(slug: &str) -> String {
    slug.chars().map(|c| if c.is_ascii_alphanumeric() || c == '-' { c } else { '.' }).collect()
}

fn article(xml: &mut String, document: &Document, layers: Layers) {
    let (marks, n_crossing) = nested(marks(document, layers));
    let _ = write!(xml, "<TEI");
    attribute(xml, "xml:lang", document.language.code());
    attribute(xml, "n", &document.name);
    xml.push_str("><teiHeader><fileDesc><titleStmt><title>");
    let one = |fact: &Option<Fact<String>>| fact.as_ref().map(|fact| fact.value.clone()).unwrap_or_default();
    text(xml, &one(&document.metadata.title));
    xml.push_str("</title>");
    for author in &document.metadata.authors {
        xml.push_str("<author>");
        text(xml, &author.value);
        xml.push_str("</author>");
    }
    xml.push_str("</titleStmt><publicationStmt><publisher>");
    text(xml, &one(&document.metadata.outlet));
    xml.push_str("</publisher>");
    if let Some(published) = &document.metadata.published {
        xml.push_str("<date");
        attribute(xml, "when", &published.value);
        attribute(xml, "cert", if published.is_inferred() { "low" } else { "high" });
        xml.push_str("/>");
    }
    let _ = writeln!(
        xml,
        "</publicationStmt><sourceDesc><p>{n_crossing} marks left out, for they cross others</p></sourceDesc></fileDesc></teiHeader><text><body>"
    );
    for zone in document.zones.iter().filter(|zone| zone.kind.is_article()) {
        let element = if matches!(zone.kind, ZoneKind::Title | ZoneKind::Heading) { "head" } else { "p" };
        let _ = write!(xml, "<{element}");
        attribute(xml, "type", zone.kind.label());
        xml.push('>');
        let inside: Vec<&Mark> = marks.iter().filter(|mark| zone.span.start <= mark.span.start && mark.span.end <= zone.span.end).collect();
        write_marked(xml, document.text(), zone.span, &inside);
        let _ = writeln!(xml, "</{element}>");
    }
    xml.push_str("</body></text></TEI>\n");
}

fn marks(document: &Document, layers: Layers) -> Vec<Mark> {
    let Layers { entities, times, figures, quotes, .. } = layers;
    let pointer = |id: crate::id::EntityId| entities.entities.get(id.index()).map(|entity| format!("#{}", identifier(&entity.slug)));
    let mut marks = Vec::new();
    for quote in quotes.quotes_in(document.id) {
        let name = match quote.kind {
            QuoteKind::Direct | QuoteKind::Partial | QuoteKind::Indirect => "said",
            QuoteKind::Title => "title",
            QuoteKind::Scare => "soCalled",
        };
        let mut attributes = Vec::new();
        if name == "said" {
            attributes.push(("direct", (quote.kind != QuoteKind::Indirect).to_string()));
            attributes.extend(quote.speaker.and_then(|speaker| speaker.entity).and_then(pointer).map(|who| ("who", who)));
        }
        marks.push(Mark { span: quote.span, name, attributes });
    }
    for mention in entities.mentions_in(document.id) {
        let name = match mention.kind {
            EntityKind::Person => "persName",
            EntityKind::Organisation | EntityKind::Media | EntityKind::Group => "orgName",
            EntityKind::Place => "placeName",
            EntityKind::Event | EntityKind::Law | EntityKind::Product => "name",
        };
        marks.push(Mark { span: mention.span, name, attributes: pointer(mention.entity).map(|to| ("ref", to)).into_iter().collect() });
    }
    for time in times.times_in(document.id) {
        let when = [("from", time.earliest), ("to", time.latest)];
        let mut attributes: Vec<_> = when.into_iter().filter_map(|(name, day)| Some((name, day?.iso()))).collect();
        if let [(_, from), (_, to)] = &attributes[..]
            && from == to
        {
            attributes = vec![("when", from.clone())];
        }
        marks.push(Mark { span: time.span, name: "date", attributes });
    }
    for figure in figures.figures_in(document.id) {
        let attributes = match figure.value {
            Value::Number(number) => vec![("value", number.to_f64().to_string())],
            Value::Range(least, most) => vec![("atLeast", least.to_f64().to_string()), ("atMost", most.to_f64().to_string())],
            Value::Ratio { .. } => Vec::new(),
        };
        marks.push(Mark { span: figure.span, name: "num", attributes });
    }
    marks
}

/// The marks in order, outer before inner, without those that cross one before; how many that are.
fn nested(mut marks: Vec<Mark>) -> (Vec<Mark>, usize) {
    marks.retain(|mark| mark.span.start < mark.span.end);
    marks.sort_by_key(|mark| (mark.span.start, std::cmp::Reverse(mark.span.end)));
    let n = marks.len();
    let mut open: Vec<u32> = Vec::new();
    marks.retain(|mark| {
        while open.last().is_some_and(|end| *end <= mark.span.start) {
            open.pop();
        }
        let fits = open.last().is_none_or(|end| mark.span.end <= *end);
        if fits {
            open.push(mark.span.end);
        }
        fits
    });
    let left_out = n - marks.len();
    (marks, left_out)
}

fn write_marked(xml: &mut String, source: &str, span: Span, marks: &[&Mark]) {
    let (mut at, mut open): (u32, Vec<&Mark>) = (span.start, Vec::new());
    let close = |xml: &mut String, at: &mut u32, mark: &Mark| {
        text(xml, &source[*at as usize..mark.span.end as usize]);
        let _ = write!(xml, "</{}>", mark.name);
        *at = mark.span.end;
    };
    for mark in marks {
        while open.last().is_some_and(|last| last.span.end <= mark.span.start) {
            close(xml, &mut at, open.pop().expect("one is open"));
        }
        text(xml, &source[at as usize..mark.span.start as usize]);
        at = mark.span.start;
        let _ = write!(xml, "<{}", mark.name);
        mark.attributes.iter().for_each(|(name, value)| attribute(xml, name, value));
        xml.push('>');
        open.push(mark);
    }
    while let Some(mark) = open.pop() {
        close(xml, &mut at, mark);
    }
    text(xml, &source[at as usize..span.end as usize]);
}

fn attribute(xml: &mut String, name: &str, value: &str) {
    let _ = write!(xml, " {name}=\"");
    xml.push_str(&escaped(value));
    xml.push('"');
}

fn text(xml: &mut String, words: &str) {
    xml.push_str(&escaped(words));
}
