//! Word documents as people meet them: the text as it reads once all tracked changes are accepted.
//!
//! Headers, footers and comments are no part of the article. Hidden text and the results of fields are text as any other.

use super::package::{Budget, Package, Ratio};
use super::prose::Prose;
use super::xml::{self, Piece};
use super::{Refusal, properties};
use crate::corpus::{Fact, Metadata};

/// Elements whose content is not read: properties, what was deleted or moved away, the codes of fields, and the second form of
/// what newer programs draw.
const SKIPPED: [&str; 12] =
    ["pPr", "rPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "del", "moveFrom", "instrText", "Fallback", "delText"];

/// Styles of the title of a document, in English and French.
const TITLES: [&str; 2] = ["Title", "Titre"];

/// The text and what the document says of itself.
///
/// # Errors
/// When the document is locked or damaged.
pub(super) fn read(package: &Package, budget: &mut Budget) -> Result<(String, Metadata), Refusal> {
    let mut part = |name: &str| package.find(name).map(|place| package.unpack(place, Ratio::Held, budget)).transpose();
    let document = part("word/document.xml")?.ok_or_else(|| Refusal::Damaged { why: super::archive::missing("word/document.xml") })?;
    let mut prose = Prose::default();
    let title = body(&document, &mut prose)?;
    for notes in ["word/footnotes.xml", "word/endnotes.xml"] {
        if let Some(bytes) = part(notes)? {
            prose.end_paragraph();
            body(&bytes, &mut prose)?;
        }
    }
    // The text is worth more than what is said about it.
    let given = part("docProps/core.xml").ok().flatten().and_then(|bytes| properties::read(&bytes).ok());
    let given = given.unwrap_or_default();
    // What the page shows as its title goes before what a template says.
    Ok((prose.finish(), Metadata { title: title.map(Fact::given).or(given.title), ..given }))
}

/// Adds the text of one part; gives the first paragraph in the style of a title.
fn body(bytes: &[u8], prose: &mut Prose) -> Result<Option<String>, Refusal> {
    let (mut n_skipped, mut in_text) = (0_u32, false);
    let (mut titled, mut in_title) = (String::new(), false);
    xml::read(bytes, &mut |piece| match piece {
        Piece::Open(element) if n_skipped > 0 => {
            n_skipped += 1;
            let is_title = element.name == "pStyle" && element.attribute("val").is_some_and(|style| TITLES.contains(&&*style));
            in_title |= is_title && titled.is_empty();
        }
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
            "p" => {
                in_title = false;
                prose.end_paragraph();
            }
            "tc" => prose.end_cell(),
            "tr" => prose.end_row(),
            "tbl" => prose.close_table(),
            "footnote" | "endnote" => prose.close_note(),
            _ => {}
        },
        Piece::Text(text) if in_text && n_skipped == 0 => {
            if in_title {
                titled.push_str(text);
            }
            prose.push(text);
        }
        Piece::Text(_) => {}
    })?;
    Ok(Some(titled.trim().to_owned()).filter(|title| !title.is_empty()))
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Basis, Metadata};
    use crate::import::fixture::{deflated, read, refused, stored, zip_of};
    use crate::import::{Imported, Refusal};

    fn docx(body: &str, more: &[(&str, &str)]) -> Imported {
        let document = format!("<?xml version=\"1.0\"?><w:document xmlns:w=\"x\"><w:body>{body}</w:body></w:document>");
        let mut members = vec![stored("[Content_Types].xml", "<Types/>"), deflated("word/document.xml", document.as_bytes())];
        members.extend(more.iter().map(|(name, xml)| deflated(name, xml.as_bytes())));
        read("note.docx", zip_of(&members))
    }

    fn text(body: &str, more: &[(&str, &str)]) -> String {
        let imported = docx(body, more);
        assert!(imported.articles.len() == 1, "{imported:?}");
        imported.articles[0].text.to_string()
    }

    fn paragraph(text: &str) -> String {
        format!("<w:p><w:pPr><w:tabs><w:tab w:val=\"left\"/></w:tabs></w:pPr><w:r><w:t xml:space=\"preserve\">{text}</w:t></w:r></w:p>")
    }

    #[test]
    fn paragraphs_links_and_breaks_are_text() {
        let body = paragraph("La crue")
            + "<w:p/><w:p><w:r><w:t xml:space=\"preserve\">Le maire, </w:t></w:r><w:hyperlink><w:r><w:t>Jean Vidal</w:t></w:r></w:hyperlink>\
               <w:r><w:t>&#44; R&amp;D</w:t><w:br/><w:t>suite</w:t><w:tab/><w:t>fin</w:t></w:r></w:p>";
        assert_eq!(text(&body, &[]), "La crue\n\nLe maire, Jean Vidal, R&D\nsuite\tfin");
    }

    #[test]
    fn tracked_changes_are_read_as_accepted() {
        let body = "<w:p><w:r><w:t>Trois </w:t></w:r><w:del><w:r><w:delText>morts</w:delText><w:t>x</w:t></w:r></w:del>\
                    <w:ins><w:r><w:t>blessés</w:t></w:r></w:ins><w:moveFrom><w:r><w:t>y</w:t></w:r></w:moveFrom></w:p>";
        assert_eq!(text(body, &[]), "Trois blessés");
    }

    #[test]
    fn tables_are_read_row_by_row() {
        let cell = |inner: &str| format!("<w:tc>{inner}</w:tc>");
        let nested = format!("<w:tbl><w:tr>{}</w:tr></w:tbl>", cell(&paragraph("dedans")));
        let row = |a: &str, b: &str| format!("<w:tr>{}{}</w:tr>", cell(a), cell(b));
        let table = row(&paragraph("Commune"), &(paragraph("Hauteur") + &paragraph("en m"))) + &row(&paragraph("Nîmes"), &nested);
        let body = format!("{}<w:tbl>{table}</w:tbl>{}", paragraph("Avant."), paragraph("Après."));
        assert_eq!(text(&body, &[]), "Avant.\n\nCommune\tHauteur en m\nNîmes\tdedans\n\nAprès.");
    }

    #[test]
    fn notes_stand_after_the_text() {
        let notes = format!(
            "<w:footnotes><w:footnote w:type=\"separator\">{}</w:footnote><w:footnote w:id=\"1\">{}</w:footnote></w:footnotes>",
            paragraph("----"),
            paragraph("Voir page 3.")
        );
        let body = "<w:p><w:r><w:t>Le maire</w:t></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:t> parle.</w:t></w:r></w:p>";
        assert_eq!(text(body, &[("word/footnotes.xml", &notes)]), "Le maire parle.\n\nVoir page 3.");
    }

    #[test]
    fn what_the_document_says_of_itself_is_given_or_a_guess() {
        let core = "<cp:coreProperties><dc:title>La crue</dc:title><dc:creator>Jeanne Vidal</dc:creator>\
                    <dcterms:created>2021-03-03T10:00:00Z</dcterms:created></cp:coreProperties>";
        let imported = docx(&paragraph("Texte."), &[("docProps/core.xml", core)]);
        let Metadata { title, authors, published, .. } = &imported.articles[0].given;
        assert_eq!(title.as_ref().map(|title| (&*title.value, &title.basis)), Some(("La crue", &Basis::Given)));
        assert_eq!((&*authors[0].value, authors[0].is_inferred()), ("Jeanne Vidal", true));
        assert_eq!(published.as_ref().map(|day| (&*day.value, day.is_inferred())), Some(("2021-03-03", true)));
    }

    #[test]
    fn a_paragraph_in_the_style_of_a_title_is_the_title() {
        let titled = "<w:p><w:pPr><w:pStyle w:val=\"Title\"/></w:pPr><w:r><w:t>La crue </w:t></w:r><w:r><w:t>monte</w:t></w:r></w:p>";
        let core = "<cp:coreProperties><dc:title>Modèle de note</dc:title></cp:coreProperties>";
        let imported = docx(&(titled.to_owned() + &paragraph("Le fleuve sort de son lit.")), &[("docProps/core.xml", core)]);
        assert_eq!(imported.articles[0].given.title.as_ref().map(|title| &*title.value), Some("La crue monte"));
        assert_eq!(&*imported.articles[0].text, "La crue monte\n\nLe fleuve sort de son lit.");
    }

    #[test]
    fn broken_xml_is_damage_and_bombs_of_entities_do_not_grow() {
        for body in ["<w:p><w:r>", "</w:p>", "<w:p><w:r><w:t>a</w:r></w:p>"] {
            let imported = docx(body, &[]);
            assert!(matches!(refused(&imported)[..], [("note.docx", Refusal::Damaged { .. })]), "{body}: {imported:?}");
        }
        let bomb = "<!DOCTYPE d [<!ENTITY a \"haha\"><!ENTITY b \"&a;&a;&a;\">]><d><p><t>Bon&b;jour</t></p></d>";
        let imported = read("note.docx", zip_of(&[stored("word/document.xml", bomb)]));
        assert_eq!(&*imported.articles[0].text, "Bonjour");
        let deep = format!("{}<p><t>Fond.</t></p>{}", "<r>".repeat(100_000), "</r>".repeat(100_000));
        let imported = read("note.docx", zip_of(&[stored("word/document.xml", deep)]));
        assert_eq!(&*imported.articles[0].text, "Fond.");
        assert_eq!(refused(&docx("", &[])), [("note.docx", &Refusal::Empty)]);
    }
}
