//! Pages whose truth is known: which bytes of a text are the article, which are furniture, and of which nothing is known.

/// What is known of a byte.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Truth {
    Article,
    Furniture,
    Unknown,
}

/// A text with its truth, byte by byte.
#[derive(Clone, Debug)]
pub struct Page {
    /// What the page is called in its set; all forms of a page share it.
    pub name: String,
    pub form: Form,
    pub text: String,
    pub truth: Vec<Truth>,
    /// Of ten cues, so many are forgotten when the page teaches.
    pub forgotten: u64,
}

/// How a page came: as it was published, or as people keep it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Form {
    Html,
    /// A page of our own, whose every character is marked.
    Marked,
    /// A block a line.
    Lines,
    /// A blank line between all blocks.
    Blanks,
    /// Blank lines around paragraphs only, as a browser copies a page.
    Copied,
    /// The same without most of what stands before and after the article.
    Selected,
    /// A short piece: the beginning of the article and a few lines around it.
    Brief,
    /// The same, a block a line.
    BriefLines,
    /// Everything on one line.
    Flat,
    /// Everything on one line, two blanks between blocks.
    Spaced,
    /// Broken at a fixed width.
    Wrapped,
}

impl Form {
    pub const ALL: [Self; 11] = [
        Self::Html,
        Self::Marked,
        Self::Lines,
        Self::Blanks,
        Self::Copied,
        Self::Selected,
        Self::Brief,
        Self::BriefLines,
        Self::Flat,
        Self::Spaced,
        Self::Wrapped,
    ];
    /// The forms without markup.
    pub const PLAIN: [Self; 9] =
        [Self::Lines, Self::Blanks, Self::Copied, Self::Selected, Self::Brief, Self::BriefLines, Self::Flat, Self::Spaced, Self::Wrapped];

    pub fn name(self) -> &'static str {
        match self {
            Self::Html => "html",
            Self::Marked => "marked",
            Self::Lines => "lines",
            Self::Blanks => "blanks",
            Self::Copied => "copied",
            Self::Selected => "selected",
            Self::Brief => "brief",
            Self::BriefLines => "brief lines",
            Self::Flat => "flat",
            Self::Spaced => "spaced",
            Self::Wrapped => "wrapped",
        }
    }
}

/// A number that depends on the name alone: FNV-1a, the same on every machine.
pub fn number(name: &str) -> u64 {
    name.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}
