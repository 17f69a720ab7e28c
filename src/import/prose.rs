//! Paragraphs, rows and notes of an office document become one plain text, in which zones are then found as in any other.
//!
//! A blank line stands between paragraphs; the rows of a table follow each other line by line, cells apart by a tab. Notes stand
//! after the text, where they do not cut sentences.

/// A text as it grows.
#[derive(Debug, Default)]
pub(super) struct Prose {
    text: String,
    notes: Vec<String>,
    paragraph: String,
    row: Vec<String>,
    cell: String,
    /// Tables around this place; a table in a cell is text of that cell.
    n_tables: u32,
    /// Notes around this place.
    n_notes: u32,
    /// What stood before a note that opened in the middle of a paragraph.
    before_note: String,
}

impl Prose {
    pub fn push(&mut self, text: &str) {
        self.paragraph.push_str(text);
    }

    pub fn end_paragraph(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        let paragraph = paragraph.trim_matches([' ', '\n', '\t']);
        if paragraph.is_empty() {
            return;
        }
        if self.n_notes > 0 {
            self.notes.push(paragraph.to_owned());
        } else if self.n_tables > 0 {
            join(&mut self.cell, " ", paragraph);
        } else {
            join(&mut self.text, "\n\n", paragraph);
        }
    }

    pub fn open_table(&mut self) {
        self.end_paragraph();
        self.n_tables += 1;
        // The first row stands apart from what is before it.
        if self.n_tables == 1 && !self.text.is_empty() {
            self.text.push('\n');
        }
    }

    pub fn close_table(&mut self) {
        self.end_row();
        self.n_tables = self.n_tables.saturating_sub(1);
    }

    pub fn end_cell(&mut self) {
        self.end_paragraph();
        if self.n_tables == 1 {
            let cell = std::mem::take(&mut self.cell);
            // A line break in a cell would be the end of its row.
            self.row.push(cell.replace(['\n', '\t'], " "));
        }
    }

    pub fn end_row(&mut self) {
        self.end_paragraph();
        if self.n_tables != 1 {
            return;
        }
        let row = std::mem::take(&mut self.row);
        if row.iter().any(|cell| !cell.is_empty()) {
            join(&mut self.text, "\n", row.join("\t").trim_end());
        }
    }

    /// Begins a note, which may stand in the middle of a paragraph.
    pub fn open_note(&mut self) {
        if self.n_notes == 0 {
            self.before_note = std::mem::take(&mut self.paragraph);
        }
        self.n_notes += 1;
    }

    pub fn close_note(&mut self) {
        self.end_paragraph();
        self.n_notes = self.n_notes.saturating_sub(1);
        if self.n_notes == 0 {
            self.paragraph = std::mem::take(&mut self.before_note);
        }
    }

    /// The whole text, its notes last.
    pub fn finish(mut self) -> String {
        self.end_paragraph();
        for note in std::mem::take(&mut self.notes) {
            join(&mut self.text, "\n\n", &note);
        }
        self.text
    }
}

fn join(text: &mut String, between: &str, after: &str) {
    if !text.is_empty() {
        text.push_str(between);
    }
    text.push_str(after);
}
