/** Answers ready to be shown: plain values that can cross to another thread. */
import { search } from "./engine.js";
import { highlight } from "./highlight.js";
import { facetCounts, narrowed, newestFirst } from "./narrowing.js";
import { bestSentence, worthOf } from "./sentence.js";
import { chunks } from "./words.js";

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
 * @typedef {object} Details  what is shown once the results stand
 * @property {import("./narrowing.js").Count[]} facets
 * @property {Record<string, Segment[]>} sentences  by paper id, why it was found, where not plain
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
    const corrected = correctedQuery(query, corrections);
    return { query, total: hits.length, rows, corrected, plainly, missing };
  }

  /** @param {string} query @param {Options} [options] @returns {Promise<Details>} */
  async details(query, options = {}) {
    const found = await this.#find(query, options);
    const { hits, papers, records } = await this.#page(found, options);
    const [facets, sentences] = await Promise.all([
      this.#backend.facets(),
      this.#sentences(found.terms, papers, records),
    ]);
    return { facets: facetCounts(hits, withYears(facets)), sentences };
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
  async #page({ hits }, { limit = 20, chosen = {}, sort = "relevance" }) {
    const isNarrow = Object.keys(chosen).length > 0;
    const facets = isNarrow || sort === "date" ? withYears(await this.#backend.facets()) : [];
    const kept = isNarrow ? narrowed(hits, facets, chosen) : hits;
    const ordered = sort === "date" ? newestFirst(kept, facets) : kept;
    const papers = ordered.slice(0, limit).map(({ paper }) => paper);
    return { hits: ordered, papers, records: await this.#backend.records(papers) };
  }

  /**
   * Where title, authors and summary leave out a word that was found, the sentence that has it.
   * @param {Map<string, number>} terms @param {number[]} papers @param {Paper[]} records @returns {Promise<Details["sentences"]>}
   */
  async #sentences(terms, papers, records) {
    const unsaid = records.map(({ title, authors, summary, topics }) => {
      const shown = [title, authors, summary, ...topics].join("\n");
      return new Map([...terms].filter(([term, worth]) => worthOf(shown, new Map([[term, worth]])) === 0));
    });
    const wanting = papers.flatMap((_, i) => (unsaid[i].size > 0 ? [i] : []));
    const texts = await this.#backend.abstracts(wanting.map((i) => papers[i]));
    const best = wanting.flatMap((i, at) =>
      worthOf(texts[at], unsaid[i]) > 0 ? [[records[i].id, bestSentence(texts[at], terms)]] : [],
    );
    return Object.fromEntries(best);
  }
}

/** Years are those of the dates. @param {import("./backend.js").Facet[]} facets */
const withYears = (facets) =>
  facets.flatMap((facet) => {
    if (facet.name !== "date") return [facet];
    const years = facet.values.map((date) => date.slice(0, 4));
    const values = [...new Set(years)];
    const place = years.map((year) => values.indexOf(year));
    return [facet, { name: "year", values, papers: facet.papers.map((held) => held.map((at) => place[at])) }];
  });

/** @param {string} query @param {import("./engine.js").Correction[]} corrections */
const correctedQuery = (query, corrections) => {
  if (corrections.length === 0) return "";
  const bySource = new Map(corrections.map((correction) => [correction.source, correction]));
  const mended = (/** @type {string} */ chunk) => {
    const correction = bySource.get(chunk);
    if (!correction) return chunk;
    const { typed, used } = correction;
    const plain = chunk.toLowerCase();
    return plain.includes(typed) ? plain.replace(typed, () => used) : used;
  };
  return chunks(query).map(mended).join(" ");
};
