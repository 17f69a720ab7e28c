//! So many of something.

use crate::say;
use crate::ui::format;

pub fn n_mentions(n: usize) -> String {
    format::count(n, say!("mention", "mention"), say!("mentions", "mentions"))
}

pub fn n_corrections(n: usize) -> String {
    format::count(n, say!("correction", "correction"), say!("corrections", "corrections"))
}

pub fn n_files(n: usize) -> String {
    format::count(n, say!("fichier", "file"), say!("fichiers", "files"))
}

pub fn n_other_files(n: usize) -> String {
    format::count(n, say!("autre fichier", "other file"), say!("autres fichiers", "other files"))
}

/// What a long list leaves out.
pub fn and_n_lines(n: usize) -> String {
    let lines = format::count(n, say!("ligne", "line"), say!("lignes", "lines"));
    say!(format!("et {lines} de plus."), format!("and {lines} more."))
}
