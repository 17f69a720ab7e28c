//! Files as a person drops them, and many of them made up.

use crate::page::Page;

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

impl Page {
    /// Drops files, given as JavaScript expressions of `File`, onto the page.
    pub fn drop_files(&self, files: &str) {
        self.eval(&format!(
            "(() => {{ const carried = new DataTransfer(); for (const file of [{files}]) carried.items.add(file);
            document.querySelector('#main').dispatchEvent(new DragEvent('drop', {{ dataTransfer: carried, bubbles: true, cancelable: true }})); return true; }})()"
        ));
    }

    /// Makes up so many files of 400 words, to be dropped, and takes them in hand: that is no work of the page.
    pub fn make_files(&self, n: u32) {
        self.eval(&format!(
            "(() => {{ {MADE}; window.carried = new DataTransfer(); made({n}).forEach((file) => carried.items.add(file)); return true; }})()"
        ));
    }

    /// Drops the files that were made up.
    pub fn drop_made(&self) {
        self.eval("(() => { document.querySelector('#main').dispatchEvent(new DragEvent('drop', { dataTransfer: carried, bubbles: true, cancelable: true })); return true; })()");
    }

    /// Bytes of the files that were made up last.
    pub fn made_bytes(&self) -> f64 {
        self.eval("bytes").as_f64().expect("a number of bytes")
    }
}
