// Links the chunks of the page's module, which hold what nobody sees first. The build writes two lines around this: which glue
// `initSync` comes from, and for each cut in the module the function that it calls.
"use strict";
const linked = new Map();

// Not every static host names the type of a module, without which it cannot be compiled while it comes.
async function link(name) {
  const response = await fetch(new URL(name, import.meta.url));
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  const imports = { __wasm_split: initSync() };
  if (/^application\/wasm\b/.test(response.headers.get("Content-Type"))) return WebAssembly.instantiateStreaming(response, imports);
  return WebAssembly.instantiate(await response.arrayBuffer(), imports);
}

// What came is kept; what did not come is asked for again the next time.
function once(name) {
  if (!linked.has(name)) linked.set(name, link(name).catch((why) => { linked.delete(name); throw why; }));
  return linked.get(name);
}

// Calls the module's function at `place` with `data` and whether all is here. What several chunks share comes before them.
const loads = (...names) => async (place, data) => {
  let isHere = true;
  try {
    for (const name of names) await once(name);
  } catch {
    isHere = false;
  }
  initSync().__indirect_function_table.get(place)(data, isHere);
};
