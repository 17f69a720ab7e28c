//! The first use: searching as one types, by mouse and by keyboard.

use crate::{number_before, open};

/// How many passages the status line counts.
fn counted(page: &browser_tests::Page) -> u32 {
    number_before(&page.text(".results [role=status]"), "passage")
}

#[test]
fn by_mouse_from_the_first_view_to_a_hit_and_the_next() {
    let page = open("");
    page.fill("#search", "terrorisme");
    page.wait_for(".hit-list a");
    assert!(counted(&page) > 1);
    page.click(".hit-list a");
    page.wait_for("article.text .hit.current");
    let first = page.eval_text("document.querySelector('.hit.current').id");
    page.click(".hit-steps .after");
    page.wait_until(&format!("document.querySelector('.hit.current')?.id !== '{first}'"));
    page.wait_in_sight(".hit.current");
    page.click(".hit-steps .before");
    page.wait_until(&format!("document.querySelector('.hit.current')?.id === '{first}'"));
    assert!(page.text(".hit.current").to_lowercase().contains("terroris"), "{}", page.text(".hit.current"));
    page.assert_quiet();
}

#[test]
fn by_keyboard_from_the_first_view_to_a_hit_and_the_next() {
    let page = open("");
    page.press("/");
    assert!(page.focus().starts_with("input#search"), "{}", page.focus());
    page.type_text("terrorisme");
    page.wait_for(".hit-list a");
    // Enter leads to the results, whatever is offered in the field; arrows go from one to the next.
    page.press("Enter");
    page.wait_until("document.activeElement.matches('.hit-list a')");
    let first = page.eval_text("document.activeElement.href");
    page.press("ArrowDown");
    page.wait_until("document.activeElement.closest('.hit-list')");
    page.press("ArrowUp");
    page.wait_until(&format!("document.activeElement.href === '{first}'"));
    page.press("Enter");
    page.wait_for("article.text .hit.current");
    page.press("/");
    page.wait_until("document.activeElement.id === 'search'");
    let first = page.eval_text("document.querySelector('.hit.current').id");
    page.press("Enter");
    page.wait_until(&format!("document.querySelector('.hit.current')?.id !== '{first}'"));
    page.press("Shift+Enter");
    page.wait_until(&format!("document.querySelector('.hit.current')?.id === '{first}'"));
    page.press("Escape");
    page.wait_gone(".hit");
    assert_eq!(page.value("#search"), "");
    page.assert_quiet();
}

#[test]
fn accents_case_and_apostrophes_do_not_matter() {
    let page = open("#/chercher?q=délai");
    page.wait_for(".hit-list a");
    let expected = counted(&page);
    for query in ["delai", "DÉLAI", "DELAI"] {
        page.fill("#search", query);
        page.wait_until(&format!("location.hash.includes(encodeURIComponent('{query}'))"));
        page.wait_for(".hit-list a");
        assert_eq!(counted(&page), expected, "{query}");
    }
    page.load("#/chercher?q=l'enquête");
    page.wait_for(".hit-list a");
    let straight = counted(&page);
    page.load("#/chercher?q=l’enquête");
    page.wait_for(".hit-list a");
    assert_eq!(counted(&page), straight);
}

#[test]
fn an_empty_and_a_fruitless_query_are_answered_in_words() {
    let page = open("#/chercher?q=terrorisme");
    page.wait_for(".hit-list a");
    page.fill("#search", "zzzzqx");
    page.wait_for_text("Rien pour");
    page.wait_gone(".hit-list a");
    page.press("Escape");
    page.wait_for_text("Tapez un mot");
    assert_eq!(page.value("#search"), "");
    page.fill("#search", "   ");
    page.wait_for_text("Tapez un mot");
    page.assert_quiet();
}
