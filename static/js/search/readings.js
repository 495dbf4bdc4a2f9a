/** What each clause is looked up as: the ways in which a paper may say it. */
import { findSynonyms } from "./synonyms.js";
import { isStopWord, stem } from "./terms.js";

/**
 * @typedef {import("./backend.js").Backend} Backend
 * @typedef {import("./backend.js").Posting} Posting
 * @typedef {import("./plain-query.js").Clause} Clause
 * @typedef {{ terms: string[], weight: number }} Way  stems a paper must hold all of
 * @typedef {object} Reading
 * @property {Clause} clause
 * @property {Way[]} ways
 * @property {string} used  the written word searched for instead of an unknown one; else empty
 */

/** Weight of a way beside the word as typed. */
const COMPLETED = 0.9;
const KNOWN_AND_COMPLETED = 0.45;
const SYNONYM = 0.8;
const MOST_COMPLETIONS = 100;

/**
 * @param {Backend} backend  @param {Clause[]} clauses
 * @param {import("./synonyms.js").Synonyms} synonyms
 * @param {{ exact: boolean }} options  exact: leave words without a match as they are
 * @returns {Promise<{ readings: Reading[], postings: Map<string, Posting[]> }>}
 */
export const readClauses = async (backend, clauses, synonyms, { exact }) => {
  const readings = clauses.map((clause) => ({ clause, ways: waysAsTyped(clause), used: "" }));
  /** @type {Map<string, Posting[]>} */
  const postings = new Map();
  const [words] = await Promise.all([
    Promise.all(clauses.map((clause) => completions(backend, clause))),
    lookUp(backend, postings, readings.flatMap(termsOf)).then(() => {
      const unknown = readings.filter((reading) => !exact && isMistyped(reading, postings));
      unknown.forEach(({ clause }) => backend.foresee?.(clause.words[0].plain));
    }),
  ]);
  addSynonyms(readings, synonyms); // which a backend may have found beside the terms
  await lookUp(backend, postings, [...readings.flatMap(termsOf), ...words.flat().map(stem)]);
  readings.forEach((reading, i) => addCompletions(reading, words[i], postings));
  const wanting = readings.filter(
    (reading) => reading.clause.slips > 0 || (!exact && isMistyped(reading, postings)),
  );
  if (wanting.length > 0) await (await backend.rest()).addNeighbours(backend, wanting, postings);
  return { readings, postings };
};

/** @param {Backend} backend @param {Map<string, Posting[]>} postings @param {string[]} terms */
export const lookUp = async (backend, postings, terms) => {
  const unknown = distinct(terms).filter((term) => !postings.has(term));
  if (unknown.length === 0) return;
  for (const [term, found] of await backend.lookup(unknown)) postings.set(term, found);
};

/** @param {{ ways: Way[] }} reading */
const termsOf = ({ ways }) => ways.flatMap(({ terms }) => terms);

/** @param {Clause} clause @returns {Way[]} */
const waysAsTyped = ({ words, phrase, pattern }) => {
  if (pattern.slice(0, -1).includes("*")) return [];
  const telling = words.filter(({ plain }) => !isStopWord(plain));
  if (phrase && telling.length === 0) return []; // the index has no stop words
  if (phrase) return [{ terms: telling.map(({ plain }) => stem(plain)), weight: 1 }];
  const forms = telling.length > 0 ? telling : words;
  const written = forms.flatMap(({ plain, token, joined }) => [plain, token, joined]);
  return distinct(written.filter((form) => form !== "" && !isStopWord(form)).map(stem)).map(
    (term) => ({ terms: [term], weight: 1 }),
  );
};

/** @param {string[]} list */
export const distinct = (list) => [...new Set(list)];

/**
 * A run of words shares the weight of its synonym, which each of them would count again.
 * @param {Reading[]} readings @param {import("./synonyms.js").Synonyms} synonyms
 */
const addSynonyms = (readings, synonyms) => {
  const plain = readings.filter(
    ({ clause }) => !clause.phrase && clause.pattern === "" && clause.presence !== "not",
  );
  const stems = plain.map(({ clause }) => stem(clause.words[0].plain));
  for (const { start, end, others } of findSynonyms(stems, synonyms)) {
    for (const { ways } of plain.slice(start, end)) {
      ways.push(...others.map((terms) => ({ terms, weight: SYNONYM / (end - start) })));
    }
  }
};

/**
 * @returns {Promise<string[]>} written words that the clause may be the beginning of
 * @param {Backend} backend @param {Clause} clause
 */
const completions = async (backend, { words, open, pattern }) => {
  if (!open && pattern === "") return [];
  const found = await backend.completions(words[0].plain, MOST_COMPLETIONS);
  if (pattern === "") return found;
  const matches = new RegExp(`^${pattern.replaceAll(/\*+/g, ".*")}$`);
  return found.filter((word) => matches.test(word));
};

/** @param {Reading} reading @param {string[]} words @param {Map<string, Posting[]>} postings */
const addCompletions = ({ clause, ways }, words, postings) => {
  const isKnown = ways.some(({ terms }) => terms.every((term) => postings.has(term)));
  const [{ plain }] = clause.words;
  const known = new Set(ways.map(({ terms }) => terms.join(" ")));
  for (const word of words) {
    const term = stem(word);
    if (known.has(term)) continue;
    known.add(term);
    const share = Math.min(1, plain.length / word.length);
    const weight = (isKnown ? KNOWN_AND_COMPLETED : COMPLETED) * Math.sqrt(share);
    ways.push({ terms: [term], weight: clause.pattern === "" ? weight : 1 });
  }
};

/**
 * Whether some paper says the clause, in the field asked for.
 * @param {{ clause: Clause, ways: { terms: string[] }[] }} reading @param {Map<string, Posting[]>} postings
 */
export const isFound = ({ clause: { field }, ways }, postings) =>
  ways.some(({ terms }) =>
    terms.every((term) => postings.get(term)?.some((one) => field === "" || one.field === field)),
  );

/** @param {Reading} reading @param {Map<string, Posting[]>} postings */
const isMistyped = (reading, postings) => {
  const { words, phrase, pattern, presence } = reading.clause;
  const asWord = !phrase && pattern === "" && presence !== "not" && words[0].plain.length > 2;
  return asWord && !isFound(reading, postings);
};
