/* The kept papers that are shown, in order, and as text. */
import { pageLanguage } from "../phrases.js";

/**
 * @typedef {import("./shelf.js").Kept} Kept
 * @typedef {object} Asked
 * @property {string} query
 * @property {string} which  saved, unread, read, noted or all
 * @property {string} order  saved, date or title
 */

/** @type {Record<string, (paper: Kept) => boolean>} */
const WHICH = {
  saved: ({ saved }) => Boolean(saved),
  unread: ({ saved, read }) => Boolean(saved) && !read,
  read: ({ read }) => Boolean(read),
  noted: ({ note }) => Boolean(note),
  all: () => true,
};

/** @type {Record<string, (a: Kept, b: Kept) => number>} */
const ORDERS = {
  saved: (a, b) => (b.saved ?? b.read ?? 0) - (a.saved ?? a.read ?? 0),
  date: (a, b) => compared(b.date ?? "", a.date ?? ""),
  title: (a, b) => a.title.localeCompare(b.title, pageLanguage()),
};

/** @param {string} a  @param {string} b */
const compared = (a, b) => Number(a > b) - Number(a < b);

/** @param {string} text */
const folded = (text) => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();

/** @param {Iterable<Kept>} papers  @param {Asked} asked  @returns {Kept[]} */
export const shownPapers = (papers, { query, which, order }) => {
  const words = folded(query).split(/\s+/).filter(Boolean);
  const holds = (/** @type {Kept} */ { title, authors = "", topics = [], note = "" }) => {
    const text = folded([title, authors, ...topics, note].join(" "));
    return words.every((word) => text.includes(word));
  };
  return [...papers]
    .filter((paper) => (WHICH[which] ?? WHICH.all)(paper) && holds(paper))
    .sort((a, b) => (ORDERS[order] ?? ORDERS.saved)(a, b) || compared(a.id, b.id));
};

const SIGNS = /[\\`*_{}[\]<>#|]/g;

/** @param {Kept[]} papers  @param {string} root  the site's address  @returns {string} */
export const asMarkdown = (papers, root) =>
  papers
    .map(({ title, url, authors, date, read, note }) => {
      const about = [authors, date].filter(Boolean).join(", ").replace(SIGNS, "\\$&");
      const head = `- [${read ? "x" : " "}] [${title.replace(SIGNS, "\\$&")}](${root}${url})`;
      const lines = note ? note.split("\n").map((line) => `  > ${line}`) : [];
      return [about ? `${head}: ${about}` : head, ...lines].join("\n");
    })
    .join("\n") + "\n";

const SHARED = "#papers=";
const MOST_SHARED = 200;

/** @param {Kept[]} papers  @param {string} page  of the reading list  @returns {string} a link */
export const shareLink = (papers, page) => {
  const names = papers.slice(0, MOST_SHARED).map(({ url }) => url.split("/")[1]);
  return page + SHARED + names.join(",");
};

/** @param {string} hash  of the page's address  @returns {string[]} site-relative URLs of papers */
export const sharedUrls = (hash) => {
  if (!hash.startsWith(SHARED)) return [];
  const names = hash.slice(SHARED.length).split(",").slice(0, MOST_SHARED);
  return [...new Set(names)]
    .filter((name) => /^(?!\.+$)[^/?#:\\\s]+$/.test(name))
    .map((name) => `papers/${name}/`);
};
