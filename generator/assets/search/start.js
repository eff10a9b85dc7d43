/**
 * The search box: opened by its button or by a key. What searches is fetched when the box first gets the focus, and no sooner.
 */
(() => {
  "use strict";

  const dialog = document.querySelector("[data-dl-search]");
  const toggle = document.getElementById("__search");
  const input = dialog?.querySelector("input");
  if (!(dialog instanceof HTMLElement) || !(toggle instanceof HTMLInputElement) || !input) return;
  const said = dialog.dataset;
  const missing = new Set(said.scripts?.split(" "));

  /** Fetch the scripts that are still missing; where one fails, the next focus asks for it again. */
  function load() {
    for (const address of [...missing]) {
      const script = document.createElement("script");
      missing.delete(address);
      script.src = address;
      script.async = false;
      script.onerror = () => {
        missing.add(address);
        dialog?.querySelector("[role=status]")?.replaceChildren(said.failed ?? "");
      };
      document.head.append(script);
    }
  }

  input.addEventListener("focus", () => {
    toggle.checked = true;
    load();
  });
  // Here, as whoever goes on by keys may have left the box before what searches has come.
  dialog.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !dialog.contains(event.relatedTarget)) toggle.checked = false;
  });
  toggle.addEventListener("change", () => toggle.checked && input.focus());
  dialog.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  document.addEventListener("keydown", (event) => {
    const target = event.target;
    const typing = target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA)$/.test(target.tagName));
    if (typing || event.altKey || event.ctrlKey || event.metaKey || !["/", "f", "s"].includes(event.key)) return;
    event.preventDefault();
    input.focus();
  });
})();
