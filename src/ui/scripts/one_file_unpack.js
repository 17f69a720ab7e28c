// Unpacks the blocks of the page in one file: raw LZMA (https://7-zip.org/sdk.html, lzma-specification.txt), which browsers have no decoder of, a
// quarter smaller than gzip here. It is the first half of the boot script.
//
// A block: the check of what was packed and its length, in four bytes each, the lowest first; then the stream, with lc 4, lp 0 and pb 0 and
// neither header nor end.
"use strict";
function unlzma(packed, known, length) {
  const end = known.length + length;
  const out = new Uint8Array(end);
  out.set(known);
  const odds = new Uint16Array(2048 + (768 << 4)).fill(1024);
  // Range and code, which must not become doubles.
  const now = new Uint32Array([0xffffffff, 0]);
  let from = 5, at = known.length;
  for (let n = 1; n < 5; n++) now[1] = (now[1] << 8 | packed[n]) >>> 0;
  const bit = (n) => {
    const odd = odds[n], bound = (now[0] >>> 11) * odd;
    let one = 0;
    if (now[1] < bound) { now[0] = bound; odds[n] = odd + (2048 - odd >>> 5); }
    else { now[0] -= bound; now[1] -= bound; odds[n] = odd - (odd >>> 5); one = 1; }
    if (now[0] < 0x1000000) { now[0] = (now[0] << 8) >>> 0; now[1] = (now[1] << 8 | packed[from++]) >>> 0; }
    return one;
  };
  const tree = (base, bits) => {
    let n = 1;
    for (let i = 0; i < bits; i++) n = n << 1 | bit(base + n);
    return n - (1 << bits);
  };
  const reversed = (base, bits) => {
    let n = 1, value = 0;
    for (let i = 0; i < bits; i++) { const one = bit(base + n); n = n << 1 | one; value |= one << i; }
    return value;
  };
  const len = (base) => bit(base) ? bit(base + 1) ? 18 + tree(base + 32, 8) : 10 + tree(base + 16, 3) : 2 + tree(base + 8, 3);
  const IS_MATCH = 0, IS_REP = 12, G0 = 24, G1 = 36, G2 = 48, LONG = 60, SLOT = 72, SPECIAL = 328, ALIGN = 460, LEN = 480, REPLEN = 800, LIT = 2048;
  let state = 0, r0 = 0, r1 = 0, r2 = 0, r3 = 0;
  while (at < end) {
    if (!bit(IS_MATCH + state)) {
      const base = LIT + 768 * ((at ? out[at - 1] : 0) >>> 4);
      let n = 1;
      if (state >= 7) {
        let same = out[at - r0 - 1];
        while (n < 256) {
          const one = same >>> 7; same = same << 1 & 255;
          const got = bit(base + (1 + one << 8) + n);
          n = n << 1 | got;
          if (got !== one) break;
        }
      }
      while (n < 256) n = n << 1 | bit(base + n);
      out[at++] = n;
      state = state < 4 ? 0 : state < 10 ? state - 3 : state - 6;
      continue;
    }
    let run;
    if (bit(IS_REP + state)) {
      if (!bit(G0 + state)) {
        if (!bit(LONG + state)) { state = state < 7 ? 9 : 11; out[at] = out[at - r0 - 1]; at++; continue; }
      } else {
        let far;
        if (!bit(G1 + state)) far = r1;
        else { if (!bit(G2 + state)) far = r2; else { far = r3; r3 = r2; } r2 = r1; }
        r1 = r0; r0 = far;
      }
      run = len(REPLEN);
      state = state < 7 ? 8 : 11;
    } else {
      r3 = r2; r2 = r1; r1 = r0;
      run = len(LEN);
      state = state < 7 ? 7 : 10;
      const slot = tree(SLOT + (Math.min(run, 5) - 2) * 64, 6);
      r0 = slot;
      if (slot > 3) {
        const bits = (slot >>> 1) - 1;
        r0 = (2 | slot & 1) << bits;
        if (slot < 14) r0 += reversed(SPECIAL + r0 - slot, bits);
        else {
          let high = 0;
          for (let n = bits - 4; n; n--) {
            now[0] >>>= 1;
            high <<= 1;
            if (now[1] >= now[0]) { now[1] -= now[0]; high |= 1; }
            if (now[0] < 0x1000000) { now[0] = (now[0] << 8) >>> 0; now[1] = (now[1] << 8 | packed[from++]) >>> 0; }
          }
          r0 += (high << 4) + reversed(ALIGN, 4);
        }
      }
    }
    if (r0 >= at || at + run > end) throw new Error("far");
    for (; run; run--, at++) out[at] = out[at - r0 - 1];
  }
  return out.subarray(known.length);
}

// What is packed in `block`, whose stream may repeat what stands in `known`.
function unpack(block, known) {
  const head = new DataView(block.buffer);
  const all = unlzma(block.subarray(8), known, head.getUint32(4, true));
  let check = 0x811c9dc5;
  // FNV-1a, as of a corpus, in 32 bits.
  for (let n = 0; n < all.length; n++) check = Math.imul(check ^ all[n], 0x01000193);
  if (check >>> 0 !== head.getUint32(0, true)) throw new Error("check");
  return all;
}

// The first letter of each pair of bytes in the encodings of East Asia that take two, which the browser knows as the readers' module does:
// with them known its tables need not come. The sections taken are those of the national standards themselves; of what vendors and Hong Kong
// added browsers differ in four places.
function pairs() {
  const units = [];
  for (const [label, lead, from, to, first] of [
    ["gb2312", [], 0xb0, 0xf7, 0xa1],
    ["euc-jp", [], 0xb0, 0xf4, 0xa1],
    ["euc-jp", [0x8f], 0xb0, 0xed, 0xa1],
    ["euc-kr", [], 0xb0, 0xfd, 0xa1],
    ["big5", [], 0xa4, 0xc5, 0x40],
    ["big5", [], 0xc9, 0xf9, 0x40],
  ]) {
    const lines = [];
    for (let row = from; row <= to; row++) {
      for (let cell = first; cell < 0xff; cell++) if (cell < 0x7f || cell > 0xa0) lines.push(...lead, row, cell, 10);
    }
    for (const line of new TextDecoder(label).decode(new Uint8Array(lines)).split("\n")) units.push(line.codePointAt(0));
  }
  return new Uint8Array(new Uint16Array(units).buffer);
}

// The bytes of a block's letters: of each letter two, the lower first. A letter behind `/` has its highest bit turned.
function bytes(text) {
  const units = new Uint16Array(text.length);
  let n = 0;
  for (let from = 0; from < text.length; from++) {
    const unit = text.charCodeAt(from);
    units[n++] = unit === 47 ? text.charCodeAt(++from) ^ 0x8000 : unit;
  }
  return new Uint8Array(units.buffer, 0, 2 * n);
}

// The bytes of a block that begins with their number.
function counted(text) {
  const all = bytes(text);
  return all.subarray(4, 4 + new DataView(all.buffer).getUint32(0, true));
}

// What the browser unpacks itself.
function inflated(text, type) {
  const packed = new Blob([counted(text)]);
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")), { headers: { "Content-Type": type } });
}

// What is packed in the letters `block`, which may repeat what stands in the page's module: the letters `page`.
async function unpackLetters({ block, page }) {
  const known = new Blob([pairs(), await inflated(page, "").arrayBuffer()]);
  return unpack(bytes(block), new Uint8Array(await known.arrayBuffer()));
}

// Answers a message in a worker, which is made of these functions.
function unpackThere({ data }) {
  unpackLetters(data).then((all) => self.postMessage(all, [all.buffer]), (why) => self.postMessage(String(why)));
}
