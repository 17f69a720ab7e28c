//! How a page is to be opened: which site, at which address, in what window, with what broken beforehand.

use std::path::{Path, PathBuf};

use serde_json::json;
use xtask::browser::Firefox;
use xtask::server::{Port, Reload, Server};

use crate::driver::Driver;
use crate::page::Page;
use crate::picture::Theme;

/// A visit before it begins.
pub struct Visit {
    site: PathBuf,
    scripts: Vec<String>,
    size: (u32, u32),
    theme: Theme,
    keeping: Keeping,
    slowed: u32,
    /// Chromium where there is none.
    firefox: Option<Firefox>,
}

/// Whether the page may keep itself for when its server is gone.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Keeping {
    /// Every request goes to the server, where it is counted.
    No,
    Yes,
}

/// Takes the service worker away, as some browsers do in private windows.
const NOT_KEPT: &str = "delete Navigator.prototype.serviceWorker";

impl Default for Visit {
    fn default() -> Visit {
        Visit::new()
    }
}

impl Visit {
    /// To the site in `RECOUPE_SITE`, else to the one that `cargo xtask test` built.
    pub fn new() -> Visit {
        let site = std::env::var_os("RECOUPE_SITE").map_or_else(xtask::site::tests_folder, PathBuf::from);
        Visit { site, scripts: Vec::new(), size: (1280, 900), theme: Theme::Light, keeping: Keeping::No, slowed: 1, firefox: None }
    }

    /// In Firefox; none where this machine has none, and then one line says so. What imitates a device, a person's tastes or a slow
    /// machine, what looks at the console or at requests, and what runs before the page is Chromium's alone.
    pub fn in_firefox() -> Option<Visit> {
        let firefox = xtask::browser::find_firefox();
        if firefox.is_none() {
            eprintln!("skipped: there is no Firefox with its driver");
        }
        firefox.map(|firefox| Visit { firefox: Some(firefox), ..Visit::new() })
    }

    /// To another folder, for the tests of this harness.
    pub fn of(folder: &Path) -> Visit {
        Visit { site: folder.to_owned(), ..Visit::new() }
    }

    /// Runs a script in the page before any of its own, at every load: to take something away from it.
    pub fn with_script(mut self, script: &str) -> Visit {
        self.scripts.push(script.to_owned());
        self
    }

    /// In a window of this size in CSS pixels.
    pub fn sized(mut self, width: u32, height: u32) -> Visit {
        self.size = (width, height);
        self
    }

    /// For a reader who prefers this.
    pub fn themed(mut self, theme: Theme) -> Visit {
        self.theme = theme;
        self
    }

    /// On a processor so many times slower.
    pub fn slowed(mut self, times: u32) -> Visit {
        self.slowed = times;
        self
    }

    /// With the service worker, which answers in the server's place.
    pub fn kept(mut self) -> Visit {
        self.keeping = Keeping::Yes;
        self
    }

    /// Opens the page at a fragment (`""`, `#read=000.txt`) and waits until it and what it names are loaded.
    #[track_caller]
    pub fn open(self, fragment: &str) -> Page {
        let page = self.begin();
        page.load(fragment);
        page
    }

    /// Opens a page on the disk; nothing is served to it.
    #[track_caller]
    pub fn open_file(self, file: &Path, fragment: &str) -> Page {
        let mut page = self.begin();
        page.open_file(file, fragment);
        page
    }

    /// A file of the site, as it lies on the disk.
    pub fn file(&self, name: &str) -> PathBuf {
        self.site.canonicalize().unwrap_or_else(|_| self.site.clone()).join(name)
    }

    #[track_caller]
    fn begin(self) -> Page {
        let index = self.site.join("index.html");
        assert!(index.is_file(), "there is no {}: `cargo xtask test` builds it", index.display());
        if let Some(firefox) = &self.firefox {
            assert!(self.scripts.is_empty() && self.slowed == 1, "Firefox cannot be told that");
            let server = Server::start(&self.site, Port::Any, Reload::Off).expect("localhost has a free port");
            return Page::new(Driver::start_firefox(firefox, self.size.0, self.size.1), server);
        }
        let browser = xtask::browser::find().expect("no Chromium with its driver: `cargo xtask test` installs them");
        let server = Server::start(&self.site, Port::Any, Reload::Off).expect("localhost has a free port");
        let driver = Driver::start(&browser, self.size.0, self.size.1);
        let not_kept = (self.keeping == Keeping::No).then(|| NOT_KEPT.to_owned());
        for script in self.scripts.iter().chain(&not_kept) {
            driver.developer("Page.addScriptToEvaluateOnNewDocument", &json!({ "source": script }));
        }
        let page = Page::new(driver, server);
        page.resize(self.size.0, self.size.1);
        page.theme(self.theme);
        if self.slowed > 1 {
            page.slow_down(self.slowed);
        }
        page
    }
}
