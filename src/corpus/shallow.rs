//! Shallow features of the lines of a page: what can be counted of a line, of its neighbours and of its place.
//!
//! Such features tell text from the furniture around it on pages of any make and language (Kohlschütter, Fankhauser, Nejdl:
//! Boilerplate Detection using Shallow Text Features, WSDM 2010; Vogels, Ganea, Eickhoff: Web2Text, ECIR 2018). No word counts
//! by itself: words count by class (function words, cues) or by how they are spread over the page. What the rules said of
//! a line is one feature among the others. Every feature is a byte, so that nothing is rounded differently anywhere.

use super::claim::{is_item, is_long};
use super::cues::Cue;
use super::lines::{End, Hint, Line};
use super::places::Places;
use super::trade;
use super::vocabulary::Vocabulary;
use super::zones::ZoneKind;
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
    let missing = [NO_LINE; NEAR];
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
pub(super) const NO_LINE: u8 = 255;
/// The first features of a line are also features of its neighbours.
const NEAR: usize = 8;

/// Small numbers as they are, larger ones by their size: sixteen steps for each doubling.
pub(super) fn scale(n: usize) -> u8 {
    let value = match n {
        0..32 => n,
        _ => {
            let size = n.ilog2() as usize;
            32 + (size - 5) * 16 + ((n >> (size - 4)) & 15)
        }
    };
    u8::try_from(value).unwrap_or(254).min(254)
}

pub(super) fn percent(part: usize, whole: usize) -> u8 {
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
        share(&trade::is_of_trade),
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
        share(&|word| SPEAKER.contains(&word)),
        u8::from(is_leading_away(text)) + 2 * u8::from(text.starts_with(['-', '–', '—', '#', '@', '*', '[', '(', '→', '←', '▶'])),
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

/// True for a function word of French or English.
pub(super) fn is_function_word(word: &str) -> bool {
    Language::French.is_function_word(word) || Language::English.is_function_word(word)
}

/// True for finished sentences that do not speak to the reader, with hardly a word of what pages have.
pub(super) fn is_report(line: &Line<'_>) -> bool {
    let of_trade = line.words.iter().filter(|word| trade::is_of_trade(word)).count();
    line.end == End::Stop && of_trade * 6 <= line.words.len() && !line.words.iter().any(|word| TO_READER.contains(&word.as_str()))
}

/// True for a line that names an address on the web or of mail.
fn is_leading_away(text: &str) -> bool {
    text.contains('@') || text.contains("www.") || text.contains("http")
}

/// Words by which somebody speaks of himself: an article in quotation marks, readers without.
const SPEAKER: [&str; 12] = ["je", "j", "mon", "ma", "mes", "moi", "me", "i", "my", "me", "on", "im"];

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

pub(super) fn rank_of_cue(cue: Option<Cue>) -> u8 {
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
