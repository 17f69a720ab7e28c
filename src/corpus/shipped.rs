//! The corpus that ships inside: five French press pages of 2015, with a manifest of what is known of them and how.
//!
//! The manifest lists all that is known. What the texts themselves state is found there again by the import, as in any
//! page, so only guesses are handed over with the articles, each with its reason.

use serde::Deserialize;

use super::import::{Article, ImportError};
use super::metadata::{Basis, Fact, Metadata};

const MANIFEST: &str = include_str!("../../corpus/manifest.json");

const PAGES: [(&str, &str); 5] = [
    ("000.txt", include_str!("../../corpus/000.txt")),
    ("001.txt", include_str!("../../corpus/001.txt")),
    ("002.txt", include_str!("../../corpus/002.txt")),
    ("003.txt", include_str!("../../corpus/003.txt")),
    ("004.txt", include_str!("../../corpus/004.txt")),
];

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    title: String,
    rights: Rights,
    articles: Vec<Entry>,
}

/// To whom the texts belong, in the two languages of the page.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rights {
    pub fr: String,
    pub en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    title: Option<Known>,
    outlet: Option<Known>,
    #[serde(default)]
    authors: Vec<Known>,
    published: Option<Known>,
    updated: Option<Known>,
    #[serde(default)]
    agencies: Vec<Known>,
}

#[derive(Deserialize)]
#[serde(tag = "basis", rename_all = "lowercase", deny_unknown_fields)]
enum Known {
    Stated { value: String },
    Inferred { value: String, earliest: Option<String>, latest: Option<String>, why: String },
}

impl Known {
    /// The guess; what is stated is left to the import.
    fn guess(self) -> Option<Fact<String>> {
        match self {
            Known::Stated { value } => {
                debug_assert!(!value.is_empty(), "what is stated has a value");
                None
            }
            Known::Inferred { value, earliest, latest, why } => Some(Fact { value, basis: Basis::Inferred { earliest, latest, why } }),
        }
    }
}

fn manifest() -> Result<Manifest, ImportError> {
    serde_json::from_str(MANIFEST).map_err(|error| ImportError::Manifest { why: error.to_string() })
}

/// Title and articles of the shipped corpus.
///
/// # Errors
/// When the manifest does not read or names a page that is not there; a test holds that it does neither.
pub fn articles() -> Result<(String, Vec<Article>), ImportError> {
    let manifest = manifest()?;
    let articles = manifest.articles.into_iter().map(article).collect::<Result<_, _>>()?;
    Ok((manifest.title, articles))
}

/// Whose the texts are, for the foot of the page.
///
/// # Errors
/// When the manifest does not read.
pub fn rights() -> Result<Rights, ImportError> {
    manifest().map(|manifest| manifest.rights)
}

fn article(entry: Entry) -> Result<Article, ImportError> {
    let Entry { name, title, outlet, authors, published, updated, agencies } = entry;
    let page = PAGES.iter().find(|(page, _)| *page == name);
    let (_, text) = page.ok_or_else(|| ImportError::Manifest { why: format!("no page is named {name}") })?;
    let guess = |known: Option<Known>| known.and_then(Known::guess);
    let guesses = |known: Vec<Known>| known.into_iter().filter_map(Known::guess).collect();
    let given = Metadata {
        title: guess(title),
        outlet: guess(outlet),
        authors: guesses(authors),
        published: guess(published),
        updated: guess(updated),
        agencies: guesses(agencies),
        url: None,
    };
    Ok(Article { name, text: (*text).to_owned(), given })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Corpus;

    #[test]
    fn the_manifest_names_exactly_the_pages_that_ship() {
        let (title, articles) = articles().expect("the manifest reads");
        assert!(!title.is_empty());
        let named: Vec<_> = articles.iter().map(|article| article.name.as_str()).collect();
        assert_eq!(named, PAGES.map(|(name, _)| name));
        assert!(articles.iter().all(|article| !article.text.trim().is_empty()));
    }

    #[test]
    fn rights_are_told_in_both_languages() {
        let rights = rights().expect("the manifest reads");
        assert!(rights.fr.contains("éditeurs") && rights.en.contains("publishers"));
    }

    #[test]
    fn a_guess_has_a_reason_and_lies_in_its_interval() {
        for article in articles().expect("the manifest reads").1 {
            let given = &article.given;
            for fact in [&given.outlet, &given.published, &given.updated].into_iter().flatten().chain(&given.agencies) {
                let Basis::Inferred { earliest, latest, why } = &fact.basis else { panic!("{}: only guesses are given", article.name) };
                assert!(why.ends_with('.'), "{}: {why}", article.name);
                assert!(earliest.as_ref().is_none_or(|day| *day <= fact.value) && latest.as_ref().is_none_or(|day| fact.value <= *day));
            }
        }
    }

    #[test]
    fn the_import_finds_what_the_manifest_says_is_stated() {
        let (title, articles) = articles().expect("the manifest reads");
        let corpus = Corpus::read(Some(title), articles).expect("the corpus reads");
        for (entry, document) in manifest().expect("the manifest reads").articles.into_iter().zip(&corpus.documents) {
            let found = &document.metadata;
            let check = |known: Option<Known>, found: &Option<Fact<String>>| {
                let Some(Known::Stated { value }) = known else { return };
                let found =
                    found.as_ref().filter(|fact| matches!(fact.basis, Basis::Stated(_))).map(|fact| fact.value.replace('\u{a0}', " "));
                assert_eq!(found, Some(value.replace('\u{a0}', " ")), "{}", document.name);
            };
            let check_all = |known: Vec<Known>, found: &[Fact<String>]| {
                let stated: Vec<_> =
                    known.into_iter().filter_map(|known| if let Known::Stated { value } = known { Some(value) } else { None }).collect();
                let found: Vec<_> = found.iter().filter(|fact| !fact.is_inferred()).map(|fact| fact.value.clone()).collect();
                assert_eq!(found, stated, "{}", document.name);
            };
            check(entry.title, &found.title);
            check(entry.outlet, &found.outlet);
            check(entry.published, &found.published);
            check(entry.updated, &found.updated);
            check_all(entry.authors, &found.authors);
            check_all(entry.agencies, &found.agencies);
        }
    }
}
