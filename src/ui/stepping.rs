//! Words of a passage, and the steps of a keyboard among them: by word, by sentence, to either end.

use crate::span::Span;
use crate::text::segment::sentences;

/// The words of a passage with what is written at them, from blank to blank.
pub fn words(text: &str) -> Vec<Span> {
    let starts =
        text.char_indices().filter(|(at, c)| !c.is_whitespace() && text[..*at].chars().next_back().is_none_or(char::is_whitespace));
    let end = |at: usize| text[at..].find(char::is_whitespace).map_or(text.len(), |len| at + len);
    starts.map(|(at, _)| Span::new(at, end(at))).collect()
}

/// For each word, the first of its sentence.
pub fn openings(text: &str, words: &[Span]) -> Vec<usize> {
    let begins: Vec<u32> = sentences(text, Span::of(text)).iter().map(|sentence| sentence.start).collect();
    let mut opening = 0;
    let mut of_word = |(at, word): (usize, &Span)| {
        let before = at.checked_sub(1).map_or(0, |before| words[before].start);
        if at == 0 || begins.iter().any(|begin| before < *begin && *begin <= word.start) {
            opening = at;
        }
        opening
    };
    words.iter().enumerate().map(&mut of_word).collect()
}

/// Where a key leads from the word `at`; none for a key that leads nowhere.
pub fn step(key: &str, at: usize, openings: &[usize]) -> Option<usize> {
    let last = openings.len().checked_sub(1)?;
    let opening = openings.get(at).copied()?;
    Some(match key {
        "ArrowLeft" => at.saturating_sub(1),
        "ArrowRight" => (at + 1).min(last),
        // In the midst of a sentence to its beginning, from there to that of the one before.
        "ArrowUp" if at > opening => opening,
        "ArrowUp" => opening.checked_sub(1).map_or(0, |before| openings[before]),
        "ArrowDown" => (at + 1..=last).find(|next| openings[*next] != opening).unwrap_or(last),
        "Home" => 0,
        "End" => last,
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TEXT: &str = "Le ministre parle. Il dit\u{a0}: « Oui. »\nPuis il part.";

    #[test]
    fn words_go_from_blank_to_blank() {
        let found: Vec<&str> = words(TEXT).iter().map(|word| word.slice(TEXT)).collect();
        assert_eq!(found, ["Le", "ministre", "parle.", "Il", "dit", ":", "«", "Oui.", "»", "Puis", "il", "part."]);
    }

    #[test]
    fn arrows_go_by_word_and_by_sentence() {
        let openings = openings(TEXT, &words(TEXT));
        assert_eq!(step("ArrowDown", 1, &openings), Some(3));
        assert_eq!(step("ArrowUp", 4, &openings), Some(3));
        assert_eq!(step("ArrowUp", 3, &openings), Some(0));
        assert_eq!((step("End", 0, &openings), step("Home", 5, &openings)), (Some(11), Some(0)));
        assert_eq!((step("ArrowLeft", 0, &openings), step("ArrowRight", 11, &openings)), (Some(0), Some(11)));
        assert_eq!(step("x", 0, &openings), None);
        assert_eq!(step("End", 0, &[]), None);
    }

    proptest! {
        #[test]
        fn words_and_blanks_are_the_text(text in "\\PC{0,60}") {
            let words = words(&text);
            prop_assert!(words.windows(2).all(|pair| pair[0].end < pair[1].start));
            let joined: String = words.iter().map(|word| word.slice(&text)).collect();
            prop_assert_eq!(joined, text.chars().filter(|c| !c.is_whitespace()).collect::<String>());
            prop_assert_eq!(openings(&text, &words).len(), words.len());
        }
    }
}
