//! Corrections of a `.recoupe` archive as JSON, in words that a stranger understands; see [`super::archive`].

use serde::{Deserialize, Serialize};
use serde_json::Value;

use super::{Refusal, manifest};
use crate::corpus::{Correction, Field, Naming, Reach, Spot, ZoneKind};
use crate::kind::EntityKind;
use crate::span::Span;

#[derive(Serialize, Deserialize)]
#[serde(tag = "correction", rename_all = "kebab-case")]
enum CorrectionEntry {
    Field {
        article: String,
        #[serde(with = "FieldName")]
        field: Field,
        values: Vec<String>,
    },
    Zone {
        article: String,
        start: u32,
        end: u32,
        #[serde(with = "ZoneName")]
        zone: ZoneKind,
    },
    Split {
        article: String,
        at: u32,
        second: String,
    },
    Join {
        first: String,
        second: String,
    },
    Remove {
        article: String,
    },
    MergeNames {
        entity: String,
        into: String,
    },
    SplitName {
        entity: String,
        mentions: Vec<SpotEntry>,
        #[serde(rename = "type")]
        kind: Label,
        name: String,
    },
    RenameName {
        entity: String,
        name: String,
    },
    RetypeName {
        entity: String,
        #[serde(rename = "type")]
        kind: Label,
    },
    RemoveName {
        entity: String,
    },
    StrikeMentions {
        entity: String,
        mentions: Vec<SpotEntry>,
    },
    AddName {
        #[serde(flatten)]
        at: SpotEntry,
        words: String,
        #[serde(rename = "type")]
        kind: Label,
        name: String,
        everywhere: bool,
    },
}

#[derive(Serialize, Deserialize)]
struct SpotEntry {
    article: String,
    start: u32,
    end: u32,
}

/// A kind by its label: `PER`.
#[derive(Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
struct Label(EntityKind);

impl TryFrom<String> for Label {
    type Error = String;

    fn try_from(label: String) -> Result<Self, String> {
        EntityKind::of_label(&label).map(Self).ok_or_else(|| format!("no kind is called {label}"))
    }
}

impl From<Label> for String {
    fn from(Label(kind): Label) -> Self {
        kind.label().to_owned()
    }
}

impl Clone for Label {
    fn clone(&self) -> Self {
        Self(self.0)
    }
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "Field", rename_all = "lowercase")]
enum FieldName {
    Title,
    Outlet,
    Authors,
    Published,
    Updated,
    Agencies,
    Language,
}

#[derive(Serialize, Deserialize)]
#[serde(remote = "ZoneKind", rename_all = "lowercase")]
enum ZoneName {
    Title,
    Section,
    Byline,
    Date,
    Lead,
    Heading,
    Body,
    Caption,
    Credit,
    Related,
    Boilerplate,
    Markup,
}

pub(super) fn to_json(corrections: &[Correction]) -> Vec<u8> {
    let entry = |correction: &Correction| match correction {
        Correction::Unknown(json) => serde_json::from_str(json).unwrap_or_else(|_| Value::String(json.clone())),
        known => serde_json::to_value(CorrectionEntry::from(known)).expect("strings, numbers and lists are JSON"),
    };
    let entries: Vec<Value> = corrections.iter().map(entry).collect();
    serde_json::to_vec_pretty(&entries).expect("strings, numbers and lists are JSON")
}

/// One that is not known here is kept as it is.
///
/// # Errors
/// When it is no list.
pub(super) fn from_json(bytes: &[u8]) -> Result<Vec<Correction>, Refusal> {
    let entries: Vec<Value> = manifest::json("corrections.json", bytes)?;
    let read = |entry: Value| {
        let unknown = entry.to_string();
        serde_json::from_value::<CorrectionEntry>(entry).map_or(Correction::Unknown(unknown), Correction::from)
    };
    Ok(entries.into_iter().map(read).collect())
}

impl From<&Correction> for CorrectionEntry {
    /// Of a correction that is known here.
    fn from(correction: &Correction) -> Self {
        match correction.clone() {
            Correction::Field { article, field, values } => Self::Field { article, field, values },
            Correction::Zone { article, span: Span { start, end }, kind: zone } => Self::Zone { article, start, end, zone },
            Correction::Split { article, at, second } => Self::Split { article, at, second },
            Correction::Join { first, second } => Self::Join { first, second },
            Correction::Remove { article } => Self::Remove { article },
            Correction::Name(naming) => naming.into(),
            Correction::Unknown(_) => unreachable!("it is written as it came"),
        }
    }
}

impl From<Naming> for CorrectionEntry {
    fn from(naming: Naming) -> Self {
        let spots = |mentions: Vec<Spot>| mentions.into_iter().map(SpotEntry::from).collect();
        match naming {
            Naming::Merge { entity, into } => Self::MergeNames { entity, into },
            Naming::Split { entity, mentions, kind, name } => {
                Self::SplitName { entity, mentions: spots(mentions), kind: Label(kind), name }
            }
            Naming::Rename { entity, name } => Self::RenameName { entity, name },
            Naming::Retype { entity, kind } => Self::RetypeName { entity, kind: Label(kind) },
            Naming::Remove { entity } => Self::RemoveName { entity },
            Naming::Strike { entity, mentions } => Self::StrikeMentions { entity, mentions: spots(mentions) },
            Naming::Add { at, words, kind, name, reach } => {
                Self::AddName { at: at.into(), words, kind: Label(kind), name, everywhere: reach == Reach::Everywhere }
            }
        }
    }
}

impl From<CorrectionEntry> for Correction {
    fn from(entry: CorrectionEntry) -> Self {
        type Entry = CorrectionEntry;
        let spots = |mentions: Vec<SpotEntry>| mentions.into_iter().map(Spot::from).collect();
        Self::Name(match entry {
            Entry::Field { article, field, values } => return Self::Field { article, field, values },
            Entry::Zone { article, start, end, zone: kind } => return Self::Zone { article, span: span(start, end), kind },
            Entry::Split { article, at, second } => return Self::Split { article, at, second },
            Entry::Join { first, second } => return Self::Join { first, second },
            Entry::Remove { article } => return Self::Remove { article },
            Entry::MergeNames { entity, into } => Naming::Merge { entity, into },
            Entry::SplitName { entity, mentions, kind, name } => Naming::Split { entity, mentions: spots(mentions), kind: kind.0, name },
            Entry::RenameName { entity, name } => Naming::Rename { entity, name },
            Entry::RetypeName { entity, kind } => Naming::Retype { entity, kind: kind.0 },
            Entry::RemoveName { entity } => Naming::Remove { entity },
            Entry::StrikeMentions { entity, mentions } => Naming::Strike { entity, mentions: spots(mentions) },
            Entry::AddName { at, words, kind, name, everywhere } => {
                let reach = if everywhere { Reach::Everywhere } else { Reach::Here };
                Naming::Add { at: at.into(), words, kind: kind.0, name, reach }
            }
        })
    }
}

impl From<Spot> for SpotEntry {
    fn from(Spot { article, span: Span { start, end } }: Spot) -> Self {
        Self { article, start, end }
    }
}

impl From<SpotEntry> for Spot {
    fn from(SpotEntry { article, start, end }: SpotEntry) -> Self {
        Self { article, span: span(start, end) }
    }
}

/// A span never runs backwards, whatever a file says.
fn span(start: u32, end: u32) -> Span {
    Span { start, end: end.max(start) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_correction_that_is_not_known_is_kept_as_it_is() {
        let json = br#"[{"correction": "later", "what": [1, "x"]}, {"correction": "remove", "article": "a"}, 7, {"correction": "retype-name", "entity": "per:x", "type": "OTHER"}]"#;
        let read = from_json(json).unwrap();
        let unknown = |json: &str| Correction::Unknown(json.to_owned());
        assert_eq!(read[0], unknown(r#"{"correction":"later","what":[1,"x"]}"#));
        assert_eq!(read[1], Correction::Remove { article: "a".to_owned() });
        assert_eq!(read[2], unknown("7"));
        assert!(matches!(&read[3], Correction::Unknown(_)));
        assert_eq!(from_json(&to_json(&read)).unwrap(), read);
    }

    #[test]
    fn corrections_of_names_are_written_in_words() {
        let at = Spot { article: "a.txt".to_owned(), span: Span { start: 3, end: 7 } };
        let add =
            Naming::Add { at, words: "Néva".to_owned(), kind: EntityKind::Place, name: "Néva".to_owned(), reach: Reach::Everywhere };
        let written = String::from_utf8(to_json(&[Correction::Name(add)])).unwrap();
        let expected = expect_test::expect![[r#"
            [
              {
                "article": "a.txt",
                "correction": "add-name",
                "end": 7,
                "everywhere": true,
                "name": "Néva",
                "start": 3,
                "type": "LOC",
                "words": "Néva"
              }
            ]"#]];
        expected.assert_eq(&written);
    }
}
