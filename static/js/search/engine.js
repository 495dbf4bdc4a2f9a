/**
 * Query in, ranked papers out: the same in a worker and under Node, over a whole index or shards.
 * generator/search/engine.py ranks the same way.
 */
import { plainQuery } from "./plain-query.js";
import { rank } from "./rank.js";
import { readClauses } from "./readings.js";
import { reread } from "./text-order.js";
import { DEPTH, reorder } from "./title-order.js";

/**
 * @typedef {import("./backend.js").Backend} Backend
 * @typedef {import("./plain-query.js").Clause} Clause
 * @typedef {object} Correction
 * @property {string} typed  the word without a match, in plain letters
 * @property {string} source  the run of text it was typed in
 * @property {string} used  the written word searched for instead
 * @typedef {object} Found
 * @property {import("./rank.js").Hit[]} hits  every paper found, best first
 * @property {Map<string, number>} terms  what each stem looked up is worth: the rarer, the more
 * @property {Correction[]} corrections
 * @property {string[]} missing  words that no paper holds, as typed
 * @property {boolean} plainly  whether signs were read as plain words, because nothing was found
 */

/**
 * @param {Backend} backend
 * @param {import("./synonyms.js").Synonyms} synonyms
 * @param {string} text  what the reader typed
 * @param {{ exact?: boolean }} [options]  exact: leave words without a match as they are
 * @returns {Promise<Found>}
 */
export const search = async (backend, synonyms, text, { exact = false } = {}) => {
  const find = (/** @type {Clause[]} */ clauses) => findPapers(backend, synonyms, clauses, exact);
  const plain = plainQuery(text);
  if (plain) return { ...(await find(plain)), plainly: false };
  return (await backend.rest()).searchSigns(text, find);
};

/**
 * @param {Backend} backend
 * @param {import("./synonyms.js").Synonyms} synonyms
 * @param {Clause[]} clauses
 * @param {boolean} exact
 */
const findPapers = async (backend, synonyms, clauses, exact) => {
  const { readings, postings } = await readClauses(backend, clauses, synonyms, { exact });
  const matching = rank(backend.size, readings, postings);
  const hasPhrase = clauses.some(({ phrase }) => phrase);
  const ranked = hasPhrase ? await (await backend.rest()).keepPhrases(backend, clauses, matching) : matching;
  const best = ranked.slice(0, DEPTH);
  const records = await backend.records(best.map(({ paper }) => paper));
  return {
    hits: [...(await reread(backend, reorder(best, records, readings), readings)), ...ranked.slice(DEPTH)],
    terms: termsWorth(backend.size, readings, postings),
    missing: readings.filter(isMissing(postings)).map(({ clause }) => clause.source),
    corrections: readings
      .filter(({ used }) => used !== "")
      .map(({ clause, used }) => ({ typed: clause.words[0].plain, source: clause.source, used })),
  };
};

/**
 * @param {number} size
 * @param {import("./readings.js").Reading[]} readings
 * @param {Map<string, import("./backend.js").Posting[]>} postings
 */
const termsWorth = (size, readings, postings) => {
  const said = readings.filter(({ clause }) => clause.presence !== "not");
  const terms = said.flatMap(({ ways }) => ways.flatMap((way) => way.terms));
  const known = terms.filter((term) => postings.has(term));
  const holders = (/** @type {string} */ term) => Math.max(...(postings.get(term) ?? []).map(({ papers }) => papers.length));
  return new Map(known.map((term) => [term, Math.log(1 + size / holders(term))]));
};

/** @param {Map<string, import("./backend.js").Posting[]>} postings */
const isMissing =
  (postings) =>
  (/** @type {import("./readings.js").Reading} */ { clause, ways }) =>
    clause.presence !== "not" && !ways.some(({ terms }) => terms.every((term) => postings.has(term)));
