//! The opening sentences, made from what the engine found; each claim is a door to its passages.

use yew::prelude::*;

use super::byline::article_name;
use crate::compare::Finding;
use crate::entities::Entity;
use crate::id::{DocumentId, EntityId};
use crate::order::Order;
use crate::protocol::{self, ArticleCard, Overview};
use crate::ui::format::{self, capital};
use crate::ui::messages::{counts, opening, values};
use crate::ui::route::{Place, View};

/// Findings told in the opening; the rest have their place below.
const TOLD: usize = 3;
/// Names listed in one claim.
const NAMES: usize = 4;

/// The sentences, and the corpus in figures below.
pub fn lede(overview: &Overview) -> Html {
    let n = overview.articles.len();
    let n_words: u32 = overview.articles.iter().map(|card| card.n_words).sum();
    let claims = overview.findings.iter().filter_map(|finding| claim(overview, finding)).take(TOLD);
    let opening = if n == 1 { opening::only_one_article().to_owned() } else { format!("{}.", capital(&opening::articles(n))) };
    let context = [
        overview.title.as_ref().map(|title| values::in_marks(title)),
        Some(counts::n_articles(n)),
        Some(counts::n_words(n_words as usize)),
        period(&overview.articles),
    ];
    html! {
        <>
            <p class="lede">{ opening }{ for claims.map(|claim| html! { <>{ " " }{ claim }</> }) }</p>
            <p class="context">{ context.into_iter().flatten().collect::<Vec<_>>().join(", ") }{ opening::everything_opens() }</p>
        </>
    }
}

/// What a finding says, each thing of it a door.
pub fn claim(overview: &Overview, finding: &Finding) -> Option<Html> {
    let n = overview.articles.len();
    match finding {
        Finding::NamedInstead { entity, document, instead } => {
            Some(opening::named_instead(n - 1, name(overview, *entity)?, article(overview, *document)?, name(overview, *instead)?))
        }
        Finding::CommonText { document, source, share } => {
            let (a, b) = (card(overview, *document)?, card(overview, *source)?);
            let pair = Place::of(View::Compare(Some((a.name.clone(), b.name.clone())))).fragment();
            let share = html! { <a href={pair.clone()}>{ format::percent(*share) }</a> };
            let how = html! { <a href={pair}>{ opening::nearly_word_for_word() }</a> };
            Some(opening::common_text(share, article(overview, *document)?, how, article(overview, *source)?))
        }
        Finding::NamedByAll { entities } => {
            let names: Vec<Html> = entities.iter().take(NAMES).filter_map(|id| name(overview, *id)).collect();
            (!names.is_empty() && n > 1).then(|| opening::all_name(list(names)))
        }
        Finding::Versions { document, start, speaker, n_articles, n_wordings, seam } => {
            let to = Place::of(View::Utterance { article: card(overview, *document)?.name.clone(), start: *start });
            let speaker = speaker.and_then(|speaker| name(overview, speaker));
            let forms = html! { <a href={to.fragment()}>{ opening::forms(*n_wordings as usize) }</a> };
            Some(opening::versions(speaker, *n_articles as usize, forms, *seam))
        }
        Finding::NamedByOne { entity, document } => Some(opening::one_names(article(overview, *document)?, name(overview, *entity)?)),
    }
}

fn entity(overview: &Overview, id: EntityId) -> Option<&Entity> {
    protocol::entity(&overview.entities, id)
}

fn card(overview: &Overview, id: DocumentId) -> Option<&ArticleCard> {
    overview.articles.get(id.index())
}

fn name(overview: &Overview, id: EntityId) -> Option<Html> {
    let entity = entity(overview, id)?;
    let place = Place::of(View::Entity { slug: entity.slug.clone(), article: None });
    Some(html! { <a href={place.fragment()}>{ &entity.name }</a> })
}

fn article(overview: &Overview, id: DocumentId) -> Option<Html> {
    let card = card(overview, id)?;
    Some(html! { <a href={Place::read(&card.name).fragment()}>{ article_name(card) }</a> })
}

/// `A, B et C`.
fn list(items: Vec<Html>) -> Html {
    let last = items.len().saturating_sub(1);
    let parts = items.into_iter().enumerate().map(|(at, item)| {
        let before = if at == 0 {
            ""
        } else if at == last {
            opening::and()
        } else {
            ", "
        };
        html! { <>{ before }{ item }</> }
    });
    html! { <>{ for parts }</> }
}

/// Months of the first and last publication.
fn period(articles: &[ArticleCard]) -> Option<String> {
    let mut months: Vec<&str> = articles.iter().filter_map(|card| card.metadata.published.as_ref()?.value.get(..7)).collect();
    months.order();
    let (first, last) = (months.first()?, months.last()?);
    let (from, to) = (format::date(first), format::date(last));
    let same_year = first.get(..4) == last.get(..4);
    Some(match from.rsplit_once(' ') {
        _ if first == last => to,
        Some((month, _)) if same_year => format!("{month} – {to}"),
        _ => format!("{from} – {to}"),
    })
}
