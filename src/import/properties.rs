//! What an office document says of itself beside its text: title, author, day of making.
//!
//! The title was typed by a person and is given, unless a program put it there. The author is whoever owns the machine and the
//! day is that of the document, not of the article: both are guesses, and what the text states comes before them.

use super::xml::{self, Piece};
use super::{Refusal, kind};
use crate::corpus::{Basis, Fact, Metadata, Reason};

/// Titles that programs put into new documents, in small letters, by how they begin.
const BY_PROGRAMS: [&str; 12] = [
    "microsoft word -",
    "document",
    "word document",
    "sans titre",
    "untitled",
    "normal",
    "titre",
    "title",
    "powerpoint",
    "présentation",
    "modèle",
    "template",
];
/// Endings of a file's own name where a title should be.
const FILES: [&str; 8] = ["doc", "docx", "dot", "dotx", "dotm", "odt", "ott", "rtf"];
/// What stands for an author where there is none.
const NOBODY: [&str; 9] = ["python-docx", "microsoft", "utilisateur", "user", "admin", "un-named", "unknown", "inconnu", "windows"];

/// Reads `docProps/core.xml` of Word or `meta.xml` of OpenDocument; their names for these things are the same.
///
/// # Errors
/// When it is no XML.
pub(super) fn read(bytes: &[u8]) -> Result<Metadata, Refusal> {
    let (mut title, mut creator, mut first_creator, mut created) = <(String, String, String, String)>::default();
    let mut field = String::new();
    xml::read(bytes, &mut |piece| match piece {
        Piece::Open(element) => element.name.clone_into(&mut field),
        Piece::Close(_) => field.clear(),
        Piece::Text(text) => match &*field {
            "title" => title.push_str(text),
            "creator" => creator.push_str(text),
            "initial-creator" => first_creator.push_str(text),
            "created" | "creation-date" => created.push_str(text),
            _ => {}
        },
    })?;
    let author = if first_creator.trim().is_empty() { creator } else { first_creator };
    let guess = |value: String, why: Reason, latest: Option<String>| Fact { value, basis: Basis::Inferred { earliest: None, latest, why } };
    let day = day(created.trim());
    Ok(Metadata {
        title: Some(title.trim().to_owned()).filter(|title| is_title(title)).map(Fact::given),
        authors: Some(author.trim().to_owned())
            .filter(|author| is_somebody(author))
            .map(|author| guess(author, Reason::DocumentAuthor, None))
            .into_iter()
            .collect(),
        published: day.map(|day| guess(day.clone(), Reason::DocumentDay, Some(day))),
        ..Metadata::default()
    })
}

fn is_title(title: &str) -> bool {
    let small = title.to_lowercase();
    let word = small.trim_end_matches(|c: char| c.is_ascii_digit() || c.is_whitespace());
    let by_program = BY_PROGRAMS.iter().any(|known| word == *known || known.ends_with('-') && small.starts_with(known));
    !word.is_empty() && !by_program && !FILES.contains(&&*kind::ending(title))
}

fn is_somebody(author: &str) -> bool {
    let first = author.to_lowercase();
    let first = first.split_whitespace().next().unwrap_or_default();
    !first.is_empty() && !NOBODY.contains(&first)
}

/// The day of `2021-03-03T10:00:00Z`.
fn day(stamp: &str) -> Option<String> {
    let day = stamp.get(..10)?;
    let fits = day.bytes().enumerate().all(|(at, byte)| if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() });
    fits.then(|| day.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_program_put_there_is_no_title() {
        for title in ["", "Document1", "Normal", "Microsoft Word - crue.doc", "crue.docx", "Sans titre 2", "12"] {
            assert!(!is_title(title), "{title}");
        }
        for title in ["Document inédit sur la crue", "Titres en jeu", "La crue de 1910"] {
            assert!(is_title(title), "{title}");
        }
    }

    #[test]
    fn a_machine_is_nobody() {
        assert!(!is_somebody("Utilisateur Microsoft Office") && !is_somebody(" ") && is_somebody("Jeanne Vidal"));
    }
}
