//! Word documents as people meet them: the text as it reads once all tracked changes are accepted.
//!
//! Headers, footers and comments are no part of the article. Hidden text and the results of fields are text as any other.

use super::package::{Budget, Package, Ratio};
use super::prose::Prose;
use super::xml::{self, Piece};
use super::{Refusal, properties};
use crate::corpus::Metadata;

/// Elements whose content is not read: properties, what was deleted or moved away, the codes of fields, and the second form of
/// what newer programs draw.
const SKIPPED: [&str; 12] =
    ["pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "del", "moveFrom", "instrText", "Fallback", "delText"];

/// The text and what the document says of itself.
///
/// # Errors
/// When the document is locked or damaged.
pub(super) fn read(package: &Package, budget: &mut Budget) -> Result<(String, Metadata), Refusal> {
    let mut part = |name: &str| package.find(name).map(|place| package.unpack(place, Ratio::Held, budget)).transpose();
    let document = part("word/document.xml")?.ok_or_else(|| Refusal::Damaged { why: "word/document.xml manque".to_owned() })?;
    let mut prose = Prose::default();
    body(&document, &mut prose)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(bytes) = part(notes)? {
            prose.end_paragraph();
            body(&bytes, &mut prose)?;
        }
    }
    // The text is worth more than what is said about it.
    let given = part("docProps/core.xml").ok().flatten().and_then(|bytes| properties::read(&bytes).ok());
    Ok((prose.finish(), given.unwrap_or_default()))
}

fn body(bytes: &[u8], prose: &mut Prose) -> Result<(), Refusal> {
    let (mut n_skipped, mut in_text) = (0_u32, false);
    xml::read(bytes, &mut |piece| match piece {
        Piece::Open(_) if n_skipped > 0 => n_skipped += 1,
        Piece::Close(_) if n_skipped > 0 => n_skipped -= 1,
        Piece::Open(element) => match element.name {
            // Between the notes and the text there is a line, which Word keeps among the notes.
            "footnote" | "endnote" if element.attribute("type").is_some_and(|kind| kind != "normal") => n_skipped = 1,
            "footnote" | "endnote" => prose.open_note(),
            name if SKIPPED.contains(&name) => n_skipped = 1,
            "t" => in_text = true,
            // A text box stands in the middle of a paragraph.
            "p" => prose.end_paragraph(),
            "tbl" => prose.open_table(),
            "tab" => prose.push("\t"),
            "br" | "cr" => prose.push("\n"),
            "noBreakHyphen" => prose.push("\u{2011}"),
            _ => {}
        },
        Piece::Close(name) => match name {
            "t" => in_text = false,
            "p" => prose.end_paragraph(),
            "tc" => prose.end_cell(),
            "tr" => prose.end_row(),
            "tbl" => prose.close_table(),
            "footnote" | "endnote" => prose.close_note(),
            _ => {}
        },
        Piece::Text(text) if in_text && n_skipped == 0 => prose.push(text),
        Piece::Text(_) => {}
    })
}
