//! The forms in which a corpus is handed on: each is what its standard says, and says what was found.

use std::path::{Path, PathBuf};
use std::process::Command;

use quick_xml::Reader;
use quick_xml::events::Event;
use serde_json::Value;

fn corpus() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("corpus")
}

/// The five articles, without what lies beside them.
fn shipped() -> Vec<PathBuf> {
    ["000", "001", "002", "003", "004"].iter().map(|name| corpus().join(format!("{name}.txt"))).collect()
}

fn export(articles: &[PathBuf], form: &str) -> String {
    String::from_utf8(exported(articles, form)).unwrap()
}

fn exported(articles: &[PathBuf], form: &str) -> Vec<u8> {
    let output = Command::new(env!("CARGO_BIN_EXE_recoupe")).arg("export").args(articles).args(["--form", form]).output().unwrap();
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    output.stdout
}

/// A folder of its own with these files.
fn folder(name: &str, files: &[(&str, &str)]) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(&folder).unwrap();
    files.iter().for_each(|(name, text)| std::fs::write(folder.join(name), text).unwrap());
    folder
}

#[test]
fn every_annotation_finds_its_words_by_position_and_by_quote() {
    let collection: Value = serde_json::from_str(&export(&shipped(), "annotations")).unwrap();
    let items = collection["first"]["items"].as_array().unwrap();
    assert!(items.len() > 200 && collection["total"] == items.len(), "{}", items.len());
    for item in items {
        let name = item["target"]["source"].as_str().unwrap().trim_start_matches("urn:recoupe:");
        let raw: Vec<char> = std::fs::read_to_string(corpus().join(name)).unwrap().chars().collect();
        let [position, quote] = &item["target"]["selector"].as_array().unwrap()[..] else { panic!("{item}") };
        let at = |key: &str| position[key].as_u64().unwrap() as usize;
        let exact: String = raw[at("start")..at("end")].iter().collect();
        assert_eq!(quote["exact"], exact);
        let before: String = raw[..at("start")].iter().collect();
        assert!(before.ends_with(quote["prefix"].as_str().unwrap()), "{item}");
    }
}

/// The text of an XML document, and how many elements of each name it has; fails where elements are not paired.
fn read_xml(xml: &str) -> (String, std::collections::BTreeMap<String, u32>) {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().check_end_names = true;
    let (mut text, mut names, mut depth) = (String::new(), std::collections::BTreeMap::new(), 0);
    loop {
        match reader.read_event().unwrap_or_else(|error| panic!("{error}")) {
            Event::Start(tag) => {
                depth += 1;
                *names.entry(tag.name().as_ref().to_owned()).or_default() += 1;
            }
            Event::End(_) => depth -= 1,
            Event::Text(piece) => text.push_str(&piece),
            Event::GeneralRef(name) => text.push(match &*name {
                "amp" => '&',
                "lt" => '<',
                "gt" => '>',
                "quot" => '"',
                other => panic!("&{other};"),
            }),
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
    (text, names)
}

#[test]
fn tei_is_well_formed_and_holds_the_articles_with_their_marks() {
    let (text, names) = read_xml(&export(&shipped(), "tei"));
    assert_eq!(names["TEI"], 5);
    assert!(names["persName"] > 30 && names["said"] > 20 && names["date"] > 10 && names["num"] > 5, "{names:?}");
    assert!(text.contains("Bernard Cazeneuve"));
}

#[test]
fn signs_of_xml_and_characters_that_it_forbids_come_through() {
    let articles = folder("hostile-tei", &[("a.txt", "Titre <b> & \"c\"\n\nLe maire\u{1} a dit : « <script>non</script> & ]]> » à Lyon.")]);
    let xml = export(&[articles], "tei");
    let (text, _) = read_xml(&xml);
    assert!(text.contains("<script>non</script> & ]]>") && !xml.contains("<script>") && !xml.contains('\u{1}'), "{xml}");
}

#[test]
fn a_press_review_quotes_briefly_and_says_where_from() {
    let review = export(&shipped(), "markdown");
    assert_eq!(review.matches("\n## ").count(), 5);
    for line in review.lines().filter(|line| line.starts_with("> «")) {
        assert!(line.split_whitespace().count() < 40, "{line}");
    }
    assert!(review.lines().filter(|line| line.starts_with("> —")).count() > 5, "{review}");
}

#[test]
fn a_bulk_request_has_an_action_before_each_article_and_a_line_feed_at_its_end() {
    let out = Path::new(env!("CARGO_TARGET_TMPDIR")).join("bulk");
    let status = Command::new(env!("CARGO_BIN_EXE_recoupe")).arg("export").args(shipped()).arg("--bulk").arg(&out).status().unwrap();
    assert!(status.success());
    let body = std::fs::read_to_string(out.join("bulk-0001.ndjson")).unwrap();
    assert!(body.ends_with('\n'));
    let lines: Vec<Value> = body.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 10);
    let mapping: Value = serde_json::from_str(&std::fs::read_to_string(out.join("mapping.json")).unwrap()).unwrap();
    let fields = mapping["mappings"]["properties"].as_object().unwrap();
    for pair in lines.chunks(2) {
        assert_eq!(pair[0]["index"]["_index"], "recoupe");
        assert_eq!(pair[0]["index"]["_id"], pair[1]["name"]);
        // The index takes no field that it does not know.
        assert!(pair[1].as_object().unwrap().keys().all(|key| fields.contains_key(key)), "{}", pair[1]);
        let nested = |list: &str| {
            pair[1][list].as_array().unwrap().iter().flat_map(|one| one.as_object().unwrap().keys().cloned().collect::<Vec<_>>())
        };
        for list in ["entities", "quotes", "figures", "times"] {
            let known = fields[list]["properties"].as_object().unwrap();
            assert!(nested(list).all(|key| known.contains_key(&key)), "{list}");
        }
    }
}

/// The exchange zip is a corpus that opens again: whatever came in, what it gives is that zip, and every other form as before.
#[test]
fn an_exchange_zip_that_is_read_again_gives_the_same_bytes() {
    let odd = folder(
        "odd-exchange",
        &[
            ("a.txt", "Titre <b> & \"c\"\n\nLe maire\u{1} a dit : « <script>non</script> & ]]> » à Lyon."),
            (
                "b.html",
                "<!doctype html><html><head><title>Le bac</title></head><body><h1>Le bac reste à quai</h1><p>Le maire, Jean Dupont, l’a dit mardi&nbsp;: «&nbsp;Il reste à quai.&nbsp;»</p></body></html>",
            ),
            ("c.csv", "titre,texte,média,date\nLe port,\"Le port de Brest ferme. Le maire l’a dit lundi.\",Le Quotidien,2024-03-04\n"),
            ("d.md", "---\ntitle: Le pont\nauthor: Ana Martin\n---\n\nLe pont de Brest a été fermé 12 jours en 2023.\n"),
        ],
    );
    let files = |folder: &Path| ["a.txt", "b.html", "c.csv", "d.md"].map(|name| folder.join(name)).to_vec();
    for (name, articles) in [("shipped", shipped()), ("odd", files(&odd))] {
        let first = exported(&articles, "exchange");
        let again = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-again.zip"));
        std::fs::write(&again, &first).unwrap();
        assert!(exported(std::slice::from_ref(&again), "exchange") == first, "{name}: other bytes");
        for form in ["annotations", "tei", "markdown"] {
            assert_eq!(export(std::slice::from_ref(&again), form), export(&articles, form), "{name}: {form}");
        }
    }
}
