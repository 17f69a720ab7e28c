//! Work that takes its time: what is being done, how far it is, and a way to stop it.

use yew::prelude::*;

use crate::ui::hooks::Explorer;
use crate::ui::messages::frame;
use crate::ui::state::Task;

/// The line, where there is such work.
pub fn task_line(explorer: &Explorer) -> Html {
    let Some(task) = &explorer.state.task else { return Html::default() };
    let (words, done, total) = match task {
        Task::Reading { name, done, total } => (frame::reading_file(name), *done, *total),
        Task::Making(progress) => (frame::stage(progress.stage).to_owned(), progress.done, progress.total),
        Task::Packing => (frame::writing_corpus().to_owned(), 0, 0),
    };
    let count = (total > 1 && done > 0).then(|| frame::done_of(done, total));
    // Without a value the bar says only that something is going on.
    let value = (done > 0).then(|| done.to_string());
    let cancel = {
        let desk = explorer.desk.clone();
        Callback::from(move |_| desk.cancel())
    };
    html! {
        <div class="task" role="status">
            <p>{ words }{ count }</p>
            <progress max={total.max(1).to_string()} {value} aria-label={frame::progress()}></progress>
            if !matches!(task, Task::Packing) { <button type="button" onclick={cancel}>{ frame::stop_keeping_nothing() }</button> }
        </div>
    }
}
