/**
 * Keeps the theme's script from asking for a sitemap beside all that a page names as another form of itself: feeds, data, oEmbed answers.
 * It takes each `link[rel=alternate]` for the site in another language, once, when the document is there. Others read
 * those links from the page as it was sent, many of them by that very word, and so the word itself must stand there.
 */
(() => {
  "use strict";

  /** @type {NodeListOf<HTMLLinkElement>} */
  const links = document.querySelectorAll("link[rel=alternate]");
  // Of a list of words: HTML ignores the space, the theme's selector does not.
  for (const link of links) link.rel = "alternate ";
  addEventListener("load", () => {
    for (const link of links) link.rel = "alternate";
  });
})();
