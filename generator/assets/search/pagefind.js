/**
 * Searches a large site with Pagefind: words that are typed fetch the part of the index that has them.
 */
(() => {
  "use strict";

  const FIRST = 10;
  const dialog = document.querySelector("[data-dl-search]");
  if (!(dialog instanceof HTMLElement)) return;
  const address = new URL(dialog.dataset.dlSearch ?? "", document.baseURI);

  /** @type {Promise<any> | undefined} */
  let loading;

  /** Pagefind, loaded once; after a failure the next key asks again. */
  function ready() {
    loading ??= import(address.href)
      .then(async (pagefind) => {
        await pagefind.options({ baseUrl: new URL("..", address).pathname, excerptLength: 24 });
        await pagefind.init();
        return pagefind;
      })
      .catch((error) => {
        loading = undefined;
        throw error;
      });
    return loading;
  }

  /** An excerpt’s words and marks, and nothing else of its HTML. @param {string} html @returns {Part[]} */
  const parts = (html) =>
    [...new DOMParser().parseFromString(html, "text/html").body.childNodes].map((node) => ({
      text: node.textContent ?? "",
      marked: node.nodeName === "MARK",
    }));

  /** @param {string} words @returns {Promise<Found | null>} */
  async function find(words) {
    const found = await (await ready()).debouncedSearch(words, {}, 150);
    if (!found) return null;
    const first = await Promise.all(found.results.slice(0, FIRST).map((/** @type {any} */ each) => each.data()));
    const results = first.map(({ url, meta, excerpt }) => ({ url, title: meta.title, excerpt: parts(excerpt) }));
    return { count: found.results.length, results };
  }

  Object.assign(window, { datelineSearch: { ready, find } });
})();
