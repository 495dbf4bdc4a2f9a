/** The sentence of an abstract that says most of what was asked. */
import { highlight } from "./highlight.js";
import { stem } from "./terms.js";
import { readWords } from "./words.js";

const END = /(?<=[.!?]["')\]]?)(?<!\b(?:e\.g|i\.e|al|vs|cf|Fig|Eq|Sec|No)\.)\s+(?=["'([]?[A-Z0-9])/;
const LONGEST = 320;

/** @param {string} text @returns {string[]} */
export const sentencesOf = (text) => text.split(END).filter(Boolean);

/**
 * @param {string} abstract  @param {Map<string, number>} terms  what each term is worth
 * @returns {import("./highlight.js").Segment[]} empty when none of it says anything
 */
export const bestSentence = (abstract, terms) => {
  let best = "";
  let most = 0;
  for (const sentence of sentencesOf(abstract)) {
    const worth = worthOf(sentence, terms);
    if (worth > most) [best, most] = [sentence, worth];
  }
  return highlight(shortened(best, terms), terms);
};

/** @param {string} text @param {Map<string, number>} terms @returns {number} each counted once */
export const worthOf = (text, terms) => {
  const said = new Set(readWords(text).flatMap(({ plain, token, joined }) => [plain, token, joined].map(stem)));
  return [...terms].reduce((sum, [term, worth]) => sum + (said.has(term) ? worth : 0), 0);
};

/**
 * A very long sentence from shortly before its first match.
 * @param {string} sentence @param {Map<string, number>} terms
 */
const shortened = (sentence, terms) => {
  if (sentence.length <= LONGEST) return sentence;
  const [first] = highlight(sentence, terms);
  const start = first.marked ? 0 : Math.max(0, first.text.length - LONGEST / 3);
  const from = start > 0 ? sentence.indexOf(" ", start) + 1 : 0;
  const part = sentence.slice(from, from + LONGEST).replace(/\s\S*$/, "");
  return `${from > 0 ? "… " : ""}${part}${from + part.length < sentence.length ? " …" : ""}`;
};
