//! Regular expressions over whole words.
//!
//! Only with the feature `whole`: the page's first module has no engine for them.

use super::forms::Sought;
use super::index::Index;

/// Forms that `pattern` matches whole, given without accents; none for what is no expression.
#[cfg(feature = "whole")]
pub fn forms(index: &Index, pattern: &str) -> Vec<Sought> {
    match super::expression::compile(pattern) {
        Ok(expression) => super::forms::that(index, |folded| expression.is_match(folded)),
        Err(_) => Vec::new(),
    }
}

#[cfg(not(feature = "whole"))]
pub fn forms(_: &Index, _: &str) -> Vec<Sought> {
    Vec::new()
}
