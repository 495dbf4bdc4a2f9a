import assert from "node:assert/strict";
import { test } from "node:test";

import { emptyShelf, marked, merged, parsed, written } from "../../static/js/reader/shelf.js";

const otters = { id: "p1", url: "papers/otters/", title: "Otters", topics: ["Rivers"] };
const kites = { id: "p2", url: "papers/kites/", title: "Kites" };

test("a paper is kept while it has a mark, and its facts with it", () => {
  const saved = marked(emptyShelf(), otters, { saved: 5 });
  assert.deepEqual(saved.papers.get("p1"), { ...otters, saved: 5 });
  const read = marked(saved, otters, { read: 7 });
  assert.deepEqual(read.papers.get("p1"), { ...otters, saved: 5, read: 7 });
  const gone = marked(marked(read, otters, { saved: 0 }), otters, { read: 0 });
  assert.equal(gone.papers.size, 0);
  assert.equal(read.papers.size, 1, "the earlier shelf stays as it was");
});

test("what is written is read again", () => {
  const shelf = {
    ...marked(emptyShelf(), otters, { saved: 5, note: "read\nagain" }),
    muted: { words: ["weasel"], topics: ["Lakes"] },
  };
  assert.deepEqual(parsed(written(shelf)), shelf);
});

test("what is no reading list is none, and damaged papers are left out", () => {
  assert.equal(parsed(null), null);
  assert.equal(parsed("{"), null);
  assert.equal(parsed('{"papers": []}'), null);
  const papers = [
    null,
    7,
    { id: "p3" },
    { ...kites, url: "https://elsewhere.example/" },
    { ...kites, url: "papers/../../else/" },
    { ...kites, url: ["javascript", "alert(1)"].join(":") },
    { ...kites, id: "__proto__", saved: "yesterday", read: 2, topics: ["Air", 4] },
  ];
  const text = JSON.stringify({ format: "florilegium-reading-list", papers, muted: { words: 3 } });
  const shelf = parsed(text);
  assert.ok(shelf);
  assert.deepEqual([...shelf.papers.keys()], ["__proto__"]);
  assert.deepEqual(shelf.papers.get("__proto__"), {
    ...kites,
    id: "__proto__",
    read: 2,
    topics: ["Air"],
  });
  assert.deepEqual(shelf.muted, { words: [], topics: [] });
});

test("an imported list adds to what is there and loses nothing", () => {
  const own = marked(marked(emptyShelf(), otters, { saved: 5, note: "mine" }), kites, { read: 3 });
  const other = {
    ...marked(emptyShelf(), otters, { saved: 4, read: 9, note: "theirs" }),
    muted: { words: ["weasel"], topics: [] },
  };
  const whole = merged(own, other);
  assert.deepEqual(whole.papers.get("p1"), { ...otters, saved: 4, read: 9, note: "mine\ntheirs" });
  assert.deepEqual(whole.papers.get("p2"), { ...kites, read: 3 });
  assert.deepEqual(whole.muted.words, ["weasel"]);
  assert.deepEqual(merged(whole, other), whole, "the same list again changes nothing");
});
