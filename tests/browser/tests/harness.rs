//! The harness itself, on small pages made here: every check that the real page must pass is seen to fail first.

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;

use browser_tests::{Extent, Page, Theme, Visit};

/// A folder with one page, one script and one worker, served under the strict policy.
fn site(name: &str, body: &str, script: &str) -> PathBuf {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    fs::create_dir_all(&folder).unwrap();
    let page = format!(
        "<!doctype html><html lang=\"fr\"><head><meta charset=\"utf-8\"><title>Essai</title><link rel=\"icon\" href=\"data:,\">\
         <script defer src=\"script.js\"></script></head><body><main><h1>Essai</h1>{body}</main></body></html>"
    );
    fs::write(folder.join("index.html"), page).unwrap();
    fs::write(folder.join("script.js"), script).unwrap();
    fs::write(folder.join("data.txt"), "data").unwrap();
    fs::write(
        folder.join("worker.js"),
        "onmessage = async ({ data }) => { await (0, self[data])(); postMessage('done'); };\n\
        self.complain = () => console.error('worker complains');\n\
        self.ask = () => fetch('data.txt').then((answer) => answer.text());\n\
        self.leave = () => fetch('http://127.0.0.1:9/side').catch(() => 0);\n\
        self.throws = () => setTimeout(() => { throw new Error('worker throws'); });",
    )
    .unwrap();
    folder
}

fn open(name: &str, body: &str, script: &str) -> Page {
    Visit::of(&site(name, body, script)).open("")
}

fn fails(check: impl FnOnce()) -> bool {
    catch_unwind(AssertUnwindSafe(check)).is_err()
}

/// Tells the worker of [`site`] what to do and waits until it has.
fn through_worker(page: &Page, what: &str) {
    page.settle(&format!(
        "new Promise((done) => {{ window.side = new Worker('worker.js'); side.onmessage = done; side.onerror = done; side.postMessage('{what}'); }}).then(() => 1)"
    ))
    .unwrap();
}

#[test]
fn a_clean_page_passes_every_check() {
    let page = open("clean", "<p>Bonjour</p><button>Un</button>", "document.title = 'Prêt';");
    page.wait_until("document.title === 'Prêt'");
    page.assert_quiet();
    page.assert_accessible();
    page.assert_sends_nothing(|page| page.press("Tab"));
    assert_eq!(page.foreign_requests(), Vec::<String>::new());
    assert_eq!(page.overflow(), 0);
    assert!(page.requests().contains(&format!("{}/script.js", page.origin())), "{:?}", page.requests());
    assert_eq!(page.arrivals(), ["GET /", "GET /script.js"]);
}

#[test]
fn an_error_in_the_console_is_caught() {
    let page = open("error", "", "console.log('fine'); console.warn('warned'); console.error('failed'); throw new Error('thrown');");
    page.wait_until("document.readyState === 'complete'");
    let texts: Vec<String> = page.complaints().iter().map(ToString::to_string).collect();
    assert_eq!(texts.len(), 3, "{texts:#?}");
    for expected in ["warned", "failed", "thrown"] {
        assert!(texts.iter().any(|text| text.contains(expected)), "no {expected} in {texts:#?}");
    }
    assert!(fails(|| page.assert_quiet()));
}

#[test]
fn an_error_in_a_worker_is_caught() {
    let page = open("worker", "", "");
    through_worker(&page, "complain");
    through_worker(&page, "throws");
    page.wait_for_complaint("worker complains");
    page.wait_for_complaint("worker throws");
}

#[test]
fn a_request_to_another_origin_is_caught() {
    let page = open(
        "foreign",
        "<img alt=\"\" src=\"http://127.0.0.1:9/picture.png\">",
        "fetch('http://127.0.0.1:9/data').catch(() => document.title = 'Refus');",
    );
    page.wait_until("document.title === 'Refus'");
    let foreign = page.foreign_requests();
    assert_eq!(foreign, ["http://127.0.0.1:9/picture.png"]);
    // What the policy stops before it is a request is told in the console, for the worker too.
    through_worker(&page, "leave");
    page.wait_for_complaint("http://127.0.0.1:9/data");
    page.wait_for_complaint("http://127.0.0.1:9/side");
}

#[test]
fn a_request_after_load_is_caught_from_page_and_worker() {
    let page = open("late", "", "");
    assert!(fails(|| page.assert_sends_nothing(|page| {
        page.settle("fetch('data.txt').then((answer) => answer.text())").unwrap();
    })));
    through_worker(&page, "ask");
    assert!(fails(|| page.assert_sends_nothing(|page| {
        page.settle("new Promise((done) => { side.onmessage = () => done(1); side.postMessage('ask'); })").unwrap();
    })));
}

#[test]
fn an_inline_script_and_an_inline_style_do_not_work() {
    let body = "<script>document.title = 'Dedans';</script><p id=\"p\" style=\"color: red\">x</p>";
    let page = open("inline", body, "");
    page.wait_for("#p");
    assert_eq!(page.eval_text("document.title"), "Essai");
    assert_eq!(page.eval_text("getComputedStyle(document.querySelector('#p')).color"), "rgb(0, 0, 0)");
    assert_eq!(page.complaints().len(), 2, "{:#?}", page.complaints());
}

#[test]
fn a_fault_of_accessibility_is_reported() {
    let page = open("axe", "<img src=\"data:,\"><p class=\"pale\">pâle</p>", "document.querySelector('.pale').style.color = '#ccc';");
    page.wait_for(".pale");
    let found = page.axe().join("\n");
    assert!(found.contains("image-alt") && found.contains("color-contrast"), "{found}");
    assert!(fails(|| page.assert_accessible()));
}

#[test]
fn mouse_and_keyboard_act_as_a_person() {
    let body =
        "<label>Mot <input id=\"word\"></label><button id=\"one\">Un</button><button id=\"two\">Deux</button><output id=\"out\"></output>";
    let script = "const out = document.getElementById('out');
        document.querySelectorAll('button').forEach((one) => one.addEventListener('click', (event) => out.textContent = one.id + event.isTrusted));
        document.addEventListener('keydown', (event) => { if (event.key === 'k' && event.ctrlKey) { event.preventDefault(); out.textContent = 'control'; } });";
    let page = open("act", body, script);
    page.click_text("button", "Deux");
    assert_eq!(page.text("#out"), "twotrue");
    page.fill("#word", "élan");
    page.fill("#word", "été à");
    assert_eq!(page.value("#word"), "été à");
    page.tab_to("#one");
    assert_eq!(page.focus(), "button#one “Un”");
    page.press("Enter");
    assert_eq!(page.text("#out"), "onetrue");
    page.press("Control+k");
    assert_eq!(page.text("#out"), "control");
    page.press("Shift+Tab");
    assert!(page.focus().starts_with("input#word"), "{}", page.focus());
    page.paste("#word", &"x".repeat(1_000_000));
    assert_eq!(page.value("#word").len(), 1_000_000);
}

#[test]
fn a_button_under_another_element_cannot_be_clicked() {
    let script = "const lid = document.getElementById('lid').style; lid.position = 'fixed'; lid.inset = '0'; lid.background = '#fff';";
    let page = open("lid", "<button id=\"one\">Un</button><div id=\"lid\">dessus</div>", script);
    page.wait_until("document.getElementById('lid').style.inset");
    assert!(fails(|| page.click("#one")));
    page.wait_in_sight("#lid");
}

#[test]
fn address_and_history_move_as_by_hand() {
    let page = open("address", "", "");
    page.go("#read=1");
    page.go("#read=2");
    page.back();
    page.wait_until("location.hash === '#read=1'");
    page.forward();
    page.wait_until("location.hash === '#read=2'");
    page.reload();
    assert_eq!(page.fragment(), "#read=2");
    page.load("#read=3");
    assert_eq!(page.fragment(), "#read=3");
}

#[test]
fn size_theme_and_broken_parts_are_as_asked() {
    let folder = site("visit", "<p id=\"wide\">x</p>", "document.getElementById('wide').style.width = '900px';");
    let page = Visit::of(&folder).sized(360, 740).themed(Theme::Dark).with_script("window.Worker = undefined;").open("#x");
    assert_eq!(
        page.eval("[innerWidth, innerHeight, matchMedia('(prefers-color-scheme: dark)').matches, typeof Worker]").to_string(),
        "[360,740,true,\"undefined\"]"
    );
    page.wait_until("document.getElementById('wide').style.width");
    assert!(page.overflow() > 500, "{}", page.overflow());
    page.resize(500, 300);
    let picture = page.picture(Extent::Window);
    assert_eq!(&picture[16..24], [0, 0, 1, 244, 0, 0, 1, 44], "width and height of the picture");
    page.eval("void (document.getElementById('wide').style.height = '500px')");
    let whole = page.picture(Extent::WholePage);
    assert!(u32::from_be_bytes([whole[20], whole[21], whole[22], whole[23]]) > 500, "the picture goes on below the window");
    let preferred = |theme| {
        page.theme(theme);
        page.eval(
            "['(forced-colors: active)', '(prefers-contrast: more)', '(prefers-color-scheme: dark)'].map((one) => matchMedia(one).matches)",
        )
        .to_string()
    };
    assert_eq!(Theme::ALL.map(preferred), ["[false,false,false]", "[false,false,true]", "[true,true,false]", "[false,true,false]"]);
}
