/* What the reader keeps: papers saved, read and noted, and what is muted; on this device alone. */

/**
 * @typedef {object} Facts  of a paper, as lists show it
 * @property {string} id
 * @property {string} url  site-relative: papers/a-title/
 * @property {string} title
 * @property {string} [authors]
 * @property {string} [date]  ISO
 * @property {string[]} [topics]  names
 *
 * @typedef {object} Marks
 * @property {number} [saved]  when, in milliseconds since 1970
 * @property {number} [read]
 * @property {string} [note]
 *
 * @typedef {Facts & Marks} Kept
 *
 * @typedef {object} Shelf
 * @property {Map<string, Kept>} papers  by id
 * @property {{ words: string[], topics: string[] }} muted
 */

const FORMAT = "florilegium-reading-list";
const PAPER_URL = /^papers\/[^/?#:\\]+\/$/;

/** @returns {Shelf} */
export const emptyShelf = () => ({ papers: new Map(), muted: { words: [], topics: [] } });

/**
 * Read what ``written`` wrote, from storage or a backup; what is damaged is left out.
 * @param {string | null} text  @returns {Shelf | null} null when it is no reading list at all
 */
export const parsed = (text) => {
  let value;
  try {
    value = JSON.parse(text ?? "");
  } catch {
    return null;
  }
  if (value?.format !== FORMAT || !Array.isArray(value.papers)) return null;
  const papers = value.papers.map(paperIn).filter((/** @type {Kept | null} */ one) => one);
  return {
    papers: new Map(papers.map((/** @type {Kept} */ paper) => [paper.id, paper])),
    muted: { words: texts(value.muted?.words), topics: texts(value.muted?.topics) },
  };
};

/** @param {any} given  @returns {Kept | null} */
const paperIn = (given) => {
  const { id, url, title, authors, date, topics, saved, read, note } = given ?? {};
  if (![id, url, title].every((text) => typeof text === "string" && text)) return null;
  if (!PAPER_URL.test(url)) return null;
  return known({
    id,
    url,
    title,
    authors: typeof authors === "string" ? authors : "",
    date: typeof date === "string" ? date : "",
    topics: texts(topics),
    saved: Number.isFinite(saved) ? saved : 0,
    read: Number.isFinite(read) ? read : 0,
    note: typeof note === "string" ? note : "",
  });
};

/** @param {any} given  @returns {string[]} */
const texts = (given) =>
  Array.isArray(given) ? given.filter((one) => typeof one === "string" && one) : [];

/** @template {object} T  @param {T} facts  @returns {T} without what is empty */
const known = (facts) =>
  /** @type {T} */ (
    Object.fromEntries(
      Object.entries(/** @type {Record<string, any>} */ (facts)).filter(([, value]) => (Array.isArray(value) ? value.length : value)),
    )
  );

/** @param {Shelf} shelf  @returns {string} JSON, also the form of a backup */
export const written = ({ papers, muted }) =>
  JSON.stringify({ format: FORMAT, papers: [...papers.values()], muted });

/**
 * @param {Shelf} shelf  @param {Facts} facts  @param {Marks} marks  @returns {Shelf}
 * with a paper's marks changed; a paper without any is no longer kept
 */
export const marked = (shelf, facts, marks) => {
  const papers = new Map(shelf.papers);
  const paper = known({ ...papers.get(facts.id), ...known(facts), ...marks });
  if (paper.saved || paper.read || paper.note) papers.set(paper.id, paper);
  else papers.delete(paper.id);
  return { ...shelf, papers };
};

/** @param {Shelf} shelf  @param {Shelf} other  @returns {Shelf} with all of both */
export const merged = (shelf, other) => {
  let whole = shelf;
  for (const paper of other.papers.values()) {
    const own = shelf.papers.get(paper.id);
    whole = marked(whole, paper, {
      saved: earliest(own?.saved, paper.saved),
      read: earliest(own?.read, paper.read),
      note: together(own?.note, paper.note),
    });
  }
  const muted = {
    words: union(shelf.muted.words, other.muted.words),
    topics: union(shelf.muted.topics, other.muted.topics),
  };
  return { ...whole, muted };
};

/** @param {number} [a]  @param {number} [b] */
const earliest = (a, b) => (a && b ? Math.min(a, b) : a || b);

/** @param {string} [a]  @param {string} [b] */
const together = (a = "", b = "") => (a.includes(b) ? a : b.includes(a) ? b : `${a}\n${b}`);

/** @param {string[]} a  @param {string[]} b */
const union = (a, b) => [...new Set([...a, ...b])];

/** A shelf in the browser's storage; tells the page with the event "shelf" when it changed. */
export class KeptShelf {
  /** @param {string} site  path of the site, for several may share a host */
  constructor(site) {
    this.key = `shelf:${site}`;
    /** Whether the browser lets us keep anything beyond this page. */
    this.lasts = true;
    this.held = this.load();
    addEventListener("storage", ({ key }) => {
      if (key !== this.key && key !== null) return;
      this.held = this.load();
      this.tell();
    });
    document.addEventListener("shelf", (event) => {
      const own = /** @type {CustomEvent} */ (event).detail === this;
      if (!own && this.lasts) this.held = this.load();
    });
  }

  /** @returns {Shelf} */
  load() {
    try {
      return parsed(localStorage.getItem(this.key)) ?? emptyShelf();
    } catch {
      this.lasts = false;
      return emptyShelf();
    }
  }

  /** @param {(shelf: Shelf) => Shelf} change */
  change(change) {
    // What another tab wrote in the meantime counts.
    this.held = change(this.lasts ? this.load() : this.held);
    try {
      localStorage.setItem(this.key, written(this.held));
    } catch {
      this.lasts = false;
    }
    this.tell();
  }

  tell() {
    document.dispatchEvent(new CustomEvent("shelf", { detail: this }));
  }
}
