//! What is known of a quotation, in words: its sort, who speaks and how sure that is, the verb, the outlet, other versions.

use yew::prelude::*;

use super::element::{Link, element, line, text};
use crate::protocol::{ArticleCard, QuoteMark, Speaker, UtteranceCard};
use crate::quotes::{Certainty, Closing, Stance};
use crate::ui::ledger::Ledger;
use crate::ui::messages::{quoting, utterance};
use crate::ui::route::{Place, View};

/// Who speaks, in a few words.
pub fn speaker_name(speaker: Option<&Speaker>) -> String {
    speaker.map_or_else(|| quoting::unknown_speaker().to_owned(), |speaker| speaker.name.clone())
}

/// Everything in one line, for a tip.
pub fn quote_tip(quote: &QuoteMark) -> String {
    let mut said = vec![speaker_name(quote.speaker.as_ref()), quoting::kind(quote.kind).0.to_owned()];
    said.extend(quote.verb.as_ref().map(|verb| utterance::verb(verb)));
    said.extend(quote.speaker.as_ref().map(|speaker| utterance::certainty(speaker.certainty, &speaker.mention)));
    said.extend(quote.utterance.map(|card| utterance::n_versions(card.n_versions as usize)));
    said.join(" · ")
}

/// The way to the ledger of who speaks.
pub fn voice_place(key: &str) -> Place {
    Place::of(View::Quotes(Ledger { voice: Some(key.to_owned()), ..Ledger::default() }))
}

/// The way to all versions of an utterance.
pub fn utterance_place(articles: &[ArticleCard], card: &UtteranceCard) -> Option<Place> {
    let article = articles.get(card.document.index())?.name.clone();
    Some(Place::of(View::Utterance { article, start: card.start }))
}

/// What is said of an utterance: `3 versions dans 3 articles`.
pub fn versions_words(card: &UtteranceCard) -> String {
    utterance::versions_in(card.n_versions as usize, card.n_articles as usize)
}

/// What is known of a quotation, each thing once, with doors to who speaks and to the other versions.
pub fn quote_meta(articles: &[ArticleCard], quote: &QuoteMark) -> Html {
    let mut items = Vec::new();
    match &quote.speaker {
        Some(speaker) => {
            items.push(Link { class: "who-speaks", ..Link::to(voice_place(&speaker.key).fragment()) }.saying(speaker.name.clone()))
        }
        None => items.push(text(quoting::unknown_speaker())),
    }
    items.push(text(quoting::kind(quote.kind).0));
    if let Some(verb) = &quote.verb {
        items.push(text(utterance::verb_like(verb, quote.stance.map(Stance::label))));
    }
    if let Some(speaker) = quote.speaker.as_ref().filter(|speaker| speaker.certainty != Certainty::Named) {
        let class = if speaker.certainty == Certainty::Guessed { "guess" } else { "" };
        items.push(line("span", class, utterance::certainty(speaker.certainty, &speaker.mention)));
    }
    items.extend(quote.medium.as_ref().map(|medium| text(utterance::to_medium(medium))));
    match quote.closing {
        Closing::Missing => items.push(line("span", "guess", utterance::never_closed())),
        Closing::Mismatched => items.push(line("span", "guess", utterance::unlike_marks())),
        _ => {}
    }
    if let Some((card, place)) = quote.utterance.as_ref().and_then(|card| Some((card, utterance_place(articles, card)?))) {
        let link = Link { class: "versions", ..Link::to(place.fragment()) }.saying(versions_words(card));
        items.push(element("span", "", vec![link, text(utterance::this_one(card.relation))]));
    }
    element("p", "quote-meta", items.into_iter().map(|item| element("span", "item", vec![item])).collect())
}
