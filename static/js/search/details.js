/** What is shown once the results stand, and results in other orders than the best first. */
import { facetCounts, narrowed, newestFirst } from "./narrowing.js";
import { bestSentence, worthOf } from "./sentence.js";
import { chunks } from "./words.js";

/**
 * @typedef {import("./backend.js").Backend} Backend
 * @typedef {import("./backend.js").Paper} Paper
 * @typedef {import("./rank.js").Hit} Hit
 * @typedef {Record<string, import("./highlight.js").Segment[]>} Sentences
 * @typedef {object} Details
 * @property {import("./narrowing.js").Count[]} facets
 * @property {Sentences} sentences  by paper id, why it was found, where not plain
 */

/**
 * @param {Backend} backend @param {Map<string, number>} terms  what each is worth
 * @param {{ hits: Hit[], papers: number[], records: Paper[] }} found  all, and those shown
 * @returns {Promise<Details>}
 */
export const detailsOf = async (backend, terms, { hits, papers, records }) => {
  const [facets, sentences] = await Promise.all([
    backend.facets(),
    sentencesFor(backend, terms, papers, records),
  ]);
  return { facets: facetCounts(hits, withYears(facets)), sentences };
};

/**
 * The hits that hold what is chosen, in the order asked for.
 * @param {Backend} backend @param {Hit[]} hits @param {import("./answer.js").Options} options
 * @returns {Promise<Hit[]>}
 */
export const ordered = async (backend, hits, { chosen = {}, sort }) => {
  const facets = withYears(await backend.facets());
  const kept = narrowed(hits, facets, chosen);
  return sort === "date" ? newestFirst(kept, facets) : kept;
};

/**
 * Where title, authors and summary leave out a word that was found, the sentence that has it.
 * @param {Backend} backend @param {Map<string, number>} terms @param {number[]} papers
 * @param {Paper[]} records @returns {Promise<Sentences>}
 */
const sentencesFor = async (backend, terms, papers, records) => {
  const unsaid = records.map(({ title, authors, summary, topics }) => {
    const shown = [title, authors, summary, ...topics].join("\n");
    return new Map([...terms].filter(([term, worth]) => worthOf(shown, new Map([[term, worth]])) === 0));
  });
  const wanting = papers.flatMap((_, i) => (unsaid[i].size > 0 ? [i] : []));
  const texts = await backend.abstracts(wanting.map((i) => papers[i]));
  const best = wanting.flatMap((i, at) =>
    worthOf(texts[at], unsaid[i]) > 0 ? [[records[i].id, bestSentence(texts[at], terms)]] : [],
  );
  return Object.fromEntries(best);
};

/** Years are those of the dates. @param {import("./backend.js").Facet[]} facets */
const withYears = (facets) =>
  facets.flatMap((facet) => {
    if (facet.name !== "date") return [facet];
    const years = facet.values.map((date) => date.slice(0, 4));
    const values = [...new Set(years)];
    const place = years.map((year) => values.indexOf(year));
    return [facet, { name: "year", values, papers: facet.papers.map((held) => held.map((at) => place[at])) }];
  });

/**
 * @param {string} query @param {import("./engine.js").Correction[]} corrections
 * @returns {string} the query as it was understood
 */
export const correctedQuery = (query, corrections) => {
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
