//! Files in a folder, and hits as lines for a person.

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::CliError;
use crate::corpus::{Corpus, Document};
use crate::export::ExchangeFile;
use crate::search::{Hit, Notice, SearchResults};
use crate::span::Span;
use crate::text::filling;

/// Writes `files` into `folder`, which is made if it is not there. Each file appears whole or not at all.
///
/// # Errors
/// When the folder cannot be made or a file cannot be written.
pub fn write_files(folder: &Path, files: &[ExchangeFile]) -> Result<(), CliError> {
    let failed = |path: &Path| {
        let path = path.to_owned();
        move |cause| CliError::Files { path, cause }
    };
    fs::create_dir_all(folder).map_err(failed(folder))?;
    for file in files {
        let (path, unfinished) = (folder.join(&*file.name), folder.join(format!(".{}.unfinished", file.name)));
        fs::write(&unfinished, &file.content).map_err(failed(&unfinished))?;
        fs::rename(&unfinished, &path).map_err(failed(&path))?;
    }
    Ok(())
}

/// One line a sentence: document, score, sentence with marks in brackets.
///
/// # Errors
/// When `out` cannot be written to.
pub fn write_hits(out: &mut dyn Write, corpus: &Corpus, results: &SearchResults) -> io::Result<()> {
    for hit in &results.hits {
        let Some(document) = corpus.document(hit.document) else { continue };
        for line in sentences(document, hit) {
            writeln!(out, "{}\t{:.2}\t{line}", document.name, hit.score)?;
        }
    }
    Ok(())
}

/// A notice as lines: its sentence, the query with a caret under the place, and how it would be mended.
pub fn notice_lines(query: &str, notice: &Notice) -> Vec<String> {
    let mut lines = vec![notice.to_string()];
    if let Some(span) = notice.span
        && let (Some(before), Some(there), Some(after)) =
            (query.get(..span.range().start), query.get(span.range()), query.get(span.range().end..))
    {
        let from = before.char_indices().rev().nth(AROUND - 1).map_or(0, |(at, _)| at);
        let shown = |text: &str, most: usize| text.chars().take(most).map(|c| if c.is_control() { ' ' } else { c }).collect::<String>();
        let (before, there, after) = (shown(&before[from..], AROUND), shown(there, AROUND), shown(after, AROUND));
        let (indent, width) = (before.chars().count(), there.chars().count().max(1));
        lines.push(format!("    {before}{there}{after}"));
        lines.push(format!("    {}{}", " ".repeat(indent), "^".repeat(width)));
    }
    lines.extend(notice.mend.as_ref().map(|mend| format!("    chercher plutôt : {mend}")));
    lines
}

/// Letters of a query shown before the place that a notice is about, of the place, and after it.
const AROUND: usize = 30;

/// Sentences of a hit with their marks; marks outside any sentence stand alone.
fn sentences<'a>(document: &'a Document, hit: &'a Hit) -> impl Iterator<Item = String> + 'a {
    let alone = hit.spans.iter().filter(|mark| !hit.sentences.iter().any(|sentence| sentence.overlaps(**mark)));
    hit.sentences.iter().chain(alone).map(|span| marked(document.text(), *span, &hit.spans))
}

/// The text of `span` in one line, with `marks` in brackets.
fn marked(raw: &str, span: Span, marks: &[Span]) -> String {
    let mut text = String::new();
    let mut at = span.start;
    for mark in marks {
        if mark.start < at || !span.contains(*mark) {
            continue;
        }
        text.push_str(Span { start: at, end: mark.start }.slice(raw));
        text.extend(["[", mark.slice(raw), "]"]);
        at = mark.end;
    }
    text.push_str(Span { start: at, end: span.end }.slice(raw));
    filling::in_one_line(&text)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::search::NoticeKind;

    #[test]
    fn marks_stand_in_brackets_on_one_line() {
        let text = "Été.\nLa crue\u{a0}: la\r\ncrue déborde.";
        let crue: Vec<Span> = text.match_indices("crue").map(|(at, crue)| Span::new(at, at + crue.len())).collect();
        assert_eq!(marked(text, Span::new(7, text.len()), &crue), "La [crue] : la [crue] déborde.");
    }

    #[test]
    fn a_notice_has_a_caret_under_its_place_and_a_mend() {
        let notice = |span, mend: &str| Notice { kind: NoticeKind::OpenBracket, span: Some(span), mend: Some(mend.to_owned()) };
        let lines = notice_lines("été (crue", &notice(Span::new(6, 7), "été (crue)"));
        assert_eq!(lines[1..], ["    été (crue", "        ^", "    chercher plutôt : été (crue)"]);
        let long = format!("{}(\ncrue", "a ".repeat(500));
        let lines = notice_lines(&long, &notice(Span::new(1_000, 1_001), ""));
        assert_eq!(lines[1], format!("    {}( crue", "a ".repeat(15)));
        assert_eq!(lines[2].chars().position(|c| c == '^'), lines[1].chars().position(|c| c == '('));
        assert_eq!(notice_lines("é", &notice(Span::new(1, 9), "é")).len(), 2, "a span of another query is passed over");
    }

    #[test]
    fn a_mark_that_ends_the_sentence_is_closed() {
        assert_eq!(marked("La crue", Span::new(0, 7), &[Span::new(3, 7)]), "La [crue]");
    }
}
