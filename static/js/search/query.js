/** What a reader typed, as clauses. Signs of other query languages are read as blanks. */
import { isStopWord } from "./terms.js";
import { chunks, readChunk } from "./words.js";

/**
 * @typedef {object} Clause  one word that a paper should hold
 * @property {string} plain  the word in plain letters
 * @property {string[]} forms  the ways in which a text may write it, unstemmed, best first
 * @property {string} source  the run of text it was typed in
 * @property {boolean} open  whether it may be the beginning of a longer word
 */

const ONE_CODE_POINT = /^[0-9a-f]+_$/;

/** @param {string} text @returns {Clause[]} one for each different word, in order */
export const parseQuery = (text) => {
  const words = chunks(text).flatMap((source) =>
    readChunk(source).map((word) => ({ ...word, source })),
  );
  const last = /\s$/.test(text) ? undefined : words.at(-1);
  const telling = words.filter(({ plain }) => !isStopWord(plain));
  const kept = telling.length > 0 ? telling : words.slice(-1);
  const clauses = new Map();
  for (const word of kept) {
    const open = word === last || ONE_CODE_POINT.test(word.plain);
    const known = clauses.get(word.plain);
    clauses.set(word.plain, {
      plain: word.plain,
      forms: [...new Set([...(known?.forms ?? []), word.plain, word.token, word.joined])].filter(
        (form) => form !== "" && !isStopWord(form),
      ),
      source: word.source,
      open: open || (known?.open ?? false),
    });
  }
  return [...clauses.values()];
};
