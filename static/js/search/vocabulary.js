/** Words as people write them: completions of a half-typed one, and whether one may be mistyped. */

/**
 * @typedef {{ word: string, size: number }} SizedWord
 *   size: the binary logarithm, in whole numbers, of how many postings the word's stem has
 * @typedef {(kind: "words" | "rare", beginning: string) => Promise<SizedWord[]>} WordSource
 *   at least all words of a kind with a beginning, sorted; rare: their stems have one posting
 */

/** @type {("words" | "rare")[]} the better guesses first */
export const KINDS = ["words", "rare"];
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
