//! OpenDocument texts: paragraphs, headings, tables, notes after the text. What was deleted and is still kept is not read, nor are
//! comments.

use super::package::{Budget, Package, Ratio};
use super::prose::Prose;
use super::xml::{self, Piece};
use super::{Refusal, properties};
use crate::corpus::Metadata;

/// Elements whose content is not read.
const SKIPPED: [&str; 5] = ["tracked-changes", "annotation", "note-citation", "automatic-styles", "font-face-decls"];

/// The text and what the document says of itself.
///
/// # Errors
/// When the document is locked or damaged.
pub(super) fn read(package: &Package, budget: &mut Budget) -> Result<(String, Metadata), Refusal> {
    let mut part = |name: &str| package.find(name).map(|place| package.unpack(place, Ratio::Held, budget)).transpose();
    // In a locked document each part is encrypted by itself; only the list of parts says so.
    if part("META-INF/manifest.xml")?.is_some_and(|list| list.windows(16).any(|window| window == b"encryption-data ")) {
        return Err(Refusal::Locked);
    }
    let content = part("content.xml")?.ok_or_else(|| Refusal::Damaged { why: super::archive::missing("content.xml") })?;
    let mut prose = Prose::default();
    body(&content, &mut prose)?;
    // The text is worth more than what is said about it.
    let given = part("meta.xml").ok().flatten().and_then(|bytes| properties::read(&bytes).ok());
    Ok((prose.finish(), given.unwrap_or_default()))
}

fn body(bytes: &[u8], prose: &mut Prose) -> Result<(), Refusal> {
    let (mut n_skipped, mut n_paragraphs) = (0_u32, 0_u32);
    xml::read(bytes, &mut |piece| match piece {
        Piece::Open(_) if n_skipped > 0 => n_skipped += 1,
        Piece::Close(_) if n_skipped > 0 => n_skipped -= 1,
        Piece::Open(element) => match element.name {
            name if SKIPPED.contains(&name) => n_skipped = 1,
            "p" | "h" => n_paragraphs += 1,
            "table" => prose.open_table(),
            "note" => prose.open_note(),
            "tab" => prose.push("\t"),
            "line-break" => prose.push("\n"),
            "s" => prose.push(" "),
            _ => {}
        },
        Piece::Close(name) => match name {
            "p" | "h" => {
                n_paragraphs = n_paragraphs.saturating_sub(1);
                prose.end_paragraph();
            }
            "table-cell" => prose.end_cell(),
            "table-row" => prose.end_row(),
            "table" => prose.close_table(),
            "note" => prose.close_note(),
            _ => {}
        },
        // White space between elements, and line ends within a paragraph, are the file's and not the text's.
        Piece::Text(text) if n_paragraphs > 0 && n_skipped == 0 => prose.push(&text.replace(['\n', '\t'], " ")),
        Piece::Text(_) => {}
    })
}

#[cfg(test)]
mod tests {
    use crate::import::Refusal;
    use crate::import::fixture::{deflated, read, refused, stored, zip_of};

    #[test]
    fn a_text_is_read_with_its_table_and_its_notes() {
        let content = "<office:document-content><office:automatic-styles><x>no</x></office:automatic-styles><office:body><office:text>\
            <text:tracked-changes><text:p>effacé</text:p></text:tracked-changes><text:h>La crue</text:h>\n\
            <text:p>Le maire<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Voir page 3.</text:p></text:note-body></text:note>\
            , <text:a>Jean</text:a><text:s/><text:span>Vidal</text:span>.</text:p>\
            <table:table><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell>\
            </table:table-row></table:table></office:text></office:body></office:document-content>";
        let zip = |content: &str| {
            zip_of(&[stored("mimetype", "application/vnd.oasis.opendocument.text"), deflated("content.xml", content.as_bytes())])
        };
        let imported = read("note.odt", zip(content));
        assert_eq!(&*imported.articles[0].text, "La crue\n\nLe maire, Jean Vidal.\n\na\tb\n\nVoir page 3.");
        let imported = read("note.odt", zip(&content[..content.len() - 9]));
        assert!(matches!(refused(&imported)[..], [("note.odt", Refusal::Damaged { .. })]));
    }
}
