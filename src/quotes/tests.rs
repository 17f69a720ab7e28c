//! Sentences of every habit, each with what is found: kind, who speaks and how surely, verb, medium, words.

use expect_test::{Expect, expect};

use super::*;
use crate::corpus::Article;
use crate::text::filling;

fn analysed(texts: &[&str]) -> (Corpus, EntityIndex, QuoteIndex) {
    let article = |(n, text): (usize, &&str)| Article::new(&format!("{n}.txt"), text);
    let corpus = Corpus::read(None, texts.iter().enumerate().map(article).collect()).expect("the texts are articles");
    let entities = EntityIndex::build(&corpus);
    let quotes = QuoteIndex::build(&corpus, &entities);
    (corpus, entities, quotes)
}

fn shown(corpus: &Corpus, entities: &EntityIndex, quote: &Quote) -> String {
    let text = corpus.documents[quote.document.index()].text();
    let name = |entity: EntityId| entities.entity(entity).map_or("?", |entity| entity.name.as_str());
    let speaker = quote
        .speaker
        .map_or("-".to_owned(), |speaker| format!("{} {:?}", speaker.entity.map_or(speaker.mention.slice(text), name), speaker.certainty));
    let words = |span: Span| filling::stripped(span.slice(text)).split_whitespace().collect::<Vec<_>>().join(" ");
    let parts: Vec<String> = quote.parts.iter().map(|part| words(*part)).collect();
    let verb = quote.verb.map(words).unwrap_or_default();
    let medium = quote.medium.map_or(String::new(), |medium| format!(" via {}", name(medium.entity)));
    format!("{} [{speaker}] ({verb}){medium} {}", quote.kind.label(), parts.join(" / "))
}

fn check(text: &str, expected: Expect) {
    let (corpus, entities, index) = analysed(&[text]);
    let lines: Vec<_> = index.quotes.iter().map(|quote| shown(&corpus, &entities, quote)).collect();
    expected.assert_eq(&lines.join("\n"));
}

#[test]
fn a_verb_before_behind_or_inside_names_the_speaker() {
    check(
        "Le maire de Gap, Paul Roy, a plaidé lundi à Paris pour \"une meilleure entente\", appelant les élus à agir \"sans délai\".",
        expect![[r#"
            partial [Paul Roy Named] (a plaidé) une meilleure entente
            partial [Paul Roy Named] (appelant) sans délai"#]],
    );
    check(
        "« Nous partirons », a simplement déclaré un responsable des relations publiques de Norvex. « Nous reviendrons ».\n\nPaul Roy a noté que « les gens sont partis », comme l'a rapporté Reuters.",
        expect![[r#"
            direct [un responsable des relations publiques de Norvex Described] (a simplement déclaré) Nous partirons
            direct [un responsable des relations publiques de Norvex Inherited] () Nous reviendrons
            direct [Paul Roy Named] (a noté) les gens sont partis"#]],
    );
    check(
        "« Nous partirons demain », un responsable des relations publiques de Norvex a simplement déclaré. « Nous reviendrons en mars prochain ».\n\nPaul Roy est venu. Le maire a rappelé que \"ce sont des journalistes, des caricaturistes qui font rire, parfois trop, qui sont morts\" le 7 mai.\n\n\"Le port est là\", a expliqué Paul Roy, \"mais nous avons besoin de bateaux\".",
        expect![[r#"
            direct [un responsable des relations publiques de Norvex Described] (a simplement déclaré) Nous partirons demain
            direct [un responsable des relations publiques de Norvex Inherited] () Nous reviendrons en mars prochain
            direct [Le maire Described] (a rappelé) ce sont des journalistes, des caricaturistes qui font rire, parfois trop, qui sont morts
            direct [Paul Roy Named] (a expliqué) Le port est là
            direct [Paul Roy Named] (a expliqué) mais nous avons besoin de bateaux"#]],
    );
}

#[test]
fn marks_are_nested_mixed_lost_and_reopened() {
    check(
        "Le maire a dit : « Nous verrons ‹ demain ›, ou “plus tard”. »\n\nPaul Roy a parlé d'\"un gâchis », puis du \"vent du nord\".\n\nAnne Mas a conclu : « Il est trop tard pour les familles.",
        expect![[r#"
            direct [Le maire Described] (a dit) Nous verrons ‹ demain ›, ou “plus tard”.
            scare [Le maire Described] () demain
            scare [Le maire Described] () plus tard
            partial [Paul Roy Named] (a parlé) un gâchis
            partial [Paul Roy Named] (a parlé) vent du nord
            direct [Anne Mas Named] (a conclu) Il est trop tard pour les familles."#]],
    );
    check(
        "Anne Mas a tout raconté.\n\n« Il faisait nuit et personne ne venait.\n\n« Nous avons marché jusqu'au port, a expliqué Anne Mas. Puis nous avons attendu. »\n\nLes 15\" de l'écran et l'homme d'1m80 n'y changent rien.",
        expect![
            "direct [Anne Mas Named] (a expliqué) Il faisait nuit et personne ne venait. / Nous avons marché jusqu'au port / Puis nous avons attendu."
        ],
    );
}

#[test]
fn apostrophes_and_genitives_are_no_marks() {
    check(
        "The seafarers’ union said the dogs' home was closed. ‘We lost the crews’ trust,’ Ann Moss said.",
        expect![[r#"
            indirect [The seafarers Described] (said) the dogs' home was closed
            direct [Ann Moss Named] (said) We lost the crews’ trust,"#]],
    );
}

#[test]
fn german_order_is_read() {
    check(
        "Anne Mas l'assure : »Nous verrons demain.« Paul Roy parle d'un »gâchis«.",
        expect![[r#"
            direct [Anne Mas Named] (l'assure) Nous verrons demain.
            partial [Paul Roy Named] (parle) gâchis"#]],
    );
}

#[test]
fn a_page_of_html_is_read_as_its_text() {
    check(
        "<!doctype html><html><body><article><h1>Un titre de page</h1><p>Le maire, <b>Paul Roy</b>, a dit &laquo;&nbsp;vouloir <em>tout</em> changer&nbsp;&raquo; lundi dans la ville.</p><p>&laquo;&nbsp;Nous <a href=\"/x\">partirons</a> demain&nbsp;&raquo;, a-t-il ajout&eacute;.</p></article></body></html>",
        expect![[r#"
            partial [Paul Roy Named] (a dit) vouloir tout changer
            direct [Paul Roy Resolved] (a-t-il ajouté) Nous partirons demain"#]],
    );
}

/// Looks at words for texts of one and of ten times a length: what is long may not take more than its share.
#[test]
fn the_work_grows_with_the_text_whatever_stands_in_it() {
    let looks = |text: String| {
        let before = scene::LOOKS.get();
        analysed(&[&text]);
        scene::LOOKS.get() - before
    };
    for part in [
        "Il dit « non ",
        "« non » ",
        "« non », selon lui, ",
        "Anne Mas a dit « non » et « oui », ",
        "« Oui, dit-il, mais non ",
        "le maire qui a dit que ",
        "\"a «b “c ",
        "— Oui, dit-il.\n\n",
        "Un homme est venu. « Nous partirons. » Ce monsieur a dit « oui ». ",
    ] {
        let (few, many) = (looks(part.repeat(40)), looks(part.repeat(400)));
        assert!(many <= 12 * few, "{part}: {few}, {many}");
    }
}

#[test]
fn ten_thousand_open_marks_and_a_quotation_of_a_megabyte_are_read() {
    for text in [
        "Il dit « non ".repeat(10_000),
        "\"a «b “c ".repeat(10_000),
        format!("Anne Mas a dit : « {} ».", "le vent du nord souffle sur le port, ".repeat(30_000)),
        format!("« {}", "le vent du nord souffle. ".repeat(20_000)),
        "« non » ".repeat(20_000),
        "« non », selon lui, ".repeat(10_000),
        "»\" ”’ +".repeat(20_000),
        "— Oui, dit-il.\n\n".repeat(10_000),
    ] {
        let (corpus, _, index) = analysed(&[&text]);
        let document = &corpus.documents[0];
        assert!(index.quotes.iter().all(|quote| quote.span.end as usize <= document.text().len() && quote.span.contains(quote.inner)));
    }
}

proptest::proptest! {
    #[test]
    fn nothing_that_is_brought_is_refused(text in "[a-zéA-Z «»“”„\"'’‘‹›+—,.!?\n-]{1,300}") {
        let (corpus, _, index) = match std::panic::catch_unwind(|| analysed(&[&format!("x {text}")])) {
            Ok(found) => found,
            Err(panic) => std::panic::resume_unwind(panic),
        };
        let text = corpus.documents[0].text();
        for quote in &index.quotes {
            for span in quote.parts.iter().chain([&quote.span, &quote.inner]) {
                proptest::prop_assert!(span.start <= span.end && text.get(span.range()).is_some());
            }
            proptest::prop_assert!(quote.span.contains(quote.inner));
        }
    }
}

#[test]
fn one_utterance_is_found_in_full_cut_spliced_reworded_and_told() {
    let texts = [
        "« Le port sera fermé tout l'hiver, les bateaux resteront à quai et les pêcheurs seront payés », a déclaré Anne Mas.",
        "« Les bateaux resteront à quai », a dit Anne Mas.",
        "Anne Mas l'assure : « Le port sera fermé tout l'hiver et les pêcheurs seront payés. »",
        "« Le port sera fermé tout l'hiver, les navires resteront à quai et les pêcheurs seront payés », a déclaré Anne Mas.",
        "Anne Mas a indiqué que le port sera fermé tout l'hiver, et que les pêcheurs seront payés.",
        "« Le vent du nord se lève sur le port », a dit Paul Roy.",
    ];
    let (_, _, index) = analysed(&texts);
    let relations: Vec<_> =
        index.utterances.iter().map(|utterance| utterance.versions.iter().map(|version| version.relation).collect::<Vec<_>>()).collect();
    assert_eq!(relations, [[Relation::Full, Relation::Reworded, Relation::Spliced, Relation::Cut, Relation::Indirect]]);
}

#[test]
fn right_behind_words_between_marks_any_verb_attributes_them() {
    check(
        "« Rien n’est prêt », a-t-il grincé, dit-on de Paul Roy. « On attend », bougonne le maire, Paul Roy. « C’est long », philosophe une de ses collègues.",
        expect![[r#"
            direct [Paul Roy Guessed] (a-t-il grincé) Rien n’est prêt
            direct [Paul Roy Named] (bougonne) On attend
            direct [une de ses collègues Described] (philosophe) C’est long"#]],
    );
    check(
        "The town is angry. “We fished here,” a local guide reminisced. “We are done,” Ann Hale, who chairs the club, said.",
        expect![[r#"
            direct [a local guide Described] (reminisced) We fished here,
            direct [Ann Hale Named] (said) We are done,"#]],
    );
}

#[test]
fn a_clause_that_closes_the_sentence_attributes_its_quotations() {
    check(
        "Le « spectre de 1959 » est dans toutes les têtes, a reconnu la préfète, Anne Mas.",
        expect!["partial [Anne Mas Named] (a reconnu) spectre de 1959"],
    );
    check(
        "Une version que dément la préfecture : « Aucun gaz n’a été employé », assure-t-elle.",
        expect!["direct [préfecture Named] (assure-t-elle) Aucun gaz n’a été employé"],
    );
    check(
        "Comme le résume un proche du dossier, « tout le monde savait ». Un message de Paul Roy : « Plus jamais. »",
        expect![[r#"
        direct [un proche du dossier Described] (le résume) tout le monde savait
        direct [Paul Roy Resolved] () Plus jamais."#]],
    );
}

#[test]
fn charges_and_denied_words_are_nobodys_speech() {
    check(
        "Le parquet a ouvert une enquête pour « mise en danger de la vie d’autrui ». Paul Roy se défend de toute « fuite en avant ».",
        expect![[r#"
        scare [-] () mise en danger de la vie d’autrui
        scare [-] () fuite en avant"#]],
    );
}

#[test]
fn an_interview_has_its_turns() {
    check(
        "Paul Roy, botaniste\n\nIl publie un essai. Propos recueillis par Anne Mas.\n\n— Pourquoi ce livre ?\n\n— Par colère. On coupe tout.\n\n— Vous disiez « Patience » hier.\n\n— Le temps presse, tranche-t-il.\n\n— Que faire ?\n\n— Planter.\n\nLa librairie ferme à midi.",
        expect![[r#"
            direct [-] () Pourquoi ce livre ?
            direct [Paul Roy Guessed] () Par colère. On coupe tout.
            direct [-] () Vous disiez « Patience » hier.
            scare [-] () Patience
            direct [Paul Roy Guessed] (tranche-t-il) Le temps presse
            direct [-] () Que faire ?
            direct [Paul Roy Guessed] () Planter."#]],
    );
}

#[test]
fn turns_of_an_interview_may_have_labels_alone() {
    check(
        "Paul Mas est patron de pêche.\n\nRadio Dune : Qu’avez-vous vu ?\n\nPaul Mas : Rien du tout. Il faisait nuit.\n\nRadio Dune : Et le phare ?\n\nPaul Mas : Éteint.\n\nTarif : dix euros.",
        expect![[r#"
            direct [Radio Dune Named] () Qu’avez-vous vu ?
            direct [Paul Mas Named] () Rien du tout. Il faisait nuit.
            direct [Radio Dune Named] () Et le phare ?
            direct [Paul Mas Named] () Éteint."#]],
    );
    // A list of what something costs is no interview.
    check("Adultes : Dix euros.\n\nEnfants : Cinq euros.\n\nAdultes : Douze euros le soir.\n\nEnfants : Rien.", expect![[r#""#]]);
}

#[test]
fn whoever_is_met_right_before_an_interview_answers_in_it() {
    check(
        "Jeanne Rey accuse, Jeanne Rey attend. La ville parle de Jeanne Rey.\n\nPaul Mas, lui, sort du silence.\n\n– Quand avez-vous compris ?\n\n– Après la course.\n\n– Avez-vous alerté quelqu’un ?\n\n– J’ai écrit en mars.",
        expect![[r#"
            direct [-] () Quand avez-vous compris ?
            direct [Paul Mas Guessed] () Après la course.
            direct [-] () Avez-vous alerté quelqu’un ?
            direct [Paul Mas Guessed] () J’ai écrit en mars."#]],
    );
}

#[test]
fn a_description_ends_before_a_verb_and_an_adverb_of_two_words_parts_no_verb() {
    check(
        "Alain Mas a redit hier : « Nous n'avons rien vu ». Le patron du handball exclut pourtant de démissionner. « Je n'ai pas à partir », tranche-t-il.",
        expect![[r#"
            direct [Alain Mas Named] (a redit) Nous n'avons rien vu
            direct [Le patron du handball Resolved] (tranche-t-il) Je n'ai pas à partir"#]],
    );
    check(
        "Le député Paul Mas (Vaucluse) a au contraire salué \"le courage d'élus de terrain\" et jugé que les parents avaient \"le droit de savoir ce qu'on lit\".",
        expect![[r#"
            partial [Paul Mas Named] (a au contraire salué) le courage d'élus de terrain
            partial [Paul Mas Named] (jugé) le droit de savoir ce qu'on lit"#]],
    );
}

#[test]
fn whoever_says_that_he_is_something_by_the_fault_of_another_speaks() {
    check(
        "Le syndicat des éditeurs (SNE) s’est dit jeudi, dans un communiqué, « consterné » par la décision du réseau Dune. Les élus étaient décrits comme « perdus » par une voisine.",
        expect![[r#"
            partial [SNE Named] (s’est dit) consterné
            partial [une voisine Described] (décrits) perdus"#]],
    );
}

#[test]
fn a_heading_cut_from_a_quotation_is_said_by_whoever_says_that() {
    check(
        "Un ferry s’échoue au large de Belle-Anse, un blessé\n\nLe bateau a heurté la roche vers dix-huit heures, alors que la nuit tombait sur le chenal et que le vent forcissait.\n\n« Très éprouvé »\n\nLe commandant a été entendu toute la nuit par les gendarmes. « Il collabore et il est très éprouvé », assure son avocate, Me Claire Roy, qui attend la suite.\n\n« Sans réserve »\n\nLa compagnie n’a rien dit de plus de ce navire, dont l’âge est connu de tous.",
        expect![[r#"
            partial [Claire Roy Guessed] () Très éprouvé
            direct [Claire Roy Named] (assure) Il collabore et il est très éprouvé
            direct [-] () Sans réserve"#]],
    );
}

#[test]
fn a_pronoun_means_whom_the_sentence_before_is_about() {
    check(
        "Le maire, Paul Roy, est venu. Le prévenu, lui, se tait. À la barre, le prévenu s’effondre. « Je regrette », sanglote-t-il. Le président l’interrompt. « Plus fort ! »",
        expect![[r#"
            direct [le prévenu Resolved] (sanglote-t-il) Je regrette
            direct [Le président Guessed] () Plus fort !"#]],
    );
}

#[test]
fn cuts_that_overlap_are_one_utterance() {
    let groups = |a: &str, b: &str| {
        let text = |words: &str| format!("« {words} », a dit Paul Roy mardi à la presse.");
        analysed(&[&text(a), &text(b)]).2.utterances.len()
    };
    assert_eq!(
        groups(
            "Non. On ne vendra pas le port à un fonds étranger. J’ai dit non hier",
            "On ne vendra pas le port à un fonds étranger, ni demain ni jamais"
        ),
        1
    );
    assert_eq!(groups("Je n’attends rien", "Je n’attends rien, ni excuses ni pitié"), 1);
    assert_eq!(groups("Je n’attends personne", "On ne vendra pas le port à un fonds étranger"), 0);
}

#[test]
fn who_speaks_is_found_over_what_is_inserted_and_in_passives() {
    check(
        "La mairie a, pour sa part, reconnu un retard dû à « une série de pannes ». L’entreprise Norvia a quant à elle admis « une erreur ».\n\n\
         Selon Paul Livet, président de l’APNE (Association pour la protection de la nature et des eaux), « la rivière ne s’en remettra pas ».\n\n\
         Les voisins sont décrits comme « des gens sans histoire, qui saluaient tout le monde » par une commerçante. La phrase « on verra bien ! » \
         lancée par le député Jean Faure a fait rire.\n\n\
         L’annonce a suscité des réactions, comme celle d’Anne Morel, une riveraine de longue date : « C’est trop tard pour nous. »",
        expect![[r#"
            partial [La mairie Described] (a, pour sa part, reconnu) une série de pannes
            partial [Norvia Named] (a quant à elle admis) une erreur
            direct [Paul Livet Named] (Selon) la rivière ne s’en remettra pas
            partial [une commerçante Described] (décrits) des gens sans histoire, qui saluaient tout le monde
            direct [Jean Faure Named] (lancée) on verra bien !
            direct [Anne Morel Resolved] () C’est trop tard pour nous."#]],
    );
}

#[test]
fn who_is_willing_to_say_says_it_and_viewpoints_stand_behind_a_connective() {
    check(
        "« Une course, rien de plus », préférait rectifier Anne Morel. « Rien n’est joué », a tenu à préciser Paul Durand. Ainsi, pour Jean Faure, \
         membre du bureau\u{a0}: « Le quai tiendra. » Pour les riverains, « le bruit est devenu insupportable la nuit ». Ce n’est pas l’avis de Paul \
         Durand\u{a0}: « Personne n’entend rien. »",
        expect![[r#"
            direct [Anne Morel Named] (préférait rectifier) Une course, rien de plus
            direct [Paul Durand Named] (a tenu à préciser) Rien n’est joué
            direct [Jean Faure Named] (pour) Le quai tiendra.
            direct [les riverains Described] (Pour) le bruit est devenu insupportable la nuit
            direct [Paul Durand Resolved] () Personne n’entend rien."#]],
    );
}

#[test]
fn quotations_of_one_sentence_that_a_verb_closes_are_by_one_speaker() {
    check(
        "« Le projet sera revu » et « va coûter moins cher », a précisé Anne Morel. Selon le syndicat Sud-Port, le plan « ne règle rien » tout en \
         ajoutant que « les quais resteront vides cet hiver ».",
        expect![[r#"
            direct [Anne Morel Resolved] () Le projet sera revu
            direct [Anne Morel Named] (a précisé) va coûter moins cher
            partial [Sud-Port Named] (Selon) ne règle rien
            direct [Sud-Port Named] (ajoutant) les quais resteront vides cet hiver"#]],
    );
}

#[test]
fn what_belongs_to_the_verb_is_no_part_of_who_speaks() {
    check(
        "« On verra bien », souffle d’une voix lasse le colonel Marc Aubert. « Pas avant lundi », ajoute l’officier à voix basse. « Rien ne presse », \
         écrivait le 26 juin 2018 une ingénieure du port. « C’est indigne », s’emporte @vigie_nord. « Je reste », glisse Soizig, patronne du bar. \
         « Il y aura de la casse », redoute pour sa part Anne Morel (CGT).",
        expect![[r#"
            direct [Marc Aubert Named] (souffle) On verra bien
            direct [Marc Aubert Named] (ajoute) Pas avant lundi
            direct [une ingénieure du port Described] (écrivait) Rien ne presse
            direct [@vigie_nord Described] (s’emporte) C’est indigne
            direct [Soizig Named] (glisse) Je reste
            direct [Anne Morel Named] (redoute) Il y aura de la casse"#]],
    );
}

#[test]
fn several_people_a_function_and_a_name_behind_the_words_are_taken_up() {
    check(
        "Une vingtaine de militants ont bloqué le quai. Dans un tract, ils dénonçaient « la faillite d’un système ». L’homme qui voulait « tout \
         changer », le sénateur Paul Morin, s’est retiré. « Nous n’y pouvons rien », assure le parlementaire.\n\n\
         Jeanne Petit, docteure en chimie, a tout lu. « Les mesures sont justes », tranche-t-elle. Avant d’ajouter que « le reste est politique ».",
        expect![[r#"
            partial [Une vingtaine de militants Resolved] (dénonçaient) la faillite d’un système
            partial [Paul Morin Named] (voulait) tout changer
            direct [Paul Morin Resolved] (assure) Nous n’y pouvons rien
            direct [Jeanne Petit Resolved] (tranche-t-elle) Les mesures sont justes
            direct [Jeanne Petit Inherited] (ajouter) le reste est politique"#]],
    );
}

#[test]
fn nobody_speaks_where_somebody_sits() {
    check(
        "À la préfecture, on assure que « rien n’est décidé ». Dans l’entourage du maire, on parle d’une « manœuvre ». « L’État suivra ce dossier », \
         fait-on savoir au ministère. « Une victoire d’étape » pour l’avocat du collectif, Me Antoine Sarre. « C’est un coup dur » : Paul Morin ne \
         décolère pas. Sa crainte : « Que tout s’arrête en septembre. »",
        expect![[r#"
            direct [préfecture Named] (assure) rien n’est décidé
            partial [l’entourage du maire Described] (parle) manœuvre
            direct [-] (fait-on savoir) L’État suivra ce dossier
            partial [Antoine Sarre Named] (pour) Une victoire d’étape
            direct [Paul Morin Guessed] () C’est un coup dur
            direct [Paul Morin Guessed] () Que tout s’arrête en septembre."#]],
    );
}

#[test]
fn whoever_was_met_answers_the_question_of_the_writer() {
    check(
        "Le préfet a parlé. « Tout va bien », dit Paul Morin.\n\nRue du Port, mardi, Jeanne Petit, retraitée, attendait le facteur.\n\n\
         – Votre fille vit ici ?\n\n– Elle est partie hier. Elle m’a dit : « Je reviendrai. » Depuis, rien.\n\nPuis elle est rentrée.",
        expect![[r#"
            direct [Paul Morin Named] (dit) Tout va bien
            direct [-] () Votre fille vit ici ?
            direct [Jeanne Petit Guessed] () Elle est partie hier. Elle m’a dit : « Je reviendrai. » Depuis, rien.
            direct [Votre fille Guessed] (m’a dit) Je reviendrai."#]],
    );
}

#[test]
fn a_clause_whose_subject_the_writer_says_is_a_part() {
    check(
        "La victime, un grutier, « intervenait sur un câble », a indiqué la procureure. Le maire assure avoir « tout tenté pour rouvrir la ligne ». \
         « Faut pas rêver », dit Paul Morin.",
        expect![[r#"
            partial [la procureure Described] (a indiqué) intervenait sur un câble
            partial [Le maire Described] (assure) tout tenté pour rouvrir la ligne
            direct [Paul Morin Named] (dit) Faut pas rêver"#]],
    );
}

#[test]
fn short_cuts_and_headlines_are_of_the_utterance_they_come_from() {
    let (corpus, _, index) = analysed(&[
        "« On a tout perdu, on recommence » : le récit des sinistrés\n\n« On a tout perdu, la maison, la grange, on recommence », dit Anne Morel.\n\n\
         Le préfet Paul Durand a demandé aux habitants « de rester chez eux ». « La digue tient parfaitement », a-t-il dit. « Nous avons semé le doute », \
         a reconnu Anne Morel.",
        "« Nous prions les habitants de rester chez eux », a indiqué le préfet Paul Durand. « La digue tient parfaitement », a répété Jean Faure. \
         Anne Morel regrette d’avoir « semé le doute ». La ville vit « avec la peur au ventre », dit Jean Faure.",
    ]);
    let shown = |version: &Version| {
        let quote = index.quote(version.quote).expect("the version is a quotation");
        quote.span.slice(corpus.documents[quote.document.index()].text()).to_owned()
    };
    let groups: Vec<String> =
        index.utterances.iter().map(|utterance| utterance.versions.iter().map(shown).collect::<Vec<_>>().join(" = ")).collect();
    expect![[r#"
        « On a tout perdu, la maison, la grange, on recommence » = « On a tout perdu, on recommence »
        « Nous prions les habitants de rester chez eux » = « de rester chez eux »
        « Nous avons semé le doute » = « semé le doute »"#]]
    .assert_eq(&groups.join("\n"));
}

#[test]
fn the_words_of_a_verb_are_of_its_subject() {
    check(
        "La ministre, Agnès Morin, est venue. Elle « comprend l’émotion » mais ne « cédera pas ». La CGT « exige » une rencontre. Le tribunal a donné \
         raison au collectif, qui dénonçait « un déni de service public ». « Rien n’est joué », a dit à des journalistes Henrik Vos. « Jamais », \
         s’étrangle le maire (LR) Didier Combes, qui « n’exclut rien ». Le tribunal a été clair : la fermeture porte « une atteinte grave et \
         illégale » aux soins.",
        expect![[r#"
            partial [Agnès Morin Resolved] () comprend l’émotion
            partial [Agnès Morin Resolved] () cédera pas
            partial [CGT Named] () exige
            partial [collectif Described] (dénonçait) un déni de service public
            direct [Henrik Vos Named] (a dit) Rien n’est joué
            partial [Didier Combes Named] (s’étrangle) Jamais
            partial [-] () n’exclut rien
            partial [Le tribunal Guessed] () une atteinte grave et illégale"#]],
    );
}

#[test]
fn names_in_brackets_beside_the_words_and_colons_before_a_paragraph_tell_who_speaks() {
    check(
        "Le quai ferme à son tour.\n\n« On n’est pas à vendre. » Monique Lantz, 58 ans, dont trente à la conserverie, serre les poings. L’ouvrière \
         ajoute :\n\n« Mon père a monté cette chaîne. »\n\n« C’est non » (Karim Saïdi, CFDT).",
        expect![[r#"
            direct [Monique Lantz Guessed] () On n’est pas à vendre.
            direct [Monique Lantz Guessed] (ajoute) Mon père a monté cette chaîne.
            direct [Karim Saïdi Named] () C’est non"#]],
    );
}

#[test]
fn what_somebody_says_to_have_done_and_what_a_verb_closes_are_told() {
    check(
        "La CGT affirme avoir alerté la mairie. Le colonel Solo a été arrêté à midi, a déclaré le ministre Paul Morin. La mairie n’a pas voulu dire si \
         le quai rouvrirait. Deux quais sont fermés, a-t-on appris auprès du port. Bilan : deux blessés, selon le port.",
        expect![[r#"
            indirect [CGT Named] (affirme) avoir alerté la mairie
            indirect [Paul Morin Named] (a déclaré) Le colonel Solo a été arrêté à midi
            indirect [La mairie Described] (dire) si le quai rouvrirait"#]],
    );
}

/// The words of each utterance of several articles, fullest first.
fn uttered(texts: &[&str]) -> String {
    let (corpus, _, index) = analysed(texts);
    let shown = |version: &Version| {
        let quote = index.quote(version.quote).expect("a version is a quotation");
        filling::stripped(quote.inner.slice(corpus.documents[quote.document.index()].text())).into_owned()
    };
    let lines: Vec<String> =
        index.utterances.iter().map(|utterance| utterance.versions.iter().map(shown).collect::<Vec<_>>().join(" = ")).collect();
    lines.join("\n")
}

#[test]
fn what_one_person_said_in_other_words_is_one_utterance_and_another_number_is_another() {
    let first = "Anne Roy est maire de Gap. « Le barrage a tenu toute la nuit, et nous savions qu’il tiendrait », a déclaré Anne Roy. « Cela fait deux ans que nous demandons un pont », a ajouté Anne Roy.";
    let reworded =
        uttered(&[first, "Gap respire. « Nous savions que le barrage tiendrait, il a tenu », a dit Anne Roy. Paul Lenoir est préfet."]);
    expect!["Le barrage a tenu toute la nuit, et nous savions qu’il tiendrait = Nous savions que le barrage tiendrait, il a tenu"]
        .assert_eq(&reworded);
    let other_number = uttered(&[first, "Gap respire. « Il y a trois ans que nous demandons ce pont au préfet », a dit Anne Roy."]);
    expect![""].assert_eq(&other_number);
    let other_person = uttered(&[first, "Gap respire. « Nous savions que le barrage tiendrait, il a tenu », a dit Paul Lenoir."]);
    expect![""].assert_eq(&other_person);
}

#[test]
fn words_that_another_article_quotes_from_somebody_named_beside_them_are_hers() {
    let (corpus, entities, index) = analysed(&[
        "« Nous demandons une table ronde avant dimanche », a déclaré la maire de Gap, Anne Roy.",
        "Anne Roy a obtenu sa « table ronde » lundi. Le préfet a vu une « table ronde ».",
    ]);
    let lines: Vec<_> = index.quotes.iter().map(|quote| shown(&corpus, &entities, quote)).collect();
    expect![[r#"
        direct [Anne Roy Named] (a déclaré) Nous demandons une table ronde avant dimanche
        partial [Anne Roy Guessed] () table ronde
        scare [-] () table ronde"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn whoever_stands_before_a_viewpoint_with_qui_speaks() {
    check(
        "La nuit fut longue, a expliqué Anne Roy, maire de Gap depuis dix ans, pour qui « le pont est solide » et « rien n’est perdu ».",
        expect![[r#"
            indirect [Anne Roy Named] (a expliqué) La nuit fut longue
            direct [Anne Roy Named] (pour qui) le pont est solide
            direct [Anne Roy Named] (pour qui) rien n’est perdu"#]],
    );
}

#[test]
fn a_heading_between_dashes_is_cut_from_what_stands_below() {
    check(
        "Le pont tient.\n\n- \"Rien vu\" -\n\n\"Nous n'avons rien vu\", a déclaré le maire de Gap, Paul Roy.",
        expect![[r#"
        partial [Paul Roy Guessed] () Rien vu
        direct [Paul Roy Named] (a déclaré) Nous n'avons rien vu"#]],
    );
}
