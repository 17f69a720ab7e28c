//! Europresse (Eureka.cc, CEDROM-SNi): pages saved from a selection of articles.
//!
//! Two forms are met. Since about 2014 each article is an `article` element: in its `header` the outlet
//! (`DocPublicationName`), section, date and page (`DocHeader`), title (`titreArticleVisu`) and authors, then a `section`
//! with the text (`docOcurrContainer`), an `aside` with captions and notes, a `footer` with the document's number. Before,
//! an article was a table with spans of the same classes, ended by `Numéro de document`.

use super::cells::people;
use super::dates;
use super::press_base::Record;
use super::press_page::{self, Block};
use crate::corpus::page;

/// The articles of an export; `None` when `raw` is none.
pub(super) fn read(raw: &str) -> Option<Vec<Record>> {
    if !raw.contains("DocPublicationName") || !(raw.contains("titreArticle") || raw.contains("TitreArticleVisu")) {
        return None;
    }
    let parts = press_page::parts(raw, |name, _| name == "article");
    let records: Vec<Record> =
        parts.iter().filter(|part| part.iter().any(|block| block.is_in(".DocPublicationName"))).map(|part| of_element(part)).collect();
    if !records.is_empty() {
        return Some(records);
    }
    let parts = press_page::parts(raw, |name, tag| name == "span" && tag.contains("DocPublicationName"));
    Some(parts.iter().map(|part| of_table(part)).collect())
}

/// An `article` element.
fn of_element(blocks: &[Block]) -> Record {
    let is_title = |block: &Block| block.is_in(".titreArticleVisu");
    let first_title = blocks.iter().position(is_title);
    let after_title = || blocks.iter().skip(first_title.map_or(blocks.len(), |place| place + 1)).filter(|block| block.is_in("header"));
    // What stands below the title, but in its own element, belongs to it; what stands after that element is who signed.
    let subtitle = after_title().filter(|block| block.is_in(".titreArticle") && !is_title(block));
    let signed = after_title().filter(|block| !block.is_in(".titreArticle"));
    let body = |wanted: &str| -> Vec<String> {
        let inside =
            |block: &&Block| block.is_in(wanted) && !["header", "aside", "footer", ".Doc-UrlRef"].iter().any(|other| block.is_in(other));
        blocks.iter().filter(inside).map(|block| block.text.clone()).collect()
    };
    let text = [".docOcurrContainer", ".DocText", "section"].into_iter().map(body).find(|text| !text.is_empty()).unwrap_or_default();
    let title = match first_title {
        Some(_) => joined(blocks, is_title),
        None => joined(blocks, |block| block.is_in(".titreArticle")),
    };
    Record {
        title,
        paragraphs: subtitle.map(|block| block.text.clone()).chain(text).collect(),
        authors: signed.filter(|block| is_signature(block)).flat_map(|block| people(&block.text)).collect(),
        url: blocks
            .iter()
            .filter(|block| block.is_in(".Doc-UrlRef") || block.is_in(".linkReferencedDoc"))
            .find_map(|block| block.href.clone()),
        ..head(blocks)
    }
}

/// A table of the older form.
fn of_table(blocks: &[Block]) -> Record {
    let is_title = |block: &Block| block.is_in(".TitreArticleVisu") || block.is_in(".titreArticleVisu");
    let after = blocks.iter().rposition(is_title).map_or(0, |place| place + 1);
    let ends = |block: &Block| {
        let number = ["Numéro de document", "Document number", "Número de documento"].iter().any(|start| block.text.starts_with(start));
        number || block.text.starts_with('©') || block.is_in(".txtCertificat")
    };
    let mut rest: Vec<&Block> =
        blocks[after..].iter().filter(|block| !block.is_in(".DocHeader")).take_while(|block| !ends(block)).collect();
    let signed = rest.first().is_some_and(|block| rest.len() > 1 && page::is_names(&block.text));
    let authors = if signed { people(&rest.remove(0).text) } else { Vec::new() };
    Record { title: joined(blocks, is_title), paragraphs: rest.iter().map(|block| block.text.clone()).collect(), authors, ..head(blocks) }
}

/// Outlet and date, which both forms write alike.
fn head(blocks: &[Block]) -> Record {
    let header = joined(blocks, |block| block.is_in(".DocHeader"));
    let below = joined(blocks, |block| block.is_in(".DocTitreSousSection") || block.is_in("header") && block.is_in("span"));
    Record {
        outlet: blocks.iter().find(|block| block.is_in(".DocPublicationName")).map(|block| outlet(&block.text)).unwrap_or_default(),
        published: page::first_date(&header).or_else(|| page::first_date(&below)).or_else(|| numbered_day(blocks)),
        ..Record::default()
    }
}

/// The texts of the blocks that are `wanted`, in one line.
fn joined(blocks: &[Block], wanted: impl Fn(&Block) -> bool) -> String {
    blocks.iter().filter(|block| wanted(block)).map(|block| block.text.as_str()).collect::<Vec<_>>().join(" ")
}

/// `La Croix, no. 43018` and `Le Monde (site web)` without number and form of publication.
fn outlet(text: &str) -> String {
    let marks = [", no.", ", no ", ", n°", " no. ", " (site web", " (web site", " (réf", " (blog", " (tweet"];
    let end = marks.iter().filter_map(|mark| text.find(mark)).min().unwrap_or(text.len());
    text[..end].trim_end_matches([',', ';', ' ']).to_owned()
}

/// A few words, not a sentence.
fn is_signature(block: &Block) -> bool {
    block.text.split_whitespace().count() <= 12 && !block.text.ends_with(['.', '!', '?']) || page::is_names(&block.text)
}

/// The day within the document's number: `news·20060315·LM·0q1503`.
fn numbered_day(blocks: &[Block]) -> Option<String> {
    let number = |block: &Block| block.text.split('·').nth(1).filter(|part| part.len() == 8).and_then(dates::iso);
    blocks.iter().find_map(number)
}
