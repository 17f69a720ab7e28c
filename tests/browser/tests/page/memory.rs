//! How much memory a large corpus takes. Left aside unless it is asked for: `cargo xtask test -- --ignored --nocapture memory`.

use std::thread::sleep;
use std::time::Duration;

use browser_tests::Page;

use crate::files::drop_files;
use crate::open;

/// Files of 400 words, by a generator of its own (mulberry32), so that every run has the same; the bytes are counted on the way.
const MADE: &str = "
    window.made = (n) => {
        const words = 'le la les de des un une dans sur avec pour par mais ville maire port conseil région budget travaux pont route école hôpital grève syndicat direction enquête incendie tempête pêcheurs habitants quartier préfet police tribunal juge procès avocat victime témoin journaliste rapport commission élus vote projet réforme usine salariés emploi rentrée festival équipe match a dit annoncé fermé ouvert décidé demandé refusé promis rappelé nouvelle grande petite premier dernier mardi lundi jeudi hier demain matin soir'.split(' ');
        const names = 'Paul Le Gall,Anne Dupont,Luc Bertin,Marie Vasseur,Jean Mandrin,Claire Roche,Hugo Petit,Inès Astruc,Omar Salles,Rosa Morel'.split(',');
        const towns = 'Brest,Lorient,Nantes,Lyon,Montreval,Valmont,Tulle,Limoges,Dijon,Nancy,Reims,Cahors'.split(',');
        let state = 7;
        const below = (k) => { state = (state + 0x6d2b79f5) | 0; let t = Math.imul(state ^ (state >>> 15), 1 | state); t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t; return ((t ^ (t >>> 14)) >>> 0) % k; };
        window.bytes = 0;
        return Array.from({ length: n }, (_, i) => {
            let text = `Titre numéro ${i} sur ${towns[below(12)]}\\n\\nLe Journal ${below(12)}\\nPublié le ${1 + below(28)} mars ${2015 + below(8)} à 10h00\\n\\n`;
            for (let k = 0; k < 400; ) {
                const sentence = Array.from({ length: 12 + below(14) }, () => words[below(words.length)]);
                sentence[below(sentence.length)] = names[below(10)];
                sentence[below(sentence.length)] = `à ${towns[below(12)]}`;
                text += sentence.join(' ').replace(/^./, (c) => c.toUpperCase()) + '. ' + (below(4) ? '' : '\\n\\n');
                k += sentence.length;
            }
            const file = new File([text], `article-${i}.txt`);
            window.bytes += file.size;
            return file;
        });
    }";

/// Bytes of text, and the most and the last that the tab held over a page on which nothing was dropped.
fn measured(page: &Page, n: u32) -> (f64, u64, u64) {
    page.eval(&format!("(() => {{ {MADE}; return true; }})()"));
    let empty = page.resident();
    drop_files(page, &format!("...made({n})"));
    page.wait_for(".task");
    let mut most = 0;
    while page.count(".task") > 0 {
        most = page.resident().max(most);
        sleep(Duration::from_millis(200));
    }
    page.wait_until("document.querySelector('.lede, .report')");
    // What the browser clears away a little later is not held.
    sleep(Duration::from_secs(5));
    let bytes = page.eval("bytes").as_f64().expect("a number of bytes");
    (bytes, most - empty, page.resident() - empty)
}

#[test]
#[ignore = "one to two minutes, and a measure of memory wants a machine that does nothing else"]
fn memory_of_ten_thousand_articles_is_less_than_ten_times_their_text() {
    let page = open("#/panorama");
    let (bytes, most, held) = measured(&page, 10_000);
    let (most, held) = (most as f64 / bytes, held as f64 / bytes);
    println!("{:.1} MB of text: {most:.2} times at the worst, {held:.2} times held", bytes / 1e6);
    assert!(most < 10.0 && held < 10.0);
    page.assert_quiet();
}
