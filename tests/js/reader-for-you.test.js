import assert from "node:assert/strict";
import { test } from "node:test";

import { likeness, profileOf, suggested, suggestions } from "../../static/js/reader/for-you.js";

/** @param {number} number @param {Record<string, number>} weights @param {string[]} [topics] */
const vector = (number, weights, topics = []) => ({
  number,
  url: `papers/${number}/`,
  weights: new Map(Object.entries(weights)),
  topics,
});
const otters = vector(0, { "sea otters": 60, kelp: 40, rafts: 20 }, ["coasts", "maps"]);
const kites = vector(1, { kites: 50, wind: 50 }, ["air"]);

test("likeness is the product of the vectors, and topics in common add to it", () => {
  assert.equal(likeness(otters, kites), 0);
  assert.equal(likeness(otters, vector(2, { kelp: 50 })), 0.2);
  assert.ok(likeness(otters, vector(2, { kelp: 50 }, ["maps"])) > 0.29);
  assert.ok(likeness(otters, vector(2, { kelp: 50 }, ["coasts"])) > 0.39);
});

test("what all saved papers are like comes before what one of them is a little more like", () => {
  const both = vector(2, { kelp: 40, wind: 40 });
  const one = vector(3, { kelp: 50 });
  const none = vector(4, { mud: 90 }, ["coasts"]);
  const found = suggested([otters, kites], [one, both, none]);
  assert.deepEqual(
    found.map(({ url }) => url),
    [both.url, one.url],
  );
  assert.deepEqual(found[0].terms, ["wind", "kelp"]);
  assert.equal(found[0].like, kites.url);
});

test("every saved paper has its turn", () => {
  const others = [2, 3, 4, 5].map((number) => vector(number, { "sea otters": 50 }));
  const found = suggested([otters, kites], [...others, vector(6, { wind: 44 })]);
  assert.equal(found[0].like, otters.url);
  assert.ok(found.slice(0, 4).some(({ like }) => like === kites.url));
});

test("a reason is not said twice", () => {
  const saved = [vector(0, { "sea otters": 60, otters: 50, kelp: 5 })];
  const [found] = suggested(saved, [vector(1, { otters: 50, "sea otters": 60, kelp: 60 })]);
  assert.deepEqual(found.terms, ["sea otters", "kelp"]);
});

test("the profile keeps the heaviest terms", () => {
  const many = Object.fromEntries(Array.from({ length: 40 }, (_, at) => [`term ${at}`, at + 1]));
  const profile = profileOf([vector(0, many)]);
  assert.equal(profile.size, 24);
  assert.equal([...profile.keys()][0], "term 39");
});

/** Files of a site of six papers, two a piece. */
const site = () => {
  const rows = [
    ["papers/a/", ["kelp"], [50], ["coasts"]],
    ["papers/b/", ["kelp", "rafts"], [40, 40], ["coasts"]],
    ["papers/c/", ["mud"], [50], []],
    ["papers/d/", ["rafts"], [60], []],
    ["papers/e/", ["kelp"], [30], []],
    ["papers/f/", ["mud"], [50], []],
  ];
  return {
    "index.json": {
      mark: "m",
      each: 2,
      papers: ["papers/a/", "papers/c/", "papers/e/"],
      terms: ["kelp", "mud"],
    },
    "papers/0.json?v=m": rows.slice(0, 2),
    "papers/1.json?v=m": rows.slice(2, 4),
    "papers/2.json?v=m": rows.slice(4, 6),
    "terms/0.json?v=m": [["kelp", [0, 1, 4], [50, 40, 30]]],
    "terms/1.json?v=m": [["mud", [2, 5], [50, 50]], ["rafts", [1, 3], [40, 60]]],
  };
};

/** @param {Record<string, unknown>} files @param {string[]} [asked] */
const loading = (files, asked = []) => async (/** @type {string} */ address) => {
  const name = address.slice("far/".length);
  asked.push(name);
  const body = JSON.stringify(files[name]);
  return new Response(body, { status: body === undefined ? 404 : 200 });
};

/** @param {string} name @param {{ saved?: number, read?: number }} [marks] */
const kept = (name, marks = { saved: 1 }) => ({ id: name, url: `papers/${name}/`, title: name, ...marks });

test("of the site's files only those are fetched that the saved papers lead to", async () => {
  /** @type {string[]} */
  const asked = [];
  const found = await suggestions([kept("a")], "far/", loading(site(), asked));
  assert.deepEqual(
    found.map(({ url }) => url),
    ["papers/b/", "papers/e/"],
  );
  assert.deepEqual(asked.sort(), ["index.json", "papers/0.json?v=m", "papers/2.json?v=m", "terms/0.json?v=m"]);
});

test("what is kept is not suggested; a paper that is gone does no harm", async () => {
  const papers = [kept("a"), kept("e", { read: 1 }), kept("gone")];
  const found = await suggestions(papers, "far/", loading(site()));
  assert.deepEqual(
    found.map(({ url }) => url),
    ["papers/b/"],
  );
});

test("nothing saved asks for nothing", async () => {
  /** @type {string[]} */
  const asked = [];
  assert.deepEqual(await suggestions([kept("a", { read: 1 })], "far/", loading(site(), asked)), []);
  assert.deepEqual(asked, []);
});
