//! Every test, in the order from quick to slow; the browser's come last.

use std::path::PathBuf;
use std::process::Command;
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::browser::Browser;
use crate::{announce, browser, cargo, run, site, tools, workspace};

/// Runs every test; what is given goes to the browser tests' runner.
///
/// # Errors
/// When a tool is missing or a test fails.
pub fn run_all(arguments: &[String]) -> Result<()> {
    announce("the engine's tests, natively (a minute or two the first time)");
    run(natively().args(["test", "--quiet", "--package", "recoupe"]))?;
    announce("the page's own tests, natively (another minute)");
    run(natively().args(["test", "--quiet", "--package", "recoupe", "--features", "ui", "--lib"]))?;
    announce("the commands' own tests (seconds)");
    run(cargo().args(["test", "--quiet", "--package", "xtask"]))?;

    let browser = browser::ensure()?;
    browser::ensure_axe()?;
    let site = site::for_tests()?;
    announce("what lies below the page's views, in headless Chromium (a minute the first time)");
    below_views(&browser)?;
    if !workspace().join("tests/browser/tests").is_dir() {
        bail!("there are no browser tests");
    }
    let firefox = browser::ensure_firefox();
    if let Err(why) = &firefox {
        announce(&format!("no Firefox, so that the tests in it are skipped: {why:#}"));
    }
    announce("the browser tests, in headless Chromium and a few in Firefox (a minute or two)");
    let mut tests = cargo();
    tests.args(["test", "--package", "browser-tests", "--tests", "--"]);
    // A browser takes a core or more: as many at a time as the smallest machine has.
    tests.arg("--test-threads=2").args(arguments);
    tests.env("RECOUPE_SITE", site).env("RECOUPE_CHROMIUM", browser.chromium).env("CHROMEDRIVER", browser.driver);
    if let Ok(firefox) = firefox {
        tests.env("RECOUPE_FIREFOX", firefox.firefox).env("GECKODRIVER", firefox.driver);
    }
    run(&mut tests)
}

/// Cargo, with the same generated cases each time, so that a red run can be repeated; `cargo test` by itself draws others.
fn natively() -> Command {
    const SEED: &str = "PROPTEST_RNG_SEED";
    let mut command = cargo();
    if env::var_os(SEED).is_none() {
        command.env(SEED, "2015");
    }
    command
}

/// `tests/wasm`, in a browser; its runner serves the workspace, and with it the site that was built.
fn below_views(browser: &Browser) -> Result<()> {
    let tools = tools::for_build()?;
    let settings = browser_settings(browser)?;
    let mut tests = cargo();
    tests.args(["test", "--package", "recoupe", "--target", tools::TARGET]);
    tests.args(["--no-default-features", "--features", "ui", "--test", "wasm"]);
    tests.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER", tools.test_runner);
    tests.env("CHROMEDRIVER", &browser.driver).env("WASM_BINDGEN_TEST_WEBDRIVER_JSON", settings);
    run(&mut tests)
}

/// Tells the runner which browser to start, and how.
fn browser_settings(browser: &Browser) -> Result<PathBuf> {
    let path = tools::folder().join("webdriver.json");
    let arguments: Vec<String> = browser::FLAGS.iter().map(|flag| format!("{flag:?}")).collect();
    let text = format!("{{\"goog:chromeOptions\": {{\"binary\": {:?}, \"args\": [{}]}}}}", browser.chromium, arguments.join(", "));
    fs::write(&path, text).with_context(|| format!("cannot write {}", path.display()))?;
    Ok(path)
}
