//! Corpora that are brought and corrected: made of articles, and changed by the reader's edits.
//!
//! Only with the feature `whole`: the page's first module opens on a corpus that is already read.

use std::rc::Rc;

use super::analysis::Incoming;
use super::{Engine, Session, Watcher, layers, n_of, told};
use crate::compare::{Comparison, Difference};
use crate::corpus::{Amended, Article, Corpus, Edits, Field, ImportError, Mask, article, corrections};
use crate::protocol::{self, Base, Built, Overview, Request, Response, Stage};
use crate::shipped;
use crate::times::TimeIndex;

/// Share of common text, of both articles, from which what changed between them is told sentence by sentence: below, they are
/// two articles and the list would be all of both.
const NEAR: f32 = 0.5;

impl Engine {
    /// Analyses `articles` with what the reader did with them.
    ///
    /// # Errors
    /// As [`Corpus::read`], but that names are made different and repeated parts of files left out.
    pub fn build(articles: Vec<Article>, edits: Edits, watcher: Watcher) -> Result<(Self, Made), ImportError> {
        Self::recall(articles, edits, Incoming::default(), watcher)
    }

    /// The same, without finding again what `recalled` holds.
    fn recall(articles: Vec<Article>, edits: Edits, recalled: Incoming, watcher: Watcher) -> Result<(Self, Made), ImportError> {
        let (articles, repeated) = article::told_apart(articles);
        article::check(&articles)?;
        if let Some(mut engine) = recalled.engine(&articles, watcher) {
            let recalled = engine.edits == edits;
            let made = engine.correct(edits, watcher)?;
            return Ok((engine, Made { repeated, recalled, ..made }));
        }
        let (amended, lost) = corrections::replay(&articles, &edits.corrections);
        let total = n_of(amended.len());
        let mut corpus = Corpus::of(edits.title.clone(), amended, &mut told(Stage::Reading, total, watcher));
        let (names, telling) = edits.mask.apply(&mut corpus);
        let mut engine = Self { articles, edits, telling, ..Self::analyse(corpus, watcher) };
        let passed_over = engine.settle(lost);
        Ok((engine, Made { repeated, passed_over, recalled: false, names }))
    }

    /// The engine on the corpus that ships.
    ///
    /// # Errors
    /// When the shipped manifest does not read.
    pub fn shipped() -> Result<Self, ImportError> {
        Self::shipped_with(Edits::default(), Incoming::default(), &mut |_| {}).map(|(engine, _)| engine)
    }

    fn shipped_with(edits: Edits, recalled: Incoming, watcher: Watcher) -> Result<(Self, Made), ImportError> {
        let (title, articles) = shipped::articles()?;
        let (engine, made) = Self::recall(articles, edits, recalled, watcher)?;
        let corpus = Corpus { title: engine.edits.title.clone().or(Some(title)), ..engine.corpus };
        Ok((Self { base: Base::Shipped, corpus, rights: Some(shipped::rights()?), ..engine }, made))
    }

    /// Replays `edits` in place of those before. Where only facts about articles change, nothing else is found again.
    ///
    /// # Errors
    /// As [`Engine::build`]; the engine then stays as it was.
    pub fn correct(&mut self, edits: Edits, watcher: Watcher) -> Result<Made, ImportError> {
        let (before, _) = corrections::replay(&self.articles, &self.edits.corrections);
        let (after, lost) = corrections::replay(&self.articles, &edits.corrections);
        // What is masked was covered before anything was found.
        let is_masked = self.edits.mask != edits.mask || edits.mask != Mask::Off;
        if is_masked || !same_texts(&before, &after) {
            let (engine, made) = match self.base {
                Base::Shipped => Self::shipped_with(edits, Incoming::default(), watcher)?,
                Base::Appended => Self::build(self.articles.clone(), edits, watcher)?,
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
            // Days are counted from that of the article.
            self.times = TimeIndex::build(&self.corpus);
            layers::hand_over_days(&mut self.index, &self.corpus, &self.times);
        }
        if self.base == Base::Appended || edits.title.is_some() {
            self.corpus.title.clone_from(&edits.title);
        }
        self.edits = edits;
        let passed_over = self.settle(lost);
        Ok(Made { passed_over, ..Made::default() })
    }

    /// What changed from one article to the other, when they are nearly one text.
    pub(super) fn difference(&self, comparison: &Comparison) -> Option<Difference> {
        let near = comparison.share_a.min(comparison.share_b) >= NEAR;
        near.then(|| self.comparer.differences(&self.corpus, comparison.a, comparison.b))
    }
}

impl Session {
    /// What changes the corpus.
    pub(super) fn change(&mut self, request: Request, watcher: Watcher) -> Result<Response, String> {
        let said = |error: ImportError| error.to_string();
        Ok(match request {
            Request::Append { articles } => {
                self.coming.extend(protocol::unpack_articles(&articles).map_err(|error| error.to_string())?);
                Response::Appended
            }
            Request::AppendAnalysis { piece } => {
                self.recalled.take(&piece);
                Response::Appended
            }
            Request::Build { base, edits } => {
                let (articles, recalled) = (std::mem::take(&mut self.coming), std::mem::take(&mut self.recalled));
                let (engine, made) = match base {
                    Base::Shipped => Engine::shipped_with(edits, recalled, watcher).map_err(said)?,
                    Base::Appended => Engine::recall(articles, edits, recalled, watcher).map_err(said)?,
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
}

/// What there is to say of a corpus that was made.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Made {
    /// As in [`Built`].
    pub repeated: Vec<(String, String)>,
    /// As in [`Built`].
    pub passed_over: Vec<u32>,
    /// As in [`Built`].
    pub recalled: bool,
    /// As in [`Built`].
    pub names: Vec<String>,
}

impl Made {
    fn told_with(self, overview: Rc<Overview>) -> Response {
        let Self { repeated, passed_over, recalled, names } = self;
        Response::Built(Built { overview, repeated, passed_over, recalled, names })
    }
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
