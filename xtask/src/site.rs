//! Builds the page with Trunk: once into `dist/` or for the tests, or again at every change while it is served.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::thread;
use std::time::{Duration, Instant, SystemTime};
use std::{env, fs};

use anyhow::{Context, Result};

use crate::server::{Port, Reload, Server};
use crate::tools::{self, BuildTools};
use crate::{announce, hosted, later, one_file, run, slim, split, titles, workspace};

/// What the page is made of: a change in one of these builds it again.
const SOURCES: &[&str] = &["src", "styles", "corpus", "index.html", "Trunk.toml", "Cargo.toml"];
/// How often the sources are looked at. Some hundred files, so this costs next to nothing.
const LOOK: Duration = Duration::from_millis(300);

/// How the Rust code is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Debug,
    Release,
}

/// Leaves the release build in `dist/`. `base` is the address at which it will be found, for those who ask how to embed it.
///
/// # Errors
/// When a tool is missing or the build fails.
pub fn dist(base: Option<&str>) -> Result<PathBuf> {
    release(workspace().join("dist"), base)
}

/// Leaves the page in one file in `dist/`, beside what was built there before.
///
/// # Errors
/// As [`dist`].
pub fn one_file() -> Result<()> {
    let folder = workspace().join("dist");
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    one_file::page(&folder, &tools::for_build()?)
}

/// Leaves the release build where the browser tests look for it.
///
/// # Errors
/// As [`dist`].
pub fn for_tests() -> Result<PathBuf> {
    release(tests_folder(), None)
}

/// Where the browser tests look for the site when nothing else is said.
pub fn tests_folder() -> PathBuf {
    workspace().join("target/site/test")
}

fn release(folder: PathBuf, base: Option<&str>) -> Result<PathBuf> {
    let tools = tools::for_build()?;
    announce("building the page for release (a few minutes the first time, less than one later)");
    build(&tools, Profile::Release, &folder, base)?;
    Ok(folder)
}

/// Builds, serves, and builds again at every change, until it is stopped.
///
/// The watching is done here and not by `trunk watch`, which would live on when this command is ended from outside.
///
/// # Errors
/// When a tool is missing, no port is free, or the first build fails; a later one may fail and be repaired.
pub fn serve(port: u16, profile: Profile) -> Result<()> {
    let tools = tools::for_build()?;
    let folder = workspace().join("target/site/dev");
    announce("building the page (a minute or two the first time, seconds later)");
    let mut built = state_of_sources();
    build(&tools, profile, &folder, None)?;
    let server = Server::start(&folder, Port::From(port), Reload::On)?;
    announce(&format!("{} (reloads at every change; Ctrl+C ends it)", server.address()));
    loop {
        thread::sleep(LOOK);
        let now = state_of_sources();
        if now == built {
            continue;
        }
        built = now;
        let began = Instant::now();
        match build(&tools, profile, &folder, None) {
            Ok(()) => announce(&format!("built again in {:.1} s", began.elapsed().as_secs_f32())),
            Err(error) => announce(&format!("{error:#}; the page stays as it was until the next change")),
        }
    }
}

fn build(tools: &BuildTools, profile: Profile, folder: &Path, base: Option<&str>) -> Result<()> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut trunk = Command::new(&tools.trunk);
    trunk.arg("build").arg("--dist").arg(folder).current_dir(workspace()).env("PATH", &tools.path);
    if profile == Profile::Release {
        trunk
            .args(["--release", "--features", "split"])
            .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", slim::path_flags(&workspace()));
    }
    if env::var_os("RUST_LOG").is_none() {
        trunk.args(["--log", "warn"]);
    }
    run(&mut trunk)?;
    titles::write(folder)?;
    if profile == Profile::Release {
        split::page(folder, tools)?;
        slim::modules(folder)?;
        slim::imports(folder)?;
        slim::styles(folder)?;
        slim::scripts(folder)?;
        later::styles(folder)?;
        one_file::page(folder, tools)?;
        hosted::finish(folder, base)?;
    }
    Ok(())
}

/// Every source file with the time of its last change.
fn state_of_sources() -> Vec<(PathBuf, Option<SystemTime>)> {
    let mut state = Vec::new();
    let mut queue: Vec<PathBuf> = SOURCES.iter().map(|name| workspace().join(name)).collect();
    while let Some(path) = queue.pop() {
        match fs::read_dir(&path) {
            Ok(entries) => queue.extend(entries.flatten().map(|entry| entry.path())),
            Err(_) => {
                let changed = fs::metadata(&path).and_then(|facts| facts.modified()).ok();
                state.push((path, changed));
            }
        }
    }
    state.sort();
    state
}
