import assert from "node:assert/strict";
import { test } from "node:test";
import { parseQuery } from "../../static/js/search/query.js";
import { readClauses } from "../../static/js/search/readings.js";
import { backend, synonyms } from "./library.js";

/** The words that a backend is told to expect questions about. @param {string} query */
const foreseen = async (query, exact = false) => {
  /** @type {string[]} */
  const words = [];
  const asked = Object.assign(Object.create(backend), {
    lookup: (/** @type {string[]} */ terms) => backend.lookup(terms),
    completions: (/** @type {string} */ prefix, /** @type {number} */ most) => backend.completions(prefix, most),
    neighbours: (/** @type {string} */ word, /** @type {number} */ slips) => backend.neighbours(word, slips),
    foresee: (/** @type {string} */ word) => words.push(word),
  });
  await readClauses(asked, parseQuery(query), synonyms, { exact });
  return words;
};

test("words without a match are foreseen to be mistyped, and no others", async () => {
  assert.deepEqual(await foreseen("rivers transformre otter"), ["transformre"]);
  assert.deepEqual(await foreseen("rivers otter "), []);
});

test("nothing is foreseen where words are left as they are", async () => {
  assert.deepEqual(await foreseen("transformre", true), []);
});
