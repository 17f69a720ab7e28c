//! One utterance with all its versions, each word by word beside the fullest.

use std::ops::Range;
use std::rc::Rc;

use super::voices::{Voices, clipped, shown};
use super::{Engine, n_of};
use crate::compare::{COMPARED, Wording, wordings};
use crate::corpus::Document;
use crate::id::DocumentId;
use crate::protocol::{EACH_VERSION, Piece, SHOWN_VERSIONS, Seam, Splice, UtteranceView, VersionView};
use crate::quotes::{Quote, QuoteId, Relation, Version};
use crate::say;
use crate::span::Span;
use crate::text::{fold, words};

/// Words of the fullest version left out between two others from which these are joined: as the relation has it.
const APART: usize = 3;
/// Words that a writer puts between two parts to join them: `et`, `et que`.
const JOINED_BY: usize = 2;
/// Words shown on each side of a seam.
const BESIDE: usize = 4;
/// Letters shown of what stands between two parts, and of a stretch that was left out.
const LONGEST_ASIDE: usize = 160;
const LONGEST_LEFT: usize = 1_200;

/// The words of one version in its article.
struct Wordlist<'d> {
    document: &'d Document,
    /// Places in the raw text, with the part in which each stands.
    places: Vec<(Span, u32)>,
    parts: &'d [Span],
    folded: Vec<String>,
}

impl Engine {
    pub(super) fn utterance(&mut self, document: DocumentId, start: u32) -> Result<UtteranceView, String> {
        let voices = self.voices();
        let at = self
            .quote_at(document, start)
            .ok_or_else(|| say!("aucune citation ne se trouve à cet endroit", "there is no quotation at this place"))?;
        let utterance = self.quotes.quotes[at].utterance.and_then(|id| self.quotes.utterances.get(id.0 as usize));
        let alone = [Version { quote: QuoteId(n_of(at)), relation: Relation::Full }];
        let versions = utterance.map_or(&alone[..], |utterance| &utterance.versions);
        let fullest = versions
            .first()
            .and_then(|version| self.wordlist(version))
            .ok_or_else(|| say!("cette citation n’a pas d’article", "this quotation has no article"))?;
        let (shown, same) = self.told_apart(versions);
        let views = shown.iter().zip(same).take(SHOWN_VERSIONS);
        let views = views.filter_map(|(version, same)| Some(VersionView { same, ..self.version(&voices, version, &fullest)? })).collect();
        let mut present = vec![false; self.corpus.documents.len()];
        for quote in versions.iter().filter_map(|version| self.quotes.quote(version.quote)) {
            present[quote.document.index()] = true;
        }
        Ok(UtteranceView {
            versions: views,
            n_wordings: n_of(shown.len()),
            n_versions: n_of(versions.len()),
            absent: self.corpus.documents.iter().map(|document| document.id).filter(|id| !present[id.index()]).collect(),
        })
    }

    /// The quotation that begins at a place, else the smallest one that holds it.
    fn quote_at(&self, document: DocumentId, start: u32) -> Option<usize> {
        let first = self.quotes.quotes.partition_point(|quote| quote.document < document);
        let here = || self.quotes.quotes_in(document).iter().zip(first..);
        let begins = here().find(|(quote, _)| quote.span.start == start);
        let holds = || here().filter(|(quote, _)| quote.span.start <= start && start < quote.span.end);
        begins.or_else(|| holds().min_by_key(|(quote, _)| quote.span.len())).map(|(_, at)| at)
    }

    /// The versions that are shown, each with where its words stand besides. In an utterance of many versions those of the
    /// same words are one.
    fn told_apart(&self, versions: &[Version]) -> (Vec<Version>, Vec<Vec<(DocumentId, Span)>>) {
        let many = versions.len() > EACH_VERSION;
        let (mut shown, mut same, mut seen): (Vec<Version>, Vec<Vec<_>>, Vec<Vec<String>>) = (Vec::new(), Vec::new(), Vec::new());
        for version in versions {
            let words = if many { self.wordlist(version).map_or_else(Vec::new, |list| list.folded) } else { Vec::new() };
            let before = seen.iter().position(|other| many && *other == words);
            match (before, self.quotes.quote(version.quote)) {
                (Some(place), Some(quote)) => same[place].push((quote.document, quote.span)),
                _ => {
                    shown.push(*version);
                    same.push(Vec::new());
                    seen.push(words);
                }
            }
        }
        (shown, same)
    }

    fn wordlist(&self, version: &Version) -> Option<Wordlist<'_>> {
        let quote = self.quotes.quote(version.quote)?;
        Some(Wordlist::of(self.corpus.document(quote.document)?, quote))
    }

    fn version(&self, voices: &Rc<Voices>, version: &Version, fullest: &Wordlist) -> Option<VersionView> {
        let mark = self.quote_mark(voices, version.quote.0 as usize)?;
        let own = self.wordlist(version)?;
        let (a, b): (Vec<&str>, Vec<&str>) = (fullest.words(), own.words());
        let language = own.document.language;
        let runs = wordings(&a, &b, &|word| !language.is_function_word(word));
        let n_beyond = n_of(own.folded.len().saturating_sub(COMPARED));
        Some(VersionView {
            mark,
            relation: version.relation,
            pieces: pieces(fullest, &own, &runs),
            splices: splices(&own, &runs),
            n_beyond,
            same: Vec::new(),
        })
    }
}

impl<'d> Wordlist<'d> {
    fn of(document: &'d Document, quote: &'d Quote) -> Self {
        let of_part = |(part, n): (&Span, u32)| words(document.text(), *part).map(move |span| (span, n)).collect::<Vec<_>>();
        let places: Vec<(Span, u32)> = quote.parts.iter().zip(0..).flat_map(of_part).collect();
        let folded = places.iter().map(|(span, _)| fold(span.slice(document.text()))).collect();
        Self { document, places, parts: &quote.parts, folded }
    }

    fn words(&self) -> Vec<&str> {
        self.folded.iter().map(String::as_str).collect()
    }

    /// Some words as they are written, with the signs up to the next word of their part; asides apart.
    fn written(&self, range: Range<usize>, piece: &mut dyn FnMut(String), aside: &mut dyn FnMut(String)) {
        let mut from = range.start;
        while from < range.end {
            let part = self.places[from].1;
            let to = (from..range.end).find(|at| self.places[*at].1 != part).unwrap_or(range.end);
            let whole = self.parts[part as usize];
            // The first word of a part comes with the signs before it.
            let begins = from == 0 || self.places[from - 1].1 != part;
            if begins && from > 0 {
                let between = Span { start: self.parts[self.places[from - 1].1 as usize].end, end: whole.start };
                let words = shown(self.document, between);
                let words = words.trim_matches([',', ' ']);
                // A quotation that runs over paragraphs has nothing but its marks there.
                if words.chars().any(char::is_alphanumeric) {
                    aside(clipped(words, LONGEST_ASIDE));
                }
            }
            let start = if begins { whole.start } else { self.places[from].0.start };
            let end = self.places.get(to).filter(|next| next.1 == part).map_or(whole.end, |next| next.0.start);
            piece(shown(self.document, Span { start, end: end.max(start) }));
            from = to;
        }
    }

    fn text(&self, range: Range<usize>) -> String {
        let mut text = Vec::new();
        self.written(range, &mut |words| text.push(words), &mut |_| {});
        text.join(" ")
    }
}

fn pieces(fullest: &Wordlist, own: &Wordlist, runs: &[Wording]) -> Vec<Piece> {
    let pieces = std::cell::RefCell::new(Vec::new());
    let push = |piece: Piece| pieces.borrow_mut().push(piece);
    for run in runs {
        match run {
            Wording::Both { b, .. } => {
                own.written(b.clone(), &mut |words| push(Piece::Kept(words)), &mut |words| push(Piece::Aside(words)))
            }
            Wording::OnlyB(b) => own.written(b.clone(), &mut |words| push(Piece::Own(words)), &mut |words| push(Piece::Aside(words))),
            Wording::OnlyA(a) => push(Piece::Left(clipped(&fullest.text(a.clone()), LONGEST_LEFT), n_of(a.len()))),
        }
    }
    pieces.into_inner()
}

/// The places where words that are distant in the fullest version follow each other, but for a word or two that join them.
fn splices(own: &Wordlist, runs: &[Wording]) -> Vec<Splice> {
    let mut found = Vec::new();
    let (mut before, mut n_left, mut n_own) = (None, 0, 0);
    for run in runs {
        match run {
            Wording::OnlyA(left) => n_left += left.len(),
            Wording::OnlyB(words) => n_own += words.len(),
            Wording::Both { b: after, .. } => {
                if let Some(before) = before.filter(|_| n_left >= APART && n_own <= JOINED_BY) {
                    found.push(splice(own, before, after, n_left));
                }
                (before, n_left, n_own) = (Some(after), 0, 0);
            }
        }
    }
    found
}

fn splice(own: &Wordlist, before: &Range<usize>, after: &Range<usize>, n_left: usize) -> Splice {
    Splice {
        before: own.text(before.end.saturating_sub(BESIDE).max(before.start)..before.end),
        after: own.text(after.start..(after.start + BESIDE).min(after.end)),
        n_left: n_of(n_left),
        seam: seam(own, before.end - 1, after.start),
    }
}

/// What shows between two words that follow each other in a version.
fn seam(own: &Wordlist, before: usize, after: usize) -> Seam {
    let between = Span { start: own.places[before].0.end, end: own.places[after].0.start };
    let text = shown(own.document, between);
    if text.contains('…') || text.contains("...") || text.contains('[') {
        Seam::Ellipsis
    } else if own.places[before].1 != own.places[after].1 {
        Seam::Aside
    } else {
        Seam::None
    }
}
