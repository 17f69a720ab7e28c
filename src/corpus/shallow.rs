//! Shallow features of the lines of a page: what can be counted of a line, of its neighbours and of its place.
//!
//! Such features tell text from the furniture around it on pages of any make and language (Kohlschütter, Fankhauser, Nejdl:
//! Boilerplate Detection using Shallow Text Features, WSDM 2010; Vogels, Ganea, Eickhoff: Web2Text, ECIR 2018). No word counts
//! by itself: words count by class (function words, cues) or by how they are spread over the page. What the rules said of
//! a line is one feature among the others. Every feature is a byte, so that nothing is rounded differently anywhere.

use super::claim::{is_item, is_long};
use super::cues::Cue;
use super::lines::{End, Hint, Line};
use super::zones::ZoneKind;
use crate::order::Order as _;
use crate::text::Language;

/// The features of one line.
pub(super) type Row = Vec<u8>;

/// A line with what the rules said of it.
#[derive(Clone, Copy)]
pub(super) struct Said<'a> {
    pub line: &'a Line<'a>,
    pub cue: Option<Cue>,
    pub kind: ZoneKind,
}

/// One row for every line, all of one length.
pub(super) fn rows(page: &[Said<'_>]) -> Vec<Row> {
    let vocabulary = Vocabulary::of(page);
    let places = Places::of(page);
    let own: Vec<Row> = (0..page.len()).map(|i| own(page, i, &vocabulary)).collect();
    let missing = vec![NO_LINE; NEAR];
    (0..page.len())
        .map(|i| {
            let mut row = own[i].clone();
            for offset in [-3, -2, -1, 1, 2, 3_isize] {
                let other = i.checked_add_signed(offset).and_then(|at| own.get(at)).map_or(&missing[..], |other| &other[..NEAR]);
                row.extend_from_slice(other);
            }
            places.describe(i, &mut row);
            row
        })
        .collect()
}

/// The value of every feature of a neighbour that is not there.
const NO_LINE: u8 = 255;
/// The first features of a line are also features of its neighbours.
const NEAR: usize = 7;

/// Small numbers as they are, larger ones by their size: sixteen steps for each doubling.
fn scale(n: usize) -> u8 {
    let value = match n {
        0..32 => n,
        _ => {
            let size = n.ilog2() as usize;
            32 + (size - 5) * 16 + ((n >> (size - 4)) & 15)
        }
    };
    u8::try_from(value).unwrap_or(254).min(254)
}

fn percent(part: usize, whole: usize) -> u8 {
    u8::try_from(part * 100 / whole.max(1)).unwrap_or(100).min(100)
}

/// What a line is by itself.
fn own(page: &[Said<'_>], i: usize, vocabulary: &Vocabulary<'_>) -> Row {
    let Said { line, cue, kind } = page[i];
    let text = &*line.text;
    let n_words = line.words.len();
    let count = |is: &dyn Fn(char) -> bool| text.chars().filter(|c| is(*c)).count();
    let n_looked_at = text.chars().count();
    let share = |is: &dyn Fn(&str) -> bool| percent(line.words.iter().filter(|word| is(word)).count(), n_words);
    let capitals = text.split_whitespace().filter(|word| word.starts_with(char::is_uppercase)).count();
    let flags = |all: &[bool]| all.iter().rev().fold(0, |bits, flag| bits * 2 + u8::from(*flag));
    let marks = line.marks;
    vec![
        scale(line.n_chars),
        rank_of_kind(kind),
        rank_of_cue(cue),
        marks.linked,
        match line.end {
            End::Stop => 0,
            End::Ellipsis => 1,
            End::Open => 2,
        },
        u8::from(line.gap),
        share(&is_function_word),
        // From here on of the line alone.
        rank_of_hint(line.hint),
        scale(n_words),
        scale(line.words.iter().map(|word| word.chars().count()).sum::<usize>() * 4 / n_words.max(1)),
        percent(capitals, text.split_whitespace().count()),
        percent(count(&char::is_uppercase), n_looked_at),
        percent(count(&|c| c.is_ascii_digit()), n_looked_at),
        percent(count(&|c| !c.is_alphanumeric() && !c.is_whitespace()), n_looked_at),
        scale(count(&|c| c == ',')),
        scale(count(&|c| matches!(c, '.' | '!' | '?'))),
        scale(count(&|c| matches!(c, '|' | '>' | '›' | '·' | '•' | '/' | '@' | '©' | '»' | '→'))),
        flags(&[text.contains(['«', '“', '"']), text.ends_with('?')]),
        u8::from(text.ends_with(':')) + 2 * u8::from(text.starts_with(char::is_lowercase)),
        u8::from(is_item(line)) + u8::from(marks.item),
        share(&|word| TO_READER.contains(&word)),
        u8::from(marks.paragraph),
        u8::from(marks.text),
        u8::from(marks.by_element),
        u8::from(marks.by_class),
        u8::from(marks.outside),
        marks.shares[0],
        marks.shares[1],
        marks.shares[2],
        share(&|word| vocabulary.is_common(word)),
        vocabulary.kinship(i, line),
        vocabulary.again(i),
        u8::from(is_long(line)),
    ]
}

fn is_function_word(word: &str) -> bool {
    Language::French.is_function_word(word) || Language::English.is_function_word(word)
}

/// Words by which a page speaks to its reader or of itself.
const TO_READER: [&str; 14] = ["vous", "votre", "vos", "nous", "notre", "nos", "je", "mon", "you", "your", "we", "our", "us", "my"];

/// Kinds in an order: the surer of the article first.
fn rank_of_kind(kind: ZoneKind) -> u8 {
    match kind {
        ZoneKind::Body => 0,
        ZoneKind::Lead => 1,
        ZoneKind::Heading => 2,
        ZoneKind::Caption => 3,
        ZoneKind::Title => 4,
        ZoneKind::Byline => 5,
        ZoneKind::Date => 6,
        ZoneKind::Credit => 7,
        ZoneKind::Section => 8,
        ZoneKind::Related => 9,
        ZoneKind::Boilerplate => 10,
        ZoneKind::Markup => 11,
    }
}

fn rank_of_cue(cue: Option<Cue>) -> u8 {
    match cue {
        None => 0,
        Some(Cue::Picture) => 1,
        Some(Cue::Credit) => 2,
        Some(Cue::Date) => 3,
        Some(Cue::Byline) => 4,
        Some(Cue::Related) => 5,
        Some(Cue::Closing) => 6,
        Some(Cue::Comments) => 7,
        Some(Cue::Furniture) => 8,
    }
}

fn rank_of_hint(hint: Hint) -> u8 {
    match hint {
        Hint::Lead => 0,
        Hint::Caption => 1,
        Hint::None => 2,
        Hint::Cell => 3,
        Hint::Item => 4,
        Hint::Heading => 5,
        Hint::Title => 6,
        Hint::Credit => 7,
        Hint::Byline => 8,
        Hint::Date => 9,
        Hint::Related => 10,
        Hint::Furniture => 11,
        Hint::Markup => 12,
    }
}

/// How the words are spread over the lines of the page.
struct Vocabulary<'a> {
    /// Longer words of the article, as the rules see it, with the line they stand in.
    article: Vec<(&'a str, usize)>,
    /// The words that the page uses most.
    common: Vec<&'a str>,
    /// How often the same line comes again.
    again: Vec<u8>,
}

/// Words of so many bytes tell what a text is about.
const LONG_WORD: usize = 5;
/// The words used most are mostly function words, in any language.
const COMMON: usize = 30;

impl<'a> Vocabulary<'a> {
    fn of(page: &[Said<'a>]) -> Self {
        let words = |i: usize| page[i].line.words.iter().map(String::as_str);
        let long = |i: usize| words(i).filter(|word| word.len() >= LONG_WORD && !is_function_word(word)).map(move |word| (word, i));
        let mut article: Vec<(&str, usize)> = (0..page.len()).filter(|i| page[*i].kind.is_article()).flat_map(long).collect();
        article.order();
        article.dedup();
        let mut all: Vec<&str> = (0..page.len()).filter(|i| is_long(page[*i].line)).flat_map(words).collect();
        all.order();
        let mut counted: Vec<(usize, &str)> = all.chunk_by(|a, b| a == b).map(|same| (same.len(), same[0])).collect();
        counted.order_by_key(|(n, word)| (std::cmp::Reverse(*n), *word));
        let mut common: Vec<&str> = counted.into_iter().take(COMMON).map(|(_, word)| word).collect();
        common.order();
        let mut keys: Vec<(String, usize)> = (0..page.len()).map(|i| (page[i].line.key(), i)).collect();
        keys.order();
        let mut again = vec![0; page.len()];
        for same in keys.chunk_by(|a, b| a.0 == b.0) {
            same.iter().for_each(|&(_, i)| again[i] = scale(same.len() - 1));
        }
        Self { article, common, again }
    }

    fn is_common(&self, word: &str) -> bool {
        self.common.binary_search(&word).is_ok()
    }

    fn again(&self, i: usize) -> u8 {
        self.again[i]
    }

    /// The share of the line's longer words that other lines of the article use too; 101 for a line without any.
    fn kinship(&self, i: usize, line: &Line<'_>) -> u8 {
        let long = line.words.iter().filter(|word| word.len() >= LONG_WORD && !is_function_word(word));
        let (mut n, mut met) = (0, 0);
        for word in long {
            let from = self.article.partition_point(|(other, _)| *other < word.as_str());
            let elsewhere = self.article[from..].iter().take(2).any(|(other, at)| other == word && *at != i);
            n += 1;
            met += usize::from(elsewhere);
        }
        if n == 0 { 101 } else { percent(met, n) }
    }
}

/// Where lines stand on the page.
struct Places {
    /// Characters before each line, and those of them that the rules call article; one more than lines.
    chars: Vec<usize>,
    article: Vec<usize>,
    /// Lines before each that are long, that are article, and those that say they are furniture.
    n_long: Vec<usize>,
    n_article: Vec<usize>,
    n_cued: Vec<usize>,
    /// The nearest line before and after that is long prose.
    prose_before: Vec<Option<usize>>,
    prose_after: Vec<Option<usize>>,
    /// The nearest line above that announces links, a plea or comments.
    announced: Vec<Option<(usize, Cue)>>,
    is_html: bool,
}

impl Places {
    fn of(page: &[Said<'_>]) -> Self {
        let sums = |of: &dyn Fn(&Said<'_>) -> usize| {
            let mut sum = 0;
            let after = page.iter().map(|said| {
                sum += of(said);
                sum
            });
            std::iter::once(0).chain(after).collect::<Vec<usize>>()
        };
        let text = |said: &Said<'_>| matches!(said.kind, ZoneKind::Lead | ZoneKind::Body);
        let is_prose = |said: &Said<'_>| is_long(said.line) && said.line.end == End::Stop && said.line.marks.linked < 50;
        let nearest = |order: &mut dyn Iterator<Item = usize>| {
            let (mut found, mut last) = (vec![None; page.len()], None);
            for i in order {
                found[i] = last;
                last = if is_prose(&page[i]) { Some(i) } else { last };
            }
            found
        };
        let mut last = None;
        let announced = page.iter().enumerate().map(|(i, said)| {
            let before = last;
            if let Some(cue @ (Cue::Related | Cue::Closing | Cue::Comments)) = said.cue {
                last = Some((i, cue));
            }
            before
        });
        Self {
            chars: sums(&|said| said.line.n_chars),
            article: sums(&|said| if text(said) { said.line.n_chars } else { 0 }),
            n_long: sums(&|said| usize::from(is_prose(said))),
            n_article: sums(&|said| usize::from(said.kind.is_article())),
            n_cued: sums(&|said| usize::from(rank_of_cue(said.cue) >= 5)),
            announced: announced.collect(),
            prose_before: nearest(&mut (0..page.len())),
            prose_after: nearest(&mut (0..page.len()).rev()),
            is_html: page.iter().any(|said| said.line.marks.shares[0] > 0),
        }
    }

    fn describe(&self, i: usize, row: &mut Row) {
        let n = self.prose_before.len();
        let (all, article) = (self.chars[n], self.article[n]);
        let within = |sums: &[usize], reach: usize| sums[(i + reach + 1).min(n)] - sums[i.saturating_sub(reach)];
        let distance = |other: Option<usize>| other.map_or(NO_LINE, |at| scale(at.abs_diff(i)));
        row.extend([
            scale(i),
            scale(n - 1 - i),
            percent(self.chars[i], all),
            percent(self.article[i], article),
            percent(article, all),
            scale(article),
            scale(n),
            u8::from(self.is_html),
            distance(self.prose_before[i]),
            distance(self.prose_after[i]),
            distance(self.announced[i].map(|(at, _)| at)),
            self.announced[i].map_or(0, |(_, cue)| rank_of_cue(Some(cue))),
            percent(self.article[i] - self.announced[i].map_or(0, |(at, _)| self.article[at]), article),
        ]);
        for reach in [2, 5, 12] {
            row.extend([
                scale(within(&self.n_long, reach)),
                scale(within(&self.n_article, reach)),
                scale(within(&self.n_cued, reach)),
                percent(within(&self.article, reach), within(&self.chars, reach)),
                scale(within(&self.chars, reach)),
            ]);
        }
        row.push(scale(self.n_long[n] - self.n_long[i]));
        row.push(scale(self.n_long[i]));
    }
}
