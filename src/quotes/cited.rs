//! Words between marks that nobody is said to speak, and that another article quotes from somebody named beside them here.
//!
//! `La maire a obtenu sa « table ronde »` looks like a distance; where another article has `« Je demande une table ronde », dit la maire`,
//! it is a part of what she said. The same words must stand in the other quotation in a row.

use std::collections::BTreeMap;

use super::utterances::Content;
use super::{Certainty, Quote, QuoteKind, Speaker};
use crate::corpus::{Corpus, Sentence};
use crate::entities::EntityIndex;
use crate::order::Order;
use crate::span::Span;

/// Words of such a citation at least: one alone is anybody's.
const FEWEST: usize = 2;
/// Quotations that share its rarest word and are looked at.
const LOOKED_AT: usize = 32;
/// Names in a sentence that are looked at: bounds the work.
const NEAR: usize = 64;

/// Names who is cited, as a guess.
pub(super) fn name(corpus: &Corpus, entities: &EntityIndex, quotes: &mut [Quote], contents: &[Content]) {
    let unnamed = |quote: &Quote| quote.speaker.is_none() && !matches!(quote.kind, QuoteKind::Title | QuoteKind::Indirect);
    let asking: Vec<usize> = (0..quotes.len()).filter(|at| unnamed(&quotes[*at]) && contents[*at].words.len() >= FEWEST).collect();
    let mut with_stem: BTreeMap<u32, Vec<usize>> = BTreeMap::new();
    asking.iter().flat_map(|at| &contents[*at].stems).for_each(|stem| {
        with_stem.entry(*stem).or_default();
    });
    let by_name = |quote: &Quote| {
        let sure = quote.speaker.is_some_and(|speaker| speaker.entity.is_some() && speaker.certainty != Certainty::Guessed);
        sure && matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial)
    };
    for (at, content) in contents.iter().enumerate().filter(|(at, _)| by_name(&quotes[*at])) {
        for stem in &content.stems {
            if let Some(holding) = with_stem.get_mut(stem).filter(|holding| holding.len() <= LOOKED_AT && holding.last() != Some(&at)) {
                holding.push(at);
            }
        }
    }
    for at in asking {
        let (quote, words) = (&quotes[at], &contents[at].words);
        let mut lists: Vec<&Vec<usize>> = contents[at].stems.iter().filter_map(|stem| with_stem.get(stem)).collect();
        lists.order_by_key(|list| list.len());
        let document = &corpus.documents[quote.document.index()];
        let around = sentence(&document.sentences, quote.span);
        let mentions = entities.mentions_in(quote.document);
        let mentions = &mentions[mentions.partition_point(|mention| mention.span.start < around.start)..];
        let named = |other: &usize| {
            let other = &quotes[*other];
            let entity = other.speaker?.entity?;
            let near = mentions.iter().take(NEAR).take_while(|mention| mention.span.start < around.end);
            let mention = near.into_iter().find(|mention| mention.entity == entity && !quote.span.overlaps(mention.span))?;
            (other.document != quote.document).then_some((entity, mention.span))
        };
        let holds = |other: &&usize| contents[**other].words.windows(words.len()).any(|run| run == words);
        let first = lists.into_iter().find(|list| list.len() <= LOOKED_AT);
        let Some((entity, mention)) = first.and_then(|list| list.iter().filter(holds).find_map(named)) else { continue };
        let quote = &mut quotes[at];
        quote.kind = if quote.kind == QuoteKind::Scare { QuoteKind::Partial } else { quote.kind };
        quote.speaker = Some(Speaker { entity: Some(entity), mention, certainty: Certainty::Guessed });
    }
}

/// The sentences that a quotation stands in, as one stretch.
fn sentence(sentences: &[Sentence], quote: Span) -> Span {
    let first = sentences.partition_point(|sentence| sentence.span.end <= quote.start);
    let end = sentences.partition_point(|sentence| sentence.span.start < quote.end);
    let inside = sentences.get(first..end).unwrap_or_default();
    inside.iter().fold(quote, |around, sentence| around.cover(sentence.span))
}
