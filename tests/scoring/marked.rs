//! Invented articles whose dates and figures are marked in the text (`tests/marked/`): `[vendredi|D 2021-11-19]` is a date,
//! `[huit ans|P P8Y]` a length, `[par jour|S P1D]` a habit, `[près de 400|N 400 habitant ~]` a figure; `*` is any value.
//!
//! Ten more (`tests/press/`) are marked for quotations too. They were written before the readers that they measure, and no rule may name what stands in them.
//!
//! Of the ten, five may be looked at; the first measurement of the five that are blind gave 95 and 86 (dates, span and value), 93 and 93
//! (quantities), the last 95 and 87, 93 and 93.

use std::fs;
use std::path::Path;

use recoupe::corpus::{Article, Corpus, Fact, Metadata};
use recoupe::export;
use recoupe::figures::FigureIndex;
use recoupe::times::TimeIndex;

use super::dates::{self, Date};
use super::quantities::{self, Quantity};
use super::{Figure, Place};

/// The articles with what their marks say.
#[derive(Default)]
pub struct Marked {
    articles: Vec<Article>,
    dates: Vec<Date>,
    quantities: Vec<Quantity>,
}

impl Marked {
    /// The articles of a folder under `tests`.
    pub fn read(folder: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests").join(folder);
        let mut files: Vec<_> = fs::read_dir(&folder).expect("the folder is there").map(|entry| entry.expect("it reads").path()).collect();
        files.sort();
        let mut found = Self::default();
        for file in files {
            let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
            found.add(&name, &fs::read_to_string(&file).expect("the article reads"));
        }
        found
    }

    fn add(&mut self, name: &str, marked: &str) {
        let (head, body) = marked.split_once('\n').expect("the first line says when it was published");
        let published = head.strip_prefix("published: ").expect("the first line says when it was published").to_owned();
        let without = without_quotations(body.strip_prefix("language: en\n").unwrap_or(body));
        let mut body = without.as_str();
        let mut text = String::new();
        let scalars = |text: &str| u32::try_from(text.chars().count()).expect("articles are short");
        while let Some((before, rest)) = body.split_once('[') {
            text.push_str(before);
            let (mark, rest) = rest.split_once(']').expect("a mark is closed");
            let (surface, truth) = mark.split_once('|').expect("a mark says what it is");
            let start = scalars(&text);
            text.push_str(surface);
            self.truth(Place::new(name, start, scalars(&text)), truth);
            body = rest;
        }
        text.push_str(body);
        let given = Metadata { published: Some(Fact::given(published)), ..Metadata::default() };
        self.articles.push(Article { given, ..Article::new(name, &text) });
    }

    fn truth(&mut self, place: Place, truth: &str) {
        let (sort, value) = truth.split_once(' ').expect("a mark has a value");
        let time_type = match sort {
            "D" => "DATE",
            "P" => "DURATION",
            "S" => "SET",
            "N" => {
                let number = |text: &str| text.parse::<f64>().expect("a figure has a number");
                let value = value.split(' ').next().expect("a figure has a number");
                let (least, most) = value.split_once("..").map_or((value, None), |(least, most)| (least, Some(most)));
                self.quantities.push(Quantity { place, value: number(least), value_max: most.map(number) });
                return;
            }
            sort => panic!("no mark is called {sort}"),
        };
        self.dates.push(Date { place, time_type: time_type.to_owned(), value: value.to_owned(), others: Vec::new(), inside: None });
    }

    /// The figures of both layers, and what is wrong in them.
    pub fn score(&self) -> (Vec<Figure>, Vec<String>) {
        let corpus = Corpus::read(None, self.articles.clone()).expect("the articles are a corpus");
        let times = TimeIndex::build(&corpus);
        let figures = FigureIndex::build(&corpus, &times);
        let documents = || corpus.documents.iter();
        let found: Vec<Date> = documents().flat_map(|d| export::dates(d, times.times_in(d.id))).map(date).collect();
        let counted: Vec<Quantity> = documents().flat_map(|d| export::quantities(d, figures.figures_in(d.id), &[])).map(quantity).collect();
        let text_of = |place: &Place| {
            let document = documents().find(|d| d.name.starts_with(&place.doc)).expect("the place is in an article");
            document.raw.chars().skip(place.start as usize).take(place.len() as usize).collect()
        };
        let (found, counted): (Vec<&Date>, Vec<&Quantity>) = (found.iter().collect(), counted.iter().collect());
        let mut scores = dates::score(["marked · dates, span", "marked · dates, span and value"], &self.dates, &found);
        scores.extend(quantities::score(["marked · quantities, span", "marked · quantities, span and value"], &self.quantities, &counted));
        let mut wrong = dates::wrong(&self.dates, &found, &text_of);
        wrong.extend(quantities::wrong(&self.quantities, &counted, &text_of));
        (scores, wrong)
    }
}

/// Braces around quotations (`tests/quotes.rs`) are taken out, with what they say.
fn without_quotations(marked: &str) -> String {
    let (mut text, mut rest) = (String::with_capacity(marked.len()), marked);
    while let Some((before, behind)) = rest.split_once('{') {
        text.push_str(before);
        rest = behind.split_once('|').expect("a label ends").1;
    }
    text.push_str(rest);
    text.replace('}', "")
}

pub fn date(record: export::DateRecord) -> Date {
    let place = Place::new(&record.doc, record.start, record.end);
    Date { place, time_type: record.time_type.into_owned(), value: record.value, others: Vec::new(), inside: None }
}

pub fn quantity(record: export::QuantityRecord) -> Quantity {
    Quantity { place: Place::new(&record.doc, record.start, record.end), value: record.value, value_max: record.value_max }
}
