//! The style sheets of the views that nobody sees first, in one file that is fetched with these views.
//!
//! They are those below `styles/later`. Trunk lists them in the page like all others, so that the page works as it was built; here the
//! links leave it, and the script that starts the page names the file without its ending, as it names all that is for later.

use std::fs;
use std::path::Path;

use anyhow::{Context, Result, bail};
use recoupe::id::Fingerprint;

use crate::workspace;

/// Where the page is told what it fetches later.
const BOOT: &str = "<script defer src=\"./boot.js\"";

/// Joins the sheets of `folder`, where the page was built.
///
/// # Errors
/// When a file cannot be read or written, or the page links none of them.
pub fn styles(folder: &Path) -> Result<()> {
    let path = folder.join("index.html");
    let page = fs::read_to_string(&path).with_context(|| format!("cannot read {}", path.display()))?;
    let mut names = Vec::new();
    for entry in fs::read_dir(workspace().join("styles/later"))? {
        names.extend(entry?.path().file_stem().map(|stem| stem.to_string_lossy().into_owned()));
    }
    let (rest, sheets) = without_links(&page, &names);
    if sheets.len() != names.len() {
        bail!("the page links {} of the {} sheets for later", sheets.len(), names.len());
    }
    let mut joined = String::new();
    for sheet in &sheets {
        let file = folder.join(sheet);
        joined += &fs::read_to_string(&file).with_context(|| format!("cannot read {}", file.display()))?;
        fs::remove_file(&file)?;
    }
    let name = format!("styles-{:016x}_later", Fingerprint::of(joined.as_bytes()).0);
    fs::write(folder.join(format!("{name}.css")), joined)?;
    fs::write(&path, told(&rest, &name)?).with_context(|| format!("cannot write {}", path.display()))
}

/// `page` without the links to the sheets that are called one of `names` before their hash, and these sheets in order.
fn without_links(page: &str, names: &[String]) -> (String, Vec<String>) {
    let mut sheets = Vec::new();
    let mut rest = String::with_capacity(page.len());
    for line in page.split_inclusive('>') {
        let sheet = line.split_once("<link rel=\"stylesheet\" href=\"./").and_then(|(_, behind)| behind.split('"').next());
        let stem = sheet.and_then(|sheet| sheet.strip_suffix(".css")?.rsplit_once('-')).map(|(stem, _)| stem);
        match (sheet, stem) {
            (Some(sheet), Some(stem)) if names.iter().any(|name| name == stem) => {
                sheets.push(sheet.to_owned());
                rest += &line[..line.find("<link").unwrap_or_default()];
            }
            _ => rest += line,
        }
    }
    (rest, sheets)
}

/// `page` whose script knows the sheet called `name`.
fn told(page: &str, name: &str) -> Result<String> {
    let Some((before, after)) = page.split_once(BOOT) else { bail!("the page has no {BOOT}") };
    Ok(format!("{before}{BOOT} data-styles=\"./{name}\"{after}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sheets_for_later_leave_the_page_and_all_else_stays() {
        let page =
            "<head><link rel=\"stylesheet\" href=\"./base-1a.css\"/>\n<link rel=\"stylesheet\" href=\"./told-2b.css\"/><meta></head>";
        let (rest, sheets) = without_links(page, &["told".to_owned(), "tools".to_owned()]);
        assert_eq!(
            (rest.as_str(), sheets),
            ("<head><link rel=\"stylesheet\" href=\"./base-1a.css\"/>\n<meta></head>", vec!["told-2b.css".to_owned()])
        );
    }

    #[test]
    fn the_script_is_told_what_to_fetch() {
        let page = "<script defer src=\"./boot.js\" data-js=\"x\"></script>";
        assert_eq!(told(page, "later-3c").unwrap(), "<script defer src=\"./boot.js\" data-styles=\"./later-3c\" data-js=\"x\"></script>");
        assert!(told("<p>", "x").is_err());
    }
}
