import assert from "node:assert/strict";
import { test } from "node:test";
import lunr from "./lunr.js";
import { cut, isStopWord, trim } from "../../static/js/search/tokens.js";

const TEXT =
  "The (e.g.) José's k-NN -- 42.5%, İstanbul\ufeffΣΑΣ\u2028扩散 ... _x_ \u0085a\u001cb Ångström’s of";

test("text is cut and trimmed as lunr cuts and trims it", () => {
  /** @type {object[]} */
  const tokens = lunr.tokenizer(TEXT);
  assert.deepEqual(cut(TEXT), tokens.map(String));
  assert.deepEqual(cut(TEXT).map(trim), tokens.map((token) => String(lunr.trimmer(token))));
});

test("the words that lunr leaves out are left out", () => {
  const words = [...cut(TEXT), "about", "your", "you", "river", "constructor", ""];
  const kept = words.filter((word) => lunr.stopWordFilter(new lunr.Token(word)) === undefined);
  assert.deepEqual(words.filter(isStopWord), kept);
});
