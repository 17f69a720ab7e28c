//! Article told from page furniture by characters, on pages of many makes, all invented.
//!
//! The pages of `pages/dev` were looked at while the rules were written. Those of `pages/unseen` were written after them and
//! measured once before anyone looked: 85.2 % of their characters were told right then, which is the honest figure; what the
//! table says of them now is what was learnt from it. Fifteen pages now in `dev` were measured so too: 97.1 %. With the rules as
//! they were before they had seen these 21 pages, the line model raises plain pages from 94.3 % to about 96.5 %, HTML from 95.5 %
//! to about 96.6 %; but its margins were chosen with a look at these pages' scores, so neither is a blind figure. Ten pages in one
//! line, in `pages/fused`, gave 55.6 % before such lines were parted. The sixteen pages of `pages/blind` were written by somebody
//! who had not seen the rules, and nobody looked at what was misread there: 93.5 % with rules alone, 93.9 % with the model, 96.3 %
//! since long lines are parted (HTML 99.3 %), 97.8 % since the model also learns from plain marked pages (97.7 % mean of pages),
//! 98.4 % (98.3 %) since the words, titles, credits and blocks that sixteen more pages (`pages/sites`) taught: 94.1 % before, the mean
//! of pages. Sixteen others by the same hand (`pages/kept`), whose faults nobody looked at, gave 93.5 % before and 93.7 % now: these are
//! made to be hard and different, and what one half teaches hardly helps the other. They were measured twice: one new rule was
//! taken back because the figures of this folder and of `pages/held` fell with it.
//! Since then faults of `pages/kept` were looked at: who signs beside the date is known where the page presents its authors, and of
//! what could be the title the words that come again in the text speak for it. Of `pages/blind`, never looked at, 98.6 % (mean of
//! pages) are right with that. The sixteen of `pages/fresh` were written after these rules by a hand that had not seen them, as a fair sample of what is
//! saved and pasted: 98.3 % at their first measurement, 98.4 % of characters; nobody looked at what was misread.
//! Of `pages/plain`, from which cues and weights were learnt, the first twelve gave 85.4 % (mean of pages) before, the next
//! eight 89.2 % after the first twelve were learnt from and before they were looked at. Those of `pages/held` were written
//! before any result was seen and what is misread there was not looked at, but the same hand then wrote cues: 94.1 % before.
//!
//! With margins a little lower than those that ship, on the half of two public test sets that was held back, mean of pages, by `cargo xtask train-zones`: HTML 93.5 % by
//! rules, 95.5 % with the model; the same pages as plain text, a block a line, 89.6 % and 93.8 %; wrapped, 88.5 % and 92.5 %;
//! on one line, where the model has nothing to weigh, 83.5 % both. A page is kept with
//! its truth in it: `⟦label⟧` says what the text after it is for, and `⟦page: crlf nfd bom html⟧` on the first line how the
//! page is to be made of it. Tags, comments, scripts, styles and the head's title of an HTML page are markup without saying so.
//!
//! `cargo test --test furniture -- --nocapture` prints the table; `SHOW=name` lists what was misread on a page; `PAGES=sites,dev`
//! measures these folders alone, so that the others stay unseen while rules are written.

use std::fs;
use std::path::Path;

use recoupe::corpus::{Article, Corpus, Document};
use unicode_normalization::UnicodeNormalization as _;

/// In percent, of all pages of a folder together: accuracy of article against furniture, and of labels.
const FLOORS: [(&str, f64, f64); 9] = [
    ("dev", 99.6, 95.7),
    ("sites", 99.4, 90.6),
    ("kept", 94.5, 80.0),
    ("unseen", 99.5, 87.6),
    ("fused", 98.7, 90.3),
    ("plain", 97.4, 85.5),
    ("held", 98.6, 90.3),
    ("blind", 98.5, 92.1),
    ("fresh", 98.3, 91.7),
];

const LABELS: [&str; 11] = ["title", "section", "byline", "date", "lead", "body", "caption", "credit", "related", "boilerplate", "markup"];

#[derive(Default)]
struct Counts {
    n: usize,
    right: usize,
    right_label: usize,
    hit: usize,
    said: usize,
    asked: usize,
}

impl Counts {
    fn add(&mut self, other: &Self) {
        self.n += other.n;
        self.right += other.right;
        self.right_label += other.right_label;
        self.hit += other.hit;
        self.said += other.said;
        self.asked += other.asked;
    }

    fn percents(&self) -> [f64; 4] {
        let share = |a: usize, b: usize| 100.0 * a as f64 / b.max(1) as f64;
        [share(self.right, self.n), share(self.hit, self.said), share(self.hit, self.asked), share(self.right_label, self.n)]
    }
}

fn is_article(label: &str) -> bool {
    matches!(label, "title" | "lead" | "body" | "caption")
}

/// The page without its marks, and the label of every one of its bytes.
fn page(source: &str) -> (String, Vec<&'static str>) {
    let (making, source) = match source.strip_prefix("⟦page: ") {
        Some(rest) => rest.split_once("⟧\n").expect("the first line ends"),
        None => ("", source),
    };
    let (mut text, mut labels) = (String::new(), Vec::new());
    if making.contains("bom") {
        text.push('\u{feff}');
    }
    labels.resize(text.len(), "markup");
    let mut label = "markup";
    for part in source.split('⟦') {
        let part = match part.split_once('⟧') {
            Some((name, rest)) => {
                label = *LABELS.iter().find(|known| **known == name).expect("a known label");
                rest
            }
            None => part,
        };
        let part: String = if making.contains("nfd") { part.nfd().collect() } else { part.to_owned() };
        text.push_str(&if making.contains("crlf") { part.replace('\n', "\r\n") } else { part });
        labels.resize(text.len(), label);
    }
    if making.contains("html") {
        mask_markup(&text, &mut labels);
    }
    (text, labels)
}

/// A plain scanner, on purpose not the engine's.
fn mask_markup(text: &str, labels: &mut [&'static str]) {
    let lower = text.to_ascii_lowercase();
    let mut at = 0;
    while let Some(open) = lower[at..].find('<').map(|found| at + found) {
        let end = |close: &str| lower[open..].find(close).map_or(text.len(), |found| open + found + close.len());
        let rest = &lower[open..];
        at = ["script", "style", "title", "textarea"]
            .iter()
            .find(|name| rest[1..].starts_with(**name))
            .map_or_else(|| if rest.starts_with("<!--") { end("-->") } else { end(">") }, |name| end(&format!("</{name}>")));
        labels[open..at].fill("markup");
    }
    for (nbsp, _) in lower.match_indices("&nbsp;") {
        labels[nbsp..nbsp + 6].fill("blank");
    }
}

fn read(name: &str, text: &str) -> Document {
    Corpus::read(None, vec![Article::new(name, text)]).expect("the page is a corpus").documents.remove(0)
}

fn score(name: &str, source: &str, misread: &mut Vec<String>) -> Counts {
    let (text, labels) = page(source);
    let document = read(name, &text);
    let mut counts = Counts::default();
    let mut last = ("", "");
    for zone in &document.zones {
        let (start, end) = (zone.span.start as usize, zone.span.end as usize);
        let said = zone.kind.label();
        for (at, c) in text[start..end].char_indices().map(|(at, c)| (start + at, c)).filter(|(_, c)| !c.is_whitespace()) {
            let asked = labels[at];
            if asked == "blank" || asked == "markup" && !is_article(said) {
                continue;
            }
            counts.n += 1;
            counts.right += usize::from(is_article(said) == is_article(asked));
            counts.right_label += usize::from(said == asked);
            counts.hit += usize::from(is_article(said) && is_article(asked));
            counts.said += usize::from(is_article(said));
            counts.asked += usize::from(is_article(asked));
            if said != asked {
                if last != (said, asked) {
                    let mark = if is_article(said) == is_article(asked) { ' ' } else { '!' };
                    misread.push(format!("{mark} {asked} read as {said}: "));
                }
                misread.last_mut().expect("it was begun").push(c);
            }
            last = (said, asked);
        }
    }
    counts
}

#[test]
fn article_and_furniture_are_told_apart_on_pages_of_many_makes() {
    let shown = std::env::var("SHOW").unwrap_or_default();
    let only = std::env::var("PAGES").unwrap_or_default();
    let mut low = Vec::new();
    for (folder, floor, floor_of_labels) in FLOORS {
        if !only.is_empty() && !only.split(',').any(|name| name == folder) {
            continue;
        }
        let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/pages").join(folder);
        let mut files: Vec<_> = fs::read_dir(path).expect("the folder is there").map(|entry| entry.expect("an entry").path()).collect();
        files.sort();
        let (mut all, mut mean, n) = (Counts::default(), 0.0, files.len() as f64);
        println!("\n{folder:28} accuracy  precision  recall  labels");
        for file in files {
            let name = file.file_name().and_then(|name| name.to_str()).expect("a name").to_owned();
            let mut misread = Vec::new();
            let counts = score(&name, &fs::read_to_string(&file).expect("the page is text"), &mut misread);
            let [accuracy, precision, recall, labels] = counts.percents();
            println!("{name:28} {accuracy:8.1}  {precision:9.1}  {recall:6.1}  {labels:6.1}");
            if !shown.is_empty() && (name.starts_with(&shown) || shown == folder) {
                misread.iter().for_each(|line| println!("    {line}"));
            }
            all.add(&counts);
            mean += accuracy / n;
        }
        let [accuracy, precision, recall, labels] = all.percents();
        println!("{:28} {accuracy:8.2}  {precision:9.2}  {recall:6.2}  {labels:6.2}", "all together");
        println!("{:28} {mean:8.2}", "mean of pages");
        if accuracy < floor || labels < floor_of_labels {
            low.push(format!("{folder}: {accuracy:.2} and {labels:.2}, to reach {floor} and {floor_of_labels}"));
        }
    }
    assert!(low.is_empty(), "{low:?}");
}
