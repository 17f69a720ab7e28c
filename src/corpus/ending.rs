//! Where the article ends, and where it goes on after something that was not its end.
//!
//! Links, an offer or a plea may stand in the middle of an article as well as after it: what follows decides.

use super::claim::{is_heading, is_item, is_sentence};
use super::cues::{Cue, Cues};
use super::layout::{Page, furniture};
use super::lines::{End, Hint, Line};
use super::stamp;
use super::zones::ZoneKind;

/// Marks links, comments, pleas and footers after line `first`, the first paragraph.
pub(super) fn read(page: &mut Page<'_>, first: usize) {
    page.read_boxes(first);
    page.read_end(first);
    page.read_tail(first);
}

/// What trails holds less prose than this part of what stands before it.
const TAIL: usize = 5;

/// A line that names what the next ones are about.
fn is_about(line: &Line<'_>) -> bool {
    let about = match line.words.first().map(String::as_str) {
        Some("a") => line.words.get(1).is_some_and(|word| word == "propos"),
        Some("about") => true,
        _ => false,
    };
    about && line.words.len() <= 10 && line.end == End::Open
}

/// `Angoulême - Poitiers 1-1`: the result of a match.
fn is_score(line: &Line<'_>) -> bool {
    let goals = |word: &str| (1..=3).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_digit());
    let last = line.text.split_whitespace().next_back().unwrap_or("").trim_matches(['.', ',', ';', '(', ')']);
    line.words.len() >= 4 && last.split_once(['-', '–', ':']).is_some_and(|(home, away)| goals(home) && goals(away))
}

/// `2. Prénom Nom (PAYS) à 18"`, `Nom (3/5)`: a place in a ranking or a line of a team sheet, with what was reached.
fn is_result(line: &Line<'_>) -> bool {
    let counted = line.text.split('(').skip(1).any(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
    if counted && line.words.len() <= 10 && line.end == End::Open {
        return true;
    }
    let Some((place, rest)) = line.text.split_once(['.', ')']) else { return false };
    let numbered = (1..=3).contains(&place.len()) && place.bytes().all(|b| b.is_ascii_digit()) && rest.starts_with(' ');
    numbered && line.words.len() <= 16 && rest.contains(|c: char| c.is_ascii_digit() || c == '(')
}

impl Page<'_> {
    /// Marks links, comments, pleas and footers after the first paragraph.
    fn read_end(&mut self, first: usize) {
        let weight = |page: &Self, i: usize| if page.is_paragraph(i) { page.lines[i].n_chars } else { 0 };
        let impersonal: Vec<usize> = (0..self.lines.len()).map(|i| if self.addresses_reader(i) { 0 } else { weight(self, i) }).collect();
        // `À propos de la fondation`, above the address for the press: the sender speaks of itself.
        for i in first + 1..self.lines.len() {
            let closes = (i + 1..self.lines.len().min(i + 5)).any(|at| self.cues[at] == Some(Cue::Closing));
            if closes && self.is_free(i) && is_about(&self.lines[i]) {
                self.cues[i] = Some(Cue::Closing);
            }
        }
        let mut left: usize = impersonal[first..].iter().sum();
        // Comments may hold more long paragraphs than a letter to the reader, hardly more sentences.
        let said = |i: usize| if self.is_free(i) && is_sentence(&self.lines[i]) { self.lines[i].n_chars } else { 0 };
        let sentences: Vec<usize> = (0..self.lines.len()).map(said).collect();
        let all: usize = sentences[first..].iter().sum();
        let mut spoken = 0;
        let mut seen = 0;
        let mut i = first;
        while i < self.lines.len() {
            let resumes = match self.cues[i] {
                Some(Cue::Related) if self.announces(i) => Some(self.after_links(i + 1)),
                Some(Cue::Comments) if seen > 0 && (left <= seen || all <= 2 * spoken) => Some(None),
                Some(Cue::Closing) if seen > 0 => Some(self.after_plea(i + 1)),
                _ => None,
            };
            let Some(resumes) = resumes else {
                spoken += sentences[i];
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

    /// An invitation above its button, with its heading: a box of the page, wherever it stands.
    fn read_boxes(&mut self, first: usize) {
        for i in first + 1..self.lines.len().saturating_sub(1) {
            let (line, button) = (&self.lines[i], &self.lines[i + 1]);
            let pressed = self.cues[i + 1] == Some(Cue::Furniture) && button.words.len() <= 4 && button.end == End::Open;
            let invites = self.is_free(i) && line.n_chars <= 220 && !line.text.contains('?') && self.addresses_reader(i);
            if !pressed || !invites || line.hint != Hint::None {
                continue;
            }
            self.cues[i] = Some(Cue::Furniture);
            if self.is_free(i - 1) && self.lines[i - 1].words.len() <= 6 && self.lines[i - 1].end == End::Open {
                self.cues[i - 1] = Some(Cue::Furniture);
            }
        }
    }

    /// What trails after the article without announcing itself: headlines one after the other, or words to the reader under
    /// a line of furniture, with hardly any prose behind.
    fn read_tail(&mut self, first: usize) {
        let prose =
            |page: &Self, i: usize| page.is_free(i) && !page.addresses_reader(i) && (page.is_paragraph(i) || is_sentence(&page.lines[i]));
        let weights: Vec<usize> = (0..self.lines.len()).map(|i| if prose(self, i) { self.lines[i].n_chars } else { 0 }).collect();
        let (mut before, mut after) = (0, weights[first..].iter().sum::<usize>());
        for (i, weight) in weights.into_iter().enumerate().skip(first) {
            if i > first && before >= after * TAIL && (self.is_run(i) || self.turns_to_reader(i)) {
                for at in i..self.lines.len() {
                    if self.is_free(at) && !matches!(self.lines[at].hint, Hint::Cell | Hint::Lead | Hint::Caption) {
                        let headline = self.lines[at].end == End::Open && self.lines[at].words.len() >= 5;
                        self.kinds[at] = Some(if headline { ZoneKind::Related } else { ZoneKind::Boilerplate });
                    }
                }
                return;
            }
            before += weight;
            after -= weight;
        }
    }

    /// True for the first of some lines in a row that are no sentences, nor one of a list.
    fn is_run(&self, i: usize) -> bool {
        let is_listed = |line: &Line<'_>| is_item(line) || is_score(line) || is_result(line);
        let stands = |at: &usize| {
            let line = &self.lines[*at];
            let brief = line.end == End::Open || line.words.len() <= 3;
            let listed = is_listed(line) || line.text.contains(['«', '“']) || line.n_chars > 160 || line.text.ends_with(':');
            self.kinds[*at].is_none()
                && brief
                && (!listed || self.cues[*at].is_some())
                && !matches!(self.cues[*at], Some(Cue::Byline | Cue::Date | Cue::Credit | Cue::Picture))
        };
        let until = (i..self.lines.len().min(i + 5)).find(|at| !stands(at)).unwrap_or(self.lines.len().min(i + 5));
        // What stands above a list is its heading.
        let heads = self.lines.get(until).is_some_and(is_listed) && self.is_free(until);
        let run = i..until - usize::from(heads && until > i);
        let cued = run.clone().filter(|&at| self.cues[at].is_some()).count();
        self.is_free(i) && (run.len() >= 5 || run.len() >= 3 && (1..run.len()).contains(&cued))
    }

    /// True for words to the reader under a line of furniture.
    fn turns_to_reader(&self, i: usize) -> bool {
        let above = i.checked_sub(1).is_some_and(|at| matches!(self.cues[at], Some(Cue::Furniture | Cue::Closing)));
        above && self.is_free(i) && self.lines[i].end == End::Stop && !self.lines[i].text.contains('?') && self.addresses_reader(i)
    }

    /// True when the line announces links and names none itself.
    fn announces(&self, i: usize) -> bool {
        let words = &self.lines[i].words;
        Cues::get().of(words).first().is_some_and(|met| met.whole || met.n_words + 3 > words.len())
    }

    /// Where the article goes on after a list of links that starts at `from`.
    fn after_links(&self, from: usize) -> Option<usize> {
        if let Some(at) = self.after_linked(from) {
            return Some(at);
        }
        let mut i = from;
        while i < self.lines.len() {
            if matches!(self.cues[i], Some(Cue::Comments | Cue::Closing)) {
                return Some(i);
            }
            let dated =
                |at: Option<usize>| at.and_then(|at| self.cues.get(at)).is_some_and(|cue| matches!(cue, Some(Cue::Date | Cue::Picture)));
            let listed = dated(Some(i + 1)) || self.spaced && !self.lines[i].gap;
            if self.is_paragraph(i) && self.lines[i].end != End::Ellipsis && !listed {
                // A heading of the article, not a link, when the list had begun before it.
                let glued = (from + 1..i - 1).all(|at| !self.lines[at].gap);
                let broken = |at: usize| {
                    let short = self.lines[at].words.len() <= 5 || glued && self.lines[i].gap;
                    self.lines[at].gap && short || self.cues[at - 1] == Some(Cue::Furniture)
                };
                let heading = i > from + 1 && self.is_free(i - 1) && self.lines[i - 1].words.len() <= 8 && broken(i - 1);
                return Some(if heading { i - 1 } else { i });
            }
            i += 1;
        }
        None
    }

    /// Where lines that are links and nothing else are followed by the article again.
    fn after_linked(&self, from: usize) -> Option<usize> {
        let at = (from..self.lines.len()).find(|&i| self.lines[i].hint != Hint::Related).filter(|&at| at > from)?;
        let near = at..self.lines.len().min(at + 8);
        let prose = near.clone().find(|&i| self.is_paragraph(i) && self.lines[i].end != End::Ellipsis)?;
        let again = (prose + 1..self.lines.len().min(prose + 6)).any(|i| self.is_free(i) && is_sentence(&self.lines[i]));
        ((at..prose).all(|i| self.is_free(i)) && (again || self.lines[at].hint == Hint::Heading)).then_some(at)
    }

    /// Where the article goes on after a plea or an offer in its middle: at two paragraphs that do not speak to the reader.
    fn after_plea(&self, from: usize) -> Option<usize> {
        let prose = |i: &usize| self.is_paragraph(*i) && !self.addresses_reader(*i) && self.lines[*i].end != End::Ellipsis;
        let next = (from..self.lines.len().min(from + 8)).find(prose)?;
        let again = (next + 1..self.lines.len().min(next + 10)).find(prose)?;
        let headed = next > from && self.is_free(next - 1) && is_heading(&self.lines[next - 1]);
        let resumes = if headed { next - 1 } else { next };
        (!matches!(self.cues[from..again].iter().flatten().next_back(), Some(Cue::Comments))).then_some(resumes)
    }

    /// True when the line speaks to its reader outside quotation marks.
    fn addresses_reader(&self, i: usize) -> bool {
        const READER: [&str; 6] = ["vous", "votre", "vos", "you", "your", "nos"];
        let line = &self.lines[i];
        let quoted = line.text.contains(['«', '"', '“']);
        let said = |at: usize| READER.contains(&line.words[at].as_str()) && (at == 0 || line.words[at - 1] != "rendez");
        !quoted && (0..line.words.len()).any(said)
    }
}
