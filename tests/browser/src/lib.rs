//! A real Chromium for tests, and a Firefox for some: one call opens a page under the strict policy, the others act and look as a person does.
//!
//! Every [`Page`] has its own server, driver, browser and empty profile, so that tests share nothing. A helper waits for a
//! condition, never for a clock, and panics with what the page showed when the condition does not come: a test is a list
//! of sentences without error handling.

mod act;
mod axe;
mod driver;
mod files;
mod look;
mod memory;
mod pace;
mod page;
mod picture;
mod record;
mod tree;
mod views;
mod visit;

pub use pace::{Frames, WATCH};
pub use page::Page;
pub use picture::{Extent, Theme};
pub use record::ConsoleEntry;
pub use views::VIEWS;
pub use visit::Visit;
