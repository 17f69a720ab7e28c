//! Bytes become characters, in the encoding that the file says or that its bytes show.
//!
//! What is valid UTF-8 is UTF-8, whatever a page declares: no text of another encoding is valid by chance. What is damaged UTF-8
//! has bad bytes among its characters and is not read as something else, unless hardly anything of it could be shown. Line ends, composed or decomposed letters, and a byte order mark of
//! UTF-8 stay as they are, so that offsets in the text are offsets in the file. Letters that some program had already
//! spoiled (`Ã©`) are what the file says, and stay.

use std::borrow::Cow;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{ISO_8859_15, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1252};

use crate::corpus::Encoding;

/// The text of a file.
#[derive(Debug, PartialEq, Eq)]
pub(super) struct Decoded<'a> {
    /// Borrowed exactly when it is the file byte for byte.
    pub text: Cow<'a, str>,
    pub encoding: Encoding,
    /// Characters that could not be read and stand as U+FFFD.
    pub n_unreadable: u32,
}

/// Reads `bytes` as text; `None` when they are none.
pub(super) fn decode(bytes: &[u8]) -> Option<Decoded<'_>> {
    decode_as(bytes, None)
}

/// The same for bytes whose encoding is said outside of them, which may be wrong as well.
pub(super) fn decode_as<'a>(bytes: &'a [u8], label: Option<&str>) -> Option<Decoded<'a>> {
    let decoded = match std::str::from_utf8(bytes) {
        _ if let Some(wide) = wide(bytes) => in_encoding(bytes, wide),
        Ok(text) => Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, n_unreadable: 0 },
        Err(_) => {
            let damaged = is_damaged_utf8(bytes).then(|| in_encoding(bytes, UTF_8)).filter(is_text);
            damaged.unwrap_or_else(|| in_encoding(bytes, narrow(bytes, label)))
        }
    };
    is_text(&decoded).then_some(decoded)
}

fn in_encoding<'a>(bytes: &'a [u8], encoding: &'static encoding_rs::Encoding) -> Decoded<'a> {
    let (text, had_errors) =
        if encoding == UTF_8 { (String::from_utf8_lossy(bytes), true) } else { encoding.decode_with_bom_removal(bytes) };
    let marks = |text: &str| text.matches(char::REPLACEMENT_CHARACTER).count();
    // Marks that the file itself holds are characters of it.
    let own = if encoding == UTF_8 { bytes.utf8_chunks().map(|chunk| marks(chunk.valid())).sum() } else { 0 };
    let n_unreadable = if had_errors { marks(&text) - own } else { 0 };
    let encoding = match encoding {
        _ if encoding == UTF_8 => Encoding::Utf8,
        _ if encoding == UTF_16LE || encoding == UTF_16BE => Encoding::Utf16,
        _ if encoding == WINDOWS_1252 => Encoding::Windows1252,
        _ => Encoding::Other(encoding.name().to_owned()),
    };
    Decoded { text: Cow::Owned(text.into_owned()), encoding, n_unreadable: u32::try_from(n_unreadable).unwrap_or(u32::MAX) }
}

/// Bytes looked at to tell UTF-16 and declarations.
const HEAD: usize = 1 << 16;

/// UTF-16 with its mark, or without: every second byte of Latin script is then zero.
fn wide(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    match bytes {
        [0xff, 0xfe, 0, 0, ..] => return None,
        [0xff, 0xfe, ..] => return Some(UTF_16LE),
        [0xfe, 0xff, ..] => return Some(UTF_16BE),
        _ => {}
    }
    let head = &bytes[..bytes.len().min(HEAD)];
    let zeros = |side: usize| head.iter().skip(side).step_by(2).filter(|byte| **byte == 0).count();
    let (even, odd, pairs) = (zeros(0), zeros(1), head.len() / 2);
    match () {
        () if odd * 2 > pairs && even * 20 <= pairs => Some(UTF_16LE),
        () if even * 2 > pairs && odd * 20 <= pairs => Some(UTF_16BE),
        () => None,
    }
}

/// True when characters of UTF-8 outweigh what is broken. Text of one byte a character has next to none of them: two for each
/// broken place are enough, whatever they are. Of those that Western text is written with, one is enough for each broken byte
/// that would be a letter in Windows-1252: `Ã` or `Â` before a sign, which they would be there, is in no word of any language.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    if bytes.starts_with(b"\xef\xbb\xbf") {
        return true;
    }
    let (mut n_whole, mut n_western, mut n_broken, mut last) = (0, 0, 0, 0);
    for chunk in bytes.utf8_chunks() {
        n_whole += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        n_western += chunk.valid().chars().filter(|c| matches!(c, '\u{a0}'..='\u{ff}' | 'Œ' | 'œ' | '\u{2010}'..='\u{2026}' | '€')).count();
        n_broken += usize::from(!chunk.invalid().is_empty());
        last = chunk.invalid().len();
    }
    // A file cut short ends in the middle of a character.
    let is_cut = n_broken == 1 && last > 0 && n_whole > 0;
    is_cut || n_whole > 0 && n_whole >= n_broken * 2 || n_western > 0 && n_western >= n_windows_letters(bytes)
}

/// Bytes that are a letter or an apostrophe of Windows-1252 in the middle or at an end of a word, and no likely rest of a
/// character of UTF-8.
fn n_windows_letters(bytes: &[u8]) -> usize {
    let is_letter = |at: Option<usize>| at.and_then(|at| bytes.get(at)).is_some_and(u8::is_ascii_alphabetic);
    let is_likely = |at: &usize| {
        let (before, after) = (is_letter(at.checked_sub(1)), is_letter(Some(at + 1)));
        match bytes[*at] {
            // Most characters of Western text begin so in UTF-8, and none of these three letters is common.
            0xc2 | 0xc3 | 0xe2 => false,
            0x92 | 0x9c => before && after,
            byte => byte >= 0xc0 && (before || after),
        }
    };
    (0..bytes.len()).filter(is_likely).count()
}

/// The encoding of a text that is not UTF-8: as it is declared, if it can be; else as its bytes look.
fn narrow(bytes: &[u8], label: Option<&str>) -> &'static encoding_rs::Encoding {
    if let Some(declared) = label.and_then(labelled).or_else(|| declared(bytes)) {
        let (_, _, had_errors) = declared.decode(bytes);
        if !had_errors {
            return declared;
        }
    }
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(bytes, true);
    // French first: where several fit, that of Western Europe.
    let guess = detector.guess(Some(b"fr"), Utf8Detection::Deny);
    if guess == WINDOWS_1252 && is_latin_9(bytes) { ISO_8859_15 } else { guess }
}

/// True when fractions and currency signs of Windows-1252 make sense only as `œ` and `€` of ISO 8859-15, which has no
/// characters from 0x80 to 0x9F.
fn is_latin_9(bytes: &[u8]) -> bool {
    let is_letter = |byte: Option<&u8>| byte.is_some_and(|byte| byte.is_ascii_alphabetic());
    let telling = |at: usize| {
        let (before, after) = (at.checked_sub(1).and_then(|before| bytes.get(before)), bytes.get(at + 1));
        match bytes[at] {
            0xbc | 0xbd => is_letter(after) && !before.is_some_and(u8::is_ascii_digit),
            0xa4 => before.is_some_and(|before| before.is_ascii_digit() || matches!(before, b' ' | 0xa0)) && !is_letter(after),
            _ => false,
        }
    };
    !bytes.iter().any(|byte| (0x80..=0x9f).contains(byte)) && (0..bytes.len()).any(telling)
}

/// The encoding that the head of a page declares: `<meta charset=…>`, its older form, or `<?xml encoding=…?>`.
fn declared(bytes: &[u8]) -> Option<&'static encoding_rs::Encoding> {
    const DECLARED_WITHIN: usize = 4096;
    let head = String::from_utf8_lossy(&bytes[..bytes.len().min(DECLARED_WITHIN)]).to_ascii_lowercase();
    let xml = head.trim_start().strip_prefix("<?xml").and_then(|rest| value(rest.split('>').next()?, "encoding"));
    let meta = || head.split("<meta").skip(1).find_map(|tag| value(tag.split('>').next()?, "charset"));
    labelled(xml.or_else(meta)?)
}

fn labelled(label: &str) -> Option<&'static encoding_rs::Encoding> {
    // UTF-16 is told by its zeros; UTF-8 was tried before.
    encoding_rs::Encoding::for_label_no_replacement(label.as_bytes())
        .filter(|encoding| ![UTF_8, UTF_16LE, UTF_16BE, encoding_rs::X_USER_DEFINED].contains(encoding))
}

/// What stands after `name` and `=`, in marks or not.
fn value<'a>(tag: &'a str, name: &str) -> Option<&'a str> {
    let after = tag[tag.find(name)? + name.len()..].trim_start().strip_prefix('=')?.trim_start();
    after.trim_start_matches(['"', '\'']).split(|c: char| c.is_whitespace() || matches!(c, '"' | '\'' | ';' | '/' | '?')).next()
}

/// True when so few characters are unreadable or none for a person that the rest is text: one in ten, and of control
/// characters one in twenty; two and one in the shortest of texts.
fn is_text(decoded: &Decoded) -> bool {
    let (mut n_characters, mut n_control) = (0, 0);
    for c in decoded.text.chars() {
        n_characters += 1;
        n_control += usize::from(c.is_control() && !matches!(c, '\t' | '\n' | '\x0b' | '\x0c' | '\r' | '\x1a' | '\x1b' | '\u{85}'));
    }
    (2 * n_control + decoded.n_unreadable as usize) * 10 <= n_characters + 20
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEXT: &str = "Été à Nîmes : l’œuvre de « Zoé » coûte 12 €, déjà.\r\nLa crue a débordé mardi sur les quais du fleuve.";

    fn read(bytes: &[u8]) -> (String, Encoding, u32) {
        let decoded = decode(bytes).expect("it is text");
        (decoded.text.into_owned(), decoded.encoding, decoded.n_unreadable)
    }

    fn wide_bytes(text: &str, bytes: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
        text.encode_utf16().flat_map(bytes).collect()
    }

    #[test]
    fn utf_8_is_the_file_byte_for_byte() {
        for text in [TEXT, "\u{feff}Été", "e\u{301}te\u{301}\r", "Ã©tÃ©", "\u{fffd} était là"] {
            assert_eq!(decode(text.as_bytes()), Some(Decoded { text: Cow::Borrowed(text), encoding: Encoding::Utf8, n_unreadable: 0 }));
        }
    }

    #[test]
    fn utf_16_is_read_in_both_orders_with_its_mark_and_without() {
        let marked = format!("\u{feff}{TEXT}");
        for text in [TEXT, &marked] {
            for bytes in [wide_bytes(text, u16::to_le_bytes), wide_bytes(text, u16::to_be_bytes)] {
                assert_eq!(read(&bytes), (TEXT.to_owned(), Encoding::Utf16, 0));
            }
        }
    }

    #[test]
    fn half_a_character_at_the_end_of_utf_16_is_counted() {
        let mut bytes = wide_bytes(TEXT, u16::to_le_bytes);
        bytes.push(b'x');
        assert_eq!(read(&bytes), (format!("{TEXT}\u{fffd}"), Encoding::Utf16, 1));
    }

    #[test]
    fn western_encodings_are_told_apart() {
        let windows = WINDOWS_1252.encode(TEXT).0;
        assert_eq!(read(&windows), (TEXT.to_owned(), Encoding::Windows1252, 0));
        assert_eq!(read(b"La crue a d\xe9bord\xe9."), ("La crue a débordé.".to_owned(), Encoding::Windows1252, 0));
        let latin_9 = "Le cœur de la ville a coûté 12 € à Nîmes.";
        let bytes = ISO_8859_15.encode(latin_9).0;
        assert_eq!(read(&bytes), (latin_9.to_owned(), Encoding::Other("ISO-8859-15".to_owned()), 0));
        let half = "Une ½ livre à 1½ franc.";
        assert_eq!(read(&WINDOWS_1252.encode(half).0), (half.to_owned(), Encoding::Windows1252, 0));
    }

    #[test]
    fn a_few_words_are_enough_to_tell() {
        for text in ["à", "Ç", "déjà vu", "L’été", "«Oui»", "“Hello” she said", "œuf", "coûte 12 €", "¿Qué pasó en España?", "Über Köln"]
        {
            for encoding in [WINDOWS_1252, ISO_8859_15] {
                let (bytes, _, had_errors) = encoding.encode(text);
                assert!(had_errors || read(&bytes).0 == text, "{text} in {}", encoding.name());
            }
        }
    }

    #[test]
    fn a_page_is_believed_when_it_can_be_right() {
        let page =
            |charset: &str| format!("<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset={charset}\">Łódź, ąęś");
        let text = page("iso-8859-2");
        let bytes = encoding_rs::ISO_8859_2.encode(&text).0;
        assert_eq!(read(&bytes), (text.clone(), Encoding::Other("ISO-8859-2".to_owned()), 0));
        let text = page("iso-8859-1");
        assert_eq!(read(text.as_bytes()), (text.clone(), Encoding::Utf8, 0));
        let text = format!("<meta charset=utf-8>{TEXT}");
        assert_eq!(read(&WINDOWS_1252.encode(&text).0), (text.clone(), Encoding::Windows1252, 0));
    }

    #[test]
    fn a_few_bad_bytes_do_not_spoil_the_rest() {
        let mut bytes = TEXT.as_bytes().to_vec();
        let at = TEXT.find("uvre").expect("the text has it");
        bytes.splice(at..at, [0xff]);
        bytes.push(0xc3);
        let (text, encoding, n_unreadable) = read(&bytes);
        assert_eq!((encoding, n_unreadable), (Encoding::Utf8, 2));
        assert_eq!(text.replace('\u{fffd}', ""), TEXT);
        let cut = &TEXT.as_bytes()[..1];
        assert_eq!(read(&["à".as_bytes(), cut].concat()).0, "à\u{fffd}");
    }

    #[test]
    fn a_short_text_with_many_bad_bytes_is_still_utf_8() {
        // As many broken characters as whole ones: first bytes without a second, second ones without a first.
        let damaged = b"D\xc3\xa9j\xc3 la crue monte \xa9 Nogent, pr\xc3\xa8s du march\xc3 et d\xff\xfe la gare o\xc3\xb9 rien ne bouge.";
        let (text, encoding, n_unreadable) = read(damaged);
        assert_eq!((encoding, n_unreadable), (Encoding::Utf8, 5));
        assert!(text.starts_with("Déj\u{fffd} la crue") && text.ends_with("où rien ne bouge."), "{text}");
        // Where whole and foreign letters are mixed, the more frequent ones are read.
        let mixed = b"L\xc3\xa9a a cri\xc3\xa9, No\xebl s\xe8me et Ir\xc3\xa8ne a pri\xe9.";
        assert_eq!(read(mixed).1, Encoding::Utf8);
    }

    #[test]
    fn windows_letters_that_look_like_utf_8_by_chance_stay_windows() {
        let texts =
            ["«\u{a0}Le marché\u{a0}» a brûlé.", "L’ÉTÉ», dit-elle, a été chaud.", "À\u{a0}: la mer a monté", "Un été…\u{a0}» dit Zoé"];
        for text in texts {
            assert_eq!(read(&WINDOWS_1252.encode(text).0), (text.to_owned(), Encoding::Windows1252, 0));
        }
        let mixed = b"L\xc3\xa9a a cri\xe9, No\xebl s\xe8me et Ir\xe8ne a pri\xe9.";
        assert_eq!(read(mixed).1, Encoding::Windows1252);
    }

    #[test]
    fn what_is_no_text_is_told() {
        let noise: Vec<u8> = (0..4000_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
        assert_eq!(decode(&noise), None);
        assert_eq!(decode(&[0; 64]), None);
        assert_eq!(decode(&[7, 0, 1, 0, 0, 0, 200, 0, 1, 1, 0, 0]), None);
    }
}
