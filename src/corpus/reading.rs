//! The text of a page of HTML as it is read, byte for byte as long as the page.
//!
//! Tags are blanks, or nothing at all where they stand within a word or beside a mark; references are their characters. What
//! keeps the length is [`filling`]. Everything that reads words reads them here; offsets are those of the raw page.

use super::html;
use super::zones::{Zone, ZoneKind};
use crate::text::filling;

/// What is read of `raw`, a page of HTML.
pub(super) fn of(raw: &str, zones: &[Zone]) -> String {
    let mut text = String::with_capacity(raw.len());
    let mut before: Option<&Zone> = None;
    for (place, zone) in zones.iter().enumerate() {
        text.push_str(&raw[text.len()..zone.span.start as usize]);
        if zone.kind != ZoneKind::Markup {
            push_characters(zone.span.slice(raw), &mut text);
            before = Some(zone);
            continue;
        }
        match (before, zones.get(place + 1)) {
            (Some(before), Some(after)) if goes_on(raw, before, after) => {
                let gap = &raw[before.span.end as usize..after.span.start as usize];
                let words_meet =
                    before.span.slice(raw).ends_with(char::is_alphanumeric) && after.span.slice(raw).starts_with(char::is_alphanumeric);
                let apart = is_spaced(gap) || words_meet && is_seam(gap);
                if apart {
                    text.extend(std::iter::repeat_n(' ', zone.span.len()));
                } else {
                    filling::tag(zone.span.len(), &mut text);
                }
            }
            _ => text.extend(std::iter::repeat_n('\n', zone.span.len())),
        }
    }
    text.push_str(&raw[text.len()..]);
    text
}

/// True when white space stands between the tags of `gap`.
fn is_spaced(gap: &str) -> bool {
    gap.split('<').any(|piece| piece.rsplit('>').next().is_some_and(|text| !text.is_empty()))
}

/// True when one thing ends in `gap` and another begins: links and labels side by side, which a style sheet parts.
fn is_seam(gap: &str) -> bool {
    let begins = gap.rmatch_indices('<').map(|(at, _)| at).find(|at| !gap[at + 1..].starts_with('/'));
    gap.find("</").is_some_and(|end| begins.is_some_and(|begin| end < begin))
}

/// True when nothing but inline tags stands between two zones of one kind: they are one paragraph.
pub(super) fn goes_on(raw: &str, before: &Zone, after: &Zone) -> bool {
    before.kind == after.kind && html::is_inline(&raw[before.span.end as usize..after.span.start as usize])
}

/// The characters of `raw` with their references resolved.
fn push_characters(raw: &str, text: &mut String) {
    let mut rest = raw;
    while let Some(at) = rest.find('&') {
        text.push_str(&rest[..at]);
        rest = &rest[at..];
        let (shown, length) = html::reference(rest).unwrap_or(('&', 1));
        if shown.is_whitespace() {
            text.extend(std::iter::repeat_n(' ', length));
        } else if length == shown.len_utf8() || length >= shown.len_utf8() + 2 {
            text.push(shown);
            filling::reference(length - shown.len_utf8(), text);
        } else {
            text.push_str(&rest[..length]);
        }
        rest = &rest[length..];
    }
    text.push_str(rest);
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::metadata::Metadata;
    use crate::corpus::zones;
    use crate::text;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn offsets_hold_in_both_texts(page in "(<p>|</p>|<b>|</b>|<a title=\"é\">|</a>|<br>|&eacute;|&nbsp;|&lt;|&#233;|&|;|[a-zÉé .«»]){0,40}") {
            let raw = format!("<html>{page}");
            let zones = zones::find(&raw, &Metadata::default(), &[]);
            let text = of(&raw, &zones);
            prop_assert_eq!(text.len(), raw.len());
            for zone in zones.iter().filter(|zone| zone.kind != ZoneKind::Markup) {
                for span in text::words(&text, zone.span).chain(text::sentences(&text, zone.span)) {
                    prop_assert!(raw.get(span.range()).is_some());
                }
            }
        }
    }
}
