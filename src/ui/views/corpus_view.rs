//! What is loaded, what is known of each article and how, and the way to bring one's own.

use web_sys::HtmlInputElement;
use yew::prelude::*;

use super::ViewProps;
use crate::protocol::ArticleCard;
use crate::ui::files;
use crate::ui::format;
use crate::ui::hooks::use_explorer;
use crate::ui::parts::Byline;
use crate::ui::route::Place;
use crate::ui::state::Action;

#[component]
pub fn CorpusView(props: &ViewProps) -> Html {
    let explorer = use_explorer();
    let overview = &props.overview;
    let onchange = Callback::from({
        let explorer = explorer.clone();
        move |event: Event| {
            let field: HtmlInputElement = event.target_unchecked_into();
            if let Some(list) = field.files() {
                explorer.bring(files::listed(&list));
            }
            // The same file can then be chosen again.
            field.set_value("");
        }
    });
    let back = Callback::from({
        let explorer = explorer.clone();
        move |_| explorer.bring_back()
    });
    let dismiss = Callback::from({
        let explorer = explorer.clone();
        move |_| explorer.state.dispatch(Action::Report(None))
    });
    html! {
        <div class="corpus-view">
            <h1 tabindex="-1">{ "Corpus" }</h1>
            <p class="context">{ overview.title.clone().map(|title| format!("«\u{a0}{title}\u{a0}»\u{a0}: ")) }{ format::count(overview.articles.len(), "article", "articles") }{ ". Rien ne quitte cette page : vos fichiers sont lus ici même, et oubliés quand elle se ferme." }</p>
            <div class="bring">
                <label class="button" for="files">{ "Choisir des fichiers…" }</label>
                <input id="files" class="visually-hidden" type="file" multiple=true accept=".txt,.text,.md,.markdown,.html,.htm" {onchange} />
                <button type="button" onclick={back}>{ "Revenir au corpus d’exemple" }</button>
                <p>{ "ou déposez-les n’importe où dans la page : texte, Markdown ou pages web enregistrées, un article par fichier. Ils remplacent le corpus affiché." }</p>
            </div>
            if let Some(report) = &explorer.state.report {
                <section class="report" role="status">
                    <h2>{ "Import" }</h2>
                    <p>{ format!("{}.", format::count(report.n_articles, "article lu", "articles lus")) }
                        if report.n_articles == 0 { { " Le corpus affiché reste le même." } }
                    </p>
                    if !report.refused.is_empty() {
                        <ul>{ for report.refused.iter().map(|(name, why)| html! { <li><b>{ name }</b>{ "\u{a0}: " }{ why }</li> }) }</ul>
                    }
                    <button type="button" onclick={dismiss}>{ "Fermer ce compte rendu" }</button>
                </section>
            }
            <ol class="loaded">{ for overview.articles.iter().map(article) }</ol>
        </div>
    }
}

fn article(card: &ArticleCard) -> Html {
    html! {
        <li key={card.id.0}>
            <h2 lang={card.language.clone()}><a href={Place::read(&card.name).fragment()}>{ format::title(card) }</a></h2>
            <p class="file">{ &card.name }</p>
            <Byline card={card.clone()} />
        </li>
    }
}
