//! Filters of a query as a person reads them, and the query with one more or one less.

use yew::prelude::*;

use crate::protocol::SearchView;
use crate::search;
use crate::ui::format;
use crate::ui::route::Place;

/// The filters of a query above its results, each to be taken away, or all at once.
pub fn active_filters(found: &SearchView, place: &Place) -> Html {
    let spans = &found.results.conditions;
    if spans.is_empty() {
        return Html::default();
    }
    let without_one = |at: usize| place.clone().with_query(&search::without(&place.query, &spans[at..=at])).with_shown(0);
    let all = place.clone().with_query(&search::without(&place.query, spans)).with_shown(0);
    let chip = |(at, text): (usize, &str)| {
        let words = condition_words(text);
        html! { <li key={at}><a href={without_one(at).fragment()} aria-label={format!("Retirer le filtre {words}")}>{ words }<span aria-hidden="true">{ " ×" }</span></a></li> }
    };
    html! {
        <div class="active-filters">
            <h2 class="visually-hidden">{ "Filtres" }</h2>
            <ul>{ for asked(found, &place.query).enumerate().map(chip) }</ul>
            if spans.len() > 1 { <a class="all" href={all.fragment()}>{ "Tout retirer" }</a> }
        </div>
    }
}

/// The filters of `query`, which `found` answers, as they are written.
pub fn asked<'q>(found: &SearchView, query: &'q str) -> impl Iterator<Item = &'q str> {
    found.results.conditions.iter().map(move |span| query.get(span.range()).unwrap_or_default())
}

/// The query with `condition`, or without it when it is there.
pub fn toggled(query: &str, condition: &str, found: &SearchView) -> String {
    let there = asked(found, query).position(|asked| asked == condition);
    match there {
        Some(at) => search::without(query, &found.results.conditions[at..=at]),
        None => search::with_condition(query, condition),
    }
}

/// `-outlet:"Le Monde"` → `sans source : Le Monde`.
pub fn condition_words(condition: &str) -> String {
    let (excluded, condition) = condition.strip_prefix(['-', '−', '–']).map_or(("", condition), |rest| ("sans ", rest));
    let Some((field, value)) = condition.split_once(':') else { return condition.to_owned() };
    let value = value.trim_matches(['"', '«', '»', '“', '”', '\u{a0}', '\u{202f}', ' ']);
    let words = match field {
        "outlet" | "média" | "media" | "journal" | "source" => "source",
        "author" | "auteur" => "signature",
        "date" => return format!("{excluded}publié\u{a0}: {}", period(value)),
        "when" | "quand" => return format!("{excluded}jour raconté\u{a0}: {}", period(value)),
        "in" | "zone" => return format!("{excluded}{}", place_words(value)),
        "entity" | "entité" | "nom" => "nom",
        "type" => "sorte de nom",
        "speaker" | "locuteur" | "qui" => "qui parle",
        "figure" | "chiffre" => "chiffre",
        other => other,
    };
    format!("{excluded}{words}\u{a0}: {value}")
}

/// `2015-02..2015-04` → `février 2015 à avril 2015`.
fn period(value: &str) -> String {
    match value.split_once("..") {
        None => format::date(value),
        Some(("", last)) => format!("jusqu’à {}", format::date(last)),
        Some((first, "")) => format!("à partir de {}", format::date(first)),
        Some((first, last)) => format!("{} à {}", format::date(first), format::date(last)),
    }
}

fn place_words(value: &str) -> &str {
    match value {
        "title" | "titre" => "titre",
        "lead" | "chapô" | "chapo" => "chapô",
        "body" | "corps" => "texte",
        "caption" | "légende" => "légende",
        "quote" | "citation" => "citation",
        "furniture" | "marge" => "autour de l’article",
        other => other,
    }
}
