//! Pages that lost their line breaks: menus, title, text, comments and lists of links run together in a few long lines.
//!
//! Such a line is cut into pseudo-lines, so that it can be judged like any other page. Where the breaks were is guessed from
//! what breaks leave behind: a capital where no sentence begins, at the words of the trade (see `cues`), at a date, at a
//! function word, or, in a list of links, wherever the last word was none that asks for another. Sentences that follow each
//! other stay together. A page that shows few cues has nothing to be parted from: it is left alone. What this deliberately
//! does not do: say what a pseudo-line is for; and cut inside a sentence of the text.

use super::cues::{Cue, Cues};
use super::lines::Hint;
use super::shallow::is_function_word;
use super::stamp;
use crate::span::Span;
use crate::text::{fold, is_abbreviation, words};

/// A page of more lines kept its breaks.
const FEW: usize = 8;
/// A shorter line, in bytes, is a paragraph as papers print them.
const LONG: usize = 700;
/// A text of fewer function words, in percent, is in another language, whose capitals mean something else.
const FUNCTION_WORDS: usize = 18;
/// So many cues inside the lines are no slips.
const CUES: usize = 2;

/// Parts the long lines of a page that has few lines.
pub(super) fn part(raw: &str, lines: Vec<(Span, bool)>) -> Vec<(Span, bool, Hint)> {
    let unparted = || lines.iter().map(|&(line, gap)| (line, gap, Hint::None)).collect();
    if lines.len() > FEW || !lines.iter().any(|(line, _)| line.len() > LONG) {
        return unparted();
    }
    let mut parted = Vec::new();
    let (mut n_cues, mut n_function, mut n_words) = (0, 0, 0);
    let mut mode = Mode::Head;
    for &(line, gap) in &lines {
        let mut cutter = Cutter::new(raw, line, mode);
        cutter.cut();
        n_cues += cutter.n_cues;
        n_words += cutter.words.len();
        n_function += cutter.folded.iter().filter(|word| is_function_word(word)).count();
        mode = if cutter.seen_prose { Mode::Label } else { Mode::Head };
        let starts = std::iter::once(line.start as usize).chain(cutter.cuts.iter().copied());
        let ends = cutter.cuts.iter().copied().chain([line.end as usize]);
        let mut menus = cutter.menus.iter().copied().peekable();
        let pieces = starts.zip(ends).map(|(start, end)| {
            let menu = menus.next_if(|menu| *menu == end).is_some();
            (Span::new(start, end).trim(raw), gap && start == line.start as usize, if menu { Hint::Furniture } else { Hint::None })
        });
        parted.extend(pieces.filter(|(piece, ..)| !piece.is_empty()));
    }
    if n_cues < CUES || n_function * 100 < n_words * FUNCTION_WORDS { unparted() } else { parted }
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
    /// The title of one other article, in the middle of the text.
    Link,
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
    /// `©` stands before it.
    owned: bool,
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
    /// Those of the cuts that end a menu.
    menus: Vec<usize>,
    mode: Mode,
    /// The word the piece at hand begins with, and whether it began with a cue.
    start: usize,
    cued: Option<Cue>,
    /// Links were met.
    listed: bool,
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
                owned: i > 0 && between.contains('©'),
                speech: between.contains(['«', '“']) || between.ends_with('"') && between.contains(" \""),
                // `Avant l’été` ends more often than `a été`, where no break is looked for.
                function: folded[i] != "ete" && (is_function_word(&folded[i]) || is_brief(&folded[i])),
            });
            at = span.end;
        }
        let place = |at: u32| found.partition_point(|word| word.span.start < at);
        let dates = stamp::all(raw, line).into_iter().map(|stamp| (place(stamp.span.start), place(stamp.span.end))).collect();
        let seen_prose = mode != Mode::Head;
        Self {
            raw,
            words: found,
            folded,
            dates,
            cuts: Vec::new(),
            menus: Vec::new(),
            mode,
            start: 0,
            cued: None,
            listed: false,
            seen_prose,
            n_cues: 0,
        }
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
                self.begin(i, self.mode, Some(Cue::Date));
                i = until;
                while self.is_zone_of_time(i) {
                    i += 1;
                }
                if i < self.words.len() {
                    self.begin(i, self.mode, None);
                }
                continue;
            }
            if self.words[i].owned && self.words[i].capital {
                let mode = if self.seen_prose || self.mode == Mode::Prose { Mode::Link } else { self.mode };
                self.begin(i, mode, Some(Cue::Credit));
            } else if self.words[i].stop {
                self.pass_stop(i);
            } else if self.is_break(i) {
                let mode = match self.mode {
                    Mode::Link => self.mode_of(i),
                    Mode::List if self.resumes(i) => Mode::Prose,
                    mode => mode,
                };
                let menu = self.mode == Mode::Head && self.cued.is_none() && self.ends_menu(i);
                self.begin(i, mode, None);
                self.menus.extend(self.cuts.last().filter(|_| menu));
            }
            i += 1;
        }
    }

    /// Begins a piece at word `i`.
    fn begin(&mut self, i: usize, mode: Mode, cued: Option<Cue>) {
        (self.mode, self.cued) = (mode, cued);
        if i > self.start || i == 0 {
            self.start = i;
            let from = if i == 0 { return } else { self.words[i - 1].span.end as usize };
            let between = &self.raw[from..self.words[i].span.start as usize];
            // Marks that open go with what follows, the others with what stands before.
            let blank = between.char_indices().rfind(|(_, c)| c.is_whitespace());
            let at = blank.map_or(between.len(), |(at, c)| at + c.len_utf8());
            let at = between[..at].trim_end().rfind(['«', '“', '©']).filter(|open| between[*open..at].chars().count() <= 3).unwrap_or(at);
            self.cuts.push(from + at);
        }
    }

    fn is_title_start(&self, i: usize) -> bool {
        // `Au Kargan, la rue …`
        let i = if self.words[i].function && self.words.get(i + 1).is_some_and(|next| next.capital && !next.mark) { i + 1 } else { i };
        let next: Vec<&Word> = self.words[i + 1..].iter().filter(|word| word.apart).take(5).collect();
        let small = next.iter().filter(|word| !word.capital && !word.stop).count();
        next.len() == 5 && small >= 4 && (!next[0].capital || next[0].mark)
    }

    /// True where a menu, words most of which have capitals, gives way to a title, whose words mostly have none.
    fn ends_menu(&self, i: usize) -> bool {
        self.is_title_start(i) && self.is_menu(i)
    }

    fn is_menu(&self, i: usize) -> bool {
        let piece = &self.words[self.start.max(i.saturating_sub(UNIT))..i];
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
        if before.function && !before.capital {
            return false;
        }
        let heads = self.mode == Mode::Head && self.is_title_start(i);
        if word.speech && !before.capital || self.is_strong(i) && (i - self.start >= 3 || self.cued.is_some() || heads) {
            return true;
        }
        let small_next = self.words.get(i + 1).is_some_and(|next| !next.capital || next.mark);
        let dated = self.folded.get(i + 1).is_some_and(|next| stamp::is_filler(next) && !is_function_word(next));
        match (self.cued, self.mode) {
            (Some(Cue::Date), _) if before.numeral => true,
            (Some(Cue::Byline | Cue::Credit), _) if i - self.start >= 3 && self.is_title_start(i) && !dated => true,
            (_, Mode::Link) => i - self.start >= 6 && !before.capital && !self.is_strong_ahead(i),
            _ if before.function => false,
            (_, Mode::List) if i - self.start >= 5 && self.is_title_start(i) => true,
            (_, Mode::List) => i - self.start >= 3 && (!before.capital || word.colon && word.span.len() > 2),
            (_, Mode::Head) if i - self.start >= 10 && small_next && !before.capital => true,
            _ => self.ends_menu(i),
        }
    }

    /// True for a function word with a capital behind a word that asks for none.
    fn is_strong(&self, i: usize) -> bool {
        let (word, before) = (&self.words[i], &self.words[i - 1]);
        let small_next = self.words.get(i + 1).is_some_and(|next| !next.capital || next.mark);
        // `Le Pen`, `La Rochelle`: an article may begin a name.
        let names = ["le", "la", "les", "l", "de", "du", "des", "d", "the", "of"].contains(&self.folded[i].as_str());
        let fits = small_next || !before.capital || !names;
        word.apart && word.capital && !word.mark && word.function && (!before.function || before.capital) && fits
    }

    /// True when a surer break than word `i` follows before the sentence ends.
    fn is_strong_ahead(&self, i: usize) -> bool {
        let until = self.words.len().min(i + 20);
        (i + 1..until).take_while(|&at| !self.words[at].stop).any(|at| self.is_strong(at))
    }

    /// True where text seems to go on behind a list of titles: two sentences with hardly a break in the first.
    fn resumes(&self, i: usize) -> bool {
        let Some(until) = (i + 1..self.words.len().min(i + UNIT)).find(|&at| self.words[at].stop) else { return false };
        let n_breaks = (i + 1..until).filter(|&at| self.is_weak(at)).count();
        until - i >= 12 && n_breaks * 20 <= until - i && self.mode_of(until) == Mode::Prose
    }

    /// True where a capital stands behind a word that asks for none.
    fn is_weak(&self, i: usize) -> bool {
        let (word, before) = (&self.words[i], &self.words[i - 1]);
        word.apart && word.capital && !word.mark && !before.function && (!before.capital || word.function)
    }

    /// What the words from `i` to the next full stop look like.
    fn mode_of(&self, i: usize) -> Mode {
        let until = (i + 1..self.words.len().min(i + UNIT)).find(|&at| self.words[at].stop);
        let n_breaks = (i + 1..until.unwrap_or(self.words.len().min(i + UNIT))).filter(|&at| self.is_weak(at)).count();
        let fused = match until {
            Some(until) => until - i >= 30 && n_breaks * 8 >= until - i,
            None => n_breaks >= 3,
        };
        match (fused, self.listed) {
            (false, _) => Mode::Prose,
            (true, true) => Mode::List,
            (true, false) => Mode::Label,
        }
    }

    /// `GMT` behind an hour.
    fn is_zone_of_time(&self, i: usize) -> bool {
        let Some(word) = self.words.get(i).map(|word| word.span.slice(self.raw)) else { return false };
        let letters = (2..=4).contains(&word.len()) && word.bytes().all(|b| b.is_ascii_uppercase());
        letters && (word.ends_with("DT") || word.ends_with("ST") || word != "LE" && word != "LA" && stamp::is_filler(&self.folded[i]))
    }

    /// What a full stop before word `i` changes.
    fn pass_stop(&mut self, i: usize) {
        let n_words = i - self.start;
        let mode = match self.mode_of(i) {
            Mode::Prose if self.mode == Mode::List && self.cued.is_none() && n_words < 12 => Mode::List,
            mode => mode,
        };
        let cued = self.cued.is_some();
        let lead = self.mode == Mode::Head && !self.seen_prose && n_words >= 8 && !cued;
        if cued || mode != Mode::Prose || lead {
            self.begin(i, mode, None);
        }
        // A banner above the title is no text of the article.
        if cued && !self.seen_prose {
            self.mode = Mode::Head;
            return;
        }
        self.seen_prose |= lead || n_words >= 8 && mode == Mode::Prose;
        self.mode = mode;
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
        let (stop, marked) = (word.stop, next.is_some_and(|next| next.mark));
        let capital = next.is_some_and(|next| next.apart && next.capital);
        let again = || Cues::get().opening(&self.folded[until..self.folded.len().min(until + LONGEST)]).is_some();
        let names = || self.words[until..].iter().take(2).filter(|word| word.capital && !word.stop).count() == 2;
        let sure = match (met.cue, met.n_words) {
            // `42 min`
            (cue, _) if word.numeral && prose && !word.stop && cue != Cue::Comments => false,
            (Cue::Byline, 1) => (!prose || word.stop) && names(),
            (Cue::Byline, _) => closed,
            (Cue::Credit, 1) if self.words[i].colon => stop || !prose,
            (Cue::Date | Cue::Credit, 1) => !prose && (closed || next.is_some_and(|next| next.numeral || !next.capital)),
            (_, 1) if met.whole && prose && !word.stop => closed && again(),
            (Cue::Comments, _) if met.whole && self.words[i..until].iter().any(|word| word.numeral) => true,
            (_, 1) if met.whole => closed,
            (_, 1) => closed && (!prose || stop) || stop && self.words[i].colon,
            (_, _) if met.whole => closed,
            (_, 2) if prose => closed || next.is_some_and(|next| next.mark) || !word.stop,
            _ => true,
        };
        if !sure {
            return None;
        }
        self.n_cues += 1;
        let after = if self.seen_prose { Mode::Label } else { Mode::Head };
        self.seen_prose |= prose;
        let listed = met.cue == Cue::Related;
        self.listed |= listed;
        let links = match (marked && prose, self.seen_prose) {
            (true, _) => Mode::Link,
            (false, true) => Mode::List,
            (false, false) => Mode::Head,
        };
        self.begin(i, if listed { links } else { after }, Some(met.cue));
        let announces = listed && closed && !marked;
        let pressed = met.n_words >= 2 && matches!(met.cue, Cue::Furniture | Cue::Closing) && capital && !marked;
        if (met.whole || announces || pressed) && until < self.words.len() {
            let resumed = if prose && stop && !matches!(met.cue, Cue::Related | Cue::Comments) { self.mode_of(until) } else { self.mode };
            self.begin(until, resumed, None);
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

/// A sentence of more words is looked at no further.
const UNIT: usize = 70;
/// A cue has no more words.
const LONGEST: usize = 8;

/// `À`, `y`, `so`: whatever has a letter or two mostly asks for another word.
fn is_brief(word: &str) -> bool {
    word.len() <= 2 && word.bytes().all(|b| b.is_ascii_lowercase())
}

/// True when a sentence ends after the word at `span`, `between` standing before the next word.
fn stops(raw: &str, span: Span, between: &str) -> bool {
    let Some(at) = between.find(['.', '!', '?', '…']) else { return false };
    let goes_on = between[at..].contains([',', ';']);
    !goes_on && (between[at..].starts_with(['!', '?', '…']) || !is_abbreviation(span.slice(raw)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const PAGE: &str = "Menu Accueil Sports Culture Se connecter S'abonner Le pont du Moulin fermé aux camions pour six mois Publié le 3 mars 2021 à \
        14h05 Par Julie Maret Partager sur Facebook Les camions ne passent plus sur le pont du Moulin depuis mardi. « On perd une heure \
        chaque jour », soupire Karim Bey, chauffagiste. Lire aussi : La rocade fermée la nuit La mairie promet une réponse avant la fin du \
        mois, et une déviation par le bourg. Une réunion publique est prévue le 21 mars à la salle des fêtes, en présence de la préfète. \
        Publicité Le chantier doit durer six mois et coûter deux millions d'euros, dont la moitié à la charge du département. Les plus lus \
        Un chien sauvé des eaux à Brissac Météo : le vent forcit jeudi Commentaires (2) Jeannot53 il y a 2 heures Bien vu. Mentions légales";

    fn parted(raw: &str) -> Vec<&str> {
        part(raw, vec![(Span::of(raw).trim(raw), true)]).into_iter().map(|(span, ..)| span.slice(raw)).collect()
    }

    #[test]
    fn menus_notices_and_lists_are_parted_from_the_text() {
        let pieces = parted(PAGE);
        for piece in [
            "Le pont du Moulin fermé aux camions pour six mois",
            "Publié le 3 mars 2021 à 14h05",
            "Par Julie Maret",
            "Lire aussi : La rocade fermée la nuit",
            "Publicité",
            "Les plus lus",
            "Un chien sauvé des eaux à Brissac",
            "Météo : le vent forcit jeudi",
            "Commentaires (2)",
            "Mentions légales",
        ] {
            assert!(pieces.contains(&piece), "{piece}: {pieces:#?}");
        }
        let prose = "La mairie promet une réponse avant la fin du mois, et une déviation par le bourg. Une réunion publique";
        assert!(pieces.iter().any(|piece| piece.starts_with(prose)), "sentences stay together: {pieces:#?}");
    }

    #[test]
    fn a_page_without_cues_or_in_another_language_is_left_alone() {
        let dispatch = "Le pont du Moulin, à Brissac, est fermé aux camions depuis mardi, selon Le Courrier du Val. ".repeat(12);
        assert_eq!(parted(&dispatch).len(), 1);
        let german = "Menu Facebook Twitter Die Brücke über den Fluss bleibt nach Angaben der Stadt Lahnfels gesperrt. ".repeat(12);
        assert_eq!(parted(&german).len(), 1);
    }

    #[test]
    fn ten_times_the_page_has_ten_times_the_pieces() {
        let n_pieces = |n: usize| parted(&format!("{PAGE} ").repeat(n)).len();
        assert!(n_pieces(100).abs_diff(10 * n_pieces(10)) < n_pieces(100) / 20);
    }

    proptest! {
        #[test]
        fn pieces_hold_every_word_in_order(words in "(Publicité|Menu|\u{a0}|\u{202f}|«|»|©|Le|la|[a-zé]{1,6}|[A-ZÉ][a-z]{1,5}|[.:,!?]|3 mars 2021|Par Luc Roy|Lire aussi| | ){300,400}") {
            let raw = format!("Menu Accueil Partager sur Facebook Il est à la mairie et de la ville {words}");
            let mut at = 0;
            for (span, ..) in part(&raw, vec![(Span::of(&raw).trim(&raw), true)]) {
                let piece = span.range();
                prop_assert!(piece.start >= at && raw[at..piece.start].trim().is_empty() && piece.end > piece.start);
                at = piece.end;
            }
            prop_assert!(raw[at..].trim().is_empty());
        }
    }
}
