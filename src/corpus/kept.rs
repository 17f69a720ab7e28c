//! Edits as bytes, in a form that may grow: what a browser kept for a reader yesterday is read by the page of tomorrow.
//!
//! [`GROWING`], then records one after another: what is in it, its length, and its postcard bytes. Where those end too soon they are
//! read as if zeros followed, which postcard takes for `None`, nothing, `false` and the first of an enumeration. So a shape may grow by a field
//! *at the end of its record* (`Note`, `Label`, `Correction`, `Item` with `Clipping`) whose zero says what was meant before, and an
//! enumeration by a variant at its end; nothing inside may change. A record that is not known or not read is passed over: the others come in.

use serde::Serialize;
use serde::de::DeserializeOwned;

use super::corrections::Correction;
use super::mask::Mask;
use super::saved::Edits;
use crate::notebook::{Item, Label, Note};

/// No other form begins with it: they begin with whether there is a title.
const GROWING: u8 = 2;

/// What is in a record. Numbers that were given stay.
#[derive(Clone, Copy)]
enum Record {
    /// `(title, notes, mask, author, title of the review)`.
    Head = 0,
    Correction = 1,
    Label = 2,
    Note = 3,
    Item = 4,
}

/// The first record.
type Head = (Option<String>, String, Mask, Option<String>, Option<String>);

/// As many fields may be added to a record before its older form is no longer read.
const ROOM: usize = 64;

impl Edits {
    /// The bytes that [`Edits::from_bytes`] reads.
    pub fn to_bytes(&self) -> Vec<u8> {
        let Self { title, corrections, notes, notebook, mask } = self;
        let mut bytes = vec![GROWING];
        add(&mut bytes, Record::Head, &(title, notes, mask, &notebook.author, &notebook.review.title));
        corrections.iter().for_each(|correction| add(&mut bytes, Record::Correction, correction));
        notebook.labels.iter().for_each(|label| add(&mut bytes, Record::Label, label));
        notebook.notes.iter().for_each(|note| add(&mut bytes, Record::Note, note));
        notebook.review.items.iter().for_each(|item| add(&mut bytes, Record::Item, item));
        bytes
    }

    /// Reads what [`Edits::to_bytes`] wrote, and the forms before it: edits as one postcard value, and what there was of it before
    /// there was a notebook.
    ///
    /// # Errors
    /// When the bytes are none of these, or end inside a record.
    pub fn from_bytes(bytes: &[u8]) -> Result<Self, postcard::Error> {
        if let Some((&GROWING, records)) = bytes.split_first() {
            return read(records);
        }
        postcard::from_bytes(bytes).or_else(|error| {
            let (title, corrections, notes) = postcard::from_bytes(bytes).map_err(|_| error)?;
            Ok(Self { title, corrections, notes, ..Self::default() })
        })
    }
}

fn add(bytes: &mut Vec<u8>, record: Record, value: &impl Serialize) {
    let packed = postcard::to_allocvec(value).expect("edits have no length that postcard cannot write");
    bytes.extend(postcard::to_allocvec(&(record as u8, packed)).expect("bytes have no length that postcard cannot write"));
}

fn read(mut records: &[u8]) -> Result<Edits, postcard::Error> {
    let mut edits = Edits::default();
    let Edits { title, corrections, notes, notebook, mask } = &mut edits;
    while !records.is_empty() {
        let ((record, mut packed), rest) = postcard::take_from_bytes::<(u8, Vec<u8>)>(records)?;
        records = rest;
        packed.resize(packed.len() + ROOM, 0);
        match record {
            _ if record == Record::Head as u8 => {
                if let Some(head) = value::<Head>(&packed) {
                    (*title, *notes, *mask, notebook.author, notebook.review.title) = head;
                }
            }
            _ if record == Record::Correction as u8 => corrections.extend(value::<Correction>(&packed)),
            _ if record == Record::Label as u8 => notebook.labels.extend(value::<Label>(&packed)),
            _ if record == Record::Note as u8 => notebook.notes.extend(value::<Note>(&packed)),
            _ if record == Record::Item as u8 => notebook.review.items.extend(value::<Item>(&packed)),
            _ => {}
        }
    }
    Ok(edits)
}

fn value<T: DeserializeOwned>(packed: &[u8]) -> Option<T> {
    postcard::take_from_bytes(packed).ok().map(|(value, _)| value)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::notebook::{Anchor, Clipping, Colour, Notebook, Review};
    use crate::span::Span;

    fn edits() -> Edits {
        let anchor = Anchor { article: "a".to_owned(), span: Span::new(3, 9), exact: "la mer".to_owned(), ..Anchor::default() };
        let note = Note { id: Some("n1".to_owned()), anchor: anchor.clone(), text: "vu".to_owned(), ..Note::default() };
        let clipping = Clipping { anchors: vec![anchor], said: "dit la maire".to_owned(), ..Clipping::default() };
        let review = Review { title: Some("Lundi".to_owned()), items: vec![Item::Heading("Mer".to_owned()), Item::Clipping(clipping)] };
        let labels = vec![Label { name: "Doute".to_owned(), colour: Colour::Pink }];
        let notebook = Notebook { labels, notes: vec![note], review, author: Some("Zoé".to_owned()) };
        let corrections = vec![Correction::Remove { article: "b".to_owned() }];
        Edits { title: Some("Port".to_owned()), corrections, notes: "à relire".to_owned(), notebook, mask: Mask::ALL[1] }
    }

    /// What these edits were as bytes when this form was first kept. It stays; a new sample comes beside it when a record grows.
    const FIRST: &str = "02001e0104506f727409c3a02072656c6972650101045a6fc3a901054c756e64690103040162020705446f75746503031801026e31016103\
        09066c61206d6572000000027675000000040500034d657204200200000101610309066c61206d657200000c646974206c61206d61697265\
        0000";

    fn bytes_of(hexadecimal: &str) -> Vec<u8> {
        (0..hexadecimal.len()).step_by(2).map(|at| u8::from_str_radix(&hexadecimal[at..at + 2], 16).unwrap()).collect()
    }

    #[test]
    fn edits_come_back_as_they_were_kept() {
        assert_eq!(Edits::from_bytes(&edits().to_bytes()), Ok(edits()));
        assert_eq!(Edits::from_bytes(&Edits::default().to_bytes()), Ok(Edits::default()));
    }

    #[test]
    fn what_was_kept_when_this_form_was_new_still_reads() {
        assert_eq!(Edits::from_bytes(&bytes_of(FIRST)), Ok(edits()));
    }

    #[test]
    fn edits_that_were_kept_as_one_value_or_before_there_was_a_notebook_still_read() {
        assert_eq!(Edits::from_bytes(&postcard::to_allocvec(&edits()).unwrap()), Ok(edits()));
        let removed = vec![Correction::Remove { article: "a".to_owned() }];
        let bytes = postcard::to_allocvec(&(Some("Port"), &removed, "n")).unwrap();
        let read = Edits { title: Some("Port".to_owned()), corrections: removed, notes: "n".to_owned(), ..Edits::default() };
        assert_eq!(Edits::from_bytes(&bytes), Ok(read));
        assert!(Edits::from_bytes(&[9, 9]).is_err());
    }

    #[test]
    fn a_note_from_before_a_field_was_added_reads_with_that_field_empty() {
        let Note { id, anchor, label, text, author, .. } = edits().notebook.notes.remove(0);
        let mut bytes = vec![GROWING];
        add(&mut bytes, Record::Note, &(&id, &anchor, &label, &text, &author));
        let read = Edits::from_bytes(&bytes).unwrap().notebook.notes;
        assert_eq!(read, [Note { id, anchor, label, text, author, made: None, edited: None }]);
    }

    #[test]
    fn a_record_of_a_later_page_or_a_damaged_one_costs_no_other() {
        let mut bytes = edits().to_bytes();
        bytes.extend([9, 2, 7, 7]);
        bytes.extend([Record::Item as u8, 1, 200]);
        add(&mut bytes, Record::Label, &("Sûr", Colour::Green));
        let read = Edits::from_bytes(&bytes).unwrap();
        assert_eq!(read.notebook.labels.len(), 2);
        assert_eq!(Edits { notebook: Notebook { labels: edits().notebook.labels, ..read.notebook.clone() }, ..read }, edits());
    }

    #[test]
    fn bytes_that_were_cut_are_an_error_and_no_panic() {
        let bytes = edits().to_bytes();
        let n_read = (0..bytes.len()).filter(|&n| Edits::from_bytes(&bytes[..n]).is_ok()).count();
        // Whole records: after the mark, the head, the correction, the label, the note and the heading; and the whole of it is longer.
        assert_eq!(n_read, 6);
        assert_eq!(n_read, 6);
    }
}
