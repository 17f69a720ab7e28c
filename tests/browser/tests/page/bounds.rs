//! At the bounds of what a window, a reader's settings and a hurried hand ask: never a dead end, nothing that cannot be reached.

use browser_tests::{Page, VIEWS, Visit};
use serde_json::json;

use crate::{drawn, open, opened};

/// What WCAG 2.2 asks a page to bear (1.4.12): lines, letters, words and paragraphs further apart.
const SPACED: &str = "(() => { const sheet = new CSSStyleSheet(); \
    sheet.replaceSync('* { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important } p { margin-block-end: 2em !important }'); \
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]; })()";

/// Words that a box cuts off: neither seen nor to be scrolled to, and not shortened on purpose.
const CUT: &str = "[...document.querySelectorAll('#main *, .top-bar *')].filter((one) => { const style = getComputedStyle(one); \
    if (!one.checkVisibility() || style.clipPath !== 'none' || style.webkitLineClamp !== 'none' || style.textOverflow === 'ellipsis') return false; \
    const cuts = (way) => way === 'hidden' || way === 'clip'; \
    return !(one instanceof SVGElement) && one.innerText?.trim() && ((cuts(style.overflowX) && one.scrollWidth > one.clientWidth + 1) \
        || (cuts(style.overflowY) && one.scrollHeight > one.clientHeight + 1)); }) \
    .map((one) => one.tagName + '.' + one.className + ' “' + one.innerText.slice(0, 40) + '”')";

/// The first words of the heading can be brought into sight, with nothing over them.
const HEADED: &str = "((heading) => [.1, .3, .5, .7].some((part) => { \
    scrollBy({ top: heading.getClientRects()[0].top - part * innerHeight, behavior: 'instant' }); const line = heading.getClientRects()[0]; \
    return heading.contains(document.elementFromPoint(line.left + 4, line.top + 4)); }))(document.querySelector('#main h1'))";

/// Every view in a window of this size, after `prepare`: none is wider than the window, none cuts words, each heading can be seen.
fn fits(width: u32, height: u32, prepare: impl Fn(&Page)) {
    let page = opened(Visit::new().sized(width, height).open(""));
    prepare(&page);
    let mut faults = Vec::new();
    for (name, fragment) in VIEWS {
        page.go(fragment);
        drawn(&page);
        if page.overflow() > 0 {
            faults.push(format!("{name}: {} px too wide", page.overflow()));
        }
        let cut = page.eval(CUT);
        if cut != json!([]) {
            faults.push(format!("{name} cuts {cut}"));
        }
        // That of the first view is for who hears the page.
        if page.count("#main h1:not(.visually-hidden)") > 0 {
            page.wait_until(HEADED);
        }
    }
    assert!(faults.is_empty(), "{faults:#?}");
    page.assert_quiet();
}

#[test]
fn a_window_of_200_px_holds_every_view() {
    fits(200, 400, |_| ());
}

#[test]
fn enlarged_four_times_every_view_is_reached_without_scrolling_sideways() {
    // A desk of 1280 × 1024 at 400 %.
    fits(320, 256, |_| ());
}

#[test]
fn text_may_be_spaced_as_a_reader_needs_it_and_no_word_is_cut() {
    for (width, height) in [(1280, 900), (360, 740)] {
        fits(width, height, |page| {
            page.eval(SPACED);
        });
    }
}

#[test]
fn nothing_moves_by_itself_for_who_wants_no_motion() {
    let page = open("");
    page.prefer("prefers-reduced-motion", "reduce");
    for (name, fragment) in VIEWS {
        page.go(fragment);
        drawn(&page);
        assert_eq!(page.eval("document.getAnimations().length"), json!(0), "{name}");
        let smooth = page.eval("[...document.querySelectorAll('*')].some((one) => getComputedStyle(one).scrollBehavior === 'smooth')");
        assert_eq!(smooth, json!(false), "{name}");
    }
    page.assert_quiet();
}

#[test]
fn without_a_clipboard_what_was_to_be_copied_is_shown() {
    let page = opened(Visit::new().with_script("delete Navigator.prototype.clipboard;").open("#/concordance?q=terrorisme"));
    page.wait_for(".kwic .line");
    page.click_text(".sheet-buttons button", "Copier");
    page.wait_for(".sheet-buttons textarea");
    assert!(page.value(".sheet-buttons textarea").contains("terrorisme"));
    page.go("#/classe/cinq-questions");
    drawn(&page);
    page.click_text("#main button", "Copier");
    page.wait_for_text("refus");
    page.assert_quiet();
}

#[test]
fn three_hundred_clicks_in_a_row_end_where_the_last_one_leads() {
    let page = open("");
    // A browser follows some two hundred links in ten seconds and no more: most of what is clicked is a button.
    let at_once = "(() => { const shown = (css) => [...document.querySelectorAll(css)].filter((one) => one.checkVisibility()); \
        for (let n = 0; n < 300; n++) { const all = shown(n % 5 ? '.filters button, .layer, .more button, summary' : '.top-bar nav a'); \
        all[(n * 7) % all.length].click(); } })()";
    page.eval(at_once);
    drawn(&page);
    let one_by_one = "(async () => { for (let n = 0; n < 80; n++) { const all = [...document.querySelectorAll('.top-bar nav a, .index-tabs a')]; \
        all[(n * 3) % all.length].click(); await new Promise((next) => setTimeout(next)); } })()";
    page.settle(one_by_one).unwrap();
    drawn(&page);
    page.click_text(".top-bar nav a", "Lire");
    page.wait_for("article.text p");
    assert!(page.fragment().starts_with("#/lire"), "{}", page.fragment());
    page.assert_quiet();
}

#[test]
fn going_back_while_the_page_works_loses_nothing() {
    let page = open("#/index");
    page.go("#/comparer/enonces");
    page.back();
    page.wait_until("location.hash === '#/index'");
    page.wait_for(".index-view h1");
    drawn(&page);
    // Sixty articles are on their way in while the reader goes to and fro.
    page.eval("void (window.taken = recoupe.load(Array.from({ length: 60 }, (_, n) => ({ id: n + '.txt', title: 'Article ' + n, text: ('Le préfet ' + n + ' a parlé à Lyon devant cent habitants. ').repeat(80) }))))");
    for fragment in ["#/corpus", "#/comparer/desaccords", "#/citations"] {
        page.go(fragment);
        page.back();
        page.forward();
        page.back();
    }
    page.settle("taken.then(() => true)").unwrap();
    page.go("#/panorama");
    page.wait_until("document.querySelector('.context')?.innerText.includes('60\\u00a0articles')");
    page.back();
    drawn(&page);
    page.assert_quiet();
}

#[test]
fn without_scripts_the_page_says_what_it_is_and_which_articles_it_holds() {
    let page = open("");
    let titles = page.texts(".account h3");
    assert_eq!(titles.len(), 5);
    page.run_no_scripts();
    page.reload();
    page.wait_for(".plain-notice li");
    let shown = page.text(".plain-notice");
    assert!(shown.contains("Rien n’est envoyé") && shown.contains("Nothing is sent"), "{shown}");
    assert_eq!(page.count(".plain-notice li"), 5);
    for title in titles {
        // An article without a title is called by its first words, which the page sets in marks.
        let opening: String = title.trim_start_matches(['«', '\u{a0}', ' ']).chars().take(20).collect();
        assert!(shown.contains(&opening), "“{title}” is not in: {shown}");
    }
}
