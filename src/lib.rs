//! Recoupe: several accounts of one event, searched, highlighted and compared in one browser tab.
//!
//! The modules stand in floors; a floor uses only lower floors (held by `tests/architecture.rs`).
//!
//! ```text
//! ui                                 7  Yew components, state, routes, the JavaScript API
//! worker  readers  cli               6  the engine behind a Web Worker; the readers of files too; the engine in a shell
//! engine  protocol  export           5  one object that answers requests; their shapes; the exchange format;
//! classroom                             questions for a class, in the shapes of the protocol
//! concordance  search  compare       4  search and compare do not use one another; concordance is made of what search finds;
//! facts  contradictions                 the counts and days that several articles tell; what articles tell otherwise;
//! omissions                                 what one of them does not tell;
//! shipped                               the shipped corpus comes with all that is found in it
//! quotes                             3  who said what
//! entities  times  figures           2  what a text names, when, and how many (a figure is what belongs to no time)
//! import  health                     2  files become articles; what is wrong with them
//! corpus  text                       1  documents in; words of a language;
//! notebook                               what a person writes beside them
//! span  id  kind  order  groups  locale   0
//! ```
//!
//! Nothing at or below floor 5 knows a browser. Texts are owned once, by the corpus; everything else points at them.

pub mod groups;
pub mod id;
pub mod kind;
pub mod locale;
pub mod order;
pub mod span;

pub mod corpus;
pub mod notebook;
pub mod text;

pub mod entities;
pub mod figures;
pub mod health;
pub mod import;
pub mod times;

pub mod quotes;

pub mod compare;
pub mod concordance;
pub mod contradictions;
pub mod facts;
pub mod omissions;
pub mod search;
pub mod shipped;

#[cfg(feature = "whole")]
pub(crate) mod classroom;
pub mod engine;
pub mod export;
pub mod protocol;

#[cfg(feature = "readers")]
pub mod cli;

#[cfg(feature = "worker")]
pub mod worker;

#[cfg(all(feature = "worker", feature = "readers"))]
pub mod readers;

#[cfg(feature = "ui")]
pub mod ui;
