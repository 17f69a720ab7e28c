//! Through which outlet something was said: `à l’AFP`, `au micro de RFI`, `sur BFM`, `(AFP)`.

use super::Medium;
use super::Speaker;
use super::scene::Scene;
use crate::entities::EntityKind;
use crate::span::Span;

/// Tokens before the name of an outlet in which its preposition stands: `dans un entretien accordé au Courrier`.
const BEFORE: usize = 4;

/// Bytes beside a quotation in which its outlet is looked for: bounds the work in sentences without end.
const NEAR: u32 = 600;

/// The outlet named with a quotation in the sentence of tokens `from` to `limit`; behind the quotation rather than before.
pub(super) fn find(scene: &Scene, (from, limit): (usize, usize), quotation: Span, speaker: Option<Speaker>) -> Option<Medium> {
    let (start, end) = (scene.tokens.get(from)?.span.start, scene.tokens.get(limit.checked_sub(1)?)?.span.end);
    let (start, end) = (start.max(quotation.start.saturating_sub(NEAR)), end.min(quotation.end.saturating_add(NEAR)));
    let begin = scene.mentions.partition_point(|mention| mention.span.start < start);
    let within = scene.mentions[begin..].iter().take_while(|mention| mention.span.end <= end);
    let media = within.filter(|mention| {
        let at = scene.token_at(mention.span.start);
        let speaks = speaker.is_some_and(|speaker| speaker.entity == Some(mention.entity));
        mention.kind == EntityKind::Media && !speaks && scene.is_outside(at) && is_brought(scene, from, at)
    });
    let best = media.min_by_key(|mention| (mention.span.start < quotation.start, mention.span.start.abs_diff(quotation.start)))?;
    Some(Medium { entity: best.entity, mention: best.span })
}

/// True when a preposition or a bracket brings the name.
fn is_brought(scene: &Scene, from: usize, at: usize) -> bool {
    let lowest = from.max(at.saturating_sub(BEFORE));
    for place in (lowest..at).rev() {
        match scene.sign(place) {
            Some('(' | '/') => return true,
            Some(_) => return false,
            None => {}
        }
        if matches!(
            scene.lower(place),
            "à" | "au" | "aux" | "sur" | "dans" | "micro" | "antenne" | "auprès" | "to" | "on" | "in" | "with" | "told"
        ) {
            return true;
        }
        if scene.verb(place).is_some() || scene.lower(place) == "selon" {
            return false;
        }
    }
    false
}
