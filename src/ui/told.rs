//! The ledger of figures and the time line as addresses, and what "known by then" sets aside.
//!
//! ```text
//! #/chiffres?verdict=real&a=003.txt&q=pays&jusque=2015-02-21
//! #/chronologie?a=003.txt&certitude=probable&jusque=2015-02-20T11:20
//! ```

use crate::corpus::Basis;
use crate::facts::Verdict;
use crate::id::DocumentId;
use crate::order::Order;
use crate::protocol::ArticleCard;
use crate::times::Certainty;

/// Which figures are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Figures {
    pub verdict: Option<Verdict>,
    /// By name.
    pub article: Option<String>,
}

/// Which days are shown.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Days {
    pub certainty: Option<Certainty>,
    /// By name.
    pub article: Option<String>,
}

/// How sure a day is, with the word of the address.
pub const CERTAINTIES: [(Certainty, &str); 3] =
    [(Certainty::Written, "ecrite"), (Certainty::Resolved, "comptee"), (Certainty::Likely, "probable")];

impl Figures {
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if let Some(verdict) = self.verdict {
            pair("verdict", verdict.label());
        }
        if let Some(article) = &self.article {
            pair("a", article);
        }
    }

    /// Takes one pair of an address, if it is the ledger's.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "verdict" => self.verdict = Verdict::SHARED.into_iter().find(|verdict| verdict.label() == value),
            "a" => self.article = Some(value.to_owned()),
            _ => return false,
        }
        true
    }
}

impl Days {
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        if let Some((_, word)) = CERTAINTIES.iter().find(|(certainty, _)| Some(*certainty) == self.certainty) {
            pair("certitude", word);
        }
        if let Some(article) = &self.article {
            pair("a", article);
        }
    }

    /// Takes one pair of an address, if it is the time line's.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match key {
            "certitude" => self.certainty = CERTAINTIES.iter().find(|(_, word)| *word == value).map(|(certainty, _)| *certainty),
            "a" => self.article = Some(value.to_owned()),
            _ => return false,
        }
        true
    }
}

/// The earliest moment at which an article may have appeared, ISO 8601 as exact as known.
pub fn appeared(card: &ArticleCard) -> Option<&str> {
    let published = card.metadata.published.as_ref()?;
    match &published.basis {
        Basis::Inferred { earliest, .. } => Some(earliest.as_ref().unwrap_or(&published.value)),
        _ => Some(&published.value),
    }
}

/// True for an article that appeared after `until`. One without a date is kept: nothing says that it is later.
pub fn is_later(card: &ArticleCard, until: Option<&str>) -> bool {
    let Some((until, appeared)) = until.zip(appeared(card)) else { return false };
    // As exact as what it is held against: an article of the same day is known on that day.
    let end = appeared.len().min(until.len());
    appeared.get(..end).unwrap_or(appeared) > until
}

/// The articles that appeared after `until`.
pub fn later(articles: &[ArticleCard], until: Option<&str>) -> Vec<DocumentId> {
    articles.iter().filter(|card| is_later(card, until)).map(|card| card.id).collect()
}

/// The moments at which articles appeared, in order, each once.
pub fn moments(articles: &[ArticleCard]) -> Vec<String> {
    // Minutes are kept where they are stated; seconds tell nothing here.
    const MINUTE: usize = "2015-02-20T11:20".len();
    let known = articles.iter().filter_map(appeared);
    let mut moments: Vec<String> = known.map(|moment| moment.get(..MINUTE).unwrap_or(moment).to_owned()).collect();
    moments.order_by(Ord::cmp);
    moments.dedup();
    moments
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Fact, Metadata};

    fn card(published: Option<Fact<String>>) -> ArticleCard {
        let metadata = Metadata { published, ..Metadata::default() };
        let (name, opening, language) = (String::new(), String::new(), "fr".to_owned());
        ArticleCard { id: DocumentId(0), name, metadata, place: 0, opening, n_words: 0, language }
    }

    #[test]
    fn an_article_of_the_same_day_or_without_a_date_is_not_later() {
        let on = |iso: &str| card(Some(Fact::given(iso.to_owned())));
        for (published, until, later) in [
            ("2015-02-20T11:20", "2015-02-20", false),
            ("2015-02-20", "2015-02-20T11:20", false),
            ("2015-02-20T11:21", "2015-02-20T11:20", true),
            ("2015-02-21", "2015-02-20T11:20", true),
            ("2015-03", "2015-02-20", true),
            ("2015-02", "2015-02-20", false),
        ] {
            assert_eq!(is_later(&on(published), Some(until)), later, "{published} {until}");
        }
        assert!(!is_later(&card(None), Some("2015-02-20")));
        assert!(!is_later(&on("2015-02-21"), None));
    }

    #[test]
    fn a_guess_is_later_only_when_its_earliest_day_is() {
        let basis = |earliest: &str| Basis::Inferred { earliest: Some(earliest.to_owned()), latest: None, why: "".into() };
        let guess = |earliest: &str| card(Some(Fact { value: "2015-04-20".to_owned(), basis: basis(earliest) }));
        assert!(!is_later(&guess("2015-02-19"), Some("2015-02-20")));
        assert!(is_later(&guess("2015-02-21"), Some("2015-02-20")));
        assert_eq!(moments(&[guess("2015-02-19"), guess("2015-02-01"), guess("2015-02-19"), card(None)]), ["2015-02-01", "2015-02-19"]);
    }
}
