import assert from "node:assert/strict";
import { test } from "node:test";

import { suggested } from "../../static/js/reader/for-you.js";

/** @param {string[]} urls */
const near = (...urls) => urls.map((url) => ({ url, reason: `both on ${url}` }));
const otters = { title: "Otters", near: near("a", "b", "c") };
const kites = { title: "Kites", near: near("d", "b") };

test("what is near to two saved papers comes before what is nearest to one", () => {
  const found = suggested([otters, kites], new Set());
  assert.deepEqual(
    found.map(({ url }) => url),
    ["b", "a", "d", "c"],
  );
  assert.deepEqual(found[0].reasons, [
    { title: "Otters", reason: "both on b" },
    { title: "Kites", reason: "both on b" },
  ]);
});

test("what is kept is not suggested, and nothing saved suggests nothing", () => {
  const found = suggested([otters], new Set(["a", "c"]));
  assert.deepEqual(
    found.map(({ url }) => url),
    ["b"],
  );
  assert.deepEqual(suggested([], new Set()), []);
});
