//! Where paragraphs probably began, in a text that lost its line breaks.
//!
//! Between two sentences a paragraph is the likelier the fewer words the sentences on both sides share (TextTiling: Hearst,
//! Computational Linguistics 23(1), 1997), and when speech begins or ends, a connector opens, or a name comes up again;
//! never inside a quotation, and hardly before a pronoun. Of all ways to part the text the best one is taken, paragraphs of
//! two to four sentences being preferred, as newspapers write them. The breaks are guesses for the eye: no zone, sentence
//! or offset depends on them.

use super::document::Sentence;
use super::zones::{Zone, ZoneKind};
use crate::span::Span;
use crate::text::{fold, words};

/// Shorter paragraphs, in bytes, are left alone: the longest that papers print are about this long.
const FLAT: usize = 1_200;
/// So are those of fewer sentences.
const SENTENCES: usize = 6;
/// A paragraph has no more sentences.
const LONGEST: usize = 7;
/// Sentences on each side whose words are compared.
const WINDOW: usize = 2;

/// Starts of sentences where a paragraph is proposed, in the body's paragraphs that are too long for one.
pub(super) fn breaks(text: &str, paragraphs: &[Zone], sentences: &[Sentence]) -> Vec<u32> {
    let mut found = Vec::new();
    for zone in paragraphs.iter().filter(|zone| zone.kind == ZoneKind::Body && zone.span.len() > FLAT) {
        let from = sentences.partition_point(|sentence| sentence.span.start < zone.span.start);
        let until = sentences.partition_point(|sentence| sentence.span.start < zone.span.end);
        let within: Vec<Span> = sentences[from..until].iter().map(|sentence| sentence.span).collect();
        if within.len() >= SENTENCES {
            found.extend(best(&within, &scores(text, &within)).into_iter().map(|at| within[at].start));
        }
    }
    found
}

/// What is looked at of a sentence.
struct Read {
    /// Beginnings of its longer words, each once: words of one family mostly share five letters.
    stems: Vec<String>,
    first: String,
    /// Capitalised words near its start, the first word apart.
    names: Vec<String>,
    speaks_first: bool,
    speaks_last: bool,
    /// A quotation is open where it ends.
    open: bool,
}

/// How much speaks for a break before each sentence, less what speaks for one on average.
fn scores(text: &str, sentences: &[Span]) -> Vec<i32> {
    let mut open = Open::default();
    let read: Vec<Read> = sentences.iter().map(|span| read(text, *span, &mut open)).collect();
    let mut scores: Vec<i32> = (1..read.len()).map(|at| score(&read, at)).collect();
    let mean = scores.iter().sum::<i32>() / i32::try_from(scores.len().max(1)).unwrap_or(i32::MAX);
    scores.iter_mut().for_each(|score| *score -= mean);
    scores.insert(0, 0);
    scores
}

fn read(text: &str, span: Span, open: &mut Open) -> Read {
    let sentence = span.slice(text);
    let mut found = Read {
        stems: Vec::new(),
        first: String::new(),
        names: Vec::new(),
        speaks_first: sentence.starts_with(['«', '“', '"', '–', '—']),
        speaks_last: sentence.trim_end_matches(['.', ' ', '\u{a0}', '\u{202f}', ',']).ends_with(['»', '”', '"']),
        open: false,
    };
    for (place, word) in words(text, span).enumerate() {
        let folded = fold(word.slice(text));
        if (1..8).contains(&place) && word.slice(text).starts_with(char::is_uppercase) {
            found.names.push(folded.clone());
        }
        if place == 0 {
            found.first.clone_from(&folded);
        }
        if folded.chars().count() >= STEM {
            let stem = folded.chars().take(STEM).collect();
            if !found.stems.contains(&stem) && found.stems.len() < 60 {
                found.stems.push(stem);
            }
        }
    }
    found.open = open.after(sentence);
    found
}

/// Letters by which words are compared; shorter ones are mostly grammar.
const STEM: usize = 5;

/// Whether a quotation is open, from sentence to sentence.
#[derive(Default)]
struct Open {
    depth: i32,
    straight: bool,
}

impl Open {
    fn after(&mut self, sentence: &str) -> bool {
        for c in sentence.chars() {
            match c {
                '«' | '“' => self.depth += 1,
                '»' | '”' => self.depth = (self.depth - 1).max(0),
                '"' => self.straight = !self.straight,
                _ => {}
            }
        }
        self.depth > 0 || self.straight
    }
}

/// Words that take up the sentence before: no paragraph begins with them as a rule.
const ANAPHORS: [&str; 24] = [
    "il", "elle", "ils", "elles", "ce", "cela", "celui", "celle", "ceux", "cette", "cet", "ces", "leur", "leurs", "lui", "on", "he", "she",
    "they", "it", "this", "these", "that", "those",
];
/// Words that open something new.
const CONNECTORS: [&str; 24] = [
    "selon",
    "interroge",
    "interrogee",
    "depuis",
    "enfin",
    "ailleurs",
    "cote",
    "parallele",
    "outre",
    "revanche",
    "apres",
    "avant",
    "pendant",
    "hier",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "meanwhile",
    "according",
    "earlier",
];

fn score(read: &[Read], at: usize) -> i32 {
    let (before, after) = (&read[at.saturating_sub(WINDOW)..at], &read[at..(at + WINDOW).min(read.len())]);
    let stems = |side: &[Read]| side.iter().map(|read| read.stems.len()).sum::<usize>().max(1);
    let shared = after.iter().flat_map(|read| &read.stems).filter(|stem| before.iter().any(|read| read.stems.contains(stem))).count();
    let cohesion = i32::try_from(shared * 100 / stems(before).min(stems(after))).unwrap_or(100).min(100);
    let (last, next) = (&read[at - 1], &read[at]);
    let mut score = 100 - 2 * cohesion;
    if last.open {
        score -= 400;
    }
    if ANAPHORS.contains(&next.first.as_str()) {
        score -= 45;
    }
    if CONNECTORS.contains(&next.first.as_str()) {
        score += 25;
    }
    // A quotation opens a paragraph, and what follows one opens the next; two quotations in a row belong together.
    score += match (last.speaks_last, next.speaks_first) {
        (false, true) => 30,
        (true, false) => 20,
        (true, true) => -25,
        (false, false) => 0,
    };
    let again = next.names.iter().any(|name| !before.iter().any(|read| read.names.contains(name)));
    if again { score + 15 } else { score }
}

/// What a paragraph of so many sentences costs; the figures follow the shares of such paragraphs in news pages, roughly.
fn cost(n: usize, n_bytes: usize) -> i32 {
    let by_sentences = match n {
        1 => 60,
        2 => 8,
        3 => 0,
        4 => 10,
        5 => 40,
        _ => 90,
    };
    let by_bytes = match n_bytes {
        0..150 => 40,
        150..900 => 0,
        _ => 50,
    };
    by_sentences + by_bytes
}

/// The sentences that begin a paragraph, the first one apart, in the best way to part them all.
fn best(sentences: &[Span], scores: &[i32]) -> Vec<usize> {
    let n = sentences.len();
    // For every end: the gain of the best way so far, and where its last paragraph begins.
    let mut ways: Vec<(i32, usize)> = vec![(0, 0)];
    for end in 1..=n {
        let way = |from: usize| {
            let n_bytes = (sentences[end - 1].end - sentences[from].start) as usize;
            ways[from].0 + scores[from] - cost(end - from, n_bytes)
        };
        let from = (end.saturating_sub(LONGEST)..end).rev().max_by_key(|&from| way(from)).unwrap_or(0);
        let gain = way(from);
        ways.push((gain, from));
    }
    let mut found = Vec::new();
    let mut at = ways[n].1;
    while at > 0 {
        found.push(at);
        at = ways[at].1;
    }
    found.reverse();
    found
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Article, Corpus, Document};

    fn read(text: &str) -> Document {
        Corpus::read(None, vec![Article::new("a.txt", text)]).expect("a corpus").documents.remove(0)
    }

    const FLAT: &str = "Un incendie a ravagé mardi la scierie de Montreval, dans le Val, sans faire de victime, a annoncé la préfecture. \
        Le feu a pris vers cinq heures dans l’atelier de découpe de la scierie, selon les pompiers. Il s’est propagé en quelques minutes à \
        toute la charpente de l’atelier. Soixante pompiers ont lutté toute la matinée contre les flammes. « Nous avons tout perdu en une \
        heure. Il ne reste que les murs », a déclaré le gérant, Denis Maurel. « On reconstruira », a-t-il ajouté devant la presse. \
        Le parquet a ouvert une enquête pour déterminer les causes du sinistre. La piste accidentelle est privilégiée par les enquêteurs. \
        Un court-circuit dans une armoire électrique est envisagé. L’entreprise emploie quarante salariés, tous placés au chômage \
        technique. Ils seront reçus jeudi par la direction départementale du travail. Le maire de Montreval, Christian Faure, a promis un \
        terrain à l’entreprise. Il a demandé une aide d’urgence à la région et à l’État. La communauté de communes se réunira vendredi \
        soir pour en décider. La route départementale est restée coupée jusqu’à midi. Elle a été rouverte dans les deux sens dans \
        l’après-midi. L’école du village, placée sous le vent, a été fermée par précaution. Elle doit rouvrir jeudi matin, si l’air le permet.";

    #[test]
    fn a_flattened_text_is_parted_between_sentences_never_inside_a_quotation() {
        let document = read(FLAT);
        let text = document.text();
        let breaks = &document.proposed_breaks;
        let first: Vec<&str> = breaks.iter().map(|&at| text[at as usize..].split(' ').next().unwrap_or("")).collect();
        assert!((3..=7).contains(&breaks.len()), "{first:?}");
        assert!(breaks.iter().all(|at| document.sentences.iter().any(|sentence| sentence.span.start == *at)));
        assert!(!first.contains(&"Il") && !first.contains(&"Elle"), "a pronoun takes up the sentence before: {first:?}");
        let quoted = text.find("Il ne reste").expect("the quotation is there");
        assert!(!breaks.contains(&u32::try_from(quoted).expect("a short text")));
        assert!(breaks.windows(2).all(|pair| pair[0] < pair[1]));
    }

    #[test]
    fn ordinary_pages_get_no_proposals() {
        let paragraphs = FLAT.replace(". L", ".\n\nL");
        assert!(read(&paragraphs).proposed_breaks.is_empty());
        assert!(read("Une phrase seule, sans suite.").proposed_breaks.is_empty());
    }

    #[test]
    fn a_text_of_ten_thousand_sentences_is_parted_all_along() {
        let document = read(&FLAT.repeat(600).replace("travail.", "travail. "));
        let (n, sentences) = (document.proposed_breaks.len(), document.sentences.len());
        assert!(n * 5 >= sentences && n * 2 <= sentences, "{n} paragraphs of {sentences} sentences");
    }
}
