//! What is typed, and how it is read.

use super::notice::{Notice, NoticeKind};
use super::parse::parse;
use super::query::{Filter, Inside, Leaf, LeafKind, MOST_LEAVES, Node, PlaceKind, Query, Typed, Within, Word};
use expect_test::{Expect, expect};
use proptest::prelude::*;

fn show_kind(kind: &LeafKind) -> String {
    let word = |word: &Word| format!("{}{}", word.term, if word.typed == Typed::Unfinished { "…" } else { "" });
    let list = |words: &[Word]| words.iter().map(word).collect::<Vec<_>>().join(" ");
    match kind {
        LeafKind::Word(w) => word(w),
        LeafKind::Prefix(prefix) => format!("{prefix}*"),
        LeafKind::Suffix(suffix) => format!("*{suffix}"),
        LeafKind::Fuzzy { word, edits } => format!("{}~{edits}", word.term),
        LeafKind::Pattern(pattern) => format!("/{pattern}/"),
        LeafKind::Phrase { words, slack: 0 } => format!("\"{}\"", list(words)),
        LeafKind::Phrase { words, slack } => format!("\"{}\"~{slack}", list(words)),
        LeafKind::Compound { parts, joined } => format!("[{}|{}]", list(parts), joined.as_ref().map(word).unwrap_or_default()),
        LeafKind::Near { left, reach, right } => format!("{{{} {reach:?} {}}}", show_kind(left), show_kind(right)),
        LeafKind::Annotation(found) => format!("<{:?} {}>", found.layer, found.key.join(" ")),
        LeafKind::Any => "<any>".to_owned(),
    }
}

fn show_within(Within { place, side }: &Within) -> String {
    let place = match place {
        PlaceKind::Field(field) => format!("{field:?}"),
        PlaceKind::Annotation(found) => format!("{:?} {}", found.layer, found.key.join(" ")),
    };
    format!("{}{}", if *side == Inside::Outside { "-" } else { "" }, place.trim())
}

fn show_leaf(leaf: &Leaf) -> String {
    let within: Vec<String> = leaf.within.iter().map(show_within).collect();
    show_kind(&leaf.kind) + &if within.is_empty() { String::new() } else { format!("@({})", within.join(", ")) }
}

fn show(query: &Query, node: &Node) -> String {
    let list = |nodes: &[Node], between: &str| nodes.iter().map(|node| show(query, node)).collect::<Vec<_>>().join(between);
    match node {
        Node::Words(words) => words.leaves.iter().map(|leaf| show_leaf(&query.leaves[*leaf])).collect::<Vec<_>>().join(" "),
        Node::And(nodes) => format!("({})", list(nodes, " & ")),
        Node::Or(nodes) => format!("({})", list(nodes, " | ")),
        Node::Not(node) => format!("!{}", show(query, node)),
        Node::Filter(Filter::Outlet(words, _)) => format!("outlet={}", words.join(" ")),
        Node::Filter(Filter::Author(words, _)) => format!("author={}", words.join(" ")),
        Node::Filter(Filter::Published { first, last }) => format!("date={first}/{last}"),
    }
}

/// The query as it is read, then a line for every notice: its kind, its place, and the query mended.
fn read(text: &str) -> String {
    let (query, notices) = parse(text);
    let mut shown = query.root.as_ref().map(|root| show(&query, root)).unwrap_or_default();
    if query.sets != Default::default() {
        shown += &format!(" [with {} without {}]", query.sets.with.join(" "), query.sets.without.join(" "));
    }
    for Notice { kind, span, mend } in notices {
        shown += &format!("\n{kind:?}");
        if let Some(span) = span {
            shown += &format!(" « {} »", span.slice(text));
        }
        if let Some(mend) = mend {
            shown += &format!(" → {mend}");
        }
    }
    shown
}

/// Several queries in one table.
fn check_all(texts: &[&str], expected: Expect) {
    let shown: Vec<String> = texts.iter().map(|text| format!("{text} ⇒ {}\n", read(text).replace('\n', "\n    "))).collect();
    expected.assert_eq(&shown.concat());
}

#[test]
fn the_last_word_may_go_on() {
    check_all(
        &["route fermé", "route fermée ", "\"route fermé", "maire d'", "aujourd’", "-rou"],
        expect![[r#"
        route fermé ⇒ route ferme…
        route fermée  ⇒ route fermee
        "route fermé ⇒ "route ferme…"
            UnclosedPhrase « " » → "route fermé"
        maire d' ⇒ maire
        aujourd’ ⇒ aujourd…
        -rou ⇒ !rou
    "#]],
    );
}

#[test]
fn function_words_are_passed_over_unless_alone() {
    check_all(
        &["maire de l ile ", "maire de l'ile ", "maire de l", "de la ", "de la", "ou ", "\"de l eau\""],
        expect![[r#"
        maire de l ile  ⇒ maire ile
        maire de l'ile  ⇒ maire ile
        maire de l ⇒ maire
        de la  ⇒ de la
            OnlyFunctionWords « de la » → "de la" 
        de la ⇒ de la…
        ou  ⇒ ou
            OnlyFunctionWords « ou »
        "de l eau" ⇒ "de eau"
    "#]],
    );
}

#[test]
fn operators_bind_as_written() {
    check_all(
        &[
            "pont AND (gare OR \"place du port\") NOT -marché ",
            "pont OU gare SAUF marché ",
            "« place du port » -“quai nord”",
            "pont -(gare marché)",
            "pont -gare quai ",
            "pont or gare and quai ou port et mer ",
        ],
        expect![[r#"
            pont AND (gare OR "place du port") NOT -marché  ⇒ (pont & (gare | "place du port") & !marche)
            pont OU gare SAUF marché  ⇒ (pont | (gare & !marche))
            « place du port » -“quai nord” ⇒ ("place du port" & !"quai nord")
            pont -(gare marché) ⇒ (pont & !gare marche)
            pont -gare quai  ⇒ (pont & !gare & quai)
            pont or gare and quai ou port et mer  ⇒ pont or gare quai port mer
        "#]],
    );
}

#[test]
fn nearness_ties_terms_and_choices() {
    check_all(
        &[
            "fermer NEAR/3 usine ",
            "fermer PRÈS/3 usine ",
            "fermer NEAR usine ",
            "fermer /s usine ",
            "\"le maire\" /p port* ",
            "a1 /s b1 /s c1 ",
            "(pont OR quai) /s (gare OR port) ",
            "(pont gare) /s port ",
            "pont /s (gare port) ",
            "pont /s",
            "entity:maire /s port ",
            "port /s figure:60",
            "pont NEAR/5000 gare ",
            "et/ou km/h ",
        ],
        expect![[r#"
            fermer NEAR/3 usine  ⇒ {fermer Words(3) usine}
            fermer PRÈS/3 usine  ⇒ {fermer Words(3) usine}
            fermer NEAR usine  ⇒ {fermer Words(10) usine}
                NearWithoutNumber { read: 10 } « NEAR » → fermer NEAR/10 usine 
            fermer /s usine  ⇒ {fermer Sentence usine}
            "le maire" /p port*  ⇒ {"le maire" Paragraph port*}
            a1 /s b1 /s c1  ⇒ {{a1 Sentence b1} Sentence c1}
            (pont OR quai) /s (gare OR port)  ⇒ ({pont Sentence gare} | {pont Sentence port} | {quai Sentence gare} | {quai Sentence port})
            (pont gare) /s port  ⇒ (pont gare & port)
                NearBracket « /s » → (pont gare) AND port 
            pont /s (gare port)  ⇒ (pont & gare port)
                NearBracket « /s » → pont AND (gare port) 
            pont /s ⇒ pont
                LoneOperator { operator: "/s" } « /s » → pont
            entity:maire /s port  ⇒ {<Entity maire> Sentence port}
            port /s figure:60 ⇒ {port Sentence <Figure 60>}
            pont NEAR/5000 gare  ⇒ {pont Words(1000) gare}
                NumberCut { asked: "5000", read: 1000 } « 5000 » → pont NEAR/1000 gare 
            et/ou km/h  ⇒ km h
        "#]],
    );
}

#[test]
fn marks_on_a_word_say_how_it_is_looked_up() {
    check_all(
        &[
            "inond* maire~1 cyber-attaque cyber-att* lejournal.fr ",
            "*graphie *fixe-bar ",
            "maire~ maire~2 maire~9 maire~0 ",
            "te*te *mid* c-d*e * ** ",
            "\"a b\"~5 \"pont\"~3 \"a b\"~ \"a b\"~99999 ",
        ],
        expect![[r#"
            inond* maire~1 cyber-attaque cyber-att* lejournal.fr  ⇒ inond* maire~1 [cyber attaque|cyberattaque] [cyber att…|cyberatt…] [lejournal fr|]
            *graphie *fixe-bar  ⇒ *graphie [fixe bar|fixebar]
            maire~ maire~2 maire~9 maire~0  ⇒ maire~1 maire~2 maire~2 maire
                NumberCut { asked: "9", read: 2 } « 9 » → maire~ maire~2 maire~2 maire~0 
            te*te *mid* c-d*e * **  ⇒ te* mid* [c d…|cd…]
                StarInside { read: "te*" } « te*te » → /te.*te/ *mid* c-d*e * ** 
                StarInside { read: "mid*" } « *mid* » → te*te /.*mid.*/ c-d*e * ** 
                StarInside { read: "c-d*" } « c-d*e »
                LoneStar « * » → te*te *mid* c-d*e ** 
                LoneStar « ** » → te*te *mid* c-d*e *
            "a b"~5 "pont"~3 "a b"~ "a b"~99999  ⇒ "a b"~5 "pont" "a b" "a b"~1000
                NumberCut { asked: "99999", read: 1000 } « 99999 » → "a b"~5 "pont"~3 "a b"~ "a b"~1000 
        "#]],
    );
}

#[test]
fn patterns_stand_between_bars() {
    check_all(
        &["/terroris(te|me)s?/ pont ", "-/É\\d+/", "/a b/", "/ter", "/(a/ pont ", "http://site.fr/page", "/x/*", "//"],
        expect![[r#"
            /terroris(te|me)s?/ pont  ⇒ /terroris(te|me)s?/ pont
            -/É\d+/ ⇒ !/e\d+/
            /a b/ ⇒ b
                OpenPattern « /a »
            /ter ⇒ ter…
                OpenPattern « /ter » → /ter/
            /(a/ pont  ⇒ pont
                PatternNotRead { fault: Unbalanced } « ( »
            http://site.fr/page ⇒ http [site fr|] page…
            /x/* ⇒ /x/
                LoneStar « * » → /x/
            // ⇒ 
                NoWord
        "#]],
    );
}

#[test]
fn fields_are_read_in_french_and_english() {
    check_all(
        &[
            "pont outlet:\"Le Monde\"",
            "média:« L'Express » pont ",
            "auteur : Dupont",
            "AUTEUR：Dupont -journal:monde",
            "outlet: monde pont",
            "in: ",
            "outlet:",
            "outlet: OR pont ",
            "auteur: outlet:x ",
            "outlet:\"le mon",
            "foo:bar",
            "autor:dupont pont",
            "foo : bar à 10:30 http://x.fr",
            "in:titel pont ",
            "in:ti",
            "in:c",
        ],
        expect![[r#"
            pont outlet:"Le Monde" ⇒ (outlet=le monde & pont)
            média:« L'Express » pont  ⇒ (outlet=express & pont)
            auteur : Dupont ⇒ author=dupont
            AUTEUR：Dupont -journal:monde ⇒ (author=dupont & !outlet=monde)
            outlet: monde pont ⇒ (outlet=monde & pont…)
            in:  ⇒ 
                EmptyValue { field: "in" } « in: »
            outlet: ⇒ 
                EmptyValue { field: "outlet" } « outlet: »
            outlet: OR pont  ⇒ pont
                EmptyValue { field: "outlet" } « outlet: » → OR pont 
            auteur: outlet:x  ⇒ outlet=x
                EmptyValue { field: "auteur" } « auteur: » → outlet:x 
            outlet:"le mon ⇒ outlet=le mon
                UnclosedPhrase « " » → outlet:"le mon"
            foo:bar ⇒ foo bar…
                UnknownField { field: "foo" } « foo » → foo bar
            autor:dupont pont ⇒ autor dupont pont…
                UnknownField { field: "autor" } « autor » → author:dupont pont
            foo : bar à 10:30 http://x.fr ⇒ foo bar 10 30 http [x fr…|]
            in:titel pont  ⇒ pont
                UnknownValue { field: "in", value: "titel", known: ["title", "lead", "body", "caption", "furniture", "quote"] } « titel » → in:title pont 
            in:ti ⇒ <any>@(Title)
            in:c ⇒ 
                UnknownValue { field: "in", value: "c", known: ["title", "lead", "body", "caption", "furniture", "quote"] } « c »
        "#]],
    );
}

#[test]
fn places_restrict_the_words_that_stand_with_them() {
    check_all(
        &[
            "in:title pont gare ",
            "pont in:title gare ",
            "in:titre pont OR gare ",
            "pont (in:quote gare) ",
            "in:title (pont OR gare) -port ",
            "-in:quote pont ",
            "in:quote",
            "in:title",
            "in:title outlet:x",
            "speaker:valls in:quote ",
            "speaker:\"Manuel Valls\" liberté -locuteur:x ",
            "NOT in:legende pont ",
        ],
        expect![[r#"
            in:title pont gare  ⇒ pont@(Title) gare@(Title)
            pont in:title gare  ⇒ pont@(Title) gare@(Title)
            in:titre pont OR gare  ⇒ (pont@(Title) | gare)
            pont (in:quote gare)  ⇒ (pont & gare@(Quotation))
            in:title (pont OR gare) -port  ⇒ ((pont@(Title) | gare@(Title)) & !port@(Title))
            -in:quote pont  ⇒ pont@(-Quotation)
            in:quote ⇒ <Quotation >
            in:title ⇒ <any>@(Title)
            in:title outlet:x ⇒ (outlet=x & <any>@(Title))
            speaker:valls in:quote  ⇒ <Speaker valls>@(Quotation)
            speaker:"Manuel Valls" liberté -locuteur:x  ⇒ liberte@(Speaker manuel valls, -Speaker x)
            NOT in:legende pont  ⇒ pont@(-Caption)
        "#]],
    );
}

#[test]
fn layers_are_looked_for_as_words_are() {
    check_all(
        &[
            "entity:cazeneuve pont ",
            "-nom:per:bernard-cazeneuve pont ",
            "type:personne type:loi -type:ORG ",
            "type:perso",
            "type:xyz ",
            "figure:60 chiffre:\"1 000 000 morts\" ",
            "figure:soixante chiffre:\"deux millions de pays\" figure:\"2,5 millions\" ",
            "when:2015-02-20 quand:2015-02 quand:\"7 janvier 2015\" ",
            "quand:hier ",
        ],
        expect![[r#"
            entity:cazeneuve pont  ⇒ (<Entity cazeneuve> & pont)
            -nom:per:bernard-cazeneuve pont  ⇒ (!<Entity per bernard cazeneuve> & pont)
            type:personne type:loi -type:ORG  ⇒ (<EntityType per> & <EntityType law> & !<EntityType org>)
            type:perso ⇒ <EntityType per>
            type:xyz  ⇒ 
                UnknownValue { field: "type", value: "xyz", known: ["per", "org", "loc", "media", "group", "event", "law", "product"] } « xyz »
            figure:60 chiffre:"1 000 000 morts"  ⇒ (<Figure 60> & <Figure 1000000 mort>)
            figure:soixante chiffre:"deux millions de pays" figure:"2,5 millions"  ⇒ (<Figure 60> & <Figure 2000000 pays> & <Figure 2500000>)
            when:2015-02-20 quand:2015-02 quand:"7 janvier 2015"  ⇒ (<Day 2015-02-20> & <Day 2015-02> & <Day 2015-01-07>)
            quand:hier  ⇒ 
                DateNotRead { value: "hier" } « hier »
        "#]],
    );
}

#[test]
fn dates_are_periods() {
    check_all(
        &[
            "date:2015-02..2015-04 pont ",
            "date:2015",
            "date:20/02/2015 ",
            "date:2015-04..2015-02 pont ",
            "date:2015-13 ",
            "date:2015-02-30 ",
            "date:201",
            "date:2015-",
            "date:2015-02..",
            "date:hier pont ",
            "-date:\"février 2015\"",
            "date:",
        ],
        expect![[r#"
            date:2015-02..2015-04 pont  ⇒ (date=2015-02-01/2015-04-30 & pont)
            date:2015 ⇒ date=2015-01-01/2015-12-31
            date:20/02/2015  ⇒ date=2015-02-20/2015-02-20
            date:2015-04..2015-02 pont  ⇒ (date=2015-02-01/2015-04-30 & pont)
                ReversedPeriod « 2015-04..2015-02 » → date:2015-02..2015-04 pont 
            date:2015-13  ⇒ 
                NoSuchMonth { month: 13 } « 2015-13 » → date:2015 
            date:2015-02-30  ⇒ 
                NoSuchDay { day: 30 } « 2015-02-30 » → date:2015 
            date:201 ⇒ 
                EmptyValue { field: "date" } « date:201 »
            date:2015- ⇒ 
                EmptyValue { field: "date" } « date:2015- »
            date:2015-02.. ⇒ date=2015-02-01/2099-12-31
            date:hier pont  ⇒ pont
                DateNotRead { value: "hier" } « hier » → pont 
            -date:"février 2015" ⇒ !date=2015-02-01/2015-02-28
            date: ⇒ 
                EmptyValue { field: "date" } « date: »
        "#]],
    );
}

#[test]
fn sets_say_of_which_articles_the_words_must_be() {
    check_all(
        &["dans:003 sans:002", "pont dans:003,004 ", "dans:\"a b.txt\" -dans:x -pont ", "sans:", "dans:003 outlet:x "],
        expect![[r#"
            dans:003 sans:002 ⇒ <any> [with 003 without 002]
            pont dans:003,004  ⇒ pont [with 003 004 without ]
            dans:"a b.txt" -dans:x -pont  ⇒ (<any> & !pont) [with a b.txt without x]
            sans: ⇒ 
                EmptyValue { field: "sans" } « sans: »
            dans:003 outlet:x  ⇒ (<any> & outlet=x) [with 003 without ]
        "#]],
    );
}

#[test]
fn what_is_not_closed_is_closed_at_the_end() {
    check_all(
        &[
            "(pont gare",
            "((pont OR gare) quai",
            "pont) gare ",
            "(pont \"gare",
            "pont »",
            "\"pont\" gare\"",
            "“pont gare",
            "« pont ",
            "()",
            "( ) pont",
        ],
        expect![[r#"
            (pont gare ⇒ pont gare…
                OpenBracket « ( » → (pont gare)
            ((pont OR gare) quai ⇒ ((pont | gare) & quai…)
                OpenBracket « ( » → ((pont OR gare) quai)
            pont) gare  ⇒ pont gare
                StrayBracket « ) » → pont gare 
            (pont "gare ⇒ pont "gare…"
                UnclosedPhrase « " » → (pont "gare"
                OpenBracket « ( »
            pont » ⇒ pont
                StrayQuote « » » → pont
            "pont" gare" ⇒ "pont" gare
                UnclosedPhrase « " » → "pont" gare
            “pont gare ⇒ "pont gare…"
                UnclosedPhrase « “ » → “pont gare”
            « pont  ⇒ "pont"
                UnclosedPhrase « « » → « pont  »
            () ⇒ 
                NoWord
            ( ) pont ⇒ pont…
        "#]],
    );
}

#[test]
fn what_makes_no_sense_is_read_as_far_as_it_goes() {
    check_all(
        &[
            "",
            "((( ; ! )",
            "OR",
            "pont AND",
            "OR pont",
            "pont AND OR gare ",
            "NEAR/3 pont) gare ",
            "pont NEAR/",
            "pont NOT",
            "-",
            "pont - gare ",
            "pont -",
            "🙂 👍🏽",
            "\u{fffd}\u{fffd}",
        ],
        expect![[r#"
             ⇒ 
                NoWord
            ((( ; ! ) ⇒ 
                NoWord
            OR ⇒ or…
            pont AND ⇒ pont
                LoneOperator { operator: "AND" } « AND » → pont
            OR pont ⇒ pont…
                LoneOperator { operator: "OR" } « OR » → pont
            pont AND OR gare  ⇒ (pont | gare)
                LoneOperator { operator: "AND" } « AND » → pont OR gare 
                LoneOperator { operator: "OR" } « OR » → pont AND gare 
            NEAR/3 pont) gare  ⇒ pont gare
                StrayBracket « ) » → NEAR/3 pont gare 
                LoneOperator { operator: "NEAR/3" } « NEAR/3 » → pont) gare 
            pont NEAR/ ⇒ pont
                LoneOperator { operator: "NEAR/" } « NEAR/ » → pont
            pont NOT ⇒ pont
                LoneOperator { operator: "NOT" } « NOT » → pont
            - ⇒ 
                NoWord
            pont - gare  ⇒ pont gare
                LoneMinus « - » → pont -gare 
            pont - ⇒ pont
            🙂 👍🏽 ⇒ 
                NoWord
            �� ⇒ 
                NoWord
        "#]],
    );
}

#[test]
fn marks_of_direction_and_control_characters_change_nothing() {
    assert_eq!(read("\u{200f}port\u{200f} \u{0}gare\u{7} "), read("port gare "));
    assert_eq!(read("pont\u{2028}gare\u{85}"), read("pont gare "));
}

#[test]
fn a_very_long_query_is_cut() {
    let words: String = (0..200_000).map(|n| format!("m{} ", n % 10_000)).collect();
    let (query, notices) = parse(&words);
    assert_eq!(query.leaves.len(), MOST_LEAVES);
    assert!(query.leaves.iter().all(|leaf| words.contains(&format!("{} ", leaf.text))), "no word is cut in two");
    let kinds: Vec<_> = notices.into_iter().map(|notice| notice.kind).collect();
    assert_eq!(
        kinds,
        [NoticeKind::QueryCut { read: 2_000, length: u32::try_from(words.len()).unwrap() }, NoticeKind::WordsCut { read: 64 }]
    );
}

#[test]
fn a_word_typed_again_and_again_is_read_twice() {
    let (query, notices) = parse(&"pont gare ".repeat(20));
    assert_eq!(show(&query, query.root.as_ref().unwrap()), "pont gare pont gare");
    assert_eq!(notices, [Notice::of(NoticeKind::Repeated)]);
    assert_eq!(read("in:title in:title in:titre pont "), read("in:title pont "));
}

#[test]
fn an_operator_before_a_bar_is_a_word() {
    let (query, notices) = parse("AND/OR gare ");
    assert_eq!(show(&query, query.root.as_ref().unwrap()), "or gare", "a word of grammar is passed over");
    assert_eq!(notices, []);
}

#[test]
fn ten_thousand_brackets_are_read_as_none() {
    for brackets in ["(".repeat(10_000) + "pont", "(".repeat(900) + "pont" + &")".repeat(900), ")".repeat(10_000)] {
        let (query, notices) = parse(&brackets);
        assert!(query.leaves.len() <= 1 && notices.len() <= 8);
    }
    let (query, _) = parse(&("(".repeat(30) + "pont" + &")".repeat(30) + " -gare "));
    assert_eq!(show(&query, query.root.as_ref().unwrap()), "(pont & !gare)");
}

#[test]
fn an_operator_before_a_minus_that_is_alone_is_alone_too() {
    let alone = |text: &str| parse(text).1.iter().filter(|notice| matches!(notice.kind, NoticeKind::LoneOperator { .. })).count();
    assert_eq!((alone("outlet: AND -AND"), alone("outlet: AND AND")), (3, 2));
    assert_eq!(alone("pont AND -gare"), 0);
}

proptest! {
    #[test]
    fn anything_is_a_query(
        text in "([a-cé]{1,3}|[\"«»“”()*~/:-]|OR|NOT|NEAR/2|/s|in:|-outlet:|date:20|title|[ ']){0,20}|\\PC{0,40}|[\u{0}-\u{1f}\u{200b}-\u{202e}\u{fffd}a\"(:]{0,20}"
    ) {
        let (query, notices) = parse(&text);
        for condition in &query.conditions {
            prop_assert!(text.get(condition.range()).is_some_and(|text| !text.is_empty()));
        }
        for notice in &notices {
            prop_assert!(notice.span.is_none_or(|span| text.get(span.range()).is_some()));
            prop_assert!(!notice.to_string().is_empty());
        }
    }

    #[test]
    fn a_mend_leaves_no_such_notice(
        text in "([a-cé]{2,3}|[\"«»()~-]|AND|NEAR|/s|outlet:|titel|in:titel|date:2015..2014|c\\*d|e~9| ){0,9}"
    ) {
        let (_, notices) = parse(&text);
        let told = |text: &str, kind: &NoticeKind| parse(text).1.iter().filter(|notice| same(&notice.kind, kind)).count();
        for notice in notices.iter().filter(|_| notices.len() < 6) {
            if let Some(mend) = &notice.mend {
                prop_assert!(told(mend, &notice.kind) < told(&text, &notice.kind), "{} → {}: {:?}", text, mend, notice.kind);
            }
        }
    }
}

fn same(a: &NoticeKind, b: &NoticeKind) -> bool {
    std::mem::discriminant(a) == std::mem::discriminant(b)
}
