/* What every page does once it stands: the theme switch, and `/` to search. */

/** @typedef {"light" | "dark"} Theme */

/**
 * The other theme, and what to remember: nothing when the system already shows it.
 * @param {Theme} shown  @param {Theme} system  @returns {{ theme: Theme, stored: Theme | null }}
 */
export const switched = (shown, system) => {
  const theme = shown === "dark" ? "light" : "dark";
  return { theme, stored: theme === system ? null : theme };
};

/**
 * Whether a key press is meant for the page, not for a field or a shortcut of the browser.
 * @param {KeyboardEvent} event
 */
export const isPageKey = (event) =>
  !event.defaultPrevented &&
  !(event.ctrlKey || event.metaKey || event.altKey || event.isComposing) &&
  !(event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]"));

const systemTheme = () => (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light");
const shownTheme = () => document.documentElement.dataset.theme ?? systemTheme();

/** @param {Theme | null} theme */
const remember = (theme) => {
  try {
    if (theme === null) localStorage.removeItem("theme");
    else localStorage.setItem("theme", theme);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
};

/** @param {Theme | null} stored */
const show = (stored) => {
  const page = document.documentElement;
  if (stored === null) delete page.dataset.theme;
  else page.dataset.theme = stored;
  for (const scheme of ["light", "dark"]) {
    const meta = document.querySelector(`meta[name="theme-color"][data-scheme="${scheme}"]`);
    if (meta) meta.media = stored === null ? `(prefers-color-scheme: ${scheme})` : stored === scheme ? "all" : "not all";
  }
};

/** @param {HTMLButtonElement} button */
const wireThemeSwitch = (button) => {
  const update = () => button.setAttribute("aria-pressed", String(shownTheme() === "dark"));
  button.addEventListener("click", () => {
    const { stored } = switched(shownTheme(), systemTheme());
    remember(stored);
    show(stored);
    update();
  });
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", update);
  update();
  button.hidden = false;
};

/** Focus the page's search box, or else go to the search page. */
const goToSearch = () => {
  const box = document.querySelector('input[type="search"]');
  if (box) box.focus();
  else document.querySelector("a[data-search]")?.click();
};

if (typeof document !== "undefined") {
  document.querySelectorAll("button[data-theme-switch]").forEach(wireThemeSwitch);
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !isPageKey(event)) return;
    event.preventDefault();
    goToSearch();
  });
}
