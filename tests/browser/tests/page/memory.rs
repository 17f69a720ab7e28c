//! How much memory a large corpus takes. Left aside unless it is asked for: `cargo xtask test -- --ignored --nocapture memory`.

use std::thread::sleep;
use std::time::Duration;

use browser_tests::Page;

use crate::open;

/// Bytes of text, and the most and the last that the tab held over a page on which nothing was dropped.
fn measured(page: &Page, n: u32) -> (f64, u64, u64) {
    page.make_files(n);
    let empty = page.resident();
    page.drop_made();
    page.wait_for(".task");
    let mut most = 0;
    while page.count(".task") > 0 {
        most = page.resident().max(most);
        sleep(Duration::from_millis(200));
    }
    page.wait_until("document.querySelector('.lede, .report')");
    // What the browser clears away a little later is not held.
    sleep(Duration::from_secs(5));
    let bytes = page.made_bytes();
    (bytes, most - empty, page.resident() - empty)
}

#[test]
#[ignore = "one to two minutes, and a measure of memory wants a machine that does nothing else"]
fn memory_of_ten_thousand_articles_is_less_than_ten_times_their_text() {
    let page = open("#/panorama");
    let (bytes, most, held) = measured(&page, 10_000);
    let (most, held) = (most as f64 / bytes, held as f64 / bytes);
    println!("{:.1} MB of text: {most:.2} times at the worst, {held:.2} times held", bytes / 1e6);
    assert!(most < 10.0 && held < 10.0);
    page.assert_quiet();
}
