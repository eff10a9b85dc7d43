/**
 * What the filters know of a list of events, and what of it fits a choice.
 *
 * It is set into columns of numbers once, so that a choice among ten thousand events is one walk over each column, and
 * the counts of all values another: no part of the page is asked again.
 */
(() => {
  "use strict";

  /** The bit that words and dates set, beside those of the facets. */
  const OTHERWISE = 1 << 7;

  /** Letters without their accents, in lower case. @param {string} text */
  function fold(text) {
    // Most texts have none, and are done in a tenth of the time.
    return (/^[\0-\x7f]*$/.test(text) ? text : text.normalize("NFKD").replace(/\p{M}/gu, "")).toLowerCase();
  }

  /** Set into columns what is told of events. @param {Item[]} items @returns {Columns} */
  function learn(items) {
    return {
      facets: (items[0]?.keys || []).map((_, at) => column(items.map((item) => item.keys[at] || ""))),
      // An open end is as far away as can be; without any date, an event is in no stretch of time.
      first: Float64Array.from(items, ({ first, last }) => first ?? (last === null ? Infinity : -Infinity)),
      last: Float64Array.from(items, ({ first, last }) => last ?? (first === null ? -Infinity : Infinity)),
      texts: items.map((item) => fold(item.text)),
    };
  }

  /** @param {string[]} told @returns {Column} */
  function column(told) {
    /** @type {Map<string, number>} */
    const keys = new Map();
    const starts = new Uint32Array(told.length + 1);
    /** @type {number[]} */
    const values = [];
    told.forEach((text, at) => {
      for (const key of text.split(" ")) {
        if (key && !keys.has(key)) keys.set(key, keys.size);
        if (key) values.push(keys.get(key) ?? 0);
      }
      starts[at + 1] = values.length;
    });
    return { keys, starts, values };
  }

  /**
   * What speaks against each event: a bit for each facet by its number, and one for words and dates. What fits has none.
   * @param {Columns} all @param {Choice} chosen
   */
  function weigh({ facets, first, last, texts }, chosen) {
    const against = new Uint8Array(texts.length);
    chosen.facets.forEach((key, facet) => {
      const { keys, starts, values } = /** @type {Column} */ (facets[facet]);
      if (key) mark(against, 1 << facet, (at) => among(values, starts[at] ?? 0, starts[at + 1] ?? 0, keys.get(key) ?? -1));
    });
    const { from, to, q } = chosen;
    if (from !== null) mark(against, OTHERWISE, (at) => Number(last[at]) >= from);
    if (to !== null) mark(against, OTHERWISE, (at) => Number(first[at]) <= to);
    for (const word of q) mark(against, OTHERWISE, (at) => !!texts[at]?.includes(word));
    return against;
  }

  /** @param {Uint8Array} against @param {number} bit @param {(at: number) => boolean} fits */
  function mark(against, bit, fits) {
    for (let at = 0; at < against.length; at++) {
      if (!(Number(against[at]) & bit) && !fits(at)) against[at] = Number(against[at]) | bit;
    }
  }

  /** Whether a value is among some. @param {number[]} values @param {number} from @param {number} to @param {number} value */
  function among(values, from, to, value) {
    for (let at = from; at < to; at++) if (values[at] === value) return true;
    return false;
  }

  /**
   * How many events each value of a facet would leave, by the value's key.
   * @param {Columns} all @param {Uint8Array} against What speaks against each event. @param {number} facet
   */
  function count({ facets }, against, facet) {
    const { keys, starts, values } = /** @type {Column} */ (facets[facet]);
    const numbers = new Uint32Array(keys.size);
    for (let at = 0; at < against.length; at++) {
      // What only this facet speaks against would come with another choice of it.
      if (Number(against[at]) & ~(1 << facet)) continue;
      for (let place = starts[at] ?? 0; place < Number(starts[at + 1]); place++) {
        const value = Number(values[place]);
        numbers[value] = Number(numbers[value]) + 1;
      }
    }
    return new Map([...keys].map(([key, value]) => [key, Number(numbers[value])]));
  }

  Object.assign(window, { datelineKnowledge: { fold, learn, weigh, count } });
})();

/**
 * @typedef {object} Item What is told of an event.
 * @property {string[]} keys Its values for each facet, as keys with spaces between them.
 * @property {number | null} first The first day that its date may mean, as a number: 20220204.
 * @property {number | null} last
 * @property {string} text Its words.
 *
 * @typedef {{keys: Map<string, number>, starts: Uint32Array, values: number[]}} Column The values of all events by number, each event's from where it starts.
 * @typedef {{facets: Column[], first: Float64Array, last: Float64Array, texts: string[]}} Columns What is known of all events, each at its number; texts are folded.
 * @typedef {{q: string[], from: number | null, to: number | null, facets: string[]}} Choice
 * @typedef {object} Knowledge
 * @property {(text: string) => string} fold
 * @property {(items: Item[]) => Columns} learn
 * @property {(all: Columns, chosen: Choice) => Uint8Array} weigh
 * @property {(all: Columns, against: Uint8Array, facet: number) => Map<string, number>} count
 */
