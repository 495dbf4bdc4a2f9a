/* What single keys do: j and k walk through papers, o opens, s saves, x marks read, and so on. */
import { isPageKey } from "../page-key.js";
import { goToSearch } from "../search/open.js";

const SWITCH = "keys";

/** Whether the reader wants single keys; dictation software may type them by chance. */
export const areKeysOn = () => {
  try {
    return localStorage.getItem(SWITCH) !== "off";
  } catch {
    return true;
  }
};

/** @param {boolean} isOn */
export const switchKeys = (isOn) => {
  try {
    if (isOn) localStorage.removeItem(SWITCH);
    else localStorage.setItem(SWITCH, "off");
  } catch {
    // Storage may be forbidden; keys then stay as they are.
  }
};

/**
 * The place that a step leads to among so many; from outside the first or, backwards, the last.
 * @param {number} at  -1 from outside  @param {number} step  @param {number} count
 */
export const stepped = (at, step, count) => {
  if (at < 0) return step > 0 ? 0 : count - 1;
  return Math.min(Math.max(at + step, 0), count - 1);
};

/** @param {string} selector  @returns {HTMLElement | null} */
const find = (selector) => document.querySelector(selector);

const visibleTitles = () =>
  /** @type {HTMLElement[]} */ ([
    ...document.querySelectorAll("main .card :is(h2, h3) a"),
  ]).filter((link) => link.offsetParent !== null);

/** @param {number} step */
const walk = (step) => {
  const links = visibleTitles();
  if (links.length === 0) {
    find(`.neighbours a[rel="${step > 0 ? "next" : "prev"}"]`)?.click();
    return;
  }
  const card = document.activeElement?.closest(".card");
  const link = links[stepped(links.findIndex((one) => card?.contains(one)), step, links.length)];
  link.focus({ preventScroll: true });
  const behavior = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
  link.closest(".card")?.scrollIntoView({ block: "nearest", behavior });
};

/** @param {string} mark */
const press = (mark) => {
  const place = document.activeElement?.closest(".card") ?? find("article.paper");
  /** @type {HTMLElement | null | undefined} */
  const button = place?.querySelector(`button[data-mark="${mark}"]`);
  button?.click();
};

const open = () => {
  const card = document.activeElement?.closest(".card");
  /** @type {HTMLElement | null} */
  const link = card
    ? card.querySelector(":is(h2, h3) a")
    : find("article.paper .opening a.button[rel~=external]");
  link?.click();
};

/** @type {Record<string, () => unknown>} */
const DOES = {
  "/": goToSearch,
  j: () => walk(1),
  k: () => walk(-1),
  o: open,
  s: () => press("saved"),
  x: () => press("read"),
  c: () => find("[data-cite]")?.click(),
  t: () => find("button[data-theme-switch]")?.click(),
  "?": () => import("./keys-help.js").then(({ showHelp }) => showHelp()),
};

export const listenToKeys = () => {
  document.addEventListener("keydown", (event) => {
    const isDialog = document.querySelector("dialog[open]") !== null;
    if (!(event.key in DOES) || !isPageKey(event) || isDialog) return;
    // The help stays within reach, for it is where the keys are switched on again.
    if (event.key !== "?" && !areKeysOn()) return;
    event.preventDefault();
    DOES[event.key]();
  });
};
