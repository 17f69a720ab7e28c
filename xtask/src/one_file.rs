//! Makes `recoupe.html`: the tool with its articles and all readers in one file, which opens from a disk with no network.
//!
//! The modules are those of the hosted page, cut at the same place, and each in a block of its own: what is seen first is small and is
//! unpacked first, as gzip, which browsers do at once; the rest when it is needed, as LZMA, which the boot script unpacks. The later modules
//! repeat much of the first, and are packed with it as what is known. Scripts and style are named by their hashes in the page's own
//! policy, which allows nothing else.

use std::io::Write;
use std::num::NonZeroU64;
use std::path::Path;
use std::process::Command;
use std::{fs, str};

use anyhow::{Context, Result, bail};
use encoding_rs::{BIG5, EUC_JP, EUC_KR, Encoding, GBK};
use lzma_rust2::{LzmaOptions, LzmaWriter};
use recoupe::export::explorer::{self, base64};
use sha2::{Digest, Sha256};

use crate::tools::{BuildTools, TARGET};
use crate::{announce, cargo, run, slim, split, workspace};

/// Its name beside the hosted page, which finds it there to publish in it.
pub const NAME: &str = "recoupe.html";

/// Until the tool is there: what says that it comes does not show before it has been missed.
const STYLE: &str = "#coming{max-width:42rem;margin:3rem auto;padding:0 1rem;font:1rem/1.5 system-ui,sans-serif}\
     #coming:not(.told){animation:late 1.5s step-end}@keyframes late{from{visibility:hidden}}[hidden]{display:none}";

/// Rounds of zopfli: more gain less than they take.
const ITERATIONS: NonZeroU64 = NonZeroU64::new(5).expect("five is not zero");

/// What the page's cut is called, and its file: the boot script knows this one.
const CUT: (&str, &str) = ("views", "split_views");

/// Builds the modules and leaves the page in `folder`.
///
/// # Errors
/// When a tool or the compiler refuses, or a part cannot stand in a page.
pub fn page(folder: &Path, tools: &BuildTools) -> Result<()> {
    announce("building the page in one file (a few minutes the first time)");
    let scratch = split::fresh(&workspace().join("target/site/one-file"))?;
    compile("one_file", "one-file")?;
    compile("readers", "readers,worker,whole")?;
    let cuts = split::cut("one_file", &scratch, "./chunks.js")?;
    if !cuts.iter().map(|(cut, files)| (&**cut, &**files)).eq([(CUT.0, &[CUT.1.to_owned()][..])]) {
        bail!("the boot script links one chunk, {}, and the page has {cuts:?}", CUT.0);
    }
    split::bind(&scratch, "page", tools)?;
    bind_readers(&scratch, tools)?;
    slim::imports(&scratch)?;
    let module = |name: &str| slim::without_customs(&fs::read(scratch.join(name)).with_context(|| format!("there is no {name}"))?);
    let page = assemble(&Parts {
        page_glue: classic(&read(&scratch.join("page.js"))?)?,
        readers_glue: classic(&read(&scratch.join("readers.js"))?)?,
        worker: slim::without_indents(&source("src/ui/scripts/one_file_worker.js")?),
        boot: slim::without_indents(&(source("src/ui/scripts/one_file_unpack.js")? + &source("src/ui/scripts/one_file.js")?)),
        styles: styles()?,
        icon: source("styles/icon.svg")?,
        licences: source("src/ui/THIRD-PARTY.txt")?,
        page: module("page_bg.wasm")?,
        views: module("split_views.wasm")?,
        readers: module("readers_bg.wasm")?,
    })?;
    let path = folder.join(NAME);
    fs::write(&path, explorer::file(&page)).with_context(|| format!("cannot write {}", path.display()))
}

fn compile(program: &str, features: &str) -> Result<()> {
    let mut build = cargo();
    build.args(["build", "--quiet", "--profile", "page", "--target", TARGET, "--package", "recoupe", "--bin", program]);
    build.args(["--no-default-features", "--features", features]);
    run(build.env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS", slim::path_flags(&workspace())))
}

fn bind_readers(scratch: &Path, tools: &BuildTools) -> Result<()> {
    let mut bindgen = Command::new("wasm-bindgen");
    bindgen.args(["--target", "web", "--no-typescript", "--out-name", "readers", "--out-dir"]);
    let module = workspace().join("target").join(TARGET).join("page/readers.wasm");
    run(bindgen.arg(scratch).arg(module).env("PATH", &tools.path))
}

struct Parts {
    page_glue: String,
    readers_glue: String,
    worker: String,
    boot: String,
    styles: String,
    icon: String,
    licences: String,
    page: Vec<u8>,
    views: Vec<u8>,
    readers: Vec<u8>,
}

fn assemble(parts: &Parts) -> Result<String> {
    // Any of these would end the block, or make the browser read on past its end.
    if ["</script", "<script", "<!--", "\r"].iter().any(|mark| parts.boot.to_lowercase().contains(mark)) {
        bail!("the boot script cannot stand in a page");
    }
    let policy = policy(&[&parts.boot, &parts.page_glue, &parts.readers_glue], STYLE);
    let texts = [&*parts.styles, &*parts.page_glue, &*parts.readers_glue, &*parts.worker, &*parts.licences];
    if texts.iter().any(|text| text.contains('\0')) {
        bail!("what parts the texts of the page stands in one of them");
    }
    let (texts, page) = (deflated(texts.join("\0").as_bytes())?, deflated(&parts.page)?);
    let known = [pairs(), parts.page.clone()].concat();
    let (views, readers) = (packed(&parts.views, &known)?, packed(&parts.readers, &known)?);
    Ok(explorer::fill(|place| match place {
        "policy" => policy.clone(),
        "icon" => format!("data:image/svg+xml;base64,{}", base64(parts.icon.as_bytes())),
        "style" => STYLE.to_owned(),
        "boot" => parts.boot.clone(),
        "packed-texts" => explorer::letters(&texts),
        "packed-page" => explorer::letters(&page),
        "packed-views" => explorer::letters(&views),
        "packed-readers" => explorer::letters(&readers),
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

/// What the binding tool made as a module, as a function that starts the module anew each time and gives back what it exports: a script
/// in the page and a worker made from text on the disk can both hold that. Where the module was cut, `link` links the chunk.
fn classic(bound: &str) -> Result<String> {
    let mut exports = vec!["initSync".to_owned(), "start: __wbg_init".to_owned()];
    let mut body = String::from("\"use strict\";\nfunction glue(link) {\n");
    for line in slim::without_indents(bound).lines() {
        if let Some(rest) = line.strip_prefix("import * as ") {
            let name = rest.split(' ').next().unwrap_or_default();
            body += &format!("const {name} = {{ __wasm_split_load_{}: (place, data) => link(initSync, place, data) }};\n", CUT.0);
        } else if let Some(function) = line.strip_prefix("export function ") {
            exports.push(function.split('(').next().unwrap_or_default().to_owned());
            body += &format!("function {function}\n");
        } else if !line.starts_with("export {") && !line.contains("import.meta.url") {
            body += &format!("{line}\n");
        }
    }
    if ["import ", "export ", "import.meta"]
        .iter()
        .any(|word| body.lines().any(|line| line.starts_with(word) || word.contains('.') && line.contains(word)))
    {
        bail!("the binding tool writes modules that the page in one file does not know");
    }
    Ok(format!("{body}return {{ {} }};\n}}\n", exports.join(", ")))
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
fn deflated(bytes: &[u8]) -> Result<Vec<u8>> {
    let mut packed = Vec::new();
    let options = zopfli::Options { iteration_count: ITERATIONS, ..zopfli::Options::default() };
    zopfli::compress(options, zopfli::Format::Gzip, bytes, &mut packed).context("memory takes every byte")?;
    Ok(explorer::counted(&packed))
}

/// `bytes` as LZMA, as the boot script unpacks it, which knows what is in `known` by then: behind a check and their number.
fn packed(bytes: &[u8], known: &[u8]) -> Result<Vec<u8>> {
    let check = bytes.iter().fold(0x811c_9dc5, |check: u32, byte| (check ^ u32::from(*byte)).wrapping_mul(0x0100_0193));
    let mut block = [check, u32::try_from(bytes.len())?].into_iter().flat_map(u32::to_le_bytes).collect::<Vec<u8>>();
    // Code of WebAssembly has no alignment, and four bits of the byte before tell more of the next one than three.
    let mut options =
        LzmaOptions { lc: 4, lp: 0, pb: 0, nice_len: LzmaOptions::NICE_LEN_MAX, depth_limit: 1000, ..LzmaOptions::with_preset(9) };
    options.preset_dict = Some(known.to_vec());
    let mut writer = LzmaWriter::new_no_header(&mut block, &options, false)?;
    writer.write_all(bytes)?;
    writer.finish()?;
    Ok(block)
}

/// What `pairs` of the boot script gives: tables of encodings, which stand in the readers' module too.
fn pairs() -> Vec<u8> {
    let sections: [(&Encoding, &[u8], u8, u8, u8); 6] = [
        (GBK, &[], 0xb0, 0xf7, 0xa1),
        (EUC_JP, &[], 0xb0, 0xf4, 0xa1),
        (EUC_JP, &[0x8f], 0xb0, 0xed, 0xa1),
        (EUC_KR, &[], 0xb0, 0xfd, 0xa1),
        (BIG5, &[], 0xa4, 0xc5, 0x40),
        (BIG5, &[], 0xc9, 0xf9, 0x40),
    ];
    let units = sections.into_iter().flat_map(|(encoding, lead, from, to, first)| {
        let cells = || (first..0xff).filter(|cell| !(0x7f..=0xa0).contains(cell));
        let lines: Vec<u8> = (from..=to).flat_map(|row| cells().flat_map(move |cell| [lead, &[row, cell, b'\n']].concat())).collect();
        let text = encoding.decode_without_bom_handling(&lines).0.into_owned();
        // As a number that is too large for two bytes is cut there.
        let cut = |line: &str| line.chars().next().map_or(0, |c| u32::from(c) as u16);
        text.split('\n').map(cut).collect::<Vec<u16>>()
    });
    units.flat_map(u16::to_le_bytes).collect()
}

fn source(name: &str) -> Result<String> {
    read(&workspace().join(name))
}

fn read(path: &Path) -> Result<String> {
    fs::read_to_string(path).with_context(|| format!("cannot read {}", path.display()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts() -> Parts {
        let text = || "x".to_owned();
        let glue = || "y".to_owned();
        Parts {
            page_glue: glue(),
            readers_glue: glue(),
            worker: text(),
            boot: text(),
            styles: text(),
            icon: text(),
            licences: text(),
            page: vec![1, 2, 3],
            views: vec![4],
            readers: vec![5],
        }
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
    fn a_block_says_what_is_in_it_and_is_smaller_by_what_is_known() {
        let text: Vec<u8> = (0..2000_u32).map(|at| u8::try_from(at * at / 7 % 251).unwrap()).collect();
        let block = packed(&text, &text).unwrap();
        assert_eq!(block[4..8], [0xd0, 7, 0, 0]);
        assert!(block.len() < 40);
        assert_eq!(deflated(b"aaaa").unwrap()[4..6], [0x1f, 0x8b]);
    }

    #[test]
    fn bound_modules_become_functions() {
        let bound = "import * as import1 from \"./chunks.js\"\nexport function page(a) {\n}\nlet wasm = new URL('x', import.meta.url);\nexport { initSync, __wbg_init as default };\n";
        let expected = "\"use strict\";\nfunction glue(link) {\nconst import1 = { __wasm_split_load_views: (place, data) => link(initSync, place, data) };\nfunction page(a) {\n}\nreturn { initSync, start: __wbg_init, page };\n}\n";
        assert_eq!(classic(bound).unwrap(), expected);
        assert!(classic("import x from 'y';").is_err());
    }

    #[test]
    fn the_style_sheets_are_those_of_the_hosted_page() {
        let styles = styles().unwrap();
        let layers = styles.find("@layer").expect("the order of the layers comes first");
        assert!(layers < styles.find("@media print").expect("print is styled"));
    }
}
