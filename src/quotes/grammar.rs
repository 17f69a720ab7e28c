//! The small words that show how a sentence is built: determiners, pronouns, prepositions, auxiliaries, French and English.
//!
//! No parse: these words are enough to find the subject of a verb of speech beside a quotation. Where a word is of two
//! classes (`la`, `her`) the one that begins a noun phrase is given; whoever reads a verb's neighbours asks for both.

use crate::text::Language;

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
const CLASSES: [(Class, &str); 19] = [
    (Class::Determiner(Determiner::Definite), "le la l les the"),
    (Class::Determiner(Determiner::Demonstrative), "ce cet cette ces this that these those"),
    (Class::Determiner(Determiner::Possessive), "son sa ses leur leurs mon ma mes notre nos votre vos his her its their my our your"),
    (
        Class::Determiner(Determiner::Indefinite),
        "un une des plusieurs certains certaines quelques d'autres a an one some several another two three",
    ),
    (Class::Pronoun(Pronoun::Masculine), "il he lui celui-ci"),
    (Class::Pronoun(Pronoun::Feminine), "elle she"),
    (Class::Pronoun(Pronoun::Plural), "ils elles they eux"),
    (Class::Pronoun(Pronoun::Anybody), "on"),
    (Class::Dialogue, "je j nous vous tu moi toi i we you"),
    (Class::Clitic, "me m te t se s y en him them it"),
    (
        Class::Preposition,
        "à au aux de du d dans par pour avec sans sous sur vers chez contre entre devant derrière depuis pendant lors auprès dès \
         après avant selon face jusque jusqu hors malgré parmi of to in by for with at from on into about during before after \
         against between under over according",
    ),
    (
        Class::Auxiliary,
        "ont avait avaient aura auront ait aient eut eurent est sont était étaient sera seront fut furent serait seraient aurait auraient \
         ayant étant has have had is are was were will would",
    ),
    (Class::That, "que qu"),
    (Class::Relative, "qui dont où lequel laquelle lesquels lesquelles who which whom whose"),
    (
        Class::Subordinator,
        "lorsque lorsqu quand si comme puisque puisqu parce afin alors-que tandis quoique when while because although though if as since",
    ),
    (Class::Conjunction, "et ou mais or car donc ni and but nor so"),
    (
        Class::Adverb,
        "ainsi alors aussi encore ensuite enfin déjà également simplement notamment toutefois cependant pourtant même hier aujourd hui \
         demain lundi mardi mercredi jeudi vendredi samedi dimanche matin soir puis surtout plutôt longuement toujours bien mieux \
         récemment aussitôt immédiatement finalement vivement fermement clairement sobrement yesterday today monday tuesday wednesday \
         thursday friday saturday sunday also later then again recently once already just still",
    ),
    (Class::Negation, "ne n pas plus jamais rien not never"),
    (Class::Other, ""),
];

/// The class of a word in lower case.
pub(super) fn class(lower: &str) -> Class {
    if lower.len() > 12 {
        return Class::Other;
    }
    let holds = |words: &str| words.split_ascii_whitespace().any(|word| word == lower);
    CLASSES.iter().find(|(_, words)| holds(words)).map_or(Class::Other, |(class, _)| *class)
}

/// True for a common form of a verb that is neither noun nor adjective: a description ends before it.
pub(super) fn is_finite(lower: &str) -> bool {
    const FORMS: &str = "vient viennent venait venaient va vont allait veut veulent voulait peut peuvent pouvait doit doivent devait sait savent savait \
        tient tiennent tenait exclut excluent prend prennent prenait met mettent mettait reçoit reçoivent voit voient voyait croit croient croyait devient \
        deviennent semble semblent semblait paraît paraissait perd perdent rit sourit attend attendent attendait rend rendent entend entendent reprend \
        refuse refusent refusait accepte acceptent cherche cherchent espère espèrent hésite lève lèvent revient reviennent repart poursuit vit vivent \
        vivait connaît connaissait ressort sortait partait suivait";
    FORMS.split_ascii_whitespace().any(|form| form == lower)
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
const WORKS: &str = "livre livres roman essai ouvrage récit recueil film films documentaire court-métrage long-métrage téléfilm série chanson \
    chansons album disque titre morceau single pièce spectacle opéra ballet émission podcast reportage enquête rapport étude article \
    tribune éditorial magazine revue journal chronique exposition tableau toile sculpture poème poésie bande bd manga manuel jeu opus \
    intitulé intitulée intitulés intitulées titré titrée titre titrait baptisé baptisée book novel film movie documentary song album essay report \
    series play poem painting exhibition show titled entitled memoir biography biographie thriller comédie tube hymne clip feuilleton une";

/// True for a noun behind which a title is named.
pub(super) fn is_work(lower: &str) -> bool {
    WORKS.split_ascii_whitespace().any(|word| word == lower)
}

/// Nouns for one person that name no function.
const KIN: &str = "homme femme garçon jeune retraité retraitée père mère fils fille frère sœur époux épouse mari compagnon compagne oncle tante \
    cousin cousine ami amie voisin voisine collègue confrère consœur homologue camarade client cliente patient patiente victime témoin rescapé rescapée \
    survivant survivante habitant habitante riverain riveraine élu élue suspect suspecte prévenu prévenue accusé accusée intéressé intéressée \
    trentenaire quadragénaire quinquagénaire sexagénaire septuagénaire octogénaire nonagénaire adolescent adolescente étudiant étudiante élève \
    plaignant plaignante opposant opposante défenseur partisan partisane manifestant manifestante gréviste usager usagère parent \
    salarié salariée employé employée ouvrier ouvrière agriculteur agricultrice éleveur éleveuse commerçant commerçante restaurateur \
    instituteur institutrice enseignant enseignante infirmier infirmière médecin scientifique spécialiste expert experte technicien \
    technicienne dirigeant dirigeante responsable militant militante syndicaliste gérant gérante propriétaire locataire conseiller conseillère \
    man woman boy girl widow widower official resident neighbour neighbor witness survivor teenager pensioner student worker mother father \
    son daughter brother sister";

/// True for a noun for one person.
pub(super) fn is_kin(lower: &str) -> bool {
    KIN.split_ascii_whitespace().any(|word| word == lower)
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
const FIRMS: &str = "entreprise société groupe compagnie firme marque constructeur fabricant exploitant opérateur club association organisation \
    fédération syndicat ong collectif parti institution enseigne équipementier assureur banque éditeur distributeur laboratoire fonds \
    géant industriel filiale holding coopérative company firm group union club charity organisation organization manufacturer";

/// True for a noun that takes up a body that was named.
pub(super) fn is_firm(lower: &str) -> bool {
    FIRMS.split_ascii_whitespace().any(|word| word == lower)
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
const MESSAGES: &str = "message messages tweet tweets post posts lettre lettres courriel mail sms mot mots phrase phrases parole paroles \
    réponse question commentaire formule credo devise slogan conseil verdict appel avertissement promesse confidence aveu constat \
    publication statut avis opinion réaction analyse words letter email post reply answer question message comment";

/// True for what somebody wrote or said.
pub(super) fn is_message(lower: &str) -> bool {
    MESSAGES.split_ascii_whitespace().any(|word| word == lower)
}

/// Nouns of time, which stand where a subject may and never speak: `a écrit le 26 juin un inspecteur`, `a dit la veille le préfet`.
const TIMES: &str = "veille lendemain surlendemain matin matinée soir soirée semaine semaines week mois an ans année années jour jours journée \
    nuit midi minuit heure heures minute minutes lundi mardi mercredi jeudi vendredi samedi dimanche printemps été automne hiver";

const MONTHS: &str = "janvier février mars avril mai juin juillet août septembre octobre novembre décembre";

/// True for a noun of time.
pub(super) fn is_time(lower: &str) -> bool {
    TIMES.split_ascii_whitespace().any(|word| word == lower)
}

/// True for the name of a month.
pub(super) fn is_month(lower: &str) -> bool {
    MONTHS.split_ascii_whitespace().any(|word| word == lower)
}

/// How somebody speaks, behind `d’une`, `d’un`, `à`, `en`, `dans un`: it belongs to the verb, not to whom the words before it mean.
const MANNERS: &str = "voix ton air mi demi trait mot geste sourire regard bloc marge conférence direct larmes début fin plein pleine guise \
    réponse référence aparté privé coulisse coulisses souffle rire hauteur haussement";

/// True for a noun that says how or on which occasion somebody speaks.
pub(super) fn is_manner(lower: &str) -> bool {
    MANNERS.split_ascii_whitespace().any(|word| word == lower)
}

/// To whom one speaks, behind `à la`, `au`, `aux`: no part of whoever does.
const HEARERS: &str = "presse micro micros antenne téléphone correspondant correspondante correspondants journaliste journalistes reporter \
    reporters caméra caméras envoyé envoyée agence quotidien hebdomadaire magazine chaîne radio télévision tribune issue sortie barre \
    audience occasion adresse";

/// True for a noun to whom or where somebody speaks.
pub(super) fn is_hearer(lower: &str) -> bool {
    HEARERS.split_ascii_whitespace().any(|word| word == lower)
}

/// What somebody is called by, and the functions that such a word takes up, folded: `le parlementaire` is a `député`.
const PERIPHRASES: [(&str, &str); 15] = [
    (
        "elu elue edile",
        "maire adjoint adjointe conseiller conseillere depute deputee senateur senatrice eurodepute eurodeputee president presidente",
    ),
    ("parlementaire", "depute deputee senateur senatrice eurodepute eurodeputee"),
    ("magistrat magistrate", "procureur procureure juge president presidente substitut avocat"),
    ("avocat avocate conseil penaliste defenseur", "me maitre avocat avocate batonnier batonniere"),
    ("syndicaliste", "delegue deleguee secretaire representant representante cgt cfdt fo sud unsa cftc cgc syndicat syndical syndicale"),
    (
        "dirigeant dirigeante patron patronne industriel homme femme chef",
        "pdg president presidente directeur directrice patron patronne fondateur fondatrice gerant gerante dirigeant dirigeante",
    ),
    ("militaire officier", "general colonel commandant capitaine lieutenant amiral generale"),
    (
        "praticien praticienne medecin soignant soignante specialiste",
        "docteur dr medecin chirurgien chirurgienne infirmier infirmiere gynecologue \
        urgentiste generaliste obstetricien obstetricienne pediatre psychiatre",
    ),
    ("soignante soignant", "infirmiere infirmier aide sage puericultrice"),
    (
        "chercheur chercheuse universitaire scientifique specialiste expert experte",
        "professeur professeure maitre sociologue historien historienne \
        politologue economiste directeur directrice climatologue geographe biologiste physicien physicienne enseignant enseignante",
    ),
    ("economiste analyste", "economiste analyste strategiste gerant"),
    ("diplomate", "ambassadeur ambassadrice consul consule porte"),
    ("religieux prelat ecclesiastique", "eveque archeveque pere cardinal imam pasteur"),
    ("technicien entraineur coach selectionneur", "entraineur entraineuse selectionneur coach"),
    ("gendarme policier enqueteur gradé", "colonel commandant capitaine lieutenant commissaire adjudant major"),
];

/// True when `head` is a word that takes up somebody by a function, both folded.
pub(super) fn is_periphrasis(head: &str, function: &str) -> bool {
    let holds = |words: &str, word: &str| words.split_ascii_whitespace().any(|listed| listed == word);
    PERIPHRASES.iter().any(|(heads, functions)| holds(heads, head) && holds(functions, function))
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
const COURTS: &str = "enquête information instruction plainte procédure poursuivi poursuivie poursuivis poursuivies examen garde condamné \
    condamnée condamnés condamnées accusé accusée accusés accusées soupçonné soupçonnée soupçonnés soupçonnées inculpé inculpée inculpés jugé \
    jugée jugés jugées écroué écrouée écroués interpellé interpellée interpellés arrêté arrêtée arrêtés recherché recherchée \
    charged accused convicted suspected investigation arrested chef chefs motif";

/// True for a word of the courts that a charge may follow.
pub(super) fn is_of_court(lower: &str) -> bool {
    COURTS.split_ascii_whitespace().any(|word| word == lower)
}

/// Words that keep a distance from the word behind them: `soi-disant`, `so-called`.
const DISTANCE: &str = "dit dits dite dites soi-disant fameux fameuse fameuses prétendu prétendue prétendus prétendues surnommé surnommée \
    surnommés surnommées appelé appelée appelés appelées nommé nommée so-called called dubbed nicknamed disant baptisé baptisée qualifié \
    qualifiée qualifiés qualifiées célèbre";

/// True for a word that keeps a distance from the quotation behind it.
pub(super) fn keeps_distance(lower: &str) -> bool {
    DISTANCE.split_ascii_whitespace().any(|word| word == lower)
}

/// Nouns that speak and are no person: `la direction`, `le rapport`.
const BODIES: &str = "direction préfecture mairie ministère gouvernement club entreprise société groupe syndicat association parquet police \
    gendarmerie rapport texte communiqué journal quotidien hebdomadaire chaîne radio site étude enquête agence parti famille ville région \
    commune département collectif fédération union organisation ong institution commission tribunal cour défense accusation opposition majorité \
    presse rectorat hôpital école université compagnie firme marque banque église assemblée sénat conseil comité document message lettre \
    livre article loi décret présidence exécutif chancellerie ambassade matignon opérateur exploitant constructeur company firm government \
    ministry police union report statement council court party newspaper study agency department office group bank association family \
    sondage note source plaque affiche slogan banderole compte account établissement administration institut \
    observatoire cabinet équipe régie bailleur autorités diocèse évêché métropole agglomération mouvement coalition régulateur réseau \
    fonds assureur équipementier laboratoire distributeur éditeur clinique maternité lycée juridiction intersyndicale coordination \
    plateforme filiale holding start-up géant chu ars gérance cellule brigade ligue mutuelle coopérative team board authority charity";

/// True for the noun of a body or a text: it is never taken for somebody who was named.
pub(super) fn is_body(lower: &str) -> bool {
    BODIES.split_ascii_whitespace().any(|word| word == lower)
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
