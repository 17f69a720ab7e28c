//! Pages saved as one file (MHTML) and mails (EML): parts behind headers, RFC 2045 to 2047 and 2557.
//!
//! The first page of HTML in it is the text, or the first plain text where there is no page. Pictures and styles in the other
//! parts stay in the source.

use super::encoding::{self, Decoded};
use super::{Read, Refusal};
use crate::corpus::{Article, Fact, Metadata};

/// Parts in parts are followed so far: mails hold a page and its pictures beside attached files.
const DEEPEST: usize = 4;

/// Headers of a part and what follows them.
struct Part<'a> {
    headers: Vec<(String, String)>,
    body: &'a [u8],
}

/// The article in a saved page or mail that is called `name`.
///
/// # Errors
/// When there is no text in it.
pub(super) fn read(name: &str, bytes: &[u8]) -> Result<(Article, Read), Refusal> {
    let whole = Part::of(bytes);
    let mut texts = Vec::new();
    whole.texts(DEEPEST, &mut texts);
    let page = texts.iter().find(|part| part.kind() == "text/html").or(texts.first()).ok_or(Refusal::NoArticle)?;
    let unpacked = page.unpacked();
    let charset = page.header("content-type").and_then(|value| parameter(value, "charset"));
    let Decoded { text, encoding, n_unreadable } = encoding::decode_as(&unpacked, charset.as_deref()).ok_or(Refusal::NotText)?;
    let address = whole.header("snapshot-content-location").or_else(|| page.header("content-location"));
    let url = address.filter(|address| address.starts_with("http")).map(|address| Fact::given(address.to_owned()));
    let article = Article { given: Metadata { url, ..Metadata::default() }, ..Article::new(name, &text) };
    Ok((article, Read { encoding, n_unreadable, ..Read::default() }))
}

impl<'a> Part<'a> {
    fn of(bytes: &'a [u8]) -> Self {
        let (mut headers, mut rest): (Vec<(String, String)>, _) = (Vec::new(), bytes);
        while let Some((line, after)) = line_of(rest) {
            rest = after;
            if line.is_empty() {
                break;
            }
            let text = String::from_utf8_lossy(line);
            match (text.starts_with([' ', '\t']), headers.last_mut(), text.split_once(':')) {
                // A long header goes on in the next line.
                (true, Some((_, value)), _) => value.push_str(&text),
                (_, _, Some((name, value))) => headers.push((name.trim().to_ascii_lowercase(), value.trim().to_owned())),
                _ => {}
            }
        }
        Self { headers, body: rest }
    }

    fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// What the part is, in small letters, without parameters; plain text when nothing is said.
    fn kind(&self) -> String {
        let kind = self.header("content-type").and_then(|value| value.split(';').next()).unwrap_or("text/plain");
        kind.trim().to_ascii_lowercase()
    }

    /// Adds the texts in the part, in order.
    fn texts(&self, depth: usize, found: &mut Vec<Part<'a>>) {
        let kind = self.kind();
        if kind == "text/html" || kind == "text/plain" {
            found.push(Part { headers: self.headers.clone(), body: self.body });
        }
        let boundary = self.header("content-type").and_then(|value| parameter(value, "boundary"));
        if let Some(boundary) = boundary.filter(|boundary| kind.starts_with("multipart/") && depth > 0 && !boundary.is_empty()) {
            for part in parts(self.body, &boundary) {
                Part::of(part).texts(depth - 1, found);
            }
        }
    }

    /// The bytes as they were before they were made fit for mail.
    fn unpacked(&self) -> Vec<u8> {
        match self.header("content-transfer-encoding").unwrap_or_default().to_ascii_lowercase().as_str() {
            "quoted-printable" => from_quoted_printable(self.body),
            "base64" => from_base64(self.body),
            _ => self.body.to_vec(),
        }
    }
}

/// The first line, without its end, and the rest; `None` at the end.
fn line_of(bytes: &[u8]) -> Option<(&[u8], &[u8])> {
    if bytes.is_empty() {
        return None;
    }
    let end = bytes.iter().position(|byte| *byte == b'\n');
    let (line, rest) = end.map_or((bytes, &bytes[bytes.len()..]), |end| (&bytes[..end], &bytes[end + 1..]));
    Some((line.strip_suffix(b"\r").unwrap_or(line), rest))
}

/// What stands between the lines of a boundary.
fn parts<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let mark = [b"--", boundary.as_bytes()].concat();
    let (mut found, mut begun, mut rest) = (Vec::new(), None, body);
    while let Some((line, after)) = line_of(rest) {
        if let Some(tail) = line.strip_prefix(&*mark) {
            let at = body.len() - rest.len();
            found.extend(begun.map(|begun: usize| &body[begun..at]));
            begun = Some(body.len() - after.len());
            if tail.starts_with(b"--") {
                return found;
            }
        }
        rest = after;
    }
    // A file that was cut ends within a part.
    found.extend(begun.map(|begun| &body[begun..]));
    found
}

/// The value of a parameter of a header, in marks or not.
fn parameter(value: &str, name: &str) -> Option<String> {
    let found = value.split(';').skip(1).find_map(|parameter| {
        let (known, value) = parameter.split_once('=')?;
        known.trim().eq_ignore_ascii_case(name).then(|| value.trim())
    })?;
    Some(found.trim_matches('"').to_owned())
}

fn from_quoted_printable(bytes: &[u8]) -> Vec<u8> {
    let digit = |byte: Option<&u8>| byte.and_then(|byte| char::from(*byte).to_digit(16)).and_then(|digit| u8::try_from(digit).ok());
    let (mut plain, mut at) = (Vec::with_capacity(bytes.len()), 0);
    while let Some(&byte) = bytes.get(at) {
        let after = &bytes[at + 1..];
        match (byte, digit(after.first()), digit(after.get(1))) {
            (b'=', Some(high), Some(low)) => {
                plain.push(high << 4 | low);
                at += 3;
            }
            // The line was broken only for mail.
            (b'=', ..) if after.starts_with(b"\r\n") => at += 3,
            (b'=', ..) if after.starts_with(b"\n") => at += 2,
            _ => {
                plain.push(byte);
                at += 1;
            }
        }
    }
    plain
}

/// Six bits a character; what is none of the 64 is passed over.
fn from_base64(bytes: &[u8]) -> Vec<u8> {
    let (mut plain, mut bits, mut n_bits) = (Vec::with_capacity(bytes.len() / 4 * 3), 0_u32, 0);
    for byte in bytes.iter().take_while(|byte| **byte != b'=') {
        let six = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            _ => continue,
        };
        bits = bits << 6 | u32::from(six);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            plain.push(u8::try_from(bits >> n_bits & 0xff).expect("eight bits are a byte"));
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use crate::corpus::{Content, Encoding};
    use crate::import::Refusal;
    use crate::import::fixture::{read, refused};

    const SAVED: &str = "From: <Saved by Blink>\r\nSnapshot-Content-Location: https://exemple.fr/crue\r\nMIME-Version: 1.0\r\n\
        Content-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"----b--1----\"\r\n\r\n\r\n------b--1----\r\n\
        Content-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Location: https://exemple.fr/crue\r\n\r\n\
        <!DOCTYPE html><p class=3D\"x\">La Vernelle a d=C3=A9bord=\r\n=C3=A9.</p>\r\n------b--1----\r\nContent-Type: image/png\r\n\
        Content-Transfer-Encoding: base64\r\n\r\niVBORw0KGgo=\r\n------b--1------\r\n";

    #[test]
    fn a_page_saved_as_one_file_is_its_page() {
        for name in ["page.mhtml", "page.mht", "page"] {
            let imported = read(name, SAVED);
            assert_eq!(&*imported.articles[0].text, "<!DOCTYPE html><p class=\"x\">La Vernelle a débordé.</p>\r\n");
            assert_eq!(imported.articles[0].given.url.as_ref().map(|url| &*url.value), Some("https://exemple.fr/crue"));
            assert_eq!(imported.sources[0].content, Content::Bytes(SAVED.as_bytes().to_vec()));
        }
    }

    #[test]
    fn a_mail_is_its_page_or_else_its_text() {
        let text = "Content-Type: text/plain; charset=iso-8859-2\nContent-Transfer-Encoding: base64\n\no/NkvA==\n";
        let page = "Content-Type: text/html\n\n<p>La crue</p>\n";
        let mail = |parts: &[&str]| {
            let inner: String = parts.iter().map(|part| format!("--b\n{part}")).collect();
            format!("Subject: La crue\nMIME-Version: 1.0\nContent-Type: multipart/alternative; boundary=b\n\n{inner}--b--\n")
        };
        assert_eq!(&*read("a.eml", mail(&[text, page])).articles[0].text, "<p>La crue</p>\n");
        let only = &read("a.eml", mail(&[text])).articles[0];
        assert_eq!((&*only.text, &only.origin.encoding), ("Łódź", &Encoding::Other("ISO-8859-2".to_owned())));
        assert_eq!(refused(&read("a.eml", mail(&[]))), [("a.eml", &Refusal::NoArticle)]);
    }

    #[test]
    fn a_saved_page_that_was_cut_gives_what_is_there() {
        let at = SAVED.find("bord").expect("it is there");
        assert_eq!(&*read("page.mhtml", &SAVED.as_bytes()[..at]).articles[0].text, "<!DOCTYPE html><p class=\"x\">La Vernelle a dé");
    }
}
