/** The best papers once more, now by their titles' words: as typed, and in the order typed. */
import { better } from "./rank.js";
import { stem } from "./terms.js";
import { readWords } from "./words.js";

/** How many papers are looked at: all of them are fetched, and more make results no better. */
export const DEPTH = 10;
const AS_TYPED = 0.5;
const IN_ORDER = 0.5;
const NOTHING_ELSE = 0.9;
const FIRST_AUTHOR = 1;

/**
 * @param {import("./rank.js").Hit[]} hits  the best ones
 * @param {{ title: string, authors: string }[]} records  theirs
 * @param {import("./readings.js").Reading[]} readings
 * @returns {import("./rank.js").Hit[]} them, best first
 */
export const reorder = (hits, records, readings) =>
  hits
    .map((hit, i) => ({ ...hit, score: hit.score * titleWorth(records[i], readings) }))
    .sort(better);

/**
 * 1 for a title without any word asked for, up to 5.8.
 * @param {{ title: string, authors: string }} record @param {import("./readings.js").Reading[]} readings
 */
const titleWorth = ({ title, authors }, readings) => {
  const words = wordsIn(title);
  const stems = words.map(stem);
  const first = new Set(wordsIn(authors.split(", ")[0].split(" and ")[0]));
  const wanted = readings.filter(({ clause }) => clause.presence !== "not");
  const typed = wanted.flatMap(({ clause }) => clause.words.map(({ plain }) => plain));
  const places = wanted.map((reading) => place(reading, words, stems));
  const asTyped = typed.filter((word) => words.includes(word)).length / typed.length;
  const inOrder = places.filter((at, i) => i > 0 && at > places[i - 1] && places[i - 1] >= 0).length;
  const said = places.filter((at) => at >= 0).length / Math.max(1, words.length);
  const byFirst = typed.some((word) => first.has(word));
  return (
    (1 + AS_TYPED * asTyped + (IN_ORDER * inOrder) / Math.max(1, places.length - 1) + NOTHING_ELSE * said) *
    (byFirst ? 1 + FIRST_AUTHOR : 1)
  );
};

/**
 * Whether a title says every clause in some way.
 * @param {string} title @param {import("./readings.js").Reading[]} wanted
 */
export const saysAll = (title, wanted) => {
  const words = wordsIn(title);
  const stems = words.map(stem);
  return wanted.every((reading) => place(reading, words, stems) >= 0);
};

/** @param {string} text */
export const wordsIn = (text) => readWords(text).map(({ plain }) => plain);

/**
 * Where the title says a clause: in its own letters, else in another way; -1 for nowhere.
 * @param {import("./readings.js").Reading} reading @param {string[]} words @param {string[]} stems
 */
const place = ({ clause, ways }, words, stems) => {
  const at = words.indexOf(clause.words[0].plain);
  return at >= 0 ? at : stems.findIndex((stem) => ways.some(({ terms }) => terms[0] === stem));
};
