import assert from "node:assert/strict";
import { test } from "node:test";
import { answer } from "../../static/js/search/answer.js";
import { library } from "./library.js";

test("an answer has rows to show and counts what it does not show", () => {
  const { total, rows, query } = answer(library, "rivers", { limit: 3 });
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
  test(`“${typed}” is understood as “${understood}”`, () => {
    assert.equal(answer(library, typed).corrected, understood);
  });
}

test("a paper newer than the list of papers is left out", () => {
  const older = { ...library, papers: library.papers.slice(0, 1) };
  assert.ok(answer(older, "rivers").rows.every(({ id }) => id === library.papers[0].id));
});

test("an answer can cross to another thread", () => {
  assert.ok(structuredClone(answer(library, "otter")));
});
