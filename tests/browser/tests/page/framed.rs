//! The page inside another page of another origin: one element, promises, events, and a link that stays when it does not come.

use std::fs;
use std::path::PathBuf;

use browser_tests::{Page, VIEWS};
use serde_json::json;
use xtask::server::Server;

use crate::{drawn, open};

/// A page of somebody else at another site, made of `body`, with the element's script from the site under test.
fn host(name: &str, body: &str) -> (Page, Server) {
    let page = open("");
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(format!("host-{name}"));
    fs::create_dir_all(&folder).unwrap();
    // What is told is noted from the very start.
    let head = format!(
        "<script>window.told = []; for (const name of ['ready', 'error', 'statechange', 'select', 'height']) \
         addEventListener('recoupe-' + name, (event) => told.push([name, event.target.id, event.detail]));</script>\
         <script type=\"module\" src=\"{}/embed.js\"></script>",
        page.origin()
    );
    let body = body.replace("SITE", &page.origin());
    fs::write(folder.join("index.html"), format!("<!doctype html><meta charset=utf-8><title>Hôte</title>{head}<body>{body}")).unwrap();
    let articles = r#"[{"id":"a.txt","title":"Un","text":"Le maire parle."},{"id":"b.txt","title":"Deux","text":"Le maire se tait."}]"#;
    fs::write(folder.join("corpus.json"), articles).unwrap();
    let server = Server::of_host(&folder).unwrap();
    page.visit(&server.address().replace("localhost", "127.0.0.1"));
    (page, server)
}

fn wait_told(page: &Page, name: &str, id: &str) {
    page.wait_until(&format!("told.some(([name, id]) => name === {} && id === {})", json!(name), json!(id)));
}

#[test]
fn an_element_in_another_page_opens_answers_and_tells() {
    let (page, _server) = host("whole", "<recoupe-explorer id=one bare lang=fr><a href='SITE/'>Ouvrir</a></recoupe-explorer>");
    // Asked before anything is there: the answer waits.
    let found = page.settle("one.search('délai', { limit: 2 })").unwrap();
    assert!(!found["hits"].as_array().unwrap().is_empty(), "{found}");
    wait_told(&page, "ready", "one");
    wait_told(&page, "height", "one");
    page.wait_until("one.getBoundingClientRect().height > 400");
    page.settle("one.restore('#/lire/003.txt?e=per:bernard-cazeneuve')").unwrap();
    page.wait_until("told.some(([name, , state]) => name === 'statechange' && state.state.startsWith('#/lire/003.txt'))");
    page.wait_until("told.some(([name, , chosen]) => name === 'select' && chosen.entity === 'per:bernard-cazeneuve')");
    assert!(page.settle("one.entities()").unwrap().as_array().is_some_and(|all| all.len() > 5));
    let refusal =
        page.settle("one.compare('002.txt', 'none.txt').catch((why) => { throw Error(why.code + ' ' + why.message) })").unwrap_err();
    assert!(refusal.contains("none.txt"), "{refusal}");
    assert_eq!(page.eval("one.shadowRoot"), json!(null), "closed, as a host that is itself an application needs it");
    assert_eq!(page.eval("Object.keys(window).filter((name) => /recoupe/i.test(name))"), json!([]));
}

#[test]
fn two_elements_on_one_page_keep_apart() {
    let (page, _server) = host(
        "two",
        "<recoupe-explorer id=a bare view=read lang=fr></recoupe-explorer><recoupe-explorer id=b only=grid lang=en theme=dark></recoupe-explorer>",
    );
    wait_told(&page, "ready", "a");
    wait_told(&page, "ready", "b");
    page.settle("a.load([{ id: 'x.txt', text: 'Le préfet parle à Lyon.' }])").unwrap();
    assert_eq!(page.settle("a.search('préfet')").unwrap()["hits"].as_array().unwrap().len(), 1);
    assert!(page.settle("b.search('délai')").unwrap()["hits"].as_array().unwrap().len() > 1);
}

#[test]
fn a_corpus_of_the_host_is_opened_and_one_that_is_not_there_leaves_the_link() {
    let body = "<recoupe-explorer id=own src='corpus.json'></recoupe-explorer>\
         <recoupe-explorer id=lost src='no-such-corpus.json'><a id=way href='SITE/'>Ouvrir l’explorateur</a></recoupe-explorer>";
    let (page, _server) = host("src", body);
    wait_told(&page, "ready", "own");
    assert_eq!(page.settle("own.search('maire')").unwrap()["hits"].as_array().unwrap().len(), 2);
    wait_told(&page, "error", "lost");
    assert!(page.shows("#way"), "the link is seen again");
    assert!(page.settle("lost.search('maire')").unwrap_err().contains("404"));
}

#[test]
fn an_element_that_is_removed_or_changed_a_hundred_times_ends_well() {
    let (page, _server) =
        host("restless", "<recoupe-explorer id=one bare></recoupe-explorer><recoupe-explorer id=gone bare></recoupe-explorer>");
    let refused = page.settle("(() => { const asked = gone.search('x'); gone.remove(); return asked })()").unwrap_err();
    assert!(refused.contains("removed"), "{refused}");
    page.eval(
        "void [...Array(100).keys()].forEach((n) => { one.setAttribute('theme', n % 2 ? 'dark' : 'light'); \
         one.setAttribute('height', 300 + n); one.setAttribute('lang', n % 2 ? 'fr' : 'en') })",
    );
    assert!(!page.settle("one.search('délai')").unwrap()["hits"].as_array().unwrap().is_empty());
    page.wait_until("Math.round(one.getBoundingClientRect().height) === 399");
}

#[test]
fn a_frame_without_an_origin_works_by_messages_alone() {
    let (page, _server) = host(
        "sandbox",
        "<script>window.said = []; addEventListener('message', ({ source, data }) => { if (source === boxed.contentWindow) said.push(data) })</script>\
         <iframe id=boxed sandbox='allow-scripts' src='SITE/?bare&lang=en#/panorama' width=900 height=600></iframe>",
    );
    page.wait_until("said.some(({ type, v }) => type === 'recoupe:hello' && v === 1)");
    page.wait_until("said.some(({ type, height }) => type === 'recoupe:height' && height > 200)");
    page.eval(
        "void boxed.contentWindow.postMessage({ type: 'recoupe:call', v: 1, id: 7, method: 'search', args: ['délai', { limit: 1 }] }, '*')",
    );
    page.wait_until("said.some(({ type, id, value }) => type === 'recoupe:answer' && id === 7 && value.hits.length === 1)");
    page.eval("void boxed.contentWindow.postMessage({ type: 'recoupe:call', v: 1, id: 8, method: 'panic', args: ['page'] }, '*')");
    page.wait_until("said.some(({ id, error }) => id === 8 && error.code === 'method')");
}

#[test]
fn an_element_that_keeps_nothing_works_and_has_nothing_to_keep_in() {
    let (page, _server) = host("unkept", "<recoupe-explorer id=one open bare storage=none></recoupe-explorer>");
    wait_told(&page, "ready", "one");
    assert!(!page.settle("one.search('délai')").unwrap()["hits"].as_array().unwrap().is_empty());
    let frame = "one.shadowRoot.querySelector('iframe')";
    assert_eq!(page.eval(&format!("{frame}.contentDocument")), json!(null), "it has no origin");
    assert!(page.eval_text(&format!("{frame}.getAttribute('sandbox')")).contains("allow-scripts"));
}

#[test]
fn a_chart_in_a_frame_that_may_let_no_file_through_says_so() {
    let (page, _server) = host(
        "boxed-chart",
        "<iframe id=boxed sandbox='allow-scripts' src='SITE/?bare&lang=fr#/chronologie' width=900 height=600></iframe>",
    );
    page.wait_for("#boxed");
    page.enter("#boxed");
    drawn(&page);
    for form in ["SVG", "PNG"] {
        page.wait_for("button.picture");
        page.click_text("button.picture", form);
        page.wait_for_text("Image faite. Si rien n’est enregistré");
        page.go("#/index");
        page.wait_for(".index-view");
        page.go("#/chronologie");
        drawn(&page);
    }
}

#[test]
fn the_embedded_form_can_be_read_by_everyone_in_both_themes() {
    let (page, _server) =
        host("readable", "<iframe id=boxed title=Recoupe src='SITE/?bare&lang=fr#/panorama' width=900 height=600></iframe>");
    page.wait_for("#boxed");
    page.enter("#boxed");
    let mut faults = Vec::new();
    for theme in ["light", "dark"] {
        // As the element does for its attribute.
        page.eval(&format!("void (document.documentElement.dataset.theme = {})", json!(theme)));
        for (name, fragment) in VIEWS {
            page.go(fragment);
            drawn(&page);
            faults.extend(page.axe().into_iter().map(|fault| format!("{name}, {theme}: {fault}")));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn what_is_lazy_fetches_nothing_until_it_comes_near() {
    let (page, _server) = host(
        "lazy",
        "<div style='height: 6000px'></div><recoupe-explorer id=far loading=lazy bare><a id=way href='SITE/'>Ouvrir</a></recoupe-explorer>",
    );
    page.wait_until("!!customElements.get('recoupe-explorer')");
    assert!(page.shows("#way"), "its link is there");
    assert_eq!(page.eval("told"), json!([]));
    page.eval("void far.scrollIntoView()");
    wait_told(&page, "ready", "far");
}

#[test]
fn the_example_page_shows_four_explorers() {
    let site = std::env::var_os("RECOUPE_SITE").map_or_else(xtask::site::tests_folder, PathBuf::from);
    let copy = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join("site-with-examples");
    for (from, to) in [(site, copy.clone()), (xtask::workspace().join("examples"), copy.join("examples"))] {
        fs::create_dir_all(&to).unwrap();
        for entry in fs::read_dir(from).unwrap().flatten().filter(|entry| entry.path().is_file()) {
            fs::copy(entry.path(), to.join(entry.file_name())).unwrap();
        }
    }
    let page = open("");
    let server = Server::of_host(&copy).unwrap();
    page.visit(&format!("{}examples/embed.html", server.address()));
    assert!(!page.settle("whole.search('délai')").unwrap()["hits"].as_array().unwrap().is_empty());
    assert_eq!(page.settle("other.search('Tanneries')").unwrap()["hits"].as_array().unwrap().len(), 3);
    page.eval("void grid.scrollIntoView()");
    assert!(page.settle("grid.entities()").unwrap().as_array().is_some_and(|names| !names.is_empty()));
    // The frames above grow while they are drawn and push it away again, and what is lazy is fetched only when it is near.
    page.wait_until("(plain.scrollIntoView(), !!plain.contentDocument?.querySelector('#main h1'))");
}
