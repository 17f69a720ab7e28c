//! Pages that lost their line breaks: menus, title, text, comments and lists of links run together in a few long lines.
//!
//! Such a line is cut into pseudo-lines, so that it can be judged like any other page. Where the breaks were is guessed from
//! what breaks leave behind: a capital where no sentence begins, at the words of the trade (see `cues`), at a date, at a
//! function word, or, in a list of links, wherever the last word was none that asks for another. Sentences that follow each
//! other stay together. A page that shows few cues has nothing to be parted from: it is left alone. What this deliberately
//! does not do: say what a pseudo-line is for; and cut inside a sentence of the text.

use super::cues::{Cue, Cues};
use super::shallow::is_function_word;
use super::stamp;
use crate::span::Span;
use crate::text::{fold, is_abbreviation, words};

/// A page of more lines kept its breaks.
const FEW: usize = 8;
/// A shorter line, in bytes, is a paragraph as papers print them.
const LONG: usize = 700;
/// So many cues inside the lines are no slips.
const CUES: usize = 4;

/// Parts the long lines of a page that has few lines.
pub(super) fn part(raw: &str, lines: Vec<(Span, bool)>) -> Vec<(Span, bool)> {
    if lines.len() > FEW || !lines.iter().any(|(line, _)| line.len() > LONG) {
        return lines;
    }
    let mut parted = Vec::new();
    let mut n_cues = 0;
    let mut mode = Mode::Head;
    for &(line, gap) in &lines {
        let mut cutter = Cutter::new(raw, line, mode);
        cutter.cut();
        n_cues += cutter.n_cues;
        mode = if cutter.seen_prose { Mode::Label } else { Mode::Head };
        let starts = std::iter::once(line.start as usize).chain(cutter.cuts.iter().copied());
        let ends = cutter.cuts.iter().copied().chain([line.end as usize]);
        let pieces = starts.zip(ends).map(|(start, end)| Span::new(start, end).trim(raw)).filter(|piece| !piece.is_empty());
        parted.extend(pieces.enumerate().map(|(i, piece)| (piece, gap && i == 0)));
    }
    if n_cues < CUES { lines } else { parted }
}

/// What the words at hand seem to belong to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mode {
    /// Menus, title, names and date above the text.
    Head,
    /// Sentences.
    Prose,
    /// Furniture that is no list of titles.
    Label,
    /// Titles of other articles.
    List,
}

struct Word {
    span: Span,
    capital: bool,
    numeral: bool,
    /// White space stands before it.
    apart: bool,
    /// A sentence ends before it.
    stop: bool,
    /// Another mark stands before it, or behind it.
    mark: bool,
    colon: bool,
    /// Speech begins with it.
    speech: bool,
    function: bool,
}

struct Cutter<'a> {
    raw: &'a str,
    words: Vec<Word>,
    folded: Vec<String>,
    /// Dates of the page, as places of their first word and of the word behind them.
    dates: Vec<(usize, usize)>,
    cuts: Vec<usize>,
    mode: Mode,
    /// The word the piece at hand begins with, and whether it began with a cue.
    start: usize,
    cued: bool,
    seen_prose: bool,
    n_cues: usize,
}

impl<'a> Cutter<'a> {
    fn new(raw: &'a str, line: Span, mode: Mode) -> Self {
        let spans: Vec<Span> = words(raw, line).collect();
        let folded: Vec<String> = spans.iter().map(|span| fold(span.slice(raw))).collect();
        let mut found: Vec<Word> = Vec::with_capacity(spans.len());
        let mut at = line.start;
        for (i, &span) in spans.iter().enumerate() {
            let between = Span { start: at, end: span.start }.slice(raw);
            let first = span.slice(raw).chars().next();
            let behind = &raw[span.end as usize..];
            let apart = i == 0 || between.contains(char::is_whitespace);
            found.push(Word {
                span,
                capital: first.is_some_and(char::is_uppercase),
                numeral: first.is_some_and(|c| c.is_ascii_digit()),
                apart,
                stop: i > 0 && apart && stops(raw, spans[i - 1], between),
                mark: between.contains([',', ':', ';', '-', '–', '—', '>', '|', '/', '&', '(', '+', '@']),
                colon: behind.trim_start().starts_with(':'),
                speech: between.contains(['«', '“']) || between.ends_with('"') && between.contains(" \""),
                function: is_function_word(&folded[i]),
            });
            at = span.end;
        }
        let place = |at: u32| found.partition_point(|word| word.span.start < at);
        let dates = stamp::all(raw, line).into_iter().map(|stamp| (place(stamp.span.start), place(stamp.span.end))).collect();
        let seen_prose = mode != Mode::Head;
        Self { raw, words: found, folded, dates, cuts: Vec::new(), mode, start: 0, cued: false, seen_prose, n_cues: 0 }
    }

    fn cut(&mut self) {
        let mut i = 0;
        let mut dates = std::mem::take(&mut self.dates).into_iter().peekable();
        while i < self.words.len() {
            while dates.next_if(|date| date.1 <= i).is_some() {}
            if let Some(next) = self.cut_at_cue(i) {
                i = next;
                continue;
            }
            if let Some(&(from, until)) = dates.peek()
                && self.begins_date(i, from, until)
            {
                self.begin(i, self.mode, true);
                i = until;
                if i < self.words.len() {
                    self.begin(i, self.mode, false);
                }
                continue;
            }
            if self.words[i].stop {
                self.pass_stop(i);
            } else if self.is_break(i) {
                self.begin(i, self.mode, false);
            }
            i += 1;
        }
    }

    /// Begins a piece at word `i`.
    fn begin(&mut self, i: usize, mode: Mode, cued: bool) {
        (self.mode, self.cued) = (mode, cued);
        if i > self.start || i == 0 {
            self.start = i;
            let from = if i == 0 { return } else { self.words[i - 1].span.end as usize };
            let between = &self.raw[from..self.words[i].span.start as usize];
            // Marks that open go with what follows, the others with what stands before.
            let at = between.rfind(char::is_whitespace).map_or(between.len(), |at| at + 1);
            let at = between[..at].trim_end().rfind(['«', '“', '©']).filter(|open| between[*open..at].chars().count() <= 3).unwrap_or(at);
            self.cuts.push(from + between.floor_char_boundary(at));
        }
    }

    fn is_title_start(&self, i: usize) -> bool {
        let next: Vec<&Word> = self.words[i + 1..].iter().filter(|word| word.apart).take(5).collect();
        let small = next.iter().filter(|word| !word.capital && !word.stop).count();
        next.len() == 5 && small >= 4 && (!next[0].capital || next[0].mark)
    }

    /// True when the piece at hand is words of a menu: few of them in small letters.
    fn is_menu(&self, i: usize) -> bool {
        let piece = &self.words[self.start..i];
        let apart = piece.iter().filter(|word| word.apart).count();
        let capitals = piece.iter().filter(|word| word.apart && word.capital).count();
        apart >= 3 && capitals * 10 >= apart * 6
    }

    /// True where a break was lost though nothing but capitals says so.
    fn is_break(&self, i: usize) -> bool {
        let word = &self.words[i];
        if i == 0 || self.mode == Mode::Prose || !word.apart || !word.capital || word.mark || i <= self.start {
            return false;
        }
        let before = &self.words[i - 1];
        let next = self.words.get(i + 1);
        let small_next = next.is_some_and(|next| !next.capital || next.mark);
        if before.function && !before.capital {
            return false;
        }
        if word.speech && !before.capital {
            return true;
        }
        let long = i - self.start >= 3;
        if word.function && (small_next || !before.capital) && (long || self.cued) {
            return true;
        }
        match self.mode {
            Mode::List => long && (!before.capital || word.colon && word.span.len() > 2),
            _ => self.is_menu(i) && self.is_title_start(i),
        }
    }

    /// What a full stop before word `i` changes.
    fn pass_stop(&mut self, i: usize) {
        let n_words = i - self.start;
        if self.cued || self.mode == Mode::List && n_words < 12 {
            let mode = if self.mode == Mode::List && !self.cued { Mode::List } else { Mode::Prose };
            self.begin(i, mode, false);
        } else {
            self.seen_prose |= n_words >= 8;
            self.mode = Mode::Prose;
        }
    }

    /// The cue that begins at word `i`, cut out; the word to go on with.
    fn cut_at_cue(&mut self, i: usize) -> Option<usize> {
        let word = &self.words[i];
        if !word.apart || !(word.capital || word.numeral) || word.mark && !word.stop {
            return None;
        }
        let fresh = i == 0 || word.stop || i == self.start;
        if !fresh && self.words[i - 1].function && !self.words[i - 1].capital {
            return None;
        }
        let met = Cues::get().opening(&self.folded[i..self.folded.len().min(i + LONGEST)])?;
        let until = i + met.n_words;
        let next = self.words.get(until);
        let closed = next.is_none_or(|next| next.apart && (next.capital || next.numeral || next.stop));
        let prose = self.mode == Mode::Prose;
        let again = || Cues::get().opening(&self.folded[until..self.folded.len().min(until + LONGEST)]).is_some();
        let names = || self.words[until..].iter().take(2).filter(|word| word.capital && !word.stop).count() == 2;
        let sure = match (met.cue, met.n_words) {
            (Cue::Byline, 1) => (!prose || word.stop) && names(),
            (Cue::Byline, _) => closed,
            (Cue::Date | Cue::Credit, 1) => !prose && (closed || next.is_some_and(|next| next.numeral || !next.capital)),
            (_, 1) if met.whole && prose && !word.stop => closed && again(),
            (_, 1) if met.whole => closed,
            (_, 1) => !prose && closed,
            (_, _) if met.whole => closed,
            (_, 2) if prose => closed || next.is_some_and(|next| next.mark) || !word.stop,
            _ => true,
        };
        if !sure {
            return None;
        }
        let (stop, marked) = (word.stop, next.is_some_and(|next| next.mark));
        self.n_cues += 1;
        let after = if self.seen_prose { Mode::Label } else { Mode::Head };
        self.seen_prose |= prose;
        let listed = met.cue == Cue::Related;
        self.begin(i, if listed { Mode::List } else { after }, true);
        let announces = listed && closed && !marked;
        if (met.whole || announces) && until < self.words.len() {
            let resumed = if prose && stop && !matches!(met.cue, Cue::Related | Cue::Comments) { Mode::Prose } else { self.mode };
            self.begin(until, resumed, false);
        }
        Some(until)
    }

    /// True when word `i` begins a date of the page, whose numbers stand from word `from` to word `until`.
    fn begins_date(&self, i: usize, from: usize, until: usize) -> bool {
        let word = &self.words[i];
        let near = i <= from && from - i <= 2 && self.folded[i..from].iter().all(|word| stamp::is_filler(word));
        let alone = self.words.get(until).is_none_or(|next| next.apart && next.capital && !next.mark);
        let open = i == 0 || !self.words[i - 1].function || self.words[i - 1].capital;
        near && alone && open && self.mode != Mode::Prose && !word.mark && word.apart && (word.capital || word.numeral)
    }
}

/// A cue has no more words.
const LONGEST: usize = 8;

/// True when a sentence ends after the word at `span`, `between` standing before the next word.
fn stops(raw: &str, span: Span, between: &str) -> bool {
    let Some(at) = between.find(['.', '!', '?', '…']) else { return false };
    let goes_on = between[at..].contains([',', ';']);
    !goes_on && (between[at..].starts_with(['!', '?', '…']) || !is_abbreviation(span.slice(raw)))
}
