import assert from "node:assert/strict";
import { test } from "node:test";
import { Answers } from "../../static/js/search/answer.js";
import { backend, synonyms } from "./library.js";

const answers = new Answers(backend, synonyms);

test("an answer has rows to show and counts what it does not show", async () => {
  const { total, rows, query } = await answers.answer("rivers", { limit: 3 });
  assert.equal(query, "rivers");
  assert.equal(rows.length, 3);
  assert.ok(total > 3);
  assert.deepEqual(Object.keys(rows[0]).sort(), [
    ...["authors", "date", "has_code", "id", "issues", "summary", "title", "topics", "url", "venue"],
  ]);
});

for (const [typed, understood] of [
  ["transformre", "transformer"],
  ["  Vidoe   generation ", "video generation"],
  ["pre-transformre", "pre-transformer"],
  ["video", ""],
]) {
  test(`“${typed}” is understood as “${understood}”`, async () => {
    assert.equal((await answers.answer(typed)).corrected, understood);
  });
}

test("an answer can cross to another thread", async () => {
  assert.ok(structuredClone(await answers.answer("otter")));
  assert.ok(structuredClone(await answers.details("otter")));
});

test("what is chosen narrows down, and counts go with it", async () => {
  const { facets } = await answers.details("otter");
  const [{ value, count }] = facets.find(({ name }) => name === "topic")?.values ?? [];
  const narrow = await answers.answer("otter", { chosen: { topic: [value] } });
  assert.equal(narrow.total, count);
  const none = await answers.answer("otter", { chosen: { topic: [value], venue: ["Nowhere"] } });
  assert.equal(none.total, 0);
});

test("without a query, what is chosen finds its papers", async () => {
  const { total } = await answers.answer("", { chosen: { topic: ["Otters"] } });
  assert.equal(total, backend.size);
});

test("a paper whose title and summary leave the word out shows the sentence that has it", async () => {
  const { rows } = await answers.answer("playing");
  const { sentences } = await answers.details("playing");
  const shown = rows[0].summary.map(({ text }) => text).join("");
  if (!shown.includes("playing")) assert.ok(sentences[rows[0].id].some(({ marked }) => marked));
  assert.deepEqual((await answers.details("zzqx")).sentences, {});
});

test("words that no paper has are told", async () => {
  assert.deepEqual((await answers.answer("otter zzqxzzqx ")).missing, ["zzqxzzqx"]);
});
