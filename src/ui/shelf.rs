//! Corpora kept in the browser, in IndexedDB: nothing leaves the machine, and the next visit finds them again.
//!
//! Articles, sources and edits are kept as the bytes that they travel in, apart from each other: a list of corpora reads the
//! cards alone, a correction writes the edits alone, and articles and sources are read again only to be handed on. Every call is one transaction,
//! kept whole or not at all. A browser may keep nothing (a private window, a frame of another site), may be full, and may
//! empty the shelf at any time: each is a sentence for the reader, and the page works without.
//!
//! Requests are awaited as promises of their transaction, so that no callback of ours runs between two of them.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Array, Function, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{IdbDatabase, IdbObjectStore, IdbOpenDbRequest, IdbRequest, IdbTransaction, IdbTransactionMode};

use crate::order::Order;
use crate::ui::messages::keeping;
use crate::ui::spoken;

/// A handle on what this browser keeps; clones share it.
#[derive(Clone)]
pub struct Shelf(Rc<RefCell<IdbDatabase>>);

/// A kept corpus at a glance.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Card {
    /// Made once, when the corpus is first kept.
    pub id: String,
    pub title: Option<String>,
    pub n_articles: u32,
    /// When it was last kept, in milliseconds since 1970 as the browser counts them.
    pub kept_at: f64,
}

/// A corpus as it was kept, without its sources.
#[derive(Clone, Debug)]
pub struct Kept {
    pub card: Card,
    /// Each the postcard bytes of a list of [`crate::corpus::Article`].
    pub articles: Vec<Uint8Array>,
    /// Postcard bytes of [`crate::corpus::Edits`].
    pub edits: Vec<u8>,
    /// What was found in the articles, in pieces (see [`crate::protocol::Request::Analysis`]).
    pub analysis: Vec<Uint8Array>,
}

/// Why something was not kept or not found again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Unkept {
    #[error("{}", keeping::no_storage())]
    NoStorage,
    #[error("{}", keeping::full())]
    Full,
    #[error("{}", keeping::removed())]
    Removed,
    #[error("{}", keeping::removed_elsewhere())]
    RemovedElsewhere,
    #[error("{}", keeping::does_not_answer(.0))]
    Other(String),
}

/// The name of the database.
const DATABASE: &str = "recoupe";
/// Raised with a change of [`STORES`], and when kept bytes no longer read as they did.
const VERSION: u32 = 2;

const CARDS: &str = "cards";
const ARTICLES: &str = "articles";
const SOURCES: &str = "sources";
const EDITS: &str = "edits";
/// What can be found again, kept to be faster there.
const ANALYSES: &str = "analyses";
/// Not by corpus: what else the page remembers.
const SETTINGS: &str = "settings";
const STORES: &[&str] = &[CARDS, ARTICLES, SOURCES, EDITS, ANALYSES, SETTINGS];
/// The stores that hold one value for each corpus.
const OF_A_CORPUS: &[&str] = &[CARDS, ARTICLES, SOURCES, EDITS, ANALYSES];
/// In [`SETTINGS`]: the corpus that was open last.
const LAST: &str = "last";

/// A corpus that was taken off the shelf: a value for each of its stores.
pub struct Taken {
    pub id: String,
    values: Vec<JsValue>,
}

impl Taken {
    /// What it was called, where its card can be read.
    pub fn title(&self) -> Option<String> {
        card_of(self.values.first()?)?.title
    }
}

impl PartialEq for Shelf {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Shelf {
    /// Opens the shelf, and makes an empty one on the first visit.
    ///
    /// # Errors
    /// When this browser keeps nothing here.
    pub async fn open() -> Result<Self, Unkept> {
        Ok(Self(Rc::new(RefCell::new(database().await?))))
    }

    /// What is kept, newest first.
    ///
    /// # Errors
    /// When the browser refuses; so for every call below.
    pub async fn cards(&self) -> Result<Vec<Card>, Unkept> {
        let found = self.work(&[CARDS], Job::List).await?;
        let mut cards = Vec::new();
        for card in Array::from(&found[0]) {
            cards.extend(card_of(&card));
        }
        cards.order_by(|a, b| b.kept_at.total_cmp(&a.kept_at).then_with(|| a.id.cmp(&b.id)));
        Ok(cards)
    }

    /// Keeps a corpus, in place of the one of the same id. The arrays are copied with the whole of their buffers.
    ///
    /// # Errors
    /// When the browser refuses or is full; what was kept before is then still there.
    pub async fn put(&self, card: &Card, articles: &[Uint8Array], sources: &[Uint8Array], edits: &[u8]) -> Result<(), Unkept> {
        // What was found in other articles is of no use for these.
        let values = [of_card(card), list(articles), list(sources), Uint8Array::from(edits).into(), list(&[])];
        self.work(OF_A_CORPUS, Job::Put(&card.id, &values)).await.map(drop)
    }

    /// Keeps what the reader did with a corpus that is kept.
    ///
    /// # Errors
    /// As [`Shelf::put`].
    pub async fn put_edits(&self, card: &Card, edits: &[u8]) -> Result<(), Unkept> {
        let values = [of_card(card), Uint8Array::from(edits).into()];
        self.work(&[CARDS, EDITS], Job::Put(&card.id, &values)).await.map(drop)
    }

    /// Keeps what was found in a corpus that is kept.
    ///
    /// # Errors
    /// As [`Shelf::put`].
    pub async fn put_analysis(&self, id: &str, pieces: &[Uint8Array]) -> Result<(), Unkept> {
        self.work(&[ANALYSES], Job::Put(id, &[list(pieces)])).await.map(drop)
    }

    /// A corpus without its sources; none when it is not, or no longer, or not wholly kept.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn get(&self, id: &str) -> Result<Option<Kept>, Unkept> {
        let found = self.work(&[CARDS, ARTICLES, EDITS, ANALYSES], Job::Get(id)).await?;
        let [card, articles, edits, analysis] = &found[..] else { return Ok(None) };
        Ok(match card_of(card) {
            Some(card) if articles.is_object() && edits.is_object() => {
                Some(Kept { card, articles: listed(articles), edits: Uint8Array::new(edits).to_vec(), analysis: listed(analysis) })
            }
            _ => None,
        })
    }

    /// Articles and sources of a corpus, in batches as they were kept; empty when it is not kept.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn matter(&self, id: &str) -> Result<(Vec<Uint8Array>, Vec<Uint8Array>), Unkept> {
        let found = self.work(&[ARTICLES, SOURCES], Job::Get(id)).await?;
        Ok((listed(&found[0]), listed(&found[1])))
    }

    /// Takes a corpus off the shelf, whole, so that it can be put back.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn take(&self, id: &str) -> Result<Taken, Unkept> {
        let values = self.work(OF_A_CORPUS, Job::Get(id)).await?;
        self.work(OF_A_CORPUS, Job::Delete(id)).await?;
        Ok(Taken { id: id.to_owned(), values })
    }

    /// Puts back what was taken, as it was.
    ///
    /// # Errors
    /// As [`Shelf::put`].
    pub async fn put_back(&self, taken: &Taken) -> Result<(), Unkept> {
        self.work(OF_A_CORPUS, Job::Put(&taken.id, &taken.values)).await.map(drop)
    }

    /// The corpus that was open last.
    ///
    /// # Errors
    /// When the browser refuses.
    pub async fn last(&self) -> Result<Option<String>, Unkept> {
        Ok(self.work(&[SETTINGS], Job::Get(LAST)).await?[0].as_string())
    }

    /// Remembers which corpus is open; none for the shipped one.
    ///
    /// # Errors
    /// As [`Shelf::put`].
    pub async fn set_last(&self, id: Option<&str>) -> Result<(), Unkept> {
        let value = id.map(JsValue::from_str).unwrap_or_default();
        self.work(&[SETTINGS], Job::Put(LAST, &[value])).await.map(drop)
    }

    /// One transaction over some stores, one request to each: what each brought, once all of it is done.
    async fn work(&self, names: &[&str], job: Job<'_>) -> Result<Vec<JsValue>, Unkept> {
        let begun = begin(&self.0.borrow(), names, &job);
        let transaction = match begun {
            Ok(transaction) => transaction,
            // It was closed, because another tab brings a newer shelf or the browser emptied this one.
            Err(_) => {
                let again = database().await?;
                *self.0.borrow_mut() = again;
                let begun = begin(&self.0.borrow(), names, &job);
                begun.map_err(|why| unkept(&why))?
            }
        };
        let mut requests = Vec::with_capacity(names.len());
        for (place, name) in names.iter().enumerate() {
            match transaction.object_store(name).and_then(|store| job.ask(&store, place)) {
                Ok(request) => requests.push(request),
                Err(why) => {
                    // Half of it is not kept.
                    let _ = transaction.abort();
                    return Err(unkept(&why));
                }
            }
        }
        let done = Promise::new(&mut |resolve, reject| {
            transaction.set_oncomplete(Some(&resolve));
            transaction.set_onabort(Some(&reject));
        });
        match JsFuture::from(done).await {
            Ok(_) => {
                let mut found = Vec::with_capacity(requests.len());
                for request in &requests {
                    found.push(request.result().unwrap_or_default());
                }
                Ok(found)
            }
            Err(_) => Err(unkept(&transaction.error().into())),
        }
    }
}

/// What a transaction asks of each of its stores.
enum Job<'a> {
    /// Every value.
    List,
    /// The value of a key.
    Get(&'a str),
    /// Under one key, a value for each store.
    Put(&'a str, &'a [JsValue]),
    Delete(&'a str),
}

impl Job<'_> {
    fn ask(&self, store: &IdbObjectStore, place: usize) -> Result<IdbRequest, JsValue> {
        match self {
            Job::List => store.get_all(),
            Job::Get(key) => store.get(&JsValue::from_str(key)),
            Job::Put(key, values) => store.put_with_key(&values[place], &JsValue::from_str(key)),
            Job::Delete(key) => store.delete(&JsValue::from_str(key)),
        }
    }
}

fn begin(database: &IdbDatabase, names: &[&str], job: &Job) -> Result<IdbTransaction, JsValue> {
    let all = Array::new();
    for name in names {
        all.push(&JsValue::from_str(name));
    }
    let mode = match job {
        Job::List | Job::Get(_) => IdbTransactionMode::Readonly,
        Job::Put(..) | Job::Delete(_) => IdbTransactionMode::Readwrite,
    };
    database.transaction_with_str_sequence_and_mode(&all, mode)
}

/// The database, with its stores.
async fn database() -> Result<IdbDatabase, Unkept> {
    // Missing in some browsers, and its mere mention throws in a frame of another site.
    let factory =
        web_sys::window().filter(|_| spoken::may_keep()).and_then(|window| window.indexed_db().ok().flatten()).ok_or(Unkept::NoStorage)?;
    let request = factory.open_with_u32(DATABASE, VERSION).map_err(|_| Unkept::NoStorage)?;
    let upgraded = request.clone();
    let upgrade = Closure::once_into_js(move || {
        let Some(database) = request_result(&upgraded) else { return };
        for name in STORES {
            // One that cannot be made is missed by the first transaction, which says so.
            let _ = database.create_object_store(name);
        }
    });
    request.set_onupgradeneeded(Some(upgrade.unchecked_ref()));
    let opened = Promise::new(&mut |resolve, reject| {
        request.set_onsuccess(Some(&resolve));
        request.set_onerror(Some(&reject));
        request.set_onblocked(Some(&reject));
    });
    if JsFuture::from(opened).await.is_err() {
        // An error of the request is only there once it has ended; before that another tab holds an older shelf.
        return Err(match request.error() {
            Ok(Some(error)) if error.name() == QUOTA => Unkept::Full,
            Ok(_) => Unkept::NoStorage,
            Err(_) => Unkept::Other(keeping::older_tab().to_owned()),
        });
    }
    let database = request_result(&request).ok_or(Unkept::NoStorage)?;
    // A newer page in another tab need not wait for this one.
    let close = Reflect::get(&database, &"close".into()).ok().and_then(|close| close.dyn_into::<Function>().ok());
    database.set_onversionchange(close.map(|close| close.bind0(&database)).as_ref());
    Ok(database)
}

fn request_result(request: &IdbOpenDbRequest) -> Option<IdbDatabase> {
    request.result().ok().map(JsCast::unchecked_into)
}

/// What the browser calls a lack of room.
const QUOTA: &str = "QuotaExceededError";

/// What a thrown value or an error says.
fn unkept(why: &JsValue) -> Unkept {
    let text = |name: &str| Reflect::get(why, &name.into()).ok().and_then(|text| text.as_string());
    if text("name").is_some_and(|name| name == QUOTA) {
        return Unkept::Full;
    }
    Unkept::Other(text("message").unwrap_or_else(|| keeping::unknown_reason().to_owned()))
}

fn list(arrays: &[Uint8Array]) -> JsValue {
    let list = Array::new();
    for array in arrays {
        list.push(array);
    }
    list.into()
}

/// Empty for what was never kept.
fn listed(value: &JsValue) -> Vec<Uint8Array> {
    let mut arrays = Vec::new();
    if value.is_object() {
        for array in Array::from(value) {
            arrays.push(array.unchecked_into());
        }
    }
    arrays
}

fn of_card(card: &Card) -> JsValue {
    let Card { id, title, n_articles, kept_at } = card;
    let title = title.as_deref().map(JsValue::from_str).unwrap_or_default();
    Array::of4(&id.into(), &title, &(*n_articles).into(), &(*kept_at).into()).into()
}

fn card_of(value: &JsValue) -> Option<Card> {
    let fields = value.dyn_ref::<Array>()?;
    let number = |at: u32| fields.get(at).as_f64().unwrap_or_default();
    Some(Card { id: fields.get(0).as_string()?, title: fields.get(1).as_string(), n_articles: number(2) as u32, kept_at: number(3) })
}
