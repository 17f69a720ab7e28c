//! What a browser puts beside a page that it saves: `page.htm` and a folder `page_files`, `page_fichiers`, `page-Dateien`…
//!
//! The folder is told by its place and by how its name begins, not by its word, which every browser says in its own language.
//! Nothing in it is an article: pictures, styles, and frames with advertisements.

use crate::order::Order;

/// The saved pages among some paths.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SavedPages {
    /// Paths without their endings, sorted.
    stems: Vec<String>,
}

impl SavedPages {
    /// Finds the pages among `paths`, which have slashes.
    pub fn among<'a>(paths: impl Iterator<Item = &'a str>) -> Self {
        let stem = |path: &'a str| {
            let (stem, ending) = path.rsplit_once('.')?;
            let is_page = ["htm", "html", "xhtml"].iter().any(|known| ending.eq_ignore_ascii_case(known));
            is_page.then(|| stem.to_owned())
        };
        let mut stems: Vec<String> = paths.filter_map(stem).collect();
        stems.order();
        Self { stems }
    }

    /// True when `path` lies in the folder beside a saved page.
    pub fn hold(&self, path: &str) -> bool {
        let folders = path.match_indices('/').map(|(at, _)| &path[..at]);
        folders.into_iter().any(|folder| {
            let name = folder.rfind('/').map_or(0, |at| at + 1);
            let marks = folder[name..].match_indices(['_', '-', '.', ' ']).map(|(at, _)| name + at);
            marks.into_iter().any(|at| at > name && self.stems.binary_search_by(|stem| stem.as_str().cmp(&folder[..at])).is_ok())
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_folder_of_a_page_is_told_in_every_language() {
        let pages = SavedPages::among(["a/Crue - Le Port.html", "b.HTM", "c.txt"].into_iter());
        for path in ["a/Crue - Le Port_fichiers/pub.html", "b_files/x/saved_resource.html", "b-Dateien/i.htm", "b.files/i.htm"] {
            assert!(pages.hold(path), "{path}");
        }
        for path in ["a/Crue - Le Port.html", "b_files.html", "x/b_files/i.htm", "b/i.htm", "c_files/i.htm", "autre_files/i.htm"] {
            assert!(!pages.hold(path), "{path}");
        }
    }
}
