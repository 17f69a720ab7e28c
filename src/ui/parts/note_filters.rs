//! Which notes are listed: by label, by article, by who wrote them. Each choice says how many notes it leaves with the others as they are.

use std::collections::BTreeMap;

use web_sys::HtmlSelectElement;
use yew::prelude::*;

use super::notes_here::cut;
use crate::notebook::{Note, Notebook};
use crate::protocol::ArticleCard;
use crate::ui::covered::Covered;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::hooks::use_explorer::Step;
use crate::ui::messages::noting;
use crate::ui::noted::Noted;
use crate::ui::route::{Place, View};

/// Characters of a name in a list to choose from.
const SHOWN: usize = 60;

/// A note with the article in which it stands, by name.
pub type Filed<'n> = (&'n Note, &'n str);

/// True for a note that is wanted.
pub fn is_wanted(noted: &Noted, (note, article): Filed) -> bool {
    let label = |wanted: &String| note.label.as_deref().unwrap_or_default() == wanted;
    let author = |wanted: &String| note.author.as_deref().unwrap_or_default() == wanted;
    noted.label.as_ref().is_none_or(label)
        && noted.author.as_ref().is_none_or(author)
        && noted.article.as_ref().is_none_or(|wanted| wanted == article)
}

/// The fields of the filters.
pub fn note_filters(
    explorer: &Explorer,
    noted: &Noted,
    notebook: &Notebook,
    articles: &[ArticleCard],
    filed: &[Filed],
    covered: &Covered,
) -> Html {
    let labels = notebook.labels.iter().map(|label| (label.name.clone(), cut(&covered.of(&label.name), SHOWN)));
    let labels: Vec<_> = labels.chain([(String::new(), noting::no_label().to_owned())]).collect();
    let shown: Vec<_> = articles.iter().map(|card| (card.name.clone(), cut(&format::label(card), SHOWN))).collect();
    let mut authors: Vec<&str> = filed.iter().map(|(note, _)| note.author.as_deref().unwrap_or_default()).collect();
    authors.sort_unstable();
    authors.dedup();
    let you = |author: &str| if author.is_empty() { noting::you().to_owned() } else { cut(author, SHOWN) };
    let authors: Vec<_> = authors.into_iter().map(|author| (author.to_owned(), you(author))).collect();
    let fields = [
        Field {
            id: "notes-label",
            words: noting::label(),
            all: noting::every_label(),
            options: labels,
            part: |noted| &mut noted.label,
            value: |(note, _)| note.label.as_deref().unwrap_or_default(),
        },
        Field {
            id: "notes-article",
            words: noting::article(),
            all: noting::every_article(),
            options: shown,
            part: |noted| &mut noted.article,
            value: |(_, article)| article,
        },
        Field {
            id: "notes-author",
            words: noting::author(),
            all: noting::everyone(),
            options: authors,
            part: |noted| &mut noted.author,
            value: |(note, _)| note.author.as_deref().unwrap_or_default(),
        },
    ];
    html! {
        <div class="note-filters settings" role="group" aria-label={noting::filters()}>{ for fields.map(|one| field(explorer, noted, filed, one)) }</div>
    }
}

/// One of the fields.
struct Field {
    id: &'static str,
    words: &'static str,
    all: &'static str,
    /// Values with what is shown of each.
    options: Vec<(String, String)>,
    /// What of the address it sets.
    part: fn(&mut Noted) -> &mut Option<String>,
    /// What of a note it asks for.
    value: for<'n> fn(Filed<'n>) -> &'n str,
}

fn field(explorer: &Explorer, noted: &Noted, filed: &[Filed], field: Field) -> Html {
    let Field { id, words, all, options, part, value } = field;
    let mut to = noted.clone();
    let chosen = part(&mut to).take();
    // How many each value leaves, with the other fields as they are.
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for one in filed.iter().filter(|one| is_wanted(&to, **one)) {
        *counts.entry(value(*one)).or_default() += 1;
    }
    let option = |(value, words): &(String, String)| {
        let (n, selected) = (counts.get(&**value).copied().unwrap_or_default(), chosen.as_ref() == Some(value));
        // One that leaves nothing is left out, unless it is chosen.
        (n > 0 || selected).then(|| html! { <option value={format!("={value}")} {selected}>{ noting::choice(words, n) }</option> })
    };
    let n_all = counts.values().sum();
    let explorer = explorer.clone();
    let onchange = Callback::from(move |event: Event| {
        let value = event.target_unchecked_into::<HtmlSelectElement>().value();
        let mut to = to.clone();
        *part(&mut to) = value.strip_prefix('=').map(str::to_owned);
        explorer.go(&Place::of(View::Notes(to)), Step::New);
    });
    html! {
        <p class="field"><label for={id}>{ words }</label>{ " " }<select {id} {onchange}>
            <option value="" selected={chosen.is_none()}>{ noting::choice(all, n_all) }</option>
            { for options.iter().filter_map(option) }
        </select></p>
    }
}
