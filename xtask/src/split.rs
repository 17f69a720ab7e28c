//! Cuts the page's module where its source says so: what is seen first, and chunks that are fetched when they are needed.
//!
//! Rust makes one module of a program, and a page of many views would be fetched whole for the first of them. The method is that
//! of `wasm_split_cli_support` (<https://github.com/rustwasm/wasm-bindgen/issues/3939>): the linker leaves in the module where
//! every address stands; what only the functions marked with `#[wasm_split]` reach goes into a module of its own, which shares
//! memory and function table with the first. Trunk has built and hashed the page before; here its module is cut, bound to
//! JavaScript again, and put in the place of the uncut one. The chunks carry the page's hash, as they fit no other build.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, anyhow, bail};
use wasm_split_cli_support::{Options, transform};

use crate::tools::{BuildTools, TARGET};
use crate::{run, workspace};

/// What the tool calls the chunk of a cut.
const PREFIX: &str = "split_";
/// How the names of what links the chunks, and of the glue, end.
pub const LINKER: &str = "_chunks.js";
const GLUE: &str = ".js";
const MODULE: &str = "_bg.wasm";

/// Cuts the page in `folder`, which Trunk has just built with the feature `split`.
///
/// # Errors
/// When there is no such page, its source has no cut, or a tool refuses it.
pub fn page(folder: &Path, tools: &BuildTools) -> Result<()> {
    let name = page_name(folder)?;
    let scratch = fresh(&workspace().join("target/site/split"))?;
    let linker = format!("{name}{LINKER}");
    let cuts = cut("page", &scratch, &format!("./{linker}"))?;
    bind(&scratch, &name, tools)?;
    for ending in [GLUE, MODULE] {
        copy(&scratch.join(format!("{name}{ending}")), &folder.join(format!("{name}{ending}")))?;
    }
    for file in cuts.values().flatten() {
        copy(&scratch.join(file).with_extension("wasm"), &folder.join(chunk_name(&name, file)))?;
    }
    let links = fs::read_to_string(workspace().join("src/ui/chunks.js")).context("cannot read src/ui/chunks.js")?;
    write(&folder.join(&linker), &linker_script(&name, &links, &cuts))?;
    // The linker is asked for with the glue, not after it.
    let index = folder.join("index.html");
    let page = fs::read_to_string(&index).with_context(|| format!("cannot read {}", index.display()))?;
    write(&index, &with_preload(&page, &linker)?)
}

/// `page-` and its hash.
fn page_name(folder: &Path) -> Result<String> {
    let mut names = fs::read_dir(folder)?.flatten().filter_map(|entry| entry.file_name().into_string().ok());
    let found = names.find_map(|name| name.strip_suffix(MODULE).filter(|name| name.starts_with("page-")).map(str::to_owned));
    found.with_context(|| format!("there is no page in {}", folder.display()))
}

/// Leaves `main.wasm` and the chunks of the built `program` in `scratch`: of each cut the files, without ending, that have to be there, in
/// order.
///
/// # Errors
/// When it was not built with a cut.
pub fn cut(program: &str, scratch: &Path, linker: &str) -> Result<BTreeMap<String, Vec<String>>> {
    let built = workspace().join("target").join(TARGET).join("page").join(program).with_extension("wasm");
    let module = fs::read(&built).with_context(|| format!("cannot read {}", built.display()))?;
    let main = scratch.join("main.wasm");
    let mut options = Options::new(&module);
    (options.output_dir, options.main_out_path, options.link_name) = (scratch, &main, linker);
    let done = transform(options).map_err(|error| anyhow!("the page's module cannot be cut: {error:#}"))?;
    let cuts: BTreeMap<_, _> = done.prefetch_map.into_iter().filter(|(_, files)| !files.is_empty()).collect();
    if cuts.is_empty() {
        bail!("{program} has no cut: was it built with the feature `split`?");
    }
    Ok(cuts)
}

/// Makes glue and module of `main.wasm`. What the linker exported has to stay: the chunks import it.
///
/// # Errors
/// When the binding tool refuses it.
pub fn bind(scratch: &Path, name: &str, tools: &BuildTools) -> Result<()> {
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--keep-lld-exports", "--out-name", name, "--out-dir"]);
    run(bindgen.arg(scratch).arg(scratch.join("main.wasm")).env("PATH", &tools.path))
}

fn chunk_name(name: &str, file: &str) -> String {
    format!("{name}_{}.wasm", file.strip_prefix(PREFIX).unwrap_or(file))
}

fn linker_script(name: &str, links: &str, cuts: &BTreeMap<String, Vec<String>>) -> String {
    let mut script = format!("import {{ initSync }} from \"./{name}{GLUE}\";\n{links}");
    for (cut, files) in cuts {
        let names: Vec<String> = files.iter().map(|file| format!("\"./{}\"", chunk_name(name, file))).collect();
        script += &format!("export const __wasm_split_load_{cut} = loads({});\n", names.join(", "));
    }
    script
}

fn with_preload(page: &str, linker: &str) -> Result<String> {
    let Some(at) = page.find("<link rel=\"modulepreload\"") else { bail!("index.html preloads no glue") };
    let (before, after) = page.split_at(at);
    Ok(format!("{before}<link rel=\"modulepreload\" href=\"./{linker}\">\n{after}"))
}

/// An empty folder.
///
/// # Errors
/// When it cannot be emptied or made.
pub fn fresh(folder: &Path) -> Result<PathBuf> {
    if folder.exists() {
        fs::remove_dir_all(folder).with_context(|| format!("cannot remove {}", folder.display()))?;
    }
    fs::create_dir_all(folder).with_context(|| format!("cannot make {}", folder.display()))?;
    Ok(folder.to_owned())
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::copy(from, to).map(|_| ()).with_context(|| format!("cannot copy {} to {}", from.display(), to.display()))
}

fn write(path: &Path, text: &str) -> Result<()> {
    fs::write(path, text).with_context(|| format!("cannot write {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_cut_names_its_chunks_by_the_page() {
        let files = |names: &[&str]| names.iter().map(|name| (*name).to_owned()).collect();
        let cuts = BTreeMap::from([("a".to_owned(), files(&["chunk_2", "split_a"])), ("b".to_owned(), files(&["split_b"]))]);
        let script = linker_script("page-1f", "const loads = 0;\n", &cuts);
        let lines: Vec<&str> = script.lines().collect();
        assert_eq!(
            lines,
            [
                "import { initSync } from \"./page-1f.js\";",
                "const loads = 0;",
                "export const __wasm_split_load_a = loads(\"./page-1f_chunk_2.wasm\", \"./page-1f_a.wasm\");",
                "export const __wasm_split_load_b = loads(\"./page-1f_b.wasm\");",
            ]
        );
    }

    #[test]
    fn the_linker_is_preloaded_with_the_glue() {
        let page = with_preload("<head>\n<link rel=\"modulepreload\" href=\"./p.js\"></head>", "p_chunks.js").unwrap();
        assert_eq!(page.matches("modulepreload").count(), 2);
        assert!(page.contains("href=\"./p_chunks.js\""));
        assert!(with_preload("<head></head>", "p_chunks.js").is_err());
    }
}
