//! All that the page says of its own, in each of its languages: no component has words of its own (held by `tests/messages.rs`).
//!
//! A message is a function called by what it says, with what it needs to say it; both forms stand in it, French first. One with
//! doors inside takes them as `Html` and returns the whole sentence, since the order of words is the language's own. Words that only the
//! engine's shapes know (why a figure is called a contradiction) are beside these shapes, by the same [`say!`](crate::say).
//!
//! French: ’ and no-break spaces before `; : ! ? »` and behind `«`; singular below two. English: British spelling, “ ” and no space before
//! signs; singular for one alone. Neutral words in both: common text, never copied text.

pub mod about;
pub mod activities;
pub mod bringing;
pub mod byline;
pub mod class_pages;
pub mod collecting;
pub mod common_text;
pub mod comparing;
pub mod correcting;
pub mod counted;
pub mod counting;
pub mod counts;
pub mod days;
pub mod disagreeing;
pub mod distances;
pub mod elsewhere;
pub mod embedding;
pub mod errors;
pub mod filtering;
pub mod five_questions;
pub mod frame;
pub mod health;
pub mod keeping;
pub mod kinds;
pub mod lesson;
pub mod names;
pub mod naming;
pub mod noting;
pub mod opening;
pub mod panorama;
pub mod pictures;
pub mod portrait;
pub mod projecting;
pub mod publishing;
pub mod quoting;
pub mod reading;
pub mod sayings;
pub mod searching;
pub mod statements;
pub mod tables;
pub mod titles;
pub mod told_values;
pub mod tool_lists;
pub mod tools;
pub mod touring;
pub mod utterance;
pub mod values;
pub mod vocabulary;
pub mod worksheet;
