//! The researcher's tools as addresses: which tool, and how it is set. What is set as it comes is not written.
//!
//! ```text
//! #/concordance?q=délai&tri=gauche&largeur=12&groupe=article&a=003.txt&de=101
//! #/concordance?q=délai&avec=enquete&autour=5-5      only lines with that word around the passage
//! #/concordance?q=délai&suite=un+delai+de            only lines in this run of words
//! #/concordance/dispersion?q=délai
//! #/concordance/autour?q=délai&autour=phrase&mots=3&grammaire=oui
//! #/comparer-mots?q=délai&q=calendrier
//! ```

use super::hooks::Answer as Answered;
use super::messages::tools;
use super::route::{LONGEST_QUERY, Place, View};
use crate::concordance::{Answer, Choice, Form, Grouping, Kept, MOST_QUERIES, Question, Sort, WIDEST, Window, With};
use crate::protocol::{Request, Response};

/// A tool and how it is set.
#[derive(Clone, Debug, PartialEq)]
pub enum Tool {
    /// Passages in line, from one of them on, counted from 0.
    Lines {
        choice: Choice,
        from: u32,
    },
    Dispersion,
    Surroundings {
        window: Window,
        length: u32,
        kept: Kept,
    },
    /// Several queries side by side, one of them the other's equal: the query of the page is not among them.
    Frequencies(Vec<String>),
}

/// Lines shown at once.
pub const SHOWN: u32 = 100;
/// The window in which words are near, if nothing else is said: that of most concordancers.
pub const NEAR: Window = Window::Words { left: 5, right: 5 };

impl Default for Tool {
    fn default() -> Self {
        Self::lines(Choice::default())
    }
}

impl Tool {
    pub fn lines(choice: Choice) -> Self {
        Self::Lines { choice, from: 0 }
    }

    pub fn surroundings() -> Self {
        Self::Surroundings { window: NEAR, length: 3, kept: Kept::Content }
    }

    /// The tool at a path.
    pub fn at(path: &[&str]) -> Option<Self> {
        Some(match path {
            ["concordance"] => Self::default(),
            ["concordance", "dispersion"] => Self::Dispersion,
            ["concordance", "autour"] => Self::surroundings(),
            ["comparer-mots"] => Self::Frequencies(Vec::new()),
            _ => return None,
        })
    }

    pub fn path(&self) -> &'static str {
        match self {
            Self::Lines { .. } => "concordance",
            Self::Dispersion => "concordance/dispersion",
            Self::Surroundings { .. } => "concordance/autour",
            Self::Frequencies(_) => "comparer-mots",
        }
    }

    /// What its page is called.
    pub fn title(&self) -> &'static str {
        tools::title(self)
    }

    /// The same tool as it comes, at the same line.
    pub fn page(&self) -> Self {
        match self {
            Self::Lines { from, .. } => Self::Lines { choice: Choice::default(), from: *from },
            Self::Surroundings { .. } => Self::surroundings(),
            Self::Dispersion => Self::Dispersion,
            Self::Frequencies(_) => Self::Frequencies(Vec::new()),
        }
    }

    /// The same tool set in the same way, for another query.
    pub fn anew(&self) -> Self {
        match self {
            Self::Lines { choice, .. } => Self::lines(Choice { article: None, with: None, ..choice.clone() }),
            tool => tool.clone(),
        }
    }

    /// Writes how it is set, pair by pair.
    pub fn write(&self, pair: &mut dyn FnMut(&str, &str)) {
        match self {
            Self::Lines { choice, from } => {
                match choice.sort {
                    Sort::Place => {}
                    Sort::Left => pair("tri", "gauche"),
                    Sort::Hit => pair("tri", "passage"),
                    Sort::Right => pair("tri", "droite"),
                }
                if choice.width != Choice::default().width {
                    pair("largeur", &choice.width.to_string());
                }
                if choice.grouping == Grouping::ByArticle {
                    pair("groupe", "article");
                }
                if let Some(name) = &choice.article {
                    pair("a", name);
                }
                match &choice.with {
                    Some(With::Near { word, window }) => {
                        pair("avec", word);
                        pair("autour", &window_text(*window));
                    }
                    Some(With::Run(words)) => pair("suite", words),
                    None => {}
                }
                if *from > 0 {
                    pair("de", &(from + 1).to_string());
                }
            }
            Self::Surroundings { window, length, kept } => {
                if *window != NEAR {
                    pair("autour", &window_text(*window));
                }
                if *length != 3 {
                    pair("mots", &length.to_string());
                }
                if *kept == Kept::All {
                    pair("grammaire", "oui");
                }
            }
            Self::Frequencies(queries) => queries.iter().for_each(|query| pair("q", query)),
            Self::Dispersion => {}
        }
    }

    /// Takes one pair of an address, if it is the tool's; what is damaged leaves it as it is.
    pub fn take(&mut self, key: &str, value: &str) -> bool {
        match (self, key) {
            (Self::Lines { choice, .. }, "tri") => {
                choice.sort = match value {
                    "gauche" => Sort::Left,
                    "passage" => Sort::Hit,
                    "droite" => Sort::Right,
                    _ => Sort::Place,
                }
            }
            (Self::Lines { choice, .. }, "largeur") => choice.width = value.parse().map_or(choice.width, |width: u32| width.min(WIDEST)),
            (Self::Lines { choice, .. }, "groupe") => choice.grouping = Grouping::ByArticle,
            (Self::Lines { choice, .. }, "a") => choice.article = Some(value.to_owned()),
            (Self::Lines { choice, .. }, "avec") => choice.with = Some(With::Near { word: value.to_owned(), window: NEAR }),
            (Self::Lines { choice, .. }, "suite") => choice.with = Some(With::Run(value.to_owned())),
            (
                Self::Lines { choice: Choice { with: Some(With::Near { window, .. }), .. }, .. } | Self::Surroundings { window, .. },
                "autour",
            ) => {
                *window = parse_window(value).unwrap_or(*window);
            }
            (Self::Lines { from, .. }, "de") => *from = value.parse().map_or(0, |number: u32| number.saturating_sub(1)),
            (Self::Surroundings { length, .. }, "mots") => *length = value.parse().map_or(*length, |n: u32| n.clamp(2, 5)),
            (Self::Surroundings { kept, .. }, "grammaire") => *kept = Kept::All,
            (Self::Frequencies(queries), "q") => {
                if queries.len() < MOST_QUERIES {
                    queries.push(value.chars().take(LONGEST_QUERY).collect());
                }
            }
            _ => return false,
        }
        true
    }

    /// What it asks about `query`; nothing where no query is typed.
    pub fn question(&self, query: &str) -> Option<Question> {
        let query = query.to_owned();
        Some(match self {
            Self::Frequencies(queries) if queries.is_empty() => return None,
            Self::Frequencies(queries) => Question::Frequencies { queries: queries.clone() },
            _ if query.trim().is_empty() => return None,
            Self::Lines { choice, from } => Question::Lines { query, choice: choice.clone(), from: *from, limit: SHOWN },
            Self::Dispersion => Question::Dispersion { query },
            Self::Surroundings { window, length, kept } => Question::Surroundings { query, window: *window, length: *length, kept: *kept },
        })
    }

    /// The address of this tool over `query`.
    pub fn over(self, query: &str) -> String {
        let query = if matches!(self, Self::Frequencies(_)) { "" } else { query };
        Place::of(View::Tool(self)).with_query(query).fragment()
    }

    /// The same as a request.
    pub fn request(&self, query: &str, form: Form) -> Option<Request> {
        self.question(query).map(|question| Request::Concordance(question.pack(form)))
    }
}

/// What a tool was answered, as far as it is.
pub fn answered(answer: &Answered) -> Option<Answer> {
    match answer.response.as_deref() {
        Some(Response::Concordance(bytes)) => Answer::unpack(bytes),
        _ => None,
    }
}

/// `5-5`, `phrase`.
pub fn window_text(window: Window) -> String {
    match window {
        Window::Words { left, right } => format!("{left}-{right}"),
        Window::Sentence => "phrase".to_owned(),
    }
}

/// Reads what [`window_text`] writes.
pub fn parse_window(text: &str) -> Option<Window> {
    if text == "phrase" {
        return Some(Window::Sentence);
    }
    let (left, right) = text.split_once('-')?;
    Some(Window::Words { left: left.parse().ok()?, right: right.parse().ok()? })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn round_trip(tool: Tool) {
        let place = Place::of(View::Tool(tool));
        assert_eq!(Place::parse(&place.fragment()).as_ref(), Ok(&place), "{}", place.fragment());
    }

    #[test]
    fn every_tool_reads_back_from_its_address() {
        let near = With::Near { word: "l’été & 50 %".to_owned(), window: Window::Words { left: 0, right: 3 } };
        let sentence = With::Near { word: "x".to_owned(), window: Window::Sentence };
        for with in [None, Some(near), Some(sentence), Some(With::Run("un délai de".to_owned()))] {
            for sort in [Sort::Place, Sort::Left, Sort::Hit, Sort::Right] {
                let choice =
                    Choice { sort, grouping: Grouping::ByArticle, width: 20, article: Some("a/b ?.txt".to_owned()), with: with.clone() };
                round_trip(Tool::Lines { choice, from: 100 });
            }
        }
        round_trip(Tool::default());
        round_trip(Tool::Dispersion);
        round_trip(Tool::surroundings());
        round_trip(Tool::Surroundings { window: Window::Sentence, length: 5, kept: Kept::All });
        round_trip(Tool::Frequencies(Vec::new()));
        round_trip(Tool::Frequencies(vec!["« l’été »".to_owned(), "a & b".to_owned()]));
    }

    #[test]
    fn a_damaged_setting_is_left_as_it_comes() {
        let place = Place::parse("#/concordance?q=x&tri=zz&largeur=-3&de=0&avec=y&autour=b-a").expect("the tool is known");
        let with = Some(With::Near { word: "y".to_owned(), window: NEAR });
        assert_eq!(place.view, View::Tool(Tool::lines(Choice { with, ..Choice::default() })));
        let place = Place::parse("#/concordance/autour?mots=99&autour=zz").expect("the tool is known");
        assert_eq!(place.view, View::Tool(Tool::Surroundings { window: NEAR, length: 5, kept: Kept::Content }));
        assert!(Place::parse("#/concordance/nulle-part").is_err());
    }

    #[test]
    fn more_queries_than_are_compared_are_left_out() {
        let many = "&q=a".repeat(50);
        let place = Place::parse(&format!("#/comparer-mots?{many}")).expect("the tool is known");
        assert_eq!(place.view, View::Tool(Tool::Frequencies(vec!["a".to_owned(); MOST_QUERIES])));
        assert!(place.query.is_empty());
    }
}
