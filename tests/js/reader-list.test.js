import assert from "node:assert/strict";
import { test } from "node:test";

import { asMarkdown, shareLink, sharedUrls, shownPapers } from "../../static/js/reader/kept-list.js";
import { isMuted } from "../../static/js/reader/muting.js";
import { visited } from "../../static/js/reader/visits.js";

const otters = { id: "1", url: "papers/otters/", title: "Otters", saved: 5, date: "2024-01-02" };
const kites = { id: "2", url: "papers/kites/", title: "Kites", saved: 9, read: 9, note: "Élan" };
const owls = { id: "3", url: "papers/owls/", title: "A [1] *", read: 7, authors: "Ada Lind" };
const all = [otters, kites, owls];
const usual = { query: "", which: "saved", order: "saved" };
/** @param {Partial<typeof usual>} asked */
const titles = (asked) => shownPapers(all, { ...usual, ...asked }).map(({ title }) => title);

test("the list shows what is asked, in the order asked", () => {
  assert.deepEqual(titles({}), ["Kites", "Otters"]);
  assert.deepEqual(titles({ which: "unread" }), ["Otters"]);
  assert.deepEqual(titles({ which: "read" }), ["Kites", "A [1] *"]);
  assert.deepEqual(titles({ which: "noted" }), ["Kites"]);
  assert.deepEqual(titles({ which: "all", order: "title" }), ["A [1] *", "Kites", "Otters"]);
  assert.deepEqual(titles({ order: "date" }), ["Otters", "Kites"]);
  assert.deepEqual(titles({ query: "elan" }), ["Kites"], "accents do not count");
  assert.deepEqual(titles({ which: "all", query: "lind ada" }), ["A [1] *"]);
});

test("as Markdown, a title's signs are escaped and notes are quoted", () => {
  assert.equal(
    asMarkdown([kites, owls], "https://a.example/"),
    "- [x] [Kites](https://a.example/papers/kites/)\n  > Élan\n" +
      "- [x] [A \\[1\\] \\*](https://a.example/papers/owls/): Ada Lind\n",
  );
});

test("a link carries a list, and nothing but papers of this site", () => {
  const link = shareLink([otters, kites], "https://a.example/reading-list/");
  assert.equal(link, "https://a.example/reading-list/#papers=otters,kites");
  assert.deepEqual(sharedUrls(new URL(link).hash), [otters.url, kites.url]);
  assert.deepEqual(sharedUrls("#papers=a,a,..,../b,https://c,d?e,"), ["papers/a/"]);
  assert.deepEqual(sharedUrls("#other"), []);
});

test("whole words mute, in any case, and topics by name", () => {
  const paper = { text: "The Art of Café lights", topics: ["River Maps"] };
  /** @param {string[]} given */
  const words = (...given) => isMuted(paper, { words: given, topics: [] });
  assert.equal(words("ART"), true);
  assert.equal(words("cafe lights"), true);
  assert.equal(words("ligh"), false);
  assert.equal(words("!?"), false);
  assert.equal(isMuted(paper, { words: [], topics: ["river maps"] }), true);
  assert.equal(isMuted(paper, { words: [], topics: ["maps"] }), false);
});

test("new is what came after the newest that the visit before showed", () => {
  const minute = 60_000;
  const first = visited(null, "2024-01-05", 0);
  assert.equal(first.since, "2024-01-05", "at the first visit nothing is new");
  const second = visited(first, "2024-01-09", 60 * minute);
  assert.equal(second.since, "2024-01-05");
  const soon = visited(second, "2024-01-09", 70 * minute);
  assert.equal(soon.since, "2024-01-05", "still the same visit");
  assert.equal(visited(soon, "2024-01-09", 200 * minute).since, "2024-01-09");
  assert.equal(visited(/** @type {any} */ ({ since: 3 }), "2024-01-09", 0).since, "2024-01-09");
});
