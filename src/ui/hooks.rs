//! Hooks: what components share of time and state.

pub mod use_answer;
pub mod use_articles;
pub mod use_cited;
pub mod use_exact_address;
pub mod use_explorer;
pub mod use_fetch_ahead;
pub mod use_linked_scroll;
pub mod use_scroll_to;
pub mod use_selection;
pub mod use_steps;

pub use use_answer::{Answer, use_answer};
pub use use_articles::use_articles;
pub use use_cited::use_cited;
pub use use_exact_address::use_exact_address;
pub use use_explorer::{Explorer, use_explorer};
pub use use_fetch_ahead::use_fetch_ahead;
pub use use_linked_scroll::use_linked_scroll;
pub use use_scroll_to::use_scroll_to;
pub use use_selection::use_selection;
pub use use_steps::use_steps;
