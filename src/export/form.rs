//! The forms in which a corpus is handed on.

use serde::{Deserialize, Serialize};

/// A form, each a file of its own.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ExportForm {
    /// All layers of the exchange format, one JSON object a line, in a zip.
    Exchange,
    /// W3C Web Annotation, JSON-LD.
    Annotations,
    /// TEI P5.
    Tei,
    /// A press review.
    Markdown,
}

impl ExportForm {
    pub const ALL: [Self; 4] = [Self::Exchange, Self::Annotations, Self::Tei, Self::Markdown];

    /// What scripts and the shell call it.
    pub fn label(self) -> &'static str {
        match self {
            Self::Exchange => "exchange",
            Self::Annotations => "annotations",
            Self::Tei => "tei",
            Self::Markdown => "markdown",
        }
    }

    /// The form of that label.
    pub fn of_label(label: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.label() == label)
    }

    /// How the names of such files end.
    pub fn ending(self) -> &'static str {
        match self {
            Self::Exchange => "zip",
            Self::Annotations => "jsonld",
            Self::Tei => "xml",
            Self::Markdown => "md",
        }
    }
}

/// The file of that form. `whole` are the articles as they came with the reader's corrections: with them the exchange zip is a corpus that
/// opens again, and gives the same zip. While it is hidden where articles come from there are none.
#[cfg(all(feature = "whole", feature = "readers"))]
pub fn file(
    form: ExportForm,
    corpus: &crate::corpus::Corpus,
    layers: super::Layers,
    whole: Option<&crate::corpus::SavedCorpus>,
) -> Vec<u8> {
    use crate::import::archive;
    match form {
        ExportForm::Exchange => {
            let files = super::files(corpus, layers);
            let files = files.iter().map(|file| (&*file.name, file.content.as_bytes().into()));
            match whole {
                Some(whole) => archive::write_with(whole, files),
                None => archive::zipped(files),
            }
        }
        ExportForm::Annotations => super::annotations(corpus, layers).into_bytes(),
        ExportForm::Tei => super::tei(corpus, layers).into_bytes(),
        ExportForm::Markdown => super::review(corpus, layers).into_bytes(),
    }
}
