/**
 * The words by which a piece of text can be found. generator/emit/search_words.py says why, and
 * makes the index by the same rules; a test holds the two together.
 */
import { cut, trim } from "./terms.js";

/**
 * @typedef {object} Word
 * @property {string} plain  its letters and digits in ASCII: folded, or written as code points
 * @property {string} token  what lunr makes of the piece of text it stands in, before stemming
 * @property {string} joined  the hyphenated pair it belongs to as one word; empty where nobody would
 *   write it so
 */

const CHUNK = /[^\s]+/g;
const ACCENTS = /[\u0300-\u036f]+/g;
/** @type {Map<string, string>} */
const LETTERS = new Map(Object.entries({
  ß: "ss", æ: "ae", œ: "oe", ø: "o", ł: "l", đ: "d", ð: "d", þ: "th", ı: "i", ς: "σ",
}));
const SPECIAL = new RegExp(`[${[...LETTERS.keys()].join("")}]`, "g");
const POSSESSIVE = /['’]s(?![a-z0-9])/g;
const APOSTROPHE = /['’]/g;
const SHORT_FIRST = 5; // letters of a pair that some would write as one word: multi-modal
const SHORT_SECOND = 3; // try-on
const HYPHENS = /[-\u2010-\u2013\u2212]+/;
const NO_WORD =
  "\\x00-/:-@\\[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf×÷\u02b9-\u02df\u055a-\u055f\u0589\u058a" +
  "\u05be\u060c\u061b\u061f\u06d4\u0964\u0965\u1680\u2000-\u206f\u20a0-\u20cf\u2190-\u2bff" +
  "\u2e00-\u2e7f\u3000-\u3004\u3007-\u3020\u3030\u30fb\\ud800-\uf8ff\ufe00-\ufe1f\ufeff" +
  "\ufff0-\uffff\u{1f000}-\u{1faff}\u{e0000}-\u{10ffff}";
const UNSPACED =
  "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3006\u3040-\u30ff\u3400-\u9fff\u{20000}-\u{3ffff}";
const SCRIPTS = new RegExp(`[${UNSPACED}]+|[^${UNSPACED}]+`, "gu");
const IS_UNSPACED = new RegExp(`^[${UNSPACED}]`, "u");
const IS_ASCII = /^[\x00-\x7f]*$/;

/** A run of letters and digits; a point or comma between digits belongs to the number. */
export const RUN = new RegExp(`(?:[0-9]+(?:[.,][0-9]+)*|[^${NO_WORD}])+`, "gu");

/** @param {string} text @returns {string[]} runs without white space */
export const chunks = (text) => text.match(CHUNK) ?? [];

/** @param {string} part @returns {boolean} whether it begins with a script without blanks */
export const isUnspaced = (part) => IS_UNSPACED.test(part);

/** @param {string} text @returns {string} without case, accents and compatibility forms */
export const fold = (text) =>
  text
    .normalize("NFKD")
    .toLowerCase()
    .replace(SPECIAL, (letter) => LETTERS.get(letter) ?? "")
    .replace(ACCENTS, "")
    .normalize("NFC");

/** @param {string} text @returns {Word[]} its words in order */
export const readWords = (text) => chunks(text).flatMap(readChunk);

/** @param {string} chunk without white space @returns {Word[]} */
export const readChunk = (chunk) => {
  const joined = joinedPair(chunk);
  const words = cut(chunk).flatMap((piece) => {
    const token = trim(piece);
    return plainWords(piece).map((plain) => ({ plain, token, joined }));
  });
  const longer = words.filter(({ plain }) => plain.length > 1);
  return longer.length > 0 ? longer : words;
};

/** @param {string} piece @returns {string[]} */
const plainWords = (piece) => {
  const text = fold(piece).replace(POSSESSIVE, "").replace(APOSTROPHE, "");
  const runs = text.match(RUN) ?? [];
  return runs.flatMap((run) => run.match(SCRIPTS) ?? []).flatMap(written);
};

/** A run of one script as words: whole, or in pairs of characters when unspaced. @param {string} part */
const written = (part) => {
  if (IS_ASCII.test(part)) return [part];
  const characters = [...part];
  if (!isUnspaced(part) || characters.length === 1) return [codePoints(part)];
  return characters.slice(1).map((character, i) => codePoints(characters[i] + character));
};

/** @param {string} text */
const codePoints = (text) => [...text].map((character) => `${codePoint(character)}_`).join("");

/** @param {string} character @returns {string} in hexadecimal */
export const codePoint = (character) =>
  /** @type {number} */ (character.codePointAt(0)).toString(16);

/** @param {string} chunk */
const joinedPair = (chunk) => {
  const parts = chunk.split(HYPHENS).map(plainWords);
  const words = parts.flat();
  const isPair = words.length === 2 && parts.filter((part) => part.length > 0).length === 2;
  const isShort = isPair && (words[0].length <= SHORT_FIRST || words[1].length <= SHORT_SECOND);
  const word = words.join("");
  return isShort && /^[a-z0-9]+$/.test(word) && /[a-z]/.test(word) ? word : "";
};
