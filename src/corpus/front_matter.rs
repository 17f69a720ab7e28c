//! Facts written above an article as `key: value`: Markdown front matter between fences, or the head of an export.
//!
//! Why no YAML library reads it: heads are also written in TOML, or without fences, or in YAML that is none (`title: Un : deux`
//! is an error there, and common in heads typed by hand), and every value must keep its place in the text. A maintained parser
//! that tells places, `saphyr-parser`, would add 82 kB to the page's first module (27 kB compressed) and leave all of that to
//! be read here nevertheless. So ours reads what heads are made of (see [`fenced`]), and a test holds the values of heads in
//! right YAML against that parser's.

use super::fenced;
use super::linked_data::unescaped;
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

const KEYS: [(&str, Key); 64] = [
    ("title", Key::Title),
    ("titre", Key::Title),
    ("headline", Key::Title),
    ("titre de l'article", Key::Title),
    ("author", Key::Author),
    ("authors", Key::Author),
    ("auteur", Key::Author),
    ("auteurs", Key::Author),
    ("auteure", Key::Author),
    ("autrice", Key::Author),
    ("autrices", Key::Author),
    ("auteures", Key::Author),
    ("creator", Key::Author),
    ("creators", Key::Author),
    ("by", Key::Author),
    ("par", Key::Author),
    ("journaliste", Key::Author),
    ("journalistes", Key::Author),
    ("byline", Key::Author),
    ("signature", Key::Author),
    ("date", Key::Published),
    ("published", Key::Published),
    ("published_at", Key::Published),
    ("pubdate", Key::Published),
    ("publishdate", Key::Published),
    ("publish_date", Key::Published),
    ("published_on", Key::Published),
    ("publication_date", Key::Published),
    ("date_publication", Key::Published),
    ("parution", Key::Published),
    ("paru le", Key::Published),
    ("date de parution", Key::Published),
    ("publication", Key::Published),
    ("publie", Key::Published),
    ("publie le", Key::Published),
    ("date_published", Key::Published),
    ("date de publication", Key::Published),
    ("updated", Key::Updated),
    ("modified", Key::Updated),
    ("lastmod", Key::Updated),
    ("last_modified", Key::Updated),
    ("last_modified_at", Key::Updated),
    ("date_modified", Key::Updated),
    ("modifie", Key::Updated),
    ("modifie le", Key::Updated),
    ("mis a jour le", Key::Updated),
    ("mis a jour", Key::Updated),
    ("mise a jour", Key::Updated),
    ("source", Key::Outlet),
    ("outlet", Key::Outlet),
    ("publisher", Key::Outlet),
    ("site", Key::Outlet),
    ("media", Key::Outlet),
    ("journal", Key::Outlet),
    ("site_name", Key::Outlet),
    ("newspaper", Key::Outlet),
    ("editeur", Key::Outlet),
    ("publication_name", Key::Outlet),
    ("agency", Key::Agency),
    ("agence", Key::Agency),
    ("url", Key::Url),
    ("link", Key::Url),
    ("lien", Key::Url),
    ("permalink", Key::Url),
];

/// A head is no longer, in lines.
pub(super) const LONGEST: usize = 200;

/// The front matter at the start of `raw`, if there is any.
pub(super) fn read(raw: &str) -> Option<FrontMatter> {
    let start = raw.len() - raw.trim_start_matches(|c: char| c.is_whitespace() || c == '\u{feff}').len();
    if let Some(head) = fenced::head(raw, start) {
        return fenced::read(raw, head);
    }
    let mut at = start;
    let mut found = FrontMatter { facts: Vec::new(), whole: Span::new(start, start) };
    let mut n_known = 0;
    for line in raw[start..].split_inclusive('\n').take(LONGEST) {
        let span = Span::new(at, at + line.len()).trim(raw);
        at += line.len();
        let Some((name, value)) = pair(raw, span) else { break };
        let key = key(name);
        if key == Key::Other {
            break;
        }
        n_known += 1;
        let value = bare(raw, value);
        if !value.is_empty() {
            found.facts.push((link_or(raw, key, value), value));
        }
        found.whole.end = span.end;
    }
    (n_known >= 2).then_some(found)
}

/// The text of a value: escapes resolved where its quotation marks ask for it.
pub(super) fn text(raw: &str, value: Span) -> String {
    let text = value.slice(raw);
    let (before, after) = (&raw[..value.start as usize], &raw[value.end as usize..]);
    if before.ends_with('"') && after.starts_with('"') && text.contains('\\') {
        unescaped(text)
    } else if before.ends_with('\'') && after.starts_with('\'') {
        text.replace("''", "'")
    } else {
        text.to_owned()
    }
}

/// What a key of this name says.
pub(super) fn key(name: &str) -> Key {
    let name = fold(name.trim_matches(|c: char| c.is_whitespace() || matches!(c, '*' | '"' | '\'')));
    KEYS.iter().find(|(known, _)| *known == name || *known == name.replace('-', "_")).map_or(Key::Other, |(_, key)| *key)
}

/// `key: value` or `key = value`: the name, and the place of all that follows it on the line.
pub(super) fn pair(raw: &str, line: Span) -> Option<(&str, Span)> {
    let text = line.slice(raw);
    let at = text.find([':', '=']).filter(|at| *at <= 32)?;
    let name = text[..at].trim().trim_matches(['*', '"', '\'']);
    let plain = name.chars().all(|c| c.is_alphanumeric() || is_mark(c) || matches!(c, '_' | '-' | '.' | ' ' | '\'' | '’'));
    // `https://…` is no pair.
    let right = plain && !name.is_empty() && name.split(' ').count() <= 3 && !text[at..].starts_with("://");
    right.then(|| (name, Span { start: line.start + u32::try_from(at).unwrap_or(0) + 1, end: line.end }))
}

/// A combining mark, as in names of keys that were typed on some systems.
fn is_mark(c: char) -> bool {
    ('\u{300}'..'\u{370}').contains(&c)
}

/// `source: https://…` is no outlet, and `permalink: /crue/` leads nowhere from here.
pub(super) fn link_or(raw: &str, key: Key, value: Span) -> Key {
    let leads = value.slice(raw).starts_with("http");
    match key {
        Key::Outlet if leads => Key::Url,
        Key::Url if !leads => Key::Other,
        key => key,
    }
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
