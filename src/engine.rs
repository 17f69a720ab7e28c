//! One object that holds a corpus with everything found in it, and answers requests.
//!
//! Knows no browser and no shell: the worker, the page without a worker, and the shell command all drive this.

use std::rc::Rc;

use crate::compare::Comparer;
use crate::corpus::{Corpus, Document, ImportError, shipped};
use crate::entities::{EntityIndex, MentionForm};
use crate::export;
use crate::id::{DocumentId, EntityId};
use crate::protocol::{
    ArticleCard, ArticleView, CommonShare, ComparisonView, EntityView, Overview, Passage, Request, Response, SHOWN_SENTENCES, SearchView,
    VERSION,
};
use crate::search::{Hit, SearchIndex};
use crate::span::Span;
use crate::text::filling;

/// A corpus, analysed.
#[derive(Debug)]
pub struct Engine {
    corpus: Corpus,
    entities: EntityIndex,
    index: SearchIndex,
    comparer: Comparer,
    rights: Option<String>,
    overview: Option<Rc<Overview>>,
}

/// Pairs whose share of common text is given in the overview: a quick estimate ranks all pairs, these are then compared in
/// full, so that the overview and the comparison give one figure. Growing, the overview of a large corpus takes longer.
const CLOSEST_PAIRS: usize = 40;

/// Words of the opening shown for an article without a title.
const OPENING_WORDS: usize = 14;

impl Engine {
    /// Analyses `corpus`.
    pub fn new(corpus: Corpus) -> Self {
        let entities = EntityIndex::build(&corpus);
        let index = SearchIndex::build(&corpus);
        let comparer = Comparer::new(&corpus);
        Self { corpus, entities, index, comparer, rights: None, overview: None }
    }

    /// The engine on the corpus that ships.
    ///
    /// # Errors
    /// When the shipped manifest does not read.
    pub fn shipped() -> Result<Self, ImportError> {
        let (title, articles) = shipped::articles()?;
        let engine = Self::new(Corpus::read(Some(title), articles)?);
        Ok(Self { rights: Some(shipped::rights()?.fr), ..engine })
    }

    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    pub fn entities(&self) -> &EntityIndex {
        &self.entities
    }

    pub fn comparer(&self) -> &Comparer {
        &self.comparer
    }

    pub fn index(&self) -> &SearchIndex {
        &self.index
    }

    /// Answers one request. Never fails: what cannot be answered is [`Response::Refused`] with a sentence.
    pub fn answer(&mut self, request: Request) -> Response {
        self.try_answer(request).unwrap_or_else(|why| Response::Refused { why })
    }

    fn try_answer(&mut self, request: Request) -> Result<Response, String> {
        Ok(match request {
            Request::Hello { version } if version == VERSION => Response::Hello { version: VERSION },
            Request::Hello { version } => {
                return Err(format!("la page parle la version {version} du protocole, le moteur la version {VERSION} : rechargez la page"));
            }
            Request::Load { title, articles } => {
                let corpus = Corpus::read(title, articles).map_err(|error| error.to_string())?;
                *self = Self::new(corpus);
                Response::Overview(self.overview())
            }
            Request::LoadShipped => {
                *self = Self::shipped().map_err(|error| error.to_string())?;
                Response::Overview(self.overview())
            }
            Request::Overview => Response::Overview(self.overview()),
            Request::Read { document } => {
                let mentions = self.entities.mentions_in(document).to_vec();
                Response::Article(Box::new(ArticleView { document: self.document(document)?.clone(), mentions }))
            }
            Request::Search { query, limit } => Response::Search(self.search(&query, limit as usize)),
            Request::SearchRecord { query, limit } => {
                Response::SearchRecord(export::search(&self.corpus, &self.index.search(&self.corpus, &query, limit as usize)))
            }
            Request::Compare { a, b } => {
                let (document_a, document_b) = (self.document(a)?.clone(), self.document(b)?.clone());
                let comparison = self.comparer.compare(&self.corpus, &self.entities, a, b);
                Response::Comparison(Box::new(ComparisonView { comparison, a: document_a, b: document_b }))
            }
            Request::Entity { entity } => Response::Entity(self.entity(entity)?),
            Request::Panic => panic!("a panic was asked for"),
        })
    }

    fn document(&self, id: DocumentId) -> Result<&Document, String> {
        let n = self.corpus.documents.len();
        self.corpus.document(id).ok_or_else(|| format!("il n’y a pas d’article n° {} : le corpus en compte {n}", id.0 + 1))
    }

    /// The overview, made when first asked for: it is asked for again by every script, and after every load by the page.
    fn overview(&mut self) -> Rc<Overview> {
        let kept = self.overview.take().unwrap_or_else(|| Rc::new(self.survey()));
        self.overview.insert(kept).clone()
    }

    fn survey(&self) -> Overview {
        let closest = self.comparer.closest_pairs(&self.corpus, &self.entities, CLOSEST_PAIRS);
        let both_ways = |&(a, b, share_a, share_b): &(DocumentId, DocumentId, f32, f32)| {
            [CommonShare { document: a, other: b, share: share_a }, CommonShare { document: b, other: a, share: share_b }]
        };
        Overview {
            title: self.corpus.title.clone(),
            rights: self.rights.clone(),
            articles: self.corpus.documents.iter().map(card).collect(),
            entities: self.entities.entities.clone(),
            described: self.described(),
            findings: self.comparer.findings(&self.corpus, &self.entities, &closest),
            common: closest.iter().flat_map(both_ways).collect(),
        }
    }

    /// Entities without one mention by name.
    fn described(&self) -> Vec<EntityId> {
        let mut named = vec![false; self.entities.entities.len()];
        for mention in self.entities.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            named[mention.entity.index()] = true;
        }
        self.entities.entities.iter().map(|entity| entity.id).filter(|id| !named[id.index()]).collect()
    }

    fn search(&self, query: &str, limit: usize) -> SearchView {
        let results = self.index.search(&self.corpus, query, limit);
        let shown = |hits: &[Hit]| hits.iter().flat_map(|hit| self.passages(hit)).collect();
        SearchView { passages: shown(&results.hits), furniture: shown(&results.furniture), results }
    }

    /// The sentences of a hit with their marks.
    fn passages(&self, hit: &Hit) -> Vec<Passage> {
        let Some(document) = self.corpus.document(hit.document) else { return Vec::new() };
        let cut = |span: &Span| Passage {
            document: document.id,
            span: *span,
            text: span.slice(document.text()).to_owned(),
            marks: hit.spans.iter().copied().filter(|mark| span.contains(*mark)).collect(),
        };
        hit.sentences.iter().take(SHOWN_SENTENCES).map(cut).collect()
    }

    fn entity(&self, id: EntityId) -> Result<EntityView, String> {
        let entity = self.entities.entity(id).ok_or_else(|| format!("il n’y a pas d’entité n° {}", id.0))?.clone();
        let mut passages: Vec<Passage> = Vec::new();
        for mention in self.entities.mentions_of(id) {
            let Some(document) = self.corpus.document(mention.document) else { continue };
            let span = document.sentence_at(mention.span.start).map_or(mention.span, |at| document.sentences[at].span.cover(mention.span));
            match passages.last_mut() {
                Some(last) if last.document == mention.document && last.span.overlaps(span) => last.extend(document, span, mention.span),
                _ => passages.push(Passage {
                    document: mention.document,
                    span,
                    text: span.slice(document.text()).to_owned(),
                    marks: vec![mention.span],
                }),
            }
        }
        Ok(EntityView { entity, passages })
    }
}

impl Passage {
    fn extend(&mut self, document: &Document, span: Span, mark: Span) {
        self.span = self.span.cover(span);
        self.text = self.span.slice(document.text()).to_owned();
        self.marks.push(mark);
    }
}

fn card(document: &Document) -> ArticleCard {
    let opening = document.sentences.first().map_or("", |sentence| sentence.span.slice(document.text()));
    let opening = filling::stripped(opening);
    let words: Vec<&str> = opening.split_whitespace().collect();
    let mut shown = words[..words.len().min(OPENING_WORDS)].join(" ");
    if words.len() > OPENING_WORDS {
        shown.push('…');
    }
    ArticleCard {
        id: document.id,
        name: document.name.clone(),
        metadata: document.metadata.clone(),
        opening: shown,
        n_words: u32::try_from(document.n_words()).unwrap_or(u32::MAX),
        language: document.language.code().to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Article;

    fn article(name: &str, text: &str) -> Article {
        Article::new(name, text)
    }

    #[test]
    fn a_refused_corpus_leaves_the_one_before_whole() {
        let mut engine = Engine::shipped().expect("the shipped corpus reads");
        let before = engine.answer(Request::Overview);
        for articles in [vec![], vec![article("a", "  ")], vec![article("a", "Un."), article("a", "Deux.")], vec![article(" ", "Un.")]] {
            let answer = engine.answer(Request::Load { title: None, articles });
            assert!(matches!(answer, Response::Refused { .. }), "{answer:?}");
        }
        assert_eq!(engine.answer(Request::Overview), before);
    }

    #[test]
    fn another_version_is_refused_at_the_handshake() {
        let mut engine = Engine::shipped().expect("the shipped corpus reads");
        assert!(matches!(engine.answer(Request::Hello { version: VERSION + 1 }), Response::Refused { .. }));
        assert_eq!(engine.answer(Request::Hello { version: VERSION }), Response::Hello { version: VERSION });
    }

    #[test]
    fn unknown_numbers_are_refused_in_words() {
        let mut engine = Engine::shipped().expect("the shipped corpus reads");
        let far = DocumentId(99);
        for request in [Request::Read { document: far }, Request::Compare { a: far, b: far }, Request::Entity { entity: EntityId(9_999) }] {
            assert!(matches!(engine.answer(request), Response::Refused { .. }));
        }
    }

    #[test]
    fn a_corpus_of_one_is_a_corpus() {
        let mut engine = Engine::shipped().expect("the shipped corpus reads");
        let answer = engine.answer(Request::Load { title: None, articles: vec![article("seul", "Titre\n\nUn maire parle à Lyon.")] });
        let Response::Overview(overview) = answer else { panic!("{answer:?}") };
        assert_eq!(overview.articles.len(), 1);
        assert!(overview.common.is_empty());
    }
}
