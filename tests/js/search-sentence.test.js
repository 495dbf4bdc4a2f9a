import assert from "node:assert/strict";
import { test } from "node:test";
import { bestSentence, sentencesOf } from "../../static/js/search/sentence.js";

/** @param {{ text: string }[]} segments */
const plain = (segments) => segments.map(({ text }) => text).join("");

test("sentences end where they end, not at every full stop", () => {
  const text = "We map rivers, e.g. the Otter. Lin et al. 2020 did not. It helps (see Fig. 2)!";
  assert.deepEqual(sentencesOf(text), [
    "We map rivers, e.g. the Otter.", "Lin et al. 2020 did not.", "It helps (see Fig. 2)!",
  ]);
});

test("the sentence that says the rarer word is shown, its words marked", () => {
  const text = "Rivers are long. Otters like rivers. The end.";
  const shown = bestSentence(text, new Map([["river", 1], ["otter", 3]]));
  assert.equal(plain(shown), "Otters like rivers.");
  assert.deepEqual(shown.filter(({ marked }) => marked).map(({ text }) => text), ["Otters", "rivers"]);
});

test("a very long sentence is cut around its first match", () => {
  const text = `${"Mud and reeds, ".repeat(60)}then an otter, ${"then mud, ".repeat(60)}done.`;
  const shown = plain(bestSentence(text, new Map([["otter", 1]])));
  assert.ok(shown.includes("otter") && shown.length < 340);
});

test("a text that says nothing of it gives no sentence", () => {
  assert.deepEqual(bestSentence("Rivers are long.", new Map([["otter", 1]])), []);
});
