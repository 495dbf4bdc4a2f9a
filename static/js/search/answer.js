/** One answer of the search, ready to be shown: plain values that can cross to another thread. */
import { search } from "./engine.js";
import { highlight } from "./highlight.js";
import { chunks } from "./words.js";

/**
 * @typedef {object} Paper  an entry of papers.json
 * @property {string} id  @property {string} url  @property {string} title
 * @property {string} authors  @property {string[]} topics  @property {string} date
 * @property {string} summary  @property {boolean} has_code
 * @typedef {import("./highlight.js").Segment} Segment
 * @typedef {Omit<Paper, "title" | "authors" | "summary">
 *   & { title: Segment[], authors: Segment[], summary: Segment[] }} Row
 * @typedef {object} Answer
 * @property {string} query  @property {number} total  papers found, shown or not
 * @property {Row[]} rows
 * @property {string} corrected  the query as it was understood; empty when as typed
 */

/**
 * @param {{ reader: import("./lunr-reader.js").Reader, words: string[], papers: Paper[] }} library
 * @param {string} query
 * @param {{ limit?: number, exact?: boolean }} [options]
 * @returns {Answer}
 */
export const answer = ({ reader, words, papers }, query, { limit = 20, exact = false } = {}) => {
  const { results, terms, corrections } = search(reader, words, query, { exact });
  const known = results.filter(({ paper }) => papers[paper]);
  const rows = known.slice(0, limit).map(({ paper }) => {
    const { title, authors, summary, ...rest } = papers[paper];
    const marked = (text) => highlight(text ?? "", terms);
    return { ...rest, title: marked(title), authors: marked(authors), summary: marked(summary) };
  });
  return { query, total: known.length, rows, corrected: correctedQuery(query, corrections) };
};

const correctedQuery = (query, corrections) => {
  if (corrections.length === 0) return "";
  const bySource = new Map(corrections.map((correction) => [correction.source, correction]));
  const mended = (chunk) => {
    const { typed, used } = bySource.get(chunk) ?? {};
    if (typed === undefined) return chunk;
    const plain = chunk.toLowerCase();
    return plain.includes(typed) ? plain.replace(typed, () => used) : used;
  };
  return chunks(query).map(mended).join(" ");
};
