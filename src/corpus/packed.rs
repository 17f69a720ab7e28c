//! What the manifest of the shipped corpus says of an article, as `build.rs` packs it: without a reader of JSON in the page.

use super::article::{Article, ImportError};
use super::metadata::{Basis, Fact, Metadata};
use super::reason::Reason;

/// Value, and for a guess its earliest and latest and its reason in French and English.
pub type PackedFact = (String, Option<(Option<String>, Option<String>, (String, String))>);
/// Name of a page, and facts by field.
pub type PackedEntry = (String, Vec<(String, PackedFact)>);

/// The article of an entry: what its text states is found there again, so only guesses are given along.
///
/// # Errors
/// When a field has a name that metadata do not have.
pub fn article((name, facts): PackedEntry, text: &str) -> Result<Article, ImportError> {
    let mut given = Metadata::default();
    for (field, (value, guess)) in facts {
        let Some((earliest, latest, (french, english))) = guess else { continue };
        let why = Reason::Sentences { french, english };
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
