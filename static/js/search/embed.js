/** The site's search for other pages, also of other sites; docs/search.md shows how. */
import { search } from "./engine.js";
import { restAt } from "./fetch-rest.js";
import { openIndex } from "./open-index.js";
import { openShards } from "./shards.js";
import { openWhole } from "./whole.js";

const REST = new URL("./rest.js", import.meta.url).href;

/**
 * @typedef {object} FoundPaper
 * @property {string} id  @property {string} url  absolute  @property {string} title
 * @property {string} authors  @property {string[]} topics  @property {string} date
 * @property {string} [venue]  @property {string} summary  @property {number} score
 */

/**
 * Fetch what every query needs. Nothing runs in a worker, which another site could not start.
 * @param {string} site  the address of its home page, with a slash at its end
 * @returns {Promise<(query: string, options?: { limit?: number }) =>
 *   Promise<{ total: number, papers: FoundPaper[] }>>}
 */
export const openSearch = async (site) => {
  const home = new URL(site, globalThis.location?.href);
  const folder = new URL("search/", home).href;
  const { ok } = await fetch(`${folder}root.bin`, { method: "HEAD" });
  const backend = await openIndex(ok ? openShards : openWhole, folder, restAt(REST));
  return async (query, { limit = 10 } = {}) => {
    const { hits } = await search(backend, backend.synonyms, query);
    const best = hits.slice(0, limit);
    const records = await backend.records(best.map(({ paper }) => paper));
    const papers = records.map((record, i) => ({
      ...record, url: new URL(record.url, home).href, score: best[i].score,
    }));
    return { total: hits.length, papers };
  };
};
