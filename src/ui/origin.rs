//! What the page was made of: the corpus that it was made to show, and the page itself, in which a corpus can be published.
//!
//! The hosted page finds both beside it. With the feature `one-file` both are in its own file; the boot script hands the corpus over.

#[cfg(feature = "one-file")]
use std::cell::RefCell;

use js_sys::Uint8Array;

use super::brought::Brought;
#[cfg(not(feature = "one-file"))]
use super::messages::errors;
#[cfg(feature = "one-file")]
use super::messages::publishing;
#[cfg(feature = "one-file")]
use crate::export::explorer;

/// The page in one file, as it lies beside the hosted one.
#[cfg(not(feature = "one-file"))]
const PAGE: &str = "recoupe.html";

/// The corpus that the page names: any file that could be dropped, of the same site.
#[cfg(not(feature = "one-file"))]
pub async fn named() -> Option<Result<Brought, String>> {
    let address = super::element().get_attribute("src")?;
    Some(Brought::fetched(&address).await.map_err(|why| errors::of_address(&address, &why)))
}

/// The page in one file, without a corpus or with one that gives way.
///
/// # Errors
/// When it is not there: a sentence for the reader.
#[cfg(not(feature = "one-file"))]
pub async fn page() -> Result<Uint8Array, String> {
    Brought::fetched(PAGE).await.map_err(|why| errors::of_address(PAGE, &why))?.bytes().await
}

#[cfg(feature = "one-file")]
thread_local! {
    static CORPUS: RefCell<Option<Uint8Array>> = const { RefCell::new(None) };
}

/// Takes the archive that the page has inside, to be opened first.
#[cfg(feature = "one-file")]
pub fn bring(corpus: Option<Uint8Array>) {
    CORPUS.replace(corpus);
}

/// The corpus that was published in this page.
#[cfg(feature = "one-file")]
pub async fn named() -> Option<Result<Brought, String>> {
    let corpus = CORPUS.take()?;
    let brought = Brought::unpacked("corpus.recoupe".to_owned(), &corpus);
    Some(brought.ok_or_else(|| publishing::corpus_unreadable().to_owned()))
}

/// This page as it came: its parts still stand in it, whatever was drawn since and whoever else changed it.
///
/// # Errors
/// When a part was taken away: a sentence for the reader.
#[cfg(feature = "one-file")]
pub async fn page() -> Result<Uint8Array, String> {
    let mut lost = false;
    let page = explorer::fill(|place| {
        let part = part(place);
        lost |= part.is_none();
        part.unwrap_or_default()
    });
    if lost { Err(publishing::not_whole_any_more().to_owned()) } else { Ok(Uint8Array::from(&*explorer::file(&page))) }
}

/// What stood at a place of the frame.
#[cfg(feature = "one-file")]
fn part(place: &str) -> Option<String> {
    let document = gloo::utils::document();
    let attribute = |element: &str, name: &str| document.query_selector(element).ok()??.get_attribute(name);
    match place {
        "policy" => attribute("meta[http-equiv='Content-Security-Policy']", "content"),
        "icon" => attribute("link[rel='icon']", "href"),
        block => document.get_element_by_id(block)?.text_content(),
    }
}
