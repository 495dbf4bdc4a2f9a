/* Where the reader was on a page whose list a script makes: back leads there once the list stands. The
   browser itself returns too early, before there is a list to return to. */

const KEY = "place";

/**
 * @typedef {object} Place
 * @property {number} top  pixels scrolled
 * @property {number} shown  papers in the list
 * @property {boolean} narrowing  whether the facets were open
 */

/** @returns {Record<string, Place>} by address */
const held = () => {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
  } catch {
    return {};
  }
};

const MOST = 20;

/** Remember, whenever the reader leaves, how far they were. */
export const rememberPlace = () =>
  addEventListener("pagehide", () => {
    const cards = [...document.querySelectorAll("main .card")];
    const shown = cards.filter((card) => card.checkVisibility()).length;
    const narrowing = document.querySelector(".narrow:not([hidden])") !== null;
    const { [location.href]: _, ...others } = held();
    const kept = Object.entries(others).slice(1 - MOST);
    const places = { ...Object.fromEntries(kept), [location.href]: { top: scrollY, shown, narrowing } };
    try {
      sessionStorage.setItem(KEY, JSON.stringify(places));
    } catch {
      // Storage may be forbidden; back then leads to the top.
    }
  });

/** @returns {Place | undefined} where the reader was, if they came back */
export const lastPlace = () => {
  const [visit] = /** @type {PerformanceNavigationTiming[]} */ (
    performance.getEntriesByType("navigation")
  );
  return visit?.type === "back_forward" ? held()[location.href] : undefined;
};

let isDone = false;

/** Go where the reader was; once, for later they are somewhere else. */
export const returnToPlace = () => {
  const place = lastPlace();
  if (place && !isDone) scrollTo({ top: place.top, behavior: "instant" });
  isDone = true;
};
