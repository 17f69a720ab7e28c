//! The small words that show how a sentence is built: determiners, pronouns, prepositions, auxiliaries, French and English.
//!
//! No parse: these words are enough to find the subject of a verb of speech beside a quotation. Where a word is of two
//! classes (`la`, `her`) the one that begins a noun phrase is given; whoever reads a verb's neighbours asks for both.

use crate::text::{Language, WordSet};

/// What a word does in a sentence.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Class {
    /// Begins a noun phrase: `le`, `cette`, `un`, `the`.
    Determiner(Determiner),
    /// Stands for whoever was named: `il`, `she`.
    Pronoun(Pronoun),
    /// `je`, `nous`, `you`: whoever speaks or is spoken to.
    Dialogue,
    /// `me`, `se`, `lui`, `y`: stands between subject and verb.
    Clitic,
    Preposition,
    /// `a`, `avait`, `has`.
    Auxiliary,
    /// `que`, `qu`, `that`.
    That,
    /// `qui`, `dont`, `who`.
    Relative,
    /// `lorsque`, `si`, `parce`: begins a clause below the main one.
    Subordinator,
    /// `et`, `mais`, `and`.
    Conjunction,
    /// `ainsi`, `hier`: may stand anywhere.
    Adverb,
    Negation,
    Other,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    Definite,
    Demonstrative,
    Possessive,
    Indefinite,
}

/// Whom a pronoun can stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pronoun {
    Masculine,
    Feminine,
    Plural,
    /// `on`, `one`: nobody who is named.
    Anybody,
}

/// Signs that open a quotation, with those that may.
pub(super) const OPENING: [char; 7] = ['«', '“', '„', '"', '‹', '‘', '+'];

/// Each class with its words, divided by spaces.
static CLASSES: [(Class, WordSet); 19] = [
    (Class::Determiner(Determiner::Definite), WordSet::new("le la l les the")),
    (Class::Determiner(Determiner::Demonstrative), WordSet::new("ce cet cette ces this that these those")),
    (
        Class::Determiner(Determiner::Possessive),
        WordSet::new("son sa ses leur leurs mon ma mes notre nos votre vos his her its their my our your"),
    ),
    (
        Class::Determiner(Determiner::Indefinite),
        WordSet::new("un une des plusieurs certains certaines quelques d'autres a an one some several another two three"),
    ),
    (Class::Pronoun(Pronoun::Masculine), WordSet::new("il he lui celui-ci")),
    (Class::Pronoun(Pronoun::Feminine), WordSet::new("elle she")),
    (Class::Pronoun(Pronoun::Plural), WordSet::new("ils elles they eux")),
    (Class::Pronoun(Pronoun::Anybody), WordSet::new("on")),
    (Class::Dialogue, WordSet::new("je j nous vous tu moi toi i we you")),
    (Class::Clitic, WordSet::new("me m te t se s y en him them it")),
    (
        Class::Preposition,
        WordSet::new(
            "à au aux de du d dans par pour avec sans sous sur vers chez contre entre devant derrière depuis pendant lors auprès dès \
         après avant selon face jusque jusqu hors malgré parmi of to in by for with at from on into about during before after \
         against between under over according",
        ),
    ),
    (
        Class::Auxiliary,
        WordSet::new(
            "ont avait avaient aura auront ait aient eut eurent est sont était étaient sera seront fut furent serait seraient aurait auraient \
         ayant étant has have had is are was were will would",
        ),
    ),
    (Class::That, WordSet::new("que qu")),
    (Class::Relative, WordSet::new("qui dont où lequel laquelle lesquels lesquelles who which whom whose")),
    (
        Class::Subordinator,
        WordSet::new(
            "lorsque lorsqu quand si comme puisque puisqu parce afin alors-que tandis quoique when while because although though if as since",
        ),
    ),
    (Class::Conjunction, WordSet::new("et ou mais or car donc ni and but nor so")),
    (
        Class::Adverb,
        WordSet::new(
            "ainsi alors aussi encore ensuite enfin déjà également simplement notamment toutefois cependant pourtant même hier aujourd hui \
         demain lundi mardi mercredi jeudi vendredi samedi dimanche matin soir puis surtout plutôt longuement toujours bien mieux \
         récemment aussitôt immédiatement finalement vivement fermement clairement sobrement yesterday today monday tuesday wednesday \
         thursday friday saturday sunday also later then again recently once already just still",
        ),
    ),
    (Class::Negation, WordSet::new("ne n pas plus jamais rien not never")),
    (Class::Other, WordSet::new("")),
];

/// The class of a word in lower case.
pub(super) fn class(lower: &str) -> Class {
    CLASSES.iter().find(|(_, words)| words.contains(lower)).map_or(Class::Other, |(class, _)| *class)
}

/// True for a common form of a verb that is neither noun nor adjective: a description ends before it.
pub(super) fn is_finite(lower: &str) -> bool {
    static FORMS: WordSet = WordSet::new(
        "vient viennent venait venaient va vont allait veut veulent voulait peut peuvent pouvait doit doivent devait sait savent savait \
        tient tiennent tenait exclut excluent prend prennent prenait met mettent mettait reçoit reçoivent voit voient voyait croit croient croyait devient \
        deviennent semble semblent semblait paraît paraissait perd perdent rit sourit attend attendent attendait rend rendent entend entendent reprend \
        refuse refusent refusait accepte acceptent cherche cherchent espère espèrent hésite lève lèvent revient reviennent repart poursuit vit vivent \
        vivait connaît connaissait ressort sortait partait suivait",
    );
    FORMS.contains(lower)
}

/// True for what loses its vowel before another word: `d`, `qu`, `jusqu`.
pub(super) fn is_elided(word: &str) -> bool {
    let lower = word.to_lowercase();
    matches!(lower.as_str(), "d" | "l" | "n" | "s" | "j" | "m" | "t" | "c") || lower.ends_with("qu")
}

/// The class of a word that the two languages share, in one of them.
pub(super) fn in_language(class: Class, lower: &str, language: Language) -> Class {
    match (lower, language) {
        ("a", Language::French) => Class::Auxiliary,
        ("on", Language::English) => Class::Preposition,
        ("that", Language::English) => Class::That,
        ("son" | "car" | "ta", Language::English) | ("but" | "as" | "is" | "will" | "has" | "over" | "with", Language::French) => {
            Class::Other
        }
        _ => class,
    }
}

/// What may stand between a subject and its verb: `ne`, `se`, `l’`, `lui`.
pub(super) fn is_clitic(class: Class, lower: &str) -> bool {
    matches!(class, Class::Clitic | Class::Negation) || matches!(lower, "l" | "le" | "la" | "les" | "lui" | "leur" | "nous" | "vous")
}

/// Nouns of works and reports, whose titles stand between marks.
static WORKS: WordSet = WordSet::new(
    "livre livres roman essai ouvrage récit recueil film films documentaire court-métrage long-métrage téléfilm série chanson \
    chansons album disque titre morceau single pièce spectacle opéra ballet émission podcast reportage enquête rapport étude article \
    tribune éditorial magazine revue journal chronique exposition tableau toile sculpture poème poésie bande bd manga manuel jeu opus \
    intitulé intitulée intitulés intitulées titré titrée titre titrait baptisé baptisée book novel film movie documentary song album essay report \
    series play poem painting exhibition show titled entitled memoir biography biographie thriller comédie tube hymne clip feuilleton une",
);

/// True for a noun behind which a title is named.
pub(super) fn is_work(lower: &str) -> bool {
    WORKS.contains(lower)
}

/// Nouns for one person that name no function.
static KIN: WordSet = WordSet::new(
    "homme femme garçon jeune retraité retraitée père mère fils fille frère sœur époux épouse mari compagnon compagne oncle tante \
    cousin cousine ami amie voisin voisine collègue confrère consœur homologue camarade client cliente patient patiente victime témoin rescapé rescapée \
    survivant survivante habitant habitante riverain riveraine élu élue suspect suspecte prévenu prévenue accusé accusée intéressé intéressée \
    trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire adolescent adolescente étudiant étudiante élève \
    plaignant plaignante opposant opposante défenseur partisan partisane manifestant manifestante gréviste usager usagère parent \
    salarié salariée employé employée ouvrier ouvrière agriculteur agricultrice éleveur éleveuse commerçant commerçante restaurateur \
    instituteur institutrice enseignant enseignante infirmier infirmière médecin scientifique spécialiste expert experte technicien \
    technicienne dirigeant dirigeante responsable militant militante syndicaliste gérant gérante propriétaire locataire conseiller conseillère \
    man woman boy girl widow widower official resident neighbour neighbor witness survivor teenager pensioner student worker mother father \
    son daughter brother sister",
);

/// True for a noun for one person.
pub(super) fn is_kin(lower: &str) -> bool {
    KIN.contains(lower)
}

/// True for somebody whom an event or a court has made what he is, and no office.
pub(super) fn is_bystander(lower: &str) -> bool {
    matches!(
        lower,
        "prevenu"
            | "prevenue"
            | "accuse"
            | "accusee"
            | "suspect"
            | "suspecte"
            | "victime"
            | "temoin"
            | "rescape"
            | "rescapee"
            | "survivant"
            | "survivante"
            | "plaignant"
            | "plaignante"
            | "riverain"
            | "riveraine"
            | "habitant"
            | "habitante"
            | "voisin"
            | "voisine"
            | "client"
            | "cliente"
            | "patient"
            | "patiente"
    )
}

/// Nouns that take up a body that was named: `Norvex … l’entreprise`.
static FIRMS: WordSet = WordSet::new(
    "entreprise société groupe compagnie firme marque constructeur fabricant exploitant opérateur club association organisation \
    fédération syndicat ong collectif parti institution enseigne équipementier assureur banque éditeur distributeur laboratoire fonds \
    géant industriel filiale holding coopérative company firm group union club charity organisation organization manufacturer",
);

/// True for a noun that takes up a body that was named.
pub(super) fn is_firm(lower: &str) -> bool {
    FIRMS.contains(lower)
}

/// True for a body that people join.
pub(super) fn is_association(lower: &str) -> bool {
    matches!(
        lower,
        "organisation"
            | "institution"
            | "ong"
            | "association"
            | "fédération"
            | "federation"
            | "syndicat"
            | "collectif"
            | "union"
            | "ligue"
            | "confédération"
            | "confederation"
            | "comité"
            | "comite"
            | "conseil"
            | "chambre"
            | "observatoire"
            | "agence"
            | "office"
            | "charity"
            | "organization"
    )
}

/// Nouns of what somebody wrote or said, before whoever did.
static MESSAGES: WordSet = WordSet::new(
    "message messages tweet tweets post posts lettre lettres courriel mail sms mot mots phrase phrases parole paroles \
    réponse question commentaire formule credo devise slogan conseil verdict appel avertissement promesse confidence aveu constat \
    publication statut avis opinion réaction analyse words letter email post reply answer question message comment",
);

/// True for what somebody wrote or said.
pub(super) fn is_message(lower: &str) -> bool {
    MESSAGES.contains(lower)
}

/// Nouns of time, which stand where a subject may and never speak: `a écrit le 26 juin un inspecteur`, `a dit la veille le préfet`.
static TIMES: WordSet = WordSet::new(
    "veille lendemain surlendemain matin matinée soir soirée semaine semaines week mois an ans année années jour jours journée \
    nuit midi minuit heure heures minute minutes lundi mardi mercredi jeudi vendredi samedi dimanche printemps été automne hiver",
);

static MONTHS: WordSet = WordSet::new("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");

/// True for a noun of time.
pub(super) fn is_time(lower: &str) -> bool {
    TIMES.contains(lower)
}

/// True for the name of a month.
pub(super) fn is_month(lower: &str) -> bool {
    MONTHS.contains(lower)
}

/// How somebody speaks, behind `d’une`, `d’un`, `à`, `en`, `dans un`: it belongs to the verb, not to whom the words before it mean.
static MANNERS: WordSet = WordSet::new(
    "voix ton air mi demi trait mot geste sourire regard bloc marge conférence direct larmes début fin plein pleine guise \
    réponse référence aparté privé coulisse coulisses souffle rire hauteur haussement",
);

/// True for a noun that says how or on which occasion somebody speaks.
pub(super) fn is_manner(lower: &str) -> bool {
    MANNERS.contains(lower)
}

/// To whom one speaks, behind `à la`, `au`, `aux`: no part of whoever does.
static HEARERS: WordSet = WordSet::new(
    "presse micro micros antenne téléphone correspondant correspondante correspondants journaliste journalistes reporter \
    reporters caméra caméras envoyé envoyée agence quotidien hebdomadaire magazine chaîne radio télévision tribune issue sortie barre \
    audience occasion adresse",
);

/// True for a noun to whom or where somebody speaks.
pub(super) fn is_hearer(lower: &str) -> bool {
    HEARERS.contains(lower)
}

/// What somebody is called by, and the functions that such a word takes up, folded: `le parlementaire` is a `député`.
static PERIPHRASES: [(WordSet, WordSet); 15] = [
    (
        WordSet::new("elu elue edile"),
        WordSet::new(
            "maire adjoint adjointe conseiller conseillere depute deputee senateur senatrice eurodepute eurodeputee president presidente",
        ),
    ),
    (WordSet::new("parlementaire"), WordSet::new("depute deputee senateur senatrice eurodepute eurodeputee")),
    (WordSet::new("magistrat magistrate"), WordSet::new("procureur procureure juge president presidente substitut avocat")),
    (WordSet::new("avocat avocate conseil penaliste defenseur"), WordSet::new("me maitre avocat avocate batonnier batonniere")),
    (
        WordSet::new("syndicaliste"),
        WordSet::new("delegue deleguee secretaire representant representante cgt cfdt fo sud unsa cftc cgc syndicat syndical syndicale"),
    ),
    (
        WordSet::new("dirigeant dirigeante patron patronne industriel homme femme chef"),
        WordSet::new(
            "pdg president presidente directeur directrice patron patronne fondateur fondatrice gerant gerante dirigeant dirigeante",
        ),
    ),
    (WordSet::new("militaire officier"), WordSet::new("general colonel commandant capitaine lieutenant amiral generale")),
    (
        WordSet::new("praticien praticienne medecin soignant soignante specialiste"),
        WordSet::new(
            "docteur dr medecin chirurgien chirurgienne infirmier infirmiere gynecologue \
        urgentiste generaliste obstetricien obstetricienne pediatre psychiatre",
        ),
    ),
    (WordSet::new("soignante soignant"), WordSet::new("infirmiere infirmier aide sage puericultrice")),
    (
        WordSet::new("chercheur chercheuse universitaire scientifique specialiste expert experte"),
        WordSet::new(
            "professeur professeure maitre sociologue historien historienne \
        politologue economiste directeur directrice climatologue geographe biologiste physicien physicienne enseignant enseignante",
        ),
    ),
    (WordSet::new("economiste analyste"), WordSet::new("economiste analyste strategiste gerant")),
    (WordSet::new("diplomate"), WordSet::new("ambassadeur ambassadrice consul consule porte")),
    (WordSet::new("religieux prelat ecclesiastique"), WordSet::new("eveque archeveque pere cardinal imam pasteur")),
    (WordSet::new("technicien entraineur coach selectionneur"), WordSet::new("entraineur entraineuse selectionneur coach")),
    (WordSet::new("gendarme policier enqueteur gradé"), WordSet::new("colonel commandant capitaine lieutenant commissaire adjudant major")),
];

/// True when `head` is a word that takes up somebody by a function, both folded.
pub(super) fn is_periphrasis(head: &str, function: &str) -> bool {
    PERIPHRASES.iter().any(|(heads, functions)| heads.contains(head) && functions.contains(function))
}

/// True for those around somebody, and where a body sits: `dans l’entourage du ministre`, `au siège`.
pub(super) fn is_seat(lower: &str) -> bool {
    matches!(
        lower,
        "entourage" | "rangs" | "siège" | "couloirs" | "sommet" | "camp" | "bercy" | "matignon" | "élysée" | "beauvau" | "orsay"
    )
}

/// `une trentaine`: several, in the singular.
pub(super) fn is_collective(lower: &str) -> bool {
    matches!(
        lower,
        "dizaine"
            | "douzaine"
            | "quinzaine"
            | "vingtaine"
            | "trentaine"
            | "quarantaine"
            | "cinquantaine"
            | "soixantaine"
            | "centaine"
            | "poignée"
    )
}

/// Words of the courts behind which a charge stands between marks: `une enquête pour « abus de confiance »`.
static COURTS: WordSet = WordSet::new(
    "enquête information instruction plainte procédure poursuivi poursuivie poursuivis poursuivies examen garde condamné \
    condamnée condamnés condamnées accusé accusée accusés accusées soupçonné soupçonnée soupçonnés soupçonnées inculpé inculpée inculpés jugé \
    jugée jugés jugées écroué écrouée écroués interpellé interpellée interpellés arrêté arrêtée arrêtés recherché recherchée \
    charged accused convicted suspected investigation arrested chef chefs motif",
);

/// True for a word of the courts that a charge may follow.
pub(super) fn is_of_court(lower: &str) -> bool {
    COURTS.contains(lower)
}

/// Words that keep a distance from the word behind them: `soi-disant`, `so-called`.
static DISTANCE: WordSet = WordSet::new(
    "dit dits dite dites soi-disant fameux fameuse fameuses prétendu prétendue prétendus prétendues surnommé surnommée \
    surnommés surnommées appelé appelée appelés appelées nommé nommée so-called called dubbed nicknamed disant baptisé baptisée qualifié \
    qualifiée qualifiés qualifiées célèbre",
);

/// True for a word that keeps a distance from the quotation behind it.
pub(super) fn keeps_distance(lower: &str) -> bool {
    DISTANCE.contains(lower)
}

/// Nouns that speak and are no person: `la direction`, `le rapport`.
static BODIES: WordSet = WordSet::new(
    "direction préfecture mairie ministère gouvernement club entreprise société groupe syndicat association parquet police \
    gendarmerie rapport texte communiqué journal quotidien hebdomadaire chaîne radio site étude enquête agence parti famille ville région \
    commune département collectif fédération union organisation ong institution commission tribunal cour défense accusation opposition majorité \
    presse rectorat hôpital école université compagnie firme marque banque église assemblée sénat conseil comité document message lettre \
    livre article loi décret présidence exécutif chancellerie ambassade matignon opérateur exploitant constructeur company firm government \
    ministry police union report statement council court party newspaper study agency department office group bank association family \
    sondage note source plaque affiche slogan banderole compte account établissement administration institut \
    observatoire cabinet équipe régie bailleur autorités diocèse évêché métropole agglomération mouvement coalition régulateur réseau \
    fonds assureur équipementier laboratoire distributeur éditeur clinique maternité lycée juridiction intersyndicale coordination \
    plateforme filiale holding start-up géant chu ars gérance cellule brigade ligue mutuelle coopérative team board authority charity",
);

/// True for the noun of a body or a text: it is never taken for somebody who was named.
pub(super) fn is_body(lower: &str) -> bool {
    BODIES.contains(lower)
}

/// Numbers in words, from two on; of a longer one each word counts.
const NUMBERS: [(&str, u64); 36] = [
    ("deux", 2),
    ("trois", 3),
    ("quatre", 4),
    ("cinq", 5),
    ("six", 6),
    ("sept", 7),
    ("huit", 8),
    ("dix", 10),
    ("onze", 11),
    ("douze", 12),
    ("treize", 13),
    ("quatorze", 14),
    ("quinze", 15),
    ("seize", 16),
    ("vingt", 20),
    ("trente", 30),
    ("quarante", 40),
    ("cinquante", 50),
    ("soixante", 60),
    ("septante", 70),
    ("nonante", 90),
    ("cent", 100),
    ("cents", 100),
    ("mille", 1000),
    ("two", 2),
    ("three", 3),
    ("four", 4),
    ("five", 5),
    ("seven", 7),
    ("eight", 8),
    ("nine", 9),
    ("ten", 10),
    ("twelve", 12),
    ("twenty", 20),
    ("hundred", 100),
    ("thousand", 1000),
];

/// The number that a word in lower case is; `un` is none.
pub(super) fn number(word: &str) -> Option<u64> {
    let in_words = || NUMBERS.iter().find(|(written, _)| *written == word).map(|(_, number)| *number);
    word.parse().ok().or_else(in_words)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn small_words_have_their_class() {
        assert_eq!(class("elle"), Class::Pronoun(Pronoun::Feminine));
        assert_eq!(class("un"), Class::Determiner(Determiner::Indefinite));
        assert_eq!(class("scierie"), Class::Other);
        assert_eq!(in_language(class("a"), "a", Language::French), Class::Auxiliary);
        assert!(is_clitic(class("l"), "l"));
    }
}
