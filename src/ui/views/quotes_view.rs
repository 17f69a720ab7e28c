//! Who is quoted, how much and where, what several articles quote differently, and the quotations themselves.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::Separator;
use crate::protocol::{ArticleCard, LedgerSheet, LedgerView, Overview, Request, Response, SHOWN_QUOTES, SHOWN_VOICES, Shared};
use crate::quotes::QuoteKind;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::ledger::{KIND_WORDS, Ledger};
use crate::ui::parts::ledger_filters::{ledger_filters, stance_scale};
use crate::ui::parts::quote_meta::{utterance_place, versions_words};
use crate::ui::parts::voice_table::{counted, voice_articles, voice_name, voice_table};
use crate::ui::parts::{index_tabs, notice_line, quote_list};
use crate::ui::route::{Place, View};
use crate::ui::{download, format};

#[derive(Properties, PartialEq)]
pub struct QuotesViewProps {
    pub overview: Rc<Overview>,
    pub ledger: Ledger,
}

#[component]
pub fn QuotesView(props: &QuotesViewProps) -> Html {
    let explorer = use_explorer();
    let (articles, ledger) = (&props.overview.articles, &props.ledger);
    let article = ledger.article.as_ref().and_then(|name| articles.iter().find(|card| card.name == *name));
    let lost = ledger.article.is_some() && article.is_none();
    let request = ledger.request(article.map(|card| card.id));
    let answer = use_answer((!lost).then_some(Request::Ledger(request)));
    let said = use_state(AttrValue::default);
    let view = match answer.response.as_deref() {
        Some(Response::Ledger(view)) => Some(&**view),
        _ => None,
    };
    let tabs = index_tabs(&View::Quotes(ledger.clone()), "");
    if lost {
        let text = format!("Ce corpus n’a pas d’article «\u{a0}{}\u{a0}».", ledger.article.clone().unwrap_or_default());
        return html! { <div class="quotes-view">{ tabs }<h1 tabindex="-1">{ "Citations" }</h1>{ notice_line(text, None) }<p><a href="#/citations">{ "Toutes les citations" }</a></p></div> };
    }
    html! {
        <div class="quotes-view tool-view">
            { tabs }
            { heading(ledger, view) }
            if let Some(view) = view { { shown(&explorer, articles, ledger, view, &said) } }
            if let Some(why) = &answer.failure { <p class="notice" role="alert">{ format::capital(why) }</p> }
        </div>
    }
}

fn heading(ledger: &Ledger, view: Option<&LedgerView>) -> Html {
    let chosen = view.and_then(|view| view.chosen.as_ref()).filter(|voice| ledger.voice.as_ref() == Some(&voice.key));
    let Some(voice) = chosen else { return html! { <h1 tabindex="-1">{ "Citations" }</h1> } };
    let all = Place::of(View::Quotes(Ledger { voice: None, n_quotes: 0, ..ledger.clone() }));
    let query = format!("speaker:\"{}\"", voice.name.replace('"', " "));
    html! {
        <>
            <p class="caps">{ if voice.kind.is_some() { "Paroles de" } else { "Source décrite, non nommée" } }</p>
            <h1 tabindex="-1">{ voice_name(voice) }</h1>
            <p class="voice-doors">
                <a href={all.fragment()}>{ "Tous les locuteurs" }</a>
                if voice.kind.is_some() {
                    <a href={Place::of(View::Results).with_query(&query).fragment()}>{ "Chercher dans ses paroles" }</a>
                    <a href={Place::of(View::Entity { slug: voice.key.clone(), article: None }).fragment()}>{ "Qui le nomme" }</a>
                }
            </p>
        </>
    }
}

fn shown(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView, said: &UseStateHandle<AttrValue>) -> Html {
    if view.total.n_quotes == 0 && !ledger.is_narrow() && view.kinds.iter().all(|n| *n == 0) {
        let text = if articles.len() == 1 { "Cet article ne cite personne" } else { "Ces articles ne citent personne" };
        return html! { <p class="in-words">{ format!("{text}\u{a0}: ni paroles entre guillemets, ni paroles rapportées n’y ont été reconnues.") }</p> };
    }
    let more =
        |to: Ledger, words: String| html! { <p><a class="more-rows" href={Place::of(View::Quotes(to)).fragment()}>{ words }</a></p> };
    let n_voices = ledger.n_voices.max(SHOWN_VOICES);
    let n_quotes = ledger.n_quotes.max(SHOWN_QUOTES);
    let left = (view.n_quotes as usize).saturating_sub(view.quotes.len());
    html! {
        <>
            <p class="in-words" role="status">{ in_words(articles, ledger, view) }</p>
            { ledger_filters(explorer, articles, ledger, view) }
            { stance_scale() }
            if let Some(voice) = &view.chosen {
                if voice.articles.len() > 1 || articles.len() > 1 { { voice_articles(articles, ledger, view, voice) } }
            } else if ledger.voice.is_some() {
                { notice_line("Personne de ce nom n’est cité dans ce corpus.".to_owned(), None) }
            } else if !view.voices.is_empty() {
                <h2>{ "Qui parle" }</h2>
                { voice_table(articles, ledger, view) }
                if view.n_voices as usize > view.voices.len() { { more(Ledger { n_voices: n_voices * 4, ..ledger.clone() }, format!("Montrer plus de locuteurs (il y en a {})", format::number(view.n_voices as usize))) } }
            }
            { shared(articles, view) }
            if !view.quotes.is_empty() {
                <h2 id="quotes">{ format!("{} dans le texte", format::count(view.n_quotes as usize, "citation", "citations")) }</h2>
                { quote_list(articles, &view.quotes) }
                if left > 0 { { more(Ledger { n_quotes: n_quotes + SHOWN_QUOTES * 5, ..ledger.clone() }, format!("Montrer la suite ({} encore)", format::count(left, "citation", "citations"))) } }
            } else { <p class="absent">{ "Aucune citation ne répond à ces conditions." }</p> }
            { aside(ledger, view) }
            { sheets(explorer, articles, ledger, said) }
        </>
    }
}

fn in_words(articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView) -> String {
    if let Some(voice) = &view.chosen {
        let of = format::percent(voice.tally.n_words as f32 / view.total.n_words.max(1) as f32);
        return format!("{}\u{a0}: {of} des mots cités. Chaque nombre ouvre ses phrases.", counted(voice.tally));
    }
    let n_words: u32 =
        articles.iter().filter(|card| ledger.article.as_ref().is_none_or(|name| *name == card.name)).map(|card| card.n_words).sum();
    let share = format::percent(view.total.n_words as f32 / n_words.max(1) as f32);
    let named = format::count(view.n_named as usize, "locuteur nommé", "locuteurs nommés");
    let described =
        format::count((view.n_voices - view.n_named) as usize, "source décrite ou non reconnue", "sources décrites ou non reconnues");
    let few = if view.total.n_words < FEW { " Si peu de mots\u{a0}: les parts disent peu." } else { "" };
    format!("{}\u{a0}: {share} du texte. {named}, {described}. Chaque nombre ouvre ses phrases.{few}", counted(view.total))
}

/// Words quoted below which shares are mostly chance: a quotation or two.
const FEW: u32 = 60;

/// What several articles quote, each a door to its versions.
fn shared(articles: &[ArticleCard], view: &LedgerView) -> Html {
    let entry = |shared: &Shared| {
        let place = utterance_place(articles, &shared.card)?;
        let forms = match shared.n_wordings {
            1 => ", mot pour mot".to_owned(),
            n => format!(", {} formes", format::number(n as usize)),
        };
        let spliced = if shared.n_spliced > 0 { "\u{a0}; des passages éloignés y sont joints" } else { "" };
        let who = shared.speaker.as_ref().map(|name| format!("{name} · ")).unwrap_or_default();
        Some(html! {
            <li key={place.fragment()}><a class="passage" href={place.fragment()}>{ format!("«\u{a0}{}\u{a0}»", shared.text) }</a><small>{ who }{ versions_words(&shared.card) }{ forms }{ spliced }</small></li>
        })
    };
    if view.shared.is_empty() {
        return Html::default();
    }
    let hidden = (view.n_shared as usize).saturating_sub(view.shared.len());
    html! {
        <section class="shared">
            <h2>{ "La même parole dans plusieurs articles" }</h2>
            <ul>{ for view.shared.iter().filter_map(entry) }</ul>
            if hidden > 0 { <p class="absent">{ format!("Et {}, à trouver par leurs citations.", format::count(hidden, "autre", "autres")) }</p> }
        </section>
    }
}

/// Marks of distance and titles, which nobody says.
fn aside(ledger: &Ledger, view: &LedgerView) -> Html {
    let entry = |(kind, n): (QuoteKind, u32)| {
        let many = KIND_WORDS.iter().find(|(one, ..)| *one == kind).map_or("", |(.., many)| many);
        let made = ledger.kind == Some(kind);
        let to = Place::of(View::Quotes(Ledger { kind: (!made).then_some(kind), n_quotes: 0, ..ledger.clone() }));
        (n > 0).then(|| html! { <li key={many}><a href={to.fragment()} aria-current={made.then_some("true")}>{ format!("{many}\u{a0}: {}", format::number(n as usize)) }</a></li> })
    };
    let entries: Vec<Html> = [(QuoteKind::Scare, view.kinds[3]), (QuoteKind::Title, view.kinds[4])].into_iter().filter_map(entry).collect();
    if entries.is_empty() {
        return Html::default();
    }
    html! {
        <details class="scale" open={matches!(ledger.kind, Some(QuoteKind::Scare | QuoteKind::Title))}>
            <summary>{ "Entre guillemets sans être dits" }</summary>
            <p>{ "Mots tenus à distance et titres d’œuvres\u{a0}: personne n’est dit les avoir prononcés, ils ne comptent pas dans les citations." }</p>
            <ul>{ for entries }</ul>
        </details>
    }
}

/// The ledger and the quotations as tables.
fn sheets(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger, said: &UseStateHandle<AttrValue>) -> Html {
    let article = ledger.article.as_ref().and_then(|name| articles.iter().find(|card| card.name == *name)).map(|card| card.id);
    let button = |(sheet, words, name): (LedgerSheet, &'static str, &'static str)| {
        let (client, said) = (explorer.desk.client().clone(), said.clone());
        let request = Request::LedgerSheet { request: ledger.request(article), sheet };
        let onclick = Callback::from(move |_| {
            let (client, said, request) = (client.clone(), said.clone(), request.clone());
            wasm_bindgen_futures::spawn_local(async move {
                said.set(match client.call(request).await {
                    Ok(Response::Sheet(text)) => {
                        download::save(&format!("{name}.csv"), &js_sys::Uint8Array::from(text.as_bytes()));
                        "Fichier enregistré.".into()
                    }
                    Ok(Response::Refused { why }) | Err(why) => why.into(),
                    Ok(_) => return,
                });
            });
        });
        html! { <button type="button" key={words} {onclick}>{ words }</button> }
    };
    let all = [
        (LedgerSheet::Voices(Separator::Comma), "Locuteurs, CSV", "locuteurs"),
        (LedgerSheet::Voices(Separator::Semicolon), "Locuteurs, CSV pour tableur français", "locuteurs"),
        (LedgerSheet::Quotes(Separator::Comma), "Citations, CSV", "citations"),
        (LedgerSheet::Quotes(Separator::Semicolon), "Citations, CSV pour tableur français", "citations"),
    ];
    html! { <div class="sheet-buttons">{ for all.into_iter().map(button) }<span role="status">{ (**said).clone() }</span></div> }
}
