//! The page as a person meets it, in a real Chromium under the strict policy, on the shipped corpus.

mod across;
mod address;
mod api;
mod bad_files;
mod bounds;
mod classroom;
mod compare;
mod concordance;
mod corpus;
mod correct;
mod crash;
mod disagree;
mod english;
mod files;
mod firefox;
mod follow;
mod framed;
mod hostile;
mod keep;
mod later;
mod masked;
mod memory;
mod names;
mod naming;
mod notes;
mod offline;
mod one_file;
mod pictures;
mod projector;
mod publish;
mod quiet;
mod quotes;
mod read_aloud;
mod review;
mod search;
mod search_tools;
mod statements;
mod tasks;
mod told;
mod tour;
mod trouble;
mod worksheet;

use browser_tests::{Page, VIEWS, Visit};

/// Opens the page and waits until its view is drawn.
#[track_caller]
fn open(fragment: &str) -> Page {
    opened(Visit::new().open(fragment))
}

/// Waits until the view is drawn.
#[track_caller]
fn opened(page: Page) -> Page {
    drawn(&page);
    page
}

/// Waits until the view's heading is there and nothing is under way.
#[track_caller]
fn drawn(page: &Page) {
    page.wait_until("document.querySelector('#main h1') && !document.querySelector('[aria-busy=true]')");
}

/// The number before a word in a text: `12 passages dans 4 articles`, `passage` → 12.
#[track_caller]
fn number_before(text: &str, word: &str) -> u32 {
    let words: Vec<&str> = text.split_whitespace().collect();
    let at = words.iter().position(|found| found.starts_with(word)).unwrap_or_else(|| panic!("no “{word}” in: {text}"));
    words[at - 1].parse().unwrap_or_else(|_| panic!("no number before “{word}” in: {text}"))
}
