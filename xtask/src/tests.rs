//! Every test, in the order from quick to slow; the browser's come last.

use anyhow::{Result, bail};

use crate::{announce, browser, cargo, run, site, workspace};

/// Runs every test; what is given goes to the browser tests' runner.
///
/// # Errors
/// When a tool is missing or a test fails.
pub fn run_all(arguments: &[String]) -> Result<()> {
    announce("the engine's tests, natively (a minute or two the first time)");
    run(cargo().args(["test", "--quiet", "--package", "recoupe"]))?;
    announce("the page's own tests, natively (another minute)");
    run(cargo().args(["test", "--quiet", "--package", "recoupe", "--features", "ui", "--lib"]))?;
    announce("the commands' own tests (seconds)");
    run(cargo().args(["test", "--quiet", "--package", "xtask"]))?;

    let browser = browser::ensure()?;
    browser::ensure_axe()?;
    let site = site::for_tests()?;
    if !workspace().join("tests/browser/tests").is_dir() {
        bail!("there are no browser tests");
    }
    announce("the browser tests, in headless Chromium (a minute or two)");
    let mut tests = cargo();
    tests.args(["test", "--package", "browser-tests", "--tests", "--"]);
    // A browser takes a core or more: as many at a time as the smallest machine has.
    tests.arg("--test-threads=2").args(arguments);
    tests.env("RECOUPE_SITE", site).env("RECOUPE_CHROMIUM", browser.chromium).env("CHROMEDRIVER", browser.driver);
    run(&mut tests)
}
