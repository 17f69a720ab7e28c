//! An explorer to hand on: the page with a corpus, as one file that opens anywhere.
//!
//! The file is the frame `src/ui/scripts/one_file.html` with the program's own parts in its places (`cargo xtask dist` fills it). To publish is
//! to write three things into such a page: its title, the view it opens on, and the corpus, as the bytes of its archive in letters
//! that end no block whatever the articles hold. Where they go is found in the page itself, so that a page of another version
//! keeps its frame, and a published one can be published again. The same page, corpus, title and view give the same bytes.
//!
//! The file is UTF-16, told by its mark, which every browser believes before anything that a server says. A letter there holds two bytes
//! of a block as they are, but for three in a hundred that take two letters; base 64 in UTF-8 takes a third more. In a page of UTF-8, as
//! they were made before, a corpus still stands in base 64.
//!
//! That the corpus came through whole is told by its fingerprint; it does not tell a page that somebody changed on purpose.

use crate::id::Fingerprint;
use crate::text::markup::escaped;

/// Of UTF-16, the lower byte first.
const MARK: &[u8] = &[0xff, 0xfe];
/// Before a letter of a block that stands for another one.
const ESCAPE: char = '/';

const FRAME: &str = include_str!("../ui/scripts/one_file.html");

/// How a published page is called and what it opens on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cover<'a> {
    pub title: &'a str,
    /// An address of the page, from its `#` on; empty for the panorama.
    pub view: &'a str,
}

/// Begins what may follow the place of the title; so the place of the corpus, which is the last block of its page.
const TITLE: (&str, &str) = ("<title>", "</title>");
const CORPUS: (&str, &str) = ("<script type=\"application/zip\" id=\"corpus\"", "</script>");
const APP: (&str, &str) = ("<div id=\"app\"", "></div>");

/// The page without a corpus: `part` gives what stands at each place of the frame.
pub fn fill(mut part: impl FnMut(&str) -> String) -> String {
    let mut page = String::new();
    let mut rest = FRAME;
    while let Some((before, after)) = rest.split_once("{{") {
        let (place, after) = after.split_once("}}").expect("every place of the frame is closed");
        page += before;
        page += &part(place);
        rest = after;
    }
    page + rest
}

/// The bytes of a file that reads as `page`.
pub fn file(page: &str) -> Vec<u8> {
    [MARK, &page.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>()].concat()
}

/// What a file made by [`file()`] reads as; none when it is no such file.
pub fn text(file: &[u8]) -> Option<String> {
    let units = file.strip_prefix(MARK)?.chunks(2).map(|two| two.try_into().ok().map(u16::from_le_bytes));
    String::from_utf16(&units.collect::<Option<Vec<u16>>>()?).ok()
}

/// The file of a page with the bytes of an archive as its corpus; none when it has no place for one.
pub fn publish(file: &[u8], cover: Cover, archive: &[u8]) -> Option<Vec<u8>> {
    match text(file) {
        Some(page) => Some(self::file(&published(&page, cover, archive, &letters(&counted(archive)))?)),
        None => Some(published(std::str::from_utf8(file).ok()?, cover, archive, &base64(archive))?.into_bytes()),
    }
}

fn published(page: &str, cover: Cover, archive: &[u8], block: &str) -> Option<String> {
    let fingerprint = fingerprint(archive);
    let block = format!(" data-view=\"{}\" data-fingerprint=\"{fingerprint}\">{block}", escaped(cover.view));
    let at = page.rfind(CORPUS.0)?;
    let (head, tail) = page.split_at(at);
    Some([&*titled(head, cover.title)?, &*between(tail, CORPUS, &block)?].concat())
}

/// The hosted page that opens on the corpus at the address `file`; none when `page` has no place for it.
pub fn host(page: &str, cover: Cover, file: &str) -> Option<String> {
    let named = format!(" src=\"{}\" data-view=\"{}\"", escaped(file), escaped(cover.view));
    between(&titled(page, cover.title)?, APP, &named)
}

/// How a page tells that the bytes of its corpus are all there.
pub fn fingerprint(archive: &[u8]) -> String {
    format!("{:016x}", Fingerprint::of(archive).0)
}

fn titled(page: &str, title: &str) -> Option<String> {
    between(page, TITLE, &escaped(&title.replace(char::is_control, " ")))
}

/// `page` with `text` between the first `marks`.
fn between(page: &str, marks: (&str, &str), text: &str) -> Option<String> {
    let start = page.find(marks.0)? + marks.0.len();
    let end = start + page[start..].find(marks.1)?;
    Some([&page[..start], text, &page[end..]].concat())
}

/// `bytes` as a block of a page in UTF-16: each two bytes, the lower first, are a letter. Those that no text can hold, that a browser
/// would change, or that could end the block stand behind an escape with their highest bit turned. An odd last byte gets a zero.
pub fn letters(bytes: &[u8]) -> String {
    let mut letters = String::with_capacity(bytes.len() * 3 / 2);
    for two in bytes.chunks(2) {
        let unit = u16::from_le_bytes([two[0], two.get(1).copied().unwrap_or_default()]);
        let kept = char::from_u32(u32::from(unit)).filter(|c| !matches!(*c, '\0' | '\r' | '<' | ESCAPE));
        letters.extend(kept.is_none().then_some(ESCAPE));
        letters.push(kept.or_else(|| char::from_u32(u32::from(unit ^ 0x8000))).expect("with the other highest bit it is no surrogate"));
    }
    letters
}

/// `bytes` behind their number in four bytes, the lowest first.
pub fn counted(bytes: &[u8]) -> Vec<u8> {
    let length = u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    [&length.to_le_bytes(), bytes].concat()
}

/// `bytes` in base 64 (RFC 4648), padded.
pub fn base64(bytes: &[u8]) -> String {
    const DIGITS: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut text = String::with_capacity(bytes.len().div_ceil(3) * 4);
    for three in bytes.chunks(3) {
        let bits = (0..3).fold(0_usize, |bits, at| bits << 8 | three.get(at).map_or(0, |byte| usize::from(*byte)));
        for place in 0..4 {
            // So many bytes fill one digit more than they are.
            text.push(if place <= three.len() { char::from(DIGITS[bits >> (18 - 6 * place) & 63]) } else { '=' });
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn page() -> String {
        fill(|place| format!("[{place}]"))
    }

    #[test]
    fn every_place_of_the_frame_is_filled() {
        let mut places = Vec::new();
        let page = fill(|place| {
            places.push(place.to_owned());
            place.to_owned()
        });
        assert_eq!(places, ["policy", "icon", "style", "packed-texts", "packed-page", "boot", "packed-views", "packed-readers"]);
        assert!(!page.contains("{{") && page.contains("<title>Recoupe</title>"), "{page}");
    }

    /// What the boot script does with a block.
    fn unlettered(letters: &str) -> Vec<u8> {
        let mut units = letters.encode_utf16();
        let mut bytes = Vec::new();
        while let Some(unit) = units.next() {
            let unit = if unit == u16::try_from(u32::from(ESCAPE)).unwrap() { units.next().unwrap() ^ 0x8000 } else { unit };
            bytes.extend(unit.to_le_bytes());
        }
        bytes
    }

    #[test]
    fn every_pair_of_bytes_is_letters_that_end_no_block_and_read_back() {
        let bytes: Vec<u8> = (0..=u16::MAX).flat_map(u16::to_le_bytes).collect();
        let letters = letters(&bytes);
        assert!(!letters.contains(['<', '\r', '\0']));
        assert!(letters.encode_utf16().count() <= 65_536 + 2048 + 4);
        assert_eq!(unlettered(&letters), bytes);
        assert_eq!(unlettered(&super::letters(b"abc")), b"abc\0");
        assert_eq!(counted(b"abc"), b"\x03\0\0\0abc");
    }

    #[test]
    fn a_file_reads_as_its_page() {
        let file = file("Été à Nîmes 𝄞");
        assert_eq!(text(&file).as_deref(), Some("Été à Nîmes 𝄞"));
        assert_eq!((text(&file[..file.len() - 1]), text(b"<html>")), (None, None));
    }

    #[test]
    fn a_page_of_before_is_published_in_as_it_was_made() {
        let published = publish(page().as_bytes(), Cover { title: "Été", view: "" }, b"foo").unwrap();
        let published = String::from_utf8(published).unwrap();
        assert!(published.contains(">Zm9v</script>") && published.contains("<title>Été</title>"), "{published}");
    }

    #[test]
    fn base64_is_that_of_the_standard() {
        for (bytes, expected) in [("", ""), ("f", "Zg=="), ("fo", "Zm8="), ("foo", "Zm9v"), ("foobar", "Zm9vYmFy")] {
            assert_eq!(base64(bytes.as_bytes()), expected);
        }
        assert_eq!(base64(&[0xfb, 0xff, 0xbf]), "+/+/");
    }

    #[test]
    fn a_title_cannot_leave_its_place() {
        let cover = Cover { title: "</title><script>alert(1)</script>\r\n", view: "#/lire/\"><b>&" };
        let published = text(&publish(&file(&page()), cover, b"x").unwrap()).unwrap();
        assert!(!published.contains("<script>alert") && !published.contains("<b>"), "{published}");
        assert!(published.contains("<title>&lt;/title&gt;&lt;script&gt;alert(1)&lt;/script&gt;  </title>"));
        assert!(published.contains("data-view=\"#/lire/&quot;&gt;&lt;b&gt;&amp;\""));
    }

    #[test]
    fn a_page_without_its_places_is_refused() {
        let cover = Cover { title: "t", view: "" };
        let cut = page().replace("id=\"corpus\"", "");
        for page in ["", "<html></html>", &cut, &page()[..page().find("</title>").unwrap()]] {
            assert_eq!(publish(&file(page), cover, b"x"), None);
        }
        assert_eq!(host("<title></title>", cover, "c.recoupe"), None);
    }

    #[test]
    fn the_hosted_page_names_its_corpus() {
        let index = "<head><title>Recoupe</title></head><body><div id=\"app\"></div></body>";
        let cover = Cover { title: "Le port", view: "#/index" };
        let hosted = "<head><title>Le port</title></head><body><div id=\"app\" src=\"corpus.recoupe\" data-view=\"#/index\"></div></body>";
        assert_eq!(host(index, cover, "corpus.recoupe").as_deref(), Some(hosted));
        assert_eq!(host(hosted, cover, "corpus.recoupe").as_deref(), Some(hosted));
    }

    proptest! {
        #[test]
        fn to_publish_again_is_to_publish(title in ".{0,20}", view in ".{0,20}", archive in proptest::collection::vec(any::<u8>(), 0..200)) {
            let page = file(&page());
            let cover = Cover { title: &title, view: &view };
            let published = publish(&page, cover, &archive).unwrap();
            prop_assert_eq!(publish(&published, cover, &archive).unwrap(), published.clone());
            let other = publish(&published, Cover { title: "Recoupe", view: "" }, b"").unwrap();
            prop_assert_eq!(other, publish(&page, Cover { title: "Recoupe", view: "" }, b"").unwrap());
        }
    }
}
