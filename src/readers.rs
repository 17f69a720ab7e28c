//! The readers of files as a module of their own: fetched when the first file is brought, and run in a worker, where a file
//! that takes the memory takes no corpus with it. Where no worker can be had the page calls [`answer_array`] itself.
//!
//! A message is an array of byte arrays, the head first: see [`crate::import::messages`]. The module holds the whole engine too,
//! which is served in the same two ways.

use std::cell::RefCell;
use std::ops::ControlFlow;

use js_sys::{Array, Function, Uint8Array};
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;
use web_sys::{DedicatedWorkerGlobalScope, MessageEvent};

use crate::corpus::{Content, Edits, SavedCorpus, Source};
use crate::engine::Session;
use crate::export::explorer::{self, Cover};
use crate::import::messages::{Parcel, ReadersRequest, ReadersResponse, VERSION};
use crate::import::{self, Imported, InputFile};
use crate::locale::{self, Locale};
use crate::{say, worker};

/// Serves what the worker is named for, for as long as it lives; does nothing on the page.
pub fn serve_either() {
    if worker::is_engine() {
        worker::serve();
    } else {
        serve();
    }
}

/// Answers a message to the readers on the page: calls `give` with each message of the answer.
#[wasm_bindgen(js_name = readers)]
pub fn answer_array(message: &Array, give: &Function) {
    answer(from_array(message), &mut |parcel| {
        // What the page does with an answer is its own affair.
        let _ = give.call1(&JsValue::NULL, &to_array(parcel));
    });
}

thread_local! {
    /// The engine on the page: one, since there is one page.
    static SESSION: RefCell<Session> = RefCell::default();
}

/// Answers a message to the engine on the page: calls `give` with the bytes of each message of the answer.
#[wasm_bindgen(js_name = engine)]
pub fn answer_engine(message: &Uint8Array, give: &Function) {
    SESSION.with_borrow_mut(|session| {
        worker::answer(session, &message.to_vec(), &|bytes| {
            // What the page does with an answer is its own affair.
            let _ = give.call1(&JsValue::NULL, &Uint8Array::from(&*bytes));
        });
    });
}

fn serve() {
    if !worker::is_worker() {
        return;
    }
    let scope: DedicatedWorkerGlobalScope = js_sys::global().unchecked_into();
    let crash_scope = scope.clone();
    std::panic::set_hook(Box::new(move |info| {
        // Nothing better can be done when even this fails: the worker is going down.
        let _ = crash_scope.post_message(&JsValue::from_str(&info.to_string()));
    }));
    let port = scope.clone();
    let on_message = Closure::<dyn FnMut(MessageEvent)>::new(move |event: MessageEvent| {
        answer(from_array(event.data().unchecked_ref()), &mut |parcel| post(&port, parcel));
    });
    scope.set_onmessage(Some(on_message.as_ref().unchecked_ref()));
    on_message.forget();
    post(&scope, hello());
}

/// Answers one request: `give` gets each message of the answer, the last one last.
pub fn answer(request: Parcel<Vec<u8>>, give: &mut dyn FnMut(Parcel<Vec<u8>>)) {
    let Parcel { head, mut payloads } = request;
    let asked = postcard::from_bytes(&head).map(|(locale, request): (Locale, ReadersRequest)| {
        locale::set(locale);
        request
    });
    match asked {
        Ok(ReadersRequest::Hello) => give(hello()),
        Ok(ReadersRequest::Read { name, columns }) => {
            let bytes = payloads.pop().unwrap_or_default();
            read(InputFile { name, bytes, columns }, give);
            give(Parcel::new(&ReadersResponse::Done, Vec::new()));
        }
        Ok(ReadersRequest::ReadMany { names }) => {
            read_many(names.into_iter().zip(payloads), give);
            give(Parcel::new(&ReadersResponse::Done, Vec::new()));
        }
        Ok(ReadersRequest::Pack { n_articles }) => {
            give(packed(saved(payloads, n_articles as usize).map(|corpus| import::archive::write(&corpus))));
        }
        Ok(ReadersRequest::Publish { n_articles, view }) => give(packed(publish(payloads, n_articles as usize, &view))),
        Err(error) => give(Parcel::new(&ReadersResponse::Refused { why: error.to_string() }, Vec::new())),
    }
}

fn hello() -> Parcel<Vec<u8>> {
    Parcel::new(&ReadersResponse::Hello { version: VERSION }, Vec::new())
}

fn read(file: InputFile, give: &mut dyn FnMut(Parcel<Vec<u8>>)) {
    let mut part = |imported: Imported| {
        give(parcel(&imported));
        // Who wants no more of it ends the worker.
        ControlFlow::Continue(())
    };
    let _ = import::read_each(file, &mut part);
}

fn read_many(files: impl Iterator<Item = (String, Vec<u8>)>, give: &mut dyn FnMut(Parcel<Vec<u8>>)) {
    let mut together = Imported::default();
    for (name, bytes) in files {
        let imported = import::read(InputFile { name, bytes, columns: None });
        if imported.outcomes.iter().any(|outcome| outcome.table().is_some()) {
            give(parcel(&imported));
        } else {
            together.append(imported);
        }
    }
    give(parcel(&together));
}

fn parcel(imported: &Imported) -> Parcel<Vec<u8>> {
    let Imported { articles, sources, outcomes, edits, notes } = imported;
    let n_articles = u32::try_from(articles.len()).unwrap_or(u32::MAX);
    let table = match &sources[..] {
        [Source { content: Content::Bytes(bytes), .. }] if outcomes.iter().any(|outcome| outcome.table().is_some()) => bytes.clone(),
        _ => Vec::new(),
    };
    let noted = if notes.is_empty() { Vec::new() } else { encode(notes) };
    let payloads = vec![encode(articles), encode(sources), edits.as_ref().map(Edits::to_bytes).unwrap_or_default(), table, noted];
    Parcel::new(&ReadersResponse::Imported { outcomes: outcomes.clone(), n_articles }, payloads)
}

fn packed(file: Result<Vec<u8>, String>) -> Parcel<Vec<u8>> {
    match file {
        Ok(file) => Parcel::new(&ReadersResponse::Packed, vec![file]),
        Err(why) => Parcel::new(&ReadersResponse::Refused { why }, Vec::new()),
    }
}

/// The page of the payloads with the corpus in them.
fn publish(mut payloads: Vec<Vec<u8>>, n_articles: usize, view: &str) -> Result<Vec<u8>, String> {
    let corpus = saved(payloads.split_off(payloads.len().min(1)), n_articles)?;
    let page = payloads.pop().unwrap_or_default();
    let cover = Cover { title: corpus.edits.title.as_deref().unwrap_or_default(), view };
    let published = explorer::publish(&page, cover, &import::archive::write(&corpus));
    published.ok_or_else(|| "la page où il doit entrer n’est pas celle de Recoupe".to_owned())
}

/// The corpus in the payloads of [`ReadersRequest::Pack`].
fn saved(mut payloads: Vec<Vec<u8>>, n_articles: usize) -> Result<SavedCorpus, String> {
    let sources = payloads.split_off(payloads.len().min(n_articles.saturating_add(1)));
    let [edits, articles @ ..] = &payloads[..] else {
        return Err(say!("le corpus n’est pas venu", "the corpus did not come").to_owned());
    };
    let edits = Edits::from_bytes(edits).map_err(|error| unread(&error))?;
    Ok(SavedCorpus { articles: joined(articles)?, sources: joined(&sources)?, edits })
}

/// What the batches hold, in order.
fn joined<T: DeserializeOwned>(batches: &[Vec<u8>]) -> Result<Vec<T>, String> {
    let mut all: Vec<T> = Vec::new();
    for batch in batches {
        all.append(&mut decode(batch)?);
    }
    Ok(all)
}

fn decode<T: DeserializeOwned>(bytes: &[u8]) -> Result<T, String> {
    postcard::from_bytes(bytes).map_err(|error| unread(&error))
}

fn unread(error: &postcard::Error) -> String {
    say!(format!("une partie du corpus ne se lit pas : {error}"), format!("a part of the corpus cannot be read: {error}"))
}

fn encode<T: Serialize>(value: &T) -> Vec<u8> {
    postcard::to_allocvec(value).expect("these shapes have no length that postcard cannot write")
}

fn from_array(message: &Array) -> Parcel<Vec<u8>> {
    let mut parts = message.iter().map(|part| Uint8Array::new(&part).to_vec());
    Parcel { head: parts.next().unwrap_or_default(), payloads: parts.collect() }
}

fn to_array(parcel: Parcel<Vec<u8>>) -> Array {
    std::iter::once(parcel.head).chain(parcel.payloads).map(|bytes| Uint8Array::from(&bytes[..])).collect()
}

fn post(scope: &DedicatedWorkerGlobalScope, parcel: Parcel<Vec<u8>>) {
    let message = to_array(parcel);
    let buffers: Array = message.iter().map(|part| part.unchecked_into::<Uint8Array>().buffer()).collect();
    scope.post_message_with_transfer(&message, &buffers).expect("buffers made here can be transferred");
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::corpus::Article;
    use crate::id::Fingerprint;

    fn answers(request: Parcel<Vec<u8>>) -> Vec<(ReadersResponse, Vec<Vec<u8>>)> {
        let mut answers = Vec::new();
        answer(request, &mut |parcel| answers.push((postcard::from_bytes(&parcel.head).unwrap(), parcel.payloads)));
        answers
    }

    #[test]
    fn a_file_is_answered_by_its_articles_and_an_end() {
        let request = ReadersRequest::Read { name: "dossier/a.txt".to_owned(), columns: None };
        let answers = answers(Parcel::asking(&request, vec!["Un titre\n\nDu texte.".into()]));
        let [(ReadersResponse::Imported { outcomes, n_articles: 1 }, payloads), (ReadersResponse::Done, _)] = &answers[..] else {
            panic!("{answers:?}");
        };
        assert_eq!((outcomes.len(), &*outcomes[0].name), (1, "dossier/a.txt"));
        let articles: Vec<Article> = postcard::from_bytes(&payloads[0]).unwrap();
        let sources: Vec<Source> = postcard::from_bytes(&payloads[1]).unwrap();
        assert_eq!(
            (&*articles[0].text, sources.len(), &payloads[2..]),
            ("Un titre\n\nDu texte.", 1, &[Vec::new(), Vec::new(), Vec::new()][..])
        );
    }

    #[test]
    fn a_table_comes_with_its_bytes_whether_it_gave_articles_or_not() {
        for table in ["titre,texte\nUn,Un texte qui dit que le port ferme lundi.\n", "a,b\n1,2\n3,4\n"] {
            let request = ReadersRequest::Read { name: "t.csv".to_owned(), columns: None };
            let answers = answers(Parcel::asking(&request, vec![table.into()]));
            assert_eq!(answers[0].1[3], table.as_bytes());
        }
    }

    #[test]
    fn a_file_without_articles_still_has_an_outcome() {
        let request = ReadersRequest::Read { name: "vide.txt".to_owned(), columns: None };
        let answers = answers(Parcel::asking(&request, vec![Vec::new()]));
        let [(ReadersResponse::Imported { outcomes, n_articles: 0 }, _), (ReadersResponse::Done, _)] = &answers[..] else {
            panic!("{answers:?}");
        };
        assert!(outcomes[0].result.is_err());
    }

    #[test]
    fn a_corpus_in_batches_is_joined_in_order() {
        let article = |name: &str| Article::new(name, "x");
        let source = Source { name: "s".to_owned(), fingerprint: Fingerprint::of(b"x"), content: Content::SameAsText };
        let edits = Edits { notes: "n".to_owned(), ..Edits::default() };
        let payloads = vec![
            edits.to_bytes(),
            encode(&vec![article("a"), article("b")]),
            encode(&Vec::<Article>::new()),
            encode(&vec![article("c")]),
            encode(&vec![source.clone()]),
            encode(&vec![source.clone()]),
        ];
        let articles = vec![article("a"), article("b"), article("c")];
        assert_eq!(saved(payloads, 3), Ok(SavedCorpus { articles, sources: vec![source.clone(), source], edits }));
    }

    #[test]
    fn a_packed_corpus_is_read_back_with_its_edits() {
        let edits = Edits { title: Some("Un dossier".to_owned()), notes: "n".to_owned(), ..Edits::default() };
        let payloads = vec![edits.to_bytes(), encode(&vec![Article::new("a.txt", "Un titre\n\nDu texte.")])];
        let packed = answers(Parcel::asking(&ReadersRequest::Pack { n_articles: 1 }, payloads));
        let [(ReadersResponse::Packed, file)] = &packed[..] else { panic!("{packed:?}") };
        let read = answers(Parcel::asking(&ReadersRequest::Read { name: "dossier.recoupe".to_owned(), columns: None }, file.clone()));
        let payloads: Vec<&Vec<Vec<u8>>> = read.iter().map(|(_, payloads)| payloads).filter(|payloads| !payloads.is_empty()).collect();
        let articles: Vec<Article> = payloads.iter().flat_map(|parts| decode::<Vec<Article>>(&parts[0]).unwrap()).collect();
        assert_eq!(articles.iter().map(|article| &*article.name).collect::<Vec<_>>(), ["a.txt"]);
        let found: Vec<Edits> = payloads
            .iter()
            .filter_map(|parts| parts.get(2))
            .filter(|edits| !edits.is_empty())
            .map(|edits| Edits::from_bytes(edits).unwrap())
            .collect();
        assert_eq!(found, [edits]);
    }

    #[test]
    fn damaged_bytes_are_refused_with_a_sentence() {
        let pack = ReadersRequest::Pack { n_articles: 9 };
        let damaged = [Vec::new(), vec![vec![5, 1, 0xff]], vec![Edits::default().to_bytes(), vec![9, 9]]];
        let requests = damaged.map(|payloads| Parcel::asking(&pack, payloads));
        for request in requests.into_iter().chain([Parcel { head: vec![0xff], payloads: Vec::new() }]) {
            let answers = answers(request);
            assert!(matches!(&answers[..], [(ReadersResponse::Refused { why }, _)] if !why.is_empty()), "{answers:?}");
        }
    }
}
