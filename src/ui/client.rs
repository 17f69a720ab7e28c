//! The page's side of the protocol: asks the engine, and puts another in its place when another corpus is brought.
//!
//! The page opens with the first engine, which is in the page's own module and knows the shipped corpus only. A corpus is
//! made by an engine of its own, beside the one that answers: the page answers all the while, to cancel is to close it, and
//! whatever happens to it the corpus before stays whole. It is a whole engine, from the second module, which is fetched then;
//! so is the one that takes the first's place when it is asked what only a whole engine knows. Only corrections change the
//! engine that answers.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::Uint8Array;

use super::holding::freed;
pub use super::link::Failure;
use super::link::{Link, News, Which};
use super::messages::errors;
use crate::corpus::Edits;
use crate::protocol::{Base, Built, Progress, Request, Response};
use crate::search;

/// A handle on the engine; clones share it.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    engine: RefCell<Link>,
    /// Whether that is a whole engine.
    whole: Cell<bool>,
    /// The engine that makes the next corpus.
    maker: RefCell<Option<Link>>,
    listener: RefCell<Option<Rc<Listener>>>,
    /// Who waits for a whole engine on the shipped corpus, while one is being made.
    waiting: RefCell<Option<Vec<Waiting>>>,
}

/// Whether the reader is told how far an engine is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Told {
    Progress,
    /// Who asked a question waits for its answer, and is told by what waits.
    Nothing,
}

type Waiting = oneshot::Sender<Result<(), Failure>>;

type Listener = dyn Fn(ClientEvent);

/// What the page is told without having asked.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientEvent {
    /// The engine stopped, with what it said last.
    Crashed(Failure),
    /// Another corpus is being made.
    Progress(Progress),
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Client {
    /// Starts the engine.
    pub fn start() -> Self {
        let inner = Rc::new_cyclic(|inner: &std::rc::Weak<Inner>| {
            let inner = inner.clone();
            let engine = Link::open(Which::First, move |news| tell(&inner, news));
            Inner {
                engine: RefCell::new(engine),
                whole: Cell::default(),
                maker: RefCell::default(),
                listener: RefCell::default(),
                waiting: RefCell::default(),
            }
        });
        Self(inner)
    }

    /// Tells `listener` of crashes and progress, in place of the listener before.
    pub fn set_listener(&self, listener: impl Fn(ClientEvent) + 'static) {
        *self.0.listener.borrow_mut() = Some(Rc::new(listener));
    }

    /// Whether a whole engine answers.
    pub fn is_whole(&self) -> bool {
        self.0.whole.get()
    }

    /// Asks the engine; when another takes its place meanwhile, that one.
    ///
    /// # Errors
    /// When the engine stopped; [`Response::Refused`] is an answer.
    pub async fn call(&self, request: Request) -> Result<Response, Failure> {
        if needs_whole(&request) && !self.0.whole.get() {
            self.become_whole().await?;
        }
        loop {
            let engine = self.0.engine.borrow().clone();
            let answer = engine.call(&request).await;
            if answer.is_ok() || *self.0.engine.borrow() == engine {
                return answer;
            }
        }
    }

    /// Makes a corpus of `batches` of articles (see [`crate::protocol::pack_articles`]) and puts it in the place of the one
    /// before. `analysis` is what was found in them before, if anything. A load that is still under way is cancelled.
    ///
    /// # Errors
    /// When the engine refuses, stops, or is cancelled; the corpus before then stays.
    pub async fn load(&self, base: Base, batches: &[Uint8Array], analysis: Vec<Uint8Array>, edits: Edits) -> Result<Built, Failure> {
        self.replace(base, batches, analysis, edits, Told::Progress).await
    }

    /// Puts a whole engine on the shipped corpus in the place of the first one. Whoever asks meanwhile waits for the same.
    async fn become_whole(&self) -> Result<(), Failure> {
        let queue = |waiting: &mut Vec<_>| {
            let (sender, receiver) = oneshot::channel();
            waiting.push(sender);
            receiver
        };
        let wait = self.0.waiting.borrow_mut().as_mut().map(queue);
        if let Some(receiver) = wait {
            return receiver.await.unwrap_or_else(|_| Err(errors::cancelled().to_owned()));
        }
        if self.0.maker.borrow().is_some() {
            // What the reader brought comes first; the question is asked again when it is there.
            return Err(errors::corpus_being_read().to_owned());
        }
        *self.0.waiting.borrow_mut() = Some(Vec::new());
        let made = self.replace(Base::Shipped, &[], Vec::new(), Edits::default(), Told::Nothing).await.map(|_| ());
        for sender in self.0.waiting.borrow_mut().take().into_iter().flatten() {
            // Who asked may be gone: its component was taken away.
            let _ = sender.send(made.clone());
        }
        made
    }

    async fn replace(
        &self,
        base: Base,
        batches: &[Uint8Array],
        analysis: Vec<Uint8Array>,
        edits: Edits,
        telling: Told,
    ) -> Result<Built, Failure> {
        self.cancel();
        let inner = Rc::downgrade(&self.0);
        let serves = Rc::new(Cell::new(false));
        let told = serves.clone();
        // Until it serves, its end is that of the load, not that of the engine.
        let maker = Link::open(Which::Whole, move |news| {
            if told.get() || (telling == Told::Progress && matches!(news, News::Progress(_))) {
                tell(&inner, news);
            }
        });
        *self.0.maker.borrow_mut() = Some(maker.clone());
        let made = make(&maker, base, batches, analysis, edits).await;
        let current = self.0.maker.borrow().as_ref() == Some(&maker);
        match made {
            Ok(built) if current => {
                *self.0.maker.borrow_mut() = None;
                serves.set(true);
                self.0.whole.set(true);
                let before = self.0.engine.replace(maker);
                before.close(errors::another_corpus());
                Ok(built)
            }
            made => {
                if current {
                    *self.0.maker.borrow_mut() = None;
                }
                maker.close(errors::cancelled());
                Err(made.err().unwrap_or_else(|| errors::cancelled().to_owned()))
            }
        }
    }

    /// Stops making a corpus, if one is being made.
    pub fn cancel(&self) {
        let maker = self.0.maker.borrow_mut().take();
        if let Some(maker) = maker {
            maker.close(errors::cancelled());
        }
    }

    /// Replays other edits over the articles that are there.
    ///
    /// # Errors
    /// When the engine refuses or stopped.
    pub async fn correct(&self, edits: Edits) -> Result<Built, Failure> {
        built(self.call(Request::Correct { edits }).await?)
    }
}

/// True for what only a whole engine answers.
fn needs_whole(request: &Request) -> bool {
    match request {
        Request::Correct { .. }
        | Request::Articles
        | Request::Analysis { .. }
        | Request::Concordance(_)
        | Request::Across(_)
        | Request::Class(_)
        | Request::Notes(_)
        | Request::LedgerSheet { .. }
        | Request::ToldSheet(_)
        | Request::CommonText
        | Request::Statements(_)
        | Request::Elsewhere { .. }
        | Request::Disagreements(_)
        | Request::Silences(_)
        | Request::Export(_)
        | Request::Quotes => true,
        Request::Search(request) => search::needs_whole(&request.query),
        Request::SearchRecord { query, .. } => search::needs_whole(query),
        _ => false,
    }
}

async fn make(maker: &Link, base: Base, batches: &[Uint8Array], analysis: Vec<Uint8Array>, edits: Edits) -> Result<Built, Failure> {
    for batch in batches {
        if let Response::Refused { why } = maker.call(&Request::Append { articles: batch.to_vec() }).await? {
            return Err(why);
        }
    }
    for piece in analysis {
        maker.call(&Request::AppendAnalysis { piece: piece.to_vec() }).await?;
        freed(&piece);
    }
    built(maker.call(&Request::Build { base, edits }).await?)
}

fn built(answer: Response) -> Result<Built, Failure> {
    match answer {
        Response::Built(built) => Ok(built),
        Response::Refused { why } => Err(why),
        _ => Err(errors::another_question().to_owned()),
    }
}

fn tell(inner: &std::rc::Weak<Inner>, news: News) {
    let listener = inner.upgrade().and_then(|inner| inner.listener.borrow().clone());
    if let Some(listener) = listener {
        listener(match news {
            News::Crashed(why) => ClientEvent::Crashed(why),
            News::Progress(progress) => ClientEvent::Progress(progress),
        });
    }
}
