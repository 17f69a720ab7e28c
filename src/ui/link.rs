//! One engine and the way to it: in a worker, or on the page when no worker can be had.
//!
//! Requests made before the engine is ready wait for it. The handshake is the first message of every engine.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, MessagePort, Worker, WorkerOptions, WorkerType};

use super::messages::errors;
use super::on_page;
use crate::engine::Session;
use crate::protocol::{self, Message, Progress, Request, Response, VERSION};
use crate::worker;

/// Why a request got no answer: a sentence for the reader.
pub type Failure = String;

/// A handle on one engine; clones share it.
#[derive(Clone)]
pub struct Link(Rc<Inner>);

struct Inner {
    which: Which,
    door: RefCell<Door>,
    next: Cell<u32>,
    /// By number of the request; a few at a time.
    pending: RefCell<Vec<(u32, Asker)>>,
    on_news: Box<dyn Fn(News)>,
}

/// Who waits for an answer.
type Asker = oneshot::Sender<Result<Response, Failure>>;

/// Where the engine is.
enum Door {
    /// The worker starts; requests wait.
    Opening {
        worker: Worker,
        waiting: Vec<Vec<u8>>,
    },
    Worker(Worker),
    /// No worker could be had: the engine of the page's module runs on the page.
    Page(Box<Session>),
    /// No worker could be had: the second module is fetched to the page.
    Fetching {
        waiting: Vec<Vec<u8>>,
    },
    /// The engine of the second module, on the page.
    Port(MessagePort),
    /// The engine stopped.
    Broken(Failure),
}

/// Which of the two modules an engine is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Which {
    /// The page's own, already here: it knows the shipped corpus.
    First,
    /// The second one, fetched when it is first needed: it makes any corpus.
    Whole,
}

/// What an engine tells without being asked.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// It stopped, with what it said last.
    Crashed(Failure),
    Progress(Progress),
}

impl PartialEq for Link {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Link {
    /// Starts an engine: in a worker if one can be had, else on the page. It tells `on_news`.
    pub fn open(which: Which, on_news: impl Fn(News) + 'static) -> Self {
        let door = match (open_worker(which), which) {
            (Ok(worker), _) => Door::Opening { worker, waiting: Vec::new() },
            (Err(_), Which::First) => Door::Page(Box::default()),
            (Err(_), Which::Whole) => Door::Fetching { waiting: Vec::new() },
        };
        let inner = Inner { which, door: RefCell::new(door), next: Cell::new(1), pending: RefCell::default(), on_news: Box::new(on_news) };
        let link = Self(Rc::new(inner));
        link.listen();
        link.fetch();
        let greeting = link.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match greeting.call(&Request::Hello { version: VERSION }).await {
                Ok(Response::Hello { .. }) => {}
                Ok(Response::Refused { why }) | Err(why) => greeting.fail(why),
                Ok(_) => greeting.fail(errors::another_greeting().to_owned()),
            }
        });
        link
    }

    /// Asks the engine.
    ///
    /// # Errors
    /// When the engine stopped or was closed; [`Response::Refused`] is an answer.
    pub async fn call(&self, request: &Request) -> Result<Response, Failure> {
        let number = self.0.next.get();
        self.0.next.set(number.wrapping_add(1).max(1));
        let (sender, receiver) = oneshot::channel();
        self.0.pending.borrow_mut().push((number, sender));
        self.send(protocol::encode(number, request));
        receiver.await.unwrap_or_else(|_| Err(errors::answer_lost().to_owned()))
    }

    /// Ends the engine, whatever it is doing. What it was asked is answered with `why`.
    pub fn close(&self, why: &str) {
        let door = std::mem::replace(&mut *self.0.door.borrow_mut(), Door::Broken(why.to_owned()));
        if let Door::Opening { worker, .. } | Door::Worker(worker) = door {
            worker.terminate();
        }
        self.refuse_pending(why);
    }

    fn send(&self, bytes: Vec<u8>) {
        let broken = match &mut *self.0.door.borrow_mut() {
            Door::Opening { waiting, .. } | Door::Fetching { waiting } => {
                waiting.push(bytes);
                None
            }
            Door::Worker(worker) => {
                post(worker.unchecked_ref(), &bytes);
                None
            }
            Door::Port(port) => {
                post(port, &bytes);
                None
            }
            Door::Page(_) => {
                self.answer_here_soon(bytes);
                None
            }
            Door::Broken(why) => Some(why.clone()),
        };
        if let Some(why) = broken {
            self.refuse_pending(&why);
        }
    }

    /// Answers on the page, but not within the call: the page draws first.
    fn answer_here_soon(&self, bytes: Vec<u8>) {
        let link = self.clone();
        gloo::timers::callback::Timeout::new(0, move || {
            let answers = RefCell::new(Vec::new());
            match &mut *link.0.door.borrow_mut() {
                Door::Page(session) => worker::answer(session, &bytes, &|bytes| answers.borrow_mut().push(bytes)),
                _ => return,
            }
            answers.into_inner().iter().for_each(|bytes| link.receive(bytes));
        })
        .forget();
    }

    fn listen(&self) {
        let door = self.0.door.borrow();
        let Door::Opening { worker, .. } = &*door else { return };
        let on_message = self.message_listener();
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let link = self.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| link.stopped(words_of(&event)));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
        let link = self.clone();
        let on_unreadable = Closure::<dyn FnMut(MessageEvent)>::new(move |_| link.stopped(errors::message_unreadable().to_owned()));
        worker.set_onmessageerror(Some(on_unreadable.as_ref().unchecked_ref()));
        on_unreadable.forget();
    }

    /// Takes what an engine says, in a worker or on the page: bytes, or its last words as a string.
    fn message_listener(&self) -> Closure<dyn FnMut(MessageEvent)> {
        let link = self.clone();
        Closure::new(move |event: MessageEvent| match event.data().as_string() {
            Some(why) => link.stopped(why),
            None => link.receive(&Uint8Array::new(&event.data()).to_vec()),
        })
    }

    /// Where the second module must come to the page, brings it there.
    fn fetch(&self) {
        if !matches!(&*self.0.door.borrow(), Door::Fetching { .. }) {
            return;
        }
        let link = self.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match on_page::port("engine").await {
                Ok(port) => link.fetched(port),
                Err(why) => link.fail(words_of(&why)),
            }
        });
    }

    fn fetched(&self, port: MessagePort) {
        let on_message = self.message_listener();
        port.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let mut door = self.0.door.borrow_mut();
        if let Door::Fetching { waiting } = &mut *door {
            for bytes in std::mem::take(waiting) {
                post(&port, &bytes);
            }
            *door = Door::Port(port);
        }
    }

    fn receive(&self, bytes: &[u8]) {
        if bytes.is_empty() {
            return self.opened();
        }
        match protocol::decode::<Response>(bytes) {
            // Requests are numbered from 1: this one could not even be read.
            Ok(Message { number: 0, content: Response::Refused { why }, .. }) => self.fail(why),
            Ok(Message { content: Response::Progress(progress), .. }) => (self.0.on_news)(News::Progress(progress)),
            Ok(message) => {
                let mut pending = self.0.pending.borrow_mut();
                let at = pending.iter().position(|(number, _)| *number == message.number);
                if let Some((_, sender)) = at.map(|at| pending.remove(at)) {
                    drop(pending);
                    // The asker may be gone: its component was taken away.
                    let _ = sender.send(Ok(message.content));
                }
            }
            Err(error) => self.fail(error.to_string()),
        }
    }

    /// The worker is ready: what waited is sent.
    fn opened(&self) {
        let mut door = self.0.door.borrow_mut();
        if let Door::Opening { worker, waiting } = &mut *door {
            for bytes in std::mem::take(waiting) {
                post(worker.unchecked_ref(), &bytes);
            }
            *door = Door::Worker(worker.clone());
        }
    }

    /// The worker said its last. Before it was ready the page takes over; afterwards the reader is told.
    fn stopped(&self, why: String) {
        let waited = match &mut *self.0.door.borrow_mut() {
            Door::Opening { worker, waiting } => {
                worker.terminate();
                Some(std::mem::take(waiting))
            }
            _ => None,
        };
        match (waited, self.0.which) {
            (Some(requests), Which::First) => {
                *self.0.door.borrow_mut() = Door::Page(Box::default());
                requests.into_iter().for_each(|bytes| self.send(bytes));
            }
            (Some(waiting), Which::Whole) => {
                *self.0.door.borrow_mut() = Door::Fetching { waiting };
                self.fetch();
            }
            (None, _) => self.fail(why),
        }
    }

    fn fail(&self, why: Failure) {
        if matches!(&*self.0.door.borrow(), Door::Broken(_)) {
            return;
        }
        *self.0.door.borrow_mut() = Door::Broken(why.clone());
        self.refuse_pending(&why);
        (self.0.on_news)(News::Crashed(why));
    }

    fn refuse_pending(&self, why: &str) {
        let pending = std::mem::take(&mut *self.0.pending.borrow_mut());
        for (_, sender) in pending {
            let _ = sender.send(Err(why.to_owned()));
        }
    }
}

/// What an error event says; that of a script that does not load says nothing.
fn words_of(why: &JsValue) -> String {
    on_page::message_of(why).unwrap_or_else(|| errors::engine_does_not_load().to_owned())
}

/// Posts to a port, or to a worker, which is posted to in the same way.
fn post(port: &MessagePort, bytes: &[u8]) {
    let array = Uint8Array::from(bytes);
    let transfer = Array::of1(&array.buffer());
    port.post_message_with_transferable(&array, &transfer).expect("a buffer made here can be transferred");
}

/// Starts a worker on the module that already runs here, or on the second one.
fn open_worker(which: Which) -> Result<Worker, JsValue> {
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    options.set_name(worker::ENGINE);
    let worker = Worker::new_with_options(&on_page::address("data-worker", "")?, &options)?;
    let start = Object::new();
    let (glue, module) = match which {
        Which::First => (on_page::address("data-js", "")?, wasm_bindgen::module()),
        Which::Whole => (on_page::address("data-readers", ".js")?, on_page::address("data-readers", "_bg.wasm")?.into()),
    };
    Reflect::set(&start, &"glue".into(), &glue.into())?;
    Reflect::set(&start, &"module".into(), &module)?;
    worker.post_message(&start)?;
    Ok(worker)
}
