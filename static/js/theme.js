/* The switch between light and dark. */

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
export const wireThemeSwitch = (button) => {
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
