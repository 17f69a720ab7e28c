//! Words of a language: where they begin and end, and when two of them are the same.
//!
//! Knows nothing of documents or zones: text in, spans out.

pub mod filling;
pub mod fold;
pub mod language;
pub mod letters;
pub mod markup;
pub mod number;
pub mod numerals;
pub mod run;
pub mod segment;
pub mod stem;
pub mod token;
mod word_set;

pub use fold::fold;
pub use language::Language;
pub use letters::compose;
pub use number::Number;
pub use run::{runs, stands_alone};
pub use segment::{is_abbreviation, sentences, words};
pub use stem::Stems;
pub use token::{Line, Token, tokens};
pub use word_set::WordSet;
