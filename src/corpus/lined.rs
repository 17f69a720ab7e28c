//! Corpora for tests, whose zones are as they are written and not as they are found.

use super::{Article, Corpus, Sentence, Zone, ZoneKind};
use crate::span::Span;
use crate::text::sentences;

/// A corpus of `pages`, called `0`, `1`, …; a line that begins with `# ` is a title, with `> ` furniture, others are body.
pub fn corpus(pages: &[&str]) -> Corpus {
    let article = |(page, place): (&&str, u32)| Article::new(&place.to_string(), page);
    let mut corpus = Corpus::read(None, pages.iter().zip(0..).map(article).collect()).unwrap();
    for document in &mut corpus.documents {
        document.zones.clear();
        document.sentences.clear();
        let mut at = 0;
        for line in document.raw.split_inclusive('\n') {
            let span = Span::new(at, at + line.len()).trim(&document.raw);
            at += line.len();
            let kind = match line.get(..2) {
                Some("# ") => ZoneKind::Title,
                Some("> ") => ZoneKind::Related,
                _ => ZoneKind::Body,
            };
            document.zones.push(Zone { span, kind });
            if kind.is_article() {
                let of_line = sentences(&document.raw, span);
                document.sentences.extend(of_line.into_iter().map(|span| Sentence { span, zone: kind }));
            }
        }
    }
    corpus
}
