//! Who is quoted, how much and where, what several articles quote differently, and the quotations themselves.

use std::rc::Rc;

use yew::prelude::*;

use crate::concordance::Separator;
use crate::protocol::{ArticleCard, LedgerSheet, LedgerView, Overview, Request, Response, SHOWN_QUOTES, SHOWN_VOICES};
use crate::quotes::QuoteKind;
use crate::ui::client::Client;
use crate::ui::followed::Followed;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::ledger::Ledger;
use crate::ui::messages::quoting::{self, Amount};
use crate::ui::messages::{frame, tables};
use crate::ui::parts::element::{Link, element, line};
use crate::ui::parts::ledger_filters::{kind_place, ledger_filters, stance_scale};
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
    let tabs = index_tabs(&View::Quotes(ledger.clone()), "", explorer.place());
    if lost {
        let text = quoting::no_article(ledger.article.as_deref().unwrap_or_default());
        let all = element("p", "", vec![Link::to("#/citations").saying(quoting::all_quotations())]);
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
    let Some(voice) = chosen else { return title(frame::quotations().to_owned()) };
    let mut doors = vec![Link::to(ledger.changed(&|ledger| ledger.voice = None)).saying(quoting::all_speakers())];
    if voice.kind.is_some() {
        let query = format!("speaker:\"{}\"", voice.name.replace('"', " "));
        doors.push(Link::to(Place::of(View::Results).with_query(&query).fragment()).saying(quoting::search_their_words()));
        let named = Place::of(View::Entity { slug: voice.key.clone(), article: None });
        doors.push(Link::to(named.fragment()).saying(quoting::who_names_them()));
    }
    let sort = if voice.kind.is_some() { quoting::words_of() } else { quoting::described_source() };
    element("div", "", vec![line("p", "caps", sort), title(voice_name(voice)), element("p", "voice-doors", doors)])
}

fn shown(explorer: &Explorer, articles: &[ArticleCard], ledger: &Ledger, view: &LedgerView, said: &UseStateHandle<AttrValue>) -> Html {
    if view.total.n_quotes == 0 && !ledger.is_narrow() && view.kinds.iter().all(|n| *n == 0) {
        return line("p", "in-words", quoting::nobody_quoted(articles.len()));
    }
    let followed = explorer.place().followed.as_ref();
    let mut parts = vec![
        html! { <p class="in-words" role="status">{ in_words(articles, ledger, view) }</p> },
        ledger_filters(explorer, articles, ledger, view),
        stance_scale(),
    ];
    match &view.chosen {
        Some(voice) if articles.len() > 1 => parts.push(voice_articles(articles, ledger, view, voice)),
        Some(_) => {}
        None if ledger.voice.is_some() => parts.push(notice_line(quoting::nobody_of_this_name().to_owned(), None)),
        None if view.voices.is_empty() => {}
        None => {
            parts.extend([line("h2", "", quoting::who_speaks()), voice_table(articles, ledger, view, followed)]);
            if view.n_voices as usize > view.voices.len() {
                let n = ledger.n_voices.max(SHOWN_VOICES) * 4;
                let words = quoting::more_speakers(view.n_voices as usize);
                parts.push(more(ledger.changed(&|ledger| ledger.n_voices = n), words));
            }
        }
    }
    parts.push(shared(articles, view, followed));
    if view.quotes.is_empty() {
        parts.push(line("p", "absent", quoting::none_meets()));
    } else {
        parts.extend([line("h2", "", quoting::in_the_text(view.n_quotes as usize)), quote_list(articles, &view.quotes, followed)]);
        let left = (view.n_quotes as usize).saturating_sub(view.quotes.len());
        if left > 0 {
            let n = ledger.n_quotes.max(SHOWN_QUOTES) + SHOWN_QUOTES * 5;
            let words = quoting::show_the_rest(left);
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
        return quoting::of_one(&counted(voice.tally), &of);
    }
    let n_words: u32 =
        articles.iter().filter(|card| ledger.article.as_ref().is_none_or(|name| *name == card.name)).map(|card| card.n_words).sum();
    let share = format::percent(view.total.n_words as f32 / n_words.max(1) as f32);
    let amount = if view.total.n_words < FEW { Amount::Few } else { Amount::Enough };
    quoting::of_all(&counted(view.total), &share, view.n_named as usize, (view.n_voices - view.n_named) as usize, amount)
}

/// Words quoted below which shares are mostly chance: a quotation or two.
const FEW: u32 = 60;

/// What several articles quote, each a door to its versions.
fn shared(articles: &[ArticleCard], view: &LedgerView, followed: Option<&Followed>) -> Html {
    if view.shared.is_empty() {
        return Html::default();
    }
    let hidden = (view.n_shared as usize).saturating_sub(view.shared.len());
    let mut parts = vec![line("h2", "", quoting::same_words_in_several()), shared_list(articles, &view.shared, followed)];
    if hidden > 0 {
        parts.push(line("p", "absent", quoting::others_to_find(hidden)));
    }
    element("section", "shared", parts)
}

/// Marks of distance and titles, which nobody says.
fn aside(ledger: &Ledger, view: &LedgerView) -> Html {
    let sorts = [(QuoteKind::Scare, view.kinds[3]), (QuoteKind::Title, view.kinds[4])];
    let entry = |(kind, n): (QuoteKind, u32)| {
        let link = Link { current: (ledger.kind == Some(kind)).then_some("true"), ..Link::to(kind_place(ledger, kind)) };
        (n > 0).then(|| element("li", "", vec![link.saying(quoting::kind_and_number(quoting::kind(kind).1, n as usize))]))
    };
    let entries: Vec<Html> = sorts.into_iter().filter_map(entry).collect();
    if entries.is_empty() {
        return Html::default();
    }
    element(
        "details",
        "scale",
        vec![line("summary", "", quoting::in_marks_unsaid()), line("p", "", quoting::unsaid_explained()), element("ul", "", entries)],
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
        LedgerSheet::Voices(Separator::Comma),
        LedgerSheet::Voices(Separator::Semicolon),
        LedgerSheet::Quotes(Separator::Comma),
        LedgerSheet::Quotes(Separator::Semicolon),
    ];
    html! { <div class="sheet-buttons">{ for all.into_iter().zip(quoting::sheets()).map(button) }<span role="status">{ (**said).clone() }</span></div> }
}

/// Asks for a table and hands it over as a file.
fn save(client: Client, request: Request, said: UseStateHandle<AttrValue>) {
    wasm_bindgen_futures::spawn_local(async move {
        said.set(match client.call(request).await {
            Ok(Response::Sheet(text)) => {
                download::save(quoting::file(), &js_sys::Uint8Array::from(text.as_bytes()));
                tables::saved().into()
            }
            Ok(Response::Refused { why }) | Err(why) => why.into(),
            Ok(_) => return,
        });
    });
}
