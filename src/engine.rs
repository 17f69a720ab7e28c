//! One object that holds a corpus with everything found in it, and answers requests.
//!
//! Knows no browser and no shell: the worker, the page without a worker, and the shell command all drive this.

use std::cell::OnceCell;
use std::rc::Rc;

use self::completing::Known;
use self::facets::Facets;
#[cfg(not(feature = "whole"))]
use crate::compare::Compared;
#[cfg(feature = "whole")]
use crate::compare::{Annotated, CLOSEST_PAIRS, Comparer};
use crate::compare::{Comparison, Finding};
#[cfg(feature = "whole")]
use crate::concordance::{Concordancer, Question};
#[cfg(feature = "whole")]
use crate::contradictions::{self, Contradiction};
#[cfg(feature = "whole")]
use crate::corpus::{Article, Edits, Telling};
use crate::corpus::{Corpus, Document};
#[cfg(all(feature = "whole", feature = "readers"))]
use crate::corpus::{Mask, SavedCorpus};
use crate::entities::{Entity, EntityIndex, MentionForm};
use crate::export;
use crate::facts::Facts;
use crate::figures::FigureIndex;
use crate::health;
use crate::id::{DocumentId, EntityId, Fingerprint};
use crate::order::Order;
#[cfg(feature = "whole")]
use crate::protocol::{self, AcrossRequest, Base, ClassRequest, NotesRequest, Stage};
use crate::protocol::{
    ArticleCard, ArticleView, CommonShare, ComparisonView, HealthView, Overview, Progress, Request, Response, SHOWN_ENTITIES,
    SHOWN_IN_OVERVIEW, VERSION,
};
use crate::quotes::QuoteIndex;
use crate::say;
use crate::search::SearchIndex;
use crate::text::filling;
use crate::times::TimeIndex;
#[cfg(not(feature = "whole"))]
use crate::{compare::Difference, corpus::ImportError, shipped};

#[cfg(feature = "whole")]
mod analysis;
#[cfg(all(test, feature = "whole"))]
mod analysis_tests;
#[cfg(feature = "whole")]
mod common;
mod completing;
#[cfg(feature = "whole")]
mod crossing;
#[cfg(all(test, feature = "whole"))]
mod crossing_tests;
#[cfg(feature = "whole")]
mod disagreeing;
#[cfg(all(test, feature = "whole"))]
mod disagreeing_tests;
mod facets;
mod helping;
mod indexing;
mod layers;
mod ledger;
#[cfg(feature = "whole")]
mod ledger_sheet;
#[cfg(all(test, feature = "whole"))]
mod ledger_tests;
#[cfg(feature = "whole")]
mod making;
#[cfg(feature = "whole")]
mod naming;
#[cfg(feature = "whole")]
mod noting;
#[cfg(all(test, feature = "whole"))]
mod noting_tests;
mod portrait;
#[cfg(feature = "whole")]
mod ranking;
mod searching;
#[cfg(all(test, feature = "whole"))]
mod searching_tests;
#[cfg(feature = "whole")]
mod stating;
#[cfg(all(test, feature = "whole"))]
mod stating_tests;
#[cfg(feature = "whole")]
mod teaching;
mod telling;
#[cfg(all(test, feature = "whole"))]
mod tests;
#[cfg(feature = "whole")]
mod told_sheet;
mod uttering;
mod voices;

#[cfg(feature = "whole")]
pub use making::Made;
#[cfg(feature = "whole")]
use naming::Found;

/// What the page's first module answers to what it does without; the page fetches the whole engine before it asks.
#[cfg(not(all(feature = "whole", feature = "readers")))]
fn first_only() -> String {
    say!("le moteur complet n’est pas là", "the whole engine is not here").to_owned()
}

/// A corpus, analysed.
#[derive(Debug)]
pub struct Engine {
    #[cfg(feature = "whole")]
    base: Base,
    /// What came in, before any correction.
    #[cfg(feature = "whole")]
    articles: Vec<Article>,
    #[cfg(feature = "whole")]
    edits: Edits,
    /// What is covered in people's own words while it is hidden where articles come from.
    #[cfg(feature = "whole")]
    telling: Telling,
    /// What is wrong with the shipped articles, found when the page was built.
    #[cfg(not(feature = "whole"))]
    issues: Vec<health::Issue>,
    corpus: Corpus,
    entities: EntityIndex,
    quotes: QuoteIndex,
    /// What was found before the reader's corrections of names, where there are any.
    #[cfg(feature = "whole")]
    found: Option<Found>,
    index: SearchIndex,
    #[cfg(feature = "whole")]
    comparer: Comparer,
    /// What the shipped articles have in common, compared when the page was built.
    #[cfg(not(feature = "whole"))]
    compared: Compared,
    times: TimeIndex,
    figures: FigureIndex,
    rights: Option<crate::shipped::Rights>,
    /// What follows from all that, and is made anew with every change: see [`Engine::settle`].
    facets: Facets,
    known: Known,
    memo: Memo,
}

/// What follows from what was found, made when first asked for.
#[derive(Debug, Default)]
struct Memo {
    facts: OnceCell<Facts>,
    #[cfg(feature = "whole")]
    contradictions: OnceCell<Vec<Contradiction>>,
    overview: Option<Rc<Overview>>,
    /// Who speaks.
    voices: Option<Rc<voices::Voices>>,
    #[cfg(feature = "whole")]
    concordancer: Concordancer,
    /// What was found, while it is handed out.
    #[cfg(feature = "whole")]
    outgoing: Option<analysis::Outgoing>,
    /// The grid of statements last asked for.
    #[cfg(feature = "whole")]
    stated: Option<stating::Stated>,
}

/// What is found in a corpus, each layer by its own module.
#[cfg(feature = "whole")]
struct Layers {
    entities: EntityIndex,
    quotes: QuoteIndex,
    times: TimeIndex,
    figures: FigureIndex,
    /// Holds the layers above too.
    index: SearchIndex,
    comparer: Comparer,
}

/// Words of the opening shown for an article without a title.
const OPENING_WORDS: usize = 14;

/// Findings that come before that of an utterance in several versions.
const BEFORE_QUOTED: usize = 2;

/// Two articles, and how much of each stands in the other.
type ClosePair = (DocumentId, DocumentId, f32, f32);

/// Told how far the work is.
pub type Watcher<'w> = &'w mut dyn FnMut(Progress);

impl Engine {
    /// Analyses `corpus`.
    #[cfg(feature = "whole")]
    pub fn new(corpus: Corpus) -> Self {
        Self::named(corpus, Edits::default(), Vec::new()).0
    }

    /// Finds all layers in `corpus`. Not settled.
    #[cfg(feature = "whole")]
    fn analyse(corpus: Corpus, watcher: Watcher) -> Self {
        let total = n_of(corpus.documents.len());
        let entities = EntityIndex::build_with(&corpus, &mut told(Stage::Names, total, watcher));
        let quotes = QuoteIndex::build(&corpus, &entities);
        let mut index = SearchIndex::build_with(&corpus, &mut told(Stage::Words, total, watcher));
        let comparer = Comparer::new_with(&corpus, &mut told(Stage::Comparing, total, watcher));
        let times = TimeIndex::build(&corpus);
        let figures = FigureIndex::build(&corpus, &times);
        layers::hand_over(&mut index, &corpus, &entities, &quotes, &times, &figures);
        Self::of(corpus, Layers { entities, quotes, times, figures, index, comparer })
    }

    /// An engine of what was found in `corpus`. Not settled.
    #[cfg(feature = "whole")]
    fn of(corpus: Corpus, layers: Layers) -> Self {
        let Layers { entities, quotes, times, figures, index, comparer } = layers;
        Self {
            base: Base::Appended,
            articles: Vec::new(),
            edits: Edits::default(),
            telling: Telling::default(),
            corpus,
            entities,
            quotes,
            found: None,
            index,
            comparer,
            times,
            figures,
            rights: None,
            facets: Facets::default(),
            known: Known::default(),
            memo: Memo::default(),
        }
    }

    /// Makes what follows from corpus, edits and layers, after any of them changed: names as the reader corrected them, facets and
    /// completions; what is made when asked for is forgotten. The places of the corrections that fit nothing, of which `lost` are
    /// known.
    #[cfg(feature = "whole")]
    fn settle(&mut self, lost: Vec<usize>) -> Vec<u32> {
        let passed_over = self.amend_names(lost);
        self.facets = Facets::of(&self.corpus, &self.entities);
        self.known = Known::of(&self.facets, &self.entities);
        self.memo = Memo::default();
        passed_over
    }

    /// The engine on the corpus that ships, with what was found in it when the page was built.
    ///
    /// # Errors
    /// When what was shipped does not read.
    #[cfg(not(feature = "whole"))]
    pub fn shipped() -> Result<Self, ImportError> {
        let shipped::Shipped { corpus, rights, issues, entities, quotes, times, figures, facts, compared } = shipped::corpus()?;
        let mut index = SearchIndex::build(&corpus);
        layers::hand_over(&mut index, &corpus, &entities, &quotes, &times, &figures);
        let facets = Facets::of(&corpus, &entities);
        let known = Known::of(&facets, &entities);
        Ok(Self {
            issues,
            corpus,
            entities,
            quotes,
            index,
            compared,
            times,
            figures,
            rights: Some(rights),
            known,
            facets,
            memo: Memo { facts: OnceCell::from(facts), ..Memo::default() },
        })
    }

    pub fn corpus(&self) -> &Corpus {
        &self.corpus
    }

    pub fn entities(&self) -> &EntityIndex {
        &self.entities
    }

    /// Who said what.
    pub fn quotes(&self) -> &QuoteIndex {
        &self.quotes
    }

    #[cfg(feature = "whole")]
    pub fn comparer(&self) -> &Comparer {
        &self.comparer
    }

    pub fn times(&self) -> &TimeIndex {
        &self.times
    }

    pub fn figures(&self) -> &FigureIndex {
        &self.figures
    }

    /// What several articles tell.
    #[cfg(feature = "whole")]
    pub fn facts(&self) -> &Facts {
        self.memo.facts.get_or_init(|| Facts::build(&self.corpus, &self.entities, &self.quotes, &self.times, &self.figures))
    }

    /// What articles tell otherwise.
    #[cfg(feature = "whole")]
    pub fn contradictions(&self) -> &[Contradiction] {
        self.memo.contradictions.get_or_init(|| contradictions::contradictions(self.annotated(), self.facts()))
    }

    /// What several of the shipped articles tell, found when the page was built: what finds it stays out of the page.
    #[cfg(not(feature = "whole"))]
    pub fn facts(&self) -> &Facts {
        self.memo.facts.get().expect("the shipped corpus comes with what it tells")
    }

    /// All that was found, to be handed on.
    #[cfg(feature = "whole")]
    pub fn layers(&self) -> export::Layers<'_> {
        export::Layers {
            entities: &self.entities,
            times: &self.times,
            figures: &self.figures,
            quotes: &self.quotes,
            facts: self.facts(),
            comparer: &self.comparer,
        }
    }

    /// The corpus in one of the forms in which it is handed on. What people wrote beside it is on the page, and not in these.
    #[cfg(all(feature = "whole", feature = "readers"))]
    pub fn export(&self, form: export::ExportForm) -> Vec<u8> {
        let edits = Edits { title: self.corpus.title.clone(), corrections: self.edits.corrections.clone(), ..Edits::default() };
        let whole = SavedCorpus { articles: self.articles.clone(), sources: Vec::new(), edits };
        let is_open = self.edits.mask == Mask::Off && !whole.articles.is_empty();
        export::form::file(form, &self.corpus, self.layers(), is_open.then_some(&whole))
    }

    /// The corpus with all that was found in it.
    #[cfg(feature = "whole")]
    pub fn annotated(&self) -> Annotated<'_> {
        let Self { corpus, entities, quotes, times, figures, .. } = self;
        Annotated { corpus, entities, quotes, times, figures }
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
            Request::Hello { .. }
            | Request::Append { .. }
            | Request::AppendAnalysis { .. }
            | Request::Build { .. }
            | Request::Correct { .. } => {
                return Err(say!("cette demande change le corpus", "this request changes the corpus").to_owned());
            }
            #[cfg(not(feature = "whole"))]
            Request::Articles | Request::Analysis { .. } => return Err(first_only()),
            #[cfg(feature = "whole")]
            Request::Analysis { piece } => Response::Analysis(self.analysis(piece)),
            #[cfg(not(feature = "whole"))]
            Request::Health => Response::Health(HealthView { issues: self.with_marks(self.issues.clone()), families: Vec::new() }),
            #[cfg(feature = "whole")]
            Request::Articles => Response::Articles(protocol::pack_articles(&self.articles)),
            Request::Overview => Response::Overview(self.overview()),
            Request::Read { document } => {
                let mentions = self.entities.mentions_in(document).to_vec();
                let entities = self.entities_of(mentions.iter().map(|mention| mention.entity));
                let (times, figures) = (self.times.times_in(document).to_vec(), self.figures.figures_in(document).to_vec());
                let quotes = self.quote_marks(document);
                Response::Article(Box::new(ArticleView {
                    document: self.document(document)?.clone(),
                    mentions,
                    entities,
                    quotes,
                    times,
                    figures,
                }))
            }
            Request::Search(request) => Response::Search(Rc::new(self.search(&request))),
            Request::Complete { query, at } => Response::Completions(self.complete(&query, at as usize)),
            Request::Help => Response::Help(self.help()),
            Request::SearchRecord { query, limit } => {
                Response::SearchRecord(export::search(&self.corpus, &self.index.search(&self.corpus, &query, limit as usize)))
            }
            Request::Compare { a, b } => {
                let (document_a, document_b) = (self.document(a)?.clone(), self.document(b)?.clone());
                let comparison = self.compare(a, b)?;
                let listed = [&comparison.both, &comparison.only_a, &comparison.only_b].into_iter().flatten().copied();
                let entities = self.entities_of(listed);
                let difference = self.difference(&comparison);
                Response::Comparison(Box::new(ComparisonView { comparison, entities, difference, a: document_a, b: document_b }))
            }
            Request::Entity { slug } => Response::Entity(self.entity(&slug)?),
            #[cfg(feature = "whole")]
            Request::Health => {
                let issues = self.with_marks(health::examine(&self.corpus));
                Response::Health(HealthView { issues, families: self.comparer.families(&self.corpus) })
            }
            #[cfg(feature = "whole")]
            Request::Concordance(bytes) => {
                let (question, form) = Question::unpack(&bytes).ok_or("question illisible")?;
                Response::Concordance(self.memo.concordancer.answer(&self.corpus, &self.index, question, form)?.pack())
            }
            #[cfg(not(feature = "whole"))]
            Request::Concordance(_) => return Err(first_only()),
            #[cfg(feature = "whole")]
            Request::Across(bytes) => {
                let (request, form) = AcrossRequest::unpack(&bytes).ok_or("question illisible")?;
                Response::Across(self.across(&request, form).pack())
            }
            #[cfg(not(feature = "whole"))]
            Request::Across(_) | Request::Class(_) | Request::Notes(_) => return Err(first_only()),
            #[cfg(feature = "whole")]
            Request::Class(bytes) => {
                let request = ClassRequest::unpack(&bytes).ok_or("question illisible")?;
                Response::Class(self.class(&request)?.pack())
            }
            #[cfg(feature = "whole")]
            Request::Notes(bytes) => {
                let request = NotesRequest::unpack(&bytes).ok_or("question illisible")?;
                Response::Notes(self.notes(request).pack())
            }
            Request::Counts(request) => Response::Counts(self.counted(&request)),
            Request::Timeline => Response::Timeline(self.timeline()),
            Request::Told => Response::Told(self.told()),
            #[cfg(feature = "whole")]
            Request::ToldSheet(sheet) => Response::Sheet(self.told_sheet(&sheet)),
            #[cfg(not(feature = "whole"))]
            Request::ToldSheet(_) => return Err(first_only()),
            Request::Ledger(request) => Response::Ledger(Box::new(self.ledger(&request))),
            #[cfg(feature = "whole")]
            Request::LedgerSheet { request, sheet } => Response::Sheet(self.ledger_sheet(request, sheet)),
            #[cfg(all(feature = "whole", feature = "readers"))]
            Request::Export(form) => Response::File(self.export(form)),
            #[cfg(not(all(feature = "whole", feature = "readers")))]
            Request::Export(_) => return Err(first_only()),
            #[cfg(not(feature = "whole"))]
            Request::LedgerSheet { .. } | Request::Quotes => return Err(first_only()),
            Request::Utterance { document, start } => Response::Utterance(Box::new(self.utterance(document, start)?)),
            #[cfg(feature = "whole")]
            Request::Quotes => Response::Sheet(self.quote_records()),
            Request::Entities => Response::Entities(self.entities.entities.clone()),
            Request::Names(request) => Response::Names(self.name_index(&request)),
            Request::Portrait { slug } => Response::Portrait(Box::new(self.portrait(&slug)?)),
            Request::Together { slug, other, nearness } => Response::Together(self.together(&slug, &other, nearness)?),
            #[cfg(feature = "whole")]
            Request::Statements(request) => Response::Statements(Box::new(self.statements(&request))),
            #[cfg(feature = "whole")]
            Request::Elsewhere { document, span } => Response::Elsewhere(Box::new(self.elsewhere(document, span)?)),
            #[cfg(feature = "whole")]
            Request::CommonText => Response::CommonText(Box::new(self.common_text())),
            #[cfg(feature = "whole")]
            Request::Disagreements(request) => Response::Disagreements(self.disagreements(&request)),
            #[cfg(feature = "whole")]
            Request::Silences(request) => Response::Silences(Box::new(self.silences(&request)?)),
            #[cfg(not(feature = "whole"))]
            Request::CommonText | Request::Disagreements(_) | Request::Silences(_) | Request::Statements(_) | Request::Elsewhere { .. } => {
                return Err(first_only());
            }
            Request::Panic => panic!("a panic was asked for"),
        })
    }

    #[cfg(feature = "whole")]
    #[expect(clippy::unnecessary_wraps, reason = "the first module knows only the pairs that it came with")]
    fn compare(&self, a: DocumentId, b: DocumentId) -> Result<Comparison, String> {
        Ok(self.comparer.compare(self.annotated(), a, b))
    }

    #[cfg(not(feature = "whole"))]
    fn compare(&self, a: DocumentId, b: DocumentId) -> Result<Comparison, String> {
        self.compared.compare(a, b).ok_or_else(first_only)
    }

    /// The pairs with most text in common, and what stands out.
    #[cfg(feature = "whole")]
    fn compare_all(&self) -> (Vec<ClosePair>, Vec<Finding>) {
        let closest = self.comparer.closest_pairs(&self.corpus, CLOSEST_PAIRS);
        let findings = self.comparer.findings(&self.corpus, &self.entities, &closest);
        (closest, findings)
    }

    #[cfg(not(feature = "whole"))]
    fn compare_all(&self) -> (Vec<ClosePair>, Vec<Finding>) {
        (self.compared.closest.clone(), self.compared.findings.clone())
    }

    /// The first module has no two articles that are nearly one.
    #[cfg(not(feature = "whole"))]
    fn difference(&self, _: &Comparison) -> Option<Difference> {
        None
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
        let kept = self.memo.overview.take().unwrap_or_else(|| Rc::new(self.survey()));
        self.memo.overview.insert(kept).clone()
    }

    fn survey(&mut self) -> Overview {
        let (closest, mut findings) = self.compare_all();
        let mut shared = self.most_shared();
        if let Some(finding) = self.in_versions(&shared) {
            findings.insert(findings.len().min(BEFORE_QUOTED), finding);
        }
        shared.truncate(SHOWN_IN_OVERVIEW);
        let both_ways = |&(a, b, share_a, share_b): &ClosePair| {
            [CommonShare { document: a, other: b, share: share_a }, CommonShare { document: b, other: a, share: share_b }]
        };
        let first = self.entities.entities.iter().take(SHOWN_ENTITIES).map(|entity| entity.id);
        let entities = self.entities_of(first.chain(findings.iter().flat_map(named_in)));
        Overview {
            title: self.corpus.title.clone(),
            rights: self.rights.as_ref().map(|rights| say!(rights.fr.clone(), rights.en.clone())),
            fingerprint: fingerprint(&self.corpus),
            articles: self.cards().into(),
            described: self.described(&entities),
            n_entities: n_of(self.entities.entities.len()),
            entities,
            findings,
            shared,
            common: closest.iter().flat_map(both_ways).collect(),
        }
    }

    /// Every article without its text. Those of one outlet are counted by date, for a person to tell them apart.
    fn cards(&self) -> Vec<ArticleCard> {
        let mut cards: Vec<ArticleCard> = self.corpus.documents.iter().map(card).collect();
        let published = |card: &ArticleCard| card.metadata.published.as_ref().map(|published| published.value.clone());
        let mut order: Vec<usize> = (0..cards.len()).filter(|at| cards[*at].outlet().is_some()).collect();
        order.order_by_key(|at| {
            let (outlet, date) = (cards[*at].outlet().map(str::to_owned), published(&cards[*at]));
            (outlet, date.is_none(), date, *at)
        });
        let mut last = None;
        for at in order {
            let n = last.filter(|last: &usize| cards[*last].outlet() == cards[at].outlet()).map_or(0, |last| {
                // The first of several has its number only when the second comes.
                cards[last].place = cards[last].place.max(1);
                cards[last].place + 1
            });
            (cards[at].place, last) = (n, Some(at));
        }
        cards
    }

    /// Those of `entities` without one mention by name.
    fn described(&self, entities: &[Entity]) -> Vec<EntityId> {
        let mut named = vec![false; self.entities.entities.len()];
        for mention in self.entities.mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            named[mention.entity.index()] = true;
        }
        entities.iter().map(|entity| entity.id).filter(|id| !named[id.index()]).collect()
    }
}

/// An engine that is there when first asked for: on the shipped corpus, unless another was brought before.
#[derive(Debug, Default)]
pub struct Session {
    engine: Option<Engine>,
    /// Articles that wait for [`Request::Build`].
    #[cfg(feature = "whole")]
    coming: Vec<Article>,
    /// What was found in them before.
    #[cfg(feature = "whole")]
    recalled: analysis::Incoming,
}

impl Session {
    /// On the shipped corpus, read already; should it not read, whoever asks is told.
    pub fn shipped() -> Self {
        let mut session = Self::default();
        let _ = session.engine();
        session
    }

    /// Answers one request. What cannot be done is [`Response::Refused`] with a sentence, and the corpus stays as it was.
    pub fn answer(&mut self, request: Request, watcher: Watcher) -> Response {
        self.try_answer(request, watcher).unwrap_or_else(|why| Response::Refused { why })
    }

    fn try_answer(&mut self, request: Request, watcher: Watcher) -> Result<Response, String> {
        Ok(match request {
            Request::Hello { version } if version == VERSION => Response::Hello { version: VERSION },
            Request::Hello { version } => {
                return Err(say!(
                    format!("la page parle la version {version} du protocole, le moteur la version {VERSION} : rechargez la page"),
                    format!("the page speaks version {version} of the protocol, the engine version {VERSION}: reload the page")
                ));
            }
            Request::Append { .. } | Request::AppendAnalysis { .. } | Request::Build { .. } | Request::Correct { .. } => {
                return self.change(request, watcher);
            }
            question => self.engine()?.answer(question),
        })
    }

    #[cfg(not(feature = "whole"))]
    fn change(&mut self, _: Request, _: Watcher) -> Result<Response, String> {
        Err(first_only())
    }

    fn engine(&mut self) -> Result<&mut Engine, String> {
        if self.engine.is_none() {
            self.engine = Some(Engine::shipped().map_err(|error| error.to_string())?);
        }
        Ok(self.engine.as_mut().expect("it was just made"))
    }
}

/// Articles between two reports of progress.
#[cfg(feature = "whole")]
const TOLD_EVERY: u32 = 50;

/// Counts the articles of one stage for a watcher.
#[cfg(feature = "whole")]
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

fn named_in(finding: &Finding) -> Vec<EntityId> {
    match finding {
        Finding::NamedInstead { entity, instead, .. } => vec![*entity, *instead],
        Finding::NamedByAll { entities } => entities.clone(),
        Finding::NamedByOne { entity, .. } => vec![*entity],
        Finding::Versions { speaker, .. } => speaker.iter().copied().collect(),
        Finding::CommonText { .. } => Vec::new(),
    }
}

/// Of the texts of a corpus, whatever their order and their names.
fn fingerprint(corpus: &Corpus) -> Fingerprint {
    let texts = corpus.documents.iter().map(|document| Fingerprint::of(document.raw.as_bytes()).0);
    Fingerprint(texts.fold(0, u64::wrapping_add))
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
        place: 0,
        opening: shown,
        n_words: u32::try_from(document.n_words()).unwrap_or(u32::MAX),
        language: document.language.code().to_owned(),
    }
}
