//! What a headline claims, and whether the article says it too: its names, figures, quotations and content words, each found
//! in the body or not.
//!
//! Words are met by their stem, names by who is meant, figures by their value, quotations word for word. What is missing in
//! the body may still be said there in other words: that is for the reader to see.

use std::collections::HashMap;

use super::function_words::is_function_word;
use super::headline::{Claim, ClaimKind, Headline};
use super::mood::{is_finite, mood};
use super::{marks, vocabulary};
use crate::corpus::{Document, ZoneKind};
use crate::entities::EntityIndex;
use crate::figures::{Figure, FigureIndex};
use crate::order::Order;
use crate::span::Span;
use crate::text::{self, fold};

/// A claim with its places.
struct Sought {
    claim: Claim,
    start: u32,
    /// Every place in the body, in order.
    places: Vec<u32>,
}

/// Words of one letter or two say nothing alone.
const SHORTEST: usize = 3;

/// The headline of `document`; nothing where it has none.
pub fn headline(document: &Document, entities: &EntityIndex, figures: &FigureIndex) -> Option<Headline> {
    let title = document.metadata.title.as_ref()?;
    let zones = document.zones.iter().filter(|zone| zone.kind == ZoneKind::Title).map(|zone| zone.span);
    // A title that only came with the article stands nowhere in it.
    let (text, within) = match zones.reduce(Span::cover) {
        Some(span) => (document.text(), span),
        None => (&*title.value, Span::of(&title.value)),
    };
    let is_read = text.len() == document.text().len();
    let names: Vec<Span> = if is_read {
        let mentions = entities.mentions_in(document.id).iter().filter(|mention| mention.span.overlaps(within));
        mentions.map(|mention| mention.span).collect()
    } else {
        Vec::new()
    };
    let body = Body::of(document);
    let mut sought = Vec::new();
    if is_read {
        sought.extend(sought_names(document, entities, within, &body));
        sought.extend(sought_figures(document, figures.figures_in(document.id), within, &body));
    }
    let held: Vec<Span> = sought.iter().map(|(span, _)| *span).collect();
    let mut sought: Vec<Sought> = sought.into_iter().map(|(_, sought)| sought).collect();
    let quoted = marks::quotations(text, within);
    sought.extend(quoted.iter().filter_map(|span| sought_quotation(text, *span, &body)));
    sought.extend(sought_words(document, text, within, &held, &body));
    sought.order_by_key(|sought| sought.start);
    let nearest = nearest(document, &sought).map(|span| (span, mood(document.text(), span, document.language, &[])));
    Some(Headline {
        mood: mood(text, within, document.language, &names),
        asks: within.slice(text).contains('?'),
        n_quoted: u32::try_from(quoted.len()).unwrap_or(u32::MAX),
        claims: sought.into_iter().map(|sought| sought.claim).collect(),
        nearest,
    })
}

/// The words of an article outside its title and headings.
struct Body<'d> {
    words: Vec<Span>,
    /// Places of each surface form among the words.
    forms: HashMap<&'d str, Vec<u32>>,
    text: &'d str,
}

impl<'d> Body<'d> {
    fn of(document: &'d Document) -> Self {
        let text = document.text();
        let mut body = Self { words: Vec::new(), forms: HashMap::new(), text };
        for sentence in document.sentences.iter().filter(|sentence| is_body(sentence.zone)) {
            for span in text::words(text, sentence.span) {
                let place = body.words.len() as u32;
                body.forms.entry(span.slice(text)).or_default().push(place);
                body.words.push(span);
            }
        }
        body
    }

    /// Places of the words of which `is_meant` is true, in order.
    fn places(&self, is_meant: &dyn Fn(&str) -> bool) -> Vec<u32> {
        let mut places: Vec<u32> =
            self.forms.iter().filter(|(form, _)| is_meant(form)).flat_map(|(_, places)| places.iter().copied()).collect();
        places.order();
        places
    }

    /// Where words stand one after the other, folded.
    fn run(&self, words: &[String]) -> Vec<u32> {
        let Some(first) = words.first() else { return Vec::new() };
        let follows = |at: &u32| {
            words.iter().zip(*at..).all(|(word, at)| self.words.get(at as usize).is_some_and(|span| fold(span.slice(self.text)) == *word))
        };
        self.places(&|form| fold(form) == *first).into_iter().filter(follows).collect()
    }

    fn starts(&self, places: &[u32]) -> Vec<u32> {
        places.iter().map(|place| self.words[*place as usize].start).collect()
    }
}

fn is_body(zone: ZoneKind) -> bool {
    matches!(zone, ZoneKind::Lead | ZoneKind::Body | ZoneKind::Caption)
}

fn sought(kind: ClaimKind, text: &str, span: Span, found: Option<Span>, places: Vec<u32>) -> Sought {
    let shown = text::filling::stripped(span.slice(text)).split_whitespace().collect::<Vec<_>>().join(" ");
    Sought { claim: Claim { kind, shown, found }, start: span.start, places }
}

/// Names, each entity once; one that is not met as such may stand there word for word.
fn sought_names(document: &Document, entities: &EntityIndex, within: Span, body: &Body) -> Vec<(Span, Sought)> {
    let text = document.text();
    let mentions = entities.mentions_in(document.id);
    let in_body = |span: Span| document.sentence_at(span.start).is_some_and(|at| is_body(document.sentences[at].zone));
    let mut seen = Vec::new();
    let mut found = Vec::new();
    for mention in mentions.iter().filter(|mention| mention.span.start >= within.start && mention.span.end <= within.end) {
        if seen.contains(&mention.entity) {
            continue;
        }
        seen.push(mention.entity);
        let others: Vec<Span> =
            mentions.iter().filter(|other| other.entity == mention.entity && in_body(other.span)).map(|other| other.span).collect();
        let (first, places) = if others.is_empty() {
            let words = folded(text, mention.span);
            let run = body.run(&words);
            let first = run.first().map(|at| body.words[*at as usize].cover(body.words[*at as usize + words.len() - 1]));
            (first, body.starts(&run))
        } else {
            (others.first().copied(), others.iter().map(|span| span.start).collect())
        };
        found.push((mention.span, sought(ClaimKind::Name, text, mention.span, first, places)));
    }
    found
}

fn sought_figures(document: &Document, figures: &[Figure], within: Span, body: &Body) -> Vec<(Span, Sought)> {
    let text = document.text();
    let in_title = figures.iter().filter(|figure| figure.span.start >= within.start && figure.span.end <= within.end);
    let claim = |figure: &Figure| {
        let is_same = |other: &&Figure| {
            let in_body = document.sentence_at(other.span.start).is_some_and(|at| is_body(document.sentences[at].zone));
            in_body && other.value == figure.value && other.unit == figure.unit
        };
        let same: Vec<Span> = figures.iter().filter(is_same).map(|other| other.span).collect();
        let run = if same.is_empty() { body.run(&folded(text, figure.span)) } else { Vec::new() };
        let first = same.first().copied().or_else(|| run.first().map(|at| body.words[*at as usize]));
        let places = same.iter().map(|span| span.start).chain(body.starts(&run)).collect();
        (figure.span, sought(ClaimKind::Figure, text, figure.span, first, places))
    };
    in_title.map(claim).collect()
}

fn sought_quotation(text: &str, span: Span, body: &Body) -> Option<Sought> {
    let words = folded(text, span);
    (words.len() >= 2).then(|| {
        let run = body.run(&words);
        let last = words.len() - 1;
        let first = run.first().map(|at| body.words[*at as usize].cover(body.words[*at as usize + last]));
        sought(ClaimKind::Quotation, text, span, first, body.starts(&run))
    })
}

/// Content words that are part of no name and no figure, each stem once.
fn sought_words(document: &Document, text: &str, within: Span, held: &[Span], body: &Body) -> Vec<Sought> {
    let stem = |form: &str| vocabulary::stem(document.language, form);
    let mut stems: Vec<(String, Span)> = Vec::new();
    for span in text::words(text, within).filter(|span| !held.iter().any(|held| held.overlaps(*span))) {
        let form = span.slice(text);
        let (word, stem) = (fold(form), stem(form));
        let is_content = word.chars().count() >= SHORTEST && !is_function_word(&word) && !is_finite(document.language, &word);
        if is_content && !stems.iter().any(|(seen, _)| *seen == stem) {
            stems.push((stem, span));
        }
    }
    let mut places: Vec<Vec<u32>> = vec![Vec::new(); stems.len()];
    for (form, of_form) in &body.forms {
        let of_body = stem(form);
        if let Some(at) = stems.iter().position(|(stem, _)| *stem == of_body) {
            places[at].extend(of_form);
        }
    }
    let claim = |((_, span), mut places): (&(String, Span), Vec<u32>)| {
        places.order();
        let first = places.first().map(|at| body.words[*at as usize]);
        sought(ClaimKind::Word, text, *span, first, body.starts(&places))
    };
    stems.iter().zip(places).map(claim).collect()
}

fn folded(text: &str, within: Span) -> Vec<String> {
    text::words(text, within).map(|span| fold(span.slice(text))).collect()
}

/// The sentence of the body with most of the claims, the first of several.
fn nearest(document: &Document, sought: &[Sought]) -> Option<Span> {
    let mut counts: Vec<u32> = vec![0; document.sentences.len()];
    for sought in sought {
        let mut sentences: Vec<usize> = sought.places.iter().filter_map(|start| document.sentence_at(*start)).collect();
        sentences.dedup();
        sentences.into_iter().for_each(|at| counts[at] += 1);
    }
    let best = counts.iter().zip(&document.sentences).filter(|(n, _)| **n >= 2).rev().max_by_key(|(n, _)| **n)?;
    Some(best.1.span)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::{Article, Corpus};
    use crate::times::TimeIndex;
    use expect_test::{Expect, expect};
    use std::fmt::Write;

    fn check(title: &str, body: &str, expected: Expect) {
        let article = Article::new("a.md", &format!("---\ntitle: Autre\n---\n\n# {title}\n\n{body}\n"));
        let corpus = Corpus::read(None, vec![article]).unwrap();
        let entities = EntityIndex::build(&corpus);
        let figures = FigureIndex::build(&corpus, &TimeIndex::build(&corpus));
        let document = &corpus.documents[0];
        let found = headline(document, &entities, &figures).expect("it has a title");
        let mut shown = format!("{:?}, asks: {}, quoted: {}\n", found.mood, found.asks, found.n_quoted);
        for claim in &found.claims {
            let there = claim.found.map_or("missing", |span| span.slice(document.text()));
            writeln!(shown, "{:?} {}: {there}", claim.kind, claim.shown).unwrap();
        }
        if let Some((span, mood)) = found.nearest {
            writeln!(shown, "nearest, {mood:?}: {}", span.slice(document.text())).unwrap();
        }
        expected.assert_eq(&shown);
    }

    #[test]
    fn what_a_headline_claims_is_found_in_the_body_or_missing() {
        check(
            "Le préfet ferme 12 ponts et promet « une enquête rapide »",
            "Le préfet aurait fermé douze ponts mardi dans le département, selon la radio. Une enquête rapide suivra.",
            expect![[r#"
                Indicative, asks: false, quoted: 1
                Word préfet: préfet
                Word ferme: fermé
                Figure 12: douze
                Word ponts: ponts
                Word promet: missing
                Quotation « une enquête rapide »: Une enquête rapide
                Word enquête: enquête
                Word rapide: rapide
                nearest, Conditional: Le préfet aurait fermé douze ponts mardi dans le département, selon la radio.
            "#]],
        );
    }

    #[test]
    fn a_question_is_a_question_and_what_the_body_leaves_out_is_missing() {
        check(
            "Faut-il craindre une crue centennale ?",
            "Le fleuve a monté mardi soir dans toute la ville basse.",
            expect![[r#"
            Indicative, asks: true, quoted: 0
            Word Faut: missing
            Word craindre: missing
            Name une crue centennale: missing
        "#]],
        );
    }
}
