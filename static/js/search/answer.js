/** Answers ready to be shown: plain values that can cross to another thread. */
import { search } from "./engine.js";
import { highlight } from "./highlight.js";

/**
 * @typedef {import("./backend.js").Paper} Paper
 * @typedef {import("./highlight.js").Segment} Segment
 * @typedef {Omit<Paper, "title" | "authors" | "summary">
 *   & { title: Segment[], authors: Segment[], summary: Segment[] }} Row
 * @typedef {object} Options
 * @property {number} [limit]  most rows
 * @property {boolean} [exact]  leave words without a match as they are
 * @property {import("./narrowing.js").Chosen} [chosen]  facets to narrow down by
 * @property {"relevance" | "date"} [sort]
 * @typedef {object} Answer
 * @property {string} query
 * @property {number} total  papers found, shown or not
 * @property {Row[]} rows
 * @property {string} corrected  the query as it was understood; empty when as typed
 * @property {boolean} plainly  whether its signs were read as plain words
 * @property {string[]} missing  words that no paper holds
 * @typedef {import("./details.js").Details} Details
 */

export class Answers {
  #backend;
  #synonyms;
  /** @type {{ key: string, found: Promise<import("./engine.js").Found> | undefined }} */
  #last = { key: "", found: undefined };

  /**
   * @param {import("./backend.js").Backend} backend
   * @param {import("./synonyms.js").Synonyms} synonyms
   */
  constructor(backend, synonyms) {
    this.#backend = backend;
    this.#synonyms = synonyms;
  }

  /** @param {string} query @param {Options} [options] @returns {Promise<Answer>} */
  async answer(query, options = {}) {
    const found = await this.#find(query, options);
    const { hits, records } = await this.#page(found, options);
    const { terms, corrections, plainly, missing } = found;
    const marked = (/** @type {string} */ text) => highlight(text ?? "", terms);
    const rows = records.map(({ title, authors, summary, ...rest }) => ({
      ...rest, title: marked(title), authors: marked(authors), summary: marked(summary),
    }));
    const rest = corrections.length > 0 ? await this.#backend.rest() : undefined;
    const corrected = rest?.correctedQuery(query, corrections) ?? "";
    return { query, total: hits.length, rows, corrected, plainly, missing };
  }

  /** @param {string} query @param {Options} [options] @returns {Promise<Details>} */
  async details(query, options = {}) {
    const [rest, found] = await Promise.all([this.#backend.rest(), this.#find(query, options)]);
    return rest.detailsOf(this.#backend, found.terms, await this.#page(found, options));
  }

  /**
   * The papers of the last question are kept: facets and further results ask for them again.
   * @param {string} query @param {Options} options
   */
  async #find(query, { exact = false }) {
    const key = `${exact} ${query}`;
    if (this.#last.key === key && this.#last.found) return this.#last.found;
    const found = query.trim() === "" ? this.#all() : search(this.#backend, this.#synonyms, query, { exact });
    this.#last = { key, found };
    found.catch(() => {
      if (this.#last.found === found) this.#last.found = undefined;
    });
    return found;
  }

  /** @returns {Promise<import("./engine.js").Found>} */
  async #all() {
    const hits = Array.from({ length: this.#backend.size }, (_, paper) => ({ paper, score: 0 }));
    return { hits, terms: new Map(), corrections: [], plainly: false, missing: [] };
  }

  /** @param {{ hits: import("./rank.js").Hit[] }} found @param {Options} options */
  async #page(found, options) {
    const { limit = 20, chosen = {}, sort } = options;
    const isPlain = sort !== "date" && Object.keys(chosen).length === 0;
    const hits = isPlain ? found.hits : await this.#ordered(found.hits, options);
    const papers = hits.slice(0, limit).map(({ paper }) => paper);
    return { hits, papers, records: await this.#backend.records(papers) };
  }

  /** @param {import("./rank.js").Hit[]} hits @param {Options} options */
  async #ordered(hits, options) {
    const [rest] = await Promise.all([this.#backend.rest(), this.#backend.facets()]);
    return rest.ordered(this.#backend, hits, options);
  }
}
