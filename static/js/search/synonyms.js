/** Short and long forms that mean the same, both ways: `llm` and `large language models`. */

/**
 * @typedef {Map<string, string[][]>} Synonyms  by a phrase's stems, the stems of its synonyms
 */

const LONGEST = 8;

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
