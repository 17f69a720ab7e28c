// The search alone, as the harness takes it: its worker's side. Keeps the texts in blobs, outside of the engine's memory, as a page
// with a store does; those of the articles shown are read again for their passages.
"use strict";
import init, { Engine } from "./recoupe_peers.js";

/// Articles kept in one blob.
const SHARD = 1000;

const wasm = await init();
const reader = new FileReaderSync();
let engine = new Engine(), shards = [], open = [], ends = new Uint32Array(1024), n = 0;

/// Keeps the title and the body of each article of a batch.
function keep(batch) {
  const view = new DataView(batch.buffer, batch.byteOffset);
  for (let at = 0; at < batch.length;) {
    const parts = [];
    at += 4;
    for (let field = 0; field < 4; field++) {
      const length = view.getUint32(at, true);
      parts.push([at + 4, length]);
      at += 4 + length;
    }
    const text = new Uint8Array(parts[0][1] + 1 + parts[1][1]);
    text.set(batch.subarray(parts[0][0], parts[0][0] + parts[0][1]));
    text[parts[0][1]] = 10;
    text.set(batch.subarray(parts[1][0], parts[1][0] + parts[1][1]), parts[0][1] + 1);
    if (n === ends.length) { const more = new Uint32Array(2 * n); more.set(ends); ends = more; }
    ends[n] = (n % SHARD ? ends[n - 1] : 0) + text.length;
    open.push(text);
    n++;
    if (n % SHARD === 0) { shards.push(new Blob(open)); open = []; }
  }
}

const decoder = new TextDecoder();
/// The texts at `places`. All that lie in blobs are read as one: a message to where blobs lie costs more than what it brings.
function read(places) {
  const parts = Array.from(places, (place) => {
    const shard = Math.floor(place / SHARD), within = place % SHARD;
    if (shard >= shards.length) return open[within];
    return shards[shard].slice(within ? ends[place - 1] : 0, ends[place]);
  });
  const bytes = new Uint8Array(reader.readAsArrayBuffer(new Blob(parts)));
  let at = 0;
  return parts.map((part) => decoder.decode(bytes.subarray(at, at += part.size ?? part.length)));
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
  memory: () => wasm.memory.buffer.byteLength + ends.byteLength + open.reduce((sum, text) => sum + text.length, 0),
};
self.onmessage = ({ data: [what, ...rest] }) => {
  try {
    self.postMessage(answers[what](...rest));
  } catch (why) {
    self.postMessage(new Error(String(why)));
  }
};
self.postMessage("ready");
