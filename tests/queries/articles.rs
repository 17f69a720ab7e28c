//! Invented articles in both languages, with everything in which words are written differently.

use recoupe::corpus::{Article, Basis, Corpus, Fact, Sentence, Zone, ZoneKind};
use recoupe::span::Span;
use recoupe::text::Language;

use crate::chance::Chance;
use crate::lexicon::{COMPOUNDS, ENGLISH, ENGLISH_GRAMMAR, FRENCH, FRENCH_GRAMMAR};

pub const OUTLETS: &[&str] = &["Le Matin", "Le Soir", "L’Écho du Port", "The Harbour Post"];
pub const AUTHORS: &[&str] = &["Anne Leroy", "Jean Le Goff", "Zoé Martin"];
pub const DATES: &[&str] = &["2021-03-04", "2021-03-18T09:30", "2021-04-01", "2021-04", "2020", "2022-01-31"];

/// A page while it is written.
struct Page {
    raw: String,
    zones: Vec<Zone>,
    sentences: Vec<Sentence>,
}

/// `n` articles.
pub fn corpus(chance: &mut Chance, n: usize) -> Corpus {
    let languages: Vec<Language> = (0..n).map(|_| if chance.once_in(3) { Language::English } else { Language::French }).collect();
    let pages: Vec<Page> = languages.iter().map(|language| page(chance, *language)).collect();
    let articles = pages.iter().enumerate().map(|(at, page)| Article::new(&format!("{at:03}.txt"), &page.raw)).collect();
    let mut corpus = Corpus::read(None, articles).unwrap();
    for ((document, page), language) in corpus.documents.iter_mut().zip(pages).zip(languages) {
        assert_eq!(*document.raw, *page.raw);
        (document.zones, document.sentences, document.language, document.reading) = (page.zones, page.sentences, language, None);
        let metadata = &mut document.metadata;
        metadata.outlet = (!chance.once_in(6)).then(|| Fact::given(chance.one(OUTLETS).to_owned()));
        metadata.authors = (0..chance.below(3)).map(|_| Fact::given(chance.one(AUTHORS).to_owned())).collect();
        metadata.published = match chance.below(8) {
            0 => None,
            1 => {
                let (earliest, latest) = (Some("2021-03-10".to_owned()), Some("2021-03-20".to_owned()));
                let basis = Basis::Inferred { earliest, latest, why: "deux dates l’encadrent".into() };
                Some(Fact { value: "2021-03-15".to_owned(), basis })
            }
            _ => Some(Fact::given(chance.one(DATES).to_owned())),
        };
    }
    corpus
}

fn page(chance: &mut Chance, language: Language) -> Page {
    let mut page = Page { raw: String::new(), zones: Vec::new(), sentences: Vec::new() };
    let mut paragraph = |kind, n_sentences: usize| page.paragraph(chance, language, kind, n_sentences);
    paragraph(ZoneKind::Related, 1);
    paragraph(ZoneKind::Title, 1);
    paragraph(ZoneKind::Lead, 1);
    for kind in [ZoneKind::Body, ZoneKind::Body, ZoneKind::Caption, ZoneKind::Body, ZoneKind::Related] {
        paragraph(kind, 2);
    }
    page
}

impl Page {
    fn paragraph(&mut self, chance: &mut Chance, language: Language, kind: ZoneKind, n_sentences: usize) {
        if kind != ZoneKind::Title && chance.once_in(4) {
            return;
        }
        let start = self.raw.len();
        for at in 0..=chance.below(n_sentences) {
            if at > 0 {
                self.raw.push(' ');
            }
            let from = self.raw.len();
            self.sentence(chance, language);
            if kind.is_article() {
                self.sentences.push(Sentence { span: Span::new(from, self.raw.len()), zone: kind });
            }
        }
        self.zones.push(Zone { span: Span::new(start, self.raw.len()), kind });
        self.raw.push('\n');
    }

    fn sentence(&mut self, chance: &mut Chance, language: Language) {
        let start = self.raw.len();
        let (families, grammar) = match language {
            Language::French => (FRENCH, FRENCH_GRAMMAR),
            _ => (ENGLISH, ENGLISH_GRAMMAR),
        };
        let n_words = 3 + chance.below(7);
        for at in 0..n_words {
            if at > 0 {
                self.raw.push_str(chance.one(&[" ", " ", " ", " ", ", ", "\u{a0}", " « "]));
            }
            if chance.once_in(3) {
                self.raw.push_str(chance.one(grammar));
                self.raw.push(' ');
            }
            let word = match chance.below(8) {
                0 if language == Language::French => {
                    let (left, right) = chance.one(COMPOUNDS);
                    format!("{left}{}{right}", chance.one(&["-", "\u{2011}", " "]))
                }
                _ => {
                    let family = chance.one(families);
                    chance.one(family).to_owned()
                }
            };
            let elided = language == Language::French && word.starts_with(['é', 'î', 'i', 'u', 'a', 'œ']) && chance.once_in(3);
            if elided {
                self.raw.push_str(chance.one(&["l’", "d'", "qu’", "L'"]));
            }
            self.raw.push_str(&written(chance, &word, at == 0));
        }
        self.raw.push('.');
        // Where nobody tells the sentences, they are known by their capitals.
        let first = self.raw[start..].chars().next().map_or(start, |c| start + c.len_utf8());
        let capital: String = self.raw[start..first].chars().flat_map(char::to_uppercase).collect();
        self.raw.replace_range(start..first, &capital);
    }
}

/// A word as one or the other might write it.
fn written(chance: &mut Chance, word: &str, begins: bool) -> String {
    let upper = |word: &str| word.chars().flat_map(char::to_uppercase).collect::<String>();
    match chance.below(10) {
        0 => upper(word),
        1 => word.replace('é', "e\u{301}").replace('î', "i\u{302}").replace('’', "'"),
        _ if begins || chance.once_in(6) => {
            let first = word.chars().next().map_or(0, char::len_utf8);
            upper(&word[..first]) + &word[first..]
        }
        _ => word.to_owned(),
    }
}
