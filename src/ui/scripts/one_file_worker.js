// In a worker the first message brings the module, compiled. On the page this is not there.
self.addEventListener("messageerror", () => self.postMessage("messageerror"), { once: true });
self.addEventListener("message", ({ data }) => { glue(() => {}).start({ module_or_path: data }).catch((why) => self.postMessage(String(why))); }, { once: true });
