/* What is new since the reader's last visit, told by the newest date that the site showed then. */
import { element } from "../element.js";
import { counted } from "../phrases.js";
import { say } from "../say.js";

const PAUSE = 30 * 60 * 1000; // milliseconds; a visit ends when nothing was opened for so long

/**
 * @typedef {object} Visit
 * @property {string} since  the site's newest date at the visit before, ISO
 * @property {string} newest  the site's newest date now
 * @property {number} at  when a page was last opened, in milliseconds since 1970
 */

/**
 * @param {Partial<Visit> | null} last  as remembered, null at the first visit
 * @param {string} newest  @param {number} now  @returns {Visit}
 */
export const visited = (last, newest, now) => {
  if (typeof last?.newest !== "string" || typeof last.since !== "string") {
    return { since: newest, newest, at: now };
  }
  const goesOn = now - (last.at ?? 0) < PAUSE;
  return { since: goesOn ? last.since : last.newest, newest, at: now };
};

/** @param {string} site  path of the site  @returns {string} date of the visit before, or "" */
const lastVisit = (site) => {
  /** @type {HTMLElement | null} */
  const bar = document.querySelector("[data-newest]");
  const key = `visit:${site}`;
  try {
    const last = JSON.parse(localStorage.getItem(key) ?? "null");
    // Pages of papers do not know what is new on the site; the visit goes on all the same.
    const newest = bar?.dataset.newest ?? last?.newest;
    if (!newest) return "";
    const visit = visited(last, newest, Date.now());
    localStorage.setItem(key, JSON.stringify(visit));
    return visit.since;
  } catch {
    return ""; // Storage may be forbidden; nothing is new then.
  }
};

/** Mark papers, topics and issues that came since. @param {string} site */
export const markNew = (site) => {
  const since = lastVisit(site);
  if (!since) return;
  let papers = 0;
  for (const place of document.querySelectorAll("[data-added]")) {
    if (!isLater(/** @type {HTMLElement} */ (place).dataset.added ?? "", since)) continue;
    (place.querySelector("h2, h3") ?? place).append(" ", element("span", { class: "new" }, say.new));
    if (place.matches(".card")) papers += 1;
  }
  if (papers > 0) tell(papers);
};

/** @param {string} date  @param {string} since */
export const isLater = (date, since) => date > since;

/** @param {number} papers */
const tell = (papers) => {
  const text = counted(say.news, papers);
  document.querySelector(".list-tools")?.append(element("p", { class: "news" }, text));
};
