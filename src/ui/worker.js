// The engine's side of the page: the same module, already compiled, started without a window. The first message brings it.
"use strict";
const refuse = (why) => self.postMessage(`le moteur ne démarre pas : ${why}`);
self.addEventListener("messageerror", () => refuse("le module ne se lit pas"), { once: true });
self.addEventListener("message", async ({ data }) => {
  try {
    const glue = await import(data.glue);
    await glue.default({ module_or_path: data.module });
  } catch (why) {
    refuse(why);
  }
}, { once: true });
