//! Words that carry grammar rather than matter, French and English, folded.
//!
//! In a plain query they are neither required nor marked, unless nothing else was typed; inside quotation marks they count.
//! They stay in the index. No word is listed that is also a common noun or name (`or`, `son`, `été` are not here).

const WORDS: &[&str] = &[
    "a", "afin", "ainsi", "alors", "and", "are", "as", "at", "au", "aux", "avec", "be", "by", "car", "ce", "cela", "ces", "cet", "cette",
    "ceux", "comme", "dans", "de", "des", "donc", "dont", "du", "elle", "elles", "en", "entre", "est", "et", "for", "from", "has", "have",
    "he", "his", "il", "ils", "in", "is", "it", "its", "je", "la", "le", "les", "leur", "leurs", "lui", "mais", "me", "meme", "mes", "mon",
    "ne", "ni", "nos", "notre", "nous", "of", "on", "ont", "ou", "par", "pas", "pour", "qu", "que", "quel", "quelle", "qui", "sa", "se",
    "ses", "si", "sont", "sous", "sur", "ta", "te", "tes", "that", "the", "this", "to", "tu", "un", "une", "vers", "vos", "votre", "vous",
    "was", "were", "with", "y",
];

/// True when `term` is a function word.
pub fn is_function_word(term: &str) -> bool {
    WORDS.binary_search(&term).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_is_sorted_without_doubles() {
        assert!(WORDS.is_sorted_by(|a, b| a < b));
        assert!(is_function_word("de") && !is_function_word("maire"));
    }
}
