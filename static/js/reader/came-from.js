/* The list a reader came from: a paper's page then leads on through it, and back to it. */
import { element } from "../element.js";
import { filled } from "../phrases.js";
import { say } from "../say.js";

const KEY = "came-from";

/**
 * @typedef {object} List
 * @property {string} url  of the list's page, with what it was narrowed down to
 * @property {string} title
 * @property {{ path: string, title: string }[]} papers  in order
 */

/**
 * @param {List} list  @param {string} path  a paper's
 * @returns {{ previous?: List["papers"][0], next?: List["papers"][0] } | null} null outside the list
 */
export const neighboursIn = ({ papers }, path) => {
  const at = papers.findIndex((paper) => paper.path === path);
  return at < 0 ? null : { previous: papers[at - 1], next: papers[at + 1] };
};

/** @returns {List | null} */
const remembered = () => {
  try {
    const list = JSON.parse(sessionStorage.getItem(KEY) ?? "null");
    return Array.isArray(list?.papers) ? list : null;
  } catch {
    return null;
  }
};

/** Remember the page's list when the reader leaves it for one of its papers. */
export const rememberList = () => {
  document.querySelector("main")?.addEventListener("click", ({ target }) => {
    const title = /** @type {Element} */ (target).closest(".card :is(h2, h3) a");
    if (!title) return;
    const links = /** @type {HTMLAnchorElement[]} */ ([
      ...document.querySelectorAll("main .card :is(h2, h3) a"),
    ]).filter((link) => link.offsetParent !== null);
    const papers = links.map((link) => ({ path: link.pathname, title: link.textContent ?? "" }));
    const heading = document.querySelector("h1")?.textContent?.trim() ?? "";
    try {
      const list = { url: location.href, title: heading, papers };
      sessionStorage.setItem(KEY, JSON.stringify(list));
    } catch {
      // Storage may be forbidden; the paper then leads through its issue.
    }
  });
};

/** @param {Element} article  a paper's, whose neighbours become those of the list */
export const leadThroughList = (article) => {
  const list = remembered();
  const found = list && neighboursIn(list, location.pathname);
  if (!list || !found || new URL(list.url).origin !== location.origin) return;
  const label = filled(say.papers_of, { list: list.title });
  const nav = element("nav", { class: "neighbours", "aria-label": label });
  if (found.previous) nav.append(way("prev", say.previous, found.previous));
  if (found.next) nav.append(way("next", say.next, found.next));
  article.querySelector(".neighbours")?.remove();
  article.append(nav);
  const trail = document.querySelector(".trail ol");
  const last = trail?.lastElementChild?.querySelector("a");
  if (last) {
    last.href = list.url;
    last.textContent = list.title;
  }
};

/** @param {string} rel  @param {string} label  @param {List["papers"][0]} paper */
const way = (rel, label, { path, title }) =>
  element("a", { href: path, rel }, element("small", {}, label), ` ${title}`);
