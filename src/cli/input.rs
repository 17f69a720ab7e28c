//! Files and folders become articles. What cannot come in is refused with its reason, and the rest comes in.

use std::collections::{BTreeMap, BTreeSet};
use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use crate::corpus::Article;
use crate::corpus::article::LONGEST;

/// Endings of the files that are read when a folder is given; a file given by its own path is read whatever its ending.
const ENDINGS: [&str; 4] = ["txt", "md", "html", "htm"];

/// How many skipped files are named: more would push the refusals out of sight.
const NAMED: usize = 5;

/// What paths held.
#[derive(Debug, Default)]
pub struct Gathered {
    /// In the order of the paths given, then by path inside a folder.
    pub articles: Vec<Article>,
    pub refused: Vec<Refusal>,
    /// Files in folders that are no articles by their ending.
    pub skipped: Vec<PathBuf>,
}

/// A file or folder that did not come in.
#[derive(Debug, thiserror::Error)]
#[error("{path}: {cause}", path = .path.display())]
pub struct Refusal {
    pub path: PathBuf,
    pub cause: RefusalCause,
}

/// Why it did not come in.
#[derive(Debug, thiserror::Error)]
pub enum RefusalCause {
    #[error("cannot be read: {0}")]
    Unreadable(#[from] io::Error),
    #[error("is not UTF-8 (first wrong byte at {at})")]
    NotUtf8 { at: usize },
    #[error("holds no text")]
    NoText,
    #[error("is longer than {LONGEST} bytes")]
    TooLong,
    #[error("folder holds no .txt, .md or .html file")]
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
        let before = files.len();
        walk(path, &mut BTreeSet::from([identity(path)]), &mut files, &mut gathered);
        if files.len() == before {
            gathered.refused.push(Refusal { path: path.clone(), cause: RefusalCause::NoArticle });
        }
    }
    let mut seen = BTreeSet::new();
    files.retain(|path| seen.insert(identity(path)));
    let mut texts = Vec::new();
    for path in files {
        match read(&path) {
            Ok(text) => texts.push((path, text)),
            Err(cause) => gathered.refused.push(Refusal { path, cause }),
        }
    }
    let names = names(texts.iter().map(|(path, _)| path.as_path()));
    let article = |(name, (_, text)): (String, (PathBuf, String))| Article::new(&name, &text);
    gathered.articles = names.into_iter().zip(texts).map(article).collect();
    gathered
}

/// Finds the articles of `folder` and of the folders in it, sorted by path, hidden ones left out. `folders` holds the
/// folders already entered, against links in rings.
fn walk(folder: &Path, folders: &mut BTreeSet<PathBuf>, files: &mut Vec<PathBuf>, gathered: &mut Gathered) {
    let listed = fs::read_dir(folder).and_then(|entries| entries.map(|entry| Ok(entry?.path())).collect::<io::Result<Vec<_>>>());
    let mut inside = match listed {
        Ok(inside) => inside,
        Err(cause) => return gathered.refused.push(Refusal { path: folder.to_owned(), cause: cause.into() }),
    };
    inside.sort();
    for path in inside {
        if path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.')) {
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

fn read(path: &Path) -> Result<String, RefusalCause> {
    let mut bytes = Vec::new();
    File::open(path)?.take(LONGEST as u64 + 1).read_to_end(&mut bytes)?;
    if bytes.len() > LONGEST {
        return Err(RefusalCause::TooLong);
    }
    let text = String::from_utf8(bytes).map_err(|error| RefusalCause::NotUtf8 { at: error.utf8_error().valid_up_to() })?;
    let blank = text.chars().all(|c| c.is_whitespace() || c.is_control() || c == '\u{feff}');
    if blank { Err(RefusalCause::NoText) } else { Ok(text) }
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
