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
            ~présidente du collectif des usagers → per:jeanne-rey
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

#[test]
fn a_description_of_whose_somebody_is_stands_for_the_name_beside_it() {
    check(
        &["Son avocat, Me Luc Ferrat, se tait. Une passagère, Anne Vidal, 34 ans, a crié. Sa compagne, Clara Mas, dort."],
        expect![[r#"
            ~Son avocat → per:luc-ferrat
            Me Luc Ferrat → per:luc-ferrat
            ~passagère → per:anne-vidal
            Anne Vidal → per:anne-vidal
            ~Sa compagne → per:clara-mas
            Clara Mas → per:clara-mas"#]],
    );
    check(
        &["Selon une passagère, Anne Vidal est restée. Jeanne Rey, le maire, le préfet et Paul Mas sont venus."],
        expect![[r#"
        Anne Vidal → per:anne-vidal
        Jeanne Rey → per:jeanne-rey
        Paul Mas → per:paul-mas"#]],
    );
}

#[test]
fn professions_of_both_sexes_and_of_other_countries_are_known() {
    check(
        &["Le bourgmestre Yves Lenaert et l’échevine Maud Claes ont signé. La skippeuse Inès Carou a chaviré, a dit l’éclusier."],
        expect![[r#"
            ~Le bourgmestre → per:yves-lenaert
            Yves Lenaert → per:yves-lenaert
            ~l’échevine → per:maud-claes
            Maud Claes → per:maud-claes
            ~La skippeuse → per:ines-carou
            Inès Carou → per:ines-carou"#]],
    );
    check(
        &["Jean Berger est parti. Berger ne dira rien."],
        expect![[r#"
        Jean Berger → per:jean-berger
        Berger → per:jean-berger"#]],
    );
}

#[test]
fn a_bare_function_is_that_of_its_only_holder() {
    check(
        &["Nora Blin, gardienne du CS Aulnes, a tout arrêté. La gardienne est blessée."],
        expect![[r#"
        Nora Blin → per:nora-blin
        ~gardienne du CS Aulnes → per:nora-blin
        CS Aulnes → org:cs-aulnes
        ~La gardienne → per:nora-blin"#]],
    );
    check(
        &["Nora Blin, gardienne du CS Aulnes, a tout arrêté. Une gardienne est venue. La gardienne est blessée."],
        expect![[r#"
        Nora Blin → per:nora-blin
        ~gardienne du CS Aulnes → per:nora-blin
        CS Aulnes → org:cs-aulnes"#]],
    );
    check(
        &["Nora Blin, gardienne du CS Aulnes, a tout arrêté. Le gardien est blessé."],
        expect![[r#"
        Nora Blin → per:nora-blin
        ~gardienne du CS Aulnes → per:nora-blin
        CS Aulnes → org:cs-aulnes"#]],
    );
}

#[test]
fn another_article_says_what_somebody_is_who_is_named_in_this_one() {
    check(
        &["L’entraîneur, Marc Oudin, a crié.", "Marc Oudin est parti. L’entraîneur se tait."],
        expect![[r#"
        ~L’entraîneur → per:marc-oudin
        Marc Oudin → per:marc-oudin
        --
        Marc Oudin → per:marc-oudin
        ~L’entraîneur → per:marc-oudin"#]],
    );
    check(
        &["L’entraîneur, Marc Oudin, a crié.", "Paul Mas est parti. L’entraîneur se tait."],
        expect![[r#"
        ~L’entraîneur → per:marc-oudin
        Marc Oudin → per:marc-oudin
        --
        Paul Mas → per:paul-mas"#]],
    );
}

#[test]
fn the_name_behind_a_description_in_a_description_is_the_inner_one() {
    check(
        &["Le beau-frère de la gardienne Nora Blin est entendu."],
        expect![[r#"
        ~la gardienne → per:nora-blin
        Nora Blin → per:nora-blin"#]],
    );
    check(
        &["Le beau-frère de la gardienne, Paul Mas, est entendu."],
        expect![[r#"
        ~Le beau-frère de la gardienne → per:paul-mas
        Paul Mas → per:paul-mas"#]],
    );
}

#[test]
fn age_sex_and_origin_take_up_the_only_person_who_fits() {
    check(
        &["Paul Mas, 54 ans, a nié. Jeanne Rey, 31 ans, a pleuré. Le quinquagénaire se tait. La trentenaire est partie."],
        expect![[r#"
            Paul Mas → per:paul-mas
            Jeanne Rey → per:jeanne-rey
            ~Le quinquagénaire → per:paul-mas
            ~La trentenaire → per:jeanne-rey"#]],
    );
    check(
        &["Paul Mas a nié. L’homme de 47 ans est libre. Cet ingénieur dort peu."],
        expect![[r#"
        Paul Mas → per:paul-mas
        ~L’homme → per:paul-mas
        ~Cet ingénieur → per:paul-mas"#]],
    );
    check(
        &["La Lilloise Jeanne Rey a gagné. Cette Lilloise court vite."],
        expect![[r#"
        ~La Lilloise → per:jeanne-rey
        Jeanne Rey → per:jeanne-rey
        ~Cette Lilloise → per:jeanne-rey"#]],
    );
    check(
        &["Paul Mas et Jean Roy ont nié. L’homme est libre. Un homme est blessé. Cet homme est mort."],
        expect![[r#"
        Paul Mas → per:paul-mas
        Jean Roy → per:jean-roy"#]],
    );
    check(&["Paul Mas a nié. « Cet homme ment », dit un voisin. L’homme de la rue se tait."], expect!["Paul Mas → per:paul-mas"]);
}

#[test]
fn a_body_is_taken_up_by_its_noun() {
    check(
        &["La compagnie Nordlys a réduit ses tarifs. La compagnie se tait, la compagnie aérienne aussi."],
        expect![[r#"
            Nordlys → org:nordlys
            ~La compagnie → org:nordlys"#]],
    );
    check(
        &["La Fédération française de tir (FFT) a réagi. La fédération est prudente, la fédé aussi. La fédération de boxe se tait."],
        expect![[r#"
            Fédération française de tir → org:federation-francaise-de-tir
            FFT → org:federation-francaise-de-tir
            ~La fédération → org:federation-francaise-de-tir
            ~la fédé → org:federation-francaise-de-tir"#]],
    );
    check(
        &["La compagnie Nordlys et la compagnie Sudlys sont en crise. La compagnie se tait."],
        expect![[r#"
        Nordlys → org:nordlys
        Sudlys → org:sudlys"#]],
    );
    check(
        &["Le parquet a ouvert une enquête. Le parquet de Gap en a une autre.", "Le parquet se tait."],
        expect![[r#"
        ~Le parquet → org:parquet-de-gap
        parquet de Gap → org:parquet-de-gap
        Gap → loc:gap
        --
        ~Le parquet → org:parquet-de-gap"#]],
    );
}

#[test]
fn a_doctor_is_described_and_a_party_is_no_part_of_a_name() {
    check(
        &["Le docteur Paul Mas a parlé. Le Dr Luc Roy aussi. Le député UMP Jean Vidal et la députée PS du Nord Odile Mas sont venus."],
        expect![[r#"
            ~Le docteur → per:paul-mas
            Paul Mas → per:paul-mas
            Dr Luc Roy → per:luc-roy
            ~Le député UMP → per:jean-vidal
            UMP → org:ump
            Jean Vidal → per:jean-vidal
            ~la députée PS du Nord → per:odile-mas
            PS → org:parti-socialiste
            Odile Mas → per:odile-mas"#]],
    );
}

#[test]
fn an_expansion_holds_its_small_words() {
    check(
        &["L’Agence française de lutte contre la fraude (AFLF) enquête. L’AFLF se tait."],
        expect![[r#"
            Agence française de lutte contre la fraude → org:agence-francaise-de-lutte-contre-la-fraude
            AFLF → org:agence-francaise-de-lutte-contre-la-fraude
            AFLF → org:agence-francaise-de-lutte-contre-la-fraude"#]],
    );
}

#[test]
fn a_president_is_the_head_of_state_unless_he_presides_over_something_else() {
    check(
        &["Le président Luc Aro a parlé. Le chef de l’État est prudent."],
        expect![[r#"
        ~Le président → per:luc-aro
        Luc Aro → per:luc-aro
        ~Le chef de l’État → per:luc-aro"#]],
    );
    check(
        &["Le président du club, Luc Aro, a parlé. Le chef de l’État est prudent."],
        expect![[r#"
        ~Le président du club → per:luc-aro
        Luc Aro → per:luc-aro"#]],
    );
}

#[test]
fn an_article_about_the_same_things_says_who_is_meant() {
    let first = "Le commandant Yann Dréau dort. Odile Kerber, de la Fédération armoricaine de voile, parle à Jean Morvan. Paul Kergoat, \
                 maire de Belmer, vit sur l’île de Belmer.";
    let second = "Odile Kerber, Jean Morvan et Paul Kergoat ont parlé. Le commandant dort. La fédération accuse. L’île attend.";
    let other = "Le commandant dort à Lyon. La fédération rit.";
    check(
        &[first, second, other],
        expect![[r#"
        ~Le commandant → per:yann-dreau
        Yann Dréau → per:yann-dreau
        Odile Kerber → per:odile-kerber
        Fédération armoricaine de voile → org:federation-armoricaine-de-voile
        Jean Morvan → per:jean-morvan
        Paul Kergoat → per:paul-kergoat
        ~maire de Belmer → per:paul-kergoat
        Belmer → loc:belmer
        Belmer → loc:belmer
        --
        Odile Kerber → per:odile-kerber
        Jean Morvan → per:jean-morvan
        Paul Kergoat → per:paul-kergoat
        ~Le commandant → per:yann-dreau
        ~La fédération → org:federation-armoricaine-de-voile
        ~L’île → loc:belmer
        --
        Lyon → loc:lyon"#]],
    );
}

#[test]
fn a_town_an_island_a_region_and_a_country_are_taken_up_by_their_nouns() {
    check(
        &[
            "Le maire de Gap se tait. La ville attend. La région Bretagne paie. La région est riche. Le Sénégal vote. Au Sénégal, le pays dort.",
        ],
        expect![[r#"
            Gap → loc:gap
            ~La ville → loc:gap
            région Bretagne → loc:region-bretagne
            Bretagne → loc:bretagne
            ~La région → loc:region-bretagne
            Sénégal → loc:senegal
            Sénégal → loc:senegal
            ~le pays → loc:senegal"#]],
    );
    check(
        &["Le maire de Gap et le maire de Lyon se taisent. La ville attend. Le Sénégal et le Mali votent. Le pays dort."],
        expect![[r#"
            Gap → loc:gap
            Lyon → loc:lyon
            Sénégal → loc:senegal
            Mali → loc:mali"#]],
    );
}

#[test]
fn the_only_firm_and_the_only_union_are_taken_up() {
    check(
        &["La société Gadoux embauche. Le groupe se tait. La CGT proteste, dit la déléguée du syndicat."],
        expect![[r#"
        Gadoux → org:gadoux
        ~Le groupe → org:gadoux
        CGT → org:cgt
        ~syndicat → org:cgt"#]],
    );
    check(
        &["L’usine Verdel et la société Gadoux se taisent. Le groupe se tait. La CGT et la CFDT protestent. Le syndicat se tait."],
        expect![[r#"
            Verdel → org:verdel
            Gadoux → org:gadoux
            CGT → org:cgt
            CFDT → org:cfdt"#]],
    );
}

#[test]
fn one_thing_has_one_kind_and_an_acronym_its_letters() {
    check(
        &["L’Agence armoricaine de mesure se tait. Selon l’AAM, la mer monte. Il est né à Saint-Brice-sur-Erve. Il vit à Saint-Brice."],
        expect![[r#"
            Agence armoricaine de mesure → org:agence-armoricaine-de-mesure
            AAM → org:agence-armoricaine-de-mesure
            Saint-Brice-sur-Erve → loc:saint-brice-sur-erve
            Saint-Brice → loc:saint-brice-sur-erve"#]],
    );
}

#[test]
fn an_agency_takes_in_no_byline_behind_it() {
    check(
        &["Il a parlé à l’Agence France-Presse Michel Tanguy, retraité."],
        expect![[r#"
        Agence France-Presse → media:agence-france-presse
        Michel Tanguy → per:michel-tanguy
        ~retraité → per:michel-tanguy"#]],
    );
}

#[test]
fn a_saint_a_museum_a_station_and_an_office_are_named_with_what_belongs_to_them() {
    check(
        &[
            "Radio Verdane a appris le vol de la châsse de sainte Lucie au musée de Verdane et au musée d’Art sacré. L’Office central de lutte contre \
         le trafic des biens culturels enquête. « C’est une perte », a dit à l’AFP Me Anne Roy. La loi sur le transfert des biens culturels a dix ans.",
        ],
        expect![[r#"
            Radio Verdane → media:radio-verdane
            sainte Lucie → per:sainte-lucie
            musée de Verdane → org:musee-de-verdane
            musée d’Art sacré → org:musee-d-art-sacre
            Office central de lutte contre le trafic des biens culturels → org:office-central-de-lutte-contre-le-trafic-des-biens-culturels
            AFP → media:agence-france-presse
            Me Anne Roy → per:anne-roy
            loi sur le transfert des biens culturels → law:loi-sur-le-transfert-des-biens-culturels"#]],
    );
}

#[test]
fn a_town_with_its_county_in_brackets_is_the_town_of_the_article() {
    check(
        &["Le vol a eu lieu à Verdane (Côte-d’Or), où la collégiale Notre-Dame est fermée. La ville porte plainte."],
        expect![[r#"
        Verdane → loc:verdane
        Côte-d’Or → loc:cote-d-or
        Notre-Dame → loc:notre-dame
        ~La ville → loc:verdane"#]],
    );
}
