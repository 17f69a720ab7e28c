//! The list of what a `.recoupe` archive holds as JSON, in words that a stranger understands; see [`super::archive`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::Refusal;
use crate::corpus::{Article, Basis, Content, Encoding, Fact, Mask, Metadata, Origin, Reason, SavedCorpus, Source};
use crate::id::Fingerprint;
use crate::say;
use crate::span::Span;

const FORMAT: &str = "recoupe";
/// Raised when an older reader would misread what is written.
const VERSION: u32 = 1;
/// Folder of the texts that are not their sources.
pub(super) const TEXTS: &str = "texts/";

#[derive(Serialize, Deserialize)]
pub(super) struct Manifest {
    format: String,
    version: u32,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    #[serde(default, skip_serializing_if = "is_off")]
    pub mask: Mask,
    #[serde(default)]
    pub sources: Vec<SourceEntry>,
    #[serde(default)]
    pub articles: Vec<ArticleEntry>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct SourceEntry {
    pub name: String,
    /// Where its bytes are; nowhere when the text that they were is not kept either.
    pub file: Option<String>,
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub same_as_text: bool,
    /// Only of a source without bytes.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
}

#[derive(Serialize, Deserialize)]
pub(super) struct ArticleEntry {
    name: String,
    /// Where its text is.
    pub text: String,
    /// Where the file is that it was read from.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
    /// Only of an article whose source is not kept.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fingerprint: Option<String>,
    #[serde(default)]
    part: u32,
    #[serde(default = "utf8")]
    encoding: String,
    #[serde(default)]
    unreadable: u32,
    #[serde(default)]
    given: GivenEntry,
}

#[derive(Default, Serialize, Deserialize)]
struct GivenEntry {
    #[serde(default, skip_serializing_if = "Option::is_none")]
    title: Option<FactEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    outlet: Option<FactEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    authors: Vec<FactEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    published: Option<FactEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    updated: Option<FactEntry>,
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    agencies: Vec<FactEntry>,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    url: Option<FactEntry>,
}

#[derive(Serialize, Deserialize)]
#[serde(tag = "basis", rename_all = "lowercase")]
enum FactEntry {
    Given {
        value: String,
    },
    Corrected {
        value: String,
    },
    Stated {
        value: String,
        start: u32,
        end: u32,
    },
    Inferred {
        value: String,
        earliest: Option<String>,
        latest: Option<String>,
        /// The sentence as it was said when this was written.
        why: String,
        /// The same as data, unless it came as a sentence.
        #[serde(default, skip_serializing_if = "Option::is_none")]
        reason: Option<Reason>,
    },
}

fn is_off(mask: &Mask) -> bool {
    *mask == Mask::Off
}

fn utf8() -> String {
    "UTF-8".to_owned()
}

/// The manifest of a corpus, with a path for everything that it holds.
pub(super) fn of(corpus: &SavedCorpus) -> Manifest {
    let texts = Texts::of(&corpus.articles);
    let sources: Vec<SourceEntry> = corpus.sources.iter().zip(1..).map(|(source, n)| source_entry(source, n, &texts)).collect();
    let mut places = BTreeMap::new();
    for (source, entry) in corpus.sources.iter().zip(&sources) {
        places.entry(source.fingerprint).or_insert(entry);
    }
    let articles = corpus.articles.iter().zip(1..);
    let articles = articles.map(|(article, n)| {
        let source = article.origin.source.and_then(|fingerprint| places.get(&fingerprint).copied());
        article_entry(article, n, source)
    });
    Manifest {
        format: FORMAT.to_owned(),
        version: VERSION,
        title: corpus.edits.title.clone(),
        mask: corpus.edits.mask,
        articles: articles.collect(),
        sources,
    }
}

fn source_entry(source: &Source, n: usize, texts: &Texts) -> SourceEntry {
    let same_as_text = source.content == Content::SameAsText;
    let is_kept = !same_as_text || texts.of_source(source).is_some();
    SourceEntry {
        name: source.name.clone(),
        file: is_kept.then(|| format!("sources/{n:04}/{}", safe(&source.name))),
        same_as_text,
        fingerprint: (!is_kept).then(|| format!("{:016x}", source.fingerprint.0)),
    }
}

fn article_entry(article: &Article, n: usize, source: Option<&SourceEntry>) -> ArticleEntry {
    let Article { name, origin, given, text } = article;
    let file = source.and_then(|source| source.file.clone());
    let is_text = source.is_some_and(|source| source.same_as_text) && origin.source == Some(Fingerprint::of(text.as_bytes()));
    ArticleEntry {
        name: name.clone(),
        text: file.clone().filter(|_| is_text).unwrap_or_else(|| format!("{TEXTS}{n:04}.txt")),
        fingerprint: origin.source.filter(|_| file.is_none()).map(|fingerprint| format!("{:016x}", fingerprint.0)),
        source: file,
        part: origin.part,
        encoding: match &origin.encoding {
            Encoding::Utf8 => utf8(),
            Encoding::Utf16 => "UTF-16".to_owned(),
            Encoding::Windows1252 => "windows-1252".to_owned(),
            Encoding::Other(name) => name.clone(),
        },
        unreadable: origin.n_unreadable,
        given: given.into(),
    }
}

/// Texts that are their sources byte for byte, by fingerprint.
pub(super) struct Texts<'a>(BTreeMap<Fingerprint, &'a str>);

impl<'a> Texts<'a> {
    pub fn of(articles: &'a [Article]) -> Self {
        let whole = articles.iter().filter_map(|article| {
            let fingerprint = Fingerprint::of(article.text.as_bytes());
            (article.origin.source == Some(fingerprint)).then_some((fingerprint, &*article.text))
        });
        Self(whole.collect())
    }

    pub fn of_source(&self, source: &Source) -> Option<&'a str> {
        self.0.get(&source.fingerprint).copied()
    }
}

/// The end of a name as every system can write it. The name itself stands in the manifest.
fn safe(name: &str) -> String {
    /// Bytes of a file name: well below what any system takes.
    const LONGEST: usize = 100;
    let file = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: char| if c.is_control() || "<>:\"|?*\u{feff}".contains(c) { '_' } else { c };
    let file: String = file.chars().map(plain).collect();
    let file = file.trim_matches([' ', '.']);
    // The ending tells programs what it is, so the beginning gives way.
    let file = &file[file.ceil_char_boundary(file.len().saturating_sub(LONGEST))..];
    let stem = file.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let numbered = ["com", "lpt"].iter().any(|port| stem.strip_prefix(port).is_some_and(|n| n.len() == 1));
    match file {
        "" => "source".to_owned(),
        _ if numbered || ["con", "prn", "aux", "nul"].contains(&&*stem) => format!("_{file}"),
        _ => file.to_owned(),
    }
}

impl ArticleEntry {
    pub fn article(self, text: &str, source: Option<Fingerprint>) -> Article {
        let encoding = match &*self.encoding {
            "UTF-8" => Encoding::Utf8,
            "UTF-16" => Encoding::Utf16,
            "windows-1252" => Encoding::Windows1252,
            _ => Encoding::Other(self.encoding),
        };
        let origin = Origin { source, part: self.part, encoding, n_unreadable: self.unreadable };
        Article { name: self.name, text: text.into(), given: self.given.into(), origin }
    }
}

impl From<&Metadata> for GivenEntry {
    fn from(given: &Metadata) -> Self {
        let one = |fact: &Option<Fact<String>>| fact.as_ref().map(FactEntry::from);
        let all = |facts: &[Fact<String>]| facts.iter().map(FactEntry::from).collect();
        Self {
            title: one(&given.title),
            outlet: one(&given.outlet),
            authors: all(&given.authors),
            published: one(&given.published),
            updated: one(&given.updated),
            agencies: all(&given.agencies),
            url: one(&given.url),
        }
    }
}

impl From<GivenEntry> for Metadata {
    fn from(given: GivenEntry) -> Self {
        let all = |facts: Vec<FactEntry>| facts.into_iter().map(Fact::from).collect();
        Self {
            title: given.title.map(Fact::from),
            outlet: given.outlet.map(Fact::from),
            authors: all(given.authors),
            published: given.published.map(Fact::from),
            updated: given.updated.map(Fact::from),
            agencies: all(given.agencies),
            url: given.url.map(Fact::from),
            // What contradicts a text is found in it again.
            contradicted: Vec::new(),
        }
    }
}

impl From<&Fact<String>> for FactEntry {
    fn from(fact: &Fact<String>) -> Self {
        let value = fact.value.clone();
        match fact.basis.clone() {
            Basis::Given => Self::Given { value },
            Basis::Corrected => Self::Corrected { value },
            Basis::Stated(Span { start, end }) => Self::Stated { value, start, end },
            Basis::Inferred { earliest, latest, why } => {
                let reason = Some(why.clone()).filter(|why| !matches!(why, Reason::Sentence(_)));
                Self::Inferred { value, earliest, latest, why: why.to_string(), reason }
            }
        }
    }
}

impl From<FactEntry> for Fact<String> {
    fn from(entry: FactEntry) -> Self {
        match entry {
            FactEntry::Given { value } => Self { value, basis: Basis::Given },
            FactEntry::Corrected { value } => Self { value, basis: Basis::Corrected },
            FactEntry::Stated { value, start, end } => Self { value, basis: Basis::Stated(Span { start, end: end.max(start) }) },
            FactEntry::Inferred { value, earliest, latest, why, reason } => {
                let why = reason.unwrap_or(Reason::Sentence(why));
                Self { value, basis: Basis::Inferred { earliest, latest, why } }
            }
        }
    }
}

pub(super) fn to_json(manifest: &Manifest) -> Vec<u8> {
    serde_json::to_vec_pretty(manifest).expect("strings, numbers and lists are JSON")
}

/// # Errors
/// When it is no manifest of this format, or one of a newer version.
pub(super) fn from_json(bytes: &[u8]) -> Result<Manifest, Refusal> {
    /// Read first: what a newer version holds may not read as a manifest of this one.
    #[derive(Deserialize)]
    struct Head {
        format: String,
        version: u32,
    }
    let head: Head = json("manifest.json", bytes)?;
    match head {
        Head { format, .. } if format != FORMAT => Err(Refusal::UnknownFormat { kind: format }),
        Head { version, .. } if version > VERSION => Err(Refusal::NewerVersion { found: version, known: VERSION }),
        _ => json("manifest.json", bytes),
    }
}

/// # Errors
/// When it is no fingerprint.
pub(super) fn fingerprint(digits: &str) -> Result<Fingerprint, Refusal> {
    u64::from_str_radix(digits, 16)
        .map(Fingerprint)
        .map_err(|_| Refusal::Damaged { why: say!("empreinte illisible", "a fingerprint cannot be read").to_owned() })
}

/// # Errors
/// When the member called `name` is not the JSON that it should be.
pub(super) fn json<'a, T: Deserialize<'a>>(name: &str, bytes: &'a [u8]) -> Result<T, Refusal> {
    serde_json::from_slice(bytes).map_err(|error| Refusal::Damaged { why: format!("{name}, {} {}", say!("ligne", "line"), error.line()) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reason_written_as_a_mere_sentence_stays_that_sentence() {
        let before = r#"{"basis":"inferred","value":"x","earliest":null,"latest":"2015-02-20","why":"parce que."}"#;
        let entry: FactEntry = serde_json::from_str(before).expect("the entry reads");
        let fact = Fact::from(entry);
        let Basis::Inferred { why, .. } = &fact.basis else { panic!("a guess stays one") };
        assert_eq!(why, &Reason::from("parce que."));
        assert_eq!(serde_json::to_string(&FactEntry::from(&fact)).ok().as_deref(), Some(before));
    }

    #[test]
    fn a_reason_is_written_in_words_and_as_data() {
        let basis = Basis::Inferred { earliest: None, latest: None, why: Reason::DocumentDay };
        let written = serde_json::to_string(&FactEntry::from(&Fact { value: "2015".to_owned(), basis })).expect("the entry is JSON");
        assert!(written.contains("bureautique") && written.contains(r#""reason":"document-day""#), "{written}");
    }
}
