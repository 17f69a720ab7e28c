//! Finds what the browser tests need, and installs it through the system's package manager where that can be done.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::{env, fs};

use anyhow::{Context, Result, bail};

use crate::tools::{self, on_path, version_of};
use crate::{announce, run};

const AXE: &str = "4.14.1";

/// A browser and the driver that speaks for it.
pub struct Browser {
    pub chromium: PathBuf,
    pub driver: PathBuf,
}

/// Without a window, as root, and without the browser's own errands, which would fail on a closed network.
pub const FLAGS: &[&str] = &[
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=fr",
    // Without a window the one before does not say what pages are asked for.
    "--accept-lang=fr",
];

const CHROMIUM_NAMES: &[&str] = &["chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome"];
const CHROMIUM_PLACES: &[&str] = &[
    "/usr/lib/chromium/chromium",
    "/snap/bin/chromium",
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const DRIVER_PLACES: &[&str] =
    &["/usr/lib/chromium/chromedriver", "/usr/lib/chromium-browser/chromedriver", "/snap/bin/chromium.chromedriver"];

/// The browser on this machine; `RECOUPE_CHROMIUM` and `CHROMEDRIVER` name others.
pub fn find() -> Option<Browser> {
    let chromium = named("RECOUPE_CHROMIUM").or_else(|| on_path(CHROMIUM_NAMES)).or_else(|| existing(CHROMIUM_PLACES))?;
    let driver = named("CHROMEDRIVER").or_else(|| on_path(&["chromedriver"])).or_else(|| existing(DRIVER_PLACES))?;
    Some(Browser { chromium, driver })
}

/// Makes sure that there is a browser and a driver of the same version.
///
/// # Errors
/// When they are missing and cannot be installed, or do not fit each other.
pub fn ensure() -> Result<Browser> {
    if find().is_none() {
        install("Chromium and its driver", PACKAGES_CHROMIUM)?;
    }
    let Some(browser) = find() else { bail!("install Chromium and ChromeDriver, or name them in RECOUPE_CHROMIUM and CHROMEDRIVER") };
    let (chromium, driver) = (version_of(&browser.chromium), version_of(&browser.driver));
    if major(chromium.as_deref()) != major(driver.as_deref()) {
        let said = |version: Option<String>| version.unwrap_or_else(|| "of unknown version".to_owned());
        bail!("Chromium {} and ChromeDriver {} do not fit: install both in the same version", said(chromium), said(driver));
    }
    Ok(browser)
}

/// A second browser and the driver that speaks for it.
pub struct Firefox {
    pub firefox: PathBuf,
    pub driver: PathBuf,
}

const FIREFOX_NAMES: &[&str] = &["firefox-esr", "firefox"];
const FIREFOX_PLACES: &[&str] = &["/snap/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"];

/// Firefox on this machine with its driver, found or compiled before; `RECOUPE_FIREFOX` and `GECKODRIVER` name others.
pub fn find_firefox() -> Option<Firefox> {
    let driver = named("GECKODRIVER").or_else(|| on_path(&["geckodriver"])).or_else(tools::built_geckodriver)?;
    Some(Firefox { firefox: firefox()?, driver })
}

fn firefox() -> Option<PathBuf> {
    named("RECOUPE_FIREFOX").or_else(|| on_path(FIREFOX_NAMES)).or_else(|| existing(FIREFOX_PLACES))
}

/// Makes sure that there is a Firefox with its driver.
///
/// # Errors
/// When it cannot be had; what needs it is then left out.
pub fn ensure_firefox() -> Result<Firefox> {
    if firefox().is_none() {
        install("Firefox", PACKAGES_FIREFOX)?;
    }
    if find_firefox().is_none() {
        tools::geckodriver()?;
    }
    find_firefox().context("install Firefox and geckodriver, or name them in RECOUPE_FIREFOX and GECKODRIVER")
}

fn major(version: Option<&str>) -> Option<&str> {
    version?.split('.').next()
}

/// Where the accessibility checker lies once fetched.
pub fn axe_source() -> PathBuf {
    tools::folder().join("axe").join(AXE).join("node_modules/axe-core/axe.min.js")
}

/// Makes sure that the accessibility checker is there.
///
/// # Errors
/// When it cannot be fetched.
pub fn ensure_axe() -> Result<()> {
    if axe_source().is_file() {
        return Ok(());
    }
    if on_path(&["npm"]).is_none() {
        install("npm, for the accessibility checker", PACKAGES_NPM)?;
    }
    let Some(npm) = on_path(&["npm"]) else { bail!("install Node.js with npm: the accessibility checker axe-core comes from there") };
    announce("fetching axe-core into target/tools, once (seconds)");
    let folder = tools::folder().join("axe").join(AXE);
    fs::create_dir_all(&folder).with_context(|| format!("cannot make {}", folder.display()))?;
    let mut fetch = Command::new(npm);
    fetch.args(["install", "--silent", "--no-save", "--ignore-scripts", "--no-audit", "--no-fund", "--prefix"]).arg(&folder);
    run(fetch.arg(format!("axe-core@{AXE}")))?;
    if !axe_source().is_file() {
        bail!("npm did not leave axe-core in {}", folder.display());
    }
    Ok(())
}

/// A package manager, how it refreshes its lists, how it installs without asking, and what it calls the packages.
struct Packages {
    manager: &'static str,
    refresh: &'static [&'static str],
    install: &'static [&'static str],
    names: &'static [&'static str],
}

const fn apt(names: &'static [&'static str]) -> Packages {
    Packages { manager: "apt-get", refresh: &["update", "-qq"], install: &["install", "-y", "-qq", "--no-install-recommends"], names }
}
const fn dnf(names: &'static [&'static str]) -> Packages {
    Packages { manager: "dnf", refresh: &[], install: &["install", "-y", "-q"], names }
}
const fn pacman(names: &'static [&'static str]) -> Packages {
    Packages { manager: "pacman", refresh: &[], install: &["-Sy", "--noconfirm", "--needed"], names }
}
const fn zypper(names: &'static [&'static str]) -> Packages {
    Packages { manager: "zypper", refresh: &[], install: &["--non-interactive", "install"], names }
}
const fn brew(names: &'static [&'static str]) -> Packages {
    Packages { manager: "brew", refresh: &[], install: &["install"], names }
}

const PACKAGES_CHROMIUM: &[Packages] = &[
    apt(&["chromium", "chromium-driver"]),
    // Where the system is Ubuntu, the names are these.
    apt(&["chromium-browser", "chromium-chromedriver"]),
    dnf(&["chromium", "chromedriver"]),
    pacman(&["chromium"]),
    zypper(&["chromium", "chromedriver"]),
    brew(&["--cask", "chromium", "chromedriver"]),
];

const PACKAGES_FIREFOX: &[Packages] = &[
    apt(&["firefox-esr"]),
    // Where the system is Ubuntu, the name is this.
    apt(&["firefox"]),
    dnf(&["firefox"]),
    pacman(&["firefox"]),
    zypper(&["MozillaFirefox"]),
    brew(&["--cask", "firefox"]),
];

const PACKAGES_NPM: &[Packages] = &[
    apt(&["nodejs", "npm"]),
    dnf(&["nodejs-npm"]),
    pacman(&["nodejs", "npm"]),
    zypper(&["nodejs-default", "npm-default"]),
    brew(&["node"]),
];

/// Tries the package managers of this machine in turn.
fn install(what: &str, choices: &[Packages]) -> Result<()> {
    let Some(by_hand) = choices.iter().find(|choice| on_path(&[choice.manager]).is_some()) else {
        bail!("{what}: not found, and no known package manager either; install it by hand");
    };
    let advice = format!("{what}: not found; run `{} {} {}`", by_hand.manager, by_hand.install[0], by_hand.names.join(" "));
    for choice in choices.iter().filter(|choice| on_path(&[choice.manager]).is_some()) {
        let Some(right) = right_to_install(choice.manager) else { bail!("{advice} as root") };
        announce(&format!("installing {} by {} (a minute or two)", choice.names.join(", "), choice.manager));
        if !choice.refresh.is_empty() {
            // Old lists may still do; the install itself says if not.
            let _ = run(right.command(choice.manager).args(choice.refresh));
        }
        if run(right.command(choice.manager).args(choice.install).args(choice.names)).is_ok() {
            return Ok(());
        }
    }
    bail!("{advice}")
}

enum Right {
    Own,
    Sudo,
}

impl Right {
    fn command(&self, manager: &str) -> Command {
        let mut command = match self {
            Right::Own => Command::new(manager),
            Right::Sudo => {
                let mut command = Command::new("sudo");
                command.args(["-n", "env", "DEBIAN_FRONTEND=noninteractive", manager]);
                command
            }
        };
        // Its progress is not ours: what goes wrong stays to be read.
        command.env("DEBIAN_FRONTEND", "noninteractive").stdout(Stdio::null()).stdin(Stdio::null());
        command
    }
}

fn right_to_install(manager: &str) -> Option<Right> {
    let quiet = |program: &str, arguments: &[&str]| Command::new(program).args(arguments).stderr(Stdio::null()).output().ok();
    let root = quiet("id", &["-u"]).is_some_and(|answer| answer.stdout.trim_ascii() == b"0");
    if root || manager == "brew" {
        return Some(Right::Own);
    }
    quiet("sudo", &["-n", "true"]).is_some_and(|answer| answer.status.success()).then_some(Right::Sudo)
}

fn named(variable: &str) -> Option<PathBuf> {
    env::var_os(variable).filter(|value| !value.is_empty()).map(PathBuf::from)
}

fn existing(places: &[&str]) -> Option<PathBuf> {
    places.iter().map(Path::new).find(|place| place.is_file()).map(Path::to_owned)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_fit_by_their_first_number() {
        assert_eq!(major(Some("156.0.8078.73")), Some("156"));
        assert_eq!(major(None), None);
    }
}
