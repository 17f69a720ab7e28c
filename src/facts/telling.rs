//! One figure with all by which it is known again: what is counted, where, when, who says so, and the words of its sentence.

use std::ops::Range;

use super::context::{Lexis, Stem, is_telling};
use crate::corpus::{Corpus, Document};
use crate::entities::{EntityIndex, EntityKind};
use crate::figures::{Bound, Figure, FigureIndex, Value};
use crate::id::{DocumentId, EntityId};
use crate::quotes::QuoteIndex;
use crate::span::Span;
use crate::text::{Line, fold};
use crate::times::{Certainty, Day, Time, TimeIndex, TimeKind};

/// A figure with what stands around it.
pub(super) struct Telling {
    /// Place in the index of figures.
    pub figure: u32,
    pub document: DocumentId,
    /// As it is written.
    pub surface: String,
    pub amount: Amount,
    /// What is counted: a class of tolls, a noun, a unit; nothing where the text does not say.
    pub class: Option<String>,
    /// It is a noun that is counted, and no unit.
    pub counts_noun: bool,
    /// The noun changes with the hours: a toll, a number of cases.
    pub evolves: bool,
    /// The words that narrow the noun: `graves`, `liés à`.
    pub narrowed: Vec<Stem>,
    /// It is said to be a part: `dont 12`.
    pub is_part: bool,
    pub places: Vec<EntityId>,
    /// First and last day that the sentence gives it.
    pub days: Option<(Day, Day)>,
    /// The one day of its whole sentence.
    pub day: Option<Day>,
    /// The places of its whole sentence.
    pub around_places: Vec<EntityId>,
    /// Who says so.
    pub speaker: Option<Source>,
    /// Stems of the sentence.
    pub stems: Vec<Stem>,
    /// Those of the title and the sentence before, too.
    pub around: Vec<Stem>,
    /// The sentence says that the count is not the last: `désormais`, `porte à`.
    pub goes_on: bool,
    /// What is counted, as it is written.
    pub label: String,
}

/// Who answers for a figure.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Source {
    Named(EntityId),
    Described(String),
}

/// Between which numbers it lies, and how exactly it is written.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Amount {
    pub least: f64,
    pub most: f64,
    /// The written number, or the middle of a range.
    pub written: f64,
    /// The weight of the last digit that is not a zero of filling: 1,000 for `43 000`, 0.1 for `47,6`.
    pub grain: f64,
    pub is_exact: bool,
}

/// A rough number may stand for what lies this share away: `une centaine` for 97, hardly for 80.
const ROUGH: f64 = 0.15;
/// `plus de 400` is said of 430, of 600 never.
const OPEN: f64 = 1.4;
/// A share in words is said of what lies so many per cent away: `un tiers` of 34 %.
const SHARE: f64 = 1.5;

impl Amount {
    pub(crate) fn of(figure: &Figure) -> Self {
        let number = |number: crate::text::Number| number.to_f64();
        let (least, most, written) = match figure.value {
            Value::Number(n) => (number(n), number(n), number(n)),
            Value::Range(from, to) => (number(from), number(to), f64::midpoint(number(from), number(to))),
            Value::Ratio { part, of } => {
                let share = 100.0 * number(part) / number(of).max(f64::MIN_POSITIVE);
                (share - SHARE, share + SHARE, share)
            }
        };
        let is_exact = !figure.approximate && figure.bound.is_none() && matches!(figure.value, Value::Number(_));
        let rough = if figure.approximate { ROUGH } else { 0.0 };
        let (least, most) = match figure.bound {
            Some(Bound::AtLeast) => (least, most * OPEN),
            Some(Bound::AtMost) => (least / OPEN, most),
            None => (least * (1.0 - rough), most * (1.0 + rough)),
        };
        let grain = match figure.value {
            Value::Number(n) => grain(&n.to_string()),
            _ => 1.0,
        };
        Self { least, most, written, grain, is_exact }
    }

    /// True when both may mean one number.
    pub(crate) fn meets(&self, other: &Self) -> bool {
        let near = |a: &Self, b: &Self| {
            // A number that ends in zeros, or has fewer decimals, may round the other: 43 000 for 43 217. Not so 40 for 43.
            let rounds = a.grain > b.grain && (a.grain > 10.0 || a.grain < 1.0 || a.written >= 200.0);
            rounds && (a.written - b.written).abs() <= a.grain / 2.0 && (a.written - b.written).abs() <= 0.05 * a.written.abs()
        };
        self.least <= other.most && other.least <= self.most || near(self, other) || near(other, self)
    }

    pub(crate) fn equals(&self, other: &Self) -> bool {
        self.is_exact && other.is_exact && (self.written - other.written).abs() < f64::EPSILON * self.written.abs().max(1.0)
    }
}

fn grain(written: &str) -> f64 {
    match written.split_once('.') {
        Some((_, decimals)) => 0.1_f64.powi(i32::try_from(decimals.len()).unwrap_or(9)),
        None => 10_f64.powi(i32::try_from(written.len() - written.trim_end_matches('0').len()).unwrap_or(0)),
    }
}

/// Classes of tolls with the beginnings of the words that say them, folded.
const TOLLS: &[(&str, &[&str])] = &[
    (
        "mort",
        &[
            "mort", "morts", "morte", "mortes", "tue", "tues", "tuee", "tuees", "tuant", "deces", "decede", "peri", "killed", "dead",
            "died", "deaths", "death", "killing",
        ],
    ),
    ("blesse", &["blesse", "blesses", "blessee", "blessees", "blessant", "injured", "wounded", "hurt", "injuring"]),
    ("disparu", &["disparu", "disparus", "disparue", "disparues", "missing"]),
    (
        "arrete",
        &[
            "arrete",
            "arretes",
            "arretees",
            "interpelle",
            "interpelles",
            "interpellees",
            "arrestation",
            "interpellation",
            "arrested",
            "arrest",
            "detained",
        ],
    ),
    ("evacue", &["evacue", "evacues", "evacuees", "evacuation", "evacuated"]),
    ("manifestant", &["manifestant", "manifeste", "defile", "protester", "demonstrator", "marched"]),
];

/// Nouns of people at large: what they did or suffered is what is counted.
const PEOPLE: &[&str] = &["personne", "person", "people", "homme", "femme", "civil", "civilian", "habitant", "worker", "men", "women"];

/// Other counts that go on, folded, in the singular.
const EVOLVING: &[&str] = &[
    "mort",
    "blesse",
    "disparu",
    "arrete",
    "evacue",
    "victime",
    "sinistre",
    "deplace",
    "refugie",
    "cas",
    "contamination",
    "hospitalise",
    "hospitalisation",
    "foyer",
    "otage",
    "rescape",
    "signature",
    "plainte",
    "signalement",
    "case",
    "victim",
    "survivor",
    "garde",
    "demission",
    "intervention",
    "household",
];

/// The words that say that a count is not the last.
const GOING_ON: &[&str] = &[
    "desormais",
    "provisoire",
    "alourdi",
    "alourdit",
    "passe",
    "porte",
    "porter",
    "revu",
    "revise",
    "maintenant",
    "now",
    "rises",
    "rose",
    "risen",
    "provisional",
];

/// Words past the noun that are read for what was done to those counted.
const FURTHEST: usize = 5;
/// Words of a label.
const LABEL: usize = 8;

/// All figures, in order, with what stands around them.
pub(super) fn tellings(
    corpus: &Corpus,
    entities: &EntityIndex,
    quotes: &QuoteIndex,
    times: &TimeIndex,
    figures: &FigureIndex,
    lexis: &mut Lexis,
) -> Vec<Telling> {
    let mut found = Vec::with_capacity(figures.figures.len());
    let mut at = 0;
    for document in &corpus.documents {
        let own = figures.figures_in(document.id);
        let title = document.metadata.title.as_ref().map_or("", |title| &title.value);
        let title = lexis.stems(title, Span::of(title), document.language);
        let mut sentence: Option<Sentence<'_>> = None;
        for figure in own {
            let Some(place) = document.sentence_at(figure.span.start) else {
                at += 1;
                continue;
            };
            if sentence.as_ref().is_none_or(|sentence| sentence.place != place) {
                sentence = Some(Sentence::of(document, place, &title, lexis));
            }
            if let Some(sentence) = &sentence {
                found.push(sentence.telling(at, figure, own, &Around { document, entities, quotes, times }, lexis));
            }
            at += 1;
        }
    }
    found
}

/// What was found in the article of a figure.
struct Around<'a> {
    document: &'a Document,
    entities: &'a EntityIndex,
    quotes: &'a QuoteIndex,
    times: &'a TimeIndex,
}

/// A sentence with figures.
struct Sentence<'a> {
    place: usize,
    span: Span,
    line: Line<'a>,
    stems: Vec<Stem>,
    around: Vec<Stem>,
    goes_on: bool,
}

impl<'a> Sentence<'a> {
    fn of(document: &'a Document, place: usize, title: &[Stem], lexis: &mut Lexis) -> Self {
        let span = document.sentences[place].span;
        let line = Line::of(document.text(), span);
        let stems = lexis.stems_of(&line, 0..line.len(), document.language);
        let mut around = stems.clone();
        around.extend_from_slice(title);
        if let Some(before) = place.checked_sub(1).map(|before| document.sentences[before].span) {
            around.extend(lexis.stems(document.text(), before, document.language));
        }
        around.sort_unstable();
        around.dedup();
        let goes_on = (0..line.len()).any(|at| GOING_ON.contains(&line.word(at)));
        Self { place, span, line, stems, around, goes_on }
    }

    fn telling(&self, at: usize, figure: &Figure, own: &[Figure], found: &Around<'_>, lexis: &mut Lexis) -> Telling {
        let Around { document, entities, quotes, times } = *found;
        let line = &self.line;
        let places = self.words(figure.span);
        let behind = figure.counted.as_ref().map_or(places.end, |counted| self.words(counted.span).end);
        let class = self.class(figure, places.start, behind);
        // What stands between the figures before and after belongs to this one.
        let before = own[..own.partition_point(|other| other.span.end <= figure.span.start)].last();
        let next = own.get(own.partition_point(|other| other.span.start < figure.span.end));
        let clause = Span {
            start: before.map_or(0, |other| other.span.end).max(self.span.start),
            end: next.map_or(u32::MAX, |other| other.span.start).min(self.span.end),
        };
        let mut narrowed = lexis.stems_of(line, self.complement(behind, document), document.language);
        if let Some(counted) = figure.counted.as_ref().filter(|counted| class.as_deref() != Some(counted.key.as_str())) {
            narrowed.retain(|stem| *stem != lexis.stem(&counted.key, document.language));
        }
        let tolls = |word: &str| TOLLS.iter().any(|(_, words)| words.contains(&word));
        let toll_stems: Vec<Stem> = (behind..(behind + 3).min(line.len()))
            .filter(|at| tolls(line.word(*at)))
            .map(|at| lexis.stem(line.word(at), document.language))
            .collect();
        narrowed.retain(|stem| !toll_stems.contains(stem));
        let mut stems = self.stems.clone();
        if let Some(counted) = &figure.counted {
            let noun = lexis.stem(&fold(counted.span.slice(document.text())), document.language);
            stems.retain(|stem| *stem != noun);
        }
        Telling {
            figure: u32::try_from(at).expect("fewer figures than bytes"),
            document: document.id,
            surface: figure.span.slice(document.text()).split_whitespace().collect::<Vec<_>>().join(" "),
            amount: Amount::of(figure),
            counts_noun: figure.unit.is_none() && figure.counted.is_some(),
            evolves: class.as_deref().is_some_and(evolves),
            class,
            narrowed,
            is_part: (1..=2).any(|n| matches!(line.before(places.start, n), "dont" | "parmi" | "including")),
            places: places_in(entities, document.id, clause),
            days: days(times.times_in(document.id), clause),
            day: days(times.times_in(document.id), self.span).filter(|days| days.0 == days.1).map(|days| days.0),
            around_places: places_in(entities, document.id, self.span),
            speaker: speaker(quotes, document, figure.span),
            stems,
            around: self.around.clone(),
            goes_on: self.goes_on,
            label: self.label(figure, places.end, document),
        }
    }

    /// Places of the words of a span.
    fn words(&self, span: Span) -> Range<usize> {
        let tokens = &self.line.tokens;
        tokens.partition_point(|token| token.span.end <= span.start)..tokens.partition_point(|token| token.span.start < span.end)
    }

    fn class(&self, figure: &Figure, first: usize, behind: usize) -> Option<String> {
        let toll = |at: usize| {
            let word = self.line.word(at);
            TOLLS.iter().find(|(_, words)| words.contains(&word)).map(|(class, _)| (*class).to_owned())
        };
        if let Some(unit) = &figure.unit {
            return Some(if unit == "ratio" { "%".to_owned() } else { unit.clone() });
        }
        let key = figure.counted.as_ref().map(|counted| counted.key.as_str());
        let direct = key.and_then(|key| TOLLS.iter().find(|(_, words)| words.contains(&key)).map(|(class, _)| (*class).to_owned()));
        let done =
            || (behind..self.line.len().min(behind + FURTHEST)).take_while(|at| *at == behind || self.line.tied(at - 1)).find_map(toll);
        let doing = || (1..=2).filter_map(|n| first.checked_sub(n)).find_map(toll);
        match (direct, key) {
            (Some(class), _) => Some(class),
            (None, Some(key)) if PEOPLE.contains(&key) => done().or_else(doing).or_else(|| Some(key.to_owned())),
            (None, Some(key)) => Some(key.to_owned()),
            (None, None) => doing(),
        }
    }

    /// The words that narrow the noun before `behind`: adjectives, and what stands behind `de`.
    fn complement(&self, behind: usize, document: &Document) -> Range<usize> {
        const OF: &[&str] = &["de", "d", "des", "du", "of"];
        let line = &self.line;
        let mut at = behind;
        while at < line.len() && at < behind + 3 && at > 0 && line.tied(at - 1) {
            let goes_on = is_telling(line, at, document.language) && !is_verb(line.word(at)) && !line.is_capital(at);
            if !goes_on && !OF.contains(&line.word(at)) {
                break;
            }
            at += 1;
        }
        behind.min(at)..at
    }

    /// What is counted, in the words behind the number, else in those before it.
    fn label(&self, figure: &Figure, behind: usize, document: &Document) -> String {
        const STOP: &[&str] = &[
            "qui", "que", "dont", "et", "ou", "mais", "selon", "lors", "who", "which", "and", "dans", "a", "en", "sur", "pour", "par",
            "ce", "cette", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "hier", "contre", "on", "in",
        ];
        const HEAD: &[&str] = &["de", "d", "des", "du", "les", "la", "l", "le", "of", "the"];
        let line = &self.line;
        let mut first = figure.counted.as_ref().map_or(behind, |counted| self.words(counted.span).start);
        let run = |first: usize| {
            let mut end = first;
            while end < line.len() && end < first + LABEL && (end == first || line.tied(end - 1)) {
                if end > first && (STOP.contains(&line.word(end)) || is_verb(line.word(end))) || line.is_digits(end) {
                    break;
                }
                end += 1;
            }
            while end > first && (HEAD.contains(&line.word(end - 1)) || document.language.is_function_word(line.word(end - 1))) {
                end -= 1;
            }
            end
        };
        if figure.counted.is_none()
            && (behind == 0 || !line.tied(behind - 1) || STOP.contains(&line.word(first)) || is_verb(line.word(first)))
        {
            first = line.len();
        }
        while figure.counted.is_none() && HEAD.contains(&line.word(first)) {
            first += 1;
        }
        let end = if first < line.len() { run(first) } else { first };
        let words = if end > first {
            line.span(first, end)
        } else {
            // Nothing follows: what stands before says what is counted.
            let until = self.words(figure.span).start;
            let from =
                (until.saturating_sub(LABEL)..until).rev().take_while(|at| *at + 1 == until || line.tied(*at)).last().unwrap_or(until);
            if from >= until {
                return figure.unit.clone().unwrap_or_default();
            }
            line.span(from, until)
        };
        crate::text::filling::in_one_line(words.slice(document.text()))
    }
}

/// The places that a stretch names, sorted.
fn places_in(entities: &EntityIndex, document: DocumentId, within: Span) -> Vec<EntityId> {
    // Mentions nest, but never many deep.
    const NESTED: usize = 8;
    let mentions = entities.mentions_in(document);
    let first = mentions.partition_point(|mention| mention.span.start < within.start).saturating_sub(NESTED);
    let mentions = mentions[first..].iter().take_while(|mention| mention.span.start < within.end);
    let placed = mentions.filter(|mention| mention.kind == EntityKind::Place && within.overlaps(mention.span));
    let mut named: Vec<EntityId> = placed.map(|mention| mention.entity).collect();
    named.sort_unstable();
    named.dedup();
    named
}

/// True for people at large.
pub(super) fn is_people(class: &str) -> bool {
    PEOPLE.contains(&class)
}

/// True for a count that changes with the hours.
pub(crate) fn evolves(class: &str) -> bool {
    EVOLVING.contains(&class) || TOLLS.iter().any(|(_, words)| words.contains(&class))
}

/// Verbs that end what is counted.
fn is_verb(word: &str) -> bool {
    const VERBS: &[&str] = &[
        "a", "ont", "avait", "avaient", "aurait", "auraient", "est", "sont", "etait", "etaient", "ete", "sera", "seront", "doit",
        "doivent", "va", "vont", "peut", "fait", "font", "was", "were", "is", "are", "has", "have", "had", "will", "avoir", "etre", "soit",
        "ayant", "etant",
    ];
    VERBS.contains(&word)
}

/// The days that a clause gives, where it gives one time.
fn days(times: &[Time], clause: Span) -> Option<(Day, Day)> {
    let from = times.partition_point(|time| time.span.end <= clause.start);
    let told = times[from..].iter().take_while(|time| time.span.start < clause.end);
    let mut placed = told
        .filter(|time| time.kind == TimeKind::Date && time.certainty <= Certainty::Likely)
        .filter_map(|time| time.earliest.zip(time.latest));
    let first = placed.next()?;
    placed.next().is_none().then_some(first)
}

/// Who says what stands at a place: the innermost quotation with a speaker.
pub(crate) fn speaker(quotes: &QuoteIndex, document: &Document, at: Span) -> Option<Source> {
    let own = quotes.quotes_in(document.id);
    let until = own.partition_point(|quote| quote.span.start <= at.start);
    // Quotations nest, but never many deep.
    const LOOKED_BACK: usize = 8;
    let around = own[..until].iter().rev().take(LOOKED_BACK).filter(|quote| quote.span.contains(at));
    let speaker = around.filter_map(|quote| quote.speaker).next()?;
    Some(match speaker.entity {
        Some(entity) => Source::Named(entity),
        None => Source::Described(fold(speaker.mention.slice(document.text()))),
    })
}
