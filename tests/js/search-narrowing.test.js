import assert from "node:assert/strict";
import { test } from "node:test";
import { facetCounts, narrowed, newestFirst } from "../../static/js/search/narrowing.js";

const hits = [0, 1, 2].map((paper) => ({ paper, score: 1 }));
const facets = [
  { name: "topic", values: ["Maps", "Otters"], papers: [[0], [0, 1], [1]] },
  { name: "year", values: ["2023", "2024"], papers: [[1], [0], []] },
  { name: "date", values: ["2023-02", "2024-03-11"], papers: [[1], [0], []] },
];

test("papers must hold everything that is chosen", () => {
  /** @param {Record<string, string[]>} chosen */
  const left = (chosen) => narrowed(hits, facets, chosen).map(({ paper }) => paper);
  assert.deepEqual(left({ topic: ["Maps"] }), [0, 1]);
  assert.deepEqual(left({ topic: ["Maps", "Otters"] }), [1]);
  assert.deepEqual(left({ topic: ["Maps"], year: ["2024"] }), [0]);
  assert.deepEqual(left({ topic: ["Nothing"] }), []);
  assert.deepEqual(left({ colour: ["red"] }), []);
});

test("counts are those of the papers at hand, years from the last", () => {
  const [topics, years] = facetCounts(hits.slice(0, 2), facets);
  assert.deepEqual(topics.values, [{ value: "Maps", count: 2 }, { value: "Otters", count: 1 }]);
  assert.deepEqual(years.values.map(({ value }) => value), ["2024", "2023"]);
});

test("the newest come first, the undated last", () => {
  assert.deepEqual(newestFirst([...hits].reverse(), facets).map(({ paper }) => paper), [0, 1, 2]);
});
