//! The corpus that ships inside: five French press pages of 2015, with a manifest of what is known of them and how.
//!
//! The manifest lists all that is known. What the texts themselves state is found there again by the import, as in any
//! page, so only guesses are handed over with the articles, each with its reason.

use super::article::{Article, ImportError};
use super::metadata::{Basis, Fact, Metadata};

/// `corpus/manifest.json`, packed by `build.rs`.
const MANIFEST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/manifest.postcard"));

const PAGES: [(&str, &str); 5] = [
    ("000.txt", include_str!("../../corpus/000.txt")),
    ("001.txt", include_str!("../../corpus/001.txt")),
    ("002.txt", include_str!("../../corpus/002.txt")),
    ("003.txt", include_str!("../../corpus/003.txt")),
    ("004.txt", include_str!("../../corpus/004.txt")),
];

/// Value, and for a guess its earliest and latest and its reason.
type PackedFact = (String, Option<(Option<String>, Option<String>, String)>);
/// Name of a page, and facts by field.
type PackedEntry = (String, Vec<(String, PackedFact)>);
/// Title, rights in French and English, articles.
type PackedManifest = (String, (String, String), Vec<PackedEntry>);

/// To whom the texts belong, in the two languages of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    pub fr: String,
    pub en: String,
}

fn manifest() -> Result<PackedManifest, ImportError> {
    postcard::from_bytes(MANIFEST).map_err(|error| ImportError::Manifest { why: error.to_string() })
}

/// Title and articles of the shipped corpus.
///
/// # Errors
/// When the manifest does not read or names a page that is not there; a test holds that it does neither.
pub fn articles() -> Result<(String, Vec<Article>), ImportError> {
    let (title, _, entries) = manifest()?;
    Ok((title, entries.into_iter().map(article).collect::<Result<_, _>>()?))
}

/// Whose the texts are, for the foot of the page.
///
/// # Errors
/// When the manifest does not read.
pub fn rights() -> Result<Rights, ImportError> {
    manifest().map(|(_, (fr, en), _)| Rights { fr, en })
}

fn article((name, facts): PackedEntry) -> Result<Article, ImportError> {
    let page = PAGES.iter().find(|(page, _)| *page == name);
    let (_, text) = page.ok_or_else(|| ImportError::Manifest { why: format!("no page is named {name}") })?;
    let mut given = Metadata::default();
    for (field, (value, guess)) in facts {
        // What is stated is left to the import.
        let Some((earliest, latest, why)) = guess else { continue };
        let fact = Fact { value, basis: Basis::Inferred { earliest, latest, why } };
        match field.as_str() {
            "title" => given.title = Some(fact),
            "outlet" => given.outlet = Some(fact),
            "authors" => given.authors.push(fact),
            "published" => given.published = Some(fact),
            "updated" => given.updated = Some(fact),
            "agencies" => given.agencies.push(fact),
            _ => return Err(ImportError::Manifest { why: format!("no field is named {field}") }),
        }
    }
    Ok(Article { given, ..Article::new(&name, text) })
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
        for ((_, facts), document) in manifest().expect("the manifest reads").2.into_iter().zip(&corpus.documents) {
            let found = &document.metadata;
            let stated = |field: &str| -> Vec<String> {
                facts
                    .iter()
                    .filter(|(name, (_, guess))| name == field && guess.is_none())
                    .map(|(_, (value, _))| value.replace('\u{a0}', " "))
                    .collect()
            };
            let read = |found: &[Fact<String>]| -> Vec<String> {
                found.iter().filter(|fact| !fact.is_inferred()).map(|fact| fact.value.replace('\u{a0}', " ")).collect()
            };
            for (field, found) in
                [("title", &found.title), ("outlet", &found.outlet), ("published", &found.published), ("updated", &found.updated)]
            {
                let found: Vec<_> = found.iter().cloned().collect();
                assert_eq!(read(&found), stated(field), "{} {field}", document.name);
            }
            assert_eq!(read(&found.authors), stated("authors"), "{}", document.name);
            assert_eq!(read(&found.agencies), stated("agencies"), "{}", document.name);
        }
    }
}
