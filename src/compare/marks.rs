//! Where quotation marks open and close, so that passages can be widened to them and told quoted.
//!
//! Press pages lose, mix and misprint marks: `«` closed by `"`, `"` closed by `»`, a mark never closed. An outer pair is
//! found first and what is nested inside is left to it. Who speaks is deliberately not asked here.

use crate::span::Span;
use crate::text::filling::Bare;

/// A quotation longer than this, in bytes, is a mark that was never closed.
const LONGEST: usize = 2_000;

/// Outer spans, marks included, of the quotations of `text` inside `within`, in order, not overlapping.
pub(super) fn quotations(text: &str, within: Span) -> Vec<Span> {
    match Bare::of(text, within) {
        Some(bare) => bare_quotations(&bare.bare, Span::of(&bare.bare)).into_iter().map(|span| bare.place(span)).collect(),
        None => bare_quotations(text, within),
    }
}

fn bare_quotations(text: &str, within: Span) -> Vec<Span> {
    let slice = within.slice(text);
    let base = within.start as usize;
    let mut found = Vec::new();
    let (mut at, mut before) = (0, ' ');
    while let Some(c) = slice[at..].chars().next() {
        let after = at + c.len_utf8();
        let length = if opens(c, before, &slice[after..]) { closing(c, &slice[after..]) } else { None };
        if let Some(length) = length {
            found.push(Span::new(base + at, base + after + length));
        }
        at = after + length.unwrap_or(0);
        before = c;
    }
    found
}

fn opens(c: char, before: char, after: &str) -> bool {
    match c {
        '«' | '“' | '„' => true,
        // A straight mark opens when something stands right behind it and nothing, or an elision, right before it.
        '"' => !before.is_alphanumeric() && after.chars().next().is_some_and(|next| !next.is_whitespace()),
        _ => false,
    }
}

/// Length of what follows an opening mark, up to and with its closing mark; up to the end of the line when it is missing.
fn closing(open: char, after: &str) -> Option<usize> {
    let mut depth = 0;
    let mut mismatched = None;
    let mut line_end = None;
    let mut before = ' ';
    for (at, c) in after.char_indices().take_while(|(at, _)| *at < LONGEST) {
        let end = at + c.len_utf8();
        match (open, c) {
            ('«', '«') | ('“', '“') => depth += 1,
            ('«', '»') | ('“' | '„', '”') if depth > 0 => depth -= 1,
            ('«', '»') | ('“' | '„', '”') => return Some(end),
            ('"', '«') => depth += 1,
            ('"', '»') if depth > 0 => depth -= 1,
            ('"', '"') if closes_straight(before, &after[end..]) => return Some(end),
            ('"', '»' | '”') | ('«' | '“' | '„', '"') if mismatched.is_none() => mismatched = Some(end),
            (_, '\n') if line_end.is_none() => line_end = Some(at),
            _ => {}
        }
        before = c;
    }
    // The nearest of what may have been meant: a mark of another sort, else the end of the line.
    match (mismatched, line_end) {
        (Some(mark), Some(line)) if line < mark => None,
        (Some(mark), _) => Some(mark),
        (None, Some(_)) => None,
        (None, None) => (after.len() < LONGEST / 4 && !after.is_empty()).then_some(after.trim_end().len()),
    }
}

fn closes_straight(before: char, after: &str) -> bool {
    !before.is_whitespace() && !after.chars().next().is_some_and(char::is_alphanumeric) || after.trim().is_empty()
}

#[cfg(test)]
mod tests {
    use super::*;
    use expect_test::{Expect, expect};
    use proptest::prelude::*;

    fn check(text: &str, expected: Expect) {
        let found: Vec<_> = quotations(text, Span::of(text)).into_iter().map(|s| s.slice(text)).collect();
        expected.assert_eq(&found.join("\n"));
    }

    #[test]
    fn every_usual_pair_of_marks_is_found() {
        check(
            "« Un », puis “deux”, et \"trois\" d'\"élan\".",
            expect![[r#"
                « Un »
                “deux”
                "trois"
                "élan""#]],
        );
    }

    #[test]
    fn an_inner_quotation_is_left_to_the_outer_one() {
        check("\"Il parle de « confiance » encore\" et puis", expect![[r#""Il parle de « confiance » encore""#]]);
    }

    #[test]
    fn a_mark_closed_by_another_sort_is_still_a_quotation() {
        check("Le but ? \"Resserrer les liens » et signer", expect![[r#""Resserrer les liens »"#]]);
    }

    #[test]
    fn a_mark_never_closed_holds_to_the_end_of_its_paragraph() {
        check("Il dit : « Nous verrons demain.", expect!["« Nous verrons demain."]);
    }

    proptest! {
        #[test]
        fn quotations_lie_in_order_inside_the_text(text in "[a-zé «»“”\"'\n.]{0,80}") {
            let found = quotations(&text, Span::of(&text));
            prop_assert!(found.windows(2).all(|pair| pair[0].end <= pair[1].start));
            for span in found {
                prop_assert!(!span.slice(&text).is_empty());
            }
        }
    }
}
