/** Stock lunr 2.3.9 as a module: what our indexes and stemmer are compared with. */

// Its file is a UMD bundle; inside a module, where there is no `this` and no `exports`, only its AMD
// door is open.
/** @type {any} */
const world = globalThis;
/** @type {any} */
let lunr;
/** @param {() => any} factory */
world.define = (factory) => {
  lunr = factory();
};
world.define.amd = {};
await import(new URL("../../static/vendor/lunr-2.3.9/lunr.min.js", import.meta.url).href);
delete world.define;

export default lunr;

/**
 * A term's postings as lunr itself finds them, as a backend's `lookup` has them.
 * @param {any} index @param {string} term
 * @returns {import("../../static/js/search/backend.js").Posting[]}
 */
export const lunrPostings = (index, term) => {
  const holders = index.invertedIndex[term];
  /** @type {string[]} */
  const fields = index.fields.filter((/** @type {string} */ field) => Object.keys(holders[field]).length > 0);
  return fields.map((field) => {
    /** @type {{ ref: string, score: number }[]} */
    const found = index.query((/** @type {any} */ query) =>
      query.term(term, { fields: [field], usePipeline: false }),
    );
    found.sort((a, b) => Number(a.ref) - Number(b.ref));
    return { field, papers: found.map(({ ref }) => Number(ref)), scores: found.map(({ score }) => score) };
  });
};
