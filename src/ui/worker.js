// The engine's side of the page: the same module, already compiled, started without a window. The first message brings it.
"use strict";
self.addEventListener("message", async ({ data }) => {
  try {
    const glue = await import(data.glue);
    await glue.default({ module_or_path: data.module });
  } catch (why) {
    self.postMessage(`le moteur ne démarre pas : ${why}`);
  }
}, { once: true });
