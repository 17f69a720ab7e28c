// In a worker the first message brings the module, as it was compiled. On the page this does nothing.
if (typeof document === "undefined") {
  const refuse = (why) => self.postMessage(`le moteur ne démarre pas : ${why}`);
  self.addEventListener("messageerror", () => refuse("le module ne se lit pas"), { once: true });
  self.addEventListener("message", ({ data }) => { glue()({ module_or_path: data }).catch(refuse); }, { once: true });
}
