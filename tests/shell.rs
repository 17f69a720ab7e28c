//! The shell command as a person meets it: the built binary on folders made for each test.

use std::ffi::OsString;
use std::fs;
use std::io::{self, ErrorKind, Write};
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};

use serde_json::Value;

/// A folder of its own for one test, removed when the test is over.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
        fs::create_dir_all(&path).expect("the folder of the test can be made");
        Self(path)
    }

    fn with(self, file: &str, content: impl AsRef<[u8]>) -> Self {
        let path = self.0.join(file);
        fs::create_dir_all(path.parent().expect("a file is in a folder")).expect("the folder of the file can be made");
        fs::write(path, content).expect("the file can be written");
        self
    }

    fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
        command.current_dir(&self.0).args(arguments).output().expect("the command starts")
    }

    fn read(&self, file: &str) -> String {
        fs::read_to_string(self.0.join(file)).expect("the file is there and is UTF-8")
    }

    /// The records of one layer after `analyse --out out`.
    fn records(&self, layer: &str) -> Vec<Value> {
        let lines = self.read(&format!("out/{layer}.jsonl"));
        lines.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

const FLOOD: &str = "Crue à Saint-Aubrac\n\nLa Vernelle a débordé mardi. Le maire, Honoré Vaultier, demande de l’aide.\n";

fn code(output: &Output) -> i32 {
    output.status.code().expect("the command was not killed")
}

fn stderr(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).expect("messages are UTF-8")
}

fn docs(records: &[Value]) -> Vec<&str> {
    records.iter().filter_map(|record| record["doc"].as_str()).collect()
}

#[test]
fn wrong_usage_is_told_with_the_usage_line() {
    let folder = Folder::new("usage").with("a.txt", FLOOD);
    for arguments in [&[][..], &["chante"], &["analyse", "--out", "out"], &["analyse", "a.txt"], &["search", "crue"], &["search", "--loud"]]
    {
        let output = folder.run(arguments);
        assert_eq!(code(&output), 2, "{arguments:?}");
        assert!(stderr(&output).contains("usage: recoupe analyse PATH… --out DIR"), "{arguments:?}");
        assert!(output.stdout.is_empty(), "{arguments:?}");
    }
}

#[test]
fn help_and_version_go_to_standard_output() {
    let folder = Folder::new("help");
    let (help, version) = (folder.run(&["--help"]), folder.run(&["--version"]));
    assert_eq!((code(&help), code(&version)), (0, 0));
    assert!(String::from_utf8_lossy(&help.stdout).contains("recoupe search PATH… QUERY"));
    assert_eq!(String::from_utf8_lossy(&version.stdout), format!("recoupe {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn what_cannot_come_in_is_refused_and_the_rest_comes_in() {
    let folder = Folder::new("refused")
        .with("in/a.txt", FLOOD)
        .with("in/binary.txt", [0x7f, b'E', b'L', b'F', 0, 0xff])
        .with("in/latin1.txt", b"La crue a d\xe9bord\xe9.")
        .with("in/empty.txt", "")
        .with("in/mark.txt", "\u{feff}\r\n")
        .with("in/photo.jpg", [0xff, 0xd8]);
    let output = folder.run(&["analyse", "in", "nowhere.txt", "--out", "out"]);
    assert_eq!(code(&output), 1);
    assert_eq!(docs(&folder.records("metadata")), ["a.txt", "latin1.txt"]);
    let said = stderr(&output);
    for line in [
        "recoupe: skipped, by their ending no articles: 1 (in/photo.jpg)",
        "recoupe: in/binary.txt: this format is not read: ELF",
        "recoupe: in/empty.txt: holds no text",
        "recoupe: in/mark.txt: holds no text",
        "recoupe: nowhere.txt: cannot be read: ",
    ] {
        assert!(said.contains(line), "{line} in {said}");
    }
    assert_eq!(said.lines().count(), 5, "{said}");
}

#[test]
fn a_folder_without_articles_is_refused_and_nothing_is_written() {
    let folder = Folder::new("empty");
    fs::create_dir_all(folder.0.join("in")).expect("the folder can be made");
    let output = folder.run(&["analyse", "in", "--out", "out"]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("in: folder holds no file that is read"));
    assert!(!folder.0.join("out").exists());
}

#[test]
fn folders_are_read_to_the_bottom_in_order_and_names_stay_apart() {
    let folder =
        Folder::new("names").with("in/b/x.txt", FLOOD).with("in/a/x.txt", FLOOD).with("in/c.md", FLOOD).with("in/.hidden.txt", "Rien.");
    let output = folder.run(&["analyse", "in", "in/c.md", "--out", "deep/out"]);
    assert_eq!((code(&output), stderr(&output)), (0, String::new()));
    let lines = folder.read("deep/out/metadata.jsonl");
    let records: Vec<Value> = lines.lines().map(|line| serde_json::from_str(line).expect("every line is JSON")).collect();
    assert_eq!(docs(&records), ["a/x.txt", "b/x.txt", "c.md"]);
}

#[test]
fn a_place_that_cannot_be_written_is_told() {
    let folder = Folder::new("unwritable").with("a.txt", FLOOD).with("taken", "a file");
    let output = folder.run(&["analyse", "a.txt", "--out", "taken"]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).starts_with("recoupe: cannot write taken: "), "{}", stderr(&output));
}

#[test]
fn offsets_count_scalars_of_the_raw_file() {
    let texts = [
        ("bom.txt", format!("\u{feff}{FLOOD}")),
        ("crlf.txt", FLOOD.replace('\n', "\r\n")),
        ("nfd.txt", FLOOD.replace('é', "e\u{301}")),
        ("beyond.txt", format!("𝄞 {FLOOD}")),
        ("cr.txt", FLOOD.replace('\n', "\r")),
    ];
    let folder = texts.iter().fold(Folder::new("offsets"), |folder, (name, text)| folder.with(&format!("in/{name}"), text));
    assert_eq!(code(&folder.run(&["analyse", "in", "--out", "out"])), 0);
    for (name, text) in &texts {
        let scalars: Vec<char> = text.chars().collect();
        let slice = |start: &Value, end: &Value| -> String {
            let place = |at: &Value| usize::try_from(at.as_u64().expect("an offset is a number")).expect("a text is short");
            scalars[place(start)..place(end)].iter().collect()
        };
        let of = |layer| folder.records(layer).into_iter().filter(|record| record["doc"] == *name);
        for mention in of("entities") {
            assert_eq!(slice(&mention["start"], &mention["end"]), mention["surface"], "{name}");
        }
        let zones: String = of("zones").map(|zone| slice(&zone["start"], &zone["end"])).collect();
        let squeezed = |text: &str| text.chars().filter(|c| !c.is_whitespace() && *c != '\u{feff}').collect::<String>();
        assert_eq!(squeezed(&zones), squeezed(text), "{name}: zones hold every character that is not white space");
        let found = folder.run(&["search", &format!("in/{name}"), "Vernelle", "--json"]);
        let found: Value = serde_json::from_slice(&found.stdout).expect("the answer is JSON");
        for span in found["hits"].as_array().into_iter().flatten().flat_map(|hit| hit["spans"].as_array().expect("spans are a list")) {
            assert_eq!(slice(&span[0], &span[1]), "Vernelle", "{name}");
        }
    }
}

/// A page as it is built, with nothing in it.
fn page() -> String {
    recoupe::export::explorer::fill(|place| format!("[{place}]"))
}

/// Bytes of the archive in a published page.
fn archive_in(page: &str) -> Vec<u8> {
    let block = page.rsplit_once("data-fingerprint=").expect("there is a corpus").1;
    let text = block.split_once('>').and_then(|(_, rest)| rest.split_once("</script>")).expect("its block is whole").0;
    let digit = |c: char| "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".find(c);
    let bits: Vec<usize> = text.trim_end_matches('=').chars().map(|c| digit(c).expect("base 64")).collect();
    let bytes = bits.chunks(4).flat_map(|four| {
        let all = (0..4).fold(0, |all, at| all << 6 | four.get(at).copied().unwrap_or(0));
        (0..four.len() - 1).map(move |at| u8::try_from(all >> (16 - 8 * at) & 0xff).expect("a byte"))
    });
    bytes.collect()
}

#[test]
fn a_packed_page_holds_the_articles_and_packs_again_to_the_same_bytes() {
    let folder = Folder::new("pack").with("dossier/a.txt", FLOOD).with("dossier/b.md", FLOOD).with("page.html", page());
    let pack = |paths: &[&str], out: &str| {
        let rest = ["--title", "La <crue>", "--first-view", "/index", "--page", "page.html", "-o", out];
        let output = folder.run(&[&["pack"], paths, &rest].concat());
        assert_eq!((code(&output), stderr(&output)), (0, String::new()));
        folder.read(out)
    };
    let packed = pack(&["dossier"], "un.html");
    assert_eq!(packed, pack(&["dossier"], "deux.html"));
    assert!(packed.contains("<title>La &lt;crue&gt;</title>") && packed.contains("data-view=\"#/index\""), "{packed}");
    // What is inside is a corpus as the page exports it: packed again it gives the same page.
    fs::write(folder.0.join("corpus.recoupe"), archive_in(&packed)).expect("the file can be written");
    assert_eq!(packed, pack(&["corpus.recoupe"], "trois.html"));
    assert_eq!(code(&folder.run(&["analyse", "corpus.recoupe", "--out", "out"])), 0);
    assert_eq!(docs(&folder.records("metadata")), ["a.txt", "b.md"]);
    // And a published page is one to publish in.
    let again = folder.run(&["pack", "corpus.recoupe", "--first-view", "/index", "--page", "un.html", "-o", "quatre.html"]);
    assert_eq!((code(&again), folder.read("quatre.html")), (0, packed));
}

#[test]
fn a_corpus_is_called_after_its_folder_or_file() {
    let folder = Folder::new("called").with("Le port/a.txt", FLOOD).with("page.html", page());
    for (path, title) in [("Le port", "Le port"), ("Le port/a.txt", "a")] {
        assert_eq!(code(&folder.run(&["pack", path, "--page", "page.html", "-o", "p.html"])), 0);
        assert!(folder.read("p.html").contains(&format!("<title>{title}</title>")));
    }
}

#[test]
fn a_hosted_site_opens_on_its_own_corpus() {
    let index = "<head><title>Recoupe</title></head><body><div id=\"app\"></div></body>";
    let site = Folder::new("hosted").with("a.txt", FLOOD).with("site/recoupe.html", page()).with("site/index.html", index);
    let site = site.with("site/parts/x.js", "1").with("site/index.html.br", "packed");
    let output = site.run(&["pack", "a.txt", "--page", "site/recoupe.html", "--hosted", "out", "--first-view", "#/lire"]);
    assert_eq!((code(&output), stderr(&output)), (0, String::new()));
    assert!(
        site.read("out/index.html").contains("<title>a</title></head><body><div id=\"app\" src=\"corpus.recoupe\" data-view=\"#/lire\">")
    );
    assert_eq!((site.read("out/parts/x.js"), site.read("out/recoupe.html")), ("1".to_owned(), page()));
    assert!(!site.0.join("out/index.html.br").exists(), "the page that a host would send is another one");
    let out = ["out", "o"].map(|out| site.run(&["analyse", "out/corpus.recoupe", "--out", out]));
    assert_eq!(out.map(|output| code(&output)), [0, 0]);
    let itself = site.run(&["pack", "a.txt", "--page", "site/recoupe.html", "--hosted", "site"]);
    assert!(code(&itself) == 1 && stderr(&itself).contains("site would be written over itself"), "{}", stderr(&itself));
}

#[test]
fn where_there_is_no_page_to_publish_in_it_is_said() {
    let folder = Folder::new("pageless").with("a.txt", FLOOD).with("other.html", "<html></html>");
    let said = |arguments: &[&str]| {
        let output = folder.run(&[&["pack", "a.txt", "-o", "p.html"], arguments].concat());
        assert_eq!(code(&output), 1);
        assert!(!folder.0.join("p.html").exists());
        stderr(&output)
    };
    assert!(said(&[]).starts_with("recoupe: there is no page to publish in: put recoupe.html beside this program"));
    assert_eq!(said(&["--page", "other.html"]), "recoupe: other.html is no page of Recoupe that a corpus can be published in\n");
    assert!(said(&["--page", "none.html"]).starts_with("recoupe: cannot read none.html: "));
}

#[test]
fn two_runs_give_the_same_bytes_and_absent_layers_have_no_file() {
    let flood = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/golden/flood");
    let folder = Folder::new("twice");
    for out in ["one", "two"] {
        assert_eq!(code(&folder.run(&["analyse", flood, "--out", out])), 0);
    }
    let mut names: Vec<String> = fs::read_dir(folder.0.join("one"))
        .expect("the folder was made")
        .map(|entry| entry.expect("the folder reads").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    let layers = [
        "alignments",
        "contradictions",
        "dates",
        "entities",
        "entities_index",
        "indirect",
        "metadata",
        "omissions",
        "quantities",
        "quotes",
        "zones",
    ];
    assert_eq!(names, layers.map(|layer| format!("{layer}.jsonl")));
    for name in names {
        assert_eq!(folder.read(&format!("one/{name}")), folder.read(&format!("two/{name}")), "{name}");
    }
}

#[test]
fn every_query_is_answered() {
    let folder = Folder::new("queries").with("a.txt", FLOOD);
    // An argument of more than 128 KiB is refused by Linux before the command starts.
    let long = "crue ".repeat(24_000);
    for query in ["", " ", "\"", "crue AND (", "*", "NEAR/", "🦀", "-", long.as_str()] {
        let output = folder.run(&["search", "--json", "--", "a.txt", query]);
        assert_eq!(code(&output), 0, "{:.20}: {}", query, stderr(&output));
        let answer: Value = serde_json::from_slice(&output.stdout).expect("the answer is JSON");
        assert!(answer["hits"].is_array() && answer["notices"].is_array() && answer["terms"].is_array(), "{query:.20}");
        assert_eq!(code(&folder.run(&["search", "--", "a.txt", query])), 0, "{query:.20}");
    }
}

#[test]
fn a_query_of_a_million_letters_is_answered() {
    let folder = Folder::new("million").with("a.txt", FLOOD);
    let arguments = ["search", "--json", "--", &folder.0.join("a.txt").to_string_lossy(), &"crue ".repeat(200_000)].map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    assert_eq!(recoupe::cli::run(arguments, &mut out, &mut err), 0);
    assert!(serde_json::from_slice::<Value>(&out).expect("the answer is JSON")["hits"].is_array());
}

/// A zip of deflated files.
fn zip_of(files: &[(&str, &str)]) -> Vec<u8> {
    let mut zip = zip::ZipWriter::new(io::Cursor::new(Vec::new()));
    for (name, content) in files {
        zip.start_file(*name, zip::write::SimpleFileOptions::default()).expect("names differ");
        zip.write_all(content.as_bytes()).expect("memory takes all");
    }
    zip.finish().expect("memory takes all").into_inner()
}

#[test]
fn what_is_in_an_archive_comes_in_and_what_browsers_save_beside_pages_stays_out() {
    let page = "<!doctype html><body><h1>Crue à Saint-Aubrac</h1><p>La Vernelle a débordé mardi.</p>";
    let word = "<w:document><w:body><w:p><w:r><w:t>La Vernelle a débordé.</w:t></w:r></w:p></w:body></w:document>";
    let folder = Folder::new("archive")
        .with("in/lot.zip", zip_of(&[("x/a.txt", FLOOD), ("b.txt", FLOOD), ("../c.txt", FLOOD), ("photo.png", "")]))
        .with("in/a.txt", FLOOD)
        .with("in/page.HTM", page)
        .with("in/page_fichiers/pub.html", page)
        .with("in/note.docx", zip_of(&[("word/document.xml", word)]))
        .with("in/~$note.docx", "ouvert");
    let output = folder.run(&["analyse", "in", "--out", "out"]);
    assert_eq!(code(&output), 1);
    assert_eq!(docs(&folder.records("metadata")), ["in/a.txt", "x/a.txt", "b.txt", "note.docx", "page.HTM"]);
    let said = stderr(&output);
    assert!(said.contains("recoupe: in/lot.zip/../c.txt: its path leaves the archive, left out"), "{said}");
    assert!(said.contains("recoupe: skipped, by their ending no articles: 1 (in/page_fichiers/pub.html)"), "{said}");
}

#[test]
fn an_exported_corpus_keeps_its_names_and_its_corrections() {
    use recoupe::corpus::{Article, Correction, Edits, Field, SavedCorpus};
    let title = |value: &str| Correction::Field { article: "crue".to_owned(), field: Field::Title, values: vec![value.to_owned()] };
    let corpus = |value: &str| SavedCorpus {
        articles: vec![Article::new("crue", FLOOD), Article::new("b", FLOOD)],
        sources: Vec::new(),
        edits: Edits { corrections: vec![title(value), Correction::Remove { article: "b".to_owned() }], ..Edits::default() },
    };
    let folder = Folder::new("exported")
        .with("un.recoupe", recoupe::import::archive::write(&corpus("La montée des eaux")))
        .with("deux.recoupe", recoupe::import::archive::write(&corpus("La décrue")));
    let output = folder.run(&["analyse", "un.recoupe", "deux.recoupe", "--out", "out"]);
    assert_eq!((code(&output), stderr(&output)), (0, String::new()));
    let records = folder.records("metadata");
    assert_eq!(docs(&records), ["crue", "crue (2)"]);
    let told: String = records.iter().map(Value::to_string).collect();
    assert!(told.contains("La montée des eaux") && told.contains("La décrue"), "{told}");
}

#[test]
fn a_file_that_no_memory_holds_is_refused_unread() {
    let folder = Folder::new("large").with("a.txt", FLOOD);
    let file = fs::File::create(folder.0.join("vaste.txt")).expect("the file can be made");
    // A file of nothing but a hole takes no room on the disk.
    file.set_len(3_000_000_000).expect("the file system knows holes");
    let output = folder.run(&["analyse", "a.txt", "vaste.txt", "--out", "out"]);
    assert_eq!(code(&output), 1);
    assert!(stderr(&output).contains("vaste.txt: is too large: 3000000000 bytes, 2000000000 at most"), "{}", stderr(&output));
}

/// A standard output that takes nothing.
struct Closed(ErrorKind);

impl Write for Closed {
    fn write(&mut self, _: &[u8]) -> io::Result<usize> {
        Err(self.0.into())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn a_closed_pipe_is_no_failure_and_a_full_disk_is_one() {
    for (kind, expected) in [(ErrorKind::BrokenPipe, 0), (ErrorKind::StorageFull, 1)] {
        let mut err = Vec::new();
        assert_eq!(recoupe::cli::run(["--help".into()], &mut Closed(kind), &mut err), expected, "{kind}");
        assert_eq!(err.is_empty(), expected == 0, "{kind}");
    }
}

#[test]
fn nobody_at_the_other_end_of_the_pipe_is_no_failure() {
    let folder = Folder::new("pipe").with("a.txt", FLOOD.repeat(2_000));
    let mut command = Command::new(env!("CARGO_BIN_EXE_recoupe"));
    command.current_dir(&folder.0).args(["search", "a.txt", "maire"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the command starts");
    drop(child.stdout.take());
    let output = child.wait_with_output().expect("the command ends");
    assert_eq!((code(&output), stderr(&output)), (0, String::new()));
}
