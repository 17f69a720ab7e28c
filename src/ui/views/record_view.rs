//! One article to correct: what is known of it, what each stretch of its page is for, where one text should be two, or two one.

use std::rc::Rc;

use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FormData, HtmlFormElement, HtmlSelectElement, HtmlTextAreaElement};
use yew::prelude::*;

use crate::corpus::{Correction, Document, Fact, Field, Zone, ZoneKind};
use crate::protocol::{ArticleCard, Overview, Request, Response};
use crate::span::Span;
use crate::text::filling;
use crate::ui::format;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::hooks::{Explorer, use_answer, use_explorer};
use crate::ui::messages::{correcting as messages, frame};
use crate::ui::parts::furniture::zone_words;
use crate::ui::parts::{correction_list, notice_line};
use crate::ui::route::{Place, View};
use crate::ui::state::Action;

#[derive(Properties, PartialEq)]
pub struct RecordViewProps {
    pub overview: Rc<Overview>,
    pub name: String,
}

#[component]
pub fn RecordView(props: &RecordViewProps) -> Html {
    let explorer = use_explorer();
    let card = props.overview.articles.iter().find(|card| card.name == props.name);
    let answer = use_answer(card.map(|card| Request::Read { document: card.id }));
    let Some(card) = card else {
        let text = messages::no_such_article(&props.name);
        return html! { <><h1 tabindex="-1">{ messages::correct() }</h1>{ notice_line(text, None) }{ correction_list(&explorer) }<p><a href="#/corpus">{ messages::see_corpus() }</a></p></> };
    };
    let document = match answer.response.as_deref() {
        Some(Response::Article(view)) if view.document.id == card.id => Some(&view.document),
        _ => None,
    };
    html! {
        <div class="record-view">
            <p class="caps"><a href="#/corpus">{ frame::corpus() }</a>{ messages::correcting() }</p>
            <h1 tabindex="-1" lang={card.language.clone()}>{ format::title(card) }</h1>
            <p class="context">{ &card.name }{ " · " }<a href={Place::read(&card.name).fragment()}>{ messages::read_it() }</a></p>
            { correction_list(&explorer) }
            { facts(&explorer, card) }
            if let Some(document) = document {
                { zones(&explorer, document) }
                { texts(&explorer, document, &props.overview) }
            }
        </div>
    }
}

/// The metadata as a form: each field that changes is one correction.
fn facts(explorer: &Explorer, card: &ArticleCard) -> Html {
    let metadata = &card.metadata;
    let one = |fact: &Option<Fact<String>>| fact.as_ref().map_or_else(String::new, |fact| fact.value.clone());
    let many = |facts: &[Fact<String>]| facts.iter().map(|fact| fact.value.as_str()).collect::<Vec<_>>().join("; ");
    let fields = [
        (Field::Title, one(&metadata.title), metadata.title.as_ref().and_then(format::doubt)),
        (Field::Outlet, one(&metadata.outlet), metadata.outlet.as_ref().and_then(format::doubt)),
        (Field::Authors, many(&metadata.authors), None),
        (Field::Published, one(&metadata.published), metadata.published.as_ref().and_then(format::doubt)),
        (Field::Updated, one(&metadata.updated), metadata.updated.as_ref().and_then(format::doubt)),
        (Field::Agencies, many(&metadata.agencies), None),
        (Field::Language, card.language.clone(), None),
    ];
    let onsubmit = {
        let (explorer, name) = (explorer.clone(), card.name.clone());
        let before: Vec<(Field, String)> = fields.iter().map(|(field, value, _)| (*field, value.clone())).collect();
        Callback::from(move |event: SubmitEvent| {
            event.prevent_default();
            let form: HtmlFormElement = event.target_unchecked_into();
            let Ok(data) = FormData::new_with_form(&form) else { return };
            let mut corrections = Vec::new();
            for (field, old) in &before {
                let typed = data.get(field_id(*field)).as_string().unwrap_or_default();
                let typed = typed.trim();
                if typed == old.trim() {
                    continue;
                }
                match values(*field, typed) {
                    Ok(values) => corrections.push(Correction::Field { article: name.clone(), field: *field, values }),
                    Err(why) => return explorer.state.dispatch(Action::Notice(why)),
                }
            }
            explorer.desk.correct(corrections);
        })
    };
    html! {
        <section class="facts" aria-labelledby="facts-title">
            <h2 id="facts-title">{ messages::facts() }</h2>
            <form {onsubmit}>
                for (field, value, doubt) in fields {
                    <div class="field" key={field_id(field)}>
                        <label for={field_id(field)}>{ format::capital(messages::field(field)) }</label>
                        { input(field, value) }
                        <small>{ hint(field) }{ doubt.map(|why| format!(" {why}")) }</small>
                    </div>
                }
                <button type="submit">{ messages::correct() }</button>
            </form>
        </section>
    }
}

fn input(field: Field, value: String) -> Html {
    let id = field_id(field);
    if field == Field::Language {
        let option = |code: &'static str, words: &'static str| html! { <option value={code} selected={value == code}>{ words }</option> };
        return html! { <select {id} name={id}>{ option("fr", messages::french()) }{ option("en", messages::english()) }</select> };
    }
    html! { <input {id} name={id} type="text" {value} autocomplete="off" maxlength="500" /> }
}

fn field_id(field: Field) -> &'static str {
    match field {
        Field::Title => "fact-title",
        Field::Outlet => "fact-outlet",
        Field::Authors => "fact-authors",
        Field::Published => "fact-published",
        Field::Updated => "fact-updated",
        Field::Agencies => "fact-agencies",
        Field::Language => "fact-language",
    }
}

fn hint(field: Field) -> &'static str {
    match field {
        Field::Authors | Field::Agencies => messages::several(),
        Field::Published | Field::Updated => messages::form_of_dates(),
        _ => "",
    }
}

/// What is typed as values of a field.
fn values(field: Field, typed: &str) -> Result<Vec<String>, String> {
    if typed.is_empty() {
        return Ok(Vec::new());
    }
    match field {
        Field::Authors | Field::Agencies => {
            Ok(typed.split(';').map(str::trim).filter(|name| !name.is_empty()).map(str::to_owned).collect())
        }
        Field::Published | Field::Updated if !format::is_iso(typed) => Err(messages::no_date(typed)),
        _ => Ok(vec![typed.to_owned()]),
    }
}

/// Kinds that a reader can give, most needed first.
const KINDS: [ZoneKind; 11] = [
    ZoneKind::Title,
    ZoneKind::Lead,
    ZoneKind::Body,
    ZoneKind::Heading,
    ZoneKind::Caption,
    ZoneKind::Boilerplate,
    ZoneKind::Related,
    ZoneKind::Byline,
    ZoneKind::Date,
    ZoneKind::Section,
    ZoneKind::Credit,
];
/// Paragraphs listed of a long page.
const LISTED: usize = 300;

/// Every paragraph with what it is for.
fn zones(explorer: &Explorer, document: &Document) -> Html {
    let paragraphs = document.paragraphs_of(|kind| kind != ZoneKind::Markup);
    let row = |zone: &Zone| {
        let (desk, article, span) = (explorer.desk.clone(), document.name.clone(), zone.span);
        let onchange = Callback::from(move |event: Event| {
            let chosen = event.target_unchecked_into::<HtmlSelectElement>().value().parse::<usize>().ok();
            if let Some(kind) = chosen.and_then(|at| KINDS.get(at)) {
                desk.correct(vec![Correction::Zone { article: article.clone(), span, kind: *kind }]);
            }
        });
        let text = filling::stripped(zone.span.slice(document.text()));
        let text = text.split_whitespace().collect::<Vec<_>>().join(" ");
        html! {
            <li key={zone.span.start} class={classes!(zone.kind.is_article().then_some("own"))}>
                { kinds("", zone.kind, onchange, &messages::paragraph_is(&text.chars().take(30).collect::<String>())) }
                <p lang={document.language.code()}>{ text }</p>
            </li>
        }
    };
    html! {
        <section class="zones" aria-labelledby="zones-title">
            <h2 id="zones-title">{ messages::what_for() }</h2>
            <p class="context">{ messages::about_zones() }</p>
            <ol>{ for paragraphs.iter().take(LISTED).map(row) }</ol>
            if paragraphs.len() > LISTED { <p>{ messages::rest_below() }</p> }
        </section>
    }
}

fn kinds(id: &'static str, current: ZoneKind, onchange: Callback<Event>, label: &str) -> Html {
    let option = |(at, kind): (usize, &ZoneKind)| html! { <option value={at.to_string()} selected={*kind == current}>{ zone_words(*kind) }</option> };
    html! { <select id={(!id.is_empty()).then_some(id)} {onchange} aria-label={label.to_owned()}>{ for KINDS.iter().enumerate().map(option) }</select> }
}

/// The raw page, to mark any stretch of it or to cut it; and the way to join it with another or to put it aside.
fn texts(explorer: &Explorer, document: &Document, overview: &Rc<Overview>) -> Html {
    let doing = |act: fn(&Explorer, &Document, &Overview, Span)| {
        let (explorer, document, overview) = (explorer.clone(), document.clone(), overview.clone());
        Callback::from(move |_: MouseEvent| {
            if let Some(span) = selected(&document.raw) {
                act(&explorer, &document, &overview, span);
            }
        })
    };
    let join = {
        let (desk, first) = (explorer.desk.clone(), document.name.clone());
        Callback::from(move |event: Event| {
            let second = event.target_unchecked_into::<HtmlSelectElement>().value();
            if !second.is_empty() {
                desk.correct(vec![Correction::Join { first: first.clone(), second }]);
            }
        })
    };
    let remove = {
        let (explorer, article) = (explorer.clone(), document.name.clone());
        Callback::from(move |_| {
            explorer.desk.correct(vec![Correction::Remove { article: article.clone() }]);
            explorer.go(&Place::of(View::Corpus), Step::New);
        })
    };
    let others = overview.articles.iter().filter(|card| card.id != document.id).take(LISTED);
    html! {
        <section class="texts" aria-labelledby="texts-title">
            <h2 id="texts-title">{ messages::raw_page() }</h2>
            <label for="raw">{ messages::select() }</label>
            <textarea id="raw" rows="14" readonly=true value={document.raw.to_string()} lang={document.language.code()} />
            <p class="actions">
                <label>{ messages::selection_becomes() }{ " " }{ kinds("becomes", ZoneKind::Boilerplate, Callback::noop(), messages::selection_becomes()) }</label>
                <button type="button" class="mark" onclick={doing(mark)}>{ messages::apply() }</button>
                <button type="button" class="cut" onclick={doing(cut)}>{ messages::cut() }</button>
            </p>
            if overview.articles.len() > 1 {
                <p class="actions">
                    <label>{ messages::join_with() }<select class="join" onchange={join}><option value="" selected=true>{ "…" }</option>{ for others.map(|card| html! { <option value={card.name.clone()}>{ format!("{} ({})", format::title(card), card.name) }</option> }) }</select></label>
                    <button type="button" class="quiet" onclick={remove}>{ messages::remove() }</button>
                </p>
            }
        </section>
    }
}

/// The selection in the raw page, or the place of the cursor.
fn selected(raw: &str) -> Option<Span> {
    let area = gloo::utils::document().get_element_by_id("raw")?.dyn_into::<HtmlTextAreaElement>().ok()?;
    let at = |at: Result<Option<u32>, JsValue>| at.ok().flatten().map(|units| byte_of(raw, units));
    Some(Span { start: at(area.selection_start())?, end: at(area.selection_end())? })
}

/// The selection takes the kind that is chosen beside it.
fn mark(explorer: &Explorer, document: &Document, _: &Overview, span: Span) {
    let chosen = gloo::utils::document().get_element_by_id("becomes").and_then(|field| field.dyn_into::<HtmlSelectElement>().ok());
    let kind = chosen.and_then(|field| field.value().parse::<usize>().ok()).and_then(|at| KINDS.get(at));
    match kind {
        Some(kind) if !span.is_empty() => {
            explorer.desk.correct(vec![Correction::Zone { article: document.name.clone(), span, kind: *kind }]);
        }
        _ => explorer.state.dispatch(Action::Notice(messages::select_first().to_owned())),
    }
}

/// What stands from the cursor on becomes an article of its own.
fn cut(explorer: &Explorer, document: &Document, overview: &Overview, span: Span) {
    let (before, after) = document.raw.split_at(span.start as usize);
    if before.trim().is_empty() || after.trim().is_empty() {
        return explorer.state.dispatch(Action::Notice(messages::place_first().to_owned()));
    }
    let second = free_name(overview, &document.name);
    explorer.desk.correct(vec![Correction::Split { article: document.name.clone(), at: span.start, second }]);
}

/// Byte of `text` that stands at `units` of UTF-16, as a browser counts. A field of a form turns CR LF into one line feed.
fn byte_of(text: &str, units: u32) -> u32 {
    let mut seen = 0;
    for (at, c) in text.char_indices() {
        if seen >= units {
            return u32::try_from(at).unwrap_or(u32::MAX);
        }
        let joined = c == '\r' && text[at + 1..].starts_with('\n');
        seen += if joined { 0 } else { u32::try_from(c.len_utf16()).unwrap_or(1) };
    }
    u32::try_from(text.len()).unwrap_or(u32::MAX)
}

fn free_name(overview: &Overview, name: &str) -> String {
    let taken = |name: &str| overview.articles.iter().any(|card| card.name == name);
    (2..).map(|n| format!("{name} ({n})")).find(|name| !taken(name)).expect("numbers do not end before names do")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_in_a_field_is_a_place_in_the_page() {
        let text = "été\r\n🙂 fin";
        let at = |units: u32| &text[byte_of(text, units) as usize..];
        assert_eq!((at(0), at(1), at(4), at(6), at(99)), (text, "té\r\n🙂 fin", "🙂 fin", " fin", ""));
    }
}
