/* Phrases with their placeholders filled, and numbers as the site's pages write them. */
import { say } from "./say.js";

/** @returns {string} the language of the interface */
export const pageLanguage = () => globalThis.document?.documentElement.lang || "en";

/** @param {number} number  digits in groups of three, from 10,000  @returns {string} */
export const grouped = (number) =>
  number < 10_000 ? `${number}` : `${number}`.replace(/\B(?=(?:\d{3})+$)/g, say.group);

/** @param {string} phrase  @param {Record<string, string>} values  @returns {string} */
export const filled = (phrase, values) =>
  phrase.replace(/\{(\w+)\}/g, (whole, name) => values[name] ?? whole);

/**
 * @param {string | Record<string, string>} forms  of a phrase, by CLDR's names
 * @param {number} number  chooses the form, and stands for {n}
 * @param {Record<string, string>} [values]  for other placeholders
 */
export const counted = (forms, number, values = {}) => {
  const known = typeof forms === "string" ? { other: forms } : forms;
  const form = new Intl.PluralRules(pageLanguage()).select(number);
  return filled(known[form] ?? known.other, { n: grouped(number), ...values });
};
