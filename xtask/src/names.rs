//! `cargo xtask train-names DIR`: the tagger of names is trained on WiNER-fr.
//!
//! `DIR` holds `winer_train.jsonl` and `winer_dev.jsonl`: Wikinews of 2016 and 2017 with names marked (YoannDupont/WiNER-fr, text
//! CC BY 2.5 by the contributors of Wikinews, annotation CC BY 4.0). Before the weights that ship are written, a model is taught
//! by four fifths of the training articles and measured on the fifth that it has not seen; the development articles are later than all.

pub mod field;
pub mod pack;
pub mod winer;

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use anyhow::{Context, Result};
use recoupe::entities::training::{N_LABELS, first, further, samples};

use field::{Field, Sentence};
use winer::{Article, Score};

/// Where the library looks for the weights.
const WEIGHTS: &str = "corpus/model/names.bin";
/// A feature that fewer tokens have says nothing beyond them.
const SEEN: usize = 4;
/// Features that are kept, those with the largest weights.
const KEPT: usize = 2_000;
/// Articles that are linked together when the whole layer is measured: as many as a small dossier has.
const DOSSIER: usize = 8;

/// Trains, measures and writes the weights.
///
/// # Errors
/// When the texts do not read or the weights cannot be written.
pub fn run(folder: &Path) -> Result<()> {
    let train = winer::read(&folder.join("winer_train.jsonl"))?;
    let dev = winer::read(&folder.join("winer_dev.jsonl"))?;
    let fifth = |(at, _): &(usize, &Article)| at % 5 == 2;
    let taught: Vec<Article> = train.iter().enumerate().filter(|each| !fifth(each)).map(|(_, article)| article.clone()).collect();
    let held: Vec<Article> = train.iter().enumerate().filter(fifth).map(|(_, article)| article.clone()).collect();
    println!("{} articles to learn from, {} held back, {} later ones", taught.len(), held.len(), dev.len());
    let weights = trained(&taught);
    println!("{} bytes; the whole layer on articles held back: {}", weights.len(), measured(&held, &weights));
    println!("later articles: {}", measured(&dev, &weights));
    let weights = trained(&train);
    println!("with the weights that ship, later articles: {}", measured(&dev, &weights));
    let file = crate::workspace().join(WEIGHTS);
    fs::write(&file, &weights).with_context(|| file.display().to_string())?;
    println!("{} bytes in {WEIGHTS}", weights.len());
    Ok(())
}

/// The weights that `articles` teach, packed.
fn trained(articles: &[Article]) -> Vec<u8> {
    let marked: Vec<(Vec<Vec<u32>>, Vec<usize>)> = articles.iter().flat_map(sentences).collect();
    let mut seen: HashMap<u32, usize> = HashMap::new();
    for feature in marked.iter().flat_map(|(features, _)| features.iter().flatten()) {
        *seen.entry(*feature).or_default() += 1;
    }
    let mut kept: Vec<u32> = seen.into_iter().filter(|(_, n)| *n >= SEEN).map(|(feature, _)| feature).collect();
    kept.sort_unstable();
    let field = taught(&marked, &kept);
    // The second time only those that mattered are there.
    let mut ranked: Vec<(f32, u32)> = kept.iter().enumerate().map(|(at, feature)| (field.weight_of(at), *feature)).collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(&b.1)));
    let mut kept: Vec<u32> = ranked.into_iter().take(KEPT).map(|(_, feature)| feature).collect();
    kept.sort_unstable();
    pack::pack(&taught(&marked, &kept), &kept)
}

fn taught(marked: &[(Vec<Vec<u32>>, Vec<usize>)], kept: &[u32]) -> Field {
    let place = |feature: &u32| kept.binary_search(feature).ok();
    let sentences: Vec<Sentence> = marked
        .iter()
        .map(|(features, labels)| Sentence {
            tokens: features.iter().map(|token| token.iter().filter_map(place).collect()).collect(),
            labels: labels.clone(),
        })
        .collect();
    Field::taught(&sentences, kept.len())
}

/// The sentences of an article with their features and labels.
fn sentences(article: &Article) -> Vec<(Vec<Vec<u32>>, Vec<usize>)> {
    let corpus = winer::corpus(std::slice::from_ref(article));
    let label = |token: recoupe::span::Span, open: &mut Option<usize>| {
        let holds =
            |mark: &winer::Mark| mark.start < token.end as usize && token.start as usize >= mark.start && (token.start as usize) < mark.end;
        let at = article.marks.iter().position(holds);
        let label = at.map_or(0, |at| {
            let kind = article.marks[at].kind;
            if *open == Some(at) { further(kind) } else { first(kind) }
        });
        *open = at;
        label
    };
    let mut found = Vec::new();
    for sample in samples(&corpus.documents[0]) {
        let mut open = None;
        let labels: Vec<usize> = sample.tokens.iter().map(|token| label(*token, &mut open)).collect();
        assert!(labels.iter().all(|label| *label < N_LABELS), "labels are those of the tagger");
        found.push((sample.features, labels));
    }
    found
}

/// What the whole layer finds with these weights.
fn measured(articles: &[Article], weights: &[u8]) -> Score {
    let mut score = Score::default();
    for dossier in articles.chunks(DOSSIER) {
        let corpus = winer::corpus(dossier);
        let index = recoupe::entities::training::index(&corpus, weights);
        for (article, document) in dossier.iter().zip(&corpus.documents) {
            score.add(article, index.mentions_in(document.id));
        }
    }
    score
}
