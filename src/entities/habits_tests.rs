//! Habits of papers that were not read when the first rules were written, each in another sentence.

use expect_test::expect;

use super::tests::check;

#[test]
fn a_name_with_an_age_is_a_person() {
    check(
        &["« On attend », soupire Tahiana, 41 ans, vendeuse de fruits."],
        expect![[r#"
        Tahiana → per:tahiana
        ~vendeuse de fruits → per:tahiana"#]],
    );
}

#[test]
fn what_a_ministry_has_is_no_quarter_of_paris() {
    check(
        &["Le ministre de la Défense, le général Simon Rakoto, a parlé. Il habite à La Défense."],
        expect![[r#"
        ~Le ministre de la Défense → per:simon-rakoto
        ~le général → per:simon-rakoto
        Simon Rakoto → per:simon-rakoto
        La Défense → loc:la-defense"#]],
    );
    check(
        &["Paul Mas, porte-parole du ministère des Affaires étrangères, se tait."],
        expect![[r#"
        Paul Mas → per:paul-mas
        ~porte-parole du ministère des Affaires étrangères → per:paul-mas
        ministère des Affaires étrangères → org:ministere-des-affaires-etrangeres"#]],
    );
}

#[test]
fn a_newspaper_of_another_place_is_another() {
    check(
        &["Il écrit dans L’Express de Madagascar. Elle lit L’Express."],
        expect![[r#"
        L’Express de Madagascar → media:l-express
        L’Express → media:l-express"#]],
    );
}

#[test]
fn a_place_where_a_minister_only_is_is_no_part_of_what_he_is() {
    check(
        &["Le ministre de la Défense, Simon Rakoto, a parlé. Le ministre de la Défense à Lyon a vu le consul du Chili à Lyon."],
        expect![[r#"
            ~Le ministre de la Défense → per:simon-rakoto
            Simon Rakoto → per:simon-rakoto
            ~Le ministre de la Défense → per:simon-rakoto
            Lyon → loc:lyon
            Chili → loc:chili
            Lyon → loc:lyon"#]],
    );
}

#[test]
fn people_are_introduced_by_what_they_do_and_where() {
    check(
        &[
            "Jeanne Rey, 29 ans, ouvrière à la découpe, pleure. Nadia Sellam, infirmière au CHU, soigne. Le consul du Chili à Lyon, Luis Parra, écrit.",
        ],
        expect![[r#"
            Jeanne Rey → per:jeanne-rey
            ~ouvrière à la découpe → per:jeanne-rey
            Nadia Sellam → per:nadia-sellam
            ~infirmière au CHU → per:nadia-sellam
            CHU → org:chu
            ~Le consul du Chili à Lyon → per:luis-parra
            Chili → loc:chili
            Lyon → loc:lyon
            Luis Parra → per:luis-parra"#]],
    );
}

#[test]
fn a_general_word_stands_for_the_only_one_it_fits() {
    check(
        &["L’historienne Odile Maurin est prudente. La chercheuse rappelle 2009. L’élu se tait."],
        expect![[r#"
        ~L’historienne → per:odile-maurin
        Odile Maurin → per:odile-maurin
        ~La chercheuse → per:odile-maurin"#]],
    );
    check(
        &["L’historienne Odile Maurin et le sociologue Paul Mas sont prudents. Le chercheur se tait."],
        expect![[r#"
        ~L’historienne → per:odile-maurin
        Odile Maurin → per:odile-maurin
        ~le sociologue → per:paul-mas
        Paul Mas → per:paul-mas
        ~Le chercheur → per:paul-mas"#]],
    );
    check(
        &["Le chef de l’opposition, Paul Mas, dort. Le chef des rebelles est pris, le chef est pris."],
        expect![[r#"
        ~Le chef de l’opposition → per:paul-mas
        Paul Mas → per:paul-mas"#]],
    );
}

#[test]
fn titles_of_works_are_no_names() {
    check(&["Il préfère le film Seul dans Berlin. Il a vu le film Zorro à Cannes."], expect!["Cannes → loc:cannes"]);
    check(&["« C’est Les Illusions à l’envers », dit-il. Le mot d’ordre Tous Ensemble a été suivi."], expect![""]);
}

#[test]
fn a_party_in_brackets_parts_no_function_from_its_name() {
    check(
        &[
            "Pour le maire (divers gauche) de Gap, Paul Mas, la pluie est finie. La sénatrice de la Drôme (PS), Jeanne Rey, en doute. L’édile se tait.",
        ],
        expect![[r#"
            ~le maire (divers gauche) de Gap → per:paul-mas
            Gap → loc:gap
            Paul Mas → per:paul-mas
            ~La sénatrice de la Drôme → per:jeanne-rey
            Drôme → loc:drome
            PS → org:parti-socialiste
            Jeanne Rey → per:jeanne-rey
            ~L’édile → per:paul-mas"#]],
    );
}

#[test]
fn the_second_of_two_functions_is_the_same_person_s() {
    check(
        &["Jeanne Rey, médecin et présidente du collectif des usagers, attend. La présidente du collectif partira."],
        expect![[r#"
            Jeanne Rey → per:jeanne-rey
            ~présidente du collectif → per:jeanne-rey
            ~La présidente du collectif → per:jeanne-rey"#]],
    );
}

#[test]
fn whoever_heads_a_firm_is_its_boss() {
    check(
        &[
            "Carlos Mendez, directeur général de Renault, parle. Le patron de Renault sourit, le patron aussi.",
            "Le dirigeant de Fiat se tait, le patron de Renault attend.",
        ],
        expect![[r#"
            Carlos Mendez → per:carlos-mendez
            ~directeur général de Renault → per:carlos-mendez
            Renault → org:renault
            ~Le patron de Renault → per:carlos-mendez
            Renault → org:renault
            ~le patron → per:carlos-mendez
            --
            Fiat → org:fiat
            ~le patron de Renault → per:carlos-mendez
            Renault → org:renault"#]],
    );
}
