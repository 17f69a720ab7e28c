//! ChromeDriver, or geckodriver, as a child process, and the one HTTP call of WebDriver.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use serde_json::{Value, json};
use xtask::browser::{self, Browser, Firefox};

/// A running driver with one browser; both end when it is dropped.
pub struct Driver {
    child: Child,
    agent: ureq::Agent,
    /// `http://127.0.0.1:PORT/session/ID`, or without the session while there is none.
    base: String,
    profile: std::path::PathBuf,
    /// What it says beyond the standard.
    pub dialect: Dialect,
}

/// Which driver it is: consoles, requests and what imitates a device are Chromium's alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dialect {
    Chromium,
    Firefox,
}

impl Driver {
    /// Starts a driver on a port that it finds free itself, and a browser with an empty profile.
    pub fn start(browser: &Browser, width: u32, height: u32) -> Driver {
        let (child, port) = listening(
            || Command::new(&browser.driver).args(["--port=0", "--log-level=SEVERE"]).stdout(Stdio::piped()).spawn(),
            |line| line.trim_end_matches('.').rsplit_once("successfully on port ")?.1.parse().ok(),
        );
        let driver = Driver::speaking(child, port, Dialect::Chromium);
        let wanted = capabilities(&browser.chromium, &driver.profile, width, height);
        driver.with_session(&wanted)
    }

    /// The same with Firefox, whose driver makes the empty profile itself.
    pub fn start_firefox(browser: &Firefox, width: u32, height: u32) -> Driver {
        let (child, port) = listening(
            || {
                // It takes no request under a port that it found itself.
                let free = TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
                Command::new(&browser.driver).args(["--port", &free.to_string()]).stdout(Stdio::piped()).stderr(Stdio::null()).spawn()
            },
            |line| line.rsplit_once("Listening on 127.0.0.1:")?.1.trim().parse().ok(),
        );
        Driver::speaking(child, port, Dialect::Firefox).with_session(&firefox_capabilities(&browser.firefox, width, height))
    }

    fn speaking(child: Child, port: u16, dialect: Dialect) -> Driver {
        let config = ureq::Agent::config_builder().http_status_as_error(false).timeout_global(Some(Duration::from_secs(120)));
        let profile = std::env::temp_dir().join(format!("recoupe-profile-{}-{port}", std::process::id()));
        Driver { child, agent: config.build().new_agent(), base: format!("http://127.0.0.1:{port}"), profile, dialect }
    }

    fn with_session(mut self, wanted: &Value) -> Driver {
        let session = self.post("session", wanted).unwrap_or_else(|error| panic!("no browser: {error}"));
        let id = session["sessionId"].as_str().expect("a session has an id");
        self.base = format!("{}/session/{id}", self.base);
        self
    }

    /// The driver's process, which has those of the browser below it.
    pub fn process(&self) -> u32 {
        self.child.id()
    }

    /// One WebDriver command; the error is the driver's own sentence.
    pub fn post(&self, command: &str, body: &Value) -> Result<Value, String> {
        value_of(self.agent.post(format!("{}/{command}", self.base)).send_json(body))
    }

    /// A command of the browser's own developer protocol.
    pub fn developer(&self, command: &str, parameters: &Value) -> Value {
        let body = json!({ "cmd": command, "params": parameters });
        self.post("goog/cdp/execute", &body).unwrap_or_else(|error| panic!("{command}: {error}"))
    }
}

impl Drop for Driver {
    fn drop(&mut self) {
        // Closes the browser; the driver itself would leave it running.
        let _ = self.agent.delete(&self.base).call();
        let _ = self.child.kill();
        let _ = self.child.wait();
        let _ = std::fs::remove_dir_all(&self.profile);
    }
}

fn value_of(answer: Result<ureq::http::Response<ureq::Body>, ureq::Error>) -> Result<Value, String> {
    let mut answer = answer.map_err(|error| error.to_string())?;
    let well = answer.status().is_success();
    // A screenshot or a full log is larger than the client's own limit.
    let body = answer.body_mut().with_config().limit(200_000_000).read_json::<Value>().map_err(|error| error.to_string())?;
    let value = body["value"].clone();
    if well { Ok(value) } else { Err(value["message"].as_str().unwrap_or("unknown error").to_owned()) }
}

/// A driver that listens, and its port. One whose port somebody else took between its choice and its use ends at once, and is started again.
fn listening(start: impl Fn() -> std::io::Result<Child>, said: impl Fn(&str) -> Option<u16>) -> (Child, u16) {
    const MOST_STARTS: u32 = 3;
    for _ in 0..MOST_STARTS {
        let mut child = start().unwrap_or_else(|error| panic!("cannot start the driver: {error}"));
        if let Some(port) = read_port(&mut child, &said) {
            return (child, port);
        }
        let ended = child.wait();
        eprintln!("the driver ended before it named its port: {ended:?}");
    }
    panic!("the driver named no port, {MOST_STARTS} times");
}

/// The driver says on which port it listens: "ChromeDriver was started successfully on port 40123.", "Listening on 127.0.0.1:40123".
fn read_port(child: &mut Child, said: impl Fn(&str) -> Option<u16>) -> Option<u16> {
    let output = child.stdout.take().expect("the output is piped");
    let mut lines = BufReader::new(output).lines().map_while(Result::ok);
    let port = lines.find_map(|line| said(&line));
    // The rest is read away, or the driver would stand still on a full pipe.
    std::thread::spawn(move || lines.for_each(drop));
    port
}

fn capabilities(chromium: &Path, profile: &Path, width: u32, height: u32) -> Value {
    let mut arguments: Vec<String> = browser::FLAGS.iter().map(|flag| (*flag).to_owned()).collect();
    arguments.push(format!("--user-data-dir={}", profile.display()));
    arguments.push(format!("--window-size={width},{height}"));
    // Not the browser's own start page, which loads a hundred files.
    let preferences = json!({ "session": { "restore_on_startup": 4, "startup_urls": ["about:blank"] } });
    json!({ "capabilities": { "alwaysMatch": {
        "goog:chromeOptions": { "binary": chromium, "args": arguments, "prefs": preferences },
        "goog:loggingPrefs": { "browser": "ALL", "performance": "ALL" },
        "unhandledPromptBehavior": "ignore",
    } } })
}

fn firefox_capabilities(firefox: &Path, width: u32, height: u32) -> Value {
    let (width, height) = (width.to_string(), height.to_string());
    json!({ "capabilities": { "alwaysMatch": {
        "browserName": "firefox",
        "moz:firefoxOptions": {
            "binary": firefox,
            "args": ["-headless", "-width", width, "-height", height],
            // French, light, and without the browser's own errands, which would fail on a closed network.
            "prefs": {
                "intl.accept_languages": "fr",
                "layout.css.prefers-color-scheme.content-override": 1,
                "app.update.disabledForTesting": true,
                "network.captive-portal-service.enabled": false,
                "network.connectivity-service.enabled": false,
            },
        },
        "unhandledPromptBehavior": "ignore",
    } } })
}
