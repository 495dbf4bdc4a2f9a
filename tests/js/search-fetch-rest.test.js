import assert from "node:assert/strict";
import { test } from "node:test";
import { restAt } from "../../static/js/search/fetch-rest.js";
import { twice } from "../../static/js/search/twice.js";

test("code that cannot be had is asked for twice and then named", async () => {
  const fetchRest = restAt(new URL("nowhere/rest.js", import.meta.url).href);
  await assert.rejects(fetchRest, /nowhere\/rest\.js cannot be reached/);
});

test("code that is there is fetched", async () => {
  const { searchSigns } = await restAt(new URL("../../static/js/search/rest.js", import.meta.url).href)();
  assert.equal(typeof searchSigns, "function");
});

test("what succeeds the second time has succeeded", async () => {
  /** @type {boolean[]} */
  const attempts = [];
  const found = await twice(async (isSecond) => {
    attempts.push(isSecond);
    if (!isSecond) throw new Error("no network");
    return "found";
  });
  assert.deepEqual([found, attempts], ["found", [false, true]]);
});
