//! Who said what, against invented articles of other years and events, French of several habits and English.
//!
//! They were written before the rules were measured on them: the first six gave 98 (spans), 83 (kind), 74 (speaker), the
//! second four, after the rules were mended on the first, 100, 90 and 83.
//!
//! Ten longer ones (`tests/press/`), each of another habit, were written later and marked for dates and figures too. Five may
//! be looked at; of the five that are blind only the figures are printed. The first measurement of the blind ones gave 99 (spans),
//! 89 (kind), 62 (speaker), 80 (same utterance), 82 and 64 (indirect); after the rules were mended on the others, and on more
//! sentences of the same habits, 100, 92, 85, 91, 82 and 64; with what two other hands taught later, 100, 92, 89, 100, 82 and 64.
//!
//! Two more sets (`tests/press/second/`), two events with four articles each, were written and marked by two other hands who knew the
//! project's conventions of marking and none of its rules. One may be looked at, the other is blind. Their first measurement, before any
//! rule was changed, gave 100 and 93.5 (spans), 96.7 and 94.4 (kind), 81.9 and 72.5 (speaker), 71.4 and 72.2 (same utterance), 68.2 and
//! 63.4 (indirect found), 55.6 and 32.0 (indirect right). After the rules were mended on the first set and on sentences of the same habits, the
//! second only scored: 100 and 93.5, 98.9 and 94.4, 96.4 and 72.5, 94.1 and 72.2, 82.6 and 69.8, 70.4 and 40.0. Then its faults with
//! speakers were looked at once, and three rules for descriptions followed: 78.3 (speaker) and 68.6 (same utterance). Since then it is no blind set.
//!
//! A third (`tests/press/third/`) is by five more hands, an event of four articles each; three may be looked at, two are only scored. Their first
//! measurement gave 98.5 and 100 (spans), 89.1 and 92.6 (kind), 72.6 and 77.3 (speaker), 66.7 and 68.4 (same utterance), 70.6 and 70.0
//! (indirect found), 52.4 and 50.0 (indirect right). After the rules were mended on the three: 100 and 100, 92.5 and 93.8, 81.0 and 85.3; the rest as before.
//!
//! A fourth (`tests/press/fourth/`) is by two more hands, an event each. Its first measurement gave 100 and 94.5 (spans), 82.2 and 88.5 (kind), 92.5
//! and 71.7 (speaker), 65.9 and 61.8 (same utterance), 78.9 and 87.8 (indirect found), 56.5 and 75.0 (indirect right), when the third gave 87.5 and
//! 86.4 for the same utterance: its blind figures had been looked at too often.
//!
//! The truth stands in the articles (`tests/quotes/`): braces around a quotation with its marks, the first letter of its kind
//! (direct, partial, scare, title, indirect), a part of the speaker's name or description or `-`, and `#` with a name for
//! what is one utterance. `cargo test --test quotes -- --nocapture` prints the figures and what is wrong.

use recoupe::corpus::{Article, Corpus, Document, Fact, Metadata};
use recoupe::entities::EntityIndex;
use recoupe::quotes::{Quote, QuoteIndex, QuoteKind};
use recoupe::span::Span;
use recoupe::text::fold;

#[path = "quotes/marks.rs"]
mod marks;

use marks::{Truth, article};

const FIRST: [&str; 6] = ["scierie", "scierie2", "avalanche", "marais", "proces", "harbour"];
const SECOND: [&str; 4] = ["reforme", "incendie", "stade", "inquest"];
const READ: [&str; 5] = ["fissure", "depeche", "derby", "virale", "brewery"];
const BLIND: [&str; 5] = ["radio", "audience", "resultats", "entretien", "glacier"];
/// By other hands, four articles on each event.
const OTHER_READ: [[&str; 4]; 2] = [
    ["ammoniac-depeche", "ammoniac-national", "ammoniac-regional", "ammoniac-web"],
    ["putsch-agence", "putsch-magazine", "putsch-quotidien", "putsch-region"],
];
const OTHER_BLIND: [[&str; 4]; 2] = [
    ["maternite-agence", "maternite-quotidien", "maternite-radio", "maternite-regional"],
    ["opa-agence", "opa-magazine", "opa-quotidien", "opa-regional"],
];

/// By five more hands, one event each.
const THIRD_READ: [[&str; 4]; 3] = [
    ["ferry-agence", "ferry-national", "ferry-radio", "ferry-regional"],
    ["handball-agence", "handball-enquete", "handball-regional", "handball-sport"],
    ["album-agence", "album-belge", "album-hebdo", "album-metier"],
];
const THIRD_BLIND: [[&str; 4]; 2] = [
    ["eau-agence", "eau-conso", "eau-national", "eau-regional"],
    ["election-agence", "election-dakar", "election-national", "election-radio"],
];

/// By two more hands, one event each; the first may be looked at since it was measured, the second is only scored.
const FOURTH: [(&str, [&str; 4]); 2] = [
    ("press/fourth/reliquaire", ["reliquaire-agence", "reliquaire-radio", "reliquaire-regional", "reliquaire-suisse"]),
    ("press/fourth/remontees", ["remontees-agence", "remontees-magazine", "remontees-quotidien", "remontees-regional"]),
];

/// In percent, of the first articles, the second, the longer ones and those of them that are blind, then by two and by five other hands: looked
/// at and blind; what has been reached, rounded down.
const FLOORS: [(&str, [f64; 10]); 6] = [
    ("spans F1", [100.0, 100.0, 100.0, 100.0, 100.0, 93.0, 100.0, 100.0, 100.0, 94.0]),
    ("kind", [97.0, 100.0, 100.0, 92.0, 98.0, 95.0, 93.0, 93.0, 82.0, 88.0]),
    ("speaker", [96.0, 100.0, 98.0, 88.0, 97.0, 79.0, 86.0, 86.0, 92.0, 71.0]),
    ("same utterance F1", [100.0, 100.0, 88.0, 100.0, 94.0, 85.0, 87.0, 86.0, 65.0, 61.0]),
    ("indirect found", [100.0, 100.0, 88.0, 81.0, 82.0, 69.0, 70.0, 70.0, 78.0, 87.0]),
    ("indirect right", [92.0, 100.0, 71.0, 63.0, 70.0, 40.0, 52.0, 50.0, 56.0, 75.0]),
];

fn read(folder: &str, names: &[&str]) -> (Corpus, Vec<Truth>) {
    let read = |name: &str| {
        let path = format!("{}/tests/{folder}/{name}.txt", env!("CARGO_MANIFEST_DIR"));
        article(name, &std::fs::read_to_string(path).expect("the article is there"))
    };
    let (articles, truths): (Vec<_>, Vec<_>) = names.iter().map(|name| read(name)).unzip();
    (Corpus::read(None, articles).expect("the articles are a corpus"), truths.into_iter().flatten().collect())
}

/// Both ends between the marks or on them, two characters of play.
fn is_found(text: &str, truth: &Truth, quote: &Quote) -> bool {
    let near = |a: u32, b: u32| text[a.min(b) as usize..a.max(b) as usize].chars().count() <= 3;
    near(truth.outer.start, quote.span.start) && near(truth.outer.end, quote.span.end)
}

/// Half of the shorter is common: where indirect speech begins is a matter of taste.
fn is_touched(truth: &Truth, quote: &Quote) -> bool {
    let common = truth.outer.end.min(quote.span.end).saturating_sub(truth.outer.start.max(quote.span.start)) as usize;
    2 * common >= truth.outer.len().min(quote.span.len()) && common > 0
}

fn speaker_of(document: &Document, entities: &EntityIndex, quote: &Quote) -> Option<String> {
    let speaker = quote.speaker?;
    let entity = speaker.entity.and_then(|entity| entities.entity(entity));
    Some(entity.map_or_else(|| speaker.mention.slice(document.text()).to_owned(), |entity| entity.name.clone()))
}

fn is_right(truth: &Truth, said: Option<&str>) -> bool {
    match (&truth.speaker, said) {
        (None, None) => true,
        (Some(truth), Some(said)) => fold(said).contains(&fold(truth)) || fold(truth).contains(&fold(said)),
        _ => false,
    }
}

fn f1(right: usize, predicted: usize, truths: usize) -> f64 {
    if predicted + truths == 0 { 100.0 } else { 200.0 * right as f64 / (predicted + truths) as f64 }
}

fn share(right: usize, of: usize) -> f64 {
    100.0 * right as f64 / of.max(1) as f64
}

/// What is right, what is found and what there is.
#[derive(Default)]
struct Counts {
    spans: [usize; 3],
    kinds: [usize; 2],
    speakers: [usize; 2],
    pairs: [usize; 3],
    indirect: [usize; 3],
    heard: [usize; 2],
    told: Vec<String>,
}

impl Counts {
    fn add(&mut self, other: Self) {
        fn add<const N: usize>(sum: &mut [usize; N], more: [usize; N]) {
            sum.iter_mut().zip(more).for_each(|(sum, more)| *sum += more);
        }
        add(&mut self.spans, other.spans);
        add(&mut self.kinds, other.kinds);
        add(&mut self.speakers, other.speakers);
        add(&mut self.pairs, other.pairs);
        add(&mut self.indirect, other.indirect);
        add(&mut self.heard, other.heard);
        self.told.extend(other.told);
    }

    /// In the order of [`FLOORS`].
    fn figures(&self) -> Vec<f64> {
        let f1 = |[right, predicted, truths]: [usize; 3]| f1(right, predicted, truths);
        let share = |[right, of]: [usize; 2]| share(right, of);
        vec![f1(self.spans), share(self.kinds), share(self.speakers), f1(self.pairs), f1(self.indirect), share(self.heard)]
    }
}

/// The figures in the order of [`FLOORS`], and what is wrong; the articles of one event are one corpus.
fn measure<N: AsRef<[&'static str]>>(folder: &str, events: &[N]) -> (Vec<f64>, Vec<String>) {
    let mut sum = Counts::default();
    for names in events {
        sum.add(count(folder, names.as_ref()));
    }
    (sum.figures(), sum.told)
}

fn count(folder: &str, names: &[&str]) -> Counts {
    let (corpus, truths) = read(folder, names);
    let mut told = Vec::new();
    let entities = EntityIndex::build(&corpus);
    let index = QuoteIndex::build(&corpus, &entities);
    let document = |name: &str| corpus.find(name).expect("the article is there");
    let of = |truth: &Truth| index.quotes_in(document(&truth.document).id);
    let marked: Vec<&Truth> = truths.iter().filter(|truth| truth.kind != QuoteKind::Indirect).collect();
    let n_marked = index.quotes.iter().filter(|quote| quote.kind != QuoteKind::Indirect).count();
    let (mut found, mut kinds, mut speakers, mut n_speakers) = (Vec::new(), 0, 0, 0);
    for truth in &marked {
        let text = document(&truth.document).text();
        let shown = truth.outer.slice(text);
        let Some(quote) = of(truth).iter().find(|quote| quote.kind != QuoteKind::Indirect && is_found(text, truth, quote)) else {
            told.push(format!("{}: missed {shown}", truth.document));
            continue;
        };
        found.push((quote, *truth));
        let said = speaker_of(document(&truth.document), &entities, quote);
        kinds += usize::from(quote.kind == truth.kind);
        n_speakers += usize::from(truth.speaker.is_some());
        let right = is_right(truth, said.as_deref());
        speakers += usize::from(truth.speaker.is_some() && right);
        if quote.kind != truth.kind {
            told.push(format!("{}: {:?} for {:?}: {shown}", truth.document, quote.kind, truth.kind));
        }
        if !right {
            told.push(format!("{}: by {said:?} for {:?}: {shown}", truth.document, truth.speaker));
        }
    }
    for quote in index.quotes.iter().filter(|quote| {
        quote.kind != QuoteKind::Indirect && !found.iter().any(|(right, _)| right.span == quote.span && right.document == quote.document)
    }) {
        told.push(format!("false: {}", quote.span.slice(corpus.documents[quote.document.index()].text())));
    }
    let spoken: Vec<&Truth> = truths.iter().filter(|truth| truth.kind == QuoteKind::Indirect).collect();
    let touches = |truth: &Truth| of(truth).iter().find(|quote| quote.kind == QuoteKind::Indirect && is_touched(truth, quote));
    let mut heard = 0;
    for truth in &spoken {
        let quote = touches(truth);
        let said = quote.and_then(|quote| speaker_of(document(&truth.document), &entities, quote));
        heard += usize::from(quote.is_some() && is_right(truth, said.as_deref()));
        told.push(format!("told: {} by {said:?} for {:?}", if quote.is_some() { "found" } else { "missed" }, truth.speaker));
    }
    let n_told = index
        .quotes
        .iter()
        .filter(|quote| quote.kind == QuoteKind::Indirect)
        .inspect(|quote| told.push(format!("  told {}", quote.span.slice(corpus.documents[quote.document.index()].text()))))
        .count();
    let (pairs, joined) = pairs(&index, &truths, &corpus);
    told.extend(joined);
    Counts {
        spans: [found.len(), n_marked, marked.len()],
        kinds: [kinds, found.len()],
        speakers: [speakers, n_speakers],
        pairs,
        indirect: [spoken.iter().filter(|truth| touches(truth).is_some()).count(), n_told, spoken.len()],
        heard: [heard, spoken.len()],
        told,
    }
}

/// Pairs in different articles: right, joined and wanted.
fn pairs(index: &QuoteIndex, truths: &[Truth], corpus: &Corpus) -> ([usize; 3], Vec<String>) {
    let mut told = Vec::new();
    let truth_of = |quote: &Quote| {
        truths.iter().find(|truth| {
            let document = &corpus.documents[quote.document.index()];
            document.name == truth.document
                && if truth.kind == QuoteKind::Indirect {
                    is_touched(truth, quote) && quote.kind == QuoteKind::Indirect
                } else {
                    is_found(document.text(), truth, quote)
                }
        })
    };
    let (mut right, mut predicted) = (0, 0);
    for utterance in &index.utterances {
        let quotes: Vec<&Quote> = utterance.versions.iter().filter_map(|version| index.quote(version.quote)).collect();
        for (at, a) in quotes.iter().enumerate() {
            for b in quotes[at + 1..].iter().filter(|b| b.document != a.document) {
                predicted += 1;
                let groups = (truth_of(a).and_then(|truth| truth.utterance.clone()), truth_of(b).and_then(|truth| truth.utterance.clone()));
                let is_right = groups.0.is_some() && groups.0 == groups.1;
                right += usize::from(is_right);
                if !is_right {
                    told.push(format!(
                        "joined: {} + {}",
                        a.span.slice(corpus.documents[a.document.index()].text()),
                        b.span.slice(corpus.documents[b.document.index()].text())
                    ));
                }
            }
        }
    }
    let grouped: Vec<&Truth> = truths.iter().filter(|truth| truth.utterance.is_some()).collect();
    let utterance_of = |truth: &Truth| {
        let own = index.quotes.iter().find(|quote| truth_of(quote).is_some_and(|found| std::ptr::eq(found, truth)));
        own.and_then(|quote| quote.utterance)
    };
    let shown = |truth: &Truth| truth.outer.slice(corpus.find(&truth.document).expect("the article is there").text()).to_owned();
    for (at, a) in grouped.iter().enumerate() {
        for b in grouped[at + 1..].iter().filter(|b| a.utterance == b.utterance && a.document != b.document) {
            if utterance_of(a).is_none() || utterance_of(a) != utterance_of(b) {
                told.push(format!("apart: {} + {}", shown(a), shown(b)));
            }
        }
    }
    let same = |a: &Truth, b: &Truth| a.utterance == b.utterance && a.document != b.document;
    let wanted = grouped.iter().enumerate().map(|(at, a)| grouped[at + 1..].iter().filter(|b| same(a, b)).count()).sum();
    ([right, predicted, wanted], told)
}

#[test]
fn no_figure_of_invented_articles_falls_below_its_floor() {
    let sets = [
        measure("quotes", &[FIRST]),
        measure("quotes", &[SECOND]),
        measure("press/read", &[READ]),
        measure("press/blind", &[BLIND]),
        measure("press/second/read", &OTHER_READ),
        measure("press/second/blind", &OTHER_BLIND),
        measure("press/third/read", &THIRD_READ),
        measure("press/third/blind", &THIRD_BLIND),
        measure(FOURTH[0].0, &[FOURTH[0].1]),
        measure(FOURTH[1].0, &[FOURTH[1].1]),
    ];
    // What is wrong in the blind ones is never printed.
    let told = [0, 1, 2, 4, 6, 8].into_iter().flat_map(|at| &sets[at].1);
    println!("{}", told.map(String::as_str).collect::<Vec<_>>().join("\n"));
    let mut fallen = Vec::new();
    for (at, (name, floors)) in FLOORS.iter().enumerate() {
        let figures = sets.each_ref().map(|(figures, _)| figures[at]);
        println!("{name:20}{}", figures.map(|figure| format!("{figure:7.1}")).concat());
        if figures.iter().zip(floors).any(|(figure, floor)| figure < floor) {
            fallen.push(*name);
        }
    }
    assert!(fallen.is_empty(), "below the floor: {fallen:?}");
}
