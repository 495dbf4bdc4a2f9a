/** Phrases that mean the same, as synonyms.json has them. */
import { isStopWord, stem } from "./terms.js";
import { readWords } from "./words.js";

/** @typedef {string[][]} Groups  in plain letters */

/** @param {Groups} groups @returns {import("./synonyms.js").Synonyms} */
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
