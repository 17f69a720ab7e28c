//! Takes out of the site what only its makers read: names of functions and paths of this machine in the modules, comments in the
//! style sheets.
//!
//! `strip` in the profile would also take the section that tells `wasm-bindgen` which features are on; `wasm-opt` is one
//! more tool for a percent. The format of a module is a list of sections, so one section is left out here.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, bail};

/// `\0asm` and the version.
const HEADER: usize = 8;
/// A custom section, which has a name.
const CUSTOM: u8 = 0;

/// Flags that write paths of the registry and of the workspace as `crates/…` and `./…`: they stand in panic messages.
pub fn path_flags(workspace: &Path) -> String {
    let home = env::var_os("CARGO_HOME").map(PathBuf::from).or_else(|| env::var_os("HOME").map(|home| PathBuf::from(home).join(".cargo")));
    let registries = home.and_then(|home| fs::read_dir(home.join("registry/src")).ok()).into_iter().flatten().flatten();
    let crates = registries.map(|entry| format!("--remap-path-prefix={}=crates", entry.path().display()));
    crates.chain([format!("--remap-path-prefix={}=.", workspace.display())]).collect::<Vec<_>>().join(" ")
}

/// Rewrites every module in `folder` without its function names.
///
/// # Errors
/// When a file cannot be read or written, or is no module.
pub fn modules(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            let module = fs::read(&path)?;
            let slim = without_names(&module).with_context(|| format!("{} does not read as a module", path.display()))?;
            fs::write(&path, slim)?;
        }
    }
    Ok(())
}

/// Rewrites every style sheet in `folder` without its comments.
///
/// # Errors
/// When a file cannot be read or written.
pub fn styles(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            fs::write(&path, without_comments(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// Rewrites every script of our own in `folder` without its lines that are comments. Glue has none that begin a line.
///
/// # Errors
/// When a file cannot be read or written.
pub fn scripts(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            let script = fs::read_to_string(&path)?;
            let lines = script.lines().filter(|line| !line.trim_start().starts_with("//"));
            fs::write(&path, lines.map(|line| format!("{}\n", line.trim_end())).collect::<String>())?;
        }
    }
    Ok(())
}

/// `sheet` without its comments; what stands between quotation marks is no comment.
fn without_comments(sheet: &str) -> String {
    let mut slim = String::with_capacity(sheet.len());
    let mut rest = sheet;
    while let Some(at) = rest.find(['"', '\'', '/']) {
        let (before, after) = rest.split_at(at);
        slim.push_str(before);
        let end = match after.strip_prefix("/*") {
            Some(comment) => comment.find("*/").map_or(after.len(), |end| end + 4),
            None => {
                let mark = &after[..1];
                let end = if mark == "/" { 1 } else { after[1..].find(mark).map_or(after.len(), |end| end + 2) };
                slim.push_str(&after[..end]);
                end
            }
        };
        rest = &after[end..];
    }
    slim + rest
}

fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    if !module.starts_with(b"\0asm") || module.len() < HEADER {
        bail!("no header");
    }
    let (header, mut rest) = module.split_at(HEADER);
    let mut slim = header.to_vec();
    while let [kind, tail @ ..] = rest {
        let (length, body) = number(tail)?;
        let Some(content) = body.get(..length) else { bail!("a section is cut") };
        let section = 1 + (tail.len() - body.len()) + length;
        if *kind != CUSTOM || !is_named(content, b"name")? {
            slim.extend_from_slice(&rest[..section]);
        }
        rest = &rest[section..];
    }
    Ok(slim)
}

fn is_named(content: &[u8], name: &[u8]) -> Result<bool> {
    let (length, rest) = number(content)?;
    Ok(rest.get(..length) == Some(name))
}

/// A LEB128 number and what follows it.
fn number(bytes: &[u8]) -> Result<(usize, &[u8])> {
    let mut value = 0;
    for (byte, place) in bytes.iter().zip(0..5) {
        value |= usize::from(byte & 0x7f) << (7 * place);
        if byte & 0x80 == 0 {
            return Ok((value, &bytes[place + 1..]));
        }
    }
    bail!("a number is cut")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_comments_leave_a_style_sheet() {
        let sheet = "/* a */.b::before { content: \"/*\" / ''; } /* c\n*/.d { margin: 0 }";
        assert_eq!(without_comments(sheet), ".b::before { content: \"/*\" / ''; } .d { margin: 0 }");
        assert_eq!(without_comments(".a { } /* left open"), ".a { } ");
    }

    #[test]
    fn only_the_names_go() {
        let head = b"\0asm\x01\0\0\0";
        let names = b"\x00\x06\x04name\x01";
        let other = b"\x00\x05\x04keep";
        let code = b"\x0a\x02\x01\x02";
        let module = [&head[..], other, names, code].concat();
        assert_eq!(without_names(&module).unwrap(), [&head[..], other, code].concat());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(without_names(b"<html>").is_err());
        assert!(without_names(b"\0asm\x01\0\0\0\x0a\x7f").is_err());
    }
}
