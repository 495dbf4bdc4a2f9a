/* Papers for the reader: all papers ranked by how like they are to those saved. The build sends a short
   vector of each paper (generator/emit/vector_files.py); what is saved stays in the browser. */
import { forEach } from "./paper-pages.js";

const MOST_SAVED = 24; // the latest count; each may cost a piece of vectors
const MOST_TERMS = 24; // the heaviest count; each may cost a piece of terms
const MOST_LOOKED_AT = 24; // the best by terms alone; each may cost a piece of vectors
const MOST_SHOWN = 8;
const MOST_REASONS = 3;
const LATER = 0.8; // what a saved paper counts after each suggestion that it led to
const TOPIC = 0.1; // what a topic that both have adds, and once more if it is the first of both

/**
 * @typedef {object} Vector  of a paper
 * @property {number} number  its place among all papers
 * @property {string} url
 * @property {Map<string, number>} weights  by term, in hundredths
 * @property {string[]} topics  the main one first
 *
 * @typedef {{ url: string, score: number, terms: string[], like: string }} Suggestion
 *   the terms that speak most for it, and the URL of the saved paper most like it
 */

/** The sum of the saved papers' vectors: its product with a paper is the sum of all likenesses.
    @param {Vector[]} saved  @returns {Map<string, number>} the heaviest terms, heaviest first */
export const profileOf = (saved) => {
  /** @type {Map<string, number>} */
  const sums = new Map();
  for (const { weights } of saved) {
    for (const [term, weight] of weights) sums.set(term, (sums.get(term) ?? 0) + weight);
  }
  const heaviest = [...sums].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return new Map(heaviest.slice(0, MOST_TERMS));
};

/** @param {Vector} a  @param {Vector} b  @returns {number} 0 upwards */
export const likeness = (a, b) => {
  let product = 0;
  for (const [term, weight] of a.weights) product += (weight * (b.weights.get(term) ?? 0)) / 10_000;
  const isShared = a.topics.some((topic) => b.topics.includes(topic));
  return product + TOPIC * (Number(isShared) + Number(isShared && a.topics[0] === b.topics[0]));
};

/** @param {Vector} paper  @param {Map<string, number>} profile  @returns {string[]} what both hold */
const reasonsOf = ({ weights }, profile) => {
  const shared = [...weights].flatMap(([term, weight]) => {
    const wanted = profile.get(term);
    return wanted ? [{ term, worth: weight * wanted }] : [];
  });
  /** @type {string[]} */
  const chosen = [];
  const said = new Set();
  for (const { term } of shared.sort((a, b) => b.worth - a.worth)) {
    const words = term.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
    if (chosen.length === MOST_REASONS || words.every((word) => said.has(word))) continue;
    chosen.push(term);
    for (const word of words) said.add(word);
  }
  return chosen;
};

/**
 * @param {Vector[]} saved  @param {Vector[]} others
 * @returns {Suggestion[]} best first; a saved paper that led to some counts less for the next
 */
export const suggested = (saved, others) => {
  const profile = profileOf(saved);
  const shares = saved.map(() => 1);
  let left = others.flatMap((paper) => {
    const terms = reasonsOf(paper, profile);
    const each = saved.map((one) => likeness(one, paper));
    return terms.length > 0 ? [{ url: paper.url, terms, each }] : [];
  });
  /** @type {Suggestion[]} */
  const chosen = [];
  while (left.length > 0 && chosen.length < MOST_SHOWN) {
    const rated = left.map((one) => {
      const parts = one.each.map((score, at) => score * shares[at]);
      return { one, parts, score: parts.reduce((sum, part) => sum + part, 0) };
    });
    const best = rated.reduce((a, b) =>
      b.score > a.score || (b.score === a.score && b.one.url < a.one.url) ? b : a,
    );
    const like = best.parts.indexOf(Math.max(...best.parts));
    const { url, terms } = best.one;
    chosen.push({ url, terms, like: saved[like].url, score: best.score });
    shares[like] *= LATER;
    left = left.filter((one) => one !== best.one);
  }
  return chosen;
};

/** @param {string[]} sorted  @param {string} wanted  @returns {number} place of the last not after it */
const lastAtMost = (sorted, wanted) => sorted.findLastIndex((one) => one <= wanted);

/** The vectors of the site, of which only those pieces are fetched that are needed. */
class Vectors {
  /** @param {string} folder  @param {(address: string, options?: object) => Promise<Response>} load */
  constructor(folder, load) {
    this.folder = folder;
    this.load = load;
    /** @type {Map<string, Promise<any>>} */
    this.pieces = new Map();
  }

  async open() {
    /** @type {{ mark: string, each: number, papers: string[], terms: string[] }} */
    this.index = await this.json("index.json", { cache: "no-cache" });
    return this;
  }

  /** @param {string} name  @param {object} [options]  @returns {Promise<any>} */
  async json(name, options) {
    const answer = await this.load(this.folder + name, options);
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer.json();
  }

  /** @param {string} kind  @param {number} number  @returns {Promise<any[]>} */
  piece(kind, number) {
    const name = `${kind}/${number}.json?v=${this.index?.mark}`;
    const piece = this.pieces.get(name) ?? this.json(name);
    this.pieces.set(name, piece);
    return piece;
  }

  /** @param {number} number  @returns {Promise<Vector>} */
  async vector(number) {
    const each = this.index?.each ?? 1;
    const rows = await this.piece("papers", Math.floor(number / each));
    const [url, terms, weights, topics] = rows[number % each];
    /** @type {[string, number][]} */
    const pairs = terms.map((/** @type {string} */ term, /** @type {number} */ at) => [term, weights[at]]);
    return { number, url, weights: new Map(pairs), topics };
  }

  /** @param {string[]} urls  @returns {Promise<Vector[]>} of those that the site still has */
  async named(urls) {
    const { papers = [], each = 1 } = this.index ?? {};
    const found = await forEach(urls, async (url) => {
      const piece = lastAtMost(papers, url);
      const rows = piece < 0 ? [] : await this.piece("papers", piece);
      const place = rows.findIndex(([own]) => own === url);
      return place < 0 ? null : this.vector(piece * each + place);
    });
    return found.flatMap((one) => one ?? []);
  }

  /** @param {Map<string, number>} profile  @returns {Promise<number[]>} papers, best first */
  async like(profile) {
    /** @type {Map<number, number>} */
    const scores = new Map();
    await forEach([...profile], async ([term, wanted]) => {
      const number = lastAtMost(this.index?.terms ?? [], term);
      const rows = number < 0 ? [] : await this.piece("terms", number);
      const [, papers = [], weights = []] = rows.find(([own]) => own === term) ?? [];
      for (const [at, paper] of papers.entries()) {
        scores.set(paper, (scores.get(paper) ?? 0) + wanted * weights[at]);
      }
    });
    return [...scores].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([paper]) => paper);
  }
}

/**
 * @param {Iterable<import("./shelf.js").Kept>} papers  all that is kept
 * @param {string} folder  address of the vectors, with a slash at its end
 * @param {(address: string, options?: object) => Promise<Response>} [load]  fetch, or a test's own
 * @returns {Promise<Suggestion[]>} none of what is kept
 */
export const suggestions = async (papers, folder, load = (...asked) => fetch(...asked)) => {
  const all = [...papers];
  const latest = all
    .filter(({ saved }) => saved)
    .sort((a, b) => (b.saved ?? 0) - (a.saved ?? 0))
    .slice(0, MOST_SAVED);
  if (latest.length === 0) return [];
  const vectors = await new Vectors(folder, load).open();
  const saved = await vectors.named(latest.map(({ url }) => url));
  if (saved.length === 0) return [];
  const own = new Set(saved.map(({ number }) => number));
  const best = (await vectors.like(profileOf(saved))).filter((number) => !own.has(number));
  const looked = await forEach(best.slice(0, MOST_LOOKED_AT), (number) => vectors.vector(number));
  const kept = new Set(all.map(({ url }) => url));
  return suggested(
    saved,
    looked.flatMap((one) => (one && !kept.has(one.url) ? [one] : [])),
  );
};
