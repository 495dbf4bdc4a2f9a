/* Runs before the first paint, on every page: keeps the reader's choice of theme. A classic script,
   so that it also works from file://, where folder links are given their index.html. */
"use strict";
(() => {
  const page = document.documentElement;
  let chosen = null;
  try {
    chosen = localStorage.getItem("theme");
  } catch {
    // Storage may be forbidden; the system's theme is then used.
  }
  if (chosen === "light" || chosen === "dark") {
    page.dataset.theme = chosen;
    for (const meta of document.querySelectorAll('meta[name="theme-color"]')) {
      meta.media = meta.dataset.scheme === chosen ? "all" : "not all";
    }
  }

  if (location.protocol === "file:") {
    page.dataset.from = "file";
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link && link.protocol === "file:" && link.pathname.endsWith("/")) {
        link.pathname += "index.html";
      }
    });
  }
})();
