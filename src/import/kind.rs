//! What a file is: told by its first bytes, and by its name where they say nothing.
//!
//! Names of formats are the same in French and English, for they stand in refusals of both. A file without an ending, or with one
//! that nobody knows, is text until it is found to be none.

use super::package::Package;

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Text for a person: plain, Markdown, HTML.
    Text,
    /// Text for a program, one article a row: CSV, TSV, JSON, JSON Lines.
    Table,
    /// A page saved as one file, or a mail.
    Mime,
    /// A zip; what it is for stands in its members.
    Zip,
    /// By its name a zip, and it does not begin as one.
    Broken,
    /// A known format that is not read.
    Foreign(&'static str),
    /// An office document of 1997 or one that is encrypted: both have the same container.
    Container,
}

/// What a zip is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ZipKind {
    /// Files put together.
    Files,
    Docx,
    Odt,
    /// A corpus that was exported whole.
    Corpus,
    Foreign(&'static str),
}

/// How the files of a format begin.
const SIGNATURES: &[(&[u8], &str)] = &[
    (b"{\\rtf", "RTF"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"\x89PNG", "PNG"),
    (b"GIF87a", "GIF"),
    (b"GIF89a", "GIF"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"\0\0\x01\0", "ICO"),
    (b"ID3", "MP3"),
    (b"\xff\xfb", "MP3"),
    (b"OggS", "Ogg"),
    (b"fLaC", "FLAC"),
    (b"\x1a\x45\xdf\xa3", "Matroska"),
    (b"FLV\x01", "FLV"),
    (b"\x7fELF", "ELF"),
    (b"\xcf\xfa\xed\xfe", "Mach-O"),
    (b"\xca\xfe\xba\xbe", "Mach-O"),
    (b"\0asm", "WebAssembly"),
    (b"\x1f\x8b", "gzip"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a", "RAR"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"bplist00", "webarchive"),
    (b"SQLite format 3\0", "SQLite"),
    (b"wOFF", "WOFF"),
    (b"wOF2", "WOFF2"),
    (b"OTTO", "OpenType"),
    (b"!BDN", "Outlook (pst)"),
];

/// Endings of formats whose files begin with nothing that tells them.
const ENDINGS: &[(&str, &str)] = &[("svg", "SVG")];

/// Bytes in which a signature may stand when it need not stand first.
const HEAD: usize = 1024;

/// What a file is.
pub(super) fn of(name: &str, bytes: &[u8]) -> Kind {
    let head = &bytes[..bytes.len().min(HEAD)];
    if [b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08"].iter().any(|start| head.starts_with(*start)) {
        return Kind::Zip;
    }
    if head.starts_with(b"\xd0\xcf\x11\xe0") {
        return Kind::Container;
    }
    let ending = ending(name);
    let by_name = ENDINGS.iter().find(|(known, _)| *known == ending).map(|(_, kind)| *kind);
    if let Some(kind) = signed(head).or(by_name) {
        return Kind::Foreign(kind);
    }
    if is_mime(head) {
        return Kind::Mime;
    }
    match &*ending {
        "zip" | "docx" | "odt" | "recoupe" if !head.is_empty() => Kind::Broken,
        "csv" | "tsv" | "tab" | "json" | "jsonl" | "ndjson" => Kind::Table,
        _ => Kind::Text,
    }
}

/// The format that the first bytes sign for.
fn signed(head: &[u8]) -> Option<&'static str> {
    if let Some((_, kind)) = SIGNATURES.iter().find(|(start, _)| head.starts_with(start)) {
        return Some(kind);
    }
    let has = |at: usize, mark: &[u8]| head.get(at..at + mark.len()) == Some(mark);
    let holds = |mark: &[u8]| head.windows(mark.len()).any(|window| window.eq_ignore_ascii_case(mark));
    match () {
        () if holds(b"%PDF-") => Some("PDF"),
        () if has(0, b"RIFF") && has(8, b"WEBP") => Some("WebP"),
        () if has(0, b"RIFF") && has(8, b"WAVE") => Some("WAV"),
        () if has(0, b"RIFF") && has(8, b"AVI ") => Some("AVI"),
        () if has(4, b"ftypheic") || has(4, b"ftypmif1") => Some("HEIC"),
        () if has(4, b"ftypavif") => Some("AVIF"),
        () if has(4, b"ftypM4A") => Some("M4A"),
        () if has(4, b"ftyp") => Some("MP4"),
        // Two letters are how a word may begin too; a text holds no zeros.
        () if has(0, b"BM") && has(6, b"\0\0\0\0") => Some("BMP"),
        () if has(0, b"MZ") && head.contains(&0) => Some("EXE"),
        () if has(257, b"ustar") => Some("tar"),
        () => None,
    }
}

/// True for headers of a message: the first line is one, and among the others is that of MIME.
fn is_mime(head: &[u8]) -> bool {
    let mut lines = head.split(|byte| *byte == b'\n');
    let name = lines.next().and_then(|line| line.split(|byte| *byte == b':').next()).unwrap_or_default();
    let is_header = !name.is_empty() && head.get(name.len()) == Some(&b':') && name.iter().all(|b| b.is_ascii_alphanumeric() || *b == b'-');
    let begins = |line: &[u8], mark: &[u8]| line.get(..mark.len()).is_some_and(|start| start.eq_ignore_ascii_case(mark));
    is_header && head.split(|byte| *byte == b'\n').take_while(|line| line.len() > 1).any(|line| begins(line, b"mime-version:"))
}

/// What an office document of 1997 is, by its name; an encrypted one of today is in the same container.
pub(super) fn of_container(name: &str, bytes: &[u8]) -> Result<&'static str, Locked> {
    let mark: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if bytes.windows(mark.len()).any(|window| window == mark) {
        return Err(Locked);
    }
    Ok(match &*ending(name) {
        "xls" => "Excel 97-2003 (xls)",
        "ppt" => "PowerPoint 97-2003 (ppt)",
        "msg" => "Outlook (msg)",
        _ => "Word 97-2003 (doc)",
    })
}

/// The document is encrypted.
#[derive(Debug)]
pub(super) struct Locked;

/// What a zip is for.
pub(super) fn of_zip(name: &str, package: &Package) -> ZipKind {
    let has = |name: &str| package.find(name).is_some();
    match () {
        () if has("word/document.xml") => ZipKind::Docx,
        () if has("xl/workbook.xml") => ZipKind::Foreign("Excel (xlsx)"),
        () if has("ppt/presentation.xml") => ZipKind::Foreign("PowerPoint (pptx)"),
        () if has("META-INF/container.xml") => ZipKind::Foreign("EPUB"),
        () if has("META-INF/MANIFEST.MF") => ZipKind::Foreign("JAR"),
        () if has("mimetype") && has("content.xml") => match &*ending(name) {
            "ods" => ZipKind::Foreign("OpenDocument (ods)"),
            "odp" => ZipKind::Foreign("OpenDocument (odp)"),
            _ => ZipKind::Odt,
        },
        () if ending(name) == "recoupe" || has("manifest.json") && has("corrections.json") => ZipKind::Corpus,
        () => ZipKind::Files,
    }
}

/// The ending of a name in small letters, without its dot; nothing when there is none.
pub(super) fn ending(name: &str) -> String {
    let file = name.rsplit('/').next().unwrap_or(name);
    file.rsplit_once('.').map(|(_, ending)| ending.to_lowercase()).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_bytes_weigh_more_than_the_name() {
        for (name, bytes, expected) in [
            ("a.txt", &b"%PDF-1.7\n"[..], Kind::Foreign("PDF")),
            ("a.pdf", b"Un texte.", Kind::Text),
            ("A.HTM", b"PK\x03\x04", Kind::Zip),
            ("photo.txt", b"\xff\xd8\xff\xe0", Kind::Foreign("JPEG")),
            ("lettre", b"{\\rtf1\\ansi", Kind::Foreign("RTF")),
            ("vieux.doc", b"\xd0\xcf\x11\xe0\xa1\xb1", Kind::Container),
            ("page.mhtml", b"From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related;", Kind::Mime),
            ("liste.TSV", b"a\tb", Kind::Table),
            ("sans ending", b"Bonjour.", Kind::Text),
        ] {
            assert_eq!(of(name, bytes), expected, "{name}");
        }
    }

    #[test]
    fn a_word_is_no_signature() {
        for text in ["MZ est un sigle.", "BM : la bourse", "IDEE", "Rare"] {
            assert_eq!(of("a.txt", text.as_bytes()), Kind::Text, "{text}");
        }
    }

    #[test]
    fn an_encrypted_document_is_told_from_an_old_one() {
        let mut bytes = b"\xd0\xcf\x11\xe0".to_vec();
        assert_eq!(of_container("a.xls", &bytes).ok(), Some("Excel 97-2003 (xls)"));
        bytes.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
        assert!(of_container("a.docx", &bytes).is_err());
    }
}
