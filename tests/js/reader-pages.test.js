import assert from "node:assert/strict";
import { test } from "node:test";

import { neighboursIn } from "../../static/js/reader/came-from.js";
import { withoutView } from "../../static/js/reader/density.js";
import { insideUrl } from "../../static/js/reader/facts.js";

const list = {
  url: "https://site.example/topics/rivers/",
  title: "Rivers",
  papers: ["/papers/a/", "/papers/b/", "/papers/c/"].map((path) => ({ path, title: path })),
};

test("a paper leads to those before and after it in the list", () => {
  const found = neighboursIn(list, "/papers/b/");
  assert.equal(found?.previous?.path, "/papers/a/");
  assert.equal(found?.next?.path, "/papers/c/");
  assert.equal(neighboursIn(list, "/papers/a/")?.previous, undefined);
  assert.equal(neighboursIn(list, "/papers/elsewhere/"), null);
});

test("an address loses its view and nothing else", () => {
  const href = "https://site.example/papers/?topic=Rivers&view=titles#top";
  assert.equal(withoutView(href), "https://site.example/papers/?topic=Rivers#top");
});

test("a paper's address is kept as it stands inside the site", () => {
  const root = "https://site.example/digest/";
  assert.equal(insideUrl(`${root}papers/a/`, root), "papers/a/");
  assert.equal(insideUrl(`${root}papers/a/index.html?q=1#top`, root), "papers/a/");
});
