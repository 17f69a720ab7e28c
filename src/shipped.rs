//! The corpus that ships inside: five French press pages of 2015, with a manifest of what is known of them and how.
//!
//! The manifest lists all that is known. What the texts themselves state is found there again by the import, as in any
//! page, so only guesses are handed over with the articles, each with its reason. The page's first module does not read these
//! articles, nor looks for names or common text in them: `build.rs` has done so with the same code, which need not be loaded for
//! them.

use crate::corpus::ImportError;
#[cfg(feature = "whole")]
use crate::corpus::{Article, packed};

/// `corpus/manifest.json`, packed by `build.rs`.
#[cfg(feature = "whole")]
const MANIFEST: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/manifest.postcard"));

#[cfg(feature = "whole")]
const PAGES: [(&str, &str); 5] = [
    ("000.txt", include_str!("../corpus/000.txt")),
    ("001.txt", include_str!("../corpus/001.txt")),
    ("002.txt", include_str!("../corpus/002.txt")),
    ("003.txt", include_str!("../corpus/003.txt")),
    ("004.txt", include_str!("../corpus/004.txt")),
];

/// The articles as `build.rs` has read them.
#[cfg(not(feature = "whole"))]
const DOCUMENTS: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/documents.postcard"));

/// To whom the texts belong, in the two languages of the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Rights {
    pub fr: String,
    pub en: String,
}

/// Title, rights in French and English, articles.
#[cfg(feature = "whole")]
type Manifest = (String, (String, String), Vec<packed::PackedEntry>);

#[cfg(feature = "whole")]
fn manifest() -> Result<Manifest, ImportError> {
    postcard::from_bytes(MANIFEST).map_err(|error| ImportError::Manifest { why: error.to_string() })
}

/// Title and articles of the shipped corpus.
///
/// # Errors
/// When the manifest does not read or names a page that is not there; a test holds that it does neither.
#[cfg(feature = "whole")]
pub fn articles() -> Result<(String, Vec<Article>), ImportError> {
    let (title, _, entries) = manifest()?;
    let article = |entry: packed::PackedEntry| {
        let page = PAGES.iter().find(|(page, _)| *page == entry.0);
        let (_, text) = page.ok_or_else(|| ImportError::Manifest { why: format!("no page is named {}", entry.0) })?;
        packed::article(entry, text)
    };
    Ok((title, entries.into_iter().map(article).collect::<Result<_, _>>()?))
}

/// Whose the texts are, for the foot of the page.
///
/// # Errors
/// When the manifest does not read.
#[cfg(feature = "whole")]
pub fn rights() -> Result<Rights, ImportError> {
    manifest().map(|(_, (fr, en), _)| Rights { fr, en })
}

/// The shipped corpus, read when the page was built.
#[cfg(not(feature = "whole"))]
pub struct Shipped {
    pub corpus: crate::corpus::Corpus,
    pub rights: Rights,
    /// What is wrong with the articles.
    pub issues: Vec<crate::health::Issue>,
    pub entities: crate::entities::EntityIndex,
    pub quotes: crate::quotes::QuoteIndex,
    pub times: crate::times::TimeIndex,
    pub figures: crate::figures::FigureIndex,
    pub facts: crate::facts::Facts,
    pub compared: crate::compare::Compared,
}

/// The shipped corpus with what was found in it when the page was built. No two of its articles are one text: a test holds
/// that.
///
/// # Errors
/// When what was packed then does not read; a test of the page would show it.
#[cfg(not(feature = "whole"))]
pub fn corpus() -> Result<Shipped, ImportError> {
    let (corpus, (fr, en), issues, (entities, quotes, times, figures, facts, compared)) =
        postcard::from_bytes(DOCUMENTS).map_err(|error| ImportError::Manifest { why: error.to_string() })?;
    Ok(Shipped { corpus, rights: Rights { fr, en }, issues, entities, quotes, times, figures, facts, compared })
}

#[cfg(all(test, feature = "whole"))]
mod tests {
    use super::*;
    use crate::corpus::{Basis, Corpus, Fact, Reason};

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
                let Reason::Sentences { french, english } = why else { panic!("{}: both languages are given", article.name) };
                assert!(french.ends_with('.') && english.ends_with('.') && french != english, "{}: {why}", article.name);
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
