//! The way to the readers' module: on the page, and when it is broken. Workers here are small scripts of the tests: the
//! runner's server leaves a worker that fetches waiting, so the real one is met in `tests/browser` only.

use std::cell::RefCell;
use std::pin::pin;
use std::rc::Rc;
use std::task::{Context, Waker};

use js_sys::{Object, Reflect, Uint8Array};
use recoupe::corpus::{Article, Content, Source};
use recoupe::import::messages::VERSION;
use recoupe::ui::readers_client::{Part, Readers, Stopped, Wrapping};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::spawn_local;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Element;

/// A worker that cannot load the module.
const REFUSES: &str = "data:text/javascript,postMessage('pas ici')";
/// One that greets as the readers do and then says nothing.
const SILENT: &str = "data:text/javascript,postMessage([new Uint8Array([0, 1])])";
const MODULE: &str = "/target/site/test/readers";

/// The element in which the boot script's addresses are looked up.
fn boot() -> Element {
    let document = web_sys::window().unwrap().document().unwrap();
    let boot = document.query_selector("script[data-readers]").unwrap().unwrap_or_else(|| {
        let boot = document.create_element("script").unwrap();
        document.document_element().unwrap().append_child(&boot).unwrap();
        boot
    });
    for (name, address) in [("data-worker", REFUSES), ("data-readers", MODULE), ("data-on-page", "/src/ui/on_page")] {
        boot.set_attribute(name, address).unwrap();
    }
    boot
}

async fn read(readers: &Readers, name: &str, text: &str) -> Result<Vec<Part>, Stopped> {
    let mut parts = Vec::new();
    readers.read(name.to_owned(), &Uint8Array::from(text.as_bytes()), None, &mut |part| parts.push(part)).await?;
    Ok(parts)
}

fn articles(parts: &[Part]) -> Vec<Article> {
    parts.iter().flat_map(|part| postcard::from_bytes::<Vec<Article>>(&part.articles.to_vec()).unwrap()).collect()
}

/// Reads a small file and looks at the article.
async fn reads_well(readers: &Readers) {
    let found = articles(&read(readers, "été.txt", "Un titre\n\nDu texte.").await.unwrap());
    assert_eq!(found.iter().map(|article| (&*article.name, &*article.text)).collect::<Vec<_>>(), [("été.txt", "Un titre\n\nDu texte.")]);
}

fn failure(result: Result<Vec<Part>, Stopped>) -> String {
    match result {
        Err(Stopped::Failed(why)) => why,
        other => panic!("{other:?}"),
    }
}

#[wasm_bindgen_test]
async fn a_file_is_read_and_its_bytes_are_given_away() {
    boot();
    let readers = Readers::default();
    let bytes = Uint8Array::from("Un titre\n\nDu texte.".as_bytes());
    let mut parts = Vec::new();
    readers.read("a.txt".to_owned(), &bytes, None, &mut |part| parts.push(part)).await.unwrap();
    assert_eq!((bytes.length(), parts.len(), parts[0].n_articles, parts[0].outcomes.len()), (0, 1, 1, 1));
    let sources: Vec<Source> = postcard::from_bytes(&parts[0].sources.to_vec()).unwrap();
    assert_eq!((&*sources[0].name, &sources[0].content), ("a.txt", &Content::SameAsText));
    let empty = read(&readers, "vide.txt", "").await.unwrap();
    assert!(empty[0].outcomes[0].result.is_err() && articles(&empty).is_empty());
}

#[wasm_bindgen_test]
async fn files_brought_at_once_are_read_one_after_the_other() {
    boot();
    let (readers, done) = (Readers::default(), Rc::new(RefCell::new(Vec::new())));
    for name in ["a.txt", "b.txt", "c.txt"] {
        let (readers, done) = (readers.clone(), done.clone());
        spawn_local(async move {
            let name = articles(&read(&readers, name, "Du texte.").await.unwrap()).remove(0).name;
            done.borrow_mut().push(name);
        });
    }
    reads_well(&readers).await;
    reads_well(&readers).await;
    assert_eq!(*done.borrow(), ["a.txt", "b.txt", "c.txt"]);
}

#[wasm_bindgen_test]
async fn a_reading_can_be_cancelled_and_the_next_one_starts_anew() {
    let boot = boot();
    let readers = Readers::default();
    readers.cancel();
    for worker in [SILENT, "data:text/javascript,"] {
        boot.set_attribute("data-worker", worker).unwrap();
        let other = readers.clone();
        spawn_local(async move { other.cancel() });
        assert_eq!(read(&readers, "a.txt", "Du texte.").await.err(), Some(Stopped::Cancelled));
    }
    boot.set_attribute("data-worker", REFUSES).unwrap();
    reads_well(&readers).await;
}

#[wasm_bindgen_test]
async fn a_reading_that_nobody_waits_for_any_more_leaves_nothing_behind() {
    let boot = boot();
    boot.set_attribute("data-worker", SILENT).unwrap();
    let readers = Readers::default();
    {
        let mut forgotten = pin!(read(&readers, "a.txt", "Du texte."));
        let mut queued = pin!(read(&readers, "b.txt", "Du texte."));
        let mut context = Context::from_waker(Waker::noop());
        assert!(forgotten.as_mut().poll(&mut context).is_pending() && queued.as_mut().poll(&mut context).is_pending());
    }
    boot.set_attribute("data-worker", REFUSES).unwrap();
    reads_well(&readers).await;
}

#[wasm_bindgen_test]
async fn a_crash_is_the_end_of_one_file_only() {
    let boot = boot();
    let readers = Readers::default();
    // A worker that greets and falls at the first file, once by itself and once with a last word.
    for last in ["throw new Error('out of memory')", "postMessage('out of memory')"] {
        let falls = format!(
            "data:text/javascript,postMessage([new Uint8Array([0, {VERSION}])]); let n = 0; onmessage = () => {{ if (n++) {last} }};"
        );
        boot.set_attribute("data-worker", &falls).unwrap();
        let why = failure(read(&readers, "a.txt", "Du texte.").await);
        assert!(why.contains("la lecture s’est arrêtée") && why.contains("out of memory"), "{why}");
        boot.set_attribute("data-worker", REFUSES).unwrap();
        reads_well(&readers).await;
        readers.cancel();
    }
}

#[wasm_bindgen_test]
async fn readers_of_another_version_are_refused() {
    let boot = boot();
    boot.set_attribute("data-worker", "data:text/javascript,postMessage([new Uint8Array([0, 99])])").unwrap();
    boot.set_attribute("data-readers", "/nowhere").unwrap();
    assert!(!failure(read(&Readers::default(), "a.txt", "Du texte.").await).is_empty());
}

#[wasm_bindgen_test]
async fn without_a_worker_the_page_reads() {
    let boot = boot();
    boot.set_attribute("data-worker", "/nowhere.js").unwrap();
    let readers = Readers::default();
    reads_well(&readers).await;
    reads_well(&readers).await;
    let window: Object = web_sys::window().unwrap().into();
    let worker = Reflect::get(&window, &"Worker".into()).unwrap();
    Reflect::set(&window, &"Worker".into(), &JsValue::UNDEFINED).unwrap();
    let readers = Readers::default();
    reads_well(&readers).await;
    readers.cancel();
    reads_well(&readers).await;
    Reflect::set(&window, &"Worker".into(), &worker).unwrap();
}

#[wasm_bindgen_test]
async fn readers_that_do_not_load_are_told_in_a_sentence() {
    let boot = boot();
    boot.set_attribute("data-readers", "/nowhere").unwrap();
    let readers = Readers::default();
    let why = failure(read(&readers, "a.txt", "Du texte.").await);
    assert!(why.contains("la lecture s’est arrêtée"), "{why}");
    boot.set_attribute("data-on-page", "/nowhere").unwrap();
    assert_eq!(failure(read(&readers, "a.txt", "Du texte.").await), "les lecteurs de fichiers ne se chargent pas");
    self::boot();
    reads_well(&readers).await;
}

#[wasm_bindgen_test]
async fn damaged_bytes_are_not_packed() {
    boot();
    let damaged = [Uint8Array::from(&[9, 9][..])];
    let refused = Readers::default().pack(Wrapping::Archive, &damaged, &[], &damaged[0]).await;
    assert!(matches!(&refused, Err(Stopped::Failed(why)) if why.contains("ne se lit pas")), "{refused:?}");
}
