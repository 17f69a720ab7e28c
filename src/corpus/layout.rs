//! What each line of a page is for, told by what it says of itself, its shape and its place.
//!
//! Pages differ, but all of them put the title before the first paragraph, and links, pleas and footers after the last.
//! So the paragraphs are found first, then where the article ends, then its title, then what lies between.

use super::cues::{Cue, Cues};
use super::lines::{End, Hint, Line};
use super::zones::ZoneKind;
use super::{agency, byline, headline, stamp};
use crate::span::Span;
use crate::text::words;

/// The page while it is being read: what is known of every line so far.
pub(super) struct Page<'a> {
    pub lines: &'a [Line<'a>],
    pub cues: Vec<Option<Cue>>,
    pub kinds: Vec<Option<ZoneKind>>,
    /// What counts as a paragraph here.
    bar: Bar,
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

/// A line of so many characters is a paragraph: about two lines of print.
const PARAGRAPH: usize = 100;

/// One kind for every line.
pub(super) fn kinds(lines: &[Line<'_>], title: Option<&str>) -> Vec<ZoneKind> {
    let mut page = Page { lines, cues: Vec::new(), kinds: vec![None; lines.len()], bar: Bar::Long };
    page.cues = lines.iter().map(|line| cue(line)).collect();
    page.read_neighbours();
    page.set_bar();
    let Some(first) = (0..lines.len()).find(|&i| page.is_paragraph(i)) else { return page.finish() };
    page.read_end(first);
    let title = headline::find(&page, first, title);
    page.read_head(title, first);
    page.read_body(title, first);
    page.finish()
}

/// What a line says of itself, checked against its shape.
fn cue(line: &Line<'_>) -> Option<Cue> {
    match line.hint {
        Hint::Furniture | Hint::Markup => return Some(Cue::Furniture),
        Hint::Related => return Some(Cue::Related),
        Hint::Byline => return Some(Cue::Byline),
        Hint::Date => return Some(Cue::Date),
        Hint::Credit => return Some(Cue::Credit),
        Hint::Title | Hint::Heading | Hint::Lead | Hint::Caption => return None,
        Hint::None => {}
    }
    let text = &*line.text;
    let n_words = line.words.len();
    if n_words == 0 || is_address(text) || n_words <= 2 && line.words.iter().all(|w| w.bytes().all(|b| b.is_ascii_digit())) {
        return Some(Cue::Furniture);
    }
    if text.starts_with('©') || text.starts_with("(c) ") {
        let year = line.words[0].len() == 4 && line.words[0].bytes().all(|b| b.is_ascii_digit());
        return Some(if year || n_words > 16 { Cue::Closing } else { Cue::Credit });
    }
    for met in Cues::get().of(&line.words) {
        let rest = words(text, Span::of(text)).nth(met.n_words - 1).map_or("", |last| &text[last.end as usize..]);
        let rest = rest.trim_start_matches(|c: char| !c.is_alphanumeric());
        let right = match met.cue {
            Cue::Byline => met.whole && met.n_words + line.words[0].len() > 4 || n_words <= 22 && is_signature(rest),
            Cue::Date => n_words <= 24 && line.words.len() <= 6 && met.whole || stamp::is_dateline(&line.words) || is_empty_label(line),
            Cue::Credit => met.whole || n_words <= 14 && line.end != End::Stop && line.n_chars <= 100,
            Cue::Picture | Cue::Furniture => true,
            Cue::Comments | Cue::Related | Cue::Closing => line.n_chars <= 420,
        };
        // A paragraph that begins with the words of a cue is still a paragraph.
        let prose = met.n_words < 3 && !met.whole && line.end == End::Stop && n_words > met.n_words + 9;
        if right && !prose {
            return Some(met.cue);
        }
    }
    if stamp::is_dateline(&line.words) && !stamp::all(text, Span::of(text)).is_empty() {
        return Some(Cue::Date);
    }
    let signed = n_words <= 6 && line.end == End::Open && line.words.iter().any(|w| w == "avec" || w == "with");
    let credited = signed && !agency::mentions(text, Span::of(text)).is_empty();
    (credited || n_words <= 3 && agency::named(text).is_some()).then_some(Cue::Byline)
}

/// True for what stands after `Par`: names, an agency, `la rédaction`.
fn is_signature(text: &str) -> bool {
    byline::is_names(text) || agency::named(text).is_some() || {
        let key = crate::text::fold(text);
        text.chars().count() <= 60 && ["redaction", "staff", "newsroom", "editorial"].iter().any(|word| key.contains(word))
    }
}

/// `Publié Mis à jour`: labels whose dates were lost.
fn is_empty_label(line: &Line<'_>) -> bool {
    let known = ["publie", "mis", "mise", "a", "jour", "le", "published", "updated", "modifie", "derniere", "modification"];
    line.words.iter().all(|word| known.contains(&word.as_str()))
}

fn is_address(text: &str) -> bool {
    !text.contains(char::is_whitespace)
        && (text.starts_with("http") || text.starts_with("www.") || text.contains('@') && text.contains('.'))
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

    /// What lines say of the lines beside them: a label of its value, a lost picture of its caption.
    fn read_neighbours(&mut self) {
        let first = (0..self.lines.len()).find(|&i| self.is_free(i));
        for i in 0..self.lines.len() {
            match self.lines[i].hint {
                Hint::Caption => self.kinds[i] = Some(ZoneKind::Caption),
                Hint::Lead => self.kinds[i] = Some(ZoneKind::Lead),
                _ => {}
            }
            let Some(next) = self.lines.get(i + 1) else { continue };
            let label = self.lines[i].words.len() <= 3;
            match self.cues[i] {
                Some(Cue::Byline) if label && self.is_free(i + 1) && byline::is_names(&next.text) => {
                    self.cues[i + 1] = Some(Cue::Byline);
                }
                // The house of the author, under the name.
                Some(Cue::Byline) if self.is_affiliation(i + 1) => self.kinds[i + 1] = Some(ZoneKind::Byline),
                Some(Cue::Credit) if label && self.is_free(i + 1) && !next.gap && next.words.len() <= 6 && next.end == End::Open => {
                    self.cues[i + 1] = Some(Cue::Credit);
                }
                Some(Cue::Picture) if self.is_free(i + 1) && !next.gap && next.n_chars <= 160 && next.hint == Hint::None => {
                    self.kinds[i + 1] = Some(ZoneKind::Caption);
                }
                None if self.is_caption(i) && first != Some(i) => self.kinds[i] = Some(ZoneKind::Caption),
                _ => {}
            }
        }
    }

    /// True for a short line with a picture's credit glued to it.
    fn is_caption(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let credited = self.cues.get(i + 1) == Some(&Some(Cue::Credit)) && !self.lines[i + 1].gap;
        self.is_free(i) && credited && line.n_chars <= 250 && line.hint == Hint::None
    }

    /// True for a few words with capitals, glued to the line before and followed by date or furniture.
    fn is_affiliation(&self, i: usize) -> bool {
        let line = &self.lines[i];
        let text = &*line.text;
        let after = matches!(self.cues.get(i + 1), Some(Some(Cue::Date | Cue::Furniture | Cue::Picture | Cue::Byline)));
        self.is_free(i) && !line.gap && after && line.words.len() <= 4 && line.end == End::Open && text.starts_with(char::is_uppercase)
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

    /// Marks links, comments, pleas and footers after the first paragraph.
    fn read_end(&mut self, first: usize) {
        let weight = |page: &Self, i: usize| if page.is_paragraph(i) { page.lines[i].n_chars } else { 0 };
        let impersonal: Vec<usize> = (0..self.lines.len()).map(|i| if self.addresses_reader(i) { 0 } else { weight(self, i) }).collect();
        let mut left: usize = impersonal[first..].iter().sum();
        let mut seen = 0;
        let mut i = first;
        while i < self.lines.len() {
            let resumes = match self.cues[i] {
                Some(Cue::Related) if self.announces(i) => Some(self.after_links(i + 1)),
                Some(Cue::Comments) if seen > 0 && left <= seen => Some(None),
                Some(Cue::Closing) if seen > 0 => Some(self.after_plea(i + 1)),
                _ => None,
            };
            let Some(resumes) = resumes else {
                seen += impersonal[i];
                left -= impersonal[i];
                i += 1;
                continue;
            };
            let until = resumes.unwrap_or(self.lines.len());
            let mut kind = self.cues[i].map_or(ZoneKind::Boilerplate, furniture);
            left -= impersonal[i..until].iter().sum::<usize>();
            for at in i..until {
                match self.cues[at] {
                    Some(cue @ (Cue::Related | Cue::Comments | Cue::Closing)) => kind = furniture(cue),
                    Some(Cue::Furniture) if kind == ZoneKind::Related && !self.lines[at].gap => {}
                    Some(Cue::Furniture) if kind == ZoneKind::Related => kind = ZoneKind::Boilerplate,
                    // The page's own date often stands at its foot.
                    Some(Cue::Date) if kind == ZoneKind::Boilerplate && stamp::event(&self.lines[at].key()).is_some() => {
                        self.kinds[at] = Some(ZoneKind::Date);
                        continue;
                    }
                    _ => {}
                }
                self.kinds[at] = Some(kind);
            }
            i = until;
        }
    }

    /// True when the line announces links and names none itself.
    fn announces(&self, i: usize) -> bool {
        let words = &self.lines[i].words;
        Cues::get().of(words).first().is_some_and(|met| met.whole || met.n_words + 3 > words.len())
    }

    /// Where the article goes on after a list of links that starts at `from`.
    fn after_links(&self, from: usize) -> Option<usize> {
        let airy = self.lines.iter().filter(|line| line.gap).count() * 5 > self.lines.len();
        let mut i = from;
        while i < self.lines.len() {
            if matches!(self.cues[i], Some(Cue::Comments | Cue::Closing)) {
                return Some(i);
            }
            let dated =
                |at: Option<usize>| at.and_then(|at| self.cues.get(at)).is_some_and(|cue| matches!(cue, Some(Cue::Date | Cue::Picture)));
            let listed = dated(Some(i + 1)) || airy && !self.lines[i].gap;
            if self.is_paragraph(i) && self.lines[i].end != End::Ellipsis && !listed {
                // A heading of the article, not a link, when the list had begun before it.
                let heading = i > from + 1 && self.is_free(i - 1) && self.lines[i - 1].words.len() <= 5 && self.lines[i - 1].gap;
                return Some(if heading { i - 1 } else { i });
            }
            i += 1;
        }
        None
    }

    /// Where the article goes on after a plea or an offer in its middle: at two paragraphs that do not speak to the reader.
    fn after_plea(&self, from: usize) -> Option<usize> {
        let prose = |i: &usize| self.is_paragraph(*i) && !self.addresses_reader(*i) && self.lines[*i].end != End::Ellipsis;
        let next = (from..self.lines.len().min(from + 8)).find(prose)?;
        let again = (next + 1..self.lines.len().min(next + 6)).find(prose)?;
        (!matches!(self.cues[from..again].iter().flatten().next_back(), Some(Cue::Comments))).then_some(next)
    }

    /// True when the line speaks to its reader outside quotation marks.
    fn addresses_reader(&self, i: usize) -> bool {
        const READER: [&str; 6] = ["vous", "votre", "vos", "you", "your", "nos"];
        let line = &self.lines[i];
        let quoted = line.text.contains(['«', '"', '“']);
        !quoted && line.words.iter().any(|word| READER.contains(&word.as_str()))
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
            } else if line.key() == title_key || is_breadcrumb(text) {
                ZoneKind::Boilerplate
            } else if self.cues[i - 1] == Some(Cue::Byline) && !line.gap && n_words <= 4 || byline::is_names(text) {
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
        for i in first..self.lines.len() {
            if !self.is_free(i) {
                continue;
            }
            let line = &self.lines[i];
            let text = &*line.text;
            self.kinds[i] = Some(if i == first && opens {
                ZoneKind::Lead
            } else if i > last && line.hint != Hint::Heading {
                match trail.len() {
                    _ if byline::is_names(text) => ZoneKind::Byline,
                    _ if line.end == End::Stop && line.words.len() >= 3 => ZoneKind::Body,
                    _ if is_embedded(text) => ZoneKind::Caption,
                    1 | 2 if !self.lines[i].gap || line.words.len() >= 5 => ZoneKind::Body,
                    1 => ZoneKind::Boilerplate,
                    _ if line.words.len() >= 5 => ZoneKind::Related,
                    _ => ZoneKind::Boilerplate,
                }
            } else if line.hint == Hint::Heading || line.end == End::Open && line.words.len() <= 14 && line.n_chars <= 110 {
                ZoneKind::Heading
            } else {
                ZoneKind::Body
            });
        }
    }

    /// Kinds for what is left, and an article in every page that has any text.
    fn finish(mut self) -> Vec<ZoneKind> {
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

/// A first paragraph of more characters is no lead.
const LEAD: usize = 700;

fn is_long(line: &Line<'_>) -> bool {
    line.n_chars >= PARAGRAPH && line.end != End::Open || line.n_chars >= 250
}

pub(super) fn is_sentence(line: &Line<'_>) -> bool {
    line.end == End::Stop && line.words.len() >= 5
}

/// `Accueil > Société > Justice`.
fn is_breadcrumb(text: &str) -> bool {
    let parts = |mark: &str| text.split(mark).count() > 1 && text.split(mark).all(|part| part.split_whitespace().count() <= 3);
    text.chars().count() <= 120 && ([" > ", " › ", " >> "].iter().any(|mark| text.contains(mark)) || parts(" / ")) && !text.contains(". ")
}

/// `CHAÎNE : "Titre du reportage"`: what an embedded film leaves.
fn is_embedded(text: &str) -> bool {
    let Some((name, title)) = text.split_once(':') else { return false };
    let title = title.trim();
    name.split_whitespace().count() <= 4 && title.starts_with(['"', '«', '“']) && title.ends_with(['"', '»', '”'])
}

fn furniture(cue: Cue) -> ZoneKind {
    match cue {
        Cue::Byline => ZoneKind::Byline,
        Cue::Date => ZoneKind::Date,
        Cue::Credit => ZoneKind::Credit,
        Cue::Related => ZoneKind::Related,
        Cue::Picture | Cue::Closing | Cue::Comments | Cue::Furniture => ZoneKind::Boilerplate,
    }
}
