//! The page's side of the readers: a file goes to the worker that holds their module, and its parts come back.
//!
//! The module is fetched with the first file. One request is under way at a time and the others wait: a file that takes the
//! worker down (an archive that unfolds beyond the memory) takes no other with it, the next one starts a fresh worker. Where
//! no worker can be had the module runs on the page. Articles and sources are passed on as bytes, see
//! [`crate::import::messages`].

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{MessageEvent, MessagePort, Worker};

use super::messages::errors;
use super::modules::{self, Which};
use crate::import::messages::{Parcel, ReadersRequest, ReadersResponse, VERSION};
use crate::import::{Columns, Outcome};

/// A handle on the readers; clones share it.
#[derive(Clone, Default)]
pub struct Readers(Rc<Inner>);

#[derive(Default)]
struct Inner {
    door: RefCell<Option<Rc<Door>>>,
    busy: Cell<bool>,
    waiting: RefCell<VecDeque<oneshot::Sender<Turn>>>,
}

/// What one file gave, or one piece of an archive. The byte arrays own their buffers.
#[derive(Clone, Debug)]
pub struct Part {
    pub outcomes: Vec<Outcome>,
    pub n_articles: u32,
    /// Postcard bytes of a list of [`crate::corpus::Article`].
    pub articles: Uint8Array,
    /// Postcard bytes of a list of [`crate::corpus::Source`].
    pub sources: Uint8Array,
    /// Of a corpus that was exported whole, the postcard bytes of its [`crate::corpus::Edits`].
    pub edits: Option<Uint8Array>,
    /// Of a table, its bytes.
    pub table: Option<Uint8Array>,
    /// Of files of notes, the postcard bytes of a list of [`crate::notebook::NoteFile`].
    pub notes: Option<Uint8Array>,
}

/// What a corpus is written as.
#[derive(Clone, Debug)]
pub enum Wrapping {
    /// A `.recoupe` file.
    Archive,
    /// This page with the corpus inside, which opens on a view.
    Explorer { page: Uint8Array, view: String },
}

/// Why a request came to no end: a sentence for the reader.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Stopped {
    #[error("{}", errors::reading_stopped())]
    Cancelled,
    #[error("{0}")]
    Failed(String),
}

impl PartialEq for Readers {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Readers {
    /// Reads one file. `bytes` are given away: their buffer is empty afterwards. `on_part` may be called any number of times,
    /// also before a failure.
    ///
    /// # Errors
    /// When it was cancelled, or the readers crashed or cannot be had. A file that they refuse is no error but an outcome.
    pub async fn read(
        &self,
        name: String,
        bytes: &Uint8Array,
        columns: Option<Columns>,
        on_part: &mut dyn FnMut(Part),
    ) -> Result<(), Stopped> {
        let message = message(&ReadersRequest::Read { name, columns }, std::slice::from_ref(bytes));
        self.ask(&message, &Array::of1(&bytes.buffer()), on_part).await.map(|_| ())
    }

    /// Reads small files together, in one message: as [`Readers::read`], but that a crash is one of all of them.
    ///
    /// # Errors
    /// As [`Readers::read`].
    pub async fn read_many(&self, names: Vec<String>, bytes: &[Uint8Array], on_part: &mut dyn FnMut(Part)) -> Result<(), Stopped> {
        let message = message(&ReadersRequest::ReadMany { names }, bytes);
        let buffers: Array = bytes.iter().map(Uint8Array::buffer).collect();
        self.ask(&message, &buffers, on_part).await.map(|_| ())
    }

    /// Writes a corpus as one file, from edits and batches of articles and of sources as [`Part`] brings them.
    ///
    /// # Errors
    /// As [`Readers::read`], and when the corpus cannot be written.
    pub async fn pack(
        &self,
        wrapping: Wrapping,
        articles: &[Uint8Array],
        sources: &[Uint8Array],
        edits: &Uint8Array,
    ) -> Result<Uint8Array, Stopped> {
        let n_articles = u32::try_from(articles.len()).unwrap_or(u32::MAX);
        let payloads = [std::slice::from_ref(edits), articles, sources].concat();
        let message = match wrapping {
            Wrapping::Archive => message(&ReadersRequest::Pack { n_articles }, &payloads),
            Wrapping::Explorer { page, view } => message(&ReadersRequest::Publish { n_articles, view }, &[vec![page], payloads].concat()),
        };
        self.ask(&message, &Array::new(), &mut |_| ()).await?.ok_or_else(unexpected)
    }

    /// Stops the request under way, at once, and frees what the worker held. On the page itself a file is read to its end.
    pub fn cancel(&self) {
        let door = self.0.door.borrow_mut().take();
        if let Some(door) = door {
            match &door.worker {
                Some(worker) => worker.terminate(),
                None => door.port.close(),
            }
            door.inbox.put(JsValue::NULL);
        }
    }

    /// Sends a message and takes the answers up to the last one, which may bring a file.
    async fn ask(&self, message: &Array, given: &Array, on_part: &mut dyn FnMut(Part)) -> Result<Option<Uint8Array>, Stopped> {
        let mut turn = self.turn().await;
        turn.asking = true;
        let door = self.door().await?;
        door.port.post_message_with_transferable(message, given).map_err(|why| Stopped::Failed(sentence(&why)))?;
        loop {
            let (response, mut payloads) = door.receive().await?;
            let end = match response {
                ReadersResponse::Imported { outcomes, n_articles } => {
                    let (Some(articles), Some(sources)) = (payloads.next(), payloads.next()) else { return Err(unexpected()) };
                    let [edits, table, notes] =
                        [payloads.next(), payloads.next(), payloads.next()].map(|bytes| bytes.filter(|bytes| bytes.length() > 0));
                    on_part(Part { outcomes, n_articles, articles, sources, edits, table, notes });
                    continue;
                }
                ReadersResponse::Done => Ok(None),
                ReadersResponse::Packed => Ok(payloads.next()),
                ReadersResponse::Refused { why } => Err(Stopped::Failed(why)),
                ReadersResponse::Hello { .. } => return Err(unexpected()),
            };
            turn.asking = false;
            return end;
        }
    }

    /// Waits until the requests before are at their end.
    async fn turn(&self) -> Turn {
        if !self.0.busy.replace(true) {
            return Turn { readers: self.clone(), asking: false };
        }
        let (sender, receiver) = oneshot::channel();
        self.0.waiting.borrow_mut().push_back(sender);
        receiver.await.expect("who waits is not forgotten")
    }

    /// The readers, started when there are none.
    async fn door(&self) -> Result<Rc<Door>, Stopped> {
        if let Some(door) = &*self.0.door.borrow() {
            return Ok(door.clone());
        }
        match self.open(Door::in_worker()).await {
            Err(Stopped::Failed(_)) => self.open(Door::on_page().await).await,
            opened => opened,
        }
    }

    /// Waits for the handshake.
    async fn open(&self, door: Result<Door, JsValue>) -> Result<Rc<Door>, Stopped> {
        let door = Rc::new(door.map_err(|why| Stopped::Failed(sentence(&why)))?);
        *self.0.door.borrow_mut() = Some(door.clone());
        let opened = match door.receive().await {
            Ok((ReadersResponse::Hello { version: VERSION }, _)) => return Ok(door),
            Ok(_) => Err(Stopped::Failed(errors::page_changed().to_owned())),
            Err(stopped) => Err(stopped),
        };
        self.cancel();
        opened
    }
}

/// The right to ask, until dropped.
struct Turn {
    readers: Readers,
    /// Between a request and its last answer, where the worker is of no use to another.
    asking: bool,
}

impl Drop for Turn {
    fn drop(&mut self) {
        if self.asking {
            self.readers.cancel();
        }
        let next = self.readers.0.waiting.borrow_mut().pop_front();
        match next {
            // One that no longer waits gives the turn back, which then passes on in the same way.
            Some(next) => drop(next.send(Turn { readers: self.readers.clone(), asking: false })),
            None => self.readers.0.busy.set(false),
        }
    }
}

/// The way to the readers.
struct Door {
    /// A worker is spoken to as a port is.
    port: MessagePort,
    worker: Option<Worker>,
    inbox: Rc<Inbox>,
    _listener: Closure<dyn FnMut(MessageEvent)>,
}

/// What came: answers; last a string or an error event, why there will be no more, or null when that was wished.
#[derive(Default)]
struct Inbox {
    messages: RefCell<VecDeque<JsValue>>,
    waiting: RefCell<Option<oneshot::Sender<()>>>,
}

impl Door {
    fn in_worker() -> Result<Self, JsValue> {
        let worker = modules::worker(modules::READERS, Which::Whole)?;
        let door = Self::at(worker.unchecked_ref::<MessagePort>().clone(), Some(worker.clone()));
        worker.set_onerror(worker.onmessage().as_ref());
        Ok(door)
    }

    async fn on_page() -> Result<Self, JsValue> {
        let port = modules::port(modules::READERS).await?;
        let door = Self::at(port, None);
        door.port.post_message(&message(&ReadersRequest::Hello, &[]))?;
        Ok(door)
    }

    fn at(port: MessagePort, worker: Option<Worker>) -> Self {
        let inbox = Rc::new(Inbox::default());
        let to = inbox.clone();
        // Messages and errors alike: an event that brings no message is an error.
        let listener = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
            let data = event.data();
            to.put(if data.is_object() || data.is_string() { data } else { event.into() });
        });
        port.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        port.set_onmessageerror(Some(listener.as_ref().unchecked_ref()));
        Self { port, worker, inbox, _listener: listener }
    }

    /// The next answer with its payloads.
    async fn receive(&self) -> Result<(ReadersResponse, impl Iterator<Item = Uint8Array> + use<>), Stopped> {
        let message = self.inbox.take().await;
        if message.is_null() {
            return Err(Stopped::Cancelled);
        }
        let parts = message.dyn_into::<Array>().map_err(|last| Stopped::Failed(sentence(&last)))?;
        let mut parts = parts.into_iter().map(Uint8Array::from);
        let head = parts.next().map(|head| head.to_vec()).unwrap_or_default();
        postcard::from_bytes(&head).map(|response| (response, parts)).map_err(|_| unexpected())
    }
}

impl Inbox {
    fn put(&self, message: JsValue) {
        self.messages.borrow_mut().push_back(message);
        if let Some(waiting) = self.waiting.borrow_mut().take() {
            // It may have been dropped with its request.
            let _ = waiting.send(());
        }
    }

    async fn take(&self) -> JsValue {
        loop {
            if let Some(message) = self.messages.borrow_mut().pop_front() {
                return message;
            }
            let (sender, receiver) = oneshot::channel();
            *self.waiting.borrow_mut() = Some(sender);
            let _ = receiver.await;
        }
    }
}

fn message(request: &ReadersRequest, payloads: &[Uint8Array]) -> Array {
    let Parcel { head, .. } = Parcel::<()>::asking(request, Vec::new());
    let message = Array::of1(&Uint8Array::from(&head[..]));
    for payload in payloads {
        message.push(payload);
    }
    message
}

/// What a crash, an error or an error event says; that of a script that does not load says nothing.
fn sentence(why: &JsValue) -> String {
    match modules::message_of(why) {
        Some(said) => errors::reading_ended(&said),
        None => errors::readers_do_not_load().to_owned(),
    }
}

fn unexpected() -> Stopped {
    Stopped::Failed(errors::readers_unreadable().to_owned())
}
