//! Where other layers found something: places by key, and keys by their words.
//!
//! A layer is replaced as a whole, since who finds names finds them anew in all articles. Keys are few beside mentions: each is
//! kept once, and its places in bytes like those of a word.

use super::analysis;
use super::forms::Form;
use super::index::{Index, walk};
use super::layer::{Annotation, Layer};
use super::parts::Side;
use super::places::{Place, Places};
use super::query::{Annotated, Called};
#[cfg(feature = "whole")]
use super::saved::{LoadError, Saved, Writer};
use super::varint;
use crate::corpus::Corpus;
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;

/// All layers.
#[derive(Clone, Debug, Default)]
pub struct Layers {
    layers: Vec<(Layer, Keys)>,
}

/// One layer.
#[derive(Clone, Debug, Default)]
struct Keys {
    /// Words of each key, folded, with a space before and after each, and a line break before and after each of its names.
    words: Vec<Box<str>>,
    /// Where the places of each key end in `bytes`.
    ends: Vec<u32>,
    bytes: Vec<u8>,
}

impl Layers {
    /// Takes `keys` and places, which come in any order, for all of `layer`.
    fn set(&mut self, layer: Layer, keys: Vec<Box<str>>, mut places: Vec<(u32, Place)>) {
        places.order();
        places.dedup();
        let mut taken = Keys { words: keys, ..Keys::default() };
        let mut places = places.into_iter().peekable();
        for key in 0..taken.words.len() as u32 {
            let of_key = std::iter::from_fn(|| places.next_if(|(of, _)| *of == key)).map(|(_, place)| place);
            write(&mut taken.bytes, of_key);
            taken.ends.push(taken.bytes.len() as u32);
        }
        taken.words.shrink_to_fit();
        taken.ends.shrink_to_fit();
        taken.bytes.shrink_to_fit();
        self.layers.retain(|(known, _)| *known != layer);
        self.layers.push((layer, taken));
    }

    /// Where something stands whose key holds the words that are asked for; only in parts that live.
    pub fn places(&self, index: &Index, asked: &Annotated) -> Places {
        let Some((_, keys)) = self.layers.iter().find(|(layer, _)| *layer == asked.layer) else { return Places::default() };
        let mut found = Vec::new();
        let sought = Sought::of(asked);
        let exactly = asked.called == Called::Exactly && keys.words.iter().any(|names| sought.is(names));
        let is_meant = |names: &_| if exactly { sought.is(names) } else { sought.is_in(names) };
        for (key, names) in keys.words.iter().enumerate() {
            if is_meant(names) {
                found.extend(keys.places(key).filter(|place| !index.parts.get(place.part).is_dead()));
            }
        }
        Places::spread(index, found)
    }

    /// Gives parts their new numbers; those that have none are gone.
    pub fn renumber(&mut self, numbers: &[u32]) {
        for (_, keys) in &mut self.layers {
            let (mut bytes, mut ends) = (Vec::new(), Vec::new());
            for key in 0..keys.words.len() {
                let moved = keys.places(key).map(|place| Place { part: numbers[place.part as usize], ..place });
                write(&mut bytes, moved.filter(|place| place.part != u32::MAX));
                ends.push(bytes.len() as u32);
            }
            (keys.bytes, keys.ends) = (bytes, ends);
        }
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        let of = |keys: &Keys| {
            keys.bytes.capacity() + keys.words.iter().map(|words| words.len() + size_of::<Box<str>>() + size_of::<u32>()).sum::<usize>()
        };
        self.layers.iter().map(|(_, keys)| of(keys)).sum()
    }
}

#[cfg(feature = "whole")]
impl Layers {
    pub fn save(&self, writer: &mut Writer) {
        writer.number(self.layers.len() as u32);
        for (layer, keys) in &self.layers {
            writer.number(*layer as u32);
            writer.number(keys.words.len() as u32);
            for (words, end) in keys.words.iter().zip(&keys.ends) {
                writer.run(words.as_bytes());
                writer.number(*end);
            }
            writer.run(&keys.bytes);
        }
    }

    pub fn load(saved: &mut Saved) -> Result<Self, LoadError> {
        const ALL: [Layer; 6] = [Layer::Entity, Layer::EntityType, Layer::Quotation, Layer::Speaker, Layer::Day, Layer::Figure];
        let mut layers = Self::default();
        for _ in 0..saved.number()? {
            let layer = *ALL.get(saved.number()? as usize).ok_or(LoadError::Damaged)?;
            let mut keys = Keys::default();
            for _ in 0..saved.number()? {
                let words = std::str::from_utf8(saved.run()?).map_err(|_| LoadError::Damaged)?;
                keys.words.push(words.into());
                keys.ends.push(saved.number()?);
            }
            keys.bytes = saved.run()?.to_vec();
            layers.layers.push((layer, keys));
        }
        Ok(layers)
    }
}

impl Index {
    /// Takes all that `layer` found in the place of what was known of it. What has no word in a living part is passed over.
    pub fn set_layer(&mut self, corpus: &Corpus, layer: Layer, keys: &[String], annotations: &mut dyn Iterator<Item = Annotation>) {
        let annotations: Vec<Annotation> = annotations.collect();
        let mut borne = vec![false; keys.len()];
        annotations.iter().for_each(|annotation| borne[annotation.key as usize] = true);
        // A key may be written several times, and many annotations bear one: each is folded once.
        let folded: Vec<Box<str>> = keys.iter().zip(borne).map(|(key, borne)| if borne { kept(key) } else { Box::default() }).collect();
        let mut distinct: Vec<Box<str>> = folded.iter().filter(|key| !key.is_empty()).cloned().collect();
        distinct.order();
        distinct.dedup();
        let ranks: Vec<u32> = folded.iter().map(|key| distinct.partition_point(|known| known < key) as u32).collect();
        let mut spans: Vec<(u32, Span, u32)> = Vec::with_capacity(annotations.len());
        for annotation in &annotations {
            spans.push((annotation.document.0, annotation.span, ranks[annotation.key as usize]));
        }
        spans.order();
        let mut places = Vec::new();
        let mut rest = spans.as_slice();
        while let Some((number, ..)) = rest.first() {
            let (of_document, after) = rest.split_at(rest.partition_point(|(other, ..)| other == number));
            rest = after;
            let Some(document) = corpus.document(DocumentId(*number)) else { continue };
            for side in [Side::Article, Side::Furniture] {
                let Some(part) = self.part_of(document.id, side) else { continue };
                let mut words: Vec<Span> = Vec::new();
                walk(document, side, |_, span, _, _| words.push(span));
                for (_, span, key) in of_document {
                    let first = words.partition_point(|word| word.end <= span.start);
                    let after = words.partition_point(|word| word.start < span.end);
                    if first < after {
                        let (position, length) = (first as u32, (after - first) as u32);
                        places.push((*key, Place { part, position, form: Form::Exact, length }));
                    }
                }
            }
        }
        self.layers.set(layer, distinct, places);
    }
}

impl Keys {
    /// Places of one key, in words without gaps.
    fn places(&self, key: usize) -> impl Iterator<Item = Place> + '_ {
        let start = key.checked_sub(1).map_or(0, |before| self.ends[before]);
        let mut bytes = &self.bytes[start as usize..self.ends[key] as usize];
        let mut part = 0;
        std::iter::from_fn(move || {
            if bytes.is_empty() {
                return None;
            }
            part += varint::read(&mut bytes);
            let (position, length) = (varint::read(&mut bytes), varint::read(&mut bytes));
            Some(Place { part, position, form: Form::Exact, length })
        })
    }
}

fn write(bytes: &mut Vec<u8>, places: impl Iterator<Item = Place>) {
    let mut part = 0;
    for place in places {
        varint::write(bytes, place.part - part);
        varint::write(bytes, place.position);
        varint::write(bytes, place.length);
        part = place.part;
    }
}

/// The names of a key, one a line, as they are kept.
fn kept(key: &str) -> Box<str> {
    let mut names = String::from("\n");
    for name in key.split('\n') {
        names.push_str(&analysis::padded(name));
        names.push('\n');
    }
    names.into_boxed_str()
}

/// What is asked of a layer, in the words of its keys.
struct Sought {
    layer: Layer,
    words: Vec<String>,
    /// All of them, one behind the other.
    run: String,
}

impl Sought {
    fn of(asked: &Annotated) -> Self {
        let words: Vec<String> = asked.key.iter().map(|word| analysis::padded(word)).collect();
        let run = words.iter().map(|word| word.trim_end()).chain([" "]).collect();
        Self { layer: asked.layer, words, run }
    }

    /// True when one of these names is what is asked for.
    fn is(&self, names: &str) -> bool {
        let is_all = |at: usize| names[..at].ends_with('\n') && names[at + self.run.len()..].starts_with('\n');
        names.match_indices(self.run.as_str()).any(|(at, _)| is_all(at))
    }

    /// True when what is asked for is in these names. A day is asked for from its year on: `2015-02` is no second of a month.
    fn is_in(&self, names: &str) -> bool {
        if self.layer != Layer::Day {
            return self.words.iter().all(|word| names.contains(word));
        }
        // A key may tell several days, each of three numbers.
        let begins = |at: usize| names[..at].matches(' ').count().is_multiple_of(3);
        self.words.is_empty() || names.match_indices(self.run.as_str()).any(|(at, _)| begins(at))
    }
}
