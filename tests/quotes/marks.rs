//! Invented articles in which quotations are marked: `{d Anne Roy #ville|« … »}` around each with its marks.
//!
//! First the letter of its kind (direct, partial, scare, title, indirect), a part of the speaker's name or description or `-`, and `#` with a
//! name for what is one utterance. `[vendredi|D 2021-11-19]` marks a date or a figure, for other tests.

use super::{Article, Fact, Metadata, QuoteKind, Span};

/// What is marked.
pub struct Truth {
    pub document: String,
    pub outer: Span,
    pub kind: QuoteKind,
    pub speaker: Option<String>,
    pub utterance: Option<String>,
}

/// The text of an article without braces, and what they say.
pub fn article(name: &str, file: &str) -> (Article, Vec<Truth>) {
    let (published, marked) = head(file);
    let marked = without_dates(marked);
    let (mut text, mut open, mut truths) = (String::new(), Vec::new(), Vec::new());
    let mut rest = marked.as_str();
    while let Some(at) = rest.find(['{', '}']) {
        text.push_str(&rest[..at]);
        let brace = rest.as_bytes()[at];
        rest = &rest[at + 1..];
        if brace == b'{' {
            let (label, behind) = rest.split_once('|').expect("a label ends");
            rest = behind;
            open.push((text.len(), label));
        } else {
            let (start, label) = open.pop().expect("braces are paired");
            truths.push(truth(name, Span::new(start, text.len()), label));
        }
    }
    text.push_str(rest);
    let given = Metadata { published: published.map(Fact::given), ..Metadata::default() };
    (Article { given, ..Article::new(name, &text) }, truths)
}

/// When an article was published, if its first line says so, and what follows.
fn head(file: &str) -> (Option<String>, &str) {
    let Some((day, rest)) = file.strip_prefix("published: ").and_then(|file| file.split_once('\n')) else { return (None, file) };
    (Some(day.to_owned()), rest.strip_prefix("language: en\n").unwrap_or(rest))
}

/// `[vendredi|D 2021-11-19]` is what tests of dates and figures look for: here only its words.
fn without_dates(marked: &str) -> String {
    let (mut text, mut rest) = (String::with_capacity(marked.len()), marked);
    while let Some((before, behind)) = rest.split_once('[') {
        let (mark, behind) = behind.split_once(']').expect("a mark is closed");
        text.push_str(before);
        text.push_str(mark.split('|').next().unwrap_or(mark));
        rest = behind;
    }
    text + rest
}

fn truth(name: &str, outer: Span, label: &str) -> Truth {
    let (kind, speaker) = label.split_once(' ').expect("a kind and a speaker");
    let kind = match kind {
        "d" => QuoteKind::Direct,
        "p" => QuoteKind::Partial,
        "s" => QuoteKind::Scare,
        "t" => QuoteKind::Title,
        _ => QuoteKind::Indirect,
    };
    let (speaker, utterance) = speaker.split_once(" #").map_or((speaker, None), |(speaker, group)| (speaker, Some(group.to_owned())));
    let speaker = (speaker != "-").then(|| speaker.to_owned());
    Truth { document: name.to_owned(), outer, kind, speaker, utterance }
}
