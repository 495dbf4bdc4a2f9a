/** Stock lunr 2.3.9 as a module: what our indexes and stemmer are compared with. */
import "./amd.js";
import "../../static/vendor/lunr-2.3.9/lunr.min.js";

const { lunr } = globalThis;
delete globalThis.define;

export default lunr;

/**
 * A term's postings as lunr itself finds them, as a backend's `lookup` has them.
 * @returns {import("../../static/js/search/backend.js").Posting[]}
 */
export const lunrPostings = (index, term) => {
  const holders = index.invertedIndex[term];
  return index.fields.filter((field) => Object.keys(holders[field]).length > 0).map((field) => {
    const found = index
      .query((query) => query.term(term, { fields: [field], usePipeline: false }))
      .map(({ ref, score }) => [Number(ref), score])
      .sort(([a], [b]) => a - b);
    return { field, papers: found.map(([paper]) => paper), scores: found.map(([, score]) => score) };
  });
};
