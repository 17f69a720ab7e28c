//! A static server on localhost that sends the strict page policy with every answer.
//!
//! Not for production: any static host serves `dist/`. This one exists because Trunk's own server injects an inline
//! script for live reload, which the policy forbids, and because the tests read which requests arrived. One thread and one
//! connection a request: a server with a pool of threads let pages wait for ever behind connections that a browser opens
//! and leaves silent.

use std::fs;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::{Duration, Instant, SystemTime};

use anyhow::{Context, Result, bail};

/// What the page may do: scripts, styles and data of its own origin, WebAssembly, nothing inline, nothing foreign.
pub const POLICY: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; connect-src 'self'; \
     img-src 'self' data:; worker-src 'self' blob:; manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors *";

/// Asks for the stamp of the build until it changes, then reloads. The question waits on the server, so this is quiet.
const RELOAD_SCRIPT: &str = "\
(async () => {
  let seen = '';
  for (;;) {
    try {
      const stamp = await (await fetch('/livereload?' + seen)).text();
      if (seen && stamp !== seen) return location.reload();
      seen = stamp;
    } catch { await new Promise((again) => setTimeout(again, 1000)); }
  }
})();
";

/// A connection that says nothing for so long is closed.
const SILENCE: Duration = Duration::from_secs(60);
/// The most that the head of a request may be.
const LONGEST_HEAD: u64 = 64 * 1024;
/// How long a question about the build waits before it is answered with what is known.
const PATIENCE: Duration = Duration::from_secs(20);
/// A build is ready when its page has not changed for this long: Trunk moves its files one by one.
const CALM: Duration = Duration::from_millis(300);

/// Whether the page reloads when it was built again.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Reload {
    Off,
    On,
}

/// Which port to take.
#[derive(Clone, Copy)]
pub enum Port {
    /// One that is free.
    Any,
    /// This one, or the next free one.
    From(u16),
}

/// A running server; it stops when dropped.
pub struct Server {
    requests: Arc<Mutex<Vec<String>>>,
    stopped: Arc<AtomicBool>,
    port: u16,
}

impl Server {
    /// Serves a folder.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn start(root: &Path, port: Port, reload: Reload) -> Result<Server> {
        Server::with_policy(root, port, reload, POLICY)
    }

    /// Serves a folder of somebody else, which has no policy: a page that frames ours.
    ///
    /// # Errors
    /// When no port can be had.
    pub fn of_host(root: &Path) -> Result<Server> {
        Server::with_policy(root, Port::Any, Reload::Off, "")
    }

    fn with_policy(root: &Path, port: Port, reload: Reload, policy: &'static str) -> Result<Server> {
        let listener = listen(port)?;
        let port = listener.local_addr().context("the server has no address")?.port();
        let server = Server { requests: Arc::default(), stopped: Arc::default(), port };
        let (root, requests, stopped) = (root.to_owned(), Arc::clone(&server.requests), Arc::clone(&server.stopped));
        thread::spawn(move || {
            for stream in listener.incoming().flatten() {
                if stopped.load(Ordering::Relaxed) {
                    break;
                }
                let (root, requests) = (root.clone(), Arc::clone(&requests));
                // A reader who leaves before the answer is no fault of ours.
                thread::spawn(move || answer(&stream, &root, reload, policy, &requests).ok());
            }
        });
        Ok(server)
    }

    /// `http://localhost:8080/`
    pub fn address(&self) -> String {
        format!("http://localhost:{}/", self.port)
    }

    /// What was asked so far, as `GET /path?query`, in order of arrival.
    pub fn requests(&self) -> Vec<String> {
        self.requests.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Server {
    /// Answers nobody any more.
    pub fn stop(&self) {
        self.stopped.store(true, Ordering::Relaxed);
        // Wakes the thread that waits for a connection.
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.stop();
    }
}

fn listen(port: Port) -> Result<TcpListener> {
    let candidates = match port {
        Port::Any => 0..=0,
        Port::From(first) => first..=first.saturating_add(50),
    };
    let mut why = String::new();
    for candidate in candidates {
        match TcpListener::bind(("127.0.0.1", candidate)) {
            Ok(listener) => return Ok(listener),
            Err(error) => why = error.to_string(),
        }
    }
    bail!("no free port on localhost: {why}")
}

fn answer(stream: &TcpStream, root: &Path, reload: Reload, policy: &str, requests: &Mutex<Vec<String>>) -> io::Result<()> {
    stream.set_read_timeout(Some(SILENCE))?;
    let Some((method, address)) = read_head(stream)? else { return Ok(()) };
    requests.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{method} {address}"));
    let (path, query) = address.split_once('?').unwrap_or((&address, ""));
    let (status, kind, body) = match method.as_str() {
        "GET" | "HEAD" if reload == Reload::On && path == "/livereload" => ("200 OK", "text/plain", next_stamp(root, query).into_bytes()),
        "GET" | "HEAD" => find(path, root, reload),
        _ => ("405 Method Not Allowed", "text/plain; charset=utf-8", b"only GET and HEAD".to_vec()),
    };
    send(stream, status, kind, policy, if method == "HEAD" { &[] } else { &body }, body.len())
}

/// Method and address of a request, once all of its head is read; none when the connection says nothing.
fn read_head(stream: &TcpStream) -> io::Result<Option<(String, String)>> {
    let mut lines = BufReader::new(stream.take(LONGEST_HEAD)).lines();
    let Some(first) = lines.next().transpose()? else { return Ok(None) };
    for line in lines {
        if line?.is_empty() {
            break;
        }
    }
    let mut words = first.split(' ').map(str::to_owned);
    Ok(words.next().zip(words.next()))
}

fn find(path: &str, root: &Path, reload: Reload) -> (&'static str, &'static str, Vec<u8>) {
    if reload == Reload::On && path == "/livereload.js" {
        return ("200 OK", kind_of(Path::new(path)), RELOAD_SCRIPT.into());
    }
    let name = if path.ends_with('/') { format!("{path}index.html") } else { path.to_owned() };
    let Some((file, mut body)) = inside(root, &name).and_then(|file| Some((file.clone(), fs::read(file).ok()?))) else {
        return ("404 Not Found", "text/plain; charset=utf-8", b"not found".to_vec());
    };
    if reload == Reload::On && name == "/index.html" {
        body = with_reload(&String::from_utf8_lossy(&body)).into_bytes();
    }
    ("200 OK", kind_of(&file), body)
}

fn with_reload(page: &str) -> String {
    page.replacen("</head>", "<script src=\"/livereload.js\" defer></script></head>", 1)
}

/// The file of a request path, or none when the path leaves the folder.
fn inside(root: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.trim_start_matches('/'));
    let stays = relative.components().all(|part| matches!(part, Component::Normal(_)));
    stays.then(|| root.join(relative))
}

fn send(mut stream: &TcpStream, status: &str, kind: &str, policy: &str, body: &[u8], length: usize) -> io::Result<()> {
    let head = format!(
        "HTTP/1.1 {status}\r\nContent-Type: {kind}\r\nContent-Length: {length}\r\nContent-Security-Policy: {policy}\r\n\
         X-Content-Type-Options: nosniff\r\nAccess-Control-Allow-Origin: *\r\nCache-Control: no-cache\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(head.as_bytes())?;
    stream.write_all(body)?;
    stream.flush()
}

fn kind_of(file: &Path) -> &'static str {
    match file.extension().and_then(|ending| ending.to_str()).unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "wasm" => "application/wasm",
        "json" | "map" => "application/json",
        "webmanifest" => "application/manifest+json",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "ico" => "image/x-icon",
        "woff2" => "font/woff2",
        "txt" => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// The stamp of the build, as soon as it differs from the one seen and is at rest.
fn next_stamp(root: &Path, seen: &str) -> String {
    let asked = Instant::now();
    let mut last = stamp(root);
    let mut since = Instant::now();
    loop {
        let calm = since.elapsed() >= CALM && !last.is_empty();
        if calm && (last != seen || asked.elapsed() > PATIENCE) {
            return last;
        }
        thread::sleep(Duration::from_millis(100));
        let now = stamp(root);
        if now != last {
            (last, since) = (now, Instant::now());
        }
    }
}

/// When the page was last built; empty while there is none.
fn stamp(root: &Path) -> String {
    let built = fs::metadata(root.join("index.html")).and_then(|facts| facts.modified());
    let age = built.ok().and_then(|time| time.duration_since(SystemTime::UNIX_EPOCH).ok());
    age.map(|age| age.as_nanos().to_string()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder(name: &str) -> PathBuf {
        let folder = crate::workspace().join("target/tmp").join(format!("server-{name}"));
        fs::create_dir_all(&folder).unwrap();
        fs::write(folder.join("index.html"), "<html><head></head><body>page</body></html>").unwrap();
        fs::write(folder.join("page.wasm"), b"\0asm").unwrap();
        folder
    }

    fn ask(server: &Server, path: &str) -> String {
        let mut stream = TcpStream::connect(("127.0.0.1", server.port)).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n").unwrap();
        let mut answer = Vec::new();
        stream.read_to_end(&mut answer).unwrap();
        String::from_utf8_lossy(&answer).into_owned()
    }

    #[test]
    fn every_answer_carries_the_policy_and_its_type() {
        let server = Server::start(&folder("types"), Port::Any, Reload::Off).unwrap();
        let page = ask(&server, "/");
        assert!(page.starts_with("HTTP/1.1 200"), "{page}");
        assert!(page.contains(POLICY) && page.contains("X-Content-Type-Options: nosniff") && page.contains("text/html"), "{page}");
        assert!(!page.contains("livereload"), "{page}");
        assert!(ask(&server, "/page.wasm?v=1").contains("application/wasm"));
        assert!(ask(&server, "/none.js").starts_with("HTTP/1.1 404"));
        assert_eq!(server.requests(), ["GET /", "GET /page.wasm?v=1", "GET /none.js"]);
    }

    #[test]
    fn nothing_outside_the_folder_is_sent() {
        let server = Server::start(&folder("outside"), Port::Any, Reload::Off).unwrap();
        assert!(ask(&server, "/../Cargo.toml").starts_with("HTTP/1.1 404"));
        assert!(ask(&server, "//etc/passwd").starts_with("HTTP/1.1 404"));
    }

    #[test]
    fn a_taken_port_leaves_the_next_one() {
        let first = Server::start(&folder("port"), Port::Any, Reload::Off).unwrap();
        let second = Server::start(&folder("port"), Port::From(first.port), Reload::Off).unwrap();
        assert!(second.port > first.port);
    }

    #[test]
    fn a_new_build_answers_the_waiting_page() {
        let folder = folder("reload");
        let server = Server::start(&folder, Port::Any, Reload::On).unwrap();
        assert!(ask(&server, "/").contains("<script src=\"/livereload.js\" defer></script></head>"));
        assert!(ask(&server, "/livereload.js").contains("location.reload"));
        let seen = stamp(&folder);
        let rebuild = thread::spawn(move || fs::write(folder.join("index.html"), "<html><head></head></html>").unwrap());
        let answer = ask(&server, &format!("/livereload?{seen}"));
        rebuild.join().unwrap();
        assert!(!answer.ends_with(&seen), "{answer}");
    }
}
