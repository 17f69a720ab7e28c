//! The inverted index of a corpus: words, their stems, their postings, and what ranking must know of every part.
//!
//! It can be searched at any moment and changes in place: a document that is replaced gets new parts, and its old ones are
//! dead until a quarter of all is; then the lists are written anew without them. Answers do not depend on the way by which
//! an index came to hold its documents. Offsets are not kept: a position is a number of words, and the few pages that are
//! shown are read again (see `snippet`).

use super::analysis::{self, Link};
use super::arena::Arena;
use super::batch::Forms;
use super::dictionary::{Dictionary, TermId};
use super::gather::Gather;
use super::initials::Initials;
use super::layers::Layers;
use super::parts::{GAP, Parts, Ruler, Side};
use super::postings::{Count, List, Occurrence, Reader, Shape};
use super::query::Field;
#[cfg(feature = "whole")]
use super::saved::{LoadError, Saved, Writer};
use super::stems::{LANGUAGES, StemTable};
use crate::corpus::{Corpus, Document};
use crate::id::DocumentId;
use crate::order::Order;
use crate::span::Span;
use crate::text::{self, Language, Stems};

#[derive(Clone, Debug, Default)]
pub struct Index {
    pub dictionary: Dictionary,
    pub parts: Parts,
    pub layers: Layers,
    initials: Initials,
    stems: [StemTable; 2],
    bytes: Arena,
    /// The parts of each document: its article, and its furniture if it has some.
    documents: Vec<[u32; 2]>,
    /// True once a document was taken out: then a word may stand nowhere.
    thinned: bool,
}

/// In the place of a part that a document has not.
const NONE: u32 = u32::MAX;

/// Calls `each` with the position, span, link and field of all words of one side of a page, in order.
pub fn walk(document: &Document, side: Side, mut each: impl FnMut(u32, Span, Link, Field)) {
    let mut position = 0;
    let mut first = true;
    for zone in document.paragraphs_of(|kind| side.has(kind)) {
        let field = Field::of(zone.kind);
        let mut begins = true;
        for token in analysis::tokens(document.text(), zone.span) {
            // No phrase runs from one paragraph into the next: furniture may stand between them.
            if std::mem::take(&mut begins) && !std::mem::take(&mut first) {
                position += GAP;
            }
            each(position, token.span, token.link, field);
            position += 1;
        }
    }
}

/// How a word ends that can only be a verb, or nearly so.
const VERB_ENDINGS: &[&str] = &["er", "ez", "ent", "ant", "ait", "é", "ée", "és", "ées", "ons"];
/// A stem of fewer letters before `ons` makes more nouns than verbs: `sons`, `tons`, `dons`.
const SHORTEST_VERB: usize = 3;

impl Index {
    /// The index of `corpus`; `progress` is told how many documents are in it.
    pub fn build(corpus: &Corpus, progress: &mut dyn FnMut(u32)) -> Self {
        let mut index = Self::default();
        let mut gather = Gather::default();
        for (document, n_added) in corpus.documents.iter().zip(1..) {
            index.add_with(document, &mut gather);
            progress(n_added);
        }
        index.dictionary.sort();
        index
    }

    /// Adds `document` at its place; those behind move on by one.
    pub fn add(&mut self, document: &Document) {
        self.add_with(document, &mut Gather::default());
        self.dictionary.sort();
    }

    fn add_with(&mut self, document: &Document, gather: &mut Gather) {
        let at = document.id.index().min(self.documents.len());
        let parts = self.read(document, gather);
        self.documents.insert(at, parts);
        if at + 1 < self.documents.len() {
            self.renumber(at + 1);
        }
    }

    /// Adds an article by its fields, without keeping texts, behind all others.
    pub fn add_article(&mut self, fields: &[(Field, &str)], language: Language, gather: &mut Gather) {
        gather.clear();
        let mut forms = Forms { dictionary: &mut self.dictionary, stems: &mut self.stems, language };
        for (field, text) in fields {
            let mut end = 0;
            for line in text.split_inclusive('\n') {
                end += line.len();
                let span = Span::new(end - line.len(), end).trim(text);
                let sentences = text::sentences(text, span);
                gather.paragraph(&mut forms, text, span, *field, &mut sentences.iter().map(|sentence| sentence.start));
            }
        }
        gather.chain(&mut forms);
        let document = DocumentId(self.documents.len() as u32);
        let part = self.push(document, Side::Article, language, gather);
        self.documents.push([part, NONE]);
    }

    /// Reads `document` anew, in the place of the one that has its number.
    pub fn replace(&mut self, document: &Document) {
        let at = document.id.index();
        if at >= self.documents.len() {
            return self.add(document);
        }
        let new = self.read(document, &mut Gather::default());
        let old = std::mem::replace(&mut self.documents[at], new);
        self.kill(old);
        self.dictionary.sort();
        self.compact_if_thin();
    }

    /// Takes a document out; those behind it move up by one.
    pub fn remove(&mut self, document: DocumentId) {
        if document.index() < self.documents.len() {
            let old = self.documents.remove(document.index());
            self.kill(old);
            self.renumber(document.index());
            self.compact_if_thin();
        }
    }

    fn kill(&mut self, parts: [u32; 2]) {
        parts.into_iter().filter(|part| *part != NONE).for_each(|part| self.parts.kill(part));
        self.thinned = true;
    }

    /// Tells the parts of documents from place `from` on their numbers.
    fn renumber(&mut self, from: usize) {
        for (at, parts) in self.documents.iter().enumerate().skip(from) {
            for part in parts.iter().filter(|part| **part != NONE) {
                self.parts.set_document(*part, DocumentId(at as u32));
            }
        }
    }

    fn read(&mut self, document: &Document, gather: &mut Gather) -> [u32; 2] {
        let mut parts = [NONE; 2];
        for (side, part) in [Side::Article, Side::Furniture].into_iter().zip(&mut parts) {
            gather.clear();
            let mut forms = Forms { dictionary: &mut self.dictionary, stems: &mut self.stems, language: document.language };
            let mut starts = document.sentences.iter().map(|sentence| sentence.span.start);
            for zone in document.paragraphs_of(|kind| side.has(kind)) {
                let field = Field::of(zone.kind);
                if side == Side::Article {
                    gather.paragraph(&mut forms, document.text(), zone.span, field, &mut starts);
                } else {
                    let sentences = text::sentences(document.text(), zone.span);
                    gather.paragraph(&mut forms, document.text(), zone.span, field, &mut sentences.iter().map(|sentence| sentence.start));
                }
            }
            gather.chain(&mut forms);
            if side == Side::Article || gather.layout.n_words() > 0 {
                *part = self.push(document.id, side, document.language, gather);
            }
        }
        parts
    }

    fn push(&mut self, document: DocumentId, side: Side, language: Language, gather: &mut Gather) -> u32 {
        let part = self.parts.push(document, side, language, &mut gather.layout);
        let mut scratch = Vec::new();
        // All are asked for before the first is needed: few of them lie in a cache of the processor.
        let kinds: Vec<_> = gather.terms().map(|id| self.dictionary.term(id).kind()).collect();
        let mut kinds = kinds.into_iter();
        gather.by_term(|id, occurrences| {
            let (shape, initial) = kinds.next().expect("each term has its kind");
            let list = &mut self.dictionary.term_mut(id).list;
            list.push(&mut self.bytes, part, side.plain(), shape, occurrences, &mut scratch);
            list.n_articles += u32::from(side == Side::Article);
            if shape == Shape::Word {
                self.initials.count(initial.unwrap_or_else(|| self.dictionary.initial(id)), occurrences);
            }
        });
        self.initials.end(&mut self.bytes, part, side, &mut scratch);
        part
    }

    /// Writes all lists anew when a quarter of the parts is dead. For a moment both are held.
    fn compact_if_thin(&mut self) {
        if self.parts.n_dead * 4 <= self.parts.len() {
            return;
        }
        let mut parts = Parts::default();
        let alive = |part: u32| !self.parts.get(part).is_dead();
        let places: Vec<u32> = (0..self.parts.len()).map(|part| if alive(part) { parts.copy(&self.parts, part) } else { NONE }).collect();
        let mut bytes = Arena::default();
        let (mut scratch, mut occurrences) = (Vec::new(), Vec::new());
        for id in 0..self.dictionary.len() {
            let term = *self.dictionary.term(id);
            let mut list = List::tagged(term.list.tag);
            let mut reader = term.list.read(&self.bytes, term.shape());
            while let Some(posting) = reader.next() {
                let to = places[posting.part as usize];
                if to == NONE {
                    continue;
                }
                let part = parts.get(to);
                let plain = part.side().plain();
                let mut ruler = Ruler::default();
                let mixed = matches!(posting.count, Count::Fields(_));
                if mixed {
                    parts.layout(to, &mut ruler);
                }
                occurrences.clear();
                reader.positions(|position, length| {
                    let field = if mixed { ruler.field(position) } else { plain };
                    occurrences.push(Occurrence { position, length, field });
                });
                list.push(&mut bytes, to, plain, term.shape(), &occurrences, &mut scratch);
                list.n_articles += u32::from(part.side() == Side::Article);
            }
            self.dictionary.term_mut(id).list = list;
        }
        let moved = |part: &mut u32| *part = places.get(*part as usize).copied().unwrap_or(NONE);
        self.documents.iter_mut().flatten().for_each(moved);
        self.layers.renumber(&places);
        self.initials = self.initials.renumbered(&self.bytes, &mut bytes, &places, &parts);
        (self.bytes, self.parts) = (bytes, parts);
    }

    /// Postings of a form, dead parts included.
    pub fn postings(&self, id: TermId) -> Reader<'_> {
        let term = self.dictionary.term(id);
        term.list.read(&self.bytes, term.shape())
    }

    /// Counts of all words that begin with `letter`, dead parts included.
    pub fn initials(&self, letter: char) -> Option<Reader<'_>> {
        self.initials.read(&self.bytes, letter)
    }

    /// True when the form stands in a living part of one of the `languages`, one bit each.
    pub fn lives(&self, id: TermId, languages: u8) -> bool {
        if !self.thinned {
            return self.dictionary.term(id).is_of(languages);
        }
        let mut reader = self.postings(id);
        std::iter::from_fn(|| reader.next()).any(|posting| {
            let part = self.parts.get(posting.part);
            !part.is_dead() && 1 << part.language() as u8 & languages != 0
        })
    }

    /// Number of articles that have the form.
    pub fn n_articles(&self, id: TermId) -> u32 {
        if self.parts.n_dead == 0 {
            return self.dictionary.term(id).list.n_articles;
        }
        let mut reader = self.postings(id);
        let parts = std::iter::from_fn(|| reader.next()).map(|posting| self.parts.get(posting.part));
        parts.map(|part| u32::from(!part.is_dead() && part.side() == Side::Article)).sum()
    }

    /// The part of `document` on `side`.
    pub fn part_of(&self, document: DocumentId, side: Side) -> Option<u32> {
        self.documents.get(document.index()).map(|parts| parts[side as usize]).filter(|part| *part != NONE)
    }

    /// Forms that share a stem with `lower`, a word in lower case with its accents, in `language`.
    ///
    /// What is typed without accents has the stem of the word of the texts that is the same without accents; if there is
    /// none, a final `e` is also tried as `é`.
    pub fn same_stem(&self, language: Language, lower: &str) -> Vec<TermId> {
        let (table, stemmer) = (&self.stems[language as usize], Stems::of(language));
        if table.is_empty() {
            return Vec::new();
        }
        let mut stems = vec![stemmer.stem(lower)];
        let in_texts: Vec<TermId> = self
            .dictionary
            .accented(&analysis::term(lower))
            .map(|rank| self.dictionary.at(rank))
            .filter(|id| self.lives(*id, u8::MAX >> 1))
            .collect();
        let others = in_texts.iter().filter(|id| self.lives(**id, 1 << language as u8)).map(|id| self.dictionary.form(*id));
        stems.extend(others.filter(|form| *form != lower).map(|form| stemmer.stem(form)));
        if in_texts.is_empty() && lower.is_ascii() && language == Language::French {
            stems.extend(with_final_accent(lower).map(|word| stemmer.stem(&word)));
        }
        if language == Language::French {
            stems.extend(self.verb_of(lower).map(|verb| stemmer.stem(&verb)));
        }
        stems.order();
        stems.dedup();
        let mut terms: Vec<TermId> = stems.iter().flat_map(|stem| table.with_stem(&self.dictionary, language, stem)).collect();
        if language == Language::French && VERB_ENDINGS.iter().any(|ending| lower.ends_with(ending)) {
            for stem in &stems {
                terms.extend(self.first_persons(stem));
            }
        }
        terms.sort_unstable();
        terms.dedup();
        terms
    }

    /// `lutter` for `luttons`. Snowball leaves `ons`, in which nouns end too (`maisons`): it is that of a verb where no text has such
    /// a noun.
    fn verb_of(&self, lower: &str) -> Option<String> {
        let base = lower.strip_suffix("ons").filter(|base| base.chars().count() >= SHORTEST_VERB)?;
        let noun = self.dictionary.accented(&analysis::term(lower.strip_suffix('s')?));
        noun.is_empty().then(|| format!("{}er", base.strip_suffix("ge").map_or(base.to_owned(), |base| format!("{base}g"))))
    }

    /// `luttons` for the stem of `lutter`, `mangeons` for that of `manger`.
    fn first_persons(&self, stem: &str) -> impl Iterator<Item = TermId> + '_ {
        let endings = if stem.ends_with('g') { "eon" } else { "on" };
        let singular = format!("{stem}{endings}");
        let is_verb = stem.len() >= SHORTEST_VERB && self.dictionary.accented(&singular).is_empty();
        let forms = if is_verb { self.dictionary.accented(&(singular + "s")) } else { 0..0 };
        forms.map(|rank| self.dictionary.at(rank))
    }

    /// Bytes of memory held.
    pub fn memory(&self) -> usize {
        let stems: usize = LANGUAGES.iter().map(|language| self.stems[*language as usize].memory()).sum();
        self.dictionary.memory()
            + self.parts.memory()
            + self.layers.memory()
            + stems
            + self.bytes.memory()
            + self.documents.capacity() * size_of::<[u32; 2]>()
    }
}

#[cfg(feature = "whole")]
impl Index {
    pub fn save(&self, writer: &mut Writer) {
        self.dictionary.save(writer);
        self.stems.iter().for_each(|stems| stems.save(writer));
        writer.arena(&self.bytes);
        self.parts.save(writer);
        self.initials.save(writer);
        self.layers.save(writer);
        writer.number(u32::from(self.thinned));
        writer.number(self.documents.len() as u32);
        self.documents.iter().flatten().for_each(|part| writer.number(*part));
    }

    pub fn load(saved: &mut Saved) -> Result<Self, LoadError> {
        let dictionary = Dictionary::load(saved)?;
        let stems = [StemTable::load(saved)?, StemTable::load(saved)?];
        let bytes = saved.arena()?;
        let (parts, initials, layers) = (Parts::load(saved)?, Initials::load(saved)?, Layers::load(saved)?);
        let thinned = saved.number()? != 0;
        let n = saved.number()?;
        let documents = (0..n).map(|_| Ok([saved.number()?, saved.number()?])).collect::<Result<_, LoadError>>()?;
        Ok(Self { dictionary, parts, layers, initials, stems, bytes, documents, thinned })
    }
}

/// `fermees` as `fermées`: what a past participle typed without accents stands for.
fn with_final_accent(word: &str) -> Option<String> {
    ["ees", "ee", "es", "e"].into_iter().find_map(|ending| {
        let base = word.strip_suffix(ending)?;
        Some(format!("{base}é{}", &ending[1..]))
    })
}
