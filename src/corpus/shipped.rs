//! The corpus that ships inside: five French press pages of 2015, with a manifest of what is known of them and how.

use super::import::{Article, ImportError};
use super::metadata::Metadata;

const PAGES: [(&str, &str); 5] = [
    ("000.txt", include_str!("../../corpus/000.txt")),
    ("001.txt", include_str!("../../corpus/001.txt")),
    ("002.txt", include_str!("../../corpus/002.txt")),
    ("003.txt", include_str!("../../corpus/003.txt")),
    ("004.txt", include_str!("../../corpus/004.txt")),
];

/// Title and articles of the shipped corpus.
///
/// # Errors
/// When the manifest does not read; a test holds that it does.
pub fn articles() -> Result<(String, Vec<Article>), ImportError> {
    let articles = PAGES
        .iter()
        .map(|(name, text)| Article { name: (*name).to_owned(), text: (*text).to_owned(), given: Metadata::default() })
        .collect();
    Ok(("Cazeneuve et les géants de l’Internet".to_owned(), articles))
}
