//! The engine in a shell: `recoupe analyse` writes the exchange format, `recoupe search` answers one query, `recoupe pack` hands on
//! the page with a corpus inside.
//!
//! What is found goes to standard output or to files; what had to be said on the way (skipped files, refused files, notices)
//! goes to standard error in English. Exit codes: 0 all went well, 1 something was refused or failed, 2 wrong usage. A closed
//! pipe is no failure: the reader has seen enough.

pub mod arguments;
pub mod input;
pub mod output;
pub mod packing;

pub use arguments::{Command, Form, Target, UsageError};
pub use input::{Refusal, RefusalCause};

use std::ffi::OsString;
use std::fs;
use std::io::{self, Write};
use std::path::PathBuf;

use self::input::Gathered;
use crate::corpus::{Corpus, Edits, ImportError, SavedCorpus, article, corrections};
use crate::engine::Engine;
use crate::export;
use crate::export::explorer::Cover;
use crate::locale::{self, Locale};

/// What stops the command.
#[derive(Debug, thiserror::Error)]
pub enum CliError {
    #[error("no article to read in what was given")]
    NoArticle,
    #[error("the articles do not make a corpus: {}", locale::speaking(Locale::English, || .0.to_string()))]
    Import(#[from] ImportError),
    #[error("cannot write {path}: {cause}")]
    Files { path: PathBuf, cause: io::Error },
    #[error(
        "there is no page to publish in: put recoupe.html beside this program, run it where dist/recoupe.html is, or name one with --page"
    )]
    NoPage,
    #[error("cannot read {path}: {cause}")]
    Unreadable { path: PathBuf, cause: io::Error },
    #[error("{path} is no page of Recoupe that a corpus can be published in")]
    NotAPage { path: PathBuf },
    #[error("{path} would be written over itself")]
    Itself { path: PathBuf },
    #[error("cannot write the answer: {0}")]
    Output(#[from] io::Error),
}

impl CliError {
    /// True when nobody reads the other end of the pipe any more.
    fn is_closed_pipe(&self) -> bool {
        matches!(self, Self::Output(cause) if cause.kind() == io::ErrorKind::BrokenPipe)
    }
}

/// Whether all that was asked for was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Whole,
    /// Something was refused; the rest was done.
    Partial,
}

/// Runs the command with `arguments`, the program's name left out, and returns its exit code.
pub fn run(arguments: impl IntoIterator<Item = OsString>, out: &mut dyn Write, err: &mut dyn Write) -> u8 {
    let command = match arguments::parse(arguments) {
        Ok(command) => command,
        Err(error) => {
            say(err, &format!("{error}\n{}", arguments::USAGE));
            return 2;
        }
    };
    let outcome = execute(&command, out, err).and_then(|outcome| Ok(out.flush().map(|()| outcome)?));
    match outcome {
        Ok(Outcome::Whole) => 0,
        Ok(Outcome::Partial) => 1,
        Err(error) if error.is_closed_pipe() => 0,
        Err(error) => {
            say(err, &error.to_string());
            1
        }
    }
}

fn execute(command: &Command, out: &mut dyn Write, err: &mut dyn Write) -> Result<Outcome, CliError> {
    match command {
        Command::Help => {
            write!(out, "{}", arguments::HELP)?;
            Ok(Outcome::Whole)
        }
        Command::Version => {
            writeln!(out, "recoupe {}", env!("CARGO_PKG_VERSION"))?;
            Ok(Outcome::Whole)
        }
        Command::Analyse { paths, out: folder } => {
            let (engine, outcome) = read(paths, err)?;
            let files = export::files(engine.corpus(), engine.layers());
            output::write_files(folder, &files)?;
            Ok(outcome)
        }
        Command::Export { paths, form, out: file } => {
            let (engine, outcome) = read(paths, err)?;
            let bytes = engine.export(*form);
            match file {
                Some(path) => fs::write(path, bytes).map_err(|cause| CliError::Files { path: path.clone(), cause })?,
                None => out.write_all(&bytes)?,
            }
            Ok(outcome)
        }
        Command::Bulk { paths, folder } => {
            let (engine, outcome) = read(paths, err)?;
            output::write_files(folder, &export::bulk(engine.corpus(), engine.layers()))?;
            Ok(outcome)
        }
        Command::Search { paths, query, form, limit } => {
            let (engine, outcome) = read(paths, err)?;
            let corpus = engine.corpus();
            let results = engine.index().search(corpus, query, limit.unwrap_or(corpus.documents.len()));
            match form {
                Form::Json => writeln!(out, "{}", export::jsonl::line(&export::search(corpus, &results)))?,
                Form::Lines => {
                    let lines = results.notices.iter().flat_map(|notice| output::notice_lines(query, notice));
                    lines.for_each(|line| say(err, &line));
                    output::write_hits(out, corpus, &results)?;
                }
            }
            Ok(outcome)
        }
        Command::Pack { paths, target, title, view, page } => {
            let page = packing::find_page(page.as_deref())?;
            let (gathered, outcome) = gather(paths, err)?;
            let title = title.clone().or_else(|| gathered.edits.title.clone()).unwrap_or_else(|| packing::name_of(paths));
            let edits = Edits { title: Some(title.clone()), ..gathered.edits };
            let corpus = SavedCorpus { articles: gathered.articles, sources: gathered.sources, edits };
            packing::write(&page, Cover { title: &title, view }, &corpus, target)?;
            Ok(outcome)
        }
    }
}

/// What `paths` hold, which makes a corpus. What does not come in is said on `err`.
fn gather(paths: &[PathBuf], err: &mut dyn Write) -> Result<(Gathered, Outcome), CliError> {
    let gathered = input::gather(paths);
    if let Some(line) = gathered.skipped_in_words() {
        say(err, &line);
    }
    gathered.refused.iter().for_each(|refusal| say(err, &refusal.to_string()));
    gathered.left_out.iter().for_each(|(path, what)| say(err, &format!("{path}: left out: {what}")));
    if gathered.articles.is_empty() {
        return Err(CliError::NoArticle);
    }
    let outcome = if gathered.refused.is_empty() { Outcome::Whole } else { Outcome::Partial };
    article::check(&gathered.articles)?;
    Ok((gathered, outcome))
}

/// The engine on what `paths` hold.
fn read(paths: &[PathBuf], err: &mut dyn Write) -> Result<(Engine, Outcome), CliError> {
    let (gathered, outcome) = gather(paths, err)?;
    let edits = gathered.edits;
    let (amended, lost) = corrections::replay(&gathered.articles, &edits.corrections);
    let corpus = Corpus::of(edits.title.clone(), amended, &mut |_| {});
    let (engine, passed_over) = Engine::named(corpus, edits, lost);
    if !passed_over.is_empty() {
        say(err, &format!("corrections passed over, for they fit nothing here: {}", passed_over.len()));
    }
    Ok((engine.holding(gathered.articles), outcome))
}

/// One line for a person. That nobody hears it is no reason to stop.
fn say(err: &mut dyn Write, line: &str) {
    let _ = writeln!(err, "recoupe: {line}");
}
