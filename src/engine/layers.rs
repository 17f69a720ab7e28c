//! Hands what was found in the articles to the search, so that a query can ask for it.

use crate::corpus::Corpus;
use crate::entities::{Entity, EntityIndex};
use crate::search::SearchIndex;
use crate::search::layer::{Annotation, Layer};

/// Makes names searchable under every name of their entity, and by its type.
pub fn hand_over(index: &mut SearchIndex, corpus: &Corpus, entities: &EntityIndex) {
    let mut hand = |layer: Layer, key: &dyn Fn(&Entity) -> String| {
        let keys: Vec<String> = entities.entities.iter().map(key).collect();
        let mut annotations = entities.mentions.iter().map(|mention| {
            let key = keys[mention.entity.index()].clone();
            Annotation { document: mention.document, span: mention.span, layer, key }
        });
        let annotations: &mut dyn Iterator<Item = Annotation> = &mut annotations;
        index.set_layer(corpus, layer, annotations);
    };
    hand(Layer::Entity, &|entity| [entity.name.as_str(), &entity.aliases.join(" "), &entity.slug].join(" "));
    hand(Layer::EntityType, &|entity| entity.kind.label().to_lowercase());
}
