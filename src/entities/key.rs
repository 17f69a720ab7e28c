//! Keys: folded words that many tokens, names and identities share.
//!
//! A corpus says the same few ten thousand words millions of times, so a key is kept once and pointed at. The pointer is
//! thin: candidates of the whole corpus, which are held at once, are smaller with it than with a string slice.

use std::borrow::Borrow;
use std::collections::{HashMap, HashSet};
use std::fmt;
use std::ops::Deref;
use std::rc::Rc;

/// A folded word, or several joined by blanks.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct Key(Rc<Box<str>>);

impl Key {
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Several words as one key; [`Keys::join`] makes none twice.
    pub fn join(keys: &[Key]) -> Self {
        match keys {
            [key] => key.clone(),
            keys => keys.join(" ").into(),
        }
    }
}

impl From<String> for Key {
    fn from(word: String) -> Self {
        Self(Rc::new(word.into_boxed_str()))
    }
}

impl From<&str> for Key {
    fn from(word: &str) -> Self {
        Self(Rc::new(word.into()))
    }
}

impl Deref for Key {
    type Target = str;

    fn deref(&self) -> &str {
        &self.0
    }
}

impl Borrow<str> for Key {
    fn borrow(&self) -> &str {
        &self.0
    }
}

impl PartialEq<&str> for Key {
    fn eq(&self, other: &&str) -> bool {
        self.as_str() == *other
    }
}

impl fmt::Debug for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.as_str().fmt(f)
    }
}

impl fmt::Display for Key {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self)
    }
}

/// The keys met so far, so that none is made twice.
#[derive(Debug, Default)]
pub(super) struct Keys<'a> {
    /// By the word as written, so that most words need no folding either.
    by_surface: HashMap<&'a str, Key>,
    all: HashSet<Key>,
    /// Names, word by word.
    parts: HashSet<Rc<[Key]>>,
}

impl<'a> Keys<'a> {
    /// The key of a word as written, made by `fold` if the word is new.
    pub fn of_surface(&mut self, surface: &'a str, fold: impl FnOnce(&str) -> String) -> Key {
        if let Some(key) = self.by_surface.get(surface) {
            return key.clone();
        }
        let key = self.of(fold(surface));
        self.by_surface.insert(surface, key.clone());
        key
    }

    /// The one key for `folded`.
    pub fn of(&mut self, folded: String) -> Key {
        if let Some(key) = self.all.get(folded.as_str()) {
            return key.clone();
        }
        let key = Key::from(folded);
        self.all.insert(key.clone());
        key
    }

    /// Several words as one key, and each by itself.
    pub fn join(&mut self, keys: Vec<Key>) -> (Key, Rc<[Key]>) {
        let parts = match self.parts.get(&keys[..]) {
            Some(parts) => parts.clone(),
            None => {
                let parts: Rc<[Key]> = keys.into();
                self.parts.insert(parts.clone());
                parts
            }
        };
        let key = match &parts[..] {
            [key] => key.clone(),
            keys => self.of(keys.join(" ")),
        };
        (key, parts)
    }
}
