// The search alone, as the harness takes it: its worker's side. Keeps the texts in blobs, outside of the engine's memory, as a page
// with a store does; those of the articles shown are read again for their passages.
"use strict";
import init, { Engine } from "./recoupe_peers.js";

/// Articles kept in one blob, and some more: it is made of whole batches.
const SHARD = 1000;

const wasm = await init();
const reader = new FileReaderSync();
let engine = new Engine(), n = 0;
/// Where the text of each article begins and ends in the bytes of its shard, and the first article of each shard. The last shard is
/// still open.
let places = new Uint32Array(2048), firsts = [0], shards = [], open = [], filled = 0, last;

/// Keeps the texts of a batch: its bytes, and where in them they are.
function keep(batch) {
  const view = new DataView(batch.buffer, batch.byteOffset);
  for (let at = 0; at < batch.length; n++) {
    if (2 * n === places.length) { const more = new Uint32Array(4 * n); more.set(places); places = more; }
    const start = at + 12, end = start + view.getUint32(at + 8, true);
    places.set([filled + start, filled + end], 2 * n);
    at = end;
    for (let field = 0; field < 2; field++) at += 4 + view.getUint32(at, true);
  }
  open.push(batch);
  last = undefined;
  filled += batch.length;
  if (n - firsts.at(-1) >= SHARD) { shards.push(new Blob(open)); firsts.push(n); open = []; filled = 0; }
}

const decoder = new TextDecoder();
/// The texts of `articles`. All that lie in blobs are read as one: a message to where blobs lie costs more than what it brings.
function read(articles) {
  const parts = Array.from(articles, (article) => {
    const shard = shards[firsts.findLastIndex((first) => first <= article)] ?? (last ??= new Blob(open));
    return shard.slice(places[2 * article], places[2 * article + 1]);
  });
  const bytes = new Uint8Array(reader.readAsArrayBuffer(new Blob(parts)));
  let at = 0;
  return parts.map((part) => decoder.decode(bytes.subarray(at, at += part.size)));
}

const answers = {
  add(batch) { engine.add(batch); keep(batch); },
  settle: () => engine.settle(),
  search: (query, k) => Array.from(engine.search(query, k)),
  type: (query, k) => Array.from(engine.show(query, k, read)),
  // Texts of removed articles stay in their blobs until the corpus is closed; places of the others are not moved in this harness.
  remove: (number) => engine.remove(number),
  save: () => engine.save(),
  load: (bytes) => engine.load(bytes),
  memory: () => wasm.memory.buffer.byteLength + places.byteLength + filled,
};
self.onmessage = ({ data: [what, ...rest] }) => {
  try {
    self.postMessage(answers[what](...rest));
  } catch (why) {
    self.postMessage(new Error(String(why)));
  }
};
self.postMessage("ready");
