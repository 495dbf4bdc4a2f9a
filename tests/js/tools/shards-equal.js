// Holds the index in pieces against the whole one, both in the folder of a built site: the greatest
// difference between their scores over every term of the whole index, and terms that differ else.
import { readFileSync } from "node:fs";
import { isSought } from "../../../static/js/search/backend.js";
import { openIndex } from "./open.js";

const site = process.argv[2];
const [whole, shards] = [await openIndex(site, "whole"), await openIndex(site, "shards")];
const index = JSON.parse(readFileSync(`${site}/search/index.json`, "utf8"));
const terms = index.invertedIndex.map(([term]) => term).filter(isSought);

const idsOf = async (backend) => {
  const all = Array.from({ length: backend.size }, (_, paper) => paper);
  return (await backend.records(all)).map(({ id }) => id);
};

const scoresOf = async (backend) => {
  const [ids, found] = [await idsOf(backend), await backend.lookup(terms)];
  const keyed = (postings) =>
    postings.flatMap(({ field, papers, scores }) =>
      Array.from(papers, (paper, i) => [`${field} ${ids[paper]}`, scores[i]]),
    );
  return new Map([...found].map(([term, postings]) => [term, new Map(keyed(postings))]));
};

const [mine, lunrs] = [await scoresOf(shards), await scoresOf(whole)];
const report = { terms: terms.length, postings: 0, largest: 0, wrong: [] };
for (const [term, scores] of lunrs) {
  if (mine.get(term)?.size !== scores.size) report.wrong.push(term);
  for (const [key, score] of scores) {
    const difference = Math.abs(score - (mine.get(term)?.get(key) ?? Infinity));
    report.largest = Math.max(report.largest, difference);
    report.postings += 1;
  }
}
process.stdout.write(JSON.stringify(report));
