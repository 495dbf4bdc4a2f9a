/** The index in pieces, of which only those are fetched that a question needs. */
import { isSought } from "./backend.js";
import { frontDecoded } from "./front.js";
import { readPostings, schemeOf } from "./postings.js";
import { ShardFiles, inflatedJson, inflatedText } from "./shard-files.js";
import { completionsIn, neighboursIn } from "./vocabulary.js";

/**
 * @typedef {import("./backend.js").Backend} Backend
 * @typedef {import("./vocabulary.js").SizedWord} SizedWord
 * @typedef {import("./postings.js").Root & Record<string, { mark: string, each: number, starts: string[] }>
 *   & { records: { columns: string[] } }} Root  root.bin
 */

const FORMAT = 2;

/**
 * @param {{ folder: string, load?: typeof fetch }} loader  see open-index.js
 * @returns {Promise<Backend>}
 */
export const openShards = async ({ folder, load }) => {
  const files = new ShardFiles(folder, load);
  const root = await files.root();
  if (root.format !== FORMAT) throw new Error("the search was changed; please load the page again");
  return new Shards(files, root);
};

/** @implements {Backend} */
class Shards {
  #files;
  #root;
  #scheme;

  /** @param {ShardFiles} files @param {Root} root */
  constructor(files, root) {
    this.#files = files;
    this.#root = root;
    this.#scheme = schemeOf(root);
    this.size = root.papers;
    this.fields = this.#scheme.fields.map(({ name }) => name);
  }

  /** @param {string[]} asked */
  async lookup(asked) {
    const terms = asked.filter(isSought);
    const numbers = terms.map((term) => lastAtMost(this.#root.terms.starts, term));
    const pieces = await Promise.all(numbers.map((number) => this.#postings(number)));
    return new Map(terms.flatMap((term, i) => {
      const postings = pieces[i]?.get(term);
      return postings ? [[term, postings]] : [];
    }));
  }

  /** @param {string} prefix @param {number} most */
  completions(prefix, most) {
    return completionsIn((kind, from) => this.#words(kind, from), prefix, most);
  }

  /** @param {string} word @param {number} slips */
  neighbours(word, slips) {
    return neighboursIn((kind, from) => this.#words(kind, from), word, slips);
  }

  /** @param {number[]} papers */
  async records(papers) {
    const { columns } = this.#root.records;
    const rows = await this.#grouped("records", papers);
    return rows.map((row) =>
      /** @type {any} */ (Object.fromEntries(columns.map((column, i) => [column, row[i]]))),
    );
  }

  /** @param {number[]} papers */
  abstracts(papers) {
    return this.#grouped("abstracts", papers);
  }

  facets() {
    return this.#file("facets", 0, inflatedJson);
  }

  /** @param {number} number */
  #postings(number) {
    if (number < 0) return undefined;
    return this.#file("terms", number, (body) => readPostings(body, this.#scheme));
  }

  /**
   * The words of one kind that lie in the files where words with this beginning are.
   * @param {string} kind @param {string} beginning
   */
  async #words(kind, beginning) {
    const { starts } = this.#root[kind];
    const first = Math.max(lastAtMost(starts, beginning), 0);
    const last = lastAtMost(starts, beginning === "" ? "\uffff" : `${beginning}\uffff`);
    const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const pieces = numbers.map((number) => this.#file(kind, number, wordsOf));
    return (await Promise.all(pieces)).flat();
  }

  /** @param {string} kind @param {number[]} papers */
  async #grouped(kind, papers) {
    const { each } = this.#root[kind];
    const numbers = papers.map((paper) => Math.floor(paper / each));
    const groups = await Promise.all(numbers.map((number) => this.#file(kind, number, inflatedJson)));
    return papers.map((paper, i) => groups[i][paper % each]);
  }

  /**
   * @template T
   * @param {string} kind
   * @param {number} number
   * @param {(body: Uint8Array<ArrayBuffer>) => Promise<T>} read
   */
  #file(kind, number, read) {
    return this.#files.file(`${kind}/${this.#root[kind].mark}/${number}.bin`, read);
  }
}

/** @param {Uint8Array<ArrayBuffer>} body @returns {Promise<SizedWord[]>} */
const wordsOf = async (body) => {
  const [coded, sizes] = (await inflatedText(body)).split("\n");
  return frontDecoded(coded).map((word, i) => ({ word, size: sizes.charCodeAt(i) - 97 }));
};

/** @param {string[]} sorted @param {string} wanted @returns {number} its place, or -1 */
const lastAtMost = (sorted, wanted) => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle] <= wanted) low = middle + 1;
    else high = middle;
  }
  return low - 1;
};
