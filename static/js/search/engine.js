/** Query in, ranked papers out: pure, the same in a worker and under Node. */
import { parseQuery } from "./query.js";
import { isStopWord, stem } from "./terms.js";
import { nearest, startingWith } from "./vocabulary.js";

/**
 * @typedef {import("./lunr-reader.js").Reader} Reader
 * @typedef {import("./query.js").Clause} Clause
 * @typedef {object} Correction
 * @property {string} typed  the word without a match, in plain letters
 * @property {string} source  the run of text it was typed in
 * @property {string} used  the written word searched for instead
 * @typedef {object} Answer
 * @property {{ paper: number, score: number }[]} results  every paper found, best first
 * @property {Set<string>} terms  the index terms looked up
 * @property {Correction[]} corrections
 */

/** Weight of a completion (of nearly its own length) or correction beside a word as typed. */
const COMPLETED = 0.9;
const CORRECTED = 0.8;
const MOST_COMPLETIONS = 100;

/**
 * @param {Reader} reader
 * @param {string[]} words  written words, sorted by code units
 * @param {string} text  what the reader typed
 * @param {{ exact?: boolean }} [options]  exact: leave words without a match as they are
 * @returns {Answer}
 */
export const search = (reader, words, text, { exact = false } = {}) => {
  const clauses = parseQuery(text);
  const matches = clauses.map((clause) => matchesOf(reader, words, clause, exact));
  return {
    results: ranked(matches.map(({ weights }) => clauseScores(reader, weights))),
    terms: new Set(matches.flatMap(({ weights }) => [...weights.keys()])),
    corrections: matches.flatMap(({ correction }) => correction ?? []),
  };
};

/** @returns {{ weights: Map<string, number>, correction?: Correction }} by index term */
const matchesOf = (reader, words, clause, exact) => {
  const weights = new Map();
  const add = (word, weight) => {
    const term = stem(word);
    if (!weights.has(term) && reader.has(term)) weights.set(term, weight);
  };
  for (const form of clause.forms) add(form, 1);
  if (clause.open) {
    for (const word of completions(reader, words, clause.plain)) {
      add(word, COMPLETED * Math.sqrt(clause.plain.length / word.length));
    }
  }
  if (weights.size > 0 || exact) return { weights };
  const near = nearest(words, clause.plain);
  for (const word of near) add(word, CORRECTED);
  return weights.size > 0
    ? { weights, correction: { typed: clause.plain, source: clause.source, used: near[0] } }
    : { weights };
};

/** Written words and, for scripts that have none, terms; the shortest first. */
const completions = (reader, words, prefix) =>
  [...startingWith(words, prefix), ...startingWith(reader.terms, prefix)]
    .filter((word) => !isStopWord(word))
    .sort((a, b) => a.length - b.length)
    .slice(0, MOST_COMPLETIONS);

/** A paper's score for one word is that of the best way in which it writes the word. */
const clauseScores = (reader, weights) => {
  const scores = new Map();
  for (const [term, weight] of weights) {
    for (const [paper, score] of reader.lookup(term)) {
      scores.set(paper, Math.max(scores.get(paper) ?? 0, weight * score));
    }
  }
  return scores;
};

/** Papers with every word first; then by score, times the share of words found to the power 1.5. */
const ranked = (clauses) => {
  const totals = new Map();
  for (const scores of clauses) {
    for (const [paper, score] of scores) {
      const total = totals.get(paper) ?? { paper, score: 0, words: 0 };
      total.score += score;
      total.words += 1;
      totals.set(paper, total);
    }
  }
  const all = clauses.length;
  return [...totals.values()]
    .map(({ paper, score, words }) => {
      const share = words / all;
      return { paper, score: score * share * Math.sqrt(share), words };
    })
    .sort((a, b) => (b.words === all) - (a.words === all) || b.score - a.score || a.paper - b.paper);
};
