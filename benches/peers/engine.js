// The search alone, as the harness of other browser search engines takes it: its page's side. The engine runs in a worker; articles
// go there as bytes, in batches, and only numbers come back.
"use strict";

/// Articles sent at once: enough to make little of a message's cost, few enough that both sides hold little besides.
const BATCH = 250;
const FIELDS = ["title", "body", "outlet", "date"];

export default async () => {
  let worker, used = false, waiting = [];
  const open = () => new Promise((resolve, reject) => {
    worker?.terminate();
    waiting = [];
    worker = new Worker(new URL("worker.js", import.meta.url), { type: "module" });
    worker.onerror = (event) => reject(new Error(event.message));
    worker.onmessage = ({ data }) => {
      if (data === "ready") return resolve();
      const [done, failed] = waiting.shift();
      if (data instanceof Error) failed(data); else done(data);
    };
  });
  const ask = (message, transfer = []) => new Promise((done, failed) => {
    waiting.push([done, failed]);
    worker.postMessage(message, transfer);
  });
  const queryOf = {
    any: (words) => words.join(" OR ") + " ",
    and: (words) => words.join(" AND ") + " ",
    fuzzy: (words) => words.map((word) => word + "~1").join(" ") + " ",
    phrase: (words) => `"${words.join(" ")}" `,
  };
  let memory = 0;
  const held = async () => { memory = await ask(["memory"]); };
  await open();
  return {
    config: "worker; positions, stems, accents; BM25F over title and body; while typing also passages and facets",
    caps: { any: true, and: true, type: true, fuzzy: true, phrase: true },
    async build(docs) {
      // The worker that was opened first is as good as a new one.
      if (used) await open();
      used = true;
      const answers = [];
      for (let at = 0; at < docs.length; at += BATCH) {
        const batch = pack(docs.slice(at, at + BATCH));
        answers.push(ask(["add", batch], [batch.buffer]));
        // The worker works while the page packs the next, and no more than two batches wait.
        if (answers.length > 2) await answers.shift();
      }
      await Promise.all([...answers, ask(["settle"])]);
      await held();
    },
    async search(text, k, mode) {
      const query = mode === "type" ? text : queryOf[mode](text.split(/\s+/u).filter(Boolean));
      return ask([mode === "type" ? "type" : "search", query, k]);
    },
    async add(doc) { const batch = pack([doc]); await ask(["add", batch], [batch.buffer]); await ask(["settle"]); },
    remove: (doc) => ask(["remove", doc.id]),
    serialise: () => ask(["save"]),
    drop() { worker.terminate(); worker = undefined; },
    async load(bytes) { await open(); await ask(["load", bytes]); },
    memoryBytes: () => memory,
  };
};

/// Articles as bytes: for each its number, how many bytes of its text are its title, and the length and the UTF-8 of its text (title,
/// line break, body), outlet and date.
function pack(docs) {
  const encoder = new TextEncoder();
  const most = docs.reduce((sum, doc) => sum + 21 + FIELDS.reduce((n, field) => n + 3 * doc[field].length, 0), 0);
  const bytes = new Uint8Array(most), view = new DataView(bytes.buffer);
  let at = 0;
  const put = (number) => { view.setUint32(at, number, true); at += 4; };
  const encode = (text, to) => encoder.encodeInto(text, bytes.subarray(to)).written;
  for (const doc of docs) {
    put(doc.id);
    const title = encode(doc.title, at + 8);
    bytes[at + 8 + title] = 10;
    const body = encode(doc.body, at + 9 + title);
    put(title);
    put(title + 1 + body);
    at += title + 1 + body;
    for (const field of ["outlet", "date"]) {
      const written = encode(doc[field], at + 4);
      put(written);
      at += written;
    }
  }
  return bytes.slice(0, at);
}
