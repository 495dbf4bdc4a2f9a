import assert from "node:assert/strict";
import { test } from "node:test";
import { distance } from "../../static/js/search/distance.js";
import { neighboursIn } from "../../static/js/search/neighbours.js";
import { startingWith } from "../../static/js/search/whole.js";

const WORDS = ["map", "maps", "otter", "otters", "transform", "transformer", "unform"];

/** @type {[string, string, number][]} */
const PAIRS = [
  ["otter", "otter", 0],
  ["otter", "oter", 1],
  ["otter", "ottre", 1],
  ["difussion", "diffusion", 2],
  ["otter", "badger", 3],
  ["", "ab", 2],
];

for (const [a, b, slips] of PAIRS) {
  test(`${a} and ${b} are ${slips} apart`, () => {
    assert.equal(distance(a, b, 2), slips);
    assert.equal(distance(b, a, 2), slips);
  });
}

/**
 * The words of one kind, all of one size.
 * @param {string[]} words @returns {import("../../static/js/search/vocabulary.js").WordSource}
 */
const source = (words) => async (kind, beginning) =>
  kind === "words" ? words.filter((word) => word.startsWith(beginning)).map((word) => ({ word, size: 1 })) : [];

/** @param {string[]} words @param {string} typed */
const nearest = async (words, typed) =>
  (await neighboursIn(source(words), typed, 2)).map(({ word }) => word);

test("neighbours are the words with fewest slips, same first letter first", async () => {
  assert.deepEqual(await nearest(WORDS, "transformre"), ["transformer", "transform"]);
  assert.deepEqual(await nearest(["abba", "bbba"], "bbbc"), ["bbba"]);
  assert.deepEqual(await nearest(WORDS, "mp"), []);
});

test("completions are the words that begin so", () => {
  assert.deepEqual(startingWith(WORDS, "ma"), ["map", "maps"]);
  assert.deepEqual(startingWith([], "m"), []);
});
