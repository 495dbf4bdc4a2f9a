/** Facets: which of the papers found hold what is chosen, how many hold what else, and their dates. */

/**
 * @typedef {import("./backend.js").Facet} Facet
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {Record<string, string[]>} Chosen  by facet, the values a paper must have, all of them
 * @typedef {{ name: string, values: { value: string, count: number }[] }} Count
 */

/**
 * @template {{ paper: number }} Found
 * @param {Found[]} hits @param {Facet[]} facets @param {Chosen} chosen @returns {Found[]}
 */
export const narrowed = (hits, facets, chosen) => {
  const wanted = Object.entries(chosen).flatMap(([name, values]) => {
    const facet = facets.find((one) => one.name === name);
    return values.map((value) => /** @type {const} */ ([facet?.papers ?? [], facet?.values.indexOf(value) ?? -1]));
  });
  return hits.filter(({ paper }) => wanted.every(([papers, at]) => papers[paper]?.includes(at)));
};

/**
 * How many of the papers hold each value; the commonest first, years from the last.
 * @param {{ paper: number }[]} hits @param {Facet[]} facets @returns {Count[]}
 */
export const facetCounts = (hits, facets) =>
  facets.map(({ name, values, papers }) => {
    const counts = new Array(values.length).fill(0);
    for (const { paper } of hits) for (const at of papers[paper]) counts[at] += 1;
    const found = values.map((value, at) => ({ value, count: counts[at] }));
    const order = isDated(name) ? byValue : byCount;
    return { name, values: found.filter(({ count }) => count > 0).sort(order) };
  });

/** @param {string} name */
const isDated = (name) => name === "year" || name === "issue";

/** @param {{ value: string }} a @param {{ value: string }} b */
const byValue = (a, b) => +(a.value < b.value) - +(a.value > b.value);

/** @typedef {Count["values"][number]} Counted */
/** @param {Counted} a @param {Counted} b */
const byCount = (a, b) => b.count - a.count || -byValue(a, b);

/** The newest first, and of one date the best. @param {Hit[]} hits @param {Facet[]} facets */
export const newestFirst = (hits, facets) => {
  const { values = [], papers = [] } = facets.find(({ name }) => name === "date") ?? {};
  const date = (/** @type {Hit} */ { paper }) => values[papers[paper]?.[0]] ?? "";
  return [...hits].sort((a, b) => +(date(a) < date(b)) - +(date(a) > date(b)));
};
