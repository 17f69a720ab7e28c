//! The public JavaScript API, `window.recoupe`: promises of plain objects in the shapes of the exchange format.
//!
//! ```text
//! search(query, {limit})   {hits: [{doc, score, spans: [[start, end]]}], notices, terms}
//! entities()               [{id, type, name, aliases, wikidata, n_mentions: {doc: n}}]
//! quotes()                 [{doc, start, end, text, kind, speaker, cue_start, cue_end, group, relation}]
//! dates()                  [{doc, start, end, surface, type, value, anchor, earliest, latest, why}]
//! figures()                [{doc, start, end, surface, value, value_max, unit, approx, at_least, at_most, group}]
//! compare(a, b)            {a, b, alignments: [{kind, a, b, score}], share_a, share_b, both, only_a, only_b}
//! load(articles)           {articles: n}; articles = [{id, text | html, title?, outlet?, published?, url?}]
//! load(blob, name?)        the same, from any file that could be dropped
//! export(format)           a Blob: recoupe, exchange, annotations, tei or markdown
//! restore(state)           goes to an address of the page, `#/…`
//! panic("page" | "worker") crashes on purpose, to try how a crash is told
//! ```
//! `doc`, `a`, `b` are names of articles; offsets are Unicode scalars of the raw text. What cannot be done is a rejected
//! promise with an `Error`; the page stays as it was. What a script gives is read field by field: a deserializer of any value
//! would bring the printer of fractions into the page, for its messages alone.

use std::pin::Pin;
use std::rc::Rc;

use js_sys::{Array, Object, Promise, Reflect};
use serde::Serialize;
use serde_wasm_bindgen::Serializer;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::future_to_promise;

use super::brought::Brought;
use super::client::Client;
use super::desk::Desk;
use super::format;
use super::messages::errors;
use super::route::Place;
use crate::corpus::{Article, Fact, Metadata, article};
use crate::export;
use crate::protocol::{Overview, Request, Response, ToldView};

/// Articles in an answer when the caller names no limit.
const DEFAULT_LIMIT: u32 = 100;

/// One article as a script gives it.
struct ArticleInput {
    id: String,
    text: Option<String>,
    html: Option<String>,
    title: Option<String>,
    outlet: Option<String>,
    published: Option<String>,
    url: Option<String>,
}

/// What `load` answers.
#[derive(Serialize)]
struct Loaded {
    articles: usize,
}

/// Puts the API on the window.
pub fn install(desk: &Desk) {
    let client = desk.client();
    let api = Object::new();
    let search = client.clone();
    put(
        &api,
        "search",
        Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |query: JsValue, options: JsValue| {
            promise(run_search(search.clone(), query, options))
        }),
    );
    let entities = client.clone();
    put(&api, "entities", Closure::<dyn Fn() -> Promise>::new(move || promise(run_entities(entities.clone()))));
    let quotes = client.clone();
    put(&api, "quotes", Closure::<dyn Fn() -> Promise>::new(move || future_to_promise(run_quotes(quotes.clone()))));
    let told = client.clone();
    put(&api, "dates", Closure::<dyn Fn() -> Promise>::new(move || promise(run_dates(told.clone()))));
    let told = client.clone();
    put(&api, "figures", Closure::<dyn Fn() -> Promise>::new(move || promise(run_figures(told.clone()))));
    let compare = client.clone();
    put(
        &api,
        "compare",
        Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |a: JsValue, b: JsValue| promise(run_compare(compare.clone(), a, b))),
    );
    let load = desk.clone();
    put(
        &api,
        "load",
        Closure::<dyn Fn(JsValue, JsValue) -> Promise>::new(move |given: JsValue, name: JsValue| {
            promise(run_load(load.clone(), given, name))
        }),
    );
    let export = desk.clone();
    put(
        &api,
        "export",
        Closure::<dyn Fn(JsValue) -> Promise>::new(move |form: JsValue| future_to_promise(run_export(export.clone(), form))),
    );
    put(&api, "restore", Closure::<dyn Fn(JsValue) -> Promise>::new(move |state: JsValue| promise(run_restore(state))));
    let panic = client.clone();
    put(&api, "panic", Closure::<dyn Fn(JsValue) -> Promise>::new(move |place: JsValue| promise(run_panic(panic.clone(), place))));
    put_value(&gloo::utils::window(), "recoupe", &api);
}

fn put<F: ?Sized + wasm_bindgen::closure::WasmClosure>(api: &Object, name: &str, call: Closure<F>) {
    put_value(api, name, &call.into_js_value());
}

fn put_value(object: &Object, name: &str, value: &JsValue) {
    Reflect::set(object, &name.into(), value).expect("a plain object takes a property");
}

/// A promise of a plain object, or of an `Error` with a sentence.
fn promise<T: Serialize + 'static>(work: impl Future<Output = Result<T, String>> + 'static) -> Promise {
    let answer = async move {
        let result = work.await.map_err(|why| refused(&why))?;
        Ok(result.serialize(&Serializer::json_compatible())?)
    };
    // Boxed, so that what makes a promise of it is compiled once and not for each call.
    let answer: Pin<Box<dyn Future<Output = Result<JsValue, JsValue>>>> = Box::pin(answer);
    future_to_promise(answer)
}

/// An `Error` with a code for scripts and a sentence for people.
fn refused(why: &str) -> JsValue {
    let error = js_sys::Error::new(why);
    put_value(&error, "code", &"refused".into());
    error.into()
}

async fn run_search(client: Client, query: JsValue, options: JsValue) -> Result<export::SearchRecord, String> {
    let query = query.as_string().ok_or(errors::query_no_string())?;
    let limit = if options.is_object() { Reflect::get(&options, &"limit".into()).unwrap_or_default() } else { options };
    let limit = match limit.as_f64() {
        None if limit.is_undefined() || limit.is_null() => DEFAULT_LIMIT,
        Some(limit) if limit >= 0.0 => limit as u32,
        _ => return Err(errors::options_unreadable().to_owned()),
    };
    match client.call(Request::SearchRecord { query, limit }).await? {
        Response::SearchRecord(record) => Ok(record),
        other => Err(refusal(other)),
    }
}

async fn run_entities(client: Client) -> Result<Vec<export::EntityRecord>, String> {
    let overview = overview(&client).await?;
    let names: Vec<&str> = overview.articles.iter().map(|card| card.name.as_str()).collect();
    match client.call(Request::Entities).await? {
        Response::Entities(entities) => Ok(entities.iter().map(|entity| export::entity(entity, &names)).collect()),
        other => Err(refusal(other)),
    }
}

async fn run_dates(client: Client) -> Result<Vec<export::DateRecord>, String> {
    told(client).await.map(|told| told.dates)
}

async fn run_figures(client: Client) -> Result<Vec<export::QuantityRecord>, String> {
    told(client).await.map(|told| told.figures)
}

async fn told(client: Client) -> Result<ToldView, String> {
    match client.call(Request::Told).await? {
        Response::Told(told) => Ok(told),
        other => Err(refusal(other)),
    }
}

/// The engine writes them as JSON: shapes of its own would weigh on the page, which never reads them.
async fn run_quotes(client: Client) -> Result<JsValue, JsValue> {
    let said = |why: String| refused(&why);
    match client.call(Request::Quotes).await.map_err(said)? {
        Response::Sheet(text) => js_sys::JSON::parse(&text),
        other => Err(said(refusal(other))),
    }
}

async fn run_compare(client: Client, a: JsValue, b: JsValue) -> Result<export::ComparisonRecord, String> {
    let overview = overview(&client).await?;
    let id = |name: JsValue| {
        let name = name.as_string().ok_or(errors::two_names())?;
        let card = overview.articles.iter().find(|card| card.name == name);
        card.map(|card| card.id).ok_or_else(|| errors::no_article_to_compare(&name))
    };
    let (a, b) = (id(a)?, id(b)?);
    match client.call(Request::Compare { a, b }).await? {
        Response::Comparison(view) => Ok(export::comparison(&view.comparison, &view.a, &view.b, &view.entities)),
        other => Err(refusal(other)),
    }
}

/// The bytes stay on the engine's side of serialisation: a blob is handed over as it is.
async fn run_export(desk: Desk, form: JsValue) -> Result<JsValue, JsValue> {
    let said = |why: String| refused(&why);
    let bytes = desk.file(form.as_string().as_deref().unwrap_or_default()).await.map_err(said)?;
    Ok(web_sys::Blob::new_with_u8_array_sequence(&Array::of1(&bytes))?.into())
}

async fn run_restore(state: JsValue) -> Result<(), String> {
    let place = Place::parse(&state.as_string().unwrap_or_default()).map_err(|unknown| unknown.to_string())?;
    gloo::utils::window().location().set_hash(&place.fragment()).map_err(|_| errors::address_refused().to_owned())
}

async fn run_load(desk: Desk, articles: JsValue, name: JsValue) -> Result<Loaded, String> {
    if let Some(file) = articles.dyn_ref::<web_sys::Blob>() {
        let name = name.as_string().unwrap_or_else(|| "corpus.json".to_owned());
        return Ok(Loaded { articles: desk.open(Brought::file(name, file.clone())).await? });
    }
    if !js_sys::Array::is_array(&articles) {
        return Err(errors::no_array().to_owned());
    }
    let mut read: Vec<Article> = Vec::new();
    for article in Array::from(&articles) {
        read.push(ArticleInput::of(&article)?.into_article()?);
    }
    article::check(&read).map_err(|error| error.to_string())?;
    Ok(Loaded { articles: desk.load(&read).await? })
}

async fn run_panic(client: Client, place: JsValue) -> Result<(), String> {
    match place.as_string().as_deref() {
        Some("worker") => client.call(Request::Panic).await.map(|_| ()),
        Some("page") => panic!("a panic was asked for"),
        _ => Err(errors::page_or_worker().to_owned()),
    }
}

async fn overview(client: &Client) -> Result<Rc<Overview>, String> {
    match client.call(Request::Overview).await? {
        Response::Overview(overview) => Ok(overview),
        other => Err(refusal(other)),
    }
}

fn refusal(response: Response) -> String {
    match response {
        Response::Refused { why } => why,
        _ => errors::another_question().to_owned(),
    }
}

impl ArticleInput {
    fn of(article: &JsValue) -> Result<Self, String> {
        let unreadable = |name: &str| errors::no_string(name);
        let field = |name: &str| match Reflect::get(article, &name.into()).unwrap_or_default() {
            value if value.is_undefined() || value.is_null() => Ok(None),
            value => value.as_string().map(Some).ok_or_else(|| unreadable(name)),
        };
        Ok(Self {
            id: field("id")?.ok_or_else(|| unreadable("id"))?,
            text: field("text")?,
            html: field("html")?,
            title: field("title")?,
            outlet: field("outlet")?,
            published: field("published")?,
            url: field("url")?,
        })
    }

    fn into_article(self) -> Result<Article, String> {
        let text = match (self.text, self.html) {
            (Some(text), None) => text,
            (None, Some(html)) => html,
            (Some(_), Some(_)) => return Err(errors::text_and_html(&self.id)),
            (None, None) => return Err(errors::no_text_nor_html(&self.id)),
        };
        if let Some(published) = self.published.as_ref().filter(|published| !format::is_iso(published)) {
            return Err(errors::no_date(published, &self.id));
        }
        let given = Metadata {
            title: self.title.map(Fact::given),
            outlet: self.outlet.map(Fact::given),
            published: self.published.map(Fact::given),
            url: self.url.map(Fact::given),
            ..Metadata::default()
        };
        Ok(Article { given, ..Article::new(&self.id, &text) })
    }
}
