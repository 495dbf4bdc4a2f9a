/** Questions that say more than words: with signs, or, if nothing is found so, without. */
import { parseQuery } from "./query.js";

/**
 * @template {{ hits: unknown[] }} Found
 * @param {string} text  what the reader typed
 * @param {(clauses: import("./plain-query.js").Clause[]) => Promise<Found>} find
 * @returns {Promise<Found & { plainly: boolean }>}
 */
export const searchSigns = async (text, find) => {
  const clauses = parseQuery(text);
  const found = await find(clauses);
  if (found.hits.length > 0 || clauses.every(isPlain)) return { ...found, plainly: false };
  return { ...(await find(parseQuery(text, { plain: true }))), plainly: true };
};

/** @param {import("./plain-query.js").Clause} clause */
const isPlain = ({ presence, field, phrase, pattern }) =>
  presence === "should" && field === "" && !phrase && pattern === "";
