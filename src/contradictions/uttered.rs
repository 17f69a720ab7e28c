//! One utterance, two speakers, or two to whom it was said.
//!
//! Short phrases are said by many, and what is told without marks may be a summary: only quotations of some length that are cut
//! from one text count.

use std::collections::{BTreeMap, BTreeSet};
use std::hash::{Hash, Hasher};

use super::{ClashKind, Contradiction, Severity, Side, Topic, Why, shown};
use crate::compare::Annotated;
use crate::corpus::Corpus;
use crate::entities::{EntityKind, MentionForm};
use crate::id::EntityId;
use crate::quotes::{Certainty, Quote, QuoteId, QuoteKind, Relation, Speaker};
use crate::span::Span;
use crate::text::tokens;

/// Words of a quotation at least, to be known again as one utterance.
const WORDS: usize = 6;

/// Words in a row of two quotations that were said once: shorter runs are formulas.
const RUN: usize = 8;

pub(super) fn attributions(corpus: &Corpus, found: Annotated) -> Vec<Contradiction> {
    let mut uttered: Vec<Vec<&Quote>> = Vec::new();
    for utterance in &found.quotes.utterances {
        let cut = utterance.versions.iter().filter(|version| !matches!(version.relation, Relation::Reworded | Relation::Indirect));
        let quotes = cut.filter_map(|version| found.quotes.quote(version.quote));
        uttered.push(quotes.filter(|quote| said(corpus, quote).is_some()).collect());
    }
    // The same words throughout are one utterance, even where they are too common to be known again when cut, or where others
    // give them to one speaker.
    let mut alike: BTreeMap<String, Vec<&Quote>> = BTreeMap::new();
    for quote in found.quotes.quotes.iter().filter(|quote| quote.kind == QuoteKind::Direct) {
        if let Some(words) = said(corpus, quote) {
            alike.entry(words).or_default().push(quote);
        }
    }
    let is_apart = |quote: &&Quote| quote.utterance.is_none();
    uttered.extend(alike.into_values().filter(|quotes| quotes.len() > 1 && quotes.iter().any(is_apart)));
    uttered.extend(with_run(corpus, found));
    uttered.iter().flat_map(|quotes| speakers(corpus, found, quotes).into_iter().chain(recipients(corpus, found, quotes))).collect()
}

/// Quotations of two articles that were not joined as cuts of one utterance and have a long run of words in common: each cut elsewhere.
fn with_run<'q>(corpus: &Corpus, found: Annotated<'q>) -> Vec<Vec<&'q Quote>> {
    let spoken = |quote: &Quote| matches!(quote.kind, QuoteKind::Direct | QuoteKind::Partial);
    let relation = |at: usize| u32::try_from(at).ok().and_then(|at| found.quotes.relation(QuoteId(at)));
    let mut by_run: BTreeMap<u64, (usize, &Quote)> = BTreeMap::new();
    let mut met = BTreeSet::new();
    let mut pairs = Vec::new();
    for (at, quote) in found.quotes.quotes.iter().enumerate().filter(|(_, quote)| spoken(quote)) {
        let Some(document) = corpus.document(quote.document) else { continue };
        let words: Vec<String> = quote.parts.iter().flat_map(|part| tokens(document.text(), *part)).map(|token| token.word).collect();
        for run in words.windows(RUN) {
            let mut hasher = std::hash::DefaultHasher::new();
            run.hash(&mut hasher);
            // The first to have it is enough: whoever agrees with it disagrees with the same others.
            let (first_at, first) = *by_run.entry(hasher.finish()).or_insert((at, quote));
            let is_reworded = |at: usize| relation(at) == Some(Relation::Reworded);
            let is_joined = first.utterance.is_some() && first.utterance == quote.utterance;
            let is_apart = !is_joined || is_reworded(first_at) || is_reworded(at);
            let place = |quote: &Quote| (quote.document, quote.span);
            let key = (place(first), place(quote));
            if first.document != quote.document && is_apart && met.insert(key) {
                pairs.push(vec![first, quote]);
            }
        }
    }
    pairs
}

/// The words of a quotation, folded, if they are enough.
fn said(corpus: &Corpus, quote: &Quote) -> Option<String> {
    let words: Vec<String> = tokens(corpus.document(quote.document)?.text(), quote.inner).into_iter().map(|token| token.word).collect();
    (words.len() >= WORDS).then(|| words.join(" "))
}

/// Who speaks, or to whom, and where that stands.
type Said<'q> = (&'q Quote, EntityId, Span);

/// Persons to whom the words are given. A body and the person who speaks for it do not disagree.
fn speakers(corpus: &Corpus, found: Annotated, quotes: &[&Quote]) -> Option<Contradiction> {
    let is_person = |id: &EntityId| found.entities.entity(*id).is_some_and(|entity| entity.kind == EntityKind::Person);
    let said = quotes.iter().filter_map(|quote| {
        let speaker = quote.speaker.filter(|speaker| speaker.certainty <= Certainty::Resolved && !is_pronoun(corpus, quote, speaker))?;
        let (entity, mention) =
            speaker.entity.map_or_else(|| named_before(corpus, found, quote, &speaker), |id| Some((id, speaker.mention)))?;
        is_person(&entity).then_some((*quote, entity, mention))
    });
    contradiction(corpus, found, &said.collect::<Vec<_>>(), Why::Speakers)
}

/// `Anne Mas, une voisine`: whoever is described is named right before.
fn named_before(corpus: &Corpus, found: Annotated, quote: &Quote, speaker: &Speaker) -> Option<(EntityId, Span)> {
    let mentions = found.entities.mentions_in(quote.document);
    let before = &mentions[..mentions.partition_point(|mention| mention.span.start < speaker.mention.start)];
    let name = before.last().filter(|name| name.form == MentionForm::Name && name.span.end <= speaker.mention.start)?;
    let between = Span { start: name.span.end, end: speaker.mention.start };
    (between.slice(corpus.document(quote.document)?.text()).trim() == ",").then_some((name.entity, name.span))
}

/// For whom `elle` stands is too little to say that two articles disagree.
fn is_pronoun(corpus: &Corpus, quote: &Quote, speaker: &Speaker) -> bool {
    const PRONOUNS: &[&str] = &["il", "elle", "ils", "elles", "on", "lui", "he", "she", "they", "it"];
    let words = corpus.document(quote.document).map_or_else(Vec::new, |document| tokens(document.text(), speaker.mention));
    words.iter().all(|token| PRONOUNS.contains(&token.word.as_str()))
}

/// Outlets to which the words were said. Who says them again may say them to another.
fn recipients(corpus: &Corpus, found: Annotated, quotes: &[&Quote]) -> Option<Contradiction> {
    if quotes.iter().any(|quote| is_again(corpus, quote)) {
        return None;
    }
    let said = quotes.iter().filter_map(|quote| quote.medium.map(|medium| (*quote, medium.entity, medium.mention)));
    contradiction(corpus, found, &said.collect::<Vec<_>>(), Why::Outlets)
}

/// Whether the verb says that it was said before: `a redit`, `répète`.
fn is_again(corpus: &Corpus, quote: &Quote) -> bool {
    const AGAIN: &[&str] = &["redi", "repet", "reiter", "rappel", "martel", "reaffirm", "repeat", "reiterat"];
    let verb = quote.verb.zip(corpus.document(quote.document)).map(|(verb, document)| tokens(document.text(), verb));
    verb.is_some_and(|verb| verb.iter().any(|token| AGAIN.iter().any(|again| token.word.starts_with(again))))
}

fn contradiction(corpus: &Corpus, found: Annotated, said: &[Said], why: fn(String, String) -> Why) -> Option<Contradiction> {
    let who: BTreeSet<EntityId> = said.iter().map(|(_, entity, _)| *entity).collect();
    // An article that gives both says so itself.
    let documents = |entity: EntityId| said.iter().filter(move |of| of.1 == entity).map(|of| of.0.document).collect::<BTreeSet<_>>();
    let apart = |a: EntityId, b: EntityId| documents(a).is_disjoint(&documents(b));
    let (a, b) = who.iter().enumerate().find_map(|(at, a)| who.iter().skip(at + 1).find(|b| apart(*a, **b)).map(|b| (*a, *b)))?;
    let name = |id: EntityId| found.entities.entity(id).map_or("", |entity| &entity.name);
    let sides = said.iter().filter(|of| of.1 == a || of.1 == b).filter_map(|(quote, entity, mention)| {
        let document = corpus.document(quote.document)?;
        let sentence = |span: Span| document.sentence_at(span.start).map_or(span, |at| document.sentences[at].span);
        // The speaker may be named a sentence further on.
        let whole = sentence(*mention);
        Some(Side { document: quote.document, sentence: whole, at: *mention, value: name(*entity).to_owned() })
    });
    let sides = sides.collect();
    let (quote, ..) = said.first()?;
    let topic = Topic::Words(corpus.document(quote.document).map_or_else(String::new, |document| shown(document, quote.inner)));
    let why = why(name(a).to_owned(), name(b).to_owned());
    Some(Contradiction { kind: ClashKind::Attribution, severity: Severity::Medium, topic, sides, why })
}

#[cfg(test)]
mod tests {
    use super::super::fixture;
    use super::*;

    /// The speakers of what is told otherwise.
    fn told(texts: &[&str]) -> Vec<Vec<String>> {
        fixture::told(&texts.iter().map(|text| (None, *text)).collect::<Vec<_>>(), attributions)
    }

    #[test]
    fn words_that_one_article_gives_to_another_speaker_than_two_others_are_told() {
        let by = |speaker: &str| format!("La nuit a été longue. « Le barrage tiendra jusqu’à la décrue », a assuré {speaker}.");
        let (rey, mas) = (by("Jeanne Rey"), by("Paul Mas"));
        assert_eq!(told(&[&rey, &mas, &rey]), [["Jeanne Rey", "Paul Mas", "Jeanne Rey"]]);
        assert_eq!(told(&[&rey, &rey, &rey]), Vec::<Vec<String>>::new());
    }

    #[test]
    fn cuts_of_one_utterance_with_a_long_run_in_common_are_held_against_each_other() {
        let rey = "« Depuis lundi nous savons tous que la vieille digue ne tiendra pas », a dit Jeanne Rey.";
        let mas = "« Nous savons tous que la vieille digue ne tiendra pas, et personne n’agit », a dit Paul Mas.";
        let other = "« Nous savons tous que la nouvelle digue tiendra sans peine, et rien ne presse », a dit Paul Mas.";
        assert_eq!(told(&[rey, mas]).len(), 1);
        assert_eq!(told(&[rey, other]), Vec::<Vec<String>>::new());
    }

    #[test]
    fn for_whom_a_pronoun_stands_and_what_is_said_again_is_no_disagreement() {
        let rey = "La nuit a été longue. « Le barrage tiendra jusqu’à la décrue », a assuré Jeanne Rey à l’AFP.";
        let she = "Anne Mas dirige le barrage. « Le barrage tiendra jusqu’à la décrue », a-t-elle assuré.";
        let again = "« Le barrage tiendra jusqu’à la décrue », a répété mardi Jeanne Rey sur France Info.";
        assert_eq!(told(&[rey, she]), Vec::<Vec<String>>::new());
        assert_eq!(told(&[rey, again]), Vec::<Vec<String>>::new());
    }
}
