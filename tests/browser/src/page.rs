//! An open page: going somewhere, asking JavaScript, waiting until something holds.

use std::cell::RefCell;
use std::path::Path;
use std::time::{Duration, Instant};

use serde_json::{Value, json};
use xtask::server::Server;

use crate::driver::{Dialect, Driver};
use crate::record::Record;
use crate::visit::Visit;

/// How long a condition may take, in seconds; `RECOUPE_PATIENCE` says otherwise. Generous: two browsers may share two cores
/// with a compiler.
const PATIENCE: u64 = 30;
/// How often a condition is asked.
const PERIOD: Duration = Duration::from_millis(40);

/// A page in a browser of its own; all of it ends when dropped.
pub struct Page {
    // Before the server: the browser ends first.
    pub(crate) driver: Driver,
    pub(crate) server: Server,
    /// What fragments are put behind.
    pub(crate) home: String,
    pub(crate) record: RefCell<Record>,
}

impl Page {
    /// The site under test in a window of 1280 × 900, light.
    #[track_caller]
    pub fn open(fragment: &str) -> Page {
        Visit::new().open(fragment)
    }

    pub(crate) fn new(driver: Driver, server: Server) -> Page {
        let home = server.address();
        Page { driver, server, home, record: RefCell::default() }
    }

    /// Leaves the served site for a page on the disk, which it opens.
    #[track_caller]
    pub fn open_file(&mut self, file: &Path, fragment: &str) {
        self.home = format!("file://{}", file.display());
        self.load(fragment);
    }

    /// `http://localhost:PORT`, without a slash.
    pub fn origin(&self) -> String {
        self.server.address().trim_end_matches('/').to_owned()
    }

    /// The server goes away; the browser and its page stay.
    pub fn lose_server(&self) {
        self.server.stop();
    }

    /// Loads another page.
    #[track_caller]
    pub fn visit(&self, address: &str) {
        self.command("url", &json!({ "url": address }));
    }

    /// Loads the page anew at a fragment, as from a copied link.
    #[track_caller]
    pub fn load(&self, fragment: &str) {
        // By way of nowhere: an address that differs in its fragment alone would not load anything.
        self.command("url", &json!({ "url": "about:blank" }));
        self.command("url", &json!({ "url": format!("{}{fragment}", self.home) }));
    }

    /// From the next load on the browser runs none of the page's scripts; it still answers what is asked of it here.
    pub fn run_no_scripts(&self) {
        self.driver.developer("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
    }

    /// Goes into a frame: what follows is asked and done there.
    #[track_caller]
    pub fn enter(&self, css: &str) {
        let frame = self.eval(&format!("document.querySelector({})", json!(css)));
        self.command("frame", &json!({ "id": frame }));
    }

    /// The reload button of the browser.
    #[track_caller]
    pub fn reload(&self) {
        self.command("refresh", &json!({}));
    }

    /// The back button of the browser.
    #[track_caller]
    pub fn back(&self) {
        self.eval("history.back()");
    }

    /// The forward button of the browser.
    #[track_caller]
    pub fn forward(&self) {
        self.eval("history.forward()");
    }

    /// Changes the fragment of the open page, as a link or a hand in the address bar does.
    #[track_caller]
    pub fn go(&self, fragment: &str) {
        self.eval(&format!("void (location.hash = {})", json!(fragment)));
    }

    /// The fragment in the address bar, with its `#`, or nothing.
    #[track_caller]
    pub fn fragment(&self) -> String {
        self.eval_text("location.hash")
    }

    /// The value of an expression.
    #[track_caller]
    pub fn eval(&self, expression: &str) -> Value {
        self.script(&format!("return ({expression});")).unwrap_or_else(|error| panic!("{expression}: {error}"))
    }

    /// The value of an expression that is a string.
    #[track_caller]
    pub fn eval_text(&self, expression: &str) -> String {
        let value = self.eval(expression);
        value.as_str().unwrap_or_else(|| panic!("{expression} is {value}, not a string")).to_owned()
    }

    /// The value that a promise comes to, or the message of its refusal.
    #[track_caller]
    pub fn settle(&self, promise: &str) -> Result<Value, String> {
        let script = format!(
            "const done = arguments[arguments.length - 1]; \
             (async () => ({promise}))().then((value) => done({{ value }}), (why) => done({{ refusal: String(why?.message ?? why) }}));"
        );
        let body = json!({ "script": script, "args": [] });
        let answer = self.driver.post("execute/async", &body).unwrap_or_else(|error| panic!("{promise}: {error}"));
        match answer.get("refusal") {
            Some(refusal) => Err(refusal.as_str().unwrap_or_default().to_owned()),
            None => Ok(answer["value"].clone()),
        }
    }

    /// Waits until something matches a selector and is shown.
    #[track_caller]
    pub fn wait_for(&self, css: &str) {
        self.wait_until(&format!("[...document.querySelectorAll({})].some((one) => one.checkVisibility())", json!(css)));
    }

    /// Waits until the middle of the first match is in the window and nothing lies over it.
    #[track_caller]
    pub fn wait_in_sight(&self, css: &str) {
        self.wait_until(&format!(
            "(one => {{ if (!one) return false; const box = one.getBoundingClientRect(); \
               const top = document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2); \
               return top === one || one.contains(top); }})(document.querySelector({}))",
            json!(css)
        ));
    }

    /// Waits until nothing shown matches a selector.
    #[track_caller]
    pub fn wait_gone(&self, css: &str) {
        self.wait_until(&format!("![...document.querySelectorAll({})].some((one) => one.checkVisibility())", json!(css)));
    }

    /// Waits until the text of the page holds these words.
    #[track_caller]
    pub fn wait_for_text(&self, words: &str) {
        self.wait_until(&format!("document.body.innerText.includes({})", json!(words)));
    }

    /// Waits until an expression is true; says what the page showed when it never is.
    #[track_caller]
    pub fn wait_until(&self, condition: &str) {
        // While a page loads there may be nothing to ask.
        self.wait_that(|page| page.script(&format!("return ({condition});")).is_ok_and(|value| is_true(&value)), condition);
    }

    #[track_caller]
    pub(crate) fn wait_that(&self, holds: impl Fn(&Page) -> bool, condition: &str) {
        let patience = std::env::var("RECOUPE_PATIENCE").ok().and_then(|seconds| seconds.parse().ok()).unwrap_or(PATIENCE);
        let deadline = Instant::now() + Duration::from_secs(patience);
        while !holds(self) {
            assert!(Instant::now() < deadline, "never came: {condition}\n{}", self.describe());
            std::thread::sleep(PERIOD);
        }
    }

    /// What a failed test needs to be understood: the address, the text shown, the console.
    pub fn describe(&self) -> String {
        let shown = self.script("return [location.href, document.body ? document.body.innerText.slice(0, 2000) : '(no body)'];");
        let shown = shown.unwrap_or_else(|error| json!([error, ""]));
        let is_told = self.driver.dialect == Dialect::Chromium;
        let console: Vec<String> = if is_told { self.console().iter().map(ToString::to_string).collect() } else { Vec::new() };
        let text = shown[1].as_str().unwrap_or_default();
        format!("  address: {}\n  console: {console:#?}\n  shown:\n{text}", shown[0].as_str().unwrap_or_default())
    }

    pub(crate) fn script(&self, body: &str) -> Result<Value, String> {
        self.driver.post("execute/sync", &json!({ "script": body, "args": [] }))
    }

    #[track_caller]
    pub(crate) fn command(&self, command: &str, body: &Value) -> Value {
        self.driver.post(command, body).unwrap_or_else(|error| panic!("{command}: {error}\n{}", self.describe()))
    }
}

fn is_true(value: &Value) -> bool {
    !matches!(value, Value::Null | Value::Bool(false)) && *value != json!(0) && *value != json!("")
}
