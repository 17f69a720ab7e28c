//! Words that carry no matter of their own: what two texts share of them says nothing about a common source.
//!
//! French and English in one list: a word of one language that is a function word of the other is a small loss, and
//! articles that quote the other language are common. Folded, single tokens (elisions stand without their apostrophe).
//! Verbs of speech are here: that something is said is not what is said. Deliberately not here: frequent words with a
//! meaning (`faire`, `grand`); their frequency in the corpus says enough.

use std::sync::LazyLock;

use crate::order::Order;
use crate::text::WordSet;

static FUNCTION_WORDS: WordSet = WordSet::new(
    "\
    a about added adding affirmait affirme afin after ai aient ainsi ajoutait ajoute all alors also an and any apres \
    are as assure at au aucun aucune aujourd aura aurait auront aussi autre autres aux avaient avais avait avant avec \
    avez avoir avons ayant be because been before being bien but by c can car ce ceci cela celle celles celui ces cet \
    cette ceux chaque chez ci comme comment contre could d dans de declarait declare deja depuis des did dire disait \
    dit dite dits do does doit doivent donc dont du elle elles en encore entre es est estimait estime et etaient etait \
    etant ete etre eu eux expliquait explique fait font for from had has have he her here him his how hui i ici jusqu jusque lorsqu parmi presque puisqu puisque quelque quelques quelqu quoiqu quoique via voire if il \
    ils in indiquait indique into is it its j je l la le les leur leurs lors lorsque lui m ma mais may me meme memes \
    mes moi moins mon more most my n ne ni no non nor nos not notamment notre nous of on only ont or other ou our out \
    over par parce pas pendant peu peut peuvent plus pour pourrait precisait precise puis qu quand que quel quelle \
    quelles quels qui quoi s sa said sans say says se selon sera serait seront ses she should si so soient soit some \
    sommes son sont souligne sous such sur t ta tandis te tel telle telles tels than that the their them then there \
    these they this those to today told too tous tout toute toutes tres tu un under une up us vers very vos votre vous \
    was we were what when where which while who whom will with would y you your",
);

/// True for a folded word that carries no matter of its own.
pub(super) fn is_function_word(folded: &str) -> bool {
    FUNCTION_WORDS.contains(folded)
}

/// Numbers written as words, each with its digits, so that `soixante` meets `60`. `un` and `one` are left out: they are articles too.
const NUMERALS: &str = "\
    deux=2 trois=3 quatre=4 cinq=5 six=6 sept=7 huit=8 neuf=9 dix=10 onze=11 douze=12 treize=13 quatorze=14 quinze=15 \
    seize=16 vingt=20 trente=30 quarante=40 cinquante=50 soixante=60 cent=100 mille=1000 two=2 three=3 four=4 five=5 \
    seven=7 eight=8 nine=9 ten=10 eleven=11 twelve=12 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 hundred=100 \
    thousand=1000";

/// The digits of a number written as one folded word.
pub(super) fn digits_of(folded: &str) -> Option<&'static str> {
    static SORTED: LazyLock<Vec<(&str, &str)>> = LazyLock::new(|| {
        let mut numerals: Vec<_> = NUMERALS.split(' ').filter_map(|numeral| numeral.split_once('=')).collect();
        numerals.order_by_key(|(word, _)| (word.len(), *word));
        numerals
    });
    let found = SORTED.binary_search_by(|(word, _)| (word.len(), *word).cmp(&(folded.len(), folded)));
    found.ok().map(|at| SORTED[at].1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn prepositions_and_verbs_of_speech_are_function_words() {
        assert!(is_function_word("dans") && is_function_word("declare") && is_function_word("the"));
        assert!(!is_function_word("maire") && !is_function_word(""));
    }
}
