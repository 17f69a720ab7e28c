//! A document: one raw page with what was found about it. A corpus: the documents, in the order in which they came.

use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::article::{Article, ImportError, Origin};
use super::corrections::{self, Amended, Field};
use super::metadata::{self, Metadata};
use super::reading;
use super::shared::Shared;
use super::zones::{self, Zone, ZoneKind};
use super::{dating, declared, flat, html};
use crate::id::DocumentId;
use crate::notebook::Anchor;
use crate::span::Span;
use crate::text::{self, Language, filling, runs};

/// One article with the page around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Document {
    pub id: DocumentId,
    /// File name, or the identifier that came with the article; unique in its corpus.
    pub name: String,
    /// The raw page, exactly as it came.
    pub raw: Rc<str>,
    /// What is read of a page of HTML, byte for byte as long as `raw`; see [`Document::text`].
    pub reading: Option<String>,
    /// Where the raw page comes from.
    pub origin: Origin,
    pub language: Language,
    /// In order, not overlapping; together they hold every character that is not white space.
    pub zones: Vec<Zone>,
    pub metadata: Metadata,
    /// Sentences of the article's own zones (see [`ZoneKind::is_article`]), in order.
    pub sentences: Vec<Sentence>,
    /// Starts of sentences inside a body that lost its line breaks, where a paragraph probably began; guesses for the eye.
    pub proposed_breaks: Vec<u32>,
}

/// One sentence of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sentence {
    pub span: Span,
    pub zone: ZoneKind,
}

impl Document {
    /// Reads an article with its corrections: zones, then metadata, then sentences. `shared` are the lines that other pages of
    /// its site have too.
    pub fn read(id: DocumentId, amended: Amended, shared: &[Span]) -> Self {
        let Amended { article: Article { name, text: raw, given, origin }, fields, zones: painted } = amended;
        let zones = corrections::repaint(&raw, zones::find(&raw, &given, shared), &painted);
        let reading = html::is_html(&raw).then(|| reading::of(&raw, &zones));
        let mut metadata = metadata::find(&raw, reading.as_deref().unwrap_or(&raw), &zones, given, &name);
        fields.iter().for_each(|(field, values)| metadata.correct(*field, values));
        let (language, sentences, proposed_breaks) = (Language::French, Vec::new(), Vec::new());
        let mut document = Self { id, name, raw, reading, origin, language, zones, metadata, sentences, proposed_breaks };
        let paragraphs = document.paragraphs();
        let text = document.text();
        let article_text: String = paragraphs.iter().map(|zone| zone.span.slice(text)).collect::<Vec<_>>().join("\n");
        let sentences_of =
            |zone: &Zone| text::sentences(text, zone.span).into_iter().map(|span| Sentence { span, zone: zone.kind }).collect();
        let sentences: Vec<Sentence> = paragraphs.iter().flat_map::<Vec<Sentence>, _>(sentences_of).collect();
        let proposed_breaks = flat::breaks(text, &paragraphs, &sentences);
        let said = fields.iter().find(|(field, _)| *field == Field::Language).and_then(|(_, values)| Language::from_code(values.first()?));
        document.language = said.unwrap_or_else(|| match declared::language(&document.raw) {
            Some(declared) => declared.declared(&article_text),
            None => Language::of(&article_text),
        });
        document.sentences = sentences;
        document.proposed_breaks = proposed_breaks;
        document
    }

    /// The same without the text, which comes again with the article.
    pub fn without_text(&self) -> Self {
        Self { raw: Rc::from(""), reading: None, ..self.clone() }
    }

    /// What [`Document::without_text`] gave, with the text that it was read from.
    #[must_use]
    pub fn with_text(self, raw: Rc<str>) -> Self {
        let reading = html::is_html(&raw).then(|| reading::of(&raw, &self.zones));
        Self { raw, reading, ..self }
    }

    /// The text in which words are read: the raw page, and of a page of HTML the same without its tags and with its
    /// character references resolved. Both have the same offsets.
    pub fn text(&self) -> &str {
        self.reading.as_deref().unwrap_or(&self.raw)
    }

    /// The article's own paragraphs, in order.
    pub fn paragraphs(&self) -> Vec<Zone> {
        self.paragraphs_of(ZoneKind::is_article)
    }

    /// Where a passage stands that should begin at `start`: by its words and what stood around them, else by its words whatever the
    /// blanks between them, else at its place if most letters there are its own: a name in it may be hidden now, a slip corrected.
    pub fn find(&self, anchor: &Anchor, start: u32) -> Option<Span> {
        let text = self.text();
        anchor.find_near(text, start).or_else(|| {
            let words = filling::in_one_line(&anchor.exact);
            let found = self.paragraphs().into_iter().flat_map(|zone| runs(text, zone.span, &words));
            let by_words = found.min_by_key(|span| span.start.abs_diff(start));
            by_words.or_else(|| {
                let n_bytes = anchor.span.end.checked_sub(anchor.span.start)?;
                let there = Span { start, end: start.checked_add(n_bytes)? };
                let same = text.get(there.range())?.chars().zip(anchor.exact.chars()).filter(|(now, then)| now == then).count();
                (2 * same > anchor.exact.chars().count()).then_some(there)
            })
        })
    }

    /// The zones that are `wanted` by paragraph, in order: inline tags cut a paragraph of an HTML page into several zones.
    pub fn paragraphs_of(&self, wanted: impl Fn(ZoneKind) -> bool) -> Vec<Zone> {
        let mut paragraphs: Vec<Zone> = Vec::new();
        for zone in self.zones.iter().filter(|zone| wanted(zone.kind)) {
            let goes_on = |last: &Zone| self.reading.is_some() && reading::goes_on(&self.raw, last, zone);
            match paragraphs.last_mut() {
                Some(last) if goes_on(last) => last.span = last.span.cover(zone.span),
                _ => paragraphs.push(*zone),
            }
        }
        paragraphs
    }

    /// Number of words of the article itself (title, lead, body, captions).
    pub fn n_words(&self) -> usize {
        self.paragraphs().iter().map(|zone| text::words(self.text(), zone.span).count()).sum()
    }

    /// The sentence in which `span` begins, stretched to hold all of it; `span` itself where the article has no sentence.
    pub fn sentence_around(&self, span: Span) -> Span {
        self.sentence_at(span.start).map_or(span, |at| self.sentences[at].span.cover(span))
    }

    /// The article's own paragraphs, those of a page that lost its own cut where new ones are proposed: true for a guess.
    pub fn pieces(&self) -> Vec<(Zone, bool)> {
        let mut pieces = Vec::new();
        for zone in self.paragraphs() {
            let mut start = zone.span.start;
            let mut proposed = false;
            for &cut in self.proposed_breaks.iter().filter(|cut| zone.span.start < **cut && **cut < zone.span.end) {
                pieces.push((Zone { span: Span { start, end: cut }.trim(&self.raw), kind: zone.kind }, proposed));
                (start, proposed) = (cut, true);
            }
            pieces.push((Zone { span: Span { start, end: zone.span.end }, kind: zone.kind }, proposed));
        }
        pieces
    }

    /// Where the article ends when only its first `n_words` are shown: behind the sentence that has the last of them. The whole
    /// article when `n_words` is 0 or it has no more.
    pub fn end_after(&self, n_words: usize) -> u32 {
        let mut n = 0;
        let full = self.sentences.iter().find(|sentence| {
            n += text::words(self.text(), sentence.span).count();
            n_words > 0 && n >= n_words
        });
        full.or(self.sentences.last()).map_or(0, |sentence| sentence.span.end)
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
        Self::read_with(title, articles, &mut |_| {})
    }

    /// The same; `progress` is told how many articles are read.
    ///
    /// # Errors
    /// As [`Corpus::read`].
    pub fn read_with(title: Option<String>, articles: Vec<Article>, progress: &mut dyn FnMut(u32)) -> Result<Self, ImportError> {
        super::article::check(&articles)?;
        Ok(Self::of(title, articles.into_iter().map(Amended::from).collect(), progress))
    }

    /// Reads articles that were checked, with their corrections; tells how many are read.
    pub fn of(title: Option<String>, amended: Vec<Amended>, progress: &mut dyn FnMut(u32)) -> Self {
        // Where the reader says that the date is not known, a guess would be one too many.
        let unknown: Vec<bool> = amended.iter().map(|one| one.fields.contains(&(Field::Published, Vec::new()))).collect();
        let shared = Shared::of(&amended.iter().map(|one| &*one.article.text).collect::<Vec<_>>());
        let mut read = |(one, id): (Amended, u32)| {
            let document = Document::read(DocumentId(id), one, shared.of_text(DocumentId(id).index()));
            progress(id + 1);
            document
        };
        let mut documents: Vec<Document> = amended.into_iter().zip(0..).map(&mut read).collect();
        dating::infer(&mut documents);
        for document in documents.iter_mut().filter(|document| unknown[document.id.index()]) {
            document.metadata.published = None;
        }
        Self { title, documents }
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
        let article = Article::new("a.html", text);
        let document = Document::read(DocumentId(0), article.into(), &[]);
        let shown: Vec<_> = document.sentences.iter().map(|s| text::filling::stripped(s.span.slice(document.text()))).collect();
        let shown: Vec<String> = shown.iter().map(|s| s.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(shown, ["Titre de page", "Une longue phrase sur le port de la ville.", "Puis une autre phrase."]);
    }

    #[test]
    fn a_word_runs_over_tags_and_references() {
        let text = "<!doctype html><body><h1>Un titre de page</h1><p>La r&eacute;gion d&rsquo;<b>&Eacute;</b>vry a dit &laquo;&nbsp;<em>oui.</em>&nbsp;&raquo; Elle attend \
                    <a href=\"/x?a=1&amp;b=2\" title=\"Le port. Un autre\">Jean</a> <i>Dupont</i>, le maire (<b>PS</b>).</p><p>R&amp;D &#8211; fin.</p></body>";
        let article = Article::new("a.html", text);
        let document = Document::read(DocumentId(0), article.into(), &[]);
        assert_eq!(document.text().len(), text.len());
        let shown: Vec<_> = document.sentences.iter().map(|s| text::filling::stripped(s.span.slice(document.text()))).collect();
        let shown: Vec<String> = shown.iter().map(|s| s.split_whitespace().collect::<Vec<_>>().join(" ")).collect();
        assert_eq!(shown, ["Un titre de page", "La région d’Évry a dit « oui. »", "Elle attend Jean Dupont, le maire (PS).", "R&D – fin."]);
        let words: Vec<&str> = text::words(document.text(), document.sentences[1].span).map(|word| word.slice(text)).collect();
        assert_eq!(words, ["La", "r&eacute;gion", "d", "&Eacute;</b>vry", "a", "dit", "oui"]);
        let words: Vec<&str> = text::words(document.text(), document.sentences[2].span).map(|word| word.slice(text)).collect();
        assert_eq!(words, ["Elle", "attend", "Jean", "Dupont", "le", "maire", "PS"]);
    }
}
