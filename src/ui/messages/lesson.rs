//! The teacher's page: an hour step by step, what to say of the tool, how a score is counted.
//!
//! What is worth asking of the corpus that ships is written by hand; of any other it is told what it offers.

use super::about::Layer;
use crate::corpus::Mask;
use crate::say;
use crate::ui::format;

pub fn title() -> &'static str {
    say!("Une heure de recoupement", "An hour of cross-checking")
}

pub fn purpose() -> &'static str {
    say!(
        "Le même événement, raconté plusieurs fois. Les élèves devinent d’abord, vérifient ensuite dans les textes, et jugent pour finir l’outil lui-même.",
        "The same event, told several times. Pupils guess first, then check in the texts, and in the end judge the tool itself."
    )
}

/// Level, time, material: heading and text.
pub fn frame() -> [(&'static str, &'static str); 3] {
    say!(
        [
            ("Niveau", "De la quatrième à la terminale, et adultes\u{a0}; français, éducation aux médias, enseignement moral et civique."),
            ("Durée", "Une heure, ou deux fois une demi-heure (coupez après l’étape 2)."),
            (
                "Matériel",
                "Un ordinateur pour deux, même ancien, ou un seul avec un projecteur\u{a0}; cette page, ou le fichier unique sur une clé\u{a0}; une fiche imprimée par élève. Ni compte, ni réseau une fois la page ouverte\u{a0}; rien n’est envoyé."
            ),
        ],
        [
            ("Level", "Ages 13 to 18, and adults; language, media literacy, citizenship."),
            ("Time", "One hour, or twice half an hour (pause after step 2)."),
            (
                "Material",
                "One computer for two, however old, or a single one with a projector; this page, or the single file on a stick; one printed sheet per pupil. No account, no network once the page is open; nothing is sent."
            ),
        ]
    )
}

pub fn print() -> &'static str {
    say!("Imprimer cette page", "Print this page")
}

pub fn corpus_title() -> &'static str {
    say!("Ce que ce corpus donne à chercher", "What there is to find in this corpus")
}

/// A question worth asking of the five pages that ship, and where its answer is seen.
pub struct Worth {
    pub asked: &'static str,
    pub door: &'static str,
    pub to: Door,
}

/// Where a class looks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Door {
    Search(&'static str),
    CommonText,
    Disagreements,
    Headlines,
    Quotations,
    Corpus,
}

/// The story of the corpus that ships.
pub fn story() -> &'static str {
    say!(
        "Février 2015, six semaines après les attentats de Paris\u{a0}: le ministre français de l’Intérieur va demander l’aide des géants américains d’Internet contre la propagande terroriste. Cinq pages le racontent, telles qu’un robot les a recueillies\u{a0}: sans titre, sans date ou avec une fausse, une dépêche aplatie en une ligne, un article qui n’en est pas un.",
        "February 2015, six weeks after the Paris attacks: the French Minister of the Interior goes to ask the American internet companies for help against terrorist propaganda. Five pages tell it, as a crawler left them: without a headline, without a date or with a wrong one, a dispatch flattened into one line, an article that is none. The texts are in French."
    )
}

pub fn worth_asking() -> [Worth; 6] {
    [
        Worth {
            asked: say!(
                "Microsoft ou Apple\u{a0}? Quatre articles disent que le ministre va voir Microsoft\u{a0}; le cinquième dit Apple et ne nomme pas Microsoft. Lequel\u{a0}? Comment trancher\u{a0}? Peut-on, avec ces textes seuls\u{a0}?",
                "Microsoft or Apple? Four articles say that the minister is to see Microsoft; the fifth says Apple and does not name Microsoft. Which one? How could one decide? Can one, with these texts alone?"
            ),
            door: say!("Microsoft ou Apple, dans les cinq articles", "Microsoft or Apple, in the five articles"),
            to: Door::Search("Microsoft OR Apple"),
        },
        Worth {
            asked: say!(
                "Qu’est-ce qui vient de la dépêche\u{a0}? Deux articles ont de longs passages en commun. Qu’est-ce que chacun y ajoute, et lequel dit d’où il tient ses phrases\u{a0}?",
                "What came from the dispatch? Two articles have long passages in common. What does each add, and which says where it has its sentences from?"
            ),
            door: say!("Le texte commun", "The common text"),
            to: Door::CommonText,
        },
        Worth {
            asked: say!(
                "À qui l’a-t-il dit\u{a0}? «\u{a0}Lorsque des enquêtes sont en cours…\u{a0}» se lit deux fois, mot pour mot ou presque, avec deux agences différentes. Que peut-on en conclure\u{a0}? Que ne peut-on pas\u{a0}?",
                "To whom did he say it? “Lorsque des enquêtes sont en cours…” is read twice, word for word or nearly, with two different agencies. What can be concluded? What cannot?"
            ),
            door: say!("Cette parole, dans deux articles", "These words, in two articles"),
            to: Door::Search("\"enquêtes sont en cours\""),
        },
        Worth {
            asked: say!(
                "Combien de pays, de comptes, de combattants\u{a0}? Chaque chiffre est-il dans plusieurs articles, ou dans un seul\u{a0}? Qui l’a compté, et l’article le dit-il\u{a0}?",
                "How many countries, accounts, fighters? Is each figure in several articles, or in one? Who counted, and does the article say so?"
            ),
            door: say!("Ce qui diffère d’un article à l’autre", "What differs between articles"),
            to: Door::Disagreements,
        },
        Worth {
            asked: say!(
                "Quel jour\u{a0}? Une page porte en tête une date de 2021. Quels mots du texte montrent qu’elle est fausse\u{a0}? Quels articles ont paru avant la visite, lesquels après\u{a0}?",
                "Which day? One page has a date of 2021 at its head. Which words of the text show that it is wrong? Which articles appeared before the visit, which after?"
            ),
            door: say!("Les titres et leurs jours", "The headlines and their days"),
            to: Door::Headlines,
        },
        Worth {
            asked: say!(
                "Qui parle, et qui ne parle pas\u{a0}? Comptez les mots du ministre, puis ceux des entreprises. L’une des cinq pages cite surtout d’autres médias\u{a0}: qui a pu l’écrire, et pour qui\u{a0}?",
                "Who speaks, and who does not? Count the minister’s words, then those of the companies. One of the five pages mostly quotes other outlets: who may have written it, and for whom?"
            ),
            door: say!("Qui est cité, et combien", "Who is quoted, and how much"),
            to: Door::Quotations,
        },
    ]
}

pub fn n_articles(n: usize, n_outlets: usize) -> String {
    let articles = format::count(n, say!("article", "article"), say!("articles", "articles"));
    match n_outlets {
        0 => say!(format!("{articles}, dont aucun ne dit son média"), format!("{articles}, none of which says its outlet")),
        _ => {
            let outlets = format::count(n_outlets, say!("média", "outlet"), say!("médias", "outlets"));
            say!(format!("{articles} de {outlets}"), format!("{articles} from {outlets}"))
        }
    }
}

/// What follows the number of articles.
pub fn articles_ask(n: usize) -> &'static str {
    match n {
        0 | 1 => say!(
            "un seul article ne se recoupe pas\u{a0}; restent les cinq questions, et ce qui se marque\u{a0}: citations, sources, dates. Apportez-en un deuxième sur le même événement.",
            "a single article cannot be cross-checked; what is left are the five questions, and what can be marked: quotations, sources, dates. Bring a second one about the same event."
        ),
        2..=12 => say!("que disent-ils tous, que dit un seul\u{a0}?", "what do all of them say, what does one alone?"),
        _ => say!(
            "c’est beaucoup pour une heure\u{a0}: donnez à chaque groupe trois ou quatre articles, et gardez le reste pour vérifier.",
            "that is much for an hour: give each group three or four articles, and keep the rest for checking."
        ),
    }
}

/// What is asked of a number, behind it.
pub fn then(asked: &str) -> String {
    say!(format!("\u{a0}: {asked}"), format!(": {asked}"))
}

pub fn n_versions(n: usize) -> String {
    match n {
        0 => say!("Aucune citation dans plusieurs articles", "No quotation in several articles").to_owned(),
        n => format::count(
            n,
            say!("citation reprise par plusieurs articles", "quotation that several articles have"),
            say!("citations reprises par plusieurs articles", "quotations that several articles have"),
        ),
    }
}

pub fn versions_ask(n: usize) -> &'static str {
    match n {
        0 => say!("qui chaque article fait-il parler\u{a0}?", "whom does each article let speak?"),
        _ => say!("qu’est-ce que chacun coupe, change ou ajoute\u{a0}?", "what does each cut, change or add?"),
    }
}

pub fn n_conflicts(n: usize) -> String {
    match n {
        0 => say!("Aucun chiffre qui diffère sans raison visible", "No figure that differs without a visible reason").to_owned(),
        n => format::count(
            n,
            say!("chiffre qui diffère sans raison visible", "figure that differs without a visible reason"),
            say!("chiffres qui diffèrent sans raison visible", "figures that differ without a visible reason"),
        ),
    }
}

pub fn conflicts_ask(n: usize) -> &'static str {
    match n {
        0 => say!(
            "quels chiffres sont dans plusieurs articles, et d’où viennent-ils\u{a0}?",
            "which figures are in several articles, and where do they come from?"
        ),
        _ => say!(
            "comptent-ils la même chose, le même jour, d’après la même source\u{a0}?",
            "do they count the same thing, on the same day, from the same source?"
        ),
    }
}

pub fn steps_title() -> &'static str {
    say!("L’heure, en cinq étapes", "The hour, in five steps")
}

pub fn minutes(n: usize) -> String {
    let n = format::number(n);
    say!(format!("{n}\u{a0}min"), format!("{n}\u{a0}min"))
}

/// A step: minutes, what it is called, what is done.
pub struct StepWords {
    pub minutes: usize,
    pub name: &'static str,
    pub done: &'static str,
}

pub fn steps() -> [StepWords; 5] {
    [
        StepWords {
            minutes: 10,
            name: say!("Lire sans savoir d’où cela vient", "Read without knowing where it is from"),
            done: say!(
                "Cachez les médias (plus bas). Chaque groupe lit un article, sur la fiche ou à l’écran, et note\u{a0}: qui l’a écrit, à votre avis, pour qui, et à quoi le voyez-vous\u{a0}?",
                "Hide the outlets (below). Each group reads one article, on the sheet or on the screen, and notes: who wrote it, do you think, for whom, and how can you tell?"
            ),
        },
        StepWords {
            minutes: 10,
            name: say!("Poser les cinq questions", "Ask the five questions"),
            done: say!(
                "Chaque groupe remplit le tableau de son article, sans l’outil. Puis lisez une ligne à voix haute, article après article\u{a0}: où les réponses diffèrent-elles, quelle case reste vide\u{a0}? Comparez seulement après avec ce que l’outil propose.",
                "Each group fills in the table of its article, without the tool. Then read one row aloud, article after article: where do the answers differ, which cell stays empty? Only then compare with what the tool proposes."
            ),
        },
        StepWords {
            minutes: 15,
            name: say!("Deviner, puis vérifier", "Guess, then check"),
            done: say!(
                "À deux, cinq questions d’une activité\u{a0}: une réponse chacun, puis la preuve. Une réponse ne compte que si le binôme montre les mots qui la portent\u{a0}: chaque réponse ouvre son passage.",
                "In pairs, five questions of one activity: an answer each, then the proof. An answer only counts if the pair shows the words that carry it: every answer opens its passage."
            ),
        },
        StepWords {
            minutes: 15,
            name: say!("Recouper", "Cross-check"),
            done: say!(
                "Montrez les sources. Au projecteur, une trouvaille à la fois\u{a0}: qu’est-ce que tous racontent, qu’est-ce qu’un seul raconte, qu’est-ce qui diffère, quel texte est commun\u{a0}? Ce qu’un article ne dit pas n’est pas une faute\u{a0}: il peut être plus court, ou plus tôt paru.",
                "Show the sources. On the projector, one finding at a time: what do all tell, what does one alone tell, what differs, which text is common? What an article does not say is no fault: it may be shorter, or have appeared earlier."
            ),
        },
        StepWords {
            minutes: 10,
            name: say!("Juger l’outil", "Judge the tool"),
            done: say!(
                "Marquez citations, sources ou dates d’un passage, puis comparez avec l’outil. Là où vous différez, qui a raison\u{a0}? Pour finir, deux phrases par élève, dans les notes ou la revue de presse\u{a0}: ce qui est établi, ce qui reste à vérifier.",
                "Mark the quotations, sources or dates of a passage, then compare with the tool. Where you differ, who is right? To end, two sentences per pupil, in the notes or the press review: what is established, what remains to be checked."
            ),
        },
    ]
}

pub fn reading() -> &'static str {
    say!("Lire un article", "Read an article")
}

pub fn statements() -> &'static str {
    say!("Ce que plusieurs racontent", "What several tell")
}

pub fn common_text() -> &'static str {
    say!("Texte commun", "Common text")
}

pub fn disagreements() -> &'static str {
    say!("Ce qui diffère", "What differs")
}

pub fn silences() -> &'static str {
    say!("Ce qu’un article ne dit pas", "What an article does not say")
}

pub fn activities_title() -> &'static str {
    say!("Les activités de ce corpus", "The activities of this corpus")
}

pub fn activities_heads() -> [&'static str; 3] {
    say!(["Activité", "Ce qu’on fait", "Questions"], ["Activity", "What is done", "Questions"])
}

/// How many questions there are, of which so many are given at most.
pub fn n_questions(n: usize, most: usize) -> String {
    let shown = format::number(n);
    if n < most { shown } else { say!(format!("{shown} ou plus"), format!("{shown} or more")) }
}

pub fn no_question() -> &'static str {
    say!("aucune", "none")
}

pub fn counting_now() -> &'static str {
    say!(
        "Un instant\u{a0}: le moteur complet compte ce que ce corpus offre.",
        "One moment: the full engine is counting what this corpus offers."
    )
}

pub fn mask_title() -> &'static str {
    say!("Cacher les médias", "Hide the outlets")
}

pub fn about_mask() -> &'static str {
    say!(
        "Partout, jusqu’à ce que vous les montriez\u{a0}: dans les textes, les liens et les impressions. Les articles s’appellent alors A, B, C…",
        "Everywhere, until you show them: in texts, links and prints. Articles are then called A, B, C…"
    )
}

pub fn mask(mask: Mask) -> (&'static str, &'static str) {
    match mask {
        Mask::Off => say!(("Montrés", "médias, auteurs et agences se lisent"), ("Shown", "outlets, authors and agencies can be read")),
        Mask::Outlets => say!(
            ("Cachés autour du texte", "ni média, ni auteur, ni nom de fichier"),
            ("Hidden around the text", "no outlet, no author, no file name")
        ),
        Mask::Names => say!(
            ("Cachés dans le texte aussi", "les noms qui trahissent le média sont masqués dans les phrases"),
            ("Hidden inside the text too", "names that give the outlet away are masked in the sentences")
        ),
    }
}

pub fn score_title() -> &'static str {
    say!("Comment compter", "How to count")
}

pub fn score() -> [&'static str; 3] {
    say!(
        [
            "Choisir\u{a0}: un point par réponse exactement juste\u{a0}; la moitié d’une réponse ne compte pas. «\u{a0}4 sur 5\u{a0}» se recompte à la main.",
            "Ranger\u{a0}: un point par article à sa place\u{a0}; deux articles du même jour peuvent changer de place.",
            "Marquer\u{a0}: pas de point. On compte ce que l’élève et l’outil ont trouvé tous deux, l’élève seul, l’outil seul. Deux marques se répondent dès qu’elles ont un mot en commun, et chacune ne compte qu’une fois. L’outil n’est pas le corrigé.",
        ],
        [
            "Choosing: one point for each answer that is exactly right; half an answer does not count. “4 of 5” can be counted again by hand.",
            "Ordering: one point for each article in its place; two articles of the same day may change places.",
            "Marking: no points. What is counted is what pupil and tool both found, the pupil alone, the tool alone. Two marks answer each other as soon as they share a word, and each counts once only. The tool is not the key.",
        ]
    )
}

pub fn limits_title() -> &'static str {
    say!("Ce qu’il faut dire de l’outil", "What to say of the tool")
}

pub fn limits() -> [&'static str; 4] {
    say!(
        [
            "Il ne comprend pas\u{a0}: il applique des règles du français et de l’anglais, et trois petits modèles statistiques. Il n’invente pas de phrase, mais il oublie et se trompe.",
            "Il ne dit pas qui a raison. Deux articles qui disent la même chose peuvent la tenir de la même dépêche\u{a0}: ce n’est pas une confirmation.",
            "Ce qu’il déduit porte un point d’interrogation ou le mot «\u{a0}supposé\u{a0}»\u{a0}; ce qu’il ne trouve pas n’est pas forcément absent.",
            "Ses fautes ont été comptées. Sur des articles que personne n’avait vus en écrivant les règles, il a raison à peu près tant de fois sur 100\u{a0}:",
        ],
        [
            "It does not understand: it applies rules for French and English, and three small statistical models. It makes up no sentence, but it misses things and makes mistakes.",
            "It does not say who is right. Two articles that say the same may both have it from one dispatch: that is no confirmation.",
            "What it infers has a question mark or the words “a guess”; what it does not find is not necessarily absent.",
            "Its mistakes were counted. On articles that nobody had seen while the rules were written it is right about so many times in 100:",
        ]
    )
}

/// What the figures are of.
pub fn layers() -> [Layer; 6] {
    Layer::ALL
}

pub fn limits_heads() -> [&'static str; 2] {
    say!(["Ce qui est trouvé", "Juste, sur 100"], ["What is found", "Right, in 100"])
}

pub fn all_figures() -> &'static str {
    say!("Toutes les mesures, et comment elles sont faites", "All measures, and how they are made")
}

pub fn doors_title() -> &'static str {
    say!("À ouvrir, à imprimer", "To open, to print")
}
