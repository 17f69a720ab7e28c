//! Finds the tools of the build, and compiles those that are missing into `target/tools`, once.
//!
//! Nothing is downloaded as a binary: everything comes from the package registry as source.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::{announce, browser, cargo, run, workspace};

/// What the page is compiled for.
pub const TARGET: &str = "wasm32-unknown-unknown";
const TRUNK: &str = "0.21.14";

/// Where tools of this project live.
pub fn folder() -> PathBuf {
    workspace().join("target/tools")
}

/// What turns the sources into a site.
pub struct BuildTools {
    pub trunk: PathBuf,
    /// The search path under which Trunk finds the right `wasm-bindgen`.
    pub path: std::ffi::OsString,
    /// Runs tests that were compiled for the browser; it comes with `wasm-bindgen`.
    pub test_runner: PathBuf,
}

/// Makes sure that the site can be built.
///
/// # Errors
/// When something is missing and cannot be installed; the message says what to do.
pub fn for_build() -> Result<BuildTools> {
    wasm_target()?;
    let lock = fs::read_to_string(workspace().join("Cargo.lock")).context("cannot read Cargo.lock")?;
    let Some(bindgen) = locked_version(&lock, "wasm-bindgen") else { bail!("Cargo.lock names no wasm-bindgen") };
    let trunk = compiled(&Tool { program: "trunk", package: "trunk", version: TRUNK, arguments: TRUNK_ARGUMENTS, minutes: 4 })?;
    let bindgen = Tool { program: "wasm-bindgen", package: "wasm-bindgen-cli", version: bindgen, arguments: &[], minutes: 2 };
    let bindgen = compiled(&bindgen)?;
    let build = folder().join("build");
    if build.exists() {
        fs::remove_dir_all(&build).with_context(|| format!("cannot remove {}", build.display()))?;
    }
    let first = bindgen.parent().map(Path::to_owned);
    let rest = env::var_os("PATH").unwrap_or_default();
    let path = env::join_paths(first.into_iter().chain(env::split_paths(&rest))).context("PATH cannot be extended")?;
    let test_runner = bindgen.with_file_name(format!("wasm-bindgen-test-runner{}", env::consts::EXE_SUFFIX));
    Ok(BuildTools { trunk, path, test_runner })
}

/// Makes sure that every other command finds what it needs.
///
/// # Errors
/// As [`for_build`], and when there is no browser and none can be installed.
pub fn for_all() -> Result<()> {
    for_build()?;
    browser::ensure()?;
    browser::ensure_axe()
}

const GECKODRIVER: &str = "0.37.1";

/// The driver of Firefox, if it was compiled before.
pub fn built_geckodriver() -> Option<PathBuf> {
    Some(folder().join("bin").join(format!("geckodriver{}", env::consts::EXE_SUFFIX))).filter(|file| file.is_file())
}

/// Makes sure that the driver of Firefox is there.
///
/// # Errors
/// When it cannot be compiled.
pub fn geckodriver() -> Result<PathBuf> {
    compiled(&Tool { program: "geckodriver", package: "geckodriver", version: GECKODRIVER, arguments: &["--locked"], minutes: 2 })
}

struct Tool<'a> {
    program: &'a str,
    package: &'a str,
    version: &'a str,
    arguments: &'a [&'a str],
    minutes: u32,
}

/// `wasm-bindgen-cli` has no such line: with `--locked` it does not compile.
const TRUNK_ARGUMENTS: &[&str] = &["--locked", "--no-default-features", "--features", "rustls"];

/// The tool in the right version: ours, else one on the search path, else compiled now.
fn compiled(tool: &Tool) -> Result<PathBuf> {
    let ours = folder().join("bin").join(tool.program);
    for candidate in [Some(ours.clone()), on_path(&[tool.program])].into_iter().flatten() {
        if version_of(&candidate).as_deref() == Some(tool.version) {
            return Ok(candidate);
        }
    }
    announce(&format!("compiling {} {} into target/tools, once (about {} minutes on two cores)", tool.package, tool.version, tool.minutes));
    let mut install = cargo();
    install.args(["install", tool.package, "--version", tool.version, "--debug", "--force", "--quiet"]).args(tool.arguments);
    install.arg("--root").arg(folder()).arg("--target-dir").arg(folder().join("build"));
    // Unoptimised tools compile in a fraction of the time and are quick enough.
    install.env("CARGO_PROFILE_DEV_DEBUG", "0").env("CARGO_INCREMENTAL", "0");
    run(&mut install)?;
    Ok(ours)
}

fn wasm_target() -> Result<()> {
    if has_wasm_target() {
        return Ok(());
    }
    let Some(rustup) = on_path(&["rustup"]) else {
        bail!("the Rust target {TARGET} is missing and there is no rustup: install the target with your Rust's package");
    };
    announce("adding the Rust target for WebAssembly (a minute)");
    run(Command::new(rustup).args(["target", "add", TARGET]).current_dir(workspace()))
}

fn has_wasm_target() -> bool {
    let asked = Command::new("rustc").args(["--print", "target-libdir", "--target", TARGET]).current_dir(workspace()).output();
    asked.is_ok_and(|answer| fs::read_dir(String::from_utf8_lossy(&answer.stdout).trim()).is_ok_and(|files| files.count() > 0))
}

/// The first of these programs on the search path.
pub fn on_path(names: &[&str]) -> Option<PathBuf> {
    let folders = env::var_os("PATH")?;
    let folders: Vec<PathBuf> = env::split_paths(&folders).collect();
    names.iter().find_map(|name| {
        let program = format!("{name}{}", env::consts::EXE_SUFFIX);
        folders.iter().map(|folder| folder.join(&program)).find(|file| file.is_file())
    })
}

/// The first word of `program --version` that begins with a digit.
pub fn version_of(program: &Path) -> Option<String> {
    let answer = Command::new(program).arg("--version").stderr(Stdio::null()).output().ok()?;
    let text = String::from_utf8_lossy(&answer.stdout).into_owned();
    text.split_whitespace().find(|word| word.starts_with(|first: char| first.is_ascii_digit())).map(str::to_owned)
}

/// The version of a package in the text of a `Cargo.lock`.
fn locked_version<'a>(lock: &'a str, package: &str) -> Option<&'a str> {
    let name = format!("name = \"{package}\"");
    let mut lines = lock.lines().skip_while(|line| *line != name);
    lines.nth(1)?.strip_prefix("version = \"")?.strip_suffix('"')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_lock_names_a_version_by_exact_package() {
        let lock = "[[package]]\nname = \"wasm-bindgen-macro\"\nversion = \"0.1.0\"\n\n[[package]]\nname = \"wasm-bindgen\"\nversion = \"0.2.130\"\n";
        assert_eq!(locked_version(lock, "wasm-bindgen"), Some("0.2.130"));
        assert_eq!(locked_version(lock, "wasm"), None);
    }
}
