// Holds the index in pieces, and our reader of the whole one, against lunr's own answers, all from the
// folder of a built site: the greatest difference between scores over every term of the whole index,
// and terms that differ else, or records.
import { readFileSync } from "node:fs";
import { isSought } from "../../../static/js/search/backend.js";
import lunr, { lunrPostings } from "../lunr.js";
import { openIndex } from "./open.js";

const site = process.argv[2];
const [whole, shards] = [await openIndex(site, "whole"), await openIndex(site, "shards")];
const index = JSON.parse(readFileSync(`${site}/search/index.json`, "utf8"));
/** @type {string[]} */
const terms = index.invertedIndex.map((/** @type {[string]} */ [term]) => term).filter(isSought);

/** @param {import("../../../static/js/search/backend.js").Backend} backend */
const recordsOf = (backend) => backend.records(Array.from({ length: backend.size }, (_, paper) => paper));

/** @param {string[]} ids @param {import("../../../static/js/search/backend.js").Posting[]} postings */
const scoresIn = (ids, postings) =>
  new Map(
    postings.flatMap(({ field, papers, scores }) =>
      Array.from(papers, (paper, i) => /** @type {const} */ ([`${field} ${ids[paper]}`, scores[i]])),
    ),
  );

/** @type {{ terms: number, postings: number, largest: number, wrong: string[] }} */
const report = { terms: terms.length, postings: 0, largest: 0, wrong: [] };
const stock = lunr.Index.load(index);
const records = await recordsOf(whole);
const wholeIds = records.map(({ id }) => id);
const expected = new Map(terms.map((term) => [term, scoresIn(wholeIds, lunrPostings(stock, term))]));
for (const backend of [whole, shards]) {
  const [read, found] = [await recordsOf(backend), await backend.lookup(terms)];
  const ids = read.map(({ id }) => id);
  const byId = new Map(read.map((record) => [record.id, JSON.stringify(record)]));
  report.wrong.push(...records.filter((record) => byId.get(record.id) !== JSON.stringify(record)).map(({ id }) => id));
  for (const [term, scores] of expected) {
    const mine = scoresIn(ids, found.get(term) ?? []);
    if (mine.size !== scores.size) report.wrong.push(term);
    for (const [key, score] of scores) {
      const difference = Math.abs(score - (mine.get(key) ?? Infinity));
      report.largest = Math.max(report.largest, difference);
      report.postings += 1;
    }
  }
}
process.stdout.write(JSON.stringify(report));
