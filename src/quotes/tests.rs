//! Sentences of every habit, each with what is found: kind, who speaks and how surely, verb, medium, words.

use expect_test::{Expect, expect};

use super::*;
use crate::corpus::Article;

fn analysed(texts: &[&str]) -> (Corpus, EntityIndex, QuoteIndex) {
    let article = |(n, text): (usize, &&str)| Article::new(&format!("{n}.txt"), text);
    let corpus = Corpus::read(None, texts.iter().enumerate().map(article).collect()).expect("the texts are articles");
    let entities = EntityIndex::build(&corpus);
    let quotes = QuoteIndex::build(&corpus, &entities);
    (corpus, entities, quotes)
}

fn shown(corpus: &Corpus, entities: &EntityIndex, quote: &Quote) -> String {
    let text = corpus.documents[quote.document.index()].text();
    let name = |entity: EntityId| entities.entity(entity).map_or("?", |entity| entity.name.as_str());
    let speaker = quote
        .speaker
        .map_or("-".to_owned(), |speaker| format!("{} {:?}", speaker.entity.map_or(speaker.mention.slice(text), name), speaker.certainty));
    let parts: Vec<&str> = quote.parts.iter().map(|part| part.slice(text)).collect();
    let verb = quote.verb.map_or("", |verb| verb.slice(text));
    let medium = quote.medium.map_or(String::new(), |medium| format!(" via {}", name(medium.entity)));
    format!("{} [{speaker}] ({verb}){medium} {}", quote.kind.label(), parts.join(" / "))
}

fn check(text: &str, expected: Expect) {
    let (corpus, entities, index) = analysed(&[text]);
    let lines: Vec<_> = index.quotes.iter().map(|quote| shown(&corpus, &entities, quote)).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn a_verb_before_behind_or_inside_names_the_speaker() {
    check(
        "Le maire de Gap, Paul Roy, a plaidé lundi à Paris pour \"une meilleure entente\", appelant les élus à agir \"sans délai\".",
        expect![[]],
    );
    check(
        "« Nous partirons », a simplement déclaré un responsable des relations publiques de Norvex. « Nous reviendrons ».\n\nPaul Roy a noté que « les gens sont partis », comme l'a rapporté Reuters.",
        expect![[]],
    );
    check(
        "« Nous partirons demain », un responsable des relations publiques de Norvex a simplement déclaré. « Nous reviendrons en mars prochain ».\n\nPaul Roy est venu. Le maire a rappelé que \"ce sont des journalistes, des caricaturistes qui font rire, parfois trop, qui sont morts\" le 7 mai.\n\n\"Le port est là\", a expliqué Paul Roy, \"mais nous avons besoin de bateaux\".",
        expect![[]],
    );
}
