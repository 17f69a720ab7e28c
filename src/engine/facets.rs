//! By what the articles that match can be divided: outlet, month, author, entities, and where in them the query is found.
//!
//! Facets are counted over all articles that match, not over those that are shown, and at every letter: so each value is a
//! number, each article a list of numbers, and to count is to walk them. They are made anew with the corpus and with every
//! correction of its facts. What a condition means is for the search to say; here it is only written.

use std::collections::HashMap;

use super::n_of;
use crate::corpus::{Basis, Corpus, Document, Fact};
use crate::entities::{Entity, EntityIndex, EntityKind};
use crate::id::DocumentId;
use crate::order::{self, Order};
use crate::protocol::{Facet, FacetField, FacetValue, SHOWN_VALUES, Sorting};
use crate::search::analysis;
use crate::text::fold;

/// What is counted, by document.
#[derive(Debug, Default)]
pub struct Facets {
    pub outlets: Column,
    pub authors: Column,
    pub months: Column,
    /// Documents that count in several of `months`, in order.
    undated: Vec<DocumentId>,
    /// Values are numbers of entities.
    entities: Lists,
    /// Of each entity.
    kinds: Vec<EntityKind>,
    /// Of each entity, whether another is called by its name too.
    shared: Vec<bool>,
    by_date: Vec<u32>,
    by_date_turned: Vec<u32>,
    by_outlet: Vec<u32>,
}

/// Values written in words.
#[derive(Debug, Default)]
pub struct Column {
    /// As most articles write it, or as the first did.
    pub labels: Vec<String>,
    lists: Lists,
}

/// For each document a list of numbers.
#[derive(Debug, Default)]
struct Lists {
    /// Where the list of each document begins in `values`, and the end of the last.
    starts: Vec<u32>,
    values: Vec<u32>,
}

/// Months in which an article counts when its day is only known to lie between two days: of more, only the likeliest.
const MOST_MONTHS: usize = 12;

impl Facets {
    pub fn of(corpus: &Corpus, entities: &EntityIndex) -> Self {
        let documents = &corpus.documents;
        let outlets = Column::of(documents, &|document| document.metadata.outlet.iter().map(|outlet| outlet.short().to_owned()).collect());
        let day = |document: &Document| document.metadata.published.as_ref().map(|fact| fact.value.clone());
        let by_date = places(documents, &|document| (day(document).is_none(), day(document).unwrap_or_default()));
        let n_dated = documents.iter().filter(|document| document.metadata.published.is_some()).count();
        let turned = |place: &u32| n_of(n_dated).checked_sub(place + 1).unwrap_or(*place);
        let by_date_turned = by_date.iter().map(turned).collect();
        Self {
            by_outlet: places(documents, &|document| {
                let outlet = document.metadata.outlet.as_ref().map(|fact| fold(&fact.value));
                (outlet.is_none(), outlet.unwrap_or_default())
            }),
            outlets,
            authors: Column::of(documents, &|document| document.metadata.authors.iter().map(|author| author.value.clone()).collect()),
            months: Column::of(documents, &|document| document.metadata.published.as_ref().map(months).unwrap_or_default()),
            undated: documents
                .iter()
                .filter(|document| document.metadata.published.as_ref().is_some_and(|day| months(day).len() > 1))
                .map(|document| document.id)
                .collect(),
            entities: Lists::of_entities(documents.len(), entities),
            kinds: entities.entities.iter().map(|entity| entity.kind).collect(),
            shared: shared(entities),
            by_date,
            by_date_turned,
        }
    }

    /// The place of each document in an order; none for the order of the search itself.
    pub fn places(&self, sorting: Sorting) -> Option<&[u32]> {
        match sorting {
            Sorting::Relevance => None,
            Sorting::Oldest => Some(&self.by_date),
            Sorting::Newest => Some(&self.by_date_turned),
            Sorting::Outlet => Some(&self.by_outlet),
        }
    }

    /// The facets of `matching`, those without a value left out.
    pub fn count(&self, matching: &[DocumentId], entities: &EntityIndex) -> Vec<Facet> {
        let mut facets = vec![
            self.outlets.facet(FacetField::Outlet, matching),
            self.months.facet(FacetField::Month, matching),
            self.authors.facet(FacetField::Author, matching),
        ];
        facets[1].values.order_by(|a, b| a.label.cmp(&b.label));
        let perhaps: Vec<DocumentId> = matching.iter().copied().filter(|document| self.undated.binary_search(document).is_ok()).collect();
        let n_perhaps = self.months.lists.count(&perhaps, self.months.labels.len());
        for value in &mut facets[1].values {
            let month = self.months.labels.iter().position(|label| *label == value.label);
            value.n_perhaps = month.map_or(0, |month| n_perhaps[month]);
        }
        let counts = self.entities.count(matching, entities.entities.len());
        for kind in EntityKind::ALL {
            let of_kind = |id: usize| self.kinds[id] == kind;
            facets.push(facet(FacetField::Entity(kind), &counts, &of_kind, &|id| {
                let Entity { name, slug, .. } = &entities.entities[id];
                (name.clone(), if self.shared[id] { slug } else { name }.clone())
            }));
        }
        facets.retain(|facet| facet.n_values > 0);
        facets
    }
}

/// The months in which an article may have been published, as `2015-02`.
fn months(published: &Fact<String>) -> Vec<String> {
    let month = |day: &String| day.get(..7).map(str::to_owned);
    let likeliest = month(&published.value);
    let Basis::Inferred { earliest: Some(earliest), latest: Some(latest), .. } = &published.basis else {
        return likeliest.into_iter().collect();
    };
    let (Some(first), Some(last)) = (month(earliest), month(latest)) else { return likeliest.into_iter().collect() };
    let between: Vec<String> =
        std::iter::successors(Some(first), |month| month_after(month)).take_while(|month| *month <= last).take(MOST_MONTHS + 1).collect();
    if between.is_empty() || between.len() > MOST_MONTHS { likeliest.into_iter().collect() } else { between }
}

fn month_after(month: &str) -> Option<String> {
    let (year, month) = month.split_once('-')?;
    let (year, month): (u32, u32) = (year.parse().ok()?, month.parse().ok()?);
    Some(if month < 12 { format!("{year:04}-{:02}", month + 1) } else { format!("{:04}-01", year + 1) })
}

/// The place of each document when all are sorted by a key; those of one key stay in the order of the corpus.
fn places(documents: &[Document], key: &dyn Fn(&Document) -> (bool, String)) -> Vec<u32> {
    let mut sorted: Vec<((bool, String), u32)> = documents.iter().map(|document| (key(document), document.id.0)).collect();
    sorted.order();
    let mut places = vec![0; documents.len()];
    for ((_, id), place) in sorted.into_iter().zip(0..) {
        places[id as usize] = place;
    }
    places
}

impl Column {
    /// Values that are the same once folded are one value.
    fn of(documents: &[Document], values_of: &dyn Fn(&Document) -> Vec<String>) -> Self {
        let mut column = Self::default();
        let mut numbers: HashMap<String, u32> = HashMap::new();
        for document in documents {
            column.lists.begin();
            for value in values_of(document) {
                let next = u32::try_from(column.labels.len()).expect("fewer values than 4 thousand millions");
                let number = *numbers.entry(fold(&value)).or_insert(next);
                if number == next {
                    column.labels.push(value);
                }
                column.lists.add(number);
            }
        }
        column.lists.begin();
        column
    }

    /// How many documents have each value.
    pub fn n_documents(&self) -> Vec<u32> {
        let all: Vec<DocumentId> = (0..self.lists.starts.len().saturating_sub(1)).zip(0..).map(|(_, id)| DocumentId(id)).collect();
        self.lists.count(&all, self.labels.len())
    }

    fn facet(&self, field: FacetField, matching: &[DocumentId]) -> Facet {
        let counts = self.lists.count(matching, self.labels.len());
        facet(field, &counts, &|_| true, &|value| (self.labels[value].clone(), self.labels[value].clone()))
    }
}

impl Lists {
    fn of_entities(n_documents: usize, index: &EntityIndex) -> Self {
        let mut starts = vec![0; n_documents + 1];
        let counted =
            || index.entities.iter().flat_map(|entity| entity.n_mentions.iter().map(move |(document, _)| (document.index(), entity.id.0)));
        counted().for_each(|(document, _)| starts[document + 1] += 1);
        for at in 0..n_documents {
            starts[at + 1] += starts[at];
        }
        let mut values = vec![0; starts[n_documents] as usize];
        let mut next = starts.clone();
        for (document, entity) in counted() {
            values[next[document] as usize] = entity;
            next[document] += 1;
        }
        Self { starts, values }
    }

    /// Begins the next document's list, or ends the last.
    fn begin(&mut self) {
        self.starts.push(u32::try_from(self.values.len()).expect("fewer values than 4 thousand millions"));
    }

    /// Adds `value` to the list that was begun, once.
    fn add(&mut self, value: u32) {
        let begun = self.starts.last().map_or(0, |start| *start as usize);
        if !self.values[begun..].contains(&value) {
            self.values.push(value);
        }
    }

    /// In how many of `matching` each value stands.
    fn count(&self, matching: &[DocumentId], n_values: usize) -> Vec<u32> {
        let mut counts = vec![0; n_values];
        for document in matching {
            let (start, end) = (self.starts[document.index()], self.starts[document.index() + 1]);
            for value in &self.values[start as usize..end as usize] {
                counts[*value as usize] += 1;
            }
        }
        counts
    }
}

/// For each entity whether another is called by its name too.
fn shared(entities: &EntityIndex) -> Vec<bool> {
    let mut bearers: HashMap<String, Vec<usize>> = HashMap::new();
    for entity in &entities.entities {
        bearers.entry(analysis::padded(&entity.name)).or_default().push(entity.id.index());
    }
    let mut shared = vec![false; entities.entities.len()];
    for entity in &entities.entities {
        for name in std::iter::once(&entity.name).chain(&entity.aliases) {
            for bearer in bearers.get(&analysis::padded(name)).into_iter().flatten() {
                shared[*bearer] |= *bearer != entity.id.index();
            }
        }
    }
    shared
}

/// The most frequent of the values that are `meant`, each with its label and its condition; of equally frequent ones the first.
fn facet(field: FacetField, counts: &[u32], meant: &dyn Fn(usize) -> bool, said: &dyn Fn(usize) -> (String, String)) -> Facet {
    let mut n_values = 0;
    let mut found = counts.iter().zip(0..).filter(|(n, value)| **n > 0 && meant(*value as usize)).map(|(n, value)| {
        n_values += 1;
        (u32::MAX - n, value)
    });
    let best = order::least(SHOWN_VALUES, &mut found);
    let value = |(turned, value): (u32, u32)| {
        let (label, value) = said(value as usize);
        FacetValue { value, label, n_documents: u32::MAX - turned, n_perhaps: 0 }
    };
    Facet { field, values: best.into_iter().map(value).collect(), n_values }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Article, Metadata};

    fn article(at: usize, outlet: &str, authors: &[&str], published: &str) -> Article {
        let given = Metadata {
            outlet: Some(Fact::given(outlet.to_owned())),
            authors: authors.iter().map(|author| Fact::given((*author).to_owned())).collect(),
            published: Some(Fact::given(published.to_owned())),
            ..Metadata::default()
        };
        Article { given, ..Article::new(&format!("{at}.txt"), &format!("Titre {at}\n\nMarie Curie travaille à Paris.\n")) }
    }

    fn facets_of(articles: &[Article]) -> (Facets, EntityIndex, Vec<DocumentId>) {
        let corpus = Corpus::read(None, articles.to_vec()).expect("the articles make a corpus");
        let entities = EntityIndex::build(&corpus);
        let all = corpus.documents.iter().map(|document| document.id).collect();
        (Facets::of(&corpus, &entities), entities, all)
    }

    fn shown(facets: &[Facet], field: FacetField) -> Vec<(String, u32)> {
        let values = facets.iter().find(|facet| facet.field == field).map(|facet| facet.values.clone()).unwrap_or_default();
        values.into_iter().map(|value| (value.value, value.n_documents)).collect()
    }

    #[test]
    fn values_are_counted_over_all_that_match_and_only_there() {
        let articles = [
            article(0, "Le Monde", &["A. Un", "B. Deux"], "2015-02-20"),
            article(1, "LE MONDE", &["A. Un"], "2015-02-21"),
            article(2, "Libération", &["C. Trois"], "2015-01-02"),
        ];
        let (facets, entities, all) = facets_of(&articles);
        let found = facets.count(&all, &entities);
        assert_eq!(shown(&found, FacetField::Outlet), [("Le Monde".to_owned(), 2), ("Libération".to_owned(), 1)]);
        assert_eq!(shown(&found, FacetField::Month), [("2015-01".to_owned(), 1), ("2015-02".to_owned(), 2)]);
        assert_eq!(shown(&found, FacetField::Author)[0], ("A. Un".to_owned(), 2));
        assert!(shown(&found, FacetField::Entity(EntityKind::Person)).contains(&("Marie Curie".to_owned(), 3)));
        let one = facets.count(&all[2..], &entities);
        assert_eq!(shown(&one, FacetField::Outlet), [("Libération".to_owned(), 1)]);
        assert!(facets.count(&[], &entities).is_empty());
    }

    #[test]
    fn a_long_facet_is_cut_and_says_how_many_values_there_are() {
        let articles: Vec<Article> = (0..40).map(|at| article(at, &format!("Journal {}", at / 2), &[], "2015-02-20")).collect();
        let (facets, entities, all) = facets_of(&articles);
        let outlets = facets.count(&all, &entities).swap_remove(0);
        assert_eq!((outlets.values.len(), outlets.n_values), (SHOWN_VALUES, 20));
        assert_eq!(outlets.values[0].label, "Journal 0");
    }

    #[test]
    fn an_article_between_two_days_counts_in_every_month_it_may_be_of() {
        let fact = |earliest: &str, latest: &str| {
            let basis = Basis::Inferred { earliest: Some(earliest.to_owned()), latest: Some(latest.to_owned()), why: "".into() };
            months(&Fact { value: "2015-01-15".to_owned(), basis })
        };
        assert_eq!(fact("2014-12-20", "2015-02-03"), ["2014-12", "2015-01", "2015-02"]);
        assert_eq!(fact("2010-01-01", "2020-01-01"), ["2015-01"]);
        assert_eq!(months(&Fact::given("2015".to_owned())), Vec::<String>::new());
    }

    #[test]
    fn months_tell_how_many_articles_are_perhaps_of_another() {
        let basis = Basis::Inferred { earliest: Some("2015-02-20".to_owned()), latest: Some("2015-03-03".to_owned()), why: "".into() };
        let mut articles = vec![article(0, "A", &[], "2015-02-20"), article(1, "A", &[], "2015-02-19")];
        articles[1].given.published = Some(Fact { value: "2015-02-25".to_owned(), basis });
        let (facets, entities, all) = facets_of(&articles);
        let found = facets.count(&all, &entities);
        let months = found.iter().find(|facet| facet.field == FacetField::Month).unwrap();
        let told: Vec<_> = months.values.iter().map(|value| (value.label.as_str(), value.n_documents, value.n_perhaps)).collect();
        assert_eq!(told, [("2015-02", 2, 1), ("2015-03", 1, 1)]);
    }

    #[test]
    fn orders_are_turned_but_what_has_no_date_stays_last() {
        let mut articles = vec![article(0, "B", &[], "2015-02-20"), article(1, "A", &[], "2015-02-19"), article(2, "C", &[], "2015-02-21")];
        articles.push(Article::new("3.txt", "Sans date ni source, un texte seul.\n"));
        let (facets, ..) = facets_of(&articles);
        assert_eq!(facets.places(Sorting::Oldest), Some(&[1, 0, 2, 3][..]));
        assert_eq!(facets.places(Sorting::Newest), Some(&[1, 2, 0, 3][..]));
        assert_eq!(facets.places(Sorting::Outlet), Some(&[1, 0, 2, 3][..]));
        assert_eq!(facets.places(Sorting::Relevance), None);
    }

    #[test]
    fn the_work_of_counting_grows_with_what_matches() {
        let lists = |n: u32| Lists { starts: (0..=n).map(|at| at * 10).collect(), values: (0..n * 10).map(|at| at % 5_000).collect() };
        for n in [1_000, 10_000] {
            let all: Vec<DocumentId> = (0..n).map(DocumentId).collect();
            let counts = lists(n).count(&all, 5_000);
            assert_eq!(counts.iter().sum::<u32>(), n * 10);
        }
    }

    #[test]
    fn a_name_that_two_have_is_asked_for_by_what_only_one_has() {
        let articles: Vec<Article> = (0..2).map(|at| article(at, "Le Jour", &[], "2015-02-20")).collect();
        let (_, mut entities, _) = facets_of(&articles);
        let place = |entities: &EntityIndex, name: &str| entities.entities.iter().position(|entity| entity.name == name).unwrap();
        let (curie, paris) = (place(&entities, "Marie Curie"), place(&entities, "Paris"));
        assert_eq!(shared(&entities), vec![false; entities.entities.len()]);
        entities.entities[curie].aliases.push("paris".to_owned());
        assert!(shared(&entities)[paris] && !shared(&entities)[curie]);
        let all: Vec<DocumentId> = vec![DocumentId(0), DocumentId(1)];
        let documents = Corpus::read(None, articles.clone()).expect("the articles make a corpus");
        let found = Facets::of(&documents, &entities).count(&all, &entities);
        let places = found.iter().find(|facet| facet.field == FacetField::Entity(EntityKind::Place)).unwrap();
        assert_eq!((&*places.values[0].label, &*places.values[0].value), ("Paris", "loc:paris"));
    }
}
