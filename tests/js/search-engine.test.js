import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../../static/js/search/engine.js";
import { isStopWord } from "../../static/js/search/terms.js";
import { chunks, fold, readChunk } from "../../static/js/search/words.js";
import { backend, papers, synonyms, withoutTexts } from "./library.js";

/** @param {string} query @param {{ exact: boolean }} [options] */
const find = (query, options) => search(backend, synonyms, query, options);
/** @param {string} query @param {{ exact: boolean }} [options] */
const titles = async (query, options) =>
  (await find(query, options)).hits.map(({ paper }) => /** @type {string} */ (papers[paper].title));

/** @param {string} chunk */
const tells = (chunk) => readChunk(chunk).some(({ plain }) => !isStopWord(plain));

for (const { title } of papers) {
  for (const chunk of new Set(chunks(title).filter(tells))) {
    test(`${chunk}, as printed, finds ${title}`, async () => {
      assert.ok((await titles(`${chunk} `, { exact: true })).includes(title));
    });
    test(`${fold(chunk)}, without accents, finds ${title}`, async () => {
      assert.ok((await titles(`${fold(chunk)} `, { exact: true })).includes(title));
    });
  }
  test(`all of ${title} finds it first`, async () => {
    if (chunks(title).some(tells)) assert.equal((await titles(title))[0], title);
  });
}

test("a completed word is no correction", async () => {
  assert.deepEqual((await find("transf")).corrections, []);
});

test("a corrected word is told, and left alone when asked for exactly", async () => {
  const [correction] = (await find("transformre")).corrections;
  assert.deepEqual(correction, {
    typed: "transformre",
    source: "transformre",
    used: "transformer",
  });
  assert.deepEqual(await titles("transformre", { exact: true }), []);
});

test("papers with every word come before papers with some", async () => {
  const papersOf = async (/** @type {string} */ query) => (await find(query)).hits.map(({ paper }) => paper);
  const whole = await papersOf("+otter +transformer +rivers");
  const found = await papersOf("otter transformer rivers");
  assert.ok(whole.length > 0 && found.length > whole.length);
  assert.deepEqual(new Set(found.slice(0, whole.length)), new Set(whole));
});

test("papers whose texts cannot be read stand where their titles put them", async () => {
  const query = "paper otters rivers playing";
  const { hits: found } = await search(withoutTexts, synonyms, query);
  const read = (await find(query)).hits;
  assert.deepEqual(new Set(found.map(({ paper }) => paper)), new Set(read.map(({ paper }) => paper)));
  assert.ok(found[0].score < read[0].score);
});

test("a word that counts nothing finds nothing", async () => {
  assert.deepEqual((await find("otter^0")).hits, []);
});

test("a title counts for more than an abstract", async () => {
  const found = (await titles("rivers ")).map((title) => title.includes("River"));
  assert.deepEqual(found.slice(0, 3), [true, true, false]);
});

test("a title of signs of the query language is found as typed", async () => {
  assert.ok((await titles('Модель α-Divergence and the "Quoted" Title'))[0].includes("Quoted"));
});
