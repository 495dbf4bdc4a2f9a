import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { openSearch } from "../../static/js/search/embed.js";

const fixtures = new URL("fixtures/", import.meta.url);
/** @type {string[]} */
const asked = [];
globalThis.fetch = async (/** @type {unknown} */ given) => {
  const url = String(given);
  asked.push(url);
  const name = url.split("/").at(-1) ?? "";
  if (name === "root.bin") return new Response("", { status: 404 });
  return new Response(readFileSync(new URL(name, fixtures)));
};

test("another page can ask, and is given whole addresses", async () => {
  const ask = await openSearch("https://example.org/digest/");
  const { total, papers } = await ask("otter transformer", { limit: 2 });
  assert.ok(total > 2);
  assert.equal(papers.length, 2);
  assert.equal(papers[0].title, "Otter Transformer");
  assert.match(papers[0].url, /^https:\/\/example\.org\/digest\/papers\//);
  assert.ok(papers[0].score >= papers[1].score);
  assert.ok(asked.every((url) => url.startsWith("https://example.org/digest/search/")));
});
