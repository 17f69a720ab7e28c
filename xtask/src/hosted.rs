//! What a static host needs beside the page: each file packed twice (`.br`, `.gz`), the headers to send (`_headers`, in the format that several
//! hosts read), the service worker with the list of its files, and for a site whose address is known what oEmbed asks for.
//!
//! Nothing here changes the page itself. The same sources give the same bytes: no clock, no order of a folder.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;

use anyhow::{Context, Result};
use flate2::Compression;
use flate2::write::GzEncoder;
use recoupe::id::Fingerprint;

use crate::server::POLICY;
use crate::size::brotli;
use crate::workspace;

/// Packed forms are for the host; these are asked for as they are.
const PACKED: [&str; 2] = ["br", "gz"];
/// Files that the page works without when its server is gone, or that are no part of it.
const NOT_KEPT: &[&str] = &[
    "index.html",
    "recoupe.html",
    "sw.js",
    "_headers",
    "oembed.json",
    "embed.js",
    "embed.d.ts",
    "custom-elements.json",
    "THIRD-PARTY.txt",
];

/// Writes all of it into `folder`, where the page was built. `base` is the address at which it will be found, if that is known.
///
/// # Errors
/// When a file cannot be read or written.
pub fn finish(folder: &Path, base: Option<&str>) -> Result<()> {
    for name in names(folder)?.iter().filter(|name| is_packed(name)) {
        fs::remove_file(folder.join(name))?;
    }
    write(folder, "sw.js", &service_worker(folder)?)?;
    write(folder, "_headers", &headers())?;
    if let Some(base) = base {
        write(folder, "oembed.json", &oembed(base))?;
        let index = fs::read_to_string(folder.join("index.html"))?;
        write(folder, "index.html", &with_discovery(&index, base))?;
    }
    pack(folder)
}

/// Names of the files in `folder`, in order. The page is one folder deep.
fn names(folder: &Path) -> Result<Vec<String>> {
    let entries = fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))?;
    let mut names: Vec<String> =
        entries.flatten().filter(|entry| entry.path().is_file()).filter_map(|entry| entry.file_name().into_string().ok()).collect();
    names.sort();
    Ok(names)
}

/// True for a packed form of another file.
pub fn is_packed(name: &str) -> bool {
    name.rsplit_once('.').is_some_and(|(_, ending)| PACKED.contains(&ending))
}

fn write(folder: &Path, name: &str, text: &str) -> Result<()> {
    fs::write(folder.join(name), text).with_context(|| format!("cannot write {name}"))
}

/// The script, behind the name of this version and the names of its files.
fn service_worker(folder: &Path) -> Result<String> {
    let script = workspace().join("src/ui/scripts/sw.js");
    let script = fs::read_to_string(&script).with_context(|| format!("cannot read {}", script.display()))?;
    let mut marks = fs::read(folder.join("index.html"))?;
    let mut files = vec!["./".to_owned()];
    for name in names(folder)?.into_iter().filter(|name| !NOT_KEPT.contains(&name.as_str())) {
        marks.extend(name.as_bytes());
        marks.extend(fs::read(folder.join(&name))?);
        files.push(name);
    }
    let list: Vec<String> = files.iter().map(|name| format!("{name:?}")).collect();
    Ok(format!("const VERSION = \"{:016x}\";\nconst FILES = [{}];\n{script}", Fingerprint::of(&marks).0, list.join(", ")))
}

/// The policy with every answer; what is called by its hash is kept for ever; scripts of other pages and frames without an origin may ask.
fn headers() -> String {
    let mut text = format!(
        "/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n  \
         Access-Control-Allow-Origin: *\n  Cache-Control: no-cache\n"
    );
    for pattern in ["/page-*", "/*.css", "/icon-*"] {
        let _ = write!(text, "{pattern}\n  ! Cache-Control\n  Cache-Control: public, max-age=31536000, immutable\n");
    }
    text
}

/// Answer to whoever asks how the page at `base` is shown in another one (<https://oembed.com>, type rich).
fn oembed(base: &str) -> String {
    let address = format!("{}/", base.trim_end_matches('/'));
    let frame = format!(
        "<iframe src=\"{address}?bare\" title=\"Recoupe\" width=\"100%\" height=\"640\" loading=\"lazy\" allow=\"clipboard-write\"></iframe>"
    );
    let answer = serde_json::json!({
        "type": "rich", "version": "1.0", "title": "Recoupe", "provider_name": "Recoupe", "provider_url": address,
        "html": frame, "width": 960, "height": 640,
    });
    format!("{answer:#}\n")
}

fn with_discovery(index: &str, base: &str) -> String {
    let address = format!("{}/oembed.json", base.trim_end_matches('/'));
    index.replacen(
        "</head>",
        &format!("<link rel=\"alternate\" type=\"application/json+oembed\" href=\"{address}\" title=\"Recoupe\"></head>"),
        1,
    )
}

/// Both packed forms of each file that becomes smaller by it.
fn pack(folder: &Path) -> Result<()> {
    for name in names(folder)?.into_iter().filter(|name| !is_packed(name) && !name.ends_with(".png") && name != "_headers") {
        let bytes = fs::read(folder.join(&name))?;
        let forms = [("br", brotli(&bytes)), ("gz", gzip(&bytes)?)];
        for (ending, packed) in forms.into_iter().filter(|(_, packed)| packed.len() < bytes.len()) {
            fs::write(folder.join(format!("{name}.{ending}")), packed)?;
        }
    }
    Ok(())
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(bytes)?;
    Ok(encoder.finish()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn site(name: &str) -> std::path::PathBuf {
        let folder = std::env::temp_dir().join(format!("recoupe-hosted-{name}-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (name, text) in [("index.html", "<head></head>"), ("page-1.js", "run()"), ("recoupe.html", "all")] {
            fs::write(folder.join(name), text.repeat(50)).unwrap();
        }
        folder
    }

    #[test]
    fn the_worker_lists_what_the_page_needs_and_is_called_by_its_bytes() {
        let folder = site("worker");
        let before = service_worker(&folder).unwrap();
        assert!(before.contains("const FILES = [\"./\", \"page-1.js\"];"), "{}", &before[..120]);
        fs::write(folder.join("index.html"), "<head>2</head>").unwrap();
        assert_ne!(before.lines().next(), service_worker(&folder).unwrap().lines().next());
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn finishing_twice_leaves_the_same_files() {
        let folder = site("twice");
        finish(&folder, Some("https://example.org/r")).unwrap();
        let first = names(&folder).unwrap();
        assert!(first.contains(&"page-1.js.br".to_owned()) && first.contains(&"page-1.js.gz".to_owned()), "{first:?}");
        finish(&folder, None).unwrap();
        assert_eq!(names(&folder).unwrap(), first);
        fs::remove_dir_all(folder).unwrap();
    }

    #[test]
    fn a_known_address_is_discovered() {
        assert!(with_discovery("<head></head>", "https://example.org/r/").contains("href=\"https://example.org/r/oembed.json\""));
        assert!(oembed("https://example.org/r").contains("https://example.org/r/?bare"));
    }
}
