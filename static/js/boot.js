/* Runs before the first paint, on every page: keeps the reader's choice of theme and of how much lists
   show. A classic script, so that it also works from file://, where folder links are given their
   index.html. */
"use strict";
(() => {
  const page = document.documentElement;
  page.dataset.scripts = "";
  const asked = new URLSearchParams(location.search).get("view");
  let chosen = null;
  let view = asked;
  try {
    chosen = localStorage.getItem("theme");
    if (asked === "titles" || asked === "skim" || asked === "full") localStorage.setItem("view", asked);
    else view = localStorage.getItem("view");
  } catch {
    // Storage may be forbidden; the system's theme is then used.
  }
  if (view === "titles" || view === "full") page.dataset.view = view;
  if (chosen === "light" || chosen === "dark") {
    page.dataset.theme = chosen;
    for (const meta of document.getElementsByTagName("meta")) {
      if (meta.name !== "theme-color") continue;
      meta.media = meta.dataset.scheme === chosen ? "all" : "not all";
    }
  }

  if (location.protocol === "file:") {
    page.dataset.from = "file";
    document.addEventListener("click", (event) => {
      const link = event.target instanceof Element ? event.target.closest("a[href]") : null;
      if (link instanceof HTMLAnchorElement && link.protocol === "file:" && link.pathname.endsWith("/")) {
        link.pathname += "index.html";
      }
    });
  }
})();
