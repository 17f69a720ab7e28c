//! Characters without width that keep a text as long as it was when something is taken out of it.
//!
//! A page of HTML is read in a text of the same bytes, so that every offset holds in both. Where a tag stood within a word
//! or beside a mark, and where a character reference was longer than its character, these characters fill the place. No
//! reader sees them: words run over them, folding drops them, sentences and marks are found without them ([`Bare`]).

use std::borrow::Cow;

use crate::span::Span;

/// Two and three bytes, in place of a tag: a word that ends before a tag ends there.
const TAG: [char; 2] = ['\u{ad}', '\u{2060}'];
/// Two and three bytes, behind the character of a reference: marks that combine with it, so that a word holds all of it.
const REFERENCE: [char; 2] = ['\u{34f}', '\u{fe00}'];

/// Puts `n_bytes` in place of a tag.
pub fn tag(n_bytes: usize, text: &mut String) {
    fill(TAG, n_bytes, text);
}

/// Puts `n_bytes` behind the character of a reference.
pub fn reference(n_bytes: usize, text: &mut String) {
    fill(REFERENCE, n_bytes, text);
}

/// One byte cannot be filled: nothing that is taken out is so short.
fn fill([two, three]: [char; 2], n_bytes: usize, text: &mut String) {
    let n_two = match n_bytes % 3 {
        0 => 0,
        1 => 2,
        _ => 1,
    };
    let n_three = n_bytes.saturating_sub(2 * n_two) / 3;
    text.extend(std::iter::repeat_n(two, n_two).chain(std::iter::repeat_n(three, n_three)));
}

/// True for a character that stands for a tag.
pub fn is_tag(c: char) -> bool {
    TAG.contains(&c)
}

/// True for a character that no reader sees.
pub fn is_filling(c: char) -> bool {
    TAG.contains(&c) || REFERENCE.contains(&c)
}

/// `text` without what fills it: what is shown and told.
pub fn stripped(text: &str) -> Cow<'_, str> {
    if text.is_ascii() || !text.contains(is_filling) { Cow::Borrowed(text) } else { Cow::Owned(text.replace(is_filling, "")) }
}

/// The same in one line, a blank for each gap: how a passage is quoted.
pub fn in_one_line(text: &str) -> String {
    stripped(text).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// A stretch of text without what fills it, and where each of its bytes stands.
pub struct Bare<'a> {
    text: &'a str,
    pub bare: String,
    places: Vec<u32>,
}

impl<'a> Bare<'a> {
    /// Nothing when nothing fills `within`.
    pub fn of(text: &'a str, within: Span) -> Option<Self> {
        let slice = within.slice(text);
        if !slice.contains(is_filling) {
            return None;
        }
        let mut found = Self { text, bare: String::with_capacity(slice.len()), places: Vec::with_capacity(slice.len()) };
        let mut at = within.start;
        for c in slice.chars() {
            let after = at + u32::from(c.len_utf8() as u8);
            if !is_filling(c) {
                found.bare.push(c);
                found.places.extend(at..after);
            }
            at = after;
        }
        Some(found)
    }

    /// The place in the whole text of a span of the bare one: all of a reference, nothing of a tag at its edges.
    pub fn place(&self, span: Span) -> Span {
        let after = |at: u32| at.checked_sub(1).map_or(0, |last| self.places[last as usize] + 1);
        let mut end = after(span.end) as usize;
        let start = self.places.get(span.start as usize).map_or(end, |start| *start as usize);
        while let Some(c) = self.text[end..].chars().next().filter(|c| REFERENCE.contains(c)) {
            end += c.len_utf8();
        }
        Span::new(start.min(end), end)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_length_from_two_on_can_be_filled() {
        for n in (2..40).chain([0]) {
            let mut text = String::new();
            tag(n, &mut text);
            reference(n, &mut text);
            assert_eq!((text.len(), &*stripped(&text)), (2 * n, ""));
        }
    }

    #[test]
    fn a_span_of_the_bare_text_holds_references_and_no_tags_at_its_edges() {
        let text = "\u{ad}é\u{34f}t\u{2060}é\u{fe00}\u{2060}.";
        let bare = Bare::of(text, Span::of(text)).expect("it is filled");
        assert_eq!(bare.bare, "été.");
        assert_eq!(bare.place(Span::new(0, 5)).slice(text), "é\u{34f}t\u{2060}é\u{fe00}");
    }
}
