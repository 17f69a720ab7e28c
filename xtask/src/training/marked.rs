//! Pages of our own whose every character is marked, see `tests/furniture.rs`: those of `tests/pages` that may be looked at.
//!
//! The rules were written with most of them in sight, so each also teaches as if some of its cues were not known.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result};

use super::page::{Form, Page, Truth};

/// Folders of `tests/pages`; those that are held back are not among them.
const FOLDERS: [&str; 6] = ["", "dev", "unseen", "fused", "plain", "sites"];

/// All marked pages of plain text under `folder`.
///
/// # Errors
/// When a folder does not read.
pub fn pages(folder: &Path) -> Result<Vec<Page>> {
    let mut pages = Vec::new();
    for name in FOLDERS {
        let folder = folder.join(name);
        let entries = fs::read_dir(&folder).with_context(|| folder.display().to_string())?;
        let mut paths = entries.map(|entry| entry.map(|entry| entry.path())).collect::<Result<Vec<_>, _>>()?;
        paths.retain(|path| path.extension().is_some_and(|extension| extension == "txt"));
        paths.sort();
        for path in paths {
            let source = fs::read_to_string(&path).with_context(|| path.display().to_string())?;
            if source.contains('⟦') {
                pages.push(page(format!("{name}/{}", path.file_name().unwrap_or_default().to_string_lossy()), &source));
            }
        }
    }
    Ok(pages)
}

fn page(name: String, source: &str) -> Page {
    let source = source.strip_prefix("⟦page: ").and_then(|rest| rest.split_once("⟧\n")).map_or(source, |(_, rest)| rest);
    let mut page = Page { name, form: Form::Marked, text: String::new(), truth: Vec::new(), forgotten: 0 };
    let mut truth = Truth::Unknown;
    for part in source.split('⟦') {
        let part = part.split_once('⟧').map_or(part, |(label, rest)| {
            truth = match label {
                "markup" => Truth::Unknown,
                "title" | "lead" | "body" | "caption" => Truth::Article,
                _ => Truth::Furniture,
            };
            rest
        });
        page.text.push_str(part);
        page.truth.resize(page.text.len(), truth);
    }
    page
}
