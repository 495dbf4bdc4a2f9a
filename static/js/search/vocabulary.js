/** Words as people write them: completions of a half-typed one, neighbours of a mistyped one. */
import { distance } from "./distance.js";

/** @param {string[]} sorted by code units @param {string} prefix @returns {string[]} */
export const startingWith = (sorted, prefix) => {
  const start = firstAtLeast(sorted, prefix);
  let end = start;
  while (end < sorted.length && sorted[end].startsWith(prefix)) end++;
  return sorted.slice(start, end);
};

/**
 * @typedef {{ word: string, size: number }} SizedWord
 *   size: the binary logarithm, in whole numbers, of how many postings the word's stem has
 * @typedef {(kind: "words" | "rare", beginning: string) => Promise<SizedWord[]>} WordSource
 *   at least all words of a kind with a beginning, sorted; rare: their stems have one posting
 */

/** @type {("words" | "rare")[]} the better guesses first */
const KINDS = ["words", "rare"];
const LEAST_LETTERS = 3; // anything resembles a shorter word

/**
 * What a backend's `completions` answers, from the words of one kind if there are any.
 * @param {WordSource} source @param {string} prefix @param {number} most
 */
export const completionsIn = async (source, prefix, most) => {
  for (const kind of KINDS) {
    const found = (await source(kind, prefix)).filter(({ word }) => word.startsWith(prefix));
    found.sort((a, b) => b.size - a.size || a.word.length - b.word.length);
    if (found.length > 0) return found.slice(0, most).map(({ word }) => word);
  }
  return [];
};

/** Whether a word may have neighbours. @param {string} word */
export const isMistakable = (word) =>
  word.length >= LEAST_LETTERS && /[a-z]/.test(word) && !word.includes("_"); // _: of other scripts

/**
 * What a backend's `neighbours` answers, from the words of one kind if there are any.
 * @param {WordSource} source @param {string} typed @param {number} slips
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

/** @param {SizedWord[]} words @param {string} typed @param {number} slips */
const resembling = (words, typed, slips) =>
  words
    .map(({ word, size }) => ({ word, size, slips: distance(typed, word, slips) }))
    .filter((near) => near.slips > 0 && near.slips <= slips)
    .sort((a, b) => a.slips - b.slips || b.size - a.size);

/** @param {string[]} sorted @param {string} wanted */
const firstAtLeast = (sorted, wanted) => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};
