//! Who is quoted, most first: words and quotations, in all and by article; every number opens its quotations.

use yew::prelude::*;

use super::quote_meta::voice_place;
use crate::id::DocumentId;
use crate::protocol::{ArticleCard, LedgerView, NOBODY, Tally, Voice};
use crate::ui::format;
use crate::ui::ledger::Ledger;
use crate::ui::route::{Place, View};

/// Articles that have a column each.
const COLUMNS: usize = 6;

/// What a voice is called.
pub fn voice_name(voice: &Voice) -> String {
    if voice.key == NOBODY { "Locuteur non reconnu".to_owned() } else { voice.name.clone() }
}

/// The table of all voices.
pub fn voice_table(articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView) -> Html {
    let columns = if articles.len() <= COLUMNS && ledger.article.is_none() { format::chronological(articles) } else { Vec::new() };
    let most = view.voices.iter().map(|voice| voice.tally.n_words).max().unwrap_or(1).max(1);
    let head = |card: &&ArticleCard| {
        let guess = card.metadata.outlet.as_ref().is_some_and(crate::corpus::Fact::is_inferred).then_some("guess");
        html! { <th scope="col" class="in-article" key={card.id.0}><a class={classes!(guess)} href={Place::read(&card.name).fragment()} title={format::title(card)}>{ format::bare_label(card) }</a></th> }
    };
    let row = |voice: &Voice| {
        let to = |article: Option<&str>| opened(ledger, Some(&voice.key), article).fragment();
        let name = voice_name(voice);
        let described = voice.kind.is_none() && voice.key != NOBODY;
        let cell = |card: &&ArticleCard| match tally_in(&voice.articles, card.id) {
            None => {
                html! { <td class="in-article none" key={card.id.0}><span aria-hidden="true">{ "·" }</span><span class="visually-hidden">{ "rien" }</span></td> }
            }
            Some(tally) => {
                let of = tally_in(&view.articles, card.id).unwrap_or_default();
                let label = format!("{name} dans {}\u{a0}: {}", format::label(card), counted(tally));
                html! { <td class="in-article" key={card.id.0}><a href={to(Some(&card.name))} aria-label={label}>{ format::number(tally.n_words as usize) }</a><small>{ format::percent(share(tally, of)) }</small></td> }
            }
        };
        let others = format::count(voice.articles.len(), "article", "articles");
        html! {
            <tr key={voice.key.clone()}>
                <th scope="row"><a href={to(None)}>{ &name }</a>if described { <small>{ "source décrite, non nommée" }</small> }</th>
                <td class="drawn">{ bar(voice.tally, most, &counted(voice.tally)) }</td>
                <td><a href={to(None)}>{ format::number(voice.tally.n_words as usize) }</a><small>{ format::percent(share(voice.tally, view.total)) }</small></td>
                <td><a href={to(None)}>{ format::number(voice.tally.n_quotes as usize) }</a></td>
                { for columns.iter().map(cell) }
                if columns.is_empty() && ledger.article.is_none() { <td><a href={to(None)}>{ others }</a></td> }
            </tr>
        }
    };
    html! {
        <div class="voice-frame" tabindex="0" role="group" aria-label="Tableau de qui est cité">
            <table class="voices">
                <caption class="visually-hidden">{ "Mots cités de chaque locuteur, en tout et dans chaque article, du plus cité au moins cité" }</caption>
                <thead><tr><th scope="col">{ "Qui parle" }</th><th scope="col" class="drawn"><span class="visually-hidden">{ "Dessin\u{a0}: " }</span>{ "plein\u{a0}: sûr, pointillé\u{a0}: incertain" }</th><th scope="col">{ "Mots cités" }</th><th scope="col">{ "Citations" }</th>
                    { for columns.iter().map(head) }
                    if columns.is_empty() && ledger.article.is_none() { <th scope="col">{ "Dans" }</th> }
                </tr></thead>
                <tbody>{ for view.voices.iter().map(row) }</tbody>
            </table>
        </div>
    }
}

/// The table of one voice: a row for each article, as a share of what that article quotes.
pub fn voice_articles(articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView, voice: &Voice) -> Html {
    let row = |(id, tally): &(DocumentId, Tally)| {
        let card = articles.get(id.index())?;
        let of = tally_in(&view.articles, *id).unwrap_or_default();
        let to = opened(ledger, Some(&voice.key), Some(&card.name)).fragment();
        let said = format!("{} des mots que cite cet article", format::percent(share(*tally, of)));
        let open = ledger.article.as_ref() == Some(&card.name);
        Some(html! {
            <tr key={card.id.0}>
                <th scope="row"><a href={to.clone()} aria-current={open.then_some("true")}>{ format::label(card) }</a></th>
                <td class="drawn">{ bar(*tally, of.n_words.max(1), &said) }</td>
                <td><a href={to.clone()}>{ format::number(tally.n_words as usize) }</a><small>{ format::percent(share(*tally, of)) }</small></td>
                <td><a href={to}>{ format::number(tally.n_quotes as usize) }</a></td>
            </tr>
        })
    };
    html! {
        <div class="voice-frame" tabindex="0" role="group" aria-label="Tableau par article">
            <table class="voices of-one">
                <caption class="visually-hidden">{ "Mots cités dans chaque article, et leur part de tout ce que l’article cite" }</caption>
                <thead><tr><th scope="col">{ "Article" }</th><th scope="col" class="drawn">{ "part de ce que l’article cite" }</th><th scope="col">{ "Mots cités" }</th><th scope="col">{ "Citations" }</th></tr></thead>
                <tbody>{ for voice.articles.iter().take(SHOWN_ARTICLES).filter_map(row) }</tbody>
            </table>
            if voice.articles.len() > SHOWN_ARTICLES { <p class="absent">{ format!("Et {}\u{a0}: la table à emporter les a tous.", format::count(voice.articles.len() - SHOWN_ARTICLES, "autre article", "autres articles")) }</p> }
        </div>
    }
}

/// Articles that one voice lists.
const SHOWN_ARTICLES: usize = 40;

/// The ledger opened on a voice and an article, as else it is set.
fn opened(ledger: &Ledger, voice: Option<&str>, article: Option<&str>) -> Place {
    let article = article.map(str::to_owned).or_else(|| ledger.article.clone());
    match voice {
        Some(voice) if !ledger.is_narrow() && article.is_none() => voice_place(voice, None),
        voice => Place::of(View::Quotes(Ledger { voice: voice.map(str::to_owned), article, n_voices: 0, n_quotes: 0, ..ledger.clone() })),
    }
}

fn tally_in(articles: &[(DocumentId, Tally)], id: DocumentId) -> Option<Tally> {
    articles.binary_search_by_key(&id, |(id, _)| *id).ok().map(|at| articles[at].1)
}

/// The share of the words of one count in another.
fn share(tally: Tally, of: Tally) -> f32 {
    tally.n_words as f32 / of.n_words.max(1) as f32
}

/// `103 mots, 4 citations, dont 12 mots d’attribution incertaine`.
pub fn counted(tally: Tally) -> String {
    let words = format::count(tally.n_words as usize, "mot", "mots");
    let quotes = format::count(tally.n_quotes as usize, "citation", "citations");
    match tally.n_uncertain {
        0 => format!("{words}, {quotes}"),
        n => format!("{words}, {quotes}, dont {} d’attribution incertaine", format::count(n as usize, "mot", "mots")),
    }
}

/// A bar as long as the words of `most`: what is sure is full, what is not is drawn as an outline.
fn bar(tally: Tally, most: u32, said: &str) -> Html {
    let long = |n: u32| u64::from(n) * 1_000 / u64::from(most);
    let (sure, all) = (long(tally.n_words - tally.n_uncertain), long(tally.n_words).max(4));
    html! {
        <svg class="bar" viewBox="0 0 1004 12" preserveAspectRatio="none" width="100%" height="12" role="img" aria-label={said.to_owned()}>
            <rect class="sure" x="0" y="2" width={sure.to_string()} height="8" />
            if tally.n_uncertain > 0 { <rect class="unsure" x={(sure + 1).to_string()} y="2" width={(all.saturating_sub(sure)).max(4).to_string()} height="8" /> }
        </svg>
    }
}
