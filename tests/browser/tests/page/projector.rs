//! One finding at a time: by arrows and a presenter's remote, legible from afar, left by Escape.

use browser_tests::{Page, Theme, Visit};
use serde_json::json;

use crate::opened;

/// The smallest size of a text that is shown, with the text.
const SMALLEST: &str = "(() => { let least = [1e9, '']; const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) { const node = walker.currentNode; const parent = node.parentElement;
        if (!node.data.trim() || !parent.checkVisibility() || ['SCRIPT', 'STYLE', 'NOSCRIPT'].includes(parent.tagName)) continue;
        const size = parseFloat(getComputedStyle(parent).fontSize); if (size < least[0]) least = [size, node.data]; }
    return least; })()";

const FITS: &str = "document.documentElement.scrollHeight <= innerHeight && document.documentElement.scrollWidth <= innerWidth";

fn at(page: &Page, fragment: &str) {
    page.wait_until(&format!("location.hash === {}", json!(fragment)));
}

/// The sentences of the open screen are here.
fn shown(page: &Page) {
    page.wait_for(".slide .sides figure");
}

#[test]
fn arrows_and_a_remote_step_and_escape_goes_back_to_where_one_was() {
    let page = opened(Visit::new().open("#/comparer/enonces"));
    page.go("#/projection");
    shown(&page);
    page.press("ArrowRight");
    at(&page, "#/projection?n=2");
    shown(&page);
    page.keys(&["PageDown", "Space"]);
    at(&page, "#/projection?n=4");
    page.keys(&["PageUp", "ArrowLeft", "ArrowUp"]);
    at(&page, "#/projection?n=1");
    page.press("ArrowUp");
    page.press("End");
    page.wait_until("(([n, all]) => n === all)(document.querySelector('.nth').textContent.split(' / '))");
    page.press("Home");
    at(&page, "#/projection?n=1");
    page.click(".after");
    at(&page, "#/projection?n=2");
    page.press("Escape");
    at(&page, "#/comparer/enonces");
    assert_eq!(page.eval("document.documentElement.hasAttribute('data-projecting')"), json!(false));
    page.assert_quiet();
}

#[test]
fn nothing_is_under_28_px_and_nothing_needs_scrolling() {
    for (width, height) in [(1920, 1080), (1280, 720)] {
        let page = opened(Visit::new().sized(width, height).open("#/citations"));
        page.wait_for(".quote-list .keep");
        page.click(".quote-list .keep");
        page.go("#/comparer/desaccords");
        page.wait_for(".opposed .keep");
        page.click(".opposed .keep");
        page.go("#/projection");
        shown(&page);
        page.wait_until("document.querySelector('.nth')");
        let inner = page.eval("[innerWidth, innerHeight]");
        let text = page.eval_text("document.querySelector('.nth').textContent");
        let n: u32 = text.split(" / ").nth(1).and_then(|n| n.parse().ok()).expect("so many of so many");
        assert!(n >= 4, "{text}");
        for number in 1..=n {
            page.go(&format!("#/projection?n={number}"));
            page.wait_until(&format!("document.querySelector('.nth').textContent === '{number} / {n}'"));
            shown(&page);
            assert_eq!(page.eval(FITS), json!(true), "{number} at {inner}");
            if width == 1920 {
                let least = page.eval(SMALLEST);
                assert!(least[0].as_f64().unwrap() >= 28.0, "{number}: {least}");
            }
        }
        page.assert_quiet();
    }
}

#[test]
fn a_cut_text_opens_and_a_passage_is_a_door() {
    let page = opened(Visit::new().open("#/projection?n=1"));
    shown(&page);
    for _ in 0..12 {
        if page.count(".in-full") > 0 {
            page.click(".in-full");
            page.wait_until("![...document.querySelectorAll('.slide blockquote')].some((one) => one.textContent.includes('[…]'))");
            break;
        }
        page.press("ArrowRight");
        shown(&page);
    }
    page.click(".slide blockquote a");
    page.wait_until("location.hash.startsWith('#/lire/')");
    page.assert_quiet();
}

#[test]
fn it_is_light_and_accessible_in_both_schemes_and_on_a_phone() {
    for (theme, width) in [(Theme::Light, 1280), (Theme::Dark, 1280), (Theme::Dark, 360)] {
        let page = opened(Visit::new().themed(theme).sized(width, 800).open("#/projection?n=2"));
        shown(&page);
        page.assert_accessible();
        assert_eq!(page.eval_text("getComputedStyle(document.querySelector('.projector-view')).backgroundColor"), "rgb(255, 255, 255)");
        assert_eq!(page.eval("document.documentElement.scrollWidth <= innerWidth"), json!(true));
        assert_eq!(
            page.eval("[...document.querySelectorAll('.projector-view button')].every((one) => one.offsetHeight >= 44)"),
            json!(true)
        );
        page.assert_quiet();
    }
}
