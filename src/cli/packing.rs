//! The page with a corpus inside: as one file, or as a copy of the hosted site.
//!
//! The page is not in this program: it is built for the browser, and is found beside it. A file appears whole or not at all; of a
//! folder the page comes last.

use std::path::{Path, PathBuf};
use std::{env, fs};

use super::CliError;
use super::arguments::Target;
use super::output::save;
use crate::corpus::SavedCorpus;
use crate::export::explorer::{self, Cover};
use crate::import::archive;

/// What the page is called where it lies beside the program or in a built site.
const PAGE: &str = "recoupe.html";
const INDEX: &str = "index.html";
/// What the hosted site's own corpus is called.
const CORPUS: &str = "corpus.recoupe";
/// Packed copies of the page, which a host would send in its place.
const PACKED: [&str; 2] = [".br", ".gz"];

/// The page to publish in: the one that was named, the one beside the program, or the one that was built here.
///
/// # Errors
/// When there is none.
pub fn find_page(named: Option<&Path>) -> Result<PathBuf, CliError> {
    if let Some(page) = named {
        return Ok(page.to_owned());
    }
    let beside = env::current_exe().ok().and_then(|program| Some(program.parent()?.join(PAGE)));
    let built = Path::new("dist").join(PAGE);
    beside.into_iter().chain([built]).find(|page| page.is_file()).ok_or(CliError::NoPage)
}

/// What a corpus at `paths` is called when nobody says: its folder, or its first file without the ending.
pub fn name_of(paths: &[PathBuf]) -> String {
    let whole = paths.first().map(|path| path.canonicalize().unwrap_or_else(|_| path.clone())).unwrap_or_default();
    let name = if whole.is_dir() { whole.file_name() } else { whole.file_stem() };
    name.map(|name| name.to_string_lossy().into_owned()).unwrap_or_default()
}

/// Writes `page`, or the site that it lies in, with `corpus` inside.
///
/// # Errors
/// When a file cannot be read or written, or has no place for a corpus.
pub fn write(page: &Path, cover: Cover, corpus: &SavedCorpus, target: &Target) -> Result<(), CliError> {
    let archive = archive::write(corpus);
    match target {
        Target::File(path) => {
            let published = explorer::publish(&bytes(page)?, cover, &archive);
            save(path, &published.ok_or_else(|| CliError::NotAPage { path: page.to_owned() })?)
        }
        Target::Hosted(folder) => {
            let site = page.parent().unwrap_or(Path::new(""));
            let index = site.join(INDEX);
            let hosted = explorer::host(&text(&index)?, cover, CORPUS).ok_or(CliError::NotAPage { path: index })?;
            fs::create_dir_all(folder).map_err(|cause| CliError::Files { path: folder.clone(), cause })?;
            copy(site, folder)?;
            for ending in PACKED {
                // None is there as a rule.
                let _ = fs::remove_file(folder.join([INDEX, ending].concat()));
            }
            save(&folder.join(CORPUS), &archive)?;
            save(&folder.join(INDEX), hosted.as_bytes())
        }
    }
}

/// Copies what lies in `site` into `folder`.
fn copy(site: &Path, folder: &Path) -> Result<(), CliError> {
    let site = if site.as_os_str().is_empty() { Path::new(".") } else { site };
    let (from, to) = (canonical(site)?, canonical(folder)?);
    if to.starts_with(&from) {
        return Err(CliError::Itself { path: folder.to_owned() });
    }
    let unreadable = |cause| CliError::Unreadable { path: site.to_owned(), cause };
    for entry in fs::read_dir(site).map_err(unreadable)? {
        let path = entry.map_err(unreadable)?.path();
        let Some(name) = path.file_name() else { continue };
        let target = folder.join(name);
        if path.is_dir() {
            fs::create_dir_all(&target).map_err(|cause| CliError::Files { path: target.clone(), cause })?;
            copy(&path, &target)?;
        } else {
            fs::copy(&path, &target).map_err(|cause| CliError::Files { path: target, cause })?;
        }
    }
    Ok(())
}

fn canonical(path: &Path) -> Result<PathBuf, CliError> {
    path.canonicalize().map_err(|cause| CliError::Unreadable { path: path.to_owned(), cause })
}

fn text(path: &Path) -> Result<String, CliError> {
    String::from_utf8(bytes(path)?).map_err(|_| CliError::NotAPage { path: path.to_owned() })
}

fn bytes(path: &Path) -> Result<Vec<u8>, CliError> {
    fs::read(path).map_err(|cause| CliError::Unreadable { path: path.to_owned(), cause })
}
