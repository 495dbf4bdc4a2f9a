import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../../static/js/search/engine.js";
import { isStopWord } from "../../static/js/search/terms.js";
import { chunks, fold, readChunk } from "../../static/js/search/words.js";
import { library } from "./library.js";

const { reader, papers, words } = library;

const titles = (query, options) =>
  search(reader, words, query, options).results.map(({ paper }) => papers[paper].title);

const tells = (chunk) => readChunk(chunk).some(({ plain }) => !isStopWord(plain));

for (const { title } of papers) {
  for (const chunk of new Set(chunks(title).filter(tells))) {
    test(`${chunk}, as printed, finds ${title}`, () => {
      assert.ok(titles(`${chunk} `, { exact: true }).includes(title));
    });
    test(`${fold(chunk)}, without accents, finds ${title}`, () => {
      assert.ok(titles(`${fold(chunk)} `, { exact: true }).includes(title));
    });
  }
  test(`all of ${title} finds it first`, () => {
    if (chunks(title).some(tells)) assert.equal(titles(title)[0], title);
  });
}

for (const [typed, title] of [
  ["transformre", "Otter Transformer"],
  ["transofrmer", "Otter Transformer"],
  ["transf", "Otter Transformer"],
  ["generati", "Pretraining on Tidal Video Generation"],
  ["vidoe generation", "Pretraining on Tidal Video Generation"],
  ["surveys", "A Survey of River Maps: Keys, Arrays and Displays"],
]) {
  test(`${typed} finds ${title}`, () => assert.equal(titles(typed)[0], title));
}

test("a completed word is no correction", () => {
  assert.deepEqual(search(reader, words, "transf").corrections, []);
});

test("a corrected word is told, and left alone when asked for exactly", () => {
  const [correction] = search(reader, words, "transformre").corrections;
  assert.deepEqual(correction, {
    typed: "transformre",
    source: "transformre",
    used: "transformer",
  });
  assert.deepEqual(titles("transformre", { exact: true }), []);
});

test("papers with every word come before papers with some", () => {
  const found = search(reader, words, "otter transformer rivers").results;
  const complete = found.map(({ words: count }) => count === 3);
  assert.ok(complete.includes(true) && complete.includes(false));
  assert.deepEqual(complete, [...complete].sort((a, b) => b - a));
});

test("a title counts for more than an abstract", () => {
  const found = titles("rivers ").map((title) => title.includes("River"));
  assert.deepEqual(found.slice(0, 3), [true, true, false]);
});

for (const typed of ["", "  ", "title:", "+", "-", "a^b", "~~", "*", "foo:bar", "the", "zzqxzzqx"]) {
  test(`“${typed}” is answered`, () => assert.ok(Array.isArray(titles(typed))));
}
