/** What benchmarks/browser.py runs in each page: the same for our pages and for its peers', which have the same form. */
(() => {
  "use strict";

  const STEPS = {
    "the first, at once": { tag: 0 },
    "a letter": { q: "r" },
    "a word": { q: "ren" },
    "a tag": { tag: 1 },
    "an actor": { actor: 0 },
    "a place": { place: 0 },
    "a status": { status: "planned" },
    "a date": { from: "2018" },
    "all at once": { q: "ka", tag: 0, status: "happened", from: "2012", to: "2025" },
  };

  let usable = 0;
  // The form stands above the list: once it is there, it alone is watched, so that the watch costs nothing.
  const shown = new MutationObserver(() => (usable ||= performance.now()));
  const parsed = new MutationObserver(() => {
    if (!form()) return;
    parsed.disconnect();
    shown.observe(form(), { attributeFilter: ["hidden"] });
  });
  parsed.observe(document, { childList: true, subtree: true });

  const form = () => document.querySelector("form.dl-filters");
  const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** What was drawn by now is on the screen. */
  const painted = () =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        const channel = new MessageChannel();
        channel.port1.onmessage = resolve;
        channel.port2.postMessage(0);
      });
    });

  /** Something changes in a part of the page, and not to say that more is to come. */
  const changed = (part) =>
    new Promise((resolve) => {
      const observer = new MutationObserver(() => {
        if (part.value && part.value === form().dataset.loading) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(part, { childList: true, subtree: true, characterData: true });
    });

  /** The milliseconds until a part of the page says something else, and that is drawn. */
  async function timed(part, act) {
    const done = changed(part);
    const before = performance.now();
    act();
    await done;
    await painted();
    return performance.now() - before;
  }

  async function load() {
    while (!usable || !performance.getEntriesByName("first-contentful-paint").length) await pause(20);
    return [performance.getEntriesByName("first-contentful-paint")[0].startTime, usable];
  }

  async function open() {
    await load();
    await pause(500);
    const before = performance.now();
    form().querySelector("summary").click();
    await painted();
    return performance.now() - before;
  }

  async function clear() {
    await timed(form().querySelector("output"), () => form().reset());
    await pause(500);
  }

  async function step(name) {
    const choice = Object.entries(STEPS[name]).filter(([field]) => form().elements.namedItem(field));
    return timed(form().querySelector("output"), () => {
      let last = null;
      for (const [field, value] of choice) {
        last = form().elements.namedItem(field);
        last.value = typeof value === "number" ? last.options[value + 1].value : value;
      }
      last.dispatchEvent(new Event("input", { bubbles: true }));
      last.dispatchEvent(new Event("change", { bubbles: true }));
    });
  }

  /** Whatever a step leaves for later is done. */
  const rest = () => pause(800);

  async function search() {
    await load();
    await pause(500);
    const input = document.querySelector("[data-dl-search] input");
    const list = document.querySelector("[data-dl-search] ol");
    const ask = (word) => () => {
      input.focus();
      input.value = word;
      input.dispatchEvent(new Event("input", { bubbles: true }));
    };
    const [one, other] = document.querySelector(".dl-entry__title a").textContent.toLowerCase().split(" ");
    return [await timed(list, ask(one)), await timed(list, ask(other))];
  }

  window.measured = { load, open, clear, step, rest, search };
})();
