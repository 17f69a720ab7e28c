//! Which sentences of different articles tell the same, and which articles share long runs of words.
//!
//! Only what tells near dates is looked at: sentences that name a day, and runs of eight words. `compare` aligns what
//! articles say; this is smaller and runs before it. Words are kept as hashes: two that collide change a score, no more.

use super::document::Document;
use super::moment::{self, Moment, Quotation, Token};
use crate::id::Fingerprint;
use crate::text::Language;

/// A day that an article names, with the words around it.
pub(super) struct Clue {
    /// Place of the document.
    pub document: usize,
    pub moment: Moment,
    /// Place of the sentence in its article.
    pub sentence: usize,
    /// Hashes of the telling words around it (even) and of the runs of words after it (odd), in order, each once.
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

/// Two articles with text in common.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Shared {
    pub documents: (usize, usize),
    /// In percent of the shorter one.
    pub percent: usize,
}

/// What is read of all articles, once.
pub(super) struct Kinship {
    /// By document, then by place.
    pub clues: Vec<Clue>,
    /// For each clue, the others that tell the same, best first.
    pub links: Vec<Vec<Link>>,
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
/// Runs that so many articles share are furniture.
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
        Self { links: links(&clues, sought), clues, shared: shared(runs, &n_runs, sought) }
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
        let tokens = moment::tokens(text, sentence.span);
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
            words.extend(hashes[self.starts[nth]..after.min(at + FAR)].windows(CLAUSE).map(|run| mixed(run) | 1));
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

/// For each clue of a document that is sought, the clues of other documents that tell the same.
fn links(clues: &[Clue], sought: &[bool]) -> Vec<Vec<Link>> {
    let mut postings: Vec<u64> = clues.iter().zip(0..).flat_map(|(clue, at)| clue.words.iter().map(move |word| pack(*word, at))).collect();
    postings.sort_unstable();
    let of = |word: u32| {
        let from = postings.partition_point(|posting| *posting < pack(word, 0));
        let length = postings[from..].partition_point(|posting| unpack(*posting).0 == word);
        &postings[from..from + length]
    };
    // Rarer words weigh more: one, and one more for each halving of the clues that have them.
    let weight = |n_with: usize| 1 + (clues.len() / n_with.max(1)).max(1).ilog2();
    let is_word = |word: &&u32| word.is_multiple_of(2);
    let total = |clue: &Clue| clue.words.iter().filter(is_word).map(|word| weight(of(*word).len())).sum();
    let totals: Vec<u32> = clues.iter().map(total).collect();
    let (mut common, mut n_common) = (vec![0_u32; clues.len()], vec![0_usize; clues.len()]);
    let mut links = Vec::with_capacity(clues.len());
    for (at, clue) in clues.iter().enumerate() {
        let mut met = Vec::new();
        for word in clue.words.iter().filter(|_| sought[clue.document]) {
            let with = of(*word);
            for other in with.iter().map(|posting| unpack(*posting).1).filter(|_| with.len() <= N_FREQUENT) {
                if n_common[other] == 0 {
                    met.push(other);
                }
                let (weight, n) = if is_word(&word) { (weight(with.len()), 1) } else { (WEIGHT_OF_RUN, N_COMMON) };
                common[other] += weight;
                n_common[other] += n;
            }
        }
        let mut of_clue: Vec<u64> = Vec::new();
        for other in met {
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

/// Pairs of articles, one of them sought, that share a good part of their runs.
fn shared(mut runs: Vec<u64>, n_runs: &[usize], sought: &[bool]) -> Vec<Shared> {
    runs.sort_unstable();
    let mut pairs: Vec<u64> = Vec::new();
    for same in runs.chunk_by(|a, b| unpack(*a).0 == unpack(*b).0).filter(|same| (2..=N_SHARING).contains(&same.len())) {
        let places: Vec<usize> = same.iter().map(|run| unpack(*run).1).collect();
        for (nth, a) in places.iter().enumerate() {
            pairs.extend(places[nth + 1..].iter().filter(|b| sought[*a] || sought[**b]).map(|b| pack(*a as u32, *b)));
        }
    }
    pairs.sort_unstable();
    let share = |same: &[u64]| {
        let (a, b) = unpack(same[0]);
        let (a, n) = (a as usize, same.len());
        // Fewer than four sampled runs are one quotation.
        let percent = n * 100 / n_runs[a].min(n_runs[b]).max(1);
        (n >= 4).then_some(Shared { documents: (a, b), percent })
    };
    pairs.chunk_by(|a, b| a == b).filter_map(share).collect()
}
