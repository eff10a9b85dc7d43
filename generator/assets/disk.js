/**
 * Where a browser opens the site from its folder, without a server: a link to a folder leads to the page in it. Of a folder on a
 * disk a browser shows the list of its files.
 */
(() => {
  "use strict";

  if (location.protocol !== "file:") return;

  // Before anybody follows it, and whatever put it there. Bars of the chart are links of SVG, which have an attribute alone.
  for (const kind of ["click", "auxclick", "contextmenu"]) {
    document.addEventListener(
      kind,
      ({ target }) => {
        const link = target instanceof Element && target.closest("a[href]");
        if (!link) return;
        const address = new URL(link.getAttribute("href") ?? "", document.baseURI);
        if (address.protocol !== "file:" || !address.pathname.endsWith("/")) return;
        address.pathname += "index.html";
        link.setAttribute("href", address.href);
      },
      true,
    );
  }
})();
