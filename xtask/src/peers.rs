//! The search alone, as a harness takes it that measures browser search engines side by side.

use std::fs;
use std::path::Path;
use std::process::Command;

use anyhow::{Context, Result};

use crate::{announce, cargo, run, tools, workspace};

const CRATE: &str = "recoupe-peers";
const TARGET: &str = "wasm32-unknown-unknown";
/// What is written by hand: the page's side and the worker's.
const SCRIPTS: &[&str] = &["engine.js", "worker.js"];

/// Leaves `engine.js` and what it loads in `out`.
///
/// # Errors
/// When a tool is missing, the build fails or `out` cannot be written.
pub fn build(out: &Path) -> Result<()> {
    let tools = tools::for_build()?;
    announce("building the search alone (a minute or two)");
    run(cargo().args(["build", "--package", CRATE, "--profile", "peers", "--target", TARGET]).env("PATH", &tools.path))?;
    let module = workspace().join("target").join(TARGET).join("peers").join(CRATE.replace('-', "_")).with_extension("wasm");
    fs::create_dir_all(out).with_context(|| format!("cannot make {}", out.display()))?;
    run(Command::new("wasm-bindgen")
        .args(["--target", "web", "--no-typescript", "--out-dir"])
        .arg(out)
        .arg(module)
        .env("PATH", &tools.path))?;
    for script in SCRIPTS {
        let from = workspace().join("benches/peers").join(script);
        fs::copy(&from, out.join(script)).with_context(|| format!("cannot copy {}", from.display()))?;
    }
    announce(&format!("{}: give it to the harness as --ours, with --ours-entry engine.js", out.display()));
    Ok(())
}
