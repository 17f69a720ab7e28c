//! `cargo xtask train-zones DIR`: the line model is trained on the pages of two public test sets.
//!
//! `DIR/readability` and `DIR/trafilatura` are copies of `mozilla/readability` and `adbar/trafilatura`; marked pages of our own
//! stand beside them. Pages are parted in two
//! halves by a number made of their names. The model that one half teaches is measured on the other, which no choice was made
//! by; the weights that are written are taught by both.

pub mod boosting;
pub mod marked;
pub mod page;
pub mod truth;
pub mod twins;

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use recoupe::corpus::ZoneKind;
use recoupe::corpus::training::{Sample, revised, samples, samples_of_less};

use boosting::{Example, SETTINGS};
use page::{Form, Page, Truth, number};

/// Where the library looks for the weights.
const WEIGHTS: &str = "corpus/model/lines.bin";

/// Which half of the pages one belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Half {
    Taught,
    Held,
}

fn half(page: &Page) -> Half {
    if number(&page.name) >> 7 & 1 == 1 { Half::Held } else { Half::Taught }
}

/// Trains, measures and writes the weights.
///
/// # Errors
/// When the test sets do not read or the weights cannot be written.
pub fn run(folder: &Path) -> Result<()> {
    let mut pages = truth::of_readability(&folder.join("readability"))?;
    pages.extend(truth::of_trafilatura(&folder.join("trafilatura"))?);
    pages.extend(marked::pages(&crate::workspace().join("tests/pages"))?);
    println!("{} pages in {} forms", pages.len(), Form::ALL.len());
    let (taught, held): (Vec<Page>, Vec<Page>) = pages.into_iter().partition(|page| half(page) == Half::Taught);
    let mut examples = examples(&taught);
    let weights = boosting::train(&examples, &SETTINGS);
    println!("pages held back, by form:   rules    with the model, percent of characters, mean of pages");
    for (form, [rules, model]) in measured(&held, &weights) {
        println!("{:26} {rules:6.2}    {model:6.2}", form.name());
    }
    examples.extend(self::examples(&held));
    let weights = boosting::train(&examples, &SETTINGS);
    let file = crate::workspace().join(WEIGHTS);
    fs::write(&file, &weights).with_context(|| file.display().to_string())?;
    println!("{} bytes in {WEIGHTS}", weights.len());
    Ok(())
}

/// A page in all forms, as published first.
fn forms(page: &Page) -> impl Iterator<Item = Page> {
    let plain = if page.form == Form::Marked { &[][..] } else { &Form::PLAIN };
    std::iter::once(page.clone()).chain(plain.iter().map(|&form| twins::twin(page, form)))
}

/// The forms in which a page teaches: of plain twins that differ little, one each.
fn lessons(page: &Page) -> Vec<Page> {
    if page.form == Form::Marked {
        return FORGOTTEN.map(|forgotten| Page { forgotten, ..page.clone() }).into();
    }
    let chance = number(&format!("{} in some form", page.name)) >> 9;
    let one = |forms: &[Form]| forms[usize::try_from(chance).unwrap_or(0) % forms.len()];
    let plain = [
        one(&[Form::Lines, Form::Blanks]),
        one(&[Form::Copied, Form::Selected, Form::Lines]),
        one(&[Form::Wrapped, Form::Brief, Form::BriefLines, Form::Flat]),
    ];
    std::iter::once(page.clone()).chain(plain.map(|form| twins::twin(page, form))).collect()
}

/// A marked page teaches as it is and with so many of ten cues forgotten.
const FORGOTTEN: [u64; 4] = [0, 2, 4, 7];

/// How much a form weighs: a page of HTML says most of pages of HTML, a marked one of plain pages.
fn weight(form: Form) -> f64 {
    match form {
        Form::Html => 2.0,
        Form::Marked => 4.0,
        Form::Flat | Form::Spaced => 0.5,
        Form::Brief | Form::BriefLines => 0.7,
        _ => 2.0,
    }
}

/// What all forms of the pages teach. A long line teaches more than a short one, a long page hardly more than a short one.
fn examples(pages: &[Page]) -> Vec<Example> {
    let mut examples = Vec::new();
    for page in pages.iter().flat_map(lessons) {
        let lines = samples_of_less(&page.text, page.forgotten, number(&page.name) ^ page.forgotten);
        let counted: Vec<(Sample, f64, f64)> = lines
            .into_iter()
            .filter(|line| line.open)
            .map(|line| (known(&page, &line), line))
            .map(|([article, furniture], line)| (line, article, furniture))
            .filter(|(_, article, furniture)| article + furniture > 0.0)
            .collect();
        let all: f64 = counted.iter().map(|(_, article, furniture)| (article + furniture).sqrt()).sum();
        let share = 3.0 * weight(page.form) / all.max(1.0).sqrt();
        examples.extend(counted.into_iter().map(|(line, article, furniture)| {
            let part = share / (article + furniture).sqrt();
            Example { features: line.features, article: article * part, furniture: furniture * part }
        }));
    }
    examples
}

/// How many characters of a line are known to be article, and furniture.
fn known(page: &Page, line: &Sample) -> [f64; 2] {
    let truths = &page.truth[line.span.range()];
    let mut counts = [0_u32; 2];
    let mut count = |truth: Truth, n: usize| {
        let n = u32::try_from(n).unwrap_or(u32::MAX);
        match truth {
            Truth::Article => counts[0] += n,
            Truth::Furniture => counts[1] += n,
            Truth::Unknown => {}
        }
    };
    if page.form == Form::Html {
        // Tags stand between the characters.
        count(truths[0], line.n_chars);
    } else {
        let text = &page.text[line.span.range()];
        text.char_indices().filter(|(_, c)| !c.is_whitespace()).for_each(|(at, _)| count(truths[at], 1));
    }
    counts.map(f64::from)
}

/// Characters told right on every form, by the rules alone and with these weights: the mean of the pages, in percent.
fn measured(pages: &[Page], weights: &[u8]) -> BTreeMap<Form, [f64; 2]> {
    let mut sums: BTreeMap<Form, ([f64; 2], f64)> = BTreeMap::new();
    for page in pages.iter().flat_map(forms) {
        let lines = samples(&page.text);
        let by_rules: Vec<ZoneKind> = lines.iter().map(|line| line.kind).collect();
        let by_model = revised(&page.text, weights);
        let shares = [&by_rules, &by_model].map(|kinds| share(&page, &lines, kinds));
        if let [Some(rules), Some(model)] = shares {
            let (sum, n) = sums.entry(page.form).or_default();
            *sum = [sum[0] + 100.0 * rules, sum[1] + 100.0 * model];
            *n += 1.0;
        }
    }
    sums.into_iter().map(|(form, (sum, n))| (form, sum.map(|sum| sum / n))).collect()
}

/// The share of the known characters that is told right; `None` when nothing is known of the page.
fn share(page: &Page, lines: &[Sample], kinds: &[ZoneKind]) -> Option<f64> {
    let (mut right, mut all) = (0.0, 0.0);
    for (line, kind) in lines.iter().zip(kinds) {
        let [article, furniture] = known(page, line);
        right += if kind.is_article() { article } else { furniture };
        all += article + furniture;
    }
    (all > 0.0).then(|| right / all)
}
