//! Which sentences of different articles tell the same, and which articles share long runs of words.
//!
//! Only what tells near dates is looked at: sentences that name a day, and runs of eight words. `compare` aligns what
//! articles say; this is smaller and runs before it. Words are kept as hashes: two that collide change a score, no more.

use super::document::Document;
use super::moment::{self, Moment, Quotation};
use crate::id::Fingerprint;
use crate::text::{Language, Token};

/// A day that an article names, with the words around it.
pub(super) struct Clue {
    /// Place of the document.
    pub document: usize,
    pub moment: Moment,
    /// Place of the sentence in its article.
    pub sentence: usize,
    /// Hashes of the telling words around it (even) and of every other run of words after it (odd), in order, each once;
    /// places in the postings once these are made.
    words: Vec<u32>,
}

/// Another clue that tells the same.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Link {
    /// Place of the other clue.
    pub clue: usize,
    /// In percent: how much of what the shorter one tells the longer one tells too.
    pub score: u32,
}

/// An article that has text in common with another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    pub document: usize,
    pub other: usize,
    /// In percent of the shorter one.
    pub percent: usize,
}

/// What is read of all articles, once.
pub(super) struct Kinship {
    /// By document, then by place.
    pub clues: Vec<Clue>,
    /// For each clue, the others that tell the same, best first.
    pub links: Vec<Vec<Link>>,
    /// By document.
    pub shared: Vec<Shared>,
}

/// Words looked at before and after a moment: about a clause each way.
const NEAR: usize = 12;
/// Words after it in which a run in common is sought: its sentence and the next, for pages that lost their stops.
const FAR: usize = 60;
/// Words in a run that two accounts of one day have in common: a quotation or a clause taken over. A person's name with its
/// title has up to eight.
const CLAUSE: usize = 9;
/// What such a run weighs beside words, of which a rare one weighs about four.
const WEIGHT_OF_RUN: u32 = 12;
/// Telling words that two clues have in common, at least; with fewer, two short sentences meet by chance.
const N_COMMON: usize = 3;
/// A word in more clues than this links nothing, which keeps the cost linear.
const N_FREQUENT: usize = 200;
/// Links kept of a clue.
const N_LINKS: usize = 12;
/// Words in a run: shorter ones are idioms.
const RUN: usize = 8;
/// One run in so many is kept, by its hash: enough to know long common texts.
const SAMPLED: u32 = 4;
/// Fewer sampled runs in common are one quotation.
const N_RUNS: usize = 4;
/// Runs that more articles share are furniture.
const N_SHARING: usize = 20;

impl Kinship {
    /// Reads all articles. Links are sought for the clues of documents that are `sought`.
    pub(super) fn of(documents: &[Document], sought: &[bool]) -> Self {
        let (mut clues, mut runs) = (Vec::new(), Vec::new());
        let mut n_runs = vec![0; documents.len()];
        for (place, document) in documents.iter().enumerate() {
            let found = read(place, document, &mut clues);
            n_runs[place] = found.len();
            runs.extend(found.into_iter().map(|run| pack(run, place)));
        }
        Self { links: links(&mut clues, sought), clues, shared: shared(runs, &n_runs, sought) }
    }
}

fn pack(high: u32, low: usize) -> u64 {
    u64::from(high) << 32 | low as u64
}

fn unpack(packed: u64) -> (u32, usize) {
    ((packed >> 32) as u32, (packed & u64::from(u32::MAX)) as usize)
}

fn hash(word: &str) -> u32 {
    let hash = Fingerprint::of(word.as_bytes()).0;
    (hash ^ hash >> 32) as u32
}

/// A paragraph while it is read.
#[derive(Default)]
struct Paragraph {
    tokens: Vec<Token>,
    /// Place of the first token of each sentence.
    starts: Vec<usize>,
    /// Moments with the place of their sentence in the article and in `starts`.
    moments: Vec<(Moment, usize, usize)>,
    quotation: Quotation,
}

/// Adds the clues of one document, and returns hashes of its runs of words, sampled, in order, each once.
fn read(place: usize, document: &Document, clues: &mut Vec<Clue>) -> Vec<u32> {
    let text = document.text();
    let mut runs = Vec::new();
    let mut paragraph = Paragraph::default();
    let mut end = 0;
    for (nth, sentence) in document.sentences.iter().enumerate() {
        if text.get(end as usize..sentence.span.start as usize).is_some_and(|gap| gap.contains('\n')) {
            std::mem::take(&mut paragraph).close(place, document, clues, &mut runs);
        }
        end = sentence.span.end;
        let tokens = crate::text::tokens(text, sentence.span);
        let found = moment::find(text, sentence.span, &tokens, document.language, &mut paragraph.quotation);
        paragraph.moments.extend(found.into_iter().map(|moment| (moment, nth, paragraph.starts.len())));
        paragraph.starts.push(paragraph.tokens.len());
        paragraph.tokens.extend(tokens);
    }
    paragraph.close(place, document, clues, &mut runs);
    runs.sort_unstable();
    runs.dedup();
    runs
}

impl Paragraph {
    fn close(self, document: usize, read: &Document, clues: &mut Vec<Clue>, runs: &mut Vec<u32>) {
        let tokens = &self.tokens;
        let hashes: Vec<u32> = tokens.iter().map(|token| hash(&token.word)).collect();
        runs.extend(hashes.windows(RUN).map(mixed).filter(|run| (run >> 8).is_multiple_of(SAMPLED)));
        for (moment, sentence, nth) in self.moments {
            let at = tokens.partition_point(|token| token.span.start < moment.span.start);
            let after = self.starts.get(nth + 2).copied().unwrap_or(tokens.len());
            let near = at.saturating_sub(NEAR).max(self.starts[nth])..after.min(at + NEAR);
            let outside = |token: &&Token| !token.span.overlaps(moment.span);
            let telling = |token: &Token| telling(read.text(), token, read.language).map(|word| hash(&word) & !1);
            let mut words: Vec<u32> = tokens[near].iter().filter(outside).filter_map(telling).collect();
            // Odd numbers are runs.
            words.extend(
                hashes[self.starts[nth]..after.min(at + FAR)]
                    .windows(CLAUSE)
                    .map(|run| mixed(run) | 1)
                    .filter(|run| (run >> 8).is_multiple_of(2)),
            );
            words.sort_unstable();
            words.dedup();
            clues.push(Clue { document, moment, sentence, words });
        }
    }
}

/// One hash of several.
fn mixed(run: &[u32]) -> u32 {
    run.iter().fold(0, |mixed, word| (mixed.rotate_left(5) ^ word).wrapping_mul(0x9e37_79b1))
}

/// A word that tells something, cut short so that its endings do not matter: `visité` meets `visite`.
fn telling(text: &str, token: &Token, language: Language) -> Option<String> {
    const EMPTY: [&str; 34] = [
        "avec", "dans", "pour", "leur", "leurs", "cette", "avait", "etait", "sont", "plus", "mais", "elle", "elles", "nous", "vous",
        "etre", "ainsi", "aussi", "apres", "avant", "entre", "comme", "that", "this", "with", "from", "have", "been", "were", "their",
        "they", "which", "would", "said",
    ];
    let word = &token.word;
    let name = token.span.slice(text).starts_with(char::is_uppercase) && word.len() > 1;
    let long = word.len() >= 4 || word.starts_with(|c: char| c.is_ascii_digit());
    let empty = EMPTY.contains(&word.as_str()) || language.is_function_word(word) || super::stamp::is_filler(word);
    ((name || long) && !empty).then(|| word.chars().take(6).collect())
}

/// Clues by word: each word is a group of postings.
struct Postings {
    /// Clues, word by word.
    clues: Vec<u32>,
    /// Where each word's clues begin, and whether it is a run of words; one more for the end.
    groups: Vec<(usize, bool)>,
}

impl Postings {
    /// Replaces the words of each clue by the places of their groups.
    fn of(clues: &mut [Clue]) -> Self {
        let mut all: Vec<u64> = Vec::new();
        for (at, clue) in clues.iter_mut().enumerate() {
            all.extend(clue.words.drain(..).map(|word| pack(word, at)));
        }
        all.sort_unstable();
        let mut found = Self { clues: Vec::with_capacity(all.len()), groups: Vec::new() };
        for group in all.chunk_by(|a, b| unpack(*a).0 == unpack(*b).0) {
            let place = found.groups.len() as u32;
            found.groups.push((found.clues.len(), !unpack(group[0]).0.is_multiple_of(2)));
            for posting in group {
                let clue = unpack(*posting).1;
                clues[clue].words.push(place);
                found.clues.push(clue as u32);
            }
        }
        found.groups.push((found.clues.len(), false));
        found
    }

    fn group(&self, word: u32) -> (&[u32], bool) {
        let (from, is_run) = self.groups[word as usize];
        (&self.clues[from..self.groups[word as usize + 1].0], is_run)
    }
}

/// For each clue of a document that is sought, the clues of other documents that tell the same.
fn links(clues: &mut [Clue], sought: &[bool]) -> Vec<Vec<Link>> {
    let postings = Postings::of(clues);
    // Rarer words weigh more: one, and one more for each halving of the clues that have them.
    let weight = |n_with: usize| 1 + (clues.len() / n_with.max(1)).max(1).ilog2();
    let of_word = |word: &u32| Some(postings.group(*word)).filter(|(_, is_run)| !is_run).map_or(0, |(with, _)| weight(with.len()));
    let totals: Vec<u32> = clues.iter().map(|clue| clue.words.iter().map(of_word).sum()).collect();
    let (mut common, mut n_common) = (vec![0_u32; clues.len()], vec![0_usize; clues.len()]);
    let mut links = Vec::with_capacity(clues.len());
    for (at, clue) in clues.iter().enumerate() {
        let mut met: Vec<u32> = Vec::new();
        for word in clue.words.iter().filter(|_| sought[clue.document]) {
            let (with, is_run) = postings.group(*word);
            if with.len() > N_FREQUENT {
                continue;
            }
            let (weight, n) = if is_run { (WEIGHT_OF_RUN, N_COMMON) } else { (weight(with.len()), 1) };
            for other in with {
                if n_common[*other as usize] == 0 {
                    met.push(*other);
                }
                common[*other as usize] += weight;
                n_common[*other as usize] += n;
            }
        }
        let mut of_clue: Vec<u64> = Vec::new();
        for other in met.into_iter().map(|other| other as usize) {
            let score = common[other] * 100 / totals[at].min(totals[other]).max(1);
            if clues[other].document != clue.document && n_common[other] >= N_COMMON {
                of_clue.push(pack(u32::MAX - score, other));
            }
            (common[other], n_common[other]) = (0, 0);
        }
        of_clue.sort_unstable();
        of_clue.truncate(N_LINKS);
        links.push(of_clue.into_iter().map(unpack).map(|(rest, clue)| Link { clue, score: u32::MAX - rest }).collect());
    }
    links
}

/// Articles that are sought with those that share a good part of their runs.
fn shared(mut runs: Vec<u64>, n_runs: &[usize], sought: &[bool]) -> Vec<Shared> {
    runs.sort_unstable();
    let mut pairs: Vec<u64> = Vec::new();
    for same in runs.chunk_by(|a, b| unpack(*a).0 == unpack(*b).0).filter(|same| (2..=N_SHARING).contains(&same.len())) {
        for of in same.iter().map(|run| unpack(*run).1).filter(|place| sought[*place]) {
            let others = same.iter().map(|run| unpack(*run).1).filter(|other| *other != of);
            pairs.extend(others.map(|other| pack(of as u32, other)));
        }
    }
    pairs.sort_unstable();
    let share = |same: &[u64]| {
        let (document, other) = unpack(same[0]);
        let (document, n) = (document as usize, same.len());
        let percent = n * 100 / n_runs[document].min(n_runs[other]).max(1);
        (n >= N_RUNS).then_some(Shared { document, other, percent })
    };
    pairs.chunk_by(|a, b| a == b).filter_map(share).collect()
}
