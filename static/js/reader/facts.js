/* What a page says of a paper, read from its card in a list or from its own page. */
import { counted } from "../phrases.js";
import { say } from "../say.js";

/** @typedef {import("./shelf.js").Facts} Facts */

/**
 * @param {Element} place  a card or the article of a paper's page  @param {string} root
 * @param {string} [page]  the page's address  @returns {Facts}
 */
export const factsOf = (place, root, page = location.href) => {
  const { paper: id = "" } = /** @type {HTMLElement} */ (place).dataset;
  const isCard = place.matches(".card");
  const link = place.querySelector(":is(h1, h2, h3) a");
  const address = isCard && link ? /** @type {HTMLAnchorElement} */ (link).href : page;
  const topics = place.querySelectorAll(".tags .topic");
  return {
    id,
    url: insideUrl(address, root),
    title: text(isCard ? link : place.querySelector("h1")),
    authors: isCard ? firstText(place.querySelector(".by")) : authorsOf(place),
    date: place.querySelector("time")?.dateTime ?? "",
    topics: [...topics].map(text),
  };
};

/** @param {string} address  @param {string} root  @returns {string} site-relative */
export const insideUrl = (address, root) => {
  const { pathname } = new URL(address);
  const { pathname: base } = new URL(root);
  return pathname.slice(base.length).replace(/index\.html$/, "");
};

/** @param {Element | null} place */
const text = (place) => place?.textContent?.trim() ?? "";

/** @param {Element | null} place  its text before any element */
const firstText = (place) =>
  place?.firstChild?.nodeType === Node.TEXT_NODE ? text(/** @type {any} */ (place.firstChild)) : "";

/** @param {Element} article */
const authorsOf = (article) => {
  const names = [...article.querySelectorAll(".authors li")].map((item) =>
    text(item.querySelector("a") ?? /** @type {any} */ (item.firstChild)),
  );
  const shown = (/** @type {string[]} */ some) => some.join(say.comma);
  return names.length > 4
    ? counted(say.and_more, names.length - 3, { names: shown(names.slice(0, 3)) })
    : shown(names);
};
