import assert from "node:assert/strict";
import { test } from "node:test";
import { distance } from "../../static/js/search/distance.js";
import { nearest, startingWith } from "../../static/js/search/vocabulary.js";

const WORDS = ["map", "maps", "otter", "otters", "transform", "transformer", "unform"];

for (const [a, b, slips] of [
  ["otter", "otter", 0],
  ["otter", "oter", 1],
  ["otter", "ottre", 1],
  ["difussion", "diffusion", 2],
  ["otter", "badger", 3],
  ["", "ab", 2],
]) {
  test(`${a} and ${b} are ${slips} apart`, () => {
    assert.equal(distance(a, b, 2), slips);
    assert.equal(distance(b, a, 2), slips);
  });
}

test("neighbours are the words with fewest slips, same first letter first", () => {
  assert.deepEqual(nearest(WORDS, "transformre"), ["transformer"]);
  assert.deepEqual(nearest(["abba", "bbba"], "bbbc"), ["bbba"]);
  assert.deepEqual(nearest(WORDS, "mp"), []);
});

test("completions are the words that begin so", () => {
  assert.deepEqual(startingWith(WORDS, "ma"), ["map", "maps"]);
  assert.deepEqual(startingWith([], "m"), []);
});
