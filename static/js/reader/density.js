/* How much a list shows of each paper: titles, both sentences, or the whole abstract. boot.js reads
   the choice from the address or the device before the first paint. */

const KEY = "view";
const USUAL = "skim";

/** @typedef {"titles" | "skim" | "full"} View */

/** @param {string} href  @returns {string} the address without a view of its own */
export const withoutView = (href) => {
  const url = new URL(href);
  url.searchParams.delete(KEY);
  return url.href;
};

const shownView = () => document.documentElement.dataset.view ?? USUAL;

/** @param {Element} tools  the list's, with one button a view */
export const wireDensity = (tools) => {
  const buttons = /** @type {HTMLButtonElement[]} */ ([...tools.querySelectorAll("[data-show]")]);
  const update = () => {
    for (const button of buttons) button.ariaPressed = String(button.dataset.show === shownView());
    if (shownView() === "full") import("./abstracts.js").then(({ loadAbstracts }) => loadAbstracts());
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      show(/** @type {View} */ (button.dataset.show));
      update();
    });
  }
  update();
};

/** @param {View} view */
const show = (view) => {
  const page = document.documentElement;
  if (view === USUAL) delete page.dataset.view;
  else page.dataset.view = view;
  try {
    if (view === USUAL) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, view);
  } catch {
    // Storage may be forbidden; the choice then holds for this page.
  }
  const plain = withoutView(location.href);
  if (plain !== location.href) history.replaceState(history.state, "", plain);
};
