//! Makes `recoupe.html`: the tool with its articles and all readers in one file, which opens from a disk with no network.
//!
//! One module instead of the hosted page's two, since nothing can be fetched later. Script and style stand in the page as they are and are
//! named by their hashes in the page's own policy, which allows nothing else; what is large is packed as gzip, which every browser
//! unpacks, in base 64. The page must read as one line of lines: no carriage return, which a browser would change.

use std::num::NonZeroU64;
use std::path::Path;
use std::process::Command;
use std::{fs, str};

use anyhow::{Context, Result, bail};
use recoupe::engine::Engine;
use recoupe::export::explorer::{self, base64};
use recoupe::protocol::{Request, Response};
use sha2::{Digest, Sha256};

use crate::tools::{BuildTools, TARGET};
use crate::{announce, cargo, run, slim, workspace};

/// Its name beside the hosted page, which finds it there to publish in it.
pub const NAME: &str = "recoupe.html";

/// Until the tool is there: what says that it comes does not show before it has been missed.
const STYLE: &str = "#coming{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}\
     #coming:not(.told){animation:late 1.5s step-end}@keyframes late{from{visibility:hidden}}[hidden]{display:none}";

/// Rounds of zopfli: of the module 1 gives 1,604,952 bytes, 5 1,601,524, 15 1,602,685, in 3, 4 and 6 seconds.
const ITERATIONS: NonZeroU64 = NonZeroU64::new(5).expect("five is not zero");

/// Builds the module and leaves the page in `folder`.
///
/// # Errors
/// When a tool or the compiler refuses, or a part cannot stand in a page.
pub fn page(folder: &Path, tools: &BuildTools) -> Result<()> {
    announce("building the page in one file (a few minutes the first time)");
    let scratch = workspace().join("target/site/one-file");
    fs::create_dir_all(&scratch).with_context(|| format!("cannot make {}", scratch.display()))?;
    compile()?;
    bind(&scratch, tools)?;
    let module = slim::without_customs(&fs::read(scratch.join("page_bg.wasm")).context("there is no module")?)?;
    let page = assemble(&Parts {
        glue: glue(&read(&scratch.join("page.js"))?, &source("src/ui/scripts/one_file_worker.js")?),
        boot: slim::without_indents(&source("src/ui/scripts/one_file.js")?),
        styles: styles()?,
        icon: source("styles/icon.svg")?,
        licences: source("src/ui/THIRD-PARTY.txt")?,
        module,
        found: found()?,
    })?;
    let path = folder.join(NAME);
    fs::write(&path, page).with_context(|| format!("cannot write {}", path.display()))
}

fn compile() -> Result<()> {
    let mut build = cargo();
    build.args(["build", "--quiet", "--profile", "page", "--target", TARGET, "--package", "recoupe", "--bin", "one_file"]);
    build.args(["--no-default-features", "--features", "one-file"]);
    run(build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", slim::path_flags(&workspace())))
}

fn bind(scratch: &Path, tools: &BuildTools) -> Result<()> {
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "no-modules", "--no-typescript", "--out-name", "page", "--out-dir"]);
    let module = workspace().join("target").join(TARGET).join("page/one_file.wasm");
    run(bindgen.arg(scratch).arg(module).env("PATH", &tools.path))
}

struct Parts {
    glue: String,
    boot: String,
    styles: String,
    icon: String,
    licences: String,
    module: Vec<u8>,
    found: Vec<u8>,
}

fn assemble(parts: &Parts) -> Result<String> {
    for (name, text) in [("glue", &parts.glue), ("boot script", &parts.boot), ("licences", &parts.licences)] {
        // Any of these would end the block, or make the browser read on past its end.
        if ["</script", "<script", "<!--", "\r"].iter().any(|mark| text.to_lowercase().contains(mark)) {
            bail!("the {name} cannot stand in a page");
        }
    }
    let policy = policy(&[&parts.glue, &parts.boot], STYLE);
    let [styles, module, found] = [parts.styles.as_bytes(), &parts.module, &parts.found].map(packed);
    let (styles, module, found) = (styles?, module?, found?);
    Ok(explorer::fill(|place| match place {
        "policy" => policy.clone(),
        "icon" => format!("data:image/svg+xml;base64,{}", base64(parts.icon.as_bytes())),
        "style" => STYLE.to_owned(),
        "glue" => parts.glue.clone(),
        "boot" => parts.boot.clone(),
        "licences" => parts.licences.clone(),
        "styles" => base64(&styles),
        "module" => base64(&module),
        "found" => base64(&found),
        other => unreachable!("the frame has no place {other}"),
    }))
}

/// These scripts and this style alone, workers of the page's own making, no connection to anywhere. Style sheets that a script makes need
/// no leave.
fn policy(scripts: &[&str], style: &str) -> String {
    let hash = |text: &str| format!("'sha256-{}'", base64(&Sha256::digest(text.as_bytes())));
    let scripts: Vec<String> = scripts.iter().map(|script| hash(script)).collect();
    format!(
        "default-src 'none'; script-src {} 'wasm-unsafe-eval'; style-src {}; connect-src 'none'; img-src data:; worker-src blob:; \
         base-uri 'none'; form-action 'none'",
        scripts.join(" "),
        hash(style),
    )
}

/// A function that starts the module anew each time, and what a worker does with it. Comments of the binding tool are left out.
fn glue(bound: &str, worker: &str) -> String {
    let bound = slim::without_indents(bound);
    format!("\"use strict\";\nfunction glue() {{\n{bound}return wasm_bindgen;\n}}\n{}", slim::without_indents(worker))
}

/// What is found in the shipped corpus, so that the page need not find it each time it opens. It bears the mark of the build, which is
/// that of the sources: the module's engine takes what this one found.
fn found() -> Result<Vec<u8>> {
    let mut engine = Engine::shipped().context("the shipped corpus is read")?;
    let (mut found, mut n) = (Vec::new(), 0);
    while let Response::Analysis(Some(piece)) = engine.answer(Request::Analysis { piece: n }) {
        found.extend(piece);
        n += 1;
    }
    Ok(found)
}

/// All style sheets of the hosted page in its order.
fn styles() -> Result<String> {
    let index = source("index.html")?;
    let names = index.split("rel=\"css\" href=\"").skip(1).filter_map(|rest| rest.split('"').next());
    let sheets: Vec<String> = names.map(|name| Ok(slim::without_comments(&source(name)?))).collect::<Result<_>>()?;
    if sheets.is_empty() {
        bail!("index.html names no style sheet");
    }
    Ok(slim::without_indents(&sheets.concat()))
}

/// As gzip, as small as can be: it is packed once and opened often.
fn packed(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options { iteration_count: ITERATIONS, ..zopfli::Options::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).context("memory takes every byte")?;
    Ok(packed)
}

fn source(name: &str) -> Result<String> {
    read(&workspace().join(name))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use recoupe::corpus::Edits;
    use recoupe::engine::Session;
    use recoupe::protocol::Base;

    use super::*;

    fn parts() -> Parts {
        let text = || "x".to_owned();
        Parts { glue: text(), boot: "y".to_owned(), styles: text(), icon: text(), licences: text(), module: vec![1, 2, 3], found: vec![4] }
    }

    #[test]
    fn the_policy_names_the_scripts_by_their_hashes() {
        let page = assemble(&parts()).unwrap();
        // `printf x | openssl dgst -sha256 -binary | base64`
        assert!(page.contains("script-src 'sha256-LXEWQrcmsEQBYnyp+6wy9chTD7GQPMTbAiWHF5IaSIE=' 'sha256-"), "{page}");
        assert!(page.contains("connect-src 'none'"));
        assert!(!page.contains('\r'));
    }

    #[test]
    fn what_would_end_its_block_is_refused() {
        for mark in ["</SCRIPT>", "<!--", "\r\n"] {
            assert!(assemble(&Parts { boot: mark.to_owned(), ..parts() }).is_err(), "{mark:?}");
        }
    }

    #[test]
    fn what_is_packed_is_gzip() {
        assert_eq!(packed(b"aaaa").unwrap()[..2], [0x1f, 0x8b]);
    }

    #[test]
    fn what_is_found_in_the_shipped_corpus_is_taken_by_another_engine() {
        let mut session = Session::default();
        let mut ask = |request| session.answer(request, &mut |_| {});
        ask(Request::AppendAnalysis { piece: found().unwrap() });
        let Response::Built(built) = ask(Request::Build { base: Base::Shipped, edits: Edits::default() }) else { panic!("not built") };
        assert!(built.recalled);
        assert_eq!(ask(Request::Overview), Engine::shipped().unwrap().answer(Request::Overview));
    }

    #[test]
    fn the_style_sheets_are_those_of_the_hosted_page() {
        let styles = styles().unwrap();
        let layers = styles.find("@layer").expect("the order of the layers comes first");
        assert!(layers < styles.find("@media print").expect("print is styled"));
    }
}
