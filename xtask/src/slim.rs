//! Takes out of the site what only its makers read: names of functions and paths of this machine in the modules, comments in the
//! style sheets, and the long names by which modules ask their glue for what a browser does.
//!
//! `strip` in the profile would also take the section that tells `wasm-bindgen` which features are on; `wasm-opt` is one
//! more tool for a percent. The format of a module is a list of sections, so one section is left out here.

use std::collections::BTreeMap;
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

/// Rewrites every script in `folder` without comments and indents.
///
/// # Errors
/// When a file cannot be read or written.
pub fn scripts(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|extension| extension == "js") {
            fs::write(&path, without_indents(&fs::read_to_string(&path)?))?;
        }
    }
    Ok(())
}

/// Gives every module in `folder` and its glue short names for what the one takes from the other: `__wbg_log_0123456789abcdef` has a
/// hash that no compression makes smaller, once in the module and once in the glue.
///
/// # Errors
/// When a file cannot be read or written, a module does not read as one, or its glue has not what it asks for.
pub fn imports(folder: &Path) -> Result<()> {
    for entry in fs::read_dir(folder)? {
        let path = entry?.path();
        let Some(stem) = path.file_name().and_then(|name| name.to_str()?.strip_suffix("_bg.wasm")) else { continue };
        let glue = path.with_file_name(format!("{stem}.js"));
        let text = fs::read_to_string(&glue).with_context(|| format!("{} has no glue", path.display()))?;
        let (module, text) = with_short_imports(&fs::read(&path)?, &text).with_context(|| path.display().to_string())?;
        fs::write(&path, module)?;
        fs::write(&glue, text)?;
    }
    Ok(())
}

/// `text` without what its makers wrote for each other: whole lines of comment, and the spaces before each line.
pub fn without_indents(text: &str) -> String {
    let mut slim = String::with_capacity(text.len());
    let mut commented = false;
    for line in text.lines().map(str::trim_start) {
        commented |= line.starts_with("/**");
        if !commented && !line.is_empty() && !line.starts_with("//") {
            slim.push_str(line);
            slim.push('\n');
        }
        commented &= !line.ends_with("*/");
    }
    slim
}

/// `sheet` without its comments; what stands between quotation marks is no comment.
pub fn without_comments(sheet: &str) -> String {
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

/// `module` without any section that says how it was made.
///
/// # Errors
/// When it does not read as a module.
pub fn without_customs(module: &[u8]) -> Result<Vec<u8>> {
    without(module, |_| Ok(true))
}

fn without_names(module: &[u8]) -> Result<Vec<u8>> {
    without(module, |custom| is_named(custom, b"name"))
}

/// `module` without the custom sections of which `goes` is true.
fn without(module: &[u8], goes: impl Fn(&[u8]) -> Result<bool>) -> Result<Vec<u8>> {
    rewritten(module, |slim, section| {
        if section.kind != CUSTOM || !goes(section.content)? {
            slim.extend_from_slice(section.bytes);
        }
        Ok(())
    })
}

/// A section of a module.
struct Section<'m> {
    kind: u8,
    content: &'m [u8],
    /// All of it: kind, length and content.
    bytes: &'m [u8],
}

/// The header of `module` with what `write` makes of each section behind it.
fn rewritten<'m>(module: &'m [u8], mut write: impl FnMut(&mut Vec<u8>, Section<'m>) -> Result<()>) -> Result<Vec<u8>> {
    if !module.starts_with(b"\0asm") || module.len() < HEADER {
        bail!("no header");
    }
    let (header, mut rest) = module.split_at(HEADER);
    let mut slim = header.to_vec();
    while let [kind, tail @ ..] = rest {
        let (length, body) = number(tail)?;
        let Some(content) = body.get(..length) else { bail!("a section is cut") };
        let (bytes, behind) = rest.split_at(1 + (tail.len() - body.len()) + length);
        write(&mut slim, Section { kind: *kind, content, bytes })?;
        rest = behind;
    }
    Ok(slim)
}

/// The section of what a module takes from outside.
const IMPORTS: u8 = 2;

fn with_short_imports(module: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut short = BTreeMap::new();
    let slim = rewritten(module, |slim, section| {
        if section.kind == IMPORTS {
            let content = renamed(section.content, &mut short)?;
            slim.push(IMPORTS);
            push_number(slim, content.len());
            slim.extend(content);
        } else {
            slim.extend_from_slice(section.bytes);
        }
        Ok(())
    })?;
    let (text, n_replaced) = reworded(glue, &short);
    if n_replaced != short.len() {
        bail!("of {} names that the module asks for the glue has {n_replaced}", short.len());
    }
    Ok((slim, text))
}

/// The imports of `content` with short names for those that end with a hash; what each was called goes to `short`.
fn renamed(content: &[u8], short: &mut BTreeMap<String, String>) -> Result<Vec<u8>> {
    let (n_imports, mut rest) = number(content)?;
    let mut slim = Vec::with_capacity(content.len());
    push_number(&mut slim, n_imports);
    for _ in 0..n_imports {
        let (from, behind) = name(rest)?;
        let (what, behind) = name(behind)?;
        let after = match behind {
            // A function of a type; a table or a memory with its least size, and its greatest or none; a global.
            [0, tail @ ..] => number(tail)?.1,
            [1, _, 0, tail @ ..] | [2, 0, tail @ ..] => number(tail)?.1,
            [1, _, 1, tail @ ..] | [2, 1, tail @ ..] => number(number(tail)?.1)?.1,
            [3, _, _, tail @ ..] => tail,
            _ => bail!("an import of a kind that is not known"),
        };
        let what = if is_hashed(what) {
            let next = format!("w{}", short.len());
            short.entry(what.to_owned()).or_insert(next).clone()
        } else {
            what.to_owned()
        };
        for name in [from, &what] {
            push_number(&mut slim, name.len());
            slim.extend_from_slice(name.as_bytes());
        }
        slim.extend_from_slice(&behind[..behind.len() - after.len()]);
        rest = after;
    }
    Ok(slim)
}

/// `__wbg_log_0123456789abcdef`
fn is_hashed(name: &str) -> bool {
    let hash = name.strip_prefix("__wbg_").and_then(|name| name.rsplit_once('_'));
    hash.is_some_and(|(_, hash)| hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()))
}

/// `glue` with other words for those in `short`, and how many were replaced.
fn reworded(glue: &str, short: &BTreeMap<String, String>) -> (String, usize) {
    let (mut text, mut n_replaced) = (String::with_capacity(glue.len()), 0);
    let mut rest = glue;
    while let Some(at) = rest.find("__wbg_") {
        let (before, word) = rest.split_at(at);
        let end = word.find(|c: char| !c.is_ascii_alphanumeric() && c != '_').unwrap_or(word.len());
        let known = short.get(&word[..end]);
        n_replaced += usize::from(known.is_some());
        text.push_str(before);
        text.push_str(known.map_or(&word[..end], String::as_str));
        rest = &word[end..];
    }
    (text + rest, n_replaced)
}

/// A name and what follows it.
fn name(bytes: &[u8]) -> Result<(&str, &[u8])> {
    let (length, rest) = number(bytes)?;
    let Some((name, rest)) = rest.split_at_checked(length) else { bail!("a name is cut") };
    Ok((std::str::from_utf8(name)?, rest))
}

fn push_number(bytes: &mut Vec<u8>, mut value: usize) {
    while value > 0x7f {
        bytes.push(value as u8 & 0x7f | 0x80);
        value >>= 7;
    }
    bytes.push(value as u8);
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
    fn whole_lines_of_comment_leave_a_script() {
        let script = "// a\n/**\n * b\n */\nlet a = \"// c\"; // d\n\n    /** e */\n  f();\n";
        assert_eq!(without_indents(script), "let a = \"// c\"; // d\nf();\n");
    }

    #[test]
    fn only_the_names_go() {
        let head = b"\0asm\x01\0\0\0";
        let names = b"\x00\x06\x04name\x01";
        let other = b"\x00\x05\x04keep";
        let code = b"\x0a\x02\x01\x02";
        let module = [&head[..], other, names, code].concat();
        assert_eq!(without_names(&module).unwrap(), [&head[..], other, code].concat());
        assert_eq!(without_customs(&module).unwrap(), [&head[..], code].concat());
    }

    #[test]
    fn a_module_and_its_glue_call_each_other_by_short_names() {
        let import = |name: &str| [&[1, b'.', name.len() as u8], name.as_bytes(), &[0, 5]].concat();
        let module = |names: [&str; 2]| {
            let imports = [vec![2], import(names[0]), import(names[1])].concat();
            [&b"\0asm\x01\0\0\0\x02"[..], &[imports.len() as u8], &imports, b"\x0a\x02\x01\x02"].concat()
        };
        let hashed = "__wbg_log_0123456789abcdef";
        let (slim, glue) = with_short_imports(&module([hashed, "__wbg_log"]), &format!("{{ {hashed}: f, __wbg_log: g }}")).unwrap();
        assert_eq!((slim, &*glue), (module(["w0", "__wbg_log"]), "{ w0: f, __wbg_log: g }"));
        assert!(with_short_imports(&module([hashed, "a"]), "{}").is_err());
    }

    #[test]
    fn what_is_no_module_is_refused() {
        assert!(without_names(b"<html>").is_err());
        assert!(without_names(b"\0asm\x01\0\0\0\x0a\x7f").is_err());
    }
}
