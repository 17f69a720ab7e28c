//! What each line of a page is for, told by what it says of itself, its shape and its place.
//!
//! Pages differ, but all of them put the title before the first paragraph, and links, pleas and footers after the last.
//! So the paragraphs are found first, then where the article ends, then its title, then what lies between.

use super::claim::{cue, is_breadcrumb, is_embedded, is_heading, is_item, is_long, is_sentence, names_caption};
use super::cues::{Cue, Cues};
use super::line_model::{self, LineModel};
use super::lines::{End, Hint, Line};
use super::shallow::{self, Said};
use super::training::Sample;
use super::zones::ZoneKind;
use super::{byline, ending, headline};
use crate::order::Order as _;
use crate::span::Span;
use crate::text::{fold, words};

/// The page while it is being read: what is known of every line so far.
pub(super) struct Page<'a> {
    pub lines: &'a [Line<'a>],
    pub cues: Vec<Option<Cue>>,
    pub kinds: Vec<Option<ZoneKind>>,
    /// What counts as a paragraph here.
    bar: Bar,
    /// Blank lines stand everywhere, so that they tell nothing.
    airy: bool,
    /// Blank lines part the paragraphs.
    pub spaced: bool,
}

/// What a paragraph is, on this page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bar {
    /// Some lines are long: only they are surely paragraphs.
    Long,
    /// Only short ones: those that end like sentences.
    Sentence,
    /// Nothing ends like a sentence: the longest lines, in characters.
    Longest(usize),
}

/// The lines as the line model sees them.
pub(super) fn samples(lines: &[Line<'_>], knows: impl Fn(usize) -> bool) -> Vec<Sample> {
    let (kinds, cues) = by_cues(lines, None, cues(lines).enumerate().map(|(i, cue)| cue.filter(|_| knows(i))).collect());
    let said = said(lines, &kinds, &cues);
    let rows = shallow::rows(&said);
    said.iter()
        .zip(rows)
        .map(|(said, features)| Sample {
            span: said.line.span,
            text: said.line.text.clone().into_owned(),
            n_chars: said.line.n_chars,
            kind: said.kind,
            open: line_model::is_open(said.kind),
            features,
        })
        .collect()
}

/// The kinds of the same lines as these weights revise them.
pub(super) fn revised(lines: &[Line<'_>], model: &LineModel<'_>) -> Vec<ZoneKind> {
    let (kinds, cues) = by_rules(lines, None);
    line_model::revise(&said(lines, &kinds, &cues), model)
}

/// One kind for every line.
pub(super) fn kinds(lines: &[Line<'_>], title: Option<&str>) -> Vec<ZoneKind> {
    let (mut kinds, cues) = by_rules(lines, title);
    let Some(model) = LineModel::get() else { return kinds };
    let revised = line_model::revise(&said(lines, &kinds, &cues), &model);
    for (kind, revised) in kinds.iter_mut().filter(|kind| **kind != ZoneKind::Markup).zip(revised) {
        *kind = revised;
    }
    kinds
}

/// What the rules said of all lines that are text.
fn said<'a>(lines: &'a [Line<'a>], kinds: &[ZoneKind], cues: &[Option<Cue>]) -> Vec<Said<'a>> {
    let all = (0..lines.len()).map(|i| Said { line: &lines[i], cue: cues[i], kind: kinds[i] });
    all.filter(|said| said.kind != ZoneKind::Markup).collect()
}

/// What the rules say of every line, and what each says of itself.
fn by_rules(lines: &[Line<'_>], title: Option<&str>) -> (Vec<ZoneKind>, Vec<Option<Cue>>) {
    by_cues(lines, title, cues(lines).collect())
}

fn cues(lines: &[Line<'_>]) -> impl Iterator<Item = Option<Cue>> {
    lines.iter().map(|line| cue(line))
}

fn by_cues(lines: &[Line<'_>], title: Option<&str>, cues: Vec<Option<Cue>>) -> (Vec<ZoneKind>, Vec<Option<Cue>>) {
    let mut page = Page { lines, cues, kinds: vec![None; lines.len()], bar: Bar::Long, airy: false, spaced: false };
    page.spaced = lines.iter().filter(|line| line.gap).count() * 5 > lines.len();
    page.airy = lines.len() >= 8 && lines.iter().filter(|line| line.gap).count() * 10 >= lines.len() * 9;
    page.read_repeated();
    page.read_neighbours();
    page.set_bar();
    let Some(first) = (0..lines.len()).find(|&i| page.is_paragraph(i)) else { return (page.finish(), page.cues) };
    ending::read(&mut page, first);
    let title = headline::find(&page, first, title);
    page.read_head(title, first);
    page.read_body(title, first);
    (page.finish(), page.cues)
}

impl Page<'_> {
    /// True when nothing is known of the line yet.
    pub(super) fn is_free(&self, i: usize) -> bool {
        self.cues[i].is_none() && self.kinds[i].is_none()
    }

    /// True for a line that is surely a paragraph.
    pub(super) fn is_paragraph(&self, i: usize) -> bool {
        let line = &self.lines[i];
        self.is_free(i)
            && !matches!(line.hint, Hint::Title | Hint::Heading)
            && match self.bar {
                Bar::Long => is_long(line),
                Bar::Sentence => is_sentence(line),
                Bar::Longest(n) => line.n_chars >= n,
            }
    }

    /// Lines that come again on every sheet of a printed page, the number of the sheet apart, are its running head.
    fn read_repeated(&mut self) {
        let stripped = |i: usize| {
            self.lines[i]
                .words
                .iter()
                .filter(|word| !word.starts_with(|c: char| c.is_ascii_digit()))
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" ")
        };
        let is_head = |i: &usize| {
            let line = &self.lines[*i];
            self.is_free(*i)
                && line.hint == Hint::None
                && (3..=14).contains(&line.words.len())
                && line.end == End::Open
                && line.n_chars <= 110
        };
        let mut keys: Vec<(String, usize)> = (0..self.lines.len()).filter(is_head).map(|i| (stripped(i), i)).collect();
        keys.order();
        for same in keys.chunk_by(|a, b| a.0 == b.0) {
            let numbers = |i: usize| self.lines[i].words.iter().filter(|word| word.starts_with(|c: char| c.is_ascii_digit()));
            let counted = same.windows(2).all(|pair| !numbers(pair[0].1).eq(numbers(pair[1].1)));
            // The title may stand twice or three times above the article; a running head has text between.
            let apart = same.windows(2).all(|pair| (pair[0].1..pair[1].1).any(|i| self.lines[i].n_chars >= PARAGRAPH));
            let enough = same.len() >= if counted { 2 } else { 3 };
            if enough && apart && same[0].0.len() >= 8 && !byline::is_names(&self.lines[same[0].1].text) {
                same.iter().for_each(|&(_, i)| self.cues[i] = Some(Cue::Furniture));
            }
        }
    }

    /// What lines say of the lines beside them: a label of its value, a lost picture of its caption.
    fn read_neighbours(&mut self) {
        let first = (0..self.lines.len()).find(|&i| self.is_free(i));
        for i in 0..self.lines.len() {
            match self.lines[i].hint {
                Hint::Caption => self.kinds[i] = Some(ZoneKind::Caption),
                Hint::Lead => self.kinds[i] = Some(ZoneKind::Lead),
                Hint::None if names_caption(&self.lines[i]) => self.kinds[i] = Some(ZoneKind::Caption),
                _ => {}
            }
            let Some(next) = self.lines.get(i + 1) else { continue };
            let label = self.lines[i].words.len() <= 3;
            match self.cues[i] {
                Some(Cue::Byline) if label && self.is_free(i + 1) && byline::is_names(&next.text) => {
                    self.cues[i + 1] = Some(Cue::Byline);
                }
                // `Par Radio Littoral` is no person, but signs all the same above a date.
                None if self.is_free(i) && self.signs_above_date(i) => self.cues[i] = Some(Cue::Byline),
                // The heading of a list of links.
                None if self.is_free(i) && self.heads_links(i) => self.cues[i] = Some(Cue::Related),
                // Names alone, above or below the date.
                None if self.is_free(i) && self.names_beside_date(i) => self.cues[i] = Some(Cue::Byline),
                // The house of the author, under the name.
                Some(Cue::Byline) if self.is_affiliation(i + 1) => self.kinds[i + 1] = Some(ZoneKind::Byline),
                Some(Cue::Credit)
                    if self.is_label(i) && self.is_free(i + 1) && !next.gap && next.words.len() <= 6 && next.end == End::Open =>
                {
                    self.cues[i + 1] = Some(Cue::Credit);
                }
                Some(Cue::Picture) if self.is_free(i + 1) && self.is_near(i + 1) && next.n_chars <= 160 && next.hint == Hint::None => {
                    self.kinds[i + 1] = Some(ZoneKind::Caption);
                }
                None if self.is_caption(i) && first != Some(i) => self.kinds[i] = Some(ZoneKind::Caption),
                _ => {}
            }
        }
        // Who signs is known by now, by a name alone beside the date too.
        let signed = self.signed_names();
        for i in 0..self.lines.len() {
            if self.is_free(i) && presents(&self.lines[i], &signed) {
                self.kinds[i] = Some(ZoneKind::Byline);
            }
        }
    }

    /// The folded names, of two words or more, of those who sign the page.
    fn signed_names(&self) -> Vec<Vec<String>> {
        let mut found = Vec::new();
        for line in (0..self.lines.len()).filter(|&i| self.cues[i] == Some(Cue::Byline)).map(|i| &self.lines[i]) {
            let text = &*line.text;
            let n_cue = Cues::get().of(&line.words).first().filter(|met| met.cue == Cue::Byline).map_or(0, |met| met.n_words);
            let from = words(text, Span::of(text)).nth(n_cue).map_or(text.len(), |word| word.start as usize);
            let folded = |name: &str| words(name, Span::of(name)).map(|word| fold(word.slice(name))).collect::<Vec<_>>();
            found.extend(byline::names(&text[from..]).into_iter().map(folded).filter(|name| name.len() >= 2));
        }
        found.truncate(SIGNED);
        found
    }

    /// True when the line belongs to the one before, as far as blank lines tell.
    fn is_near(&self, i: usize) -> bool {
        !self.lines[i].gap || self.airy
    }

    /// True when the line is a cue and nothing else.
    fn is_label(&self, i: usize) -> bool {
        Cues::get().of(&self.lines[i].words).iter().any(|met| met.whole)
    }

    /// True for `Par` and a few words, glued to a date below.
    fn signs_above_date(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let dated = self.cues.get(i + 1) == Some(&Some(Cue::Date)) && self.is_near(i + 1);
        let signs = matches!(line.words.first().map(String::as_str), Some("par" | "by"));
        dated && signs && line.words.len() <= 8 && line.end == End::Open
    }

    /// True for a few words above two lines that are links and nothing else.
    fn heads_links(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let linked = |at: usize| self.lines.get(at).is_some_and(|line| line.hint == Hint::Related);
        let short = (1..=6).contains(&line.words.len()) && line.end == End::Open;
        short && matches!(line.hint, Hint::None | Hint::Heading) && linked(i + 1) && linked(i + 2)
    }

    /// True for names of persons, or the newsroom, glued to a date, below the title.
    fn names_beside_date(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let dated = |at: usize| self.cues.get(at) == Some(&Some(Cue::Date));
        let beside = dated(i + 1) && self.is_near(i + 1) || i > 0 && dated(i - 1) && self.is_near(i);
        let signs = byline::is_names(&line.text) || line.words.iter().any(|word| word == "redaction" || word == "newsroom");
        let titled = || (i.saturating_sub(12)..i).any(|at| self.is_free(at) && self.lines[at].words.len() >= 5);
        beside && signs && line.words.len() <= 7 && line.end == End::Open && line.hint == Hint::None && titled()
    }

    /// True for a short line with a picture's credit glued to it.
    fn is_caption(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let credited = self.cues.get(i + 1) == Some(&Some(Cue::Credit)) && self.is_near(i + 1);
        // Where blank lines tell nothing, the last paragraph before the credit of a whole page looks the same.
        let longest = if self.airy { 160 } else { 250 };
        let goes_on = !self.airy || (i + 2..self.lines.len().min(i + 8)).any(|j| self.is_free(j) && is_long(&self.lines[j]));
        self.is_free(i) && credited && line.n_chars <= longest && line.hint == Hint::None && goes_on
    }

    /// True for a few words with capitals, glued to the line before and followed by date or furniture.
    fn is_affiliation(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let text = &*line.text;
        let after = matches!(self.cues.get(i + 1), Some(Some(Cue::Date | Cue::Furniture | Cue::Picture | Cue::Byline)));
        self.is_free(i)
            && self.is_near(i)
            && after
            && line.words.len() <= 4
            && line.end == End::Open
            && text.starts_with(char::is_uppercase)
    }

    fn set_bar(&mut self) {
        let free = |i: &usize| self.is_free(*i) && !matches!(self.lines[*i].hint, Hint::Title | Hint::Heading);
        let all: Vec<usize> = (0..self.lines.len()).filter(free).collect();
        self.bar = if all.iter().any(|&i| is_long(&self.lines[i])) {
            Bar::Long
        } else if all.iter().any(|&i| is_sentence(&self.lines[i])) {
            Bar::Sentence
        } else {
            let longest = all.iter().map(|&i| self.lines[i].n_chars).max().unwrap_or(0);
            Bar::Longest(longest.div_ceil(2).max(1))
        };
    }

    /// Lines before the title and between the title and the first paragraph.
    fn read_head(&mut self, title: Option<usize>, first: usize) {
        if let Some(title) = title {
            self.kinds[title] = Some(ZoneKind::Title);
        }
        let before: Vec<usize> = (0..title.unwrap_or(first)).filter(|&i| self.is_free(i)).collect();
        for &i in &before {
            let short = self.lines[i].words.len() <= 4;
            let last = before.last() == Some(&i);
            self.kinds[i] = Some(match title {
                Some(_) if self.lines[i].hint == Hint::Title => ZoneKind::Title,
                Some(_) if last && short && before.len() <= 4 || is_breadcrumb(&self.lines[i].text) => ZoneKind::Section,
                Some(_) => ZoneKind::Boilerplate,
                None if short => ZoneKind::Section,
                None => ZoneKind::Body,
            });
        }
        let Some(title) = title else { return };
        let mut lead = (0..self.lines.len()).any(|i| self.kinds[i] == Some(ZoneKind::Lead));
        let title_key = self.lines[title].key();
        for i in title + 1..first {
            if !self.is_free(i) {
                continue;
            }
            let line = &self.lines[i];
            let text = &*line.text;
            let n_words = line.words.len();
            let next_is_prose = (i + 1..self.lines.len())
                .find(|&j| self.cues[j].is_none())
                .is_some_and(|j| self.is_paragraph(j) || is_sentence(&self.lines[j]));
            self.kinds[i] = Some(if line.hint == Hint::Heading {
                ZoneKind::Heading
            } else if line.hint == Hint::Title && line.key() != title_key {
                ZoneKind::Title
            } else if line.key() == title_key || is_breadcrumb(text) {
                ZoneKind::Boilerplate
            } else if self.cues[i - 1] == Some(Cue::Byline) && self.is_near(i) && n_words <= 4
                || line.end == End::Open && byline::is_names(text)
                || n_words <= 8 && self.cues.get(i + 1) == Some(&Some(Cue::Date)) && !byline::names(text).is_empty()
            {
                ZoneKind::Byline
            } else if is_sentence(line) || n_words >= 7 {
                let kind = if lead { ZoneKind::Body } else { ZoneKind::Lead };
                lead = true;
                kind
            } else if lead && next_is_prose {
                ZoneKind::Heading
            } else {
                ZoneKind::Section
            });
        }
    }

    /// Paragraphs, headings between them, and what trails after the last.
    fn read_body(&mut self, title: Option<usize>, first: usize) {
        let prose = |page: &Self, i: usize| page.is_free(i) && (page.is_paragraph(i) || is_sentence(&page.lines[i]));
        let n_prose = (first..self.lines.len()).filter(|&i| prose(self, i)).count();
        let lead = (0..first).any(|i| self.kinds[i] == Some(ZoneKind::Lead)) || self.kinds.contains(&Some(ZoneKind::Lead));
        let last = (first..self.lines.len()).rev().find(|&i| prose(self, i)).unwrap_or(first);
        let opens = !lead && self.lines[first].n_chars <= LEAD && n_prose >= if title.is_some() { 2 } else { 3 };
        let trail: Vec<usize> = (last + 1..self.lines.len()).filter(|&i| self.is_free(i)).collect();
        let mut listed = false;
        for i in first..self.lines.len() {
            listed |= i > last && self.cues[i] == Some(Cue::Furniture);
            if !self.is_free(i) {
                continue;
            }
            let line = &self.lines[i];
            let text = &*line.text;
            self.kinds[i] = Some(if i == first && opens {
                ZoneKind::Lead
            } else if i > last && line.hint != Hint::Heading {
                // Tags and the like under a line of furniture.
                match trail.len() {
                    _ if line.hint == Hint::Cell => ZoneKind::Body,
                    _ if listed && line.words.len() < 5 => ZoneKind::Boilerplate,
                    _ if byline::is_names(text) => ZoneKind::Byline,
                    _ if is_item(line) && line.words.len() >= 2 => ZoneKind::Body,
                    _ if line.end == End::Stop && line.words.len() >= 3 => ZoneKind::Body,
                    _ if is_embedded(text) => ZoneKind::Caption,
                    1 | 2 if !self.lines[i].gap || line.words.len() >= 5 => ZoneKind::Body,
                    1 => ZoneKind::Boilerplate,
                    _ if line.words.len() >= 5 => ZoneKind::Related,
                    _ => ZoneKind::Boilerplate,
                }
            } else if line.hint == Hint::Heading || is_heading(line) {
                ZoneKind::Heading
            } else {
                ZoneKind::Body
            });
        }
    }

    /// Kinds for what is left, and an article in every page that has any text.
    fn finish(&mut self) -> Vec<ZoneKind> {
        let mut kinds: Vec<ZoneKind> = (0..self.lines.len())
            .map(|i| match (self.lines[i].hint, self.kinds[i].take(), self.cues[i]) {
                (Hint::Markup, ..) => ZoneKind::Markup,
                (_, Some(kind), _) => kind,
                (_, None, Some(cue)) => furniture(cue),
                (Hint::Title, None, None) => ZoneKind::Title,
                (_, None, None) => ZoneKind::Body,
            })
            .collect();
        if !kinds.iter().any(|kind| matches!(kind, ZoneKind::Lead | ZoneKind::Body)) {
            let text = |i: &usize| kinds[*i] != ZoneKind::Markup && kinds[*i] != ZoneKind::Title;
            let longest = (0..kinds.len()).filter(text).map(|i| self.lines[i].n_chars).max().unwrap_or(usize::MAX);
            for (kind, line) in kinds.iter_mut().zip(self.lines) {
                if !matches!(kind, ZoneKind::Markup | ZoneKind::Title) && line.n_chars.saturating_mul(2) >= longest {
                    *kind = ZoneKind::Body;
                }
            }
        }
        kinds
    }
}

/// More names than this are no authors.
const SIGNED: usize = 8;

/// True for a line that says who an author is: the name that signs the page, then what that person does. The page's own text
/// hardly begins a paragraph with its author.
fn presents(line: &Line<'_>, signed: &[Vec<String>]) -> bool {
    const DOES: [&str; 26] = [
        "est",
        "sont",
        "couvre",
        "ecrit",
        "suit",
        "travaille",
        "dirige",
        "enseigne",
        "collabore",
        "a",
        "journaliste",
        "is",
        "are",
        "was",
        "covers",
        "writes",
        "reports",
        "works",
        "has",
        "joined",
        "edits",
        "teaches",
        "leads",
        "can",
        "reporter",
        "staff",
    ];
    let follows =
        |name: &Vec<String>| line.words.starts_with(name) && line.words.get(name.len()).is_none_or(|next| DOES.contains(&next.as_str()));
    line.words.len() <= 70 && line.hint == Hint::None && signed.iter().any(follows)
}

/// A line of so many characters is text.
const PARAGRAPH: usize = 60;
/// A first paragraph of more characters is no lead.
const LEAD: usize = 700;

/// The zone of a line that is what its cue says.
pub(super) fn furniture(cue: Cue) -> ZoneKind {
    match cue {
        Cue::Byline => ZoneKind::Byline,
        Cue::Date => ZoneKind::Date,
        Cue::Credit => ZoneKind::Credit,
        Cue::Related => ZoneKind::Related,
        Cue::Picture | Cue::Closing | Cue::Comments | Cue::Furniture => ZoneKind::Boilerplate,
    }
}
