//! What pupils write and choose, kept while they go about: in the page, and over a reload where the browser lets a page keep something.
//!
//! It is kept for the tab alone and goes with it: on a computer that a class shares, the next pupil finds empty fields. Nothing is sent.

use std::cell::RefCell;
use std::collections::BTreeMap;

use web_sys::Storage;

use crate::protocol::ArticleCard;

/// Before each key in the browser's storage.
const PREFIX: &str = "recoupe-class";

thread_local! {
    static HERE: RefCell<BTreeMap<String, String>> = const { RefCell::new(BTreeMap::new()) };
}

/// What tells a corpus from others, whatever its articles are called: answers to one are no answers to another.
pub fn corpus(articles: &[ArticleCard]) -> String {
    // Fowler, Noll and Vo's hash, 64 bits.
    let numbers = articles.iter().flat_map(|card| card.n_words.to_le_bytes());
    let hash = numbers.fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{}-{hash:x}", articles.len())
}

/// What is kept under `key`.
pub fn get(key: &str) -> Option<String> {
    let here = HERE.with_borrow(|here| here.get(key).cloned());
    here.or_else(|| storage()?.get_item(&format!("{PREFIX}:{key}")).ok().flatten())
}

/// Keeps `value` under `key`.
pub fn set(key: &str, value: &str) {
    HERE.with_borrow_mut(|here| here.insert(key.to_owned(), value.to_owned()));
    if let Some(storage) = storage() {
        // A full or forbidden storage keeps it until the page is closed, no longer.
        let _ = storage.set_item(&format!("{PREFIX}:{key}"), value);
    }
}

/// None in a frame of another site, or where keeping is forbidden.
fn storage() -> Option<Storage> {
    gloo::utils::window().session_storage().ok().flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Metadata;
    use crate::id::DocumentId;

    fn card(name: &str, n_words: u32) -> ArticleCard {
        ArticleCard {
            id: DocumentId(0),
            name: name.to_owned(),
            metadata: Metadata::default(),
            place: 0,
            opening: String::new(),
            n_words,
            language: "fr".to_owned(),
        }
    }

    #[test]
    fn a_corpus_is_the_same_under_other_names_and_another_with_other_words() {
        let one = corpus(&[card("Le Monde.txt", 300), card("b.txt", 40)]);
        assert_eq!(one, corpus(&[card("A", 300), card("B", 40)]));
        assert_ne!(one, corpus(&[card("A", 40), card("B", 300)]));
        assert_ne!(one, corpus(&[card("A", 300)]));
    }
}
