//! Facts written above an article as `key: value`: Markdown front matter between `---`, or the head of an export.

use crate::span::Span;
use crate::text::fold;

/// What a key says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Key {
    Title,
    Author,
    Published,
    Updated,
    Outlet,
    Agency,
    Url,
    /// Anything else: tags, layout.
    Other,
}

/// The head of a text: its facts, and where it ends.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct FrontMatter {
    /// Key and place of the value, quotes and brackets left out.
    pub facts: Vec<(Key, Span)>,
    /// Everything, fences included.
    pub whole: Span,
}

const KEYS: [(&str, Key); 38] = [
    ("title", Key::Title),
    ("titre", Key::Title),
    ("headline", Key::Title),
    ("author", Key::Author),
    ("authors", Key::Author),
    ("auteur", Key::Author),
    ("auteurs", Key::Author),
    ("auteure", Key::Author),
    ("autrice", Key::Author),
    ("byline", Key::Author),
    ("signature", Key::Author),
    ("date", Key::Published),
    ("published", Key::Published),
    ("published_at", Key::Published),
    ("pubdate", Key::Published),
    ("publication", Key::Published),
    ("publie", Key::Published),
    ("publie le", Key::Published),
    ("date_published", Key::Published),
    ("date de publication", Key::Published),
    ("updated", Key::Updated),
    ("modified", Key::Updated),
    ("lastmod", Key::Updated),
    ("mis a jour", Key::Updated),
    ("mise a jour", Key::Updated),
    ("source", Key::Outlet),
    ("outlet", Key::Outlet),
    ("publisher", Key::Outlet),
    ("site", Key::Outlet),
    ("media", Key::Outlet),
    ("journal", Key::Outlet),
    ("publication_name", Key::Outlet),
    ("agency", Key::Agency),
    ("agence", Key::Agency),
    ("url", Key::Url),
    ("link", Key::Url),
    ("lien", Key::Url),
    ("permalink", Key::Url),
];

/// Front matter is no longer, in lines.
const LONGEST: usize = 80;

/// The front matter at the start of `raw`, if there is any.
pub(super) fn read(raw: &str) -> Option<FrontMatter> {
    let start = raw.len() - raw.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    let mut at = start;
    let mut found = FrontMatter { facts: Vec::new(), whole: Span::new(start, start) };
    let mut key = Key::Other;
    let (mut fenced, mut n_known, mut closed) = (false, 0, false);
    for (n, line) in raw[start..].split_inclusive('\n').enumerate().take(LONGEST) {
        let span = Span::new(at, at + line.len()).trim(raw);
        at += line.len();
        let text = span.slice(raw);
        if n == 0 && matches!(text, "---" | "+++") {
            fenced = true;
        } else if fenced && matches!(text, "---" | "+++" | "...") {
            found.whole.end = span.end;
            closed = true;
            break;
        } else if let Some((of_line, value)) = fact(raw, span) {
            key = of_line;
            n_known += usize::from(key != Key::Other);
            if !fenced && key == Key::Other {
                break;
            }
            if !value.is_empty() {
                found.facts.push((key, value));
            }
            found.whole.end = span.end;
        } else if fenced && text.starts_with("- ") {
            // A list under its key.
            found.facts.push((key, bare(raw, Span { start: span.start + 2, end: span.end })));
        } else if !fenced {
            break;
        }
    }
    (if fenced { closed } else { n_known >= 2 }).then_some(found)
}

/// `key: value` or `key = value`.
fn fact(raw: &str, line: Span) -> Option<(Key, Span)> {
    let text = line.slice(raw);
    let at = text.find([':', '=']).filter(|at| *at <= 24)?;
    let name = fold(text[..at].trim().trim_matches(['*', '"']));
    let plain =
        !name.is_empty() && name.chars().all(|c| c.is_alphanumeric() || matches!(c, '_' | '-' | ' ')) && name.split(' ').count() <= 3;
    let key = KEYS.iter().find(|(known, _)| *known == name || *known == name.replace('-', "_")).map_or(Key::Other, |(_, key)| *key);
    plain.then(|| (key, bare(raw, Span { start: line.start + u32::try_from(at).unwrap_or(0) + 1, end: line.end })))
}

/// A value without white space, quotes and brackets around it.
fn bare(raw: &str, span: Span) -> Span {
    let text = span.slice(raw);
    let around = |c: char| c.is_whitespace() || matches!(c, '[' | ']' | '*');
    let inner = text.trim_matches(around);
    let quoted = inner.len() > 1 && (inner.starts_with('"') && inner.ends_with('"') || inner.starts_with('\'') && inner.ends_with('\''));
    let inner = if quoted { &inner[1..inner.len() - 1] } else { inner };
    let start = inner.as_ptr() as usize - raw.as_ptr() as usize;
    Span::new(start, start + inner.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn facts(raw: &str) -> Vec<(Key, &str)> {
        read(raw).map(|found| found.facts.iter().map(|(key, span)| (*key, span.slice(raw))).collect()).unwrap_or_default()
    }

    #[test]
    fn values_lose_their_quotes_and_lists_their_dashes() {
        assert_eq!(
            facts("---\ntitle: \"Un : deux\"\nauthors:\n  - Luc Roy\n  - Ana Bey\ndraft: false\n---\nTexte"),
            [(Key::Title, "Un : deux"), (Key::Author, "Luc Roy"), (Key::Author, "Ana Bey"), (Key::Other, "false")]
        );
    }

    #[test]
    fn a_rule_or_a_lone_colon_is_no_front_matter() {
        assert!(read("---\nUn texte après un filet.\n\nFin.").is_none());
        assert!(read("Titre : un bilan\nLe maire a parlé.").is_none());
        assert!(read("").is_none());
    }
}
