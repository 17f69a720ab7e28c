//! Programs that drive the page with the harness of the browser tests but test nothing: pictures for a person to look at, and what
//! the page costs on a slow machine. They are that package's binaries, since it builds on this one.

use std::path::PathBuf;

use anyhow::{Context, Result, bail};

use crate::{announce, browser, cargo, run, site};

/// Runs the program of that name on the site in a folder, else on a release build that is made for it.
///
/// # Errors
/// When no page is there or can be built, there is no browser, or the program ends otherwise than well.
pub fn run_program(name: &str, folder: Option<PathBuf>, arguments: &[String]) -> Result<()> {
    let folder = match folder {
        Some(folder) => folder.canonicalize().with_context(|| format!("no folder {}", folder.display()))?,
        None => site::for_tests()?,
    };
    if !folder.join("index.html").is_file() {
        bail!("no page in {}", folder.display());
    }
    let browser = browser::ensure()?;
    announce(&format!("{name}, in headless Chromium (minutes)"));
    let mut program = cargo();
    program.args(["run", "--quiet", "--package", "browser-tests", "--bin", name, "--"]).args(arguments);
    program.env("RECOUPE_SITE", folder).env("RECOUPE_CHROMIUM", browser.chromium).env("CHROMEDRIVER", browser.driver);
    // A million words take longer than anything in a test.
    program.env("RECOUPE_PATIENCE", "300");
    run(&mut program)
}
