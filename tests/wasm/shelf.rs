//! The shelf on a real IndexedDB.

use js_sys::Uint8Array;
use recoupe::ui::shelf::{Card, Shelf, Unkept};
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;

fn card(id: &str, kept_at: f64) -> Card {
    Card { id: id.to_owned(), title: Some(format!("Corpus « {id} »")), n_articles: 3, kept_at }
}

fn bytes(content: &[&[u8]]) -> Vec<Uint8Array> {
    content.iter().map(|bytes| Uint8Array::from(*bytes)).collect()
}

fn read(arrays: &[Uint8Array]) -> Vec<Vec<u8>> {
    arrays.iter().map(Uint8Array::to_vec).collect()
}

/// Forgets what another test kept: all share one browser.
async fn empty_shelf() -> Shelf {
    let shelf = Shelf::open().await.unwrap();
    for card in shelf.cards().await.unwrap() {
        shelf.take(&card.id).await.unwrap();
    }
    shelf.set_last(None).await.unwrap();
    shelf
}

#[wasm_bindgen_test]
async fn a_corpus_is_found_again_as_it_was_kept() {
    let shelf = empty_shelf().await;
    let kept = card("un", 1.5e12);
    shelf.put(&kept, &bytes(&[b"lot 1", b"lot 2"]), &bytes(&[&[0, 255]]), b"edits").await.unwrap();
    let shelf = Shelf::open().await.unwrap();
    let found = shelf.get("un").await.unwrap().unwrap();
    assert_eq!((found.card, read(&found.articles), found.edits), (kept, vec![b"lot 1".to_vec(), b"lot 2".to_vec()], b"edits".to_vec()));
    assert_eq!(read(&shelf.matter("un").await.unwrap().1), [vec![0, 255]]);
    assert!(shelf.get("autre").await.unwrap().is_none() && shelf.matter("autre").await.unwrap().1.is_empty());
}

#[wasm_bindgen_test]
async fn cards_come_newest_first_and_edits_alone_can_be_kept() {
    let shelf = empty_shelf().await;
    for (id, kept_at) in [("a", 2.0), ("b", 3.0), ("c", 1.0)] {
        shelf.put(&card(id, kept_at), &bytes(&[b"articles"]), &[], b"before").await.unwrap();
    }
    let untitled = Card { title: None, ..card("c", 4.0) };
    shelf.put_edits(&untitled, b"after").await.unwrap();
    assert_eq!(shelf.cards().await.unwrap(), [untitled, card("b", 3.0), card("a", 2.0)]);
    let found = shelf.get("c").await.unwrap().unwrap();
    assert_eq!((read(&found.articles), found.edits), (vec![b"articles".to_vec()], b"after".to_vec()));
}

#[wasm_bindgen_test]
async fn a_forgotten_corpus_is_gone_with_all_its_parts() {
    let shelf = empty_shelf().await;
    shelf.put(&card("un", 1.0), &bytes(&[b"a"]), &bytes(&[b"s"]), b"e").await.unwrap();
    shelf.take("un").await.unwrap();
    shelf.take("jamais").await.unwrap();
    assert!(shelf.cards().await.unwrap().is_empty());
    assert!(shelf.get("un").await.unwrap().is_none() && shelf.matter("un").await.unwrap().1.is_empty());
}

#[wasm_bindgen_test]
async fn edits_without_their_articles_are_no_corpus() {
    let shelf = empty_shelf().await;
    shelf.put_edits(&card("un", 1.0), b"e").await.unwrap();
    assert!(shelf.get("un").await.unwrap().is_none());
}

#[wasm_bindgen_test]
async fn the_corpus_that_was_open_last_is_known() {
    let shelf = empty_shelf().await;
    assert_eq!(shelf.last().await, Ok(None));
    shelf.set_last(Some("un")).await.unwrap();
    assert_eq!(Shelf::open().await.unwrap().last().await, Ok(Some("un".to_owned())));
    shelf.set_last(None).await.unwrap();
    assert_eq!(shelf.last().await, Ok(None));
}

/// What the browser does when the reader clears its storage, or another tab brings a newer version.
#[wasm_bindgen_test]
async fn a_shelf_that_was_taken_away_is_opened_again_empty() {
    let shelf = empty_shelf().await;
    shelf.put(&card("un", 1.0), &bytes(&[b"a"]), &[], b"e").await.unwrap();
    let factory = web_sys::window().unwrap().indexed_db().unwrap().unwrap();
    let deleted = factory.delete_database("recoupe").unwrap();
    let done = js_sys::Promise::new(&mut |resolve, reject| {
        deleted.set_onsuccess(Some(&resolve));
        // The shelf gives way without being asked twice.
        deleted.set_onblocked(Some(&reject));
    });
    wasm_bindgen_futures::JsFuture::from(done).await.unwrap();
    assert_eq!(shelf.cards().await, Ok(Vec::new()));
    shelf.put(&card("deux", 1.0), &bytes(&[b"a"]), &[], b"e").await.unwrap();
    assert_eq!(shelf.cards().await.unwrap().len(), 1);
}

/// Takes IndexedDB away as browsers do, for as long as `f` runs.
async fn with_storage(getter: &str, f: impl AsyncFnOnce()) {
    let window: js_sys::Object = web_sys::window().unwrap().into();
    let property = js_sys::Object::new();
    js_sys::Reflect::set(&property, &"configurable".into(), &true.into()).unwrap();
    js_sys::Reflect::set(&property, &"get".into(), &js_sys::Function::new_no_args(getter)).unwrap();
    let own = js_sys::Object::get_own_property_descriptor(&window, &"indexedDB".into());
    js_sys::Object::define_property(&window, &"indexedDB".into(), &property);
    f().await;
    js_sys::Object::define_property(&window, &"indexedDB".into(), own.unchecked_ref());
}

#[wasm_bindgen_test]
async fn a_browser_that_keeps_nothing_says_so() {
    for getter in ["return undefined", "return null", "throw new DOMException('no', 'SecurityError')"] {
        with_storage(getter, async || assert_eq!(Shelf::open().await.err(), Some(Unkept::NoStorage), "{getter}")).await;
    }
    for open in ["throw new DOMException('no', 'SecurityError')", "const r = {}; setTimeout(() => r.onerror({}), 0); return r"] {
        let getter = format!("return {{ open() {{ {open} }} }}");
        with_storage(&getter, async || assert_eq!(Shelf::open().await.err(), Some(Unkept::NoStorage), "{getter}")).await;
    }
    assert!(Unkept::NoStorage.to_string().contains("oublié à la fermeture"));
}

#[wasm_bindgen_test]
async fn a_corpus_that_does_not_fit_is_not_kept_by_half() {
    let shelf = empty_shelf().await;
    shelf.put(&card("un", 1.0), &bytes(&[b"before"]), &[], b"e").await.unwrap();
    let fill = "const put = IDBObjectStore.prototype.put; \
                IDBObjectStore.prototype.put = function (...given) { \
                    if (this.name !== 'sources') return put.apply(this, given); \
                    IDBObjectStore.prototype.put = put; \
                    throw new DOMException('no room', 'QuotaExceededError'); }";
    js_sys::Function::new_no_args(fill).call0(&wasm_bindgen::JsValue::NULL).unwrap();
    let refused = shelf.put(&card("un", 2.0), &bytes(&[b"after"]), &[], b"e").await;
    assert_eq!(refused, Err(Unkept::Full));
    assert!(Unkept::Full.to_string().contains("plus de place"));
    let found = shelf.get("un").await.unwrap().unwrap();
    assert_eq!((found.card, read(&found.articles)), (card("un", 1.0), vec![b"before".to_vec()]));
}
