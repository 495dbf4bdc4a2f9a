/**
 * What a reader typed as clauses, when it is nothing but words; query.js reads signs, identifiers and
 * questions too.
 */
import { isStopWord } from "./terms.js";
import { chunks, readChunk } from "./words.js";

/**
 * @typedef {import("./words.js").Word} Word
 * @typedef {object} Clause  one word, or one phrase, that a paper should hold
 * @property {Word[]} words  one, or those of a phrase in their order
 * @property {string} source  as typed
 * @property {"should" | "must" | "not"} presence
 * @property {string} field  a field of the index; empty: any
 * @property {number} boost  how much it counts beside the others
 * @property {number} slips  letters that may differ, if asked for; else 0
 * @property {string} pattern  plain letters with *, if asked for; else empty
 * @property {boolean} open  whether it may be the beginning of a longer word
 * @property {boolean} phrase
 */

const ONE_CODE_POINT = /^[0-9a-f]+_$/;
/** Signs, also in their wide forms; numbers with points; and what only questions end or begin with. */
const SAYS_MORE = /["“”„«»:*~^/?]|\d\.\d|(?<!\S)[+-]/;

/**
 * @param {string} text
 * @returns {Clause[] | undefined} nothing when it may say more than words
 */
export const plainQuery = (text) => {
  const [first = "", ...others] = chunks(text.normalize("NFKD"));
  const mayAsk = others.length > 0 && isStopWord(first.toLowerCase());
  if (mayAsk || SAYS_MORE.test(text.normalize("NFKD"))) return undefined;
  return told(chunks(text).flatMap((chunk) => readChunk(chunk).map((word) => clause([word], chunk))), text);
};

/** @param {Word[]} words @param {string} source @param {Partial<Clause>} [meant] @returns {Clause} */
export const clause = (words, source, meant) => ({
  words, source, presence: "should", field: "", boost: 1, slips: 0, pattern: "", phrase: false,
  open: words.length === 1 && ONE_CODE_POINT.test(words[0].plain),
  ...meant,
});

/**
 * One clause for each different word or phrase, in order. Stop words count only when there is
 * nothing else; the last may be half typed.
 * @param {Clause[]} read @param {string} text
 */
export const told = (read, text) => {
  const last = /\s$/.test(text) ? undefined : read.at(-1);
  if (last && isBare(last)) last.open = true;
  const telling = read.filter(({ words }) => !words.every(({ plain }) => isStopWord(plain)));
  return merged(telling.length > 0 ? telling : read.slice(-1));
};

/** Whether a clause is a word that may be half typed. @param {Clause} clause */
const isBare = ({ source, phrase, pattern, slips }) =>
  !phrase && pattern === "" && slips === 0 && !source.endsWith('"');

/** The same word twice is one word, by whichever token a text may write it. @param {Clause[]} clauses */
const merged = (clauses) => {
  /** @type {Map<string, Clause>} */
  const known = new Map();
  for (const clause of clauses) {
    const { words, presence, field, phrase, pattern, open } = clause;
    const key = [presence, field, phrase, pattern, ...words.map(({ plain }) => plain)].join(" ");
    const before = known.get(key);
    if (before) {
      before.open ||= open;
      if (!phrase) before.words.push(...words.filter((word) => !before.words.some(isSame(word))));
    } else known.set(key, clause);
  }
  return [...known.values()];
};

/** @param {Word} a */
const isSame = (a) => (/** @type {Word} */ b) => a.token === b.token && a.joined === b.joined;
