//! Hides where articles come from in the documents themselves, before anything is found in them: what is searched, compared, shown,
//! printed and linked afterwards knows no more than the reader may. Texts keep their length, so that every offset holds with and
//! without the mask.

use super::document::{Corpus, Document};
use super::mask::{Mask, letter};
use super::metadata::{Basis, Fact};
use super::reason::Reason;
use crate::span::Span;
use crate::text::{self, fold};

/// The names that give an outlet away, and how they are covered wherever somebody wrote them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Telling(Vec<Name>);

impl Telling {
    /// `text` with these names covered, as long as before.
    pub fn cover(&self, text: &str) -> String {
        without(text, &self.0)
    }
}

impl Mask {
    /// Hides in the documents what this mask hides; what they were called, in order, and the names to cover in what people write.
    pub fn apply(self, corpus: &mut Corpus) -> (Vec<String>, Telling) {
        if self == Self::Off {
            return (Vec::new(), Telling::default());
        }
        let telling = telling(corpus);
        let in_texts = if self == Self::Names { &telling[..] } else { &[] };
        let named = |(place, document): (usize, &mut Document)| {
            let letter = letter(place);
            cover_source(document, &letter, in_texts);
            std::mem::replace(&mut document.name, letter)
        };
        let names = corpus.documents.iter_mut().enumerate().map(named).collect();
        (names, Telling(telling))
    }
}

/// Hides what `document` tells of its source, and the `telling` names in its text.
fn cover_source(document: &mut Document, letter: &str, telling: &[Name]) {
    document.zones = document.paragraphs();
    let mut shown = blank(document.text());
    let text = document.text();
    for zone in &document.zones {
        let said = zone.span.slice(text);
        shown.replace_range(zone.span.range(), &without(said, telling));
    }
    document.raw = shown.into();
    document.reading = None;
    document.origin = super::article::Origin::default();
    let facts = &mut document.metadata;
    facts.outlet = Some(Fact::given(letter.to_owned()));
    facts.url = None;
    facts.authors.clear();
    facts.agencies.clear();
    facts.contradicted.clear();
    for fact in [&mut facts.title, &mut facts.published, &mut facts.updated].into_iter().flatten() {
        if let Basis::Inferred { why, .. } = &mut fact.basis {
            *why = Reason::Sentences {
                french: "La raison est cachée avec le nom des sources.".to_owned(),
                english: "The reason is hidden with the names of the sources.".to_owned(),
            };
        }
    }
    if let Some(title) = &mut facts.title {
        title.value = without(&title.value, telling);
    }
}

/// White space of the same length, its lines kept.
fn blank(text: &str) -> String {
    text.bytes().map(|byte| if byte == b'\n' { '\n' } else { ' ' }).collect()
}

/// A name that gives an outlet away, folded word by word, and whether each begins with a capital.
type Name = Vec<(String, bool)>;

/// Words before a name of an outlet that texts leave out or change: `Le Figaro`, `du Figaro`.
const ARTICLES: &[&str] = &["le", "la", "les", "l", "the"];

/// The names of the corpus that give an outlet away: of outlets, their sites, authors and agencies. The longest first.
fn telling(corpus: &Corpus) -> Vec<Name> {
    let mut names: Vec<Name> = Vec::new();
    for facts in corpus.documents.iter().map(|document| &document.metadata) {
        let given = facts.outlet.iter().chain(&facts.authors).chain(&facts.agencies).map(|fact| fact.value.as_str());
        let host = facts.url.as_ref().and_then(|url| url.value.split("://").nth(1)?.split(['/', ':']).next());
        // Brackets and commas part several names of one source.
        for name in given.chain(host).flat_map(|value| value.split(['(', ')', ',', ';', '/'])) {
            let words = text::words(name, Span::of(name)).map(|word| word.slice(name));
            let mut words: Vec<(String, bool)> = words.map(|word| (fold(word), word.starts_with(char::is_uppercase))).collect();
            if words.first().is_some_and(|(word, _)| words.len() > 1 && ARTICLES.contains(&&**word)) {
                words.remove(0);
            }
            // The ending and beginning of an address name nobody.
            words.retain(|(word, _)| !matches!(&**word, "www" | "com" | "fr" | "org" | "net" | "http" | "https"));
            let letters = words.iter().map(|(word, _)| word.chars().count()).sum::<usize>();
            if letters >= 3 && !names.contains(&words) {
                names.push(words);
            }
        }
    }
    names.sort_by_key(|words| std::cmp::Reverse(words.len()));
    names
}

/// `text` with the `telling` names covered, as long as before.
fn without(text: &str, telling: &[Name]) -> String {
    if telling.is_empty() {
        return text.to_owned();
    }
    let words: Vec<Span> = text::words(text, Span::of(text)).collect();
    let folded: Vec<(String, bool)> =
        words.iter().map(|word| (fold(word.slice(text)), word.slice(text).starts_with(char::is_uppercase))).collect();
    let stands = |at: usize, name: &Name| {
        let same = |((said, is_capital), (word, needs_capital)): (&(String, bool), &(String, bool))| {
            said == word && (*is_capital || !needs_capital)
        };
        folded.len() >= at + name.len() && folded[at..].iter().zip(name).all(same)
    };
    let mut covered = String::with_capacity(text.len());
    let (mut at, mut copied) = (0, 0);
    while at < words.len() {
        let Some(name) = telling.iter().find(|name| stands(at, name)) else {
            at += 1;
            continue;
        };
        let span = words[at].cover(words[at + name.len() - 1]);
        covered += &text[copied..span.start as usize];
        cover(span.len(), &mut covered);
        copied = span.end as usize;
        at += name.len();
    }
    covered + &text[copied..]
}

/// So many bytes of bars: three bytes each, and what is left in dots of two and one.
fn cover(n_bytes: usize, text: &mut String) {
    text.extend(std::iter::repeat_n('█', n_bytes / 3));
    text.push_str(["", ".", "·"][n_bytes % 3]);
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::corpus::Article;

    fn masked(mask: Mask, texts: &[(&str, &str)]) -> (Corpus, Vec<String>) {
        let articles = texts.iter().map(|(name, text)| Article::new(name, text)).collect();
        let mut corpus = Corpus::read(None, articles).unwrap();
        let (names, _) = mask.apply(&mut corpus);
        (corpus, names)
    }

    const PAGE: &str = "---\ntitle: Le port ferme\noutlet: Le Figaro\nauthor: Jeanne Morel\nurl: https://www.lefigaro.fr/port\n---\n\
                        Le maire a dit au Figaro que le port ferme lundi. Jeanne Morel était là. La figaro du port est une danse.\n\n\
                        Selon lefigaro.fr, rien ne change pour les marins, qui attendent la suite des travaux du quai.\n";

    #[test]
    fn articles_are_called_by_letters_and_tell_nothing_of_their_source() {
        let (corpus, names) =
            masked(Mask::Outlets, &[("lefigaro.md", PAGE), ("b.txt", "Un titre\n\nLe port de la ville ferme lundi, dit le maire.")]);
        let document = &corpus.documents[0];
        assert_eq!((names, &*document.name), (vec!["lefigaro.md".to_owned(), "b.txt".to_owned()], "A"));
        let facts = &document.metadata;
        assert_eq!((facts.outlet.as_ref().map(|fact| &*fact.value), facts.authors.len(), &facts.url), (Some("A"), 0, &None));
        assert!(!document.raw.contains("outlet") && document.raw.contains("au Figaro"), "{}", document.raw);
        assert_eq!(corpus.documents[1].name, "B");
    }

    #[test]
    fn names_inside_the_text_are_covered_on_request_and_offsets_stay() {
        let (plain, _) = masked(Mask::Off, &[("a.md", PAGE)]);
        let (covered, _) = masked(Mask::Names, &[("a.md", PAGE)]);
        let (before, after) = (&plain.documents[0], &covered.documents[0]);
        assert_eq!(before.raw.len(), after.raw.len());
        assert_eq!(before.sentences, after.sentences);
        for gone in ["Figaro", "Jeanne", "Morel", "lefigaro"] {
            assert!(!after.raw.contains(gone), "{gone} in {}", after.raw);
        }
        assert!(after.raw.contains("a dit au ██ que le port") && after.raw.contains("La figaro du port"), "{}", after.raw);
    }

    #[test]
    fn a_page_of_html_keeps_its_paragraphs_and_loses_its_head() {
        let page = "<!doctype html><html><head><title>Le port ferme - Ouest-Journal</title></head><body><nav>Ouest-Journal</nav><article><h1>Le port ferme</h1>\
                    <p>Le <b>maire</b> d&rsquo;Évry a parlé du port, qui ferme lundi pour longtemps.</p></article></body></html>";
        let (plain, _) = masked(Mask::Off, &[("a.html", page)]);
        let (covered, _) = masked(Mask::Outlets, &[("a.html", page)]);
        let said = |corpus: &Corpus| -> Vec<String> {
            let document = &corpus.documents[0];
            document.sentences.iter().map(|sentence| text::filling::in_one_line(sentence.span.slice(document.text()))).collect()
        };
        assert_eq!(said(&plain), said(&covered));
        assert!(!covered.documents[0].raw.contains("Ouest"));
    }

    proptest! {
        #[test]
        fn covering_never_changes_the_length(text in "\\PC{0,60}", name in "[A-Zé][a-z]{2,5}( [A-Z][a-z]{1,4})?") {
            let said = format!("{text} {name} {text}");
            let name: Name = name.split(' ').map(|word| (fold(word), true)).collect();
            prop_assert_eq!(without(&said, &[name]).len(), said.len());
        }
    }
}
