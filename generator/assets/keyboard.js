/**
 * Keys for those who read with the keyboard: j and k go to the next and the previous entry of a timeline, or from the page
 * of an event to its neighbours; t goes to the latest event. Never while something is typed, and never with a modifier.
 */
(() => {
  "use strict";

  /** @param {EventTarget | null} target */
  const isTyping = (target) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|SELECT|TEXTAREA|BUTTON)$/.test(target.tagName));

  /** Go to the entry that lies so many places from the one at the top of the window. @param {number} step */
  function move(step) {
    // Entries are asked and not the links in them, which are laid out near the window alone.
    const entries = [...document.querySelectorAll(".dl-timeline:not([hidden]) .dl-year:not([hidden]) .dl-entry:not([hidden])")];
    const focused = entries.findIndex((entry) => entry.contains(document.activeElement));
    const top = entries.findIndex((entry) => entry.getBoundingClientRect().top > 0);
    const next = focused >= 0 ? focused + step : step > 0 ? top : top - 1;
    /** @type {HTMLElement | null | undefined} */
    const link = entries[Math.max(0, Math.min(entries.length - 1, next))]?.querySelector(".dl-entry__title a");
    link?.focus();
  }

  /** @param {string} selector */
  const follow = (selector) => {
    const link = document.querySelector(selector);
    if (link instanceof HTMLAnchorElement) link.click();
  };

  document.addEventListener("keydown", (event) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || isTyping(event.target)) return;
    const onEvent = document.querySelector(".dl-neighbours");
    if (event.key === "j") onEvent ? follow(".dl-neighbours__link--after") : move(1);
    else if (event.key === "k") onEvent ? follow(".dl-neighbours__link--before") : move(-1);
    else if (event.key === "t") follow(".dl-latest a");
    else return;
    event.preventDefault();
  });
})();
