//! What two articles have in common besides their text: address, title, outlet, author, agency, dates.
//!
//! What is not known of one of them neither agrees nor differs. Values are compared as folded words, so that case, accents
//! and punctuation do not matter.

use serde::{Deserialize, Serialize};

use crate::corpus::{Fact, Metadata};
use crate::span::Span;
use crate::text;

/// What can be known of an article.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Detail {
    Address,
    Title,
    Outlet,
    Author,
    Agency,
    Published,
    Updated,
}

/// What is known of both articles of a pair.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct Likeness {
    pub agrees: Vec<Detail>,
    pub differs: Vec<Detail>,
}

impl Likeness {
    pub fn of(a: &Metadata, b: &Metadata) -> Self {
        let mut found = Self::default();
        let one = |fact: &Option<Fact<String>>, read: fn(&str) -> String| fact.iter().map(|fact| read(&fact.value)).collect::<Vec<_>>();
        let all = |facts: &[Fact<String>]| facts.iter().map(|fact| words(&fact.value)).collect::<Vec<_>>();
        found.add(Detail::Address, &one(&a.url, address), &one(&b.url, address));
        found.add(Detail::Title, &one(&a.title, words), &one(&b.title, words));
        found.add(Detail::Outlet, &one(&a.outlet, words), &one(&b.outlet, words));
        found.add(Detail::Author, &all(&a.authors), &all(&b.authors));
        found.add(Detail::Agency, &all(&a.agencies), &all(&b.agencies));
        found.add_date(Detail::Published, a.published.as_ref(), b.published.as_ref());
        found.add_date(Detail::Updated, a.updated.as_ref(), b.updated.as_ref());
        found
    }

    pub fn agrees(&self, detail: Detail) -> bool {
        self.agrees.contains(&detail)
    }

    pub fn differs(&self, detail: Detail) -> bool {
        self.differs.contains(&detail)
    }

    fn add(&mut self, detail: Detail, of_a: &[String], of_b: &[String]) {
        if of_a.iter().any(|value| of_b.contains(value)) {
            self.agrees.push(detail);
        } else if !of_a.is_empty() && !of_b.is_empty() {
            self.differs.push(detail);
        }
    }

    /// A day agrees with an hour of it.
    fn add_date(&mut self, detail: Detail, a: Option<&Fact<String>>, b: Option<&Fact<String>>) {
        if let (Some(a), Some(b)) = (a, b) {
            let agrees = a.value.starts_with(&b.value) || b.value.starts_with(&a.value);
            if agrees { &mut self.agrees } else { &mut self.differs }.push(detail);
        }
    }
}

/// When an article was last changed, as far as known; ISO 8601.
pub(super) fn last_change(metadata: &Metadata) -> Option<&str> {
    let dates = [&metadata.updated, &metadata.published];
    dates.into_iter().flatten().map(|fact| fact.value.as_str()).max()
}

fn words(value: &str) -> String {
    text::words(value, Span::of(value)).map(|word| text::fold(word.slice(value))).collect::<Vec<_>>().join(" ")
}

/// An address without what does not change the page: scheme, `www`, fragment, closing slash, where the reader came from.
fn address(url: &str) -> String {
    const TRACKING: [&str; 7] = ["utm_", "xtor", "fbclid", "gclid", "at_", "mc_", "ref="];
    let url = url.split('#').next().unwrap_or(url);
    let url = url.split_once("://").map_or(url, |(_, rest)| rest);
    let (path, query) = url.split_once('?').unwrap_or((url, ""));
    let path = path.strip_prefix("www.").unwrap_or(path).trim_end_matches('/');
    let kept = query.split('&').filter(|part| !part.is_empty() && !TRACKING.iter().any(|key| part.starts_with(key)));
    [path].into_iter().chain(kept).collect::<Vec<_>>().join("&").to_lowercase()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_the_same_wherever_its_reader_came_from() {
        assert_eq!(address("https://www.fleuve.example/crue/?utm_source=x#haut"), address("http://fleuve.example/crue"));
        assert_ne!(address("https://fleuve.example/?id=1"), address("https://fleuve.example/?id=2"));
    }

    #[test]
    fn what_is_unknown_neither_agrees_nor_differs() {
        let known = Metadata { title: Some(Fact::given("La crue !".to_owned())), ..Metadata::default() };
        assert_eq!(Likeness::of(&known, &Metadata::default()), Likeness::default());
        let other = Metadata { title: Some(Fact::given("LA CRUE".to_owned())), ..Metadata::default() };
        assert_eq!(Likeness::of(&known, &other).agrees, [Detail::Title]);
    }

    #[test]
    fn a_day_agrees_with_an_hour_of_it() {
        let dated = |date: &str| Metadata { updated: Some(Fact::given(date.to_owned())), ..Metadata::default() };
        assert_eq!(Likeness::of(&dated("2021-03-02"), &dated("2021-03-02T10:00")).agrees, [Detail::Updated]);
        assert_eq!(Likeness::of(&dated("2021-03-02T09:00"), &dated("2021-03-02T10:00")).differs, [Detail::Updated]);
    }
}
