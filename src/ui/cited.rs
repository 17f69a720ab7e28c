//! The words of a passage in an address, beside its place: on other texts than those of whoever made the link, the passage is found by
//! them.
//!
//! ```text
//! #/lire/002.txt?p=1204-1371&mots=une+meilleure+coordination+des&fin=contenus+illicites+en+ligne&avant=plaide+pour+&apres=.+Le+ministre&corpus=8a31f00c
//! ```
//! Position and quote selectors of W3C Web Annotation (<https://www.w3.org/TR/annotation-model/#selectors>): `p` is the place, `mots` are
//! the words, `avant` and `apres` what stands around them. Of a long passage `mots` are the first words and `fin` the last, as a
//! range of two quotes. `corpus` is the fingerprint of the texts on which the place holds.

use std::rc::Rc;

use crate::corpus::Document;
use crate::id::{DocumentId, Fingerprint};
use crate::notebook::Anchor;
use crate::span::Span;
use crate::text::filling;

/// The words of a passage, in the order of `KEYS`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Cited([String; 5]);

/// How its parts are called in an address: the words, or the first of them; the last; what stands before and after; the texts.
const KEYS: [&str; 5] = ["mots", "fin", "avant", "apres", "corpus"];
/// Bytes of a part that are read: no link that was made here has more.
const LONGEST: usize = 600;
/// Characters of a passage whose words are told whole, of the first words of a longer one, of its last, and around it. First words
/// with what stands before them, last words with what stands after, are enough to know a passage by in other articles.
const WHOLE: usize = 72;
const FIRST: usize = 32;
const LAST: usize = 28;
const AROUND: usize = 16;

impl Cited {
    /// Takes one pair of an address into `cited`; true if it is one of its parts.
    pub fn take(cited: &mut Option<Rc<Self>>, key: &str, value: &str) -> bool {
        let Some(at) = KEYS.iter().position(|known| *known == key).filter(|_| value.len() <= LONGEST) else { return false };
        value.clone_into(&mut Rc::make_mut(cited.get_or_insert_default()).0[at]);
        true
    }

    /// Writes its pairs.
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        for (key, value) in KEYS.iter().zip(&self.0).filter(|(_, value)| !value.is_empty()) {
            pair(key, value);
        }
    }

    /// True when the address tells no words.
    pub fn is_empty(&self) -> bool {
        self.0[0].is_empty()
    }

    /// Those of `span` in an article of the corpus with this fingerprint.
    pub fn of(document: &Document, span: Span, corpus: Fingerprint) -> Self {
        let anchor = Anchor::of(&document.name, document.text(), span);
        // What fills a page of HTML is nobody's words.
        let told = |words: &str| if document.reading.is_some() { filling::in_one_line(words) } else { words.to_owned() };
        let exact = told(&anchor.exact);
        let (words, last) = if exact.chars().count() <= WHOLE {
            (exact, String::new())
        } else {
            (first_words(&exact, FIRST).to_owned(), last_words(&exact, LAST).to_owned())
        };
        let before = told(&anchor.prefix).chars().rev().take(AROUND).collect::<Vec<_>>().into_iter().rev().collect();
        let after = told(&anchor.suffix).chars().take(AROUND).collect();
        Self([words, last, before, after, short(corpus)])
    }

    /// True on the texts on which the place holds.
    pub fn is_of(&self, corpus: Fingerprint) -> bool {
        self.0[4] == short(corpus)
    }

    /// The passage as what can be looked for: its words, or its first and its last ones.
    pub fn anchors(&self, article: &str, place: Option<Span>) -> Vec<Anchor> {
        let [words, last, before, after, _] = &self.0;
        let place = place.unwrap_or_default();
        let anchor = |start: u32, exact: &str, prefix: &str, suffix: &str| Anchor {
            article: article.to_owned(),
            span: Span { start, end: start.saturating_add(u32::try_from(exact.len()).unwrap_or(0)) },
            exact: exact.to_owned(),
            prefix: prefix.to_owned(),
            suffix: suffix.to_owned(),
        };
        if last.is_empty() {
            return vec![anchor(place.start, words, before, after)];
        }
        let start_of_last = place.end.saturating_sub(u32::try_from(last.len()).unwrap_or(0));
        vec![anchor(place.start, words, before, ""), anchor(start_of_last, last, "", after)]
    }

    /// The words as they are told to a reader.
    pub fn words(&self) -> String {
        let [words, last, ..] = &self.0;
        let told = if last.is_empty() { words.clone() } else { format!("{words} […] {last}") };
        filling::in_one_line(&told)
    }
}

/// How much of a passage was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    Whole,
    /// Its last words are not there.
    Beginning,
}

/// Where a passage stands whose parts stand at `places`, each in an article; none when its first words are nowhere. `n_bytes` is how
/// long it was.
pub fn joined(places: &[Option<(DocumentId, Span)>], n_bytes: u32) -> Option<(DocumentId, Span, Extent)> {
    let (document, first) = places.first().copied().flatten()?;
    let Some(last) = places.get(1) else { return Some((document, first, Extent::Whole)) };
    // The last words of another sentence far below are none of this passage.
    let farthest = first.start.saturating_add(n_bytes.saturating_mul(2)).saturating_add(200);
    let fits = |last: &(DocumentId, Span)| last.0 == document && last.1.end >= first.end && last.1.end <= farthest;
    Some(match last.filter(fits) {
        Some((_, last)) => (document, first.cover(last), Extent::Whole),
        None => (document, first, Extent::Beginning),
    })
}

/// Half of a fingerprint, as an address tells it.
fn short(corpus: Fingerprint) -> String {
    format!("{:08x}", (corpus.0 ^ (corpus.0 >> 32)) & 0xffff_ffff)
}

/// The first characters, as far as the end of the word.
fn first_words(text: &str, n: usize) -> &str {
    let mut bounds = text.char_indices().skip(n);
    let end = bounds.find(|(_, c)| c.is_whitespace()).map_or(text.len(), |(at, _)| at);
    // Words without a blank are cut where they are.
    let most = text.char_indices().nth(2 * n).map_or(text.len(), |(at, _)| at);
    &text[..end.min(most)]
}

/// The last characters, from the beginning of the word.
fn last_words(text: &str, n: usize) -> &str {
    let mut bounds = text.char_indices().rev().skip(n - 1);
    let start = bounds.find(|(_, c)| c.is_whitespace()).map_or(0, |(at, c)| at + c.len_utf8());
    let most = text.char_indices().rev().nth(2 * n).map_or(0, |(at, _)| at);
    &text[start.max(most)..]
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::Article;

    impl Cited {
        pub fn told(parts: [&str; 5]) -> Self {
            Self(parts.map(str::to_owned))
        }
    }

    fn document(text: &str) -> Document {
        Document::read(DocumentId(0), Article::new("a.txt", text).into(), &[])
    }

    fn found(cited: &Cited, document: &Document, place: Span) -> Option<(Span, Extent)> {
        let anchors = cited.anchors(&document.name, Some(place));
        let places: Vec<_> = anchors.iter().map(|anchor| Some((document.id, document.find(anchor, anchor.span.start)?))).collect();
        joined(&places, place.end - place.start).map(|(_, span, extent)| (span, extent))
    }

    const TEXT: &str =
        "Le port ferme ce matin, a dit le maire de la ville à des journalistes venus de loin. Le bac reste ouvert. Le port ferme.";

    #[test]
    fn a_passage_is_told_by_its_place_its_words_and_what_stands_around_them() {
        let (document, corpus) = (document(TEXT), Fingerprint::of(TEXT.as_bytes()));
        let start = TEXT.find("Le bac").unwrap();
        let short = Cited::of(&document, Span::new(start, start + 20), corpus);
        assert_eq!(&short.0[..4], ["Le bac reste ouvert.", "", " venus de loin. ", " Le port ferme."]);
        assert!(short.is_of(corpus) && !short.is_of(Fingerprint::of(b"other")));
        let long = Cited::of(&document, Span::new(0, start - 1), corpus);
        assert_eq!(&long.0[..2], ["Le port ferme ce matin, a dit le", "journalistes venus de loin."]);
        assert_eq!(long.words(), "Le port ferme ce matin, a dit le […] journalistes venus de loin.");
    }

    #[test]
    fn a_passage_that_moved_is_found_whole_and_one_that_was_cut_by_its_beginning() {
        let whole = document(TEXT);
        let place = Span::new(0, TEXT.find(" Le bac").unwrap());
        let cited = Cited::of(&whole, place, Fingerprint::of(b""));
        let moved = format!("Un titre de plus.\n\n{TEXT}");
        let by = moved.find(TEXT).unwrap() as u32;
        assert_eq!(found(&cited, &document(&moved), place), Some((Span { start: place.start + by, end: place.end + by }, Extent::Whole)));
        let cut = document("Hier. Le port ferme ce matin, a dit le maire de la ville.");
        assert_eq!(
            found(&cited, &cut, place).map(|(span, extent)| (span.slice(cut.text()).to_owned(), extent)),
            Some(("Le port ferme ce matin, a dit le".to_owned(), Extent::Beginning))
        );
        assert_eq!(found(&cited, &document("Rien de tout cela n’est ici."), place), None);
    }

    #[test]
    fn last_words_of_another_article_or_far_below_are_none() {
        let (here, there) = (DocumentId(0), DocumentId(1));
        let first = Some((here, Span::new(10, 40)));
        for last in [None, Some((there, Span::new(60, 80))), Some((here, Span::new(0, 5))), Some((here, Span::new(9_000, 9_010)))] {
            assert_eq!(joined(&[first, last], 70), Some((here, Span::new(10, 40), Extent::Beginning)), "{last:?}");
        }
        assert_eq!(joined(&[first, Some((here, Span::new(60, 80)))], 70), Some((here, Span::new(10, 80), Extent::Whole)));
        assert_eq!(joined(&[None, first], 70), None);
    }

    proptest! {
        #[test]
        fn every_passage_is_found_in_its_own_text(text in "[éa-d .]{1,300}", at in any::<prop::sample::Index>(), n in 1..200_usize) {
            let bounds: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
            let start = at.index(bounds.len() - 1);
            let place = Span::new(bounds[start], bounds[(start + n).min(bounds.len() - 1)]);
            let document = document(&text);
            let cited = Cited::of(&document, place, Fingerprint::of(b""));
            prop_assert_eq!(found(&cited, &document, place), Some((place, Extent::Whole)));
        }

        #[test]
        fn a_link_is_short_whatever_the_passage(text in "\\PC{1,900}") {
            let document = document(&text);
            let cited = Cited::of(&document, Span::new(0, text.len()), Fingerprint::of(b""));
            let n: usize = cited.0.iter().map(|part| part.chars().count()).sum();
            prop_assert!(n <= 2 * FIRST + 2 * LAST + 2 * AROUND + 8 + WHOLE, "{n}");
        }
    }
}
