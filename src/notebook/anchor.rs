//! Where a passage stands, told in two ways: its place in the text, and its words with those around them (position and quote
//! selectors of W3C Web Annotation, <https://www.w3.org/TR/annotation-model/#selectors>).

use serde::{Deserialize, Serialize};

use crate::span::Span;

/// Characters kept before and behind the words.
pub const AROUND: usize = 32;

/// A passage of an article.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Anchor {
    /// Name of the article.
    pub article: String,
    /// Bytes of the article's raw text.
    pub span: Span,
    /// The words themselves.
    pub exact: String,
    pub prefix: String,
    pub suffix: String,
}

impl Anchor {
    /// The anchor of `span` in the text of the article called `article`.
    pub fn of(article: &str, text: &str, span: Span) -> Self {
        let (start, end) = (span.start as usize, span.end as usize);
        let n_before = text[..start].chars().rev().take(AROUND).map(char::len_utf8).sum::<usize>();
        let n_behind = text[end..].chars().take(AROUND).map(char::len_utf8).sum::<usize>();
        Self {
            article: article.to_owned(),
            span,
            exact: span.slice(text).to_owned(),
            prefix: text[start - n_before..start].to_owned(),
            suffix: text[end..end + n_behind].to_owned(),
        }
    }

    /// Where the passage stands in `text` now: see [`Anchor::find_near`].
    pub fn find(&self, text: &str) -> Option<Span> {
        self.find_near(text, self.span.start)
    }

    /// Where the passage stands in a text in which it should begin at `start`: there if its words and what stood around them are there;
    /// else where they stand with most of what stood around them, nearest to that place; none when they are gone.
    pub fn find_near(&self, text: &str, start: u32) -> Option<Span> {
        if self.exact.is_empty() {
            return None;
        }
        let start = start as usize;
        let whole = self.prefix.chars().count() + self.suffix.chars().count();
        let is_there = text.get(start..).is_some_and(|rest| rest.starts_with(&self.exact)) && self.n_alike(text, start) == whole;
        let weight = |at: &usize| (self.n_alike(text, *at), std::cmp::Reverse(at.abs_diff(start)));
        let places = || text.match_indices(&self.exact).map(|(at, _)| at);
        let at = if is_there { Some(start) } else { places().max_by_key(weight) }?;
        Some(Span::new(at, at + self.exact.len()))
    }

    /// True when what stood around the words stands around `span` of this text.
    pub fn is_around(&self, text: &str, span: Span) -> bool {
        let around = text.get(..span.start as usize).zip(text.get(span.end as usize..));
        around.is_some_and(|(before, behind)| before.ends_with(&self.prefix) && behind.starts_with(&self.suffix))
    }

    /// Characters around the words at byte `at` that are as they were.
    fn n_alike(&self, text: &str, at: usize) -> usize {
        let alike = |a: &mut dyn Iterator<Item = char>, b: &mut dyn Iterator<Item = char>| a.zip(b).take_while(|(a, b)| a == b).count();
        let before = alike(&mut text[..at].chars().rev(), &mut self.prefix.chars().rev());
        before + alike(&mut text[at + self.exact.len()..].chars(), &mut self.suffix.chars())
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn words_are_found_again_by_what_stands_around_them() {
        let text = "Le port ferme. Le port ouvre. Le port dort.";
        let anchor = Anchor::of("a", text, Span::new(18, 22));
        let corrected = format!("Le port est grand. {text}");
        assert_eq!(anchor.find(&corrected).map(|span| span.start), Some(18 + 19));
        assert_eq!(anchor.find("Rien."), None);
        let by_chance = "Un mot devant port, puis : le port ferme. Le port ouvre. Le port dort.";
        assert_eq!(anchor.find(by_chance).map(|span| span.start), by_chance.find("port ouvre").map(|at| at as u32));
    }

    proptest! {
        #[test]
        fn in_its_own_text_a_passage_is_where_it_was(text in "[éa-c ]{1,40}", at in any::<prop::sample::Index>(), n in 1..9_usize) {
            let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = at.index(bounds.len() - 1);
            let span = Span::new(bounds[start], bounds[(start + n).min(bounds.len() - 1)]);
            prop_assert_eq!(Anchor::of("a", &text, span).find(&text), Some(span));
        }

        #[test]
        fn in_any_text_what_is_found_are_the_words(text in "[ab ]{1,20}", other in "[éab ]{0,60}") {
            let anchor = Anchor::of("a", &text, Span::new(0, text.len().min(3)));
            if let Some(span) = anchor.find(&other) {
                prop_assert_eq!(span.slice(&other), &*anchor.exact);
            }
        }
    }
}
