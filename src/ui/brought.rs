//! What a person drops, chooses or pastes, folders walked to their files. Nothing is read here yet.

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    Blob, DataTransfer, File, FileList, FileSystemDirectoryEntry, FileSystemDirectoryReader, FileSystemEntry, FileSystemFileEntry, Response,
};

use crate::import::Columns;
use crate::import::saved_pages::SavedPages;
use crate::order::Order;
use crate::ui::messages::errors;

/// One file, or a text that was pasted.
#[derive(Clone, Debug, PartialEq)]
pub struct Brought {
    /// Tells it from another file of the same name.
    id: u32,
    name: String,
    content: Content,
    /// Which column of a table is what, when somebody says so.
    columns: Option<Columns>,
}

#[derive(Clone, Debug, PartialEq)]
enum Content {
    /// A `File` is a `Blob` too.
    File(Blob),
    Text(String),
}

impl Brought {
    pub fn file(name: String, file: impl Into<Blob>) -> Self {
        Self { id: next_id(), name, content: Content::File(file.into()), columns: None }
    }

    /// The file at an address of this site.
    ///
    /// # Errors
    /// When it is not there.
    pub async fn fetched(address: &str) -> Result<Self, String> {
        let response = JsFuture::from(gloo::utils::window().fetch_with_str(address)).await;
        let response: Response = response.and_then(JsCast::dyn_into).map_err(|_| errors::not_found().to_owned())?;
        if !response.ok() {
            return Err(format!("{} ({})", errors::not_found(), response.status()));
        }
        let promise = response.blob().map_err(|_| errors::unreadable().to_owned())?;
        let blob: Blob = JsFuture::from(promise).await.map_err(|_| errors::unreadable().to_owned())?.unchecked_into();
        let name = address.split(['?', '#']).next().and_then(|path| path.rsplit('/').next()).unwrap_or(address);
        Ok(Self::file(name.to_owned(), blob))
    }

    /// A text that was pasted.
    pub fn text(name: &str, text: String) -> Self {
        Self { id: next_id(), name: name.to_owned(), content: Content::Text(text), columns: None }
    }

    /// A file that was read out of an archive.
    pub fn unpacked(name: String, bytes: &Uint8Array) -> Option<Self> {
        Some(Self::file(name, Blob::new_with_u8_array_sequence(&Array::of1(bytes)).ok()?))
    }

    #[must_use]
    pub fn with_columns(self, columns: Columns) -> Self {
        Self { columns: Some(columns), ..self }
    }

    pub fn id(&self) -> u32 {
        self.id
    }

    /// Its name, or its path from the folder that was brought.
    pub fn name(&self) -> String {
        self.name.clone()
    }

    pub fn columns(&self) -> Option<&Columns> {
        self.columns.as_ref()
    }

    /// In bytes.
    pub fn size(&self) -> f64 {
        match &self.content {
            Content::File(file) => file.size(),
            Content::Text(text) => text.len() as f64,
        }
    }

    /// Its bytes.
    ///
    /// # Errors
    /// When the browser cannot read it: it was moved, changed or taken away since.
    pub async fn bytes(&self) -> Result<Uint8Array, String> {
        match &self.content {
            Content::File(file) => {
                let buffer = JsFuture::from(file.array_buffer()).await.map_err(|_| errors::file_changed().to_owned())?;
                Ok(Uint8Array::new(&buffer))
            }
            Content::Text(text) => Ok(Uint8Array::from(text.as_bytes())),
        }
    }
}

fn next_id() -> u32 {
    thread_local!(static LAST: std::cell::Cell<u32> = const { std::cell::Cell::new(0) });
    LAST.replace(LAST.get() + 1)
}

/// Takes away what lies beside saved pages, pictures and styles and frames; how many files that was.
pub fn set_aside(brought: &mut Vec<Brought>) -> usize {
    let pages = SavedPages::among(brought.iter().map(|brought| brought.name.as_str()));
    let before = brought.len();
    brought.retain(|brought| !pages.hold(&brought.name));
    before - brought.len()
}

/// The files of a list, with their paths where a folder was chosen.
pub fn listed(list: &FileList) -> Vec<Brought> {
    let files = (0..list.length()).filter_map(|at| list.item(at));
    let path = |file: &File| {
        let path = js_sys::Reflect::get(file, &"webkitRelativePath".into()).ok().and_then(|path| path.as_string());
        path.filter(|path| !path.is_empty()).unwrap_or_else(|| file.name())
    };
    let mut brought: Vec<Brought> = files.map(|file| Brought::file(path(&file), file)).filter(is_shown).collect();
    brought.order_by(|a, b| a.name.cmp(&b.name));
    brought
}

/// What was dropped. To be called while the drop is handled: afterwards the browser has taken it away.
pub fn entries(transfer: &DataTransfer) -> Vec<FileSystemEntry> {
    let items = transfer.items();
    (0..items.length()).filter_map(|at| items.get(at)?.webkit_get_as_entry().ok().flatten()).collect()
}

/// The files among `entries` and in their folders, by path. What the browser does not give is left out.
pub async fn walked(entries: Vec<FileSystemEntry>) -> Vec<Brought> {
    let mut brought = Vec::new();
    let mut waiting = entries;
    while let Some(entry) = waiting.pop() {
        if entry.is_directory() {
            waiting.extend(children(entry.unchecked_into::<FileSystemDirectoryEntry>().create_reader()).await);
        } else if let Some(file) = file_of(entry.unchecked_ref()).await {
            let path = entry.full_path();
            brought.push(Brought::file(path.trim_start_matches('/').to_owned(), file));
        }
    }
    brought.retain(is_shown);
    brought.order_by(|a, b| a.name.cmp(&b.name));
    brought
}

/// Files and folders whose name begins with a dot are the system's.
fn is_shown(brought: &Brought) -> bool {
    !brought.name.split('/').any(|part| part.starts_with('.') || part == "__MACOSX")
}

/// All entries of a folder: the browser gives them a hundred at a time.
async fn children(reader: FileSystemDirectoryReader) -> Vec<FileSystemEntry> {
    let mut found = Vec::new();
    loop {
        let some = promised(|done, failed| reader.read_entries_with_callback_and_callback(done, failed)).await;
        let Ok(some) = some.and_then(JsCast::dyn_into::<Array>) else { return found };
        if some.length() == 0 {
            return found;
        }
        found.extend(some.iter().map(JsCast::unchecked_into::<FileSystemEntry>));
    }
}

async fn file_of(entry: &FileSystemFileEntry) -> Option<File> {
    promised(|done, failed| {
        entry.file_with_callback_and_callback(done, failed);
        Ok(())
    })
    .await
    .ok()?
    .dyn_into()
    .ok()
}

/// What a function with two callbacks gives.
async fn promised(mut start: impl FnMut(&Function, &Function) -> Result<(), JsValue>) -> Result<JsValue, JsValue> {
    let promise = Promise::new(&mut |done, failed| {
        if let Err(why) = start(&done, &failed) {
            let _ = failed.call1(&JsValue::NULL, &why);
        }
    });
    JsFuture::from(promise).await
}
