//! The page's side of the protocol: asks the engine in its worker, or on the page when no worker can be had.
//!
//! Requests made before the engine is ready wait for it. The handshake is the first message of every engine.

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::rc::Rc;

use futures_channel::oneshot;
use js_sys::{Array, Object, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use web_sys::{ErrorEvent, MessageEvent, Url, Worker, WorkerOptions, WorkerType};

use crate::engine::Engine;
use crate::protocol::{self, Message, Request, Response, VERSION};
use crate::worker;

/// Why a request got no answer: a sentence for the reader.
pub type Failure = String;

/// A handle on the engine; clones share it.
#[derive(Clone)]
pub struct Client(Rc<Inner>);

struct Inner {
    door: RefCell<Door>,
    next: Cell<u32>,
    pending: RefCell<BTreeMap<u32, oneshot::Sender<Result<Response, Failure>>>>,
    listener: RefCell<Option<Listener>>,
}

type Listener = Box<dyn Fn(ClientEvent)>;

/// Where the engine is.
enum Door {
    /// The worker starts; requests wait.
    Opening {
        worker: Worker,
        waiting: Vec<Vec<u8>>,
    },
    Worker(Worker),
    /// No worker could be had: the engine runs on the page.
    Page(Box<Option<Engine>>),
    /// The engine stopped.
    Broken(Failure),
}

/// What the page is told without having asked.
#[derive(Clone, Debug, PartialEq)]
pub enum ClientEvent {
    /// The engine stopped, with what it said last.
    Crashed(Failure),
    /// Another corpus was loaded.
    Loaded,
}

impl PartialEq for Client {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Client {
    /// Starts the engine: in a worker if one can be had.
    pub fn start() -> Self {
        let door = match open_worker() {
            Ok(worker) => Door::Opening { worker, waiting: Vec::new() },
            Err(_) => Door::Page(Box::new(None)),
        };
        let inner = Inner { door: RefCell::new(door), next: Cell::new(1), pending: RefCell::default(), listener: RefCell::default() };
        let client = Self(Rc::new(inner));
        client.listen();
        let greeting = client.clone();
        wasm_bindgen_futures::spawn_local(async move {
            match greeting.call(Request::Hello { version: VERSION }).await {
                Ok(Response::Hello { .. }) => {}
                Ok(Response::Refused { why }) | Err(why) => greeting.fail(why),
                Ok(_) => greeting.fail("le moteur a répondu autre chose à la poignée de main".to_owned()),
            }
        });
        client
    }

    /// Tells `listener` of crashes and loads, in place of the listener before.
    pub fn set_listener(&self, listener: impl Fn(ClientEvent) + 'static) {
        *self.0.listener.borrow_mut() = Some(Box::new(listener));
    }

    /// Asks the engine.
    ///
    /// # Errors
    /// When the engine refuses (never for [`Response::Refused`], which is an answer) or stopped.
    pub async fn call(&self, request: Request) -> Result<Response, Failure> {
        let loads = matches!(request, Request::Load { .. } | Request::LoadShipped);
        let number = self.0.next.get();
        self.0.next.set(number.wrapping_add(1).max(1));
        let (sender, receiver) = oneshot::channel();
        self.0.pending.borrow_mut().insert(number, sender);
        self.send(protocol::encode(number, &request));
        let answer = receiver.await.unwrap_or_else(|_| Err("la réponse s’est perdue".to_owned()))?;
        if loads && matches!(answer, Response::Overview(_)) {
            self.tell(ClientEvent::Loaded);
        }
        Ok(answer)
    }

    fn send(&self, bytes: Vec<u8>) {
        let broken = match &mut *self.0.door.borrow_mut() {
            Door::Opening { waiting, .. } => {
                waiting.push(bytes);
                None
            }
            Door::Worker(worker) => {
                post(worker, &bytes);
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
        let client = self.clone();
        gloo::timers::callback::Timeout::new(0, move || {
            let answer = match &mut *client.0.door.borrow_mut() {
                Door::Page(engine) => worker::answer(engine, &bytes),
                _ => return,
            };
            client.receive(&answer);
        })
        .forget();
    }

    fn listen(&self) {
        let door = self.0.door.borrow();
        let Door::Opening { worker, .. } = &*door else { return };
        let client = self.clone();
        let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| match event.data().as_string() {
            Some(why) => client.stopped(why),
            None => client.receive(&Uint8Array::new(&event.data()).to_vec()),
        });
        worker.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
        on_message.forget();
        let client = self.clone();
        let on_error = Closure::<dyn FnMut(ErrorEvent)>::new(move |event: ErrorEvent| client.stopped(message_of(&event)));
        worker.set_onerror(Some(on_error.as_ref().unchecked_ref()));
        on_error.forget();
        let client = self.clone();
        let on_unreadable =
            Closure::<dyn FnMut(MessageEvent)>::new(move |_| client.stopped("un message du moteur ne se lit pas".to_owned()));
        worker.set_onmessageerror(Some(on_unreadable.as_ref().unchecked_ref()));
        on_unreadable.forget();
    }

    fn receive(&self, bytes: &[u8]) {
        if bytes.is_empty() {
            return self.opened();
        }
        match protocol::decode::<Response>(bytes) {
            // Requests are numbered from 1: this one could not even be read.
            Ok(Message { number: 0, content: Response::Refused { why } }) => self.fail(why),
            Ok(message) => {
                let sender = self.0.pending.borrow_mut().remove(&message.number);
                if let Some(sender) = sender {
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
                post(worker, &bytes);
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
        match waited {
            Some(requests) => {
                *self.0.door.borrow_mut() = Door::Page(Box::new(None));
                requests.into_iter().for_each(|bytes| self.send(bytes));
            }
            None => self.fail(why),
        }
    }

    fn fail(&self, why: Failure) {
        if matches!(&*self.0.door.borrow(), Door::Broken(_)) {
            return;
        }
        *self.0.door.borrow_mut() = Door::Broken(why.clone());
        self.refuse_pending(&why);
        self.tell(ClientEvent::Crashed(why));
    }

    fn refuse_pending(&self, why: &str) {
        let pending = std::mem::take(&mut *self.0.pending.borrow_mut());
        for sender in pending.into_values() {
            let _ = sender.send(Err(why.to_owned()));
        }
    }

    fn tell(&self, event: ClientEvent) {
        if let Some(listener) = &*self.0.listener.borrow() {
            listener(event);
        }
    }
}

/// What an error event says; that of a script that does not load says nothing.
fn message_of(event: &ErrorEvent) -> String {
    let message = Reflect::get(event, &"message".into()).ok().and_then(|message| message.as_string());
    message.unwrap_or_else(|| "le moteur ne se charge pas".to_owned())
}

fn post(worker: &Worker, bytes: &[u8]) {
    let array = Uint8Array::from(bytes);
    let transfer = Array::of1(&array.buffer());
    worker.post_message_with_transfer(&array, &transfer).expect("a buffer made here can be transferred");
}

/// Starts a worker on the module that already runs here.
fn open_worker() -> Result<Worker, JsValue> {
    let boot = gloo::utils::document().query_selector("script[data-worker]")?.ok_or("no boot script")?;
    let address = |name: &str| -> Result<String, JsValue> {
        let path = boot.get_attribute(name).ok_or("boot script without addresses")?;
        Ok(Url::new_with_base(&path, &gloo::utils::document().base_uri()?.unwrap_or_default())?.href())
    };
    let options = WorkerOptions::new();
    options.set_type(WorkerType::Module);
    let worker = Worker::new_with_options(&address("data-worker")?, &options)?;
    let start = Object::new();
    Reflect::set(&start, &"glue".into(), &address("data-js")?.into())?;
    Reflect::set(&start, &"module".into(), &wasm_bindgen::module())?;
    worker.post_message(&start)?;
    Ok(worker)
}
