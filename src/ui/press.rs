//! The press review with what the corpus knows of its articles: where each passage stands now, where it comes from, how much is quoted.

use crate::corpus::{Document, Fact, Mask};
use crate::id::DocumentId;
use crate::notebook::{
    self, Anchor, Clipping, ClippingKind, Cutting, Drawing, Fragment, Item, Length, Press, Quoted, Review, Said, Share, Slip, Source,
};
use crate::protocol::{ArticleCard, Overview};
use crate::span::Span;
use crate::ui::format;
use crate::ui::messages::collecting as messages;
use crate::ui::route::Place;

/// A review over the articles that came so far.
pub struct Reviewed<'r> {
    pub overview: &'r Overview,
    pub review: &'r Review,
    pub documents: &'r [Document],
    /// What may not be said of where articles come from.
    pub mask: Mask,
}

/// Where a passage stands now.
#[derive(Clone, Copy)]
pub enum Standing<'r> {
    /// Its article is not in the corpus.
    NoArticle,
    /// Its words are not in the article any more.
    NoWords(&'r ArticleCard),
    /// As far as is known before the text is here: where it stood.
    There(&'r ArticleCard, Span),
}

/// An article of which something is quoted.
pub struct Quoting<'r> {
    pub card: &'r ArticleCard,
    /// None before its text is here.
    pub quoted: Option<Quoted>,
    /// What is shown of it, each with its first words.
    pub passages: Vec<(Span, String)>,
}

/// Words by which a passage is known in a list.
const FIRST_WORDS: usize = 9;

/// Articles of a review that are looked into: it is written by hand, and the page waits for each of them.
const MOST_ARTICLES: usize = 200;

/// The articles of the corpus that a review quotes.
pub fn articles_of(review: &Review, overview: &Overview) -> Vec<DocumentId> {
    let mut ids = Vec::new();
    for anchor in review.items.iter().flat_map(Item::anchors) {
        let card = overview.articles.iter().find(|card| card.name == anchor.article);
        if let Some(card) = card.filter(|card| !ids.contains(&card.id) && ids.len() < MOST_ARTICLES) {
            ids.push(card.id);
        }
    }
    ids
}

impl<'r> Reviewed<'r> {
    pub fn standing(&self, anchor: &Anchor) -> Standing<'r> {
        let Some(card) = self.overview.articles.iter().find(|card| card.name == anchor.article) else { return Standing::NoArticle };
        match self.documents.iter().find(|document| document.id == card.id) {
            // Of a text in which names are hidden the words are not all there; places are.
            _ if self.mask == Mask::Names => Standing::There(card, anchor.span),
            None => Standing::There(card, anchor.span),
            Some(document) => anchor.find(document.text()).map_or(Standing::NoWords(card), |span| Standing::There(card, span)),
        }
    }

    /// What is said of a passage that is not where it was.
    pub fn gone(&self, anchor: &Anchor) -> Option<String> {
        match self.standing(anchor) {
            Standing::NoArticle => Some(messages::article_gone(if self.mask == Mask::Off { &anchor.article } else { "…" })),
            Standing::NoWords(_) => Some(messages::words_gone().to_owned()),
            Standing::There(..) => None,
        }
    }

    /// Where a passage can be read in the page.
    pub fn door(&self, anchor: &Anchor) -> Option<Place> {
        match self.standing(anchor) {
            Standing::There(card, span) => Some(Place::read(&card.name).with_passage(Some(span)).with_mask(self.asked_mask())),
            _ => None,
        }
    }

    /// The words of a passage: where names are hidden in the texts, as the text has them now.
    pub fn passage(&self, anchor: &Anchor) -> String {
        if self.mask != Mask::Names {
            return anchor.exact.clone();
        }
        let card = self.overview.articles.iter().find(|card| card.name == anchor.article);
        let document = card.and_then(|card| self.documents.iter().find(|document| document.id == card.id));
        document.and_then(|document| document.text().get(anchor.span.range())).unwrap_or("…").to_owned()
    }

    /// A passage between marks, cut to length.
    pub fn words(&self, anchor: &Anchor, length: Length) -> String {
        notebook::in_marks(&notebook::short(&self.passage(anchor), length, notebook::SHORT))
    }

    /// What is said of a clipping. The sentence of a chart names outlets.
    pub fn said<'a>(&self, clipping: &'a Clipping) -> &'a str {
        if self.mask != Mask::Off && clipping.kind == ClippingKind::Chart { messages::hidden_with_sources() } else { &clipping.said }
    }

    /// What was drawn; not while names are hidden, which stand in it.
    pub fn drawing(&self, clipping: &Clipping) -> Option<Drawing> {
        Drawing::read(&clipping.drawing).filter(|_| self.mask == Mask::Off)
    }

    /// Where a clipping was found; not while names are hidden, which it may hold.
    pub fn address<'a>(&self, clipping: &'a Clipping) -> Option<&'a str> {
        Some(&*clipping.address).filter(|address| !address.is_empty() && self.mask == Mask::Off)
    }

    fn asked_mask(&self) -> Option<Mask> {
        Some(self.mask).filter(|mask| *mask != Mask::Off)
    }

    /// The articles of the corpus that are quoted, in the order of their first passage.
    pub fn quotings(&self) -> Vec<Quoting<'r>> {
        let mut all: Vec<Quoting> = Vec::new();
        for clipping in self.review.clippings() {
            for anchor in &clipping.anchors {
                let (card, span) = match self.standing(anchor) {
                    Standing::There(card, span) => (card, Some(span)),
                    Standing::NoWords(card) => (card, None),
                    Standing::NoArticle => continue,
                };
                let at = all.iter().position(|known| known.card.id == card.id).unwrap_or_else(|| {
                    all.push(Quoting { card, quoted: None, passages: Vec::new() });
                    all.len() - 1
                });
                let words = self.passage(anchor);
                let (shown, _) = notebook::shown(&words, clipping.length, notebook::SHORT);
                let span = span.map(|span| Span { start: span.start + shown.start, end: span.start + shown.end });
                all[at].passages.extend(span.map(|span| (span, notebook::short(&words, Length::Short, FIRST_WORDS))));
            }
        }
        for quoting in &mut all {
            let document = self.documents.iter().find(|document| document.id == quoting.card.id);
            quoting.quoted = document.map(|document| {
                let paragraphs: Vec<Span> = document.paragraphs().iter().map(|zone| zone.span).collect();
                let spans: Vec<Span> = quoting.passages.iter().map(|(span, _)| *span).collect();
                Quoted::of(document.text(), &paragraphs, &spans)
            });
        }
        all
    }

    pub fn title(&self) -> String {
        let own = self.review.title.clone().filter(|title| !title.trim().is_empty());
        own.unwrap_or_else(|| crate::ui::messages::frame::review().to_owned())
    }

    /// All of it, to be written out. Passages are linked to `page`, the address of this page, where it stands on the web; else to where
    /// the article stands, if that is known.
    pub fn press(&self, page: Option<&str>) -> Press {
        let quotings = self.quotings();
        let mut number = 0;
        let slips = self.review.items.iter().map(|item| match item {
            Item::Heading(words) => Slip::Heading(words.clone()),
            Item::Words(words) => Slip::Words(words.clone()),
            Item::Clipping(clipping) => {
                number += 1;
                Slip::Cutting(self.cutting(clipping, number, &quotings, page))
            }
        });
        let slips = slips.collect();
        let sources: Vec<Share> = quotings.iter().map(|quoting| Share { source: source(quoting.card), said: said(quoting) }).collect();
        Press {
            title: self.title(),
            context: self.overview.title.clone().unwrap_or_default(),
            slips,
            colophon: messages::colophon(env!("CARGO_PKG_VERSION"), sources.len()),
            sources,
        }
    }

    fn cutting(&self, clipping: &Clipping, number: usize, quotings: &[Quoting], page: Option<&str>) -> Cutting {
        let fragment = |anchor: &Anchor| {
            let source = quotings.iter().position(|quoting| quoting.card.name == anchor.article);
            let url = source.and_then(|at| quotings[at].card.metadata.url.as_ref()).map(|url| url.value.clone());
            let door = self.door(anchor).zip(page).map(|(door, page)| format!("{page}{}", door.fragment()));
            Fragment { words: self.words(anchor, clipping.length), source, link: door.or(url), gone: self.gone(anchor) }
        };
        Cutting {
            number,
            kind: messages::kind(clipping.kind).to_owned(),
            said: self.said(clipping).to_owned(),
            fragments: clipping.anchors.iter().map(fragment).collect(),
            drawing: self.drawing(clipping),
            link: page
                .zip(self.address(clipping))
                .filter(|_| clipping.anchors.is_empty())
                .map(|(page, address)| format!("{page}{address}")),
        }
    }
}

/// What is quoted of an article, in words.
pub fn said(quoting: &Quoting) -> String {
    quoting.quoted.map_or_else(String::new, |quoted| messages::quoted(quoted.n_quoted, quoted.n_words, quoted.share()))
}

/// An article in a reference.
fn source(card: &ArticleCard) -> Source {
    let said = |fact: &Fact<String>, value: String| Said { value, doubt: format::doubt(fact) };
    let facts = &card.metadata;
    Source {
        title: format::title(card),
        outlet: facts.outlet.as_ref().map(|outlet| said(outlet, outlet.value.clone())),
        authors: facts.authors.iter().map(|author| said(author, author.value.clone())).collect(),
        published: facts.published.as_ref().map(|published| said(published, format::fact_date(published))),
        url: facts.url.as_ref().map(|url| url.value.clone()),
        language: card.language.clone(),
    }
}

/// The address of this page without what it shows, where it stands on the web.
pub fn page_address() -> Option<String> {
    let location = gloo::utils::window().location();
    let is_web = location.protocol().is_ok_and(|protocol| protocol.starts_with("http"));
    let href = location.href().ok().filter(|_| is_web)?;
    Some(href.split('#').next().unwrap_or_default().to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Article, Corpus, Metadata};

    fn overview(names: &[&str]) -> Overview {
        let card = |(name, at): (&&str, u32)| ArticleCard {
            id: DocumentId(at),
            name: (*name).to_owned(),
            metadata: Metadata { url: Some(Fact::given("https://a.org/1".to_owned())), ..Metadata::default() },
            place: 0,
            opening: "Un port".to_owned(),
            n_words: 9,
            language: "fr".to_owned(),
        };
        Overview {
            title: None,
            rights: None,
            fingerprint: crate::id::Fingerprint(0),
            articles: names.iter().zip(0..).map(card).collect::<Vec<_>>().into(),
            entities: Vec::new(),
            n_entities: 0,
            described: Vec::new(),
            findings: Vec::new(),
            shared: Vec::new(),
            common: Vec::new(),
        }
    }

    fn review(anchors: Vec<Anchor>) -> Review {
        let clipping = Clipping { kind: ClippingKind::Statement, anchors, ..Clipping::default() };
        Review { title: None, items: vec![Item::Words("Avant.".to_owned()), Item::Clipping(clipping)] }
    }

    fn cutting(press: &Press) -> &Cutting {
        match &press.slips[1] {
            Slip::Cutting(cutting) => cutting,
            other => panic!("{other:?}"),
        }
    }

    #[test]
    fn a_passage_of_an_article_that_is_gone_keeps_its_words_and_says_so() {
        let text = "Le port ferme lundi. Le port ouvre.";
        let (overview, review) =
            (overview(&["a"]), review(vec![Anchor::of("a", text, Span::new(0, 20)), Anchor::of("b", text, Span::new(0, 20))]));
        let press = Reviewed { overview: &overview, review: &review, documents: &[], mask: Mask::Off }.press(Some("https://r.org/"));
        let [here, gone] = &cutting(&press).fragments[..] else { panic!("two passages") };
        assert_eq!(here.link.as_deref(), Some("https://r.org/#/lire/a?p=0-20"));
        assert_eq!((here.source, here.gone.clone()), (Some(0), None));
        assert_eq!((gone.source, gone.link.clone(), gone.words.clone()), (None, None, "«\u{a0}Le port ferme lundi.\u{a0}»".to_owned()));
        assert!(gone.gone.is_some());
        assert_eq!(press.sources.len(), 1);
    }

    #[test]
    fn off_the_web_a_passage_is_linked_to_where_its_article_stands() {
        let (overview, review) = (overview(&["a"]), review(vec![Anchor::of("a", "Un port.", Span::new(0, 7))]));
        let press = Reviewed { overview: &overview, review: &review, documents: &[], mask: Mask::Off }.press(None);
        assert_eq!(cutting(&press).fragments[0].link.as_deref(), Some("https://a.org/1"));
    }

    #[test]
    fn while_names_are_hidden_words_are_those_of_the_text_now_and_links_say_so() {
        let corpus = Corpus::read(None, vec![Article::new("A", "Le ██ ferme lundi.")]).expect("one article is a corpus");
        let chart =
            Clipping { kind: ClippingKind::Chart, said: "Ouest est à part.".to_owned(), address: "#/x".to_owned(), ..Clipping::default() };
        let mut review = review(vec![Anchor::of("A", "Le Monde ferme lundi.", Span::new(0, 9))]);
        review.items.push(Item::Clipping(chart));
        let overview = overview(&["A"]);
        let press = Reviewed { overview: &overview, review: &review, documents: &corpus.documents, mask: Mask::Names }
            .press(Some("https://r.org/"));
        let fragment = &cutting(&press).fragments[0];
        assert_eq!(
            (&*fragment.words, fragment.link.as_deref()),
            ("«\u{a0}Le ██\u{a0}»", Some("https://r.org/#/lire/A?p=0-9&masque=names"))
        );
        let written = notebook::markdown(&press);
        assert!(!written.contains("Monde") && !written.contains("Ouest") && !written.contains("#/x"), "{written}");
    }

    #[test]
    fn words_are_metered_as_they_are_shown() {
        let text = format!("{}fin.", "Le port ferme. ".repeat(30));
        let corpus = Corpus::read(None, vec![Article::new("a", &text)]).expect("one article is a corpus");
        let document = corpus.documents[0].clone();
        let whole = Anchor::of("a", &text, Span::of(&text));
        let mut review = review(vec![whole.clone(), whole]);
        let overview = overview(&["a"]);
        let n_quoted = |review: &Review| {
            let documents = [document.clone()];
            let quotings = Reviewed { overview: &overview, review, documents: &documents, mask: Mask::Off }.quotings();
            quotings[0].quoted.expect("its text is here")
        };
        assert_eq!(n_quoted(&review).n_quoted, notebook::SHORT);
        if let Item::Clipping(clipping) = &mut review.items[1] {
            clipping.length = Length::Whole;
        }
        assert_eq!(n_quoted(&review).share(), 1.0);
    }
}
