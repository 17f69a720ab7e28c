//! Where a passage comes from, as a reference says it: one form for all that is handed on.

/// A value in words; one that nobody stated looks like a guess.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Said {
    pub value: String,
    /// Why it is a guess.
    pub doubt: Option<String>,
}

/// An article in a reference.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Source {
    pub title: String,
    pub outlet: Option<Said>,
    pub authors: Vec<Said>,
    pub published: Option<Said>,
    /// Where it stands on the web.
    pub url: Option<String>,
    /// ISO 639-1 code.
    pub language: String,
}

impl Said {
    /// A value that is stated.
    pub fn of(value: impl Into<String>) -> Self {
        Self { value: value.into(), doubt: None }
    }

    fn written(&self, escaped: &dyn Fn(&str) -> String) -> String {
        format!("{}{}", escaped(&self.value), if self.doubt.is_some() { "\u{a0}(?)" } else { "" })
    }
}

impl Source {
    /// Outlet, authors, date, as far as they are known, each made safe by `escaped`.
    pub fn reference(&self, escaped: &dyn Fn(&str) -> String) -> String {
        let known = self.outlet.iter().chain(&self.authors).chain(&self.published);
        known.map(|said| said.written(escaped)).collect::<Vec<_>>().join(", ")
    }

    /// True when the outlet, an author or the date is a guess.
    pub fn has_doubt(&self) -> bool {
        self.outlet.iter().chain(&self.authors).chain(&self.published).any(|said| said.doubt.is_some())
    }
}

/// An address that a browser may be sent to: no other scheme, nothing that ends it early.
pub fn safe_address(address: &str) -> Option<String> {
    let scheme = ["https://", "http://"]
        .into_iter()
        .find(|scheme| address.get(..scheme.len()).is_some_and(|start| start.eq_ignore_ascii_case(scheme)))?;
    let mut safe = scheme.to_owned();
    for c in address[scheme.len()..].chars() {
        match c {
            '<' => safe.push_str("%3C"),
            '>' => safe.push_str("%3E"),
            '(' => safe.push_str("%28"),
            ')' => safe.push_str("%29"),
            '"' => safe.push_str("%22"),
            '\'' => safe.push_str("%27"),
            '\\' => safe.push_str("%5C"),
            '`' => safe.push_str("%60"),
            '*' => safe.push_str("%2A"),
            '_' => safe.push_str("%5F"),
            '[' => safe.push_str("%5B"),
            ']' => safe.push_str("%5D"),
            '|' => safe.push_str("%7C"),
            c if c.is_whitespace() || c.is_control() => safe.push_str("%20"),
            c => safe.push(c),
        }
    }
    Some(safe)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_reference_tells_what_is_known_and_marks_guesses() {
        let guess = |value: &str| Said { value: value.to_owned(), doubt: Some("nom du fichier".to_owned()) };
        let source = Source { outlet: Some(Said::of("Le Port")), published: Some(guess("avril 2015")), ..Source::default() };
        assert_eq!(source.reference(&str::to_owned), "Le Port, avril 2015\u{a0}(?)");
        assert!(source.has_doubt());
        assert_eq!(Source::default().reference(&str::to_owned), "");
    }

    #[test]
    fn only_addresses_of_the_web_are_links() {
        assert_eq!(safe_address("https://a.org/x y)<b>").as_deref(), Some("https://a.org/x%20y%29%3Cb%3E"));
        for refused in ["javascript:alert(1)", "data:text/html,x", "file:///etc", "é", ""] {
            assert_eq!(safe_address(refused), None, "{refused}");
        }
    }
}
