import assert from "node:assert/strict";
import { test } from "node:test";
import { search } from "../../static/js/search/engine.js";
import { highlight } from "../../static/js/search/highlight.js";
import { backend, papers, synonyms } from "./library.js";

/** The text with its marks as brackets. @param {string} text @param {string} query */
const marked = async (text, query) => {
  const { terms } = await search(backend, synonyms, query);
  return highlight(text, terms)
    .map(({ text: part, marked: isMarked }) => (isMarked ? `[${part}]` : part))
    .join("");
};

for (const [query, text, expected] of [
  ["otter", "(Otters), otter's otter-like.", "([Otters]), [otter]'s [otter]-like."],
  ["jose", "By José's Café", "By [José]'s Café"],
  ["video", "Image/Video models", "Image/[Video] models"],
  ["pretraining", "Pre-training: Don't", "[Pre-training]: Don't"],
  ["扩散", "对扩散模型的", "对[扩散]模型的"],
  ["transf", "A transformer", "A [transformer]"],
  ["e.g.", "say (e.g., this)", "say ([e.g]., this)"],
  ["zzqxzzqx", "nothing here", "nothing here"],
  ["otter", "", ""],
]) {
  test(`“${query}” in “${text}”`, async () => assert.equal(await marked(text, query), expected));
}

test("the parts of any text join to the text", async () => {
  for (const { title } of papers) {
    for (const query of ["otter video jose", "扩散模型", title]) {
      const { terms } = await search(backend, synonyms, query);
      assert.equal(highlight(title, terms).map(({ text }) => text).join(""), title);
    }
  }
});
