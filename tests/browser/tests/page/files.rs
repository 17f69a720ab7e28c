//! Files as a person drops them.

use browser_tests::Page;

pub const FIRST: &str = "new File(['Le port ferme\\n\\nLe maire de Brest, Paul Le Gall, a fermé le port lundi.'], 'un.txt')";
pub const SECOND: &str = "new File(['# Paul Le Gall se tait\\n\\nLe maire de Brest, Paul Le Gall, n’a pas répondu.'], 'deux.md')";

/// A zip called `archive` that holds one file, as a JavaScript expression of `File`; `text` is one of a string.
pub fn zipped(archive: &str, name: &str, text: &str) -> String {
    format!(
        "(() => {{
            const [path, bytes] = ['{name}', {text}].map((text) => new TextEncoder().encode(text));
            let sum = -1;
            for (const byte of bytes) {{
                sum ^= byte;
                for (let bit = 0; bit < 8; bit++) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
            }}
            // Stored, not packed: local header, central header, end.
            const fields = (sizes, values) => {{
                const view = new DataView(new ArrayBuffer(sizes.reduce((all, size) => all + size, 0)));
                let at = 0;
                sizes.forEach((size, n) => {{ size === 2 ? view.setUint16(at, values[n], true) : view.setUint32(at, values[n], true); at += size; }});
                return view.buffer;
            }};
            const [sizes, common] = [[2, 2, 2, 2, 2, 4, 4, 4, 2, 2], [20, 0x800, 0, 0, 33, ~sum >>> 0, bytes.length, bytes.length, path.length, 0]];
            const local = fields([4, ...sizes], [0x04034b50, ...common]);
            const central = fields([4, 2, ...sizes, 2, 2, 2, 4, 4], [0x02014b50, 20, ...common, 0, 0, 0, 0, 0]);
            const start = local.byteLength + path.length + bytes.length;
            const end = fields([4, 2, 2, 2, 2, 4, 4, 2], [0x06054b50, 0, 0, 1, 1, central.byteLength + path.length, start, 0]);
            return new File([local, path, bytes, central, path, end], '{archive}');
        }})()"
    )
}

/// Chooses a folder of files, given as JavaScript pairs of a path and a text, by the page's own field.
pub fn choose_folder(page: &Page, files: &str) {
    page.eval(&format!(
        "(() => {{ Object.defineProperty(File.prototype, 'webkitRelativePath', {{ get() {{ return this.name.replaceAll('|', '/'); }} }});
        const carried = new DataTransfer();
        for (const [path, text] of [{files}]) carried.items.add(new File([text], path.replaceAll('/', '|')));
        const field = document.querySelector('#folder');
        field.files = carried.files;
        field.dispatchEvent(new Event('change', {{ bubbles: true }})); return true; }})()"
    ));
}
