//! What a reader follows from view to view: a name, or a passage with all that tells the same.
//!
//! What is selected in one view goes along when a tab leads to another, which shows its own rows of it. In an address it is
//! `suivi=org:google` or `suivi=003.txt*568-890`. Passages keep the article's name, so that a masked address names nobody.

use super::route::parse_span;
use crate::id::DocumentId;
use crate::protocol::ArticleCard;
use crate::span::Span;

/// One thing that is followed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Followed {
    /// By its slug.
    Entity(String),
    /// Of the raw text, in bytes.
    Passage { article: String, span: Span },
}

impl Followed {
    /// As it stands in an address.
    pub fn written(&self) -> String {
        match self {
            Self::Entity(slug) => slug.clone(),
            Self::Passage { article, span } => format!("{article}*{}-{}", span.start, span.end),
        }
    }

    /// Reads what [`written`](Self::written) gives.
    pub fn read(word: &str) -> Self {
        let passage = word
            .rsplit_once('*')
            .and_then(|(article, span)| parse_span(span).map(|span| Self::Passage { article: article.to_owned(), span }));
        passage.unwrap_or_else(|| Self::Entity(word.to_owned()))
    }

    pub fn is_entity(&self, slug: &str) -> bool {
        matches!(self, Self::Entity(own) if own == slug)
    }

    /// Whether it is a passage that overlaps this one.
    pub fn touches(&self, articles: &[ArticleCard], document: DocumentId, at: Span) -> bool {
        let is_of = |name: &str| articles.get(document.index()).is_some_and(|card| card.name == name);
        matches!(self, Self::Passage { article, span } if is_of(article) && span.overlaps(at))
    }
}

/// Class of what is followed; its mark is drawn by the styles.
pub fn class(is_followed: bool) -> Option<&'static str> {
    is_followed.then_some("followed")
}

/// The same for who does not see it.
pub fn current(is_followed: bool) -> Option<&'static str> {
    is_followed.then_some("true")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_passages_read_back() {
        let passage = |article: &str| Followed::Passage { article: article.to_owned(), span: Span { start: 3, end: 12 } };
        for followed in [Followed::Entity("per:bernard-cazeneuve".to_owned()), passage("a b.txt"), passage("x*1-2"), passage("A")] {
            assert_eq!(Followed::read(&followed.written()), followed);
        }
        assert_eq!(Followed::read("a.txt*9-3"), Followed::Entity("a.txt*9-3".to_owned()));
    }
}
