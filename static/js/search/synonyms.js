/** Short and long forms that mean the same, both ways: `llm` and `large language models`. */
import { isStopWord, stem } from "./terms.js";
import { readWords } from "./words.js";

/**
 * @typedef {string[][]} Groups  phrases that mean the same, in plain letters; see synonyms.json
 * @typedef {Map<string, string[][]>} Synonyms  by a phrase's stems, the stems of its synonyms
 */

const LONGEST = 8;

/** @param {Groups} groups @returns {Synonyms} */
export const readSynonyms = (groups) => {
  const synonyms = new Map();
  for (const group of groups) {
    const phrases = group.map(stems).filter((phrase) => phrase.length > 0);
    for (const phrase of phrases) {
      const key = phrase.join(" ");
      const others = phrases.filter((other) => other.join(" ") !== key);
      synonyms.set(key, [...(synonyms.get(key) ?? []), ...others]);
    }
  }
  return synonyms;
};

/** @param {string} phrase */
const stems = (phrase) =>
  readWords(phrase)
    .map(({ plain }) => plain)
    .filter((word) => !isStopWord(word))
    .map(stem);

/**
 * The runs of words that have synonyms, the longest from each place.
 * @param {string[]} words  stems  @param {Synonyms} synonyms
 * @returns {{ start: number, end: number, others: string[][] }[]}
 */
export const findSynonyms = (words, synonyms) =>
  words.flatMap((_, start) => {
    for (let end = Math.min(words.length, start + LONGEST); end > start; end--) {
      const others = synonyms.get(words.slice(start, end).join(" "));
      if (others && others.length > 0) return { start, end, others };
    }
    return [];
  });
