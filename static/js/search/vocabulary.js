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
 * The words fewest slips away, if any is near enough: one slip for three to five letters, two for
 * more. First letters are seldom mistyped, so words that share it go before others.
 * @param {string[]} words  @param {string} typed  @returns {string[]}
 */
export const nearest = (words, typed) => {
  if (typed.length < 3) return [];
  let best = typed.length < 6 ? 1 : 2;
  let found = [];
  for (const word of words) {
    const slips = distance(typed, word, best);
    if (slips < best) found = [];
    if (slips <= best) {
      best = slips;
      found.push(word);
    }
  }
  const sameStart = found.filter((word) => word[0] === typed[0]);
  return sameStart.length > 0 ? sameStart : found;
};

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
