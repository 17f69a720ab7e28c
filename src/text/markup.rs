//! Text as it stands in HTML and XML.

/// `words` as text of an element, or in an attribute between double quotes: signs of markup are named, and what XML has no place for
/// becomes a replacement character.
pub fn escaped(words: &str) -> String {
    let mut escaped = String::with_capacity(words.len());
    for c in words.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\t' | '\n' | '\r' => escaped.push(c),
            '\0'..='\u{1f}' | '\u{fffe}' | '\u{ffff}' => escaped.push('\u{fffd}'),
            _ => escaped.push(c),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::escaped;

    #[test]
    fn no_sign_of_markup_and_nothing_that_xml_forbids_is_left() {
        assert_eq!(escaped("<a b=\"c\"> & d’e\n\u{1}f"), "&lt;a b=&quot;c&quot;&gt; &amp; d’e\n\u{fffd}f");
    }
}
