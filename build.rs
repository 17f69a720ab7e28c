//! Packs `corpus/manifest.json` for the page: read there as JSON it would bring a reader of JSON with it, ten kilobytes for
//! five articles. A manifest that does not read stops the build with its reason.
//!
//! Without the feature `whole`, which the page's first module does without, it also reads the shipped articles and finds in them
//! names, quotations, days, figures, what several tell and common text, with the library's own modules: that module then need not carry what reads
//! and compares articles.

use std::path::PathBuf;
use std::{env, fs};

use serde::Deserialize;

// The library's modules up to what is found in articles, under the paths they know; what else they offer is not asked for here.
#[cfg(not(feature = "whole"))]
#[allow(dead_code, unused_imports)]
#[path = "src"]
mod library {
    pub mod compare;
    pub mod corpus;
    pub mod entities;
    pub mod facts;
    pub mod figures;
    pub mod groups;
    pub mod health;
    pub mod id;
    pub mod kind;
    pub mod locale;
    pub mod notebook;
    pub mod order;
    pub mod quotes;
    pub mod span;
    pub mod text;
    pub mod times;
}
#[cfg(not(feature = "whole"))]
use library::{
    compare, corpus, entities, facts as told, figures, groups, health, id, kind, locale, notebook, order, quotes, span, text, times,
};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    title: String,
    rights: InBoth,
    articles: Vec<Entry>,
}

/// A text in both languages of the page.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct InBoth {
    fr: String,
    en: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Entry {
    name: String,
    title: Option<Known>,
    outlet: Option<Known>,
    #[serde(default)]
    authors: Vec<Known>,
    published: Option<Known>,
    updated: Option<Known>,
    #[serde(default)]
    agencies: Vec<Known>,
}

#[derive(Deserialize)]
#[serde(tag = "basis", rename_all = "lowercase", deny_unknown_fields)]
enum Known {
    Stated { value: String },
    Inferred { value: String, earliest: Option<String>, latest: Option<String>, why: InBoth },
}

/// Value, and for a guess its interval and reason: `PackedFact` in `src/corpus/packed.rs`.
type PackedFact = (String, Option<(Option<String>, Option<String>, (String, String))>);

fn main() {
    println!("cargo::rerun-if-changed=corpus");
    println!("cargo::rerun-if-changed=src");
    println!("cargo::rustc-env=RECOUPE_BUILD={:016x}", fingerprint());
    if cfg!(feature = "split") && env::var("CARGO_CFG_TARGET_ARCH").is_ok_and(|target| target == "wasm32") {
        // Where in the code an address stands: the cut moves functions and data to other places (xtask/src/split.rs).
        println!("cargo::rustc-link-arg-bin=page=--emit-relocs");
        if cfg!(feature = "one-file") {
            println!("cargo::rustc-link-arg-bin=one_file=--emit-relocs");
        }
    }
    let text = fs::read_to_string("corpus/manifest.json").expect("corpus/manifest.json is there");
    let Manifest { title, rights, articles } = serde_json::from_str(&text).expect("corpus/manifest.json reads");
    let articles: Vec<(String, Vec<(String, PackedFact)>)> = articles.into_iter().map(|entry| (entry.name.clone(), facts(entry))).collect();
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    #[cfg(not(feature = "whole"))]
    {
        fs::write(out.join("documents.postcard"), read(&title, (&rights.fr, &rights.en), &articles))
            .expect("the build folder can be written");
    }
    let packed = postcard::to_allocvec(&(title, (rights.fr, rights.en), articles)).expect("strings and lists can be packed");
    fs::write(out.join("manifest.postcard"), packed).expect("the build folder can be written");
}

/// Tells what one build finds in articles from what another finds: of every byte of the source and of the word lists.
fn fingerprint() -> u64 {
    let mut folders = vec![PathBuf::from("src"), PathBuf::from("corpus")];
    let mut files = vec![PathBuf::from("Cargo.toml")];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder).expect("the source can be read") {
            let path = entry.expect("the source can be read").path();
            if path.is_dir() { folders.push(path) } else { files.push(path) }
        }
    }
    files.sort();
    let bytes = files.iter().flat_map(|file| fs::read(file).expect("the source can be read"));
    // FNV-1a, as in `src/id.rs`.
    bytes.fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// The shipped corpus, read, with whose the texts are, what is wrong with them, and all that is found in them.
#[cfg(not(feature = "whole"))]
fn read(title: &str, rights: (&str, &str), articles: &[corpus::packed::PackedEntry]) -> Vec<u8> {
    let page = |entry: &corpus::packed::PackedEntry| {
        let text = fs::read_to_string(format!("corpus/{}", entry.0)).expect("the manifest names pages that are there");
        corpus::packed::article(entry.clone(), &text).expect("the manifest names fields that there are")
    };
    let articles = articles.iter().map(page).collect();
    let corpus = corpus::Corpus::read(Some(title.to_owned()), articles).expect("the shipped articles are a corpus");
    let issues = health::examine(&corpus);
    let times = times::TimeIndex::build(&corpus);
    let figures = figures::FigureIndex::build(&corpus, &times);
    let entities = entities::EntityIndex::build(&corpus);
    let quotes = quotes::QuoteIndex::build(&corpus, &entities);
    let compared = compare::Compared::of(compare::Annotated {
        corpus: &corpus,
        entities: &entities,
        quotes: &quotes,
        times: &times,
        figures: &figures,
    });
    let facts = told::Facts::build(&corpus, &entities, &quotes, &times, &figures);
    let found = (entities, quotes, times, figures, facts, compared);
    postcard::to_allocvec(&(corpus, rights, issues, found)).expect("a corpus can be packed")
}

fn facts(entry: Entry) -> Vec<(String, PackedFact)> {
    let one = |field: &'static str, known: Option<Known>| known.into_iter().map(move |known| (field.to_owned(), pack(known)));
    let all = |field: &'static str, known: Vec<Known>| known.into_iter().map(move |known| (field.to_owned(), pack(known)));
    one("title", entry.title)
        .chain(one("outlet", entry.outlet))
        .chain(all("authors", entry.authors))
        .chain(one("published", entry.published))
        .chain(one("updated", entry.updated))
        .chain(all("agencies", entry.agencies))
        .collect()
}

fn pack(known: Known) -> PackedFact {
    match known {
        Known::Stated { value } => (value, None),
        Known::Inferred { value, earliest, latest, why } => (value, Some((earliest, latest, (why.fr, why.en)))),
    }
}
