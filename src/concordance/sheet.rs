//! Answers as tables for a spreadsheet and as text for a document.
//!
//! A table begins with a byte order mark, without which spreadsheets misread accents. In the French form cells are parted
//! by semicolons and decimals by commas, as a French spreadsheet expects of a file that it opens by a double click.

use std::borrow::Cow;

use super::reading::plain;
use super::{Answer, Doubt, Separator};
use crate::corpus::{Corpus, Document, Fact};
use crate::id::DocumentId;
use crate::say;

/// Columns that say which article a row is about.
fn article_heads() -> [&'static str; 4] {
    say!(["article", "média", "date", "titre"], ["article", "outlet", "date", "headline"])
}

/// `answer` as comma-separated values; `lengths` are the words of all articles.
pub fn csv(corpus: &Corpus, lengths: &[u32], answer: &Answer, separator: Separator) -> String {
    let number = |tenths: u64| decimal(tenths, separator);
    let rows = match answer {
        Answer::Lines(found) => lines(corpus, &found.lines),
        Answer::Context(line) => lines(corpus, std::slice::from_ref(line)),
        Answer::Dispersion(found) => {
            let strips = found.strips.iter().map(|strip| (strip.document, vec![strip.n_hits]));
            counts(corpus, lengths, &[say!("passages", "passages").to_owned()], strips.collect(), &number)
        }
        Answer::Frequencies(found) => {
            let queries: Vec<String> = found.iter().map(|frequency| frequency.query.clone()).collect();
            let all = corpus.documents.iter().map(|document| {
                let n = |documents: &[(DocumentId, u32)]| {
                    documents.binary_search_by_key(&document.id, |(id, _)| *id).map_or(0, |at| documents[at].1)
                };
                (document.id, found.iter().map(|frequency| n(&frequency.documents)).collect())
            });
            counts(corpus, lengths, &queries, all.collect(), &number)
        }
        Answer::Surroundings(found) => {
            let head = say!(
                ["sorte", "mots", "près", "passages", "corpus", "articles", "log-vraisemblance"],
                ["kind", "words", "near", "passages", "corpus", "articles", "log-likelihood"]
            );
            let collocates = found.collocates.iter().map(|word| {
                let [near, lines, corpus] = [word.n_near, word.n_lines, word.n_corpus].map(|n| n.to_string());
                vec![
                    say!("cooccurrent", "collocate").to_owned(),
                    word.shown.clone(),
                    near,
                    lines,
                    corpus,
                    String::new(),
                    number(word.strength.into()),
                ]
            });
            let runs = found.runs.iter().map(|run| {
                let none = String::new;
                vec![
                    say!("suite", "cluster").to_owned(),
                    run.shown.clone(),
                    none(),
                    run.n.to_string(),
                    none(),
                    run.n_documents.to_string(),
                    none(),
                ]
            });
            std::iter::once(head.map(str::to_owned).to_vec()).chain(collocates).chain(runs).collect()
        }
        Answer::Keyness(found) => {
            let head = say!(
                ["partie", "langue", "sens", "mots", "ici", "ailleurs", "articles", "spécificité", "log-vraisemblance", "hasard"],
                ["part", "language", "side", "words", "here", "elsewhere", "articles", "specificity", "log-likelihood", "chance"]
            );
            let rows = found.parts.iter().flat_map(|part| {
                let sides = [(say!("plus", "more"), &part.over), (say!("moins", "less"), &part.under)];
                sides.into_iter().flat_map(|(side, words)| words.iter().map(move |word| (side, word))).map(|(side, word)| {
                    let counts = [word.n_here, word.n_elsewhere, word.n_documents].map(|n| n.to_string());
                    let measures = [word.specificity, word.likelihood].map(|tenths| number(tenths.into()));
                    let named = [&*part.name, &part.language, side, &word.shown].map(str::to_owned);
                    let doubt = if word.doubt == Doubt::Excluded { say!("exclu", "excluded") } else { say!("possible", "possible") };
                    named.into_iter().chain(counts).chain(measures).chain([doubt.to_owned()]).collect::<Vec<String>>()
                })
            });
            std::iter::once(head.map(str::to_owned).to_vec()).chain(rows).collect()
        }
        Answer::Sheet(text) => return text.clone(),
    };
    write(&rows, separator)
}

fn lines(corpus: &Corpus, lines: &[super::Line]) -> Vec<Vec<String>> {
    let head = article_heads()
        .into_iter()
        .chain(say!(["numéro", "avant", "passage", "après"], ["number", "before", "passage", "after"]))
        .map(str::to_owned)
        .collect();
    let row = |line: &super::Line| {
        let mut row = article(corpus, line.document);
        let part = |text: &str| plain(text).trim().to_owned();
        row.extend([line.number.to_string(), part(&line.left), part(&line.hit), part(&line.right)]);
        row
    };
    std::iter::once(head).chain(lines.iter().map(row)).collect()
}

/// A row for each article: its words, then for each query passages and passages for ten thousand words.
fn counts(
    corpus: &Corpus,
    lengths: &[u32],
    queries: &[String],
    articles: Vec<(DocumentId, Vec<u32>)>,
    number: &dyn Fn(u64) -> String,
) -> Vec<Vec<String>> {
    let mut head: Vec<String> = article_heads().into_iter().chain([say!("mots", "words")]).map(str::to_owned).collect();
    head.extend(
        queries
            .iter()
            .flat_map(|query| [query.clone(), say!(format!("{query} (pour 10 000 mots)"), format!("{query} (per 10,000 words)"))]),
    );
    let row = |(id, counts): (DocumentId, Vec<u32>)| {
        let length = lengths.get(id.index()).copied().unwrap_or(0);
        let mut row = article(corpus, id);
        row.push(length.to_string());
        row.extend(counts.into_iter().flat_map(|n| [n.to_string(), number(rate(n, length))]));
        row
    };
    std::iter::once(head).chain(articles.into_iter().map(row)).collect()
}

/// Passages for ten thousand words, in tenths.
fn rate(n: u32, length: u32) -> u64 {
    let length = u64::from(length.max(1));
    (u64::from(n) * 100_000 + length / 2) / length
}

/// What says which article it is.
fn article(corpus: &Corpus, id: DocumentId) -> Vec<String> {
    let Some(document) = corpus.document(id) else { return vec![String::new(); article_heads().len()] };
    let said = |fact: &Option<Fact<String>>| fact.as_ref().map_or_else(String::new, |fact| plain(&fact.value));
    let Document { name, metadata, .. } = document;
    vec![name.clone(), said(&metadata.outlet), said(&metadata.published), said(&metadata.title)]
}

/// Tenths as a number with one decimal.
fn decimal(tenths: u64, separator: Separator) -> String {
    let comma = if separator == Separator::Semicolon { ',' } else { '.' };
    format!("{}{comma}{}", tenths / 10, tenths % 10)
}

/// Rows as comma-separated values.
pub fn write(rows: &[Vec<String>], separator: Separator) -> String {
    let delimiter = if separator == Separator::Semicolon { b';' } else { b',' };
    let mut writer =
        csv::WriterBuilder::new().delimiter(delimiter).terminator(csv::Terminator::CRLF).flexible(true).from_writer("\u{feff}".into());
    for row in rows {
        let _: Result<(), csv::Error> = writer.write_record(row.iter().map(|cell| inert(cell).into_owned()));
    }
    let bytes: Vec<u8> = writer.into_inner().unwrap_or_default();
    String::from_utf8(bytes).expect("rows are text")
}

/// A cell that no spreadsheet runs as a formula, whatever an article begins with.
fn inert(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@']) { Cow::Owned(format!("'{cell}")) } else { Cow::Borrowed(cell) }
}

/// `answer` as text: lines aligned on the passage, anything else as a table with tabs.
pub fn text(corpus: &Corpus, answer: &Answer) -> String {
    let Answer::Lines(found) = answer else { return csv(corpus, &[], answer, Separator::Comma) };
    let left: Vec<String> = found.lines.iter().map(|line| plain(&line.left)).collect();
    let widest = left.iter().map(|left| left.chars().count()).max().unwrap_or(0);
    let mut text = String::new();
    for (line, left) in found.lines.iter().zip(left) {
        let name = corpus.document(line.document).map_or("", |document| &document.name);
        let indent = " ".repeat(widest - left.chars().count());
        text.push_str(&format!("{indent}{left}[{}]{} ({name})\n", plain(&line.hit), plain(&line.right)));
    }
    text
}
