//! XML in pieces, for office documents: what opens, what closes, and the text between.
//!
//! Elements are called by their names without prefix. Nothing a document defines is expanded: a reference to anything but a
//! character or one of the five marks of XML is left out, and what is nested is not recursed into.

use quick_xml::events::{BytesStart, Event};

use super::{Refusal, encoding};
use crate::say;

/// A piece of a document.
pub(super) enum Piece<'a> {
    Open(Element<'a>),
    /// The name of what closes.
    Close(&'a str),
    Text(&'a str),
}

/// An element that opens, with its attributes.
pub(super) struct Element<'a> {
    pub name: &'a str,
    tag: &'a BytesStart<'a>,
}

impl Element<'_> {
    /// The value of an attribute, called without its prefix.
    pub fn attribute(&self, name: &str) -> Option<String> {
        let attributes = self.tag.attributes();
        let found = attributes.flatten().find(|attribute| attribute.key.local_name().as_ref() == name)?;
        Some(found.value.into_owned())
    }
}

/// Hands the pieces of `bytes` to `take`, in order.
///
/// # Errors
/// When it is no XML or ends in the middle.
pub(super) fn read(bytes: &[u8], take: &mut dyn FnMut(Piece)) -> Result<(), Refusal> {
    let decoded = encoding::decode(bytes).ok_or_else(|| broken(0))?;
    let mut reader = quick_xml::Reader::from_str(&decoded.text);
    reader.config_mut().expand_empty_elements = true;
    let mut n_open = 0_u32;
    loop {
        let event = reader.read_event().map_err(|_| broken(reader.error_position()))?;
        match &event {
            Event::Start(tag) => {
                n_open += 1;
                take(Piece::Open(Element { name: tag.local_name().as_ref(), tag }));
            }
            Event::End(tag) => {
                n_open = n_open.saturating_sub(1);
                take(Piece::Close(tag.local_name().as_ref()));
            }
            Event::Text(text) => take(Piece::Text(&text.xml10_content())),
            Event::CData(text) => take(Piece::Text(&text.xml10_content())),
            Event::GeneralRef(name) => {
                if let Some(c) = character(name) {
                    take(Piece::Text(c.encode_utf8(&mut [0; 4])));
                }
            }
            Event::Eof if n_open > 0 => return Err(broken(reader.buffer_position())),
            Event::Eof => return Ok(()),
            _ => {}
        }
    }
}

fn character(name: &quick_xml::events::BytesRef) -> Option<char> {
    match &**name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        _ => name.resolve_char_ref().ok().flatten(),
    }
}

fn broken(at: u64) -> Refusal {
    Refusal::Damaged { why: say!(format!("XML illisible à l’octet {at}"), format!("XML that cannot be read at byte {at}")) }
}
