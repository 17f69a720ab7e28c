//! A run of words found again in a text: the same letters, with blanks of any sort between the words.

use super::filling::is_filling;
use crate::span::Span;

/// Where `within` of `text` has `words` (one blank between two), first to last, not overlapping. What fills a text counts for
/// nothing.
pub fn runs(text: &str, within: Span, words: &str) -> Vec<Span> {
    let mut found = Vec::new();
    let Some(first) = words.chars().next() else { return found };
    let range = within.range();
    let mut from = range.start;
    while let Some(at) = text[from..range.end].find(first).map(|at| from + at) {
        from = match length(&text[at..range.end], words) {
            Some(length) => {
                found.push(Span::new(at, at + length));
                at + length
            }
            None => at + first.len_utf8(),
        };
    }
    found
}

/// True when no letter goes on beyond either end of `span`.
pub fn stands_alone(text: &str, span: Span) -> bool {
    let joins = |c: char| c.is_alphanumeric() || c == '-';
    let (before, after) = (&text[..span.start as usize], &text[span.end as usize..]);
    !before.ends_with(joins) && !after.starts_with(joins)
}

/// How long `words` are at the beginning of `text`, if they stand there.
fn length(text: &str, words: &str) -> Option<usize> {
    let mut rest = text.char_indices().peekable();
    let mut end = 0;
    for letter in words.chars() {
        while rest.next_if(|(_, c)| is_filling(*c)).is_some() {}
        let (at, c) = rest.next()?;
        let fits = if letter == ' ' { c.is_whitespace() } else { c == letter };
        if !fits {
            return None;
        }
        end = at + c.len_utf8();
        while letter == ' ' && rest.next_if(|(_, c)| c.is_whitespace() || is_filling(*c)).is_some() {}
    }
    Some(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found<'t>(text: &'t str, words: &str) -> Vec<&'t str> {
        runs(text, Span::of(text), words).into_iter().map(|span| span.slice(text)).collect()
    }

    #[test]
    fn any_blank_stands_between_words() {
        assert_eq!(found("le\u{a0}port, le\n port et le porte", "le port"), ["le\u{a0}port", "le\n port", "le port"]);
        assert_eq!(found("leport le", "le port"), Vec::<&str>::new());
    }

    #[test]
    fn what_fills_a_text_is_passed_over() {
        assert_eq!(found("Né\u{2060}va", "Néva"), ["Né\u{2060}va"]);
    }

    #[test]
    fn a_part_of_a_word_does_not_stand_alone() {
        let text = "Tram, Tramway, Trans-Tram d’Tram";
        let alone: Vec<u32> =
            runs(text, Span::of(text), "Tram").into_iter().filter(|span| stands_alone(text, *span)).map(|span| span.start).collect();
        assert_eq!(alone, [0, 30]);
    }
}
