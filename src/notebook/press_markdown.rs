//! A press review in Markdown (CommonMark): to go on writing elsewhere.
//!
//! Nothing that stands in an article or that the reader wrote is read as Markdown or as HTML.

use std::fmt::Write;

use super::press::{guesses, references, see_chart, unknown_source};
use super::source::safe_address;
use super::{Cutting, Press, Slip};

/// The whole review.
pub fn markdown(press: &Press) -> String {
    let mut out = format!("# {}\n", line(&press.title));
    if !press.context.is_empty() {
        let _ = write!(out, "\n{}\n", line(&press.context));
    }
    for slip in &press.slips {
        match slip {
            Slip::Heading(words) => {
                let _ = write!(out, "\n## {}\n", line(words));
            }
            Slip::Words(words) => {
                for paragraph in paragraphs(words) {
                    let _ = write!(out, "\n{paragraph}\n");
                }
            }
            Slip::Cutting(cutting) => cut(press, cutting, &mut out),
        }
    }
    if !press.sources.is_empty() {
        let _ = write!(out, "\n## {}\n\n", references());
        for (share, number) in press.sources.iter().zip(1..) {
            let url = share.source.url.as_deref().and_then(safe_address).map_or_else(String::new, |url| format!(" <{url}>"));
            let reference = share.source.reference(&line);
            let known = if reference.is_empty() { line(unknown_source()) } else { reference };
            let _ = writeln!(out, "{number}. {}. {known}.{url} {}", line(&share.source.title), line(&share.said));
        }
        if press.has_doubt() {
            let _ = write!(out, "\n{}\n", line(guesses()));
        }
    }
    let _ = write!(out, "\n---\n\n{}\n", line(&press.colophon));
    out
}

fn cut(press: &Press, cutting: &Cutting, out: &mut String) {
    let said = if cutting.said.is_empty() { String::new() } else { format!(" · {}", line(&cutting.said)) };
    let _ = write!(out, "\n**{}. {}**{said}\n", cutting.number, line(&cutting.kind));
    for fragment in &cutting.fragments {
        let _ = write!(out, "\n> {}\n", line(&fragment.words));
        if let Some((reference, number)) = press.reference(fragment, &line) {
            let _ = match fragment.link.as_deref().and_then(safe_address) {
                Some(link) => write!(out, ">\n> — [{reference}](<{link}>) \\[{number}\\]\n"),
                None => write!(out, ">\n> — {reference} \\[{number}\\]\n"),
            };
        }
        if let Some(gone) = &fragment.gone {
            let _ = write!(out, ">\n> {}\n", line(gone));
        }
    }
    if let Some(drawing) = &cutting.drawing {
        table(&drawing.rows, out);
    }
    if let Some(link) = cutting.link.as_deref().and_then(safe_address) {
        let _ = write!(out, "\n[{}](<{link}>)\n", see_chart());
    }
}

/// The table of a chart, which Markdown has instead of the drawing.
fn table(rows: &[Vec<String>], out: &mut String) {
    let n_columns = rows.iter().map(Vec::len).max().unwrap_or(0);
    for (at, row) in rows.iter().enumerate() {
        let cells = (0..n_columns).map(|column| row.get(column).map_or_else(String::new, |cell| plain(cell)));
        let _ = write!(out, "{}| {} |", if at == 0 { "\n" } else { "" }, cells.collect::<Vec<_>>().join(" | "));
        let _ = writeln!(out, "{}", if at == 0 { format!("\n|{}", " --- |".repeat(n_columns)) } else { String::new() });
    }
}

/// Words in one line, nothing of which begins a list, a heading or a rule.
fn line(words: &str) -> String {
    let words = words.split_whitespace().collect::<Vec<_>>().join(" ");
    let plain = plain(&words);
    let n_digits = words.bytes().take_while(u8::is_ascii_digit).count();
    match words.as_bytes().get(n_digits) {
        Some(b'.' | b')') if n_digits > 0 => format!("{}\\{}", &plain[..n_digits], &plain[n_digits..]),
        Some(b'-' | b'+' | b'=') if n_digits == 0 => format!("\\{plain}"),
        _ => plain,
    }
}

/// What the reader wrote, a paragraph a line.
fn paragraphs(words: &str) -> Vec<String> {
    words.lines().filter(|words| !words.trim().is_empty()).map(line).collect()
}

/// Without what Markdown would read within a line.
pub fn plain(words: &str) -> String {
    words.chars().fold(String::new(), |mut plain, c| {
        if matches!(c, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '#' | '|' | '&' | '~' | '!') {
            plain.push('\\');
        }
        plain.push(c);
        plain
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::press::tests::saying;
    use super::*;

    /// The signs that Markdown reads, in order; an address between `<` and `>` has none.
    fn signs(markdown: &str) -> String {
        let mut signs = String::new();
        let mut chars = markdown.chars();
        while let Some(c) = chars.next() {
            match c {
                '\\' => {
                    chars.next();
                }
                '<' => {
                    signs.push(c);
                    chars.by_ref().find(|c| *c == '>');
                }
                '`' | '*' | '_' | '[' | ']' | '>' | '#' | '|' | '&' | '~' | '!' => signs.push(c),
                _ => {}
            }
        }
        signs
    }

    #[test]
    fn hostile_words_are_only_words() {
        for words in
            ["<script>alert(1)</script>", "[a](javascript:x) `b`", "**x** _y_ # z", "1. liste", "- liste", "&lt;b&gt;", "---", "![x](y)"]
        {
            assert_eq!(signs(&markdown(&saying(words))), signs(&markdown(&saying("mot"))), "{words}");
        }
        assert!(!markdown(&saying("<script>")).contains("javascript:"));
        assert_eq!(line("1. liste"), "1\\. liste");
        assert_eq!(line("- liste\nsuite"), "\\- liste suite");
    }

    #[test]
    fn a_review_has_numbers_references_and_a_line_of_its_own_at_the_end() {
        let written = markdown(&saying("mot"));
        assert!(written.starts_with("# mot\n"));
        assert!(written.contains("> mot\n>\n> — [mot\u{a0}(?), mot\u{a0}(?), mot\u{a0}(?)](<https://recoupe.example/#/lire/mot>) \\[1\\]"));
        assert!(written.contains("1. mot. mot\u{a0}(?), mot\u{a0}(?), mot\u{a0}(?). <https://a.org/b> mot"));
        assert!(written.ends_with("---\n\nmot\n"));
    }

    proptest! {
        #[test]
        fn no_words_add_a_sign(words in "[a-z<>\\[\\]()*_`#|&~!\\\\\"'=+.0-9 \n-]{1,60}") {
            prop_assume!(!words.trim().is_empty() && words.lines().filter(|one| !one.trim().is_empty()).count() == 1);
            let (hostile, benign) = (markdown(&saying(&words)), markdown(&saying("mot")));
            prop_assert_eq!(signs(&hostile), signs(&benign));
            prop_assert_eq!(hostile.lines().count(), benign.lines().count());
        }
    }
}
