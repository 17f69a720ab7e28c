// Unpacks the blocks of the page in one file: raw LZMA (https://7-zip.org/sdk.html, lzma-specification.txt), which browsers have no decoder of, a
// quarter smaller than gzip here. It is the first half of the boot script.
//
// A block: the check of all that was packed, the number of its parts and their lengths, in four bytes each, the lowest first; then the
// stream, with lc 4, lp 0 and pb 0 and neither header nor end.
"use strict";
function unlzma(packed, known, length) {
  const end = known.length + length;
  const out = new Uint8Array(end);
  out.set(known);
  const odds = new Uint16Array(2048 + (768 << 4)).fill(1024);
  let range = 0xffffffff, code = 0, from = 5, at = known.length;
  for (let n = 1; n < 5; n++) code = (code << 8 | packed[n]) >>> 0;
  const bit = (n) => {
    const odd = odds[n], bound = (range >>> 11) * odd;
    let one = 0;
    if (code < bound) { range = bound; odds[n] = odd + (2048 - odd >>> 5); }
    else { range -= bound; code -= bound; odds[n] = odd - (odd >>> 5); one = 1; }
    if (range < 0x1000000) { range = (range << 8) >>> 0; code = (code << 8 | packed[from++]) >>> 0; }
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
            range >>>= 1;
            high <<= 1;
            if (code >= range) { code -= range; high |= 1; }
            if (range < 0x1000000) { range = (range << 8) >>> 0; code = (code << 8 | packed[from++]) >>> 0; }
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

// The parts of `block`, whose stream may repeat what stands in `known`, each with its own bytes.
function unpack(block, known) {
  const head = new DataView(block.buffer);
  const lengths = Array.from({ length: head.getUint32(4, true) }, (_, n) => head.getUint32(8 + 4 * n, true));
  const all = unlzma(block.subarray(8 + 4 * lengths.length), known, lengths.reduce((sum, length) => sum + length, 0));
  let check = 0x811c9dc5, at = 0;
  // FNV-1a, as of a corpus, in 32 bits.
  for (let n = 0; n < all.length; n++) check = Math.imul(check ^ all[n], 0x01000193);
  if (check >>> 0 !== head.getUint32(0, true)) throw new Error("check");
  return lengths.map((length) => all.slice(at, at += length));
}

// Answers a message in a worker, which is made of these three functions.
function unpackThere({ data: { block, known } }) {
  try {
    self.postMessage(unpack(block, known));
  } catch (why) {
    self.postMessage(String(why));
  }
}
