//! Names, descriptions and links against invented articles of other events, years and outlets (`tests/names/`).
//!
//! `read/` was written before the rules were mended on it; `blind/` is by the same hand, and its faults have never been looked
//! at: only its figures are printed. Before the tagger they were 78.2 and 82.5 (names, the French articles). Each article is linked by itself, as nobody is in two of them.
//!
//! The truth stands in the text: `[Odile Roy|PER roy]` is a name, `[la maire de [Gap|LOC gap]|~PER roy]` a description with a
//! name in it, `[Les Misérables|-]` something that is no name. `cargo test --test names -- --nocapture` prints the figures.

#[allow(dead_code, reason = "each user takes what it needs")]
mod scoring;

use std::fs;
use std::path::Path;

use recoupe::corpus::{Article, Corpus, Fact, Metadata};
use recoupe::entities::EntityIndex;
use recoupe::export;
use scoring::entities::{Form, Mention};
use scoring::gold::Gold;
use scoring::zones::Zone;
use scoring::{Figure, Measure, Place};

/// In percent, on the articles that were read and on the blind ones: what has been reached, rounded down.
const FLOORS: [(&str, f64, f64); 7] = [
    ("entities · names: span and type", 88.0, 86.0),
    ("entities · names: span", 90.0, 89.0),
    ("entities · names: overlap and type", 91.0, 89.0),
    ("entities · nominals found (overlap)", 82.0, 59.0),
    ("entities · linking B³ (found mentions)", 98.0, 99.0),
    ("entities · linking B³ (all gold mentions)", 92.0, 89.0),
    ("entities · negatives left alone", 66.0, 69.0),
];

/// What the marks of some articles say, and what was found.
#[derive(Default)]
struct Read {
    gold: Gold,
    negatives: Vec<Place>,
    found: Vec<Mention>,
    wrong: Vec<String>,
}

fn scalars(text: &str) -> u32 {
    u32::try_from(text.chars().count()).expect("articles are short")
}

impl Read {
    fn of(folder: &str) -> Self {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/names").join(folder);
        let mut files: Vec<_> = fs::read_dir(&folder).expect("the folder is there").map(|entry| entry.expect("it reads").path()).collect();
        files.sort();
        let mut read = Self::default();
        for file in files {
            let name = file.file_name().expect("a file has a name").to_string_lossy().into_owned();
            read.add(&name, &fs::read_to_string(&file).expect("the article reads"));
        }
        read
    }

    fn add(&mut self, name: &str, marked: &str) {
        let (head, body) = marked.split_once('\n').expect("the first line says when it was published");
        let published = head.strip_prefix("published: ").expect("the first line says when it was published").to_owned();
        let first = self.gold.mentions.len();
        let text = self.text(name, body);
        let given = Metadata { published: Some(Fact::given(published)), ..Metadata::default() };
        let article = Article { given, ..Article::new(name, &text) };
        self.gold.zones.push(Zone { place: Place::new(name, 0, scalars(&text)), label: "body".to_owned() });
        let corpus = Corpus::read(None, vec![article]).expect("the article is a corpus");
        let index = EntityIndex::build(&corpus);
        let document = &corpus.documents[0];
        let found: Vec<Mention> = export::mentions(document, index.mentions_in(document.id), &index.entities)
            .into_iter()
            .map(|record| {
                let mention = scoring::found::mention(record);
                Mention { id: format!("{name} {}", mention.id), ..mention }
            })
            .collect();
        self.compare(first, &found);
        self.found.extend(found);
    }

    /// The text without its marks, which are noted.
    fn text(&mut self, name: &str, marked: &str) -> String {
        let (mut text, mut open) = (String::new(), Vec::new());
        let mut rest = marked;
        while let Some(at) = rest.find(['[', ']', '|']) {
            text.push_str(&rest[..at]);
            let mark = rest.as_bytes()[at];
            rest = &rest[at + 1..];
            match mark {
                b'[' => open.push(text.len()),
                b'|' => {
                    let start = open.pop().expect("a mark is opened");
                    let (truth, behind) = rest.split_once(']').expect("a mark is closed");
                    self.truth(name, &text, start, truth);
                    rest = behind;
                }
                _ => panic!("a mark in {name} says nothing"),
            }
        }
        text.push_str(rest);
        text
    }

    fn truth(&mut self, name: &str, text: &str, start: usize, truth: &str) {
        let place = Place::new(name, scalars(&text[..start]), scalars(text));
        let Some((kind, id)) = truth.split_once(' ') else {
            assert_eq!(truth, "-", "a mark in {name}");
            self.negatives.push(place);
            return;
        };
        let (form, kind) = kind.strip_prefix('~').map_or((Form::Name, kind), |kind| (Form::Nominal, kind));
        let surface = text[start..].to_owned();
        let id = format!("{name} {id}");
        self.gold.mentions.push(Mention { place, surface, entity_type: kind.to_owned(), id, form, core_start: None });
    }

    /// Notes what is missed and what is too many.
    fn compare(&mut self, first: usize, found: &[Mention]) {
        let shown = |m: &Mention| format!("{} {} {:?} {}", m.place.doc, m.entity_type, m.form, m.surface);
        let same = |a: &Mention, b: &Mention| scoring::names::same_mention(a, b) && a.entity_type == b.entity_type;
        for gold in &self.gold.mentions[first..] {
            if !found.iter().any(|ours| same(gold, ours)) {
                self.wrong.push(format!("missed   {}", shown(gold)));
            }
        }
        for ours in found {
            if !self.gold.mentions[first..].iter().any(|gold| same(gold, ours)) {
                self.wrong.push(format!("too many {} → {}", shown(ours), ours.id));
            }
        }
    }

    fn figures(&self) -> Vec<Figure> {
        let mut figures = scoring::entities::score(&self.gold, &self.found);
        let hit = |place: &&Place| self.found.iter().any(|m| m.form == Form::Name && m.place.common(place) == m.place.len());
        let left = self.negatives.len() - self.negatives.iter().filter(hit).count();
        figures.push(Figure { name: "entities · negatives left alone", measure: Measure::share(left, self.negatives.len()) });
        figures
    }
}

#[test]
fn names_are_found_in_articles_of_other_events() {
    let (read, blind) = (Read::of("read"), Read::of("blind"));
    let (ours, theirs) = (read.figures(), blind.figures());
    for (a, b) in ours.iter().zip(&theirs) {
        let column = |m: &Measure| {
            format!("{:5.1} {:5.1} {:5.1}  {:3.0}/{:.0}/{:.0}", m.precision(), m.recall(), m.value(), m.right, m.predicted, m.gold)
        };
        println!("{:45}{:34}{}", a.name, column(&a.measure), column(&b.measure));
    }
    println!("{}", read.wrong.join("\n"));
    for ((name, floor_read, floor_blind), (a, b)) in FLOORS.iter().zip(ours.iter().zip(&theirs)) {
        assert_eq!(*name, a.name, "every figure has a floor");
        assert!(a.measure.value() >= *floor_read, "{name}, read: {:.1}, floor {floor_read}", a.measure.value());
        assert!(b.measure.value() >= *floor_blind, "{name}, blind: {:.1}, floor {floor_blind}", b.measure.value());
    }
}
