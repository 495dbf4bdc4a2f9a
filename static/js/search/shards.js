/** The index in pieces, of which only those are fetched that a question needs. */
import { isSought } from "./backend.js";
import { frontDecoded } from "./front.js";
import { readPostings } from "./postings.js";
import { readRecords } from "./record.js";
import { ShardFiles, inflatedJson, inflatedText } from "./shard-files.js";
import { completionsIn, isMistakable } from "./vocabulary.js";
import { codePoint } from "./words.js";

/**
 * @typedef {import("./backend.js").Backend} Backend
 * @typedef {import("./vocabulary.js").SizedWord} SizedWord
 * @typedef {"terms" | "words" | "rare"} Kind  files of sorted words
 * @typedef {{ each: number, mark: string }} Grouped  files of papers
 * @typedef {import("./postings.js").Scheme & { format: number, records: Grouped, abstracts: Grouped,
 *   facets: { mark: string }, starts: Record<Kind, string>, marks: Record<Kind | "blocks", string> }} Root
 *   root.bin
 */

const FORMAT = 5;
const BLOCK = 128; // papers that share a mark
const MARK = 2; // its letters

/**
 * @param {import("./open-index.js").Loader} loader
 * @returns {Promise<Backend>}
 */
export const openShards = async ({ folder, load, rest }) => {
  const files = new ShardFiles(folder, load);
  const root = await files.root();
  if (root.format !== FORMAT) throw new Error("the search was changed; please load the page again");
  return new Shards(files, root, rest);
};

/** @implements {Backend} */
class Shards {
  #files;
  #root;
  #starts;

  /** @param {ShardFiles} files @param {Root} root @param {Backend["rest"]} rest */
  constructor(files, root, rest) {
    this.#files = files;
    this.#root = root;
    const { terms, words, rare } = root.starts;
    this.#starts = { terms: frontDecoded(terms), words: frontDecoded(words), rare: frontDecoded(rare) };
    /** @type {import("./synonyms.js").Synonyms} */
    this.synonyms = new Map();
    this.size = root.papers;
    this.rest = rest;
    this.fields = root.fields.map(([name]) => name);
  }

  /** @param {string[]} asked */
  async lookup(asked) {
    const terms = asked.filter(isSought);
    const numbers = terms.map((term) => lastAtMost(this.#starts.terms, term));
    const pieces = await Promise.all(numbers.map((number) => this.#postings(number)));
    for (const [phrase, others] of pieces.flatMap((piece) => piece?.synonyms ?? [])) {
      this.synonyms.set(phrase, others);
    }
    return new Map(terms.flatMap((term, i) => {
      const postings = pieces[i]?.postings.get(term);
      return postings ? [[term, postings]] : [];
    }));
  }

  /** @param {string} prefix @param {number} most */
  completions(prefix, most) {
    return completionsIn((kind, from) => this.#words(kind, from), prefix, most);
  }

  /** @param {string} word @param {number} slips */
  async neighbours(word, slips) {
    const { neighboursIn } = await this.rest();
    return neighboursIn((kind, from) => this.#words(kind, from), word, slips);
  }

  /** Unless it is the beginning of another. @param {string} word */
  foresee(word) {
    if (!isMistakable(word)) return;
    const known = this.#words("words", word);
    known
      .then((some) =>
        some.some((one) => one.word.startsWith(word)) ? [] : Promise.all([this.rest(), this.#words("words", word[0])]),
      )
      .catch(() => {}); // whoever needs it asks again, and hears of it
  }

  /** @param {number[]} papers */
  records(papers) {
    return this.#grouped("records", papers, recordsOf);
  }

  /** @param {number[]} papers */
  abstracts(papers) {
    return this.#grouped("abstracts", papers, inflatedJson);
  }

  facets() {
    const { mark } = this.#root.facets;
    return this.#files.file("facets.bin", mark, mark, inflatedJson);
  }

  /** @param {number} number */
  #postings(number) {
    if (number < 0) return undefined;
    return this.#piece("terms", number, (body) => readPostings(body, this.#root));
  }

  /**
   * The words of one kind that lie in the files where words with this beginning are.
   * @param {"words" | "rare"} kind @param {string} beginning
   */
  async #words(kind, beginning) {
    const starts = this.#starts[kind];
    const first = Math.max(lastAtMost(starts, beginning), 0);
    const last = lastAtMost(starts, `${beginning}\uffff`);
    const numbers = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    const pieces = numbers.map((number) => this.#piece(kind, number, wordsOf));
    return (await Promise.all(pieces)).flat();
  }

  /**
   * @template T
   * @param {Kind} kind @param {number} number
   * @param {(body: Uint8Array<ArrayBuffer>) => Promise<T>} read
   */
  #piece(kind, number, read) {
    const mark = markAt(this.#root.marks[kind], number);
    return this.#files.file(`${kind}/${nameOf(this.#starts[kind][number])}`, mark, mark, read);
  }

  /**
   * Files count papers from the last.
   * @template T
   * @param {"records" | "abstracts"} kind @param {number[]} papers
   * @param {(body: Uint8Array<ArrayBuffer>) => Promise<T[]>} read
   */
  async #grouped(kind, papers, read) {
    const { each, mark } = this.#root[kind];
    const places = papers.map((paper) => this.size - 1 - paper);
    const groups = await Promise.all(places.map((place) => {
      const block = markAt(this.#root.marks.blocks, Math.floor(place / BLOCK));
      return this.#files.file(`${kind}/${Math.floor(place / each)}.bin`, mark, block, read);
    }));
    return places.map((place, i) => groups[i][place % each]);
  }
}

/** @param {string} marks @param {number} number */
const markAt = (marks, number) => marks.slice(MARK * number, MARK * (number + 1));

/** The file of the words from a start on. @param {string} start */
const nameOf = (start) => {
  const plain = start.replace(/[^a-z0-9]/gu, (letter) => `-${codePoint(letter)}-`);
  return `from-${plain}.bin`;
};

/** @param {Uint8Array<ArrayBuffer>} body @returns {Promise<SizedWord[]>} */
const wordsOf = async (body) => {
  const [coded, sizes] = (await inflatedText(body)).split("\n");
  return frontDecoded(coded).map((word, i) => ({ word, size: sizes.charCodeAt(i) - 97 }));
};

/** @param {Uint8Array<ArrayBuffer>} body */
const recordsOf = async (body) => readRecords(await inflatedText(body));

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
