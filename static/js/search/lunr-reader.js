/** The engine's view of a whole lunr index; a sharded one can answer the same questions. */
import lunr from "./lunr.js";

/**
 * @typedef {object} Reader
 * @property {string[]} terms  every term, sorted by code units
 * @property {(term: string) => boolean} has
 * @property {(term: string) => Map<number, number>} lookup  lunr's score by paper position
 */

/** @param {object} serialized  a parsed index.json @returns {Reader} */
export const lunrReader = (serialized) => {
  const index = lunr.Index.load(serialized);
  return {
    terms: Object.keys(index.invertedIndex).sort(),
    has: (term) => term in index.invertedIndex,
    lookup: (term) => {
      const found = index.query((query) => query.term(term, { usePipeline: false }));
      return new Map(found.map(({ ref, score }) => [Number(ref), score]));
    },
  };
};
