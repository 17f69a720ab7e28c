//! Files as a person drops them.

use browser_tests::Page;

/// Drops files, given as JavaScript expressions of `File`, onto the page.
pub fn drop_files(page: &Page, files: &str) {
    page.eval(&format!(
        "(() => {{ const carried = new DataTransfer(); for (const file of [{files}]) carried.items.add(file);
        document.querySelector('#main').dispatchEvent(new DragEvent('drop', {{ dataTransfer: carried, bubbles: true, cancelable: true }})); return true; }})()"
    ));
}

pub const FIRST: &str = "new File(['Le port ferme\\n\\nLe maire de Brest, Paul Le Gall, a fermé le port lundi.'], 'un.txt')";
pub const SECOND: &str = "new File(['# Paul Le Gall se tait\\n\\nLe maire de Brest, Paul Le Gall, n’a pas répondu.'], 'deux.md')";
