//! One object that holds a corpus with everything found in it, and answers requests.
//!
//! Knows no browser and no shell: the worker, the page without a worker, and the shell command all drive this.

use std::rc::Rc;

use crate::compare::{Comparer, Finding};
use crate::corpus::{Amended, Article, Corpus, Document, Edits, Field, ImportError, article, corrections, shipped};
use crate::entities::{Entity, EntityIndex, MentionForm};
use crate::export;
use crate::health;
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::protocol::{
    self, ArticleCard, ArticleView, Base, Built, CommonShare, ComparisonView, EntityView, HealthView, Overview, Passage, Progress, Request,
    Response, SHOWN_ENTITIES, SHOWN_SENTENCES, SearchView, Stage, VERSION,
};
use crate::search::{Hit, SearchIndex};
use crate::span::Span;
use crate::text::filling;

/// A corpus, analysed.
#[derive(Debug)]
pub struct Engine {
    base: Base,
    /// What came in, before any correction.
    articles: Vec<Article>,
    edits: Edits,
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

/// Share of common text, of both articles, from which what changed between them is told sentence by sentence: below, they are
/// two articles and the list would be all of both.
const NEAR: f32 = 0.5;

/// Words of the opening shown for an article without a title.
const OPENING_WORDS: usize = 14;

/// Told how far the work is.
pub type Watcher<'w> = &'w mut dyn FnMut(Progress);

impl Engine {
    /// Analyses `corpus`.
    pub fn new(corpus: Corpus) -> Self {
        Self::analyse(corpus, &mut |_| {})
    }

    fn analyse(corpus: Corpus, watcher: Watcher) -> Self {
        let total = n_of(corpus.documents.len());
        let entities = EntityIndex::build_with(&corpus, &mut told(Stage::Names, total, watcher));
        let index = SearchIndex::build_with(&corpus, &mut told(Stage::Words, total, watcher));
        let comparer = Comparer::new_with(&corpus, &mut told(Stage::Comparing, total, watcher));
        let (articles, edits) = (Vec::new(), Edits::default());
        Self { base: Base::Appended, articles, edits, corpus, entities, index, comparer, rights: None, overview: None }
    }

    /// Analyses `articles` with what the reader did with them.
    ///
    /// # Errors
    /// As [`Corpus::read`], but that names are made different and repeated parts of files left out.
    pub fn build(articles: Vec<Article>, edits: Edits, watcher: Watcher) -> Result<(Self, Made), ImportError> {
        let (articles, repeated) = article::told_apart(articles);
        article::check(&articles)?;
        let (amended, lost) = corrections::replay(&articles, &edits.corrections);
        let total = n_of(amended.len());
        let corpus = Corpus::of(edits.title.clone(), amended, &mut told(Stage::Reading, total, watcher));
        let engine = Self { articles, edits, ..Self::analyse(corpus, watcher) };
        Ok((engine, Made { repeated, passed_over: lost.into_iter().map(n_of).collect() }))
    }

    /// The engine on the corpus that ships.
    ///
    /// # Errors
    /// When the shipped manifest does not read.
    pub fn shipped() -> Result<Self, ImportError> {
        Self::shipped_with(Edits::default(), &mut |_| {}).map(|(engine, _)| engine)
    }

    fn shipped_with(edits: Edits, watcher: Watcher) -> Result<(Self, Made), ImportError> {
        let (title, articles) = shipped::articles()?;
        let (engine, made) = Self::build(articles, edits, watcher)?;
        let corpus = Corpus { title: engine.edits.title.clone().or(Some(title)), ..engine.corpus };
        Ok((Self { base: Base::Shipped, corpus, rights: Some(shipped::rights()?.fr), ..engine }, made))
    }

    /// Replays `edits` in place of those before. Where only facts about articles change, nothing else is found again.
    ///
    /// # Errors
    /// As [`Engine::build`]; the engine then stays as it was.
    pub fn correct(&mut self, edits: Edits, watcher: Watcher) -> Result<Made, ImportError> {
        let (before, _) = corrections::replay(&self.articles, &self.edits.corrections);
        let (after, lost) = corrections::replay(&self.articles, &edits.corrections);
        if !same_texts(&before, &after) {
            let articles = self.articles.clone();
            let (engine, made) = match self.base {
                Base::Shipped => Self::shipped_with(edits, watcher)?,
                Base::Appended => Self::build(articles, edits, watcher)?,
            };
            *self = engine;
            return Ok(made);
        }
        let pairs = || before.iter().zip(&after).filter(|(before, after)| before.fields != after.fields);
        if pairs().all(|(before, after)| only_adds_facts(before, after)) {
            for ((before, after), document) in before.iter().zip(&after).zip(&mut self.corpus.documents) {
                let new = after.fields.iter().filter(|field| !before.fields.contains(field));
                new.for_each(|(field, values)| document.metadata.correct(*field, values));
            }
        } else {
            // What the machine found comes back, and a date that is known may date the others.
            self.corpus = Corpus::of(self.corpus.title.take(), after, &mut |_| {});
        }
        if self.base == Base::Appended || edits.title.is_some() {
            self.corpus.title.clone_from(&edits.title);
        }
        self.edits = edits;
        self.overview = None;
        Ok(Made { repeated: Vec::new(), passed_over: lost.into_iter().map(n_of).collect() })
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

    /// Answers one question about the corpus. Never fails: what cannot be answered is [`Response::Refused`] with a sentence.
    pub fn answer(&mut self, request: Request) -> Response {
        self.try_answer(request).unwrap_or_else(|why| Response::Refused { why })
    }

    fn try_answer(&mut self, request: Request) -> Result<Response, String> {
        Ok(match request {
            Request::Hello { .. } | Request::Append { .. } | Request::Build { .. } | Request::Correct { .. } => {
                return Err("cette demande change le corpus".to_owned());
            }
            Request::Overview => Response::Overview(self.overview()),
            Request::Read { document } => {
                let mentions = self.entities.mentions_in(document).to_vec();
                let entities = self.entities_of(mentions.iter().map(|mention| mention.entity));
                Response::Article(Box::new(ArticleView { document: self.document(document)?.clone(), mentions, entities }))
            }
            Request::Search { query, limit } => Response::Search(self.search(&query, limit as usize)),
            Request::SearchRecord { query, limit } => {
                Response::SearchRecord(export::search(&self.corpus, &self.index.search(&self.corpus, &query, limit as usize)))
            }
            Request::Compare { a, b } => {
                let (document_a, document_b) = (self.document(a)?.clone(), self.document(b)?.clone());
                let comparison = self.comparer.compare(&self.corpus, &self.entities, a, b);
                let listed = [&comparison.both, &comparison.only_a, &comparison.only_b].into_iter().flatten().copied();
                let entities = self.entities_of(listed);
                let near = comparison.share_a.min(comparison.share_b) >= NEAR;
                let difference = near.then(|| self.comparer.differences(&self.corpus, a, b));
                Response::Comparison(Box::new(ComparisonView { comparison, entities, difference, a: document_a, b: document_b }))
            }
            Request::Entity { slug } => Response::Entity(self.entity(&slug)?),
            Request::Health => {
                Response::Health(HealthView { issues: health::examine(&self.corpus), families: self.comparer.families(&self.corpus) })
            }
            Request::Entities => Response::Entities(self.entities.entities.clone()),
            Request::Panic => panic!("a panic was asked for"),
        })
    }

    /// Each of `ids` once, in order.
    fn entities_of(&self, ids: impl Iterator<Item = EntityId>) -> Vec<Entity> {
        let mut ids: Vec<EntityId> = ids.collect();
        ids.order();
        ids.dedup();
        ids.into_iter().filter_map(|id| self.entities.entity(id).cloned()).collect()
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
        let findings = self.comparer.findings(&self.corpus, &self.entities, &closest);
        let first = self.entities.entities.iter().take(SHOWN_ENTITIES).map(|entity| entity.id);
        let entities = self.entities_of(first.chain(findings.iter().flat_map(named_in)));
        Overview {
            title: self.corpus.title.clone(),
            rights: self.rights.clone(),
            articles: self.corpus.documents.iter().map(card).collect(),
            described: self.described(&entities),
            n_entities: n_of(self.entities.entities.len()),
            entities,
            findings,
            common: closest.iter().flat_map(both_ways).collect(),
        }
    }

    /// Those of `entities` without one mention by name.
    fn described(&self, entities: &[Entity]) -> Vec<EntityId> {
        let mut named = vec![false; self.entities.entities.len()];
        for mention in self.entities.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            named[mention.entity.index()] = true;
        }
        entities.iter().map(|entity| entity.id).filter(|id| !named[id.index()]).collect()
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

    fn entity(&self, slug: &str) -> Result<EntityView, String> {
        let found = self.entities.entities.iter().find(|entity| entity.slug == slug);
        let entity = found.ok_or_else(|| format!("ce corpus ne nomme pas « {slug} »"))?.clone();
        let id = entity.id;
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

/// An engine that is there when first asked for: on the shipped corpus, unless another was brought before.
#[derive(Debug, Default)]
pub struct Session {
    engine: Option<Engine>,
    /// Articles that wait for [`Request::Build`].
    coming: Vec<Article>,
}

impl Session {
    /// Answers one request. What cannot be done is [`Response::Refused`] with a sentence, and the corpus stays as it was.
    pub fn answer(&mut self, request: Request, watcher: Watcher) -> Response {
        self.try_answer(request, watcher).unwrap_or_else(|why| Response::Refused { why })
    }

    fn try_answer(&mut self, request: Request, watcher: Watcher) -> Result<Response, String> {
        let said = |error: ImportError| error.to_string();
        Ok(match request {
            Request::Hello { version } if version == VERSION => Response::Hello { version: VERSION },
            Request::Hello { version } => {
                return Err(format!("la page parle la version {version} du protocole, le moteur la version {VERSION} : rechargez la page"));
            }
            Request::Append { articles } => {
                self.coming.extend(protocol::unpack_articles(&articles).map_err(|error| error.to_string())?);
                Response::Appended
            }
            Request::Build { base, edits } => {
                let articles = std::mem::take(&mut self.coming);
                let (engine, made) = match base {
                    Base::Shipped => Engine::shipped_with(edits, watcher).map_err(said)?,
                    Base::Appended => Engine::build(articles, edits, watcher).map_err(said)?,
                };
                made.told_with(self.engine.insert(engine).overview())
            }
            Request::Correct { edits } => {
                let engine = self.engine()?;
                let made = engine.correct(edits, watcher).map_err(said)?;
                made.told_with(engine.overview())
            }
            question => self.engine()?.answer(question),
        })
    }

    fn engine(&mut self) -> Result<&mut Engine, String> {
        if self.engine.is_none() {
            self.engine = Some(Engine::shipped().map_err(|error| error.to_string())?);
        }
        Ok(self.engine.as_mut().expect("it was just made"))
    }
}

/// What there is to say of a corpus that was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made {
    /// As in [`Built`].
    pub repeated: Vec<(String, String)>,
    /// As in [`Built`].
    pub passed_over: Vec<u32>,
}

impl Made {
    fn told_with(self, overview: Rc<Overview>) -> Response {
        Response::Built(Built { overview, repeated: self.repeated, passed_over: self.passed_over })
    }
}

/// Articles between two reports of progress.
const TOLD_EVERY: u32 = 50;

/// Counts the articles of one stage for a watcher.
fn told(stage: Stage, total: u32, watcher: &mut dyn FnMut(Progress)) -> impl FnMut(u32) {
    move |done| {
        if done == 1 || done % TOLD_EVERY == 0 {
            watcher(Progress { stage, done, total });
        }
    }
}

/// A number of things that were in memory one by one.
fn n_of(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

/// True when nothing that is searched, named or compared differs.
fn same_texts(before: &[Amended], after: &[Amended]) -> bool {
    let language = |one: &Amended| one.fields.iter().find(|(field, _)| *field == Field::Language).cloned();
    let same = |(x, y): (&Amended, &Amended)| {
        Rc::ptr_eq(&x.article.text, &y.article.text) && x.article.name == y.article.name && x.zones == y.zones && language(x) == language(y)
    };
    before.len() == after.len() && before.iter().zip(after).all(same)
}

/// True when every field that was corrected still is, and what is new dates nothing.
fn only_adds_facts(before: &Amended, after: &Amended) -> bool {
    let kept = before.fields.iter().all(|(field, _)| after.fields.iter().any(|(other, _)| other == field));
    let mut new = after.fields.iter().filter(|field| !before.fields.contains(field));
    kept && new.all(|(field, _)| !matches!(field, Field::Published | Field::Updated))
}

fn named_in(finding: &Finding) -> Vec<EntityId> {
    match finding {
        Finding::NamedInstead { entity, instead, .. } => vec![*entity, *instead],
        Finding::NamedByAll { entities } => entities.clone(),
        Finding::NamedByOne { entity, .. } => vec![*entity],
        Finding::CommonText { .. } => Vec::new(),
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
    use crate::corpus::Correction;

    fn article(name: &str, text: &str) -> Article {
        Article::new(name, text)
    }

    fn append(articles: &[Article]) -> Request {
        Request::Append { articles: protocol::pack_articles(articles) }
    }

    fn build() -> Request {
        Request::Build { base: Base::Appended, edits: Edits::default() }
    }

    fn answer(session: &mut Session, request: Request) -> Response {
        session.answer(request, &mut |_| {})
    }

    fn titles(response: Response) -> Vec<String> {
        let overview = match response {
            Response::Built(built) => built.overview,
            Response::Overview(overview) => overview,
            other => panic!("{other:?}"),
        };
        let title = |card: &ArticleCard| card.metadata.title.as_ref().map_or_else(String::new, |title| title.value.clone());
        overview.articles.iter().map(title).collect()
    }

    #[test]
    fn a_refused_corpus_leaves_the_one_before_whole() {
        let mut session = Session::default();
        let before = answer(&mut session, Request::Overview);
        for articles in [vec![], vec![article("a", "  ")], vec![article(" ", "Un.")]] {
            answer(&mut session, append(&articles));
            let answer = answer(&mut session, build());
            assert!(matches!(answer, Response::Refused { .. }), "{answer:?}");
        }
        assert!(matches!(answer(&mut session, Request::Append { articles: vec![9, 9] }), Response::Refused { .. }));
        assert_eq!(answer(&mut session, Request::Overview), before);
    }

    #[test]
    fn another_version_is_refused_at_the_handshake() {
        let mut session = Session::default();
        assert!(matches!(answer(&mut session, Request::Hello { version: VERSION + 1 }), Response::Refused { .. }));
        assert_eq!(answer(&mut session, Request::Hello { version: VERSION }), Response::Hello { version: VERSION });
    }

    #[test]
    fn unknown_numbers_are_refused_in_words() {
        let mut engine = Engine::shipped().expect("the shipped corpus reads");
        let far = DocumentId(99);
        let unknown =
            [Request::Read { document: far }, Request::Compare { a: far, b: far }, Request::Entity { slug: "per:nul".to_owned() }];
        for request in unknown {
            assert!(matches!(engine.answer(request), Response::Refused { .. }));
        }
    }

    #[test]
    fn a_corpus_of_one_is_a_corpus() {
        let mut session = Session::default();
        answer(&mut session, append(&[article("seul", "Titre\n\nUn maire parle à Lyon.")]));
        let answer = answer(&mut session, build());
        let Response::Built(built) = answer else { panic!("{answer:?}") };
        assert_eq!(built.overview.articles.len(), 1);
        assert!(built.overview.common.is_empty());
    }

    #[test]
    fn every_stage_is_told_in_order() {
        let mut session = Session::default();
        let articles: Vec<Article> = (0..120).map(|n| article(&n.to_string(), "Un maire parle à Lyon.")).collect();
        answer(&mut session, append(&articles));
        let mut told = Vec::new();
        session.answer(build(), &mut |progress| told.push(progress));
        let stages: Vec<Stage> = told.iter().map(|progress| progress.stage).collect();
        assert!(stages.is_sorted() && stages.contains(&Stage::Comparing), "{stages:?}");
        assert!(told.iter().any(|progress| (progress.done, progress.total) == (100, 120)), "{told:?}");
    }

    #[test]
    fn a_correction_taken_back_leaves_no_trace() {
        let mut session = Session::default();
        let before = answer(&mut session, Request::Overview);
        let title = |value: &str| Correction::Field { article: "000.txt".to_owned(), field: Field::Title, values: vec![value.to_owned()] };
        let cut = Correction::Split { article: "001.txt".to_owned(), at: 1_000, second: "suite".to_owned() };
        let edits = |corrections: Vec<Correction>| Request::Correct { edits: Edits { corrections, ..Edits::default() } };
        assert_eq!(titles(answer(&mut session, edits(vec![title("Autre")])))[0], "Autre");
        let both = titles(answer(&mut session, edits(vec![title("Autre"), cut])));
        assert_eq!((both.len(), both[0].as_str()), (6, "Autre"));
        answer(&mut session, edits(vec![]));
        assert_eq!(answer(&mut session, Request::Overview), before);
    }
}
