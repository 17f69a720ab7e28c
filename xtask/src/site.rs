//! Builds the page with Trunk: once into `dist/` or for the tests, or again at every change while it is served.

use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::thread;
use std::time::{Duration, SystemTime};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::server::{Port, Reload, Server};
use crate::{announce, run, tools, workspace};

/// How the Rust code is compiled.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Profile {
    Debug,
    Release,
}

/// Leaves the release build in `dist/`.
///
/// # Errors
/// When a tool is missing or the build fails.
pub fn dist() -> Result<PathBuf> {
    let folder = workspace().join("dist");
    build(&folder)?;
    Ok(folder)
}

/// Leaves the release build where the browser tests look for it.
///
/// # Errors
/// As [`dist`].
pub fn for_tests() -> Result<PathBuf> {
    let folder = tests_folder();
    build(&folder)?;
    Ok(folder)
}

/// Where the browser tests look for the site when nothing else is said.
pub fn tests_folder() -> PathBuf {
    workspace().join("target/site/test")
}

fn build(folder: &Path) -> Result<()> {
    let tools = tools::for_build()?;
    announce("building the page for release (some minutes the first time, less than one later)");
    run(&mut trunk(&tools, "build", Profile::Release, folder)?)
}

/// Builds, serves, and builds again at every change, until it is stopped.
///
/// # Errors
/// When a tool is missing, no port is free, or Trunk ends.
pub fn serve(port: u16, profile: Profile) -> Result<()> {
    let tools = tools::for_build()?;
    let folder = workspace().join("target/site/dev");
    announce("building the page (a minute or two the first time, seconds later)");
    let began = SystemTime::now();
    let mut watch = trunk(&tools, "watch", profile, &folder)?;
    // What is built and what is not the page's must not wake the build.
    watch.arg("--ignore").arg(format!("{},{}", workspace().join("target").display(), workspace().join("tests").display()));
    let mut watch = Watch(watch.spawn().context("cannot start Trunk")?);
    let server = Server::start(&folder, Port::From(port), Reload::On)?;
    let mut told = false;
    loop {
        if let Some(status) = watch.0.try_wait()? {
            bail!("Trunk ended ({status})");
        }
        if !told && built_since(&folder, began) {
            announce(&format!("{} (reloads at every change; Ctrl+C ends it)", server.address()));
            told = true;
        }
        thread::sleep(Duration::from_millis(200));
    }
}

/// A child that does not outlive the command.
struct Watch(Child);

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

fn built_since(folder: &Path, began: SystemTime) -> bool {
    fs::metadata(folder.join("index.html")).and_then(|facts| facts.modified()).is_ok_and(|time| time >= began)
}

fn trunk(tools: &tools::BuildTools, order: &str, profile: Profile, folder: &Path) -> Result<Command> {
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut command = Command::new(&tools.trunk);
    command.arg(order).arg("--dist").arg(folder).current_dir(workspace()).env("PATH", &tools.path);
    if profile == Profile::Release {
        command.arg("--release");
    }
    if env::var_os("RUST_LOG").is_none() {
        command.args(["--log", "warn"]);
    }
    Ok(command)
}
