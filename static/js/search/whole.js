/**
 * The index in one file, with its companions. All that lunr would compute of a single term stands in
 * the file, so that it is read here as it is and lunr itself is never fetched; tests compare the two.
 */
import { MissingFile, isSought } from "./backend.js";
import { readSynonyms } from "./synonym-groups.js";
import { twice } from "./twice.js";
import { completionsIn } from "./vocabulary.js";

/** @typedef {import("./backend.js").Backend} Backend */

const ABSTRACTS_EACH = 2; // papers in a file, as generator/emit/search_index.py writes them

/** @param {import("./open-index.js").Loader} loader @returns {Promise<Backend>} */
export const openWhole = async ({ rest, ...loader }) => {
  const json = (/** @type {string} */ name) => fetchJson(loader, name);
  const names = ["index.json", "papers.json", "words.json", "synonyms.json"];
  const [index, papers, words, groups] = await Promise.all(names.map(json));
  /** @type {Map<number, Promise<string[]>>} */
  const pieces = new Map();
  const piece = (/** @type {number} */ number) => {
    if (!pieces.has(number)) pieces.set(number, json(`abstracts/${number}.json`));
    return /** @type {Promise<string[]>} */ (pieces.get(number));
  };
  const whole = wholeIndex(index, papers, words, piece, rest);
  whole.synonyms = readSynonyms(groups);
  return whole;
};

/** @typedef {Pick<import("./open-index.js").Loader, "folder" | "load">} Files */

/** A file is tried twice. @param {Files} files @param {string} name @returns {Promise<any>} */
const fetchJson = async (files, name) => {
  const response = await twice(() => loaded(files, name));
  return response.json().catch(() => {
    throw new MissingFile(`search/${name}`, "is damaged");
  });
};

/** The host is asked whether it has changed: all must be of one build. @param {Files} files @param {string} name */
const loaded = async ({ folder, load }, name) => {
  const response = await load(folder + name, { cache: "no-cache" }).catch(() => {
    throw new MissingFile(`search/${name}`, "cannot be reached");
  });
  if (!response.ok) throw new MissingFile(`search/${name}`, `is answered with status ${response.status}`);
  return response;
};

/**
 * @typedef {Record<string, Record<string, object>> & { _index: number }} Holders  papers by field
 * @typedef {object} Serialized  a parsed index.json
 * @property {string[]} fields
 * @property {[string, number[]][]} fieldVectors
 * @property {[string, Holders][]} invertedIndex
 */

/**
 * @param {Serialized} serialized
 * @param {import("./backend.js").Paper[]} papers  papers.json
 * @param {string} words  words.json
 * @param {(number: number) => Promise<string[]>} abstracts  fetches abstracts/NUMBER.json
 * @param {Backend["rest"]} rest
 * @returns {Backend}
 */
export const wholeIndex = (serialized, papers, words, abstracts, rest) =>
  new Whole(serialized, papers, words, abstracts, rest);

/** @implements {Backend} */
class Whole {
  #terms;
  #vectors;
  #papers;
  #words;
  #abstracts;
  #sizes;

  /**
   * @param {Serialized} serialized
   * @param {import("./backend.js").Paper[]} papers
   * @param {string} words
   * @param {(number: number) => Promise<string[]>} abstracts
   * @param {Backend["rest"]} rest
   */
  constructor({ fields, fieldVectors, invertedIndex }, papers, words, abstracts, rest) {
    this.#terms = new Map(invertedIndex);
    this.#vectors = new Map(fieldVectors);
    this.#papers = papers;
    this.#abstracts = abstracts;
    /** @type {import("./synonyms.js").Synonyms} */
    this.synonyms = new Map();
    this.size = papers.length;
    this.rest = rest;
    this.fields = fields;
    this.#sizes = new Map(
      wordsByTerm([...this.#terms.keys()], words).flatMap(([term, some]) =>
        some.map((word) => [word, this.#size(term)]),
      ),
    );
    this.#words = [...this.#sizes.keys()].sort();
  }

  /** @param {string[]} terms */
  async lookup(terms) {
    const known = terms.filter((term) => isSought(term) && this.#terms.has(term));
    return new Map(known.map((term) => [term, this.#postings(/** @type {Holders} */ (this.#terms.get(term)))]));
  }

  /** @param {string} prefix @param {number} most */
  async completions(prefix, most) {
    return completionsIn(this.#source, prefix, most);
  }

  /** @param {string} word @param {number} slips */
  async neighbours(word, slips) {
    const { neighboursIn } = await this.rest();
    return neighboursIn(this.#source, word, slips);
  }

  /** @param {number[]} papers */
  async records(papers) {
    return papers.map((paper) => this.#papers[paper]);
  }

  /** @param {number[]} papers */
  async abstracts(papers) {
    const numbers = papers.map((paper) => Math.floor(paper / ABSTRACTS_EACH));
    const pieces = await Promise.all(numbers.map((number) => this.#abstracts(number)));
    return papers.map((paper, i) => pieces[i][paper % ABSTRACTS_EACH]);
  }

  async facets() {
    return facetsOf(this.#papers);
  }

  /** @param {Holders} held @returns {import("./backend.js").Posting[]} */
  #postings({ _index: number, ...holders }) {
    return this.fields.flatMap((field) => {
      const papers = Object.keys(holders[field]).map(Number);
      const scores = papers.map((paper) => scoreIn(this.#vectors.get(`${field}/${paper}`) ?? [], number));
      return papers.length > 0 ? [{ field, papers, scores }] : [];
    });
  }

  /** @type {import("./vocabulary.js").WordSource} */
  #source = async (kind, beginning) =>
    startingWith(this.#words, beginning)
      .map((word) => ({ word, size: this.#sizes.get(word) ?? 0 }))
      .filter(({ size }) => (size > 0) === (kind === "words"));

  /** @param {string} term */
  #size(term) {
    const { _index, ...holders } = /** @type {Holders} */ (this.#terms.get(term));
    const counts = Object.values(holders).map((papers) => Object.keys(papers).length);
    return 31 - Math.clz32(counts.reduce((sum, count) => sum + count, 0));
  }
}

/**
 * The score of a term in a vector: the numbers of terms, ascending, each followed by its score.
 * @param {number[]} vector @param {number} term @returns {number}
 */
const scoreIn = (vector, term) => {
  let [low, high] = [0, vector.length / 2];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (vector[2 * middle] < term) low = middle + 1;
    else high = middle;
  }
  return vector[2 * low + 1];
};

/**
 * The written words of each term, of which the file has the endings: see generator/emit/endings.py.
 * @param {string[]} terms @param {string} coded @returns {[string, string[]][]}
 */
const wordsByTerm = (terms, coded) => {
  const texts = coded.split(",");
  return terms.map((term, i) => [term, texts[i] === "-" ? [] : texts[i].split(" ").map(wordOf(term))]);
};

/** @param {string} term */
const wordOf = (term) => (/** @type {string} */ ending) => {
  const lost = /^[0-9]/.exec(ending)?.[0];
  return lost === undefined ? term + ending : term.slice(0, term.length - Number(lost)) + ending.slice(1);
};

/**
 * As generator/emit/shards/facets.py finds them.
 * @param {import("./backend.js").Paper[]} papers @returns {import("./backend.js").Facet[]}
 */
const facetsOf = (papers) => {
  /** @type {Record<string, (paper: import("./backend.js").Paper) => string[]>} */
  const held = {
    topic: ({ topics }) => topics,
    issue: ({ issues }) => issues,
    venue: ({ venue }) => (venue ? [venue] : []),
    date: ({ date }) => (date ? [date] : []),
    code: ({ has_code }) => (has_code ? ["yes"] : []),
  };
  return Object.entries(held).map(([name, of]) => {
    const values = [...new Set(papers.flatMap(of))].sort();
    const places = new Map(values.map((value, place) => [value, place]));
    return { name, values, papers: papers.map((paper) => of(paper).map((value) => Number(places.get(value)))) };
  });
};

/** @param {string[]} sorted by code units @param {string} prefix @returns {string[]} */
export const startingWith = (sorted, prefix) => {
  const start = firstAtLeast(sorted, prefix);
  let end = start;
  while (end < sorted.length && sorted[end].startsWith(prefix)) end++;
  return sorted.slice(start, end);
};

/** @param {string[]} sorted @param {string} wanted */
const firstAtLeast = (sorted, wanted) => {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] < wanted) low = middle + 1;
    else high = middle;
  }
  return low;
};
