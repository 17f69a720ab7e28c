//! The search alone, behind a port that a harness for browser search engines can call: articles in as bytes, numbers out.
//!
//! It holds the index, and of each article what facets need. Texts stay outside (`worker.js` keeps them in blobs): those of the
//! articles shown are handed back for their passages.

use js_sys::{Array, Function, Uint32Array};
use recoupe::corpus::{Corpus, Document, Metadata, Origin, Sentence, Zone, ZoneKind};
use recoupe::id::DocumentId;
use recoupe::search::SearchIndex;
use recoupe::search::query::Field;
use recoupe::span::Span;
use recoupe::text::{self, Language};
use wasm_bindgen::JsCast;
use wasm_bindgen::prelude::*;

/// Values of one facet counted at most.
const MOST_VALUES: usize = 1 << 16;

#[wasm_bindgen]
#[derive(Default)]
pub struct Engine {
    index: SearchIndex,
    /// Nothing: what is asked of articles as wholes is not in this harness.
    corpus: Corpus,
    /// The harness' number of each document.
    numbers: Vec<u32>,
    outlets: Interned,
    months: Interned,
    shown: usize,
}

/// Strings met, and which one each document has.
#[derive(Default)]
struct Interned {
    values: Vec<String>,
    of: Vec<u16>,
}

impl Interned {
    fn push(&mut self, value: &str) {
        let at = self.values.iter().position(|known| known == value).unwrap_or_else(|| {
            assert!(self.values.len() < MOST_VALUES, "a facet has few values");
            self.values.push(value.to_owned());
            self.values.len() - 1
        });
        self.of.push(at as u16);
    }

    /// Number of `documents` for each value.
    fn count(&self, documents: impl Iterator<Item = DocumentId>) -> Vec<u32> {
        let mut counts = vec![0; self.values.len()];
        documents.for_each(|document| counts[usize::from(self.of[document.index()])] += 1);
        counts
    }
}

#[wasm_bindgen]
impl Engine {
    #[wasm_bindgen(constructor)]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the articles packed by `engine.js`. After the last of them comes [`Self::settle`].
    pub fn add(&mut self, batch: &[u8]) {
        let mut rest = batch;
        let mut articles = Vec::new();
        while !rest.is_empty() {
            let number = take_number(&mut rest);
            let title = take_number(&mut rest) as usize;
            let [text, outlet, date] = std::array::from_fn(|_| take_text(&mut rest));
            articles.push((vec![(Field::Title, &text[..title]), (Field::Body, &text[title + 1..])], Language::French));
            self.numbers.push(number);
            self.outlets.push(outlet);
            self.months.push(date.get(..7).unwrap_or(date));
        }
        self.index.add_articles(articles.into_iter());
    }

    /// Makes what was added ready to be searched.
    pub fn settle(&mut self) {
        self.index.settle();
    }

    /// The best `k` articles.
    pub fn search(&mut self, query: &str, k: usize) -> Vec<u32> {
        let found = self.index.find(&self.corpus, query);
        found.best(k).iter().map(|matched| self.numbers[matched.document.index()]).collect()
    }

    /// The same as a page would show it, while somebody types: with the number of articles of each outlet and month, and the
    /// passages of the best, whose texts `read` gives, called with their places: title, a line break, body. Only the numbers of the best come back.
    pub fn show(&mut self, query: &str, k: usize, read: &Function) -> Vec<u32> {
        let found = self.index.find(&self.corpus, query);
        let of_outlets = self.outlets.count(found.documents().map(|matched| matched.document));
        let of_months = self.months.count(found.documents().map(|matched| matched.document));
        self.shown = of_outlets.iter().chain(&of_months).filter(|n| **n > 0).count();
        let best = found.best(k);
        let places: Vec<u32> = best.iter().map(|matched| matched.document.0).collect();
        // All texts at once: each message to the store costs more than what it brings.
        let texts: Array = read.call1(&JsValue::NULL, &Uint32Array::from(&*places)).map(JsCast::unchecked_into).unwrap_or_default();
        for (matched, text) in best.iter().zip(texts.iter()) {
            let hit = text.as_string().and_then(|text| found.hit_in(&document(matched.document, text)));
            self.shown += hit.map_or(0, |hit| hit.spans.len() + hit.sentences.len());
        }
        best.iter().map(|matched| self.numbers[matched.document.index()]).collect()
    }

    /// How much the last [`Self::show`] had to show: values of facets, marks, sentences.
    pub fn shown(&self) -> usize {
        self.shown
    }

    /// The index, and what facets need.
    pub fn save(&self) -> Vec<u8> {
        let mut bytes = Vec::new();
        put(&mut bytes, &self.numbers.iter().flat_map(|number| number.to_le_bytes()).collect::<Vec<u8>>());
        for facet in [&self.outlets, &self.months] {
            put(&mut bytes, facet.values.join("\n").as_bytes());
            put(&mut bytes, &facet.of.iter().flat_map(|value| value.to_le_bytes()).collect::<Vec<u8>>());
        }
        bytes.extend(self.index.save());
        bytes
    }

    /// # Errors
    /// When the bytes are not those of [`Self::save`].
    pub fn load(&mut self, bytes: &[u8]) -> Result<(), String> {
        let mut rest = bytes;
        self.numbers = take(&mut rest).chunks_exact(4).map(|number| u32::from_le_bytes(number.try_into().expect("four bytes"))).collect();
        for facet in [&mut self.outlets, &mut self.months] {
            let values = std::str::from_utf8(take(&mut rest)).map_err(|error| error.to_string())?;
            facet.values = values.split('\n').map(str::to_owned).collect();
            facet.of = take(&mut rest).chunks_exact(2).map(|value| u16::from_le_bytes(value.try_into().expect("two bytes"))).collect();
        }
        self.index = SearchIndex::load(rest).map_err(|error| error.to_string())?;
        Ok(())
    }

    pub fn remove(&mut self, number: u32) {
        let Some(place) = self.numbers.iter().rposition(|known| *known == number) else { return };
        self.index.remove(id(place));
        self.numbers.remove(place);
        self.outlets.of.remove(place);
        self.months.of.remove(place);
    }
}

fn id(place: usize) -> DocumentId {
    DocumentId(u32::try_from(place).expect("fewer articles than 4 thousand millions"))
}

/// An article as the corpus would hold it: the harness says what is title and what is body.
fn document(id: DocumentId, text: String) -> Document {
    let title = Span::new(0, text.find('\n').unwrap_or(text.len()));
    let body = Span::new(text.len().min(title.end as usize + 1), text.len());
    let zones = [(title, ZoneKind::Title), (body, ZoneKind::Body)];
    let sentences =
        zones.iter().flat_map(|(span, zone)| text::sentences(&text, *span).into_iter().map(|span| Sentence { span, zone: *zone }));
    Document {
        id,
        name: String::new(),
        sentences: sentences.collect(),
        zones: zones.map(|(span, kind)| Zone { span, kind }).into(),
        raw: text.into(),
        reading: None,
        origin: Origin::default(),
        language: Language::French,
        metadata: Metadata::default(),
        proposed_breaks: Vec::new(),
    }
}

fn take_number(rest: &mut &[u8]) -> u32 {
    let (head, tail) = rest.split_at(4);
    *rest = tail;
    u32::from_le_bytes(head.try_into().expect("four bytes"))
}

fn take<'b>(rest: &mut &'b [u8]) -> &'b [u8] {
    let length = take_number(rest) as usize;
    let (head, tail) = rest.split_at(length);
    *rest = tail;
    head
}

fn put(bytes: &mut Vec<u8>, part: &[u8]) {
    bytes.extend(u32::try_from(part.len()).expect("parts are short").to_le_bytes());
    bytes.extend(part);
}

fn take_text<'b>(rest: &mut &'b [u8]) -> &'b str {
    std::str::from_utf8(take(rest)).expect("the page encodes UTF-8")
}
