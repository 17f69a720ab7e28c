//! A quotation is short unless its reader wants it whole: what it is about, and no article in pieces.
//!
//! Words are counted as everywhere here (`l’État` is two). What is cut off is said by `[…]`.

use super::Length;
use crate::locale;
use crate::span::Span;
use crate::text::{self, filling};

/// Words of a short quotation: as many as the longest that newspapers put into one sentence of their own; long enough for a whole
/// statement, and a hundredth of a long article.
pub const SHORT: usize = 40;

/// The part of a passage that is shown, and whether something is left out behind it.
pub fn shown(passage: &str, length: Length, n_words: usize) -> (Span, bool) {
    let whole = Span::of(passage);
    if length == Length::Whole {
        return (whole, false);
    }
    let mut words = text::words(passage, whole).skip(n_words.saturating_sub(1));
    match (words.next(), words.next()) {
        (Some(last), Some(_)) => (Span::new(0, last.end as usize), true),
        _ => (whole, false),
    }
}

/// The first words in one line, with `[…]` where more stood.
pub fn short(passage: &str, length: Length, n_words: usize) -> String {
    let (span, is_cut) = shown(passage, length, n_words);
    let line = in_one_line(span.slice(passage));
    if is_cut { format!("{line} […]") } else { line }
}

/// Every stretch of blanks is one; where a line may not break it still may not.
fn in_one_line(words: &str) -> String {
    let is_firm = |c: char| matches!(c, '\u{a0}' | '\u{202f}');
    let mut line = String::new();
    let mut blank = None;
    for c in filling::stripped(words.trim()).chars() {
        if c.is_whitespace() {
            blank = Some(if is_firm(c) && blank.is_none_or(is_firm) { c } else { ' ' });
        } else {
            line.extend(blank.take());
            line.push(c);
        }
    }
    line
}

/// Between the marks of the language. What brings its own keeps them; where the end of it was cut off, the mark that is open is closed.
pub fn in_marks(words: &str) -> String {
    match words.chars().next() {
        Some('"') if words.len() > 1 && words.ends_with('"') => words.to_owned(),
        Some(first @ ('«' | '“')) => {
            let (last, closing) = if first == '«' { ('»', "\u{a0}»") } else { ('”', "”") };
            let is_open = words.matches(first).count() > words.matches(last).count();
            format!("{words}{}", if is_open { closing } else { "" })
        }
        _ => locale::in_marks(words),
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_long_passage_is_cut_behind_a_word_and_says_so() {
        assert_eq!(short("Le port ferme\n lundi.", Length::Short, 3), "Le port ferme […]");
        assert_eq!(short("Le port ferme !", Length::Short, 3), "Le port ferme !");
        assert_eq!(short("Le port ferme lundi.", Length::Whole, 3), "Le port ferme lundi.");
        assert_eq!(short("", Length::Short, 3), "");
        assert_eq!(short(" Il dit\n«\u{a0}non\u{a0}\u{a0}»\u{a0} \n!", Length::Whole, 3), "Il dit «\u{a0}non\u{a0}» !");
    }

    #[test]
    fn marks_are_not_doubled() {
        assert_eq!(in_marks("Non."), "«\u{a0}Non.\u{a0}»");
        assert_eq!(in_marks("« Non. »"), "« Non. »");
        assert_eq!(in_marks("\"Non.\""), "\"Non.\"");
        assert_eq!(in_marks("« Le port […]"), "« Le port […]\u{a0}»");
        assert_eq!(in_marks("Il dit « non »"), "«\u{a0}Il dit « non »\u{a0}»");
    }

    proptest! {
        #[test]
        fn a_short_form_never_has_more_words_than_it_may(passage in "[a-zé’ «».!\u{ad}-]{0,200}", n in 1..12_usize) {
            let said = short(&passage, Length::Short, n);
            prop_assert!(text::words(&said, Span::of(&said)).count() <= n, "{}", said);
            let (span, is_cut) = shown(&passage, Length::Short, n);
            prop_assert_eq!(is_cut, text::words(&passage, Span::of(&passage)).count() > n);
            prop_assert!(passage.get(span.range()).is_some());
        }
    }
}
