/** Lets readers copy a reference or an address. Without a script, or where the browser forbids it, there is no button. */
(() => {
  "use strict";

  if (!navigator.clipboard) return;
  const SHOWN = 2000;

  for (const button of document.querySelectorAll("button.dl-copy")) {
    if (!(button instanceof HTMLButtonElement)) continue;
    const target = document.getElementById(button.dataset.copy || "");
    if (!target) continue;
    const label = button.textContent;
    button.hidden = false;
    // What the button says is read out when it changes.
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(target.textContent || "");
        button.textContent = button.dataset.done || "";
        setTimeout(() => (button.textContent = label), SHOWN);
      } catch {
        getSelection()?.selectAllChildren(target);
      }
    });
  }
})();
