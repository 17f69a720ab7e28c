//! What is known of a quotation, in words: its sort, who speaks and how sure that is, the verb, the outlet, other versions.

use yew::prelude::*;

use super::element::{Link, element, line, text};
use crate::protocol::{ArticleCard, QuoteMark, Speaker, UtteranceCard};
use crate::quotes::{Certainty, Closing, QuoteKind, Relation, Stance};
use crate::ui::format;
use crate::ui::ledger::{KIND_WORDS, Ledger};
use crate::ui::route::{Place, View};

/// The kind for one quotation: `citation directe`.
pub fn kind_words(kind: QuoteKind) -> &'static str {
    KIND_WORDS.iter().find(|(one, ..)| *one == kind).map_or("", |(_, _, words, _)| words)
}

/// What the choice of such a verb tells.
pub fn stance_meaning(stance: Stance) -> &'static str {
    match stance {
        Stance::Neutral => "rapporte, sans plus (dit, déclare, ajoute)",
        Stance::Explaining => "présente ce qui est dit comme établi (explique, rappelle, reconnaît)",
        Stance::Claiming => "laisse ce qui est dit à qui le dit (affirme, estime, regrette)",
        Stance::Insisting => "montre qu’on insiste (martèle, dénonce)",
        Stance::Doubting => "met en doute (prétend)",
        Stance::Asking => "à part\u{a0}: on demande, rien n’est affirmé (demande, souhaite)",
    }
}

/// How a version stands to the fullest.
pub fn relation_words(relation: Relation) -> &'static str {
    match relation {
        Relation::Full => "entière",
        Relation::Cut => "coupée",
        Relation::Spliced => "jointe\u{a0}: des passages éloignés s’y suivent",
        Relation::Reworded => "en d’autres mots",
        Relation::Indirect => "rapportée sans guillemets",
    }
}

/// Why somebody is said to speak; a guess says so first.
pub fn certainty_words(speaker: &Speaker) -> String {
    let mention = &speaker.mention;
    match speaker.certainty {
        Certainty::Named => "nommé à côté du verbe".to_owned(),
        Certainty::Described => "source décrite, non nommée".to_owned(),
        Certainty::Resolved => format!("«\u{a0}{mention}\u{a0}» le désigne"),
        Certainty::Inherited => "suite de la citation précédente".to_owned(),
        Certainty::Guessed => "attribution incertaine\u{a0}: déduite de ce qui se trouve près de la citation".to_owned(),
    }
}

/// Who speaks, in a few words.
pub fn speaker_name(speaker: Option<&Speaker>) -> String {
    speaker.map_or_else(|| "locuteur non reconnu".to_owned(), |speaker| speaker.name.clone())
}

/// Everything in one line, for a tip.
pub fn quote_tip(quote: &QuoteMark) -> String {
    let mut said = vec![speaker_name(quote.speaker.as_ref()), kind_words(quote.kind).to_owned()];
    said.extend(quote.verb.as_ref().map(|verb| format!("verbe\u{a0}: «\u{a0}{verb}\u{a0}»")));
    said.extend(quote.speaker.as_ref().map(certainty_words));
    said.extend(quote.utterance.map(|card| format::count(card.n_versions as usize, "version", "versions")));
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
    let versions = format::count(card.n_versions as usize, "version", "versions");
    format!("{versions} dans {}", format::count(card.n_articles as usize, "article", "articles"))
}

/// What is known of a quotation, each thing once, with doors to who speaks and to the other versions.
pub fn quote_meta(articles: &[ArticleCard], quote: &QuoteMark) -> Html {
    let mut items = Vec::new();
    match &quote.speaker {
        Some(speaker) => {
            items.push(Link { class: "who-speaks", ..Link::to(voice_place(&speaker.key).fragment()) }.saying(speaker.name.clone()))
        }
        None => items.push(text("locuteur non reconnu")),
    }
    items.push(text(kind_words(quote.kind)));
    if let Some(verb) = &quote.verb {
        let like = quote.stance.map_or_else(String::new, |stance| format!(" (comme «\u{a0}{}\u{a0}»)", stance.label()));
        items.push(text(format!("«\u{a0}{verb}\u{a0}»{like}")));
    }
    if let Some(speaker) = quote.speaker.as_ref().filter(|speaker| speaker.certainty != Certainty::Named) {
        let class = if speaker.certainty == Certainty::Guessed { "guess" } else { "" };
        items.push(line("span", class, certainty_words(speaker)));
    }
    items.extend(quote.medium.as_ref().map(|medium| text(format!("à {medium}"))));
    match quote.closing {
        Closing::Missing => items.push(line("span", "guess", "guillemet jamais fermé\u{a0}: la fin est supposée")),
        Closing::Mismatched => items.push(line("span", "guess", "guillemets dépareillés")),
        _ => {}
    }
    if let Some((card, place)) = quote.utterance.as_ref().and_then(|card| Some((card, utterance_place(articles, card)?))) {
        let link = Link { class: "versions", ..Link::to(place.fragment()) }.saying(versions_words(card));
        items.push(element("span", "", vec![link, text(format!(" (celle-ci {})", relation_words(card.relation)))]));
    }
    element("p", "quote-meta", items.into_iter().map(|item| element("span", "item", vec![item])).collect())
}
