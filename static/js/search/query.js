/**
 * What a reader typed, as clauses: words, "phrases", field:, +must, -not, *, ~1 and ^2. What cannot
 * be read so is read as plain words. generator/search/query.py reads the same way.
 */
import { readIdentifier } from "./identifiers.js";
import { isStopWord } from "./terms.js";
import { chunks, fold, readChunk } from "./words.js";

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

const FIELDS = new Map(Object.entries({
  title: "title", author: "authors", authors: "authors", abstract: "abstract", topic: "topics",
  topics: "topics", venue: "venue", year: "year", system: "system",
}));
const ITEM = /([+-]?)(?:([A-Za-z]+):)?"([^"]*[^"\s][^"]*)"((?:~[0-9]?|\^[0-9]+(?:\.[0-9]+)?)*)(?!\S)|\S+/g;
const PART = /^([+-]?)(?:([A-Za-z]+):)?(.+?)((?:~[0-9]?|\^[0-9]+(?:\.[0-9]+)?)*)$/;
const QUOTES = /[“”„«»]/g;
const SLIPS = /~([0-9]?)/;
const BOOST = /\^([0-9.]+)/;
const ASKS = /^\s*(?:are|can|could|did|do|does|how|is|should|was|what|when|where|which|who|why|will)\s|\?\s*$/i;
const FILLERS = new Set(
  ("best better find found give good help know known make makes making need needs paper papers " +
    "really research show shown study tell there thing things understand use used uses using " +
    "way ways without work works").split(" "),
);
const MOST_SLIPS = 2;
const MOST_BOOST = 100;
const FILLER_BOOST = 0.3;
const ONE_CODE_POINT = /^[0-9a-f]+_$/;

/**
 * One clause for each different word or phrase, in order. Stop words count only when there is
 * nothing else; the words that merely make a question count little; the last may be half typed.
 * @param {string} text  @param {{ plain?: boolean }} [options]  plain: signs mean nothing
 * @returns {Clause[]}
 */
export const parseQuery = (text, { plain = false } = {}) => {
  const read = plain ? chunks(text).flatMap((chunk) => wordClauses(chunk, {})) : items(text);
  if (!plain && read.every(({ presence }) => presence === "not")) {
    return parseQuery(text, { plain: true });
  }
  const last = /\s$/.test(text) ? undefined : read.at(-1);
  if (last && isBare(last)) last.open = true;
  const telling = read.filter((clause) => !clause.words.every((word) => isStopWord(word.plain)));
  const kept = merged(telling.length > 0 ? telling : read.slice(-1));
  return ASKS.test(text) ? kept.map(asked) : kept;
};

/** Whether a clause is a word that may be half typed. @param {Clause} clause */
const isBare = ({ source, phrase, pattern, slips }) =>
  !phrase && pattern === "" && slips === 0 && !source.endsWith('"');

/** @param {string} text @returns {Clause[]} */
const items = (text) =>
  [...text.replace(QUOTES, '"').matchAll(ITEM)].flatMap((found) => {
    const [whole, sign, name, quoted, tail] = found;
    if (quoted === undefined) return part(whole);
    if (name !== undefined && !FIELDS.has(name.toLowerCase())) return part(whole);
    const words = chunks(quoted).flatMap(readChunk);
    if (words.length === 0) return [];
    const phrase = words.length > 1;
    return [clause(words, whole, { ...signs(sign || "+", name, tail), phrase })];
  });

/** @param {string} chunk */
const part = (chunk) => {
  const [, sign, name, body, tail] = /** @type {RegExpExecArray} */ (PART.exec(chunk));
  if (name === undefined || FIELDS.has(name.toLowerCase())) {
    return wordClauses(body, { ...signs(sign, name, tail), source: chunk });
  }
  return wordClauses(`${name}:${body}`, { ...signs(sign, undefined, tail), source: chunk });
};

/** @param {string} sign @param {string | undefined} name @param {string} tail @returns {Partial<Clause>} */
const signs = (sign, name, tail) => ({
  presence: sign === "+" ? "must" : sign === "-" ? "not" : "should",
  field: FIELDS.get((name ?? "").toLowerCase()) ?? "",
  slips: Math.min(Number(SLIPS.exec(tail)?.[1] || SLIPS.test(tail)), MOST_SLIPS),
  boost: Math.min(Number(BOOST.exec(tail)?.[1] ?? 1), MOST_BOOST),
});

/** @param {string} body @param {Partial<Clause>} meant */
const wordClauses = (body, { source = body, ...meant }) => {
  const pattern = patternOf(body);
  if (pattern === "") return readIdentifier(body).map((words) => clause(words, source, meant));
  const plain = pattern.slice(0, pattern.indexOf("*"));
  return [clause([{ plain, token: "", joined: "" }], source, { ...meant, pattern })];
};

/** @param {Word[]} words @param {string} source @param {Partial<Clause>} meant @returns {Clause} */
const clause = (words, source, meant) => ({
  words, source, presence: "should", field: "", boost: 1, slips: 0, pattern: "", phrase: false,
  open: words.length === 1 && ONE_CODE_POINT.test(words[0].plain),
  ...meant,
});

/** A word with stars that begins with a letter: `exp*`, `exp*ment`. @param {string} body */
const patternOf = (body) => {
  const letters = fold(body);
  return /^[a-z0-9]+\*[a-z0-9*]*$/.test(letters) ? letters : "";
};

/** The same word twice is one word, by whichever token a text may write it. @param {Clause[]} clauses */
const merged = (clauses) => {
  /** @type {Map<string, Clause>} */
  const known = new Map();
  for (const clause of clauses) {
    const { words, presence, field, phrase, pattern } = clause;
    const plain = words.map((word) => word.plain).join(" ");
    const key = [presence, field, phrase, pattern, plain].join(" ");
    const before = known.get(key);
    if (before && !phrase) before.words.push(...words.filter((word) => !before.words.some(isSame(word))));
    if (before) before.open ||= clause.open;
    else known.set(key, clause);
  }
  return [...known.values()];
};

/** @param {Word} a */
const isSame = (a) => (/** @type {Word} */ b) => a.token === b.token && a.joined === b.joined;

/** @param {Clause} clause */
const asked = (clause) => {
  const filler = clause.presence === "should" && !clause.phrase && FILLERS.has(clause.words[0].plain);
  return filler ? { ...clause, boost: clause.boost * FILLER_BOOST } : clause;
};
