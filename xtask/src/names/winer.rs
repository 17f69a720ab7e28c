//! Articles of WiNER-fr with their marked names, and what is found of these.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use recoupe::corpus::{self, Corpus};
use recoupe::entities::training::KINDS;
use recoupe::entities::{EntityKind, Mention, MentionForm};

/// An article with its marks, offsets in bytes.
#[derive(Clone, Debug)]
pub struct Article {
    pub id: String,
    pub text: String,
    pub marks: Vec<Mark>,
}

/// A marked name.
#[derive(Clone, Debug)]
pub struct Mark {
    pub start: usize,
    pub end: usize,
    /// Place in [`KINDS`].
    pub kind: usize,
}

/// The articles of a file of JSON lines; dates and hours are left out.
///
/// # Errors
/// When the file does not read or a line is not what it should be.
pub fn read(file: &Path) -> Result<Vec<Article>> {
    let content = fs::read_to_string(file).with_context(|| file.display().to_string())?;
    content.lines().map(|line| article(line).with_context(|| format!("{}: {line:.80}", file.display()))).collect()
}

fn article(line: &str) -> Result<Article> {
    let value: serde_json::Value = serde_json::from_str(line)?;
    let text = value["text"].as_str().context("no text")?.to_owned();
    let mut starts: Vec<usize> = text.char_indices().map(|(at, _)| at).collect();
    starts.push(text.len());
    let mut marks = Vec::new();
    for span in value["spans"].as_array().context("no spans")? {
        let label = span["label"].as_str().context("no label")?;
        let kind = KINDS.iter().position(|kind| label_of(*kind) == label);
        let place = |name: &str| -> Result<usize> {
            let at = usize::try_from(span[name].as_u64().context("no offset")?)?;
            starts.get(at).copied().context("an offset behind the text")
        };
        if let Some(kind) = kind {
            marks.push(Mark { start: place("start")?, end: place("end")?, kind });
        }
    }
    Ok(Article { id: value["id"].as_str().context("no id")?.to_owned(), text, marks })
}

fn label_of(kind: EntityKind) -> &'static str {
    if kind == EntityKind::Product { "PROD" } else { kind.label() }
}

/// The articles as the engine reads them.
pub fn corpus(articles: &[Article]) -> Corpus {
    let articles = articles.iter().map(|article| corpus::Article::new(&format!("{}.txt", article.id), &article.text)).collect();
    Corpus::read(None, articles).expect("marked articles have text")
}

/// Right, found and marked names of persons, places and organisations: exact span and kind; articles and civil titles before a
/// name do not count, nor do names within names; papers and armed groups are organisations.
#[derive(Clone, Debug, Default)]
pub struct Score([[usize; 3]; 3]);

impl Score {
    pub fn add(&mut self, article: &Article, mentions: &[Mention]) {
        let mut last = 0;
        let mut found = BTreeSet::new();
        for mention in mentions.iter().filter(|mention| mention.form == MentionForm::Name) {
            let (start, end) = (mention.span.start as usize, mention.span.end as usize);
            if start >= last {
                last = end;
                found.extend(counted(mention.kind).map(|kind| (bare(&article.text, start, end), end, kind)));
            }
        }
        let marked: BTreeSet<_> = article
            .marks
            .iter()
            .filter_map(|mark| Some((bare(&article.text, mark.start, mark.end), mark.end, counted(KINDS[mark.kind])?)))
            .collect();
        for (_, _, kind) in found.intersection(&marked) {
            self.0[*kind][0] += 1;
        }
        found.iter().for_each(|(_, _, kind)| self.0[*kind][1] += 1);
        marked.iter().for_each(|(_, _, kind)| self.0[*kind][2] += 1);
    }
}

fn counted(kind: EntityKind) -> Option<usize> {
    match kind {
        EntityKind::Person => Some(0),
        EntityKind::Place => Some(1),
        EntityKind::Organisation | EntityKind::Media | EntityKind::Group => Some(2),
        _ => None,
    }
}

/// Where a name begins behind its civil title or article.
fn bare(text: &str, start: usize, end: usize) -> usize {
    const BEFORE: [&str; 18] =
        ["M. ", "Mme ", "Mlle ", "Me ", "MM. ", "Mr ", "Dr ", "Pr ", "l'", "l’", "L'", "L’", "le ", "la ", "les ", "Le ", "La ", "Les "];
    let name = &text[start..end];
    start + BEFORE.iter().find(|before| name.starts_with(**before)).map_or(0, |before| before.len())
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sum = |at: usize| self.0.iter().map(|of| of[at]).sum::<usize>();
        let f1 = |[right, found, marked]: [usize; 3]| 200.0 * right as f64 / (found + marked).max(1) as f64;
        let all = [sum(0), sum(1), sum(2)];
        write!(f, "F1 {:.1} ({}/{}/{})", f1(all), all[0], all[1], all[2])?;
        for (kind, counts) in ["PER", "LOC", "ORG"].into_iter().zip(self.0) {
            write!(f, " {kind} {:.1}", f1(counts))?;
        }
        Ok(())
    }
}
