//! What a newsroom asks first: no complaint in the console, nothing sent anywhere, the strict policy, everyone can read it.

use browser_tests::{Page, Theme};

use crate::{VIEWS, drawn, open};

/// Walks through every view by its address.
fn walk(page: &Page) {
    for (_, fragment) in VIEWS {
        page.go(fragment);
        drawn(page);
    }
}

#[test]
fn no_view_complains_in_the_console_and_none_asks_another_origin() {
    let page = open("");
    walk(&page);
    for (_, fragment) in VIEWS {
        page.load(fragment);
        drawn(&page);
    }
    page.assert_quiet();
    assert_eq!(page.foreign_requests(), Vec::<String>::new());
}

#[test]
fn nothing_is_sent_once_the_page_is_there() {
    // A view that nobody sees first fetches them all, what only the whole engine knows fetches that, each once and without a word of
    // what is asked; from then on there is nothing to fetch.
    let page = open("");
    let before = page.arrivals().len();
    page.go("#/concordance?q=terrorisme");
    page.wait_for(".kwic .line");
    let fetched = page.arrivals().split_off(before);
    let own = ["_views.wasm", "_later.css", "worker.js", "readers.js", "readers_bg.wasm"];
    assert!(fetched.iter().all(|request| own.iter().any(|file| request.ends_with(file))), "{fetched:?}");
    page.go("");
    drawn(&page);
    page.assert_sends_nothing(|page| {
        walk(page);
        page.press("/");
        page.type_text("google");
        page.wait_until("location.hash.includes('google')");
        page.settle("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn())))").unwrap();
    });
    page.assert_quiet();
}

#[test]
fn every_file_comes_with_the_strict_policy_and_nothing_is_inline() {
    let page = open("");
    let policy = page.settle("fetch(location.pathname).then((answer) => answer.headers.get('content-security-policy'))").unwrap();
    assert_eq!(policy, xtask::server::POLICY);
    for (_, fragment) in VIEWS {
        page.load(fragment);
        drawn(&page);
        let inline =
            page.eval("[...document.querySelectorAll('style, script:not([src]), [onclick], [onload]')].map((one) => one.outerHTML)");
        assert_eq!(inline.to_string(), "[]", "{fragment}");
    }
    assert!(page.requests().iter().any(|address| address.ends_with(".wasm")), "{:?}", page.requests());
}

#[test]
fn no_view_has_a_fault_of_accessibility_in_light() {
    accessible(Theme::Light);
}

#[test]
fn no_view_has_a_fault_of_accessibility_in_the_dark() {
    accessible(Theme::Dark);
}

fn accessible(theme: Theme) {
    let page = open("");
    page.theme(theme);
    let mut faults = Vec::new();
    for (name, fragment) in VIEWS {
        page.go(fragment);
        drawn(&page);
        faults.extend(page.axe().into_iter().map(|fault| format!("{name}: {fault}")));
    }
    assert!(faults.is_empty(), "{theme:?}:\n{}", faults.join("\n"));
}

#[test]
fn every_view_fits_a_desk_and_a_phone() {
    let page = open("");
    let mut faults = Vec::new();
    for (name, fragment) in VIEWS {
        page.go(fragment);
        drawn(&page);
        for (width, height) in [(1280, 900), (360, 740), (320, 640)] {
            page.resize(width, height);
            if page.overflow() > 0 {
                faults.push(format!("{name} at {width}: {} px too wide", page.overflow()));
            }
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
}
