/* What every page does once it stands: the theme switch, and `/` to search. The search's own code
   is fetched only then. */

/** @typedef {"light" | "dark"} Theme */

/**
 * What to remember when the reader switches away from the theme shown: the other one, or nothing
 * when that is what the system asks for anyway.
 * @param {Theme} shown  @param {Theme} system  @returns {Theme | null}
 */
export const chosenAfterSwitch = (shown, system) => {
  const other = shown === "dark" ? "light" : "dark";
  return other === system ? null : other;
};

/**
 * When the browser's own bar takes the colour of a scheme, as a media query.
 * @param {string} scheme  @param {Theme | null} chosen
 */
export const mediaOf = (scheme, chosen) => {
  if (chosen === null) return `(prefers-color-scheme: ${scheme})`;
  return chosen === scheme ? "all" : "not all";
};

/**
 * Whether a key press is meant for the page, not for a field or a shortcut of the browser.
 * @param {KeyboardEvent} event
 */
export const isPageKey = (event) => {
  const modified = event.ctrlKey || event.metaKey || event.altKey || event.isComposing;
  const field = /** @type {Element} */ (event.target).closest?.(
    "input, textarea, select, [contenteditable]",
  );
  return !event.defaultPrevented && !modified && !field;
};

const darkSystem = () => matchMedia("(prefers-color-scheme: dark)");

/** @returns {Theme} */
const systemTheme = () => (darkSystem().matches ? "dark" : "light");

/** @returns {Theme} */
const shownTheme = () =>
  /** @type {Theme | undefined} */ (document.documentElement.dataset.theme) ?? systemTheme();

/** @param {Theme | null} chosen */
const remember = (chosen) => {
  try {
    if (chosen === null) localStorage.removeItem("theme");
    else localStorage.setItem("theme", chosen);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
};

/** @param {Theme | null} chosen */
const show = (chosen) => {
  const page = document.documentElement;
  if (chosen === null) delete page.dataset.theme;
  else page.dataset.theme = chosen;
  for (const meta of document.querySelectorAll("meta[data-scheme]")) {
    const { scheme = "" } = /** @type {HTMLMetaElement} */ (meta).dataset;
    meta.setAttribute("media", mediaOf(scheme, chosen));
  }
};

/** @param {HTMLButtonElement} button */
const wireThemeSwitch = (button) => {
  const update = () => button.setAttribute("aria-pressed", String(shownTheme() === "dark"));
  button.addEventListener("click", () => {
    const chosen = chosenAfterSwitch(shownTheme(), systemTheme());
    remember(chosen);
    show(chosen);
    update();
  });
  darkSystem().addEventListener("change", update);
  update();
  button.hidden = false;
};

/** Focus the page's search box, or else open one over the page; failing that, the search page. */
const goToSearch = async () => {
  /** @type {HTMLElement | null} */
  const box = document.querySelector('main input[type="search"]');
  /** @type {HTMLAnchorElement | null} */
  const link = document.querySelector("a[data-search]");
  if (box) box.focus();
  else if (link) {
    const typed = keysTyped();
    const finder = await import("./search/finder.js").catch(() => null);
    if (finder && location.protocol !== "file:") finder.open(link, typed());
    else link.click();
  }
};

/** Collect what the reader types on while code is on its way. @returns {() => string} ends it */
const keysTyped = () => {
  let text = "";
  const note = (/** @type {KeyboardEvent} */ event) => {
    if (event.key.length !== 1 || !isPageKey(event)) return;
    event.preventDefault();
    text += event.key;
  };
  document.addEventListener("keydown", note);
  return () => {
    document.removeEventListener("keydown", note);
    return text;
  };
};

if (typeof document !== "undefined") {
  document.querySelectorAll("button[data-theme-switch]").forEach(wireThemeSwitch);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !isPageKey(event)) return;
    event.preventDefault();
    void goToSearch();
  });
}
