//! The corpus on the desk: what came in, what the reader did with it, and what is going on with it just now.
//!
//! Views dispatch actions for what is shown; whatever changes the corpus goes through here: files brought, corrections, undo,
//! corpora kept in the browser, export. One import runs at a time; files brought meanwhile wait for their turn. Whatever fails
//! or is cancelled leaves the corpus as it was. Of a corpus that lies in the browser's storage the page holds no copy: the engine
//! has its own, and what is seldom wanted (joined, exported, kept under another name) is read again.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;
use std::rc::Rc;

use js_sys::Uint8Array;
use wasm_bindgen_futures::spawn_local;

use super::brought::{self, Brought};
use super::client::{Client, ClientEvent};
use super::holding::{Batch, Holding, arrays, freed, refilled};
use super::hooks::use_explorer::Step;
use super::messages::{correcting, errors, keeping, publishing};
use super::pile::Pile;
use super::readers_client::{Part, Readers, Stopped, Wrapping};
use super::shelf::{Shelf, Taken, Unkept};
use super::state::{Action, Held, Kept, Report, Task};
use super::{download, format, origin};
use crate::corpus::{Article, Correction, Edits, Mask, mask};
use crate::import::{Columns, Imported, Refusal};
use crate::notebook::Notebook;
use crate::protocol::{self, Base, Built, ExportForm, NotesAnswer, NotesRequest, Request, Response};

/// A handle on the desk; clones share it.
#[derive(Clone)]
pub struct Desk(Rc<Inner>);

struct Inner {
    client: Client,
    readers: Readers,
    holding: RefCell<Holding>,
    queue: RefCell<VecDeque<Brought>>,
    /// Files beside saved pages among what was brought since the last report.
    n_set_aside: Cell<usize>,
    running: Cell<bool>,
    cancelled: Cell<bool>,
    pause: RefCell<Option<gloo::timers::callback::Timeout>>,
    shelf: RefCell<Option<Shelf>>,
    listener: RefCell<Option<Rc<Listener>>>,
    /// What was taken off the shelf last, and whether it is the open corpus.
    taken: RefCell<Option<(Taken, Whose)>>,
    /// What was open before, where the shelf does not have it as it was.
    earlier: RefCell<Option<Earlier>>,
}

/// A corpus that gave way to another.
struct Earlier {
    holding: Holding,
    /// Of one that others were joined to: what the reader had done with both when they were one.
    joined: Option<Edits>,
}

type Listener = dyn Fn(Action);

/// Whether a corpus that was taken off the shelf is the open one.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Whose {
    Open,
    Other,
}

/// What another page did.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Elsewhere {
    Changed,
    Forgotten,
}

/// Whether what is brought joins the corpus or begins another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Join {
    Corpus,
    Another,
    /// It is what the page was made to show: nobody asked to keep it, and an address may lead into it.
    Named,
}

/// Milliseconds without a keystroke after which notes are kept.
const PAUSE: u32 = 300;
/// Steps of writing that can be taken back.
const MOST_LEAVES: usize = 50;
/// Notes held for that, of all steps together: some 50 MB of them, at half a kilobyte a note.
const MOST_NOTES_LEAFED: usize = 100_000;
/// Where the corpus that ships is kept with its corrections.
const SHIPPED: &str = "exemple";
/// A longer file is something else than press articles; it is not even read.
const LARGEST: f64 = 300_000_000.0;
/// Files that are read in one go: so many bytes together, so many at most. At one file a message, ten thousand files take
/// minutes; of too many, to stop takes long.
const TOGETHER: f64 = 4_000_000.0;
const MOST_TOGETHER: usize = 100;
/// More files than this are no corpus about one event.
const MOST_FILES: u32 = 20_000;

impl PartialEq for Desk {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Desk {
    pub fn new(client: Client) -> Self {
        let inner = Inner {
            client,
            readers: Readers::default(),
            holding: RefCell::default(),
            queue: RefCell::default(),
            n_set_aside: Cell::default(),
            running: Cell::default(),
            cancelled: Cell::default(),
            pause: RefCell::default(),
            shelf: RefCell::default(),
            listener: RefCell::default(),
            taken: RefCell::default(),
            earlier: RefCell::default(),
        };
        Self(Rc::new(inner))
    }

    pub fn client(&self) -> &Client {
        &self.0.client
    }

    /// Tells `listener` of everything that happens here, in place of the one before.
    pub fn set_listener(&self, listener: impl Fn(Action) + 'static) {
        let listener: Rc<Listener> = Rc::new(listener);
        *self.0.listener.borrow_mut() = Some(listener.clone());
        self.0.client.set_listener(move |event| match event {
            ClientEvent::Crashed(why) => listener(Action::Crashed(why)),
            ClientEvent::Progress(progress) => listener(Action::Task(Some(Task::Making(progress)))),
        });
    }

    /// Opens the corpus that the page was made to show, else the one that was open last, if one is kept; else the one that ships.
    pub fn start(&self) {
        let desk = self.clone();
        spawn_local(async move {
            let named = origin::named().await;
            let opens_last = named.is_none();
            match named {
                Some(Ok(brought)) => {
                    desk.0.queue.borrow_mut().push_back(brought);
                    desk.import_queue(Join::Named).await;
                    desk.tell(Action::Ready);
                }
                Some(Err(why)) => desk.tell(Action::Notice(why)),
                None => {}
            }
            match Shelf::open().await {
                Ok(shelf) => {
                    let last = if opens_last { shelf.last().await.unwrap_or_default() } else { None };
                    *desk.0.shelf.borrow_mut() = Some(shelf);
                    desk.list().await;
                    if let Some(id) = last {
                        desk.reopen_now(&id, Action::Again).await;
                    }
                }
                Err(unkept) => desk.tell(Action::Shelf(Err(unkept))),
            }
            desk.tell(Action::Ready);
        });
    }

    /// Reads files and makes them the corpus, or joins them to it. Those brought while others are read wait.
    pub fn bring(&self, mut brought: Vec<Brought>, join: Join) {
        self.0.n_set_aside.set(self.0.n_set_aside.get() + brought::set_aside(&mut brought));
        self.0.queue.borrow_mut().extend(brought);
        let desk = self.clone();
        spawn_local(async move {
            desk.import_queue(join).await;
        });
    }

    /// Stops what is under way; what was brought and not read yet is left out.
    pub fn cancel(&self) {
        self.0.cancelled.set(true);
        self.0.queue.borrow_mut().clear();
        self.0.readers.cancel();
        self.0.client.cancel();
    }

    /// Reads a table again with these columns.
    pub fn read_again(&self, brought: Brought, columns: Columns) {
        self.bring(vec![brought.with_columns(columns)], Join::Corpus);
    }

    /// Articles that a script gives become the corpus.
    ///
    /// # Errors
    /// When the engine refuses them; the corpus before then stays.
    pub async fn load(&self, articles: &[Article]) -> Result<usize, String> {
        let articles = vec![Uint8Array::from(&*protocol::pack_articles(articles)).into()];
        let holding = Holding { base: Base::Appended, articles, is_here: true, ..Holding::default() };
        let built = self.make(holding, Vec::new(), Action::Loaded).await?;
        self.tell(Action::Task(None));
        Ok(built.overview.articles.len())
    }

    /// A file that a script gives becomes the corpus; the number of its articles.
    ///
    /// # Errors
    /// When nothing in it can be read; the corpus before then stays.
    pub async fn open(&self, brought: Brought) -> Result<usize, String> {
        self.0.queue.borrow_mut().push_back(brought);
        let report = self.import_queue(Join::Named).await.unwrap_or_default();
        let refused = report.outcomes.iter().find_map(|outcome| outcome.result.as_ref().err().map(ToString::to_string));
        match report.n_articles {
            0 => Err(report.problem.clone().or(refused).unwrap_or_else(|| errors::cancelled().to_owned())),
            n => Ok(n),
        }
    }

    /// Replays the corrections with these after them.
    pub fn correct(&self, corrections: Vec<Correction>) {
        if !corrections.is_empty() {
            let (mut edits, names) = {
                let holding = self.0.holding.borrow();
                (holding.edits.clone(), holding.names.clone())
            };
            edits.corrections.extend(corrections.into_iter().map(|correction| correction.renamed(&mask::unmasked(&names))));
            self.edit(edits, Vec::new());
        }
    }

    /// Hides where the articles come from, or shows it again.
    pub fn mask(&self, mask: Mask) {
        let (edits, undone) = self.edits();
        if edits.mask != mask {
            self.edit(Edits { mask, ..edits }, undone);
        }
    }

    /// Takes the last correction back.
    pub fn undo(&self) {
        let (mut edits, mut undone) = self.edits();
        if let Some(last) = edits.corrections.pop() {
            undone.push(last);
            self.edit(edits, undone);
        }
    }

    /// Makes the correction that was taken back last again.
    pub fn redo(&self) {
        let (mut edits, mut undone) = self.edits();
        if let Some(next) = undone.pop() {
            edits.corrections.push(next);
            self.edit(edits, undone);
        }
    }

    /// What the reader did, and what of it was taken back.
    fn edits(&self) -> (Edits, Vec<Correction>) {
        let holding = self.0.holding.borrow();
        (holding.edits.clone(), holding.undone.clone())
    }

    /// Gives the corpus another name, or none.
    pub fn rename(&self, title: &str) {
        let title = Some(title.trim().to_owned()).filter(|title| !title.is_empty());
        let (edits, undone) = self.edits();
        self.edit(Edits { title, ..edits }, undone);
    }

    /// Keeps notes about the corpus.
    pub fn note(&self, notes: String) {
        self.0.holding.borrow_mut().edits.notes = notes;
        // Shown and kept when the writer pauses.
        let desk = self.clone();
        let pause = gloo::timers::callback::Timeout::new(PAUSE, move || {
            desk.show();
            desk.keep_edits();
        });
        self.0.pause.replace(Some(pause));
    }

    /// Writes in the notebook. What it was before can be had back, unless this is one more letter of the same writing.
    pub fn write(&self, step: Step, write: impl FnOnce(&mut Notebook)) {
        {
            let mut holding = self.0.holding.borrow_mut();
            let before = holding.edits.notebook.clone();
            write(&mut holding.edits.notebook);
            if before == holding.edits.notebook {
                return;
            }
            if step == Step::New {
                holding.leafed.push(before);
                let most = (MOST_NOTES_LEAFED / holding.edits.notebook.notes.len().max(1)).clamp(1, MOST_LEAVES);
                let n_beyond = holding.leafed.len().saturating_sub(most);
                holding.leafed.drain(..n_beyond);
            }
        }
        self.show_and_keep_soon();
    }

    /// Takes back what was written last in the notebook.
    pub fn unwrite(&self) {
        let mut holding = self.0.holding.borrow_mut();
        if let Some(before) = holding.leafed.pop() {
            holding.edits.notebook = before;
            drop(holding);
            self.show_and_keep_soon();
        }
    }

    /// Shows what was written at once, and keeps it when the writer pauses.
    fn show_and_keep_soon(&self) {
        self.show();
        let desk = self.clone();
        let pause = gloo::timers::callback::Timeout::new(PAUSE, move || desk.keep_edits());
        self.0.pause.replace(Some(pause));
    }

    fn edit(&self, edits: Edits, undone: Vec<Correction>) {
        let desk = self.clone();
        spawn_local(async move {
            match desk.0.client.correct(edits.clone()).await {
                Ok(built) => {
                    let n_before = {
                        let mut holding = desk.0.holding.borrow_mut();
                        let n_before = holding.edits.corrections.len();
                        holding.n_articles = n_articles(&built);
                        // The notebook may have been written in meanwhile.
                        let notebook = std::mem::take(&mut holding.edits.notebook);
                        let names = std::mem::replace(&mut holding.names, built.names);
                        holding.edits = Edits { notebook, ..edits };
                        holding.undone = undone;
                        holding.passed_over = built.passed_over;
                        if names != holding.names {
                            holding.rename_notes(&names);
                        }
                        n_before
                    };
                    if desk.0.holding.borrow().passed_over.iter().any(|place| *place as usize >= n_before) {
                        desk.tell(Action::Notice(correcting::changes_nothing().to_owned()));
                    }
                    desk.tell(Action::Task(None));
                    desk.show();
                    desk.tell(Action::Again);
                    desk.keep_edits();
                }
                Err(why) => desk.tell(Action::Notice(why)),
            }
        });
    }

    /// Makes the shipped corpus the corpus again, with the corrections that were made to it.
    pub fn bring_back(&self) {
        let desk = self.clone();
        spawn_local(async move {
            if !desk.reopen_now(SHIPPED, Action::Loaded).await {
                desk.make_or_say(Holding::default(), Vec::new(), Action::Loaded).await;
            }
            desk.remember(None).await;
            desk.tell(Action::Task(None));
        });
    }

    /// Opens a corpus that is kept.
    pub fn reopen(&self, id: String) {
        let desk = self.clone();
        spawn_local(async move {
            if !desk.reopen_now(&id, Action::Loaded).await {
                desk.tell(Action::Notice(keeping::gone().to_owned()));
                desk.list().await;
            }
            desk.tell(Action::Task(None));
        });
    }

    /// Takes a corpus out of the browser. If it is open it stays open until the page closes; until then it can be put back.
    pub fn forget(&self, id: String) {
        let desk = self.clone();
        spawn_local(async move {
            let Some(shelf) = desk.shelf() else { return };
            let whose = if desk.0.holding.borrow().kept == Kept::As(id.clone()) { Whose::Open } else { Whose::Other };
            if whose == Whose::Open {
                if let Ok(whole) = desk.whole().await {
                    *desk.0.holding.borrow_mut() = whole;
                }
                desk.0.holding.borrow_mut().kept = Kept::No(Unkept::Removed);
                desk.remember(None).await;
                desk.show();
            }
            match shelf.take(&id).await {
                Ok(taken) => {
                    desk.tell(Action::Taken(Some(taken.title().unwrap_or_default())));
                    *desk.0.taken.borrow_mut() = Some((taken, whose));
                }
                Err(unkept) => desk.tell(Action::Notice(unkept.to_string())),
            }
            desk.list().await;
        });
    }

    /// Puts the corpus back that was taken out of the browser last.
    pub fn put_back(&self) {
        let desk = self.clone();
        spawn_local(async move {
            let (Some(shelf), Some((taken, whose))) = (desk.shelf(), desk.0.taken.take()) else { return };
            if let Err(unkept) = shelf.put_back(&taken).await {
                desk.tell(Action::Notice(unkept.to_string()));
                *desk.0.taken.borrow_mut() = Some((taken, whose));
                return;
            }
            desk.tell(Action::Taken(None));
            // Another corpus may have been opened meanwhile.
            if whose == Whose::Open && desk.0.holding.borrow().kept == Kept::No(Unkept::Removed) {
                desk.0.holding.borrow_mut().kept = Kept::As(taken.id.clone());
                desk.remember(Some(&taken.id)).await;
                desk.keep_edits();
                desk.show();
            }
            desk.list().await;
        });
    }

    /// Keeps the open corpus in the browser.
    pub fn keep(&self) {
        let desk = self.clone();
        spawn_local(async move {
            desk.keep_now().await;
            desk.keep_analysis();
        });
    }

    /// Saves the open corpus as one file.
    pub fn export(&self) {
        let (desk, edits) = (self.clone(), self.edits().0);
        let packed = async move { desk.packed(edits, Wrapping::Archive).await };
        let name = self.0.holding.borrow().title();
        self.hand_over(packed, format!("{}.recoupe", format::file_name(&name)), |why| keeping::not_exported(&why));
    }

    /// Saves what is found in one of the forms in which it is handed on.
    pub fn export_as(&self, form: ExportForm) {
        let desk = self.clone();
        let name = format!("{}.{}", format::file_name(&self.0.holding.borrow().title()), form.ending());
        self.hand_over(async move { desk.file(form.label()).await }, name, |why| keeping::not_exported(&why));
    }

    /// Saves the page with the open corpus inside, to open on `view`. What the reader did not name is called `title`.
    pub fn publish(&self, view: String, title: Option<String>) {
        let edits = self.edits().0;
        let title = edits.title.clone().or(title);
        let name = title.clone().unwrap_or_else(|| self.0.holding.borrow().title());
        let desk = self.clone();
        let packed = async move { desk.packed(Edits { title, ..edits }, Wrapping::Explorer { page: origin::page().await?, view }).await };
        self.hand_over(packed, format!("{}.html", format::file_name(&name)), |why| publishing::not_saved(&why));
    }

    /// Saves what is packed as `name`, or says why it is not.
    fn hand_over(
        &self,
        packed: impl Future<Output = Result<Uint8Array, String>> + 'static,
        name: String,
        failed: impl FnOnce(String) -> String + 'static,
    ) {
        let desk = self.clone();
        spawn_local(async move {
            desk.tell(Action::Task(Some(Task::Packing)));
            let packed = packed.await;
            desk.tell(Action::Task(None));
            match packed {
                Ok(bytes) => download::save(&name, &bytes),
                Err(why) => desk.tell(Action::Notice(failed(why))),
            }
        });
    }

    /// The open corpus in one of the forms in which it is handed on, or as one file that opens here again.
    ///
    /// # Errors
    /// When no form is called so, or it cannot be made.
    pub async fn file(&self, form: &str) -> Result<Uint8Array, String> {
        if form == "recoupe" {
            return self.packed(self.edits().0, Wrapping::Archive).await;
        }
        let names: Vec<&str> = ExportForm::ALL.iter().map(|form| form.label()).collect();
        let form = ExportForm::of_label(form).ok_or_else(|| format!("export : recoupe, {}", names.join(", ")))?;
        match self.0.client.call(Request::Export(form)).await? {
            Response::File(bytes) => Ok(Uint8Array::from(&*bytes)),
            Response::Refused { why } => Err(why),
            _ => Err(errors::another_question().to_owned()),
        }
    }

    async fn packed(&self, edits: Edits, wrapping: Wrapping) -> Result<Uint8Array, String> {
        let holding = self.whole().await?;
        let articles = match holding.base {
            Base::Shipped => vec![self.articles_of_engine().await?],
            Base::Appended => arrays(&holding.articles),
        };
        let edits = Uint8Array::from(&*edits.to_bytes());
        let packed = self.0.readers.pack(wrapping, &articles, &arrays(&holding.sources), &edits).await;
        packed.map_err(|stopped| stopped.to_string())
    }

    fn tell(&self, action: Action) {
        let listener = self.0.listener.borrow().clone();
        if let Some(listener) = listener {
            listener(action);
        }
    }

    /// Shows what is held.
    fn show(&self) {
        let holding = self.0.holding.borrow();
        let held = Held {
            base: holding.base,
            edits: holding.edits.clone(),
            kept: holding.kept.clone(),
            undone: holding.undone.clone(),
            passed_over: holding.passed_over.clone(),
            n_leafed: holding.leafed.len(),
        };
        drop(holding);
        self.tell(Action::Held(held));
    }

    fn shelf(&self) -> Option<Shelf> {
        self.0.shelf.borrow().clone()
    }

    /// Imports what waits and returns what became of the last of it; none when that is being done already.
    async fn import_queue(&self, mut join: Join) -> Option<Rc<Report>> {
        if self.0.running.replace(true) {
            return None;
        }
        let last = loop {
            self.0.cancelled.set(false);
            let report = Rc::new(self.import(join).await);
            // Of what the page was made to show there is nothing to report, unless something is wrong with it.
            if join != Join::Named || report.is_telling() {
                self.tell(Action::Report(Some(report.clone())));
            }
            self.tell(Action::Task(None));
            if self.0.queue.borrow().is_empty() {
                break report;
            }
            // What came while the corpus was made joins it.
            join = Join::Corpus;
        };
        self.0.running.set(false);
        Some(last)
    }

    async fn import(&self, join: Join) -> Report {
        let joins = join == Join::Corpus && self.0.holding.borrow().base == Base::Appended;
        let mut report = Report { n_set_aside: self.0.n_set_aside.take(), ..Report::default() };
        let mut holding = Holding { base: Base::Appended, is_here: true, ..Holding::default() };
        let mut before = None;
        if joins {
            match self.whole().await {
                Ok(whole) => {
                    holding = whole;
                    before = Some(holding.clone()).filter(|before| matches!(before.kept, Kept::As(_)));
                }
                Err(why) => {
                    self.0.queue.borrow_mut().clear();
                    report.problem = Some(why);
                    return report;
                }
            }
        }
        let new = holding.articles.is_empty();
        self.read_queue(&mut holding, &mut report).await;
        // What the readers hold is given back before the engine needs as much.
        self.0.readers.cancel();
        if self.0.cancelled.get() {
            report.problem = Some(errors::cancelled().to_owned());
        } else if report.n_brought > 0 {
            if new && holding.edits.title.is_none() {
                holding.edits.title = Some(report.title());
            }
            let then = if join == Join::Named { Action::Again } else { Action::Loaded };
            let joined = Some(holding.edits.clone());
            match self.make(holding, Vec::new(), then).await {
                Ok(built) => {
                    if let Some(holding) = before {
                        self.set_earlier(Some(Earlier { holding, joined }));
                    }
                    report.n_articles = built.overview.articles.len();
                    let now = |name: &str| report.outcomes.iter().any(|outcome| name.starts_with(&outcome.name));
                    report.repeated = built.repeated.into_iter().filter(|(name, _)| now(name)).collect();
                    report.passed_over = built.passed_over.len();
                    if join == Join::Named {
                        self.0.holding.borrow_mut().kept = Kept::WithPage;
                        self.show();
                    } else {
                        self.keep_now().await;
                        self.keep_analysis();
                    }
                }
                Err(why) => report.problem = Some(why),
            }
        }
        if !report.note_files.is_empty() && report.problem.is_none() {
            self.take_notes(&mut report).await;
        }
        report
    }

    /// Takes the notes that files brought into the notebook of the corpus as it is now.
    async fn take_notes(&self, report: &mut Report) {
        let files = std::mem::take(&mut report.note_files);
        loop {
            let before = self.0.holding.borrow().edits.notebook.clone();
            let request = NotesRequest::Take { notebook: before.clone(), files: files.clone() };
            match self.0.client.call(Request::Notes(request.pack())).await {
                // What was written meanwhile is asked about too.
                Ok(_) if self.0.holding.borrow().edits.notebook != before => continue,
                Ok(Response::Notes(bytes)) => {
                    if let Some(NotesAnswer::Taken { notebook, taken }) = NotesAnswer::unpack(&bytes) {
                        report.taken = taken;
                        self.write(Step::New, |own| *own = notebook);
                    }
                }
                Ok(Response::Refused { why }) | Err(why) => report.problem = Some(why),
                Ok(_) => report.problem = Some(errors::another_question().to_owned()),
            }
            return;
        }
    }

    async fn read_queue(&self, holding: &mut Holding, report: &mut Report) {
        let mut intake = Intake::default();
        let mut n_read = 0;
        loop {
            let group = self.next_group();
            let Some(first) = group.first() else { break };
            let waiting = narrow(self.0.queue.borrow().len());
            let total = n_read + waiting + narrow(group.len());
            self.tell(Action::Task(Some(Task::Reading { name: first.name(), done: n_read, total })));
            n_read += narrow(group.len());
            if n_read > MOST_FILES {
                report.n_beyond += narrow(group.len());
                continue;
            }
            self.read_group(group, &mut intake, report).await;
            if self.0.cancelled.get() {
                return;
            }
        }
        intake.empty_into(holding);
        if let Some(edits) = report.edits.take() {
            // Of a corpus that joins another, the name gives way and the rest is added.
            holding.edits.append(edits);
        }
    }

    /// What is read next in one go: one file, or several that are small together.
    fn next_group(&self) -> Vec<Brought> {
        let mut queue = self.0.queue.borrow_mut();
        let mut group: Vec<Brought> = Vec::new();
        let mut size = 0.0;
        while let Some(next) = queue.front() {
            size += next.size();
            let fits = size <= TOGETHER && next.columns().is_none() && group.len() < MOST_TOGETHER;
            if !fits && !group.is_empty() {
                break;
            }
            group.extend(queue.pop_front());
            if !fits {
                break;
            }
        }
        group
    }

    async fn read_group(&self, mut group: Vec<Brought>, intake: &mut Intake, report: &mut Report) {
        if let [_] = &group[..] {
            return self.read_alone(group.remove(0), intake, report).await;
        }
        let (mut names, mut all_bytes) = (Vec::new(), Vec::new());
        let mut readable = Vec::new();
        for brought in group {
            match bytes_of(&brought).await {
                Ok(bytes) => {
                    names.push(brought.name());
                    all_bytes.push(bytes);
                    readable.push(brought);
                }
                Err(refusal) => report.outcomes.extend(Imported::refused(&brought.name(), refusal).outcomes),
            }
        }
        if readable.is_empty() {
            return;
        }
        let read = self.0.readers.read_many(names, &all_bytes, &mut |part| intake.take(part, &readable, report)).await;
        if read.is_err() && !self.0.cancelled.get() {
            // One of them took the readers down: each on its own shows which.
            for brought in readable {
                self.read_alone(brought, intake, report).await;
            }
        }
    }

    async fn read_alone(&self, brought: Brought, intake: &mut Intake, report: &mut Report) {
        let (name, columns) = (brought.name(), brought.columns().cloned());
        let refusal = match bytes_of(&brought).await {
            Err(refusal) => refusal,
            Ok(bytes) => {
                let mut on_part = |part| intake.take(part, std::slice::from_ref(&brought), report);
                match self.0.readers.read(name.clone(), &bytes, columns, &mut on_part).await {
                    Ok(()) => return,
                    Err(Stopped::Cancelled) => Refusal::Cancelled,
                    Err(Stopped::Failed(why)) => Refusal::Damaged { why },
                }
            }
        };
        report.outcomes.extend(Imported::refused(&name, refusal).outcomes);
    }

    /// Makes the corpus of `holding`, of which `analysis` was found before, and puts it on the desk; then `then` is told.
    async fn make(&self, mut holding: Holding, analysis: Vec<Uint8Array>, then: Action) -> Result<Built, String> {
        let built = self.0.client.load(holding.base, &arrays(&holding.articles), analysis, holding.edits.clone()).await?;
        holding.n_articles = n_articles(&built);
        holding.passed_over.clone_from(&built.passed_over);
        holding.names.clone_from(&built.names);
        let replaced = self.0.holding.replace(holding);
        if replaced.is_here_alone() {
            self.set_earlier(Some(Earlier { holding: replaced, joined: None }));
        } else if self.0.earlier.borrow().as_ref().is_some_and(|earlier| earlier.joined.is_some()) {
            // It is the same corpus on the shelf, which is no longer the open one.
            self.set_earlier(None);
        }
        self.show();
        self.tell(then);
        Ok(built)
    }

    fn set_earlier(&self, earlier: Option<Earlier>) {
        self.tell(Action::Earlier(earlier.as_ref().map(|earlier| earlier.holding.title())));
        *self.0.earlier.borrow_mut() = earlier;
    }

    /// Opens the corpus again that was open before an import took its place or joined it; what was open until now can be had back in
    /// the same way, unless it is kept.
    pub fn back(&self) {
        let desk = self.clone();
        spawn_local(async move {
            let Some(Earlier { mut holding, joined }) = desk.0.earlier.take() else { return };
            if joined.is_some() {
                let now = desk.0.holding.borrow();
                // What the reader did since stays, and the shelf is written over.
                if joined.as_ref() != Some(&now.edits) {
                    holding.edits = now.edits.clone();
                }
                holding.kept_at = now.kept_at;
            }
            desk.tell(Action::Earlier(None));
            let is_kept = matches!(holding.kept, Kept::As(_));
            if desk.make_or_say(holding.clone(), Vec::new(), Action::Loaded).await.is_none() {
                desk.set_earlier(Some(Earlier { holding, joined }));
            } else if is_kept {
                drop(holding);
                desk.keep_now().await;
                desk.keep_analysis();
            }
        });
    }

    async fn make_or_say(&self, holding: Holding, analysis: Vec<Uint8Array>, then: Action) -> Option<Built> {
        match self.make(holding, analysis, then).await {
            Ok(built) => Some(built),
            Err(why) => {
                self.tell(Action::Notice(why));
                None
            }
        }
    }

    /// False when it is not there.
    async fn reopen_now(&self, id: &str, then: Action) -> bool {
        let Some(shelf) = self.shelf() else { return false };
        let Ok(Some(kept)) = shelf.get(id).await else { return false };
        let Ok(edits) = Edits::from_bytes(&kept.edits) else { return false };
        let base = if id == SHIPPED { Base::Shipped } else { Base::Appended };
        let articles = kept.articles.into_iter().map(Batch::from).collect();
        let analysis = kept.analysis;
        let kept_at = kept.card.kept_at;
        let holding = Holding { base, articles, edits, kept: Kept::As(id.to_owned()), kept_at, ..Holding::default() };
        let kept = holding.clone();
        let built = self.make_or_say(holding, analysis, then).await;
        self.0.holding.borrow_mut().let_go(kept);
        self.remember(Some(id)).await;
        if built.is_some_and(|built| !built.recalled) {
            self.keep_analysis();
        }
        true
    }

    async fn keep_now(&self) {
        let Some(shelf) = self.shelf() else {
            self.0.holding.borrow_mut().kept = Kept::No(Unkept::NoStorage);
            return self.show();
        };
        let holding = match self.whole().await {
            Ok(whole) => whole,
            Err(why) => return self.tell(Action::Notice(why)),
        };
        let id = match (&holding.kept, holding.base) {
            // What another page did with it since stays; this becomes a corpus beside it.
            (Kept::As(id), _) if self.kept_elsewhere(&holding, id).await.is_none() => id.clone(),
            (_, Base::Shipped) => SHIPPED.to_owned(),
            _ => new_id(),
        };
        let card = holding.card(&id);
        let put = shelf.put(&card, &arrays(&holding.articles), &arrays(&holding.sources), &holding.edits.to_bytes()).await;
        let kept = match put {
            Ok(()) => {
                self.remember(Some(&id)).await;
                Kept::As(id)
            }
            Err(unkept) => Kept::No(unkept),
        };
        {
            let mut held = self.0.holding.borrow_mut();
            if matches!(kept, Kept::As(_)) {
                held.let_go(holding);
            }
            held.kept = kept;
            held.kept_at = card.kept_at;
        }
        self.show();
        self.list().await;
    }

    /// Keeps what was found in the open corpus, so that it need not be found again the next time.
    fn keep_analysis(&self) {
        let desk = self.clone();
        spawn_local(async move {
            let holding = desk.0.holding.borrow().clone();
            let (Base::Appended, Kept::As(id), Some(shelf)) = (holding.base, &holding.kept, desk.shelf()) else { return };
            // What is found while names are hidden is not kept: what was kept before is for when they are shown again.
            if holding.edits.mask != Mask::Off {
                return;
            }
            let mut pieces = Vec::new();
            while let Ok(Response::Analysis(Some(piece))) = desk.0.client.call(Request::Analysis { piece: narrow(pieces.len()) }).await {
                pieces.push(Uint8Array::from(&*piece));
            }
            // Half of it, that of a corpus opened meanwhile, or none for want of room: each is passed over and found again.
            let _ = shelf.put_analysis(id, &pieces).await;
            pieces.iter().for_each(freed);
        });
    }

    /// Keeps what the reader did, where the corpus is kept; corrections to the shipped corpus are kept without being asked.
    fn keep_edits(&self) {
        let desk = self.clone();
        spawn_local(async move {
            let holding = desk.0.holding.borrow().clone();
            match (&holding.kept, desk.shelf()) {
                (Kept::As(id), Some(shelf)) => {
                    let card = holding.card(id);
                    let lost = match desk.kept_elsewhere(&holding, id).await {
                        Some(Elsewhere::Changed) => return desk.keep_now().await,
                        Some(Elsewhere::Forgotten) => Some(Unkept::RemovedElsewhere),
                        None => shelf.put_edits(&card, &holding.edits.to_bytes()).await.err(),
                    };
                    match lost {
                        Some(why) => desk.0.holding.borrow_mut().kept = Kept::No(why),
                        None => desk.0.holding.borrow_mut().kept_at = card.kept_at,
                    }
                    desk.show();
                    desk.list().await;
                }
                (Kept::NotAsked, Some(_)) if holding.base == Base::Shipped => desk.keep_now().await,
                _ => {}
            }
        });
    }

    /// What another page did with a kept corpus since this one kept it.
    async fn kept_elsewhere(&self, holding: &Holding, id: &str) -> Option<Elsewhere> {
        let cards = self.shelf()?.cards().await.ok()?;
        match cards.iter().find(|card| card.id == id) {
            None => Some(Elsewhere::Forgotten),
            Some(card) if card.kept_at > holding.kept_at => Some(Elsewhere::Changed),
            Some(_) => None,
        }
    }

    /// What is held, with its bytes: from the shelf when they were let go, and articles from the engine when another page has
    /// changed what lies there.
    async fn whole(&self) -> Result<Holding, String> {
        let mut holding = self.0.holding.borrow().clone();
        if holding.is_here || holding.base == Base::Shipped {
            return Ok(holding);
        }
        let (mut articles, mut sources) = (Vec::new(), Vec::new());
        if let (Kept::As(id), Some(shelf)) = (&holding.kept, self.shelf()) {
            (articles, sources) = shelf.matter(id).await.map_err(|unkept| unkept.to_string())?;
            if self.kept_elsewhere(&holding, id).await.is_some() {
                articles.clear();
            }
        }
        if articles.is_empty() {
            articles.push(self.articles_of_engine().await?);
        }
        holding.articles = refilled(&holding.articles, articles);
        holding.sources = refilled(&holding.sources, sources);
        holding.is_here = true;
        Ok(holding)
    }

    async fn articles_of_engine(&self) -> Result<Uint8Array, String> {
        match self.0.client.call(Request::Articles).await? {
            Response::Articles(articles) => Ok(Uint8Array::from(&*articles)),
            _ => Err(errors::no_articles_given().to_owned()),
        }
    }

    async fn list(&self) {
        let Some(shelf) = self.shelf() else { return };
        self.tell(Action::Shelf(shelf.cards().await));
    }

    async fn remember(&self, id: Option<&str>) {
        if let Some(shelf) = self.shelf() {
            // Nothing worse happens than that the page opens on the example.
            let _ = shelf.set_last(id).await;
        }
    }
}

/// The bytes of a file that is not too large.
async fn bytes_of(brought: &Brought) -> Result<Uint8Array, Refusal> {
    if brought.size() > LARGEST {
        return Err(Refusal::TooLarge { bytes: brought.size() as u64, limit: LARGEST as u64 });
    }
    brought.bytes().await.map_err(|why| Refusal::Unreachable { why })
}

/// Articles and sources on their way into a corpus: those of one table apart, so that it can be read again with other columns,
/// all others in piles.
#[derive(Default)]
struct Intake {
    articles: Pile,
    sources: Pile,
    batches: (Vec<Batch>, Vec<Batch>),
}

impl Intake {
    /// Takes what files of `brought` gave.
    fn take(&mut self, part: Part, brought: &[Brought], report: &mut Report) {
        report.n_brought += part.n_articles;
        if let Some(edits) = part.edits.and_then(|edits| Edits::from_bytes(&edits.to_vec()).ok()) {
            match &mut report.edits {
                Some(before) => before.append(edits),
                none => *none = Some(edits),
            }
        }
        report.note_files.extend(part.notes.map(|notes| notes.to_vec()));
        let table = part.outcomes.iter().find(|outcome| outcome.table().is_some()).map(|outcome| outcome.name.clone());
        let own = table.and_then(|name| {
            let whole = brought.iter().find(|brought| brought.name() == name).cloned();
            whole.or_else(|| Brought::unpacked(name, &part.table?))
        });
        report.outcomes.extend(part.outcomes);
        if let Some(own) = own {
            let file = Some(own.id());
            report.tables.push(own);
            // What it gave before stays when nothing is read with the new columns.
            if part.n_articles == 0 {
                return;
            }
            let batch = |bytes: Uint8Array| Batch { file, bytes: Rc::new(bytes) };
            self.batches.0.push(batch(part.articles));
            self.batches.1.push(batch(part.sources));
        } else {
            self.batches.0.extend(self.articles.add(&part.articles.to_vec()).map(unnamed));
            self.batches.1.extend(self.sources.add(&part.sources.to_vec()).map(unnamed));
            freed(&part.articles);
            freed(&part.sources);
        }
    }

    fn empty_into(mut self, holding: &mut Holding) {
        // A table that was read again takes the place of what it gave before.
        let anew = |batch: &Batch| batch.file.is_some() && self.batches.0.iter().any(|new| new.file == batch.file);
        holding.articles.retain(|batch| !anew(batch));
        holding.sources.retain(|batch| !anew(batch));
        holding.articles.extend(self.batches.0);
        holding.sources.extend(self.batches.1);
        holding.articles.extend(self.articles.take().map(unnamed));
        holding.sources.extend(self.sources.take().map(unnamed));
    }
}

fn unnamed(bytes: Vec<u8>) -> Batch {
    Uint8Array::from(&*bytes).into()
}

fn narrow(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn n_articles(built: &Built) -> u32 {
    narrow(built.overview.articles.len())
}

/// A name that no other corpus of this browser has.
fn new_id() -> String {
    format!("{:x}-{:x}", js_sys::Date::now() as u64, (js_sys::Math::random() * f64::from(u32::MAX)) as u32)
}
