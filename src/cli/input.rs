//! Files and folders become articles. What cannot come in is refused with its reason, and the rest comes in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::io;
use std::path::{MAIN_SEPARATOR, Path, PathBuf};

use crate::corpus::{Article, Edits, Source};
use crate::import::saved_pages::SavedPages;
use crate::import::{self, Imported, InputFile, LARGEST_FILE};

/// Endings of the files that are read when a folder is given; a file given by its own path is read whatever its ending. Tables
/// are no articles by their endings: a folder of articles may hold lists about them.
const ENDINGS: [&str; 13] = ["txt", "text", "md", "markdown", "html", "htm", "xhtml", "mht", "mhtml", "docx", "odt", "zip", "recoupe"];

/// How many skipped files are named: more would push the refusals out of sight.
const NAMED: usize = 5;

/// What paths held.
#[derive(Debug, Default)]
pub struct Gathered {
    /// In the order of the paths given, then by path inside a folder.
    pub articles: Vec<Article>,
    /// The files they were read from, likewise.
    pub sources: Vec<Source>,
    /// Of corpora that were exported whole.
    pub edits: Edits,
    pub refused: Vec<Refusal>,
    /// Files in folders that are no articles by their ending.
    pub skipped: Vec<PathBuf>,
    /// Files of which something was left out, and what.
    pub left_out: Vec<(String, String)>,
}

/// A file or folder that did not come in.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {cause}")]
pub struct Refusal {
    pub path: String,
    pub cause: RefusalCause,
}

/// Why it did not come in.
#[derive(Debug, thiserror::Error)]
pub enum RefusalCause {
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    #[error("{}", .0.in_english())]
    Refused(import::Refusal),
    #[error("folder holds no file that is read")]
    NoArticle,
}

impl Gathered {
    /// One line about the skipped files, if there are any.
    pub fn skipped_in_words(&self) -> Option<String> {
        let (n, shown) = (self.skipped.len(), &self.skipped[..self.skipped.len().min(NAMED)]);
        let names: Vec<String> = shown.iter().map(|path| path.display().to_string()).collect();
        let rest = if n > NAMED { ", …" } else { "" };
        (n > 0).then(|| format!("skipped, by their ending no articles: {n} ({}{rest})", names.join(", ")))
    }

    fn refuse(&mut self, path: &Path, cause: RefusalCause) {
        self.refused.push(Refusal { path: slashed(path), cause });
    }
}

/// Reads all articles at `paths`. A file reached twice comes in once.
pub fn gather(paths: &[PathBuf]) -> Gathered {
    let mut gathered = Gathered::default();
    let mut files = Vec::new();
    for path in paths {
        if !path.is_dir() {
            files.push(path.clone());
            continue;
        }
        let mut inside = Vec::new();
        walk(path, &mut BTreeSet::from([identity(path)]), &mut inside, &mut gathered);
        let names: Vec<String> = inside.iter().map(|path| slashed(path)).collect();
        let pages = SavedPages::among(names.iter().map(String::as_str));
        let n_before = files.len();
        for (path, name) in inside.into_iter().zip(&names) {
            if pages.hold(name) { gathered.skipped.push(path) } else { files.push(path) }
        }
        if files.len() == n_before {
            gathered.refuse(path, RefusalCause::NoArticle);
        }
    }
    let mut seen = BTreeSet::new();
    files.retain(|path| seen.insert(identity(path)));
    let mut all = Vec::new();
    for path in files {
        match read(&path) {
            Ok(imported) => all.push(gathered.told(imported)),
            Err(cause) => gathered.refuse(&path, cause),
        }
    }
    gathered.name(all);
    gathered
}

/// Finds the files of `folder` and of the folders in it that are read, sorted by path, hidden ones left out. `folders` holds the
/// folders already entered, against links in rings.
fn walk(folder: &Path, folders: &mut BTreeSet<PathBuf>, files: &mut Vec<PathBuf>, gathered: &mut Gathered) {
    let listed = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>());
    let mut inside = match listed {
        Ok(inside) => inside,
        Err(cause) => return gathered.refuse(folder, cause.into()),
    };
    inside.sort();
    for path in inside {
        // Word keeps `~$name.docx` beside a document that is open.
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with(['.', '~'])) {
            continue;
        }
        if path.is_dir() {
            if folders.insert(identity(&path)) {
                walk(&path, folders, files, gathered);
            }
        } else if is_article(&path) {
            files.push(path);
        } else {
            gathered.skipped.push(path);
        }
    }
}

fn is_article(path: &Path) -> bool {
    path.extension().is_some_and(|ending| ENDINGS.contains(&ending.to_string_lossy().to_lowercase().as_str()))
}

/// What makes two paths the same file. One that leads nowhere is itself, and is refused when it is read.
fn identity(path: &Path) -> PathBuf {
    path.canonicalize().unwrap_or_else(|_| path.to_owned())
}

/// Reads one file. A device has no length before it is read, so what is too long is found out then.
fn read(path: &Path) -> Result<Imported, RefusalCause> {
    use std::io::Read;
    let file = fs::File::open(path)?;
    let too_large = |bytes| RefusalCause::Refused(import::Refusal::TooLarge { bytes, limit: LARGEST_FILE });
    let length = file.metadata()?.len();
    if length > LARGEST_FILE {
        return Err(too_large(length));
    }
    let mut bytes = Vec::new();
    file.take(LARGEST_FILE + 1).read_to_end(&mut bytes)?;
    Ok(import::read(InputFile { name: slashed(path), bytes, columns: None }))
}

fn slashed(path: &Path) -> String {
    path.to_string_lossy().replace(MAIN_SEPARATOR, "/")
}

impl Gathered {
    /// Takes note of what did not come in.
    fn told(&mut self, mut imported: Imported) -> Imported {
        for outcome in imported.outcomes.drain(..) {
            match outcome.result {
                Ok(read) if read.n_notes > 0 => {
                    self.left_out.push((outcome.name, format!("{} notes on passages, which only the page takes in", read.n_notes)));
                }
                Ok(read) if read.left_out.is_empty() => {}
                Ok(read) => self.left_out.push((outcome.name, read.left_out.join("; "))),
                Err(refusal) => self.refused.push(Refusal { path: outcome.name, cause: RefusalCause::Refused(refusal) }),
            }
        }
        imported
    }

    /// Gives each article its name: the shortest end of its path that no other has, and what tells it from others of its file.
    /// In an exported corpus articles have names already, by which corrections call them.
    fn name(&mut self, all: Vec<Imported>) {
        let paths: BTreeSet<&str> = all.iter().flat_map(|imported| imported.sources.iter().map(|source| &*source.name)).collect();
        let short: BTreeMap<&str, String> = paths.iter().copied().zip(names(paths.iter().map(Path::new))).collect();
        let mut taken = BTreeSet::new();
        self.sources.extend(all.iter().flat_map(|imported| imported.sources.iter().cloned()));
        for Imported { articles, sources, edits, .. } in &all {
            let path_of: BTreeMap<_, &str> = sources.iter().map(|source| (source.fingerprint, &*source.name)).collect();
            let mut renamed = BTreeMap::new();
            for article in articles {
                let path = article.origin.source.and_then(|source| path_of.get(&source)).filter(|_| edits.is_none());
                // Two files of one fingerprint are told apart by the name itself.
                let path = path.map(|path| short.get_key_value(&*article.name).map_or(*path, |(own, _)| *own));
                let within = path.and_then(|path| Some((path, article.name.strip_prefix(path)?)));
                let wanted = within.map_or_else(|| article.name.clone(), |(path, rest)| [&*short[path], rest].concat());
                let mut name = wanted.clone();
                for n in 2_u32.. {
                    if taken.insert(name.clone()) {
                        break;
                    }
                    name = format!("{wanted} ({n})");
                }
                renamed.insert(article.name.clone(), name.clone());
                self.articles.push(Article { name, ..article.clone() });
            }
            if let Some(mut edits) = edits.clone() {
                let rename = |name: &str| renamed.get(name).cloned().unwrap_or_else(|| name.to_owned());
                edits.corrections = edits.corrections.into_iter().map(|correction| correction.renamed(&rename)).collect();
                edits.notebook.rename(&rename);
                self.edits.append(edits);
            }
        }
    }
}

/// A name for each path: the shortest end of the path that no other path has, so the file name as a rule.
fn names<'a>(paths: impl Iterator<Item = &'a Path>) -> Vec<String> {
    let parts: Vec<Vec<String>> = paths.map(|path| path.iter().map(|part| part.to_string_lossy().into_owned()).collect()).collect();
    let end = |parts: &[String], n: usize| parts[parts.len().saturating_sub(n)..].join("/");
    let mut lengths = vec![1; parts.len()];
    loop {
        let mut same: BTreeMap<String, Vec<usize>> = BTreeMap::new();
        for (i, parts) in parts.iter().enumerate() {
            same.entry(end(parts, lengths[i])).or_default().push(i);
        }
        let crowded: Vec<usize> = same.values().filter(|places| places.len() > 1).flatten().copied().collect();
        let longer: Vec<usize> = crowded.into_iter().filter(|&i| lengths[i] < parts[i].len()).collect();
        if longer.is_empty() {
            return parts.iter().zip(&lengths).map(|(parts, &n)| end(parts, n)).collect();
        }
        longer.into_iter().for_each(|i| lengths[i] += 1);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_as_short_as_it_can_be() {
        let paths = ["a/x.txt", "b/x.txt", "b/y.txt", "c/a/z.txt", "d/a/z.txt"].map(Path::new);
        assert_eq!(names(paths.into_iter()), ["a/x.txt", "b/x.txt", "y.txt", "c/a/z.txt", "d/a/z.txt"]);
    }
}
