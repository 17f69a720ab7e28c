//! Work that takes its time: what is being done, how far it is, and a way to stop it.

use yew::prelude::*;

use crate::protocol::Stage;
use crate::ui::format;
use crate::ui::hooks::Explorer;
use crate::ui::state::Task;

/// The line, where there is such work.
pub fn task_line(explorer: &Explorer) -> Html {
    let Some(task) = &explorer.state.task else { return Html::default() };
    let (words, done, total) = match task {
        Task::Reading { name, done, total } => (format!("Lecture de {name}"), *done, *total),
        Task::Making(progress) => (stage_words(progress.stage).to_owned(), progress.done, progress.total),
        Task::Packing => ("Écriture du corpus".to_owned(), 0, 0),
    };
    let count = (total > 1 && done > 0).then(|| format!(" ({} sur {})", format::number(done as usize), format::number(total as usize)));
    // Without a value the bar says only that something is going on.
    let value = (done > 0).then(|| done.to_string());
    let cancel = {
        let desk = explorer.desk.clone();
        Callback::from(move |_| desk.cancel())
    };
    html! {
        <div class="task" role="status">
            <p>{ words }{ count }</p>
            <progress max={total.max(1).to_string()} {value} aria-label="Avancement"></progress>
            if !matches!(task, Task::Packing) { <button type="button" onclick={cancel}>{ "Arrêter sans rien garder" }</button> }
        </div>
    }
}

fn stage_words(stage: Stage) -> &'static str {
    match stage {
        Stage::Reading => "Lecture des articles",
        Stage::Names => "Reconnaissance des noms",
        Stage::Words => "Index des mots",
        Stage::Comparing => "Préparation des comparaisons",
    }
}
