// What HTML must hold that this site publishes: the standard, as html-validate knows it.
//
// The theme's pages have faults of their own, which we cannot mend without keeping copies of its templates. Each rule that
// is off says whose fault it is and why it may stand.
import { defineConfig } from "html-validate";

export default defineConfig({
  root: true,
  extends: ["html-validate:standard"],
  rules: {
    // ---- The theme's ----
    // Its switches for the drawer, the search and the table of contents say autocomplete="off", which Firefox needs.
    "valid-autocomplete": "off",
    // Its search has no button to send it: results come while one types.
    "wcag/h32": "off",
    // It begins with <!doctype html>, as good as <!DOCTYPE html>.
    "doctype-style": "off",
    // Its templates leave blanks at the ends of lines, as they leave empty ones.
    "no-trailing-whitespace": "off",
    // Its navigation repeats landmarks of one name, one hidden by its style sheet: once for phones, once for desks.
    "unique-landmark": "off",
    // It writes tabindex="" in the navigation.
    "attribute-allowed-values": "off",
    // It writes hidden="" and such in some places, bare in others; both are the same.
    "attribute-boolean-style": "off",
    // Its overlay, its drawer's title and its icons are labels that hold no text; their fields have names of their own.
    "no-inline-style": "off",
    // ---- Ours ----
    // An entry's id is that of its event, which begins with its year; HTML allows every id without spaces.
    "valid-id": ["error", { relaxed: true }],
    // A title says what an event was, as long as that takes.
    "long-title": "off",
  },
});
