//! Fields in the tree of a query: filters, what other layers found, and the places that restrict a level.

use super::field::{FieldName, Value};
use super::layer::Layer;
use super::lex::Sign;
use super::parse::{Asked, Level, Parser, wants};
use super::query::{Inside, Leaf, LeafKind, Node, PlaceKind, Within};
use super::value::FieldText;
use crate::span::Span;

/// A field that restricts what stands with it, and where it was typed.
pub struct Restriction {
    within: Within,
    typed: Span,
}

impl<'t> Parser<'t> {
    /// The field whose sign stands here.
    pub(super) fn field_text(&self, name: FieldName, value: Span) -> FieldText<'t> {
        let span = self.pieces[self.at].span;
        let may_go_on = self.unfinished && self.at + 1 == self.pieces.len() && value.end as usize == self.text.len();
        FieldText { query: self.text, name, value, span, typed: if may_go_on { Value::Unfinished } else { Value::Whole } }
    }

    pub(super) fn field(&mut self, level: &mut Level, asked: Asked, start: u32) {
        let Some(Sign::Field { name, value, .. }) = self.peek() else { return };
        let field = self.field_text(name, value);
        self.at += 1;
        let whole = Span { start, end: field.span.end };
        self.query.conditions.push(whole);
        match name {
            FieldName::Place | FieldName::Speaker => {
                let place = match name {
                    FieldName::Place => field.place(&mut self.notices),
                    _ => field.annotation(&mut self.notices).map(PlaceKind::Annotation),
                };
                let side = if asked == Asked::Wanted { Inside::Inside } else { Inside::Outside };
                let restriction = place.map(|place| Restriction { within: Within { place, side }, typed: whole });
                let is_new = |new: &Restriction| level.within.iter().all(|known| known.within != new.within);
                level.within.extend(restriction.filter(is_new));
            }
            FieldName::With | FieldName::Without => {
                let is_with = (name == FieldName::With) == (asked == Asked::Wanted);
                let names = field.articles(&mut self.notices);
                let sets = &mut self.query.sets;
                if is_with { &mut sets.with } else { &mut sets.without }.extend(names);
            }
            FieldName::Outlet | FieldName::Author | FieldName::Date => {
                let filter = field.filter(&mut self.notices);
                level.nodes.extend(filter.map(|filter| asked.node(Node::Filter(filter))));
            }
            FieldName::Entity | FieldName::Type | FieldName::Figure | FieldName::When => {
                let node = self.found(field).and_then(|leaf| self.words_of(leaf));
                level.nodes.extend(node.map(|node| asked.node(node)));
            }
        }
    }

    /// Restricts the leaves of a level, from `first` on, to the places that were typed with them. With nothing to restrict, what
    /// is in such a place is what is looked for.
    pub(super) fn restrict(&mut self, first: usize, level: &mut Level) {
        if level.within.is_empty() {
            return;
        }
        let all = || level.within.iter().map(|restriction| restriction.within.clone());
        self.query.leaves[first..].iter_mut().for_each(|leaf| leaf.within.extend(all()));
        if level.nodes.iter().any(wants) {
            return;
        }
        let found = level.within.iter().position(|restriction| restriction.is_found(Layer::Speaker));
        let found = found.or_else(|| level.within.iter().position(|restriction| restriction.is_found(Layer::Quotation)));
        let typed = level.within[found.unwrap_or(0)].typed.slice(self.text).to_owned();
        let mut within: Vec<Within> = all().collect();
        let kind = match found.map(|found| within.remove(found).place) {
            Some(PlaceKind::Annotation(annotated)) => LeafKind::Annotation(annotated),
            _ => LeafKind::Any,
        };
        let node = self.words_of(Leaf { text: typed, kind, within });
        level.nodes.extend(node);
    }
}

impl Restriction {
    /// True when what `layer` found can be looked for.
    fn is_found(&self, layer: Layer) -> bool {
        self.within.side == Inside::Inside && matches!(&self.within.place, PlaceKind::Annotation(annotated) if annotated.layer == layer)
    }
}
