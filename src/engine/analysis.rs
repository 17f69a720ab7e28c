//! What was found in a corpus, in bytes: kept beside it, so that it need not be found again when the corpus is opened again.
//!
//! A stream of parts, each after its length, which is handed over in pieces: neither side ever holds all of it. It begins with a mark of
//! the build that found it, of the articles and of the edits; what bears another mark is passed over, and all is found again. Texts
//! are not in it, since they come with the articles, nor what is made faster than read (vocabulary of the comparisons, facets).

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::{Engine, Layers, Watcher, n_of, told};
use crate::compare::Comparer;
use crate::corpus::{Article, Corpus, Document, Edits, Mask, corrections};
use crate::entities::EntityIndex;
use crate::figures::FigureIndex;
use crate::id::Fingerprint;
use crate::protocol::Stage;
use crate::quotes::QuoteIndex;
use crate::search::SearchIndex;
use crate::times::TimeIndex;

/// Bytes of a piece: small beside a corpus, large beside a message.
const PIECE: usize = 1 << 20;
/// Documents of a part.
const TOGETHER: usize = 256;
/// Which of all builds this is: what another one found may differ, or be written otherwise.
const BUILD: &str = env!("RECOUPE_BUILD");

/// An analysis on its way out.
#[derive(Debug)]
pub struct Outgoing {
    mark: Fingerprint,
    /// The next piece, and the next part.
    piece: u32,
    part: usize,
    /// What is written and not handed over.
    bytes: Vec<u8>,
}

/// An analysis on its way in.
#[derive(Debug, Default)]
pub struct Incoming {
    /// What is not a whole part yet.
    bytes: Vec<u8>,
    /// What was read, unless something did not read.
    found: Option<Found>,
    begun: bool,
}

#[derive(Debug)]
struct Found {
    mark: Fingerprint,
    edits: Edits,
    n_documents: usize,
    documents: Vec<Document>,
    entities: Option<EntityIndex>,
    quotes: Option<QuoteIndex>,
    times: Option<TimeIndex>,
    figures: Option<FigureIndex>,
    index: Option<SearchIndex>,
}

impl Engine {
    /// The piece of the analysis of this number, from 0. None after the last, and when the corpus changed since the first.
    pub(super) fn analysis(&mut self, piece: u32) -> Option<Vec<u8>> {
        // What is masked is found in texts that are not those of the articles.
        if self.edits.mask != Mask::Off {
            return None;
        }
        if piece == 0 {
            let mark = mark(&self.articles, &self.edits);
            self.memo.outgoing = Some(Outgoing { mark, piece: 0, part: 0, bytes: Vec::new() });
        }
        let mut outgoing = self.memo.outgoing.take().filter(|outgoing| outgoing.piece == piece)?;
        while outgoing.bytes.len() < PIECE {
            let Some(part) = self.part(outgoing.part, outgoing.mark) else { break };
            outgoing.bytes.extend(n_of(part.len()).to_le_bytes());
            outgoing.bytes.extend(part);
            outgoing.part += 1;
        }
        if outgoing.bytes.is_empty() {
            return None;
        }
        let rest = outgoing.bytes.split_off(outgoing.bytes.len().min(PIECE));
        let handed = std::mem::replace(&mut outgoing.bytes, rest);
        outgoing.piece += 1;
        self.memo.outgoing = Some(outgoing);
        Some(handed)
    }

    fn part(&self, part: usize, mark: Fingerprint) -> Option<Vec<u8>> {
        let documents = &self.corpus.documents;
        let n_parts = documents.len().div_ceil(TOGETHER);
        let Some(part) = part.checked_sub(1) else {
            return Some(bytes(&(mark, &self.edits, n_of(documents.len()))));
        };
        if part < n_parts {
            let start = part * TOGETHER;
            let end = documents.len().min(start + TOGETHER);
            let bare: Vec<Document> = documents[start..end].iter().map(Document::without_text).collect();
            return Some(bytes(&bare));
        }
        Some(match part - n_parts {
            0 => bytes(self.found_names().0),
            1 => bytes(self.found_names().1),
            2 => bytes(&self.times),
            3 => bytes(&self.figures),
            4 => self.index.save(),
            _ => return None,
        })
    }
}

impl Incoming {
    /// Takes the next piece.
    pub fn take(&mut self, piece: &[u8]) {
        self.bytes.extend(piece);
        let mut read = 0;
        while let Some((length, rest)) = self.bytes[read..].split_first_chunk::<4>() {
            let Some(part) = rest.get(..u32::from_le_bytes(*length) as usize) else { break };
            if !self.begun {
                self.found = Found::begin(part);
                self.begun = true;
            } else if let Some(mut found) = self.found.take() {
                self.found = found.add(part).map(|()| found);
            }
            read += length.len() + part.len();
        }
        self.bytes.drain(..read);
    }

    /// The engine as it was, with the edits of then; none when this is no whole analysis of `articles` by this build.
    pub(super) fn engine(self, articles: &[Article], watcher: Watcher) -> Option<Engine> {
        let found = self.found.filter(|found| self.bytes.is_empty() && found.mark == mark(articles, &found.edits))?;
        let (amended, _) = corrections::replay(articles, &found.edits.corrections);
        if amended.len() != found.documents.len() {
            return None;
        }
        let with_text = |(document, amended): (Document, corrections::Amended)| document.with_text(amended.article.text);
        let documents: Vec<Document> = found.documents.into_iter().zip(amended).map(with_text).collect();
        let corpus = Corpus { title: found.edits.title.clone(), documents };
        let comparer = Comparer::new_with(&corpus, &mut told(Stage::Comparing, n_of(corpus.documents.len()), watcher));
        let layers = Layers {
            entities: found.entities?,
            quotes: found.quotes?,
            times: found.times?,
            figures: found.figures?,
            index: found.index?,
            comparer,
        };
        let mut engine = Engine { articles: articles.to_vec(), edits: found.edits, ..Engine::of(corpus, layers) };
        // What was found is kept as it was found.
        engine.settle(Vec::new());
        Some(engine)
    }
}

impl Found {
    fn begin(part: &[u8]) -> Option<Self> {
        let (mark, edits, n_documents): (Fingerprint, Edits, u32) = read(part)?;
        let n_documents = n_documents as usize;
        let (entities, quotes, times, figures, index) = (None, None, None, None, None);
        Some(Self { mark, edits, n_documents, documents: Vec::new(), entities, quotes, times, figures, index })
    }

    fn add(&mut self, part: &[u8]) -> Option<()> {
        if self.documents.len() < self.n_documents {
            self.documents.extend(read::<Vec<Document>>(part)?);
        } else if self.entities.is_none() {
            self.entities = Some(read(part)?);
        } else if self.quotes.is_none() {
            self.quotes = Some(read(part)?);
        } else if self.times.is_none() {
            self.times = Some(read(part)?);
        } else if self.figures.is_none() {
            self.figures = Some(read(part)?);
        } else if self.index.is_none() {
            self.index = Some(SearchIndex::load(part).ok()?);
        } else {
            return None;
        }
        Some(())
    }
}

/// Of this build, these articles and these edits.
fn mark(articles: &[Article], edits: &Edits) -> Fingerprint {
    let mut marks = BUILD.as_bytes().to_vec();
    for article in articles {
        marks.extend(Fingerprint::of(&bytes(article)).0.to_le_bytes());
    }
    marks.extend(bytes(edits));
    Fingerprint::of(&marks)
}

fn bytes<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).expect("what was found has no length that postcard cannot write")
}

fn read<T: DeserializeOwned>(part: &[u8]) -> Option<T> {
    postcard::from_bytes(part).ok()
}
