//! Nexis (LexisNexis): the page of HTML that its older interface delivered, with up to five hundred documents.
//!
//! A comment `<DOCFULL>` stands around each document. Classes have numbers only; the one whose style says `14pt` is the
//! title's. Outlet and date stand above it, then lines such as `BYLINE: …` and `LENGTH: …`, the text, and further such lines.

use super::cells::people;
use super::press_base::Record;
use super::press_page::{self, Block};
use crate::corpus::page;

/// What a labelled line is about.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Label {
    Byline,
    Lead,
    /// The text follows.
    Length,
    Url,
    /// Anything else above the text.
    Above,
    /// Below the text.
    Below,
}

const LABELS: [(&str, Label); 34] = [
    ("BYLINE", Label::Byline),
    ("AUTEUR", Label::Byline),
    ("AUTOR", Label::Byline),
    ("HIGHLIGHT", Label::Lead),
    ("ENCART", Label::Lead),
    ("LENGTH", Label::Length),
    ("LONGUEUR", Label::Length),
    ("LÄNGE", Label::Length),
    ("BODY", Label::Length),
    ("CORPS", Label::Length),
    ("SECTION", Label::Above),
    ("RUBRIQUE", Label::Above),
    ("RUBRIK", Label::Above),
    ("DATELINE", Label::Above),
    ("ORIGINE-DEPECHE", Label::Above),
    ("SERIES", Label::Above),
    ("URL", Label::Url),
    ("LOAD-DATE", Label::Below),
    ("DATE-CHARGEMENT", Label::Below),
    ("UPDATE", Label::Below),
    ("LANGUAGE", Label::Below),
    ("LANGUE", Label::Below),
    ("SPRACHE", Label::Below),
    ("GRAPHIC", Label::Below),
    ("ILLUSTRATION", Label::Below),
    ("PUBLICATION-TYPE", Label::Below),
    ("TYPE-PUBLICATION", Label::Below),
    ("DOCUMENT-TYPE", Label::Below),
    ("JOURNAL-CODE", Label::Below),
    ("SUBJECT", Label::Below),
    ("NOTES", Label::Below),
    ("CORRECTION", Label::Below),
    ("CORRECTION-DATE", Label::Below),
    ("COPYRIGHT", Label::Below),
];

/// The articles of an export; `None` when `raw` is none.
pub(super) fn read(raw: &str) -> Option<Vec<Record>> {
    if !raw.contains("<DOCFULL>") || !raw.contains("DOCUMENT") {
        return None;
    }
    let title_class = title_class(raw);
    let part = |part: &str| {
        // The comment goes on after its tag.
        let start = part.find("-->").map_or(0, |at| at + 3);
        let end = part.find("</DOCFULL>").unwrap_or(part.len()).max(start);
        let end = part[start..end].rfind("<!--").map_or(end, |at| start + at);
        record(&press_page::whole(&part[start..end]), title_class.as_deref())
    };
    Some(raw.split("<DOCFULL>").skip(1).map(part).collect())
}

/// `.c6`, of whose rule the size is 14 points.
fn title_class(raw: &str) -> Option<String> {
    let style = &raw[..raw.find("</STYLE>").or_else(|| raw.find("</style>"))?];
    let rule = style.lines().find(|line| line.contains("14pt"))?;
    Some(rule.split('{').next()?.trim().to_owned()).filter(|class| class.starts_with('.'))
}

fn record(blocks: &[Block], title_class: Option<&str>) -> Record {
    let mut record = Record::default();
    let mut below_length = false;
    for block in blocks {
        let text = block.text.as_str();
        let is_title = title_class.is_some_and(|class| block.is_in(class));
        match label(text) {
            Some((Label::Byline, value)) => record.authors.extend(people(value)),
            Some((Label::Lead, value)) => record.paragraphs.push(value.to_owned()),
            Some((Label::Length, _)) => below_length = true,
            Some((Label::Url, value)) => record.url = Some(value.to_owned()).filter(|value| value.starts_with("http")),
            Some((Label::Below, _)) if below_length => below_length = false,
            Some(_) => {}
            None if is_title && !below_length => {
                let space = if record.title.is_empty() { "" } else { " " };
                record.title = format!("{}{space}{text}", record.title);
            }
            None if below_length && is_copyright(text) => below_length = false,
            None if below_length => record.paragraphs.push(text.to_owned()),
            None if is_counter(text) => {}
            None if record.outlet.is_empty() => record.outlet = text.to_owned(),
            None if record.published.is_none() => record.published = page::first_date(text),
            None => {}
        }
    }
    record
}

/// `LENGTH: 239 words`.
fn label(text: &str) -> Option<(Label, &str)> {
    let (name, value) = text.split_once(':')?;
    let label = LABELS.iter().find(|(known, _)| *known == name.trim()).map(|(_, label)| *label)?;
    Some((label, value.trim()))
}

/// `1 of 74 DOCUMENTS`.
fn is_counter(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit()) && text.contains("DOCUMENT") && text.len() < 40
}

fn is_copyright(text: &str) -> bool {
    text.starts_with("Copyright") && text.len() < 200
}
