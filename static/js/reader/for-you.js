/* Papers for the reader: those that the pages of saved papers name as most like them, taken together.
   The build compared all papers with one another; what is saved stays in the browser. */
import { insideUrl } from "./facts.js";
import { forEach, pageAt } from "./paper-pages.js";

const MOST_SAVED = 40;
const MOST_SHOWN = 8;
const EASE = 2; // the first of a list counts a third, the second a quarter, and so on

/**
 * @typedef {{ url: string, reason: string }} Near  a paper like a saved one, and what both share
 * @typedef {{ title: string, near: Near[] }} Saved  with those like it, best first
 * @typedef {{ url: string, score: number, reasons: { title: string, reason: string }[] }} Suggestion
 */

/**
 * @param {Saved[]} saved  @param {Set<string>} kept  URLs not to suggest
 * @returns {Suggestion[]} best first: what is near to many saved papers, or very near to one
 */
export const suggested = (saved, kept) => {
  /** @type {Map<string, Suggestion>} */
  const found = new Map();
  for (const { title, near } of saved) {
    for (const [place, { url, reason }] of near.entries()) {
      if (kept.has(url)) continue;
      const one = found.get(url) ?? { url, score: 0, reasons: [] };
      one.score += 1 / (1 + EASE + place);
      one.reasons.push({ title, reason });
      found.set(url, one);
    }
  }
  return [...found.values()]
    .sort((a, b) => b.score - a.score || (a.url < b.url ? -1 : 1))
    .slice(0, MOST_SHOWN);
};

/** @param {Document} page  @param {string} address  @param {string} root  @returns {Near[]} */
const nearOn = (page, address, root) =>
  [...page.querySelectorAll(".related li")].flatMap((item) => {
    const href = item.querySelector("a")?.getAttribute("href");
    if (!href) return [];
    const url = insideUrl(new URL(href, address).href, root);
    return [{ url, reason: item.querySelector("small")?.textContent ?? "" }];
  });

/**
 * @param {Iterable<import("./shelf.js").Kept>} papers  all that is kept  @param {string} root
 * @returns {Promise<Suggestion[]>}
 */
export const suggestions = async (papers, root) => {
  const all = [...papers];
  const latest = all
    .filter(({ saved }) => saved)
    .sort((a, b) => (b.saved ?? 0) - (a.saved ?? 0))
    .slice(0, MOST_SAVED);
  const saved = await forEach(latest, async ({ title, url }) => {
    const address = root + url;
    return { title, near: nearOn(await pageAt(address), address, root) };
  });
  const known = saved.flatMap((one) => one ?? []);
  return suggested(known, new Set(all.map(({ url }) => url)));
};
