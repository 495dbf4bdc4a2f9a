/** A written word as the index holds it. */
import lunr from "./lunr.js";

/** @param {string} text @returns {string[]} lower-case tokens, not yet trimmed */
export const cut = (text) => lunr.tokenizer(text).map(String);

/** @param {string} token @returns {string} the token as lunr's index pipeline trims it */
export const trim = (token) => String(lunr.trimmer(new lunr.Token(token)));

/** @param {string} word @returns {string} its stem */
export const stem = (word) => String(lunr.stemmer(new lunr.Token(word)));

/** @param {string} word @returns {boolean} whether the index leaves it out */
export const isStopWord = (word) => lunr.stopWordFilter(new lunr.Token(word)) === undefined;
