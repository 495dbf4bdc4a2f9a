import assert from "node:assert/strict";
import { test } from "node:test";

import { isNarrowed } from "../../static/js/reader/narrow-address.js";
import { facetsOf } from "../../static/js/reader/narrow-page.js";
import { together } from "../../static/js/reader/narrow-search.js";
import { facetCounts, narrowed } from "../../static/js/search/narrowing.js";

const held = [
  { topic: ["Tides", "Maps"], year: ["2024"], code: ["yes"] },
  { topic: ["Tides"], year: ["2023"], code: [] },
  { topic: ["Bees"], year: ["2024"], code: [] },
];
const all = held.map((_, paper) => ({ paper, score: 0 }));

test("what cards hold narrows their list down as the search would", () => {
  const facets = facetsOf(held);
  const papers = (/** @type {Record<string, string[]>} */ chosen) => narrowed(all, facets, chosen).map(({ paper }) => paper);
  assert.deepEqual(papers({ topic: ["Tides"] }), [0, 1]);
  assert.deepEqual(papers({ topic: ["Tides", "Maps"] }), [0]);
  assert.deepEqual(papers({ topic: ["Tides"], code: ["yes"], year: ["2024"] }), [0]);
  assert.deepEqual(papers({ venue: ["nowhere"] }), []);
});

test("counts are those of the papers left", () => {
  const facets = facetsOf(held);
  const left = narrowed(all, facets, { year: ["2024"] });
  const topics = facetCounts(left, facets).find(({ name }) => name === "topic");
  assert.deepEqual(
    topics?.values.map(({ value, count }) => [value, count]),
    [["Bees", 1], ["Maps", 1], ["Tides", 1]],
  );
  assert.deepEqual(facetsOf([]), []);
});

test("what the list is of and what is chosen hold together", () => {
  assert.deepEqual(together({ topic: ["Tides"] }, { topic: ["Maps"], year: ["2024"] }), {
    topic: ["Tides", "Maps"],
    year: ["2024"],
  });
});

test("an address tells whether it narrows a list down", () => {
  assert.ok(isNarrowed("?view=titles&topic=Tides"));
  assert.ok(!isNarrowed("?view=titles"));
  assert.ok(!isNarrowed("?subtopic=Tides"));
});
