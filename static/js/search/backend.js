/**
 * What the query layer asks of an index: clauses in, papers with scores and matched terms out.
 *
 * A whole index (whole.js: lunr's index.json) and one in shards (shards.js: only the files
 * that a query needs) answer the same questions with the same numbers, so everything above ranks
 * alike at every size. `generator/search/backend.py` is the same in Python.
 *
 * Every answer is a promise, because a backend may have to fetch. One call with many terms or
 * papers costs one round of requests; asking for them one by one costs as many rounds.
 *
 * @typedef {object} Posting  the papers that hold a term in one field
 * @property {string} field
 * @property {ArrayLike<number>} papers  their numbers, ascending
 * @property {ArrayLike<number>} scores  lunr's score of the term in that field of each paper
 * @property {ArrayLike<number>} [firsts]  1 for papers whose first author's name it is, where known
 *
 * @typedef {object} Neighbour  a written word that resembles a mistyped one
 * @property {string} word
 * @property {number} slips  letters left out, put in, exchanged, or swapped with their neighbour
 *
 * @typedef {object} Paper  what a result shows
 * @property {string} id  @property {string} url  @property {string} title
 * @property {string} authors  @property {string[]} topics  @property {string} date
 * @property {string} [venue]  @property {string[]} issues
 * @property {string} summary  @property {boolean} has_code
 *
 * @typedef {object} Facet  one way to narrow down what was found
 * @property {string} name  topic, issue, venue, date or code
 * @property {string[]} values  as shown
 * @property {number[][]} papers  by paper number, the places in `values` of what holds for it
 *
 * @typedef {object} Backend
 * @property {number} size  papers in the index; they are numbered from 0
 * @property {import("./synonyms.js").Synonyms} synonyms  those that begin with terms looked up, at
 *   least: the files of these terms hold them
 * @property {string[]} fields  those that some paper fills: title, authors, abstract, topics …
 * @property {(terms: string[]) => Promise<Map<string, Posting[]>>} lookup
 *   postings by stemmed term, fields in the index's order; terms that no paper holds are left out,
 *   and so are those that lunr takes for no term: the empty one, and any with a *
 * @property {(prefix: string, most: number) => Promise<string[]>} completions
 *   the written words that begin with a prefix, those of the most frequent stems first
 * @property {(word: string, slips: number) => Promise<Neighbour[]>} neighbours
 *   the written words that begin with the same letter, or else with any, and differ by 1 to that
 *   many slips; nearest first, then the most frequent
 * @property {(word: string) => void} [foresee]  that `neighbours` may be asked for a word without
 *   postings: what it then needs is fetched beside what else is on its way
 * @property {() => Promise<import("./fetch-rest.js").Rest>} rest  code that plain words do without
 * @property {(papers: number[]) => Promise<Paper[]>} records  in the order asked for
 * @property {(papers: number[]) => Promise<string[]>} abstracts  for phrases and best sentences
 * @property {() => Promise<Facet[]>} facets  of all papers, for live counts
 */

/** @param {string} term @returns {boolean} whether lunr looks for just this term */
export const isSought = (term) => term !== "" && !term.includes("*");

/** A file that the search needs and cannot have. */
export class MissingFile extends Error {
  /** @param {string} path  @param {string} reason */
  constructor(path, reason) {
    super(`${path} ${reason}`);
    this.name = "MissingFile";
    this.path = path;
  }
}
