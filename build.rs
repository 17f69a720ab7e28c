//! Packs `corpus/manifest.json` for the page: read there as JSON it would bring a reader of JSON with it, ten kilobytes for
//! five articles. A manifest that does not read stops the build with its reason.

use std::path::PathBuf;
use std::{env, fs};

use serde::Deserialize;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Manifest {
    title: String,
    rights: Rights,
    articles: Vec<Entry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Rights {
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
    Inferred { value: String, earliest: Option<String>, latest: Option<String>, why: String },
}

/// Value, and for a guess its interval and reason: `PackedFact` in `src/corpus/shipped.rs`.
type PackedFact = (String, Option<(Option<String>, Option<String>, String)>);

fn main() {
    println!("cargo::rerun-if-changed=corpus/manifest.json");
    let text = fs::read_to_string("corpus/manifest.json").expect("corpus/manifest.json is there");
    let Manifest { title, rights, articles } = serde_json::from_str(&text).expect("corpus/manifest.json reads");
    let articles: Vec<(String, Vec<(&str, PackedFact)>)> = articles.into_iter().map(|entry| (entry.name.clone(), facts(entry))).collect();
    let packed = postcard::to_allocvec(&(title, (rights.fr, rights.en), articles)).expect("strings and lists can be packed");
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets OUT_DIR"));
    fs::write(out.join("manifest.postcard"), packed).expect("the build folder can be written");
}

fn facts(entry: Entry) -> Vec<(&'static str, PackedFact)> {
    let one = |field, known: Option<Known>| known.into_iter().map(move |known| (field, pack(known)));
    let all = |field, known: Vec<Known>| known.into_iter().map(move |known| (field, pack(known)));
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
        Known::Inferred { value, earliest, latest, why } => (value, Some((earliest, latest, why))),
    }
}
