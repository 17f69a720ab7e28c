//! The corpus as the page holds it beside the engine: bytes that are passed on and never read here.
//!
//! Articles and sources lie here from the import until they are kept in the browser's storage; then they are let go, and read
//! from there when they are wanted. Where nothing is kept they stay.

use std::collections::BTreeMap;
use std::rc::Rc;

use js_sys::{Function, Reflect, Uint8Array};
use wasm_bindgen::JsCast;

use super::messages::keeping;
use super::shelf::Card;
use super::state::Kept;
use crate::corpus::{Correction, Edits, mask};
use crate::notebook::Notebook;
use crate::protocol::Base;

/// The corpus as the page holds it: bytes to make it again, to keep it, to hand it on.
#[derive(Clone, Default)]
pub struct Holding {
    pub base: Base,
    pub articles: Vec<Batch>,
    pub sources: Vec<Batch>,
    /// False when the bytes of both lie on the shelf alone.
    pub is_here: bool,
    pub edits: Edits,
    /// What was taken back since the last correction; the next to be made again is the last.
    pub undone: Vec<Correction>,
    /// The notebook as it was before each step of writing, last first to be had back.
    pub leafed: Vec<Notebook>,
    /// Places of corrections that fit nothing.
    pub passed_over: Vec<u32>,
    pub n_articles: u32,
    /// What the articles are called, in order, while that is hidden.
    pub names: Vec<String>,
    pub kept: Kept,
    /// When this page kept it last, or read it from the shelf.
    pub kept_at: f64,
}

/// Articles or sources as the readers gave them, with the file they are of where somebody may have it read again.
#[derive(Clone)]
pub struct Batch {
    pub file: Option<u32>,
    /// Counted, so that it is known when nobody uses them any more.
    pub bytes: Rc<Uint8Array>,
}

impl Holding {
    /// What it is called.
    pub fn title(&self) -> String {
        let untitled = || match self.base {
            Base::Shipped => keeping::example().to_owned(),
            Base::Appended => keeping::untitled_corpus().to_owned(),
        };
        self.edits.title.clone().unwrap_or_else(untitled)
    }

    /// Whether there is something of the reader's in it that no shelf has.
    pub fn is_here_alone(&self) -> bool {
        let is_theirs = self.base == Base::Appended || self.edits != Edits::default();
        is_theirs && !matches!(self.kept, Kept::As(_))
    }

    /// Lets the bytes go if they are those of `kept`, which now lies on the shelf. What others still use stays with them.
    pub fn let_go(&mut self, kept: Self) {
        let is_same = |(held, kept): (&Batch, &Batch)| Rc::ptr_eq(&held.bytes, &kept.bytes);
        if self.articles.len() != kept.articles.len() || !self.articles.iter().zip(&kept.articles).all(is_same) {
            return;
        }
        drop(kept);
        self.is_here = false;
        let none = Rc::new(Uint8Array::new_with_length(0));
        for batch in self.articles.iter_mut().chain(&mut self.sources) {
            if let Some(bytes) = Rc::into_inner(std::mem::replace(&mut batch.bytes, none.clone())) {
                freed(&bytes);
            }
        }
    }

    /// Calls the articles of the notebook as they are called now; `before` are the names that were hidden until now.
    pub fn rename_notes(&mut self, before: &[String]) {
        let names = std::mem::take(&mut self.names);
        let letters: BTreeMap<&str, String> = names.iter().zip(0..).map(|(name, place)| (&**name, mask::letter(place))).collect();
        let shown = mask::unmasked(before);
        let rename = |name: &str| {
            let shown = shown(name);
            letters.get(&*shown).cloned().unwrap_or(shown)
        };
        self.edits.notebook.rename(&rename);
        self.leafed.iter_mut().for_each(|notebook| notebook.rename(&rename));
        self.names = names;
    }

    /// As it is kept under `id`.
    pub fn card(&self, id: &str) -> Card {
        Card { id: id.to_owned(), title: Some(self.title()), n_articles: self.n_articles, kept_at: js_sys::Date::now() }
    }
}

impl From<Uint8Array> for Batch {
    fn from(bytes: Uint8Array) -> Self {
        Self { file: None, bytes: Rc::new(bytes) }
    }
}

/// Gives the memory of an array that nobody will read back at once, and leaves it empty. The browser would do so at its own time,
/// which comes late in a tab that lies still.
pub fn freed(bytes: &Uint8Array) {
    let buffer = bytes.buffer();
    let transfer = Reflect::get(&buffer, &"transfer".into()).ok().and_then(|transfer| transfer.dyn_into::<Function>().ok());
    if let Some(transfer) = transfer {
        // A browser that has no such call keeps the memory until it looks for what is unused.
        let _ = transfer.call1(&buffer, &0.into());
    }
}

/// Batches that were let go, with their bytes.
pub fn refilled(batches: &[Batch], arrays: Vec<Uint8Array>) -> Vec<Batch> {
    // Others than were kept are of no file that could be read again.
    let file = |at: usize| batches.get(at).filter(|_| batches.len() == arrays.len()).and_then(|batch| batch.file);
    (0..).zip(&arrays).map(|(at, bytes)| Batch { file: file(at), bytes: Rc::new(bytes.clone()) }).collect()
}

/// The bytes of some batches.
pub fn arrays(batches: &[Batch]) -> Vec<Uint8Array> {
    batches.iter().map(|batch| (*batch.bytes).clone()).collect()
}
