/** Written words near those asked for with ~, and near those that no paper holds. */
import { distance } from "./distance.js";
import { distinct, isFound, lookUp } from "./readings.js";
import { stem } from "./terms.js";
import { KINDS, isMistakable } from "./vocabulary.js";

const NEIGHBOUR = 0.8; // its weight beside the word as typed

/**
 * @typedef {import("./backend.js").Backend} Backend
 * @typedef {import("./backend.js").Posting} Posting
 * @typedef {import("./readings.js").Reading} Reading
 */

/**
 * @param {Backend} backend @param {Reading[]} wanting  readings to be helped out
 * @param {Map<string, Posting[]>} postings
 */
export const addNeighbours = async (backend, wanting, postings) => {
  const near = await Promise.all(
    wanting.map(({ clause: { words: [{ plain }], slips } }) =>
      backend.neighbours(plain, slips || (plain.length < 6 ? 1 : 2)),
    ),
  );
  await lookUp(backend, postings, near.flat().map(({ word }) => stem(word)));
  wanting.forEach((reading, i) => {
    const { clause, ways } = reading;
    const usable = near[i].filter(({ word }) =>
      isFound({ clause, ways: [{ terms: [stem(word)] }] }, postings),
    );
    const kept = usable.filter(({ slips }) => clause.slips > 0 || slips === usable[0].slips);
    if (kept.length > 0 && clause.slips === 0) reading.used = kept[0].word;
    for (const term of distinct(kept.map(({ word }) => stem(word)))) {
      ways.push({ terms: [term], weight: NEIGHBOUR });
    }
  });
};

/**
 * What a backend's `neighbours` answers, from the words of one kind if there are any.
 * @param {import("./vocabulary.js").WordSource} source @param {string} typed @param {number} slips
 */
export const neighboursIn = async (source, typed, slips) => {
  if (!isMistakable(typed)) return [];
  for (const beginning of [typed[0], ""]) {
    for (const kind of KINDS) {
      const found = resembling(await source(kind, beginning), typed, slips);
      if (found.length > 0) return found.map(({ word, slips: made }) => ({ word, slips: made }));
    }
  }
  return [];
};

/** @param {import("./vocabulary.js").SizedWord[]} words @param {string} typed @param {number} slips */
const resembling = (words, typed, slips) =>
  words
    .map(({ word, size }) => ({ word, size, slips: distance(typed, word, slips) }))
    .filter((near) => near.slips > 0 && near.slips <= slips)
    .sort((a, b) => a.slips - b.slips || b.size - a.size);
