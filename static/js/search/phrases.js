/** Phrases, word for word: the index knows which papers hold the words, their texts in what order. */
import { readWords } from "./words.js";

/** How many of the likeliest papers are read for a phrase. */
const MOST_READ = 100;

/**
 * @param {import("./backend.js").Backend} backend
 * @param {import("./plain-query.js").Clause[]} clauses
 * @param {import("./rank.js").Hit[]} hits  best first
 * @returns {Promise<import("./rank.js").Hit[]>} without those that lack a phrase, or hold one meant not to be
 */
export const keepPhrases = async (backend, clauses, hits) => {
  const phrases = clauses.filter(({ phrase }) => phrase);
  const read = hits.slice(0, MOST_READ);
  const papers = read.map(({ paper }) => paper);
  const [records, abstracts] = await Promise.all([
    backend.records(papers),
    backend.abstracts(papers),
  ]);
  const rest = phrases.every(({ presence }) => presence === "not") ? hits.slice(MOST_READ) : [];
  const kept = read.filter((_, i) => {
    const { title, authors, topics } = records[i];
    const texts = { title, authors, topics: topics.join("\n"), abstract: abstracts[i] };
    const words = Object.fromEntries(
      Object.entries(texts).map(([name, text]) => [name, plainText(text)]),
    );
    return phrases.every((clause) => holds(words, clause) === (clause.presence !== "not"));
  });
  return [...kept, ...rest];
};

/** The words between blanks, so that a phrase is a part of it. @param {string} text */
const plainText = (text) => ` ${readWords(text).map(({ plain }) => plain).join(" ")} `;

/**
 * A result names few of many authors, so that all names in that field must do.
 * @param {Record<string, string>} texts @param {import("./plain-query.js").Clause} clause
 */
const holds = (texts, { field, words }) => {
  if (field === "authors") return true;
  const phrase = ` ${words.map(({ plain }) => plain).join(" ")} `;
  const searched = field === "" ? Object.values(texts) : [texts[field] ?? ""];
  return searched.some((text) => text.includes(phrase));
};
