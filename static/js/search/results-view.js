/** Answers as elements. Text only ever becomes text nodes. */
import { element } from "../element.js";
import { pageLanguage } from "../phrases.js";
import { say } from "../say.js";

export { element } from "../element.js";

/** @param {import("./highlight.js").Segment[]} segments @returns {(Node | string)[]} */
export const marked = (segments) =>
  segments.map(({ text, marked }) => (marked ? element("mark", {}, text) : text));

/** @param {string} iso  2025, 2025-03 or 2025-03-11 @returns {string} as the site's pages write it */
export const shownDate = (iso, language = pageLanguage()) => {
  const [, month, day] = iso.split("-");
  const parts = [{ year: "numeric" }, month && { month: "long" }, day && { day: "numeric" }];
  const format = Object.assign({ timeZone: "UTC" }, ...parts.filter(Boolean));
  const locale = /^en\b/.test(language) ? "en-GB" : `${language}-u-nu-latn`;
  return new Intl.DateTimeFormat(locale, format).format(new Date(iso));
};

/**
 * @param {import("./answer.js").Row} row
 * @param {string} root  the way to the site's root
 * @param {Map<string, HTMLAnchorElement>} topics  links to copy, by topic name
 */
export const resultElement = (row, root, topics) => {
  const chips = row.topics.flatMap((name) => /** @type {HTMLElement[]} */ (topics.get(name)?.cloneNode(true) ?? []));
  const made = element("li", { class: "card", "data-paper": row.id });
  if (chips.length > 0) made.classList.add(...chips[0].classList);
  made.classList.remove("topic");
  made.append(element("h2", say.paper_text, element("a", { href: root + row.url }, ...marked(row.title))));
  const by = [];
  if (row.authors.length > 0) by.push(element("span", {}, ...marked(row.authors)));
  if (row.venue) by.push(element("span", {}, row.venue));
  if (row.date) by.push(element("time", { datetime: row.date }, shownDate(row.date)));
  if (by.length > 0) made.append(element("p", { class: "by" }, ...by));
  if (row.summary.length > 0) made.append(element("p", { class: "summary", ...say.paper_text }, ...marked(row.summary)));
  if (row.has_code) chips.push(element("span", { class: "search-code" }, say.code));
  if (chips.length > 0) made.append(element("p", { class: "tags" }, ...chips));
  return made;
};
