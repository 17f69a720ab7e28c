//! Names and descriptions with their identities become the entity index: one entity an identity, slugs, order.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::gazetteer;
use super::link::Identity;
use super::nominal::Nominal;
use super::resolve::Resolved;
use super::{Entity, EntityIndex, EntityKind, Mention, MentionForm, Unnamed};
use crate::corpus::Corpus;
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::span::Span;
use crate::text::{filling, fold};

/// A mention whose entity has no number yet.
struct Loose {
    document: DocumentId,
    span: Span,
    kind: EntityKind,
    form: MentionForm,
    confidence: f32,
    identity: Identity,
    civil: bool,
}

/// Entities in the making, by identity.
#[derive(Default)]
struct Draft {
    kinds: [u32; 8],
    /// Surface to how often, in order of first appearance.
    surfaces: Vec<String>,
    names: BTreeMap<String, u32>,
    /// Mentions come by document.
    n_mentions: Vec<(DocumentId, u32)>,
}

/// The index of all mentions, of names with their identities article by article, and of descriptions in order.
pub(super) fn index(corpus: &Corpus, names: impl Iterator<Item = (Vec<Resolved>, Vec<Identity>)>, nominals: Vec<Nominal>) -> EntityIndex {
    let mut nominals = nominals.into_iter().peekable();
    let mut places: HashMap<Identity, u32> = HashMap::new();
    let mut drafts: Vec<(Draft, Identity)> = Vec::new();
    // Until all are known, an entity has the place of its draft for a number.
    let mut mentions: Vec<Mention> = Vec::new();
    for (document, (names, identities)) in corpus.documents.iter().zip(names) {
        let described = std::iter::from_fn(|| nominals.next_if(|nominal| nominal.document == document.id));
        for loose in without_crossings(loose(names, identities, described)) {
            let place = *places.entry(loose.identity.clone()).or_insert_with(|| {
                drafts.push((Draft::default(), loose.identity.clone()));
                u32::try_from(drafts.len() - 1).expect("entities are numbered in 32 bits")
            });
            drafts[place as usize].0.add(&loose, document.text());
            mentions.push(mention(&loose, EntityId(place)));
        }
    }
    mentions.shrink_to_fit();
    drop(places);
    let mut entities: Vec<(usize, Entity)> = drafts.into_iter().map(|(draft, identity)| draft.entity(&identity)).enumerate().collect();
    name_apart(&mut entities);
    let n_drafts = entities.len();
    let (entities, ids) = ranked(entities, n_drafts);
    for mention in &mut mentions {
        mention.entity = ids[mention.entity.index()];
        // One entity has one kind, and so have its mentions.
        mention.kind = entities[mention.entity.index()].kind;
    }
    EntityIndex { entities, mentions, unnamed: Vec::new() }
}

/// Persons without a name, in the order of `nominals`: each has the slug of where he is first spoken of.
pub(super) fn unnamed(corpus: &Corpus, nominals: Vec<Nominal>) -> Vec<Unnamed> {
    let mut slugs: HashMap<Identity, String> = HashMap::new();
    let unnamed = |Nominal { document, span, kind, identity, confidence }: Nominal| {
        let text = corpus.documents[document.index()].text();
        let first = || slug(kind, &format!("{} {} {}", surface(span, text), document.0, span.start));
        let slug = slugs.entry(identity).or_insert_with(first).clone();
        Unnamed { document, span, slug, confidence }
    };
    nominals.into_iter().map(unnamed).collect()
}

/// `drafts` with their places, most shared first, and under the place of each draft (of `n`) its number.
pub(super) fn ranked(mut drafts: Vec<(usize, Entity)>, n: usize) -> (Vec<Entity>, Vec<EntityId>) {
    drafts.order_by(|(_, a), (_, b)| {
        let key = |e: &Entity| (std::cmp::Reverse(e.n_documents()), std::cmp::Reverse(e.n_total()));
        key(a).cmp(&key(b)).then_with(|| a.slug.cmp(&b.slug))
    });
    let mut ids = vec![EntityId(0); n];
    for (new, (old, entity)) in (0..).zip(&mut drafts) {
        entity.id = EntityId(new);
        ids[*old] = EntityId(new);
    }
    (drafts.into_iter().map(|(_, entity)| entity).collect(), ids)
}

/// The mentions of one article, in order.
fn loose(names: Vec<Resolved>, identities: Vec<Identity>, nominals: impl Iterator<Item = Nominal>) -> Vec<Loose> {
    let of_name = |(name, identity): (Resolved, Identity)| Loose {
        document: name.surface.document,
        span: name.surface.span,
        kind: name.kind,
        form: MentionForm::Name,
        confidence: name.confidence,
        identity,
        civil: name.surface.civil,
    };
    let mut found: Vec<Loose> = names.into_iter().zip(identities).map(of_name).collect();
    found.extend(nominals.map(|n| Loose {
        document: n.document,
        span: n.span,
        kind: n.kind,
        form: MentionForm::Nominal,
        confidence: n.confidence,
        identity: n.identity,
        civil: false,
    }));
    found.order_by_key(|m| (m.span.start, std::cmp::Reverse(m.span.end), m.form));
    found
}

/// Of two mentions that cross or have the same span the first is kept.
fn without_crossings(loose: Vec<Loose>) -> Vec<Loose> {
    let mut kept: Vec<Loose> = Vec::with_capacity(loose.len());
    let mut open: Vec<(DocumentId, Span)> = Vec::new();
    for mention in loose {
        open.retain(|(document, span)| *document == mention.document && span.end > mention.span.start);
        let crossed = open.iter().any(|(_, span)| !span.contains(mention.span) || *span == mention.span);
        if !crossed && !mention.span.is_empty() {
            open.push((mention.document, mention.span));
            kept.push(mention);
        }
    }
    kept
}

fn mention(loose: &Loose, entity: EntityId) -> Mention {
    let Loose { document, span, kind, form, confidence, .. } = *loose;
    Mention { document, span, entity, kind, form, confidence }
}

impl Draft {
    fn add(&mut self, mention: &Loose, text: &str) {
        self.kinds[mention.kind as usize] += 1;
        match self.n_mentions.last_mut() {
            Some((document, n)) if *document == mention.document => *n += 1,
            _ => self.n_mentions.push((mention.document, 1)),
        }
        let surface = surface(mention.span, text);
        if mention.form == MentionForm::Name {
            // `M. Roy` is called Roy.
            let name = if mention.civil { surface.split_once(' ').map_or(&*surface, |(_, name)| name) } else { &*surface };
            *self.names.entry(name.to_owned()).or_default() += 1;
        }
        if self.surfaces.len() < MOST_ALIASES && !self.surfaces.contains(&surface) {
            self.surfaces.push(surface);
        }
    }

    fn entity(self, identity: &Identity) -> Entity {
        let known = match identity {
            Identity::Known(entry) => Some(&gazetteer::shipped().entries[*entry]),
            _ => None,
        };
        let kind = known.map_or_else(|| self.kind(), |entry| entry.kind);
        let name = known.map_or_else(|| self.name(), |entry| entry.name.to_owned());
        let aliases = self.surfaces.into_iter().filter(|surface| *surface != name).collect();
        let wikidata = known.and_then(|entry| entry.wikidata).map(str::to_owned);
        Entity { id: EntityId(0), slug: slug(kind, &name), kind, name, aliases, wikidata, n_mentions: self.n_mentions, corrected: false }
    }

    fn kind(&self) -> EntityKind {
        let most = self.kinds.iter().max().copied().unwrap_or(0);
        let at = self.kinds.iter().position(|n| *n == most).unwrap_or(0);
        EntityKind::ALL[at]
    }

    /// The name with most words, then the most frequent, without capitals throughout if there is a choice.
    fn name(&self) -> String {
        let shouted = |name: &str| name.chars().count() > 6 && !name.chars().any(char::is_lowercase);
        let full = |name: &str| name.split([' ', '-']).filter(|word| !word.ends_with('.')).count().min(6);
        let rank = |(name, n): &(&String, &u32)| (!shouted(name), full(name), **n);
        let best = self.names.iter().max_by_key(rank).map(|(name, _)| name.clone());
        best.unwrap_or_else(|| self.surfaces.first().map_or_else(String::new, |surface| without_determiner(surface).to_owned()))
    }
}

/// The words of a mention, with one blank between two.
pub(super) fn surface(span: Span, text: &str) -> String {
    filling::stripped(span.slice(text)).split_whitespace().collect::<Vec<_>>().join(" ")
}

fn without_determiner(surface: &str) -> &str {
    let determined =
        surface.split_once(' ').filter(|(first, _)| matches!(&*fold(first), "le" | "la" | "les" | "ce" | "cette" | "ces" | "the"));
    determined.map_or(surface, |(_, rest)| rest)
}

/// An entity with more surfaces than this is a mistake of the linking; the list stays short for the page.
pub(super) const MOST_ALIASES: usize = 40;

/// `per:bernard-cazeneuve`: letters and digits of the folded name, joined by hyphens.
pub(super) fn slug(kind: EntityKind, name: &str) -> String {
    const PREFIXES: [&str; 8] = ["per", "org", "loc", "media", "group", "event", "law", "product"];
    let folded = fold(name);
    let words: Vec<_> = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty()).collect();
    let words = words.iter().take(12).copied().collect::<Vec<_>>().join("-");
    let words: String = words.chars().take(80).collect();
    format!("{}:{}", PREFIXES[kind as usize], if words.is_empty() { "sans-nom" } else { &words })
}

/// Gives a number to every slug that is taken.
fn name_apart(entities: &mut [(usize, Entity)]) {
    let mut taken: HashSet<String> = HashSet::new();
    let mut next: HashMap<String, u32> = HashMap::new();
    for (_, entity) in entities {
        let base = entity.slug.clone();
        while !taken.insert(entity.slug.clone()) {
            let n = next.entry(base.clone()).or_insert(1);
            *n += 1;
            entity.slug = format!("{base}-{n}");
        }
    }
}
