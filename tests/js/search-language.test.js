// Every rule of the query language; tests/search/test_language.py holds Python to the same ones.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { search } from "../../static/js/search/engine.js";
import { backend, papers, synonyms } from "./library.js";

const rules = JSON.parse(readFileSync(new URL("fixtures/language.json", import.meta.url), "utf8"));

for (const { rule, typed, first, found, has = [], lacks = [], used = [], plainly = false } of rules) {
  test(`${rule}: ${typed}`, async () => {
    const answer = await search(backend, synonyms, typed);
    const titles = answer.hits.map(({ paper }) => String(papers[paper].title));
    const holds = (/** @type {string} */ beginning) => titles.some((title) => title.startsWith(beginning));
    if (first !== undefined) assert.ok(titles[0]?.startsWith(first), titles[0]);
    if (found !== undefined) assert.equal(titles.length, found);
    assert.deepEqual(has.filter(holds), has);
    assert.deepEqual(lacks.filter(holds), []);
    assert.deepEqual(answer.corrections.map((correction) => correction.used), used);
    assert.equal(answer.plainly, plainly);
  });
}
