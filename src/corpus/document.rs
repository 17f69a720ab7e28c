//! A document: one raw page with what was found about it. A corpus: the documents, in the order in which they came.

use serde::{Deserialize, Serialize};

use super::html;
use super::import::{Article, ImportError};
use super::metadata::{self, Metadata};
use super::zones::{self, Zone, ZoneKind};
use crate::id::DocumentId;
use crate::span::Span;
use crate::text::{self, Language};

/// One article with the page around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub id: DocumentId,
    /// File name, or the identifier that came with the article; unique in its corpus.
    pub name: String,
    /// The raw page, exactly as it came.
    pub raw: String,
    pub language: Language,
    /// In order, not overlapping; together they hold every character that is not white space.
    pub zones: Vec<Zone>,
    pub metadata: Metadata,
    /// Sentences of the article's own zones (see [`ZoneKind::is_article`]), in order.
    pub sentences: Vec<Sentence>,
}

/// One sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    pub span: Span,
    pub zone: ZoneKind,
}

impl Document {
    /// Reads `article`: zones, then metadata, then sentences.
    pub fn read(id: DocumentId, article: Article) -> Self {
        let Article { name, text: raw, given } = article;
        let zones = zones::find(&raw, &given);
        let metadata = metadata::find(&raw, &zones, given);
        let sentences = zones
            .iter()
            .filter(|zone| zone.kind.is_article())
            .flat_map(|zone| text::sentences(&raw, zone.span).into_iter().map(|span| Sentence { span, zone: zone.kind }))
            .collect();
        let article_text: String = zones.iter().filter(|z| z.kind.is_article()).map(|z| z.span.slice(&raw)).collect::<Vec<_>>().join("\n");
        Self { id, name, language: Language::of(&article_text), zones, metadata, sentences, raw }
    }

    /// The zones that are the article itself, in order.
    pub fn article_zones(&self) -> impl Iterator<Item = &Zone> {
        self.zones.iter().filter(|zone| zone.kind.is_article())
    }

    /// The article's zones by paragraph: inline tags cut a paragraph of an HTML page into several zones.
    pub fn paragraphs(&self) -> Vec<Vec<Zone>> {
        let mut paragraphs: Vec<Vec<Zone>> = Vec::new();
        for zone in self.article_zones() {
            let goes_on =
                |last: &Zone| last.kind == zone.kind && html::is_inline(&self.raw[last.span.end as usize..zone.span.start as usize]);
            match paragraphs.last_mut() {
                Some(paragraph) if paragraph.last().is_some_and(goes_on) => paragraph.push(*zone),
                _ => paragraphs.push(vec![*zone]),
            }
        }
        paragraphs
    }

    /// Number of words of the article itself (title, lead, body, captions).
    pub fn n_words(&self) -> usize {
        self.article_zones().map(|zone| text::words(&self.raw, zone.span).count()).sum()
    }

    /// Place in `sentences` of the sentence that holds byte `at`, if the article has one there.
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        let after = self.sentences.partition_point(|s| s.span.start <= at);
        let index = after.checked_sub(1)?;
        (at < self.sentences[index].span.end).then_some(index)
    }
}

/// Documents about one event.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Corpus {
    /// What the corpus is called, if somebody said so.
    pub title: Option<String>,
    pub documents: Vec<Document>,
}

impl Corpus {
    /// Reads all articles.
    ///
    /// # Errors
    /// When there is no article, when one has no text or no name, or when two have the same name.
    pub fn read(title: Option<String>, articles: Vec<Article>) -> Result<Self, ImportError> {
        super::import::check(&articles)?;
        let documents = articles.into_iter().zip(0..).map(|(article, id)| Document::read(DocumentId(id), article)).collect();
        Ok(Self { title, documents })
    }

    pub fn document(&self, id: DocumentId) -> Option<&Document> {
        self.documents.get(id.index())
    }

    pub fn find(&self, name: &str) -> Option<&Document> {
        self.documents.iter().find(|document| document.name == name)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn inline_tags_do_not_end_a_paragraph() {
        let text = "<!doctype html><article><h1>Titre de page</h1><p>Une <b>longue</b> phrase sur <a href=\"x\">le port</a> de la ville.</p><p>Puis une autre phrase.</p></article>";
        let article = Article { name: "a.html".to_owned(), text: text.to_owned(), given: Metadata::default() };
        let document = Document::read(DocumentId(0), article);
        let shown: Vec<String> = document
            .paragraphs()
            .iter()
            .map(|zones| zones.iter().map(|zone| zone.span.slice(text)).collect::<Vec<_>>().join(" "))
            .collect();
        assert_eq!(shown, ["Titre de page", "Une longue phrase sur le port de la ville.", "Puis une autre phrase."]);
    }
}
