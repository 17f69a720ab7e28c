//! What the names of one sentence say of its words: which words they hold, and whose name begins or ends where.

use super::EntityKind;
use super::link::Identity;
use super::resolve::Resolved;
use super::tokens::Line;

/// What the names of one sentence say of its tokens; empty when there is none.
pub(super) struct Named<'a> {
    pub tokens: Vec<Marks<'a>>,
}

/// What the names of a sentence say of one token.
#[derive(Clone, Default)]
pub(super) struct Marks<'a> {
    /// The person whose name begins here, and the one whose name ends here, title included.
    pub starts: Option<&'a Identity>,
    pub ends: Option<&'a Identity>,
    /// In a name that is no place.
    covered: bool,
    /// Behind the name that holds the token; 0 when none does.
    name_end: usize,
}

impl<'a> Named<'a> {
    pub fn of(line: &Line, names: &'a [Resolved], identities: &'a [Identity]) -> Self {
        let mut tokens: Vec<Marks> = if names.is_empty() { Vec::new() } else { vec![Marks::default(); line.tokens.len()] };
        for (name, identity) in names.iter().zip(identities) {
            let surface = &name.surface;
            if name.kind == EntityKind::Person {
                if let Ok(first) = line.tokens.binary_search_by_key(&surface.span.start, |token| token.span.start) {
                    tokens[first].starts = Some(identity);
                }
                if let Ok(last) = line.tokens.binary_search_by_key(&surface.span.end, |token| token.span.end) {
                    tokens[last].ends = Some(identity);
                }
            }
            let end = surface.end as usize;
            for marks in &mut tokens[surface.first as usize..end] {
                marks.name_end = end.max(marks.name_end);
                marks.covered |= name.kind != EntityKind::Place;
            }
        }
        Self { tokens }
    }

    pub fn is_name(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|marks| marks.covered)
    }

    /// Behind the name that holds token `at`, if one does.
    pub fn name_end(&self, at: usize) -> Option<usize> {
        self.tokens.get(at).map(|marks| marks.name_end).filter(|end| *end > 0)
    }

    /// Behind the name that begins at `at` with its civil title.
    pub fn behind(&self, at: usize) -> Option<usize> {
        const TITLE: usize = 2;
        (at..=at + TITLE).find_map(|at| self.name_end(at))
    }
}
