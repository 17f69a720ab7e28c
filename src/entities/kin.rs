//! Which articles tell of the same things: what one of them leaves unsaid another may say.
//!
//! Two articles are akin when they share several names that are no household names: of people, firms and small towns that the
//! gazetteer does not hold. Only of those may one article say who is meant in the other.

use std::hash::{BuildHasher, BuildHasherDefault, DefaultHasher};

use super::resolve::Resolved;
use crate::id::DocumentId;
use crate::order::Order;

/// Names of one article that are looked at: bounds the work.
const MOST: usize = 128;
/// Names that two articles share at least, and the share of the shorter list.
const SHARED: usize = 3;
const SHARE: usize = 6;

/// Rare names of all articles, by article.
pub(super) struct Kin {
    names: Vec<Vec<u64>>,
}

impl Kin {
    pub fn of(names: &[Vec<Resolved>]) -> Self {
        let hasher = BuildHasherDefault::<DefaultHasher>::default();
        let rare = |names: &Vec<Resolved>| {
            let own = names.iter().filter(|name| name.surface.entry.is_none() && name.surface.key.len() > 3);
            let mut keys: Vec<u64> = own.map(|name| hasher.hash_one(name.surface.key.as_str())).collect();
            keys.order();
            keys.dedup();
            keys.truncate(MOST);
            keys
        };
        Self { names: names.iter().map(rare).collect() }
    }

    /// True for articles about the same things, and for an article and itself.
    pub fn akin(&self, a: DocumentId, b: DocumentId) -> bool {
        if a == b {
            return true;
        }
        let (a, b) = (&self.names[a.index()], &self.names[b.index()]);
        let (mut at, mut n_common) = (0, 0);
        for key in a {
            while b.get(at).is_some_and(|other| other < key) {
                at += 1;
            }
            n_common += usize::from(b.get(at) == Some(key));
        }
        n_common >= SHARED.max(a.len().min(b.len()) / SHARE)
    }
}
