//! Questions about sets of articles: what some have and others have not.

use std::rc::Rc;

use super::analysis::{self, Link};
use super::forms::Sought;
use super::index::{Index, walk};
use super::parts::Side;
use super::places::Places;
use super::postings::Shape;
use super::query::Sets;
use crate::corpus::{Corpus, Document};
use crate::order::Order;
use crate::span::Span;

/// What a query's sets of articles let through.
#[derive(Clone, Debug, Default)]
pub struct Allowed {
    /// Parts in which everything must stand and outside of which nothing is shown; none when no such set was named.
    with: Option<Vec<u32>>,
    without: Vec<u32>,
    /// By place in the dictionary: whether the form, its accents apart, stands in all of the first and none of the others.
    forms: Option<Rc<Vec<bool>>>,
    /// Whether it is still to be seen that what is found stands where it must.
    test: Test,
}

#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Test {
    #[default]
    Due,
    Done,
}

impl Allowed {
    pub fn of(index: &Index, corpus: &Corpus, sets: &Sets) -> Self {
        if sets.with.is_empty() && sets.without.is_empty() {
            return Self::default();
        }
        let (with, without) = (named(corpus, &sets.with), named(corpus, &sets.without));
        let parts = |documents: &[Option<&Document>]| {
            // A name that no article has is a part in which nothing stands.
            let mut parts: Vec<u32> = documents
                .iter()
                .map(|document| document.and_then(|document| index.part_of(document.id, Side::Article)).unwrap_or(u32::MAX))
                .collect();
            parts.order();
            parts.dedup();
            parts
        };
        let mut forms = vec![true; index.dictionary.len() as usize];
        for (documents, wanted) in [(&with, true), (&without, false)] {
            for document in documents {
                let there = document.map(|document| forms_of(index, document)).unwrap_or_default();
                let has = |at: usize| there.get(at).copied().unwrap_or(false);
                forms.iter_mut().enumerate().for_each(|(at, allowed)| *allowed &= has(at) == wanted);
            }
        }
        let with_parts = (!with.is_empty()).then(|| parts(&with));
        Self { with: with_parts, without: parts(&without), forms: Some(Rc::new(forms)), test: Test::Due }
    }

    pub fn is_everything(&self) -> bool {
        self.forms.is_none()
    }

    /// Leaves the forms that are let through.
    pub fn keep(&self, terms: &mut Vec<Sought>) {
        if let Some(forms) = &self.forms {
            terms.retain(|sought| forms[sought.term as usize]);
        }
    }

    /// The same for what was found by forms that were kept: only where it may be shown is asked.
    pub fn only_where(&self) -> Self {
        Self { test: Test::Done, ..self.clone() }
    }

    /// The parts that must be looked at; none for all.
    pub fn among(&self) -> Option<Vec<u32>> {
        let mut parts = self.with.clone()?;
        if self.test == Test::Due {
            parts.extend(&self.without);
            parts.order();
            parts.dedup();
        }
        Some(parts)
    }

    /// Those of `places` that are let through.
    pub fn places(&self, places: Places) -> Places {
        let has = |part: &u32| !places.in_part(*part).is_empty();
        if self.test == Test::Due && (self.with.iter().flatten().any(|part| !has(part)) || self.without.iter().any(has)) {
            return Places::default();
        }
        match &self.with {
            Some(with) => places.only(|place| with.binary_search(&place.part).is_ok()),
            None => places,
        }
    }
}

/// Articles by name, with or without the ending; nothing for a name that none has.
fn named<'c>(corpus: &'c Corpus, names: &[String]) -> Vec<Option<&'c Document>> {
    let bare = |name: &str| name.rsplit_once('.').map_or(name, |(bare, _)| bare).to_lowercase();
    let find = |name: &String| {
        let whole = corpus.documents.iter().find(|document| document.name.to_lowercase() == name.to_lowercase());
        whole.or_else(|| corpus.documents.iter().find(|document| bare(&document.name) == name.to_lowercase()))
    };
    names.iter().map(find).collect()
}

/// The forms of an article, with all ways in which each may be accented.
fn forms_of(index: &Index, document: &Document) -> Vec<bool> {
    let mut there = vec![false; index.dictionary.len() as usize];
    let mut chain: Vec<Span> = Vec::new();
    let mut take = |lower: &str, shape: Shape| {
        if let Some(term) = index.dictionary.find(lower, shape)
            && !there[term as usize]
        {
            let same = index.dictionary.accented(index.dictionary.folded(term));
            same.for_each(|rank| there[index.dictionary.at(rank) as usize] = true);
        }
    };
    walk(document, Side::Article, |_, span, link, _| {
        take(&analysis::lower(span.slice(document.text())), Shape::Word);
        chain.push(span);
        if link == Link::Apart {
            let words: Vec<&str> = chain.iter().map(|span| span.slice(document.text())).collect();
            if let Some(lower) = analysis::joined(&words) {
                take(&lower, Shape::Compound);
            }
            chain.clear();
        }
    });
    there
}
