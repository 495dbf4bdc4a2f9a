import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { plainQuery } from "../../static/js/search/plain-query.js";
import { parseQuery } from "../../static/js/search/query.js";
import { papers } from "./library.js";

/** @type {{ typed: string }[]} */
const rules = JSON.parse(readFileSync(new URL("fixtures/language.json", import.meta.url), "utf8"));
const PARTS = [
  "otter", "Otters", "the", "can", "how", "pre-trained", "José's", "U.S.", "2402.12345", "10.1145/12", "C++", "T5",
  "+must", "-not", "title:", "author:zhao", "~1", "^2", "exp*", '"river', 'maps"', "“", "？", "＋otter", "：", "水獺",
  "水", "x", "?", "-", "1.5", "arXiv:2402.12345v2", "k-NN", "’s", "e.g.", "find", "papers",
];

/** Texts of one to four parts, the same in every run. */
const typed = function* () {
  let seed = 7;
  const next = (/** @type {number} */ below) => {
    seed = (seed * 1103515245 + 12345) % 2147483648;
    return Math.floor((seed / 2147483648) * below);
  };
  for (let i = 0; i < 3000; i++) {
    const parts = Array.from({ length: 1 + next(4) }, () => PARTS[next(PARTS.length)]);
    yield parts.join([" ", " ", "  ", "", "\u00a0"][next(5)]) + ["", "", " "][next(3)];
  }
};

/** @param {string} text */
const isRight = (text) => {
  const plain = plainQuery(text);
  if (plain) assert.deepEqual(plain, parseQuery(text), text);
  return plain !== undefined;
};

test("what is read as plain words is what the whole query language makes of it", () => {
  const texts = [...typed(), ...rules.map(({ typed: text }) => text), ...papers.map((/** @type {{ title: string }} */ { title }) => title)];
  const plain = texts.filter(isRight).length;
  assert.ok(plain > 300 && plain < texts.length);
});

for (const text of ["otter", "river maps ", "pre-trained otters", "José", "水獺", "the", "gpt-4o"]) {
  test(`“${text}” is plain words`, () => assert.ok(isRight(text)));
}

for (const text of ["how can otters play", "otters?", "+otter", "2402.12345", "title:otter", "exp*", "“otter”"]) {
  test(`“${text}” says more`, () => assert.ok(!isRight(text)));
}
