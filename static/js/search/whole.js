/** The index in one file, as lunr reads it, with its companions. */
import { isSought } from "./backend.js";
import lunr from "./lunr.js";
import { stem } from "./terms.js";
import { completionsIn, neighboursIn, startingWith } from "./vocabulary.js";

/** @typedef {import("./backend.js").Backend} Backend */

const ABSTRACTS_EACH = 2; // papers in a file, as generator/emit/search_index.py writes them

/**
 * @param {object} serialized  a parsed index.json
 * @param {import("./backend.js").Paper[]} papers  papers.json
 * @param {string[]} words  words.json
 * @param {(number: number) => Promise<string[]>} abstracts  fetches abstracts/NUMBER.json
 * @returns {Backend}
 */
export const wholeIndex = (serialized, papers, words, abstracts) =>
  new Whole(serialized, papers, words, abstracts);

/** @implements {Backend} */
class Whole {
  #index;
  #papers;
  #words;
  #abstracts;
  #sizes = new Map();

  constructor(serialized, papers, words, abstracts) {
    this.#index = lunr.Index.load(serialized);
    this.#papers = papers;
    this.#words = words;
    this.#abstracts = abstracts;
    this.size = papers.length;
    this.fields = this.#index.fields;
  }

  async lookup(terms) {
    const known = terms.filter((term) => isSought(term) && this.#holds(term));
    return new Map(known.map((term) => [term, this.#postings(term)]));
  }

  async completions(prefix, most) {
    return completionsIn(this.#source, prefix, most);
  }

  async neighbours(word, slips) {
    return neighboursIn(this.#source, word, slips);
  }

  async records(papers) {
    return papers.map((paper) => this.#papers[paper]);
  }

  async abstracts(papers) {
    const numbers = papers.map((paper) => Math.floor(paper / ABSTRACTS_EACH));
    const pieces = await Promise.all(numbers.map((number) => this.#abstracts(number)));
    return papers.map((paper, i) => pieces[i][paper % ABSTRACTS_EACH]);
  }

  async facets() {
    return facetsOf(this.#papers);
  }

  #postings(term) {
    const held = this.fields.filter((field) => this.#holders(term, field) > 0);
    return held.map((field) => {
      const found = this.#index
        .query((query) => query.term(term, { fields: [field], usePipeline: false }))
        .map(({ ref, score }) => [Number(ref), score])
        .sort(([a], [b]) => a - b);
      return {
        field, papers: found.map(([paper]) => paper), scores: found.map(([, score]) => score),
      };
    });
  }

  #holds(term) {
    return Object.hasOwn(this.#index.invertedIndex, term);
  }

  #holders(term, field) {
    return Object.keys(this.#index.invertedIndex[term][field]).length;
  }

  #source = async (kind, beginning) =>
    startingWith(this.#words, beginning)
      .map((word) => ({ word, size: this.#size(word) }))
      .filter(({ size }) => (size > 0) === (kind === "words"));

  #size(word) {
    if (!this.#sizes.has(word)) {
      const term = stem(word);
      const counts = this.#holds(term) ? this.fields.map((field) => this.#holders(term, field)) : [];
      const found = counts.reduce((sum, count) => sum + count, 0);
      this.#sizes.set(word, 31 - Math.clz32(Math.max(found, 1)));
    }
    return this.#sizes.get(word);
  }
}

/** As generator/emit/shards/facets.py finds them. */
const facetsOf = (papers) => {
  const held = {
    topic: ({ topics }) => topics,
    issue: ({ issues }) => issues,
    venue: ({ venue }) => [venue].filter(Boolean),
    date: ({ date }) => [date].filter(Boolean),
    code: ({ has_code }) => (has_code ? ["yes"] : []),
  };
  return Object.entries(held).map(([name, of]) => {
    const values = [...new Set(papers.flatMap(of))].sort();
    const places = new Map(values.map((value, place) => [value, place]));
    return { name, values, papers: papers.map((paper) => of(paper).map((value) => places.get(value))) };
  });
};
