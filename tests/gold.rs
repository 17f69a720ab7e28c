//! The engine against a careful reader: every figure of every layer, and the floor below which none may fall.
//!
//! `cargo test --test gold -- --nocapture` prints the table. A floor is what has been reached, rounded down: raised with the
//! work, never lowered to let a change in.

mod scoring;

use scoring::found::{Beforehand, Found};
use scoring::gold::Gold;
use scoring::marked::Marked;
use scoring::quotes::Quotation;
use scoring::statements::{BLIND, READ, SECOND_BLIND, SECOND_READ, THIRD_BLIND, THIRD_READ};
use scoring::{Figure, Measure, Place, alignments::Pair, queries::Answer, zones::Zone};

/// In percent: with the manifest that ships, and on the raw pages alone.
const FLOORS: [(&str, f64, f64); 41] = [
    ("zones · article text", 100.0, 100.0),
    ("zones · all labels", 100.0, 100.0),
    ("metadata · title", 100.0, 100.0),
    ("metadata · outlet", 100.0, 100.0),
    ("metadata · published, stated", 100.0, 100.0),
    ("metadata · published, inferred within interval", 100.0, 100.0),
    ("metadata · updated, stated", 100.0, 100.0),
    ("metadata · authors", 100.0, 100.0),
    ("metadata · agencies", 100.0, 100.0),
    ("metadata · language", 100.0, 100.0),
    ("entities · names: span and type", 96.0, 96.0),
    ("entities · names: span", 96.0, 96.0),
    ("entities · names: overlap and type", 96.0, 96.0),
    ("entities · nominals found (overlap)", 82.0, 82.0),
    ("entities · linking B³ (found mentions)", 100.0, 100.0),
    ("entities · linking B³ (all gold mentions)", 92.5, 92.5),
    ("alignments · recall of same-quote and agency-reuse", 100.0, 100.0),
    ("alignments · recall of paraphrase and same-fact", 42.0, 42.0),
    ("alignments · recall of paraphrase", 40.0, 40.0),
    ("alignments · recall of same-fact", 44.0, 44.0),
    ("alignments · precision of all", 77.0, 77.0),
    ("alignments · all kinds", 65.0, 65.0),
    ("alignments · elsewhere, first place of strong ones", 90.0, 90.0),
    ("quotes · spans", 100.0, 100.0),
    ("quotes · kind of those found", 98.0, 98.0),
    ("quotes · speaker of those found", 100.0, 100.0),
    ("quotes · same utterance, pairs", 100.0, 100.0),
    ("queries · documents right", 90.0, 91.0),
    ("queries · documents right, asking for words", 100.0, 100.0),
    ("queries · spans right", 88.0, 90.0),
    ("queries · spans right, asking for words", 100.0, 100.0),
    ("queries · spans touched, asking for words", 100.0, 100.0),
    ("queries · furniture kept out", 100.0, 100.0),
    ("anomalies · damage of the article", 83.0, 83.0),
    ("dates · span", 100.0, 100.0),
    ("dates · span and value", 100.0, 97.0),
    ("quantities · span", 96.0, 96.0),
    ("quantities · span and value", 96.0, 96.0),
    ("contradictions · conflicts", 80.0, 80.0),
    ("contradictions · of high and medium severity", 80.0, 80.0),
    ("omissions · of the short list, first fifteen", 86.0, 86.0),
];

fn column(measure: &Measure) -> String {
    let (right, predicted, found, gold) = (measure.right, measure.predicted, measure.found, measure.gold);
    let counts = if right == found && predicted == gold {
        format!("{right:.0}/{gold:.0}")
    } else if (right - found).abs() < 0.5 {
        format!("{right:.0}/{predicted:.0}/{gold:.0}")
    } else {
        format!("{right:.0}/{predicted:.0} {found:.0}/{gold:.0}")
    };
    format!("{:5.1} {:5.1} {:5.1}  {counts:17}", measure.precision(), measure.recall(), measure.value())
}

fn table(manifest: &[Figure], raw: &[Figure]) -> String {
    let head = format!("{:51}{:38}{}", "", "with manifest: P, R, F1", "raw pages: P, R, F1");
    let line = |(a, b): (&Figure, &Figure)| format!("{:51}{:38}{}", a.name, column(&a.measure), column(&b.measure).trim_end());
    [head].into_iter().chain(manifest.iter().zip(raw).map(line)).collect::<Vec<_>>().join("\n")
}

#[test]
fn no_figure_falls_below_its_floor() {
    let gold = Gold::read();
    let manifest = scoring::score(&gold, &Found::of(Beforehand::Manifest, &gold));
    let found = Found::of(Beforehand::Nothing, &gold);
    let raw = scoring::score(&gold, &found);
    println!("{}\n\non the raw pages:\n{}", table(&manifest, &raw), scoring::queries::wrong(&gold, &found.answers).join("\n"));
    let named: Vec<&str> = manifest.iter().map(|figure| figure.name).collect();
    assert_eq!(named, FLOORS.map(|(name, _, _)| name), "every figure has a floor");
    let mut fallen = Vec::new();
    for ((name, floor_manifest, floor_raw), (with, without)) in FLOORS.iter().zip(manifest.iter().zip(&raw)) {
        for (set, floor, value) in [("manifest", floor_manifest, with.measure.value()), ("raw", floor_raw, without.measure.value())] {
            if value < *floor {
                fallen.push(format!("{name} ({set}): {value:.1}, floor {floor}"));
            }
        }
    }
    assert!(fallen.is_empty(), "below the floor:\n{}", fallen.join("\n"));
}

/// On articles that no rule was made for: `tests/marked/`.
const MARKED_FLOORS: [f64; 4] = [99.0, 96.0, 99.0, 99.0];

#[test]
fn times_and_figures_are_found_in_articles_of_other_years() {
    let (figures, wrong) = Marked::read("marked").score();
    let lines = figures.iter().map(|figure| format!("{:51}{}", figure.name, column(&figure.measure)));
    println!("{}\n{}", lines.collect::<Vec<_>>().join("\n"), wrong.join("\n"));
    for (figure, floor) in figures.iter().zip(MARKED_FLOORS) {
        assert!(figure.measure.value() >= floor, "{}: {:.1}, floor {floor}", figure.name, figure.measure.value());
    }
}

/// On articles of the press that are marked for quotations too (`tests/press/`): those that were looked at, and those that were not.
const PRESS_FLOORS: [(f64, f64); 4] = [(100.0, 95.0), (98.0, 87.0), (100.0, 93.0), (100.0, 93.0)];

/// Prints the figures of the articles of `folder` that were looked at, with what is wrong, and of the others, and holds both to their floors.
fn check_times_and_figures(folder: &str, floors: [(f64, f64); 4]) {
    let score = |of: &str| Marked::read(&format!("{folder}/{of}")).score();
    let ((read, wrong), (blind, _)) = (score("read"), score("blind"));
    hold_times_and_figures((read, wrong), blind, floors);
}

fn hold_times_and_figures((read, wrong): (Vec<Figure>, Vec<String>), blind: Vec<Figure>, floors: [(f64, f64); 4]) {
    println!("{}\n{}", table(&read, &blind).replace("with manifest:", "looked at:").replace("raw pages:", "blind:"), wrong.join("\n"));
    for ((read, blind), (floor, floor_blind)) in read.iter().zip(&blind).zip(floors) {
        assert!(read.measure.value() >= floor, "{}: {:.1}, floor {floor}", read.name, read.measure.value());
        assert!(blind.measure.value() >= floor_blind, "{}, blind: {:.1}, floor {floor_blind}", blind.name, blind.measure.value());
    }
}

#[test]
fn times_and_figures_are_found_in_articles_of_other_habits() {
    check_times_and_figures("press", PRESS_FLOORS);
}

/// On articles by other hands (`tests/press/second/`): looked at and blind. The first measurement gave 96.8 and 95.5, 91.2 and 89.3
/// (dates, span and value), 95.9 and 97.4, 93.2 and 96.1 (quantities); the last 99.5 and 97.3, 97.7 and 90.2, 100 and 97.4, 100 and 96.1.
const OTHER_PRESS_FLOORS: [(f64, f64); 4] = [(99.0, 97.0), (97.0, 90.0), (100.0, 97.0), (100.0, 96.0)];

/// The same by five more hands (`tests/press/third/`), measured before anything was learnt from them.
const THIRD_PRESS_FLOORS: [(f64, f64); 4] = [(98.0, 96.0), (97.0, 88.0), (95.0, 98.0), (95.0, 98.0)];

/// By two more hands (`tests/press/fourth/`), an event each, both only scored.
const FOURTH_PRESS_FLOORS: [(f64, f64); 4] = [(95.0, 93.0), (87.0, 88.0), (96.0, 98.0), (90.0, 98.0)];

#[test]
fn times_and_figures_are_found_in_articles_by_other_hands() {
    check_times_and_figures("press/second", OTHER_PRESS_FLOORS);
    check_times_and_figures("press/third", THIRD_PRESS_FLOORS);
    let [(first, _), (second, _)] = ["reliquaire", "remontees"].map(|event| Marked::read(&format!("press/fourth/{event}")).score());
    hold_times_and_figures((first, Vec::new()), second, FOURTH_PRESS_FLOORS);
}

/// On articles in which all that is the same is marked (`tests/statements/`): those that were looked at, and those that were not.
const STATEMENT_FLOORS: [(&str, f64, f64); 4] = [
    ("statements · recall of quotations", 100.0, 66.0),
    ("statements · recall of other words and one fact", 38.0, 55.0),
    ("statements · precision", 68.0, 77.0),
    ("statements · elsewhere, first place", 78.0, 74.0),
];

/// The same by other hands (`tests/statements/second/`); of the second set 48.8 and 82.2 before descriptions were found as often as now.
const SECOND_STATEMENT_FLOORS: [(&str, f64, f64); 4] = [
    ("statements · recall of quotations", 78.0, 86.0),
    ("statements · recall of other words and one fact", 32.0, 46.0),
    ("statements · precision", 86.0, 78.0),
    ("statements · elsewhere, first place", 76.0, 74.0),
];

/// The same by five more hands (`tests/statements/third/`).
const THIRD_STATEMENT_FLOORS: [(&str, f64, f64); 4] = [
    ("statements · recall of quotations", 80.0, 75.0),
    ("statements · recall of other words and one fact", 42.8, 39.0),
    ("statements · precision", 79.0, 66.6),
    ("statements · elsewhere, first place", 79.0, 70.0),
];

/// Prints the figures of two sets of events and what is wrong in the first, and holds both to their floors.
fn check_statements(floors: [(&'static str, f64, f64); 4], read: &[&str], blind: &[&str]) {
    let names = floors.map(|(name, ..)| name);
    let ((read, wrong), (blind, _)) = (scoring::statements::score(names, read), scoring::statements::score(names, blind));
    println!("{}\n{}", table(&read, &blind).replace("with manifest:", "looked at:").replace("raw pages:", "blind:"), wrong.join("\n"));
    for ((name, floor, floor_blind), (of_read, of_blind)) in floors.iter().zip(read.iter().zip(&blind)) {
        assert!(of_read.measure.value() >= *floor, "{name}: {:.1}, floor {floor}", of_read.measure.value());
        assert!(of_blind.measure.value() >= *floor_blind, "{name}, blind: {:.1}, floor {floor_blind}", of_blind.measure.value());
    }
}

#[test]
fn statements_are_found_in_articles_of_other_events() {
    check_statements(STATEMENT_FLOORS, &READ, &BLIND);
}

#[test]
fn statements_are_found_in_articles_by_other_hands() {
    check_statements(SECOND_STATEMENT_FLOORS, &SECOND_READ, &SECOND_BLIND);
    check_statements(THIRD_STATEMENT_FLOORS, &THIRD_READ, &THIRD_BLIND);
}

/// What the gold says, as if it had been found.
fn itself(gold: &Gold, g: &scoring::gold::Quotation) -> Quotation {
    let kind = if g.kind == "title-of-report" { "title" } else { &g.kind };
    let speaker = g
        .speaker
        .as_ref()
        .map(|id| gold.names.get(id).map_or_else(|| g.speaker_desc.clone().unwrap_or_default(), |names| names[0].clone()));
    let place = Place { start: g.inner_start, end: g.inner_end, ..g.place.clone() };
    Quotation { place, kind: kind.to_owned(), speaker, group: g.quote_group.clone() }
}

/// The scoring itself: whoever says what the gold says gets everything.
#[test]
fn the_gold_scores_full_marks_against_itself() {
    let gold = Gold::read();
    let zones: Vec<Zone> = gold.zones.iter().map(|zone| Zone { place: zone.place.clone(), label: zone.label.clone() }).collect();
    let pairs: Vec<Pair> = gold.alignments.iter().map(|g| Pair { a: g.b.clone(), b: g.a.clone() }).collect();
    let core =
        |query: &scoring::gold::Query| query.hits.iter().filter(|hit| hit.scope == "core").map(|hit| hit.place.clone()).collect::<Vec<_>>();
    let answer =
        |query: &scoring::gold::Query| (query.id.clone(), Answer { docs: query.docs.iter().cloned().collect(), spans: core(query) });
    let quotes: Vec<Quotation> = gold.quotes.iter().map(|g| itself(&gold, g)).collect();
    let figures = [
        scoring::quotes::score(&gold, &quotes),
        scoring::zones::score(&gold, &zones),
        scoring::entities::score(&gold, &gold.mentions),
        scoring::alignments::score(&gold, &pairs),
        scoring::queries::score(&gold, &gold.queries.iter().map(answer).collect()),
        scoring::dates::score(["dates · span", "dates · span and value"], &gold.dates, &gold.dates.iter().collect::<Vec<_>>()),
        scoring::quantities::score(
            ["quantities · span", "quantities · span and value"],
            &gold.quantities,
            &gold.quantities.iter().collect::<Vec<_>>(),
        ),
    ];
    for figure in figures.iter().flatten() {
        assert!(figure.measure.value() > 99.99, "{}: {}", figure.name, column(&figure.measure));
    }
}
