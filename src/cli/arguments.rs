//! What was typed after `recoupe`.

use std::ffi::OsString;
use std::path::PathBuf;

use lexopt::Arg::{Long, Short, Value};
use lexopt::ValueExt;

use crate::export::ExportForm;

pub const USAGE: &str = "\
usage: recoupe analyse PATH… --out DIR
       recoupe search PATH… QUERY [--json] [--limit N]
       recoupe export PATH… [--form exchange|annotations|tei|markdown] [--out FILE]
       recoupe export PATH… --bulk DIR
       recoupe --help | --version";

pub const HELP: &str = "\
Cross-check press articles about one event.

  recoupe analyse PATH… --out DIR
      Write what is found to DIR, one JSON object a line: metadata.jsonl, zones.jsonl, entities.jsonl,
      entities_index.jsonl, dates.jsonl, quantities.jsonl, quotes.jsonl, indirect.jsonl, alignments.jsonl,
      contradictions.jsonl, omissions.jsonl.
  recoupe search PATH… QUERY [--json] [--limit N]
      Print the sentences that answer QUERY, best first, marks in [brackets]; with --json one object:
      {hits: [{doc, score, spans: [[start, end]]}], notices, terms}.
  recoupe export PATH… [--form FORM] [--out FILE]
      Write the articles with what is found in them: exchange (a zip of what analyse writes), annotations (W3C Web
      Annotation, JSON-LD), tei (TEI P5), markdown (a press review). On standard output without --out.
  recoupe export PATH… --bulk DIR
      Write an index (mapping.json) and the requests that fill it (bulk-0001.ndjson …) for OpenSearch or Elasticsearch.

PATH is a file, or a folder: of a folder all texts, Markdown, HTML pages (.mhtml too), .docx, .odt, .zip and .recoupe
files at any depth are read. An article is called by its file name, or by the shortest end of its path that no other
has. Files are UTF-8, UTF-16, or of an older encoding, which is then guessed. Offsets are Unicode scalars of the decoded
text, half-open, nothing stripped: of a file in UTF-8 those of the file. After -- nothing is an option.

Exit code: 0 all was read, 1 something was refused or failed, 2 wrong usage.
";

/// What is to be done.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Version,
    Analyse {
        paths: Vec<PathBuf>,
        out: PathBuf,
    },
    Export {
        paths: Vec<PathBuf>,
        form: ExportForm,
        /// Standard output when none is given.
        out: Option<PathBuf>,
    },
    Bulk {
        paths: Vec<PathBuf>,
        folder: PathBuf,
    },
    Search {
        paths: Vec<PathBuf>,
        query: String,
        form: Form,
        /// Most documents to answer with; all when none is given.
        limit: Option<usize>,
    },
}

/// How an answer is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For a person.
    Lines,
    /// The exchange format.
    Json,
}

/// Why a command line says nothing that can be done.
#[derive(Debug, thiserror::Error)]
pub enum UsageError {
    #[error("no command given")]
    NoCommand,
    #[error("unknown command {0:?}")]
    UnknownCommand(OsString),
    #[error("analyse needs at least one path")]
    NoPath,
    #[error("analyse needs --out DIR")]
    NoOut,
    #[error("export needs at least one path")]
    NothingToExport,
    #[error("no form is called {0:?}; there are exchange, annotations, tei and markdown")]
    UnknownForm(OsString),
    #[error("search needs at least one path and then a query")]
    NoQuery,
    #[error("the query is not UTF-8")]
    QueryNotUtf8,
    #[error(transparent)]
    Option(#[from] lexopt::Error),
}

/// Reads a command line without the program's name.
///
/// # Errors
/// When there is no command, an unknown one or an unknown option, or when a command lacks something.
pub fn parse(arguments: impl IntoIterator<Item = OsString>) -> Result<Command, UsageError> {
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let mut parser = lexopt::Parser::from_args(arguments);
    match parser.next()? {
        None => Err(UsageError::NoCommand),
        Some(Long("help") | Short('h')) => Ok(Command::Help),
        Some(Long("version") | Short('V')) => Ok(Command::Version),
        Some(Value(name)) if name == "analyse" => analyse(&mut parser),
        Some(Value(name)) if name == "export" => export(&mut parser),
        Some(Value(name)) if name == "search" => search(&mut parser),
        Some(Value(name)) => Err(UsageError::UnknownCommand(name)),
        Some(other) => Err(other.unexpected().into()),
    }
}

fn analyse(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let (mut paths, mut out) = (Vec::new(), None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("out") | Short('o') => out = Some(PathBuf::from(parser.value()?)),
            Value(path) => paths.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    if paths.is_empty() {
        return Err(UsageError::NoPath);
    }
    Ok(Command::Analyse { paths, out: out.ok_or(UsageError::NoOut)? })
}

fn export(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let (mut paths, mut out, mut bulk, mut form) = (Vec::new(), None, None, ExportForm::Markdown);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("out") | Short('o') => out = Some(PathBuf::from(parser.value()?)),
            Long("bulk") => bulk = Some(PathBuf::from(parser.value()?)),
            Long("form") => form = named_form(parser.value()?)?,
            Value(path) => paths.push(PathBuf::from(path)),
            other => return Err(other.unexpected().into()),
        }
    }
    match bulk {
        _ if paths.is_empty() => Err(UsageError::NothingToExport),
        Some(folder) => Ok(Command::Bulk { paths, folder }),
        None => Ok(Command::Export { paths, form, out }),
    }
}

fn named_form(name: OsString) -> Result<ExportForm, UsageError> {
    name.to_str().and_then(ExportForm::of_label).ok_or(UsageError::UnknownForm(name))
}

fn search(parser: &mut lexopt::Parser) -> Result<Command, UsageError> {
    let (mut values, mut form, mut limit) = (Vec::new(), Form::Lines, None);
    while let Some(argument) = parser.next()? {
        match argument {
            Long("help") | Short('h') => return Ok(Command::Help),
            Long("json") => form = Form::Json,
            Long("limit") | Short('n') => limit = Some(parser.value()?.parse()?),
            Value(value) => values.push(value),
            other => return Err(other.unexpected().into()),
        }
    }
    let query = values.pop().filter(|_| !values.is_empty()).ok_or(UsageError::NoQuery)?;
    let query = query.into_string().map_err(|_| UsageError::QueryNotUtf8)?;
    Ok(Command::Search { paths: values.into_iter().map(PathBuf::from).collect(), query, form, limit })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(line: &[&str]) -> Result<Command, String> {
        parse(line.iter().map(OsString::from)).map_err(|error| error.to_string())
    }

    #[test]
    fn the_last_value_of_a_search_is_the_query() {
        let expected = Command::Search { paths: vec!["a".into(), "b".into()], query: "crue".to_owned(), form: Form::Json, limit: Some(3) };
        assert_eq!(read(&["search", "a", "--json", "b", "--limit=3", "crue"]), Ok(expected));
    }

    #[test]
    fn after_two_hyphens_nothing_is_an_option() {
        let expected = Command::Search { paths: vec!["-a".into()], query: "--json".to_owned(), form: Form::Lines, limit: None };
        assert_eq!(read(&["search", "--", "-a", "--json"]), Ok(expected));
    }

    #[test]
    fn what_lacks_is_said() {
        for (line, expected) in [
            (&[][..], "no command given"),
            (&["sing"], "unknown command \"sing\""),
            (&["analyse", "--out", "o"], "analyse needs at least one path"),
            (&["analyse", "a"], "analyse needs --out DIR"),
            (&["analyse", "a", "--out"], "missing argument for option '--out'"),
            (&["search", "crue"], "search needs at least one path and then a query"),
            (&["search", "a", "crue", "--limit", "x"], "cannot parse argument \"x\": invalid digit found in string"),
            (&["search", "a", "crue", "--loud"], "invalid option '--loud'"),
        ] {
            assert_eq!(read(line), Err(expected.to_owned()), "{line:?}");
        }
    }
}
