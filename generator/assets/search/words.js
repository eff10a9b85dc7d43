/**
 * Searches a small site: words, in an index of all its pages that is fetched once. Case and accents make no difference. A page has
 * all the words, the last of which may be only begun; it comes the earlier the more of them stand in its title. Scripts without
 * spaces between words are searched by their signs.
 */
(() => {
  "use strict";

  /** As in search_index.json: title and text are HTML. @typedef {{ location: string, title: string, text: string, tags?: string[] }} Entry */
  /** A page or a part of one, and how it is searched. @typedef {{ url: string, page: string, name: string, text: string, title: string, folded: string }} Place */

  const FIRST = 30;
  const LONG = 180;
  const BEFORE = 50;

  const UNSPACED = "[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Myanmar}]";
  const SIGN = "[\\p{L}\\p{M}\\p{N}]";
  const WORDS = new RegExp(`${SIGN}+`, "gu");
  const WITHOUT_SPACES = new RegExp(UNSPACED, "u");
  const BEGIN = `(?:(?<!${SIGN})|(?<=${UNSPACED}))`;
  const END = `(?:(?!${SIGN})|(?=${UNSPACED}))`;

  /** Accents, points of Hebrew and Arabic, and what is not seen. */
  const SILENT = /[\u0300-\u036f]|[\u0591-\u05bd\u05bf\u05c1\u05c2\u05c4\u05c5\u05c7]|[\u064b-\u0655\u0670]|\u0640|\u00ad|\u200b/g;
  /** Letters that Unicode does not take apart. @type {Record<string, string>} */
  const ALIKE = { ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ł: "l", ı: "i", ς: "σ" };

  const dialog = document.querySelector("[data-dl-search]");
  if (!(dialog instanceof HTMLElement)) return;
  const address = new URL(dialog.dataset.dlSearch ?? "", document.baseURI);
  const onDisk = location.protocol === "file:";

  /** @type {Promise<Place[]> | undefined} */
  let loading;

  /** A text without case and accents: the same for a whole text as for its signs one by one. @param {string} text */
  const fold = (text) =>
    text.toLowerCase().normalize("NFKD").replace(SILENT, "").replace(/[ßæœøđłıς]/g, (sign) => ALIKE[sign] ?? sign);

  /** The text of some HTML, which is never part of a page. @param {string} html */
  function plain(html) {
    const parted = html.replace(/<\/?(?:p|pre|li|ol|ul)>/g, " ");
    const text = /[<&]/.test(parted) ? new DOMParser().parseFromString(parted, "text/html").body.textContent ?? "" : parted;
    return text.replace(/\u200b/g, "").replace(/\s+/g, " ").trim();
  }

  /** A page's address; a disk shows a folder's list of files where its page is not named. @param {string} path */
  function addressOf(path) {
    const { pathname, hash } = new URL(`../${path}`, address);
    return `${pathname}${onDisk && pathname.endsWith("/") ? "index.html" : ""}${hash}`;
  }

  /** @param {{ docs: Entry[] }} index @returns {Place[]} */
  function read(index) {
    /** @type {Map<string, string>} */
    const titles = new Map();
    return index.docs.map((entry) => {
      const page = entry.location.replace(/#.*/s, "");
      const title = plain(entry.title);
      const text = [plain(entry.text), entry.tags?.join(", ")].filter(Boolean).join(" ");
      const above = titles.get(page);
      if (above === undefined) titles.set(page, title);
      const name = above ? `${above} · ${title}` : title;
      return { url: addressOf(entry.location), page, name, text, title: fold(title), folded: fold(`${text} ${above ?? ""}`) };
    });
  }

  /** A browser reads no data from a disk, but it runs a script that has them. @returns {Promise<{ docs: Entry[] }>} */
  const fromDisk = () =>
    new Promise((done, failed) => {
      const script = document.createElement("script");
      script.src = address.href.replace(/\.json$/, ".js");
      script.onload = () => done(/** @type {any} */ (window).datelineIndex);
      script.onerror = failed;
      document.head.append(script);
    });

  async function fetched() {
    const response = await fetch(address);
    if (!response.ok) throw new Error(response.statusText);
    return response.json();
  }

  /** The index, read once; after a failure the next key asks again. */
  function ready() {
    loading ??= (onDisk ? fromDisk() : fetched()).then(read).catch((error) => {
      loading = undefined;
      throw error;
    });
    return loading;
  }

  /** What finds each word of a query. @param {string} query */
  function patterns(query) {
    const words = fold(query).match(WORDS) ?? [];
    return words.map((word, at) => {
      const whole = BEGIN + word + (at < words.length - 1 ? END : "");
      return new RegExp(WITHOUT_SPACES.test(word) ? word : whole, "gu");
    });
  }

  /** How well a place fits: words in its title, then how much of its text they are. @param {Place} place @param {RegExp[]} sought */
  function rank(place, sought) {
    let titled = 0;
    let often = 0;
    for (const word of sought) {
      const here = place.title.match(word) ? 1 : 0;
      const there = place.folded.match(word)?.length ?? 0;
      if (!here && !there) return null;
      titled += here;
      often += there;
    }
    return { place, titled, share: often / (place.folded.length + LONG) };
  }

  /** Where in a text words stand, as pairs of begin and end. @param {string} text @param {RegExp[]} sought */
  function spans(text, sought) {
    let folded = "";
    /** @type {[number, number][]} */
    const origin = [];
    let at = 0;
    for (const sign of text) {
      const part = fold(sign);
      folded += part;
      for (let unit = 0; unit < part.length; unit++) origin.push([at, at + sign.length]);
      at += sign.length;
    }
    return sought
      .flatMap((word) => [...folded.matchAll(word)])
      .map(({ index = 0, 0: { length } }) => /** @type {const} */ ([origin[index]?.[0] ?? 0, origin[index + length - 1]?.[1] ?? 0]))
      .sort((one, other) => one[0] - other[0]);
  }

  /** The text around the first word that is found. @param {string} text @param {RegExp[]} sought @returns {Part[]} */
  function excerpt(text, sought) {
    const found = spans(text, sought);
    const first = found[0]?.[0] ?? 0;
    const space = text.indexOf(" ", first - BEFORE) + 1;
    let at = first <= BEFORE ? 0 : space && space < first ? space : first;
    const end = at + LONG;
    /** @type {Part[]} */
    const parts = [{ text: at ? "…" : "", marked: false }];
    for (const [from, to] of found) {
      if (from < at || to > end) continue;
      parts.push({ text: text.slice(at, from), marked: false }, { text: text.slice(from, to), marked: true });
      at = to;
    }
    const last = text.length <= end ? text.length : Math.max(at, text.lastIndexOf(" ", end)) || end;
    parts.push({ text: text.slice(at, last) + (last < text.length ? "…" : ""), marked: false });
    return parts.filter((part) => part.text);
  }

  /** @param {string} query @returns {Promise<Found>} */
  async function find(query) {
    const places = await ready();
    const sought = patterns(query);
    const ranked = sought.length ? places.flatMap((place) => rank(place, sought) ?? []) : [];
    ranked.sort((one, other) => other.titled - one.titled || other.share - one.share);
    /** @type {Map<string, Place>} */
    const best = new Map();
    for (const { place } of ranked) if (!best.has(place.page)) best.set(place.page, place);
    const results = [...best.values()].slice(0, FIRST);
    return { count: best.size, results: results.map(({ url, name, text }) => ({ url, title: name, excerpt: excerpt(text, sought) })) };
  }

  Object.assign(window, { datelineSearch: { ready, find } });
})();
