// lunr.js's stem of each word of a JSON list; our own must be the same.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import lunr from "../lunr.js";
import { stem } from "../../../static/js/search/stemmer.js";

const words = JSON.parse(readFileSync(0, "utf8"));
const stems = words.map((/** @type {string} */ word) => String(lunr.stemmer(new lunr.Token(word))));
assert.deepEqual(words.map(stem), stems);
process.stdout.write(JSON.stringify(stems));
