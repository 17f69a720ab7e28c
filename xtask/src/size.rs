//! What the first view weighs, as a static host with brotli sends it, held under a limit.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;

use crate::hosted::is_packed;
use crate::one_file;
use crate::split::LINKER;

/// Page, glue, styles, WebAssembly with the corpus inside, in bytes after brotli at quality 11.
const LIMIT: usize = 450_000;

/// The page in one file, as it is: it is copied and mailed, not served. What was asked is 1,200,000.
const ONE_FILE: usize = 2_005_000;

/// Files that are fetched when they are first needed, together held under a limit.
struct Later {
    what: &'static str,
    /// How their names end.
    endings: &'static [&'static str],
    limit: usize,
}

const LATER: &[Later] = &[
    // The views that nobody sees first with their styles, fetched with the first of them: a click may wait for them on a slow line.
    Later { what: "later views", endings: &["_views.wasm", "_later.css"], limit: 432_000 },
    // The readers of files and the whole engine, fetched with the first file that is brought, or the first tool that needs them:
    // module and glue. The whole engine finds names, quotations, days and figures in what is brought, and makes concordances; its
    // wait is a person's own wish, but still a wait. Compiled for speed before size: a corpus of thousands waits longer for a slow engine.
    Later { what: "readers", endings: &["readers.js", "readers_bg.wasm"], limit: 1_340_000 },
];

/// Prints the size of every file and refuses a first view above the limit.
///
/// # Errors
/// When a file cannot be read or the limit is passed.
pub fn report(folder: &Path) -> Result<()> {
    let mut files = Vec::new();
    collect(folder, folder, &mut files)?;
    files.retain(|file| !is_packed(&file.name));
    files.sort_by(|a, b| a.name.cmp(&b.name));
    let first = first_view(&files);
    println!("{:<52} {:>11} {:>11}", "file", "raw", "brotli");
    let (mut total, mut later) = (0, vec![0; LATER.len()]);
    for (file, loaded) in files.iter().zip(&first) {
        let packed = packed_length(&file.bytes);
        let note = if *loaded { "" } else { "  (not in the first view)" };
        println!("{:<52} {:>11} {:>11}{note}", file.name, file.bytes.len(), packed);
        match (loaded, group(&file.name)) {
            (true, Some(_)) => bail!("{} is fetched by the first view", file.name),
            (true, None) => total += packed,
            (false, Some(at)) => later[at] += packed,
            (false, None) if file.name.ends_with(".wasm") => bail!("{} has no limit", file.name),
            (false, None) => {}
        }
    }
    hold("first view", total, LIMIT)?;
    LATER.iter().zip(later).try_for_each(|(group, total)| hold(group.what, total, group.limit))?;
    let one_file = files.iter().find(|file| file.name == one_file::NAME).map_or(0, |file| file.bytes.len());
    hold("page in one file, not packed", one_file, ONE_FILE)
}

/// Which of [`LATER`] a file belongs to.
fn group(name: &str) -> Option<usize> {
    LATER.iter().position(|group| group.endings.iter().any(|ending| name.ends_with(ending)))
}

fn hold(what: &str, total: usize, limit: usize) -> Result<()> {
    if total == 0 || total > limit {
        bail!("{what}: {total} bytes, the limit is {limit}");
    }
    println!("{what:<52} {:>11} {total:>11}  (limit {limit})", "");
    Ok(())
}

struct File {
    /// Path below the folder, with slashes.
    name: String,
    bytes: Vec<u8>,
}

fn collect(root: &Path, folder: &Path, files: &mut Vec<File>) -> Result<()> {
    for entry in fs::read_dir(folder).with_context(|| format!("cannot read {}", folder.display()))? {
        let path = entry?.path();
        if path.is_dir() {
            collect(root, &path, files)?;
        } else {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().replace('\\', "/");
            files.push(File { bytes: fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?, name });
        }
    }
    Ok(())
}

/// Which files the first view loads: the page, and whatever a loaded text file names. What links the chunks names them for later.
fn first_view(files: &[File]) -> Vec<bool> {
    let mut loaded: Vec<bool> = files.iter().map(|file| file.name == "index.html").collect();
    let mut queue: Vec<usize> = (0..files.len()).filter(|&index| loaded[index]).collect();
    while let Some(index) = queue.pop() {
        if !is_text(&files[index].name) {
            continue;
        }
        let text = String::from_utf8_lossy(&files[index].bytes);
        let is_linker = files[index].name.ends_with(LINKER);
        for (other, file) in files.iter().enumerate() {
            let for_later = is_linker && group(&file.name).is_some();
            if !loaded[other] && !for_later && text.contains(&file.name) {
                loaded[other] = true;
                queue.push(other);
            }
        }
    }
    loaded
}

fn is_text(name: &str) -> bool {
    [".html", ".js", ".css"].iter().any(|ending| name.ends_with(ending))
}

fn packed_length(bytes: &[u8]) -> usize {
    brotli(bytes).len()
}

/// `bytes` as a static host with brotli sends them.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    let parameters = BrotliEncoderParams { quality: 11, lgwin: 22, size_hint: bytes.len(), ..BrotliEncoderParams::default() };
    brotli::BrotliCompress(&mut &bytes[..], &mut packed, &parameters).expect("memory takes every byte");
    packed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn file(name: &str, text: &str) -> File {
        File { name: name.to_owned(), bytes: text.as_bytes().to_vec() }
    }

    #[test]
    fn the_first_view_is_what_the_page_names_and_what_that_names() {
        let files = [
            file("boot.js", "import './glue.js'"),
            file("glue.js", ""),
            file("index.html", "<script src=boot.js data-wasm=page.wasm>"),
            file("other.html", "glue.js"),
            file("page.wasm", "other.html"),
        ];
        assert_eq!(first_view(&files), [true, true, true, false, true]);
    }

    #[test]
    fn a_chunk_is_loaded_only_where_more_than_its_linker_names_it() {
        let mut files = vec![
            file("index.html", "p.js p_chunks.js"),
            file("p.js", "import './p_chunks.js'"),
            file("p_chunks.js", "loads('./p_views.wasm')"),
            file("p_views.wasm", ""),
        ];
        assert_eq!(first_view(&files), [true, true, true, false]);
        files[1] = file("p.js", "fetch('./p_views.wasm')");
        assert_eq!(first_view(&files), [true; 4]);
    }

    #[test]
    fn brotli_packs() {
        assert!(packed_length(&[b'a'; 10_000]) < 50);
    }
}
