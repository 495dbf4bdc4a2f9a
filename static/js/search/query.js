/**
 * What a reader typed, as clauses: words, "phrases", field:, +must, -not, *, ~1 and ^2. What cannot
 * be read so is read as plain words. generator/search/query.py reads the same way.
 */
import { readIdentifier } from "./identifiers.js";
import { clause, told } from "./plain-query.js";
import { chunks, fold, readChunk } from "./words.js";

/** @typedef {import("./plain-query.js").Clause} Clause */

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

/**
 * As plain-query.js reads words; those that merely make a question count little.
 * @param {string} text  @param {{ plain?: boolean }} [options]  plain: signs mean nothing
 * @returns {Clause[]}
 */
export const parseQuery = (text, { plain = false } = {}) => {
  const read = plain ? chunks(text).flatMap((chunk) => wordClauses(chunk, {})) : items(text);
  if (!plain && read.every(({ presence }) => presence === "not")) {
    return parseQuery(text, { plain: true });
  }
  const clauses = told(read, text);
  return ASKS.test(text) ? clauses.map(asked) : clauses;
};

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

/** A word with stars that begins with a letter: `exp*`, `exp*ment`. @param {string} body */
const patternOf = (body) => {
  const letters = fold(body);
  return /^[a-z0-9]+\*[a-z0-9*]*$/.test(letters) ? letters : "";
};

/** @param {Clause} clause */
const asked = (clause) => {
  const filler = clause.presence === "should" && !clause.phrase && FILLERS.has(clause.words[0].plain);
  return filler ? { ...clause, boost: clause.boost * FILLER_BOOST } : clause;
};
