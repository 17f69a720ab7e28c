//! What the whole of entity recognition finds in small corpora, written beside the text.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;
use crate::corpus::Article;

fn corpus(texts: &[&str]) -> Corpus {
    let article = |(at, text): (usize, &&str)| Article::new(&format!("{at}.txt"), text);
    Corpus::read(None, texts.iter().enumerate().map(article).collect()).expect("the texts make a corpus")
}

/// Every mention with its entity, one a line; `~` marks a description.
pub(super) fn check(texts: &[&str], expected: Expect) {
    let corpus = corpus(texts);
    let index = EntityIndex::build(&corpus);
    let shown = |m: &Mention| {
        let raw = &corpus.documents[m.document.index()].raw;
        let form = if m.form == MentionForm::Nominal { "~" } else { "" };
        format!("{form}{} → {}", m.span.slice(raw), index.entities[m.entity.index()].slug)
    };
    let documents = corpus.documents.iter().map(|d| index.mentions_in(d.id).iter().map(shown).collect::<Vec<_>>().join("\n"));
    expected.assert_eq(&documents.collect::<Vec<_>>().join("\n--\n"));
}

#[test]
fn a_person_is_one_entity_under_all_names_across_articles() {
    check(
        &[
            "Marthe de Courval a parlé hier. Mme de Courval, préfète de la Creuse, était à Guéret. Selon Courval, rien ne presse.",
            "Pour M. de Courval père, rien. La préfète Marthe de Courval a confirmé ; M. Courval aussi.",
        ],
        expect![[r#"
            Marthe de Courval → per:marthe-de-courval
            Mme de Courval → per:marthe-de-courval
            ~préfète de la Creuse → per:marthe-de-courval
            Creuse → loc:creuse
            Guéret → loc:gueret
            Courval → per:marthe-de-courval
            --
            M. de Courval → per:marthe-de-courval
            ~La préfète → per:marthe-de-courval
            Marthe de Courval → per:marthe-de-courval
            M. Courval → per:marthe-de-courval"#]],
    );
}

#[test]
fn initials_and_functions_find_their_person() {
    check(
        &[
            "La ministre belge de la Santé, Odile Vanneste, a reçu la presse. La ministre a souri. O. Vanneste partira.",
            "Le ministre allemand arrive. La ministre de la Santé attend. La ministre de la Justice aussi.",
        ],
        expect![[r#"
            ~La ministre belge de la Santé → per:odile-vanneste
            Odile Vanneste → per:odile-vanneste
            ~La ministre → per:odile-vanneste
            O. Vanneste → per:odile-vanneste
            --
            ~La ministre de la Santé → per:odile-vanneste"#]],
    );
}

#[test]
fn homonyms_stay_apart() {
    check(
        &[
            "Paul Merle et Sophie Merle sont venus. M. Merle est né à Merle.",
            "Paul Merle dort. Merle rêve.",
            "Merle court : Merle a gagné, dit Merle.",
        ],
        expect![[r#"
            Paul Merle → per:paul-merle
            Sophie Merle → per:sophie-merle
            M. Merle → per:paul-merle
            Merle → per:sophie-merle
            --
            Paul Merle → per:paul-merle
            Merle → per:paul-merle
            --
            Merle → per:merle
            Merle → per:merle
            Merle → per:merle"#]],
    );
    check(
        &["Jeanne Lyon est née à Lyon. Mme Lyon aime Lyon. Lyon a déclaré : « Je reste à Lyon. »"],
        expect![[r#"
        Jeanne Lyon → per:jeanne-lyon
        Lyon → loc:lyon
        Mme Lyon → per:jeanne-lyon
        Lyon → loc:lyon
        Lyon → per:jeanne-lyon
        Lyon → loc:lyon"#]],
    );
}

#[test]
fn a_common_word_at_the_start_of_a_sentence_is_no_name() {
    check(
        &[
            "Orange mûre ou verte, le fruit plaît. Les clients d’Orange attendent. Orange a refusé. Demain, Pierre qui roule. Hier Zoltek a dit non.",
        ],
        expect![[r#"
            Orange → org:orange
            Orange → org:orange
            Pierre → per:pierre
            Zoltek → per:zoltek"#]],
    );
}

#[test]
fn acronyms_meet_their_expansion() {
    check(
        &[
            "La Fédération des pêcheurs du Golfe (FPG) proteste. La FPG attend.",
            "Selon la FPG, c’est fini. L’EI, ou Daesh, et l’organisation Etat islamique. Le PNAM (parquet national antimafia) enquête.",
        ],
        expect![[r#"
            Fédération des pêcheurs du Golfe → org:federation-des-pecheurs-du-golfe
            FPG → org:federation-des-pecheurs-du-golfe
            FPG → org:federation-des-pecheurs-du-golfe
            --
            FPG → org:federation-des-pecheurs-du-golfe
            EI → group:etat-islamique
            Daesh → group:etat-islamique
            Etat islamique → group:etat-islamique
            PNAM → org:parquet-national-antimafia
            parquet national antimafia → org:parquet-national-antimafia"#]],
    );
}

#[test]
fn the_word_before_tells_the_kind() {
    check(
        &[
            "Le groupe Valmex, la chaîne Ondine et l’application Tiklo ont fui à Brunoy, selon l’hebdomadaire Le Phare. Le groupe terroriste Zarok a tué. L’affaire Doucet, la loi Merval et le ministère de la Santé.",
        ],
        expect![[r#"
            Valmex → org:valmex
            Ondine → media:ondine
            Tiklo → product:tiklo
            Brunoy → loc:brunoy
            Le Phare → media:le-phare
            Zarok → group:zarok
            affaire Doucet → event:affaire-doucet
            loi Merval → law:loi-merval
            ministère de la Santé → org:ministere-de-la-sante"#]],
    );
}

#[test]
fn firms_are_told_by_what_they_are_and_do() {
    check(
        &[
            "Sovaline, exploitante de la mine, se tait. L’exploitant Terra-Nord aussi. Le fonds d’investissement Halvar Capital vend Corvanis, filiale de Belmer. Dolmex a annoncé un chiffre d’affaires en baisse. Orange va fermer des boutiques. Carrefour baisse ses prix.",
        ],
        expect![[r#"
            Sovaline → org:sovaline
            Terra-Nord → org:terra-nord
            Halvar Capital → org:halvar-capital
            Corvanis → org:corvanis
            Belmer → org:belmer
            Dolmex → org:dolmex
            Orange → org:orange
            Carrefour → org:carrefour"#]],
    );
}

#[test]
fn bodies_newspapers_clubs_and_districts_keep_their_whole_names() {
    check(
        &[
            "Le collectif Forêts vivantes demande une enquête. L’association Bien vieillir à Corvan proteste. Le syndicat Union ouvrière appelle à la grève. Les habitants du quartier des Vanniers lisent Le Messager des Collines et le Bristol Evening Herald. L’AS Corvan reçoit le Stade corvanais à Orange Park.",
        ],
        expect![[r#"
            Forêts vivantes → org:forets-vivantes
            association Bien vieillir à Corvan → org:association-bien-vieillir-a-corvan
            Union ouvrière → org:union-ouvriere
            Vanniers → loc:vanniers
            Le Messager des Collines → media:le-messager-des-collines
            Bristol Evening Herald → media:bristol-evening-herald
            AS Corvan → org:as-corvan
            Stade corvanais → org:stade-corvanais
            Orange Park → loc:orange-park"#]],
    );
}

#[test]
fn a_surname_keeps_its_estate_unless_that_is_a_town_or_a_firm() {
    check(
        &[
            "Marc Dorvel de Lachasse parle. M. de Lachasse sourit. Anne Corbel de Lyon et Paul Roy de Fontex écoutent. Le groupe Fontex se tait.",
        ],
        expect![[r#"
            Marc Dorvel de Lachasse → per:marc-dorvel-de-lachasse
            M. de Lachasse → per:marc-dorvel-de-lachasse
            Anne Corbel → per:anne-corbel
            Lyon → loc:lyon
            Paul Roy → per:paul-roy
            Fontex → org:fontex
            Fontex → org:fontex"#]],
    );
}

#[test]
fn a_prosecutor_is_told_by_the_town() {
    check(
        &[
            "Le procureur de la République de Corvan, Yves Maronnier, enquête. Le procureur de Corvan attend. Le procureur de la République se tait.",
        ],
        expect![[r#"
            ~Le procureur de la République de Corvan → per:yves-maronnier
            Corvan → loc:corvan
            Yves Maronnier → per:yves-maronnier
            ~Le procureur de Corvan → per:yves-maronnier
            Corvan → loc:corvan
            ~Le procureur de la République → per:yves-maronnier"#]],
    );
}

#[test]
fn an_enumeration_joins_things_of_one_kind() {
    check(
        &[
            "Il a voyagé entre Bagdad et Zarkouk. L’américain Ferrotek et le japonais Toyota signent. Le président de la Catalogne Carles Roig part.",
        ],
        expect![[r#"
            Bagdad → loc:bagdad
            Zarkouk → loc:zarkouk
            Ferrotek → org:ferrotek
            Toyota → org:toyota
            Catalogne → loc:catalogne
            Carles Roig → per:carles-roig"#]],
    );
}

#[test]
fn a_body_is_called_by_its_head() {
    check(
        &[
            "Le tribunal judiciaire de Gap a jugé. Le tribunal a siégé. L’Agence régionale de santé (ARS) ferme. Selon l’Agence, tout va. Les salariés de Tirelane, le siège de Tirelane.",
        ],
        expect![[r#"
            tribunal judiciaire de Gap → org:tribunal-judiciaire-de-gap
            Gap → loc:gap
            ~Le tribunal → org:tribunal-judiciaire-de-gap
            Agence régionale de santé → org:agence-regionale-de-sante
            ARS → org:agence-regionale-de-sante
            Agence → org:agence-regionale-de-sante
            Tirelane → org:tirelane
            Tirelane → org:tirelane"#]],
    );
}

#[test]
fn a_description_holds_its_names_whole() {
    check(
        &["La porte-parole de la Commission européenne, Ursula Klein, a parlé. Le patron de Renault Carlos Mendez aussi."],
        expect![[r#"
            ~La porte-parole de la Commission européenne → per:ursula-klein
            Commission européenne → org:commission-europeenne
            Ursula Klein → per:ursula-klein
            ~Le patron de Renault → per:carlos-mendez
            Renault → org:renault
            Carlos Mendez → per:carlos-mendez"#]],
    );
}

#[test]
fn headlines_in_capitals_borrow_from_the_text() {
    check(
        &["ODETTE MARCELIN DEMANDE UNE RÉUNION À BREST\n\nOdette Marcelin était là. Le Grand Projet De Marcelin Devant La Mairie De Brest"],
        expect![[r#"
            ODETTE MARCELIN → per:odette-marcelin
            BREST → loc:brest
            Odette Marcelin → per:odette-marcelin
            Marcelin → per:odette-marcelin
            Brest → loc:brest"#]],
    );
}

#[test]
fn english_articles_are_read_at_a_basic_level() {
    check(
        &[
            "Mr Carter said on Monday that the United Nations would meet in London. Prime Minister Jane Holloway told the BBC that she was in Kenya. Holloway's plan is with NATO.",
        ],
        expect![[r#"
            Mr Carter → per:carter
            United Nations → org:organisation-des-nations-unies
            London → loc:londres
            ~Prime Minister → per:jane-holloway
            Jane Holloway → per:jane-holloway
            BBC → media:bbc
            Kenya → loc:kenya
            Holloway → per:jane-holloway
            NATO → org:otan"#]],
    );
}

#[test]
fn months_nationalities_and_the_net_are_no_names() {
    check(&["Internet et le Web, Lundi 3 Mars : les Français et les Américains. L’Etat et l’Eglise."], expect![[r#""#]]);
}

#[test]
fn odd_texts_are_survived() {
    let names = "Valmex Dorin ".repeat(250);
    let sentence = "Marthe de Courval et le groupe Valmex, à Lyon, ".repeat(4_000);
    let long = format!("{} est venu. ", "Valmex ".repeat(500)).repeat(3);
    let emoji = "🙂 Zola 🙂 Émile🙂 M. 🙂 de 🙂 Lyon , ".repeat(300);
    for text in [&*long, &emoji, "🙂 Émile🙂Zola 🙂", "É", "M.", "(AFP)", "d’", "M. de la", "« »", &names, &names.to_uppercase(), &sentence]
    {
        assert_sound(&corpus(&[text]));
    }
}

fn assert_sound(corpus: &Corpus) {
    let index = EntityIndex::build(corpus);
    for (at, entity) in index.entities.iter().enumerate() {
        assert_eq!(entity.id.index(), at);
        assert!(entity.n_total() > 0);
    }
    let mut slugs: Vec<_> = index.entities.iter().map(|e| &e.slug).collect();
    slugs.sort();
    slugs.dedup();
    assert_eq!(slugs.len(), index.entities.len(), "slugs are unique");
    for (m, next) in index.mentions.iter().zip(index.mentions.iter().skip(1)) {
        let ordered =
            (m.document, m.span.start, std::cmp::Reverse(m.span.end)) < (next.document, next.span.start, std::cmp::Reverse(next.span.end));
        assert!(ordered, "mentions are sorted and no span comes twice");
        let apart = m.document != next.document || !m.span.overlaps(next.span) || m.span.contains(next.span);
        assert!(apart, "mentions do not cross");
    }
    for mention in &index.mentions {
        let raw = &corpus.documents[mention.document.index()].raw;
        assert!(!mention.span.slice(raw).trim().is_empty());
    }
}

proptest! {
    #[test]
    fn mentions_lie_on_boundaries_and_never_cross(text in "[A-Za-zÉé’'. ,()«»\n-]{1,160}|\\PC{1,120}|((M\\.|Mme|Paris|de|la|ministre|Rey|Anne|l’|AFP|\\(|\\)|,|\\.|loi|Union) ){1,25}") {
        if !text.trim().is_empty() {
            assert_sound(&corpus(&[&text, "Anne Rey, ministre de la Ville, est à Paris."]));
        }
    }

    #[test]
    fn two_runs_give_the_same(text in "((M\\.|Mme|Paris|de|la|ministre|Rey|Anne|Paul|AFP|Zed|,|\\.) ){1,25}") {
        let corpus = corpus(&[&text, "Anne Rey et Paul Rey."]);
        prop_assert_eq!(EntityIndex::build(&corpus), EntityIndex::build(&corpus));
    }
}
