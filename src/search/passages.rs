//! Passages: places where the words of a group stand together, in the order in which they were typed.
//!
//! Who types « maire de l ile » without quotation marks mostly means the phrase, though the text may say « maire actuel de
//! l'île ». So an article that has its words together is marked there and only there, as one span, and comes before those
//! in which they are scattered. After passages in Clarke, Cormack & Tudhope, *Relevance ranking for one to three term
//! queries* (2000), narrowed to the typed order.

use super::places::Place;

/// Words that may stand between two words besides the function words typed there: a preposition with its article, or with
/// an adjective (« lutte active contre »). At 0 only phrases are passages; growing, spans swallow whole sentences.
pub const LOOSE: u32 = 2;

/// No word in between: what is asked when a word may be misspelt.
pub const TIGHT: u32 = 0;

/// Passages of words that stand at `words` in one part, in order, not overlapping, added to `found`. `skipped` says how many
/// function words were typed before each word, `slack` how many more words may stand there.
pub fn find(words: &[&[Place]], skipped: &[u32], slack: u32, found: &mut Vec<Place>) {
    let Some((first, rest)) = words.split_first() else { return };
    let before = found.len();
    let mut from = vec![0; rest.len()];
    for start in *first {
        let Some(passage) = passage_from(*start, rest, &mut from, skipped, slack) else { continue };
        // Of two that share words the shorter: « maire adjoint, maire de l'île » is one passage, from the second « maire ».
        match found[before..].last().copied() {
            Some(last) if passage.position < last.end() => {
                if passage.length < last.length {
                    found.pop();
                    found.push(passage);
                }
            }
            _ => found.push(passage),
        }
    }
}

/// The passage that begins with `start` and goes on with the nearest of each of `rest`. Starts come in order, so what lies
/// before one start is passed over for all that follow: `from` keeps how much.
fn passage_from(start: Place, rest: &[&[Place]], from: &mut [usize], skipped: &[u32], slack: u32) -> Option<Place> {
    let mut passage = start;
    for ((places, from), skipped) in rest.iter().zip(from).zip(&skipped[1..]) {
        let end = passage.end();
        *from += places[*from..].iter().take_while(|place| place.position < end).count();
        let next = *places.get(*from)?;
        if next.position - end > skipped + slack {
            return None;
        }
        passage.length = next.end() - passage.position;
        passage.form = passage.form.max(next.form);
    }
    Some(passage)
}
