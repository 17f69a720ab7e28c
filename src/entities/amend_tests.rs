//! Corrections of names: what they do, and that no list of them harms.

use proptest::prelude::*;

use super::amend::amend;
use super::{EntityIndex, EntityKind, Mention};
use crate::corpus::{Article, Corpus, Naming, Reach, Spot};
use crate::span::Span;

const ARTICLES: [(&str, &str); 3] = [
    (
        "port.txt",
        "Le port de Vernon ferme\n\nPaul Vernon, maire de Vernon, a fermé le port lundi. M. Vernon veut un accord avec la société Boréalis. \
         La Tramontale, elle, se tait.",
    ),
    ("suite.txt", "La grève continue\n\nLe maire Paul Vernon a reçu Boréalis à Paris. La Tramontale et Luc Ferrand étaient là."),
    ("fin.txt", "Un accord\n\nPaul Vernon et Luc Ferrand ont signé. À Vernon, Boréalis rouvre le port."),
];

fn found() -> (Corpus, EntityIndex) {
    let articles = ARTICLES.map(|(name, text)| Article::new(name, text)).to_vec();
    let corpus = Corpus::read(None, articles).unwrap();
    let index = EntityIndex::build(&corpus);
    (corpus, index)
}

fn replayed(namings: &[Naming]) -> (EntityIndex, Vec<usize>) {
    let (corpus, index) = found();
    amend(&corpus, &index, namings.iter().enumerate())
}

/// The articles and words of each mention of `slug`.
fn words_of(index: &EntityIndex, slug: &str) -> Vec<(&'static str, &'static str)> {
    let Some(entity) = index.entities.iter().find(|entity| entity.slug == slug) else { return Vec::new() };
    let told = |mention: &Mention| {
        let (name, text) = ARTICLES[mention.document.index()];
        (name, mention.span.slice(text))
    };
    index.mentions_of(entity.id).map(told).collect()
}

fn spots(index: &EntityIndex, slug: &str) -> Vec<Spot> {
    let entity = index.entities.iter().find(|entity| entity.slug == slug).unwrap();
    let spot = |mention: &Mention| Spot { article: ARTICLES[mention.document.index()].0.to_owned(), span: mention.span };
    index.mentions_of(entity.id).map(spot).collect()
}

fn spot(article: &str, words: &str) -> Spot {
    let (name, text) = ARTICLES.iter().find(|(name, _)| *name == article).unwrap();
    let at = text.find(words).unwrap();
    Spot { article: (*name).to_owned(), span: Span::new(at, at + words.len()) }
}

fn add(words: &str, kind: EntityKind, reach: Reach) -> Naming {
    Naming::Add { at: spot("port.txt", words), words: words.to_owned(), kind, name: words.to_owned(), reach }
}

#[test]
fn a_name_that_was_missed_is_found_in_every_article() {
    let (_, before) = found();
    assert_eq!(words_of(&before, "org:le-port"), []);
    let (index, lost) = replayed(&[add("le port", EntityKind::Organisation, Reach::Everywhere)]);
    assert_eq!(words_of(&index, "org:le-port"), [("port.txt", "le port"), ("fin.txt", "le port")]);
    assert!(lost.is_empty());
    let entity = index.entities.iter().find(|entity| entity.slug == "org:le-port").unwrap();
    assert!(entity.corrected && entity.n_total() == 2);
    let (here, _) = replayed(&[add("le port", EntityKind::Organisation, Reach::Here)]);
    assert_eq!(words_of(&here, "org:le-port"), [("port.txt", "le port")]);
}

#[test]
fn a_merge_joins_mentions_under_the_second_name() {
    let merge = Naming::Merge { entity: "per:luc-ferrand".to_owned(), into: "per:paul-vernon".to_owned() };
    let (_, before) = found();
    let n = spots(&before, "per:luc-ferrand").len() + spots(&before, "per:paul-vernon").len();
    let (index, lost) = replayed(std::slice::from_ref(&merge));
    assert_eq!((spots(&index, "per:paul-vernon").len(), words_of(&index, "per:luc-ferrand"), lost), (n, vec![], vec![]));
    let merged = &index.entities.iter().find(|entity| entity.slug == "per:paul-vernon").unwrap();
    assert!(merged.aliases.contains(&"Luc Ferrand".to_owned()), "{:?}", merged.aliases);
    // The same again fits nothing: that name is gone.
    assert_eq!(replayed(&[merge.clone(), merge]).1, [1]);
}

#[test]
fn a_merge_and_a_split_give_back_the_mentions() {
    let (_, before) = found();
    let (ours, theirs) = ("per:luc-ferrand", "per:paul-vernon");
    let namings = [
        Naming::Merge { entity: ours.to_owned(), into: theirs.to_owned() },
        Naming::Split {
            entity: theirs.to_owned(),
            mentions: spots(&before, ours),
            kind: EntityKind::Person,
            name: "Luc Ferrand".to_owned(),
        },
    ];
    let (after, lost) = replayed(&namings);
    assert!(lost.is_empty());
    for slug in [ours, theirs] {
        assert_eq!(words_of(&after, slug), words_of(&before, slug));
    }
    let spans =
        |index: &EntityIndex| index.mentions.iter().map(|mention| (mention.document, mention.span, mention.kind)).collect::<Vec<_>>();
    assert_eq!(spans(&after), spans(&before));
}

#[test]
fn a_namesake_is_split_off_under_the_same_name() {
    let (_, before) = found();
    let one = spots(&before, "per:paul-vernon")[0].clone();
    let split = Naming::Split {
        entity: "per:paul-vernon".to_owned(),
        mentions: vec![one],
        kind: EntityKind::Person,
        name: "Paul Vernon".to_owned(),
    };
    let (after, _) = replayed(&[split]);
    assert_eq!(words_of(&after, "per:paul-vernon-2"), words_of(&before, "per:paul-vernon")[..1]);
    assert_eq!(words_of(&after, "per:paul-vernon").len(), words_of(&before, "per:paul-vernon").len() - 1);
}

#[test]
fn another_name_and_another_kind_keep_the_address() {
    let rename = Naming::Rename { entity: "per:luc-ferrand".to_owned(), name: "  Luc   Ferrand-Roy ".to_owned() };
    let retype = Naming::Retype { entity: "per:luc-ferrand".to_owned(), kind: EntityKind::Media };
    let (index, lost) = replayed(&[rename.clone(), retype.clone(), rename, retype]);
    let entity = index.entities.iter().find(|entity| entity.slug == "per:luc-ferrand").unwrap();
    assert_eq!((&*entity.name, entity.kind, entity.corrected), ("Luc Ferrand-Roy", EntityKind::Media, true));
    assert!(entity.aliases.contains(&"Luc Ferrand".to_owned()));
    assert!(index.mentions_of(entity.id).all(|mention| mention.kind == EntityKind::Media));
    assert_eq!(lost, [2, 3]);
}

#[test]
fn what_is_no_name_is_named_nowhere() {
    let (_, before) = found();
    let (index, _) = replayed(&[Naming::Remove { entity: "per:luc-ferrand".to_owned() }]);
    assert_eq!((index.entities.len(), words_of(&index, "per:luc-ferrand")), (before.entities.len() - 1, vec![]));
    let struck = Naming::Strike { entity: "per:luc-ferrand".to_owned(), mentions: spots(&before, "per:luc-ferrand")[..1].to_vec() };
    assert_eq!(words_of(&replayed(&[struck]).0, "per:luc-ferrand").len(), words_of(&before, "per:luc-ferrand").len() - 1);
}

#[test]
fn the_words_a_reader_selects_win_over_what_crosses_them() {
    let (index, lost) = replayed(&[add("maire de Vernon", EntityKind::Organisation, Reach::Here)]);
    assert_eq!((words_of(&index, "org:maire-de-vernon"), lost), (vec![("port.txt", "maire de Vernon")], vec![]));
    for pair in index.mentions.windows(2).filter(|pair| pair[0].document == pair[1].document) {
        let (one, other) = (pair[0].span, pair[1].span);
        assert!(!one.overlaps(other) || one.contains(other), "{one:?} {other:?}");
    }
}

#[test]
fn what_fits_nothing_is_passed_over_and_told() {
    let name = || "per:paul-vernon".to_owned();
    let nobody = || "per:personne".to_owned();
    let far = |article: &str| Spot { article: article.to_owned(), span: Span { start: 9_000, end: 9_010 } };
    let namings = [
        Naming::Merge { entity: name(), into: name() },
        Naming::Merge { entity: name(), into: nobody() },
        Naming::Rename { entity: name(), name: " ".to_owned() },
        Naming::Retype { entity: nobody(), kind: EntityKind::Law },
        Naming::Split { entity: name(), mentions: vec![far("port.txt"), far("parti.txt")], kind: EntityKind::Law, name: "X".to_owned() },
        Naming::Strike { entity: name(), mentions: vec![] },
        Naming::Add {
            at: far("parti.txt"),
            words: "Rien".to_owned(),
            kind: EntityKind::Law,
            name: "Rien".to_owned(),
            reach: Reach::Everywhere,
        },
        Naming::Add {
            at: Spot { article: "port.txt".to_owned(), span: Span { start: 9, end: 3 } },
            words: "Le port".to_owned(),
            kind: EntityKind::Law,
            name: "Le port".to_owned(),
            reach: Reach::Here,
        },
    ];
    let (index, lost) = replayed(&namings);
    assert_eq!((index, lost), (found().1, (0..namings.len()).collect()));
}

fn naming() -> impl Strategy<Value = Naming> {
    let slug =
        || prop::sample::select(vec!["per:paul-vernon", "per:luc-ferrand", "org:borealis", "loc:paris", "loc:vernon", "per:personne"]);
    let slug = move || slug().prop_map(str::to_owned);
    let kind = || (0..8_usize).prop_map(|at| EntityKind::ALL[at]);
    let name = || prop::sample::select(vec!["Paul Vernon", "Boréalis", "Vernon", "le port", "Néva", " ", "🙂"]).prop_map(str::to_owned);
    let spot = || {
        (prop::sample::select(vec!["port.txt", "suite.txt", "fin.txt", "parti.txt"]), 0..140_u32, 0..20_u32)
            .prop_map(|(article, start, n)| Spot { article: article.to_owned(), span: Span { start, end: start + n } })
    };
    let known = any::<prop::sample::Index>().prop_map(|at| {
        let (_, index) = found();
        let mention = index.mentions[at.index(index.mentions.len())];
        Spot { article: ARTICLES[mention.document.index()].0.to_owned(), span: mention.span }
    });
    let spots = move || prop::collection::vec(prop_oneof![spot(), known.clone()], 0..3);
    prop_oneof![
        (slug(), slug()).prop_map(|(entity, into)| Naming::Merge { entity, into }),
        (slug(), spots(), kind(), name()).prop_map(|(entity, mentions, kind, name)| Naming::Split { entity, mentions, kind, name }),
        (slug(), name()).prop_map(|(entity, name)| Naming::Rename { entity, name }),
        (slug(), kind()).prop_map(|(entity, kind)| Naming::Retype { entity, kind }),
        slug().prop_map(|entity| Naming::Remove { entity }),
        (slug(), spots()).prop_map(|(entity, mentions)| Naming::Strike { entity, mentions }),
        (spot(), name(), kind(), name()).prop_map(|(at, words, kind, name)| Naming::Add {
            at,
            words,
            kind,
            name,
            reach: Reach::Everywhere
        }),
    ]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_list_of_corrections_breaks_the_index(namings in prop::collection::vec(naming(), 0..12)) {
        let (index, lost) = replayed(&namings);
        prop_assert!(lost.windows(2).all(|pair| pair[0] < pair[1]) && lost.iter().all(|at| *at < namings.len()));
        for (entity, place) in index.entities.iter().zip(0..) {
            prop_assert_eq!(entity.id.0, place);
            prop_assert!(entity.n_total() as usize == index.mentions_of(entity.id).count() && entity.n_total() > 0);
        }
        let mut slugs: Vec<&str> = index.entities.iter().map(|entity| &*entity.slug).collect();
        slugs.sort_unstable();
        slugs.dedup();
        prop_assert_eq!(slugs.len(), index.entities.len());
        let key = |mention: &Mention| (mention.document, mention.span.start, std::cmp::Reverse(mention.span.end));
        prop_assert!(index.mentions.windows(2).all(|pair| key(&pair[0]) < key(&pair[1])));
        for (at, mention) in index.mentions.iter().enumerate() {
            prop_assert_eq!(mention.kind, index.entities[mention.entity.index()].kind);
            let crosses = |other: &&Mention| other.document == mention.document && other.span.overlaps(mention.span) && !mention.span.contains(other.span);
            prop_assert!(!index.mentions[at + 1..].iter().any(|other| crosses(&other)));
        }
        // Those that fit nothing do nothing.
        let kept: Vec<Naming> = namings.iter().enumerate().filter(|(at, _)| !lost.contains(at)).map(|(_, naming)| naming.clone()).collect();
        prop_assert_eq!(replayed(&kept).0, index);
    }
}
