//! Who is quoted, how much and where, what several articles quote differently, and the quotations themselves.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::Separator;
use crate::protocol::{ArticleCard, LedgerSheet, LedgerView, Overview, Request, Response, SHOWN_QUOTES, SHOWN_VOICES};
use crate::quotes::QuoteKind;
use crate::ui::client::Client;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::ledger::Ledger;
use crate::ui::parts::element::{Link, element, line};
use crate::ui::parts::ledger_filters::{kind_many, kind_place, ledger_filters, stance_scale};
use crate::ui::parts::voice_table::{counted, voice_articles, voice_name, voice_table};
use crate::ui::parts::{index_tabs, notice_line, quote_list, shared_list};
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
        let all = element("p", "", vec![Link::to("#/citations").saying("Toutes les citations")]);
        return element("div", "quotes-view", vec![tabs, heading(ledger, None), notice_line(text, None), all]);
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
    let title = |words: String| html! { <h1 tabindex="-1">{ words }</h1> };
    let chosen = view.and_then(|view| view.chosen.as_ref()).filter(|voice| ledger.voice.as_ref() == Some(&voice.key));
    let Some(voice) = chosen else { return title("Citations".to_owned()) };
    let mut doors = vec![Link::to(ledger.changed(&|ledger| ledger.voice = None)).saying("Tous les locuteurs")];
    if voice.kind.is_some() {
        let query = format!("speaker:\"{}\"", voice.name.replace('"', " "));
        doors.push(Link::to(Place::of(View::Results).with_query(&query).fragment()).saying("Chercher dans ses paroles"));
        let named = Place::of(View::Entity { slug: voice.key.clone(), article: None });
        doors.push(Link::to(named.fragment()).saying("Qui le nomme"));
    }
    let sort = if voice.kind.is_some() { "Paroles de" } else { "Source décrite, non nommée" };
    element("div", "", vec![line("p", "caps", sort), title(voice_name(voice)), element("p", "voice-doors", doors)])
}

fn shown(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView, said: &UseStateHandle<AttrValue>) -> Html {
    if view.total.n_quotes == 0 && !ledger.is_narrow() && view.kinds.iter().all(|n| *n == 0) {
        let whose = if articles.len() == 1 { "Cet article ne cite personne" } else { "Ces articles ne citent personne" };
        return line("p", "in-words", format!("{whose}\u{a0}: ni paroles entre guillemets, ni paroles rapportées n’y ont été reconnues."));
    }
    let mut parts = vec![
        html! { <p class="in-words" role="status">{ in_words(articles, ledger, view) }</p> },
        ledger_filters(explorer, articles, ledger, view),
        stance_scale(),
    ];
    match &view.chosen {
        Some(voice) if articles.len() > 1 => parts.push(voice_articles(articles, ledger, view, voice)),
        Some(_) => {}
        None if ledger.voice.is_some() => parts.push(notice_line("Personne de ce nom n’est cité dans ce corpus.".to_owned(), None)),
        None if view.voices.is_empty() => {}
        None => {
            parts.extend([line("h2", "", "Qui parle"), voice_table(articles, ledger, view)]);
            if view.n_voices as usize > view.voices.len() {
                let n = ledger.n_voices.max(SHOWN_VOICES) * 4;
                let words = format!("Montrer plus de locuteurs (il y en a {})", format::number(view.n_voices as usize));
                parts.push(more(ledger.changed(&|ledger| ledger.n_voices = n), words));
            }
        }
    }
    parts.push(shared(articles, view));
    if view.quotes.is_empty() {
        parts.push(line("p", "absent", "Aucune citation ne répond à ces conditions."));
    } else {
        let count = format::count(view.n_quotes as usize, "citation", "citations");
        parts.extend([line("h2", "", format!("{count} dans le texte")), quote_list(articles, &view.quotes)]);
        let left = (view.n_quotes as usize).saturating_sub(view.quotes.len());
        if left > 0 {
            let n = ledger.n_quotes.max(SHOWN_QUOTES) + SHOWN_QUOTES * 5;
            let words = format!("Montrer la suite ({} encore)", format::count(left, "citation", "citations"));
            parts.push(more(ledger.changed(&|changed| (changed.n_quotes, changed.n_voices) = (n, ledger.n_voices)), words));
        }
    }
    parts.extend([aside(ledger, view), sheets(explorer, articles, ledger, said)]);
    html! { <>{ for parts }</> }
}

fn more(to: AttrValue, words: String) -> Html {
    element("p", "", vec![Link { class: "more-rows", ..Link::to(to) }.saying(words)])
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
    if view.shared.is_empty() {
        return Html::default();
    }
    let hidden = (view.n_shared as usize).saturating_sub(view.shared.len());
    let mut parts = vec![line("h2", "", "La même parole dans plusieurs articles"), shared_list(articles, &view.shared)];
    if hidden > 0 {
        parts.push(line("p", "absent", format!("Et {}, à trouver par leurs citations.", format::count(hidden, "autre", "autres"))));
    }
    element("section", "shared", parts)
}

/// Marks of distance and titles, which nobody says.
fn aside(ledger: &Ledger, view: &LedgerView) -> Html {
    let sorts = [(QuoteKind::Scare, view.kinds[3]), (QuoteKind::Title, view.kinds[4])];
    let entry = |(kind, n): (QuoteKind, u32)| {
        let link = Link { current: (ledger.kind == Some(kind)).then_some("true"), ..Link::to(kind_place(ledger, kind)) };
        (n > 0).then(|| element("li", "", vec![link.saying(format!("{}\u{a0}: {}", kind_many(kind), format::number(n as usize)))]))
    };
    let entries: Vec<Html> = sorts.into_iter().filter_map(entry).collect();
    if entries.is_empty() {
        return Html::default();
    }
    let said =
        "Mots tenus à distance et titres d’œuvres\u{a0}: personne n’est dit les avoir prononcés, ils ne comptent pas dans les citations.";
    element(
        "details",
        "scale",
        vec![line("summary", "", "Entre guillemets sans être dits"), line("p", "", said), element("ul", "", entries)],
    )
}

/// The ledger and the quotations as tables.
fn sheets(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger, said: &UseStateHandle<AttrValue>) -> Html {
    let article = ledger.article.as_ref().and_then(|name| articles.iter().find(|card| card.name == *name)).map(|card| card.id);
    let button = |(sheet, words): (LedgerSheet, &'static str)| {
        let (client, said) = (explorer.desk.client().clone(), said.clone());
        let request = Request::LedgerSheet { request: ledger.request(article), sheet };
        let onclick = Callback::from(move |_| save(client.clone(), request.clone(), said.clone()));
        html! { <button type="button" {onclick}>{ words }</button> }
    };
    let all = [
        (LedgerSheet::Voices(Separator::Comma), "Locuteurs, CSV"),
        (LedgerSheet::Voices(Separator::Semicolon), "Locuteurs, CSV pour tableur français"),
        (LedgerSheet::Quotes(Separator::Comma), "Citations, CSV"),
        (LedgerSheet::Quotes(Separator::Semicolon), "Citations, CSV pour tableur français"),
    ];
    html! { <div class="sheet-buttons">{ for all.into_iter().map(button) }<span role="status">{ (**said).clone() }</span></div> }
}

/// Asks for a table and hands it over as a file.
fn save(client: Client, request: Request, said: UseStateHandle<AttrValue>) {
    wasm_bindgen_futures::spawn_local(async move {
        said.set(match client.call(request).await {
            Ok(Response::Sheet(text)) => {
                download::save("citations.csv", &js_sys::Uint8Array::from(text.as_bytes()));
                "Fichier enregistré.".into()
            }
            Ok(Response::Refused { why }) | Err(why) => why.into(),
            Ok(_) => return,
        });
    });
}
