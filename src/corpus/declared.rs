//! The language that a page says it is in: `<html lang>`, `Content-Language`, `lang:` above the text.

use super::{front_matter, html, tags};
use crate::text::{Language, fold};

/// The head of a page is no longer, in bytes.
const HEAD: usize = 20_000;

/// The language that `raw` declares, if it declares one that is read.
pub(super) fn language(raw: &str) -> Option<Language> {
    if html::is_html(raw) { of_html(raw) } else { of_front_matter(raw) }
}

fn of_html(raw: &str) -> Option<Language> {
    let head = &raw[..raw.floor_char_boundary(HEAD.min(raw.len()))];
    let mut found = None;
    for token in tags::tokens(head) {
        let tags::Token::Open { span, name, .. } = token else { continue };
        let tag = span.slice(head);
        let said = match name.as_str() {
            "html" => tags::attribute(tag, "lang=").or_else(|| tags::attribute(tag, "xml:lang=")),
            "meta" => {
                let about = ["http-equiv=", "name=", "property="].iter().find_map(|name| tags::attribute(tag, name));
                let is_language =
                    |about: &&str| ["content-language", "language", "og:locale", "dc.language"].contains(&fold(about).as_str());
                about.filter(is_language).and_then(|_| tags::attribute(tag, "content="))
            }
            "body" => break,
            _ => None,
        };
        found = found.or_else(|| code(said?));
    }
    found
}

fn of_front_matter(raw: &str) -> Option<Language> {
    let head = front_matter::read(raw)?.whole;
    head.slice(raw).lines().find_map(|line| {
        let (key, value) = line.split_once([':', '='])?;
        matches!(fold(key.trim()).as_str(), "lang" | "language" | "langue" | "locale").then(|| code(value))?
    })
}

/// `fr`, `fr-FR`, `"en_GB"`, `français`: not `free`.
fn code(said: &str) -> Option<Language> {
    let said = fold(said.trim().trim_matches(['"', '\'']));
    let first = said.split(['-', '_', ',', ' ']).next()?;
    matches!(first, "fr" | "en" | "fra" | "fre" | "eng" | "francais" | "french" | "english" | "anglais")
        .then(|| if first == "anglais" { Some(Language::English) } else { Language::from_code(first) })?
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_declare_their_language_in_many_ways() {
        let cases = [
            ("<!doctype html><html class=x lang=\"en-GB\"><body><p>x", Some(Language::English)),
            ("<!doctype html><html><head><meta http-equiv='Content-Language' content='fr'></head><body><p>x", Some(Language::French)),
            ("<!doctype html><html><head><meta property=\"og:locale\" content=\"fr_FR\"></head><body><p>x", Some(Language::French)),
            ("<!doctype html><html lang=\"de\"><body><p>x", None),
            ("<!doctype html><html hreflang=\"en\"><body lang=en><p>x", None),
            ("---\ntitle: x\nlang: en\n---\nTexte", Some(Language::English)),
            ("---\ntitle: x\nfree: en\n---\nTexte", None),
            ("Langue : un débat", None),
        ];
        for (raw, expected) in cases {
            assert_eq!(language(raw), expected, "{raw}");
        }
    }
}
