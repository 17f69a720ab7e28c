//! What the page says of itself: what it does, how each measure is made, how good it is, which keys it hears.

use crate::say;
use crate::ui::shortcuts::Shortcut;

pub fn contents() -> &'static str {
    say!("Dans cette page", "On this page")
}

pub fn purpose_title() -> &'static str {
    say!("Ce que fait Recoupe", "What Recoupe does")
}

pub fn purpose() -> [&'static str; 2] {
    say!(
        [
            "Recoupe tient ensemble plusieurs articles sur un même événement et aide à les recouper\u{a0}: chercher, voir qui est nommé et cité, \
             ce que tous racontent, ce qu’un seul raconte, ce qui diffère. Chaque nombre ouvre les phrases dont il est fait\u{a0}; ce qui est déduit \
             le dit. Aucune note n’est donnée à un média, et qui a raison n’est pas dit.",
            "La lecture est faite par des règles du français et de l’anglais, et par trois petits modèles statistiques appris sur des textes libres (WiNER-fr, \
             des pages d’essai publiques) et inventés. Il n’y a pas de modèle de langage, donc rien n’est inventé\u{a0}; il y a des oublis et des erreurs, \
             comptés plus bas.",
        ],
        [
            "Recoupe holds several articles about one event and helps to cross-check them: search, see who is named and quoted, what all of them tell, \
             what one alone tells, what differs. Every number opens the sentences it is made of; what is inferred says so. No outlet is rated, and who is \
             right is not said.",
            "Reading is done by rules for French and English, and by three small statistical models taught on free texts (WiNER-fr, public test pages) and invented ones. \
             There is no language model, so nothing is made up; there are omissions and errors, counted below.",
        ]
    )
}

pub fn privacy_title() -> &'static str {
    say!("Vos articles restent ici", "Your articles stay here")
}

pub fn privacy() -> &'static str {
    say!(
        "Tout se calcule dans cet onglet\u{a0}: les articles, les requêtes et les corrections ne sont envoyés nulle part, et il n’y a ni compte, ni témoin \
         de connexion, ni mesure d’audience. La page ne demande à son site que ses propres fichiers. Les corpus que vous apportez, la langue et les \
         raccourcis choisis sont gardés dans ce navigateur, où vous pouvez les effacer\u{a0}; qui se sert du même navigateur peut les voir.",
        "Everything is worked out in this tab: articles, queries and corrections are sent nowhere, and there is no account, no cookie, no audience \
         measurement. The page asks its site for its own files only. Corpora that you bring, the language and the keys that you choose are kept in \
         this browser, where you can delete them; whoever uses the same browser can see them."
    )
}

pub fn measures_title() -> &'static str {
    say!("Comment chaque mesure est faite", "How each measure is made")
}

/// A measure: what it is called, two sentences, and where its method comes from.
pub struct Measure {
    pub name: &'static str,
    pub said: &'static str,
    pub source: &'static str,
}

pub fn measures() -> [Measure; 10] {
    [
        Measure {
            name: say!("Ordre des résultats", "Order of results"),
            said: say!(
                "Un article vient devant s’il a les mots tels qu’ils sont tapés, puis avec d’autres accents, fléchis, plus longs, mal tapés. À égalité compte \
                 combien de fois, où (titre, chapeau, texte) et à quelle distance ils s’y trouvent.",
                "An article comes first if it has the words as typed, then with other accents, inflected, longer, misspelt. Among equals it counts how often, where (title, \
                 lead, body) and how near to one another they stand."
            ),
            source: "BM25F, Robertson & Zaragoza 2009; Rasolofo & Savoy 2003",
        },
        Measure {
            name: say!("Texte commun", "Common text"),
            said: say!(
                "Part des mots d’un article qui se trouvent dans un autre, dans le même ordre, à peu de mots près. Une forte part dit que les textes ont une source ou une \
                 origine communes, non qui a repris qui.",
                "Share of the words of one article that stand in another, in the same order but for a few words. A large share says that the texts have a common source or \
                 origin, not who took from whom."
            ),
            source: "Broder 1997",
        },
        Measure {
            name: say!("Même énoncé en d’autres mots", "The same statement in other words"),
            said: say!(
                "Deux passages sont rapprochés quand assez d’indices s’accordent\u{a0}: mots rares, noms, chiffres, dates, citations. La confiance est une régression \
                 logistique sur dix-sept indices, que l’on peut lire.",
                "Two passages are joined when enough evidence agrees: rare words, names, figures, dates, quotations. The confidence is a logistic regression over \
                 seventeen pieces of evidence, which can be read."
            ),
            source: "le Cessie & van Houwelingen 1992",
        },
        Measure {
            name: say!("Énoncés × articles", "Statements × articles"),
            said: say!(
                "Les passages qui disent la même chose font une ligne, appelée par son passage le plus clair. Une case dit si l’article le raconte en entier, en partie, \
                 autrement, ou pas.",
                "Passages that say the same make one row, called by its clearest passage. A cell says whether the article tells it wholly, in part, otherwise, or not."
            ),
            source: "Sokal & Michener 1958",
        },
        Measure {
            name: say!("Désaccords", "Disagreements"),
            said: say!(
                "Deux phrases du même énoncé dont un chiffre, un jour, un lieu, une liste de noms ou une attribution diffère. Ce qu’un arrondi, une partie, une autre \
                 source ou un état plus ancien explique n’est pas montré\u{a0}: il vaut mieux en manquer que d’en inventer.",
                "Two sentences of one statement in which a figure, a day, a place, a list of names or an attribution differs. What a rounding, a part, another source or an \
                 older state explains is not shown: better to miss one than to make one up."
            ),
            source: "",
        },
        Measure {
            name: say!("Silences", "Silences"),
            said: say!(
                "Un énoncé que d’autres racontent et que l’article ne raconte pas, d’autant plus haut que beaucoup le racontent, tôt et longuement. Un article plus court ou paru \
                 avant les autres est moins surprenant\u{a0}; ce qui s’est passé après lui ne compte pas.",
                "A statement that others tell and the article does not, the higher the more of them tell it, early and at length. An article that is shorter or appeared before \
                 the others surprises less; what happened after it does not count."
            ),
            source: "",
        },
        Measure {
            name: say!("Mots spécifiques", "Specific words"),
            said: say!(
                "Un mot est montré quand le hasard, mots battus comme des cartes, le mettrait rarement si souvent dans cet article. Le seuil tient compte du nombre de mots \
                 comparés\u{a0}; «\u{a0}hasard\u{a0}?\u{a0}» marque ce qui n’y résiste pas.",
                "A word is shown when chance, words shuffled like cards, would rarely put it so often into this article. The threshold allows for the number of words \
                 compared; “chance?” marks what does not withstand it."
            ),
            source: "Lafon 1980 (TXM); Tarone 1990; Gilbert 2005; Dunning 1993",
        },
        Measure {
            name: say!("Distances", "Distances"),
            said: say!(
                "Deux articles sont proches par leur texte commun, leurs énoncés partagés ou leurs mots. La carte met près ce qui est proche autant que deux dimensions le \
                 permettent, et dit combien elle en garde.",
                "Two articles are near by their common text, their shared statements or their words. The map puts near what is near as far as two dimensions allow, and says \
                 how much of it is kept."
            ),
            source: "Salton & Buckley 1988; Dice 1945; Torgerson 1952",
        },
        Measure {
            name: say!("Noms", "Names"),
            said: say!(
                "Des listes, des règles et un petit modèle reconnaissent un nom et sa sorte\u{a0}; les formes d’un même nom sont jointes dans tous les articles. La confiance de chaque \
                 mention est écrite, et vous pouvez corriger.",
                "Lists, rules and a small model recognise a name and its kind; the forms of one name are joined in all articles. The confidence of each mention is written, \
                 and you can correct it."
            ),
            source: "WiNER-fr; Lafferty, McCallum & Pereira 2001",
        },
        Measure {
            name: say!("Versions d’une même parole", "Versions of one utterance"),
            said: say!(
                "Les citations sont jointes par leurs mots, non par leur place\u{a0}: la plus complète d’abord, puis ce que chacune coupe, change ou recolle. Qui parle est pris \
                 du verbe de parole, et marqué s’il n’est que probable.",
                "Quotations are joined by their words, not by their place: the fullest first, then what each cuts, changes or splices. Who speaks is taken from the verb of \
                 speech, and marked if only likely."
            ),
            source: "",
        },
    ]
}

pub fn honesty_title() -> &'static str {
    say!("Combien elle se trompe", "How often it is wrong")
}

pub fn honesty() -> &'static str {
    say!(
        "Mesuré sur les cinq pages livrées, contre une lecture faite à la main, et sur des articles inventés dont personne n’avait vu les fautes. Les règles ont été écrites \
         avec les cinq pages sous les yeux\u{a0}: la seconde colonne est celle à laquelle s’attendre, et elle vient d’une seule main.",
        "Measured on the five pages that ship, against a reading made by hand, and on invented articles whose faults nobody had seen. The rules were written with the five \
         pages in sight: expect the second column, and it is of one hand."
    )
}

pub fn honesty_heads() -> [&'static str; 3] {
    say!(["Ce qui est trouvé", "Cinq pages", "Autres articles"], ["What is found", "Five pages", "Other articles"])
}

/// A line of the card that is spoken of elsewhere too, by its place in it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Layer {
    Names = 1,
    Quotations = 3,
    Speakers = 4,
    Dates = 5,
    Figures = 6,
    Joined = 7,
}

impl Layer {
    pub const ALL: [Self; 6] = [Self::Names, Self::Quotations, Self::Speakers, Self::Dates, Self::Figures, Self::Joined];

    /// Tenths of a percent that are right in articles whose faults nobody had seen.
    pub fn elsewhere(self) -> u32 {
        card()[self as usize].2
    }

    /// What is found.
    pub fn name(self) -> &'static str {
        card()[self as usize].0
    }
}

/// A line of the card: what, on the five pages, elsewhere; tenths of a percent. Each figure stands in README.md too, with its command
/// (held by `tests/messages.rs`).
pub fn card() -> [(&'static str, u32, u32); 10] {
    [
        (
            say!("Le texte de l’article, distingué du reste de la page", "The text of the article, told from the rest of the page"),
            1_000,
            977,
        ),
        (say!("Noms, étendue et sorte (F1)", "Names, extent and kind (F1)"), 964, 780),
        (say!("Formes d’un même nom jointes (B³)", "Forms of one name joined (B³)"), 927, 703),
        (say!("Citations, étendue (F1)", "Quotations, extent (F1)"), 1_000, 972),
        (say!("Qui parle, là où une citation est trouvée", "Who speaks, where a quotation is found"), 1_000, 821),
        (say!("Dates et leur jour (F1)", "Dates and their day (F1)"), 974, 881),
        (say!("Chiffres et leur valeur (F1)", "Figures and their value (F1)"), 963, 944),
        (say!("Passages rapprochés à raison", "Passages joined rightly"), 771, 667),
        (say!("Le même énoncé ailleurs, au premier rang", "The same statement elsewhere, in first place"), 900, 701),
        (say!("Désaccords trouvés (aucun inventé)", "Disagreements found (none made up)"), 667, 250),
    ]
}

pub fn keys_title() -> &'static str {
    say!("Raccourcis", "Keyboard shortcuts")
}

pub fn keys() -> &'static str {
    say!(
        "Entendus seulement quand la page a le clavier et que personne n’écrit. Chacun peut être changé\u{a0}: une lettre ou un signe.",
        "Heard only while the page has the keyboard and nobody types. Each can be changed: one letter or sign."
    )
}

pub fn key_does(shortcut: Shortcut) -> &'static str {
    match shortcut {
        Shortcut::Search => say!("chercher", "search"),
        Shortcut::Next => say!("marque suivante, dans un article", "next mark, in an article"),
        Shortcut::Previous => say!("marque précédente", "previous mark"),
        Shortcut::First => say!("première marque", "first mark"),
        Shortcut::Elsewhere => say!("le passage choisi, dans les autres articles", "the chosen passage, in the other articles"),
        Shortcut::Keys => say!("cette liste", "this list"),
        Shortcut::Note => say!("une note sur le passage choisi", "a note on the chosen passage"),
        Shortcut::Keep => {
            say!(
                "retenir pour la revue de presse ce qui est sélectionné, ou l’enlever",
                "keep what is selected for the press review, or take it out"
            )
        }
    }
}

pub fn turn_keys(off: bool) -> &'static str {
    if off { say!("Reprendre les raccourcis", "Turn the shortcuts on") } else { say!("Se passer des raccourcis", "Turn the shortcuts off") }
}

pub fn other_keys() -> &'static str {
    say!(
        "Toujours\u{a0}: Échap ferme ce qui est choisi\u{a0}; dans la recherche, Entrée et Maj+Entrée vont d’un résultat à l’autre, flèche bas dans la liste\u{a0}; dans un tableau, les \
         flèches vont de case en case.",
        "Always: Escape closes what is chosen; in the search, Enter and Shift+Enter go from result to result, arrow down into the list; in a grid, the arrows go from cell to cell."
    )
}

pub fn heads_of_keys() -> [&'static str; 2] {
    say!(["Touche", "Ce qu’elle fait"], ["Key", "What it does"])
}

pub fn licences_title() -> &'static str {
    say!("Licences et sources", "Licences and sources")
}

pub fn licences() -> &'static str {
    say!(
        "Le code est libre (MIT). Les articles livrés appartiennent à leurs éditeurs. Le modèle des noms a appris de WiNER-fr (annotation CC BY\u{a0}4.0, texte de Wikinews CC BY\u{a0}2.5), celui des pages des pages d’essai de \
         Readability et de trafilatura (Apache\u{a0}2.0).",
        "The code is free (MIT). The articles that ship belong to their publishers. The model of names was taught on WiNER-fr (annotation CC BY\u{a0}4.0, text of Wikinews CC BY\u{a0}2.5), that of pages on the test pages of Readability \
         and trafilatura (Apache\u{a0}2.0)."
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_layer_is_the_line_of_the_card_with_its_name() {
        for (layer, begins) in Layer::ALL.into_iter().zip(["Noms", "Citations", "Qui parle", "Dates", "Chiffres", "Passages rapprochés"]) {
            assert!(layer.name().starts_with(begins), "{}", layer.name());
        }
    }
}
