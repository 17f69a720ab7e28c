//! Where the article ends, and where it goes on after something that was not its end.
//!
//! Links, an offer or a plea may stand in the middle of an article as well as after it: what follows decides.

use super::claim::is_heading;
use super::cues::{Cue, Cues};
use super::layout::{Page, furniture};
use super::lines::{End, Line};
use super::stamp;
use super::zones::ZoneKind;

/// Marks links, comments, pleas and footers after line `first`, the first paragraph.
pub(super) fn read(page: &mut Page<'_>, first: usize) {
    page.read_end(first);
}

/// A line that names what the next ones are about.
fn is_about(line: &Line<'_>) -> bool {
    let about = match line.words.first().map(String::as_str) {
        Some("a") => line.words.get(1).is_some_and(|word| word == "propos"),
        Some("about") => true,
        _ => false,
    };
    about && line.words.len() <= 10 && line.end == End::Open
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
                let broken = |at: usize| self.lines[at].gap && self.lines[at].words.len() <= 5 || self.cues[at - 1] == Some(Cue::Furniture);
                let heading = i > from + 1 && self.is_free(i - 1) && self.lines[i - 1].words.len() <= 8 && broken(i - 1);
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
        !quoted && line.words.iter().any(|word| READER.contains(&word.as_str()))
    }
}
